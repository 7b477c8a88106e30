"""What every symbol means: the Notation section, made from what has been printed and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from symstride.proof.kernel.terms import Term, make, substitute, var
from symstride.proof.language.syntax import mapping
from symstride.render.forms import FORMS, OUTPUTS, SIGNAL, Use, mentions, read_use
from symstride.render.notation import BREAK, FALLBACK_LETTERS, WEAK, Notation
from symstride.render.parts import free_names
from symstride.render.prose import spans
from symstride.render.spelling import PRIME, spelled, stem

_TOKEN: Final = re.compile(r"\\[a-z]+|[A-Za-z]")

MEANINGS: Final[Mapping[str, str]] = {
    "w": "the weights: output channel, input channel, tap",
    "x": "the input: channel, position",
    "b": "the bias of each output channel",
    "act": "the activation, applied to each output; any function will do",
    "f": "arbitrary numbers, one for each tap",
    "o": "output channel",
    "c": "input channel",
    "i": "tap: place in the kernel",
    "j": "output position",
    "m": "number of a cell",
    "tau": "output phase",
    "rho": "input phase: place inside a cell",
    "u": "cell offset: how many cells away",
    "t": "input position",
    "C": "input channels that one output reads",
    "O": "output channels of one group",
    "k": "kernel size",
    "s": "stride",
    "dl": "dilation",
    "p": "low padding, in places; negative crops",
    "a": "how many phases of the output are taken",
    "N": "input size",
    "n": "number of input cells",
    "S": "how many phases of the input are taken along an axis: stride times output phases",
    "M": "number of outputs",
    "D": "dilation times (kernel size less one)",
    "r": "high padding",
    "q": "merged channel, or a position",
    "l": "output of the unit-stride layer",
    "v": "an index of summation",
    "lo": "first index of a range",
    "hi": "end of a range",
    "umin": "first cell offset",
    "umax": "last cell offset",
}
"""Letters of the statements.  Names of a layer's own symbols are explained by the place they have in the layer."""

ABBREVIATIONS: Final[Mapping[str, str]] = {
    "S": "how many phases of the input are taken",
    r"\theta": "the position that a tap reads, counted from the start of the output's cell",
    "e": "dilation times the tap that sits there, if one does",
    "u^-": "the first cell offset",
    "u^+": "the last cell offset",
}

SIGNS: Final[Mapping[str, str]] = {
    "transposed": r"$\star^{*}$ is transposed convolution, the adjoint of $\star$",
    "pool": r"$\mathrm{pool}$ adds up a window of the input; over (max, +) that is max-pooling",
    "window": r"$\widetilde{P}$ is the bank whose weights are all 1",
    "toeplitz": "$T$ is the convolution tensor: its entry at an output and an input",
    "conv": r"$\star$ is convolution as deep learning means it, that is cross-correlation: the kernel is not flipped",
    "grouped": r"$\circledast$ is grouped convolution as deep learning means it, that is cross-correlation within "
    "groups of channels: the kernel is not flipped",
    "phases": "taking phases is what signal processing calls the polyphase decomposition @vaidyanathan1993multirate@",
    "bracket": r"$[P]$ is 1 if $P$ holds and 0 if not @graham1994concrete@",
    "div": r"$\lfloor a/b \rfloor$ is the quotient rounded down, for negative $a$ too",
    "mod": r"$a \bmod b$ is the remainder, with $0 \le a \bmod b < b$ for $b \ge 1$, for negative $a$ too",
    "extend": "a bar extends a finite array by zeros to all integers",
    "wrap": "a ring continues a finite array periodically to all integers",
    "odd": "a number at a sign, or a prime, stands for the same definition with other sizes, as its own line says",
    "map": r"$t \mapsto f(t)$ is the function with these values",
}


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A line of the notation: symbols in LaTeX and what they mean, as running text."""

    symbols: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Short:
    """Abbreviations of one kind: an equation in LaTeX for each axis, and what they mean."""

    equations: tuple[str, ...]
    meaning: str


def names_entries(notation: Notation, own: Mapping[str, str]) -> tuple[GlossaryEntry, ...]:
    """The letters that were printed, one entry for each meaning, in the order of ``MEANINGS``.

    ``own`` explains symbols that the layer brought along, by name.
    """
    printed = [name for name in notation.seen if _is_name(name)]
    groups: dict[str, list[str]] = {}
    for name in sorted(printed, key=_place):
        groups.setdefault(own.get(name) or _meaning(name), []).append(name)
    return tuple(
        GlossaryEntry(f", {WEAK}".join(notation.spell(name) for name in sorted(names, key=_place)), meaning)
        for meaning, names in groups.items()
    )


def _is_name(key: str) -> bool:
    return key.isidentifier() and key not in FORMS and key not in SIGNS


def _place(name: str) -> tuple[int, str]:
    letter = _letter(name)
    return (list(MEANINGS).index(letter) if letter in MEANINGS else len(MEANINGS), name)


def _letter(name: str) -> str:
    return stem(name.rstrip(PRIME))


def _meaning(name: str) -> str:
    letter = _letter(name)
    if letter in MEANINGS:
        return MEANINGS[letter]
    return "an index of summation" if letter in FALLBACK_LETTERS else "any value"


def abbreviation_entries(notation: Notation) -> tuple[Short, ...]:
    """The abbreviations that were printed, with the terms that they stand for, those of one kind together."""
    bare = notation.without_abbreviations()
    found: dict[str, list[str]] = {}
    for term, latex in notation.abbreviations.items():
        if notation.seen[f"short {latex}"]:
            letter, _, sign = latex.partition("^")
            kind = letter.partition("_")[0] + (f"^{sign}" if sign else "")
            found.setdefault(kind, []).append(f"{latex} = {bare.as_it_is(term)}")
    return tuple(Short(tuple(equations), ABBREVIATIONS[kind]) for kind, equations in found.items())


def mention(notation: Notation, texts: Iterable[str]) -> None:
    """Count the letters in running text as printed: reasons speak of S and of u even where the terms have numbers."""
    printed = {_letter(name) for name in notation.seen}
    shorts = {key.removeprefix("short ").partition("_")[0] for key in notation.seen if key.startswith("short ")}
    formulas = [span.text for text in texts for span in spans(text) if span.kind == "math"]
    symbols = {token for formula in formulas for token in _TOKEN.findall(formula)}
    for letter in MEANINGS:
        if spelled(letter) in symbols and letter not in printed | shorts:
            notation.seen[letter] += 1


def sign_entries(notation: Notation) -> tuple[str, ...]:
    """Sentences about the signs that were printed."""
    printed = {key.partition(" ")[0] for key, times in notation.seen.items() if times}
    return tuple(text for key, text in SIGNS.items() if key in printed)


# ------------------------------------------------------------------------------------------------ definitions


def definition_equations(notation: Notation) -> tuple[str, ...]:
    """Symbol = meaning for everything printed that has one: outputs first, then definitions, then other signals.

    A definition is shown by its own body, at the values of what its symbol does not show; what that body mentions is
    defined in its turn.
    """
    signals = list(notation.signals)
    outputs = [s for s in signals if mentions(s, OUTPUTS)]
    first = tuple(_signal_equations(notation, outputs))
    last = tuple(_signal_equations(notation, [s for s in signals if s not in outputs]))
    equations: dict[str, list[str]] = {}
    while missing := [head for head in notation.applied if head not in equations]:
        for head in missing:
            equations[head] = _equation(notation, notation.applied[head])
    order = list(notation.usual)
    heads = sorted(equations, key=lambda head: order.index(notation.key(notation.applied[head])))
    middle = [equation for head in heads for equation in equations[head]]
    return (*first, *dict.fromkeys(middle), *_written_out(notation), *last)


def _written_out(notation: Notation) -> Iterator[str]:
    """Definitions that are printed with all their arguments, in the names of their own parameters."""
    told: set[str] = set()
    while missing := [name for name in notation.written_out if name not in told]:
        for name in missing:
            told.add(name)
            yield notation.in_own_names(notation.written_out[name].definition)


def _signal_equations(notation: Notation, signals: Iterable[Term]) -> Iterator[str]:
    for signal in signals:
        letter = notation.signals[signal]
        if notation.seen[f"signal {letter}"]:
            names, body = notation.opened(signal)
            indices = ", ".join(map(notation.spell, names))
            notation.seen.update(names)
            yield f"{letter}[{indices}] = {BREAK}{notation(body)}"


def _equation(notation: Notation, used: Use) -> list[str]:
    left = canonical(used)
    if left is None:
        return []
    _, body, parameters = used.definition.args
    # Not unfold_uses: an extension of phases of an extension is opened on the outside only.
    opened = substitute(body, dict(zip(parameters, left.args[1:])))
    return [f"{notation(left)} = {BREAK}{notation(opened)}"]


def canonical(used: Use) -> Term | None:
    """The use with its shown parameters under their own names; None when it mentions an index bound elsewhere."""
    form = used.form
    if form is None:
        return None
    maps = {name: _canonical_map(term) for name, term in used.maps.items()}
    if any(term is None for term in maps.values()):
        return None
    renamed = _renamed(used, maps.get(SIGNAL))
    depends_on = free_names(*used.maps.values())
    arguments: list[Term] = []
    taken: dict[str, int] = {}
    for name, _ in used.definition.args[2]:
        if name in maps:
            arguments.append(maps[name])  # type: ignore[arg-type]  # None was excluded above
            continue
        letter = stem(name)
        position = taken[letter] = taken.get(letter, -1) + 1
        value = used.values[letter][position]
        free = letter in (*form.below, *form.shown) and not used.hides(form, letter)
        own = renamed.get(name, name)
        own += PRIME * (own in depends_on)  # X^{c} depends on c and has an index c'
        arguments.append(var(own) if free else value)
    return None if any(x.loose for x in arguments) else make("use", used.definition, *arguments)


def _canonical_map(signal: Term) -> Term | None:
    if not signal.loose:
        return signal
    body = signal.args[1]
    inner = canonical(read_use(body)) if body.tag == "use" else None
    if inner is None:
        return None
    shown = _shown_names(read_use(body))
    return mapping(shown, inner)


def _shown_names(used: Use) -> list[str]:
    form = used.form
    shown = form.shown if form is not None else ()
    return [name for letter in shown for name, _ in used.definition.args[2] if stem(name) == letter]


def _renamed(used: Use, signal: Term | None) -> dict[str, str]:
    """Better names than the definition's own: o and tau for outputs, m for the cells of extended phases."""
    if signal is None or used.form is None:
        return {}
    if used.name == "phases" and mentions(signal, OUTPUTS):
        return {name: OF_OUTPUTS[stem(name)] + name[len(stem(name)) :] for name in _phase_names(used)}
    if not used.form.accent or signal.args[1].tag != "use":
        return {}
    inner: Sequence[str] = _shown_names(read_use(signal.args[1]))
    own = _shown_names(used)
    return dict(zip(own, inner)) if len(own) == len(inner) else {}


OF_OUTPUTS: Final[Mapping[str, str]] = {"rho": "tau", "c": "o"}


def _phase_names(used: Use) -> list[str]:
    return [name for name, _ in used.definition.args[2] if stem(name) in OF_OUTPUTS]


def own_symbols(fields: Iterable[tuple[str, Iterable[object]]]) -> dict[str, str]:
    """Names of a layer's symbols with the parts of the layer that they are, from (letter, values) pairs."""
    found: dict[str, list[str]] = {}
    for meaning, values in fields:
        for value in values:
            name = str(value)
            if name.isidentifier() and meaning not in found.setdefault(name, []):
                found[name].append(meaning)
    return {name: " and ".join(meanings) for name, meanings in found.items()}
