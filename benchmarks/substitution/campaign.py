"""Pairs of networks that differ in one place, one verdict on each: refused, the same, or equal wherever evaluated."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import networks
import numpy as np
import scope_networks
from edits import edited, edited_model
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.errors import CertificateRejected, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.claims import subject_of
from symstride.network.correspondence import check_correspondence
from symstride.network.digest import canonical_digest
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

SAMPLES = 4
"""Inputs on which an accepted pair is evaluated."""

KINDS = ("another original", "edited rewriting", "edited model")
"""What is changed: network A after it was rewritten, its rewriting, or the ONNX model of its rewriting."""


@dataclass
class Tally:
    """``counts`` by verdict.  ``identical`` are changes that leave the same network, with the same digests; ``equal``
    those accepted as the same function, which the evaluation confirms; ``false`` what was accepted wrongly."""

    counts: Counter[str] = field(default_factory=Counter)
    identical: list[str] = field(default_factory=list)
    equal: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether nothing happened that must not."""
        return not (self.false or self.broken)


def campaign(kind: str, cases: range, told: Callable[[int, Tally], None] = lambda n, tally: None) -> Tally:
    """Judge one change for each number; a change depends on the kind and its number alone."""
    tally = Tally()
    for number in cases:
        rng = random.Random(f"substitution {kind} {number}")
        original, rewritten, groups = genuine(rng)
        first, second, how = _pair(kind, original, rewritten, rng)
        if same_digest(original, first) and same_digest(rewritten, second):
            tally.counts["tried"] += 1
            tally.identical.append(f"{kind} {number}: {how}")
        else:
            judge(first, second, groups, f"{kind} {number}: {how}", rng, tally)
        told(number, tally)
    return tally


def genuine(rng: random.Random) -> tuple[Network, Network, Sequence[Any]]:
    """A random network and its rewriting, in single precision, as read from ONNX models, and what is claimed."""
    while True:
        scope = rng.choice(["layer", "network"])
        network = drawn(rng, scope)
        try:
            original = from_onnx(to_model(network))
            groups = subject_of(original, scope).groups
            return original, from_onnx(to_model(unstride(original, scope=scope))), groups
        except SymstrideError:  # on no common grid, or no claim covers it
            continue


def drawn(rng: random.Random, scope: str) -> Network:
    """A network of any kind, with whole numbers in single precision."""
    layers, axes = rng.randint(1, 4), rng.choice([1, 2])
    kind = rng.choice(["many", "grid", "grid", "all"])
    if kind == "many" and scope == "layer":
        return single(networks.random_network(rng, layers, axes))
    return every_operator(rng) if kind == "all" else single(scope_networks.random_network(rng, layers, axes))


def single(network: Network) -> Network:
    """The network in single precision."""
    weights = {name: np.asarray(array, np.float32) for name, array in network.weights.items()}
    return replace(network, weights=weights, dtype="float32")


def every_operator(rng: random.Random) -> Network:
    """A network with the operators that the random ones have not: tails, maps across channels, circular layers."""

    def numbers(*shape: int) -> NDArray[np.float32]:
        size = int(np.prod(shape))
        return np.array([rng.choice([-2, -1, 1, 2, 3]) for _ in range(size)], np.float32).reshape(shape)

    build = Builder("every")
    x = build.input("x", (4, 8, 12))
    y = build.add(Conv(4, 4, (3, 3), 2, 1, groups=2), x, name="first", weight=numbers(4, 2, 3, 3), bias=numbers(4))
    middle = [
        lambda y: build.add(op.Pixelwise("softmax"), y),
        lambda y: build.add(op.Pixelwise("lrn", (("size", 3), ("alpha", 0.5), ("beta", 0.75), ("bias", 1.0))), y),
        lambda y: build.add(op.BatchNorm(0.5), y, scale=numbers(4), bias=numbers(4), mean=numbers(4),
                            variance=np.abs(numbers(4))),
        lambda y: build.add(op.PRelu(), y, slope=numbers(4)),
        lambda y: build.add(op.Pointwise("clip", (("low", -2.0), ("high", 5.0))), y),
        lambda y: build.add(op.Pointwise("sigmoid"), y),
        lambda y: build.add(op.Pointwise("gelu"), y),
        lambda y: build.add(op.Pointwise("swish"), y),
        lambda y: build.add(op.ChannelGather((3, 1, 1, 0)), y),
        lambda y: build.add(op.Quotient(), y, by=numbers(4)),
        lambda y: build.add(Conv(4, 4, (3, 3), 1, 1, groups=2, bias=False, padding_mode="circular"), y,
                            weight=numbers(4, 2, 3, 3)),
    ]  # fmt: skip
    for part in rng.sample(middle, 3):
        y = part(y)
    if rng.random() < 0.5:
        up = ConvTranspose(4, 4, (3, 3), (2, 1), 1, output_padding=(1, 0))
        y = build.add(up, y, name="up", weight=numbers(4, 4, 3, 3), bias=numbers(4))
    y = build.add(op.MaxPool((3, 2), (2, 2), ((1, 1), (0, 0)), (1, 1)), y, name="pool")
    if rng.random() < 0.5:
        pooled = build.add(op.GlobalPool(rng.choice(["average", "max"])), y)
        y = build.add(op.Reshape((4,)), pooled)
    else:
        y = build.add(op.Reshape((int(np.prod(build.shapes[y])),)), y)
    size = build.shapes[y][0]
    y = build.add(op.Gemm(3, transposed=True), y, name="gemm", weight=numbers(3, size), bias=numbers(3))
    return build.network(build.add(op.Softmax(0), y) if rng.random() < 0.5 else y)


def _pair(kind: str, original: Network, rewritten: Network, rng: random.Random) -> tuple[Network, Network, str]:
    if kind == "another original":
        other, how = edited(original, rng)
        return other, rewritten, how
    if kind == "edited rewriting":
        other, how = edited(rewritten, rng)
        return original, other, how
    model = to_model(rewritten)
    while True:
        changed, how = edited_model(model, rng)
        try:
            return original, from_onnx(changed), how
        except (SymstrideError, ValueError):  # no model any more
            continue


def judge(
    original: Network, rewritten: Network, groups: Sequence[Any], how: str, rng: random.Random, tally: Tally
) -> None:
    """The comparison's verdict; where it accepts, both are evaluated."""
    tally.counts["tried"] += 1
    try:
        check_correspondence(original, rewritten, groups)
    except (CertificateRejected, SpecError):  # SpecError: an average over nothing, which no network may take
        tally.counts["refused"] += 1
        return
    except SymstrideError as why:  # a limit is a refusal too, but not the one that is asked for
        tally.broken.append(f"{how}: {why.expected}, {why.got}")
        return
    why = difference(original, rewritten, rng)
    if why:
        tally.false.append(f"{how}: {why}")
    else:
        tally.equal.append(how)


def same_digest(one: Network, other: Network) -> bool:
    """Whether two networks are the same up to names and the order of nodes."""
    return canonical_digest(one) == canonical_digest(other)


def difference(one: Network, other: Network, rng: random.Random) -> str:
    """Where two networks differ on random inputs; nothing when they agree."""
    first, second = exact(one, other)
    if _outside(first) != _outside(second):
        return "other shapes outside"
    for feeds in _feeds(first, rng):
        again = {b.name: feeds[a.name] for a, b in zip(first.inputs, second.inputs, strict=True)}
        with np.errstate(all="ignore"):
            before, after = evaluate(first, feeds), evaluate(second, again)
        for wanted, got in zip(first.outputs, second.outputs, strict=True):
            if not _agree(before[wanted], after[got]):
                return f"output {wanted!r}"
    return ""


def _outside(network: Network) -> list[list[tuple[int, ...]]]:
    names = [[node.name for node in network.inputs], list(network.outputs)]
    return [[network.shapes[name] for name in row] for row in names]


def _feeds(network: Network, rng: random.Random) -> Iterator[dict[str, NDArray[Any]]]:
    for number in range(SAMPLES):
        bound = (2, 9, 100, 3)[number]
        yield {
            node.name: np.array(
                [rng.randint(-bound, bound) for _ in range(int(np.prod(network.shapes[node.name])))],
                dtype=object if network.dtype == "object" else np.float64,
            ).reshape(1, *network.shapes[node.name])
            for node in network.inputs
        }


_ROUGH = (op.Pixelwise, op.BatchNorm, op.Softmax)


def exact(*given: Network) -> list[Network]:
    """Networks in whole numbers and fractions; in double precision when some operator has no exact value."""
    nodes = [node for network in given for node in network.nodes]
    maps = {"relu", "abs", "negative", "identity", "clip", "leaky_relu", "sign", "divide"}
    rough = any(
        isinstance(n.operator, _ROUGH) or (isinstance(n.operator, op.Pointwise) and n.operator.name not in maps)
        for n in nodes
    )
    convert = (lambda array: array.astype(np.float64)) if rough else _fractions
    found = []
    for network in given:
        weights = {k: v if v.dtype.kind == "b" else convert(v) for k, v in network.weights.items()}
        found.append(replace(network, weights=weights, dtype="float64" if rough else "object"))
    return found


def _fractions(array: NDArray[Any]) -> NDArray[Any]:
    found = [int(n) if float(n).is_integer() else Fraction(float(n)) for n in array.reshape(-1)]
    return np.array(found, dtype=object).reshape(array.shape)


def _agree(wanted: NDArray[Any], got: NDArray[Any]) -> bool:
    if wanted.dtype == object and got.dtype == object:
        return bool((wanted == got).all())
    a, b = wanted.astype(np.float64), got.astype(np.float64)
    return bool(
        np.allclose(
            a, b, rtol=1e-9, atol=1e-9 * max(1.0, float(np.abs(a[np.isfinite(a)]).max(initial=0))), equal_nan=True
        )
    )
