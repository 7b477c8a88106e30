"""Stride and dilation at once: a kernel with holes, and phases of outputs that have neither."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Stride and dilation"
LINE = (
    "a dilated, strided layer has dl output phases, each of which reads s input phases with neither stride nor dilation"
)
SOURCES = ("kong2017stride", "yu2015dilated")
FOLLOWS = ("phase-lemma", "dilation-phases")

LETTERS = "a dl i j k m n p r s t tau u"

CLAIMS = {
    "neither stride nor dilation": Texts(
        "sum(w[i]*x[s*(dl*m + tau) + dl*i - p] for i in range(k))",
        "sum([s*u + r < k]*w[s*u + r]*X[(s*tau + dl*r - p) % (s*dl), m + u + (s*tau + dl*r - p)//(s*dl)] "
        "for r in range(s) for u in range((k + s - 1)//s))",
        "1 <= s; 1 <= dl",
        {"X[r, m]": "x[s*dl*m + r]"},
        LETTERS,
        "Take $\\delta$ phases of the output and $s \\delta$ phases of the input.  An output phase reads $s$ input "
        "phases, each through its own phase of the kernel, of at most $\\lceil k/s \\rceil$ taps.",
    ),
    "a dilation that the stride divides": Texts(
        "sum(w[i]*x[s*(a*m + tau) + s*a*i - p] for i in range(k))",
        "sum(w[i]*X[tau, m + i] for i in range(k))",
        where={"X[tau, m]": "x[s*(a*m + tau) - p]"},
        letters=LETTERS,
        words="With $\\delta = s a$ each of $a$ output phases reads a single input phase through the whole kernel.",
    ),
    "a kernel with holes": Texts(
        "sum(w[i]*x[s*j + dl*i - p] for i in range(k))",
        "sum(([0 == n % dl]*w[n//dl])*x[s*j + n - p] for n in range(dl*(k - 1) + 1))",
        "1 <= dl",
        {},
        LETTERS,
        "Dilation is a kernel with $\\delta - 1$ zeros between its taps; the stride has no part in it.",
    ),
}

FALSE = {
    "the stride does not stretch the kernel": Texts(
        "sum(w[i]*x[s*j + dl*i - p] for i in range(k))",
        "sum(w[i]*x[s*(j + dl*i) - p] for i in range(k))",
        "1 <= s; 1 <= dl",
        {},
        LETTERS,
    ),
    "as many holes as the dilation is one too many": Texts(
        "sum(w[i]*x[s*j + dl*i - p] for i in range(k))",
        "sum(([0 == n % (dl + 1)]*w[n//(dl + 1)])*x[s*j + n - p] for n in range((dl + 1)*(k - 1) + 1))",
        "1 <= dl",
        {},
        LETTERS,
    ),
}
