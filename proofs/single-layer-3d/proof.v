(** The claims of the theorem single-layer for 3 axes.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 3) (w : Z -> Z -> vec 3 -> Weight) (x : Z -> vec 3 -> Input)
  (act : Z -> Output -> Value).

(** phases of the image *)
Theorem claim_phases_of_the_image o m : (1 <= s)%V -> (0 <= dl)%V ->
  conv n k s dl p w x o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s, SUMV first s p 1 <= u < past k s dl p 1,
    bank k s dl p 1%V w 0%V o rho c u ** phases s x rho c (m+u)%V.
Proof. intros; now apply single_layer. Qed.

(** phases of the padded signal *)
Theorem claim_phases_of_the_padded_signal o m : (1 <= s)%V -> (0 <= dl)%V ->
  conv n k s dl p w x o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s, SUMV first s 0 1 <= u < past k s dl 0 1,
    bank k s dl 0%V 1%V w 0%V o rho c u ** x c (s*(m+u) + rho - p)%V.
Proof. intros; now apply single_layer_padded. Qed.

End General.

(** size, at least *)
Theorem claim_size_at_least k s dl p : 1 <= s -> ceil_div (dl*(k-1) + 1) s <= bank_size k s dl p 1.
Proof. intros; now apply bank_size_bounds. Qed.

(** size, at most *)
Theorem claim_size_at_most k s dl p : 1 <= s -> bank_size k s dl p 1 <= ceil_div (dl*(k-1)) s + 1.
Proof. intros; now apply bank_size_bounds. Qed.

(** size, padded origin *)
Theorem claim_size_padded_origin k s dl : 1 <= s -> bank_size k s dl 0 1 = ceil_div (dl*(k-1) + 1) s.
Proof. intros; now apply bank_size_padded. Qed.

Definition all_claims := (@claim_phases_of_the_image, @claim_phases_of_the_padded_signal, @claim_size_at_least, @claim_size_at_most, @claim_size_padded_origin).
Print Assumptions all_claims.
