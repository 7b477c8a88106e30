"""Run a strided layer and its expanded form on numbers, in every framework at hand, and compare.

The strided layer is evaluated by plain loops that know only its description.  Integers and fractions have to agree
exactly, floats within the bound of ``bounds.py``.  What a backend evaluates, one row each:

    strided                 the layer itself, where the backend has strides; "same" stays a word for its own reading
    expanded                ``bank.split``, the equivalent unit-stride layer, ``bank.merge``
    expanded, <operator>    the same with the framework's own space-to-depth, where it has one that fits the bank
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.bank import Bank, expand
from symstride.algebra.shapes import known_size, need_numbers
from symstride.check.backends import Backend, find
from symstride.check.backends.phases import expanded_by_operator
from symstride.check.bounds import error_bound
from symstride.check.reference import convolve
from symstride.check.report import CrossCheck, Row
from symstride.check.samples import NUMBERS, draw_arrays, small_layer
from symstride.check.witness import Arrays, Witness, shrink, support
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.asked import need_layer
from symstride.layers.integer import add, multiply
from symstride.layers.layer import Conv, PerAxis
from symstride.limits import MAX_EXACT, MAX_PRODUCTS, MAX_VALUES, check
from symstride.verdict import Verdict, refuted, sampled, unknown

Evaluate: TypeAlias = Callable[[Arrays], NDArray[Any]]


@dataclass(frozen=True)
class Setting:
    """What is compared: a layer and its bank, on inputs of one size, in one kind of number."""

    layer: Conv
    bank: Bank
    input_size: tuple[int, ...]
    kind: str
    seed: int


def cross_check(
    layer: Conv,
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
    how to get them.
    """
    need_layer("cross_check(layer)", layer)
    need_numbers("cross_check(layer)", layer.symbols, "give the layer's sizes values")
    engines = [find(name) for name in ([backends] if isinstance(backends, str) else backends)]
    sizes = tuple(int(n) for n in known_size(layer, input_size, "cross_check(input_size=...)"))
    bank = expand(layer, phases, origin, order, drop_dead, sizes)
    settings = [_setting(layer, bank, sizes, kind, seed) for kind in _kinds(numbers)]
    for setting in settings:
        _check_work(setting)
    rows = [row for engine in engines for row in _rows(engine, settings)]
    return CrossCheck(bank.layer_spec, sizes, seed, tuple(rows))


def _kinds(numbers: Sequence[str]) -> tuple[str, ...]:
    kinds = (numbers,) if isinstance(numbers, str) else tuple(numbers)
    for kind in kinds:
        if kind not in NUMBERS:
            asked, known = "cross_check(numbers=...)", f"names among: {', '.join(NUMBERS)}"
            raise SpecError(asked, known, repr(kind)[:80], "spell the name as listed")
    return kinds


def _setting(layer: Conv, bank: Bank, sizes: tuple[int, ...], kind: str, seed: int) -> Setting:
    if not NUMBERS[kind].small:
        return Setting(layer, bank, sizes, kind, seed)
    phases = tuple(int(a) for a in bank.phases)
    small, small_size = small_layer(bank.layer_spec, sizes, phases)
    small_bank = expand(small, phases, bank.origin, bank.order, bank.drop_dead, small_size)
    return Setting(small, small_bank, small_size, kind, seed)


def _check_work(setting: Setting) -> None:
    """Refuse a comparison that would take too many numbers, or too many products of them."""
    layer, unit = setting.bank.layer_spec, setting.bank.layer(setting.input_size)
    held = 0
    for each, size in ((layer, setting.input_size), (unit, unit.input_size or ())):
        outputs = multiply(each.out_channels, *each.output_size(size))
        held += int(add(multiply(each.in_channels, *size), multiply(*each.weight_shape), outputs))
    asked, small = f"cross_check, {setting.kind}", NUMBERS[setting.kind].small
    hint = "leave these numbers out: numbers=(...)" if small else "take a smaller input or fewer channels"
    check(asked, held, MAX_EXACT if small else MAX_VALUES, "numbers in inputs, weights and outputs", hint)
    products = max(int(layer.cost(setting.input_size).multiply_adds), int(unit.cost().multiply_adds))
    check(asked, products, MAX_EXACT if small else MAX_PRODUCTS, "products for one evaluation", hint)


def _rows(engine: Backend, settings: Sequence[Setting]) -> Iterator[Row]:
    try:
        version = engine.version()
    except NotSupported as why:
        yield _absent(engine, f"{engine.name} does not load: {why.got}; {why.hint}")
        return
    if version is None:
        yield _absent(engine, f"{engine.name} is not installed; to get it: {engine.requirement}")
        return
    for setting in settings:
        if setting.kind in engine.numbers:
            for side, evaluate in _sides(engine, setting):
                yield _row(engine, version, side, setting, evaluate)


def _absent(engine: Backend, reason: str) -> Row:
    return Row(engine.name, "", "", "", (), 0, None, unknown(reason))


def _sides(engine: Backend, setting: Setting) -> Iterator[tuple[str, Evaluate]]:
    """What the backend evaluates, by name."""
    yield "expanded", _expanded(engine, setting)
    operator = expanded_by_operator(engine, setting.bank)
    if operator is not None:
        yield f"expanded, {operator.name}", lambda arrays: operator.evaluate(*arrays)
    if engine.strides:
        yield "strided", _strided(engine, setting)


def _expanded(engine: Backend, setting: Setting) -> Evaluate:
    """The unit-stride form in ``engine``: phases, the equivalent layer, and back."""
    bank, spec = setting.bank, setting.bank.layer_spec

    def evaluate(arrays: Arrays) -> NDArray[Any]:
        x, w, b = arrays
        unit = bank.layer(setting.input_size)
        y = engine.convolve(unit, bank.split(x), bank.weight(w), bank.bias(b))
        if y.shape != (len(x), unit.out_channels, *unit.output_size()):
            return y  # an answer of another shape is a wrong answer, not a bad request: left as it is, it is refuted
        merged: NDArray[Any] = bank.merge(y, spec.output_size(setting.input_size))
        return merged

    return evaluate


def _strided(engine: Backend, setting: Setting) -> Evaluate:
    return lambda arrays: engine.convolve(setting.layer, *arrays)


def _row(engine: Backend, version: str, side: str, setting: Setting, evaluate: Evaluate) -> Row:
    arrays = draw_arrays(setting.bank.layer_spec, setting.input_size, setting.kind, setting.seed)
    raised = False
    try:
        outputs, worst, verdict = _compare(setting, evaluate, arrays)
    except NotSupported as refusal:
        outputs, worst, verdict = 0, None, unknown(f"{engine.name} refused: {refusal.got}")
    except SymstrideError:
        raise
    except Exception as why:  # noqa: BLE001 -- the framework's own refusal, whose type is its own; no answer is lost
        said = " ".join(str(why).split())[:200]
        outputs, worst, verdict = 0, None, unknown(f"{engine.name} raised {type(why).__name__}: {said}")
        raised = True
    return Row(engine.name, version, side, setting.kind, setting.input_size, outputs, worst, verdict, raised)


def _compare(setting: Setting, evaluate: Evaluate, arrays: Arrays) -> tuple[int, float | None, Verdict]:
    """How many outputs were compared, the worst deviation over its bound (None for exact numbers), and the verdict."""
    layer, exact = setting.bank.layer_spec, NUMBERS[setting.kind].exact
    expected, got = _reference(layer, arrays), evaluate(arrays)
    bound = None if exact else error_bound(layer, *arrays)
    if bound is not None and not np.isfinite(bound).all():
        return 0, None, unknown("too many terms for this precision: the error bound is infinite")
    place = first_difference(expected, got, bound)
    if place is None:
        return expected.size, _worst(expected, got, bound), sampled(1, setting.seed)
    return expected.size, None, refuted(_witness(setting, evaluate, arrays))


def _reference(layer: Conv, arrays: Arrays) -> NDArray[Any]:
    """The plain loops, in int64 for narrower integers: 8-bit factors have wider sums in every framework."""
    x, w, b = (a.astype(np.int64) if a is not None and a.dtype.kind == "i" else a for a in arrays)
    return convolve(layer, x, w, b)  # type: ignore[arg-type]  # x and w are never None


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


def _witness(setting: Setting, evaluate: Evaluate, arrays: Arrays) -> Witness:
    """The counterexample in ``arrays``, with as few non-zero entries as ``shrink`` finds."""
    layer, exact = setting.bank.layer_spec, NUMBERS[setting.kind].exact

    def fails(candidate: Arrays) -> tuple[int, ...] | None:
        bound = None if exact else error_bound(layer, *candidate)
        return first_difference(_reference(layer, candidate), evaluate(candidate), bound)

    smallest = shrink(fails, arrays)
    place = fails(smallest) or (0,) * (layer.ndim + 2)
    expected, got = _reference(layer, smallest), evaluate(smallest)
    x, w, b = (support(array) for array in smallest)
    answer = got[place] if got.shape == expected.shape else f"an array of shape {got.shape}"
    return Witness(layer, setting.input_size, x, w, b, place, expected[place], answer)
