"""Two readers, one statement: texts that both read mean the same terms, and what one refuses the other refuses.

The second one is that of the page.  Where a divisor may be 0 both need a proof that it is not; each has its own.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from checker_tools import NOTATION, SecondChecker
from notation_cases import cases
from second_reader import (
    About,
    Readings,
    changed_subjects,
    compared,
    house,
    meaning,
    random_subjects,
    second_meanings,
    soups,
)

import symstride as ss
from symstride.proof.kernel import terms
from symstride.proof.kernel.replay import canonical
from symstride.proof.language.notation import conditions, divisors, integers, names, parsing, reading
from symstride.proof.statements import identity as statement


@pytest.fixture
def node(need: Callable[[str], str]) -> str:
    return need("node")


def agreed(readings: Readings) -> Readings:
    assert readings.differing == []
    return readings


def test_all_house_identities_mean_the_same(node: str) -> None:
    subjects = ({**subject.about, "axes": axes} for subject in house().values() for axes in (1, 2, 3))
    assert agreed(compared(subjects, node)).counts["read"] == 3 * len(house()) >= 500


def test_cases_written_by_hand(node: str) -> None:
    counts = agreed(compared(cases(), node)).counts
    assert counts["read"] > 200
    assert counts["refused"] > 500


@pytest.mark.parametrize(
    ("draw", "read"),
    [(random_subjects, 0.2), (changed_subjects, 0.1), (soups, 0.03)],
    ids=lambda x: getattr(x, "__name__", ""),
)
def test_random_texts(draw: Callable[[Random, int], Iterator[About]], read: float, node: str, rng: Random) -> None:
    assert agreed(compared(draw(rng, 250), node)).counts["read"] > 250 * read


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    "count", [pytest.param(1_500, marks=pytest.mark.full), pytest.param(20_000, marks=pytest.mark.whole)]
)
@pytest.mark.parametrize("draw", [random_subjects, changed_subjects, soups])
def test_many_random_texts(draw: Callable[[Random, int], Iterator[About]], count: int, node: str, rng: Random) -> None:
    assert agreed(compared(draw(rng, count), node)).counts["read"] > count / 40


# ------------------------------------------------------------------------- the tables


def test_the_limits_and_names_are_the_same(node: str) -> None:
    code = (
        f"const {{ LIMITS, RESERVED }} = require({json.dumps(str(NOTATION))});"
        "console.log(JSON.stringify([LIMITS, [...RESERVED].sort()]))"
    )
    done = subprocess.run([node, "-e", code], capture_output=True, text=True, check=True, timeout=60)
    limits, reserved = json.loads(done.stdout)
    assert reserved == sorted(parsing.RESERVED)
    pivots = limits.pop("pivots")  # of its own search
    assert pivots > 0
    assert limits == {
        "text": parsing.MAX_TEXT,
        "height": parsing.MAX_NESTING,
        "brackets": parsing.MAX_BRACKETS,
        "power": integers.MAX_POWER,
        "cases": conditions.MAX_CASES,
        "definitions": reading.MAX_DEFINITIONS,
        "hypotheses": statement.MAX_HYPOTHESES,
        "axes": names.MAX_AXES,
        "facts": divisors.MAX_FACTS,
        "formula": 2 * divisors.MAX_SIZE,
    }
    assert terms.MAX_LITERAL == 2**53 - 1


# ------------------------------------------------------------------------- the agreement can say no

SABOTAGES = {
    "strict is not": ('return this.compared(this.plusOne(a), "<=", b)', 'return this.compared(a, "<=", b)'),
    "or is and": ('const isAnd = node.kind === "and"', "const isAnd = true"),
    "not is nothing": ("return opposite(this.condition(node.part, scope))", "return this.condition(node.part, scope)"),
    "!= is ==": ('return sign === "!=" ? opposite(total) : total', "return total"),
    "unequal without above": ("no: [[below(a, b)], [below(b, a)]]", "no: [[below(a, b)]]"),
    "else is dropped": ("[opposite(condition), no]].map", "].map"),
    "the first test alone": ("for (const condition of conditions.reverse())", "for (const condition of [])"),
    "tests from the left": ("conditions.reverse()", "conditions"),
    "ranges from 0": ("return ends.length === 2 ? ends :", "return false ? ends :"),
    "three arguments of range": ("[1, 2].includes(range.args.length)", "range.args.length > 0"),
    "remainders are quotients": ('node.sign === "//" ? "div" : "mod"', '"div"'),
    "divisors are free": ("need(this.nonzero(right, scope.facts)", "need(true"),
    "no divisor is seen": ("need(this.nonzero(right, scope.facts)", "need(false"),
    "equations say nothing of divisors": ('facts.filter((f) => f.tag === "eq").map(difference)', "[]"),
    "hypotheses on one's own index": ("this.facts.filter(foreign)", "this.facts"),
    "nothing is known inside": ("scope.bind(letter, variables).knowing(inside)", "scope.bind(letter, variables)"),
    "minus binds closer than powers": ("left = primary();\n      if (!takes", "left = signed();\n      if (!takes"),
    "differences are sums": ("left, this.negative(right)", "left, right"),
    "one copy for all axes": ("list[list.length > 1 ? axis : 0]", "list[0]"),
    "copies that meet names": ("need(met === undefined", "need(true"),
    "a letter that is free is bound": ("need(both.length === 0", "need(true"),
    "a letter that is caught": ("need(caught === undefined", "need(true"),
    "a tensor that is hidden": ("need(hidden === undefined", "need(true"),
    "targets in use": ("need(!known.has(target.name) && !spoken.has(target.name)", "need(true"),
    "one meaning": ("need(known === role", "need(true"),
    "tensors in the order of the body": (
        "tensors.map((tensor) => tensorKeys.get(tensor))",
        "[...tensorKeys.values()].filter((key) => tensors.includes(key[0]))",
    ),
    "hypotheses of several cases": ('link.sign !== "!=" && yes.length === 1', "true"),
    "the last comparison of a chain alone": ("total = total === null ? link : both(total, link)", "total = link"),
    "keywords as names": ("if (KEYWORDS.has(word))", "if (false)"),
    "names of Python": ("!RESERVED.has(word)", "true"),
    "other numbers": ("/^(0+|[1-9][0-9]*)$/", "/^[0-9]+$/"),
    "glued numbers": ("need(!/(?<![A-Za-z0-9_])[0-9]+[A-Za-z_]/.test(text)", "need(true"),
    "what follows": ('if (at < words.length) fail("expected the end")', ""),
    "height": ("need(height <= LIMITS.height", "need(true"),
    "brackets": ("need(brackets <= LIMITS.brackets", "need(true"),
    "fields": ("need([...about.keys()].sort().join() === FIELDS.join()", "need(true"),
}  # fmt: skip
"""What the second reader could get wrong, one line at a time: the cases written by hand notice each of them."""


@cache
def known() -> tuple[list[About], list[dict[str, Any] | None]]:
    """The cases once, and what the first reader makes of them."""
    abouts = list(cases())
    return abouts, list(map(meaning, abouts))


FEW = tuple(SABOTAGES)[::6]


@pytest.mark.sampled(3, 3)
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in FEW else [pytest.mark.full]) for name in SABOTAGES]
)
def test_a_reader_that_misreads_is_noticed(name: str, node: str, tmp_path: Path) -> None:
    old, new = SABOTAGES[name]
    source = NOTATION.read_text(encoding="utf-8")
    assert source.count(old) == 1
    (tmp_path / "checker.js").write_text(NOTATION.with_name("checker.js").read_text(encoding="utf-8"))
    (tmp_path / "notation.js").write_text(source.replace(old, new))
    subjects, mine = known()
    theirs = second_meanings(node, subjects, tmp_path / "notation.js")
    assert mine != [answer if "concl" in answer else None for answer in theirs]


# ------------------------------------------------------------------------- certificates

MOVED = ss.Identity("sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))", "0 <= n")


def verdict(text: str, node: str) -> dict[str, Any]:
    with SecondChecker(node, NOTATION) as second:
        return second.ask(text)


def test_a_genuine_certificate_is_the_statement_as_written(node: str) -> None:
    answer = verdict(MOVED.prove().certificate(), node)
    assert answer["proved"]
    assert answer["lines"] == list(MOVED.subject().details)


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("identity", ["sum(f[i] for i in range(n))", "sum(f[n - i] for i in range(n))"], "claims[0]"),
        ("identity", ["sum(f[n - 1 - i] for i in range(n))", "sum(f[i] for i in range(n))"], "claims[0]"),
        ("identity", ["x[0]"], "about"),
        ("given", [], "claims[0]"),
        ("given", ["1 <= n"], "claims[0]"),
        ("given", ["0 <= n//0"], "about"),
        ("axes", 0, "about"),
        ("letters", ["i", "n"], None),
        ("where", [["y[t]", "x[t]"]], None),
    ],
)
def test_other_texts_are_refused_where_replay_refuses_them(
    field: str, value: Any, where: str | None, node: str
) -> None:
    """Those without a place are the same statement in other words."""
    data = json.loads(MOVED.prove().certificate())
    data["about"][field] = value
    text = canonical(data) + "\n"
    answer = verdict(text, node)
    if where is None:
        assert answer["proved"]
        assert ss.replay(text).details == tuple(answer["lines"])
        return
    assert (answer["proved"], answer["where"]) == (False, where)
    with pytest.raises(ss.CertificateRejected) as caught:
        ss.replay(text)
    assert caught.value.where == where


def test_other_subjects_are_left_to_the_eye(node: str) -> None:
    answer = verdict(ss.prove_general("subsampling", 1).certificate(), node)
    assert answer["proved"]
    assert answer["lines"] is None


def test_the_command_prints_the_statement_as_written(node: str, tmp_path: Path) -> None:
    path = tmp_path / "certificate.json"
    path.write_text(MOVED.prove().certificate())
    done = subprocess.run([node, str(NOTATION), str(path)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    first, left, given, *rest = done.stdout.splitlines()
    assert first.endswith("the statement as written")
    assert left == "sum(f[i] for i in range(n)) == sum(f[n - 1 - i] for i in range(n))"
    assert given == "given 0 <= n"
    assert "    if   0 <= n" in rest
