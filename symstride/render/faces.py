"""What a paper about one layer and a paper about a general theorem do not share: title, abstract, bank, sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from symstride.drawing.scene import Scene
from symstride.layers.integer import multiply
from symstride.proof.kernel.terms import substitute
from symstride.proof.language.syntax import integer
from symstride.proof.record import Proof
from symstride.proof.statements.axis import TAP_END, TAP_LOW
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.proof.statements.identity import IdentitySubject
from symstride.proof.statements.operator import OperatorRequest
from symstride.proof.statements.request import LayerRequest
from symstride.render.abbreviations import axis_letters
from symstride.render.notation import Notation, plain
from symstride.render.parts import mentions
from symstride.render.prose import quote
from symstride.render.setting import output_counts
from symstride.render.spelling import Spelling
from symstride.render.tables import (
    BankTables,
    SizeRow,
    bank_tables,
    count,
    each,
    example_figure,
    figures,
    has_table,
    size_rows,
    times,
)

if TYPE_CHECKING:
    from symstride.layers.integer import Integer
    from symstride.layers.layer import Conv
    from symstride.proof.statements.operator import Operator

    Windows: TypeAlias = Conv | Operator

VOWELS: Final = ("8", "11", "18")
"""Kernel sizes that are read with a vowel in front: an 8 x 8 convolution."""


@dataclass(frozen=True, slots=True)
class Face:
    """The parts of a paper that a layer and a general theorem do not share."""

    title: str
    subtitle: str
    abstract: tuple[str, ...]
    bank: BankTables | None
    figures: tuple[Scene, ...]
    sizes: tuple[SizeRow, ...]
    remarks: tuple[str, ...]


def general_face(subject: GeneralSubject | IdentitySubject, proof: Proof) -> Face:
    axes = "one axis" if subject.axes == 1 else f"{subject.axes} axes"
    words, _, _ = proof.main.words.partition(" As it was written: ")  # the theorem has the texts
    return Face(
        title=f"{subject.heading if isinstance(subject, GeneralSubject) else proof.main.title}, for {axes}",
        subtitle="A theorem for all values of its parameters",
        abstract=(f"{words} The sizes are symbols: this is one theorem for all of their values. {_PROVENANCE}",),
        bank=None,
        figures=_example(subject, proof),
        sizes=(),
        remarks=(),
    )


def _example(subject: GeneralSubject | IdentitySubject, proof: Proof) -> tuple[Scene, ...]:
    """A picture of taps and phases; none for a statement in texts, which may be about anything."""
    if subject.in_texts:
        return ()
    return (example_figure("An example", mentions(proof.main.theorem.concl, ("transposed",))),)


_PROVENANCE: Final = (
    "Every displayed formula is a definition or a theorem of a small proof kernel, printed as the kernel has it."
)


def operator_face(request: OperatorRequest, proof: Proof, notation: Notation) -> Face:
    """That of a transposed layer or of a pool."""
    layer, spell, transposed = request.layer, notation.spell, request.transposed
    what = _KINDS[type(layer).__name__]
    if transposed is None:
        parts, made = [], "windows without stride on the phases of its input"
    else:
        parts = [f"${count(transposed.in_channels, spell)}$ to ${count(transposed.out_channels, spell)}$ channels"]
        parts += [f"${count(transposed.groups, spell)}$ groups"] if transposed.groups != 1 else []
        made = "a sum of stride $1$ and dilation $1$ over the bank, for each phase of its output"
    parts.append(f"padding {_pairs_in_words(layer.padding, spell)}")
    if transposed is not None:
        parts += [f"output padding ${each(transposed.output_padding, spell)}$"] * any(transposed.output_padding)
        parts.append("bias" if transposed.bias else "no bias")
    if request.input_size is not None:
        parts.append(f"input ${times(request.input_size, spell)}$")
    inputs = "For every input" if transposed is None else "For every input and all weights"
    words = f"{inputs} it equals {made}. {_SEMIRING_OF_POOL.get(what, '')}"
    return Face(
        title=f"{_of_size(what, layer, spell)} without stride",
        subtitle=", ".join(parts),
        abstract=(f"{words.strip()} {_PROVENANCE}",),
        bank=None,
        figures=(example_figure("An example", mentions(proof.main.theorem.concl, ("transposed",))),),
        sizes=(),
        remarks=(),
    )


_KINDS: Final = {"ConvTranspose": "transposed convolution", "MaxPool": "max-pool", "AveragePool": "average-pool"}
_SEMIRING_OF_POOL: Final = {
    "max-pool": r"Sums are those of the semiring: over $(\max, +)$ they are maxima, and places outside of the map, "
    "which hold its zero, are left out.",
    "average-pool": "The theorem is about the sums; each is divided by what its window counts, a number that depends "
    "on the place alone.",
}


def layer_face(request: LayerRequest, proof: Proof, notation: Notation) -> Face:
    spell = notation.spell
    kernels = _kernel_sizes(proof, notation)
    layer, bank = request.bank.layer_spec, request.bank
    tables = bank_tables(bank) if has_table(bank) else None
    return Face(
        title=_title(layer, bank.phases, spell),
        subtitle=_subtitle(request, spell),
        abstract=_abstract(request, spell, kernels),
        bank=tables,
        figures=figures(bank),
        sizes=size_rows(request, notation, kernels, output_counts(request, notation).ends),
        remarks=_remarks(request, spell),
    )


def _kernel_sizes(proof: Proof, notation: Notation) -> list[str]:
    """K for each axis, in the paper's own symbols."""
    size = integer(f"({TAP_END}) - ({TAP_LOW})")
    return [plain(notation(substitute(size, letters))) for letters in axis_letters([proof.main.theorem.concl])]


def _title(layer: Conv, phases: Sequence[Integer], spell: Spelling) -> str:
    kind = "depthwise convolution" if layer.is_depthwise and layer.groups != 1 else "convolution"
    new = "as one with stride $1$"
    if all(stride == 1 for stride in layer.stride):
        new = f"on ${count(multiply(*phases), spell)}$ phases of its output"
    return f"{_of_size(kind, layer, spell)} {new}"


def _of_size(kind: str, layer: Windows, spell: Spelling) -> str:
    """A layer of that kind with its kernel, stride and dilation."""
    axes = len(layer.kernel)
    size = f"${times(layer.kernel, spell)}$" if axes > 1 else f"length-${count(layer.kernel[0], spell)}$"
    with_ = [f"stride ${each(layer.stride, spell)}$"]
    if any(dilation != 1 for dilation in layer.dilation):
        with_.append(f"dilation ${each(layer.dilation, spell)}$")
    article = "An" if str(layer.kernel[0]) in VOWELS and axes > 1 else "A"
    return f"{article} {size} {kind} with {' and '.join(with_)}"


def _subtitle(request: LayerRequest, spell: Spelling) -> str:
    layer = request.layer
    parts = [f"${count(layer.in_channels, spell)}$ to ${count(layer.out_channels, spell)}$ channels"]
    if layer.groups != 1:
        parts.append(f"${count(layer.groups, spell)}$ groups")
    parts.append(_padding_words(request, spell))
    parts.append("bias" if layer.bias else "no bias")
    if layer.activation is not None:
        parts.append(f"activation `{quote(layer.activation)}`")
    if request.input_size is not None:
        parts.append(f"input ${times(request.input_size, spell)}$")
    return ", ".join(parts)


def _padding_words(request: LayerRequest, spell: Spelling) -> str:
    layer = request.bank.layer_spec
    words = _pairs_in_words([(axis.low, axis.high) for axis in layer.axes()], spell)
    return f"{'circular ' if layer.padding_mode == 'circular' else ''}padding {words}"


def _pairs_in_words(padding: Sequence[tuple[Integer, Integer]], spell: Spelling) -> str:
    """The padding of each axis, one that is the same on both sides as one number; equal ones once."""
    pairs = [(count(low, spell), count(high, spell)) for low, high in padding]
    texts = list(dict.fromkeys(low if low == high else f"({low}, {high})" for low, high in pairs))
    return f"${texts[0]}$" if len(texts) == 1 else ", ".join(f"${text}$" for text in texts)


def _abstract(request: LayerRequest, spell: Spelling, kernels: Sequence[str]) -> tuple[str, ...]:
    bank = request.bank
    phases = f"the ${count(bank.input_phases, spell)}$ phases of its input"
    outputs = f" and gives the ${count(bank.output_phases, spell)}$ phases of its output"
    sizes = r" \times ".join(k if k.isdigit() else f"({k})" for k in kernels)
    where = "the table of the expanded bank" if has_table(bank) else "the closed form of the bank"
    first = (
        "The layer equals, for every input and all weights, a convolution of stride 1, dilation 1 and kernel "
        f"${sizes}$ that acts on {phases}{outputs if bank.output_phases != 1 else ''}. The new weights are copies of "
        f"the old ones and structural zeros; {where} says which stands where."
    )
    return (f"{first} {_PROVENANCE}",)


def _remarks(request: LayerRequest, spell: Spelling) -> tuple[str, ...]:
    layer, bank = request.layer, request.bank
    origin = {
        "image": "Phase 0 starts at the first place of the image",
        "padded": "Phase 0 starts where the padding starts, which gives the smallest kernel",
    }
    order = {
        "channel_major": "phases of one channel are neighbours, as in `pixel_unshuffle`.",
        "phase_major": "channels of one phase are neighbours, as in ONNX `SpaceToDepth` and TensorFlow.",
    }
    out = [f"{origin[bank.origin]}; {order[bank.order]}"]
    if layer.bias and bank.output_phases != 1:
        out.append("Each bias is repeated for every output phase.")
    return tuple(out)
