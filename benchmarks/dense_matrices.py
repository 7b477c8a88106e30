"""Proving a layer against comparing two dense SymPy matrices, which settles one input size and one channel only.

Left is the strided layer's matrix, right that of the unit-stride bank times that of the phases; each is made entry
by entry from its formula.  Equal products mean equal layers at that size.

Both sides are timed in one fresh interpreter after the other: the proof first, then the matrices, with the garbage
collector on and nothing left over for it.  Each interpreter has proved another layer and compared smaller matrices
before, and has not met this layer, so that neither side remembers an answer.  What counts is the least time of each
side: what else the machine does can only add to a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import sympy

from benchmarks.clock import rounds, timed_in_one_process
from benchmarks.record import Figure
from symstride.algebra.bank import expand
from symstride.layers.layer import Conv

ROUNDS = 4
N = 64
M = N // 2
LAYER = Conv(1, 1, kernel=(3, 3), stride=2, padding=((0, 1), (0, 1)))
_PREPARE = """
import symstride
from benchmarks.dense_matrices import same
from benchmarks.matrices import dense, holds
other = symstride.Conv(2, 2, kernel=(5, 5), stride=3, padding=1)
symstride.prove(other, input_size=32)
if not holds(other, 9, dense):
    raise SystemExit("the matrices differ: nothing was measured")
layer = symstride.Conv(1, 1, kernel=(3, 3), stride=2, padding=((0, 1), (0, 1)))
"""
_COMPARE = """
if not same():
    raise SystemExit("the two matrices differ: nothing was measured")
"""


def figures(quick: bool = False) -> Iterator[Figure]:
    """The proof of a layer once the general theorem stands, and one comparison for the same layer."""
    actions = (f"symstride.prove(layer, input_size={N})", _COMPARE)
    runs = [timed_in_one_process(_PREPARE, actions) for _ in range(rounds(ROUNDS, quick))]
    proved, compared = (min(taken) for taken in zip(*runs, strict=True))
    what = f"one layer (2-D, k = 3, s = 2, N = {N}), proved"
    yield Figure(what, proved, "two dense SymPy matrices built and compared", compared, 1000, "faster")


def same() -> bool:
    """Whether the two sides are equal, entry for entry."""
    return bool(strided_matrix() == bank_matrix() * phase_matrix())


def strided_matrix() -> sympy.Matrix:
    """``A[j, t]`` is the weight with which output ``j`` reads place ``t``: tap ``t - 2*j``, when there is one."""
    w = _weights()

    def entry(row: int, column: int) -> sympy.Expr:
        (j1, j2), (t1, t2) = divmod(row, M), divmod(column, N)
        return w.get((t1 - 2 * j1, t2 - 2 * j2), sympy.S.Zero)

    return sympy.Matrix(M**2, N**2, [entry(row, column) for row in range(M**2) for column in range(N**2)])


def bank_matrix() -> sympy.Matrix:
    """``B[m, (rho, cell)]`` is the weight with which output ``m`` reads that cell of phase ``rho``."""
    w, table = _weights(), expand(LAYER).table[0].reshape(2, 2, 2, 2).tolist()  # rho1, rho2, u1, u2

    def entry(row: int, column: int) -> sympy.Expr:
        phase, cell = divmod(column, M**2)
        (m1, m2), (rho1, rho2), (cell1, cell2) = divmod(row, M), divmod(phase, 2), divmod(cell, M)
        u1, u2 = cell1 - m1, cell2 - m2
        tap = table[rho1][rho2][u1][u2] if 0 <= u1 < 2 and 0 <= u2 < 2 else -1
        return w[divmod(tap, 3)] if tap >= 0 else sympy.S.Zero

    return sympy.Matrix(M**2, N**2, [entry(row, column) for row in range(M**2) for column in range(N**2)])


def phase_matrix() -> sympy.Matrix:
    """``P[(rho, cell), t]`` is 1 when place ``t`` is that cell of phase ``rho``."""

    def place(row: int) -> int:
        phase, cell = divmod(row, M**2)
        (rho1, rho2), (cell1, cell2) = divmod(phase, 2), divmod(cell, M)
        return (2 * cell1 + rho1) * N + 2 * cell2 + rho2

    one, zero, places = sympy.S.One, sympy.S.Zero, [place(row) for row in range(N**2)]
    return sympy.Matrix(N**2, N**2, [one if t == places[row] else zero for row in range(N**2) for t in range(N**2)])


def _weights() -> dict[tuple[int, int], sympy.Symbol]:
    return {(i1, i2): sympy.Symbol(f"w{i1}{i2}") for i1, i2 in product(range(3), repeat=2)}
