(** * Pooling: the phase lemma with all weights equal to the unit.

    Over (max, +) this is max-pooling, over a ring it is sum-pooling, hence average pooling up to a constant. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma.
Open Scope Z_scope.

Section Pooling.
Context {A C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A C C} {d : nat}.
Variables (k s dl p a : vec d) (x : Z -> vec d -> C).

(** One output: the sum over a window of one channel. *)
Definition pool (c : Z) (j : vec d) : C := SUMV 0 <= i < k, x c (s*j + dl*i - p)%V.

(** The bank with weight [e] everywhere: how often a tap falls on phase [rho] at offset [u], as a multiple of [e]. *)
Definition window (e : A) (tau rho u : vec d) : A := bank_channel k s dl p a (fun _ => e) tau rho u.

(** Pooling with a stride is pooling of phases without; [e] is the unit of the product. *)
Theorem pooling (e : A) tau c m : (forall v : C, e ** v = v) ->
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a pool tau c m =
  SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    window e tau rho u ** phases (s*a)%V x rho c (m+u)%V.
Proof.
  intros He Hs Ha Hd Ht Ht'. unfold phases, window.
  rewrite <- (phase_lemma_channel k s dl p a (fun _ => e) (x c) tau m) by auto.
  apply sumv_ext; intros i _ _. now rewrite He.
Qed.
End Pooling.
