(** * Algebra: what weights, inputs and outputs have to satisfy.

    Nothing below subtracts or divides a scalar, and nothing needs a unit or a commutative product.  So the same
    proofs serve integers, rationals, polynomials and (max, +); see [Semirings].  Weights, inputs and outputs may be
    of three different types, as in a quantised layer.  Only the standard library is used, and no axioms. *)

(** [C] is a commutative monoid, written additively: what outputs are, and what sums are taken in. *)
Class CMon (C : Type) := {
  zero : C;
  add : C -> C -> C;
  add_0_l : forall x, add zero x = x;
  add_comm : forall x y, add x y = add y x;
  add_assoc : forall x y z, add x (add y z) = add (add x y) z }.

(** A product of a weight in [A] and an input in [B], additive in the weight. *)
Class Bil (A B C : Type) {MA : CMon A} {MC : CMon C} := {
  mul : A -> B -> C;
  mul_0_l : forall b, mul zero b = zero;
  mul_add_l : forall a a' b, mul (add a a') b = add (mul a b) (mul a' b) }.

(** [a ** b] is that product. *)
Infix "**" := mul (at level 40, left associativity).

(** [[: P :] e] is the Iverson bracket as a factor: [e] when [P] holds, and zero otherwise. *)
Notation "[: b :] e" := (if b then e else zero) (at level 50, b at level 200, e at level 50).

(** Zero is neutral on the other side too. *)
Lemma add_0_r {C} {M : CMon C} (x : C) : add x zero = x.
Proof. rewrite add_comm; apply add_0_l. Qed.

(** A bracket moves out of a product. *)
Lemma if_mul {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} (c : bool) (v : A) (b : B) :
  ([: c :] v) ** b = [: c :] (v ** b).
Proof. destruct c; auto using mul_0_l. Qed.
