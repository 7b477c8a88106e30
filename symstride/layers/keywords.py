"""What to say of an argument that a layer does not have."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from symstride.errors import SpecError


def unknown_argument(made: type, named: Mapping[str, object]) -> SpecError:
    """The refusal of arguments of which ``made`` has none, with the one that may be meant."""
    known = [name for name in made.__init__.__annotations__ if name != "return"]  # type: ignore[misc]  # its own
    first = next(name for name in named if name not in known)
    near = get_close_matches(first, known, n=1)
    hint = f"did you mean {near[0]}?" if near else "leave it out"
    return SpecError(f"{made.__name__}({first}=...)", f"arguments among: {', '.join(known)}", first[:80], hint)
