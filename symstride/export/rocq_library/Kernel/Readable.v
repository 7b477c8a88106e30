(** * Readable: a sequent as an ordinary proposition, with minus signs, strict inequalities and hypotheses in a row.

    Rocq compares the proposition that is printed in a file with [says] by computation, so a wrong translation fails. *)
From Symstride.Kernel Require Export Checker.
Open Scope Z_scope.

Notation "'SUM' lo <= i < hi , t" := (sum_between lo hi (fun i => t))
  (at level 60, lo at level 59, i name, hi at level 59, t at level 60, right associativity).
Notation "x [+] y" := (radd x y) (at level 50, left associativity).
Notation "x [*] y" := (rmul x y) (at level 40, left associativity).
Notation "[=: x , y ]" := (bracket (x =? y)).
Notation "[<=: x , y ]" := (bracket (x <=? y)).

(** The same as [integer_value], with minus written as such. *)
Fixpoint integer_reads (r : name -> Z) (b : list Z) (t : integer) : Z :=
  match t with
  | Num z => z
  | Var x => r x
  | Bound j => nth j b 0
  | Add s t => match t with Mul (Num (-1)) u => integer_reads r b s - integer_reads r b u | _ => integer_reads r
    b s + integer_reads r b t end
  | Mul s t => integer_reads r b s * integer_reads r b t
  | Div s t => integer_reads r b s / integer_reads r b t
  | Mod s t => integer_reads r b s mod integer_reads r b t
  end.
(** It is the same. *)
Lemma integer_reads_sound r b t : integer_reads r b t = integer_value r b t.
Proof.
  induction t; cbn [integer_value integer_reads]; try congruence.
  assert (G : integer_reads r b t1 + integer_reads r b t2 = integer_value r b t1 + integer_value r b t2) by
    congruence.
  destruct t2 as [| | | |[[|p|[p|p|]]| | | | | |] u| |]; auto; cbn [integer_value integer_reads] in *; lia.
Qed.

Section Readable.
Context {R : semiring}.
Variable phi : name -> R -> R.
(** The same as [scalar_value], in these notations. *)
Fixpoint scalar_reads (t : scalar) (e : environment R) (b : list Z) : R :=
  match t with
  | Nat n => of_natural n
  | SAdd s t => scalar_reads s e b [+] scalar_reads t e b
  | SMul s t => scalar_reads s e b [*] scalar_reads t e b
  | Entry x l => tensor_at e x (length l) (map (integer_reads (integer_at e) b) l)
  | Apply f s => phi f (scalar_reads s e b)
  | Bracket true x y => [<=: integer_reads (integer_at e) b x, integer_reads (integer_at e) b y]
  | Bracket false x y => [=: integer_reads (integer_at e) b x, integer_reads (integer_at e) b y]
  | Sum lo hi t => SUM integer_reads (integer_at e) b lo <= v < integer_reads (integer_at e) b hi, scalar_reads t
    e (v :: b)
  | Use _ body a => scalar_reads body (reads_of a no_values e b) []
  end
with reads_of (a : arguments) (base : environment R) (e : environment R) (b : list Z) : environment R :=
  match a with
  | NoArgument => base
  | IntegerFor x i r => set_integer (reads_of r base e b) x (integer_reads (integer_at e) b i)
  | MapFor x n t r => set_tensor (reads_of r base e b) x n (fun l => scalar_reads t e (l ++ b))
  end.
(** It is the same. *)
Lemma reads_sound :
  (forall t e b, scalar_reads t e b = scalar_value phi t e b) /\
  (forall a base base' e b, same_values base base' ->
    same_values (reads_of a base e b) (values_of phi a base' e b)).
Proof.
  apply terms_ind; cbn; intros; auto.
  - now rewrite H, H0.
  - now rewrite H, H0.
  - f_equal. apply map_ext; intros; apply integer_reads_sound.
  - now rewrite H.
  - destruct le; now rewrite !integer_reads_sound.
  - apply sum_between_cong; auto using integer_reads_sound.
  - rewrite H. apply scalar_value_ext, H0, same_values_refl.
  - apply set_integer_eq; auto using integer_reads_sound.
  - apply set_tensor_eq; auto.
Qed.
(** The same as [holds], with a strict inequality written as such. *)
Definition reads (e : environment R) (f : formula) : Prop :=
  match f with
  | EqI a b => integer_reads (integer_at e) [] a = integer_reads (integer_at e) [] b
  | EqS s t => scalar_reads s e [] = scalar_reads t e []
  | Le a b => match a with Add s (Num 1) => integer_reads (integer_at e) [] s < integer_reads (integer_at e) [] b
                         | _ => integer_reads (integer_at e) [] a <= integer_reads (integer_at e) [] b end
  end.
(** It is the same. *)
Lemma holds_reads e f : reads e f <-> holds phi e f.
Proof.
  destruct f as [a b|s t|a b]; cbn [holds reads]; rewrite ?(proj1 reads_sound), ?integer_reads_sound; try tauto.
  destruct a as [| | |s [[|[p|p|]|p]| | | | | |]| | |]; rewrite ?integer_reads_sound; cbn [integer_value];
    try tauto. lia.
Qed.
(** A sequent as one proposition: hypothesis -> hypothesis -> ... -> conclusion. *)
Definition says (e : environment R) (s : sequent) : Prop :=
  fold_right (fun h (P : Prop) => reads e h -> P) (reads e (concl s)) (hyps s).
(** A valid sequent says what is true. *)
Lemma says_sound s e : valid s -> says e s.
Proof.
  intros V. unfold says.
  assert (G : forall l, (forall h, In h (hyps s) -> In h l \/ holds phi e h) ->
     fold_right (fun h (P : Prop) => reads e h -> P) (reads e (concl s)) l).
  { induction l; cbn; intros H.
    - apply holds_reads, V. intros h Hh. destruct (H h Hh); easy.
    - intros K%holds_reads. apply IHl. intros h Hh. destruct (H h Hh) as [[->|]|]; auto. }
  apply G; auto.
Qed.
End Readable.

(** What stands for a claim that is not there. *)
Definition trivial : sequent := {| hyps := []; concl := Le (Num 0) (Num 0) |}.
(** What the i-th claim of an accepted certificate says is true. *)
Theorem claim_true {c} (l : list sequent) (H : check c = Some l) (i : nat) (R : semiring)
    (phi : name -> R -> R) (e : environment R) :
  says phi e (nth i l trivial).
Proof.
  apply says_sound. apply check_sound in H.
  destruct (Nat.lt_ge_cases i (length l)).
  - rewrite Forall_forall in H. apply H, nth_In; auto.
  - rewrite nth_overflow by auto. intros R' phi' e' _. cbn. lia.
Qed.

(** What was proved, one after the other, so that one command lists what all of it assumes. *)
Inductive proved := Proved (P : Prop) (_ : P).
