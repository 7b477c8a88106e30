(** * Vectors: one integer per axis, arithmetic axis by axis, and nested sums.

    A vector of [d] integers is a pair of its first entry and the rest, so each definition on [d] axes unfolds, for a
    given [d], to what one would write out: a sum over [lo <= i < hi] is [d] nested sums, one per axis. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Sums.
Open Scope Z_scope.

(** Vectors of [d] integers. *)
Fixpoint vec (d : nat) : Type := match d with O => unit | S d => (Z * vec d)%type end.

(** The same integer on each axis, *)
Fixpoint vcst (c : Z) {d} : vec d := match d with O => tt | S d => (c, vcst c) end.
(** an operation axis by axis, *)
Fixpoint vmap2 (f : Z -> Z -> Z) {d} : vec d -> vec d -> vec d :=
  match d with O => fun _ _ => tt
  | S d => fun u v => (f (fst u) (fst v), vmap2 f (snd u) (snd v)) end.
(** a relation on every axis, *)
Fixpoint vall2 (P : Z -> Z -> Prop) {d} : vec d -> vec d -> Prop :=
  match d with O => fun _ _ => True
  | S d => fun u v => P (fst u) (fst v) /\ vall2 P (snd u) (snd v) end.
(** and equality, as a test. *)
Fixpoint veqb {d} : vec d -> vec d -> bool :=
  match d with O => fun _ _ => true
  | S d => fun u v => (fst u =? fst v) && veqb (snd u) (snd v) end.

(** Equality of vectors is decided. *)
Lemma veqb_spec d : forall u v : vec d, veqb u v = true <-> u = v.
Proof.
  induction d; [now intros [] []|]. intros [u u'] [v v']; simpl.
  rewrite andb_true_iff, Z.eqb_eq, IHd. intuition congruence.
Qed.

Declare Scope vec_scope.
Delimit Scope vec_scope with V.
Bind Scope vec_scope with vec.
Notation "0" := (vcst 0) : vec_scope.
Notation "1" := (vcst 1) : vec_scope.
Infix "+" := (vmap2 Z.add) : vec_scope.
Infix "-" := (vmap2 Z.sub) : vec_scope.
Infix "*" := (vmap2 Z.mul) : vec_scope.
Infix "/" := (vmap2 Z.div) : vec_scope.
Infix "mod" := (vmap2 Z.modulo) : vec_scope.
Infix "<=" := (vall2 Z.le) : vec_scope.
Infix "<" := (vall2 Z.lt) : vec_scope.
Infix "=?" := veqb : vec_scope.

(** [sumv lo hi f] is the nested sum over the box [lo <= v < hi], the first axis outermost. *)
Fixpoint sumv {C} {M : CMon C} {d} : vec d -> vec d -> (vec d -> C) -> C :=
  match d with O => fun _ _ f => f tt
  | S d => fun lo hi f => SUM fst lo <= i < fst hi, sumv (snd lo) (snd hi) (fun v => f (i, v)) end.
Notation "'SUMV' lo <= i < hi , e" := (sumv lo%V hi%V (fun i => e))
  (at level 60, lo at level 59, i name, hi at level 59, e at level 60, right associativity).

Section SumsOnBoxes.
Context {C : Type} {M : CMon C}.

(** The laws of sums carry over, axis by axis: equal terms, *)
Lemma sumv_ext d : forall (lo hi : vec d) (f g : vec d -> C),
  (forall v, (lo <= v)%V -> (v < hi)%V -> f v = g v) -> sumv lo hi f = sumv lo hi g.
Proof.
  induction d; simpl; intros lo hi f g E; [now apply E|].
  apply sum_ext; intros i [Hi Hi']%in_range. apply IHd; intros v Hl Hh. now apply E.
Qed.

(** zeros, *)
Lemma sumv_zero d : forall lo hi : vec d, sumv lo hi (fun _ => zero) = zero.
Proof. induction d; simpl; intros; auto. apply sum_all_zero; auto. Qed.

(** brackets, *)
Lemma sumv_if d : forall (lo hi : vec d) (b : bool) (f : vec d -> C),
  [: b :] sumv lo hi f = sumv lo hi (fun v => [: b :] f v).
Proof. intros; destruct b; auto. now rewrite sumv_zero. Qed.

(** exchange with another sum, *)
Lemma sumv_sum {T} (l : list T) d : forall (lo hi : vec d) (f : vec d -> T -> C),
  sumv lo hi (fun v => sum l (f v)) = sum l (fun j => sumv lo hi (fun v => f v j)).
Proof.
  induction d; simpl; intros; auto. rewrite <- sum_swap. apply sum_ext; intros i _.
  exact (IHd _ _ (fun v => f (i, v))).
Qed.

(** and with another nested sum. *)
Lemma sumv_swap d e : forall (lo hi : vec d) (lo' hi' : vec e) (f : vec d -> vec e -> C),
  sumv lo hi (fun v => sumv lo' hi' (f v)) = sumv lo' hi' (fun v' => sumv lo hi (fun v => f v v')).
Proof.
  induction d; simpl; intros; auto.
  etransitivity; [apply sum_ext; intros i _; exact (IHd _ _ _ _ (fun v => f (i, v)))|].
  symmetry; apply sumv_sum.
Qed.

(** One list of indices per axis. *)
Fixpoint lists (d : nat) : Type := match d with O => unit | S d => (list Z * lists d)%type end.
(** The sum over them, the first axis outermost. *)
Fixpoint sum_lists {d} : lists d -> (vec d -> C) -> C :=
  match d with O => fun _ f => f tt
  | S d => fun l f => sum (fst l) (fun i => sum_lists (snd l) (fun v => f (i, v))) end.
(** It is zero when all terms are, *)
Lemma sum_lists_zero d : forall (l : lists d) (f : vec d -> C), (forall v, f v = zero) -> sum_lists l f = zero.
Proof. induction d; simpl; intros; auto. apply sum_all_zero; auto. Qed.
(** and may be exchanged with another sum. *)
Lemma sum_lists_sum {T} (l' : list T) d : forall (l : lists d) (f : vec d -> T -> C),
  sum_lists l (fun v => sum l' (f v)) = sum l' (fun j => sum_lists l (fun v => f v j)).
Proof.
  induction d; simpl; intros; auto. rewrite <- sum_swap. apply sum_ext; intros i _.
  exact (IHd _ (fun v => f (i, v))).
Qed.

(** The bracket [v = e] picks the term at [e]. *)
Lemma pick_indices d : forall (lo hi e : vec d) (f : vec d -> C), (lo <= e)%V -> (e < hi)%V ->
  (SUMV lo <= v < hi, [: (v =? e)%V :] f v) = f e.
Proof.
  induction d; [now intros ? ? []|]. intros [lo lo'] [hi hi'] [e e'] f [? ?] [? ?]; simpl in *.
  transitivity (SUM lo <= i < hi, [: i =? e :] SUMV lo' <= v < hi', [: (v =? e')%V :] f (i, v)).
  - apply sum_ext; intros i _. rewrite sumv_if. apply sumv_ext; intros v _ _. now destruct (i =? e), (v =? e')%V.
  - rewrite pick_index by lia. now apply (IHd _ _ _ (fun v => f (e, v))).
Qed.

(** Division with remainder on each axis picks exactly one pair of vectors. *)
Lemma pick_quotients d : forall (n lo hi t : vec d) (F : vec d -> vec d -> C),
  (0 < n)%V -> (lo <= t / n)%V -> (t / n < hi)%V ->
  (SUMV 0 <= rho < n, SUMV lo <= u < hi, [: (t =? n*u + rho)%V :] F rho u) = F (t mod n)%V (t / n)%V.
Proof.
  induction d; [now simpl|]. intros [n n'] [lo lo'] [hi hi'] [t t'] F [Hn ?] [Hl ?] [Hh ?]; simpl in *.
  transitivity (SUM 0 <= r < n, SUM lo <= u < hi, [: t =? n*u + r :]
    SUMV 0 <= r' < n', SUMV lo' <= u' < hi', [: (t' =? n'*u' + r')%V :] F (r, r') (u, u')).
  2: { rewrite pick_quotient by auto. apply (IHd _ _ _ _ (fun r' u' => F (t mod n, r') (t / n, u'))); auto. }
  apply sum_ext; intros r _. rewrite sumv_sum. apply sum_ext; intros u _.
  rewrite sumv_if. apply sumv_ext; intros r' _ _. rewrite sumv_if. apply sumv_ext; intros u' _ _.
  now destruct (t =? _), (t' =? _)%V.
Qed.

(** A box may be shifted to start at 0. *)
Lemma shift_sumv d : forall (lo hi : vec d) (f : vec d -> C),
  (SUMV lo <= u < hi, f u) = SUMV 0 <= i < hi - lo, f (i + lo)%V.
Proof.
  induction d; simpl; intros; auto. rewrite shift_sum. apply sum_ext; intros i _.
  exact (IHd _ _ (fun v => f (i + fst lo, v))).
Qed.
End SumsOnBoxes.

(** A factor that does not depend on the index moves out of a nested sum. *)
Lemma sumv_mul {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} d : forall (lo hi : vec d) (f : vec d -> A) (b : B),
  sumv lo hi f ** b = sumv lo hi (fun v => f v ** b).
Proof.
  induction d; simpl; intros; auto. rewrite sum_mul. apply sum_ext; intros i _. apply (IHd _ _ (fun v => f (i, v))).
Qed.

(** Products of positive vectors are positive. *)
Lemma vpos_mul d : forall s a : vec d, (1 <= s)%V -> (1 <= a)%V -> (0 < s*a)%V.
Proof. induction d; [easy|]. intros [s ?] [a ?] [? ?] [? ?]; simpl in *; split; auto; nia. Qed.
(** The same, for at least 1. *)
Lemma vone_mul d : forall s a : vec d, (1 <= s)%V -> (1 <= a)%V -> (1 <= s*a)%V.
Proof. induction d; [easy|]. intros [s ?] [a ?] [? ?] [? ?]; simpl in *; split; auto; nia. Qed.
(** A factor of a positive vector is positive. *)
Lemma vone_div d : forall s a : vec d, (1 <= s)%V -> (1 <= a)%V -> (s * (a/s) = a)%V -> (1 <= a/s)%V.
Proof.
  induction d; [easy|]. intros [s ?] [a ?] [? ?] [? ?] E; simpl in *. injection E as E ?. split; auto; nia.
Qed.

(** [1*m + 0 = m]. *)
Lemma vunit d : forall m : vec d, (1*m + 0)%V = m.
Proof. induction d; [now intros []|]. intros [m ?]; cbn [vmap2 vcst fst snd]. f_equal; auto; lia. Qed.
