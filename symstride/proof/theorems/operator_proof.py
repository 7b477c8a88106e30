"""The proof for one transposed layer or pool: instances of the general theorems, made by the kernel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Final

from symstride.errors import InternalError
from symstride.proof.kernel.rules import Theorem, assume, cone, instantiate, ring, unfold
from symstride.proof.kernel.terms import KernelError, Key, Term, make, num, plus, substitute
from symstride.proof.language.definitions import conv, names, phases
from symstride.proof.language.syntax import Integer, at_most, below, equal, integer, variable
from symstride.proof.lemmas.arithmetic import div_unique
from symstride.proof.lemmas.cells import cell_of_place, cells_suffice
from symstride.proof.lemmas.phases import step_positive
from symstride.proof.lemmas.sums import pick_index, reflect_sum, shift_sum
from symstride.proof.record import Proof, Proposition
from symstride.proof.repeatable import ordered
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.every_size import CLAIM
from symstride.proof.statements.layer import Form, signal
from symstride.proof.statements.operator import (
    PLACES,
    OperatorRequest,
    bias_of,
    finite_window_sum,
    instances,
    phase_convolution,
    size_letters,
    stated,
    values_of,
    with_bias,
)
from symstride.proof.subject import Statement
from symstride.proof.tactics.calculation import Calculation, Line
from symstride.proof.tactics.inequalities import antisymmetric, prove, prove_at_most, prove_equal
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    at_argument,
    beginning,
    congruent,
    discharge,
    discharge_numbers,
    ending,
    is_one,
    left,
    right,
    symmetric,
    then,
    tidied,
    trans,
    under,
)
from symstride.proof.theorems.grid_layer import grid_transposed
from symstride.proof.theorems.layer_proof import stating
from symstride.proof.theorems.pooling import pooling
from symstride.proof.theorems.strided_layer import cell_equation
from symstride.proof.theorems.transposed_layer import transposed_layer

_ASKED = "prove(layer)"
OF_PHASES: Final = "phases of $x$"
"""The line of the general chain that says nothing where there is one phase."""
_REPORT = "please report this layer"


def prove_operator(request: OperatorRequest) -> Proof:
    """All claims about a transposed layer or a pool, ``request.statements()``, proved.

    Raises ``InternalError`` when the kernel refuses a step or the result is not the expected statement: our bug.
    """
    return Proof(request, prove_claims(request, request.statements()))


def prove_claims(request: OperatorRequest, statements: Iterable[tuple[str, Statement]]) -> tuple[Proposition, ...]:
    """Some claims about a transposed layer or a pool, each proved as it stands."""
    claims = dict(statements)  # refuses what cannot be stated, before anything is derived
    try:
        found = {name: _proved(request, name, statement) for name, statement in claims.items()}
    except KernelError as why:
        raise InternalError(_ASKED, "a derivation that the kernel accepts", str(why)[:300], _REPORT) from why
    for name, (hyps, concl) in claims.items():
        theorem = found[name].theorem
        if theorem.hyps != hyps or theorem.concl is not concl:
            raise InternalError(_ASKED, f"the statement {concl}"[:300], repr(theorem)[:300], _REPORT)
    return tuple(found.values())


def _proved(request: OperatorRequest, name: str, statement: Statement) -> Proposition:
    """One claim."""
    if name == "layer":
        return _main(request, statement)
    if name == "unit stride":
        return _unit_stride(request, statement)
    if name.endswith(CLAIM):
        return Proposition(name, f"Size, {name}", "As many outputs, whatever the size.", ring(*statement[1].args))
    return _size(request, name, statement)


# ------------------------------------------------------------------------------------------------ the layer


def _main(request: OperatorRequest, statement: Statement) -> Proposition:
    is_pool = request.transposed is None
    lines = (pool_lines if is_pool else transposed_lines)(request.axes, request.dilated)
    title, words, sources = _POOL if is_pool else _TRANSPOSED
    return Proposition(
        name="layer",
        title=title,
        words=words,
        theorem=_stated(request, statement, _biased(request, _instance(lines[-1].theorem, values_of(request)))),
        chain=partial(_lines, request, lines),
        sources=sources,
    )


_TRANSPOSED: Final = (
    "The transposed layer without stride",
    "Every phase of the output is a unit-stride sum over the bank and the phases of the input.",
    ("shi2016deconvolution", "dumoulin2016guide"),
)
_POOL: Final = (
    "The pool without stride",
    "Every window of the pool is one without stride on phases; over $(\\max, +)$ the sum is the maximum.",
    ("kong2017stride",),
)


@cache
def transposed_lines(d: int, dilated: Dilated) -> tuple[Line, ...]:
    """The lines of: phases(z; S)[rho, o, m] = sum over the bank of the adjoint and the phases in their cells."""
    lemma, at_signal = transposed_layer(d, dilated), {"x": signal(Form(d))}
    lines = [Line(apply_lemma(line.theorem, {}, at_signal), line.reason, line.lemmas) for line in lemma.lines]
    finite = grid_transposed(d, ("clean",) * d, dilated)
    return (*lines, Line(finite, "zero outside the cells", (cells_suffice.name,)))


@cache
def pool_lines(d: int, dilated: Dilated) -> tuple[Line, ...]:
    """The lines of: phases(y; a)[tau, c, m] = sum over the window and the phases in their cells."""
    lemma, at_signal = pooling(d, dilated), {"x": signal(Form(d))}
    lines = [Line(apply_lemma(line.theorem, {}, at_signal), line.reason, line.lemmas) for line in lemma.lines]
    cell: dict[str, Integer] = {m: f"{m} + {u}" for m, u in zip(names(d, "m"), names(d, "u"))}
    facts = [apply_lemma(step_positive(), {x: names(d, x)[n] for x in ("s", "a")}) for n in range(d)]
    moved = apply_lemma(cell_equation(Form(d)), cell, facts=facts)
    on_cells = under([*names(d, "rho"), *names(d, "u")], at_argument(1, lambda read: beginning(read, moved)))
    last = lines[-1].theorem
    finite = ending(trans(last, on_cells(right(last))), finite_window_sum(d, dilated))
    return (*lines, Line(finite, "zero outside the cells", (cells_suffice.name,)))


def _lines(request: OperatorRequest, general: Sequence[Line]) -> list[Line]:
    """The general chain at the layer's numbers, with its bias; one phase of a transposed layer's input is the input."""
    values = values_of(request)
    same = request.transposed is not None and all(a == 1 for a in request.phases)
    return [
        Line(_biased(request, tidied(_instance(line.theorem, values))), line.reason, line.lemmas)
        for line in general
        if not (same and line.reason == OF_PHASES)
    ]


def _instance(theorem: Theorem, values: Mapping[Key, Term]) -> Theorem:
    """The general equation at the layer's numbers, with what holds for numbers left out."""
    return discharge_numbers(instantiate(theorem, tuple(sorted(values.items()))))


def _biased(request: OperatorRequest, theorem: Theorem) -> Theorem:
    """From phases(z)[rho, o, m] = t, phases(z + b)[rho, o, m] = t + b[o]."""
    bias = bias_of(request)
    if bias is None:
        return theorem
    definition, whole = phases(request.axes), with_bias(left(theorem), bias)
    opened, plain = unfold(whole, definition), unfold(left(theorem), definition)
    with_plain = beginning(right(opened), congruent(symmetric(plain), lambda z: plus(z, bias)))
    return trans(opened, with_plain, congruent(theorem, lambda z: plus(z, bias)))


def _stated(request: OperatorRequest, statement: Statement, theorem: Theorem) -> Theorem:
    """The theorem as it is stated: numbers in its hypotheses folded."""
    for formula in instances(request):
        wanted = stated(formula)
        if formula in theorem.hyps and wanted is not formula:
            theorem = discharge(theorem, formula, assume(wanted))
    return stating(statement, theorem)


# ------------------------------------------------------------------------------------------------ unit stride


def _unit_stride(request: OperatorRequest, statement: Statement) -> Proposition:
    lines = convolution_lines(request.axes, request.dilated)
    return Proposition(
        name="unit stride",
        title="Each phase is a unit-stride convolution",
        words="A transposed layer is depth-to-space behind convolutions with stride 1 and dilation 1, one for each "
        "phase of its output.",
        theorem=_stated(request, statement, _instance(lines[-1].theorem, values_of(request))),
        chain=partial(_plain_lines, request, lines),
        sources=("shi2016deconvolution",),
    )


def _plain_lines(request: OperatorRequest, general: Sequence[Line]) -> list[Line]:
    values = values_of(request)
    return [Line(tidied(_instance(line.theorem, values)), line.reason, line.lemmas) for line in general]


@cache
def convolution_lines(d: int, dilated: Dilated) -> tuple[Line, ...]:
    """The lines of: phases(z; s)[rho, o, m] = conv(W_rho, X; C, K, 1, 1, umax)[o, m], for one phase of the input."""
    one: dict[str, Integer] = dict.fromkeys(names(d, "a"), 1)
    lemma = apply_lemma(transposed_layer(d, dilated).theorem, one, {"x": signal(Form(d))})
    chain = Calculation(left(lemma))
    start = discharge_numbers(lemma)
    places = under(["c", *names(d, "u")], at_argument(1, lambda read: unfold(read, phases(d))))
    one_phase = then(*[under(["c"], _only_term)] * d, places)
    chain.equation(trans(start, one_phase(right(start))), "transposed layer, one phase of the input")
    sums = ["c", *names(d, "u")]
    lemmas = (reflect_sum.name, shift_sum.name)
    chain.by("$u$ read backwards", *(under(sums[: n + 1], _backwards) for n in range(d)), lemmas=lemmas)
    goal = phase_convolution(d, dilated)
    chain.equation(beginning(chain.term, symmetric(unfold(goal, conv(d)))), "definition, at stride $1$")
    return tuple(chain.lines)


def _only_term(t: Term) -> Theorem:
    """sum_{v in [0, 1)} f v = f 0."""
    index = "only_"
    ends = (assume(at_most(0, index)), assume(below(index, 1)))
    is_first = is_one(prove_equal(equal(index, 0), ends))

    def with_bracket(body: Term) -> Theorem:
        return beginning(body, congruent(symmetric(is_first), lambda z: make("mul", z, body)))

    picked = pick_index(prove_at_most(at_most(0, 0)), prove_at_most(below(0, 1)))
    return then(under([index], with_bracket), picked)(t)


def _backwards(t: Term) -> Theorem:
    """sum_{u in [lo, hi)} f u = sum_{v in [0, hi - lo)} f(hi - 1 - v)."""
    lo, hi, body = t.args
    reflected = apply_lemma(reflect_sum(), {"lo": lo, "hi": hi}, {"f": make("map", 1, body)})
    low, high, mirrored = right(reflected).args
    values = {"lo": low, "hi": high, "n": plus(hi, num(-1))}
    return trans(reflected, apply_lemma(shift_sum(), values, {"f": make("map", 1, mirrored)}))


# ------------------------------------------------------------------------------------------------ sizes


def _size(request: OperatorRequest, name: str, statement: Statement) -> Proposition:
    """q div s + 1 = N, where q = T + p + r - D - 1 is s*(N - 1) + e with 0 <= e < s; or m < ceil(T/S)."""
    letters = size_letters(request, int(name.split(",")[0].split()[1]) - 1)
    step, size, rest, cell, phase = (letters[variable(x)] for x in ("s", "N", "e", "m", "rho"))
    if name.endswith("back again"):
        formula, _ = statement[1].args
        values = {"b": step, "r": rest, "x": formula.args[0].args[0], "q": plus(size, num(-1))}
        quotient = _from_hypotheses(apply_lemma(div_unique(), values), statement)
        theorem = ending(congruent(quotient, lambda z: plus(z, num(1))), size)
        title = "Back again"
        words = "A strided layer of the same kernel, stride and padding has as many outputs as there were places."
    else:
        values = {"S": substitute(integer("s*a"), letters), "N": substitute(PLACES, letters), "m": cell, "rho": phase}
        theorem = prove(statement[1], [_from_hypotheses(apply_lemma(cell_of_place(), values), statement)])
        title = "Cells of outputs"
        words = "Every place of the output lies in one of the cells that the unit-stride layer has outputs for."
    theorem = _under(theorem, ordered(statement[0] - theorem.hyps))
    return Proposition(name, f"{title}, {name.partition(',')[0]}", words, theorem)


def _from_hypotheses(theorem: Theorem, statement: Statement) -> Theorem:
    """The theorem, its hypotheses proved from those of the statement."""
    facts = [assume(formula) for formula in ordered(statement[0])]
    for hypothesis in ordered(theorem.hyps - statement[0]):
        theorem = discharge(theorem, hypothesis, *facts)
    return theorem


def _under(theorem: Theorem, formulas: Iterable[Term]) -> Theorem:
    """The theorem about integers under these inequalities too: 0 times each of them adds nothing."""
    idle = [(1, (assume(formula), prove_at_most(at_most(0, 0)))) for formula in formulas]
    if not idle:
        return theorem
    if theorem.concl.tag == "le":
        return cone(theorem.concl, ((1, (theorem,)), *idle), ())
    a, b = theorem.concl.args
    forth, back = cone(at_most(a, b), tuple(idle), ((num(-1), theorem),)), cone(at_most(b, a), (), ((num(1), theorem),))
    return antisymmetric(forth, back)
