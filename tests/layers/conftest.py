"""One way to assert a refusal: the type, and four parts that say something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from symstride.errors import SpecError, SymstrideError

Refused = Callable[..., SymstrideError]


def check_four_parts(error: SymstrideError) -> None:
    """Each part is one line of text that is neither empty nor a page long."""
    for part in (error.asked, error.expected, error.got, error.hint):
        assert isinstance(part, str)
        assert part.strip()
        assert "\n" not in part
        assert len(part) < 400
    assert len(str(error).splitlines()) == 4


def check_refused(call: Callable[[], Any], kind: type[SymstrideError] = SpecError, *words: str) -> SymstrideError:
    """Run ``call``, which must raise exactly ``kind``, in one line per part, the text holding all ``words``."""
    with pytest.raises(kind) as caught:
        call()
    error = caught.value
    assert type(error) is kind
    check_four_parts(error)
    for word in words:
        assert word in str(error)
    return error


@pytest.fixture(scope="session")  # these fixtures hold no state, and Hypothesis asks for wide scopes
def refused() -> Refused:
    return check_refused


@pytest.fixture(scope="session")
def four_parts() -> Callable[[SymstrideError], None]:
    return check_four_parts
