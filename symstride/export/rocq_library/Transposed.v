(** * Transposed: transposed ("deconvolution") layers have the same bank, read the other way round.  One axis.

    For a strided layer this is sub-pixel convolution: a layer of stride 1, then depth-to-space. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Sums OneAxis Sizes.
Open Scope Z_scope.

(** The transposed layer: input [j] of [M] contributes to output [t = s*j + dl*i - p]. *)
Definition transposed_axis {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C}
  k s dl p M (w : Z -> A) (x : Z -> B) (t : Z) : C :=
  SUM 0 <= i < k, SUM 0 <= j < M, [: s*j + dl*i - p =? t :] (w i ** x j).

(** The additive core, for one tap [i]: the input place [j] is sorted into phase [tau] and cell [m - u]. *)
Lemma sum_transposed {C} {MC : CMon C} k s dl p a M (F : Z -> C) i rho m :
  1 <= s -> 1 <= a -> 0 <= dl -> 0 <= i < k -> 0 <= rho < s*a ->
  (SUM 0 <= j < M, [: s*j + dl*i - p =? s*a*m + rho :] F j) =
  SUM 0 <= tau < a, SUM umin s p a <= u < umax k s dl p a + 1,
    [: s*tau + dl*i - p =? s*a*u + rho :] [: inside M (a*(m-u) + tau) :] F (a*(m-u) + tau).
Proof.
  intros Hs Ha Hd Hi Hr; symmetry.
  set (D := s*a*m + rho + p - dl*i). pose proof (Z.div_mod D s) as HD.
  destruct (Z.eq_dec (D mod s) 0) as [E|E].
  2: { (* s does not divide: both sides are zero *)
       transitivity (@zero C MC); [|symmetry];
       (apply sum_all_zero; intros tau _; try (apply sum_all_zero; intros u _));
       match goal with |- context [?l =? ?r] => destruct (Z.eqb_spec l r) as [G|]; auto end;
       exfalso; apply E; subst D; symmetry.
       - apply Z.mod_unique with (a*(m-u) + tau); lia.
       - apply Z.mod_unique with tau; lia. }
  (* otherwise both sides are the term at j, when j is inside *)
  set (j := D / s) in *. assert (J : s*j + dl*i - p = s*a*m + rho) by (subst D; lia). clearbody j.
  clear HD E D. assert (Hj := Z.div_mod j a). assert (Hj' := Z.mod_pos_bound j a).
  set (G := [: inside M j :] F j). transitivity G.
  - rewrite <- (pick_index 0 a (j mod a) (fun _ => G)) by lia. apply sum_ext; intros tau Ht%in_range.
    rewrite <- (pick_index (umin s p a) (umax k s dl p a + 1) (m - j/a) (fun _ => G)).
    + rewrite sum_if. apply sum_ext; intros u _.
      destruct (Z.eqb_spec (s*tau + dl*i - p) (s*a*u + rho)) as [Q|Q].
      * assert (a*(m-u) + tau = j) as -> by nia.
        assert (m - u = j/a) by (apply Z.div_unique with tau; nia).
        assert (tau = j mod a) by (apply Z.mod_unique with (m-u); nia).
        now rewrite (proj2 (Z.eqb_eq _ _)), (proj2 (Z.eqb_eq u _)) by lia.
      * destruct (Z.eqb_spec tau (j mod a)), (Z.eqb_spec u (m - j/a)); auto. subst; nia.
    + replace (m - j/a) with ((s*(j mod a) + dl*i - p) / (s*a)); [apply u_range; auto; lia|].
      symmetry; apply Z.div_unique with rho; nia.
  - subst G. destruct (inside M j) eqn:I.
    + apply inside_spec in I. rewrite <- (pick_index 0 M j F) by auto.
      apply sum_ext; intros j' _. replace (j' =? j) with (s*j' + dl*i - p =? s*a*m + rho); auto.
      apply eq_true_iff_eq; rewrite !Z.eqb_eq; nia.
    + apply inside_false in I. symmetry; apply sum_all_zero; intros j' Hj''%in_range.
      destruct (Z.eqb_spec (s*j' + dl*i - p) (s*a*m + rho)); auto. assert (j' = j) by nia. now subst.
Qed.

(** The transposed phase lemma: the bank of the layer itself, with the phases of input and output exchanged and the
    offset negated.  [zB] is what the input holds outside its [M] places; products with it must vanish. *)
Theorem phase_lemma_transposed {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C}
  k s dl p a M (w : Z -> A) (x : Z -> B) (zB : B) rho m :
  (forall v : A, v ** zB = zero) -> 1 <= s -> 1 <= a -> 0 <= dl -> 0 <= rho < s*a ->
  phases_axis (s*a) (transposed_axis k s dl p M w x) rho m =
  SUM 0 <= tau < a, SUM umin s p a <= u < umax k s dl p a + 1,
    bank_axis k s dl p a w tau rho u **
    (if inside M (a*(m-u)+tau) then phases_axis a x tau (m-u) else zB).
Proof.
  intros Z0 Hs Ha Hd Hr; symmetry; unfold phases_axis, transposed_axis, bank_axis.
  erewrite sum_ext by (intros; etransitivity;
    [apply sum_ext; intros; apply sum_mul | apply sum_swap]).
  rewrite sum_swap. apply sum_ext; intros i Hi%in_range.
  rewrite (sum_transposed k s dl p a M (fun j => w i ** x j) i rho m) by auto.
  apply sum_ext; intros tau _; apply sum_ext; intros u _. rewrite if_mul.
  destruct (_ =? _); auto. now destruct (inside M _).
Qed.
