"""The cross-check: it agrees on right layers, says no to wrong backends with a small witness, and names absent ones."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
import sympy

from symstride.algebra.correlation import correlate
from symstride.check import Kind, cross_check
from symstride.check.backends import BACKENDS, Backend
from symstride.check.report import CrossCheck, Row
from symstride.check.samples import NUMBERS, draw_arrays, small_layer
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.network.pool_bank import expand_pool
from symstride.verdict import sampled, unknown

LAYER = Conv(3, 4, (3, 3), stride=2, padding=1)


class Tampered(Backend):
    """NumPy's correlation with something done to its answer or its weights."""

    name, module, requirement = "tampered", "numpy", "pip install numpy"
    numbers = ("integers", "float32")
    strides = False

    def convolve(self, layer, x, w, b):
        return correlate(layer, x, w, b)


@pytest.fixture
def backend(monkeypatch):
    def make(**changes):
        monkeypatch.setitem(BACKENDS, "tampered", type("Changed", (Tampered,), changes))

    return make


def lost_weight(self, layer, x, w, b):
    w = w.copy()
    w[0].flat[np.flatnonzero(w[0])[:1]] = 0
    return correlate(layer, x, w, b)


def no_bias(self, layer, x, w, b):
    return correlate(layer, x, w)


def one_short(self, layer, x, w, b):
    return correlate(layer, x, w, b)[..., :1]


def refuses(self, layer, x, w, b):
    raise NotSupported("convolve", "fewer axes", "two axes", "use another backend")


LAYERS = {
    "grouped": (Conv(4, 6, (3, 2), (2, 3), ((1, 0), (2, -1)), (2, 1), groups=2), (9, 10)),
    "depthwise": (Conv(5, 5, (3, 3), 2, 1, groups=5), (8, 7)),
    "circular": (Conv(2, 3, (3,), 2, 1, padding_mode="circular"), (12,)),
    "same": (Conv(3, 4, (3, 3), 2, "same"), (7, 6)),
    "three axes": (Conv(2, 2, (3, 2, 2), (1, 2, 2), 1), (4, 5, 6)),
    "no bias": (Conv(2, 2, (5,), 3, bias=False), (17,)),
}


@pytest.mark.parametrize("name", LAYERS)
def test_numpy_agrees(name):
    layer, size = LAYERS[name]
    for origin, order in product(("image", "padded"), ("channel_major", "phase_major")):
        report = cross_check(layer, size, phases=2, origin=origin, order=order, seed=3)
        kinds = {row.kind for row in report.rows}
        assert report.verdict == report.verdict.__class__(Kind.SAMPLED, cases=len(report.rows), seed=3)
        assert kinds >= {"integers", "fractions", "float32", "float64"}
        assert report.exit_code == 0
        assert all((row.worst is None) == NUMBERS[row.kind].exact for row in report.rows)


def test_the_table_reads_well():
    text = str(cross_check(LAYER, (8, 8)))
    assert "expanded" in text
    assert "8 x 8" in text
    assert "of the bound" in text
    assert text.splitlines()[-1] == "sampled: 4 cases, seed 0"
    assert cross_check(LAYER, (8, 8))._repr_html_().startswith("<table>")


def test_the_same_seed_gives_the_same_report():
    assert str(cross_check(LAYER, (8, 8), seed=5)) == str(cross_check(LAYER, (8, 8), seed=5))
    first, second = (draw_arrays(LAYER, (8, 8), "integers", seed)[0] for seed in (1, 2))
    assert not np.array_equal(first, second)


def test_a_lost_weight_is_refuted_by_one_weight_and_one_input(backend):
    backend(convolve=lost_weight)
    report = cross_check(LAYER, (8, 8), backends=["numpy", "tampered"])
    assert [row.verdict.ok for row in report.rows if row.backend == "numpy"] == [True] * 4
    assert not report.ok
    assert report.exit_code == 1
    witness = report.verdict.witness
    assert (len(witness.x), len(witness.w), len(witness.b)) == (1, 1, 0)
    assert witness.got == 0 != witness.expected
    assert "refuted" in str(report)


def test_a_lost_bias_is_refuted_in_floats_too(backend):
    backend(convolve=no_bias, numbers=("float32",))
    witness = cross_check(LAYER, (8, 8), backends=["tampered"]).verdict.witness
    assert (witness.x, witness.w, len(witness.b)) == ((), (), 1)


def test_a_result_of_another_shape_is_no_agreement(backend):
    backend(convolve=one_short)
    report = cross_check(Conv(2, 2, (3,), 2), (9,), backends="tampered")
    assert not report.ok


def test_absent_backends_are_named(backend):
    backend(version=lambda self: None)
    report = cross_check(LAYER, (8, 8), backends=["numpy", "tampered"])
    assert report.ok
    assert "tampered is not installed" in str(report)
    alone = cross_check(LAYER, (8, 8), backends=["tampered"])
    assert alone.verdict.kind is Kind.UNKNOWN
    assert alone.exit_code == 3


def test_a_backend_may_refuse(backend):
    backend(convolve=refuses)
    report = cross_check(LAYER, (8, 8), backends=["tampered"])
    assert report.verdict.kind is Kind.UNKNOWN
    assert "tampered refused: two axes" in str(report)


def test_no_backend_is_no_success():
    assert cross_check(LAYER, (8, 8), backends=[]).verdict.kind is Kind.UNKNOWN


def test_unknown_backends_and_symbols_are_refused():
    with pytest.raises(SpecError, match=r"names among: .*numpy"):
        cross_check(LAYER, (8, 8), backends=["nunpy"])
    with pytest.raises(SpecError, match="k"):
        cross_check(Conv(1, 1, sympy.Symbol("k"), ndim=1), 9)
    with pytest.raises(SpecError, match="the size of the input"):
        cross_check(LAYER)


def test_fractions_run_on_a_small_layer_with_the_same_axes():
    small, size = small_layer(Conv(64, 96, (7, 5), (2, 3), ((3, 2), (1, 0)), groups=32), (224, 200), (1, 2))
    assert (small.in_channels, small.out_channels, small.groups) == (4, 4, 2)
    assert small.axes() == Conv(64, 96, (7, 5), (2, 3), ((3, 2), (1, 0)), groups=32).axes()
    assert small.output_size(size) == (2, 3)
    assert small_layer(Conv(2, 2, (3,), 2, 1, padding_mode="circular"), (24,), (2,))[1] == (8,)


def test_a_framework_that_raises_leaves_the_whole_check_unknown() -> None:
    ran = Row("numpy", "2", "expanded", "integers", (4,), 8, None, sampled(1, 0))
    broke = Row("other", "1", "expanded", "integers", (4,), 0, None, unknown("other raised"), raised=True)
    absent = Row("third", "", "", "", (), 0, None, unknown("third is not installed"))
    layer = Conv(1, 1, 3, ndim=1)
    assert CrossCheck(layer, (4,), 0, (ran, absent)).verdict.kind is Kind.SAMPLED
    assert CrossCheck(layer, (4,), 0, (ran, broke)).verdict.kind is Kind.UNKNOWN
    assert not CrossCheck(layer, (4,), 0, (ran, broke))


OTHERS = {
    "transposed": (ConvTranspose(4, 6, (3, 2), (2, 3), ((1, 1), (0, 2)), (1, 2), (1, 0), 2), (5, 4)),
    "nothing left inside": (ConvTranspose(1, 1, (5,), 4, ((4, 4),)), (2,)),
    "max": (MaxPool((3, 2), (2, 3), ((1, 1), (0, 1)), (2, 1)), (9, 8)),
    "max, last window": (MaxPool((3,), 2, ceil_mode=True), (8,)),
    "average": (AveragePool((3, 3), (2, 3), 1, ceil_mode=True), (9, 8)),
    "average with padding": (AveragePool((3,), 2, ((2, 0),), 2, count_include_pad=True), (11,)),
}


@pytest.mark.parametrize("name", OTHERS)
def test_transposed_layers_and_pools_agree(name):
    """Exactly on integers and Fractions, for one and for two phases; an average also as a depthwise layer."""
    layer, size = OTHERS[name]
    for phases in (1, 2):
        report = cross_check(layer, size, phases=phases, seed=4)
        assert report.exit_code == 0, str(report)
        assert {row.kind for row in report.rows} == {"integers", "fractions", "float32", "float64"}
        rounds = not isinstance(layer, MaxPool)
        assert all((row.worst is None) == (NUMBERS[row.kind].exact or not rounds) for row in report.rows)
        sides = {row.side for row in report.rows}
        assert sides == ({"expanded", "expanded, as a layer"} if isinstance(layer, AveragePool) else {"expanded"})


def test_a_transposed_layer_with_a_lost_weight_is_refuted(backend):
    backend(convolve=lost_weight)
    witness = cross_check(OTHERS["transposed"][0], (5, 4), backends="tampered").verdict.witness
    assert (len(witness.x), len(witness.w)) == (1, 1)
    assert witness.got == 0 != witness.expected


def test_a_pool_by_a_wrong_table_is_refuted(monkeypatch):
    """A table that is off by a place, and sums where there should be averages."""
    pool, size = OTHERS["max"]
    other = expand_pool(MaxPool(pool.kernel, pool.stride, ((0, 2), (0, 1)), pool.dilation))
    monkeypatch.setattr("symstride.check.compared.expand_pool", lambda *_: other)
    assert cross_check(pool, size).exit_code == 1
    monkeypatch.undo()
    backend_free = AveragePool((3,), 2, 1)
    monkeypatch.setattr("symstride.check.compared.counts", lambda *_: ((3,) * 5,))
    assert cross_check(backend_free, (9,)).exit_code == 1


def test_what_a_pool_or_a_transposed_layer_does_not_have_is_refused():
    for layer, size in (OTHERS["transposed"], OTHERS["max"]):
        with pytest.raises(SpecError, match="phases and order alone"):
            cross_check(layer, size, origin="padded")
        with pytest.raises(SpecError, match="numbers of places"):
            cross_check(layer)
    with pytest.raises(SpecError, match="a layer or a pool"):
        cross_check("nn.MaxPool2d(3)", 9)
