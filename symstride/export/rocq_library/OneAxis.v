(** * OneAxis: the phase lemma for one axis and one channel.

    A layer of stride [s] is a layer of stride 1 on phases of its input (Kong and Lucey, arXiv 1712.02502, their main
    result, here for every stride, dilation, padding and number of output phases).  [PhaseLemma] has any number of
    axes and the channels.

    Per axis: kernel [k], stride [s], dilation [dl], low padding [p] (negative when it crops), [a] output phases and
    so [s*a] input phases.  Signals live on all integers; finite ones are extended, see [Boundary].  [/] and [mod]
    are floor division. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Sums.
Open Scope Z_scope.

(** Phase [rho] of a signal is every [n]-th sample from [rho] on. *)
Definition phases_axis {T} (n : Z) (x : Z -> T) (rho m : Z) : T := x (n*m + rho).

Section OneAxis.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C}.
Variables k s dl p a : Z.

(** The strided layer: cross-correlation, as in deep learning, so the kernel is not flipped. *)
Definition conv_axis (w : Z -> A) (x : Z -> B) (j : Z) : C :=
  SUM 0 <= i < k, w i ** x (s*j + dl*i - p).

(** The expanded filter bank: the weight whose tap falls on phase [rho] at offset [u], for output phase [tau]. *)
Definition bank_axis (w : Z -> A) (tau rho u : Z) : A :=
  SUM 0 <= i < k, [: s*tau + dl*i - p =? s*a*u + rho :] w i.

(** The first offset at which the bank has a tap, *)
Definition umin := (- p) / (s*a).
(** and the last one. *)
Definition umax := (s*(a-1) + dl*(k-1) - p) / (s*a).

Hypotheses (Hs : 1 <= s) (Ha : 1 <= a) (Hdl : 0 <= dl).

(** Every tap falls between these two. *)
Lemma u_range tau i : 0 <= tau < a -> 0 <= i < k -> umin <= (s*tau + dl*i - p) / (s*a) < umax + 1.
Proof.
  intros Ht Hi; unfold umin, umax; split; [|apply Z.lt_succ_r]; apply Z.div_le_mono; nia.
Qed.

(** The phase lemma: output phase [tau] of the strided layer is the layer of stride 1 with the bank as its filters,
    applied to the phases of the input. *)
Theorem phase_lemma_axis (w : Z -> A) (x : Z -> B) (tau m : Z) : 0 <= tau < a ->
  phases_axis a (conv_axis w x) tau m =
  SUM 0 <= rho < s*a, SUM umin <= u < umax+1, bank_axis w tau rho u ** phases_axis (s*a) x rho (m+u).
Proof.
  intros Ht; symmetry; unfold phases_axis, conv_axis, bank_axis.
  (* distribute x over the bank's sum and bring the sum over taps outside *)
  erewrite sum_ext by (intros; etransitivity;
    [apply sum_ext; intros; apply sum_mul | apply sum_swap]).
  rewrite sum_swap. apply sum_ext; intros i Hi%in_range.
  erewrite sum_ext by (intros; apply sum_ext; intros; apply if_mul).
  (* for tap i, exactly one pair (rho, u) counts *)
  rewrite (pick_quotient (s*a) umin (umax+1) _ (fun rho u => w i ** x (s*a*(m+u) + rho)))
    by (apply u_range || nia; auto).
  do 2 f_equal. pose proof (Z.div_mod (s*tau + dl*i - p) (s*a)). nia.
Qed.

(** The layer reads nothing but [x (s*j + dl*i - p)] for its taps [i]. *)
Lemma conv_agree (w : Z -> A) (x x' : Z -> B) j :
  (forall i, 0 <= i < k -> x (s*j + dl*i - p) = x' (s*j + dl*i - p)) -> conv_axis w x j = conv_axis w x' j.
Proof. intros E. apply sum_ext; intros i Hi%in_range. now rewrite E. Qed.
End OneAxis.
