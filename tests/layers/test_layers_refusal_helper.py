"""The helper for refusals must itself be able to say no."""

from __future__ import annotations

import pytest

from symstride.errors import NotSupported, SpecError


def raiser(error: Exception):
    def call() -> None:
        raise error

    return call


BAD = {
    "empty part": SpecError("asked", "expected", "", "hint"),
    "blank part": SpecError("asked", "  ", "got", "hint"),
    "two lines": SpecError("asked", "expected", "got\nmore", "hint"),
    "other type": NotSupported("asked", "expected", "got", "hint"),
    "word missing": SpecError("asked", "expected", "got", "hint"),
}


@pytest.mark.parametrize("name", BAD)
def test_the_helper_says_no(name, refused):
    with pytest.raises((AssertionError, NotSupported)):
        refused(raiser(BAD[name]), SpecError, "stride")


def test_the_helper_notices_silence(refused):
    with pytest.raises(pytest.fail.Exception):
        refused(lambda: None)


def test_the_helper_says_yes(refused):
    assert refused(raiser(SpecError("a stride", "b", "c", "d")), SpecError, "stride").got == "c"
