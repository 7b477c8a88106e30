(** The network LeNet-5, and the same network with every layer of stride 1, on the grid:
    digit in 4 x 4 phases.

    Written by symstride.  Sizes, masks and tables are those that it rewrites the network by. *)
From Symstride Require Import NetworkInstance.
Open Scope Z_scope.

Module Network1.
Section Values.

(** One integer per axis. *)
Local Notation "<[ x ; .. ; y ]>" := ((pair x%Z .. (pair y%Z tt) ..) : vec 2)
  (at level 0, x at level 99, y at level 99).
(** Weights, values and sums: any types with sums, and a product that is additive in the weight. *)
Context {Weight Value Sum : Type} {weight_sums : CMon Weight} {sums : CMon Sum}
  {products : Bil Weight Value Sum}.
(** The value digit: 1 channels of 32 x 32 places. *)
Variable image : Z -> vec 2 -> Value.
Definition x := finite <[32; 32]> image.

(** C1, then C1-tanh: Conv(in_channels=1, out_channels=6, kernel=(5, 5), stride=(1, 1), padding=((0, 0), (0,
    0)), dilation=(1, 1)) *)
Variable weight_C1 : Z -> Z -> vec 2 -> Weight.
Variable act_C1 : Z -> Sum -> Value.
Definition layer_C1 : layer (option Value) 2 :=
  conv_layer <[5; 5]> <[1; 1]> <[1; 1]> <[0; 0]> <[28; 28]>
    (all_channels 1) weight_C1 act_C1 eq_refl.
Variable ghosts_C1 : Z -> vec 2 -> option Value.
Definition written_C1 := Layer layer_C1 Input.
Definition on_grid_C1 :=
  cells <[28; 28]> <[4; 4]> ghosts_C1
    (Layer layer_C1 Input).

Lemma size_C1 :
  veqb (output_sizes (kernel layer_C1) (stride layer_C1) (dilation layer_C1) (padding layer_C1)
    <[0; 0]> <[32; 32]>) <[28; 28]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_1 : table :=
  [[[0; 4]; [1; -1]; [2; -1]; [3; -1]];
   [[-1; 3]; [0; 4]; [1; -1]; [2; -1]];
   [[-1; 2]; [-1; 3]; [0; 4]; [1; -1]];
   [[-1; 1]; [-1; 2]; [-1; 3]; [0; 4]]].
Lemma copies_C1 :
  check (kernel layer_C1) (stride layer_C1) (dilation layer_C1) (padding layer_C1)
    <[4; 4]> <[4; 4]> <[0; 0]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_C1 :
  stands x written_C1 on_grid_C1 <[28; 28]> <[4; 4]> <[4; 4]>.
Proof. apply stands_first_layer. by_computation. Qed.

(** S2, then S2-tanh: Conv(in_channels=6, out_channels=6, kernel=(2, 2), stride=(2, 2), padding=((0, 0), (0,
    0)), dilation=(1, 1), groups=6) *)
Variable weight_S2 : Z -> Z -> vec 2 -> Weight.
Variable act_S2 : Z -> Sum -> Value.
Definition layer_S2 : layer (option Value) 2 :=
  conv_layer <[2; 2]> <[2; 2]> <[1; 1]> <[0; 0]> <[14; 14]>
    (group_channels 1 1) (group_weight 1 weight_S2) act_S2 eq_refl.
Variable ghosts_S2 : Z -> vec 2 -> option Value.
Definition written_S2 := Layer layer_S2 written_C1.
Definition on_grid_S2 :=
  cells <[14; 14]> <[2; 2]> ghosts_S2
    (Layer layer_S2 on_grid_C1).

Lemma size_S2 :
  veqb (output_sizes (kernel layer_S2) (stride layer_S2) (dilation layer_S2) (padding layer_S2)
    <[0; 0]> <[28; 28]>) <[14; 14]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_2 : table :=
  [[[0]; [1]; [-1]; [-1]];
   [[-1]; [-1]; [0]; [1]]].
Lemma copies_S2 :
  check (kernel layer_S2) (stride layer_S2) (dilation layer_S2) (padding layer_S2)
    <[2; 2]> <[4; 4]> <[0; 0]> <[1; 1]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_S2 :
  stands x written_S2 on_grid_S2 <[14; 14]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[28; 28]>) (b := <[4; 4]>);
  [exact holds_C1|reflexivity|by_computation|by_computation]. Qed.

(** C3, then C3-tanh: Conv(in_channels=6, out_channels=16, kernel=(5, 5), stride=(1, 1), padding=((0, 0),
    (0, 0)), dilation=(1, 1)) *)
Variable weight_C3 : Z -> Z -> vec 2 -> Weight.
Variable act_C3 : Z -> Sum -> Value.
Definition layer_C3 : layer (option Value) 2 :=
  conv_layer <[5; 5]> <[1; 1]> <[1; 1]> <[0; 0]> <[10; 10]>
    (all_channels 6) weight_C3 act_C3 eq_refl.
Variable ghosts_C3 : Z -> vec 2 -> option Value.
Definition written_C3 := Layer layer_C3 written_S2.
Definition on_grid_C3 :=
  cells <[10; 10]> <[2; 2]> ghosts_C3
    (Layer layer_C3 on_grid_S2).

Lemma size_C3 :
  veqb (output_sizes (kernel layer_C3) (stride layer_C3) (dilation layer_C3) (padding layer_C3)
    <[0; 0]> <[14; 14]>) <[10; 10]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_3 : table :=
  [[[0; 2; 4]; [1; 3; -1]];
   [[-1; 1; 3]; [0; 2; 4]]].
Lemma copies_C3 :
  check (kernel layer_C3) (stride layer_C3) (dilation layer_C3) (padding layer_C3)
    <[2; 2]> <[2; 2]> <[0; 0]> <[3; 3]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_C3 :
  stands x written_C3 on_grid_C3 <[10; 10]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[14; 14]>) (b := <[2; 2]>);
  [exact holds_S2|reflexivity|by_computation|by_computation]. Qed.

(** S4, then S4-tanh: Conv(in_channels=16, out_channels=16, kernel=(2, 2), stride=(2, 2), padding=((0, 0),
    (0, 0)), dilation=(1, 1), groups=16) *)
Variable weight_S4 : Z -> Z -> vec 2 -> Weight.
Variable act_S4 : Z -> Sum -> Value.
Definition layer_S4 : layer (option Value) 2 :=
  conv_layer <[2; 2]> <[2; 2]> <[1; 1]> <[0; 0]> <[5; 5]>
    (group_channels 1 1) (group_weight 1 weight_S4) act_S4 eq_refl.
Variable ghosts_S4 : Z -> vec 2 -> option Value.
Definition written_S4 := Layer layer_S4 written_C3.
Definition on_grid_S4 :=
  cells <[5; 5]> <[1; 1]> ghosts_S4
    (Layer layer_S4 on_grid_C3).

Lemma size_S4 :
  veqb (output_sizes (kernel layer_S4) (stride layer_S4) (dilation layer_S4) (padding layer_S4)
    <[0; 0]> <[10; 10]>) <[5; 5]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_4 : table :=
  [[[0]; [1]]].
Lemma copies_S4 :
  check (kernel layer_S4) (stride layer_S4) (dilation layer_S4) (padding layer_S4)
    <[1; 1]> <[2; 2]> <[0; 0]> <[1; 1]> (taps_1_4, (taps_1_4, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_S4 :
  stands x written_S4 on_grid_S4 <[5; 5]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[10; 10]>) (b := <[2; 2]>);
  [exact holds_C3|reflexivity|by_computation|by_computation]. Qed.

(** C5, then C5-tanh: Conv(in_channels=16, out_channels=120, kernel=(5, 5), stride=(1, 1), padding=((0, 0),
    (0, 0)), dilation=(1, 1)) *)
Variable weight_C5 : Z -> Z -> vec 2 -> Weight.
Variable act_C5 : Z -> Sum -> Value.
Definition layer_C5 : layer (option Value) 2 :=
  conv_layer <[5; 5]> <[1; 1]> <[1; 1]> <[0; 0]> <[1; 1]>
    (all_channels 16) weight_C5 act_C5 eq_refl.
Variable ghosts_C5 : Z -> vec 2 -> option Value.
Definition written_C5 := Layer layer_C5 written_S4.
Definition on_grid_C5 :=
  cells <[1; 1]> <[1; 1]> ghosts_C5
    (Layer layer_C5 on_grid_S4).

Lemma size_C5 :
  veqb (output_sizes (kernel layer_C5) (stride layer_C5) (dilation layer_C5) (padding layer_C5)
    <[0; 0]> <[5; 5]>) <[1; 1]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_5 : table :=
  [[[0; 1; 2; 3; 4]]].
Lemma copies_C5 :
  check (kernel layer_C5) (stride layer_C5) (dilation layer_C5) (padding layer_C5)
    <[1; 1]> <[1; 1]> <[0; 0]> <[5; 5]> (taps_1_5, (taps_1_5, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_C5 :
  stands x written_C5 on_grid_C5 <[1; 1]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[5; 5]>) (b := <[1; 1]>);
  [exact holds_S4|reflexivity|by_computation|by_computation]. Qed.

(** The theorem: all 120 channels of C5-tanh at all 1 x 1 places, from the network of stride 1 on 16 phases
    of digit. *)
Theorem network_C5 (o : Z) (j : vec 2) :
  (0 <= j)%V -> (j < <[1; 1]>)%V ->
  eval written_C5 x o j =
  eval_unit on_grid_C5 <[1; 1]> (phases <[4; 4]> x) (j mod <[1; 1]>)%V o (j / <[1; 1]>)%V.
Proof.
  intros. apply NetworkValues.network_value with <[1; 1]>; auto. exact holds_C5.
Qed.

End Values.
End Network1.

Print Assumptions Network1.network_C5.
