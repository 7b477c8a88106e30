"""When the unit-stride layer on phases takes no more products than the strided layer."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "When phases cost nothing"
LINE = "on phases there are no more products exactly where the stride divides kernel and padding, without dilation"
SOURCES = ("kong2017stride",)
FOLLOWS = ("bank-entries", "single-layer")
MOST_AXES = 1

COUNT = "s*((dl*(k - 1) - p)//s - (-p)//s + 1)"
PLAIN = "s*((k - 1 - p)//s - (-p)//s + 1)"
LETTERS = "k s dl p a"

CLAIMS = {
    "never fewer": Texts(
        f"[k <= {COUNT}]",
        "1",
        "1 <= s; 1 <= dl; 1 <= k",
        letters=LETTERS,
        words="For each output there are at least as many entries of the bank as there are taps.",
    ),
    "no dilation": Texts(
        "[dl == 1]",
        "1",
        f"1 <= s; 1 <= dl; 2 <= k; {COUNT} == k",
        letters=LETTERS,
        words="If there are no more, there is no dilation, unless there is one tap only.",
    ),
    "the stride divides the kernel": Texts(
        "[0 == k % s]",
        "1",
        f"1 <= s; {PLAIN} == k",
        letters=LETTERS,
        words="If there are no more, the stride divides the kernel.",
    ),
    "the stride divides the padding": Texts(
        "[s*((-p)//s) == -p]",
        "1",
        f"1 <= s; {PLAIN} == k",
        letters=LETTERS,
        words="If there are no more, the stride divides the low padding, which is 0 for phases of the padded map.",
    ),
    "and conversely": Texts(
        f"[{PLAIN} == k]",
        "1",
        "1 <= s; 0 == k % s; 0 == p % s",
        letters=LETTERS,
        words="If the stride divides both, the taps fill all cells that they touch.",
    ),
    "several output phases": Texts(
        "[k < s*a*((s*(a - 1) + dl*(k - 1) - p)//(s*a) - (-p)//(s*a) + 1)]",
        "1",
        "1 <= s; 2 <= a; 1 <= dl; 1 <= k",
        letters=LETTERS,
        words="With several output phases there are always more.",
    ),
}

FALSE = {
    "the padding matters": Texts(f"[{PLAIN} == k]", "1", "1 <= s; 1 <= k; 0 == k % s", letters=LETTERS),
    "a dilated layer may fill its cells": Texts(
        f"[{COUNT} == k]", "1", "1 <= s; 1 <= dl; 1 <= k; 0 == k % s; 0 == p % s", letters=LETTERS
    ),
}
