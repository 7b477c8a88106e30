"""Terms of the proof kernel: integers, scalars, formulas, and their meaning.

A term is read over every commutative semiring ``R``, every choice of integers for its free variables and every
choice of functions ``Z^n -> R`` for its free tensors.

==============  =========  ==========================================================================
node            sort       meaning
==============  =========  ==========================================================================
num z           integer    the integer z
var x           integer    a free integer variable
bound j         integer    the index bound by the j-th enclosing binder, counted from the inside
add, mul        either     sum and product, of two integers or of two scalars
div a b         integer    floor(a / b), and 0 when b = 0
mod a b         integer    a - b * (a div b), hence a when b = 0; in [0, b) when b >= 1
nat n           scalar     1 + ... + 1, n times; n >= 0
entry T e1..en  scalar     the entry of the tensor T at n integer indices
apply f s       scalar     f(s) for an arbitrary function f : R -> R
bracket P       scalar     Iverson bracket: 1 when the integer formula P holds, else 0
sum lo hi t     scalar     the sum of t over lo <= v < hi, 0 when hi <= lo; binds one index in t only
map n t         map        the tensor (i_0, ..., i_{n-1}) -> t; binds n indices, bound j is i_j
define D t ps   definition the constant D with parameters ps and body t, a scalar; closed, identified by its content
use D args      scalar     D's body at the arguments, one for every parameter
eq s t          formula    s = t, two integers or two scalars
le a b          formula    a <= b, integers; a < b is written a + 1 <= b
==============  =========  ==========================================================================

Bound indices are numbers (de Bruijn), free ones are names, so a name can never be captured.  There is no scalar
subtraction: nothing that fails in the semiring (max, +) can be written down.

Terms are interned: equal terms are one object, and comparison is ``is``.  If interning ever failed (two threads
racing, say), two equal terms would merely look different, and a rule would refuse; it never makes a rule accept.
This module and ``polynomials``, ``rules`` and ``replay`` beside it are all that has to be trusted; they use the
standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from math import inf
from threading import RLock, local
from types import MappingProxyType
from typing import Any, Final, NoReturn, TypeAlias
from weakref import WeakValueDictionary

NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
VARIABLE: Final = -1
"""The arity that marks an integer variable in a key; n >= 0 marks a tensor with n indices."""
MAX_LITERAL: Final = 2**53 - 1
"""Largest absolute value of a number that is written in a term: every JSON reader agrees on these."""
MAX_SIZE: Final = 200_000
"""Most nodes of one term, written out as a tree: no traversal is long, and a certificate cannot be a bomb."""
MAX_DEPTH: Final = 120
"""Greatest height of a term: no recursion is deep."""
MAX_NAMES: Final = 1024
"""Most free names of one term."""
MAX_ARITY: Final = 64
"""Most indices of a tensor or of a map."""
MAX_MESSAGE: Final = 600
"""Longest message, in characters: terms in it may be large."""

Key: TypeAlias = tuple[str, int]
"""A free name: ``("k", VARIABLE)`` is the integer variable k, ``("w", 3)`` the tensor w with three indices."""


class KernelError(Exception):
    """A constructor, a rule or the checker refused.  The message states the local fact."""


def require(condition: bool, *message: object) -> None:
    """Raise ``KernelError`` unless the condition holds (never ``assert``, which ``python -O`` removes)."""
    if not condition:
        raise KernelError(" ".join(map(str, message))[:MAX_MESSAGE])


class Meter(local):
    """Counts the work of this thread, about a microsecond each, and refuses when it exceeds a limit.

    A piece of work is charged by what it is, never by what is remembered already, so that it counts the same in
    every replay.  ``replay`` sets the limit; whoever derives theorems is not limited.
    """

    work = 0
    limit: float = inf

    def restart(self, limit: float = inf) -> None:
        self.work, self.limit = 0, limit

    def spend(self, work: int) -> None:
        self.work += work
        if self.work > self.limit:
            raise KernelError("more work than any proof needs")


METER: Final = Meter()


class Term:
    """An interned, immutable node.  Made by ``make`` alone.

    ``sort`` is one of I (integer), S (scalar), F (formula), L (map), D (definition);
    ``loose`` counts the enclosing binders that the term needs; ``free`` holds the keys of its free names.
    """

    __slots__ = ("tag", "args", "sort", "loose", "free", "size", "depth", "_form", "__weakref__")

    tag: str
    args: tuple[Any, ...]
    sort: str
    loose: int
    free: frozenset[Key]
    size: int
    depth: int
    _form: tuple[Any, int] | None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise KernelError("terms are immutable")

    def __init_subclass__(cls) -> NoReturn:
        raise KernelError("Term is final")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise KernelError("terms are neither copied nor pickled; write a certificate")

    def __repr__(self) -> str:
        return show(self)


_SLOTS: Final = tuple(getattr(Term, slot).__set__ for slot in Term.__slots__ if slot != "__weakref__")
"""What fills the slots of a new node, past the refusal above."""

# ------------------------------------------------------------------------------------------------ construction

ARGUMENTS: Final[Mapping[str, str]] = MappingProxyType({
    "num": "z", "var": "$", "bound": "#", "add": "xx", "mul": "xx", "div": "II", "mod": "II", "nat": "#",
    "entry": "$*", "apply": "$S", "bracket": "F", "sum": "IIS", "map": "nS", "define": "$SP", "use": "D*",
    "eq": "xx", "le": "II",
})  # fmt: skip
"""One letter for each argument of a node: z a number, # a number >= 0, n an arity, $ a name, P a tuple of parameters,
I S F L D a term of that sort, x an integer or a scalar; * the rest (integers; for ``use`` also maps)."""
SORTS: Final[Mapping[str, str]] = MappingProxyType({
    "num": "I", "var": "I", "bound": "I", "div": "I", "mod": "I", "nat": "S", "entry": "S", "apply": "S",
    "bracket": "S", "sum": "S", "map": "L", "define": "D", "use": "S", "eq": "F", "le": "F",
})  # fmt: skip
"""The sort of a node where the tag alone decides it; add and mul take it from their arguments."""

_SORTS_OF: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys("z#n$P", "") | dict(zip("ISFLD", "ISFLD")) | {"x": "IS", "*": "I"}
)
"""The sorts that a term may have as an argument, by its letter; a definition also takes maps."""

_TERMS: WeakValueDictionary[tuple[Any, ...], Term] = WeakValueDictionary()
_ONE_AT_A_TIME: Final = RLock()
"""Held while a new term is entered, so that threads that make the same one get one object."""


def is_number(x: object) -> bool:
    """An exact ``int`` of moderate size.  ``True``, ``1.0`` and ``1`` are one dictionary key: test the type first."""
    return type(x) is int and -MAX_LITERAL <= x <= MAX_LITERAL


def is_name(x: object) -> bool:
    return type(x) is str and NAME.fullmatch(x) is not None


def is_term(x: object, sorts: str) -> bool:
    return type(x) is Term and getattr(x, "sort", " ") in sorts


def is_key(x: object) -> bool:
    return type(x) is tuple and len(x) == 2 and is_name(x[0]) and type(x[1]) is int and VARIABLE <= x[1] <= MAX_ARITY


def is_parameters(x: object) -> bool:
    """A tuple of keys with distinct names."""
    return type(x) is tuple and all(map(is_key, x)) and len({key[0] for key in x}) == len(x)


def fits(key: Key, term: object) -> bool:
    """May the term stand for the free name?  An integer for a variable, a map of exactly n indices for a tensor."""
    if key[1] == VARIABLE:
        return is_term(term, "I")
    return type(term) is Term and term.sort == "L" and term.args[0] == key[1]


def _admits(letter: str, x: object, tag: str) -> bool:
    match letter:
        case "z":
            return is_number(x)
        case "#":
            return type(x) is int and 0 <= x <= MAX_LITERAL
        case "n":
            return type(x) is int and 0 <= x <= MAX_ARITY
        case "$":
            return is_name(x)
        case "P":
            return is_parameters(x)
    return tag == "use" and letter == "*" and is_term(x, "L")


def make(tag: str, *args: Any) -> Term:
    """The one constructor: checks the number, the sorts and the names of the arguments, then interns.

    Raises ``KernelError`` when an argument is of the wrong kind or the term would be too large.
    """
    letters = ARGUMENTS.get(tag) if type(tag) is str else None
    if letters is None:
        raise KernelError(f"no such node: {tag!r}")
    if letters[-1] == "*":
        letters = letters[:-1] + "*" * (len(args) - len(letters) + 1)
    require(len(letters) == len(args), tag, "has the wrong number of arguments")
    for letter, x in zip(letters, args):
        if not ((type(x) is Term and x.sort in _SORTS_OF[letter]) or _admits(letter, x, tag)):
            raise KernelError(f"{tag}: wrong kind of argument: {x!r:.200}")
    known = _TERMS.get((tag, args))
    return known if known is not None else _intern(tag, args)


def _intern(tag: str, args: tuple[Any, ...]) -> Term:
    kids = [x for x in args if type(x) is Term]
    loose, free, size, depth = 0, frozenset[Key](), 1, 1
    for kid in kids:
        loose, depth, size = max(loose, kid.loose), max(depth, kid.depth + 1), size + kid.size
        free = free | kid.free if free else kid.free
    sort = SORTS.get(tag) or kids[0].sort
    require(size <= MAX_SIZE and depth <= MAX_DEPTH and len(free) <= MAX_NAMES, "term too large")
    if tag in ("add", "mul", "eq"):
        require(kids[0].sort == kids[1].sort, tag, "mixes integers and scalars")
    elif tag == "var":
        free = frozenset([(args[0], VARIABLE)])
    elif tag == "bound":
        loose = args[0] + 1
    elif tag == "entry":
        require(len(kids) <= MAX_ARITY, "too many indices")
        free |= {(args[0], len(kids))}
    elif tag == "bracket":
        require(kids[0].args[0].sort == "I", "a bracket holds a formula on integers")
    elif tag == "sum":
        loose = max(kids[0].loose, kids[1].loose, kids[2].loose - 1)
    elif tag == "map":
        loose = max(0, loose - args[0])
    elif tag == "define":
        require(loose == 0 and free <= set(args[2]), "a definition is closed; not a parameter:", free - set(args[2]))
        free = frozenset()
    elif tag == "use":
        parameters = kids[0].args[2]
        fit = len(parameters) == len(args) - 1 and all(map(fits, parameters, args[1:]))
        require(fit, "the arguments do not fit the parameters of", kids[0].args[0])
    node = object.__new__(Term)
    for fill, x in zip(_SLOTS, (tag, args, sort, loose, free, size, depth, None)):
        fill(node, x)
    with _ONE_AT_A_TIME:
        return _TERMS.setdefault((tag, args), node)


def num(n: int) -> Term:
    return make("num", n)


def var(name: str) -> Term:
    return make("var", name)


def plus(a: Term, b: Term) -> Term:
    return make("add", a, b)


def minus(a: Term, b: Term) -> Term:
    """a + (-1)*b, for integers."""
    return make("add", a, make("mul", num(-1), b))


def less(a: Term, b: Term) -> Term:
    """The formula a < b, that is a + 1 <= b."""
    return make("le", plus(a, num(1)), b)


# ------------------------------------------------------------------------------------------------ binders

Leaf: TypeAlias = Callable[[Term, int], Term | None]
"""Answers a replacement for a node under so many binders, or None to go on inside it."""


def rebuild(term: Term, leaf: Leaf, depth: int = 0) -> Term:
    """A copy of the term in which ``leaf`` has replaced nodes; ``depth`` counts the indices bound above.

    Charged for every node that is made: its arguments and its free names.
    """
    found = leaf(term, depth)
    if found is not None:
        return found
    args = term.args
    match term.tag:
        case "sum":
            lo, hi, body = args
            made = make("sum", rebuild(lo, leaf, depth), rebuild(hi, leaf, depth), rebuild(body, leaf, depth + 1))
        case "map":
            made = make("map", args[0], rebuild(args[1], leaf, depth + args[0]))
        case "define":
            return term
        case tag:
            made = make(tag, *(rebuild(x, leaf, depth) if type(x) is Term else x for x in args))
    METER.spend(5 + len(args) + len(made.free))
    return made


def lift(term: Term, by: int) -> Term:
    """The term for use under ``by`` more binders: its loose indices are renumbered."""

    def leaf(node: Term, depth: int) -> Term | None:
        if node.loose <= depth:
            return node
        return make("bound", node.args[0] + by) if node.tag == "bound" else None

    return term if by == 0 else rebuild(term, leaf)


def open_binder(body: Term, values: tuple[Term, ...]) -> Term:
    """The body of a binder with its indices 0..n-1 replaced by the n values."""
    n = len(values)

    def leaf(node: Term, depth: int) -> Term | None:
        if node.loose <= depth:
            return node
        if node.tag != "bound":
            return None
        j = node.args[0] - depth
        return lift(values[j], depth) if j < n else make("bound", node.args[0] - n)

    return rebuild(body, leaf)


def close_binder(term: Term, names: tuple[str, ...]) -> Term:
    """The term, without loose indices, with the free variables ``names`` turned into the indices 0, 1, ..."""
    require(term.loose == 0, "only a term without loose indices can be bound")
    position = {(name, VARIABLE): j for j, name in enumerate(names)}

    def leaf(node: Term, depth: int) -> Term | None:
        if node.free.isdisjoint(position):
            return node
        return make("bound", depth + position[node.args[0], VARIABLE]) if node.tag == "var" else None

    return rebuild(term, leaf)


def substitute(term: Term, values: Mapping[Key, Term]) -> Term:
    """Simultaneous substitution of free names.  Nothing can be captured: bound indices have no names."""
    METER.spend(len(term.free))
    values = {key: values[key] for key in term.free if key in values}  # the others would be looked for in every node
    names = frozenset(values)

    def leaf(node: Term, depth: int) -> Term | None:
        if node.free.isdisjoint(names):
            return node
        if node.tag == "var":
            return lift(values[node.args[0], VARIABLE], depth)
        key = (node.args[0], len(node.args) - 1)
        if node.tag == "entry" and key in values:
            indices = tuple(rebuild(x, leaf, depth) for x in node.args[1:])
            return open_binder(lift(values[key], depth).args[1], indices)
        return None

    return rebuild(term, leaf)


def unfold_uses(term: Term, definition: Term) -> Term:
    """The term with every use of the definition, in arguments too, replaced by its body."""
    _, body, parameters = definition.args

    def leaf(node: Term, depth: int) -> Term | None:
        if node.tag != "use" or node.args[0] is not definition:
            return None
        METER.spend(len(node.args))
        return substitute(body, dict(zip(parameters, (rebuild(x, leaf, depth) for x in node.args[1:]))))

    return rebuild(term, leaf)


# ------------------------------------------------------------------------------------------------ plain text


def show(term: Term, names: tuple[str, ...] = ()) -> str:
    """Plain text for messages; ``names`` are the names of the enclosing binders, innermost first."""
    if term.size > 2000:
        return f"<{term.tag} of {term.size} nodes>"

    def inner(node: Term) -> str:
        return show(node, names)

    tag, args = term.tag, term.args
    match tag:
        case "num" | "nat" | "var" | "define":
            return str(args[0])
        case "bound":
            return names[args[0]] if args[0] < len(names) else f"#{args[0] - len(names)}"
        case "add":
            return f"({inner(args[0])} + {inner(args[1])})"
        case "mul":
            return f"{inner(args[0])}*{inner(args[1])}"
        case "div" | "mod":
            return f"({inner(args[0])} {tag} {inner(args[1])})"
        case "apply":
            return f"{args[0]}({inner(args[1])})"
        case "entry":
            return f"{args[0]}[{', '.join(map(inner, args[1:]))}]"
        case "bracket":
            return f"[{inner(args[0])}]"
        case "eq" | "le":
            return f"{inner(args[0])} {'=' if tag == 'eq' else '<='} {inner(args[1])}"
        case "use":
            return f"{args[0].args[0]}({', '.join(map(inner, args[1:]))})"
    fresh = tuple(f"v{len(names) + j}" for j in range(1 if tag == "sum" else args[0]))
    if tag == "sum":
        return f"sum({fresh[0]} in [{inner(args[0])}, {inner(args[1])})) {show(args[2], fresh + names)}"
    return f"({', '.join(fresh)} -> {show(args[1], fresh + names)})"


def names_of(formulas: Iterable[Term]) -> frozenset[Key]:
    """The free names of all the formulas."""
    return frozenset[Key]().union(*(formula.free for formula in formulas))
