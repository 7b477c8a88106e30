"""Theorems and terms out of a pickle or a copy: refused; a certificate is the way to take one along."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from soundness import refused

from symstride.proof.kernel.rules import Theorem, axiom
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import integer

THEOREM, TERM = axiom("division"), integer("a + b")
COPIERS: dict[str, Callable[[Any], object]] = {
    "copy": copy.copy, "deepcopy": copy.deepcopy, **{f"pickle {n}": lambda x, n=n: pickle.dumps(x, n) for n in range(6)}
}  # fmt: skip


@pytest.mark.parametrize("copier", COPIERS.values(), ids=COPIERS)
def test_a_theorem_is_not_copied(copier: Callable[[Any], object]) -> None:
    with refused("theorems are neither copied nor pickled"):
        copier(THEOREM)


@pytest.mark.parametrize("copier", COPIERS.values(), ids=COPIERS)
def test_a_term_is_not_copied(copier: Callable[[Any], object]) -> None:
    with refused("terms are neither copied nor pickled"):
        copier(TERM)


def test_a_hand_written_pickle_has_no_token() -> None:
    """Protocol 0: look Theorem up, call it with four arguments."""
    evil = b"csymstride.proof.kernel\nTheorem\n(NNNNtR."
    with refused("theorems are made by rules only"):
        pickle.loads(evil)


def test_a_pickle_that_builds_the_object_piecemeal_has_nothing_in_it() -> None:
    evil = b"ccopyreg\n__newobj__\n(csymstride.proof.kernel\nTheorem\ntR(dVconcl\nVfalse\nsb."
    with pytest.raises((AttributeError, TypeError, pickle.UnpicklingError)):
        str(pickle.loads(evil))
    with refused("theorems are immutable"):
        pickle.loads(b"ccopyreg\n__newobj__\n(csymstride.proof.kernel\nTheorem\ntR(N(dVconcl\nVfalse\nstb.")


def test_classes_are_the_ones_meant() -> None:
    with refused("theorems are neither copied"):
        pickle.dumps([THEOREM])
    with refused("terms are neither copied"):
        pickle.dumps({"t": TERM})
    with refused("theorems are neither copied"):
        Theorem.__reduce_ex__(THEOREM, 2)
    with refused("terms are neither copied"):
        Term.__reduce_ex__(TERM, 2)
