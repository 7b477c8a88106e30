"""The general theorems by name, each for any number of axes, proved on first use.

Those that are stated as texts need nothing here: the prover finds the chains of their claims.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from symstride.errors import InternalError
from symstride.proof.kernel.terms import KernelError
from symstride.proof.record import Proof, Proposition
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.proof.theorems.bank_entries import entry_facts, one_weight_or_zero
from symstride.proof.theorems.boundaries import boundary_facts
from symstride.proof.theorems.finite_layer import finite_layer, size_facts
from symstride.proof.theorems.phase_lemma import phase_lemma
from symstride.proof.theorems.pooling import pooling
from symstride.proof.theorems.single_layer import image_phases, kernel_sizes, padded_phases
from symstride.proof.theorems.subsampling import striding_subsamples, tensor_is_layer
from symstride.proof.theorems.transposed_layer import transposed_layer
from symstride.proof.theorems.unit_stride import unit_stride

PROOFS: Final[Mapping[str, Callable[[int], tuple[Proposition, ...]]]] = {
    "subsampling": lambda d: (striding_subsamples(d), tensor_is_layer(d)),
    "phase-lemma": lambda d: (phase_lemma(d),),
    "single-layer": lambda d: (image_phases(d), padded_phases(d), *kernel_sizes()),
    "bank-entries": lambda d: (one_weight_or_zero(d), *entry_facts()),
    "finite-layer": lambda d: (finite_layer(d, "zeros"), finite_layer(d, "circular"), *size_facts()),
    "unit-stride": lambda d: (unit_stride(d, "channel_major"), unit_stride(d, "phase_major")),
    "transposed-layer": lambda d: (transposed_layer(d),),
    "pooling": lambda d: (pooling(d),),
    "boundaries": lambda d: boundary_facts(),
}
"""name -> (number of axes -> propositions), for the theorems that are stated in terms."""


def _of_texts(name: str, axes: int) -> tuple[Proposition, ...]:
    """The claims of a theorem that is stated as texts, each proved without more hints than its file gives."""
    from symstride.proof.theorems.identity import Stop, prove_statement

    file, made = GeneralSubject(name, axes).file, list[Proposition]()
    for claim, texts in file.CLAIMS.items():
        subject = texts.subject(axes)
        pairs = [(step, "") if isinstance(step, str) else step for step in texts.steps]
        terms = subject.read(**{f"step {n + 1}": text for n, (text, _) in enumerate(pairs)}).terms
        stops = [Stop(terms[f"step {n + 1}"], reason) for n, (_, reason) in enumerate(pairs)]
        title = claim[0].upper() + claim[1:]
        made.append(prove_statement(subject, stops).proposition(title, texts.words, file.SOURCES, claim))
    return tuple(made)


@cache
def prove_theorem(name: str, axes: int) -> Proof:
    """A theorem of the catalogue; ``InternalError`` if the result is not the catalogue's statement."""
    asked, subject = f"the theorem {name} for {axes} axes", GeneralSubject(name, axes)
    try:
        propositions = PROOFS[name](axes) if name in PROOFS else _of_texts(name, axes)
    except KernelError as why:
        expected = "a derivation that the kernel accepts"
        raise InternalError(asked, expected, str(why)[:300], "please report this") from why
    for proposition, (claim, stated) in zip(propositions, subject.statements(), strict=True):
        theorem = proposition.theorem
        if (proposition.name, (theorem.hyps, theorem.concl)) != (claim, stated):
            raise InternalError(asked, f"{claim}: {stated[1]}", repr(theorem), "please report this")
    return Proof(subject, propositions)
