(** * NetworkGhosts: a network on its grid, whatever stands on the ghosts.

    A map of [M] places, stored in cells of [a], may have *ghosts*: places past [M] in its last cell.  A network on the
    grid computes something there.  Here it may be anything at all: each value is overwritten on its ghosts by
    an arbitrary function.  The network still gives the values of the network as written when no output that counts
    reads a ghost, which is checked at numbers, or when a mask stands in front of the layer that reads one. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Network NetworkMasks.
Open Scope Z_scope.

(** Whether a place is no ghost: on each axis it is below [M], or past the array of cells. *)
Fixpoint solid {d} : vec d -> vec d -> vec d -> bool :=
  match d with O => fun _ _ _ => true
  | S d => fun M a j => ((fst j <? fst M) || (fst a * ceil_div (fst M) (fst a) <=? fst j))
                        && solid (snd M) (snd a) (snd j) end.

(** What the test means. *)
Lemma solid_spec d : forall M a j : vec d, solid M a j = true <-> no_ghost M a j.
Proof.
  induction d; simpl; [tauto|]. intros M a j. now rewrite andb_true_iff, orb_true_iff, Z.ltb_lt, Z.leb_le, IHd.
Qed.
(** Places of the map are no ghosts. *)
Lemma insides_solid d : forall M a j : vec d, insides M j = true -> solid M a j = true.
Proof.
  induction d; auto. intros [M ?] [a ?] [j ?]; simpl. rewrite !andb_true_iff, orb_true_iff, inside_spec, Z.ltb_lt.
  intros [? ?]; split; auto; lia.
Qed.
(** Off the ghosts, to be a place of the map is to lie in one of its cells: the mask of a layer is then nothing but the
    padding of the array of cells. *)
Theorem solid_cells d (M a tau m : vec d) : (0 <= tau)%V -> (tau < a)%V -> (1 <= a)%V ->
  solid M a (a*m + tau)%V = true -> insides M (a*m + tau)%V = insides (ceil_divs M a) m.
Proof.
  intros Ht Ht' Ha H%solid_spec. rewrite <- (no_ghost_mask d M a) by auto. now apply cell_mask_phase.
Qed.

(** ** Whether outputs that count read a ghost *)

(** One axis: no output below [M] reads a place [N <= t < a*ceil(N/a)]. *)
Definition reads_no_ghost (k s dl p M N a : Z) : bool :=
  forallb (fun t => forallb (fun i => negb (((t + p - dl*i) mod s =? 0) && inside M ((t + p - dl*i) / s)))
    (range 0 k)) (range N (a * ceil_div N a)).
(** The same for a transposed layer with [T] outputs. *)
Definition reads_no_ghost_transposed (k s dl p T N a : Z) : bool :=
  forallb (fun j => forallb (fun i => negb (inside T (s*j + dl*i - p))) (range 0 k)) (range N (a * ceil_div N a)).
(** Both on every axis. *)
Fixpoint on_axes (test : Z -> Z -> Z -> Z -> Z -> Z -> Z -> bool) {d} :
  vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> bool :=
  match d with O => fun _ _ _ _ _ _ _ => true
  | S d => fun k s dl p M N a => test (fst k) (fst s) (fst dl) (fst p) (fst M) (fst N) (fst a)
      && on_axes test (snd k) (snd s) (snd dl) (snd p) (snd M) (snd N) (snd a) end.

(** When the test succeeds, none does. *)
Lemma reads_no_ghost_sound k s dl p M N a j i : 1 <= s -> reads_no_ghost k s dl p M N a = true ->
  inside M j = true -> 0 <= i < k -> s*j + dl*i - p < N \/ a * ceil_div N a <= s*j + dl*i - p.
Proof.
  intros Hs H Hj Hi. set (t := s*j + dl*i - p). destruct (Z_lt_le_dec t N), (Z_lt_le_dec t (a * ceil_div N a)); auto.
  exfalso. unfold reads_no_ghost in H. rewrite forallb_forall in H. specialize (H t (proj2 (in_range N (a * ceil_div N a) t) ltac:(lia))).
  rewrite forallb_forall in H. specialize (H i (proj2 (in_range _ _ _) Hi)). revert H.
  replace (t + p - dl*i) with (j*s) by (subst t; ring). now rewrite Z_mod_mult, Z_div_mult, Hj by lia.
Qed.
(** The same for a transposed layer. *)
Lemma reads_no_ghost_transposed_sound k s dl p T N a t i : 1 <= s -> reads_no_ghost_transposed k s dl p T N a = true ->
  inside T t = true -> 0 <= i < k -> (t + p - dl*i) mod s = 0 ->
  (t + p - dl*i) / s < N \/ a * ceil_div N a <= (t + p - dl*i) / s.
Proof.
  intros Hs H Ht Hi E. set (j := (t + p - dl*i) / s).
  destruct (Z_lt_le_dec j N), (Z_lt_le_dec j (a * ceil_div N a)); auto. exfalso.
  unfold reads_no_ghost_transposed in H. rewrite forallb_forall in H.
  specialize (H j (proj2 (in_range N (a * ceil_div N a) j) ltac:(lia))). rewrite forallb_forall in H.
  specialize (H i (proj2 (in_range _ _ _) Hi)). revert H. pose proof (Z.div_mod (t + p - dl*i) s ltac:(lia)).
  replace (s*j + dl*i - p) with t by (subst j; lia). now rewrite Ht.
Qed.
(** On every axis. *)
Lemma reads_no_ghosts_sound d : forall k s dl p M N a j i : vec d, (1 <= s)%V ->
  on_axes reads_no_ghost k s dl p M N a = true -> insides M j = true -> (0 <= i)%V -> (i < k)%V ->
  no_ghost N a (s*j + dl*i - p)%V.
Proof.
  induction d; [easy|].
  intros [k ?] [s ?] [dl ?] [p ?] [M ?] [N ?] [a ?] [j ?] [i ?] [? ?]; simpl. rewrite !andb_true_iff.
  intros [? ?] [? ?] [? ?] [? ?]. split; [|eapply IHd; eauto]. simpl in *. now apply reads_no_ghost_sound with k M.
Qed.
(** The same for a transposed layer. *)
Lemma reads_no_ghosts_transposed_sound d : forall k s dl p T N a t i : vec d, (1 <= s)%V ->
  on_axes reads_no_ghost_transposed k s dl p T N a = true -> insides T t = true -> (0 <= i)%V -> (i < k)%V ->
  ((t + p - dl*i) mod s = 0)%V -> no_ghost N a ((t + p - dl*i) / s)%V.
Proof.
  induction d; [easy|].
  intros [k ?] [s ?] [dl ?] [p ?] [T ?] [N ?] [a ?] [t ?] [i ?] [? ?]; simpl. rewrite !andb_true_iff.
  intros [? ?] [? ?] [? ?] [? ?] E. injection E as E ?.
  split; [|eapply IHd; eauto]. simpl in *. now apply reads_no_ghost_transposed_sound with k T.
Qed.

(** ** The two networks, value by value *)

Section Agreement.
Context {B : Type} {d : nat}.
Variable x : Z -> vec d -> B.
Notation net := (@net B d).

(** Everywhere. *)
Definition everywhere (_ : vec d) : bool := true.
(** [e] and [e'] have equal values at the places where [R] is true. *)
Definition same (e e' : net) (R : vec d -> bool) : Prop := forall c j, R j = true -> eval e x c j = eval e' x c j.
(** The value of [e] holds [pad] outside of [N] places. *)
Definition ends (e : net) (N : vec d) (pad : B) : Prop := forall c j, insides N j = false -> eval e x c j = pad.

(** The input is the same. *)
Lemma same_input : same Input Input everywhere. Proof. easy. Qed.
(** A layer of [M] outputs that reads no ghost of [e'], *)
Lemma same_layer L e e' M N a : mask L = insides M -> same e e' (solid N a) ->
  on_axes reads_no_ghost (kernel L) (stride L) (dilation L) (padding L) M N a = true ->
  same (Layer L e) (Layer L e') everywhere.
Proof.
  intros EM S H c j _. simpl. unfold run. rewrite EM. destruct (insides M j) eqn:I; auto. f_equal.
  apply sum_ext; intros c' _. apply sumv_ext; intros i Hi Hi'. f_equal. apply S, solid_spec.
  apply (reads_no_ghosts_sound d (kernel L) (stride L) (dilation L) (padding L) M); auto. apply (valid L).
Qed.
(** or reads a value without ghosts; *)
Lemma same_layer_clean L e e' : same e e' everywhere -> same (Layer L e) (Layer L e') everywhere.
Proof.
  intros S c j _. simpl. unfold run. destruct mask; auto. f_equal.
  apply sum_ext; intros c' _. apply sumv_ext; intros i _ _. f_equal. now apply S.
Qed.
(** a transposed layer that reads no ghost, or a value without. *)
Lemma same_transposed L e e' M N a : mask L = insides M -> same e e' (solid N a) ->
  on_axes reads_no_ghost_transposed (kernel L) (stride L) (dilation L) (padding L) M N a = true ->
  same (TransposedLayer L e) (TransposedLayer L e') everywhere.
Proof.
  intros EM S H c t _. simpl. unfold run_transposed. rewrite EM. destruct (insides M t) eqn:I; auto. f_equal.
  apply sum_ext; intros c' _. apply sumv_ext; intros i Hi Hi'. destruct (_ =? 0)%V eqn:E; auto.
  f_equal. apply S, solid_spec.
  apply (reads_no_ghosts_transposed_sound d (kernel L) (stride L) (dilation L) (padding L) M); auto.
  apply (valid L). now apply veqb_spec.
Qed.
(** The second of them. *)
Lemma same_transposed_clean L e e' : same e e' everywhere ->
  same (TransposedLayer L e) (TransposedLayer L e') everywhere.
Proof.
  intros S c t _. simpl. unfold run_transposed. destruct mask; auto. f_equal.
  apply sum_ext; intros c' _. apply sumv_ext; intros i _ _. destruct (_ =? 0)%V; auto. f_equal. now apply S.
Qed.
(** What works place by place. *)
Lemma same_each f e e' R : (forall g g' o, (forall c, g c = g' c) -> f g o = f g' o) ->
  same e e' R -> same (Each f e) (Each f e') R.
Proof. intros E S o j Hj. apply E; intros c. now apply S. Qed.
(** The same for two values. *)
Lemma same_pixel f e1 e1' e2 e2' R :
  (forall g g' h h' o, (forall c, g c = g' c) -> (forall c, h c = h' c) -> f g h o = f g' h' o) ->
  same e1 e1' R -> same e2 e2' R -> same (Pixel f e1 e2) (Pixel f e1' e2') R.
Proof. intros E S1 S2 o j Hj. apply E; intros c; [now apply S1|now apply S2]. Qed.
(** Fewer places. *)
Lemma same_fewer e e' R R' : same e e' R -> (forall j, R' j = true -> R j = true) -> same e e' R'.
Proof. intros S H c j Hj. now apply S, H. Qed.
(** Anything on the ghosts. *)
Lemma same_ghosts e e' M a g : same e e' everywhere -> same e (Mask (solid M a) g e') (solid M a).
Proof. intros S c j Hj. simpl. rewrite Hj. now apply S. Qed.
(** The same where there were ghosts already. *)
Lemma same_more_ghosts e e' M a g : same e e' (solid M a) -> same e (Mask (solid M a) g e') (solid M a).
Proof. intros S c j Hj. simpl. rewrite Hj. now apply S. Qed.
(** A mask takes the ghosts away. *)
Lemma same_mask e e' N a pad : ends e N pad -> same e e' (solid N a) ->
  same e (Mask (insides N) (fun _ _ => pad) e') everywhere.
Proof.
  intros E S c j _. simpl. destruct (insides N j) eqn:I; [|now apply E]. now apply S, insides_solid.
Qed.

(** What the values of the network as written hold outside of their places: layers their own padding; *)
Lemma ends_layer L e M : mask L = insides M -> ends (Layer L e) M (pad L).
Proof. intros E c j I. simpl. unfold run. now rewrite E, I. Qed.
(** transposed ones too; *)
Lemma ends_transposed L e M : mask L = insides M -> ends (TransposedLayer L e) M (pad L).
Proof. intros E c j I. simpl. unfold run_transposed. now rewrite E, I. Qed.
(** what works place by place, what it makes of that. *)
Lemma ends_each f e N pad : (forall g o, (forall c, g c = pad) -> f g o = pad) -> ends e N pad ->
  ends (Each f e) N pad.
Proof. intros F E c j I. apply F; intros c'. now apply E. Qed.
(** The same for two values. *)
Lemma ends_pixel f e1 e2 N pad : (forall g h o, (forall c, g c = pad) -> (forall c, h c = pad) -> f g h o = pad) ->
  ends e1 N pad -> ends e2 N pad -> ends (Pixel f e1 e2) N pad.
Proof. intros F E1 E2 c j I. apply F; intros c'; [now apply E1|now apply E2]. Qed.

(** The theorem: every place of the value of a network, from the network on the grid, on phases of the input. *)
Theorem network_on_grid e e' N a n o j : same e e' (solid N a) -> grid e' a n -> (1 <= a)%V ->
  insides N j = true -> eval e x o j = eval_unit e' a (phases n x) (j mod a)%V o (j / a)%V.
Proof.
  intros S G Ha Hj. assert (P : (0 <= j mod a)%V /\ (j mod a < a)%V /\ (a * (j / a) + j mod a = j)%V).
  { clear -Ha. revert a j Ha. induction d; [now intros [] []|]. intros [a a'] [j j'] [? ?]; simpl in *.
    destruct (IHn a' j') as (? & ? & ->); auto. pose proof (Z.div_mod j a). pose proof (Z.mod_pos_bound j a).
    repeat split; auto; try lia. f_equal; lia. }
  destruct P as (H0 & H1 & E). rewrite (S o j) by now apply insides_solid. rewrite <- E at 1. symmetry.
  exact (network_phases e' a n x _ Ha G (phases_refl n x) (j mod a)%V o (j / a)%V H0 H1).
Qed.
End Agreement.
