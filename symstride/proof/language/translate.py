"""Numbers and SymPy expressions as terms of the kernel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeVar

from symstride.errors import NotSupported
from symstride.proof.kernel.terms import MAX_LITERAL, KernelError, Term, make, num, plus, var
from symstride.proof.language.syntax import product

if TYPE_CHECKING:
    import sympy

    from symstride.layers.axis import Integer

Made = TypeVar("Made")

OWN: Final = "own"
TAKEN: Final = re.compile(
    f"{OWN}.*|([ocqvmjtiuwxbyWXYKRP]|tau|rho)(_?[0-9]+)?_*|(act|hole|conv|grouped|phases|bank|extend|wrap)_*"
)
"""Names that theorems have themselves, for tensors, functions, definitions and indices, or that papers print."""


def own_name(name: str) -> str:
    """What a layer's own symbol is called in theorems: by its name, with ``own`` in front where theirs could be meant.

    Different symbols have different names there, and none has one of ``TAKEN`` that does not begin with ``own``.
    """
    return OWN + name if TAKEN.fullmatch(name) else name


def to_term(x: Integer) -> Term:
    """The kernel's integer term for a number or a SymPy expression in + * ** floor ceiling Mod and symbols.

    Raises ``NotSupported`` for anything else, such as Max and Min, which the kernel's language does not have.
    """
    import sympy

    x = sympy.sympify(x)
    match x:
        case sympy.Integer() if abs(x) <= MAX_LITERAL:
            return num(int(x))
        case sympy.Symbol():
            return var(own_name(x.name))
        case sympy.Add():
            out = to_term(x.args[0])
            for arg in x.args[1:]:
                out = plus(out, to_term(arg))
            return out
        case sympy.Mul():
            return product(*map(to_term, x.args))
        case sympy.Pow() if x.exp.is_Integer and x.exp > 0:
            return product(*[to_term(x.base)] * int(x.exp))
        case sympy.floor():
            return _quotient(x.args[0])
        case sympy.ceiling():  # ceil(r) = -floor(-r)
            return make("mul", num(-1), _quotient(-x.args[0]))
        case sympy.Mod():
            return make("mod", *map(to_term, x.args))
    raise NotSupported(
        "a size in a proof",
        "integers below 2**53, symbols, +, *, floor, ceiling and Mod",
        str(x),
        "give this size a symbol of its own",
    )


def _quotient(r: sympy.Expr) -> Term:
    import sympy

    numerator, denominator = sympy.fraction(sympy.together(r))
    return make("div", to_term(numerator), to_term(denominator))


def within_range(found: Iterator[Made]) -> Iterator[Made]:
    """What is stated about a layer; ``NotSupported`` where numbers leave the kernel's range."""
    try:
        yield from found
    except KernelError as why:
        asked, expected = "a proof about this layer", "sizes whose sums and products stay below 2**53"
        raise NotSupported(asked, expected, str(why)[:200], "use smaller sizes, or symbols") from None
