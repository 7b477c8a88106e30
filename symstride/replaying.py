"""Replaying certificates: the kernel runs them again, and their claims are compared with independent statements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from symstride.errors import CertificateRejected, SymstrideError, rejected

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.network.model import Model
    from symstride.proof.kernel.replay import Replay
    from symstride.proof.kernel.rules import Theorem
    from symstride.proof.subject import Subject
else:
    Network = Model = Any  # loaded where a certificate is about one

SUBJECTS: Final[Mapping[str, tuple[str, str]]] = {
    "theorem": ("symstride.proof.statements.catalogue", "GeneralSubject"),
    "layer": ("symstride.proof.statements.request", "LayerRequest"),
    "operator": ("symstride.proof.statements.operator", "OperatorRequest"),
    "network": ("symstride.network.subject", "NetworkSubject"),
    "identity": ("symstride.proof.statements.identity", "IdentitySubject"),
}
"""What a certificate may be about: the field that only such a subject has, and where its class is.  Loaded when met."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One replayed claim: its name, the theorem, and integers that satisfy its hypotheses."""

    name: str
    theorem: Theorem
    witness: Mapping[str, int]

    @property
    def hypotheses(self) -> tuple[str, ...]:
        from symstride.proof.repeatable import ordered

        return tuple(map(str, ordered(self.theorem.hyps)))


@dataclass(frozen=True, slots=True)
class ReplayReport:
    """What a certificate proves.  ``about`` is its subject, ``claims`` its theorems in order.

    ``subject`` says in one line what the statements were rebuilt from, ``details`` line by line what it has no room
    for: the layers of a network.  ``steps`` counts rule applications, ``rules`` by name; ``axioms`` are those used, out
    of the kernel's eleven.  ``digest`` is the SHA-256 of the canonical text.  ``compared`` says, line by line, which
    networks were compared with the certificate, and how.
    """

    subject: str
    details: tuple[str, ...]
    about: Mapping[str, Any]
    claims: tuple[Claim, ...]
    steps: int
    rules: Mapping[str, int]
    axioms: tuple[str, ...]
    digest: str
    compared: tuple[str, ...] = ()

    @property
    def hypotheses(self) -> tuple[str, ...]:
        """The hypotheses of the first claim, the headline."""
        return self.claims[0].hypotheses

    @property
    def witness(self) -> Mapping[str, int]:
        """Integers that satisfy the hypotheses of the first claim."""
        return self.claims[0].witness

    def _repr_html_(self) -> str:
        from symstride.markup import replay_table

        return replay_table(self)

    def __str__(self) -> str:
        return f"proved: {self.subject}; {len(self.claims):,} claims in {self.steps:,} steps"


def replay(
    certificate: str | PathLike[str] | Mapping[str, Any],
    original: Network | Model | str | PathLike[str] | None = None,
    rewritten: Network | Model | str | PathLike[str] | None = None,
) -> ReplayReport:
    """Run a certificate again.  It is given as a file, as its text, or as its data.

    The kernel derives every claim; then the claims are compared, definitions included, with the statements of the
    subject that the certificate names.  A certificate about a network is also compared with that network: ``original``
    is one, or an ONNX model or its path.  It has to have the digest in the certificate, weights included unless none
    were there when it was proved, and every layer that changes, with its numbers.  Given the ``rewritten`` network
    too, it is compared with the original number by number (``network.correspondence``), weights bit for bit, by code
    that knows nothing of how it was made; where the certificate has a digest of it, that has to be its own.
    Of a model with nodes that are kept every layer is compared so, and everything else has to be the same to the bit.
    Raises ``CertificateRejected``, whose ``where`` names the place, when anything is amiss.
    """
    from symstride.proof.kernel import replay as kernel
    from symstride.proof.repeatable import digest

    text = _text_of(certificate).removesuffix("\n") + "\n"  # one digest, however it is handed over
    try:
        result = kernel.replay(text)
    except kernel.Refused as why:
        raise rejected("a certificate that the kernel accepts", str(why), why.where) from None
    subject = _compared(result)
    compared: tuple[str, ...] = ()
    if original is not None or rewritten is not None:
        from symstride.comparing import compare_networks

        compared = compare_networks(subject, original, rewritten)
    claims = tuple(_with_witness(name, theorem) for name, theorem in result.claims.items())
    counts = result.steps, result.rules, result.axioms
    return ReplayReport(subject.title, subject.details, result.about, claims, *counts, digest(text), compared)


def _text_of(certificate: str | PathLike[str] | Mapping[str, Any]) -> str:
    if isinstance(certificate, Mapping):
        return _text_of_data(certificate)
    if isinstance(certificate, str) and certificate.lstrip().startswith("{"):
        return certificate
    from symstride.proof.kernel.replay import MAX_BYTES

    try:
        path = Path(certificate)
        if path.exists() and not path.is_file():
            raise rejected("a file", f"{path} is not one", "file")
        if path.stat().st_size > MAX_BYTES:
            raise rejected(f"at most {MAX_BYTES} bytes", f"{path.stat().st_size} bytes", "file")
        with path.open(encoding="utf-8", newline="") as file:  # line ends as they are: a canonical text has one, \n
            return file.read()
    except (OSError, TypeError, ValueError) as why:
        raise rejected("a certificate.json, its text or its data", str(why)[:200], "file", "check the path") from None


def _text_of_data(certificate: Mapping[str, Any]) -> str:
    from symstride.proof.kernel.replay import canonical

    try:
        return canonical(json.loads(json.dumps(dict(certificate), allow_nan=False)))
    except (TypeError, ValueError, RecursionError) as why:
        raise rejected("plain JSON data", str(why)[:200], "file") from None


def _compared(result: Replay) -> Subject:
    """The subject, whose statements are the claims, one by one.

    A statement is built only when all claims in front of it have come out equal, so that the work is bounded by what
    the kernel has run again, whatever the subject asks for.
    """
    from symstride.proof.kernel.terms import KernelError

    try:
        subject = subject_of(result.about)
        names, position = list(result.claims), 0
        for name, (hyps, concl) in subject.statements():
            if position == len(names) or names[position] != name:
                got = f"{len(names)} claims, " + (
                    f"that one being {names[position]!r}" if names[position:] else "no more"
                )
                expected = f"claim {position + 1} to be {name!r}, for {subject.title}"
                raise rejected(expected[:300], got[:300], "claims")
            theorem = result.claims[name]
            if theorem.hyps != hyps or theorem.concl is not concl:
                raise rejected(f"claim {name!r} to be {str(concl)[:200]}", str(theorem)[:400], f"claims[{position}]")
            position += 1
    except CertificateRejected:
        raise
    except SymstrideError as why:
        raise rejected(why.expected, why.got, "about") from None
    except KernelError as why:
        raise rejected("a subject that can be stated", str(why), "about") from None
    if position != len(names):
        raise rejected(
            f"the {position} claims that this subject has", f"also {names[position : position + 3]}", "claims"
        )
    return subject


def subject_of(about: Mapping[str, Any]) -> Subject:
    """The subject of a certificate, by the field that tells it apart."""
    found = [place for field, place in SUBJECTS.items() if field in about]
    if len(found) != 1:
        got = ", ".join(sorted(about))[:80] or "nothing"
        raise rejected(f"a subject with one of {', '.join(SUBJECTS)}", got, "about")
    ((module, name),) = found
    subject: Subject = getattr(import_module(module), name).from_plain(about)
    return subject


def _with_witness(name: str, theorem: Theorem) -> Claim:
    from symstride.proof.language.witness import find_witness

    witness = find_witness(theorem.hyps)
    if witness is None:
        raise rejected(f"hypotheses of {name!r} that can be met", "no integers found that meet them", "claims")
    return Claim(name, theorem, witness)
