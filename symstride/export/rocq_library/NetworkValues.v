(** * NetworkValues: the layers of a framework as layers of [Network], on maps that end.

    A map has a value at each of its places, [Some v], and [None] everywhere else: for a convolution [None] counts as
    0, for a maximum as minus infinity.  Nothing is assumed of weights, sums and activations but what [Algebra] asks. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export NetworkGhosts.
Import ListNotations.
Open Scope Z_scope.

(** ** Products and maxima with places that do not exist *)

(** A weight times nothing is zero. *)
#[export] Instance present {Weight Value Sum} {weight_sums : CMon Weight} {sums : CMon Sum}
  {products : Bil Weight Value Sum} : Bil Weight (option Value) Sum.
Proof. refine {| mul w x := match x with Some v => w ** v | None => zero end |}.
  - intros [v|]; auto using mul_0_l.
  - intros w w' [v|]; [apply mul_add_l|now rewrite add_0_l].
Defined.

(** A maximum of two values. *)
Class Maximum (Value : Type) := {
  larger : Value -> Value -> Value;
  larger_comm : forall v w, larger v w = larger w v;
  larger_assoc : forall u v w, larger u (larger v w) = larger (larger u v) w;
  larger_self : forall v, larger v v = v }.
(** Maxima as sums: those of the places that exist. *)
Definition maxima {Value} {maximum : Maximum Value} : CMon (option Value).
Proof.
  refine {| zero := None;
    add v w := match v, w with Some v, Some w => Some (larger v w) | Some v, None | None, Some v => Some v
               | None, None => None end |}.
  - now intros [v|].
  - intros [v|] [w|]; auto. now rewrite larger_comm.
  - intros [u|] [v|] [w|]; auto. now rewrite larger_assoc.
Defined.
(** The weights of a maximum: a tap is there or not. *)
Definition taps : CMon bool.
Proof. refine {| zero := false; add := orb |}; auto using orb_comm, orb_assoc. Defined.
(** A tap takes the place, or nothing. *)
Definition taken {Value} {maximum : Maximum Value} : @Bil bool (option Value) (option Value) taps maxima.
Proof.
  refine (@Build_Bil _ _ _ taps maxima (fun b v => if b then v else None) _ _); auto.
  intros [|] [|] [v|]; simpl; auto. now rewrite larger_self.
Defined.

(** ** Layers *)

Section Layers.
Context {Value : Type} {d : nat}.

(** Whether strides are at least 1 and dilations at least 0, on every axis. *)
Definition steps_fit (s dl : vec d) : bool := veqb (vmap2 Z.max 1%V s) s && veqb (vmap2 Z.max 0%V dl) dl.
(** What the test means. *)
Lemma steps_fit_sound s dl : steps_fit s dl = true -> (1 <= s)%V /\ (0 <= dl)%V.
Proof.
  unfold steps_fit. rewrite andb_true_iff, !veqb_spec.
  assert (H : forall c e (v : vec e), vmap2 Z.max (vcst c) v = v -> (vcst c <= v)%V).
  { induction e; [easy|]. intros [v ?] E; simpl in *. injection E as E ?. split; auto; lia. }
  intros [? ?]; split; now apply H.
Qed.

(** A convolution with [M] outputs per axis: kernel, stride, dilation and low padding, the channels that an output
    reads, weights; [act] is bias and activation. *)
Definition conv_layer {Weight Sum} {weight_sums : CMon Weight} {sums : CMon Sum} {products : Bil Weight Value Sum}
  (k s dl p M : vec d) (channels : Z -> list Z) (w : Z -> Z -> vec d -> Weight) (act : Z -> Sum -> Value)
  (fit : steps_fit s dl = true) : layer (option Value) d :=
  {| kernel := k; stride := s; dilation := dl; padding := p; reads := channels; weight := w;
     act := fun o v => Some (act o v); mask := insides M; pad := None; valid := steps_fit_sound s dl fit |}.
(** A maximum over windows of each channel; [act] is what follows. *)
Definition max_pool_layer {maximum : Maximum Value} (k s dl p M : vec d) (act : Z -> Value -> Value)
  (fit : steps_fit s dl = true) : layer (option Value) d :=
  {| weights_add := taps; sums_add := maxima; product := taken; kernel := k; stride := s; dilation := dl; padding := p;
     reads := fun o => [o]; weight := fun _ _ _ => true; act := fun o => option_map (act o);
     mask := insides M; pad := None; valid := steps_fit_sound s dl fit |}.

(** The channels that output [o] reads: all [n], *)
Definition all_channels (n o : Z) : list Z := range 0 n.
(** its group, of [n] channels for [nout] outputs, *)
Definition group_channels (n nout o : Z) : list Z := range (n * (o / nout)) (n * (o / nout) + n).
(** or its own. *)
Definition own_channel (o : Z) : list Z := [o].
(** Weights are counted inside of a group, *)
Definition group_weight {Weight} (n : Z) (w : Z -> Z -> vec d -> Weight) (o c : Z) := w o (c mod n).
(** those of a transposed layer the other way round. *)
Definition turned_weight {Weight} (nout : Z) (w : Z -> Z -> vec d -> Weight) (o c : Z) := w c (o mod nout).
(** How many outputs a transposed layer has: low padding [p], high padding [r] less what is added behind. *)
Fixpoint transposed_sizes {e} : vec e -> vec e -> vec e -> vec e -> vec e -> vec e -> vec e :=
  match e with O => fun _ _ _ _ _ _ => tt
  | S e => fun k s dl p r N => (fst s * (fst N - 1) + fst dl * (fst k - 1) + 1 - fst p - fst r,
                                 transposed_sizes (snd k) (snd s) (snd dl) (snd p) (snd r) (snd N)) end.

(** An input of [N] places. *)
Definition finite (N : vec d) (image : Z -> vec d -> Value) (c : Z) : vec d -> option Value :=
  extends None N (fun t => Some (image c t)).
(** It ends. *)
Lemma ends_input N image : ends (finite N image) Input N None.
Proof. intros c j I. simpl. unfold finite, extends. now rewrite I. Qed.

(** ** What works place by place *)

(** A map of each channel by itself, *)
Definition each_channel (f : Z -> Value -> Value) (g : Z -> option Value) (o : Z) := option_map (f o) (g o).
(** of two values of each channel, as a sum, *)
Definition each_two (f : Z -> Value -> Value -> Value) (g h : Z -> option Value) (o : Z) :=
  match g o, h o with Some v, Some w => Some (f o v w) | _, _ => None end.
(** [n] channels and others behind them, *)
Definition beside (n : Z) (g h : Z -> option Value) (o : Z) := if o <? n then g o else h (o - n).
(** other channels, *)
Definition chosen (source : Z -> Z) (g : Z -> option Value) (o : Z) := g (source o).
(** and a map of all [n] channels of a place together. *)
Definition across (n : Z) (f : list (option Value) -> Z -> Value) (g : Z -> option Value) (o : Z) :=
  match g o with Some _ => Some (f (map g (range 0 n)) o) | None => None end.

(** They depend on the values of that place alone, and give nothing where there is nothing. *)
Definition by_place (f : (Z -> option Value) -> Z -> option Value) : Prop :=
  (forall g g' o, (forall c, g c = g' c) -> f g o = f g' o) /\ forall g o, (forall c, g c = None) -> f g o = None.
(** The same for two values. *)
Definition by_place_two (f : (Z -> option Value) -> (Z -> option Value) -> Z -> option Value) : Prop :=
  (forall g g' h h' o, (forall c, g c = g' c) -> (forall c, h c = h' c) -> f g h o = f g' h' o) /\
  forall g h o, (forall c, g c = None) -> (forall c, h c = None) -> f g h o = None.
(** A map of each channel does, *)
Lemma each_channel_by_place f : by_place (each_channel f).
Proof. unfold each_channel; split; [intros g g' o E|intros g o E]; now rewrite E. Qed.
(** a choice of channels, *)
Lemma chosen_by_place source : by_place (chosen source).
Proof. unfold chosen; split; [intros g g' o E|intros g o E]; now rewrite E. Qed.
(** a map of all channels, *)
Lemma across_by_place n f : by_place (across n f).
Proof.
  unfold across; split; [intros g g' o E|intros g o E]; rewrite E; auto.
  now rewrite (map_ext _ _ E).
Qed.
(** a map of two values, *)
Lemma each_two_by_place f : by_place_two (each_two f).
Proof. unfold each_two; split; [intros g g' h h' o E E'|intros g h o E E']; now rewrite E, ?E'. Qed.
(** and channels behind others. *)
Lemma beside_by_place n : by_place_two (beside n).
Proof. unfold beside; split; intros; destruct (_ <? _); auto. Qed.
End Layers.

(** ** One value of a network after the other *)

Section Values.
Context {Value : Type} {d : nat}.
Variable x : Z -> vec d -> option Value.
Notation net := (@net (option Value) d).
Notation none := (fun (_ : Z) (_ : vec d) => @None Value).

(** On the grid, in cells of [a] places, a value of [N] places with anything at all on its ghosts. *)
Definition cells (N a : vec d) (ghosts : Z -> vec d -> option Value) (e : net) : net := Mask (solid N a) ghosts e.
(** The same with nothing on the ghosts: a mask. *)
Definition masked (N : vec d) (e : net) : net := Mask (insides N) none e.

(** Value [e] of [N] places, as written, and [e'] on the grid: equal off the ghosts, in [a] phases of [S] of the
    input. *)
Definition stands (e e' : net) (N a S : vec d) : Prop := same x e e' (solid N a) /\ grid e' a S.

(** The input stands on the grid, *)
Lemma stands_input N S : stands Input Input N S S.
Proof. now split. Qed.
(** also with anything on its ghosts, *)
Lemma stands_input_ghosts N S ghosts : stands Input (cells N S ghosts Input) N S S.
Proof. split; [apply same_ghosts, same_input|easy]. Qed.
(** and what is computed from values that do: a layer that reads no ghost, *)
Lemma stands_layer L e e' M N a b S ghosts : stands e e' N b S -> mask L = insides M ->
  veqb (stride L * a)%V b = true -> on_axes reads_no_ghost (kernel L) (stride L) (dilation L) (padding L) M N b = true ->
  stands (Layer L e) (cells M a ghosts (Layer L e')) M a S.
Proof.
  intros [H G] E Eb%veqb_spec O. split; [now apply same_ghosts, same_layer with M N b|]. simpl. now rewrite Eb.
Qed.
(** that reads the input itself, whose ghosts are clean, *)
Lemma stands_first_layer L M a S ghosts : veqb (stride L * a)%V S = true ->
  stands (Layer L Input) (cells M a ghosts (Layer L Input)) M a S.
Proof. intros Eb%veqb_spec. split; [apply same_ghosts, same_layer_clean, same_input|exact Eb]. Qed.
(** or that reads what a mask has cleaned; *)
Lemma stands_masked_layer L e e' M N a b S ghosts : stands e e' N b S -> ends x e N None ->
  veqb (stride L * a)%V b = true -> stands (Layer L e) (cells M a ghosts (Layer L (masked N e'))) M a S.
Proof.
  intros [H G] E Eb%veqb_spec. split; [|simpl; now rewrite Eb].
  now apply same_ghosts, same_layer_clean, same_mask with b.
Qed.
(** the same for transposed layers; *)
Lemma stands_transposed L e e' M N a b S ghosts : stands e e' N b S -> mask L = insides M ->
  veqb (a / stride L)%V b && veqb (stride L * b)%V a = true ->
  on_axes reads_no_ghost_transposed (kernel L) (stride L) (dilation L) (padding L) M N b = true ->
  stands (TransposedLayer L e) (cells M a ghosts (TransposedLayer L e')) M a S.
Proof.
  rewrite andb_true_iff, !veqb_spec. intros [H G] E [Eb Ea] O.
  split; [now apply same_ghosts, same_transposed with M N b|]. simpl. now rewrite Eb, Ea.
Qed.
(** that reads the input, *)
Lemma stands_first_transposed L M a S ghosts : veqb (a / stride L)%V S && veqb (stride L * S)%V a = true ->
  stands (TransposedLayer L Input) (cells M a ghosts (TransposedLayer L Input)) M a S.
Proof.
  rewrite andb_true_iff, !veqb_spec. intros [Eb Ea].
  split; [apply same_ghosts, same_transposed_clean, same_input|]. simpl. now rewrite Eb, Ea.
Qed.
(** or that a mask stands in front of; *)
Lemma stands_masked_transposed L e e' M N a b S ghosts : stands e e' N b S -> ends x e N None ->
  veqb (a / stride L)%V b && veqb (stride L * b)%V a = true ->
  stands (TransposedLayer L e) (cells M a ghosts (TransposedLayer L (masked N e'))) M a S.
Proof.
  rewrite andb_true_iff, !veqb_spec. intros [H G] E [Eb Ea]. split; [|simpl; now rewrite Eb, Ea].
  now apply same_ghosts, same_transposed_clean, same_mask with b.
Qed.
(** and what works place by place. *)
Lemma stands_each f e e' N a S ghosts : stands e e' N a S -> by_place f ->
  stands (Each f e) (cells N a ghosts (Each f e')) N a S.
Proof. intros [H G] [E _]. split; [now apply same_more_ghosts, same_each|now split]. Qed.
(** The same for two values. *)
Lemma stands_pixel f e1 e1' e2 e2' N a S ghosts : stands e1 e1' N a S -> stands e2 e2' N a S -> by_place_two f ->
  stands (Pixel f e1 e2) (cells N a ghosts (Pixel f e1' e2')) N a S.
Proof. intros [H1 G1] [H2 G2] [E _]. split; [now apply same_more_ghosts, same_pixel|now repeat split]. Qed.

(** A value of the network as written ends where its size says. *)
Lemma ends_each_value f e N : ends x e N None -> by_place f -> ends x (Each f e) N None.
Proof. intros E [_ F]. now apply ends_each. Qed.
(** The same for two values. *)
Lemma ends_pixel_value f e1 e2 N : ends x e1 N None -> ends x e2 N None -> by_place_two f -> ends x (Pixel f e1 e2) N None.
Proof. intros E1 E2 [_ F]. now apply ends_pixel. Qed.

(** Every place of a value that stands on the grid. *)
Theorem network_value e e' N a S o j : stands e e' N a S -> veqb (vmap2 Z.max 1%V a) a = true ->
  (0 <= j)%V -> (j < N)%V -> eval e x o j = eval_unit e' a (phases S x) (j mod a)%V o (j / a)%V.
Proof.
  intros [H G] P I I'. apply network_on_grid with N; auto; [|now apply insides_spec].
  apply (steps_fit_sound a 0%V). unfold steps_fit. rewrite P. apply veqb_spec.
  clear. induction d; simpl; auto. now rewrite IHn.
Qed.
End Values.
