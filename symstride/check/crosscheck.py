"""Run a strided layer and its expanded form on numbers, in every framework at hand, and compare.

The strided layer is evaluated by plain loops that know only its description.  Integers and fractions have to agree
exactly, floats within the bound of ``bounds.py``.  What a backend evaluates, one row each:

    strided                 the layer itself, where the backend has strides; "same" stays a word for its own reading
    expanded                ``bank.split``, the equivalent unit-stride layer, ``bank.merge``
    expanded, <operator>    the same with the framework's own space-to-depth, where it has one that fits the bank

Transposed layers and pools have rows of their own: see ``check.compared``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.shapes import need_numbers
from symstride.check.backends import Backend, find
from symstride.check.compared import AnySetting, Evaluate, setting_of
from symstride.check.report import CrossCheck, Row
from symstride.check.samples import NUMBERS
from symstride.check.witness import Arrays, Witness, shrink, support
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.asked import no_layer
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_EXACT, MAX_PRODUCTS, MAX_VALUES, check
from symstride.verdict import Verdict, refuted, sampled, unknown


@dataclass(frozen=True)
class Sampling:
    """A setting in one kind of number, with the seed that they are drawn by."""

    setting: AnySetting
    kind: str
    seed: int


def cross_check(
    layer: Conv | ConvTranspose | MaxPool | AveragePool,
    input_size: PerAxis | None = None,
    backends: Sequence[str] = ("numpy",),
    seed: int = 0,
    phases: PerAxis = 1,
    origin: str = "image",
    order: str = "channel_major",
    drop_dead: bool = False,
    numbers: Sequence[str] = tuple(NUMBERS),
) -> CrossCheck:
    """Compare ``layer`` with its expanded form in each of ``backends``, on random numbers made from ``seed``.

    Each backend computes with those of ``numbers`` that it knows: "integers", "int8", "fractions", "float32",
    "float64".  Unknown backends are refused by name; known ones that are not installed are named in the report, with
    how to get them.  ``phases`` and the three options behind them are those of ``expand``.

    A transposed layer is compared with its bank in each backend, and with the backend's own where it has one; a pool
    with its table of taps, an average with a depthwise layer as well, on a map of one channel.
    """
    if not isinstance(layer, Conv | ConvTranspose | MaxPool | AveragePool):
        raise no_layer("cross_check(layer)", layer, "a layer or a pool")
    need_numbers("cross_check(layer)", getattr(layer, "symbols", ()), "give the layer's sizes values")
    engines = [find(name) for name in ([backends] if isinstance(backends, str) else backends)]
    whole = setting_of(layer, input_size, phases, origin, order, drop_dead)
    runs = [Sampling(whole.small() if NUMBERS[kind].small else whole, kind, seed) for kind in _kinds(numbers)]
    for run in runs:
        _check_work(run)
    rows = [row for engine in engines for row in _rows(engine, runs)]
    return CrossCheck(whole.explicit, whole.input_size, seed, tuple(rows))


def _kinds(numbers: Sequence[str]) -> tuple[str, ...]:
    kinds = (numbers,) if isinstance(numbers, str) else tuple(numbers)
    for kind in kinds:
        if kind not in NUMBERS:
            asked, known = "cross_check(numbers=...)", f"names among: {', '.join(NUMBERS)}"
            raise SpecError(asked, known, repr(kind)[:80], "spell the name as listed")
    return kinds


def _check_work(run: Sampling) -> None:
    """Refuse a comparison that would take too many numbers, or too many products of them."""
    held, products = run.setting.work()
    asked, small = f"cross_check, {run.kind}", NUMBERS[run.kind].small
    hint = "leave these numbers out: numbers=(...)" if small else "take a smaller input or fewer channels"
    check(asked, held, MAX_EXACT if small else MAX_VALUES, "numbers in inputs, weights and outputs", hint)
    check(asked, products, MAX_EXACT if small else MAX_PRODUCTS, "products for one evaluation", hint)


def _rows(engine: Backend, runs: Sequence[Sampling]) -> Iterator[Row]:
    try:
        version = engine.version()
    except NotSupported as why:
        yield _absent(engine, f"{engine.name} does not load: {why.got}; {why.hint}")
        return
    if version is None:
        yield _absent(engine, f"{engine.name} is not installed; to get it: {engine.requirement}")
        return
    for run in runs:
        if run.kind in engine.numbers:
            for side, evaluate in run.setting.sides(engine):
                yield _row(engine, version, side, run, evaluate)


def _absent(engine: Backend, reason: str) -> Row:
    return Row(engine.name, "", "", "", (), 0, None, unknown(reason))


def _row(engine: Backend, version: str, side: str, run: Sampling, evaluate: Evaluate) -> Row:
    arrays = run.setting.draw(run.kind, run.seed)
    raised = False
    try:
        outputs, worst, verdict = _compare(run, evaluate, arrays)
    except NotSupported as refusal:
        outputs, worst, verdict = 0, None, unknown(f"{engine.name} refused: {refusal.got}")
    except SymstrideError:
        raise
    except Exception as why:  # noqa: BLE001 -- the framework's own refusal, whose type is its own; no answer is lost
        said = " ".join(str(why).split())[:200]
        outputs, worst, verdict = 0, None, unknown(f"{engine.name} raised {type(why).__name__}: {said}")
        raised = True
    return Row(engine.name, version, side, run.kind, run.setting.input_size, outputs, worst, verdict, raised)


def _compare(run: Sampling, evaluate: Evaluate, arrays: Arrays) -> tuple[int, float | None, Verdict]:
    """How many outputs were compared, the worst deviation over its bound (None for exact numbers), and the verdict."""
    expected, got = _reference(run, arrays), evaluate(arrays)
    bound = _bound(run, arrays)
    if bound is not None and not np.isfinite(bound).all():
        return 0, None, unknown("too many terms for this precision: the error bound is infinite")
    place = first_difference(expected, got, bound)
    if place is None:
        return expected.size, _worst(expected, got, bound), sampled(1, run.seed)
    return expected.size, None, refuted(_witness(run, evaluate, arrays))


def _reference(run: Sampling, arrays: Arrays) -> NDArray[Any]:
    """The plain loops, in int64 for narrower integers: 8-bit factors have wider sums in every framework."""
    x, w, b = (a.astype(np.int64) if a is not None and a.dtype.kind == "i" else a for a in arrays)
    return run.setting.reference((x, w, b))  # type: ignore[arg-type]  # x and w are never None


def _bound(run: Sampling, arrays: Arrays) -> NDArray[np.float64] | None:
    return None if NUMBERS[run.kind].exact else run.setting.bound(arrays)


def first_difference(expected: NDArray[Any], got: NDArray[Any], bound: NDArray[Any] | None) -> tuple[int, ...] | None:
    """The first index, row-major, at which the two differ by more than ``bound`` (None: at all); None if nowhere.

    NaN differs from everything, and another shape differs at once.
    """
    if expected.shape != got.shape:
        return (0,) * expected.ndim
    if bound is None:
        same = np.asarray(expected == got, dtype=bool)
    else:
        same = np.abs(expected.astype(np.float64) - got.astype(np.float64)) <= bound
    wrong = np.argwhere(~same)
    return tuple(int(n) for n in wrong[0]) if len(wrong) else None


def _worst(expected: NDArray[Any], got: NDArray[Any], bound: NDArray[Any] | None) -> float | None:
    if bound is None:
        return None
    return float(np.max(np.abs(expected.astype(np.float64) - got.astype(np.float64)) / bound))


def _witness(run: Sampling, evaluate: Evaluate, arrays: Arrays) -> Witness:
    """The counterexample in ``arrays``, with as few non-zero entries as ``shrink`` finds."""
    layer = run.setting.explicit

    def fails(candidate: Arrays) -> tuple[int, ...] | None:
        return first_difference(_reference(run, candidate), evaluate(candidate), _bound(run, candidate))

    smallest = shrink(fails, arrays)
    place = fails(smallest) or (0,) * (layer.ndim + 2)
    expected, got = _reference(run, smallest), evaluate(smallest)
    x, w, b = (support(array) for array in smallest)
    answer = got[place] if got.shape == expected.shape else f"an array of shape {got.shape}"
    return Witness(layer, run.setting.input_size, x, w, b, place, expected[place], answer)
