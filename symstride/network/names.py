"""Names that nothing else has: the one way in which networks, rewritings and files get new ones."""

from __future__ import annotations

from collections.abc import Iterable


class Names:
    """The names that are in use in one namespace.

    ``free(base)`` answers with one more and takes it into use.  Names never become free again, so each base is counted
    up once: a million names with one base take a million steps.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._tried: dict[tuple[str, str], int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    def add(self, *names: str) -> None:
        """Take names into use; they may be in use already."""
        self._taken.update(names)

    def free(self, base: str) -> str:
        """``base``, or the first of base-2, base-3, ... that is not in use."""
        return self._first(base, "-", 1) if base in self._taken else self._take(base)

    def numbered(self, base: str) -> str:
        """The first of base1, base2, ... that is not in use."""
        return self._first(base, "", 0)

    def _first(self, base: str, dash: str, tried: int) -> str:
        number = self._tried.get((base, dash), tried) + 1
        while f"{base}{dash}{number}" in self._taken:
            number += 1
        self._tried[base, dash] = number
        return self._take(f"{base}{dash}{number}")

    def _take(self, name: str) -> str:
        self._taken.add(name)
        return name
