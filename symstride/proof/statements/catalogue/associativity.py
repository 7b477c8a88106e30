"""Three strided layers are one, and it does not matter which two are joined first."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Joining layers is associative"
LINE = "three strided layers are one, whichever two are joined first"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("composition",)

LETTERS = "i i1 i2 i3 j k1 k2 k3 m n p1 p2 p3 s1 s2 s3 t"

CLAIMS = {
    "three layers are one": Texts(
        "third[o, j]",
        "sum(w3[o, d, i3]*w2[d, e, i2]*w1[e, c, i1]*x[c, s1*s2*s3*j + s1*s2*i3 + s1*i2 + i1 - p1 - s1*p2 - s1*s2*p3] "
        "for d in range(D) for e in range(B) for c in range(C) for i3 in range(k3) for i2 in range(k2) "
        "for i1 in range(k1))",
        "",
        {
            "first[e, m]": "sum(w1[e, c, i]*x[c, s1*m + i - p1] for c in range(C) for i in range(k1))",
            "second[d, m]": "sum(w2[d, e, i]*first[e, s2*m + i - p2] for e in range(B) for i in range(k2))",
            "third[o, j]": "sum(w3[o, d, i]*second[d, s3*j + i - p3] for d in range(D) for i in range(k3))",
        },
        LETTERS,
        "The stride of three layers is $s_1 s_2 s_3$, their padding $p_1 + s_1 p_2 + s_1 s_2 p_3$, and the taps of the "
        "later kernels lie $s_1$ and $s_1 s_2$ places apart.",
    ),
    "kernels join associatively": Texts(
        "left[t]",
        "right[t]",
        "1 <= s1; 1 <= s2",
        {
            "front[t]": "sum([t == i1 + s1*i2]*w1[i1]*w2[i2] for i1 in range(k1) for i2 in range(k2))",
            "left[t]": "sum([t == n + s1*s2*i3]*front[n]*w3[i3] for n in range(k1 + (k2 - 1)*s1) for i3 in range(k3))",
            "back[t]": "sum([t == i2 + s2*i3]*w2[i2]*w3[i3] for i2 in range(k2) for i3 in range(k3))",
            "right[t]": "sum([t == i1 + s1*n]*w1[i1]*back[n] for i1 in range(k1) for n in range(k2 + (k3 - 1)*s2))",
        },
        LETTERS,
        "Joining the first two kernels and then the third gives the same taps as joining the last two first.",
    ),
}

FALSE = {
    "the last kernel is dilated by both strides": Texts(
        "left[t]",
        "right[t]",
        "1 <= s1; 1 <= s2; 1 <= k1; 1 <= k2; 1 <= k3",
        {
            "front[t]": "sum([t == i1 + s1*i2]*w1[i1]*w2[i2] for i1 in range(k1) for i2 in range(k2))",
            "left[t]": "sum([t == n + s2*i3]*front[n]*w3[i3] for n in range(k1 + (k2 - 1)*s1) for i3 in range(k3))",
            "back[t]": "sum([t == i2 + s2*i3]*w2[i2]*w3[i3] for i2 in range(k2) for i3 in range(k3))",
            "right[t]": "sum([t == i1 + s1*n]*w1[i1]*back[n] for i1 in range(k1) for n in range(k2 + (k3 - 1)*s2))",
        },
        LETTERS,
    ),
}
