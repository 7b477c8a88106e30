"""Cross-checks of many random layers in one framework, and what such a run has to cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from strategies import ORDERS, ORIGINS, Case

from symstride import Conv
from symstride.check import cross_check


def agree(backend: str, cases: Iterable[Case], seed: int, *numbers: str) -> Counter[str]:
    """Every row of every case agrees, and none was refused; the counts of rows by side and kind of number."""
    rows: Counter[str] = Counter()
    for case in cases:
        report = cross_check(
            case.layer, case.input_size, [backend], seed, case.phases, case.origin, case.order, case.drop_dead, numbers
        )
        wrong = [f"{row.side} on {row.kind}: {row.verdict}" for row in report.rows if not row.verdict.ok]
        assert not wrong, f"{case}\n" + "\n".join(wrong)
        rows.update(f"{row.side.partition(',')[0]} on {row.kind}" for row in report.rows)
    return rows


def grid_cases() -> Iterator[Case]:
    """A systematic grid of 648 layers as networks have them: padded alike on both sides, as frameworks do themselves.

    Kernel, stride, dilation, padding and groups run over all combinations on the first axis; the other axes take the
    values of another combination, so that no two axes are alike.
    """
    rows = list(product((1, 2, 3, 5), (1, 2, 3), (1, 2), (0, 1, 2)))
    sizes = ((13, 9, 7), (12, 10, 8))
    for ndim, groups, (number, _) in product((1, 2, 3), (1, 2, 4), enumerate(rows)):
        axes = [rows[(number + 29 * axis) % len(rows)] for axis in range(ndim)]
        kernel, stride, dilation, padding = zip(*axes, strict=True)
        layer = Conv(4, 8, kernel, stride, padding, dilation, groups, bias=number % 3 > 0)
        size = tuple(max(n, layer.axes()[axis].span) for axis, n in enumerate(sizes[number % 2][:ndim]))
        order = ORDERS[number % 2]
        yield Case(layer, size, (1 + number % 2,) * ndim, ORIGINS[number // 2 % 2], order, drop_dead=number % 5 == 0)


def traits(case: Case) -> list[str]:
    """What is unusual about a case."""
    layer = case.layer
    around = [pair for pair in layer.padding if not isinstance(pair, str)]
    found = {
        f"{layer.ndim}-D": True,
        "strided": max(layer.stride) > 1,
        "dilated": max(layer.dilation) > 1,
        "strided and dilated": max(layer.stride) > 1 and max(layer.dilation) > 1,
        "grouped": layer.groups > 1,
        "without bias": not layer.bias,
        "circular": layer.padding_mode == "circular",
        "asymmetric padding": any(low != high for low, high in around),
        "symmetric padding": all(low == high for low, high in around),
        "cropping": any(n < 0 for pair in around for n in pair),
        "several output phases": max(case.phases) > 1,
        "stride past the kernel": any(s > k for s, k in zip(layer.stride, layer.kernel)),
    }
    return [name for name, holds in found.items() if holds]


TRAITS = (
    "1-D", "2-D", "3-D", "strided", "dilated", "strided and dilated", "grouped", "without bias", "circular",
    "asymmetric padding", "symmetric padding", "cropping", "several output phases", "stride past the kernel",
)  # fmt: skip
