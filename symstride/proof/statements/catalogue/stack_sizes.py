"""Sizes through a stack of layers: floors of floors are one floor."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The size of a stack"
LINE = "the output size of a stack of strided layers is one floor, whatever the sizes between the layers"
SOURCES = ("graham1994concrete", "dumoulin2016guide")
FOLLOWS = ("composition",)

SIZES = "N D1 D2 D3 s1 s2 s3 k1 k2"

CLAIMS = {
    "two layers": Texts(
        "f[((N - D1)//s1 + 1 - D2)//s2 + 1]",
        "f[(N - D1 + s1*(1 - D2))//(s1*s2) + 1]",
        "1 <= s1; 1 <= s2",
        letters=SIZES,
        words="A layer with $D = \\delta (k - 1) + 1 - p - p'$ makes $\\lfloor (N - D)/s \\rfloor + 1$ outputs of $N$ "
        "inputs.  For two of them one floor is enough.  The array $f$ stands for any use of the size: two numbers at "
        "which every array agrees are equal.",
    ),
    "three layers": Texts(
        "f[(((N - D1)//s1 + 1 - D2)//s2 + 1 - D3)//s3 + 1]",
        "f[(N - D1 + s1*(1 - D2) + s1*s2*(1 - D3))//(s1*s2*s3) + 1]",
        "1 <= s1; 1 <= s2; 1 <= s3",
        letters=SIZES,
        words="Each layer adds its $1 - D$, times the product of the strides in front of it.",
        steps=(("f[((N - D1)//s1 + 1 - D2 + s2*(1 - D3))//(s2*s3) + 1]", "the last two layers"),),
    ),
    "that of the joined layer": Texts(
        "f[((N - k1)//s1 + 1 - k2)//s2 + 1]",
        "f[(N - (k1 + s1*(k2 - 1)))//(s1*s2) + 1]",
        "1 <= s1; 1 <= s2",
        letters=SIZES,
        words="Two layers make as many outputs as the one layer that they are, whose kernel has $k_1 + s_1 (k_2 - 1)$ "
        "taps and whose stride is $s_1 s_2$.",
    ),
    "padding by the rule called same": Texts(
        "f[((N + s1 - 1)//s1 + s2 - 1)//s2]",
        "f[(N + s1*s2 - 1)//(s1*s2)]",
        "1 <= s1; 1 <= s2",
        letters=SIZES,
        words="Where each layer makes $\\lceil N/s \\rceil$ outputs, the stack makes $\\lceil N/(s_1 s_2) \\rceil$.",
    ),
    "halving": Texts(
        "f[((N//2)//2)//2]",
        "f[N//8]",
        letters=SIZES,
        words="Three halvings that round down are one division by 8 that rounds down.",
    ),
}

FALSE = {
    "the sizes between are not those of real numbers": Texts(
        "f[((N - D1)//s1 + 1 - D2)//s2 + 1]",
        "f[(N - D1 - D2)//(s1*s2) + 1]",
        "1 <= s1; 1 <= s2",
        letters=SIZES,
    ),
    "a floor and a ceiling are not one ceiling": Texts(
        "f[(N//s1 + s2 - 1)//s2]", "f[(N + s1*s2 - 1)//(s1*s2)]", "1 <= s1; 1 <= s2", letters=SIZES
    ),
}
