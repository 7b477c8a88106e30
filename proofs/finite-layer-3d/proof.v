(** The claims of the theorem finite-layer for 3 axes.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 3) (w : Z -> Z -> vec 3 -> Weight) (x : Z -> vec 3 -> Input)
  (act : Z -> Output -> Value).

(** zero padding *)
Theorem claim_zero_padding (padding : Input) (N : vec 3) o tau m : (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  act o (conv n k s dl p w (group n nout o (fun c => extends padding N (x c))) o (a*m + tau)%V) =
  act o (SUM 0 <= c < n, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u ** extends padding (ceil_divs N (s*a)%V)
      (phases (s*a)%V (fun c => extends padding N (x c)) rho (n * (o / nout) + c)) (m+u)%V).
Proof. intros; now apply zero_padded_layer. Qed.

(** circular padding *)
Theorem claim_circular_padding (q : vec 3) o tau m : (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 < q)%V -> (0 <= tau)%V -> (tau < a)%V ->
  act o (conv n k s dl p w (group n nout o (fun c => wraps (s*a*q)%V (x c))) o (a*m + tau)%V) =
  act o (SUM 0 <= c < n, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u ** wraps q (phases (s*a)%V x rho (n * (o / nout) + c)) (m+u)%V).
Proof. intros; now apply circular_layer. Qed.

End General.

(** before the first cell *)
Theorem claim_before_the_first_cell S rho m : 1 <= S -> rho < S -> m < 0 -> S*m + rho < 0.
Proof. apply before_first_cell. Qed.

(** behind the last cell *)
Theorem claim_behind_the_last_cell S N rho m : 1 <= S -> 0 <= rho -> ceil_div N S <= m -> N <= S*m + rho.
Proof. apply behind_last_cell. Qed.

(** outputs fit *)
Theorem claim_outputs_fit k s dl p p' N j : 1 <= s -> j < output_size k s dl p p' N -> s*j + dl*(k-1) - p <= N - 1 + p'.
Proof. intros; now apply output_size_spec. Qed.

(** no further output fits *)
Theorem claim_no_further_output_fits k s dl p p' N j : 1 <= s -> output_size k s dl p p' N <= j -> N + p' <= s*j + dl*(k-1) - p.
Proof. intros H; pose proof (output_size_spec k s dl p p' N j H); lia. Qed.

(** output cell, low *)
Theorem claim_output_cell_low a j : 1 <= a -> 0 <= j -> 0 <= j / a.
Proof. intros; now apply Z.div_pos; lia. Qed.

(** output cell, high *)
Theorem claim_output_cell_high a M j : 1 <= a -> 0 <= j < M -> j / a < ceil_div M a.
Proof. intros; now apply cell_cover. Qed.

(** padding in cells *)
Theorem claim_padding_in_cells k s dl p p' a N :
  output_size (bank_size k s dl p a) 1 1 (low_pad s p a) (high_pad k s dl p p' a N) (ceil_div N (s*a)) =
  ceil_div (output_size k s dl p p' N) a.
Proof. apply high_pad_outputs. Qed.

Definition all_claims := (@claim_zero_padding, @claim_circular_padding, @claim_before_the_first_cell, @claim_behind_the_last_cell, @claim_outputs_fit, @claim_no_further_output_fits, @claim_output_cell_low, @claim_output_cell_high, @claim_padding_in_cells).
Print Assumptions all_claims.
