"""Rocq proves each layer's theorem with the table of the bank that runs, and refuses every wrong table."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray
from rocqing import CHECK_LINE, DISAGREES, NOTHING, Rocq, spoilt

import symstride as ss
from symstride.algebra.sizes import AxisBank
from symstride.errors import NotSupported, SpecError
from symstride.export.rocq import instance_file
from symstride.export.rocq_general import CLAIMS, general_file
from symstride.export.rocq_notation import RocqNotation, comment, table_text
from symstride.proof.statements.catalogue import GeneralSubject

pytestmark = pytest.mark.timeout(400)  # Rocq takes a minute of CPU time here, which a busy machine stretches

C, C_out, G, N, k, s, p, dl, a = sympy.symbols("C C_out G N k s p dl a", integer=True)
k1, k2, s1, s2, p1, p2 = sympy.symbols("k1 k2 s1 s2 p1 p2", integer=True)


@dataclass(frozen=True)
class Case:
    """A layer, how it is expanded, and why it is here."""

    why: str
    layer: ss.Conv
    expansion: dict[str, Any]

    def text(self) -> str:
        return instance_file(self.layer, ss.expand(self.layer, **self.expansion))


KERAS = ss.read("Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))")
SMALL = ss.Conv(2, 3, 3, stride=2, padding=1, ndim=1, input_size=17)
SHIFTED = ss.Conv(
    4, 6, (3, 2), stride=(2, 3), padding=((1, 2), (-1, 4)), dilation=(3, 1), groups=2, input_size=(17, 30)
)

CASES = {
    "one-axis": Case("one axis, no phases of the output", SMALL, {}),
    "three-phases": Case("many output phases", SMALL, {"phases": 3}),
    "keras": Case("padding that depends on the size", KERAS, {}),
    "stem": Case("49 taps: written out per axis", ss.Conv(3, 64, (7, 7), stride=2, padding=3), {"phases": (2, 1)}),
    "mixed": Case("groups, dilation, negative low padding, phases on one axis", SHIFTED, {"phases": (2, 1)}),
    "padded": Case("the padded origin", SHIFTED, {"phases": (2, 1), "origin": "padded"}),
    "depthwise": Case(
        "three axes, one channel a group, a stride of 1",
        ss.Conv(4, 4, (2, 2, 3), stride=(1, 2, 2), padding=(1, 0, 1), groups=4, input_size=(6, 7, 8)),
        {},
    ),
    "dead": Case("phases that are never read", ss.Conv(8, 4, (1, 3), stride=3, input_size=(7, 9)), {"drop_dead": True}),
    "dead-padded": Case(
        "the same of the padded signal",
        ss.Conv(2, 2, (3, 3), stride=2, padding=2, dilation=2),
        {"drop_dead": True, "origin": "padded"},
    ),
    "circular": Case(
        "circular padding", ss.Conv(2, 2, 3, stride=2, padding=1, ndim=1, padding_mode="circular", input_size=16), {}
    ),
    "channels": Case("numbers along the axes, symbols for channels", ss.Conv(C, C_out, (3, 3), stride=2, groups=G), {}),
    "symbols": Case(
        "symbols throughout", ss.Conv(C, C_out, k, stride=s, padding=p, dilation=dl, ndim=1), {"phases": a}
    ),
    "symbols-padded": Case(
        "expressions, two axes, the padded origin",
        ss.Conv(C, C_out, (k1, 2 * k2 + 1), stride=(s1, s2**2), padding=((p1, 0), (sympy.floor(p2 / 2), 1)), groups=G),
        {"origin": "padded"},
    ),
    "symbolic-same": Case("a maximum", ss.Conv(3, 4, k, stride=s, padding="same", ndim=1, input_size=N), {}),
    "names": Case(
        "symbols called like Rocq's words and the file's own",
        ss.Conv(*sympy.symbols("forall exists table")[:2], sympy.symbols("Z fun"), stride=sympy.Symbol("end"), ndim=2),
        {"phases": (sympy.Symbol("lia"), 2)},
    ),
}


# ------------------------------------------------------------------------- what compiles


def test_every_layer_compiles_without_axioms(rocq: Rocq) -> None:
    files = rocq.check({f"{name}.v": case.text() for name, case in CASES.items()})
    assert {name: str(file) for name, file in files.items() if not file.ok} == {}
    assert len(files) == len(CASES)


def test_every_claim_of_the_catalogue_compiles_without_axioms(rocq: Rocq) -> None:
    files = rocq.check({f"{name}-{axes}.v": general_file(name, axes) for name in CLAIMS for axes in (2,)})
    assert {name: str(file) for name, file in files.items() if not file.ok} == {}


def test_the_catalogue_is_the_kernels() -> None:
    terms = [name for name, entry in ss.CATALOGUE.items() if not entry.in_texts]
    kernels = {name: [claim for claim, _ in GeneralSubject(name, 1).statements()] for name in terms}
    assert {name: list(claims) for name, claims in CLAIMS.items()} == kernels


def test_an_unknown_theorem_is_refused() -> None:
    with pytest.raises(SpecError, match="pick a name"):
        general_file("no-such", 1)


# ------------------------------------------------------------------------- what does not


def swap(table: NDArray[np.int64]) -> None:
    """Two taps in each other's place."""
    table[0, 0, 1], table[0, 1, 0] = table[0, 1, 0], table[0, 0, 1]


def fill(table: NDArray[np.int64]) -> None:
    """A weight where there is none."""
    table[0, 0, 0] = 0


def lose(table: NDArray[np.int64]) -> None:
    """A structural zero where there is a weight."""
    table[0, 1, 1] = -1


def late(table: NDArray[np.int64]) -> None:
    """Everything one offset later."""
    table[:] = np.roll(table, 1, axis=2)


def other_hole(table: NDArray[np.int64]) -> None:
    """A negative number that is not the one for a structural zero."""
    table[0, 0, 0] = -2


@pytest.mark.parametrize("spoil", [swap, fill, lose, late, other_hole])
def test_a_wrong_table_fails_where_it_is_compared(rocq: Rocq, spoil: Callable[[NDArray[np.int64]], None]) -> None:
    text = instance_file(SMALL, spoilt(ss.expand(SMALL), spoil))
    line, problem = rocq.refusal(text)
    assert line == CHECK_LINE
    assert DISAGREES in problem


class Late(AxisBank):
    """A bank whose offsets are counted from the wrong one."""

    @property
    def umin(self) -> int:
        return int(super().umin) + 1


def test_a_wrong_offset_fails_where_it_is_compared(rocq: Rocq) -> None:
    bank = ss.expand(SMALL)
    right = bank.axes[0]
    bank.__dict__["axes"] = (Late(right.axis, right.a, right.origin),)
    bank.axes[0].__dict__["table"] = right.table
    line, problem = rocq.refusal(instance_file(SMALL, bank))
    assert line == CHECK_LINE
    assert DISAGREES in problem


def test_a_live_phase_cannot_be_dropped(rocq: Rocq) -> None:
    case = CASES["dead"]
    bank = ss.expand(case.layer, drop_dead=True)
    bank.axes[1].__dict__["live"] = bank.axes[1].live[:-1]
    line, problem = rocq.refusal(instance_file(case.layer, bank))
    assert line == CHECK_LINE
    assert DISAGREES in problem


def test_a_wrong_equation_fails_on_its_own(rocq: Rocq) -> None:
    text = CASES["one-axis"].text()
    wrong = text.replace("w o c 1 ** phases 0 c (m + 0)", "w o c 1 ** phases 1 c (m + 0)")
    assert wrong != text
    line, _ = rocq.refusal(wrong)
    assert "from_the_definition" in line


def test_a_wrong_size_fails(rocq: Rocq) -> None:
    text = CASES["one-axis"].text()
    wrong = text.replace("(9, 9, 9)", "(9, 9, 8)")
    assert wrong != text
    line, _ = rocq.refusal(wrong)
    assert line == "Proof. now vm_compute. Qed."


def test_assumptions_are_reported(rocq: Rocq) -> None:
    text = CASES["one-axis"].text()
    files = rocq.check({
        "Admitted.v": text.replace(CHECK_LINE, "Proof. Admitted."),
        "Axiom.v": f"{NOTHING}Axiom cheat : False.\nTheorem one : (1 = 2)%Z.\nProof. destruct cheat. Qed.\n",
        "Loop.v": "Unset Guard Checking.\nFixpoint loop (n : nat) : False := loop n.\n",
        "Sound.v": text,
    })  # fmt: skip
    assert {name: file.axioms for name, file in files.items()} == {
        "Admitted.v": ("table_checked",),
        "Axiom.v": ("cheat",),
        "Loop.v": ("loop",),
        "Sound.v": (),
    }
    assert [file.ok for file in files.values()] == [False, False, False, True]


def test_the_check_tells_tables_from_their_mutants(rocq: Rocq, rng: random.Random) -> None:
    lines = [NOTHING]
    while len(lines) < 121:
        layer = ss.Conv(1, 1, rng.randint(1, 6), rng.randint(1, 4), rng.randint(-4, 6), rng.randint(1, 4), ndim=1)
        axis = ss.expand(layer, rng.randint(1, 3)).axes[0]
        right, wrong = axis.table, axis.table.copy()
        place = tuple(rng.randrange(n) for n in wrong.shape)
        wrong[place] = rng.choice(sorted({-1, *range(layer.kernel[0])} - {int(wrong[place])}))
        lines += [_judged(axis, right, "true"), _judged(axis, wrong, "false")]
    (file,) = rocq.check({"Mutants.v": "".join(lines)}).values()
    assert file.ok, str(file)


def _judged(axis: AxisBank, table: NDArray[np.int64], verdict: str) -> str:
    spec = axis.axis
    integers = (spec.kernel, spec.stride, spec.dilation, axis.shift, axis.a, axis.S, axis.umin, axis.umax + 1)
    claim = f"check_axis {' '.join(f'({n})' for n in integers)} {table_text(table)}"
    return f"Goal {claim} = {verdict}. by_computation. Qed.\n"


# ------------------------------------------------------------------------- the text


def test_the_table_is_the_banks_own() -> None:
    bank = spoilt(ss.expand(SMALL), fill)
    assert "[[[0; 1]; [0; 2]]]" in instance_file(SMALL, bank)


def test_the_same_layer_gives_the_same_text() -> None:
    assert CASES["mixed"].text() == CASES["mixed"].text()
    assert all(not line.endswith(" ") for line in CASES["mixed"].text().splitlines())


def test_the_bank_of_another_layer_is_refused() -> None:
    with pytest.raises(SpecError, match="the bank of"):
        instance_file(KERAS, ss.expand(SMALL))


def test_a_huge_table_is_refused_with_its_size() -> None:
    layer = ss.Conv(1, 1, 3, stride=32, ndim=1)
    with pytest.raises(NotSupported, match="entries"):
        instance_file(layer, ss.expand(layer, phases=64))


def test_comments_cannot_be_left() -> None:
    assert comment('a *) Axiom b. (* "c') == "(** a * ) Axiom b. ( * 'c *)\n"


def test_symbols_keep_their_names_where_they_can() -> None:
    assert "Variables (C C_out a dl k p s : Z)." in CASES["symbols"].text()
    assert "Variables (Z_ end_ exists_ forall_ fun_ lia : Z)." in CASES["names"].text()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-3, "(-3)"),
        (2 * k + 1, "((2*k) + 1)"),
        (s**2, "(s^2)"),
        (sympy.floor((k - 1) / 2), "((k + (-1)) / 2)"),
        (sympy.ceiling(N / s), "(- (((-1)*N) / s))"),
        (sympy.Mod(N, s), "(N mod s)"),
        (sympy.Max(k, N, 0), "(Z.max 0 (Z.max N (k)))"),
    ],
)
def test_expressions(value: Any, text: str) -> None:
    assert RocqNotation({"k": "k", "s": "s", "N": "N"})(value) == text


def test_an_expression_outside_of_the_language_is_refused() -> None:
    with pytest.raises(NotSupported, match="symbol of its own"):
        RocqNotation({"k": "k"})(sympy.sqrt(k))
