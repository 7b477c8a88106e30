"""The arrays of a bank: weights to its entries and back, and the phases of an output.

Each takes arrays of NumPy, PyTorch, JAX, or a library that follows the array API standard, and answers with one of the
same library and dtype, which can be differentiated there.  What they do is said by the methods of ``Bank``,
which is what ``bank`` is everywhere.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from symstride.algebra import signals
from symstride.algebra.arrays import as_any_array, check_alike, each_bytes, rearranged
from symstride.algebra.correlation import correlate
from symstride.algebra.layout import flatten
from symstride.algebra.shapes import as_array, check_shape, per_axis
from symstride.algebra.sizes import AxisBank
from symstride.algebra.weights import copies_of, expand_weights
from symstride.errors import SpecError
from symstride.layers.axis import Axis
from symstride.layers.integer import multiply, shown
from symstride.limits import check_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray


def expanded(bank: Any, w: Any) -> Any:
    """``Bank.weight``."""
    asked = "Bank.weight(w)"
    bank.need_numbers(asked, bank.symbols)
    w = as_any_array(asked, w)
    check_shape(asked, w, bank.layer_spec.weight_shape, "(out_channels, in_channels/groups, *kernel)")
    check_bytes(asked, bank.weight_shape, each_bytes(w))
    phases, groups = int(bank.input_phases), int(bank.layer_spec.groups)

    def of_one(sample: NDArray[Any]) -> NDArray[Any]:  # with the one sample that ``rearranged`` wants in front
        return expand_weights(sample[0], bank.places, phases, bank.weight_shape[2:], groups, bank.order)[None]

    return rearranged(w[None], of_one)[0]


def numbers_of_weights(bank: Any) -> NDArray[np.int64]:
    """``Bank.gather``."""
    bank.need_numbers("Bank.gather", bank.symbols)
    check_bytes("Bank.gather", bank.weight_shape, 8)
    shape = tuple(int(n) for n in bank.layer_spec.weight_shape)
    numbers: NDArray[np.int64] = bank.weight(np.arange(1, 1 + prod(shape), dtype=np.int64).reshape(shape)) - 1
    numbers.setflags(write=False)
    return numbers


def copied(bank: Any, weight: Any) -> Any:
    """``Bank.copies``."""
    asked = "Bank.copies(weight)"
    bank.need_numbers(asked, bank.symbols)
    weight = as_any_array(asked, weight)
    check_shape(asked, weight, bank.weight_shape, "Bank.weight_shape")
    shape = [int(n) for n in bank.layer_spec.weight_shape]
    phases, groups = int(bank.input_phases), int(bank.layer_spec.groups)

    def of_one(sample: NDArray[Any]) -> NDArray[Any]:
        found: NDArray[Any] = copies_of(sample[0], bank.places, phases, shape, groups, bank.order)[None]
        return found

    return rearranged(weight[None], of_one)[0]


def kernel_of(bank: Any, weight: NDArray[Any]) -> NDArray[Any]:
    """``Bank.kernel``."""
    asked = "Bank.kernel(weight)"
    found: NDArray[Any] = np.ascontiguousarray(bank.copies(as_array(asked, weight))[0])
    again = bank.weight(found)
    wrong = (again != weight) & ~((again != again) & (weight != weight))
    if not wrong.any():
        return found
    place = tuple(int(n) for n in np.argwhere(wrong)[0])
    if bank.gather[place] < 0:
        expected = f"zero at {place}"
    else:
        first = bank.copies(np.arange(weight.size).reshape(weight.shape))[0].ravel()[bank.gather[place]]
        at = tuple(int(n) for n in np.unravel_index(first, weight.shape))
        expected = f"at {place} what stands at {at}, {shown(_plain(weight[at]))}"
    hint = "take the nearest bank that is one, sharing(bank).project(weight)"
    raise SpecError(asked, expected, shown(_plain(weight[place])), hint)


def split_output(bank: Any, y: Any) -> Any:
    """``Bank.split_output``."""
    asked = "Bank.split_output(y)"
    bank.need_numbers(asked, bank.symbols)
    y, spec = as_any_array(asked, y), bank.layer_spec
    check_shape(asked, y, (None, spec.out_channels, *(None,) * spec.ndim), "(batch, out_channels, *space)")
    cells = [-(-n // int(a)) * int(a) for n, a in zip(y.shape[2:], bank.phases, strict=True)]
    check_bytes(asked, (*y.shape[:2], *cells), each_bytes(y))
    axes = [AxisBank(Axis(1), a, "image") for a in bank.phases]
    kept = [range(int(a)) for a in bank.phases]
    return rearranged(y, lambda array: signals.split(array, axes, kept, int(spec.groups), bank.order, "zeros"))


def merged(bank: Any, y: Any, output_size: Any) -> Any:
    """``Bank.merge``."""
    asked = "Bank.merge(y, output_size)"
    bank.need_numbers(asked, bank.symbols)
    y, spec = as_any_array(asked, y), bank.layer_spec
    sizes = [int(n) for n in per_axis(output_size, spec.ndim, asked)]
    phases = [int(a) for a in bank.phases]
    cells = [-(-n // a) for n, a in zip(sizes, phases, strict=True)]
    channels = multiply(spec.out_channels, bank.output_phases)
    check_shape(asked, y, (None, channels, *cells), "(batch, out_channels*A, *ceil(output_size/a))")
    return rearranged(y, lambda parts: signals.merge(parts, phases, sizes, int(spec.groups), bank.order))


def applied(bank: Any, x: Any, w: Any, b: Any) -> Any:
    """``Bank.apply``."""
    asked = "Bank.apply(x, w, b)"
    x = bank._checked_input(asked, x)
    check_alike(asked, x, *(array for array in (w, b) if array is not None))
    bank._check_split(asked, x)
    unit = bank.layer(x.shape[2:])
    check_bytes(asked, (x.shape[0], unit.out_channels, *unit.output_size()), each_bytes(x))
    y = correlate(unit, bank.split(x), bank.weight(w), bank.bias(b))
    return bank.merge(y, bank.layer_spec.output_size(x.shape[2:]))


def repeated(bank: Any, b: Any) -> Any:
    """``Bank.bias``."""
    asked = "Bank.bias(b)"
    if b is None:
        return None
    bank.need_numbers(asked, bank.symbols)
    b = as_any_array(asked, b)
    check_shape(asked, b, (bank.layer_spec.out_channels,), "(out_channels,)")
    if not bank.layer_spec.bias:
        hint = "pass None, or set bias=True"
        raise SpecError(asked, "no bias: the layer has none", f"shape {tuple(b.shape)}", hint)
    return rearranged(b[None], lambda sample: for_outputs(bank, sample))[0]


def for_outputs(bank: Any, numbers: NDArray[Any]) -> NDArray[Any]:
    """One number for each output, ``(1, O)`` to ``(1, O*A)``: repeated for each output phase."""
    parts = numbers.reshape(1, int(bank.layer_spec.groups), -1, 1)  # (1, g, o, 1)
    return flatten(np.repeat(parts, int(bank.output_phases), axis=3), bank.order)


def _plain(value: Any) -> Any:
    """A number of an array as Python writes it."""
    return value.item() if hasattr(value, "item") else value
