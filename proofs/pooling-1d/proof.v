(** The claims of the theorem pooling for one axis.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 1) (w : Z -> Z -> vec 1 -> Weight) (x : Z -> vec 1 -> Input)
  (act : Z -> Output -> Value).

(** pooling *)
Theorem claim_pooling {scaled : Bil Weight Output Output} (y : Z -> vec 1 -> Output) (e : Weight) tau c m :
  (forall v : Output, e ** v = v) -> (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (pool k s dl p y) tau c m =
  SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a, window k s dl p a e tau rho u ** phases (s*a)%V y rho c (m+u)%V.
Proof. intros; now apply pooling. Qed.

End General.

Definition all_claims := (@claim_pooling).
Print Assumptions all_claims.
