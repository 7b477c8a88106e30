"""The closed form of one entry of the filter bank, in SymPy: right for all integers, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sympy

from symstride.algebra.sizes import AxisBank
from symstride.layers.integer import Integer
from symstride.layers.letters import beside


@dataclass(frozen=True)
class EntryIndices:
    """The symbols of ``bank.entry``: ``W~[tau, o, rho, c, u]`` in terms of the weights ``w[o, c, i]``.

    ``tau``, ``rho`` and ``u`` have one symbol per axis; ``c`` counts inside the group of ``o``.
    """

    tau: tuple[sympy.Symbol, ...]
    o: sympy.Symbol
    rho: tuple[sympy.Symbol, ...]
    c: sympy.Symbol
    u: tuple[sympy.Symbol, ...]
    w: sympy.IndexedBase
    bank: str
    """The letter of the bank itself."""


def entry_indices(ndim: int, taken: Iterable[str] = ()) -> EntryIndices:
    """The index symbols for ``ndim`` axes, in other letters than the names in ``taken``: nothing is captured."""
    tau, o, rho, c, u, w, bank = beside(("tau", "o", "rho", "c", "u", "w", "W"), taken).values()
    return EntryIndices(
        numbered(tau, ndim), integer_symbol(o), numbered(rho, ndim), integer_symbol(c), numbered(u, ndim),
        sympy.IndexedBase(w), bank,
    )  # fmt: skip


def integer_symbol(name: str) -> sympy.Symbol:
    """An index: a symbol that SymPy knows to be an integer, and nothing else."""
    return sympy.Symbol(name, integer=True)


def numbered(name: str, ndim: int) -> tuple[sympy.Symbol, ...]:
    """One index per axis: ``u`` alone, or ``u1, u2, ...``."""
    return tuple(integer_symbol(f"{name}{axis + 1}" if ndim > 1 else name) for axis in range(ndim))


def bank_entry(axes: Sequence[AxisBank], indices: EntryIndices) -> sympy.Expr:
    """``W~[tau, o, rho, c, u]`` as one Piecewise: the weight that stands there, or 0.

    Per axis the tap is ``n/dilation`` for ``n`` of ``places``; it exists when ``dilation`` divides
    ``n`` and ``0 <= n <= dilation*(kernel - 1)``.  Written with these conditions and not as a Sum of deltas: SymPy
    reads a Sum over an empty range by Karr's convention, where it need not be 0.
    """
    placed = [tap_at(n, axis.axis.kernel, axis.axis.dilation) for axis, n in zip(axes, places(axes, indices))]
    weight = indices.w[(indices.o, indices.c, *(tap for tap, _ in placed))]
    return sympy.Piecewise((weight, sympy.And(*(condition for _, condition in placed))), (0, True))


def places(axes: Sequence[AxisBank], indices: EntryIndices) -> list[sympy.Expr]:
    """Per axis ``n = S*u + rho + shift - stride*tau``: how far from the kernel's first tap the entry reads."""
    out = []
    for axis, tau, rho, u in zip(axes, indices.tau, indices.rho, indices.u, strict=True):
        first = 0 if axis.a == 1 else tau  # the only output phase, the only input phase: print 0 for it
        phase = 0 if axis.S == 1 else rho
        out.append(axis.S * u + phase + axis.shift - axis.axis.stride * first)
    return out


def tap_at(n: sympy.Expr, kernel: Integer, dilation: Integer) -> tuple[sympy.Expr, sympy.Basic]:
    """The tap ``i`` with ``dilation*i = n``, and the condition for it to exist with ``0 <= i < kernel``.

    Where the condition fails the first value means nothing: it is guarded by a Piecewise.
    """
    inside = sympy.And(sympy.Ge(n, 0), sympy.Le(n, dilation * (kernel - 1)))
    if dilation == 1:
        return n, inside
    return sympy.floor(n / sympy.sympify(dilation)), sympy.And(sympy.Eq(sympy.Mod(n, dilation), 0), inside)
