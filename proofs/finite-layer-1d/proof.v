(** Finite signals (axes: 1)

First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere. *)
From Symstride.Kernel Require Import Readable.
Open Scope Z_scope.

Definition phases {R : semiring} (x : Z -> Z -> R) (S rho c m : Z) : R :=
  x c (S * m + rho).

Definition grouped {R : semiring} (w : Z -> Z -> Z -> R) (x : Z -> Z -> R) (C O k s dl p o j : Z) : R :=
  SUM 0 <= v_0 < C, SUM 0 <= v_1 < k, w o v_0 v_1 [*] x (C * (o / O) + v_0) (s * j + dl * v_1 - p).

Definition extend {R : semiring} (x : Z -> Z -> R) (N c t : Z) : R :=
  [<=: 0, t] [*] ([<=: t + 1, N] [*] x c t).

Definition bank {R : semiring} (w : Z -> Z -> Z -> R) (k s dl p a tau o rho c u : Z) : R :=
  [=: 0, (s * a * u + rho - s * tau + p) mod dl] [*] ([<=: 0, (s * a * u + rho - s * tau + p) / dl] [*] ([<=:
    ((s * a * u + rho - s * tau + p) / dl) + 1, k] [*] w o c ((s * a * u + rho - s * tau + p) / dl))).

Definition wrap {R : semiring} (x : Z -> Z -> R) (N c t : Z) : R :=
  x c (t mod N).

(** zero padding *)
Definition statement_1 : Prop :=
  forall (R : semiring) (act : R -> R) (C N O a : Z) (b : Z -> R) (dl k m o p s tau : Z)
    (w : Z -> Z -> Z -> R) (x : Z -> Z -> R),
  0 <= tau ->
  1 <= O ->
  1 <= a ->
  1 <= dl ->
  1 <= s ->
  tau < a ->
  phases (fun v_0 v_1 => act (grouped w (fun v_2 v_3 => extend x N v_2 v_3) C O k s dl p v_0 v_1 [+] b v_0)) a
    tau o m =
    act ((SUM 0 <= v_0 < C, SUM 0 <= v_1 < s * a,
      SUM (- p) / (s * a) <= v_2 < ((s * (a - 1) + dl * (k - 1) - p) / (s * a)) + 1, bank w k s dl p a tau o
      v_1 v_0 v_2 [*] extend (fun v_3 v_4 => phases (fun v_5 v_6 => extend x N v_5 v_6) (s * a) v_1 v_3 v_4)
      ((N + s * a - 1) / (s * a)) (C * (o / O) + v_0) (m + v_2)) [+] b o) :> R.

(** circular padding *)
Definition statement_2 : Prop :=
  forall (R : semiring) (act : R -> R) (C O a : Z) (b : Z -> R) (dl k m n o p s tau : Z)
    (w : Z -> Z -> Z -> R) (x : Z -> Z -> R),
  0 <= tau ->
  1 <= O ->
  1 <= a ->
  1 <= dl ->
  1 <= n ->
  1 <= s ->
  tau < a ->
  phases (fun v_0 v_1 => act (grouped w (fun v_2 v_3 => wrap x (s * a * n) v_2 v_3) C O k s dl p v_0 v_1 [+] b
    v_0)) a tau o m =
    act ((SUM 0 <= v_0 < C, SUM 0 <= v_1 < s * a,
      SUM (- p) / (s * a) <= v_2 < ((s * (a - 1) + dl * (k - 1) - p) / (s * a)) + 1, bank w k s dl p a tau o
      v_1 v_0 v_2 [*] wrap (fun v_3 v_4 => phases x (s * a) v_1 v_3 v_4) n (C * (o / O) + v_0) (m + v_2)) [+]
      b o) :> R.

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
  RVar 1;
  RMul 4 5;
  RNum (-1);
  RVar 13;
  RMul 7 8;
  RDiv 9 6;
  RAdd 5 7;
  RMul 4 11;
  RVar 14;
  RVar 15;
  RAdd 14 7;
  RMul 13 15;
  RAdd 12 16;
  RAdd 17 9;
  RDiv 18 6;
  RNum 1;
  RAdd 19 20;
  RVar 16;
  RMul 6 22;
  RVar 17;
  RAdd 23 24;
  RVar 18;
  RMul 4 26;
  RMul 7 27;
  RAdd 25 28;
  RAdd 29 8;
  RMod 30 13;
  REq 2 31;
  RBracket 32;
  RDiv 30 13;
  RLe 2 34;
  RBracket 35;
  RAdd 34 20;
  RLe 37 14;
  RBracket 38;
  RVar 19;
  RVar 8;
  REntry 20 [40; 41; 34];
  RMul 39 42;
  RMul 36 43;
  RMul 33 44;
  RDefine 21 45 [(20, Some 3%nat); (15, None); (12, None); (14, None); (13, None); (1, None); (18, None); (19, None); (17, None); (8, None); (16, None)];
  RBound 0;
  RBound 1;
  RBound 2;
  REntry 20 [47; 48; 49];
  RMap 3 50;
  RUse 46 [51; 14; 4; 13; 8; 5; 26; 40; 48; 49; 47];
  RVar 22;
  RLe 2 53;
  RBracket 54;
  RAdd 53 20;
  RVar 23;
  RLe 56 57;
  RBracket 58;
  REntry 24 [41; 53];
  RMul 59 60;
  RMul 55 61;
  RDefine 25 62 [(24, Some 2%nat); (23, None); (8, None); (22, None)];
  RVar 26;
  RVar 27;
  RMul 64 65;
  RAdd 66 24;
  REntry 24 [41; 67];
  RDefine 28 68 [(24, Some 2%nat); (26, None); (17, None); (8, None); (27, None)];
  REntry 24 [47; 48];
  RMap 2 70;
  RUse 63 [71; 57; 47; 48];
  RMap 2 72;
  RBound 3;
  RUse 69 [73; 6; 74; 47; 48];
  RMap 2 75;
  RAdd 57 6;
  RAdd 77 7;
  RDiv 78 6;
  RVar 29;
  RDiv 40 80;
  RMul 3 81;
  RAdd 82 49;
  RAdd 65 47;
  RUse 63 [76; 79; 83; 84];
  RMul 52 85;
  RSum 10 21 86;
  RSum 2 6 87;
  RSum 2 3 88;
  REntry 2 [40];
  RAdd 89 90;
  RApply 30 91;
  RMul 1 92;
  RLe 20 80;
  RBracket 94;
  RMul 95 92;
  REntry 31 [];
  RMul 97 92;
  REq 96 98;
  REq 97 96;
  REq 92 97;
  RLe 20 4;
  RLe 20 5;
  RLe 20 6;
  RLe 2 65;
  RBracket 105;
  RAdd 65 20;
  RLe 107 79;
  RBracket 108;
  RLe 2 48;
  RBracket 110;
  RAdd 48 20;
  RLe 112 57;
  RBracket 113;
  RMul 114 70;
  RMul 111 115;
  RMap 2 116;
  RAdd 82 41;
  RUse 69 [117; 6; 24; 118; 65];
  RMul 109 119;
  RMul 106 120;
  RUse 69 [73; 6; 24; 47; 48];
  RMap 2 122;
  RUse 63 [123; 79; 118; 65];
  REq 124 97;
  REq 97 124;
  RLe 2 67;
  RBracket 127;
  RAdd 67 20;
  RLe 129 57;
  RBracket 130;
  REntry 9 [];
  RMul 131 132;
  RMul 128 133;
  RMul 1 134;
  RMul 1 135;
  RAdd 57 64;
  RAdd 137 7;
  RDiv 138 64;
  RLe 107 139;
  RBracket 140;
  RMul 141 134;
  RMul 1 142;
  RMul 97 134;
  RMul 1 144;
  REq 143 145;
  RMul 106 142;
  RMul 97 142;
  REq 147 148;
  REq 147 97;
  REq 97 147;
  RNat 0;
  RMul 152 134;
  RMul 106 153;
  RMul 106 144;
  REq 147 155;
  RMul 152 132;
  RMul 128 157;
  RAdd 139 20;
  RLe 159 107;
  RLe 139 65;
  RLe 2 24;
  RLe 20 64;
  RLe 57 67;
  RMul 7 20;
  RAdd 57 20;
  RLe 166 129;
  RMul 97 132;
  RMul 128 168;
  REq 134 169;
  REq 134 97;
  RMul 152 142;
  RMul 152 133;
  RAdd 24 20;
  RLe 174 64;
  RLe 107 2;
  RLe 129 2;
  RMul 97 133;
  REq 134 178;
  RMul 6 65;
  RAdd 180 24;
  REntry 24 [118; 181];
  RMap 0 182;
  RUse 63 [71; 57; 118; 181];
  RUse 69 [73; 6; 24; 118; 65];
  REq 185 97;
  RAdd 65 22;
  RUse 46 [51; 14; 4; 13; 8; 5; 26; 40; 24; 41; 22];
  RUse 69 [73; 6; 24; 118; 187];
  RMul 188 189;
  RMul 188 97;
  REq 190 191;
  RUse 69 [73; 6; 48; 83; 84];
  RMul 52 193;
  RSum 10 21 194;
  RSum 2 6 195;
  RSum 2 3 196;
  RAdd 197 90;
  RApply 30 198;
  RAdd 97 90;
  RApply 30 200;
  REq 199 201;
  REq 97 189;
  RAdd 82 47;
  RUse 63 [71; 57; 204; 48];
  RMap 2 205;
  RUse 69 [206; 6; 24; 41; 187];
  REq 207 97;
  RMul 188 207;
  REq 209 191;
  RUse 69 [206; 6; 48; 49; 84];
  RMul 52 211;
  RSum 10 21 212;
  RSum 2 6 213;
  RSum 2 3 214;
  RAdd 215 90;
  RApply 30 216;
  REq 217 201;
  RUse 69 [71; 6; 48; 49; 84];
  RMul 52 219;
  RSum 10 21 220;
  RSum 2 6 221;
  RSum 2 3 222;
  REq 97 223;
  RMul 6 84;
  RAdd 225 48;
  REntry 24 [49; 226];
  RMul 52 227;
  RSum 10 21 228;
  RSum 2 6 229;
  RSum 2 3 230;
  REq 97 231;
  RMul 6 47;
  RAdd 233 48;
  RAdd 8 28;
  RAdd 234 235;
  RMod 236 13;
  REq 2 237;
  RBracket 238;
  RDiv 236 13;
  RLe 2 240;
  RBracket 241;
  RAdd 240 20;
  RLe 243 14;
  RBracket 244;
  REntry 20 [40; 49; 240];
  RAdd 27 236;
  RAdd 247 9;
  RAdd 180 248;
  REntry 24 [49; 249];
  RMul 246 250;
  RMul 245 251;
  RMul 242 252;
  RMul 239 253;
  RSum 10 21 254;
  RSum 2 6 255;
  RSum 2 3 256;
  RAdd 234 28;
  RAdd 258 8;
  RMod 259 13;
  REq 2 260;
  RBracket 261;
  RDiv 259 13;
  RLe 2 263;
  RBracket 264;
  RAdd 263 20;
  RLe 266 14;
  RBracket 267;
  REntry 20 [40; 49; 263];
  RMul 268 269;
  RMul 265 270;
  RMul 262 271;
  RMul 272 227;
  RSum 10 21 273;
  RSum 2 6 274;
  RSum 2 3 275;
  REq 257 97;
  RAdd 26 20;
  RLe 278 5;
  RMul 7 235;
  RAdd 16 280;
  RLe 281 18;
  RVar 24;
  RVar 2;
  RDiv 283 284;
  RVar 32;
  RDiv 286 284;
  RLe 285 287;
  RAdd 287 20;
  RLe 289 285;
  RLe 283 286;
  RLe 20 284;
  RLe 20 2;
  RMul 20 20;
  RLe 2 26;
  RLe 9 280;
  RVar 7;
  REntry 9 [297];
  RMul 1 298;
  RMul 1 299;
  RAdd 297 20;
  RVar 4;
  RLe 301 302;
  RBracket 303;
  RMul 304 298;
  RMul 1 305;
  RMul 97 298;
  RMul 1 307;
  REq 306 308;
  RVar 3;
  RLe 310 297;
  RBracket 311;
  RMul 312 305;
  RMul 97 305;
  REq 313 314;
  REq 313 97;
  REq 97 313;
  REntry 9 [47];
  RMap 1 318;
  REq 47 297;
  RBracket 320;
  RMul 321 318;
  RSum 310 302 322;
  REq 323 97;
  RMul 152 298;
  RMul 312 325;
  RMul 312 307;
  REq 313 327;
  RSum 310 302 152;
  RMul 152 329;
  RMap 0 152;
  RMap 1 152;
  RMul 152 318;
  RSum 310 302 333;
  RMul 152 152;
  RSum 310 302 335;
  REq 334 97;
  RAdd 302 20;
  RLe 338 301;
  RVar 33;
  RAdd 340 20;
  RLe 341 302;
  RLe 341 297;
  REq 340 297;
  RBracket 344;
  REntry 9 [340];
  RMul 345 346;
  RMul 97 346;
  REq 347 348;
  RMul 152 305;
  RLe 301 310;
  RLe 310 340;
  RLe 301 340;
  REq 297 340;
  RBracket 354;
  REq 345 97;
  RMul 4 22;
  RAdd 357 24;
  RAdd 358 8;
  RDiv 359 13;
  REntry 9 [47; 359];
  RMap 1 361;
  RMod 359 13;
  REq 2 363;
  RBracket 364;
  REq 47 360;
  RBracket 366;
  RMul 367 361;
  RSum 2 14 368;
  RMul 365 369;
  RMul 365 97;
  REq 370 371;
  RMap 0 365;
  RMap 1 368;
  RVar 34;
  REq 375 360;
  RBracket 376;
  RMul 365 377;
  REntry 9 [375; 359];
  RMul 378 379;
  RMul 377 379;
  RMul 365 381;
  RLe 20 13;
  RAdd 2 20;
  RLe 384 13;
  RLe 2 2;
  RVar 35;
  RMul 387 22;
  RAdd 388 24;
  RLe 53 389;
  RLe 389 53;
  RMul 1 1;
  RVar 36;
  RLe 285 393;
  RAdd 393 20;
  RLe 395 285;
  RVar 37;
  RAdd 397 20;
  RLe 398 284;
  RMul 284 393;
  RAdd 400 397;
  REq 283 401;
  RLe 393 285;
  RAdd 285 20;
  RLe 404 393;
  RLe 2 397;
  RDiv 53 387;
  RVar 31;
  REq 408 407;
  REq 22 22;
  RBracket 410;
  REq 22 408;
  RBracket 412;
  REq 413 1;
  REq 22 407;
  RBracket 415;
  RMul 1 416;
  RMul 1 97;
  REq 417 418;
  RMul 284 285;
  RMul 284 408;
  REq 420 421;
  RMod 283 284;
  RLe 423 397;
  RLe 397 423;
  RMod 53 387;
  REq 408 426;
  REq 24 24;
  RBracket 428;
  REq 24 408;
  RBracket 430;
  REq 431 1;
  REq 24 426;
  RBracket 433;
  RMul 434 416;
  RMul 97 416;
  REq 435 436;
  REq 435 97;
  REq 97 435;
  REq 53 389;
  REq 53 53;
  RBracket 441;
  REq 53 408;
  RBracket 443;
  REq 444 1;
  RBracket 440;
  REq 446 97;
  RLe 24 426;
  RLe 426 24;
  RLe 22 407;
  RLe 407 22;
  RLe 56 389;
  RMul 387 408;
  REq 388 453;
  RLe 384 2;
  RBracket 386;
  RMul 456 152;
  RMul 97 152;
  REq 152 458;
  REq 152 97;
  REq 97 152;
  RMul 152 435;
  RMul 456 435;
  RMul 97 435;
  REq 435 464;
  RMul 434 152;
  RMul 434 97;
  REq 435 467;
  REq 407 22;
  RBracket 469;
  REq 416 97;
  RMul 152 416;
  REq 426 24;
  RBracket 473;
  REq 434 97;
  RAdd 389 20;
  RLe 476 53;
  REq 389 53;
  RBracket 478;
  RMul 13 375;
  RAdd 480 2;
  REq 359 481;
  RBracket 482;
  RMul 483 379;
  RMul 97 379;
  REq 484 485;
  REq 480 359;
  RBracket 487;
  RMul 488 379;
  REq 489 97;
  RMul 13 47;
  REq 491 359;
  RBracket 492;
  RMul 493 361;
  RSum 2 14 494;
  REq 495 97;
  RVar 38;
  RVar 39;
  RAdd 498 20;
  RLe 480 359;
  RLe 359 480;
  REntry 9 [375; 480];
  REntry 9 [375; 408];
  REq 502 503;
  RMul 488 502;
  RMul 488 97;
  REq 505 506;
  RMul 152 379;
  REq 489 485;
  REq 97 489;
  RMul 152 502;
  RMul 97 502;
  REq 505 512;
  REq 505 97;
  REq 359 480;
  RBracket 515;
  REq 488 97;
  RMul 4 48;
  RAdd 518 24;
  RAdd 519 8;
  REq 491 520;
  RBracket 521;
  REntry 9 [47; 491];
  RMul 522 523;
  RMap 2 524;
  RMul 13 48;
  RMul 4 47;
  RAdd 527 49;
  RAdd 528 8;
  REq 526 529;
  RBracket 530;
  REntry 9 [48; 526];
  RMul 531 532;
  RSum 497 499 533;
  RMap 2 534;
  RMul 502 488;
  RMap 0 502;
  RAdd 527 24;
  RAdd 538 8;
  REq 480 539;
  RBracket 540;
  RMap 1 541;
  RMul 502 541;
  RSum 497 499 543;
  REq 97 544;
  RAdd 527 48;
  RAdd 546 8;
  REq 480 547;
  RBracket 548;
  RSum 497 499 549;
  RMap 1 550;
  RMul 502 550;
  RSum 2 4 552;
  REq 97 553;
  RSum 2 4 550;
  RMul 502 555;
  REq 556 97;
  RMul 555 502;
  REq 558 97;
  RMul 13 49;
  REq 560 547;
  RBracket 561;
  RSum 497 499 562;
  RSum 2 4 563;
  RMul 564 523;
  RSum 2 14 565;
  REq 566 97;
  RDiv 9 4;
  RLe 497 568;
  RLe 2 375;
  RAdd 480 9;
  RLe 9 571;
  RDiv 571 4;
  RLe 497 573;
  RAdd 16 9;
  RDiv 575 4;
  RLe 576 498;
  RAdd 375 20;
  RLe 578 14;
  RLe 571 575;
  RLe 573 498;
  RAdd 53 9;
  RDiv 582 4;
  RLe 583 498;
  RAdd 583 20;
  RLe 585 499;
  REntry 40 [47; 407];
  RMap 1 587;
  REntry 40 [24; 47];
  RMap 1 589;
  REq 47 407;
  RBracket 591;
  RMul 592 589;
  RSum 310 302 593;
  RMul 434 594;
  REq 595 467;
  RMap 0 434;
  RMap 1 593;
  REntry 40 [24; 22];
  RMul 435 599;
  RMul 416 599;
  RMul 434 601;
  RMul 446 599;
  RMul 97 599;
  REq 603 604;
  REq 603 97;
  RMul 387 47;
  RAdd 607 24;
  REq 53 608;
  RBracket 609;
  RMul 610 589;
  RSum 310 302 611;
  REq 612 97;
  RAdd 607 48;
  REq 53 614;
  RBracket 615;
  REntry 40 [48; 47];
  RMul 616 617;
  RSum 310 302 618;
  RSum 2 387 619;
  REq 620 97;
  RMap 2 1;
  REq 53 547;
  RBracket 623;
  RSum 497 499 624;
  RSum 2 4 625;
  REq 582 546;
  RBracket 627;
  RMul 628 1;
  RSum 497 499 629;
  RSum 2 4 630;
  REq 626 97;
  REq 53 359;
  RBracket 633;
  REq 582 358;
  RBracket 635;
  REq 634 97;
  REq 97 626;
  RMod 582 4;
  REq 48 639;
  RBracket 640;
  REq 47 583;
  RBracket 642;
  RMul 641 643;
  RSum 497 499 644;
  RSum 2 4 645;
  REq 646 97;
  REq 97 555;
  RMul 1 502;
  REq 649 512;
  REq 502 97;
  RSum 2 14 523;
  REq 652 97;
  REntry 20 [40; 41; 47];
  RAdd 27 48;
  RAdd 655 9;
  RAdd 180 656;
  REntry 24 [41; 657];
  RMul 654 658;
  RMap 2 659;
  REntry 20 [40; 48; 47];
  RMul 5 65;
  RAdd 662 26;
  RMul 4 663;
  RAdd 664 491;
  RAdd 665 9;
  REntry 24 [48; 666];
  RMul 661 667;
  RSum 2 14 668;
  RSum 2 3 669;
  RAdd 27 491;
  RAdd 671 9;
  RAdd 180 672;
  REntry 24 [48; 673];
  RMul 661 674;
  RSum 2 14 675;
  RSum 2 3 676;
  RVar 41;
  RMul 4 678;
  RAdd 679 491;
  RAdd 680 9;
  REntry 24 [48; 681];
  RMul 661 682;
  RSum 2 14 683;
  RSum 2 3 684;
  RDefine 42 685 [(20, Some 3%nat); (24, Some 2%nat); (11, None); (15, None); (12, None); (14, None); (13, None); (19, None); (41, None)];
  RUse 686 [51; 71; 3; 14; 4; 13; 8; 40; 663];
  RUse 686 [51; 71; 3; 14; 4; 13; 8; 47; 48];
  RMap 2 688;
  RUse 69 [689; 5; 26; 40; 65];
  REq 690 97;
  RUse 686 [51; 206; 3; 14; 4; 13; 8; 47; 48];
  RMap 2 692;
  RUse 69 [693; 5; 26; 40; 65];
  RAdd 694 90;
  RApply 30 695;
  REq 696 201;
  RUse 686 [51; 206; 3; 14; 4; 13; 8; 40; 663];
  RAdd 698 90;
  RApply 30 699;
  REq 696 97;
  REq 97 696;
  RAdd 82 48;
  REntry 24 [703; 681];
  RMul 661 704;
  RSum 2 14 705;
  RSum 2 3 706;
  RDefine 43 707 [(20, Some 3%nat); (24, Some 2%nat); (11, None); (29, None); (15, None); (12, None); (14, None); (13, None); (19, None); (41, None)];
  RUse 708 [51; 73; 3; 80; 14; 4; 13; 8; 40; 663];
  RAdd 709 90;
  RApply 30 710;
  RUse 708 [51; 73; 3; 80; 14; 4; 13; 8; 47; 48];
  REntry 2 [47];
  RAdd 712 713;
  RApply 30 714;
  RMap 2 715;
  RUse 69 [716; 5; 26; 40; 65];
  REq 717 97;
  RMod 53 57;
  REntry 24 [41; 719];
  RDefine 44 720 [(24, Some 2%nat); (23, None); (8, None); (22, None)];
  RUse 69 [71; 6; 74; 47; 48];
  RMap 2 722;
  RUse 721 [723; 387; 83; 84];
  RMul 52 724;
  RSum 10 21 725;
  RSum 2 6 726;
  RSum 2 3 727;
  RAdd 728 90;
  RApply 30 729;
  RMul 1 730;
  RMul 95 730;
  RMul 97 730;
  REq 732 733;
  REq 97 732;
  REq 730 97;
  RMod 65 387;
  RUse 69 [71; 6; 24; 118; 737];
  RUse 69 [71; 6; 24; 47; 48];
  RMap 2 739;
  RUse 721 [740; 387; 118; 65];
  REq 741 97;
  REq 97 741;
  RMul 64 408;
  REq 66 744;
  RMul 64 387;
  RDiv 65 387;
  RMul 746 747;
  RMul 64 737;
  RAdd 749 24;
  RAdd 748 750;
  RLe 67 751;
  RLe 751 67;
  RAdd 750 20;
  RLe 754 746;
  RLe 2 750;
  RLe 20 387;
  RLe 20 746;
  RMul 6 387;
  RMod 181 759;
  REntry 24 [118; 760];
  REntry 24 [118; 408];
  REq 761 762;
  RUse 721 [71; 759; 118; 181];
  RUse 721 [71; 759; 47; 48];
  RMap 2 765;
  RUse 69 [766; 6; 24; 118; 65];
  REq 767 97;
  RUse 69 [766; 6; 24; 118; 187];
  RMul 188 769;
  REq 770 191;
  RUse 69 [766; 6; 48; 83; 84];
  RMul 52 772;
  RSum 10 21 773;
  RSum 2 6 774;
  RSum 2 3 775;
  RAdd 776 90;
  RApply 30 777;
  REq 778 201;
  REq 97 769;
  RUse 721 [71; 759; 204; 48];
  RMap 2 781;
  RUse 69 [782; 6; 24; 41; 187];
  REq 783 97;
  RMul 188 783;
  REq 785 191;
  RUse 69 [782; 6; 48; 49; 84];
  RMul 52 787;
  RSum 10 21 788;
  RSum 2 6 789;
  RSum 2 3 790;
  RAdd 791 90;
  RApply 30 792;
  REq 793 201;
  RUse 686 [51; 782; 3; 14; 4; 13; 8; 47; 48];
  RMap 2 795;
  RUse 69 [796; 5; 26; 40; 65];
  RAdd 797 90;
  RApply 30 798;
  REq 799 201;
  RUse 686 [51; 782; 3; 14; 4; 13; 8; 40; 663];
  RAdd 801 90;
  RApply 30 802;
  REq 799 97;
  REq 97 799;
  RUse 708 [51; 766; 3; 80; 14; 4; 13; 8; 40; 663];
  RAdd 806 90;
  RApply 30 807;
  RUse 708 [51; 766; 3; 80; 14; 4; 13; 8; 47; 48];
  RAdd 809 713;
  RApply 30 810;
  RMap 2 811;
  RUse 69 [812; 5; 26; 40; 65];
  REq 813 97;
  RAdd 678 20;
  RAdd 57 8;
  RAdd 816 397;
  RVar 45;
  RMul 7 818;
  RAdd 817 819;
  RAdd 820 7;
  RDiv 821 4;
  RAdd 822 20;
  RLe 815 823;
  RAdd 679 9;
  RAdd 825 818;
  RAdd 826 20;
  RAdd 57 397;
  RLe 827 828;
  RLe 823 678;
  RLe 828 826;
  RDiv 678 5;
  RLe 2 832;
  RAdd 832 20;
  RLe 834 2;
  RLe 2 678;
  RVar 46;
  RAdd 837 5;
  RAdd 838 7;
  RDiv 839 5;
  RLe 834 840;
  RAdd 840 20;
  RLe 842 834;
  RLe 815 837;
  RVar 47;
  RMul 7 845;
  RAdd 387 846;
  RVar 48;
  RAdd 837 848;
  RMul 7 387;
  RAdd 849 850;
  RAdd 847 851;
  RAdd 848 846;
  RMul 7 853;
  RAdd 852 854;
  RAdd 855 7;
  RAdd 856 20;
  RMul 20 283;
  RAdd 858 2;
  RLe 384 20;
  RLe 20 20;
  RDiv 856 20;
  RAdd 862 20;
  RAdd 408 20;
  REq 863 864;
  REq 863 408;
  REq 717 92;
  REq 813 730;
  REq 863 837].
Definition the_steps : list step := [
  SRing 93 92;
  SAxiom bracket_le;
  SInstantiate 2 [((1, None), 20); ((2, None), 80)];
  SRing 96 96;
  SRewrite 3 4 99 (31, Some 0%nat);
  SRewrite 5 4 100 (31, Some 0%nat);
  SRing 92 93;
  SRewrite 6 7 101 (31, Some 0%nat);
  SAssume 102;
  SAssume 103;
  SCone 104 [(1%Z, [9]); (1%Z, [10]); (1%Z, [9; 10])] [];
  SInstantiate 11 [((12, None), 4); ((1, None), 5)];
  SUnfold 121 69;
  SUnfold 124 63;
  SRewrite 13 14 125 (31, Some 0%nat);
  SRing 124 124;
  SRewrite 15 16 126 (31, Some 0%nat);
  SRing 136 134;
  SInstantiate 2 [((1, None), 107); ((2, None), 139)];
  SRing 143 143;
  SRewrite 19 20 146 (31, Some 0%nat);
  SInstantiate 2 [((1, None), 2); ((2, None), 65)];
  SRing 147 147;
  SRewrite 22 23 149 (31, Some 0%nat);
  SRewrite 21 24 150 (31, Some 0%nat);
  SRewrite 18 25 150 (31, Some 0%nat);
  SRewrite 26 23 151 (31, Some 0%nat);
  SRing 154 152;
  SAxiom bracket_not_le;
  SInstantiate 29 [((1, None), 107); ((2, None), 139)];
  SRewrite 30 23 156 (31, Some 0%nat);
  SRewrite 28 31 150 (31, Some 0%nat);
  SRewrite 32 23 151 (31, Some 0%nat);
  SRing 158 152;
  SAssume 160;
  SCone 161 [(1%Z, [35])] [];
  SAssume 162;
  SAssume 161;
  SAxiom mod_high;
  SInstantiate 39 [((1, None), 138); ((2, None), 64)];
  SAssume 163;
  SAxiom division;
  SInstantiate 42 [((1, None), 138); ((2, None), 64)];
  SCone 164 [(1%Z, [37]); (1%Z, [38]); (1%Z, [40]); (1%Z, [41; 38])] [(165, 43)];
  SCut 36 44;
  SCone 167 [(1%Z, [45])] [];
  SInstantiate 29 [((1, None), 129); ((2, None), 57)];
  SCut 46 47;
  SRing 134 134;
  SRewrite 48 49 170 (31, Some 0%nat);
  SRewrite 34 50 171 (31, Some 0%nat);
  SRewrite 33 51 171 (31, Some 0%nat);
  SCases 140 27 52;
  SRing 172 152;
  SInstantiate 29 [((1, None), 2); ((2, None), 65)];
  SRewrite 55 23 149 (31, Some 0%nat);
  SRewrite 54 56 150 (31, Some 0%nat);
  SRewrite 57 23 151 (31, Some 0%nat);
  SRing 173 152;
  SAssume 175;
  SAssume 176;
  SCone 177 [(1%Z, [60]); (1%Z, [61]); (1%Z, [41; 61])] [];
  SInstantiate 29 [((1, None), 2); ((2, None), 67)];
  SCut 62 63;
  SRewrite 64 49 179 (31, Some 0%nat);
  SRewrite 59 65 171 (31, Some 0%nat);
  SRewrite 58 66 171 (31, Some 0%nat);
  SCases 105 53 67;
  SInstantiate 68 [((26, None), 6); ((17, None), 24); ((27, None), 65); ((23, None), 57); ((9, Some 0%nat), 183)];
  SUnfold 184 63;
  SUnfold 185 69;
  SRewrite 70 71 186 (31, Some 0%nat);
  SRewrite 69 72 186 (31, Some 0%nat);
  SRewrite 17 73 186 (31, Some 0%nat);
  SInstantiate 74 [((27, None), 187)];
  SCut 12 75;
  SRing 190 190;
  SRewrite 76 77 192 (31, Some 0%nat);
  SUnderSum 78 (16, None) 10 21;
  SUnderSum 79 (17, None) 2 6;
  SUnderSum 80 (8, None) 2 3;
  SRing 199 199;
  SRewrite 81 82 202 (31, Some 0%nat);
  SUnfold 189 69;
  SRing 189 189;
  SRewrite 84 85 203 (31, Some 0%nat);
  SUnfold 207 69;
  SRewrite 86 87 208 (31, Some 0%nat);
  SRing 209 209;
  SRewrite 88 89 210 (31, Some 0%nat);
  SUnderSum 90 (16, None) 10 21;
  SUnderSum 91 (17, None) 2 6;
  SUnderSum 92 (8, None) 2 3;
  SRing 217 217;
  SRewrite 93 94 218 (31, Some 0%nat);
  SUnfold 223 69;
  SRing 223 223;
  SRewrite 96 97 224 (31, Some 0%nat);
  SUnfold 231 46;
  SRing 231 231;
  SRewrite 99 100 232 (31, Some 0%nat);
  SRing 257 276;
  SRewrite 101 102 277 (31, Some 0%nat);
  SAssume 279;
  SCone 282 [(1%Z, [104]); (1%Z, [9; 104])] [];
  SAssume 288;
  SAssume 290;
  SAssume 291;
  SAxiom mod_low;
  SInstantiate 109 [((1, None), 283)];
  SInstantiate 39 [((1, None), 286)];
  SAssume 292;
  SInstantiate 42 [((1, None), 283)];
  SInstantiate 42 [((1, None), 286)];
  SCone 293 [(1%Z, [108]); (1%Z, [110]); (1%Z, [111]); (1%Z, [107]); (1%Z, [112; 107])] [(294, 113); (165, 114)];
  SCone 288 [(1%Z, [107; 115]); (1%Z, [115])] [];
  SCases 288 106 116;
  SCases 288 106 117;
  SInstantiate 118 [((2, None), 6); ((24, None), 281); ((32, None), 18)];
  SCut 12 119;
  SCut 105 120;
  SAssume 295;
  SCone 296 [(1%Z, [122]); (1%Z, [9; 122])] [];
  SInstantiate 118 [((2, None), 6); ((24, None), 9); ((32, None), 280)];
  SCut 12 124;
  SCut 123 125;
  SRing 300 298;
  SInstantiate 2 [((1, None), 301); ((2, None), 302)];
  SRing 306 306;
  SRewrite 128 129 309 (31, Some 0%nat);
  SInstantiate 2 [((1, None), 310); ((2, None), 297)];
  SRing 313 313;
  SRewrite 131 132 315 (31, Some 0%nat);
  SRewrite 130 133 316 (31, Some 0%nat);
  SRewrite 127 134 316 (31, Some 0%nat);
  SRewrite 135 132 317 (31, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 137 [((3, None), 310); ((4, None), 302); ((7, None), 297); ((9, Some 1%nat), 319)];
  SRewrite 136 138 324 (31, Some 0%nat);
  SRing 326 152;
  SInstantiate 29 [((1, None), 301); ((2, None), 302)];
  SRewrite 141 132 328 (31, Some 0%nat);
  SRewrite 140 142 316 (31, Some 0%nat);
  SRewrite 143 132 317 (31, Some 0%nat);
  SRing 330 152;
  SAxiom sum_factor;
  SInstantiate 146 [((3, None), 310); ((4, None), 302); ((8, Some 0%nat), 331); ((9, Some 1%nat), 332)];
  SRing 334 336;
  SRewrite 147 148 337 (31, Some 0%nat);
  SRewrite 145 149 337 (31, Some 0%nat);
  SAssume 339;
  SAssume 342;
  SCone 343 [(1%Z, [151]); (1%Z, [152])] [];
  SAxiom bracket_not_eq;
  SInstantiate 154 [((1, None), 340); ((2, None), 297)];
  SCut 153 155;
  SRing 347 347;
  SRewrite 156 157 349 (31, Some 0%nat);
  SUnderSum 158 (33, None) 310 302;
  SRewrite 150 159 324 (31, Some 0%nat);
  SRewrite 144 160 324 (31, Some 0%nat);
  SCases 303 139 161;
  SRing 350 152;
  SInstantiate 29 [((1, None), 310); ((2, None), 297)];
  SRewrite 164 132 315 (31, Some 0%nat);
  SRewrite 163 165 316 (31, Some 0%nat);
  SRewrite 166 132 317 (31, Some 0%nat);
  SAssume 351;
  SAssume 352;
  SCone 353 [(1%Z, [168]); (1%Z, [169])] [];
  SInstantiate 154 [((1, None), 297); ((2, None), 340)];
  SCut 170 171;
  SRing 345 355;
  SRewrite 172 173 356 (31, Some 0%nat);
  SRewrite 174 157 349 (31, Some 0%nat);
  SUnderSum 175 (33, None) 310 302;
  SRewrite 150 176 324 (31, Some 0%nat);
  SRewrite 167 177 324 (31, Some 0%nat);
  SCases 311 162 178;
  SInstantiate 179 [((3, None), 2); ((4, None), 14); ((7, None), 360); ((9, Some 1%nat), 362)];
  SRing 370 370;
  SRewrite 180 181 372 (31, Some 0%nat);
  SInstantiate 146 [((3, None), 2); ((4, None), 14); ((8, Some 0%nat), 373); ((9, Some 1%nat), 374)];
  SRing 380 382;
  SAssume 383;
  SCone 385 [(1%Z, [185])] [];
  SCone 383 [(1%Z, [186])] [];
  SCone 386 [] [];
  SAssume 390;
  SCone 390 [(1%Z, [189])] [];
  SAssume 391;
  SCone 391 [(1%Z, [191])] [];
  SAxiom antisymmetry;
  SInstantiate 193 [((1, None), 53); ((2, None), 389)];
  SCut 192 194;
  SCut 190 195;
  SRing 392 1;
  SAssume 394;
  SAssume 396;
  SAssume 399;
  SAssume 402;
  SCone 293 [(1%Z, [200]); (1%Z, [110]); (1%Z, [199]); (1%Z, [112; 199])] [(165, 201); (294, 113)];
  SCone 394 [(1%Z, [199; 202]); (1%Z, [202])] [];
  SCases 394 198 203;
  SCases 394 198 204;
  SAssume 403;
  SAssume 405;
  SAssume 406;
  SInstantiate 39 [((1, None), 283)];
  SCone 293 [(1%Z, [208]); (1%Z, [209]); (1%Z, [207]); (1%Z, [112; 207])] [(294, 201); (165, 113)];
  SCone 403 [(1%Z, [207; 210]); (1%Z, [210])] [];
  SCases 403 206 211;
  SCases 403 206 212;
  SInstantiate 193 [((1, None), 285); ((2, None), 393)];
  SCut 213 214;
  SCut 205 215;
  SInstantiate 216 [((2, None), 387); ((37, None), 24); ((24, None), 53); ((36, None), 22)];
  SRing 407 407;
  SRewrite 217 218 409 (31, None);
  SRing 411 1;
  SRewrite 219 220 414 (31, None);
  SRing 417 417;
  SRewrite 221 222 419 (31, Some 0%nat);
  SRing 420 420;
  SRewrite 216 224 422 (31, None);
  SCone 424 [] [(165, 201); (294, 113); (294, 225)];
  SCone 425 [] [(294, 201); (165, 113); (165, 225)];
  SInstantiate 193 [((1, None), 423); ((2, None), 397)];
  SCut 227 228;
  SCut 226 229;
  SInstantiate 230 [((2, None), 387); ((37, None), 24); ((24, None), 53); ((36, None), 22)];
  SRing 426 426;
  SRewrite 231 232 427 (31, None);
  SRing 429 1;
  SRewrite 233 234 432 (31, None);
  SRing 435 435;
  SRewrite 235 236 437 (31, Some 0%nat);
  SRewrite 223 237 438 (31, Some 0%nat);
  SRewrite 197 238 438 (31, Some 0%nat);
  SRewrite 239 236 439 (31, Some 0%nat);
  SAssume 440;
  SRing 442 1;
  SRewrite 241 242 445 (31, None);
  SRewrite 240 243 447 (31, Some 0%nat);
  SCut 196 244;
  SAssume 448;
  SCone 448 [(1%Z, [246])] [];
  SAssume 449;
  SCone 449 [(1%Z, [248])] [];
  SInstantiate 193 [((1, None), 24); ((2, None), 426)];
  SCut 249 250;
  SCut 247 251;
  SAssume 450;
  SCone 450 [(1%Z, [253])] [];
  SAssume 451;
  SCone 451 [(1%Z, [255])] [];
  SInstantiate 193 [((1, None), 22); ((2, None), 407)];
  SCut 256 257;
  SCut 254 258;
  SRing 335 152;
  SAssume 452;
  SInstantiate 42 [((1, None), 53); ((2, None), 387)];
  SAssume 433;
  SAssume 415;
  SRing 388 388;
  SRewrite 264 265 454 (31, None);
  SCone 293 [(1%Z, [261])] [(294, 262); (165, 263); (165, 266)];
  SCone 455 [(1%Z, [267])] [];
  SInstantiate 29 [((1, None), 2); ((2, None), 2)];
  SCut 268 269;
  SRing 152 457;
  SRewrite 270 271 459 (31, Some 0%nat);
  SRewrite 260 272 460 (31, Some 0%nat);
  SRing 152 152;
  SRewrite 273 274 461 (31, Some 0%nat);
  SRing 462 152;
  SRing 435 463;
  SRewrite 270 277 465 (31, Some 0%nat);
  SRewrite 276 278 438 (31, Some 0%nat);
  SRewrite 275 279 438 (31, Some 0%nat);
  SCut 259 280;
  SRing 466 152;
  SInstantiate 154 [((1, None), 22); ((2, None), 407)];
  SRewrite 283 236 468 (31, Some 0%nat);
  SRewrite 282 284 438 (31, Some 0%nat);
  SCases 451 281 285;
  SInstantiate 154 [((1, None), 407); ((2, None), 22)];
  SRing 416 470;
  SRewrite 287 288 471 (31, Some 0%nat);
  SRewrite 289 236 468 (31, Some 0%nat);
  SRewrite 282 290 438 (31, Some 0%nat);
  SCases 450 286 291;
  SCut 252 292;
  SRing 472 152;
  SInstantiate 154 [((1, None), 24); ((2, None), 426)];
  SRewrite 295 236 437 (31, Some 0%nat);
  SRewrite 294 296 438 (31, Some 0%nat);
  SCases 449 293 297;
  SInstantiate 154 [((1, None), 426); ((2, None), 24)];
  SRing 434 474;
  SRewrite 299 300 475 (31, Some 0%nat);
  SRewrite 301 236 437 (31, Some 0%nat);
  SRewrite 294 302 438 (31, Some 0%nat);
  SCases 448 298 303;
  SRewrite 304 236 439 (31, Some 0%nat);
  SInstantiate 154 [((1, None), 53); ((2, None), 389)];
  SRewrite 305 306 447 (31, Some 0%nat);
  SCases 391 245 307;
  SAssume 477;
  SCone 293 [(1%Z, [309])] [(165, 262); (294, 263); (294, 266)];
  SCone 455 [(1%Z, [310])] [];
  SCut 311 269;
  SRewrite 312 271 459 (31, Some 0%nat);
  SRewrite 260 313 460 (31, Some 0%nat);
  SRewrite 314 274 461 (31, Some 0%nat);
  SRewrite 312 277 465 (31, Some 0%nat);
  SRewrite 276 316 438 (31, Some 0%nat);
  SRewrite 315 317 438 (31, Some 0%nat);
  SCut 259 318;
  SCases 451 319 285;
  SCases 450 320 291;
  SCut 252 321;
  SCases 449 322 297;
  SCases 448 323 303;
  SRewrite 324 236 439 (31, Some 0%nat);
  SInstantiate 154 [((1, None), 389); ((2, None), 53)];
  SRing 446 479;
  SRewrite 326 327 447 (31, Some 0%nat);
  SRewrite 325 328 447 (31, Some 0%nat);
  SCases 390 308 329;
  SInstantiate 330 [((22, None), 359); ((35, None), 13); ((16, None), 375); ((17, None), 2)];
  SCut 188 331;
  SCut 187 332;
  SCut 186 333;
  SRing 484 484;
  SRewrite 334 335 486 (31, Some 0%nat);
  SRing 489 484;
  SRewrite 336 337 490 (31, Some 0%nat);
  SRewrite 184 338 490 (31, Some 0%nat);
  SUnderSum 339 (34, None) 2 14;
  SRewrite 183 340 496 (31, Some 0%nat);
  SRewrite 182 341 496 (31, Some 0%nat);
  SUnderSum 342 (16, None) 497 499;
  SUnderSum 343 (17, None) 2 4;
  SAssume 500;
  SCone 500 [(1%Z, [345])] [];
  SAssume 501;
  SCone 501 [(1%Z, [347])] [];
  SInstantiate 193 [((1, None), 480); ((2, None), 359)];
  SCut 348 349;
  SCut 346 350;
  SAssume 487;
  SRing 502 502;
  SRewrite 352 353 504 (31, None);
  SRing 505 505;
  SRewrite 354 355 507 (31, Some 0%nat);
  SCut 351 356;
  SRing 508 152;
  SInstantiate 154 [((1, None), 480); ((2, None), 359)];
  SRing 489 489;
  SRewrite 359 360 509 (31, Some 0%nat);
  SRewrite 358 361 490 (31, Some 0%nat);
  SRewrite 362 360 510 (31, Some 0%nat);
  SRing 511 152;
  SRewrite 359 355 513 (31, Some 0%nat);
  SRewrite 364 365 514 (31, Some 0%nat);
  SRewrite 363 366 514 (31, Some 0%nat);
  SCases 501 357 367;
  SInstantiate 154 [((1, None), 359); ((2, None), 480)];
  SRing 488 516;
  SRewrite 369 370 517 (31, Some 0%nat);
  SRewrite 371 360 509 (31, Some 0%nat);
  SRewrite 358 372 490 (31, Some 0%nat);
  SRewrite 373 360 510 (31, Some 0%nat);
  SRewrite 371 355 513 (31, Some 0%nat);
  SRewrite 364 375 514 (31, Some 0%nat);
  SRewrite 374 376 514 (31, Some 0%nat);
  SCases 500 368 377;
  SUnderSum 378 (34, None) 2 14;
  SUnderSum 379 (16, None) 497 499;
  SUnderSum 380 (17, None) 2 4;
  SAxiom sum_swap;
  SInstantiate 382 [((3, None), 2); ((4, None), 14); ((5, None), 497); ((6, None), 499); ((9, Some 2%nat), 525)];
  SUnderSum 383 (17, None) 2 4;
  SInstantiate 382 [((3, None), 2); ((4, None), 14); ((5, None), 2); ((6, None), 4); ((9, Some 2%nat), 535)];
  SRing 536 505;
  SUnderSum 386 (16, None) 497 499;
  SUnderSum 387 (17, None) 2 4;
  SInstantiate 146 [((3, None), 497); ((4, None), 499); ((8, Some 0%nat), 537); ((9, Some 1%nat), 542)];
  SRing 544 544;
  SRewrite 389 390 545 (31, Some 0%nat);
  SUnderSum 391 (17, None) 2 4;
  SInstantiate 146 [((3, None), 2); ((4, None), 4); ((8, Some 0%nat), 537); ((9, Some 1%nat), 551)];
  SRing 553 553;
  SRewrite 393 394 554 (31, Some 0%nat);
  SRewrite 392 395 557 (31, Some 0%nat);
  SRing 558 556;
  SRewrite 396 397 559 (31, Some 0%nat);
  SRewrite 388 398 559 (31, Some 0%nat);
  SUnderSum 399 (34, None) 2 14;
  SRewrite 385 400 567 (31, Some 0%nat);
  SRewrite 384 401 567 (31, Some 0%nat);
  SRewrite 381 402 567 (31, Some 0%nat);
  SAssume 569;
  SAssume 570;
  SCone 572 [(1%Z, [405]); (1%Z, [405; 185])] [];
  SInstantiate 118 [((2, None), 4); ((24, None), 9); ((32, None), 571)];
  SCut 406 407;
  SCone 574 [(1%Z, [404]); (1%Z, [408])] [];
  SAssume 577;
  SAssume 579;
  SCone 580 [(1%Z, [411]); (1%Z, [411; 185])] [];
  SInstantiate 118 [((2, None), 4); ((24, None), 571); ((32, None), 575)];
  SCut 412 413;
  SCone 581 [(1%Z, [410]); (1%Z, [414])] [];
  SAssume 584;
  SCone 586 [(1%Z, [416])] [];
  SInstantiate 39 [((1, None), 53); ((2, None), 387)];
  SInstantiate 109 [((1, None), 53); ((2, None), 387)];
  SInstantiate 137 [((3, None), 2); ((4, None), 387); ((7, None), 426); ((9, Some 1%nat), 588)];
  SCut 419 420;
  SCut 418 421;
  SInstantiate 137 [((3, None), 310); ((4, None), 302); ((7, None), 407); ((9, Some 1%nat), 590)];
  SRing 595 595;
  SRewrite 423 424 596 (31, Some 0%nat);
  SInstantiate 146 [((3, None), 310); ((4, None), 302); ((8, Some 0%nat), 597); ((9, Some 1%nat), 598)];
  SRing 600 602;
  SRing 603 603;
  SRewrite 330 428 605 (31, Some 0%nat);
  SRewrite 427 429 606 (31, Some 0%nat);
  SUnderSum 430 (16, None) 310 302;
  SRewrite 426 431 613 (31, Some 0%nat);
  SRewrite 425 432 613 (31, Some 0%nat);
  SUnderSum 433 (17, None) 2 387;
  SRewrite 422 434 621 (31, Some 0%nat);
  SInstantiate 435 [((22, None), 582); ((35, None), 4); ((3, None), 497); ((4, None), 499); ((40, Some 2%nat), 622)];
  SCut 417 436;
  SRing 626 631;
  SRewrite 437 438 632 (31, Some 0%nat);
  SInstantiate 330 [((22, None), 582); ((35, None), 4)];
  SRing 634 636;
  SRewrite 440 441 637 (31, Some 0%nat);
  SUnderSum 442 (16, None) 497 499;
  SUnderSum 443 (17, None) 2 4;
  SRing 626 626;
  SRewrite 444 445 638 (31, Some 0%nat);
  SRewrite 439 446 647 (31, Some 0%nat);
  SRewrite 447 444 632 (31, Some 0%nat);
  SInstantiate 448 [((22, None), 480)];
  SCut 415 449;
  SCut 409 450;
  SRing 555 555;
  SRewrite 451 452 648 (31, Some 0%nat);
  SRing 649 649;
  SRewrite 453 454 650 (31, Some 0%nat);
  SRing 502 649;
  SRewrite 455 456 651 (31, Some 0%nat);
  SUnderSum 457 (34, None) 2 14;
  SRewrite 403 458 653 (31, Some 0%nat);
  SRewrite 344 459 653 (31, Some 0%nat);
  SInstantiate 460 [((15, None), 14); ((12, None), 6); ((13, None), 235); ((38, None), 10); ((39, None), 19); ((14, None), 13); ((9, Some 2%nat), 660)];
  SCut 12 461;
  SCut 126 462;
  SCut 121 463;
  SUnderSum 464 (8, None) 2 3;
  SRing 670 677;
  SUnfold 687 686;
  SUnfold 690 69;
  SRewrite 467 468 691 (31, Some 0%nat);
  SRewrite 466 469 691 (31, Some 0%nat);
  SRewrite 465 470 691 (31, Some 0%nat);
  SRewrite 103 471 691 (31, Some 0%nat);
  SRewrite 98 472 691 (31, Some 0%nat);
  SInstantiate 473 [((24, Some 2%nat), 206)];
  SRing 696 696;
  SRewrite 474 475 697 (31, Some 0%nat);
  SUnfold 700 686;
  SUnfold 696 69;
  SRewrite 477 478 701 (31, Some 0%nat);
  SRewrite 479 475 702 (31, Some 0%nat);
  SUnfold 711 708;
  SUnfold 717 69;
  SRewrite 481 482 718 (31, Some 0%nat);
  SRewrite 480 483 718 (31, Some 0%nat);
  SRewrite 476 484 718 (31, Some 0%nat);
  SRewrite 95 485 718 (31, Some 0%nat);
  SRewrite 83 486 718 (31, Some 0%nat);
  SRewrite 8 487 718 (31, Some 0%nat);
  SRewrite 5 488 718 (31, Some 0%nat);
  SRewrite 1 489 718 (31, Some 0%nat);
  SRing 731 730;
  SRing 732 732;
  SRewrite 3 492 734 (31, Some 0%nat);
  SRewrite 493 492 735 (31, Some 0%nat);
  SRing 730 731;
  SRewrite 494 495 736 (31, Some 0%nat);
  SUnfold 738 69;
  SUnfold 741 721;
  SRewrite 497 498 742 (31, Some 0%nat);
  SRing 741 741;
  SRewrite 499 500 743 (31, Some 0%nat);
  SInstantiate 42 [((1, None), 65); ((2, None), 387)];
  SRing 66 66;
  SRewrite 502 503 745 (31, None);
  SCone 752 [] [(165, 504)];
  SCone 753 [] [(294, 504)];
  SInstantiate 193 [((1, None), 67); ((2, None), 751)];
  SCut 506 507;
  SCut 505 508;
  SInstantiate 39 [((1, None), 65); ((2, None), 387)];
  SCone 755 [(1%Z, [510]); (1%Z, [60]); (1%Z, [41; 510])] [];
  SInstantiate 109 [((1, None), 65); ((2, None), 387)];
  SCone 756 [(1%Z, [512]); (1%Z, [37]); (1%Z, [41; 512])] [];
  SAssume 757;
  SCone 758 [(1%Z, [41]); (1%Z, [514]); (1%Z, [41; 514])] [];
  SInstantiate 230 [((2, None), 746); ((37, None), 750); ((24, None), 67); ((36, None), 747)];
  SCut 515 516;
  SCut 513 517;
  SCut 511 518;
  SCut 509 519;
  SInstantiate 520 [((26, None), 6); ((17, None), 24); ((27, None), 65); ((35, None), 387)];
  SRing 761 761;
  SRewrite 521 522 763 (31, None);
  SUnfold 764 721;
  SUnfold 767 69;
  SRewrite 524 525 768 (31, Some 0%nat);
  SRewrite 523 526 768 (31, Some 0%nat);
  SRewrite 501 527 768 (31, Some 0%nat);
  SInstantiate 528 [((27, None), 187)];
  SCut 12 529;
  SRing 770 770;
  SRewrite 530 531 771 (31, Some 0%nat);
  SUnderSum 532 (16, None) 10 21;
  SUnderSum 533 (17, None) 2 6;
  SUnderSum 534 (8, None) 2 3;
  SRing 778 778;
  SRewrite 535 536 779 (31, Some 0%nat);
  SUnfold 769 69;
  SRing 769 769;
  SRewrite 538 539 780 (31, Some 0%nat);
  SUnfold 783 69;
  SRewrite 540 541 784 (31, Some 0%nat);
  SRing 785 785;
  SRewrite 542 543 786 (31, Some 0%nat);
  SUnderSum 544 (16, None) 10 21;
  SUnderSum 545 (17, None) 2 6;
  SUnderSum 546 (8, None) 2 3;
  SRing 793 793;
  SRewrite 547 548 794 (31, Some 0%nat);
  SInstantiate 473 [((24, Some 2%nat), 782)];
  SRing 799 799;
  SRewrite 550 551 800 (31, Some 0%nat);
  SUnfold 803 686;
  SUnfold 799 69;
  SRewrite 553 554 804 (31, Some 0%nat);
  SRewrite 555 551 805 (31, Some 0%nat);
  SUnfold 808 708;
  SUnfold 813 69;
  SRewrite 557 558 814 (31, Some 0%nat);
  SRewrite 556 559 814 (31, Some 0%nat);
  SRewrite 552 560 814 (31, Some 0%nat);
  SRewrite 549 561 814 (31, Some 0%nat);
  SRewrite 537 562 814 (31, Some 0%nat);
  SRewrite 496 563 814 (31, Some 0%nat);
  SRewrite 493 564 814 (31, Some 0%nat);
  SRewrite 491 565 814 (31, Some 0%nat);
  SAssume 824;
  SInstantiate 109 [((1, None), 821); ((2, None), 4)];
  SInstantiate 42 [((1, None), 821); ((2, None), 4)];
  SCone 829 [(1%Z, [567]); (1%Z, [568]); (1%Z, [9; 567])] [(294, 569)];
  SAssume 830;
  SInstantiate 39 [((1, None), 821); ((2, None), 4)];
  SCone 831 [(1%Z, [571]); (1%Z, [572]); (1%Z, [9; 571])] [(165, 569)];
  SAssume 833;
  SAssume 835;
  SAssume 836;
  SInstantiate 39 [((1, None), 678); ((2, None), 5)];
  SInstantiate 42 [((1, None), 678); ((2, None), 5)];
  SCone 293 [(1%Z, [576]); (1%Z, [577]); (1%Z, [575]); (1%Z, [10; 575])] [(165, 578)];
  SCone 833 [(1%Z, [575; 579]); (1%Z, [579])] [];
  SCases 833 574 580;
  SCases 833 574 581;
  SAssume 841;
  SAssume 843;
  SAssume 844;
  SInstantiate 109 [((1, None), 678); ((2, None), 5)];
  SInstantiate 39 [((1, None), 839); ((2, None), 5)];
  SInstantiate 42 [((1, None), 839); ((2, None), 5)];
  SCone 293 [(1%Z, [585]); (1%Z, [586]); (1%Z, [587]); (1%Z, [584]); (1%Z, [10; 584])] [(294, 578); (165, 588)];
  SCone 841 [(1%Z, [584; 589]); (1%Z, [589])] [];
  SCases 841 583 590;
  SCases 841 583 591;
  SRing 857 837;
  SRing 283 859;
  SCone 860 [] [];
  SCone 861 [] [];
  SInstantiate 216 [((2, None), 20); ((37, None), 2); ((36, None), 283)];
  SCut 188 597;
  SCut 596 598;
  SCut 595 599;
  SCut 594 600;
  SInstantiate 601 [((24, None), 856)];
  SRing 863 863;
  SRewrite 602 603 865 (31, None);
  SRewrite 593 604 866 (31, None)].
Definition the_claims : list claim := [
  Build_claim [295; 94; 103; 383; 102; 279] 867 490;
  Build_claim [295; 94; 103; 383; 757; 102; 279] 868 566;
  Build_claim [163; 176; 175] 177 62;
  Build_claim [162; 163; 161] 164 44;
  Build_claim [102; 824] 829 570;
  Build_claim [102; 830] 831 573;
  Build_claim [836; 103] 833 582;
  Build_claim [103; 844] 841 592;
  Build_claim [] 869 605].
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
  exact (fun R act C N O a b dl k m o p s tau w x => claim_true sequents checked 0%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 30 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => C | 23%positive => N | 29%positive =>
    O | 1%positive => a | 14%positive => dl | 15%positive => k | 27%positive => m | 19%positive => o |
    13%positive => p | 12%positive => s | 18%positive => tau | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 20%positive,
    3%nat, [place_0; place_1; place_2] => w place_0 place_1 place_2 | 24%positive, 2%nat, [place_0; place_1]
    => x place_0 place_1 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_2 : statement_2.
Proof.
  exact (fun R act C O a b dl k m n o p s tau w x => claim_true sequents checked 1%nat R
    (fun the_name the_scalar => if Pos.eqb the_name 30 then act the_scalar else the_scalar)
    {| integer_at := fun the_name => match the_name with 11%positive => C | 29%positive => O | 1%positive => a
    | 14%positive => dl | 15%positive => k | 27%positive => m | 35%positive => n | 19%positive => o |
    13%positive => p | 12%positive => s | 18%positive => tau | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 2%positive, 1%nat, [place_0] => b place_0 | 20%positive,
    3%nat, [place_0; place_1; place_2] => w place_0 place_1 place_2 | 24%positive, 2%nat, [place_0; place_1]
    => x place_0 place_1 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_3 : statement_3.
Proof.
  exact (fun R S m rho => claim_true sequents checked 2%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 26%positive => S | 27%positive => m | 17%positive =>
    rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_4 : statement_4.
Proof.
  exact (fun R N S m rho => claim_true sequents checked 3%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 23%positive => N | 26%positive => S | 27%positive =>
    m | 17%positive => rho | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_5 : statement_5.
Proof.
  exact (fun R D N j p r s => claim_true sequents checked 4%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 45%positive => D | 23%positive => N | 41%positive =>
    j | 13%positive => p | 37%positive => r | 12%positive => s | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_6 : statement_6.
Proof.
  exact (fun R D N j p r s => claim_true sequents checked 5%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 45%positive => D | 23%positive => N | 41%positive =>
    j | 13%positive => p | 37%positive => r | 12%positive => s | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_7 : statement_7.
Proof.
  exact (fun R a j => claim_true sequents checked 6%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 1%positive => a | 41%positive => j | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_8 : statement_8.
Proof.
  exact (fun R M a j => claim_true sequents checked 7%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 46%positive => M | 1%positive => a | 41%positive => j
    | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_9 : statement_9.
Proof.
  exact (fun R M n umax umin => claim_true sequents checked 8%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 46%positive => M | 35%positive => n | 48%positive =>
    umax | 47%positive => umin | _ => 0 end;
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
