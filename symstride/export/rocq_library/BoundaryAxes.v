(** * BoundaryAxes: finite signals on any number of axes. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma Sizes Boundary.
Open Scope Z_scope.

(** Axis by axis: whether a place is inside, *)
Fixpoint insides {d} : vec d -> vec d -> bool :=
  match d with O => fun _ _ => true | S d => fun N t => inside (fst N) (fst t) && insides (snd N) (snd t) end.
(** division rounded up, *)
Definition ceil_divs {d} : vec d -> vec d -> vec d := vmap2 ceil_div.
(** and the number of outputs. *)
Fixpoint output_sizes {d} : vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d :=
  match d with O => fun _ _ _ _ _ _ => tt
  | S d => fun k s dl p p' N => (output_size (fst k) (fst s) (fst dl) (fst p) (fst p') (fst N),
                                 output_sizes (snd k) (snd s) (snd dl) (snd p) (snd p') (snd N)) end.

(** A signal of [N] samples, with [pad] everywhere else, *)
Definition extends {T} {d} (pad : T) (N : vec d) (x : vec d -> T) (t : vec d) : T := if insides N t then x t else pad.
(** and a signal repeated along every axis. *)
Definition wraps {T} {d} (N : vec d) (x : vec d -> T) (t : vec d) : T := x (t mod N)%V.

(** What the test means. *)
Lemma insides_spec d : forall N t : vec d, insides N t = true <-> (0 <= t)%V /\ (t < N)%V.
Proof. induction d; simpl; [tauto|]. intros; rewrite andb_true_iff, inside_spec, IHd; tauto. Qed.

(** A place inside the signal lies in a cell, *)
Theorem cell_inside d : forall n N rho m : vec d, (0 < n)%V -> (0 <= rho)%V -> (rho < n)%V ->
  insides N (n*m + rho)%V = true -> insides (ceil_divs N n) m = true.
Proof.
  induction d; [easy|]. intros [n ?] [N ?] [r ?] [m ?]; unfold ceil_divs; simpl.
  intros [? ?] [? ?] [? ?]; rewrite !andb_true_iff, !inside_spec. intros [? ?]; split.
  - pose proof (ceil_div_spec N n). nia.
  - eapply IHd with (rho := v1); eauto.
Qed.

(** so outside the cells, the phases of a signal that is [pad] outside are [pad]. *)
Corollary phases_outside_axes {d B} (pad : B) (n N : vec d) (x : Z -> vec d -> B) rho c m :
  (0 < n)%V -> (forall t, insides N t = false -> x c t = pad) -> (0 <= rho)%V -> (rho < n)%V ->
  insides (ceil_divs N n) m = false -> phases n x rho c m = pad.
Proof.
  intros Hn Hx Hr Hr' Hm. apply Hx. destruct (insides N _) eqn:E; auto.
  apply cell_inside in E; auto; congruence.
Qed.

(** The phases of an extended signal are extended signals, of [ceil(N/n)] cells each. *)
Corollary phases_extend_axes {d B} (pad : B) (n N : vec d) (x : Z -> vec d -> B) rho c m :
  (0 < n)%V -> (0 <= rho)%V -> (rho < n)%V ->
  phases n (fun c => extends pad N (x c)) rho c m =
  extends pad (ceil_divs N n) (phases n (fun c => extends pad N (x c)) rho c) m.
Proof.
  intros Hn Hr Hr'. unfold extends at 2. destruct (insides (ceil_divs N n) m) eqn:I; auto.
  apply phases_outside_axes with N; auto. intros t Ht. unfold extends. now rewrite Ht.
Qed.

(** The phases of a circular signal of [n*q] samples are circular, of [q] cells each. *)
Lemma cells_wrap d : forall n q rho m : vec d, (0 < n)%V -> (0 < q)%V -> (0 <= rho)%V -> (rho < n)%V ->
  ((n*m + rho) mod (n*q) = n*(m mod q) + rho)%V.
Proof.
  induction d; [reflexivity|]. intros [n ?] [q ?] [r ?] [m ?] [? ?] [? ?] [? ?] [? ?]; simpl in *. f_equal; auto.
  pose proof (Z.div_mod m q). pose proof (Z.mod_pos_bound m q). symmetry; apply Z.mod_unique with (m / q); nia.
Qed.
(** So phases of a circular signal are circular. *)
Theorem phases_wrap_axes {d B} (n q : vec d) (x : Z -> vec d -> B) rho c m :
  (0 < n)%V -> (0 < q)%V -> (0 <= rho)%V -> (rho < n)%V ->
  phases n (fun c => wraps (n*q)%V (x c)) rho c m = wraps q (phases n x rho c) m.
Proof. intros. unfold phases, wraps. now rewrite cells_wrap. Qed.
