"""Does one network compute what another one computes?  Compared number by number, whoever made the second.

The original is gone through first, and each number that it computes is numbered (``numbering``).  Then the other
network is gone through, with these numbers in place of its values:

- what moves values (padding, phases, slices, masks, ...) moves numbers, by the definitions in ``evaluate``;
- what computes place by place, or from all channels of a place, gives the number that the original computed in the
  same way from the same numbers and, bit for bit, the same parameters;
- a maximum gives the number of the same maximum, whatever the order and however it is nested;
- a unit-stride sum (``sums``) gives the number of the layer whose places it reads, each multiplied by a copy of the
  same weight, while all other entries of its bank are 0; the same for sums of one window;
- everything else has to be the same operator on the same values.

What the original never computed has no number.  The networks are equal when the outputs have the same numbers in all
places.  Names and the order of nodes are not looked at, but that an input or output of both networks with the same name
has the same position, since models are called by name.  Equality is that of real numbers: inputs and weights are
finite, sums may be added up in another order.  Where sizes are open, that is at an example of them, and the same is
then shown for every size (``at_all_sizes``).
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.errors import CertificateRejected
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.at_all_sizes import check_at_all_sizes
from symstride.network.digest import array_digest
from symstride.network.graph import Network, Node, is_strided
from symstride.network.in_numbers import MOVES, InNumbers, Windows, steps_of
from symstride.network.numbering import (
    GHOST,
    WILD,
    ZERO,
    Budget,
    Numbers,
    Tables,
    View,
)
from symstride.network.open_sizes import has_open_sizes
from symstride.network.operators import records as op
from symstride.network.operators.magnitudes import overflowing
from symstride.network.operators.records import Shape
from symstride.network.subject import Group
from symstride.network.sums import Hints, Sum, matched

MAX_BYTES = 2**31
"""What the descriptions of all values may take in memory at once."""

MAX_WORK = 2**30
"""How many places may be looked at."""

_ASKED = "replay(certificate, original, rewritten)"
_HINT = "rewrite and prove the network again"


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What was compared: nodes of the rewritten network, its arrays, and their bytes."""

    nodes: int
    arrays: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in the rewritten network that no place of the original corresponds to."""

    node: str
    expected: str
    got: str


def check_correspondence(
    original: Network,
    rewritten: Network,
    groups: Iterable[Group] | None = None,
    max_bytes: int = MAX_BYTES,
    max_work: int = MAX_WORK,
) -> Correspondence:
    """Refuse, with the first difference, a network that is not the original without strides.

    ``groups`` are those of a certificate: each layer that is strided, dilated or found in another form has to be among
    them, by its kernel, stride and dilation.

    Raises ``CertificateRejected``, and ``NotSupported`` past one of the limits.
    """
    meter = Budget(_ASKED, max_bytes, max_work)
    _check_outside(original, rewritten)
    tables = Tables(meter)
    first = InNumbers(original, tables)
    expected = first.read()
    groups = None if groups is None else list(groups)
    hints = Hints({name: _phases(group) for group in groups or () for name in group.nodes})
    second = _Comparing(rewritten, tables, original=original, known_sums=first.sums, hints=hints)
    outputs = second.read()
    for number, (wanted, got) in enumerate(zip(expected, outputs, strict=True)):
        if second.wrong_copies or not wanted.same(got):
            found = [*second.wrong_copies, *second.differences, *second.later]
            _refuse(found, original, rewritten, number, wanted, got)
    if groups is not None:
        _check_claims(original, second.rewritten, groups)
    if has_open_sizes(original) or has_open_sizes(rewritten):
        check_at_all_sizes(original, rewritten)
    names = {name for node in rewritten.nodes for name in node.parameters}
    return Correspondence(len(rewritten.nodes), len(names), sum(rewritten.weights[name].nbytes for name in names))


def _refuse(
    found: Sequence[Difference], original: Network, rewritten: Network, number: int, wanted: View, got: View
) -> None:
    if found:
        raise CertificateRejected(_ASKED, found[0].expected, found[0].got, _HINT, found[0].node)
    where = f"output {number} ({rewritten.outputs[number]!r})"
    if wanted.shape != got.shape:
        raise CertificateRejected(_ASKED, f"shape {wanted.shape}", f"{got.shape}", _HINT, where)
    place = tuple(int(n) for n in np.argwhere(wanted.numbers != got.numbers)[0])
    said = f"what {original.outputs[number]!r} of {original.name!r} has at {place}"
    raise CertificateRejected(_ASKED, said, "something else", _HINT, where)


def _check_outside(original: Network, rewritten: Network) -> None:
    """Inputs and outputs, element type, batch; all weights; no strides."""

    def same(what: str, expected: Any, got: Any) -> None:
        if expected != got:
            raise CertificateRejected(_ASKED, f"{what}: {expected}", f"{got}"[:80], _HINT, what)

    same("element type", original.dtype, rewritten.dtype)
    same("batch", original.batch, rewritten.batch)
    same("number of inputs", len(original.inputs), len(rewritten.inputs))
    same("number of outputs", len(original.outputs), len(rewritten.outputs))
    for number, (one, other) in enumerate(zip(original.inputs, rewritten.inputs, strict=True)):
        same(f"shape of input {number}", original.shapes[one.name], rewritten.shapes[other.name])
    for what, first, second in (
        ("input", [node.name for node in original.inputs], [node.name for node in rewritten.inputs]),
        ("output", list(original.outputs), list(rewritten.outputs)),
    ):  # models are called by name: what both have a name for is the same thing
        for name in dict.fromkeys(name for name in first if name in second):
            same(f"positions of {what} {name!r}", _positions(name, first), _positions(name, second))
    for network in (original, rewritten):
        for node in network.nodes:
            missing = [name for name in node.parameters if name not in network.weights]
            if missing:
                raise CertificateRejected(_ASKED, "all weights", f"no {missing[0]!r}", _HINT, node.title)
    strided = rewritten.strided
    if strided:
        got = _said(strided[0])
        raise CertificateRejected(_ASKED, "strides and dilations of 1", got, _HINT, strided[0].title)


def _positions(name: str, names: Sequence[str]) -> list[int]:
    return [number for number, each in enumerate(names) if each == name]


def _check_claims(original: Network, rewritten: Container[str], groups: Iterable[Group]) -> None:
    claimed = {steps_of(group.request.layer) for group in groups}
    for node in original.nodes:
        changes = node.name in rewritten or is_strided(node.operator)
        if changes and isinstance(node.operator, Windows) and steps_of(node.operator) not in claimed:
            raise CertificateRejected(_ASKED, "a claim about each layer that changes", "none", _HINT, node.title)


def _phases(group: Group) -> Shape:
    """How many phases the claim speaks of, per axis."""
    return tuple(int(a) for a in group.request.phases)


def _said(node: Node) -> str:
    return str(node.operator)[:160]


@dataclass
class _Comparing(InNumbers):
    """The other network, in the numbers of the original.  ``rewritten`` are the layers found in another form.

    ``wrong_copies`` are banks that are copies of the weights of a layer but for some entries: refused even where
    nothing depends on these.  ``differences`` and ``later`` matter when an output is another one; then they say why.
    """

    original: Network = field(kw_only=True)
    known_sums: Sequence[Sum] = ()
    wrong_copies: list[Difference] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    later: list[Difference] = field(default_factory=list)
    rewritten: set[str] = field(default_factory=set)
    hints: Hints = field(default_factory=Hints)

    def doubted(self) -> Collection[str]:
        """None: what is known of the original's numbers is known."""
        return ()

    def outside(self, number: int, shape: Shape) -> View:
        """The numbers of the original's input."""
        return self.tables.inputs[number]

    def value(self, node: Node, inputs: list[View]) -> View:
        """As before; a maximum that nobody knows is told when something else than a maximum reads it.

        What nobody knows is infinite where it may be too large.
        """
        if not isinstance(node.operator, (op.Maximum, op.MaxPool, op.Reshape, *MOVES)):
            for name, view in zip(node.inputs, inputs, strict=True):
                if view.bag is not None:
                    self.later.append(Difference(name, "a maximum that the original takes", "another maximum"))
        view = InNumbers.value(self, node, inputs)
        if node.name not in self.overflowing or view.listed is None or isinstance(node.operator, MOVES):
            return view
        return View(view.shape, view.start, np.where(view.listed == GHOST, WILD, view.listed), view.bag)

    @cached_property
    def overflowing(self) -> frozenset[str]:
        """The values whose numbers may be too large where nobody knows what is added up."""
        return overflowing(self.network)

    def made(self, kind: Any, node: Node, shape: Shape, inputs: list[View], parameter: Numbers | None) -> View:
        """The numbers that the original has for this."""
        found = self.tables.find(kind, shape, inputs, parameter)
        lost = found == WILD
        if lost.any():
            for view in inputs:
                lost = lost & (view.numbers >= 0)
            if lost.any():
                place = tuple(int(n) for n in np.argwhere(lost)[0])
                self.differs(node, int(inputs[0].numbers[place]), place)
        return View.of(found)

    def joined(self, kind: str, node: Node, bag: Numbers, neutral: int) -> Numbers:
        """The numbers that the original has for such a sum or maximum."""
        before = set(self.tables.used)
        self.tables.used.clear()
        found = self.tables.find_bag(kind, bag, neutral)
        self.rewritten |= self.tables.used
        self.tables.used |= before
        lost = (found == WILD) & (bag >= min(neutral, ZERO)).all(axis=0) & (bag[-1] >= 0)
        if kind == "sum" and lost.any():
            place = tuple(int(n) for n in np.argwhere(lost)[0])
            self.differs(node, int(bag[(-1, *place)]), place)
        return found

    def remember(self, kind: str, node: Node, inputs: list[View], out: View) -> None:
        """Nothing is added here."""

    def max_pool(self, node: Node, pool: op.MaxPool, x: View) -> View:
        """The same pool of the same map, or a window of neighbours."""
        known = self.tables.known(self.kind(pool, x.shape), [x], None)
        if known is not None:
            return known
        if pool.ceil_mode or any(map(any, pool.padding)):
            self.differs(node, -1, ())
        return self.window_maximum(node, pool, x)

    def average_pool(self, node: Node, pool: op.AveragePool, x: View) -> View:
        """The same pool of the same map."""
        return self.whole(node, self.kind(pool, x.shape), [x], [])

    def whole(self, node: Node, kind: tuple[Any, ...], inputs: list[View], weights: Sequence[NDArray[Any]]) -> View:
        """The numbers of the same operator on the same values with the same weights."""
        kind = (*kind, *(array_digest(array, array.shape) for array in weights))
        out = self.tables.known(kind, inputs, None)
        if out is None:
            numbers = inputs[0].numbers
            if all(int(view.numbers.min()) >= ZERO for view in inputs):
                self.differs(node, int(numbers.max()), ())
            out = View.of(np.full(self.network.shapes[node.name], WILD, np.int64))
        return out

    def convolution(self, node: Node, layer: Conv | ConvTranspose, x: View, weights: list[NDArray[Any]]) -> View:
        """The numbers of the same layer, or those of a layer in whose place this sum stands."""
        kind = (*self.kind(layer, x.shape), *(array_digest(array, array.shape) for array in weights))
        out = self.tables.known(kind, [x], None)
        if out is not None:
            return out
        if isinstance(layer, ConvTranspose) or layer.padding_mode != "zeros":
            self.wrong_copies.append(Difference(node.title, "a Conv with zero padding", _said(node)))
        mine = Sum.of(node, layer, self.wrapped(layer, x), weights, View(self.network.shapes[node.name]))
        numbers, name, why = matched(self.known_sums, mine, self.tables, self.hints)
        if name:
            self.rewritten.add(name)
        if why is not None:
            (self.wrong_copies if name else self.differences).append(Difference(node.title, *why))
        elif not name:
            self.differs(node, x.bounds[0] if x.bounds[0] <= x.bounds[1] else -1, ())
        return View.of(numbers)

    def differs(self, node: Node, number: int, place: tuple[int, ...]) -> None:
        """The node computes what the original does not compute from these numbers."""
        if len(self.differences) >= _MOST:
            return
        readers = [self.original.node(name) for name in self.tables.readers(number)]
        alike = [each for each in readers if type(each.operator) is type(node.operator)]
        said = [f"{each.title!r}: {_said(each)}" for each in (alike or readers)[:2]]
        where = f" at {place}" if place else ""
        same = any(each.operator == node.operator for each in alike)
        got = f"{_said(node)}{where}" + (", with other parameters" if same and node.parameters else "")
        expected = "; ".join(said) or "what the original computes from this value"
        self.differences.append(Difference(node.title, expected, got))


_MOST = 16
"""How many differences are kept."""
