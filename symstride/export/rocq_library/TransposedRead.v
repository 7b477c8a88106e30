(** * TransposedRead: a transposed layer, written as what each output reads, on an input without an end.

    [TransposedAxes] lets each of the [M] inputs contribute to outputs.  Inside a network it is handier to ask what one
    output reads: tap [i] of output [t] reads place [(t + p - dl*i)/s], when that is an integer. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export TransposedAxes.
Open Scope Z_scope.

(** One tap on one axis: the place that is read is sorted into phase [tau] and cell [m - u]. *)
Lemma sort_read {C} {MC : CMon C} k s dl p a (F : Z -> C) i rho m :
  1 <= s -> 1 <= a -> 0 <= dl -> 0 <= i < k -> 0 <= rho < s*a ->
  (SUM 0 <= tau < a, SUM umin s p a <= u < umax k s dl p a + 1,
    [: s*tau + dl*i - p =? s*a*u + rho :] F (a*(m-u) + tau)) =
  [: (s*a*m + rho + p - dl*i) mod s =? 0 :] F ((s*a*m + rho + p - dl*i) / s).
Proof.
  intros Hs Ha Hd Hi Hr. set (D := s*a*m + rho + p - dl*i). pose proof (Z.div_mod D s) as HD.
  destruct (Z.eqb_spec (D mod s) 0) as [E|E].
  2: { (* s does not divide: all brackets are zero *)
       apply sum_all_zero; intros tau _. apply sum_all_zero; intros u _.
       match goal with |- context [?l =? ?r] => destruct (Z.eqb_spec l r) as [G|]; auto end.
       exfalso; apply E; subst D; symmetry. apply Z.mod_unique with (a*(m-u) + tau); lia. }
  set (j := D / s) in *. assert (J : s*j + dl*i - p = s*a*m + rho) by (subst D; lia). clearbody j.
  clear HD E D. assert (Hj := Z.div_mod j a). assert (Hj' := Z.mod_pos_bound j a).
  rewrite <- (pick_index 0 a (j mod a) (fun _ => F j)) by lia. apply sum_ext; intros tau Ht%in_range.
  rewrite <- (pick_index (umin s p a) (umax k s dl p a + 1) (m - j/a) (fun _ => F j)).
  - rewrite sum_if. apply sum_ext; intros u _.
    destruct (Z.eqb_spec (s*tau + dl*i - p) (s*a*u + rho)) as [Q|Q].
    + assert (a*(m-u) + tau = j) as -> by nia.
      assert (m - u = j/a) by (apply Z.div_unique with tau; nia).
      assert (tau = j mod a) by (apply Z.mod_unique with (m-u); nia).
      now rewrite (proj2 (Z.eqb_eq _ _)), (proj2 (Z.eqb_eq u _)) by lia.
    + destruct (Z.eqb_spec tau (j mod a)), (Z.eqb_spec u (m - j/a)); auto. subst; nia.
  - replace (m - j/a) with ((s*(j mod a) + dl*i - p) / (s*a)); [apply u_range; auto; lia|].
    symmetry; apply Z.div_unique with rho; nia.
Qed.

(** The same on every axis. *)
Lemma sort_read_axes d : forall {C} {MC : CMon C} (k s dl p a i rho m : vec d) (F : vec d -> C),
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= i)%V -> (i < k)%V -> (0 <= rho)%V -> (rho < s*a)%V ->
  (SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    [: (s*tau + dl*i - p =? s*a*u + rho)%V :] F (a*(m-u) + tau)%V) =
  [: ((s*a*m + rho + p - dl*i) mod s =? 0)%V :] F ((s*a*m + rho + p - dl*i) / s)%V.
Proof.
  induction d; intros C MC; [reflexivity|].
  intros [k k'] [s s'] [dl dl'] [p p'] [a a'] [i i'] [r r'] [m m'] F [? ?] [? ?] [? ?] [? ?] [? ?] [? ?] [? ?].
  simpl in *. transitivity (SUM 0 <= t < a, SUM umin s p a <= u < umax k s dl p a + 1,
    [: s*t + dl*i - p =? s*a*u + r :]
      [: ((s'*a'*m' + r' + p' - dl'*i') mod s' =? 0)%V :] F (a*(m-u) + t, ((s'*a'*m' + r' + p' - dl'*i') / s')%V)).
  - apply sum_ext; intros t _. rewrite sumv_sum. apply sum_ext; intros u _.
    rewrite <- (IHd _ _ k' s' dl' p' a' i' r' m' (fun j' => F (a*(m-u) + t, j'))) by auto.
    rewrite !sumv_if. apply sumv_ext; intros t' _ _. rewrite !sumv_if. apply sumv_ext; intros u' _ _.
    now destruct (_ =? _), (_ =? _)%V.
  - rewrite (sort_read k s dl p a (fun j => [: ((s'*a'*m' + r' + p' - dl'*i') mod s' =? 0)%V :]
      F (j, ((s'*a'*m' + r' + p' - dl'*i') / s')%V))) by auto.
    now destruct (_ =? 0), (_ =? _)%V.
Qed.

Section Read.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.

(** One channel of the transposed layer. *)
Definition transposed_read (k s dl p : vec d) (w : vec d -> A) (x : vec d -> B) (t : vec d) : C :=
  SUMV 0 <= i < k, [: ((t + p - dl*i) mod s =? 0)%V :] (w i ** x ((t + p - dl*i) / s)%V).

(** Its phases: the bank of the layer itself, with input and output phases exchanged and the offset negated. *)
Theorem phase_lemma_transposed_read (k s dl p a : vec d) w x (rho m : vec d) :
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= rho)%V -> (rho < s*a)%V ->
  transposed_read k s dl p w x (s*a*m + rho)%V =
  SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    bank_channel k s dl p a w tau rho u ** x (a*(m-u) + tau)%V.
Proof.
  intros Hs Ha Hd Hr Hr'; symmetry. unfold transposed_read.
  transitivity (SUMV 0 <= i < k, SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    [: (s*tau + dl*i - p =? s*a*u + rho)%V :] (w i ** x (a*(m-u) + tau)%V)).
  - rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros tau _ _.
    rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros u _ _.
    rewrite bank_channel_gathered, sumv_mul. apply sumv_ext; intros i _ _. apply if_mul.
  - apply sumv_ext; intros i Hi Hi'. now apply (sort_read_axes d k s dl p a i rho m (fun j => w i ** x j)).
Qed.
End Read.

(** Quotient and remainder on each axis, for one phase. *)
Lemma quotient_remainder d : forall s t : vec d, (1 <= s)%V ->
  (s*1*(t/s) + t mod s = t)%V /\ (0 <= t mod s)%V /\ (t mod s < s*1)%V.
Proof.
  induction d; [now intros [] []|]. intros [s s'] [t t'] [? ?]; simpl in *.
  destruct (IHd s' t') as (-> & ? & ?); auto. pose proof (Z.div_mod t s). pose proof (Z.mod_pos_bound t s).
  repeat split; auto; try lia. f_equal; lia.
Qed.

(** Read from an input of [M] places that holds [zB] outside, it is the layer of [TransposedAxes]. *)
Theorem transposed_read_is_transposed {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d}
  (k s dl p M : vec d) (w : vec d -> A) (x : vec d -> B) (zB : B) (t : vec d) :
  (forall v : A, v ** zB = zero) -> (1 <= s)%V -> (0 <= dl)%V ->
  transposed_channel k s dl p M w x t = transposed_read k s dl p w (extends zB M x) t.
Proof.
  intros Z0 Hs Hd. destruct (quotient_remainder d s t) as (E & H & H'); auto. rewrite <- E.
  assert (P1 : (1 <= (1 : vec d))%V) by (clear; induction d; simpl; auto; split; auto; lia).
  rewrite (phase_lemma_transposed_axes k s dl p 1%V M w x zB) by auto.
  now rewrite phase_lemma_transposed_read by auto.
Qed.
