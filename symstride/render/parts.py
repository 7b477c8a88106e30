"""Taking terms apart, and writing them tidily.  Untrusted: the kernel checks what ``checked_tidy`` has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from symstride.errors import InternalError
from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import KernelError, Term, make, num, show
from symstride.proof.language.tidy import tidy
from symstride.proof.tactics.rewriting import left, right
from symstride.render.forms import read_use
from symstride.render.residues import has_residues, without_residues

Names: TypeAlias = frozenset[str]


def checked_tidy(term: Term, axes: int = 1) -> Term:
    """The term without residues, tidied and arranged, after the kernel has accepted that nothing has changed."""
    if has_residues(term):
        term = _without_residues(tidy(term), axes)
    out = arranged(tidy(term))
    sides = zip(term.args, out.args) if term.sort == "F" else ((term, out),)
    for before_, after in sides:
        try:
            ring(before_, after)
        except KernelError as refusal:
            shown = f"{show(after)} for {show(before_)}: {refusal}"
            asked, expected = "printing a term of the proof", "a tidied term that equals it by ring"
            raise InternalError(asked, expected, shown, "report this, with the layer") from None
    return out


def _without_residues(term: Term, axes: int) -> Term:
    """The term, or formula, with what the kernel has proved equal in place of what has residues."""
    if term.sort == "F":
        return make(term.tag, *(_without_residues(side, axes) for side in term.args))
    proved = without_residues(term, axes)
    if left(proved) is not term or proved.hyps:
        asked, expected = "printing a term of the proof", "an equation about it without hypotheses"
        raise InternalError(asked, expected, repr(proved)[:300], "report this, with the layer")
    return right(proved)


def arranged(term: Term) -> Term:
    """In every sum of scalars the summation signs come last, so that no brackets are needed: b + sum f."""
    if term.tag == "define" or not any(type(x) is Term for x in term.args):
        return term
    out = make(term.tag, *(arranged(x) if type(x) is Term else x for x in term.args))
    if out.tag != "add" or out.sort != "S":
        return out
    return joined("add", sorted(addends(out), key=lambda part: part.tag == "sum"))


def addends(term: Term) -> list[Term]:
    """The terms of a sum, from left to right, brackets forgotten."""
    return [*addends(term.args[0]), *addends(term.args[1])] if term.tag == "add" else [term]


def factors(term: Term) -> list[Term]:
    """The factors of a product, from left to right, brackets forgotten."""
    return [*factors(term.args[0]), *factors(term.args[1])] if term.tag == "mul" else [term]


def joined(tag: str, parts: Sequence[Term]) -> Term:
    """The sum or product of the parts, bracketed to the left."""
    out = parts[0]
    for part in parts[1:]:
        out = make(tag, out, part)
    return out


def mentions(term: Term, definitions: Iterable[str]) -> bool:
    """Does one of the definitions occur in the term?"""
    if term.tag == "use" and read_use(term).name in definitions:
        return True
    return any(mentions(x, definitions) for x in term.args if type(x) is Term and x.tag != "define")


@lru_cache(maxsize=16384)
def functions_in(term: Term) -> frozenset[str]:
    """The arbitrary functions that occur in the term and in its definitions."""
    own = frozenset({str(term.args[0])} if term.tag == "apply" else ())
    return own.union(*(functions_in(x) for x in term.args if type(x) is Term))


@lru_cache(maxsize=16384)
def definitions_in(term: Term) -> frozenset[str]:
    """The names of the definitions that the term uses; what their bodies use is not printed with it."""
    if term.tag == "define":
        return frozenset({str(term.args[0])})
    return frozenset[str]().union(*(definitions_in(x) for x in term.args if type(x) is Term))


def base_tensor(term: Term) -> str | None:
    """The first tensor of a signal: x in the zero extension of x."""
    if term.tag == "entry":
        return str(term.args[0])
    kids = [x for x in term.args if type(x) is Term and x.tag != "define"]
    return next((name for name in map(base_tensor, kids) if name is not None), None)


# ------------------------------------------------------------------------------------------------ formulas and ranges


def free_names(*terms: Term) -> Names:
    """The names that occur in some terms, of functions and definitions too: no bound index is called by one."""
    free = frozenset(key[0] for term in terms for key in term.free)
    return free.union(*(functions_in(term) | definitions_in(term) for term in terms))


def take_one(a: Term) -> Term | None:
    """x when the term is x + 1, so that x + 1 <= b can be written x < b; None otherwise."""
    *rest, last = addends(a)
    return joined("add", rest) if rest and last is num(1) else None


def before(hi: Term) -> Term:
    """hi - 1, the last index of a range that ends before hi."""
    return tidy(make("add", hi, num(-1)))


def up_to(a: Term, b: Term) -> Term | None:
    """x when a is x + b - 1 and x no sum, so that a div b is x/b rounded up; None otherwise."""
    rest = tidy(make("add", a, make("add", make("mul", num(-1), b), num(1))))
    is_one = rest.tag != "num" and len(addends(rest)) == 1
    return rest if is_one and len(addends(a)) > 1 and b is not num(1) else None


def both_sides(pair: Sequence[Term]) -> tuple[Term, Term, Term] | None:
    """(a, e, b) for the factors [a <= e] and [e < b], which are printed as one bracket."""
    if len(pair) < 2 or any(part.tag != "bracket" or part.args[0].tag != "le" for part in pair):
        return None
    low: Term = pair[0].args[0].args[0]
    middle: Term = pair[0].args[0].args[1]
    upper, high = pair[1].args[0].args
    return (low, middle, high) if take_one(upper) is middle or before(upper) is tidy(middle) else None


def conditions(parts: Sequence[Term]) -> list[tuple[Term, ...]]:
    """The conditions of the brackets that a product begins with: (a, e, b) for a <= e < b, or a formula alone."""
    out, position = list[tuple[Term, ...]](), 0
    while position < len(parts) and parts[position].tag == "bracket":
        both = both_sides(parts[position : position + 2])
        out.append(both if both is not None else (parts[position].args[0],))
        position += 1 if both is None else 2
    return out


def is_negative(term: Term) -> bool:
    """Is it printed with a minus in front?"""
    return sign(term)[0]


def sign(term: Term) -> tuple[bool, Term]:
    """Is there a minus in front, and what is left without it."""
    if term.tag == "num" and term.args[0] < 0:
        return True, num(-term.args[0])
    first, *rest = factors(term)
    if term.tag != "mul" or first.tag != "num" or first.args[0] >= 0:
        return False, term
    return True, joined("mul", rest if first.args[0] == -1 else [num(-first.args[0]), *rest])
