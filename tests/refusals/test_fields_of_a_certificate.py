"""Fields missing, added, in another order, of another type; another format; something that is no certificate."""

from typing import Any

import pytest
from forging import edited, genuine, text_of
from soundness import check, refused

from symstride.proof.kernel.replay import MAX_BYTES, Refused, replay

EDITS: dict[str, tuple[Any, str]] = {
    "an extra field": (lambda d: d.update(extra=1), "the fields are not"),
    "a field missing": (lambda d: d.pop("about"), "the fields are not"),
    "no claims field": (lambda d: d.pop("claims"), "the fields are not"),
    "another order": (lambda d: d.update(format=d.pop("format")), "the fields are not"),
    "a proto field": (lambda d: d.update(__proto__={}), "the fields are not"),
    "format 2": (lambda d: d.update(format="symstride-certificate-2"), "the format is not"),
    "format true": (lambda d: d.update(format=True), "the format is not"),
    "format in a list": (lambda d: d.update(format=["symstride-certificate-1"]), "the format is not"),
    "about a number": (lambda d: d.update(about=5), "about is not an object"),
    "about a list": (lambda d: d.update(about=[]), "about is not an object"),
    "about with a bad key": (lambda d: d.update(about={"a b": 1}), "about: a key is not a name"),
    "about with a nested bad key": (lambda d: d.update(about={"a": [{"": 1}]}), "about: a key is not a name"),
    "about with a control character": (lambda d: d.update(about={"a": "\x07"}), "about: not plain data"),
    "about with a Cyrillic text": (lambda d: d.update(about={"a": "\u0430"}), "about: not plain data"),
    "claims an object": (lambda d: d.update(claims={}), "malformed list"),
    "steps a text": (lambda d: d.update(steps="axiom"), "malformed list"),
}


@pytest.mark.parametrize(("edit", "why"), EDITS.values(), ids=EDITS)
def test_an_edited_field_is_refused(edit: Any, why: str) -> None:
    with refused(why, Refused):
        replay(edited(edit))


@pytest.mark.parametrize("data", [[], 1, "certificate", None, True, [1], {}], ids=repr)
def test_other_data(data: object) -> None:
    with refused("the fields are not", Refused):
        replay(text_of(data))


@pytest.mark.parametrize("text", ["", "{", "[", "nul", "{}{}", "{'format': 1}", "\x00", "\ud800", "<html>"], ids=repr)
def test_no_json(text: str) -> None:
    with refused("file: not a certificate", Refused):
        replay(text)


@pytest.mark.parametrize("text", [None, b"{}", bytearray(b"{}"), 7, ["{}"]], ids=repr)
def test_no_text(text: Any) -> None:
    with refused("a certificate is a text", Refused):
        replay(text)


def test_a_text_of_another_type() -> None:
    class Text(str):
        """Could change between two looks."""

    with refused("a certificate is a text", Refused):
        replay(Text(text_of(genuine())))


def test_too_long_a_text_is_not_looked_at() -> None:
    with refused("longer than", Refused):
        replay("[" * (MAX_BYTES + 1))
    check(MAX_BYTES >= 2**20)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_certificate(share: float) -> None:
    text = text_of(genuine())
    with refused("file: not a certificate", Refused):
        replay(text[: int(share * len(text))])
