(** Boundaries on a grid (axes: 3)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Readable.
Open Scope Z_scope.

(** low boundary *)
Definition statement_1 : Prop :=
  forall (R : semiring) (S m rho : Z),
  0 <= rho ->
  1 <= S ->
  rho < S ->
  [<=: 0, S * m + rho] =
    [<=: 0, m] :> R.

(** high boundary *)
Definition statement_2 : Prop :=
  forall (R : semiring) (S m n rho : Z),
  0 <= rho ->
  1 <= S ->
  rho < S ->
  [<=: S * m + rho + 1, S * n] =
    [<=: m + 1, n] :> R.

(** unread ghosts *)
Definition statement_3 : Prop :=
  forall (R : semiring) (M N dl i j k p s : Z),
  0 <= dl ->
  1 <= s ->
  i < k ->
  j < M ->
  s * (M - 1) + dl * (k - 1) - p < N ->
  [<=: s * j + dl * i - p + 1, N] =
    r1 :> R.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RNum 0;
  RVar 11;
  RLe 1 2;
  RBracket 3;
  REntry 12 [];
  REq 5 4;
  RVar 13;
  RLe 1 7;
  RNum 1;
  RVar 14;
  RLe 9 10;
  RMul 10 2;
  RAdd 12 7;
  RLe 1 13;
  RBracket 14;
  REq 15 5;
  RAdd 2 9;
  RLe 17 1;
  RAdd 7 9;
  RLe 19 10;
  RAdd 13 9;
  RLe 21 1;
  RVar 15;
  RLe 17 23;
  RBracket 24;
  REq 5 25;
  RMul 10 23;
  RLe 21 27;
  RBracket 28;
  REq 29 5;
  RAdd 23 9;
  RLe 31 17;
  RAdd 27 9;
  RLe 33 21;
  RVar 16;
  RAdd 35 9;
  RVar 17;
  RLe 36 37;
  RVar 18;
  RNum (-1);
  RAdd 37 40;
  RMul 39 41;
  RVar 19;
  RVar 20;
  RAdd 44 40;
  RMul 43 45;
  RAdd 42 46;
  RVar 21;
  RMul 40 48;
  RAdd 47 49;
  RAdd 50 9;
  RVar 22;
  RLe 51 52;
  RLe 9 39;
  RLe 1 43;
  RVar 23;
  RAdd 56 9;
  RLe 57 44;
  RMul 39 35;
  RMul 43 56;
  RAdd 59 60;
  RAdd 61 49;
  RAdd 62 9;
  RLe 63 52;
  REq 15 4;
  REq 29 25;
  RBracket 64;
  RNat 1;
  REq 67 68].
Definition the_steps : list step := [
  SAxiom bracket_le;
  SInstantiate 1 [((1, None), 1); ((2, None), 2)];
  SRing 4 4;
  SRewrite 2 3 6 (12, Some 0%nat);
  SAssume 3;
  SAssume 8;
  SAssume 11;
  SCone 14 [(1%Z, [5]); (1%Z, [6]); (1%Z, [5; 7])] [];
  SInstantiate 1 [((1, None), 1); ((2, None), 13)];
  SCut 8 9;
  SRewrite 4 10 16 (12, Some 0%nat);
  SAxiom bracket_not_le;
  SInstantiate 12 [((1, None), 1); ((2, None), 2)];
  SRewrite 13 3 6 (12, Some 0%nat);
  SAssume 18;
  SAssume 20;
  SCone 22 [(1%Z, [15]); (1%Z, [16]); (1%Z, [15; 7])] [];
  SInstantiate 12 [((1, None), 1); ((2, None), 13)];
  SCut 17 18;
  SRewrite 14 19 16 (12, Some 0%nat);
  SCases 3 11 20;
  SInstantiate 1 [((1, None), 17); ((2, None), 23)];
  SRing 25 25;
  SRewrite 22 23 26 (12, Some 0%nat);
  SAssume 24;
  SCone 28 [(1%Z, [25]); (1%Z, [16]); (1%Z, [25; 7])] [];
  SInstantiate 1 [((1, None), 21); ((2, None), 27)];
  SCut 26 27;
  SRewrite 24 28 30 (12, Some 0%nat);
  SInstantiate 12 [((1, None), 17); ((2, None), 23)];
  SRewrite 30 23 26 (12, Some 0%nat);
  SAssume 32;
  SCone 34 [(1%Z, [32]); (1%Z, [6]); (1%Z, [32; 7])] [];
  SInstantiate 12 [((1, None), 21); ((2, None), 27)];
  SCut 33 34;
  SRewrite 31 35 30 (12, Some 0%nat);
  SCases 24 29 36;
  SAssume 38;
  SAssume 53;
  SAssume 54;
  SAssume 55;
  SAssume 58;
  SCone 64 [(1%Z, [38]); (1%Z, [39]); (1%Z, [40; 38]); (1%Z, [41; 42])] [];
  SInstantiate 1 [((1, None), 63); ((2, None), 52)];
  SCut 43 44].
Definition the_claims : list claim := [
  Build_claim [8; 11; 20] 65 21;
  Build_claim [8; 11; 20] 66 37;
  Build_claim [55; 54; 58; 38; 53] 69 45].
Definition the_certificate := {| terms := the_terms; steps := the_steps; claims := the_claims |}.
Open Scope Z_scope.

(** Rocq runs the checker, once to see what it proves, and once more for the proof that it does. *)
Definition sequents : list sequent :=
  Eval vm_compute in match check the_certificate with Some proved => proved | None => [] end.
Lemma checked : check the_certificate = Some sequents.
Proof. vm_cast_no_check (eq_refl (Some sequents)). Qed.

Strategy opaque [sum_between bracket of_natural].

Theorem theorem_1 : statement_1.
Proof.
  exact (fun R S m rho => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 14%positive => S | 11%positive => m | 13%positive =>
    rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R S m n rho => claim_true sequents checked 1%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 14%positive => S | 11%positive => m | 15%positive =>
    n | 13%positive => rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_3 : statement_3.
Proof.
  exact (fun R M N dl i j k p s => claim_true sequents checked 2%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 17%positive => M | 22%positive => N | 19%positive =>
    dl | 23%positive => i | 16%positive => j | 20%positive => k | 21%positive => p | 18%positive => s | _ => 0
    end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Definition all_theorems := [
  Proved statement_1 theorem_1;
  Proved statement_2 theorem_2;
  Proved statement_3 theorem_3].
Print Assumptions all_theorems.
