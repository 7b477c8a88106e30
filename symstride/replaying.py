"""Replaying certificates: the kernel runs them again, and their claims are compared with independent statements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symstride.errors import CertificateRejected, SymstrideError

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.proof.kernel.replay import Replay
    from symstride.proof.kernel.rules import Theorem

ASKED = "replay(certificate)"
MAX_AXES = 9


@dataclass(frozen=True, slots=True)
class Claim:
    """One replayed claim: its name, the theorem, and integers that satisfy its hypotheses."""

    name: str
    theorem: Theorem
    witness: Mapping[str, int]

    @property
    def hypotheses(self) -> tuple[str, ...]:
        from symstride.proof.certificate import ordered

        return tuple(map(str, ordered(self.theorem.hyps)))


@dataclass(frozen=True, slots=True)
class ReplayReport:
    """What a certificate proves.  ``about`` is its subject, ``claims`` its theorems in order.

    ``steps`` counts rule applications, ``rules`` by name; ``axioms`` are those used, out of the kernel's eleven.
    """

    subject: str
    about: Mapping[str, Any]
    claims: tuple[Claim, ...]
    steps: int
    rules: Mapping[str, int]
    axioms: tuple[str, ...]
    digest: str

    @property
    def hypotheses(self) -> tuple[str, ...]:
        """The hypotheses of the first claim, the headline."""
        return self.claims[0].hypotheses

    @property
    def witness(self) -> Mapping[str, int]:
        """Integers that satisfy the hypotheses of the first claim."""
        return self.claims[0].witness

    def __str__(self) -> str:
        return f"proved: {self.subject}; {len(self.claims)} claims in {self.steps} steps"


def replay(certificate: str | PathLike[str] | Mapping[str, Any], network: Network | None = None) -> ReplayReport:
    """Run a certificate again.  It is given as a file, as its text, or as its data.

    The kernel derives every claim; then the claims are compared, definitions included, with the statements that
    ``symstride.proof.statements`` builds from what the certificate says that it is about (``symstride.network`` for
    networks).  Given the ``network`` too, also that is compared: every layer that changes, with its numbers.
    Raises ``CertificateRejected``, whose ``where`` names the place, when anything is amiss.
    """
    from symstride.proof.certificate import digest
    from symstride.proof.kernel.replay import Refused
    from symstride.proof.kernel.replay import replay as check

    text = _text_of(certificate)
    try:
        result = check(text)
    except Refused as why:
        raise _rejected("a certificate that the kernel accepts", str(why), why.where) from None
    subject = _compare(result)
    if network is not None:
        _compare_network(result.about, network)
    claims = tuple(_with_witness(name, theorem) for name, theorem in result.claims.items())
    return ReplayReport(subject, result.about, claims, result.steps, result.rules, result.axioms, digest(text))


def _rejected(expected: str, got: str, where: str) -> CertificateRejected:
    hint = "prove the theorem again and compare the digests; a certificate is never edited by hand"
    return CertificateRejected(ASKED, expected, got, hint, where)


def _text_of(certificate: str | PathLike[str] | Mapping[str, Any]) -> str:
    if isinstance(certificate, Mapping):
        return _text_of_data(certificate)
    if isinstance(certificate, str) and certificate.lstrip().startswith("{"):
        return certificate
    from symstride.proof.kernel.replay import MAX_BYTES

    path = Path(certificate)
    try:
        if path.exists() and not path.is_file():
            raise _rejected("a file", f"{path} is not one", "file")
        if path.stat().st_size > MAX_BYTES:
            raise _rejected(f"at most {MAX_BYTES} bytes", f"{path.stat().st_size} bytes", "file")
        with path.open(encoding="utf-8", newline="") as file:  # line ends as they are: a canonical text has one, \n
            return file.read()
    except (OSError, ValueError) as why:
        raise CertificateRejected(
            ASKED, "a certificate.json, its text or its data", str(why)[:200], "check the path", "file"
        ) from None


def _text_of_data(certificate: Mapping[str, Any]) -> str:
    from symstride.proof.kernel.replay import canonical

    try:
        return canonical(json.loads(json.dumps(dict(certificate), allow_nan=False)))
    except (TypeError, ValueError, RecursionError) as why:
        raise _rejected("plain JSON data", str(why)[:200], "file") from None


def _compare(result: Replay) -> str:
    """The subject in words; refuses claims that differ from the independently built statements."""
    subject, expected = _expected(result.about)
    if list(result.claims) != list(expected):
        missing = [name for name in expected if name not in result.claims]
        extra = [name for name in result.claims if name not in expected]
        got = f"missing {missing[:3]}, not asked for {extra[:3]}" if missing or extra else "another order"
        raise _rejected(f"the {len(expected)} claims that this subject has", got, "claims")
    for position, (name, (hyps, concl)) in enumerate(expected.items()):
        theorem = result.claims[name]
        if theorem.hyps != frozenset(hyps) or theorem.concl is not concl:
            raise _rejected(f"claim {name!r} to be {str(concl)[:200]}", str(theorem)[:400], f"claims[{position}]")
    return subject


def _compare_network(about: Mapping[str, Any], network: Network) -> None:
    from symstride.network.subject import is_network, speaks_of

    if not is_network(about):
        raise _rejected(f"a certificate about the network {network.name!r}", "one about a layer", "about")
    if not speaks_of(network, about):
        raise _rejected(f"every layer of {network.name!r} that changes", "other layers, or other numbers", "about")


def _expected(about: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    from symstride.proof.kernel.terms import KernelError

    try:
        if set(about) == {"theorem", "axes"}:
            return _general(about["theorem"], about["axes"])
        if "identity" in about:
            return _identity(about)
        if "scope" in about:  # as ``network.subject.is_network`` says, which layers need not load
            return _network(about)
        return _layer(about)
    except CertificateRejected:
        raise
    except SymstrideError as why:
        raise _rejected(why.expected, why.got, "about") from None
    except KernelError as why:
        raise _rejected("a subject that can be stated", str(why), "about") from None


def _general(name: Any, axes: Any) -> tuple[str, Mapping[str, Any]]:
    from symstride.proof.statements.catalogue import CATALOGUE, TITLES

    if type(name) is not str or name not in CATALOGUE:
        raise _rejected(f"a theorem of the catalogue: {', '.join(CATALOGUE)}", repr(name)[:80], "about")
    if type(axes) is not int or not 1 <= axes <= MAX_AXES:
        raise _rejected(f"1 to {MAX_AXES} axes", repr(axes)[:80], "about")
    return f"{TITLES[name]} (axes: {axes})", CATALOGUE[name](axes)


def _identity(about: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    from symstride.proof.statements.identity import IdentitySubject

    subject = IdentitySubject.from_plain(about)
    return subject.title, dict(subject.statements())


def _layer(about: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    from symstride.proof.statements.request import LayerRequest, expected_claims

    request = LayerRequest.from_plain(about)
    return f"{request.layer!r} equals its unit-stride layer", expected_claims(request)


def _network(about: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    from symstride.network.subject import expected_of

    return expected_of(about)


def _with_witness(name: str, theorem: Theorem) -> Claim:
    from symstride.proof.language.meaning import find_witness

    witness = find_witness(theorem.hyps)
    if witness is None:
        raise _rejected(f"hypotheses of {name!r} that can be met", "no integers found that meet them", "claims")
    return Claim(name, theorem, witness)
