"""The facade: from a layer, a network or a name in the catalogue to a theorem that prints, saves and replays itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sympy

from symstride.errors import SpecError
from symstride.layers.asked import no_layer
from symstride.layers.axis import Integer
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network
from symstride.network.model import Model
from symstride.network.one_layer import network_of
from symstride.proof.kernel import rules as kernel
from symstride.proof.kernel.terms import Term
from symstride.proof.language.translate import own_name
from symstride.proof.record import Proof, Propositions
from symstride.proof.subject import Subject
from symstride.render.document import Document
from symstride.replaying import ReplayReport, replay
from symstride.verdict import Verdict

if TYPE_CHECKING:
    from symstride.render.letters import Renaming
    from symstride.render.network_paper import NetworkPaper
    from symstride.render.paper import Paper
else:  # a paper is made when it is asked for
    Paper = NetworkPaper = Any

__all__ = ["Theorem", "prove", "prove_general", "replay"]


def prove(
    subject: Conv | ConvTranspose | MaxPool | AveragePool | Network | Model,
    phases: Integer | Sequence[Integer] = 1,
    origin: str = "image",
    order: str = "channel_major",
    input_size: Integer | Sequence[Integer] | None = None,
    *,
    scope: str | None = None,
    any_size: bool = False,
    rewritten: Network | Model | str | PathLike[str] | None = None,
) -> Theorem:
    """The theorem that a layer equals its unit-stride layer on phases, for all inputs and all weights.

    Numbers give a theorem about this layer; symbols stay symbols and give one theorem for all their values, under
    hypotheses such as 1 <= s.  Without an input size the theorem holds for every one (``same`` padding needs it,
    unless all strides are 1); a layer that carries another size is refused.  ``phases``, ``origin`` and ``order`` are
    those of ``expand``.

    A transposed layer or a pool with symbols, or without an input size, has such a theorem too: its ``phases`` are
    those of a transposed layer's input, or of a pool's output.  With numbers and an input size it is proved as the
    network of this one layer.

    A network in place of the layer gives the theorem that it equals its rewriting, ``unstride(network, scope)``.  It
    may be a rewriting itself, made by ``unstride``: then it is *this* network that equals its origin.  Its nodes are
    compared with those that the rewriting makes, and its weights, where it has any, with the copies, bit for bit;
    anything else is refused.  A network in which nothing changes is refused: it is its own rewriting.  ``scope`` is
    "layer" where nothing else is said.  ``any_size``, for the scope "network": the theorem holds for all input sizes
    that the grid's step divides, such as all multiples of 32, and not only for the size that the network was written
    for.  ``rewritten`` is a network, or the path of an ONNX model, that ``unstride`` or somebody else made of this one:
    it is compared with this one number by number, weights bit for bit, and the certificate keeps its digest.  These
    three belong to networks, the other options to layers.

    Of a ``Model``, read with ``keep=True``, the theorem is that it equals ``unstride(model)``: each of its layers does,
    and everything else is the same.

    Raises ``SpecError`` and ``NotSupported`` as ``expand`` and ``unstride`` do, and ``CertificateRejected``, with the
    first difference, for a ``rewritten`` network that is another.
    """
    if isinstance(subject, Network | Model):
        given = {"phases": (phases, 1), "origin": (origin, "image"), "order": (order, "channel_major")}
        _refuse_options(given | {"input_size": (input_size, None)})
        if isinstance(subject, Model):
            return _prove_model(subject, scope, any_size, rewritten)
        return _prove_network(subject, scope, any_size, rewritten)
    if isinstance(subject, ConvTranspose | MaxPool | AveragePool):
        given = {"origin": (origin, "image"), "order": (order, "channel_major")}
        if _is_symbolic(subject, phases, input_size):
            networks = {"scope": (scope, None), "any_size": (any_size, False), "rewritten": (rewritten, None)}
            asked, expected = f"prove({type(subject).__name__}, ...)", "phases and an input size at most"
            _refuse_options(given | networks, asked, expected)
            return _prove_operator(subject, phases, input_size)
        _refuse_options(given | {"phases": (phases, 1)})
        return _prove_network(network_of(subject, input_size), scope, any_size, rewritten)
    if scope is not None or any_size or rewritten is not None:
        asked = f"prove(layer, scope={scope!r}, any_size={any_size!r}, rewritten={str(rewritten)[:80]!r})"
        raise SpecError(asked, "a network, or none of the three", repr(subject)[:80], "leave them out")
    if not isinstance(subject, Conv):
        raise no_layer("prove(subject)", subject, "a layer, a pool or a network")
    from symstride.proof.statements.request import request_of
    from symstride.proof.theorems.layer_proof import prove_layer

    return Theorem(prove_layer(request_of(subject, phases, origin, order, input_size)))


def _is_symbolic(layer: ConvTranspose | MaxPool | AveragePool, phases: Any, input_size: Any) -> bool:
    """Is the theorem about many sizes at once, and not about the network of one layer at one size?"""
    sizes = input_size if isinstance(input_size, Sequence) else (input_size,)
    return layer.is_symbolic or phases != 1 or input_size is None or any(isinstance(n, sympy.Expr) for n in sizes)


def _prove_operator(layer: ConvTranspose | MaxPool | AveragePool, phases: Any, input_size: Any) -> Theorem:
    from symstride.proof.statements.operator import operator_request
    from symstride.proof.theorems.operator_proof import prove_operator

    return Theorem(prove_operator(operator_request(layer, phases, input_size)))


def _refuse_options(
    options: Mapping[str, tuple[object, object]], asked: str = "prove(network, ...)", expected: str = "a scope at most"
) -> None:
    """Options, as (value, default), that the subject does not take."""
    given = [f"{name}={value!r}" for name, (value, default) in options.items() if value != default]
    if given:
        hint = "leave the others out: its layers and sizes say all of that"
        raise SpecError(asked, expected, ", ".join(given)[:200], hint)


def _prove_network(network: Network, scope: str | None, any_size: bool, rewritten: Any) -> Theorem:
    from symstride.comparing import network_in
    from symstride.network.digest import canonical_digest
    from symstride.network.proof import prove_network
    from symstride.network.rewriting.genuine import check_rewriting

    if rewritten is not None:
        other = network_in(rewritten, network)
        digests = canonical_digest(network, any_size), canonical_digest(other, any_size)
        theorem = Theorem(prove_network(network, scope or other.scope or "layer", any_size, *digests))
        replay(theorem.certificate(), network, other)
        return theorem
    if network.origin is None:
        return Theorem(prove_network(network, scope or "layer", any_size, canonical_digest(network, any_size)))
    if scope is not None and scope != network.scope:
        asked, got = f"prove(network, scope={scope!r})", f"a rewriting with scope={network.scope!r}"
        raise SpecError(asked, "the scope that the network was made with", got, "leave the scope out")
    check_rewriting(network)
    origin = network.origin
    return Theorem(prove_network(origin, network.scope, any_size, canonical_digest(origin, any_size)))


def _prove_model(model: Model, scope: str | None, any_size: bool, rewritten: Any) -> Theorem:
    from symstride.comparing import alike
    from symstride.network.proof import prove_model
    from symstride.network.rewriting.genuine import check_rewriting

    if scope not in (None, model.scope) or any_size:
        asked, got = "prove(model)", f"scope={scope!r}, any_size={any_size!r}"
        raise SpecError(asked, f"scope={model.scope!r}, for which the model was read", got, "read it with keep=scope")
    if rewritten is not None:
        other = alike(rewritten, model)
        theorem = Theorem(prove_model(model, rewritten=other.digest))
        replay(theorem.certificate(), model, other)
        return theorem
    for part in model.parts if model.origin is not None else ():
        check_rewriting(part.network)
    return Theorem(prove_model(model.origin or model))


def prove_general(name: str, axes: int) -> Theorem:
    """A theorem of the catalogue, ``symstride.CATALOGUE``, for a number of axes."""
    from symstride.proof.statements.catalogue import GeneralSubject
    from symstride.proof.theorems.catalogue import prove_theorem

    subject = GeneralSubject.from_plain({"theorem": name, "axes": axes})
    return Theorem(prove_theorem(subject.name, subject.axes))


@dataclass(frozen=True, eq=False)
class Theorem:
    """A proved theorem with everything about it.  Made by ``prove`` and ``prove_general``.

    ``proof`` holds what it is about and its propositions, each with a theorem of the kernel and the chain that leads
    to it; it is read line by line: ``for line in theorem.proof``.
    """

    proof: Proof
    letters: Mapping[str, str] = field(default_factory=dict)
    """What its names are printed as, where not by themselves; see ``in_letters``."""

    def in_letters(self, letters: Mapping[str, str] | str) -> Theorem:
        r"""The same theorem, printed in letters of one's own: ``{"x": "z", "s": r"\sigma"}`` or ``x=z,s=\sigma``.

        Names are those of the statements: x, w, b, y, k, s, p, dl, o, c, j, m, rho, u, X, W, or a symbol of the layer.
        What they are printed as is a letter, a Greek one, or one in a style, ``\mathbf{x}``.  Indices of the proof that
        have this letter give way.  Paper, page, slides, fragment and notebook are printed so; the certificate is the
        same.  Raises ``SpecError``, by name, when two things would be printed alike.
        """
        from symstride.render.letters import parse_letters

        asked = parse_letters(letters) if isinstance(letters, str) else dict(letters)
        made = replace(self, letters={**self.letters, **asked})
        vars(made).update(replayed=self.replayed, paper=self.paper, _own=self._own)  # these are the same
        _ = made._renaming
        return made

    @cached_property
    def _renaming(self) -> Renaming:
        from symstride.render.composition import document_of
        from symstride.render.letters import renaming

        return renaming(self.letters, document_of(self.paper), self.proof, self._own)

    def __post_init__(self) -> None:
        from symstride.render.notebook import WalkedProof

        walked = WalkedProof(self.proof.subject, self.proof.propositions)
        vars(walked)["letters"] = self.letters
        object.__setattr__(self, "proof", walked)

    @property
    def subject(self) -> Subject:
        """What it is about: a theorem of the catalogue, a layer, or a network and its rewriting."""
        return self.proof.subject

    @cached_property
    def propositions(self) -> Propositions:
        """All claims, in the order of the certificate; one of them by its name, ``propositions["layer"]``."""
        return Propositions(self.proof.propositions)

    @property
    def claims(self) -> Mapping[str, kernel.Theorem]:
        """The kernel's theorems, by the names that the certificate gives them."""
        return self.proof.claims

    @property
    def statement(self) -> str:
        """The headline as one LaTeX equation; of a network, that it and its rewriting give the same."""
        from symstride.proof.language.translate import OWN
        from symstride.render.notation import Notation, plain

        concl = self.proof.main.theorem.concl
        statement = self.subject.headline or plain(Notation([concl])(concl))
        statement = self._own.formula(statement) if rf"{{{OWN}" in statement else statement
        return self._renaming.formula(statement) if self.letters else statement

    @property
    def hypotheses(self) -> tuple[sympy.Basic, ...]:
        """The headline's hypotheses as relations of SymPy; about numbers there are ranges of indices at most.

        Symbols are those of the layer, and integers where it has none of that name.  Of a network these are the
        hypotheses of all its claims, each once.
        """
        claims = self.propositions if self.subject.headline else self.propositions[:1]
        found = {self._in_sympy(formula) for claim in claims for formula in claim.theorem.hyps}
        return tuple(sorted(found, key=str))

    def to_sympy(self, claim: str | None = None) -> sympy.Basic:
        """What a claim says, without its hypotheses, as SymPy has it: the headline, or the claim of that name.

        Definitions are written out; sums over nothing are 0, and brackets are functions that are 1 or 0.  Raises
        ``NotSupported`` for what gets too long that way.
        """
        return self._in_sympy(self.propositions[0 if claim is None else claim].theorem.concl)

    def _in_sympy(self, term: Term) -> sympy.Basic:
        """A symbol of the layer that is called like something else in the term keeps the name that theorems give it."""
        from symstride.proof.language.as_sympy import BOUND, to_sympy
        from symstride.render.parts import free_names

        layer, taken = getattr(self.subject, "layer", None), free_names(term)
        symbols = () if layer is None else layer.symbols
        apart = (s for s in symbols if own_name(s.name) == s.name or not (s.name in taken or BOUND.fullmatch(s.name)))
        return to_sympy(term, {own_name(symbol.name): symbol for symbol in apart})

    @property
    def _conditions(self) -> tuple[str, ...]:
        """The hypotheses in plain text; of a network, those of each claim behind its name."""
        from symstride.render.letters import as_called

        if not self.subject.headline:
            return as_called(self.replayed.hypotheses)
        claims = [claim for claim in self.replayed.claims if claim.hypotheses]
        return tuple(f"{claim.name}: {', '.join(claim.hypotheses)}" for claim in claims)

    def __eq__(self, other: object) -> bool:
        """Whether both have the same claims, by name, hypotheses and conclusion; proofs and letters may differ."""
        return self._statements == other._statements if isinstance(other, Theorem) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._statements)

    @cached_property
    def _statements(self) -> frozenset[tuple[str, frozenset[Term], Term]]:
        return frozenset((name, claim.hyps, claim.concl) for name, claim in self.claims.items())

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
        from symstride.verdict import proved

        return proved(*self._conditions, proviso=self.proviso)

    @property
    def proviso(self) -> str:
        """Of a network that was not compared with the model it was read from: that, and why.

        Of a model with nodes that are kept also what is not said of these, and of one that has numbers for some of its
        inputs how many there are.  Otherwise empty.
        """
        network, kept = (getattr(self.subject, name, None) for name in ("network", "kept"))
        unchecked = "" if network is None else network.unchecked
        said = [f"reading not checked: {unchecked}"] if unchecked else []
        numbers = len(network.defaults) if network is not None else 0
        said += [*(() if kept is None else kept.provisos)]
        said += [f"{numbers:,} inputs left at the numbers of the model"] if numbers else []
        return "; ".join(said)

    # ------------------------------------------------------------ what it prints

    def certificate(self) -> str:
        """The certificate: the derivations of all claims as JSON, to be replayed by anyone."""
        return self.proof.certificate

    @property
    def digest(self) -> str:
        """SHA-256 of the certificate's text."""
        return self.replayed.digest

    @cached_property
    def paper(self) -> Paper | NetworkPaper:
        """The facts that are printed, as data: statements, chains, tables, pictures."""
        return self._own.paper(self._as_proved)

    @cached_property
    def _as_proved(self) -> Paper | NetworkPaper:
        """The same with the names that theorems have for a layer's own symbols."""
        from symstride.export.printing import paper_of

        return paper_of(self.proof, self.replayed)

    @cached_property
    def _own(self) -> Renaming:
        from symstride.render.letters import own_letters

        return own_letters(self._as_proved)

    @cached_property
    def document(self) -> Document:
        """The paper as sections of blocks, in the order in which LaTeX and the HTML page print them."""
        from symstride.render.composition import document_of

        made = document_of(self.paper)
        return self._renaming.document(made) if self.letters else made

    def latex(self) -> str:
        """The proof as a LaTeX document that reads like a paper."""
        from symstride.render.latex import render_tex

        return render_tex(self.document)

    def html(self) -> str:
        """The proof as one HTML page that needs no network, and that replays its certificate in the browser."""
        from symstride.render.page import render_html

        return render_html(self.document, self.certificate())

    def markdown(self) -> str:
        """The proof as Markdown with mathematics between dollar signs, as MyST and notebooks read it."""
        from symstride.render.markdown import render_markdown

        return render_markdown(self.document)

    def fragment(self, prefix: str = "ss", letters: Mapping[str, str] | str = "") -> str:
        r"""The theorem and its proof for ``\input`` into a paper of one's own, of any class.

        It needs no package and has nothing of a preamble; theorem and proof environments are those of the class, or
        come along.  Equations are numbered by the host, and labels begin with the prefix: ``thm:ss:theorem``,
        ``eq:ss:theorem``, ``lem:ss:1``.  Each letter is a command, ``\ssx``, which the host may define before.
        ``letters`` are as in ``in_letters``.  The nodes of a network are listed, in place of its drawing.
        """
        from symstride.render.composition import document_of
        from symstride.render.fragment import render_fragment

        theorem = self.in_letters(letters) if letters else self
        chosen = theorem._renaming.letters if theorem.letters else {}
        return render_fragment(document_of(self.paper), chosen, self.digest, prefix)

    def slides(self) -> str:
        """A talk about the theorem, for Beamer: problem, picture in steps, theorem, proof line by line, numbers."""
        from symstride.render.slides import render_slides

        return render_slides(self.document)

    def bibtex(self) -> str:
        """BibTeX entries for a paper with this theorem: symstride with the certificate's digest, and each source."""
        from symstride.render.fragment import render_bibtex

        return render_bibtex(self.document, self.digest)

    def rocq(self) -> str:
        """The same theorem as a Rocq file on top of the package's library, for another kernel to prove.

        The claims stand there as ordinary propositions, printed from the statements that a replay compares with.  They
        follow because Rocq runs our kernel, which is proved there, on the certificate.  Of a network in the scope
        "network" it proves too, from these claims, that every output is the same on the grid, unless it holds for any
        size.  The command line's verb ``check-rocq`` compiles the file and lists its axioms, of which there are none.
        """
        from symstride.export.printing import rocq_of

        return rocq_of(self.proof)

    def summary(self) -> str:
        """A few lines for a terminal."""
        report = self.replayed
        from symstride.proof.statements.identity import IdentitySubject

        whatever = "for all inputs and all weights"
        if isinstance(self.subject, IdentitySubject):
            whatever = "for all values of the free names"
        said = whatever if self.subject.headline else f"{whatever}, {self.verdict}"
        return "\n".join(filter(None, [self.proviso, str(report), said, f"sha256 {report.digest}"]))

    def save(
        self,
        folder: str | PathLike[str],
        pdf: bool | None = None,
        rocq: bool = False,
        fragment: str = "",
        slides: bool = False,
    ) -> list[Path]:
        """Write proof.tex, proof.html, certificate.json, references.bib and, where a TeX is found, proof.pdf.

        ``pdf``: None writes it where a TeX is found, True insists on it, False leaves it out.  ``rocq`` adds proof.v.
        ``fragment``, the prefix of its labels, adds theorem.tex for a paper of one's own, and theorem.bib.
        ``slides`` adds slides.tex and, where proof.pdf is written, slides.pdf.
        Files are written beside and moved into place; nothing is left half-written.
        Raises ``SpecError`` when the folder cannot be written, and when a file there is one that the subject was read
        from.
        """
        from symstride.export.folder import need_folder, save_proof

        return save_proof(self, need_folder(folder), pdf, rocq, self.subject.files, fragment, slides)

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.statement}$"

    def _repr_html_(self) -> str:
        from symstride.render.notebook import theorem_html

        return theorem_html(self._renaming.paper(self.paper) if self.letters else self.paper)

    def __repr__(self) -> str:
        return f"<Theorem: {self.replayed.subject}>"
