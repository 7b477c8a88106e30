"""What was read against what runs: a model and the network read from it, on numbers.

A reader may misunderstand a model, and what is proved of the network is then said of another model.  So the model is
run where it can be, and the network is evaluated by the definitions of its operators; the two share no code.

How far the outputs may lie apart is measured: the network is evaluated in single and in double precision.  The distance
of the two, in units of the single roundoff, is what rounding costs this network at this input.  Another order of
summation costs as much again, and some algorithms of convolution a small multiple (N. J. Higham, Accuracy and Stability
of Numerical Algorithms, SIAM 2002, chapters 3 and 23), for which 16 is allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import NotSupported, SymstrideError
from symstride.limits import MAX_COMPARED, MAX_SAMPLED
from symstride.network.evaluate import evaluate, work_of
from symstride.network.graph import Network
from symstride.network.operators.maps import PIXELWISE, POINTWISE
from symstride.network.operators.records import (
    ChannelGather,
    Channels,
    DepthToSpace,
    Input,
    Pixelwise,
    Pointwise,
    Reshape,
    Softmax,
    SpaceToDepth,
    Take,
    Transpose,
    Wrap,
)

Array: TypeAlias = NDArray[Any]
Run: TypeAlias = Callable[[Sequence[Array]], Sequence[Array]]
"""From one array for each input of the network, ``(batch, *shape)``, to one for each of its outputs, in their order.

Where it has a method ``inner``, that gives from the same arrays the values inside of the model, by the names of nodes.
"""

SEED: Final = 1712
OTHER_ALGORITHMS: Final = 16
SMALL: Final = 10_000_000
"""Products for one sample of a network that is tried on more samples than three."""

DRAWN: Final = 8
"""How many samples of random numbers a small network is tried on; a large one on one, and each on their opposites."""

MAX_LOCATED: Final = 50_000_000
"""Numbers of all values of a network of which it is looked for the first node that differs."""

MOVES: Final = (Reshape, Transpose, Take, Channels, ChannelGather, SpaceToDepth, DepthToSpace, Wrap)
"""What gives no new numbers."""


class CannotRun(Exception):
    """The model cannot be run here, and why, in a few words."""


def compared(network: Network, asked: str, run: Run) -> Network:
    """The network, which agrees with ``run`` at random numbers, at their opposites and at zeros.

    Where the model cannot be run, or would take too much time or memory, the network says so in ``unchecked``.

    Raises ``NotSupported`` where the two differ, with the output, the input, and the first node that differs, if known.
    """
    work = sum(prod(work_of(network, node)) for node in network.nodes if not isinstance(node.operator, Input))
    if work > MAX_COMPARED:
        return replace(network, unchecked=f"it takes {work:,} products, more than {MAX_COMPARED:,}")
    drawn = DRAWN if work < SMALL else 1
    numbers = (2 * drawn + 1) * sum(map(prod, network.shapes.values()))
    if numbers > MAX_SAMPLED:
        return replace(network, unchecked=f"it has {numbers:,} numbers on the samples, more than {MAX_SAMPLED:,}")
    feeds = _feeds(network, drawn)
    try:
        high, low = (_values(network, feeds, dtype) for dtype in (np.float64, np.float32))
        given = _given(network, run, feeds)
    except CannotRun as why:
        return replace(network, unchecked=str(why))
    except SymstrideError as why:  # too much to evaluate
        return replace(network, unchecked=f"{why.asked}: {why.expected}, and not {why.got}"[:200])
    for name in dict.fromkeys(network.outputs):
        whole = np.dtype(network.dtype).kind in "iu"
        allowed = Allowed(given[name].dtype.name if whole else network.dtype, _reach(network, name))
        for number, arrays in enumerate(zip(given[name], high[name], low[name], strict=True)):
            try:
                compare(f"{asked}: the network that was read", name, _words(number), arrays, allowed)
            except NotSupported as why:
                first = _first_apart(network, run, [feed[number : number + 1] for feed in feeds])
                raise NotSupported(why.asked, why.expected, f"{why.got}{first}"[:400], why.hint) from None
    return network


def _first_apart(network: Network, run: Run, feeds: Sequence[Array]) -> str:
    """The first node whose value the model does not give, in words; nothing where its values cannot be had."""
    inner = getattr(run, "inner", None)
    if inner is None or sum(map(prod, network.shapes.values())) > MAX_LOCATED:
        return ""
    try:
        given = inner([np.repeat(feed, network.batch or 1, axis=0) for feed in feeds])
        high, low = (_values(network, feeds, dtype, every=True) for dtype in (np.float64, np.float32))
    except (CannotRun, SymstrideError):
        return ""
    for node in network.nodes:
        if node.name not in given or isinstance(node.operator, Input):
            continue
        arrays = (given[node.name][:1], high[node.name], low[node.name])
        try:
            compare("", node.name, "", arrays, Allowed(network.dtype, _reach(network, node.name)))
        except NotSupported:
            return f"; the first node that differs is {node.title!r} ({type(node.operator).__name__})"
    return ""


def by_node(network: Network, given: Mapping[str, Array]) -> dict[str, Array]:
    """Values by the names of nodes, from values by what a live model calls its parts, its modules or layers.

    A part that became several nodes, ``conv`` and ``conv/activation``, gives the value of the last one.  Parts with a
    title that two nodes have, as those that are called twice, are left out.
    """
    titles = Counter(node.title for node in network.nodes)
    parts = {node.title.partition("/")[0]: node for node in network.nodes}
    repeated = {title.partition("/")[0] for title, count in titles.items() if count > 1}
    return {parts[name].name: value for name, value in given.items() if name in parts and name not in repeated}


@dataclass(frozen=True, slots=True)
class Allowed:
    """What rounding may cost: units of ``dtype`` of the numbers themselves, and of ``reach``.

    A bounded map, such as a sigmoid, is computed to within units of its bound: runtimes give 0 for 1e-9.
    """

    dtype: str
    reach: float


def _reach(network: Network, name: str) -> float:
    """The bound of the map that gives an output, through what only moves numbers; 0 where there is none."""
    node = network.node(name)
    while isinstance(node.operator, MOVES):
        node = network.node(node.inputs[0])
    operator = node.operator
    if isinstance(operator, Softmax):
        return 0.0 if operator.log else 1.0
    if not isinstance(operator, Pointwise | Pixelwise):
        return 0.0
    known = (POINTWISE if isinstance(operator, Pointwise) else PIXELWISE)[operator.name]
    one, other = (known.largest(most, **dict(operator.attributes)) for most in (1.0, 2.0**20))
    return one if one == other else 0.0


def _feeds(network: Network, drawn: int) -> list[Array]:
    """For each input an array with the samples along its batch: zeros first, then numbers and their opposites."""
    rng = np.random.default_rng(SEED)
    found = []
    for node in network.inputs:
        shape = (drawn, *network.shapes[node.name])
        if network.dtype in ("int8", "uint8"):  # quantised: all of them
            numbers = rng.integers(0, 256, shape).astype(np.uint8).view(network.dtype)
        else:
            numbers = rng.standard_normal(shape).astype(network.dtype)
        found.append(np.concatenate([np.zeros_like(numbers[:1]), numbers, -numbers]))
    return found


def _words(sample: int) -> str:
    return "random numbers" if sample else "zeros"


def _given(network: Network, run: Run, feeds: Sequence[Array]) -> dict[str, Array]:
    """What the model gives, sample by sample, each in a batch of the size that the model was written for."""
    batch = network.batch or 1
    rows = []
    for sample in range(len(feeds[0])):
        rows.append([np.atleast_1d(one)[:1] for one in run([feed[[sample] * batch] for feed in feeds])])
    if {len(row) for row in rows} != {len(network.outputs)}:
        raise CannotRun(f"it gives {len(rows[0])} outputs, and {len(network.outputs)} were read")
    return {name: np.concatenate(column) for name, column in zip(network.outputs, zip(*rows, strict=True), strict=True)}


def _values(network: Network, feeds: Sequence[Array], dtype: Any, every: bool = False) -> dict[str, Array]:
    weights = _Converted(network.weights, dtype)
    names = [node.name for node in network.inputs]
    with np.errstate(all="ignore"):  # infinite where the model is infinite: compared below
        given = dict(zip(names, (feed.astype(dtype) for feed in feeds), strict=True))
        return evaluate(replace(network, weights=weights), given, every)


@dataclass(frozen=True, slots=True)
class _Converted(Mapping[str, Array]):
    """Arrays of floats in another element type, each made where it is looked up: two copies of all take much memory."""

    arrays: Mapping[str, Array]
    dtype: Any

    def __getitem__(self, key: str) -> Array:
        array = self.arrays[key]
        return array.astype(self.dtype, copy=False) if array.dtype.kind == "f" else array

    def __iter__(self) -> Iterator[str]:
        return iter(self.arrays)

    def __len__(self) -> int:
        return len(self.arrays)


def compare(asked: str, name: str, words: str, arrays: tuple[Array, Array, Array], allowed: Allowed) -> None:
    """Refuse what a model gives (the first array) where it is further than rounding from what it should.

    The other two are that in double and in single precision.
    """
    model, high, low = arrays
    if model.shape != high.shape:
        raise _differs(asked, name, words, f"shape {high.shape}", f"shape {model.shape}")
    finite = np.isfinite(model) & np.isfinite(high) & np.isfinite(low)
    same = (model == high) | (np.isnan(model) & np.isnan(high)) | finite
    distance = np.where(finite, np.abs(np.where(finite, model, 0).astype(np.float64) - np.where(finite, high, 0)), 0)
    costs = np.abs(np.where(finite, low, 0) - np.where(finite, high, 0)).max(initial=0) / np.finfo(np.float32).eps
    largest = np.abs(np.where(finite, high, 0)).max(initial=0) + allowed.reach
    wrong = ~same | (distance > OTHER_ALGORITHMS * _unit(allowed.dtype) * (costs + largest))
    if wrong.any():
        place = tuple(int(n) for n in np.argwhere(wrong)[0])
        where = f" at {place}" if place else ""
        raise _differs(asked, name + where, words, f"{model[place]:.6g}", f"{high[place]:.6g}")


def _unit(dtype: str) -> float:
    """The unit of rounding of an element type: 0 for whole numbers, which are not rounded."""
    return float(np.finfo(dtype).eps) if np.issubdtype(dtype, np.inexact) else 0.0


def _differs(asked: str, where: str, words: str, model: str, network: str) -> NotSupported:
    return NotSupported(
        asked,
        f"{model} for {where}, as the model gives it for {words}",
        network,
        "the model takes another way than was read: write it without control flow; check=False reads it all the same",
    )


def called(asked: str, action: Callable[[], Any]) -> Any:
    """What running a model gives; ``CannotRun`` for whatever goes wrong in code that is not ours."""
    try:
        return action()
    except SymstrideError:
        raise
    except Exception as why:  # somebody else's code, which may fail in any way
        said = " ".join(str(why).split())[:120]
        raise CannotRun(f"{asked} failed: {type(why).__name__}: {said}") from why
