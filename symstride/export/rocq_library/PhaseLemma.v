(** * PhaseLemma: the main theorem, for any number of axes, with channels and groups.

    One layer of stride [s] is one layer of stride 1 with more and smaller filters, on the phases of its input (Kong
    and Lucey, arXiv 1712.02502).  Here for every kernel, stride, dilation, padding and number of output phases [a],
    each of them a vector with one entry per axis; all parameters are variables.

    [conv], [phases] and [bank] are the kernel's definitions of these names, with the axes in one vector instead of
    one argument each.  [conv_channel] and [bank_channel] are their parts for one input and one output channel. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export Vectors OneAxis.
Open Scope Z_scope.

(** Axis by axis, the first offset of the bank, *)
Fixpoint first {d} : vec d -> vec d -> vec d -> vec d :=
  match d with O => fun _ _ _ => tt
  | S d => fun s p a => (umin (fst s) (fst p) (fst a), first (snd s) (snd p) (snd a)) end.
(** and one past the last. *)
Fixpoint past {d} : vec d -> vec d -> vec d -> vec d -> vec d -> vec d :=
  match d with O => fun _ _ _ _ _ => tt
  | S d => fun k s dl p a => (umax (fst k) (fst s) (fst dl) (fst p) (fst a) + 1,
                              past (snd k) (snd s) (snd dl) (snd p) (snd a)) end.

Section Definitions.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.

(** One channel of the layer: [sum over i of w[i] * x[s*j + dl*i - p]]. *)
Definition conv_channel (k s dl p : vec d) (w : vec d -> A) (x : vec d -> B) (j : vec d) : C :=
  SUMV 0 <= i < k, w i ** x (s*j + dl*i - p)%V.

(** The layer: output channel [o] at place [j] reads [n] input channels. *)
Definition conv (n : Z) (k s dl p : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B) (o : Z) (j : vec d) : C :=
  SUM 0 <= c < n, conv_channel k s dl p (w o c) (x c) j.
End Definitions.

(** Phase [rho] of channel [c] of a signal, at cell [m]. *)
Definition phases {T} {d} (S : vec d) (x : Z -> vec d -> T) (rho : vec d) (c : Z) (m : vec d) : T := x c (S*m + rho)%V.

(** The signal that the group of output channel [o] reads, for groups of [nin] input and [nout] output channels. *)
Definition group {T} {d} (nin nout o : Z) (x : Z -> vec d -> T) (c : Z) : vec d -> T := x (nin * (o / nout) + c).

(** One channel of the bank: per axis, the sum over the taps that fall on phase [rho] at offset [u]. *)
Fixpoint bank_channel {A} {MA : CMon A} {d} :
  vec d -> vec d -> vec d -> vec d -> vec d -> (vec d -> A) -> vec d -> vec d -> vec d -> A :=
  match d with O => fun _ _ _ _ _ w _ _ _ => w tt
  | S d => fun k s dl p a w tau rho u =>
      SUM 0 <= i < fst k, [: fst s * fst tau + fst dl * i - fst p =? fst s * fst a * fst u + fst rho :]
        bank_channel (snd k) (snd s) (snd dl) (snd p) (snd a) (fun v => w (i, v)) (snd tau) (snd rho) (snd u) end.

(** The expanded filter bank. *)
Definition bank {A} {MA : CMon A} {d} (k s dl p a : vec d) (w : Z -> Z -> vec d -> A) (tau : vec d) (o : Z)
  (rho : vec d) (c : Z) (u : vec d) : A := bank_channel k s dl p a (w o c) tau rho u.

Section PhaseLemma.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C}.

(** The brackets of all axes gathered into one. *)
Lemma bank_channel_gathered d : forall (k s dl p a : vec d) (w : vec d -> A) (tau rho u : vec d),
  bank_channel k s dl p a w tau rho u =
  SUMV 0 <= i < k, [: (s*tau + dl*i - p =? s*a*u + rho)%V :] w i.
Proof.
  induction d; simpl; intros; auto. apply sum_ext; intros i _. rewrite IHd, sumv_if.
  apply sumv_ext; intros v _ _. now destruct (_ =? _), (_ =? _)%V.
Qed.

(** Every tap falls into the bank. *)
Lemma u_ranges d : forall k s dl p a tau i : vec d,
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V -> (0 <= i)%V -> (i < k)%V ->
  (first s p a <= (s*tau + dl*i - p) / (s*a))%V /\ ((s*tau + dl*i - p) / (s*a) < past k s dl p a)%V.
Proof.
  induction d; simpl; auto. intros k s dl p a tau i Hs Ha Hd Ht Ht' Hi Hi'.
  assert (H1 := u_range (fst k) (fst s) (fst dl) (fst p) (fst a) ltac:(tauto) ltac:(tauto) ltac:(tauto)
    (fst tau) (fst i) ltac:(tauto) ltac:(tauto)).
  assert (H2 := IHd (snd k) (snd s) (snd dl) (snd p) (snd a) (snd tau) (snd i) ltac:(tauto) ltac:(tauto)
    ltac:(tauto) ltac:(tauto) ltac:(tauto) ltac:(tauto) ltac:(tauto)).
  tauto.
Qed.

(** The cell and phase of a tap give back its input place. *)
Lemma address d : forall s dl p a tau i m : vec d, (1 <= s)%V -> (1 <= a)%V ->
  (s*a*(m + (s*tau+dl*i-p)/(s*a)) + (s*tau+dl*i-p) mod (s*a) = s*(a*m+tau) + dl*i - p)%V.
Proof.
  induction d; [reflexivity|]. intros [s ?] [dl ?] [p ?] [a ?] [tau ?] [i ?] [m ?]; simpl.
  intros [Hs ?] [Ha ?]. f_equal; auto. pose proof (Z.div_mod (s*tau + dl*i - p) (s*a)). nia.
Qed.

(** The phase lemma for one channel. *)
Theorem phase_lemma_channel {d} (k s dl p a : vec d) (w : vec d -> A) (x : vec d -> B) (tau m : vec d) :
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  conv_channel k s dl p w x (a*m + tau)%V =
  SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank_channel k s dl p a w tau rho u ** x (s*a*(m+u) + rho)%V.
Proof.
  intros Hs Ha Hd Ht Ht'; symmetry; unfold conv_channel.
  transitivity (SUMV 0 <= i < k, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    [: (s*tau + dl*i - p =? s*a*u + rho)%V :] (w i ** x (s*a*(m+u) + rho)%V)).
  { (* distribute x over the bank's sum and bring the sum over taps outside *)
    rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros rho _ _.
    rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros u _ _.
    rewrite bank_channel_gathered, sumv_mul. apply sumv_ext; intros i _ _. apply if_mul. }
  (* for tap i, exactly one pair (rho, u) counts *)
  apply sumv_ext; intros i Hi Hi'. destruct (u_ranges d k s dl p a tau i); auto.
  rewrite (pick_quotients d (s*a)%V _ _ _ (fun rho u => w i ** x (s*a*(m+u) + rho)%V)) by auto using vpos_mul.
  do 2 f_equal. now apply address.
Qed.

(** The phase lemma: output phase [tau] of the layer, at cell [m]. *)
Theorem phase_lemma {d} (n : Z) (k s dl p a : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B) (tau : vec d) o m :
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u ** phases (s*a) x rho c (m+u)%V.
Proof. intros. apply sum_ext; intros c _. now apply phase_lemma_channel. Qed.

(** With groups, each output channel reads its own group, and the phases of a channel stay in its group. *)
Corollary phase_lemma_groups {d} (nin nout : Z) (k s dl p a : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B)
  (tau : vec d) o m :
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  conv nin k s dl p w (group nin nout o x) o (a*m + tau)%V =
  SUM 0 <= c < nin, SUMV 0 <= rho < s*a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o rho c u ** phases (s*a) x rho (nin * (o / nout) + c) (m+u)%V.
Proof. intros. now apply (phase_lemma nin k s dl p a w (group nin nout o x) tau o m). Qed.

(** The origin "padded": phases of the padded signal, which starts [p] places earlier.  The layer itself is the layer
    without padding on that signal, *)
Lemma conv_padded d : forall (k s dl p : vec d) (w : vec d -> A) (x : vec d -> B) j,
  conv_channel k s dl p w x j = conv_channel k s dl 0%V w (fun t => x (t - p)%V) j.
Proof.
  intros. apply sumv_ext; intros i _ _. do 2 f_equal. clear x w k. revert s dl p j i.
  induction d; [reflexivity|]. intros [s ?] [dl ?] [p ?] [j ?] [i ?]; simpl. f_equal; auto. lia.
Qed.

(** so its bank is the one for [p = 0], of the smallest size. *)
Theorem phase_lemma_padded {d} (n : Z) (k s dl p a : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B)
  (tau : vec d) o m :
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m =
  SUM 0 <= c < n, SUMV 0 <= rho < s*a, SUMV first s 0 a <= u < past k s dl 0 a,
    bank k s dl 0%V a w tau o rho c u ** x c (s*a*(m+u) + rho - p)%V.
Proof.
  intros. apply sum_ext; intros c _. rewrite conv_padded.
  now apply (phase_lemma_channel k s dl 0%V a (w o c) (fun t => x c (t - p)%V)).
Qed.
End PhaseLemma.
