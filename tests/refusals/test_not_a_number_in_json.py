"""NaN, infinities and floats, which JSON readers take or leave as they like."""

import pytest
from forging import written
from soundness import refused

from symstride.proof.kernel.replay import replay


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1.0", "1e5", "0.1", "-1.5E-3"])
@pytest.mark.parametrize("place", ["term", "about", "format"])
def test_it_is_refused(number: str, place: str) -> None:
    text = written([["num", 12345]], about={"n": 54321})
    forged = {
        "term": text.replace("12345", number),
        "about": text.replace("54321", number),
        "format": text.replace('"symstride-certificate-1"', number),
    }[place]
    with refused(f"{number} is not an integer"):
        replay(forged)


@pytest.mark.parametrize("number", ["-0", "01", "+1", "0x1", "1_000", "--1", "1."])
def test_integers_have_one_spelling(number: str) -> None:
    with refused("file: not"):
        replay(written([["num", 12345]]).replace("12345", number))
