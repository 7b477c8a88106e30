"""What einconv and symstride each build before anything is computed: an einsum expression, and a filter bank.

einconv writes the strided convolution of one input size as an einsum with an index pattern for each axis, and
simplifies it.  The pattern has an entry for every tap, output and input place.  Symstride's bank is a table of which
weight stands where and needs no input size.  The two are answers to different questions: einconv's expression
computes the layer, the bank says how a layer without stride computes the same.

PyTorch runs with one thread: its tensors here are small, and on a busy machine its threads wait for each other, which
made einconv look a hundred times slower than it is.

Source: Dangel, Convolutions and More as Einsum, https://arxiv.org/abs/2307.02275.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.clock import rounds, timed_in_one_process
from benchmarks.record import Figure, Missing
from benchmarks.tools import installed, missing
from symstride.algebra.bank import expand
from symstride.layers.layer import Conv

TOPIC = "einconv"
ROUNDS = 2
TURNS = 7
"""How often each interpreter builds all of them, in turn."""
SIZES = (64, 512)
LAYER = Conv(1, 1, kernel=(3, 3), stride=2, padding=1)
WHAT = "the bank of one layer (2-D, k = 3, s = 2), expanded and its table filled"
_PREPARE = f"""
import torch
from benchmarks.einconv_build import bank, expression
torch.set_num_threads(1)
builds = [bank, *map(expression, {SIZES})]
"""
_ACTIONS = tuple(f"builds[{number}]()" for number in range(1 + len(SIZES)))


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """The bank for every input size, against the expression for one size and one image; the least times."""
    absent = [tool for tool in ("torch", "einops", "einconv") if not installed(tool)]
    if absent:
        yield from missing(f"{WHAT}, against einconv", *absent)
        return
    runs = [timed_in_one_process(_PREPARE, _ACTIONS * TURNS) for _ in range(rounds(ROUNDS, quick))]
    count = len(_ACTIONS)
    ours, *theirs = (min(min(run[number::count]) for run in runs) for number in range(count))
    for size, build in zip(SIZES, theirs, strict=True):
        yield Figure(WHAT, ours, f"einconv builds its expression, N = {size}", build, topic=TOPIC)


def bank() -> Any:
    """The table of a bank that nobody has asked for before."""
    return expand(LAYER).table


def expression(size: int) -> Callable[[], object]:
    """What builds einconv's expression of the layer for one image of this size; it has done so once, as a check."""
    import torch
    from einconv.expressions import convNd_forward

    x, w = torch.zeros(1, 1, size, size), torch.zeros(1, 1, 3, 3)

    def build() -> Any:
        return convNd_forward.einsum_expression(x, w, stride=2, padding=1)

    if build()[2] != (1, 1, *LAYER.output_size((size, size))):
        raise AssertionError(f"einconv has built another layer, with outputs {build()[2]}: nothing was measured")
    return build
