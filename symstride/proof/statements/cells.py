"""How many outputs a layer has, for every number of cells at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import sympy

from symstride.proof.statements.axis import OUTPUTS, TRANSPOSED_OUTPUTS
from symstride.proof.statements.sizes import letters_of, size_statement

if TYPE_CHECKING:
    from symstride.layers.axis import Axis, Integer
    from symstride.proof.subject import Statement


def sizes_in_cells(
    axes: Sequence[Axis], phases: Sequence[Integer], cells: Sequence[sympy.Symbol], transposed: bool
) -> Iterator[tuple[str, Statement]]:
    """a*n places for an input of S*n, or S*n for one of a*n where the layer is transposed; S is a times the stride."""
    for number, (axis, a, n) in enumerate(zip(axes, phases, cells, strict=True)):
        many = axis.stride * a * n
        sizes = (TRANSPOSED_OUTPUTS, a * n, many) if transposed else (OUTPUTS, many, a * n)
        formula, size, outputs = sizes
        yield f"axis {number + 1}, outputs", size_statement(formula, letters_of(axis) | {"N": size}, outputs)
