(** Conv(in_channels=3, out_channels=64, kernel=(11, 11), stride=(4, 4), padding=((2, 2), (2, 2)), dilation=(1,
  1)) equals its unit-stride layer (input size (224, 224); phases (1, 1) of the image; order channel_major)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Readable.
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

(** layer *)
Definition statement_1 : Prop :=
  forall (R : semiring) (b : Z -> R) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 3 11 11 4 4 1 1 2 2 v_0
    v_1 v_2 [+] b v_0) 1 1 0 0 o m1 m2 =
    (SUM 0 <= v_0 < 3, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM (-1) <= v_3 < 3, SUM (-1) <= v_4 < 3, bank w 11
      11 4 4 2 2 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 224 224 v_8 v_9 v_10) 4 4 v_1 v_2 v_5 v_6 v_7) 56 56 v_0 (m1 + v_3) (m2 + v_4)) [+] b o :> R.

(** unit stride *)
Definition statement_2 : Prop :=
  forall (R : semiring) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  conv w (fun v_0 v_1 v_2 => extend x 224 224 v_0 v_1 v_2) 3 11 11 4 4 1 1 2 2 o m1 m2 =
    conv (fun v_0 v_1 v_2 v_3 => bank w 11 11 4 4 2 2 1 1 0 0 v_0 ((v_1 / 4) mod 4) (v_1 mod 4) ((v_1 / 4) /
      4) (v_2 - 1) (v_3 - 1)) (fun v_0 v_1 v_2 => phases (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 4 4
      ((v_0 / 4) mod 4) (v_0 mod 4) ((v_0 / 4) / 4) v_1 v_2) 48 4 4 1 1 1 1 1 1 o m1 m2 :> R.

(** axis 1, tau 0, rho 0, u -1 *)
Definition statement_3 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), (-4)] [*] f v_0 =
    r0 :> R.

(** axis 1, tau 0, rho 0, u 0 *)
Definition statement_4 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 0] [*] f v_0 =
    f 2 :> R.

(** axis 1, tau 0, rho 0, u 1 *)
Definition statement_5 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 4] [*] f v_0 =
    f 6 :> R.

(** axis 1, tau 0, rho 0, u 2 *)
Definition statement_6 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 8] [*] f v_0 =
    f 10 :> R.

(** axis 1, tau 0, rho 1, u -1 *)
Definition statement_7 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), (-3)] [*] f v_0 =
    r0 :> R.

(** axis 1, tau 0, rho 1, u 0 *)
Definition statement_8 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 1] [*] f v_0 =
    f 3 :> R.

(** axis 1, tau 0, rho 1, u 1 *)
Definition statement_9 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 5] [*] f v_0 =
    f 7 :> R.

(** axis 1, tau 0, rho 1, u 2 *)
Definition statement_10 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 9] [*] f v_0 =
    r0 :> R.

(** axis 1, tau 0, rho 2, u -1 *)
Definition statement_11 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), (-2)] [*] f v_0 =
    f 0 :> R.

(** axis 1, tau 0, rho 2, u 0 *)
Definition statement_12 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 2] [*] f v_0 =
    f 4 :> R.

(** axis 1, tau 0, rho 2, u 1 *)
Definition statement_13 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 6] [*] f v_0 =
    f 8 :> R.

(** axis 1, tau 0, rho 2, u 2 *)
Definition statement_14 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 10] [*] f v_0 =
    r0 :> R.

(** axis 1, tau 0, rho 3, u -1 *)
Definition statement_15 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), (-1)] [*] f v_0 =
    f 1 :> R.

(** axis 1, tau 0, rho 3, u 0 *)
Definition statement_16 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 3] [*] f v_0 =
    f 5 :> R.

(** axis 1, tau 0, rho 3, u 1 *)
Definition statement_17 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 7] [*] f v_0 =
    f 9 :> R.

(** axis 1, tau 0, rho 3, u 2 *)
Definition statement_18 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 11, [=: v_0 + (-2), 11] [*] f v_0 =
    r0 :> R.

(** axis 1, outputs *)
Definition statement_19 : Prop :=
  forall (R : semiring),
  ((224 + 2 + 2 - 1 * 10 - 1) / 4) + 1 = 55.

(** axis 1, cells of outputs *)
Definition statement_20 : Prop :=
  forall (R : semiring),
  ((56 + 1 + 1 - 1 * 3 - 1) / 1) + 1 = 55.

(** axis 2, outputs *)
Definition statement_21 : Prop :=
  forall (R : semiring),
  ((224 + 2 + 2 - 1 * 10 - 1) / 4) + 1 = 55.

(** axis 2, cells of outputs *)
Definition statement_22 : Prop :=
  forall (R : semiring),
  ((56 + 1 + 1 - 1 * 3 - 1) / 1) + 1 = 55.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RNum 0;
  RNum 3;
  RNum 4;
  RNum 1;
  RMul 3 4;
  RNum (-1);
  RNum 2;
  RMul 6 7;
  RDiv 8 5;
  RAdd 4 6;
  RMul 3 10;
  RNum 11;
  RAdd 12 6;
  RMul 4 13;
  RAdd 11 14;
  RAdd 15 8;
  RDiv 16 5;
  RAdd 17 4;
  RVar 11;
  RVar 12;
  RMul 19 20;
  RVar 13;
  RMul 21 22;
  RVar 14;
  RAdd 23 24;
  RVar 15;
  RMul 19 26;
  RMul 6 27;
  RAdd 25 28;
  RVar 16;
  RAdd 29 30;
  RLe 1 31;
  RBracket 32;
  RAdd 31 4;
  RVar 17;
  RLe 34 35;
  RBracket 36;
  RVar 18;
  RVar 19;
  RMul 38 39;
  RVar 20;
  RMul 40 41;
  RVar 21;
  RAdd 42 43;
  RVar 22;
  RMul 38 45;
  RMul 6 46;
  RAdd 44 47;
  RVar 23;
  RAdd 48 49;
  RLe 1 50;
  RBracket 51;
  RAdd 50 4;
  RVar 24;
  RLe 53 54;
  RBracket 55;
  RVar 25;
  RVar 8;
  REntry 26 [57; 58; 31; 50];
  RMul 56 59;
  RMul 52 60;
  RMul 37 61;
  RMul 33 62;
  RDefine 27 63 [(26, Some 4%nat); (17, None); (24, None); (11, None); (18, None); (16, None); (23, None); (12, None); (19, None); (15, None); (22, None); (25, None); (14, None); (21, None); (8, None); (13, None); (20, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  RBound 3;
  REntry 26 [65; 66; 67; 68];
  RMap 4 69;
  RBound 4;
  RUse 64 [70; 12; 12; 3; 3; 7; 7; 4; 4; 1; 1; 57; 68; 67; 71; 66; 65];
  RVar 28;
  RLe 1 73;
  RBracket 74;
  RAdd 73 4;
  RVar 29;
  RLe 76 77;
  RBracket 78;
  RVar 30;
  RLe 1 80;
  RBracket 81;
  RAdd 80 4;
  RVar 31;
  RLe 83 84;
  RBracket 85;
  REntry 32 [58; 73; 80];
  RMul 86 87;
  RMul 82 88;
  RMul 79 89;
  RMul 75 90;
  RDefine 33 91 [(32, Some 3%nat); (29, None); (31, None); (8, None); (28, None); (30, None)];
  RVar 34;
  RVar 35;
  RMul 93 94;
  RAdd 95 24;
  RVar 36;
  RVar 37;
  RMul 97 98;
  RAdd 99 43;
  REntry 32 [58; 96; 100];
  RDefine 38 101 [(32, Some 3%nat); (34, None); (36, None); (14, None); (21, None); (8, None); (35, None); (37, None)];
  REntry 32 [65; 66; 67];
  RMap 3 103;
  RNum 224;
  RUse 92 [104; 105; 105; 65; 66; 67];
  RMap 3 106;
  RBound 6;
  RBound 5;
  RUse 102 [107; 5; 5; 108; 109; 65; 66; 67];
  RMap 3 110;
  RAdd 105 5;
  RAdd 112 6;
  RDiv 113 5;
  RAdd 94 66;
  RAdd 98 65;
  RUse 92 [111; 114; 114; 71; 115; 116];
  RMul 72 117;
  RSum 9 18 118;
  RSum 9 18 119;
  RSum 1 5 120;
  RSum 1 5 121;
  RSum 1 2 122;
  REntry 2 [57];
  RAdd 123 124;
  RUse 102 [107; 3; 3; 108; 109; 65; 66; 67];
  RMap 3 126;
  RNum 56;
  RUse 92 [127; 128; 128; 71; 115; 116];
  RMul 72 129;
  RSum 6 2 130;
  RSum 6 2 131;
  RSum 1 3 132;
  RSum 1 3 133;
  RSum 1 2 134;
  RAdd 135 124;
  RAdd 1 4;
  RLe 137 4;
  RLe 4 3;
  RLe 4 4;
  RLe 1 1;
  RVar 39;
  RLe 4 142;
  RVar 1;
  RLe 4 144;
  RMul 142 144;
  RLe 4 146;
  RLe 1 94;
  RBracket 148;
  RAdd 94 4;
  RAdd 77 21;
  RAdd 151 6;
  RDiv 152 21;
  RLe 150 153;
  RBracket 154;
  RLe 1 98;
  RBracket 156;
  RAdd 98 4;
  RAdd 84 40;
  RAdd 159 6;
  RDiv 160 40;
  RLe 158 161;
  RBracket 162;
  RLe 1 66;
  RBracket 164;
  RAdd 66 4;
  RLe 166 77;
  RBracket 167;
  RLe 1 67;
  RBracket 169;
  RAdd 67 4;
  RLe 171 84;
  RBracket 172;
  RMul 173 103;
  RMul 170 174;
  RMul 168 175;
  RMul 165 176;
  RMap 3 177;
  RUse 102 [178; 21; 40; 24; 43; 58; 94; 98];
  RMul 163 179;
  RMul 157 180;
  RMul 155 181;
  RMul 149 182;
  RUse 92 [104; 77; 84; 65; 66; 67];
  RMap 3 184;
  RUse 102 [185; 21; 40; 24; 43; 65; 66; 67];
  RMap 3 186;
  RUse 92 [187; 153; 161; 58; 94; 98];
  REntry 40 [];
  REq 188 189;
  REq 189 188;
  RMul 40 98;
  RAdd 192 43;
  RLe 1 193;
  RBracket 194;
  RAdd 193 4;
  RLe 196 84;
  RBracket 197;
  RMul 21 94;
  RAdd 199 24;
  RLe 1 200;
  RBracket 201;
  RAdd 200 4;
  RLe 203 77;
  RBracket 204;
  REntry 32 [58; 200; 193];
  RMul 205 206;
  RMul 202 207;
  RMul 155 208;
  RMul 149 209;
  RMul 198 210;
  RMul 195 211;
  RMul 163 212;
  RMul 157 213;
  RMul 198 206;
  RMul 195 215;
  RMul 205 216;
  RMul 202 217;
  RMul 163 218;
  RMul 157 219;
  RMul 155 220;
  RMul 149 221;
  RNat 1;
  RVar 41;
  RVar 42;
  RMul 224 225;
  RVar 43;
  RAdd 226 227;
  RLe 1 228;
  RBracket 229;
  RAdd 228 4;
  RVar 44;
  RLe 231 232;
  RBracket 233;
  REntry 9 [];
  RMul 234 235;
  RMul 230 236;
  RMul 223 237;
  RMul 223 238;
  RAdd 225 4;
  RAdd 232 224;
  RAdd 241 6;
  RDiv 242 224;
  RLe 240 243;
  RBracket 244;
  RMul 245 237;
  RMul 223 246;
  RMul 189 237;
  RMul 223 248;
  REq 247 249;
  RLe 1 225;
  RBracket 251;
  RMul 252 246;
  RMul 189 246;
  REq 253 254;
  REq 253 189;
  REq 189 253;
  RNat 0;
  RMul 258 237;
  RMul 252 259;
  RMul 252 248;
  REq 253 261;
  RMul 258 235;
  RMul 230 263;
  RAdd 243 4;
  RLe 265 240;
  RLe 243 225;
  RLe 1 227;
  RLe 4 224;
  RLe 232 228;
  RMul 6 4;
  RAdd 232 4;
  RLe 272 231;
  RMul 189 235;
  RMul 230 274;
  REq 237 275;
  REq 237 189;
  RMul 258 246;
  RMul 258 236;
  RAdd 227 4;
  RLe 280 224;
  RLe 240 1;
  RLe 231 1;
  RMul 189 236;
  REq 237 284;
  RMap 0 210;
  RMul 155 218;
  RMul 149 287;
  REq 288 189;
  RMap 0 216;
  REq 218 189;
  RUse 92 [104; 77; 84; 58; 200; 193];
  RUse 102 [185; 21; 40; 24; 43; 58; 94; 98];
  REq 293 189;
  RAdd 94 22;
  RAdd 98 41;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 20; 39; 26; 45; 57; 24; 43; 58; 22; 41];
  RUse 102 [185; 21; 40; 24; 43; 58; 295; 296];
  RMul 297 298;
  RMul 297 189;
  REq 299 300;
  RMul 6 49;
  RDiv 302 40;
  RAdd 39 6;
  RMul 38 304;
  RAdd 54 6;
  RMul 4 306;
  RAdd 305 307;
  RAdd 308 302;
  RDiv 309 40;
  RAdd 310 4;
  RMul 6 30;
  RDiv 312 21;
  RAdd 20 6;
  RMul 19 314;
  RAdd 35 6;
  RMul 4 316;
  RAdd 315 317;
  RAdd 318 312;
  RDiv 319 21;
  RAdd 320 4;
  RVar 45;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 20; 39; 26; 45; 57; 68; 67; 71; 66; 65];
  RUse 102 [185; 21; 40; 68; 67; 71; 115; 116];
  RMul 323 324;
  RSum 303 311 325;
  RSum 313 321 326;
  RSum 1 40 327;
  RSum 1 21 328;
  RSum 1 322 329;
  RAdd 330 124;
  RAdd 189 124;
  REq 331 332;
  RUse 102 [104; 21; 40; 68; 67; 71; 115; 116];
  RMul 323 334;
  RSum 303 311 335;
  RSum 313 321 336;
  RSum 1 40 337;
  RSum 1 21 338;
  RSum 1 322 339;
  REq 189 340;
  RMul 21 115;
  RAdd 342 68;
  RMul 40 116;
  RAdd 344 67;
  REntry 32 [71; 343; 345];
  RMul 323 346;
  RSum 303 311 347;
  RSum 313 321 348;
  RSum 1 40 349;
  RSum 1 21 350;
  RSum 1 322 351;
  REq 189 352;
  RMul 21 66;
  RAdd 354 68;
  RAdd 355 28;
  RAdd 356 30;
  RLe 1 357;
  RBracket 358;
  RAdd 357 4;
  RLe 360 35;
  RBracket 361;
  RMul 359 362;
  RMul 40 65;
  RAdd 364 67;
  RAdd 49 47;
  RAdd 365 366;
  RLe 1 367;
  RBracket 368;
  RAdd 367 4;
  RLe 370 54;
  RBracket 371;
  REntry 26 [57; 71; 357; 367];
  RAdd 199 355;
  RAdd 46 367;
  RAdd 375 302;
  RAdd 192 376;
  REntry 32 [71; 374; 377];
  RMul 373 378;
  RMul 372 379;
  RMul 369 380;
  RMul 363 381;
  RSum 303 311 382;
  RSum 313 321 383;
  RSum 1 40 384;
  RSum 1 21 385;
  RSum 1 322 386;
  RAdd 365 47;
  RAdd 388 49;
  RLe 1 389;
  RBracket 390;
  RAdd 389 4;
  RLe 392 54;
  RBracket 393;
  REntry 26 [57; 71; 357; 389];
  RMul 394 395;
  RMul 391 396;
  RMul 362 397;
  RMul 359 398;
  RMul 399 346;
  RSum 303 311 400;
  RSum 313 321 401;
  RSum 1 40 402;
  RSum 1 21 403;
  RSum 1 322 404;
  REq 387 189;
  RAdd 354 24;
  RAdd 407 28;
  RAdd 408 30;
  RLe 1 409;
  RBracket 410;
  RAdd 409 4;
  RLe 412 35;
  RBracket 413;
  RMul 411 414;
  REntry 26 [57; 58; 409; 367];
  RAdd 199 407;
  REntry 32 [58; 417; 377];
  RMul 416 418;
  RMul 372 419;
  RMul 369 420;
  RMul 415 421;
  RSum 303 311 422;
  RMap 2 423;
  RMul 33 37;
  RMap 0 425;
  RVar 46;
  RAdd 364 427;
  RAdd 428 366;
  RLe 1 429;
  RBracket 430;
  RAdd 429 4;
  RLe 432 54;
  RBracket 433;
  REntry 26 [57; 58; 31; 429];
  RAdd 199 25;
  RAdd 46 429;
  RAdd 437 302;
  RAdd 192 438;
  REntry 32 [58; 436; 439];
  RMul 435 440;
  RMul 434 441;
  RMul 431 442;
  RMap 1 443;
  RMul 425 443;
  RSum 303 311 445;
  REq 189 446;
  RAdd 364 66;
  RAdd 448 366;
  RLe 1 449;
  RBracket 450;
  RAdd 449 4;
  RLe 452 54;
  RBracket 453;
  REntry 26 [57; 58; 31; 449];
  RAdd 46 449;
  RAdd 456 302;
  RAdd 192 457;
  REntry 32 [58; 436; 458];
  RMul 455 459;
  RMul 454 460;
  RMul 451 461;
  RSum 303 311 462;
  RMap 1 463;
  RMul 425 463;
  RSum 1 40 465;
  REq 189 466;
  RAdd 45 4;
  RLe 468 39;
  RLe 4 38;
  RMul 6 366;
  RAdd 307 471;
  RLe 472 309;
  RVar 32;
  RVar 2;
  RDiv 474 475;
  RVar 47;
  RDiv 477 475;
  RLe 476 478;
  RAdd 478 4;
  RLe 480 476;
  RLe 474 477;
  RLe 4 475;
  RLe 4 1;
  RMul 4 4;
  RAdd 306 471;
  RDiv 486 40;
  RLe 487 310;
  RLe 1 45;
  RLe 302 471;
  RVar 7;
  REntry 9 [491];
  RMul 223 492;
  RMul 223 493;
  RAdd 491 4;
  RVar 4;
  RLe 495 496;
  RBracket 497;
  RMul 498 492;
  RMul 223 499;
  RMul 189 492;
  RMul 223 501;
  REq 500 502;
  RVar 3;
  RLe 504 491;
  RBracket 505;
  RMul 506 499;
  RMul 189 499;
  REq 507 508;
  REq 507 189;
  REq 189 507;
  REntry 9 [65];
  RMap 1 512;
  REq 65 491;
  RBracket 514;
  RMul 515 512;
  RSum 504 496 516;
  REq 517 189;
  RMul 258 492;
  RMul 506 519;
  RMul 506 501;
  REq 507 521;
  RSum 504 496 258;
  RMul 258 523;
  RMap 0 258;
  RMap 1 258;
  RMul 258 512;
  RSum 504 496 527;
  RMul 258 258;
  RSum 504 496 529;
  REq 528 189;
  RAdd 496 4;
  RLe 532 495;
  RVar 48;
  RAdd 534 4;
  RLe 535 496;
  RLe 535 491;
  REq 534 491;
  RBracket 538;
  REntry 9 [534];
  RMul 539 540;
  RMul 189 540;
  REq 541 542;
  RMul 258 499;
  RLe 495 504;
  RLe 504 534;
  RLe 495 534;
  REq 491 534;
  RBracket 548;
  REq 539 189;
  RVar 49;
  RVar 50;
  RMul 142 552;
  RAdd 553 227;
  RVar 51;
  RAdd 554 555;
  RVar 52;
  RVar 53;
  RAdd 558 4;
  RMul 142 66;
  RAdd 560 227;
  RAdd 561 555;
  REq 65 562;
  RBracket 563;
  RMul 564 512;
  RMap 2 565;
  RMul 142 65;
  RAdd 567 67;
  RAdd 568 555;
  REq 66 569;
  RBracket 570;
  REntry 9 [66];
  RMul 571 572;
  RSum 557 559 573;
  RMap 2 574;
  RVar 54;
  REntry 9 [576];
  REq 576 556;
  RBracket 578;
  RMul 577 579;
  RMul 579 577;
  RMap 0 577;
  RAdd 567 227;
  RAdd 583 555;
  REq 576 584;
  RBracket 585;
  RMap 1 586;
  RMul 577 586;
  RSum 557 559 588;
  REq 189 589;
  RAdd 567 66;
  RAdd 591 555;
  REq 576 592;
  RBracket 593;
  RSum 557 559 594;
  RMap 1 595;
  RMul 577 595;
  RSum 1 142 597;
  REq 189 598;
  RSum 1 142 595;
  RMul 577 600;
  REq 601 189;
  RMul 600 577;
  REq 603 189;
  REq 67 592;
  RBracket 605;
  RSum 557 559 606;
  RSum 1 142 607;
  RMul 608 512;
  RSum 1 551 609;
  REq 610 189;
  RMul 6 555;
  RDiv 612 142;
  RLe 557 613;
  RLe 1 576;
  RAdd 576 612;
  RLe 612 616;
  RDiv 616 142;
  RLe 557 618;
  RAdd 551 6;
  RAdd 620 612;
  RDiv 621 142;
  RLe 622 558;
  RAdd 576 4;
  RLe 624 551;
  RLe 616 621;
  RLe 618 558;
  RVar 55;
  RAdd 628 612;
  RDiv 629 142;
  RLe 630 558;
  RAdd 630 4;
  RLe 632 559;
  RVar 56;
  RMod 628 634;
  RDiv 628 634;
  REntry 57 [65; 636];
  RMap 1 637;
  REntry 57 [227; 65];
  RMap 1 639;
  REq 227 635;
  RBracket 641;
  REq 65 636;
  RBracket 643;
  RMul 644 639;
  RSum 504 496 645;
  RMul 642 646;
  RMul 642 189;
  REq 647 648;
  RMap 0 642;
  RMap 1 645;
  REq 552 636;
  RBracket 652;
  RMul 642 653;
  REntry 57 [227; 552];
  RMul 654 655;
  RMul 653 655;
  RMul 642 657;
  RMul 634 552;
  RAdd 659 227;
  RLe 628 660;
  RLe 660 628;
  RMul 223 223;
  RVar 58;
  RLe 476 664;
  RAdd 664 4;
  RLe 666 476;
  RVar 59;
  RAdd 668 4;
  RLe 669 475;
  RMul 475 664;
  RAdd 671 668;
  REq 474 672;
  RLe 664 476;
  RAdd 476 4;
  RLe 675 664;
  RLe 1 668;
  RVar 40;
  REq 678 636;
  REq 552 552;
  RBracket 680;
  REq 552 678;
  RBracket 682;
  REq 683 223;
  RMul 223 653;
  RMul 223 189;
  REq 685 686;
  RMul 475 476;
  RMul 475 678;
  REq 688 689;
  RMod 474 475;
  RLe 691 668;
  RLe 668 691;
  REq 678 635;
  REq 227 227;
  RBracket 695;
  REq 227 678;
  RBracket 697;
  REq 698 223;
  RMul 189 653;
  REq 654 700;
  REq 654 189;
  REq 189 654;
  REq 628 660;
  REq 628 628;
  RBracket 705;
  REq 628 678;
  RBracket 707;
  REq 708 223;
  RBracket 704;
  REq 710 189;
  RLe 227 635;
  RLe 635 227;
  RLe 552 636;
  RLe 636 552;
  RAdd 628 4;
  RLe 716 660;
  RMul 634 678;
  REq 659 718;
  RLe 137 1;
  RBracket 141;
  RMul 721 258;
  RMul 189 258;
  REq 258 723;
  REq 258 189;
  REq 189 258;
  RMul 258 654;
  RMul 721 654;
  RMul 189 654;
  REq 654 729;
  RMul 642 258;
  REq 654 648;
  REq 636 552;
  RBracket 733;
  REq 653 189;
  RMul 258 653;
  REq 635 227;
  RBracket 737;
  REq 642 189;
  RAdd 660 4;
  RLe 740 628;
  REq 660 628;
  RBracket 742;
  RMul 710 655;
  RMul 189 655;
  REq 744 745;
  REq 744 189;
  RMul 634 65;
  RAdd 748 227;
  REq 628 749;
  RBracket 750;
  RMul 751 639;
  RSum 504 496 752;
  REq 753 189;
  RAdd 748 66;
  REq 628 755;
  RBracket 756;
  REntry 57 [66; 65];
  RMul 757 758;
  RSum 504 496 759;
  RSum 1 634 760;
  REq 761 189;
  RMap 2 223;
  REq 628 592;
  RBracket 764;
  RSum 557 559 765;
  RSum 1 142 766;
  REq 629 591;
  RBracket 768;
  RMul 769 223;
  RSum 557 559 770;
  RSum 1 142 771;
  REq 767 189;
  REq 628 556;
  RBracket 774;
  REq 629 554;
  RBracket 776;
  REq 775 189;
  REq 189 767;
  RMod 629 142;
  REq 66 780;
  RBracket 781;
  REq 65 630;
  RBracket 783;
  RMul 782 784;
  RSum 557 559 785;
  RSum 1 142 786;
  REq 787 189;
  REq 189 600;
  RMul 223 577;
  RMul 189 577;
  REq 790 791;
  REq 577 189;
  RSum 1 551 512;
  REq 794 189;
  REntry 26 [57; 58; 31; 65];
  RAdd 46 65;
  RAdd 797 302;
  RAdd 192 798;
  REntry 32 [58; 436; 799];
  RMul 796 800;
  RMap 1 801;
  RSum 1 54 801;
  RMul 425 803;
  RMul 425 189;
  REq 804 805;
  RAdd 30 28;
  RAdd 25 807;
  RLe 1 808;
  RBracket 809;
  RAdd 808 4;
  RLe 811 35;
  RBracket 812;
  REntry 26 [57; 58; 808; 65];
  RAdd 27 808;
  RAdd 815 312;
  RAdd 199 816;
  RMul 4 65;
  RAdd 46 818;
  RAdd 819 302;
  RAdd 192 820;
  REntry 32 [58; 817; 821];
  RMul 814 822;
  RSum 1 54 823;
  RMul 813 824;
  RMul 810 825;
  REq 826 189;
  RAdd 26 4;
  RLe 828 20;
  RLe 4 19;
  RMul 6 807;
  RAdd 317 831;
  RLe 832 319;
  RAdd 316 831;
  RDiv 834 21;
  RLe 835 320;
  RLe 1 26;
  RLe 312 831;
  REntry 26 [57; 58; 66; 65];
  RAdd 27 66;
  RAdd 840 312;
  RAdd 199 841;
  REntry 32 [58; 842; 821];
  RMul 839 843;
  RSum 1 54 844;
  RMap 1 845;
  RMul 4 66;
  RAdd 27 847;
  RAdd 848 312;
  RAdd 199 849;
  REntry 32 [58; 850; 821];
  RMul 839 851;
  RSum 1 54 852;
  RSum 1 35 853;
  RSum 1 35 845;
  REq 854 189;
  REntry 26 [57; 67; 66; 65];
  REntry 32 [67; 850; 821];
  RMul 857 858;
  RSum 1 54 859;
  RSum 1 35 860;
  RSum 1 322 861;
  REq 862 189;
  RMul 20 94;
  RAdd 864 26;
  RMul 19 865;
  RAdd 866 847;
  RAdd 867 312;
  RMul 39 98;
  RAdd 869 45;
  RMul 38 870;
  RAdd 871 818;
  RAdd 872 302;
  REntry 32 [67; 868; 873];
  RMul 857 874;
  RSum 1 54 875;
  RSum 1 35 876;
  RSum 1 322 877;
  RVar 60;
  RMul 19 879;
  RVar 61;
  RMul 881 66;
  RAdd 880 882;
  RAdd 883 312;
  RVar 62;
  RMul 38 885;
  RVar 63;
  RMul 887 65;
  RAdd 886 888;
  RAdd 889 302;
  REntry 32 [67; 884; 890];
  RMul 857 891;
  RSum 1 54 892;
  RSum 1 35 893;
  RSum 1 322 894;
  RDefine 64 895 [(26, Some 4%nat); (32, Some 3%nat); (45, None); (17, None); (24, None); (11, None); (18, None); (61, None); (63, None); (16, None); (23, None); (25, None); (60, None); (62, None)];
  RUse 896 [70; 104; 322; 35; 54; 19; 38; 4; 4; 30; 49; 57; 865; 870];
  RUse 896 [70; 104; 322; 35; 54; 19; 38; 4; 4; 30; 49; 65; 66; 67];
  RMap 3 898;
  RUse 102 [899; 20; 39; 26; 45; 57; 94; 98];
  REq 900 189;
  RUse 896 [70; 185; 322; 35; 54; 19; 38; 4; 4; 30; 49; 65; 66; 67];
  RMap 3 902;
  RUse 102 [903; 20; 39; 26; 45; 57; 94; 98];
  RAdd 904 124;
  REq 905 332;
  RUse 896 [70; 185; 322; 35; 54; 19; 38; 4; 4; 30; 49; 57; 865; 870];
  RAdd 907 124;
  REq 905 189;
  REq 189 905;
  REntry 2 [65];
  RAdd 902 911;
  RMap 3 912;
  RUse 102 [913; 20; 39; 26; 45; 57; 94; 98];
  REq 914 189;
  RUse 896 [70; 107; 2; 12; 12; 3; 3; 4; 4; 7; 7; 65; 66; 67];
  RAdd 916 911;
  RMap 3 917;
  RUse 102 [918; 4; 4; 1; 1; 57; 94; 98];
  REq 919 189;
  RDiv 66 3;
  RMod 921 3;
  RMod 66 3;
  RDiv 921 3;
  RAdd 67 9;
  RAdd 68 9;
  RUse 64 [70; 12; 12; 3; 3; 7; 7; 4; 4; 1; 1; 65; 922; 923; 924; 925; 926];
  RMap 4 927;
  RDiv 65 3;
  RMod 929 3;
  RMod 65 3;
  RDiv 929 3;
  RUse 102 [107; 3; 3; 930; 931; 932; 66; 67];
  RMap 3 933;
  RMul 3 2;
  RMul 3 935;
  RMul 6 9;
  RAdd 18 937;
  RUse 896 [928; 934; 936; 938; 938; 4; 4; 4; 4; 937; 937; 57; 94; 98];
  RAdd 67 6;
  RAdd 68 6;
  RUse 64 [70; 12; 12; 3; 3; 7; 7; 4; 4; 1; 1; 65; 922; 923; 924; 940; 941];
  RMap 4 942;
  RNum 48;
  RUse 896 [943; 934; 944; 3; 3; 4; 4; 4; 4; 4; 4; 57; 94; 98];
  RDiv 66 38;
  RMod 946 19;
  RMod 66 38;
  RDiv 946 19;
  RMul 19 4;
  RDiv 312 950;
  RAdd 67 951;
  RMul 38 4;
  RDiv 302 953;
  RAdd 68 954;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 65; 947; 948; 949; 952; 955];
  RMap 4 956;
  RDiv 65 38;
  RMod 958 19;
  RMod 65 38;
  RDiv 958 19;
  RUse 102 [104; 19; 38; 959; 960; 961; 66; 67];
  RMap 3 962;
  RMul 19 322;
  RMul 38 964;
  RMul 19 10;
  RAdd 966 317;
  RAdd 967 312;
  RDiv 968 950;
  RAdd 969 4;
  RMul 6 951;
  RAdd 970 971;
  RMul 38 10;
  RAdd 973 307;
  RAdd 974 302;
  RDiv 975 953;
  RAdd 976 4;
  RMul 6 954;
  RAdd 977 978;
  RUse 896 [957; 963; 965; 972; 979; 4; 4; 4; 4; 971; 978; 57; 94; 98];
  REq 189 980;
  RMul 19 1;
  RMul 38 982;
  RDiv 312 19;
  RAdd 984 971;
  RAdd 317 312;
  RDiv 986 19;
  RAdd 987 4;
  RAdd 988 971;
  RDiv 302 38;
  RAdd 990 978;
  RAdd 307 302;
  RDiv 992 38;
  RAdd 993 4;
  RAdd 994 978;
  RDiv 67 38;
  RMod 996 19;
  RMod 67 38;
  RDiv 996 19;
  RMul 6 971;
  RAdd 66 1000;
  RMul 6 978;
  RAdd 65 1002;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 997; 998; 999; 1001; 1003];
  RAdd 94 1001;
  RAdd 98 1003;
  RUse 102 [104; 19; 38; 997; 998; 999; 1005; 1006];
  RMul 1004 1007;
  RSum 991 995 1008;
  RSum 985 989 1009;
  RSum 983 965 1010;
  RAdd 66 951;
  RAdd 65 954;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 997; 998; 999; 1012; 1013];
  RMul 4 94;
  RAdd 1015 847;
  RAdd 1016 1000;
  RMul 4 98;
  RAdd 1018 818;
  RAdd 1019 1002;
  RUse 102 [104; 19; 38; 997; 998; 999; 1017; 1020];
  RMul 1014 1021;
  RSum 1 979 1022;
  RSum 1 972 1023;
  RSum 1 965 1024;
  REq 1011 189;
  RAdd 552 4;
  RLe 1027 496;
  RLe 280 634;
  RLe 4 634;
  RMul 634 496;
  RLe 740 1031;
  RLe 504 552;
  RMul 634 504;
  RLe 1034 660;
  REntry 57 [552; 227];
  RMap 1 1036;
  RAdd 659 66;
  REq 65 1038;
  RBracket 1039;
  REntry 57 [552; 66];
  RMul 1040 1041;
  RMap 2 1042;
  RMul 634 67;
  RAdd 1044 65;
  REq 66 1045;
  RBracket 1046;
  REntry 57 [67; 65];
  RMul 1047 1048;
  RSum 1 634 1049;
  RMap 2 1050;
  RMul 634 66;
  RAdd 1052 65;
  REq 664 1053;
  RBracket 1054;
  RMul 1055 758;
  RMap 2 1056;
  REq 67 755;
  RBracket 1058;
  REntry 57 [65; 66];
  RMul 1059 1060;
  RSum 504 496 1061;
  RSum 1 634 1062;
  RSum 1034 1031 1063;
  REq 1064 189;
  RDiv 664 634;
  RAdd 1066 4;
  RLe 1067 496;
  RLe 532 1067;
  RLe 666 1031;
  RLe 504 1066;
  RLe 1067 504;
  RLe 1034 664;
  RMap 2 758;
  REq 664 755;
  RBracket 1075;
  RMul 1076 1060;
  RSum 504 496 1077;
  RSum 1 634 1078;
  REq 189 1079;
  RDiv 65 634;
  RMod 65 634;
  REntry 57 [1081; 1082];
  RSum 1034 1031 1083;
  REq 1084 189;
  REq 189 1084;
  RMod 67 19;
  RDiv 67 19;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 1087; 68; 1088; 1001; 1003];
  RUse 102 [104; 19; 38; 1087; 68; 1088; 1005; 1006];
  RMul 1089 1090;
  RSum 991 995 1091;
  RSum 985 989 1092;
  RMap 2 1093;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 71; 67; 68; 1001; 1003];
  RUse 102 [104; 19; 38; 71; 67; 68; 1005; 1006];
  RMul 1095 1096;
  RSum 991 995 1097;
  RSum 985 989 1098;
  RSum 1 38 1099;
  RMap 2 1100;
  RVar 26;
  RAdd 1102 4;
  RAdd 496 634;
  RLe 1103 1104;
  RMul 6 634;
  RAdd 1102 1106;
  RAdd 1107 4;
  RLe 1108 496;
  RAdd 504 634;
  RLe 1110 1102;
  RLe 504 1107;
  REntry 9 [1107];
  RMap 1 1113;
  RAdd 65 634;
  REq 1102 1115;
  RBracket 1116;
  RMul 1117 1113;
  RSum 504 496 1118;
  REq 65 1107;
  RBracket 1120;
  RMul 1121 1113;
  RSum 504 496 1122;
  REq 1119 189;
  REq 66 1115;
  RBracket 1125;
  RAdd 66 1106;
  REntry 9 [1127];
  RMul 1126 1128;
  RMap 2 1129;
  RAdd 66 634;
  REq 65 1131;
  RBracket 1132;
  RAdd 65 1106;
  REntry 9 [1134];
  RMul 1133 1135;
  RSum 1110 1104 1136;
  RSum 504 496 1137;
  REq 1138 189;
  RAdd 534 634;
  RAdd 1140 4;
  RLe 1141 1104;
  RLe 1110 1140;
  RMap 1 1135;
  REq 65 1140;
  RBracket 1145;
  RMul 1146 1135;
  RSum 1110 1104 1147;
  REq 189 1148;
  RAdd 1140 1106;
  REntry 9 [1150];
  REq 540 189;
  RSum 504 496 512;
  REq 1153 189;
  RVar 65;
  RAdd 1155 1000;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 24; 43; 58; 1156; 65];
  RAdd 94 1156;
  RUse 102 [104; 19; 38; 24; 43; 58; 1158; 116];
  RMul 1157 1159;
  RMap 1 1160;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 24; 43; 58; 66; 65];
  RUse 102 [104; 19; 38; 24; 43; 58; 115; 116];
  RMul 1162 1163;
  RSum 990 994 1164;
  RMap 1 1165;
  RUse 64 [70; 35; 54; 19; 38; 30; 49; 4; 4; 1; 1; 57; 68; 67; 71; 66; 65];
  RUse 102 [104; 950; 953; 68; 67; 71; 115; 116];
  RMul 1167 1168;
  RSum 954 977 1169;
  RSum 951 970 1170;
  RSum 1 953 1171;
  RSum 1 950 1172;
  RSum 1 322 1173;
  RUse 102 [104; 19; 38; 68; 67; 71; 115; 116];
  RMul 1167 1175;
  RSum 990 994 1176;
  RSum 984 988 1177;
  RSum 1 38 1178;
  RSum 1 19 1179;
  RSum 1 322 1180;
  RAdd 1015 1;
  RAdd 1018 1;
  RUse 896 [70; 104; 322; 35; 54; 19; 38; 4; 4; 30; 49; 57; 1182; 1183];
  RUse 102 [899; 4; 4; 1; 1; 57; 94; 98];
  REq 1185 189;
  REq 189 1185;
  RMul 19 94;
  RAdd 1188 847;
  RAdd 1189 312;
  RMul 38 98;
  RAdd 1191 818;
  RAdd 1192 302;
  REntry 32 [67; 1190; 1193];
  RMul 857 1194;
  RSum 1 54 1195;
  RSum 1 35 1196;
  RSum 1 322 1197;
  RMul 19 1182;
  RAdd 1199 847;
  RAdd 1200 312;
  RMul 38 1183;
  RAdd 1202 818;
  RAdd 1203 302;
  REntry 32 [67; 1201; 1204];
  RMul 857 1205;
  RSum 1 54 1206;
  RSum 1 35 1207;
  RSum 1 322 1208;
  REq 1198 189;
  RUse 896 [70; 104; 322; 35; 54; 19; 38; 4; 4; 30; 49; 57; 94; 98];
  REq 1211 189;
  RUse 896 [70; 107; 2; 12; 12; 3; 3; 4; 4; 7; 7; 57; 94; 98];
  REq 1213 189;
  RMul 5 6;
  RAdd 1215 1;
  RMul 3 1;
  RMul 6 1217;
  RAdd 1216 1218;
  RAdd 1219 7;
  RLe 1 1220;
  RBracket 1221;
  RAdd 1220 4;
  RLe 1223 12;
  RBracket 1224;
  REntry 9 [1220];
  RMul 1225 1226;
  RMul 1222 1227;
  RMul 146 552;
  RAdd 1229 227;
  RVar 66;
  RMul 142 1231;
  RMul 6 1232;
  RAdd 1230 1233;
  RAdd 1234 555;
  RAdd 1232 818;
  RAdd 1236 612;
  REq 1237 1230;
  RBracket 1238;
  RMul 1239 512;
  RSum 1 551 1240;
  REq 65 1235;
  RBracket 1242;
  RMul 1243 512;
  RSum 1 551 1244;
  REq 1241 189;
  RNum (-2);
  RAdd 65 1247;
  RNum (-4);
  REq 1248 1249;
  RBracket 1250;
  RMul 1251 512;
  RSum 1 12 1252;
  RAdd 1217 818;
  RAdd 1254 8;
  REq 1255 1216;
  RBracket 1256;
  RMul 1257 512;
  RSum 1 12 1258;
  REq 1253 189;
  RMul 5 1;
  RAdd 1261 1;
  RAdd 1262 1218;
  RAdd 1263 7;
  RLe 1 1264;
  RBracket 1265;
  RAdd 1264 4;
  RLe 1267 12;
  RBracket 1268;
  REntry 9 [1264];
  RMul 1269 1270;
  RMul 1266 1271;
  REntry 9 [7];
  REq 1248 1;
  RBracket 1274;
  RMul 1275 512;
  RSum 1 12 1276;
  REq 1255 1262;
  RBracket 1278;
  RMul 1279 512;
  RSum 1 12 1280;
  REq 1277 189;
  RMul 5 4;
  RAdd 1283 1;
  RAdd 1284 1218;
  RAdd 1285 7;
  RLe 1 1286;
  RBracket 1287;
  RAdd 1286 4;
  RLe 1289 12;
  RBracket 1290;
  REntry 9 [1286];
  RMul 1291 1292;
  RMul 1288 1293;
  RNum 6;
  REntry 9 [1295];
  REq 1248 3;
  RBracket 1297;
  RMul 1298 512;
  RSum 1 12 1299;
  REq 1255 1284;
  RBracket 1301;
  RMul 1302 512;
  RSum 1 12 1303;
  REq 1300 189;
  RMul 5 7;
  RAdd 1306 1;
  RAdd 1307 1218;
  RAdd 1308 7;
  RLe 1 1309;
  RBracket 1310;
  RAdd 1309 4;
  RLe 1312 12;
  RBracket 1313;
  REntry 9 [1309];
  RMul 1314 1315;
  RMul 1311 1316;
  RNum 10;
  REntry 9 [1318];
  RNum 8;
  REq 1248 1320;
  RBracket 1321;
  RMul 1322 512;
  RSum 1 12 1323;
  REq 1255 1307;
  RBracket 1325;
  RMul 1326 512;
  RSum 1 12 1327;
  REq 1324 189;
  RAdd 1215 4;
  RAdd 1330 1218;
  RAdd 1331 7;
  RLe 1 1332;
  RBracket 1333;
  RAdd 1332 4;
  RLe 1335 12;
  RBracket 1336;
  REntry 9 [1332];
  RMul 1337 1338;
  RMul 1334 1339;
  RNum (-3);
  REq 1248 1341;
  RBracket 1342;
  RMul 1343 512;
  RSum 1 12 1344;
  REq 1255 1330;
  RBracket 1346;
  RMul 1347 512;
  RSum 1 12 1348;
  REq 1345 189;
  RAdd 1261 4;
  RAdd 1351 1218;
  RAdd 1352 7;
  RLe 1 1353;
  RBracket 1354;
  RAdd 1353 4;
  RLe 1356 12;
  RBracket 1357;
  REntry 9 [1353];
  RMul 1358 1359;
  RMul 1355 1360;
  REntry 9 [2];
  REq 1248 4;
  RBracket 1363;
  RMul 1364 512;
  RSum 1 12 1365;
  REq 1255 1351;
  RBracket 1367;
  RMul 1368 512;
  RSum 1 12 1369;
  REq 1366 189;
  RAdd 1283 4;
  RAdd 1372 1218;
  RAdd 1373 7;
  RLe 1 1374;
  RBracket 1375;
  RAdd 1374 4;
  RLe 1377 12;
  RBracket 1378;
  REntry 9 [1374];
  RMul 1379 1380;
  RMul 1376 1381;
  RNum 7;
  REntry 9 [1383];
  RNum 5;
  REq 1248 1385;
  RBracket 1386;
  RMul 1387 512;
  RSum 1 12 1388;
  REq 1255 1372;
  RBracket 1390;
  RMul 1391 512;
  RSum 1 12 1392;
  REq 1389 189;
  RAdd 1306 4;
  RAdd 1395 1218;
  RAdd 1396 7;
  RLe 1 1397;
  RBracket 1398;
  RAdd 1397 4;
  RLe 1400 12;
  RBracket 1401;
  REntry 9 [1397];
  RMul 1402 1403;
  RMul 1399 1404;
  RNum 9;
  REq 1248 1406;
  RBracket 1407;
  RMul 1408 512;
  RSum 1 12 1409;
  REq 1255 1395;
  RBracket 1411;
  RMul 1412 512;
  RSum 1 12 1413;
  REq 1410 189;
  RAdd 1215 7;
  RAdd 1416 1218;
  RAdd 1417 7;
  RLe 1 1418;
  RBracket 1419;
  RAdd 1418 4;
  RLe 1421 12;
  RBracket 1422;
  REntry 9 [1418];
  RMul 1423 1424;
  RMul 1420 1425;
  REntry 9 [1];
  REq 1248 1247;
  RBracket 1428;
  RMul 1429 512;
  RSum 1 12 1430;
  REq 1255 1416;
  RBracket 1432;
  RMul 1433 512;
  RSum 1 12 1434;
  REq 1431 189;
  RAdd 1261 7;
  RAdd 1437 1218;
  RAdd 1438 7;
  RLe 1 1439;
  RBracket 1440;
  RAdd 1439 4;
  RLe 1442 12;
  RBracket 1443;
  REntry 9 [1439];
  RMul 1444 1445;
  RMul 1441 1446;
  REntry 9 [3];
  REq 1248 7;
  RBracket 1449;
  RMul 1450 512;
  RSum 1 12 1451;
  REq 1255 1437;
  RBracket 1453;
  RMul 1454 512;
  RSum 1 12 1455;
  REq 1452 189;
  RAdd 1283 7;
  RAdd 1458 1218;
  RAdd 1459 7;
  RLe 1 1460;
  RBracket 1461;
  RAdd 1460 4;
  RLe 1463 12;
  RBracket 1464;
  REntry 9 [1460];
  RMul 1465 1466;
  RMul 1462 1467;
  REntry 9 [1320];
  REq 1248 1295;
  RBracket 1470;
  RMul 1471 512;
  RSum 1 12 1472;
  REq 1255 1458;
  RBracket 1474;
  RMul 1475 512;
  RSum 1 12 1476;
  REq 1473 189;
  RAdd 1306 7;
  RAdd 1479 1218;
  RAdd 1480 7;
  RLe 1 1481;
  RBracket 1482;
  RAdd 1481 4;
  RLe 1484 12;
  RBracket 1485;
  REntry 9 [1481];
  RMul 1486 1487;
  RMul 1483 1488;
  REq 1248 1318;
  RBracket 1490;
  RMul 1491 512;
  RSum 1 12 1492;
  REq 1255 1479;
  RBracket 1494;
  RMul 1495 512;
  RSum 1 12 1496;
  REq 1493 189;
  RAdd 1215 2;
  RAdd 1499 1218;
  RAdd 1500 7;
  RLe 1 1501;
  RBracket 1502;
  RAdd 1501 4;
  RLe 1504 12;
  RBracket 1505;
  REntry 9 [1501];
  RMul 1506 1507;
  RMul 1503 1508;
  REntry 9 [4];
  REq 1248 6;
  RBracket 1511;
  RMul 1512 512;
  RSum 1 12 1513;
  REq 1255 1499;
  RBracket 1515;
  RMul 1516 512;
  RSum 1 12 1517;
  REq 1514 189;
  RAdd 1261 2;
  RAdd 1520 1218;
  RAdd 1521 7;
  RLe 1 1522;
  RBracket 1523;
  RAdd 1522 4;
  RLe 1525 12;
  RBracket 1526;
  REntry 9 [1522];
  RMul 1527 1528;
  RMul 1524 1529;
  REntry 9 [1385];
  REq 1248 2;
  RBracket 1532;
  RMul 1533 512;
  RSum 1 12 1534;
  REq 1255 1520;
  RBracket 1536;
  RMul 1537 512;
  RSum 1 12 1538;
  REq 1535 189;
  RAdd 1283 2;
  RAdd 1541 1218;
  RAdd 1542 7;
  RLe 1 1543;
  RBracket 1544;
  RAdd 1543 4;
  RLe 1546 12;
  RBracket 1547;
  REntry 9 [1543];
  RMul 1548 1549;
  RMul 1545 1550;
  REntry 9 [1406];
  REq 1248 1383;
  RBracket 1553;
  RMul 1554 512;
  RSum 1 12 1555;
  REq 1255 1541;
  RBracket 1557;
  RMul 1558 512;
  RSum 1 12 1559;
  REq 1556 189;
  RAdd 1306 2;
  RAdd 1562 1218;
  RAdd 1563 7;
  RLe 1 1564;
  RBracket 1565;
  RAdd 1564 4;
  RLe 1567 12;
  RBracket 1568;
  REntry 9 [1564];
  RMul 1569 1570;
  RMul 1566 1571;
  REq 1248 12;
  RBracket 1573;
  RMul 1574 512;
  RSum 1 12 1575;
  REq 1255 1562;
  RBracket 1577;
  RMul 1578 512;
  RSum 1 12 1579;
  REq 1576 189;
  RAdd 105 7;
  RAdd 1582 7;
  RMul 4 1318;
  RMul 6 1584;
  RAdd 1583 1585;
  RAdd 1586 6;
  RDiv 1587 3;
  RAdd 1588 4;
  RNum 55;
  RAdd 128 4;
  RAdd 1591 4;
  RMul 4 2;
  RMul 6 1593;
  RAdd 1592 1594;
  RAdd 1595 6;
  RDiv 1596 4;
  RAdd 1597 4;
  REq 919 136;
  REq 1213 945;
  REq 1253 258;
  REq 1277 1273;
  REq 1300 1296;
  REq 1324 1319;
  REq 1345 258;
  REq 1366 1362;
  REq 1389 1384;
  REq 1410 258;
  REq 1431 1427;
  REq 1452 1448;
  REq 1473 1469;
  REq 1493 258;
  REq 1514 1510;
  REq 1535 1531;
  REq 1556 1552;
  REq 1576 258;
  REq 1589 1590;
  REq 1598 1590].
Definition the_steps : list step := [
  SRing 125 136;
  SCone 138 [] [];
  SCone 139 [(3%Z, [])] [];
  SCone 140 [] [];
  SCone 141 [] [];
  SAssume 143;
  SAssume 145;
  SCone 147 [(1%Z, [6]); (1%Z, [7]); (1%Z, [6; 7])] [];
  SInstantiate 8 [((39, None), 38); ((1, None), 39)];
  SInstantiate 8 [((39, None), 19); ((1, None), 20)];
  SUnfold 183 102;
  SUnfold 188 92;
  SRewrite 11 12 190 (40, Some 0%nat);
  SRing 188 188;
  SRewrite 13 14 191 (40, Some 0%nat);
  SRing 214 222;
  SRing 239 237;
  SAxiom bracket_le;
  SInstantiate 18 [((1, None), 240); ((2, None), 243)];
  SRing 247 247;
  SRewrite 19 20 250 (40, Some 0%nat);
  SInstantiate 18 [((1, None), 1); ((2, None), 225)];
  SRing 253 253;
  SRewrite 22 23 255 (40, Some 0%nat);
  SRewrite 21 24 256 (40, Some 0%nat);
  SRewrite 17 25 256 (40, Some 0%nat);
  SRewrite 26 23 257 (40, Some 0%nat);
  SRing 260 258;
  SAxiom bracket_not_le;
  SInstantiate 29 [((1, None), 240); ((2, None), 243)];
  SRewrite 30 23 262 (40, Some 0%nat);
  SRewrite 28 31 256 (40, Some 0%nat);
  SRewrite 32 23 257 (40, Some 0%nat);
  SRing 264 258;
  SAssume 266;
  SCone 267 [(1%Z, [35])] [];
  SAssume 268;
  SAssume 267;
  SAxiom mod_high;
  SInstantiate 39 [((1, None), 242); ((2, None), 224)];
  SAssume 269;
  SAxiom division;
  SInstantiate 42 [((1, None), 242); ((2, None), 224)];
  SCone 270 [(1%Z, [37]); (1%Z, [38]); (1%Z, [40]); (1%Z, [41; 38])] [(271, 43)];
  SCut 36 44;
  SCone 273 [(1%Z, [45])] [];
  SInstantiate 29 [((1, None), 231); ((2, None), 232)];
  SCut 46 47;
  SRing 237 237;
  SRewrite 48 49 276 (40, Some 0%nat);
  SRewrite 34 50 277 (40, Some 0%nat);
  SRewrite 33 51 277 (40, Some 0%nat);
  SCases 244 27 52;
  SRing 278 258;
  SInstantiate 29 [((1, None), 1); ((2, None), 225)];
  SRewrite 55 23 255 (40, Some 0%nat);
  SRewrite 54 56 256 (40, Some 0%nat);
  SRewrite 57 23 257 (40, Some 0%nat);
  SRing 279 258;
  SAssume 281;
  SAssume 282;
  SCone 283 [(1%Z, [60]); (1%Z, [61]); (1%Z, [41; 61])] [];
  SInstantiate 29 [((1, None), 1); ((2, None), 228)];
  SCut 62 63;
  SRewrite 64 49 285 (40, Some 0%nat);
  SRewrite 59 65 277 (40, Some 0%nat);
  SRewrite 58 66 277 (40, Some 0%nat);
  SCases 251 53 67;
  SInstantiate 68 [((41, None), 40); ((43, None), 43); ((42, None), 98); ((44, None), 84); ((9, Some 0%nat), 286)];
  SRing 288 212;
  SRewrite 69 70 289 (40, Some 0%nat);
  SInstantiate 68 [((41, None), 21); ((43, None), 24); ((42, None), 94); ((44, None), 77); ((9, Some 0%nat), 290)];
  SRewrite 71 72 291 (40, Some 0%nat);
  SRewrite 16 73 291 (40, Some 0%nat);
  SUnfold 292 92;
  SUnfold 293 102;
  SRewrite 75 76 294 (40, Some 0%nat);
  SRewrite 74 77 294 (40, Some 0%nat);
  SRewrite 15 78 294 (40, Some 0%nat);
  SInstantiate 79 [((35, None), 295); ((37, None), 296)];
  SCut 10 80;
  SCut 9 81;
  SRing 299 299;
  SRewrite 82 83 301 (40, Some 0%nat);
  SUnderSum 84 (20, None) 303 311;
  SUnderSum 85 (13, None) 313 321;
  SUnderSum 86 (21, None) 1 40;
  SUnderSum 87 (14, None) 1 21;
  SUnderSum 88 (8, None) 1 322;
  SRing 331 331;
  SRewrite 89 90 333 (40, Some 0%nat);
  SUnfold 340 102;
  SRing 340 340;
  SRewrite 92 93 341 (40, Some 0%nat);
  SUnfold 352 64;
  SRing 352 352;
  SRewrite 95 96 353 (40, Some 0%nat);
  SRing 387 405;
  SRewrite 97 98 406 (40, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 100 [((3, None), 313); ((4, None), 321); ((5, None), 1); ((6, None), 40); ((9, Some 2%nat), 424)];
  SUnderSum 101 (14, None) 1 21;
  SUnderSum 102 (8, None) 1 322;
  SAxiom sum_factor;
  SInstantiate 104 [((3, None), 303); ((4, None), 311); ((8, Some 0%nat), 426); ((9, Some 1%nat), 444)];
  SRing 446 446;
  SRewrite 105 106 447 (40, Some 0%nat);
  SUnderSum 107 (46, None) 1 40;
  SInstantiate 104 [((3, None), 1); ((4, None), 40); ((8, Some 0%nat), 426); ((9, Some 1%nat), 464)];
  SRing 466 466;
  SRewrite 109 110 467 (40, Some 0%nat);
  SAssume 469;
  SAssume 470;
  SCone 473 [(1%Z, [112]); (1%Z, [113; 112])] [];
  SAssume 479;
  SAssume 481;
  SAssume 482;
  SAxiom mod_low;
  SInstantiate 118 [((1, None), 474)];
  SInstantiate 39 [((1, None), 477)];
  SAssume 483;
  SInstantiate 42 [((1, None), 474)];
  SInstantiate 42 [((1, None), 477)];
  SCone 484 [(1%Z, [117]); (1%Z, [119]); (1%Z, [120]); (1%Z, [116]); (1%Z, [121; 116])] [(485, 122); (271, 123)];
  SCone 479 [(1%Z, [116; 124]); (1%Z, [124])] [];
  SCases 479 115 125;
  SCases 479 115 126;
  SInstantiate 127 [((2, None), 40); ((32, None), 472); ((47, None), 309)];
  SCut 9 128;
  SCut 114 129;
  SCone 488 [(1%Z, [130])] [];
  SAssume 489;
  SCone 490 [(1%Z, [132]); (1%Z, [113; 132])] [];
  SInstantiate 127 [((2, None), 40); ((32, None), 302); ((47, None), 471)];
  SCut 9 134;
  SCut 133 135;
  SRing 494 492;
  SInstantiate 18 [((1, None), 495); ((2, None), 496)];
  SRing 500 500;
  SRewrite 138 139 503 (40, Some 0%nat);
  SInstantiate 18 [((1, None), 504); ((2, None), 491)];
  SRing 507 507;
  SRewrite 141 142 509 (40, Some 0%nat);
  SRewrite 140 143 510 (40, Some 0%nat);
  SRewrite 137 144 510 (40, Some 0%nat);
  SRewrite 145 142 511 (40, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 147 [((3, None), 504); ((4, None), 496); ((7, None), 491); ((9, Some 1%nat), 513)];
  SRewrite 146 148 518 (40, Some 0%nat);
  SRing 520 258;
  SInstantiate 29 [((1, None), 495); ((2, None), 496)];
  SRewrite 151 142 522 (40, Some 0%nat);
  SRewrite 150 152 510 (40, Some 0%nat);
  SRewrite 153 142 511 (40, Some 0%nat);
  SRing 524 258;
  SInstantiate 104 [((3, None), 504); ((4, None), 496); ((8, Some 0%nat), 525); ((9, Some 1%nat), 526)];
  SRing 528 530;
  SRewrite 156 157 531 (40, Some 0%nat);
  SRewrite 155 158 531 (40, Some 0%nat);
  SAssume 533;
  SAssume 536;
  SCone 537 [(1%Z, [160]); (1%Z, [161])] [];
  SAxiom bracket_not_eq;
  SInstantiate 163 [((1, None), 534); ((2, None), 491)];
  SCut 162 164;
  SRing 541 541;
  SRewrite 165 166 543 (40, Some 0%nat);
  SUnderSum 167 (48, None) 504 496;
  SRewrite 159 168 518 (40, Some 0%nat);
  SRewrite 154 169 518 (40, Some 0%nat);
  SCases 497 149 170;
  SRing 544 258;
  SInstantiate 29 [((1, None), 504); ((2, None), 491)];
  SRewrite 173 142 509 (40, Some 0%nat);
  SRewrite 172 174 510 (40, Some 0%nat);
  SRewrite 175 142 511 (40, Some 0%nat);
  SAssume 545;
  SAssume 546;
  SCone 547 [(1%Z, [177]); (1%Z, [178])] [];
  SInstantiate 163 [((1, None), 491); ((2, None), 534)];
  SCut 179 180;
  SRing 539 549;
  SRewrite 181 182 550 (40, Some 0%nat);
  SRewrite 183 166 543 (40, Some 0%nat);
  SUnderSum 184 (48, None) 504 496;
  SRewrite 159 185 518 (40, Some 0%nat);
  SRewrite 176 186 518 (40, Some 0%nat);
  SCases 505 171 187;
  SInstantiate 188 [((3, None), 1); ((4, None), 551); ((7, None), 556); ((9, Some 1%nat), 513)];
  SUnderSum 189 (50, None) 557 559;
  SUnderSum 190 (43, None) 1 142;
  SInstantiate 100 [((3, None), 1); ((4, None), 551); ((5, None), 557); ((6, None), 559); ((9, Some 2%nat), 566)];
  SUnderSum 192 (43, None) 1 142;
  SInstantiate 100 [((3, None), 1); ((4, None), 551); ((5, None), 1); ((6, None), 142); ((9, Some 2%nat), 575)];
  SRing 580 581;
  SUnderSum 195 (50, None) 557 559;
  SUnderSum 196 (43, None) 1 142;
  SInstantiate 104 [((3, None), 557); ((4, None), 559); ((8, Some 0%nat), 582); ((9, Some 1%nat), 587)];
  SRing 589 589;
  SRewrite 198 199 590 (40, Some 0%nat);
  SUnderSum 200 (43, None) 1 142;
  SInstantiate 104 [((3, None), 1); ((4, None), 142); ((8, Some 0%nat), 582); ((9, Some 1%nat), 596)];
  SRing 598 598;
  SRewrite 202 203 599 (40, Some 0%nat);
  SRewrite 201 204 602 (40, Some 0%nat);
  SRing 603 601;
  SRewrite 205 206 604 (40, Some 0%nat);
  SRewrite 197 207 604 (40, Some 0%nat);
  SUnderSum 208 (54, None) 1 551;
  SRewrite 194 209 611 (40, Some 0%nat);
  SRewrite 193 210 611 (40, Some 0%nat);
  SAssume 614;
  SAssume 615;
  SCone 617 [(1%Z, [213])] [];
  SInstantiate 127 [((2, None), 142); ((32, None), 612); ((47, None), 616)];
  SCut 214 215;
  SCone 619 [(1%Z, [212]); (1%Z, [216])] [];
  SAssume 623;
  SAssume 625;
  SCone 626 [(1%Z, [219])] [];
  SInstantiate 127 [((2, None), 142); ((32, None), 616); ((47, None), 621)];
  SCut 220 221;
  SCone 627 [(1%Z, [218]); (1%Z, [222])] [];
  SAssume 631;
  SCone 633 [(1%Z, [224])] [];
  SInstantiate 39 [((1, None), 628); ((2, None), 634)];
  SInstantiate 118 [((1, None), 628); ((2, None), 634)];
  SInstantiate 147 [((3, None), 1); ((4, None), 634); ((7, None), 635); ((9, Some 1%nat), 638)];
  SCut 227 228;
  SCut 226 229;
  SInstantiate 147 [((3, None), 504); ((4, None), 496); ((7, None), 636); ((9, Some 1%nat), 640)];
  SRing 647 647;
  SRewrite 231 232 649 (40, Some 0%nat);
  SInstantiate 104 [((3, None), 504); ((4, None), 496); ((8, Some 0%nat), 650); ((9, Some 1%nat), 651)];
  SRing 656 658;
  SAssume 661;
  SCone 661 [(1%Z, [236])] [];
  SAssume 662;
  SCone 662 [(1%Z, [238])] [];
  SAxiom antisymmetry;
  SInstantiate 240 [((1, None), 628); ((2, None), 660)];
  SCut 239 241;
  SCut 237 242;
  SRing 663 223;
  SAssume 665;
  SAssume 667;
  SAssume 670;
  SAssume 673;
  SCone 484 [(1%Z, [247]); (1%Z, [119]); (1%Z, [246]); (1%Z, [121; 246])] [(271, 248); (485, 122)];
  SCone 665 [(1%Z, [246; 249]); (1%Z, [249])] [];
  SCases 665 245 250;
  SCases 665 245 251;
  SAssume 674;
  SAssume 676;
  SAssume 677;
  SInstantiate 39 [((1, None), 474)];
  SCone 484 [(1%Z, [255]); (1%Z, [256]); (1%Z, [254]); (1%Z, [121; 254])] [(485, 248); (271, 122)];
  SCone 674 [(1%Z, [254; 257]); (1%Z, [257])] [];
  SCases 674 253 258;
  SCases 674 253 259;
  SInstantiate 240 [((1, None), 476); ((2, None), 664)];
  SCut 260 261;
  SCut 252 262;
  SInstantiate 263 [((2, None), 634); ((59, None), 227); ((32, None), 628); ((58, None), 552)];
  SRing 636 636;
  SRewrite 264 265 679 (40, None);
  SRing 681 223;
  SRewrite 266 267 684 (40, None);
  SRing 685 685;
  SRewrite 268 269 687 (40, Some 0%nat);
  SRing 688 688;
  SRewrite 263 271 690 (40, None);
  SCone 692 [] [(271, 248); (485, 122); (485, 272)];
  SCone 693 [] [(485, 248); (271, 122); (271, 272)];
  SInstantiate 240 [((1, None), 691); ((2, None), 668)];
  SCut 274 275;
  SCut 273 276;
  SInstantiate 277 [((2, None), 634); ((59, None), 227); ((32, None), 628); ((58, None), 552)];
  SRing 635 635;
  SRewrite 278 279 694 (40, None);
  SRing 696 223;
  SRewrite 280 281 699 (40, None);
  SRing 654 654;
  SRewrite 282 283 701 (40, Some 0%nat);
  SRewrite 270 284 702 (40, Some 0%nat);
  SRewrite 244 285 702 (40, Some 0%nat);
  SRewrite 286 283 703 (40, Some 0%nat);
  SAssume 704;
  SRing 706 223;
  SRewrite 288 289 709 (40, None);
  SRewrite 287 290 711 (40, Some 0%nat);
  SCut 243 291;
  SAssume 712;
  SCone 712 [(1%Z, [293])] [];
  SAssume 713;
  SCone 713 [(1%Z, [295])] [];
  SInstantiate 240 [((1, None), 227); ((2, None), 635)];
  SCut 296 297;
  SCut 294 298;
  SAssume 714;
  SCone 714 [(1%Z, [300])] [];
  SAssume 715;
  SCone 715 [(1%Z, [302])] [];
  SInstantiate 240 [((1, None), 552); ((2, None), 636)];
  SCut 303 304;
  SCut 301 305;
  SRing 529 258;
  SAssume 717;
  SInstantiate 42 [((1, None), 628); ((2, None), 634)];
  SAssume 641;
  SAssume 652;
  SRing 659 659;
  SRewrite 311 312 719 (40, None);
  SCone 484 [(1%Z, [308])] [(485, 309); (271, 310); (271, 313)];
  SCone 720 [(1%Z, [314])] [];
  SInstantiate 29 [((1, None), 1); ((2, None), 1)];
  SCut 315 316;
  SRing 258 722;
  SRewrite 317 318 724 (40, Some 0%nat);
  SRewrite 307 319 725 (40, Some 0%nat);
  SRing 258 258;
  SRewrite 320 321 726 (40, Some 0%nat);
  SRing 727 258;
  SRing 654 728;
  SRewrite 317 324 730 (40, Some 0%nat);
  SRewrite 323 325 702 (40, Some 0%nat);
  SRewrite 322 326 702 (40, Some 0%nat);
  SCut 306 327;
  SRing 731 258;
  SInstantiate 163 [((1, None), 552); ((2, None), 636)];
  SRewrite 330 283 732 (40, Some 0%nat);
  SRewrite 329 331 702 (40, Some 0%nat);
  SCases 715 328 332;
  SInstantiate 163 [((1, None), 636); ((2, None), 552)];
  SRing 653 734;
  SRewrite 334 335 735 (40, Some 0%nat);
  SRewrite 336 283 732 (40, Some 0%nat);
  SRewrite 329 337 702 (40, Some 0%nat);
  SCases 714 333 338;
  SCut 299 339;
  SRing 736 258;
  SInstantiate 163 [((1, None), 227); ((2, None), 635)];
  SRewrite 342 283 701 (40, Some 0%nat);
  SRewrite 341 343 702 (40, Some 0%nat);
  SCases 713 340 344;
  SInstantiate 163 [((1, None), 635); ((2, None), 227)];
  SRing 642 738;
  SRewrite 346 347 739 (40, Some 0%nat);
  SRewrite 348 283 701 (40, Some 0%nat);
  SRewrite 341 349 702 (40, Some 0%nat);
  SCases 712 345 350;
  SRewrite 351 283 703 (40, Some 0%nat);
  SInstantiate 163 [((1, None), 628); ((2, None), 660)];
  SRewrite 352 353 711 (40, Some 0%nat);
  SCases 662 292 354;
  SAssume 741;
  SCone 484 [(1%Z, [356])] [(271, 309); (485, 310); (485, 313)];
  SCone 720 [(1%Z, [357])] [];
  SCut 358 316;
  SRewrite 359 318 724 (40, Some 0%nat);
  SRewrite 307 360 725 (40, Some 0%nat);
  SRewrite 361 321 726 (40, Some 0%nat);
  SRewrite 359 324 730 (40, Some 0%nat);
  SRewrite 323 363 702 (40, Some 0%nat);
  SRewrite 362 364 702 (40, Some 0%nat);
  SCut 306 365;
  SCases 715 366 332;
  SCases 714 367 338;
  SCut 299 368;
  SCases 713 369 344;
  SCases 712 370 350;
  SRewrite 371 283 703 (40, Some 0%nat);
  SInstantiate 163 [((1, None), 660); ((2, None), 628)];
  SRing 710 743;
  SRewrite 373 374 711 (40, Some 0%nat);
  SRewrite 372 375 711 (40, Some 0%nat);
  SCases 661 355 376;
  SRing 744 744;
  SRewrite 377 378 746 (40, Some 0%nat);
  SRewrite 235 379 747 (40, Some 0%nat);
  SUnderSum 380 (50, None) 504 496;
  SRewrite 234 381 754 (40, Some 0%nat);
  SRewrite 233 382 754 (40, Some 0%nat);
  SUnderSum 383 (43, None) 1 634;
  SRewrite 230 384 762 (40, Some 0%nat);
  SInstantiate 385 [((55, None), 629); ((56, None), 142); ((3, None), 557); ((4, None), 559); ((57, Some 2%nat), 763)];
  SCut 225 386;
  SRing 767 772;
  SRewrite 387 388 773 (40, Some 0%nat);
  SInstantiate 377 [((55, None), 629); ((56, None), 142)];
  SRing 775 777;
  SRewrite 390 391 778 (40, Some 0%nat);
  SUnderSum 392 (50, None) 557 559;
  SUnderSum 393 (43, None) 1 142;
  SRing 767 767;
  SRewrite 394 395 779 (40, Some 0%nat);
  SRewrite 389 396 788 (40, Some 0%nat);
  SRewrite 397 394 773 (40, Some 0%nat);
  SInstantiate 398 [((55, None), 576)];
  SCut 223 399;
  SCut 217 400;
  SRing 600 600;
  SRewrite 401 402 789 (40, Some 0%nat);
  SRing 790 790;
  SRewrite 403 404 792 (40, Some 0%nat);
  SRing 577 790;
  SRewrite 405 406 793 (40, Some 0%nat);
  SUnderSum 407 (54, None) 1 551;
  SRewrite 211 408 795 (40, Some 0%nat);
  SRewrite 191 409 795 (40, Some 0%nat);
  SInstantiate 410 [((49, None), 54); ((39, None), 40); ((51, None), 366); ((52, None), 303); ((53, None), 310); ((9, Some 1%nat), 802)];
  SCut 9 411;
  SCut 136 412;
  SCut 131 413;
  SRing 804 804;
  SRewrite 414 415 806 (40, Some 0%nat);
  SRing 826 804;
  SRewrite 416 417 827 (40, Some 0%nat);
  SRewrite 111 418 827 (40, Some 0%nat);
  SRewrite 108 419 827 (40, Some 0%nat);
  SUnderSum 420 (13, None) 313 321;
  SUnderSum 421 (14, None) 1 21;
  SUnderSum 422 (8, None) 1 322;
  SAssume 829;
  SAssume 830;
  SCone 833 [(1%Z, [424]); (1%Z, [425; 424])] [];
  SInstantiate 127 [((2, None), 21); ((32, None), 832); ((47, None), 319)];
  SCut 10 427;
  SCut 426 428;
  SCone 836 [(1%Z, [429])] [];
  SAssume 837;
  SCone 838 [(1%Z, [431]); (1%Z, [425; 431])] [];
  SInstantiate 127 [((2, None), 21); ((32, None), 312); ((47, None), 831)];
  SCut 10 433;
  SCut 432 434;
  SInstantiate 410 [((49, None), 35); ((39, None), 21); ((51, None), 807); ((52, None), 313); ((53, None), 320); ((9, Some 1%nat), 846)];
  SCut 10 436;
  SCut 435 437;
  SCut 430 438;
  SRing 854 855;
  SRewrite 439 440 856 (40, Some 0%nat);
  SUnderSum 441 (8, None) 1 322;
  SRewrite 423 442 863 (40, Some 0%nat);
  SRewrite 103 443 863 (40, Some 0%nat);
  SRing 878 862;
  SUnfold 897 896;
  SUnfold 900 102;
  SRewrite 446 447 901 (40, Some 0%nat);
  SRewrite 445 448 901 (40, Some 0%nat);
  SRewrite 444 449 901 (40, Some 0%nat);
  SRewrite 99 450 901 (40, Some 0%nat);
  SRewrite 94 451 901 (40, Some 0%nat);
  SInstantiate 452 [((32, Some 3%nat), 185)];
  SRing 905 905;
  SRewrite 453 454 906 (40, Some 0%nat);
  SUnfold 908 896;
  SUnfold 905 102;
  SRewrite 456 457 909 (40, Some 0%nat);
  SRewrite 458 454 910 (40, Some 0%nat);
  SUnfold 914 102;
  SRewrite 456 460 915 (40, Some 0%nat);
  SRewrite 459 461 915 (40, Some 0%nat);
  SRewrite 455 462 915 (40, Some 0%nat);
  SRewrite 91 463 915 (40, Some 0%nat);
  SInstantiate 464 [((45, None), 2); ((29, None), 105); ((31, None), 105); ((12, None), 4); ((19, None), 4); ((61, None), 4); ((63, None), 4); ((17, None), 12); ((24, None), 12); ((16, None), 7); ((23, None), 7); ((11, None), 3); ((18, None), 3); ((15, None), 1); ((22, None), 1)];
  SCut 5 465;
  SCut 4 466;
  SCut 3 467;
  SCut 2 468;
  SRewrite 1 469 920 (40, Some 0%nat);
  SRing 939 945;
  SUnfold 980 896;
  SRing 980 980;
  SRewrite 472 473 981 (40, Some 0%nat);
  SRing 1011 1025;
  SRewrite 474 475 1026 (40, Some 0%nat);
  SAssume 1028;
  SAssume 1029;
  SAssume 1030;
  SCone 1032 [(1%Z, [477]); (1%Z, [478]); (1%Z, [479; 477])] [];
  SAssume 1033;
  SCone 1035 [(1%Z, [481]); (1%Z, [37]); (1%Z, [479; 481])] [];
  SInstantiate 147 [((3, None), 1034); ((4, None), 1031); ((7, None), 660); ((9, Some 1%nat), 1037)];
  SCut 482 483;
  SCut 480 484;
  SUnderSum 485 (43, None) 1 634;
  SUnderSum 486 (50, None) 504 496;
  SInstantiate 100 [((3, None), 1034); ((4, None), 1031); ((5, None), 1); ((6, None), 634); ((9, Some 2%nat), 1043)];
  SUnderSum 488 (50, None) 504 496;
  SInstantiate 100 [((3, None), 1034); ((4, None), 1031); ((5, None), 504); ((6, None), 496); ((9, Some 2%nat), 1051)];
  SInstantiate 100 [((3, None), 1); ((4, None), 634); ((5, None), 504); ((6, None), 496); ((9, Some 2%nat), 1057)];
  SUnderSum 491 (58, None) 1034 1031;
  SRewrite 490 492 1065 (40, Some 0%nat);
  SRewrite 489 493 1065 (40, Some 0%nat);
  SAssume 1068;
  SAssume 1069;
  SAssume 1070;
  SInstantiate 118 [((1, None), 664); ((2, None), 634)];
  SInstantiate 42 [((1, None), 664); ((2, None), 634)];
  SCone 484 [(1%Z, [497]); (1%Z, [498]); (1%Z, [496]); (1%Z, [479; 496])] [(485, 499)];
  SCone 1068 [(1%Z, [496; 500]); (1%Z, [500])] [];
  SCases 1068 495 501;
  SCases 1068 495 502;
  SAssume 1071;
  SAssume 1072;
  SAssume 1073;
  SInstantiate 39 [((1, None), 664); ((2, None), 634)];
  SCone 484 [(1%Z, [506]); (1%Z, [507]); (1%Z, [505]); (1%Z, [479; 505])] [(271, 499)];
  SCone 1071 [(1%Z, [505; 508]); (1%Z, [508])] [];
  SCases 1071 504 509;
  SCases 1071 504 510;
  SInstantiate 385 [((55, None), 664); ((57, Some 2%nat), 1074)];
  SCut 511 512;
  SCut 503 513;
  SRing 1079 1079;
  SRewrite 514 515 1080 (40, Some 0%nat);
  SUnderSum 516 (58, None) 1034 1031;
  SRewrite 494 517 1085 (40, Some 0%nat);
  SRewrite 487 518 1085 (40, Some 0%nat);
  SRing 1084 1084;
  SRewrite 519 520 1086 (40, Some 0%nat);
  SInstantiate 521 [((3, None), 982); ((4, None), 964); ((56, None), 38); ((57, Some 2%nat), 1094)];
  SInstantiate 521 [((3, None), 1); ((4, None), 322); ((56, None), 19); ((57, Some 2%nat), 1101)];
  SAssume 1105;
  SCone 1109 [(1%Z, [524])] [];
  SAssume 1111;
  SCone 1112 [(1%Z, [526])] [];
  SInstantiate 147 [((7, None), 1107); ((9, Some 1%nat), 1114)];
  SCut 527 528;
  SCut 525 529;
  SRing 1119 1123;
  SRewrite 530 531 1124 (40, Some 0%nat);
  SUnderSum 532 (26, None) 1110 1104;
  SInstantiate 100 [((3, None), 504); ((4, None), 496); ((5, None), 1110); ((6, None), 1104); ((9, Some 2%nat), 1130)];
  SRewrite 533 534 1139 (40, Some 0%nat);
  SCone 1142 [(1%Z, [161])] [];
  SCone 1143 [(1%Z, [178])] [];
  SInstantiate 147 [((3, None), 1110); ((4, None), 1104); ((7, None), 1140); ((9, Some 1%nat), 1144)];
  SCut 537 538;
  SCut 536 539;
  SRing 1148 1148;
  SRewrite 540 541 1149 (40, Some 0%nat);
  SRing 540 1151;
  SRewrite 542 543 1152 (40, Some 0%nat);
  SUnderSum 544 (48, None) 504 496;
  SRewrite 535 545 1154 (40, Some 0%nat);
  SInstantiate 546 [((3, None), 990); ((4, None), 994); ((56, None), 978); ((9, Some 1%nat), 1161)];
  SUnderSum 547 (65, None) 985 989;
  SUnderSum 548 (21, None) 1 38;
  SUnderSum 549 (14, None) 1 19;
  SUnderSum 550 (8, None) 1 322;
  SInstantiate 546 [((3, None), 984); ((4, None), 988); ((56, None), 971); ((9, Some 1%nat), 1166)];
  SUnderSum 552 (21, None) 1 38;
  SUnderSum 553 (14, None) 1 19;
  SUnderSum 554 (8, None) 1 322;
  SRing 1174 1181;
  SInstantiate 452 [((12, None), 4); ((19, None), 4); ((15, None), 1); ((22, None), 1); ((16, None), 30); ((23, None), 49); ((32, Some 3%nat), 104)];
  SCut 5 557;
  SCut 4 558;
  SCut 2 559;
  SUnfold 1184 896;
  SUnfold 1185 102;
  SRewrite 561 562 1186 (40, Some 0%nat);
  SRing 1185 1185;
  SRewrite 563 564 1187 (40, Some 0%nat);
  SRing 1198 1209;
  SRewrite 565 566 1210 (40, Some 0%nat);
  SUnfold 1211 896;
  SRewrite 567 568 1212 (40, Some 0%nat);
  SRewrite 560 569 1212 (40, Some 0%nat);
  SRewrite 556 570 1212 (40, Some 0%nat);
  SRewrite 555 571 1212 (40, Some 0%nat);
  SRewrite 551 572 1212 (40, Some 0%nat);
  SRewrite 523 573 1212 (40, Some 0%nat);
  SRewrite 522 574 1212 (40, Some 0%nat);
  SRewrite 476 575 1212 (40, Some 0%nat);
  SInstantiate 576 [((45, None), 2); ((61, None), 4); ((63, None), 4); ((17, None), 12); ((24, None), 12); ((16, None), 7); ((23, None), 7); ((11, None), 3); ((18, None), 3); ((32, Some 3%nat), 107)];
  SCut 3 577;
  SRewrite 471 578 1214 (40, Some 0%nat);
  SRing 1228 258;
  SInstantiate 188 [((3, None), 1); ((4, None), 551); ((7, None), 1235); ((9, Some 1%nat), 513)];
  SRing 1241 1245;
  SRewrite 581 582 1246 (40, Some 0%nat);
  SInstantiate 583 [((1, None), 4); ((49, None), 12); ((51, None), 7); ((39, None), 3)];
  SInstantiate 584 [((66, None), 1); ((43, None), 1); ((50, None), 6)];
  SRing 1253 1259;
  SRewrite 585 586 1260 (40, Some 0%nat);
  SRewrite 580 587 1260 (40, Some 0%nat);
  SRing 1272 1273;
  SInstantiate 584 [((66, None), 1); ((43, None), 1); ((50, None), 1)];
  SRing 1277 1281;
  SRewrite 590 591 1282 (40, Some 0%nat);
  SRewrite 589 592 1282 (40, Some 0%nat);
  SRing 1294 1296;
  SInstantiate 584 [((66, None), 1); ((43, None), 1); ((50, None), 4)];
  SRing 1300 1304;
  SRewrite 595 596 1305 (40, Some 0%nat);
  SRewrite 594 597 1305 (40, Some 0%nat);
  SRing 1317 1319;
  SInstantiate 584 [((66, None), 1); ((43, None), 1); ((50, None), 7)];
  SRing 1324 1328;
  SRewrite 600 601 1329 (40, Some 0%nat);
  SRewrite 599 602 1329 (40, Some 0%nat);
  SRing 1340 258;
  SInstantiate 584 [((66, None), 1); ((43, None), 4); ((50, None), 6)];
  SRing 1345 1349;
  SRewrite 605 606 1350 (40, Some 0%nat);
  SRewrite 604 607 1350 (40, Some 0%nat);
  SRing 1361 1362;
  SInstantiate 584 [((66, None), 1); ((43, None), 4); ((50, None), 1)];
  SRing 1366 1370;
  SRewrite 610 611 1371 (40, Some 0%nat);
  SRewrite 609 612 1371 (40, Some 0%nat);
  SRing 1382 1384;
  SInstantiate 584 [((66, None), 1); ((43, None), 4); ((50, None), 4)];
  SRing 1389 1393;
  SRewrite 615 616 1394 (40, Some 0%nat);
  SRewrite 614 617 1394 (40, Some 0%nat);
  SRing 1405 258;
  SInstantiate 584 [((66, None), 1); ((43, None), 4); ((50, None), 7)];
  SRing 1410 1414;
  SRewrite 620 621 1415 (40, Some 0%nat);
  SRewrite 619 622 1415 (40, Some 0%nat);
  SRing 1426 1427;
  SInstantiate 584 [((66, None), 1); ((43, None), 7); ((50, None), 6)];
  SRing 1431 1435;
  SRewrite 625 626 1436 (40, Some 0%nat);
  SRewrite 624 627 1436 (40, Some 0%nat);
  SRing 1447 1448;
  SInstantiate 584 [((66, None), 1); ((43, None), 7); ((50, None), 1)];
  SRing 1452 1456;
  SRewrite 630 631 1457 (40, Some 0%nat);
  SRewrite 629 632 1457 (40, Some 0%nat);
  SRing 1468 1469;
  SInstantiate 584 [((66, None), 1); ((43, None), 7); ((50, None), 4)];
  SRing 1473 1477;
  SRewrite 635 636 1478 (40, Some 0%nat);
  SRewrite 634 637 1478 (40, Some 0%nat);
  SRing 1489 258;
  SInstantiate 584 [((66, None), 1); ((43, None), 7); ((50, None), 7)];
  SRing 1493 1497;
  SRewrite 640 641 1498 (40, Some 0%nat);
  SRewrite 639 642 1498 (40, Some 0%nat);
  SRing 1509 1510;
  SInstantiate 584 [((66, None), 1); ((43, None), 2); ((50, None), 6)];
  SRing 1514 1518;
  SRewrite 645 646 1519 (40, Some 0%nat);
  SRewrite 644 647 1519 (40, Some 0%nat);
  SRing 1530 1531;
  SInstantiate 584 [((66, None), 1); ((43, None), 2); ((50, None), 1)];
  SRing 1535 1539;
  SRewrite 650 651 1540 (40, Some 0%nat);
  SRewrite 649 652 1540 (40, Some 0%nat);
  SRing 1551 1552;
  SInstantiate 584 [((66, None), 1); ((43, None), 2); ((50, None), 4)];
  SRing 1556 1560;
  SRewrite 655 656 1561 (40, Some 0%nat);
  SRewrite 654 657 1561 (40, Some 0%nat);
  SRing 1572 258;
  SInstantiate 584 [((66, None), 1); ((43, None), 2); ((50, None), 7)];
  SRing 1576 1580;
  SRewrite 660 661 1581 (40, Some 0%nat);
  SRewrite 659 662 1581 (40, Some 0%nat);
  SRing 1589 1590;
  SRing 1598 1590].
Definition the_claims : list claim := [
  Build_claim [] 1599 470;
  Build_claim [] 1600 579;
  Build_claim [] 1601 588;
  Build_claim [] 1602 593;
  Build_claim [] 1603 598;
  Build_claim [] 1604 603;
  Build_claim [] 1605 608;
  Build_claim [] 1606 613;
  Build_claim [] 1607 618;
  Build_claim [] 1608 623;
  Build_claim [] 1609 628;
  Build_claim [] 1610 633;
  Build_claim [] 1611 638;
  Build_claim [] 1612 643;
  Build_claim [] 1613 648;
  Build_claim [] 1614 653;
  Build_claim [] 1615 658;
  Build_claim [] 1616 663;
  Build_claim [] 1617 664;
  Build_claim [] 1618 665;
  Build_claim [] 1617 664;
  Build_claim [] 1618 665].
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
  exact (fun R b m1 m2 o w x => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 35%positive => m1 | 37%positive => m2 | 25%positive
    => o | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 26%positive,
    4%nat, [place_0; place_1; place_2; place_3] => w place_0 place_1 place_2 place_3 | 32%positive, 3%nat,
    [place_0; place_1; place_2] => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R m1 m2 o w x => claim_true sequents checked 1%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 35%positive => m1 | 37%positive => m2 | 25%positive
    => o | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 26%positive, 4%nat, [place_0; place_1; place_2; place_3]
    => w place_0 place_1 place_2 place_3 | 32%positive, 3%nat, [place_0; place_1; place_2] => x place_0
    place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_3 : statement_3.
Proof.
  exact (fun R f => claim_true sequents checked 2%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_4 : statement_4.
Proof.
  exact (fun R f => claim_true sequents checked 3%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_5 : statement_5.
Proof.
  exact (fun R f => claim_true sequents checked 4%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_6 : statement_6.
Proof.
  exact (fun R f => claim_true sequents checked 5%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_7 : statement_7.
Proof.
  exact (fun R f => claim_true sequents checked 6%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_8 : statement_8.
Proof.
  exact (fun R f => claim_true sequents checked 7%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_9 : statement_9.
Proof.
  exact (fun R f => claim_true sequents checked 8%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_10 : statement_10.
Proof.
  exact (fun R f => claim_true sequents checked 9%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_11 : statement_11.
Proof.
  exact (fun R f => claim_true sequents checked 10%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_12 : statement_12.
Proof.
  exact (fun R f => claim_true sequents checked 11%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_13 : statement_13.
Proof.
  exact (fun R f => claim_true sequents checked 12%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_14 : statement_14.
Proof.
  exact (fun R f => claim_true sequents checked 13%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_15 : statement_15.
Proof.
  exact (fun R f => claim_true sequents checked 14%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_16 : statement_16.
Proof.
  exact (fun R f => claim_true sequents checked 15%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_17 : statement_17.
Proof.
  exact (fun R f => claim_true sequents checked 16%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
Qed.

Theorem theorem_18 : statement_18.
Proof.
  exact (fun R f => claim_true sequents checked 17%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 9%positive, 1%nat, [place_0] => f place_0 | _, _, _ => r0
    end |}).
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
  exact (fun R => claim_true sequents checked 21%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
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
  Proved statement_22 theorem_22].
Print Assumptions all_theorems.
