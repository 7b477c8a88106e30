"""What a finished proof is, for everything downstream: rendering, export, checks.  Plain frozen data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term
from symstride.proof.tactics.calculation import Line

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank
    from symstride.layers.layer import Conv
    from symstride.proof.statements.identity import IdentitySubject


@dataclass(frozen=True)
class Proposition:
    """One named claim with its theorem, and the chain that a reader follows.

    ``start`` = ``lines[0].term`` = ... = ``lines[-1].term`` is the chain; line n's theorem is "start = its term", and
    the last one is ``theorem`` itself.  A proposition without a chain has no lines.  ``chain`` makes the lines when
    they are first asked for: a theorem at numbers needs its last line only.
    ``words`` states the claim in prose, with mathematics in TeX between dollar signs; ``witness`` gives integers that
    satisfy all hypotheses.
    ``sources`` are keys of the bibliography.
    """

    name: str
    title: str
    words: str
    theorem: Theorem
    chain: Callable[[], Sequence[Line]] = tuple
    witness: Mapping[str, int] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The chain's lines; the last one's theorem is ``theorem``."""
        return tuple(self.chain())

    @property
    def start(self) -> Term:
        term: Term = self.theorem.concl.args[0]
        return term


@dataclass(frozen=True, slots=True)
class GeneralProof:
    """A theorem of the catalogue for one number of axes: its propositions, the first one being the headline."""

    name: str
    axes: int
    propositions: tuple[Proposition, ...]

    @property
    def main(self) -> Proposition:
        return self.propositions[0]

    @property
    def about(self) -> dict[str, Any]:
        return {"theorem": self.name, "axes": self.axes}

    @property
    def claims(self) -> dict[str, Theorem]:
        return {p.name: p.theorem for p in self.propositions}


class Proof(GeneralProof):
    """The proof of an identity: ``subject`` is what its one claim is about."""

    subject: IdentitySubject

    def __init__(self, subject: IdentitySubject, propositions: tuple[Proposition, ...]) -> None:
        super().__init__("identity", subject.axes, propositions)
        object.__setattr__(self, "subject", subject)

    @property
    def about(self) -> dict[str, Any]:
        return self.subject.about


@dataclass(frozen=True, slots=True)
class LayerProof:
    """The proof for one layer: every claim an instance of a general theorem, made by the kernel.

    ``main`` says: output phase tau of the strided layer at coarse position m is the unit-stride sum over the bank.
    ``propositions`` has ``main`` first, then the table entries, sizes and the finite statement, in reading order.
    """

    layer: Conv
    bank: Bank
    input_size: tuple[Any, ...] | None
    propositions: tuple[Proposition, ...]
    about: Mapping[str, Any]

    @property
    def main(self) -> Proposition:
        return self.propositions[0]

    @property
    def claims(self) -> dict[str, Theorem]:
        return {p.name: p.theorem for p in self.propositions}
