"""Transposed layers and pools with symbols: numbers put in give what plain loops over the definitions give.

The loops here know nothing of banks, phases or theorems; false neighbours are refused by the kernel.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
from random import Random
from typing import Any

import pytest
import sympy
from soundness import check, refused
from sympy import Symbol, symbols

import symstride as ss
from symstride.errors import CertificateRejected, SpecError
from symstride.proof.kernel.terms import KernelError, Term, make, num, plus, substitute
from symstride.proof.language.meaning import INTEGERS, MAX_PLUS, Environment, Semiring, evaluate, holds
from symstride.proof.language.syntax import at_most, integer, variable
from symstride.proof.statements.operator import OperatorRequest, operator_request
from symstride.proof.theorems import operator_proof

k, s, p, r, dl, e, C, B, N, a, g = symbols("k s p r dl e C B N a g")

TRANSPOSED = ss.ConvTranspose(C, B, k, s, ((p, r),), dl, e)
UNDILATED = ss.ConvTranspose(C, B, k, s, ((p, r),), 1, e)
POOL = ss.MaxPool(k, s, ((p, r),), dl)
Numbers = Mapping[str, int]


@cache
def request(layer: Any, phases: Any = 1) -> OperatorRequest:
    return operator_request(layer, phases, None)


@cache
def theorems(layer: Any, phases: Any = 1) -> Mapping[str, Any]:
    return operator_proof.prove_operator(request(layer, phases)).claims


# ------------------------------------------------------------------------------------------------ plain loops


def transposed_places(row: Numbers) -> int:
    """How many places a transposed layer gives, as PyTorch's documentation has it."""
    whole = (row["N"] - 1) * row["s"] - row["p"] - row["r"] + row["dl"] * (row["k"] - 1)
    return whole + row["e"] + 1


def transposed(row: Numbers, ring: Semiring, x: Any, w: Any) -> dict[tuple[int, int], Any]:
    """z[o, t]: each product goes to the place that it belongs to; places that nothing reaches are not there."""
    z: dict[tuple[int, int], Any] = {}
    for c, o, j, i in product(range(row["C"]), range(2), range(row["N"]), range(row["k"])):
        t = row["s"] * j + row["dl"] * i - row["p"]
        z[o, t] = ring.add(z.get((o, t), ring.zero), ring.mul(w(c, o, i), x(c, j)))
    return z


def pooled(row: Numbers, ring: Semiring, x: Any, j: int) -> Any:
    """The window of output j: the sum, in (max, +) the maximum, of its places on the map."""
    total = ring.zero
    for i in range(row["k"]):
        t = row["s"] * j + row["dl"] * i - row["p"]
        total = ring.add(total, x(0, t)) if 0 <= t < row["N"] else total
    return total


def rows(rng: Random, count: int) -> Iterator[dict[str, int]]:
    """All small numbers, or so many of them."""
    ranges = {"k": (1, 3), "s": (1, 3), "p": (-1, 2), "r": (-1, 2), "dl": (1, 3), "e": (0, 3), "N": (1, 4), "C": (1, 2)}
    found = [dict(zip(ranges, v)) for v in product(*(range(lo, hi + 1) for lo, hi in ranges.values()))]
    yield from rng.sample(found, count)


def arrays(rng: Random) -> dict[str, Any]:
    """Different numbers everywhere, made when they are asked for; outside of the map too, where nothing is read."""
    known: dict[Any, int] = {}

    def entry(name: str) -> Callable[..., int]:
        return lambda *index: known.setdefault((name, index), rng.randint(1, 10**6))

    return {name: entry(name) for name in "xwb"}


def tensors(given: Mapping[str, Any]) -> dict[tuple[str, int], Any]:
    return {("x", 2): given["x"], ("w", 3): given["w"], ("b", 1): given["b"]}


def both(theorem: Any, env: Environment) -> tuple[Any, Any]:
    """The values of both sides, once the hypotheses hold."""
    check(all(holds(f, env) for f in theorem.hyps), theorem, env.integers)
    left, right = (evaluate(side, env) for side in theorem.concl.args)
    return left, right


def compare_transposed(layer: ss.ConvTranspose, phases: int, row: dict[str, int], rng: Random) -> int:
    """Every place of the layer's output, by the theorem and by the loops; how many there were."""
    claims, ring, given = theorems(layer, a), rng.choice([INTEGERS, MAX_PLUS]), arrays(rng)
    expected, places = transposed(row, ring, given["x"], given["w"]), transposed_places(row)
    step = row["s"] * phases
    for o, t in product(range(2), range(max(places, 0))):
        where = {"o": o, "rho": t % step, "m": t // step, "a": phases}
        left, right = both(claims["layer"], Environment(ring, {**row, **where}, tensors(given)))
        value = ring.add(expected.get((o, t), ring.zero), given["b"](o))
        check(left == right == value, row, o, t, left, right, value)
        check(holds(claims["axis 1, cells of outputs"].concl, Environment(ring, {**row, **where})), row, t)
        if phases == 1:
            env = Environment(ring, {**row, **where}, tensors(given))
            left, right = both(theorems(layer)["unit stride"], env)
            check(left == right == expected.get((o, t), ring.zero), "unit stride", row, o, t)
    return max(places, 0)


# ------------------------------------------------------------------------------------------------ numbers for symbols


def test_transposed_layers_at_numbers(rng: Random) -> None:
    """Kernel, stride, both paddings, dilation, output padding, size, channels, and phases of the input."""
    seen = sum(compare_transposed(TRANSPOSED, rng.randint(1, 3), row, rng) for row in rows(rng, 60))
    seen += sum(compare_transposed(UNDILATED, 1, {**row, "dl": 1}, rng) for row in rows(rng, 30))
    check(seen > 300, seen)


@pytest.mark.full
def test_transposed_layers_at_many_numbers(rng: Random) -> None:
    check(sum(compare_transposed(TRANSPOSED, rng.randint(1, 3), row, rng) for row in rows(rng, 600)) > 3000)


def test_two_axes_and_groups(rng: Random) -> None:
    """Axes have symbols of their own, and channels those of any group."""
    k1, k2, s1, s2 = symbols("k1 k2 s1 s2")
    layer = ss.ConvTranspose(2 * g, 3 * g, (k1, k2), (s1, s2), 1, (1, 2), groups=g, bias=False)
    claim = theorems(layer)["layer"]
    row = {"k1": 2, "k2": 3, "s1": 2, "s2": 3, "N1": 2, "N2": 3, "G": 1}
    given = arrays(rng)
    places = {("x", 3): given["x"], ("w", 4): given["w"]}
    for o, t, u in product(range(3), range(-2, 8), range(-2, 12)):
        total = 0
        for c, i1, i2, j1, j2 in product(range(2), range(2), range(3), range(2), range(3)):
            if (2 * j1 + i1 - 1, 3 * j2 + 2 * i2 - 1) == (t, u):
                total += given["w"](2 + c, o, i1, i2) * given["x"](2 + c, j1, j2)
        where = {"o": o, "rho1": t % 2, "rho2": u % 3, "m1": t // 2, "m2": u // 3}
        left, right = both(claim, Environment(INTEGERS, {**row, **where}, places))
        check(left == right == total, o, t, u)


def test_pools_at_numbers(rng: Random) -> None:
    """Every window that meets the map or not, in integers and in (max, +), where the padding is minus infinity."""
    for row in rows(rng, 120):
        ring, given, phases = rng.choice([INTEGERS, MAX_PLUS]), arrays(rng), rng.randint(1, 3)
        for j in range(-1, 5):
            where = {"c": 0, "tau": j % phases, "m": j // phases, "a": phases}
            left, right = both(theorems(POOL, a)["layer"], Environment(ring, {**row, **where}, tensors(given)))
            check(left == right == pooled(row, ring, given["x"], j), row, j)


def test_sizes_at_numbers(rng: Random) -> None:
    """The layer with numbers has the places that PyTorch says; a strided layer takes them back only if e < s."""
    again = theorems(TRANSPOSED)["axis 1, back again"]
    kept, lost = 0, 0
    for row in rows(rng, 300):
        places = transposed_places(row)
        if places < 1:
            continue
        last = max((j for j in range(99) if row["s"] * j + row["dl"] * (row["k"] - 1) - row["p"] < places + row["r"]),
                   default=-1)  # fmt: skip
        env = Environment(INTEGERS, row)
        check(holds(again.concl, env) == (last + 1 == row["N"]), row)
        if all(holds(f, env) for f in again.hyps):
            kept += 1
            check(last + 1 == row["N"], row)
        lost += last + 1 != row["N"]
    check(kept > 50 and lost > 20, kept, lost)


def test_symbols_are_replaced_by_numbers(rng: Random) -> None:
    """What has symbols gives, at numbers, what the layer with these numbers gives; one without places is refused."""
    form, outputs = ss.expand(TRANSPOSED).layer((N,)), TRANSPOSED.output_size(N)
    for row in rows(rng, 12):
        layer = TRANSPOSED.subs({n: row[n.name] for n in (k, s, p, r, dl, e, C)}).subs(B=2)
        places = transposed_places(row)
        check(outputs[0].subs(row) == places, row)
        if places < 1:
            with refused("at least one place", SpecError):
                layer.output_size((row["N"],))
            continue
        check(layer.output_size(row["N"]) == (places,), row)
        check(form.subs({n: row.get(n.name, 2) for n in form.symbols}) == ss.expand(layer).layer(row["N"]), row)


def test_a_layer_with_numbers_holds_for_every_size(rng: Random) -> None:
    """Without an input size; too much output padding for a strided layer to take it back is no claim."""
    layer = ss.ConvTranspose(1, 2, 3, 2, ((1, 0),), 2, 3, ndim=1)
    theorem = ss.prove(layer)
    check(list(theorem.claims) == ["layer", "unit stride", "axis 1, cells of outputs"])
    check("every input size" in theorem.subject.title, theorem.subject.title)
    row = {"k": 3, "s": 2, "p": 1, "r": 0, "dl": 2, "e": 3, "N": 4, "C": 1}
    given = arrays(rng)
    expected = transposed(row, INTEGERS, given["x"], given["w"])
    for o, t in product(range(2), range(transposed_places(row))):
        env = Environment(INTEGERS, {"N": 4, "o": o, "rho": t % 2, "m": t // 2}, tensors(given))
        left, right = both(theorem.claims["layer"], env)
        check(left == right == expected.get((o, t), 0) + given["b"](o), t)


EXPRESSIONS: list[tuple[Any, Any, bool]] = [
    (ss.ConvTranspose(1, 2, k, s, p, 1, s - 1, ndim=1), 1, True),
    (ss.ConvTranspose(1, 2, k, s + 1, 2 * p, dl, s, ndim=1), a, True),
    (ss.ConvTranspose(1, 2, k, s, p, 1, s, ndim=1), 1, False),
    (ss.ConvTranspose(1, 2, k, s, p, 1, 2 * s, ndim=1), 1, False),
    (ss.ConvTranspose(1, 2, k, s, p, 1, s - 1 + p, ndim=1), 1, True),
    (ss.ConvTranspose(1, 2, 2 * k - 1, s, k - 1, s, s + 1, ndim=1), s + 1, False),
    (ss.ConvTranspose(1, 2, k, s * s, s * s - s, s, s, ndim=1), s + 1, True),
]
"""Layers whose sizes are expressions, some in one symbol; is the output padding below the stride for some of them?"""


@pytest.mark.parametrize(("layer", "phases", "fits"), EXPRESSIONS, ids=lambda value: str(value)[:60])
def test_expressions_at_numbers(layer: ss.ConvTranspose, phases: Any, fits: bool, rng: Random) -> None:
    claims = ss.replay(ss.prove(layer, phases=phases).certificate()).claims
    check(("axis 1, back again" in [claim.name for claim in claims]) == fits, layer)
    for _ in range(4):
        numbers = {each: rng.randint(1, 2) for each in (k, s, p, dl, a)}
        made = layer.subs({each: numbers[each] for each in layer.symbols})
        count = int(sympy.sympify(phases).subs(numbers))
        fixed = {"k": made.kernel[0], "s": made.stride[0], "dl": made.dilation[0], "p": made.padding[0][0]}
        row = {**fixed, "r": made.padding[0][1], "e": made.output_padding[0], "N": rng.randint(1, 3), "C": 1}
        given = arrays(rng)
        expected = transposed(row, INTEGERS, given["x"], given["w"])
        for t in range(max(0, transposed_places(row))):
            step = row["s"] * count
            where = {"N": row["N"], "o": 1, "rho": t % step, "m": t // step}
            env = Environment(INTEGERS, {**{each.name: n for each, n in numbers.items()}, **where}, tensors(given))
            left, right = both(claims[0].theorem, env)
            check(left == right == expected.get((1, t), 0) + given["b"](1), layer, row, t)
            check(holds(claims[-1].theorem.concl, env), layer, row, t)


# ------------------------------------------------------------------------------------------------ false neighbours


def proves(asked: OperatorRequest, claim: str, hyps: frozenset[Term], conclusion: Term) -> bool:
    """Does the derivation of the claim, led to this statement, end in it?  Otherwise the kernel refuses a step."""
    try:
        theorem = operator_proof._proved(asked, claim, (hyps, conclusion)).theorem
    except KernelError:
        return False
    return theorem.hyps == hyps and theorem.concl is conclusion


SHIFTED = ("rho", "p", "dl", "k", "s", "N", "m")


@pytest.mark.parametrize("letter", SHIFTED)
@pytest.mark.parametrize("claim", ["layer", "unit stride"])
def test_neighbours_of_the_theorem_are_refused(claim: str, letter: str) -> None:
    """The right side at a letter that is one larger."""
    theorem = theorems(TRANSPOSED)[claim]
    left, right = theorem.concl.args
    wrong = substitute(right, {variable(letter): integer(f"{letter} + 1")})
    check(not proves(request(TRANSPOSED), claim, theorem.hyps, make("eq", left, wrong)))
    check(proves(request(TRANSPOSED), claim, theorem.hyps, theorem.concl))


@pytest.mark.parametrize("letter", ["tau", "p", "dl", "k", "s", "N", "m"])
def test_neighbours_of_the_pool_are_refused(letter: str) -> None:
    theorem = theorems(POOL, a)["layer"]
    left, right = theorem.concl.args
    wrong = substitute(right, {variable(letter): integer(f"{letter} + 1")})
    check(not proves(request(POOL, a), "layer", theorem.hyps, make("eq", left, wrong)))


def test_neighbours_of_the_sizes_are_refused() -> None:
    """One place more or less, an output padding as large as the stride, one cell too few."""
    asked, again = request(TRANSPOSED), theorems(TRANSPOSED)["axis 1, back again"]
    cells = theorems(TRANSPOSED)["axis 1, cells of outputs"]
    formula, size = again.concl.args
    false: list[tuple[str, frozenset[Term], Term]] = [
        ("axis 1, back again", frozenset({at_most(0, "e"), at_most("e", "s")}), again.concl),
        ("axis 1, back again", frozenset({at_most("e + 1", "s")}), again.concl),
        ("axis 1, back again", again.hyps, make("eq", formula, plus(size, num(1)))),
        ("axis 1, back again", again.hyps, make("eq", substitute(formula, {variable("e"): integer("e + 1")}), size)),
        ("axis 1, cells of outputs", cells.hyps, make("le", plus(cells.concl.args[0], num(1)), cells.concl.args[1])),
    ]
    for claim, hyps, conclusion in false:
        check(not proves(asked, claim, hyps, conclusion), claim, hyps, conclusion)


# ------------------------------------------------------------------------------------------------ certificates

EDITS: Mapping[str, tuple[tuple[str, ...], Any]] = {
    "another output padding": (("operator", "output_padding"), [{"expr": "e + 1"}]),
    "output padding in numbers": (("operator", "output_padding"), [1]),
    "another kernel": (("operator", "kernel"), [{"expr": "k + 1"}]),
    "another stride": (("operator", "stride"), [{"expr": "s + 1"}]),
    "another dilation": (("operator", "dilation"), [{"expr": "dl + 1"}]),
    "the paddings exchanged": (("operator", "padding"), [[{"expr": "r"}, {"expr": "p"}]]),
    "more channels": (("operator", "in_channels"), {"expr": "C + 1"}),
    "no bias": (("operator", "bias"), False),
    "two phases": (("phases",), [2]),
    "one size": (("input",), [7]),
    "a pool": (("operator", "layer"), "MaxPool"),
    "no layer": (("operator", "layer"), ["MaxPool"]),
    "an unknown field": (("operator", "more"), 1),
    "another spelling": (("operator", "kernel"), [{"expr": "k + 0"}]),
    "phases without their axis": (("phases",), 1),
    "a float": (("phases",), [1.0]),
    "a truth": (("phases",), [True]),
    "text that is no expression": (("input",), [{"expr": "import os"}]),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("why", EDITS)
def test_an_edited_subject_is_refused(why: str) -> None:
    data = json.loads(ss.prove(TRANSPOSED).certificate())
    check(ss.replay(data).subject == request(TRANSPOSED).title)
    (*path, last), value = EDITS[why]
    place = data["about"]
    for key in path:
        place = place[key]
    place[last] = value
    with refused("replay(certificate)", CertificateRejected):
        ss.replay(data)


def test_requests_are_their_plain_data() -> None:
    made = [operator_request(TRANSPOSED, a, N), request(ss.ConvTranspose(2, 3, 3, 2, 1, 1, 1, ndim=2)),
            operator_request(POOL, 2, 9), request(ss.AveragePool(3, s, ndim=2, ceil_mode=True))]  # fmt: skip
    for each in made:
        again = OperatorRequest.from_plain(json.loads(json.dumps(each.about)))
        check(again == each and again.title == each.title)
    check(len({each.title for each in made}) == len(made))


def test_hypotheses_are_said() -> None:
    theorem = ss.prove(TRANSPOSED)
    check(sorted(map(str, theorem.hypotheses)) == ["0 <= rho", "1 <= dl", "1 <= s", "rho < s"], theorem.hypotheses)
    check(theorem.verdict.ok)
    pool = ss.prove(POOL, phases=a)
    check({"1 <= a", "tau < a"} <= set(map(str, pool.hypotheses)), pool.hypotheses)
    check("over (max, +)" in pool.subject.title)
    check("the sum that AveragePool" in ss.prove(ss.AveragePool(k, s, ndim=1)).subject.title)


def test_symbols_with_names_of_theorems_are_kept_apart(rng: Random) -> None:
    """A stride that is called rho, a padding G, an output padding N, with groups."""
    layer = ss.ConvTranspose(g, g, 2, Symbol("rho"), Symbol("G"), 1, Symbol("N"), groups=g, ndim=1)
    claim = theorems(layer)["layer"]
    given, names = arrays(rng), {"ownrho": 2, "G": 1, "N": 1, "G_": 0, "N_": 3, "g": 1}
    for t in range(4):
        env = Environment(INTEGERS, {**names, "o": 0, "rho": t % 2, "m": t // 2}, tensors(given))
        left, right = both(claim, env)
        row = {"k": 2, "s": 2, "p": 1, "dl": 1, "N": 3, "C": 1}
        check(left == right == transposed(row, INTEGERS, given["x"], given["w"]).get((0, t), 0) + given["b"](0), t)


@pytest.mark.parametrize(
    ("make_it", "word"),
    [
        (lambda: ss.prove(TRANSPOSED, origin="padded"), "origin='padded'"),
        (lambda: ss.prove(TRANSPOSED, order="phase_major"), "order='phase_major'"),
        (lambda: ss.prove(POOL, scope="network"), "scope='network'"),
        (lambda: ss.prove(TRANSPOSED, phases=(1, 2)), "(1, 2)"),
        (lambda: ss.prove(POOL, input_size=0), "0"),
        (lambda: ss.prove(ss.ConvTranspose(1, 1, 1, s, sympy.Max(1, s), 1, e, ndim=1)), "Max(1, s)"),
        (lambda: ss.ConvTranspose(1, 1, k, Symbol("k", integer=True), ndim=1), "called k"),
        (lambda: ss.ConvTranspose(1, 1, k, output_padding=-1, ndim=1), "-1"),
        (lambda: ss.draw(TRANSPOSED), "the symbol k"),
        (lambda: ss.draw(POOL, input_size=7), "the symbol k"),
        (lambda: ss.cross_check(POOL, 7), "k, p, r, s"),
        (lambda: (build := ss.Builder()).add(POOL, build.input("x", (1, 9))), "dl, k, p, r, s"),
        (lambda: (build := ss.Builder()).add(TRANSPOSED, build.input("x", (1, 9))), "dl, e, k, p, r, s"),
        (lambda: ss.expand(TRANSPOSED).weight_shape, "symbols without a value"),
        (lambda: ss.prove(POOL).save(3), "3"),  # type: ignore[arg-type]  # on purpose
        (lambda: ss.prove(POOL).save(""), "''"),
        (lambda: ss.expand(POOL).apply(None), "symbols without a value"),
    ],
)
def test_what_needs_numbers_is_refused_by_name(make_it: Callable[[], Any], word: str) -> None:
    with pytest.raises(ss.SymstrideError) as caught:
        make_it()
    lines = str(caught.value).splitlines()
    check([line.split(":")[0] for line in lines] == ["asked", "expected", "got", "try"] and word in lines[2], lines)
