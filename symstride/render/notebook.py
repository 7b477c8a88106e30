"""Theorems, and the lines of their proofs, as small pieces of HTML for notebooks: formulas are MathML, no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

from symstride.proof.record import Behind, Proof

if TYPE_CHECKING:
    from symstride.proof.statements.identity import IdentitySubject
    from symstride.render.network_paper import NetworkPaper
    from symstride.render.paper import Paper


def theorem_html(paper: Paper | NetworkPaper) -> str:
    """Statement, what its letters stand for, hypotheses, and the proof, folded; of a network what is said in words."""
    from symstride.render.network_paper import NetworkPaper
    from symstride.render.page import environment

    if isinstance(paper, NetworkPaper):
        return environment().get_template("notebook_network.html.j2").render(paper=paper)
    where = definitions_of(paper.results[0].statement, paper.definitions)
    return environment().get_template("notebook.html.j2").render(paper=paper, result=paper.results[0], where=where)


def identity_html(subject: IdentitySubject) -> str:
    """What an identity says, on one axis, with the definitions that it uses and its texts; not whether it is true."""
    from symstride.render.glossary import definition_equations
    from symstride.render.hypotheses import hypotheses_latex
    from symstride.render.notation import BREAK, Notation
    from symstride.render.page import environment

    left, right = subject.statement[1].args
    notation = Notation([left, right, *subject.hypotheses])
    statement = f"{notation(left)} = {BREAK}{notation(right)}"
    given, where = hypotheses_latex(subject.hypotheses, notation), definition_equations(notation)
    template = environment().get_template("notebook_identity.html.j2")
    return template.render(statement=statement, given=given, where=where, texts=subject.details)


def definitions_of(formula: str, definitions: Sequence[str]) -> tuple[str, ...]:
    """The definitions, in their order, of what occurs in a formula, and of what occurs in those."""
    needed: list[str] = []
    texts = [formula]
    for text in texts:
        found = [each for each in definitions if each not in needed and _head(each) in text.replace(" ", "")]
        needed += found
        texts += [each.partition("=")[2] for each in found]
    return tuple(each for each in definitions if each in needed)


def _head(definition: str) -> str:
    r"""What a definition defines, without indices: ``\bar{x}`` for ``\bar{x}[c, t] = ...``."""
    from symstride.render.notation import plain

    return re.split(r"[\[_=]", plain(definition).replace(" ", ""), maxsplit=1)[0]


@dataclass(frozen=True)
class ProofLine:
    """One line of a proof: the first term equals this one, for this reason.

    ``start``, ``formula`` and ``hypotheses`` are LaTeX; ``behind`` says which steps of the certificate it comes from.
    """

    number: int
    start: str
    formula: str
    reason: str
    hypotheses: tuple[str, ...]
    behind: Behind | None

    def __str__(self) -> str:
        return f"({self.number}) = {self.formula}    [{self.reason}]"

    def _repr_latex_(self) -> str:
        return rf"$\displaystyle {self.start} = {self.formula}$"

    def _repr_html_(self) -> str:
        from markupsafe import Markup

        from symstride.render.page import display, environment, mathlist

        given = Markup("Let {}. Then, ").format(mathlist(self.hypotheses)) if self.hypotheses else ""
        return (
            environment()
            .get_template("notebook_line.html.j2")
            .render(
                line=self, given=given, equation=Markup("{} = {}").format(display(self.start), display(self.formula))
            )
        )


class WalkedProof(Proof):
    """A proof that is read line by line, ``for line in proof`` or ``proof[2]``: its first claim's chain, if any."""

    letters: Mapping[str, str] = MappingProxyType({})
    """What its names are printed as, where not by themselves; see ``Theorem.in_letters``."""

    @cached_property
    def lines(self) -> tuple[ProofLine, ...]:
        """The lines of the first claim, as papers print them; a network's proof is an induction, and has none."""
        from symstride.render.composition import document_of
        from symstride.render.letters import in_formulas, own_letters, renaming
        from symstride.render.notation import plain
        from symstride.render.paper import paper_of

        if self.subject.headline or not self.main.lines:
            return ()
        made = paper_of(self)
        own = own_letters(made)
        paper = own.paper(made)
        result = in_formulas(made.results[0], own.formula)
        if self.letters:
            result = in_formulas(result, renaming(self.letters, document_of(paper), self, own).formula)
        return tuple(
            ProofLine(
                number, plain(result.start), plain(step.formula), step.reason, tuple(map(plain, step.hypotheses)),
                step.behind,
            )
            for number, step in enumerate(result.steps, start=1)
        )  # fmt: skip

    def __iter__(self) -> Iterator[ProofLine]:
        return iter(self.lines)

    @overload
    def __getitem__(self, place: int) -> ProofLine: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[ProofLine, ...]: ...
    def __getitem__(self, place: int | slice) -> ProofLine | tuple[ProofLine, ...]:
        return self.lines[place]

    def _repr_html_(self) -> str:
        return "".join(line._repr_html_() for line in self.lines)
