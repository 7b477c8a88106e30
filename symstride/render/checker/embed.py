"""The second checker as a piece of HTML: whoever opens the page replays the certificate in their own browser.

The piece needs no network and no file beside it.  It has no inline handlers and no style attributes, so that a page may
forbid everything but the scripts and the style sheet below (``policy_sources``).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from symstride.errors import InternalError

if TYPE_CHECKING:
    from markupsafe import Markup

_ASKED: Final = "checker_fragment(certificate_text)"
_ONE_LINE: Final = re.compile(r"[ -~]*\n?")
_ESCAPE: Final = re.compile(r"\\(u003c|.)")


@dataclass(frozen=True, slots=True)
class PolicySources:
    """What a Content-Security-Policy has to allow for the checker: ``script-src`` and ``style-src``, nothing else."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def checker_fragment(certificate_text: str) -> Markup:
    """The section with the checker, and the certificate in it; for the body of a page, once.

    The text is replayed as it stands, genuine or not.  Where it is about an identity the reader of texts comes with it.
    Raises ``InternalError`` for a text that could not be got back
    from the page character by character: anything but one line of printable ASCII in which no < is escaped.
    """
    from markupsafe import Markup

    pieces = (
        f"<style>{_source('page.css')}</style>",
        _source("fragment.html").strip(),
        f'<script type="application/json" id="certificate">{_embedded(certificate_text)}</script>',
        f'<script id="checker-source">{_source("checker.js")}</script>',
        f"<script>{_source('formulas.js')}</script>",
        *([f'<script id="checker-notation">{_source("notation.js")}</script>'] if _has_texts(certificate_text) else []),
        f"<script>{_source('page.js')}</script>",
    )
    return Markup("\n".join(pieces))


def policy_sources() -> PolicySources:
    """The hashes of the four scripts and of the style sheet: ``'sha256-...'``, quotes included.

    A data block such as the certificate is not a script, so that these stay the same for every page.
    """
    scripts = ("checker.js", "formulas.js", "notation.js", "page.js")
    return PolicySources(scripts=tuple(map(_hash, scripts)), styles=(_hash("page.css"),))


def checker_source() -> str:
    """The checker alone: a JavaScript file that runs under Node, too."""
    return _source("checker.js")


@cache
def _source(name: str) -> str:
    text = files("symstride.render.checker").joinpath(name).read_text(encoding="utf-8")
    if name.endswith(".js") and re.search(r"<(?:!--|/?script)", text, flags=re.IGNORECASE):
        raise InternalError(_ASKED, "scripts that may stand inside a script element", name, "report this")
    return text


def _has_texts(certificate: str) -> bool:
    """Does it carry the texts of an identity?  Inside of strings quotes are escaped, so that no text looks like it."""
    return '"identity":' in certificate


def _embedded(text: str) -> str:
    r"""The text for a script element: every < becomes \u003c, so that nothing in it can end the element.

    It stays JSON with the same data.  The page takes the escapes back; canonical text has none of its own.
    """
    if _ONE_LINE.fullmatch(text) is None or "u003c" in _ESCAPE.findall(text):
        raise InternalError(_ASKED, "one line of canonical JSON", json.dumps(text[:60]), "report this, with the layer")
    return text.replace("<", r"\u003c")


def _hash(name: str) -> str:
    digest = hashlib.sha256(_source(name).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
