(** The claims of the theorem subsampling for 2 axes.  Written by symstride. *)
From Symstride Require Import Catalogue.
Open Scope Z_scope.

Section General.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output Value : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
(** Channels, kernel, stride, dilation, low padding, output phases; weights, input, and activation with bias. *)
Variables (n nout : Z) (k s dl p a : vec 2) (w : Z -> Z -> vec 2 -> Weight) (x : Z -> vec 2 -> Input)
  (act : Z -> Output -> Value).

(** striding subsamples the tensor *)
Theorem claim_striding_subsamples_the_tensor (M : vec 2) o j c t : (0 <= s*j)%V -> (s*j < M)%V ->
  toeplitz k s dl p w o j c t = SUMV 0 <= l < M, [: (l =? s*j)%V :] toeplitz k 1 dl p w o l c t.
Proof. intros; now apply striding_subsamples. Qed.

(** the tensor is the layer *)
Theorem claim_the_tensor_is_the_layer (N : vec 2) (padding : Input) o j : (forall v : Weight, v ** padding = zero) ->
  (SUM 0 <= c < n, SUMV 0 <= t < N, toeplitz k s dl p w o j c t ** x c t) =
  conv n k s dl p w (fun c => extends padding N (x c)) o j.
Proof. intros; now apply tensor_is_layer. Qed.

End General.

Definition all_claims := (@claim_striding_subsamples_the_tensor, @claim_the_tensor_is_the_layer).
Print Assumptions all_claims.
