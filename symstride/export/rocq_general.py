"""The general theorems as Rocq files: each claim of the catalogue restated for a number of axes, from the library.

The library has the theorems for any number of axes at once; these files are their statements for one.  Claims about a
single axis are the same for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from symstride.errors import SpecError
from symstride.export.rocq_notation import comment, trimmed


@dataclass(frozen=True, slots=True)
class RocqClaim:
    """One claim: its statement in Rocq, with ``D`` for the number of axes, and the theorem of the library.

    ``one_axis`` claims are about integers alone, whatever the number of axes.
    """

    statement: str
    proof: str
    one_axis: bool = False


_FIT = "(1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V ->"
_PHASE = "(0 <= tau)%V -> (tau < a)%V ->"
_OFFSETS = "SUMV first s p a <= u < past k s dl p a"
_EXTENDED = "(fun c => extends padding N (x c))"

CLAIMS: Final[Mapping[str, Mapping[str, RocqClaim]]] = {
    "subsampling": {
        "striding subsamples the tensor": RocqClaim(
            "(M : vec D) o j c t : (0 <= s*j)%V -> (s*j < M)%V ->\n"
            "  toeplitz k s dl p w o j c t = SUMV 0 <= l < M, [: (l =? s*j)%V :] toeplitz k 1 dl p w o l c t",
            "intros; now apply striding_subsamples",
        ),
        "the tensor is the layer": RocqClaim(
            "(N : vec D) (padding : Input) o j : (forall v : Weight, v ** padding = zero) ->\n"
            "  (SUM 0 <= c < n, SUMV 0 <= t < N, toeplitz k s dl p w o j c t ** x c t) =\n"
            f"  conv n k s dl p w {_EXTENDED} o j",
            "intros; now apply tensor_is_layer",
        ),
    },
    "phase-lemma": {
        "phase lemma": RocqClaim(
            f"(tau : vec D) o m : {_FIT} {_PHASE}\n"
            "  phases a (conv n k s dl p w x) tau o m =\n"
            f"  SUM 0 <= c < n, SUMV 0 <= rho < s*a, {_OFFSETS},\n"
            "    bank k s dl p a w tau o rho c u ** phases (s*a)%V x rho c (m+u)%V",
            "intros; now apply PhaseLemma.phase_lemma",
        ),
    },
    "single-layer": {
        "phases of the image": RocqClaim(
            "o m : (1 <= s)%V -> (0 <= dl)%V ->\n"
            "  conv n k s dl p w x o m =\n"
            "  SUM 0 <= c < n, SUMV 0 <= rho < s, SUMV first s p 1 <= u < past k s dl p 1,\n"
            "    bank k s dl p 1%V w 0%V o rho c u ** phases s x rho c (m+u)%V",
            "intros; now apply single_layer",
        ),
        "phases of the padded signal": RocqClaim(
            "o m : (1 <= s)%V -> (0 <= dl)%V ->\n"
            "  conv n k s dl p w x o m =\n"
            "  SUM 0 <= c < n, SUMV 0 <= rho < s, SUMV first s 0 1 <= u < past k s dl 0 1,\n"
            "    bank k s dl 0%V 1%V w 0%V o rho c u ** x c (s*(m+u) + rho - p)%V",
            "intros; now apply single_layer_padded",
        ),
        "size, at least": RocqClaim(
            "k s dl p : 1 <= s -> ceil_div (dl*(k-1) + 1) s <= bank_size k s dl p 1",
            "intros; now apply bank_size_bounds",
            one_axis=True,
        ),
        "size, at most": RocqClaim(
            "k s dl p : 1 <= s -> bank_size k s dl p 1 <= ceil_div (dl*(k-1)) s + 1",
            "intros; now apply bank_size_bounds",
            one_axis=True,
        ),
        "size, padded origin": RocqClaim(
            "k s dl : 1 <= s -> bank_size k s dl 0 1 = ceil_div (dl*(k-1) + 1) s",
            "intros; now apply bank_size_padded",
            one_axis=True,
        ),
    },
    "bank-entries": {
        "one weight or zero": RocqClaim(
            "tau o rho c u : (1 <= dl)%V ->\n"
            "  bank k s dl p a w tau o rho c u =\n"
            "  match tap_indices k s dl p a tau rho u with Some i => w o c i | None => zero end",
            "intros; now apply bank_channel_closed_form",
        ),
        "at most one tap": RocqClaim(
            "s dl p tau i i' q : 1 <= dl -> s*tau + dl*i - p = q -> s*tau + dl*i' - p = q -> i = i'",
            "apply tap_unique",
            one_axis=True,
        ),
        "copied once per output phase": RocqClaim(
            "k s dl p a i : 1 <= s -> 1 <= a -> 0 <= dl -> 0 <= i < k ->\n"
            "  (SUM 0 <= tau < a, SUM 0 <= rho < s*a, SUM umin s p a <= u < umax k s dl p a + 1,\n"
            "     [: s*tau + dl*i - p =? s*a*u + rho :] 1) = a",
            "intros; now apply copies_count",
            one_axis=True,
        ),
    },
    "finite-layer": {
        "zero padding": RocqClaim(
            f"(padding : Input) (N : vec D) o tau m : {_FIT} {_PHASE}\n"
            f"  act o (conv n k s dl p w (group n nout o {_EXTENDED}) o (a*m + tau)%V) =\n"
            f"  act o (SUM 0 <= c < n, SUMV 0 <= rho < s*a, {_OFFSETS},\n"
            "    bank k s dl p a w tau o rho c u ** extends padding (ceil_divs N (s*a)%V)\n"
            f"      (phases (s*a)%V {_EXTENDED} rho (n * (o / nout) + c)) (m+u)%V)",
            "intros; now apply zero_padded_layer",
        ),
        "circular padding": RocqClaim(
            f"(q : vec D) o tau m : {_FIT} (0 < q)%V -> {_PHASE}\n"
            "  act o (conv n k s dl p w (group n nout o (fun c => wraps (s*a*q)%V (x c))) o (a*m + tau)%V) =\n"
            f"  act o (SUM 0 <= c < n, SUMV 0 <= rho < s*a, {_OFFSETS},\n"
            "    bank k s dl p a w tau o rho c u ** wraps q (phases (s*a)%V x rho (n * (o / nout) + c)) (m+u)%V)",
            "intros; now apply circular_layer",
        ),
        "before the first cell": RocqClaim(
            "S rho m : 1 <= S -> rho < S -> m < 0 -> S*m + rho < 0", "apply before_first_cell", one_axis=True
        ),
        "behind the last cell": RocqClaim(
            "S N rho m : 1 <= S -> 0 <= rho -> ceil_div N S <= m -> N <= S*m + rho",
            "apply behind_last_cell",
            one_axis=True,
        ),
        "outputs fit": RocqClaim(
            "k s dl p p' N j : 1 <= s -> j < output_size k s dl p p' N -> s*j + dl*(k-1) - p <= N - 1 + p'",
            "intros; now apply output_size_spec",
            one_axis=True,
        ),
        "no further output fits": RocqClaim(
            "k s dl p p' N j : 1 <= s -> output_size k s dl p p' N <= j -> N + p' <= s*j + dl*(k-1) - p",
            "intros H; pose proof (output_size_spec k s dl p p' N j H); lia",
            one_axis=True,
        ),
        "output cell, low": RocqClaim(
            "a j : 1 <= a -> 0 <= j -> 0 <= j / a", "intros; now apply Z.div_pos; lia", one_axis=True
        ),
        "output cell, high": RocqClaim(
            "a M j : 1 <= a -> 0 <= j < M -> j / a < ceil_div M a", "intros; now apply cell_cover", one_axis=True
        ),
        "padding in cells": RocqClaim(
            "k s dl p p' a N :\n"
            "  output_size (bank_size k s dl p a) 1 1 (low_pad s p a) (high_pad k s dl p p' a N) (ceil_div N (s*a)) =\n"
            "  ceil_div (output_size k s dl p p' N) a",
            "apply high_pad_outputs",
            one_axis=True,
        ),
    },
    "unit-stride": {
        "channel_major": RocqClaim(
            f"tau o m : {_FIT} {_PHASE}\n"
            "  phases a (conv n k s dl p w x) tau o m =\n"
            "  conv (vprod (s*a)%V * n) (past k s dl p a - first s p a)%V 1 1 (0 - first s p a)%V\n"
            "    (unit_weight k s dl p a w tau) (unit_signal s a x) o m",
            "intros; now apply unit_stride_layer",
        ),
        "phase_major": RocqClaim(
            f"tau o m : 1 <= n -> {_FIT} {_PHASE}\n"
            "  phases a (conv n k s dl p w x) tau o m =\n"
            "  conv (n * vprod (s*a)%V) (past k s dl p a - first s p a)%V 1 1 (0 - first s p a)%V\n"
            "    (unit_weight_phase_major n k s dl p a w tau) (unit_signal_phase_major n s a x) o m",
            "intros; apply unit_stride_layer_phase_major; auto; lia",
        ),
    },
    "transposed-layer": {
        "transposed layer": RocqClaim(
            f"(M : vec D) (padding : Input) rho o m : (forall v : Weight, v ** padding = zero) -> {_FIT}\n"
            "  (0 <= rho)%V -> (rho < s*a)%V ->\n"
            "  phases (s*a)%V (transposed n k s dl p M w x) rho o m =\n"
            f"  SUM 0 <= c < n, SUMV 0 <= tau < a, {_OFFSETS},\n"
            "    bank k s dl p a w tau c rho o u ** phases a (fun c => extends padding M (x c)) tau c (m-u)%V",
            "intros; now apply phase_lemma_transposed_layer",
        ),
    },
    "pooling": {
        "pooling": RocqClaim(
            "{scaled : Bil Weight Output Output} (y : Z -> vec D -> Output) (e : Weight) tau c m :\n"
            f"  (forall v : Output, e ** v = v) -> {_FIT} {_PHASE}\n"
            "  phases a (pool k s dl p y) tau c m =\n"
            f"  SUMV 0 <= rho < s*a, {_OFFSETS}, window k s dl p a e tau rho u ** phases (s*a)%V y rho c (m+u)%V",
            "intros; now apply pooling",
        ),
    },
    "boundaries": {
        "low boundary": RocqClaim(
            "S rho m : 1 <= S -> 0 <= rho < S -> (0 <=? S*m + rho) = (0 <=? m)", "apply low_boundary", one_axis=True
        ),
        "high boundary": RocqClaim(
            "S q rho m : 1 <= S -> 0 <= rho < S -> (S*m + rho <? S*q) = (m <? q)", "apply high_boundary", one_axis=True
        ),
        "unread ghosts": RocqClaim(
            "k s dl p M N i j : 1 <= s -> 0 <= dl -> i < k -> j < M ->\n"
            "  s*(M-1) + dl*(k-1) - p < N -> (s*j + dl*i - p <? N) = true",
            "apply unread_ghosts",
            one_axis=True,
        ),
    },
}
"""The catalogue in Rocq: theorem -> claim -> statement, under the kernel's names for both."""

_CONTEXT = """\
Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec D) (w : Z -> Z -> vec D -> Weight) (x : Z -> vec D -> Input)
  (act : Z -> Output -> Value).
"""


def general_file(name: str, axes: int) -> str:
    """A Rocq file with the claims of a theorem of the catalogue for a number of axes, all parameters being symbols."""
    if name not in CLAIMS:
        raise SpecError("general_file(name)", f"one of {', '.join(CLAIMS)}", repr(name), "pick a name of the catalogue")
    count = "one axis" if axes == 1 else f"{axes} axes"
    words = f"The claims of the theorem {name} for {count}.  Written by symstride."
    opening = comment(words) + "From Symstride Require Import Catalogue.\nOpen Scope Z_scope.\n"
    sections = [_CONTEXT, *_theorems(name, one_axis=False), "End General.\n", *_theorems(name, one_axis=True)]
    claims = ", ".join(f"@{_identifier(title)}" for title in CLAIMS[name])
    last = f"Definition all_claims := ({claims}).\nPrint Assumptions all_claims.\n"
    return trimmed("\n".join([opening, *sections, last]).replace("vec D", f"vec {axes}"))


def _theorems(name: str, one_axis: bool) -> list[str]:
    return [_theorem(claim, title) for title, claim in CLAIMS[name].items() if claim.one_axis is one_axis]


def _theorem(claim: RocqClaim, title: str) -> str:
    return f"{comment(title)}Theorem {_identifier(title)} {claim.statement}.\nProof. {claim.proof}. Qed.\n"


def _identifier(title: str) -> str:
    """A Rocq name for a claim: ``claim_phases_of_the_image``."""
    return "claim_" + title.replace(",", "").replace(" ", "_")
