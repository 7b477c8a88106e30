(** network 'LeNet-5' equals its form on the grid (4 layers in 4 groups, sha256 666ff6a660c87459da08013f13f7b60b)

    C1: Conv(in_channels=1, out_channels=6, kernel=(5, 5), stride=(1, 1), padding=((0, 0), (0, 0)),
      dilation=(1, 1)) equals its unit-stride layer (input size (32, 32); phases (4, 4) of the image; order
      channel_major; ghosts whole, whole)
    S2: Conv(in_channels=6, out_channels=6, kernel=(2, 2), stride=(2, 2), padding=((0, 0), (0, 0)),
      dilation=(1, 1), groups=6) equals its unit-stride layer (input size (28, 28); phases (2, 2) of the
      image; order channel_major; ghosts whole, whole)
    C3: Conv(in_channels=6, out_channels=16, kernel=(5, 5), stride=(1, 1), padding=((0, 0), (0, 0)),
      dilation=(1, 1)) equals its unit-stride layer (input size (14, 14); phases (2, 2) of the image; order
      channel_major; ghosts whole, whole)
    S4: Conv(in_channels=16, out_channels=16, kernel=(2, 2), stride=(2, 2), padding=((0, 0), (0, 0)),
      dilation=(1, 1), groups=16) equals its unit-stride layer (input size (10, 10); phases (1, 1) of the
      image; order channel_major; ghosts whole, whole)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Composition.
Open Scope Z_scope.

Definition phases {R : semiring} (x : Z -> Z -> Z -> R) (S1 S2 rho1 rho2 c m1 m2 : Z) : R :=
  x c (S1 * m1 + rho1) (S2 * m2 + rho2).

Definition conv {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (C k1 k2 s1 s2 dl1 dl2 p1 p2 o j1 j2 : Z) : R :=
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < k1, SUM 0 <= v_2 < k2, w o v_0 v_1 v_2 [*] x v_0 (s1 * j1 + dl1 * v_1 - p1)
    (s2 * j2 + dl2 * v_2 - p2).

Definition extend {R : semiring} (x : Z -> Z -> Z -> R) (N1 N2 c t1 t2 : Z) : R :=
  [<=: 0, t1] [*] ([<=: t1 + 1, N1] [*] ([<=: 0, t2] [*] ([<=: t2 + 1, N2] [*] x c t1 t2))).

Definition bank {R : semiring} (w : Z -> Z -> Z -> Z -> R)
  (k1 k2 s1 s2 p1 p2 a1 a2 tau1 tau2 o rho1 rho2 c u1 u2 : Z) : R :=
  [<=: 0, s1 * a1 * u1 + rho1 - s1 * tau1 + p1] [*] ([<=: s1 * a1 * u1 + rho1 - s1 * tau1 + p1 + 1, k1] [*]
    ([<=: 0, s2 * a2 * u2 + rho2 - s2 * tau2 + p2] [*] ([<=: s2 * a2 * u2 + rho2 - s2 * tau2 + p2 + 1, k2] [*]
    w o c (s1 * a1 * u1 + rho1 - s1 * tau1 + p1) (s2 * a2 * u2 + rho2 - s2 * tau2 + p2)))).

Definition grouped {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (C O k1 k2 s1 s2 dl1 dl2 p1 p2 o j1 j2 : Z) : R :=
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < k1, SUM 0 <= v_2 < k2, w o v_0 v_1 v_2 [*] x (C * (o / O) + v_0) (s1 * j1 +
    dl1 * v_1 - p1) (s2 * j2 + dl2 * v_2 - p2).

(** 2 axes, a map of one number *)
Definition statement_1 : Prop :=
  forall (R : semiring) (act : R -> R) (a1 a2 c m1 m2 tau1 tau2 : Z) (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => act (x v_0 v_1 v_2)) a1 a2 tau1 tau2 c m1 m2 =
    act (phases x a1 a2 tau1 tau2 c m1 m2) :> R.

(** 2 axes, numbers per channel *)
Definition statement_2 : Prop :=
  forall (R : semiring) (a1 a2 : Z) (b : Z -> R) (c m1 m2 tau1 tau2 : Z) (v : Z -> R) (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => v v_0 [*] x v_0 v_1 v_2 [+] b v_0) a1 a2 tau1 tau2 c m1 m2 =
    v c [*] phases x a1 a2 tau1 tau2 c m1 m2 [+] b c :> R.

(** 2 axes, sums *)
Definition statement_3 : Prop :=
  forall (R : semiring) (a1 a2 c m1 m2 tau1 tau2 : Z) (x y : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => x v_0 v_1 v_2 [+] y v_0 v_1 v_2) a1 a2 tau1 tau2 c m1 m2 =
    phases x a1 a2 tau1 tau2 c m1 m2 [+] phases y a1 a2 tau1 tau2 c m1 m2 :> R.

(** 2 axes, products *)
Definition statement_4 : Prop :=
  forall (R : semiring) (a1 a2 c m1 m2 tau1 tau2 : Z) (x y : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => x v_0 v_1 v_2 [*] y v_0 v_1 v_2) a1 a2 tau1 tau2 c m1 m2 =
    phases x a1 a2 tau1 tau2 c m1 m2 [*] phases y a1 a2 tau1 tau2 c m1 m2 :> R.

(** 2 axes, linear maps of channels *)
Definition statement_5 : Prop :=
  forall (R : semiring) (C a1 a2 c m1 m2 tau1 tau2 : Z) (w : Z -> Z -> R) (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => SUM 0 <= v_3 < C, w v_0 v_3 [*] x v_3 v_1 v_2) a1 a2 tau1 tau2 c m1 m2 =
    SUM 0 <= v_0 < C, w c v_0 [*] phases x a1 a2 tau1 tau2 v_0 m1 m2 :> R.

(** 2 axes, back to places *)
Definition statement_6 : Prop :=
  forall (R : semiring) (a1 a2 c j1 j2 : Z) (x : Z -> Z -> Z -> R),
  phases x a1 a2 (j1 mod a1) (j2 mod a2) c (j1 / a1) (j2 / a2) =
    x c j1 j2 :> R.

(** C1: layer *)
Definition statement_7 : Prop :=
  forall (R : semiring) (b : Z -> R) (g1 g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o tau1 tau2 : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  tau1 < 4 ->
  tau2 < 4 ->
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 32 32 v_3 v_4 v_5) 1 5 5 1 1 1 1 0 0 v_0 v_1
    v_2 [+] b v_0) 4 4 tau1 tau2 o m1 m2 =
    (SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM 0 <= v_3 < 2, SUM 0 <= v_4 < 2, bank w 5 5 1 1
      0 0 4 4 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 32 32 v_8 v_9 v_10) 4 4 v_1 v_2 v_5 v_6 v_7 [+] [<=: 32, 4 * v_6 + v_1] [*] g1 v_1 v_2 v_5 v_6
      v_7 [+] [<=: 32, 4 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 8 8 v_0 (m1 + v_3) (m2 + v_4)) [+] b o :> R.

(** C1: axis 1, outputs *)
Definition statement_8 : Prop :=
  forall (R : semiring),
  ((32 + 0 + 0 - 1 * 4 - 1) / 1) + 1 = 28.

(** C1: axis 1, cells of outputs *)
Definition statement_9 : Prop :=
  forall (R : semiring),
  ((8 + 0 + 0 - 1 * 1 - 1) / 1) + 1 = 7.

(** C1: axis 2, outputs *)
Definition statement_10 : Prop :=
  forall (R : semiring),
  ((32 + 0 + 0 - 1 * 4 - 1) / 1) + 1 = 28.

(** C1: axis 2, cells of outputs *)
Definition statement_11 : Prop :=
  forall (R : semiring),
  ((8 + 0 + 0 - 1 * 1 - 1) / 1) + 1 = 7.

(** S2: layer *)
Definition statement_12 : Prop :=
  forall (R : semiring) (b : Z -> R) (g1 g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o tau1 tau2 : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  tau1 < 2 ->
  tau2 < 2 ->
  phases (fun v_0 v_1 v_2 => grouped w (fun v_3 v_4 v_5 => extend x 28 28 v_3 v_4 v_5) 1 1 2 2 2 2 1 1 0 0 v_0
    v_1 v_2 [+] b v_0) 2 2 tau1 tau2 o m1 m2 =
    (SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 2 2 2 2
      0 0 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 28 28 v_8 v_9 v_10) 4 4 v_1 v_2 v_5 v_6 v_7 [+] [<=: 28, 4 * v_6 + v_1] [*] g1 v_1 v_2 v_5 v_6
      v_7 [+] [<=: 28, 4 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 7 7 ((o / 1) + v_0) (m1 + v_3) (m2 + v_4))
      [+] b o :> R.

(** S2: axis 1, outputs *)
Definition statement_13 : Prop :=
  forall (R : semiring),
  ((28 + 0 + 0 - 1 * 1 - 1) / 2) + 1 = 14.

(** S2: axis 1, cells of outputs *)
Definition statement_14 : Prop :=
  forall (R : semiring),
  ((7 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 7.

(** S2: axis 2, outputs *)
Definition statement_15 : Prop :=
  forall (R : semiring),
  ((28 + 0 + 0 - 1 * 1 - 1) / 2) + 1 = 14.

(** S2: axis 2, cells of outputs *)
Definition statement_16 : Prop :=
  forall (R : semiring),
  ((7 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 7.

(** C3: layer *)
Definition statement_17 : Prop :=
  forall (R : semiring) (b : Z -> R) (g1 g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o tau1 tau2 : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  tau1 < 2 ->
  tau2 < 2 ->
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 14 14 v_3 v_4 v_5) 6 5 5 1 1 1 1 0 0 v_0 v_1
    v_2 [+] b v_0) 2 2 tau1 tau2 o m1 m2 =
    (SUM 0 <= v_0 < 6, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM 0 <= v_3 < 3, SUM 0 <= v_4 < 3, bank w 5 5 1 1
      0 0 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 14 14 v_8 v_9 v_10) 2 2 v_1 v_2 v_5 v_6 v_7 [+] [<=: 14, 2 * v_6 + v_1] [*] g1 v_1 v_2 v_5 v_6
      v_7 [+] [<=: 14, 2 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 7 7 v_0 (m1 + v_3) (m2 + v_4)) [+] b o :> R.

(** C3: axis 1, outputs *)
Definition statement_18 : Prop :=
  forall (R : semiring),
  ((14 + 0 + 0 - 1 * 4 - 1) / 1) + 1 = 10.

(** C3: axis 1, cells of outputs *)
Definition statement_19 : Prop :=
  forall (R : semiring),
  ((7 + 0 + 0 - 1 * 2 - 1) / 1) + 1 = 5.

(** C3: axis 2, outputs *)
Definition statement_20 : Prop :=
  forall (R : semiring),
  ((14 + 0 + 0 - 1 * 4 - 1) / 1) + 1 = 10.

(** C3: axis 2, cells of outputs *)
Definition statement_21 : Prop :=
  forall (R : semiring),
  ((7 + 0 + 0 - 1 * 2 - 1) / 1) + 1 = 5.

(** S4: layer *)
Definition statement_22 : Prop :=
  forall (R : semiring) (b : Z -> R) (g1 g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => grouped w (fun v_3 v_4 v_5 => extend x 10 10 v_3 v_4 v_5) 1 1 2 2 2 2 1 1 0 0 v_0
    v_1 v_2 [+] b v_0) 1 1 0 0 o m1 m2 =
    (SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 2 2 2 2
      0 0 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 => extend x 10
      10 v_8 v_9 v_10) 2 2 v_1 v_2 v_5 v_6 v_7 [+] [<=: 10, 2 * v_6 + v_1] [*] g1 v_1 v_2 v_5 v_6 v_7 [+] [<=:
      10, 2 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 5 5 ((o / 1) + v_0) (m1 + v_3) (m2 + v_4)) [+] b o :> R.

(** S4: axis 1, outputs *)
Definition statement_23 : Prop :=
  forall (R : semiring),
  ((10 + 0 + 0 - 1 * 1 - 1) / 2) + 1 = 5.

(** S4: axis 1, cells of outputs *)
Definition statement_24 : Prop :=
  forall (R : semiring),
  ((5 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 5.

(** S4: axis 2, outputs *)
Definition statement_25 : Prop :=
  forall (R : semiring),
  ((10 + 0 + 0 - 1 * 1 - 1) / 2) + 1 = 5.

(** S4: axis 2, cells of outputs *)
Definition statement_26 : Prop :=
  forall (R : semiring),
  ((5 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 5.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RVar 8;
  RVar 11;
  RVar 12;
  RMul 2 3;
  RVar 13;
  RAdd 4 5;
  RVar 14;
  RVar 15;
  RMul 7 8;
  RVar 16;
  RAdd 9 10;
  REntry 17 [1; 6; 11];
  RDefine 18 12 [(17, Some 3%nat); (11, None); (14, None); (13, None); (16, None); (8, None); (12, None); (15, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  REntry 17 [14; 15; 16];
  RMap 3 17;
  RVar 19;
  RVar 20;
  RVar 21;
  RVar 22;
  RUse 13 [18; 19; 20; 21; 22; 1; 3; 8];
  RApply 23 23;
  REntry 24 [];
  REq 25 24;
  RApply 23 17;
  RMap 3 27;
  RUse 13 [28; 19; 20; 21; 22; 1; 3; 8];
  REq 29 25;
  REntry 25 [1];
  RMul 31 23;
  REntry 2 [1];
  RAdd 32 33;
  REq 25 34;
  REntry 25 [14];
  RMul 36 17;
  REntry 2 [14];
  RAdd 37 38;
  RMap 3 39;
  RUse 13 [40; 19; 20; 21; 22; 1; 3; 8];
  REq 41 25;
  REntry 26 [14; 15; 16];
  RMap 3 43;
  RUse 13 [44; 19; 20; 21; 22; 1; 3; 8];
  RAdd 23 45;
  REq 25 46;
  RAdd 17 43;
  RMap 3 48;
  RUse 13 [49; 19; 20; 21; 22; 1; 3; 8];
  REq 50 25;
  RMul 23 45;
  REq 25 52;
  RMul 17 43;
  RMap 3 54;
  RUse 13 [55; 19; 20; 21; 22; 1; 3; 8];
  REq 56 25;
  RNum 0;
  RVar 27;
  REntry 28 [1; 14];
  RUse 13 [18; 19; 20; 21; 22; 14; 3; 8];
  RMul 60 61;
  RSum 58 59 62;
  REq 25 63;
  REntry 28 [15; 14];
  RBound 3;
  REntry 17 [14; 16; 66];
  RMul 65 67;
  RSum 58 59 68;
  RMap 3 69;
  RUse 13 [70; 19; 20; 21; 22; 1; 3; 8];
  REq 71 25;
  RVar 29;
  RVar 30;
  RDiv 74 19;
  RMul 19 75;
  RMod 74 19;
  RAdd 76 77;
  REntry 17 [1; 78; 73];
  RVar 24;
  REntry 17 [1; 78; 80];
  REq 79 81;
  REntry 17 [1; 74; 73];
  REntry 17 [1; 80; 73];
  REq 83 84;
  REq 83 25;
  REq 25 83;
  RMod 73 20;
  RDiv 73 20;
  RUse 13 [18; 19; 20; 77; 88; 1; 75; 89];
  REq 90 25;
  RNum 1;
  RNum 4;
  RMul 92 93;
  RNum (-1);
  RMul 95 58;
  RDiv 96 94;
  RAdd 93 95;
  RMul 92 98;
  RNum 5;
  RAdd 100 95;
  RMul 92 101;
  RAdd 99 102;
  RAdd 103 96;
  RDiv 104 94;
  RAdd 105 92;
  RVar 31;
  RMul 107 19;
  RVar 32;
  RMul 108 109;
  RAdd 110 5;
  RMul 107 21;
  RMul 95 112;
  RAdd 111 113;
  RVar 33;
  RAdd 114 115;
  RLe 58 116;
  RBracket 117;
  RAdd 116 92;
  RVar 34;
  RLe 119 120;
  RBracket 121;
  RVar 35;
  RMul 123 20;
  RVar 36;
  RMul 124 125;
  RAdd 126 10;
  RMul 123 22;
  RMul 95 128;
  RAdd 127 129;
  RVar 37;
  RAdd 130 131;
  RLe 58 132;
  RBracket 133;
  RAdd 132 92;
  RVar 38;
  RLe 135 136;
  RBracket 137;
  RVar 39;
  REntry 28 [139; 1; 116; 132];
  RMul 138 140;
  RMul 134 141;
  RMul 122 142;
  RMul 118 143;
  RDefine 40 144 [(28, Some 4%nat); (34, None); (38, None); (31, None); (35, None); (33, None); (37, None); (19, None); (20, None); (21, None); (22, None); (39, None); (13, None); (16, None); (8, None); (32, None); (36, None)];
  REntry 28 [14; 15; 16; 66];
  RMap 4 146;
  RBound 4;
  RUse 145 [147; 100; 100; 92; 92; 58; 58; 93; 93; 21; 22; 139; 66; 16; 148; 15; 14];
  RVar 41;
  RLe 58 150;
  RBracket 151;
  RAdd 150 92;
  RVar 42;
  RLe 153 154;
  RBracket 155;
  RVar 43;
  RLe 58 157;
  RBracket 158;
  RAdd 157 92;
  RVar 44;
  RLe 160 161;
  RBracket 162;
  REntry 17 [1; 150; 157];
  RMul 163 164;
  RMul 159 165;
  RMul 156 166;
  RMul 152 167;
  RDefine 45 168 [(17, Some 3%nat); (42, None); (44, None); (8, None); (41, None); (43, None)];
  RNum 32;
  RUse 169 [18; 170; 170; 14; 15; 16];
  RMap 3 171;
  RBound 6;
  RBound 5;
  RUse 13 [172; 94; 94; 173; 174; 14; 15; 16];
  RMul 94 15;
  RAdd 176 173;
  RLe 170 177;
  RBracket 178;
  REntry 46 [173; 174; 14; 15; 16];
  RMul 179 180;
  RAdd 175 181;
  RMul 94 16;
  RAdd 183 174;
  RLe 170 184;
  RBracket 185;
  REntry 47 [173; 174; 14; 15; 16];
  RMul 186 187;
  RAdd 182 188;
  RMap 3 189;
  RAdd 170 94;
  RAdd 191 95;
  RDiv 192 94;
  RAdd 3 15;
  RAdd 8 14;
  RUse 169 [190; 193; 193; 148; 194; 195];
  RMul 149 196;
  RSum 97 106 197;
  RSum 97 106 198;
  RSum 58 94 199;
  RSum 58 94 200;
  RSum 58 92 201;
  REntry 2 [139];
  RAdd 202 203;
  RNum 2;
  RUse 13 [172; 93; 93; 173; 174; 14; 15; 16];
  RMul 93 15;
  RAdd 207 173;
  RLe 170 208;
  RBracket 209;
  RMul 210 180;
  RAdd 206 211;
  RMul 93 16;
  RAdd 213 174;
  RLe 170 214;
  RBracket 215;
  RMul 216 187;
  RAdd 212 217;
  RMap 3 218;
  RNum 8;
  RUse 169 [219; 220; 220; 148; 194; 195];
  RMul 149 221;
  RSum 58 205 222;
  RSum 58 205 223;
  RSum 58 93 224;
  RSum 58 93 225;
  RSum 58 92 226;
  RAdd 227 203;
  RMul 94 193;
  RLe 92 93;
  RLe 92 92;
  RUse 145 [147; 120; 136; 107; 123; 115; 131; 19; 20; 21; 22; 139; 5; 10; 1; 109; 125];
  RAdd 3 109;
  RLe 58 233;
  RBracket 234;
  RAdd 233 92;
  RAdd 154 108;
  RAdd 237 95;
  RDiv 238 108;
  RLe 236 239;
  RBracket 240;
  RAdd 8 125;
  RLe 58 242;
  RBracket 243;
  RAdd 242 92;
  RAdd 161 124;
  RAdd 246 95;
  RDiv 247 124;
  RLe 245 248;
  RBracket 249;
  RLe 58 15;
  RBracket 251;
  RAdd 15 92;
  RLe 253 154;
  RBracket 254;
  RLe 58 16;
  RBracket 256;
  RAdd 16 92;
  RLe 258 161;
  RBracket 259;
  RMul 260 17;
  RMul 257 261;
  RMul 255 262;
  RMul 252 263;
  RMap 3 264;
  RUse 13 [265; 108; 124; 5; 10; 1; 233; 242];
  RMul 250 266;
  RMul 244 267;
  RMul 241 268;
  RMul 235 269;
  RMul 232 270;
  RUse 169 [18; 154; 161; 14; 15; 16];
  RMap 3 272;
  RUse 13 [273; 108; 124; 5; 10; 14; 15; 16];
  RMap 3 274;
  RUse 169 [275; 239; 248; 1; 233; 242];
  RMul 232 276;
  REq 277 25;
  REq 25 277;
  RMul 108 233;
  RAdd 280 5;
  RLe 58 281;
  RBracket 282;
  RAdd 281 92;
  RLe 284 154;
  RBracket 285;
  RMul 124 242;
  RAdd 287 10;
  RLe 58 288;
  RBracket 289;
  RAdd 288 92;
  RLe 291 161;
  RBracket 292;
  REntry 17 [1; 281; 288];
  RMul 293 294;
  RMul 290 295;
  RMul 286 296;
  RMul 283 297;
  RMul 250 298;
  RMul 244 299;
  RMul 241 300;
  RMul 235 301;
  RMul 232 302;
  RNat 0;
  RAdd 303 304;
  RAdd 305 304;
  REntry 47 [5; 10; 1; 233; 242];
  RMul 244 307;
  RMul 241 308;
  RMul 235 309;
  RMul 232 310;
  RMul 304 311;
  RVar 48;
  RLe 92 313;
  RVar 1;
  RLe 92 315;
  RMul 313 315;
  RLe 92 317;
  RVar 49;
  RAdd 319 92;
  RVar 50;
  RLe 320 321;
  RBracket 322;
  RMul 323 304;
  RVar 51;
  RAdd 325 92;
  RVar 52;
  RLe 326 327;
  RLe 92 327;
  RMul 327 321;
  RVar 53;
  REq 330 331;
  RMul 327 319;
  RAdd 333 325;
  RAdd 334 92;
  RLe 335 331;
  RMul 95 92;
  RLe 331 334;
  RBracket 338;
  RMul 323 339;
  RMul 323 25;
  REq 340 341;
  REq 340 25;
  RMul 304 339;
  RMul 25 339;
  REq 340 345;
  RLe 161 288;
  RBracket 347;
  RMul 250 348;
  RMul 349 311;
  RMul 25 311;
  REq 350 351;
  REq 350 25;
  RMul 348 307;
  RMul 250 354;
  RMul 244 355;
  RMul 241 356;
  RMul 235 357;
  RMul 232 358;
  REq 359 25;
  RAdd 305 359;
  RAdd 305 25;
  REq 361 362;
  REntry 46 [5; 10; 1; 233; 242];
  RMul 250 364;
  RMul 244 365;
  RMul 235 366;
  RMul 232 367;
  RMul 304 368;
  RLe 154 281;
  RBracket 370;
  RMul 241 371;
  RMul 372 368;
  RMul 25 368;
  REq 373 374;
  REq 373 25;
  RMul 371 364;
  RMul 250 377;
  RMul 244 378;
  RMul 241 379;
  RMul 235 380;
  RMul 232 381;
  REq 382 25;
  RAdd 303 382;
  RAdd 384 359;
  RAdd 303 25;
  RAdd 386 359;
  REq 385 387;
  RAdd 298 377;
  RAdd 389 354;
  RMul 250 390;
  RMul 244 391;
  RMul 241 392;
  RMul 235 393;
  RMul 232 394;
  RAdd 266 377;
  RAdd 396 354;
  RMul 250 397;
  RMul 244 398;
  RMul 241 399;
  RMul 235 400;
  RMul 232 401;
  RMul 108 15;
  RAdd 403 5;
  RLe 154 404;
  RBracket 405;
  REntry 46 [5; 10; 14; 15; 16];
  RMul 406 407;
  RAdd 274 408;
  RMul 124 16;
  RAdd 410 10;
  RLe 161 411;
  RBracket 412;
  REntry 47 [5; 10; 14; 15; 16];
  RMul 413 414;
  RAdd 409 415;
  RMap 3 416;
  RUse 169 [417; 239; 248; 1; 233; 242];
  RMul 232 418;
  REq 419 25;
  RMul 95 131;
  RDiv 421 124;
  RAdd 20 95;
  RMul 123 423;
  RAdd 136 95;
  RMul 92 425;
  RAdd 424 426;
  RAdd 427 421;
  RDiv 428 124;
  RAdd 429 92;
  RMul 95 115;
  RDiv 431 108;
  RAdd 19 95;
  RMul 107 433;
  RAdd 120 95;
  RMul 92 435;
  RAdd 434 436;
  RAdd 437 431;
  RDiv 438 108;
  RAdd 439 92;
  RUse 145 [147; 120; 136; 107; 123; 115; 131; 19; 20; 21; 22; 139; 66; 16; 148; 15; 14];
  RUse 13 [273; 108; 124; 173; 174; 14; 15; 16];
  RAdd 403 173;
  RLe 154 443;
  RBracket 444;
  RMul 445 180;
  RAdd 442 446;
  RAdd 410 174;
  RLe 161 448;
  RBracket 449;
  RMul 450 187;
  RAdd 447 451;
  RMap 3 452;
  RUse 169 [453; 239; 248; 148; 194; 195];
  RMul 441 454;
  RSum 422 430 455;
  RSum 432 440 456;
  RSum 58 124 457;
  RSum 58 108 458;
  RSum 58 59 459;
  REq 25 460;
  RMap 3 442;
  RUse 169 [462; 239; 248; 148; 194; 195];
  RMul 441 463;
  RSum 422 430 464;
  RSum 432 440 465;
  RSum 58 124 466;
  RSum 58 108 467;
  RSum 58 59 468;
  RAdd 469 203;
  RAdd 25 203;
  REq 470 471;
  RLe 58 3;
  RBracket 473;
  RAdd 3 92;
  RLe 475 239;
  RBracket 476;
  RLe 58 8;
  RBracket 478;
  RAdd 8 92;
  RLe 480 248;
  RBracket 481;
  RUse 13 [265; 108; 124; 5; 10; 1; 3; 8];
  RMul 482 483;
  RMul 479 484;
  RMul 477 485;
  RMul 474 486;
  RUse 169 [275; 239; 248; 1; 3; 8];
  REq 488 25;
  REq 25 488;
  RMul 124 8;
  RAdd 491 10;
  RLe 58 492;
  RBracket 493;
  RAdd 492 92;
  RLe 495 161;
  RBracket 496;
  RMul 108 3;
  RAdd 498 5;
  RLe 58 499;
  RBracket 500;
  RAdd 499 92;
  RLe 502 154;
  RBracket 503;
  REntry 17 [1; 499; 492];
  RMul 504 505;
  RMul 501 506;
  RMul 477 507;
  RMul 474 508;
  RMul 497 509;
  RMul 494 510;
  RMul 482 511;
  RMul 479 512;
  RMul 497 505;
  RMul 494 514;
  RMul 504 515;
  RMul 501 516;
  RMul 482 517;
  RMul 479 518;
  RMul 477 519;
  RMul 474 520;
  RNat 1;
  RLe 58 334;
  RBracket 523;
  RBracket 336;
  REntry 9 [];
  RMul 525 526;
  RMul 524 527;
  RMul 522 528;
  RMul 522 529;
  RAdd 331 327;
  RAdd 531 95;
  RDiv 532 327;
  RLe 320 533;
  RBracket 534;
  RMul 535 528;
  RMul 522 536;
  RMul 25 528;
  RMul 522 538;
  REq 537 539;
  RLe 58 319;
  RBracket 541;
  RMul 542 536;
  RMul 25 536;
  REq 543 544;
  REq 543 25;
  REq 25 543;
  RMul 304 528;
  RMul 542 548;
  RMul 542 538;
  REq 543 550;
  RMul 304 526;
  RMul 524 552;
  RAdd 533 92;
  RLe 554 320;
  RLe 533 319;
  RLe 58 325;
  RAdd 331 92;
  RLe 558 335;
  RMul 25 526;
  RMul 524 560;
  REq 528 561;
  REq 528 25;
  RMul 304 536;
  RMul 304 527;
  RLe 320 58;
  RLe 335 58;
  RMul 25 527;
  REq 528 568;
  RMap 0 509;
  RMul 477 517;
  RMul 474 571;
  REq 572 25;
  RMap 0 515;
  REq 517 25;
  RUse 169 [18; 154; 161; 1; 499; 492];
  RUse 13 [273; 108; 124; 5; 10; 1; 3; 8];
  REq 577 25;
  RUse 13 [273; 108; 124; 5; 10; 1; 233; 242];
  RMul 232 579;
  RMul 232 25;
  REq 580 581;
  RUse 13 [273; 108; 124; 66; 16; 148; 194; 195];
  RMul 441 583;
  RSum 422 430 584;
  RSum 432 440 585;
  RSum 58 124 586;
  RSum 58 108 587;
  RSum 58 59 588;
  RAdd 589 203;
  REq 590 471;
  RUse 13 [18; 108; 124; 66; 16; 148; 194; 195];
  RMul 441 592;
  RSum 422 430 593;
  RSum 432 440 594;
  RSum 58 124 595;
  RSum 58 108 596;
  RSum 58 59 597;
  REq 25 598;
  RMul 108 194;
  RAdd 600 66;
  RMul 124 195;
  RAdd 602 16;
  REntry 17 [148; 601; 603];
  RMul 441 604;
  RSum 422 430 605;
  RSum 432 440 606;
  RSum 58 124 607;
  RSum 58 108 608;
  RSum 58 59 609;
  REq 25 610;
  RAdd 403 66;
  RAdd 612 113;
  RAdd 613 115;
  RLe 58 614;
  RBracket 615;
  RAdd 614 92;
  RLe 617 120;
  RBracket 618;
  RMul 616 619;
  RMul 124 14;
  RAdd 621 16;
  RAdd 131 129;
  RAdd 622 623;
  RLe 58 624;
  RBracket 625;
  RAdd 624 92;
  RLe 627 136;
  RBracket 628;
  REntry 28 [139; 148; 614; 624];
  RAdd 498 612;
  RAdd 128 624;
  RAdd 632 421;
  RAdd 491 633;
  REntry 17 [148; 631; 634];
  RMul 630 635;
  RMul 629 636;
  RMul 626 637;
  RMul 620 638;
  RSum 422 430 639;
  RSum 432 440 640;
  RSum 58 124 641;
  RSum 58 108 642;
  RSum 58 59 643;
  RAdd 622 129;
  RAdd 645 131;
  RLe 58 646;
  RBracket 647;
  RAdd 646 92;
  RLe 649 136;
  RBracket 650;
  REntry 28 [139; 148; 614; 646];
  RMul 651 652;
  RMul 648 653;
  RMul 619 654;
  RMul 616 655;
  RMul 656 604;
  RSum 422 430 657;
  RSum 432 440 658;
  RSum 58 124 659;
  RSum 58 108 660;
  RSum 58 59 661;
  REq 644 25;
  RAdd 404 113;
  RAdd 664 115;
  RLe 58 665;
  RBracket 666;
  RAdd 665 92;
  RLe 668 120;
  RBracket 669;
  RMul 667 670;
  REntry 28 [139; 1; 665; 624];
  RAdd 498 404;
  REntry 17 [1; 673; 634];
  RMul 672 674;
  RMul 629 675;
  RMul 626 676;
  RMul 671 677;
  RSum 422 430 678;
  RMap 2 679;
  RMul 118 122;
  RMap 0 681;
  RVar 54;
  RAdd 621 683;
  RAdd 684 623;
  RLe 58 685;
  RBracket 686;
  RAdd 685 92;
  RLe 688 136;
  RBracket 689;
  REntry 28 [139; 1; 116; 685];
  RAdd 498 111;
  RAdd 128 685;
  RAdd 693 421;
  RAdd 491 694;
  REntry 17 [1; 692; 695];
  RMul 691 696;
  RMul 690 697;
  RMul 687 698;
  RMap 1 699;
  RMul 681 699;
  RSum 422 430 701;
  REq 25 702;
  RAdd 621 15;
  RAdd 704 623;
  RLe 58 705;
  RBracket 706;
  RAdd 705 92;
  RLe 708 136;
  RBracket 709;
  REntry 28 [139; 1; 116; 705];
  RAdd 128 705;
  RAdd 712 421;
  RAdd 491 713;
  REntry 17 [1; 692; 714];
  RMul 711 715;
  RMul 710 716;
  RMul 707 717;
  RSum 422 430 718;
  RMap 1 719;
  RMul 681 719;
  RSum 58 124 721;
  REq 25 722;
  RAdd 22 92;
  RLe 724 20;
  RLe 92 123;
  RMul 95 623;
  RAdd 426 727;
  RLe 728 428;
  RVar 17;
  RVar 2;
  RDiv 730 731;
  RVar 26;
  RDiv 733 731;
  RLe 732 734;
  RAdd 734 92;
  RLe 736 732;
  RLe 730 733;
  RLe 92 731;
  RLe 92 58;
  RMul 92 92;
  RAdd 425 727;
  RDiv 742 124;
  RLe 743 429;
  RLe 58 22;
  RLe 421 727;
  RVar 7;
  REntry 9 [747];
  RMul 522 748;
  RMul 522 749;
  RAdd 747 92;
  RVar 4;
  RLe 751 752;
  RBracket 753;
  RMul 754 748;
  RMul 522 755;
  RMul 25 748;
  RMul 522 757;
  REq 756 758;
  RVar 3;
  RLe 760 747;
  RBracket 761;
  RMul 762 755;
  RMul 25 755;
  REq 763 764;
  REq 763 25;
  REq 25 763;
  REntry 9 [14];
  RMap 1 768;
  REq 14 747;
  RBracket 770;
  RMul 771 768;
  RSum 760 752 772;
  REq 773 25;
  RMul 304 748;
  RMul 762 775;
  RMul 762 757;
  REq 763 777;
  RSum 760 752 304;
  RMul 304 779;
  RMap 0 304;
  RMap 1 304;
  RMul 304 768;
  RSum 760 752 783;
  RMul 304 304;
  RSum 760 752 785;
  REq 784 25;
  RAdd 752 92;
  RLe 788 751;
  RVar 25;
  RAdd 790 92;
  RLe 791 752;
  RLe 791 747;
  REq 790 747;
  RBracket 794;
  REntry 9 [790];
  RMul 795 796;
  RMul 25 796;
  REq 797 798;
  RMul 304 755;
  RLe 751 760;
  RLe 760 790;
  RLe 751 790;
  REq 747 790;
  RBracket 804;
  REq 795 25;
  RVar 55;
  RVar 56;
  RMul 313 808;
  RAdd 809 325;
  RVar 57;
  RAdd 810 811;
  RVar 58;
  RVar 59;
  RAdd 814 92;
  RMul 313 15;
  RAdd 816 325;
  RAdd 817 811;
  REq 14 818;
  RBracket 819;
  RMul 820 768;
  RMap 2 821;
  RMul 313 14;
  RAdd 823 16;
  RAdd 824 811;
  REq 15 825;
  RBracket 826;
  REntry 9 [15];
  RMul 827 828;
  RSum 813 815 829;
  RMap 2 830;
  RVar 60;
  REntry 9 [832];
  REq 832 812;
  RBracket 834;
  RMul 833 835;
  RMul 835 833;
  RMap 0 833;
  RAdd 823 325;
  RAdd 839 811;
  REq 832 840;
  RBracket 841;
  RMap 1 842;
  RMul 833 842;
  RSum 813 815 844;
  REq 25 845;
  RAdd 823 15;
  RAdd 847 811;
  REq 832 848;
  RBracket 849;
  RSum 813 815 850;
  RMap 1 851;
  RMul 833 851;
  RSum 58 313 853;
  REq 25 854;
  RSum 58 313 851;
  RMul 833 856;
  REq 857 25;
  RMul 856 833;
  REq 859 25;
  REq 16 848;
  RBracket 861;
  RSum 813 815 862;
  RSum 58 313 863;
  RMul 864 768;
  RSum 58 807 865;
  REq 866 25;
  RMul 95 811;
  RDiv 868 313;
  RLe 813 869;
  RLe 58 832;
  RAdd 832 868;
  RLe 868 872;
  RDiv 872 313;
  RLe 813 874;
  RAdd 807 95;
  RAdd 876 868;
  RDiv 877 313;
  RLe 878 814;
  RAdd 832 92;
  RLe 880 807;
  RLe 872 877;
  RLe 874 814;
  RVar 61;
  RAdd 884 868;
  RDiv 885 313;
  RLe 886 814;
  RAdd 886 92;
  RLe 888 815;
  RMod 884 321;
  RDiv 884 321;
  REntry 62 [14; 891];
  RMap 1 892;
  REntry 62 [325; 14];
  RMap 1 894;
  REq 325 890;
  RBracket 896;
  REq 14 891;
  RBracket 898;
  RMul 899 894;
  RSum 760 752 900;
  RMul 897 901;
  RMul 897 25;
  REq 902 903;
  RMap 0 897;
  RMap 1 900;
  REq 808 891;
  RBracket 907;
  RMul 897 908;
  REntry 62 [325; 808];
  RMul 909 910;
  RMul 908 910;
  RMul 897 912;
  RMul 321 808;
  RAdd 914 325;
  RLe 884 915;
  RLe 915 884;
  RMul 522 522;
  RVar 63;
  RLe 732 919;
  RAdd 919 92;
  RLe 921 732;
  RVar 64;
  RAdd 923 92;
  RLe 924 731;
  RMul 731 919;
  RAdd 926 923;
  REq 730 927;
  RLe 919 732;
  RAdd 732 92;
  RLe 930 919;
  RLe 58 923;
  REq 80 891;
  REq 808 808;
  RBracket 934;
  REq 808 80;
  RBracket 936;
  REq 937 522;
  RMul 522 908;
  RMul 522 25;
  REq 939 940;
  RMul 731 732;
  RMul 731 80;
  REq 942 943;
  RMod 730 731;
  RLe 945 923;
  RLe 923 945;
  REq 80 890;
  REq 325 325;
  RBracket 949;
  REq 325 80;
  RBracket 951;
  REq 952 522;
  RMul 25 908;
  REq 909 954;
  REq 909 25;
  REq 25 909;
  REq 884 915;
  REq 884 884;
  RBracket 959;
  REq 884 80;
  RBracket 961;
  REq 962 522;
  RBracket 958;
  REq 964 25;
  RLe 325 890;
  RLe 890 325;
  RLe 808 891;
  RLe 891 808;
  RAdd 884 92;
  RLe 970 915;
  RMul 321 80;
  REq 914 972;
  RAdd 58 92;
  RLe 974 58;
  RLe 58 58;
  RBracket 976;
  RMul 977 304;
  RMul 25 304;
  REq 304 979;
  REq 304 25;
  REq 25 304;
  RMul 304 909;
  RMul 977 909;
  RMul 25 909;
  REq 909 985;
  RMul 897 304;
  REq 909 903;
  REq 891 808;
  RBracket 989;
  REq 908 25;
  RMul 304 908;
  REq 890 325;
  RBracket 993;
  REq 897 25;
  RAdd 915 92;
  RLe 996 884;
  REq 915 884;
  RBracket 998;
  RMul 964 910;
  RMul 25 910;
  REq 1000 1001;
  REq 1000 25;
  RMul 321 14;
  RAdd 1004 325;
  REq 884 1005;
  RBracket 1006;
  RMul 1007 894;
  RSum 760 752 1008;
  REq 1009 25;
  RAdd 1004 15;
  REq 884 1011;
  RBracket 1012;
  REntry 62 [15; 14];
  RMul 1013 1014;
  RSum 760 752 1015;
  RSum 58 321 1016;
  REq 1017 25;
  RMap 2 522;
  REq 884 848;
  RBracket 1020;
  RSum 813 815 1021;
  RSum 58 313 1022;
  REq 885 847;
  RBracket 1024;
  RMul 1025 522;
  RSum 813 815 1026;
  RSum 58 313 1027;
  REq 1023 25;
  REq 884 812;
  RBracket 1030;
  REq 885 810;
  RBracket 1032;
  REq 1031 25;
  REq 25 1023;
  RMod 885 313;
  REq 15 1036;
  RBracket 1037;
  REq 14 886;
  RBracket 1039;
  RMul 1038 1040;
  RSum 813 815 1041;
  RSum 58 313 1042;
  REq 1043 25;
  REq 25 856;
  RMul 522 833;
  RMul 25 833;
  REq 1046 1047;
  REq 833 25;
  RSum 58 807 768;
  REq 1050 25;
  REntry 28 [139; 1; 116; 14];
  RAdd 128 14;
  RAdd 1053 421;
  RAdd 491 1054;
  REntry 17 [1; 692; 1055];
  RMul 1052 1056;
  RMap 1 1057;
  RSum 58 136 1057;
  RMul 681 1059;
  RMul 681 25;
  REq 1060 1061;
  RAdd 115 113;
  RAdd 111 1063;
  RLe 58 1064;
  RBracket 1065;
  RAdd 1064 92;
  RLe 1067 120;
  RBracket 1068;
  REntry 28 [139; 1; 1064; 14];
  RAdd 112 1064;
  RAdd 1071 431;
  RAdd 498 1072;
  RMul 92 14;
  RAdd 128 1074;
  RAdd 1075 421;
  RAdd 491 1076;
  REntry 17 [1; 1073; 1077];
  RMul 1070 1078;
  RSum 58 136 1079;
  RMul 1069 1080;
  RMul 1066 1081;
  REq 1082 25;
  RAdd 21 92;
  RLe 1084 19;
  RLe 92 107;
  RMul 95 1063;
  RAdd 436 1087;
  RLe 1088 438;
  RAdd 435 1087;
  RDiv 1090 108;
  RLe 1091 439;
  RLe 58 21;
  RLe 431 1087;
  REntry 28 [139; 1; 15; 14];
  RAdd 112 15;
  RAdd 1096 431;
  RAdd 498 1097;
  REntry 17 [1; 1098; 1077];
  RMul 1095 1099;
  RSum 58 136 1100;
  RMap 1 1101;
  RMul 92 15;
  RAdd 112 1103;
  RAdd 1104 431;
  RAdd 498 1105;
  REntry 17 [1; 1106; 1077];
  RMul 1095 1107;
  RSum 58 136 1108;
  RSum 58 120 1109;
  RSum 58 120 1101;
  REq 1110 25;
  REntry 28 [139; 16; 15; 14];
  REntry 17 [16; 1106; 1077];
  RMul 1113 1114;
  RSum 58 136 1115;
  RSum 58 120 1116;
  RSum 58 59 1117;
  REq 1118 25;
  RMul 19 3;
  RAdd 1120 21;
  RMul 107 1121;
  RAdd 1122 1103;
  RAdd 1123 431;
  RMul 20 8;
  RAdd 1125 22;
  RMul 123 1126;
  RAdd 1127 1074;
  RAdd 1128 421;
  REntry 17 [16; 1124; 1129];
  RMul 1113 1130;
  RSum 58 136 1131;
  RSum 58 120 1132;
  RSum 58 59 1133;
  RMul 107 74;
  RVar 65;
  RMul 1136 15;
  RAdd 1135 1137;
  RAdd 1138 431;
  RMul 123 73;
  RVar 66;
  RMul 1141 14;
  RAdd 1140 1142;
  RAdd 1143 421;
  REntry 17 [16; 1139; 1144];
  RMul 1113 1145;
  RSum 58 136 1146;
  RSum 58 120 1147;
  RSum 58 59 1148;
  RDefine 67 1149 [(28, Some 4%nat); (17, Some 3%nat); (27, None); (34, None); (38, None); (31, None); (35, None); (65, None); (66, None); (33, None); (37, None); (39, None); (30, None); (29, None)];
  RUse 1150 [147; 18; 59; 120; 136; 107; 123; 92; 92; 115; 131; 139; 1121; 1126];
  RUse 1150 [147; 18; 59; 120; 136; 107; 123; 92; 92; 115; 131; 14; 15; 16];
  RMap 3 1152;
  RUse 13 [1153; 19; 20; 21; 22; 139; 3; 8];
  REq 1154 25;
  RUse 1150 [147; 273; 59; 120; 136; 107; 123; 92; 92; 115; 131; 14; 15; 16];
  RMap 3 1156;
  RUse 13 [1157; 19; 20; 21; 22; 139; 3; 8];
  RAdd 1158 203;
  REq 1159 471;
  RUse 1150 [147; 273; 59; 120; 136; 107; 123; 92; 92; 115; 131; 139; 1121; 1126];
  RAdd 1161 203;
  REq 1159 25;
  REq 25 1159;
  RAdd 1156 38;
  RMap 3 1165;
  RUse 13 [1166; 19; 20; 21; 22; 139; 3; 8];
  REq 1167 25;
  RNum 28;
  RUse 1150 [147; 172; 92; 100; 100; 92; 92; 92; 92; 58; 58; 14; 15; 16];
  RAdd 1170 38;
  RMap 3 1171;
  RUse 13 [1172; 93; 93; 21; 22; 139; 3; 8];
  REq 1173 25;
  RAdd 170 58;
  RAdd 1175 58;
  RMul 95 94;
  RAdd 1176 1177;
  RAdd 1178 95;
  RDiv 1179 92;
  RAdd 1180 92;
  RAdd 220 58;
  RAdd 1182 58;
  RMul 95 741;
  RAdd 1183 1184;
  RAdd 1185 95;
  RDiv 1186 92;
  RAdd 1187 92;
  RNum 7;
  RMul 205 205;
  RDiv 96 1190;
  RAdd 205 95;
  RMul 205 1192;
  RMul 92 1192;
  RAdd 1193 1194;
  RAdd 1195 96;
  RDiv 1196 1190;
  RAdd 1197 92;
  RUse 145 [147; 205; 205; 205; 205; 58; 58; 205; 205; 21; 22; 139; 66; 16; 148; 15; 14];
  RUse 169 [18; 1169; 1169; 14; 15; 16];
  RMap 3 1200;
  RUse 13 [1201; 1190; 1190; 173; 174; 14; 15; 16];
  RMul 1190 15;
  RAdd 1203 173;
  RLe 1169 1204;
  RBracket 1205;
  RMul 1206 180;
  RAdd 1202 1207;
  RMul 1190 16;
  RAdd 1209 174;
  RLe 1169 1210;
  RBracket 1211;
  RMul 1212 187;
  RAdd 1208 1213;
  RMap 3 1214;
  RAdd 1169 1190;
  RAdd 1216 95;
  RDiv 1217 1190;
  RDiv 139 92;
  RMul 92 1219;
  RAdd 1220 148;
  RUse 169 [1215; 1218; 1218; 1221; 194; 195];
  RMul 1199 1222;
  RSum 1191 1198 1223;
  RSum 1191 1198 1224;
  RSum 58 1190 1225;
  RSum 58 1190 1226;
  RSum 58 92 1227;
  RAdd 1228 203;
  RUse 13 [1201; 93; 93; 173; 174; 14; 15; 16];
  RLe 1169 208;
  RBracket 1231;
  RMul 1232 180;
  RAdd 1230 1233;
  RLe 1169 214;
  RBracket 1235;
  RMul 1236 187;
  RAdd 1234 1237;
  RMap 3 1238;
  RAdd 1219 148;
  RUse 169 [1239; 1189; 1189; 1240; 194; 195];
  RMul 1199 1241;
  RSum 58 92 1242;
  RSum 58 92 1243;
  RSum 58 93 1244;
  RSum 58 93 1245;
  RSum 58 92 1246;
  RAdd 1247 203;
  RMul 1190 1218;
  RLe 92 205;
  RVar 68;
  RDiv 139 1251;
  RMul 59 1252;
  RAdd 1253 1;
  RUse 13 [265; 108; 124; 5; 10; 1254; 233; 242];
  RMul 250 1255;
  RMul 244 1256;
  RMul 241 1257;
  RMul 235 1258;
  RMul 232 1259;
  RUse 169 [275; 239; 248; 1254; 233; 242];
  RMul 232 1261;
  REq 1262 25;
  REq 25 1262;
  REntry 17 [1254; 281; 288];
  RMul 293 1265;
  RMul 290 1266;
  RMul 286 1267;
  RMul 283 1268;
  RMul 250 1269;
  RMul 244 1270;
  RMul 241 1271;
  RMul 235 1272;
  RMul 232 1273;
  RAdd 1274 304;
  RAdd 1275 304;
  REntry 47 [5; 10; 1254; 233; 242];
  RMul 244 1277;
  RMul 241 1278;
  RMul 235 1279;
  RMul 232 1280;
  RMul 304 1281;
  RMul 349 1281;
  RMul 25 1281;
  REq 1283 1284;
  REq 1283 25;
  RMul 348 1277;
  RMul 250 1287;
  RMul 244 1288;
  RMul 241 1289;
  RMul 235 1290;
  RMul 232 1291;
  REq 1292 25;
  RAdd 1275 1292;
  RAdd 1275 25;
  REq 1294 1295;
  REntry 46 [5; 10; 1254; 233; 242];
  RMul 250 1297;
  RMul 244 1298;
  RMul 235 1299;
  RMul 232 1300;
  RMul 304 1301;
  RMul 372 1301;
  RMul 25 1301;
  REq 1303 1304;
  REq 1303 25;
  RMul 371 1297;
  RMul 250 1307;
  RMul 244 1308;
  RMul 241 1309;
  RMul 235 1310;
  RMul 232 1311;
  REq 1312 25;
  RAdd 1274 1312;
  RAdd 1314 1292;
  RAdd 1274 25;
  RAdd 1316 1292;
  REq 1315 1317;
  RAdd 1269 1307;
  RAdd 1319 1287;
  RMul 250 1320;
  RMul 244 1321;
  RMul 241 1322;
  RMul 235 1323;
  RMul 232 1324;
  RAdd 1255 1307;
  RAdd 1326 1287;
  RMul 250 1327;
  RMul 244 1328;
  RMul 241 1329;
  RMul 235 1330;
  RMul 232 1331;
  RUse 169 [417; 239; 248; 1254; 233; 242];
  RMul 232 1333;
  REq 1334 25;
  RAdd 1253 148;
  RUse 169 [453; 239; 248; 1336; 194; 195];
  RMul 441 1337;
  RSum 422 430 1338;
  RSum 432 440 1339;
  RSum 58 124 1340;
  RSum 58 108 1341;
  RSum 58 59 1342;
  REq 25 1343;
  RUse 169 [462; 239; 248; 1336; 194; 195];
  RMul 441 1345;
  RSum 422 430 1346;
  RSum 432 440 1347;
  RSum 58 124 1348;
  RSum 58 108 1349;
  RSum 58 59 1350;
  RAdd 1351 203;
  REq 1352 471;
  RUse 13 [265; 108; 124; 5; 10; 1254; 3; 8];
  RMul 482 1354;
  RMul 479 1355;
  RMul 477 1356;
  RMul 474 1357;
  RUse 169 [275; 239; 248; 1254; 3; 8];
  REq 1359 25;
  REq 25 1359;
  REntry 17 [1254; 499; 492];
  RMul 504 1362;
  RMul 501 1363;
  RMul 477 1364;
  RMul 474 1365;
  RMul 497 1366;
  RMul 494 1367;
  RMul 482 1368;
  RMul 479 1369;
  RMul 497 1362;
  RMul 494 1371;
  RMul 504 1372;
  RMul 501 1373;
  RMul 482 1374;
  RMul 479 1375;
  RMul 477 1376;
  RMul 474 1377;
  RMap 0 1366;
  RMul 477 1374;
  RMul 474 1380;
  REq 1381 25;
  RMap 0 1372;
  REq 1374 25;
  RUse 169 [18; 154; 161; 1254; 499; 492];
  RUse 13 [273; 108; 124; 5; 10; 1254; 3; 8];
  REq 1386 25;
  RUse 13 [273; 108; 124; 5; 10; 1254; 233; 242];
  RMul 232 1388;
  REq 1389 581;
  RUse 13 [273; 108; 124; 66; 16; 1336; 194; 195];
  RMul 441 1391;
  RSum 422 430 1392;
  RSum 432 440 1393;
  RSum 58 124 1394;
  RSum 58 108 1395;
  RSum 58 59 1396;
  RAdd 1397 203;
  REq 1398 471;
  REq 25 1388;
  RAdd 1253 14;
  RUse 169 [18; 154; 161; 1401; 15; 16];
  RMap 3 1402;
  RUse 13 [1403; 108; 124; 5; 10; 1; 233; 242];
  REq 1404 25;
  RMul 232 1404;
  REq 1406 581;
  RUse 13 [1403; 108; 124; 66; 16; 148; 194; 195];
  RMul 441 1408;
  RSum 422 430 1409;
  RSum 432 440 1410;
  RSum 58 124 1411;
  RSum 58 108 1412;
  RSum 58 59 1413;
  RAdd 1414 203;
  REq 1415 471;
  RUse 1150 [147; 1403; 59; 120; 136; 107; 123; 92; 92; 115; 131; 14; 15; 16];
  RMap 3 1417;
  RUse 13 [1418; 19; 20; 21; 22; 139; 3; 8];
  RAdd 1419 203;
  REq 1420 471;
  RUse 1150 [147; 1403; 59; 120; 136; 107; 123; 92; 92; 115; 131; 139; 1121; 1126];
  RAdd 1422 203;
  REq 1420 25;
  REq 25 1420;
  RAdd 1253 16;
  REntry 17 [1426; 1139; 1144];
  RMul 1113 1427;
  RSum 58 136 1428;
  RSum 58 120 1429;
  RSum 58 59 1430;
  RDefine 69 1431 [(28, Some 4%nat); (17, Some 3%nat); (27, None); (68, None); (34, None); (38, None); (31, None); (35, None); (65, None); (66, None); (33, None); (37, None); (39, None); (30, None); (29, None)];
  RUse 1432 [147; 273; 59; 1251; 120; 136; 107; 123; 92; 92; 115; 131; 139; 1121; 1126];
  RAdd 1433 203;
  RUse 1432 [147; 273; 59; 1251; 120; 136; 107; 123; 92; 92; 115; 131; 14; 15; 16];
  RAdd 1435 38;
  RMap 3 1436;
  RUse 13 [1437; 19; 20; 21; 22; 139; 3; 8];
  REq 1438 25;
  RNum 14;
  RUse 1432 [147; 1201; 92; 92; 205; 205; 205; 205; 92; 92; 58; 58; 14; 15; 16];
  RAdd 1441 38;
  RMap 3 1442;
  RUse 13 [1443; 205; 205; 21; 22; 139; 3; 8];
  REq 1444 25;
  RAdd 1169 58;
  RAdd 1446 58;
  RAdd 1447 1184;
  RAdd 1448 95;
  RDiv 1449 205;
  RAdd 1450 92;
  RAdd 1189 58;
  RAdd 1452 58;
  RMul 92 58;
  RMul 95 1454;
  RAdd 1453 1455;
  RAdd 1456 95;
  RDiv 1457 92;
  RAdd 1458 92;
  RNum 6;
  RMul 92 205;
  RDiv 96 1461;
  RAdd 1194 102;
  RAdd 1463 96;
  RDiv 1464 1461;
  RAdd 1465 92;
  RUse 145 [147; 100; 100; 92; 92; 58; 58; 205; 205; 21; 22; 139; 66; 16; 148; 15; 14];
  RUse 169 [18; 1440; 1440; 14; 15; 16];
  RMap 3 1468;
  RUse 13 [1469; 1461; 1461; 173; 174; 14; 15; 16];
  RMul 1461 15;
  RAdd 1471 173;
  RLe 1440 1472;
  RBracket 1473;
  RMul 1474 180;
  RAdd 1470 1475;
  RMul 1461 16;
  RAdd 1477 174;
  RLe 1440 1478;
  RBracket 1479;
  RMul 1480 187;
  RAdd 1476 1481;
  RMap 3 1482;
  RAdd 1440 1461;
  RAdd 1484 95;
  RDiv 1485 1461;
  RUse 169 [1483; 1486; 1486; 148; 194; 195];
  RMul 1467 1487;
  RSum 1462 1466 1488;
  RSum 1462 1466 1489;
  RSum 58 1461 1490;
  RSum 58 1461 1491;
  RSum 58 1460 1492;
  RAdd 1493 203;
  RNum 3;
  RUse 13 [1469; 205; 205; 173; 174; 14; 15; 16];
  RMul 205 15;
  RAdd 1497 173;
  RLe 1440 1498;
  RBracket 1499;
  RMul 1500 180;
  RAdd 1496 1501;
  RMul 205 16;
  RAdd 1503 174;
  RLe 1440 1504;
  RBracket 1505;
  RMul 1506 187;
  RAdd 1502 1507;
  RMap 3 1508;
  RUse 169 [1509; 1189; 1189; 148; 194; 195];
  RMul 1467 1510;
  RSum 58 1495 1511;
  RSum 58 1495 1512;
  RSum 58 205 1513;
  RSum 58 205 1514;
  RSum 58 1460 1515;
  RAdd 1516 203;
  RMul 1461 1486;
  RNum 10;
  RUse 1150 [147; 1469; 1460; 100; 100; 92; 92; 92; 92; 58; 58; 14; 15; 16];
  RAdd 1520 38;
  RMap 3 1521;
  RUse 13 [1522; 205; 205; 21; 22; 139; 3; 8];
  REq 1523 25;
  RAdd 1440 58;
  RAdd 1525 58;
  RAdd 1526 1177;
  RAdd 1527 95;
  RDiv 1528 92;
  RAdd 1529 92;
  RMul 95 1461;
  RAdd 1453 1531;
  RAdd 1532 95;
  RDiv 1533 92;
  RAdd 1534 92;
  RMul 205 92;
  RDiv 96 1536;
  RAdd 92 95;
  RMul 205 1538;
  RAdd 1539 1194;
  RAdd 1540 96;
  RDiv 1541 1536;
  RAdd 1542 92;
  RUse 145 [147; 205; 205; 205; 205; 58; 58; 92; 92; 58; 58; 139; 66; 16; 148; 15; 14];
  RUse 169 [18; 1519; 1519; 14; 15; 16];
  RMap 3 1545;
  RUse 13 [1546; 1536; 1536; 173; 174; 14; 15; 16];
  RMul 1536 15;
  RAdd 1548 173;
  RLe 1519 1549;
  RBracket 1550;
  RMul 1551 180;
  RAdd 1547 1552;
  RMul 1536 16;
  RAdd 1554 174;
  RLe 1519 1555;
  RBracket 1556;
  RMul 1557 187;
  RAdd 1553 1558;
  RMap 3 1559;
  RAdd 1519 1536;
  RAdd 1561 95;
  RDiv 1562 1536;
  RUse 169 [1560; 1563; 1563; 1221; 194; 195];
  RMul 1544 1564;
  RSum 1537 1543 1565;
  RSum 1537 1543 1566;
  RSum 58 1536 1567;
  RSum 58 1536 1568;
  RSum 58 92 1569;
  RAdd 1570 203;
  RUse 13 [1546; 205; 205; 173; 174; 14; 15; 16];
  RLe 1519 1498;
  RBracket 1573;
  RMul 1574 180;
  RAdd 1572 1575;
  RLe 1519 1504;
  RBracket 1577;
  RMul 1578 187;
  RAdd 1576 1579;
  RMap 3 1580;
  RUse 169 [1581; 100; 100; 1240; 194; 195];
  RMul 1544 1582;
  RSum 58 92 1583;
  RSum 58 92 1584;
  RSum 58 205 1585;
  RSum 58 205 1586;
  RSum 58 92 1587;
  RAdd 1588 203;
  RMul 1536 1563;
  RLe 974 92;
  RUse 1432 [147; 1546; 92; 92; 205; 205; 205; 205; 92; 92; 58; 58; 14; 15; 16];
  RAdd 1592 38;
  RMap 3 1593;
  RUse 13 [1594; 92; 92; 58; 58; 139; 3; 8];
  REq 1595 25;
  RAdd 1519 58;
  RAdd 1597 58;
  RAdd 1598 1184;
  RAdd 1599 95;
  RDiv 1600 205;
  RAdd 1601 92;
  RAdd 100 58;
  RAdd 1603 58;
  RAdd 1604 1455;
  RAdd 1605 95;
  RDiv 1606 92;
  RAdd 1607 92;
  REq 29 24;
  REq 41 34;
  REq 50 46;
  REq 56 52;
  REq 71 63;
  REq 90 83;
  RLe 1084 93;
  RLe 724 93;
  REq 1173 228;
  REq 1181 1169;
  REq 1188 1189;
  RLe 1084 205;
  RLe 724 205;
  REq 1444 1248;
  REq 1451 1440;
  REq 1459 1189;
  REq 1523 1517;
  REq 1530 1519;
  REq 1535 100;
  REq 1595 1589;
  REq 1602 100;
  REq 1608 100].
Definition the_steps : list step := [
  SUnfold 24 13;
  SRing 24 24;
  SRewrite 1 2 26 (24, Some 0%nat);
  SUnfold 29 13;
  SRewrite 3 4 30 (24, Some 0%nat);
  SUnfold 34 13;
  SRing 34 34;
  SRewrite 6 7 35 (24, Some 0%nat);
  SUnfold 41 13;
  SRewrite 8 9 42 (24, Some 0%nat);
  SUnfold 46 13;
  SRing 46 46;
  SRewrite 11 12 47 (24, Some 0%nat);
  SUnfold 50 13;
  SRewrite 13 14 51 (24, Some 0%nat);
  SUnfold 52 13;
  SRing 52 52;
  SRewrite 16 17 53 (24, Some 0%nat);
  SUnfold 56 13;
  SRewrite 18 19 57 (24, Some 0%nat);
  SUnfold 63 13;
  SRing 63 63;
  SRewrite 21 22 64 (24, Some 0%nat);
  SUnfold 71 13;
  SRewrite 23 24 72 (24, Some 0%nat);
  SAxiom division;
  SInstantiate 26 [((1, None), 73); ((2, None), 20)];
  SRing 79 79;
  SRewrite 27 28 82 (24, None);
  SInstantiate 26 [((1, None), 74); ((2, None), 19)];
  SRing 83 83;
  SRewrite 30 31 85 (24, None);
  SRewrite 29 32 86 (24, Some 0%nat);
  SRewrite 33 31 87 (24, Some 0%nat);
  SUnfold 90 13;
  SRewrite 34 35 91 (24, Some 0%nat);
  SRing 204 228;
  SRing 229 170;
  SCone 230 [(3%Z, [])] [];
  SCone 231 [] [];
  SUnfold 271 13;
  SUnfold 277 169;
  SRewrite 41 42 278 (24, Some 0%nat);
  SRing 277 277;
  SRewrite 43 44 279 (24, Some 0%nat);
  SRing 306 303;
  SRing 312 304;
  SAssume 314;
  SAssume 316;
  SCone 318 [(1%Z, [48]); (1%Z, [49]); (1%Z, [48; 49])] [];
  SInstantiate 50 [((48, None), 123); ((1, None), 20)];
  SRing 324 304;
  SAssume 322;
  SAssume 328;
  SAssume 329;
  SAssume 332;
  SCone 336 [(1%Z, [53]); (1%Z, [54]); (1%Z, [53; 55])] [(337, 56)];
  SAxiom bracket_not_le;
  SInstantiate 58 [((1, None), 331); ((2, None), 334)];
  SCut 57 59;
  SRing 340 340;
  SRewrite 60 61 342 (24, Some 0%nat);
  SRewrite 52 62 343 (24, Some 0%nat);
  SRing 344 304;
  SInstantiate 58 [((1, None), 320); ((2, None), 321)];
  SRewrite 65 61 346 (24, Some 0%nat);
  SRewrite 64 66 343 (24, Some 0%nat);
  SCases 322 63 67;
  SInstantiate 68 [((52, None), 124); ((53, None), 161); ((50, None), 248); ((49, None), 242); ((51, None), 10)];
  SCut 51 69;
  SRing 350 350;
  SRewrite 70 71 352 (24, Some 0%nat);
  SRewrite 47 72 353 (24, Some 0%nat);
  SRing 359 350;
  SRewrite 73 74 360 (24, Some 0%nat);
  SRing 361 361;
  SRewrite 75 76 363 (24, Some 0%nat);
  SRing 369 304;
  SInstantiate 50 [((48, None), 107); ((1, None), 19)];
  SInstantiate 68 [((52, None), 108); ((53, None), 154); ((50, None), 239); ((49, None), 233); ((51, None), 5)];
  SCut 79 80;
  SRing 373 373;
  SRewrite 81 82 375 (24, Some 0%nat);
  SRewrite 78 83 376 (24, Some 0%nat);
  SRing 382 373;
  SRewrite 84 85 383 (24, Some 0%nat);
  SRing 385 385;
  SRewrite 86 87 388 (24, Some 0%nat);
  SRing 395 385;
  SUnfold 402 13;
  SUnfold 419 169;
  SRewrite 90 91 420 (24, Some 0%nat);
  SRewrite 89 92 420 (24, Some 0%nat);
  SRewrite 88 93 420 (24, Some 0%nat);
  SRewrite 77 94 420 (24, Some 0%nat);
  SRewrite 46 95 420 (24, Some 0%nat);
  SRewrite 45 96 420 (24, Some 0%nat);
  SUnderSum 97 (36, None) 422 430;
  SUnderSum 98 (32, None) 432 440;
  SUnderSum 99 (16, None) 58 124;
  SUnderSum 100 (13, None) 58 108;
  SUnderSum 101 (8, None) 58 59;
  SRing 460 460;
  SRewrite 102 103 461 (24, Some 0%nat);
  SRing 470 470;
  SRewrite 104 105 472 (24, Some 0%nat);
  SUnfold 487 13;
  SUnfold 488 169;
  SRewrite 107 108 489 (24, Some 0%nat);
  SRing 488 488;
  SRewrite 109 110 490 (24, Some 0%nat);
  SRing 513 521;
  SRing 530 528;
  SAxiom bracket_le;
  SInstantiate 114 [((1, None), 320); ((2, None), 533)];
  SRing 537 537;
  SRewrite 115 116 540 (24, Some 0%nat);
  SInstantiate 114 [((1, None), 58); ((2, None), 319)];
  SRing 543 543;
  SRewrite 118 119 545 (24, Some 0%nat);
  SRewrite 117 120 546 (24, Some 0%nat);
  SRewrite 113 121 546 (24, Some 0%nat);
  SRewrite 122 119 547 (24, Some 0%nat);
  SRing 549 304;
  SInstantiate 58 [((1, None), 320); ((2, None), 533)];
  SRewrite 125 119 551 (24, Some 0%nat);
  SRewrite 124 126 546 (24, Some 0%nat);
  SRewrite 127 119 547 (24, Some 0%nat);
  SRing 553 304;
  SAssume 555;
  SCone 556 [(1%Z, [130])] [];
  SAssume 557;
  SAssume 556;
  SAxiom mod_high;
  SInstantiate 134 [((1, None), 532); ((2, None), 327)];
  SInstantiate 26 [((1, None), 532); ((2, None), 327)];
  SCone 338 [(1%Z, [132]); (1%Z, [133]); (1%Z, [135]); (1%Z, [55; 133])] [(337, 136)];
  SCut 131 137;
  SCone 559 [(1%Z, [138])] [];
  SInstantiate 58 [((1, None), 335); ((2, None), 331)];
  SCut 139 140;
  SRing 528 528;
  SRewrite 141 142 562 (24, Some 0%nat);
  SRewrite 129 143 563 (24, Some 0%nat);
  SRewrite 128 144 563 (24, Some 0%nat);
  SCases 534 123 145;
  SRing 564 304;
  SInstantiate 58 [((1, None), 58); ((2, None), 319)];
  SRewrite 148 119 545 (24, Some 0%nat);
  SRewrite 147 149 546 (24, Some 0%nat);
  SRewrite 150 119 547 (24, Some 0%nat);
  SRing 565 304;
  SAssume 566;
  SCone 567 [(1%Z, [54]); (1%Z, [153]); (1%Z, [55; 153])] [];
  SInstantiate 58 [((1, None), 58); ((2, None), 334)];
  SCut 154 155;
  SRewrite 156 142 569 (24, Some 0%nat);
  SRewrite 152 157 563 (24, Some 0%nat);
  SRewrite 151 158 563 (24, Some 0%nat);
  SCases 541 146 159;
  SInstantiate 160 [((52, None), 124); ((51, None), 10); ((49, None), 8); ((53, None), 161); ((9, Some 0%nat), 570)];
  SRing 572 511;
  SRewrite 161 162 573 (24, Some 0%nat);
  SInstantiate 160 [((52, None), 108); ((51, None), 5); ((49, None), 3); ((53, None), 154); ((9, Some 0%nat), 574)];
  SRewrite 163 164 575 (24, Some 0%nat);
  SRewrite 112 165 575 (24, Some 0%nat);
  SUnfold 576 169;
  SUnfold 577 13;
  SRewrite 167 168 578 (24, Some 0%nat);
  SRewrite 166 169 578 (24, Some 0%nat);
  SRewrite 111 170 578 (24, Some 0%nat);
  SInstantiate 171 [((12, None), 233); ((15, None), 242)];
  SCut 79 172;
  SCut 51 173;
  SRing 580 580;
  SRewrite 174 175 582 (24, Some 0%nat);
  SUnderSum 176 (36, None) 422 430;
  SUnderSum 177 (32, None) 432 440;
  SUnderSum 178 (16, None) 58 124;
  SUnderSum 179 (13, None) 58 108;
  SUnderSum 180 (8, None) 58 59;
  SRing 590 590;
  SRewrite 181 182 591 (24, Some 0%nat);
  SUnfold 598 13;
  SRing 598 598;
  SRewrite 184 185 599 (24, Some 0%nat);
  SUnfold 610 145;
  SRing 610 610;
  SRewrite 187 188 611 (24, Some 0%nat);
  SRing 644 662;
  SRewrite 189 190 663 (24, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 192 [((3, None), 432); ((4, None), 440); ((5, None), 58); ((6, None), 124); ((9, Some 2%nat), 680)];
  SUnderSum 193 (13, None) 58 108;
  SUnderSum 194 (8, None) 58 59;
  SAxiom sum_factor;
  SInstantiate 196 [((3, None), 422); ((4, None), 430); ((8, Some 0%nat), 682); ((9, Some 1%nat), 700)];
  SRing 702 702;
  SRewrite 197 198 703 (24, Some 0%nat);
  SUnderSum 199 (54, None) 58 124;
  SInstantiate 196 [((3, None), 58); ((4, None), 124); ((8, Some 0%nat), 682); ((9, Some 1%nat), 720)];
  SRing 722 722;
  SRewrite 201 202 723 (24, Some 0%nat);
  SAssume 725;
  SAssume 726;
  SCone 729 [(1%Z, [204]); (1%Z, [205; 204])] [];
  SAssume 735;
  SAssume 737;
  SAssume 738;
  SAxiom mod_low;
  SInstantiate 210 [((1, None), 730)];
  SInstantiate 134 [((1, None), 733)];
  SAssume 739;
  SInstantiate 26 [((1, None), 730)];
  SInstantiate 26 [((1, None), 733)];
  SCone 740 [(1%Z, [209]); (1%Z, [211]); (1%Z, [212]); (1%Z, [208]); (1%Z, [213; 208])] [(741, 214); (337, 215)];
  SCone 735 [(1%Z, [208; 216]); (1%Z, [216])] [];
  SCases 735 207 217;
  SCases 735 207 218;
  SInstantiate 219 [((2, None), 124); ((17, None), 728); ((26, None), 428)];
  SCut 51 220;
  SCut 206 221;
  SCone 744 [(1%Z, [222])] [];
  SAssume 745;
  SCone 746 [(1%Z, [224]); (1%Z, [205; 224])] [];
  SInstantiate 219 [((2, None), 124); ((17, None), 421); ((26, None), 727)];
  SCut 51 226;
  SCut 225 227;
  SRing 750 748;
  SInstantiate 114 [((1, None), 751); ((2, None), 752)];
  SRing 756 756;
  SRewrite 230 231 759 (24, Some 0%nat);
  SInstantiate 114 [((1, None), 760); ((2, None), 747)];
  SRing 763 763;
  SRewrite 233 234 765 (24, Some 0%nat);
  SRewrite 232 235 766 (24, Some 0%nat);
  SRewrite 229 236 766 (24, Some 0%nat);
  SRewrite 237 234 767 (24, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 239 [((3, None), 760); ((4, None), 752); ((7, None), 747); ((9, Some 1%nat), 769)];
  SRewrite 238 240 774 (24, Some 0%nat);
  SRing 776 304;
  SInstantiate 58 [((1, None), 751); ((2, None), 752)];
  SRewrite 243 234 778 (24, Some 0%nat);
  SRewrite 242 244 766 (24, Some 0%nat);
  SRewrite 245 234 767 (24, Some 0%nat);
  SRing 780 304;
  SInstantiate 196 [((3, None), 760); ((4, None), 752); ((8, Some 0%nat), 781); ((9, Some 1%nat), 782)];
  SRing 784 786;
  SRewrite 248 249 787 (24, Some 0%nat);
  SRewrite 247 250 787 (24, Some 0%nat);
  SAssume 789;
  SAssume 792;
  SCone 793 [(1%Z, [252]); (1%Z, [253])] [];
  SAxiom bracket_not_eq;
  SInstantiate 255 [((1, None), 790); ((2, None), 747)];
  SCut 254 256;
  SRing 797 797;
  SRewrite 257 258 799 (24, Some 0%nat);
  SUnderSum 259 (25, None) 760 752;
  SRewrite 251 260 774 (24, Some 0%nat);
  SRewrite 246 261 774 (24, Some 0%nat);
  SCases 753 241 262;
  SRing 800 304;
  SInstantiate 58 [((1, None), 760); ((2, None), 747)];
  SRewrite 265 234 765 (24, Some 0%nat);
  SRewrite 264 266 766 (24, Some 0%nat);
  SRewrite 267 234 767 (24, Some 0%nat);
  SAssume 801;
  SAssume 802;
  SCone 803 [(1%Z, [269]); (1%Z, [270])] [];
  SInstantiate 255 [((1, None), 747); ((2, None), 790)];
  SCut 271 272;
  SRing 795 805;
  SRewrite 273 274 806 (24, Some 0%nat);
  SRewrite 275 258 799 (24, Some 0%nat);
  SUnderSum 276 (25, None) 760 752;
  SRewrite 251 277 774 (24, Some 0%nat);
  SRewrite 268 278 774 (24, Some 0%nat);
  SCases 761 263 279;
  SInstantiate 280 [((3, None), 58); ((4, None), 807); ((7, None), 812); ((9, Some 1%nat), 769)];
  SUnderSum 281 (56, None) 813 815;
  SUnderSum 282 (51, None) 58 313;
  SInstantiate 192 [((3, None), 58); ((4, None), 807); ((5, None), 813); ((6, None), 815); ((9, Some 2%nat), 822)];
  SUnderSum 284 (51, None) 58 313;
  SInstantiate 192 [((3, None), 58); ((4, None), 807); ((5, None), 58); ((6, None), 313); ((9, Some 2%nat), 831)];
  SRing 836 837;
  SUnderSum 287 (56, None) 813 815;
  SUnderSum 288 (51, None) 58 313;
  SInstantiate 196 [((3, None), 813); ((4, None), 815); ((8, Some 0%nat), 838); ((9, Some 1%nat), 843)];
  SRing 845 845;
  SRewrite 290 291 846 (24, Some 0%nat);
  SUnderSum 292 (51, None) 58 313;
  SInstantiate 196 [((3, None), 58); ((4, None), 313); ((8, Some 0%nat), 838); ((9, Some 1%nat), 852)];
  SRing 854 854;
  SRewrite 294 295 855 (24, Some 0%nat);
  SRewrite 293 296 858 (24, Some 0%nat);
  SRing 859 857;
  SRewrite 297 298 860 (24, Some 0%nat);
  SRewrite 289 299 860 (24, Some 0%nat);
  SUnderSum 300 (60, None) 58 807;
  SRewrite 286 301 867 (24, Some 0%nat);
  SRewrite 285 302 867 (24, Some 0%nat);
  SAssume 870;
  SAssume 871;
  SCone 873 [(1%Z, [305])] [];
  SInstantiate 219 [((2, None), 313); ((17, None), 868); ((26, None), 872)];
  SCut 306 307;
  SCone 875 [(1%Z, [304]); (1%Z, [308])] [];
  SAssume 879;
  SAssume 881;
  SCone 882 [(1%Z, [311])] [];
  SInstantiate 219 [((2, None), 313); ((17, None), 872); ((26, None), 877)];
  SCut 312 313;
  SCone 883 [(1%Z, [310]); (1%Z, [314])] [];
  SAssume 887;
  SCone 889 [(1%Z, [316])] [];
  SInstantiate 134 [((1, None), 884); ((2, None), 321)];
  SInstantiate 210 [((1, None), 884); ((2, None), 321)];
  SInstantiate 239 [((3, None), 58); ((4, None), 321); ((7, None), 890); ((9, Some 1%nat), 893)];
  SCut 319 320;
  SCut 318 321;
  SInstantiate 239 [((3, None), 760); ((4, None), 752); ((7, None), 891); ((9, Some 1%nat), 895)];
  SRing 902 902;
  SRewrite 323 324 904 (24, Some 0%nat);
  SInstantiate 196 [((3, None), 760); ((4, None), 752); ((8, Some 0%nat), 905); ((9, Some 1%nat), 906)];
  SRing 911 913;
  SAssume 916;
  SCone 916 [(1%Z, [328])] [];
  SAssume 917;
  SCone 917 [(1%Z, [330])] [];
  SAxiom antisymmetry;
  SInstantiate 332 [((1, None), 884); ((2, None), 915)];
  SCut 331 333;
  SCut 329 334;
  SRing 918 522;
  SAssume 920;
  SAssume 922;
  SAssume 925;
  SAssume 928;
  SCone 740 [(1%Z, [339]); (1%Z, [211]); (1%Z, [338]); (1%Z, [213; 338])] [(337, 340); (741, 214)];
  SCone 920 [(1%Z, [338; 341]); (1%Z, [341])] [];
  SCases 920 337 342;
  SCases 920 337 343;
  SAssume 929;
  SAssume 931;
  SAssume 932;
  SInstantiate 134 [((1, None), 730)];
  SCone 740 [(1%Z, [347]); (1%Z, [348]); (1%Z, [346]); (1%Z, [213; 346])] [(741, 340); (337, 214)];
  SCone 929 [(1%Z, [346; 349]); (1%Z, [349])] [];
  SCases 929 345 350;
  SCases 929 345 351;
  SInstantiate 332 [((1, None), 732); ((2, None), 919)];
  SCut 352 353;
  SCut 344 354;
  SInstantiate 355 [((2, None), 321); ((64, None), 325); ((17, None), 884); ((63, None), 808)];
  SRing 891 891;
  SRewrite 356 357 933 (24, None);
  SRing 935 522;
  SRewrite 358 359 938 (24, None);
  SRing 939 939;
  SRewrite 360 361 941 (24, Some 0%nat);
  SRing 942 942;
  SRewrite 355 363 944 (24, None);
  SCone 946 [] [(337, 340); (741, 214); (741, 364)];
  SCone 947 [] [(741, 340); (337, 214); (337, 364)];
  SInstantiate 332 [((1, None), 945); ((2, None), 923)];
  SCut 366 367;
  SCut 365 368;
  SInstantiate 369 [((2, None), 321); ((64, None), 325); ((17, None), 884); ((63, None), 808)];
  SRing 890 890;
  SRewrite 370 371 948 (24, None);
  SRing 950 522;
  SRewrite 372 373 953 (24, None);
  SRing 909 909;
  SRewrite 374 375 955 (24, Some 0%nat);
  SRewrite 362 376 956 (24, Some 0%nat);
  SRewrite 336 377 956 (24, Some 0%nat);
  SRewrite 378 375 957 (24, Some 0%nat);
  SAssume 958;
  SRing 960 522;
  SRewrite 380 381 963 (24, None);
  SRewrite 379 382 965 (24, Some 0%nat);
  SCut 335 383;
  SAssume 966;
  SCone 966 [(1%Z, [385])] [];
  SAssume 967;
  SCone 967 [(1%Z, [387])] [];
  SInstantiate 332 [((1, None), 325); ((2, None), 890)];
  SCut 388 389;
  SCut 386 390;
  SAssume 968;
  SCone 968 [(1%Z, [392])] [];
  SAssume 969;
  SCone 969 [(1%Z, [394])] [];
  SInstantiate 332 [((1, None), 808); ((2, None), 891)];
  SCut 395 396;
  SCut 393 397;
  SRing 785 304;
  SAssume 971;
  SInstantiate 26 [((1, None), 884); ((2, None), 321)];
  SAssume 896;
  SAssume 907;
  SRing 914 914;
  SRewrite 403 404 973 (24, None);
  SCone 740 [(1%Z, [400])] [(741, 401); (337, 402); (337, 405)];
  SCone 975 [(1%Z, [406])] [];
  SInstantiate 58 [((1, None), 58); ((2, None), 58)];
  SCut 407 408;
  SRing 304 978;
  SRewrite 409 410 980 (24, Some 0%nat);
  SRewrite 399 411 981 (24, Some 0%nat);
  SRing 304 304;
  SRewrite 412 413 982 (24, Some 0%nat);
  SRing 983 304;
  SRing 909 984;
  SRewrite 409 416 986 (24, Some 0%nat);
  SRewrite 415 417 956 (24, Some 0%nat);
  SRewrite 414 418 956 (24, Some 0%nat);
  SCut 398 419;
  SRing 987 304;
  SInstantiate 255 [((1, None), 808); ((2, None), 891)];
  SRewrite 422 375 988 (24, Some 0%nat);
  SRewrite 421 423 956 (24, Some 0%nat);
  SCases 969 420 424;
  SInstantiate 255 [((1, None), 891); ((2, None), 808)];
  SRing 908 990;
  SRewrite 426 427 991 (24, Some 0%nat);
  SRewrite 428 375 988 (24, Some 0%nat);
  SRewrite 421 429 956 (24, Some 0%nat);
  SCases 968 425 430;
  SCut 391 431;
  SRing 992 304;
  SInstantiate 255 [((1, None), 325); ((2, None), 890)];
  SRewrite 434 375 955 (24, Some 0%nat);
  SRewrite 433 435 956 (24, Some 0%nat);
  SCases 967 432 436;
  SInstantiate 255 [((1, None), 890); ((2, None), 325)];
  SRing 897 994;
  SRewrite 438 439 995 (24, Some 0%nat);
  SRewrite 440 375 955 (24, Some 0%nat);
  SRewrite 433 441 956 (24, Some 0%nat);
  SCases 966 437 442;
  SRewrite 443 375 957 (24, Some 0%nat);
  SInstantiate 255 [((1, None), 884); ((2, None), 915)];
  SRewrite 444 445 965 (24, Some 0%nat);
  SCases 917 384 446;
  SAssume 997;
  SCone 740 [(1%Z, [448])] [(337, 401); (741, 402); (741, 405)];
  SCone 975 [(1%Z, [449])] [];
  SCut 450 408;
  SRewrite 451 410 980 (24, Some 0%nat);
  SRewrite 399 452 981 (24, Some 0%nat);
  SRewrite 453 413 982 (24, Some 0%nat);
  SRewrite 451 416 986 (24, Some 0%nat);
  SRewrite 415 455 956 (24, Some 0%nat);
  SRewrite 454 456 956 (24, Some 0%nat);
  SCut 398 457;
  SCases 969 458 424;
  SCases 968 459 430;
  SCut 391 460;
  SCases 967 461 436;
  SCases 966 462 442;
  SRewrite 463 375 957 (24, Some 0%nat);
  SInstantiate 255 [((1, None), 915); ((2, None), 884)];
  SRing 964 999;
  SRewrite 465 466 965 (24, Some 0%nat);
  SRewrite 464 467 965 (24, Some 0%nat);
  SCases 916 447 468;
  SRing 1000 1000;
  SRewrite 469 470 1002 (24, Some 0%nat);
  SRewrite 327 471 1003 (24, Some 0%nat);
  SUnderSum 472 (56, None) 760 752;
  SRewrite 326 473 1010 (24, Some 0%nat);
  SRewrite 325 474 1010 (24, Some 0%nat);
  SUnderSum 475 (51, None) 58 321;
  SRewrite 322 476 1018 (24, Some 0%nat);
  SInstantiate 477 [((61, None), 885); ((50, None), 313); ((3, None), 813); ((4, None), 815); ((62, Some 2%nat), 1019)];
  SCut 317 478;
  SRing 1023 1028;
  SRewrite 479 480 1029 (24, Some 0%nat);
  SInstantiate 469 [((61, None), 885); ((50, None), 313)];
  SRing 1031 1033;
  SRewrite 482 483 1034 (24, Some 0%nat);
  SUnderSum 484 (56, None) 813 815;
  SUnderSum 485 (51, None) 58 313;
  SRing 1023 1023;
  SRewrite 486 487 1035 (24, Some 0%nat);
  SRewrite 481 488 1044 (24, Some 0%nat);
  SRewrite 489 486 1029 (24, Some 0%nat);
  SInstantiate 490 [((61, None), 832)];
  SCut 315 491;
  SCut 309 492;
  SRing 856 856;
  SRewrite 493 494 1045 (24, Some 0%nat);
  SRing 1046 1046;
  SRewrite 495 496 1048 (24, Some 0%nat);
  SRing 833 1046;
  SRewrite 497 498 1049 (24, Some 0%nat);
  SUnderSum 499 (60, None) 58 807;
  SRewrite 303 500 1051 (24, Some 0%nat);
  SRewrite 283 501 1051 (24, Some 0%nat);
  SInstantiate 502 [((55, None), 136); ((48, None), 124); ((57, None), 623); ((58, None), 422); ((59, None), 429); ((9, Some 1%nat), 1058)];
  SCut 51 503;
  SCut 228 504;
  SCut 223 505;
  SRing 1060 1060;
  SRewrite 506 507 1062 (24, Some 0%nat);
  SRing 1082 1060;
  SRewrite 508 509 1083 (24, Some 0%nat);
  SRewrite 203 510 1083 (24, Some 0%nat);
  SRewrite 200 511 1083 (24, Some 0%nat);
  SUnderSum 512 (32, None) 432 440;
  SUnderSum 513 (13, None) 58 108;
  SUnderSum 514 (8, None) 58 59;
  SAssume 1085;
  SAssume 1086;
  SCone 1089 [(1%Z, [516]); (1%Z, [517; 516])] [];
  SInstantiate 219 [((2, None), 108); ((17, None), 1088); ((26, None), 438)];
  SCut 79 519;
  SCut 518 520;
  SCone 1092 [(1%Z, [521])] [];
  SAssume 1093;
  SCone 1094 [(1%Z, [523]); (1%Z, [517; 523])] [];
  SInstantiate 219 [((2, None), 108); ((17, None), 431); ((26, None), 1087)];
  SCut 79 525;
  SCut 524 526;
  SInstantiate 502 [((55, None), 120); ((48, None), 108); ((57, None), 1063); ((58, None), 432); ((59, None), 439); ((9, Some 1%nat), 1102)];
  SCut 79 528;
  SCut 527 529;
  SCut 522 530;
  SRing 1110 1111;
  SRewrite 531 532 1112 (24, Some 0%nat);
  SUnderSum 533 (8, None) 58 59;
  SRewrite 515 534 1119 (24, Some 0%nat);
  SRewrite 195 535 1119 (24, Some 0%nat);
  SRing 1134 1118;
  SUnfold 1151 1150;
  SUnfold 1154 13;
  SRewrite 538 539 1155 (24, Some 0%nat);
  SRewrite 537 540 1155 (24, Some 0%nat);
  SRewrite 536 541 1155 (24, Some 0%nat);
  SRewrite 191 542 1155 (24, Some 0%nat);
  SRewrite 186 543 1155 (24, Some 0%nat);
  SInstantiate 544 [((17, Some 3%nat), 273)];
  SRing 1159 1159;
  SRewrite 545 546 1160 (24, Some 0%nat);
  SUnfold 1162 1150;
  SUnfold 1159 13;
  SRewrite 548 549 1163 (24, Some 0%nat);
  SRewrite 550 546 1164 (24, Some 0%nat);
  SUnfold 1167 13;
  SRewrite 548 552 1168 (24, Some 0%nat);
  SRewrite 551 553 1168 (24, Some 0%nat);
  SRewrite 547 554 1168 (24, Some 0%nat);
  SRewrite 183 555 1168 (24, Some 0%nat);
  SRewrite 106 556 1168 (24, Some 0%nat);
  SInstantiate 557 [((27, None), 92); ((70, None), 1169); ((71, None), 1169); ((42, None), 170); ((44, None), 170); ((19, None), 93); ((20, None), 93); ((65, None), 92); ((66, None), 92); ((34, None), 100); ((38, None), 100); ((33, None), 58); ((37, None), 58); ((31, None), 92); ((35, None), 92); ((21, None), 21); ((22, None), 22)];
  SCut 40 558;
  SCut 39 559;
  SCut 38 560;
  SRewrite 37 561 1174 (24, Some 0%nat);
  SRing 1181 1169;
  SRing 1188 1189;
  SRing 1229 1248;
  SRing 1249 1169;
  SCone 1250 [(1%Z, [])] [];
  SUnfold 1260 13;
  SUnfold 1262 169;
  SRewrite 568 569 1263 (24, Some 0%nat);
  SRing 1262 1262;
  SRewrite 570 571 1264 (24, Some 0%nat);
  SRing 1276 1274;
  SRing 1282 304;
  SRing 1283 1283;
  SRewrite 70 575 1285 (24, Some 0%nat);
  SRewrite 574 576 1286 (24, Some 0%nat);
  SRing 1292 1283;
  SRewrite 577 578 1293 (24, Some 0%nat);
  SRing 1294 1294;
  SRewrite 579 580 1296 (24, Some 0%nat);
  SRing 1302 304;
  SRing 1303 1303;
  SRewrite 81 583 1305 (24, Some 0%nat);
  SRewrite 582 584 1306 (24, Some 0%nat);
  SRing 1312 1303;
  SRewrite 585 586 1313 (24, Some 0%nat);
  SRing 1315 1315;
  SRewrite 587 588 1318 (24, Some 0%nat);
  SRing 1325 1315;
  SUnfold 1332 13;
  SUnfold 1334 169;
  SRewrite 591 592 1335 (24, Some 0%nat);
  SRewrite 590 593 1335 (24, Some 0%nat);
  SRewrite 589 594 1335 (24, Some 0%nat);
  SRewrite 581 595 1335 (24, Some 0%nat);
  SRewrite 573 596 1335 (24, Some 0%nat);
  SRewrite 572 597 1335 (24, Some 0%nat);
  SUnderSum 598 (36, None) 422 430;
  SUnderSum 599 (32, None) 432 440;
  SUnderSum 600 (16, None) 58 124;
  SUnderSum 601 (13, None) 58 108;
  SUnderSum 602 (8, None) 58 59;
  SRing 1343 1343;
  SRewrite 603 604 1344 (24, Some 0%nat);
  SRing 1352 1352;
  SRewrite 605 606 1353 (24, Some 0%nat);
  SUnfold 1358 13;
  SUnfold 1359 169;
  SRewrite 608 609 1360 (24, Some 0%nat);
  SRing 1359 1359;
  SRewrite 610 611 1361 (24, Some 0%nat);
  SRing 1370 1378;
  SInstantiate 160 [((52, None), 124); ((51, None), 10); ((49, None), 8); ((53, None), 161); ((9, Some 0%nat), 1379)];
  SRing 1381 1368;
  SRewrite 614 615 1382 (24, Some 0%nat);
  SInstantiate 160 [((52, None), 108); ((51, None), 5); ((49, None), 3); ((53, None), 154); ((9, Some 0%nat), 1383)];
  SRewrite 616 617 1384 (24, Some 0%nat);
  SRewrite 613 618 1384 (24, Some 0%nat);
  SUnfold 1385 169;
  SUnfold 1386 13;
  SRewrite 620 621 1387 (24, Some 0%nat);
  SRewrite 619 622 1387 (24, Some 0%nat);
  SRewrite 612 623 1387 (24, Some 0%nat);
  SInstantiate 624 [((12, None), 233); ((15, None), 242)];
  SCut 79 625;
  SCut 51 626;
  SRing 1389 1389;
  SRewrite 627 628 1390 (24, Some 0%nat);
  SUnderSum 629 (36, None) 422 430;
  SUnderSum 630 (32, None) 432 440;
  SUnderSum 631 (16, None) 58 124;
  SUnderSum 632 (13, None) 58 108;
  SUnderSum 633 (8, None) 58 59;
  SRing 1398 1398;
  SRewrite 634 635 1399 (24, Some 0%nat);
  SUnfold 1388 13;
  SRing 1388 1388;
  SRewrite 637 638 1400 (24, Some 0%nat);
  SUnfold 1404 13;
  SRewrite 639 640 1405 (24, Some 0%nat);
  SRing 1406 1406;
  SRewrite 641 642 1407 (24, Some 0%nat);
  SUnderSum 643 (36, None) 422 430;
  SUnderSum 644 (32, None) 432 440;
  SUnderSum 645 (16, None) 58 124;
  SUnderSum 646 (13, None) 58 108;
  SUnderSum 647 (8, None) 58 59;
  SRing 1415 1415;
  SRewrite 648 649 1416 (24, Some 0%nat);
  SInstantiate 544 [((17, Some 3%nat), 1403)];
  SRing 1420 1420;
  SRewrite 651 652 1421 (24, Some 0%nat);
  SUnfold 1423 1150;
  SUnfold 1420 13;
  SRewrite 654 655 1424 (24, Some 0%nat);
  SRewrite 656 652 1425 (24, Some 0%nat);
  SUnfold 1434 1432;
  SUnfold 1438 13;
  SRewrite 658 659 1439 (24, Some 0%nat);
  SRewrite 657 660 1439 (24, Some 0%nat);
  SRewrite 653 661 1439 (24, Some 0%nat);
  SRewrite 650 662 1439 (24, Some 0%nat);
  SRewrite 636 663 1439 (24, Some 0%nat);
  SRewrite 607 664 1439 (24, Some 0%nat);
  SInstantiate 665 [((27, None), 92); ((70, None), 1440); ((71, None), 1440); ((42, None), 1169); ((44, None), 1169); ((68, None), 92); ((19, None), 205); ((20, None), 205); ((65, None), 92); ((66, None), 92); ((34, None), 205); ((38, None), 205); ((33, None), 58); ((37, None), 58); ((31, None), 205); ((35, None), 205); ((21, None), 21); ((22, None), 22)];
  SCut 567 666;
  SCut 566 667;
  SRewrite 565 668 1445 (24, Some 0%nat);
  SRing 1451 1440;
  SRing 1459 1189;
  SRing 1494 1517;
  SRing 1518 1440;
  SInstantiate 557 [((27, None), 1460); ((70, None), 1519); ((71, None), 1519); ((42, None), 1440); ((44, None), 1440); ((19, None), 205); ((20, None), 205); ((65, None), 92); ((66, None), 92); ((34, None), 100); ((38, None), 100); ((33, None), 58); ((37, None), 58); ((31, None), 92); ((35, None), 92); ((21, None), 21); ((22, None), 22)];
  SCut 40 674;
  SCut 567 675;
  SCut 673 676;
  SRewrite 672 677 1524 (24, Some 0%nat);
  SRing 1530 1519;
  SRing 1535 100;
  SRing 1571 1589;
  SRing 1590 1519;
  SCone 1591 [] [];
  SCone 976 [] [];
  SInstantiate 665 [((27, None), 92); ((70, None), 100); ((71, None), 100); ((42, None), 1519); ((44, None), 1519); ((68, None), 92); ((19, None), 92); ((20, None), 92); ((65, None), 92); ((66, None), 92); ((34, None), 205); ((38, None), 205); ((33, None), 58); ((37, None), 58); ((31, None), 205); ((35, None), 205); ((21, None), 58); ((22, None), 58)];
  SCut 684 685;
  SCut 40 686;
  SCut 567 687;
  SCut 683 688;
  SCut 682 689;
  SRewrite 681 690 1596 (24, Some 0%nat);
  SRing 1602 100;
  SRing 1608 100].
Definition the_claims : list claim := [
  Build_claim [] 1609 5;
  Build_claim [] 1610 10;
  Build_claim [] 1611 15;
  Build_claim [] 1612 20;
  Build_claim [] 1613 25;
  Build_claim [] 1614 36;
  Build_claim [1093; 745; 1615; 1616] 1617 562;
  Build_claim [] 1618 563;
  Build_claim [] 1619 564;
  Build_claim [] 1618 563;
  Build_claim [] 1619 564;
  Build_claim [1093; 745; 1620; 1621] 1622 669;
  Build_claim [] 1623 670;
  Build_claim [] 1624 671;
  Build_claim [] 1623 670;
  Build_claim [] 1624 671;
  Build_claim [1093; 745; 1620; 1621] 1625 678;
  Build_claim [] 1626 679;
  Build_claim [] 1627 680;
  Build_claim [] 1626 679;
  Build_claim [] 1627 680;
  Build_claim [] 1628 691;
  Build_claim [] 1629 692;
  Build_claim [] 1630 693;
  Build_claim [] 1629 692;
  Build_claim [] 1630 693].
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
  exact (fun R act a1 a2 c m1 m2 tau1 tau2 x => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 23 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 19%positive => a1 | 20%positive => a2 | 8%positive =>
    c | 12%positive => m1 | 15%positive => m2 | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 17%positive, 3%nat, [place_0; place_1; place_2] => x
    place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R a1 a2 b c m1 m2 tau1 tau2 v x => claim_true sequents checked 1%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 19%positive => a1 | 20%positive => a2 | 8%positive =>
    c | 12%positive => m1 | 15%positive => m2 | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 25%positive,
    1%nat, [place_0] => v place_0 | 17%positive, 3%nat, [place_0; place_1; place_2] => x place_0 place_1
    place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_3 : statement_3.
Proof.
  exact (fun R a1 a2 c m1 m2 tau1 tau2 x y => claim_true sequents checked 2%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 19%positive => a1 | 20%positive => a2 | 8%positive =>
    c | 12%positive => m1 | 15%positive => m2 | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 17%positive, 3%nat, [place_0; place_1; place_2] => x
    place_0 place_1 place_2 | 26%positive, 3%nat, [place_0; place_1; place_2] => y place_0 place_1 place_2 |
    _, _, _ => r0 end |}).
Qed.

Theorem theorem_4 : statement_4.
Proof.
  exact (fun R a1 a2 c m1 m2 tau1 tau2 x y => claim_true sequents checked 3%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 19%positive => a1 | 20%positive => a2 | 8%positive =>
    c | 12%positive => m1 | 15%positive => m2 | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 17%positive, 3%nat, [place_0; place_1; place_2] => x
    place_0 place_1 place_2 | 26%positive, 3%nat, [place_0; place_1; place_2] => y place_0 place_1 place_2 |
    _, _, _ => r0 end |}).
Qed.

Theorem theorem_5 : statement_5.
Proof.
  exact (fun R C a1 a2 c m1 m2 tau1 tau2 w x => claim_true sequents checked 4%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 27%positive => C | 19%positive => a1 | 20%positive =>
    a2 | 8%positive => c | 12%positive => m1 | 15%positive => m2 | 21%positive => tau1 | 22%positive => tau2 |
    _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 28%positive, 2%nat, [place_0; place_1] => w place_0
    place_1 | 17%positive, 3%nat, [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end
    |}).
Qed.

Theorem theorem_6 : statement_6.
Proof.
  exact (fun R a1 a2 c j1 j2 x => claim_true sequents checked 5%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 19%positive => a1 | 20%positive => a2 | 8%positive =>
    c | 30%positive => j1 | 29%positive => j2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 17%positive, 3%nat, [place_0; place_1; place_2] => x
    place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_7 : statement_7.
Proof.
  exact (fun R b g1 g2 m1 m2 o tau1 tau2 w x => claim_true sequents checked 6%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 46%positive,
    5%nat, [place_0; place_1; place_2; place_3; place_4] => g1 place_0 place_1 place_2 place_3 place_4 |
    47%positive, 5%nat, [place_0; place_1; place_2; place_3; place_4] => g2 place_0 place_1 place_2 place_3
    place_4 | 28%positive, 4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 |
    17%positive, 3%nat, [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_8 : statement_8.
Proof.
  exact (fun R => claim_true sequents checked 7%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_9 : statement_9.
Proof.
  exact (fun R => claim_true sequents checked 8%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_10 : statement_10.
Proof.
  exact (fun R => claim_true sequents checked 9%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_11 : statement_11.
Proof.
  exact (fun R => claim_true sequents checked 10%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_12 : statement_12.
Proof.
  exact (fun R b g1 g2 m1 m2 o tau1 tau2 w x => claim_true sequents checked 11%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 46%positive,
    5%nat, [place_0; place_1; place_2; place_3; place_4] => g1 place_0 place_1 place_2 place_3 place_4 |
    47%positive, 5%nat, [place_0; place_1; place_2; place_3; place_4] => g2 place_0 place_1 place_2 place_3
    place_4 | 28%positive, 4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 |
    17%positive, 3%nat, [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_13 : statement_13.
Proof.
  exact (fun R => claim_true sequents checked 12%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_14 : statement_14.
Proof.
  exact (fun R => claim_true sequents checked 13%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_15 : statement_15.
Proof.
  exact (fun R => claim_true sequents checked 14%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_16 : statement_16.
Proof.
  exact (fun R => claim_true sequents checked 15%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_17 : statement_17.
Proof.
  exact (fun R b g1 g2 m1 m2 o tau1 tau2 w x => claim_true sequents checked 16%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 46%positive,
    5%nat, [place_0; place_1; place_2; place_3; place_4] => g1 place_0 place_1 place_2 place_3 place_4 |
    47%positive, 5%nat, [place_0; place_1; place_2; place_3; place_4] => g2 place_0 place_1 place_2 place_3
    place_4 | 28%positive, 4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 |
    17%positive, 3%nat, [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_18 : statement_18.
Proof.
  exact (fun R => claim_true sequents checked 17%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_19 : statement_19.
Proof.
  exact (fun R => claim_true sequents checked 18%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_20 : statement_20.
Proof.
  exact (fun R => claim_true sequents checked 19%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_21 : statement_21.
Proof.
  exact (fun R => claim_true sequents checked 20%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_22 : statement_22.
Proof.
  exact (fun R b g1 g2 m1 m2 o w x => claim_true sequents checked 21%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 46%positive,
    5%nat, [place_0; place_1; place_2; place_3; place_4] => g1 place_0 place_1 place_2 place_3 place_4 |
    47%positive, 5%nat, [place_0; place_1; place_2; place_3; place_4] => g2 place_0 place_1 place_2 place_3
    place_4 | 28%positive, 4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 |
    17%positive, 3%nat, [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_23 : statement_23.
Proof.
  exact (fun R => claim_true sequents checked 22%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_24 : statement_24.
Proof.
  exact (fun R => claim_true sequents checked 23%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_25 : statement_25.
Proof.
  exact (fun R => claim_true sequents checked 24%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_26 : statement_26.
Proof.
  exact (fun R => claim_true sequents checked 25%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

(** On 0 axes, cells that hold a map: in every place that it has, and anything on ghosts. *)
Definition holds0 {V : Type} (array : Z -> V) (image : Z -> V) : Prop :=
  forall chan : Z, array chan = image chan.
Definition whole0 {V : Type} (array : Z -> V) (chan : Z) : V :=
  array chan.
Definition clean0 {R : semiring} (array : Z -> R) (chan : Z) : R :=
  array chan.
Lemma whole0_holds {V : Type} (array : Z -> V) (image : Z -> V) :
  holds0 array image ->
  forall chan : Z, whole0 array chan = image chan.
Proof.
  intros holds chan. intros.
  unfold whole0. rewrite holds by lia. f_equal; lia.
Qed.

(** On 2 axes, cells that hold a map: in every place that it has, and anything on ghosts. *)
Definition holds2 {V : Type} (per1 per2 size1 size2 : Z) (array : Z -> Z -> Z -> Z -> Z -> V) (image : Z -> Z
  -> Z -> V) : Prop :=
  forall phase1 phase2 chan cell1 cell2 : Z, 0 <= phase1 < per1 -> 0 <= phase2 < per2 -> 0 <= (per1 * cell1 +
    phase1) < size1 -> 0 <= (per2 * cell2 + phase2) < size2 -> array phase1 phase2 chan cell1 cell2 = image
    chan (per1 * cell1 + phase1) (per2 * cell2 + phase2).
Definition whole2 {V : Type} (per1 per2 : Z) (array : Z -> Z -> Z -> Z -> Z -> V) (chan place1 place2 : Z) : V
  :=
  array (place1 mod per1) (place2 mod per2) chan (place1 / per1) (place2 / per2).
Definition clean2 {R : semiring} (per1 per2 size1 size2 : Z) (array : Z -> Z -> Z -> Z -> Z -> R) (phase1
  phase2 chan cell1 cell2 : Z) : R :=
  [<=: (per1 * cell1 + phase1) + 1, size1] [*] ([<=: (per2 * cell2 + phase2) + 1, size2] [*] (array phase1
    phase2 chan cell1 cell2)).
Lemma whole2_holds {V : Type} (per1 per2 size1 size2 : Z) (array : Z -> Z -> Z -> Z -> Z -> V) (image : Z -> Z
  -> Z -> V) :
  1 <= per1 -> 1 <= per2 -> holds2 per1 per2 size1 size2 array image ->
  forall chan place1 place2 : Z, 0 <= place1 < size1 -> 0 <= place2 < size2 -> whole2 per1 per2 array chan
    place1 place2 = image chan place1 place2.
Proof.
  intros ? ? holds chan place1 place2. intros. pose proof (Z.div_mod place1 per1 ltac:(lia)). pose proof
    (Z.mod_pos_bound place1 per1 ltac:(lia)). pose proof (Z.div_mod place2 per2 ltac:(lia)). pose proof
    (Z.mod_pos_bound place2 per2 ltac:(lia)).
  unfold whole2. rewrite holds by lia. f_equal; lia.
Qed.

(** C1: layer, as written and on cells of the grid. *)
Definition layer_7 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z ->
  Z -> R :=
  fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 32 32 v_3 v_4 v_5) 1 5 5 1 1 1 1 0 0 v_0 v_1 v_2 [+]
    b v_0.
Definition moved_7 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) (tau1 tau2 o m1 m2 : Z) : R :=
  (SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM 0 <= v_3 < 2, SUM 0 <= v_4 < 2, bank w 5 5 1 1 0
    0 4 4 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 8 8 v_0
    (m1 + v_3) (m2 + v_4)) [+] b o.

Lemma step_7 (R : semiring) (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 4 4 32 32 in_cells x ->
  holds2 4 4 28 28 (moved_7 b w in_cells) (layer_7 b w x).
Proof.
  intros holds tau1 tau2 o m1 m2. intros.
  refine (eq_trans _ (eq_sym (theorem_7 R b (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2 chan
    cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (4 * cell1 + phase1) + 1, 32] [*] in_cells phase1
    phase2 chan cell1 cell2) m1 m2 o tau1 tau2 w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)))).
  cbv beta delta [moved_7 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** S2: layer, as written and on cells of the grid. *)
Definition layer_12 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z ->
  Z -> R :=
  fun v_0 v_1 v_2 => grouped w (fun v_3 v_4 v_5 => extend x 28 28 v_3 v_4 v_5) 1 1 2 2 2 2 1 1 0 0 v_0 v_1 v_2
    [+] b v_0.
Definition moved_12 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) (tau1 tau2 o m1 m2 : Z) : R :=
  (SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 2 2 2 2 0
    0 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 7 7 ((o
    / 1) + v_0) (m1 + v_3) (m2 + v_4)) [+] b o.

Lemma step_12 (R : semiring) (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 4 4 28 28 in_cells x ->
  holds2 2 2 14 14 (moved_12 b w in_cells) (layer_12 b w x).
Proof.
  intros holds tau1 tau2 o m1 m2. intros.
  refine (eq_trans _ (eq_sym (theorem_12 R b (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2
    chan cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (4 * cell1 + phase1) + 1, 28] [*] in_cells
    phase1 phase2 chan cell1 cell2) m1 m2 o tau1 tau2 w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)))).
  cbv beta delta [moved_12 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** C3: layer, as written and on cells of the grid. *)
Definition layer_17 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z ->
  Z -> R :=
  fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 14 14 v_3 v_4 v_5) 6 5 5 1 1 1 1 0 0 v_0 v_1 v_2 [+]
    b v_0.
Definition moved_17 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) (tau1 tau2 o m1 m2 : Z) : R :=
  (SUM 0 <= v_0 < 6, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM 0 <= v_3 < 3, SUM 0 <= v_4 < 3, bank w 5 5 1 1 0
    0 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 7 7 v_0
    (m1 + v_3) (m2 + v_4)) [+] b o.

Lemma step_17 (R : semiring) (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 2 2 14 14 in_cells x ->
  holds2 2 2 10 10 (moved_17 b w in_cells) (layer_17 b w x).
Proof.
  intros holds tau1 tau2 o m1 m2. intros.
  refine (eq_trans _ (eq_sym (theorem_17 R b (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2
    chan cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (2 * cell1 + phase1) + 1, 14] [*] in_cells
    phase1 phase2 chan cell1 cell2) m1 m2 o tau1 tau2 w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)))).
  cbv beta delta [moved_17 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** S4: layer, as written and on cells of the grid. *)
Definition layer_22 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z ->
  Z -> R :=
  fun v_0 v_1 v_2 => grouped w (fun v_3 v_4 v_5 => extend x 10 10 v_3 v_4 v_5) 1 1 2 2 2 2 1 1 0 0 v_0 v_1 v_2
    [+] b v_0.
Definition moved_22 {R : semiring} (b : Z -> R) (w : Z -> Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) (phase1 phase2 o m1 m2 : Z) : R :=
  (SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 2 2 2 2 0
    0 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 5 5 ((o / 1)
    + v_0) (m1 + v_3) (m2 + v_4)) [+] b o.

Lemma step_22 (R : semiring) (b : Z -> R) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 2 2 10 10 in_cells x ->
  holds2 1 1 5 5 (moved_22 b w in_cells) (layer_22 b w x).
Proof.
  intros holds phase1 phase2 o m1 m2. intros. assert (phase1 = 0) by lia; subst phase1. assert (phase2 = 0) by
    lia; subst phase2.
  refine (eq_trans _ (eq_sym (theorem_22 R b (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2
    chan cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (2 * cell1 + phase1) + 1, 10] [*] in_cells
    phase1 phase2 chan cell1 cell2) m1 m2 o w x))).
  cbv beta delta [moved_22 clean2 bank extend phases].
  reads_alike holds.
Qed.

Section Network.
(** What a place of a map holds. *)
Variable Value : Type.

(** digit: Input(shape=(1, 32, 32)) *)
Variable input_digit : Z -> Z -> Z -> Value.
Definition written_digit (chan place1 place2 : Z) : Value :=
  input_digit chan place1 place2.
Definition gridded_digit (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  input_digit chan (4 * cell1 + phase1) (4 * cell2 + phase2).
Lemma agree_digit : holds2 4 4 32 32 gridded_digit written_digit.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_digit, written_digit. reflexivity. Qed.

(** C1: Conv(in_channels=1, out_channels=6, kernel=(5, 5), stride=(1, 1), padding=((0, 0), (0, 0)),
    dilation=(1, 1)) *)
Variable semiring_C1 : semiring.
Variable into_C1 : Value -> semiring_C1.
Variable b_C1 : Z -> semiring_C1.
Variable w_C1 : Z -> Z -> Z -> Z -> semiring_C1.
Variable act_C1 : Z -> Z -> Z -> semiring_C1 -> Value.
Definition written_C1 (chan place1 place2 : Z) : Value :=
  act_C1 chan place1 place2 (layer_7 b_C1 w_C1 (fun chan place1 place2 => into_C1 (written_digit chan place1
    place2)) chan place1 place2).
Definition gridded_C1 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_C1 chan (4 * cell1 + phase1) (4 * cell2 + phase2) (moved_7 b_C1 w_C1 (fun phase1 phase2 chan cell1 cell2
    => into_C1 (gridded_digit phase1 phase2 chan cell1 cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_C1 : holds2 4 4 28 28 gridded_C1 written_C1.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_C1, written_C1. apply f_equal, (step_7
  semiring_C1 b_C1 w_C1 (fun chan place1 place2 => into_C1 (written_digit chan place1 place2)) (fun phase1
  phase2 chan cell1 cell2 => into_C1 (gridded_digit phase1 phase2 chan cell1 cell2))); try assumption. intros
  ? *. intros. apply (f_equal into_C1), agree_digit; assumption. Qed.

(** C1-tanh: Pointwise(name='tanh', attributes=()) *)
Variable act_C1_tanh : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_C1_tanh : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_C1_tanh place1 place2 f0 chan = act_C1_tanh place1 place2 g0 chan.
Definition written_C1_tanh (chan place1 place2 : Z) : Value :=
  act_C1_tanh place1 place2 (fun chan => written_C1 chan place1 place2) chan.
Definition gridded_C1_tanh (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_C1_tanh (4 * cell1 + phase1) (4 * cell2 + phase2) (fun chan => gridded_C1 phase1 phase2 chan cell1
    cell2) chan.
Lemma agree_C1_tanh : holds2 4 4 28 28 gridded_C1_tanh written_C1_tanh.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_C1_tanh, written_C1_tanh. apply
  reads_C1_tanh; intros. now apply agree_C1. Qed.

(** S2: Conv(in_channels=6, out_channels=6, kernel=(2, 2), stride=(2, 2), padding=((0, 0), (0, 0)),
    dilation=(1, 1), groups=6) *)
Variable semiring_S2 : semiring.
Variable into_S2 : Value -> semiring_S2.
Variable b_S2 : Z -> semiring_S2.
Variable w_S2 : Z -> Z -> Z -> Z -> semiring_S2.
Variable act_S2 : Z -> Z -> Z -> semiring_S2 -> Value.
Definition written_S2 (chan place1 place2 : Z) : Value :=
  act_S2 chan place1 place2 (layer_12 b_S2 w_S2 (fun chan place1 place2 => into_S2 (written_C1_tanh chan
    place1 place2)) chan place1 place2).
Definition gridded_S2 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_S2 chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_12 b_S2 w_S2 (fun phase1 phase2 chan cell1
    cell2 => into_S2 (gridded_C1_tanh phase1 phase2 chan cell1 cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_S2 : holds2 2 2 14 14 gridded_S2 written_S2.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_S2, written_S2. apply f_equal, (step_12
  semiring_S2 b_S2 w_S2 (fun chan place1 place2 => into_S2 (written_C1_tanh chan place1 place2)) (fun phase1
  phase2 chan cell1 cell2 => into_S2 (gridded_C1_tanh phase1 phase2 chan cell1 cell2))); try assumption.
  intros ? *. intros. apply (f_equal into_S2), agree_C1_tanh; assumption. Qed.

(** S2-tanh: Pointwise(name='tanh', attributes=()) *)
Variable act_S2_tanh : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_S2_tanh : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_S2_tanh place1 place2 f0 chan = act_S2_tanh place1 place2 g0 chan.
Definition written_S2_tanh (chan place1 place2 : Z) : Value :=
  act_S2_tanh place1 place2 (fun chan => written_S2 chan place1 place2) chan.
Definition gridded_S2_tanh (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_S2_tanh (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_S2 phase1 phase2 chan cell1
    cell2) chan.
Lemma agree_S2_tanh : holds2 2 2 14 14 gridded_S2_tanh written_S2_tanh.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_S2_tanh, written_S2_tanh. apply
  reads_S2_tanh; intros. now apply agree_S2. Qed.

(** C3: Conv(in_channels=6, out_channels=16, kernel=(5, 5), stride=(1, 1), padding=((0, 0), (0, 0)),
    dilation=(1, 1)) *)
Variable semiring_C3 : semiring.
Variable into_C3 : Value -> semiring_C3.
Variable b_C3 : Z -> semiring_C3.
Variable w_C3 : Z -> Z -> Z -> Z -> semiring_C3.
Variable act_C3 : Z -> Z -> Z -> semiring_C3 -> Value.
Definition written_C3 (chan place1 place2 : Z) : Value :=
  act_C3 chan place1 place2 (layer_17 b_C3 w_C3 (fun chan place1 place2 => into_C3 (written_S2_tanh chan
    place1 place2)) chan place1 place2).
Definition gridded_C3 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_C3 chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_17 b_C3 w_C3 (fun phase1 phase2 chan cell1
    cell2 => into_C3 (gridded_S2_tanh phase1 phase2 chan cell1 cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_C3 : holds2 2 2 10 10 gridded_C3 written_C3.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_C3, written_C3. apply f_equal, (step_17
  semiring_C3 b_C3 w_C3 (fun chan place1 place2 => into_C3 (written_S2_tanh chan place1 place2)) (fun phase1
  phase2 chan cell1 cell2 => into_C3 (gridded_S2_tanh phase1 phase2 chan cell1 cell2))); try assumption.
  intros ? *. intros. apply (f_equal into_C3), agree_S2_tanh; assumption. Qed.

(** C3-tanh: Pointwise(name='tanh', attributes=()) *)
Variable act_C3_tanh : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_C3_tanh : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_C3_tanh place1 place2 f0 chan = act_C3_tanh place1 place2 g0 chan.
Definition written_C3_tanh (chan place1 place2 : Z) : Value :=
  act_C3_tanh place1 place2 (fun chan => written_C3 chan place1 place2) chan.
Definition gridded_C3_tanh (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_C3_tanh (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_C3 phase1 phase2 chan cell1
    cell2) chan.
Lemma agree_C3_tanh : holds2 2 2 10 10 gridded_C3_tanh written_C3_tanh.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_C3_tanh, written_C3_tanh. apply
  reads_C3_tanh; intros. now apply agree_C3. Qed.

(** S4: Conv(in_channels=16, out_channels=16, kernel=(2, 2), stride=(2, 2), padding=((0, 0), (0, 0)),
    dilation=(1, 1), groups=16) *)
Variable semiring_S4 : semiring.
Variable into_S4 : Value -> semiring_S4.
Variable b_S4 : Z -> semiring_S4.
Variable w_S4 : Z -> Z -> Z -> Z -> semiring_S4.
Variable act_S4 : Z -> Z -> Z -> semiring_S4 -> Value.
Definition written_S4 (chan place1 place2 : Z) : Value :=
  act_S4 chan place1 place2 (layer_22 b_S4 w_S4 (fun chan place1 place2 => into_S4 (written_C3_tanh chan
    place1 place2)) chan place1 place2).
Definition gridded_S4 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_S4 chan (1 * cell1 + phase1) (1 * cell2 + phase2) (moved_22 b_S4 w_S4 (fun phase1 phase2 chan cell1
    cell2 => into_S4 (gridded_C3_tanh phase1 phase2 chan cell1 cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_S4 : holds2 1 1 5 5 gridded_S4 written_S4.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_S4, written_S4. apply f_equal, (step_22
  semiring_S4 b_S4 w_S4 (fun chan place1 place2 => into_S4 (written_C3_tanh chan place1 place2)) (fun phase1
  phase2 chan cell1 cell2 => into_S4 (gridded_C3_tanh phase1 phase2 chan cell1 cell2))); try assumption.
  intros ? *. intros. apply (f_equal into_S4), agree_C3_tanh; assumption. Qed.

(** S4-tanh: Pointwise(name='tanh', attributes=()) *)
Variable act_S4_tanh : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_S4_tanh : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_S4_tanh place1 place2 f0 chan = act_S4_tanh place1 place2 g0 chan.
Definition written_S4_tanh (chan place1 place2 : Z) : Value :=
  act_S4_tanh place1 place2 (fun chan => written_S4 chan place1 place2) chan.
Definition gridded_S4_tanh (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_S4_tanh (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_S4 phase1 phase2 chan cell1
    cell2) chan.
Lemma agree_S4_tanh : holds2 1 1 5 5 gridded_S4_tanh written_S4_tanh.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_S4_tanh, written_S4_tanh. apply
  reads_S4_tanh; intros. now apply agree_S4. Qed.

(** C5: Conv(in_channels=16, out_channels=120, kernel=(5, 5), stride=(1, 1), padding=((0, 0), (0, 0)),
    dilation=(1, 1)) *)
Variable act_C5 : (Z -> Z -> Z -> Value) -> Z -> Z -> Z -> Value.
Hypothesis reads_C5 : forall (f0 g0 : Z -> Z -> Z -> Value), (forall chan place1 place2 : Z, 0 <= place1 < 5
  -> 0 <= place2 < 5 -> f0 chan place1 place2 = g0 chan place1 place2) ->
  forall chan place1 place2 : Z, act_C5 f0 chan place1 place2 = act_C5 g0 chan place1 place2.
Definition written_C5 (chan place1 place2 : Z) : Value :=
  act_C5 written_S4_tanh chan place1 place2.
Definition gridded_C5 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_C5 (whole2 1 1 gridded_S4_tanh) chan (1 * cell1 + phase1) (1 * cell2 + phase2).
Lemma agree_C5 : holds2 1 1 1 1 gridded_C5 written_C5.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_C5, written_C5. apply reads_C5; intros.
  apply (whole2_holds 1 1 5 5); try lia; apply agree_S4_tanh. Qed.

(** C5-tanh: Pointwise(name='tanh', attributes=()) *)
Variable act_C5_tanh : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_C5_tanh : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_C5_tanh place1 place2 f0 chan = act_C5_tanh place1 place2 g0 chan.
Definition written_C5_tanh (chan place1 place2 : Z) : Value :=
  act_C5_tanh place1 place2 (fun chan => written_C5 chan place1 place2) chan.
Definition gridded_C5_tanh (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_C5_tanh (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_C5 phase1 phase2 chan cell1
    cell2) chan.
Lemma agree_C5_tanh : holds2 1 1 1 1 gridded_C5_tanh written_C5_tanh.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_C5_tanh, written_C5_tanh. apply
  reads_C5_tanh; intros. now apply agree_C5. Qed.

(** flatten: Reshape(shape=(120,)) *)
Variable act_flatten : (Z -> Z -> Z -> Value) -> Z -> Value.
Hypothesis reads_flatten : forall (f0 g0 : Z -> Z -> Z -> Value), (forall chan place1 place2 : Z, 0 <= place1
  < 1 -> 0 <= place2 < 1 -> f0 chan place1 place2 = g0 chan place1 place2) ->
  forall chan : Z, act_flatten f0 chan = act_flatten g0 chan.
Definition written_flatten (chan : Z) : Value :=
  act_flatten written_C5_tanh chan.
Definition gridded_flatten (chan : Z) : Value :=
  act_flatten (whole2 1 1 gridded_C5_tanh) chan.
Lemma agree_flatten : holds0  gridded_flatten written_flatten.
Proof. intros chan. intros. unfold gridded_flatten, written_flatten. apply reads_flatten; intros. apply
  (whole2_holds 1 1 1 1); try lia; apply agree_C5_tanh. Qed.

(** F6: Gemm(features=84, bias=True, transposed=False, alpha=1.0, beta=1.0) *)
Variable act_F6 : (Z -> Value) -> Z -> Value.
Hypothesis reads_F6 : forall (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0 chan) ->
  forall chan : Z, act_F6 f0 chan = act_F6 g0 chan.
Definition written_F6 (chan : Z) : Value :=
  act_F6 written_flatten chan.
Definition gridded_F6 (chan : Z) : Value :=
  act_F6 (whole0 gridded_flatten) chan.
Lemma agree_F6 : holds0  gridded_F6 written_F6.
Proof. intros chan. intros. unfold gridded_F6, written_F6. apply reads_F6; intros. apply whole0_holds; try
  lia; apply agree_flatten. Qed.

(** F6-tanh: Pointwise(name='tanh', attributes=()) *)
Variable act_F6_tanh : (Z -> Value) -> Z -> Value.
Hypothesis reads_F6_tanh : forall (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0 chan) ->
  forall chan : Z, act_F6_tanh f0 chan = act_F6_tanh g0 chan.
Definition written_F6_tanh (chan : Z) : Value :=
  act_F6_tanh (fun chan => written_F6 chan) chan.
Definition gridded_F6_tanh (chan : Z) : Value :=
  act_F6_tanh (fun chan => gridded_F6 chan) chan.
Lemma agree_F6_tanh : holds0  gridded_F6_tanh written_F6_tanh.
Proof. intros chan. intros. unfold gridded_F6_tanh, written_F6_tanh. apply reads_F6_tanh; intros. now apply
  agree_F6. Qed.

(** output: Gemm(features=10, bias=True, transposed=False, alpha=1.0, beta=1.0) *)
Variable act_output : (Z -> Value) -> Z -> Value.
Hypothesis reads_output : forall (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0 chan) ->
  forall chan : Z, act_output f0 chan = act_output g0 chan.
Definition written_output (chan : Z) : Value :=
  act_output written_F6_tanh chan.
Definition gridded_output (chan : Z) : Value :=
  act_output (whole0 gridded_F6_tanh) chan.
Lemma agree_output : holds0  gridded_output written_output.
Proof. intros chan. intros. unfold gridded_output, written_output. apply reads_output; intros. apply
  whole0_holds; try lia; apply agree_F6_tanh. Qed.

(** The theorem: output output of the network on its grid, at each of its 1 places. *)
Theorem network_output (chan : Z) :
  whole0 gridded_output chan = written_output chan.
Proof. intros. apply whole0_holds; try lia; apply agree_output. Qed.

End Network.

Definition all_theorems := [
  Proved statement_1 theorem_1;
  Proved statement_2 theorem_2;
  Proved statement_3 theorem_3;
  Proved statement_4 theorem_4;
  Proved statement_5 theorem_5;
  Proved statement_6 theorem_6;
  Proved statement_7 theorem_7;
  Proved statement_8 theorem_8;
  Proved statement_9 theorem_9;
  Proved statement_10 theorem_10;
  Proved statement_11 theorem_11;
  Proved statement_12 theorem_12;
  Proved statement_13 theorem_13;
  Proved statement_14 theorem_14;
  Proved statement_15 theorem_15;
  Proved statement_16 theorem_16;
  Proved statement_17 theorem_17;
  Proved statement_18 theorem_18;
  Proved statement_19 theorem_19;
  Proved statement_20 theorem_20;
  Proved statement_21 theorem_21;
  Proved statement_22 theorem_22;
  Proved statement_23 theorem_23;
  Proved statement_24 theorem_24;
  Proved statement_25 theorem_25;
  Proved statement_26 theorem_26;
  Proved _ network_output].
Print Assumptions all_theorems.
