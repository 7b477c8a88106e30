(** * The same over the real numbers of Rocq's standard library, which stand on axioms of its own. *)
From Coq Require Import Reals Ring_theory.
Require Import OwnWords.

Lemma real_laws : semi_ring_theory 0%R 1%R Rplus Rmult eq.
Proof. constructor; intros; ring. Qed.

Definition over_reals := (phase_lemma real_laws, one_layer real_laws, finite_layer real_laws,
  transposed_layer real_laws, pooling real_laws, @two_layers _ _ _ _ _ real_laws).
Print Assumptions over_reals.
