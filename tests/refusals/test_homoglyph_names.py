"""Names that look alike: Cyrillic letters, full-width letters, Greek, accents, look-alike digits."""

import pytest
from forging import edited, written
from soundness import refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.terms import make

NAMES = {
    "Cyrillic a": "\u0430", "Greek alpha": "\u03b1", "full-width a": "\uff41", "a with an accent": "\u00e1",
    "combining accent": "a\u0301", "zero width space": "a\u200b", "Arabic digit": "a\u0661", "long s": "\u017f",
    "right to left mark": "a\u200f", "lone surrogate": "\ud800", "not a character": "\uffff",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize(("tag", "arguments"), [("var", ()), ("entry", ())])
def test_a_name_is_ascii(name: str, tag: str, arguments: tuple[object, ...]) -> None:
    with refused(f"{tag}: wrong kind of argument"):
        make(tag, name, *arguments)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_in_a_certificate(name: str) -> None:
    with refused("terms[0]: var: wrong kind of argument"):
        replay(written([["var", name]]))
    with refused("a claim has a name of its own"):
        replay(edited(lambda data: data["claims"][0].__setitem__(0, name)))
