"""Kernel terms as LaTeX.  The notation is in tables; the printer below reads them.

A term has no names for its bound indices.  The printer opens every binder with a fresh name, chosen by the role that
the index plays: the parameter of a definition or the place in a tensor where it stands.  Names never clash.

Where a long formula may be broken, two marks stand in the text: ``BREAK`` between factors and at relations, ``WEAK``
inside index lists and at plus and minus.  ``plain`` takes them out; ``latex`` and ``page`` turn them into breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from symstride.errors import InternalError
from symstride.proof.kernel import ring
from symstride.proof.terms import VARIABLE, KernelError, Term, make, num, open_binder, show
from symstride.proof.tidy import tidy

Names: TypeAlias = frozenset[str]

BREAK: Final = "\x1f"
WEAK: Final = "\x1e"
PRIME: Final = "_"
"""Names that end in underscores are printed with as many primes; the printer itself makes them."""

# ------------------------------------------------------------------------------------------------ tables

LETTERS: Final[Mapping[str, str]] = {
    "dl": r"\delta", "tau": r"\tau", "rho": r"\rho", "act": r"\sigma", "sigma": r"\sigma", "alpha": r"\alpha",
    "beta": r"\beta", "gamma": r"\gamma", "delta": r"\delta", "epsilon": r"\epsilon", "theta": r"\theta",
    "kappa": r"\kappa", "lambda": r"\lambda", "mu": r"\mu", "nu": r"\nu", "pi": r"\pi", "phi": r"\phi", "psi": r"\psi",
    "umin": r"u_{\min}", "umax": r"u_{\max}", "omega": r"\omega", "eta": r"\eta", "zeta": r"\zeta", "xi": r"\xi", "chi": r"\chi",
}  # fmt: skip
"""Names that are not printed letter for letter; where two names would look alike, the later one is spelled out."""

TENSORS: Final[Mapping[str, tuple[str, ...]]] = {
    "w": ("o", "c", "i*"), "x": ("c", "t*"), "y": ("o", "j*"), "b": ("o",), "f": ("i",),
    "H": ("i", "z"), "F": ("rho", "u"),
}  # fmt: skip
"""The role of each index of a tensor; a star stands for one index per axis."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a definition is printed: ``head``, a subscript of the parameters ``below``, the ``shown`` ones in brackets.

    In the head ``@x`` stands for the map that is the parameter x; an ``accent`` goes on that map's own symbol instead.
    The other parameters are silent as long as they have their usual values, those of the first use in the paper;
    a use with other values shows them.  A parameter ``below`` with a ``count`` is left out while all counts are 1:
    one phase needs no number.
    """

    head: str
    below: tuple[str, ...]
    shown: tuple[str, ...]
    count: Mapping[str, str] = field(default_factory=dict)
    accent: str = ""


FORMS: Final[Mapping[str, Form]] = {
    "conv": Form(r"(@w \star @x)", (), ("o", "j")),
    "grouped": Form(r"(@w \circledast @x)", (), ("o", "j")),
    "phases": Form("", ("rho",), ("c", "m"), {"rho": "S"}),
    "toeplitz": Form("T", (), ("o", "j", "c", "t")),
    "bank": Form(r"\widetilde{W}", ("tau", "rho"), ("o", "c", "u"), {"tau": "a"}),
    "extend": Form("", (), ("c", "t"), accent=r"\bar"),
    "wrap": Form("", (), ("c", "t"), accent=r"\mathring"),
}
"""Printed forms of the definitions, by name.  Any other definition is printed as its name with all its arguments."""

CONVOLUTIONS: Final = ("conv", "grouped")
"""Definitions whose values are outputs: a signal made from them is called y, its phases Y."""
SIGNAL: Final = "x"
"""The parameter of a definition that is a signal."""

FALLBACK_LETTERS: Final = "ijlnqrvz"
"""Names of bound indices that play no known role."""


# ------------------------------------------------------------------------------------------------ names


def stem(name: str) -> str:
    """The letter of a numbered name: rho for rho2."""
    return name.rstrip("0123456789")


def spelled(name: str) -> str:
    """A name in LaTeX: s1 as s_{1}, dl as delta, C_in as C_{in}, i_ as i'."""
    core = name.rstrip(PRIME)
    primes = "'" * (len(name) - len(core))
    head, _, tail = core.partition("_")
    letter = stem(head) or head
    digits = head[len(letter) :]
    below = digits + ("," if digits and tail else "") + (rf"\mathrm{{{_safe(tail)}}}" if tail else "")
    base = LETTERS.get(letter) or (letter if len(letter) == 1 else rf"\mathit{{{_safe(letter)}}}")
    return base + (f"_{{{below}}}" if below else "") + primes


def _safe(text: str) -> str:
    return text.replace("_", r"\_")


class Spelling:
    """Names to LaTeX, one to one: the first name that claims a symbol keeps it, a later one is spelled out."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._latex: dict[str, str] = {}
        self._owners: set[str] = set(taken)

    def __call__(self, name: str) -> str:
        if name not in self._latex:
            pretty = spelled(name)
            latex = pretty if pretty not in self._owners else rf"\mathtt{{{_safe(name)}}}"
            self._owners.add(latex)
            self._latex[name] = latex
        return self._latex[name]

    def claims(self, latex: str) -> bool:
        """Claim a symbol for something that has no name; False when a name has it already."""
        if latex in self._owners:
            return False
        self._owners.add(latex)
        return True


# ------------------------------------------------------------------------------------------------ roles of indices


def role(body: Term, depth: int = 0) -> str | None:
    """What the index bound at ``depth`` is called by the first place where it stands alone, or nearly so."""
    found = dict.fromkeys(_roles(body, depth))
    ranked = sorted(found, key=lambda pair: pair[0])
    return ranked[0][1] if ranked else None


def _roles(term: Term, depth: int) -> Iterator[tuple[int, str]]:
    """(rank, name) for every place of the index; a parameter or a tensor's index tells most, a bracket least."""
    if term.loose <= depth:
        return
    index = make("bound", depth)
    names: Sequence[str] = ()
    kids = [x for x in term.args if type(x) is Term]
    if term.tag == "use":
        names = [key[0] for key in term.args[0].args[2]]
        kids = kids[1:]
    elif term.tag == "entry":
        names = _index_names(term.args[0], len(kids))
    elif term.tag == "eq" and kids[0].sort == "I":
        yield from ((3, name) for name in _place(kids[1], index))
        yield from ((4, "tau") for name in _place(kids[0], index) if name == "u")
    for name, kid in zip(names, kids):
        if kid is index:
            yield 0, name
        elif stem(name) in ("t", "z") and kid.sort == "I":
            yield from ((1, inner + name[1:]) for inner in _place(kid, index))
        elif stem(name) in CARRIED and _contains(kid, index):
            yield 2, CARRIED[stem(name)] + name[len(stem(name)) :] * (stem(name) == "u")
    for position, kid in enumerate(kids):
        yield from _roles(kid, depth + _binds(term, position))


CARRIED: Final[Mapping[str, str]] = {"c": "q", "rho": "q", "u": "v"}
"""An index that a parameter is computed from: the merged channel, or a tap counted from 0."""


def _contains(term: Term, part: Term) -> bool:
    return term is part or any(_contains(x, part) for x in term.args if type(x) is Term and x.tag != "define")


def _binds(term: Term, position: int) -> int:
    if term.tag == "sum":
        return 1 if position == 2 else 0
    return int(term.args[0]) if term.tag == "map" else 0


def _place(position: Term, index: Term) -> Iterator[str]:
    """Inside S*m + S*u + rho the bare addend is a phase, the multiplied one a coarse tap."""
    for part in addends(position):
        if part is index:
            yield "rho"
        elif part.tag == "mul" and index in factors(part):
            yield "u"


def _index_names(tensor: str, arity: int) -> list[str]:
    roles = TENSORS.get(tensor, ())
    plain = [r for r in roles if not r.endswith("*")]
    axes = arity - len(plain)
    if axes < 0 or (axes == 0 and len(plain) < len(roles)) or (axes > 0 and len(plain) == len(roles)):
        return []
    starred = [r[:-1] for r in roles if r.endswith("*")]
    return plain + [s if axes == 1 else f"{s}{n + 1}" for s in starred for n in range(axes)]


# ------------------------------------------------------------------------------------------------ terms, untrusted


def checked_tidy(term: Term) -> Term:
    """The term tidied and arranged, after the kernel has accepted by ``ring`` that nothing has changed."""
    out = arranged(tidy(term))
    sides = zip(term.args, out.args) if term.sort == "F" else ((term, out),)
    for before_, after in sides:
        try:
            ring(before_, after)
        except KernelError as refusal:
            shown = f"{show(after)} for {show(before_)}: {refusal}"
            asked, expected = "printing a term of the proof", "a tidied term that equals it by ring"
            raise InternalError(asked, expected, shown, "report this, with the layer") from None
    return out


def arranged(term: Term) -> Term:
    """In every sum of scalars the summation signs come last, so that no brackets are needed: b + sum f."""
    if term.tag == "define" or not any(type(x) is Term for x in term.args):
        return term
    out = make(term.tag, *(arranged(x) if type(x) is Term else x for x in term.args))
    if out.tag != "add" or out.sort != "S":
        return out
    return joined("add", sorted(addends(out), key=lambda part: part.tag == "sum"))


def addends(term: Term) -> list[Term]:
    """The terms of a sum, from left to right, brackets forgotten."""
    return [*addends(term.args[0]), *addends(term.args[1])] if term.tag == "add" else [term]


def factors(term: Term) -> list[Term]:
    """The factors of a product, from left to right, brackets forgotten."""
    return [*factors(term.args[0]), *factors(term.args[1])] if term.tag == "mul" else [term]


def joined(tag: str, parts: Sequence[Term]) -> Term:
    """The sum or product of the parts, bracketed to the left."""
    out = parts[0]
    for part in parts[1:]:
        out = make(tag, out, part)
    return out


def mentions(term: Term, definitions: Iterable[str]) -> bool:
    """Does one of the definitions occur in the term?"""
    if term.tag == "use" and term.args[0].args[0] in definitions:
        return True
    return any(mentions(x, definitions) for x in term.args if type(x) is Term and x.tag != "define")


def base_tensor(term: Term) -> str | None:
    """The first tensor of a signal: x in the zero extension of x."""
    if term.tag == "entry":
        return str(term.args[0])
    kids = [x for x in term.args if type(x) is Term and x.tag != "define"]
    return next((name for name in map(base_tensor, kids) if name is not None), None)


# ------------------------------------------------------------------------------------------------ uses of definitions


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a definition: its integer arguments by letter, one value for each axis, and its maps by name."""

    name: str
    definition: Term
    values: Mapping[str, tuple[Term, ...]]
    maps: Mapping[str, Term]

    @property
    def form(self) -> Form | None:
        """The printed form, if the definition has one and the parameters for it."""
        form = FORMS.get(self.name)
        return form if form is not None and set(form.shown) <= set(self.values) else None

    def silent(self, form: Form) -> tuple[str, ...]:
        """The letters that the form does not show."""
        return tuple(s for s in self.values if s not in (*form.below, *form.shown))

    def hides(self, form: Form, letter: str) -> bool:
        """Is this number of a phase left out, there being one phase only?"""
        counts = self.values.get(form.count.get(letter, ""), ())
        return bool(counts) and all(x is num(1) for x in counts) and all(x is num(0) for x in self.values[letter])


def read_use(term: Term) -> Use:
    """A ``use`` node with its arguments sorted by letter."""
    definition = term.args[0]
    values: dict[str, tuple[Term, ...]] = {}
    maps: dict[str, Term] = {}
    for (name, kind), argument in zip(definition.args[2], term.args[1:]):
        if kind == VARIABLE:
            values[stem(name)] = (*values.get(stem(name), ()), argument)
        else:
            maps[name] = argument
    return Use(definition.args[0], definition, values, maps)


# ------------------------------------------------------------------------------------------------ the printer

ADD, BIG, PRODUCT, ATOM = range(4)
"""Binding strengths: a sum of terms, a term with a summation sign in front, a product, anything that needs no brackets."""

@dataclass(frozen=True, slots=True)
class Head:
    """A printed function: a symbol and what stands below it, without its indices."""

    symbol: str
    below: str = ""

    def __str__(self) -> str:
        return self.symbol + (f"_{{{self.below}}}" if self.below else "")

    def accented(self, accent: str) -> Head:
        return Head(rf"{accent}{{{self.symbol}}}", self.below)


class Notation:
    """The notation of one paper: which name is printed how, what has an abbreviation, which parameters are usual.

    ``terms`` are what will be printed, in reading order: all their free names are spelled first, so that no bound
    index takes one.  ``abbreviations`` maps symbols to the integer terms, in free names, that they stand for.
    ``seen`` collects what has been printed, so that the paper can explain exactly that.
    """

    def __init__(self, terms: Iterable[Term] = (), abbreviations: Mapping[str, Term] | None = None) -> None:
        read = tuple(map(checked_tidy, terms))
        self.spell = Spelling()
        self.free = sorted({key[0] for term in read for key in term.free})
        for name in self.free:
            self.spell(name)
        self.abbreviations = {
            tidy(term): latex for latex, term in (abbreviations or {}).items() if self.spell.claims(latex)
        }
        self.seen: Counter[str] = Counter()
        self.usual: dict[str, Use] = {}
        """The first use of each definition, by its printed symbol: the values that later uses need not show."""
        self.signals: dict[Term, str] = {}
        """Letters of the signals that the definitions do not name: y for outputs."""
        self._phases: dict[Term, str] = {}
        for term in read:
            self._learn(term)

    def __call__(self, term: Term, around: Names = frozenset()) -> str:
        """The term, or formula, in LaTeX with marks for breaks.  Bound indices avoid its own names and ``around``."""
        return self.as_it_is(checked_tidy(term), around)

    def as_it_is(self, term: Term, around: Names = frozenset()) -> str:
        """The same without tidying."""
        return self._any(term, ADD, around | free_names(term))

    def without_abbreviations(self) -> Notation:
        """The same names, everything written out."""
        out = Notation()
        out.spell, out.free, out.usual, out.signals, out._phases = (
            self.spell, self.free, self.usual, self.signals, self._phases
        )  # fmt: skip
        out.seen = self.seen
        return out

    def chain(self, low: Term, middle: Term, high: Term) -> str:
        """low <= middle < high."""
        terms = list(map(checked_tidy, (low, middle, high)))
        return self._between(terms[0], terms[1], terms[2], free_names(*terms))

    # -------------------------------------------------------------------------------------------- usual parameters

    def _learn(self, term: Term) -> None:
        """The first parameters of each definition, when they mention no bound index, are the usual ones."""
        if term.tag == "use":
            used = read_use(term)
            form = used.form
            if form is not None and all(x.loose == 0 for s in used.silent(form) for x in used.values[s]):
                self.usual.setdefault(self._key(used), used)
        for x in term.args:
            if type(x) is Term and x.tag != "define":
                self._learn(x)

    def _key(self, used: Use) -> str:
        """What tells printed definitions apart: the name, and the signal that phases or extensions are of."""
        if used.name == "phases":
            return f"phases {self._phase_letter(used.maps[SIGNAL])}"
        form = FORMS.get(used.name)
        if form is None or not form.accent:
            return used.name
        inner = used.maps[SIGNAL].args[1]
        key = self._key(read_use(inner)) if inner.tag == "use" else base_tensor(inner)
        return f"{used.name} {key}"

    def _phase_letter(self, signal: Term) -> str:
        """X for the phases of signals made from x, Y for those of outputs; primes tell several apart."""
        if not self._is_closed(signal):
            return rf"\Phi({self._written_map(signal, free_names(signal))})"
        if signal not in self._phases:
            letter = "Y" if mentions(signal, CONVOLUTIONS) else spelled(base_tensor(signal) or "f").upper()
            letter = letter if len(letter) == 1 else rf"\Phi({letter})"
            self._phases[signal] = self._new_symbol(letter)
        return self._phases[signal]

    def _signal_letter(self, signal: Term) -> str:
        """y for a signal of outputs, x' for another one made from x."""
        if signal not in self.signals:
            made = "y" if mentions(signal, CONVOLUTIONS) else spelled(base_tensor(signal) or "f") + "'"
            self.signals[signal] = self._new_symbol(made)
        return self.signals[signal]

    def _is_closed(self, signal: Term) -> bool:
        """Does the signal mention no index that is bound around it, so that a letter can stand for it?"""
        return signal.loose == 0 and {key[0] for key in signal.free} <= set(self.free)

    def _new_symbol(self, latex: str) -> str:
        while not self.spell.claims(latex):
            latex += "'"
        return latex

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
            case "eq":
                return ADD, f"{self._any(args[0], ADD, names)} = {WEAK}{self._any(args[1], ADD, names)}"
            case "le":
                return ADD, self._at_most(args[0], args[1], names)
        raise ValueError(f"a {tag} node on its own is not printed")

    def _name(self, name: str) -> str:
        self.seen[name] += 1
        return self.spell(name)

    def _floor(self, args: Sequence[Term], names: Names) -> str:
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
            minus, size = _sign(part) if part not in self.abbreviations else (False, part)
            last = position == len(parts) - 1
            text = self._any(size, BIG if last else PRODUCT, names)
            if position == 0:
                pieces.append(f"-{text}" if minus else text)
            else:
                pieces.append(f"{WEAK}{'-' if minus else '+'} {text}")
        return " ".join(pieces)

    def _signed_product(self, term: Term, names: Names) -> tuple[int, str]:
        minus, size = _sign(term)
        if minus:
            return ADD, f"-{self._any(size, PRODUCT, names)}"
        parts = self._grouped("mul", factors(size))
        return (BIG if parts[-1].tag == "sum" else PRODUCT), self._product(parts, names)

    def _product(self, parts: Sequence[Term], names: Names) -> str:
        gap = " "
        if parts[0].sort == "S":
            gap = rf" \, {BREAK}"
        elif any(self.spell(x.args[0]).startswith(r"\math") for x in parts if x.tag == "var"):
            gap = r" \, "  # between words
        text, position = "", 0
        while position < len(parts):
            both = _both_sides(parts[position : position + 2])
            if both is not None:
                self.seen["bracket"] += 1
                factor = "[" + self._between(*both, names) + "]"
            else:
                part = parts[position]
                factor = self._any(part, BIG if part.tag == "sum" and part is parts[-1] else ATOM, names)
            text += (rf" \cdot {factor}" if factor[0].isdigit() else gap + factor) if text else factor
            position += 1 if both is None else 2
        return text

    def _between(self, low: Term, middle: Term, high: Term, names: Names) -> str:
        texts = [self._any(x, ADD, names) for x in (low, middle, high)]
        return rf"{texts[0]} \le {texts[1]} < {texts[2]}"

    # -------------------------------------------------------------------------------------------- indices

    def _entry(self, head: str, indices: Iterable[Term], names: Names) -> str:
        listed = f", {WEAK}".join(self._any(x, ADD, names) for x in indices)
        return f"{head}[{listed}]" if listed else head

    def _sum(self, term: Term, names: Names) -> str:
        lo, hi, body = term.args
        name = self._fresh(role(body), names)
        low, high = (plain(self._any(x, ADD, names)) for x in (lo, before(hi)))
        opened = open_binder(body, (make("var", name),))
        inside = self._any(opened, BIG, names | {name})
        # Limits that are formulas would touch; a line ends between two signs, never between a sign and its summand.
        space = "" if opened.tag != "sum" else BREAK if high.isdigit() else rf"\; {BREAK}"
        return rf"\sum_{{{self._name(name)}={low}}}^{{{high}}} {space}{inside}"

    def _fresh(self, hint: str | None, names: Names) -> str:
        if hint is None:
            hint = next((letter for letter in FALLBACK_LETTERS if letter not in names), "v")
        while hint in names:
            hint += PRIME
        return hint

    # -------------------------------------------------------------------------------------------- definitions

    def _use(self, used: Use, names: Names) -> str:
        form = used.form
        if form is None:
            return self._unknown_use(used, names)
        return self._entry(str(self._head(used, form, names)), [x for s in form.shown for x in used.values[s]], names)

    def _unknown_use(self, used: Use, names: Names) -> str:
        arguments = [*used.maps.values(), *(x for values in used.values.values() for x in values)]
        return self._entry(rf"\mathrm{{{_safe(used.name)}}}", arguments, names)

    def _head(self, used: Use, form: Form, names: Names) -> Head:
        """The printed form up to the brackets."""
        if used.name == "phases" and used.hides(form, "rho"):
            return self._map(used.maps[SIGNAL], names)
        key = self._key(used)
        self.seen[key] += 1
        head = self._symbol(used, form, names)
        below = [head.below, *(self._values(used, s, names) for s in form.below if not used.hides(form, s))]
        usual = self.usual.get(key, used)
        odd = [s for s in used.silent(form) if usual.values.get(s) != used.values[s]]
        self.seen["odd"] += bool(odd)
        below += [f"{self.spell(s)}={self._values(used, s, names)}" for s in odd]
        return Head(head.symbol, ";".join(filter(None, below)))

    def _symbol(self, used: Use, form: Form, names: Names) -> Head:
        if used.name == "phases":
            return Head(self._phase_letter(used.maps[SIGNAL]))
        if form.accent:
            return self._map(used.maps[SIGNAL], names).accented(form.accent)
        symbol = form.head
        for name, term in used.maps.items():
            symbol = symbol.replace(f"@{name}", str(self._map(term, names)))
        return Head(symbol)

    def _values(self, used: Use, letter: str, names: Names) -> str:
        return ",".join(plain(self._any(x, ADD, names)) for x in used.values[letter])

    # -------------------------------------------------------------------------------------------- maps

    def _map(self, term: Term, names: Names) -> Head:
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
            letter = self._signal_letter(term)
            self.seen[f"signal {letter}"] += 1
            return Head(letter)
        return Head(self._written_map(term, names))

    def _written_map(self, term: Term, names: Names) -> str:
        chosen, body = self.opened(term, names)
        self.seen["map"] += 1
        return rf"({', '.join(map(self._name, chosen))} \mapsto {self._any(body, ADD, names | set(chosen))})"

    def opened(self, signal: Term, names: Names | None = None) -> tuple[list[str], Term]:
        """Fresh names for the indices of a map, and its body in them; standing alone, it needs to avoid its own only."""
        n, body = signal.args
        taken = free_names(signal) if names is None else names
        chosen: list[str] = []
        for j in range(n):
            chosen.append(self._fresh(role(body, j), taken | set(chosen)))
        return chosen, open_binder(body, tuple(make("var", name) for name in chosen))


# ------------------------------------------------------------------------------------------------ small helpers


def plain(text: str) -> str:
    """The LaTeX without marks for breaks."""
    return text.replace(BREAK, "").replace(WEAK, "")


def free_names(*terms: Term) -> Names:
    """The free names of some terms."""
    return frozenset(key[0] for term in terms for key in term.free)


def take_one(a: Term) -> Term | None:
    """x when the term is x + 1, so that x + 1 <= b can be written x < b; None otherwise."""
    *rest, last = addends(a)
    return joined("add", rest) if rest and last is num(1) else None


def before(hi: Term) -> Term:
    """hi - 1, the last index of a range that ends before hi."""
    return tidy(make("add", hi, num(-1)))


def _both_sides(pair: Sequence[Term]) -> tuple[Term, Term, Term] | None:
    """(a, e, b) for the factors [a <= e] and [e < b], which are printed as one bracket."""
    if len(pair) < 2 or any(part.tag != "bracket" or part.args[0].tag != "le" for part in pair):
        return None
    (low, middle), (upper, high) = (part.args[0].args for part in pair)
    return (low, middle, high) if take_one(upper) is middle else None


def _sign(term: Term) -> tuple[bool, Term]:
    """Is there a minus in front, and what is left without it."""
    if term.tag == "num" and term.args[0] < 0:
        return True, num(-term.args[0])
    first, *rest = factors(term)
    if term.tag != "mul" or first.tag != "num" or first.args[0] >= 0:
        return False, term
    return True, joined("mul", rest if first.args[0] == -1 else [num(-first.args[0]), *rest])
