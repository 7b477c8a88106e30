(** * Semirings: what the weights may be.

    Every commutative semiring of the standard library, so the integers, the natural numbers and the rationals; and
    (max, +), over which a layer with zero weights is max-pooling.  The reals are left out only because the standard
    library's are built on axioms. *)
From Coq Require Import ZArith Lia List Ring_theory QArith Qcanon.
From Symstride Require Export Bank.
Open Scope Z_scope.

(** A semiring in the sense of the standard library is an instance. *)
Definition semiring_add {R r0 r1 ra rm} (S : @semi_ring_theory R r0 r1 ra rm eq) : CMon R :=
  {| zero := r0; add := ra; add_0_l := SRadd_0_l S; add_comm := SRadd_comm S; add_assoc := SRadd_assoc S |}.
(** Its product. *)
Definition semiring_mul {R r0 r1 ra rm} (S : @semi_ring_theory R r0 r1 ra rm eq) :
  @Bil R R R (semiring_add S) (semiring_add S) :=
  @Build_Bil _ _ _ (semiring_add S) (semiring_add S) rm (SRmul_0_l S) (SRdistr_l S).

(** The natural numbers *)
Lemma nat_semiring : semi_ring_theory 0%nat 1%nat Nat.add Nat.mul eq.
Proof. constructor; intros; lia. Qed.
(** and their product, *)
Definition nat_mul := semiring_mul nat_semiring.

(** the rationals in lowest terms (for plain fractions, [0*x] and [0] are different fractions), *)
Lemma rational_semiring : semi_ring_theory (Q2Qc (inject_Z 0)) (Q2Qc (inject_Z 1)) Qcplus Qcmult eq.
Proof.
  constructor; intros; change (Q2Qc (inject_Z 0)) with (Q2Qc 0); change (Q2Qc (inject_Z 1)) with (Q2Qc 1); ring.
Qed.
(** and theirs. *)
Definition rational_mul := semiring_mul rational_semiring.

(** (max, +): [None] is minus infinity, sums are maxima and products are sums. *)
Definition max_add (x y : option Z) := match x, y with
  | None, v | v, None => v | Some x, Some y => Some (Z.max x y) end.
(** Sums, minus infinity absorbing. *)
Definition max_mul (x y : option Z) := match x, y with
  | Some x, Some y => Some (x + y) | _, _ => None end.
(** The laws, case by case. *)
Ltac by_cases := repeat intros [?|]; simpl; auto; f_equal; lia.
#[export] Instance max_mon : CMon (option Z).
Proof. refine {| zero := None; add := max_add |}; by_cases. Defined.
#[export] Instance max_bil : Bil (option Z) (option Z) (option Z).
Proof. refine {| mul := max_mul |}; by_cases. Defined.

(** Max-pooling is a layer over (max, +) with all weights 0, the unit of its product; so the phase lemma holds for it. *)
Definition pooling_weight (_ : Z) := Some 0.
(** The phase lemma for it. *)
Definition phase_lemma_max_pooling k s dl p a Hs Ha Hd :=
  @phase_lemma_axis (option Z) (option Z) (option Z) max_mon max_mon max_bil k s dl p a Hs Ha Hd pooling_weight.
