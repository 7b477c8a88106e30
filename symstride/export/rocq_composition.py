"""A whole network as one theorem of Rocq, which follows from the claims of its certificate.

The certificate of a network on its grid has a claim for each kind of layer.  That the claims make a network is an
induction, and this is it: the file writes every value down twice, as the network has it and in phases on the grid, and
proves of each that both agree in all places of its map.  For a layer that is its claim, with ghosts that are whatever
the value before it has there.

The layers are the claims' own terms, in semirings of their own: numbers for a convolution, (max, +) for a maximum.
Everything else is arbitrary: what works place by place, and what reads whole values, is the same on both sides.
Nothing here is trusted: what is wrong does not compile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from symstride.export.rocq_certificate import Claimed, Further, RocqText, kind, parts, rocq_of_certificate
from symstride.export.rocq_notation import binders, comment, tensor, wrapped
from symstride.network.graph import Network, Node
from symstride.network.grid.grid import WINDOWED, on_grid
from symstride.network.grid.plan import Plan
from symstride.network.operators.records import Input
from symstride.network.subject import NetworkSubject
from symstride.proof.kernel.terms import Key, Term, make
from symstride.proof.statements.grid import ghost_name
from symstride.proof.statements.request import LayerRequest

IN_CELLS = "in_cells"
"""The array of cells that a layer on the grid reads."""


def rocq_of_network(text: str, subject: NetworkSubject) -> str:
    """The file for the certificate of a network; in the scope "network" its last theorems are about the whole of it.

    ``subject`` knows its network, as that of a theorem does.  There is one theorem for each output of the network, and
    none where it holds for any size.
    """
    plan = subject.plan
    if plan is None or subject.any_size:
        return rocq_of_certificate(text, subject)

    def further(file: RocqText) -> Further:
        return _Composition(replace(file, chosen={**file.chosen, IN_CELLS: IN_CELLS}), subject, plan).written()

    return rocq_of_certificate(text, subject, further)


# ------------------------------------------------------------------------------------------------ words for places


@dataclass(frozen=True)
class Places:
    """The names of indices on so many axes, and what is said of them."""

    axes: int

    def each(self, stem: str) -> list[str]:
        """``place1``, ``place2``."""
        return [f"{stem}{n + 1}" for n in range(self.axes)]

    @property
    def inside(self) -> str:
        """Channel and places of a map."""
        return " ".join(["chan", *self.each("place")])

    @property
    def cells(self) -> str:
        """Phases, channel and cells of a map on the grid."""
        return " ".join([*self.each("phase"), "chan", *self.each("cell")])

    def fine(self, phases: Iterable[str]) -> list[str]:
        """The places that cells stand for, with so many phases in each."""
        return [f"({a} * {m} + {t})" for a, m, t in zip(phases, self.each("cell"), self.each("phase"), strict=True)]

    def definitions(self) -> str:
        """What it means that an array of cells holds a map; a map read back from cells; cells with 0 on ghosts."""
        d, a, size, places = self.axes, self.each("per"), self.each("size"), self.each("place")
        numbers, fine = binders((name, "Z") for name in (*a, *size)), self.fine(a)
        mapped, gridded = f"(image : {tensor(d + 1, 'V')})", f"(array : {tensor(2 * d + 1, 'V')})"
        of_each, over = binders((n, "Z") for n in a), f"({self.inside} : Z)"
        real = "".join(f"[<=: {t} + 1, {n}] [*] (" for t, n in zip(fine, size, strict=True))
        back = [f"({t} {sign} {n})" for sign in ("mod", "/") for t, n in zip(places, a, strict=True)]
        divided = "".join(
            f" pose proof (Z.div_mod {t} {n} ltac:(lia)). pose proof (Z.mod_pos_bound {t} {n} ltac:(lia))."
            for t, n in zip(places, a, strict=True)
        )
        return comment(
            f"On {d} axes, cells that hold a map: in every place that it has, and anything on ghosts."
        ) + lines(
            f"Definition holds{d} {{V : Type}}{numbers} {gridded} {mapped} : Prop :=",
            f"  forall {self.cells} : Z, {ranges(self.each('phase'), a)}{ranges(fine, size)}"
            f"array {self.cells} = image {' '.join(['chan', *fine])}.",
            f"Definition whole{d} {{V : Type}}{of_each} {gridded} {over} : V :=",
            f"  array {' '.join([*back[:d], 'chan', *back[d:]])}.",
            f"Definition clean{d} {{R : semiring}}{numbers} (array : {tensor(2 * d + 1)}) ({self.cells} : Z) : R :=",
            f"  {real}array {self.cells}{')' * d}.",
            f"Lemma whole{d}_holds {{V : Type}}{numbers} {gridded} {mapped} :",
            f"  {''.join(f'1 <= {n} -> ' for n in a)}holds{d} {' '.join([*a, *size, 'array image'])} ->",
            f"  forall {self.inside} : Z, {ranges(places, size)}"
            f"{' '.join([f'whole{d}', *a, 'array', self.inside])} = image {self.inside}.",
            "Proof.",
            f"  intros {'? ' * d}holds {self.inside}. intros.{divided}",
            f"  unfold whole{d}. rewrite holds by lia. f_equal; lia.",
            "Qed.",
        )


def ranges(places: Sequence[str], ends: Sequence[str]) -> str:
    """``0 <= place1 < N1 -> ``, for each axis."""
    return "".join(f"0 <= {t} < {n} -> " for t, n in zip(places, ends, strict=True))


def lines(*texts: str) -> str:
    """Lines with the indents that they have, broken where they are too long."""
    indented = ((text.lstrip(), text[: len(text) - len(text.lstrip())]) for text in texts)
    return "".join(f"{line}\n" for text, indent in indented for line in wrapped(text, indent))


# ------------------------------------------------------------------------------------------------ one layer's claim


@dataclass(frozen=True)
class _Step:
    """The claim about a group of layers, number ``n`` in the file, taken apart into the two layers that it compares.

    Its left side is ``phases(layer; steps, phases, o, m)``.  Its right side reads, somewhere in its sums, the phases of
    the zero-extended input, with something added on ghosts: in place of them stands ``in_cells``.
    """

    file: RocqText
    n: int
    claim: Claimed
    clean: bool

    @property
    def axes(self) -> int:
        return (len(self.claim.conclusion.args[0].args) - 3) // 3

    @property
    def layer(self) -> Term:
        layer: Term = self.claim.conclusion.args[0].args[1]
        return layer

    @property
    def _indices(self) -> tuple[Term, ...]:
        """Steps, phases, channel and cells of an output."""
        indices: tuple[Term, ...] = self.claim.conclusion.args[0].args[2:]
        return indices

    @property
    def steps(self) -> list[str]:
        return [self.file.operand(x) for x in self._indices[: self.axes]]

    @cached_property
    def output(self) -> list[str]:
        """The names of phases, channel and cells of an output; a phase that can only be 0 has none in the claim."""
        shown = [self.file.show(x) for x in self._indices[self.axes :]]
        return [f"phase{n + 1}" if x == "0" else x for n, x in enumerate(shown)]

    @cached_property
    def first_channel(self) -> Term | None:
        """``C*G`` where the claim is about any group G of the input's channels, and the output's are those of it."""
        channels = (term.args[1] for term in _entries(self.layer) if term.args[0] == "x")
        return next((channel.args[0] for channel in channels if channel.tag == "add"), None)

    def moved(self, term: Term) -> Term:
        """The right side, reading ``in_cells``."""
        found = term
        while found.tag == "add":
            found = found.args[0]
        if found.tag == "use" and found.args[0] is self.claim.conclusion.args[0].args[0]:
            steps_and_phases, (channel, *cells) = found.args[: 2 + 2 * self.axes], found.args[2 + 2 * self.axes :]
            if self.first_channel is not None:
                channel = make("add", self.first_channel, channel)
            return make("entry", IN_CELLS, *steps_and_phases[2 + self.axes :], channel, *cells)
        if term.tag == "define" or not any(type(x) is Term for x in term.args):
            return term
        return make(term.tag, *(self.moved(x) if type(x) is Term else x for x in term.args))

    # ------------------------------------------------------------ free names

    @cached_property
    def keys(self) -> list[Key]:
        return self.file.free(self.claim)[1]

    @property
    def ghosts(self) -> list[str]:
        """The names of what the claim has on ghosts."""
        known = {ghost_name(self.axes, n) for n in range(self.axes)}
        return [name for name, arity in self.keys if name in known and arity == 2 * self.axes + 1]

    @cached_property
    def parameters(self) -> list[tuple[str, str]]:
        """Names and types of weights, bias and the group: all that is free besides the input, ghosts and places."""
        own = {"x", *self.ghosts}
        named = [(self.file.chosen[name], kind(arity)) for name, arity in self.keys if name not in own]
        return [(name, what) for name, what in named if name not in self.output]

    @property
    def arguments(self) -> str:
        return "".join(f" {name}" for name, _ in self.parameters)

    # ------------------------------------------------------------ text

    def definitions(self) -> str:
        d, file, n = self.axes, self.file, self.n
        written = binders([*self.parameters, (file.chosen["x"], tensor(d + 1))])
        gridded = binders([*self.parameters, (IN_CELLS, tensor(2 * d + 1))])
        right = self.moved(self.claim.conclusion.args[1])
        return comment(f"{self.claim.name}, as written and on cells of the grid.") + lines(
            f"Definition layer_{n} {{R : semiring}}{written} : {tensor(d + 1)} :=",
            f"  {file.show(self.layer)}.",
            f"Definition moved_{n} {{R : semiring}}{gridded} ({' '.join(self.output)} : Z) : R :=",
            f"  {file.show(right)}.",
        )

    def lemma(self, source: Sequence[str], phases: Sequence[str], outputs: Sequence[str]) -> str:
        """Fed with cells that hold the input, the layer on the grid has cells that hold its output.

        ``source``: the sizes of the input, in so many ``phases``.
        """
        d, file, x, at = self.axes, self.file, self.file.chosen["x"], Places(self.axes)
        values = {name: file.chosen[name] for name, _ in self.keys}
        real = [f"[<=: {t} + 1, {n}] [*] " for t, n in zip(at.fine(phases), source, strict=True)]
        channel = "chan" if self.first_channel is None else f"({file.show(self.first_channel)} + chan)"
        for n, name in enumerate(self.ghosts):
            there = "r0" if self.clean else f"{''.join(real[:n])}{IN_CELLS} {at.cells.replace('chan', channel)}"
            values[name] = f"(fun {at.cells} => {there})"
        functions, keys = file.free(self.claim)
        applied = " ".join([*map(file.function, functions), *(values[name] for name, _ in keys)])
        inside = " ".join([*phases, *source])
        read = f"(clean{d} {inside} {IN_CELLS})" if self.clean else IN_CELLS
        given = binders([*self.parameters, (x, tensor(d + 1)), (IN_CELLS, tensor(2 * d + 1))])
        zero = "".join(f" assert ({p} = 0) by lia; subst {p}." for p, a in zip(self.output, self.steps) if a == "1")
        by_lia = " ltac:(lia)" * len(self.claim.hypotheses)
        unfolded = " ".join(file.name_of(x) for x in parts(self.claim.conclusion.args[1:]) if x.tag == "define")
        return lines(
            f"Lemma step_{self.n} (R : semiring){given} :",
            f"  holds{d} {inside} {IN_CELLS} {x} ->",
            f"  holds{d} {' '.join([*self.steps, *outputs])} (moved_{self.n}{self.arguments} {read}) "
            f"(layer_{self.n}{self.arguments} {x}).",
            "Proof.",
            f"  intros holds {' '.join(self.output)}. intros.{zero}",
            f"  refine (eq_trans _ (eq_sym (theorem_{self.n} R {applied}{by_lia}))).",
            f"  cbv beta delta [moved_{self.n} clean{d} {unfolded}].",
            "  reads_alike holds.",
            "Qed.",
        )


def _entries(term: Term) -> Iterator[Term]:
    """The entries of tensors in a term, outside of definitions."""
    if term.tag == "entry":
        yield term
    for x in term.args:
        if type(x) is Term and x.tag != "define":
            yield from _entries(x)


# ------------------------------------------------------------------------------------------------ the network


@dataclass(frozen=True)
class _Composition:
    """Everything behind the claims, value by value."""

    file: RocqText
    subject: NetworkSubject
    plan: Plan

    def written(self) -> Further:
        network, firsts = self.network, [group.nodes[0] for group in self.subject.groups]
        pieces = [Places(d).definitions() for d in sorted({self.at(node.name).axes for node in network.nodes})]
        for name in firsts:
            step, source = self.steps[name], network.node(name).inputs[0]
            pieces += [step.definitions(), step.lemma(self.size(source), self.phases(source), self.size(name))]
        pieces += ["Section Network.", comment("What a place of a map holds.") + "Variable Value : Type.\n"]
        pieces += map(self.value, network.nodes)
        results = list(dict.fromkeys(network.outputs))
        pieces += [*map(self.theorem, results), "End Network.\n"]
        return Further("\n".join(pieces), [self.called("network", name) for name in results])

    # ------------------------------------------------------------ names and numbers

    @property
    def network(self) -> Network:
        return self.subject.known_network

    @cached_property
    def steps(self) -> Mapping[str, _Step]:
        """For each layer that has a claim, the step of its group."""
        numbers = {claim.name: (n, claim) for n, claim in enumerate(self.file.claims, start=1)}
        found: dict[str, _Step] = {}
        for group in self.subject.groups:
            name, request = next(iter(group.statements()))[0], group.request
            clean = not isinstance(request, LayerRequest) or "clean" in request.reasons
            step = _Step(self.file, *numbers[f"{group.nodes[0]}: {name}"], clean)
            found |= dict.fromkeys(group.nodes, step)
        return found

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each value is called in Rocq, behind a word."""
        found: dict[str, str] = {}
        taken: set[str] = set()
        for node in self.network.nodes:
            name = re.sub(r"\W", "_", node.name, flags=re.ASCII)
            while name in taken:
                name += "_"
            taken.add(name)
            found[node.name] = name
        return found

    def called(self, word: str, value: str) -> str:
        """``written_conv1``."""
        return f"{word}_{self.names[value]}"

    def at(self, value: str) -> Places:
        return Places(len(self.plan.grids[value].size))

    def size(self, value: str) -> list[str]:
        return [str(n) for n in self.plan.grids[value].size]

    def phases(self, value: str) -> list[str]:
        return [str(a) for a in self.plan.grids[value].phases]

    def fine(self, value: str) -> str:
        """The places that the cells of a value stand for."""
        return " ".join(self.at(value).fine(self.phases(value)))

    # ------------------------------------------------------------ values

    def value(self, node: Node) -> str:
        """A value in both forms, and that they agree."""
        name = node.name
        if isinstance(node.operator, Input):
            return self.input(name)
        if name in self.steps:
            return self.layer(node, self.steps[name])
        if on_grid(node) and not isinstance(node.operator, WINDOWED):
            return self.by_place(node)
        return self.from_whole(node)

    def both(self, name: str, declared: str, written: str, gridded: str, proof: str) -> str:
        """``written`` in the network's own places, ``gridded`` in cells; the proof starts with all that is given."""
        at, d = self.at(name), self.at(name).axes
        numbers = " ".join([*self.phases(name), *self.size(name)])
        here, there = (self.called(word, name) for word in ("written", "gridded"))
        return (comment(f"{name}: {described(self.network.node(name))}") + declared + lines(
            f"Definition {here} ({at.inside} : Z) : Value :=",
            f"  {written}.",
            f"Definition {there} ({at.cells} : Z) : Value :=",
            f"  {gridded}.",
            f"Lemma {self.called('agree', name)} : holds{d} {numbers} {there} {here}.",
            f"Proof. intros {at.cells}. intros. unfold {there}, {here}. {proof} Qed.",
        ))  # fmt: skip

    def input(self, name: str) -> str:
        at, image = self.at(name), self.called("input", name)
        declared = f"Variable {image} : {tensor(at.axes + 1, 'Value')}.\n"
        fine = f"{image} chan {self.fine(name)}".rstrip()
        return self.both(name, declared, f"{image} {at.inside}", fine, "reflexivity.")

    def layer(self, node: Node, step: _Step) -> str:
        """Into the layer's semiring, through the layer, and out of it again, in a way that may depend on the place."""
        name, (source,), d, at = node.name, node.inputs, step.axes, self.at(node.name)
        ring, into, act = (self.called(word, name) for word in ("semiring", "into", "act"))
        weights = [
            (f"{given}_{self.names[name]}", what.replace("R", ring)) for given, what in step.parameters if what != "Z"
        ]
        declared = "".join([
            f"Variable {ring} : semiring.\nVariable {into} : Value -> {ring}.\n",
            *(f"Variable {given} : {what}.\n" for given, what in weights),
            f"Variable {act} : {tensor(d + 1, f'{ring} -> Value')}.\n",
        ])  # fmt: skip
        chan, group = "chan", ""
        if step.first_channel is not None:
            count = self.network.shapes[name][0] // getattr(node.operator, "groups", 1)
            chan, group = f"(chan mod {count})", f" (chan / {count})"
        given = group + "".join(f" {weight}" for weight, _ in weights)
        read = f"(fun {at.inside} => {into} ({self.called('written', source)} {at.inside}))"
        cells = f"(fun {at.cells} => {into} ({self.called('gridded', source)} {at.cells}))"
        inside = " ".join([*self.phases(source), *self.size(source)])
        cleaned = f"(clean{d} {inside} {cells})" if step.clean else cells
        written = f"{act} {at.inside} (layer_{step.n}{given} {read} {at.inside.replace('chan', chan)})"
        gridded = f"{act} chan {self.fine(name)} (moved_{step.n}{given} {cleaned} {at.cells.replace('chan', chan)})"
        proof = (
            f"apply f_equal, (step_{step.n} {ring}{given} {read} {cells}); try assumption. "
            f"intros ? *. intros. apply (f_equal {into}), {self.called('agree', source)}; assumption."
        )
        return self.both(name, declared, written, gridded, proof)

    def by_place(self, node: Node) -> str:
        """An arbitrary function of all channels of one place of its inputs."""
        name, at, act = node.name, self.at(node.name), self.called("act", node.name)
        count, row = len(node.inputs), "(Z -> Value)"
        places = "".join(f" {x}" for x in at.each("place"))
        declared = (
            f"Variable {act} : {tensor(at.axes, '')}{f'{row} -> ' * count}Z -> Value.\n" + self.reads(name, places, [
                ("Z -> Value", "forall chan : Z, ", "", "chan") for _ in range(count)
            ], "chan")
        )  # fmt: skip
        rows = [
            "".join(f" (fun chan => {self.called(word, source)} {at.inside if word == 'written' else at.cells})"
                    for source in node.inputs) for word in ("written", "gridded")
        ]  # fmt: skip
        fine = f" {self.fine(name)}" if at.axes else ""
        proofs = "".join(f" now apply {self.called('agree', source)}." for source in node.inputs)
        proof = f"apply {self.called('reads', name)}; intros.{proofs}"
        return self.both(name, declared, f"{act}{places}{rows[0]} chan", f"{act}{fine}{rows[1]} chan", proof)

    def from_whole(self, node: Node) -> str:
        """An arbitrary function of all places of its inputs: the same node in both networks."""
        name, at, act = node.name, self.at(node.name), self.called("act", node.name)
        maps = [tensor(self.at(source).axes + 1, "Value") for source in node.inputs]
        declared = f"Variable {act} : {''.join(f'({what}) -> ' for what in maps)}{tensor(at.axes + 1, 'Value')}.\n"
        read = []
        for source, what in zip(node.inputs, maps, strict=True):
            inside = self.at(source)
            within = ranges(inside.each("place"), self.size(source))
            read.append((what, f"forall {inside.inside} : Z, ", within, inside.inside))
        declared += self.reads(name, "", read, at.inside)
        written = "".join(f" {self.called('written', source)}" for source in node.inputs)
        back = "".join(f" ({self.whole(source)})" for source in node.inputs)
        proofs = "".join(f" {self.reading(source)}" for source in node.inputs)
        fine = f"{act}{back} chan {self.fine(name)}".rstrip()
        proof = f"apply {self.called('reads', name)}; intros.{proofs}"
        return self.both(name, declared, f"{act}{written} {at.inside}", fine, proof)

    def reads(self, name: str, places: str, read: Sequence[tuple[str, str, str, str]], at: str) -> str:
        """The hypothesis that a function depends on no more than it reads: of each input its type, places, ranges."""
        act = self.called("act", name)
        first, second = ([f"{letter}{n}" for n in range(len(read))] for letter in "fg")
        functions = binders(
            (function, what) for f, g, (what, *_) in zip(first, second, read, strict=True) for function in (f, g)
        )
        alike = "".join(
            f"({quantified}{within}{f} {places_} = {g} {places_}) -> "
            for f, g, (_, quantified, within, places_) in zip(first, second, read, strict=True)
        )
        numbers = f" ({places.strip()} : Z)" if places else ""
        left, right = (f"{act}{places} {' '.join(each)} {at}" for each in (first, second))
        return lines(
            f"Hypothesis {self.called('reads', name)} : forall{numbers}{functions}, {alike}",
            f"  forall {at} : Z, {left} = {right}.",
        )

    def whole(self, value: str) -> str:
        """A value read back from the grid."""
        return " ".join([f"whole{self.at(value).axes}", *self.phases(value), self.called("gridded", value)])

    def reading(self, value: str) -> str:
        """The proof that a value read back is the value, in all its places."""
        numbers = "".join(f" {n}" for n in (*self.phases(value), *self.size(value)))
        applied = f"(whole{self.at(value).axes}_holds{numbers})" if numbers else "whole0_holds"
        return f"apply {applied}; try lia; apply {self.called('agree', value)}."

    # ------------------------------------------------------------ the theorem

    def theorem(self, name: str) -> str:
        at, written = self.at(name), self.called("written", name)
        size = " x ".join(self.size(name)) or "1"
        head = f"The theorem: output {name} of the network on its grid, at each of its {size} places."
        return comment(head) + lines(
            f"Theorem {self.called('network', name)} ({at.inside} : Z) : {ranges(at.each('place'), self.size(name))}",
            f"  {self.whole(name)} {at.inside} = {written} {at.inside}.",
            f"Proof. intros. {self.reading(name)} Qed.",
        )


def described(node: Node) -> str:
    """The operator in one line."""
    return re.sub(r"\s+", " ", str(node.operator))
