(** * Bank: what stands where in the expanded filter bank, for one axis.

    Each entry is one weight or zero, each weight stands exactly [a] times in the bank: striding is parameter sharing
    (Kong and Lucey, arXiv 1712.02502, section on parameter sharing, here with the exact count). *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Sums OneAxis.
Open Scope Z_scope.

(** The integers as a monoid, *)
#[export] Instance Z_mon : CMon Z := {| zero := 0; add := Z.add;
  add_0_l := Z.add_0_l; add_comm := Z.add_comm; add_assoc := Z.add_assoc |}.
(** and with their product. *)
#[export] Instance Z_bil : Bil Z Z Z := {| mul := Z.mul; mul_0_l := Z.mul_0_l;
  mul_add_l := Z.mul_add_distr_r |}.

Section Bank.
Context {A : Type} {MA : CMon A}.
Variables k s dl p a : Z.

(** At most one tap falls on a given place: this is where a dilation of at least 1 is needed. *)
Lemma tap_unique tau i i' q : 1 <= dl ->
  s*tau + dl*i - p = q -> s*tau + dl*i' - p = q -> i = i'.
Proof. nia. Qed.

(** The tap at phase [rho] and offset [u], for output phase [tau], when there is one. *)
Definition tap_index (tau rho u : Z) : option Z :=
  let t := s*a*u + rho - s*tau + p in
  if (t mod dl =? 0) && (0 <=? t/dl) && (t/dl <? k) then Some (t/dl) else None.

(** It is the tap that the bank's bracket selects. *)
Lemma tap_index_spec tau rho u i : 1 <= dl ->
  tap_index tau rho u = Some i <-> 0 <= i < k /\ s*tau + dl*i - p = s*a*u + rho.
Proof.
  intros Hd; unfold tap_index. set (t := s*a*u + rho - s*tau + p).
  assert (D := Z.div_mod t dl). split.
  - destruct (Z.eqb_spec (t mod dl) 0), (Z.leb_spec 0 (t/dl)), (Z.ltb_spec (t/dl) k); try easy.
    intros [= <-]. subst t; lia.
  - intros [Hi E]. replace t with (i*dl) by (subst t; lia).
    rewrite Z.mod_mul, Z.div_mul by lia; simpl.
    now rewrite (proj2 (Z.leb_le 0 i)), (proj2 (Z.ltb_lt i k)) by lia.
Qed.

(** Closed form: an entry of the bank is the weight of that tap, or zero. *)
Theorem bank_closed_form (w : Z -> A) tau rho u : 1 <= dl ->
  bank_axis k s dl p a w tau rho u = match tap_index tau rho u with Some i => w i | None => zero end.
Proof.
  intros Hd; unfold bank_axis. destruct (tap_index tau rho u) as [i|] eqn:E.
  - apply tap_index_spec in E as [Hi E]; auto.
    rewrite (sum_one _ _ i), (proj2 (Z.eqb_eq _ _) E); auto using nodup_range; [now apply in_range|].
    intros j _ Ne; destruct (Z.eqb_spec (s*tau + dl*j - p) (s*a*u + rho)); auto. nia.
  - apply sum_all_zero; intros j Hj%in_range.
    destruct (Z.eqb_spec (s*tau + dl*j - p) (s*a*u + rho)) as [F|]; auto.
    assert (tap_index tau rho u = Some j) by (apply tap_index_spec; auto). congruence.
Qed.

Hypotheses (Hs : 1 <= s) (Ha : 1 <= a) (Hdl : 0 <= dl).

(** For each output phase, each weight stands at exactly one place in range. *)
Theorem tap_place tau i : 0 <= tau < a -> 0 <= i < k ->
  exists! q : Z * Z, let (rho, u) := q in
    0 <= rho < s*a /\ umin s p a <= u <= umax k s dl p a /\ s*tau + dl*i - p = s*a*u + rho.
Proof.
  intros Ht Hi. set (t := s*tau + dl*i - p). assert (R := u_range k s dl p a Hs Ha Hdl tau i Ht Hi). fold t in R.
  exists (t mod (s*a), t/(s*a)); split.
  - assert (0 < s*a) by nia. pose proof (Z.div_mod t (s*a)). pose proof (Z.mod_pos_bound t (s*a)). lia.
  - intros (rho, u) (Hr & Hu & E). fold t in E.
    rewrite <- (Z.div_unique t (s*a) u rho), <- (Z.mod_unique t (s*a) u rho); auto; lia.
Qed.

(** So each weight is copied exactly [a] times. *)
Theorem copies_count i : 0 <= i < k ->
  (SUM 0 <= tau < a, SUM 0 <= rho < s*a, SUM umin s p a <= u < umax k s dl p a + 1,
     [: s*tau + dl*i - p =? s*a*u + rho :] 1) = a.
Proof.
  intros Hi. transitivity (SUM 0 <= tau < a, 1).
  - apply sum_ext; intros tau Ht%in_range.
    apply (pick_quotient (s*a) _ _ _ (fun _ _ => 1)); [nia|]. now apply u_range.
  - assert (L : forall l : list Z, sum l (fun _ => 1) = Z.of_nat (length l))
      by (induction l; simpl length; [easy|]; rewrite Nat2Z.inj_succ, <- IHl; apply Z.add_1_l).
    rewrite L; unfold range; rewrite map_length, seq_length; lia.
Qed.
End Bank.
