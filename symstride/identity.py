"""An identity of one's own: two sides in Python's notation, to be proved, refuted, or told what is left.

shift = ss.Identity(
    "conv(w, late)[o, j]", "conv(w, x)[o, j + n]",
    where={"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + i] for c in range(C) for i in range(k))",
           "late[c, t]": "x[c, t + s*n]"},
    letters="i k s j t n")
shift.prove(axes=2).save("proof")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from symstride.errors import InternalError, NotSupported, SpecError
from symstride.proof.kernel.terms import Term
from symstride.proof.language.notation.parsing import one_line
from symstride.proof.statements.identity import IdentitySubject
from symstride.theorem import Theorem
from symstride.verdict import Verdict

if TYPE_CHECKING:
    from symstride.check.falsify import Counterexample
    from symstride.proof.theorems.identity import ProvedIdentity

_ASKED: Final = "Identity(left, right, ...)"
_ADVICE: Final = (
    "a term on the way, in steps: the left side with its definitions written out, with its sums in the order of the "
    "right side, or cut where a range of the right side ends"
)


@dataclass(frozen=True)
class Identity:
    """left = right, for every commutative semiring and all values of the free names that meet ``given``.

    ``left`` and ``right`` are scalars in the notation of ``symstride.proof.language.notation``: sums as generators,
    brackets, ``a if P else b``, entries, arbitrary functions.  ``given`` has conditions, separated by ; or as several
    texts.  ``where`` has definitions, head -> body, each of which may use those before it.  ``letters`` stand once per
    axis: with them one text serves every number of axes.  ``steps`` are terms on the way from left to right, for the
    prover, each of them a text or a pair of a text and a reason.  ``name``, ``title``, ``words`` and ``sources`` (keys
    of the bibliography) are for the paper; no certificate carries them.

    Texts are parsed and never run.  What Python means by them is what is proved; everything else is refused.
    Raises ``SpecError`` and ``NotSupported`` with the text that is to be changed.
    """

    left: str
    right: str
    given: str | Sequence[str] = ""
    where: Mapping[str, str] = field(default_factory=dict)
    letters: str | Sequence[str] = ""
    steps: Sequence[str | tuple[str, str]] = ()
    name: str = ""
    title: str = ""
    words: str = ""
    sources: Sequence[str] = ()

    def __post_init__(self) -> None:
        given = self.given.split(";") if isinstance(self.given, str) else _texts("given", self.given)
        letters = self.letters.replace(",", " ").split() if isinstance(self.letters, str) else self.letters
        if not isinstance(self.where, Mapping):
            raise SpecError(
                _ASKED, "where, a dict of heads and bodies", repr(self.where)[:80], 'write {"y[j]": "x[2*j]"}'
            )
        values: dict[str, Any] = {
            "left": one_line(self.left, "left"),
            "right": one_line(self.right, "right"),
            "given": tuple(one_line(text, "given") for text in given if text.strip()),
            "where": {
                one_line(head, "where"): one_line(body, f"where, {head!r:.80}") for head, body in self.where.items()
            },
            "letters": _texts("letters", letters),
            "steps": tuple(_step(step) for step in _listed("steps", self.steps)),
            "sources": _texts("sources", self.sources),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)
        for name in ("name", "title", "words"):
            _check_prose(name, getattr(self, name))
        for _, reason in _pairs(self.steps):
            _check_prose("steps", reason)
        for key in self.sources:
            _check_source(key)
        self.subject(1).read(**self._stops)

    def __hash__(self) -> int:
        return hash((self.subject(1), self.steps, self.name, self.title, self.words, self.sources))

    @classmethod
    def from_sympy(cls, left: Any, right: Any = None, given: Any = (), **more: Any) -> Identity:
        """The same from SymPy: ``left`` and ``right``, or an ``Eq`` of the two.

        Sums are read with SymPy's inclusive bounds.  Karr's convention gives a value to a sum whose end lies before
        its start; here such a sum is empty, so that it does so nowhere becomes a hypothesis.  ``given`` has relations;
        ``more`` are the other arguments of ``Identity``.
        """
        from symstride.proof.language.notation.sympy_texts import texts_of

        sides, conditions = texts_of(left, right, given)
        return cls(sides[0], sides[1], conditions, **more)

    # ------------------------------------------------------------ what it says

    def subject(self, axes: int = 1) -> IdentitySubject:
        """Its texts for so many axes, as a certificate carries them."""
        from symstride.proof.statements.identity import IdentitySubject

        where = tuple(self.where.items())
        if type(axes) is not int:  # True and 1.0 are the key 1
            raise SpecError(_ASKED, "a number of axes", repr(axes)[:80], "write axes=2")
        return _kept(IdentitySubject(self.left, self.right, tuple(self.given), where, tuple(self.letters), axes))

    def statement(self, axes: int = 1) -> tuple[tuple[Term, ...], Term]:
        """Hypotheses and conclusion for so many axes, as terms, read from the texts alone."""
        subject = self.subject(axes)
        return subject.hypotheses, subject.statement[1]

    def about(self, axes: int = 1) -> dict[str, Any]:
        """What a certificate says that it is about: the texts, from which replay builds the statement again."""
        return self.subject(axes).about

    def _repr_html_(self) -> str:
        from symstride.render.notebook import identity_html

        return identity_html(self.subject(1))

    # ------------------------------------------------------------ is it true?

    def decide(self, axes: int = 1, budget: int | None = None) -> Verdict:
        """Proved, refuted or unknown, as a value.

        Numbers are tried first, on the texts by Python's own rules, over the integers and over (max, +).  Where they
        fail the verdict has the plainest ones as its witness.  Otherwise the prover is asked; a proof names the given
        hypotheses that it does not need, and more numbers are tried on what it proved.  An unknown says what was left.

        ``budget`` is how much the prover may work: a count that is the same on every machine, 50,000 unless given,
        which takes about ten seconds.  An unknown whose budget is used up says so, and how large it was.
        """
        from symstride.proof.kernel.terms import KernelError
        from symstride.proof.language.notation.writing import written
        from symstride.proof.language.witness import find_witness
        from symstride.verdict import Kind, Verdict, refuted, unknown

        _check_budget(budget)
        hypotheses = self.subject(axes).hypotheses
        if find_witness(hypotheses) is None:
            got = "; ".join(map(written, hypotheses))[:400]
            return unknown(f"no numbers were found that meet the hypotheses {got}, and a proof from nothing is none")
        found, met = _falsified(self.subject(axes))
        if found is not None:
            return refuted(found)
        try:
            proof = self._proof(axes, budget)
        except (KernelError, NotSupported) as why:
            return unknown(self._left_over(why, axes, met))
        idle = self.subject(axes).idle(proof.unneeded)
        needed, unneeded = (tuple(written(f) for f in hypotheses if (f in idle) is out) for out in (False, True))
        return Verdict(Kind.PROVED, needed, unneeded=unneeded)

    def prove(self, axes: int = 1, budget: int | None = None) -> Theorem:
        """The theorem, with paper and certificate; ``NotSupported`` where it is false, or where no proof is found."""
        from symstride.proof.record import Proof
        from symstride.theorem import Theorem
        from symstride.verdict import Kind

        verdict = self.decide(axes, budget)
        asked = f"Identity({self.name or self.left!r:.100}).prove(axes={axes})"
        if verdict.kind is Kind.REFUTED:
            raise SpecError(asked, "an identity that holds", str(verdict.witness), "correct a side, or add to given")
        if verdict.kind is not Kind.PROVED:
            raise NotSupported(asked, "a proof that is found without hints", verdict.reason, "see the last line")
        written = "; ".join(f"`{line}`" for line in self.subject(axes).details)
        words = f"{self.words or 'The identity holds for all values of its free names.'} As it was written: {written}."
        title = self.title or self.name or "An identity"
        claim = self._proof(axes, budget).proposition(title, words, self.sources)
        return Theorem(Proof(self.subject(axes), (claim,)))

    # ------------------------------------------------------------ inside

    @property
    def _stops(self) -> dict[str, str]:
        """The steps, by what they are called in messages."""
        return {f"step {n + 1}": text for n, (text, _) in enumerate(_pairs(self.steps))}

    def _proof(self, axes: int, budget: int | None) -> ProvedIdentity:
        return _proved(self.subject(axes), tuple(_pairs(self.steps)), budget)

    def _left_over(self, why: Exception, axes: int, met: int) -> str:
        """What was tried, what was left in the letters of the texts, and what kind of step would help."""
        from symstride.proof.language.notation.writing import written
        from symstride.proof.tactics.prover import Exhausted

        tried = f"both sides agree at the {met} choices of numbers that were tried"
        if not met:
            tried = "no numbers were found that meet the hypotheses at random tensors and are small enough to try"
        letters = self.subject(axes).reading.bound_letters
        terms = [written(term, letters) for term in getattr(why, "left_over", ())]
        left = " and ".join(terms) or str(why)
        if isinstance(why.__cause__, Exhausted):
            tried += f"; {why.__cause__}"
        advice = getattr(why, "advice", "") or _ADVICE
        return f"{tried}; what was left: {left[:600]}; to try: {advice}"


@lru_cache(maxsize=64)
def _kept(subject: IdentitySubject) -> IdentitySubject:
    """One subject for equal texts, so that they are read once."""
    return subject


@lru_cache(maxsize=64)
def _falsified(subject: IdentitySubject) -> tuple[Counterexample | None, int]:
    """Numbers at which it fails, if any were found, and how many were tried."""
    from symstride.check.falsify import Search

    search = Search(subject)
    return search.counterexample(), search.met


@lru_cache(maxsize=64)
def _proved(subject: IdentitySubject, steps: tuple[tuple[str, str], ...], budget: int | None) -> ProvedIdentity:
    """The proof, checked on further numbers; kept, since ``decide`` and ``prove`` both ask for it."""
    from symstride.check.falsify import Search
    from symstride.proof.theorems.identity import Stop, prove_statement

    terms = subject.read(**{f"step {n + 1}": text for n, (text, _) in enumerate(steps)}).terms
    stops = [Stop(terms[f"step {n + 1}"], reason) for n, (_, reason) in enumerate(steps)]
    proof = prove_statement(subject, stops, budget)
    if (proof.theorem.hyps, proof.theorem.concl) != subject.statement:
        raise InternalError(_ASKED, "a proof of the statement", repr(proof.theorem)[:300], "please report these texts")
    failure = Search(subject, budget=40, steps=20_000).counterexample(seed=1_000_003)
    if failure is not None:
        raise InternalError(_ASKED, "an identity that holds", f"proved, but {failure}", "please report these texts")
    return proof


def _check_budget(budget: int | None) -> None:
    if budget is not None and (type(budget) is not int or budget < 1):
        raise SpecError("Identity.decide(budget=...)", "a positive integer", repr(budget)[:80], "write budget=50_000")


def _listed(name: str, x: Any) -> tuple[Any, ...]:
    if isinstance(x, str) or not isinstance(x, Iterable):
        raise SpecError(_ASKED, f"{name}, a sequence", repr(x)[:80], f'write {name}=("...",)')
    return tuple(x)


def _texts(name: str, x: Any) -> tuple[str, ...]:
    texts = _listed(name, x)
    for text in texts:
        if type(text) is not str:
            raise SpecError(_ASKED, f"{name}, texts", repr(text)[:80], f'write {name}=("...",)')
    return texts


def _step(step: Any) -> str | tuple[str, str]:
    if isinstance(step, str):
        return one_line(step, "steps")
    if not (isinstance(step, Sequence) and len(step) == 2 and type(step[1]) is str):
        raise SpecError(
            _ASKED, "steps, each a text or a pair of a text and a reason", repr(step)[:80], 'write ("...",)'
        )
    return one_line(step[0], "steps"), step[1]


def _check_prose(name: str, text: Any) -> None:
    """Refuse what cannot be printed: words are running text, with mathematics between dollar signs.

    Mathematics that would define something, or read a file, could change what is printed elsewhere.
    """
    from symstride.render.prose import is_formula, spans
    from symstride.render.references import library

    if type(text) is not str:
        raise SpecError(_ASKED, f"{name}, a text", repr(text)[:80], "leave it out")
    one = text.translate(dict.fromkeys(map(ord, "\t\r\n"), " ")) if name == "words" else text  # the others are one line
    if not one.isprintable():
        raise SpecError(_ASKED, f"{name} of printable characters", repr(text)[:200], "leave the others out")
    try:
        pieces = spans(text)
    except InternalError as why:
        hint = "close the mark, or put a backslash before it"
        raise SpecError(_ASKED, f"{name} with {why.expected}", text[:200], hint) from None
    for piece in pieces:
        if piece.kind == "math" and not is_formula(piece.text):
            hint = r"use letters, digits, + - * / = < > and commands such as \le, \sum, \lfloor, \rho"
            raise SpecError(_ASKED, f"{name} with formulas that only print something", piece.text[:200], hint)
        if piece.kind == "cite" and piece.text not in library():
            raise SpecError(
                _ASKED, f"{name} that cites {', '.join(library())}", piece.text[:80], "write the source out"
            )


def _check_source(key: str) -> None:
    from symstride.render.references import library

    if key not in library():
        hint = "write other sources out in words"
        raise SpecError(_ASKED, f"sources among {', '.join(library())}", repr(key)[:80], hint)


def _pairs(steps: Sequence[str | tuple[str, str]]) -> list[tuple[str, str]]:
    return [(step, "") if isinstance(step, str) else step for step in steps]
