"""Striding is subsampling of the convolution tensor, whose entry [o, j, c, t] is what x[c, t] counts in y[o, j]."""

from __future__ import annotations

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import PARAMETERS, conv, extend, names, per_axis
from symstride.proof.language.operators import toeplitz
from symstride.proof.language.syntax import (
    Integer,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    mapping,
    product,
    tensor,
    totals,
    use,
)
from symstride.proof.statements.catalogue import Claims

TITLE = "Striding is subsampling of the convolution tensor"
LINE = "striding is subsampling of the unit-stride convolution tensor"
SOURCES = ("kong2017stride",)
WORDS = {
    "striding subsamples the tensor": "The tensor of a strided convolution is the subsampling operator applied to "
    "the unit-stride tensor.",
    "the tensor is the layer": "The convolution tensor applied to an array is the convolution of the "
    "array's zero extension.",
}


def tensor_entry(d: int, stride: Integer | None, j: list[Term]) -> Term:
    """toeplitz(w; k, s, dl, p)[o, j, c, t], with the stride given or the letters s."""
    strides = list(names(d, "s")) if stride is None else [stride] * d
    return use(toeplitz(d), tensor("w", d + 2), *names(d, "k"), *strides, *per_axis(d, "dl", "p"), "o", *j, "c",
               *names(d, "t"))  # fmt: skip


def subsampled(d: int) -> Term:
    """sum_{0<=l<M} [l = s*j] * (entry of the unit-stride tensor at output l), axis by axis."""
    lines = names(d, "l")
    body = tensor_entry(d, 1, [integer(x) for x in lines])
    for n in reversed(range(d)):
        selected = bracket(equal(lines[n], f"{names(d, 's')[n]}*{names(d, 'j')[n]}"))
        body = totals([(lines[n], 0, names(d, "M")[n])], product(selected, body))
    return body


def applied_tensor(d: int) -> Term:
    """sum_c sum_{0<=t<N} toeplitz[o, j, c, t] * x[c, t]."""
    t = names(d, "t")
    ranges = [("c", 0, "C"), *((t[n], 0, names(d, "N")[n]) for n in range(d))]
    return totals(ranges, product(tensor_entry(d, None, [integer(j) for j in names(d, "j")]), entry("x", "c", *t)))


def extended_conv(d: int) -> Term:
    """conv(w, extend(x; N); C, k, s, dl, p)[o, j]."""
    t = names(d, "t")
    signal = mapping(["c", *t], use(extend(d), tensor("x", d + 1), *names(d, "N"), "c", *t))
    return use(conv(d), tensor("w", d + 2), signal, "C", *per_axis(d, *PARAMETERS), "o", *names(d, "j"))


def claims(d: int) -> Claims:
    """For d axes."""
    rows = [f"{s}*{j}" for s, j in zip(names(d, "s"), names(d, "j"))]
    hyps = [f for row, M in zip(rows, names(d, "M")) for f in (at_most(0, row), below(row, M))]
    j = [integer(x) for x in names(d, "j")]
    return {
        "striding subsamples the tensor": (hyps, equal(tensor_entry(d, None, j), subsampled(d))),
        "the tensor is the layer": ([], equal(applied_tensor(d), extended_conv(d))),
    }
