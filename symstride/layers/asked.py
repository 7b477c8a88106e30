"""What to say where a layer was asked for and something else came: each kind of thing has its own way to one."""

from __future__ import annotations

from operator import index

from symstride.errors import SpecError
from symstride.layers.integer import shown
from symstride.layers.layer import Conv

_POOL = "a pool has no weights; receptive_field, draw, equal, expand, cross_check and prove take it"
_HINTS = {
    "str": "read the line first: symstride.read(...)",
    "ConvTranspose": "its adjoint is a Conv with the same weights: layer.adjoint",
    "MaxPool": _POOL,
    "AveragePool": _POOL,
    "Network": "a layer of a network is network.node(name).operator",
}
"""What to try, by the class of what came."""


def no_layer(asked: str, got: object, expected: str = "a layer (Conv)") -> SpecError:
    """The refusal of ``got`` where ``expected`` was asked for."""
    return SpecError(
        asked, expected, shown(got), _HINTS.get(type(got).__name__, "make one with Conv(...) or read(...)")
    )


def need_layer(asked: str, layer: object) -> Conv:
    """The layer; refused when it is no ``Conv``."""
    if not isinstance(layer, Conv):
        raise no_layer(asked, layer)
    return layer


def need_whole(asked: str, value: object, axes: int) -> tuple[int, ...]:
    """One whole number for each of so many axes; on one axis the number alone will do."""
    listed = getattr(value, "tolist", lambda: value)()
    entries = tuple(listed) if isinstance(listed, list | tuple) else (listed,)
    whole = [index(n) for n in entries if hasattr(n, "__index__") and not isinstance(n, bool)]
    if len(whole) != axes or len(entries) != axes:
        expected = "one whole number" if axes == 1 else f"{axes} whole numbers, one per axis"
        example = "1" if axes == 1 else str((1,) + (0,) * (axes - 1))
        raise SpecError(asked, expected, shown(value), f"write {example}; symbols have no place here")
    return tuple(whole)
