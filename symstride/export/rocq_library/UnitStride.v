(** * UnitStride: the expanded layer, written as a layer of stride 1 and dilation 1.

    The phase lemma sums over channels and phases.  Numbered together, they are the channels of one ordinary layer:
    the right-hand side is the same [conv], with stride 1 (Kong and Lucey, arXiv 1712.02502, their main result). *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma.
Open Scope Z_scope.

(** The number of phases of all axes together, *)
Fixpoint vprod {d} : vec d -> Z := match d with O => fun _ => 1 | S d => fun v => fst v * vprod (snd v) end.
(** and phase number [q] of these, counted row by row, the last axis fastest. *)
Fixpoint digits {d} : vec d -> Z -> vec d :=
  match d with O => fun _ _ => tt
  | S d => fun S q => (q / vprod (snd S), digits (snd S) (q mod vprod (snd S))) end.

(** There is at least one phase. *)
Lemma vprod_pos d : forall S : vec d, (0 < S)%V -> 0 < vprod S.
Proof. induction d; simpl; [lia|]. intros S [H1 H2]. specialize (IHd _ H2). nia. Qed.

(** [digits] yields phases, *)
Lemma digits_range d : forall (S : vec d) q, (0 < S)%V -> 0 <= q < vprod S -> (0 <= digits S q)%V /\ (digits S q < S)%V.
Proof.
  induction d; simpl; auto. intros S q [H1 H2] Hq. assert (P := vprod_pos d _ H2).
  destruct (IHd (snd S) (q mod vprod (snd S))); auto using Z.mod_pos_bound.
  repeat split; auto; [apply Z.div_pos|apply Z.div_lt_upper_bound]; lia.
Qed.

(** and reaches each of them once: sums over phases are sums over their numbers. *)
Lemma flatten_sumv {C} {M : CMon C} d : forall (S : vec d) (f : vec d -> C), (0 < S)%V ->
  (SUMV 0 <= rho < S, f rho) = SUM 0 <= q < vprod S, f (digits S q).
Proof.
  induction d; simpl; intros S f HS; [symmetry; apply (add_0_r (f tt))|]. destruct HS as [H1 H2].
  erewrite sum_ext by (intros i _; apply (IHd (snd S) (fun v => f (i, v))); auto).
  rewrite (flatten_sums (vprod (snd S)) 0 (fst S) (fun i q => f (i, digits (snd S) q))) by now apply vprod_pos.
  now rewrite Z.mul_0_r, Z.mul_comm.
Qed.

(** Reading a layer of stride 1 and dilation 1 whose taps start at offset [lo]. *)
Lemma unit_address d : forall lo m i : vec d, (m + (i + lo) = 1*m + 1*i - (0 - lo))%V.
Proof. induction d; [reflexivity|]. intros [lo ?] [m ?] [i ?]; cbn [vmap2 vcst fst snd]. f_equal; auto. lia. Qed.

Section UnitStride.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.
Variables (n : Z) (k s dl p a : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B).
Notation P := (vprod (s*a)%V).
Notation K := (past k s dl p a - first s p a)%V.
Notation L := (0 - first s p a)%V.

(** Channel-major numbering, [q = P*c + rho]: the order of PyTorch's pixel_unshuffle. *)
Definition unit_signal (q : Z) (m : vec d) : B := phases (s*a)%V x (digits (s*a)%V (q mod P)) (q / P) m.
(** The weights in that numbering; taps are counted from 0. *)
Definition unit_weight (tau : vec d) (o q : Z) (i : vec d) : A :=
  bank k s dl p a w tau o (digits (s*a)%V (q mod P)) (q / P) (i + first s p a)%V.

(** Phase-major numbering, [q = n*rho + c]: the order of ONNX SpaceToDepth and of TensorFlow. *)
Definition unit_signal_phase_major (q : Z) (m : vec d) : B := phases (s*a)%V x (digits (s*a)%V (q / n)) (q mod n) m.
(** The weights. *)
Definition unit_weight_phase_major (tau : vec d) (o q : Z) (i : vec d) : A :=
  bank k s dl p a w tau o (digits (s*a)%V (q / n)) (q mod n) (i + first s p a)%V.

Hypotheses (Hs : (1 <= s)%V) (Ha : (1 <= a)%V) (Hd : (0 <= dl)%V).

(** One output phase of the strided layer is a layer of stride 1 on [P*n] channels, with kernel size [K] and low
    padding [L].  The output phases are further output channels, in whichever order they are numbered. *)
Theorem unit_stride_layer tau o m : (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m = conv (P*n) K 1 1 L (unit_weight tau) unit_signal o m.
Proof.
  intros Ht Ht'. rewrite phase_lemma by auto. assert (HS := vpos_mul d s a Hs Ha).
  assert (HP := vprod_pos d _ HS). unfold conv at 1.
  etransitivity; [apply sum_ext; intros c _; apply flatten_sumv; auto|]. cbv beta.
  rewrite (flatten_sums P 0 n (fun c q => SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o (digits (s*a)%V q) c u ** phases (s*a)%V x (digits (s*a)%V q) c (m+u)%V)) by auto.
  rewrite Z.mul_0_r. apply sum_ext; intros q _. rewrite shift_sumv.
  apply sumv_ext; intros i _ _. unfold unit_weight, unit_signal. now rewrite unit_address.
Qed.

(** The same in the other numbering. *)
Theorem unit_stride_layer_phase_major tau o m : 0 < n -> (0 <= tau)%V -> (tau < a)%V ->
  phases a (conv n k s dl p w x) tau o m =
  conv (n*P) K 1 1 L (unit_weight_phase_major tau) unit_signal_phase_major o m.
Proof.
  intros Hn Ht Ht'. rewrite phase_lemma by auto. assert (HS := vpos_mul d s a Hs Ha).
  etransitivity; [apply sum_ext; intros c _; apply flatten_sumv; auto|]. cbv beta. rewrite sum_swap.
  rewrite (flatten_sums n 0 P (fun q c => SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau o (digits (s*a)%V q) c u ** phases (s*a)%V x (digits (s*a)%V q) c (m+u)%V)) by auto.
  rewrite Z.mul_0_r. apply sum_ext; intros q _. rewrite shift_sumv.
  apply sumv_ext; intros i _ _. unfold unit_weight_phase_major, unit_signal_phase_major. now rewrite unit_address.
Qed.
End UnitStride.

(** Groups stay groups: the numbered phases of group [g], of [n] channels, are consecutive channels of the whole. *)
Theorem unit_signal_groups {B d} n (s a : vec d) (x : Z -> vec d -> B) g q m : (1 <= s)%V -> (1 <= a)%V ->
  unit_signal s a (fun c => x (n*g + c)) q m = unit_signal s a x (vprod (s*a)%V * n * g + q) m.
Proof.
  intros Hs Ha. assert (HP := vprod_pos d _ (vpos_mul d s a Hs Ha)). unfold unit_signal, phases.
  set (P := vprod (s*a)%V) in *. replace (P*n*g + q) with (q + (n*g)*P) by lia.
  rewrite Z.mod_add, Z.div_add by lia. now rewrite (Z.add_comm (q/P)).
Qed.
