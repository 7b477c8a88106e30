"""The tables of the kernel, typed in a second time: nothing is added, dropped or reworded by accident."""

from __future__ import annotations

import dataclasses

import pytest
from soundness import check, refused

from symstride.proof.kernel import polynomials, replay, terms
from symstride.proof.kernel import rules as kernel
from symstride.proof.kernel.rules import AXIOMS, KINDS, RULES
from symstride.proof.kernel.terms import ARGUMENTS, SORTS

RULE_KINDS = {
    "assume": "formula",
    "cut": "theorem theorem",
    "cases": "formula theorem theorem",
    "instantiate": "theorem substitution",
    "ring": "term term",
    "rewrite": "theorem theorem formula key",
    "cone": "formula products equations",
    "under_sum": "theorem key integer integer",
    "unfold": "term definition",
    "axiom": "name",
}
AXIOM_TEXTS = {
    "antisymmetry": "a <= b, b <= a |- a = b",
    "division": "|- a = (b*(a div b) + (a mod b))",
    "mod_low": "1 <= b |- 0 <= (a mod b)",
    "mod_high": "1 <= b |- ((a mod b) + 1) <= b",
    "bracket_le": "a <= b |- [a <= b] = 1",
    "bracket_not_le": "(b + 1) <= a |- [a <= b] = 0",
    "bracket_not_eq": "(a + 1) <= b |- [a = b] = 0",
    "sum_delta": "(e + 1) <= hi, lo <= e |- sum(v0 in [lo, hi)) [v0 = e]*f[v0] = f[e]",
    "sum_swap": "|- sum(v0 in [lo, hi)) sum(v1 in [lo2, hi2)) f[v0, v1] = "
    "sum(v0 in [lo2, hi2)) sum(v1 in [lo, hi)) f[v1, v0]",
    "sum_factor": "|- sum(v0 in [lo, hi)) c[]*f[v0] = c[]*sum(v0 in [lo, hi)) f[v0]",
    "sum_add": "|- sum(v0 in [lo, hi)) (f[v0] + g[v0]) = (sum(v0 in [lo, hi)) f[v0] + sum(v0 in [lo, hi)) g[v0])",
}
NODES = {
    "num": "z I", "var": "$ I", "bound": "# I", "add": "xx", "mul": "xx", "div": "II I", "mod": "II I", "nat": "# S",
    "entry": "$* S", "apply": "$S S", "bracket": "F S", "sum": "IIS S", "map": "nS L", "define": "$SP D", "use": "D* S",
    "eq": "xx F", "le": "II F",
}  # fmt: skip


def test_ten_rules_in_order() -> None:
    check({name: " ".join(rule.kinds) for name, rule in RULES.items()} == RULE_KINDS)
    check(list(RULES) == list(RULE_KINDS))
    check(all(rule.name == name for name, rule in RULES.items()))


def test_eleven_axioms_in_order() -> None:
    check({name: _text(name) for name in AXIOMS} == AXIOM_TEXTS)
    check(list(AXIOMS) == list(AXIOM_TEXTS))


def _text(name: str) -> str:
    hyps, concl = AXIOMS[name]
    return f"{', '.join(sorted(map(str, hyps)))} |- {concl}".lstrip()


def test_the_nodes() -> None:
    nodes = {tag: f"{letters} {SORTS.get(tag, '')}".strip() for tag, letters in ARGUMENTS.items()}
    check(nodes == NODES, nodes)


def test_every_kind_of_argument_is_in_use() -> None:
    check(set(KINDS) == {kind for rule in RULES.values() for kind in rule.kinds})


@pytest.mark.parametrize("name", RULE_KINDS)
def test_a_rule_prints_its_figure(name: str) -> None:
    """Premises above a bar of dashes, the conclusion below: the docstring, which also the documentation shows."""
    lines = [line.strip() for line in RULES[name].figure.strip().splitlines()]
    check(any(line.startswith("----") for line in lines), lines)
    check(sum("|-" in line for line in lines) >= (1 if name in ("assume", "ring", "unfold", "axiom") else 2), lines)


def test_the_limits() -> None:
    check(terms.MAX_LITERAL == 2**53 - 1, "what every JSON reader agrees on")
    check(terms.MAX_SIZE <= 200_000 and terms.MAX_DEPTH <= 120 and polynomials.MAX_POLYNOMIAL <= 1_000)
    check(polynomials.MAX_FACTORS <= 50_000 and kernel.MAX_HYPOTHESES <= 1_000 and replay.MAX_WORK <= 5_000_000)
    check(replay.FORMAT == "symstride-certificate-1")


@pytest.mark.parametrize("table", [RULES, AXIOMS, KINDS], ids=["RULES", "AXIOMS", "KINDS"])
def test_the_tables_cannot_be_changed(table: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        table["sorry"] = next(iter(table.values()))  # type: ignore[index]
    with pytest.raises((TypeError, AttributeError)):
        table.clear()


def test_rules_ask_for_the_exact_number_and_kinds_of_arguments() -> None:
    for name, rule in RULES.items():
        with refused(f"{name} takes ({', '.join(rule.kinds)})"):
            rule()
        with refused(f"{name} takes ({', '.join(rule.kinds)})"):
            rule(*[None] * len(rule.kinds))


def test_what_a_replay_reports_is_frozen() -> None:
    check(dataclasses.is_dataclass(replay.Replay) and replay.Replay.__dataclass_params__.frozen)  # type: ignore[attr-defined]
    check(kernel.Theorem.__slots__ == ("hyps", "concl", "step"))
