"""Pairs of ONNX files that differ in one place from what was proved, judged by ``symstride.replay``.

Each network A is proved once, together with its rewriting.  Then either another network stands in the place of A, or
its written rewriting is edited.  Each pair is tried twice: with the certificate as it is, and with the digest of the
edited file put into it.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import networks
import numpy as np
import scope_networks
from edits import edited, edited_model
from numpy.typing import NDArray

import symstride
from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.errors import CertificateRejected, NotSupported, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.digest import canonical_digest
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.proof.kernel.replay import canonical

TRIES = 200
"""At most so many random networks are drawn until one is rewritten and proved."""

SAMPLES = 4
"""Inputs on which an accepted pair is evaluated."""

EDITS = 4
"""How many pairs are made with one certificate."""

KINDS = ("another network", "edited model")
"""What is changed: the network in the place of A, or the written rewriting of A."""

DIGESTS = {"another network": "source", "edited model": "rewritten"}
"""The digest that belongs to the changed file."""


@dataclass
class Tally:
    """``counts`` by verdict: "tried"; "digest" by the certificate as it is; then with the digest recomputed, "layers"
    by the subject and "numbers" by the comparison.  ``identical`` are changes that leave the same network, accepted as
    they are; ``equal`` those accepted as the same function with the digest recomputed, which the evaluation confirms;
    ``false`` what was accepted wrongly; ``broken`` what came out in no such way."""

    counts: Counter[str] = field(default_factory=Counter)
    identical: list[str] = field(default_factory=list)
    equal: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether nothing happened that must not."""
        return not (self.false or self.broken)

    def add(self, other: Tally) -> None:
        """The other tally's pairs too."""
        self.counts.update(other.counts)
        for name in ("identical", "equal", "false", "broken"):
            getattr(self, name).extend(getattr(other, name))


@dataclass(frozen=True)
class Proved:
    """A network and its rewriting, as models and as they are read back, with the certificate about both."""

    original: Network
    rewritten: Network
    models: tuple[bytes, bytes]
    certificate: str

    def about(self, **digests: str) -> str:
        """The certificate with other digests, as canonical text."""
        data = json.loads(self.certificate)
        return canonical(data | {"about": data["about"] | digests}) + "\n"


def campaign(kind: str, cases: range) -> Tally:
    """Judge one change for each number; a change depends on the kind and its number alone."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for number in cases:
            judge(kind, number, Path(folder), tally)
    return tally


@lru_cache(maxsize=1)
def proved(seed: str) -> Proved:
    """A random network in single precision, proved equal to its rewriting, both read from models."""
    rng = random.Random(seed)
    for _ in range(TRIES):
        scope = rng.choice(["layer", "network"])
        network = drawn(rng, scope)
        try:
            first = to_model(network)
            original = from_onnx(first)
            second = to_model(symstride.unstride(original, scope=scope))
            rewritten = from_onnx(second)
            theorem = symstride.prove(original, scope=scope, rewritten=rewritten)
        except SymstrideError:  # on no common grid, without a proof, or nothing changes
            continue
        models = first.SerializeToString(), second.SerializeToString()
        return Proved(original, rewritten, models, theorem.certificate())
    raise RuntimeError(f"{seed}: none of {TRIES} random networks was written and proved; is the package onnx there?")


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


def judge(kind: str, number: int, folder: Path, tally: Tally) -> None:
    """One pair of files, tried twice; where it is accepted, both are evaluated."""
    case = proved(f"substitution {kind} {number // EDITS}")
    rng = random.Random(f"substitution {kind}, edit {number}")
    paths = folder / "original.onnx", folder / "rewritten.onnx"
    for path, data in zip(paths, case.models, strict=True):
        path.write_bytes(data)
    other, how = _edited(kind, case, paths[KINDS.index(kind)], rng)
    first, second = (other, case.rewritten) if kind == KINDS[0] else (case.original, other)
    how = f"{kind} {number}: {how}"
    tally.counts["tried"] += 1
    identical = same_digest(case.original, first) and same_digest(case.rewritten, second)
    verdict, said = _verdict(case.certificate, *paths)
    if verdict == "accepted" and identical:
        wrong = difference(first, second, rng)
        (tally.false if wrong else tally.identical).append(f"{how}; {wrong}" if wrong else how)
        return
    if verdict != "digest":
        (tally.false if verdict == "accepted" else tally.broken).append(f"{how}; as it is: {verdict}, {said}")
        return
    tally.counts["digest"] += 1
    verdict, said = _verdict(case.about(**{DIGESTS[kind]: canonical_digest(other)}), *paths)
    if verdict in ("layers", "numbers"):
        tally.counts[verdict] += 1
    elif verdict == "accepted":
        wrong = difference(first, second, rng)
        (tally.false if wrong else tally.equal).append(f"{how}; {wrong}" if wrong else how)
    else:
        tally.broken.append(f"{how}; recomputed: {verdict}, {said}")


def _edited(kind: str, case: Proved, path: Path, rng: random.Random) -> tuple[Network, str]:
    """The network of an edited file, which is put in the place of a genuine one, and what was edited.

    The rewriting is edited as a network and as a model in turn.  What is no model any more is drawn again.
    """
    source = case.original if kind == KINDS[0] else case.rewritten
    as_network = kind == KINDS[0] or rng.random() < 0.5
    while True:
        try:
            if as_network:
                network, how = edited(source, rng)
                model = to_model(network)
            else:
                model, how = edited_model(to_model(source), rng)
            path.write_bytes(model.SerializeToString())
            return from_onnx(path), how
        except (SymstrideError, ValueError):
            continue


def _verdict(certificate: str, original: Path, rewritten: Path) -> tuple[str, str]:
    """What refuses the pair, and its words.

    ``NotSupported`` says that the other network has layers without a proof, or that a limit stops the comparison: that
    is not what is asked here.  ``SpecError`` stands for an average over nothing, which no network may take.
    """
    try:
        symstride.replay(certificate, original, rewritten)
    except CertificateRejected as why:
        known = {"about.source": "digest", "about.rewritten": "digest", "about": "layers"}
        other = "kernel" if why.where.split("[")[0] in ("file", "claims", "steps", "terms") else "numbers"
        return known.get(why.where, other), f"{why.where}: expected {why.expected}, got {why.got}"
    except NotSupported as why:
        return "limit" if why.asked.startswith("replay") else "layers", f"{why.asked}: {why.got}"
    except SymstrideError as why:
        return "numbers", f"{why.asked}: {why.got}"
    return "accepted", ""


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
