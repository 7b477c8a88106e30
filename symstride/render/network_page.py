"""A paper about a network as one web page: no network, mathematics as MathML, the drawing as SVG."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from symstride.drawing.pictures.network import on_screen
from symstride.render.page import environment

if TYPE_CHECKING:
    from jinja2 import Environment

    from symstride.render.network_paper import NetworkPaper
    from symstride.render.network_tables import Named


def render_network_html(paper: NetworkPaper, certificate: str = "") -> str:
    """The whole page from its data; without a certificate there is no checker in it."""
    template = _environment().get_template("network.html.j2")
    return template.render(paper=paper, drawing=on_screen(paper.diagram), certificate=certificate)


@cache
def _environment() -> Environment:
    """The environment for HTML, which also knows names of layers and drawings of networks."""
    made = environment().overlay()
    made.filters = {**environment().filters, "names": names}
    return made


def names(row: Named) -> Markup:
    """Names of layers, and how many there are beside."""
    listed = Markup(", ").join(Markup("<code>{}</code>").format(name) for name in row.names)
    return listed + (f" and {row.more} more" if row.more else "")
