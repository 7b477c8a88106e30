"""What an output of one, two and three strided layers can depend on."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Receptive fields"
LINE = "changing the input outside an output's receptive field changes nothing, and inside it there is nothing to spare"
SOURCES = ("dumoulin2016guide", "araujo2019receptive")
FOLLOWS = ("composition",)

ONE = {"one(x)[e, m]": "f(sum(w1[e, c, i]*x[c, s1*m + dl1*i - p1] for c in range(C) for i in range(k1)))"}
TWO = {**ONE, "two(x)[d, m]": "g(sum(w2[d, e, i]*one(x)[e, s2*m + dl2*i - p2] for e in range(B) for i in range(k2)))"}
STARTS = (
    "s1*j - p1",
    "s1*(s2*j - p2) - p1",
    "s1*(s2*(s3*j - p3) - p2) - p1",
)
LENGTHS = (
    "dl1*(k1 - 1)",
    "dl1*(k1 - 1) + s1*dl2*(k2 - 1)",
)
LETTERS = "dl1 dl2 dl3 i i1 i2 i3 j k1 k2 k3 m p1 p2 p3 s1 s2 s3 t"


def changed(start: str, length: str) -> dict[str, str]:
    """The input x, put to anything else outside of start to start + length."""
    return {"changed[c, t]": f"x[c, t] if {start} <= t <= {start} + {length} else z[c, t]"}


CLAIMS = {
    "one layer": Texts(
        "one(changed)[o, j]",
        "one(x)[o, j]",
        "0 <= dl1",
        {**ONE, **changed(STARTS[0], LENGTHS[0])},
        LETTERS,
        "Let $x$ be anything else, $z$, outside of the $\\delta_1 (k_1 - 1) + 1$ places from $s_1 j - p_1$ on: output "
        "$j$ stays the same, whatever map $f$ is applied to it.",
    ),
    "two layers": Texts(
        "two(changed)[o, j]",
        "two(x)[o, j]",
        "0 <= dl1; 0 <= dl2; 0 <= s1",
        {**TWO, **changed(STARTS[1], LENGTHS[1])},
        LETTERS,
        "The field of the second layer grows by the stride of the first one: "
        "$\\delta_1 (k_1 - 1) + s_1 \\delta_2 (k_2 - 1) + 1$ places, from $s_1 (s_2 j - p_2) - p_1$ on.",
    ),
    "three layers": Texts(
        "third(changed)[o, j]",
        "third(x)[o, j]",
        "0 <= s1; 0 <= s2",
        {
            "first(x)[e, m]": "f(sum(w1[e, c, i]*x[c, s1*m + i - p1] for c in range(C) for i in range(k1)))",
            "second(x)[d, m]": "g(sum(w2[d, e, i]*first(x)[e, s2*m + i - p2] for e in range(B) for i in range(k2)))",
            "third(x)[o, j]": "h(sum(w3[o, d, i]*second(x)[d, s3*j + i - p3] for d in range(A) for i in range(k3)))",
            **changed(STARTS[2], "k1 - 1 + s1*(k2 - 1) + s1*s2*(k3 - 1)"),
        },
        LETTERS,
        "So it goes on: each layer adds $k - 1$ times the product of the strides in front of it.",
    ),
    "every tap is read": Texts(
        "three(x)[j]",
        f"h(g(f(x[{STARTS[2]} + dl1*i1 + s1*dl2*i2 + s1*s2*dl3*i3])))",
        "0 <= i1 < k1; 0 <= i2 < k2; 0 <= i3 < k3",
        {
            "one(x)[m]": "f(sum([i == i1]*x[s1*m + dl1*i - p1] for i in range(k1)))",
            "two(x)[m]": "g(sum([i == i2]*one(x)[s2*m + dl2*i - p2] for i in range(k2)))",
            "three(x)[j]": "h(sum([i == i3]*two(x)[s3*j + dl3*i - p3] for i in range(k3)))",
        },
        LETTERS,
        "With a single 1 in each kernel the output is one place of the input, seen through the maps.  So every place "
        "$\\delta_1 i_1 + s_1 \\delta_2 i_2 + s_1 s_2 \\delta_3 i_3$ of the field is read for some weights.",
    ),
    "no place is left out": Texts(
        "two(x)[j]",
        f"g(f(x[{STARTS[1]} + t]))",
        "1 <= s1; s1 <= k1; 0 <= t; t < s1*k2",
        {
            "one(x)[m]": "f(sum([i == t % s1]*x[s1*m + i - p1] for i in range(k1)))",
            "two(x)[j]": "g(sum([i == t//s1]*one(x)[s2*j + i - p2] for i in range(k2)))",
        },
        LETTERS,
        "Without dilation, and with a stride of at most $k_1$, taps $t \\bmod s_1$ and $\\lfloor t/s_1 \\rfloor$ read "
        "place $t$: there are no gaps.  The last $k_1 - s_1$ places are read through the last tap of the second layer.",
    ),
}

FALSE = {
    "one place less is too few": Texts(
        "two(changed)[o, j]",
        "two(x)[o, j]",
        "1 <= s1; 1 <= s2; 1 <= dl1; 1 <= dl2; 1 <= k1; 1 <= k2",
        {**TWO, **changed(STARTS[1], LENGTHS[1] + " - 1")},
        LETTERS,
    ),
    "the second kernel counts in strides of the first layer": Texts(
        "two(changed)[o, j]",
        "two(x)[o, j]",
        "1 <= s1; 1 <= s2; 1 <= dl1; 1 <= dl2; 1 <= k1; 1 <= k2",
        {**TWO, **changed(STARTS[1], "dl1*(k1 - 1) + dl2*(k2 - 1)")},
        LETTERS,
    ),
}
