"""Identities from a file: TOML, or a Python literal.  Both are parsed and never run.

    [[identity]]                                 [{"left": "x[a + b]",
    left = "x[a + b]"                              "right": "x[b + a]"}]
    right = "x[b + a]"

The fields are the arguments of ``symstride.Identity``; ``axes`` has the numbers of axes to decide it for.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from symstride.errors import SpecError
from symstride.identity import Identity

MAX_BYTES: Final = 1_000_000
MAX_IDENTITIES: Final = 1000
_FIELDS: Final = (*(field.name for field in fields(Identity)), "axes")


@dataclass(frozen=True)
class Asked:
    """One identity of a file, what it is called there, and the numbers of axes to decide it for."""

    name: str
    identity: Identity
    axes: tuple[int, ...]


def read_identities(path: Path) -> list[Asked]:
    """All identities of a file; ``SpecError`` names the one that is wrong."""
    asked = f"symstride identity {path}"
    rows = _rows(_data(_text(path, asked), path, asked), asked)
    found = [_identity(row, n, asked) for n, row in enumerate(rows)]
    names = [one.name for one in found]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise SpecError(asked, "a name of its own for every identity", f"{twice[0]!r} twice", "rename one of them")
    return found


def _text(path: Path, asked: str) -> str:
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise SpecError(asked, f"at most {MAX_BYTES:,} bytes", f"{path.stat().st_size:,}", "split the file")
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as why:
        raise SpecError(asked, "a text file", str(why)[:200], "compare the path; the file is UTF-8") from None


def _data(text: str, path: Path, asked: str) -> Any:
    try:
        return tomllib.loads(text) if path.suffix == ".toml" else ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as why:
        got = f"{type(why).__name__}: {str(why)[:200]}"
        hint = "call a TOML file *.toml; any other file is one Python literal, a dict or a list of dicts"
        raise SpecError(asked, "TOML, or a Python literal", got, hint) from None


def _rows(data: Any, asked: str) -> list[Mapping[str, Any]]:
    if isinstance(data, dict) and "identity" in data:
        if set(data) != {"identity"}:
            other = ", ".join(sorted(map(str, set(data) - {"identity"})))
            raise SpecError(asked, "[[identity]] tables and nothing else", other[:200], "move it into its table")
        data = data["identity"]
    rows = [data] if isinstance(data, dict) else data
    if not isinstance(rows, list | tuple) or not rows or not all(isinstance(row, dict) for row in rows):
        hint = 'write [[identity]], or [{"left": "...", "right": "..."}]'
        raise SpecError(asked, "one identity or more", repr(data)[:200], hint)
    if len(rows) > MAX_IDENTITIES:
        raise SpecError(asked, f"at most {MAX_IDENTITIES:,} identities", f"{len(rows):,}", "split the file")
    return list(rows)


def _identity(row: Mapping[str, Any], position: int, asked: str) -> Asked:
    unknown = [str(name) for name in row if name not in _FIELDS]
    if unknown or "left" not in row or "right" not in row:
        got = f"{', '.join(map(str, row))}, in identity {position + 1}"
        raise SpecError(asked, f"left, right and some of {', '.join(_FIELDS)}", got[:300], "compare the spelling")
    axes = row.get("axes", 1)
    numbers = tuple(axes) if isinstance(axes, list | tuple) else (axes,)
    if not numbers or not all(type(n) is int for n in numbers):
        raise SpecError(asked, "axes, a number or a list of them", repr(axes)[:80], "write axes = [1, 2]")
    identity = Identity(**{name: value for name, value in row.items() if name != "axes"})
    return Asked(identity.name or f"identity-{position + 1}", identity, numbers)
