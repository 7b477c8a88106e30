(** The claims of the theorem transposed-layer for one axis.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 1) (w : Z -> Z -> vec 1 -> Weight) (x : Z -> vec 1 -> Input)
  (act : Z -> Output -> Value).

(** transposed layer *)
Theorem claim_transposed_layer (M : vec 1) (padding : Input) rho o m : (forall v : Weight, v ** padding = zero) -> (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V ->
  (0 <= rho)%V -> (rho < s*a)%V ->
  phases (s*a)%V (transposed n k s dl p M w x) rho o m =
  SUM 0 <= c < n, SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau c rho o u ** phases a (fun c => extends padding M (x c)) tau c (m-u)%V.
Proof. intros; now apply phase_lemma_transposed_layer. Qed.

End General.

Definition all_claims := (@claim_transposed_layer).
Print Assumptions all_claims.
