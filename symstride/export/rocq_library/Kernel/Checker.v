(** * Checker: from the rows of a certificate to the sequents that it proves, and the theorem that they are true.

    [check] is a function that Rocq runs.  [check_sound] is why its answer is a proof. *)
From Symstride.Kernel Require Export Rules.
From Coq Require Import FMapPositive.
Open Scope Z_scope.

Notation pos := positive.
(** The rows of terms, as in the JSON text; the row at position n is referred to as n + 1. *)
Inductive row :=
| RNum (z : Z) | RVar (x : name) | RBound (j : nat)
| RAdd (p q : pos) | RMul (p q : pos) | RDiv (p q : pos) | RMod (p q : pos)
| RNat (n : N) | REntry (x : name) (l : list pos) | RApply (f : name) (p : pos) | RBracket (p : pos)
| RSum (p q r : pos) | RMap (n : nat) (p : pos)
| RDefine (d : name) (p : pos) (ks : list key) | RUse (p : pos) (l : list pos)
| REq (p q : pos) | RLe (p q : pos).

(** What a row makes: an integer, a scalar, a formula, a map of n indices, or a definition of a scalar. *)
Inductive object := OI (t : integer) | OS (t : scalar) | OF (f : formula) | OM (n : nat) (t : scalar)
               | OD (d : name) (body : scalar) (ks : list key).

(** The rows of steps. *)
Inductive step :=
| SAssume (f : pos) | SCut (s t : pos) | SCases (f s t : pos) | SInstantiate (t : pos) (s : list (key * pos))
| SRing (p q : pos) | SRewrite (s t f : pos) (k : key)
| SCone (f : pos) (ps : list (Z * list pos)) (qs : list (pos * pos))
| SUnderSum (t : pos) (k : key) (lo hi : pos) | SUnfold (p d : pos) | SAxiom (n : axiom_name).

(** A claim: positions of its hypotheses, of its conclusion, and of the step that proves it. *)
Record claim := { c_hyps : list pos; c_concl : pos; c_step : pos }.
(** A certificate without its words. *)
Record certificate := { terms : list row; steps : list step; claims : list claim }.

(** Going on where there is a result, *)
Definition bind {A B} (o : option A) (f : A -> option B) : option B :=
  match o with Some a => f a | None => None end.
Notation "'do' x <- o ; k" := (bind o (fun x => k)) (at level 200, x pattern, o at level 100, k at level 200).
(** and only if a test succeeds. *)
Definition guard (b : bool) {A} (o : option A) : option A := if b then o else None.
(** A result came from a result. *)
Lemma bind_some {A B} (o : option A) (f : A -> option B) b : bind o f = Some b -> exists a, o = Some a /\
  f a = Some b.
Proof. destruct o; cbn; [eauto|easy]. Qed.

(** A result for every element, or none; *)
Fixpoint all {A B} (f : A -> option B) (l : list A) : option (list B) :=
  match l with [] => Some [] | a :: l => do b <- f a; do r <- all f l; Some (b :: r) end.
(** what holds of each result holds of all. *)
Lemma all_sound {A B} (f : A -> option B) (P : B -> Prop) : (forall a b, f a = Some b -> P b) ->
  forall l r, all f l = Some r -> Forall P r.
Proof.
  intros H; induction l; cbn; intros r E.
  - injection E as <-; auto.
  - apply bind_some in E as (b & Eb & E). apply bind_some in E as (q & Eq & E). injection E as <-. eauto.
Qed.

Section Rows.
Variable T : pos -> option object.
(** The integer at a position, *)
Definition integer_row p := do o <- T p; match o with OI t => Some t | _ => None end.
(** the scalar, *)
Definition scalar_row p := do o <- T p; match o with OS t => Some t | _ => None end.
(** the formula. *)
Definition formula_row p := do o <- T p; match o with OF t => Some t | _ => None end.
(** Two integers or two scalars. *)
Definition two (fi : integer -> integer -> option object) (fs : scalar -> scalar ->
  option object) (p q : pos) : option object :=
  do a <- T p; do b <- T q;
  match a, b with OI s, OI t => fi s t | OS s, OS t => fs s t | _, _ => None end.
(** One value for each parameter: integers for integers, maps of n indices for tensors of n. *)
Fixpoint arguments_of (ks : list key) (l : list pos) : option arguments :=
  match ks, l with
  | [], [] => Some NoArgument
  | (x, None) :: ks, p :: l => do i <- integer_row p; do r <- arguments_of ks l; Some (IntegerFor x i r)
  | (x, Some n) :: ks, p :: l =>
      do o <- T p; do r <- arguments_of ks l;
      match o with OM m t => guard (Nat.eqb n m) (Some (MapFor x n t r)) | _ => None end
  | _, _ => None
  end.
(** Whether every name stands once. *)
Fixpoint distinct (l : list name) : bool :=
  match l with [] => true | x :: l => negb (existsb (Pos.eqb x) l) && distinct l end.
(** What a row makes.  A definition is closed: it mentions its parameters and nothing else. *)
Definition make (r : row) : option object :=
  match r with
  | RNum z => Some (OI (Num z))
  | RVar x => Some (OI (Var x))
  | RBound j => Some (OI (Bound j))
  | RAdd p q => two (fun s t => Some (OI (Add s t))) (fun s t => Some (OS (SAdd s t))) p q
  | RMul p q => two (fun s t => Some (OI (Mul s t))) (fun s t => Some (OS (SMul s t))) p q
  | RDiv p q => two (fun s t => Some (OI (Div s t))) (fun _ _ => None) p q
  | RMod p q => two (fun s t => Some (OI (Mod s t))) (fun _ _ => None) p q
  | RNat n => Some (OS (Nat n))
  | REntry x l => do l' <- all integer_row l; Some (OS (Entry x l'))
  | RApply f p => do s <- scalar_row p; Some (OS (Apply f s))
  | RBracket p => do f <- formula_row p;
      match f with EqI a b => Some (OS (Bracket false a b)) | Le a b => Some (OS (Bracket true a b)) | EqS _ _ =>
        None end
  | RSum p q r => do lo <- integer_row p; do hi <- integer_row q; do t <- scalar_row r; Some (OS (Sum lo hi t))
  | RMap n p => do t <- scalar_row p; Some (OM n t)
  | RDefine d p ks => do t <- scalar_row p;
      guard (distinct (map fst ks) && scalar_within (has_i ks) (has_t ks) 0 t) (Some (OD d t ks))
  | RUse p l => do o <- T p;
      match o with
      | OD d t ks => do a <- arguments_of ks l; Some (OS (Use d t a))
      | _ => None
      end
  | REq p q => two (fun s t => Some (OF (EqI s t))) (fun s t => Some (OF (EqS s t))) p q
  | RLe p q => two (fun s t => Some (OF (Le s t))) (fun _ _ => None) p q
  end.

(** Whether every name of a substitution stands once. *)
Fixpoint distinct_keys (l : list key) : bool :=
  match l with [] => true | k :: l => negb (existsb (key_eqb k) l) && distinct_keys l end.
Variable S : pos -> option sequent.
(** A substitution, *)
Definition subst_of (l : list (key * pos)) : option arguments := arguments_of (map fst l) (map snd l).
(** which has no loose index. *)
Definition aclosed (a : arguments) : bool := arguments_within yes_i yes_t 0 a.
(** What a step proves, by its rule. *)
Definition infer (s : step) : option sequent :=
  match s with
  | SAssume f => do f <- formula_row f; Some (assume f)
  | SCut s t => do s <- S s; do t <- S t; cut s t
  | SCases f s t => do f <- formula_row f; do s <- S s; do t <- S t; cases f s t
  | SInstantiate t l => do t <- S t; do a <- subst_of l;
    guard (distinct_keys (map fst l) && aclosed a) (Some (instantiate a t))
  | SRing p q => do a <- T p; do b <- T q;
      match a, b with OI s, OI t => ring_integers s t | OS s, OS t => ring_scalars s t | _, _ => None end
  | SRewrite s t f k => do s <- S s; do t <- S t; do f <- formula_row f; rewrite s t f k
  | SCone f ps qs =>
      do f <- formula_row f;
      do ps <- all (fun nl => do l <- all S (snd nl); Some (fst nl, l)) ps;
      do qs <- all (fun pt => do p <- integer_row (fst pt); do t <- S (snd pt); Some (p, t)) qs;
      cone f ps qs
  | SUnderSum t k lo hi => do t <- S t; do lo <- integer_row lo; do hi <- integer_row hi; under_sum t k lo hi
  | SUnfold p d =>
      do o <- T p; do D <- T d;
      match o, D with
      | OI t, OD _ _ _ => Some (unfold_in_integer t)
      | OS t, OD d b ks => unfold_in_scalar t d b ks
      | _, _ => None
      end
  | SAxiom n => Some (axiom n)
  end.

Variable S_sound : forall i s, S i = Some s -> valid s.
(** Every intermediate result of a chain, by name. *)
Ltac open_do := repeat match goal with H : bind _ _ = Some _ |- _ => apply bind_some in H as (? & ? & H) end.
(** A step proves what is valid, if those before it did. *)
Lemma infer_sound s u : infer s = Some u -> valid u.
Proof.
  destruct s; cbn [infer]; intros E; open_do; eauto using cut_sound, cases_sound, rewrite_sound, under_sum_sound.
  - injection E as <-. apply assume_sound.
  - destruct (_ && _); cbn in E; [|easy]. injection E as <-. apply instantiate_sound; eauto.
  - destruct x, x0; try easy; eauto using ring_integers_sound, ring_scalars_sound.
  - eapply cone_sound; [| |exact E].
    + eapply all_sound; [|eassumption]. cbn. intros [n l] b Eb. apply bind_some in Eb as (q & Eq & Eb).
      injection Eb as <-. cbn. eapply all_sound; [|exact Eq]. eauto.
    + eapply all_sound; [|eassumption]. cbn. intros [n l] b Eb. apply bind_some in Eb as (q & Eq & Eb).
      apply bind_some in Eb as (t & Et & Eb). injection Eb as <-. cbn. eauto.
  - destruct x, x0; try easy; try (injection E as <-);
    eauto using unfold_in_integer_sound, unfold_in_scalar_sound.
  - injection E as <-. apply axiom_sound.
Qed.
End Rows.

(** ** The whole certificate *)
(** Tables by position, *)
Definition table := PositiveMap.t.
(** and their entries. *)
Definition get {A} (m : table A) (p : pos) : option A := PositiveMap.find p m.
(** All rows of terms, one by one, *)
Fixpoint make_terms (l : list row) (n : pos) (m : table object) : option (table object) :=
  match l with
  | [] => Some m
  | r :: l => do o <- make (get m) r; make_terms l (Pos.succ n) (PositiveMap.add n o m)
  end.
(** all steps, each of them without loose indices. *)
Fixpoint make_steps (T : pos -> option object) (l : list step) (n : pos) (m : table sequent) : option (table
  sequent) :=
  match l with
  | [] => Some m
  | s :: l => do u <- infer T (get m) s;
      guard (forallb closed (concl u :: hyps u)) (make_steps T l (Pos.succ n) (PositiveMap.add n u m))
  end.
(** Whether all formulas of one list are in another, *)
Definition subset (l l' : list formula) : bool := forallb (fun f => member f l') l.
(** whether every formula stands once. *)
Fixpoint no_twice (l : list formula) : bool :=
  match l with [] => true | f :: l => negb (member f l) && no_twice l end.
(** A claim is what its step proves, hypothesis by hypothesis. *)
Definition make_claim (T : pos -> option object) (S : pos -> option sequent) (c : claim) : option sequent :=
  do h <- all (formula_row T) (c_hyps c);
  do k <- formula_row T (c_concl c);
  do u <- S (c_step c);
  guard (no_twice h && subset (hyps u) h && subset h (hyps u) && same_formula k (concl u)) (Some {| hyps := h;
    concl := k |}).

(** The sequents that a certificate proves, one for each claim; [None] when it is refused. *)
Definition check (c : certificate) : option (list sequent) :=
  do m <- make_terms (terms c) 1%positive (PositiveMap.empty _);
  do s <- make_steps (get m) (steps c) 1%positive (PositiveMap.empty _);
  all (make_claim (get m) (get s)) (claims c).

(** All steps prove what is valid. *)
Lemma make_steps_sound T l : forall n m m', (forall i s, get m i = Some s -> valid s) ->
  make_steps T l n m = Some m' -> forall i s, get m' i = Some s -> valid s.
Proof.
  induction l as [|s l IH]; cbn [make_steps]; intros n m m' H E.
  - now injection E as <-.
  - apply bind_some in E as (u & Eu & E). destruct forallb; cbn [guard] in E; [|easy].
    revert E; apply IH. intros i t. unfold get. rewrite PositiveMapAdditionalFacts.gsspec.
    destruct PositiveMap.E.eq_dec; [intros [= <-]; eapply infer_sound; eauto|apply H].
Qed.

(** *Soundness*: what a certificate that passes claims is true, in every commutative semiring. *)
Theorem check_sound c l : check c = Some l -> Forall valid l.
Proof.
  unfold check. intros E. apply bind_some in E as (m & _ & E). apply bind_some in E as (s & Es & E).
  eapply all_sound; [|exact E]. intros q u Eu. unfold make_claim in Eu.
  apply bind_some in Eu as (h & _ & Eu). apply bind_some in Eu as (k & _ & Eu).
    apply bind_some in Eu as (t & Et & Eu).
  destruct (_ && _) eqn:G; [|easy]. cbn in Eu. injection Eu as <-.
  apply andb_prop in G as [G G4]. apply andb_prop in G as [G G3]. apply andb_prop in G as [G1 G2].
  assert (V : valid t).
  { eapply make_steps_sound; [|exact Es|exact Et]. intros i x. unfold get. now rewrite PositiveMap.gempty. }
  intros R phi e H; cbn in *. apply same_formula_sound in G4; subst k. apply V. intros f Hf. apply H.
  unfold subset in G2. rewrite forallb_forall in G2. now apply member_sound, G2.
Qed.
