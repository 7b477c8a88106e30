(** * FiniteLayer: the whole layer, on finite inputs: groups, zero or circular padding, bias and activation. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export BoundaryAxes.
Open Scope Z_scope.

Section FiniteLayer.
Context {A B C Y : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.
Variables (nin nout : Z) (k s dl p a : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B).
(** Bias and activation of output channel [o]: any map of the sum. *)
Variable act : Z -> C -> Y.
Hypotheses (Hs : (1 <= s)%V) (Ha : (1 <= a)%V) (Hd : (0 <= dl)%V).

(** Zero padding: the expanded layer pads [ceil(N/S)] cells with the same [pad]. *)
Theorem zero_padded_layer (pad : B) (N : vec d) o tau m : (0 <= tau)%V -> (tau < a)%V ->
  act o (conv nin k s dl p w (group nin nout o (fun c => extends pad N (x c))) o (a*m + tau)%V) =
  act o (SUM 0 <= c < nin, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u **
    extends pad (ceil_divs N (s*a)%V)
      (phases (s*a)%V (fun c => extends pad N (x c)) rho (nin * (o / nout) + c)) (m + u)%V).
Proof.
  intros Ht Ht'. f_equal. rewrite phase_lemma_groups by auto.
  apply sum_ext; intros c _. apply sumv_ext; intros rho Hr Hr'. apply sumv_ext; intros u _ _. f_equal.
  apply (phases_extend_axes pad (s*a)%V N x rho); auto using vpos_mul.
Qed.

(** Circular padding, on [S*q] places: the expanded layer is circular on [q] cells. *)
Theorem circular_layer (q : vec d) o tau m : (0 < q)%V -> (0 <= tau)%V -> (tau < a)%V ->
  act o (conv nin k s dl p w (group nin nout o (fun c => wraps (s*a*q)%V (x c))) o (a*m + tau)%V) =
  act o (SUM 0 <= c < nin, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u ** wraps q (phases (s*a)%V x rho (nin * (o / nout) + c)) (m + u)%V).
Proof.
  intros Hq Ht Ht'. f_equal. rewrite phase_lemma_groups by auto.
  apply sum_ext; intros c _. apply sumv_ext; intros rho Hr Hr'. apply sumv_ext; intros u _ _. f_equal.
  apply (phases_wrap_axes (s*a)%V q x rho); auto using vpos_mul.
Qed.
End FiniteLayer.
