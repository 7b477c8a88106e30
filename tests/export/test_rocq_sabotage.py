"""Sabotage of the kernel in Rocq: a rule or an operation that is weakened has no proof that it is sound.

``python -m benchmarks.kernels`` tries all changes; here are some.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rocqing import Rocq
from weakened import SABOTAGE, proof_that_fails

SAMPLE = ("cone: any coefficient", "unfold: an open body", "checker: any conclusion")


def test_the_kernel_as_it_is_compiles(rocq: Rocq, tmp_path: Path) -> None:
    same = "Definition name := positive."
    assert proof_that_fails(rocq.library, tmp_path, "Terms", same, same) == ""


@pytest.mark.parametrize("what", SAMPLE)
def test_sabotage_has_no_proof(rocq: Rocq, tmp_path: Path, what: str) -> None:
    assert proof_that_fails(rocq.library, tmp_path, *SABOTAGE[what])


def test_there_are_many() -> None:
    assert len(SABOTAGE) >= 20
