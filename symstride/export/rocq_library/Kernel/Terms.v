(** * Terms: the language of the kernel, and what it means in every commutative semiring.

    The trusted part of symstride is a kernel of terms, ten rules and eleven axioms ([symstride.proof.kernel]).  These
    are its terms as data, with a meaning: [integer_value], [scalar_value] and [holds].  The three functions are all
    that has to be believed about what a certificate says; the lemmas behind them are for the rules.

    Integers and scalars are two types, so that a term that mixes them cannot be written.  Binders have no names: an
    index counts the binders in between.  Meaning is total, so that nothing has to be well formed to have a value. *)
From Coq Require Export ZArith NArith List Bool Lia.
Export ListNotations.
Open Scope Z_scope.
Local Arguments Nat.ltb : simpl never.
Local Arguments Nat.eqb : simpl never.
Local Arguments Pos.eqb : simpl never.
Local Arguments Z.leb : simpl never.
Local Arguments Z.eqb : simpl never.

(** ** Commutative semirings *)
(** A commutative semiring: what scalars are.  No subtraction, no division; equality is that of Rocq. *)
Record semiring := {
  car :> Type;
  r0 : car; r1 : car; radd : car -> car -> car; rmul : car -> car -> car;
  radd_0_l : forall x, radd r0 x = x;
  radd_comm : forall x y, radd x y = radd y x;
  radd_assoc : forall x y z, radd x (radd y z) = radd (radd x y) z;
  rmul_1_l : forall x, rmul r1 x = x;
  rmul_0_l : forall x, rmul r0 x = r0;
  rmul_comm : forall x y, rmul x y = rmul y x;
  rmul_assoc : forall x y z, rmul x (rmul y z) = rmul (rmul x y) z;
  rmul_add_l : forall x y z, rmul (radd x y) z = radd (rmul x z) (rmul y z) }.
Arguments r0 {_}. Arguments r1 {_}. Arguments radd {_}. Arguments rmul {_}.

(** For the tactic [ring]. *)
Lemma semiring_laws (R : semiring) : semi_ring_theory (@r0 R) r1 radd rmul eq.
Proof.
  constructor; intros; auto using radd_0_l, radd_comm, radd_assoc, rmul_1_l, rmul_0_l, rmul_comm, rmul_assoc,
    rmul_add_l.
Qed.

(** The integers are one. *)
Definition integers : semiring.
Proof. refine {| car := Z; r0 := 0; r1 := 1; radd := Z.add; rmul := Z.mul |}; intros; ring. Defined.

(** Integers and minus infinity, with maximum and sum, are another: there a layer is max-pooling. *)
Definition max_plus : semiring.
Proof.
  refine {| car := option Z; r0 := None; r1 := Some 0;
    radd := fun x y => match x, y with None, z | z, None => z | Some a, Some b => Some (Z.max a b) end;
    rmul := fun x y => match x, y with Some a, Some b => Some (a + b) | _, _ => None end |};
  repeat match goal with |- forall _ : option Z, _ => intros [|] end; auto; f_equal; lia.
Defined.

(** ** Terms.  Integers and scalars are two types; lists of arguments are named by their parameters. *)
(** A name is a number; the file about a certificate says which. *)
Definition name := positive.

(** An integer term: a number, a free variable, the index of an enclosing binder (0 is the innermost), or
    arithmetic. *)
Inductive integer :=
| Num (z : Z) | Var (x : name) | Bound (j : nat)
| Add (a b : integer) | Mul (a b : integer) | Div (a b : integer) | Mod (a b : integer).

(** A scalar term.  An entry is a tensor at integers; [Apply] an arbitrary function; a bracket is [a <= b] or [a =
    b]; a sum binds one index over lo <= v < hi; [Use] carries the body of its definition and one argument for each
    parameter. *)
Inductive scalar :=
| Nat (n : N)
| SAdd (s t : scalar) | SMul (s t : scalar)
| Entry (x : name) (l : list integer)
| Apply (f : name) (s : scalar)
| Bracket (le : bool) (a b : integer)        (* [a <= b] or [a = b] *)
| Sum (lo hi : integer) (t : scalar)
| Use (d : name) (body : scalar) (a : arguments)
with arguments :=
| NoArgument
| IntegerFor (x : name) (i : integer) (r : arguments)
| MapFor (x : name) (n : nat) (t : scalar) (r : arguments).

(** Induction on scalars and on arguments together. *)
Scheme scalar_mut := Induction for scalar Sort Prop
with arguments_mut := Induction for arguments Sort Prop.
Combined Scheme terms_ind from scalar_mut, arguments_mut.

(** What is claimed and assumed: an equation of integers, an equation of scalars, or [a <= b] on integers. *)
Inductive formula := EqI (a b : integer) | EqS (s t : scalar) | Le (a b : integer).

(** ** Meaning *)
(** Values for the free names: integers, and tensors by name and number of indices. *)
Record environment (R : Type) := { integer_at : name -> Z; tensor_at : name -> nat -> list Z -> R }.
Arguments integer_at {_}. Arguments tensor_at {_}.

(** The value of an integer term; [b] has the values of the enclosing binders.  [/] and [mod] are floor division,
    and by 0 they are 0 and the dividend.  A loose index that no binder stands for is 0. *)
Fixpoint integer_value (r : name -> Z) (b : list Z) (t : integer) : Z :=
  match t with
  | Num z => z
  | Var x => r x
  | Bound j => nth j b 0
  | Add s t => integer_value r b s + integer_value r b t
  | Mul s t => integer_value r b s * integer_value r b t
  | Div s t => integer_value r b s / integer_value r b t
  | Mod s t => integer_value r b s mod integer_value r b t
  end.

Section Meaning.
Context {R : semiring}.
Variable phi : name -> R -> R.

(** 1 + 1 + ... + 1, by halves, *)
Fixpoint of_positive (p : positive) : R :=
  match p with
  | xH => r1
  | xO p => radd (of_positive p) (of_positive p)
  | xI p => radd r1 (radd (of_positive p) (of_positive p))
  end.
(** so every natural number is a scalar. *)
Definition of_natural (n : N) : R := match n with N0 => r0 | Npos p => of_positive p end.

(** f lo + f (lo + 1) + ..., n summands. *)
Fixpoint sum_from (n : nat) (lo : Z) (f : Z -> R) : R :=
  match n with O => r0 | S n => radd (f lo) (sum_from n (lo + 1) f) end.
(** The sum of [f v] over [lo <= v < hi]; 0 when [hi <= lo]. *)
Definition sum_between (lo hi : Z) (f : Z -> R) : R := sum_from (Z.to_nat (hi - lo)) lo f.
(** The Iverson bracket. *)
Definition bracket (c : bool) : R := if c then r1 else r0.

(** No names yet: everything is 0. *)
Definition no_values : environment R := {| integer_at := fun _ => 0; tensor_at := fun _ _ _ => r0 |}.
(** One more integer, *)
Definition set_integer (e : environment R) x v : environment R :=
  {| integer_at := fun y => if Pos.eqb y x then v else integer_at e y; tensor_at := tensor_at e |}.
(** and one more tensor. *)
Definition set_tensor (e : environment R) x n f : environment R :=
  {| integer_at := integer_at e; tensor_at := fun y m => if (Pos.eqb y x && Nat.eqb m n)%bool then f else
    tensor_at e y m |}.

(** The value of a scalar.  A definition's body is evaluated under its arguments alone: they are its whole
    environment. *)
Fixpoint scalar_value (t : scalar) (e : environment R) (b : list Z) : R :=
  match t with
  | Nat n => of_natural n
  | SAdd s t => radd (scalar_value s e b) (scalar_value t e b)
  | SMul s t => rmul (scalar_value s e b) (scalar_value t e b)
  | Entry x l => tensor_at e x (length l) (map (integer_value (integer_at e) b) l)
  | Apply f s => phi f (scalar_value s e b)
  | Bracket true x y => bracket (integer_value (integer_at e) b x <=? integer_value (integer_at e) b y)
  | Bracket false x y => bracket (integer_value (integer_at e) b x =? integer_value (integer_at e) b y)
  | Sum lo hi t => sum_between (integer_value (integer_at e) b lo) (integer_value (integer_at e) b hi) (fun v =>
    scalar_value t e (v :: b))
  | Use _ body a => scalar_value body (values_of a no_values e b) []
  end
with values_of (a : arguments) (base : environment R) (e : environment R) (b : list Z) : environment R :=
  match a with
  | NoArgument => base
  | IntegerFor x i r => set_integer (values_of r base e b) x (integer_value (integer_at e) b i)
  | MapFor x n t r => set_tensor (values_of r base e b) x n (fun l => scalar_value t e (l ++ b))
  end.

(** What a formula says. *)
Definition holds (e : environment R) (f : formula) : Prop :=
  match f with
  | EqI a b => integer_value (integer_at e) [] a = integer_value (integer_at e) [] b
  | EqS s t => scalar_value s e [] = scalar_value t e []
  | Le a b => integer_value (integer_at e) [] a <= integer_value (integer_at e) [] b
  end.

(** ** Equal environments *)
(** Two environments with the same values, lists of indices being as long as they should be. *)
Definition same_values (e e' : environment R) :=
  (forall x, integer_at e x = integer_at e' x) /\ (forall x n l, length l = n ->
    tensor_at e x n l = tensor_at e' x n l).

(** It is an equivalence: reflexive, *)
Lemma same_values_refl e : same_values e e. Proof. now split. Qed.
(** symmetric, *)
Lemma same_values_sym e e' : same_values e e' -> same_values e' e.
Proof. intros [A B]; split; intros; symmetry; auto. Qed.
(** transitive. *)
Lemma same_values_trans e e' e'' : same_values e e' -> same_values e' e'' -> same_values e e''.
Proof. intros [A B] [C D]; split; intros; [rewrite A|rewrite B]; auto. Qed.
(** One more integer in both, *)
Lemma set_integer_eq e e' x v v' : same_values e e' -> v = v' ->
  same_values (set_integer e x v) (set_integer e' x v').
Proof. intros [A B] ->; split; cbn; intros; [destruct Pos.eqb|]; auto. Qed.
(** one more tensor in both. *)
Lemma set_tensor_eq e e' x n f f' : same_values e e' -> (forall l, length l = n -> f l = f' l) ->
  same_values (set_tensor e x n f) (set_tensor e' x n f').
Proof.
  intros [A B] E; split; cbn; intros; auto. destruct (Pos.eqb x0 x); cbn; auto.
  destruct (Nat.eqb_spec n0 n); cbn; subst; auto.
Qed.

(** Sums of equal summands are equal, *)
Lemma sum_from_ext n : forall lo f g, (forall v, lo <= v < lo + Z.of_nat n -> f v = g v) ->
  sum_from n lo f = sum_from n lo g.
Proof.
  induction n; intros; cbn; auto. rewrite (IHn _ f g), H; auto; [lia|]. intros; apply H; lia.
Qed.
(** between two ends too, *)
Lemma sum_between_ext lo hi f g : (forall v, lo <= v < hi -> f v = g v) ->
  sum_between lo hi f = sum_between lo hi g.
Proof. intros H; apply sum_from_ext; intros; apply H; lia. Qed.
(** and with equal ends. *)
Lemma sum_between_cong lo hi lo' hi' f g : lo = lo' -> hi = hi' -> (forall v, f v = g v) ->
  sum_between lo hi f = sum_between lo' hi' g.
Proof. intros -> -> H; apply sum_between_ext; auto. Qed.

(** Values depend on the values of names only: of integers, *)
Lemma integer_value_ext r r' b : (forall x, r x = r' x) -> forall t, integer_value r b t = integer_value r' b t.
Proof. intros H; induction t; cbn; congruence. Qed.

(** of scalars and arguments, *)
Lemma value_ext :
  (forall t e e' b, same_values e e' -> scalar_value t e b = scalar_value t e' b) /\
  (forall a base base' e e' b, same_values base base' -> same_values e e' ->
    same_values (values_of a base e b) (values_of a base' e' b)).
Proof.
  apply terms_ind; cbn; intros; auto.
  - f_equal; auto.
  - f_equal; auto.
  - erewrite (map_ext (integer_value (integer_at e) b) (integer_value (integer_at e') b)). apply H;
    now rewrite map_length.
    intros; apply integer_value_ext, H.
  - f_equal; auto.
  - destruct H as [H _]; destruct le; now rewrite (integer_value_ext _ _ b0 H a), (integer_value_ext _ _ b0 H b).
  - apply sum_between_cong; auto; apply integer_value_ext; apply H0.
  - apply H, H0; auto using same_values_refl.
  - apply set_integer_eq; auto. apply integer_value_ext; apply H1.
  - apply set_tensor_eq; auto.
Qed.
(** the first half, *)
Definition scalar_value_ext := proj1 value_ext.
(** the second. *)
Definition values_of_ext := proj2 value_ext.

(** ** Free names and loose indices *)
Section Free.
Variable allowed_integer : name -> bool.
Variable allowed_tensor : name -> nat -> bool.
(** Only allowed names, and no index from [d] on: of an integer, *)
Fixpoint integer_within (d : nat) (t : integer) : bool :=
  match t with
  | Num _ => true
  | Var x => allowed_integer x
  | Bound j => Nat.ltb j d
  | Add s t | Mul s t | Div s t | Mod s t => integer_within d s && integer_within d t
  end.
(** of a scalar and of arguments; the body of a definition is no part of either, *)
Fixpoint scalar_within (d : nat) (t : scalar) : bool :=
  match t with
  | Nat _ => true
  | SAdd s t | SMul s t => scalar_within d s && scalar_within d t
  | Entry x l => allowed_tensor x (length l) && forallb (integer_within d) l
  | Apply _ s => scalar_within d s
  | Bracket _ a b => integer_within d a && integer_within d b
  | Sum lo hi t => integer_within d lo && integer_within d hi && scalar_within (S d) t
  | Use _ _ a => arguments_within d a
  end
with arguments_within (d : nat) (a : arguments) : bool :=
  match a with
  | NoArgument => true
  | IntegerFor _ i r => integer_within d i && arguments_within d r
  | MapFor _ n t r => scalar_within (n + d) t && arguments_within d r
  end.
(** of a formula, which has no loose index at all. *)
Definition formula_within (f : formula) : bool :=
  match f with
  | EqI a b | Le a b => integer_within 0 a && integer_within 0 b
  | EqS s t => scalar_within 0 s && scalar_within 0 t
  end.

(** Two environments that agree on what is allowed, *)
Definition agree (e e' : environment R) :=
  (forall x, allowed_integer x = true -> integer_at e x = integer_at e' x) /\
  (forall x n l, allowed_tensor x n = true -> length l = n -> tensor_at e x n l = tensor_at e' x n l).
(** two lists that agree on the first [d] indices. *)
Definition indices_agree (d : nat) (b b' : list Z) := forall j, (j < d)%nat -> nth j b 0 = nth j b' 0.

(** More indices in front of both. *)
Lemma indices_agree_app l d b b' : indices_agree d b b' -> indices_agree (length l + d) (l ++ b) (l ++ b').
Proof.
  intros H j Hj. destruct (Nat.ltb_spec j (length l)).
  - now rewrite !app_nth1 by auto.
  - rewrite !app_nth2 by auto. apply H; lia.
Qed.

(** A term depends on what it mentions only: an integer, *)
Lemma integer_within_sound e e' b b' d t : integer_within d t = true -> agree e e' -> indices_agree d b b' ->
  integer_value (integer_at e) b t = integer_value (integer_at e') b' t.
Proof.
  intros F [A _] B; induction t; cbn in *; auto; try (apply andb_prop in F; destruct F; rewrite IHt1, IHt2; auto).
  apply B. now apply Nat.ltb_lt.
Qed.

(** scalars and arguments, *)
Lemma within_sound :
  (forall t d e e' b b', scalar_within d t = true -> agree e e' -> indices_agree d b b' ->
    scalar_value t e b = scalar_value t e' b') /\
  (forall a d base base' e e' b b', arguments_within d a = true -> same_values base base' -> agree e e' ->
    indices_agree d b b' ->
     same_values (values_of a base e b) (values_of a base' e' b')).
Proof.
  apply terms_ind; cbn; intros; auto;
    repeat match goal with H : _ && _ = true |- _ => apply andb_prop in H; destruct H end.
  - f_equal; eauto.
  - f_equal; eauto.
  - erewrite (map_ext_in (integer_value (integer_at e) b) (integer_value (integer_at e') b')). apply H0; auto;
    now rewrite map_length.
    intros i Hi. rewrite forallb_forall in H2. eapply integer_within_sound; eauto.
  - f_equal; eauto.
  - destruct le; erewrite (integer_within_sound e e' b0 b' d a), (integer_within_sound e e' b0 b' d b); eauto.
  - apply sum_between_cong; try (eapply integer_within_sound; eauto). intros v. eapply H; eauto.
    apply (indices_agree_app [v]); auto.
  - apply scalar_value_ext. eapply H0; eauto using same_values_refl.
  - apply set_integer_eq; eauto. eapply integer_within_sound; eauto.
  - apply set_tensor_eq; eauto. intros l Hl. eapply H; eauto. rewrite <- Hl. apply indices_agree_app; auto.
Qed.
(** the first half. *)
Definition scalar_within_sound := proj1 within_sound.

(** Nothing to agree on. *)
Lemma indices_agree_0 b b' : indices_agree 0 b b'. Proof. intros j; lia. Qed.

(** A formula too. *)
Lemma formula_within_sound e e' f : formula_within f = true -> agree e e' -> holds e f -> holds e' f.
Proof.
  intros F A. destruct f; cbn in *; apply andb_prop in F; destruct F.
  - erewrite <- !(integer_within_sound e e' [] [] 0); eauto using indices_agree_0.
  - erewrite <- !(scalar_within_sound _ 0 e e' [] []); eauto using indices_agree_0.
  - erewrite <- !(integer_within_sound e e' [] [] 0); eauto using indices_agree_0.
Qed.
End Free.

(** ** Lifting, opening, substitution *)
(** The term for use under [by_] more binders: indices from [c] on are renumbered.  Of an integer, *)
Fixpoint lift_integer (c by_ : nat) (t : integer) : integer :=
  match t with
  | Num _ | Var _ => t
  | Bound j => if Nat.ltb j c then t else Bound (j + by_)
  | Add s t => Add (lift_integer c by_ s) (lift_integer c by_ t)
  | Mul s t => Mul (lift_integer c by_ s) (lift_integer c by_ t)
  | Div s t => Div (lift_integer c by_ s) (lift_integer c by_ t)
  | Mod s t => Mod (lift_integer c by_ s) (lift_integer c by_ t)
  end.
(** of a scalar and of arguments. *)
Fixpoint lift_scalar (c by_ : nat) (t : scalar) : scalar :=
  match t with
  | Nat n => t
  | SAdd s t => SAdd (lift_scalar c by_ s) (lift_scalar c by_ t)
  | SMul s t => SMul (lift_scalar c by_ s) (lift_scalar c by_ t)
  | Entry x l => Entry x (map (lift_integer c by_) l)
  | Apply f s => Apply f (lift_scalar c by_ s)
  | Bracket o x y => Bracket o (lift_integer c by_ x) (lift_integer c by_ y)
  | Sum lo hi t => Sum (lift_integer c by_ lo) (lift_integer c by_ hi) (lift_scalar (S c) by_ t)
  | Use d body a => Use d body (lift_arguments c by_ a)
  end
with lift_arguments (c by_ : nat) (a : arguments) : arguments :=
  match a with
  | NoArgument => NoArgument
  | IntegerFor x i r => IntegerFor x (lift_integer c by_ i) (lift_arguments c by_ r)
  | MapFor x n t r => MapFor x n (lift_scalar (n + c) by_ t) (lift_arguments c by_ r)
  end.

(** Lifting leaves the value, whatever the binders in between stand for: of an integer, *)
Lemma lift_integer_sound r b1 b2 b3 t :
  integer_value r (b1 ++ b2 ++ b3) (lift_integer (length b1) (length b2) t) = integer_value r (b1 ++ b3) t.
Proof.
  induction t; cbn; try congruence; auto.
  destruct (Nat.ltb_spec j (length b1)); cbn.
  - now rewrite !app_nth1 by auto.
  - rewrite !app_nth2 by lia. f_equal; lia.
Qed.

(** of scalars and arguments, *)
Lemma lift_sound :
  (forall t e b1 b2 b3, scalar_value (lift_scalar (length b1) (length b2) t) e (b1 ++ b2 ++ b3) = scalar_value t
    e (b1 ++ b3)) /\
  (forall a base e b1 b2 b3,
     same_values (values_of (lift_arguments (length b1) (length b2) a) base e (b1 ++ b2 ++ b3)) (values_of a base
       e (b1 ++ b3))).
Proof.
  apply terms_ind; cbn; intros; auto using same_values_refl.
  - now rewrite H, H0.
  - now rewrite H, H0.
  - rewrite map_map, map_length. f_equal. apply map_ext; intros; apply lift_integer_sound.
  - now rewrite H.
  - destruct le; now rewrite !lift_integer_sound.
  - apply sum_between_cong; auto using lift_integer_sound. intros v. apply (H e (v :: b1)).
  - apply scalar_value_ext, H0.
  - apply set_integer_eq; auto using lift_integer_sound.
  - apply set_tensor_eq; auto. intros l Hl. rewrite <- Hl, <- app_length, !(app_assoc l). apply H.
Qed.
(** the first half. *)
Definition lift_scalar_sound := proj1 lift_sound.

(** The body of a binder with its indices replaced by the values [vs], at depth [k].  Of an integer, *)
Fixpoint open_integer (k : nat) (vs : list integer) (t : integer) : integer :=
  match t with
  | Num _ | Var _ => t
  | Bound j => if Nat.ltb j k then t else
             if Nat.ltb (j - k) (length vs) then lift_integer 0 k (nth (j - k) vs (Num 0)) else Bound (j - length
               vs)
  | Add s t => Add (open_integer k vs s) (open_integer k vs t)
  | Mul s t => Mul (open_integer k vs s) (open_integer k vs t)
  | Div s t => Div (open_integer k vs s) (open_integer k vs t)
  | Mod s t => Mod (open_integer k vs s) (open_integer k vs t)
  end.
(** of a scalar and of arguments. *)
Fixpoint open_scalar (k : nat) (vs : list integer) (t : scalar) : scalar :=
  match t with
  | Nat n => t
  | SAdd s t => SAdd (open_scalar k vs s) (open_scalar k vs t)
  | SMul s t => SMul (open_scalar k vs s) (open_scalar k vs t)
  | Entry x l => Entry x (map (open_integer k vs) l)
  | Apply f s => Apply f (open_scalar k vs s)
  | Bracket o x y => Bracket o (open_integer k vs x) (open_integer k vs y)
  | Sum lo hi t => Sum (open_integer k vs lo) (open_integer k vs hi) (open_scalar (S k) vs t)
  | Use d body a => Use d body (open_arguments k vs a)
  end
with open_arguments (k : nat) (vs : list integer) (a : arguments) : arguments :=
  match a with
  | NoArgument => NoArgument
  | IntegerFor x i r => IntegerFor x (open_integer k vs i) (open_arguments k vs r)
  | MapFor x n t r => MapFor x n (open_scalar (n + k) vs t) (open_arguments k vs r)
  end.

(** Opening evaluates the body where the values stand for the indices: an integer, *)
Lemma open_integer_sound r b1 b2 vs t :
  integer_value r (b1 ++ b2) (open_integer (length b1) vs t) = integer_value r (b1 ++ map (integer_value r b2) vs
    ++ b2) t.
Proof.
  induction t; cbn; try congruence; auto.
  destruct (Nat.ltb_spec j (length b1)); cbn.
  - now rewrite !app_nth1 by auto.
  - rewrite (app_nth2 b1) by lia. destruct (Nat.ltb_spec (j - length b1) (length vs)); cbn.
    + rewrite app_nth1 by now rewrite map_length.
      rewrite (nth_indep _ 0 (integer_value r b2 (Num 0))) by now rewrite map_length.
      rewrite map_nth. apply (lift_integer_sound r [] b1 b2).
    + rewrite !app_nth2; rewrite ?map_length; try lia. f_equal; lia.
Qed.

(** scalars and arguments, *)
Lemma open_sound vs :
  (forall t e b1 b2, scalar_value (open_scalar (length b1) vs t) e (b1 ++ b2) = scalar_value t e (b1 ++ map
    (integer_value (integer_at e) b2) vs ++ b2)) /\
  (forall a base e b1 b2,
     same_values (values_of (open_arguments (length b1) vs a) base e (b1 ++ b2)) (values_of a base e (b1 ++ map
       (integer_value (integer_at e) b2) vs ++ b2))).
Proof.
  apply terms_ind; cbn; intros; auto using same_values_refl.
  - now rewrite H, H0.
  - now rewrite H, H0.
  - rewrite map_map, map_length. f_equal. apply map_ext; intros; apply open_integer_sound.
  - now rewrite H.
  - destruct le; now rewrite !open_integer_sound.
  - apply sum_between_cong; auto using open_integer_sound. intros v. apply (H e (v :: b1)).
  - apply scalar_value_ext, H0.
  - apply set_integer_eq; auto using open_integer_sound.
  - apply set_tensor_eq; auto. intros l Hl. rewrite <- Hl, <- app_length, !(app_assoc l). apply H.
Qed.
(** the first half. *)
Definition open_scalar_sound vs := proj1 (open_sound vs).

(** A substitution is a list of named values, as the arguments of a definition are.  The integer for a name, *)
Fixpoint integer_given (s : arguments) (x : name) : option integer :=
  match s with
  | NoArgument => None
  | IntegerFor y i r => if Pos.eqb x y then Some i else integer_given r x
  | MapFor _ _ _ r => integer_given r x
  end.
(** and the map for a tensor with [n] indices. *)
Fixpoint map_given (s : arguments) (x : name) (n : nat) : option scalar :=
  match s with
  | NoArgument => None
  | IntegerFor _ _ r => map_given r x n
  | MapFor y m t r => if (Pos.eqb x y && Nat.eqb n m)%bool then Some t else map_given r x n
  end.

(** What an environment made of arguments has for an integer, *)
Lemma values_of_ri s base e b x :
  integer_at (values_of s base e b) x = match integer_given s x with Some i => integer_value (integer_at e) b i |
    None => integer_at base x end.
Proof. induction s; cbn; auto. destruct Pos.eqb; auto. Qed.
(** and for a tensor. *)
Lemma values_of_rt s base e b x n l :
  tensor_at (values_of s base e b) x n l = match map_given s x n with Some t => scalar_value t e (l ++ b) | None
    => tensor_at base x n l end.
Proof. induction s; cbn; auto. destruct (_ && _); auto. Qed.

(** Simultaneous substitution of free names at depth [d]: in an integer, *)
Fixpoint substitute_integer (s : arguments) (d : nat) (t : integer) : integer :=
  match t with
  | Num _ | Bound _ => t
  | Var x => match integer_given s x with Some i => lift_integer 0 d i | None => t end
  | Add u t => Add (substitute_integer s d u) (substitute_integer s d t)
  | Mul u t => Mul (substitute_integer s d u) (substitute_integer s d t)
  | Div u t => Div (substitute_integer s d u) (substitute_integer s d t)
  | Mod u t => Mod (substitute_integer s d u) (substitute_integer s d t)
  end.
(** in a scalar and in arguments; a map is opened at the indices of the entry that it stands for, *)
Fixpoint substitute_scalar (s : arguments) (d : nat) (t : scalar) : scalar :=
  match t with
  | Nat n => t
  | SAdd u t => SAdd (substitute_scalar s d u) (substitute_scalar s d t)
  | SMul u t => SMul (substitute_scalar s d u) (substitute_scalar s d t)
  | Entry x l =>
      let l' := map (substitute_integer s d) l in
      match map_given s x (length l) with
      | Some t => open_scalar 0 l' (lift_scalar (length l) d t)
      | None => Entry x l'
      end
  | Apply f u => Apply f (substitute_scalar s d u)
  | Bracket o x y => Bracket o (substitute_integer s d x) (substitute_integer s d y)
  | Sum lo hi t => Sum (substitute_integer s d lo) (substitute_integer s d hi) (substitute_scalar s (S d) t)
  | Use D body a => Use D body (substitute_arguments s d a)
  end
with substitute_arguments (s : arguments) (d : nat) (a : arguments) : arguments :=
  match a with
  | NoArgument => NoArgument
  | IntegerFor x i r => IntegerFor x (substitute_integer s d i) (substitute_arguments s d r)
  | MapFor x n t r => MapFor x n (substitute_scalar s (n + d) t) (substitute_arguments s d r)
  end.
(** in a formula. *)
Definition substitute (s : arguments) (f : formula) : formula :=
  match f with
  | EqI a b => EqI (substitute_integer s 0 a) (substitute_integer s 0 b)
  | EqS a b => EqS (substitute_scalar s 0 a) (substitute_scalar s 0 b)
  | Le a b => Le (substitute_integer s 0 a) (substitute_integer s 0 b)
  end.

(** Substituting is evaluating where the names have the values: in an integer, *)
Lemma substitute_integer_sound s e b1 b2 t :
  integer_value (integer_at e) (b1 ++ b2) (substitute_integer s (length b1) t) = integer_value (integer_at
    (values_of s e e b2)) (b1 ++ b2) t.
Proof.
  induction t; cbn; try congruence; auto.
  rewrite values_of_ri. destruct integer_given; auto. apply (lift_integer_sound (integer_at e) [] b1 b2).
Qed.

(** in scalars and arguments, *)
Lemma substitution_sound s :
  (forall t e b1 b2, scalar_value (substitute_scalar s (length b1) t) e (b1 ++ b2) = scalar_value t (values_of s
    e e b2) (b1 ++ b2)) /\
  (forall a base e b1 b2,
     same_values (values_of (substitute_arguments s (length b1) a) base e (b1 ++ b2)) (values_of a base
       (values_of s e e b2) (b1 ++ b2))).
Proof.
  apply terms_ind; cbn; intros; auto using same_values_refl.
  - now rewrite H, H0.
  - now rewrite H, H0.
  - assert (E : map (integer_value (integer_at e) (b1 ++ b2)) (map (substitute_integer s (length b1)) l) =
                map (integer_value (integer_at (values_of s e e b2)) (b1 ++ b2)) l)
      by (rewrite map_map; apply map_ext; intros; apply substitute_integer_sound).
    rewrite values_of_rt. destruct map_given as [t|] eqn:Ht.
    + rewrite (open_scalar_sound _ _ _ [] (b1 ++ b2)); cbn. rewrite E.
      rewrite <- (map_length (integer_value (integer_at (values_of s e e b2)) (b1 ++ b2)) l) at 1.
      apply lift_scalar_sound.
    + cbn. now rewrite E, map_length.
  - now rewrite H.
  - destruct le; now rewrite !substitute_integer_sound.
  - apply sum_between_cong; auto using substitute_integer_sound. intros v. apply (H e (v :: b1)).
  - apply scalar_value_ext, H0.
  - apply set_integer_eq; auto using substitute_integer_sound.
  - apply set_tensor_eq; auto. intros l Hl. rewrite <- Hl, <- app_length, !(app_assoc l). apply H.
Qed.
(** the first half, *)
Definition substitute_scalar_sound s := proj1 (substitution_sound s).

(** in a formula. *)
Lemma substitute_sound s e f : holds e (substitute s f) <-> holds (values_of s e e []) f.
Proof.
  destruct f; cbn.
  - now rewrite !(substitute_integer_sound s e [] []).
  - now rewrite !(substitute_scalar_sound s _ e [] []).
  - now rewrite !(substitute_integer_sound s e [] []).
Qed.
End Meaning.
