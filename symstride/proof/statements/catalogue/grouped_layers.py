"""Grouped and depthwise layers: on phases the groups stay apart."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Grouped layers"
LINE = "the phases of a group's channels stay in the group: a grouped layer becomes a grouped one, depthwise included"
SOURCES = ("kong2017stride", "howard2017mobilenets")
FOLLOWS = ("phase-lemma",)

GROUPED = {
    "layer[o, j]": "sum(w[o, c, i]*x[C*(o//B) + c, s*j + dl*i - p] for c in range(C) for i in range(k))",
}
BANK = {"bank[tau, o, rho, c, u]": "sum([s*tau + dl*i - p == s*a*u + rho]*w[o, c, i] for i in range(k))"}
TAPS = "range((-p)//(s*a), (s*(a - 1) + dl*(k - 1) - p)//(s*a) + 1)"
LETTERS = "a dl i j k m p rho s tau u"

CLAIMS = {
    "groups stay apart": Texts(
        "layer[o, a*m + tau]",
        f"sum(bank[tau, o, rho, c, u]*x[C*(o//B) + c, s*a*(m + u) + rho] for rho in range(s*a) for c in range(C) "
        f"for u in {TAPS})",
        "1 <= s; 1 <= a; 0 <= dl; 0 <= tau < a; 1 <= B",
        {**GROUPED, **BANK},
        LETTERS,
        "Output channel $o$ belongs to the group $\\lfloor o/B \\rfloor$ and reads the $C$ channels of this group. "
        "Its phases read the phases of the same channels, through the bank of the same weights.",
    ),
    "one dense layer": Texts(
        "layer[o, j]",
        "sum(([C*(o//B) <= e]*[e < C*(o//B) + C]*w[o, e - C*(o//B), i])*x[e, s*j + dl*i - p] for e in range(C*G) "
        "for i in range(k))",
        "1 <= B; 0 <= C; 0 <= o < B*G",
        GROUPED,
        LETTERS,
        "With $G$ groups it is the layer of all $C G$ channels whose weights are 0 outside of the group.",
    ),
    "depthwise": Texts(
        "sum(w[c, i]*x[c, s*(a*m + tau) + dl*i - p] for i in range(k))",
        f"sum(sum([s*tau + dl*i - p == s*a*u + rho]*w[c, i] for i in range(k))*x[c, s*a*(m + u) + rho] "
        f"for rho in range(s*a) for u in {TAPS})",
        "1 <= s; 1 <= a; 0 <= dl; 0 <= tau < a",
        {},
        LETTERS,
        "With one channel in each group nothing is mixed: the layer stays depthwise, each channel with its phases.",
    ),
    "depthwise separable": Texts(
        "sum(v[o, c]*sum(w[c, i]*x[c, s*j + dl*i - p] for i in range(k)) for c in range(C))",
        "sum((v[o, c]*w[c, i])*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))",
        letters=LETTERS,
        words="A depthwise layer and then a layer of one tap are one layer, whose kernels are multiples of each other.",
    ),
}

FALSE = {
    "a group reads its own channels": Texts(
        "layer[o, j]",
        "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))",
        "1 <= B; 1 <= C",
        GROUPED,
        LETTERS,
    ),
}
