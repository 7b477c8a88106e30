(** * Network: networks of any depth, any number of axes, with branches.

    Every all-convolutional network equals a network in which every layer has stride 1 (Kong and Lucey, arXiv
    1712.02502); here with pooling, activations, residual branches and exact edges.  A network is a tree: a branch
    that is used twice is written twice.  Activations live in one type [B]; each layer may have its own weights, sums
    and product, for instance integers in a convolution and (max, +) in a max-pooling. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma TransposedRead.
Open Scope Z_scope.

(** A layer of a network. *)
Record layer (B : Type) (d : nat) := {
  weights : Type; sums : Type;                                  (* the types of its weights and of its sums *)
  weights_add : CMon weights; sums_add : CMon sums; product : Bil weights B sums;
  kernel : vec d; stride : vec d; dilation : vec d; padding : vec d;
  reads : Z -> list Z;                                          (* the input channels that output channel o reads *)
  weight : Z -> Z -> vec d -> weights;                          (* the weight at o, c, i *)
  act : Z -> sums -> B;                                         (* bias and activation of output channel o *)
  mask : vec d -> bool; pad : B;                                (* outputs off the mask are pad: the finite size *)
  valid : (1 <= stride)%V /\ (0 <= dilation)%V }.
Arguments weights_add {B d}. Arguments sums_add {B d}. Arguments product {B d}.
Arguments kernel {B d}. Arguments stride {B d}. Arguments dilation {B d}. Arguments padding {B d}.
Arguments reads {B d}. Arguments weight {B d}. Arguments act {B d}. Arguments mask {B d}. Arguments pad {B d}.
Arguments valid {B d}.
#[export] Existing Instances weights_add sums_add product.

Section Network.
Context {B : Type} {d : nat}.
Notation map := (Z -> vec d -> B).                (* a feature map: channel, place *)
Notation phase_map := (vec d -> Z -> vec d -> B). (* its phases: phase, channel, cell *)

(** The layer as written, *)
Definition run (L : layer B d) (x : map) : map := fun o j =>
  if mask L j then act L o (sum (reads L o) (fun c =>
    conv_channel (kernel L) (stride L) (dilation L) (padding L) (weight L o c) (x c) j))
  else pad L.
(** and with stride 1, on phases, with [a] output phases. *)
Definition run_unit (L : layer B d) (a : vec d) (X : phase_map) : phase_map := fun tau o m =>
  if mask L (a*m + tau)%V then act L o (sum (reads L o) (fun c =>
    SUMV 0 <= rho < stride L * a,
    SUMV first (stride L) (padding L) a <= u < past (kernel L) (stride L) (dilation L) (padding L) a,
      bank_channel (kernel L) (stride L) (dilation L) (padding L) a (weight L o c) tau rho u ** X rho c (m+u)%V))
  else pad L.

(** The transposed layer as written, *)
Definition run_transposed (L : layer B d) (x : map) : map := fun o j =>
  if mask L j then act L o (sum (reads L o) (fun c =>
    transposed_read (kernel L) (stride L) (dilation L) (padding L) (weight L o c) (x c) j))
  else pad L.
(** and with stride 1, on phases: [b] of them in, [stride * b] out. *)
Definition run_unit_transposed (L : layer B d) (b : vec d) (X : phase_map) : phase_map := fun rho o m =>
  if mask L (stride L * b * m + rho)%V then act L o (sum (reads L o) (fun c =>
    SUMV 0 <= tau < b,
    SUMV first (stride L) (padding L) b <= u < past (kernel L) (stride L) (dilation L) (padding L) b,
      bank_channel (kernel L) (stride L) (dilation L) (padding L) b (weight L o c) tau rho u ** X tau c (m-u)%V))
  else pad L.

(** [X] holds the [a] phases of [x]. *)
Definition is_phases (a : vec d) (x : map) (X : phase_map) : Prop :=
  forall rho c m, (0 <= rho)%V -> (rho < a)%V -> X rho c m = phases a x rho c m.

(** The phases of a feature map do so. *)
Lemma phases_refl n x : is_phases n x (phases n x).
Proof. now intros rho c m _ _. Qed.

(** One layer: phases in, phases out. *)
Lemma run_unit_phases L a x X : (1 <= a)%V -> is_phases (stride L * a)%V x X ->
  is_phases a (run L x) (run_unit L a X).
Proof.
  intros Ha HX tau o m Ht Ht'. unfold run_unit, run, phases. destruct mask; auto. f_equal.
  apply sum_ext; intros c _. destruct (valid L).
  rewrite phase_lemma_channel by auto. apply sumv_ext; intros rho Hr Hr'.
  apply sumv_ext; intros u _ _. now rewrite HX.
Qed.

(** One transposed layer. *)
Lemma run_unit_transposed_phases L b x X : (1 <= b)%V -> is_phases b x X ->
  is_phases (stride L * b)%V (run_transposed L x) (run_unit_transposed L b X).
Proof.
  intros Hb HX rho o m Hr Hr'. unfold run_unit_transposed, run_transposed, phases. destruct mask; auto. f_equal.
  apply sum_ext; intros c _. destruct (valid L).
  rewrite phase_lemma_transposed_read by auto. apply sumv_ext; intros tau Ht Ht'.
  apply sumv_ext; intros u _ _. now rewrite HX.
Qed.

(** Networks: the input, a layer, a transposed layer, a map of all channels of a place, two branches combined place by
    place (sum, concatenation, gating, a 1x1 mixture, a normalisation over channels), or a value with something else,
    that may depend on channel and place, off a mask. *)
Inductive net :=
| Input
| Layer (L : layer B d) (e : net)
| TransposedLayer (L : layer B d) (e : net)
| Each (f : (Z -> B) -> Z -> B) (e : net)
| Mask (m : vec d -> bool) (g : Z -> vec d -> B) (e : net)
| Pixel (f : (Z -> B) -> (Z -> B) -> Z -> B) (e1 e2 : net).

(** The network as written, *)
Fixpoint eval (e : net) (x : map) : map := match e with
  | Input => x
  | Layer L e => run L (eval e x)
  | TransposedLayer L e => run_transposed L (eval e x)
  | Each f e => fun o j => f (fun c => eval e x c j) o
  | Mask m g e => fun o j => if m j then eval e x o j else g o j
  | Pixel f e1 e2 => fun o j => f (fun c => eval e1 x c j) (fun c => eval e2 x c j) o end.
(** and with every layer of stride 1. *)
Fixpoint eval_unit (e : net) (a : vec d) (X : phase_map) : phase_map := match e with
  | Input => X
  | Layer L e => run_unit L a (eval_unit e (stride L * a)%V X)
  | TransposedLayer L e => run_unit_transposed L (a / stride L)%V (eval_unit e (a / stride L)%V X)
  | Each f e => fun tau o m => f (fun c => eval_unit e a X tau c m) o
  | Mask k g e => fun tau o m => if k (a*m + tau)%V then eval_unit e a X tau o m else g o (a*m + tau)%V
  | Pixel f e1 e2 => fun tau o m =>
      f (fun c => eval_unit e1 a X tau c m) (fun c => eval_unit e2 a X tau c m) o end.

(** [grid e a n]: with [a] output phases, network [e] takes [n] input phases, the same along every branch.  A
    transposed layer needs a number of output phases that its stride divides.  A map of channels or a combination of
    branches has to depend on their values only. *)
Fixpoint grid (e : net) (a n : vec d) : Prop := match e with
  | Input => a = n
  | Layer L e => grid e (stride L * a)%V n
  | TransposedLayer L e => (stride L * (a / stride L))%V = a /\ grid e (a / stride L)%V n
  | Each f e => (forall g g' o, (forall c, g c = g' c) -> f g o = f g' o) /\ grid e a n
  | Mask _ _ e => grid e a n
  | Pixel f e1 e2 => (forall g g' h h' o, (forall c, g c = g' c) -> (forall c, h c = h' c) -> f g h o = f g' h' o)
                     /\ grid e1 a n /\ grid e2 a n end.

(** The network with stride 1 everywhere, on the phases of the input, computes the phases of the output. *)
Theorem network_phases e : forall a n x X, (1 <= a)%V -> grid e a n ->
  is_phases n x X -> is_phases a (eval e x) (eval_unit e a X).
Proof.
  induction e as [|L e IH|L e IH|f e IH|k g e IH|f e1 IH1 e2 IH2]; simpl; intros a n x X Ha F HX.
  - now subst.
  - apply run_unit_phases; auto. apply IH with n; auto. apply vone_mul; auto. apply (valid L).
  - destruct F as [E F]. assert (Hb : (1 <= a / stride L)%V) by (apply vone_div; auto; apply (valid L)).
    rewrite <- E at 1. apply run_unit_transposed_phases; auto. now apply IH with n.
  - destruct F as [E F]. intros tau o m Ht Ht'. unfold phases. apply E; intros c. now apply (IH a n).
  - intros tau o m Ht Ht'. unfold phases. destruct (k _); auto. now apply (IH a n).
  - destruct F as (E & F1 & F2). intros tau o m Ht Ht'. unfold phases. apply E; intros c.
    + now apply (IH1 a n).
    + now apply (IH2 a n).
Qed.
End Network.
