"""SymPy -> texts in the notation, with SymPy's meaning: inclusive bounds, cases from the first to the last.

A sum whose end lies before its start has a value by Karr's convention, minus the sum over the gap, and is empty in
the notation.  That no sum is of this kind becomes a hypothesis, lo <= hi + 1, unless it follows from ``given``; where
it would speak of an index that is bound, the sum is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import NAME

if TYPE_CHECKING:
    import sympy

_ASKED = "Identity.from_sympy"


def texts_of(left: Any, right: Any, given: Any) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The texts of both sides, and of the hypotheses, those about Karr's convention last."""
    import sympy

    if right is None:
        if not isinstance(left, sympy.Eq):
            hint = "SymPy decides some equations on its own: give the two sides, from_sympy(left, right)"
            raise SpecError(_ASKED, "an Eq, or two sides", repr(left)[:200], hint)
        left, right = left.args
    relations = [given] if isinstance(given, sympy.Basic | str) else list(given)
    writer = _SympyWriter()
    conditions = [text if isinstance(text, str) else writer.condition(text) for text in relations if text != ""]
    sides = tuple(writer.scalar(sympy.sympify(side), ()) for side in (left, right))
    more = [text for text in dict.fromkeys(writer.ordered) if text not in conditions]
    return (sides[0], sides[1]), (*conditions, *more)


class _SympyWriter:
    """Writes expressions; ``ordered`` collects what Karr's convention asks for."""

    def __init__(self) -> None:
        self.symbols: dict[str, Any] = {}
        self.ordered: list[str] = []

    # ------------------------------------------------------------ scalars

    def scalar(self, e: sympy.Expr, bound: tuple[sympy.Symbol, ...]) -> str:
        """The text of a scalar; ``bound`` are the indices of the sums around it."""
        import sympy

        match e:
            case sympy.Integer() if e >= 0:
                return str(int(e))
            case sympy.Symbol():
                return self.name(e)
            case sympy.Indexed():
                indices = ", ".join(self.integer(x) for x in e.indices)
                return f"{self.name(e.base.label)}[{indices}]"
            case sympy.KroneckerDelta() if len(e.args) == 2:
                return f"[{self.integer(e.args[0])} == {self.integer(e.args[1])}]"
            case sympy.Add():
                return "(" + " + ".join(self.scalar(x, bound) for x in e.args) + ")"
            case sympy.Mul():
                return "*".join(self.scalar(x, bound) for x in e.args)
            case sympy.Pow() if e.exp.is_Integer and e.exp >= 0:
                return f"({self.scalar(e.base, bound)})**{int(e.exp)}"
            case sympy.Sum():
                return self._sum(e, bound)
            case sympy.Piecewise():
                return self._cases(e, bound)
            case sympy.core.function.AppliedUndef() if len(e.args) == 1:
                return f"{self.name(e.func)}({self.scalar(e.args[0], bound)})"
        hint = (
            "use IndexedBase, Sum, KroneckerDelta, Piecewise and Function of one scalar; move what is subtracted over"
        )
        raise NotSupported(_ASKED, "a scalar of a semiring", str(e)[:200], hint)

    def _sum(self, e: sympy.Sum, bound: tuple[sympy.Symbol, ...]) -> str:
        """The last limit of SymPy is the outermost sum, which is the first `for`."""
        import sympy

        parts = []
        for limits in reversed(e.limits):
            if len(limits) != 3:
                raise SpecError(_ASKED, "sums with both ends", str(e)[:200], "write Sum(f, (i, 0, n - 1))")
            index, low, high = limits
            self._order(sympy.sympify(low), sympy.sympify(high), bound)
            start = "" if low == 0 else f"{self.integer(low)}, "
            parts.append(f" for {self.name(index)} in range({start}{self.integer(high + 1)})")
            bound = (*bound, index)
        return f"sum({self.scalar(e.function, bound)}{''.join(parts)})"

    def _order(self, low: sympy.Expr, high: sympy.Expr, bound: tuple[sympy.Symbol, ...]) -> None:
        """lo <= hi + 1, where the two conventions are one."""
        gap = (high + 1 - low).simplify()
        if gap.is_Integer and gap >= 0:
            return
        if (low.free_symbols | high.free_symbols) & set(bound):
            hint = (
                "write the range with a Piecewise inside a longer one, or give the text with range, where it is empty"
            )
            got = f"{low} to {high}, of which only Karr's convention says what it is when the end comes first"
            raise NotSupported(_ASKED, "sums whose ends do not depend on other indices", got[:300], hint)
        self.ordered.append(f"{self.integer(low)} <= {self.integer(high + 1)}")

    def _cases(self, e: sympy.Piecewise, bound: tuple[sympy.Symbol, ...]) -> str:
        import sympy

        *cases, (last, otherwise) = e.args
        if otherwise is not sympy.true:
            hint = "close it with (0, True): SymPy has no value where no case holds"
            raise SpecError(_ASKED, "a Piecewise whose last case is True", str(e)[:200], hint)
        text = self.scalar(last, bound)
        for value, condition in reversed(cases):
            text = f"({self.scalar(value, bound)} if {self.condition(condition)} else {text})"
        return text

    # ------------------------------------------------------------ conditions and integers

    def condition(self, c: Any) -> str:
        """The text of a relation, or of And, Or, Not."""
        import sympy

        match c:
            case sympy.And() | sympy.Or():
                word = " and " if isinstance(c, sympy.And) else " or "
                return "(" + word.join(sorted(self.condition(x) for x in c.args)) + ")"
            case sympy.Not():
                return f"not ({self.condition(c.args[0])})"
            case sympy.core.relational.Relational():
                return f"{self._side(c.lhs)} {c.rel_op} {self._side(c.rhs)}"
        hint = "SymPy decides some conditions on its own: leave out what is True"
        raise NotSupported(_ASKED, "a relation, And, Or, Not", str(c)[:200], hint)

    def _side(self, e: sympy.Expr) -> str:
        import sympy

        scalars = e.atoms(sympy.Indexed, sympy.Sum, sympy.KroneckerDelta, sympy.core.function.AppliedUndef)
        return self.scalar(e, ()) if scalars else self.integer(e)

    def integer(self, e: Any) -> str:
        """The text of an integer: symbols, numbers, + * ** floor ceiling Mod."""
        import sympy

        e = sympy.sympify(e)
        if e.is_Add or e.is_Mul:
            parts = sympy.preorder_traversal(e)
            if all(x.is_Integer or x.is_Symbol or x.is_Add or x.is_Mul for x in parts):
                for symbol in sorted(e.free_symbols, key=str):
                    self.integer(symbol)
                return f"({e})"
        match e:
            case sympy.Integer():
                return str(int(e)) if e >= 0 else f"({int(e)})"
            case sympy.Symbol():
                if not e.is_integer:
                    hint = f"write {e} = symbols({str(e)!r}, integer=True): the theorem is about integers"
                    raise SpecError(_ASKED, "integer symbols in indices, bounds and conditions", str(e)[:80], hint)
                return self.name(e)
            case sympy.Add():
                return "(" + " + ".join(self.integer(x) for x in e.args) + ")"
            case sympy.Mul():
                return "*".join(self.integer(x) for x in e.args)
            case sympy.Pow() if e.exp.is_Integer and e.exp > 0:
                return f"({self.integer(e.base)})**{int(e.exp)}"
            case sympy.floor():
                return self._quotient(e.args[0])
            case sympy.ceiling():
                return f"(-{self._quotient(-e.args[0])})"
            case sympy.Mod():
                return f"({self.integer(e.args[0])} % ({self.integer(e.args[1])}))"
        hint = "use integers, symbols, + - * **, floor, ceiling and Mod"
        raise NotSupported(_ASKED, "an integer of the notation", str(e)[:200], hint)

    def _quotient(self, r: sympy.Expr) -> str:
        import sympy

        numerator, denominator = sympy.fraction(sympy.together(r))
        return f"({self.integer(numerator)}//({self.integer(denominator)}))"

    def name(self, symbol: Any) -> str:
        """The name of a symbol; two symbols of one name, which SymPy tells apart, are refused."""
        name = str(getattr(symbol, "__name__", None) or symbol)
        if not NAME.fullmatch(name):
            hint = "rename it; a Dummy has no name of its own"
            raise SpecError(_ASKED, "names of letters, digits and _", name[:80], hint)
        if self.symbols.setdefault(name, symbol) != symbol:
            got = f"two symbols {name} with different assumptions"
            raise SpecError(_ASKED, "one meaning for every name", got, "make each symbol once, and use it everywhere")
        return name
