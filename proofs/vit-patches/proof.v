(** Conv(in_channels=3, out_channels=768, kernel=(16, 16), stride=(16, 16), padding=((0, 0), (0, 0)), dilation=(1,
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
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 3 16 16 16 16 1 1 0 0
    v_0 v_1 v_2 [+] b v_0) 1 1 0 0 o m1 m2 =
    (SUM 0 <= v_0 < 3, SUM 0 <= v_1 < 16, SUM 0 <= v_2 < 16, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 16 16
      16 16 0 0 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 224 224 v_8 v_9 v_10) 16 16 v_1 v_2 v_5 v_6 v_7) 14 14 v_0 (m1 + v_3) (m2 + v_4)) [+] b o :> R.

(** unit stride *)
Definition statement_2 : Prop :=
  forall (R : semiring) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  conv w (fun v_0 v_1 v_2 => extend x 224 224 v_0 v_1 v_2) 3 16 16 16 16 1 1 0 0 o m1 m2 =
    conv (fun v_0 v_1 v_2 v_3 => bank w 16 16 16 16 0 0 1 1 0 0 v_0 ((v_1 / 16) mod 16) (v_1 mod 16) ((v_1 /
      16) / 16) v_2 v_3) (fun v_0 v_1 v_2 => phases (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 16 16
      ((v_0 / 16) mod 16) (v_0 mod 16) ((v_0 / 16) / 16) v_1 v_2) 768 1 1 1 1 1 1 0 0 o m1 m2 :> R.

(** axis 1, tau 0, rho 0, u 0 *)
Definition statement_3 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 0] [*] f v_0 =
    f 0 :> R.

(** axis 1, tau 0, rho 1, u 0 *)
Definition statement_4 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 1] [*] f v_0 =
    f 1 :> R.

(** axis 1, tau 0, rho 2, u 0 *)
Definition statement_5 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 2] [*] f v_0 =
    f 2 :> R.

(** axis 1, tau 0, rho 3, u 0 *)
Definition statement_6 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 3] [*] f v_0 =
    f 3 :> R.

(** axis 1, tau 0, rho 4, u 0 *)
Definition statement_7 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 4] [*] f v_0 =
    f 4 :> R.

(** axis 1, tau 0, rho 5, u 0 *)
Definition statement_8 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 5] [*] f v_0 =
    f 5 :> R.

(** axis 1, tau 0, rho 6, u 0 *)
Definition statement_9 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 6] [*] f v_0 =
    f 6 :> R.

(** axis 1, tau 0, rho 7, u 0 *)
Definition statement_10 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 7] [*] f v_0 =
    f 7 :> R.

(** axis 1, tau 0, rho 8, u 0 *)
Definition statement_11 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 8] [*] f v_0 =
    f 8 :> R.

(** axis 1, tau 0, rho 9, u 0 *)
Definition statement_12 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 9] [*] f v_0 =
    f 9 :> R.

(** axis 1, tau 0, rho 10, u 0 *)
Definition statement_13 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 10] [*] f v_0 =
    f 10 :> R.

(** axis 1, tau 0, rho 11, u 0 *)
Definition statement_14 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 11] [*] f v_0 =
    f 11 :> R.

(** axis 1, tau 0, rho 12, u 0 *)
Definition statement_15 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 12] [*] f v_0 =
    f 12 :> R.

(** axis 1, tau 0, rho 13, u 0 *)
Definition statement_16 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 13] [*] f v_0 =
    f 13 :> R.

(** axis 1, tau 0, rho 14, u 0 *)
Definition statement_17 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 14] [*] f v_0 =
    f 14 :> R.

(** axis 1, tau 0, rho 15, u 0 *)
Definition statement_18 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 16, [=: v_0, 15] [*] f v_0 =
    f 15 :> R.

(** axis 1, outputs *)
Definition statement_19 : Prop :=
  forall (R : semiring),
  ((224 + 0 + 0 - 1 * 15 - 1) / 16) + 1 = 14.

(** axis 1, cells of outputs *)
Definition statement_20 : Prop :=
  forall (R : semiring),
  ((14 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 14.

(** axis 2, outputs *)
Definition statement_21 : Prop :=
  forall (R : semiring),
  ((224 + 0 + 0 - 1 * 15 - 1) / 16) + 1 = 14.

(** axis 2, cells of outputs *)
Definition statement_22 : Prop :=
  forall (R : semiring),
  ((14 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 14.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RNum 0;
  RNum 3;
  RNum 16;
  RNum 1;
  RMul 3 4;
  RNum (-1);
  RMul 6 1;
  RDiv 7 5;
  RAdd 4 6;
  RMul 3 9;
  RAdd 3 6;
  RMul 4 11;
  RAdd 10 12;
  RAdd 13 7;
  RDiv 14 5;
  RAdd 15 4;
  RVar 11;
  RVar 12;
  RMul 17 18;
  RVar 13;
  RMul 19 20;
  RVar 14;
  RAdd 21 22;
  RVar 15;
  RMul 17 24;
  RMul 6 25;
  RAdd 23 26;
  RVar 16;
  RAdd 27 28;
  RLe 1 29;
  RBracket 30;
  RAdd 29 4;
  RVar 17;
  RLe 32 33;
  RBracket 34;
  RVar 18;
  RVar 19;
  RMul 36 37;
  RVar 20;
  RMul 38 39;
  RVar 21;
  RAdd 40 41;
  RVar 22;
  RMul 36 43;
  RMul 6 44;
  RAdd 42 45;
  RVar 23;
  RAdd 46 47;
  RLe 1 48;
  RBracket 49;
  RAdd 48 4;
  RVar 24;
  RLe 51 52;
  RBracket 53;
  RVar 25;
  RVar 8;
  REntry 26 [55; 56; 29; 48];
  RMul 54 57;
  RMul 50 58;
  RMul 35 59;
  RMul 31 60;
  RDefine 27 61 [(26, Some 4%nat); (17, None); (24, None); (11, None); (18, None); (16, None); (23, None); (12, None); (19, None); (15, None); (22, None); (25, None); (14, None); (21, None); (8, None); (13, None); (20, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  RBound 3;
  REntry 26 [63; 64; 65; 66];
  RMap 4 67;
  RBound 4;
  RUse 62 [68; 3; 3; 3; 3; 1; 1; 4; 4; 1; 1; 55; 66; 65; 69; 64; 63];
  RVar 28;
  RLe 1 71;
  RBracket 72;
  RAdd 71 4;
  RVar 29;
  RLe 74 75;
  RBracket 76;
  RVar 30;
  RLe 1 78;
  RBracket 79;
  RAdd 78 4;
  RVar 31;
  RLe 81 82;
  RBracket 83;
  REntry 32 [56; 71; 78];
  RMul 84 85;
  RMul 80 86;
  RMul 77 87;
  RMul 73 88;
  RDefine 33 89 [(32, Some 3%nat); (29, None); (31, None); (8, None); (28, None); (30, None)];
  RVar 34;
  RVar 35;
  RMul 91 92;
  RAdd 93 22;
  RVar 36;
  RVar 37;
  RMul 95 96;
  RAdd 97 41;
  REntry 32 [56; 94; 98];
  RDefine 38 99 [(32, Some 3%nat); (34, None); (36, None); (14, None); (21, None); (8, None); (35, None); (37, None)];
  REntry 32 [63; 64; 65];
  RMap 3 101;
  RNum 224;
  RUse 90 [102; 103; 103; 63; 64; 65];
  RMap 3 104;
  RBound 6;
  RBound 5;
  RUse 100 [105; 5; 5; 106; 107; 63; 64; 65];
  RMap 3 108;
  RAdd 103 5;
  RAdd 110 6;
  RDiv 111 5;
  RAdd 92 64;
  RAdd 96 63;
  RUse 90 [109; 112; 112; 69; 113; 114];
  RMul 70 115;
  RSum 8 16 116;
  RSum 8 16 117;
  RSum 1 5 118;
  RSum 1 5 119;
  RSum 1 2 120;
  REntry 2 [55];
  RAdd 121 122;
  RUse 100 [105; 3; 3; 106; 107; 63; 64; 65];
  RMap 3 124;
  RNum 14;
  RUse 90 [125; 126; 126; 69; 113; 114];
  RMul 70 127;
  RSum 1 4 128;
  RSum 1 4 129;
  RSum 1 3 130;
  RSum 1 3 131;
  RSum 1 2 132;
  RAdd 133 122;
  RAdd 1 4;
  RLe 135 4;
  RLe 4 3;
  RLe 4 4;
  RLe 1 1;
  RVar 39;
  RLe 4 140;
  RVar 1;
  RLe 4 142;
  RMul 140 142;
  RLe 4 144;
  RLe 1 92;
  RBracket 146;
  RAdd 92 4;
  RAdd 75 19;
  RAdd 149 6;
  RDiv 150 19;
  RLe 148 151;
  RBracket 152;
  RLe 1 96;
  RBracket 154;
  RAdd 96 4;
  RAdd 82 38;
  RAdd 157 6;
  RDiv 158 38;
  RLe 156 159;
  RBracket 160;
  RLe 1 64;
  RBracket 162;
  RAdd 64 4;
  RLe 164 75;
  RBracket 165;
  RLe 1 65;
  RBracket 167;
  RAdd 65 4;
  RLe 169 82;
  RBracket 170;
  RMul 171 101;
  RMul 168 172;
  RMul 166 173;
  RMul 163 174;
  RMap 3 175;
  RUse 100 [176; 19; 38; 22; 41; 56; 92; 96];
  RMul 161 177;
  RMul 155 178;
  RMul 153 179;
  RMul 147 180;
  RUse 90 [102; 75; 82; 63; 64; 65];
  RMap 3 182;
  RUse 100 [183; 19; 38; 22; 41; 63; 64; 65];
  RMap 3 184;
  RUse 90 [185; 151; 159; 56; 92; 96];
  REntry 40 [];
  REq 186 187;
  REq 187 186;
  RMul 38 96;
  RAdd 190 41;
  RLe 1 191;
  RBracket 192;
  RAdd 191 4;
  RLe 194 82;
  RBracket 195;
  RMul 19 92;
  RAdd 197 22;
  RLe 1 198;
  RBracket 199;
  RAdd 198 4;
  RLe 201 75;
  RBracket 202;
  REntry 32 [56; 198; 191];
  RMul 203 204;
  RMul 200 205;
  RMul 153 206;
  RMul 147 207;
  RMul 196 208;
  RMul 193 209;
  RMul 161 210;
  RMul 155 211;
  RMul 196 204;
  RMul 193 213;
  RMul 203 214;
  RMul 200 215;
  RMul 161 216;
  RMul 155 217;
  RMul 153 218;
  RMul 147 219;
  RNat 1;
  RVar 41;
  RVar 42;
  RMul 222 223;
  RVar 43;
  RAdd 224 225;
  RLe 1 226;
  RBracket 227;
  RAdd 226 4;
  RVar 44;
  RLe 229 230;
  RBracket 231;
  REntry 9 [];
  RMul 232 233;
  RMul 228 234;
  RMul 221 235;
  RMul 221 236;
  RAdd 223 4;
  RAdd 230 222;
  RAdd 239 6;
  RDiv 240 222;
  RLe 238 241;
  RBracket 242;
  RMul 243 235;
  RMul 221 244;
  RMul 187 235;
  RMul 221 246;
  REq 245 247;
  RLe 1 223;
  RBracket 249;
  RMul 250 244;
  RMul 187 244;
  REq 251 252;
  REq 251 187;
  REq 187 251;
  RNat 0;
  RMul 256 235;
  RMul 250 257;
  RMul 250 246;
  REq 251 259;
  RMul 256 233;
  RMul 228 261;
  RAdd 241 4;
  RLe 263 238;
  RLe 241 223;
  RLe 1 225;
  RLe 4 222;
  RLe 230 226;
  RMul 6 4;
  RAdd 230 4;
  RLe 270 229;
  RMul 187 233;
  RMul 228 272;
  REq 235 273;
  REq 235 187;
  RMul 256 244;
  RMul 256 234;
  RAdd 225 4;
  RLe 278 222;
  RLe 238 1;
  RLe 229 1;
  RMul 187 234;
  REq 235 282;
  RMap 0 208;
  RMul 153 216;
  RMul 147 285;
  REq 286 187;
  RMap 0 214;
  REq 216 187;
  RUse 90 [102; 75; 82; 56; 198; 191];
  RUse 100 [183; 19; 38; 22; 41; 56; 92; 96];
  REq 291 187;
  RAdd 92 20;
  RAdd 96 39;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 18; 37; 24; 43; 55; 22; 41; 56; 20; 39];
  RUse 100 [183; 19; 38; 22; 41; 56; 293; 294];
  RMul 295 296;
  RMul 295 187;
  REq 297 298;
  RMul 6 47;
  RDiv 300 38;
  RAdd 37 6;
  RMul 36 302;
  RAdd 52 6;
  RMul 4 304;
  RAdd 303 305;
  RAdd 306 300;
  RDiv 307 38;
  RAdd 308 4;
  RMul 6 28;
  RDiv 310 19;
  RAdd 18 6;
  RMul 17 312;
  RAdd 33 6;
  RMul 4 314;
  RAdd 313 315;
  RAdd 316 310;
  RDiv 317 19;
  RAdd 318 4;
  RVar 45;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 18; 37; 24; 43; 55; 66; 65; 69; 64; 63];
  RUse 100 [183; 19; 38; 66; 65; 69; 113; 114];
  RMul 321 322;
  RSum 301 309 323;
  RSum 311 319 324;
  RSum 1 38 325;
  RSum 1 19 326;
  RSum 1 320 327;
  RAdd 328 122;
  RAdd 187 122;
  REq 329 330;
  RUse 100 [102; 19; 38; 66; 65; 69; 113; 114];
  RMul 321 332;
  RSum 301 309 333;
  RSum 311 319 334;
  RSum 1 38 335;
  RSum 1 19 336;
  RSum 1 320 337;
  REq 187 338;
  RMul 19 113;
  RAdd 340 66;
  RMul 38 114;
  RAdd 342 65;
  REntry 32 [69; 341; 343];
  RMul 321 344;
  RSum 301 309 345;
  RSum 311 319 346;
  RSum 1 38 347;
  RSum 1 19 348;
  RSum 1 320 349;
  REq 187 350;
  RMul 19 64;
  RAdd 352 66;
  RAdd 353 26;
  RAdd 354 28;
  RLe 1 355;
  RBracket 356;
  RAdd 355 4;
  RLe 358 33;
  RBracket 359;
  RMul 357 360;
  RMul 38 63;
  RAdd 362 65;
  RAdd 47 45;
  RAdd 363 364;
  RLe 1 365;
  RBracket 366;
  RAdd 365 4;
  RLe 368 52;
  RBracket 369;
  REntry 26 [55; 69; 355; 365];
  RAdd 197 353;
  RAdd 44 365;
  RAdd 373 300;
  RAdd 190 374;
  REntry 32 [69; 372; 375];
  RMul 371 376;
  RMul 370 377;
  RMul 367 378;
  RMul 361 379;
  RSum 301 309 380;
  RSum 311 319 381;
  RSum 1 38 382;
  RSum 1 19 383;
  RSum 1 320 384;
  RAdd 363 45;
  RAdd 386 47;
  RLe 1 387;
  RBracket 388;
  RAdd 387 4;
  RLe 390 52;
  RBracket 391;
  REntry 26 [55; 69; 355; 387];
  RMul 392 393;
  RMul 389 394;
  RMul 360 395;
  RMul 357 396;
  RMul 397 344;
  RSum 301 309 398;
  RSum 311 319 399;
  RSum 1 38 400;
  RSum 1 19 401;
  RSum 1 320 402;
  REq 385 187;
  RAdd 352 22;
  RAdd 405 26;
  RAdd 406 28;
  RLe 1 407;
  RBracket 408;
  RAdd 407 4;
  RLe 410 33;
  RBracket 411;
  RMul 409 412;
  REntry 26 [55; 56; 407; 365];
  RAdd 197 405;
  REntry 32 [56; 415; 375];
  RMul 414 416;
  RMul 370 417;
  RMul 367 418;
  RMul 413 419;
  RSum 301 309 420;
  RMap 2 421;
  RMul 31 35;
  RMap 0 423;
  RVar 46;
  RAdd 362 425;
  RAdd 426 364;
  RLe 1 427;
  RBracket 428;
  RAdd 427 4;
  RLe 430 52;
  RBracket 431;
  REntry 26 [55; 56; 29; 427];
  RAdd 197 23;
  RAdd 44 427;
  RAdd 435 300;
  RAdd 190 436;
  REntry 32 [56; 434; 437];
  RMul 433 438;
  RMul 432 439;
  RMul 429 440;
  RMap 1 441;
  RMul 423 441;
  RSum 301 309 443;
  REq 187 444;
  RAdd 362 64;
  RAdd 446 364;
  RLe 1 447;
  RBracket 448;
  RAdd 447 4;
  RLe 450 52;
  RBracket 451;
  REntry 26 [55; 56; 29; 447];
  RAdd 44 447;
  RAdd 454 300;
  RAdd 190 455;
  REntry 32 [56; 434; 456];
  RMul 453 457;
  RMul 452 458;
  RMul 449 459;
  RSum 301 309 460;
  RMap 1 461;
  RMul 423 461;
  RSum 1 38 463;
  REq 187 464;
  RAdd 43 4;
  RLe 466 37;
  RLe 4 36;
  RMul 6 364;
  RAdd 305 469;
  RLe 470 307;
  RVar 32;
  RVar 2;
  RDiv 472 473;
  RVar 47;
  RDiv 475 473;
  RLe 474 476;
  RAdd 476 4;
  RLe 478 474;
  RLe 472 475;
  RLe 4 473;
  RLe 4 1;
  RMul 4 4;
  RAdd 304 469;
  RDiv 484 38;
  RLe 485 308;
  RLe 1 43;
  RLe 300 469;
  RVar 7;
  REntry 9 [489];
  RMul 221 490;
  RMul 221 491;
  RAdd 489 4;
  RVar 4;
  RLe 493 494;
  RBracket 495;
  RMul 496 490;
  RMul 221 497;
  RMul 187 490;
  RMul 221 499;
  REq 498 500;
  RVar 3;
  RLe 502 489;
  RBracket 503;
  RMul 504 497;
  RMul 187 497;
  REq 505 506;
  REq 505 187;
  REq 187 505;
  REntry 9 [63];
  RMap 1 510;
  REq 63 489;
  RBracket 512;
  RMul 513 510;
  RSum 502 494 514;
  REq 515 187;
  RMul 256 490;
  RMul 504 517;
  RMul 504 499;
  REq 505 519;
  RSum 502 494 256;
  RMul 256 521;
  RMap 0 256;
  RMap 1 256;
  RMul 256 510;
  RSum 502 494 525;
  RMul 256 256;
  RSum 502 494 527;
  REq 526 187;
  RAdd 494 4;
  RLe 530 493;
  RVar 48;
  RAdd 532 4;
  RLe 533 494;
  RLe 533 489;
  REq 532 489;
  RBracket 536;
  REntry 9 [532];
  RMul 537 538;
  RMul 187 538;
  REq 539 540;
  RMul 256 497;
  RLe 493 502;
  RLe 502 532;
  RLe 493 532;
  REq 489 532;
  RBracket 546;
  REq 537 187;
  RVar 49;
  RVar 50;
  RMul 140 550;
  RAdd 551 225;
  RVar 51;
  RAdd 552 553;
  RVar 52;
  RVar 53;
  RAdd 556 4;
  RMul 140 64;
  RAdd 558 225;
  RAdd 559 553;
  REq 63 560;
  RBracket 561;
  RMul 562 510;
  RMap 2 563;
  RMul 140 63;
  RAdd 565 65;
  RAdd 566 553;
  REq 64 567;
  RBracket 568;
  REntry 9 [64];
  RMul 569 570;
  RSum 555 557 571;
  RMap 2 572;
  RVar 54;
  REntry 9 [574];
  REq 574 554;
  RBracket 576;
  RMul 575 577;
  RMul 577 575;
  RMap 0 575;
  RAdd 565 225;
  RAdd 581 553;
  REq 574 582;
  RBracket 583;
  RMap 1 584;
  RMul 575 584;
  RSum 555 557 586;
  REq 187 587;
  RAdd 565 64;
  RAdd 589 553;
  REq 574 590;
  RBracket 591;
  RSum 555 557 592;
  RMap 1 593;
  RMul 575 593;
  RSum 1 140 595;
  REq 187 596;
  RSum 1 140 593;
  RMul 575 598;
  REq 599 187;
  RMul 598 575;
  REq 601 187;
  REq 65 590;
  RBracket 603;
  RSum 555 557 604;
  RSum 1 140 605;
  RMul 606 510;
  RSum 1 549 607;
  REq 608 187;
  RMul 6 553;
  RDiv 610 140;
  RLe 555 611;
  RLe 1 574;
  RAdd 574 610;
  RLe 610 614;
  RDiv 614 140;
  RLe 555 616;
  RAdd 549 6;
  RAdd 618 610;
  RDiv 619 140;
  RLe 620 556;
  RAdd 574 4;
  RLe 622 549;
  RLe 614 619;
  RLe 616 556;
  RVar 55;
  RAdd 626 610;
  RDiv 627 140;
  RLe 628 556;
  RAdd 628 4;
  RLe 630 557;
  RVar 56;
  RMod 626 632;
  RDiv 626 632;
  REntry 57 [63; 634];
  RMap 1 635;
  REntry 57 [225; 63];
  RMap 1 637;
  REq 225 633;
  RBracket 639;
  REq 63 634;
  RBracket 641;
  RMul 642 637;
  RSum 502 494 643;
  RMul 640 644;
  RMul 640 187;
  REq 645 646;
  RMap 0 640;
  RMap 1 643;
  REq 550 634;
  RBracket 650;
  RMul 640 651;
  REntry 57 [225; 550];
  RMul 652 653;
  RMul 651 653;
  RMul 640 655;
  RMul 632 550;
  RAdd 657 225;
  RLe 626 658;
  RLe 658 626;
  RMul 221 221;
  RVar 58;
  RLe 474 662;
  RAdd 662 4;
  RLe 664 474;
  RVar 59;
  RAdd 666 4;
  RLe 667 473;
  RMul 473 662;
  RAdd 669 666;
  REq 472 670;
  RLe 662 474;
  RAdd 474 4;
  RLe 673 662;
  RLe 1 666;
  RVar 40;
  REq 676 634;
  REq 550 550;
  RBracket 678;
  REq 550 676;
  RBracket 680;
  REq 681 221;
  RMul 221 651;
  RMul 221 187;
  REq 683 684;
  RMul 473 474;
  RMul 473 676;
  REq 686 687;
  RMod 472 473;
  RLe 689 666;
  RLe 666 689;
  REq 676 633;
  REq 225 225;
  RBracket 693;
  REq 225 676;
  RBracket 695;
  REq 696 221;
  RMul 187 651;
  REq 652 698;
  REq 652 187;
  REq 187 652;
  REq 626 658;
  REq 626 626;
  RBracket 703;
  REq 626 676;
  RBracket 705;
  REq 706 221;
  RBracket 702;
  REq 708 187;
  RLe 225 633;
  RLe 633 225;
  RLe 550 634;
  RLe 634 550;
  RAdd 626 4;
  RLe 714 658;
  RMul 632 676;
  REq 657 716;
  RLe 135 1;
  RBracket 139;
  RMul 719 256;
  RMul 187 256;
  REq 256 721;
  REq 256 187;
  REq 187 256;
  RMul 256 652;
  RMul 719 652;
  RMul 187 652;
  REq 652 727;
  RMul 640 256;
  REq 652 646;
  REq 634 550;
  RBracket 731;
  REq 651 187;
  RMul 256 651;
  REq 633 225;
  RBracket 735;
  REq 640 187;
  RAdd 658 4;
  RLe 738 626;
  REq 658 626;
  RBracket 740;
  RMul 708 653;
  RMul 187 653;
  REq 742 743;
  REq 742 187;
  RMul 632 63;
  RAdd 746 225;
  REq 626 747;
  RBracket 748;
  RMul 749 637;
  RSum 502 494 750;
  REq 751 187;
  RAdd 746 64;
  REq 626 753;
  RBracket 754;
  REntry 57 [64; 63];
  RMul 755 756;
  RSum 502 494 757;
  RSum 1 632 758;
  REq 759 187;
  RMap 2 221;
  REq 626 590;
  RBracket 762;
  RSum 555 557 763;
  RSum 1 140 764;
  REq 627 589;
  RBracket 766;
  RMul 767 221;
  RSum 555 557 768;
  RSum 1 140 769;
  REq 765 187;
  REq 626 554;
  RBracket 772;
  REq 627 552;
  RBracket 774;
  REq 773 187;
  REq 187 765;
  RMod 627 140;
  REq 64 778;
  RBracket 779;
  REq 63 628;
  RBracket 781;
  RMul 780 782;
  RSum 555 557 783;
  RSum 1 140 784;
  REq 785 187;
  REq 187 598;
  RMul 221 575;
  RMul 187 575;
  REq 788 789;
  REq 575 187;
  RSum 1 549 510;
  REq 792 187;
  REntry 26 [55; 56; 29; 63];
  RAdd 44 63;
  RAdd 795 300;
  RAdd 190 796;
  REntry 32 [56; 434; 797];
  RMul 794 798;
  RMap 1 799;
  RSum 1 52 799;
  RMul 423 801;
  RMul 423 187;
  REq 802 803;
  RAdd 28 26;
  RAdd 23 805;
  RLe 1 806;
  RBracket 807;
  RAdd 806 4;
  RLe 809 33;
  RBracket 810;
  REntry 26 [55; 56; 806; 63];
  RAdd 25 806;
  RAdd 813 310;
  RAdd 197 814;
  RMul 4 63;
  RAdd 44 816;
  RAdd 817 300;
  RAdd 190 818;
  REntry 32 [56; 815; 819];
  RMul 812 820;
  RSum 1 52 821;
  RMul 811 822;
  RMul 808 823;
  REq 824 187;
  RAdd 24 4;
  RLe 826 18;
  RLe 4 17;
  RMul 6 805;
  RAdd 315 829;
  RLe 830 317;
  RAdd 314 829;
  RDiv 832 19;
  RLe 833 318;
  RLe 1 24;
  RLe 310 829;
  REntry 26 [55; 56; 64; 63];
  RAdd 25 64;
  RAdd 838 310;
  RAdd 197 839;
  REntry 32 [56; 840; 819];
  RMul 837 841;
  RSum 1 52 842;
  RMap 1 843;
  RMul 4 64;
  RAdd 25 845;
  RAdd 846 310;
  RAdd 197 847;
  REntry 32 [56; 848; 819];
  RMul 837 849;
  RSum 1 52 850;
  RSum 1 33 851;
  RSum 1 33 843;
  REq 852 187;
  REntry 26 [55; 65; 64; 63];
  REntry 32 [65; 848; 819];
  RMul 855 856;
  RSum 1 52 857;
  RSum 1 33 858;
  RSum 1 320 859;
  REq 860 187;
  RMul 18 92;
  RAdd 862 24;
  RMul 17 863;
  RAdd 864 845;
  RAdd 865 310;
  RMul 37 96;
  RAdd 867 43;
  RMul 36 868;
  RAdd 869 816;
  RAdd 870 300;
  REntry 32 [65; 866; 871];
  RMul 855 872;
  RSum 1 52 873;
  RSum 1 33 874;
  RSum 1 320 875;
  RVar 60;
  RMul 17 877;
  RVar 61;
  RMul 879 64;
  RAdd 878 880;
  RAdd 881 310;
  RVar 62;
  RMul 36 883;
  RVar 63;
  RMul 885 63;
  RAdd 884 886;
  RAdd 887 300;
  REntry 32 [65; 882; 888];
  RMul 855 889;
  RSum 1 52 890;
  RSum 1 33 891;
  RSum 1 320 892;
  RDefine 64 893 [(26, Some 4%nat); (32, Some 3%nat); (45, None); (17, None); (24, None); (11, None); (18, None); (61, None); (63, None); (16, None); (23, None); (25, None); (60, None); (62, None)];
  RUse 894 [68; 102; 320; 33; 52; 17; 36; 4; 4; 28; 47; 55; 863; 868];
  RUse 894 [68; 102; 320; 33; 52; 17; 36; 4; 4; 28; 47; 63; 64; 65];
  RMap 3 896;
  RUse 100 [897; 18; 37; 24; 43; 55; 92; 96];
  REq 898 187;
  RUse 894 [68; 183; 320; 33; 52; 17; 36; 4; 4; 28; 47; 63; 64; 65];
  RMap 3 900;
  RUse 100 [901; 18; 37; 24; 43; 55; 92; 96];
  RAdd 902 122;
  REq 903 330;
  RUse 894 [68; 183; 320; 33; 52; 17; 36; 4; 4; 28; 47; 55; 863; 868];
  RAdd 905 122;
  REq 903 187;
  REq 187 903;
  REntry 2 [63];
  RAdd 900 909;
  RMap 3 910;
  RUse 100 [911; 18; 37; 24; 43; 55; 92; 96];
  REq 912 187;
  RUse 894 [68; 105; 2; 3; 3; 3; 3; 4; 4; 1; 1; 63; 64; 65];
  RAdd 914 909;
  RMap 3 915;
  RUse 100 [916; 4; 4; 1; 1; 55; 92; 96];
  REq 917 187;
  RDiv 64 3;
  RMod 919 3;
  RMod 64 3;
  RDiv 919 3;
  RAdd 65 8;
  RAdd 66 8;
  RUse 62 [68; 3; 3; 3; 3; 1; 1; 4; 4; 1; 1; 63; 920; 921; 922; 923; 924];
  RMap 4 925;
  RDiv 63 3;
  RMod 927 3;
  RMod 63 3;
  RDiv 927 3;
  RUse 100 [105; 3; 3; 928; 929; 930; 64; 65];
  RMap 3 931;
  RMul 3 2;
  RMul 3 933;
  RMul 6 8;
  RAdd 16 935;
  RUse 894 [926; 932; 934; 936; 936; 4; 4; 4; 4; 935; 935; 55; 92; 96];
  RUse 62 [68; 3; 3; 3; 3; 1; 1; 4; 4; 1; 1; 63; 920; 921; 922; 65; 66];
  RMap 4 938;
  RNum 768;
  RUse 894 [939; 932; 940; 4; 4; 4; 4; 4; 4; 1; 1; 55; 92; 96];
  RDiv 64 36;
  RMod 942 17;
  RMod 64 36;
  RDiv 942 17;
  RMul 17 4;
  RDiv 310 946;
  RAdd 65 947;
  RMul 36 4;
  RDiv 300 949;
  RAdd 66 950;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 63; 943; 944; 945; 948; 951];
  RMap 4 952;
  RDiv 63 36;
  RMod 954 17;
  RMod 63 36;
  RDiv 954 17;
  RUse 100 [102; 17; 36; 955; 956; 957; 64; 65];
  RMap 3 958;
  RMul 17 320;
  RMul 36 960;
  RMul 17 9;
  RAdd 962 315;
  RAdd 963 310;
  RDiv 964 946;
  RAdd 965 4;
  RMul 6 947;
  RAdd 966 967;
  RMul 36 9;
  RAdd 969 305;
  RAdd 970 300;
  RDiv 971 949;
  RAdd 972 4;
  RMul 6 950;
  RAdd 973 974;
  RUse 894 [953; 959; 961; 968; 975; 4; 4; 4; 4; 967; 974; 55; 92; 96];
  REq 187 976;
  RMul 17 1;
  RMul 36 978;
  RDiv 310 17;
  RAdd 980 967;
  RAdd 315 310;
  RDiv 982 17;
  RAdd 983 4;
  RAdd 984 967;
  RDiv 300 36;
  RAdd 986 974;
  RAdd 305 300;
  RDiv 988 36;
  RAdd 989 4;
  RAdd 990 974;
  RDiv 65 36;
  RMod 992 17;
  RMod 65 36;
  RDiv 992 17;
  RMul 6 967;
  RAdd 64 996;
  RMul 6 974;
  RAdd 63 998;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 993; 994; 995; 997; 999];
  RAdd 92 997;
  RAdd 96 999;
  RUse 100 [102; 17; 36; 993; 994; 995; 1001; 1002];
  RMul 1000 1003;
  RSum 987 991 1004;
  RSum 981 985 1005;
  RSum 979 961 1006;
  RAdd 64 947;
  RAdd 63 950;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 993; 994; 995; 1008; 1009];
  RMul 4 92;
  RAdd 1011 845;
  RAdd 1012 996;
  RMul 4 96;
  RAdd 1014 816;
  RAdd 1015 998;
  RUse 100 [102; 17; 36; 993; 994; 995; 1013; 1016];
  RMul 1010 1017;
  RSum 1 975 1018;
  RSum 1 968 1019;
  RSum 1 961 1020;
  REq 1007 187;
  RAdd 550 4;
  RLe 1023 494;
  RLe 278 632;
  RLe 4 632;
  RMul 632 494;
  RLe 738 1027;
  RLe 502 550;
  RMul 632 502;
  RLe 1030 658;
  REntry 57 [550; 225];
  RMap 1 1032;
  RAdd 657 64;
  REq 63 1034;
  RBracket 1035;
  REntry 57 [550; 64];
  RMul 1036 1037;
  RMap 2 1038;
  RMul 632 65;
  RAdd 1040 63;
  REq 64 1041;
  RBracket 1042;
  REntry 57 [65; 63];
  RMul 1043 1044;
  RSum 1 632 1045;
  RMap 2 1046;
  RMul 632 64;
  RAdd 1048 63;
  REq 662 1049;
  RBracket 1050;
  RMul 1051 756;
  RMap 2 1052;
  REq 65 753;
  RBracket 1054;
  REntry 57 [63; 64];
  RMul 1055 1056;
  RSum 502 494 1057;
  RSum 1 632 1058;
  RSum 1030 1027 1059;
  REq 1060 187;
  RDiv 662 632;
  RAdd 1062 4;
  RLe 1063 494;
  RLe 530 1063;
  RLe 664 1027;
  RLe 502 1062;
  RLe 1063 502;
  RLe 1030 662;
  RMap 2 756;
  REq 662 753;
  RBracket 1071;
  RMul 1072 1056;
  RSum 502 494 1073;
  RSum 1 632 1074;
  REq 187 1075;
  RDiv 63 632;
  RMod 63 632;
  REntry 57 [1077; 1078];
  RSum 1030 1027 1079;
  REq 1080 187;
  REq 187 1080;
  RMod 65 17;
  RDiv 65 17;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 1083; 66; 1084; 997; 999];
  RUse 100 [102; 17; 36; 1083; 66; 1084; 1001; 1002];
  RMul 1085 1086;
  RSum 987 991 1087;
  RSum 981 985 1088;
  RMap 2 1089;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 69; 65; 66; 997; 999];
  RUse 100 [102; 17; 36; 69; 65; 66; 1001; 1002];
  RMul 1091 1092;
  RSum 987 991 1093;
  RSum 981 985 1094;
  RSum 1 36 1095;
  RMap 2 1096;
  RVar 26;
  RAdd 1098 4;
  RAdd 494 632;
  RLe 1099 1100;
  RMul 6 632;
  RAdd 1098 1102;
  RAdd 1103 4;
  RLe 1104 494;
  RAdd 502 632;
  RLe 1106 1098;
  RLe 502 1103;
  REntry 9 [1103];
  RMap 1 1109;
  RAdd 63 632;
  REq 1098 1111;
  RBracket 1112;
  RMul 1113 1109;
  RSum 502 494 1114;
  REq 63 1103;
  RBracket 1116;
  RMul 1117 1109;
  RSum 502 494 1118;
  REq 1115 187;
  REq 64 1111;
  RBracket 1121;
  RAdd 64 1102;
  REntry 9 [1123];
  RMul 1122 1124;
  RMap 2 1125;
  RAdd 64 632;
  REq 63 1127;
  RBracket 1128;
  RAdd 63 1102;
  REntry 9 [1130];
  RMul 1129 1131;
  RSum 1106 1100 1132;
  RSum 502 494 1133;
  REq 1134 187;
  RAdd 532 632;
  RAdd 1136 4;
  RLe 1137 1100;
  RLe 1106 1136;
  RMap 1 1131;
  REq 63 1136;
  RBracket 1141;
  RMul 1142 1131;
  RSum 1106 1100 1143;
  REq 187 1144;
  RAdd 1136 1102;
  REntry 9 [1146];
  REq 538 187;
  RSum 502 494 510;
  REq 1149 187;
  RVar 65;
  RAdd 1151 996;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 22; 41; 56; 1152; 63];
  RAdd 92 1152;
  RUse 100 [102; 17; 36; 22; 41; 56; 1154; 114];
  RMul 1153 1155;
  RMap 1 1156;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 22; 41; 56; 64; 63];
  RUse 100 [102; 17; 36; 22; 41; 56; 113; 114];
  RMul 1158 1159;
  RSum 986 990 1160;
  RMap 1 1161;
  RUse 62 [68; 33; 52; 17; 36; 28; 47; 4; 4; 1; 1; 55; 66; 65; 69; 64; 63];
  RUse 100 [102; 946; 949; 66; 65; 69; 113; 114];
  RMul 1163 1164;
  RSum 950 973 1165;
  RSum 947 966 1166;
  RSum 1 949 1167;
  RSum 1 946 1168;
  RSum 1 320 1169;
  RUse 100 [102; 17; 36; 66; 65; 69; 113; 114];
  RMul 1163 1171;
  RSum 986 990 1172;
  RSum 980 984 1173;
  RSum 1 36 1174;
  RSum 1 17 1175;
  RSum 1 320 1176;
  RAdd 1011 1;
  RAdd 1014 1;
  RUse 894 [68; 102; 320; 33; 52; 17; 36; 4; 4; 28; 47; 55; 1178; 1179];
  RUse 100 [897; 4; 4; 1; 1; 55; 92; 96];
  REq 1181 187;
  REq 187 1181;
  RMul 17 92;
  RAdd 1184 845;
  RAdd 1185 310;
  RMul 36 96;
  RAdd 1187 816;
  RAdd 1188 300;
  REntry 32 [65; 1186; 1189];
  RMul 855 1190;
  RSum 1 52 1191;
  RSum 1 33 1192;
  RSum 1 320 1193;
  RMul 17 1178;
  RAdd 1195 845;
  RAdd 1196 310;
  RMul 36 1179;
  RAdd 1198 816;
  RAdd 1199 300;
  REntry 32 [65; 1197; 1200];
  RMul 855 1201;
  RSum 1 52 1202;
  RSum 1 33 1203;
  RSum 1 320 1204;
  REq 1194 187;
  RUse 894 [68; 102; 320; 33; 52; 17; 36; 4; 4; 28; 47; 55; 92; 96];
  REq 1207 187;
  RUse 894 [68; 105; 2; 3; 3; 3; 3; 4; 4; 1; 1; 55; 92; 96];
  REq 1209 187;
  RMul 5 1;
  RAdd 1211 1;
  RMul 3 1;
  RMul 6 1213;
  RAdd 1212 1214;
  RAdd 1215 1;
  RLe 1 1216;
  RBracket 1217;
  RAdd 1216 4;
  RLe 1219 3;
  RBracket 1220;
  REntry 9 [1216];
  RMul 1221 1222;
  RMul 1218 1223;
  REntry 9 [1];
  RMul 144 550;
  RAdd 1226 225;
  RVar 66;
  RMul 140 1228;
  RMul 6 1229;
  RAdd 1227 1230;
  RAdd 1231 553;
  RAdd 1229 816;
  RAdd 1233 610;
  REq 1234 1227;
  RBracket 1235;
  RMul 1236 510;
  RSum 1 549 1237;
  REq 63 1232;
  RBracket 1239;
  RMul 1240 510;
  RSum 1 549 1241;
  REq 1238 187;
  REq 63 1;
  RBracket 1244;
  RMul 1245 510;
  RSum 1 3 1246;
  RAdd 1213 816;
  RAdd 1248 7;
  REq 1249 1212;
  RBracket 1250;
  RMul 1251 510;
  RSum 1 3 1252;
  REq 1247 187;
  RAdd 1211 4;
  RAdd 1255 1214;
  RAdd 1256 1;
  RLe 1 1257;
  RBracket 1258;
  RAdd 1257 4;
  RLe 1260 3;
  RBracket 1261;
  REntry 9 [1257];
  RMul 1262 1263;
  RMul 1259 1264;
  REntry 9 [4];
  REq 63 4;
  RBracket 1267;
  RMul 1268 510;
  RSum 1 3 1269;
  REq 1249 1255;
  RBracket 1271;
  RMul 1272 510;
  RSum 1 3 1273;
  REq 1270 187;
  RNum 2;
  RAdd 1211 1276;
  RAdd 1277 1214;
  RAdd 1278 1;
  RLe 1 1279;
  RBracket 1280;
  RAdd 1279 4;
  RLe 1282 3;
  RBracket 1283;
  REntry 9 [1279];
  RMul 1284 1285;
  RMul 1281 1286;
  REntry 9 [1276];
  REq 63 1276;
  RBracket 1289;
  RMul 1290 510;
  RSum 1 3 1291;
  REq 1249 1277;
  RBracket 1293;
  RMul 1294 510;
  RSum 1 3 1295;
  REq 1292 187;
  RAdd 1211 2;
  RAdd 1298 1214;
  RAdd 1299 1;
  RLe 1 1300;
  RBracket 1301;
  RAdd 1300 4;
  RLe 1303 3;
  RBracket 1304;
  REntry 9 [1300];
  RMul 1305 1306;
  RMul 1302 1307;
  REntry 9 [2];
  REq 63 2;
  RBracket 1310;
  RMul 1311 510;
  RSum 1 3 1312;
  REq 1249 1298;
  RBracket 1314;
  RMul 1315 510;
  RSum 1 3 1316;
  REq 1313 187;
  RNum 4;
  RAdd 1211 1319;
  RAdd 1320 1214;
  RAdd 1321 1;
  RLe 1 1322;
  RBracket 1323;
  RAdd 1322 4;
  RLe 1325 3;
  RBracket 1326;
  REntry 9 [1322];
  RMul 1327 1328;
  RMul 1324 1329;
  REntry 9 [1319];
  REq 63 1319;
  RBracket 1332;
  RMul 1333 510;
  RSum 1 3 1334;
  REq 1249 1320;
  RBracket 1336;
  RMul 1337 510;
  RSum 1 3 1338;
  REq 1335 187;
  RNum 5;
  RAdd 1211 1341;
  RAdd 1342 1214;
  RAdd 1343 1;
  RLe 1 1344;
  RBracket 1345;
  RAdd 1344 4;
  RLe 1347 3;
  RBracket 1348;
  REntry 9 [1344];
  RMul 1349 1350;
  RMul 1346 1351;
  REntry 9 [1341];
  REq 63 1341;
  RBracket 1354;
  RMul 1355 510;
  RSum 1 3 1356;
  REq 1249 1342;
  RBracket 1358;
  RMul 1359 510;
  RSum 1 3 1360;
  REq 1357 187;
  RNum 6;
  RAdd 1211 1363;
  RAdd 1364 1214;
  RAdd 1365 1;
  RLe 1 1366;
  RBracket 1367;
  RAdd 1366 4;
  RLe 1369 3;
  RBracket 1370;
  REntry 9 [1366];
  RMul 1371 1372;
  RMul 1368 1373;
  REntry 9 [1363];
  REq 63 1363;
  RBracket 1376;
  RMul 1377 510;
  RSum 1 3 1378;
  REq 1249 1364;
  RBracket 1380;
  RMul 1381 510;
  RSum 1 3 1382;
  REq 1379 187;
  RNum 7;
  RAdd 1211 1385;
  RAdd 1386 1214;
  RAdd 1387 1;
  RLe 1 1388;
  RBracket 1389;
  RAdd 1388 4;
  RLe 1391 3;
  RBracket 1392;
  REntry 9 [1388];
  RMul 1393 1394;
  RMul 1390 1395;
  REntry 9 [1385];
  REq 63 1385;
  RBracket 1398;
  RMul 1399 510;
  RSum 1 3 1400;
  REq 1249 1386;
  RBracket 1402;
  RMul 1403 510;
  RSum 1 3 1404;
  REq 1401 187;
  RNum 8;
  RAdd 1211 1407;
  RAdd 1408 1214;
  RAdd 1409 1;
  RLe 1 1410;
  RBracket 1411;
  RAdd 1410 4;
  RLe 1413 3;
  RBracket 1414;
  REntry 9 [1410];
  RMul 1415 1416;
  RMul 1412 1417;
  REntry 9 [1407];
  REq 63 1407;
  RBracket 1420;
  RMul 1421 510;
  RSum 1 3 1422;
  REq 1249 1408;
  RBracket 1424;
  RMul 1425 510;
  RSum 1 3 1426;
  REq 1423 187;
  RNum 9;
  RAdd 1211 1429;
  RAdd 1430 1214;
  RAdd 1431 1;
  RLe 1 1432;
  RBracket 1433;
  RAdd 1432 4;
  RLe 1435 3;
  RBracket 1436;
  REntry 9 [1432];
  RMul 1437 1438;
  RMul 1434 1439;
  REntry 9 [1429];
  REq 63 1429;
  RBracket 1442;
  RMul 1443 510;
  RSum 1 3 1444;
  REq 1249 1430;
  RBracket 1446;
  RMul 1447 510;
  RSum 1 3 1448;
  REq 1445 187;
  RNum 10;
  RAdd 1211 1451;
  RAdd 1452 1214;
  RAdd 1453 1;
  RLe 1 1454;
  RBracket 1455;
  RAdd 1454 4;
  RLe 1457 3;
  RBracket 1458;
  REntry 9 [1454];
  RMul 1459 1460;
  RMul 1456 1461;
  REntry 9 [1451];
  REq 63 1451;
  RBracket 1464;
  RMul 1465 510;
  RSum 1 3 1466;
  REq 1249 1452;
  RBracket 1468;
  RMul 1469 510;
  RSum 1 3 1470;
  REq 1467 187;
  RNum 11;
  RAdd 1211 1473;
  RAdd 1474 1214;
  RAdd 1475 1;
  RLe 1 1476;
  RBracket 1477;
  RAdd 1476 4;
  RLe 1479 3;
  RBracket 1480;
  REntry 9 [1476];
  RMul 1481 1482;
  RMul 1478 1483;
  REntry 9 [1473];
  REq 63 1473;
  RBracket 1486;
  RMul 1487 510;
  RSum 1 3 1488;
  REq 1249 1474;
  RBracket 1490;
  RMul 1491 510;
  RSum 1 3 1492;
  REq 1489 187;
  RNum 12;
  RAdd 1211 1495;
  RAdd 1496 1214;
  RAdd 1497 1;
  RLe 1 1498;
  RBracket 1499;
  RAdd 1498 4;
  RLe 1501 3;
  RBracket 1502;
  REntry 9 [1498];
  RMul 1503 1504;
  RMul 1500 1505;
  REntry 9 [1495];
  REq 63 1495;
  RBracket 1508;
  RMul 1509 510;
  RSum 1 3 1510;
  REq 1249 1496;
  RBracket 1512;
  RMul 1513 510;
  RSum 1 3 1514;
  REq 1511 187;
  RNum 13;
  RAdd 1211 1517;
  RAdd 1518 1214;
  RAdd 1519 1;
  RLe 1 1520;
  RBracket 1521;
  RAdd 1520 4;
  RLe 1523 3;
  RBracket 1524;
  REntry 9 [1520];
  RMul 1525 1526;
  RMul 1522 1527;
  REntry 9 [1517];
  REq 63 1517;
  RBracket 1530;
  RMul 1531 510;
  RSum 1 3 1532;
  REq 1249 1518;
  RBracket 1534;
  RMul 1535 510;
  RSum 1 3 1536;
  REq 1533 187;
  RAdd 1211 126;
  RAdd 1539 1214;
  RAdd 1540 1;
  RLe 1 1541;
  RBracket 1542;
  RAdd 1541 4;
  RLe 1544 3;
  RBracket 1545;
  REntry 9 [1541];
  RMul 1546 1547;
  RMul 1543 1548;
  REntry 9 [126];
  REq 63 126;
  RBracket 1551;
  RMul 1552 510;
  RSum 1 3 1553;
  REq 1249 1539;
  RBracket 1555;
  RMul 1556 510;
  RSum 1 3 1557;
  REq 1554 187;
  RNum 15;
  RAdd 1211 1560;
  RAdd 1561 1214;
  RAdd 1562 1;
  RLe 1 1563;
  RBracket 1564;
  RAdd 1563 4;
  RLe 1566 3;
  RBracket 1567;
  REntry 9 [1563];
  RMul 1568 1569;
  RMul 1565 1570;
  REntry 9 [1560];
  REq 63 1560;
  RBracket 1573;
  RMul 1574 510;
  RSum 1 3 1575;
  REq 1249 1561;
  RBracket 1577;
  RMul 1578 510;
  RSum 1 3 1579;
  REq 1576 187;
  RAdd 103 1;
  RAdd 1582 1;
  RMul 4 1560;
  RMul 6 1584;
  RAdd 1583 1585;
  RAdd 1586 6;
  RDiv 1587 3;
  RAdd 1588 4;
  RAdd 126 1;
  RAdd 1590 1;
  RMul 4 1;
  RMul 6 1592;
  RAdd 1591 1593;
  RAdd 1594 6;
  RDiv 1595 4;
  RAdd 1596 4;
  REq 917 134;
  REq 1209 941;
  REq 1247 1225;
  REq 1270 1266;
  REq 1292 1288;
  REq 1313 1309;
  REq 1335 1331;
  REq 1357 1353;
  REq 1379 1375;
  REq 1401 1397;
  REq 1423 1419;
  REq 1445 1441;
  REq 1467 1463;
  REq 1489 1485;
  REq 1511 1507;
  REq 1533 1529;
  REq 1554 1550;
  REq 1576 1572;
  REq 1589 126;
  REq 1597 126].
Definition the_steps : list step := [
  SRing 123 134;
  SCone 136 [] [];
  SCone 137 [(15%Z, [])] [];
  SCone 138 [] [];
  SCone 139 [] [];
  SAssume 141;
  SAssume 143;
  SCone 145 [(1%Z, [6]); (1%Z, [7]); (1%Z, [6; 7])] [];
  SInstantiate 8 [((39, None), 36); ((1, None), 37)];
  SInstantiate 8 [((39, None), 17); ((1, None), 18)];
  SUnfold 181 100;
  SUnfold 186 90;
  SRewrite 11 12 188 (40, Some 0%nat);
  SRing 186 186;
  SRewrite 13 14 189 (40, Some 0%nat);
  SRing 212 220;
  SRing 237 235;
  SAxiom bracket_le;
  SInstantiate 18 [((1, None), 238); ((2, None), 241)];
  SRing 245 245;
  SRewrite 19 20 248 (40, Some 0%nat);
  SInstantiate 18 [((1, None), 1); ((2, None), 223)];
  SRing 251 251;
  SRewrite 22 23 253 (40, Some 0%nat);
  SRewrite 21 24 254 (40, Some 0%nat);
  SRewrite 17 25 254 (40, Some 0%nat);
  SRewrite 26 23 255 (40, Some 0%nat);
  SRing 258 256;
  SAxiom bracket_not_le;
  SInstantiate 29 [((1, None), 238); ((2, None), 241)];
  SRewrite 30 23 260 (40, Some 0%nat);
  SRewrite 28 31 254 (40, Some 0%nat);
  SRewrite 32 23 255 (40, Some 0%nat);
  SRing 262 256;
  SAssume 264;
  SCone 265 [(1%Z, [35])] [];
  SAssume 266;
  SAssume 265;
  SAxiom mod_high;
  SInstantiate 39 [((1, None), 240); ((2, None), 222)];
  SAssume 267;
  SAxiom division;
  SInstantiate 42 [((1, None), 240); ((2, None), 222)];
  SCone 268 [(1%Z, [37]); (1%Z, [38]); (1%Z, [40]); (1%Z, [41; 38])] [(269, 43)];
  SCut 36 44;
  SCone 271 [(1%Z, [45])] [];
  SInstantiate 29 [((1, None), 229); ((2, None), 230)];
  SCut 46 47;
  SRing 235 235;
  SRewrite 48 49 274 (40, Some 0%nat);
  SRewrite 34 50 275 (40, Some 0%nat);
  SRewrite 33 51 275 (40, Some 0%nat);
  SCases 242 27 52;
  SRing 276 256;
  SInstantiate 29 [((1, None), 1); ((2, None), 223)];
  SRewrite 55 23 253 (40, Some 0%nat);
  SRewrite 54 56 254 (40, Some 0%nat);
  SRewrite 57 23 255 (40, Some 0%nat);
  SRing 277 256;
  SAssume 279;
  SAssume 280;
  SCone 281 [(1%Z, [60]); (1%Z, [61]); (1%Z, [41; 61])] [];
  SInstantiate 29 [((1, None), 1); ((2, None), 226)];
  SCut 62 63;
  SRewrite 64 49 283 (40, Some 0%nat);
  SRewrite 59 65 275 (40, Some 0%nat);
  SRewrite 58 66 275 (40, Some 0%nat);
  SCases 249 53 67;
  SInstantiate 68 [((41, None), 38); ((43, None), 41); ((42, None), 96); ((44, None), 82); ((9, Some 0%nat), 284)];
  SRing 286 210;
  SRewrite 69 70 287 (40, Some 0%nat);
  SInstantiate 68 [((41, None), 19); ((43, None), 22); ((42, None), 92); ((44, None), 75); ((9, Some 0%nat), 288)];
  SRewrite 71 72 289 (40, Some 0%nat);
  SRewrite 16 73 289 (40, Some 0%nat);
  SUnfold 290 90;
  SUnfold 291 100;
  SRewrite 75 76 292 (40, Some 0%nat);
  SRewrite 74 77 292 (40, Some 0%nat);
  SRewrite 15 78 292 (40, Some 0%nat);
  SInstantiate 79 [((35, None), 293); ((37, None), 294)];
  SCut 10 80;
  SCut 9 81;
  SRing 297 297;
  SRewrite 82 83 299 (40, Some 0%nat);
  SUnderSum 84 (20, None) 301 309;
  SUnderSum 85 (13, None) 311 319;
  SUnderSum 86 (21, None) 1 38;
  SUnderSum 87 (14, None) 1 19;
  SUnderSum 88 (8, None) 1 320;
  SRing 329 329;
  SRewrite 89 90 331 (40, Some 0%nat);
  SUnfold 338 100;
  SRing 338 338;
  SRewrite 92 93 339 (40, Some 0%nat);
  SUnfold 350 62;
  SRing 350 350;
  SRewrite 95 96 351 (40, Some 0%nat);
  SRing 385 403;
  SRewrite 97 98 404 (40, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 100 [((3, None), 311); ((4, None), 319); ((5, None), 1); ((6, None), 38); ((9, Some 2%nat), 422)];
  SUnderSum 101 (14, None) 1 19;
  SUnderSum 102 (8, None) 1 320;
  SAxiom sum_factor;
  SInstantiate 104 [((3, None), 301); ((4, None), 309); ((8, Some 0%nat), 424); ((9, Some 1%nat), 442)];
  SRing 444 444;
  SRewrite 105 106 445 (40, Some 0%nat);
  SUnderSum 107 (46, None) 1 38;
  SInstantiate 104 [((3, None), 1); ((4, None), 38); ((8, Some 0%nat), 424); ((9, Some 1%nat), 462)];
  SRing 464 464;
  SRewrite 109 110 465 (40, Some 0%nat);
  SAssume 467;
  SAssume 468;
  SCone 471 [(1%Z, [112]); (1%Z, [113; 112])] [];
  SAssume 477;
  SAssume 479;
  SAssume 480;
  SAxiom mod_low;
  SInstantiate 118 [((1, None), 472)];
  SInstantiate 39 [((1, None), 475)];
  SAssume 481;
  SInstantiate 42 [((1, None), 472)];
  SInstantiate 42 [((1, None), 475)];
  SCone 482 [(1%Z, [117]); (1%Z, [119]); (1%Z, [120]); (1%Z, [116]); (1%Z, [121; 116])] [(483, 122); (269, 123)];
  SCone 477 [(1%Z, [116; 124]); (1%Z, [124])] [];
  SCases 477 115 125;
  SCases 477 115 126;
  SInstantiate 127 [((2, None), 38); ((32, None), 470); ((47, None), 307)];
  SCut 9 128;
  SCut 114 129;
  SCone 486 [(1%Z, [130])] [];
  SAssume 487;
  SCone 488 [(1%Z, [132]); (1%Z, [113; 132])] [];
  SInstantiate 127 [((2, None), 38); ((32, None), 300); ((47, None), 469)];
  SCut 9 134;
  SCut 133 135;
  SRing 492 490;
  SInstantiate 18 [((1, None), 493); ((2, None), 494)];
  SRing 498 498;
  SRewrite 138 139 501 (40, Some 0%nat);
  SInstantiate 18 [((1, None), 502); ((2, None), 489)];
  SRing 505 505;
  SRewrite 141 142 507 (40, Some 0%nat);
  SRewrite 140 143 508 (40, Some 0%nat);
  SRewrite 137 144 508 (40, Some 0%nat);
  SRewrite 145 142 509 (40, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 147 [((3, None), 502); ((4, None), 494); ((7, None), 489); ((9, Some 1%nat), 511)];
  SRewrite 146 148 516 (40, Some 0%nat);
  SRing 518 256;
  SInstantiate 29 [((1, None), 493); ((2, None), 494)];
  SRewrite 151 142 520 (40, Some 0%nat);
  SRewrite 150 152 508 (40, Some 0%nat);
  SRewrite 153 142 509 (40, Some 0%nat);
  SRing 522 256;
  SInstantiate 104 [((3, None), 502); ((4, None), 494); ((8, Some 0%nat), 523); ((9, Some 1%nat), 524)];
  SRing 526 528;
  SRewrite 156 157 529 (40, Some 0%nat);
  SRewrite 155 158 529 (40, Some 0%nat);
  SAssume 531;
  SAssume 534;
  SCone 535 [(1%Z, [160]); (1%Z, [161])] [];
  SAxiom bracket_not_eq;
  SInstantiate 163 [((1, None), 532); ((2, None), 489)];
  SCut 162 164;
  SRing 539 539;
  SRewrite 165 166 541 (40, Some 0%nat);
  SUnderSum 167 (48, None) 502 494;
  SRewrite 159 168 516 (40, Some 0%nat);
  SRewrite 154 169 516 (40, Some 0%nat);
  SCases 495 149 170;
  SRing 542 256;
  SInstantiate 29 [((1, None), 502); ((2, None), 489)];
  SRewrite 173 142 507 (40, Some 0%nat);
  SRewrite 172 174 508 (40, Some 0%nat);
  SRewrite 175 142 509 (40, Some 0%nat);
  SAssume 543;
  SAssume 544;
  SCone 545 [(1%Z, [177]); (1%Z, [178])] [];
  SInstantiate 163 [((1, None), 489); ((2, None), 532)];
  SCut 179 180;
  SRing 537 547;
  SRewrite 181 182 548 (40, Some 0%nat);
  SRewrite 183 166 541 (40, Some 0%nat);
  SUnderSum 184 (48, None) 502 494;
  SRewrite 159 185 516 (40, Some 0%nat);
  SRewrite 176 186 516 (40, Some 0%nat);
  SCases 503 171 187;
  SInstantiate 188 [((3, None), 1); ((4, None), 549); ((7, None), 554); ((9, Some 1%nat), 511)];
  SUnderSum 189 (50, None) 555 557;
  SUnderSum 190 (43, None) 1 140;
  SInstantiate 100 [((3, None), 1); ((4, None), 549); ((5, None), 555); ((6, None), 557); ((9, Some 2%nat), 564)];
  SUnderSum 192 (43, None) 1 140;
  SInstantiate 100 [((3, None), 1); ((4, None), 549); ((5, None), 1); ((6, None), 140); ((9, Some 2%nat), 573)];
  SRing 578 579;
  SUnderSum 195 (50, None) 555 557;
  SUnderSum 196 (43, None) 1 140;
  SInstantiate 104 [((3, None), 555); ((4, None), 557); ((8, Some 0%nat), 580); ((9, Some 1%nat), 585)];
  SRing 587 587;
  SRewrite 198 199 588 (40, Some 0%nat);
  SUnderSum 200 (43, None) 1 140;
  SInstantiate 104 [((3, None), 1); ((4, None), 140); ((8, Some 0%nat), 580); ((9, Some 1%nat), 594)];
  SRing 596 596;
  SRewrite 202 203 597 (40, Some 0%nat);
  SRewrite 201 204 600 (40, Some 0%nat);
  SRing 601 599;
  SRewrite 205 206 602 (40, Some 0%nat);
  SRewrite 197 207 602 (40, Some 0%nat);
  SUnderSum 208 (54, None) 1 549;
  SRewrite 194 209 609 (40, Some 0%nat);
  SRewrite 193 210 609 (40, Some 0%nat);
  SAssume 612;
  SAssume 613;
  SCone 615 [(1%Z, [213])] [];
  SInstantiate 127 [((2, None), 140); ((32, None), 610); ((47, None), 614)];
  SCut 214 215;
  SCone 617 [(1%Z, [212]); (1%Z, [216])] [];
  SAssume 621;
  SAssume 623;
  SCone 624 [(1%Z, [219])] [];
  SInstantiate 127 [((2, None), 140); ((32, None), 614); ((47, None), 619)];
  SCut 220 221;
  SCone 625 [(1%Z, [218]); (1%Z, [222])] [];
  SAssume 629;
  SCone 631 [(1%Z, [224])] [];
  SInstantiate 39 [((1, None), 626); ((2, None), 632)];
  SInstantiate 118 [((1, None), 626); ((2, None), 632)];
  SInstantiate 147 [((3, None), 1); ((4, None), 632); ((7, None), 633); ((9, Some 1%nat), 636)];
  SCut 227 228;
  SCut 226 229;
  SInstantiate 147 [((3, None), 502); ((4, None), 494); ((7, None), 634); ((9, Some 1%nat), 638)];
  SRing 645 645;
  SRewrite 231 232 647 (40, Some 0%nat);
  SInstantiate 104 [((3, None), 502); ((4, None), 494); ((8, Some 0%nat), 648); ((9, Some 1%nat), 649)];
  SRing 654 656;
  SAssume 659;
  SCone 659 [(1%Z, [236])] [];
  SAssume 660;
  SCone 660 [(1%Z, [238])] [];
  SAxiom antisymmetry;
  SInstantiate 240 [((1, None), 626); ((2, None), 658)];
  SCut 239 241;
  SCut 237 242;
  SRing 661 221;
  SAssume 663;
  SAssume 665;
  SAssume 668;
  SAssume 671;
  SCone 482 [(1%Z, [247]); (1%Z, [119]); (1%Z, [246]); (1%Z, [121; 246])] [(269, 248); (483, 122)];
  SCone 663 [(1%Z, [246; 249]); (1%Z, [249])] [];
  SCases 663 245 250;
  SCases 663 245 251;
  SAssume 672;
  SAssume 674;
  SAssume 675;
  SInstantiate 39 [((1, None), 472)];
  SCone 482 [(1%Z, [255]); (1%Z, [256]); (1%Z, [254]); (1%Z, [121; 254])] [(483, 248); (269, 122)];
  SCone 672 [(1%Z, [254; 257]); (1%Z, [257])] [];
  SCases 672 253 258;
  SCases 672 253 259;
  SInstantiate 240 [((1, None), 474); ((2, None), 662)];
  SCut 260 261;
  SCut 252 262;
  SInstantiate 263 [((2, None), 632); ((59, None), 225); ((32, None), 626); ((58, None), 550)];
  SRing 634 634;
  SRewrite 264 265 677 (40, None);
  SRing 679 221;
  SRewrite 266 267 682 (40, None);
  SRing 683 683;
  SRewrite 268 269 685 (40, Some 0%nat);
  SRing 686 686;
  SRewrite 263 271 688 (40, None);
  SCone 690 [] [(269, 248); (483, 122); (483, 272)];
  SCone 691 [] [(483, 248); (269, 122); (269, 272)];
  SInstantiate 240 [((1, None), 689); ((2, None), 666)];
  SCut 274 275;
  SCut 273 276;
  SInstantiate 277 [((2, None), 632); ((59, None), 225); ((32, None), 626); ((58, None), 550)];
  SRing 633 633;
  SRewrite 278 279 692 (40, None);
  SRing 694 221;
  SRewrite 280 281 697 (40, None);
  SRing 652 652;
  SRewrite 282 283 699 (40, Some 0%nat);
  SRewrite 270 284 700 (40, Some 0%nat);
  SRewrite 244 285 700 (40, Some 0%nat);
  SRewrite 286 283 701 (40, Some 0%nat);
  SAssume 702;
  SRing 704 221;
  SRewrite 288 289 707 (40, None);
  SRewrite 287 290 709 (40, Some 0%nat);
  SCut 243 291;
  SAssume 710;
  SCone 710 [(1%Z, [293])] [];
  SAssume 711;
  SCone 711 [(1%Z, [295])] [];
  SInstantiate 240 [((1, None), 225); ((2, None), 633)];
  SCut 296 297;
  SCut 294 298;
  SAssume 712;
  SCone 712 [(1%Z, [300])] [];
  SAssume 713;
  SCone 713 [(1%Z, [302])] [];
  SInstantiate 240 [((1, None), 550); ((2, None), 634)];
  SCut 303 304;
  SCut 301 305;
  SRing 527 256;
  SAssume 715;
  SInstantiate 42 [((1, None), 626); ((2, None), 632)];
  SAssume 639;
  SAssume 650;
  SRing 657 657;
  SRewrite 311 312 717 (40, None);
  SCone 482 [(1%Z, [308])] [(483, 309); (269, 310); (269, 313)];
  SCone 718 [(1%Z, [314])] [];
  SInstantiate 29 [((1, None), 1); ((2, None), 1)];
  SCut 315 316;
  SRing 256 720;
  SRewrite 317 318 722 (40, Some 0%nat);
  SRewrite 307 319 723 (40, Some 0%nat);
  SRing 256 256;
  SRewrite 320 321 724 (40, Some 0%nat);
  SRing 725 256;
  SRing 652 726;
  SRewrite 317 324 728 (40, Some 0%nat);
  SRewrite 323 325 700 (40, Some 0%nat);
  SRewrite 322 326 700 (40, Some 0%nat);
  SCut 306 327;
  SRing 729 256;
  SInstantiate 163 [((1, None), 550); ((2, None), 634)];
  SRewrite 330 283 730 (40, Some 0%nat);
  SRewrite 329 331 700 (40, Some 0%nat);
  SCases 713 328 332;
  SInstantiate 163 [((1, None), 634); ((2, None), 550)];
  SRing 651 732;
  SRewrite 334 335 733 (40, Some 0%nat);
  SRewrite 336 283 730 (40, Some 0%nat);
  SRewrite 329 337 700 (40, Some 0%nat);
  SCases 712 333 338;
  SCut 299 339;
  SRing 734 256;
  SInstantiate 163 [((1, None), 225); ((2, None), 633)];
  SRewrite 342 283 699 (40, Some 0%nat);
  SRewrite 341 343 700 (40, Some 0%nat);
  SCases 711 340 344;
  SInstantiate 163 [((1, None), 633); ((2, None), 225)];
  SRing 640 736;
  SRewrite 346 347 737 (40, Some 0%nat);
  SRewrite 348 283 699 (40, Some 0%nat);
  SRewrite 341 349 700 (40, Some 0%nat);
  SCases 710 345 350;
  SRewrite 351 283 701 (40, Some 0%nat);
  SInstantiate 163 [((1, None), 626); ((2, None), 658)];
  SRewrite 352 353 709 (40, Some 0%nat);
  SCases 660 292 354;
  SAssume 739;
  SCone 482 [(1%Z, [356])] [(269, 309); (483, 310); (483, 313)];
  SCone 718 [(1%Z, [357])] [];
  SCut 358 316;
  SRewrite 359 318 722 (40, Some 0%nat);
  SRewrite 307 360 723 (40, Some 0%nat);
  SRewrite 361 321 724 (40, Some 0%nat);
  SRewrite 359 324 728 (40, Some 0%nat);
  SRewrite 323 363 700 (40, Some 0%nat);
  SRewrite 362 364 700 (40, Some 0%nat);
  SCut 306 365;
  SCases 713 366 332;
  SCases 712 367 338;
  SCut 299 368;
  SCases 711 369 344;
  SCases 710 370 350;
  SRewrite 371 283 701 (40, Some 0%nat);
  SInstantiate 163 [((1, None), 658); ((2, None), 626)];
  SRing 708 741;
  SRewrite 373 374 709 (40, Some 0%nat);
  SRewrite 372 375 709 (40, Some 0%nat);
  SCases 659 355 376;
  SRing 742 742;
  SRewrite 377 378 744 (40, Some 0%nat);
  SRewrite 235 379 745 (40, Some 0%nat);
  SUnderSum 380 (50, None) 502 494;
  SRewrite 234 381 752 (40, Some 0%nat);
  SRewrite 233 382 752 (40, Some 0%nat);
  SUnderSum 383 (43, None) 1 632;
  SRewrite 230 384 760 (40, Some 0%nat);
  SInstantiate 385 [((55, None), 627); ((56, None), 140); ((3, None), 555); ((4, None), 557); ((57, Some 2%nat), 761)];
  SCut 225 386;
  SRing 765 770;
  SRewrite 387 388 771 (40, Some 0%nat);
  SInstantiate 377 [((55, None), 627); ((56, None), 140)];
  SRing 773 775;
  SRewrite 390 391 776 (40, Some 0%nat);
  SUnderSum 392 (50, None) 555 557;
  SUnderSum 393 (43, None) 1 140;
  SRing 765 765;
  SRewrite 394 395 777 (40, Some 0%nat);
  SRewrite 389 396 786 (40, Some 0%nat);
  SRewrite 397 394 771 (40, Some 0%nat);
  SInstantiate 398 [((55, None), 574)];
  SCut 223 399;
  SCut 217 400;
  SRing 598 598;
  SRewrite 401 402 787 (40, Some 0%nat);
  SRing 788 788;
  SRewrite 403 404 790 (40, Some 0%nat);
  SRing 575 788;
  SRewrite 405 406 791 (40, Some 0%nat);
  SUnderSum 407 (54, None) 1 549;
  SRewrite 211 408 793 (40, Some 0%nat);
  SRewrite 191 409 793 (40, Some 0%nat);
  SInstantiate 410 [((49, None), 52); ((39, None), 38); ((51, None), 364); ((52, None), 301); ((53, None), 308); ((9, Some 1%nat), 800)];
  SCut 9 411;
  SCut 136 412;
  SCut 131 413;
  SRing 802 802;
  SRewrite 414 415 804 (40, Some 0%nat);
  SRing 824 802;
  SRewrite 416 417 825 (40, Some 0%nat);
  SRewrite 111 418 825 (40, Some 0%nat);
  SRewrite 108 419 825 (40, Some 0%nat);
  SUnderSum 420 (13, None) 311 319;
  SUnderSum 421 (14, None) 1 19;
  SUnderSum 422 (8, None) 1 320;
  SAssume 827;
  SAssume 828;
  SCone 831 [(1%Z, [424]); (1%Z, [425; 424])] [];
  SInstantiate 127 [((2, None), 19); ((32, None), 830); ((47, None), 317)];
  SCut 10 427;
  SCut 426 428;
  SCone 834 [(1%Z, [429])] [];
  SAssume 835;
  SCone 836 [(1%Z, [431]); (1%Z, [425; 431])] [];
  SInstantiate 127 [((2, None), 19); ((32, None), 310); ((47, None), 829)];
  SCut 10 433;
  SCut 432 434;
  SInstantiate 410 [((49, None), 33); ((39, None), 19); ((51, None), 805); ((52, None), 311); ((53, None), 318); ((9, Some 1%nat), 844)];
  SCut 10 436;
  SCut 435 437;
  SCut 430 438;
  SRing 852 853;
  SRewrite 439 440 854 (40, Some 0%nat);
  SUnderSum 441 (8, None) 1 320;
  SRewrite 423 442 861 (40, Some 0%nat);
  SRewrite 103 443 861 (40, Some 0%nat);
  SRing 876 860;
  SUnfold 895 894;
  SUnfold 898 100;
  SRewrite 446 447 899 (40, Some 0%nat);
  SRewrite 445 448 899 (40, Some 0%nat);
  SRewrite 444 449 899 (40, Some 0%nat);
  SRewrite 99 450 899 (40, Some 0%nat);
  SRewrite 94 451 899 (40, Some 0%nat);
  SInstantiate 452 [((32, Some 3%nat), 183)];
  SRing 903 903;
  SRewrite 453 454 904 (40, Some 0%nat);
  SUnfold 906 894;
  SUnfold 903 100;
  SRewrite 456 457 907 (40, Some 0%nat);
  SRewrite 458 454 908 (40, Some 0%nat);
  SUnfold 912 100;
  SRewrite 456 460 913 (40, Some 0%nat);
  SRewrite 459 461 913 (40, Some 0%nat);
  SRewrite 455 462 913 (40, Some 0%nat);
  SRewrite 91 463 913 (40, Some 0%nat);
  SInstantiate 464 [((45, None), 2); ((29, None), 103); ((31, None), 103); ((12, None), 4); ((19, None), 4); ((61, None), 4); ((63, None), 4); ((17, None), 3); ((24, None), 3); ((16, None), 1); ((23, None), 1); ((11, None), 3); ((18, None), 3); ((15, None), 1); ((22, None), 1)];
  SCut 5 465;
  SCut 4 466;
  SCut 3 467;
  SCut 2 468;
  SRewrite 1 469 918 (40, Some 0%nat);
  SRing 937 941;
  SUnfold 976 894;
  SRing 976 976;
  SRewrite 472 473 977 (40, Some 0%nat);
  SRing 1007 1021;
  SRewrite 474 475 1022 (40, Some 0%nat);
  SAssume 1024;
  SAssume 1025;
  SAssume 1026;
  SCone 1028 [(1%Z, [477]); (1%Z, [478]); (1%Z, [479; 477])] [];
  SAssume 1029;
  SCone 1031 [(1%Z, [481]); (1%Z, [37]); (1%Z, [479; 481])] [];
  SInstantiate 147 [((3, None), 1030); ((4, None), 1027); ((7, None), 658); ((9, Some 1%nat), 1033)];
  SCut 482 483;
  SCut 480 484;
  SUnderSum 485 (43, None) 1 632;
  SUnderSum 486 (50, None) 502 494;
  SInstantiate 100 [((3, None), 1030); ((4, None), 1027); ((5, None), 1); ((6, None), 632); ((9, Some 2%nat), 1039)];
  SUnderSum 488 (50, None) 502 494;
  SInstantiate 100 [((3, None), 1030); ((4, None), 1027); ((5, None), 502); ((6, None), 494); ((9, Some 2%nat), 1047)];
  SInstantiate 100 [((3, None), 1); ((4, None), 632); ((5, None), 502); ((6, None), 494); ((9, Some 2%nat), 1053)];
  SUnderSum 491 (58, None) 1030 1027;
  SRewrite 490 492 1061 (40, Some 0%nat);
  SRewrite 489 493 1061 (40, Some 0%nat);
  SAssume 1064;
  SAssume 1065;
  SAssume 1066;
  SInstantiate 118 [((1, None), 662); ((2, None), 632)];
  SInstantiate 42 [((1, None), 662); ((2, None), 632)];
  SCone 482 [(1%Z, [497]); (1%Z, [498]); (1%Z, [496]); (1%Z, [479; 496])] [(483, 499)];
  SCone 1064 [(1%Z, [496; 500]); (1%Z, [500])] [];
  SCases 1064 495 501;
  SCases 1064 495 502;
  SAssume 1067;
  SAssume 1068;
  SAssume 1069;
  SInstantiate 39 [((1, None), 662); ((2, None), 632)];
  SCone 482 [(1%Z, [506]); (1%Z, [507]); (1%Z, [505]); (1%Z, [479; 505])] [(269, 499)];
  SCone 1067 [(1%Z, [505; 508]); (1%Z, [508])] [];
  SCases 1067 504 509;
  SCases 1067 504 510;
  SInstantiate 385 [((55, None), 662); ((57, Some 2%nat), 1070)];
  SCut 511 512;
  SCut 503 513;
  SRing 1075 1075;
  SRewrite 514 515 1076 (40, Some 0%nat);
  SUnderSum 516 (58, None) 1030 1027;
  SRewrite 494 517 1081 (40, Some 0%nat);
  SRewrite 487 518 1081 (40, Some 0%nat);
  SRing 1080 1080;
  SRewrite 519 520 1082 (40, Some 0%nat);
  SInstantiate 521 [((3, None), 978); ((4, None), 960); ((56, None), 36); ((57, Some 2%nat), 1090)];
  SInstantiate 521 [((3, None), 1); ((4, None), 320); ((56, None), 17); ((57, Some 2%nat), 1097)];
  SAssume 1101;
  SCone 1105 [(1%Z, [524])] [];
  SAssume 1107;
  SCone 1108 [(1%Z, [526])] [];
  SInstantiate 147 [((7, None), 1103); ((9, Some 1%nat), 1110)];
  SCut 527 528;
  SCut 525 529;
  SRing 1115 1119;
  SRewrite 530 531 1120 (40, Some 0%nat);
  SUnderSum 532 (26, None) 1106 1100;
  SInstantiate 100 [((3, None), 502); ((4, None), 494); ((5, None), 1106); ((6, None), 1100); ((9, Some 2%nat), 1126)];
  SRewrite 533 534 1135 (40, Some 0%nat);
  SCone 1138 [(1%Z, [161])] [];
  SCone 1139 [(1%Z, [178])] [];
  SInstantiate 147 [((3, None), 1106); ((4, None), 1100); ((7, None), 1136); ((9, Some 1%nat), 1140)];
  SCut 537 538;
  SCut 536 539;
  SRing 1144 1144;
  SRewrite 540 541 1145 (40, Some 0%nat);
  SRing 538 1147;
  SRewrite 542 543 1148 (40, Some 0%nat);
  SUnderSum 544 (48, None) 502 494;
  SRewrite 535 545 1150 (40, Some 0%nat);
  SInstantiate 546 [((3, None), 986); ((4, None), 990); ((56, None), 974); ((9, Some 1%nat), 1157)];
  SUnderSum 547 (65, None) 981 985;
  SUnderSum 548 (21, None) 1 36;
  SUnderSum 549 (14, None) 1 17;
  SUnderSum 550 (8, None) 1 320;
  SInstantiate 546 [((3, None), 980); ((4, None), 984); ((56, None), 967); ((9, Some 1%nat), 1162)];
  SUnderSum 552 (21, None) 1 36;
  SUnderSum 553 (14, None) 1 17;
  SUnderSum 554 (8, None) 1 320;
  SRing 1170 1177;
  SInstantiate 452 [((12, None), 4); ((19, None), 4); ((15, None), 1); ((22, None), 1); ((16, None), 28); ((23, None), 47); ((32, Some 3%nat), 102)];
  SCut 5 557;
  SCut 4 558;
  SCut 2 559;
  SUnfold 1180 894;
  SUnfold 1181 100;
  SRewrite 561 562 1182 (40, Some 0%nat);
  SRing 1181 1181;
  SRewrite 563 564 1183 (40, Some 0%nat);
  SRing 1194 1205;
  SRewrite 565 566 1206 (40, Some 0%nat);
  SUnfold 1207 894;
  SRewrite 567 568 1208 (40, Some 0%nat);
  SRewrite 560 569 1208 (40, Some 0%nat);
  SRewrite 556 570 1208 (40, Some 0%nat);
  SRewrite 555 571 1208 (40, Some 0%nat);
  SRewrite 551 572 1208 (40, Some 0%nat);
  SRewrite 523 573 1208 (40, Some 0%nat);
  SRewrite 522 574 1208 (40, Some 0%nat);
  SRewrite 476 575 1208 (40, Some 0%nat);
  SInstantiate 576 [((45, None), 2); ((61, None), 4); ((63, None), 4); ((17, None), 3); ((24, None), 3); ((16, None), 1); ((23, None), 1); ((11, None), 3); ((18, None), 3); ((32, Some 3%nat), 105)];
  SCut 3 577;
  SRewrite 471 578 1210 (40, Some 0%nat);
  SRing 1224 1225;
  SInstantiate 188 [((3, None), 1); ((4, None), 549); ((7, None), 1232); ((9, Some 1%nat), 511)];
  SRing 1238 1242;
  SRewrite 581 582 1243 (40, Some 0%nat);
  SInstantiate 583 [((1, None), 4); ((49, None), 3); ((51, None), 1); ((39, None), 3)];
  SInstantiate 584 [((66, None), 1); ((43, None), 1); ((50, None), 1)];
  SRing 1247 1253;
  SRewrite 585 586 1254 (40, Some 0%nat);
  SRewrite 580 587 1254 (40, Some 0%nat);
  SRing 1265 1266;
  SInstantiate 584 [((66, None), 1); ((43, None), 4); ((50, None), 1)];
  SRing 1270 1274;
  SRewrite 590 591 1275 (40, Some 0%nat);
  SRewrite 589 592 1275 (40, Some 0%nat);
  SRing 1287 1288;
  SInstantiate 584 [((66, None), 1); ((43, None), 1276); ((50, None), 1)];
  SRing 1292 1296;
  SRewrite 595 596 1297 (40, Some 0%nat);
  SRewrite 594 597 1297 (40, Some 0%nat);
  SRing 1308 1309;
  SInstantiate 584 [((66, None), 1); ((43, None), 2); ((50, None), 1)];
  SRing 1313 1317;
  SRewrite 600 601 1318 (40, Some 0%nat);
  SRewrite 599 602 1318 (40, Some 0%nat);
  SRing 1330 1331;
  SInstantiate 584 [((66, None), 1); ((43, None), 1319); ((50, None), 1)];
  SRing 1335 1339;
  SRewrite 605 606 1340 (40, Some 0%nat);
  SRewrite 604 607 1340 (40, Some 0%nat);
  SRing 1352 1353;
  SInstantiate 584 [((66, None), 1); ((43, None), 1341); ((50, None), 1)];
  SRing 1357 1361;
  SRewrite 610 611 1362 (40, Some 0%nat);
  SRewrite 609 612 1362 (40, Some 0%nat);
  SRing 1374 1375;
  SInstantiate 584 [((66, None), 1); ((43, None), 1363); ((50, None), 1)];
  SRing 1379 1383;
  SRewrite 615 616 1384 (40, Some 0%nat);
  SRewrite 614 617 1384 (40, Some 0%nat);
  SRing 1396 1397;
  SInstantiate 584 [((66, None), 1); ((43, None), 1385); ((50, None), 1)];
  SRing 1401 1405;
  SRewrite 620 621 1406 (40, Some 0%nat);
  SRewrite 619 622 1406 (40, Some 0%nat);
  SRing 1418 1419;
  SInstantiate 584 [((66, None), 1); ((43, None), 1407); ((50, None), 1)];
  SRing 1423 1427;
  SRewrite 625 626 1428 (40, Some 0%nat);
  SRewrite 624 627 1428 (40, Some 0%nat);
  SRing 1440 1441;
  SInstantiate 584 [((66, None), 1); ((43, None), 1429); ((50, None), 1)];
  SRing 1445 1449;
  SRewrite 630 631 1450 (40, Some 0%nat);
  SRewrite 629 632 1450 (40, Some 0%nat);
  SRing 1462 1463;
  SInstantiate 584 [((66, None), 1); ((43, None), 1451); ((50, None), 1)];
  SRing 1467 1471;
  SRewrite 635 636 1472 (40, Some 0%nat);
  SRewrite 634 637 1472 (40, Some 0%nat);
  SRing 1484 1485;
  SInstantiate 584 [((66, None), 1); ((43, None), 1473); ((50, None), 1)];
  SRing 1489 1493;
  SRewrite 640 641 1494 (40, Some 0%nat);
  SRewrite 639 642 1494 (40, Some 0%nat);
  SRing 1506 1507;
  SInstantiate 584 [((66, None), 1); ((43, None), 1495); ((50, None), 1)];
  SRing 1511 1515;
  SRewrite 645 646 1516 (40, Some 0%nat);
  SRewrite 644 647 1516 (40, Some 0%nat);
  SRing 1528 1529;
  SInstantiate 584 [((66, None), 1); ((43, None), 1517); ((50, None), 1)];
  SRing 1533 1537;
  SRewrite 650 651 1538 (40, Some 0%nat);
  SRewrite 649 652 1538 (40, Some 0%nat);
  SRing 1549 1550;
  SInstantiate 584 [((66, None), 1); ((43, None), 126); ((50, None), 1)];
  SRing 1554 1558;
  SRewrite 655 656 1559 (40, Some 0%nat);
  SRewrite 654 657 1559 (40, Some 0%nat);
  SRing 1571 1572;
  SInstantiate 584 [((66, None), 1); ((43, None), 1560); ((50, None), 1)];
  SRing 1576 1580;
  SRewrite 660 661 1581 (40, Some 0%nat);
  SRewrite 659 662 1581 (40, Some 0%nat);
  SRing 1589 126;
  SRing 1597 126].
Definition the_claims : list claim := [
  Build_claim [] 1598 470;
  Build_claim [] 1599 579;
  Build_claim [] 1600 588;
  Build_claim [] 1601 593;
  Build_claim [] 1602 598;
  Build_claim [] 1603 603;
  Build_claim [] 1604 608;
  Build_claim [] 1605 613;
  Build_claim [] 1606 618;
  Build_claim [] 1607 623;
  Build_claim [] 1608 628;
  Build_claim [] 1609 633;
  Build_claim [] 1610 638;
  Build_claim [] 1611 643;
  Build_claim [] 1612 648;
  Build_claim [] 1613 653;
  Build_claim [] 1614 658;
  Build_claim [] 1615 663;
  Build_claim [] 1616 664;
  Build_claim [] 1617 665;
  Build_claim [] 1616 664;
  Build_claim [] 1617 665].
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
