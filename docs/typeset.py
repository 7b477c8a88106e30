"""What the kernel writes in plain characters, as LaTeX: its rules' figures, and sequents."""

from __future__ import annotations

import inspect
import re

from symstride.proof.kernel.rules import RULES, Theorem
from symstride.proof.repeatable import ordered
from symstride.render.hypotheses import hypotheses_latex
from symstride.render.notation import Notation, plain

SIDES = {
    "assume": "",
    "cut": "",
    "cases": r"$f$ is $a \le b$, on integers",
    "instantiate": (
        "$s$ sends integer variables to integers and tensors of $n$ indices to maps of exactly $n$ indices; every name "
        "once, no value with a loose index"
    ),
    "ring": (
        "$s$ and $t$ are of one sort and have one polynomial normal form: the laws of commutative rings (integers) or "
        "semirings (scalars), numbers folded in div, mod and brackets, at every depth, under binders too"
    ),
    "rewrite": (
        "$f$ (template) and $z$ (hole) are given; $z$ is an integer variable or a tensor without indices, as $a$ is an "
        "integer or a scalar; $f[z := a]$ is the second conclusion itself"
    ),
    "cone": (
        r"$b - a \equiv \sum n_m \cdot \prod_j (b_j - a_j) + \sum p_i \cdot (c_i - d_i)$ as polynomials; $n_m \ge 1$, "
        "products may be empty, $c_i$ are integers"
    ),
    "under_sum": (
        r"$v$ is an integer variable, free in none of $H$, $\mathit{lo}$ and $\mathit{hi}$; $f$ and $g$ are scalars"
    ),
    "unfold": r"$t'$ is $t$ with every $D(\mathit{args})$ replaced by the body of $D$ at these arguments",
    "axiom": "the axiom of that name",
}
"""The side condition of each rule, as its figure has it, with the mathematics marked."""

_SIGNS = (
    (r"sum_\[(\w+),(\w+)\) \((\w+)\. (\w+)\)", r"\\sum_{\1 \\le \3 < \2} \4"),
    (r"\b([A-Z])\.\.", r"\1_1, \1_2, \\dots"),
    (r"\.\.\.", r"\\dots"),
    (r"\|-", r"\\vdash"),
    (r"<=", r"\\le"),
    (r" {5,}", r" \\qquad "),
    (r"\b(lo|hi)\b", r"\\mathit{\1}"),
)


def figure_parts(name: str) -> tuple[str, str, str]:
    """Premises, conclusion and side condition of a rule, as its figure has them in plain characters."""
    lines = inspect.cleandoc(RULES[name].figure).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("--"))
    width = len(lines[at]) - len(lines[at].lstrip("-"))
    sides = [line[width:].strip() for line in lines[at:]]
    return " ".join(lines[:at]).strip(), lines[at + 1][:width].strip(), " ".join(filter(None, sides))


def figure_latex(name: str) -> str:
    """The rule as a fraction: premises above the line, below it the theorem that it makes."""
    premises, conclusion, _ = figure_parts(name)
    above = _latex(premises) or r"\quad"
    return rf"\frac{{{above}}}{{{_latex(conclusion)}}}"


def _latex(text: str) -> str:
    for plain_sign, sign in _SIGNS:
        text = re.sub(plain_sign, sign, text)
    return text


def sequent_latex(theorem: Theorem) -> str:
    """Hypotheses, turnstile, conclusion, each as it stands."""
    hyps, concl = ordered(theorem.hyps), theorem.concl
    notation = Notation([concl, *hyps])
    before = ", ".join(hypotheses_latex(hyps, notation))
    return plain(rf"{before} \vdash {notation.as_it_is(concl)}").strip()
