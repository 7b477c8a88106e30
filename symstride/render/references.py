"""The bibliography: BibTeX data shipped beside the paper, and the list printed in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from symstride.errors import InternalError
from symstride.render.prose import quote


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry: its key, the BibTeX text it came from, and how it is printed (running text)."""

    key: str
    bibtex: str
    printed: str


_ENTRY: Final = re.compile(r"@(?P<kind>\w+)\{(?P<key>[\w-]+),\n(?P<fields>(?:  .*\n)+)\}\n")
_FIELD: Final = re.compile(r"  (\w+) = \{(.*)\},?\n")


@cache
def library() -> dict[str, Reference]:
    """All references of the package, by key."""
    text = files("symstride.render").joinpath("templates/references.bib").read_text(encoding="utf-8")
    return {found["key"]: _reference(found) for found in _ENTRY.finditer(text)}


def _reference(found: re.Match[str]) -> Reference:
    fields = {name: quote(re.sub(r"[{}]", "", value)) for name, value in _FIELD.findall(found["fields"])}
    edition = [f"{fields['edition']} edition"] if "edition" in fields else []
    where = fields.get("number") or fields.get("booktitle")  # a preprint's number says where it is
    details = [where, *edition, fields.get("publisher"), fields["year"]]
    stop = "" if fields["title"].endswith("?") else "."
    printed = f"{_authors(fields['author'])}. *{fields['title']}*{stop} {', '.join(part for part in details if part)}."
    return Reference(found["key"], found[0], printed)


def _authors(names: str) -> str:
    """First names last: "Kong, Chen and Lucey, Simon" as "Chen Kong and Simon Lucey"."""
    people = [" ".join(reversed(name.split(", "))) for name in names.split(" and ")]
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"


def cited(keys: Iterable[str]) -> tuple[Reference, ...]:
    """The references for some keys, each once, in order of first citation."""
    known = library()
    keys = tuple(dict.fromkeys(keys))
    missing = [key for key in keys if key not in known]
    if missing:
        asked, expected = "printing references", f"keys in {', '.join(known)}"
        raise InternalError(asked, expected, ", ".join(missing), "add the entry to references.bib")
    return tuple(known[key] for key in keys)


def bibtex(references: Iterable[Reference]) -> str:
    """The BibTeX file of some references."""
    return "\n".join(reference.bibtex for reference in references)
