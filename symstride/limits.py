"""How much one request may take.  What would take more is refused before anything is made, with the figure.

Nine well-known models, images of 1,000 x 1,000 places, kernels of a few hundred taps, strides up to 32 and dilations up
to 24 on two axes stay far below every limit.  ``docs/guide.md`` lists them for users.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from typing import Final

from symstride.errors import NotSupported

MAX_LISTED: Final = 10_000_000
"""Places, phases, taps or channels that are listed one by one."""

MAX_PHASES: Final = 1_000_000
"""Phases of one value in one cell of a grid."""

MAX_GHOSTS: Final = 1_000_000
"""Ghosts of all values of a network together: places that last cells have too many."""

MAX_PIECES: Final = 5_000
"""Nodes that take the place of one node."""

MAX_NODES: Final = 100_000
"""Nodes of a rewritten network."""

MAX_COUNTED: Final = 2_000_000
"""Windows of an average pool along its axes: of each it is counted how many places it divides by."""

MAX_REGIONS: Final = 1_000
"""Regions of ghosts of one value that are told apart."""

MAX_RESULT: Final = 2_000_000_000
"""Bytes of an array that is asked for, and of all weights of a network together; ``max_bytes`` where it can be said."""

MAX_COMPUTED: Final = 500_000_000
"""Bytes of what is computed along the way: one value of a network, all constants of a model together."""

MAX_READ: Final = 8_000_000_000
"""Bytes of a model's file, and of all the weights that it points to."""

MAX_RANK: Final = 32
"""Axes of a value or a constant; NumPy has no more in all its versions."""

MAX_VALUES: Final = 50_000_000
"""Numbers that the layers of a comparison hold: inputs, weights and outputs, before and after."""

MAX_PRODUCTS: Final = 100_000_000_000
"""Products of two numbers that a comparison, or an evaluation, takes for one layer."""

MAX_COMPARED: Final = 5_000_000_000
"""Products of two numbers for one sample of a model that is run and compared with what was read from it."""

MAX_SAMPLED: Final = 300_000_000
"""Numbers of all values of a model in all samples together, where it is run and compared with what was read."""

MAX_STATE: Final = 1_000_000
"""Objects that the code of a module can reach, where it is looked for what changes from call to call."""

MAX_EXACT: Final = 500_000
"""The same two where numbers are Fractions or expressions, which are slow."""


def check(asked: str, figure: int, limit: int, what: str, hint: str = "take smaller numbers") -> None:
    """Refuse more than ``limit`` of something: ``check("plan", 9_000_000, MAX_PHASES, "phases")``."""
    if figure > limit:
        raise NotSupported(asked, f"at most {limit:,} {what}", _written(figure), hint)


def check_product(asked: str, sizes: Iterable[int], limit: int, what: str, hint: str = "take smaller numbers") -> None:
    """The same for a product, whose factors are named too: ``9,000,000 (3,000 x 3,000)``."""
    factors = [int(n) for n in sizes]
    if prod(factors) > limit:
        listed = " x ".join(map(_written, factors))
        got = _written(prod(factors)) + (f" ({listed})" if len(factors) > 1 else "")
        raise NotSupported(asked, f"at most {limit:,} {what}", got[:200], hint)


def check_bytes(asked: str, shape: Iterable[int], itemsize: int, limit: int = MAX_RESULT) -> None:
    """Refuse an array of more than ``limit`` bytes."""
    sizes = tuple(int(n) for n in shape)
    total = prod(sizes) * itemsize
    if total > limit:
        got = f"{_written(total)}: shape {' x '.join(map(_written, sizes))} at {itemsize} bytes each"
        hint = "take fewer phases or a smaller layer, or go on without arrays: sizes and proofs need none"
        raise NotSupported(asked, f"an array of at most {limit:,} bytes", got[:200], hint)


def _written(figure: int) -> str:
    """All digits, or how many there are of them: Python refuses to write very large numbers."""
    bits = figure.bit_length()
    return f"{figure:,}" if bits < 200 else f"about 2**{bits}"
