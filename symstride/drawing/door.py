"""The door: ``draw`` makes a picture of a layer or a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from symstride.algebra.transposed import expand_transposed
from symstride.drawing.diagram import diagram_of
from symstride.drawing.graphic import Graphic
from symstride.drawing.pictures.axis import axis_scene
from symstride.drawing.pictures.bank import axis_bank_scene, bank_scene
from symstride.drawing.pictures.grid import grid_scene
from symstride.drawing.pictures.matrix import matrix_scene
from symstride.drawing.pictures.network import on_screen
from symstride.drawing.pictures.transposed import transposed_scene
from symstride.drawing.pictures.transposed_grid import transposed_grid_scene
from symstride.drawing.pictures.volume import volume_scene
from symstride.drawing.scene import Scene
from symstride.drawing.track import Track
from symstride.drawing.tracks import tracks, transposed_sizes
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network
from symstride.network.grid.plan import plan
from symstride.network.operators.records import AveragePool, MaxPool

FEW: Final = {"axis": 4, "bank": 4, "matrix": 4, "grid": 3, "volume": 2}
"""How many outputs a picture has along an axis, where no input size is said."""
USUAL: Final = {1: "axis", 2: "grid", 3: "volume"}
"""What is drawn of a layer with so many axes, where nothing is said."""


def draw(
    subject: Any,
    what: str | None = None,
    *,
    input_size: PerAxis | None = None,
    phases: PerAxis = 1,
    origin: str = "image",
    axis: int | None = None,
    scope: str | None = None,
) -> Graphic:
    """A picture of a layer: how it reads its input, and how the same weights read phases without stride.

        draw(layer)                                         # axis, grid or volume, by the number of its axes
        draw(layer, "bank").save("bank.pdf")
        draw(MaxPool((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)), input_size=7)
        draw(network, scope="network")

    ``subject`` is a ``Conv``, a ``ConvTranspose`` or a pool of ``symstride.network``, with numbers, or a ``Network``.
    ``what`` is

        axis      one axis: input, window, phases with their share of the taps, output; a frame for each output
        grid      two axes in the plane; a frame for each output
        volume    three axes, slice by slice; a frame for each output
        bank      the kernel on its cells, and sorted by phase
        matrix    the banded matrix of one axis: all rows, one in ``stride``, columns sorted by phase
        network   boxes from the input to the outputs, with phases and masks where the grid needs them

    ``input_size``: one number or one per axis; without it the layer's own, or a small one where that is large or none.
    ``phases`` and ``origin`` as in ``expand``.  ``axis`` picks the axis, counted from 0, of a picture that shows one.
    ``scope`` of a network: each layer by itself (``"layer"``), or all on one grid (``"network"``).

    Raises ``SpecError`` for what is no layer and no picture, ``NotSupported`` for what would be too large to be read.
    """
    if isinstance(subject, Network):
        others = {"input_size": input_size is not None, "axis": axis is not None}
        _only_a_scope(what, {**others, "phases": phases != 1, "origin": origin != "image"})
        return _network(subject, scope)
    if scope is not None:
        raise SpecError("draw(scope=...)", "a Network", type(subject).__name__, "leave it out: one layer has no scope")
    chosen = _what(subject, what, axis)
    _need_numbers(subject)
    if isinstance(subject, ConvTranspose):
        if phases != 1 or origin != "image":
            got = f"phases={phases}, origin={origin!r}"[:80]
            raise NotSupported("draw(ConvTranspose)", "one input phase, counted from the image", got, "leave both out")
        return Graphic(_TRANSPOSED[chosen](_picked(_transposed_tracks(subject, input_size, chosen), chosen, axis)))
    found = tracks(subject, input_size, phases, origin, FEW[chosen])
    return Graphic(PICTURES[chosen](_picked(found, chosen, axis)))


def _need_numbers(layer: Conv | ConvTranspose | MaxPool | AveragePool) -> None:
    """Refuse windows in symbols; channels, which are not drawn, may be some."""
    if isinstance(layer, Conv):  # its padding may be a word: ``tracks`` looks at its numbers
        return
    sizes = (*layer.kernel, *layer.stride, *layer.dilation, *(n for pair in layer.padding for n in pair))
    more = layer.output_padding if isinstance(layer, ConvTranspose) else ()
    for n in (*sizes, *more):
        if not isinstance(n, int):
            hint = "give it a number, layer.subs(k=3): a picture shows one case"
            raise SpecError("draw(layer)", "numbers", f"the symbol {n}"[:80], hint)


def _transposed_tracks(layer: ConvTranspose, input_size: PerAxis | None, what: str) -> tuple[Track, ...]:
    """The axes of the layer whose transpose it is: they read what is made here."""
    sizes = transposed_sizes(layer, input_size, 2 if what == "grid" else FEW[what])
    rows = zip(expand_transposed(layer).axes, layer.output_size(sizes), sizes, strict=True)
    return tuple(Track(bank, total, n) for bank, total, n in rows)


def _network(network: Network, scope: str | None) -> Graphic:
    if scope not in (None, "layer", "network"):
        raise SpecError("draw(scope=...)", '"layer" or "network"', repr(scope)[:40], 'scope="network"')
    return Graphic(on_screen(diagram_of(network, plan(network) if scope == "network" else None)), network.files)


def _only_a_scope(what: str | None, others: Mapping[str, bool]) -> None:
    """Refuse for a network what is about one layer."""
    given = [name for name, is_given in others.items() if is_given]
    if what not in (None, "network") or given:
        got = ", ".join([f"what={str(what)[:40]!r}"] * (what is not None) + given)
        hint = "a layer of it is network.node(name).operator"
        raise SpecError("draw(network)", 'what="network", and a scope at most', got, hint)


def _bank(found: Sequence[Track]) -> Scene:
    return axis_bank_scene(found[0]) if len(found) == 1 else bank_scene(found[0], found[1])


PICTURES: Final[dict[str, Callable[[Sequence[Track]], Scene]]] = {
    "axis": lambda found: axis_scene(found[0]),
    "grid": lambda found: grid_scene(found[0], found[1]),
    "volume": lambda found: volume_scene(found[0], found[1], found[2]),
    "bank": _bank,
    "matrix": lambda found: matrix_scene(found[0]),
}
"""Each picture of a layer."""

_TRANSPOSED: Final[dict[str, Callable[[Sequence[Track]], Scene]]] = {
    "axis": lambda found: transposed_scene(found[0]),
    "grid": lambda found: transposed_grid_scene(found[0], found[1]),
    "bank": _bank,
}
"""Each picture of a transposed layer; its bank is that of the layer which it transposes."""

_AXES: Final = {"axis": (1,), "grid": (2,), "volume": (3,), "bank": (1, 2), "matrix": (1,)}
"""How many axes each picture shows."""


def _what(layer: Any, what: str | None, axis: int | None) -> str:
    """The picture that is meant, once the layer is one that has it."""
    if not isinstance(layer, Conv | ConvTranspose | MaxPool | AveragePool):
        expected = "a Conv, a ConvTranspose, a MaxPool, an AveragePool or a Network"
        hint = "read a pasted line with symstride.read; a layer of a network is network.node(name).operator"
        raise SpecError("draw(layer)", expected, type(layer).__name__, hint)
    known = _TRANSPOSED if isinstance(layer, ConvTranspose) else PICTURES
    axes = 1 if axis is not None else len(layer.kernel)
    usual = USUAL.get(axes, "axis")
    chosen = what or (usual if usual in known else "axis")
    if chosen not in known:
        kind = "a transposed layer" if known is _TRANSPOSED else "a layer"
        raise SpecError(
            f"draw(what={str(chosen)[:40]!r})", f"{', '.join(known)} for {kind}", str(chosen)[:40], "pick one"
        )
    return chosen


def _picked(found: Sequence[Track], what: str, axis: int | None) -> Sequence[Track]:
    """The axes that a picture shows: all of them, or the one that is asked for, or the first."""
    if axis is not None:
        if not isinstance(axis, int) or isinstance(axis, bool) or not 0 <= axis < len(found):
            got = str(axis)[:40]
            raise SpecError("draw(axis=...)", f"0 to {len(found) - 1}, an axis of the layer", got, "leave it out")
        found = found[axis : axis + 1]
    shown = _AXES[what]
    if len(found) in shown:
        return found
    if 1 in shown:
        return found[:1]
    got = f"{len(found)} axes"
    raise SpecError(
        f"draw(what={what!r})", f"a layer of {shown[0]} axes", got, f"draw(layer, {USUAL.get(len(found), 'axis')!r})"
    )
