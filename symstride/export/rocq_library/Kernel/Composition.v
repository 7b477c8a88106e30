(** * Composition: what the file about a whole network needs besides the claims of its layers.

    Such a file goes through a network value by value.  Each layer's step is its claim, at ghosts that are whatever the
    value before it has there; the lemmas and tactics here see to the brackets. *)
From Symstride.Kernel Require Export Readable.
Open Scope Z_scope.

Section Brackets.
Context {R : semiring}.
(** A bracket that holds is 1, *)
Lemma bracket_yes a b : a <= b -> [<=: a, b] = @r1 R.
Proof. intros H. apply Z.leb_le in H. unfold bracket. now rewrite H. Qed.
(** and one that does not is 0. *)
Lemma bracket_no a b : b < a -> [<=: a, b] = @r0 R.
Proof. intros H. apply Z.leb_gt in H. unfold bracket. now rewrite H. Qed.
(** What stands behind a bracket matters only where it holds. *)
Lemma bracket_cong a b (x y : R) : (a <= b -> x = y) -> [<=: a, b] [*] x = [<=: a, b] [*] y.
Proof. intros H. unfold bracket. destruct (Z.leb_spec a b); [f_equal; auto|now rewrite !rmul_0_l]. Qed.
End Brackets.

(** Decides every bracket of the goal, by cases where the ranges do not tell. *)
Ltac brackets := repeat match goal with |- context [bracket (?a <=? ?b)] =>
  first [rewrite (bracket_yes a b) by lia | rewrite (bracket_no a b) by lia | destruct (Z.le_gt_cases a b)] end.

(** Two sums over the same weights are equal when they read the same. *)
Ltac same_sums := repeat lazymatch goal with
  | |- radd ?x ?b = radd ?y ?b => apply (f_equal (fun v => radd v b))
  | |- sum_between ?lo ?hi _ = sum_between ?lo ?hi _ => apply sum_between_ext; intros ? ?
  | |- rmul (bracket (?a <=? ?b)) _ = rmul (bracket (?a <=? ?b)) _ => apply bracket_cong; intros ?
  | |- rmul ?w _ = rmul ?w _ => apply (f_equal (rmul w)) end.

(** Places of the map are read alike, by [holds]; ghosts are masked, or have been put where the claim has them. *)
Ltac reads_alike holds :=
  same_sums; brackets; rewrite ?rmul_1_l, ?rmul_0_l, ?radd_0_l, ?(radd_comm _ _ r0), ?radd_0_l;
  first [reflexivity | rewrite holds by lia; reflexivity].
