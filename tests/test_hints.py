"""The type hints of everything public resolve, as tools that read them need it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cached_property
from typing import Any, get_type_hints

import pytest

import symstride as ss


def callables() -> Iterator[tuple[str, Any]]:
    """Public functions, public classes, and what these have that is public: methods, properties, constructors."""
    for name in sorted(ss.__all__):
        found = getattr(ss, name)
        if inspect.isclass(found):
            yield name, found
            for member, value in vars(found).items():
                if member == "__init__" or not member.startswith("_"):
                    plain = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
                    plain = plain.func if isinstance(plain, cached_property) else plain
                    if inspect.isfunction(plain):
                        yield f"{name}.{member}", plain
        elif callable(found):
            yield name, found


CALLABLES = dict(callables())


@pytest.mark.parametrize("name", [name for name in CALLABLES if "." not in name])
def test_hints_resolve(name: str) -> None:
    own = [name, *(other for other in CALLABLES if other.startswith(f"{name}."))]
    for each in own:
        hints = get_type_hints(CALLABLES[each])
        if inspect.isfunction(CALLABLES[each]) and each.partition(".")[0] not in ("SymstrideError",):
            assert "return" in hints, each


def test_members_are_looked_at() -> None:
    assert {"Conv.__init__", "Conv.subs", "Bank.polyphase", "Theorem.hypotheses", "Theorem.paper"} <= CALLABLES.keys()
    assert get_type_hints(ss.Conv.subs)["return"] is ss.Conv
    assert get_type_hints(ss.prove)["return"] is ss.Theorem
