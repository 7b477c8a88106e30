(** The network small U-Net, and the same network with every layer of stride 1, on the grid:
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
(** The value image: 3 channels of 64 x 64 places. *)
Variable image : Z -> vec 2 -> Value.
Definition x := finite <[64; 64]> image.

(** down0, then down0.relu: Conv(in_channels=3, out_channels=16, kernel=(3, 3), stride=(1, 1), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_down0 : Z -> Z -> vec 2 -> Weight.
Variable act_down0 : Z -> Sum -> Value.
Definition layer_down0 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[64; 64]>
    (all_channels 3) weight_down0 act_down0 eq_refl.
Variable ghosts_down0 : Z -> vec 2 -> option Value.
Definition written_down0 := Layer layer_down0 Input.
Definition on_grid_down0 :=
  cells <[64; 64]> <[4; 4]> ghosts_down0
    (Layer layer_down0 Input).

Lemma size_down0 :
  veqb (output_sizes (kernel layer_down0) (stride layer_down0) (dilation layer_down0) (padding layer_down0)
    <[1; 1]> <[64; 64]>) <[64; 64]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_1 : table :=
  [[[-1; 1; -1]; [-1; 2; -1]; [-1; -1; -1]; [0; -1; -1]];
   [[-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]; [-1; -1; -1]];
   [[-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]; [-1; 2; -1]];
   [[-1; -1; 2]; [-1; -1; -1]; [-1; 0; -1]; [-1; 1; -1]]].
Lemma copies_down0 :
  check (kernel layer_down0) (stride layer_down0) (dilation layer_down0) (padding layer_down0)
    <[4; 4]> <[4; 4]> <[(-1); (-1)]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_down0 :
  stands x written_down0 on_grid_down0 <[64; 64]> <[4; 4]> <[4; 4]>.
Proof. apply stands_first_layer. by_computation. Qed.

(** down1, then down1.relu: Conv(in_channels=16, out_channels=32, kernel=(3, 3), stride=(2, 2), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_down1 : Z -> Z -> vec 2 -> Weight.
Variable act_down1 : Z -> Sum -> Value.
Definition layer_down1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[2; 2]> <[1; 1]> <[1; 1]> <[32; 32]>
    (all_channels 16) weight_down1 act_down1 eq_refl.
Variable ghosts_down1 : Z -> vec 2 -> option Value.
Definition written_down1 := Layer layer_down1 written_down0.
Definition on_grid_down1 :=
  cells <[32; 32]> <[2; 2]> ghosts_down1
    (Layer layer_down1 on_grid_down0).

Lemma size_down1 :
  veqb (output_sizes (kernel layer_down1) (stride layer_down1) (dilation layer_down1) (padding layer_down1)
    <[1; 1]> <[64; 64]>) <[32; 32]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_2 : table :=
  [[[-1; 1]; [-1; 2]; [-1; -1]; [0; -1]];
   [[-1; -1]; [-1; 0]; [-1; 1]; [-1; 2]]].
Lemma copies_down1 :
  check (kernel layer_down1) (stride layer_down1) (dilation layer_down1) (padding layer_down1)
    <[2; 2]> <[4; 4]> <[(-1); (-1)]> <[1; 1]> (taps_1_2, (taps_1_2, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_down1 :
  stands x written_down1 on_grid_down1 <[32; 32]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[64; 64]>) (b := <[4; 4]>);
  [exact holds_down0|reflexivity|by_computation|by_computation]. Qed.

(** down2, then down2.relu: Conv(in_channels=32, out_channels=64, kernel=(3, 3), stride=(2, 2), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_down2 : Z -> Z -> vec 2 -> Weight.
Variable act_down2 : Z -> Sum -> Value.
Definition layer_down2 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[2; 2]> <[1; 1]> <[1; 1]> <[16; 16]>
    (all_channels 32) weight_down2 act_down2 eq_refl.
Variable ghosts_down2 : Z -> vec 2 -> option Value.
Definition written_down2 := Layer layer_down2 written_down1.
Definition on_grid_down2 :=
  cells <[16; 16]> <[1; 1]> ghosts_down2
    (Layer layer_down2 on_grid_down1).

Lemma size_down2 :
  veqb (output_sizes (kernel layer_down2) (stride layer_down2) (dilation layer_down2) (padding layer_down2)
    <[1; 1]> <[32; 32]>) <[16; 16]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_3 : table :=
  [[[-1; 1]; [0; 2]]].
Lemma copies_down2 :
  check (kernel layer_down2) (stride layer_down2) (dilation layer_down2) (padding layer_down2)
    <[1; 1]> <[2; 2]> <[(-1); (-1)]> <[1; 1]> (taps_1_3, (taps_1_3, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_down2 :
  stands x written_down2 on_grid_down2 <[16; 16]> <[1; 1]> <[4; 4]>.
Proof. apply stands_layer with (N := <[32; 32]>) (b := <[2; 2]>);
  [exact holds_down1|reflexivity|by_computation|by_computation]. Qed.

(** up1, then up1.relu: ConvTranspose(in_channels=64, out_channels=32, kernel=(2, 2), stride=(2, 2),
    padding=((0, 0), (0, 0)), dilation=(1, 1), output_padding=(0, 0), groups=1, bias=True) *)
Variable weight_up1 : Z -> Z -> vec 2 -> Weight.
Variable act_up1 : Z -> Sum -> Value.
Definition layer_up1 : layer (option Value) 2 :=
  conv_layer <[2; 2]> <[2; 2]> <[1; 1]> <[0; 0]> <[32; 32]>
    (all_channels 64) (turned_weight 32 weight_up1) act_up1 eq_refl.
Variable ghosts_up1 : Z -> vec 2 -> option Value.
Definition written_up1 := TransposedLayer layer_up1 written_down2.
Definition on_grid_up1 :=
  cells <[32; 32]> <[2; 2]> ghosts_up1
    (TransposedLayer layer_up1 on_grid_down2).

Lemma size_up1 :
  veqb (transposed_sizes (kernel layer_up1) (stride layer_up1) (dilation layer_up1) (padding layer_up1)
    <[0; 0]> <[16; 16]>) <[32; 32]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_4 : table :=
  [[[0]; [1]]].
Lemma copies_up1 :
  check (kernel layer_up1) (stride layer_up1) (dilation layer_up1) (padding layer_up1)
    <[1; 1]> <[2; 2]> <[0; 0]> <[1; 1]> (taps_1_4, (taps_1_4, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_up1 :
  stands x written_up1 on_grid_up1 <[32; 32]> <[2; 2]> <[4; 4]>.
Proof. apply stands_transposed with (N := <[16; 16]>) (b := <[1; 1]>);
  [exact holds_down2|reflexivity|by_computation|by_computation]. Qed.

(** beside1: Concat() of down1.relu, up1.relu *)
Variable ghosts_beside1 : Z -> vec 2 -> option Value.
Definition written_beside1 := Pixel (beside 32) written_down1 written_up1.
Definition on_grid_beside1 :=
  cells <[32; 32]> <[2; 2]> ghosts_beside1
    (Pixel (beside 32) on_grid_down1 on_grid_up1).

Lemma holds_beside1 :
  stands x written_beside1 on_grid_beside1 <[32; 32]> <[2; 2]> <[4; 4]>.
Proof. apply stands_pixel; [exact holds_down1|exact holds_up1|apply beside_by_place]. Qed.

(** join1, then join1.relu: Conv(in_channels=64, out_channels=32, kernel=(3, 3), stride=(1, 1), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_join1 : Z -> Z -> vec 2 -> Weight.
Variable act_join1 : Z -> Sum -> Value.
Definition layer_join1 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[32; 32]>
    (all_channels 64) weight_join1 act_join1 eq_refl.
Variable ghosts_join1 : Z -> vec 2 -> option Value.
Definition written_join1 := Layer layer_join1 written_beside1.
Definition on_grid_join1 :=
  cells <[32; 32]> <[2; 2]> ghosts_join1
    (Layer layer_join1 on_grid_beside1).

Lemma size_join1 :
  veqb (output_sizes (kernel layer_join1) (stride layer_join1) (dilation layer_join1) (padding layer_join1)
    <[1; 1]> <[32; 32]>) <[32; 32]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_5 : table :=
  [[[-1; 1; -1]; [0; 2; -1]];
   [[-1; 0; 2]; [-1; 1; -1]]].
Lemma copies_join1 :
  check (kernel layer_join1) (stride layer_join1) (dilation layer_join1) (padding layer_join1)
    <[2; 2]> <[2; 2]> <[(-1); (-1)]> <[2; 2]> (taps_1_5, (taps_1_5, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_join1 :
  stands x written_join1 on_grid_join1 <[32; 32]> <[2; 2]> <[4; 4]>.
Proof. apply stands_layer with (N := <[32; 32]>) (b := <[2; 2]>);
  [exact holds_beside1|reflexivity|by_computation|by_computation]. Qed.

(** up0, then up0.relu: ConvTranspose(in_channels=32, out_channels=16, kernel=(2, 2), stride=(2, 2),
    padding=((0, 0), (0, 0)), dilation=(1, 1), output_padding=(0, 0), groups=1, bias=True) *)
Variable weight_up0 : Z -> Z -> vec 2 -> Weight.
Variable act_up0 : Z -> Sum -> Value.
Definition layer_up0 : layer (option Value) 2 :=
  conv_layer <[2; 2]> <[2; 2]> <[1; 1]> <[0; 0]> <[64; 64]>
    (all_channels 32) (turned_weight 16 weight_up0) act_up0 eq_refl.
Variable ghosts_up0 : Z -> vec 2 -> option Value.
Definition written_up0 := TransposedLayer layer_up0 written_join1.
Definition on_grid_up0 :=
  cells <[64; 64]> <[4; 4]> ghosts_up0
    (TransposedLayer layer_up0 on_grid_join1).

Lemma size_up0 :
  veqb (transposed_sizes (kernel layer_up0) (stride layer_up0) (dilation layer_up0) (padding layer_up0)
    <[0; 0]> <[32; 32]>) <[64; 64]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_6 : table :=
  [[[0]; [1]; [-1]; [-1]];
   [[-1]; [-1]; [0]; [1]]].
Lemma copies_up0 :
  check (kernel layer_up0) (stride layer_up0) (dilation layer_up0) (padding layer_up0)
    <[2; 2]> <[4; 4]> <[0; 0]> <[1; 1]> (taps_1_6, (taps_1_6, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_up0 :
  stands x written_up0 on_grid_up0 <[64; 64]> <[4; 4]> <[4; 4]>.
Proof. apply stands_transposed with (N := <[32; 32]>) (b := <[2; 2]>);
  [exact holds_join1|reflexivity|by_computation|by_computation]. Qed.

(** beside0: Concat() of down0.relu, up0.relu *)
Variable ghosts_beside0 : Z -> vec 2 -> option Value.
Definition written_beside0 := Pixel (beside 16) written_down0 written_up0.
Definition on_grid_beside0 :=
  cells <[64; 64]> <[4; 4]> ghosts_beside0
    (Pixel (beside 16) on_grid_down0 on_grid_up0).

Lemma holds_beside0 :
  stands x written_beside0 on_grid_beside0 <[64; 64]> <[4; 4]> <[4; 4]>.
Proof. apply stands_pixel; [exact holds_down0|exact holds_up0|apply beside_by_place]. Qed.

(** join0, then join0.relu: Conv(in_channels=32, out_channels=16, kernel=(3, 3), stride=(1, 1), padding=((1,
    1), (1, 1)), dilation=(1, 1)) *)
Variable weight_join0 : Z -> Z -> vec 2 -> Weight.
Variable act_join0 : Z -> Sum -> Value.
Definition layer_join0 : layer (option Value) 2 :=
  conv_layer <[3; 3]> <[1; 1]> <[1; 1]> <[1; 1]> <[64; 64]>
    (all_channels 32) weight_join0 act_join0 eq_refl.
Variable ghosts_join0 : Z -> vec 2 -> option Value.
Definition written_join0 := Layer layer_join0 written_beside0.
Definition on_grid_join0 :=
  cells <[64; 64]> <[4; 4]> ghosts_join0
    (Layer layer_join0 on_grid_beside0).

Lemma size_join0 :
  veqb (output_sizes (kernel layer_join0) (stride layer_join0) (dilation layer_join0) (padding layer_join0)
    <[1; 1]> <[64; 64]>) <[64; 64]> = true.
Proof. by_computation. Qed.

Lemma copies_join0 :
  check (kernel layer_join0) (stride layer_join0) (dilation layer_join0) (padding layer_join0)
    <[4; 4]> <[4; 4]> <[(-1); (-1)]> <[2; 2]> (taps_1_1, (taps_1_1, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_join0 :
  stands x written_join0 on_grid_join0 <[64; 64]> <[4; 4]> <[4; 4]>.
Proof. apply stands_layer with (N := <[64; 64]>) (b := <[4; 4]>);
  [exact holds_beside0|reflexivity|by_computation|by_computation]. Qed.

(** colours: Conv(in_channels=16, out_channels=3, kernel=(1, 1), stride=(1, 1), padding=((0, 0), (0, 0)),
    dilation=(1, 1)) *)
Variable weight_colours : Z -> Z -> vec 2 -> Weight.
Variable act_colours : Z -> Sum -> Value.
Definition layer_colours : layer (option Value) 2 :=
  conv_layer <[1; 1]> <[1; 1]> <[1; 1]> <[0; 0]> <[64; 64]>
    (all_channels 16) weight_colours act_colours eq_refl.
Variable ghosts_colours : Z -> vec 2 -> option Value.
Definition written_colours := Layer layer_colours written_join0.
Definition on_grid_colours :=
  cells <[64; 64]> <[4; 4]> ghosts_colours
    (Layer layer_colours on_grid_join0).

Lemma size_colours :
  veqb (output_sizes (kernel layer_colours) (stride layer_colours) (dilation layer_colours) (padding layer_colours)
    <[0; 0]> <[64; 64]>) <[64; 64]> = true.
Proof. by_computation. Qed.

(** Which tap stands where, by output phase, input phase and offset; -1 is a structural zero. *)
Definition taps_1_7 : table :=
  [[[0]; [-1]; [-1]; [-1]];
   [[-1]; [0]; [-1]; [-1]];
   [[-1]; [-1]; [0]; [-1]];
   [[-1]; [-1]; [-1]; [0]]].
Lemma copies_colours :
  check (kernel layer_colours) (stride layer_colours) (dilation layer_colours) (padding layer_colours)
    <[4; 4]> <[4; 4]> <[0; 0]> <[1; 1]> (taps_1_7, (taps_1_7, tt)) = true.
Proof. by_computation. Qed.

Lemma holds_colours :
  stands x written_colours on_grid_colours <[64; 64]> <[4; 4]> <[4; 4]>.
Proof. apply stands_layer with (N := <[64; 64]>) (b := <[4; 4]>);
  [exact holds_join0|reflexivity|by_computation|by_computation]. Qed.

(** The theorem: all 3 channels of colours at all 64 x 64 places, from the network of stride 1 on 16 phases
    of image. *)
Theorem network_colours (o : Z) (j : vec 2) :
  (0 <= j)%V -> (j < <[64; 64]>)%V ->
  eval written_colours x o j =
  eval_unit on_grid_colours <[4; 4]> (phases <[4; 4]> x) (j mod <[4; 4]>)%V o (j / <[4; 4]>)%V.
Proof.
  intros. apply NetworkValues.network_value with <[64; 64]>; auto. exact holds_colours.
Qed.

End Values.
End Network1.

Print Assumptions Network1.network_colours.
