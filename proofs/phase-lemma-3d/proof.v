(** The claims of the theorem phase-lemma for 3 axes.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 3) (w : Z -> Z -> vec 3 -> Weight) (x : Z -> vec 3 -> Input)
  (act : Z -> Output -> Value).

(** phase lemma *)
Theorem claim_phase_lemma (tau : vec 3) o m : (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u ** phases (s*a)%V x rho c (m+u)%V.
Proof. intros; now apply PhaseLemma.phase_lemma. Qed.

End General.

Definition all_claims := (@claim_phase_lemma).
Print Assumptions all_claims.
