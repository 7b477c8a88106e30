(** The network AlexNet, the maps, and the same network with every layer of stride 1, on the grid:
    image in 32 x 32 phases.

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
  {products : Bil Weight Value Sum} {maximum : Maximum Value}.
(** The value image: 3 channels of 224 x 224 places. *)
Variable image : Z -> vec 2 -> Value.
Definition x := finite <[224; 224]> image.

(** conv1, then conv1.relu: Conv(in_channels=3, out_channels=64, kernel=(11, 11), stride=(4, 4),
    padding=((2, 2), (2, 2)), dilation=(1, 1)) *)
Variable weight_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_conv1 : Z -> Sum -> Value.
Definition layer_conv1 : layer (option Value) 2 :=
  conv_layer <[11; 11]> <[4; 4]> <[1; 1]> <[2; 2]> <[55; 55]>
    (all_channels 3) weight_conv1 act_conv1 eq_refl.
Variable ghosts_conv1 : Z -> vec 2 -> option Value.
Definition written_conv1 := Layer layer_conv1 Input.
Definition on_grid_conv1 :=
  cells <[55; 55]> <[8; 8]> ghosts_conv1
    (Layer layer_conv1 Input).

Lemma size_conv1 :
  veqb (output_sizes (kernel layer_conv1) (stride layer_conv1) (dilation layer_conv1) (padding layer_conv1)
    <[2; 2]> <[224; 224]>) <[55; 55]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_1 : table :=
  [[[-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]; [-1; 7; -1]; [-1; 8; -1]; [-1; 9; -1];
    [-1; 10; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [0; -1; -1]; [1; -1; -1]];
   [[-1; -1; -1]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1];
    [-1; 6; -1]; [-1; 7; -1]; [-1; 8; -1]; [-1; 9; -1]; [-1; 10; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]];
   [[-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1];
    [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]; [-1; 7; -1]; [-1; 8; -1]; [-1; 9; -1];
    [-1; 10; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]];
   [[-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1];
    [-1; 5; -1]; [-1; 6; -1]; [-1; 7; -1]; [-1; 8; -1]; [-1; 9; -1]; [-1; 10; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]];
   [[-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]; [-1; 7; -1];
    [-1; 8; -1]; [-1; 9; -1]; [-1; 10; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]];
   [[-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1];
    [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]; [-1; 7; -1]; [-1; 8; -1]; [-1; 9; -1]; [-1; 10; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]];
   [[-1; -1; 10]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1];
    [-1; 7; -1]; [-1; 8; -1]; [-1; 9; -1]];
   [[-1; -1; 6]; [-1; -1; 7]; [-1; -1; 8]; [-1; -1; 9]; [-1; -1; 10]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1];
    [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1];
    [-1; 4; -1]; [-1; 5; -1]]].
Lemma copies_conv1 :
  check (kernel layer_conv1) (stride layer_conv1) (dilation layer_conv1) (padding layer_conv1)
    <[8; 8]> <[32; 32]> <[(-1); (-1)]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv1 :
  stands x written_conv1 on_grid_conv1 <[55; 55]> <[8; 8]> <[32; 32]>.
Proof. apply stands_first_layer. by_computation. Qed.

(** pool1: MaxPool(kernel=(3, 3), stride=(2, 2), padding=((0, 0), (0, 0)), dilation=(1, 1), ceil_mode=False) *)
Definition layer_pool1 : layer (option Value) 2 :=
  max_pool_layer <[3; 3]> <[2; 2]> <[1; 1]> <[0; 0]> <[27; 27]>
    (fun _ v => v) eq_refl.
Variable ghosts_pool1 : Z -> vec 2 -> option Value.
Definition written_pool1 := Layer layer_pool1 written_conv1.
Definition on_grid_pool1 :=
  cells <[27; 27]> <[4; 4]> ghosts_pool1
    (Layer layer_pool1 on_grid_conv1).

Lemma size_pool1 :
  veqb (output_sizes (kernel layer_pool1) (stride layer_pool1) (dilation layer_pool1) (padding layer_pool1)
    <[0; 0]> <[55; 55]>) <[27; 27]> = true.
Proof. by_computation. Qed.

Lemma holds_pool1 :
  stands x written_pool1 on_grid_pool1 <[27; 27]> <[4; 4]> <[32; 32]>.
Proof. apply stands_layer with (N := <[55; 55]>) (b := <[8; 8]>);
  [exact holds_conv1|reflexivity|by_computation|by_computation]. Qed.

Lemma stops_pool1 :
  ends x written_pool1 <[27; 27]> None.
Proof. apply ends_layer. reflexivity. Qed.

(** conv2, then conv2.relu: Conv(in_channels=64, out_channels=192, kernel=(5, 5), stride=(1, 1),
    padding=((2, 2), (2, 2)), dilation=(1, 1)) *)
Variable weight_conv2 : Z -> Z -> vec 2 -> Weight.
Variable act_conv2 : Z -> Sum -> Value.
Definition layer_conv2 : layer (option Value) 2 :=
  conv_layer <[5; 5]> <[1; 1]> <[1; 1]> <[2; 2]> <[27; 27]>
    (all_channels 64) weight_conv2 act_conv2 eq_refl.
(** In front of it a mask takes away the ghosts of pool1. *)
Variable ghosts_conv2 : Z -> vec 2 -> option Value.
Definition written_conv2 := Layer layer_conv2 written_pool1.
Definition on_grid_conv2 :=
  cells <[27; 27]> <[4; 4]> ghosts_conv2
    (Layer layer_conv2 (masked <[27; 27]> on_grid_pool1)).

Lemma size_conv2 :
  veqb (output_sizes (kernel layer_conv2) (stride layer_conv2) (dilation layer_conv2) (padding layer_conv2)
    <[2; 2]> <[27; 27]>) <[27; 27]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_2 : table :=
  [[[-1; 2; -1]; [-1; 3; -1]; [0; 4; -1]; [1; -1; -1]];
   [[-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [0; 4; -1]];
   [[-1; 0; 4]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]];
   [[-1; -1; 3]; [-1; 0; 4]; [-1; 1; -1]; [-1; 2; -1]]].
Lemma copies_conv2 :
  check (kernel layer_conv2) (stride layer_conv2) (dilation layer_conv2) (padding layer_conv2)
    <[4; 4]> <[4; 4]> <[(-1); (-1)]> <[2; 2]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv2 :
  stands x written_conv2 on_grid_conv2 <[27; 27]> <[4; 4]> <[32; 32]>.
Proof. apply stands_masked_layer with <[4; 4]>;
  [exact holds_pool1|exact stops_pool1|by_computation]. Qed.

(** pool2: MaxPool(kernel=(3, 3), stride=(2, 2), padding=((0, 0), (0, 0)), dilation=(1, 1), ceil_mode=False) *)
Definition layer_pool2 : layer (option Value) 2 :=
  max_pool_layer <[3; 3]> <[2; 2]> <[1; 1]> <[0; 0]> <[13; 13]>
    (fun _ v => v) eq_refl.
Variable ghosts_pool2 : Z -> vec 2 -> option Value.
Definition written_pool2 := Layer layer_pool2 written_conv2.
Definition on_grid_pool2 :=
  cells <[13; 13]> <[2; 2]> ghosts_pool2
    (Layer layer_pool2 on_grid_conv2).

Lemma size_pool2 :
  veqb (output_sizes (kernel layer_pool2) (stride layer_pool2) (dilation layer_pool2) (padding layer_pool2)
    <[0; 0]> <[27; 27]>) <[13; 13]> = true.
Proof. by_computation. Qed.

Lemma holds_pool2 :
  stands x written_pool2 on_grid_pool2 <[13; 13]> <[2; 2]> <[32; 32]>.
Proof. apply stands_layer with (N := <[27; 27]>) (b := <[4; 4]>);
  [exact holds_conv2|reflexivity|by_computation|by_computation]. Qed.

Lemma stops_pool2 :
  ends x written_pool2 <[13; 13]> None.
Proof. apply ends_layer. reflexivity. Qed.

(** conv3, then conv3.relu: Conv(in_channels=192, out_channels=384, kernel=(3, 3), stride=(1, 1),
    padding=((1, 1), (1, 1)), dilation=(1, 1)) *)
Variable weight_conv3 : Z -> Z -> vec 2 -> Weight.
Variable act_conv3 : Z -> Sum -> Value.
Definition layer_conv3 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[13; 13]>
    (all_channels 192) weight_conv3 act_conv3 eq_refl.
(** In front of it a mask takes away the ghosts of pool2. *)
Variable ghosts_conv3 : Z -> vec 2 -> option Value.
Definition written_conv3 := Layer layer_conv3 written_pool2.
Definition on_grid_conv3 :=
  cells <[13; 13]> <[2; 2]> ghosts_conv3
    (Layer layer_conv3 (masked <[13; 13]> on_grid_pool2)).

Lemma size_conv3 :
  veqb (output_sizes (kernel layer_conv3) (stride layer_conv3) (dilation layer_conv3) (padding layer_conv3)
    <[1; 1]> <[13; 13]>) <[13; 13]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_3 : table :=
  [[[-1; 1; -1]; [0; 2; -1]];
   [[-1; 0; 2]; [-1; 1; -1]]].
Lemma copies_conv3 :
  check (kernel layer_conv3) (stride layer_conv3) (dilation layer_conv3) (padding layer_conv3)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv3 :
  stands x written_conv3 on_grid_conv3 <[13; 13]> <[2; 2]> <[32; 32]>.
Proof. apply stands_masked_layer with <[2; 2]>;
  [exact holds_pool2|exact stops_pool2|by_computation]. Qed.

Lemma stops_conv3 :
  ends x written_conv3 <[13; 13]> None.
Proof. apply ends_layer. reflexivity. Qed.

(** conv4, then conv4.relu: Conv(in_channels=384, out_channels=256, kernel=(3, 3), stride=(1, 1),
    padding=((1, 1), (1, 1)), dilation=(1, 1)) *)
Variable weight_conv4 : Z -> Z -> vec 2 -> Weight.
Variable act_conv4 : Z -> Sum -> Value.
Definition layer_conv4 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[13; 13]>
    (all_channels 384) weight_conv4 act_conv4 eq_refl.
(** In front of it a mask takes away the ghosts of conv3.relu. *)
Variable ghosts_conv4 : Z -> vec 2 -> option Value.
Definition written_conv4 := Layer layer_conv4 written_conv3.
Definition on_grid_conv4 :=
  cells <[13; 13]> <[2; 2]> ghosts_conv4
    (Layer layer_conv4 (masked <[13; 13]> on_grid_conv3)).

Lemma size_conv4 :
  veqb (output_sizes (kernel layer_conv4) (stride layer_conv4) (dilation layer_conv4) (padding layer_conv4)
    <[1; 1]> <[13; 13]>) <[13; 13]> = true.
Proof. by_computation. Qed.

Lemma copies_conv4 :
  check (kernel layer_conv4) (stride layer_conv4) (dilation layer_conv4) (padding layer_conv4)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv4 :
  stands x written_conv4 on_grid_conv4 <[13; 13]> <[2; 2]> <[32; 32]>.
Proof. apply stands_masked_layer with <[2; 2]>;
  [exact holds_conv3|exact stops_conv3|by_computation]. Qed.

Lemma stops_conv4 :
  ends x written_conv4 <[13; 13]> None.
Proof. apply ends_layer. reflexivity. Qed.

(** conv5, then conv5.relu: Conv(in_channels=256, out_channels=256, kernel=(3, 3), stride=(1, 1),
    padding=((1, 1), (1, 1)), dilation=(1, 1)) *)
Variable weight_conv5 : Z -> Z -> vec 2 -> Weight.
Variable act_conv5 : Z -> Sum -> Value.
Definition layer_conv5 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[13; 13]>
    (all_channels 256) weight_conv5 act_conv5 eq_refl.
(** In front of it a mask takes away the ghosts of conv4.relu. *)
Variable ghosts_conv5 : Z -> vec 2 -> option Value.
Definition written_conv5 := Layer layer_conv5 written_conv4.
Definition on_grid_conv5 :=
  cells <[13; 13]> <[2; 2]> ghosts_conv5
    (Layer layer_conv5 (masked <[13; 13]> on_grid_conv4)).

Lemma size_conv5 :
  veqb (output_sizes (kernel layer_conv5) (stride layer_conv5) (dilation layer_conv5) (padding layer_conv5)
    <[1; 1]> <[13; 13]>) <[13; 13]> = true.
Proof. by_computation. Qed.

Lemma copies_conv5 :
  check (kernel layer_conv5) (stride layer_conv5) (dilation layer_conv5) (padding layer_conv5)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv5 :
  stands x written_conv5 on_grid_conv5 <[13; 13]> <[2; 2]> <[32; 32]>.
Proof. apply stands_masked_layer with <[2; 2]>;
  [exact holds_conv4|exact stops_conv4|by_computation]. Qed.

(** pool5: MaxPool(kernel=(3, 3), stride=(2, 2), padding=((0, 0), (0, 0)), dilation=(1, 1), ceil_mode=False) *)
Definition layer_pool5 : layer (option Value) 2 :=
  max_pool_layer <[3; 3]> <[2; 2]> <[1; 1]> <[0; 0]> <[6; 6]>
    (fun _ v => v) eq_refl.
Variable ghosts_pool5 : Z -> vec 2 -> option Value.
Definition written_pool5 := Layer layer_pool5 written_conv5.
Definition on_grid_pool5 :=
  cells <[6; 6]> <[1; 1]> ghosts_pool5
    (Layer layer_pool5 on_grid_conv5).

Lemma size_pool5 :
  veqb (output_sizes (kernel layer_pool5) (stride layer_pool5) (dilation layer_pool5) (padding layer_pool5)
    <[0; 0]> <[13; 13]>) <[6; 6]> = true.
Proof. by_computation. Qed.

Lemma holds_pool5 :
  stands x written_pool5 on_grid_pool5 <[6; 6]> <[1; 1]> <[32; 32]>.
Proof. apply stands_layer with (N := <[13; 13]>) (b := <[2; 2]>);
  [exact holds_conv5|reflexivity|by_computation|by_computation]. Qed.

(** The theorem: all 256 channels of pool5 at all 6 x 6 places, from the network of stride 1 on 1024 phases
    of image. *)
Theorem network_pool5 (o : Z) (j : vec 2) :
  (0 <= j)%V -> (j < <[6; 6]>)%V ->
  eval written_pool5 x o j =
  eval_unit on_grid_pool5 <[1; 1]> (phases <[32; 32]> x) (j mod <[1; 1]>)%V o (j / <[1; 1]>)%V.
Proof.
  intros. apply NetworkValues.network_value with <[6; 6]>; auto. exact holds_pool5.
Qed.

End Values.
End Network1.

Print Assumptions Network1.network_pool5.
