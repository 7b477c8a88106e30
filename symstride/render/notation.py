"""Kernel terms as LaTeX.  The notation is in tables (``spelling``, ``forms``, ``roles``); the printer here reads them.

A term has no names for its bound indices.  The printer opens every binder with a fresh name, chosen by the role that
the index plays (``roles``).  Names never clash.

Where a long formula may be broken, two marks stand in the text: ``BREAK`` between factors and at relations, ``WEAK``
inside index lists and at plus and minus.  ``plain`` takes them out; ``latex`` and ``page`` turn them into breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from symstride.proof.kernel.terms import VARIABLE, Term, make, num, open_binder
from symstride.proof.language.tidy import tidy
from symstride.render.folding import fold, has_bold, in_bold, tuple_parts
from symstride.render.forms import FORMS, OUTPUTS, SIGNAL, PrintedForm, Use, read_use
from symstride.render.parts import (
    Names,
    addends,
    base_tensor,
    before,
    both_sides,
    checked_tidy,
    conditions,
    factors,
    free_names,
    mentions,
    sign,
    take_one,
    up_to,
)
from symstride.render.roles import index_names, roles
from symstride.render.spelling import BOLD, PRIME, Spelling, safe, spelled

BREAK: Final = "\x1f"
WEAK: Final = "\x1e"
FALLBACK_LETTERS: Final = "ijlnqrvz"
"""Names of bound indices that play no known role."""

ADD, BIG, PRODUCT, ATOM = range(4)
"""Binding strengths: a sum of terms, a term behind a summation sign, a product, what needs no brackets."""


@dataclass(frozen=True, slots=True)
class Head:
    """A printed function: a symbol and what stands below it, without its indices."""

    symbol: str
    below: str = ""
    above: str = ""
    """Free indices that the function depends on."""

    def __str__(self) -> str:
        return self.name + (f"_{{{self.below}}}" if self.below else "")

    @property
    def name(self) -> str:
        """What tells it apart from others."""
        return self.symbol + (f"^{{{self.above}}}" if self.above else "")

    def accented(self, accent: str) -> Head:
        return Head(rf"{accent}{{{self.symbol}}}", self.below, self.above)


class Notation:
    """The notation of one paper: which name is printed how, what has an abbreviation, which parameters are usual.

    ``terms`` are what will be printed, in reading order: all their free names are spelled first, so that no bound
    index takes one.  ``abbreviations`` maps symbols to the integer terms, in free names, that they stand for.
    ``seen`` collects what has been printed, so that the paper can explain exactly that.  With several ``axes`` what
    is said of each of them alike is said once, in bold letters (``folding``).
    """

    def __init__(
        self, terms: Iterable[Term] = (), abbreviations: Mapping[str, Term] | None = None, axes: int = 1
    ) -> None:
        self.axes = axes
        read = tuple(map(self.tidied, terms))
        self.spell = Spelling()
        self.free = sorted({key[0] for term in read for key in term.free})
        for name in self.free:
            self.spell(name)
        if any(BOLD in name for name in self.free):
            self.axes = 1  # the name for a bold letter is taken
        self.abbreviations = {
            tidy(term): latex for latex, term in (abbreviations or {}).items() if self.spell.claims(latex)
        }
        self._abbreviate_in_bold(abbreviations or {})
        self.seen: Counter[str] = Counter()
        self.usual: dict[str, Use] = {}
        """The first use of each definition, by its printed symbol."""
        self.variants: dict[str, dict[tuple[tuple[Term, ...], ...], int]] = {}
        """For each of these symbols, the values that it does not show, numbered in the order of their first use."""
        self.applied: dict[str, Use] = {}
        """The first use behind each printed head, so that a convolution of another signal is defined too."""
        self.written_out: dict[str, Use] = {}
        """The first use of each definition that is printed with all its arguments, by its name."""
        self.places: frozenset[str] = frozenset(name for term in read for name in _places(term))
        """Free names that are indices: a function that depends on one shows it."""
        self.is_transposed = bool(read) and mentions(read[0], ("transposed",))
        """Is the headline about a transposed layer, where input and output change places?"""
        self.signals: dict[Term, str] = {}
        """Letters of the signals that the definitions do not name: y for outputs."""
        self._phases: dict[Term, str] = {}
        for term in read:
            self._learn(term)

    def _abbreviate_in_bold(self, abbreviations: Mapping[str, Term]) -> None:
        """One bold symbol for the symbols of all axes, where their terms fold."""
        for first in [latex for latex in abbreviations if "_{1}" in latex] if self.axes > 1 else []:
            own = [tidy(abbreviations.get(first.replace("_{1}", f"_{{{n + 1}}}"), num(0))) for n in range(self.axes)]
            term, letter = in_bold(own), first.partition("_{1}")[0]
            if term is not None:
                self.abbreviations[term] = rf"\mathbf{{{letter}}}{first.partition('_{1}')[2]}"

    def __call__(self, term: Term, around: Names = frozenset()) -> str:
        """The term, or formula, in LaTeX with marks for breaks.  Bound indices avoid its own names and ``around``."""
        return self.as_it_is(self.tidied(term), around)

    def tidied(self, term: Term) -> Term:
        """The term as it is printed; the kernel has accepted that it says the same."""
        return checked_tidy(term, self.axes)

    def as_it_is(self, term: Term, around: Names = frozenset()) -> str:
        """The same without tidying."""
        return self._any(term, ADD, around | free_names(term))

    def without_abbreviations(self) -> Notation:
        """The same names, everything written out."""
        out = Notation()
        out.axes = self.axes
        out.spell, out.free, out.usual, out.signals, out._phases = (
            self.spell, self.free, self.usual, self.signals, self._phases
        )  # fmt: skip
        out.seen, out.applied, out.variants, out.places = self.seen, self.applied, self.variants, self.places
        out.written_out = self.written_out
        return out

    def indices(self, term: Term, around: Names = frozenset()) -> tuple[str, ...]:
        """The names that the sums at the top of a term get, the outermost first."""
        inner, chosen = checked_tidy(term), list[str]()
        names = around | free_names(inner)
        while inner.tag == "sum":
            chosen.append(self._fresh(roles(inner.args[2]), names | set(chosen)))
            inner = open_binder(inner.args[2], (make("var", chosen[-1]),))
        return tuple(chosen)

    def chain(self, low: Term, middle: Term, high: Term) -> str:
        """low <= middle < high."""
        return self._between(low, middle, high, free_names(low, middle, high))

    # -------------------------------------------------------------------------------------------- silent parameters

    def _learn(self, term: Term) -> None:
        """Number the values of silent parameters as they come."""
        if term.tag == "use":
            used = read_use(term)
            form = used.form
            if form is not None and self._variant(used, form) is not None:
                self.usual.setdefault(self.key(used), used)
        for x in term.args:
            if type(x) is Term and x.tag != "define":
                self._learn(x)

    def _variant(self, used: Use, form: PrintedForm) -> int | None:
        """Which of the symbol's values for silent parameters these are; None where they mention an index."""
        values = tuple(used.values[s] for s in used.silent(form))
        if any(not self._is_closed(x) or self._indices(x) for group in values for x in group):
            return None
        known = self.variants.setdefault(self.key(used), {})
        return known.setdefault(values, len(known))

    def _indices(self, term: Term) -> list[str]:
        """The free indices that a term mentions."""
        return sorted({name for name, _ in term.free} & self.places)

    def key(self, used: Use) -> str:
        """What tells printed definitions apart: the name, and the signal that phases or extensions are of."""
        if used.name == "phases":
            return f"phases {self._phase_letter(used.maps[SIGNAL])}"
        form = FORMS.get(used.name)
        if form is None or not form.accent:
            return used.name
        inner = used.maps[SIGNAL].args[1]
        key = self.key(read_use(inner)) if inner.tag == "use" else base_tensor(inner)
        return f"{used.name} {key}"

    def _phase_letter(self, signal: Term) -> str:
        """X for the phases of signals made from x, Y for those of outputs; primes tell several apart."""
        if not self._is_closed(signal):
            return rf"\Phi({self._written_map(signal, free_names(signal))})"
        if signal not in self._phases:
            letter = "Y" if mentions(signal, OUTPUTS) else spelled(base_tensor(signal) or "f").upper()
            letter = letter if len(letter) == 1 else rf"\Phi({letter})"
            self._phases[signal] = self._new_symbol(letter, signal)
        return self._phases[signal]

    def _signal_letter(self, signal: Term, parameter: str) -> str:
        """y for a signal of outputs, x' for another one that stands for x."""
        if signal not in self.signals:
            made = "y" if mentions(signal, OUTPUTS) else spelled(parameter) + "'"
            self.signals[signal] = self._new_symbol(made, signal)
        return self.signals[signal]

    def _is_closed(self, term: Term) -> bool:
        """Does the term mention no index that is bound around it, so that a letter can stand for it?"""
        return term.loose == 0 and {key[0] for key in term.free} <= set(self.free)

    def _new_symbol(self, latex: str, signal: Term | None = None) -> str:
        """A letter that nothing has yet; one for a signal shows the free indices that it depends on."""
        indices = self._indices(signal) if signal is not None else []
        above = f"^{{{','.join(map(self._name, indices))}}}" if indices else ""
        latex = latex.rstrip("'") if above else latex
        while not self.spell.claims(latex + above):
            latex += "'"
        return latex + above

    # -------------------------------------------------------------------------------------------- dispatch

    def _any(self, term: Term, strength: int, names: Names) -> str:
        if term in self.abbreviations:
            symbol = self.abbreviations[term]
            self.seen[f"short {symbol}"] += 1
            return symbol
        own, text = self._node(term, names)
        return text if own >= strength else f"({text})"

    def _node(self, term: Term, names: Names) -> tuple[int, str]:
        tag, args = term.tag, term.args
        match tag:
            case "num" | "nat":
                return (ATOM if args[0] >= 0 else ADD), str(args[0])
            case "var":
                return ATOM, self._name(args[0])
            case "add":
                return ADD, self._sum_of_terms(self._grouped("add", addends(term)), names)
            case "mul":
                return self._signed_product(term, names)
            case "div":
                return ATOM, self._floor(args, names)
            case "mod":
                self.seen["mod"] += 1
                upper, lower = (self._any(x, ATOM, names) for x in args)
                return ADD, rf"{upper} \bmod {lower}"
            case "entry":
                return ATOM, self._entry(self._name(args[0]), args[1:], names)
            case "apply":
                return ATOM, rf"{self._name(args[0])}\bigl({BREAK}{self._any(args[1], ADD, names)}\bigr)"
            case "bracket":
                self.seen["bracket"] += 1
                return ATOM, f"[{self._any(args[0], ADD, names)}]"
            case "sum":
                return BIG, self._sum(term, names)
            case "map":
                return ATOM, str(self._map(term, names))
            case "use":
                return ATOM, self._use(read_use(term), names)
            case "eq" if args[0] is num(0) and args[1].tag == "mod":
                divided, divisor = (self._any(x, ADD, names) for x in args[1].args)
                self.seen["divides"] += 1
                return ADD, rf"{divisor} \mid {divided}"
            case "eq":
                return ADD, f"{self._any(args[0], ADD, names)} = {WEAK}{self._any(args[1], ADD, names)}"
            case "le":
                return ADD, self._at_most(args[0], args[1], names)
        raise ValueError(f"a {tag} node on its own is not printed")

    def _name(self, name: str) -> str:
        parts = tuple_parts(name)
        if parts is not None:
            return f"({', '.join(x if x.lstrip('-').isdigit() else self._name(x) for x in parts)})"
        self.seen["bold"] += name.rstrip(PRIME).endswith(BOLD)
        self.seen[name] += 1
        return self.spell(name)

    def _floor(self, args: Sequence[Term], names: Names) -> str:
        rounded_up = up_to(args[0], args[1])
        if rounded_up is not None:
            self.seen["ceil"] += 1
            upper, lower = (
                self._any(x, PRODUCT if n == 0 else ATOM, names) for n, x in enumerate((rounded_up, args[1]))
            )
            return rf"\lceil {upper} / {lower} \rceil"
        self.seen["div"] += 1
        numerator = ADD if args[0].tag == "mul" else PRODUCT  # -p/s needs no brackets
        upper, lower = (self._any(x, strength, names) for x, strength in zip(args, (numerator, ATOM)))
        return rf"\lfloor {upper} / {lower} \rfloor"

    def _at_most(self, a: Term, b: Term, names: Names) -> str:
        strict = take_one(a)
        left, sign = (strict, "<") if strict is not None else (a, r"\le")
        return f"{self._any(left, ADD, names)} {sign} {self._any(b, ADD, names)}"

    # -------------------------------------------------------------------------------------------- + and *

    def _grouped(self, tag: str, parts: Sequence[Term]) -> list[Term]:
        """Neighbours in a sum or product that have an abbreviation together, as one part."""
        split = addends if tag == "add" else factors
        out = list(parts)
        for whole in self.abbreviations:
            wanted = split(whole)
            if whole.tag != tag:
                continue
            for n in range(len(out) - len(wanted), -1, -1):
                if out[n : n + len(wanted)] == wanted:
                    out[n : n + len(wanted)] = [whole]
        return out

    def _sum_of_terms(self, parts: Sequence[Term], names: Names) -> str:
        pieces = []
        for position, part in enumerate(parts):
            minus, size = sign(part) if part not in self.abbreviations else (False, part)
            last = position == len(parts) - 1
            text = self._any(size, BIG if last else PRODUCT, names)
            if position == 0:
                pieces.append(f"-{text}" if minus else text)
            else:
                pieces.append(f"{WEAK}{'-' if minus else '+'} {text}")
        return " ".join(pieces)

    def _signed_product(self, term: Term, names: Names) -> tuple[int, str]:
        minus, size = sign(term)
        if minus:
            return ADD, f"-{self._any(size, PRODUCT, names)}"
        parts = self._grouped("mul", factors(size))
        return (BIG if parts[-1].tag == "sum" else PRODUCT), self._product(parts, names)

    def _product(self, parts: Sequence[Term], names: Names) -> str:
        gap = " "
        if parts[0].sort == "S":
            gap = rf" \, {BREAK}"
        elif any(self.spell(x.args[0]).startswith((r"\mathit", r"\mathtt")) for x in parts if x.tag == "var"):
            gap = r" \, "  # between words
        text, position = "", 0
        while position < len(parts):
            power = _repeated(parts, position)
            if power > 1:
                text += f"{gap if text else ''}{self._any(parts[position], ATOM, names)}^{{{power}}}"
                position += power
                continue
            run = self._guards(parts, position)
            both = both_sides(parts[position : position + 2])
            if run is not None:
                factor, count = self._bold_guards(run, names), sum(map(_bracket_count, run))
                text += gap + factor if text else factor
                position += count
                continue
            if both is not None:
                self.seen["bracket"] += 1
                factor = "[" + self._between(*both, names) + "]"
            else:
                part = parts[position]
                factor = self._any(part, BIG if part.tag == "sum" and part is parts[-1] else ATOM, names)
            text += (rf" \cdot {factor}" if factor[0].isdigit() else gap + factor) if text else factor
            position += 1 if both is None else 2
        return text

    def _guards(self, parts: Sequence[Term], position: int) -> list[tuple[Term, ...]] | None:
        """The conditions of the brackets from here on, if they say the same of each axis: chains of two or single."""
        found = conditions(parts[position:])
        return found if self.axes > 1 and self._folded_guards(found) is not None else None

    def _folded_guards(self, found: Sequence[tuple[Term, ...]]) -> list[tuple[Term, ...]] | None:
        """Every d conditions as one in bold."""
        if not found or len(found) % self.axes:
            return None
        per, out = len(found) // self.axes, list[tuple[Term, ...]]()
        for n in range(per):
            folded = self._as_one(found[n::per])
            if folded is None:
                return None
            out.append(folded)
        return out

    def _bold_guards(self, found: Sequence[tuple[Term, ...]], names: Names) -> str:
        self.seen["bracket"] += 1
        texts = [self.condition(terms, names) for terms in self._folded_guards(found) or ()]
        return rf" \, {BREAK}".join(f"[{text}]" for text in texts)

    def condition(self, terms: Sequence[Term], names: Names) -> str:
        """A condition: one formula, or low <= middle < high."""
        return (
            self._any(terms[0], ADD, names) if len(terms) == 1 else self._between(terms[0], terms[1], terms[2], names)
        )

    def _between(self, low: Term, middle: Term, high: Term, names: Names) -> str:
        texts = [self._any(x, ADD, names) for x in (low, middle, high)]
        return rf"{texts[0]} \le {texts[1]} < {texts[2]}"

    # -------------------------------------------------------------------------------------------- indices

    def _entry(self, head: str, indices: Iterable[Term], names: Names) -> str:
        listed = f", {WEAK}".join(self._any(x, ADD, names) for x in self.together(list(indices)))
        return f"{head}[{listed}]" if listed else head

    def together(self, terms: Sequence[Term]) -> list[Term]:
        """The terms, neighbours that say the same of each axis as one in bold."""
        out, rest = list[Term](), list(terms)
        while rest:
            folded = in_bold(rest[: self.axes]) if 1 < self.axes <= len(rest) else None
            out.append(rest[0] if folded is None else folded)
            rest = rest[1 if folded is None else self.axes :]
        return out

    @staticmethod
    def _as_one(group: Sequence[tuple[Term, ...]]) -> tuple[Term, ...] | None:
        """Conditions of the same kind, one for each axis, as one in bold."""
        if len({len(condition) for condition in group}) > 1:
            return None
        folded = tuple(term for term in map(fold, zip(*group)) if term is not None)
        return folded if len(folded) == len(group[0]) and any(map(has_bold, folded)) else None

    def together_in_chains(self, chains: Sequence[tuple[Term, Term, Term]]) -> list[tuple[Term, ...]]:
        """Chains low <= middle < high, neighbours that say the same of each axis as one in bold."""
        out, rest = list[tuple[Term, ...]](), [tuple(map(self.tidied, chain)) for chain in chains]
        while rest:
            folded = self._as_one(rest[: self.axes]) if 1 < self.axes <= len(rest) else None
            out.append(rest[0] if folded is None else folded)
            rest = rest[1 if folded is None else self.axes :]
        return out

    def _bold_sum(self, term: Term, names: Names) -> str | None:
        """One sum over a bold index for the sums over its axes, or None where they differ."""
        ranges, chosen, body = list[tuple[Term, Term]](), list[str](), term
        while len(chosen) < self.axes and body.tag == "sum":
            lo, hi, inner = body.args
            chosen.append(self._fresh(roles(inner), names | set(chosen)))
            ranges.append((lo, before(hi)))
            body = open_binder(inner, (make("var", chosen[-1]),))
        index = in_bold([make("var", name) for name in chosen]) if len(chosen) == self.axes > 1 else None
        if index is None:
            return None
        low, high = (self._end(ends, names) for ends in zip(*ranges))
        return self._one_sum(index.args[0], low, high, body, names | set(chosen))

    def _end(self, terms: Sequence[Term], names: Names) -> str:
        """One end of the range of a bold index: what is the same on all axes, or in bold, or a tuple."""
        folded = fold(terms)
        if folded is not None and (has_bold(folded) or folded is terms[0]):
            return plain(self._any(folded, ADD, names))
        return f"({', '.join(plain(self._any(x, ADD, names)) for x in terms)})"

    def _sum(self, term: Term, names: Names) -> str:
        in_one = self._bold_sum(term, names) if self.axes > 1 else None
        if in_one is not None:
            return in_one
        lo, hi, body = term.args
        name = self._fresh(roles(body), names)
        opened = open_binder(body, (make("var", name),))
        low, high = (plain(self._any(x, ADD, names)) for x in (lo, before(hi)))
        return self._one_sum(name, low, high, opened, names | {name})

    def _one_sum(self, name: str, low: str, high: str, opened: Term, names: Names) -> str:
        inside = self._any(opened, BIG, names)
        # Limits that are formulas would touch; a line ends between two signs, never between a sign and its summand.
        space = "" if opened.tag != "sum" else rf"\, {BREAK}" if high.isdigit() else rf"\; {BREAK}"
        return rf"\sum_{{{self._name(name)}={low}}}^{{{high}}} {space}{inside}"

    def _fresh(self, hints: Sequence[str], names: Names) -> str:
        """The first hint that is free, or the first with primes; a letter of no meaning without hints."""
        wanted = [*(hints or FALLBACK_LETTERS)]
        name = next((hint for hint in wanted if hint not in names), wanted[0])
        while name in names:
            name += PRIME
        return name

    # -------------------------------------------------------------------------------------------- definitions

    def _use(self, used: Use, names: Names) -> str:
        form = used.form
        if form is None or self._variant(used, form) is None:
            return self._unknown_use(used, names)
        return self._entry(str(self._head(used, form, names)), [x for s in form.shown for x in used.values[s]], names)

    def _unknown_use(self, used: Use, names: Names) -> str:
        self.written_out.setdefault(used.name, used)
        arguments = [*used.maps.values(), *used.integers]
        return self._entry(rf"\mathrm{{{safe(used.title)}}}", arguments, names)

    def _head(self, used: Use, form: PrintedForm, names: Names) -> Head:
        """The printed form up to the brackets."""
        if used.name == "phases" and used.hides(form, "rho"):
            return self._map(used.maps[SIGNAL], names)
        key = self.key(used)
        self.seen[key] += 1
        head = self._symbol(used, form, names)
        below = [head.below, *(self._values(used, s, names) for s in form.below if not used.hides(form, s))]
        self.applied.setdefault(head.name, used)
        return Head(head.symbol, ";".join(filter(None, below)), head.above)

    def _symbol(self, used: Use, form: PrintedForm, names: Names) -> Head:
        number = self._variant(used, form) or 0
        self.seen["odd"] += bool(number)
        if used.name == "phases":
            head = _head_of(self._phase_letter(used.maps[SIGNAL]))
        elif form.accent:
            head = self._map(used.maps[SIGNAL], names).accented(form.accent)
        else:
            symbol = form.head.replace("@#", f"_{{{number}}}" if number else "")
            for name, term in used.maps.items():
                symbol = symbol.replace(f"@{name}", str(self._map(term, names, name)))
            head = Head(symbol)
        return head if "@#" in form.head else Head(head.symbol + "'" * number, head.below, head.above)

    def _values(self, used: Use, letter: str, names: Names) -> str:
        return ",".join(plain(self._any(x, ADD, names)) for x in self.together(used.values[letter]))

    def by_cases(self, term: Term, around: Names = frozenset()) -> str:
        """A tidied product of brackets and a value by cases: the value where they hold, and 0 elsewhere."""
        parts = factors(term) if term.tag == "mul" else [term]
        found = conditions(parts)
        rest = parts[sum(map(_bracket_count, found)) :]
        if not found or not rest:
            return self.as_it_is(term, around)
        names = around | free_names(term)
        return self.cases(plain(self._product(rest, names)), found, names)

    def cases(self, value: str, found: Sequence[tuple[Term, ...]], names: Names) -> str:
        """The value where all conditions hold, and 0 elsewhere."""
        folded = self._folded_guards(found) if self.axes > 1 else None
        said = r" \text{ and } ".join(plain(self.condition(terms, names)) for terms in folded or found)
        return rf"\begin{{cases}} {value} & \text{{if }} {said}, \\ 0 & \text{{otherwise}} \end{{cases}}"

    def in_own_names(self, definition: Term) -> str:
        """A definition as an equation in its own parameters, which no symbol may then leave out."""
        name, body, parameters = definition.args
        names = frozenset(key[0] for key in parameters)
        everywhere, self.free = self.free, [x for x in self.free if x not in names]
        try:
            ordered = [x for x, kind in parameters if kind != VARIABLE] + [
                x for x, kind in parameters if kind == VARIABLE
            ]
            listed = f", {WEAK}".join(map(self._name, ordered))
            return rf"\mathrm{{{safe(name)}}}[{listed}] = {BREAK}{self._any(self.tidied(body), ADD, names)}"
        finally:
            self.free = everywhere

    # -------------------------------------------------------------------------------------------- maps

    def _map(self, term: Term, names: Names, parameter: str = SIGNAL) -> Head:
        """A map as an argument: the symbol alone where its indices are only handed on, else a letter of its own."""
        n, body = term.args
        handed_on = [make("bound", j) for j in range(n)]
        if body.tag == "entry" and list(body.args[1:]) == handed_on:
            return Head(self._name(body.args[0]))
        if body.tag == "use":
            used = read_use(body)
            form = used.form
            if form is not None and [x for s in form.shown for x in used.values[s]] == handed_on:
                return self._head(used, form, names)
        if self._is_closed(term):
            letter = self._signal_letter(term, parameter)
            self.seen[f"signal {letter}"] += 1
            return _head_of(letter)
        return self._open_map(term, names)

    def _open_map(self, term: Term, names: Names) -> Head:
        """A map that mentions an index bound around it, so that no letter alone can stand for it."""
        return Head(self._written_map(term, names))

    def _written_map(self, term: Term, names: Names) -> str:
        chosen, body = self.opened(term, names)
        self.seen["map"] += 1
        return rf"({', '.join(map(self._name, chosen))} \mapsto {self._any(body, ADD, names | set(chosen))})"

    def opened(self, signal: Term, names: Names | None = None) -> tuple[list[str], Term]:
        """Fresh names for the indices of a map, and its body in them; alone, it needs to avoid its own names only."""
        n, body = signal.args
        taken = free_names(signal) if names is None else names
        # A signal that stands for w has the indices of w.
        letter = self.signals.get(signal, "").partition("^")[0].rstrip("'")
        usual = index_names(letter, n) or [""] * n
        chosen: list[str] = []
        for j in range(n):
            hints = roles(body, j) or list(filter(None, [usual[j]]))
            chosen.append(self._fresh(hints, taken | set(chosen)))
        return chosen, open_binder(body, tuple(make("var", name) for name in chosen))


def _repeated(parts: Sequence[Term], position: int) -> int:
    """How often a letter of an integer product is repeated from here on."""
    end = position
    while end < len(parts) and parts[end] is parts[position] and parts[end].tag == "var":
        end += 1
    return end - position


def _bracket_count(condition: Sequence[Term]) -> int:
    """How many brackets a condition is made of."""
    return 1 if len(condition) == 1 else 2


def _head_of(letter: str) -> Head:
    """A letter with what stands above it."""
    symbol, _, above = letter.partition("^{")
    return Head(symbol, "", above.removesuffix("}"))


def _places(term: Term) -> Iterator[str]:
    """The variables that stand alone in the place of an index."""
    indices: list[Term] = []
    if term.tag == "entry":
        indices = list(term.args[1:])
    elif term.tag == "use":
        used = read_use(term)
        form = used.form
        indices = [x for s in (*form.below, *form.shown) for x in used.values[s]] if form is not None else []
    yield from (x.args[0] for x in indices if x.tag == "var")
    for x in term.args:
        if type(x) is Term and x.tag != "define":
            yield from _places(x)


def plain(text: str) -> str:
    """The LaTeX without marks for breaks."""
    return text.replace(BREAK, "").replace(WEAK, "")
