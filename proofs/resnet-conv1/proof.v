(** One convolution layer, as a layer of stride 1 on phases of its input:

    Conv(in_channels=3, out_channels=64, kernel=(7, 7), stride=(2, 2), padding=((3, 3), (3, 3)),
         dilation=(1, 1), groups=1, bias=False, ndim=2)

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
  SUM 0 <= c < 3, SUM 0 <= i1 < 7, SUM 0 <= i2 < 7,
    w o c i1 i2 ** x c (2*j1 + 1*i1 - 3) (2*j2 + 1*i2 - 3).

(** The phases of its input: phase rho1, rho2 of channel c, at cell m1, m2. *)
Definition phases (rho1 rho2 c m1 m2 : Z) : Input :=
  x c (2*m1 + rho1) (2*m2 + rho2).

(** Which tap stands where along axis 1, by output phase, input phase and offset from (-2) on; -1 is a
    structural zero. *)
Definition tap_table1 : table :=
  [[[-1; 1; 3; 5]; [0; 2; 4; 6]]].

(** Which tap stands where along axis 2, by output phase, input phase and offset from (-2) on; -1 is a
    structural zero. *)
Definition tap_table2 : table :=
  [[[-1; 1; 3; 5]; [0; 2; 4; 6]]].

Definition tap1 (tau rho u : Z) : Z := entry tap_table1 tau rho (u - (-2)).
Definition tap2 (tau rho u : Z) : Z := entry tap_table2 tau rho (u - (-2)).

(** The filter bank: one weight, or zero. *)
Definition bank (tau1 tau2 o rho1 rho2 c u1 u2 : Z) : Weight :=
  [: 0 <=? tap1 tau1 rho1 u1 :] [: 0 <=? tap2 tau2 rho2 u2 :]
    w o c (tap1 tau1 rho1 u1) (tap2 tau2 rho2 u2).

(** Compared with the closed form: the parameters, the number of phases, the offsets, every entry. *)
Lemma table_checked :
  check (d := 2) <|7; 7|> <|2; 2|> <|1; 1|> <|3; 3|> <|1; 1|> <|2; 2|> <|(-2); (-2)|> <|2; 2|>
    <|tap_table1; tap_table2|> = true.
Proof. by_computation. Qed.

(** The theorem: every output of the layer, from a layer of stride 1 and dilation 1 on the phases. *)
Theorem strided_layer (o tau1 tau2 m1 m2 : Z) : 0 <= tau1 < 1 -> 0 <= tau2 < 1 ->
  conv o (1*m1 + tau1) (1*m2 + tau2) =
  SUM 0 <= c < 3, SUM 0 <= rho1 < 2, SUM 0 <= rho2 < 2,
  SUM (-2) <= u1 < 2, SUM (-2) <= u2 < 2,
    bank tau1 tau2 o rho1 rho2 c u1 u2 **
    phases rho1 rho2 c (m1 + u1) (m2 + u2).
Proof.
  intros. unfold conv, phases, bank, tap1, tap2.
  by_theorem (table_sound (d := 2) <|7; 7|> <|2; 2|> <|1; 1|> <|3; 3|> <|1; 1|> <|2; 2|> <|(-2); (-2)|> <|2; 2|>
    <|tap_table1; tap_table2|> 3 (fun o c i => w o c (fst i) (fst (snd i)))
    (fun c t => x c (fst t) (fst (snd t))) o <|tau1; tau2|> <|m1; m2|> table_checked).
Qed.

(** Along each axis, each output phase written out, and proved from a layer's definition alone. *)

Theorem axis1_phase_0 (f : Z -> Weight) (g : Z -> Input) (m : Z) :
  conv_axis 7 2 1 3 f g (1*m + 0) = total [
    f 0 ** phases_axis 2 g 1 (m + (-2));
    f 1 ** phases_axis 2 g 0 (m + (-1));
    f 2 ** phases_axis 2 g 1 (m + (-1));
    f 3 ** phases_axis 2 g 0 (m + 0);
    f 4 ** phases_axis 2 g 1 (m + 0);
    f 5 ** phases_axis 2 g 0 (m + 1);
    f 6 ** phases_axis 2 g 1 (m + 1)].
Proof. unfold conv_axis, phases_axis. from_the_definition. Qed.

(** Sizes along axis 1 for an input of 224 places: outputs, cells, output cells; then low and high padding
    in cells. *)
Example sizes1 :
  (output_size 7 2 1 3 3 224, ceil_div 224 2, ceil_div 112 1) =
  (112, 112, 112) /\
  (low_pad 2 3 1, high_pad 7 2 1 3 3 1 224) = (2, 1).
Proof. now vm_compute. Qed.

(** Sizes along axis 2 for an input of 224 places: outputs, cells, output cells; then low and high padding
    in cells. *)
Example sizes2 :
  (output_size 7 2 1 3 3 224, ceil_div 224 2, ceil_div 112 1) =
  (112, 112, 112) /\
  (low_pad 2 3 1, high_pad 7 2 1 3 3 1 224) = (2, 1).
Proof. now vm_compute. Qed.

(** The phases of an input that is padding outside its places are padding outside these cells. *)
Theorem outside_cells (padding : Input) (rho1 rho2 c m1 m2 : Z) :
  (forall t1 t2, ~ (0 <= t1 < 224 /\ 0 <= t2 < 224) -> x c t1 t2 = padding) ->
  0 <= rho1 < 2 -> 0 <= rho2 < 2 -> ~ (0 <= m1 < 112 /\ 0 <= m2 < 112) ->
  phases rho1 rho2 c m1 m2 = padding.
Proof. intros nothing **. unfold phases. apply nothing. lia. Qed.

End Layer.

Print Assumptions strided_layer.
