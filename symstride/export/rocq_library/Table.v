(** * Table: checking the bank of a program.

    A program prints, per axis, which tap it puts where: [table[tau][rho][u - lo]] is the number of the tap, or -1 for
    a structural zero.  [check] compares the printed table with the closed form, and [table_sound] turns a successful
    check into the phase lemma for exactly that table, for all weights and inputs. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export BankAxes.
Import ListNotations.
Open Scope Z_scope.

(** ** One axis *)

(** A printed table. *)
Definition table := list (list (list Z)).
(** Its entry; there is no tap outside. *)
Definition entry (tb : table) (tau rho v : Z) : Z :=
  nth (Z.to_nat v) (nth (Z.to_nat rho) (nth (Z.to_nat tau) tb []) []) (-1).

(** The tap as printed, *)
Definition tap_number (k s dl p a tau rho u : Z) : Z :=
  match tap_index k s dl p a tau rho u with Some i => i | None => -1 end.
(** and the table that the closed form gives. *)
Definition index_table (k s dl p a : Z) : table :=
  map (fun tau => map (fun rho => map (fun u => tap_number k s dl p a tau rho u)
    (range (umin s p a) (umax k s dl p a + 1))) (range 0 (s*a))) (range 0 a).

(** Looking up a list made from a range. *)
Lemma nth_range {T} lo hi i (f : Z -> T) d : lo <= i < hi ->
  nth (Z.to_nat (i - lo)) (map f (range lo hi)) d = f i.
Proof.
  intros Hi. unfold range. rewrite map_map.
  rewrite (nth_indep _ d (f (lo + Z.of_nat 0))) by (rewrite map_length, seq_length; lia).
  rewrite (map_nth (fun x => f (lo + Z.of_nat x))), seq_nth by lia. f_equal; lia.
Qed.

(** Looking up the table of the closed form. *)
Lemma index_table_entry k s dl p a tau rho u :
  0 <= tau < a -> 0 <= rho < s*a -> umin s p a <= u < umax k s dl p a + 1 ->
  entry (index_table k s dl p a) tau rho (u - umin s p a) = tap_number k s dl p a tau rho u.
Proof.
  intros Ht Hr Hu. unfold entry, index_table.
  rewrite <- (Z.sub_0_r tau) at 1. rewrite nth_range by auto.
  rewrite <- (Z.sub_0_r rho) at 1. rewrite nth_range by auto. now rewrite nth_range by auto.
Qed.

(** Equality of lists, decided. *)
Fixpoint equal_lists {T} (e : T -> T -> bool) (l l' : list T) : bool :=
  match l, l' with [], [] => true | x::l, y::l' => e x y && equal_lists e l l' | _, _ => false end.
(** It decides equality. *)
Lemma equal_lists_sound {T} (e : T -> T -> bool) : (forall x y, e x y = true -> x = y) ->
  forall l l', equal_lists e l l' = true -> l = l'.
Proof.
  intros E; induction l; destruct l'; simpl; try easy.
  intros [H%E H'%IHl]%andb_prop; congruence.
Qed.

(** The check for one axis: sensible parameters, the printed cell size [S] and offsets [lo <= u < hi], and every entry
    of the printed table. *)
Definition check_axis (k s dl p a S lo hi : Z) (tb : table) : bool :=
  (1 <=? s) && (1 <=? dl) && (1 <=? a) && (S =? s*a) && (lo =? umin s p a) && (hi =? umax k s dl p a + 1)
  && equal_lists (equal_lists (equal_lists Z.eqb)) tb (index_table k s dl p a).

(** What a successful check says. *)
Lemma check_axis_spec k s dl p a S lo hi tb : check_axis k s dl p a S lo hi tb = true ->
  1 <= s /\ 1 <= dl /\ 1 <= a /\ S = s*a /\ lo = umin s p a /\ hi = umax k s dl p a + 1 /\
  tb = index_table k s dl p a.
Proof.
  unfold check_axis; rewrite !andb_true_iff, !Z.leb_le, !Z.eqb_eq. intros [[[[[[? ?] ?] ?] ?] ?] E].
  apply equal_lists_sound in E; [tauto|repeat apply equal_lists_sound; apply Z.eqb_eq].
Qed.

(** ** Any number of axes: one table per axis *)

(** One table per axis. *)
Fixpoint tables (d : nat) : Type := match d with O => unit | S d => (table * tables d)%type end.

(** The check, axis by axis. *)
Fixpoint check {d} : vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> tables d -> bool :=
  match d with O => fun _ _ _ _ _ _ _ _ _ => true
  | S d => fun k s dl p a S lo hi tb =>
      check_axis (fst k) (fst s) (fst dl) (fst p) (fst a) (fst S) (fst lo) (fst hi) (fst tb)
      && check (snd k) (snd s) (snd dl) (snd p) (snd a) (snd S) (snd lo) (snd hi) (snd tb) end.

(** The taps at a place, one per axis; [v] is [u - lo]. *)
Fixpoint entries {d} : tables d -> vec d -> vec d -> vec d -> vec d :=
  match d with O => fun _ _ _ _ => tt
  | S d => fun tb tau rho v =>
      (entry (fst tb) (fst tau) (fst rho) (fst v), entries (snd tb) (snd tau) (snd rho) (snd v)) end.

(** The weight of these taps; zero as soon as one of them is a structural zero. *)
Fixpoint pick {A} {MA : CMon A} {d} : vec d -> (vec d -> A) -> A :=
  match d with O => fun _ w => w tt
  | S d => fun i w => [: 0 <=? fst i :] pick (snd i) (fun v => w (fst i, v)) end.

(** A successful check fixes cell sizes and offsets, and makes the parameters fit for the phase lemma. *)
Lemma check_spec d : forall (k s dl p a S lo hi : vec d) tb, check k s dl p a S lo hi tb = true ->
  (1 <= s)%V /\ (1 <= a)%V /\ (0 <= dl)%V /\ S = (s*a)%V /\ lo = first s p a /\ hi = past k s dl p a.
Proof.
  induction d; [now intros [] [] [] [] [] [] [] []|].
  intros [k ?] [s ?] [dl ?] [p ?] [a ?] [S ?] [lo ?] [hi ?] [tb ?]; simpl.
  intros [(? & ? & ? & -> & -> & -> & _)%check_axis_spec (? & ? & ? & -> & -> & ->)%IHd]%andb_prop.
  intuition lia.
Qed.

(** The printed entry is the entry of the bank. *)
Lemma check_entries {A} {MA : CMon A} d : forall (k s dl p a S lo hi : vec d) tb (w : vec d -> A) (tau rho u : vec d),
  check k s dl p a S lo hi tb = true ->
  (0 <= tau)%V -> (tau < a)%V -> (0 <= rho)%V -> (rho < S)%V -> (lo <= u)%V -> (u < hi)%V ->
  pick (entries tb tau rho (u - lo)%V) w = bank_channel k s dl p a w tau rho u.
Proof.
  induction d; [reflexivity|].
  intros [k k'] [s s'] [dl dl'] [p p'] [a a'] [S S'] [lo lo'] [hi hi'] [tb tb'] w [tau tau'] [rho rho'] [u u']; simpl.
  intros [(? & ? & ? & -> & -> & -> & ->)%check_axis_spec checked]%andb_prop [? ?] [? ?] [? ?] [? ?] [? ?] [? ?].
  change (SUM 0 <= i < k, [: s*tau + dl*i - p =? s*a*u + rho :]
      bank_channel k' s' dl' p' a' (fun v => w (i, v)) tau' rho' u')
    with (bank_axis k s dl p a (fun i => bank_channel k' s' dl' p' a' (fun v => w (i, v)) tau' rho' u') tau rho u).
  rewrite bank_closed_form, index_table_entry by auto.
  unfold tap_number. destruct (tap_index k s dl p a tau rho u) as [i|] eqn:E; [|reflexivity].
  apply tap_index_spec in E as [Hi _]; auto. rewrite (proj2 (Z.leb_le 0 i)) by lia.
  apply (IHd k' s' dl' p' a' S' lo' hi' tb' (fun v => w (i, v)) tau' rho' u'); auto.
Qed.

(** ** Dropping phases that no tap reads *)

(** Whether the table has a tap at phase [rho], for some output phase and offset, *)
Definition is_read (tb : table) (rho : Z) : bool :=
  existsb (fun rows => existsb (Z.leb 0) (nth (Z.to_nat rho) rows [])) tb.
(** and per axis, whether the printed list holds exactly those phases below [S]. *)
Fixpoint check_kept {d} : vec d -> tables d -> lists d -> bool :=
  match d with O => fun _ _ _ => true
  | S d => fun S tb l =>
      equal_lists Z.eqb (fst l) (filter (is_read (fst tb)) (range 0 (fst S))) && check_kept (snd S) (snd tb) (snd l) end.

(** A phase that is not read has no tap. *)
Lemma not_read tb tau rho v : is_read tb rho = false -> (0 <=? entry tb tau rho v) = false.
Proof.
  intros H. unfold entry.
  destruct (nth_in_or_default (Z.to_nat tau) tb []) as [I| ->]; [|now destruct (Z.to_nat rho), (Z.to_nat v)].
  set (rows := nth (Z.to_nat tau) tb []) in *.
  assert (R : existsb (Z.leb 0) (nth (Z.to_nat rho) rows []) = false).
  { destruct (existsb _ (nth _ rows [])) eqn:E; auto. rewrite <- H. symmetry. apply existsb_exists.
    exists rows. auto. }
  destruct (nth_in_or_default (Z.to_nat v) (nth (Z.to_nat rho) rows []) (-1)) as [J| ->]; auto.
  destruct (0 <=? _) eqn:E; auto. rewrite <- R. symmetry. apply existsb_exists. eauto.
Qed.

(** Leaving such phases out does not change a sum of products with the bank. *)
Lemma sum_kept {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} d : forall (S lo hi tau : vec d) tb l
  (w : vec d -> A) (g : vec d -> vec d -> B), check_kept S tb l = true ->
  (SUMV 0 <= rho < S, SUMV lo <= u < hi, pick (entries tb tau rho (u - lo)%V) w ** g rho u) =
  sum_lists l (fun rho => SUMV lo <= u < hi, pick (entries tb tau rho (u - lo)%V) w ** g rho u).
Proof.
  induction d; [reflexivity|].
  intros [S S'] [lo lo'] [hi hi'] [tau tau'] [tb tb'] [l l'] w g; simpl.
  intros [E H]%andb_prop. apply equal_lists_sound in E; [subst l|apply Z.eqb_eq].
  rewrite (sum_filter (range 0 S) (is_read tb)).
  - apply sum_ext; intros r _. rewrite sumv_sum, sum_lists_sum. apply sum_ext; intros u _.
    destruct (0 <=? _) eqn:E.
    + apply (IHd S' lo' hi' tau' tb' l' (fun v => w (_, v)) (fun r' u' => g (r, r') (u, u'))); auto.
    + rewrite (sum_lists_zero _ l'); [|intros; etransitivity; [apply sumv_ext; intros; apply mul_0_l|apply sumv_zero]].
      etransitivity; [apply sumv_ext; intros|apply (sumv_zero d 0%V S')].
      etransitivity; [apply sumv_ext; intros; apply mul_0_l|apply sumv_zero].
  - intros r _ E. etransitivity; [apply sumv_ext; intros|apply (sumv_zero d 0%V S')].
    apply sum_all_zero; intros u _. etransitivity; [apply sumv_ext; intros|apply (sumv_zero d lo' hi')].
    rewrite not_read by auto. apply mul_0_l.
Qed.

(** ** Soundness *)

Section Soundness.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.
Variables (k s dl p q a S lo hi : vec d) (tb : tables d) (n : Z) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B).

(** The phase lemma for the printed tables. *)
Theorem table_sound o tau m : check k s dl p a S lo hi tb = true -> (0 <= tau)%V -> (tau < a)%V ->
  conv n k s dl p w x o (a*m + tau)%V =
  SUM 0 <= c < n, SUMV 0 <= rho < S, SUMV lo <= u < hi,
    pick (entries tb tau rho (u - lo)%V) (w o c) ** x c (S*(m+u) + rho)%V.
Proof.
  intros H Ht Ht'. destruct (check_spec d k s dl p a S lo hi tb H) as (Hs & Ha & Hd & ES & El & Eh).
  etransitivity; [now apply (phase_lemma n k s dl p a w x tau o m)|].
  apply sum_ext; intros c _. rewrite <- ES, <- El, <- Eh. apply sumv_ext; intros rho Hr Hr'.
  apply sumv_ext; intros u Hu Hu'. unfold bank, phases.
  now rewrite (check_entries d k s dl p a S lo hi tb (w o c) tau rho u).
Qed.

(** The same for phases of the padded signal, which starts [q] places before the image: the table is then the one of
    the layer without padding. *)
Theorem table_sound_padded o tau m : check k s dl 0%V a S lo hi tb = true -> (0 <= tau)%V -> (tau < a)%V ->
  conv n k s dl q w x o (a*m + tau)%V =
  SUM 0 <= c < n, SUMV 0 <= rho < S, SUMV lo <= u < hi,
    pick (entries tb tau rho (u - lo)%V) (w o c) ** x c (S*(m+u) + rho - q)%V.
Proof.
  intros H Ht Ht'. destruct (check_spec d k s dl 0%V a S lo hi tb H) as (Hs & Ha & Hd & ES & El & Eh).
  etransitivity; [now apply (phase_lemma_padded n k s dl q a w x tau o m)|].
  apply sum_ext; intros c _. rewrite <- ES, <- El, <- Eh. apply sumv_ext; intros rho Hr Hr'.
  apply sumv_ext; intros u Hu Hu'. unfold bank.
  now rewrite (check_entries d k s dl 0%V a S lo hi tb (w o c) tau rho u).
Qed.

(** Both, with the phases that no tap reads left out. *)
Theorem table_sound_kept l o tau m : check k s dl p a S lo hi tb && check_kept S tb l = true ->
  (0 <= tau)%V -> (tau < a)%V ->
  conv n k s dl p w x o (a*m + tau)%V =
  SUM 0 <= c < n, sum_lists l (fun rho => SUMV lo <= u < hi,
    pick (entries tb tau rho (u - lo)%V) (w o c) ** x c (S*(m+u) + rho)%V).
Proof.
  intros [H H']%andb_prop Ht Ht'. rewrite table_sound by auto. apply sum_ext; intros c _.
  now apply (sum_kept d S lo hi tau tb l (w o c) (fun rho u => x c (S*(m+u) + rho)%V)).
Qed.
(** And for phases of the padded signal. *)
Theorem table_sound_padded_kept l o tau m : check k s dl 0%V a S lo hi tb && check_kept S tb l = true ->
  (0 <= tau)%V -> (tau < a)%V ->
  conv n k s dl q w x o (a*m + tau)%V =
  SUM 0 <= c < n, sum_lists l (fun rho => SUMV lo <= u < hi,
    pick (entries tb tau rho (u - lo)%V) (w o c) ** x c (S*(m+u) + rho - q)%V).
Proof.
  intros [H H']%andb_prop Ht Ht'. rewrite table_sound_padded by auto. apply sum_ext; intros c _.
  now apply (sum_kept d S lo hi tau tb l (w o c) (fun rho u => x c (S*(m+u) + rho - q)%V)).
Qed.
End Soundness.
