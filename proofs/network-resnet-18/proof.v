(** The network ResNet-18, stem and stages 1 and 2, and the same network with every layer of stride 1, on the grid:
    image in 8 x 8 phases.

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

(** conv1, then conv1.bn, conv1.relu: Conv(in_channels=3, out_channels=64, kernel=(7, 7), stride=(2, 2),
    padding=((3, 3), (3, 3)), dilation=(1, 1), bias=False) *)
Variable weight_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_conv1 : Z -> Sum -> Value.
Definition layer_conv1 : layer (option Value) 2 :=
  conv_layer <[7; 7]> <[2; 2]> <[1; 1]> <[3; 3]> <[112; 112]>
    (all_channels 3) weight_conv1 act_conv1 eq_refl.
Variable ghosts_conv1 : Z -> vec 2 -> option Value.
Definition written_conv1 := Layer layer_conv1 Input.
Definition on_grid_conv1 :=
  cells <[112; 112]> <[4; 4]> ghosts_conv1
    (Layer layer_conv1 Input).

Lemma size_conv1 :
  veqb (output_sizes (kernel layer_conv1) (stride layer_conv1) (dilation layer_conv1) (padding layer_conv1)
    <[3; 3]> <[224; 224]>) <[112; 112]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_1 : table :=
  [[[-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]; [-1; -1; -1]; [0; -1; -1]; [1; -1; -1]; [2; -1; -1]];
   [[-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]; [-1; -1; -1]; [0; -1; -1]];
   [[-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]; [-1; 5; -1]; [-1; 6; -1]];
   [[-1; -1; 5]; [-1; -1; 6]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; 3; -1]; [-1; 4; -1]]].
Lemma copies_conv1 :
  check (kernel layer_conv1) (stride layer_conv1) (dilation layer_conv1) (padding layer_conv1)
    <[4; 4]> <[8; 8]> <[(-1); (-1)]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_conv1 :
  stands x written_conv1 on_grid_conv1 <[112; 112]> <[4; 4]> <[8; 8]>.
Proof. apply stands_first_layer. by_computation. Qed.

(** maxpool: MaxPool(kernel=(3, 3), stride=(2, 2), padding=((1, 1), (1, 1)), dilation=(1, 1),
    ceil_mode=False) *)
Definition layer_maxpool : layer (option Value) 2 :=
  max_pool_layer <[3; 3]> <[2; 2]> <[1; 1]> <[1; 1]> <[56; 56]>
    (fun _ v => v) eq_refl.
Variable ghosts_maxpool : Z -> vec 2 -> option Value.
Definition written_maxpool := Layer layer_maxpool written_conv1.
Definition on_grid_maxpool :=
  cells <[56; 56]> <[2; 2]> ghosts_maxpool
    (Layer layer_maxpool on_grid_conv1).

Lemma size_maxpool :
  veqb (output_sizes (kernel layer_maxpool) (stride layer_maxpool) (dilation layer_maxpool) (padding layer_maxpool)
    <[0; 0]> <[112; 112]>) <[56; 56]> = true.
Proof. by_computation. Qed.

Lemma holds_maxpool :
  stands x written_maxpool on_grid_maxpool <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_layer with (N := <[112; 112]>) (b := <[4; 4]>);
  [exact holds_conv1|reflexivity|by_computation|by_computation]. Qed.

(** layer1.0.conv1, then layer1.0.conv1.bn, layer1.0.conv1.relu: Conv(in_channels=64, out_channels=64,
    kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer1_0_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_layer1_0_conv1 : Z -> Sum -> Value.
Definition layer_layer1_0_conv1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[56; 56]>
    (all_channels 64) weight_layer1_0_conv1 act_layer1_0_conv1 eq_refl.
Variable ghosts_layer1_0_conv1 : Z -> vec 2 -> option Value.
Definition written_layer1_0_conv1 := Layer layer_layer1_0_conv1 written_maxpool.
Definition on_grid_layer1_0_conv1 :=
  cells <[56; 56]> <[2; 2]> ghosts_layer1_0_conv1
    (Layer layer_layer1_0_conv1 on_grid_maxpool).

Lemma size_layer1_0_conv1 :
  veqb (output_sizes (kernel layer_layer1_0_conv1) (stride layer_layer1_0_conv1) (dilation layer_layer1_0_conv1) (padding layer_layer1_0_conv1)
    <[1; 1]> <[56; 56]>) <[56; 56]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_2 : table :=
  [[[-1; 1; -1]; [0; 2; -1]];
   [[-1; 0; 2]; [-1; 1; -1]]].
Lemma copies_layer1_0_conv1 :
  check (kernel layer_layer1_0_conv1) (stride layer_layer1_0_conv1) (dilation layer_layer1_0_conv1) (padding layer_layer1_0_conv1)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer1_0_conv1 :
  stands x written_layer1_0_conv1 on_grid_layer1_0_conv1 <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_layer with (N := <[56; 56]>) (b := <[2; 2]>);
  [exact holds_maxpool|reflexivity|by_computation|by_computation]. Qed.

(** layer1.0.conv2, then layer1.0.conv2.bn: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(1,
    1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer1_0_conv2 : Z -> Z -> vec 2 -> Weight.
Variable act_layer1_0_conv2 : Z -> Sum -> Value.
Definition layer_layer1_0_conv2 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[56; 56]>
    (all_channels 64) weight_layer1_0_conv2 act_layer1_0_conv2 eq_refl.
Variable ghosts_layer1_0_conv2 : Z -> vec 2 -> option Value.
Definition written_layer1_0_conv2 := Layer layer_layer1_0_conv2 written_layer1_0_conv1.
Definition on_grid_layer1_0_conv2 :=
  cells <[56; 56]> <[2; 2]> ghosts_layer1_0_conv2
    (Layer layer_layer1_0_conv2 on_grid_layer1_0_conv1).

Lemma size_layer1_0_conv2 :
  veqb (output_sizes (kernel layer_layer1_0_conv2) (stride layer_layer1_0_conv2) (dilation layer_layer1_0_conv2) (padding layer_layer1_0_conv2)
    <[1; 1]> <[56; 56]>) <[56; 56]> = true.
Proof. by_computation. Qed.

Lemma copies_layer1_0_conv2 :
  check (kernel layer_layer1_0_conv2) (stride layer_layer1_0_conv2) (dilation layer_layer1_0_conv2) (padding layer_layer1_0_conv2)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer1_0_conv2 :
  stands x written_layer1_0_conv2 on_grid_layer1_0_conv2 <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_layer with (N := <[56; 56]>) (b := <[2; 2]>);
  [exact holds_layer1_0_conv1|reflexivity|by_computation|by_computation]. Qed.

(** layer1.0.add, then layer1.0.relu: Add() of maxpool, layer1.0.conv2.bn *)
Variables (act_layer1_0_add : Z -> Value -> Value -> Value).
Variable ghosts_layer1_0_add : Z -> vec 2 -> option Value.
Definition written_layer1_0_add := Pixel (each_two act_layer1_0_add) written_maxpool written_layer1_0_conv2.
Definition on_grid_layer1_0_add :=
  cells <[56; 56]> <[2; 2]> ghosts_layer1_0_add
    (Pixel (each_two act_layer1_0_add) on_grid_maxpool on_grid_layer1_0_conv2).

Lemma holds_layer1_0_add :
  stands x written_layer1_0_add on_grid_layer1_0_add <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_pixel; [exact holds_maxpool|exact holds_layer1_0_conv2|apply each_two_by_place]. Qed.

(** layer1.1.conv1, then layer1.1.conv1.bn, layer1.1.conv1.relu: Conv(in_channels=64, out_channels=64,
    kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer1_1_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_layer1_1_conv1 : Z -> Sum -> Value.
Definition layer_layer1_1_conv1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[56; 56]>
    (all_channels 64) weight_layer1_1_conv1 act_layer1_1_conv1 eq_refl.
Variable ghosts_layer1_1_conv1 : Z -> vec 2 -> option Value.
Definition written_layer1_1_conv1 := Layer layer_layer1_1_conv1 written_layer1_0_add.
Definition on_grid_layer1_1_conv1 :=
  cells <[56; 56]> <[2; 2]> ghosts_layer1_1_conv1
    (Layer layer_layer1_1_conv1 on_grid_layer1_0_add).

Lemma size_layer1_1_conv1 :
  veqb (output_sizes (kernel layer_layer1_1_conv1) (stride layer_layer1_1_conv1) (dilation layer_layer1_1_conv1) (padding layer_layer1_1_conv1)
    <[1; 1]> <[56; 56]>) <[56; 56]> = true.
Proof. by_computation. Qed.

Lemma copies_layer1_1_conv1 :
  check (kernel layer_layer1_1_conv1) (stride layer_layer1_1_conv1) (dilation layer_layer1_1_conv1) (padding layer_layer1_1_conv1)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer1_1_conv1 :
  stands x written_layer1_1_conv1 on_grid_layer1_1_conv1 <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_layer with (N := <[56; 56]>) (b := <[2; 2]>);
  [exact holds_layer1_0_add|reflexivity|by_computation|by_computation]. Qed.

(** layer1.1.conv2, then layer1.1.conv2.bn: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(1,
    1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer1_1_conv2 : Z -> Z -> vec 2 -> Weight.
Variable act_layer1_1_conv2 : Z -> Sum -> Value.
Definition layer_layer1_1_conv2 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[56; 56]>
    (all_channels 64) weight_layer1_1_conv2 act_layer1_1_conv2 eq_refl.
Variable ghosts_layer1_1_conv2 : Z -> vec 2 -> option Value.
Definition written_layer1_1_conv2 := Layer layer_layer1_1_conv2 written_layer1_1_conv1.
Definition on_grid_layer1_1_conv2 :=
  cells <[56; 56]> <[2; 2]> ghosts_layer1_1_conv2
    (Layer layer_layer1_1_conv2 on_grid_layer1_1_conv1).

Lemma size_layer1_1_conv2 :
  veqb (output_sizes (kernel layer_layer1_1_conv2) (stride layer_layer1_1_conv2) (dilation layer_layer1_1_conv2) (padding layer_layer1_1_conv2)
    <[1; 1]> <[56; 56]>) <[56; 56]> = true.
Proof. by_computation. Qed.

Lemma copies_layer1_1_conv2 :
  check (kernel layer_layer1_1_conv2) (stride layer_layer1_1_conv2) (dilation layer_layer1_1_conv2) (padding layer_layer1_1_conv2)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer1_1_conv2 :
  stands x written_layer1_1_conv2 on_grid_layer1_1_conv2 <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_layer with (N := <[56; 56]>) (b := <[2; 2]>);
  [exact holds_layer1_1_conv1|reflexivity|by_computation|by_computation]. Qed.

(** layer1.1.add, then layer1.1.relu: Add() of layer1.0.relu, layer1.1.conv2.bn *)
Variables (act_layer1_1_add : Z -> Value -> Value -> Value).
Variable ghosts_layer1_1_add : Z -> vec 2 -> option Value.
Definition written_layer1_1_add := Pixel (each_two act_layer1_1_add) written_layer1_0_add written_layer1_1_conv2.
Definition on_grid_layer1_1_add :=
  cells <[56; 56]> <[2; 2]> ghosts_layer1_1_add
    (Pixel (each_two act_layer1_1_add) on_grid_layer1_0_add on_grid_layer1_1_conv2).

Lemma holds_layer1_1_add :
  stands x written_layer1_1_add on_grid_layer1_1_add <[56; 56]> <[2; 2]> <[8; 8]>.
Proof. apply stands_pixel; [exact holds_layer1_0_add|exact holds_layer1_1_conv2|apply each_two_by_place]. Qed.

(** layer2.0.conv1, then layer2.0.conv1.bn, layer2.0.conv1.relu: Conv(in_channels=64, out_channels=128,
    kernel=(3, 3), stride=(2, 2), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer2_0_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_layer2_0_conv1 : Z -> Sum -> Value.
Definition layer_layer2_0_conv1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[2; 2]> <[1; 1]> <[1; 1]> <[28; 28]>
    (all_channels 64) weight_layer2_0_conv1 act_layer2_0_conv1 eq_refl.
Variable ghosts_layer2_0_conv1 : Z -> vec 2 -> option Value.
Definition written_layer2_0_conv1 := Layer layer_layer2_0_conv1 written_layer1_1_add.
Definition on_grid_layer2_0_conv1 :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_0_conv1
    (Layer layer_layer2_0_conv1 on_grid_layer1_1_add).

Lemma size_layer2_0_conv1 :
  veqb (output_sizes (kernel layer_layer2_0_conv1) (stride layer_layer2_0_conv1) (dilation layer_layer2_0_conv1) (padding layer_layer2_0_conv1)
    <[1; 1]> <[56; 56]>) <[28; 28]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_3 : table :=
  [[[-1; 1]; [0; 2]]].
Lemma copies_layer2_0_conv1 :
  check (kernel layer_layer2_0_conv1) (stride layer_layer2_0_conv1) (dilation layer_layer2_0_conv1) (padding layer_layer2_0_conv1)
    <[1; 1]> <[2; 2]> <[(-1); (-1)]> <[1; 1]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer2_0_conv1 :
  stands x written_layer2_0_conv1 on_grid_layer2_0_conv1 <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_layer with (N := <[56; 56]>) (b := <[2; 2]>);
  [exact holds_layer1_1_add|reflexivity|by_computation|by_computation]. Qed.

(** layer2.0.conv2, then layer2.0.conv2.bn: Conv(in_channels=128, out_channels=128, kernel=(3, 3),
    stride=(1, 1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer2_0_conv2 : Z -> Z -> vec 2 -> Weight.
Variable act_layer2_0_conv2 : Z -> Sum -> Value.
Definition layer_layer2_0_conv2 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[28; 28]>
    (all_channels 128) weight_layer2_0_conv2 act_layer2_0_conv2 eq_refl.
Variable ghosts_layer2_0_conv2 : Z -> vec 2 -> option Value.
Definition written_layer2_0_conv2 := Layer layer_layer2_0_conv2 written_layer2_0_conv1.
Definition on_grid_layer2_0_conv2 :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_0_conv2
    (Layer layer_layer2_0_conv2 on_grid_layer2_0_conv1).

Lemma size_layer2_0_conv2 :
  veqb (output_sizes (kernel layer_layer2_0_conv2) (stride layer_layer2_0_conv2) (dilation layer_layer2_0_conv2) (padding layer_layer2_0_conv2)
    <[1; 1]> <[28; 28]>) <[28; 28]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_4 : table :=
  [[[0; 1; 2]]].
Lemma copies_layer2_0_conv2 :
  check (kernel layer_layer2_0_conv2) (stride layer_layer2_0_conv2) (dilation layer_layer2_0_conv2) (padding layer_layer2_0_conv2)
    <[1; 1]> <[1; 1]> <[(-1); (-1)]> <[2; 2]> (taps_1_4, (taps_1_4, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer2_0_conv2 :
  stands x written_layer2_0_conv2 on_grid_layer2_0_conv2 <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_layer with (N := <[28; 28]>) (b := <[1; 1]>);
  [exact holds_layer2_0_conv1|reflexivity|by_computation|by_computation]. Qed.

(** layer2.0.downsample, then layer2.0.downsample.bn: Conv(in_channels=64, out_channels=128, kernel=(1, 1),
    stride=(2, 2), padding=((0, 0), (0, 0)), dilation=(1, 1), bias=False) *)
Variable weight_layer2_0_downsample : Z -> Z -> vec 2 -> Weight.
Variable act_layer2_0_downsample : Z -> Sum -> Value.
Definition layer_layer2_0_downsample : layer (option Value) 2 :=
  conv_layer <[1; 1]> <[2; 2]> <[1; 1]> <[0; 0]> <[28; 28]>
    (all_channels 64) weight_layer2_0_downsample act_layer2_0_downsample eq_refl.
Variable ghosts_layer2_0_downsample : Z -> vec 2 -> option Value.
Definition written_layer2_0_downsample := Layer layer_layer2_0_downsample written_layer1_1_add.
Definition on_grid_layer2_0_downsample :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_0_downsample
    (Layer layer_layer2_0_downsample on_grid_layer1_1_add).

Lemma size_layer2_0_downsample :
  veqb (output_sizes (kernel layer_layer2_0_downsample) (stride layer_layer2_0_downsample) (dilation layer_layer2_0_downsample) (padding layer_layer2_0_downsample)
    <[0; 0]> <[56; 56]>) <[28; 28]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_5 : table :=
  [[[0]; [-1]]].
Lemma copies_layer2_0_downsample :
  check (kernel layer_layer2_0_downsample) (stride layer_layer2_0_downsample) (dilation layer_layer2_0_downsample) (padding layer_layer2_0_downsample)
    <[1; 1]> <[2; 2]> <[0; 0]> <[1; 1]> (taps_1_5, (taps_1_5, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer2_0_downsample :
  stands x written_layer2_0_downsample on_grid_layer2_0_downsample <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_layer with (N := <[56; 56]>) (b := <[2; 2]>);
  [exact holds_layer1_1_add|reflexivity|by_computation|by_computation]. Qed.

(** layer2.0.add, then layer2.0.relu: Add() of layer2.0.downsample.bn, layer2.0.conv2.bn *)
Variables (act_layer2_0_add : Z -> Value -> Value -> Value).
Variable ghosts_layer2_0_add : Z -> vec 2 -> option Value.
Definition written_layer2_0_add := Pixel (each_two act_layer2_0_add) written_layer2_0_downsample written_layer2_0_conv2.
Definition on_grid_layer2_0_add :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_0_add
    (Pixel (each_two act_layer2_0_add) on_grid_layer2_0_downsample on_grid_layer2_0_conv2).

Lemma holds_layer2_0_add :
  stands x written_layer2_0_add on_grid_layer2_0_add <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_pixel; [exact holds_layer2_0_downsample|exact holds_layer2_0_conv2|apply each_two_by_place]. Qed.

(** layer2.1.conv1, then layer2.1.conv1.bn, layer2.1.conv1.relu: Conv(in_channels=128, out_channels=128,
    kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer2_1_conv1 : Z -> Z -> vec 2 -> Weight.
Variable act_layer2_1_conv1 : Z -> Sum -> Value.
Definition layer_layer2_1_conv1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[28; 28]>
    (all_channels 128) weight_layer2_1_conv1 act_layer2_1_conv1 eq_refl.
Variable ghosts_layer2_1_conv1 : Z -> vec 2 -> option Value.
Definition written_layer2_1_conv1 := Layer layer_layer2_1_conv1 written_layer2_0_add.
Definition on_grid_layer2_1_conv1 :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_1_conv1
    (Layer layer_layer2_1_conv1 on_grid_layer2_0_add).

Lemma size_layer2_1_conv1 :
  veqb (output_sizes (kernel layer_layer2_1_conv1) (stride layer_layer2_1_conv1) (dilation layer_layer2_1_conv1) (padding layer_layer2_1_conv1)
    <[1; 1]> <[28; 28]>) <[28; 28]> = true.
Proof. by_computation. Qed.

Lemma copies_layer2_1_conv1 :
  check (kernel layer_layer2_1_conv1) (stride layer_layer2_1_conv1) (dilation layer_layer2_1_conv1) (padding layer_layer2_1_conv1)
    <[1; 1]> <[1; 1]> <[(-1); (-1)]> <[2; 2]> (taps_1_4, (taps_1_4, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer2_1_conv1 :
  stands x written_layer2_1_conv1 on_grid_layer2_1_conv1 <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_layer with (N := <[28; 28]>) (b := <[1; 1]>);
  [exact holds_layer2_0_add|reflexivity|by_computation|by_computation]. Qed.

(** layer2.1.conv2, then layer2.1.conv2.bn: Conv(in_channels=128, out_channels=128, kernel=(3, 3),
    stride=(1, 1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) *)
Variable weight_layer2_1_conv2 : Z -> Z -> vec 2 -> Weight.
Variable act_layer2_1_conv2 : Z -> Sum -> Value.
Definition layer_layer2_1_conv2 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[28; 28]>
    (all_channels 128) weight_layer2_1_conv2 act_layer2_1_conv2 eq_refl.
Variable ghosts_layer2_1_conv2 : Z -> vec 2 -> option Value.
Definition written_layer2_1_conv2 := Layer layer_layer2_1_conv2 written_layer2_1_conv1.
Definition on_grid_layer2_1_conv2 :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_1_conv2
    (Layer layer_layer2_1_conv2 on_grid_layer2_1_conv1).

Lemma size_layer2_1_conv2 :
  veqb (output_sizes (kernel layer_layer2_1_conv2) (stride layer_layer2_1_conv2) (dilation layer_layer2_1_conv2) (padding layer_layer2_1_conv2)
    <[1; 1]> <[28; 28]>) <[28; 28]> = true.
Proof. by_computation. Qed.

Lemma copies_layer2_1_conv2 :
  check (kernel layer_layer2_1_conv2) (stride layer_layer2_1_conv2) (dilation layer_layer2_1_conv2) (padding layer_layer2_1_conv2)
    <[1; 1]> <[1; 1]> <[(-1); (-1)]> <[2; 2]> (taps_1_4, (taps_1_4, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_layer2_1_conv2 :
  stands x written_layer2_1_conv2 on_grid_layer2_1_conv2 <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_layer with (N := <[28; 28]>) (b := <[1; 1]>);
  [exact holds_layer2_1_conv1|reflexivity|by_computation|by_computation]. Qed.

(** layer2.1.add, then layer2.1.relu: Add() of layer2.0.relu, layer2.1.conv2.bn *)
Variables (act_layer2_1_add : Z -> Value -> Value -> Value).
Variable ghosts_layer2_1_add : Z -> vec 2 -> option Value.
Definition written_layer2_1_add := Pixel (each_two act_layer2_1_add) written_layer2_0_add written_layer2_1_conv2.
Definition on_grid_layer2_1_add :=
  cells <[28; 28]> <[1; 1]> ghosts_layer2_1_add
    (Pixel (each_two act_layer2_1_add) on_grid_layer2_0_add on_grid_layer2_1_conv2).

Lemma holds_layer2_1_add :
  stands x written_layer2_1_add on_grid_layer2_1_add <[28; 28]> <[1; 1]> <[8; 8]>.
Proof. apply stands_pixel; [exact holds_layer2_0_add|exact holds_layer2_1_conv2|apply each_two_by_place]. Qed.

(** The theorem: all 128 channels of layer2.1.relu at all 28 x 28 places, from the network of stride 1 on 64
    phases of image. *)
Theorem network_layer2_1_add (o : Z) (j : vec 2) :
  (0 <= j)%V -> (j < <[28; 28]>)%V ->
  eval written_layer2_1_add x o j =
  eval_unit on_grid_layer2_1_add <[1; 1]> (phases <[8; 8]> x) (j mod <[1; 1]>)%V o (j / <[1; 1]>)%V.
Proof.
  intros. apply NetworkValues.network_value with <[28; 28]>; auto. exact holds_layer2_1_add.
Qed.

End Values.
End Network1.

Print Assumptions Network1.network_layer2_1_add.
