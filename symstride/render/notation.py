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
from typing import Final

from symstride.proof.terms import VARIABLE, Term, make, num, open_binder
from symstride.render.tidy import addends, factors, tidy

BREAK: Final = "\x1f"
WEAK: Final = "\x1e"
PRIME: Final = "_"
"""Names that end in underscores are printed with as many primes; the printer itself makes them."""

# ------------------------------------------------------------------------------------------------ tables

LETTERS: Final[Mapping[str, str]] = {
    "dl": r"\delta", "tau": r"\tau", "rho": r"\rho", "act": r"\sigma", "sigma": r"\sigma", "alpha": r"\alpha",
    "beta": r"\beta", "gamma": r"\gamma", "delta": r"\delta", "epsilon": r"\epsilon", "theta": r"\theta",
    "kappa": r"\kappa", "lambda": r"\lambda", "mu": r"\mu", "nu": r"\nu", "pi": r"\pi", "phi": r"\phi", "psi": r"\psi",
    "omega": r"\omega", "eta": r"\eta", "zeta": r"\zeta", "xi": r"\xi", "chi": r"\chi",
}  # fmt: skip
"""Names that are not printed letter for letter; where two names would look alike, the later one is spelled out."""

TENSORS: Final[Mapping[str, tuple[str, ...]]] = {
    "w": ("o", "c", "i*"), "x": ("c", "t*"), "y": ("o", "j*"), "b": ("o",), "H": ("i", "z"), "F": ("rho", "u"),
}  # fmt: skip
"""The role of each index of a tensor; a star stands for one index per axis."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a definition is printed: ``head``, a subscript of the parameters ``below``, the ``shown`` ones in brackets.

    In the head ``@x`` stands for the map that is the parameter x, ``@phases`` for the letter of the phases of a signal.
    The other parameters are silent as long as they have their usual values, those of the first use in the paper;
    a use with other values shows them.  ``trivial`` are the parameters ``below`` that are left out while all of them
    are 0 and the parameters ``count`` are all 1: one phase needs no number.
    """

    head: str
    below: tuple[str, ...]
    shown: tuple[str, ...]
    trivial: Mapping[str, str] = field(default_factory=dict)


FORMS: Final[Mapping[str, Form]] = {
    "conv": Form(r"(@w \star @x)", (), ("o", "j")),
    "grouped": Form(r"(@w \circledast @x)", (), ("o", "j")),
    "phases": Form("@phases", ("rho",), ("c", "m")),
    "bank": Form(r"\widetilde{W}", ("tau", "rho"), ("o", "c", "u"), {"tau": "a"}),
    "extend": Form(r"\bar{@x}", (), ("c", "t")),
    "wrap": Form(r"\mathring{@x}", (), ("c", "t")),
}
"""Printed forms of the definitions, by name.  Any other definition is printed as its name with all its arguments."""

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
    """(rank, name) for every place of the index: rank 0 as a parameter or an index, 1 inside a position of x."""
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
    for name, kid in zip(names, kids):
        if kid is index:
            yield 0, name
        elif stem(name) == "t" and kid.sort == "I":
            yield from ((1, inner + name[1:]) for inner in _place(kid, index))
    for position, kid in enumerate(kids):
        yield from _roles(kid, depth + _binds(term, position))


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


# ------------------------------------------------------------------------------------------------ the printer

ADD, BIG, PRODUCT, ATOM = range(4)
"""Binding strengths: a sum of terms, a term with a summation sign in front, a product, anything that needs no brackets."""


@dataclass(frozen=True, slots=True)
class Use:
    """The parameters of one use of a definition, by letter: one value for each axis."""

    name: str
    definition: Term
    values: Mapping[str, tuple[Term, ...]]
    maps: Mapping[str, Term]

    @property
    def form(self) -> Form | None:
        return FORMS.get(self.name)

    @property
    def silent(self) -> tuple[str, ...]:
        """The letters that the form does not show."""
        form = self.form
        return tuple(s for s in self.values if form is not None and s not in (*form.below, *form.shown))


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


class Notation:
    """The notation of one paper: which name is printed how, what has an abbreviation, which parameters are usual.

    ``terms`` are what will be printed, in reading order: all their free names are spelled first, so that no bound
    index takes one.  ``abbreviations`` maps integer terms, in free names, to the symbols that stand for them.
    ``seen`` collects what has been printed, so that the paper can explain exactly that.
    """

    def __init__(self, terms: Iterable[Term] = (), abbreviations: Mapping[str, Term] | None = None) -> None:
        self.terms = tuple(map(tidy, terms))
        self.spell = Spelling()
        self.free = sorted({key[0] for term in self.terms for key in term.free})
        for name in self.free:
            self.spell(name)
        self.abbreviations = {
            tidy(term): latex for latex, term in (abbreviations or {}).items() if self.spell.claims(latex)
        }
        self.seen: Counter[str] = Counter()
        self.usual: dict[str, Mapping[str, tuple[Term, ...]]] = {}
        self.uses: dict[str, Use] = {}
        for term in self.terms:
            self._learn(term)

    # -------------------------------------------------------------------------------------------- public

    def __call__(self, term: Term) -> str:
        """The term, or formula, in LaTeX with marks for breaks."""
        return self._any(tidy(term), ADD, frozenset(self.free))

    # -------------------------------------------------------------------------------------------- usual parameters

    def _learn(self, term: Term) -> None:
        """The first closed parameters of each definition are the usual ones."""
        if term.tag == "use":
            used = read_use(term)
            silent = {letter: used.values[letter] for letter in used.silent}
            if all(value.loose == 0 for values in silent.values() for value in values):
                key = self._key(used)
                if key not in self.usual:
                    self.usual[key] = silent
                    self.uses[key] = used
        for x in term.args:
            if type(x) is Term and x.tag != "define":
                self._learn(x)

    def _key(self, used: Use) -> str:
        """Phases of x and phases of y are told apart; every other definition is one notation."""
        return f"phases {self._phased(used)}" if used.name == "phases" else used.name

    # -------------------------------------------------------------------------------------------- dispatch

    def _any(self, term: Term, strength: int, names: frozenset[str]) -> str:
        if term in self.abbreviations:
            symbol = self.abbreviations[term]
            self.seen[symbol] += 1
            return symbol
        own, text = self._node(term, names)
        return text if own >= strength else f"({text})"

    def _node(self, term: Term, names: frozenset[str]) -> tuple[int, str]:
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
                self.seen["div"] += 1
                upper, lower = (self._any(x, s, names) for x, s in zip(args, (PRODUCT, ATOM)))
                return ATOM, rf"\lfloor {plain(upper)} / {plain(lower)} \rfloor"
            case "mod":
                self.seen["mod"] += 1
                upper, lower = (self._any(x, ATOM, names) for x in args)
                return ADD, rf"{plain(upper)} \bmod {plain(lower)}"
            case "entry":
                return ATOM, self._entry(self._name(args[0]), args[1:], names)
            case "apply":
                return ATOM, rf"{self._name(args[0])}\bigl({self._any(args[1], ADD, names)}\bigr)"
            case "bracket":
                self.seen["bracket"] += 1
                return ATOM, f"[{self._any(args[0], ADD, names)}]"
            case "sum":
                return BIG, self._sum(term, names)
            case "map":
                return ATOM, self._map(term, names)
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

    def _at_most(self, a: Term, b: Term, names: frozenset[str]) -> str:
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
            if whole.tag != tag or len(wanted) >= len(out):
                continue
            for n in range(len(out) - len(wanted), -1, -1):
                if out[n : n + len(wanted)] == wanted:
                    out[n : n + len(wanted)] = [whole]
        return out

    def _sum_of_terms(self, parts: Sequence[Term], names: frozenset[str]) -> str:
        pieces = []
        for position, part in enumerate(parts):
            minus, size = _sign(part)
            last = position == len(parts) - 1
            text = self._any(size, BIG if last else PRODUCT, names)
            if position == 0:
                pieces.append(f"-{text}" if minus else text)
            else:
                pieces.append(f"{WEAK}{'-' if minus else '+'} {text}")
        return " ".join(pieces)

    def _signed_product(self, term: Term, names: frozenset[str]) -> tuple[int, str]:
        minus, size = _sign(term)
        if minus:
            return ADD, f"-{self._any(size, PRODUCT, names)}"
        parts = self._grouped("mul", factors(size))
        if parts[-1].tag == "sum":
            return BIG, self._product(parts, names)
        return PRODUCT, self._product(parts, names)

    def _product(self, parts: Sequence[Term], names: frozenset[str]) -> str:
        text = ""
        gap = rf" \, {BREAK}" if parts[0].sort == "S" else " "
        for position, part in enumerate(parts):
            last = position == len(parts) - 1
            factor = self._any(part, BIG if last and part.tag == "sum" else ATOM, names)
            if position and factor[0].isdigit():
                text += rf" \cdot {factor}"
            else:
                text += (gap if position else "") + factor
        return text

    # -------------------------------------------------------------------------------------------- indices

    def _entry(self, head: str, indices: Iterable[Term], names: frozenset[str]) -> str:
        listed = f", {WEAK}".join(self._any(x, ADD, names) for x in indices)
        return f"{head}[{listed}]" if listed else head

    def _sum(self, term: Term, names: frozenset[str]) -> str:
        lo, hi, body = term.args
        name = self._fresh(role(body), names)
        inside = names | {name}
        low, high = plain(self._any(lo, ADD, names)), plain(self._any(before(hi), ADD, names))
        opened = open_binder(body, (make("var", name),))
        return rf"\sum_{{{self._name(name)}={low}}}^{{{high}}} {BREAK}{self._any(opened, BIG, inside)}"

    def _fresh(self, hint: str | None, names: frozenset[str]) -> str:
        if hint is None:
            hint = next((letter for letter in FALLBACK_LETTERS if letter not in names), "v")
        while hint in names:
            hint += PRIME
        return hint

    # -------------------------------------------------------------------------------------------- definitions

    def _use(self, used: Use, names: frozenset[str]) -> str:
        form = used.form
        if form is None or set(form.shown) - set(used.values):
            return self._unknown_use(used, names)
        return self._entry(self._head(used, form, names), [x for s in form.shown for x in used.values[s]], names)

    def _unknown_use(self, used: Use, names: frozenset[str]) -> str:
        arguments = [*used.maps.values(), *(x for values in used.values.values() for x in values)]
        return self._entry(rf"\mathrm{{{_safe(used.name)}}}", arguments, names)

    def _head(self, used: Use, form: Form, names: frozenset[str]) -> str:
        """The printed form up to the brackets: head and subscript."""
        key = self._key(used)
        self.seen[key] += 1
        head = form.head.replace("@phases", self._phased(used)) if used.name == "phases" else form.head
        for name, term in used.maps.items():
            head = head.replace(f"@{name}", self._map(term, names))
        below = [
            ",".join(plain(self._any(x, ADD, names)) for x in used.values[s])
            for s in form.below
            if not self._is_trivial(used, s)
        ]
        usual = self.usual.get(key, {})
        odd = [
            f"{self.spell(s)}={','.join(plain(self._any(x, ADD, names)) for x in used.values[s])}"
            for s in used.silent
            if usual.get(s) != used.values[s]
        ]
        subscript = ";".join([*below, *odd])
        return head + (f"_{{{subscript}}}" if subscript else "")

    def _is_trivial(self, used: Use, letter: str) -> bool:
        form = used.form
        count = form.trivial.get(letter) if form is not None else None
        if count is None:
            return False
        return all(x is num(0) for x in used.values[letter]) and all(x is num(1) for x in used.values[count])

    def _phased(self, used: Use) -> str:
        """X for the phases of x, Y for those of a convolution, a bar or a ring kept."""
        signal = used.maps["x"]
        body = signal.args[1]
        if body.tag == "entry":
            return spelled(body.args[0]).upper() if len(body.args[0]) == 1 else rf"\Phi({self._map(signal, frozenset(self.free))})"
        if body.tag == "use":
            inner = read_use(body)
            if inner.name in ("conv", "grouped"):
                return "Y"
            if inner.name in ("extend", "wrap") and inner.maps["x"].args[1].tag == "entry":
                accent = {"extend": r"\bar", "wrap": r"\mathring"}[inner.name]
                return rf"{accent}{{{spelled(inner.maps['x'].args[1].args[0]).upper()}}}"
        return rf"\Phi({self._map(signal, frozenset(self.free))})"

    # -------------------------------------------------------------------------------------------- maps

    def _map(self, term: Term, names: frozenset[str]) -> str:
        """A map as an argument: the name alone where its indices are only handed on."""
        n, body = term.args
        handed_on = [make("bound", j) for j in range(n)]
        if body.tag == "entry" and list(body.args[1:]) == handed_on:
            return self._name(body.args[0])
        if body.tag == "use":
            used = read_use(body)
            form = used.form
            if form is not None and [x for s in form.shown for x in used.values.get(s, ())] == handed_on:
                return self._head(used, form, names)
        return self._written_map(n, body, names)

    def _written_map(self, n: int, body: Term, names: frozenset[str]) -> str:
        chosen: list[str] = []
        for j in range(n):
            chosen.append(self._fresh(role(body, j), names | set(chosen)))
        opened = open_binder(body, tuple(make("var", name) for name in chosen))
        inside = self._any(opened, ADD, names | set(chosen))
        self.seen["map"] += 1
        return rf"({', '.join(map(self._name, chosen))} \mapsto {inside})"


# ------------------------------------------------------------------------------------------------ small helpers


def plain(text: str) -> str:
    """The LaTeX without marks for breaks."""
    return text.replace(BREAK, "").replace(WEAK, "")


def take_one(a: Term) -> Term | None:
    """x when the term is x + 1, so that x + 1 <= b can be written x < b; None otherwise."""
    parts = addends(a)
    last = parts[-1]
    if len(parts) < 2 or last.tag != "num" or last.args[0] != 1:
        return None
    out = parts[0]
    for part in parts[1:-1]:
        out = make("add", out, part)
    return out


def before(hi: Term) -> Term:
    """hi - 1, the last index of a range that ends before hi."""
    return tidy(make("add", hi, num(-1)))


def _sign(term: Term) -> tuple[bool, Term]:
    """Is there a minus in front, and what is left without it."""
    if term.tag == "num" and term.args[0] < 0:
        return True, num(-term.args[0])
    if term.tag != "mul":
        return False, term
    first, *rest = factors(term)
    if first.tag != "num" or first.args[0] >= 0:
        return False, term
    out = [num(-first.args[0]), *rest] if first.args[0] != -1 else rest
    product = out[0]
    for part in out[1:]:
        product = make("mul", product, part)
    return True, product
