"""``equal`` for models with nodes that no reader knows: the same search for random points, over wirings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from symstride.equality.algebra import Activation
from symstride.equality.field import Field, Tuples, Weights
from symstride.equality.points import settled
from symstride.equality.scope import WORDS, defaults_in_words, few, has_activations, partial_maps, weights_in_words
from symstride.equality.sides import another_order, in_order
from symstride.equality.verdict import Equality, Parting
from symstride.equality.wired import Point, WiredRun, stored
from symstride.network.graph import Network
from symstride.network.wiring import Wiring


@dataclass
class _Runs:
    """Both models at the last point."""

    left: Wiring
    right: Wiring
    runs: list[WiredRun] = field(default_factory=list)

    def outputs(self, algebra: Field) -> tuple[list[Tuples], list[Tuples]]:
        """Prints of the outputs, which agree where the outputs do; what is counted is counted by the point."""
        point = Point(algebra)
        self.runs = [WiredRun(self.left, point), WiredRun(self.right, point)]
        found = [[point.known(value).digest for value in run.outputs()] for run in self.runs]
        return _as_tuples(found[0]), _as_tuples(found[1])

    @property
    def lost(self) -> str:
        """The first node of the left whose value the right never has although it has all that the node reads."""
        left, right = self.runs
        had = {right.known(name) for name in right.values}
        for step in left.wiring.steps:
            made = [left.known(name) for name in step.outputs if name in left.values]
            read = [left.known(name) for name in step.inputs if name]
            if made and had.isdisjoint(made) and had.issuperset(read):
                return step.title
        return ""


def _as_tuples(digests: Sequence[str]) -> list[Tuples]:
    return [Tuples(np.frombuffer(bytes.fromhex(digest), np.uint8).astype(np.int64)) for digest in digests]


def equal_models(
    pair: tuple[Wiring, Wiring], weights: Weights, rungs: Sequence[Activation], error: float, seed: int, why: str
) -> Equality:
    """Whether two models are equal for whatever functions stand for the nodes that no reader knows.

    Nothing tells "different" here: what is not equal is open, with ``why`` there are such nodes and the first value
    that the right never has.
    """
    left, right = pair
    moved = another_order(left, right)
    order, apart = in_order(left, right)
    if apart:
        return _open(apart, seed)
    left, right = stored(left), stored(order)
    sides: list[list[Network]] = [[region.network for region in wiring.regions] for wiring in (left, right)]
    networks = [network for side in sides for network in side]
    maps = [partial_maps(*side) for side in sides]
    if maps[0] != maps[1]:
        return _open(f"maps that do not always give numbers on one side alone{maps[0] or maps[1]}", seed)
    active = has_activations(*networks)
    rungs = rungs if active else rungs[:1]
    share, runs = error / len(rungs), _Runs(left, right)
    for rung in rungs:
        same, wrong, _ = settled(networks, runs.outputs, weights, rung, share, seed)
        if same:
            known = f", {WORDS[rung]}" if active else ""
            of_weights = weights_in_words(sides[0], sides[1], weights)
            fixed = defaults_in_words(left.defaults, right.defaults)
            scope = f"all inputs{fixed}{of_weights}{_functions(left)}{known}{maps[0]}{moved}{_at(left)}"
            return Equality("equal", scope, wrong + share * (len(rungs) - 1), seed)
    lost = runs.lost
    reasons = (why, "so nothing says that what the two make of the same values is the same")
    parting = Parting(lost) if lost else None
    return Equality("open", f"nothing is known of some nodes{_at(left)}", seed=seed, reasons=reasons, parting=parting)


def _open(reason: str, seed: int) -> Equality:
    return Equality("open", "nothing was compared", seed=seed, reasons=(reason,))


def _functions(wiring: Wiring) -> str:
    """How many nodes any function may stand for."""
    kinds = [f"{operator} {count:,}" for operator, count in wiring.operators.items()]
    total = sum(wiring.operators.values())
    nodes = f"{total:,} node{'' if total == 1 else 's'}"
    return f", every function in the place of {nodes} ({few(kinds)}) with its own constants" if total else ""


def _at(wiring: Wiring) -> str:
    shapes = ["x".join("?" if n is None else str(n) for n in wiring.shapes.get(name, ())) for name in wiring.inputs]
    said = ", at " + " and ".join(shape or "?" for shape in shapes) if shapes else ""
    return f"{said}, one batch" if any(region.unsaid for region in wiring.regions) else said
