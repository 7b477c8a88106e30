"""Striding as parameter sharing: the map from the weights of a layer to its filter bank.

    E w [tau, o, rho, c, u] = sum over i of [stride*tau + dilation*i - shift = S*u + rho] * w[o, c, i]

per axis, as in ``algebra.bank``.  E is linear, and every entry of ``E w`` is one weight or zero.  With ``A`` output
phases each weight has ``A`` copies, so that ``E^T E = A`` and ``E E^T / A`` is the orthogonal projection onto the
image.  A bank of the image belongs to a layer that commutes with shifts by one stride; any other bank to one that
commutes with shifts by ``a`` strides, whose weights change from output to output with period ``a``.

For one layer alone, ``a = 1``, nothing is shared: E moves each weight to one place, and all that the image asks of a
bank is zeros, if anything.  Sharing begins with ``a > 1``, in front of a later stride.

Source: Kong and Lucey, arXiv 1712.02502; matrices of filters with these ties are pseudocirculant in Vaidyanathan,
Multirate Systems and Filter Banks, 1993, chapter 10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from numbers import Integral, Rational
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import sympy

from symstride.algebra.bank import Bank, expand
from symstride.algebra.entry import tap_at
from symstride.algebra.shapes import need_numbers
from symstride.errors import SpecError
from symstride.layers.asked import no_layer
from symstride.layers.integer import Integer, add, multiply
from symstride.layers.layer import Conv, PerAxis

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from symstride.network.graph import Network
    from symstride.theorem import Theorem

Place = tuple[int, ...]


class Equation(NamedTuple):
    """What the image asks of one entry of a bank: it is what stands at ``copy_of``, or zero where that is None."""

    place: Place
    copy_of: Place | None


@dataclass(frozen=True)
class Sharing:
    """The linear map ``E`` from weights, ``(O, C/groups, *k)``, to the bank, ``bank.weight_shape``.

    Counts may be SymPy expressions, where the layer has symbols.  That they are right, and that ``E^T E`` is the
    number of copies, is proved: ``theorem``.  Arrays may be of NumPy, PyTorch, JAX or the like, as ``Bank`` takes them.
    """

    bank: Bank

    # ------------------------------------------------------------ counts, in closed form

    @property
    def copies(self) -> Integer:
        """``A``: in how many entries of the bank each weight stands, one for each output phase."""
        return self.bank.output_phases

    @property
    def dimension(self) -> Integer:
        """How many weights the layer has, ``O * C/groups * k_1 * ... * k_d``: the dimension of the image."""
        return multiply(*self.bank.layer_spec.weight_shape)

    @property
    def ambient(self) -> Integer:
        """How many entries the bank has, ``O*A * (C/groups)*phases * K_1 * ... * K_d``: those of a free layer."""
        layer, sizes = self.bank.layer_spec, (axis.size for axis in self.bank.axes)
        return multiply(layer.out_channels, self.copies, layer.in_per_group, self.bank.input_phases, *sizes)

    @property
    def zeros(self) -> Integer:
        """How many entries are zero whatever the weights are: ``ambient - copies*dimension``."""
        return add(self.ambient, multiply(-1, self.copies, self.dimension))

    @property
    def ties(self) -> Integer:
        """How many entries repeat another one: ``(copies - 1)*dimension``."""
        return multiply(add(self.copies, -1), self.dimension)

    @property
    def codimension(self) -> Integer:
        """How many independent equations cut the image out of all banks: ``zeros + ties = ambient - dimension``."""
        return add(self.ambient, multiply(-1, self.dimension))

    @property
    def is_onto(self) -> bool:
        """Whether every bank belongs to some weights, so that the strided layer *is* a free unit-stride layer.

        That is so where ``codimension`` is 0: there is one output phase, and the taps fill their cells.  Without
        dilation, and counted from the first padded place, that means that the stride divides the kernel.
        """
        need_numbers("Sharing.is_onto", self.bank.symbols, "give them numbers, or look at codimension")
        return self.codimension == 0

    @property
    def theorem(self) -> Theorem:
        """Proved: what stands at each entry, ``E^T E = A``, and the number of copies, for this number of axes.

        In ``symstride.CATALOGUE`` it is "expansion-transpose"; "shared-gradients" and "sharing-ties" are beside it.
        """
        from symstride.theorem import prove_general

        return prove_general("expansion-transpose", self.bank.layer_spec.ndim)

    # ------------------------------------------------------------ the map and its adjoint

    def __call__(self, w: Any) -> Any:
        """``E w``, the bank: ``bank.weight(w)``."""
        return self.bank.weight(w)

    def adjoint(self, weight: Any) -> Any:
        """``E^T V``: for each weight the sum over its copies, ``bank.weight_shape`` to ``(O, C/groups, *k)``.

        Where ``V`` is the gradient of a loss in the entries of the bank, this is the gradient in the weights (proved:
        "shared-gradients").  Exact for integers, Fractions and expressions.
        """
        return self.bank.copies(weight).sum(0)

    def project(self, weight: Any) -> Any:
        """``E E^T V / A``: the bank of weights that is nearest to ``V``, by the sum of squares.

        A gradient step on the free bank, projected, is a gradient step on the weights at the rate divided by ``A``
        (proved: "shared-gradients", "a gradient step").  Integers are refused, since they cannot be divided by ``A``;
        as objects, integers become Fractions.
        """
        return self.bank.weight(self._mean(weight))

    def _mean(self, weight: Any) -> Any:
        import numpy as np

        from symstride.algebra.arrays import is_inexact

        sums, count = self.adjoint(weight), int(self.copies)
        if getattr(weight, "dtype", None) == np.dtype(object):
            return np.vectorize(lambda entry: _quotient(entry, count), otypes=[object])(sums)
        if is_inexact(weight):
            return sums / count
        hint = "convert it: weight.astype(float), or weight.astype(object) for Fractions"
        raise SpecError("Sharing.project(weight)", "numbers that can be divided by the copies", f"{weight.dtype}", hint)

    def solve(self, weight: NDArray[Any]) -> NDArray[Any]:
        """The ``w`` with ``E w = V``, exactly; a SpecError with the first broken equation, where there is none."""
        return self.bank.kernel(weight)

    # ------------------------------------------------------------ as matrices

    def matrix(self) -> Any:
        """``E`` as a ``scipy.sparse.csr_array`` of the numbers 0 and 1: ``ambient`` rows, ``dimension`` columns.

        Both are numbered row-major, so that ``matrix() @ w.ravel()`` is ``bank.weight(w).ravel()``.
        """
        import numpy as np

        from symstride.algebra.optional import scipy_module

        sparse = scipy_module("Sharing.matrix()", "scipy.sparse", "Bank.gather needs NumPy alone")
        source = self.bank.gather.ravel()
        rows = np.flatnonzero(source >= 0)
        ends = np.concatenate([[0], np.cumsum(source >= 0)])
        shape = (int(self.ambient), int(self.dimension))
        return sparse.csr_array((np.ones(len(rows), dtype=np.int8), source[rows], ends), shape=shape)

    def linear_operator(self, dtype: Any = float) -> Any:
        """``E`` as a ``scipy.sparse.linalg.LinearOperator`` that stores nothing; its adjoint is ``adjoint``."""
        from symstride.algebra.optional import scipy_module

        linalg = scipy_module("Sharing.linear_operator()", "scipy.sparse.linalg", "call the map and its adjoint")
        bank = self.bank
        need_numbers("Sharing.linear_operator()", bank.symbols, "give them numbers: bank.subs(...)")
        weights = tuple(int(n) for n in bank.layer_spec.weight_shape)

        def forth(w: NDArray[Any]) -> Any:
            return bank.weight(w.reshape(weights)).ravel()

        def back(weight: NDArray[Any]) -> Any:
            return self.adjoint(weight.reshape(bank.weight_shape)).ravel()

        return linalg.LinearOperator((int(self.ambient), int(self.dimension)), forth, back, dtype=dtype)

    # ------------------------------------------------------------ the equations of the image

    def relations(self) -> tuple[sympy.Basic, ...]:
        """The equations that cut out the image, in closed form, in the symbols of ``bank.indices``.

        For each axis with ``a > 1``, with ``t`` for its output phase, and the other indices as they are,

            V[t + 1, (rho + stride) mod S, u + (rho + stride) div S] = V[t, rho, u]        0 <= t < a - 1

        where entries outside of ``umin <= u <= umax`` are 0: an output phase is the one before it, moved on by one
        stride.  And last, the first output phase is 0 off the taps.  Proved: "sharing-ties".
        """
        names, axes = self.bank.indices, self.bank.axes
        entry = sympy.IndexedBase("V")
        here = entry[(*names.tau, names.o, *names.rho, names.c, *names.u)]
        found = []
        for n, axis in enumerate(axes):
            if axis.a == 1:
                continue
            tau, rho, u = list(names.tau), list(names.rho), list(names.u)
            moved, cell = rho[n] + axis.axis.stride, sympy.sympify(axis.S)
            tau[n], rho[n], u[n] = tau[n] + 1, sympy.Mod(moved, cell), u[n] + sympy.floor(moved / cell)
            there = entry[(*tau, names.o, *rho, names.c, *u)]
            found.append(sympy.Eq(there, here, evaluate=False))
        first = entry[(*(0 for _ in axes), names.o, *names.rho, names.c, *names.u)]
        conditions = [
            tap_at(axis.S * u + rho + axis.shift, axis.axis.kernel, axis.axis.dilation)[1]
            for axis, rho, u in zip(axes, names.rho, names.u, strict=True)
        ]
        tapped = sympy.Piecewise((first, sympy.And(*conditions)), (0, True))
        return (*found, sympy.Eq(first, tapped, evaluate=False))

    def equations(self) -> Iterator[Equation]:
        """The same equations one by one, ``codimension`` of them: zeros, and entries that copy another one.

        Places are indices into an array of ``bank.weight_shape``, in row-major order.
        """
        import numpy as np

        from symstride.limits import MAX_LISTED, check

        source = self.bank.gather
        check("Sharing.equations()", source.size, MAX_LISTED, "entries of a bank", "relations() has the closed form")
        numbers = np.arange(source.size).reshape(source.shape)
        first = self.bank.copies(numbers)[0].ravel()
        for number, weight in enumerate(source.ravel().tolist()):
            if weight < 0 or first[weight] != number:
                yield Equation(_place(number, source), None if weight < 0 else _place(first[weight], source))

    # ------------------------------------------------------------ display

    def __repr__(self) -> str:
        if self.bank.symbols:
            return f"<Sharing: weights: {self.dimension}, copies of each: {self.copies}>"
        counts = f"{self.dimension:,} weights in {self.ambient:,} entries"
        copies = "1 copy" if self.copies == 1 else f"{self.copies:,} copies"
        zeros = "1 zero" if self.zeros == 1 else f"{self.zeros:,} zeros"
        return f"<Sharing: {counts}, {copies} of each, {zeros}>"

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        names = ("dimension", "copies", "ambient", "zeros", "ties", "codimension")
        return str(facts("sharing", ((name, getattr(self, name)) for name in names))) + self.bank._repr_html_()


@overload
def sharing(subject: Conv | Bank, phases: PerAxis = ..., **options: Any) -> Sharing: ...
@overload
def sharing(subject: Network, phases: PerAxis = ..., **options: Any) -> dict[str, Sharing]: ...


def sharing(subject: Any, phases: PerAxis = 1, **options: Any) -> Sharing | dict[str, Sharing]:
    """The map from the weights of a layer to its bank, with ``phases`` and ``options`` as ``expand`` takes them.

    A bank is taken as it is.  Of a network, the map of each convolution by the name of its node, with the phases that
    it has when the whole network moves to its grid: as many as later strides ask for.
    """
    from symstride.network.graph import Network

    if isinstance(subject, Conv):
        return Sharing(expand(subject, phases, **options))
    if phases != 1 or options:
        given = ", ".join(["phases"] * (phases != 1) + list(options))
        raise SpecError("sharing(subject, ...)", "options of expand with a layer only", given, "leave them out")
    if isinstance(subject, Bank):
        return Sharing(subject)
    if isinstance(subject, Network):
        return _of_network(subject)
    raise no_layer("sharing(subject)", subject, "a layer (Conv), a bank or a network")


def _of_network(network: Network) -> dict[str, Sharing]:
    from symstride.network.grid.grid import grids

    where, found = grids(network), {}
    for node in network.nodes:
        if isinstance(node.operator, Conv):
            size = network.shapes[node.inputs[0]][1:]
            found[node.name] = Sharing(expand(node.operator, where[node.name].phases, input_size=size))
    return found


# ---------------------------------------------------------------- numbers


def _quotient(entry: Any, count: int) -> Any:
    if isinstance(entry, Integral):
        return Fraction(int(entry), count)
    if isinstance(entry, Rational):
        return Fraction(entry) / count
    return entry / count


def _place(number: int, source: NDArray[np.int64]) -> Place:
    import numpy as np

    return tuple(int(n) for n in np.unravel_index(number, source.shape))
