(** * Examples: both sides of the theorems on numbers, and a network with branches, checked. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Import Semirings Table TwoLayers NetworkMasks.
Import ListNotations.
Open Scope Z_scope.

(** ** Kernel 3, stride 2, padding 1: weights 10, 20, 30 on the signal 1, ..., 8 *)

(** A list of samples as a signal, [d] outside. *)
Definition samples {T} (d : T) (l : list T) (t : Z) : T := if t <? 0 then d else nth (Z.to_nat t) l d.
(** The signal, *)
Definition xs := samples 0 [1;2;3;4;5;6;7;8].
(** and the weights. *)
Definition ws := samples 0 [10;20;30].
(** Output phase [tau] of [a], by the strided layer, *)
Definition strided a tau m := phases_axis a (conv_axis 3 2 1 1 ws xs) tau m.
(** and by the layer of stride 1. *)
Definition unit_stride a tau m := SUM 0 <= rho < 2*a, SUM umin 2 1 a <= u < umax 3 2 1 1 a + 1,
  bank_axis 3 2 1 1 a ws tau rho u ** phases_axis (2*a) xs rho (m+u).

(** The bank has two phases of two taps, one of them a structural zero. *)
Example bank_of_three_taps : index_table 3 2 1 1 1 = [[[-1; 1]; [0; 2]]]. Proof. reflexivity. Qed.
(** One output phase: both sides give the layer's outputs. *)
Example one_phase : map (strided 1 0) (range 0 4) = [80; 200; 320; 440]. Proof. reflexivity. Qed.
Example one_phase' : map (unit_stride 1 0) (range 0 4) = [80; 200; 320; 440]. Proof. reflexivity. Qed.
(** Two output phases: even and odd outputs. *)
Example two_phases : map (fun tau => map (strided 2 tau) (range 0 2)) (range 0 2) = [[80; 320]; [200; 440]].
Proof. reflexivity. Qed.
Example two_phases' : map (fun tau => map (unit_stride 2 tau) (range 0 2)) (range 0 2) = [[80; 320]; [200; 440]].
Proof. reflexivity. Qed.

(** ** Max-pooling of size 3 and stride 2 on 3 1 4 1 5 9 2 6 *)

(** The signal, with minus infinity around it. *)
Definition pooled := samples None (map Some [3;1;4;1;5;9;2;6]).
(** The strided layer over (max, +), and its phases. *)
Example max_pooling : map (conv_axis 3 2 1 1 pooling_weight pooled) (range 0 4) = map Some [3; 4; 9; 9].
Proof. reflexivity. Qed.
Example max_pooling' : map (fun m => SUM 0 <= rho < 2, SUM -1 <= u < 1,
  bank_axis 3 2 1 1 1 pooling_weight 0 rho u ** phases_axis 2 pooled rho (m+u)) (range 0 4) = map Some [3; 4; 9; 9].
Proof. reflexivity. Qed.

(** ** A mask that is needed

    Layer 1 has 5 outputs and a bias of 1; layer 2 has kernel 3, stride 2, padding 1.  Its last output reads place 5,
    a ghost.  With the exact mask the network on the grid is right, without it the last output is wrong. *)

(** The bias of layer 1, *)
Definition bias_one (_ v : Z) := v + 1.
(** its input, *)
Definition five (_ t : Z) := samples 0 [1;2;3;4;5] t.
(** its weights, *)
Definition identity_weight (_ _ i : Z) := if i =? 0 then 1 else 0.
(** and the weights of layer 2. *)
Definition ones (_ _ : Z) : Z := 1.
(** The two strided layers. *)
Example as_written : map (second_layer 1 1 1 0 3 2 1 1 [0] [0] identity_weight ones bias_one 0 five 5) (range 0 3)
  = [5; 12; 11]. Proof. reflexivity. Qed.
(** On the grid with the exact mask: the same. *)
Example with_mask :
  map (second_unit 1 1 1 0 3 2 1 1 1 [0] [0] identity_weight ones bias_one 0 five (exact_mask 2 1 5) 0) (range 0 3)
  = [5; 12; 11]. Proof. reflexivity. Qed.
(** Without a mask: the last output has read a ghost, which is the bias. *)
Example without_mask :
  map (second_unit 1 1 1 0 3 2 1 1 1 [0] [0] identity_weight ones bias_one 0 five (no_mask 2 1 5) 0) (range 0 3)
  = [5; 12; 12]. Proof. reflexivity. Qed.

(** ** A network with a residual branch, in two dimensions

    Convolution 3x3 of stride 2, max-pooling 3x3 of stride 2, then the sum of a convolution 3x3 of stride 2 and one
    1x1 of stride 2, on a 20x20 image: total stride 8, so 64 input phases and layers of stride 1 only. *)

(** Activations are integers or [None], the padding, which counts as 0 in convolutions and as minus infinity in
    pooling. *)
#[local] Instance conv_bil : Bil Z (option Z) Z.
Proof. refine {| mul w x := match x with Some x => w * x | None => 0 end |}; intros; destruct b; cbn; lia. Defined.
(** Two activations, *)
Definition relu (o v : Z) : option Z := Some (Z.max 0 v).
(** the second of which does nothing; *)
Definition as_is (o : Z) (v : option Z) := v.
(** the same or two numbers on two axes, *)
Definition both (a b : Z) : vec 2 := (a, (b, tt)).
(** and facts about them. *)
Ltac numbers := unfold both; cbn; lia.

Section Net.
Variables (w1 w3 w4 : Z -> Z -> vec 2 -> Z).
(** A convolution with [n] input channels and [M] outputs per axis. *)
Definition conv_layer (k s p M n : Z) (w : Z -> Z -> vec 2 -> Z) (H : 1 <= s /\ True) : layer (option Z) 2.
  refine {| kernel := both k k; stride := both s s; dilation := both 1 1; padding := both p p;
     reads := fun _ => range 0 n; weight := w; act := relu; mask := insides (both M M); pad := None |}.
  simpl; lia. Defined.
(** A max-pooling with [M] outputs per axis. *)
Definition pool_layer (k s p M : Z) (H : 1 <= s /\ True) : layer (option Z) 2.
  refine {| sums_add := max_mon; product := max_bil; kernel := both k k; stride := both s s; dilation := both 1 1;
     padding := both p p; reads := fun o => [o]; weight := fun _ _ _ => Some 0; act := as_is;
     mask := insides (both M M); pad := None |}.
  simpl; lia. Defined.
(** 2 is a stride. *)
Lemma two : 1 <= 2 /\ True. Proof. lia. Qed.
(** The sum of two branches, *)
Definition add_maps (g h : Z -> option Z) (o : Z) : option Z :=
  match g o, h o with Some x, Some y => Some (x + y) | _, _ => None end.
(** which depends on their values alone. *)
Lemma add_maps_values g g' h h' o :
  (forall c : Z, g c = g' c) -> (forall c, h c = h' c) -> add_maps g h o = add_maps g' h' o.
Proof. unfold add_maps; intros E E'; now rewrite E, E'. Qed.

(** The first convolution, *)
Definition L1 := conv_layer 3 2 1 10 3 w1 two.
(** the pooling, *)
Definition L2 := pool_layer 3 2 1 5 two.
(** the two branches, *)
Definition L3 := conv_layer 3 2 1 3 16 w3 two.
(** the second of which is the projection, *)
Definition L4 := conv_layer 1 2 0 3 16 w4 two.
(** what the branches share, *)
Definition trunk := Layer L2 (Layer L1 Input).
(** and the network. *)
Definition residual := Pixel add_maps (Layer L3 trunk) (Layer L4 trunk).

(** With exact masks. *)
Example residual_phases x o m : eval residual x o m = eval_unit residual (both 1 1) (phases (both 8 8) x) 0%V o m.
Proof.
  assert (F : grid residual (both 1 1) (both 8 8)) by (simpl; intuition auto using add_maps_values).
  assert (P1 : (1 <= both 1 1)%V) by numbers. assert (P0 : (0 <= (0 : vec 2))%V) by numbers.
  assert (Pt : (0 < both 1 1)%V) by numbers.
  rewrite (network_phases residual _ _ x _ P1 F (phases_refl _ x) 0%V o m P0 Pt).
  exact (f_equal (eval residual x o) (eq_sym (vunit 2 m))).
Qed.

(** The mask after layer 1 may go: pooling does not read its high padding. *)
Example mask_may_go :
  no_mask_needed (both 3 3) (both 2 2) (both 1 1) (both 1 1) (both 1 1) (both 10 10) (both 4 4) = true.
Proof. reflexivity. Qed.
(** The mask after pooling has to stay. *)
Example mask_must_stay :
  no_mask_needed (both 3 3) (both 2 2) (both 1 1) (both 1 1) (both 1 1) (both 5 5) (both 2 2) = false.
Proof. reflexivity. Qed.

(** The first layer without its mask, *)
Definition L1' := set_mask L1 (cell_mask (both 10 10) (both 4 4)).
(** what the branches share, *)
Definition trunk' := Layer (set_mask L2 (mask L2)) (Layer L1' Input).
(** and the network. *)
Definition residual' := Pixel add_maps (Layer (set_mask L3 (mask L3)) trunk') (Layer (set_mask L4 (mask L4)) trunk').
(** It has the same values: nothing reads a ghost of the first layer. *)
Lemma residual_agree : agree residual residual' (fun _ => True).
Proof.
  assert (T : agree trunk trunk' (fun _ => True)).
  { eapply agree_layer with (R := no_ghost (both 10 10) (both 4 4)).
    - eapply agree_layer with (R := fun _ => True); auto using agree_input.
      intros; apply no_ghost_mask; [numbers|auto].
    - auto.
    - intros j i _ [Hj Hj']%insides_spec Hi Hi'.
      apply (no_mask_needed_sound 2 (both 3 3) (both 2 2) (both 1 1) (both 1 1) (both 1 1)); auto; numbers. }
  apply agree_pixel; [eapply agree_layer; eauto .. |]. auto using add_maps_values.
Qed.

(** Without the first mask. *)
Example residual_phases_relaxed x o m :
  eval residual x o m = eval_unit residual' (both 1 1) (phases (both 8 8) x) 0%V o m.
Proof.
  assert (F : grid residual' (both 1 1) (both 8 8)) by (simpl; intuition auto using add_maps_values).
  assert (P1 : (1 <= both 1 1)%V) by numbers. assert (P0 : (0 <= (0 : vec 2))%V) by numbers.
  assert (Pt : (0 < both 1 1)%V) by numbers.
  rewrite <- (network_phases_relaxed _ _ _ _ _ x _ 0%V o m residual_agree F (phases_refl _ x) P1 P0 Pt I).
  exact (f_equal (eval residual x o) (eq_sym (vunit 2 m))).
Qed.
End Net.
