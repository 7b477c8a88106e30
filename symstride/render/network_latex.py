"""A paper about a network as LaTeX."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from symstride.drawing.pictures.network import on_pages, weight
from symstride.escaping import TeX, code
from symstride.render.latex import environment

if TYPE_CHECKING:
    from jinja2 import Environment

    from symstride.render.network_paper import NetworkPaper
    from symstride.render.network_tables import Named

SHOWN: Final = 48
"""A name with more characters has its middle left out in a table."""


def render_network_tex(paper: NetworkPaper) -> str:
    """The whole document from its data."""
    template = _environment().get_template("network.tex.j2")
    source = template.render(paper=paper, drawings=on_pages(paper.diagram))
    return source.replace(r"\bar{X'}", r"\bar{X}'")  # the prime beside the bar; names have their braces escaped


@cache
def _environment() -> Environment:
    """The environment for LaTeX, which also knows names of layers and drawings of networks."""
    made = environment().overlay()
    made.filters = {
        **environment().filters,
        "names": names,
        "title": title,
    }
    return made


def names(row: Named, room: int) -> TeX:
    """Names of layers in typewriter letters, broken only when longer than ``room``, and how many there are beside."""
    printed = [rf"\mbox{{{code(n)}}}" if weight(n) <= room else code(_shortened(n)) for n in row.names]
    return TeX(", ".join(printed) + (f" and {row.more} more" if row.more else ""))


def title(name: str) -> TeX:
    """A name in the letters around it, which may break wherever ``code`` may."""
    return TeX(code(_shortened(name)).removeprefix(r"\texttt{").removesuffix("}"))


def _shortened(name: str) -> str:
    """The name, or its ends."""
    if len(name) <= SHOWN:
        return name
    half = (SHOWN - 1) // 2
    return f"{name[:half]}\u2026{name[-half:]}"
