"""Texts of the notation and beside it, written by hand: each has something that a reader could take otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from second_reader import GIVEN, About, around

# fmt: off
SHORT = (
    "x[(i)]", "x[(i, j)]", "x[()]", "x[i,]", "x[(i,)]", "x[((i, j))]", "[i == j,]", "[(i == j)]", "[]",
    "[i == j, i == k]", "sum((x[q] for q in range(3)))", "sum(x[q] for q in range(3),)",
    "sum((x[q] for q in range(3)),)", "sum(x[q] for (q) in range(3))", "sum(x[q] for ((q)) in range(3))",
    "sum(x[q] for q, in range(3))", "sum(x[q] for q in range(3,))", "sum(x[q] for q in (range(3)))",
    "(sum)(x[q] for q in range(3))", "sum(x[q] for q in range(1, 3) if (q == 1) if q == 2)", "f((x[0]))", "f(x[0],)",
    "f()", "f((x[0],))", "(f)(x[0])", "x[0]if i==j else x[1]", "x[0] if i==j else x[1] if i<j else x[2]", "x[-i**2]",
    "x[2**-1]", "x[2**(2)]", "x[i**2**0]", "x[-(-3)]", "x[- - 3]", "x[-0]", "x[+3]", "x[00]", "x[007]", "x[1_0]",
    "x[0x1]", "x[1 ]", "x[ 1]", "x [1]", "[i<j<k]", "[not i<j]", "[not not i<j]", "[i<j and not k==j or i==i]",
    "[i!=j!=k]", "[i in j]", "[i not in j]", "[i is j]", "[i<>j]", "[i=<j]", "[i==-j]", "[i=j]", "x[i//2%3]",
    "x[i<<2]", "x[i>>2]", "x[i/2]", "x[~i]", "x[i]**2", "x[i]**17", "x[i]**16", "(x[i])**0", "1**2", "x[i]x[j]",
    "x[i] y", "not x[i]", "lambda", "None", "True", "x[True]", "yield", "(yield)", "await x", "x[await]",
    "sum(x[q] async for q in range(3))", "E(D)[0]", "E(D)[i]", "E(E(D))[0]", "E(x)[0]", "E[0]", "E(x)", "D", "D[0]",
    "D()", "D()[0]", "F", "F()", "F[0]", "F[()]", "E(z=x)[0]", "E(*x)[0]", "E(x,)[0]", "E((x))[0]", "(E)(x)[0]",
    "(E(x))[0]", "(D)[0]", "((D))[i, ]", "x[*i]", "*x", "x,", "x, y", "(x, y)", "()", "( )",
    "[x[0] for q in range(3)]", "sum([x[q] for q in range(3)])", "sum(sum(x[q] for r in range(q)) for q in range(3))",
    "sum(x[q] for q in range(r) for r in range(3))", "sum(x[q] for q in range(3) if r == 0 for r in range(3))",
    "range(3)", "x[range(3)]", "sum", "x[sum]", "sum(x[range] for range in range(3))", "hole_", "x[hole_]", "_x",
    "__x", "x_", "x[x]", "x[n]*n", "c", "c*c", "2*c", "0*c + 1", "x[9007199254740991]", "x[9007199254740992]",
    "9007199254740992", "x[9007199254740993]", "x[i % (-3)]", "x[i % 0]", "x[i // k]", "x[i // (k*k + 1)]",
    "x[i//(2*3)]", "sum(x[q//(q + 1)] for q in range(3))", "sum(x[1//q] for q in range(3))",
    "sum(x[1//q] for q in range(3) if q)", "sum(x[1//q] for q in range(3) if q != 0)",
    "sum(x[1//q] for q in range(3) if q == 2)", "sum(x[1//q] for q in range(3) if 0 != q)",
    "(x[1//k] if k != 0 else x[0])", "(x[1//k] if k > 0 else x[0])", "(x[0] if k <= 0 else x[1//k])",
    "(x[0] if k <= 0 or i//k == 2 else x[1//k])", "[k > 0 and i//k == 1]", "[i//k == 1 and k > 0]", "[0 < k < i//k]",
    " c", "c ", "c  + c", "c\n", "c;c", "c#", "c\t", "", "c+", "+c", "c**", "x[", "x]", "x[0", "i", "k",
    "x[1if i==j else 2]", "1if i==j else 2", "c*2 if i==j else c", "x[0],", "x[0]=x[1]", "c==c", "x[2**0]",
    "x[2**16]", "x[2**17]", "x[i**k]", "f(f)", "f(c)+f(c)", "f(c)+f[0]", "x[0]+x[0, 1]", "E(y)[0] + y[0, 0]", "g(x)",
    "print(c)", "print", "sum(c)", "sum(c, c)", "sum()", "sum(c for q in range())", "sum(c for q in range(1, 2, 3))",
    "sum(c for q in 3)", "sum(c for q in range)", "sum(c for q in range(*i))", "sum(c for i in range(3))",
    "sum(c for i in range(3)) + x[i]", "sum(x[i, i] for i in range(k))", "sum(c for D in range(3))",
    "sum(c for x in range(3))", "1(c)", "x[0](c)", "x[0][0]", "(x + y)[0]", "f(c)[0]", "[i==j][0]",
    "c if [i==j] else c", "c if c else c", "c if (i == j) else c", "c if (i if i==j else j) == 0 else c",
    "x[i if i==j else j]", "x[c]", "x[x[0]]", "x[[i==j]]", "c-c", "-c", "c/c", "c%c", "c//c", "c<c", "not c",
    "c and c",
)
# fmt: on
"""Brackets, commas, targets, signs, numbers, chains, definitions, divisors, names, and what a semiring has not."""

LONG = (
    *("(" * n + "x[0]" + ")" * n for n in (99, 100, 101, 300)),
    *("x[" + "(" * n + "0" + ")" * n + "]" for n in (99, 100)),
    *("x[" + "-" * n + "0]" for n in (56, 57, 58, 59, 1000)),
    *("[" + "not " * n + "0 == 0]" for n in (55, 56, 57, 58)),
    *("+".join(["c"] * n) for n in (57, 58, 59, 60, 1000)),
    *("x[0] if 0 == 0 else " * n + "c" for n in (55, 56, 57, 58)),
    *("*".join(["2"] * n) for n in (58, 59)),
    "a" * 64,
    "a" * 65,
    " + ".join(["x[i]*x[k]"] * 400),
    "[" + " or ".join(["i == k"] * 7) + "]",
    "[" + " or ".join(["i == k + 1"] * 6) + "]",
    "[" + " and ".join(["i == k + 1 or i == 2"] * 5) + "]",
)
"""At the limits: brackets, height, names, characters, cases of a condition."""

SUBJECTS = (
    {"where": [["D[t]", "x[t]"], ["D[i]", "x[i]"]]},
    {"where": [["D[t]", "E[t]"], ["E[t]", "x[t]"]]},
    {"where": [["D[t]", "D[t]"]]},
    {"where": [["D(x)[t]", "c"]]},
    {"where": [["D(x, x)[t]", "x[t]"]]},
    {"where": [["D()[t]", "x[t]"]]},
    {"where": [["D[t, t]", "x[t]"]]},
    {"where": [["D[()]", "x[0]"]]},
    {"where": [["D[t + 1]", "x[t]"]]},
    {"where": [["D[D]", "x[0]"]]},
    {"where": [["D(D)[t]", "x[t]"]]},
    {"where": [["sum[t]", "x[t]"]]},
    {"where": [["(D)[(t)]", "x[t]"]]},
    {"where": [["D[t][u]", "x[t]"]]},
    {"where": [["D[t]", "sum(x[t + q] for q in range(n))"]]},
    {"where": [["D[t]", "x[t + q]"]], "identity": ["sum(D[q] for q in range(2))", "0"]},
    {"where": [["D[t]", "x[t + q]"]], "identity": ["sum(D[u] for u in range(2)) + x[q]", "0"]},
    {"where": [["E[t]", "x[t]"], ["D(x)[t]", "E[t] + x[t]"]]},
    {"where": [["E[t]", "x[t]"], ["D(z)[t]", "E[t] + z[t]"]], "identity": ["D(x)[0]", "D(E)[i]"]},
    {"where": [["E[t]", "z[t, i]"], ["D(y)[t]", "sum(y[t] for q in range(t))"]], "identity": ["D(E)[0]", "D(z)[0]"]},
    {"where": [["E[t, u]", "z[t, u]"], ["D(y)[t]", "y[t, t]"]], "identity": ["D(E)[0]", "D(z)[k]"]},
    {"where": [["D[k]", "x[i//k]"]], "given": ["1 <= k"]},
    {"where": [["D[t]", "x[t//k]"]], "given": ["1 <= k"], "identity": ["D[0]", "D[i]"]},
    {"where": [["D[i, k]", "x[i + k]"]], "identity": ["D[0, 1]", "D[i, 1]"]},
    {"where": [["D[i, k]", "sum(x[q] for q in range(i))"]], "identity": ["D[i, k]", "D[k, i]"]},
    {"where": [["G(w, x)[o, i]", "sum(w[o, k]*x[i + k] for k in range(n))"]], "identity": ["G(v, x)[0, i]", "0"]},
    {"identity": ["sum(x[k] for k in range(n))", "sum(x[n - 1 - k] for k in range(n))"]},
    {"identity": ["sum(x[q] for q in range(i))", "0"]},
    {"identity": ["sum(x[q, k] for q in range(i) for k in range(q))", "0"]},
    {"identity": ["i1*x[i]", "x[k]"]},
    {"identity": ["x[i1]", "x[k]"]},
    {"identity": ["x[i3]", "x[k]"]},
    {"identity": ["y[i1, 0]", "y[k]"]},
    {"identity": ["sum(sum(x[q] for q in range(2))*x[q] for q in range(3))", "0"]},
    {"where": [["D[t]", "x[t + q]"], ["E[q]", "D[q]"]], "identity": ["E[0]", "0"]},
    {"where": [["D(z, y)[t]", "y[t]*z[t]"]], "identity": ["D(x, w)[0]", "0"]},
    {"letters": ["i", "i1"], "identity": ["x[i, i1]", "0"]},
    {"letters": ["i", "i"]},
    {"letters": ["for"], "identity": ["x[0]", "0"]},
    {"letters": ["sum"]},
    {"letters": ["x"]},
    {"letters": ["_i"]},
    {"letters": [""]},
    {"letters": []},
    {"axes": 0},
    {"axes": 9},
    {"axes": 10},
    {"axes": True},
    {"axes": "1"},
    {"axes": None},
    {"given": ["0 <= i", "0 <= i", "i >= 0"]},
    {"given": ["i // k == 2", "1 <= k"]},
    {"given": ["i // k == 2", "k == i % 3 + 1"]},
    {"given": ["i // (i // k) == 2", "1 <= k"]},
    {"given": ["i // k == 2", "1 <= i // k"], "identity": ["x[2 // (i // k)]", "0"]},
    {"given": ["x[0] == x[1]; c == 1"]},
    {"given": ["x[0] == x[1] == c"]},
    {"given": ["x[0] <= x[1]"]},
    {"given": ["x == 1"]},
    {"given": ["i == 1 or k == 1"]},
    {"given": ["not i == 1"]},
    {"given": ["i"]},
    {"given": ["(i == 1 and 2 <= k) and i < k"]},
    {"given": ["D[0] == D[1]"]},
    {"given": [""]},
    {"given": ["i == 1"] * 65},
    {"given": ["c == k"]},
    {"identity": ["x[0]"]},
    {"identity": ["x[0]", 0]},
    {"identity": "x[0]"},
    {"identity": ["x[0]", "x[0]", "x[0]"]},
    {"where": ["D[t]"]},
    {"where": [["D[t]", "x[t]", "x[t]"]]},
    {"where": [[f"D{n}", "c"] for n in range(65)]},
    {"where": [[f"D{n}", "c"] for n in range(64)]},
    {"more": []},
)
"""What is changed in a subject whose left side is x[i]."""


def cases() -> Iterator[About]:
    """Every text with some hypotheses, more of them where there are divisors; on one axis and on two."""
    for text in SHORT:
        yield from (around(text), around(text, axes=2))
        for given in GIVEN if {"/", "%"}.intersection(text) else GIVEN[:5:4]:
            yield around(text, (given,))
    yield from (around(text) for text in LONG)
    for changes in SUBJECTS:
        for axes in (1, 2, 3):
            yield {**around("x[i]", axes=axes), **changes}
    about = around("x[i]")
    del about["given"]
    yield about
