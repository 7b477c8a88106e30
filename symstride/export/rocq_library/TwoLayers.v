(** * TwoLayers: two strided layers on one grid, and when a mask is needed between them.  One axis.

    Every all-convolutional network is one of unit stride (Kong and Lucey, arXiv 1712.02502).  What the paper leaves
    out is the edge: layer 2 pads the output of layer 1, and the last cell may hold places past that output.
    [Network] has any depth and any number of axes. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Sums OneAxis Sizes.
Open Scope Z_scope.

Section TwoLayers.
Context {A1 B C1 A2 B2 C2 : Type} {MA1 : CMon A1} {MC1 : CMon C1} {BL1 : Bil A1 B C1}
        {MA2 : CMon A2} {MC2 : CMon C2} {BL2 : Bil A2 B2 C2}.
Variables (k1 s1 dl1 p1 k2 s2 dl2 p2 a : Z) (channels1 channels2 : list Z)
  (w1 : Z -> Z -> Z -> A1) (w2 : Z -> Z -> A2) (act : Z -> C1 -> B2) (pad : B2) (x : Z -> Z -> B).
Hypotheses (Hs1 : 1 <= s1) (Hd1 : 0 <= dl1) (Hs2 : 1 <= s2) (Hd2 : 0 <= dl2) (Ha : 1 <= a).

(** Layer 1 as written: [M1] outputs, then bias and activation [act] per channel, [pad] everywhere else. *)
Definition first_layer M1 (c j : Z) : B2 :=
  if inside M1 j then act c (sum channels1 (fun c' => conv_axis k1 s1 dl1 p1 (w1 c c') (x c') j)) else pad.

(** Layer 2 as written, on top of it. *)
Definition second_layer M1 (j : Z) : C2 :=
  sum channels2 (fun c => conv_axis k2 s2 dl2 p2 (w2 c) (first_layer M1 c) j).

(** Layer 1 with stride 1, on phases. *)
Definition first_unit (c tau m : Z) : B2 := act c (sum channels1 (fun c' =>
  SUM 0 <= rho < s1*(s2*a), SUM umin s1 p1 (s2*a) <= u < umax k1 s1 dl1 p1 (s2*a) + 1,
    bank_axis k1 s1 dl1 p1 (s2*a) (w1 c c') tau rho u ** phases_axis (s1*(s2*a)) (x c') rho (m+u))).

(** Layer 2 with stride 1, on those; [mask rho m] says which cells hold data, the others hold [pad]. *)
Definition second_unit (mask : Z -> Z -> bool) (tau m : Z) : C2 := sum channels2 (fun c =>
  SUM 0 <= rho < s2*a, SUM umin s2 p2 a <= u < umax k2 s2 dl2 p2 a + 1,
    bank_axis k2 s2 dl2 p2 a (w2 c) tau rho u ** (if mask rho (m+u) then first_unit c rho (m+u) else pad)).

(** The exact mask: the place that phase [rho] of cell [m] stands for exists. *)
Definition exact_mask M1 (rho m : Z) := inside M1 (s2*a*m + rho).
(** No mask: nothing but the padding of the array of cells. *)
Definition no_mask M1 (rho m : Z) := inside (ceil_div M1 (s2*a)) m.

(** With the exact mask, the two networks agree, whatever the sizes. *)
Theorem two_layers M1 tau m : 0 <= tau < a ->
  second_layer M1 (a*m + tau) = second_unit (exact_mask M1) tau m.
Proof.
  intros Ht. apply sum_ext; intros c _.
  change (conv_axis k2 s2 dl2 p2 (w2 c) (first_layer M1 c) (a*m+tau))
    with (phases_axis a (conv_axis k2 s2 dl2 p2 (w2 c) (first_layer M1 c)) tau m).
  rewrite phase_lemma_axis by auto. apply sum_ext; intros rho Hr%in_range. apply sum_ext; intros u _. f_equal.
  unfold exact_mask, phases_axis at 1, first_layer. destruct inside; auto. unfold first_unit. f_equal.
  apply sum_ext; intros c' _. apply (phase_lemma_axis k1 s1 dl1 p1 (s2*a)); auto; nia.
Qed.

(** Masks that agree on all phases give the same network. *)
Lemma second_unit_ext mask mask' tau m : (forall rho q, 0 <= rho < s2*a -> mask rho q = mask' rho q) ->
  second_unit mask tau m = second_unit mask' tau m.
Proof.
  intros E. apply sum_ext; intros c _. apply sum_ext; intros rho Hr%in_range.
  apply sum_ext; intros u _. now rewrite E.
Qed.

(** No mask is needed when the number of phases divides [M1]: there are no ghosts. *)
Theorem two_layers_divides M1 tau m : 0 <= tau < a -> (s2*a | M1) ->
  second_layer M1 (a*m + tau) = second_unit (no_mask M1) tau m.
Proof.
  intros Ht HD. rewrite two_layers by auto. apply second_unit_ext; intros rho q Hr. unfold exact_mask, no_mask.
  rewrite mask_divides by (auto; nia). f_equal. destruct HD as [c ->].
  rewrite Z.div_mul by nia. pose proof (ceil_div_spec (c*(s2*a)) (s2*a)). nia.
Qed.

(** No mask is needed for an output that reads no ghost. *)
Theorem two_layers_unread M1 tau m : 0 <= tau < a ->
  (forall i, 0 <= i < k2 -> ~ M1 <= s2*(a*m+tau) + dl2*i - p2 < s2*a * ceil_div M1 (s2*a)) ->
  second_layer M1 (a*m + tau) = second_unit (no_mask M1) tau m.
Proof.
  intros Ht HR. set (M' := s2*a * ceil_div M1 (s2*a)). assert (0 < s2*a) by nia.
  assert (K : M' / (s2*a) = ceil_div M1 (s2*a)) by (subst M'; rewrite Z.mul_comm, Z.div_mul; lia).
  transitivity (second_layer M' (a*m+tau)).
  - apply sum_ext; intros c _. apply conv_agree; intros i Hi. specialize (HR i Hi). unfold first_layer.
    pose proof (ceil_div_spec M1 (s2*a)). set (t := s2*(a*m+tau) + dl2*i - p2) in *.
    replace (inside M' t) with (inside M1 t); auto. apply eq_true_iff_eq; rewrite !inside_spec. subst M'; lia.
  - rewrite two_layers by auto. apply second_unit_ext; intros rho q Hr. unfold exact_mask, no_mask.
    rewrite mask_divides, K; auto; [lia|]. subst M'. now exists (ceil_div M1 (s2*a)); lia.
Qed.

(** The outputs of layer 2 stay below [M1] exactly when its high padding [p'] is not read, which is a condition on
    sizes alone. *)
Theorem high_pad_unused M1 p' : 1 <= k2 -> 1 <= output_size k2 s2 dl2 p2 p' M1 ->
  (forall j i, 0 <= j < output_size k2 s2 dl2 p2 p' M1 -> 0 <= i < k2 -> s2*j + dl2*i - p2 < M1)
  <-> p' <= (M1 + p2 + p' - dl2*(k2-1) - 1) mod s2.
Proof.
  intros Hk HM. unfold output_size in *. set (t := M1 + p2 + p' - dl2*(k2-1) - 1) in *.
  assert (D := Z.div_mod t s2 ltac:(lia)). split.
  - intros R. specialize (R (t/s2) (k2-1) ltac:(lia) ltac:(lia)). subst t; lia.
  - intros L j i Hj Hi. assert (s2*j <= s2*(t/s2)) by nia. assert (dl2*i <= dl2*(k2-1)) by nia. subst t; lia.
Qed.

(** So no mask is needed under that condition. *)
Corollary two_layers_no_mask M1 p' tau m : 0 <= tau < a -> 1 <= k2 ->
  0 <= a*m + tau < output_size k2 s2 dl2 p2 p' M1 ->
  p' <= (M1 + p2 + p' - dl2*(k2-1) - 1) mod s2 ->
  second_layer M1 (a*m + tau) = second_unit (no_mask M1) tau m.
Proof.
  intros Ht Hk Hj L. apply two_layers_unread; auto. intros i Hi.
  assert (H := proj2 (high_pad_unused M1 p' Hk ltac:(lia)) L (a*m+tau) i Hj Hi). lia.
Qed.
End TwoLayers.
