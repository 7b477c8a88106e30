r"""Running text with mathematics: ``$...$`` is LaTeX, ``*...*`` stressed, ``@...@`` a citation, backquotes hold code.

A backslash before one of these marks, or before another backslash, makes it an ordinary character outside of
mathematics.  ``quote`` does that for text that comes from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal, TypeAlias

from symstride.errors import InternalError

Kind: TypeAlias = Literal["text", "math", "code", "stress", "cite"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text of one kind; ``text`` is free of marks."""

    kind: Kind
    text: str


Text: TypeAlias = str | tuple[Span, ...]
"""Running text: with marks, or in pieces, of which those that come from elsewhere need no quoting."""

MARKS: Final[dict[str, Kind]] = {"$": "math", "`": "code", "*": "stress", "@": "cite"}
_TOKEN: Final = re.compile(r"\\([\\$`*@])|([$`*@])")
_QUOTED: Final = re.compile(r"[\\$`*@]")


def quote(text: str) -> str:
    """Text from elsewhere as ordinary running text."""
    return _QUOTED.sub(lambda found: "\\" + found[0], text)


def spans(text: Text) -> tuple[Span, ...]:
    """The pieces of a running text.  Refuses a mark that is not closed."""
    if not isinstance(text, str):
        return text
    out: list[Span] = []
    words, position = "", 0
    while found := _TOKEN.search(text, position):
        words += text[position : found.start()]
        position = found.end()
        if found[1]:
            words += found[1]
            continue
        mark = found[2]
        end = text.find(mark, position)
        if end < 0:
            raise InternalError("printing a text", f"a closing {mark}", text, "close or quote the mark")
        if words:
            out.append(Span("text", words))
        out.append(Span(MARKS[mark], text[position:end]))
        words, position = "", end + 1
    words += text[position:]
    return (*out, Span("text", words)) if words else tuple(out)


def marked(pieces: Iterable[Span]) -> str:
    """The pieces as one running text with marks; only pieces that were read from one have such a text."""
    signs = {kind: mark for mark, kind in MARKS.items()}
    return "".join(quote(p.text) if p.kind == "text" else f"{signs[p.kind]}{p.text}{signs[p.kind]}" for p in pieces)


COMMANDS: Final = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega Gamma "
    "Delta Theta Lambda Xi Pi Sigma Phi Psi Omega le ge ne lt gt leq geq neq sum prod in notin cdot times star circ pm "
    "lfloor rfloor lceil rceil bmod mod min max ldots cdots dots infty to mapsto mathrm mathit mathbf mathbb mathtt "
    "bar tilde widetilde hat mathring frac sqrt".split()
)
"""What mathematics that comes from elsewhere may use: signs and letters, nothing that defines or reads."""
_SIGNS: Final = re.compile(r"(?:\\[A-Za-z]+|\\[,;:! ]|[A-Za-z0-9 +*/=<>()\[\]|.,:;!?'_^{}-])+")


def is_formula(latex: str) -> bool:
    """Is it mathematics that only prints something, and leaves the rest of a paper as it is?"""
    depths = list(accumulate((sign == "{") - (sign == "}") for sign in latex))
    return (
        _SIGNS.fullmatch(latex) is not None
        and "^^" not in latex  # TeX's way to write any character
        and COMMANDS.issuperset(re.findall(r"\\([A-Za-z]+)", latex))
        and min(depths) >= 0 == depths[-1]
    )


def listed(texts: Sequence[str]) -> str:
    """a, b and c."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def words(text: Text) -> str:
    """Running text as plain text, for the title bar."""
    return "".join(_sign_words(span.text) if span.kind == "math" else span.text for span in spans(text))


def _sign_words(latex: str) -> str:
    for command, sign in ((r"\times", "×"), (r"\delta", "δ"), (r"\mathrm", ""), (r"\,", " ")):
        latex = latex.replace(command, sign)
    return re.sub(r"[{}\\]", "", latex)


def anchor(name: str) -> str:
    """What a link to it says behind its number sign: Theorem 1 is theorem-1."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))
