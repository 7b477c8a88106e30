(** * Rules: the ten rules and the eleven axioms, each with the lemma that it is sound. *)
From Symstride.Kernel Require Export Normal.
Open Scope Z_scope.
Local Arguments Nat.eqb : simpl never.
Local Arguments Pos.eqb : simpl never.

(** Hypotheses and a conclusion. *)
Record sequent := { hyps : list formula; concl : formula }.
(** What a theorem [H |- C] says: over every commutative semiring, whatever the arbitrary functions and the values
    of the free names, if all hypotheses hold then so does the conclusion. *)
Definition valid (s : sequent) : Prop :=
  forall (R : semiring) (phi : name -> R -> R) (e : environment R),
    (forall h, In h (hyps s) -> holds phi e h) -> holds phi e (concl s).

(** Sets of formulas are lists.  Whether two formulas are the same; *)
Definition same_formula (f g : formula) : bool := is_eq (compare_formulas f g).
(** then they are. *)
Lemma same_formula_sound f g : same_formula f g = true -> f = g. Proof. intros H;
  now apply compare_formulas_eq, is_eq_sound. Qed.
(** Membership, *)
Definition member (f : formula) (l : list formula) : bool := existsb (same_formula f) l.
(** a list without a formula, *)
Definition remove (f : formula) (l : list formula) : list formula := filter (fun g => negb (same_formula f g)) l.
(** two lists together. *)
Definition union (l l' : list formula) : list formula :=
  fold_right (fun h acc => if member h acc then acc else h :: acc) l' l.
(** What [member] finds is there. *)
Lemma member_sound f l : member f l = true -> In f l.
Proof. intros H; apply existsb_exists in H as (g & Hg & E). apply same_formula_sound in E. now subst. Qed.
(** Taking one formula away leaves the others. *)
Lemma in_remove f l h : In h l -> h = f \/ In h (remove f l).
Proof.
  intros H. destruct (same_formula f h) eqn:E; [left; symmetry; now apply same_formula_sound|right].
  apply filter_In; rewrite E; auto.
Qed.
(** Both lists are in their union: the second, *)
Lemma in_union_r l l' h : In h l' -> In h (union l l').
Proof. induction l; cbn; auto. intros H; destruct member; cbn; auto. Qed.
(** and the first. *)
Lemma in_union_l l l' h : In h l -> In h (union l l').
Proof.
  induction l; cbn; [easy|]. intros [->|H].
  - destruct member eqn:E; [now apply member_sound|cbn; auto].
  - destruct member; cbn; auto.
Qed.
#[local] Hint Resolve in_union_l in_union_r : core.

(** a < b, that is a + 1 <= b. *)
Definition less (a b : integer) : formula := Le (Add a (Num 1)) b.
(** Every integer variable, *)
Definition yes_i (_ : name) := true.
(** and every tensor is allowed, *)
Definition yes_t (_ : name) (_ : nat) := true.
(** so that only loose indices are forbidden. *)
Definition closed (f : formula) : bool := formula_within yes_i yes_t f.

(** ** assume, cut, cases, instantiate *)
(** f |- f. *)
Definition assume f : sequent := {| hyps := [f]; concl := f |}.
(** It is sound. *)
Lemma assume_sound f : valid (assume f). Proof. intros R phi e H; apply H; cbn; auto. Qed.

(** From H |- f and G, f |- g follows H, G |- g. *)
Definition cut (s t : sequent) : option sequent :=
  if member (concl s) (hyps t) then Some {| hyps := union (hyps s) (remove (concl s) (hyps t));
    concl := concl t |} else None.
(** It is sound. *)
Lemma cut_sound s t u : valid s -> valid t -> cut s t = Some u -> valid u.
Proof.
  unfold cut; destruct member; [|easy]. intros S T [= <-] R phi e H; cbn in *.
  apply T; intros h Hh. destruct (in_remove (concl s) _ _ Hh) as [->|]; auto.
Qed.

(** From H, a <= b |- g and G, b + 1 <= a |- g follows H, G |- g. *)
Definition cases (f : formula) (y n : sequent) : option sequent :=
  match f with
  | Le a b => if same_formula (concl y) (concl n)
              then Some {| hyps := union (remove f (hyps y)) (remove (less b a) (hyps n));
                concl := concl y |} else None
  | _ => None
  end.
(** It is sound: of two integers one is at most the other. *)
Lemma cases_sound f y n u : valid y -> valid n -> cases f y n = Some u -> valid u.
Proof.
  destruct f as [| |a b]; try easy. unfold cases. destruct same_formula eqn:E; [|easy].
    apply same_formula_sound in E.
  intros Y N [= <-] R phi e H; cbn [concl hyps] in *.
  destruct (Z.le_gt_cases (integer_value (integer_at e) [] a) (integer_value (integer_at e) [] b)) as [L|L].
  - apply Y; intros h Hh. destruct (in_remove (Le a b) _ _ Hh) as [->|]; auto.
  - rewrite E. apply N; intros h Hh. destruct (in_remove (less b a) _ _ Hh) as [->|]; auto. cbn. lia.
Qed.

(** From H |- g follows H[s] |- g[s]. *)
Definition instantiate (s : arguments) (t : sequent) : sequent :=
  {| hyps := union (map (substitute s) (hyps t)) []; concl := substitute s (concl t) |}.
(** It is sound, by the lemma on substitution. *)
Lemma instantiate_sound s t : valid t -> valid (instantiate s t).
Proof.
  intros T R phi e H; cbn in *. apply substitute_sound, T. intros h Hh.
    apply substitute_sound, H, in_union_l, in_map, Hh.
Qed.

(** ** ring, rewrite *)
(** Whether a list is empty. *)
Definition nil_b {A} (l : list A) : bool := match l with [] => true | _ => false end.
(** Whether two integers have one normal form, *)
Definition same_integer (s t : integer) : bool :=
  nil_b (add_integers (normal_integer s) (negate (normal_integer t))).
(** and so one value. *)
Lemma same_integer_sound s t r b : same_integer s t = true -> integer_value r b s = integer_value r b t.
Proof.
  unfold same_integer. destruct add_integers eqn:E; [|easy]. intros _.
  assert (F : value r b (add_integers (normal_integer s) (negate (normal_integer t))) = 0) by now rewrite E.
  rewrite add_integers_sound, negate_sound, !normal_integer_sound in F. lia.
Qed.
(** Whether two scalars have one normal form, *)
Definition same_scalar (s t : scalar) : bool := same_polynomial (normal_scalar s) (normal_scalar t).
(** and so one value. *)
Lemma same_scalar_sound {R : semiring} phi s t e b : same_scalar s t = true ->
  @scalar_value R phi s e b = scalar_value phi t e b.
Proof. intros H. apply same_polynomial_sound in H. now rewrite <- !normal_scalar_sound, H. Qed.

(** |- s = t for integers of one normal form. *)
Definition ring_integers (s t : integer) : option sequent :=
  if same_integer s t then Some {| hyps := []; concl := EqI s t |} else None.
(** It is sound. *)
Lemma ring_integers_sound s t u : ring_integers s t = Some u -> valid u.
Proof. unfold ring_integers. destruct same_integer eqn:E; [|easy]. intros [= <-] R phi e _.
  now apply same_integer_sound. Qed.
(** |- s = t for scalars of one normal form. *)
Definition ring_scalars (s t : scalar) : option sequent :=
  if same_scalar s t then Some {| hyps := []; concl := EqS s t |} else None.
(** It is sound. *)
Lemma ring_scalars_sound s t u : ring_scalars s t = Some u -> valid u.
Proof. unfold ring_scalars. destruct same_scalar eqn:E; [|easy]. intros [= <-] R phi e _.
  now apply same_scalar_sound. Qed.

(** What a formula says depends on the values of names only. *)
Lemma holds_ext {R : semiring} phi (e e' : environment R) f : same_values e e' -> holds phi e f -> holds phi e' f.
Proof.
  intros E. destruct f; cbn.
  - destruct E as [E _]. now rewrite !(integer_value_ext _ _ [] E).
  - now rewrite !(scalar_value_ext phi _ e e' []).
  - destruct E as [E _]. now rewrite !(integer_value_ext _ _ [] E).
Qed.

(** A free name: an integer variable, or a tensor with so many indices. *)
Definition key := (name * option nat)%type.
(** The template [f], filled with [u], has to be the second conclusion; filled with [v] it is the new one. *)
Definition rewrite_filled (q t : sequent) (f : formula) (u v : arguments) : option sequent :=
  if same_formula (substitute u f) (concl t) then Some {| hyps := union (hyps q) (hyps t);
    concl := substitute v f |} else None.
(** From H |- a = b and G |- f[z := a] follows H, G |- f[z := b]. *)
Definition rewrite (q t : sequent) (f : formula) (k : key) : option sequent :=
  match concl q, k with
  | EqI a b, (x, None) => rewrite_filled q t f (IntegerFor x a NoArgument) (IntegerFor x b NoArgument)
  | EqS a b, (x, Some O) => rewrite_filled q t f (MapFor x 0 a NoArgument) (MapFor x 0 b NoArgument)
  | _, _ => None
  end.
(** It is sound: filling in equals is evaluating at equal values, *)
Lemma rewrite_filled_sound q t f u v w : valid q -> valid t ->
  (forall (R : semiring) (phi : name -> R -> R) (e : environment R), holds phi e (concl q) ->
    same_values (values_of phi u e e []) (values_of phi v e e [])) ->
  rewrite_filled q t f u v = Some w -> valid w.
Proof.
  unfold rewrite_filled. destruct same_formula eqn:E; [|easy]. apply same_formula_sound in E.
  intros Q T EE [= <-] R phi e H; cbn in *. apply substitute_sound.
  eapply holds_ext; [apply EE, Q; auto|]. apply substitute_sound. rewrite E. apply T; auto.
Qed.
(** for integers and for scalars. *)
Lemma rewrite_sound q t f k w : valid q -> valid t -> rewrite q t f k = Some w -> valid w.
Proof.
  unfold rewrite. intros Q T. destruct (concl q) eqn:C, k as [x [[|]|]]; try easy; apply rewrite_filled_sound; auto;
    rewrite C; cbn; intros R phi e E.
  - apply set_integer_eq; auto using same_values_refl.
  - apply set_tensor_eq; auto using same_values_refl. intros l Hl. now destruct l.
Qed.

(** ** cone *)
(** Right side minus left side, *)
Definition difference (a b : integer) : integer_polynomial :=
  add_integers (normal_integer b) (negate (normal_integer a)).
(** as a value. *)
Lemma difference_sound r b s t : value r b (difference s t) = integer_value r b t - integer_value r b s.
Proof. unfold difference. rewrite add_integers_sound, negate_sound, !normal_integer_sound. lia. Qed.

(** A polynomial, and the hypotheses that it rests on. *)
Definition combination := (integer_polynomial * list formula)%type.
(** A product of differences b - a, one for each theorem a <= b. *)
Fixpoint factors (l : list sequent) : option combination :=
  match l with
  | [] => Some (integer_constant 1, [])
  | t :: r =>
      match concl t, factors r with
      | Le a b, Some (p, h) => Some (multiply_integers (difference a b) p, union (hyps t) h)
      | _, _ => None
      end
  end.
(** A sum of such products with coefficients n >= 1. *)
Fixpoint products (l : list (Z * list sequent)) : option combination :=
  match l with
  | [] => Some ([], [])
  | (n, ts) :: r =>
      if 0 <? n then
        match factors ts, products r with
        | Some (p, h), Some (q, h') => Some (add_integers (multiply_integers (integer_constant n) p) q, union h h')
        | _, _ => None
        end
      else None
  end.
(** A sum of multiples p * (c - d), one for each theorem c = d. *)
Fixpoint equations (l : list (integer * sequent)) : option combination :=
  match l with
  | [] => Some ([], [])
  | (p, t) :: r =>
      match concl t, equations r with
      | EqI a b, Some (q, h) => Some (add_integers (negate (multiply_integers (normal_integer p) (difference a
        b))) q, union (hyps t) h)
      | _, _ => None
      end
  end.
(** a <= b, where b - a is products + equations as a polynomial. *)
Definition cone (f : formula) (ps : list (Z * list sequent)) (qs : list (integer * sequent)) : option sequent :=
  match f, products ps, equations qs with
  | Le a b, Some (p, h), Some (q, h') =>
      if nil_b (add_integers (difference a b) (negate (add_integers p q))) then Some {| hyps := union h h';
        concl := f |} else None
  | _, _, _ => None
  end.

Section Cone.
Context {R : semiring} (phi : name -> R -> R) (e : environment R).
Notation ev := (value (integer_at e) []).
(** Hypotheses that hold in one environment. *)
Definition true_here (h : list formula) := forall f, In f h -> holds phi e f.
(** A product of such differences is not negative, *)
Lemma factors_sound l : Forall valid l -> forall p h, factors l = Some (p, h) -> true_here h -> 0 <= ev p.
Proof.
  induction 1 as [|t l V VS IH]; cbn [factors].
  - intros p h [= <- <-] _. rewrite integer_constant_sound. lia.
  - destruct (concl t) eqn:C; try easy. destruct factors as [[p h]|]; [|easy]. intros p' h' [= <- <-] H.
    rewrite multiply_integers_sound, difference_sound.
    assert (K : holds phi e (concl t)) by (apply V; intros; apply H; auto).
    rewrite C in K; cbn in K. specialize (IH _ _ eq_refl ltac:(intros g Hg; apply H; auto)). nia.
Qed.
(** nor is a sum of such products, *)
Lemma products_sound l : Forall (fun nt => Forall valid (snd nt)) l ->
  forall p h, products l = Some (p, h) -> true_here h -> 0 <= ev p.
Proof.
  induction 1 as [|[n ts] l V VS IH]; cbn [products].
  - intros p h [= <- <-] _. cbn. lia.
  - destruct (Z.ltb_spec 0 n); [|easy]. destruct factors as [[p h]|] eqn:F; [|easy].
    destruct products as [[q h']|]; [|easy]. intros p' h'' [= <- <-] H1.
    rewrite add_integers_sound, multiply_integers_sound, integer_constant_sound.
    pose proof (factors_sound _ V _ _ F ltac:(intros g Hg; apply H1; auto)).
    specialize (IH _ _ eq_refl ltac:(intros g Hg; apply H1; auto)). nia.
Qed.
(** and the multiples are 0. *)
Lemma equations_sound l : Forall (fun pt => valid (snd pt)) l ->
  forall p h, equations l = Some (p, h) -> true_here h -> ev p = 0.
Proof.
  induction 1 as [|[c t] l V VS IH]; cbn [equations].
  - intros p h [= <- <-] _. reflexivity.
  - cbn in V. destruct (concl t) eqn:C; try easy. destruct equations as [[p h]|]; [|easy]. intros p' h' [= <- <-] H.
    rewrite add_integers_sound, negate_sound, multiply_integers_sound, difference_sound.
    assert (K : holds phi e (concl t)) by (apply V; intros; apply H; auto).
    rewrite C in K; cbn in K. specialize (IH _ _ eq_refl ltac:(intros g Hg; apply H; auto)).
    rewrite IH, K, Z.sub_diag, Z.mul_0_r. reflexivity.
Qed.
End Cone.
(** So cone is sound. *)
Lemma cone_sound f ps qs u : Forall (fun nt => Forall valid (snd nt)) ps -> Forall (fun pt => valid (snd pt)) qs ->
  cone f ps qs = Some u -> valid u.
Proof.
  intros P Q. unfold cone. destruct f as [| |a b]; try easy.
  destruct products as [[p h]|] eqn:EP; [|easy]. destruct equations as [[q h']|] eqn:EQ; [|easy].
  destruct add_integers eqn:E; [|easy]. intros [= <-] R phi e H; cbn in *.
  assert (F : value (integer_at e) [] (add_integers (difference a b) (negate (add_integers p q))) = 0) by now
    rewrite E.
  rewrite add_integers_sound, negate_sound, add_integers_sound, difference_sound in F.
  pose proof (products_sound phi e _ P _ _ EP ltac:(intros g Hg; apply H; auto)).
  pose proof (equations_sound phi e _ Q _ _ EQ ltac:(intros g Hg; apply H; auto)). lia.
Qed.

(** ** under_sum *)
(** Every name but one. *)
Definition all_but (x : name) (y : name) : bool := negb (Pos.eqb y x).
(** From H, lo <= v, v + 1 <= hi |- f = g follows that the two sums over v are equal; v is free in none of H, lo,
    hi. *)
Definition under_sum (t : sequent) (k : key) (lo hi : integer) : option sequent :=
  match concl t, k with
  | EqS f g, (x, None) =>
      let h := remove (Le lo (Var x)) (remove (less (Var x) hi) (hyps t)) in
      let bind s := Sum lo hi (substitute_scalar (IntegerFor x (Bound 0) NoArgument) 0 s) in
      if integer_within (all_but x) 0 lo && integer_within (all_but x) 0 hi && forallb (formula_within (all_but
        x) yes_t) h
         && scalar_within yes_i yes_t 0 f && scalar_within yes_i yes_t 0 g
      then Some {| hyps := h; concl := EqS (bind f) (bind g) |} else None
  | _, _ => None
  end.
(** The value of v alone is changed, *)
Lemma set_integer_agree {R : semiring} (e : environment R) x v : agree (all_but x) yes_t e (set_integer e x v).
Proof. split; cbn; auto. unfold all_but. intros y. now destruct Pos.eqb. Qed.
(** and an environment agrees with itself. *)
Lemma agree_all {R : semiring} (e : environment R) : agree yes_i yes_t e e. Proof. now split. Qed.
(** It is sound: the premise holds for each value of v in the range. *)
Lemma under_sum_sound t k lo hi u : valid t -> under_sum t k lo hi = Some u -> valid u.
Proof.
  unfold under_sum. intros V. destruct (concl t) as [|f g|] eqn:C, k as [x [|]]; try easy.
  destruct (_ && _) eqn:E; [|easy]. repeat (apply andb_prop in E; destruct E as [E ?]).
  intros [= <-] R phi e HH; cbn [hyps concl holds scalar_value] in *. apply sum_between_ext. intros v Hv.
  rewrite !(substitute_scalar_sound phi _ _ e [] [v]). cbn [values_of app integer_value nth].
  rewrite !(scalar_within_sound phi yes_i yes_t _ 0 (set_integer e x v) (set_integer e x v) [v] []) by auto using
    agree_all, indices_agree_0.
  assert (K : holds phi (set_integer e x v) (concl t)); [|now rewrite C in K].
  assert (X : integer_at (set_integer e x v) x = v) by (cbn; now rewrite Pos.eqb_refl).
  pose proof (set_integer_agree e x v) as A. apply V. intros h Hh.
  destruct (in_remove (less (Var x) hi) _ _ Hh) as [->|Hh'].
  { unfold less; cbn [holds integer_value]. rewrite X.
    erewrite <- (integer_within_sound _ _ e (set_integer e x v) [] [] 0 hi); eauto using indices_agree_0. lia. }
  destruct (in_remove (Le lo (Var x)) _ _ Hh') as [->|Hh''].
  { unfold less; cbn [holds integer_value]. rewrite X.
    erewrite <- (integer_within_sound _ _ e (set_integer e x v) [] [] 0 lo); eauto using indices_agree_0. lia. }
  eapply formula_within_sound; eauto. eapply forallb_forall in H1; eauto.
Qed.

(** ** unfold *)
(** The parameters that arguments are for. *)
Fixpoint keys (a : arguments) : list key :=
  match a with NoArgument => [] | IntegerFor x _ r => (x, None) :: keys r | MapFor x n _ r => (x, Some n) :: keys
    r end.
(** Whether two parameters are the same, *)
Definition key_eqb (k l : key) : bool :=
  match k, l with
  | (x, None), (y, None) => Pos.eqb x y
  | (x, Some n), (y, Some m) => Pos.eqb x y && Nat.eqb n m
  | _, _ => false
  end.
(** whether two lists of them are. *)
Fixpoint keys_eqb (k l : list key) : bool :=
  match k, l with [], [] => true | a :: k, b :: l => key_eqb a b && keys_eqb k l | _, _ => false end.
(** Whether an integer is among the parameters, *)
Definition has_i (ks : list key) (x : name) : bool := existsb (key_eqb (x, None)) ks.
(** whether a tensor is. *)
Definition has_t (ks : list key) (x : name) (n : nat) : bool := existsb (key_eqb (x, Some n)) ks.

Section Unfold.
Variables (D : name) (B : scalar) (ps : list key).
(** A scalar, and arguments, with every use of the definition [D] of body [B] replaced by the body at its arguments.
    *)
Fixpoint unfold_scalar (t : scalar) : scalar :=
  match t with
  | Nat _ | Entry _ _ | Bracket _ _ _ => t
  | SAdd s t => SAdd (unfold_scalar s) (unfold_scalar t)
  | SMul s t => SMul (unfold_scalar s) (unfold_scalar t)
  | Apply f s => Apply f (unfold_scalar s)
  | Sum lo hi t => Sum lo hi (unfold_scalar t)
  | Use d body a =>
      let a' := unfold_arguments a in
      if Pos.eqb d D && keys_eqb (keys a') ps && is_eq (compare_scalars body B) then substitute_scalar a' 0 body
        else Use d body a'
  end
with unfold_arguments (a : arguments) : arguments :=
  match a with
  | NoArgument => NoArgument
  | IntegerFor x i r => IntegerFor x i (unfold_arguments r)
  | MapFor x n t r => MapFor x n (unfold_scalar t) (unfold_arguments r)
  end.

(** Parameters that compare as equal are the same, *)
Lemma key_eqb_sound k l : key_eqb k l = true -> k = l.
Proof.
  destruct k as [x [|]], l as [y [|]]; cbn; try easy; intros H.
  - apply andb_prop in H as [H1 H2]. apply Pos.eqb_eq in H1. apply Nat.eqb_eq in H2. congruence.
  - apply Pos.eqb_eq in H. congruence.
Qed.
(** lists of them too. *)
Lemma keys_eqb_sound k : forall l, keys_eqb k l = true -> k = l.
Proof.
  induction k; destruct l; cbn; try easy. intros H; apply andb_prop in H as [H1 H2].
  apply key_eqb_sound in H1. f_equal; auto.
Qed.
(** A parameter has an argument: an integer, *)
Lemma has_i_sound a x : has_i (keys a) x = true -> integer_given a x <> None.
Proof.
  induction a; cbn; try easy. destruct Pos.eqb eqn:E; cbn in *; auto; try easy.
Qed.
(** a map. *)
Lemma has_t_sound a x n : has_t (keys a) x n = true -> map_given a x n <> None.
Proof.
  induction a; cbn; try easy. destruct (_ && _) eqn:E; cbn in *; auto; try easy.
Qed.

Variable B_closed : scalar_within (has_i ps) (has_t ps) 0 B = true.
(** Unfolding leaves the value: the body is closed, so the arguments are all that it depends on. *)
Lemma unfold_sound {R : semiring} phi :
  (forall t e b, @scalar_value R phi (unfold_scalar t) e b = scalar_value phi t e b) /\
  (forall a base base' e b, same_values base base' ->
    same_values (values_of phi (unfold_arguments a) base e b) (values_of phi a base' e b)).
Proof.
  apply terms_ind; cbn [unfold_scalar unfold_arguments]; intros; auto.
  - cbn; f_equal; auto.
  - cbn; f_equal; auto.
  - cbn; f_equal; auto.
  - cbn. apply sum_between_cong; auto.
  - destruct (_ && _) eqn:E.
    + apply andb_prop in E as [E EB]. apply andb_prop in E as [_ EK].
      apply is_eq_sound, compare_scalars_eq in EB. apply keys_eqb_sound in EK. subst body.
      rewrite (substitute_scalar_sound phi _ _ e [] b). cbn [app scalar_value].
      rewrite <- EK in B_closed.
      transitivity (scalar_value phi B (values_of phi (unfold_arguments a) no_values e b) []).
      * eapply scalar_within_sound; eauto using indices_agree_0. split; cbn.
        -- intros x Hx. rewrite !values_of_ri. apply has_i_sound in Hx. destruct integer_given; easy.
        -- intros x n l Hx Hl. rewrite !values_of_rt. apply has_t_sound in Hx. destruct map_given; easy.
      * apply scalar_value_ext, H0, same_values_refl.
    + cbn [scalar_value]. apply scalar_value_ext, H0, same_values_refl.
  - cbn. apply set_integer_eq; auto.
  - cbn. apply set_tensor_eq; auto.
Qed.
End Unfold.

(** |- t = t', where t' is t unfolded; the body must be closed. *)
Definition unfold_in_scalar (t : scalar) (D : name) (B : scalar) (ps : list key) : option sequent :=
  if scalar_within (has_i ps) (has_t ps) 0 B then Some {| hyps := [];
    concl := EqS t (unfold_scalar D B ps t) |} else None.
(** It is sound. *)
Lemma unfold_in_scalar_sound t D B ps u : unfold_in_scalar t D B ps = Some u -> valid u.
Proof.
  unfold unfold_in_scalar. destruct scalar_within eqn:E; [|easy]. intros [= <-] R phi e _; cbn.
  symmetry. now apply unfold_sound.
Qed.
(** In an integer there is nothing to unfold: what a definition stands for is a scalar. *)
Definition unfold_in_integer (t : integer) : sequent := {| hyps := []; concl := EqI t t |}.
(** It is sound. *)
Lemma unfold_in_integer_sound t : valid (unfold_in_integer t). Proof. intros R phi e _; reflexivity. Qed.

(** ** The eleven axioms, over fixed names *)
(** The names that axioms speak of: two integers, *)
Definition n_a := 1%positive. Definition n_b := 2%positive.
(** the ends of a range, *)
Definition n_lo := 3%positive. Definition n_hi := 4%positive.
(** and of another one, *)
Definition n_lo2 := 5%positive. Definition n_hi2 := 6%positive.
(** a place, *)
Definition n_e := 7%positive.
(** a scalar and two tensors. *)
Definition n_c := 8%positive. Definition n_f := 9%positive. Definition n_g := 10%positive.

(** The eleven axioms, by name: *)
Inductive axiom_name :=
| antisymmetry | division | mod_low | mod_high | bracket_le | bracket_not_le | bracket_not_eq
| sum_delta | sum_swap | sum_factor | sum_add.

(** integer order and division, what brackets are worth, and finite sums. *)
Definition axiom (n : axiom_name) : sequent :=
  let a := Var n_a in let b := Var n_b in let lo := Var n_lo in let hi := Var n_hi in
  let lo2 := Var n_lo2 in let hi2 := Var n_hi2 in let e := Var n_e in
  let inner := Bound 0 in let outer := Bound 1 in
  let f l := Entry n_f l in let g := Entry n_g [inner] in let c := Entry n_c [] in
  let total t := Sum lo hi t in
  let seq h k := {| hyps := h; concl := k |} in
  match n with
  | antisymmetry => seq [Le a b; Le b a] (EqI a b)
  | division => seq [] (EqI a (Add (Mul b (Div a b)) (Mod a b)))
  | mod_low => seq [Le (Num 1) b] (Le (Num 0) (Mod a b))
  | mod_high => seq [Le (Num 1) b] (less (Mod a b) b)
  | bracket_le => seq [Le a b] (EqS (Bracket true a b) (Nat 1))
  | bracket_not_le => seq [less b a] (EqS (Bracket true a b) (Nat 0))
  | bracket_not_eq => seq [less a b] (EqS (Bracket false a b) (Nat 0))
  | sum_delta => seq [Le lo e; less e hi] (EqS (total (SMul (Bracket false inner e) (f [inner]))) (f [e]))
  | sum_swap => seq [] (EqS (total (Sum lo2 hi2 (f [outer; inner]))) (Sum lo2 hi2 (total (f [inner; outer]))))
  | sum_factor => seq [] (EqS (total (SMul c (f [inner]))) (SMul c (total (f [inner]))))
  | sum_add => seq [] (EqS (total (SAdd (f [inner]) g)) (SAdd (total (f [inner])) (total g)))
  end.

Section Sums.
Context {R : semiring}.
Add Ring R_ring3 : (semiring_laws R).
(** A sum of zeros is 0. *)
Lemma sum_from_0 n : forall lo, @sum_from R n lo (fun _ => r0) = r0.
Proof. induction n; cbn; intros; auto. rewrite IHn; ring. Qed.
(** The sum of a sum, *)
Lemma sum_from_add n : forall lo (f g : Z ->
  R), sum_from n lo (fun v => radd (f v) (g v)) = radd (sum_from n lo f) (sum_from n lo g).
Proof. induction n; cbn; intros; [ring|rewrite IHn; ring]. Qed.
(** of a multiple, *)
Lemma sum_from_mul n : forall lo c (f : Z -> R), sum_from n lo (fun v => rmul c (f v)) = rmul c (sum_from n lo f).
Proof. induction n; cbn; intros; [ring|rewrite IHn; ring]. Qed.
(** and of sums, in the other order. *)
Lemma sum_from_swap n m lo2 : forall lo (f : Z -> Z -> R),
  sum_from n lo (fun v => sum_from m lo2 (fun w => f v w)) = sum_from m lo2 (fun w => sum_from n lo (fun v => f v
    w)).
Proof. induction n; cbn; intros; [now rewrite sum_from_0|]. now rewrite IHn, sum_from_add. Qed.
(** A bracket that picks a place outside of the range picks nothing, *)
Lemma sum_from_off n : forall lo e (f : Z -> R), e < lo \/ lo + Z.of_nat n <= e ->
  sum_from n lo (fun v => rmul (bracket (v =? e)) (f v)) = r0.
Proof.
  induction n; cbn -[Z.of_nat]; intros; auto. rewrite IHn by lia.
  destruct (Z.eqb_spec lo e); [lia|]. cbn; ring.
Qed.
(** and one within the range picks its summand. *)
Lemma sum_from_delta n : forall lo e (f : Z -> R), lo <= e < lo + Z.of_nat n ->
  sum_from n lo (fun v => rmul (bracket (v =? e)) (f v)) = f e.
Proof.
  induction n; cbn -[Z.of_nat]; intros; [lia|]. destruct (Z.eqb_spec lo e) as [->|].
  - rewrite sum_from_off by lia. cbn; ring.
  - rewrite IHn by lia. cbn; ring.
Qed.
End Sums.

(** The axioms are theorems here. *)
Lemma axiom_sound n : valid (axiom n).
Proof.
  destruct n; intros R phi e H; cbn [axiom hyps concl] in *.
  - pose proof (H _ (or_introl eq_refl)). pose proof (H _ (or_intror (or_introl eq_refl))). cbn in *. lia.
  - cbn. apply Z_div_mod_eq_full.
  - pose proof (H _ (or_introl eq_refl)). cbn in *. apply Z.mod_pos_bound. lia.
  - pose proof (H _ (or_introl eq_refl)). cbn in *. apply Z.lt_succ_r.
    pose proof (Z.mod_pos_bound (integer_at e n_a) (integer_at e n_b)). lia.
  - pose proof (H _ (or_introl eq_refl)) as K. cbn in *. apply Z.leb_le in K. now rewrite K.
  - pose proof (H _ (or_introl eq_refl)) as K. cbn -[Z.leb] in *.
    destruct (Z.leb_spec (integer_at e n_a) (integer_at e n_b)); [lia|easy].
  - pose proof (H _ (or_introl eq_refl)) as K. cbn -[Z.eqb] in *.
    destruct (Z.eqb_spec (integer_at e n_a) (integer_at e n_b)); [lia|easy].
  - pose proof (H _ (or_introl eq_refl)). pose proof (H _ (or_intror (or_introl eq_refl))). cbn -[Z.eqb] in *.
    unfold sum_between. apply (sum_from_delta _ (integer_at e n_lo) (integer_at e n_e) (fun v => tensor_at e n_f
      1 [v])). lia.
  - cbn. apply sum_from_swap.
  - cbn. apply sum_from_mul.
  - cbn. apply sum_from_add.
Qed.
