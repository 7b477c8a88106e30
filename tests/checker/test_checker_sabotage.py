"""Each check removed from the second checker, one at a time: the cases written by hand have to notice.

This is the proof that the agreement tests can say no, and that no condition of the second checker goes untested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import checker_cases
import checker_limit_cases
import checker_rule_cases
import pytest
from checker_draft import Case
from checker_tools import CHECKER, Answer, SecondChecker, difference, first_checker

SABOTAGES = {
    "quotients are truncated": ("x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient", "quotient"),
    "division by zero": ("if (y === 0n) return 0n;", "if (y === 0n) return 1n;"),
    "sign of inequalities": ('relation === "eq" && ascending', "ascending"),
    "sign of equations": ('const turn = relation === "eq" && ascending(difference)[0][1] < 0n', "const turn = false"),
    "equal sides of an inequality": ("n >= 0n) ? 1n", "n > 0n) ? 1n"),
    "coefficients as doubles": ("p.get(one) : null", "BigInt(Number(p.get(one))) : null"),
    "exponents": ("powers.set(x, (powers.get(x) ?? 0) + n)", "powers.set(x, 1)"),
    "tags of atoms": ("return atom(tag, ...args.map(part))", 'return atom("it", ...args.map(part))'),
    "minus zero": ("/0|-?[1-9][0-9]*/y", "/-?0|-?[1-9][0-9]*/y"),
    "leading zeros": ("/0|-?[1-9][0-9]*/y", "/-?[0-9]+/y"),
    "long numbers": ('found.replace("-", "").length > LIMITS.digits', "false"),
    "rounded numbers": ("Number.isSafeInteger(Number(found)) ? Number(found) : BigInt(found)", "Number(found)"),
    "keys given twice": ("if (box.value.has(box.key)) fail", "if (false) fail"),
    "other spellings": ("if (/[ -~\\b\\f\\n\\r\\t]/.test(character)) fail", "if (false) fail"),
    "spellings in capitals": ("[0-9a-f]{4}", "[0-9a-fA-F]{4}"),
    "what follows": ('text.slice(at) !== "\\n"', 'text.slice(at).trim() !== ""'),
    "order of fields": ("[...data.keys()].join() === FIELDS.join()", "FIELDS.every((f) => data.has(f))"),
    "format": ('need(data.get("format") === FORMAT', "need(true"),
    "about": ("checkAbout(data.get(", "void (data.get("),
    "keys in about": ("need([...x.keys()].every(isName)", "need(true"),
    "numbers in about": (
        'typeof x === "number" || isText(x), "about',
        '["number", "bigint"].includes(typeof x) || isText(x), "about',
    ),
    "text in about": ('|| isText(x), "about', '|| typeof x === "string", "about'),
    "length of names": ("{0,63}$/", "*$/"),
    "ends of names": ("/^[A-Za-z][A-Za-z0-9_]{0,63}$/", "/^[A-Za-z][A-Za-z0-9_]{0,63}/"),
    "arity of keys": ("isInteger(x[1], VARIABLE, LIMITS.arity)", "isInteger(x[1], -9, 99)"),
    "parameters of one name": ("new Set(x.map(([name]) => name)).size === x.length", "true"),
    "negative natural numbers": ("natural: (x) => isInteger(x, 0, ", "natural: (x) => isInteger(x, -9, "),
    "forward references": ("isInteger(position, 0, made.length - 1)", "position in made"),
    "kinds of arguments": ("need(wrong < 0", "need(true"),
    "number of arguments": ("need(enough", "need(true"),
    "sorts of a sum": (
        'add: { takes: ["IS", "IS"], sort: ([a]) => a.sort, when: alike',
        'add: { takes: ["IS", "IS"], sort: ([a]) => a.sort, when: () => true',
    ),
    "sorts of an equation": ('sort: "F", when: alike', 'sort: "F", when: () => true'),
    "brackets of scalars": ('when: ([f]) => f.args[0].sort === "I"', "when: () => true"),
    "number of indices": ("return indices.length <= LIMITS.arity", "return true"),
    "arguments of a use": (
        "parameters.length === args.length && parameters.every(([, arity], k) => fits(arity, args[k]))",
        "parameters.length === args.length",
    ),
    "number of arguments of a use": ("parameters.length === args.length && ", ""),
    "arity of a value": ('term.sort === "L" && term.args[0] === arity', 'term.sort === "L"'),
    "closed definitions": ("facts.loose === 0 && [...names", "[...names"),
    "free names of definitions": ("[...names.members(facts.free)].every((key) => known.has(key))", "true"),
    "indices of a sum": ("binds: (k) => (k === 2 ? 1 : 0)", "binds: () => 1"),
    "indices of a map": ("binds: (k, n) => n", "binds: (k, n) => 1"),
    "lifting of values": ("? raise(values[j], depth)", "? values[j]"),
    "lifting of maps": ("fill(raise(value, depth).args[1]", "fill(value.args[1]"),
    "lifting of integers": (
        "return raise(values.get(names.key(name, VARIABLE)), depth)",
        "return values.get(names.key(name, VARIABLE))",
    ),
    "outer indices": ('make("bound", node.args[0] - values.length)', "node"),
    "indices that are thrown away": ("const indices = at.map((x) => walk(x, change, depth))", "const indices = at"),
    "uses in arguments": (
        "const value = (k) => walk(node.args[k + 1], change, depth)",
        "const value = (k) => node.args[k + 1]",
    ),
    "uses of other definitions": (
        'node.tag !== "use" || node.args[0] !== definition',
        'node.tag !== "use" || node.args[0].args[2].length !== parameters.length',
    ),
    "closed sequents": ('isTerm(f, "F") && f.loose === 0', 'isTerm(f, "F")'),
    "cut": ("need(theorem.hyps.has(fact.concl)", "need(true"),
    "cut, hypotheses": ("joined(fact.hyps, without(theorem.hyps, fact.concl))", "without(theorem.hyps, fact.concl)"),
    "cases of an equation": ('need(f.tag === "le", "cases', 'need(true, "cases'),
    "cases with two conclusions": ("need(yes.concl === no.concl", "need(true"),
    "cases that cover": (
        'store.make("le", store.plusOne(b), a)',
        'store.make("le", store.plusOne(store.plusOne(b)), a)',
    ),
    "names given twice": ("need(!values.has(key), () => `instantiate", "need(true, () => `instantiate"),
    "values that fit": ("need(fits(arity, value) && value.loose === 0", "need(value.loose === 0"),
    "closed values": ("need(fits(arity, value) && value.loose === 0", "need(fits(arity, value)"),
    "hypotheses of an instance": ("[...theorem.hyps].map((f) => store.substitute(f, values))", "[...theorem.hyps]"),
    "ring": ("need(ring.normal(s) === ring.normal(t)", "need(true"),
    "rewrite by an inequality": ('need(equation.concl.tag === "eq", "rewrite', 'need(true, "rewrite'),
    "rewrite, hole": ('need(arity === (a.sort === "I" ? VARIABLE : 0)', "need(true"),
    "rewrite, template": ("need(filled(a) === theorem.concl", "need(true"),
    "rewrite, hypotheses": ("joined(equation.hyps, theorem.hyps), filled(b)", "theorem.hyps, filled(b)"),
    "cone for an equation": ('need(f.tag === "le", "cone', 'need(true, "cone'),
    "cone, factors": ('need(concl.tag === "le", "cone', 'need(true, "cone'),
    "cone, equations": (
        'need(concl.tag === "eq" && concl.args[0].sort === "I", "cone',
        'need(concl.args[0].sort === "I", "cone',
    ),
    "cone, sum": ("need(ring.same(rightMinusLeft(f), total)", "need(true"),
    "cone, sign of equations": (
        "ring.multiply(ring.expand(p), rightMinusLeft(concl)), -1n)",
        "ring.multiply(ring.expand(p), rightMinusLeft(concl)), 1n)",
    ),
    "cone, coefficients": ("need(isInteger(n, 1, ", "need(isInteger(n, -9, "),
    "cone, hypotheses": ("unionOf(used.map((theorem) => theorem.hyps)), f", "[], f"),
    "under_sum over a tensor": ('need(arity === VARIABLE, "under_sum', 'need(true, "under_sum'),
    "variable in the bounds": ("![lo, hi, ...hyps].some", "![...hyps].some"),
    "variable in the upper bound": ("![lo, hi, ...hyps].some", "![lo, ...hyps].some"),
    "variable in the hypotheses": ("![lo, hi, ...hyps].some", "![lo, hi].some"),
    "range of the sum": ("const hyps = without(theorem.hyps, ...range)", "const hyps = theorem.hyps"),
    "variable bound": ("store.bind(t, [key]))", "t)"),
    "names of claims": ("need(isText(name) && !this.claims.has(name)", "need(isText(name)"),
    "text of claims": ("need(isText(name) && !this.claims.has(name)", "need(!this.claims.has(name)"),
    "hypotheses claimed twice": ("need(given.size === formulas.length", "need(true"),
    "hypotheses left out": ("given.size === theorem.hyps.size && ", ""),
    "other hypotheses": ("formulas.every((f) => theorem.hyps.has(f))", "true"),
    "conclusion": ("need(proved, () =>", "need(same, () =>"),
    "meaning of definitions": ("...named([...definitions].map((d) => d.args)), ", ""),
    "meaning of functions": ("map((d) => d.args)), ...functions", "map((d) => d.args))"),
    "meaning of free names": ("...functions, ...named(store.names.named(free))", "...functions"),
    "no claims": ("need(this.claims.size > 0", "need(true"),
    "terms without use": ("need(this.terms.allUsed()", "need(true"),
    "steps without use": ("need(this.steps.allUsed()", "need(true"),
    "work of terms": (
        "this.terms.made.push(term);\n      this.meter.spend(1 + this.store.countFree(term));",
        "this.terms.made.push(term);\n      this.meter.spend(1);",
    ),
    "work of terms mentioned": (
        "const term = this.terms.at(position);\n      this.meter.spend(1 + this.store.countFree(term));",
        "const term = this.terms.at(position);\n      this.meter.spend(1);",
    ),
    "work of terms in terms": ("? x : this.mentioned(x));", "? x : this.terms.at(x));"),
    "work of formulas claimed": ("list(hyps).map((x) => this.mentioned(x))", "list(hyps).map((x) => this.terms.at(x))"),
    "work of conclusions claimed": ("this.mentioned(concl) ===", "this.terms.at(concl) ==="),
    "work of names looked for": ("work.spend(countFree(term))", "work.spend(0)"),
    "work of steps": (
        "this.steps.made.push(theorem);\n      this.meter.spend(1 + theorem.hyps.size);",
        "this.steps.made.push(theorem);\n      this.meter.spend(1);",
    ),
    "work of mentions": (
        "const theorem = this.steps.at(position);\n      this.meter.spend(1 + theorem.hyps.size);",
        "const theorem = this.steps.at(position);\n      this.meter.spend(1);",
    ),
    "work of claims": ("const theorem = this.theorem(position);\n", "const theorem = this.steps.at(position);\n"),
    "work of hypotheses claimed": ("[...formulas, theorem.concl].reduce", "[theorem.concl].reduce"),
    "work of substitution": ("work.spend(5 + term.args.length + countFree(made))", "work.spend(0)"),
    "work of names": ("work.spend(5 + term.args.length + countFree(made))", "work.spend(5 + term.args.length)"),
    "work of unfolding": ("work.spend(node.args.length)", "work.spend(0)"),
    "work of polynomials": ("work.spend(sums.size + factorsIn(sums))", "work.spend(0)"),
    "work of long monomials": ("work.spend(sums.size + factorsIn(sums))", "work.spend(sums.size)"),
    "work of products": ("work.spend(p.size * q.size + factors)", "work.spend(0)"),
    "work of what is remembered": ("work.spend(term.effort)", "work.spend(0)"),
    "work of nodes": ("work.spend(1);", "work.spend(0);"),
    "work of the other sign": ("turn ? negated(difference)", "turn ? add(zero, difference, -1n)"),
    "axiom antisymmetry": ('antisymmetry: [[["le", "a", "b"], ["le", "b", "a"]]', 'antisymmetry: [[["le", "a", "b"]]'),
    "axiom mod_high": ('mod_high: [[["le", 1, "b"]]', 'mod_high: [[["le", 0, "b"]]'),
    "axiom bracket_not_le": (
        '["le", ["add", "b", 1], "a"]], ["eq", ["bracket"',
        '["le", "b", "a"]], ["eq", ["bracket"',
    ),
    "axiom sum_delta": ('["le", "lo", "e"], ["le", ["add", "e", 1], "hi"]', '["le", "lo", "e"], ["le", "e", "hi"]'),
    "axiom sum_swap": (
        '["sum", "lo2", "hi2", ["sum", "lo", "hi", ["entry", "f", "#0", "#1"]]]',
        '["sum", "lo2", "hi2", ["sum", "lo", "hi", ["entry", "f", "#1", "#0"]]]',
    ),
}
"""What is changed: a piece of the checker, which must stand in it once, and what takes its place."""

LIMITS = {
    what: (f"    {what.split(',')[0]}: {old},", f"    {what.split(',')[0]}: {new},")
    for what, old, new in (
        ("literal", "Number.MAX_SAFE_INTEGER", "Number.MAX_SAFE_INTEGER - 1"),
        ("size", "200000", "200001"),
        ("size, smaller", "200000", "199999"),
        ("depth", "120", "121"),
        ("depth, smaller", "120", "119"),
        ("names", "1024", "1025"),
        ("names, smaller", "1024", "1023"),
        ("arity", "64", "65"),
        ("polynomial", "1000", "1001"),
        ("polynomial, smaller", "1000", "999"),
        ("factors", "50000", "50050"),
        ("hypotheses", "1000", "1001"),
        ("hypotheses, smaller", "1000", "999"),
        ("characters", "16 * 2 ** 20", "16 * 2 ** 20 + 1"),
        ("work", "5000000", "5000001"),
        ("work, smaller", "5000000", "4999999"),
        ("digits", "4300", "5000"),
        ("nesting", "100", "101"),
        ("nesting, smaller", "100", "99"),
    )
}
"""Limits moved by as little as possible."""


SHORT = ("quotients are truncated", "minus zero", "lifting of maps", "values that fit", "cone, coefficients",
         "variable in the bounds", "hypotheses left out", "work of names")  # fmt: skip
"""The sabotages that every run tries; all of them belong to the full runs."""


@cache
def answers() -> list[tuple[Case, Answer]]:
    """What the first checker says of all cases but those of limits."""
    return [
        (case, first_checker(case.text))
        for cases in (checker_cases.cases, checker_rule_cases.rule_cases)
        for case in cases()
    ]


@cache
def answers_at_limits() -> list[tuple[Case, Answer]]:
    return [*answers(), *((case, first_checker(case.text)) for case in checker_limit_cases.limit_cases())]


def sabotaged(tmp_path: Path, old: str, new: str) -> Path:
    source = CHECKER.read_text(encoding="utf-8")
    assert source.count(old) == 1, f"stands in the checker {source.count(old)} times: {old}"
    script = tmp_path / "checker.js"
    script.write_text(source.replace(old, new), encoding="utf-8")
    return script


def noticed(script: Path, node: str, known: Iterable[tuple[Case, Answer]]) -> str:
    """The first case on which the checkers disagree, or nothing."""
    with SecondChecker(node, script) as second:
        for case, mine in known:
            if difference(mine, second.ask(case.text)):
                return case.name
    return ""


@pytest.mark.parametrize("what", SHORT)
def test_some_sabotages_are_noticed(what: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    assert noticed(sabotaged(tmp_path, *SABOTAGES[what]), need("node"), answers()) != ""


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("what", SABOTAGES)
def test_each_sabotage_is_noticed(what: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    name = noticed(sabotaged(tmp_path, *SABOTAGES[what]), need("node"), answers())
    print(name)
    assert name != ""


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.timeout(600)
@pytest.mark.parametrize("limit", LIMITS)
def test_each_other_limit_is_noticed(limit: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    name = noticed(sabotaged(tmp_path, *LIMITS[limit]), need("node"), reversed(answers_at_limits()))
    print(name)
    assert name != ""


def test_without_sabotage_nothing_is_noticed(tmp_path: Path, need: Callable[[str], str]) -> None:
    assert noticed(sabotaged(tmp_path, "FORMAT = ", "FORMAT =  "), need("node"), answers()) == ""
