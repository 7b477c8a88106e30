"""Claims in print: statements, hypotheses and chains of propositions, and the lemmas that the chains cite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from symstride.proof.certificate import derivation
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import VARIABLE, Term, make
from symstride.proof.language.syntax import variable
from symstride.proof.language.tidy import tidy
from symstride.proof.lemmas import LEMMAS
from symstride.proof.record import Behind, Proof, Proposition
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.proof.statements.identity import IdentitySubject
from symstride.proof.tactics.calculation import Line
from symstride.render.hypotheses import hypotheses_latex
from symstride.render.notation import BREAK, Notation
from symstride.render.parts import Names, checked_tidy, free_names, functions_in
from symstride.render.spelling import PRIME

MOST_NAMED: Final = 8
"""A theorem about more integers than these does not list them, where a table of letters does."""
ALL_NAMED: Final = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a chain: the term, the reason for it, the lemmas it uses by their numbers in the paper.

    Its theorem says that the chain's first term equals this one, under ``hypotheses`` (LaTeX); ``behind`` are the steps
    of the certificate that it comes from.
    """

    formula: str
    reason: str
    lemmas: tuple[int, ...]
    hypotheses: tuple[str, ...] = ()
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A claim in print, ``claim`` being its name in the certificate.

    ``start`` and ``steps`` are its chain, if it is printed; of one that is not, ``reasons`` are those of its lines.
    What has no chain ``rests`` on axioms and rules, in words; a lemma says at which numbers it is ``used_at``.
    """

    kind: str
    number: int
    title: str
    words: str
    quantified: str
    hypotheses: tuple[str, ...]
    statement: str
    start: str
    steps: tuple[Step, ...]
    claim: str
    sources: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    used_at: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Claims of one kind that are not printed one by one: how many, and one of them in full, with its hypotheses."""

    title: str
    words: str
    size: int
    quantified: str
    hypotheses: tuple[str, ...]
    statement: str
    claim: str


def printed_claims(proof: Proof) -> tuple[list[Proposition], list[tuple[Proposition, int]]]:
    """Claims that are printed one by one, and a layer's families: claims without a chain whose titles begin alike.

    A family is given by its first member and its size.
    """
    if isinstance(proof.subject, GeneralSubject | IdentitySubject):
        return list(proof.propositions), []
    families: dict[str, list[Proposition]] = {}
    for p in proof.propositions:
        beginning, comma, _ = p.title.partition(",")
        if comma and not p.lines:
            families.setdefault(beginning, []).append(p)
    members = [p for family in families.values() for p in family]
    return [p for p in proof.propositions if p not in members], [(f[0], len(f)) for f in families.values()]


def result_of(
    p: Proposition,
    place: int,
    notation: Notation,
    lemmas: Mapping[str, int],
    most_named: int = MOST_NAMED,
    proof: Proof | None = None,
    with_chain: bool = True,
) -> Result:
    """The claim in print, with its chain or without it.

    ``most_named`` integers are listed by name in front of it; of more it says no name.  With the proof that it belongs
    to, each line of its chain knows the steps of the certificate behind it.
    """
    lines = printed_lines(p) if with_chain else []
    return Result(
        kind="Theorem" if place == 0 else "Proposition",
        number=place + 1,
        title=p.title,
        words=p.words,
        quantified=_quantified(
            (p.theorem.concl, *p.theorem.hyps, *(line.term for line in lines)), notation, most_named
        ),
        hypotheses=hypotheses_latex(p.theorem.hyps, notation),
        statement=_statement(p, notation),
        start=notation(p.start, _names(p)) if lines else "",
        steps=tuple(_steps(p, notation, lemmas, proof)) if lines else (),
        claim=p.name,
        sources=p.sources,
        reasons=() if with_chain else tuple(line.reason for line in printed_lines(p)),
        rests=() if p.lines else rests_on(p.theorem),
    )


GROUNDS: Final[Mapping[str, str]] = {
    "division": "division with remainder",
    "mod_low": "division with remainder",
    "mod_high": "division with remainder",
    "antisymmetry": "the order of the integers",
    "bracket_le": "values of brackets",
    "bracket_not_le": "values of brackets",
    "bracket_not_eq": "values of brackets",
    "sum_delta": "rules of finite sums",
    "sum_swap": "rules of finite sums",
    "sum_factor": "rules of finite sums",
    "sum_add": "rules of finite sums",
    "cone": "inequalities",
    "cases": "cases",
    "ring": "the laws of rings",
}
"""Axioms and rules in words, those that carry an argument; where a law of rings is all there is, that is said."""


def rests_on(theorem: Theorem) -> tuple[str, ...]:
    """What a theorem without a chain rests on: the axioms and the telling rules of its derivation."""
    steps = [used.step for used in derivation(theorem)]
    used = {str(args[0]) if name == "axiom" else name for name, args in steps}
    found = tuple(dict.fromkeys(words for key, words in GROUNDS.items() if key in used))
    return tuple(words for words in found if words != GROUNDS["ring"]) or found


def _steps(p: Proposition, notation: Notation, lemmas: Mapping[str, int], proof: Proof | None) -> Iterator[Step]:
    printed = printed_lines(p)
    for line, before in zip(p.lines, (p.start, *(line.term for line in p.lines))):
        if line not in printed:
            continue
        formula, numbers = notation(line.term, _names(p)), tuple(lemmas[name] for name in line.lemmas)
        behind = proof.behind(line.theorem) if proof else None
        reason = f"{line.reason}{_substituted(line, before, notation, _names(p))}"
        yield Step(formula, reason, numbers, hypotheses_latex(line.theorem.hyps, notation), behind)


def _substituted(line: Line, before: Term, notation: Notation, names: Names) -> str:
    """What stands for which index, in the letters of this line and of the one before, as running text.

    An index of this line has primes, and is named, where the line before has the same letter.  Where there are several
    sums, indices are numbered from outside.
    """
    equations: list[str] = []
    explained: list[str] = []
    for moved in line.moved:
        old, new = notation.indices(before, names), notation.indices(line.term, names)
        letters = dict(zip(moved.before, old)) | _primed(moved.after, new, {*old, *names})
        if (len(old), len(new)) != (len(moved.before), len(moved.after)):
            sides = (("i", moved.before), ("j", moved.after))
            numbered = {name: f"{letter}{n}" for letter, side in sides for n, name in enumerate(side)}
            letters = _primed(numbered, numbered.values(), names)
            explained.append(_NUMBERED)
            new = ()
        primed = [(letters[name], letter) for name, letter in zip(moved.after, new) if letters[name] != letter]
        explained += [f"${notation.spell(one)}$ is this line's ${notation.spell(other)}$" for one, other in primed]
        values = {variable(name): make("var", letter) for name, letter in letters.items()}
        for name, value in moved.values:
            equations.append(f"${notation(make('eq', values[variable(name)], tidy(value, values)), names)}$")
    said = "; ".join(dict.fromkeys((*equations, *explained)))
    return f": {said}" if equations else ""


_NUMBERED: Final = (
    r"the indices of a sum, from outside, are $i_{0}, i_{1}, \dots$ in the line before, $j_{0}, j_{1}, \dots$ in this"
)


def _primed(names: Iterable[str], letters: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """A letter for each name, with primes as far as it is taken."""
    found: dict[str, str] = {}
    for name, letter in zip(names, letters):
        while letter in taken or letter in found.values():
            letter += PRIME
        found[name] = letter
    return found


def printed_lines(p: Proposition) -> list[Line]:
    """The lines, without those that change nothing at this layer's numbers, such as a shift by 0."""
    terms = [checked_tidy(term) for term in (p.start, *(line.term for line in p.lines))]
    return [line for line, before, after in zip(p.lines, terms, terms[1:]) if after is not before]


def _statement(p: Proposition, notation: Notation) -> str:
    """The claim with a good break at its sign.

    The ends of a chain are tidy, like the chain; a claim without one is printed as it stands, so that its numbers and
    letters are seen in their places.
    """
    write = notation if p.lines else notation.as_it_is
    concl = p.theorem.concl
    if concl.tag != "eq":
        return write(concl)
    left, right = (write(side, _names(p)) for side in concl.args)
    return f"{left} = {BREAK}{right}"


def _names(p: Proposition) -> frozenset[str]:
    """All free names of a claim: bound indices keep away from them in every line of its chain."""
    return free_names(p.theorem.concl, *p.theorem.hyps)


def _quantified(terms: Iterable[Term], notation: Notation, most_named: int = MOST_NAMED) -> str:
    """For all integers k, s and all w, x and all functions f: the free names of a theorem, and of its chain."""
    terms = list(terms)
    keys = frozenset[tuple[str, int]]().union(*(term.free for term in terms))
    integers = [notation.spell(name) for name, kind in sorted(keys) if kind == VARIABLE]
    tensors = [notation.spell(name) for name, kind in sorted(keys) if kind != VARIABLE]
    few = ", ".join(f"${name}$" for name in integers)
    parts = [f"integers {few}" if len(integers) <= most_named else "integers that occur in it"] if integers else []
    parts += [", ".join(f"${name}$" for name in tensors)] if tensors else []
    functions = sorted({name for term in terms for name in functions_in(term)})
    named = ", ".join(f"${notation.spell(name)}$" for name in functions)
    parts += [f"functions {named}"] if functions else []
    return " and all ".join(parts)


def family_of(first: Proposition, size: int, notation: Notation) -> Family:
    return Family(
        title=first.title.partition(",")[0],
        words=first.words,
        size=size,
        quantified=_quantified((first.theorem.concl, *first.theorem.hyps), notation),
        hypotheses=hypotheses_latex(first.theorem.hyps, notation),
        statement=_statement(first, notation),
        claim=first.name,
    )


def cited_lemmas(chosen: Iterable[Proposition]) -> dict[str, int]:
    """What the chains cite, with numbers: every lemma behind those that its own proof cites."""
    found: dict[str, int] = {}

    def add(names: Iterable[str]) -> None:
        for name in names:
            if name not in found:
                add(x for line in LEMMAS[name].lines for x in line.lemmas)
                found.setdefault(name, len(found) + 1)

    add(name for p in chosen for line in printed_lines(p) for name in line.lemmas)
    return found


def lemma_of(name: str, notation: Notation, numbers: Mapping[str, int], proof: Proof | None = None) -> Result:
    """What a chain cites, with its statement and its chain, if it has one, in letters of its own."""
    theorem, lines = LEMMAS[name](), LEMMAS[name].lines
    own = Notation([theorem.concl, *theorem.hyps, *(line.term for line in lines)])
    own_claim = Proposition(name, name, "", theorem, lambda: lines)
    result = Result(
        kind="Lemma",
        number=numbers[name],
        title=LEMMAS[name].title,
        words="",
        quantified=_quantified((theorem.concl, *theorem.hyps), own),
        hypotheses=hypotheses_latex(theorem.hyps, own),
        statement=_statement(own_claim, own),
        start=own(own_claim.start, _names(own_claim)) if lines else "",
        steps=tuple(_steps(own_claim, own, numbers, proof)),
        claim=name,
        sources=(),
        rests=() if lines else rests_on(theorem),
    )
    signs = [key for key in own.seen if key in ("bracket", "div", "mod") or key.startswith("short ")]
    notation.seen.update(signs)
    return result
