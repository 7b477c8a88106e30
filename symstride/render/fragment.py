r"""A theorem for somebody's own paper: what ``\input`` reads, and the BibTeX entries that it cites.

Nothing in it needs a package or belongs into a preamble.  Every letter is a command, so that the host may set it;
labels have a prefix, and equations are numbered by the host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from symstride.errors import NotSupported, SpecError
from symstride.escaping import TeX
from symstride.render.document import Definitions, Document, Items, ProofChain, Prose, Statement
from symstride.render.latex import environment
from symstride.render.letters import in_formulas, is_letter, letters_of, tokens
from symstride.render.references import bibtex
from symstride.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

PREFIX: Final = "ss"
_PREFIX: Final = re.compile("[A-Za-z]{1,20}")
_OWN: Final = re.compile(
    r"(?<=\\)ss(?=[A-Za-z])|(?<=\{)ss(?=(?:claim|shown|proof|theorem|lemma|cases)\})|(?<=\\end)ss(?=[a-z])"
)
_LABEL: Final = re.compile(r"(?<=\{)(eq|lem|thm):ss:")


def render_fragment(document: Document, letters: Mapping[str, str], digest: str, prefix: str = PREFIX) -> str:
    """The theorem with what it needs and its proof, from a document in its own letters.

    ``letters`` are what some are printed as unless the host says otherwise.  Commands and labels begin with
    ``prefix``, one to twenty letters.  Raises ``SpecError`` for another prefix, ``NotSupported`` for a network.
    """
    if not _PREFIX.fullmatch(prefix):
        raise SpecError("fragment(prefix=...)", "one to twenty letters", repr(prefix)[:80], "for instance prefix='ss'")
    used = [block for name in ("setting", "theorem", "proof") for block in document.section(name)]
    blocks = [block for block in used if isinstance(block, Prose | Definitions | Items | Statement | ProofChain)]
    theorem = next((block for block in document.section("theorem") if isinstance(block, Statement)), None)
    if theorem is None:
        got, hint = "a theorem about a whole network, which refers to its drawing", "take a layer, or include proof.pdf"
        raise NotSupported("fragment()", "a theorem about a layer, or of the catalogue", got, hint)
    commands = {letter: letter.lstrip("\\") for letter in letters_of(blocks)}
    said = [(command, TeX(letters.get(letter, letter))) for letter, command in sorted(commands.items())]
    made = [in_formulas(block, _commands) for block in blocks]
    claims = [block for block in made if isinstance(block, Statement)]
    place = [block for block in blocks if isinstance(block, Statement)].index(theorem)
    body = _environment().get_template("fragment.tex.j2").render(
        digest=digest, version=__version__, key=key_of(digest), letters=said, theorem=claims[place],
        setting=[block for block in made if isinstance(block, Prose | Definitions | Items)],
        lemmas=[claim for n, claim in enumerate(claims) if n != place],
        chains={block.claim: block for block in made if isinstance(block, ProofChain)},
    )  # fmt: skip
    return _LABEL.sub(rf"\1:{prefix}:", _OWN.sub(prefix, body))


def _commands(formula: str) -> str:
    """A formula with a command for each letter, in braces where a sign is put to it."""

    def put(found: re.Match[str]) -> str:
        if not is_letter(found[0]):
            return found[0]
        command, behind = rf"\ss{found[0].lstrip(chr(92))}", formula[found.end() : found.end() + 1]
        return f"{{{command}}}" if behind in ("_", "^", "'") else command + " " * behind.isalpha()

    return tokens().sub(put, formula)


@cache
def _environment() -> Environment:
    """The environment for LaTeX, which also knows the commands of a fragment."""
    made = environment().overlay()
    made.filters = {**environment().filters, "own": own, "lemmarefs": lemmarefs}
    return made


def own(text: str) -> TeX:
    """LaTeX with the fragment's commands in place of those of a whole paper, and of packages that it may lack."""
    mine = re.sub(r"\\(goodbrk|poorbrk|cite|text|boldsymbol)(?![A-Za-z])", r"\\ss\1", text)
    return TeX(re.sub(r"(?<=\\begin\{)cases(?=\})|(?<=\\end\{)cases(?=\})", "sscases", mine))


def lemmarefs(numbers: tuple[int, ...]) -> TeX:
    """(Lemma 1), by its label."""
    refs = " and ".join(rf"\ref{{lem:ss:{n}}}" for n in numbers)
    return TeX(f" (Lemma{'s' if len(numbers) > 1 else ''}~{refs})" if numbers else "")


# ------------------------------------------------------------------------------------------------ citations


def key_of(digest: str) -> str:
    """The BibTeX key of a certificate."""
    return f"symstride-{digest[:12]}"


_RAGGED: Final = r"\hfil\allowbreak\hfilneg{}"
"""A break that does not stretch its line."""


def render_bibtex(document: Document, digest: str) -> str:
    """An entry for symstride with the digest of the certificate, and one for each source."""
    groups = [digest[n : n + 8] for n in range(0, len(digest), 8)]
    own_entry = f"""\
@misc{{{key_of(digest)},
  author = {{{{The symstride developers}}}},
  title = {{symstride: proved identities about stride in convolutional networks}},
  note = {{Version {__version__}. Certificate with SHA-256 \\texttt{{{_RAGGED.join(groups)}}}}}
}}
"""
    return f"{own_entry}\n{bibtex(document.references)}"
