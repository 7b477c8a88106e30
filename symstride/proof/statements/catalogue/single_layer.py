"""One strided layer with a single output phase, and the size of its kernel."""

from __future__ import annotations

from symstride.proof.kernel.terms import Term, substitute
from symstride.proof.language.definitions import names, phases
from symstride.proof.language.syntax import (
    Integer,
    at_most,
    entry,
    equal,
    integer,
    mapping,
    product,
    tensor,
    totals,
    use,
    variable,
)
from symstride.proof.statements.axis import TAPS, on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.merged import plain_conv

TITLE = "One strided layer"
LINE = "a strided layer is a unit-stride sum over the phases of its input; the size of its kernel"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma",)
WORDS = {
    "phases of the image": "A strided layer is a unit-stride, undilated sum over the phases of its input.",
    "phases of the padded signal": "Taking the phases where the padding starts gives the smallest kernel.",
    "size, at least": r"No origin gives fewer than $\lceil (D + 1)/s \rceil$ taps.",
    "size, at most": r"No origin gives more than $\lceil D/s \rceil + 1$ taps.",
    "size, padded origin": r"The padded origin gives exactly $\lceil (D + 1)/s \rceil$ taps.",
}


def single_sum(d: int, low: list[Integer], signal: Term, dilated: Dilated = None) -> Term:
    """sum_c sum_rho sum_u bank(w; .., low, a = 1)[0, o, rho, c, u] * phases(signal; s)[rho, c, m + u]."""
    rho, u, s, m = (names(d, x) for x in ("rho", "u", "s", "m"))
    letters: dict[str, Integer] = dict(zip(names(d, "p"), low))
    letters |= dict.fromkeys(names(d, "a"), 1) | dict.fromkeys(names(d, "tau"), 0)
    entry_ = weight(d, dilated, letters)
    cells = [f"{x} + {v}" for x, v in zip(m, u)]
    reach = [on_axis(d, n, "dl*(k - 1)") for n in range(d)]
    ranges = [("c", integer(0), integer("C")), *((rho[n], integer(0), integer(s[n])) for n in range(d))]
    for n in range(d):
        ends = {variable(x): integer(y) for x, y in (("p", low[n]), ("s", s[n]), ("D", reach[n]))}
        first, end = (substitute(integer(text), ends) for text in ("(-p)//s", "(D - p)//s + 1"))
        ranges.append((u[n], first, end))
    sums = totals(ranges, product(entry_, use(phases(d), signal, *s, *rho, "c", *cells)))
    return at_its_dilation(d, dilated, sums)


def shifted_signal(d: int) -> Term:
    """(c, t) -> x[c, t - p], the padded signal."""
    t = names(d, "t")
    return mapping(["c", *t], entry("x", "c", *(f"{x} - {p}" for x, p in zip(t, names(d, "p")))))


def claims(d: int) -> Claims:
    """For d axes."""
    hyps = [f for s, dl in zip(names(d, "s"), names(d, "dl")) for f in (at_most(1, s), at_most(1, dl))]
    image = single_sum(d, list(names(d, "p")), tensor("x", d + 1))
    padded = single_sum(d, [0] * d, shifted_signal(d))
    positive = [at_most(1, "s")]
    return {
        "phases of the image": (hyps, equal(plain_conv(d), image)),
        "phases of the padded signal": (hyps, equal(plain_conv(d), padded)),
        "size, at least": (positive, at_most("(D + s)//s", TAPS)),
        "size, at most": (positive, at_most(TAPS, "(D + s - 1)//s + 1")),
        "size, padded origin": (positive, equal("D//s + 1", "(D + s)//s")),
    }
