"""Receptive fields: which places of the input one output can depend on.

A stack of layers on one axis sees through the window of one layer.  Output ``j`` depends on places

    jump*j + start <= t < jump*j + start + size

and a layer of kernel ``k``, stride ``s``, dilation ``dl`` and low padding ``p`` behind it makes of that

    jump*s,    start - jump*p,    size + jump*dl*(k - 1)

Where paths meet again, a field reaches from the least start to the greatest end.  All numbers are exact; that nothing
outside the field matters is proved for stacks of up to three layers ("receptive-fields" in ``symstride.CATALOGUE``).

Source: Araujo, Norris and Sim, Computing Receptive Fields of Convolutional Neural Networks, Distill, 2019.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import sympy

from symstride.errors import SpecError
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, add, larger, multiply, shown
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.windows import pool_axes
from symstride.theory.places import places_behind, works_by_place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """One axis: output ``j`` sees the ``size`` places from ``jump*j + start`` on.

    They are those between the first and the last place that it can depend on; with dilation there may be gaps.  Places
    outside the map are padding, or for circular padding stand for places inside it.  The fields of no layer at all are
    the defaults: each place sees itself.
    """

    jump: Integer = 1
    start: Integer = 0
    size: Integer = 1

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        return facts("of output j", ((name, getattr(self, name)) for name in ("size", "jump", "start")))

    def after(self, axis: Axis) -> ReceptiveField:
        """The field through one more layer."""
        jump = multiply(self.jump, axis.stride)
        start = add(self.start, multiply(-1, self.jump, axis.low))
        return ReceptiveField(jump, start, add(self.size, multiply(self.jump, add(axis.span, -1))))

    @property
    def padding(self) -> Integer:
        """How many places before the map the field of the first output starts: ``-start``."""
        return multiply(-1, self.start)

    @property
    def centre(self) -> Any:
        """The middle of the field of output 0, ``start + (size - 1)/2``: a Fraction, or an expression."""
        if isinstance(self.start, int) and isinstance(self.size, int):
            return self.start + Fraction(self.size - 1, 2)
        return self.start + sympy.sympify(self.size - 1) / 2

    @property
    def overlap(self) -> Integer:
        """How many places the fields of neighbouring outputs share: ``max(size - jump, 0)``."""
        return larger(add(self.size, multiply(-1, self.jump)), 0)

    def region(self, output: Integer) -> tuple[Integer, Integer]:
        """The field of one output: the first place, and the first place behind it."""
        first = add(multiply(self.jump, output), self.start)
        return first, add(first, self.size)

    def joined(self, other: ReceptiveField) -> ReceptiveField | None:
        """The field through both of two paths; None where their jumps differ, so that there is no single one."""
        if self.jump != other.jump:
            return None
        start = min(int(self.start), int(other.start))
        end = max(int(add(field.start, field.size)) for field in (self, other))
        return ReceptiveField(self.jump, start, end - start)

    def __str__(self) -> str:
        return f"{self.size} places from {self.jump}*j + {self.start} on"


WHOLE: Final = "whole map"
NO_FIELD: Final = "no single field"

Seen: TypeAlias = tuple[ReceptiveField, ...] | Literal["whole map", "no single field"]
"""What a node of a network sees of its input: a field per axis; or everything, behind a pool of the whole map and in
the tail; or what depends on more than the output's distance from the first: behind transposed layers, and where paths
of different jumps meet.  ``FieldTable.places`` knows the exact places there."""


def receptive_field(
    subject: Conv | Sequence[Any] | Network,
    input_size: PerAxis | None = None,
    node: str | None = None,
    source: str | None = None,
) -> Any:
    """The receptive field of a layer, of layers one behind the other, or of the nodes of a network.

    A layer, or a sequence of layers (``Conv``, and ``MaxPool`` and ``AveragePool`` of
    ``symstride.network.operators.records``), gives a tuple of one ``ReceptiveField`` per axis; sizes may be symbols.
    ``input_size`` is needed where padding is "same" and a stride is not 1: the start of the field depends on it then.

    A network gives the ``FieldTable`` of all its nodes, or with ``node`` what that one sees.  ``source`` names the
    input that is looked at, where there are several.
    """
    if isinstance(subject, Network):
        if input_size is not None:
            raise SpecError("receptive_field(network)", "no input size", shown(input_size), "it has its own: leave it")
        table = FieldTable(subject, _source(subject, source))
        return table if node is None else table[node]
    if node is not None or source is not None:
        raise SpecError("receptive_field(layers)", "no node and no source", f"{node or source}", "they are a network's")
    layers = [subject] if isinstance(subject, Conv | op.MaxPool | op.AveragePool) else subject
    known = isinstance(layers, list | tuple) and all(isinstance(n, Conv | op.MaxPool | op.AveragePool) for n in layers)
    if not known or not layers:
        asked, expected = "receptive_field(subject)", "a layer, a list of layers, or a network"
        raise SpecError(asked, expected, shown(subject), "make layers with Conv(...) or read(...)")
    return _stack(list(layers), input_size)


def _stack(layers: Sequence[Conv | op.Pool], input_size: PerAxis | None) -> tuple[ReceptiveField, ...]:
    from symstride.algebra.shapes import per_axis
    from symstride.network.operators.windows import pool_output

    dims = [layer.ndim if isinstance(layer, Conv) else len(layer.kernel) for layer in layers]
    if len(set(dims)) > 1:
        hint = "look at layers on the same axes"
        raise SpecError("receptive_field(layers)", "layers with equally many axes", f"{dims}", hint)
    sizes = None if input_size is None else per_axis(input_size, dims[0], "receptive_field(input_size=...)")
    fields = (ReceptiveField(),) * dims[0]
    for layer in layers:
        if isinstance(layer, Conv):
            sizes = sizes or layer.input_size
            axes = layer.axes(sizes)
            sizes = None if sizes is None else layer.output_size(sizes)
        else:
            axes = pool_axes(layer)
            sizes = None if sizes is None else pool_output(layer, tuple(int(n) for n in sizes))
        fields = tuple(field.after(axis) for field, axis in zip(fields, axes, strict=True))
    return fields


def _source(network: Network, source: str | None) -> str:
    names = [node.name for node in network.inputs]
    if source is None and len(names) == 1:
        return names[0]
    if not isinstance(source, str) or source not in names:
        asked, got = "receptive_field(network, source=...)", "none" if source is None else shown(source)
        raise SpecError(asked, f"one of the inputs: {', '.join(names)[:150]}", got, f"write source={names[0]!r}")
    return source


# ---------------------------------------------------------------- networks


@dataclass(frozen=True, eq=False)
class FieldTable(Mapping[str, Seen]):
    """What each node of ``network`` sees of its input ``source``, by name; nodes that do not depend on it are left out.

    Fields are about the operators alone, whatever the weights: an output may depend on less where weights are zero.
    """

    network: Network
    source: str

    @cached_property
    def _found(self) -> dict[str, Seen]:
        found: dict[str, Seen] = {}
        for node in self.network.nodes:
            if node.name == self.source:
                found[node.name] = (ReceptiveField(),) * (len(self.network.shapes[node.name]) - 1)
                continue
            seen = [found[name] for name in node.inputs if name in found]
            if seen:
                found[node.name] = _behind(self.network, node, seen)
        return found

    def __getitem__(self, name: str) -> Seen:
        if not isinstance(name, str) or name not in self._found:
            hint = "look at the names of the table: list(receptive_field(network))"
            raise SpecError("receptive_field(network)[node]", f"a node behind {self.source!r}", shown(name), hint)
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def last(self) -> str:
        """The last node, in the order of the network, that has a field."""
        return next(name for name in reversed(self._found) if not isinstance(self._found[name], str))

    @property
    def gates(self) -> tuple[str, ...]:
        """Nodes where what sees the whole map meets what has a field, as gates do; behind them all is seen."""
        nodes = (node for node in self.network.nodes if node.name in self and self[node.name] == WHOLE)
        return tuple(node.name for node in nodes if len({self[n] == WHOLE for n in node.inputs if n in self}) == 2)

    @property
    def misaligned(self) -> Mapping[str, tuple[tuple[Fraction, ...], ...]]:
        """Nodes where paths meet whose fields have different middles: per axis, the middles for output 0."""
        found = {}
        for node in self.network.nodes:
            seen = [self[name] for name in node.inputs if name in self]
            fields = [each for each in seen if not isinstance(each, str)]
            if len(fields) > 1 and not isinstance(self[node.name], str):
                middles = tuple(tuple(sorted({f.centre for f in axis})) for axis in zip(*fields, strict=True))
                if any(len(row) > 1 for row in middles):
                    found[node.name] = middles
        return found

    def places(self, node: str, output: PerAxis) -> NDArray[np.bool_]:
        """Exactly the places of the input that one output of ``node`` can depend on, as an array of truth values.

        ``output`` is a place of the node's map, and the array has the shape of the input's.  It is exact for transposed
        layers and joins of all kinds, over all channels of a place together: where channels are left out (``Channels``)
        it may be more, and where places are rearranged otherwise than along axes it is everything.
        """
        _ = self[node]
        return places_behind(self.network, self.source, node, output)

    # ------------------------------------------------------------ display

    def rows(self) -> Iterator[tuple[str, str, str, str, str, str]]:
        """Name, kind, map, size, jump and start of each node, as texts; axes that agree are written once."""
        for node in self.network.nodes:
            if node.name in self:
                seen, size = self[node.name], "x".join(map(str, self.network.shapes[node.name][1:]))
                kind = type(node.operator).__name__
                if isinstance(seen, str):
                    yield node.name, kind, size, seen, "", ""
                else:
                    parts = ([f.size for f in seen], [f.jump for f in seen], [f.start for f in seen])
                    field, jump, start = map(_by_axis, parts)
                    yield node.name, kind, size, field, jump, start

    def __repr__(self) -> str:
        seen = self[self.last]
        last = " x ".join(str(field.size) for field in seen if isinstance(field, ReceptiveField))
        return f"<FieldTable of {self.network.name}: {len(self)} nodes, {last} places at {self.last!r}>"

    def _repr_html_(self) -> str:
        from html import escape

        heads = "".join(f"<th>{head}</th>" for head in ("node", "what", "map", "field", "jump", "start"))
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row, _ in zip(self.rows(), range(SHOWN_NODES))
        )
        rest = f"<p>and {len(self) - SHOWN_NODES} more nodes</p>" if len(self) > SHOWN_NODES else ""
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{rest}"


SHOWN_NODES = 500
"""A table shows so many nodes at most and says how many it leaves out."""


def _by_axis(values: Sequence[Integer]) -> str:
    return str(values[0]) if len(set(values)) == 1 else " x ".join(map(str, values))


def _behind(network: Network, node: Node, seen: Sequence[Seen]) -> Seen:
    """What a node sees, from what its inputs do."""
    operator = node.operator
    mixes = isinstance(operator, op.GlobalPool | op.Gemm | op.Softmax) and not works_by_place(operator)
    if mixes or WHOLE in seen:
        return WHOLE
    fields = [each for each in seen if not isinstance(each, str)]
    if len(fields) < len(seen):
        return NO_FIELD
    if works_by_place(operator):
        return _joined(fields)
    if isinstance(operator, op.Transpose) and operator.source[0] == 0:
        return tuple(fields[0][axis - 1] for axis in operator.source[1:])
    axes = window_axes(operator, network.input_shapes(node)[0][1:])
    return NO_FIELD if axes is None else tuple(f.after(axis) for f, axis in zip(fields[0], axes, strict=True))


def _joined(fields: Sequence[tuple[ReceptiveField, ...]]) -> Seen:
    joined = list(fields[0])
    for other in fields[1:]:
        for n, field in enumerate(other):
            both = joined[n].joined(field)
            if both is None:
                return NO_FIELD
            joined[n] = both
    return tuple(joined)


def window_axes(operator: op.Operator, size: op.Shape) -> tuple[Axis, ...] | None:
    """One ``Axis`` for each axis of what reads windows of a map of ``size``; None where it is more than a window.

    Only ``low``, the kernel, stride and dilation are meant: those of places that are read.
    """
    if isinstance(operator, Conv):
        return operator.axes(size)
    if isinstance(operator, op.MaxPool | op.AveragePool):
        return pool_axes(operator)
    if isinstance(operator, op.Pad | op.Wrap):
        return tuple(Axis(1, low=low) for low, _ in operator.amounts)
    if isinstance(operator, op.SpaceToDepth):
        cells = zip(operator.cell, operator.phases, strict=True)
        return tuple(Axis(max(row) - min(row) + 1, cell, low=-min(row)) for cell, row in cells)
    if isinstance(operator, ConvTranspose) and all(s == 1 for s in operator.stride):
        # place t reaches outputs t + dl*i - low, so output j reads places j + low - dl*i
        taps = zip(operator.kernel, operator.dilation, operator.padding, strict=True)
        return tuple(Axis(k, 1, dl, low=dl * (k - 1) - low) for k, dl, (low, _) in taps)
    if isinstance(operator, op.Take) and operator.axis > 0:
        source = operator.source
        step = source[1] - source[0] if len(source) > 1 else 1
        if step > 0 and tuple(range(source[0], source[-1] + 1, step)) == source:
            taken = Axis(1, step, low=-source[0])
            return tuple(taken if n + 1 == operator.axis else Axis(1) for n in range(len(size)))
    return None
