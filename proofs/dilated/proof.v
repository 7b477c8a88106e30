(** One convolution layer, as a layer of stride 1 on phases of its input:

    Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(2, 2), padding=((2, 2), (2, 2)),
         dilation=(2, 2), groups=1, ndim=2)

    output phases (1, 1), origin 'image'

    Written by symstride.  The tables are those that its filter bank copies weights by. *)
From Symstride Require Import Instance.
Open Scope Z_scope.

Section Layer.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
Variable w : Z -> Z -> Z -> Z -> Weight.  (** w o c i1 i2 *)
Variable x : Z -> Z -> Z -> Input.  (** x c t1 t2, on all integers: a finite input is extended first *)

(** The layer: output channel o at place j1, j2.  Bias and activation act on each output alone. *)
Definition conv (o j1 j2 : Z) : Output :=
  SUM 0 <= c < 64, SUM 0 <= i1 < 3, SUM 0 <= i2 < 3,
    w o c i1 i2 ** x c (2*j1 + 2*i1 - 2) (2*j2 + 2*i2 - 2).

(** The phases of its input: phase rho1, rho2 of channel c, at cell m1, m2. *)
Definition phases (rho1 rho2 c m1 m2 : Z) : Input :=
  x c (2*m1 + rho1) (2*m2 + rho2).

(** Which tap stands where along axis 1, by output phase, input phase and offset from (-1) on; -1 is a
    structural zero. *)
Definition tap_table1 : table :=
  [[[0; 1; 2]; [-1; -1; -1]]].

(** Which tap stands where along axis 2, by output phase, input phase and offset from (-1) on; -1 is a
    structural zero. *)
Definition tap_table2 : table :=
  [[[0; 1; 2]; [-1; -1; -1]]].

Definition tap1 (tau rho u : Z) : Z := entry tap_table1 tau rho (u - (-1)).
Definition tap2 (tau rho u : Z) : Z := entry tap_table2 tau rho (u - (-1)).

(** The filter bank: one weight, or zero. *)
Definition bank (tau1 tau2 o rho1 rho2 c u1 u2 : Z) : Weight :=
  [: 0 <=? tap1 tau1 rho1 u1 :] [: 0 <=? tap2 tau2 rho2 u2 :]
    w o c (tap1 tau1 rho1 u1) (tap2 tau2 rho2 u2).

(** Compared with the closed form: the parameters, the number of phases, the offsets, every entry. *)
Lemma table_checked :
  check (d := 2) <|3; 3|> <|2; 2|> <|2; 2|> <|2; 2|> <|1; 1|> <|2; 2|> <|(-1); (-1)|> <|2; 2|>
    <|tap_table1; tap_table2|> = true.
Proof. by_computation. Qed.

(** The theorem: every output of the layer, from a layer of stride 1 and dilation 1 on the phases. *)
Theorem strided_layer (o tau1 tau2 m1 m2 : Z) : 0 <= tau1 < 1 -> 0 <= tau2 < 1 ->
  conv o (1*m1 + tau1) (1*m2 + tau2) =
  SUM 0 <= c < 64, SUM 0 <= rho1 < 2, SUM 0 <= rho2 < 2,
  SUM (-1) <= u1 < 2, SUM (-1) <= u2 < 2,
    bank tau1 tau2 o rho1 rho2 c u1 u2 **
    phases rho1 rho2 c (m1 + u1) (m2 + u2).
Proof.
  intros. unfold conv, phases, bank, tap1, tap2.
  by_theorem (table_sound (d := 2) <|3; 3|> <|2; 2|> <|2; 2|> <|2; 2|> <|1; 1|> <|2; 2|> <|(-1); (-1)|> <|2; 2|>
    <|tap_table1; tap_table2|> 64 (fun o c i => w o c (fst i) (fst (snd i)))
    (fun c t => x c (fst t) (fst (snd t))) o <|tau1; tau2|> <|m1; m2|> table_checked).
Qed.

(** Each output phase written out, and proved from the definition of the layer alone. *)
Theorem phase_0_0 (o m1 m2 : Z) : conv o (1*m1 + 0) (1*m2 + 0) =
  SUM 0 <= c < 64, total [
    w o c 0 0 ** phases 0 0 c (m1 + (-1)) (m2 + (-1));
    w o c 0 1 ** phases 0 0 c (m1 + (-1)) (m2 + 0);
    w o c 0 2 ** phases 0 0 c (m1 + (-1)) (m2 + 1);
    w o c 1 0 ** phases 0 0 c (m1 + 0) (m2 + (-1));
    w o c 1 1 ** phases 0 0 c (m1 + 0) (m2 + 0);
    w o c 1 2 ** phases 0 0 c (m1 + 0) (m2 + 1);
    w o c 2 0 ** phases 0 0 c (m1 + 1) (m2 + (-1));
    w o c 2 1 ** phases 0 0 c (m1 + 1) (m2 + 0);
    w o c 2 2 ** phases 0 0 c (m1 + 1) (m2 + 1)].
Proof. unfold conv, phases. apply sum_ext; intros c _. from_the_definition. Qed.

(** Sizes along axis 1 for an input of 56 places: outputs, cells, output cells; then low and high padding in
    cells. *)
Example sizes1 :
  (output_size 3 2 2 2 2 56, ceil_div 56 2, ceil_div 28 1) =
  (28, 28, 28) /\
  (low_pad 2 2 1, high_pad 3 2 2 2 2 1 56) = (1, 1).
Proof. now vm_compute. Qed.

(** Sizes along axis 2 for an input of 56 places: outputs, cells, output cells; then low and high padding in
    cells. *)
Example sizes2 :
  (output_size 3 2 2 2 2 56, ceil_div 56 2, ceil_div 28 1) =
  (28, 28, 28) /\
  (low_pad 2 2 1, high_pad 3 2 2 2 2 1 56) = (1, 1).
Proof. now vm_compute. Qed.

(** The phases of an input that is padding outside its places are padding outside these cells. *)
Theorem outside_cells (padding : Input) (rho1 rho2 c m1 m2 : Z) :
  (forall t1 t2, ~ (0 <= t1 < 56 /\ 0 <= t2 < 56) -> x c t1 t2 = padding) ->
  0 <= rho1 < 2 -> 0 <= rho2 < 2 -> ~ (0 <= m1 < 28 /\ 0 <= m2 < 28) ->
  phases rho1 rho2 c m1 m2 = padding.
Proof. intros nothing **. unfold phases. apply nothing. lia. Qed.

End Layer.

Print Assumptions strided_layer.
