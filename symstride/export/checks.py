"""The numerical checks that a proof prints beside the theorem: one small instance, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING, Any, TypeVar

import sympy

from symstride.errors import NotSupported, SymstrideError

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank
    from symstride.layers.layer import Conv
    from symstride.proof.record import Proof
    from symstride.proof.statements.operator import OperatorRequest
    from symstride.render.paper import Checks

Made = TypeVar("Made")
SEED = 0
TRIED = (3, 2, 1, 4)
"""Numbers to try for a symbol, in this order."""
MAX_TRIALS = 400
MAX_TAPS = 100_000
"""Where the unit-stride tensor has more entries than this, one channel of each group has to do."""


def checks_of(proof: Proof) -> tuple[Checks, ...]:
    """Tables of checks at one small size; none for a general theorem, and none where no numbers can be found.

    A check that is too large to be made is left out.
    """
    from symstride.proof.statements.operator import OperatorRequest
    from symstride.proof.statements.request import LayerRequest

    if isinstance(proof.subject, OperatorRequest):
        return _of_operator(proof.subject)
    if not isinstance(proof.subject, LayerRequest):
        return ()
    candidates = list(_numbers(proof.subject.bank))
    if not candidates:
        return ()
    bank = max(candidates, key=_worth)
    tables = (_instance(bank), _samples(bank))
    return tuple(table for table in tables if table.rows)


def _if_small(make: Callable[[], Made]) -> Made | None:
    """What comes of it, or None where the work is beyond the limits."""
    try:
        return make()
    except NotSupported:
        return None


def _numbers(bank: Bank) -> Iterator[Bank]:
    """The bank with small numbers for its symbols, as many ways as make a layer."""
    from symstride.algebra.bank import expand

    if not bank.symbols:
        yield bank
        return
    for values in islice(product(TRIED, repeat=len(bank.symbols)), MAX_TRIALS):
        try:
            numeric = bank.subs(dict(zip(bank.symbols, values)))
            expand(numeric.layer_spec, numeric.phases, numeric.origin, numeric.order)
        except SymstrideError:
            continue  # these numbers make no layer: groups that do not divide, say
        yield numeric


def _worth(bank: Bank) -> int:
    rows = zip(bank.layer_spec.axes(), bank.phases, strict=True)
    return _telling((axis.kernel, axis.stride, axis.dilation, axis.low, a) for axis, a in rows)


def _telling(rows: Iterable[tuple[Any, ...]]) -> int:
    """How telling an instance is: best are stride 2 and kernel 3, padded by 1, without dilation, on two phases."""
    return sum((k == 3) + (s == 2) + (dl == 1) + (low == 1) + (a == 2) for k, s, dl, low, a in rows)


def _small(bank: Bank) -> tuple[Any, tuple[int, ...], dict[str, Any]]:
    from symstride.check.samples import small_layer

    phases = tuple(int(a) for a in bank.phases)
    layer, sizes = small_layer(bank.layer_spec, bank.made_for or _room(bank), phases)
    return layer, sizes, {"phases": phases, "origin": bank.origin, "order": bank.order}


def _room(bank: Bank) -> tuple[int, ...]:
    """An input that is large enough for every phase of the output, in whole cells."""
    sizes = []
    for axis in bank.axes:
        step, span = int(axis.S), int(axis.axis.span)
        crop = max(0, -int(axis.axis.low)) + max(0, -int(axis.axis.high))
        sizes.append(step * (2 + -(-(span + crop) // step)))
    return tuple(sizes)


def _instance(bank: Bank) -> Checks:
    """Identities of convolution tensors, entry by entry, weights as symbols."""
    from symstride.check.instance import phase_identity, subsampling_identity
    from symstride.render.paper import Checks

    layer, sizes, options = _small(bank)
    if _unit_stride_taps(layer, sizes) > MAX_TAPS:
        groups = layer.groups
        layer = replace(layer, in_channels=groups, out_channels=groups)
    rows = []
    for words, identity in (
        ("striding is subsampling of the tensor", partial(subsampling_identity, layer, sizes)),
        ("the tensor on phases is that of the bank", partial(phase_identity, layer, sizes, **options)),
    ):
        instance = _if_small(identity)
        if instance is None:
            continue
        entries = f"{instance.left.shape[0] * instance.left.shape[1]:,}"
        rows.append((words, _shown(sizes), entries, "every entry" if instance.verdict.ok else str(instance.verdict)))
    heads = ("identity, weights as symbols", "input", "entries", "agrees")
    return Checks("The tensor identity at a small size", heads, tuple(rows), f"at {_channels(layer)}")


def _unit_stride_taps(layer: Conv, sizes: tuple[int, ...]) -> int:
    """About how many entries of the unit-stride convolution tensor are not zero."""
    return prod(sizes) * prod(int(n) for n in layer.weight_shape)


def _samples(bank: Bank) -> Checks:
    """The bank against plain loops over the definition, on random numbers."""
    from symstride.check.crosscheck import cross_check
    from symstride.check.samples import NUMBERS
    from symstride.render.paper import Checks

    layer, sizes, options = _small(bank)
    kinds = [partial(cross_check, layer, sizes, ("numpy",), SEED, numbers=kind, **options) for kind in NUMBERS]
    made = [report.rows for report in map(_if_small, kinds) if report is not None]
    rows = tuple((r.kind, _shown(r.input_size), f"{r.outputs:,}", _agreement(r)) for each in made for r in each)
    heads = ("numbers", "input", "outputs", "against plain loops")
    return Checks("The expanded layer on numbers", heads, rows, f"{_channels(layer)}; seed {SEED}")


def _of_operator(request: OperatorRequest) -> tuple[Checks, ...]:
    """A transposed layer or a pool, and its unit-stride form, against plain loops; none where no numbers are found."""
    settings = list(_numeric(request))
    if not settings:
        return ()
    from symstride.check.crosscheck import cross_check
    from symstride.check.samples import NUMBERS
    from symstride.render.paper import Checks

    layer, phases, size = max(settings, key=lambda found: _of_axes(*found[:2]))
    kinds = [partial(cross_check, layer, size, ("numpy",), SEED, phases=phases, numbers=kind) for kind in NUMBERS]
    made = [report.rows for report in map(_if_small, kinds) if report is not None]
    sides = [row for rows in made for row in rows if row.side == "expanded"]
    rows = tuple((r.kind, _shown(r.input_size), f"{r.outputs:,}", _agreement(r)) for r in sides)
    heads = ("numbers", "input", "outputs", "against plain loops")
    words = f"kernel {_shown(layer.kernel)}" if request.transposed is None else _channels(layer)
    return (Checks("The unit-stride form on numbers", heads, rows, f"{words}; seed {SEED}"),) if rows else ()


def _numeric(request: OperatorRequest) -> Iterator[tuple[Any, tuple[int, ...], tuple[int, ...]]]:
    """The layer with few channels, its phases and a size, for as many small numbers in place of symbols as make one."""
    from symstride.check.compared import setting_of
    from symstride.layers.substitution import substitute

    symbols = request.all_symbols
    for numbers in islice(product(TRIED, repeat=len(symbols)), MAX_TRIALS):
        values = dict(zip(symbols, map(sympy.Integer, numbers), strict=True))
        try:
            layer = request.layer.subs({s: values[s] for s in request.layer.symbols})
            phases = tuple(int(a) for a in substitute(request.phases, values))
            reach = zip(layer.kernel, layer.stride, layer.dilation, layer.padding, phases, strict=True)
            size = tuple(dl * (k - 1) + s * (a + 1) + 2 + max(0, -low) for k, s, dl, (low, _), a in reach)
            small = setting_of(layer, size, phases, "image", "channel_major", False).small()
        except SymstrideError:
            continue
        yield small.layer, phases, small.input_size


def _of_axes(layer: Any, phases: tuple[int, ...]) -> int:
    rows = zip(layer.kernel, layer.stride, layer.dilation, layer.padding, phases, strict=True)
    return _telling((k, s, dl, low, a) for k, s, dl, (low, _), a in rows)


def _agreement(row: Any) -> str:
    if not row.verdict.ok:
        return str(row.verdict)
    return "exact" if row.worst is None else "within the rounding bound"


def _shown(sizes: tuple[int, ...]) -> str:
    return " x ".join(map(str, sizes))


def _channels(layer: Any) -> str:
    return f"{layer.in_channels} channels in, {layer.out_channels} out, kernel {_shown(layer.kernel)}"
