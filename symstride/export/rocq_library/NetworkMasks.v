(** * NetworkMasks: which masks of a finite network may be dropped on the grid.

    The exact mask of a layer keeps the places below its size [M].  The relaxed one keeps whole cells, which is
    what the padding of the array of cells does by itself.  They differ at ghosts only, and that is harmless as long as
    no later layer reads a ghost. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export TwoLayers BoundaryAxes Network.
Open Scope Z_scope.

Section NetworkMasks.
Context {B : Type} {d : nat}.

(** A layer with another mask. *)
Definition set_mask (L : layer B d) (m : vec d -> bool) : layer B d :=
  {| weights := weights _ _ L; sums := sums _ _ L; weights_add := weights_add L; sums_add := sums_add L;
     product := product L; kernel := kernel L; stride := stride L; dilation := dilation L; padding := padding L;
     reads := reads L; weight := weight L; act := act L; mask := m; pad := pad L; valid := valid L |}.

(** [agree e e' R]: [e'] is [e] with other masks, and at the places in [R] the two have equal values, because nothing
    there reads, directly or further down, a place where the masks differ. *)
Inductive agree : @net B d -> @net B d -> (vec d -> Prop) -> Prop :=
| agree_input R : agree Input Input R
| agree_layer (L : layer B d) m e e' (R R' : vec d -> Prop) : agree e e' R ->
    (forall j, R' j -> m j = mask L j) ->
    (forall j i, R' j -> mask L j = true -> (0 <= i)%V -> (i < kernel L)%V ->
       R (stride L * j + dilation L * i - padding L)%V) ->
    agree (Layer L e) (Layer (set_mask L m) e') R'
| agree_pixel f e1 e2 e1' e2' R : agree e1 e1' R -> agree e2 e2' R ->
    (forall g g' h h' o, (forall c, g c = g' c) -> (forall c, h c = h' c) -> f g h o = f g' h' o) ->
    agree (Pixel f e1 e2) (Pixel f e1' e2') R.

(** They do have equal values there. *)
Lemma agree_eval e e' R : agree e e' R -> forall x c j, R j -> eval e x c j = eval e' x c j.
Proof.
  induction 1 as [|L m e e' R R' _ IH Hm HR|f e1 e2 e1' e2' R _ IH1 _ IH2 E]; intros x c j Hj; simpl; auto.
  unfold run; simpl. rewrite Hm by auto. destruct mask eqn:Em; auto. f_equal.
  apply sum_ext; intros c' _. apply sumv_ext; intros i Hi Hi'. f_equal. apply IH. now apply HR.
Qed.

(** The network theorem with relaxed masks. *)
Theorem network_phases_relaxed e e' R a n x X tau o m : agree e e' R -> grid e' a n -> is_phases n x X ->
  (1 <= a)%V -> (0 <= tau)%V -> (tau < a)%V -> R (a*m + tau)%V ->
  eval e x o (a*m + tau)%V = eval_unit e' a X tau o m.
Proof.
  intros Ag F HX Ha Ht Ht' HR. rewrite (agree_eval e e' R Ag) by auto. symmetry.
  now apply (network_phases e' a n).
Qed.

(** The relaxed mask of a layer of size [M] on cells of [a] places. *)
Definition cell_mask (M a : vec d) (j : vec d) : bool := insides (ceil_divs M a) (j / a)%V.

(** A phase of a cell lies in that cell, *)
Lemma cell_of_phase d' : forall a m tau : vec d', (0 <= tau)%V -> (tau < a)%V -> ((a*m + tau) / a = m)%V.
Proof.
  induction d'; [now intros ? []|]. intros [a ?] [m ?] [t ?] [? ?] [? ?]; simpl in *. f_equal; auto.
  symmetry; apply Z.div_unique with t; lia.
Qed.
(** so the relaxed mask is a mask of cells alone. *)
Lemma cell_mask_phase M a tau m : (0 <= tau)%V -> (tau < a)%V ->
  cell_mask M a (a*m + tau)%V = insides (ceil_divs M a) m.
Proof. intros. unfold cell_mask. now rewrite cell_of_phase. Qed.
End NetworkMasks.

(** Place [j] is no ghost: on each axis it is below [M], or past the array of cells. *)
Fixpoint no_ghost {d} : vec d -> vec d -> vec d -> Prop :=
  match d with O => fun _ _ _ => True
  | S d => fun M a j => (fst j < fst M \/ fst a * ceil_div (fst M) (fst a) <= fst j)
                        /\ no_ghost (snd M) (snd a) (snd j) end.
(** There the two masks agree. *)
Lemma no_ghost_mask d : forall M a j : vec d, (1 <= a)%V -> no_ghost M a j -> cell_mask M a j = insides M j.
Proof.
  induction d; [easy|]. intros [M ?] [a ?] [j ?] [Ha ?] [U ?]; unfold cell_mask, ceil_divs in *; simpl in *.
  f_equal; [|now apply IHd]. apply eq_true_iff_eq; rewrite !inside_spec.
  pose proof (Z.div_mod j a). pose proof (Z.mod_pos_bound j a). pose proof (ceil_div_spec M a). nia.
Qed.

(** A test on sizes: on each axis, a layer that reads a map of size [M], stored in cells of [n] places, either finds no
    ghosts ([n] divides [M]) or does not reach its high padding [p']. *)
Fixpoint no_mask_needed {d} : vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> bool :=
  match d with O => fun _ _ _ _ _ _ _ => true
  | S d => fun k s dl p p' M n =>
      (((fst M) mod (fst n) =? 0) ||
       (fst p' <=? (fst M + fst p + fst p' - fst dl * (fst k - 1) - 1) mod fst s))
      && no_mask_needed (snd k) (snd s) (snd dl) (snd p) (snd p') (snd M) (snd n) end.

(** When it succeeds, the layer reads no ghost. *)
Theorem no_mask_needed_sound d : forall k s dl p p' M n j i : vec d,
  (1 <= s)%V -> (0 <= dl)%V -> (1 <= n)%V -> no_mask_needed k s dl p p' M n = true ->
  (0 <= j)%V -> (j < output_sizes k s dl p p' M)%V -> (0 <= i)%V -> (i < k)%V ->
  no_ghost M n (s*j + dl*i - p)%V.
Proof.
  induction d; [easy|].
  intros [k ?] [s ?] [dl ?] [p ?] [p' ?] [M ?] [n ?] [j ?] [i ?] [? ?] [? ?] [? ?]; simpl.
  rewrite andb_true_iff, orb_true_iff, Z.eqb_eq, Z.leb_le. intros [HO ?] [? ?] [? ?] [? ?] [? ?].
  split; [simpl|eapply IHd; eauto]. destruct HO as [HO|HO].
  - simpl in *. assert (Cs := ceil_div_spec M n). assert (D := Z.div_mod M n).
    assert (ceil_div M n = M / n) as -> by nia. lia.
  - left. eapply (high_pad_unused k s dl p); eauto; lia.
Qed.
