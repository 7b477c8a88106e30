"""Terms as one writes them: numbers folded, no 0 + or 1 *.  Every tidied term is checked against the original.

An instance of a theorem has terms such as ``2*1*m + (2*tau + (1*i + -1*1))``.  ``tidy`` writes ``2*m + 2*tau + i - 1``.
It is not trusted: the kernel's own ``ring`` has to accept original = tidied, or the printer stops.
"""

from __future__ import annotations

from collections.abc import Sequence

from symstride.errors import InternalError
from symstride.proof.kernel import ring
from symstride.proof.terms import KernelError, Term, make, num, show


def tidy(term: Term) -> Term:
    """The same integer, scalar, formula or map, tidied; the kernel accepts that nothing has changed."""
    out = _tidied(term)
    for before, after in _parts(term, out):
        _check(before, after)
    return out


def _parts(term: Term, out: Term) -> Sequence[tuple[Term, Term]]:
    """What ``ring`` can compare: the two sides of a formula, the body of a map, or the term itself."""
    if term is out:
        return ()
    if term.sort == "F":
        return tuple(zip(term.args, out.args))
    return ((term, out),) if term.loose == 0 and term.sort in "IS" else ()


def _check(before: Term, after: Term) -> None:
    try:
        ring(before, after)
    except KernelError as refusal:
        raise InternalError(
            "printing a term of the proof",
            "a tidied term that equals it by ring",
            f"{show(after)} for {show(before)}: {refusal}",
            "report this, with the layer",
        ) from None


# ------------------------------------------------------------------------------------------------ by node


def _tidied(term: Term) -> Term:
    if term.tag == "define" or not any(type(x) is Term for x in term.args):
        return term
    args = tuple(_tidied(x) if type(x) is Term else x for x in term.args)
    match term.tag:
        case "add":
            return _sum(args[0], args[1])
        case "mul":
            return _product(args[0], args[1])
        case "div" | "mod" if args[0].tag == args[1].tag == "num":
            return num(_quotient(term.tag, args[0].args[0], args[1].args[0]))
    return make(term.tag, *args)


def _quotient(tag: str, a: int, b: int) -> int:
    """Floor division as the kernel means it: a div 0 = 0, a mod 0 = a."""
    quotient = a // b if b else 0
    return quotient if tag == "div" else a - b * quotient


def addends(term: Term) -> list[Term]:
    """The terms of a sum, from left to right, brackets forgotten."""
    return [*addends(term.args[0]), *addends(term.args[1])] if term.tag == "add" else [term]


def factors(term: Term) -> list[Term]:
    """The factors of a product, from left to right, brackets forgotten."""
    return [*factors(term.args[0]), *factors(term.args[1])] if term.tag == "mul" else [term]


def _sum(a: Term, b: Term) -> Term:
    """The numbers of a sum are added up and written last."""
    parts = [*addends(a), *addends(b)]
    kind = "num" if a.sort == "I" else "nat"
    constant = sum(part.args[0] for part in parts if part.tag == kind)
    rest = [part for part in parts if part.tag != kind]
    return _joined("add", rest if constant == 0 and rest else [*rest, make(kind, constant)])


def _product(a: Term, b: Term) -> Term:
    """The numbers of a product are multiplied and written first; integers only, where 0 times anything is 0 by ring."""
    parts = [*factors(a), *factors(b)]
    kind = "num" if a.sort == "I" else "nat"
    constant = 1
    for part in parts:
        constant *= part.args[0] if part.tag == kind else 1
    rest = [part for part in parts if part.tag != kind]
    if constant == 0 or not rest:
        return make(kind, constant)
    if constant == 1:
        return _joined("mul", rest)
    if len(rest) == 1 and rest[0].tag == "add" and a.sort == "I" and constant == -1:
        negated = [_product(num(-1), part) for part in addends(rest[0])]
        return _joined("add", negated)
    return _joined("mul", [make(kind, constant), *rest])


def _joined(tag: str, parts: Sequence[Term]) -> Term:
    out = parts[0]
    for part in parts[1:]:
        out = make(tag, out, part)
    return out
