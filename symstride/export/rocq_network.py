"""A Rocq file about a whole network: as it is written, on its grid, and that both give the same values.

The kernel proves one claim per layer, the steps of an induction along the network.  Rocq proves the composition itself:
its networks are terms, of any depth and with branches, and its theorem ``network_phases`` speaks of every one of them.
The file spells out one such term twice, from the network and from its plan: with the numbers of each layer, arbitrary
weights and activations, the masks of the plan, and arbitrary values on all ghosts.  Along both it checks by computation
that strides fit the grid, that sizes come out, that no output reads a ghost where there is no mask, and that the tables
of the package's filter banks are those of the layers of stride 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import prod

from symstride.algebra.sizes import AxisBank
from symstride.errors import NotSupported
from symstride.export.rocq_axis import TABLE_LIMIT
from symstride.export.rocq_notation import comment, listed, number, table_text, trimmed
from symstride.export.rocq_stages import (
    ASKED,
    EACH_CHANNEL,
    Component,
    Stage,
    bank_axes,
    components,
    edge_of,
    high_padding,
    steps,
)
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.grid.plan import Plan
from symstride.network.operators import records as op

__all__ = ["network_rocq"]


def network_rocq(network: Network, plan: Plan) -> str:
    """A Rocq file that proves the network equal to its form on the grid of ``plan``, which is ``plan(network)``.

    For all inputs, weights and activations, and whatever stands on ghosts.  One theorem for each value that somebody
    reads whole: an output of the network, or what its tail starts from.  Raises ``NotSupported``, naming the node, for
    circular padding, Pad, Divide, averages of different numbers of places, and grids that start from several values.
    The same arguments give the same text.
    """
    parts = components(network, plan)
    sections = [_Section(network, plan, part, n + 1).text() for n, part in enumerate(parts)]
    return trimmed(_header(network, plan) + "\n".join(sections))


def _header(network: Network, plan: Plan) -> str:
    cells = ", ".join(f"{name} in {_by(plan.grids[name].phases)} phases" for name in plan.entries) or "no phases"
    words = (
        f"The network {network.name}, and the same network with every layer of stride 1, on the grid:\n"
        f"    {cells}.\n\n"
        "    Written by symstride.  Sizes, masks and tables are those that it rewrites the network by."
    )
    return comment(words) + "From Symstride Require Import NetworkInstance.\nOpen Scope Z_scope.\n\n"


def _by(numbers: Iterable[int]) -> str:
    return " x ".join(map(str, numbers))


def vector(numbers: Iterable[int]) -> str:
    """``<[3; (-1)]>``: one integer per axis."""
    return f"<[{'; '.join(map(number, numbers))}]>"


def _lemma(name: str, claim: str, proof: str) -> str:
    return f"Lemma {name} :\n  {claim}.\nProof. {proof} Qed.\n"


@dataclass(frozen=True)
class _Section:
    """The file's section about one grid, piece by piece, in a module of its own: names may come again in another."""

    network: Network
    plan: Plan
    part: Component
    number: int
    tables: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        pieces = [self.context(), *(piece for stage in self.part.stages for piece in self.stage(stage))]
        name, results = f"Network{self.number}", list(self.results())
        theorems = [text for _, text in results]
        printed = "".join(f"Print Assumptions {name}.{theorem}.\n" for theorem, _ in results)
        body = "\n".join([*pieces, *theorems])
        return f"Module {name}.\nSection Values.\n\n{body}\nEnd Values.\nEnd {name}.\n\n{printed}"

    # ------------------------------------------------------------ names and numbers

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each value is called in Rocq, without the word in front."""
        found: dict[str, str] = {}
        values = {self.part.root: self.part.root} | {stage.value: stage.node.name for stage in self.part.stages}
        for value, title in values.items():
            name = re.sub(r"[^A-Za-z0-9_]", "_", title)
            while name in found.values():
                name += "_"
            found[value] = name
        return found

    @property
    def axes(self) -> int:
        return len(self.plan.grids[self.part.root].size)

    @cached_property
    def start(self) -> str:
        """How many phases the root is in."""
        return self.phases(self.part.root)

    def size(self, value: str) -> str:
        return vector(self.plan.grids[value].size)

    def phases(self, value: str) -> str:
        return vector(self.plan.grids[value].phases)

    def called(self, word: str, value: str) -> str:
        """``written_conv1``; the root is Rocq's ``Input``."""
        return "Input" if value == self.part.root else f"{word}_{self.names[value]}"

    def holds(self, value: str) -> str:
        """The lemma that a value stands on the grid."""
        return "(stands_input _ _ _)" if value == self.part.root else f"holds_{self.names[value]}"

    # ------------------------------------------------------------ what all values share

    def context(self) -> str:
        operators = [stage.node.operator for stage in self.part.stages]
        maximum = " {maximum : Maximum Value}" if any(isinstance(o, op.MaxPool) for o in operators) else ""
        shape = self.network.shapes[self.part.root]
        return (
            comment("One integer per axis.")
            + f'Local Notation "<[ x ; .. ; y ]>" := ((pair x%Z .. (pair y%Z tt) ..) : vec {self.axes})\n'
            "  (at level 0, x at level 99, y at level 99).\n"
            + comment("Weights, values and sums: any types with sums, and a product that is additive in the weight.")
            + "Context {Weight Value Sum : Type} {weight_sums : CMon Weight} {sums : CMon Sum}\n"
            f"  {{products : Bil Weight Value Sum}}{maximum}.\n"
            + comment(f"The value {self.part.root}: {shape[0]} channels of {_by(shape[1:])} places.")
            + f"Variable image : Z -> vec {self.axes} -> Value.\n"
            f"Definition x := finite {self.size(self.part.root)} image.\n" + self.root_with_ghosts()
        )

    def root_with_ghosts(self) -> str:
        """Space-to-depth leaves 0 on the ghosts of the root, which is right for sums; a maximum gets anything there."""
        if not any(self.takes_maximum(stage.node) for stage in self.part.stages):
            return ""
        root, name = self.part.root, self.names[self.part.root]
        return (
            comment(f"The value {root} with anything on its ghosts: what a maximum is fed with.")
            + f"Variable ghosts_{name} : Z -> vec {self.axes} -> option Value.\n"
            f"Definition on_grid_{name} := cells {self.size(root)} {self.start} ghosts_{name} Input.\n"
            + _lemma(
                f"holds_{name}",
                f"stands x Input on_grid_{name} {self.size(root)} {self.start} {self.start}",
                "apply stands_input_ghosts.",
            )
        )

    def takes_maximum(self, node: Node) -> bool:
        """Whether the node is a maximum of the root."""
        return isinstance(node.operator, op.MaxPool) and node.inputs[0] == self.part.root

    # ------------------------------------------------------------ one stage

    def stage(self, stage: Stage) -> Iterator[str]:
        if isinstance(stage.node.operator, Conv | ConvTranspose | op.MaxPool | op.AveragePool):
            yield from self.layer(stage)
        elif isinstance(stage.node.operator, EACH_CHANNEL) or len(stage.node.inputs) == 1:
            yield self.each(stage)
        else:
            yield from self.pixel(stage)

    def both(self, value: str, name: str, written: str, moved: str) -> str:
        """The value as written and on the grid."""
        cells = f"cells {self.size(value)} {self.phases(value)} ghosts_{name}"
        return (
            f"Variable ghosts_{name} : Z -> vec {self.axes} -> option Value.\n"
            f"Definition written_{name} := {written}.\n"
            f"Definition on_grid_{name} :=\n  {cells}\n    ({moved}).\n"
        )

    def stands(self, value: str, name: str, proof: str) -> str:
        claim = f"stands x written_{name} on_grid_{name} {self.size(value)} {self.phases(value)} {self.start}"
        return _lemma(f"holds_{name}", claim, proof)

    # ------------------------------------------------------------ layers that read windows

    def layer(self, stage: Stage) -> Iterator[str]:
        node, name = stage.node, self.names[stage.value]
        edge = edge_of(node, self.plan)
        masked = edge is not None and edge.masked
        if masked:
            yield from self.end(node.inputs[0])
        yield (
            comment(f"{stage.words}: {_described(node)}")
            + self.layer_numbers(stage, name)
            + (comment(f"In front of it a mask takes away the ghosts of {node.inputs[0]}.") if masked else "")
            + self.both(stage.value, name, *self.layer_terms(node, name, masked))
        )
        yield self.sizes(node, name)
        if isinstance(node.operator, Conv | ConvTranspose):
            yield self.copies(node, name)
        yield self.stands(stage.value, name, self.layer_proof(node, masked))

    def layer_terms(self, node: Node, name: str, masked: bool) -> tuple[str, str]:
        """The layer on what it reads, as written and on the grid."""
        (source,) = node.inputs
        kind = "TransposedLayer" if isinstance(node.operator, ConvTranspose) else "Layer"
        written, moved = (self.called(word, source) for word in ("written", "on_grid"))
        moved = f"on_grid_{self.names[source]}" if self.takes_maximum(node) else moved
        read = f"(masked {self.size(source)} {moved})" if masked else moved
        return f"{kind} layer_{name} {written}", f"{kind} layer_{name} {read}"

    def layer_numbers(self, stage: Stage, name: str) -> str:
        """Kernel, stride, dilation, low padding and outputs; weights and activation are variables."""
        rows = steps(stage.node, self.network)
        vectors = [vector(getattr(row, part) for row in rows) for part in ("kernel", "stride", "dilation", "low")]
        numbers = " ".join([*vectors, self.size(stage.value)])
        declared, kind, rest = self.weights(stage, name)
        head = f"Definition layer_{name} : layer (option Value) {self.axes} :="
        return f"{declared}{head}\n  {kind} {numbers}\n    {rest} eq_refl.\n"

    def weights(self, stage: Stage, name: str) -> tuple[str, str, str]:
        """The variables of a layer, what kind it is, and what it does besides reading its windows."""
        operator = stage.node.operator
        act = f"Variable act_{name} : Z -> Sum -> Value.\n"
        match operator:
            case op.MaxPool():
                follows = (f"Variable act_{name} : Z -> Value -> Value.\n", f"act_{name}")
                declared, act = follows if stage.behind else ("", "(fun _ v => v)")
                return declared, "max_pool_layer", act
            case op.AveragePool():
                declared = f"Variable weight_{name} : Weight.\n{act}"
                return declared, "conv_layer", f"own_channel (fun _ _ _ => weight_{name}) act_{name}"
            case Conv() | ConvTranspose():
                declared = f"Variable weight_{name} : Z -> Z -> vec {self.axes} -> Weight.\n{act}"
                return declared, "conv_layer", f"{_channels(operator, f'weight_{name}')} act_{name}"
        raise TypeError(f"{type(operator).__name__} reads no windows")

    def numbers_of(self, name: str) -> str:
        return " ".join(f"({part} layer_{name})" for part in ("kernel", "stride", "dilation", "padding"))

    def sizes(self, node: Node, name: str) -> str:
        """The number of outputs, from the formula."""
        formula = "transposed_sizes" if isinstance(node.operator, ConvTranspose) else "output_sizes"
        arguments = f"{vector(high_padding(node, self.network))} {self.size(node.inputs[0])}"
        claim = f"veqb ({formula} {self.numbers_of(name)}\n    {arguments}) {self.size(node.name)} = true"
        return _lemma(f"size_{name}", claim, "by_computation.")

    def layer_proof(self, node: Node, masked: bool) -> str:
        (source,) = node.inputs
        kind = "transposed" if isinstance(node.operator, ConvTranspose) else "layer"
        size, phases, holds = self.size(source), self.phases(source), self.holds(source)
        holds = f"holds_{self.names[source]}" if self.takes_maximum(node) else holds
        if masked:
            cases = f"[exact {holds}|exact {self.stops(source)}|by_computation]"
            return f"apply stands_masked_{kind} with {phases};\n  {cases}."
        if source == self.part.root and not self.takes_maximum(node):
            return f"apply stands_first_{kind}. by_computation."
        cases = f"[exact {holds}|reflexivity|by_computation|by_computation]"
        return f"apply stands_{kind} with (N := {size}) (b := {phases});\n  {cases}."

    # ------------------------------------------------------------ tables

    def copies(self, node: Node, name: str) -> str:
        """The tables that the package copies weights by, compared with the closed form."""
        axes = bank_axes(node, self.network, self.plan)
        tables = [self.table(axis) for axis in axes]
        ends = [int(axis.umin) + int(axis.size) for axis in axes]
        rows = [[int(axis.a) for axis in axes], [int(axis.S) for axis in axes], [int(axis.umin) for axis in axes], ends]
        listed_tables = "".join(f"({table}, " for table, _ in tables) + "tt" + ")" * len(tables)
        claim = f"check {self.numbers_of(name)}\n    {' '.join(map(vector, rows))} {listed_tables} = true"
        return "".join(text for _, text in tables) + _lemma(f"copies_{name}", claim, "by_computation.")

    def table(self, axis: AxisBank) -> tuple[str, str]:
        """The name of a table, and its definition when it is new."""
        if axis.table.size > TABLE_LIMIT:
            expected, got = f"tables of at most {TABLE_LIMIT:,} entries", f"{axis.table.size:,} entries"
            raise NotSupported(ASKED, expected, got, "leave Rocq out; the certificate covers it")
        text = table_text(axis.table)
        if text in self.tables:
            return self.tables[text], ""
        name = self.tables[text] = f"taps_{self.number}_{len(self.tables) + 1}"
        words = "Which tap stands where, by output phase, input phase and offset; -1 is a structural zero."
        return name, f"{comment(words)}Definition {name} : table :=\n  {text}.\n"

    # ------------------------------------------------------------ place by place

    def each(self, stage: Stage) -> str:
        (source,), value, name = stage.node.inputs, stage.value, self.names[stage.value]
        declared, form = self.form(stage, name)
        values = (f"Each ({form}) {self.called(word, source)}" for word in ("written", "on_grid"))
        lemma = form.split()[0]
        proof = f"apply stands_each; [exact {self.holds(source)}|apply {lemma}_by_place]."
        return (
            comment(f"{stage.words}: {_described(stage.node)}")
            + declared
            + self.both(value, name, *values)
            + "\n"
            + self.stands(value, name, proof)
        )

    def form(self, stage: Stage, name: str) -> tuple[str, str]:
        """What is declared for an operator with one input, and the map of all channels of one place."""
        operator, channels = stage.node.operator, self.network.shapes[stage.node.inputs[0]][0]
        match operator:
            case op.ChannelPermutation() | op.ChannelGather():
                source = listed(map(str, operator.source), 4)
                declared = f"Definition act_{name} (o : Z) : Z :=\n  nth (Z.to_nat o)\n    {source} 0.\n"
                return declared, f"chosen act_{name}"
            case op.Channels():
                return "", f"chosen (fun o => {operator.start} + o)"
            case op.Pixelwise():
                declared = f"Variable act_{name} : list (option Value) -> Z -> Value.\n"
                return declared, f"across {channels} act_{name}"
        return f"Variable act_{name} : Z -> Value -> Value.\n", f"each_channel act_{name}"

    def pixel(self, stage: Stage) -> Iterator[str]:
        """Two inputs, or more, one after the other: the values between are written where they are used."""
        value, name, inputs = stage.value, self.names[stage.value], stage.node.inputs
        forms, declared = self.forms(stage, name)
        written, moved = (self.called(word, inputs[0]) for word in ("written", "on_grid"))
        proof, cells = f"exact {self.holds(inputs[0])}", f"{self.size(value)} {self.phases(value)}"
        for n, (form, other) in enumerate(zip(forms, inputs[1:], strict=True)):
            last = n == len(forms) - 1
            written = f"Pixel ({form}) {_operand(written)} {self.called('written', other)}"
            moved = f"Pixel ({form}) {_operand(moved)} {self.called('on_grid', other)}"
            moved = moved if last else f"cells {cells} ghosts_{name} ({moved})"
            lemma = f"{form.split()[0]}_by_place"
            proof = f"apply stands_pixel; [{proof}|exact {self.holds(other)}|apply {lemma}]"
        yield (
            comment(f"{stage.words}: {_described(stage.node)} of {', '.join(inputs)}")
            + declared
            + self.both(value, name, written, moved)
            + "\n"
            + self.stands(value, name, f"{proof}.")
        )

    def forms(self, stage: Stage, name: str) -> tuple[list[str], str]:
        """How each further input is taken in, and what is declared for it."""
        inputs = stage.node.inputs
        if isinstance(stage.node.operator, op.Concat):
            sizes = [self.network.shapes[source][0] for source in inputs]
            return [f"beside {sum(sizes[: n + 1])}" for n in range(len(inputs) - 1)], ""
        parts = range(1, len(inputs) - 1)
        names = [*(f"part{n}_{name}" for n in parts), f"act_{name}"]
        declared = f"Variables ({' '.join(names)} : Z -> Value -> Value -> Value).\n"
        return [f"each_two {act}" for act in names], declared

    # ------------------------------------------------------------ where values end

    def stops(self, value: str) -> str:
        return "(ends_input _ _)" if value == self.part.root else f"stops_{self.names[value]}"

    def end(self, value: str) -> Iterator[str]:
        """That a value ends at its size, as lemmas, once for each value that the reason goes through."""
        stage = next((stage for stage in self.part.stages if stage.value == value), None)
        if stage is None or value in self.ended:
            return
        self.ended.add(value)
        operator = stage.node.operator
        if isinstance(operator, ConvTranspose):
            proof = "apply ends_transposed. reflexivity."
        elif isinstance(operator, Conv | op.MaxPool | op.AveragePool):
            proof = "apply ends_layer. reflexivity."
        else:
            for source in stage.node.inputs:
                yield from self.end(source)
            proof = self.end_proof(stage)
        name = self.names[value]
        yield _lemma(f"stops_{name}", f"ends x written_{name} {self.size(value)} None", proof)

    def end_proof(self, stage: Stage) -> str:
        inputs, name = stage.node.inputs, self.names[stage.value]
        if len(inputs) == 1:
            form = self.form(stage, name)[1].split()[0]
            return f"apply ends_each_value; [exact {self.stops(inputs[0])}|apply {form}_by_place]."
        proof = f"exact {self.stops(inputs[0])}"
        for form, other in zip(self.forms(stage, name)[0], inputs[1:], strict=True):
            proof = f"apply ends_pixel_value; [{proof}|exact {self.stops(other)}|apply {form.split()[0]}_by_place]"
        return f"{proof}."

    @cached_property
    def ended(self) -> set[str]:
        """The values whose lemmas stand in the file."""
        return set()

    # ------------------------------------------------------------ the theorem

    def results(self) -> Iterator[tuple[str, str]]:
        for value in self.part.results:
            name, a, size = self.names[value], self.phases(value), self.size(value)
            channels = self.network.shapes[value][0]
            words = (
                f"The theorem: all {channels} channels of {value} at all {_by(self.plan.grids[value].size)} places, "
                f"from the network of stride 1 on {prod(self.plan.grids[self.part.root].phases)} phases of "
                f"{self.part.root}."
            )
            yield (
                f"network_{name}",
                comment(words) + f"Theorem network_{name} (o : Z) (j : vec {self.axes}) :\n"
                f"  (0 <= j)%V -> (j < {size})%V ->\n"
                f"  eval written_{name} x o j =\n"
                f"  eval_unit on_grid_{name} {a} (phases {self.start} x) (j mod {a})%V o (j / {a})%V.\n"
                f"Proof.\n  intros. apply NetworkValues.network_value with {size}; auto. exact holds_{name}.\nQed.\n",
            )


def _described(node: Node) -> str:
    """The operator in one line."""
    return re.sub(r"\s+", " ", str(node.operator))


def _channels(operator: Conv | ConvTranspose, weight: str) -> str:
    """The channels that an output reads, and the weights by output and channel, as the library's layers take them."""
    ins, outs = int(operator.in_per_group), int(operator.out_per_group)
    channels = f"(all_channels {ins})" if operator.groups == 1 else f"(group_channels {ins} {outs})"
    if isinstance(operator, ConvTranspose):
        return f"{channels} (turned_weight {outs} {weight})"
    return f"{channels} {weight if operator.groups == 1 else f'(group_weight {ins} {weight})'}"


def _operand(term: str) -> str:
    return f"({term})" if " " in term else term
