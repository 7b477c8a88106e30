(** * Instance: what a file about one layer imports.

    Such a file writes its layer out with nested sums over plain integers, one per axis, so that its statement can be
    read without this library.  It is proved from [table_sound] (numbers) or [phase_lemma] (symbols), whose statements
    unfold to just that; the readable equations of single output phases are proved from the layer's definition alone. *)
From Coq Require Export ZArith List Lia Bool.
From Symstride Require Export Table BoundaryAxes.
Export ListNotations.
Open Scope Z_scope.

(** [<| k1 ; k2 |>] is the vector of these integers, and of whatever else there is one of per axis. *)
Notation "<| x ; .. ; y |>" := (pair x .. (pair y tt) ..) (at level 0, x at level 99, y at level 99).

(** [total [t1; t2; t3]] is [t1 + t2 + t3]. *)
Definition total {C} {M : CMon C} (l : list C) : C := fold_right add zero l.

(** Two nested sums are one sum over pairs. *)
Lemma sum_pairs {C} {M : CMon C} {T U} (l : list T) (l' : list U) (f : T -> U -> C) :
  sum l (fun i => sum l' (f i)) = sum (list_prod l l') (fun q => f (fst q) (snd q)).
Proof.
  assert (app : forall V (g : V -> C) k k', sum (k ++ k') g = add (sum k g) (sum k' g)).
  { intros V g k k'. induction k; simpl; [now rewrite add_0_l|]. now rewrite IHk, add_assoc. }
  induction l; simpl; auto. rewrite app, IHl. f_equal. clear. induction l'; simpl; congruence.
Qed.

(** Facts on each axis, from facts on numbers and symbols. *)
Ltac on_each_axis := cbn; repeat split; try assumption; lia.

(** A printed table against the closed form, by computation.  A wrong table leaves [false = true] here. *)
Ltac by_computation := vm_compute; reflexivity.

(** Proves the statement of an instance, whose own definitions have been unfolded, by a theorem of the library: vectors
    become single integers and sums over boxes nested sums; then the two statements are the same text. *)
Ltac by_theorem theorem :=
  let H := fresh in pose proof theorem as H;
  cbv beta iota delta [PhaseLemma.conv conv_channel PhaseLemma.phases PhaseLemma.bank bank_channel group first past
    umin umax pick entries sumv sum_lists vmap2 vcst fst snd] in H;
  apply H; on_each_axis.

(** Splits [add x y = add x' y'] and [total [..] = total [..]] into equations of single terms. *)
Lemma add_terms {C} {M : CMon C} (x x' y y' : C) : x = x' -> y = y' -> add x y = add x' y'.
Proof. congruence. Qed.

(** A range of numbers, written out. *)
Ltac write_out_range :=
  match goal with |- context [range ?lo ?hi] =>
    let l := eval vm_compute in (range lo hi) in change (range lo hi) with l end.
(** Then both sides are equal term by term, up to arithmetic in the places. *)
Ltac term_by_term := repeat (apply add_terms; [repeat (f_equal; try lia)|]); try reflexivity.
(** Both together: an equation of a layer and the sum of its terms, from nothing but the definition. *)
Ltac from_the_definition :=
  rewrite ?sum_pairs; repeat write_out_range; cbn [list_prod map app sum total fold_right fst snd]; term_by_term.
