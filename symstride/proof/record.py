"""What a finished proof is, for everything downstream: rendering, export, checks.  Plain frozen data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, SupportsIndex, overload

from symstride.errors import SpecError
from symstride.proof.certificate import Written, premises, written
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term
from symstride.proof.subject import Subject
from symstride.proof.tactics.calculation import Line


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


class Propositions(tuple[Proposition, ...]):
    """Claims in order, to be had by number or by name."""

    @overload
    def __getitem__(self, place: SupportsIndex | str) -> Proposition: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Proposition, ...]: ...
    def __getitem__(self, place: Any) -> Any:
        if not isinstance(place, str):
            return super().__getitem__(place)
        found = next((claim for claim in self if claim.name == place), None)
        if found is None:
            names = ", ".join(claim.name for claim in self[:20]) + (", ..." if len(self) > 20 else "")
            raise SpecError(
                "propositions[name]", f"a claim, one of {names}", repr(place)[:80], "spell it as it is here"
            )
        return found


@dataclass(frozen=True, slots=True)
class Behind:
    """Numbers of steps in a certificate; ``is_it``: the one step makes the theorem itself, not something it uses."""

    steps: tuple[int, ...]
    is_it: bool


@dataclass(frozen=True)
class Proof:
    """What is proved, and everything that was proved for it.

    ``propositions`` are the claims of a certificate: their names and statements are ``subject.statements()``.
    """

    subject: Subject
    propositions: tuple[Proposition, ...]

    @property
    def main(self) -> Proposition:
        """The first claim; of a layer and of a theorem of the catalogue it is the headline."""
        return self.propositions[0]

    @cached_property
    def claims(self) -> dict[str, Theorem]:
        """The theorems of the kernel by the names that the certificate gives them."""
        return {p.name: p.theorem for p in self.propositions}

    @cached_property
    def _written(self) -> Written:
        return written(self.claims, self.subject.about)

    @property
    def certificate(self) -> str:
        """The derivations of all claims, and what they are about, as JSON."""
        return self._written.text

    def behind(self, theorem: Theorem) -> Behind:
        """The step of the certificate that makes ``theorem``; else the equations of scalars there that it is made from.

        A line at a layer's numbers is made from the general line, which is a step.
        """
        step_at = self._written.step_at
        found, seen, stack = set[int](), set[int](), [theorem]
        while stack:
            each = stack.pop()
            if id(each) in step_at:
                is_scalar = each.concl.tag == "eq" and each.concl.args[0].sort == "S"
                found |= {step_at[id(each)]} if is_scalar else set()
            elif id(each) not in seen:
                seen.add(id(each))
                stack.extend(premises(each))
        return Behind(tuple(sorted(found)), id(theorem) in step_at)
