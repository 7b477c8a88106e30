"""One JSON key twice: Python takes the last, another reader the first."""

import pytest
from forging import genuine, text_of
from soundness import refused

from symstride.proof.kernel.replay import replay

NOT_CANONICAL = "not the canonical text of its data"


@pytest.mark.parametrize("key", ["format", "about", "terms", "steps", "claims"])
def test_a_second_value_at_the_end(key: str) -> None:
    text = text_of(genuine()).rstrip("\n")
    with refused(NOT_CANONICAL):
        replay(text[:-1] + f',"{key}":{_same(key, text)}}}')


def _same(key: str, text: str) -> str:
    import json

    from symstride.proof.kernel.replay import canonical

    return canonical(json.loads(text)[key])


def test_a_second_value_in_about() -> None:
    text = text_of(genuine())
    with refused(NOT_CANONICAL):
        replay(text.replace('"about":{}', '"about":{"layer":1,"layer":2}'))


def test_other_spellings_of_one_text() -> None:
    text = text_of(genuine())
    for other in (
        text.replace(",", ", ", 1), text.replace(":", " :", 1), "\ufeff" + text, " " + text, text + "\n", text + " ",
        text.replace('"num"', '"\\u006eum"', 1), text.replace('"terms"', '"\\u0074erms"', 1), "\n" + text,
        text.replace("[", "[ ", 1), text.replace("\n", "\r\n"),
    ):  # fmt: skip
        with refused("file: not"):
            replay(other)
