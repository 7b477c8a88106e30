(** * Boundary: finite signals, extended by zero or wrapped around.  One axis. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Sums OneAxis Sizes.
Open Scope Z_scope.

(** A signal of [N] samples, with [pad] everywhere else.  [pad] is zero for a convolution; it may be anything, such
    as minus infinity for max-pooling. *)
Definition extend {T} (pad : T) (N : Z) (x : Z -> T) (t : Z) : T := if inside N t then x t else pad.

(** A signal of [N] samples, repeated: circular padding. *)
Definition wrap {T} (N : Z) (x : Z -> T) (t : Z) : T := x (t mod N).

(** Cells before the first hold places before 0 only. *)
Lemma before_first_cell n rho m : 1 <= n -> rho < n -> m < 0 -> n*m + rho < 0.
Proof. nia. Qed.
(** Cells after the last hold places after [N] only. *)
Lemma behind_last_cell n N rho m : 1 <= n -> 0 <= rho -> ceil_div N n <= m -> N <= n*m + rho.
Proof. intros. pose proof (ceil_div_spec N n). nia. Qed.

(** A phase is inside exactly when its cell is: on the low side always. *)
Theorem low_boundary n rho m : 1 <= n -> 0 <= rho < n -> (0 <=? n*m + rho) = (0 <=? m).
Proof. intros. apply eq_true_iff_eq; rewrite !Z.leb_le; nia. Qed.
(** On the high side, when the size is a whole number of cells. *)
Theorem high_boundary n q rho m : 1 <= n -> 0 <= rho < n -> (n*m + rho <? n*q) = (m <? q).
Proof. intros. apply eq_true_iff_eq; rewrite !Z.ltb_lt; nia. Qed.

(** When the last output's last tap reads below [N], every output's every tap does: then no ghost is read. *)
Theorem unread_ghosts k s dl p M N i j : 1 <= s -> 0 <= dl -> i < k -> j < M ->
  s*(M-1) + dl*(k-1) - p < N -> (s*j + dl*i - p <? N) = true.
Proof. intros. apply Z.ltb_lt. nia. Qed.

(** Outside the cells, the phases of a signal that is [pad] outside [[0, N)] are [pad]. *)
Theorem phases_outside {B} (pad : B) n N (x : Z -> B) rho m : 0 < n ->
  (forall t, ~ 0 <= t < N -> x t = pad) -> 0 <= rho < n -> ~ 0 <= m < ceil_div N n ->
  phases_axis n x rho m = pad.
Proof. intros Hn Hx Hr Hm. apply Hx. pose proof (ceil_div_spec N n Hn). nia. Qed.

(** So the phases of an extended signal are extended signals, of [ceil(N/n)] cells each. *)
Theorem phases_extend {B} (pad : B) n N (x : Z -> B) rho m : 0 < n -> 0 <= rho < n ->
  phases_axis n (extend pad N x) rho m = extend pad (ceil_div N n) (phases_axis n (extend pad N x) rho) m.
Proof.
  intros Hn Hr. unfold extend at 2. destruct (inside (ceil_div N n) m) eqn:I; auto.
  apply phases_outside with N; auto; [|now apply inside_false].
  intros t Ht%inside_false. unfold extend. now rewrite Ht.
Qed.

(** The phases of a circular signal are circular, of [N/n] cells each, when [n] divides [N]. *)
Theorem phases_wrap {B} n N (x : Z -> B) rho m : 0 < n -> 0 < N -> (n | N) -> 0 <= rho < n ->
  phases_axis n (wrap N x) rho m = wrap (N / n) (phases_axis n x rho) m.
Proof.
  intros Hn HN [q ->] Hr. unfold phases_axis, wrap. rewrite Z.div_mul by lia. f_equal.
  assert (0 < q) by nia. pose proof (Z.div_mod m q). pose proof (Z.mod_pos_bound m q).
  symmetry; apply Z.mod_unique with (m / q); nia.
Qed.

Section Finite.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C}.

(** The phase lemma on finite signals: output [j] of the strided layer comes from the array of cells [F], which holds the
    phases of the [N] samples in [ceil(N/S)] cells and is padded with [pad]. *)
Theorem phase_lemma_finite k s dl p p' a (pad : B) N (w : Z -> A) (x : Z -> B) (F : Z -> Z -> B) j :
  1 <= s -> 1 <= a -> 0 <= dl -> (forall t, ~ 0 <= t < N -> x t = pad) ->
  (forall rho m, 0 <= rho < s*a -> 0 <= m < ceil_div N (s*a) -> F rho m = x (s*a*m + rho)) ->
  0 <= j < output_size k s dl p p' N ->
  conv_axis k s dl p w x j =
  SUM 0 <= rho < s*a, SUM umin s p a <= u < umax k s dl p a + 1,
    bank_axis k s dl p a w (j mod a) rho u ** extend pad (ceil_div N (s*a)) (F rho) (j/a + u).
Proof.
  intros Hs Ha Hd Hx HF Hj. destruct (cell_cover a _ j Ha Hj) as (Ht & _ & E). rewrite E at 1.
  change (conv_axis k s dl p w x (a*(j/a) + j mod a))
    with (phases_axis a (conv_axis k s dl p w x) (j mod a) (j/a)).
  rewrite phase_lemma_axis by auto. apply sum_ext; intros rho Hr%in_range. apply sum_ext; intros u _. f_equal.
  unfold extend. destruct inside eqn:I; [apply inside_spec in I; symmetry; now apply HF|].
  apply inside_false in I. apply phases_outside with N; auto; nia.
Qed.
End Finite.
