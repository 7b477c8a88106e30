"""A linear map between signals: a formula for all indices, its entries for numbers, and arithmetic with both.

Operators add, multiply and transpose without listing anything.  Entries are listed where they are asked for: as SymPy
expressions, exactly, or as numbers of NumPy and SciPy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeAlias, overload

import sympy

from symstride.algebra.optional import scipy_module
from symstride.algebra.shapes import need_numbers
from symstride.algebra.sizes import LAST_PLACE
from symstride.errors import NotSupported, SpecError
from symstride.layers.integer import Integer, multiply, shown
from symstride.limits import MAX_VALUES, check, check_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from symstride.algebra.content import Content, Triples
    from symstride.verdict import Verdict

Index: TypeAlias = tuple[int, ...]

INDEX = re.compile("[ociqjtmw][0-9]*")
"""Names that formulas have for indices and weights; a size that is called so is refused, as it would be captured."""

DENSE_LIMIT = 10_000
"""Matrices with more entries than this, zeros included, are made sparse unless asked otherwise."""

CELL_LIMIT = 2_000_000
"""Operators with more non-zero entries than this are refused before they are listed as expressions."""


class EntryDifference(NamedTuple):
    """Where two operators differ, with both entries."""

    row: Index
    column: Index
    left: sympy.Expr
    right: sympy.Expr

    def __str__(self) -> str:
        return f"at row {self.row}, column {self.column} left is {self.left}, right is {self.right}"


@dataclass(frozen=True)
class Parts:
    """An operator that is made of others: a "product", a "sum", a "multiple" by ``factor``, or a "transpose"."""

    kind: str
    operators: tuple[Operator, ...]
    factor: Any = 1


@dataclass(frozen=True, eq=False)
class Operator:
    """``y = T x``: ``y[row] = sum over column of T[row, column] * x[column]``.

    ``x`` has shape ``inputs`` and ``y`` shape ``outputs``: a channel and one place per axis, each.  As a matrix, both
    are numbered row-major, so that ``y.ravel() = T.matrix() * x.ravel()``.  ``formula`` is the entry at ``row`` and
    ``column`` (tuples of index symbols), valid for indices in range; None where the weights are given as numbers.
    ``stated`` is that of an operator that is not made of others.

    ``T @ x`` applies it to an array, ``T @ U`` composes, ``T + U``, ``T - U`` and ``2*T`` are what they say, and
    ``T.T`` is the transpose.  ``T == U`` where ``T.equals(U)`` is proved.
    """

    name: str
    outputs: tuple[Integer, ...]
    inputs: tuple[Integer, ...]
    row: tuple[sympy.Symbol, ...]
    column: tuple[sympy.Symbol, ...]
    stated: sympy.Expr | None
    content: Content | Parts

    _op_priority: ClassVar[float] = 1000.0  # SymPy leaves products with us to us
    __array_ufunc__: ClassVar[None] = None  # and so does NumPy

    def __post_init__(self) -> None:
        if isinstance(self.content, Parts):
            return
        taken = sorted(str(symbol) for symbol in self.free_symbols if INDEX.fullmatch(str(symbol)))
        if taken:
            asked, expected = f"the {self.name} as an operator", "symbols that its formula has no use for as an index"
            raise SpecError(asked, expected, ", ".join(taken), "rename the symbol, for instance k, s, p, N or k1")

    @property
    def shape(self) -> tuple[Integer, Integer]:
        """Rows and columns of the matrix."""
        return multiply(*self.outputs), multiply(*self.inputs)

    @cached_property
    def formula(self) -> sympy.Expr | None:
        """The entry at ``row`` and ``column``, for all indices in range; of a product it may be a Sum."""
        content = self.content
        if not isinstance(content, Parts):
            return self.stated
        first, *others = content.operators
        if first.formula is None or any(other.formula is None for other in others):
            return None
        if content.kind == "transpose":
            return first.formula
        if content.kind == "multiple":
            factor = sympy.sympify(content.factor)
            return _as_formula((factor * function, ranges) for function, ranges in _summands(first.formula))
        (second,) = others
        if content.kind == "sum":
            return first.formula + second(*self.row, *self.column)
        return _product_formula(first, second, self.column)

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        """The symbols in its sizes, those of its parts included; neither indices nor weights."""
        from symstride.algebra.content import symbols_in

        found = symbols_in(self.outputs, self.inputs)
        if not isinstance(self.content, Parts):
            return found | self.content.free_symbols
        return found.union(*(part.free_symbols for part in self.content.operators))

    def subs(self, values: Mapping[Any, Integer] | None = None, **named: Integer) -> Operator:
        """The operator with numbers (or expressions) for symbols in its sizes: ``subs(N=5)`` or ``subs({N: 5})``."""
        from symstride.layers.substitution import by_symbol

        return self._subs(by_symbol(self.free_symbols, {**(values or {}), **named}, f"subs of the {self.name}"))

    def _subs(self, values: Mapping[sympy.Symbol, sympy.Expr]) -> Operator:
        if not isinstance(self.content, Parts):
            found: Operator = self.content.subs(values)
            return found
        first, *others = (part._subs(values) for part in self.content.operators)
        if self.content.kind == "transpose":
            return first.T
        if self.content.kind == "multiple":
            return first._times(self.content.factor)
        (second,) = others
        return first._after(second) if self.content.kind == "product" else first._plus(second)

    def __call__(self, *indices: Integer) -> sympy.Expr:
        """The entry at the indices, row first: ``T(o, j, q, t)`` on one axis.  Symbols may stand for any of them."""
        if len(indices) != len(self.row) + len(self.column):
            names = ", ".join(map(str, (*self.row, *self.column)))
            raise SpecError(f"{self.name}(...)", f"indices {names}", f"{len(indices)} of them", "pass one for each")
        if self.formula is not None:
            symbols = (*self.row, *self.column)
            formula = _unbound(self.formula, {symbol.name for index in indices for symbol in _symbols(index)})
            return formula.subs(dict(zip(symbols, indices, strict=True)), simultaneous=True)
        flat = _flat(indices[: len(self.row)], self.outputs), _flat(indices[len(self.row) :], self.inputs)
        return self.entries.get(flat, sympy.S.Zero)

    @cached_property
    def entries(self) -> Mapping[tuple[int, int], sympy.Expr]:
        """The non-zero entries by (row number, column number), in row-major order.  Needs numbers for all sizes."""
        return self._listed(sympy.sympify)

    @cached_property
    def _rational(self) -> Mapping[tuple[int, int], sympy.Expr]:
        """The same with floats taken as the fractions that they are, so that nothing is rounded."""
        return self._listed(_as_fraction)

    def _listed(self, convert: Callable[[Any], sympy.Expr]) -> dict[tuple[int, int], sympy.Expr]:
        found = self._triples(f"entries of the {self.name}", CELL_LIMIT, convert).summed()
        places = zip(found.rows.tolist(), found.columns.tolist(), strict=True)
        return {place: value for place, value in zip(places, found.numbers, strict=True) if value != 0}

    def _need_sizes(self, asked: str) -> None:
        """Refuse an operator with symbols for sizes, which has a formula and no list of entries."""
        names = ", ".join(f"{name}=..." for name in sorted(map(str, self.free_symbols)))
        need_numbers(asked, self.free_symbols, f"give them numbers, subs({names}); formula works with symbols")

    def _triples(self, asked: str, limit: int, convert: Callable[[Any], sympy.Expr] | None = None) -> Triples:
        """The non-zero entries by index arithmetic, at most ``limit`` of them for each operator that is involved.

        ``convert`` makes SymPy numbers of all values, before anything is done with them.
        """
        content = self.content
        self._need_sizes(asked)
        if not isinstance(content, Parts):
            check(asked, max(int(n) for n in self.shape), LAST_PLACE, "rows or columns", "take a smaller input")
            if int(content.count) > limit:
                hint = "take a smaller input or fewer channels; formula needs no list, and T @ x no matrix"
                raise NotSupported(asked, f"at most {limit:,} non-zero entries", f"up to {int(content.count):,}", hint)
            return content.triples() if convert is None else content.triples().converted(convert)
        parts = [part._triples(asked, limit, convert) for part in content.operators]
        return _together(content, parts, asked, convert)

    # ------------------------------------------------------------ as SymPy objects

    def matrix(self, sparse: bool | None = None) -> sympy.MatrixBase:
        """An immutable SymPy matrix; sparse when asked, or by default from ``DENSE_LIMIT`` entries on."""
        entries = dict(self.entries)  # first, because it refuses sizes that are still symbols
        rows, columns = (int(n) for n in self.shape)
        large = rows * columns > DENSE_LIMIT
        matrix = sympy.ImmutableSparseMatrix(rows, columns, entries)
        return matrix if (large if sparse is None else sparse) else sympy.ImmutableDenseMatrix(matrix)

    def _sympy_(self) -> sympy.MatrixBase:
        return self.matrix()

    def array(self, sparse: bool | None = None) -> sympy.NDimArray:
        """An immutable SymPy array of shape ``outputs + inputs``: the tensor itself, with its indices apart."""
        entries = self.entries
        shape = tuple(int(n) for n in (*self.outputs, *self.inputs))
        columns, large = int(self.shape[1]), prod(shape) > DENSE_LIMIT
        flat = {row * columns + column: value for (row, column), value in entries.items()}
        if large if sparse is None else sparse:
            return sympy.ImmutableSparseNDimArray(flat, shape)
        return sympy.ImmutableDenseNDimArray([flat.get(place, 0) for place in range(prod(shape))], shape)

    # ------------------------------------------------------------ as numbers

    def toarray(self) -> NDArray[Any]:
        """The matrix as a NumPy array; of objects, where the weights are symbols.  Integers are summed as int64."""
        import numpy as np

        asked = f"toarray of the {self.name}"
        found = self._triples(asked, MAX_VALUES)
        rows, columns = (int(n) for n in self.shape)
        check_bytes(asked, (rows, columns), found.numbers.itemsize)
        matrix = np.zeros((rows, columns), dtype=found.numbers.dtype)
        np.add.at(matrix, (found.rows, found.columns), found.numbers)
        return matrix

    def tocsr(self, dtype: Any = None) -> Any:
        """The matrix as a ``scipy.sparse.csr_array``, in which no place stands twice.  Needs numbers for weights."""
        import numpy as np

        asked = f"tocsr of the {self.name}"
        sparse = scipy_module(asked, "scipy.sparse", "toarray() needs NumPy alone")
        self._need_sizes(asked)
        content = self.content
        if isinstance(content, Parts) and content.kind == "product":
            left, right = (part.tocsr(dtype) for part in content.operators)
            return left @ right
        check(asked, int(self.shape[0]), MAX_VALUES, "rows of a matrix", "take a smaller input")
        found = self._triples(asked, MAX_VALUES)
        values = found.numbers
        if values.dtype == object and dtype is None:
            hint = "give them: convolution_tensor(layer, size, weights=...); or for Fractions a dtype"
            raise SpecError(asked, "numbers for the weights", "symbols or objects", hint)
        values = values if dtype is None else values.astype(dtype)
        rows, shape = found.rows, tuple(int(n) for n in self.shape)
        if (rows[1:] < rows[:-1]).any():
            matrix = sparse.coo_array((values, (rows, found.columns)), shape=shape).tocsr()
        else:  # in order already: the ends of the rows are all that is missing
            ends = np.searchsorted(rows, np.arange(shape[0] + 1))
            matrix = sparse.csr_array((values, found.columns, ends), shape=shape)
            matrix.sum_duplicates()
        return matrix

    def linear_operator(self, dtype: Any = float) -> Any:
        """The map as a ``scipy.sparse.linalg.LinearOperator``, which applies it and its adjoint to vectors."""
        asked = f"linear_operator of the {self.name}"
        linalg = scipy_module(asked, "scipy.sparse.linalg", "T @ x and T.T @ y need NumPy alone")
        self._need_sizes(asked)
        back = self.T
        outputs, inputs = ([int(n) for n in sizes] for sizes in (self.outputs, self.inputs))
        return linalg.LinearOperator(
            (prod(outputs), prod(inputs)),
            lambda x: (self @ x.reshape(inputs)).ravel(),
            lambda y: (back @ y.conj().reshape(outputs)).conj().ravel(),
            dtype=dtype,
        )

    def _apply(self, x: NDArray[Any]) -> NDArray[Any]:
        """``(batch, columns)`` to ``(batch, rows)``."""
        content = self.content
        if not isinstance(content, Parts) or content.kind == "transpose":
            asked = f"{self.name} @ x"
            check_bytes(asked, (len(x), int(self.shape[0])), x.itemsize)
            found = self._triples(asked, MAX_VALUES)
            return found.apply(x, int(self.shape[0]))
        if content.kind == "multiple":
            scaled: NDArray[Any] = content.operators[0]._apply(x) * content.factor
            return scaled
        if content.kind == "product":
            for part in reversed(content.operators):
                x = part._apply(x)
            return x
        left, right = (part._apply(x) for part in content.operators)
        total: NDArray[Any] = left + right
        return total

    # ------------------------------------------------------------ arithmetic

    @overload
    def __matmul__(self, other: Operator) -> Operator: ...
    @overload
    def __matmul__(self, other: NDArray[Any]) -> NDArray[Any]: ...

    def __matmul__(self, other: Any) -> Any:
        """``other`` first, then this one; or the operator applied to an array of shape ``inputs``, or of many such.

        ``(*inputs)`` to ``(*outputs)``, ``(batch, *inputs)`` to ``(batch, *outputs)``.
        """
        if isinstance(other, Operator):
            return self._after(other)
        import numpy as np

        if not isinstance(other, np.ndarray):
            return NotImplemented
        asked = f"{self.name} @ x"
        self._need_sizes(asked)
        inputs, outputs = (tuple(int(n) for n in sizes) for sizes in (self.inputs, self.outputs))
        if other.shape == inputs:
            return self._apply(other.reshape(1, -1)).reshape(outputs)
        if other.shape[1:] == inputs and other.ndim == len(inputs) + 1:
            return self._apply(other.reshape(len(other), -1)).reshape(len(other), *outputs)
        raise SpecError(asked, f"an array of shape {inputs}, or (batch, *{inputs})", f"{other.shape}", "reshape it")

    def _after(self, other: Operator) -> Operator:
        if self.inputs != other.outputs:
            raise SpecError(
                f"{self.name} @ {other.name}",
                f"a right factor with outputs of shape {self.inputs}",
                f"shape {other.outputs}",
                "check the input sizes",
            )
        column = other.column
        if set(column) & set(self.row):
            column = _fresh(len(column), _names(self, other))
        parts = Parts("product", (self, other))
        return Operator(f"{self.name} {other.name}", self.outputs, other.inputs, self.row, column, None, parts)

    def __add__(self, other: Any) -> Any:
        return self._plus(other) if isinstance(other, Operator) else NotImplemented

    def _plus(self, other: Operator) -> Operator:
        self._check_alike(other, "adding")
        name, parts = f"({self.name} + {other.name})", Parts("sum", (self, other))
        return Operator(name, self.outputs, self.inputs, self.row, self.column, None, parts)

    def __sub__(self, other: Any) -> Any:
        return self._plus(other._times(-1)) if isinstance(other, Operator) else NotImplemented

    def __neg__(self) -> Operator:
        return self._times(-1)

    def __rmul__(self, factor: Any) -> Any:
        """``factor*T``, for a number or an expression."""
        import numpy as np

        if isinstance(factor, np.generic):
            factor = factor.item()
        try:
            exact = sympy.sympify(factor, strict=True)
        except sympy.SympifyError:
            return NotImplemented
        if not isinstance(exact, sympy.Expr) or not exact.is_commutative:
            return NotImplemented
        return self._times(factor)

    def _times(self, factor: Any) -> Operator:
        parts = Parts("multiple", (self,), factor)
        return Operator(f"{factor} {self.name}", self.outputs, self.inputs, self.row, self.column, None, parts)

    __mul__ = __rmul__

    @property
    def T(self) -> Operator:
        """The transpose."""
        content = self.content
        if isinstance(content, Parts):
            first, *others = content.operators
            if content.kind == "transpose":
                return first
            if content.kind == "multiple":
                return first.T._times(content.factor)
            (second,) = others
            return second.T._after(first.T) if content.kind == "product" else first.T._plus(second.T)
        name, parts = f"transposed {self.name}", Parts("transpose", (self,))
        return Operator(name, self.inputs, self.outputs, self.column, self.row, None, parts)

    # ------------------------------------------------------------ comparison

    def difference(self, other: Operator) -> EntryDifference | None:
        """The first place in row-major order where the two differ, with both entries; None when they are equal.

        Two entries differ here when their difference does not multiply out to 0, or is no number.  Floats are taken as
        the fractions that they are, and nothing is rounded.
        """
        self._check_alike(other, "comparing")
        for row, column in sorted({*self._rational, *other._rational}):
            ours, theirs = (side._rational.get((row, column), sympy.S.Zero) for side in (self, other))
            endless = (ours + theirs).has(sympy.nan, sympy.oo, -sympy.oo, sympy.zoo)  # nan equals itself for SymPy
            if endless or (ours != theirs and sympy.expand(ours - theirs) != 0):
                return EntryDifference(_unflat(row, self.outputs), _unflat(column, self.inputs), ours, theirs)
        return None

    def equals(self, other: Operator) -> Verdict:
        """Whether the two are one map: proved, refuted with a ``EntryDifference``, or unknown.

        With numbers for all sizes every entry is compared: equal polynomials in the weights are equal for all weights.
        With symbols it is proved where the two formulas are the same, and otherwise unknown.
        """
        from symstride.verdict import proved, refuted, unknown

        if not isinstance(other, Operator):
            raise SpecError(f"{self.name}.equals(other)", "an operator", shown(other), "wrap it in one")
        sizes = (self.outputs, self.inputs), (other.outputs, other.inputs)
        symbols = self.free_symbols | other.free_symbols
        if sizes[0] != sizes[1]:
            apart = f"maps {sizes[0][1]} to {sizes[0][0]}, and {sizes[1][1]} to {sizes[1][0]}"
            return unknown(apart) if symbols else refuted(apart)
        if symbols:
            if (
                self.formula is not None
                and other.formula is not None
                and self.formula == other(*self.row, *self.column)
            ):
                return proved()
            names = ", ".join(sorted(map(str, symbols)))
            return unknown(f"the formulas differ in form; numbers for {names} decide it")
        found = self.difference(other)
        if found is None:
            return proved()
        if _is_polynomial(sympy.expand(found.left - found.right)):
            return refuted(found)
        return unknown(f"{found}, which are no polynomials")

    def __eq__(self, other: object) -> bool:
        from symstride.verdict import Kind

        return isinstance(other, Operator) and self.equals(other).kind is Kind.PROVED

    def __hash__(self) -> int:
        return hash((self.outputs, self.inputs))  # what equal operators agree in, however they are made

    def _check_alike(self, other: Operator, doing: str) -> None:
        if (self.outputs, self.inputs) != (other.outputs, other.inputs):
            raise SpecError(
                f"{doing} {self.name} and {other.name}",
                f"operators from {self.inputs} to {self.outputs}",
                f"one from {other.inputs} to {other.outputs}",
                "check the input sizes",
            )

    # ------------------------------------------------------------ display

    def __repr__(self) -> str:
        return f"<Operator {self.name}: {self.inputs} to {self.outputs}>"

    def _repr_latex_(self) -> str | None:
        small = all(isinstance(n, int) and n <= 24 for n in self.shape)
        if small:
            return rf"$\displaystyle {sympy.latex(self.matrix())}$"
        if self.formula is None:
            return None  # then Jupyter prints the line above
        indices = ", ".join(map(sympy.latex, (*self.row, *self.column)))
        return rf"$\displaystyle T_{{{indices}}} = {sympy.latex(self.formula)}$"


def indices_in(shape: Sequence[Integer]) -> Iterable[Index]:
    """All indices of an array of ``shape``, in row-major order."""
    return product(*(range(int(n)) for n in shape))


# ---------------------------------------------------------------- parts


def _together(content: Parts, parts: Sequence[Triples], asked: str, convert: Any) -> Triples:
    """The entries of an operator from those of its parts."""
    import numpy as np

    from symstride.algebra.content import Triples

    if content.kind == "transpose":
        return parts[0].T
    if content.kind == "product":
        left, right = (part.summed() for part in parts)
        return left.times(right, asked)
    if content.kind == "multiple":
        (only,) = parts
        factor = content.factor if convert is None else convert(content.factor)
        return Triples(only.rows, only.columns, only.numbers * factor)
    rows, columns = (np.concatenate([getattr(part, name) for part in parts]) for name in ("rows", "columns"))
    return Triples(rows, columns, np.concatenate([part.numbers for part in parts]))


Summand: TypeAlias = tuple[sympy.Expr, tuple[Any, ...]]
"""A function and the ranges that it is summed over.

SymPy moves conditions out of a Sum that stands inside of another one, where they mean nothing.  So sums are taken
apart into summands, and a formula has no Sum within a Sum.
"""


def _summands(formula: sympy.Expr) -> list[Summand]:
    found = []
    for term in sympy.Add.make_args(formula):
        factors = sympy.Mul.make_args(term)
        sums = [factor for factor in factors if isinstance(factor, sympy.Sum)]
        if not sums:
            found.append((term, ()))
            continue
        (only,) = sums  # each formula is made here or is one Sum
        others = [factor for factor in factors if factor is not only]
        found.append((sympy.Mul(*others, only.function), only.limits))
    return found


def _unbound(formula: sympy.Expr, names: set[str]) -> sympy.Expr:
    """The same formula with none of these names for what is summed over, so that they can be put in.

    SymPy's ``subs`` does not see to that.
    """
    if not formula.has(sympy.Sum):
        return formula
    taken = names | {symbol.name for symbol in formula.atoms(sympy.Symbol)}
    return _as_formula(
        _renamed(summand, taken) if names & {limit[0].name for limit in summand[1]} else summand
        for summand in _summands(formula)
    )


def _renamed(summand: Summand, taken: set[str]) -> Summand:
    """The same with fresh names for what is summed over."""
    function, ranges = summand
    bound = [limit[0] for limit in ranges]
    fresh = dict(zip(bound, _fresh(len(bound), taken), strict=True))
    return function.xreplace(fresh), tuple(sympy.Tuple(*limit).xreplace(fresh) for limit in ranges)


def _symbols(index: Any) -> set[sympy.Symbol]:
    return index.free_symbols if isinstance(index, sympy.Basic) else set()


def _as_formula(summands: Iterable[Summand]) -> sympy.Expr:
    return sympy.Add(*(sympy.Sum(function, *ranges) if ranges else function for function, ranges in summands))


def _product_formula(left: Operator, right: Operator, column: tuple[sympy.Symbol, ...]) -> sympy.Expr:
    """``sum over m of left[row, m] * right[m, column]``; the one summand where a row of the left has a single 1.

    Sums are safe here: sizes are at least 1, so that no range is empty, where SymPy's Sum need not be 0.
    """
    picked = None if isinstance(left.content, Parts) else left.content.picked(left.row)
    if picked is not None:
        places, condition = picked
        found = _summands(right(*places, *column))
        if condition != sympy.true:
            found = [(sympy.Piecewise((term, condition), (0, True)), ranges) for term, ranges in found]
        return _as_formula(found)
    taken = _names(left, right) | {symbol.name for symbol in column}
    middle = _fresh(len(left.inputs), taken)
    taken |= {symbol.name for symbol in middle}
    ranges = tuple((m, 0, size - 1) for m, size in zip(middle, left.inputs, strict=True))
    products = []
    for one, inner in _summands(left(*left.row, *middle)):
        for summand in _summands(right(*middle, *column)):
            two, outer = _renamed(summand, taken)  # the same may be bound on the left
            products.append((one * two, (*inner, *outer, *ranges)))
    return _as_formula(products)


def _names(*operators: Operator) -> set[str]:
    """All names that occur in their formulas, indices and bound ones included."""
    found: set[str] = set()
    for operator in operators:
        formula = operator.formula
        symbols = set() if formula is None else formula.atoms(sympy.Symbol)
        found |= {symbol.name for symbol in (*operator.row, *operator.column, *operator.free_symbols, *symbols)}
    return found


def _fresh(count: int, taken: set[str]) -> tuple[sympy.Symbol, ...]:
    names = (f"h{n}" for n in range(1, count + len(taken) + 1) if f"h{n}" not in taken)
    return tuple(sympy.Symbol(name, integer=True) for name, _ in zip(names, range(count), strict=False))


def _is_polynomial(expression: sympy.Expr) -> bool:
    """Whether it is a number or a polynomial in symbols and entries, with fractions for coefficients.

    Such a thing, multiplied out and not 0, is not the zero polynomial.
    """
    if expression.is_number:
        return bool(expression.is_zero is False)
    atoms = expression.atoms(sympy.Symbol, sympy.Indexed)
    entries = [atom for atom in atoms if isinstance(atom, sympy.Indexed)]
    inner = {symbol for entry in entries for symbol in entry.free_symbols}
    letters = [*entries, *(atom for atom in atoms if isinstance(atom, sympy.Symbol) and atom not in inner)]
    return bool(expression.is_polynomial(*letters)) and all(
        coefficient.is_Rational for coefficient in sympy.Poly(expression, *letters).coeffs()
    )


def _as_fraction(value: Any) -> sympy.Expr:
    found = sympy.sympify(value)
    return sympy.Rational(found) if isinstance(found, sympy.Float) and found.is_finite else found


def _flat(index: Sequence[Integer], shape: Sequence[Integer]) -> int:
    number = 0
    for place, size in zip(index, shape, strict=True):
        number = number * int(size) + int(place)
    return number


def _unflat(number: int, shape: Sequence[Integer]) -> Index:
    index = []
    for size in reversed(shape):
        number, place = divmod(number, int(size))
        index.append(place)
    return tuple(reversed(index))
