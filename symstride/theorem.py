"""The facade: from a layer or a name in the catalogue to a theorem that prints, saves and replays itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, overload

from symstride.errors import SpecError
from symstride.network_theorem import NetworkTheorem, prove_equal
from symstride.replaying import MAX_AXES, ReplayReport, replay
from symstride.version import __version__

if TYPE_CHECKING:
    from symstride.check.verdict import Verdict
    from symstride.layers.axis import Integer
    from symstride.layers.layer import Conv
    from symstride.network.graph import Network
    from symstride.proof.theorems.record import GeneralProof, LayerProof, Proposition
    from symstride.render.paper import Paper

__all__ = ["NetworkTheorem", "Theorem", "prove", "prove_general", "replay"]


@overload
def prove(
    layer: Conv,
    phases: Integer | Sequence[Integer] = 1,
    origin: str = "image",
    order: str = "channel_major",
    input_size: Integer | Sequence[Integer] | None = None,
) -> Theorem: ...
@overload
def prove(layer: Network, *, scope: str | None = None, any_size: bool = False) -> NetworkTheorem: ...


def prove(
    layer: Conv | Network,
    phases: Integer | Sequence[Integer] = 1,
    origin: str = "image",
    order: str = "channel_major",
    input_size: Integer | Sequence[Integer] | None = None,
    *,
    scope: str | None = None,
    any_size: bool = False,
) -> Theorem | NetworkTheorem:
    """The theorem that a layer equals its unit-stride layer on phases, for all inputs and all weights.

    Numbers give a theorem about this layer; symbols stay symbols and give one theorem for all their values, under
    hypotheses such as 1 <= s.  Without an input size the theorem holds for every one (``same`` padding needs it,
    unless all strides are 1).  ``phases``, ``origin`` and ``order`` are those of ``expand``.

    A network in place of the layer gives the theorem that it equals its rewriting, ``unstride(network, scope)``; for a
    network that ``unstride`` made, that *it* equals the one that it was made from (``network_theorem.prove_equal``).
    ``scope`` and ``any_size`` (for all input sizes that the grid's step divides) belong to networks, the other options
    to layers.
    Raises ``SpecError`` and ``NotSupported`` as ``expand`` and ``unstride`` do.
    """
    from symstride.network.graph import Network
    from symstride.proof.statements.request import request_of
    from symstride.proof.theorems.layer_proof import prove_layer

    if isinstance(layer, Network):
        _refuse_options(
            phases=(phases, 1), origin=(origin, "image"), order=(order, "channel_major"), input_size=(input_size, None)
        )
        return prove_equal(layer, scope, any_size)
    if scope is not None or any_size:
        asked = f"prove(layer, scope={scope!r}, any_size={any_size!r})"
        raise SpecError(asked, "a network, or neither of the two", repr(layer)[:80], "leave them out")
    return Theorem(prove_layer(request_of(layer, phases, origin, order, input_size)))


def _refuse_options(**options: tuple[object, object]) -> None:
    """Options of a layer, as (value, default), that a network does not take."""
    given = [f"{name}={value!r}" for name, (value, default) in options.items() if value != default]
    if given:
        hint = "its layers and sizes say all of that; only scope is open"
        raise SpecError("prove(network, ...)", "a scope at most", ", ".join(given)[:200], hint)


def prove_general(name: str, axes: int) -> Theorem:
    """A theorem of the catalogue, ``symstride.CATALOGUE``, for a number of axes."""
    from symstride.proof.statements.catalogue import CATALOGUE
    from symstride.proof.theorems.catalogue import prove_theorem

    if name not in CATALOGUE:
        known = ", ".join(CATALOGUE)
        raise SpecError("prove_general(name)", f"one of {known}", repr(name), "pick a name of the catalogue")
    if type(axes) is not int or not 1 <= axes <= MAX_AXES:
        raise SpecError("prove_general(axes=...)", f"1 to {MAX_AXES} axes", repr(axes), "write axes=2")
    return Theorem(prove_theorem(name, axes))


@dataclass(frozen=True)
class Theorem:
    """A proved theorem with everything about it.  Made by ``prove`` and ``prove_general``.

    ``proof`` holds its propositions, each with a theorem of the kernel and the chain that leads to it.
    """

    proof: LayerProof | GeneralProof

    @property
    def propositions(self) -> tuple[Proposition, ...]:
        """All claims, the headline first."""
        return self.proof.propositions

    @property
    def statement(self) -> str:
        """The headline as one LaTeX equation."""
        from symstride.render.notation import Notation, plain

        concl = self.proof.main.theorem.concl
        return plain(Notation([concl])(concl))

    @property
    def hypotheses(self) -> tuple[str, ...]:
        """The headline's hypotheses, in plain text; about numbers there are none."""
        from symstride.proof.certificate import ordered

        return tuple(map(str, ordered(self.proof.main.theorem.hyps)))

    @property
    def steps(self) -> int:
        """How many rule applications the certificate has."""
        return self.replayed.steps

    @cached_property
    def replayed(self) -> ReplayReport:
        """What the checker says of the certificate's text: the promise is this, not the object in memory."""
        return replay(self.certificate())

    @property
    def verdict(self) -> Verdict:
        """Proved, under the hypotheses, once the certificate has been replayed; ``CertificateRejected`` if not."""
        from symstride.check.verdict import proved

        return proved(*self.replayed.hypotheses)

    # ------------------------------------------------------------ what it prints

    @cached_property
    def _text(self) -> str:
        from symstride.proof.certificate import certificate_text

        return certificate_text(self.proof.claims, self.proof.about)

    def certificate(self) -> str:
        """The certificate: the derivations of all claims as JSON, to be replayed by anyone."""
        return self._text

    @property
    def digest(self) -> str:
        """SHA-256 of the certificate's text."""
        return self.replayed.digest

    @cached_property
    def paper(self) -> Paper:
        """Everything that the LaTeX and the HTML page print, as data."""
        from symstride.export.checks import checks_of
        from symstride.render.paper import paper_of

        report = self.replayed
        return paper_of(self.proof, checks_of(self.proof), report.digest, report.steps, version=__version__)

    def latex(self) -> str:
        """The proof as a LaTeX document that reads like a paper."""
        from symstride.render.latex import render_tex

        return render_tex(self.paper)

    def html(self) -> str:
        """The proof as one HTML page that needs no network, and that replays its certificate in the browser."""
        from symstride.render.page import render_html

        return render_html(self.paper, self.certificate())

    def rocq(self) -> str:
        """The same theorem as a Rocq file on top of the package's library, for another kernel to prove.

        For a layer it prints the table of the bank that runs, which Rocq compares with the closed form by computation.
        """
        from symstride.export.rocq import instance_file
        from symstride.export.rocq_general import general_file
        from symstride.proof.theorems.record import LayerProof

        if isinstance(self.proof, LayerProof):
            return instance_file(self.proof.layer, self.proof.bank, self.proof.input_size)
        return general_file(self.proof.name, self.proof.axes)

    def summary(self) -> str:
        """A few lines for a terminal."""
        report = self.replayed
        lines = [str(report), f"for all inputs and all weights, {self.verdict}", f"sha256 {report.digest}"]
        return "\n".join(lines)

    def save(self, folder: str | PathLike[str], pdf: bool | None = None, rocq: bool = False) -> list[Path]:
        """Write proof.tex, proof.html, certificate.json, references.bib and, where a TeX is found, proof.pdf.

        ``pdf``: None writes it where a TeX is found, True insists on it, False leaves it out.  ``rocq`` adds proof.v.
        Files are written beside and moved into place; nothing is left half-written.
        Raises ``SpecError`` when the folder cannot be written.
        """
        from symstride.export.folder import save_proof

        return save_proof(self, Path(folder), pdf, rocq)

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.statement}$"

    def _repr_html_(self) -> str:
        from html import escape

        from symstride.render.page import mathml

        return f"<p><b>{escape(self.replayed.subject)}</b></p>{mathml(self.statement, display=True)}"

    def __repr__(self) -> str:
        return f"<Theorem: {self.replayed.subject}>"
