"""Sabotage of the kernel in Rocq: changes that would have it accept too much, and what loses its proof by each."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

FILES = ("Terms", "Normal", "Rules", "Checker", "Readable")

SABOTAGE = {
    # terms and what is done to them
    "lifting: forgotten for a variable": ("Terms", "Some i => lift_integer 0 d i", "Some i => i"),
    "opening: forgotten lifting": ("Terms", "lift_integer 0 k (nth (j - k) vs (Num 0))", "nth (j - k) vs (Num 0)"),
    "lifting: binders not counted": ("Terms", "(lift_scalar (S c) by_ t)", "(lift_scalar c by_ t)"),
    "substitution: any arity": (
        "Terms",
        "if (Pos.eqb x y && Nat.eqb n m)%bool then Some t",
        "if Pos.eqb x y then Some t",
    ),
    "substitution: not under a binder": ("Terms", "(substitute_scalar s (S d) t)", "(substitute_scalar s d t)"),
    # normal forms
    "normal form: the sign trick for <=": ("Normal", "negb le && leading_negative d", "leading_negative d"),
    "normal form: a bracket of 0 <= 0": (
        "Normal",
        "(if le then 0 <=? z else 0 =? z)",
        "(if le then 0 <? z else 0 =? z)",
    ),
    "normal form: any two monomials": ("Normal", "match compare_lists cmp m m' with", "match Eq with"),
    "normal form: a coefficient lost": ("Normal", "let s := kadd c c' in", "let s := c in"),
    "normal form: any two functions": ("Normal", "Pos.compare f g ;; compare_scalars a b", "compare_scalars a b"),
    "normal form: quotients of quotients": (
        "Normal",
        "integer_atom (Div (integer_term p) (integer_term q))",
        "integer_atom (Div (integer_term q) (integer_term p))",
    ),
    # rules
    "assume: nothing": ("Rules", "{| hyps := [f]; concl := f |}", "{| hyps := []; concl := f |}"),
    "cut: hypotheses lost": ("Rules", "union (hyps s) (remove (concl s) (hyps t))", "remove (concl s) (hyps t)"),
    "cut: any fact": ("Rules", "if member (concl s) (hyps t) then", "if true then"),
    "cases: off by one": ("Rules", "formula := Le (Add a (Num 1)) b", "formula := Le a b"),
    "cases: two conclusions": ("Rules", "if same_formula (concl y) (concl n)", "if true"),
    "cases: not the other case": ("Rules", "(remove (less b a) (hyps n))", "(remove (less a b) (hyps n))"),
    "instantiate: hypotheses left": ("Rules", "union (map (substitute s) (hyps t)) []", "hyps t"),
    "rewrite: any template": ("Rules", "if same_formula (substitute u f) (concl t) then", "if true then"),
    "rewrite: hypotheses lost": (
        "Rules",
        "Some {| hyps := union (hyps q) (hyps t); concl := substitute v f |}",
        "Some {| hyps := hyps t; concl := substitute v f |}",
    ),
    "cone: any coefficient": ("Rules", "if 0 <? n then", "if true then"),
    "cone: any goal": (
        "Rules",
        "if nil_b (add_integers (difference a b) (negate (add_integers p q))) then",
        "if true then",
    ),
    "under_sum: v in an end": ("Rules", "integer_within (all_but x) 0 hi", "integer_within yes_i 0 hi"),
    "under_sum: v in a hypothesis": (
        "Rules",
        "forallb (formula_within (all_but x) yes_t) h",
        "forallb (formula_within yes_i yes_t) h",
    ),
    "unfold: an open body": (
        "Rules",
        "if scalar_within (has_i ps) (has_t ps) 0 B then",
        "if scalar_within yes_i yes_t 0 B then",
    ),
    "unfold: other parameters": ("Rules", "Pos.eqb d D && keys_eqb (keys a') ps &&", "Pos.eqb d D &&"),
    "unfold: another body": (
        "Rules",
        "&& is_eq (compare_scalars body B) then substitute_scalar a' 0 body",
        " then substitute_scalar a' 0 B",
    ),
    # axioms
    "antisymmetry: one side": ("Rules", "seq [Le a b; Le b a]", "seq [Le a b]"),
    "mod_low: any divisor": ("Rules", "mod_low => seq [Le (Num 1) b]", "mod_low => seq []"),
    "bracket_not_eq: equal": ("Rules", "bracket_not_eq => seq [less a b]", "bracket_not_eq => seq [Le a b]"),
    "sum_delta: no upper end": ("Rules", "seq [Le lo e; less e hi]", "seq [Le lo e]"),
    "sum_swap: indices left": ("Rules", "(total (f [inner; outer]))", "(total (f [outer; inner]))"),
    # the checker
    "checker: any conclusion": ("Checker", "&& same_formula k (concl u)", ""),
    "checker: fewer hypotheses": ("Checker", "subset (hyps u) h && ", ""),
    "reading: < for <=": (
        "Readable",
        "| _ => integer_reads (integer_at e) [] a <=",
        "| _ => integer_reads (integer_at e) [] a <",
    ),
}
"""What is done: the file, the text there, and what stands in its place."""


def failing_lemma(text: str, said: str) -> str:
    """The lemma or theorem in whose proof Rocq stopped."""
    ((line, column),) = re.findall(r"line (\d+), characters (\d+)", said)
    lines = text.splitlines()[: int(line)]
    before = "\n".join([*lines[:-1], lines[-1][: int(column)]])
    opened = re.findall(r"\b(Proof|Qed|Defined)\.", before)
    *_, lemma = re.findall(r"^ *(?:Lemma|Theorem) (\w+)", before, flags=re.MULTILINE)
    assert opened[-1] == "Proof", f"no proof fails, but: {said}"
    return str(lemma)


def proof_that_fails(library: Path, place: Path, file: str, old: str, new: str) -> str:
    """The lemma whose proof fails with one text replaced; empty if all of it compiles.

    ``library`` is the compiled library, ``place`` an empty folder.  An error outside of a proof would show nothing, and
    is one here.
    """
    folder = place / "Kernel"
    shutil.copytree(library / "Kernel", folder)
    path = folder / f"{file}.v"
    pattern = r"\s+".join(map(re.escape, old.split()))
    text, count = re.subn(pattern, lambda _: new, path.read_text())
    assert count >= 1, "there is no such text"
    path.write_text(text)
    for name in FILES[FILES.index(file) :]:
        command = ["coqc", "-q", "-w", "none", "-Q", ".", "Symstride", f"Kernel/{name}.v"]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=300)
        if done.returncode:
            return failing_lemma((folder / f"{name}.v").read_text(), done.stdout + done.stderr)
    return ""
