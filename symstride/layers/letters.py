"""Letters for the indices and tensors of a formula: each its usual one, or another where a layer's symbol has that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

SPARE: Final = "hlrgdeqzvfn"
"""What gives way is written as one of these, the first that is free."""


def stem(name: str) -> str:
    """The letter of a numbered name: ``m`` for ``m``, ``m1``, ``m_1`` and ``m_``."""
    return re.sub(r"_?[0-9]*_*$", "", name) or name


def beside(usual: Iterable[str], taken: Iterable[str]) -> Mapping[str, str]:
    """For each usual letter itself, or the first spare one where the name in ``taken`` is that letter, or numbers it.

    The letters differ from one another and from all that is taken.
    """
    usual, stems = list(usual), set(map(stem, taken))
    spare = (letter for letter in chain(SPARE, map("h_{}".format, "abcdefgh")) if letter not in {*usual, *stems})
    return {letter: next(spare) if letter in stems else letter for letter in usual}
