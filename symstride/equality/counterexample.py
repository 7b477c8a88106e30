"""Numbers that tell two networks apart: found at random, then made plain.

Networks are run by ``network.evaluate``, on double precision, with maps that mean what they are called.  Weights keep
their numbers, or each different one becomes a small whole number, the same on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.equality.field import PLAIN
from symstride.equality.scope import weights_of
from symstride.equality.verdict import Separation
from symstride.errors import SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate, operate
from symstride.network.graph import Network
from symstride.network.operators import records as op

COPIED, COMPUTED = 2.0**-40, 1e-5
"""How far weights and inputs are shaken, relatively, to see what rounding may do: where weights have equal numbers on
both sides, and where a tool computed them, in single precision perhaps."""

MARGIN = 64
"""A difference counts when it is so many times what shaking does, and above ``COPIED`` times any number computed."""

TRIES = 12
SIGNS = ((-4, 5), (-9, 0), (1, 10))
BETWEEN, JUMPING = (0.3125, 0.6875), ("floor", "ceil", "round")
"""What is added to whole numbers, every other time, where there are maps that jump at these."""

MAX_RUNS = 600
WORK = 20_000_000_000
PART_WORK = WORK // 20
"""Products that a search takes in whole networks, and in a part of them, all runs together; at least two runs are
made."""

MAX_KEPT = 2**26
"""Numbers of all values of one network that are kept to see how large they were."""


BATCH, MAX_SAMPLED = 16, 2**18
"""Inputs at once that are tried for what is no number, and numbers that all values of a network may have for these."""


@dataclass(frozen=True)
class Computation:
    """What one run gave: outputs, the largest number that was computed, and what maps of one number have read."""

    outputs: list[NDArray[Any]]
    largest: float
    read: dict[str, NDArray[Any]]


@dataclass
class Trial:
    """Both networks on ``inputs``, with the whole numbers ``to`` in the place of the weights ``values``."""

    networks: tuple[Network, Network]
    inputs: list[NDArray[Any]]
    values: NDArray[np.float64]
    to: NDArray[np.float64]
    dressed: bool
    runs: int
    shaken: float

    def difference(self) -> tuple[int, tuple[int, ...], float, float] | None:
        """(output, place, left, right) where they are furthest apart; None where they are not, or cannot be run."""
        self.runs -= 1
        try:
            left, right = (self.run(network) for network in self.networks)
        except (SymstrideError, ArithmeticError):
            return None
        limit, best = COPIED * max(left.largest, right.largest), None
        for number, (a, b) in enumerate(zip(left.outputs, right.outputs, strict=True)):
            gap = _gap(a, b)
            place = np.unravel_index(int(gap.argmax()), gap.shape)
            if gap[place] > limit:
                limit, best = float(gap[place]), (number, place, a, b)
        if best is None or any(limit <= MARGIN * self._shaking(*one) for one in zip(self.networks, (left, right))):
            return None
        number, place, a, b = best
        return number, tuple(int(n) for n in place[1:]), float(a[place]), float(b[place])

    def _shaking(self, network: Network, found: Computation) -> float:
        """How much the outputs change when each weight and each input does, at random, by ``shaken``.

        Each value that is computed from them is shaken too, as rounding does; and a map of one number that may have
        been carried over a jump, or a pole, is taken on the other side.
        """
        rng = np.random.default_rng(1)

        def shake(array: NDArray[Any], by: float = self.shaken) -> NDArray[Any]:
            return array if array.dtype == bool else array * (1 + by * rng.uniform(-1, 1, array.shape))

        plain = self.plain(network, shake)
        inputs = {node.name: shake(x) for node, x in zip(network.inputs, self.inputs, strict=True)}
        values: dict[str, NDArray[Any]] = {}
        last = {name: number for number, node in enumerate(network.nodes) for name in node.inputs}
        with np.errstate(all="ignore"):
            for number, node in enumerate(network.nodes):
                if node.name in inputs:
                    values[node.name] = inputs[node.name]
                    continue
                read, arrays = [values[name] for name in node.inputs], [plain.weights[name] for name in node.parameters]
                made = operate(node.operator, read, arrays)
                if isinstance(node.operator, _OF_ONE):
                    made = _furthest(node.operator, found.read[node.inputs[0]], read[0], made, arrays)
                values[node.name] = shake(made, COPIED)
                for name in node.inputs:  # what nobody reads any more goes
                    if last[name] == number and name not in network.outputs:
                        values.pop(name, None)
            gaps = (_gap(a, values[name]) for a, name in zip(found.outputs, network.outputs, strict=True))
            return max(float(gap.max(initial=0.0)) for gap in gaps)

    def run(self, network: Network) -> Computation:
        """One of the networks with these numbers."""
        feeds = {node.name: x for node, x in zip(network.inputs, self.inputs, strict=True)}
        with np.errstate(all="ignore"):
            found = evaluate(self.plain(network), feeds, every=True)
        numbers = [np.asarray(value, dtype=float) for value in found.values()]
        finite = [np.abs(value[np.isfinite(value)]).max(initial=0.0) for value in numbers]
        outputs = [np.asarray(found[name], dtype=float) for name in network.outputs]
        read = {node.inputs[0]: found[node.inputs[0]] for node in network.nodes if isinstance(node.operator, _OF_ONE)}
        return Computation(outputs, float(max(finite)), read)

    def plain(self, network: Network, change: Callable[[NDArray[Any]], NDArray[Any]] = lambda array: array) -> Network:
        """The network with the weights of this trial, changed once more."""
        unknown = weights_of(network).keys()
        arrays = {
            name: self._dressed(array) if name in unknown else np.asarray(array, dtype=float)
            for name, array in network.weights.items()
        }
        return network.with_weights({name: change(array) for name, array in arrays.items()})

    def weights(self) -> dict[str, NDArray[Any]]:
        """The left's arrays that have unknowns, with what stands for these."""
        left = self.networks[0]
        unknown = {name: a for name, a in weights_of(left).items() if np.isin(np.abs(a), self.values).any()}
        return {left.label(name): self._dressed(array) for name, array in unknown.items() if array.dtype.kind == "f"}

    def _dressed(self, array: NDArray[Any]) -> NDArray[Any]:
        if array.dtype == bool:
            return array
        numbers = np.asarray(array, dtype=float)
        if not self.dressed or array.dtype.kind != "f" or not self.values.size:
            return numbers
        at = np.minimum(np.searchsorted(self.values, np.abs(numbers)), self.values.size - 1)
        return np.where(self.values[at] == np.abs(numbers), np.sign(numbers) * self.to[at], numbers)


_OF_ONE = (op.Pointwise, op.Requantise)
"""Maps of one number."""


def _furthest(
    operator: op.Operator, x: NDArray[Any], shaken: NDArray[Any], made: NDArray[Any], arrays: Sequence[NDArray[Any]]
) -> NDArray[Any]:
    """``made``, the map of ``x`` shaken; or of twice as far to either side, where it jumps, or is very steep."""
    value, far = operate(operator, [x], arrays), 2 * np.abs(shaken - x)
    for end in (x - far, x + far):
        other = operate(operator, [end], arrays)
        made = np.where(_gap(other, value) > MARGIN * np.maximum(far, _gap(made, value)), other, made)
    return made


def _gap(a: NDArray[Any], b: NDArray[Any]) -> NDArray[Any]:
    """How far apart two arrays are, 0 where one of them has no number."""
    with np.errstate(all="ignore"):
        return np.asarray(np.where(np.isfinite(a) & np.isfinite(b), np.abs(a - b), 0.0))


def find(
    left: Network,
    right: Network,
    own: Sequence[bool],
    seed: int,
    shaken: float = COPIED,
    work: int = WORK,
    plain: bool = True,
) -> Separation | None:
    """Numbers that tell the two apart.  ``own``: which to try, the networks' own weights (True) or others (False).

    ``shaken`` is how far weights may be from what they stand for, ``work`` how many products all runs may take.
    Without ``plain`` the first numbers will do.
    """
    kept = max(sum(map(prod, network.shapes.values())) for network in (left, right))
    if kept > MAX_KEPT:
        return None
    runs = int(min(MAX_RUNS, max(2, work // max(1, _products(left) + _products(right)))))
    rng = np.random.default_rng(seed % 2**32)
    values = _unknowns(left, right)
    nodes = (node.operator for network in (left, right) for node in network.nodes)
    jumps = "int" not in left.dtype and any(isinstance(each, op.Pointwise) and each.name in JUMPING for each in nodes)
    trial = Trial((left, right), [], values, values, False, runs, shaken)
    for number in range(TRIES * len(own)):
        if trial.runs <= 0:
            return None
        trial.dressed = not own[number % len(own)]
        signs = SIGNS[number // len(own) % len(SIGNS)]
        trial.inputs = [rng.integers(*signs, (1, *left.shapes[n.name])).astype(float) for n in left.inputs]
        if jumps and number // len(own) % 2 == 0:
            trial.inputs = [x + rng.choice(BETWEEN, x.shape) for x in trial.inputs]
        trial.to = rng.integers(1, 5, values.size).astype(float)
        if trial.difference():
            return _plain(trial) if plain else _shown(trial)
    return None


def without_value(left: Network, right: Network, seed: int) -> str:
    """Where one side gave no number and the other did, on some random inputs; empty where none is, or none can be run.

    A layer that multiplies infinity by 0 gives no number, although the product counts for nothing in its formula.
    """
    kept = max(sum(map(prod, network.shapes.values())) for network in (left, right))
    if kept > MAX_KEPT:
        return ""
    rng, batch = np.random.default_rng(seed % 2**32), max(1, min(BATCH, MAX_SAMPLED // kept))
    for low, high, whole in ((0.5, 4.0, False), (-4.0, 4.0, False), (0.0, 1e-3, False), (-2.0, 2.0, True)):
        inputs = [rng.uniform(low, high, (batch, *left.shapes[node.name])) for node in left.inputs]
        inputs = [np.round(array) for array in inputs] if whole else inputs
        trial = Trial((left, right), inputs, np.zeros(0), np.zeros(0), False, 1, COPIED)
        try:
            first, second = (trial.run(network).outputs for network in (left, right))
        except (SymstrideError, ArithmeticError):
            return ""
        for number, (a, b) in enumerate(zip(first, second, strict=True)):
            one_sided = np.isfinite(a) != np.isfinite(b)
            if one_sided.any():
                place = tuple(int(n) for n in np.argwhere(one_sided)[0])
                where = f"on {'whole numbers' if whole else 'inputs'} between {low:g} and {high:g}, output {number}"
                return f"{where}{list(place[1:])} is {a[place]:g} on the left, {b[place]:g} on the right"
    return ""


def _products(network: Network) -> int:
    """About how many products one run takes."""
    total = 0
    for node in network.nodes:
        per = prod(int(n) for n in getattr(node.operator, "kernel", ()))
        if isinstance(node.operator, Conv | ConvTranspose):
            per *= int(node.operator.in_per_group)
        elif isinstance(node.operator, op.Gemm):
            per = network.input_shapes(node)[0][0]
        total += per * prod(network.shapes[node.name])
    return total


def _unknowns(*networks: Network) -> NDArray[np.float64]:
    """The sizes of all weights that are unknowns, each once, in order."""
    arrays = [a for network in networks for a in weights_of(network).values() if a.dtype.kind == "f"]
    found = [np.unique(np.abs(np.asarray(array, float))) for array in arrays]
    values = np.unique(np.concatenate(found)) if found else np.zeros(0)
    return np.asarray(values[~((values <= PLAIN) & (values == np.floor(values)))])


def _plain(trial: Trial) -> Separation:
    """As many zeros as possible: halves first, then quarters; then 1 or -1 for what is left."""
    for array in [*trial.inputs, *([trial.to] if trial.dressed else [])]:
        flat = array.reshape(-1)
        step = len(flat)
        while step and trial.runs > 0:
            for start in reversed(range(0, len(flat), step)):  # what is left stands in front
                _try(trial, flat, slice(start, start + step), 0)
            step //= 2
        for place in np.flatnonzero(flat)[:16]:
            if flat[place] != 1 and not _try(trial, flat, slice(place, place + 1), 1):
                _try(trial, flat, slice(place, place + 1), -1)
    return _shown(trial)


def _shown(trial: Trial) -> Separation:
    trial.runs = max(trial.runs, 1)
    output, place, a, b = trial.difference() or (0, (), 0.0, 0.0)
    names = [node.name for node in trial.networks[0].inputs]
    inputs = dict(zip(names, trial.inputs, strict=True))
    weights = trial.weights() if trial.dressed else {}
    networks = trial.plain(trial.networks[0]), trial.plain(trial.networks[1])
    return Separation(inputs, weights, output, place, a, b, networks)


def _try(trial: Trial, flat: NDArray[Any], part: slice, number: float) -> bool:
    """Put ``number`` there if the networks still differ."""
    before = flat[part].copy()
    if trial.runs <= 0 or (before == number).all():
        return False
    flat[part] = number
    if trial.difference():
        return True
    flat[part] = before
    return False
