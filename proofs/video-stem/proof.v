(** One convolution layer, as a layer of stride 1 on phases of its input:

    Conv(in_channels=3, out_channels=64, kernel=(3, 7, 7), stride=(1, 2, 2), padding=((1, 1), (3, 3), (3,
         3)), dilation=(1, 1, 1), groups=1, bias=False, ndim=3)

    output phases (1, 1, 1), origin 'image'

    Written by symstride.  The tables are those that its filter bank copies weights by. *)
From Symstride Require Import Instance.
Open Scope Z_scope.

Section Layer.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
Variable w : Z -> Z -> Z -> Z -> Z -> Weight.  (** w o c i1 i2 i3 *)
Variable x : Z -> Z -> Z -> Z -> Input.  (** x c t1 t2 t3, on all integers: a finite input is extended first *)

(** The layer: output channel o at place j1, j2, j3.  Bias and activation act on each output alone. *)
Definition conv (o j1 j2 j3 : Z) : Output :=
  SUM 0 <= c < 3, SUM 0 <= i1 < 3, SUM 0 <= i2 < 7, SUM 0 <= i3 < 7,
    w o c i1 i2 i3 ** x c (1*j1 + 1*i1 - 1) (2*j2 + 1*i2 - 3) (2*j3 + 1*i3 - 3).

(** The phases of its input: phase rho1, rho2, rho3 of channel c, at cell m1, m2, m3. *)
Definition phases (rho1 rho2 rho3 c m1 m2 m3 : Z) : Input :=
  x c (1*m1 + rho1) (2*m2 + rho2) (2*m3 + rho3).

(** Which tap stands where along axis 1, by output phase, input phase and offset from (-1) on; -1 is a
    structural zero. *)
Definition tap_table1 : table :=
  [[[0; 1; 2]]].

(** Which tap stands where along axis 2, by output phase, input phase and offset from (-2) on; -1 is a
    structural zero. *)
Definition tap_table2 : table :=
  [[[-1; 1; 3; 5]; [0; 2; 4; 6]]].

(** Which tap stands where along axis 3, by output phase, input phase and offset from (-2) on; -1 is a
    structural zero. *)
Definition tap_table3 : table :=
  [[[-1; 1; 3; 5]; [0; 2; 4; 6]]].

Definition tap1 (tau rho u : Z) : Z := entry tap_table1 tau rho (u - (-1)).
Definition tap2 (tau rho u : Z) : Z := entry tap_table2 tau rho (u - (-2)).
Definition tap3 (tau rho u : Z) : Z := entry tap_table3 tau rho (u - (-2)).

(** The filter bank: one weight, or zero. *)
Definition bank (tau1 tau2 tau3 o rho1 rho2 rho3 c u1 u2 u3 : Z) : Weight :=
  [: 0 <=? tap1 tau1 rho1 u1 :] [: 0 <=? tap2 tau2 rho2 u2 :] [: 0 <=? tap3 tau3 rho3 u3 :]
    w o c (tap1 tau1 rho1 u1) (tap2 tau2 rho2 u2) (tap3 tau3 rho3 u3).

(** Compared with the closed form: the parameters, the number of phases, the offsets, every entry. *)
Lemma table_checked :
  check (d := 3) <|3; 7; 7|> <|1; 2; 2|> <|1; 1; 1|> <|1; 3; 3|> <|1; 1; 1|> <|1; 2; 2|> <|(-1); (-2); (-2)|> <|2; 2; 2|>
    <|tap_table1; tap_table2; tap_table3|> = true.
Proof. by_computation. Qed.

(** The theorem: every output of the layer, from a layer of stride 1 and dilation 1 on the phases. *)
Theorem strided_layer (o tau1 tau2 tau3 m1 m2 m3 : Z) : 0 <= tau1 < 1 -> 0 <= tau2 < 1 -> 0 <= tau3 < 1 ->
  conv o (1*m1 + tau1) (1*m2 + tau2) (1*m3 + tau3) =
  SUM 0 <= c < 3, SUM 0 <= rho1 < 1, SUM 0 <= rho2 < 2, SUM 0 <= rho3 < 2,
  SUM (-1) <= u1 < 2, SUM (-2) <= u2 < 2, SUM (-2) <= u3 < 2,
    bank tau1 tau2 tau3 o rho1 rho2 rho3 c u1 u2 u3 **
    phases rho1 rho2 rho3 c (m1 + u1) (m2 + u2) (m3 + u3).
Proof.
  intros. unfold conv, phases, bank, tap1, tap2, tap3.
  by_theorem (table_sound (d := 3) <|3; 7; 7|> <|1; 2; 2|> <|1; 1; 1|> <|1; 3; 3|> <|1; 1; 1|> <|1; 2; 2|> <|(-1); (-2); (-2)|> <|2; 2; 2|>
    <|tap_table1; tap_table2; tap_table3|> 3 (fun o c i => w o c (fst i) (fst (snd i)) (fst (snd (snd i))))
    (fun c t => x c (fst t) (fst (snd t)) (fst (snd (snd t)))) o <|tau1; tau2; tau3|> <|m1; m2; m3|> table_checked).
Qed.

(** Along each axis, each output phase written out, and proved from a layer's definition alone. *)

Theorem axis1_phase_0 (f : Z -> Weight) (g : Z -> Input) (m : Z) :
  conv_axis 3 1 1 1 f g (1*m + 0) = total [
    f 0 ** phases_axis 1 g 0 (m + (-1));
    f 1 ** phases_axis 1 g 0 (m + 0);
    f 2 ** phases_axis 1 g 0 (m + 1)].
Proof. unfold conv_axis, phases_axis. from_the_definition. Qed.

Theorem axis2_phase_0 (f : Z -> Weight) (g : Z -> Input) (m : Z) :
  conv_axis 7 2 1 3 f g (1*m + 0) = total [
    f 0 ** phases_axis 2 g 1 (m + (-2));
    f 1 ** phases_axis 2 g 0 (m + (-1));
    f 2 ** phases_axis 2 g 1 (m + (-1));
    f 3 ** phases_axis 2 g 0 (m + 0);
    f 4 ** phases_axis 2 g 1 (m + 0);
    f 5 ** phases_axis 2 g 0 (m + 1);
    f 6 ** phases_axis 2 g 1 (m + 1)].
Proof. unfold conv_axis, phases_axis. from_the_definition. Qed.

(** Sizes along axis 1 for an input of 16 places: outputs, cells, output cells; then low and high padding in
    cells. *)
Example sizes1 :
  (output_size 3 1 1 1 1 16, ceil_div 16 1, ceil_div 16 1) =
  (16, 16, 16) /\
  (low_pad 1 1 1, high_pad 3 1 1 1 1 1 16) = (1, 1).
Proof. now vm_compute. Qed.

(** Sizes along axis 2 for an input of 224 places: outputs, cells, output cells; then low and high padding
    in cells. *)
Example sizes2 :
  (output_size 7 2 1 3 3 224, ceil_div 224 2, ceil_div 112 1) =
  (112, 112, 112) /\
  (low_pad 2 3 1, high_pad 7 2 1 3 3 1 224) = (2, 1).
Proof. now vm_compute. Qed.

(** Sizes along axis 3 for an input of 224 places: outputs, cells, output cells; then low and high padding
    in cells. *)
Example sizes3 :
  (output_size 7 2 1 3 3 224, ceil_div 224 2, ceil_div 112 1) =
  (112, 112, 112) /\
  (low_pad 2 3 1, high_pad 7 2 1 3 3 1 224) = (2, 1).
Proof. now vm_compute. Qed.

(** The phases of an input that is padding outside its places are padding outside these cells. *)
Theorem outside_cells (padding : Input) (rho1 rho2 rho3 c m1 m2 m3 : Z) :
  (forall t1 t2 t3, ~ (0 <= t1 < 16 /\ 0 <= t2 < 224 /\ 0 <= t3 < 224) -> x c t1 t2 t3 = padding) ->
  0 <= rho1 < 1 -> 0 <= rho2 < 2 -> 0 <= rho3 < 2 -> ~ (0 <= m1 < 16 /\ 0 <= m2 < 112 /\ 0 <= m3 < 112) ->
  phases rho1 rho2 rho3 c m1 m2 m3 = padding.
Proof. intros nothing **. unfold phases. apply nothing. lia. Qed.

End Layer.

Print Assumptions strided_layer.
