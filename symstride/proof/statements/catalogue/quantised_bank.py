"""The bank of a quantised layer: its empty places hold the zero point of the weights."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The bank of a quantised layer"
LINE = "the empty places of a quantised bank have to hold the zero point of the weights, and no other number"
SOURCES = ("jacob2017quantization", "kong2017stride")
FOLLOWS = ("zero-points", "single-layer", "bank-entries")
MOST_AXES = 1

AT = "(s*u + rho + p)"
FALLS = f"0 == {AT} % dl and 0 <= {AT}//dl < k"
BANK = {"bank[o, rho, c, u]": f"w[o, c, {AT}//dl] if {FALLS} else z"}
REAL = {"real[o, rho, c, u]": f"w[o, c, {AT}//dl] + a if {FALLS} else 0"}
EMPTY = {"empty[rho, u]": f"[not ({FALLS})]"}
ACCUMULATOR = "sum((w[o, c, i] + a)*(x[c, s*j + dl*i - p] + b) for c in range(C) for i in range(k))"
EVERY = "for rho in range(s) for c in range(C) for u in range((-p)//s, (dl*(k - 1) - p)//s + 1)"

CLAIMS = {
    "what an empty place adds": Texts(
        "bank[o, rho, c, u] + a",
        "real[o, rho, c, u] + empty[rho, u]*(z + a)",
        "1 <= dl",
        {**BANK, **REAL, **EMPTY},
        "",
        "Let the integer bank hold $z$ where no tap falls, and let $a$ be the zero point of the weights "
        "with the sign turned.  It stands for the bank of the real weights, and for $z + a$ in the empty places.",
    ),
    "the real weights": Texts(
        "real[o, rho, c, u]",
        "sum([dl*i - p == s*u + rho]*(w[o, c, i] + a) for i in range(k))",
        "1 <= dl",
        REAL,
        "",
        "This is the bank of the real weights $w + a$, with nothing in the empty places.",
    ),
    "the accumulator": Texts(
        f"sum((bank[o, rho, c, u] + a)*(x[c, s*(j + u) + rho] + b) {EVERY})",
        f"sum(real[o, rho, c, u]*(x[c, s*(j + u) + rho] + b) {EVERY}) "
        f"+ (z + a)*sum(empty[rho, u]*(x[c, s*(j + u) + rho] + b) {EVERY})",
        "1 <= s; 1 <= dl",
        {**BANK, **REAL, **EMPTY},
        "",
        "The accumulators of the two differ by $z + a$ times the inputs that meet empty places.  So $z = -a$, the zero "
        "point of the weights: then they are equal, integer for integer.",
    ),
}

FALSE = {
    "a zero in the empty places": Texts(
        f"sum((bank[o, rho, c, u] + a)*(x[c, s*(j + u) + rho] + b) {EVERY})",
        ACCUMULATOR,
        "1 <= s; 1 <= dl",
        {"bank[o, rho, c, u]": f"w[o, c, {AT}//dl] if {FALLS} else 0"},
    ),
}
