(** * Sums: finite sums over ranges of integers, and how a quotient and a remainder are picked out of them.

    The laws are those that the kernel's derivation uses, under the same names where it has them: exchange of two
    sums, a factor pulled out, one index picked, a quotient and remainder picked, and two sums flattened into one. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Algebra.
Import ListNotations.
Open Scope Z_scope.

(** [range lo hi] lists the integers [lo <= i < hi]; it is empty when [hi <= lo]. *)
Definition range (lo hi : Z) : list Z :=
  map (fun i => lo + Z.of_nat i) (seq 0 (Z.to_nat (hi - lo))).

(** [sum l f] adds up [f i] for the [i] in [l]. *)
Definition sum {T C} {M : CMon C} (l : list T) (f : T -> C) : C :=
  fold_right (fun i acc => add (f i) acc) zero l.

(** [SUM lo <= i < hi, e] is the sum of [e] over that range; an empty range gives zero. *)
Notation "'SUM' lo <= i < hi , e" := (sum (range lo hi) (fun i => e))
  (at level 60, lo at level 59, i name, hi at level 59, e at level 60, right associativity,
   format "'SUM'  lo  <=  i  <  hi ,  e").

(** The range holds exactly the integers that it says. *)
Lemma in_range lo hi i : In i (range lo hi) <-> lo <= i < hi.
Proof.
  unfold range; rewrite in_map_iff; split.
  - intros (n & <- & H%in_seq). lia.
  - intros H; exists (Z.to_nat (i - lo)); rewrite in_seq; lia.
Qed.

(** Each of them stands there once. *)
Lemma nodup_range lo hi : NoDup (range lo hi).
Proof.
  unfold range; generalize 0%nat as b; generalize (Z.to_nat (hi - lo)) as n.
  induction n; simpl; constructor; auto.
  rewrite in_map_iff; intros (j & E & Hj%in_seq); lia.
Qed.

Section Sums.
Context {C : Type} {M : CMon C}.

(** Sums agree when they agree term by term. *)
Lemma sum_ext {T} (l : list T) (f g : T -> C) :
  (forall i, In i l -> f i = g i) -> sum l f = sum l g.
Proof. induction l; simpl; intros E; [|rewrite IHl, E]; auto. Qed.

(** A sum of zeros is zero, *)
Lemma sum_zero {T} (l : list T) : sum l (fun _ => zero) = zero.
Proof. induction l; simpl; [|rewrite IHl, add_0_l]; auto. Qed.

(** and so is a sum whose terms all vanish. *)
Lemma sum_all_zero {T} (l : list T) (f : T -> C) :
  (forall i, In i l -> f i = zero) -> sum l f = zero.
Proof. intros E. rewrite (sum_ext l f (fun _ => zero)); auto using sum_zero. Qed.

(** The sum of a sum of two terms is the sum of two sums. *)
Lemma sum_add {T} (l : list T) (f g : T -> C) :
  sum l (fun i => add (f i) (g i)) = add (sum l f) (sum l g).
Proof.
  induction l; simpl; [now rewrite add_0_l|]. rewrite IHl, !add_assoc. f_equal.
  rewrite <- !add_assoc. f_equal. apply add_comm.
Qed.

(** Two sums may be exchanged. *)
Lemma sum_swap {T U} (l : list T) (l' : list U) (f : T -> U -> C) :
  sum l (fun i => sum l' (f i)) = sum l' (fun j => sum l (fun i => f i j)).
Proof.
  induction l; simpl; [now rewrite sum_zero|]. now rewrite IHl, sum_add.
Qed.

(** A bracket moves into a sum. *)
Lemma sum_if {T} (l : list T) (b : bool) (f : T -> C) :
  [: b :] sum l f = sum l (fun i => [: b :] f i).
Proof. destruct b; auto. now rewrite sum_zero. Qed.

(** A sum with at most one term that is not zero is that term. *)
Lemma sum_one {T} (l : list T) (f : T -> C) q :
  NoDup l -> In q l -> (forall i, In i l -> i <> q -> f i = zero) -> sum l f = f q.
Proof.
  induction 1 as [|i l Hi ND IH]; simpl; [easy|]. intros [->|Hq] Z.
  - rewrite sum_all_zero, add_0_r; auto.
    intros j Hj; apply Z; auto. now intros ->.
  - rewrite IH, Z, add_0_l; auto. now intros ->.
Qed.

(** Terms that are zero may be left out. *)
Lemma sum_filter {T} (l : list T) (b : T -> bool) (f : T -> C) :
  (forall i, In i l -> b i = false -> f i = zero) -> sum l f = sum (filter b l) f.
Proof.
  induction l as [|i l IH]; simpl; auto; intros E. rewrite IH by auto. destruct (b i) eqn:B; auto.
  now rewrite E, add_0_l by auto.
Qed.

(** The bracket [i = q] picks the term at [q]. *)
Lemma pick_index lo hi q (f : Z -> C) :
  lo <= q < hi -> (SUM lo <= i < hi, [: i =? q :] f i) = f q.
Proof.
  intros Hq. rewrite (sum_one _ _ q), Z.eqb_refl; auto using nodup_range.
  - now apply in_range.
  - intros i _ Ne. apply Z.eqb_neq in Ne. now rewrite Ne.
Qed.

(** The bracket [t = n*u + rho] picks the remainder for [rho] and the quotient for [u]: division with remainder,
    existence and uniqueness in one equation. *)
Lemma pick_quotient n lo hi t (F : Z -> Z -> C) : 0 < n -> lo <= t / n < hi ->
  (SUM 0 <= rho < n, SUM lo <= u < hi, [: t =? n*u + rho :] F rho u) = F (t mod n) (t / n).
Proof.
  intros Hn Hu. rewrite <- (pick_index 0 n (t mod n) (fun r => F r (t/n))) by (apply Z.mod_pos_bound; lia).
  apply sum_ext; intros rho Hr%in_range.
  destruct (Z.eqb_spec rho (t mod n)) as [->|Ne].
  - rewrite <- (pick_index lo hi (t/n) (F (t mod n))) by auto.
    apply sum_ext; intros u _. replace (t =? n*u + t mod n) with (u =? t/n); auto.
    apply eq_true_iff_eq; rewrite !Z.eqb_eq. pose proof (Z.div_mod t n). nia.
  - apply sum_all_zero; intros u _.
    destruct (Z.eqb_spec t (n*u + rho)) as [->|]; auto. destruct Ne.
    rewrite Z.add_comm, Z.mul_comm, Z.mod_add, Z.mod_small; lia.
Qed.

(** Two sums become one over [q = n*c + rho].  A block of consecutive [c] becomes a block of consecutive [q], so
    groups of channels stay groups. *)
Lemma flatten_sums n lo hi (F : Z -> Z -> C) : 0 < n ->
  (SUM lo <= c < hi, SUM 0 <= rho < n, F c rho) = SUM n*lo <= q < n*hi, F (q / n) (q mod n).
Proof.
  intros HS; symmetry.
  transitivity (SUM n*lo <= q < n*hi, SUM 0 <= rho < n, SUM lo <= c < hi, [: q =? n*c + rho :] F c rho).
  - apply sum_ext; intros q Hq%in_range. symmetry. apply (pick_quotient n lo hi q (fun rho c => F c rho)); auto.
    pose proof (Z.div_mod q n). pose proof (Z.mod_pos_bound q n). nia.
  - rewrite sum_swap. erewrite sum_ext by (intros; apply sum_swap). rewrite sum_swap.
    apply sum_ext; intros c Hc%in_range. apply sum_ext; intros rho Hr%in_range.
    apply (pick_index (n*lo) (n*hi) (n*c + rho) (fun _ => F c rho)). nia.
Qed.

(** A range may be shifted to start at 0. *)
Lemma shift_sum lo hi (f : Z -> C) : (SUM lo <= u < hi, f u) = SUM 0 <= i < hi - lo, f (i + lo).
Proof.
  unfold range; rewrite Z.sub_0_r. generalize (seq 0 (Z.to_nat (hi - lo))) as l.
  induction l; simpl; auto. rewrite IHl. f_equal. f_equal. lia.
Qed.
End Sums.

(** A factor that does not depend on the index moves out of the sum. *)
Lemma sum_mul {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {T} (l : list T) (f : T -> A) (b : B) :
  sum l f ** b = sum l (fun i => f i ** b).
Proof. induction l; simpl; [apply mul_0_l|]. now rewrite mul_add_l, IHl. Qed.
