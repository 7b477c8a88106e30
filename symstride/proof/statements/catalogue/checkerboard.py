"""How many taps reach a place of a transposed layer: evenly only where the stride divides the kernel."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Checkerboards"
LINE = "a transposed layer reaches all places by the same number of taps where its stride divides its kernel"
SOURCES = ("odena2016deconvolution", "vaidyanathan1993multirate")
FOLLOWS = ("sub-pixel", "transposed-layer")

REACHED = {"taps[t]": "sum([0 == (t - i) % s] for i in range(k))"}
LETTERS = "i k m n p rho s t u"

CLAIMS = {
    "evenly": Texts(
        "sum([0 == (t - i) % s] for i in range(s*n))",
        "sum(1 for u in range(n))",
        "1 <= s",
        {},
        LETTERS,
        "With $k = s n$ every place is reached by $n$ taps: a constant image grows to a constant image.",
    ),
    "a count for each phase": Texts(
        "taps[s*m + rho]",
        "sum(1 for u in range((k - rho + s - 1)//s))",
        "1 <= s; 0 <= rho < s",
        REACHED,
        LETTERS,
        "In general phase $\\rho$ is reached by $\\lceil (k - \\rho)/s \\rceil$ taps.  Where these numbers differ, the "
        "phases differ in brightness: in the plane that is the pattern of a checkerboard.",
    ),
    "again and again": Texts(
        "taps[t + s]",
        "taps[t]",
        "1 <= s",
        REACHED,
        LETTERS,
        "The pattern repeats with the stride, whatever the size of the image.",
    ),
}

FALSE = {
    "unevenly, where the stride does not divide the kernel": Texts(
        "taps[t + 1]", "taps[t]", "1 <= s", REACHED, LETTERS
    ),
}
