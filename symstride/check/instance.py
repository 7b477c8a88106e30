"""Identities of convolution tensors at one size, entry by entry, with the weights as symbols.

A finite check that is complete for its size: equal entries mean equal maps, for all inputs and all weights of any
commutative semiring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy
from numpy.typing import NDArray

from symstride.algebra.bank import Bank, expand
from symstride.algebra.linear import Operator
from symstride.algebra.operators import shift, space_to_depth, subsampling, unit_stride
from symstride.algebra.shapes import known_size
from symstride.algebra.tensor import convolution_tensor, symbolic_weights
from symstride.errors import SpecError
from symstride.layers.integer import Integer
from symstride.layers.layer import Conv, PerAxis
from symstride.verdict import Verdict, proved, refuted


@dataclass(frozen=True)
class EntryWitness:
    """The first entry at which two tensors differ."""

    statement: str
    row: tuple[int, ...]
    column: tuple[int, ...]
    left: sympy.Expr
    right: sympy.Expr

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        return f"{self.statement}: at row {self.row}, column {self.column} left is {self.left}, right is {self.right}"


@dataclass(frozen=True)
class Instance:
    """``statement`` at one size: ``left`` and ``right`` as tensors, the factors they are made of, and the verdict."""

    statement: str
    layer: Conv
    input_size: tuple[int, ...]
    left: Operator
    right: Operator
    factors: dict[str, Operator]
    verdict: Verdict

    def __str__(self) -> str:
        lines = [f"{self.statement}", f"{self.verdict}"]
        for name, operator in self.factors.items():
            lines += ["", f"{name} =", sympy.pretty(operator.matrix(sparse=False), wrap_line=False)]
        return "\n".join(lines)

    def _repr_latex_(self) -> str:
        parts = [rf"{name} = {sympy.latex(operator.matrix(sparse=False))}" for name, operator in self.factors.items()]
        return r"$\displaystyle " + r" \qquad ".join(parts) + "$"


def subsampling_identity(layer: Conv, input_size: PerAxis | None = None) -> Instance:
    """The strided convolution tensor is the subsampling operator applied to the unit-stride convolution tensor."""
    sizes = known_size(layer, input_size, "subsampling_identity(layer, input_size)")
    strided = convolution_tensor(layer, sizes)
    dense, picked = convolution_tensor(unit_stride(layer, sizes), sizes), subsampling(layer, sizes)
    factors = {"T_strided": strided, "P": picked, "T_unit": dense}
    return _instance("T_strided = P T_unit", layer, sizes, strided, picked @ dense, factors)


def phase_identity(
    layer: Conv,
    input_size: PerAxis | None = None,
    phases: PerAxis = 1,
    origin: str = "image",
    order: str = "channel_major",
) -> Instance:
    """The strided convolution tensor, between phases, is the unit-stride block Toeplitz tensor of the bank.

        T = Q_out^T  T_bank  Q_in

    ``Q_in`` takes the phases of the input (padded first, for the origin ``"padded"``), ``Q_out^T`` puts the phases of
    the output back in place.  Where the phases divide the sizes both are permutations, and this says that the
    permuted matrix of the strided layer is that of the bank.
    """
    sizes = known_size(layer, input_size, "phase_identity(layer, input_size)")
    bank = expand(layer, phases, origin, order, input_size=sizes)
    spec = bank.layer_spec
    strided = convolution_tensor(spec, sizes)
    unit = convolution_tensor(bank.layer(sizes), weights=_bank_weights(bank))
    q_in = _phases_of_input(bank, sizes)
    q_out = space_to_depth(spec.out_channels, spec.output_size(sizes), bank.phases, bank.order, spec.groups)
    factors = {"T": strided, "Q_in": q_in, "T_bank": unit, "Q_out": q_out}
    return _instance("T = Q_out^T T_bank Q_in", layer, sizes, strided, q_out.T @ unit @ q_in, factors)


def permutation_identity(
    layer: Conv, input_size: PerAxis | None = None, phases: PerAxis = 1, order: str = "channel_major"
) -> Instance:
    """The permuted matrix of the strided layer is the unit-stride block Toeplitz matrix of the bank.

        Q_out T Q_in^T = T_bank

    Needs sizes that the phases divide, so that ``Q_in`` and ``Q_out`` are permutations and no cell is part empty.
    """
    found = phase_identity(layer, input_size, phases, "image", order)
    factors = found.factors
    for name, operator in (("input", factors["Q_in"]), ("output", factors["Q_out"])):
        if operator.shape[0] != operator.shape[1]:
            raise SpecError(
                "permutation_identity(layer, input_size, phases)",
                f"an {name} size that its number of phases divides",
                f"{name} {operator.inputs[1:]}, of which the phases make cells {operator.outputs[1:]}",
                "use phase_identity, or another input size",
            )
    permuted: Operator = factors["Q_out"] @ factors["T"] @ factors["Q_in"].T
    return _instance("Q_out T Q_in^T = T_bank", layer, found.input_size, permuted, factors["T_bank"], factors)


def _bank_weights(bank: Bank) -> NDArray[Any]:
    weights: NDArray[Any] = bank.weight(symbolic_weights(bank.layer_spec))
    return weights


def _phases_of_input(bank: Bank, sizes: tuple[Integer, ...]) -> Operator:
    """``X[rho, c, m] = x[c, S*m + rho]``, after padding for the origin ``"padded"``."""
    spec, cells = bank.layer_spec, [axis.S for axis in bank.axes]
    places = tuple(axis.places(n) for axis, n in zip(bank.axes, sizes, strict=True))
    phases = space_to_depth(spec.in_channels, places, cells, bank.order, spec.groups)
    if bank.origin == "image":
        return phases
    offsets = [-int(axis.axis.low) for axis in bank.axes]
    return phases @ shift(spec.in_channels, sizes, offsets, places, circular=spec.padding_mode == "circular")


def _instance(
    statement: str, layer: Conv, sizes: Sequence[Integer], left: Operator, right: Operator, factors: dict[str, Operator]
) -> Instance:
    where = tuple(int(n) for n in sizes)
    return Instance(statement, layer, where, left, right, factors, compare(statement, layer, where, left, right))


def compare(statement: str, layer: Conv, sizes: tuple[int, ...], left: Operator, right: Operator) -> Verdict:
    """Proved at this size when every entry agrees; otherwise refuted by the first one that does not."""
    found = left.difference(right)
    if found is not None:
        return refuted(EntryWitness(statement, *found))
    entries = int(np.prod([int(n) for n in left.shape]))
    return proved(f"{layer}", f"input size {sizes}, all {entries:,} entries compared", "all weights and inputs")
