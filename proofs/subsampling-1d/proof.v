(** Striding is subsampling of the convolution tensor (axes: 1)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Readable.
Open Scope Z_scope.

Definition toeplitz {R : semiring} (w : Z -> Z -> Z -> R) (k s dl p o j c t : Z) : R :=
  SUM 0 <= v_0 < k, [=: t, s * j + dl * v_0 - p] [*] w o c v_0.

Definition conv {R : semiring} (w : Z -> Z -> Z -> R) (x : Z -> Z -> R) (C k s dl p o j : Z) : R :=
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < k, w o v_0 v_1 [*] x v_0 (s * j + dl * v_1 - p).

Definition extend {R : semiring} (x : Z -> Z -> R) (N c t : Z) : R :=
  [<=: 0, t] [*] ([<=: t + 1, N] [*] x c t).

(** striding subsamples the tensor *)
Definition statement_1 : Prop :=
  forall (R : semiring) (M c dl j k o p s t : Z) (w : Z -> Z -> Z -> R),
  0 <= s * j ->
  s * j < M ->
  toeplitz w k s dl p o j c t =
    SUM 0 <= v_0 < M, [=: v_0, s * j] [*] toeplitz w k 1 dl p o v_0 c t :> R.

(** the tensor is the layer *)
Definition statement_2 : Prop :=
  forall (R : semiring) (C N dl j k o p s : Z) (w : Z -> Z -> Z -> R) (x : Z -> Z -> R),
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < N, toeplitz w k s dl p o j v_0 v_1 [*] x v_0 v_1 =
    conv w (fun v_0 v_1 => extend x N v_0 v_1) C k s dl p o j :> R.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RNum 0;
  RVar 11;
  RVar 12;
  RVar 13;
  RMul 3 4;
  RVar 14;
  RVar 15;
  RVar 16;
  RBound 0;
  RMul 8 9;
  RAdd 5 10;
  RNum (-1);
  RVar 17;
  RMul 12 13;
  RAdd 11 14;
  REq 7 15;
  RBracket 16;
  RVar 18;
  RVar 8;
  REntry 19 [18; 19; 9];
  RMul 17 20;
  RSum 1 6 21;
  RDefine 20 22 [(19, Some 3%nat); (14, None); (12, None); (16, None); (17, None); (18, None); (13, None); (8, None); (15, None)];
  RBound 1;
  RBound 2;
  REntry 19 [9; 24; 25];
  RMap 3 26;
  RNum 1;
  RUse 23 [27; 6; 28; 8; 13; 18; 9; 19; 7];
  RMap 1 29;
  REq 9 5;
  RBracket 31;
  RMul 32 29;
  RSum 1 2 33;
  REntry 21 [];
  REq 35 34;
  RUse 23 [27; 6; 28; 8; 13; 18; 5; 19; 7];
  REq 35 37;
  RMul 28 5;
  RAdd 39 10;
  RAdd 40 14;
  REq 7 41;
  RBracket 42;
  RMul 43 20;
  RSum 1 6 44;
  RUse 23 [27; 6; 3; 8; 13; 18; 4; 19; 7];
  REq 46 35;
  RVar 22;
  REntry 19 [18; 24; 9];
  RLe 1 7;
  RBracket 50;
  RAdd 7 28;
  RVar 23;
  RLe 52 53;
  RBracket 54;
  REntry 24 [19; 7];
  RMul 55 56;
  RMul 51 57;
  RDefine 25 58 [(24, Some 2%nat); (23, None); (8, None); (15, None)];
  REntry 24 [9; 24];
  RMap 2 60;
  RUse 59 [61; 53; 24; 15];
  RMul 49 62;
  RSum 1 6 63;
  RSum 1 48 64;
  REntry 24 [24; 15];
  RMul 49 66;
  RSum 1 6 67;
  RSum 1 48 68;
  RDefine 26 69 [(19, Some 3%nat); (24, Some 2%nat); (22, None); (14, None); (12, None); (16, None); (17, None); (18, None); (13, None)];
  RUse 59 [61; 53; 9; 24];
  RMap 2 71;
  RUse 70 [27; 72; 48; 6; 3; 8; 13; 18; 4];
  REq 73 35;
  REq 35 73;
  RLe 1 15;
  RBracket 76;
  RAdd 15 28;
  RLe 78 53;
  RBracket 79;
  RMul 80 67;
  RMul 77 81;
  RSum 1 6 82;
  RSum 1 48 83;
  RMul 80 66;
  RMul 77 85;
  RMul 49 86;
  RSum 1 6 87;
  RSum 1 48 88;
  REq 84 35;
  RNat 1;
  RVar 7;
  REntry 9 [92];
  RMul 91 93;
  RMul 91 94;
  RAdd 92 28;
  RVar 4;
  RLe 96 97;
  RBracket 98;
  RMul 99 93;
  RMul 91 100;
  RMul 35 93;
  RMul 91 102;
  REq 101 103;
  RVar 3;
  RLe 105 92;
  RBracket 106;
  RMul 107 100;
  RMul 35 100;
  REq 108 109;
  REq 108 35;
  REq 35 108;
  REntry 9 [9];
  RMap 1 113;
  REq 9 92;
  RBracket 115;
  RMul 116 113;
  RSum 105 97 117;
  REq 118 35;
  RNat 0;
  RMul 120 93;
  RMul 107 121;
  RMul 107 102;
  REq 108 123;
  RSum 105 97 120;
  RMul 120 125;
  RMap 0 120;
  RMap 1 120;
  RMul 120 113;
  RSum 105 97 129;
  RMul 120 120;
  RSum 105 97 131;
  REq 130 35;
  RAdd 97 28;
  RLe 134 96;
  RVar 27;
  RAdd 136 28;
  RLe 137 97;
  RLe 137 92;
  REq 136 92;
  RBracket 140;
  REntry 9 [136];
  RMul 141 142;
  RMul 35 142;
  REq 143 144;
  RMul 120 100;
  RLe 96 105;
  RLe 105 136;
  RLe 96 136;
  REq 92 136;
  RBracket 150;
  REq 141 35;
  RVar 28;
  RMul 8 153;
  RAdd 5 154;
  RAdd 155 14;
  REntry 29 [153; 9];
  RMap 1 157;
  RMul 8 24;
  RAdd 5 159;
  RAdd 160 14;
  REq 9 161;
  RBracket 162;
  REntry 29 [24; 9];
  RMul 163 164;
  RMap 2 165;
  REq 24 15;
  RBracket 167;
  REntry 29 [9; 24];
  RMul 168 169;
  RSum 1 6 170;
  RSum 1 53 171;
  REq 172 35;
  REntry 24 [19; 24];
  RMul 20 174;
  RMap 2 175;
  REq 7 156;
  RBracket 177;
  REntry 19 [18; 19; 153];
  RMul 178 179;
  RMul 56 180;
  RMul 179 56;
  RMul 178 182;
  RMap 0 56;
  RMap 1 21;
  RMul 56 21;
  RSum 1 6 186;
  REq 35 187;
  RMul 22 56;
  RMul 56 22;
  REq 189 35;
  RUse 23 [27; 6; 3; 8; 13; 18; 4; 24; 9];
  REntry 24 [24; 9];
  RMul 192 193;
  RSum 1 53 194;
  RSum 1 48 195;
  REq 196 35;
  RLe 1 5;
  RAdd 5 28;
  RLe 199 2;
  REq 46 34;
  REq 196 73].
Definition the_steps : list step := [
  SAxiom sum_delta;
  SInstantiate 1 [((3, None), 1); ((4, None), 2); ((7, None), 5); ((9, Some 1%nat), 30)];
  SRing 34 34;
  SRewrite 2 3 36 (21, Some 0%nat);
  SUnfold 37 23;
  SRing 37 37;
  SRewrite 5 6 38 (21, Some 0%nat);
  SRing 22 45;
  SUnfold 46 23;
  SRewrite 8 9 47 (21, Some 0%nat);
  SRewrite 7 10 47 (21, Some 0%nat);
  SRewrite 4 11 47 (21, Some 0%nat);
  SUnfold 65 59;
  SUnfold 73 70;
  SRewrite 13 14 74 (21, Some 0%nat);
  SRing 73 73;
  SRewrite 15 16 75 (21, Some 0%nat);
  SRing 84 89;
  SRewrite 17 18 90 (21, Some 0%nat);
  SRing 95 93;
  SAxiom bracket_le;
  SInstantiate 21 [((1, None), 96); ((2, None), 97)];
  SRing 101 101;
  SRewrite 22 23 104 (21, Some 0%nat);
  SInstantiate 21 [((1, None), 105); ((2, None), 92)];
  SRing 108 108;
  SRewrite 25 26 110 (21, Some 0%nat);
  SRewrite 24 27 111 (21, Some 0%nat);
  SRewrite 20 28 111 (21, Some 0%nat);
  SRewrite 29 26 112 (21, Some 0%nat);
  SInstantiate 1 [((3, None), 105); ((4, None), 97); ((7, None), 92); ((9, Some 1%nat), 114)];
  SRewrite 30 31 119 (21, Some 0%nat);
  SRing 122 120;
  SAxiom bracket_not_le;
  SInstantiate 34 [((1, None), 96); ((2, None), 97)];
  SRewrite 35 26 124 (21, Some 0%nat);
  SRewrite 33 36 111 (21, Some 0%nat);
  SRewrite 37 26 112 (21, Some 0%nat);
  SRing 126 120;
  SAxiom sum_factor;
  SInstantiate 40 [((3, None), 105); ((4, None), 97); ((8, Some 0%nat), 127); ((9, Some 1%nat), 128)];
  SRing 130 132;
  SRewrite 41 42 133 (21, Some 0%nat);
  SRewrite 39 43 133 (21, Some 0%nat);
  SAssume 135;
  SAssume 138;
  SCone 139 [(1%Z, [45]); (1%Z, [46])] [];
  SAxiom bracket_not_eq;
  SInstantiate 48 [((1, None), 136); ((2, None), 92)];
  SCut 47 49;
  SRing 143 143;
  SRewrite 50 51 145 (21, Some 0%nat);
  SUnderSum 52 (27, None) 105 97;
  SRewrite 44 53 119 (21, Some 0%nat);
  SRewrite 38 54 119 (21, Some 0%nat);
  SCases 98 32 55;
  SRing 146 120;
  SInstantiate 34 [((1, None), 105); ((2, None), 92)];
  SRewrite 58 26 110 (21, Some 0%nat);
  SRewrite 57 59 111 (21, Some 0%nat);
  SRewrite 60 26 112 (21, Some 0%nat);
  SAssume 147;
  SAssume 148;
  SCone 149 [(1%Z, [62]); (1%Z, [63])] [];
  SInstantiate 48 [((1, None), 92); ((2, None), 136)];
  SCut 64 65;
  SRing 141 151;
  SRewrite 66 67 152 (21, Some 0%nat);
  SRewrite 68 51 145 (21, Some 0%nat);
  SUnderSum 69 (27, None) 105 97;
  SRewrite 44 70 119 (21, Some 0%nat);
  SRewrite 61 71 119 (21, Some 0%nat);
  SCases 106 56 72;
  SInstantiate 73 [((3, None), 1); ((4, None), 53); ((7, None), 156); ((9, Some 1%nat), 158)];
  SUnderSum 74 (28, None) 1 6;
  SAxiom sum_swap;
  SInstantiate 76 [((3, None), 1); ((4, None), 53); ((5, None), 1); ((6, None), 6); ((9, Some 2%nat), 166)];
  SRewrite 75 77 173 (21, Some 0%nat);
  SInstantiate 78 [((14, None), 6); ((12, None), 3); ((16, None), 8); ((17, None), 13); ((13, None), 4); ((23, None), 53); ((29, Some 2%nat), 176)];
  SUnderSum 79 (8, None) 1 48;
  SRing 181 183;
  SUnderSum 81 (28, None) 1 6;
  SInstantiate 40 [((3, None), 1); ((4, None), 6); ((8, Some 0%nat), 184); ((9, Some 1%nat), 185)];
  SRing 187 187;
  SRewrite 83 84 188 (21, Some 0%nat);
  SRing 189 190;
  SRewrite 85 86 191 (21, Some 0%nat);
  SRewrite 82 87 191 (21, Some 0%nat);
  SUnderSum 88 (15, None) 1 53;
  SUnderSum 89 (8, None) 1 48;
  SUnfold 196 23;
  SRewrite 90 91 197 (21, Some 0%nat);
  SRewrite 80 92 197 (21, Some 0%nat);
  SRewrite 19 93 197 (21, Some 0%nat)].
Definition the_claims : list claim := [
  Build_claim [198; 200] 201 12;
  Build_claim [] 202 94].
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
  exact (fun R M c dl j k o p s t w => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => M | 8%positive => c | 16%positive =>
    dl | 13%positive => j | 14%positive => k | 18%positive => o | 17%positive => p | 12%positive => s |
    15%positive => t | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 19%positive, 3%nat, [place_0; place_1; place_2] => w
    place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R C N dl j k o p s w x => claim_true sequents checked 1%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 22%positive => C | 23%positive => N | 16%positive =>
    dl | 13%positive => j | 14%positive => k | 18%positive => o | 17%positive => p | 12%positive => s | _ => 0
    end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 19%positive, 3%nat, [place_0; place_1; place_2] => w
    place_0 place_1 place_2 | 24%positive, 2%nat, [place_0; place_1] => x place_0 place_1 | _, _, _ => r0 end
    |}).
Qed.

Definition all_theorems := [
  Proved statement_1 theorem_1;
  Proved statement_2 theorem_2].
Print Assumptions all_theorems.
