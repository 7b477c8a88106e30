"""Genuine certificates are far below every limit: a checker with a tenth of nearly each accepts all of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from soundness import check

from symstride.layers.layer import Conv
from symstride.network.graph import Builder
from symstride.network.proof import prove_network
from symstride.proof.kernel import polynomials, replay, terms
from symstride.proof.kernel import rules as kernel

CHECKER = """
import json, sys
from symstride.proof.kernel import rules as kernel
from symstride.proof.kernel import replay
from symstride.proof.kernel import polynomials, terms
limits = json.loads(sys.stdin.readline())
for module in (terms, polynomials, kernel, replay):
    for name, limit in limits[module.__name__].items():
        setattr(module, name, limit)
for line in sys.stdin:
    name, text = json.loads(line)
    try:
        print(json.dumps([name, replay.replay(text).work, ""]))
    except replay.Refused as why:
        print(json.dumps([name, 0, str(why)]))
"""
"""Reads limits and certificates, and writes what each of them was.  It runs where no term has been made before: a term
that exists is not measured again."""

TENTHS = {
    "symstride.proof.kernel.terms": ("MAX_SIZE", "MAX_NAMES", "MAX_ARITY"),
    "symstride.proof.kernel.polynomials": ("MAX_POLYNOMIAL", "MAX_FACTORS"),
    "symstride.proof.kernel.rules": ("MAX_HYPOTHESES",),
    "symstride.proof.kernel.replay": ("MAX_BYTES", "MAX_NESTING"),
}
PARTS = {
    "symstride.proof.kernel.terms": {"MAX_DEPTH": 3},
    "symstride.proof.kernel.replay": {"MAX_WORK": 5},
}
"""Limits that are not ten times what genuine certificates need.  Recursion does not allow one ten times as high as the
terms of proofs are, and the work is that of a theorem with many claims."""

Limits = dict[str, dict[str, int]]


def lowered() -> Limits:
    modules = {module.__name__: module for module in (terms, polynomials, kernel, replay)}
    limits = {name: {each: getattr(modules[name], each) // 10 for each in names} for name, names in TENTHS.items()}
    for name, parts in PARTS.items():
        limits[name] |= {each: getattr(modules[name], each) // part for each, part in parts.items()}
    return limits


def genuine(root: Path) -> Iterator[tuple[str, str]]:
    """The book of proofs, and two networks."""
    for path in sorted(root.glob("proofs/*/certificate.json")):
        yield path.parent.name, path.read_text(encoding="utf-8")
    yield "a network of ten strided layers", network(10, 2)
    yield "a network of five strided layers in three dimensions", network(5, 3)


def network(layers: int, axes: int) -> str:
    build = Builder()
    x = build.input("x", (4, *[40 * layers] * axes))
    for n in range(layers):
        x = build.add(Conv(4, 4, (3 + n % 5,) * axes, (2, *[1] * (axes - 1)), 1 + n), x, name=f"layer{n}")
    return prove_network(build.network(x)).certificate


def judged(limits: Limits, texts: Iterator[tuple[str, str]]) -> list[tuple[str, int, str]]:
    """The name, the work and the reason of the refusal, if any, of every certificate."""
    lines = "\n".join([json.dumps(limits), *map(json.dumps, texts)])
    run = [sys.executable, "-c", CHECKER]
    done = subprocess.run(run, input=lines, capture_output=True, text=True, check=True, timeout=100)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.full
def test_a_part_of_each_limit_is_enough(root: Path) -> None:
    found = judged(lowered(), genuine(root))
    check(len(found) >= 38, len(found))
    check([row for row in found if row[2]] == [], *(row for row in found if row[2]))


def test_every_limit_is_among_them() -> None:
    """But two: of the numbers that are written, which JSON decides, and of the messages."""
    limits = {
        name for module in (terms, polynomials, kernel, replay) for name in vars(module) if name.startswith("MAX_")
    }
    tried = {name for names in lowered().values() for name in names}
    check(limits - tried == {"MAX_LITERAL", "MAX_MESSAGE"}, limits - tried)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("module", "limit"), [(module, limit) for module, limits in lowered().items() for limit in limits]
)
def test_each_limit_can_be_too_small(module: str, limit: str, root: Path) -> None:
    """The tool says no: every one of them is reached when it is 4."""
    limits = lowered()
    limits[module][limit] = 4
    found = judged(limits, (row for row in genuine(root) if row[0] in ("video-stem", "transposed-layer-3d")))
    check(any(row[2] for row in found), module, limit, found)
