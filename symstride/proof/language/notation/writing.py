"""Terms -> texts, for messages: definitions by name, bound indices by the letters that a text used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from symstride.proof.kernel.terms import Term, num

MAX_WRITTEN: Final = 2000
"""Larger terms are only counted."""
_SUM, _PRODUCT, _ATOM = range(3)
_OPERATORS: Final = {"add": (" + ", _SUM), "mul": ("*", _PRODUCT), "div": ("//", _PRODUCT), "mod": (" % ", _PRODUCT)}


def written(term: Term, letters: Iterable[str] = ()) -> str:
    """The term in the notation.  Sums bind the ``letters`` in turn, as far as they are not free in it."""
    if term.size > MAX_WRITTEN:
        return f"a term of {term.size:,} nodes"
    taken = {name for name, _ in term.free}
    fresh = [letter for letter in letters if letter not in taken]
    fresh += [name for n in range(1, 1 + term.depth) if (name := f"i{n}") not in taken and name not in fresh]
    return _TextWriter(fresh).text(term, (), _SUM)


class _TextWriter:
    """Writes under binders; ``bound`` are the letters of those around, innermost first."""

    def __init__(self, letters: list[str]) -> None:
        self.letters = letters

    def text(self, term: Term, bound: tuple[str, ...], inside: int) -> str:
        tag, args = term.tag, term.args
        if tag in _OPERATORS:
            sign, strength = _OPERATORS[tag]
            left, right = args
            quotient = tag in ("div", "mod")
            tight = strength + (quotient or (tag == "mul" and _divides(right)))
            first = self.text(left, bound, strength)
            if quotient and first.startswith("-"):  # behind a + the sign would become that of the quotient
                first = f"({first})"
            line = f"{first}{sign}{self.text(right, bound, tight)}"
            line = line.replace(" + -", " - ").replace(" - 1*", " - ")
            return f"({line})" if inside > strength else line
        match tag:
            case "num" | "nat" | "var":
                return str(args[0])
            case "bound":
                return bound[args[0]] if args[0] < len(bound) else f"i_{args[0] - len(bound)}"
            case "entry":
                return self._at(args[0], args[1:], bound)
            case "apply":
                return f"{args[0]}({self.text(args[1], bound, _SUM)})"
            case "bracket":
                return f"[{self.text(args[0], bound, _SUM)}]"
            case "eq" | "le":
                return self._formula(term, bound)
            case "use":
                return self._use(term, bound)
            case "sum":
                return self._sum(term, bound)
        return f"a {tag}"

    def _formula(self, term: Term, bound: tuple[str, ...]) -> str:
        """a + 1 <= b is a < b."""
        sign, (a, b) = "==" if term.tag == "eq" else "<=", term.args
        if term.tag == "le" and a.tag == "add" and a.args[1] is num(1):
            sign, a = "<", a.args[0]
        return f"{self.text(a, bound, _SUM)} {sign} {self.text(b, bound, _SUM)}"

    def _at(self, name: str, indices: Iterable[Term], bound: tuple[str, ...]) -> str:
        texts = ", ".join(self.text(x, bound, _SUM) for x in indices)
        return f"{name}[{texts}]" if texts else name

    def _use(self, term: Term, bound: tuple[str, ...]) -> str:
        definition, *arguments = term.args
        return self._at(definition.args[0], [x for x in arguments if x.sort == "I"], bound)

    def _sum(self, term: Term, bound: tuple[str, ...]) -> str:
        ranges = []
        while term.tag == "sum":
            low, high, term = term.args
            start = "" if low.tag == "num" and low.args[0] == 0 else f"{self.text(low, bound, _SUM)}, "
            letter = next((x for x in self.letters if x not in bound), f"i{len(bound)}_")
            ranges.append(f"for {letter} in range({start}{self.text(high, bound, _SUM)})")
            bound = (letter, *bound)
        return f"sum({self.text(term, bound, _SUM)} {' '.join(ranges)})"


def _divides(term: Term) -> bool:
    """Does it have a quotient or a remainder among its factors?  They are as strong as a product, from the left."""
    return term.tag in ("div", "mod") or (term.tag == "mul" and any(map(_divides, term.args)))
