"""What the prover takes for the identities of the catalogue, without hints, in one to three axes.

    python -m benchmarks.prover

Every number of axes has a fresh interpreter, in which each identity is read, proved and, apart from that, replayed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.clock import timed_in_one_process

if TYPE_CHECKING:
    from symstride.proof.kernel.rules import Theorem

CASES = Path(__file__).resolve().parents[2] / "tests" / "proof" / "prover"
KIND = "catalogue"
AXES = (1, 2, 3)
_PREPARED = f"""
import sys
sys.path.insert(0, {str(CASES)!r})
from benchmarks.prover.__main__ import named, proved, replayed
"""


def names(axes: int) -> list[str]:
    """The identities of the catalogue, all in one axis, those with letters for each axis in more."""
    return [case.name for case in _cases() if axes == 1 or case.letters]


def named(name: str) -> Any:
    """The case of this name."""
    return next(case for case in _cases() if case.name == name)


def proved(case: Any, axes: int) -> Theorem:
    """The case's statement read and proved; ``Unproved`` when it is not."""
    from symstride.proof.tactics.prover import prove_identity

    return prove_identity(*case.statement(axes)).theorem


def replayed(theorem: Theorem) -> None:
    """The theorem's certificate, replayed."""
    from symstride.proof.certificate import certificate_text
    from symstride.proof.kernel.replay import replay

    replay(certificate_text({"identity": theorem}, {}))


def _cases() -> list[Any]:
    sys.path.insert(0, str(CASES))
    try:
        cases = import_module("identity_cases").read_cases()
    finally:
        sys.path.remove(str(CASES))
    return [case for case in cases if case.kind == KIND]


def measured(axes: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Seconds to prove and to replay each identity, medians of some rounds."""
    chosen = names(axes)
    actions = [action for name in chosen
               for action in (f"found = proved(named({name!r}), {axes})", "replayed(found)")]  # fmt: skip
    runs = [timed_in_one_process(_PREPARED, actions) for _ in range(rounds)]
    times = [median(times) for times in zip(*runs, strict=True)]
    return dict(zip(chosen, zip(times[::2], times[1::2], strict=True), strict=True))


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print: totals for each number of axes, and the identities that take longest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.prover", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3, help="fresh interpreters for each number of axes")
    parser.add_argument("--axes", type=int, nargs="*", default=AXES, choices=AXES)
    asked = parser.parse_args(words)
    began = time.perf_counter()
    print("| axes | identities | proved, s | replayed, s | the slowest, s |\n|---|---|---|---|---|")
    for axes in asked.axes:
        taken = measured(axes, asked.rounds)
        proving, replaying = (sum(pair[n] for pair in taken.values()) for n in (0, 1))
        slowest = max(taken, key=lambda name: taken[name][0])
        row = (axes, len(taken), f"{proving:.2f}", f"{replaying:.2f}", f"{slowest}: {taken[slowest][0]:.2f}")
        print("|", " | ".join(map(str, row)), "|", flush=True)
    print(f"\nmedians of {asked.rounds} rounds, {time.perf_counter() - began:.0f} s in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
