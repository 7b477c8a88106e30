"""Rocq files: what a layer's theorem says, restated and proved again in a system that shares no code with ours.

``instance_file`` writes one file.  It spells the layer out as nested sums over integers, prints the table of the bank
that runs (read off the bank, not worked out again), has Rocq compare it with the closed form by computation, and
applies the library's theorem.  Equations of single output phases stand beside it, proved from the definition alone.

The library is the folder ``rocq_library``; ``check_folder`` compiles both.  Nothing here is trusted: a file that is
wrong does not compile.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import product
from textwrap import wrap

from symstride.algebra.bank import Bank
from symstride.algebra.shapes import known_size
from symstride.algebra.sizes import AxisBank
from symstride.errors import SpecError
from symstride.export.rocq_axis import READABLE_TERMS, RocqAxis, total
from symstride.export.rocq_check import RocqFile, RocqReport, check_folder
from symstride.export.rocq_notation import WIDTH, RocqNotation, comment, listed, named_apart, number, trimmed
from symstride.layers.layer import Conv, PerAxis

__all__ = ["RocqFile", "RocqReport", "check_folder", "instance_file"]


def instance_file(layer: Conv, bank: Bank, input_size: PerAxis | None = None) -> str:
    """A Rocq file that proves the phase lemma for ``layer`` with the tables of ``bank``.

    ``bank`` is ``expand(layer, ...)``; another layer's is refused.  Where the numbers of an axis are symbols the file
    applies the general theorem, under the hypotheses that strides, dilations and counts of phases are positive.  With
    an input size (given, or the layer's own) it also states the sizes.  The same arguments give the same text.
    """
    _need_own_bank(layer, bank)
    sizes = _sizes(bank, input_size)
    symbols = [symbol.name for symbol in bank.symbols]
    body = named_apart(symbols, lambda names: _Instance(bank, sizes, names).text())
    return trimmed(_header(layer, bank) + body)


def _need_own_bank(layer: Conv, bank: Bank) -> None:
    if layer.resolved(bank.made_for) != bank.layer_spec:
        asked = "instance_file(layer, bank)"
        raise SpecError(asked, f"the bank of {layer!r}", f"the bank of {bank.layer_spec!r}", "pass expand(layer)")


def _sizes(bank: Bank, input_size: PerAxis | None) -> tuple[int, ...] | None:
    """The input size in numbers; None when it is not known, or a symbol."""
    wanted = bank.made_for if input_size is None else input_size
    if wanted is None and bank.layer_spec.input_size is None:
        return None
    sizes = known_size(bank.layer_spec, wanted, "instance_file(input_size=...)")
    numbers = tuple(n for n in sizes if isinstance(n, int))
    return numbers if len(numbers) == len(sizes) else None


def _header(layer: Conv, bank: Bank) -> str:
    words = (
        "One convolution layer, as a layer of stride 1 on phases of its input:\n\n"
        f"    {_described(layer)}\n\n"
        f"    output phases {_said(bank.phases)}, origin '{bank.origin}'\n\n"
        "    Written by symstride.  The tables are those that its filter bank copies weights by."
    )
    return comment(words) + "From Symstride Require Import Instance.\nOpen Scope Z_scope.\n\n"


def _described(layer: Conv) -> str:
    """The layer with all that differs from a plain one; symbols by their names."""
    plain = {"bias": True, "padding_mode": "zeros", "activation": None, "input_size": None}
    values = ((field.name, getattr(layer, field.name)) for field in fields(layer))
    said = [f"{name}={_said(value)}" for name, value in values if name not in plain or value != plain[name]]
    return "\n         ".join(wrap(f"Conv({', '.join(said)})", WIDTH - 9))


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_said, value))}{',' * (len(value) == 1)})"
    return repr(value) if isinstance(value, str) else str(value)


@dataclass(frozen=True)
class _Instance:
    """The file about one bank, piece by piece.  ``sizes`` is the input size, ``names`` the Rocq names of symbols."""

    bank: Bank
    sizes: tuple[int, ...] | None
    names: Mapping[str, str]

    @cached_property
    def say(self) -> RocqNotation:
        return RocqNotation(self.names)

    @cached_property
    def axes(self) -> tuple[RocqAxis, ...]:
        count = len(self.bank.axes)
        digits = [""] if count == 1 else [str(n + 1) for n in range(count)]
        return tuple(RocqAxis(digit, axis, self.say) for digit, axis in zip(digits, self.bank.axes, strict=True))

    @property
    def symbolic(self) -> bool:
        """Whether some axis is: then there is no table to print."""
        return any(axis.symbolic for axis in self.axes)

    def text(self) -> str:
        pieces = [self.context(), self.layer(), self.phases()]
        if self.symbolic:
            pieces += [self.general_bank(), self.statement() + self.general_proof()]
        else:
            pieces += [*self.tables(), self.table_bank(), self.table_check(), self.statement() + self.table_proof()]
            pieces += [*self.equations(), *self.finite()]
        return "Section Layer.\n\n" + "\n".join(pieces) + "\nEnd Layer.\n\nPrint Assumptions strided_layer.\n"

    # ------------------------------------------------------------ words that many pieces share

    def each(self, stem: str, between: str = " ") -> str:
        """``m1 m2``: the names of one letter along all axes."""
        return between.join(axis.name(stem) for axis in self.axes)

    def vector(self, letter: str) -> str:
        """``<|3; 3|>``: one parameter along all axes."""
        return f"<|{'; '.join(axis.numbers[letter] for axis in self.axes)}|>"

    def names_vector(self, stem: str) -> str:
        return f"<|{self.each(stem, '; ')}|>"

    @property
    def dimension(self) -> str:
        return f"(d := {len(self.axes)})"

    @cached_property
    def channels(self) -> str:
        """The number of input channels that one output reads."""
        return self.say(self.bank.layer_spec.in_per_group)

    @property
    def grouped(self) -> bool:
        return bool(self.bank.layer_spec.groups != 1)

    @property
    def channel(self) -> str:
        return "(channel o c)" if self.grouped else "c"

    @property
    def padded(self) -> bool:
        return self.bank.origin == "padded"

    # ------------------------------------------------------------ what the statement speaks of

    def context(self) -> str:
        arrows = "Z -> " * len(self.axes)
        weight = comment(f"w o c {self.each('i')}")
        signal = comment(f"x c {self.each('t')}, on all integers: a finite input is extended first")
        return (
            comment("Weights, inputs and outputs: any types with sums, and a product that is additive in the weight.")
            + "Context {Weight Input Output : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}\n"
            "  {products : Bil Weight Input Output}.\n"
            + self.symbols()
            + f"Variable w : Z -> Z -> {arrows}Weight.  {weight}Variable x : Z -> {arrows}Input.  {signal}"
        )

    def symbols(self) -> str:
        """The symbols, and that strides, phases and dilations are positive; each fact once."""
        if not self.names:
            return ""
        facts = {fact: name for axis in reversed(self.axes) for name, fact in axis.positive()}
        hypotheses = [f"Hypothesis positive_{name} : {fact}.\n" for fact, name in reversed(facts.items())]
        return f"Variables ({' '.join(self.names.values())} : Z).\n" + "".join(hypotheses)

    def layer(self) -> str:
        spec = self.bank.layer_spec
        group = f"Definition channel (o c : Z) : Z := {self.channels}*(o/{self.say(spec.out_per_group)}) + c.\n\n"
        if self.grouped:
            group = comment("Input channel c of the group that output channel o belongs to.") + group
        places = self.each("j", ", ")
        words = f"The layer: output channel o at place {places}.  Bias and activation act on each output alone."
        taps = "".join(f"SUM 0 <= {axis.name('i')} < {axis.numbers['k']}, " for axis in self.axes)
        read = " ".join(axis.read for axis in self.axes)
        return (
            (group if self.grouped else "") + comment(words) + f"Definition conv (o {self.each('j')} : Z) : Output :=\n"
            f"  SUM 0 <= c < {self.channels}, {taps}\n"
            f"    w o c {self.each('i')} ** x {self.channel} {read}.\n"
        )

    def phases(self) -> str:
        phase, cell = self.each("rho", ", "), self.each("m", ", ")
        words = f"The phases of its input: phase {phase} of channel c, at cell {cell}."
        places = " ".join(axis.fine for axis in self.axes)
        return (
            comment(words)
            + f"Definition phases ({self.each('rho')} c {self.each('m')} : Z) : Input :=\n  x c {places}.\n"
        )

    def bank_head(self) -> str:
        indices = f"{self.each('tau')} o {self.each('rho')} c {self.each('u')}"
        return comment("The filter bank: one weight, or zero.") + f"Definition bank ({indices} : Z) : Weight :=\n"

    def statement(self) -> str:
        hypotheses = " -> ".join(f"0 <= {axis.name('tau')} < {axis.numbers['a']}" for axis in self.axes)
        phases = "".join(map(self.phase_sum, self.axes))
        offsets = [f"SUM {axis.offsets[0]} <= {axis.name('u')} < {axis.offsets[1]}," for axis in self.axes]
        weight = f"bank {self.each('tau')} o {self.each('rho')} c {self.each('u')}"
        cells = " ".join(f"({axis.name('m')} + {axis.name('u')})" for axis in self.axes)
        closing = ")" * len(self.axes) if self.bank.drop_dead else ""
        return (
            comment("The theorem: every output of the layer, from a layer of stride 1 and dilation 1 on the phases.")
            + f"Theorem strided_layer (o {self.each('tau')} {self.each('m')} : Z) : {hypotheses} ->\n"
            f"  conv o {' '.join(axis.output for axis in self.axes)} =\n"
            f"  SUM 0 <= c < {self.channels}, {phases}\n"
            f"  {(chr(10) + '  ' if self.symbolic else ' ').join(offsets)}\n"
            f"    {weight} **\n    phases {self.each('rho')} {self.channel} {cells}{closing}.\n"
        )

    def phase_sum(self, axis: RocqAxis) -> str:
        if self.bank.drop_dead:
            return f"sum {axis.name('kept')} (fun {axis.name('rho')} => "
        return f"SUM 0 <= {axis.name('rho')} < {axis.cell}, "

    def proof(self, theorem: str, unfolded: Sequence[str]) -> str:
        own = ["conv", "phases", "bank", *(["channel"] if self.grouped else []), *unfolded]
        return f"Proof.\n  intros. unfold {', '.join(own)}.\n  by_theorem ({theorem}).\nQed.\n"

    def functions(self) -> str:
        """The weights and the signal that one output channel reads, as functions of vectors."""
        taps, places = (" ".join(_entries(vector, len(self.axes))) for vector in ("i", "t"))
        return f"(fun o c i => w o c {taps})\n    (fun c t => x {self.channel} {places})"

    # ------------------------------------------------------------ numbers: the table

    def tables(self) -> Iterator[str]:
        yield from (axis.table() for axis in self.axes)
        if self.bank.drop_dead:
            words = "The input phases that some tap reads.  The others are left out."
            lists = ((axis.name("kept"), listed(map(str, axis.bank.live), 2)) for axis in self.axes)
            yield comment(words) + "".join(f"Definition {name} : list Z :=\n  {phases}.\n" for name, phases in lists)

    def table_bank(self) -> str:
        brackets = " ".join(f"[: 0 <=? {axis.tap} :]" for axis in self.axes)
        weight = " ".join(f"({axis.tap})" for axis in self.axes)
        looked_up = "".join(axis.tap_definition() for axis in self.axes)
        return f"{looked_up}\n{self.bank_head()}  {brackets}\n    w o c {weight}.\n"

    def table_check(self) -> str:
        words = "Compared with the closed form: the parameters, the number of phases, the offsets, every entry."
        fixed = " ".join(map(self.vector, ("k", "s", "dl", "p", "a", "S", "lo", "hi")))
        tables = self.names_vector("tap_table")
        claim = f"check {self.dimension} {fixed}\n    {tables}"
        if self.bank.drop_dead:
            claim += f" && check_kept {self.dimension} {self.vector('S')} {tables} {self.names_vector('kept')}"
        return comment(words) + f"Lemma table_checked :\n  {claim} = true.\nProof. by_computation. Qed.\n"

    def table_proof(self) -> str:
        name = "table_sound" + ("_padded" if self.padded else "") + ("_kept" if self.bank.drop_dead else "")
        vectors = " ".join(map(self.vector, ("k", "s", "dl", "q", "a", "S", "lo", "hi")))
        kept = f"{self.names_vector('kept')} " if self.bank.drop_dead else ""
        layer = f"{self.names_vector('tap_table')} {self.channels} {self.functions()}"
        place = f"{kept}o {self.names_vector('tau')} {self.names_vector('m')} table_checked"
        taps = [axis.name("tap") for axis in self.axes]
        return self.proof(f"{name} {self.dimension} {vectors}\n    {layer} {place}", taps)

    # ------------------------------------------------------------ symbols: the general theorem

    def general_bank(self) -> str:
        sums = (f"SUM 0 <= {axis.name('i')} < {axis.numbers['k']}, {axis.bracket}" for axis in self.axes)
        return self.bank_head() + "  " + "\n  ".join(sums) + f"\n    w o c {self.each('i')}.\n"

    def general_proof(self) -> str:
        name = "PhaseLemma.phase_lemma_padded" if self.padded else "PhaseLemma.phase_lemma"
        vectors = " ".join(map(self.vector, ("k", "s", "dl", "q", "a")))
        place = f"{self.names_vector('tau')} o {self.names_vector('m')}"
        return self.proof(f"{name} {self.dimension} {self.channels} {vectors}\n    {self.functions()} {place}", [])

    # ------------------------------------------------------------ numbers: readable equations

    def equations(self) -> Iterator[str]:
        """Each output phase written out, or, for large kernels, each axis on its own."""
        terms = math.prod(int(axis.bank.axis.kernel) * int(axis.bank.a) for axis in self.axes)
        if terms <= READABLE_TERMS:
            words = comment("Each output phase written out, and proved from the definition of the layer alone.")
            for taus in product(*(range(int(axis.bank.a)) for axis in self.axes)):
                yield words + self.equation(taus)
                words = ""
            return
        yield comment("Along each axis, each output phase written out, and proved from a layer's definition alone.")
        seen: set[AxisBank] = set()
        for axis in self.axes:
            if axis.bank not in seen:
                seen.add(axis.bank)
                yield from axis.equations()

    def equation(self, taus: Sequence[int]) -> str:
        chosen = list(zip(self.axes, taus, strict=True))
        terms = [self.term(taps) for taps in product(*(axis.taps(tau) for axis, tau in chosen))]
        outputs = " ".join(f"({axis.numbers['a']}*{axis.name('m')} + {tau})" for axis, tau in chosen)
        unfolded = "conv, phases, channel" if self.grouped else "conv, phases"
        return (
            f"Theorem phase_{'_'.join(map(str, taus))} (o {self.each('m')} : Z) : conv o {outputs} =\n"
            f"  SUM 0 <= c < {self.channels}, {total(terms)}.\n"
            f"Proof. unfold {unfolded}. apply sum_ext; intros c _. from_the_definition. Qed.\n"
        )

    def term(self, taps: Sequence[tuple[int, int, int]]) -> str:
        """``w o c 0 1 ** phases 1 0 c (m1 + 0) (m2 + (-1))``, from (tap, phase, offset) along each axis."""
        weight = " ".join(str(tap) for tap, _, _ in taps)
        phase = " ".join(str(rho) for _, rho, _ in taps)
        offsets = zip(self.axes, (u for _, _, u in taps), strict=True)
        cells = " ".join(f"({axis.name('m')} + {number(u)})" for axis, u in offsets)
        return f"w o c {weight} ** phases {phase} {self.channel} {cells}"

    # ------------------------------------------------------------ finite inputs

    def finite(self) -> Iterator[str]:
        """Sizes, and where the phases of a finite input end, when its size is known."""
        if self.sizes is None:
            return
        yield from (axis.sizes(size) for axis, size in zip(self.axes, self.sizes, strict=True))
        if not self.padded and self.bank.layer_spec.padding_mode == "zeros":
            yield self.outside(self.sizes)

    def outside(self, sizes: Sequence[int]) -> str:
        """Outside the cells there is nothing but padding."""

        def box(stem: str, ends: Iterable[int]) -> str:
            return " /\\ ".join(f"0 <= {axis.name(stem)} < {end}" for axis, end in zip(self.axes, ends, strict=True))

        cells = [int(axis.bank.cells(size)) for axis, size in zip(self.axes, sizes, strict=True)]
        phases = " -> ".join(f"0 <= {axis.name('rho')} < {axis.cell}" for axis in self.axes)
        return (
            comment("The phases of an input that is padding outside its places are padding outside these cells.")
            + f"Theorem outside_cells (padding : Input) ({self.each('rho')} c {self.each('m')} : Z) :\n"
            f"  (forall {self.each('t')}, ~ ({box('t', sizes)}) -> x c {self.each('t')} = padding) ->\n"
            f"  {phases} -> ~ ({box('m', cells)}) ->\n"
            f"  phases {self.each('rho')} c {self.each('m')} = padding.\n"
            "Proof. intros nothing **. unfold phases. apply nothing. lia. Qed.\n"
        )


def _entries(vector: str, count: int) -> Iterator[str]:
    """``(fst i)``, ``(fst (snd i))``, ...: the entries of a vector."""
    for _ in range(count):
        yield f"(fst {vector})"
        vector = f"(snd {vector})"
