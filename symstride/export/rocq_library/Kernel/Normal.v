(** * Normal: the polynomial normal form that the rules [ring] and [cone] calculate with.

    Atoms are terms, compared by an order of which only one thing is needed: what compares as equal is the same.  A
    normal form can be read back as a term, so that normal forms of parts stand in the atoms of the whole. *)
From Symstride.Kernel Require Export Terms.
Open Scope Z_scope.

(** ** An order on terms.  Only [Eq -> equal] is needed. *)
Notation "c ;; d" := (match c with Eq => d | Lt => Lt | Gt => Gt end) (at level 65, right associativity).

(** One comparison after the other is equality when both are. *)
Lemma then_eq c d : c ;; d = Eq -> c = Eq /\ d = Eq. Proof. destruct c; intuition discriminate. Qed.

Section Lists.
Context {A : Type} (cmp : A -> A -> comparison).
(** Lists, element by element; *)
Fixpoint compare_lists (l l' : list A) : comparison :=
  match l, l' with
  | [], [] => Eq | [], _ => Lt | _, [] => Gt
  | a :: l, a' :: l' => cmp a a' ;; compare_lists l l'
  end.
(** equal only if they are the same. *)
Lemma compare_lists_eq : (forall a b, cmp a b = Eq -> a = b) -> forall l l', compare_lists l l' = Eq -> l = l'.
Proof.
  intros H; induction l; destruct l'; cbn; try discriminate; auto.
  intros E; apply then_eq in E as [E1 E2]. f_equal; auto.
Qed.
End Lists.

(** Integers by their kind, then by their parts: *)
Definition integer_tag (t : integer) : positive :=
  match t with Num _ => 1 | Var _ => 2 | Bound _ => 3 | Add _ _ => 4 | Mul _ _ => 5 | Div _ _ => 6 | Mod _ _ => 7
    end.
(** the order on integers, *)
Fixpoint compare_integers (s t : integer) : comparison :=
  match s, t with
  | Num x, Num y => Z.compare x y
  | Var x, Var y => Pos.compare x y
  | Bound x, Bound y => Nat.compare x y
  | Add a b, Add c d | Mul a b, Mul c d | Div a b, Div c d | Mod a b, Mod c d => compare_integers a c ;;
    compare_integers b d
  | _, _ => match Pos.compare (integer_tag s) (integer_tag t) with Lt => Lt | _ => Gt end
  end.
(** (two kinds are never equal) *)
Lemma gt_eq c : match c with Lt => Lt | _ => Gt end = Eq -> False. Proof. now destruct c. Qed.
(** equal only if they are the same. *)
Lemma compare_integers_eq : forall s t, compare_integers s t = Eq -> s = t.
Proof.
  induction s; destruct t; cbn [compare_integers]; intros E; try (now destruct (gt_eq _ E));
    try (apply then_eq in E as [E1 E2]; f_equal; now auto).
  - apply Z.compare_eq in E; congruence.
  - apply Pos.compare_eq in E; congruence.
  - apply Nat.compare_eq in E; congruence.
Qed.

(** The two kinds of brackets; *)
Definition compare_bools (a b : bool) : comparison :=
  match a, b with true, true | false, false => Eq | true, false => Gt | false, true => Lt end.
(** equal only if they are the same. *)
Lemma compare_bools_eq a b : compare_bools a b = Eq -> a = b. Proof. now destruct a, b. Qed.

(** Scalars by their kind, then by their parts: *)
Definition scalar_tag (t : scalar) : positive :=
  match t with Nat _ => 1 | SAdd _ _ => 2 | SMul _ _ => 3 | Entry _ _ => 4 | Apply _ _ => 5 | Bracket _ _ _ => 6
             | Sum _ _ _ => 7 | Use _ _ _ => 8 end.
(** the order on scalars and arguments, *)
Fixpoint compare_scalars (s t : scalar) : comparison :=
  match s, t with
  | Nat x, Nat y => N.compare x y
  | SAdd a b, SAdd c d | SMul a b, SMul c d => compare_scalars a c ;; compare_scalars b d
  | Entry x l, Entry y m => Pos.compare x y ;; compare_lists compare_integers l m
  | Apply f a, Apply g b => Pos.compare f g ;; compare_scalars a b
  | Bracket o a b, Bracket p c d => compare_bools o p ;; compare_integers a c ;; compare_integers b d
  | Sum a b s, Sum c d t => compare_integers a c ;; compare_integers b d ;; compare_scalars s t
  | Use d b a, Use e c a' => Pos.compare d e ;; compare_arguments a a' ;; compare_scalars b c
  | _, _ => match Pos.compare (scalar_tag s) (scalar_tag t) with Lt => Lt | _ => Gt end
  end
with compare_arguments (a b : arguments) : comparison :=
  match a, b with
  | NoArgument, NoArgument => Eq
  | IntegerFor x i r, IntegerFor y j q => Pos.compare x y ;; compare_integers i j ;; compare_arguments r q
  | MapFor x n t r, MapFor y m u q => Pos.compare x y ;; Nat.compare n m ;; compare_scalars t u ;;
    compare_arguments r q
  | NoArgument, _ => Lt | _, NoArgument => Gt
  | IntegerFor _ _ _, _ => Lt | _, IntegerFor _ _ _ => Gt
  end.
(** equal only if they are the same: *)
Lemma compare_eq : (forall s t, compare_scalars s t = Eq -> s = t) /\ (forall a b, compare_arguments a b = Eq ->
  a = b).
Proof.
  apply terms_ind; intros;
    match goal with H : _ ?u = Eq |- _ = ?u => destruct u; cbn [compare_scalars compare_arguments] in H end;
    try discriminate;
    try (match goal with H : _ = Eq |- _ => now destruct (gt_eq _ H) end);
    repeat match goal with H : _ ;; _ = Eq |- _ => apply then_eq in H as [? ?] end;
    repeat match goal with
    | H : N.compare _ _ = Eq |- _ => apply N.compare_eq in H; subst
    | H : Pos.compare _ _ = Eq |- _ => apply Pos.compare_eq in H; subst
    | H : Nat.compare _ _ = Eq |- _ => apply Nat.compare_eq in H; subst
    | H : compare_bools _ _ = Eq |- _ => apply compare_bools_eq in H; subst
    | H : compare_integers _ _ = Eq |- _ => apply compare_integers_eq in H; subst
    | H : compare_lists compare_integers _ _ = Eq |- _ => apply (compare_lists_eq compare_integers
      compare_integers_eq) in H; subst
    end; f_equal; auto.
Qed.
(** scalars, *)
Definition compare_scalars_eq := proj1 compare_eq.
(** arguments. *)
Definition compare_arguments_eq := proj2 compare_eq.

(** The order on formulas, *)
Definition compare_formulas (f g : formula) : comparison :=
  match f, g with
  | EqI a b, EqI c d | Le a b, Le c d => compare_integers a c ;; compare_integers b d
  | EqS a b, EqS c d => compare_scalars a c ;; compare_scalars b d
  | EqI _ _, _ => Lt | _, EqI _ _ => Gt
  | EqS _ _, _ => Lt | _, EqS _ _ => Gt
  end.
(** equal only if they are the same. *)
Lemma compare_formulas_eq f g : compare_formulas f g = Eq -> f = g.
Proof.
  destruct f, g; cbn; try discriminate; intros E; apply then_eq in E as [E1 E2]; f_equal;
    auto using compare_integers_eq, compare_scalars_eq.
Qed.
(** Whether a comparison says that two things are the same; *)
Definition is_eq (c : comparison) : bool := match c with Eq => true | _ => false end.
(** then it said so. *)
Lemma is_eq_sound c : is_eq c = true -> c = Eq. Proof. now destruct c. Qed.

(** ** Polynomials over ordered atoms *)
Section Poly.
Context {A K : Type}.
Variable cmp : A -> A -> comparison.
Variables (kadd kmul : K -> K -> K) (kz : K -> bool).

(** A product of atoms, in order; [[]] is 1. *)
Definition monomial := list A.
(** A sum of monomials with coefficients, in order; [[]] is 0. *)
Definition polynomial := list (monomial * K).

(** The product of two monomials: the atoms of both, merged. *)
Fixpoint multiply_monomials (m : monomial) : monomial -> monomial :=
  match m with
  | [] => fun m' => m'
  | a :: r => fix go m' :=
      match m' with
      | [] => m
      | a' :: r' => match cmp a a' with Gt => a' :: go r' | _ => a :: multiply_monomials r m' end
      end
  end.
(** The sum of two polynomials: merged, equal monomials collected, zero coefficients dropped. *)
Fixpoint add_polynomials (p : polynomial) : polynomial -> polynomial :=
  match p with
  | [] => fun q => q
  | (m, c) :: r => fix go q :=
      match q with
      | [] => p
      | (m', c') :: q' =>
          match compare_lists cmp m m' with
          | Lt => (m, c) :: add_polynomials r q
          | Gt => (m', c') :: go q'
          | Eq => let s := kadd c c' in if kz s then add_polynomials r q' else (m, s) :: add_polynomials r q'
          end
      end
  end.
(** One monomial times a polynomial, *)
Fixpoint multiply_by_monomial (m : monomial) (c : K) (q : polynomial) : polynomial :=
  match q with [] => [] | (m', c') :: q' => add_polynomials [(multiply_monomials m m', kmul c c')]
    (multiply_by_monomial m c q') end.
(** and the product of two. *)
Fixpoint multiply_polynomials (p q : polynomial) : polynomial :=
  match p with [] => [] | (m, c) :: p' => add_polynomials (multiply_by_monomial m c q) (multiply_polynomials p'
    q) end.
(** A number, *)
Definition constant (k : K) : polynomial := if kz k then [] else [([], k)].
(** and the number that a polynomial is, if it is one. *)
Definition constant_value (k0 : K) (p : polynomial) : option K :=
  match p with [] => Some k0 | [([], k)] => Some k | _ => None end.
(** The order on polynomials. *)
Definition compare_polynomials (kcmp : K -> K -> comparison) : polynomial -> polynomial -> comparison :=
  compare_lists (fun x y => match x, y with (m, c), (m', c') => kcmp c c' ;; compare_lists cmp m m' end).

Context {R : semiring}.
Add Ring R_ring : (semiring_laws R).
Variable cmp_eq : forall a b, cmp a b = Eq -> a = b.
Variable ev : A -> R.
Variable coe : K -> R.
Variable coe_add : forall x y, coe (kadd x y) = radd (coe x) (coe y).
Variable coe_mul : forall x y, coe (kmul x y) = rmul (coe x) (coe y).
Variable coe_0 : forall x, kz x = true -> coe x = r0.

(** The value of a monomial, where [ev] evaluates its atoms, *)
Fixpoint monomial_value (m : monomial) : R := match m with [] => r1 | a :: m => rmul (ev a) (monomial_value m) end.
(** and of a polynomial, where [coe] evaluates its coefficients. *)
Fixpoint polynomial_value (p : polynomial) : R :=
  match p with [] => r0 | (m, c) :: p => radd (rmul (coe c) (monomial_value m)) (polynomial_value p) end.

(** The operations do to polynomials what they do to their values: products of monomials, *)
Lemma multiply_monomials_sound m : forall m', monomial_value (multiply_monomials m m') = rmul (monomial_value m)
  (monomial_value m').
Proof.
  induction m as [|a r IH]; intros m'. { cbn; ring. }
  induction m' as [|a' r' IH']. { cbn; ring. }
  change (multiply_monomials (a :: r) (a' :: r')) with
    (match cmp a a' with Gt => a' :: multiply_monomials (a :: r) r' | _ => a :: multiply_monomials r (a' :: r')
      end).
  destruct (cmp a a'); cbn [monomial_value]; rewrite ?IH, ?IH'; cbn [monomial_value]; ring.
Qed.
(** sums, *)
Lemma add_polynomials_sound p : forall q, polynomial_value (add_polynomials p q) = radd (polynomial_value p)
  (polynomial_value q).
Proof.
  induction p as [|[m c] r IH]; intros q. { cbn; ring. }
  induction q as [|[m' c'] q' IH']. { cbn; ring. }
  change (add_polynomials ((m, c) :: r) ((m', c') :: q')) with
    (match compare_lists cmp m m' with
     | Lt => (m, c) :: add_polynomials r ((m', c') :: q')
     | Gt => (m', c') :: add_polynomials ((m, c) :: r) q'
     | Eq => let s := kadd c c' in if kz s then add_polynomials r q' else (m, s) :: add_polynomials r q'
     end).
  destruct (compare_lists cmp m m') eqn:E; cbn [polynomial_value]; rewrite ?IH, ?IH'; cbn [polynomial_value];
    try ring.
  apply compare_lists_eq in E; auto; subst m'. cbn zeta. destruct (kz (kadd c c')) eqn:Z; cbn [polynomial_value];
    rewrite IH.
  - apply coe_0 in Z. rewrite coe_add in Z.
    transitivity (radd (rmul (radd (coe c) (coe c')) (monomial_value m)) (radd (polynomial_value r)
      (polynomial_value q'))); [rewrite Z|]; ring.
  - rewrite coe_add; ring.
Qed.
(** multiples, *)
Lemma multiply_by_monomial_sound m c q : polynomial_value (multiply_by_monomial m c q) = rmul (rmul (coe c)
  (monomial_value m)) (polynomial_value q).
Proof.
  induction q as [|[m' c'] q IH]. { cbn; ring. }
  cbn [multiply_by_monomial]. rewrite add_polynomials_sound, IH. cbn [polynomial_value].
    rewrite multiply_monomials_sound, coe_mul. ring.
Qed.
(** products, *)
Lemma multiply_polynomials_sound p q : polynomial_value (multiply_polynomials p q) = rmul (polynomial_value p)
  (polynomial_value q).
Proof.
  induction p as [|[m c] p IH]. { cbn; ring. }
  cbn [multiply_polynomials]. rewrite add_polynomials_sound, IH, multiply_by_monomial_sound.
    cbn [polynomial_value]. ring.
Qed.
(** numbers, *)
Lemma constant_sound k : polynomial_value (constant k) = coe k.
Proof. unfold constant. destruct (kz k) eqn:E; cbn; [now rewrite coe_0|ring]. Qed.
(** and back. *)
Lemma constant_value_sound k0 p k : kz k0 = true -> constant_value k0 p = Some k -> polynomial_value p = coe k.
Proof.
  intros Z. destruct p as [|[[|] c] [|]]; cbn; try discriminate; intros [= <-]; [now rewrite coe_0|ring].
Qed.
(** Polynomials that compare as equal are the same. *)
Lemma compare_polynomials_eq kcmp : (forall x y, kcmp x y = Eq -> x = y) ->
  forall p q, compare_polynomials kcmp p q = Eq -> p = q.
Proof.
  intros K_eq. apply compare_lists_eq. intros [m c] [m' c'] E. apply then_eq in E as [E1 E2].
  apply compare_lists_eq in E2; auto. apply K_eq in E1. congruence.
Qed.
End Poly.

(** ** Normal form of integers *)
(** Polynomials with integer coefficients, over integer terms: *)
Definition integer_polynomial := @polynomial integer Z.
(** their sum, *)
Definition add_integers : integer_polynomial -> integer_polynomial -> integer_polynomial :=
  add_polynomials compare_integers Z.add (Z.eqb 0).
(** product, *)
Definition multiply_integers : integer_polynomial -> integer_polynomial -> integer_polynomial :=
  multiply_polynomials compare_integers Z.add Z.mul (Z.eqb 0).
(** numbers, *)
Definition integer_constant : Z -> integer_polynomial := constant (Z.eqb 0).
(** negation, *)
Definition negate (p : integer_polynomial) : integer_polynomial := map (fun mc => (fst mc, - snd mc)) p.
(** and atoms. *)
Definition integer_atom (t : integer) : integer_polynomial := [([t], 1)].
(** A monomial read back as a term, *)
Fixpoint integer_monomial (m : list integer) : integer :=
  match m with [] => Num 1 | a :: m => Mul a (integer_monomial m) end.
(** and a polynomial. *)
Fixpoint integer_term (p : integer_polynomial) : integer :=
  match p with [] => Num 0 | (m, c) :: p => Add (Mul (Num c) (integer_monomial m)) (integer_term p) end.
(** The normal form.  A quotient is an atom over the normal forms of its parts; of two numbers it is worked out. *)
Fixpoint normal_integer (t : integer) : integer_polynomial :=
  match t with
  | Num z => integer_constant z
  | Var _ | Bound _ => integer_atom t
  | Add a b => add_integers (normal_integer a) (normal_integer b)
  | Mul a b => multiply_integers (normal_integer a) (normal_integer b)
  | Div a b => let p := normal_integer a in let q := normal_integer b in
      match constant_value 0 p, constant_value 0 q with
      | Some x, Some y => integer_constant (x / y)
      | _, _ => integer_atom (Div (integer_term p) (integer_term q))
      end
  | Mod a b => let p := normal_integer a in let q := normal_integer b in
      match constant_value 0 p, constant_value 0 q with
      | Some x, Some y => integer_constant (x mod y)
      | _, _ => integer_atom (Mod (integer_term p) (integer_term q))
      end
  end.
(** An integer written down again in normal form. *)
Definition renormed (t : integer) : integer := integer_term (normal_integer t).

Section INorm.
Variables (r : name -> Z) (b : list Z).
(** The value of a polynomial over integers. *)
Definition value : integer_polynomial -> Z := @polynomial_value integer Z integers (integer_value r b) (fun z => z).
(** Testing for 0. *)
Lemma z0 x : (0 =? x) = true -> x = 0. Proof. intros H; apply Z.eqb_eq in H; auto. Qed.
(** The operations again, on these: the sum, *)
Lemma add_integers_sound p q : value (add_integers p q) = value p + value q.
Proof. apply (@add_polynomials_sound integer Z compare_integers Z.add (Z.eqb 0) integers compare_integers_eq
  (integer_value r b) (fun z => z)); auto using z0. Qed.
(** the product, *)
Lemma multiply_integers_sound p q : value (multiply_integers p q) = value p * value q.
Proof. apply (@multiply_polynomials_sound integer Z compare_integers Z.add Z.mul (Z.eqb 0) integers
  compare_integers_eq (integer_value r b) (fun z => z)); auto using z0. Qed.
(** numbers, *)
Lemma integer_constant_sound z : value (integer_constant z) = z.
Proof. apply (@constant_sound integer Z (Z.eqb 0) integers (integer_value r b) (fun z => z)); auto using z0. Qed.
(** and back, *)
Lemma value_constant_sound p k : constant_value 0 p = Some k -> value p = k.
Proof. apply (@constant_value_sound integer Z (Z.eqb 0) integers (integer_value r b) (fun z => z));
  auto using z0. Qed.
(** negation, *)
Lemma negate_sound p : value (negate p) = - value p.
Proof.
  unfold value. induction p as [|[m c] p IH]; auto.
  change (- c * @monomial_value integer integers (integer_value r b) m + @polynomial_value integer Z integers
    (integer_value r b) (fun z => z) (negate p) =
     - (c * @monomial_value integer integers (integer_value r b) m + @polynomial_value integer Z integers
       (integer_value r b) (fun z => z) p)).
  rewrite IH. cbn [car integers]. ring.
Qed.
(** atoms. *)
Lemma integer_atom_sound t : value (integer_atom t) = integer_value r b t.
Proof. unfold value; cbn -[Z.mul]. destruct (integer_value r b t); cbn; auto; now rewrite Pos.mul_1_r. Qed.
(** Reading back leaves the value: of a monomial, *)
Lemma integer_monomial_sound m : integer_value r b (integer_monomial m) = @monomial_value integer integers
  (integer_value r b) m.
Proof. induction m; cbn in *; congruence. Qed.
(** of a polynomial. *)
Lemma integer_term_sound p : integer_value r b (integer_term p) = value p.
Proof.
  unfold value. induction p as [|[m c] p IH]; auto.
  change (c * integer_value r b (integer_monomial m) + integer_value r b (integer_term p) =
     c * @monomial_value integer integers (integer_value r b) m + @polynomial_value integer Z integers
       (integer_value r b) (fun z => z) p). now rewrite integer_monomial_sound, IH.
Qed.
(** The normal form of an integer has its value, *)
Lemma normal_integer_sound t : value (normal_integer t) = integer_value r b t.
Proof.
  induction t; cbn [normal_integer integer_value].
  - apply integer_constant_sound.
  - apply integer_atom_sound.
  - apply integer_atom_sound.
  - rewrite add_integers_sound; congruence.
  - rewrite multiply_integers_sound; congruence.
  - cbn zeta. destruct (constant_value 0 (normal_integer t1)) eqn:E1, (constant_value 0 (normal_integer t2)) eqn:E2;
      rewrite ?integer_atom_sound; cbn [integer_value]; rewrite ?integer_term_sound; try congruence.
    apply value_constant_sound in E1, E2. rewrite integer_constant_sound; congruence.
  - cbn zeta. destruct (constant_value 0 (normal_integer t1)) eqn:E1, (constant_value 0 (normal_integer t2)) eqn:E2;
      rewrite ?integer_atom_sound; cbn [integer_value]; rewrite ?integer_term_sound; try congruence.
    apply value_constant_sound in E1, E2. rewrite integer_constant_sound; congruence.
Qed.
(** written down again too. *)
Lemma renormed_sound t : integer_value r b (renormed t) = integer_value r b t.
Proof. unfold renormed. now rewrite integer_term_sound, normal_integer_sound. Qed.
End INorm.

(** ** Normal form of scalars *)
(** Polynomials with natural coefficients, over scalars: nothing is ever subtracted. *)
Definition scalar_polynomial := @polynomial scalar N.
(** Their sum, *)
Definition add_scalars : scalar_polynomial -> scalar_polynomial -> scalar_polynomial :=
  add_polynomials compare_scalars N.add (N.eqb 0).
(** product, *)
Definition multiply_scalars : scalar_polynomial -> scalar_polynomial -> scalar_polynomial :=
  multiply_polynomials compare_scalars N.add N.mul (N.eqb 0).
(** numbers, *)
Definition scalar_constant : N -> scalar_polynomial := constant (N.eqb 0).
(** and atoms. *)
Definition scalar_atom (t : scalar) : scalar_polynomial := [([t], 1%N)].
(** A monomial read back as a scalar, *)
Fixpoint scalar_monomial (m : list scalar) : scalar :=
  match m with [] => Nat 1 | a :: m => SMul a (scalar_monomial m) end.
(** and a polynomial. *)
Fixpoint scalar_term (p : scalar_polynomial) : scalar :=
  match p with [] => Nat 0 | (m, c) :: p => SAdd (SMul (Nat c) (scalar_monomial m)) (scalar_term p) end.
(** Whether the first coefficient is negative. *)
Definition leading_negative (p : integer_polynomial) : bool := match p with (_, c) :: _ => c <? 0 | [] => false end.
(** A bracket is one about the difference of its sides.  [[a = b]] and [[b = a]] meet; for [<=] that would be wrong.
    *)
Definition normal_bracket (le : bool) (a b : integer) : scalar_polynomial :=
  let d := add_integers (normal_integer b) (negate (normal_integer a)) in
  match constant_value 0 d with
  | Some z => if (if le then 0 <=? z else 0 =? z) then scalar_constant 1 else []
  | None => scalar_atom (Bracket le (Num 0) (integer_term (if negb le && leading_negative d then negate d else d)))
  end.
(** The normal form of scalars and of arguments, at every depth and under binders too. *)
Fixpoint normal_scalar (t : scalar) : scalar_polynomial :=
  match t with
  | Nat n => scalar_constant n
  | SAdd s t => add_scalars (normal_scalar s) (normal_scalar t)
  | SMul s t => multiply_scalars (normal_scalar s) (normal_scalar t)
  | Entry x l => scalar_atom (Entry x (map renormed l))
  | Apply f s => scalar_atom (Apply f (scalar_term (normal_scalar s)))
  | Bracket le a b => normal_bracket le a b
  | Sum lo hi t => scalar_atom (Sum (renormed lo) (renormed hi) (scalar_term (normal_scalar t)))
  | Use d body a => scalar_atom (Use d body (normal_arguments a))
  end
with normal_arguments (a : arguments) : arguments :=
  match a with
  | NoArgument => NoArgument
  | IntegerFor x i r => IntegerFor x (renormed i) (normal_arguments r)
  | MapFor x n t r => MapFor x n (scalar_term (normal_scalar t)) (normal_arguments r)
  end.

Section SNorm.
Context {R : semiring}.
Variable phi : name -> R -> R.
Add Ring R_ring2 : (semiring_laws R).

(** Natural numbers as scalars, one by one; *)
Fixpoint of_nat (n : nat) : R := match n with O => r0 | S n => radd r1 (of_nat n) end.
(** their sum, *)
Lemma of_nat_add n m : of_nat (n + m) = radd (of_nat n) (of_nat m).
Proof. induction n; cbn; [|rewrite IHn]; ring. Qed.
(** and product. *)
Lemma of_nat_mul n m : of_nat (n * m) = rmul (of_nat n) (of_nat m).
Proof. induction n; cbn; [|rewrite of_nat_add, IHn]; ring. Qed.
(** By halves or one by one is the same: positive numbers, *)
Lemma of_positive_nat p : @of_positive R p = of_nat (Pos.to_nat p).
Proof.
  induction p; cbn [of_positive].
  - rewrite IHp, Pos2Nat.inj_xI. cbn [of_nat]. f_equal.
    replace (2 * Pos.to_nat p)%nat with (Pos.to_nat p + Pos.to_nat p)%nat by lia. now rewrite of_nat_add.
  - rewrite IHp, Pos2Nat.inj_xO.
    replace (2 * Pos.to_nat p)%nat with (Pos.to_nat p + Pos.to_nat p)%nat by lia. now rewrite of_nat_add.
  - change (@r1 R = radd r1 r0). ring.
Qed.
(** natural numbers. *)
Lemma of_natural_nat n : @of_natural R n = of_nat (N.to_nat n).
Proof. destruct n; cbn [of_natural]; auto. apply of_positive_nat. Qed.
(** So numbers as scalars add, *)
Lemma of_natural_add x y : @of_natural R (x + y) = radd (of_natural x) (of_natural y).
Proof. rewrite !of_natural_nat, N2Nat.inj_add. apply of_nat_add. Qed.
(** multiply, *)
Lemma of_natural_mul x y : @of_natural R (x * y) = rmul (of_natural x) (of_natural y).
Proof. rewrite !of_natural_nat, N2Nat.inj_mul. apply of_nat_mul. Qed.
(** and are 0 where they are 0. *)
Lemma of_natural_0 x : (0 =? x)%N = true -> @of_natural R x = r0.
Proof. intros H; apply N.eqb_eq in H; now subst. Qed.

(** The value of a polynomial over scalars. *)
Definition value_at e b : scalar_polynomial -> R :=
  @polynomial_value scalar N R (fun t => scalar_value phi t e b) of_natural.
(** The operations once more: the sum, *)
Lemma add_scalars_sound e b p q : value_at e b (add_scalars p q) = radd (value_at e b p) (value_at e b q).
Proof. apply add_polynomials_sound; auto using compare_scalars_eq, of_natural_add, of_natural_0. Qed.
(** the product, *)
Lemma multiply_scalars_sound e b p q : value_at e b (multiply_scalars p q) = rmul (value_at e b p) (value_at e b q).
Proof. apply multiply_polynomials_sound; auto using compare_scalars_eq, of_natural_add, of_natural_mul,
  of_natural_0. Qed.
(** numbers, *)
Lemma scalar_constant_sound e b n : value_at e b (scalar_constant n) = of_natural n.
Proof. apply constant_sound; auto using of_natural_0. Qed.
(** atoms. *)
Lemma scalar_atom_sound e b t : value_at e b (scalar_atom t) = scalar_value phi t e b.
Proof. unfold value_at; cbn. ring. Qed.
(** Reading back leaves the value: of a monomial, *)
Lemma scalar_monomial_sound e b m : scalar_value phi (scalar_monomial m) e b = @monomial_value scalar R (fun t =>
  scalar_value phi t e b) m.
Proof. induction m; cbn in *; congruence. Qed.
(** of a polynomial. *)
Lemma scalar_term_sound e b p : scalar_value phi (scalar_term p) e b = value_at e b p.
Proof.
  unfold value_at. induction p as [|[m c] p IH]; auto. cbn [scalar_term scalar_value polynomial_value].
    now rewrite IH, scalar_monomial_sound.
Qed.
(** The normal form of a bracket has its value, *)
Lemma normal_bracket_sound le x y e b : value_at e b (normal_bracket le x y) = scalar_value phi (Bracket le x y)
  e b.
Proof.
  unfold normal_bracket. set (d := add_integers (normal_integer y) (negate (normal_integer x))).
  assert (D : value (integer_at e) b d = integer_value (integer_at e) b y - integer_value (integer_at e) b x).
  { unfold d. rewrite add_integers_sound, negate_sound, !normal_integer_sound. lia. }
  destruct (constant_value 0 d) eqn:V.
  - apply (value_constant_sound (integer_at e) b) in V. rewrite V in D. destruct le; cbn [scalar_value].
    + replace (integer_value (integer_at e) b x <=? integer_value (integer_at e) b y) with (0 <=? z);
      [destruct (0 <=? z); auto; apply scalar_constant_sound|].
      apply eq_true_iff_eq; rewrite !Z.leb_le; lia.
    + replace (integer_value (integer_at e) b x =? integer_value (integer_at e) b y) with (0 =? z);
      [destruct (0 =? z); auto; apply scalar_constant_sound|].
      apply eq_true_iff_eq; rewrite !Z.eqb_eq; lia.
  - rewrite scalar_atom_sound. destruct le; cbn [scalar_value negb andb].
    + f_equal. apply eq_true_iff_eq. rewrite integer_term_sound, !Z.leb_le, D. cbn; lia.
    + f_equal. apply eq_true_iff_eq. rewrite integer_term_sound, !Z.eqb_eq.
      destruct (leading_negative d); rewrite ?negate_sound, D; cbn; lia.
Qed.

(** that of scalars and arguments too: *)
Lemma normal_sound :
  (forall t e b, value_at e b (normal_scalar t) = scalar_value phi t e b) /\
  (forall a base base' e b, same_values base base' ->
    same_values (values_of phi (normal_arguments a) base e b) (values_of phi a base' e b)).
Proof.
  apply terms_ind; intros; cbn [normal_scalar normal_arguments]; rewrite ?scalar_atom_sound.
  - apply scalar_constant_sound.
  - rewrite add_scalars_sound, H, H0; auto.
  - rewrite multiply_scalars_sound, H, H0; auto.
  - cbn [scalar_value]. rewrite map_map, map_length. f_equal. apply map_ext; intros; apply renormed_sound.
  - cbn [scalar_value]. rewrite scalar_term_sound, H; auto.
  - apply normal_bracket_sound.
  - cbn [scalar_value]. apply sum_between_cong; auto using renormed_sound. intros v. now rewrite scalar_term_sound.
  - cbn [scalar_value]. apply scalar_value_ext, H0. apply same_values_refl.
  - auto.
  - cbn [values_of]. apply set_integer_eq; auto using renormed_sound.
  - cbn [values_of]. apply set_tensor_eq; auto. intros. now rewrite scalar_term_sound.
Qed.
(** the first half. *)
Definition normal_scalar_sound := proj1 normal_sound.
End SNorm.

(** Whether two polynomials are the same; *)
Definition same_polynomial (p q : scalar_polynomial) : bool :=
  is_eq (compare_polynomials compare_scalars N.compare p q).
(** then they are. *)
Lemma same_polynomial_sound p q : same_polynomial p q = true -> p = q.
Proof. intros H; apply is_eq_sound in H. apply (compare_polynomials_eq compare_scalars) in H;
  auto using compare_scalars_eq, N.compare_eq. Qed.
