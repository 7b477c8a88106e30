(** The claims of the theorem boundaries for one axis.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 1) (w : Z -> Z -> vec 1 -> Weight) (x : Z -> vec 1 -> Input)
  (act : Z -> Output -> Value).

End General.

(** low boundary *)
Theorem claim_low_boundary S rho m : 1 <= S -> 0 <= rho < S -> (0 <=? S*m + rho) = (0 <=? m).
Proof. apply low_boundary. Qed.

(** high boundary *)
Theorem claim_high_boundary S q rho m : 1 <= S -> 0 <= rho < S -> (S*m + rho <? S*q) = (m <? q).
Proof. apply high_boundary. Qed.

(** unread ghosts *)
Theorem claim_unread_ghosts k s dl p M N i j : 1 <= s -> 0 <= dl -> i < k -> j < M ->
  s*(M-1) + dl*(k-1) - p < N -> (s*j + dl*i - p <? N) = true.
Proof. apply unread_ghosts. Qed.

Definition all_claims := (@claim_low_boundary, @claim_high_boundary, @claim_unread_ghosts).
Print Assumptions all_claims.
