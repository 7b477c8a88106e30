"""How much code stands behind a certificate: the modules that its replay loads, and their lines of code.

Blank lines, comments, docstrings and imports for type checkers alone, which no interpreter runs, do not count.
"""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_SILENT = frozenset(
    {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
    }
)
_LOADED = """
import sys, symstride
symstride.replay(sys.argv[1])
for name in sorted(sys.modules):
    if name.split(".")[0] == "symstride":
        print(name, sys.modules[name].__file__, sep="=")
"""


def code_lines(source: str) -> int:
    """The lines of a file that run: without blank ones, comments, docstrings, and imports for type checkers alone."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in _SILENT:
            lines |= set(range(token.start[0], token.end[0] + 1))
    return len(lines.difference(*map(_skipped, ast.walk(ast.parse(source)))))


def _skipped(node: ast.AST) -> range:
    """The lines of the node's docstring, or of what no interpreter runs."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return range(node.lineno, (node.body[-1].end_lineno or node.lineno) + 1)
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        match node.body:
            case [ast.Expr(value=ast.Constant(value=str()) as text), *_]:
                return range(text.lineno, (text.end_lineno or text.lineno) + 1)
    return range(0)


def loaded_by_replay(certificate: Path) -> Mapping[str, int]:
    """The code lines of each module that a fresh interpreter has loaded when it has replayed the certificate."""
    run = [sys.executable, "-c", _LOADED, str(certificate)]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT, timeout=100)
    rows = (line.split("=", 1) for line in done.stdout.splitlines())
    return {name: code_lines(Path(file).read_text(encoding="utf-8")) for name, file in rows}


def certificates() -> Iterator[Path]:
    """Those of the book of proofs."""
    return iter(sorted((ROOT / "proofs").glob("*/certificate.json")))


ROLES = {
    "derivations": ("symstride.proof.kernel.",),
    "statements": (
        "symstride.proof.language.definitions",
        "symstride.proof.language.operators",
        "symstride.proof.language.syntax",
        "symstride.proof.language.tidy",
        "symstride.proof.language.translate",
        "symstride.proof.statements.",
        "symstride.layers.",
        "symstride.algebra.",
        "symstride.network.subject",
    ),
    "the rest": ("symstride",),
}
"""What modules are trusted for, by how their names begin; the first that fits counts."""


def role_of(module: str) -> str:
    """``derivations``, ``statements``, or ``the rest``: reading the file, comparing, witnesses, messages."""
    return next(role for role, starts in ROLES.items() if module.startswith(starts))


def by_role(lines: Mapping[str, int]) -> Mapping[str, Mapping[str, int]]:
    """The modules that have code, with their lines, by role."""
    return {role: {m: n for m, n in lines.items() if n and role_of(m) == role} for role in ROLES}
