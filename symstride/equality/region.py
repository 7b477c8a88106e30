"""For which values of one symbol a port or a lowering of a layer is right: residue classes, each decided by z3.

Two layers with the same unknown weights are equal at a size when they have as many outputs and each product
``w[i]*x[t]`` occurs in the same output.  For one axis that is a statement about integers: no size ``N``, output ``j``
and tap ``i`` has ``t`` in the input on one side and another ``t``, or none, on the other.  With numbers for strides and
dilations it is linear, with division by numbers, in the symbol, ``N``, ``j`` and ``i``: Presburger arithmetic, which is
decidable (Presburger 1929).  Values of the symbol are tried first, which suggests classes and gives counterexamples;
then z3 is asked of each class whether all of it is right, or all of it wrong.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from typing import Any, TypeAlias

import sympy

from symstride.equality.repeats import listed
from symstride.errors import NotSupported, SpecError
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, add, integer, multiply
from symstride.layers.layer import Conv
from symstride.layers.rounding import ceil_div, floor_div
from symstride.limits import check
from symstride.verdict import Verdict, proved, refuted, unknown

ASKED = "valid_region(left, right)"

MODULI, TRIED = 12, 48
"""The largest modulus of classes that is looked for, and how many values are tried to find it."""

MAX_TAPS = 400
"""Taps of a kernel among the values that are tried."""

TIMEOUT = 20_000
"""Milliseconds that z3 has for one class."""


@dataclass(frozen=True, slots=True)
class InPhases:
    """A layer of stride ``cell`` as one of stride 1 on phases, along each axis.

    The kernel gets ``front`` zeros in front, and as many behind as fill the last cell; then it has ``kernel`` cells,
    ``ceil((k + front)/cell)`` when left out.  ``padding`` counts cells: a number, or (low, high).  Sizes are multiples
    of the cell.
    """

    cell: int
    front: Integer = 0
    padding: Any = 0
    kernel: Integer | None = None

    def __post_init__(self) -> None:
        low, high = self.padding if isinstance(self.padding, tuple | list) else (self.padding, self.padding)
        asked = "InPhases({}=...)".format
        cell = integer(self.cell, asked("cell"), 1)
        if not isinstance(cell, int):
            raise SpecError(asked("cell"), "a number", str(cell), "the symbol may stand in front, padding or kernel")
        object.__setattr__(self, "front", integer(self.front, asked("front"), 0))
        object.__setattr__(self, "padding", (integer(low, asked("padding")), integer(high, asked("padding"))))
        if self.kernel is not None:
            object.__setattr__(self, "kernel", integer(self.kernel, asked("kernel"), 1))


@dataclass(frozen=True)
class Misread:
    """The first size, output and tap for which the two differ, of one value of the symbol.

    ``left`` and ``right`` are the places that tap ``i`` of output ``j`` reads, None where that is no place; or the
    numbers of outputs, where ``j`` is None.
    """

    value: int
    size: int
    j: int | None
    i: int | None
    left: int | None
    right: int | None

    def __str__(self) -> str:
        if self.j is None:
            return f"at N = {self.size}: {self.left} outputs against {self.right}"
        places = ("no place" if t is None else f"x[{t}]" for t in (self.left, self.right))
        return f"at N = {self.size}: tap {self.i} of output {self.j} reads {' against '.join(places)}"


@dataclass(frozen=True)
class Region:
    """Which values of ``symbol``, from ``least`` on, are right.

    From ``start`` on these are the ones that leave a remainder of ``right`` by ``modulus``; below, those in
    ``single``.  ``counterexamples`` has one for the first wrong value of each class, and for each wrong value below
    ``start``.  ``open`` names classes that z3 did not decide; when there are any, nothing else is claimed.
    """

    symbol: str
    least: int
    modulus: int
    right: tuple[int, ...]
    start: int
    single: tuple[int, ...]
    counterexamples: Mapping[int, Misread]
    open: tuple[str, ...] = ()

    def holds(self, value: int) -> bool:
        """Whether that value is right.  Raises ``NotSupported`` where z3 did not decide."""
        if self.open:
            raise NotSupported("Region.holds(value)", "classes that were decided", self.open[0], "look at .open")
        return value % self.modulus in self.right if value >= self.start else value in self.single

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        if self.open:
            return f"open: {'; '.join(self.open)}"
        lines = [f"right iff {self._words()}" if self._words() not in ("all", "none") else self._whole()]
        return "\n".join([*lines, *(f"{self.symbol} = {v}: {c}" for v, c in sorted(self.counterexamples.items()))])

    def _whole(self) -> str:
        return f"right for every {self.symbol}" if self._words() == "all" else f"wrong for every {self.symbol}"

    def _words(self) -> str:
        below = range(self.least, self.start)
        if len(self.right) == self.modulus and all(n in self.single for n in below):
            return "all"
        if not self.right:
            return f"{self.symbol} = {listed(self.single)}" if self.single else "none"
        name = self.symbol
        classes = f"{name} mod {self.modulus} is {' or '.join(map(str, self.right))}"
        rule = classes if len(self.right) < self.modulus else ""
        lacking = [n for n in below if n % self.modulus in self.right and n not in self.single]
        more = [n for n in self.single if n % self.modulus not in self.right]
        if lacking:
            rule = f"{rule} and {name} is not {listed(lacking)}" if rule else f"{name} is not {listed(lacking)}"
        return rule + (f", or {name} is {listed(more)}" if more else "")

    def to_verdict(self) -> Verdict:
        """Proved by z3 for all values, refuted with the first counterexample, or unknown."""
        if self.open:
            return unknown("; ".join(self.open))
        if self.counterexamples:
            value, example = min(self.counterexamples.items())
            return refuted(f"{self.symbol} = {value}, {example}")
        return proved(f"{self.symbol} >= {self.least}", proviso="z3 says so, and left nothing to replay")

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        examples = {value: str(example) for value, example in self.counterexamples.items()}
        found = {name: getattr(self, name) for name in ("symbol", "least", "modulus", "start")}
        lists = {name: list(getattr(self, name)) for name in ("right", "single", "open")}
        return {**found, **lists, "counterexamples": examples}


# ------------------------------------------------------------------------------------------------ one axis


@dataclass(frozen=True)
class _TapsOf:
    """Tap ``i`` of output ``j`` reads ``stride*j + dilation*i - low``, for ``0 <= j < outputs`` and ``0 <= i < taps``.

    The size is a multiple of ``cell``; expressions are in the symbol and in ``N``.
    """

    stride: int
    dilation: int
    low: Integer
    outputs: Integer
    taps: Integer
    cell: int = 1


_N = sympy.Symbol("N", integer=True, positive=True)


def _of_layer(layer: Conv, axis: Axis) -> _TapsOf:
    for name, value in (("stride", axis.stride), ("dilation", axis.dilation)):
        if not isinstance(value, int):
            hint = "give numbers for strides and dilations; the symbol may be a kernel size or a padding"
            raise NotSupported(ASKED, f"a number as {name}", str(value), hint)
    if layer.padding_mode != "zeros":
        raise NotSupported(ASKED, "zero padding", layer.padding_mode, "write the padding as zeros")
    return _TapsOf(int(axis.stride), int(axis.dilation), axis.low, axis.output_size(_N), axis.kernel)


def _of_phases(made: InPhases, taps: Integer) -> _TapsOf:
    s, (low, high) = made.cell, made.padding
    kernel = ceil_div(add(taps, made.front), s) if made.kernel is None else made.kernel
    outputs = add(floor_div(_N, s), low, high, multiply(-1, kernel), 1)
    start = add(multiply(s, low), multiply(-1, made.front))
    read = add(multiply(s, kernel), multiply(-1, made.front))
    return _TapsOf(s, 1, start, outputs, taps if made.kernel is None else sympy.Min(taps, read), s)


def _both_taps(left: Any, right: Any) -> tuple[_TapsOf, _TapsOf, Integer]:
    """Both sides along one axis, and the taps that there are; all axes have to be alike."""
    if not isinstance(left, Conv) or not isinstance(right, Conv | InPhases):
        got = f"{type(left).__name__} and {type(right).__name__}"
        raise SpecError(ASKED, "a Conv on the left, a Conv or InPhases on the right", got, "describe both by formulas")
    mixed = {s for side in (left, right) if isinstance(side, Conv) for s in side.symbols if s.name == "N"}
    if mixed:
        raise NotSupported(ASKED, "a symbol that is not called N, which is the size", "N", "call it k or p")
    rows = []
    for number, axis in enumerate(left.axes((_N,) * left.ndim)):
        if isinstance(right, InPhases):
            other = _of_phases(right, axis.kernel)
        else:
            if right.weight_shape != left.weight_shape:
                got = f"{left.weight_shape} and {right.weight_shape}"
                raise NotSupported(ASKED, "layers with weights of the same shapes", got, "use InPhases for lowerings")
            other = _of_layer(right, right.axes((_N,) * right.ndim)[number])
        rows.append((_of_layer(left, axis), other, axis.kernel))
    if len(set(rows)) > 1:
        raise NotSupported(ASKED, "axes that are alike", "axes that differ", "ask for one axis at a time")
    return rows[0]


# ------------------------------------------------------------------------------------------------ numbers, or terms

Numbers: TypeAlias = Mapping[sympy.Symbol, Any]
Smaller: TypeAlias = Callable[[Any, Any], Any]
"""The smaller of two numbers, or of two terms."""


def _value(expression: Integer, at: Numbers, smaller: Smaller = min) -> Any:
    """The expression with numbers, or terms of z3, for its symbols."""
    return _compiled(expression)(at, smaller)


@cache
def _compiled(expression: Integer) -> Callable[[Numbers, Smaller], Any]:
    e = sympy.sympify(expression)
    if e.is_Integer:
        number = int(e)
        return lambda at, smaller: number
    if e.is_Symbol:
        return lambda at, smaller: at[e]
    if e.is_Add or e.is_Mul:
        return _joined(e.args, operator.add if e.is_Add else operator.mul)
    if isinstance(e, sympy.floor | sympy.ceiling):
        sign = 1 if isinstance(e, sympy.floor) else -1
        top, below = sympy.fraction(sympy.together(sign * e.args[0]))
        if below.is_Integer:
            part, by = _compiled(sympy.expand(top)), int(below)
            return lambda at, smaller: sign * _divided(part(at, smaller), by)
    if isinstance(e, sympy.Mod) and e.args[1].is_Integer and e.args[1] > 0:
        part, by = _compiled(e.args[0]), int(e.args[1])
        return lambda at, smaller: (a := part(at, smaller)) - by * _divided(a, by)
    if isinstance(e, sympy.Min):
        parts = [_compiled(part) for part in e.args]
        return lambda at, smaller: reduce(smaller, [part(at, smaller) for part in parts])
    if isinstance(e, sympy.Max):
        least = _compiled(sympy.Min(*(-part for part in e.args)))
        return lambda at, smaller: -least(at, smaller)
    hint = "write it with sums, numbers as factors, floor, ceiling, Mod, Min and Max"
    raise NotSupported(ASKED, "formulas that are linear but for division by numbers", str(e)[:80], hint)


def _joined(given: Sequence[sympy.Expr], join: Callable[[Any, Any], Any]) -> Callable[[Numbers, Smaller], Any]:
    if join is operator.mul and sum(1 for part in given if part.free_symbols) > 1:
        hint = "let the symbol occur with numbers as factors"
        raise NotSupported(ASKED, "formulas that are linear", " * ".join(map(str, given))[:80], hint)
    parts = [_compiled(part) for part in given]
    return lambda at, smaller: reduce(join, [part(at, smaller) for part in parts])


def _divided(a: Any, b: int) -> Any:
    """``a`` by a number above 0, rounded down, which is what z3 does for these."""
    return a // b if isinstance(a, int) else a / b


# ------------------------------------------------------------------------------------------------ by trying


@dataclass
class _Question:
    left: _TapsOf
    right: _TapsOf
    taps: Integer
    symbol: sympy.Symbol
    least: int
    most: int = 40
    found: dict[int, Misread | None] = field(default_factory=dict)

    def example(self, value: int) -> Misread | None:
        """The first counterexample for that value, of sizes up to ``most`` and twice the kernel."""
        if value not in self.found:
            sizes = range(1, self.most + 2 * int(_value(self.taps, {self.symbol: value})) + 1)
            tried = (self._at(value, n) for n in sizes if n % self.right.cell == 0)
            self.found[value] = next((one for one in tried if one is not None), None)
        return self.found[value]

    def _at(self, value: int, size: int) -> Misread | None:
        at = {self.symbol: value, _N: size}
        outputs = [int(_value(side.outputs, at)) for side in (self.left, self.right)]
        if min(outputs) < 1:
            return None
        if outputs[0] != outputs[1]:
            return Misread(value, size, None, None, *outputs)
        for j, i in self._steps(at, outputs[0]):
            places = [self._place(side, at, j, i, size) for side in (self.left, self.right)]
            if places[0] != places[1]:
                return Misread(value, size, j, i, *places)
        return None

    def _steps(self, at: Numbers, outputs: int) -> Iterator[tuple[int, int]]:
        """Outputs and taps, where the two may differ."""
        lows = [_value(side.low, at) for side in (self.left, self.right)]
        taps = [_value(side.taps, at) for side in (self.left, self.right)]
        steps = [(side.stride, side.dilation) for side in (self.left, self.right)]
        if lows[0] == lows[1] and taps[0] == taps[1] and steps[0] == steps[1]:
            return
        yield from ((j, i) for j in range(outputs) for i in range(_value(self.taps, at)))

    def _place(self, side: _TapsOf, at: Numbers, j: int, i: int, size: int) -> int | None:
        t = side.stride * j + side.dilation * i - int(_value(side.low, at))
        return t if 0 <= t < size and i < int(_value(side.taps, at)) else None


def _classes(question: _Question) -> tuple[int, int] | None:
    """(modulus, start) of the classes that the values that were tried suggest."""
    values = _tried(question.least)
    right = {value: question.example(value) is None for value in values}
    for start in range(question.least, question.least + MODULI + 1):
        for modulus in range(1, MODULI + 1):
            if all(right[v] == right[v + modulus] for v in values if v >= start and v + modulus in right):
                return modulus, start
    return None


# ------------------------------------------------------------------------------------------------ by z3


class _Solver:
    """What z3 is asked: is there a difference, for some value; is there a value without any."""

    def __init__(self, question: _Question) -> None:
        self.z3 = _z3_module()
        self.question = question
        self.k, self.n, self.j, self.i = self.z3.Ints("k N j i")

    def differs(self) -> Any:
        """There are outputs on both sides, and they differ in number, or tap ``i`` of output ``j`` does."""
        z3, q = self.z3, self.question
        sides = (q.left, q.right)
        m, taps, low = ([self._term(getattr(side, name)) for side in sides] for name in ("outputs", "taps", "low"))
        t = [side.stride * self.j + side.dilation * self.i - lo for side, lo in zip(sides, low, strict=True)]
        there = [z3.And(place >= 0, place < self.n, self.i < some) for place, some in zip(t, taps, strict=True)]
        reads = z3.And(self.j >= 0, self.j < m[0], self.i >= 0, self.i < self._term(q.taps))
        differ = z3.And(reads, z3.Or(there[0] != there[1], z3.And(there[0], there[1], t[0] != t[1])))
        sizes = z3.And(self.n >= 1, self.n % q.right.cell == 0, m[0] >= 1, m[1] >= 1)
        return z3.And(sizes, z3.Or(m[0] != m[1], differ))

    def _term(self, expression: Integer) -> Any:
        at = {self.question.symbol: self.k, _N: self.n}
        found = _value(expression, at, lambda a, b: self.z3.If(a <= b, a, b))
        return self.z3.IntVal(found) if isinstance(found, int) else found

    def all_right(self, values: Any) -> str:
        """ "unsat" when none of the values has a difference."""
        return self._asked(values, self.differs())

    def all_wrong(self, values: Any) -> str:
        """ "unsat" when each of the values has one."""
        z3 = self.z3
        return self._asked(values, z3.ForAll([self.n, self.j, self.i], z3.Not(self.differs())))

    def _asked(self, *formulas: Any) -> str:
        solver = self.z3.Solver()
        solver.set("timeout", TIMEOUT)
        solver.add(*formulas)
        return str(solver.check())


def _z3_module() -> Any:
    try:
        import z3
    except ImportError:
        hint = "pip install 'symstride[smt]', or ask equal(..., sizes=\"all\") for single values"
        raise NotSupported(ASKED, "the solver z3", "no z3 here", hint) from None
    return z3


# ------------------------------------------------------------------------------------------------ the answer


def valid_region(left: Conv, right: Conv | InPhases) -> Region:
    """For which values of the one symbol in them the two are the same layer, at every size.

        k = sympy.Symbol("k", integer=True, positive=True)
        half = (k - 1) // 2
        layer = Conv(1, 1, k, stride=2, padding=((half, k - 1 - half),), ndim=1)
        print(valid_region(layer, InPhases(2, front=k % 2, padding=((half + 1) // 2, half // 2))))
        # right iff k mod 4 is 2 or 3

    The symbol is a kernel size or a padding, or occurs in their formulas; strides, dilations and cells are numbers.  A
    value is right when both have as many outputs, of the same products, at every size at which both have outputs.
    Classes of values are found by trying, and each is decided by z3 (``pip install 'symstride[smt]'``): all of it
    right, or all of it wrong.  ``Region.open`` names what was not decided.

    Raises ``NotSupported`` for other symbols, for formulas that are not linear, and where z3 is not installed.
    """
    one, other, taps = _both_taps(left, right)
    symbol = _symbol(one, other, taps)
    least = 1 if symbol.is_positive or sympy.sympify(taps).has(symbol) else 0
    check("valid_region", max(int(_value(taps, {symbol: v})) for v in _tried(least)), MAX_TAPS, "taps", _SMALLER)
    question = _Question(one, other, taps, symbol, least)
    solver = _Solver(question)
    suggested = _classes(question)
    if suggested is None:
        return Region(str(symbol), least, 1, (), least, (), {}, (f"no classes with a modulus up to {MODULI}",))
    return _decided(question, solver, *suggested)


_SMALLER = "let the symbol have a smaller factor"


def _tried(least: int) -> range:
    """The values that are tried."""
    return range(least, least + TRIED)


def _symbol(*given: Any) -> sympy.Symbol:
    parts = [
        part for one in given for part in ([one.low, one.outputs, one.taps] if isinstance(one, _TapsOf) else [one])
    ]
    found = sorted({s for part in parts for s in sympy.sympify(part).free_symbols} - {_N}, key=str)
    if len(found) != 1:
        got = ", ".join(map(str, found)) or "none"
        raise NotSupported(ASKED, "one symbol, a kernel size or a padding", got, "give numbers for the others")
    return found[0]


def _decided(question: _Question, solver: _Solver, modulus: int, start: int) -> Region:
    k, least = solver.k, question.least
    below = list(range(least, start))
    single = tuple(value for value in below if question.example(value) is None)
    first = {value % modulus: value for value in reversed(range(start, start + modulus))}
    right = tuple(sorted(r for r, value in first.items() if question.example(value) is None))
    said = []
    for value in below:
        if value in single and (answer := solver.all_right(k == value)) != "unsat":
            said.append(f"{question.symbol} = {value}: z3 says {answer}")
    for remainder in range(modulus):
        values = solver.z3.And(k % modulus == remainder, k >= start)
        answer = solver.all_right(values) if remainder in right else solver.all_wrong(values)
        if answer != "unsat":
            word = "right" if remainder in right else "wrong"
            said.append(f"{question.symbol} mod {modulus} = {remainder}, {word} as far as tried: z3 says {answer}")
    wrong = [*(value for value in below if value not in single), *(v for r, v in first.items() if r not in right)]
    examples = {value: example for value in wrong if (example := question.example(value)) is not None}
    return Region(str(question.symbol), least, modulus, right, start, single, examples, tuple(said))
