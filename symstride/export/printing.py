"""How each kind of subject is printed: its paper, and as a Rocq file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from symstride.comparing import compare_original
from symstride.errors import NotSupported
from symstride.network.subject import NetworkSubject
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.proof.statements.request import LayerRequest
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
    """The Rocq file about a proof.

    A theorem of the catalogue, a layer by itself and a network on its grid have a file on top of the library's own
    theorems, the composition of the network included.  Everything else, and a network that the library has no statement
    of, has the file of its certificate.
    """
    from symstride.export.rocq import instance_file
    from symstride.export.rocq_certificate import rocq_of_certificate
    from symstride.export.rocq_general import general_file
    from symstride.export.rocq_network import network_rocq

    subject = proof.subject
    if isinstance(subject, GeneralSubject) and not subject.in_texts:
        return general_file(subject.name, subject.axes)
    if isinstance(subject, NetworkSubject) and subject.plan is not None:
        try:
            return network_rocq(subject.known_network, subject.plan)
        except NotSupported:
            return rocq_of_certificate(proof.certificate, subject)
    if isinstance(subject, LayerRequest) and subject.is_clean and not subject.transposed:
        return instance_file(subject.layer, subject.bank, subject.input_size)
    return rocq_of_certificate(proof.certificate, subject)
