(** One convolution layer, as a layer of stride 1 on phases of its input:

    Conv(in_channels=1, out_channels=512, kernel=(10,), stride=(5,), padding=((0, 0),), dilation=(1,),
         groups=1, bias=False, ndim=1)

    output phases (1,), origin 'image'

    Written by symstride.  The tables are those that its filter bank copies weights by. *)
From Symstride Require Import Instance.
Open Scope Z_scope.

Section Layer.

(** Weights, inputs and outputs: any types with sums, and a product that is additive in the weight. *)
Context {Weight Input Output : Type} {weight_sums : CMon Weight} {output_sums : CMon Output}
  {products : Bil Weight Input Output}.
Variable w : Z -> Z -> Z -> Weight.  (** w o c i *)
Variable x : Z -> Z -> Input.  (** x c t, on all integers: a finite input is extended first *)

(** The layer: output channel o at place j.  Bias and activation act on each output alone. *)
Definition conv (o j : Z) : Output :=
  SUM 0 <= c < 1, SUM 0 <= i < 10,
    w o c i ** x c (5*j + 1*i - 0).

(** The phases of its input: phase rho of channel c, at cell m. *)
Definition phases (rho c m : Z) : Input :=
  x c (5*m + rho).

(** Which tap stands where, by output phase, input phase and offset from 0 on; -1 is a structural zero. *)
Definition tap_table : table :=
  [[[0; 5]; [1; 6]; [2; 7]; [3; 8]; [4; 9]]].

Definition tap (tau rho u : Z) : Z := entry tap_table tau rho (u - 0).

(** The filter bank: one weight, or zero. *)
Definition bank (tau o rho c u : Z) : Weight :=
  [: 0 <=? tap tau rho u :]
    w o c (tap tau rho u).

(** Compared with the closed form: the parameters, the number of phases, the offsets, every entry. *)
Lemma table_checked :
  check (d := 1) <|10|> <|5|> <|1|> <|0|> <|1|> <|5|> <|0|> <|2|>
    <|tap_table|> = true.
Proof. by_computation. Qed.

(** The theorem: every output of the layer, from a layer of stride 1 and dilation 1 on the phases. *)
Theorem strided_layer (o tau m : Z) : 0 <= tau < 1 ->
  conv o (1*m + tau) =
  SUM 0 <= c < 1, SUM 0 <= rho < 5,
  SUM 0 <= u < 2,
    bank tau o rho c u **
    phases rho c (m + u).
Proof.
  intros. unfold conv, phases, bank, tap.
  by_theorem (table_sound (d := 1) <|10|> <|5|> <|1|> <|0|> <|1|> <|5|> <|0|> <|2|>
    <|tap_table|> 1 (fun o c i => w o c (fst i))
    (fun c t => x c (fst t)) o <|tau|> <|m|> table_checked).
Qed.

(** Each output phase written out, and proved from the definition of the layer alone. *)
Theorem phase_0 (o m : Z) : conv o (1*m + 0) =
  SUM 0 <= c < 1, total [
    w o c 0 ** phases 0 c (m + 0);
    w o c 1 ** phases 1 c (m + 0);
    w o c 2 ** phases 2 c (m + 0);
    w o c 3 ** phases 3 c (m + 0);
    w o c 4 ** phases 4 c (m + 0);
    w o c 5 ** phases 0 c (m + 1);
    w o c 6 ** phases 1 c (m + 1);
    w o c 7 ** phases 2 c (m + 1);
    w o c 8 ** phases 3 c (m + 1);
    w o c 9 ** phases 4 c (m + 1)].
Proof. unfold conv, phases. apply sum_ext; intros c _. from_the_definition. Qed.

(** Sizes for an input of 16000 places: outputs, cells, output cells; then low and high padding in cells. *)
Example sizes :
  (output_size 10 5 1 0 0 16000, ceil_div 16000 5, ceil_div 3199 1) =
  (3199, 3200, 3199) /\
  (low_pad 5 0 1, high_pad 10 5 1 0 0 1 16000) = (0, 0).
Proof. now vm_compute. Qed.

(** The phases of an input that is padding outside its places are padding outside these cells. *)
Theorem outside_cells (padding : Input) (rho c m : Z) :
  (forall t, ~ (0 <= t < 16000) -> x c t = padding) ->
  0 <= rho < 5 -> ~ (0 <= m < 3200) ->
  phases rho c m = padding.
Proof. intros nothing **. unfold phases. apply nothing. lia. Qed.

End Layer.

Print Assumptions strided_layer.
