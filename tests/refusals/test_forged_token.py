"""Calling the constructor of theorems, without the kernel's token or with something like it."""

import pytest
from forging import FALSE
from soundness import refused

from symstride.proof.kernel.rules import Theorem


class Anything:
    """Equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


TOKENS = {"none": None, "an object": object(), "true": True, "a text": "token", "equal to anything": Anything()}


@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
def test_only_the_token_itself(token: object) -> None:
    with refused("theorems are made by rules only"):
        Theorem(token, frozenset(), FALSE, ("axiom", ("division",)))


def test_the_constructor_again_on_a_finished_theorem() -> None:
    from symstride.proof.kernel.rules import axiom

    with refused("theorems are made by rules only"):
        axiom("division").__init__(None, frozenset(), FALSE, ("x", ()))  # type: ignore[misc]
