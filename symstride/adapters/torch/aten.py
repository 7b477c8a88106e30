"""ATen operators, of which an exported graph consists: each is read as the function of PyTorch of that name.

The operators say by their schemas what their arguments are called, and so do the readers of ``functions``; so one table
of readers serves both.  Here is what differs: a few names, and arguments that change no number.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from symstride.adapters.live.call import Value
from symstride.adapters.torch.call import TorchCall
from symstride.adapters.torch.functions import FUNCTIONS, METHODS, REFUSED, Reader
from symstride.adapters.torch.layers import LAYERS, nearest

_HOMES = ("torch", "torch.nn.functional", "Tensor")


class Indices:
    """Where the maxima of a pool stand, of which nothing is known."""

    def __repr__(self) -> str:
        return "the indices of a pool (return_indices)"


def _slice(call: TorchCall, input: Any, dim: Any = 0, start: Any = None, end: Any = None, step: Any = 1) -> Any:
    rank = len(call.shape(call.value(input))) + 1
    stop = None if type(end) is int and end >= 2**62 else end
    run = slice(None if start == 0 else start, stop, None if step == 1 else step)
    return FUNCTIONS["operator.getitem"](call, input, (*(slice(None),) * (dim % rank), run))


def _select(call: TorchCall, input: Any, dim: Any, index: Any) -> Any:
    rank = len(call.shape(call.value(input))) + 1
    return FUNCTIONS["operator.getitem"](call, input, (*(slice(None),) * (dim % rank), index))


def _reversed_difference(call: TorchCall, input: Any, other: Any, *, alpha: Any = 1) -> Any:
    return FUNCTIONS["torch.sub"](call, other, input, alpha=alpha)


def _maxima(reader: Reader) -> Reader:
    """The maxima, and indices that nobody may read."""

    def read(call: TorchCall, input: Any, *given: Any, **named: Any) -> tuple[Any, Indices]:
        return reader(call, input, *given, **named), Indices()

    read.__signature__ = inspect.signature(reader)  # type: ignore[attr-defined]  # -- functions may have one
    return read


def _converted(call: TorchCall, input: Any, dtype: Any = None, other: Any = None) -> Value:
    """A conversion to the type that the value has already."""
    wanted = getattr(other, "dtype", None) if dtype is None else dtype  # a value has the network's
    named = call.dtype.name if wanted is None else str(wanted).removeprefix("torch.")
    call.must(named == call.dtype.name, f"the network's {call.dtype.name}", named, "keep one type of numbers")
    return call.value(input)


ATEN: Mapping[str, Reader] = {
    "slice": _slice,
    "select": _select,
    "sym_size": METHODS["Tensor.size"],
    "_unsafe_view": METHODS["Tensor.view"],
    "split_with_sizes": METHODS["Tensor.split"],
    "constant_pad_nd": FUNCTIONS["torch.nn.functional.pad"],
    "feature_dropout": FUNCTIONS["torch.dropout"],
    "alpha_dropout": FUNCTIONS["torch.dropout"],
    "feature_alpha_dropout": FUNCTIONS["torch.dropout"],
    **dict.fromkeys(("alias", "lift_fresh_copy"), METHODS["Tensor.detach"]),
    **{f"upsample_nearest{axes}": nearest for axes in ("1d", "2d", "3d")},
    **{f"_upsample_nearest_exact{axes}": nearest for axes in ("1d", "2d", "3d")},
    "rsub": _reversed_difference,
    **{f"max_pool{axes}_with_indices": _maxima(LAYERS[f"max_pool{axes}"]) for axes in ("2d", "3d")},
    **{f"adaptive_max_pool{axes}": _maxima(LAYERS[f"adaptive_max_pool{axes}"]) for axes in ("1d", "2d", "3d")},
    **dict.fromkeys(("to", "_to_copy", "type_as"), _converted),
}
"""Operators that have no function of their name, or one of another meaning."""

ATEN_VIEWS = (_slice, _select, _converted)
"""Readers whose value may be a view of their first argument."""

SYNONYMS: Mapping[str, Sequence[str]] = {
    "size": ("shape", "sizes"),
    "split_size": ("split_size_or_sections",),
    "split_sizes": ("split_size_or_sections",),
    "scalar": ("other",),
}
"""What a schema calls an argument -> what a reader may call it."""

CHANGE_NOTHING = ("cudnn_enabled", "cudnn_enable", "memory_format", "layout", "device", "pin_memory", "non_blocking",
                  "copy")  # fmt: skip
"""Arguments that say how to compute, or where."""


def reader_of(name: str) -> Reader | None:
    """Who reads the operator of that name, ``conv2d`` or, in place, ``relu_``."""
    plain = name if name in ATEN or not name.endswith("_") or name.endswith("__") else name[:-1]
    tables = (FUNCTIONS.get(f"{home}.{plain}") or METHODS.get(f"{home}.{plain}") for home in _HOMES)
    return ATEN.get(plain) or next(filter(None, tables), None)


def why_refused(name: str) -> str:
    """What to do about an operator that nobody reads."""
    found = (REFUSED.get(f"{home}.{name}") for home in _HOMES)
    return next(filter(None, found), "replace it by supported calls")


def arguments_of(call: TorchCall, schema: Any, reader: Reader, args: Any, kwargs: Any) -> tuple[Any, dict[str, Any]]:
    """The arguments of an operator as its reader takes them.

    The first is the first.  The others go by name, and those that the reader does not know have to be the schema's
    defaults, or change nothing.
    """
    wanted = inspect.signature(reader).parameters
    spread = [name for name, one in wanted.items() if one.kind is one.VAR_POSITIONAL]
    spare = any(one.kind is one.VAR_KEYWORD for one in wanted.values())
    names = [one.name for one in schema.arguments]
    given = {**dict(zip(names, args, strict=False)), **kwargs}  # the rest is at its defaults
    first, *rest = given
    listed, named = [given[first]], {}
    for name in rest:
        default = next(one.default_value for one in schema.arguments if one.name == name)
        known = next((one for one in (name, *SYNONYMS.get(name, ())) if one in wanted), "")
        if known in spread and known:
            listed.append(given[name])
        elif known:
            named[known] = given[name]
        elif name not in CHANGE_NOTHING and not spare and given[name] != default:
            raise call.unsupported("the arguments of inference", f"{name}={given[name]!r}"[:80], "leave it out")
    return tuple(listed), named
