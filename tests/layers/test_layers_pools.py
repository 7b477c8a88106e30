"""Pools are made as other layers are, and refused as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import sympy

import symstride as ss


@pytest.mark.parametrize("kind", [ss.MaxPool, ss.AveragePool])
def test_pools_are_written_as_layers_are(kind: type[ss.MaxPool]) -> None:
    """One value for all axes or one for each, ``kernel_size`` for ``kernel``; a stride left out is the kernel."""
    plain = kind((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1))
    assert kind(3, 2, 1, ndim=2) == kind(kernel_size=[3, 3], stride=2, padding=(1, (1, 1))) == plain
    assert (plain.kernel, plain.stride, plain.padding, plain.dilation) == ((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1))
    assert kind((2, 3)).stride == (2, 3)
    assert replace(plain, stride=(1, 1)).padding == plain.padding


@pytest.mark.parametrize("kind", [ss.MaxPool, ss.AveragePool])
@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"kernel": 3}, "ndim"),
        ({}, "kernel_size"),
        ({"kernel": 3, "kernel_size": 3, "ndim": 1}, "one of them"),
        ({"kernel": 0, "ndim": 1}, "0"),
        ({"kernel": 2.5, "ndim": 1}, "2.5"),
        ({"kernel": (3, 3), "stride": (2,)}, "stride: 1"),
        ({"kernel": (), "stride": ()}, "0 axes"),
        ({"kernel": 3, "padding": "same", "ndim": 1}, "same"),
        ({"kernel": sympy.Symbol("k") / 2, "ndim": 1}, "k/2"),
        ({"kernel": 3, "ndim": 1, "ceil_mode": 2}, "ceil_mode"),
    ],
)
def test_pools_that_are_none_are_refused(kind: type[ss.MaxPool], arguments: dict[str, Any], word: str) -> None:
    with pytest.raises(ss.SpecError) as caught:
        kind(**arguments)
    assert word in str(caught.value)
    assert kind.__name__ in caught.value.asked
