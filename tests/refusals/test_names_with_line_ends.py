"""Names with a trailing newline, which ``$`` matches before, and other things that are no names."""

import pytest
from forging import written
from soundness import refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.terms import make

NAMES = ["a\n", "\na", "a\r", "a\x00", "", " a", "a b", "1a", "_a", "a;b", "a-b", "a.b", "a'", "\\a", "x" * 65]


class Name(str):
    """Equal to its text, of another type."""


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_it_is_no_name(name: str) -> None:
    with refused("var: wrong kind of argument"):
        make("var", name)
    with refused("var: wrong kind of argument"):
        replay(written([["var", name]]))


@pytest.mark.parametrize("name", [None, 3, True, b"a", ("a",), Name("a")], ids=repr)
def test_it_is_no_text(name: object) -> None:
    with refused("var: wrong kind of argument"):
        make("var", name)
