(** * Six theorems in words of one's own.

    Whoever reads a file of symstride has to believe its definitions of sums, brackets and layers.  Here are six of its
    theorems again, with nothing of ours in their statements: numbers are any type with the laws of a semiring in the
    sense of Rocq's standard library, sums are its [fold_right], brackets are [if].  Each follows from the file about a
    certificate, which is compiled first. *)
From Coq Require Import Ring_theory.
From Symstride.Kernel Require Import Readable.
Require phase_lemma single_layer finite_layer transposed_layer pooling two_layers.
Open Scope Z_scope.
Strategy transparent [sum_between bracket of_natural].

Section OwnWords.
Context {A : Type} {zero one : A} {add mul : A -> A -> A} (laws : semi_ring_theory zero one add mul eq).

Local Notation "x +. y" := (add x y) (at level 50, left associativity).
Local Notation "x *. y" := (mul x y) (at level 40, left associativity).
(** The sum of [t] over the integers [lo <= i < hi], and 1 or 0. *)
Local Notation "'TOTAL' lo <= i < hi , t" :=
  (fold_right add zero (map (fun i => t) (map (fun n => lo + Z.of_nat n) (seq 0 (Z.to_nat (hi - lo))))))
  (at level 60, lo at level 59, i name, hi at level 59, t at level 60, right associativity).
Local Notation "[ b ]" := (if b then one else zero).

(** Such numbers are a semiring of ours, *)
Let numbers : semiring.
Proof.
  refine {| car := A; r0 := zero; r1 := one; radd := add; rmul := mul |}; intros; apply laws || (symmetry; apply laws).
Defined.

(** with the same sums. *)
Lemma total_is_sum lo hi f g : (forall v, f v = g v) -> (TOTAL lo <= v < hi, f v) = @sum_between numbers lo hi g.
Proof.
  intros E. unfold sum_between. generalize (Z.to_nat (hi - lo)) as n. intros n. revert lo.
  induction n as [|n IH]; intros lo; cbn [seq map fold_right sum_from]; [reflexivity|].
  rewrite <- seq_shift, !map_map, E, <- IH, map_map, Z.add_0_r.
  cbn. do 2 f_equal. apply map_ext. intros m. f_equal. lia.
Qed.

(** Both say the same, sum by sum and factor by factor. *)
Ltac word_by_word := repeat first [reflexivity | apply total_is_sum; intros | refine (f_equal2 mul _ _)].
Ltac says theorem := refine (eq_trans _ (eq_trans theorem (eq_sym _))).

(** The phase lemma: every output of a layer, from the phases of its input. *)
Theorem phase_lemma (w : Z -> Z -> Z -> A) (x : Z -> Z -> A) C k s dl p a tau o m :
  1 <= s -> 1 <= a -> 1 <= dl -> 0 <= tau < a ->
  (TOTAL 0 <= c < C, TOTAL 0 <= i < k, w o c i *. x c (s * (a * m + tau) + dl * i - p)) =
  TOTAL 0 <= c < C, TOTAL 0 <= rho < s * a,
  TOTAL (- p) / (s * a) <= u < (s * (a - 1) + dl * (k - 1) - p) / (s * a) + 1,
    ([0 =? (s * a * u + rho - s * tau + p) mod dl] *. ([0 <=? (s * a * u + rho - s * tau + p) / dl] *.
      ([(s * a * u + rho - s * tau + p) / dl + 1 <=? k] *. w o c ((s * a * u + rho - s * tau + p) / dl)))) *. x c (s * a * (m + u) + rho).
Proof.
  intros. says (phase_lemma.theorem_1 numbers C a dl k m o p s tau w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia));
  unfold phase_lemma.phases, phase_lemma.conv, phase_lemma.bank; word_by_word.
Qed.

(** One layer, as in the paper of Kong and Lucey: one output phase. *)
Theorem one_layer (w : Z -> Z -> Z -> A) (x : Z -> Z -> A) C k s dl p o m : 1 <= s -> 1 <= dl ->
  (TOTAL 0 <= c < C, TOTAL 0 <= i < k, w o c i *. x c (s * m + dl * i - p)) =
  TOTAL 0 <= c < C, TOTAL 0 <= rho < s, TOTAL (- p) / s <= u < (dl * (k - 1) - p) / s + 1,
    ([0 =? (s * 1 * u + rho - s * 0 + p) mod dl] *. ([0 <=? (s * 1 * u + rho - s * 0 + p) / dl] *.
      ([(s * 1 * u + rho - s * 0 + p) / dl + 1 <=? k] *. w o c ((s * 1 * u + rho - s * 0 + p) / dl)))) *. x c (s * (m + u) + rho).
Proof.
  intros. says (single_layer.theorem_1 numbers C dl k m o p s w x ltac:(lia) ltac:(lia));
  unfold single_layer.phases, single_layer.conv, single_layer.bank; word_by_word.
Qed.

(** A finite input of N places with zeros around it, groups of C input and O output channels, a bias b and an
    activation act: the layer of stride 1 reads cells that are zero outside of the first ceil(N / (s*a)). *)
Theorem finite_layer (act : A -> A) (w : Z -> Z -> Z -> A) (b : Z -> A) (x : Z -> Z -> A) C O N k s dl p a tau o m :
  1 <= s -> 1 <= a -> 1 <= O -> 1 <= dl -> 0 <= tau < a ->
  act ((TOTAL 0 <= c < C, TOTAL 0 <= i < k, w o c i *.
    ([0 <=? s * (a * m + tau) + dl * i - p] *. ([s * (a * m + tau) + dl * i - p + 1 <=? N] *.
      x (C * (o / O) + c) (s * (a * m + tau) + dl * i - p)))) +. b o) =
  act ((TOTAL 0 <= c < C, TOTAL 0 <= rho < s * a,
    TOTAL (- p) / (s * a) <= u < (s * (a - 1) + dl * (k - 1) - p) / (s * a) + 1,
      ([0 =? (s * a * u + rho - s * tau + p) mod dl] *. ([0 <=? (s * a * u + rho - s * tau + p) / dl] *.
      ([(s * a * u + rho - s * tau + p) / dl + 1 <=? k] *. w o c ((s * a * u + rho - s * tau + p) / dl)))) *.
      ([0 <=? m + u] *. ([m + u + 1 <=? (N + s * a - 1) / (s * a)] *.
        ([0 <=? s * a * (m + u) + rho] *. ([s * a * (m + u) + rho + 1 <=? N] *.
          x (C * (o / O) + c) (s * a * (m + u) + rho)))))) +. b o).
Proof.
  intros. says (finite_layer.theorem_1 numbers act C N O a b dl k m o p s tau w x
    ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia));
  unfold finite_layer.phases, finite_layer.grouped, finite_layer.bank, finite_layer.extend;
  apply (f_equal act), (f_equal (fun v => v +. b o)); word_by_word.
Qed.

(** The transposed layer: what it puts at place t of its output, and the same from phases. *)
Theorem transposed_layer (w : Z -> Z -> Z -> A) (x : Z -> Z -> A) C k s dl p a rho o m :
  1 <= s -> 1 <= a -> 1 <= dl -> 0 <= rho < s * a ->
  (TOTAL 0 <= c < C, TOTAL 0 <= i < k, [0 =? (s * a * m + rho + p - dl * i) mod s] *.
    (w c o i *. x c ((s * a * m + rho + p - dl * i) / s))) =
  TOTAL 0 <= c < C, TOTAL 0 <= tau < a,
  TOTAL (- p) / (s * a) <= u < (s * (a - 1) + dl * (k - 1) - p) / (s * a) + 1,
    ([0 =? (s * a * u + rho - s * tau + p) mod dl] *. ([0 <=? (s * a * u + rho - s * tau + p) / dl] *.
      ([(s * a * u + rho - s * tau + p) / dl + 1 <=? k] *. w c o ((s * a * u + rho - s * tau + p) / dl)))) *. x c (a * (m - u) + tau).
Proof.
  intros. says (transposed_layer.theorem_1 numbers C a dl k m o p rho s w x
    ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia));
  unfold transposed_layer.phases, transposed_layer.transposed, transposed_layer.bank; word_by_word.
Qed.

(** Pooling: over (max, +) the largest of each window. *)
Theorem pooling (x : Z -> Z -> A) k s dl p a tau c m : 1 <= s -> 1 <= a -> 1 <= dl -> 0 <= tau < a ->
  (TOTAL 0 <= i < k, x c (s * (a * m + tau) + dl * i - p)) =
  TOTAL 0 <= rho < s * a, TOTAL (- p) / (s * a) <= u < (s * (a - 1) + dl * (k - 1) - p) / (s * a) + 1,
    ([0 =? (s * a * u + rho - s * tau + p) mod dl] *. ([0 <=? (s * a * u + rho - s * tau + p) / dl] *.
      ([(s * a * u + rho - s * tau + p) / dl + 1 <=? k] *. one))) *. x c (s * a * (m + u) + rho).
Proof.
  intros. says (pooling.theorem_1 numbers a c dl k m p s tau x
    ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia));
  unfold pooling.phases, pooling.pool, pooling.window; word_by_word.
Qed.

(** A network: two layers on one grid, with an activation f between them.  The input has 2 channels of 7 places, both
    layers 3 taps, stride 2 and padding 1; h has 3 channels of 4 places, y 2 of 2.  H and Y are the layers of stride 1:
    H in 2 phases, from the 4 phases of x; Y from H.  Whatever x, h and H are elsewhere, y comes out. *)
Theorem two_layers (f : A -> A) (w1 w2 : Z -> Z -> Z -> A) (b1 b2 : Z -> A) (x h y : Z -> Z -> A)
    (H : Z -> Z -> Z -> A) (Y : Z -> Z -> A) :
  (forall o j, h o j = f ((TOTAL 0 <= c < 2, TOTAL 0 <= i < 3, w1 o c i *.
    ([0 <=? 2 * j + 1 * i - 1] *. ([2 * j + 1 * i - 1 + 1 <=? 7] *. x c (2 * j + 1 * i - 1)))) +. b1 o)) ->
  (forall o j, y o j = (TOTAL 0 <= c < 3, TOTAL 0 <= i < 3, w2 o c i *.
    ([0 <=? 2 * j + 1 * i - 1] *. ([2 * j + 1 * i - 1 + 1 <=? 4] *. h c (2 * j + 1 * i - 1)))) +. b2 o) ->
  (forall tau o m, H tau o m = f ((TOTAL 0 <= c < 2, TOTAL 0 <= rho < 4, TOTAL (-1) <= u < 1,
    ([0 <=? 2 * 2 * u + rho - 2 * tau + 1] *. ([2 * 2 * u + rho - 2 * tau + 1 + 1 <=? 3] *. w1 o c (2 * 2 * u + rho - 2 * tau + 1))) *.
    ([0 <=? m + u] *. ([m + u + 1 <=? 2] *. ([4 * (m + u) + rho + 1 <=? 7] *. x c (4 * (m + u) + rho))))) +. b1 o)) ->
  (forall o m, Y o m = (TOTAL 0 <= c < 3, TOTAL 0 <= rho < 2, TOTAL (-1) <= u < 1,
    ([0 <=? 2 * 1 * u + rho - 2 * 0 + 1] *. ([2 * 1 * u + rho - 2 * 0 + 1 + 1 <=? 3] *. w2 o c (2 * 1 * u + rho - 2 * 0 + 1))) *.
    ([0 <=? m + u] *. ([m + u + 1 <=? 2] *. H rho c (m + u)))) +. b2 o) ->
  forall o j, 0 <= j < 2 -> Y o j = y o j.
Proof.
  intros h_is y_is H_is Y_is o j inside.
  pose proof (two_layers.network_y A x numbers (fun v => v) b1 w1 (fun _ _ v => f v) numbers (fun v => v) b2 w2
    (fun _ _ v => v) o j inside) as same.
  unfold two_layers.whole1 in same. rewrite Z.mod_1_r, Z.div_1_r in same. rewrite Y_is, y_is. says same;
  cbv beta delta [two_layers.gridded_y two_layers.written_y two_layers.moved_10 two_layers.layer_10 two_layers.conv
    two_layers.extend two_layers.bank]; apply (f_equal (fun v => v +. b2 o)); word_by_word;
  [rewrite H_is | rewrite h_is];
  cbv beta delta [two_layers.gridded_h two_layers.written_h two_layers.moved_7 two_layers.layer_7 two_layers.conv
    two_layers.extend two_layers.bank two_layers.clean1 two_layers.gridded_x two_layers.written_x];
  apply (f_equal f), (f_equal (fun v => v +. b1 _)); word_by_word.
Qed.
End OwnWords.

(** ** Over the integers, *)
Lemma integer_laws : semi_ring_theory 0 1 Z.add Z.mul eq.
Proof. constructor; intros; ring. Qed.
(** and over (max, +): sums are maxima, products sums, and 0 is minus infinity. *)
Lemma max_plus_laws : semi_ring_theory None (Some 0)
  (fun x y => match x, y with None, z | z, None => z | Some a, Some b => Some (Z.max a b) end)
  (fun x y => match x, y with Some a, Some b => Some (a + b) | _, _ => None end) eq.
Proof. constructor; repeat intros [|]; auto; f_equal; lia. Qed.

Definition over_integers := (phase_lemma integer_laws, one_layer integer_laws, finite_layer integer_laws,
  transposed_layer integer_laws, pooling integer_laws, @two_layers _ _ _ _ _ integer_laws).
Definition over_max_plus := (phase_lemma max_plus_laws, one_layer max_plus_laws, finite_layer max_plus_laws,
  transposed_layer max_plus_laws, pooling max_plus_laws, @two_layers _ _ _ _ _ max_plus_laws).
Print Assumptions over_integers.
Print Assumptions over_max_plus.
