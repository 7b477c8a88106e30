"""A layer's own numbers: shapes of its tensors, places of its outputs, and where its proof uses the change of index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from symstride.layers.transposed import ConvTranspose
from symstride.proof.kernel.terms import Term, num, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import integer, variable
from symstride.proof.language.translate import to_term
from symstride.proof.statements.axis import OUTPUTS, TAP_END, TAP_LOW, on_axis
from symstride.proof.statements.layer import sizes
from symstride.proof.statements.operator import OperatorRequest, output_terms
from symstride.proof.statements.operator import values_of as values_of_operator
from symstride.proof.statements.request import LayerRequest, values_of
from symstride.render.folding import fold, has_bold
from symstride.render.glossary import canonical
from symstride.render.notation import Notation, plain
from symstride.render.spelling import BOLD, spelled
from symstride.render.tables import count, times

SEMIRINGS: Final = "the reals, the integers, polynomials in symbolic weights, or (max, +)"
"""Where the entries of tensors may lie."""


@dataclass(frozen=True, slots=True)
class OutputCounts:
    """How many outputs there are along the axes, in LaTeX: ``ends`` are M, or M_1, M_2, or numbers that are known.

    ``equations`` say what the letters among them are.  Where all axes have one formula there is one end.
    """

    ends: tuple[str, ...]
    equations: tuple[str, ...]


def output_counts(request: LayerRequest, notation: Notation) -> OutputCounts:
    """M along the axes of a layer, in the paper's own symbols."""
    terms = [notation.tidied(term) for term in _output_terms(request)]
    folded = fold(terms) if notation.axes > 1 else None
    shown = terms if folded is None else [folded]
    formulas = tuple(plain(notation(term)) for term in shown)
    if all(term.tag == "num" for term in terms):
        return OutputCounts(formulas, ())
    numbers = [""] if len(terms) == 1 else [BOLD if has_bold(shown[0]) else ""] if folded else range(1, len(terms) + 1)
    letters = tuple(_unused(spelled(f"M{number}"), notation) for number in numbers)
    return OutputCounts(letters, tuple(f"{letter} = {formula}" for letter, formula in zip(letters, formulas)))


def _output_terms(request: LayerRequest) -> list[Term]:
    """M along each axis, for an input of the layer's size or of any."""
    layer, values = request.layer, values_of(request)
    is_same = isinstance(layer.padding, str)
    formula = integer("(N + s - 1)//s") if is_same else substitute(integer(OUTPUTS), _SPREAD)
    out = []
    for n, axis in enumerate(request.bank.axes):
        letters = {variable(x): values[variable(names(layer.ndim, x)[n])] for x in ("k", "s", "dl", "p")}
        letters[variable("N")] = _input_sizes(request)[n]
        if not is_same:
            letters[variable("r")] = to_term(axis.axis.high)
        out.append(substitute(formula, letters))
    return out


_SPREAD: Final = {variable("D"): integer("dl*(k - 1)")}


def _input_sizes(request: LayerRequest) -> list[Term]:
    """The size of the input along each axis."""
    values = values_of(request)
    return [substitute(size, values) for size in sizes(request.form)]


def _unused(letter: str, notation: Notation) -> str:
    """The letter, with primes until the paper has no other use for it."""
    taken = {notation.spell(name) for name in notation.free}
    while letter in taken:
        letter += "'"
    return letter


def setting_of(request: LayerRequest, notation: Notation) -> str:
    """Where the tensors lie, and which channels and places the outputs have; after the definitions are printed."""
    layer, spell = request.bank.layer_spec, notation.spell
    weights = f"weights $w \\in R^{{{times(layer.weight_shape, spell)}}}$"
    bias = f" and a bias $b \\in R^{{{count(layer.out_channels, spell)}}}$" if layer.bias else ""
    channel, *places = _output_indices(notation)
    counts = output_counts(request, notation)
    ends = counts.ends * len(places) if len(counts.ends) == 1 else counts.ends
    if len(ends) != len(places):
        ends = (f"({', '.join(ends)})",)
    ranges = ", ".join(rf"$0 \le {place} < {end}$" for place, end in zip(places, ends))
    where = f", where {', '.join(f'${equation}$' for equation in counts.equations)}" if counts.equations else ""
    return (
        f"Let $R$ be any commutative semiring: {SEMIRINGS}. The layer has {weights}{bias}. Of an input "
        f"$x \\in R^{{{_input_shape(request, notation)}}}$ it makes outputs with channels "
        rf"$0 \le {channel} < {count(layer.out_channels, spell)}$ at places {ranges}{where}."
    )


def setting_of_operator(request: OperatorRequest, notation: Notation) -> str:
    """The same for a transposed layer or a pool."""
    layer, spell, letters = request.layer, notation.spell, [names(request.axes, x) for x in "tj"]
    sizes = [plain(notation(values_of_operator(request)[variable(N)])) for N in names(request.axes, "N")]
    shape = r" \times ".join(f"({text})" if " " in text else text for text in sizes)
    if not isinstance(layer, ConvTranspose):
        places = ", ".join(rf"${spelled(j)} \ge 0$" for j in letters[1])
        return (
            f"Let $R$ be any commutative semiring: {SEMIRINGS}. Of each channel $x[c]$ of the input, which has "
            f"${shape}$ places, the pool makes outputs at places {places}."
        )
    formulas = [plain(notation(size)) for size in output_terms(request)]
    alike = len(set(formulas)) == 1
    ends = [_unused(spelled(f"T{'' if alike else n + 1}"), notation) for n in range(request.axes)]
    placed = ", ".join(rf"$0 \le {spelled(t)} < {end}$" for t, end in zip(letters[0], ends))
    where = ", ".join(dict.fromkeys(f"${end} = {formula}$" for end, formula in zip(ends, formulas)))
    bias = rf" and a bias $b \in R^{{{count(layer.out_channels, spell)}}}$" if layer.bias else ""
    return (
        f"Let $R$ be any commutative semiring: {SEMIRINGS}. The layer has weights "
        rf"$w \in R^{{{times(layer.weight_shape, spell)}}}${bias}. Of an input "
        rf"$x \in R^{{{count(layer.in_channels, spell)} \times {shape}}}$ it makes outputs with "
        rf"${count(layer.out_channels, spell)}$ channels at places {placed}, where {where}."
    )


def _output_indices(notation: Notation) -> list[str]:
    """The letters o and j as the definition of the convolution has them in print."""
    convolutions = (canonical(used) for used in notation.applied.values() if used.name in ("conv", "grouped"))
    printed = next(plain(notation(left)) for left in convolutions if left is not None)
    return printed.rpartition("[")[2].removesuffix("]").split(", ")


def _input_shape(request: LayerRequest, notation: Notation) -> str:
    """Channels and sizes of the input, in LaTeX."""
    sizes_ = [plain(notation(size)) for size in _input_sizes(request)]
    factors = [f"({text})" if " " in text else text for text in sizes_]
    return r" \times ".join([count(request.bank.layer_spec.in_channels, notation.spell), *factors])


def lemma_at(request: LayerRequest, notation: Notation, is_dilated: bool) -> str:
    """At which numbers the proof uses the change of index, in the lemma's letters; for a layer of known taps.

    Along the axes that are dilated, or along those that are not.
    """
    axes = [n for n, dilated in enumerate(request.dilated) if dilated == is_dilated]
    found = {letter: [notation.tidied(_lemma_value(request, n, letter)) for n in axes] for letter in LEMMA_LETTERS}
    if not is_dilated:
        del found["dl"]
    folded = {letter: fold(terms) for letter, terms in found.items()}
    if len(axes) == request.layer.ndim > 1 and all(folded.values()):
        return f"In Theorem 1, on every axis, {_equations(folded, notation)}."
    told = [_equations({letter: terms[n] for letter, terms in found.items()}, notation) for n in range(len(axes))]
    if request.layer.ndim > 1:
        told = [f"along axis {n + 1} {equations}" for n, equations in zip(axes, told)]
    return f"In Theorem 1, {'; '.join(told)}."


def _equations(values: Mapping[str, Term | None], notation: Notation) -> str:
    return ", ".join(f"${spelled(letter)} = {plain(notation(x))}$" for letter, x in values.items() if x is not None)


def _lemma_value(request: LayerRequest, n: int, letter: str) -> Term:
    """A letter of the lemma along one axis: s for all phases, p less what an output phase skips."""
    d, values = request.layer.ndim, dict(values_of(request))
    if request.form.padded_origin:
        values[variable(names(d, "p")[n])] = num(0)
    return substitute(on_axis(d, n, LEMMA_LETTERS[letter]), values)


LEMMA_LETTERS: Final = {
    "k": "k", "s": "s*a", "dl": "dl", "p": "p - s*tau", "l": TAP_LOW, "h": f"{TAP_END} - 1",
}  # fmt: skip
"""The letters of the change of index, and what they stand for along an axis of a layer."""
