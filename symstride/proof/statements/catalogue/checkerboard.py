"""What a transposed layer makes of a constant image: one value for each phase of the output."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Checkerboards"
LINE = "a transposed layer makes a pattern of a constant image: each phase has the sum of its own taps"
SOURCES = ("odena2016deconvolution", "vaidyanathan1993multirate")
FOLLOWS = ("sub-pixel", "transposed-layer")

GROWN = {"grown[t]": "sum([0 == (t - i) % s]*w[i]*e for i in range(k))"}
LETTERS = "i k m n rho s t u"

CLAIMS = {
    "a constant image": Texts(
        "grown[s*m + rho]",
        "sum(w[s*u + rho]*e for u in range((k + s - 1)//s) if s*u + rho < k)",
        "1 <= s; 0 <= rho < s",
        GROWN,
        LETTERS,
        "Let the image be $e$ everywhere.  A place of phase $\\rho$ becomes $e$ times the sum of the taps "
        "$w_{s u + \\rho}$.  Where these sums differ, so do the phases: in the plane that is a checkerboard.",
    ),
    "where the stride divides the kernel": Texts(
        "sum([0 == (s*m + rho - i) % s]*w[i] for i in range(s*n))",
        "sum(w[s*u + rho] for u in range(n))",
        "1 <= s; 0 <= rho < s",
        {},
        LETTERS,
        "With $k = s n$ each phase has $n$ taps.  If all are equal, a constant image grows to a constant image; they "
        "have to add up to the same for every phase, and that is all.",
    ),
    "again and again": Texts(
        "grown[t + s]",
        "grown[t]",
        "1 <= s",
        GROWN,
        LETTERS,
        "The pattern repeats with the stride, whatever the kernel.",
    ),
}

FALSE = {
    "a constant image does not stay constant": Texts("grown[t + 1]", "grown[t]", "1 <= s", GROWN, LETTERS),
    "not even with equal taps, where the stride does not divide the kernel": Texts(
        "sum([0 == (t + 1 - i) % s] for i in range(k))",
        "sum([0 == (t - i) % s] for i in range(k))",
        "1 <= s",
        {},
        LETTERS,
    ),
}
