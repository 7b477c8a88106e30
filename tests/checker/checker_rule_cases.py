"""Certificates just inside and just outside of what the rules, the axioms and the claims allow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from checker_draft import Case, Draft, Form, canonical, lt, minus

from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.rules import AXIOMS, axiom

X_LE_Y, Y_LE_X, Y_LE_Z = ("le", "x", "y"), ("le", "y", "x"), ("le", "y", "z")
ONE = ("nat", 1)
Sequent = tuple[list[Form], Form]


def rule_cases() -> Iterator[Case]:
    yield from logic_cases()
    yield from instance_cases()
    yield from rewrite_cases()
    yield from cone_cases()
    yield from sum_cases()
    yield from unfold_cases()
    yield from axiom_cases()
    yield from claim_cases()


def case(name: str, accepted: bool, build: Callable[[Draft], Sequent]) -> Case:
    """A case whose steps ``build`` writes down; it answers the sequent that is claimed of the last one."""
    draft = Draft()
    hyps, concl = build(draft)
    return Case(name, draft.claim(hyps, concl).text(), accepted)


# ------------------------------------------------------------------------------------------------ assume, cut, cases


def logic_cases() -> Iterator[Case]:
    yield case("assume", True, lambda draft: assumed(draft, X_LE_Y))
    yield case("assume, hypothesis not claimed", False, lambda draft: ([], assumed(draft, X_LE_Y)[1]))
    yield case("assume an equation of scalars", True, lambda draft: assumed(draft, ("eq", ONE, ("entry", "c"))))
    yield case("assume a term", False, lambda draft: assumed(draft, "x"))
    yield case("assume a loose index", False, lambda draft: assumed(draft, ("le", "#0", 1)))
    yield case("cut", True, lambda draft: cut(draft, X_LE_Y))
    yield case("cut by what is no hypothesis", False, lambda draft: cut(draft, ("le", "x", "z")))
    yield case("cases that cover", True, lambda draft: squared(draft, 1, []))
    yield case("cases that leave one out", False, lambda draft: squared(draft, 2, []))
    left = ("le", ("add", "y", 2), "x")
    yield case("cases that leave one out, which stays", True, lambda draft: squared(draft, 2, [left]))
    yield case("cases by another formula", False, lambda draft: squared(draft, 1, [], split=("le", "x", "z")))
    yield case("cases by an equation", False, lambda draft: squared(draft, 1, [], split=("eq", "x", "y")))
    yield case("cases with two conclusions", False, lambda draft: squared(draft, 1, [], second=("x", "y")))


def assumed(draft: Draft, f: Form) -> Sequent:
    draft.step("assume", f)
    return [f], f


def cut(draft: Draft, fact: Form) -> Sequent:
    """x <= y, y <= x |- x = y, its first hypothesis replaced by itself."""
    draft.step("assume", fact)
    draft.step("axiom", "antisymmetry")
    draft.step("instantiate", 1, [["a", -1, "x"], ["b", -1, "y"]])
    draft.step("cut", 0, 2)
    return [fact, Y_LE_X], ("eq", "x", "y")


def squared(draft: Draft, gap: int, hyps: list[Form], split: Form = X_LE_Y, second: Any = ("y", "x")) -> Sequent:
    """0 <= (y - x)**2, from x <= y and from y + gap <= x."""
    square = ("mul", minus("y", "x"), minus("y", "x"))
    other = ("mul", minus(*second), minus(*second))
    draft.step("assume", X_LE_Y)
    draft.step("cone", ("le", 0, square), [[1, [0, 0]]], [])
    draft.step("assume", ("le", ("add", "y", gap), "x"))
    draft.step("cone", ("le", 0, other), [[1, [2, 2]], [2 * gap, [2]], [gap * gap, []]], [])
    draft.step("cases", split, 1, 3)
    return hyps, ("le", 0, square)


# ------------------------------------------------------------------------------------------------ instantiate


def instance(draft: Draft, name: str, *values: Any) -> int:
    draft.step("axiom", name)
    return draft.step("instantiate", len(draft.steps) - 1, [list(value) for value in values])


def mod_low(
    *values: Any, hyps: Any = (("le", 1, 3),), concl: Form = ("le", 0, ("mod", "x", 3))
) -> Callable[[Draft], Sequent]:
    def build(draft: Draft) -> Sequent:
        instance(draft, "mod_low", *values)
        return list(hyps), concl

    return build


def instance_cases() -> Iterator[Case]:
    a, b = ("a", -1, "x"), ("b", -1, 3)
    yield case("instance", True, mod_low(a, b))
    yield case("instance in another order", True, mod_low(b, a))
    yield case("instance of one name only", True, mod_low(b, concl=("le", 0, ("mod", "a", 3))))
    yield case("instance of a name that does not occur", True, mod_low(a, b, ("other", 5, constant_map(5))))
    yield case("loose index for a name that does not occur", False, mod_low(a, b, ("other", -1, "#0")))
    yield case("instance of nothing", True, mod_low(hyps=[("le", 1, "b")], concl=("le", 0, ("mod", "a", "b"))))
    yield case("name given twice", False, mod_low(a, b, a))
    yield case("name given twice, otherwise", False, mod_low(a, b, ("a", -1, "y")))
    yield case("scalar for a variable", False, mod_low(("a", -1, ONE), b))
    yield case("instance with a map for a variable", False, mod_low(("a", -1, constant_map(0)), b))
    yield case("loose index for a variable", False, mod_low(("a", -1, "#0"), b))
    yield case("formula for a variable", False, mod_low(("a", -1, X_LE_Y), b))
    for key in (("a", -2), ("a", 65), ("a b", -1), ("a", True), (1, -1), ("a", None)):
        yield case(f"key {key}", False, mod_low((*key, "x"), b))
    yield case("row too short", False, mod_low(a, b, concl=("le", 0, ("mod", "x", 4))))
    yield case("two hypotheses become one", True, _collapsed)
    yield case("names exchanged at once", True, lambda draft: _exchanged(draft, ("eq", "b", "a")))
    yield case("names exchanged one after the other", False, lambda draft: _exchanged(draft, ("eq", "a", "a")))
    yield from capture_cases()


def constant_map(arity: int) -> Form:
    return ("map", arity, ONE)


def _collapsed(draft: Draft) -> Sequent:
    instance(draft, "antisymmetry", ("a", -1, "x"), ("b", -1, "x"))
    return [("le", "x", "x")], ("eq", "x", "x")


def _exchanged(draft: Draft, concl: Form) -> Sequent:
    instance(draft, "antisymmetry", ("a", -1, "b"), ("b", -1, "a"))
    return [("le", "b", "a"), ("le", "a", "b")], concl


def capture_cases() -> Iterator[Case]:
    """Values that go under binders."""

    def factored(f: Form, c: Form, at: Form, factor: Form, arities: Any = (1, 0)) -> Callable[[Draft], Sequent]:
        def build(draft: Draft) -> Sequent:
            instance(draft, "sum_factor", ("f", arities[0], f), ("c", arities[1], c))
            left = ("sum", "lo", "hi", ("mul", factor, at))
            return [], ("eq", left, ("mul", factor, ("sum", "lo", "hi", at)))

        return build

    w = ("map", 1, ("entry", "w", "#0", "i"))
    at, free = ("entry", "w", "#0", "i"), ("entry", "c", "i")
    yield case("tensors for tensors", True, factored(w, ("map", 0, free), at, free))
    yield case("another index", False, factored(w, ("map", 0, free), ("entry", "w", "i", "#0"), free))
    yield case("a map of one index for a scalar", False, factored(w, ("map", 1, at), at, free))
    yield case("a map of one index, as another name", True,
               factored(w, ("map", 1, at), at, ("entry", "c"), (1, 1)))  # fmt: skip
    yield case("a map of one index for a scalar in a sum", False, lambda draft: _captured(draft, 0))
    yield case("a map of one index for another name in a sum", True, lambda draft: _captured(draft, 1))
    yield case(
        "a map with a loose index", False, factored(w, ("map", 0, ("entry", "c", "#0")), at, ("entry", "c", "#0"))
    )
    inner = ("sum", 0, "#0", ("entry", "w", "#0", "#1"))
    yield case("a map with a sum in it", True, factored(("map", 1, inner), ("map", 0, free), inner, free))
    wrong = ("sum", 0, "#0", ("entry", "w", "#1", "#0"))
    yield case(
        "a map with a sum in it, indices exchanged", False, factored(("map", 1, inner), ("map", 0, free), wrong, free)
    )
    total = ("sum", 0, "n", ("entry", "w", "#0", "n"))
    yield case("a sum for a scalar", True, factored(w, ("map", 0, total), at, total))
    for accepted, order in ((True, ("#1", "#0")), (False, ("#0", "#1"))):
        yield case(f"two indices into two, {order}", accepted, lambda draft, order=order: _swapped(draft, order))


def _captured(draft: Draft, arity: int) -> Sequent:
    """sum_v c = sum_v c at c := (i -> w[i]): if a map of one index could stand for c, the sum would catch its index."""
    total = ("sum", 0, "n", ("entry", "c"))
    draft.step("ring", total, total)
    draft.step("instantiate", 0, [["c", arity, ("map", 1, ("entry", "w", "#0"))]])
    result = ("sum", 0, "n", ("entry", "w", "#0")) if arity == 0 else total
    return [], ("eq", result, result)


def _swapped(draft: Draft, order: Any) -> Sequent:
    """sum_swap for f = (i, j -> w[j, i + sum_v g[v, i]])."""
    deep = ("add", "#0", ("div", "#1", 2))
    instance(draft, "sum_swap", ("f", 2, ("map", 2, ("entry", "w", "#1", deep))))
    first, second = order
    inside = ("entry", "w", second, ("add", first, ("div", second, 2)))
    turned = ("entry", "w", first, ("add", second, ("div", first, 2)))
    left = ("sum", "lo", "hi", ("sum", "lo2", "hi2", inside))
    return [], ("eq", left, ("sum", "lo2", "hi2", ("sum", "lo", "hi", turned)))


# ------------------------------------------------------------------------------------------------ rewrite


def rewritten(
    equation: Form, before: Form, template: Form, hole: Any, after: Form, hyps: Any = None
) -> Callable[[Draft], Sequent]:
    def build(draft: Draft) -> Sequent:
        draft.step("assume", equation)
        draft.step("assume", before)
        draft.step("rewrite", 0, 1, template, hole)
        return hyps or [equation, before], after

    return build


def rewrite_cases() -> Iterator[Case]:
    equation, hole = ("eq", "x", "y"), ["z", -1]
    below, above = ("le", 0, "x"), ("le", 0, "y")
    yield case("rewrite", True, rewritten(equation, below, ("le", 0, "z"), hole, above))
    yield case(
        "rewrite, hypothesis not claimed", False, rewritten(equation, below, ("le", 0, "z"), hole, above, [below])
    )
    yield case("rewrite from right to left", False, rewritten(equation, above, ("le", 0, "z"), hole, below))
    yield case("template of another formula", False, rewritten(equation, below, ("le", 1, "z"), hole, ("le", 1, "y")))
    yield case("template without hole", True, rewritten(equation, below, below, hole, below))
    yield case("rewrite by an inequality", False, rewritten(X_LE_Y, below, ("le", 0, "z"), hole, above))
    yield case("hole of another sort", False, rewritten(equation, below, ("le", 0, "z"), ["z", 0], above))
    yield case("no hole, and of another sort", False, rewritten(equation, below, below, ["z", 0], below))
    for bad in (["z", 1], ["z", True], ["z"], ["z", -1, 0], "z", ["1z", -1], None):
        yield case(f"hole {bad}", False, rewritten(equation, below, ("le", 0, "z"), bad, above))
    yield case("template that is a term", False, rewritten(equation, below, "z", hole, above))
    scalars = ("eq", ("entry", "c"), ("entry", "d"))
    known = ("eq", ("entry", "c"), ONE)
    template, result = ("eq", ("entry", "z"), ONE), ("eq", ("entry", "d"), ONE)
    yield case("rewrite scalars", True, rewritten(scalars, known, template, ["z", 0], result))
    yield case("rewrite scalars in an integer's place", False, rewritten(scalars, known, template, ["z", -1], result))

    def under(t: Form) -> Form:
        return ("eq", ("sum", 0, "n", ("entry", "w", ("mul", t, "#0"))), ONE)

    yield case("rewrite under a sum", True, rewritten(equation, under("x"), under("z"), hole, under("y")))

    def squares(s: Form, t: Form) -> Form:
        return ("le", 0, ("mul", s, t))

    yield case(
        "rewrite one of two", True, rewritten(equation, squares("x", "x"), squares("z", "x"), hole, squares("y", "x"))
    )
    yield case(
        "rewrite two of two", True, rewritten(equation, squares("x", "x"), squares("z", "z"), hole, squares("y", "y"))
    )
    yield case(
        "rewrite another one", False, rewritten(equation, squares("x", "x"), squares("z", "x"), hole, squares("x", "y"))
    )


# ------------------------------------------------------------------------------------------------ cone


def combined(facts: list[Form], goal: Form, products: Any, equations: Any) -> Callable[[Draft], Sequent]:
    def build(draft: Draft) -> Sequent:
        for fact in facts:
            draft.step("assume", fact)
        draft.step("cone", goal, products, equations)
        return facts, goal

    return build


def cone_cases() -> Iterator[Case]:
    both, goal = [X_LE_Y, Y_LE_Z], ("le", "x", "z")
    yield case("cone", True, combined(both, goal, [[1, [0]], [1, [1]]], []))
    yield case("cone with half of it", False, combined(both, goal, [[1, [0]]], []))
    for n in (0, -1, 2, True, "1", None, 1.5, 2**53):
        yield case(f"cone with the coefficient {n}", False, combined(both, goal, [[n, [0]], [1, [1]]], []))
    yield case("cone with a negative coefficient", False, combined([Y_LE_X], X_LE_Y, [[-1, [0]]], []))
    yield case("cone with the coefficient zero", False, combined([X_LE_Y], ("le", 0, 0), [[0, [0]]], []))
    yield case(
        "cone with coefficients", True, combined([X_LE_Y], ("le", ("mul", 2, "x"), ("mul", "y", 2)), [[2, [0]]], [])
    )
    yield case("cone for an equation", False, combined([X_LE_Y], ("eq", "x", "y"), [[1, [0]]], []))
    yield case("cone for a term", False, combined([X_LE_Y], "x", [[1, [0]]], []))
    yield case("cone of nothing", True, combined([], ("le", 0, 5), [[5, []]], []))
    yield case("cone of too little", False, combined([], ("le", 0, 5), [[4, []]], []))
    yield case("cone of less than nothing", False, combined([], ("le", 1, 0), [], []))
    yield case("cone without anything", True, combined([], ("le", "x", "x"), [], []))
    positive = [("le", 1, "x"), ("le", 1, "y")]
    product = [[1, [0, 1]], [1, [0]], [1, [1]], [1, []]]
    yield case("cone with a product", True, combined(positive, ("le", 0, ("mul", "x", "y")), product, []))
    yield case("cone with a product, wrongly", False, combined(positive, ("le", 1, ("mul", "x", "y")), product, []))
    equation, scalars = ("eq", "x", "y"), ("eq", ("entry", "c"), ONE)
    yield case("cone with an equation", True, combined([equation], X_LE_Y, [], [[-1, 0]]))
    yield case("cone with an equation, other sign", False, combined([equation], X_LE_Y, [], [[1, 0]]))
    yield case("cone with an equation, turned", True, combined([equation], Y_LE_X, [], [[1, 0]]))
    times = ("le", ("mul", "n", "x"), ("mul", "n", "y"))
    yield case("cone with a multiple of an equation", True, combined([equation], times, [], [[("mul", -1, "n"), 0]]))
    yield case("cone with an inequality as equation", False, combined([X_LE_Y], Y_LE_X, [], [[1, 0]]))
    yield case("cone with an equation as inequality", False, combined([equation], X_LE_Y, [[1, [0]]], []))
    yield case("cone with an equation of scalars", False, combined([scalars], ("le", 0, 0), [], [[0, 0]]))
    yield case("cone with a scalar multiple", False, combined([equation], ("le", 0, 0), [], [[ONE, 0]]))
    loose = [[("mul", "n", "#0"), 0], [("mul", "n", ("mul", -1, "#0")), 0], [-1, 0]]
    yield case("cone with loose multiples that cancel", True, combined([equation], X_LE_Y, [], loose))
    for wrong in ([[1]], [[1, 0]], [1], "x", [[1, [0], 0]], None, [[1, [[0]]]], [[1, [1]]]):
        yield case(f"cone with products {wrong}", False, combined([X_LE_Y], X_LE_Y, wrong, []))
    yield case("cone with a loose goal", False, combined([], ("le", "#0", "#0"), [], []))


# ------------------------------------------------------------------------------------------------ under_sum


def summed(*start: Any, v: Any, lo: Form, hi: Form, hyps: Any, s: Form, t: Form) -> Callable[[Draft], Sequent]:
    """``start`` is a step or several, the last of which proves an equation about v."""

    def build(draft: Draft) -> Sequent:
        for step in start:
            draft.step(*step)
        draft.step("under_sum", len(draft.steps) - 1, v, lo, hi)
        return list(hyps), ("eq", ("sum", lo, hi, s), ("sum", lo, hi, t))

    return build


def true_bracket(a: Form, b: Form) -> Any:
    """a <= b |- [a <= b] = 1"""
    return ("axiom", "bracket_le"), ("instantiate", 0, [["a", -1, a], ["b", -1, b]])


def sum_cases() -> Iterator[Case]:
    v = ["v", -1]
    here, there = ("entry", "f", "v"), ("entry", "f", "#0")
    plain = ("ring", here, here)
    yield case("under a sum", True, summed(plain, v=v, lo=0, hi="n", hyps=[], s=there, t=there))
    yield case("under a sum, variable left free", False, summed(plain, v=v, lo=0, hi="n", hyps=[], s=here, t=here))
    yield case("variable in the lower bound", False, summed(plain, v=v, lo="v", hi="n", hyps=[], s=there, t=there))
    yield case("variable in the upper bound", False, summed(plain, v=v, lo=0, hi="v", hyps=[], s=there, t=there))
    yield case("another variable", True, summed(plain, v=["u", -1], lo=0, hi="n", hyps=[], s=here, t=here))
    yield case("loose bound", False, summed(plain, v=v, lo="#0", hi="n", hyps=[], s=there, t=there))
    yield case("scalar bound", False, summed(plain, v=v, lo=ONE, hi="n", hyps=[], s=there, t=there))
    for key in (["v", 0], ["v", 1], ["f", 1], "v", ["v"], ["v", True], ["v v", -1]):
        yield case(f"under a sum over {key}", False, summed(plain, v=key, lo=0, hi="n", hyps=[], s=there, t=there))
    yield case("under a sum of integers", False, summed(("ring", "v", "v"), v=v, lo=0, hi="n", hyps=[], s="#0", t="#0"))
    yield case("under a sum, an inequality", False, _summed_inequality)
    low, high = ("bracket", ("le", 0, "#0")), ("bracket", lt("#0", "n"))
    lower, upper = true_bracket(0, "v"), true_bracket(("add", "v", 1), "n")
    yield case("lower bound discharged", True, summed(*lower, v=v, lo=0, hi="n", hyps=[], s=low, t=ONE))
    yield case("upper bound discharged", True, summed(*upper, v=v, lo=0, hi="n", hyps=[], s=high, t=ONE))
    yield case("another lower bound", False, summed(*lower, v=v, lo=1, hi="n", hyps=[], s=low, t=ONE))
    yield case("another upper bound", False, summed(*upper, v=v, lo=0, hi="m", hyps=[], s=high, t=ONE))
    kept = ("bracket", ("le", "#0", "n"))
    yield case(
        "hypothesis on the variable", False, summed(*true_bracket("v", "n"), v=v, lo=0, hi="n", hyps=[], s=kept, t=ONE)
    )
    other = ("bracket", ("le", "m", "n"))
    yield case("hypothesis on others", True,
               summed(*true_bracket("m", "n"), v=v, lo=0, hi="n", hyps=[("le", "m", "n")], s=other, t=ONE))  # fmt: skip
    nested = ("sum", 0, "v", ("entry", "g", "#0", "v"))
    closed = ("sum", 0, "#0", ("entry", "g", "#0", "#1"))
    yield case("sum in a sum", True, summed(("ring", nested, nested), v=v, lo=0, hi="n", hyps=[], s=closed, t=closed))


def _summed_inequality(draft: Draft) -> Sequent:
    draft.step("assume", ("le", 0, "n"))
    draft.step("under_sum", 0, ["v", -1], 0, "n")
    return [("le", 0, "n")], ("eq", ("sum", 0, "n", ONE), ("sum", 0, "n", ONE))


# ------------------------------------------------------------------------------------------------ unfold

X, Y = ("entry", "x"), ("entry", "y")
DOUBLE = ("define", "double", ("add", X, X), [["x", 0]])
ROW = ("define", "row", ("sum", 0, "n", ("entry", "w", "i", "#0")), [["w", 2], ["n", -1], ["i", -1]])
QUADRUPLE = ("define", "quadruple", ("use", DOUBLE, ("map", 0, ("use", DOUBLE, ("map", 0, X)))), [["x", 0]])


def unfolded(t: Form, result: Form, definition: Form = DOUBLE) -> Callable[[Draft], Sequent]:
    def build(draft: Draft) -> Sequent:
        draft.step("unfold", t, definition)
        return [], ("eq", t, result)

    return build


def unfold_cases() -> Iterator[Case]:
    def double(t: Form) -> Form:
        return ("use", DOUBLE, ("map", 0, t))

    quadruple = ("use", QUADRUPLE, ("map", 0, ONE))

    yield case("unfold", True, unfolded(double(Y), ("add", Y, Y)))
    yield case("unfold, wrongly", False, unfolded(double(Y), ("add", Y, X)))
    yield case("unfold nothing", True, unfolded("y", "y"))
    yield case(
        "unfold in arguments", True, unfolded(double(double(ONE)), ("add", ("add", ONE, ONE), ("add", ONE, ONE)))
    )
    yield case("unfold outside only", False, unfolded(double(double(ONE)), ("add", double(ONE), double(ONE))))
    yield case("unfold the outer definition", True, unfolded(quadruple, double(double(ONE)), QUADRUPLE))
    yield case("unfold inside a definition", False, unfolded(quadruple, ("add", double(ONE), double(ONE))))
    yield case("unfold another definition", True, unfolded(quadruple, quadruple))
    under = ("sum", 0, "n", double(("entry", "v", "#0")))
    yield case(
        "unfold under a sum",
        True,
        unfolded(under, ("sum", 0, "n", ("add", ("entry", "v", "#0"), ("entry", "v", "#0")))),
    )
    tensor = ("map", 2, ("entry", "v", "#1", "#0", "#2"))  # a tensor that depends on the index of the sum outside
    rows = ("sum", 0, "m", ("use", ROW, tensor, "k", "#0"))
    lifted = ("sum", 0, "m", ("sum", 0, "k", ("entry", "v", "#0", "#1", "#1")))
    yield case("unfold a tensor under sums", True, unfolded(rows, lifted, ROW))
    sunk = ("sum", 0, "m", ("sum", 0, "k", ("entry", "v", "#0", "#1", "#0")))
    yield case("unfold a tensor under sums, not lifted", False, unfolded(rows, sunk, ROW))
    yield case("unfold a formula", False, unfolded(("eq", ONE, double(ONE)), ("eq", ONE, ("add", ONE, ONE))))
    yield case("unfold a number", False, unfolded(double(Y), ("add", Y, Y), 1))
    yield case(
        "unfold a loose index",
        False,
        unfolded(double(("entry", "v", "#0")), ("add", ("entry", "v", "#0"), ("entry", "v", "#0"))),
    )


# ------------------------------------------------------------------------------------------------ axioms and claims


def axiom_cases() -> Iterator[Case]:
    for name in AXIOMS:
        text = certificate_text({"c": axiom(name)}, {})
        yield Case(f"axiom {name}", text, True)
        data = json.loads(text)
        concl = data["terms"][data["claims"][0][2]]
        concl[1], concl[2] = concl[2], concl[1]
        yield Case(f"axiom {name}, turned round", canonical(data), False)
    for name in ("ring", "", "axiom", "mod_low ", None, 1, ["mod_low"]):
        yield case(f"no axiom {name!r}", False, lambda draft, name=name: (draft.step("axiom", name), ([], X_LE_Y))[1])


def claim_cases() -> Iterator[Case]:
    antisymmetry, a_le_b, b_le_a = ("eq", "a", "b"), ("le", "a", "b"), ("le", "b", "a")
    for name, hyps, concl, accepted in (
        ("all hypotheses", [a_le_b, b_le_a], antisymmetry, True),
        ("in another order", [b_le_a, a_le_b], antisymmetry, True),
        ("one hypothesis less", [a_le_b], antisymmetry, False),
        ("one hypothesis more", [a_le_b, b_le_a, ("le", 0, "a")], antisymmetry, False),
        ("another hypothesis", [a_le_b, ("le", 0, "a")], antisymmetry, False),
        ("one twice", [a_le_b, a_le_b], antisymmetry, False),
        ("one twice, all there", [a_le_b, b_le_a, a_le_b], antisymmetry, False),
        ("turned round", [a_le_b, b_le_a], ("eq", "b", "a"), False),
    ):
        yield case(
            f"claim with {name}", accepted, lambda draft, it=(hyps, concl): (draft.step("axiom", "antisymmetry"), it)[1]
        )
    yield from meaning_cases()


def meaning_cases() -> Iterator[Case]:
    """In one statement a name means one thing."""

    def equal(*terms: Form) -> Callable[[Draft], Sequent]:
        t = terms[0]
        for other in terms[1:]:
            t = ("mul", t, other)

        def build(draft: Draft) -> Sequent:
            draft.step("ring", t, t)
            return [], ("eq", t, t)

        return build

    def scalar(name: str, body: Form = ONE, parameters: Any = ()) -> Form:
        return ("use", ("define", name, body, list(parameters)))

    w, w2, f = ("entry", "w", "i"), ("entry", "w", "i", "i"), ("apply", "f", ONE)
    for name, terms, accepted in (
        ("different names", (w, f, scalar("D")), True),
        ("one tensor twice", (w, ("entry", "w", "j")), True),
        ("a tensor of two arities", (w, w2), False),
        ("tensor and variable", (w, ("entry", "v", "w")), False),
        ("tensor without indices and variable", (("entry", "i"), w), False),
        ("function and variable", (f, ("entry", "w", "f")), False),
        ("function and tensor", (f, ("entry", "f", "i")), False),
        ("function and definition", (f, scalar("f")), False),
        ("one function twice", (f, ("apply", "f", w)), True),
        ("definition and variable", (scalar("i"), w), False),
        ("definition and tensor", (scalar("w"), w), False),
        ("one definition twice", (scalar("D"), scalar("D")), True),
        ("two definitions of one name", (scalar("D"), scalar("D", ("nat", 2))), False),
        ("two definitions, one inside the other", (scalar("D", scalar("D")),), False),
        ("a parameter like a variable", (("use", ("define", "D", ("entry", "w", "i"), [["w", 1], ["i", -1]]),
                                          ("map", 1, ("entry", "w", "#0")), "i"),), True),
        ("a parameter like a definition", (scalar("i"),
                                          ("use", ("define", "D", ("entry", "w", "i"), [["w", 1], ["i", -1]]),
                                           ("map", 1, ("entry", "w", "#0")), 2)), True),
        ("a function inside a definition", (scalar("D", ("apply", "w", ONE)), w), False),
        ("a definition inside a definition", (scalar("D", scalar("w")), w), False),
    ):  # fmt: skip
        yield case(f"meaning: {name}", accepted, equal(*terms))
    yield Case("meaning: two statements", _two_statements(), True)


def _two_statements() -> str:
    """What a name means may differ from claim to claim."""
    draft = Draft()
    for n, t in enumerate((("entry", "w", 1), ("entry", "w", 1, 1), ("use", ("define", "w", ONE, [])))):
        draft.step("ring", t, t)
        draft.claim([], ("eq", t, t), n, f"claim {n}")
    return draft.text()
