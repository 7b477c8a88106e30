(** Conv(in_channels=3, out_channels=64, kernel=(7, 7), stride=(2, 2), padding=((3, 3), (3, 3)), dilation=(1, 1),
  bias=False) equals its unit-stride layer (input size (224, 224); phases (1, 1) of the image; order
  channel_major)

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
  forall (R : semiring) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 3 7 7 2 2 1 1 3 3 v_0
    v_1 v_2) 1 1 0 0 o m1 m2 =
    SUM 0 <= v_0 < 3, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM (-2) <= v_3 < 2, SUM (-2) <= v_4 < 2, bank w 7 7
      2 2 3 3 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 => extend
      x 224 224 v_8 v_9 v_10) 2 2 v_1 v_2 v_5 v_6 v_7) 112 112 v_0 (m1 + v_3) (m2 + v_4) :> R.

(** unit stride *)
Definition statement_2 : Prop :=
  forall (R : semiring) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  conv w (fun v_0 v_1 v_2 => extend x 224 224 v_0 v_1 v_2) 3 7 7 2 2 1 1 3 3 o m1 m2 =
    conv (fun v_0 v_1 v_2 v_3 => bank w 7 7 2 2 3 3 1 1 0 0 v_0 ((v_1 / 2) mod 2) (v_1 mod 2) ((v_1 / 2) / 2)
      (v_2 + (-2)) (v_3 + (-2))) (fun v_0 v_1 v_2 => phases (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5)
      2 2 ((v_0 / 2) mod 2) (v_0 mod 2) ((v_0 / 2) / 2) v_1 v_2) 12 4 4 1 1 1 1 2 2 o m1 m2 :> R.

(** axis 1, tau 0, rho 0, u -2 *)
Definition statement_3 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), (-4)] [*] f v_0 =
    r0 :> R.

(** axis 1, tau 0, rho 0, u -1 *)
Definition statement_4 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), (-2)] [*] f v_0 =
    f 1 :> R.

(** axis 1, tau 0, rho 0, u 0 *)
Definition statement_5 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), 0] [*] f v_0 =
    f 3 :> R.

(** axis 1, tau 0, rho 0, u 1 *)
Definition statement_6 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), 2] [*] f v_0 =
    f 5 :> R.

(** axis 1, tau 0, rho 1, u -2 *)
Definition statement_7 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), (-3)] [*] f v_0 =
    f 0 :> R.

(** axis 1, tau 0, rho 1, u -1 *)
Definition statement_8 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), (-1)] [*] f v_0 =
    f 2 :> R.

(** axis 1, tau 0, rho 1, u 0 *)
Definition statement_9 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), 1] [*] f v_0 =
    f 4 :> R.

(** axis 1, tau 0, rho 1, u 1 *)
Definition statement_10 : Prop :=
  forall (R : semiring) (f : Z -> R),
  SUM 0 <= v_0 < 7, [=: v_0 + (-3), 3] [*] f v_0 =
    f 6 :> R.

(** axis 1, outputs *)
Definition statement_11 : Prop :=
  forall (R : semiring),
  ((224 + 3 + 3 - 1 * 6 - 1) / 2) + 1 = 112.

(** axis 1, cells of outputs *)
Definition statement_12 : Prop :=
  forall (R : semiring),
  ((112 + 2 + 1 - 1 * 3 - 1) / 1) + 1 = 112.

(** axis 2, outputs *)
Definition statement_13 : Prop :=
  forall (R : semiring),
  ((224 + 3 + 3 - 1 * 6 - 1) / 2) + 1 = 112.

(** axis 2, cells of outputs *)
Definition statement_14 : Prop :=
  forall (R : semiring),
  ((112 + 2 + 1 - 1 * 3 - 1) / 1) + 1 = 112.

(** The certificate: terms, steps and claims by position, as in its JSON text, names as numbers. *)
Open Scope positive_scope.
Definition the_terms : list row := [
  RNum 0;
  RNum 3;
  RNum 2;
  RNum 1;
  RMul 3 4;
  RNum (-1);
  RMul 6 2;
  RDiv 7 5;
  RAdd 4 6;
  RMul 3 9;
  RNum 7;
  RAdd 11 6;
  RMul 4 12;
  RAdd 10 13;
  RAdd 14 7;
  RDiv 15 5;
  RAdd 16 4;
  RVar 11;
  RVar 12;
  RMul 18 19;
  RVar 13;
  RMul 20 21;
  RVar 14;
  RAdd 22 23;
  RVar 15;
  RMul 18 25;
  RMul 6 26;
  RAdd 24 27;
  RVar 16;
  RAdd 28 29;
  RLe 1 30;
  RBracket 31;
  RAdd 30 4;
  RVar 17;
  RLe 33 34;
  RBracket 35;
  RVar 18;
  RVar 19;
  RMul 37 38;
  RVar 20;
  RMul 39 40;
  RVar 21;
  RAdd 41 42;
  RVar 22;
  RMul 37 44;
  RMul 6 45;
  RAdd 43 46;
  RVar 23;
  RAdd 47 48;
  RLe 1 49;
  RBracket 50;
  RAdd 49 4;
  RVar 24;
  RLe 52 53;
  RBracket 54;
  RVar 25;
  RVar 8;
  REntry 26 [56; 57; 30; 49];
  RMul 55 58;
  RMul 51 59;
  RMul 36 60;
  RMul 32 61;
  RDefine 27 62 [(26, Some 4%nat); (17, None); (24, None); (11, None); (18, None); (16, None); (23, None); (12, None); (19, None); (15, None); (22, None); (25, None); (14, None); (21, None); (8, None); (13, None); (20, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  RBound 3;
  REntry 26 [64; 65; 66; 67];
  RMap 4 68;
  RBound 4;
  RUse 63 [69; 11; 11; 3; 3; 2; 2; 4; 4; 1; 1; 56; 67; 66; 70; 65; 64];
  RVar 28;
  RLe 1 72;
  RBracket 73;
  RAdd 72 4;
  RVar 29;
  RLe 75 76;
  RBracket 77;
  RVar 30;
  RLe 1 79;
  RBracket 80;
  RAdd 79 4;
  RVar 31;
  RLe 82 83;
  RBracket 84;
  REntry 32 [57; 72; 79];
  RMul 85 86;
  RMul 81 87;
  RMul 78 88;
  RMul 74 89;
  RDefine 33 90 [(32, Some 3%nat); (29, None); (31, None); (8, None); (28, None); (30, None)];
  RVar 34;
  RVar 35;
  RMul 92 93;
  RAdd 94 23;
  RVar 36;
  RVar 37;
  RMul 96 97;
  RAdd 98 42;
  REntry 32 [57; 95; 99];
  RDefine 38 100 [(32, Some 3%nat); (34, None); (36, None); (14, None); (21, None); (8, None); (35, None); (37, None)];
  REntry 32 [64; 65; 66];
  RMap 3 102;
  RNum 224;
  RUse 91 [103; 104; 104; 64; 65; 66];
  RMap 3 105;
  RBound 6;
  RBound 5;
  RUse 101 [106; 5; 5; 107; 108; 64; 65; 66];
  RMap 3 109;
  RAdd 104 5;
  RAdd 111 6;
  RDiv 112 5;
  RAdd 93 65;
  RAdd 97 64;
  RUse 91 [110; 113; 113; 70; 114; 115];
  RMul 71 116;
  RSum 8 17 117;
  RSum 8 17 118;
  RSum 1 5 119;
  RSum 1 5 120;
  RSum 1 2 121;
  RNum (-2);
  RUse 101 [106; 3; 3; 107; 108; 64; 65; 66];
  RMap 3 124;
  RNum 112;
  RUse 91 [125; 126; 126; 70; 114; 115];
  RMul 71 127;
  RSum 123 3 128;
  RSum 123 3 129;
  RSum 1 3 130;
  RSum 1 3 131;
  RSum 1 2 132;
  RAdd 1 4;
  RLe 134 4;
  RLe 4 3;
  RLe 4 4;
  RLe 1 1;
  RVar 39;
  RLe 4 139;
  RVar 1;
  RLe 4 141;
  RMul 139 141;
  RLe 4 143;
  RLe 1 93;
  RBracket 145;
  RAdd 93 4;
  RAdd 76 20;
  RAdd 148 6;
  RDiv 149 20;
  RLe 147 150;
  RBracket 151;
  RLe 1 97;
  RBracket 153;
  RAdd 97 4;
  RAdd 83 39;
  RAdd 156 6;
  RDiv 157 39;
  RLe 155 158;
  RBracket 159;
  RLe 1 65;
  RBracket 161;
  RAdd 65 4;
  RLe 163 76;
  RBracket 164;
  RLe 1 66;
  RBracket 166;
  RAdd 66 4;
  RLe 168 83;
  RBracket 169;
  RMul 170 102;
  RMul 167 171;
  RMul 165 172;
  RMul 162 173;
  RMap 3 174;
  RUse 101 [175; 20; 39; 23; 42; 57; 93; 97];
  RMul 160 176;
  RMul 154 177;
  RMul 152 178;
  RMul 146 179;
  RUse 91 [103; 76; 83; 64; 65; 66];
  RMap 3 181;
  RUse 101 [182; 20; 39; 23; 42; 64; 65; 66];
  RMap 3 183;
  RUse 91 [184; 150; 158; 57; 93; 97];
  REntry 40 [];
  REq 185 186;
  REq 186 185;
  RMul 39 97;
  RAdd 189 42;
  RLe 1 190;
  RBracket 191;
  RAdd 190 4;
  RLe 193 83;
  RBracket 194;
  RMul 20 93;
  RAdd 196 23;
  RLe 1 197;
  RBracket 198;
  RAdd 197 4;
  RLe 200 76;
  RBracket 201;
  REntry 32 [57; 197; 190];
  RMul 202 203;
  RMul 199 204;
  RMul 152 205;
  RMul 146 206;
  RMul 195 207;
  RMul 192 208;
  RMul 160 209;
  RMul 154 210;
  RMul 195 203;
  RMul 192 212;
  RMul 202 213;
  RMul 199 214;
  RMul 160 215;
  RMul 154 216;
  RMul 152 217;
  RMul 146 218;
  RNat 1;
  RVar 41;
  RVar 42;
  RMul 221 222;
  RVar 43;
  RAdd 223 224;
  RLe 1 225;
  RBracket 226;
  RAdd 225 4;
  RVar 44;
  RLe 228 229;
  RBracket 230;
  REntry 9 [];
  RMul 231 232;
  RMul 227 233;
  RMul 220 234;
  RMul 220 235;
  RAdd 222 4;
  RAdd 229 221;
  RAdd 238 6;
  RDiv 239 221;
  RLe 237 240;
  RBracket 241;
  RMul 242 234;
  RMul 220 243;
  RMul 186 234;
  RMul 220 245;
  REq 244 246;
  RLe 1 222;
  RBracket 248;
  RMul 249 243;
  RMul 186 243;
  REq 250 251;
  REq 250 186;
  REq 186 250;
  RNat 0;
  RMul 255 234;
  RMul 249 256;
  RMul 249 245;
  REq 250 258;
  RMul 255 232;
  RMul 227 260;
  RAdd 240 4;
  RLe 262 237;
  RLe 240 222;
  RLe 1 224;
  RLe 4 221;
  RLe 229 225;
  RMul 6 4;
  RAdd 229 4;
  RLe 269 228;
  RMul 186 232;
  RMul 227 271;
  REq 234 272;
  REq 234 186;
  RMul 255 243;
  RMul 255 233;
  RAdd 224 4;
  RLe 277 221;
  RLe 237 1;
  RLe 228 1;
  RMul 186 233;
  REq 234 281;
  RMap 0 207;
  RMul 152 215;
  RMul 146 284;
  REq 285 186;
  RMap 0 213;
  REq 215 186;
  RUse 91 [103; 76; 83; 57; 197; 190];
  RUse 101 [182; 20; 39; 23; 42; 57; 93; 97];
  REq 290 186;
  RAdd 93 21;
  RAdd 97 40;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 19; 38; 25; 44; 56; 23; 42; 57; 21; 40];
  RUse 101 [182; 20; 39; 23; 42; 57; 292; 293];
  RMul 294 295;
  RMul 294 186;
  REq 296 297;
  RMul 6 48;
  RDiv 299 39;
  RAdd 38 6;
  RMul 37 301;
  RAdd 53 6;
  RMul 4 303;
  RAdd 302 304;
  RAdd 305 299;
  RDiv 306 39;
  RAdd 307 4;
  RMul 6 29;
  RDiv 309 20;
  RAdd 19 6;
  RMul 18 311;
  RAdd 34 6;
  RMul 4 313;
  RAdd 312 314;
  RAdd 315 309;
  RDiv 316 20;
  RAdd 317 4;
  RVar 45;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 19; 38; 25; 44; 56; 67; 66; 70; 65; 64];
  RUse 101 [103; 20; 39; 67; 66; 70; 114; 115];
  RMul 320 321;
  RSum 300 308 322;
  RSum 310 318 323;
  RSum 1 39 324;
  RSum 1 20 325;
  RSum 1 319 326;
  REq 186 327;
  RMul 20 114;
  RAdd 329 67;
  RMul 39 115;
  RAdd 331 66;
  REntry 32 [70; 330; 332];
  RMul 320 333;
  RSum 300 308 334;
  RSum 310 318 335;
  RSum 1 39 336;
  RSum 1 20 337;
  RSum 1 319 338;
  REq 186 339;
  RMul 20 65;
  RAdd 341 67;
  RAdd 342 27;
  RAdd 343 29;
  RLe 1 344;
  RBracket 345;
  RAdd 344 4;
  RLe 347 34;
  RBracket 348;
  RMul 346 349;
  RMul 39 64;
  RAdd 351 66;
  RAdd 48 46;
  RAdd 352 353;
  RLe 1 354;
  RBracket 355;
  RAdd 354 4;
  RLe 357 53;
  RBracket 358;
  REntry 26 [56; 70; 344; 354];
  RAdd 196 342;
  RAdd 45 354;
  RAdd 362 299;
  RAdd 189 363;
  REntry 32 [70; 361; 364];
  RMul 360 365;
  RMul 359 366;
  RMul 356 367;
  RMul 350 368;
  RSum 300 308 369;
  RSum 310 318 370;
  RSum 1 39 371;
  RSum 1 20 372;
  RSum 1 319 373;
  RAdd 352 46;
  RAdd 375 48;
  RLe 1 376;
  RBracket 377;
  RAdd 376 4;
  RLe 379 53;
  RBracket 380;
  REntry 26 [56; 70; 344; 376];
  RMul 381 382;
  RMul 378 383;
  RMul 349 384;
  RMul 346 385;
  RMul 386 333;
  RSum 300 308 387;
  RSum 310 318 388;
  RSum 1 39 389;
  RSum 1 20 390;
  RSum 1 319 391;
  REq 374 186;
  RAdd 341 23;
  RAdd 394 27;
  RAdd 395 29;
  RLe 1 396;
  RBracket 397;
  RAdd 396 4;
  RLe 399 34;
  RBracket 400;
  RMul 398 401;
  REntry 26 [56; 57; 396; 354];
  RAdd 196 394;
  REntry 32 [57; 404; 364];
  RMul 403 405;
  RMul 359 406;
  RMul 356 407;
  RMul 402 408;
  RSum 300 308 409;
  RMap 2 410;
  RMul 32 36;
  RMap 0 412;
  RVar 46;
  RAdd 351 414;
  RAdd 415 353;
  RLe 1 416;
  RBracket 417;
  RAdd 416 4;
  RLe 419 53;
  RBracket 420;
  REntry 26 [56; 57; 30; 416];
  RAdd 196 24;
  RAdd 45 416;
  RAdd 424 299;
  RAdd 189 425;
  REntry 32 [57; 423; 426];
  RMul 422 427;
  RMul 421 428;
  RMul 418 429;
  RMap 1 430;
  RMul 412 430;
  RSum 300 308 432;
  REq 186 433;
  RAdd 351 65;
  RAdd 435 353;
  RLe 1 436;
  RBracket 437;
  RAdd 436 4;
  RLe 439 53;
  RBracket 440;
  REntry 26 [56; 57; 30; 436];
  RAdd 45 436;
  RAdd 443 299;
  RAdd 189 444;
  REntry 32 [57; 423; 445];
  RMul 442 446;
  RMul 441 447;
  RMul 438 448;
  RSum 300 308 449;
  RMap 1 450;
  RMul 412 450;
  RSum 1 39 452;
  REq 186 453;
  RAdd 44 4;
  RLe 455 38;
  RLe 4 37;
  RMul 6 353;
  RAdd 304 458;
  RLe 459 306;
  RVar 32;
  RVar 2;
  RDiv 461 462;
  RVar 47;
  RDiv 464 462;
  RLe 463 465;
  RAdd 465 4;
  RLe 467 463;
  RLe 461 464;
  RLe 4 462;
  RLe 4 1;
  RMul 4 4;
  RAdd 303 458;
  RDiv 473 39;
  RLe 474 307;
  RLe 1 44;
  RLe 299 458;
  RVar 7;
  REntry 9 [478];
  RMul 220 479;
  RMul 220 480;
  RAdd 478 4;
  RVar 4;
  RLe 482 483;
  RBracket 484;
  RMul 485 479;
  RMul 220 486;
  RMul 186 479;
  RMul 220 488;
  REq 487 489;
  RVar 3;
  RLe 491 478;
  RBracket 492;
  RMul 493 486;
  RMul 186 486;
  REq 494 495;
  REq 494 186;
  REq 186 494;
  REntry 9 [64];
  RMap 1 499;
  REq 64 478;
  RBracket 501;
  RMul 502 499;
  RSum 491 483 503;
  REq 504 186;
  RMul 255 479;
  RMul 493 506;
  RMul 493 488;
  REq 494 508;
  RSum 491 483 255;
  RMul 255 510;
  RMap 0 255;
  RMap 1 255;
  RMul 255 499;
  RSum 491 483 514;
  RMul 255 255;
  RSum 491 483 516;
  REq 515 186;
  RAdd 483 4;
  RLe 519 482;
  RVar 48;
  RAdd 521 4;
  RLe 522 483;
  RLe 522 478;
  REq 521 478;
  RBracket 525;
  REntry 9 [521];
  RMul 526 527;
  RMul 186 527;
  REq 528 529;
  RMul 255 486;
  RLe 482 491;
  RLe 491 521;
  RLe 482 521;
  REq 478 521;
  RBracket 535;
  REq 526 186;
  RVar 49;
  RVar 50;
  RMul 139 539;
  RAdd 540 224;
  RVar 51;
  RAdd 541 542;
  RVar 52;
  RVar 53;
  RAdd 545 4;
  RMul 139 65;
  RAdd 547 224;
  RAdd 548 542;
  REq 64 549;
  RBracket 550;
  RMul 551 499;
  RMap 2 552;
  RMul 139 64;
  RAdd 554 66;
  RAdd 555 542;
  REq 65 556;
  RBracket 557;
  REntry 9 [65];
  RMul 558 559;
  RSum 544 546 560;
  RMap 2 561;
  RVar 54;
  REntry 9 [563];
  REq 563 543;
  RBracket 565;
  RMul 564 566;
  RMul 566 564;
  RMap 0 564;
  RAdd 554 224;
  RAdd 570 542;
  REq 563 571;
  RBracket 572;
  RMap 1 573;
  RMul 564 573;
  RSum 544 546 575;
  REq 186 576;
  RAdd 554 65;
  RAdd 578 542;
  REq 563 579;
  RBracket 580;
  RSum 544 546 581;
  RMap 1 582;
  RMul 564 582;
  RSum 1 139 584;
  REq 186 585;
  RSum 1 139 582;
  RMul 564 587;
  REq 588 186;
  RMul 587 564;
  REq 590 186;
  REq 66 579;
  RBracket 592;
  RSum 544 546 593;
  RSum 1 139 594;
  RMul 595 499;
  RSum 1 538 596;
  REq 597 186;
  RMul 6 542;
  RDiv 599 139;
  RLe 544 600;
  RLe 1 563;
  RAdd 563 599;
  RLe 599 603;
  RDiv 603 139;
  RLe 544 605;
  RAdd 538 6;
  RAdd 607 599;
  RDiv 608 139;
  RLe 609 545;
  RAdd 563 4;
  RLe 611 538;
  RLe 603 608;
  RLe 605 545;
  RVar 55;
  RAdd 615 599;
  RDiv 616 139;
  RLe 617 545;
  RAdd 617 4;
  RLe 619 546;
  RVar 56;
  RMod 615 621;
  RDiv 615 621;
  REntry 57 [64; 623];
  RMap 1 624;
  REntry 57 [224; 64];
  RMap 1 626;
  REq 224 622;
  RBracket 628;
  REq 64 623;
  RBracket 630;
  RMul 631 626;
  RSum 491 483 632;
  RMul 629 633;
  RMul 629 186;
  REq 634 635;
  RMap 0 629;
  RMap 1 632;
  REq 539 623;
  RBracket 639;
  RMul 629 640;
  REntry 57 [224; 539];
  RMul 641 642;
  RMul 640 642;
  RMul 629 644;
  RMul 621 539;
  RAdd 646 224;
  RLe 615 647;
  RLe 647 615;
  RMul 220 220;
  RVar 58;
  RLe 463 651;
  RAdd 651 4;
  RLe 653 463;
  RVar 59;
  RAdd 655 4;
  RLe 656 462;
  RMul 462 651;
  RAdd 658 655;
  REq 461 659;
  RLe 651 463;
  RAdd 463 4;
  RLe 662 651;
  RLe 1 655;
  RVar 40;
  REq 665 623;
  REq 539 539;
  RBracket 667;
  REq 539 665;
  RBracket 669;
  REq 670 220;
  RMul 220 640;
  RMul 220 186;
  REq 672 673;
  RMul 462 463;
  RMul 462 665;
  REq 675 676;
  RMod 461 462;
  RLe 678 655;
  RLe 655 678;
  REq 665 622;
  REq 224 224;
  RBracket 682;
  REq 224 665;
  RBracket 684;
  REq 685 220;
  RMul 186 640;
  REq 641 687;
  REq 641 186;
  REq 186 641;
  REq 615 647;
  REq 615 615;
  RBracket 692;
  REq 615 665;
  RBracket 694;
  REq 695 220;
  RBracket 691;
  REq 697 186;
  RLe 224 622;
  RLe 622 224;
  RLe 539 623;
  RLe 623 539;
  RAdd 615 4;
  RLe 703 647;
  RMul 621 665;
  REq 646 705;
  RLe 134 1;
  RBracket 138;
  RMul 708 255;
  RMul 186 255;
  REq 255 710;
  REq 255 186;
  REq 186 255;
  RMul 255 641;
  RMul 708 641;
  RMul 186 641;
  REq 641 716;
  RMul 629 255;
  REq 641 635;
  REq 623 539;
  RBracket 720;
  REq 640 186;
  RMul 255 640;
  REq 622 224;
  RBracket 724;
  REq 629 186;
  RAdd 647 4;
  RLe 727 615;
  REq 647 615;
  RBracket 729;
  RMul 697 642;
  RMul 186 642;
  REq 731 732;
  REq 731 186;
  RMul 621 64;
  RAdd 735 224;
  REq 615 736;
  RBracket 737;
  RMul 738 626;
  RSum 491 483 739;
  REq 740 186;
  RAdd 735 65;
  REq 615 742;
  RBracket 743;
  REntry 57 [65; 64];
  RMul 744 745;
  RSum 491 483 746;
  RSum 1 621 747;
  REq 748 186;
  RMap 2 220;
  REq 615 579;
  RBracket 751;
  RSum 544 546 752;
  RSum 1 139 753;
  REq 616 578;
  RBracket 755;
  RMul 756 220;
  RSum 544 546 757;
  RSum 1 139 758;
  REq 754 186;
  REq 615 543;
  RBracket 761;
  REq 616 541;
  RBracket 763;
  REq 762 186;
  REq 186 754;
  RMod 616 139;
  REq 65 767;
  RBracket 768;
  REq 64 617;
  RBracket 770;
  RMul 769 771;
  RSum 544 546 772;
  RSum 1 139 773;
  REq 774 186;
  REq 186 587;
  RMul 220 564;
  RMul 186 564;
  REq 777 778;
  REq 564 186;
  RSum 1 538 499;
  REq 781 186;
  REntry 26 [56; 57; 30; 64];
  RAdd 45 64;
  RAdd 784 299;
  RAdd 189 785;
  REntry 32 [57; 423; 786];
  RMul 783 787;
  RMap 1 788;
  RSum 1 53 788;
  RMul 412 790;
  RMul 412 186;
  REq 791 792;
  RAdd 29 27;
  RAdd 24 794;
  RLe 1 795;
  RBracket 796;
  RAdd 795 4;
  RLe 798 34;
  RBracket 799;
  REntry 26 [56; 57; 795; 64];
  RAdd 26 795;
  RAdd 802 309;
  RAdd 196 803;
  RMul 4 64;
  RAdd 45 805;
  RAdd 806 299;
  RAdd 189 807;
  REntry 32 [57; 804; 808];
  RMul 801 809;
  RSum 1 53 810;
  RMul 800 811;
  RMul 797 812;
  REq 813 186;
  RAdd 25 4;
  RLe 815 19;
  RLe 4 18;
  RMul 6 794;
  RAdd 314 818;
  RLe 819 316;
  RAdd 313 818;
  RDiv 821 20;
  RLe 822 317;
  RLe 1 25;
  RLe 309 818;
  REntry 26 [56; 57; 65; 64];
  RAdd 26 65;
  RAdd 827 309;
  RAdd 196 828;
  REntry 32 [57; 829; 808];
  RMul 826 830;
  RSum 1 53 831;
  RMap 1 832;
  RMul 4 65;
  RAdd 26 834;
  RAdd 835 309;
  RAdd 196 836;
  REntry 32 [57; 837; 808];
  RMul 826 838;
  RSum 1 53 839;
  RSum 1 34 840;
  RSum 1 34 832;
  REq 841 186;
  REntry 26 [56; 66; 65; 64];
  REntry 32 [66; 837; 808];
  RMul 844 845;
  RSum 1 53 846;
  RSum 1 34 847;
  RSum 1 319 848;
  REq 849 186;
  RMul 19 93;
  RAdd 851 25;
  RMul 18 852;
  RAdd 853 834;
  RAdd 854 309;
  RMul 38 97;
  RAdd 856 44;
  RMul 37 857;
  RAdd 858 805;
  RAdd 859 299;
  REntry 32 [66; 855; 860];
  RMul 844 861;
  RSum 1 53 862;
  RSum 1 34 863;
  RSum 1 319 864;
  RVar 60;
  RMul 18 866;
  RVar 61;
  RMul 868 65;
  RAdd 867 869;
  RAdd 870 309;
  RVar 62;
  RMul 37 872;
  RVar 63;
  RMul 874 64;
  RAdd 873 875;
  RAdd 876 299;
  REntry 32 [66; 871; 877];
  RMul 844 878;
  RSum 1 53 879;
  RSum 1 34 880;
  RSum 1 319 881;
  RDefine 64 882 [(26, Some 4%nat); (32, Some 3%nat); (45, None); (17, None); (24, None); (11, None); (18, None); (61, None); (63, None); (16, None); (23, None); (25, None); (60, None); (62, None)];
  RUse 883 [69; 103; 319; 34; 53; 18; 37; 4; 4; 29; 48; 56; 852; 857];
  RUse 883 [69; 103; 319; 34; 53; 18; 37; 4; 4; 29; 48; 64; 65; 66];
  RMap 3 885;
  RUse 101 [886; 19; 38; 25; 44; 56; 93; 97];
  REq 887 186;
  RUse 883 [69; 182; 319; 34; 53; 18; 37; 4; 4; 29; 48; 64; 65; 66];
  RMap 3 889;
  RUse 101 [890; 19; 38; 25; 44; 56; 93; 97];
  REq 891 186;
  RUse 883 [69; 106; 2; 11; 11; 3; 3; 4; 4; 2; 2; 64; 65; 66];
  RMap 3 893;
  RUse 101 [894; 4; 4; 1; 1; 56; 93; 97];
  REq 895 186;
  RDiv 65 3;
  RMod 897 3;
  RMod 65 3;
  RDiv 897 3;
  RAdd 66 8;
  RAdd 67 8;
  RUse 63 [69; 11; 11; 3; 3; 2; 2; 4; 4; 1; 1; 64; 898; 899; 900; 901; 902];
  RMap 4 903;
  RDiv 64 3;
  RMod 905 3;
  RMod 64 3;
  RDiv 905 3;
  RUse 101 [106; 3; 3; 906; 907; 908; 65; 66];
  RMap 3 909;
  RMul 3 2;
  RMul 3 911;
  RMul 6 8;
  RAdd 17 913;
  RUse 883 [904; 910; 912; 914; 914; 4; 4; 4; 4; 913; 913; 56; 93; 97];
  RAdd 66 123;
  RAdd 67 123;
  RUse 63 [69; 11; 11; 3; 3; 2; 2; 4; 4; 1; 1; 64; 898; 899; 900; 916; 917];
  RMap 4 918;
  RNum 12;
  RNum 4;
  RUse 883 [919; 910; 920; 921; 921; 4; 4; 4; 4; 3; 3; 56; 93; 97];
  RDiv 65 37;
  RMod 923 18;
  RMod 65 37;
  RDiv 923 18;
  RMul 18 4;
  RDiv 309 927;
  RAdd 66 928;
  RMul 37 4;
  RDiv 299 930;
  RAdd 67 931;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 64; 924; 925; 926; 929; 932];
  RMap 4 933;
  RDiv 64 37;
  RMod 935 18;
  RMod 64 37;
  RDiv 935 18;
  RUse 101 [103; 18; 37; 936; 937; 938; 65; 66];
  RMap 3 939;
  RMul 18 319;
  RMul 37 941;
  RMul 18 9;
  RAdd 943 314;
  RAdd 944 309;
  RDiv 945 927;
  RAdd 946 4;
  RMul 6 928;
  RAdd 947 948;
  RMul 37 9;
  RAdd 950 304;
  RAdd 951 299;
  RDiv 952 930;
  RAdd 953 4;
  RMul 6 931;
  RAdd 954 955;
  RUse 883 [934; 940; 942; 949; 956; 4; 4; 4; 4; 948; 955; 56; 93; 97];
  REq 186 957;
  RMul 18 1;
  RMul 37 959;
  RDiv 309 18;
  RAdd 961 948;
  RAdd 314 309;
  RDiv 963 18;
  RAdd 964 4;
  RAdd 965 948;
  RDiv 299 37;
  RAdd 967 955;
  RAdd 304 299;
  RDiv 969 37;
  RAdd 970 4;
  RAdd 971 955;
  RDiv 66 37;
  RMod 973 18;
  RMod 66 37;
  RDiv 973 18;
  RMul 6 948;
  RAdd 65 977;
  RMul 6 955;
  RAdd 64 979;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 974; 975; 976; 978; 980];
  RAdd 93 978;
  RAdd 97 980;
  RUse 101 [103; 18; 37; 974; 975; 976; 982; 983];
  RMul 981 984;
  RSum 968 972 985;
  RSum 962 966 986;
  RSum 960 942 987;
  RAdd 65 928;
  RAdd 64 931;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 974; 975; 976; 989; 990];
  RMul 4 93;
  RAdd 992 834;
  RAdd 993 977;
  RMul 4 97;
  RAdd 995 805;
  RAdd 996 979;
  RUse 101 [103; 18; 37; 974; 975; 976; 994; 997];
  RMul 991 998;
  RSum 1 956 999;
  RSum 1 949 1000;
  RSum 1 942 1001;
  REq 988 186;
  RAdd 539 4;
  RLe 1004 483;
  RLe 277 621;
  RLe 4 621;
  RMul 621 483;
  RLe 727 1008;
  RLe 491 539;
  RMul 621 491;
  RLe 1011 647;
  REntry 57 [539; 224];
  RMap 1 1013;
  RAdd 646 65;
  REq 64 1015;
  RBracket 1016;
  REntry 57 [539; 65];
  RMul 1017 1018;
  RMap 2 1019;
  RMul 621 66;
  RAdd 1021 64;
  REq 65 1022;
  RBracket 1023;
  REntry 57 [66; 64];
  RMul 1024 1025;
  RSum 1 621 1026;
  RMap 2 1027;
  RMul 621 65;
  RAdd 1029 64;
  REq 651 1030;
  RBracket 1031;
  RMul 1032 745;
  RMap 2 1033;
  REq 66 742;
  RBracket 1035;
  REntry 57 [64; 65];
  RMul 1036 1037;
  RSum 491 483 1038;
  RSum 1 621 1039;
  RSum 1011 1008 1040;
  REq 1041 186;
  RDiv 651 621;
  RAdd 1043 4;
  RLe 1044 483;
  RLe 519 1044;
  RLe 653 1008;
  RLe 491 1043;
  RLe 1044 491;
  RLe 1011 651;
  RMap 2 745;
  REq 651 742;
  RBracket 1052;
  RMul 1053 1037;
  RSum 491 483 1054;
  RSum 1 621 1055;
  REq 186 1056;
  RDiv 64 621;
  RMod 64 621;
  REntry 57 [1058; 1059];
  RSum 1011 1008 1060;
  REq 1061 186;
  REq 186 1061;
  RMod 66 18;
  RDiv 66 18;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 1064; 67; 1065; 978; 980];
  RUse 101 [103; 18; 37; 1064; 67; 1065; 982; 983];
  RMul 1066 1067;
  RSum 968 972 1068;
  RSum 962 966 1069;
  RMap 2 1070;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 70; 66; 67; 978; 980];
  RUse 101 [103; 18; 37; 70; 66; 67; 982; 983];
  RMul 1072 1073;
  RSum 968 972 1074;
  RSum 962 966 1075;
  RSum 1 37 1076;
  RMap 2 1077;
  RVar 26;
  RAdd 1079 4;
  RAdd 483 621;
  RLe 1080 1081;
  RMul 6 621;
  RAdd 1079 1083;
  RAdd 1084 4;
  RLe 1085 483;
  RAdd 491 621;
  RLe 1087 1079;
  RLe 491 1084;
  REntry 9 [1084];
  RMap 1 1090;
  RAdd 64 621;
  REq 1079 1092;
  RBracket 1093;
  RMul 1094 1090;
  RSum 491 483 1095;
  REq 64 1084;
  RBracket 1097;
  RMul 1098 1090;
  RSum 491 483 1099;
  REq 1096 186;
  REq 65 1092;
  RBracket 1102;
  RAdd 65 1083;
  REntry 9 [1104];
  RMul 1103 1105;
  RMap 2 1106;
  RAdd 65 621;
  REq 64 1108;
  RBracket 1109;
  RAdd 64 1083;
  REntry 9 [1111];
  RMul 1110 1112;
  RSum 1087 1081 1113;
  RSum 491 483 1114;
  REq 1115 186;
  RAdd 521 621;
  RAdd 1117 4;
  RLe 1118 1081;
  RLe 1087 1117;
  RMap 1 1112;
  REq 64 1117;
  RBracket 1122;
  RMul 1123 1112;
  RSum 1087 1081 1124;
  REq 186 1125;
  RAdd 1117 1083;
  REntry 9 [1127];
  REq 527 186;
  RSum 491 483 499;
  REq 1130 186;
  RVar 65;
  RAdd 1132 977;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 23; 42; 57; 1133; 64];
  RAdd 93 1133;
  RUse 101 [103; 18; 37; 23; 42; 57; 1135; 115];
  RMul 1134 1136;
  RMap 1 1137;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 23; 42; 57; 65; 64];
  RUse 101 [103; 18; 37; 23; 42; 57; 114; 115];
  RMul 1139 1140;
  RSum 967 971 1141;
  RMap 1 1142;
  RUse 63 [69; 34; 53; 18; 37; 29; 48; 4; 4; 1; 1; 56; 67; 66; 70; 65; 64];
  RUse 101 [103; 927; 930; 67; 66; 70; 114; 115];
  RMul 1144 1145;
  RSum 931 954 1146;
  RSum 928 947 1147;
  RSum 1 930 1148;
  RSum 1 927 1149;
  RSum 1 319 1150;
  RUse 101 [103; 18; 37; 67; 66; 70; 114; 115];
  RMul 1144 1152;
  RSum 967 971 1153;
  RSum 961 965 1154;
  RSum 1 37 1155;
  RSum 1 18 1156;
  RSum 1 319 1157;
  RAdd 992 1;
  RAdd 995 1;
  RUse 883 [69; 103; 319; 34; 53; 18; 37; 4; 4; 29; 48; 56; 1159; 1160];
  RUse 101 [886; 4; 4; 1; 1; 56; 93; 97];
  REq 1162 186;
  REq 186 1162;
  RMul 18 93;
  RAdd 1165 834;
  RAdd 1166 309;
  RMul 37 97;
  RAdd 1168 805;
  RAdd 1169 299;
  REntry 32 [66; 1167; 1170];
  RMul 844 1171;
  RSum 1 53 1172;
  RSum 1 34 1173;
  RSum 1 319 1174;
  RMul 18 1159;
  RAdd 1176 834;
  RAdd 1177 309;
  RMul 37 1160;
  RAdd 1179 805;
  RAdd 1180 299;
  REntry 32 [66; 1178; 1181];
  RMul 844 1182;
  RSum 1 53 1183;
  RSum 1 34 1184;
  RSum 1 319 1185;
  REq 1175 186;
  RUse 883 [69; 103; 319; 34; 53; 18; 37; 4; 4; 29; 48; 56; 93; 97];
  REq 1188 186;
  RUse 883 [69; 106; 2; 11; 11; 3; 3; 4; 4; 2; 2; 56; 93; 97];
  REq 1190 186;
  RMul 5 123;
  RAdd 1192 1;
  RMul 3 1;
  RMul 6 1194;
  RAdd 1193 1195;
  RAdd 1196 2;
  RLe 1 1197;
  RBracket 1198;
  RAdd 1197 4;
  RLe 1200 11;
  RBracket 1201;
  REntry 9 [1197];
  RMul 1202 1203;
  RMul 1199 1204;
  RMul 143 539;
  RAdd 1206 224;
  RVar 66;
  RMul 139 1208;
  RMul 6 1209;
  RAdd 1207 1210;
  RAdd 1211 542;
  RAdd 1209 805;
  RAdd 1213 599;
  REq 1214 1207;
  RBracket 1215;
  RMul 1216 499;
  RSum 1 538 1217;
  REq 64 1212;
  RBracket 1219;
  RMul 1220 499;
  RSum 1 538 1221;
  REq 1218 186;
  RNum (-3);
  RAdd 64 1224;
  RNum (-4);
  REq 1225 1226;
  RBracket 1227;
  RMul 1228 499;
  RSum 1 11 1229;
  RAdd 1194 805;
  RAdd 1231 7;
  REq 1232 1193;
  RBracket 1233;
  RMul 1234 499;
  RSum 1 11 1235;
  REq 1230 186;
  RMul 5 6;
  RAdd 1238 1;
  RAdd 1239 1195;
  RAdd 1240 2;
  RLe 1 1241;
  RBracket 1242;
  RAdd 1241 4;
  RLe 1244 11;
  RBracket 1245;
  REntry 9 [1241];
  RMul 1246 1247;
  RMul 1243 1248;
  REntry 9 [4];
  REq 1225 123;
  RBracket 1251;
  RMul 1252 499;
  RSum 1 11 1253;
  REq 1232 1239;
  RBracket 1255;
  RMul 1256 499;
  RSum 1 11 1257;
  REq 1254 186;
  RMul 5 1;
  RAdd 1260 1;
  RAdd 1261 1195;
  RAdd 1262 2;
  RLe 1 1263;
  RBracket 1264;
  RAdd 1263 4;
  RLe 1266 11;
  RBracket 1267;
  REntry 9 [1263];
  RMul 1268 1269;
  RMul 1265 1270;
  REntry 9 [2];
  REq 1225 1;
  RBracket 1273;
  RMul 1274 499;
  RSum 1 11 1275;
  REq 1232 1261;
  RBracket 1277;
  RMul 1278 499;
  RSum 1 11 1279;
  REq 1276 186;
  RMul 5 4;
  RAdd 1282 1;
  RAdd 1283 1195;
  RAdd 1284 2;
  RLe 1 1285;
  RBracket 1286;
  RAdd 1285 4;
  RLe 1288 11;
  RBracket 1289;
  REntry 9 [1285];
  RMul 1290 1291;
  RMul 1287 1292;
  RNum 5;
  REntry 9 [1294];
  REq 1225 3;
  RBracket 1296;
  RMul 1297 499;
  RSum 1 11 1298;
  REq 1232 1283;
  RBracket 1300;
  RMul 1301 499;
  RSum 1 11 1302;
  REq 1299 186;
  RAdd 1192 4;
  RAdd 1305 1195;
  RAdd 1306 2;
  RLe 1 1307;
  RBracket 1308;
  RAdd 1307 4;
  RLe 1310 11;
  RBracket 1311;
  REntry 9 [1307];
  RMul 1312 1313;
  RMul 1309 1314;
  REntry 9 [1];
  REq 1225 1224;
  RBracket 1317;
  RMul 1318 499;
  RSum 1 11 1319;
  REq 1232 1305;
  RBracket 1321;
  RMul 1322 499;
  RSum 1 11 1323;
  REq 1320 186;
  RAdd 1238 4;
  RAdd 1326 1195;
  RAdd 1327 2;
  RLe 1 1328;
  RBracket 1329;
  RAdd 1328 4;
  RLe 1331 11;
  RBracket 1332;
  REntry 9 [1328];
  RMul 1333 1334;
  RMul 1330 1335;
  REntry 9 [3];
  REq 1225 6;
  RBracket 1338;
  RMul 1339 499;
  RSum 1 11 1340;
  REq 1232 1326;
  RBracket 1342;
  RMul 1343 499;
  RSum 1 11 1344;
  REq 1341 186;
  RAdd 1260 4;
  RAdd 1347 1195;
  RAdd 1348 2;
  RLe 1 1349;
  RBracket 1350;
  RAdd 1349 4;
  RLe 1352 11;
  RBracket 1353;
  REntry 9 [1349];
  RMul 1354 1355;
  RMul 1351 1356;
  REntry 9 [921];
  REq 1225 4;
  RBracket 1359;
  RMul 1360 499;
  RSum 1 11 1361;
  REq 1232 1347;
  RBracket 1363;
  RMul 1364 499;
  RSum 1 11 1365;
  REq 1362 186;
  RAdd 1282 4;
  RAdd 1368 1195;
  RAdd 1369 2;
  RLe 1 1370;
  RBracket 1371;
  RAdd 1370 4;
  RLe 1373 11;
  RBracket 1374;
  REntry 9 [1370];
  RMul 1375 1376;
  RMul 1372 1377;
  RNum 6;
  REntry 9 [1379];
  REq 1225 2;
  RBracket 1381;
  RMul 1382 499;
  RSum 1 11 1383;
  REq 1232 1368;
  RBracket 1385;
  RMul 1386 499;
  RSum 1 11 1387;
  REq 1384 186;
  RAdd 104 2;
  RAdd 1390 2;
  RMul 4 1379;
  RMul 6 1392;
  RAdd 1391 1393;
  RAdd 1394 6;
  RDiv 1395 3;
  RAdd 1396 4;
  RAdd 126 3;
  RAdd 1398 4;
  RMul 4 2;
  RMul 6 1400;
  RAdd 1399 1401;
  RAdd 1402 6;
  RDiv 1403 4;
  RAdd 1404 4;
  REq 895 133;
  REq 1190 922;
  REq 1230 255;
  REq 1254 1250;
  REq 1276 1272;
  REq 1299 1295;
  REq 1320 1316;
  REq 1341 1337;
  REq 1362 1358;
  REq 1384 1380;
  REq 1397 126;
  REq 1405 126].
Definition the_steps : list step := [
  SRing 122 133;
  SCone 135 [] [];
  SCone 136 [(1%Z, [])] [];
  SCone 137 [] [];
  SCone 138 [] [];
  SAssume 140;
  SAssume 142;
  SCone 144 [(1%Z, [6]); (1%Z, [7]); (1%Z, [6; 7])] [];
  SInstantiate 8 [((39, None), 37); ((1, None), 38)];
  SInstantiate 8 [((39, None), 18); ((1, None), 19)];
  SUnfold 180 101;
  SUnfold 185 91;
  SRewrite 11 12 187 (40, Some 0%nat);
  SRing 185 185;
  SRewrite 13 14 188 (40, Some 0%nat);
  SRing 211 219;
  SRing 236 234;
  SAxiom bracket_le;
  SInstantiate 18 [((1, None), 237); ((2, None), 240)];
  SRing 244 244;
  SRewrite 19 20 247 (40, Some 0%nat);
  SInstantiate 18 [((1, None), 1); ((2, None), 222)];
  SRing 250 250;
  SRewrite 22 23 252 (40, Some 0%nat);
  SRewrite 21 24 253 (40, Some 0%nat);
  SRewrite 17 25 253 (40, Some 0%nat);
  SRewrite 26 23 254 (40, Some 0%nat);
  SRing 257 255;
  SAxiom bracket_not_le;
  SInstantiate 29 [((1, None), 237); ((2, None), 240)];
  SRewrite 30 23 259 (40, Some 0%nat);
  SRewrite 28 31 253 (40, Some 0%nat);
  SRewrite 32 23 254 (40, Some 0%nat);
  SRing 261 255;
  SAssume 263;
  SCone 264 [(1%Z, [35])] [];
  SAssume 265;
  SAssume 264;
  SAxiom mod_high;
  SInstantiate 39 [((1, None), 239); ((2, None), 221)];
  SAssume 266;
  SAxiom division;
  SInstantiate 42 [((1, None), 239); ((2, None), 221)];
  SCone 267 [(1%Z, [37]); (1%Z, [38]); (1%Z, [40]); (1%Z, [41; 38])] [(268, 43)];
  SCut 36 44;
  SCone 270 [(1%Z, [45])] [];
  SInstantiate 29 [((1, None), 228); ((2, None), 229)];
  SCut 46 47;
  SRing 234 234;
  SRewrite 48 49 273 (40, Some 0%nat);
  SRewrite 34 50 274 (40, Some 0%nat);
  SRewrite 33 51 274 (40, Some 0%nat);
  SCases 241 27 52;
  SRing 275 255;
  SInstantiate 29 [((1, None), 1); ((2, None), 222)];
  SRewrite 55 23 252 (40, Some 0%nat);
  SRewrite 54 56 253 (40, Some 0%nat);
  SRewrite 57 23 254 (40, Some 0%nat);
  SRing 276 255;
  SAssume 278;
  SAssume 279;
  SCone 280 [(1%Z, [60]); (1%Z, [61]); (1%Z, [41; 61])] [];
  SInstantiate 29 [((1, None), 1); ((2, None), 225)];
  SCut 62 63;
  SRewrite 64 49 282 (40, Some 0%nat);
  SRewrite 59 65 274 (40, Some 0%nat);
  SRewrite 58 66 274 (40, Some 0%nat);
  SCases 248 53 67;
  SInstantiate 68 [((41, None), 39); ((43, None), 42); ((42, None), 97); ((44, None), 83); ((9, Some 0%nat), 283)];
  SRing 285 209;
  SRewrite 69 70 286 (40, Some 0%nat);
  SInstantiate 68 [((41, None), 20); ((43, None), 23); ((42, None), 93); ((44, None), 76); ((9, Some 0%nat), 287)];
  SRewrite 71 72 288 (40, Some 0%nat);
  SRewrite 16 73 288 (40, Some 0%nat);
  SUnfold 289 91;
  SUnfold 290 101;
  SRewrite 75 76 291 (40, Some 0%nat);
  SRewrite 74 77 291 (40, Some 0%nat);
  SRewrite 15 78 291 (40, Some 0%nat);
  SInstantiate 79 [((35, None), 292); ((37, None), 293)];
  SCut 10 80;
  SCut 9 81;
  SRing 296 296;
  SRewrite 82 83 298 (40, Some 0%nat);
  SUnderSum 84 (20, None) 300 308;
  SUnderSum 85 (13, None) 310 318;
  SUnderSum 86 (21, None) 1 39;
  SUnderSum 87 (14, None) 1 20;
  SUnderSum 88 (8, None) 1 319;
  SUnfold 327 101;
  SRing 327 327;
  SRewrite 90 91 328 (40, Some 0%nat);
  SUnfold 339 63;
  SRing 339 339;
  SRewrite 93 94 340 (40, Some 0%nat);
  SRing 374 392;
  SRewrite 95 96 393 (40, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 98 [((3, None), 310); ((4, None), 318); ((5, None), 1); ((6, None), 39); ((9, Some 2%nat), 411)];
  SUnderSum 99 (14, None) 1 20;
  SUnderSum 100 (8, None) 1 319;
  SAxiom sum_factor;
  SInstantiate 102 [((3, None), 300); ((4, None), 308); ((8, Some 0%nat), 413); ((9, Some 1%nat), 431)];
  SRing 433 433;
  SRewrite 103 104 434 (40, Some 0%nat);
  SUnderSum 105 (46, None) 1 39;
  SInstantiate 102 [((3, None), 1); ((4, None), 39); ((8, Some 0%nat), 413); ((9, Some 1%nat), 451)];
  SRing 453 453;
  SRewrite 107 108 454 (40, Some 0%nat);
  SAssume 456;
  SAssume 457;
  SCone 460 [(1%Z, [110]); (1%Z, [111; 110])] [];
  SAssume 466;
  SAssume 468;
  SAssume 469;
  SAxiom mod_low;
  SInstantiate 116 [((1, None), 461)];
  SInstantiate 39 [((1, None), 464)];
  SAssume 470;
  SInstantiate 42 [((1, None), 461)];
  SInstantiate 42 [((1, None), 464)];
  SCone 471 [(1%Z, [115]); (1%Z, [117]); (1%Z, [118]); (1%Z, [114]); (1%Z, [119; 114])] [(472, 120); (268, 121)];
  SCone 466 [(1%Z, [114; 122]); (1%Z, [122])] [];
  SCases 466 113 123;
  SCases 466 113 124;
  SInstantiate 125 [((2, None), 39); ((32, None), 459); ((47, None), 306)];
  SCut 9 126;
  SCut 112 127;
  SCone 475 [(1%Z, [128])] [];
  SAssume 476;
  SCone 477 [(1%Z, [130]); (1%Z, [111; 130])] [];
  SInstantiate 125 [((2, None), 39); ((32, None), 299); ((47, None), 458)];
  SCut 9 132;
  SCut 131 133;
  SRing 481 479;
  SInstantiate 18 [((1, None), 482); ((2, None), 483)];
  SRing 487 487;
  SRewrite 136 137 490 (40, Some 0%nat);
  SInstantiate 18 [((1, None), 491); ((2, None), 478)];
  SRing 494 494;
  SRewrite 139 140 496 (40, Some 0%nat);
  SRewrite 138 141 497 (40, Some 0%nat);
  SRewrite 135 142 497 (40, Some 0%nat);
  SRewrite 143 140 498 (40, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 145 [((3, None), 491); ((4, None), 483); ((7, None), 478); ((9, Some 1%nat), 500)];
  SRewrite 144 146 505 (40, Some 0%nat);
  SRing 507 255;
  SInstantiate 29 [((1, None), 482); ((2, None), 483)];
  SRewrite 149 140 509 (40, Some 0%nat);
  SRewrite 148 150 497 (40, Some 0%nat);
  SRewrite 151 140 498 (40, Some 0%nat);
  SRing 511 255;
  SInstantiate 102 [((3, None), 491); ((4, None), 483); ((8, Some 0%nat), 512); ((9, Some 1%nat), 513)];
  SRing 515 517;
  SRewrite 154 155 518 (40, Some 0%nat);
  SRewrite 153 156 518 (40, Some 0%nat);
  SAssume 520;
  SAssume 523;
  SCone 524 [(1%Z, [158]); (1%Z, [159])] [];
  SAxiom bracket_not_eq;
  SInstantiate 161 [((1, None), 521); ((2, None), 478)];
  SCut 160 162;
  SRing 528 528;
  SRewrite 163 164 530 (40, Some 0%nat);
  SUnderSum 165 (48, None) 491 483;
  SRewrite 157 166 505 (40, Some 0%nat);
  SRewrite 152 167 505 (40, Some 0%nat);
  SCases 484 147 168;
  SRing 531 255;
  SInstantiate 29 [((1, None), 491); ((2, None), 478)];
  SRewrite 171 140 496 (40, Some 0%nat);
  SRewrite 170 172 497 (40, Some 0%nat);
  SRewrite 173 140 498 (40, Some 0%nat);
  SAssume 532;
  SAssume 533;
  SCone 534 [(1%Z, [175]); (1%Z, [176])] [];
  SInstantiate 161 [((1, None), 478); ((2, None), 521)];
  SCut 177 178;
  SRing 526 536;
  SRewrite 179 180 537 (40, Some 0%nat);
  SRewrite 181 164 530 (40, Some 0%nat);
  SUnderSum 182 (48, None) 491 483;
  SRewrite 157 183 505 (40, Some 0%nat);
  SRewrite 174 184 505 (40, Some 0%nat);
  SCases 492 169 185;
  SInstantiate 186 [((3, None), 1); ((4, None), 538); ((7, None), 543); ((9, Some 1%nat), 500)];
  SUnderSum 187 (50, None) 544 546;
  SUnderSum 188 (43, None) 1 139;
  SInstantiate 98 [((3, None), 1); ((4, None), 538); ((5, None), 544); ((6, None), 546); ((9, Some 2%nat), 553)];
  SUnderSum 190 (43, None) 1 139;
  SInstantiate 98 [((3, None), 1); ((4, None), 538); ((5, None), 1); ((6, None), 139); ((9, Some 2%nat), 562)];
  SRing 567 568;
  SUnderSum 193 (50, None) 544 546;
  SUnderSum 194 (43, None) 1 139;
  SInstantiate 102 [((3, None), 544); ((4, None), 546); ((8, Some 0%nat), 569); ((9, Some 1%nat), 574)];
  SRing 576 576;
  SRewrite 196 197 577 (40, Some 0%nat);
  SUnderSum 198 (43, None) 1 139;
  SInstantiate 102 [((3, None), 1); ((4, None), 139); ((8, Some 0%nat), 569); ((9, Some 1%nat), 583)];
  SRing 585 585;
  SRewrite 200 201 586 (40, Some 0%nat);
  SRewrite 199 202 589 (40, Some 0%nat);
  SRing 590 588;
  SRewrite 203 204 591 (40, Some 0%nat);
  SRewrite 195 205 591 (40, Some 0%nat);
  SUnderSum 206 (54, None) 1 538;
  SRewrite 192 207 598 (40, Some 0%nat);
  SRewrite 191 208 598 (40, Some 0%nat);
  SAssume 601;
  SAssume 602;
  SCone 604 [(1%Z, [211])] [];
  SInstantiate 125 [((2, None), 139); ((32, None), 599); ((47, None), 603)];
  SCut 212 213;
  SCone 606 [(1%Z, [210]); (1%Z, [214])] [];
  SAssume 610;
  SAssume 612;
  SCone 613 [(1%Z, [217])] [];
  SInstantiate 125 [((2, None), 139); ((32, None), 603); ((47, None), 608)];
  SCut 218 219;
  SCone 614 [(1%Z, [216]); (1%Z, [220])] [];
  SAssume 618;
  SCone 620 [(1%Z, [222])] [];
  SInstantiate 39 [((1, None), 615); ((2, None), 621)];
  SInstantiate 116 [((1, None), 615); ((2, None), 621)];
  SInstantiate 145 [((3, None), 1); ((4, None), 621); ((7, None), 622); ((9, Some 1%nat), 625)];
  SCut 225 226;
  SCut 224 227;
  SInstantiate 145 [((3, None), 491); ((4, None), 483); ((7, None), 623); ((9, Some 1%nat), 627)];
  SRing 634 634;
  SRewrite 229 230 636 (40, Some 0%nat);
  SInstantiate 102 [((3, None), 491); ((4, None), 483); ((8, Some 0%nat), 637); ((9, Some 1%nat), 638)];
  SRing 643 645;
  SAssume 648;
  SCone 648 [(1%Z, [234])] [];
  SAssume 649;
  SCone 649 [(1%Z, [236])] [];
  SAxiom antisymmetry;
  SInstantiate 238 [((1, None), 615); ((2, None), 647)];
  SCut 237 239;
  SCut 235 240;
  SRing 650 220;
  SAssume 652;
  SAssume 654;
  SAssume 657;
  SAssume 660;
  SCone 471 [(1%Z, [245]); (1%Z, [117]); (1%Z, [244]); (1%Z, [119; 244])] [(268, 246); (472, 120)];
  SCone 652 [(1%Z, [244; 247]); (1%Z, [247])] [];
  SCases 652 243 248;
  SCases 652 243 249;
  SAssume 661;
  SAssume 663;
  SAssume 664;
  SInstantiate 39 [((1, None), 461)];
  SCone 471 [(1%Z, [253]); (1%Z, [254]); (1%Z, [252]); (1%Z, [119; 252])] [(472, 246); (268, 120)];
  SCone 661 [(1%Z, [252; 255]); (1%Z, [255])] [];
  SCases 661 251 256;
  SCases 661 251 257;
  SInstantiate 238 [((1, None), 463); ((2, None), 651)];
  SCut 258 259;
  SCut 250 260;
  SInstantiate 261 [((2, None), 621); ((59, None), 224); ((32, None), 615); ((58, None), 539)];
  SRing 623 623;
  SRewrite 262 263 666 (40, None);
  SRing 668 220;
  SRewrite 264 265 671 (40, None);
  SRing 672 672;
  SRewrite 266 267 674 (40, Some 0%nat);
  SRing 675 675;
  SRewrite 261 269 677 (40, None);
  SCone 679 [] [(268, 246); (472, 120); (472, 270)];
  SCone 680 [] [(472, 246); (268, 120); (268, 270)];
  SInstantiate 238 [((1, None), 678); ((2, None), 655)];
  SCut 272 273;
  SCut 271 274;
  SInstantiate 275 [((2, None), 621); ((59, None), 224); ((32, None), 615); ((58, None), 539)];
  SRing 622 622;
  SRewrite 276 277 681 (40, None);
  SRing 683 220;
  SRewrite 278 279 686 (40, None);
  SRing 641 641;
  SRewrite 280 281 688 (40, Some 0%nat);
  SRewrite 268 282 689 (40, Some 0%nat);
  SRewrite 242 283 689 (40, Some 0%nat);
  SRewrite 284 281 690 (40, Some 0%nat);
  SAssume 691;
  SRing 693 220;
  SRewrite 286 287 696 (40, None);
  SRewrite 285 288 698 (40, Some 0%nat);
  SCut 241 289;
  SAssume 699;
  SCone 699 [(1%Z, [291])] [];
  SAssume 700;
  SCone 700 [(1%Z, [293])] [];
  SInstantiate 238 [((1, None), 224); ((2, None), 622)];
  SCut 294 295;
  SCut 292 296;
  SAssume 701;
  SCone 701 [(1%Z, [298])] [];
  SAssume 702;
  SCone 702 [(1%Z, [300])] [];
  SInstantiate 238 [((1, None), 539); ((2, None), 623)];
  SCut 301 302;
  SCut 299 303;
  SRing 516 255;
  SAssume 704;
  SInstantiate 42 [((1, None), 615); ((2, None), 621)];
  SAssume 628;
  SAssume 639;
  SRing 646 646;
  SRewrite 309 310 706 (40, None);
  SCone 471 [(1%Z, [306])] [(472, 307); (268, 308); (268, 311)];
  SCone 707 [(1%Z, [312])] [];
  SInstantiate 29 [((1, None), 1); ((2, None), 1)];
  SCut 313 314;
  SRing 255 709;
  SRewrite 315 316 711 (40, Some 0%nat);
  SRewrite 305 317 712 (40, Some 0%nat);
  SRing 255 255;
  SRewrite 318 319 713 (40, Some 0%nat);
  SRing 714 255;
  SRing 641 715;
  SRewrite 315 322 717 (40, Some 0%nat);
  SRewrite 321 323 689 (40, Some 0%nat);
  SRewrite 320 324 689 (40, Some 0%nat);
  SCut 304 325;
  SRing 718 255;
  SInstantiate 161 [((1, None), 539); ((2, None), 623)];
  SRewrite 328 281 719 (40, Some 0%nat);
  SRewrite 327 329 689 (40, Some 0%nat);
  SCases 702 326 330;
  SInstantiate 161 [((1, None), 623); ((2, None), 539)];
  SRing 640 721;
  SRewrite 332 333 722 (40, Some 0%nat);
  SRewrite 334 281 719 (40, Some 0%nat);
  SRewrite 327 335 689 (40, Some 0%nat);
  SCases 701 331 336;
  SCut 297 337;
  SRing 723 255;
  SInstantiate 161 [((1, None), 224); ((2, None), 622)];
  SRewrite 340 281 688 (40, Some 0%nat);
  SRewrite 339 341 689 (40, Some 0%nat);
  SCases 700 338 342;
  SInstantiate 161 [((1, None), 622); ((2, None), 224)];
  SRing 629 725;
  SRewrite 344 345 726 (40, Some 0%nat);
  SRewrite 346 281 688 (40, Some 0%nat);
  SRewrite 339 347 689 (40, Some 0%nat);
  SCases 699 343 348;
  SRewrite 349 281 690 (40, Some 0%nat);
  SInstantiate 161 [((1, None), 615); ((2, None), 647)];
  SRewrite 350 351 698 (40, Some 0%nat);
  SCases 649 290 352;
  SAssume 728;
  SCone 471 [(1%Z, [354])] [(268, 307); (472, 308); (472, 311)];
  SCone 707 [(1%Z, [355])] [];
  SCut 356 314;
  SRewrite 357 316 711 (40, Some 0%nat);
  SRewrite 305 358 712 (40, Some 0%nat);
  SRewrite 359 319 713 (40, Some 0%nat);
  SRewrite 357 322 717 (40, Some 0%nat);
  SRewrite 321 361 689 (40, Some 0%nat);
  SRewrite 360 362 689 (40, Some 0%nat);
  SCut 304 363;
  SCases 702 364 330;
  SCases 701 365 336;
  SCut 297 366;
  SCases 700 367 342;
  SCases 699 368 348;
  SRewrite 369 281 690 (40, Some 0%nat);
  SInstantiate 161 [((1, None), 647); ((2, None), 615)];
  SRing 697 730;
  SRewrite 371 372 698 (40, Some 0%nat);
  SRewrite 370 373 698 (40, Some 0%nat);
  SCases 648 353 374;
  SRing 731 731;
  SRewrite 375 376 733 (40, Some 0%nat);
  SRewrite 233 377 734 (40, Some 0%nat);
  SUnderSum 378 (50, None) 491 483;
  SRewrite 232 379 741 (40, Some 0%nat);
  SRewrite 231 380 741 (40, Some 0%nat);
  SUnderSum 381 (43, None) 1 621;
  SRewrite 228 382 749 (40, Some 0%nat);
  SInstantiate 383 [((55, None), 616); ((56, None), 139); ((3, None), 544); ((4, None), 546); ((57, Some 2%nat), 750)];
  SCut 223 384;
  SRing 754 759;
  SRewrite 385 386 760 (40, Some 0%nat);
  SInstantiate 375 [((55, None), 616); ((56, None), 139)];
  SRing 762 764;
  SRewrite 388 389 765 (40, Some 0%nat);
  SUnderSum 390 (50, None) 544 546;
  SUnderSum 391 (43, None) 1 139;
  SRing 754 754;
  SRewrite 392 393 766 (40, Some 0%nat);
  SRewrite 387 394 775 (40, Some 0%nat);
  SRewrite 395 392 760 (40, Some 0%nat);
  SInstantiate 396 [((55, None), 563)];
  SCut 221 397;
  SCut 215 398;
  SRing 587 587;
  SRewrite 399 400 776 (40, Some 0%nat);
  SRing 777 777;
  SRewrite 401 402 779 (40, Some 0%nat);
  SRing 564 777;
  SRewrite 403 404 780 (40, Some 0%nat);
  SUnderSum 405 (54, None) 1 538;
  SRewrite 209 406 782 (40, Some 0%nat);
  SRewrite 189 407 782 (40, Some 0%nat);
  SInstantiate 408 [((49, None), 53); ((39, None), 39); ((51, None), 353); ((52, None), 300); ((53, None), 307); ((9, Some 1%nat), 789)];
  SCut 9 409;
  SCut 134 410;
  SCut 129 411;
  SRing 791 791;
  SRewrite 412 413 793 (40, Some 0%nat);
  SRing 813 791;
  SRewrite 414 415 814 (40, Some 0%nat);
  SRewrite 109 416 814 (40, Some 0%nat);
  SRewrite 106 417 814 (40, Some 0%nat);
  SUnderSum 418 (13, None) 310 318;
  SUnderSum 419 (14, None) 1 20;
  SUnderSum 420 (8, None) 1 319;
  SAssume 816;
  SAssume 817;
  SCone 820 [(1%Z, [422]); (1%Z, [423; 422])] [];
  SInstantiate 125 [((2, None), 20); ((32, None), 819); ((47, None), 316)];
  SCut 10 425;
  SCut 424 426;
  SCone 823 [(1%Z, [427])] [];
  SAssume 824;
  SCone 825 [(1%Z, [429]); (1%Z, [423; 429])] [];
  SInstantiate 125 [((2, None), 20); ((32, None), 309); ((47, None), 818)];
  SCut 10 431;
  SCut 430 432;
  SInstantiate 408 [((49, None), 34); ((39, None), 20); ((51, None), 794); ((52, None), 310); ((53, None), 317); ((9, Some 1%nat), 833)];
  SCut 10 434;
  SCut 433 435;
  SCut 428 436;
  SRing 841 842;
  SRewrite 437 438 843 (40, Some 0%nat);
  SUnderSum 439 (8, None) 1 319;
  SRewrite 421 440 850 (40, Some 0%nat);
  SRewrite 101 441 850 (40, Some 0%nat);
  SRing 865 849;
  SUnfold 884 883;
  SUnfold 887 101;
  SRewrite 444 445 888 (40, Some 0%nat);
  SRewrite 443 446 888 (40, Some 0%nat);
  SRewrite 442 447 888 (40, Some 0%nat);
  SRewrite 97 448 888 (40, Some 0%nat);
  SRewrite 92 449 888 (40, Some 0%nat);
  SInstantiate 450 [((32, Some 3%nat), 182)];
  SRing 891 891;
  SRewrite 451 452 892 (40, Some 0%nat);
  SRewrite 89 453 892 (40, Some 0%nat);
  SInstantiate 454 [((45, None), 2); ((29, None), 104); ((31, None), 104); ((12, None), 4); ((19, None), 4); ((61, None), 4); ((63, None), 4); ((17, None), 11); ((24, None), 11); ((16, None), 2); ((23, None), 2); ((11, None), 3); ((18, None), 3); ((15, None), 1); ((22, None), 1)];
  SCut 5 455;
  SCut 4 456;
  SCut 3 457;
  SCut 2 458;
  SRewrite 1 459 896 (40, Some 0%nat);
  SRing 915 922;
  SUnfold 957 883;
  SRing 957 957;
  SRewrite 462 463 958 (40, Some 0%nat);
  SRing 988 1002;
  SRewrite 464 465 1003 (40, Some 0%nat);
  SAssume 1005;
  SAssume 1006;
  SAssume 1007;
  SCone 1009 [(1%Z, [467]); (1%Z, [468]); (1%Z, [469; 467])] [];
  SAssume 1010;
  SCone 1012 [(1%Z, [471]); (1%Z, [37]); (1%Z, [469; 471])] [];
  SInstantiate 145 [((3, None), 1011); ((4, None), 1008); ((7, None), 647); ((9, Some 1%nat), 1014)];
  SCut 472 473;
  SCut 470 474;
  SUnderSum 475 (43, None) 1 621;
  SUnderSum 476 (50, None) 491 483;
  SInstantiate 98 [((3, None), 1011); ((4, None), 1008); ((5, None), 1); ((6, None), 621); ((9, Some 2%nat), 1020)];
  SUnderSum 478 (50, None) 491 483;
  SInstantiate 98 [((3, None), 1011); ((4, None), 1008); ((5, None), 491); ((6, None), 483); ((9, Some 2%nat), 1028)];
  SInstantiate 98 [((3, None), 1); ((4, None), 621); ((5, None), 491); ((6, None), 483); ((9, Some 2%nat), 1034)];
  SUnderSum 481 (58, None) 1011 1008;
  SRewrite 480 482 1042 (40, Some 0%nat);
  SRewrite 479 483 1042 (40, Some 0%nat);
  SAssume 1045;
  SAssume 1046;
  SAssume 1047;
  SInstantiate 116 [((1, None), 651); ((2, None), 621)];
  SInstantiate 42 [((1, None), 651); ((2, None), 621)];
  SCone 471 [(1%Z, [487]); (1%Z, [488]); (1%Z, [486]); (1%Z, [469; 486])] [(472, 489)];
  SCone 1045 [(1%Z, [486; 490]); (1%Z, [490])] [];
  SCases 1045 485 491;
  SCases 1045 485 492;
  SAssume 1048;
  SAssume 1049;
  SAssume 1050;
  SInstantiate 39 [((1, None), 651); ((2, None), 621)];
  SCone 471 [(1%Z, [496]); (1%Z, [497]); (1%Z, [495]); (1%Z, [469; 495])] [(268, 489)];
  SCone 1048 [(1%Z, [495; 498]); (1%Z, [498])] [];
  SCases 1048 494 499;
  SCases 1048 494 500;
  SInstantiate 383 [((55, None), 651); ((57, Some 2%nat), 1051)];
  SCut 501 502;
  SCut 493 503;
  SRing 1056 1056;
  SRewrite 504 505 1057 (40, Some 0%nat);
  SUnderSum 506 (58, None) 1011 1008;
  SRewrite 484 507 1062 (40, Some 0%nat);
  SRewrite 477 508 1062 (40, Some 0%nat);
  SRing 1061 1061;
  SRewrite 509 510 1063 (40, Some 0%nat);
  SInstantiate 511 [((3, None), 959); ((4, None), 941); ((56, None), 37); ((57, Some 2%nat), 1071)];
  SInstantiate 511 [((3, None), 1); ((4, None), 319); ((56, None), 18); ((57, Some 2%nat), 1078)];
  SAssume 1082;
  SCone 1086 [(1%Z, [514])] [];
  SAssume 1088;
  SCone 1089 [(1%Z, [516])] [];
  SInstantiate 145 [((7, None), 1084); ((9, Some 1%nat), 1091)];
  SCut 517 518;
  SCut 515 519;
  SRing 1096 1100;
  SRewrite 520 521 1101 (40, Some 0%nat);
  SUnderSum 522 (26, None) 1087 1081;
  SInstantiate 98 [((3, None), 491); ((4, None), 483); ((5, None), 1087); ((6, None), 1081); ((9, Some 2%nat), 1107)];
  SRewrite 523 524 1116 (40, Some 0%nat);
  SCone 1119 [(1%Z, [159])] [];
  SCone 1120 [(1%Z, [176])] [];
  SInstantiate 145 [((3, None), 1087); ((4, None), 1081); ((7, None), 1117); ((9, Some 1%nat), 1121)];
  SCut 527 528;
  SCut 526 529;
  SRing 1125 1125;
  SRewrite 530 531 1126 (40, Some 0%nat);
  SRing 527 1128;
  SRewrite 532 533 1129 (40, Some 0%nat);
  SUnderSum 534 (48, None) 491 483;
  SRewrite 525 535 1131 (40, Some 0%nat);
  SInstantiate 536 [((3, None), 967); ((4, None), 971); ((56, None), 955); ((9, Some 1%nat), 1138)];
  SUnderSum 537 (65, None) 962 966;
  SUnderSum 538 (21, None) 1 37;
  SUnderSum 539 (14, None) 1 18;
  SUnderSum 540 (8, None) 1 319;
  SInstantiate 536 [((3, None), 961); ((4, None), 965); ((56, None), 948); ((9, Some 1%nat), 1143)];
  SUnderSum 542 (21, None) 1 37;
  SUnderSum 543 (14, None) 1 18;
  SUnderSum 544 (8, None) 1 319;
  SRing 1151 1158;
  SInstantiate 450 [((12, None), 4); ((19, None), 4); ((15, None), 1); ((22, None), 1); ((16, None), 29); ((23, None), 48); ((32, Some 3%nat), 103)];
  SCut 5 547;
  SCut 4 548;
  SCut 2 549;
  SUnfold 1161 883;
  SUnfold 1162 101;
  SRewrite 551 552 1163 (40, Some 0%nat);
  SRing 1162 1162;
  SRewrite 553 554 1164 (40, Some 0%nat);
  SRing 1175 1186;
  SRewrite 555 556 1187 (40, Some 0%nat);
  SUnfold 1188 883;
  SRewrite 557 558 1189 (40, Some 0%nat);
  SRewrite 550 559 1189 (40, Some 0%nat);
  SRewrite 546 560 1189 (40, Some 0%nat);
  SRewrite 545 561 1189 (40, Some 0%nat);
  SRewrite 541 562 1189 (40, Some 0%nat);
  SRewrite 513 563 1189 (40, Some 0%nat);
  SRewrite 512 564 1189 (40, Some 0%nat);
  SRewrite 466 565 1189 (40, Some 0%nat);
  SInstantiate 566 [((45, None), 2); ((61, None), 4); ((63, None), 4); ((17, None), 11); ((24, None), 11); ((16, None), 2); ((23, None), 2); ((11, None), 3); ((18, None), 3); ((32, Some 3%nat), 106)];
  SCut 3 567;
  SRewrite 461 568 1191 (40, Some 0%nat);
  SRing 1205 255;
  SInstantiate 186 [((3, None), 1); ((4, None), 538); ((7, None), 1212); ((9, Some 1%nat), 500)];
  SRing 1218 1222;
  SRewrite 571 572 1223 (40, Some 0%nat);
  SInstantiate 573 [((1, None), 4); ((49, None), 11); ((51, None), 2); ((39, None), 3)];
  SInstantiate 574 [((66, None), 1); ((43, None), 1); ((50, None), 123)];
  SRing 1230 1236;
  SRewrite 575 576 1237 (40, Some 0%nat);
  SRewrite 570 577 1237 (40, Some 0%nat);
  SRing 1249 1250;
  SInstantiate 574 [((66, None), 1); ((43, None), 1); ((50, None), 6)];
  SRing 1254 1258;
  SRewrite 580 581 1259 (40, Some 0%nat);
  SRewrite 579 582 1259 (40, Some 0%nat);
  SRing 1271 1272;
  SInstantiate 574 [((66, None), 1); ((43, None), 1); ((50, None), 1)];
  SRing 1276 1280;
  SRewrite 585 586 1281 (40, Some 0%nat);
  SRewrite 584 587 1281 (40, Some 0%nat);
  SRing 1293 1295;
  SInstantiate 574 [((66, None), 1); ((43, None), 1); ((50, None), 4)];
  SRing 1299 1303;
  SRewrite 590 591 1304 (40, Some 0%nat);
  SRewrite 589 592 1304 (40, Some 0%nat);
  SRing 1315 1316;
  SInstantiate 574 [((66, None), 1); ((43, None), 4); ((50, None), 123)];
  SRing 1320 1324;
  SRewrite 595 596 1325 (40, Some 0%nat);
  SRewrite 594 597 1325 (40, Some 0%nat);
  SRing 1336 1337;
  SInstantiate 574 [((66, None), 1); ((43, None), 4); ((50, None), 6)];
  SRing 1341 1345;
  SRewrite 600 601 1346 (40, Some 0%nat);
  SRewrite 599 602 1346 (40, Some 0%nat);
  SRing 1357 1358;
  SInstantiate 574 [((66, None), 1); ((43, None), 4); ((50, None), 1)];
  SRing 1362 1366;
  SRewrite 605 606 1367 (40, Some 0%nat);
  SRewrite 604 607 1367 (40, Some 0%nat);
  SRing 1378 1380;
  SInstantiate 574 [((66, None), 1); ((43, None), 4); ((50, None), 4)];
  SRing 1384 1388;
  SRewrite 610 611 1389 (40, Some 0%nat);
  SRewrite 609 612 1389 (40, Some 0%nat);
  SRing 1397 126;
  SRing 1405 126].
Definition the_claims : list claim := [
  Build_claim [] 1406 460;
  Build_claim [] 1407 569;
  Build_claim [] 1408 578;
  Build_claim [] 1409 583;
  Build_claim [] 1410 588;
  Build_claim [] 1411 593;
  Build_claim [] 1412 598;
  Build_claim [] 1413 603;
  Build_claim [] 1414 608;
  Build_claim [] 1415 613;
  Build_claim [] 1416 614;
  Build_claim [] 1417 615;
  Build_claim [] 1416 614;
  Build_claim [] 1417 615].
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
  exact (fun R m1 m2 o w x => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 35%positive => m1 | 37%positive => m2 | 25%positive
    => o | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 26%positive, 4%nat, [place_0; place_1; place_2; place_3]
    => w place_0 place_1 place_2 place_3 | 32%positive, 3%nat, [place_0; place_1; place_2] => x place_0
    place_1 place_2 | _, _, _ => r0 end |}).
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
  exact (fun R => claim_true sequents checked 10%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_12 : statement_12.
Proof.
  exact (fun R => claim_true sequents checked 11%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
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
  Proved statement_14 theorem_14].
Print Assumptions all_theorems.
