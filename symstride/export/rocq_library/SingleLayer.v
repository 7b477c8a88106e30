(** * SingleLayer: one output phase, which is the case of Kong and Lucey (arXiv 1712.02502): one strided layer is one
    layer of stride 1 on the [s] phases of its input. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma.
Open Scope Z_scope.

(** Facts on vectors of ones and zeros. *)
Lemma vmul_one d : forall s : vec d, (s*1)%V = s.
Proof. induction d; [now intros []|]. intros [s ?]; cbn [vmap2 vcst fst snd]. f_equal; auto. lia. Qed.
(** 0 is a phase when there is one, and 1 is positive. *)
Lemma vzero_one d : (0 <= (0 : vec d))%V /\ ((0 : vec d) < 1)%V /\ (1 <= (1 : vec d))%V.
Proof. induction d; cbn [vall2 vcst fst snd]; [tauto|]. intuition lia. Qed.

Section SingleLayer.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.
Variables (n : Z) (k s dl p : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B).
Hypotheses (Hs : (1 <= s)%V) (Hd : (0 <= dl)%V).

(** The phases of the image: what a layer inside a network needs. *)
Theorem single_layer o m :
  conv n k s dl p w x o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s, SUMV first s p 1 <= u < past k s dl p 1,
    bank k s dl p 1%V w 0%V o rho c u ** phases s x rho c (m+u)%V.
Proof.
  destruct (vzero_one d) as (H0 & H1 & H11). pose proof (phase_lemma n k s dl p 1%V w x 0%V o m) as H.
  unfold phases at 1 in H. rewrite vunit, vmul_one in H. auto.
Qed.

(** The phases of the padded signal: the smallest kernel. *)
Theorem single_layer_padded o m :
  conv n k s dl p w x o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s, SUMV first s 0 1 <= u < past k s dl 0 1,
    bank k s dl 0%V 1%V w 0%V o rho c u ** x c (s*(m+u) + rho - p)%V.
Proof.
  destruct (vzero_one d) as (H0 & H1 & H11). pose proof (phase_lemma_padded n k s dl p 1%V w x 0%V o m) as H.
  unfold phases at 1 in H. rewrite vunit, vmul_one in H. auto.
Qed.
End SingleLayer.
