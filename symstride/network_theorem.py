"""The facade of networks: from a network, or its rewriting, to a theorem that prints, saves and replays itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.errors import NotSupported, SpecError
from symstride.replaying import ReplayReport, replay

if TYPE_CHECKING:
    from symstride.check.verdict import Verdict
    from symstride.network.graph import Network
    from symstride.network.record import NetworkRecord
    from symstride.proof.kernel.rules import Theorem
    from symstride.render.network_paper import NetworkPaper

__all__ = ["NetworkTheorem", "prove_equal"]

STATEMENT = r"F_w(x) = \widetilde F_{\widetilde w}(x) \qquad \text{for all inputs } x \text{ and all weights } w"
"""What is proved of a network ``F`` and its rewriting, whose weights are copies of ``w``."""


def prove_equal(network: Network, scope: str | None = None, any_size: bool = False) -> NetworkTheorem:
    """The theorem that a network equals its rewriting, for all inputs and all weights.

    ``network`` may be a rewriting itself, made by ``unstride``: then it is *this* network that equals its origin.  Its
    nodes are compared with those that the rewriting makes, and its weights, where it has any, with the copies, bit
    for bit; anything else is refused.  Of any other network, ``unstride(network, scope)`` is what is proved about.
    A network in which nothing changes is refused: it is its own rewriting.  ``scope`` is "layer" where nothing else is
    said.  ``any_size``, for the scope "network": the theorem holds for all input sizes that the grid's step divides,
    such as all multiples of 32, and not only for the size that the network was written for.

    Raises ``SpecError`` for a network that is not what ``unstride`` makes, and ``NotSupported`` for layers that no
    theorem covers, by name.
    """
    from symstride.network.rewriting.genuine import check_rewriting

    if network.origin is None:
        return NetworkTheorem(_record(network, scope or "layer", any_size))
    if scope is not None and scope != network.scope:
        asked, got = f"prove(network, scope={scope!r})", f"a rewriting with scope={network.scope!r}"
        raise SpecError(asked, "the scope that the network was made with", got, "leave the scope out")
    check_rewriting(network)
    return NetworkTheorem(_record(network.origin, network.scope, any_size))


def _record(network: Network, scope: str, any_size: bool) -> NetworkRecord:
    """Everything about the network and its rewriting, once the certificate has been replayed."""
    from symstride.network.coarse_proof import prove_on_grid
    from symstride.network.grid.plan import plan
    from symstride.network.plain_names import plainly_named
    from symstride.network.proof import prove_network
    from symstride.network.record import NetworkRecord, ReplaySummary
    from symstride.network.rewriting.unstride import unstride

    if any_size and scope != "network":
        asked, hint = "prove(network, any_size=True)", 'write scope="network"'
        raise SpecError(asked, "the whole network on one grid", f"scope {scope!r}", hint)
    bare = plainly_named(network.without_weights())
    flat = unstride(bare, scope)
    proof = prove_on_grid(bare, any_size) if scope == "network" else prove_network(bare)
    if not proof.claims:
        asked, hint = f"prove({network.name!r})", "a network without stride and dilation is its own rewriting"
        raise SpecError(asked, "a layer with a stride or a dilation", "none: nothing changes", hint)
    text = proof.certificate()
    report = replay(text, bare)
    return NetworkRecord(
        name=network.name,
        scope=scope,
        network=bare,
        rewritten=flat.without_weights(),
        plan=plan(bare) if scope == "network" else None,
        claims=proof.claims,
        about=proof.about,
        certificate=text,
        replay=ReplaySummary(report.steps, report.rules, report.axioms, report.digest),
    )


@dataclass(frozen=True)
class NetworkTheorem:
    """A proved network with everything about it.  Made by ``prove``.

    ``record`` holds the network, its rewriting, and the theorems of the kernel from which their equality follows:
    one per claim, equal layers once.
    """

    record: NetworkRecord

    @property
    def claims(self) -> Mapping[str, Theorem]:
        """The kernel's theorems, by the names that the certificate gives them."""
        return self.record.claims

    @property
    def statement(self) -> str:
        """The headline as LaTeX: the two networks give the same."""
        return STATEMENT

    @property
    def hypotheses(self) -> tuple[str, ...]:
        """What each claim assumes, in plain text; about numbers these are ranges of indices at most."""
        found = []
        for claim in self.replayed.claims:
            if claim.hypotheses:
                found.append(f"{claim.name}: {', '.join(claim.hypotheses)}")
        return tuple(found)

    @property
    def steps(self) -> int:
        """How many rule applications the certificate has."""
        return self.record.replay.steps

    @cached_property
    def replayed(self) -> ReplayReport:
        """What the checker says of the certificate's text: the promise is this, not the object in memory."""
        return replay(self.certificate(), self.record.network)

    @property
    def verdict(self) -> Verdict:
        """Proved, under the hypotheses, once the certificate has been replayed; ``CertificateRejected`` if not."""
        from symstride.check.verdict import proved

        return proved(*self.hypotheses)

    # ------------------------------------------------------------ what it prints

    def certificate(self) -> str:
        """The certificate: the derivations of all claims as JSON, to be replayed by anyone."""
        return self.record.certificate

    @property
    def digest(self) -> str:
        """SHA-256 of the certificate's text."""
        return self.record.replay.digest

    @cached_property
    def paper(self) -> NetworkPaper:
        """Everything that the LaTeX and the HTML page print, as data."""
        from symstride.render.network_paper import network_paper

        return network_paper(self.record)

    def latex(self) -> str:
        """The proof as a LaTeX document that reads like a paper, with a row per layer."""
        from symstride.render.network_latex import render_network_tex

        return render_network_tex(self.paper)

    def html(self) -> str:
        """The proof as one HTML page that needs no network, and that replays its certificate in the browser."""
        from symstride.render.network_page import render_network_html

        return render_network_html(self.paper, self.certificate())

    def rocq(self) -> str:
        """A Rocq file that proves the network equal to its form on the coarsest grid, composition included.

        It imports the library in ``export/rocq_library``; ``symstride check-rocq FOLDER`` compiles it and lists its
        axioms, of which there are none.  Raises ``NotSupported`` for the scope "layer", and for nodes that the library
        has no statement of, by name.
        """
        from symstride.export.rocq_network import network_rocq

        if self.record.plan is None:
            got, hint = f"scope {self.record.scope!r}", 'prove it with scope="network", or each layer by itself'
            raise NotSupported("NetworkTheorem.rocq()", "a network on its coarsest grid", got, hint)
        return network_rocq(self.record.network, self.record.plan)

    def summary(self) -> str:
        """A few lines for a terminal."""
        said = f"proved: {self.replayed.subject}; {len(self.claims)} claims in {self.steps:,} steps"
        return "\n".join([said, "for all inputs and all weights", f"sha256 {self.digest}"])

    def save(self, folder: str | PathLike[str], pdf: bool | None = None, rocq: bool = False) -> list[Path]:
        """Write proof.tex, proof.html, certificate.json, references.bib and, where a TeX is found, proof.pdf.

        ``pdf``: None writes it where a TeX is found, True insists on it, False leaves it out.  Files are written
        beside and moved into place; nothing is left half-written.  ``rocq`` adds proof.v; see ``rocq``.
        Raises ``SpecError`` when the folder cannot be written, and when a file there is one that the network was read
        from.
        """
        from symstride.export.folder import save_proof

        return save_proof(self, Path(folder), pdf, rocq, self.record.network.files)

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.statement}$"

    def _repr_html_(self) -> str:
        from html import escape

        from symstride.render.page import mathml

        return f"<p><b>{escape(self.replayed.subject)}</b></p>{mathml(self.statement, display=True)}"

    def __repr__(self) -> str:
        return f"<NetworkTheorem: {self.record.name}, scope {self.record.scope!r}, {len(self.claims)} claims>"
