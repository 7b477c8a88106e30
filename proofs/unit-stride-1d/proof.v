(** The claims of the theorem unit-stride for one axis.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 1) (w : Z -> Z -> vec 1 -> Weight) (x : Z -> vec 1 -> Input)
  (act : Z -> Output -> Value).

(** channel_major *)
Theorem claim_channel_major tau o m : (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m =
  conv (vprod (s*a)%V * n) (past k s dl p a - first s p a)%V 1 1 (0 - first s p a)%V
    (unit_weight k s dl p a w tau) (unit_signal s a x) o m.
Proof. intros; now apply unit_stride_layer. Qed.

(** phase_major *)
Theorem claim_phase_major tau o m : 1 <= n -> (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m =
  conv (n * vprod (s*a)%V) (past k s dl p a - first s p a)%V 1 1 (0 - first s p a)%V
    (unit_weight_phase_major n k s dl p a w tau) (unit_signal_phase_major n s a x) o m.
Proof. intros; apply unit_stride_layer_phase_major; auto; lia. Qed.

End General.

Definition all_claims := (@claim_channel_major, @claim_phase_major).
Print Assumptions all_claims.
