"""The products of the rows, and of the columns, of a layer's matrix: what orthogonality is read off from."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The Gram matrix of a strided layer"
LINE = "the products of the rows of a strided layer are correlations of its kernels at multiples of the stride"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("subsampling", "equivariance")

ROW = {"row(w)[o, j, c, t]": "sum([t == s*j + dl*i - p]*w[o, c, i] for i in range(k))"}
GRAM = {
    "gram[o, q, j, l]": "sum([s*j + dl*i == s*l + dl*r]*w[o, c, i]*w[q, c, r] "
    "for c in range(C) for i in range(k) for r in range(k))"
}
COLUMNS = {
    "columns[c, d, t, m]": "sum([0 == (t + p - dl*i) % s]*[t - dl*i == m - dl*r]*w[o, c, i]*w[o, d, r] "
    "for o in range(O) for i in range(k) for r in range(k))"
}
FIRST = "n + (t + p - dl*(k - 1))//s"
LETTERS = "i r j l k s dl p t m n"

CLAIMS = {
    "products of rows": Texts(
        "sum(row(w)[o, j, c, t + s*j - p]*row(w)[q, l, c, t + s*j - p] "
        "for c in range(C) for t in range(dl*(k - 1) + 1))",
        "gram[o, q, j, l]",
        "0 <= dl",
        {**ROW, **GRAM},
        LETTERS,
        "The product of two rows, over the places that the first of them reads, is a sum over pairs of taps that meet.",
    ),
    "they depend on the distance alone": Texts(
        "gram[o, q, j + m, l + m]",
        "gram[o, q, j, l]",
        where=GRAM,
        letters=LETTERS,
        words="So the matrix of all products is a layer of stride 1 from output channels to output channels.",
    ),
    "rows and their order": Texts(
        "gram[q, o, l, j]",
        "gram[o, q, j, l]",
        where=GRAM,
        letters=LETTERS,
        words="The matrix is symmetric: the equations for $v$ and $-v$ are the same.",
    ),
    "products of columns": Texts(
        f"sum(row(w)[o, {FIRST}, c, t]*row(w)[o, {FIRST}, d, m] for o in range(O) for n in range(dl*(k - 1)//s + 2))",
        "columns[c, d, t, m]",
        "1 <= s; 0 <= dl",
        {**ROW, **COLUMNS},
        LETTERS,
        "The product of two columns, over the outputs that read place $t$, counts pairs of taps of one output.",
    ),
    "columns repeat with the stride": Texts(
        "columns[c, d, t + s*n, m + s*n]",
        "columns[c, d, t, m]",
        "1 <= s",
        COLUMNS,
        LETTERS,
        "So the products of columns are a layer of stride 1 on phases.",
    ),
}

FALSE = {
    "a stride takes only multiples of itself": Texts(
        "gram[o, q, j, l]",
        "sum([j + dl*i == l + dl*r]*w[o, c, i]*w[q, c, r] for c in range(C) for i in range(k) for r in range(k))",
        "1 <= s; 1 <= dl",
        GRAM,
        LETTERS,
    ),
    "the order of the channels matters": Texts(
        "gram[q, o, j, l]", "gram[o, q, j, l]", "1 <= s; 1 <= dl", GRAM, LETTERS
    ),
}
