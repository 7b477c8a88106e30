"""Certificates at the limits: the last that is accepted, the first that is refused."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from checker_draft import Case, Draft, Form, balanced, canonical, doubled, repeated, ring, same, tower
from checker_tools import first_checker

from symstride.proof.kernel.replay import MAX_BYTES, MAX_WORK


def limit_cases() -> Iterator[Case]:
    yield from size_cases()
    yield from depth_cases()
    yield from name_cases()
    yield from polynomial_cases()
    yield from hypothesis_cases()
    yield from work_cases()
    yield from length_cases()


def names(letter: str, count: int) -> list[Form]:
    return [f"{letter}{n}" for n in range(count)]


# ------------------------------------------------------------------------------------------------ terms


def size_cases() -> Iterator[Case]:
    """An equation s = t of exactly 200 000 nodes, and one of 200 001."""
    for leaves, one, accepted in ((49_999, ("bracket", ("le", 0, 0)), True), (50_000, ("nat", 1), False)):
        t = repeated("add", ("entry", "c"), leaves)  # 2 * leaves - 1 nodes; the bracket has 4
        yield Case(f"size with {leaves} leaves", ring(("mul", one, t), t), accepted)
    for times, accepted in ((15, True), (16, False), (60, False)):
        draft = Draft()
        t = doubled(draft, "add", "x", times)
        draft.step("ring", t, t)
        yield Case(f"doubled {times} times", draft.claim([], ("eq", t, t)).text(), accepted)
    for value, accepted in ((50_000, True), (50_001, False)):
        yield Case(f"thrown away, {value} leaves", _thrown_away(value), accepted)


def _thrown_away(leaves: int) -> str:
    """f[x + x] = f[x + x] at x := a large term, f := (i -> 1): the result is small, the index on the way is not."""
    draft = Draft()
    at = ("entry", "f", ("add", "x", "x"))
    draft.step("ring", at, at)
    large = repeated("add", "y", leaves)
    draft.step("instantiate", 0, [["x", -1, large], ["f", 1, ("map", 1, ("nat", 1))]])
    return draft.claim([], ("eq", ("nat", 1), ("nat", 1))).text()


def depth_cases() -> Iterator[Case]:
    for height, accepted in ((119, True), (120, False)):
        yield Case(f"height {height}", same(tower(height)), accepted)
    for height, accepted in ((118, True), (119, False)):
        goal = ("le", tower(height), 0)
        draft = Draft()
        draft.step("assume", goal)
        draft.step("cone", goal, [[1, [0]]], [])  # has to write down 0 + (-1) * tower
        yield Case(f"difference of height {height}", draft.claim([goal], goal).text(), accepted)
    for height, accepted in ((118, True), (119, False)):
        yield Case(f"negation of height {height}", _split(("le", 0, tower(height))), accepted)
    for height, accepted in ((60, True), (61, False), (118, False)):
        yield Case(f"tower of height {height} on another", _stacked(height), accepted)
    sums: Form = ("entry", "f", "i")
    for _ in range(117):
        sums = ("sum", 0, 1, sums)
    yield Case("sums of height 119", same(sums), True)
    yield Case("sums of height 120", same(("sum", 0, 1, sums)), False)


def _stacked(height: int) -> str:
    """f[0] inside of a tower, for an f whose entries are towers of the same height."""

    def tower_of_functions(leaf: Form) -> Form:
        for _ in range(height - 2):
            leaf = ("apply", "a", leaf)
        return leaf

    draft = Draft()
    t = tower_of_functions(("entry", "f", 0))
    draft.step("ring", t, t)
    draft.step("instantiate", 0, [["f", 1, ("map", 1, tower_of_functions(("entry", "g", "#0")))]])
    both = tower_of_functions(tower_of_functions(("entry", "g", 0)))
    return draft.claim([], ("eq", both, both)).text()


def _split(f: Form) -> str:
    """0 <= 1 by cases, which writes down the negation of f."""
    draft = Draft()
    draft.step("cone", ("le", 0, 1), [[1, []]], [])
    draft.step("cases", f, 0, 0)
    return draft.claim([], ("le", 0, 1)).text()


def name_cases() -> Iterator[Case]:
    for count, accepted in ((1024, True), (1025, False)):
        yield Case(f"{count} names", _assumed(balanced("add", names("x", count))), accepted)
    with_tensor = ("entry", "w", balanced("add", names("x", 1023)))
    yield Case("1023 variables and a tensor", _assumed(with_tensor), True)
    yield Case("1024 variables and a tensor", _assumed(("entry", "w", balanced("add", names("x", 1024)))), False)
    body = ("bracket", ("eq", 0, balanced("add", names("x", 1024))))
    closed = ("define", "D", body, [[name, -1] for name in names("x", 1024)])
    yield Case("1024 parameters", same(("use", closed, *[0] * 1024)), True)


def _assumed(t: Form) -> str:
    """t = t if t = t: a certificate that asks for no normal form."""
    draft = Draft()
    draft.assume(("eq", t, t))
    return draft.claim([("eq", t, t)], ("eq", t, t)).text()


# ------------------------------------------------------------------------------------------------ polynomials


def polynomial_cases() -> Iterator[Case]:
    for left, right, accepted in ((40, 25, True), (41, 25, False), (142, 7, True), (143, 7, False)):
        product = ("mul", balanced("add", names("x", left)), balanced("add", names("y", right)))
        yield Case(f"product of {left} and {right} monomials", same(product), accepted)
    full = ("mul", balanced("add", names("x", 40)), balanced("add", names("y", 25)))
    yield Case("1000 monomials twice", same(("add", full, full)), True)
    yield Case("1000 monomials and a known one", same(("add", full, ("mul", "x7", "y7"))), True)
    yield Case("1001 monomials", same(("add", full, 1)), False)
    cancelled = ("add", ("mul", -1, full), 1)
    yield Case("monomials that cancel are counted", same(cancelled), False)
    yield Case("monomials that cancel", ring(("add", full, ("mul", -1, full)), 0), True)
    for count, accepted in ((49, True), (50, False)):
        product = ("mul", balanced("mul", names("x", 1000)), balanced("add", names("x", count)))
        yield Case(f"1000 factors times {count}", same(product), accepted)
    for exponent, accepted in ((999, True), (1000, False)):
        yield Case(f"2 ** {exponent}", same(power_of_two(exponent)), accepted)
        yield Case(f"-2 ** {exponent}", same(("mul", -1, power_of_two(exponent))), accepted)
    half = power_of_two(999)
    yield Case("2 ** 1000 - 1", same(("add", half, ("add", half, -1))), True)
    yield Case("2 ** 1000 - 1, by way of 2 ** 1000", same(("add", ("add", half, half), -1)), False)
    draft = Draft()
    t = doubled(draft, "mul", "x", 15)
    draft.step("ring", t, t)
    yield Case("x ** 32768", draft.claim([], ("eq", t, t)).text(), True)


def power_of_two(exponent: int) -> Form:
    whole, rest = divmod(exponent, 50)
    return ("mul", 2**rest, balanced("mul", [2**50] * whole))


# ------------------------------------------------------------------------------------------------ theorems and files


def hypothesis_cases() -> Iterator[Case]:
    for count, accepted in ((1000, True), (1001, False)):
        draft = Draft()
        facts = [("eq", name, 0) for name in names("x", count)]
        for fact in facts:
            draft.step("assume", fact)
        draft.step("cone", ("le", 0, 0), [], [[0, n] for n in range(count)])
        yield Case(f"{count} hypotheses", draft.claim(facts, ("le", 0, 0)).text(), accepted)


def work_cases() -> Iterator[Case]:
    """Steps with large terms, filled up until the work is exactly the largest that is allowed, and one more."""
    towers = range(16)
    weights = [_work_of_towers([times] * 2) - _work_of_towers([times]) for times in towers]
    left = MAX_WORK - _work_of_towers(towers)
    chosen = [*towers]
    for times in reversed(towers):
        count = max(0, left - 100) // weights[times]
        chosen += [times] * count
        left -= count * weights[times]
    draft = _towers(chosen)
    rest = MAX_WORK - first_checker(draft.text())["work"]
    for more, accepted in ((0, True), (1, False)):
        yield Case(f"work {more} more than is allowed", _filled(draft, rest + more), accepted)


def _towers(heights: Iterable[int]) -> Draft:
    """t = t by ring, and a claim, for x doubled so many times."""
    draft = Draft()
    draft.step("ring", 0, 0)
    draft.claim([], ("eq", 0, 0), 0)
    for times in heights:
        tower_ = doubled(draft, "add", "x", times)
        draft.step("ring", tower_, tower_)
        draft.claim([], ("eq", tower_, tower_), None, f"claim {len(draft.claims)}")
    return draft


def _work_of_towers(heights: Iterable[int]) -> int:
    work: int = first_checker(_towers(heights).text())["work"]
    return work


def _filled(draft: Draft, work: int) -> str:
    """The draft with so much more work: claims of 0 = 0 for copies of it (8 each), some with a 0 of their own."""
    data = json.loads(draft.text())
    zero = draft.term(0)
    count, more = divmod(work, 8)
    for n in range(count):
        if n < more:
            data["terms"].append(["num", 0])
        left = len(data["terms"]) - 1 if n < more else zero
        data["claims"].append([f"copy {n}", [], len(data["terms"]), 0])
        data["terms"].append(["eq", left, zero])
    return canonical(data)


def crowd_cases() -> Iterator[Case]:
    """Long rows: as arguments of one call of a function they would fill the stack of some JavaScript engines."""
    count = 160_000
    parameters = [[f"p{n}", -1] for n in range(count)]
    yield Case("a use of many arguments", same_use(("define", "D", ("nat", 0), parameters), count), True)
    for name, goal, products, equations in (
        ("factors", ("le", 0, 1), [[1, [0] * count]], []),
        ("products", ("le", 0, count), [[1, [0]]] * count, []),
        ("equations", ("le", 0, 0), [], [[0, 1]] * count),
    ):
        draft = Draft()
        draft.step("cone", ("le", 0, 1), [[1, []]], [])
        draft.step("ring", 0, 0)
        draft.claim([], ("eq", 0, 0), None, "ring")
        draft.step("cone", goal, products, equations)
        yield Case(
            f"a cone of many {name}", draft.claim([], goal, None, "cone").claim([], ("le", 0, 1), 0).text(), True
        )


def same_use(definition: Form, count: int) -> str:
    """D(0, ..., 0) = 0 by unfolding."""
    draft = Draft()
    t = ("use", definition, *[0] * count)
    draft.step("unfold", t, definition)
    return draft.claim([], ("eq", t, ("nat", 0))).text()


def length_cases() -> Iterator[Case]:
    empty = json.loads(same("x"))
    room = MAX_BYTES - len(canonical({**empty, "about": {"v": ""}}))
    for more, accepted in ((0, True), (1, False)):
        yield Case(f"{more} characters too many", canonical({**empty, "about": {"v": "a" * (room + more)}}), accepted)
