(** The network All-CNN-C, and the same network with every layer of stride 1, on the grid:
    image in 4 x 4 phases.

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
(** The value image: 3 channels of 32 x 32 places. *)
Variable image : Z -> vec 2 -> Value.
Definition x := finite <[32; 32]> image.

(** conv1, then relu1: Conv(in_channels=3, out_channels=96, kernel=(3, 3), stride=(1, 1), padding=((1, 1),
    (1, 1)), dilation=(1, 1)) *)
Variable weight_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_conv1 : Z -> Sum -> Value.
Definition layer_conv1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[32; 32]>
    (all_channels 3) weight_conv1 act_conv1 eq_refl.
Variable ghosts_conv1 : Z -> vec 2 -> option Value.
Definition written_conv1 := Layer layer_conv1 Input.
Definition on_grid_conv1 :=
  cells <[32; 32]> <[4; 4]> ghosts_conv1
    (Layer layer_conv1 Input).

Lemma size_conv1 :
  veqb (output_sizes (kernel layer_conv1) (stride layer_conv1) (dilation layer_conv1) (padding layer_conv1)
    <[1; 1]> <[32; 32]>) <[32; 32]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_1 : table :=
  [[[-1; 1; -1]; [-1; 2; -1]; [-1; -1; -1]; [0; -1; -1]];
   [[-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; -1; -1]];
   [[-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]];
   [[-1; -1; 2]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]]].
Lemma copies_conv1 :
  check (kernel layer_conv1) (stride layer_conv1) (dilation layer_conv1) (padding layer_conv1)
    <[4; 4]> <[4; 4]> <[(-1); (-1)]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv1 :
  stands x written_conv1 on_grid_conv1 <[32; 32]> <[4; 4]> <[4; 4]>.
Proof. apply stands_first_layer. by_computation. Qed.

(** conv2, then relu2: Conv(in_channels=96, out_channels=96, kernel=(3, 3), stride=(1, 1), padding=((1, 1),
    (1, 1)), dilation=(1, 1)) *)
Variable weight_conv2 : Z -> Z -> vec 2 -> Weight.
Variable act_conv2 : Z -> Sum -> Value.
Definition layer_conv2 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[32; 32]>
    (all_channels 96) weight_conv2 act_conv2 eq_refl.
Variable ghosts_conv2 : Z -> vec 2 -> option Value.
Definition written_conv2 := Layer layer_conv2 written_conv1.
Definition on_grid_conv2 :=
  cells <[32; 32]> <[4; 4]> ghosts_conv2
    (Layer layer_conv2 on_grid_conv1).

Lemma size_conv2 :
  veqb (output_sizes (kernel layer_conv2) (stride layer_conv2) (dilation layer_conv2) (padding layer_conv2)
    <[1; 1]> <[32; 32]>) <[32; 32]> = true.
Proof. by_computation. Qed.

Lemma copies_conv2 :
  check (kernel layer_conv2) (stride layer_conv2) (dilation layer_conv2) (padding layer_conv2)
    <[4; 4]> <[4; 4]> <[(-1); (-1)]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv2 :
  stands x written_conv2 on_grid_conv2 <[32; 32]> <[4; 4]> <[4; 4]>.
Proof. apply stands_layer with (N := <[32; 32]>) (b := <[4; 4]>);
  [exact holds_conv1|reflexivity|by_computation|by_computation]. Qed.

(** conv3, then relu3: Conv(in_channels=96, out_channels=96, kernel=(3, 3), stride=(2, 2), padding=((1, 1),
    (1, 1)), dilation=(1, 1)) *)
Variable weight_conv3 : Z -> Z -> vec 2 -> Weight.
Variable act_conv3 : Z -> Sum -> Value.
Definition layer_conv3 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[2; 2]> <[1; 1]> <[1; 1]> <[16; 16]>
    (all_channels 96) weight_conv3 act_conv3 eq_refl.
Variable ghosts_conv3 : Z -> vec 2 -> option Value.
Definition written_conv3 := Layer layer_conv3 written_conv2.
Definition on_grid_conv3 :=
  cells <[16; 16]> <[2; 2]> ghosts_conv3
    (Layer layer_conv3 on_grid_conv2).

Lemma size_conv3 :
  veqb (output_sizes (kernel layer_conv3) (stride layer_conv3) (dilation layer_conv3) (padding layer_conv3)
    <[1; 1]> <[32; 32]>) <[16; 16]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_2 : table :=
  [[[-1; 1]; [-1; 2]; [-1; -1]; [0; -1]];
   [[-1; -1]; [-1; 0]; [-1; 1]; [-1; 2]]].
Lemma copies_conv3 :
  check (kernel layer_conv3) (stride layer_conv3) (dilation layer_conv3) (padding layer_conv3)
    <[2; 2]> <[4; 4]> <[(-1); (-1)]> <[1; 1]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv3 :
  stands x written_conv3 on_grid_conv3 <[16; 16]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[32; 32]>) (b := <[4; 4]>);
  [exact holds_conv2|reflexivity|by_computation|by_computation]. Qed.

(** conv4, then relu4: Conv(in_channels=96, out_channels=192, kernel=(3, 3), stride=(1, 1), padding=((1, 1),
    (1, 1)), dilation=(1, 1)) *)
Variable weight_conv4 : Z -> Z -> vec 2 -> Weight.
Variable act_conv4 : Z -> Sum -> Value.
Definition layer_conv4 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[16; 16]>
    (all_channels 96) weight_conv4 act_conv4 eq_refl.
Variable ghosts_conv4 : Z -> vec 2 -> option Value.
Definition written_conv4 := Layer layer_conv4 written_conv3.
Definition on_grid_conv4 :=
  cells <[16; 16]> <[2; 2]> ghosts_conv4
    (Layer layer_conv4 on_grid_conv3).

Lemma size_conv4 :
  veqb (output_sizes (kernel layer_conv4) (stride layer_conv4) (dilation layer_conv4) (padding layer_conv4)
    <[1; 1]> <[16; 16]>) <[16; 16]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_3 : table :=
  [[[-1; 1; -1]; [0; 2; -1]];
   [[-1; 0; 2]; [-1; 1; -1]]].
Lemma copies_conv4 :
  check (kernel layer_conv4) (stride layer_conv4) (dilation layer_conv4) (padding layer_conv4)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv4 :
  stands x written_conv4 on_grid_conv4 <[16; 16]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[16; 16]>) (b := <[2; 2]>);
  [exact holds_conv3|reflexivity|by_computation|by_computation]. Qed.

(** conv5, then relu5: Conv(in_channels=192, out_channels=192, kernel=(3, 3), stride=(1, 1), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_conv5 : Z -> Z -> vec 2 -> Weight.
Variable act_conv5 : Z -> Sum -> Value.
Definition layer_conv5 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[16; 16]>
    (all_channels 192) weight_conv5 act_conv5 eq_refl.
Variable ghosts_conv5 : Z -> vec 2 -> option Value.
Definition written_conv5 := Layer layer_conv5 written_conv4.
Definition on_grid_conv5 :=
  cells <[16; 16]> <[2; 2]> ghosts_conv5
    (Layer layer_conv5 on_grid_conv4).

Lemma size_conv5 :
  veqb (output_sizes (kernel layer_conv5) (stride layer_conv5) (dilation layer_conv5) (padding layer_conv5)
    <[1; 1]> <[16; 16]>) <[16; 16]> = true.
Proof. by_computation. Qed.

Lemma copies_conv5 :
  check (kernel layer_conv5) (stride layer_conv5) (dilation layer_conv5) (padding layer_conv5)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv5 :
  stands x written_conv5 on_grid_conv5 <[16; 16]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[16; 16]>) (b := <[2; 2]>);
  [exact holds_conv4|reflexivity|by_computation|by_computation]. Qed.

(** conv6, then relu6: Conv(in_channels=192, out_channels=192, kernel=(3, 3), stride=(2, 2), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_conv6 : Z -> Z -> vec 2 -> Weight.
Variable act_conv6 : Z -> Sum -> Value.
Definition layer_conv6 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[2; 2]> <[1; 1]> <[1; 1]> <[8; 8]>
    (all_channels 192) weight_conv6 act_conv6 eq_refl.
Variable ghosts_conv6 : Z -> vec 2 -> option Value.
Definition written_conv6 := Layer layer_conv6 written_conv5.
Definition on_grid_conv6 :=
  cells <[8; 8]> <[1; 1]> ghosts_conv6
    (Layer layer_conv6 on_grid_conv5).

Lemma size_conv6 :
  veqb (output_sizes (kernel layer_conv6) (stride layer_conv6) (dilation layer_conv6) (padding layer_conv6)
    <[1; 1]> <[16; 16]>) <[8; 8]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_4 : table :=
  [[[-1; 1]; [0; 2]]].
Lemma copies_conv6 :
  check (kernel layer_conv6) (stride layer_conv6) (dilation layer_conv6) (padding layer_conv6)
    <[1; 1]> <[2; 2]> <[(-1); (-1)]> <[1; 1]> (taps_1_4, (taps_1_4, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv6 :
  stands x written_conv6 on_grid_conv6 <[8; 8]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[16; 16]>) (b := <[2; 2]>);
  [exact holds_conv5|reflexivity|by_computation|by_computation]. Qed.

(** conv7, then relu7: Conv(in_channels=192, out_channels=192, kernel=(3, 3), stride=(1, 1), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_conv7 : Z -> Z -> vec 2 -> Weight.
Variable act_conv7 : Z -> Sum -> Value.
Definition layer_conv7 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[8; 8]>
    (all_channels 192) weight_conv7 act_conv7 eq_refl.
Variable ghosts_conv7 : Z -> vec 2 -> option Value.
Definition written_conv7 := Layer layer_conv7 written_conv6.
Definition on_grid_conv7 :=
  cells <[8; 8]> <[1; 1]> ghosts_conv7
    (Layer layer_conv7 on_grid_conv6).

Lemma size_conv7 :
  veqb (output_sizes (kernel layer_conv7) (stride layer_conv7) (dilation layer_conv7) (padding layer_conv7)
    <[1; 1]> <[8; 8]>) <[8; 8]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_5 : table :=
  [[[0; 1; 2]]].
Lemma copies_conv7 :
  check (kernel layer_conv7) (stride layer_conv7) (dilation layer_conv7) (padding layer_conv7)
    <[1; 1]> <[1; 1]> <[(-1); (-1)]> <[2; 2]> (taps_1_5, (taps_1_5, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv7 :
  stands x written_conv7 on_grid_conv7 <[8; 8]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[8; 8]>) (b := <[1; 1]>);
  [exact holds_conv6|reflexivity|by_computation|by_computation]. Qed.

(** conv8, then relu8: Conv(in_channels=192, out_channels=192, kernel=(1, 1), stride=(1, 1), padding=((0,
    0), (0, 0)), dilation=(1, 1)) *)
Variable weight_conv8 : Z -> Z -> vec 2 -> Weight.
Variable act_conv8 : Z -> Sum -> Value.
Definition layer_conv8 : layer (option Value) 2 :=
  conv_layer <[1; 1]> <[1; 1]> <[1; 1]> <[0; 0]> <[8; 8]>
    (all_channels 192) weight_conv8 act_conv8 eq_refl.
Variable ghosts_conv8 : Z -> vec 2 -> option Value.
Definition written_conv8 := Layer layer_conv8 written_conv7.
Definition on_grid_conv8 :=
  cells <[8; 8]> <[1; 1]> ghosts_conv8
    (Layer layer_conv8 on_grid_conv7).

Lemma size_conv8 :
  veqb (output_sizes (kernel layer_conv8) (stride layer_conv8) (dilation layer_conv8) (padding layer_conv8)
    <[0; 0]> <[8; 8]>) <[8; 8]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_6 : table :=
  [[[0]]].
Lemma copies_conv8 :
  check (kernel layer_conv8) (stride layer_conv8) (dilation layer_conv8) (padding layer_conv8)
    <[1; 1]> <[1; 1]> <[0; 0]> <[1; 1]> (taps_1_6, (taps_1_6, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv8 :
  stands x written_conv8 on_grid_conv8 <[8; 8]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[8; 8]>) (b := <[1; 1]>);
  [exact holds_conv7|reflexivity|by_computation|by_computation]. Qed.

(** conv9, then relu9: Conv(in_channels=192, out_channels=10, kernel=(1, 1), stride=(1, 1), padding=((0, 0),
    (0, 0)), dilation=(1, 1)) *)
Variable weight_conv9 : Z -> Z -> vec 2 -> Weight.
Variable act_conv9 : Z -> Sum -> Value.
Definition layer_conv9 : layer (option Value) 2 :=
  conv_layer <[1; 1]> <[1; 1]> <[1; 1]> <[0; 0]> <[8; 8]>
    (all_channels 192) weight_conv9 act_conv9 eq_refl.
Variable ghosts_conv9 : Z -> vec 2 -> option Value.
Definition written_conv9 := Layer layer_conv9 written_conv8.
Definition on_grid_conv9 :=
  cells <[8; 8]> <[1; 1]> ghosts_conv9
    (Layer layer_conv9 on_grid_conv8).

Lemma size_conv9 :
  veqb (output_sizes (kernel layer_conv9) (stride layer_conv9) (dilation layer_conv9) (padding layer_conv9)
    <[0; 0]> <[8; 8]>) <[8; 8]> = true.
Proof. by_computation. Qed.

Lemma copies_conv9 :
  check (kernel layer_conv9) (stride layer_conv9) (dilation layer_conv9) (padding layer_conv9)
    <[1; 1]> <[1; 1]> <[0; 0]> <[1; 1]> (taps_1_6, (taps_1_6, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv9 :
  stands x written_conv9 on_grid_conv9 <[8; 8]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[8; 8]>) (b := <[1; 1]>);
  [exact holds_conv8|reflexivity|by_computation|by_computation]. Qed.

(** The theorem: all 10 channels of relu9 at all 8 x 8 places, from the network of stride 1 on 16 phases of
    image. *)
Theorem network_conv9 (o : Z) (j : vec 2) :
  (0 <= j)%V -> (j < <[8; 8]>)%V ->
  eval written_conv9 x o j =
  eval_unit on_grid_conv9 <[1; 1]> (phases <[4; 4]> x) (j mod <[1; 1]>)%V o (j / <[1; 1]>)%V.
Proof.
  intros. apply NetworkValues.network_value with <[8; 8]>; auto. exact holds_conv9.
Qed.

End Values.
End Network1.

Print Assumptions Network1.network_conv9.
