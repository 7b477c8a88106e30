"""How each kind of subject is printed: its paper, and as a Rocq file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from symstride.comparing import compare_original
from symstride.network.subject import NetworkSubject
from symstride.render.network_paper import NetworkPaper, network_paper
from symstride.render.paper import Paper
from symstride.version import __version__

if TYPE_CHECKING:
    from symstride.proof.record import Proof
    from symstride.replaying import ReplayReport


def paper_of(proof: Proof, report: ReplayReport) -> Paper | NetworkPaper:
    """Everything that is printed about a proof whose certificate was replayed."""
    from symstride.export.checks import checks_of
    from symstride.render.paper import paper_of

    subject = proof.subject
    if isinstance(subject, NetworkSubject):
        network = subject.known_network
        compare_original(replace(subject, source=None), network)  # drawings and tables are the network's
        return network_paper(proof, report.digest, report.steps)
    return paper_of(proof, checks_of(proof), report.digest, report.steps, version=__version__)


def rocq_of(proof: Proof) -> str:
    """The Rocq file about a proof: its certificate, and of a network on its grid the network as one theorem too."""
    from symstride.export.rocq_certificate import rocq_of_certificate
    from symstride.export.rocq_composition import rocq_of_network

    subject = proof.subject
    if isinstance(subject, NetworkSubject):
        return rocq_of_network(proof.certificate, subject)
    return rocq_of_certificate(proof.certificate, subject)
