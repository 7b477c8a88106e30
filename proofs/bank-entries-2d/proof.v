(** The claims of the theorem bank-entries for 2 axes.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 2) (w : Z -> Z -> vec 2 -> Weight) (x : Z -> vec 2 -> Input)
  (act : Z -> Output -> Value).

(** one weight or zero *)
Theorem claim_one_weight_or_zero tau o rho c u : (1 <= dl)%V ->
  bank k s dl p a w tau o rho c u =
  match tap_indices k s dl p a tau rho u with Some i => w o c i | None => zero end.
Proof. intros; now apply bank_channel_closed_form. Qed.

End General.

(** at most one tap *)
Theorem claim_at_most_one_tap s dl p tau i i' q : 1 <= dl -> s*tau + dl*i - p = q -> s*tau + dl*i' - p = q -> i = i'.
Proof. apply tap_unique. Qed.

(** copied once per output phase *)
Theorem claim_copied_once_per_output_phase k s dl p a i : 1 <= s -> 1 <= a -> 0 <= dl -> 0 <= i < k ->
  (SUM 0 <= tau < a, SUM 0 <= rho < s*a, SUM umin s p a <= u < umax k s dl p a + 1,
     [: s*tau + dl*i - p =? s*a*u + rho :] 1) = a.
Proof. intros; now apply copies_count. Qed.

Definition all_claims := (@claim_one_weight_or_zero, @claim_at_most_one_tap, @claim_copied_once_per_output_phase).
Print Assumptions all_claims.
