"""What the interpreter asks of a number system.

An algebra makes values from inputs, weights and numbers, and computes with them; ``interpret`` says with which.  A
value has rows in front of its shape, as an array has a batch.  The finite field of ``field`` is one algebra; floats,
fractions or polynomials are others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from numpy.typing import NDArray

from symstride.network.operators.records import Operator, Shape

Array: TypeAlias = NDArray[Any]

Activation: TypeAlias = Literal["any", "zero", "relu"]
"""What is known of activations: nothing but the name; that some keep 0; and that relu is the larger of x and 0."""

Reads: TypeAlias = Callable[[Sequence[Array], Any], Iterable[Array]]
"""(arrays, what stands outside of them) -> the arrays of which the largest is taken, place by place."""

V = TypeVar("V")


class Algebra(Protocol[V]):
    """Values and what may be done with them; rearrangements are said as functions of arrays."""

    activation: Activation

    def input(self, position: int, shape: Shape) -> V:
        """What comes from outside, by its position among the inputs."""

    def weight(self, array: Array) -> V:
        """A parameter, with the shape that it has."""

    def constant(self, number: Fraction) -> V:
        """One number, of shape ``()``."""

    def zeros(self, value: V) -> V:
        """0 in each place of a value of that shape."""

    def quotients(self, array: Array) -> V:
        """``1/n`` for an array of numbers that are what they are, none of them 0."""

    def arranged(self, how: Callable[..., Array], *values: V) -> V:
        """A rearrangement: each entry is one of those of ``values``."""

    def several(self, how: Callable[[Array], Iterable[Array]], value: V) -> list[V]:
        """Several rearrangements of one value for sums: each entry is one of its entries, or 0."""

    def filled(self, operator: Operator, value: V, parameters: Sequence[Array]) -> V:
        """A value with some places filled by the number ``operator.fill``, or by minus infinity."""

    def total(self, values: Sequence[V]) -> V:
        """The sum, broadcast as arrays are."""

    def product(self, one: V, other: V) -> V:
        """Entry by entry, broadcast as arrays are."""

    def matmul(self, one: V, other: V) -> V:
        """Matrix products over the last two axes."""

    def summed(self, value: V, axes: tuple[int, ...]) -> V:
        """The sum over some axes, which keep one place each; axes count from the row as 0."""

    def highest(self, values: Sequence[V], reads: Reads) -> V:
        """The largest of what ``reads`` gives, place by place."""

    def named(self, name: str, attributes: Sequence[tuple[str, float]], value: V) -> V:
        """A map by its name, for each number by itself."""

    def normalised(self, name: str, attributes: Sequence[tuple[str, float]], value: V, axes: tuple[int, ...]) -> V:
        """A map by its name, for the numbers along ``axes`` together: ``softmax``, ``log_softmax``, ``layer_norm``."""

    def response(self, attributes: Sequence[tuple[str, float]], value: V) -> V:
        """Local response normalisation along axis 1."""

    def sloped(self, value: V, slope: V) -> V:
        """``value`` where it is not negative, else ``slope*value``."""

    def inverse_root(self, value: V, epsilon: float) -> V:
        """``1/sqrt(value + epsilon)``."""
