"""The collection, read from its files as ``symstride identity FILE`` reads them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from symstride.cli.identity_files import Asked, read_identities
from symstride.identity import Identity

HERE = Path(__file__).resolve().parent
FIELDS = {
    "multirate": "multirate signal processing",
    "circular": "circular convolution and index maps",
    "lowering": "convolution as a matrix product",
    "layers": "layers of networks",
    "pooling": "pooling and prefix sums",
    "sums-and-floors": "finite sums and floors",
    "fast": "fast algorithms",
}
"""The files of ``identities/``, and what they are about."""
MARK = "-false-"
"""In the name of a variant, between the name of the identity that it spoils and a number."""


@dataclass(frozen=True)
class Stated:
    """An identity that holds: its field, the numbers of axes that make sense, where it comes from."""

    field: str
    asked: Asked

    @property
    def name(self) -> str:
        """The name, one of its own in the whole collection."""
        return self.asked.name

    @property
    def source(self) -> str:
        """What stands behind the statement in words."""
        return self.asked.identity.words.split(" Source: ")[1].removesuffix(".")


@dataclass(frozen=True)
class Spoiled:
    """A variant that fails: the identity that it spoils, and how."""

    asked: Asked

    @property
    def name(self) -> str:
        """The name, as in ``no-checkerboard-false-1``."""
        return self.asked.name

    @property
    def spoils(self) -> str:
        """The name of the identity."""
        return self.name.rsplit(MARK, 1)[0]

    @property
    def how(self) -> str:
        """What is wrong in it."""
        return self.asked.identity.words.split(": ", 1)[1].removesuffix(".")


def true_ones() -> list[Stated]:
    """All identities, field by field."""
    return [Stated(field, one) for field in FIELDS for one in read_identities(HERE / "identities" / f"{field}.toml")]


def false_ones() -> list[Spoiled]:
    """All variants."""
    return [Spoiled(one) for one in read_identities(HERE / "false.toml")]


def with_steps(identity: Identity) -> Identity | None:
    """The identity with the terms on the way that ``steps.toml`` has for it; None where it has none."""
    steps = tomllib.loads((HERE / "steps.toml").read_text(encoding="utf-8")).get(identity.name)
    return replace(identity, steps=[(text, reason) for text, reason in steps]) if steps else None


def files() -> Iterator[Path]:
    """The files that are not to be changed."""
    yield from (HERE / "identities" / f"{field}.toml" for field in FIELDS)
    yield HERE / "false.toml"


def digest() -> str:
    """SHA-256 of the texts of all these files, one after the other."""
    whole = hashlib.sha256()
    for path in files():
        whole.update(path.read_text(encoding="utf-8").encode())
    return whole.hexdigest()
