"""What a verb of the command line is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from symstride.cli.screen import Screen


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: ``arguments`` declares what it takes, ``run`` does it and returns the exit code.

    ``summary`` is its line in the list of verbs, ``text`` the first paragraph of its own help, and ``examples`` are
    commands with a word on each, printed under it.
    """

    name: str
    summary: str
    text: str
    examples: tuple[tuple[str, str], ...]
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Screen], int]
