"""One layer inside a network on the grid: proved with a true reason, refused with a false one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

import pytest
from soundness import check, check_false, check_true, refused

from symstride.errors import InternalError, SpecError
from symstride.layers.layer import Conv
from symstride.proof.kernel.terms import Term
from symstride.proof.statements.axis import Reason
from symstride.proof.statements.layer import Form
from symstride.proof.statements.places import place_statements
from symstride.proof.statements.request import LayerRequest, request_of
from symstride.proof.theorems.grid_layer import grid_layer, grid_transposed
from symstride.proof.theorems.layer_proof import prove_layer
from symstride.proof.theorems.places import place_theorems

REASONS: tuple[Reason, ...] = ("whole", "unread", "gaps", "masked", "clean")


def reads(request: LayerRequest, axis: int, transposed: bool) -> set[int]:
    """The places of the input that the outputs of one axis read, inside the map, on its ghosts or beyond, by loops."""
    layer, row = request.layer, request.layer.axes()[axis]
    assert request.input_size is not None
    size, taps = int(request.input_size[axis]), range(int(row.kernel))
    s, dl, low = int(row.stride), int(row.dilation), int(row.low)
    if not transposed:
        outputs = int(layer.output_size(request.input_size)[axis])
        return {s * j + dl * i - low for j in range(outputs) for i in taps}
    return {(t + low - dl * i) // s for t in range(size) for i in taps if (t + low - dl * i) % s == 0}


def true_reasons(request: LayerRequest, axis: int, transposed: bool) -> set[Reason]:
    """Which reasons hold on an axis, by going through all outputs, taps and ghosts."""
    assert request.input_size is not None
    outputs = request.layer.output_size(request.input_size)
    size = int((outputs if transposed else request.input_size)[axis])
    step = int(request.phases[axis]) * (1 if transposed else int(request.layer.stride[axis]))
    ghosts, read = set(range(size, -(-size // step) * step)), reads(request, axis, transposed)
    found: set[Reason] = {"masked", "clean"}
    if not ghosts:
        found.add("whole")
    if max(read, default=-1) < size:
        found.add("unread")
    if not ghosts & read and not transposed:
        found.add("gaps")
    return found


def random_request(rng: Random, axes: int) -> LayerRequest:
    while True:
        steps: list[tuple[int, ...]] = [tuple(rng.randint(1, most) for _ in range(axes)) for most in (3, 3, 2)]
        kernel, stride, dilation = steps
        padding = tuple((rng.randint(-1, 2), rng.randint(0, 3)) for _ in range(axes))
        groups = rng.choice([1, 2])
        layer = Conv(2 * groups, 2 * groups, kernel, stride, padding, dilation, groups, bias=rng.random() < 0.5)
        size = tuple(rng.randint(2, 7) for _ in range(axes))
        try:
            layer.output_size(size)
            return request_of(layer, tuple(rng.randint(1, 3) for _ in range(axes)), "image", "channel_major", size)
        except SpecError:
            continue  # a kernel that does not fit


def as_adjoint(request: LayerRequest) -> LayerRequest:
    """The same numbers as the adjoint of a transposed layer, on a size that the transposed layer gives."""
    assert request.input_size is not None
    layer = replace(request.layer, bias=False)
    outputs = layer.output_size(request.input_size)
    rows = zip(layer.axes(), outputs, strict=True)
    size = tuple(int(a.stride * (n - 1) + a.dilation * (a.kernel - 1) + 1 - a.low - a.high) for a, n in rows)
    return request_of(layer, request.phases, "image", "channel_major", size)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("axes", [1, 2])
def test_random_layers_with_true_reasons(axes: int, rng: Random) -> None:
    """Every claim is proved, is the statement built from the description alone, and is true on numbers."""
    used: set[Reason] = set()
    for _ in range(60 if axes == 1 else 25):
        request = random_request(rng, axes)
        reasons: list[Reason] = [rng.choice(sorted(true_reasons(request, n, False))) for n in range(axes)]
        if "masked" in reasons:
            reasons = ["masked"] * axes
        used |= set(reasons)
        asked = replace(request, reasons=tuple(reasons))
        claims, expected = prove_layer(asked).claims, dict(LayerRequest.from_plain(asked.about).statements())
        check(list(claims) == list(expected), "other claims")
        for name, theorem in claims.items():
            check((theorem.hyps, theorem.concl) == expected[name], name)
        check_true(claims["layer"].hyps, claims["layer"].concl, rng, want=6, tries=60)
    check(axes > 1 or used == set(REASONS), used)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("axes", [1, 2])
def test_random_transposed_layers_with_true_reasons(axes: int, rng: Random) -> None:
    used: set[Reason] = set()
    for _ in range(40 if axes == 1 else 15):
        try:
            request = as_adjoint(random_request(rng, axes))
        except SpecError:
            continue  # padding takes away the whole output
        reasons: list[Reason] = [rng.choice(sorted(true_reasons(request, n, True))) for n in range(axes)]
        if "masked" in reasons:
            reasons = ["masked"] * axes
        used |= set(reasons)
        asked = replace(request, reasons=tuple(reasons), transposed=True)
        theorem = prove_layer(asked).claims["layer"]
        expected = dict(LayerRequest.from_plain(asked.about).statements())
        check((theorem.hyps, theorem.concl) == expected["layer"], "another statement")
        check_true(theorem.hyps, theorem.concl, rng, want=6, tries=60)
    check(axes > 1 or used >= {"whole", "unread", "masked", "clean"}, used)


def test_random_layers_with_false_reasons(rng: Random) -> None:
    """The prover finds no proof, and the statement has a counterexample: garbage on a ghost that is read."""
    seen: set[Reason] = set()
    for _ in range(60):
        request = random_request(rng, 1)
        for reason in ("whole", "unread", "gaps"):
            if reason in true_reasons(request, 0, False):
                continue
            asked = replace(request, reasons=(reason,))
            with refused("a derivation that the kernel accepts", InternalError):
                prove_layer(asked)
            if "gaps" not in true_reasons(request, 0, False):  # some ghost is read: then the claim is even false
                seen.add(reason)
                check_false(*_claim(asked), rng)
    check(seen == {"whole", "unread", "gaps"}, seen)


def _claim(request: LayerRequest) -> tuple[frozenset[Term], Term]:
    return dict(request.statements())["layer"]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("form", [Form(1), Form(1, True, True, True), Form(2, bias=True), Form(3)])
def test_theorems_in_letters(form: Form, rng: Random) -> None:
    rows: list[tuple[Reason, ...]] = [("masked",) * form.axes]
    rows += list(product(("whole", "unread", "clean"), repeat=form.axes)) if form.axes < 3 else [("whole",) * 3]
    for reasons in rows:
        theorem = grid_layer(form, reasons)[-1].theorem
        check_true(theorem.hyps, theorem.concl, rng, want=4, tries=400)


@pytest.mark.parametrize("axes", [1, 2])
def test_transposed_theorems_in_letters(axes: int, rng: Random) -> None:
    for reasons in [("masked",) * axes, *product(("whole", "unread", "clean"), repeat=axes)]:
        theorem = grid_transposed(axes, reasons)
        check_true(theorem.hyps, theorem.concl, rng, want=4, tries=400)


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_place_by_place(axes: int, rng: Random) -> None:
    proved, expected = place_theorems(axes), place_statements(axes)
    check(list(proved) == list(expected), "other claims")
    for name, theorem in proved.items():
        check((theorem.hyps, theorem.concl) == expected[name], name)
        check(check_true(theorem.hyps, theorem.concl, rng, want=12) == 12, "too few samples")


REQUEST = request_of(Conv(2, 2, (3,), 2, 1), 2, "image", "channel_major", 7, ("masked",)).about
CHANGES: dict[str, Any] = {
    "not an object": [],
    "a field too many": REQUEST | {"more": 1},
    "a field too few": {"layer": REQUEST["layer"]},
    "a reason that there is not": REQUEST | {"reasons": ["because"]},
    "a reason too many": REQUEST | {"reasons": ["masked", "masked"]},
    "reasons that are no list": REQUEST | {"reasons": "masked"},
    "a reason that cannot be hashed": REQUEST | {"reasons": [["masked"]]},
    "transposed by a number": REQUEST | {"transposed": 0},
    "a layer that is none": REQUEST | {"layer": {}},
}


@pytest.mark.parametrize("change", CHANGES)
def test_descriptions_that_are_none(change: str) -> None:
    with pytest.raises(SpecError):
        LayerRequest.from_plain(CHANGES[change])
