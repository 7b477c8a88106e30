"""Quantised layers: numbers that stand for themselves less a zero point, on both sides."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Zero points"
LINE = "a layer of numbers less their zero points is the plain integer layer, two sums and a count, exactly"
SOURCES = ("jacob2017quantization",)
FOLLOWS = ("linearity",)

PADDED = {
    "padded[c, t]": "x[c, t] if 0 <= t < N else z",
    "real[c, t]": "x[c, t] + b if 0 <= t < N else 0",
}
WINDOW = "for c in range(C) for i in range(k)"
PLACE = "[c, s*j + dl*i - p]"
LETTERS = "N dl i j k p rho s t u"

CLAIMS = {
    "four integer sums": Texts(
        f"sum((w[o, c, i] + a)*(x{PLACE} + b) {WINDOW})",
        f"sum(w[o, c, i]*x{PLACE} {WINDOW}) + a*sum(x{PLACE} {WINDOW}) + b*sum(w[o, c, i] {WINDOW}) "
        f"+ sum(a*b {WINDOW})",
        "",
        {},
        LETTERS,
        "Here $a$ and $b$ are the zero points of weights and input with the sign turned.  The accumulator is the "
        "layer of the plain integers, $a$ times the sum over the window, $b$ times the sum of the kernel, and $a b$ "
        "for each product: nothing is rounded.",
    ),
    "padding": Texts(
        f"sum(w[o, c, i]*(padded{PLACE} + b) {WINDOW})",
        f"sum(w[o, c, i]*real{PLACE} {WINDOW}) + (z + b)*sum([not 0 <= s*j + dl*i - p < N]*w[o, c, i] {WINDOW})",
        "",
        PADDED,
        "",
        "On one axis: padding with $z$ differs from zeros in the real numbers by $z + b$ times the weights that "
        "fall on padding.  So padding stands for the zero point $z = -b$, and for no other number.",
    ),
    "on phases": Texts(
        f"sum((w[o, c, i] + a)*(x{PLACE} + b) {WINDOW})",
        "sum(bank[o, rho, c, u]*(x[c, s*(j + u) + rho] + b) for rho in range(s) for c in range(C) "
        "for u in range((-p)//s, (dl*(k - 1) - p)//s + 1))",
        "1 <= s; 0 <= dl",
        {"bank[o, rho, c, u]": "sum([dl*i - p == s*u + rho]*(w[o, c, i] + a) for i in range(k))"},
        LETTERS,
        "The phase lemma holds for the integers, so for the numbers less their zero points: the accumulators of a "
        "strided quantised layer and of its expansion are equal bit for bit.",
    ),
}

FALSE = {
    "padding with zero is not padding with the zero point": Texts(
        f"sum(w[o, c, i]*(padded{PLACE} + b) {WINDOW})",
        f"sum(w[o, c, i]*real{PLACE} {WINDOW})",
        "1 <= C; 1 <= k",
        {**PADDED, "padded[c, t]": "x[c, t] if 0 <= t < N else 0"},
    ),
    "the zero points' product counts once for each tap": Texts(
        f"sum((w[o, c, i] + a)*(x{PLACE} + b) {WINDOW})",
        f"sum(w[o, c, i]*x{PLACE} {WINDOW}) + a*sum(x{PLACE} {WINDOW}) + b*sum(w[o, c, i] {WINDOW}) + a*b",
        "1 <= C; 1 <= k",
        {},
        LETTERS,
    ),
}
