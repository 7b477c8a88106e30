(** Finite signals (axes: 3)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Readable.
Open Scope Z_scope.

Definition phases {R : semiring} (x : Z -> Z -> Z -> Z -> R) (S1 S2 S3 rho1 rho2 rho3 c m1 m2 m3 : Z) : R :=
  x c (S1 * m1 + rho1) (S2 * m2 + rho2) (S3 * m3 + rho3).

Definition grouped {R : semiring} (w : Z -> Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> Z -> R)
  (C O k1 k2 k3 s1 s2 s3 dl1 dl2 dl3 p1 p2 p3 o j1 j2 j3 : Z) : R :=
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < k1, SUM 0 <= v_2 < k2, SUM 0 <= v_3 < k3, w o v_0 v_1 v_2 v_3 [*] x (C * (o
    / O) + v_0) (s1 * j1 + dl1 * v_1 - p1) (s2 * j2 + dl2 * v_2 - p2) (s3 * j3 + dl3 * v_3 - p3).

Definition extend {R : semiring} (x : Z -> Z -> Z -> Z -> R) (N1 N2 N3 c t1 t2 t3 : Z) : R :=
  [<=: 0, t1] [*] ([<=: t1 + 1, N1] [*] ([<=: 0, t2] [*] ([<=: t2 + 1, N2] [*] ([<=: 0, t3] [*] ([<=: t3 + 1,
    N3] [*] x c t1 t2 t3))))).

Definition bank {R : semiring} (w : Z -> Z -> Z -> Z -> Z -> R)
  (k1 k2 k3 s1 s2 s3 dl1 dl2 dl3 p1 p2 p3 a1 a2 a3 tau1 tau2 tau3 o rho1 rho2 rho3 c u1 u2 u3 : Z) : R :=
  [=: 0, (s1 * a1 * u1 + rho1 - s1 * tau1 + p1) mod dl1] [*] ([<=: 0, (s1 * a1 * u1 + rho1 - s1 * tau1 + p1) /
    dl1] [*] ([<=: ((s1 * a1 * u1 + rho1 - s1 * tau1 + p1) / dl1) + 1, k1] [*] ([=: 0, (s2 * a2 * u2 + rho2 -
    s2 * tau2 + p2) mod dl2] [*] ([<=: 0, (s2 * a2 * u2 + rho2 - s2 * tau2 + p2) / dl2] [*] ([<=: ((s2 * a2 *
    u2 + rho2 - s2 * tau2 + p2) / dl2) + 1, k2] [*] ([=: 0, (s3 * a3 * u3 + rho3 - s3 * tau3 + p3) mod dl3]
    [*] ([<=: 0, (s3 * a3 * u3 + rho3 - s3 * tau3 + p3) / dl3] [*] ([<=: ((s3 * a3 * u3 + rho3 - s3 * tau3 +
    p3) / dl3) + 1, k3] [*] w o c ((s1 * a1 * u1 + rho1 - s1 * tau1 + p1) / dl1) ((s2 * a2 * u2 + rho2 - s2 *
    tau2 + p2) / dl2) ((s3 * a3 * u3 + rho3 - s3 * tau3 + p3) / dl3))))))))).

Definition wrap {R : semiring} (x : Z -> Z -> Z -> Z -> R) (N1 N2 N3 c t1 t2 t3 : Z) : R :=
  x c (t1 mod N1) (t2 mod N2) (t3 mod N3).

(** zero padding *)
Definition statement_1 : Prop :=
  forall (R : semiring) (act : R -> R) (C N1 N2 N3 O a1 a2 a3 : Z) (b : Z -> R)
    (dl1 dl2 dl3 k1 k2 k3 m1 m2 m3 o p1 p2 p3 s1 s2 s3 tau1 tau2 tau3 : Z) (w : Z -> Z -> Z -> Z -> Z -> R)
    (x : Z -> Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  0 <= tau3 ->
  1 <= O ->
  1 <= a1 ->
  1 <= a2 ->
  1 <= a3 ->
  1 <= dl1 ->
  1 <= dl2 ->
  1 <= dl3 ->
  1 <= s1 ->
  1 <= s2 ->
  1 <= s3 ->
  tau1 < a1 ->
  tau2 < a2 ->
  tau3 < a3 ->
  phases (fun v_0 v_1 v_2 v_3 => act (grouped w (fun v_4 v_5 v_6 v_7 => extend x N1 N2 N3 v_4 v_5 v_6 v_7) C O
    k1 k2 k3 s1 s2 s3 dl1 dl2 dl3 p1 p2 p3 v_0 v_1 v_2 v_3 [+] b v_0)) a1 a2 a3 tau1 tau2 tau3 o m1 m2 m3 =
    act ((SUM 0 <= v_0 < C, SUM 0 <= v_1 < s1 * a1, SUM 0 <= v_2 < s2 * a2, SUM 0 <= v_3 < s3 * a3,
      SUM (- p1) / (s1 * a1) <= v_4 < ((s1 * (a1 - 1) + dl1 * (k1 - 1) - p1) / (s1 * a1)) + 1,
      SUM (- p2) / (s2 * a2) <= v_5 < ((s2 * (a2 - 1) + dl2 * (k2 - 1) - p2) / (s2 * a2)) + 1,
      SUM (- p3) / (s3 * a3) <= v_6 < ((s3 * (a3 - 1) + dl3 * (k3 - 1) - p3) / (s3 * a3)) + 1, bank w k1 k2 k3
      s1 s2 s3 dl1 dl2 dl3 p1 p2 p3 a1 a2 a3 tau1 tau2 tau3 o v_1 v_2 v_3 v_0 v_4 v_5 v_6 [*] extend (fun v_7
      v_8 v_9 v_10 => phases (fun v_11 v_12 v_13 v_14 => extend x N1 N2 N3 v_11 v_12 v_13 v_14) (s1 * a1) (s2
      * a2) (s3 * a3) v_1 v_2 v_3 v_7 v_8 v_9 v_10) ((N1 + s1 * a1 - 1) / (s1 * a1)) ((N2 + s2 * a2 - 1) / (s2
      * a2)) ((N3 + s3 * a3 - 1) / (s3 * a3)) (C * (o / O) + v_0) (m1 + v_4) (m2 + v_5) (m3 + v_6)) [+] b o)
      :> R.

(** circular padding *)
Definition statement_2 : Prop :=
  forall (R : semiring) (act : R -> R) (C O a1 a2 a3 : Z) (b : Z -> R)
    (dl1 dl2 dl3 k1 k2 k3 m1 m2 m3 n1 n2 n3 o p1 p2 p3 s1 s2 s3 tau1 tau2 tau3 : Z)
    (w : Z -> Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  0 <= tau3 ->
  1 <= O ->
  1 <= a1 ->
  1 <= a2 ->
  1 <= a3 ->
  1 <= dl1 ->
  1 <= dl2 ->
  1 <= dl3 ->
  1 <= n1 ->
  1 <= n2 ->
  1 <= n3 ->
  1 <= s1 ->
  1 <= s2 ->
  1 <= s3 ->
  tau1 < a1 ->
  tau2 < a2 ->
  tau3 < a3 ->
  phases (fun v_0 v_1 v_2 v_3 => act (grouped w (fun v_4 v_5 v_6 v_7 => wrap x (s1 * a1 * n1) (s2 * a2 * n2)
    (s3 * a3 * n3) v_4 v_5 v_6 v_7) C O k1 k2 k3 s1 s2 s3 dl1 dl2 dl3 p1 p2 p3 v_0 v_1 v_2 v_3 [+] b v_0)) a1
    a2 a3 tau1 tau2 tau3 o m1 m2 m3 =
    act ((SUM 0 <= v_0 < C, SUM 0 <= v_1 < s1 * a1, SUM 0 <= v_2 < s2 * a2, SUM 0 <= v_3 < s3 * a3,
      SUM (- p1) / (s1 * a1) <= v_4 < ((s1 * (a1 - 1) + dl1 * (k1 - 1) - p1) / (s1 * a1)) + 1,
      SUM (- p2) / (s2 * a2) <= v_5 < ((s2 * (a2 - 1) + dl2 * (k2 - 1) - p2) / (s2 * a2)) + 1,
      SUM (- p3) / (s3 * a3) <= v_6 < ((s3 * (a3 - 1) + dl3 * (k3 - 1) - p3) / (s3 * a3)) + 1, bank w k1 k2 k3
      s1 s2 s3 dl1 dl2 dl3 p1 p2 p3 a1 a2 a3 tau1 tau2 tau3 o v_1 v_2 v_3 v_0 v_4 v_5 v_6 [*] wrap (fun v_7
      v_8 v_9 v_10 => phases x (s1 * a1) (s2 * a2) (s3 * a3) v_1 v_2 v_3 v_7 v_8 v_9 v_10) n1 n2 n3 (C * (o /
      O) + v_0) (m1 + v_4) (m2 + v_5) (m3 + v_6)) [+] b o) :> R.

(** before the first cell *)
Definition statement_3 : Prop :=
  forall (R : semiring) (S m rho : Z),
  1 <= S ->
  m < 0 ->
  rho < S ->
  S * m + rho < 0.

(** behind the last cell *)
Definition statement_4 : Prop :=
  forall (R : semiring) (N S m rho : Z),
  0 <= rho ->
  1 <= S ->
  (N + S - 1) / S <= m ->
  N <= S * m + rho.

(** outputs fit *)
Definition statement_5 : Prop :=
  forall (R : semiring) (D N j p r s : Z),
  1 <= s ->
  j < ((N + p + r - D - 1) / s) + 1 ->
  s * j - p + D < N + r.

(** no further output fits *)
Definition statement_6 : Prop :=
  forall (R : semiring) (D N j p r s : Z),
  1 <= s ->
  (N + p + r - D - 1) / s < j ->
  N + r <= s * j - p + D.

(** output cell, low *)
Definition statement_7 : Prop :=
  forall (R : semiring) (a j : Z),
  0 <= j ->
  1 <= a ->
  0 <= j / a.

(** output cell, high *)
Definition statement_8 : Prop :=
  forall (R : semiring) (M a j : Z),
  1 <= a ->
  j < M ->
  j / a < (M + a - 1) / a.

(** padding in cells *)
Definition statement_9 : Prop :=
  forall (R : semiring) (M n umax umin : Z),
  ((n - umin + (M + umax - n) - (umax - umin) - 1) / 1) + 1 = M.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RNat 1;
  RNum 0;
  RVar 11;
  RVar 12;
  RVar 13;
  RMul 4 5;
  RVar 14;
  RVar 15;
  RMul 7 8;
  RVar 16;
  RVar 17;
  RMul 10 11;
  RNum (-1);
  RVar 18;
  RMul 13 14;
  RDiv 15 6;
  RAdd 5 13;
  RMul 4 17;
  RVar 19;
  RVar 20;
  RAdd 20 13;
  RMul 19 21;
  RAdd 18 22;
  RAdd 23 15;
  RDiv 24 6;
  RNum 1;
  RAdd 25 26;
  RVar 21;
  RMul 13 28;
  RDiv 29 9;
  RAdd 8 13;
  RMul 7 31;
  RVar 22;
  RVar 23;
  RAdd 34 13;
  RMul 33 35;
  RAdd 32 36;
  RAdd 37 29;
  RDiv 38 9;
  RAdd 39 26;
  RVar 24;
  RMul 13 41;
  RDiv 42 12;
  RAdd 11 13;
  RMul 10 44;
  RVar 25;
  RVar 26;
  RAdd 47 13;
  RMul 46 48;
  RAdd 45 49;
  RAdd 50 42;
  RDiv 51 12;
  RAdd 52 26;
  RVar 27;
  RMul 6 54;
  RVar 28;
  RAdd 55 56;
  RVar 29;
  RMul 4 58;
  RMul 13 59;
  RAdd 57 60;
  RAdd 61 14;
  RMod 62 19;
  REq 2 63;
  RBracket 64;
  RDiv 62 19;
  RLe 2 66;
  RBracket 67;
  RAdd 66 26;
  RLe 69 20;
  RBracket 70;
  RVar 30;
  RMul 9 72;
  RVar 31;
  RAdd 73 74;
  RVar 32;
  RMul 7 76;
  RMul 13 77;
  RAdd 75 78;
  RAdd 79 28;
  RMod 80 33;
  REq 2 81;
  RBracket 82;
  RDiv 80 33;
  RLe 2 84;
  RBracket 85;
  RAdd 84 26;
  RLe 87 34;
  RBracket 88;
  RVar 33;
  RMul 12 90;
  RVar 34;
  RAdd 91 92;
  RVar 35;
  RMul 10 94;
  RMul 13 95;
  RAdd 93 96;
  RAdd 97 41;
  RMod 98 46;
  REq 2 99;
  RBracket 100;
  RDiv 98 46;
  RLe 2 102;
  RBracket 103;
  RAdd 102 26;
  RLe 105 47;
  RBracket 106;
  RVar 36;
  RVar 8;
  REntry 37 [108; 109; 66; 84; 102];
  RMul 107 110;
  RMul 104 111;
  RMul 101 112;
  RMul 89 113;
  RMul 86 114;
  RMul 83 115;
  RMul 71 116;
  RMul 68 117;
  RMul 65 118;
  RDefine 38 119 [(37, Some 5%nat); (20, None); (23, None); (26, None); (12, None); (14, None); (16, None); (19, None); (22, None); (25, None); (18, None); (21, None); (24, None); (13, None); (15, None); (17, None); (29, None); (32, None); (35, None); (36, None); (28, None); (31, None); (34, None); (8, None); (27, None); (30, None); (33, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  RBound 3;
  RBound 4;
  REntry 37 [121; 122; 123; 124; 125];
  RMap 5 126;
  RBound 5;
  RBound 6;
  RUse 120 [127; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 5; 8; 11; 58; 76; 94; 108; 128; 125; 124; 129; 123; 122; 121];
  RVar 39;
  RLe 2 131;
  RBracket 132;
  RAdd 131 26;
  RVar 40;
  RLe 134 135;
  RBracket 136;
  RVar 41;
  RLe 2 138;
  RBracket 139;
  RAdd 138 26;
  RVar 42;
  RLe 141 142;
  RBracket 143;
  RVar 43;
  RLe 2 145;
  RBracket 146;
  RAdd 145 26;
  RVar 44;
  RLe 148 149;
  RBracket 150;
  REntry 45 [109; 131; 138; 145];
  RMul 151 152;
  RMul 147 153;
  RMul 144 154;
  RMul 140 155;
  RMul 137 156;
  RMul 133 157;
  RDefine 46 158 [(45, Some 4%nat); (40, None); (42, None); (44, None); (8, None); (39, None); (41, None); (43, None)];
  RVar 47;
  RVar 48;
  RMul 160 161;
  RAdd 162 56;
  RVar 49;
  RVar 50;
  RMul 164 165;
  RAdd 166 74;
  RVar 51;
  RVar 52;
  RMul 168 169;
  RAdd 170 92;
  REntry 45 [109; 163; 167; 171];
  RDefine 53 172 [(45, Some 4%nat); (47, None); (49, None); (51, None); (28, None); (31, None); (34, None); (8, None); (48, None); (50, None); (52, None)];
  REntry 45 [121; 122; 123; 124];
  RMap 4 174;
  RUse 159 [175; 135; 142; 149; 121; 122; 123; 124];
  RMap 4 176;
  RBound 9;
  RBound 8;
  RBound 7;
  RUse 173 [177; 6; 9; 12; 178; 179; 180; 121; 122; 123; 124];
  RMap 4 181;
  RAdd 135 6;
  RAdd 183 13;
  RDiv 184 6;
  RAdd 142 9;
  RAdd 186 13;
  RDiv 187 9;
  RAdd 149 12;
  RAdd 189 13;
  RDiv 190 12;
  RVar 54;
  RDiv 108 192;
  RMul 3 193;
  RAdd 194 129;
  RAdd 161 123;
  RAdd 165 122;
  RAdd 169 121;
  RUse 159 [182; 185; 188; 191; 195; 196; 197; 198];
  RMul 130 199;
  RSum 43 53 200;
  RSum 30 40 201;
  RSum 16 27 202;
  RSum 2 12 203;
  RSum 2 9 204;
  RSum 2 6 205;
  RSum 2 3 206;
  REntry 2 [108];
  RAdd 207 208;
  RApply 55 209;
  RMul 1 210;
  RLe 26 192;
  RBracket 212;
  RMul 213 210;
  REntry 56 [];
  RMul 215 210;
  REq 214 216;
  REq 215 214;
  REq 210 215;
  RVar 57;
  RLe 26 220;
  RVar 1;
  RLe 26 222;
  RMul 220 222;
  RLe 26 224;
  RLe 2 161;
  RBracket 226;
  RAdd 161 26;
  RLe 228 185;
  RBracket 229;
  RLe 2 165;
  RBracket 231;
  RAdd 165 26;
  RLe 233 188;
  RBracket 234;
  RLe 2 169;
  RBracket 236;
  RAdd 169 26;
  RLe 238 191;
  RBracket 239;
  RLe 2 122;
  RBracket 241;
  RAdd 122 26;
  RLe 243 135;
  RBracket 244;
  RLe 2 123;
  RBracket 246;
  RAdd 123 26;
  RLe 248 142;
  RBracket 249;
  RLe 2 124;
  RBracket 251;
  RAdd 124 26;
  RLe 253 149;
  RBracket 254;
  RMul 255 174;
  RMul 252 256;
  RMul 250 257;
  RMul 247 258;
  RMul 245 259;
  RMul 242 260;
  RMap 4 261;
  RAdd 194 109;
  RUse 173 [262; 6; 9; 12; 56; 74; 92; 263; 161; 165; 169];
  RMul 240 264;
  RMul 237 265;
  RMul 235 266;
  RMul 232 267;
  RMul 230 268;
  RMul 227 269;
  RUse 173 [177; 6; 9; 12; 56; 74; 92; 121; 122; 123; 124];
  RMap 4 271;
  RUse 159 [272; 185; 188; 191; 263; 161; 165; 169];
  REq 273 215;
  REq 215 273;
  RMul 12 169;
  RAdd 276 92;
  RLe 2 277;
  RBracket 278;
  RAdd 277 26;
  RLe 280 149;
  RBracket 281;
  RMul 9 165;
  RAdd 283 74;
  RLe 2 284;
  RBracket 285;
  RAdd 284 26;
  RLe 287 142;
  RBracket 288;
  RMul 6 161;
  RAdd 290 56;
  RLe 2 291;
  RBracket 292;
  RAdd 291 26;
  RLe 294 135;
  RBracket 295;
  REntry 45 [263; 291; 284; 277];
  RMul 296 297;
  RMul 293 298;
  RMul 230 299;
  RMul 227 300;
  RMul 289 301;
  RMul 286 302;
  RMul 235 303;
  RMul 232 304;
  RMul 282 305;
  RMul 279 306;
  RMul 240 307;
  RMul 237 308;
  RMul 282 297;
  RMul 279 310;
  RMul 289 311;
  RMul 286 312;
  RMul 296 313;
  RMul 293 314;
  RMul 240 315;
  RMul 237 316;
  RMul 235 317;
  RMul 232 318;
  RMul 230 319;
  RMul 227 320;
  RVar 58;
  RVar 59;
  RMul 322 323;
  RVar 60;
  RAdd 324 325;
  RLe 2 326;
  RBracket 327;
  RAdd 326 26;
  RVar 61;
  RLe 329 330;
  RBracket 331;
  REntry 9 [];
  RMul 332 333;
  RMul 328 334;
  RMul 1 335;
  RMul 1 336;
  RAdd 323 26;
  RAdd 330 322;
  RAdd 339 13;
  RDiv 340 322;
  RLe 338 341;
  RBracket 342;
  RMul 343 335;
  RMul 1 344;
  RMul 215 335;
  RMul 1 346;
  REq 345 347;
  RLe 2 323;
  RBracket 349;
  RMul 350 344;
  RMul 215 344;
  REq 351 352;
  REq 351 215;
  REq 215 351;
  RNat 0;
  RMul 356 335;
  RMul 350 357;
  RMul 350 346;
  REq 351 359;
  RMul 356 333;
  RMul 328 361;
  RAdd 341 26;
  RLe 363 338;
  RLe 341 323;
  RLe 2 325;
  RLe 26 322;
  RLe 330 326;
  RMul 13 26;
  RAdd 330 26;
  RLe 370 329;
  RMul 215 333;
  RMul 328 372;
  REq 335 373;
  REq 335 215;
  RMul 356 344;
  RMul 356 334;
  RAdd 325 26;
  RLe 378 322;
  RLe 338 2;
  RLe 329 2;
  RMul 215 334;
  REq 335 382;
  RMap 0 305;
  RMul 296 311;
  RMul 293 385;
  RMul 230 386;
  RMul 227 387;
  RMul 289 388;
  RMul 286 389;
  RMul 235 390;
  RMul 232 391;
  REq 392 215;
  RMap 0 388;
  RMul 230 315;
  RMul 227 395;
  REq 396 215;
  RMap 0 313;
  REq 315 215;
  RUse 159 [175; 135; 142; 149; 263; 291; 284; 277];
  RUse 173 [177; 6; 9; 12; 56; 74; 92; 263; 161; 165; 169];
  REq 401 215;
  RAdd 161 54;
  RAdd 165 72;
  RAdd 169 90;
  RUse 120 [127; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 5; 8; 11; 58; 76; 94; 108; 56; 74; 92; 109; 54; 72; 90];
  RUse 173 [177; 6; 9; 12; 56; 74; 92; 263; 403; 404; 405];
  RMul 406 407;
  RMul 406 215;
  REq 408 409;
  RUse 173 [177; 6; 9; 12; 128; 125; 124; 195; 196; 197; 198];
  RMul 130 411;
  RSum 43 53 412;
  RSum 30 40 413;
  RSum 16 27 414;
  RSum 2 12 415;
  RSum 2 9 416;
  RSum 2 6 417;
  RSum 2 3 418;
  RAdd 419 208;
  RApply 55 420;
  RAdd 215 208;
  RApply 55 422;
  REq 421 423;
  REq 215 407;
  RAdd 194 121;
  RUse 159 [175; 135; 142; 149; 426; 122; 123; 124];
  RMap 4 427;
  RUse 173 [428; 6; 9; 12; 56; 74; 92; 109; 403; 404; 405];
  REq 429 215;
  RMul 406 429;
  REq 431 409;
  RUse 173 [428; 6; 9; 12; 128; 125; 124; 129; 196; 197; 198];
  RMul 130 433;
  RSum 43 53 434;
  RSum 30 40 435;
  RSum 16 27 436;
  RSum 2 12 437;
  RSum 2 9 438;
  RSum 2 6 439;
  RSum 2 3 440;
  RAdd 441 208;
  RApply 55 442;
  REq 443 423;
  RUse 173 [175; 6; 9; 12; 128; 125; 124; 129; 196; 197; 198];
  RMul 130 445;
  RSum 43 53 446;
  RSum 30 40 447;
  RSum 16 27 448;
  RSum 2 12 449;
  RSum 2 9 450;
  RSum 2 6 451;
  RSum 2 3 452;
  REq 215 453;
  RMul 6 196;
  RAdd 455 128;
  RMul 9 197;
  RAdd 457 125;
  RMul 12 198;
  RAdd 459 124;
  REntry 45 [129; 456; 458; 460];
  RMul 130 461;
  RSum 43 53 462;
  RSum 30 40 463;
  RSum 16 27 464;
  RSum 2 12 465;
  RSum 2 9 466;
  RSum 2 6 467;
  RSum 2 3 468;
  REq 215 469;
  RMul 6 123;
  RAdd 471 128;
  RAdd 472 60;
  RAdd 473 14;
  RMod 474 19;
  REq 2 475;
  RBracket 476;
  RDiv 474 19;
  RLe 2 478;
  RBracket 479;
  RAdd 478 26;
  RLe 481 20;
  RBracket 482;
  RMul 9 122;
  RAdd 484 125;
  RAdd 485 78;
  RAdd 486 28;
  RMod 487 33;
  REq 2 488;
  RBracket 489;
  RDiv 487 33;
  RLe 2 491;
  RBracket 492;
  RAdd 491 26;
  RLe 494 34;
  RBracket 495;
  RMul 493 496;
  RMul 490 497;
  RMul 483 498;
  RMul 480 499;
  RMul 477 500;
  RMul 12 121;
  RAdd 502 124;
  RAdd 41 96;
  RAdd 503 504;
  RMod 505 46;
  REq 2 506;
  RBracket 507;
  RDiv 505 46;
  RLe 2 509;
  RBracket 510;
  RAdd 509 26;
  RLe 512 47;
  RBracket 513;
  REntry 37 [108; 129; 478; 491; 509];
  RAdd 290 472;
  RAdd 283 485;
  RAdd 95 505;
  RAdd 518 42;
  RAdd 276 519;
  REntry 45 [129; 516; 517; 520];
  RMul 515 521;
  RMul 514 522;
  RMul 511 523;
  RMul 508 524;
  RMul 501 525;
  RSum 43 53 526;
  RSum 30 40 527;
  RSum 16 27 528;
  RSum 2 12 529;
  RSum 2 9 530;
  RSum 2 6 531;
  RSum 2 3 532;
  RAdd 503 96;
  RAdd 534 41;
  RMod 535 46;
  REq 2 536;
  RBracket 537;
  RDiv 535 46;
  RLe 2 539;
  RBracket 540;
  RAdd 539 26;
  RLe 542 47;
  RBracket 543;
  REntry 37 [108; 129; 478; 491; 539];
  RMul 544 545;
  RMul 541 546;
  RMul 538 547;
  RMul 496 548;
  RMul 493 549;
  RMul 490 550;
  RMul 483 551;
  RMul 480 552;
  RMul 477 553;
  RMul 554 461;
  RSum 43 53 555;
  RSum 30 40 556;
  RSum 16 27 557;
  RSum 2 12 558;
  RSum 2 9 559;
  RSum 2 6 560;
  RSum 2 3 561;
  REq 533 215;
  RAdd 471 56;
  RAdd 564 60;
  RAdd 565 14;
  RMod 566 19;
  REq 2 567;
  RBracket 568;
  RDiv 566 19;
  RLe 2 570;
  RBracket 571;
  RAdd 570 26;
  RLe 573 20;
  RBracket 574;
  RAdd 484 74;
  RAdd 576 78;
  RAdd 577 28;
  RMod 578 33;
  REq 2 579;
  RBracket 580;
  RDiv 578 33;
  RLe 2 582;
  RBracket 583;
  RAdd 582 26;
  RLe 585 34;
  RBracket 586;
  RMul 584 587;
  RMul 581 588;
  RMul 575 589;
  RMul 572 590;
  RMul 569 591;
  REntry 37 [108; 109; 570; 582; 509];
  RAdd 290 564;
  RAdd 283 576;
  REntry 45 [109; 594; 595; 520];
  RMul 593 596;
  RMul 514 597;
  RMul 511 598;
  RMul 508 599;
  RMul 592 600;
  RSum 43 53 601;
  RSum 30 40 602;
  RMap 2 603;
  RMul 71 589;
  RMul 68 605;
  RMul 65 606;
  RAdd 502 123;
  RAdd 608 504;
  RMod 609 46;
  REq 2 610;
  RBracket 611;
  RDiv 609 46;
  RLe 2 613;
  RBracket 614;
  RAdd 613 26;
  RLe 616 47;
  RBracket 617;
  REntry 37 [108; 109; 66; 582; 613];
  RAdd 290 57;
  RAdd 95 609;
  RAdd 621 42;
  RAdd 276 622;
  REntry 45 [109; 620; 595; 623];
  RMul 619 624;
  RMul 618 625;
  RMul 615 626;
  RMul 612 627;
  RMul 607 628;
  RSum 43 53 629;
  RMap 2 630;
  RMul 6 124;
  RAdd 632 56;
  RAdd 633 60;
  RAdd 634 14;
  RMod 635 19;
  REq 2 636;
  RBracket 637;
  RDiv 635 19;
  RLe 2 639;
  RBracket 640;
  RAdd 639 26;
  RLe 642 20;
  RBracket 643;
  RMul 9 123;
  RAdd 645 125;
  RAdd 646 78;
  RAdd 647 28;
  RMod 648 33;
  REq 2 649;
  RBracket 650;
  RDiv 648 33;
  RLe 2 652;
  RBracket 653;
  RAdd 652 26;
  RLe 655 34;
  RBracket 656;
  RMul 654 657;
  RMul 651 658;
  RMul 644 659;
  RMul 641 660;
  RMul 638 661;
  RAdd 502 122;
  RAdd 663 504;
  RMod 664 46;
  REq 2 665;
  RBracket 666;
  RDiv 664 46;
  RLe 2 668;
  RBracket 669;
  RAdd 668 26;
  RLe 671 47;
  RBracket 672;
  REntry 37 [108; 109; 639; 652; 668];
  RAdd 290 633;
  RAdd 283 646;
  RAdd 95 664;
  RAdd 677 42;
  RAdd 276 678;
  REntry 45 [109; 675; 676; 679];
  RMul 674 680;
  RMul 673 681;
  RMul 670 682;
  RMul 667 683;
  RMul 662 684;
  RSum 43 53 685;
  RSum 2 12 686;
  RSum 30 40 687;
  RMap 2 688;
  RMul 86 89;
  RMul 83 690;
  RMul 71 691;
  RMul 68 692;
  RMul 65 693;
  RMap 0 694;
  RVar 62;
  RAdd 502 696;
  RAdd 697 504;
  RMod 698 46;
  REq 2 699;
  RBracket 700;
  RDiv 698 46;
  RLe 2 702;
  RBracket 703;
  RAdd 702 26;
  RLe 705 47;
  RBracket 706;
  REntry 37 [108; 109; 66; 84; 702];
  RAdd 283 75;
  RAdd 95 698;
  RAdd 710 42;
  RAdd 276 711;
  REntry 45 [109; 620; 709; 712];
  RMul 708 713;
  RMul 707 714;
  RMul 704 715;
  RMul 701 716;
  RMap 1 717;
  RMul 694 717;
  RSum 43 53 719;
  REq 215 720;
  REntry 37 [108; 109; 66; 84; 668];
  REntry 45 [109; 620; 709; 679];
  RMul 722 723;
  RMul 673 724;
  RMul 670 725;
  RMul 667 726;
  RSum 43 53 727;
  RMap 1 728;
  RMul 694 728;
  RSum 2 12 730;
  REq 215 731;
  RAdd 94 26;
  RLe 733 11;
  RLe 26 10;
  RMul 13 504;
  RAdd 49 736;
  RLe 737 51;
  RVar 45;
  RVar 2;
  RDiv 739 740;
  RVar 63;
  RDiv 742 740;
  RLe 741 743;
  RAdd 743 26;
  RLe 745 741;
  RLe 739 742;
  RLe 26 740;
  RLe 26 2;
  RMul 26 26;
  RLe 2 94;
  RLe 42 736;
  RVar 7;
  REntry 9 [753];
  RMul 1 754;
  RMul 1 755;
  RAdd 753 26;
  RVar 4;
  RLe 757 758;
  RBracket 759;
  RMul 760 754;
  RMul 1 761;
  RMul 215 754;
  RMul 1 763;
  REq 762 764;
  RVar 3;
  RLe 766 753;
  RBracket 767;
  RMul 768 761;
  RMul 215 761;
  REq 769 770;
  REq 769 215;
  REq 215 769;
  REntry 9 [121];
  RMap 1 774;
  REq 121 753;
  RBracket 776;
  RMul 777 774;
  RSum 766 758 778;
  REq 779 215;
  RMul 356 754;
  RMul 768 781;
  RMul 768 763;
  REq 769 783;
  RSum 766 758 356;
  RMul 356 785;
  RMap 0 356;
  RMap 1 356;
  RMul 356 774;
  RSum 766 758 789;
  RMul 356 356;
  RSum 766 758 791;
  REq 790 215;
  RAdd 758 26;
  RLe 794 757;
  RVar 64;
  RAdd 796 26;
  RLe 797 758;
  RLe 797 753;
  REq 796 753;
  RBracket 800;
  REntry 9 [796];
  RMul 801 802;
  RMul 215 802;
  REq 803 804;
  RMul 356 761;
  RLe 757 766;
  RLe 766 796;
  RLe 757 796;
  REq 753 796;
  RBracket 810;
  REq 801 215;
  RVar 65;
  RVar 66;
  RMul 220 814;
  RAdd 815 325;
  RVar 67;
  RAdd 816 817;
  RVar 68;
  RDiv 818 819;
  REntry 9 [121; 818];
  RMap 1 821;
  RMod 818 819;
  REq 2 823;
  RBracket 824;
  REq 121 820;
  RBracket 826;
  RMul 827 821;
  RSum 2 813 828;
  RMul 825 829;
  RMul 825 215;
  REq 830 831;
  RMap 0 825;
  RMap 1 828;
  RVar 69;
  REq 835 820;
  RBracket 836;
  RMul 825 837;
  REntry 9 [835; 818];
  RMul 838 839;
  RMul 837 839;
  RMul 825 841;
  RLe 26 819;
  RAdd 2 26;
  RLe 844 819;
  RLe 2 2;
  RVar 70;
  RVar 71;
  RMul 848 814;
  RAdd 849 325;
  RLe 847 850;
  RLe 850 847;
  RMul 1 1;
  RVar 72;
  RLe 741 854;
  RAdd 854 26;
  RLe 856 741;
  RVar 73;
  RAdd 858 26;
  RLe 859 740;
  RMul 740 854;
  RAdd 861 858;
  REq 739 862;
  RLe 854 741;
  RAdd 741 26;
  RLe 865 854;
  RLe 2 858;
  RDiv 847 848;
  RVar 56;
  REq 869 868;
  REq 814 814;
  RBracket 871;
  REq 814 869;
  RBracket 873;
  REq 874 1;
  REq 814 868;
  RBracket 876;
  RMul 1 877;
  RMul 1 215;
  REq 878 879;
  RMul 740 741;
  RMul 740 869;
  REq 881 882;
  RMod 739 740;
  RLe 884 858;
  RLe 858 884;
  RMod 847 848;
  REq 869 887;
  REq 325 325;
  RBracket 889;
  REq 325 869;
  RBracket 891;
  REq 892 1;
  REq 325 887;
  RBracket 894;
  RMul 895 877;
  RMul 215 877;
  REq 896 897;
  REq 896 215;
  REq 215 896;
  REq 847 850;
  REq 847 847;
  RBracket 902;
  REq 847 869;
  RBracket 904;
  REq 905 1;
  RBracket 901;
  REq 907 215;
  RLe 325 887;
  RLe 887 325;
  RLe 814 868;
  RLe 868 814;
  RAdd 847 26;
  RLe 913 850;
  RMul 848 869;
  REq 849 915;
  RLe 844 2;
  RBracket 846;
  RMul 918 356;
  RMul 215 356;
  REq 356 920;
  REq 356 215;
  REq 215 356;
  RMul 356 896;
  RMul 918 896;
  RMul 215 896;
  REq 896 926;
  RMul 895 356;
  RMul 895 215;
  REq 896 929;
  REq 868 814;
  RBracket 931;
  REq 877 215;
  RMul 356 877;
  REq 887 325;
  RBracket 935;
  REq 895 215;
  RAdd 850 26;
  RLe 938 847;
  REq 850 847;
  RBracket 940;
  RMul 819 835;
  RAdd 942 2;
  REq 818 943;
  RBracket 944;
  RMul 945 839;
  RMul 215 839;
  REq 946 947;
  REq 942 818;
  RBracket 949;
  RMul 950 839;
  REq 951 215;
  RMul 819 121;
  REq 953 818;
  RBracket 954;
  RMul 955 821;
  RSum 2 813 956;
  REq 957 215;
  RVar 74;
  RVar 75;
  RAdd 960 26;
  RLe 942 818;
  RLe 818 942;
  REntry 9 [835; 942];
  REntry 9 [835; 869];
  REq 964 965;
  RMul 950 964;
  RMul 950 215;
  REq 967 968;
  RMul 356 839;
  REq 951 947;
  REq 215 951;
  RMul 356 964;
  RMul 215 964;
  REq 967 974;
  REq 967 215;
  REq 818 942;
  RBracket 977;
  REq 950 215;
  RMul 220 122;
  RAdd 980 325;
  RAdd 981 817;
  REq 953 982;
  RBracket 983;
  REntry 9 [121; 953];
  RMul 984 985;
  RMap 2 986;
  RMul 819 122;
  RMul 220 121;
  RAdd 989 123;
  RAdd 990 817;
  REq 988 991;
  RBracket 992;
  REntry 9 [122; 988];
  RMul 993 994;
  RSum 959 961 995;
  RMap 2 996;
  RMul 964 950;
  RMap 0 964;
  RAdd 989 325;
  RAdd 1000 817;
  REq 942 1001;
  RBracket 1002;
  RMap 1 1003;
  RMul 964 1003;
  RSum 959 961 1005;
  REq 215 1006;
  RAdd 989 122;
  RAdd 1008 817;
  REq 942 1009;
  RBracket 1010;
  RSum 959 961 1011;
  RMap 1 1012;
  RMul 964 1012;
  RSum 2 220 1014;
  REq 215 1015;
  RSum 2 220 1012;
  RMul 964 1017;
  REq 1018 215;
  RMul 1017 964;
  REq 1020 215;
  RMul 819 123;
  REq 1022 1009;
  RBracket 1023;
  RSum 959 961 1024;
  RSum 2 220 1025;
  RMul 1026 985;
  RSum 2 813 1027;
  REq 1028 215;
  RMul 13 817;
  RDiv 1030 220;
  RLe 959 1031;
  RLe 2 835;
  RAdd 942 1030;
  RLe 1030 1034;
  RDiv 1034 220;
  RLe 959 1036;
  RAdd 813 13;
  RMul 819 1038;
  RAdd 1039 1030;
  RDiv 1040 220;
  RLe 1041 960;
  RAdd 835 26;
  RLe 1043 813;
  RLe 1034 1040;
  RLe 1036 960;
  RAdd 847 1030;
  RDiv 1047 220;
  RLe 1048 960;
  RAdd 1048 26;
  RLe 1050 961;
  REntry 76 [121; 868];
  RMap 1 1052;
  REntry 76 [325; 121];
  RMap 1 1054;
  REq 121 868;
  RBracket 1056;
  RMul 1057 1054;
  RSum 766 758 1058;
  RMul 895 1059;
  REq 1060 929;
  RMap 0 895;
  RMap 1 1058;
  REntry 76 [325; 814];
  RMul 896 1064;
  RMul 877 1064;
  RMul 895 1066;
  RMul 907 1064;
  RMul 215 1064;
  REq 1068 1069;
  REq 1068 215;
  RMul 848 121;
  RAdd 1072 325;
  REq 847 1073;
  RBracket 1074;
  RMul 1075 1054;
  RSum 766 758 1076;
  REq 1077 215;
  RAdd 1072 122;
  REq 847 1079;
  RBracket 1080;
  REntry 76 [122; 121];
  RMul 1081 1082;
  RSum 766 758 1083;
  RSum 2 848 1084;
  REq 1085 215;
  RMap 2 1;
  REq 847 1009;
  RBracket 1088;
  RSum 959 961 1089;
  RSum 2 220 1090;
  REq 1047 1008;
  RBracket 1092;
  RMul 1093 1;
  RSum 959 961 1094;
  RSum 2 220 1095;
  REq 1091 215;
  REq 847 818;
  RBracket 1098;
  REq 1047 816;
  RBracket 1100;
  REq 1099 215;
  REq 215 1091;
  RMod 1047 220;
  REq 122 1104;
  RBracket 1105;
  REq 121 1048;
  RBracket 1107;
  RMul 1106 1108;
  RSum 959 961 1109;
  RSum 2 220 1110;
  REq 1111 215;
  REq 215 1017;
  RMul 1 964;
  REq 1114 974;
  REq 964 215;
  RSum 2 813 985;
  REq 1117 215;
  REntry 37 [108; 109; 66; 84; 121];
  RAdd 95 122;
  RAdd 1120 42;
  RAdd 276 1121;
  REntry 45 [109; 620; 709; 1122];
  RMul 1119 1123;
  RMap 2 1124;
  RMul 46 121;
  RAdd 95 1126;
  RAdd 1127 42;
  RAdd 276 1128;
  REntry 45 [109; 620; 709; 1129];
  RMul 1119 1130;
  RSum 2 47 1131;
  RMul 694 1132;
  RMul 694 215;
  REq 1133 1134;
  RMul 68 71;
  RMul 65 1136;
  RAdd 28 78;
  RAdd 75 1138;
  RMod 1139 33;
  REq 2 1140;
  RBracket 1141;
  RDiv 1139 33;
  RLe 2 1143;
  RBracket 1144;
  RAdd 1143 26;
  RLe 1146 34;
  RBracket 1147;
  REntry 37 [108; 109; 66; 1143; 121];
  RAdd 77 1139;
  RAdd 1150 29;
  RAdd 283 1151;
  REntry 45 [109; 620; 1152; 1129];
  RMul 1149 1153;
  RSum 2 47 1154;
  RMul 1148 1155;
  RMul 1145 1156;
  RMul 1142 1157;
  RMul 1137 1158;
  REq 1159 215;
  RMap 0 1137;
  RMul 9 121;
  RAdd 1162 696;
  RAdd 1163 1138;
  RMod 1164 33;
  REq 2 1165;
  RBracket 1166;
  RDiv 1164 33;
  RLe 2 1168;
  RBracket 1169;
  RAdd 1168 26;
  RLe 1171 34;
  RBracket 1172;
  RAdd 484 696;
  RAdd 1174 1138;
  RDiv 1175 33;
  REntry 37 [108; 109; 66; 1176; 121];
  RAdd 77 1175;
  RAdd 1178 29;
  RAdd 283 1179;
  REntry 45 [109; 620; 1180; 1129];
  RMul 1177 1181;
  RSum 2 47 1182;
  RMul 1173 1183;
  RMul 1170 1184;
  RMul 1167 1185;
  RMap 1 1186;
  RMul 1137 1186;
  RSum 30 40 1188;
  REq 215 1189;
  RAdd 1162 122;
  RAdd 1191 1138;
  RMod 1192 33;
  REq 2 1193;
  RBracket 1194;
  RDiv 1192 33;
  RLe 2 1196;
  RBracket 1197;
  RAdd 1196 26;
  RLe 1199 34;
  RBracket 1200;
  RAdd 484 123;
  RAdd 1202 1138;
  RDiv 1203 33;
  REntry 37 [108; 109; 66; 1204; 121];
  RAdd 77 1203;
  RAdd 1206 29;
  RAdd 283 1207;
  REntry 45 [109; 620; 1208; 1129];
  RMul 1205 1209;
  RSum 2 47 1210;
  RMul 1201 1211;
  RMul 1198 1212;
  RMul 1195 1213;
  RSum 30 40 1214;
  RMap 1 1215;
  RMul 1137 1215;
  RSum 2 9 1217;
  REq 215 1218;
  RAdd 76 26;
  RLe 1220 8;
  RLe 26 7;
  RMul 13 1138;
  RAdd 36 1223;
  RLe 1224 38;
  RLe 2 76;
  RLe 29 1223;
  REntry 37 [108; 109; 66; 122; 121];
  RAdd 77 123;
  RAdd 1229 29;
  RAdd 283 1230;
  REntry 45 [109; 620; 1231; 1129];
  RMul 1228 1232;
  RSum 2 47 1233;
  RMap 2 1234;
  RMul 33 122;
  RAdd 77 1236;
  RAdd 1237 29;
  RAdd 283 1238;
  REntry 45 [109; 620; 1239; 1129];
  RMul 1228 1240;
  RSum 2 47 1241;
  RSum 2 34 1242;
  RMul 1137 1243;
  RMul 1137 215;
  REq 1244 1245;
  RAdd 14 60;
  RAdd 57 1247;
  RMod 1248 19;
  REq 2 1249;
  RBracket 1250;
  RDiv 1248 19;
  RLe 2 1252;
  RBracket 1253;
  RAdd 1252 26;
  RLe 1255 20;
  RBracket 1256;
  REntry 37 [108; 109; 1252; 122; 121];
  RAdd 59 1248;
  RAdd 1259 15;
  RAdd 290 1260;
  REntry 45 [109; 1261; 1239; 1129];
  RMul 1258 1262;
  RSum 2 47 1263;
  RSum 2 34 1264;
  RMul 1257 1265;
  RMul 1254 1266;
  RMul 1251 1267;
  REq 1268 215;
  RAdd 58 26;
  RLe 1270 5;
  RLe 26 4;
  RMul 13 1247;
  RAdd 22 1273;
  RLe 1274 24;
  RLe 2 58;
  RLe 15 1273;
  REntry 37 [108; 109; 123; 122; 121];
  RAdd 59 124;
  RAdd 1279 15;
  RAdd 290 1280;
  REntry 45 [109; 1281; 1239; 1129];
  RMul 1278 1282;
  RSum 2 47 1283;
  RSum 2 34 1284;
  RMap 2 1285;
  REntry 37 [108; 124; 123; 122; 121];
  RMul 19 123;
  RAdd 59 1288;
  RAdd 1289 15;
  RAdd 290 1290;
  REntry 45 [124; 1291; 1239; 1129];
  RMul 1287 1292;
  RSum 2 47 1293;
  RSum 2 34 1294;
  RSum 2 20 1295;
  RSum 2 3 1296;
  REq 1297 215;
  RMul 5 161;
  RAdd 1299 58;
  RMul 4 1300;
  RAdd 1301 1288;
  RAdd 1302 15;
  RMul 8 165;
  RAdd 1304 76;
  RMul 7 1305;
  RAdd 1306 1236;
  RAdd 1307 29;
  RMul 11 169;
  RAdd 1309 94;
  RMul 10 1310;
  RAdd 1311 1126;
  RAdd 1312 42;
  REntry 45 [124; 1303; 1308; 1313];
  RMul 1287 1314;
  RSum 2 47 1315;
  RSum 2 34 1316;
  RSum 2 20 1317;
  RSum 2 3 1318;
  RVar 77;
  RMul 4 1320;
  RAdd 1321 1288;
  RAdd 1322 15;
  RVar 78;
  RMul 7 1324;
  RAdd 1325 1236;
  RAdd 1326 29;
  RVar 79;
  RMul 10 1328;
  RAdd 1329 1126;
  RAdd 1330 42;
  REntry 45 [124; 1323; 1327; 1331];
  RMul 1287 1332;
  RSum 2 47 1333;
  RSum 2 34 1334;
  RSum 2 20 1335;
  RSum 2 3 1336;
  RDefine 80 1337 [(37, Some 5%nat); (45, Some 4%nat); (11, None); (20, None); (23, None); (26, None); (12, None); (14, None); (16, None); (19, None); (22, None); (25, None); (18, None); (21, None); (24, None); (36, None); (77, None); (78, None); (79, None)];
  RUse 1338 [127; 175; 3; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 108; 1300; 1305; 1310];
  RUse 1338 [127; 175; 3; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 121; 122; 123; 124];
  RMap 4 1340;
  RUse 173 [1341; 5; 8; 11; 58; 76; 94; 108; 161; 165; 169];
  REq 1342 215;
  RUse 1338 [127; 428; 3; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 121; 122; 123; 124];
  RMap 4 1344;
  RUse 173 [1345; 5; 8; 11; 58; 76; 94; 108; 161; 165; 169];
  RAdd 1346 208;
  RApply 55 1347;
  REq 1348 423;
  RUse 1338 [127; 428; 3; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 108; 1300; 1305; 1310];
  RAdd 1350 208;
  RApply 55 1351;
  REq 1348 215;
  REq 215 1348;
  RAdd 194 124;
  REntry 45 [1355; 1323; 1327; 1331];
  RMul 1287 1356;
  RSum 2 47 1357;
  RSum 2 34 1358;
  RSum 2 20 1359;
  RSum 2 3 1360;
  RDefine 81 1361 [(37, Some 5%nat); (45, Some 4%nat); (11, None); (54, None); (20, None); (23, None); (26, None); (12, None); (14, None); (16, None); (19, None); (22, None); (25, None); (18, None); (21, None); (24, None); (36, None); (77, None); (78, None); (79, None)];
  RUse 1362 [127; 177; 3; 192; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 108; 1300; 1305; 1310];
  RAdd 1363 208;
  RApply 55 1364;
  RUse 1362 [127; 177; 3; 192; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 121; 122; 123; 124];
  REntry 2 [121];
  RAdd 1366 1367;
  RApply 55 1368;
  RMap 4 1369;
  RUse 173 [1370; 5; 8; 11; 58; 76; 94; 108; 161; 165; 169];
  REq 1371 215;
  RMod 131 135;
  RMod 138 142;
  RMod 145 149;
  REntry 45 [109; 1373; 1374; 1375];
  RDefine 82 1376 [(45, Some 4%nat); (40, None); (42, None); (44, None); (8, None); (39, None); (41, None); (43, None)];
  RUse 173 [175; 6; 9; 12; 178; 179; 180; 121; 122; 123; 124];
  RMap 4 1378;
  RVar 83;
  RVar 84;
  RVar 85;
  RUse 1377 [1379; 1380; 1381; 1382; 195; 196; 197; 198];
  RMul 130 1383;
  RSum 43 53 1384;
  RSum 30 40 1385;
  RSum 16 27 1386;
  RSum 2 12 1387;
  RSum 2 9 1388;
  RSum 2 6 1389;
  RSum 2 3 1390;
  RAdd 1391 208;
  RApply 55 1392;
  RMul 1 1393;
  RMul 213 1393;
  RMul 215 1393;
  REq 1395 1396;
  REq 215 1395;
  REq 1393 215;
  RMod 161 1380;
  RMod 165 1381;
  RMod 169 1382;
  RUse 173 [175; 6; 9; 12; 56; 74; 92; 263; 1400; 1401; 1402];
  RUse 173 [175; 6; 9; 12; 56; 74; 92; 121; 122; 123; 124];
  RMap 4 1404;
  RUse 1377 [1405; 1380; 1381; 1382; 263; 161; 165; 169];
  REq 1406 215;
  REq 215 1406;
  RMul 322 869;
  REq 324 1409;
  RMul 322 848;
  RDiv 323 848;
  RMul 1411 1412;
  RMod 323 848;
  RMul 322 1414;
  RAdd 1415 325;
  RAdd 1413 1416;
  RLe 326 1417;
  RLe 1417 326;
  RAdd 1416 26;
  RLe 1420 1411;
  RLe 2 1416;
  RLe 26 848;
  RLe 26 1411;
  RMul 6 1400;
  RAdd 1425 56;
  RMul 9 1401;
  RAdd 1427 74;
  RMul 12 1382;
  RMod 277 1429;
  REntry 45 [263; 1426; 1428; 1430];
  REntry 45 [263; 1426; 1428; 869];
  REq 1431 1432;
  RMul 9 1381;
  RMod 284 1434;
  REntry 45 [263; 1426; 1435; 1430];
  REntry 45 [263; 1426; 869; 1430];
  REq 1436 1437;
  RMul 6 1380;
  RMod 291 1439;
  REntry 45 [263; 1440; 1435; 1430];
  REntry 45 [263; 869; 1435; 1430];
  REq 1441 1442;
  REq 1441 215;
  RUse 1377 [175; 1439; 1434; 1429; 263; 291; 284; 277];
  RUse 1377 [175; 1439; 1434; 1429; 121; 122; 123; 124];
  RMap 4 1446;
  RUse 173 [1447; 6; 9; 12; 56; 74; 92; 263; 161; 165; 169];
  REq 1448 215;
  RUse 173 [1447; 6; 9; 12; 56; 74; 92; 263; 403; 404; 405];
  RMul 406 1450;
  REq 1451 409;
  RUse 173 [1447; 6; 9; 12; 128; 125; 124; 195; 196; 197; 198];
  RMul 130 1453;
  RSum 43 53 1454;
  RSum 30 40 1455;
  RSum 16 27 1456;
  RSum 2 12 1457;
  RSum 2 9 1458;
  RSum 2 6 1459;
  RSum 2 3 1460;
  RAdd 1461 208;
  RApply 55 1462;
  REq 1463 423;
  REq 215 1450;
  RUse 1377 [175; 1439; 1434; 1429; 426; 122; 123; 124];
  RMap 4 1466;
  RUse 173 [1467; 6; 9; 12; 56; 74; 92; 109; 403; 404; 405];
  REq 1468 215;
  RMul 406 1468;
  REq 1470 409;
  RUse 173 [1467; 6; 9; 12; 128; 125; 124; 129; 196; 197; 198];
  RMul 130 1472;
  RSum 43 53 1473;
  RSum 30 40 1474;
  RSum 16 27 1475;
  RSum 2 12 1476;
  RSum 2 9 1477;
  RSum 2 6 1478;
  RSum 2 3 1479;
  RAdd 1480 208;
  RApply 55 1481;
  REq 1482 423;
  RUse 1338 [127; 1467; 3; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 121; 122; 123; 124];
  RMap 4 1484;
  RUse 173 [1485; 5; 8; 11; 58; 76; 94; 108; 161; 165; 169];
  RAdd 1486 208;
  RApply 55 1487;
  REq 1488 423;
  RUse 1338 [127; 1467; 3; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 108; 1300; 1305; 1310];
  RAdd 1490 208;
  RApply 55 1491;
  REq 1488 215;
  REq 215 1488;
  RUse 1362 [127; 1447; 3; 192; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 108; 1300; 1305; 1310];
  RAdd 1495 208;
  RApply 55 1496;
  RUse 1362 [127; 1447; 3; 192; 20; 34; 47; 4; 7; 10; 19; 33; 46; 14; 28; 41; 121; 122; 123; 124];
  RAdd 1498 1367;
  RApply 55 1499;
  RMap 4 1500;
  RUse 173 [1501; 5; 8; 11; 58; 76; 94; 108; 161; 165; 169];
  REq 1502 215;
  RVar 86;
  RAdd 1504 26;
  RAdd 330 817;
  RAdd 1506 858;
  RVar 87;
  RMul 13 1508;
  RAdd 1507 1509;
  RAdd 1510 13;
  RDiv 1511 220;
  RAdd 1512 26;
  RLe 1505 1513;
  RMul 220 1504;
  RAdd 1515 1030;
  RAdd 1516 1508;
  RAdd 1517 26;
  RAdd 330 858;
  RLe 1518 1519;
  RLe 1513 1504;
  RLe 1519 1517;
  RDiv 1504 222;
  RLe 2 1523;
  RAdd 1523 26;
  RLe 1525 2;
  RLe 2 1504;
  RVar 88;
  RAdd 1528 222;
  RAdd 1529 13;
  RDiv 1530 222;
  RLe 1525 1531;
  RAdd 1531 26;
  RLe 1533 1525;
  RLe 1505 1528;
  RVar 89;
  RMul 13 1536;
  RAdd 848 1537;
  RVar 90;
  RAdd 1528 1539;
  RMul 13 848;
  RAdd 1540 1541;
  RAdd 1538 1542;
  RAdd 1539 1537;
  RMul 13 1544;
  RAdd 1543 1545;
  RAdd 1546 13;
  RAdd 1547 26;
  RMul 26 739;
  RAdd 1549 2;
  RLe 844 26;
  RLe 26 26;
  RDiv 1547 26;
  RAdd 1553 26;
  RAdd 869 26;
  REq 1554 1555;
  REq 1554 869;
  RLe 26 5;
  RLe 26 8;
  RLe 26 11;
  RLe 26 19;
  RLe 26 33;
  RLe 26 46;
  REq 1371 210;
  RLe 26 1380;
  RLe 26 1381;
  RLe 26 1382;
  REq 1502 1393;
  REq 1554 1528].
Definition the_steps : list step := [
  SRing 211 210;
  SAxiom bracket_le;
  SInstantiate 2 [((1, None), 26); ((2, None), 192)];
  SRing 214 214;
  SRewrite 3 4 217 (56, Some 0%nat);
  SRewrite 5 4 218 (56, Some 0%nat);
  SRing 210 211;
  SRewrite 6 7 219 (56, Some 0%nat);
  SAssume 221;
  SAssume 223;
  SCone 225 [(1%Z, [9]); (1%Z, [10]); (1%Z, [9; 10])] [];
  SInstantiate 11 [((57, None), 10); ((1, None), 11)];
  SInstantiate 11 [((57, None), 7); ((1, None), 8)];
  SInstantiate 11 [((57, None), 4); ((1, None), 5)];
  SUnfold 270 173;
  SUnfold 273 159;
  SRewrite 15 16 274 (56, Some 0%nat);
  SRing 273 273;
  SRewrite 17 18 275 (56, Some 0%nat);
  SRing 309 321;
  SRing 337 335;
  SInstantiate 2 [((1, None), 338); ((2, None), 341)];
  SRing 345 345;
  SRewrite 22 23 348 (56, Some 0%nat);
  SInstantiate 2 [((1, None), 2); ((2, None), 323)];
  SRing 351 351;
  SRewrite 25 26 353 (56, Some 0%nat);
  SRewrite 24 27 354 (56, Some 0%nat);
  SRewrite 21 28 354 (56, Some 0%nat);
  SRewrite 29 26 355 (56, Some 0%nat);
  SRing 358 356;
  SAxiom bracket_not_le;
  SInstantiate 32 [((1, None), 338); ((2, None), 341)];
  SRewrite 33 26 360 (56, Some 0%nat);
  SRewrite 31 34 354 (56, Some 0%nat);
  SRewrite 35 26 355 (56, Some 0%nat);
  SRing 362 356;
  SAssume 364;
  SCone 365 [(1%Z, [38])] [];
  SAssume 366;
  SAssume 365;
  SAxiom mod_high;
  SInstantiate 42 [((1, None), 340); ((2, None), 322)];
  SAssume 367;
  SAxiom division;
  SInstantiate 45 [((1, None), 340); ((2, None), 322)];
  SCone 368 [(1%Z, [40]); (1%Z, [41]); (1%Z, [43]); (1%Z, [44; 41])] [(369, 46)];
  SCut 39 47;
  SCone 371 [(1%Z, [48])] [];
  SInstantiate 32 [((1, None), 329); ((2, None), 330)];
  SCut 49 50;
  SRing 335 335;
  SRewrite 51 52 374 (56, Some 0%nat);
  SRewrite 37 53 375 (56, Some 0%nat);
  SRewrite 36 54 375 (56, Some 0%nat);
  SCases 342 30 55;
  SRing 376 356;
  SInstantiate 32 [((1, None), 2); ((2, None), 323)];
  SRewrite 58 26 353 (56, Some 0%nat);
  SRewrite 57 59 354 (56, Some 0%nat);
  SRewrite 60 26 355 (56, Some 0%nat);
  SRing 377 356;
  SAssume 379;
  SAssume 380;
  SCone 381 [(1%Z, [63]); (1%Z, [64]); (1%Z, [44; 64])] [];
  SInstantiate 32 [((1, None), 2); ((2, None), 326)];
  SCut 65 66;
  SRewrite 67 52 383 (56, Some 0%nat);
  SRewrite 62 68 375 (56, Some 0%nat);
  SRewrite 61 69 375 (56, Some 0%nat);
  SCases 349 56 70;
  SInstantiate 71 [((58, None), 12); ((60, None), 92); ((59, None), 169); ((61, None), 149); ((9, Some 0%nat), 384)];
  SRing 392 307;
  SRewrite 72 73 393 (56, Some 0%nat);
  SInstantiate 71 [((58, None), 9); ((60, None), 74); ((59, None), 165); ((61, None), 142); ((9, Some 0%nat), 394)];
  SRing 396 390;
  SRewrite 75 76 397 (56, Some 0%nat);
  SInstantiate 71 [((58, None), 6); ((60, None), 56); ((59, None), 161); ((61, None), 135); ((9, Some 0%nat), 398)];
  SRewrite 77 78 399 (56, Some 0%nat);
  SRewrite 74 79 399 (56, Some 0%nat);
  SRewrite 20 80 399 (56, Some 0%nat);
  SUnfold 400 159;
  SUnfold 401 173;
  SRewrite 82 83 402 (56, Some 0%nat);
  SRewrite 81 84 402 (56, Some 0%nat);
  SRewrite 19 85 402 (56, Some 0%nat);
  SInstantiate 86 [((48, None), 403); ((50, None), 404); ((52, None), 405)];
  SCut 14 87;
  SCut 13 88;
  SCut 12 89;
  SRing 408 408;
  SRewrite 90 91 410 (56, Some 0%nat);
  SUnderSum 92 (33, None) 43 53;
  SUnderSum 93 (30, None) 30 40;
  SUnderSum 94 (27, None) 16 27;
  SUnderSum 95 (34, None) 2 12;
  SUnderSum 96 (31, None) 2 9;
  SUnderSum 97 (28, None) 2 6;
  SUnderSum 98 (8, None) 2 3;
  SRing 421 421;
  SRewrite 99 100 424 (56, Some 0%nat);
  SUnfold 407 173;
  SRing 407 407;
  SRewrite 102 103 425 (56, Some 0%nat);
  SUnfold 429 173;
  SRewrite 104 105 430 (56, Some 0%nat);
  SRing 431 431;
  SRewrite 106 107 432 (56, Some 0%nat);
  SUnderSum 108 (33, None) 43 53;
  SUnderSum 109 (30, None) 30 40;
  SUnderSum 110 (27, None) 16 27;
  SUnderSum 111 (34, None) 2 12;
  SUnderSum 112 (31, None) 2 9;
  SUnderSum 113 (28, None) 2 6;
  SUnderSum 114 (8, None) 2 3;
  SRing 443 443;
  SRewrite 115 116 444 (56, Some 0%nat);
  SUnfold 453 173;
  SRing 453 453;
  SRewrite 118 119 454 (56, Some 0%nat);
  SUnfold 469 120;
  SRing 469 469;
  SRewrite 121 122 470 (56, Some 0%nat);
  SRing 533 562;
  SRewrite 123 124 563 (56, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 126 [((3, None), 16); ((4, None), 27); ((5, None), 2); ((6, None), 12); ((9, Some 2%nat), 604)];
  SUnderSum 127 (31, None) 2 9;
  SUnderSum 128 (28, None) 2 6;
  SUnderSum 129 (8, None) 2 3;
  SInstantiate 126 [((3, None), 30); ((4, None), 40); ((5, None), 2); ((6, None), 12); ((9, Some 2%nat), 631)];
  SUnderSum 131 (27, None) 16 27;
  SUnderSum 132 (31, None) 2 9;
  SUnderSum 133 (28, None) 2 6;
  SUnderSum 134 (8, None) 2 3;
  SInstantiate 126 [((3, None), 16); ((4, None), 27); ((5, None), 2); ((6, None), 9); ((9, Some 2%nat), 689)];
  SUnderSum 136 (28, None) 2 6;
  SUnderSum 137 (8, None) 2 3;
  SAxiom sum_factor;
  SInstantiate 139 [((3, None), 43); ((4, None), 53); ((8, Some 0%nat), 695); ((9, Some 1%nat), 718)];
  SRing 720 720;
  SRewrite 140 141 721 (56, Some 0%nat);
  SUnderSum 142 (62, None) 2 12;
  SInstantiate 139 [((3, None), 2); ((4, None), 12); ((8, Some 0%nat), 695); ((9, Some 1%nat), 729)];
  SRing 731 731;
  SRewrite 144 145 732 (56, Some 0%nat);
  SAssume 734;
  SAssume 735;
  SCone 738 [(1%Z, [147]); (1%Z, [148; 147])] [];
  SAssume 744;
  SAssume 746;
  SAssume 747;
  SAxiom mod_low;
  SInstantiate 153 [((1, None), 739)];
  SInstantiate 42 [((1, None), 742)];
  SAssume 748;
  SInstantiate 45 [((1, None), 739)];
  SInstantiate 45 [((1, None), 742)];
  SCone 749 [(1%Z, [152]); (1%Z, [154]); (1%Z, [155]); (1%Z, [151]); (1%Z, [156; 151])] [(750, 157); (369, 158)];
  SCone 744 [(1%Z, [151; 159]); (1%Z, [159])] [];
  SCases 744 150 160;
  SCases 744 150 161;
  SInstantiate 162 [((2, None), 12); ((45, None), 737); ((63, None), 51)];
  SCut 12 163;
  SCut 149 164;
  SAssume 751;
  SCone 752 [(1%Z, [166]); (1%Z, [148; 166])] [];
  SInstantiate 162 [((2, None), 12); ((45, None), 42); ((63, None), 736)];
  SCut 12 168;
  SCut 167 169;
  SRing 756 754;
  SInstantiate 2 [((1, None), 757); ((2, None), 758)];
  SRing 762 762;
  SRewrite 172 173 765 (56, Some 0%nat);
  SInstantiate 2 [((1, None), 766); ((2, None), 753)];
  SRing 769 769;
  SRewrite 175 176 771 (56, Some 0%nat);
  SRewrite 174 177 772 (56, Some 0%nat);
  SRewrite 171 178 772 (56, Some 0%nat);
  SRewrite 179 176 773 (56, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 181 [((3, None), 766); ((4, None), 758); ((7, None), 753); ((9, Some 1%nat), 775)];
  SRewrite 180 182 780 (56, Some 0%nat);
  SRing 782 356;
  SInstantiate 32 [((1, None), 757); ((2, None), 758)];
  SRewrite 185 176 784 (56, Some 0%nat);
  SRewrite 184 186 772 (56, Some 0%nat);
  SRewrite 187 176 773 (56, Some 0%nat);
  SRing 786 356;
  SInstantiate 139 [((3, None), 766); ((4, None), 758); ((8, Some 0%nat), 787); ((9, Some 1%nat), 788)];
  SRing 790 792;
  SRewrite 190 191 793 (56, Some 0%nat);
  SRewrite 189 192 793 (56, Some 0%nat);
  SAssume 795;
  SAssume 798;
  SCone 799 [(1%Z, [194]); (1%Z, [195])] [];
  SAxiom bracket_not_eq;
  SInstantiate 197 [((1, None), 796); ((2, None), 753)];
  SCut 196 198;
  SRing 803 803;
  SRewrite 199 200 805 (56, Some 0%nat);
  SUnderSum 201 (64, None) 766 758;
  SRewrite 193 202 780 (56, Some 0%nat);
  SRewrite 188 203 780 (56, Some 0%nat);
  SCases 759 183 204;
  SRing 806 356;
  SInstantiate 32 [((1, None), 766); ((2, None), 753)];
  SRewrite 207 176 771 (56, Some 0%nat);
  SRewrite 206 208 772 (56, Some 0%nat);
  SRewrite 209 176 773 (56, Some 0%nat);
  SAssume 807;
  SAssume 808;
  SCone 809 [(1%Z, [211]); (1%Z, [212])] [];
  SInstantiate 197 [((1, None), 753); ((2, None), 796)];
  SCut 213 214;
  SRing 801 811;
  SRewrite 215 216 812 (56, Some 0%nat);
  SRewrite 217 200 805 (56, Some 0%nat);
  SUnderSum 218 (64, None) 766 758;
  SRewrite 193 219 780 (56, Some 0%nat);
  SRewrite 210 220 780 (56, Some 0%nat);
  SCases 767 205 221;
  SInstantiate 222 [((3, None), 2); ((4, None), 813); ((7, None), 820); ((9, Some 1%nat), 822)];
  SRing 830 830;
  SRewrite 223 224 832 (56, Some 0%nat);
  SInstantiate 139 [((3, None), 2); ((4, None), 813); ((8, Some 0%nat), 833); ((9, Some 1%nat), 834)];
  SRing 840 842;
  SAssume 843;
  SCone 845 [(1%Z, [228])] [];
  SCone 843 [(1%Z, [229])] [];
  SCone 846 [] [];
  SAssume 851;
  SCone 851 [(1%Z, [232])] [];
  SAssume 852;
  SCone 852 [(1%Z, [234])] [];
  SAxiom antisymmetry;
  SInstantiate 236 [((1, None), 847); ((2, None), 850)];
  SCut 235 237;
  SCut 233 238;
  SRing 853 1;
  SAssume 855;
  SAssume 857;
  SAssume 860;
  SAssume 863;
  SCone 749 [(1%Z, [243]); (1%Z, [154]); (1%Z, [242]); (1%Z, [156; 242])] [(369, 244); (750, 157)];
  SCone 855 [(1%Z, [242; 245]); (1%Z, [245])] [];
  SCases 855 241 246;
  SCases 855 241 247;
  SAssume 864;
  SAssume 866;
  SAssume 867;
  SInstantiate 42 [((1, None), 739)];
  SCone 749 [(1%Z, [251]); (1%Z, [252]); (1%Z, [250]); (1%Z, [156; 250])] [(750, 244); (369, 157)];
  SCone 864 [(1%Z, [250; 253]); (1%Z, [253])] [];
  SCases 864 249 254;
  SCases 864 249 255;
  SInstantiate 236 [((1, None), 741); ((2, None), 854)];
  SCut 256 257;
  SCut 248 258;
  SInstantiate 259 [((2, None), 848); ((73, None), 325); ((45, None), 847); ((72, None), 814)];
  SRing 868 868;
  SRewrite 260 261 870 (56, None);
  SRing 872 1;
  SRewrite 262 263 875 (56, None);
  SRing 878 878;
  SRewrite 264 265 880 (56, Some 0%nat);
  SRing 881 881;
  SRewrite 259 267 883 (56, None);
  SCone 885 [] [(369, 244); (750, 157); (750, 268)];
  SCone 886 [] [(750, 244); (369, 157); (369, 268)];
  SInstantiate 236 [((1, None), 884); ((2, None), 858)];
  SCut 270 271;
  SCut 269 272;
  SInstantiate 273 [((2, None), 848); ((73, None), 325); ((45, None), 847); ((72, None), 814)];
  SRing 887 887;
  SRewrite 274 275 888 (56, None);
  SRing 890 1;
  SRewrite 276 277 893 (56, None);
  SRing 896 896;
  SRewrite 278 279 898 (56, Some 0%nat);
  SRewrite 266 280 899 (56, Some 0%nat);
  SRewrite 240 281 899 (56, Some 0%nat);
  SRewrite 282 279 900 (56, Some 0%nat);
  SAssume 901;
  SRing 903 1;
  SRewrite 284 285 906 (56, None);
  SRewrite 283 286 908 (56, Some 0%nat);
  SCut 239 287;
  SAssume 909;
  SCone 909 [(1%Z, [289])] [];
  SAssume 910;
  SCone 910 [(1%Z, [291])] [];
  SInstantiate 236 [((1, None), 325); ((2, None), 887)];
  SCut 292 293;
  SCut 290 294;
  SAssume 911;
  SCone 911 [(1%Z, [296])] [];
  SAssume 912;
  SCone 912 [(1%Z, [298])] [];
  SInstantiate 236 [((1, None), 814); ((2, None), 868)];
  SCut 299 300;
  SCut 297 301;
  SRing 791 356;
  SAssume 914;
  SInstantiate 45 [((1, None), 847); ((2, None), 848)];
  SAssume 894;
  SAssume 876;
  SRing 849 849;
  SRewrite 307 308 916 (56, None);
  SCone 749 [(1%Z, [304])] [(750, 305); (369, 306); (369, 309)];
  SCone 917 [(1%Z, [310])] [];
  SInstantiate 32 [((1, None), 2); ((2, None), 2)];
  SCut 311 312;
  SRing 356 919;
  SRewrite 313 314 921 (56, Some 0%nat);
  SRewrite 303 315 922 (56, Some 0%nat);
  SRing 356 356;
  SRewrite 316 317 923 (56, Some 0%nat);
  SRing 924 356;
  SRing 896 925;
  SRewrite 313 320 927 (56, Some 0%nat);
  SRewrite 319 321 899 (56, Some 0%nat);
  SRewrite 318 322 899 (56, Some 0%nat);
  SCut 302 323;
  SRing 928 356;
  SInstantiate 197 [((1, None), 814); ((2, None), 868)];
  SRewrite 326 279 930 (56, Some 0%nat);
  SRewrite 325 327 899 (56, Some 0%nat);
  SCases 912 324 328;
  SInstantiate 197 [((1, None), 868); ((2, None), 814)];
  SRing 877 932;
  SRewrite 330 331 933 (56, Some 0%nat);
  SRewrite 332 279 930 (56, Some 0%nat);
  SRewrite 325 333 899 (56, Some 0%nat);
  SCases 911 329 334;
  SCut 295 335;
  SRing 934 356;
  SInstantiate 197 [((1, None), 325); ((2, None), 887)];
  SRewrite 338 279 898 (56, Some 0%nat);
  SRewrite 337 339 899 (56, Some 0%nat);
  SCases 910 336 340;
  SInstantiate 197 [((1, None), 887); ((2, None), 325)];
  SRing 895 936;
  SRewrite 342 343 937 (56, Some 0%nat);
  SRewrite 344 279 898 (56, Some 0%nat);
  SRewrite 337 345 899 (56, Some 0%nat);
  SCases 909 341 346;
  SRewrite 347 279 900 (56, Some 0%nat);
  SInstantiate 197 [((1, None), 847); ((2, None), 850)];
  SRewrite 348 349 908 (56, Some 0%nat);
  SCases 852 288 350;
  SAssume 939;
  SCone 749 [(1%Z, [352])] [(369, 305); (750, 306); (750, 309)];
  SCone 917 [(1%Z, [353])] [];
  SCut 354 312;
  SRewrite 355 314 921 (56, Some 0%nat);
  SRewrite 303 356 922 (56, Some 0%nat);
  SRewrite 357 317 923 (56, Some 0%nat);
  SRewrite 355 320 927 (56, Some 0%nat);
  SRewrite 319 359 899 (56, Some 0%nat);
  SRewrite 358 360 899 (56, Some 0%nat);
  SCut 302 361;
  SCases 912 362 328;
  SCases 911 363 334;
  SCut 295 364;
  SCases 910 365 340;
  SCases 909 366 346;
  SRewrite 367 279 900 (56, Some 0%nat);
  SInstantiate 197 [((1, None), 850); ((2, None), 847)];
  SRing 907 941;
  SRewrite 369 370 908 (56, Some 0%nat);
  SRewrite 368 371 908 (56, Some 0%nat);
  SCases 851 351 372;
  SInstantiate 373 [((70, None), 818); ((71, None), 819); ((66, None), 835); ((60, None), 2)];
  SCut 231 374;
  SCut 230 375;
  SCut 229 376;
  SRing 946 946;
  SRewrite 377 378 948 (56, Some 0%nat);
  SRing 951 946;
  SRewrite 379 380 952 (56, Some 0%nat);
  SRewrite 227 381 952 (56, Some 0%nat);
  SUnderSum 382 (69, None) 2 813;
  SRewrite 226 383 958 (56, Some 0%nat);
  SRewrite 225 384 958 (56, Some 0%nat);
  SUnderSum 385 (66, None) 959 961;
  SUnderSum 386 (60, None) 2 220;
  SAssume 962;
  SCone 962 [(1%Z, [388])] [];
  SAssume 963;
  SCone 963 [(1%Z, [390])] [];
  SInstantiate 236 [((1, None), 942); ((2, None), 818)];
  SCut 391 392;
  SCut 389 393;
  SAssume 949;
  SRing 964 964;
  SRewrite 395 396 966 (56, None);
  SRing 967 967;
  SRewrite 397 398 969 (56, Some 0%nat);
  SCut 394 399;
  SRing 970 356;
  SInstantiate 197 [((1, None), 942); ((2, None), 818)];
  SRing 951 951;
  SRewrite 402 403 971 (56, Some 0%nat);
  SRewrite 401 404 952 (56, Some 0%nat);
  SRewrite 405 403 972 (56, Some 0%nat);
  SRing 973 356;
  SRewrite 402 398 975 (56, Some 0%nat);
  SRewrite 407 408 976 (56, Some 0%nat);
  SRewrite 406 409 976 (56, Some 0%nat);
  SCases 963 400 410;
  SInstantiate 197 [((1, None), 818); ((2, None), 942)];
  SRing 950 978;
  SRewrite 412 413 979 (56, Some 0%nat);
  SRewrite 414 403 971 (56, Some 0%nat);
  SRewrite 401 415 952 (56, Some 0%nat);
  SRewrite 416 403 972 (56, Some 0%nat);
  SRewrite 414 398 975 (56, Some 0%nat);
  SRewrite 407 418 976 (56, Some 0%nat);
  SRewrite 417 419 976 (56, Some 0%nat);
  SCases 962 411 420;
  SUnderSum 421 (69, None) 2 813;
  SUnderSum 422 (66, None) 959 961;
  SUnderSum 423 (60, None) 2 220;
  SInstantiate 126 [((3, None), 2); ((4, None), 813); ((5, None), 959); ((6, None), 961); ((9, Some 2%nat), 987)];
  SUnderSum 425 (60, None) 2 220;
  SInstantiate 126 [((3, None), 2); ((4, None), 813); ((5, None), 2); ((6, None), 220); ((9, Some 2%nat), 997)];
  SRing 998 967;
  SUnderSum 428 (66, None) 959 961;
  SUnderSum 429 (60, None) 2 220;
  SInstantiate 139 [((3, None), 959); ((4, None), 961); ((8, Some 0%nat), 999); ((9, Some 1%nat), 1004)];
  SRing 1006 1006;
  SRewrite 431 432 1007 (56, Some 0%nat);
  SUnderSum 433 (60, None) 2 220;
  SInstantiate 139 [((3, None), 2); ((4, None), 220); ((8, Some 0%nat), 999); ((9, Some 1%nat), 1013)];
  SRing 1015 1015;
  SRewrite 435 436 1016 (56, Some 0%nat);
  SRewrite 434 437 1019 (56, Some 0%nat);
  SRing 1020 1018;
  SRewrite 438 439 1021 (56, Some 0%nat);
  SRewrite 430 440 1021 (56, Some 0%nat);
  SUnderSum 441 (69, None) 2 813;
  SRewrite 427 442 1029 (56, Some 0%nat);
  SRewrite 426 443 1029 (56, Some 0%nat);
  SRewrite 424 444 1029 (56, Some 0%nat);
  SAssume 1032;
  SAssume 1033;
  SCone 1035 [(1%Z, [447]); (1%Z, [447; 228])] [];
  SInstantiate 162 [((2, None), 220); ((45, None), 1030); ((63, None), 1034)];
  SCut 448 449;
  SCone 1037 [(1%Z, [446]); (1%Z, [450])] [];
  SAssume 1042;
  SAssume 1044;
  SCone 1045 [(1%Z, [453]); (1%Z, [453; 228])] [];
  SInstantiate 162 [((2, None), 220); ((45, None), 1034); ((63, None), 1040)];
  SCut 454 455;
  SCone 1046 [(1%Z, [452]); (1%Z, [456])] [];
  SAssume 1049;
  SCone 1051 [(1%Z, [458])] [];
  SInstantiate 42 [((1, None), 847); ((2, None), 848)];
  SInstantiate 153 [((1, None), 847); ((2, None), 848)];
  SInstantiate 181 [((3, None), 2); ((4, None), 848); ((7, None), 887); ((9, Some 1%nat), 1053)];
  SCut 461 462;
  SCut 460 463;
  SInstantiate 181 [((3, None), 766); ((4, None), 758); ((7, None), 868); ((9, Some 1%nat), 1055)];
  SRing 1060 1060;
  SRewrite 465 466 1061 (56, Some 0%nat);
  SInstantiate 139 [((3, None), 766); ((4, None), 758); ((8, Some 0%nat), 1062); ((9, Some 1%nat), 1063)];
  SRing 1065 1067;
  SRing 1068 1068;
  SRewrite 373 470 1070 (56, Some 0%nat);
  SRewrite 469 471 1071 (56, Some 0%nat);
  SUnderSum 472 (66, None) 766 758;
  SRewrite 468 473 1078 (56, Some 0%nat);
  SRewrite 467 474 1078 (56, Some 0%nat);
  SUnderSum 475 (60, None) 2 848;
  SRewrite 464 476 1086 (56, Some 0%nat);
  SInstantiate 477 [((70, None), 1047); ((71, None), 220); ((3, None), 959); ((4, None), 961); ((76, Some 2%nat), 1087)];
  SCut 459 478;
  SRing 1091 1096;
  SRewrite 479 480 1097 (56, Some 0%nat);
  SInstantiate 373 [((70, None), 1047); ((71, None), 220)];
  SRing 1099 1101;
  SRewrite 482 483 1102 (56, Some 0%nat);
  SUnderSum 484 (66, None) 959 961;
  SUnderSum 485 (60, None) 2 220;
  SRing 1091 1091;
  SRewrite 486 487 1103 (56, Some 0%nat);
  SRewrite 481 488 1112 (56, Some 0%nat);
  SRewrite 489 486 1097 (56, Some 0%nat);
  SInstantiate 490 [((70, None), 942)];
  SCut 457 491;
  SCut 451 492;
  SRing 1017 1017;
  SRewrite 493 494 1113 (56, Some 0%nat);
  SRing 1114 1114;
  SRewrite 495 496 1115 (56, Some 0%nat);
  SRing 964 1114;
  SRewrite 497 498 1116 (56, Some 0%nat);
  SUnderSum 499 (69, None) 2 813;
  SRewrite 445 500 1118 (56, Some 0%nat);
  SRewrite 387 501 1118 (56, Some 0%nat);
  SInstantiate 502 [((65, None), 47); ((57, None), 12); ((67, None), 504); ((74, None), 43); ((75, None), 52); ((68, None), 46); ((9, Some 2%nat), 1125)];
  SCut 12 503;
  SCut 170 504;
  SCut 165 505;
  SRing 1133 1133;
  SRewrite 506 507 1135 (56, Some 0%nat);
  SRing 1159 1133;
  SRewrite 508 509 1160 (56, Some 0%nat);
  SRewrite 146 510 1160 (56, Some 0%nat);
  SRewrite 143 511 1160 (56, Some 0%nat);
  SUnderSum 512 (30, None) 30 40;
  SUnderSum 513 (31, None) 2 9;
  SUnderSum 514 (27, None) 16 27;
  SUnderSum 515 (28, None) 2 6;
  SUnderSum 516 (8, None) 2 3;
  SInstantiate 139 [((3, None), 30); ((4, None), 40); ((8, Some 0%nat), 1161); ((9, Some 1%nat), 1187)];
  SRing 1189 1189;
  SRewrite 518 519 1190 (56, Some 0%nat);
  SUnderSum 520 (62, None) 2 9;
  SInstantiate 139 [((3, None), 2); ((4, None), 9); ((8, Some 0%nat), 1161); ((9, Some 1%nat), 1216)];
  SRing 1218 1218;
  SRewrite 522 523 1219 (56, Some 0%nat);
  SAssume 1221;
  SAssume 1222;
  SCone 1225 [(1%Z, [525]); (1%Z, [526; 525])] [];
  SInstantiate 162 [((2, None), 9); ((45, None), 1224); ((63, None), 38)];
  SCut 13 528;
  SCut 527 529;
  SAssume 1226;
  SCone 1227 [(1%Z, [531]); (1%Z, [526; 531])] [];
  SInstantiate 162 [((2, None), 9); ((45, None), 29); ((63, None), 1223)];
  SCut 13 533;
  SCut 532 534;
  SInstantiate 502 [((65, None), 34); ((57, None), 9); ((67, None), 1138); ((74, None), 30); ((75, None), 39); ((68, None), 33); ((9, Some 2%nat), 1235)];
  SCut 13 536;
  SCut 535 537;
  SCut 530 538;
  SRing 1244 1244;
  SRewrite 539 540 1246 (56, Some 0%nat);
  SRing 1268 1244;
  SRewrite 541 542 1269 (56, Some 0%nat);
  SRewrite 524 543 1269 (56, Some 0%nat);
  SRewrite 521 544 1269 (56, Some 0%nat);
  SUnderSum 545 (27, None) 16 27;
  SUnderSum 546 (28, None) 2 6;
  SUnderSum 547 (8, None) 2 3;
  SAssume 1271;
  SAssume 1272;
  SCone 1275 [(1%Z, [549]); (1%Z, [550; 549])] [];
  SInstantiate 162 [((2, None), 6); ((45, None), 1274); ((63, None), 24)];
  SCut 14 552;
  SCut 551 553;
  SAssume 1276;
  SCone 1277 [(1%Z, [555]); (1%Z, [550; 555])] [];
  SInstantiate 162 [((2, None), 6); ((45, None), 15); ((63, None), 1273)];
  SCut 14 557;
  SCut 556 558;
  SInstantiate 502 [((65, None), 20); ((57, None), 6); ((67, None), 1247); ((74, None), 16); ((75, None), 25); ((68, None), 19); ((9, Some 2%nat), 1286)];
  SCut 14 560;
  SCut 559 561;
  SCut 554 562;
  SUnderSum 563 (8, None) 2 3;
  SRewrite 548 564 1298 (56, Some 0%nat);
  SRewrite 517 565 1298 (56, Some 0%nat);
  SRewrite 138 566 1298 (56, Some 0%nat);
  SRewrite 135 567 1298 (56, Some 0%nat);
  SRewrite 130 568 1298 (56, Some 0%nat);
  SRing 1319 1297;
  SUnfold 1339 1338;
  SUnfold 1342 173;
  SRewrite 571 572 1343 (56, Some 0%nat);
  SRewrite 570 573 1343 (56, Some 0%nat);
  SRewrite 569 574 1343 (56, Some 0%nat);
  SRewrite 125 575 1343 (56, Some 0%nat);
  SRewrite 120 576 1343 (56, Some 0%nat);
  SInstantiate 577 [((45, Some 4%nat), 428)];
  SRing 1348 1348;
  SRewrite 578 579 1349 (56, Some 0%nat);
  SUnfold 1352 1338;
  SUnfold 1348 173;
  SRewrite 581 582 1353 (56, Some 0%nat);
  SRewrite 583 579 1354 (56, Some 0%nat);
  SUnfold 1365 1362;
  SUnfold 1371 173;
  SRewrite 585 586 1372 (56, Some 0%nat);
  SRewrite 584 587 1372 (56, Some 0%nat);
  SRewrite 580 588 1372 (56, Some 0%nat);
  SRewrite 117 589 1372 (56, Some 0%nat);
  SRewrite 101 590 1372 (56, Some 0%nat);
  SRewrite 8 591 1372 (56, Some 0%nat);
  SRewrite 5 592 1372 (56, Some 0%nat);
  SRewrite 1 593 1372 (56, Some 0%nat);
  SRing 1394 1393;
  SRing 1395 1395;
  SRewrite 3 596 1397 (56, Some 0%nat);
  SRewrite 597 596 1398 (56, Some 0%nat);
  SRing 1393 1394;
  SRewrite 598 599 1399 (56, Some 0%nat);
  SUnfold 1403 173;
  SUnfold 1406 1377;
  SRewrite 601 602 1407 (56, Some 0%nat);
  SRing 1406 1406;
  SRewrite 603 604 1408 (56, Some 0%nat);
  SInstantiate 45 [((1, None), 323); ((2, None), 848)];
  SRing 324 324;
  SRewrite 606 607 1410 (56, None);
  SCone 1418 [] [(369, 608)];
  SCone 1419 [] [(750, 608)];
  SInstantiate 236 [((1, None), 326); ((2, None), 1417)];
  SCut 610 611;
  SCut 609 612;
  SInstantiate 42 [((1, None), 323); ((2, None), 848)];
  SCone 1421 [(1%Z, [614]); (1%Z, [63]); (1%Z, [44; 614])] [];
  SInstantiate 153 [((1, None), 323); ((2, None), 848)];
  SCone 1422 [(1%Z, [616]); (1%Z, [40]); (1%Z, [44; 616])] [];
  SAssume 1423;
  SCone 1424 [(1%Z, [44]); (1%Z, [618]); (1%Z, [44; 618])] [];
  SInstantiate 273 [((2, None), 1411); ((73, None), 1416); ((45, None), 326); ((72, None), 1412)];
  SCut 619 620;
  SCut 617 621;
  SCut 615 622;
  SCut 613 623;
  SInstantiate 624 [((58, None), 12); ((60, None), 92); ((59, None), 169); ((71, None), 1382)];
  SRing 1431 1431;
  SRewrite 625 626 1433 (56, None);
  SInstantiate 624 [((58, None), 9); ((60, None), 74); ((59, None), 165); ((71, None), 1381)];
  SRing 1436 1436;
  SRewrite 628 629 1438 (56, None);
  SInstantiate 624 [((58, None), 6); ((60, None), 56); ((59, None), 161); ((71, None), 1380)];
  SRing 1441 1441;
  SRewrite 631 632 1443 (56, None);
  SRewrite 630 633 1444 (56, Some 0%nat);
  SRewrite 627 634 1444 (56, Some 0%nat);
  SUnfold 1445 1377;
  SUnfold 1448 173;
  SRewrite 636 637 1449 (56, Some 0%nat);
  SRewrite 635 638 1449 (56, Some 0%nat);
  SRewrite 605 639 1449 (56, Some 0%nat);
  SInstantiate 640 [((48, None), 403); ((50, None), 404); ((52, None), 405)];
  SCut 14 641;
  SCut 13 642;
  SCut 12 643;
  SRing 1451 1451;
  SRewrite 644 645 1452 (56, Some 0%nat);
  SUnderSum 646 (33, None) 43 53;
  SUnderSum 647 (30, None) 30 40;
  SUnderSum 648 (27, None) 16 27;
  SUnderSum 649 (34, None) 2 12;
  SUnderSum 650 (31, None) 2 9;
  SUnderSum 651 (28, None) 2 6;
  SUnderSum 652 (8, None) 2 3;
  SRing 1463 1463;
  SRewrite 653 654 1464 (56, Some 0%nat);
  SUnfold 1450 173;
  SRing 1450 1450;
  SRewrite 656 657 1465 (56, Some 0%nat);
  SUnfold 1468 173;
  SRewrite 658 659 1469 (56, Some 0%nat);
  SRing 1470 1470;
  SRewrite 660 661 1471 (56, Some 0%nat);
  SUnderSum 662 (33, None) 43 53;
  SUnderSum 663 (30, None) 30 40;
  SUnderSum 664 (27, None) 16 27;
  SUnderSum 665 (34, None) 2 12;
  SUnderSum 666 (31, None) 2 9;
  SUnderSum 667 (28, None) 2 6;
  SUnderSum 668 (8, None) 2 3;
  SRing 1482 1482;
  SRewrite 669 670 1483 (56, Some 0%nat);
  SInstantiate 577 [((45, Some 4%nat), 1467)];
  SRing 1488 1488;
  SRewrite 672 673 1489 (56, Some 0%nat);
  SUnfold 1492 1338;
  SUnfold 1488 173;
  SRewrite 675 676 1493 (56, Some 0%nat);
  SRewrite 677 673 1494 (56, Some 0%nat);
  SUnfold 1497 1362;
  SUnfold 1502 173;
  SRewrite 679 680 1503 (56, Some 0%nat);
  SRewrite 678 681 1503 (56, Some 0%nat);
  SRewrite 674 682 1503 (56, Some 0%nat);
  SRewrite 671 683 1503 (56, Some 0%nat);
  SRewrite 655 684 1503 (56, Some 0%nat);
  SRewrite 600 685 1503 (56, Some 0%nat);
  SRewrite 597 686 1503 (56, Some 0%nat);
  SRewrite 595 687 1503 (56, Some 0%nat);
  SAssume 1514;
  SInstantiate 153 [((1, None), 1511); ((2, None), 220)];
  SInstantiate 45 [((1, None), 1511); ((2, None), 220)];
  SCone 1520 [(1%Z, [689]); (1%Z, [690]); (1%Z, [9; 689])] [(750, 691)];
  SAssume 1521;
  SInstantiate 42 [((1, None), 1511); ((2, None), 220)];
  SCone 1522 [(1%Z, [693]); (1%Z, [694]); (1%Z, [9; 693])] [(369, 691)];
  SAssume 1524;
  SAssume 1526;
  SAssume 1527;
  SInstantiate 42 [((1, None), 1504); ((2, None), 222)];
  SInstantiate 45 [((1, None), 1504); ((2, None), 222)];
  SCone 749 [(1%Z, [698]); (1%Z, [699]); (1%Z, [697]); (1%Z, [10; 697])] [(369, 700)];
  SCone 1524 [(1%Z, [697; 701]); (1%Z, [701])] [];
  SCases 1524 696 702;
  SCases 1524 696 703;
  SAssume 1532;
  SAssume 1534;
  SAssume 1535;
  SInstantiate 153 [((1, None), 1504); ((2, None), 222)];
  SInstantiate 42 [((1, None), 1530); ((2, None), 222)];
  SInstantiate 45 [((1, None), 1530); ((2, None), 222)];
  SCone 749 [(1%Z, [707]); (1%Z, [708]); (1%Z, [709]); (1%Z, [706]); (1%Z, [10; 706])] [(750, 700); (369, 710)];
  SCone 1532 [(1%Z, [706; 711]); (1%Z, [711])] [];
  SCases 1532 705 712;
  SCases 1532 705 713;
  SRing 1548 1528;
  SRing 739 1550;
  SCone 1551 [] [];
  SCone 1552 [] [];
  SInstantiate 259 [((2, None), 26); ((73, None), 2); ((72, None), 739)];
  SCut 231 719;
  SCut 718 720;
  SCut 717 721;
  SCut 716 722;
  SInstantiate 723 [((45, None), 1547)];
  SRing 1554 1554;
  SRewrite 724 725 1556 (56, None);
  SRewrite 715 726 1557 (56, None)].
Definition the_claims : list claim := [
  Build_claim [1276; 1226; 751; 212; 1558; 1559; 1560; 1561; 1562; 1563; 1272; 1222; 735; 1271; 1221; 734] 1564 594;
  Build_claim [1276; 1226; 751; 212; 1558; 1559; 1560; 1561; 1562; 1563; 1565; 1566; 1567; 1272; 1222; 735; 1271; 1221; 734] 1568 688;
  Build_claim [367; 380; 379] 381 65;
  Build_claim [366; 367; 365] 368 47;
  Build_claim [221; 1514] 1520 692;
  Build_claim [221; 1521] 1522 695;
  Build_claim [1527; 223] 1524 704;
  Build_claim [223; 1535] 1532 714;
  Build_claim [] 1569 727].
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
  exact (fun R act C N1 N2 N3 O a1 a2 a3 b dl1 dl2 dl3 k1 k2 k3 m1 m2 m3 o p1 p2 p3 s1 s2 s3 tau1 tau2 tau3 w
    x => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 55 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => C | 40%positive => N1 | 42%positive =>
    N2 | 44%positive => N3 | 54%positive => O | 13%positive => a1 | 15%positive => a2 | 17%positive => a3 |
    19%positive => dl1 | 22%positive => dl2 | 25%positive => dl3 | 20%positive => k1 | 23%positive => k2 |
    26%positive => k3 | 48%positive => m1 | 50%positive => m2 | 52%positive => m3 | 36%positive => o |
    18%positive => p1 | 21%positive => p2 | 24%positive => p3 | 12%positive => s1 | 14%positive => s2 |
    16%positive => s3 | 29%positive => tau1 | 32%positive => tau2 | 35%positive => tau3 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 37%positive,
    5%nat, [place_0; place_1; place_2; place_3; place_4] => w place_0 place_1 place_2 place_3 place_4 |
    45%positive, 4%nat, [place_0; place_1; place_2; place_3] => x place_0 place_1 place_2 place_3 | _, _, _ =>
    r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R act C O a1 a2 a3 b dl1 dl2 dl3 k1 k2 k3 m1 m2 m3 n1 n2 n3 o p1 p2 p3 s1 s2 s3 tau1 tau2 tau3 w
    x => claim_true sequents checked 1%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 55 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => C | 54%positive => O | 13%positive =>
    a1 | 15%positive => a2 | 17%positive => a3 | 19%positive => dl1 | 22%positive => dl2 | 25%positive => dl3
    | 20%positive => k1 | 23%positive => k2 | 26%positive => k3 | 48%positive => m1 | 50%positive => m2 |
    52%positive => m3 | 83%positive => n1 | 84%positive => n2 | 85%positive => n3 | 36%positive => o |
    18%positive => p1 | 21%positive => p2 | 24%positive => p3 | 12%positive => s1 | 14%positive => s2 |
    16%positive => s3 | 29%positive => tau1 | 32%positive => tau2 | 35%positive => tau3 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 37%positive,
    5%nat, [place_0; place_1; place_2; place_3; place_4] => w place_0 place_1 place_2 place_3 place_4 |
    45%positive, 4%nat, [place_0; place_1; place_2; place_3] => x place_0 place_1 place_2 place_3 | _, _, _ =>
    r0 end |}).
Qed.

Theorem theorem_3 : statement_3.
Proof.
  exact (fun R S m rho => claim_true sequents checked 2%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 58%positive => S | 59%positive => m | 60%positive =>
    rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_4 : statement_4.
Proof.
  exact (fun R N S m rho => claim_true sequents checked 3%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 61%positive => N | 58%positive => S | 59%positive =>
    m | 60%positive => rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_5 : statement_5.
Proof.
  exact (fun R D N j p r s => claim_true sequents checked 4%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 87%positive => D | 61%positive => N | 86%positive =>
    j | 67%positive => p | 73%positive => r | 57%positive => s | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_6 : statement_6.
Proof.
  exact (fun R D N j p r s => claim_true sequents checked 5%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 87%positive => D | 61%positive => N | 86%positive =>
    j | 67%positive => p | 73%positive => r | 57%positive => s | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_7 : statement_7.
Proof.
  exact (fun R a j => claim_true sequents checked 6%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 1%positive => a | 86%positive => j | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_8 : statement_8.
Proof.
  exact (fun R M a j => claim_true sequents checked 7%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 88%positive => M | 1%positive => a | 86%positive => j
    | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_9 : statement_9.
Proof.
  exact (fun R M n umax umin => claim_true sequents checked 8%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 88%positive => M | 71%positive => n | 90%positive =>
    umax | 89%positive => umin | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Definition all_theorems := [
  Proved statement_1 theorem_1;
  Proved statement_2 theorem_2;
  Proved statement_3 theorem_3;
  Proved statement_4 theorem_4;
  Proved statement_5 theorem_5;
  Proved statement_6 theorem_6;
  Proved statement_7 theorem_7;
  Proved statement_8 theorem_8;
  Proved statement_9 theorem_9].
Print Assumptions all_theorems.
