(** * Sizes: how many outputs, how many cells, how much padding in cells.  One axis, integers only. *)
From Coq Require Import ZArith Lia Bool.
From Symstride Require Export OneAxis.
Open Scope Z_scope.

(** [n/d] rounded up. *)
Definition ceil_div (n d : Z) : Z := (n + d - 1) / d.

(** Whether [0 <= t < N]: whether [t] is a place of a signal of [N] samples. *)
Definition inside (N t : Z) : bool := (0 <=? t) && (t <? N).

(** The number of outputs of a layer on [N] samples, with low padding [p] and high padding [p']. *)
Definition output_size (k s dl p p' N : Z) : Z := (N + p + p' - dl*(k-1) - 1) / s + 1.

(** The expanded kernel size, in cells. *)
Definition bank_size (k s dl p a : Z) : Z := umax k s dl p a - umin s p a + 1.

(** The padding before the first input cell, *)
Definition low_pad (s p a : Z) : Z := - umin s p a.
(** and after its last one: whatever makes the output cells come out; negative when it crops. *)
Definition high_pad (k s dl p p' a N : Z) : Z :=
  ceil_div (output_size k s dl p p' N) a + umax k s dl p a - ceil_div N (s*a).

(** What the two Boolean tests and the rounding mean. *)
Lemma inside_spec N t : inside N t = true <-> 0 <= t < N.
Proof. unfold inside; rewrite andb_true_iff, Z.leb_le, Z.ltb_lt; lia. Qed.
(** And what it means when it fails. *)
Lemma inside_false N t : inside N t = false <-> ~ 0 <= t < N.
Proof. rewrite <- inside_spec. destruct (inside N t); split; congruence. Qed.
(** Rounding up is what it should be, and *)
Lemma ceil_div_spec n d : 0 < d -> d * (ceil_div n d - 1) < n <= d * ceil_div n d.
Proof. intros; unfold ceil_div. pose proof (Z.div_mod (n+d-1) d). pose proof (Z.mod_pos_bound (n+d-1) d). nia. Qed.
(** nothing else is. *)
Lemma ceil_div_unique n d q : 0 < d -> d * (q - 1) < n <= d * q -> ceil_div n d = q.
Proof. intros Hd H. pose proof (ceil_div_spec n d Hd). nia. Qed.

(** Output [j] exists exactly when the last tap of its window falls inside the padded signal. *)
Theorem output_size_spec k s dl p p' N j : 1 <= s ->
  j < output_size k s dl p p' N <-> s*j + dl*(k-1) - p <= N - 1 + p'.
Proof.
  intros; unfold output_size. set (t := N + p + p' - dl*(k-1) - 1).
  pose proof (Z.div_mod t s). pose proof (Z.mod_pos_bound t s). split; intros; subst t; nia.
Qed.

(** The low padding is counted in cells, rounded up. *)
Theorem low_pad_ceil s p a : 1 <= s -> 1 <= a -> low_pad s p a = ceil_div p (s*a).
Proof.
  intros; unfold low_pad, umin. assert (0 < s*a) by nia. pose proof (ceil_div_spec p (s*a)).
  pose proof (Z.div_mod (-p) (s*a)). pose proof (Z.mod_pos_bound (-p) (s*a)). nia.
Qed.

(** With this padding, the expanded layer, of stride 1 and dilation 1, has exactly as many output cells as the
    strided layer's outputs fill. *)
Theorem high_pad_outputs k s dl p p' a N :
  output_size (bank_size k s dl p a) 1 1 (low_pad s p a) (high_pad k s dl p p' a N) (ceil_div N (s*a)) =
  ceil_div (output_size k s dl p p' N) a.
Proof. unfold output_size at 1, bank_size, low_pad, high_pad. rewrite Z.div_1_r. lia. Qed.

(** The last cell that an output cell reads is the last one of the padded input: none is missing, none
    is left over. *)
Theorem high_pad_exact k s dl p p' a N :
  let M' := ceil_div (output_size k s dl p p' N) a in
  (M' - 1) + umax k s dl p a = ceil_div N (s*a) + high_pad k s dl p p' a N - 1.
Proof. unfold high_pad. lia. Qed.

(** For one output phase, the expanded kernel has [ceil((D+1)/s)] taps or one more than [ceil(D/s)] at most, where
    [D = dl*(k-1)]: *)
Theorem bank_size_bounds k s dl p : 1 <= s ->
  ceil_div (dl*(k-1) + 1) s <= bank_size k s dl p 1 <= ceil_div (dl*(k-1)) s + 1.
Proof.
  intros Hs; unfold bank_size, umax, umin. replace (s*(1-1)) with 0 by lia. rewrite Z.mul_1_r, Z.add_0_l.
  pose proof (ceil_div_spec (dl*(k-1)+1) s). pose proof (ceil_div_spec (dl*(k-1)) s).
  pose proof (Z.div_mod (-p) s). pose proof (Z.mod_pos_bound (-p) s).
  pose proof (Z.div_mod (dl*(k-1)-p) s). pose proof (Z.mod_pos_bound (dl*(k-1)-p) s). nia.
Qed.

(** the smaller of the two is reached by the phases of the padded signal, that is, for [p = 0]. *)
Theorem bank_size_padded k s dl : 1 <= s -> bank_size k s dl 0 1 = ceil_div (dl*(k-1) + 1) s.
Proof.
  intros Hs; unfold bank_size, umax, umin, ceil_div. replace (s*(1-1)) with 0 by lia.
  change (- 0) with 0. rewrite Z.mul_1_r, Z.add_0_l, !Z.sub_0_r.
  replace (dl*(k-1) + 1 + s - 1) with (dl*(k-1) + 1*s) by lia. rewrite Z.div_add; lia.
Qed.

(** Every output is some phase of some cell, *)
Theorem cell_cover a M j : 1 <= a -> 0 <= j < M ->
  0 <= j mod a < a /\ 0 <= j / a < ceil_div M a /\ j = a * (j/a) + j mod a.
Proof.
  intros. pose proof (Z.div_mod j a). pose proof (Z.mod_pos_bound j a). pose proof (ceil_div_spec M a). nia.
Qed.

(** and the output cells that are no output of the layer (ghosts) stand in the last cell only, from phase [M mod a]
    on, and only when [a] does not divide [M]. *)
Theorem surplus a M tau m : 1 <= a -> 0 <= tau < a -> 0 <= m < ceil_div M a ->
  ~ 0 <= a*m+tau < M <-> m = ceil_div M a - 1 /\ M mod a <> 0 /\ M mod a <= tau.
Proof.
  intros Ha Ht Hm. assert (S := ceil_div_spec M a). assert (D := Z.div_mod M a).
  assert (R := Z.mod_pos_bound M a). set (c := ceil_div M a) in *. set (q := M / a) in *. set (r := M mod a) in *.
  clearbody c q r. assert (c = q /\ r = 0 \/ c = q + 1 /\ r <> 0) as [[-> ->]|[-> ?]].
  { destruct (Z.eq_dec r 0); [left|right]; split; auto; nia. }
  - split; intros; nia.
  - split; intros; [assert (m = q) by nia; subst; lia|]. replace m with q in * by lia. lia.
Qed.

(** Without a surplus, a place is inside exactly when its cell is. *)
Theorem mask_divides a M tau m : 1 <= a -> (a | M) -> 0 <= tau < a -> inside M (a*m+tau) = inside (M/a) m.
Proof.
  intros Ha [q ->] Ht. rewrite Z.div_mul by lia. apply eq_true_iff_eq; rewrite !inside_spec; nia.
Qed.
