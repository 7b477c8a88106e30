(** Finite signals (axes: 2)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Readable.
Open Scope Z_scope.

Definition phases {R : semiring} (x : Z -> Z -> Z -> R) (S1 S2 rho1 rho2 c m1 m2 : Z) : R :=
  x c (S1 * m1 + rho1) (S2 * m2 + rho2).

Definition grouped {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (C O k1 k2 s1 s2 dl1 dl2 p1 p2 o j1 j2 : Z) : R :=
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < k1, SUM 0 <= v_2 < k2, w o v_0 v_1 v_2 [*] x (C * (o / O) + v_0) (s1 * j1 +
    dl1 * v_1 - p1) (s2 * j2 + dl2 * v_2 - p2).

Definition extend {R : semiring} (x : Z -> Z -> Z -> R) (N1 N2 c t1 t2 : Z) : R :=
  [<=: 0, t1] [*] ([<=: t1 + 1, N1] [*] ([<=: 0, t2] [*] ([<=: t2 + 1, N2] [*] x c t1 t2))).

Definition bank {R : semiring} (w : Z -> Z -> Z -> Z -> R)
  (k1 k2 s1 s2 dl1 dl2 p1 p2 a1 a2 tau1 tau2 o rho1 rho2 c u1 u2 : Z) : R :=
  [=: 0, (s1 * a1 * u1 + rho1 - s1 * tau1 + p1) mod dl1] [*] ([<=: 0, (s1 * a1 * u1 + rho1 - s1 * tau1 + p1) /
    dl1] [*] ([<=: ((s1 * a1 * u1 + rho1 - s1 * tau1 + p1) / dl1) + 1, k1] [*] ([=: 0, (s2 * a2 * u2 + rho2 -
    s2 * tau2 + p2) mod dl2] [*] ([<=: 0, (s2 * a2 * u2 + rho2 - s2 * tau2 + p2) / dl2] [*] ([<=: ((s2 * a2 *
    u2 + rho2 - s2 * tau2 + p2) / dl2) + 1, k2] [*] w o c ((s1 * a1 * u1 + rho1 - s1 * tau1 + p1) / dl1) ((s2
    * a2 * u2 + rho2 - s2 * tau2 + p2) / dl2)))))).

Definition wrap {R : semiring} (x : Z -> Z -> Z -> R) (N1 N2 c t1 t2 : Z) : R :=
  x c (t1 mod N1) (t2 mod N2).

(** zero padding *)
Definition statement_1 : Prop :=
  forall (R : semiring) (act : R -> R) (C N1 N2 O a1 a2 : Z) (b : Z -> R)
    (dl1 dl2 k1 k2 m1 m2 o p1 p2 s1 s2 tau1 tau2 : Z) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  1 <= O ->
  1 <= a1 ->
  1 <= a2 ->
  1 <= dl1 ->
  1 <= dl2 ->
  1 <= s1 ->
  1 <= s2 ->
  tau1 < a1 ->
  tau2 < a2 ->
  phases (fun v_0 v_1 v_2 => act (grouped w (fun v_3 v_4 v_5 => extend x N1 N2 v_3 v_4 v_5) C O k1 k2 s1 s2
    dl1 dl2 p1 p2 v_0 v_1 v_2 [+] b v_0)) a1 a2 tau1 tau2 o m1 m2 =
    act ((SUM 0 <= v_0 < C, SUM 0 <= v_1 < s1 * a1, SUM 0 <= v_2 < s2 * a2,
      SUM (- p1) / (s1 * a1) <= v_3 < ((s1 * (a1 - 1) + dl1 * (k1 - 1) - p1) / (s1 * a1)) + 1,
      SUM (- p2) / (s2 * a2) <= v_4 < ((s2 * (a2 - 1) + dl2 * (k2 - 1) - p2) / (s2 * a2)) + 1, bank w k1 k2 s1
      s2 dl1 dl2 p1 p2 a1 a2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8
      v_9 v_10 => extend x N1 N2 v_8 v_9 v_10) (s1 * a1) (s2 * a2) v_1 v_2 v_5 v_6 v_7) ((N1 + s1 * a1 - 1) /
      (s1 * a1)) ((N2 + s2 * a2 - 1) / (s2 * a2)) (C * (o / O) + v_0) (m1 + v_3) (m2 + v_4)) [+] b o) :> R.

(** circular padding *)
Definition statement_2 : Prop :=
  forall (R : semiring) (act : R -> R) (C O a1 a2 : Z) (b : Z -> R)
    (dl1 dl2 k1 k2 m1 m2 n1 n2 o p1 p2 s1 s2 tau1 tau2 : Z) (w : Z -> Z -> Z -> Z -> R)
    (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  1 <= O ->
  1 <= a1 ->
  1 <= a2 ->
  1 <= dl1 ->
  1 <= dl2 ->
  1 <= n1 ->
  1 <= n2 ->
  1 <= s1 ->
  1 <= s2 ->
  tau1 < a1 ->
  tau2 < a2 ->
  phases (fun v_0 v_1 v_2 => act (grouped w (fun v_3 v_4 v_5 => wrap x (s1 * a1 * n1) (s2 * a2 * n2) v_3 v_4
    v_5) C O k1 k2 s1 s2 dl1 dl2 p1 p2 v_0 v_1 v_2 [+] b v_0)) a1 a2 tau1 tau2 o m1 m2 =
    act ((SUM 0 <= v_0 < C, SUM 0 <= v_1 < s1 * a1, SUM 0 <= v_2 < s2 * a2,
      SUM (- p1) / (s1 * a1) <= v_3 < ((s1 * (a1 - 1) + dl1 * (k1 - 1) - p1) / (s1 * a1)) + 1,
      SUM (- p2) / (s2 * a2) <= v_4 < ((s2 * (a2 - 1) + dl2 * (k2 - 1) - p2) / (s2 * a2)) + 1, bank w k1 k2 s1
      s2 dl1 dl2 p1 p2 a1 a2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] wrap (fun v_5 v_6 v_7 => phases x (s1 * a1)
      (s2 * a2) v_1 v_2 v_5 v_6 v_7) n1 n2 (C * (o / O) + v_0) (m1 + v_3) (m2 + v_4)) [+] b o) :> R.

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
  RNum (-1);
  RVar 16;
  RMul 10 11;
  RDiv 12 6;
  RAdd 5 10;
  RMul 4 14;
  RVar 17;
  RVar 18;
  RAdd 17 10;
  RMul 16 18;
  RAdd 15 19;
  RAdd 20 12;
  RDiv 21 6;
  RNum 1;
  RAdd 22 23;
  RVar 19;
  RMul 10 25;
  RDiv 26 9;
  RAdd 8 10;
  RMul 7 28;
  RVar 20;
  RVar 21;
  RAdd 31 10;
  RMul 30 32;
  RAdd 29 33;
  RAdd 34 26;
  RDiv 35 9;
  RAdd 36 23;
  RVar 22;
  RMul 6 38;
  RVar 23;
  RAdd 39 40;
  RVar 24;
  RMul 4 42;
  RMul 10 43;
  RAdd 41 44;
  RAdd 45 11;
  RMod 46 16;
  REq 2 47;
  RBracket 48;
  RDiv 46 16;
  RLe 2 50;
  RBracket 51;
  RAdd 50 23;
  RLe 53 17;
  RBracket 54;
  RVar 25;
  RMul 9 56;
  RVar 26;
  RAdd 57 58;
  RVar 27;
  RMul 7 60;
  RMul 10 61;
  RAdd 59 62;
  RAdd 63 25;
  RMod 64 30;
  REq 2 65;
  RBracket 66;
  RDiv 64 30;
  RLe 2 68;
  RBracket 69;
  RAdd 68 23;
  RLe 71 31;
  RBracket 72;
  RVar 28;
  RVar 8;
  REntry 29 [74; 75; 50; 68];
  RMul 73 76;
  RMul 70 77;
  RMul 67 78;
  RMul 55 79;
  RMul 52 80;
  RMul 49 81;
  RDefine 30 82 [(29, Some 4%nat); (18, None); (21, None); (12, None); (14, None); (17, None); (20, None); (16, None); (19, None); (13, None); (15, None); (24, None); (27, None); (28, None); (23, None); (26, None); (8, None); (22, None); (25, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  RBound 3;
  REntry 29 [84; 85; 86; 87];
  RMap 4 88;
  RBound 4;
  RUse 83 [89; 17; 31; 4; 7; 16; 30; 11; 25; 5; 8; 42; 60; 74; 87; 86; 90; 85; 84];
  RVar 31;
  RLe 2 92;
  RBracket 93;
  RAdd 92 23;
  RVar 32;
  RLe 95 96;
  RBracket 97;
  RVar 33;
  RLe 2 99;
  RBracket 100;
  RAdd 99 23;
  RVar 34;
  RLe 102 103;
  RBracket 104;
  REntry 35 [75; 92; 99];
  RMul 105 106;
  RMul 101 107;
  RMul 98 108;
  RMul 94 109;
  RDefine 36 110 [(35, Some 3%nat); (32, None); (34, None); (8, None); (31, None); (33, None)];
  RVar 37;
  RVar 38;
  RMul 112 113;
  RAdd 114 40;
  RVar 39;
  RVar 40;
  RMul 116 117;
  RAdd 118 58;
  REntry 35 [75; 115; 119];
  RDefine 41 120 [(35, Some 3%nat); (37, None); (39, None); (23, None); (26, None); (8, None); (38, None); (40, None)];
  REntry 35 [84; 85; 86];
  RMap 3 122;
  RUse 111 [123; 96; 103; 84; 85; 86];
  RMap 3 124;
  RBound 6;
  RBound 5;
  RUse 121 [125; 6; 9; 126; 127; 84; 85; 86];
  RMap 3 128;
  RAdd 96 6;
  RAdd 130 10;
  RDiv 131 6;
  RAdd 103 9;
  RAdd 133 10;
  RDiv 134 9;
  RVar 42;
  RDiv 74 136;
  RMul 3 137;
  RAdd 138 90;
  RAdd 113 85;
  RAdd 117 84;
  RUse 111 [129; 132; 135; 139; 140; 141];
  RMul 91 142;
  RSum 27 37 143;
  RSum 13 24 144;
  RSum 2 9 145;
  RSum 2 6 146;
  RSum 2 3 147;
  REntry 2 [74];
  RAdd 148 149;
  RApply 43 150;
  RMul 1 151;
  RLe 23 136;
  RBracket 153;
  RMul 154 151;
  REntry 44 [];
  RMul 156 151;
  REq 155 157;
  REq 156 155;
  REq 151 156;
  RVar 45;
  RLe 23 161;
  RVar 1;
  RLe 23 163;
  RMul 161 163;
  RLe 23 165;
  RLe 2 113;
  RBracket 167;
  RAdd 113 23;
  RLe 169 132;
  RBracket 170;
  RLe 2 117;
  RBracket 172;
  RAdd 117 23;
  RLe 174 135;
  RBracket 175;
  RLe 2 85;
  RBracket 177;
  RAdd 85 23;
  RLe 179 96;
  RBracket 180;
  RLe 2 86;
  RBracket 182;
  RAdd 86 23;
  RLe 184 103;
  RBracket 185;
  RMul 186 122;
  RMul 183 187;
  RMul 181 188;
  RMul 178 189;
  RMap 3 190;
  RAdd 138 75;
  RUse 121 [191; 6; 9; 40; 58; 192; 113; 117];
  RMul 176 193;
  RMul 173 194;
  RMul 171 195;
  RMul 168 196;
  RUse 121 [125; 6; 9; 40; 58; 84; 85; 86];
  RMap 3 198;
  RUse 111 [199; 132; 135; 192; 113; 117];
  REq 200 156;
  REq 156 200;
  RMul 9 117;
  RAdd 203 58;
  RLe 2 204;
  RBracket 205;
  RAdd 204 23;
  RLe 207 103;
  RBracket 208;
  RMul 6 113;
  RAdd 210 40;
  RLe 2 211;
  RBracket 212;
  RAdd 211 23;
  RLe 214 96;
  RBracket 215;
  REntry 35 [192; 211; 204];
  RMul 216 217;
  RMul 213 218;
  RMul 171 219;
  RMul 168 220;
  RMul 209 221;
  RMul 206 222;
  RMul 176 223;
  RMul 173 224;
  RMul 209 217;
  RMul 206 226;
  RMul 216 227;
  RMul 213 228;
  RMul 176 229;
  RMul 173 230;
  RMul 171 231;
  RMul 168 232;
  RVar 46;
  RVar 47;
  RMul 234 235;
  RVar 48;
  RAdd 236 237;
  RLe 2 238;
  RBracket 239;
  RAdd 238 23;
  RVar 49;
  RLe 241 242;
  RBracket 243;
  REntry 9 [];
  RMul 244 245;
  RMul 240 246;
  RMul 1 247;
  RMul 1 248;
  RAdd 235 23;
  RAdd 242 234;
  RAdd 251 10;
  RDiv 252 234;
  RLe 250 253;
  RBracket 254;
  RMul 255 247;
  RMul 1 256;
  RMul 156 247;
  RMul 1 258;
  REq 257 259;
  RLe 2 235;
  RBracket 261;
  RMul 262 256;
  RMul 156 256;
  REq 263 264;
  REq 263 156;
  REq 156 263;
  RNat 0;
  RMul 268 247;
  RMul 262 269;
  RMul 262 258;
  REq 263 271;
  RMul 268 245;
  RMul 240 273;
  RAdd 253 23;
  RLe 275 250;
  RLe 253 235;
  RLe 2 237;
  RLe 23 234;
  RLe 242 238;
  RMul 10 23;
  RAdd 242 23;
  RLe 282 241;
  RMul 156 245;
  RMul 240 284;
  REq 247 285;
  REq 247 156;
  RMul 268 256;
  RMul 268 246;
  RAdd 237 23;
  RLe 290 234;
  RLe 250 2;
  RLe 241 2;
  RMul 156 246;
  REq 247 294;
  RMap 0 221;
  RMul 171 229;
  RMul 168 297;
  REq 298 156;
  RMap 0 227;
  REq 229 156;
  RUse 111 [123; 96; 103; 192; 211; 204];
  RUse 121 [125; 6; 9; 40; 58; 192; 113; 117];
  REq 303 156;
  RAdd 113 38;
  RAdd 117 56;
  RUse 83 [89; 17; 31; 4; 7; 16; 30; 11; 25; 5; 8; 42; 60; 74; 40; 58; 75; 38; 56];
  RUse 121 [125; 6; 9; 40; 58; 192; 305; 306];
  RMul 307 308;
  RMul 307 156;
  REq 309 310;
  RUse 121 [125; 6; 9; 87; 86; 139; 140; 141];
  RMul 91 312;
  RSum 27 37 313;
  RSum 13 24 314;
  RSum 2 9 315;
  RSum 2 6 316;
  RSum 2 3 317;
  RAdd 318 149;
  RApply 43 319;
  RAdd 156 149;
  RApply 43 321;
  REq 320 322;
  REq 156 308;
  RAdd 138 84;
  RUse 111 [123; 96; 103; 325; 85; 86];
  RMap 3 326;
  RUse 121 [327; 6; 9; 40; 58; 75; 305; 306];
  REq 328 156;
  RMul 307 328;
  REq 330 310;
  RUse 121 [327; 6; 9; 87; 86; 90; 140; 141];
  RMul 91 332;
  RSum 27 37 333;
  RSum 13 24 334;
  RSum 2 9 335;
  RSum 2 6 336;
  RSum 2 3 337;
  RAdd 338 149;
  RApply 43 339;
  REq 340 322;
  RUse 121 [123; 6; 9; 87; 86; 90; 140; 141];
  RMul 91 342;
  RSum 27 37 343;
  RSum 13 24 344;
  RSum 2 9 345;
  RSum 2 6 346;
  RSum 2 3 347;
  REq 156 348;
  RMul 6 140;
  RAdd 350 87;
  RMul 9 141;
  RAdd 352 86;
  REntry 35 [90; 351; 353];
  RMul 91 354;
  RSum 27 37 355;
  RSum 13 24 356;
  RSum 2 9 357;
  RSum 2 6 358;
  RSum 2 3 359;
  REq 156 360;
  RMul 6 85;
  RAdd 362 87;
  RAdd 363 44;
  RAdd 364 11;
  RMod 365 16;
  REq 2 366;
  RBracket 367;
  RDiv 365 16;
  RLe 2 369;
  RBracket 370;
  RAdd 369 23;
  RLe 372 17;
  RBracket 373;
  RMul 371 374;
  RMul 368 375;
  RMul 9 84;
  RAdd 377 86;
  RAdd 25 62;
  RAdd 378 379;
  RMod 380 30;
  REq 2 381;
  RBracket 382;
  RDiv 380 30;
  RLe 2 384;
  RBracket 385;
  RAdd 384 23;
  RLe 387 31;
  RBracket 388;
  REntry 29 [74; 90; 369; 384];
  RAdd 210 363;
  RAdd 61 380;
  RAdd 392 26;
  RAdd 203 393;
  REntry 35 [90; 391; 394];
  RMul 390 395;
  RMul 389 396;
  RMul 386 397;
  RMul 383 398;
  RMul 376 399;
  RSum 27 37 400;
  RSum 13 24 401;
  RSum 2 9 402;
  RSum 2 6 403;
  RSum 2 3 404;
  RAdd 378 62;
  RAdd 406 25;
  RMod 407 30;
  REq 2 408;
  RBracket 409;
  RDiv 407 30;
  RLe 2 411;
  RBracket 412;
  RAdd 411 23;
  RLe 414 31;
  RBracket 415;
  REntry 29 [74; 90; 369; 411];
  RMul 416 417;
  RMul 413 418;
  RMul 410 419;
  RMul 374 420;
  RMul 371 421;
  RMul 368 422;
  RMul 423 354;
  RSum 27 37 424;
  RSum 13 24 425;
  RSum 2 9 426;
  RSum 2 6 427;
  RSum 2 3 428;
  REq 405 156;
  RAdd 362 40;
  RAdd 431 44;
  RAdd 432 11;
  RMod 433 16;
  REq 2 434;
  RBracket 435;
  RDiv 433 16;
  RLe 2 437;
  RBracket 438;
  RAdd 437 23;
  RLe 440 17;
  RBracket 441;
  RMul 439 442;
  RMul 436 443;
  REntry 29 [74; 75; 437; 384];
  RAdd 210 431;
  REntry 35 [75; 446; 394];
  RMul 445 447;
  RMul 389 448;
  RMul 386 449;
  RMul 383 450;
  RMul 444 451;
  RSum 27 37 452;
  RMap 2 453;
  RMul 52 55;
  RMul 49 455;
  RMap 0 456;
  RVar 50;
  RAdd 377 458;
  RAdd 459 379;
  RMod 460 30;
  REq 2 461;
  RBracket 462;
  RDiv 460 30;
  RLe 2 464;
  RBracket 465;
  RAdd 464 23;
  RLe 467 31;
  RBracket 468;
  REntry 29 [74; 75; 50; 464];
  RAdd 210 41;
  RAdd 61 460;
  RAdd 472 26;
  RAdd 203 473;
  REntry 35 [75; 471; 474];
  RMul 470 475;
  RMul 469 476;
  RMul 466 477;
  RMul 463 478;
  RMap 1 479;
  RMul 456 479;
  RSum 27 37 481;
  REq 156 482;
  RAdd 377 85;
  RAdd 484 379;
  RMod 485 30;
  REq 2 486;
  RBracket 487;
  RDiv 485 30;
  RLe 2 489;
  RBracket 490;
  RAdd 489 23;
  RLe 492 31;
  RBracket 493;
  REntry 29 [74; 75; 50; 489];
  RAdd 61 485;
  RAdd 496 26;
  RAdd 203 497;
  REntry 35 [75; 471; 498];
  RMul 495 499;
  RMul 494 500;
  RMul 491 501;
  RMul 488 502;
  RSum 27 37 503;
  RMap 1 504;
  RMul 456 504;
  RSum 2 9 506;
  REq 156 507;
  RAdd 60 23;
  RLe 509 8;
  RLe 23 7;
  RMul 10 379;
  RAdd 33 512;
  RLe 513 35;
  RVar 35;
  RVar 2;
  RDiv 515 516;
  RVar 51;
  RDiv 518 516;
  RLe 517 519;
  RAdd 519 23;
  RLe 521 517;
  RLe 515 518;
  RLe 23 516;
  RLe 23 2;
  RMul 23 23;
  RLe 2 60;
  RLe 26 512;
  RVar 7;
  REntry 9 [529];
  RMul 1 530;
  RMul 1 531;
  RAdd 529 23;
  RVar 4;
  RLe 533 534;
  RBracket 535;
  RMul 536 530;
  RMul 1 537;
  RMul 156 530;
  RMul 1 539;
  REq 538 540;
  RVar 3;
  RLe 542 529;
  RBracket 543;
  RMul 544 537;
  RMul 156 537;
  REq 545 546;
  REq 545 156;
  REq 156 545;
  REntry 9 [84];
  RMap 1 550;
  REq 84 529;
  RBracket 552;
  RMul 553 550;
  RSum 542 534 554;
  REq 555 156;
  RMul 268 530;
  RMul 544 557;
  RMul 544 539;
  REq 545 559;
  RSum 542 534 268;
  RMul 268 561;
  RMap 0 268;
  RMap 1 268;
  RMul 268 550;
  RSum 542 534 565;
  RMul 268 268;
  RSum 542 534 567;
  REq 566 156;
  RAdd 534 23;
  RLe 570 533;
  RVar 52;
  RAdd 572 23;
  RLe 573 534;
  RLe 573 529;
  REq 572 529;
  RBracket 576;
  REntry 9 [572];
  RMul 577 578;
  RMul 156 578;
  REq 579 580;
  RMul 268 537;
  RLe 533 542;
  RLe 542 572;
  RLe 533 572;
  REq 529 572;
  RBracket 586;
  REq 577 156;
  RVar 53;
  RVar 54;
  RMul 161 590;
  RAdd 591 237;
  RVar 55;
  RAdd 592 593;
  RVar 56;
  RDiv 594 595;
  REntry 9 [84; 594];
  RMap 1 597;
  RMod 594 595;
  REq 2 599;
  RBracket 600;
  REq 84 596;
  RBracket 602;
  RMul 603 597;
  RSum 2 589 604;
  RMul 601 605;
  RMul 601 156;
  REq 606 607;
  RMap 0 601;
  RMap 1 604;
  RVar 57;
  REq 611 596;
  RBracket 612;
  RMul 601 613;
  REntry 9 [611; 594];
  RMul 614 615;
  RMul 613 615;
  RMul 601 617;
  RLe 23 595;
  RAdd 2 23;
  RLe 620 595;
  RLe 2 2;
  RVar 58;
  RVar 59;
  RMul 624 590;
  RAdd 625 237;
  RLe 623 626;
  RLe 626 623;
  RMul 1 1;
  RVar 60;
  RLe 517 630;
  RAdd 630 23;
  RLe 632 517;
  RVar 61;
  RAdd 634 23;
  RLe 635 516;
  RMul 516 630;
  RAdd 637 634;
  REq 515 638;
  RLe 630 517;
  RAdd 517 23;
  RLe 641 630;
  RLe 2 634;
  RDiv 623 624;
  RVar 44;
  REq 645 644;
  REq 590 590;
  RBracket 647;
  REq 590 645;
  RBracket 649;
  REq 650 1;
  REq 590 644;
  RBracket 652;
  RMul 1 653;
  RMul 1 156;
  REq 654 655;
  RMul 516 517;
  RMul 516 645;
  REq 657 658;
  RMod 515 516;
  RLe 660 634;
  RLe 634 660;
  RMod 623 624;
  REq 645 663;
  REq 237 237;
  RBracket 665;
  REq 237 645;
  RBracket 667;
  REq 668 1;
  REq 237 663;
  RBracket 670;
  RMul 671 653;
  RMul 156 653;
  REq 672 673;
  REq 672 156;
  REq 156 672;
  REq 623 626;
  REq 623 623;
  RBracket 678;
  REq 623 645;
  RBracket 680;
  REq 681 1;
  RBracket 677;
  REq 683 156;
  RLe 237 663;
  RLe 663 237;
  RLe 590 644;
  RLe 644 590;
  RAdd 623 23;
  RLe 689 626;
  RMul 624 645;
  REq 625 691;
  RLe 620 2;
  RBracket 622;
  RMul 694 268;
  RMul 156 268;
  REq 268 696;
  REq 268 156;
  REq 156 268;
  RMul 268 672;
  RMul 694 672;
  RMul 156 672;
  REq 672 702;
  RMul 671 268;
  RMul 671 156;
  REq 672 705;
  REq 644 590;
  RBracket 707;
  REq 653 156;
  RMul 268 653;
  REq 663 237;
  RBracket 711;
  REq 671 156;
  RAdd 626 23;
  RLe 714 623;
  REq 626 623;
  RBracket 716;
  RMul 595 611;
  RAdd 718 2;
  REq 594 719;
  RBracket 720;
  RMul 721 615;
  RMul 156 615;
  REq 722 723;
  REq 718 594;
  RBracket 725;
  RMul 726 615;
  REq 727 156;
  RMul 595 84;
  REq 729 594;
  RBracket 730;
  RMul 731 597;
  RSum 2 589 732;
  REq 733 156;
  RVar 62;
  RVar 63;
  RAdd 736 23;
  RLe 718 594;
  RLe 594 718;
  REntry 9 [611; 718];
  REntry 9 [611; 645];
  REq 740 741;
  RMul 726 740;
  RMul 726 156;
  REq 743 744;
  RMul 268 615;
  REq 727 723;
  REq 156 727;
  RMul 268 740;
  RMul 156 740;
  REq 743 750;
  REq 743 156;
  REq 594 718;
  RBracket 753;
  REq 726 156;
  RMul 161 85;
  RAdd 756 237;
  RAdd 757 593;
  REq 729 758;
  RBracket 759;
  REntry 9 [84; 729];
  RMul 760 761;
  RMap 2 762;
  RMul 595 85;
  RMul 161 84;
  RAdd 765 86;
  RAdd 766 593;
  REq 764 767;
  RBracket 768;
  REntry 9 [85; 764];
  RMul 769 770;
  RSum 735 737 771;
  RMap 2 772;
  RMul 740 726;
  RMap 0 740;
  RAdd 765 237;
  RAdd 776 593;
  REq 718 777;
  RBracket 778;
  RMap 1 779;
  RMul 740 779;
  RSum 735 737 781;
  REq 156 782;
  RAdd 765 85;
  RAdd 784 593;
  REq 718 785;
  RBracket 786;
  RSum 735 737 787;
  RMap 1 788;
  RMul 740 788;
  RSum 2 161 790;
  REq 156 791;
  RSum 2 161 788;
  RMul 740 793;
  REq 794 156;
  RMul 793 740;
  REq 796 156;
  RMul 595 86;
  REq 798 785;
  RBracket 799;
  RSum 735 737 800;
  RSum 2 161 801;
  RMul 802 761;
  RSum 2 589 803;
  REq 804 156;
  RMul 10 593;
  RDiv 806 161;
  RLe 735 807;
  RLe 2 611;
  RAdd 718 806;
  RLe 806 810;
  RDiv 810 161;
  RLe 735 812;
  RAdd 589 10;
  RMul 595 814;
  RAdd 815 806;
  RDiv 816 161;
  RLe 817 736;
  RAdd 611 23;
  RLe 819 589;
  RLe 810 816;
  RLe 812 736;
  RAdd 623 806;
  RDiv 823 161;
  RLe 824 736;
  RAdd 824 23;
  RLe 826 737;
  REntry 64 [84; 644];
  RMap 1 828;
  REntry 64 [237; 84];
  RMap 1 830;
  REq 84 644;
  RBracket 832;
  RMul 833 830;
  RSum 542 534 834;
  RMul 671 835;
  REq 836 705;
  RMap 0 671;
  RMap 1 834;
  REntry 64 [237; 590];
  RMul 672 840;
  RMul 653 840;
  RMul 671 842;
  RMul 683 840;
  RMul 156 840;
  REq 844 845;
  REq 844 156;
  RMul 624 84;
  RAdd 848 237;
  REq 623 849;
  RBracket 850;
  RMul 851 830;
  RSum 542 534 852;
  REq 853 156;
  RAdd 848 85;
  REq 623 855;
  RBracket 856;
  REntry 64 [85; 84];
  RMul 857 858;
  RSum 542 534 859;
  RSum 2 624 860;
  REq 861 156;
  RMap 2 1;
  REq 623 785;
  RBracket 864;
  RSum 735 737 865;
  RSum 2 161 866;
  REq 823 784;
  RBracket 868;
  RMul 869 1;
  RSum 735 737 870;
  RSum 2 161 871;
  REq 867 156;
  REq 623 594;
  RBracket 874;
  REq 823 592;
  RBracket 876;
  REq 875 156;
  REq 156 867;
  RMod 823 161;
  REq 85 880;
  RBracket 881;
  REq 84 824;
  RBracket 883;
  RMul 882 884;
  RSum 735 737 885;
  RSum 2 161 886;
  REq 887 156;
  REq 156 793;
  RMul 1 740;
  REq 890 750;
  REq 740 156;
  RSum 2 589 761;
  REq 893 156;
  REntry 29 [74; 75; 50; 84];
  RAdd 61 85;
  RAdd 896 26;
  RAdd 203 897;
  REntry 35 [75; 471; 898];
  RMul 895 899;
  RMap 2 900;
  RMul 30 84;
  RAdd 61 902;
  RAdd 903 26;
  RAdd 203 904;
  REntry 35 [75; 471; 905];
  RMul 895 906;
  RSum 2 31 907;
  RMul 456 908;
  RMul 456 156;
  REq 909 910;
  RAdd 11 44;
  RAdd 41 912;
  RMod 913 16;
  REq 2 914;
  RBracket 915;
  RDiv 913 16;
  RLe 2 917;
  RBracket 918;
  RAdd 917 23;
  RLe 920 17;
  RBracket 921;
  REntry 29 [74; 75; 917; 84];
  RAdd 43 913;
  RAdd 924 12;
  RAdd 210 925;
  REntry 35 [75; 926; 905];
  RMul 923 927;
  RSum 2 31 928;
  RMul 922 929;
  RMul 919 930;
  RMul 916 931;
  REq 932 156;
  RAdd 42 23;
  RLe 934 5;
  RLe 23 4;
  RMul 10 912;
  RAdd 19 937;
  RLe 938 21;
  RLe 2 42;
  RLe 12 937;
  REntry 29 [74; 75; 85; 84];
  RAdd 43 86;
  RAdd 943 12;
  RAdd 210 944;
  REntry 35 [75; 945; 905];
  RMul 942 946;
  RSum 2 31 947;
  RMap 2 948;
  REntry 29 [74; 86; 85; 84];
  RMul 16 85;
  RAdd 43 951;
  RAdd 952 12;
  RAdd 210 953;
  REntry 35 [86; 954; 905];
  RMul 950 955;
  RSum 2 31 956;
  RSum 2 17 957;
  RSum 2 3 958;
  REq 959 156;
  RMul 5 113;
  RAdd 961 42;
  RMul 4 962;
  RAdd 963 951;
  RAdd 964 12;
  RMul 8 117;
  RAdd 966 60;
  RMul 7 967;
  RAdd 968 902;
  RAdd 969 26;
  REntry 35 [86; 965; 970];
  RMul 950 971;
  RSum 2 31 972;
  RSum 2 17 973;
  RSum 2 3 974;
  RVar 65;
  RMul 4 976;
  RAdd 977 951;
  RAdd 978 12;
  RVar 66;
  RMul 7 980;
  RAdd 981 902;
  RAdd 982 26;
  REntry 35 [86; 979; 983];
  RMul 950 984;
  RSum 2 31 985;
  RSum 2 17 986;
  RSum 2 3 987;
  RDefine 67 988 [(29, Some 4%nat); (35, Some 3%nat); (11, None); (18, None); (21, None); (12, None); (14, None); (17, None); (20, None); (16, None); (19, None); (28, None); (65, None); (66, None)];
  RUse 989 [89; 123; 3; 17; 31; 4; 7; 16; 30; 11; 25; 74; 962; 967];
  RUse 989 [89; 123; 3; 17; 31; 4; 7; 16; 30; 11; 25; 84; 85; 86];
  RMap 3 991;
  RUse 121 [992; 5; 8; 42; 60; 74; 113; 117];
  REq 993 156;
  RUse 989 [89; 327; 3; 17; 31; 4; 7; 16; 30; 11; 25; 84; 85; 86];
  RMap 3 995;
  RUse 121 [996; 5; 8; 42; 60; 74; 113; 117];
  RAdd 997 149;
  RApply 43 998;
  REq 999 322;
  RUse 989 [89; 327; 3; 17; 31; 4; 7; 16; 30; 11; 25; 74; 962; 967];
  RAdd 1001 149;
  RApply 43 1002;
  REq 999 156;
  REq 156 999;
  RAdd 138 86;
  REntry 35 [1006; 979; 983];
  RMul 950 1007;
  RSum 2 31 1008;
  RSum 2 17 1009;
  RSum 2 3 1010;
  RDefine 68 1011 [(29, Some 4%nat); (35, Some 3%nat); (11, None); (42, None); (18, None); (21, None); (12, None); (14, None); (17, None); (20, None); (16, None); (19, None); (28, None); (65, None); (66, None)];
  RUse 1012 [89; 125; 3; 136; 17; 31; 4; 7; 16; 30; 11; 25; 74; 962; 967];
  RAdd 1013 149;
  RApply 43 1014;
  RUse 1012 [89; 125; 3; 136; 17; 31; 4; 7; 16; 30; 11; 25; 84; 85; 86];
  REntry 2 [84];
  RAdd 1016 1017;
  RApply 43 1018;
  RMap 3 1019;
  RUse 121 [1020; 5; 8; 42; 60; 74; 113; 117];
  REq 1021 156;
  RMod 92 96;
  RMod 99 103;
  REntry 35 [75; 1023; 1024];
  RDefine 69 1025 [(35, Some 3%nat); (32, None); (34, None); (8, None); (31, None); (33, None)];
  RUse 121 [123; 6; 9; 126; 127; 84; 85; 86];
  RMap 3 1027;
  RVar 70;
  RVar 71;
  RUse 1026 [1028; 1029; 1030; 139; 140; 141];
  RMul 91 1031;
  RSum 27 37 1032;
  RSum 13 24 1033;
  RSum 2 9 1034;
  RSum 2 6 1035;
  RSum 2 3 1036;
  RAdd 1037 149;
  RApply 43 1038;
  RMul 1 1039;
  RMul 154 1039;
  RMul 156 1039;
  REq 1041 1042;
  REq 156 1041;
  REq 1039 156;
  RMod 113 1029;
  RMod 117 1030;
  RUse 121 [123; 6; 9; 40; 58; 192; 1046; 1047];
  RUse 121 [123; 6; 9; 40; 58; 84; 85; 86];
  RMap 3 1049;
  RUse 1026 [1050; 1029; 1030; 192; 113; 117];
  REq 1051 156;
  REq 156 1051;
  RMul 234 645;
  REq 236 1054;
  RMul 234 624;
  RDiv 235 624;
  RMul 1056 1057;
  RMod 235 624;
  RMul 234 1059;
  RAdd 1060 237;
  RAdd 1058 1061;
  RLe 238 1062;
  RLe 1062 238;
  RAdd 1061 23;
  RLe 1065 1056;
  RLe 2 1061;
  RLe 23 624;
  RLe 23 1056;
  RMul 6 1046;
  RAdd 1070 40;
  RMul 9 1030;
  RMod 204 1072;
  REntry 35 [192; 1071; 1073];
  REntry 35 [192; 1071; 645];
  REq 1074 1075;
  RMul 6 1029;
  RMod 211 1077;
  REntry 35 [192; 1078; 1073];
  REntry 35 [192; 645; 1073];
  REq 1079 1080;
  REq 1079 156;
  RUse 1026 [123; 1077; 1072; 192; 211; 204];
  RUse 1026 [123; 1077; 1072; 84; 85; 86];
  RMap 3 1084;
  RUse 121 [1085; 6; 9; 40; 58; 192; 113; 117];
  REq 1086 156;
  RUse 121 [1085; 6; 9; 40; 58; 192; 305; 306];
  RMul 307 1088;
  REq 1089 310;
  RUse 121 [1085; 6; 9; 87; 86; 139; 140; 141];
  RMul 91 1091;
  RSum 27 37 1092;
  RSum 13 24 1093;
  RSum 2 9 1094;
  RSum 2 6 1095;
  RSum 2 3 1096;
  RAdd 1097 149;
  RApply 43 1098;
  REq 1099 322;
  REq 156 1088;
  RUse 1026 [123; 1077; 1072; 325; 85; 86];
  RMap 3 1102;
  RUse 121 [1103; 6; 9; 40; 58; 75; 305; 306];
  REq 1104 156;
  RMul 307 1104;
  REq 1106 310;
  RUse 121 [1103; 6; 9; 87; 86; 90; 140; 141];
  RMul 91 1108;
  RSum 27 37 1109;
  RSum 13 24 1110;
  RSum 2 9 1111;
  RSum 2 6 1112;
  RSum 2 3 1113;
  RAdd 1114 149;
  RApply 43 1115;
  REq 1116 322;
  RUse 989 [89; 1103; 3; 17; 31; 4; 7; 16; 30; 11; 25; 84; 85; 86];
  RMap 3 1118;
  RUse 121 [1119; 5; 8; 42; 60; 74; 113; 117];
  RAdd 1120 149;
  RApply 43 1121;
  REq 1122 322;
  RUse 989 [89; 1103; 3; 17; 31; 4; 7; 16; 30; 11; 25; 74; 962; 967];
  RAdd 1124 149;
  RApply 43 1125;
  REq 1122 156;
  REq 156 1122;
  RUse 1012 [89; 1085; 3; 136; 17; 31; 4; 7; 16; 30; 11; 25; 74; 962; 967];
  RAdd 1129 149;
  RApply 43 1130;
  RUse 1012 [89; 1085; 3; 136; 17; 31; 4; 7; 16; 30; 11; 25; 84; 85; 86];
  RAdd 1132 1017;
  RApply 43 1133;
  RMap 3 1134;
  RUse 121 [1135; 5; 8; 42; 60; 74; 113; 117];
  REq 1136 156;
  RVar 72;
  RAdd 1138 23;
  RAdd 242 593;
  RAdd 1140 634;
  RVar 73;
  RMul 10 1142;
  RAdd 1141 1143;
  RAdd 1144 10;
  RDiv 1145 161;
  RAdd 1146 23;
  RLe 1139 1147;
  RMul 161 1138;
  RAdd 1149 806;
  RAdd 1150 1142;
  RAdd 1151 23;
  RAdd 242 634;
  RLe 1152 1153;
  RLe 1147 1138;
  RLe 1153 1151;
  RDiv 1138 163;
  RLe 2 1157;
  RAdd 1157 23;
  RLe 1159 2;
  RLe 2 1138;
  RVar 74;
  RAdd 1162 163;
  RAdd 1163 10;
  RDiv 1164 163;
  RLe 1159 1165;
  RAdd 1165 23;
  RLe 1167 1159;
  RLe 1139 1162;
  RVar 75;
  RMul 10 1170;
  RAdd 624 1171;
  RVar 76;
  RAdd 1162 1173;
  RMul 10 624;
  RAdd 1174 1175;
  RAdd 1172 1176;
  RAdd 1173 1171;
  RMul 10 1178;
  RAdd 1177 1179;
  RAdd 1180 10;
  RAdd 1181 23;
  RMul 23 515;
  RAdd 1183 2;
  RLe 620 23;
  RLe 23 23;
  RDiv 1181 23;
  RAdd 1187 23;
  RAdd 645 23;
  REq 1188 1189;
  REq 1188 645;
  RLe 23 5;
  RLe 23 8;
  RLe 23 16;
  RLe 23 30;
  REq 1021 151;
  RLe 23 1029;
  RLe 23 1030;
  REq 1136 1039;
  REq 1188 1162].
Definition the_steps : list step := [
  SRing 152 151;
  SAxiom bracket_le;
  SInstantiate 2 [((1, None), 23); ((2, None), 136)];
  SRing 155 155;
  SRewrite 3 4 158 (44, Some 0%nat);
  SRewrite 5 4 159 (44, Some 0%nat);
  SRing 151 152;
  SRewrite 6 7 160 (44, Some 0%nat);
  SAssume 162;
  SAssume 164;
  SCone 166 [(1%Z, [9]); (1%Z, [10]); (1%Z, [9; 10])] [];
  SInstantiate 11 [((45, None), 7); ((1, None), 8)];
  SInstantiate 11 [((45, None), 4); ((1, None), 5)];
  SUnfold 197 121;
  SUnfold 200 111;
  SRewrite 14 15 201 (44, Some 0%nat);
  SRing 200 200;
  SRewrite 16 17 202 (44, Some 0%nat);
  SRing 225 233;
  SRing 249 247;
  SInstantiate 2 [((1, None), 250); ((2, None), 253)];
  SRing 257 257;
  SRewrite 21 22 260 (44, Some 0%nat);
  SInstantiate 2 [((1, None), 2); ((2, None), 235)];
  SRing 263 263;
  SRewrite 24 25 265 (44, Some 0%nat);
  SRewrite 23 26 266 (44, Some 0%nat);
  SRewrite 20 27 266 (44, Some 0%nat);
  SRewrite 28 25 267 (44, Some 0%nat);
  SRing 270 268;
  SAxiom bracket_not_le;
  SInstantiate 31 [((1, None), 250); ((2, None), 253)];
  SRewrite 32 25 272 (44, Some 0%nat);
  SRewrite 30 33 266 (44, Some 0%nat);
  SRewrite 34 25 267 (44, Some 0%nat);
  SRing 274 268;
  SAssume 276;
  SCone 277 [(1%Z, [37])] [];
  SAssume 278;
  SAssume 277;
  SAxiom mod_high;
  SInstantiate 41 [((1, None), 252); ((2, None), 234)];
  SAssume 279;
  SAxiom division;
  SInstantiate 44 [((1, None), 252); ((2, None), 234)];
  SCone 280 [(1%Z, [39]); (1%Z, [40]); (1%Z, [42]); (1%Z, [43; 40])] [(281, 45)];
  SCut 38 46;
  SCone 283 [(1%Z, [47])] [];
  SInstantiate 31 [((1, None), 241); ((2, None), 242)];
  SCut 48 49;
  SRing 247 247;
  SRewrite 50 51 286 (44, Some 0%nat);
  SRewrite 36 52 287 (44, Some 0%nat);
  SRewrite 35 53 287 (44, Some 0%nat);
  SCases 254 29 54;
  SRing 288 268;
  SInstantiate 31 [((1, None), 2); ((2, None), 235)];
  SRewrite 57 25 265 (44, Some 0%nat);
  SRewrite 56 58 266 (44, Some 0%nat);
  SRewrite 59 25 267 (44, Some 0%nat);
  SRing 289 268;
  SAssume 291;
  SAssume 292;
  SCone 293 [(1%Z, [62]); (1%Z, [63]); (1%Z, [43; 63])] [];
  SInstantiate 31 [((1, None), 2); ((2, None), 238)];
  SCut 64 65;
  SRewrite 66 51 295 (44, Some 0%nat);
  SRewrite 61 67 287 (44, Some 0%nat);
  SRewrite 60 68 287 (44, Some 0%nat);
  SCases 261 55 69;
  SInstantiate 70 [((46, None), 9); ((48, None), 58); ((47, None), 117); ((49, None), 103); ((9, Some 0%nat), 296)];
  SRing 298 223;
  SRewrite 71 72 299 (44, Some 0%nat);
  SInstantiate 70 [((46, None), 6); ((48, None), 40); ((47, None), 113); ((49, None), 96); ((9, Some 0%nat), 300)];
  SRewrite 73 74 301 (44, Some 0%nat);
  SRewrite 19 75 301 (44, Some 0%nat);
  SUnfold 302 111;
  SUnfold 303 121;
  SRewrite 77 78 304 (44, Some 0%nat);
  SRewrite 76 79 304 (44, Some 0%nat);
  SRewrite 18 80 304 (44, Some 0%nat);
  SInstantiate 81 [((38, None), 305); ((40, None), 306)];
  SCut 13 82;
  SCut 12 83;
  SRing 309 309;
  SRewrite 84 85 311 (44, Some 0%nat);
  SUnderSum 86 (25, None) 27 37;
  SUnderSum 87 (22, None) 13 24;
  SUnderSum 88 (26, None) 2 9;
  SUnderSum 89 (23, None) 2 6;
  SUnderSum 90 (8, None) 2 3;
  SRing 320 320;
  SRewrite 91 92 323 (44, Some 0%nat);
  SUnfold 308 121;
  SRing 308 308;
  SRewrite 94 95 324 (44, Some 0%nat);
  SUnfold 328 121;
  SRewrite 96 97 329 (44, Some 0%nat);
  SRing 330 330;
  SRewrite 98 99 331 (44, Some 0%nat);
  SUnderSum 100 (25, None) 27 37;
  SUnderSum 101 (22, None) 13 24;
  SUnderSum 102 (26, None) 2 9;
  SUnderSum 103 (23, None) 2 6;
  SUnderSum 104 (8, None) 2 3;
  SRing 340 340;
  SRewrite 105 106 341 (44, Some 0%nat);
  SUnfold 348 121;
  SRing 348 348;
  SRewrite 108 109 349 (44, Some 0%nat);
  SUnfold 360 83;
  SRing 360 360;
  SRewrite 111 112 361 (44, Some 0%nat);
  SRing 405 429;
  SRewrite 113 114 430 (44, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 116 [((3, None), 13); ((4, None), 24); ((5, None), 2); ((6, None), 9); ((9, Some 2%nat), 454)];
  SUnderSum 117 (23, None) 2 6;
  SUnderSum 118 (8, None) 2 3;
  SAxiom sum_factor;
  SInstantiate 120 [((3, None), 27); ((4, None), 37); ((8, Some 0%nat), 457); ((9, Some 1%nat), 480)];
  SRing 482 482;
  SRewrite 121 122 483 (44, Some 0%nat);
  SUnderSum 123 (50, None) 2 9;
  SInstantiate 120 [((3, None), 2); ((4, None), 9); ((8, Some 0%nat), 457); ((9, Some 1%nat), 505)];
  SRing 507 507;
  SRewrite 125 126 508 (44, Some 0%nat);
  SAssume 510;
  SAssume 511;
  SCone 514 [(1%Z, [128]); (1%Z, [129; 128])] [];
  SAssume 520;
  SAssume 522;
  SAssume 523;
  SAxiom mod_low;
  SInstantiate 134 [((1, None), 515)];
  SInstantiate 41 [((1, None), 518)];
  SAssume 524;
  SInstantiate 44 [((1, None), 515)];
  SInstantiate 44 [((1, None), 518)];
  SCone 525 [(1%Z, [133]); (1%Z, [135]); (1%Z, [136]); (1%Z, [132]); (1%Z, [137; 132])] [(526, 138); (281, 139)];
  SCone 520 [(1%Z, [132; 140]); (1%Z, [140])] [];
  SCases 520 131 141;
  SCases 520 131 142;
  SInstantiate 143 [((2, None), 9); ((35, None), 513); ((51, None), 35)];
  SCut 12 144;
  SCut 130 145;
  SAssume 527;
  SCone 528 [(1%Z, [147]); (1%Z, [129; 147])] [];
  SInstantiate 143 [((2, None), 9); ((35, None), 26); ((51, None), 512)];
  SCut 12 149;
  SCut 148 150;
  SRing 532 530;
  SInstantiate 2 [((1, None), 533); ((2, None), 534)];
  SRing 538 538;
  SRewrite 153 154 541 (44, Some 0%nat);
  SInstantiate 2 [((1, None), 542); ((2, None), 529)];
  SRing 545 545;
  SRewrite 156 157 547 (44, Some 0%nat);
  SRewrite 155 158 548 (44, Some 0%nat);
  SRewrite 152 159 548 (44, Some 0%nat);
  SRewrite 160 157 549 (44, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 162 [((3, None), 542); ((4, None), 534); ((7, None), 529); ((9, Some 1%nat), 551)];
  SRewrite 161 163 556 (44, Some 0%nat);
  SRing 558 268;
  SInstantiate 31 [((1, None), 533); ((2, None), 534)];
  SRewrite 166 157 560 (44, Some 0%nat);
  SRewrite 165 167 548 (44, Some 0%nat);
  SRewrite 168 157 549 (44, Some 0%nat);
  SRing 562 268;
  SInstantiate 120 [((3, None), 542); ((4, None), 534); ((8, Some 0%nat), 563); ((9, Some 1%nat), 564)];
  SRing 566 568;
  SRewrite 171 172 569 (44, Some 0%nat);
  SRewrite 170 173 569 (44, Some 0%nat);
  SAssume 571;
  SAssume 574;
  SCone 575 [(1%Z, [175]); (1%Z, [176])] [];
  SAxiom bracket_not_eq;
  SInstantiate 178 [((1, None), 572); ((2, None), 529)];
  SCut 177 179;
  SRing 579 579;
  SRewrite 180 181 581 (44, Some 0%nat);
  SUnderSum 182 (52, None) 542 534;
  SRewrite 174 183 556 (44, Some 0%nat);
  SRewrite 169 184 556 (44, Some 0%nat);
  SCases 535 164 185;
  SRing 582 268;
  SInstantiate 31 [((1, None), 542); ((2, None), 529)];
  SRewrite 188 157 547 (44, Some 0%nat);
  SRewrite 187 189 548 (44, Some 0%nat);
  SRewrite 190 157 549 (44, Some 0%nat);
  SAssume 583;
  SAssume 584;
  SCone 585 [(1%Z, [192]); (1%Z, [193])] [];
  SInstantiate 178 [((1, None), 529); ((2, None), 572)];
  SCut 194 195;
  SRing 577 587;
  SRewrite 196 197 588 (44, Some 0%nat);
  SRewrite 198 181 581 (44, Some 0%nat);
  SUnderSum 199 (52, None) 542 534;
  SRewrite 174 200 556 (44, Some 0%nat);
  SRewrite 191 201 556 (44, Some 0%nat);
  SCases 543 186 202;
  SInstantiate 203 [((3, None), 2); ((4, None), 589); ((7, None), 596); ((9, Some 1%nat), 598)];
  SRing 606 606;
  SRewrite 204 205 608 (44, Some 0%nat);
  SInstantiate 120 [((3, None), 2); ((4, None), 589); ((8, Some 0%nat), 609); ((9, Some 1%nat), 610)];
  SRing 616 618;
  SAssume 619;
  SCone 621 [(1%Z, [209])] [];
  SCone 619 [(1%Z, [210])] [];
  SCone 622 [] [];
  SAssume 627;
  SCone 627 [(1%Z, [213])] [];
  SAssume 628;
  SCone 628 [(1%Z, [215])] [];
  SAxiom antisymmetry;
  SInstantiate 217 [((1, None), 623); ((2, None), 626)];
  SCut 216 218;
  SCut 214 219;
  SRing 629 1;
  SAssume 631;
  SAssume 633;
  SAssume 636;
  SAssume 639;
  SCone 525 [(1%Z, [224]); (1%Z, [135]); (1%Z, [223]); (1%Z, [137; 223])] [(281, 225); (526, 138)];
  SCone 631 [(1%Z, [223; 226]); (1%Z, [226])] [];
  SCases 631 222 227;
  SCases 631 222 228;
  SAssume 640;
  SAssume 642;
  SAssume 643;
  SInstantiate 41 [((1, None), 515)];
  SCone 525 [(1%Z, [232]); (1%Z, [233]); (1%Z, [231]); (1%Z, [137; 231])] [(526, 225); (281, 138)];
  SCone 640 [(1%Z, [231; 234]); (1%Z, [234])] [];
  SCases 640 230 235;
  SCases 640 230 236;
  SInstantiate 217 [((1, None), 517); ((2, None), 630)];
  SCut 237 238;
  SCut 229 239;
  SInstantiate 240 [((2, None), 624); ((61, None), 237); ((35, None), 623); ((60, None), 590)];
  SRing 644 644;
  SRewrite 241 242 646 (44, None);
  SRing 648 1;
  SRewrite 243 244 651 (44, None);
  SRing 654 654;
  SRewrite 245 246 656 (44, Some 0%nat);
  SRing 657 657;
  SRewrite 240 248 659 (44, None);
  SCone 661 [] [(281, 225); (526, 138); (526, 249)];
  SCone 662 [] [(526, 225); (281, 138); (281, 249)];
  SInstantiate 217 [((1, None), 660); ((2, None), 634)];
  SCut 251 252;
  SCut 250 253;
  SInstantiate 254 [((2, None), 624); ((61, None), 237); ((35, None), 623); ((60, None), 590)];
  SRing 663 663;
  SRewrite 255 256 664 (44, None);
  SRing 666 1;
  SRewrite 257 258 669 (44, None);
  SRing 672 672;
  SRewrite 259 260 674 (44, Some 0%nat);
  SRewrite 247 261 675 (44, Some 0%nat);
  SRewrite 221 262 675 (44, Some 0%nat);
  SRewrite 263 260 676 (44, Some 0%nat);
  SAssume 677;
  SRing 679 1;
  SRewrite 265 266 682 (44, None);
  SRewrite 264 267 684 (44, Some 0%nat);
  SCut 220 268;
  SAssume 685;
  SCone 685 [(1%Z, [270])] [];
  SAssume 686;
  SCone 686 [(1%Z, [272])] [];
  SInstantiate 217 [((1, None), 237); ((2, None), 663)];
  SCut 273 274;
  SCut 271 275;
  SAssume 687;
  SCone 687 [(1%Z, [277])] [];
  SAssume 688;
  SCone 688 [(1%Z, [279])] [];
  SInstantiate 217 [((1, None), 590); ((2, None), 644)];
  SCut 280 281;
  SCut 278 282;
  SRing 567 268;
  SAssume 690;
  SInstantiate 44 [((1, None), 623); ((2, None), 624)];
  SAssume 670;
  SAssume 652;
  SRing 625 625;
  SRewrite 288 289 692 (44, None);
  SCone 525 [(1%Z, [285])] [(526, 286); (281, 287); (281, 290)];
  SCone 693 [(1%Z, [291])] [];
  SInstantiate 31 [((1, None), 2); ((2, None), 2)];
  SCut 292 293;
  SRing 268 695;
  SRewrite 294 295 697 (44, Some 0%nat);
  SRewrite 284 296 698 (44, Some 0%nat);
  SRing 268 268;
  SRewrite 297 298 699 (44, Some 0%nat);
  SRing 700 268;
  SRing 672 701;
  SRewrite 294 301 703 (44, Some 0%nat);
  SRewrite 300 302 675 (44, Some 0%nat);
  SRewrite 299 303 675 (44, Some 0%nat);
  SCut 283 304;
  SRing 704 268;
  SInstantiate 178 [((1, None), 590); ((2, None), 644)];
  SRewrite 307 260 706 (44, Some 0%nat);
  SRewrite 306 308 675 (44, Some 0%nat);
  SCases 688 305 309;
  SInstantiate 178 [((1, None), 644); ((2, None), 590)];
  SRing 653 708;
  SRewrite 311 312 709 (44, Some 0%nat);
  SRewrite 313 260 706 (44, Some 0%nat);
  SRewrite 306 314 675 (44, Some 0%nat);
  SCases 687 310 315;
  SCut 276 316;
  SRing 710 268;
  SInstantiate 178 [((1, None), 237); ((2, None), 663)];
  SRewrite 319 260 674 (44, Some 0%nat);
  SRewrite 318 320 675 (44, Some 0%nat);
  SCases 686 317 321;
  SInstantiate 178 [((1, None), 663); ((2, None), 237)];
  SRing 671 712;
  SRewrite 323 324 713 (44, Some 0%nat);
  SRewrite 325 260 674 (44, Some 0%nat);
  SRewrite 318 326 675 (44, Some 0%nat);
  SCases 685 322 327;
  SRewrite 328 260 676 (44, Some 0%nat);
  SInstantiate 178 [((1, None), 623); ((2, None), 626)];
  SRewrite 329 330 684 (44, Some 0%nat);
  SCases 628 269 331;
  SAssume 715;
  SCone 525 [(1%Z, [333])] [(281, 286); (526, 287); (526, 290)];
  SCone 693 [(1%Z, [334])] [];
  SCut 335 293;
  SRewrite 336 295 697 (44, Some 0%nat);
  SRewrite 284 337 698 (44, Some 0%nat);
  SRewrite 338 298 699 (44, Some 0%nat);
  SRewrite 336 301 703 (44, Some 0%nat);
  SRewrite 300 340 675 (44, Some 0%nat);
  SRewrite 339 341 675 (44, Some 0%nat);
  SCut 283 342;
  SCases 688 343 309;
  SCases 687 344 315;
  SCut 276 345;
  SCases 686 346 321;
  SCases 685 347 327;
  SRewrite 348 260 676 (44, Some 0%nat);
  SInstantiate 178 [((1, None), 626); ((2, None), 623)];
  SRing 683 717;
  SRewrite 350 351 684 (44, Some 0%nat);
  SRewrite 349 352 684 (44, Some 0%nat);
  SCases 627 332 353;
  SInstantiate 354 [((58, None), 594); ((59, None), 595); ((54, None), 611); ((48, None), 2)];
  SCut 212 355;
  SCut 211 356;
  SCut 210 357;
  SRing 722 722;
  SRewrite 358 359 724 (44, Some 0%nat);
  SRing 727 722;
  SRewrite 360 361 728 (44, Some 0%nat);
  SRewrite 208 362 728 (44, Some 0%nat);
  SUnderSum 363 (57, None) 2 589;
  SRewrite 207 364 734 (44, Some 0%nat);
  SRewrite 206 365 734 (44, Some 0%nat);
  SUnderSum 366 (54, None) 735 737;
  SUnderSum 367 (48, None) 2 161;
  SAssume 738;
  SCone 738 [(1%Z, [369])] [];
  SAssume 739;
  SCone 739 [(1%Z, [371])] [];
  SInstantiate 217 [((1, None), 718); ((2, None), 594)];
  SCut 372 373;
  SCut 370 374;
  SAssume 725;
  SRing 740 740;
  SRewrite 376 377 742 (44, None);
  SRing 743 743;
  SRewrite 378 379 745 (44, Some 0%nat);
  SCut 375 380;
  SRing 746 268;
  SInstantiate 178 [((1, None), 718); ((2, None), 594)];
  SRing 727 727;
  SRewrite 383 384 747 (44, Some 0%nat);
  SRewrite 382 385 728 (44, Some 0%nat);
  SRewrite 386 384 748 (44, Some 0%nat);
  SRing 749 268;
  SRewrite 383 379 751 (44, Some 0%nat);
  SRewrite 388 389 752 (44, Some 0%nat);
  SRewrite 387 390 752 (44, Some 0%nat);
  SCases 739 381 391;
  SInstantiate 178 [((1, None), 594); ((2, None), 718)];
  SRing 726 754;
  SRewrite 393 394 755 (44, Some 0%nat);
  SRewrite 395 384 747 (44, Some 0%nat);
  SRewrite 382 396 728 (44, Some 0%nat);
  SRewrite 397 384 748 (44, Some 0%nat);
  SRewrite 395 379 751 (44, Some 0%nat);
  SRewrite 388 399 752 (44, Some 0%nat);
  SRewrite 398 400 752 (44, Some 0%nat);
  SCases 738 392 401;
  SUnderSum 402 (57, None) 2 589;
  SUnderSum 403 (54, None) 735 737;
  SUnderSum 404 (48, None) 2 161;
  SInstantiate 116 [((3, None), 2); ((4, None), 589); ((5, None), 735); ((6, None), 737); ((9, Some 2%nat), 763)];
  SUnderSum 406 (48, None) 2 161;
  SInstantiate 116 [((3, None), 2); ((4, None), 589); ((5, None), 2); ((6, None), 161); ((9, Some 2%nat), 773)];
  SRing 774 743;
  SUnderSum 409 (54, None) 735 737;
  SUnderSum 410 (48, None) 2 161;
  SInstantiate 120 [((3, None), 735); ((4, None), 737); ((8, Some 0%nat), 775); ((9, Some 1%nat), 780)];
  SRing 782 782;
  SRewrite 412 413 783 (44, Some 0%nat);
  SUnderSum 414 (48, None) 2 161;
  SInstantiate 120 [((3, None), 2); ((4, None), 161); ((8, Some 0%nat), 775); ((9, Some 1%nat), 789)];
  SRing 791 791;
  SRewrite 416 417 792 (44, Some 0%nat);
  SRewrite 415 418 795 (44, Some 0%nat);
  SRing 796 794;
  SRewrite 419 420 797 (44, Some 0%nat);
  SRewrite 411 421 797 (44, Some 0%nat);
  SUnderSum 422 (57, None) 2 589;
  SRewrite 408 423 805 (44, Some 0%nat);
  SRewrite 407 424 805 (44, Some 0%nat);
  SRewrite 405 425 805 (44, Some 0%nat);
  SAssume 808;
  SAssume 809;
  SCone 811 [(1%Z, [428]); (1%Z, [428; 209])] [];
  SInstantiate 143 [((2, None), 161); ((35, None), 806); ((51, None), 810)];
  SCut 429 430;
  SCone 813 [(1%Z, [427]); (1%Z, [431])] [];
  SAssume 818;
  SAssume 820;
  SCone 821 [(1%Z, [434]); (1%Z, [434; 209])] [];
  SInstantiate 143 [((2, None), 161); ((35, None), 810); ((51, None), 816)];
  SCut 435 436;
  SCone 822 [(1%Z, [433]); (1%Z, [437])] [];
  SAssume 825;
  SCone 827 [(1%Z, [439])] [];
  SInstantiate 41 [((1, None), 623); ((2, None), 624)];
  SInstantiate 134 [((1, None), 623); ((2, None), 624)];
  SInstantiate 162 [((3, None), 2); ((4, None), 624); ((7, None), 663); ((9, Some 1%nat), 829)];
  SCut 442 443;
  SCut 441 444;
  SInstantiate 162 [((3, None), 542); ((4, None), 534); ((7, None), 644); ((9, Some 1%nat), 831)];
  SRing 836 836;
  SRewrite 446 447 837 (44, Some 0%nat);
  SInstantiate 120 [((3, None), 542); ((4, None), 534); ((8, Some 0%nat), 838); ((9, Some 1%nat), 839)];
  SRing 841 843;
  SRing 844 844;
  SRewrite 354 451 846 (44, Some 0%nat);
  SRewrite 450 452 847 (44, Some 0%nat);
  SUnderSum 453 (54, None) 542 534;
  SRewrite 449 454 854 (44, Some 0%nat);
  SRewrite 448 455 854 (44, Some 0%nat);
  SUnderSum 456 (48, None) 2 624;
  SRewrite 445 457 862 (44, Some 0%nat);
  SInstantiate 458 [((58, None), 823); ((59, None), 161); ((3, None), 735); ((4, None), 737); ((64, Some 2%nat), 863)];
  SCut 440 459;
  SRing 867 872;
  SRewrite 460 461 873 (44, Some 0%nat);
  SInstantiate 354 [((58, None), 823); ((59, None), 161)];
  SRing 875 877;
  SRewrite 463 464 878 (44, Some 0%nat);
  SUnderSum 465 (54, None) 735 737;
  SUnderSum 466 (48, None) 2 161;
  SRing 867 867;
  SRewrite 467 468 879 (44, Some 0%nat);
  SRewrite 462 469 888 (44, Some 0%nat);
  SRewrite 470 467 873 (44, Some 0%nat);
  SInstantiate 471 [((58, None), 718)];
  SCut 438 472;
  SCut 432 473;
  SRing 793 793;
  SRewrite 474 475 889 (44, Some 0%nat);
  SRing 890 890;
  SRewrite 476 477 891 (44, Some 0%nat);
  SRing 740 890;
  SRewrite 478 479 892 (44, Some 0%nat);
  SUnderSum 480 (57, None) 2 589;
  SRewrite 426 481 894 (44, Some 0%nat);
  SRewrite 368 482 894 (44, Some 0%nat);
  SInstantiate 483 [((53, None), 31); ((45, None), 9); ((55, None), 379); ((62, None), 27); ((63, None), 36); ((56, None), 30); ((9, Some 2%nat), 901)];
  SCut 12 484;
  SCut 151 485;
  SCut 146 486;
  SRing 909 909;
  SRewrite 487 488 911 (44, Some 0%nat);
  SRing 932 909;
  SRewrite 489 490 933 (44, Some 0%nat);
  SRewrite 127 491 933 (44, Some 0%nat);
  SRewrite 124 492 933 (44, Some 0%nat);
  SUnderSum 493 (22, None) 13 24;
  SUnderSum 494 (23, None) 2 6;
  SUnderSum 495 (8, None) 2 3;
  SAssume 935;
  SAssume 936;
  SCone 939 [(1%Z, [497]); (1%Z, [498; 497])] [];
  SInstantiate 143 [((2, None), 6); ((35, None), 938); ((51, None), 21)];
  SCut 13 500;
  SCut 499 501;
  SAssume 940;
  SCone 941 [(1%Z, [503]); (1%Z, [498; 503])] [];
  SInstantiate 143 [((2, None), 6); ((35, None), 12); ((51, None), 937)];
  SCut 13 505;
  SCut 504 506;
  SInstantiate 483 [((53, None), 17); ((45, None), 6); ((55, None), 912); ((62, None), 13); ((63, None), 22); ((56, None), 16); ((9, Some 2%nat), 949)];
  SCut 13 508;
  SCut 507 509;
  SCut 502 510;
  SUnderSum 511 (8, None) 2 3;
  SRewrite 496 512 960 (44, Some 0%nat);
  SRewrite 119 513 960 (44, Some 0%nat);
  SRing 975 959;
  SUnfold 990 989;
  SUnfold 993 121;
  SRewrite 516 517 994 (44, Some 0%nat);
  SRewrite 515 518 994 (44, Some 0%nat);
  SRewrite 514 519 994 (44, Some 0%nat);
  SRewrite 115 520 994 (44, Some 0%nat);
  SRewrite 110 521 994 (44, Some 0%nat);
  SInstantiate 522 [((35, Some 3%nat), 327)];
  SRing 999 999;
  SRewrite 523 524 1000 (44, Some 0%nat);
  SUnfold 1003 989;
  SUnfold 999 121;
  SRewrite 526 527 1004 (44, Some 0%nat);
  SRewrite 528 524 1005 (44, Some 0%nat);
  SUnfold 1015 1012;
  SUnfold 1021 121;
  SRewrite 530 531 1022 (44, Some 0%nat);
  SRewrite 529 532 1022 (44, Some 0%nat);
  SRewrite 525 533 1022 (44, Some 0%nat);
  SRewrite 107 534 1022 (44, Some 0%nat);
  SRewrite 93 535 1022 (44, Some 0%nat);
  SRewrite 8 536 1022 (44, Some 0%nat);
  SRewrite 5 537 1022 (44, Some 0%nat);
  SRewrite 1 538 1022 (44, Some 0%nat);
  SRing 1040 1039;
  SRing 1041 1041;
  SRewrite 3 541 1043 (44, Some 0%nat);
  SRewrite 542 541 1044 (44, Some 0%nat);
  SRing 1039 1040;
  SRewrite 543 544 1045 (44, Some 0%nat);
  SUnfold 1048 121;
  SUnfold 1051 1026;
  SRewrite 546 547 1052 (44, Some 0%nat);
  SRing 1051 1051;
  SRewrite 548 549 1053 (44, Some 0%nat);
  SInstantiate 44 [((1, None), 235); ((2, None), 624)];
  SRing 236 236;
  SRewrite 551 552 1055 (44, None);
  SCone 1063 [] [(281, 553)];
  SCone 1064 [] [(526, 553)];
  SInstantiate 217 [((1, None), 238); ((2, None), 1062)];
  SCut 555 556;
  SCut 554 557;
  SInstantiate 41 [((1, None), 235); ((2, None), 624)];
  SCone 1066 [(1%Z, [559]); (1%Z, [62]); (1%Z, [43; 559])] [];
  SInstantiate 134 [((1, None), 235); ((2, None), 624)];
  SCone 1067 [(1%Z, [561]); (1%Z, [39]); (1%Z, [43; 561])] [];
  SAssume 1068;
  SCone 1069 [(1%Z, [43]); (1%Z, [563]); (1%Z, [43; 563])] [];
  SInstantiate 254 [((2, None), 1056); ((61, None), 1061); ((35, None), 238); ((60, None), 1057)];
  SCut 564 565;
  SCut 562 566;
  SCut 560 567;
  SCut 558 568;
  SInstantiate 569 [((46, None), 9); ((48, None), 58); ((47, None), 117); ((59, None), 1030)];
  SRing 1074 1074;
  SRewrite 570 571 1076 (44, None);
  SInstantiate 569 [((46, None), 6); ((48, None), 40); ((47, None), 113); ((59, None), 1029)];
  SRing 1079 1079;
  SRewrite 573 574 1081 (44, None);
  SRewrite 572 575 1082 (44, Some 0%nat);
  SUnfold 1083 1026;
  SUnfold 1086 121;
  SRewrite 577 578 1087 (44, Some 0%nat);
  SRewrite 576 579 1087 (44, Some 0%nat);
  SRewrite 550 580 1087 (44, Some 0%nat);
  SInstantiate 581 [((38, None), 305); ((40, None), 306)];
  SCut 13 582;
  SCut 12 583;
  SRing 1089 1089;
  SRewrite 584 585 1090 (44, Some 0%nat);
  SUnderSum 586 (25, None) 27 37;
  SUnderSum 587 (22, None) 13 24;
  SUnderSum 588 (26, None) 2 9;
  SUnderSum 589 (23, None) 2 6;
  SUnderSum 590 (8, None) 2 3;
  SRing 1099 1099;
  SRewrite 591 592 1100 (44, Some 0%nat);
  SUnfold 1088 121;
  SRing 1088 1088;
  SRewrite 594 595 1101 (44, Some 0%nat);
  SUnfold 1104 121;
  SRewrite 596 597 1105 (44, Some 0%nat);
  SRing 1106 1106;
  SRewrite 598 599 1107 (44, Some 0%nat);
  SUnderSum 600 (25, None) 27 37;
  SUnderSum 601 (22, None) 13 24;
  SUnderSum 602 (26, None) 2 9;
  SUnderSum 603 (23, None) 2 6;
  SUnderSum 604 (8, None) 2 3;
  SRing 1116 1116;
  SRewrite 605 606 1117 (44, Some 0%nat);
  SInstantiate 522 [((35, Some 3%nat), 1103)];
  SRing 1122 1122;
  SRewrite 608 609 1123 (44, Some 0%nat);
  SUnfold 1126 989;
  SUnfold 1122 121;
  SRewrite 611 612 1127 (44, Some 0%nat);
  SRewrite 613 609 1128 (44, Some 0%nat);
  SUnfold 1131 1012;
  SUnfold 1136 121;
  SRewrite 615 616 1137 (44, Some 0%nat);
  SRewrite 614 617 1137 (44, Some 0%nat);
  SRewrite 610 618 1137 (44, Some 0%nat);
  SRewrite 607 619 1137 (44, Some 0%nat);
  SRewrite 593 620 1137 (44, Some 0%nat);
  SRewrite 545 621 1137 (44, Some 0%nat);
  SRewrite 542 622 1137 (44, Some 0%nat);
  SRewrite 540 623 1137 (44, Some 0%nat);
  SAssume 1148;
  SInstantiate 134 [((1, None), 1145); ((2, None), 161)];
  SInstantiate 44 [((1, None), 1145); ((2, None), 161)];
  SCone 1154 [(1%Z, [625]); (1%Z, [626]); (1%Z, [9; 625])] [(526, 627)];
  SAssume 1155;
  SInstantiate 41 [((1, None), 1145); ((2, None), 161)];
  SCone 1156 [(1%Z, [629]); (1%Z, [630]); (1%Z, [9; 629])] [(281, 627)];
  SAssume 1158;
  SAssume 1160;
  SAssume 1161;
  SInstantiate 41 [((1, None), 1138); ((2, None), 163)];
  SInstantiate 44 [((1, None), 1138); ((2, None), 163)];
  SCone 525 [(1%Z, [634]); (1%Z, [635]); (1%Z, [633]); (1%Z, [10; 633])] [(281, 636)];
  SCone 1158 [(1%Z, [633; 637]); (1%Z, [637])] [];
  SCases 1158 632 638;
  SCases 1158 632 639;
  SAssume 1166;
  SAssume 1168;
  SAssume 1169;
  SInstantiate 134 [((1, None), 1138); ((2, None), 163)];
  SInstantiate 41 [((1, None), 1164); ((2, None), 163)];
  SInstantiate 44 [((1, None), 1164); ((2, None), 163)];
  SCone 525 [(1%Z, [643]); (1%Z, [644]); (1%Z, [645]); (1%Z, [642]); (1%Z, [10; 642])] [(526, 636); (281, 646)];
  SCone 1166 [(1%Z, [642; 647]); (1%Z, [647])] [];
  SCases 1166 641 648;
  SCases 1166 641 649;
  SRing 1182 1162;
  SRing 515 1184;
  SCone 1185 [] [];
  SCone 1186 [] [];
  SInstantiate 240 [((2, None), 23); ((61, None), 2); ((60, None), 515)];
  SCut 212 655;
  SCut 654 656;
  SCut 653 657;
  SCut 652 658;
  SInstantiate 659 [((35, None), 1181)];
  SRing 1188 1188;
  SRewrite 660 661 1190 (44, None);
  SRewrite 651 662 1191 (44, None)].
Definition the_claims : list claim := [
  Build_claim [940; 527; 153; 1192; 1193; 1194; 1195; 936; 511; 935; 510] 1196 539;
  Build_claim [940; 527; 153; 1192; 1193; 1194; 1195; 1197; 1198; 936; 511; 935; 510] 1199 624;
  Build_claim [279; 292; 291] 293 64;
  Build_claim [278; 279; 277] 280 46;
  Build_claim [162; 1148] 1154 628;
  Build_claim [162; 1155] 1156 631;
  Build_claim [1161; 164] 1158 640;
  Build_claim [164; 1169] 1166 650;
  Build_claim [] 1200 663].
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
  exact (fun R act C N1 N2 O a1 a2 b dl1 dl2 k1 k2 m1 m2 o p1 p2 s1 s2 tau1 tau2 w x => claim_true sequents
    checked 0%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 43 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => C | 32%positive => N1 | 34%positive =>
    N2 | 42%positive => O | 13%positive => a1 | 15%positive => a2 | 17%positive => dl1 | 20%positive => dl2 |
    18%positive => k1 | 21%positive => k2 | 38%positive => m1 | 40%positive => m2 | 28%positive => o |
    16%positive => p1 | 19%positive => p2 | 12%positive => s1 | 14%positive => s2 | 24%positive => tau1 |
    27%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 29%positive,
    4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 | 35%positive, 3%nat,
    [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R act C O a1 a2 b dl1 dl2 k1 k2 m1 m2 n1 n2 o p1 p2 s1 s2 tau1 tau2 w x => claim_true sequents
    checked 1%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 43 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => C | 42%positive => O | 13%positive =>
    a1 | 15%positive => a2 | 17%positive => dl1 | 20%positive => dl2 | 18%positive => k1 | 21%positive => k2 |
    38%positive => m1 | 40%positive => m2 | 70%positive => n1 | 71%positive => n2 | 28%positive => o |
    16%positive => p1 | 19%positive => p2 | 12%positive => s1 | 14%positive => s2 | 24%positive => tau1 |
    27%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 29%positive,
    4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 | 35%positive, 3%nat,
    [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_3 : statement_3.
Proof.
  exact (fun R S m rho => claim_true sequents checked 2%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 46%positive => S | 47%positive => m | 48%positive =>
    rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_4 : statement_4.
Proof.
  exact (fun R N S m rho => claim_true sequents checked 3%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 49%positive => N | 46%positive => S | 47%positive =>
    m | 48%positive => rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_5 : statement_5.
Proof.
  exact (fun R D N j p r s => claim_true sequents checked 4%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 73%positive => D | 49%positive => N | 72%positive =>
    j | 55%positive => p | 61%positive => r | 45%positive => s | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_6 : statement_6.
Proof.
  exact (fun R D N j p r s => claim_true sequents checked 5%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 73%positive => D | 49%positive => N | 72%positive =>
    j | 55%positive => p | 61%positive => r | 45%positive => s | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_7 : statement_7.
Proof.
  exact (fun R a j => claim_true sequents checked 6%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 1%positive => a | 72%positive => j | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_8 : statement_8.
Proof.
  exact (fun R M a j => claim_true sequents checked 7%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 74%positive => M | 1%positive => a | 72%positive => j
    | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_9 : statement_9.
Proof.
  exact (fun R M n umax umin => claim_true sequents checked 8%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 74%positive => M | 59%positive => n | 76%positive =>
    umax | 75%positive => umin | _ => 0 end;
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
