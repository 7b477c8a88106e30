"""What every symbol means: the Notation section, made from what has been printed and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from symstride.proof.kernel.terms import Term, make, substitute, var
from symstride.proof.language.syntax import mapping, tensor
from symstride.proof.language.translate import own_name
from symstride.render.folding import axis_of, bold
from symstride.render.forms import FORMS, OUTPUTS, SIGNAL, Use, read_use
from symstride.render.notation import BREAK, FALLBACK_LETTERS, WEAK, Notation
from symstride.render.parts import free_names, mentions
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
    "G": "number of a group of channels",
    "T": "number of outputs",
}
"""Letters of the statements.  Names of a layer's own symbols are explained by the place they have in the layer."""

TRANSPOSED: Final[Mapping[str, str]] = {
    "w": "the weights: input channel, output channel, tap",
    "t": "output position",
    "j": "output position of the unit-stride layer",
    "tau": "input phase: place inside a cell",
    "rho": "output phase",
    "a": "how many phases of the input are taken",
    "S": "how many phases of the output are taken along an axis: stride times input phases",
}
"""What letters and abbreviations mean where the layer is transposed: input and output change places."""

ABBREVIATIONS: Final[Mapping[str, str]] = {
    "S": "how many phases of the input are taken",
    "e": "the tap that sits there, times the dilation, if one does",
    "u^-": "the first cell offset",
    "u^+": "the last cell offset",
}

SIGNS: Final[Mapping[str, str]] = {
    "transposed": r"$\star^{*}$ is transposed convolution, the adjoint of convolution as deep learning means it",
    "pool": r"$\mathrm{pool}$ adds up a window of the input; over (max, +) that is max-pooling",
    "window": r"$\widetilde{P}$ is the bank whose weights are all 1",
    "toeplitz": "$T$ is the convolution tensor: its entry at an output and an input",
    "conv": r"$\star$ is convolution as deep learning means it, that is cross-correlation: no kernel is flipped",
    "grouped": r"$\circledast$ is grouped convolution as deep learning means it, that is cross-correlation within "
    "groups of channels: no kernel is flipped",
    "phases": "phases are polyphase components @vaidyanathan1993multirate@",
    "bracket": r"$[P]$ is 1 if $P$ holds and 0 if not @graham1994concrete@",
    "div": r"$\lfloor a/b \rfloor$ is rounded down",
    "ceil": r"$\lceil a/b \rceil$ up",
    "divides": r"$a \mid b$: $a$ divides $b$",
    "bold": r"a bold letter is one integer for each axis, $\mathbf{j} = (j_{1}, j_{2}, \dots)$: operations and "
    "comparisons act axis by axis, plain letters and numbers are the same on all axes, and a sum over a bold index "
    "runs over all places between its limits",
    "mod": r"$a \bmod b$ is the remainder, with $0 \le a \bmod b < b$ for $b \ge 1$",
    "odd": "a number at a sign, or a prime: the same with other sizes",
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


def names_entries(
    notations: Sequence[Notation], own: Mapping[str, str], known: Collection[str] = ()
) -> tuple[GlossaryEntry, ...]:
    """The letters that were printed, one entry for each meaning, in the order of ``MEANINGS``.

    ``own`` explains symbols that the layer brought along, by name; ``known`` ones are left out.  Beside other layers,
    what a letter means for a transposed one is said to be for that.
    """
    mixed = len({notation.is_transposed for notation in notations}) > 1
    printed = [
        (name, notation) for notation in notations for name in notation.seen if _is_name(name) and name not in known
    ]
    groups: dict[str, dict[str, str]] = {}
    for name, notation in sorted(printed, key=lambda pair: _place(pair[0])):
        meaning = own.get(name) or _own_of_axes(name, own) or _meaning(name)
        if notation.is_transposed and name not in own and _letter(name) in TRANSPOSED:
            meaning = ("for a transposed layer, " if mixed else "") + TRANSPOSED[_letter(name)]
        groups.setdefault(meaning, {})[name] = notation.spell(name)
    return tuple(
        GlossaryEntry(f", {WEAK}".join(names[name] for name in sorted(names, key=_place)), meaning)
        for meaning, names in groups.items()
    )


def _own_of_axes(name: str, own: Mapping[str, str]) -> str:
    """What a bold letter of the layer's own means, if it means the same on each axis."""
    meanings = {meaning for other, meaning in own.items() if bold(other) == name and axis_of(other)}
    return meanings.pop() if len(meanings) == 1 else ""


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
            letter, _, sign = latex.replace(r"\mathbf{", "").replace("}", "").partition("^")
            kind = letter.partition("_")[0] + (f"^{sign}" if sign else "")
            found.setdefault(kind, []).append(f"{latex} = {bare.as_it_is(term)}")
    meanings = {**ABBREVIATIONS, **(TRANSPOSED if notation.is_transposed else {})}
    if not notation.seen["divides"]:
        meanings["e"] = "the tap that sits there, if one does"  # no axis is dilated
    return tuple(Short(tuple(equations), meanings[kind]) for kind, equations in found.items())


def mention(notation: Notation, texts: Iterable[str]) -> None:
    """Count the letters in running text as printed: reasons speak of S and of u even where the terms have numbers."""
    printed = {_letter(name) for name in notation.seen}
    shorts = {key.removeprefix("short ").partition("_")[0] for key in notation.seen if key.startswith("short ")}
    formulas = [span.text for text in texts for span in spans(text) if span.kind == "math"]
    symbols = {token for formula in formulas for token in _TOKEN.findall(formula)}
    for letter in MEANINGS:
        if spelled(letter) in symbols and letter not in printed | shorts:
            notation.seen[letter] += 1


def sign_entries(notations: Iterable[Notation]) -> tuple[str, ...]:
    """Sentences about the signs that were printed."""
    printed = {key.partition(" ")[0] for notation in notations for key, times in notation.seen.items() if times}
    return tuple(text for key, text in SIGNS.items() if key in printed)


# ------------------------------------------------------------------------------------------------ definitions


def definition_equations(notation: Notation) -> tuple[str, ...]:
    """Symbol = meaning for everything printed that has one: outputs first, then definitions, then other signals.

    A definition is shown by its own body, at the values of what its symbol does not show; what that body mentions is
    defined in its turn.
    """
    signals: dict[Term, str] = {}
    equations: dict[str, list[str]] = {}
    full: dict[str, str] = {}
    told = -1
    while told != (told := len(signals) + len(equations) + len(full)):
        for signal in [s for s in notation.signals if s not in signals and _is_printed(notation, s)]:
            signals[signal] = _signal_equation(notation, signal)
        for head in [head for head in notation.applied if head not in equations]:
            equations[head] = _equation(notation, notation.applied[head])
        for name in [name for name in notation.written_out if name not in full]:
            full[name] = notation.in_own_names(notation.written_out[name].definition)
    order = list(notation.usual)
    heads = sorted(equations, key=lambda head: order.index(notation.key(notation.applied[head])))
    middle = [equation for head in heads for equation in equations[head]]
    outputs = [signals[s] for s in notation.signals if s in signals and mentions(s, OUTPUTS)]
    others = [signals[s] for s in notation.signals if s in signals and not mentions(s, OUTPUTS)]
    return (*outputs, *dict.fromkeys(middle), *full.values(), *others)


def says_what_is_made(equation: str, notation: Notation) -> bool:
    """Does it define a bank, phases of an input or an array of their cells, which are a theorem's own?"""
    heads = [head for head, used in notation.applied.items() if notation.key(used).startswith(MADE)]
    symbol = equation.partition("[")[0].partition("_")[0]
    return symbol in {head.partition("_")[0] for head in heads if not head.startswith("Y")}


MADE: Final = ("bank", "window", "phases", "extend phases", "wrap phases")
"""How the keys of such definitions begin."""


def _is_printed(notation: Notation, signal: Term) -> bool:
    return bool(notation.seen[f"signal {notation.signals[signal]}"])


def _signal_equation(notation: Notation, signal: Term) -> str:
    names, body = notation.opened(signal)
    together = notation.together([make("var", name) for name in names])
    indices = ", ".join(notation.spell(term.args[0]) for term in together)
    notation.seen.update(term.args[0] for term in together)
    return f"{notation.signals[signal]}[{indices}] = {BREAK}{notation(body)}"


def _equation(notation: Notation, used: Use) -> list[str]:
    left = canonical(used, notation.is_transposed)
    if left is None:
        return []
    _, body, parameters = used.definition.args
    # Not unfold_uses: an extension of phases of an extension is opened on the outside only.
    named = {name: _as_tensor(notation, name, term) for name, term in used.maps.items()}
    values = {key: named.get(key[0], value) for key, value in zip(parameters, left.args[1:])}
    opened = substitute(body, values)
    text = f"{notation(left)} = {BREAK}{notation.by_cases(notation.tidied(opened), free_names(left))}"
    for name, signal in used.maps.items():
        printed = notation.seen.pop(name + PRIME, 0)
        notation.seen[f"signal {notation.signals.get(signal)}"] += printed
    return [text]


def _as_tensor(notation: Notation, name: str, signal: Term) -> Term:
    """A map that has a letter of its own as a tensor that is spelled with this letter."""
    if signal not in notation.signals or signal.loose:
        return signal
    notation.spell.alias(name + PRIME, notation.signals[signal])
    return tensor(name + PRIME, signal.args[0])


def canonical(used: Use, is_transposed: bool = False) -> Term | None:
    """The use with its shown parameters under their own names; None when it mentions an index bound elsewhere.

    In a paper about a transposed layer the phases of the input are numbered by tau, those of the output by rho.
    """
    form = used.form
    if form is None:
        return None
    maps = {name: _canonical_map(term) for name, term in used.maps.items()}
    if any(term is None for term in maps.values()):
        return None
    renamed = _renamed(used, maps.get(SIGNAL), is_transposed)
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


def _renamed(used: Use, signal: Term | None, is_transposed: bool) -> dict[str, str]:
    """Better names than the definition's own: o and tau for outputs, m for the cells of extended phases."""
    if used.name == "bank" and is_transposed:
        return {"o": "c", "c": "o"}
    if signal is None or used.form is None:
        return {}
    if used.name == "phases":
        wanted = OF_PHASES[is_transposed][mentions(signal, OUTPUTS)]
        wanted = {letter: other for letter, other in wanted.items() if letter != "c" or not mentions(signal, ("pool",))}
        names = [name for name, _ in used.definition.args[2] if stem(name) in wanted]
        return {name: wanted[stem(name)] + name[len(stem(name)) :] for name in names}
    if not used.form.accent or signal.args[1].tag != "use":
        return {}
    inner: Sequence[str] = _shown_names(read_use(signal.args[1]))
    own = _shown_names(used)
    return dict(zip(own, inner)) if len(own) == len(inner) else {}


OF_PHASES: Final[tuple[tuple[Mapping[str, str], ...], ...]] = (
    ({}, {"rho": "tau", "c": "o"}),
    ({"rho": "tau"}, {"c": "o"}),
)
"""Parameters of phases of inputs and of outputs; behind them, those of a transposed layer."""


def own_symbols(fields: Iterable[tuple[str, Iterable[object]]]) -> dict[str, str]:
    """What theorems call a layer's symbols, with the parts of the layer that they are, from (meaning, values) pairs."""
    found: dict[str, list[str]] = {}
    for meaning, values in fields:
        for value in values:
            name = own_name(str(value))
            if name.isidentifier() and meaning not in found.setdefault(name, []):
                found[name].append(meaning)
    return {name: " and ".join(meanings) for name, meanings in found.items()}
