(** network 'ResNet-18, stem and stages 1 and 2' equals its form on the grid (8 layers in 5 groups, sha256
  152a870895c91427405c37cf178d2910)

    conv1: Conv(in_channels=3, out_channels=64, kernel=(7, 7), stride=(2, 2), padding=((3, 3), (3, 3)),
      dilation=(1, 1), bias=False) equals its unit-stride layer (input size (224, 224); phases (4, 4) of the
      image; order channel_major; ghosts whole, whole)
    maxpool: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(2, 2), padding=((1, 0), (1, 0)),
      dilation=(1, 1), groups=64, bias=False) equals its unit-stride layer (input size (112, 112); phases (2,
      2) of the image; order channel_major; ghosts whole, whole)
    layer1.0.conv1, layer1.0.conv2, layer1.1.conv1, layer1.1.conv2: Conv(in_channels=64, out_channels=64,
      kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1, 1)), dilation=(1, 1), bias=False) equals its
      unit-stride layer (input size (56, 56); phases (2, 2) of the image; order channel_major; ghosts whole,
      whole)
    layer2.0.conv1: Conv(in_channels=64, out_channels=128, kernel=(3, 3), stride=(2, 2), padding=((1, 1), (1,
      1)), dilation=(1, 1), bias=False) equals its unit-stride layer (input size (56, 56); phases (1, 1) of
      the image; order channel_major; ghosts whole, whole)
    layer2.0.downsample: Conv(in_channels=64, out_channels=128, kernel=(1, 1), stride=(2, 2), padding=((0, 0),
      (0, 0)), dilation=(1, 1), bias=False) equals its unit-stride layer (input size (56, 56); phases (1, 1)
      of the image; order channel_major; ghosts whole, whole)

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

(** conv1: layer *)
Definition statement_7 : Prop :=
  forall (R : semiring) (g1_ g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o tau1 tau2 : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  tau1 < 4 ->
  tau2 < 4 ->
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 3 7 7 2 2 1 1 3 3 v_0
    v_1 v_2) 4 4 tau1 tau2 o m1 m2 =
    SUM 0 <= v_0 < 3, SUM 0 <= v_1 < 8, SUM 0 <= v_2 < 8, SUM (-1) <= v_3 < 2, SUM (-1) <= v_4 < 2, bank w 7 7
      2 2 3 3 4 4 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 224 224 v_8 v_9 v_10) 8 8 v_1 v_2 v_5 v_6 v_7 [+] [<=: 224, 8 * v_6 + v_1] [*] g1_ v_1 v_2 v_5
      v_6 v_7 [+] [<=: 224, 8 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 28 28 v_0 (m1 + v_3) (m2 + v_4) :> R.

(** conv1: axis 1, outputs *)
Definition statement_8 : Prop :=
  forall (R : semiring),
  ((224 + 3 + 3 - 1 * 6 - 1) / 2) + 1 = 112.

(** conv1: axis 1, cells of outputs *)
Definition statement_9 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 1 - 1 * 2 - 1) / 1) + 1 = 28.

(** conv1: axis 2, outputs *)
Definition statement_10 : Prop :=
  forall (R : semiring),
  ((224 + 3 + 3 - 1 * 6 - 1) / 2) + 1 = 112.

(** conv1: axis 2, cells of outputs *)
Definition statement_11 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 1 - 1 * 2 - 1) / 1) + 1 = 28.

(** maxpool: layer *)
Definition statement_12 : Prop :=
  forall (R : semiring) (g1_ g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o tau1 tau2 : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  tau1 < 2 ->
  tau2 < 2 ->
  phases (fun v_0 v_1 v_2 => grouped w (fun v_3 v_4 v_5 => extend x 112 112 v_3 v_4 v_5) 1 1 3 3 2 2 1 1 1 1
    v_0 v_1 v_2) 2 2 tau1 tau2 o m1 m2 =
    SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM (-1) <= v_3 < 1, SUM (-1) <= v_4 < 1, bank w 3 3
      2 2 1 1 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 112 112 v_8 v_9 v_10) 4 4 v_1 v_2 v_5 v_6 v_7 [+] [<=: 112, 4 * v_6 + v_1] [*] g1_ v_1 v_2 v_5
      v_6 v_7 [+] [<=: 112, 4 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 28 28 ((o / 1) + v_0) (m1 + v_3) (m2 +
      v_4) :> R.

(** maxpool: axis 1, outputs *)
Definition statement_13 : Prop :=
  forall (R : semiring),
  ((112 + 1 + 0 - 1 * 2 - 1) / 2) + 1 = 56.

(** maxpool: axis 1, cells of outputs *)
Definition statement_14 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 0 - 1 * 1 - 1) / 1) + 1 = 28.

(** maxpool: axis 2, outputs *)
Definition statement_15 : Prop :=
  forall (R : semiring),
  ((112 + 1 + 0 - 1 * 2 - 1) / 2) + 1 = 56.

(** maxpool: axis 2, cells of outputs *)
Definition statement_16 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 0 - 1 * 1 - 1) / 1) + 1 = 28.

(** layer1.0.conv1: layer *)
Definition statement_17 : Prop :=
  forall (R : semiring) (g1_ g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o tau1 tau2 : Z)
    (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R),
  0 <= tau1 ->
  0 <= tau2 ->
  tau1 < 2 ->
  tau2 < 2 ->
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 56 56 v_3 v_4 v_5) 64 3 3 1 1 1 1 1 1 v_0 v_1
    v_2) 2 2 tau1 tau2 o m1 m2 =
    SUM 0 <= v_0 < 64, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM (-1) <= v_3 < 2, SUM (-1) <= v_4 < 2, bank w 3
      3 1 1 1 1 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 56 56 v_8 v_9 v_10) 2 2 v_1 v_2 v_5 v_6 v_7 [+] [<=: 56, 2 * v_6 + v_1] [*] g1_ v_1 v_2 v_5 v_6
      v_7 [+] [<=: 56, 2 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 28 28 v_0 (m1 + v_3) (m2 + v_4) :> R.

(** layer1.0.conv1: axis 1, outputs *)
Definition statement_18 : Prop :=
  forall (R : semiring),
  ((56 + 1 + 1 - 1 * 2 - 1) / 1) + 1 = 56.

(** layer1.0.conv1: axis 1, cells of outputs *)
Definition statement_19 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 1 - 1 * 2 - 1) / 1) + 1 = 28.

(** layer1.0.conv1: axis 2, outputs *)
Definition statement_20 : Prop :=
  forall (R : semiring),
  ((56 + 1 + 1 - 1 * 2 - 1) / 1) + 1 = 56.

(** layer1.0.conv1: axis 2, cells of outputs *)
Definition statement_21 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 1 - 1 * 2 - 1) / 1) + 1 = 28.

(** layer2.0.conv1: layer *)
Definition statement_22 : Prop :=
  forall (R : semiring) (g1_ g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R)
    (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 56 56 v_3 v_4 v_5) 64 3 3 2 2 1 1 1 1 v_0 v_1
    v_2) 1 1 0 0 o m1 m2 =
    SUM 0 <= v_0 < 64, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM (-1) <= v_3 < 1, SUM (-1) <= v_4 < 1, bank w 3
      3 2 2 1 1 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 =>
      extend x 56 56 v_8 v_9 v_10) 2 2 v_1 v_2 v_5 v_6 v_7 [+] [<=: 56, 2 * v_6 + v_1] [*] g1_ v_1 v_2 v_5 v_6
      v_7 [+] [<=: 56, 2 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 28 28 v_0 (m1 + v_3) (m2 + v_4) :> R.

(** layer2.0.conv1: axis 1, outputs *)
Definition statement_23 : Prop :=
  forall (R : semiring),
  ((56 + 1 + 1 - 1 * 2 - 1) / 2) + 1 = 28.

(** layer2.0.conv1: axis 1, cells of outputs *)
Definition statement_24 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 0 - 1 * 1 - 1) / 1) + 1 = 28.

(** layer2.0.conv1: axis 2, outputs *)
Definition statement_25 : Prop :=
  forall (R : semiring),
  ((56 + 1 + 1 - 1 * 2 - 1) / 2) + 1 = 28.

(** layer2.0.conv1: axis 2, cells of outputs *)
Definition statement_26 : Prop :=
  forall (R : semiring),
  ((28 + 1 + 0 - 1 * 1 - 1) / 1) + 1 = 28.

(** layer2.0.downsample: layer *)
Definition statement_27 : Prop :=
  forall (R : semiring) (g1_ g2 : Z -> Z -> Z -> Z -> Z -> R) (m1 m2 o : Z) (w : Z -> Z -> Z -> Z -> R)
    (x : Z -> Z -> Z -> R),
  phases (fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 56 56 v_3 v_4 v_5) 64 1 1 2 2 1 1 0 0 v_0 v_1
    v_2) 1 1 0 0 o m1 m2 =
    SUM 0 <= v_0 < 64, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 1 1 2 2
      0 0 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => phases (fun v_8 v_9 v_10 => extend x 56
      56 v_8 v_9 v_10) 2 2 v_1 v_2 v_5 v_6 v_7 [+] [<=: 56, 2 * v_6 + v_1] [*] g1_ v_1 v_2 v_5 v_6 v_7 [+]
      [<=: 56, 2 * v_7 + v_2] [*] g2 v_1 v_2 v_5 v_6 v_7) 28 28 v_0 (m1 + v_3) (m2 + v_4) :> R.

(** layer2.0.downsample: axis 1, outputs *)
Definition statement_28 : Prop :=
  forall (R : semiring),
  ((56 + 0 + 0 - 1 * 0 - 1) / 2) + 1 = 28.

(** layer2.0.downsample: axis 1, cells of outputs *)
Definition statement_29 : Prop :=
  forall (R : semiring),
  ((28 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 28.

(** layer2.0.downsample: axis 2, outputs *)
Definition statement_30 : Prop :=
  forall (R : semiring),
  ((56 + 0 + 0 - 1 * 0 - 1) / 2) + 1 = 28.

(** layer2.0.downsample: axis 2, cells of outputs *)
Definition statement_31 : Prop :=
  forall (R : semiring),
  ((28 + 0 + 0 - 1 * 0 - 1) / 1) + 1 = 28.

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
  RNum 3;
  RNum 2;
  RNum 4;
  RMul 93 94;
  RNum (-1);
  RMul 96 92;
  RDiv 97 95;
  RAdd 94 96;
  RMul 93 99;
  RNum 1;
  RNum 7;
  RAdd 102 96;
  RMul 101 103;
  RAdd 100 104;
  RAdd 105 97;
  RDiv 106 95;
  RAdd 107 101;
  RVar 31;
  RMul 109 19;
  RVar 32;
  RMul 110 111;
  RAdd 112 5;
  RMul 109 21;
  RMul 96 114;
  RAdd 113 115;
  RVar 33;
  RAdd 116 117;
  RLe 58 118;
  RBracket 119;
  RAdd 118 101;
  RVar 34;
  RLe 121 122;
  RBracket 123;
  RVar 35;
  RMul 125 20;
  RVar 36;
  RMul 126 127;
  RAdd 128 10;
  RMul 125 22;
  RMul 96 130;
  RAdd 129 131;
  RVar 37;
  RAdd 132 133;
  RLe 58 134;
  RBracket 135;
  RAdd 134 101;
  RVar 38;
  RLe 137 138;
  RBracket 139;
  RVar 39;
  REntry 28 [141; 1; 118; 134];
  RMul 140 142;
  RMul 136 143;
  RMul 124 144;
  RMul 120 145;
  RDefine 40 146 [(28, Some 4%nat); (34, None); (38, None); (31, None); (35, None); (33, None); (37, None); (19, None); (20, None); (21, None); (22, None); (39, None); (13, None); (16, None); (8, None); (32, None); (36, None)];
  REntry 28 [14; 15; 16; 66];
  RMap 4 148;
  RBound 4;
  RUse 147 [149; 102; 102; 93; 93; 92; 92; 94; 94; 21; 22; 141; 66; 16; 150; 15; 14];
  RVar 41;
  RLe 58 152;
  RBracket 153;
  RAdd 152 101;
  RVar 42;
  RLe 155 156;
  RBracket 157;
  RVar 43;
  RLe 58 159;
  RBracket 160;
  RAdd 159 101;
  RVar 44;
  RLe 162 163;
  RBracket 164;
  REntry 17 [1; 152; 159];
  RMul 165 166;
  RMul 161 167;
  RMul 158 168;
  RMul 154 169;
  RDefine 45 170 [(17, Some 3%nat); (42, None); (44, None); (8, None); (41, None); (43, None)];
  RNum 224;
  RUse 171 [18; 172; 172; 14; 15; 16];
  RMap 3 173;
  RBound 6;
  RBound 5;
  RUse 13 [174; 95; 95; 175; 176; 14; 15; 16];
  RMul 95 15;
  RAdd 178 175;
  RLe 172 179;
  RBracket 180;
  REntry 46 [175; 176; 14; 15; 16];
  RMul 181 182;
  RAdd 177 183;
  RMul 95 16;
  RAdd 185 176;
  RLe 172 186;
  RBracket 187;
  REntry 47 [175; 176; 14; 15; 16];
  RMul 188 189;
  RAdd 184 190;
  RMap 3 191;
  RAdd 172 95;
  RAdd 193 96;
  RDiv 194 95;
  RAdd 3 15;
  RAdd 8 14;
  RUse 171 [192; 195; 195; 150; 196; 197];
  RMul 151 198;
  RSum 98 108 199;
  RSum 98 108 200;
  RSum 58 95 201;
  RSum 58 95 202;
  RSum 58 92 203;
  RNum 8;
  RUse 13 [174; 205; 205; 175; 176; 14; 15; 16];
  RMul 205 15;
  RAdd 207 175;
  RLe 172 208;
  RBracket 209;
  RMul 210 182;
  RAdd 206 211;
  RMul 205 16;
  RAdd 213 176;
  RLe 172 214;
  RBracket 215;
  RMul 216 189;
  RAdd 212 217;
  RMap 3 218;
  RNum 28;
  RUse 171 [219; 220; 220; 150; 196; 197];
  RMul 151 221;
  RSum 96 93 222;
  RSum 96 93 223;
  RSum 58 205 224;
  RSum 58 205 225;
  RSum 58 92 226;
  RMul 95 195;
  RLe 101 94;
  RLe 101 93;
  RUse 147 [149; 122; 138; 109; 125; 117; 133; 19; 20; 21; 22; 141; 5; 10; 1; 111; 127];
  RAdd 3 111;
  RLe 58 232;
  RBracket 233;
  RAdd 232 101;
  RAdd 156 110;
  RAdd 236 96;
  RDiv 237 110;
  RLe 235 238;
  RBracket 239;
  RAdd 8 127;
  RLe 58 241;
  RBracket 242;
  RAdd 241 101;
  RAdd 163 126;
  RAdd 245 96;
  RDiv 246 126;
  RLe 244 247;
  RBracket 248;
  RLe 58 15;
  RBracket 250;
  RAdd 15 101;
  RLe 252 156;
  RBracket 253;
  RLe 58 16;
  RBracket 255;
  RAdd 16 101;
  RLe 257 163;
  RBracket 258;
  RMul 259 17;
  RMul 256 260;
  RMul 254 261;
  RMul 251 262;
  RMap 3 263;
  RUse 13 [264; 110; 126; 5; 10; 1; 232; 241];
  RMul 249 265;
  RMul 243 266;
  RMul 240 267;
  RMul 234 268;
  RMul 231 269;
  RUse 171 [18; 156; 163; 14; 15; 16];
  RMap 3 271;
  RUse 13 [272; 110; 126; 5; 10; 14; 15; 16];
  RMap 3 273;
  RUse 171 [274; 238; 247; 1; 232; 241];
  RMul 231 275;
  REq 276 25;
  REq 25 276;
  RMul 110 232;
  RAdd 279 5;
  RLe 58 280;
  RBracket 281;
  RAdd 280 101;
  RLe 283 156;
  RBracket 284;
  RMul 126 241;
  RAdd 286 10;
  RLe 58 287;
  RBracket 288;
  RAdd 287 101;
  RLe 290 163;
  RBracket 291;
  REntry 17 [1; 280; 287];
  RMul 292 293;
  RMul 289 294;
  RMul 285 295;
  RMul 282 296;
  RMul 249 297;
  RMul 243 298;
  RMul 240 299;
  RMul 234 300;
  RMul 231 301;
  RNat 0;
  RAdd 302 303;
  RAdd 304 303;
  REntry 47 [5; 10; 1; 232; 241];
  RMul 243 306;
  RMul 240 307;
  RMul 234 308;
  RMul 231 309;
  RMul 303 310;
  RVar 48;
  RLe 101 312;
  RVar 1;
  RLe 101 314;
  RMul 312 314;
  RLe 101 316;
  RVar 49;
  RAdd 318 101;
  RVar 50;
  RLe 319 320;
  RBracket 321;
  RMul 322 303;
  RVar 51;
  RAdd 324 101;
  RVar 52;
  RLe 325 326;
  RLe 101 326;
  RMul 326 320;
  RVar 53;
  REq 329 330;
  RMul 326 318;
  RAdd 332 324;
  RAdd 333 101;
  RLe 334 330;
  RMul 96 101;
  RLe 330 333;
  RBracket 337;
  RMul 322 338;
  RMul 322 25;
  REq 339 340;
  REq 339 25;
  RMul 303 338;
  RMul 25 338;
  REq 339 344;
  RLe 163 287;
  RBracket 346;
  RMul 249 347;
  RMul 348 310;
  RMul 25 310;
  REq 349 350;
  REq 349 25;
  RMul 347 306;
  RMul 249 353;
  RMul 243 354;
  RMul 240 355;
  RMul 234 356;
  RMul 231 357;
  REq 358 25;
  RAdd 304 358;
  RAdd 304 25;
  REq 360 361;
  REntry 46 [5; 10; 1; 232; 241];
  RMul 249 363;
  RMul 243 364;
  RMul 234 365;
  RMul 231 366;
  RMul 303 367;
  RLe 156 280;
  RBracket 369;
  RMul 240 370;
  RMul 371 367;
  RMul 25 367;
  REq 372 373;
  REq 372 25;
  RMul 370 363;
  RMul 249 376;
  RMul 243 377;
  RMul 240 378;
  RMul 234 379;
  RMul 231 380;
  REq 381 25;
  RAdd 302 381;
  RAdd 383 358;
  RAdd 302 25;
  RAdd 385 358;
  REq 384 386;
  RAdd 297 376;
  RAdd 388 353;
  RMul 249 389;
  RMul 243 390;
  RMul 240 391;
  RMul 234 392;
  RMul 231 393;
  RAdd 265 376;
  RAdd 395 353;
  RMul 249 396;
  RMul 243 397;
  RMul 240 398;
  RMul 234 399;
  RMul 231 400;
  RMul 110 15;
  RAdd 402 5;
  RLe 156 403;
  RBracket 404;
  REntry 46 [5; 10; 14; 15; 16];
  RMul 405 406;
  RAdd 273 407;
  RMul 126 16;
  RAdd 409 10;
  RLe 163 410;
  RBracket 411;
  REntry 47 [5; 10; 14; 15; 16];
  RMul 412 413;
  RAdd 408 414;
  RMap 3 415;
  RUse 171 [416; 238; 247; 1; 232; 241];
  RMul 231 417;
  REq 418 25;
  RMul 96 133;
  RDiv 420 126;
  RAdd 20 96;
  RMul 125 422;
  RAdd 138 96;
  RMul 101 424;
  RAdd 423 425;
  RAdd 426 420;
  RDiv 427 126;
  RAdd 428 101;
  RMul 96 117;
  RDiv 430 110;
  RAdd 19 96;
  RMul 109 432;
  RAdd 122 96;
  RMul 101 434;
  RAdd 433 435;
  RAdd 436 430;
  RDiv 437 110;
  RAdd 438 101;
  RUse 147 [149; 122; 138; 109; 125; 117; 133; 19; 20; 21; 22; 141; 66; 16; 150; 15; 14];
  RUse 13 [272; 110; 126; 175; 176; 14; 15; 16];
  RAdd 402 175;
  RLe 156 442;
  RBracket 443;
  RMul 444 182;
  RAdd 441 445;
  RAdd 409 176;
  RLe 163 447;
  RBracket 448;
  RMul 449 189;
  RAdd 446 450;
  RMap 3 451;
  RUse 171 [452; 238; 247; 150; 196; 197];
  RMul 440 453;
  RSum 421 429 454;
  RSum 431 439 455;
  RSum 58 126 456;
  RSum 58 110 457;
  RSum 58 59 458;
  REq 25 459;
  RMap 3 441;
  RUse 171 [461; 238; 247; 150; 196; 197];
  RMul 440 462;
  RSum 421 429 463;
  RSum 431 439 464;
  RSum 58 126 465;
  RSum 58 110 466;
  RSum 58 59 467;
  REq 468 25;
  RLe 58 3;
  RBracket 470;
  RAdd 3 101;
  RLe 472 238;
  RBracket 473;
  RLe 58 8;
  RBracket 475;
  RAdd 8 101;
  RLe 477 247;
  RBracket 478;
  RUse 13 [264; 110; 126; 5; 10; 1; 3; 8];
  RMul 479 480;
  RMul 476 481;
  RMul 474 482;
  RMul 471 483;
  RUse 171 [274; 238; 247; 1; 3; 8];
  REq 485 25;
  REq 25 485;
  RMul 126 8;
  RAdd 488 10;
  RLe 58 489;
  RBracket 490;
  RAdd 489 101;
  RLe 492 163;
  RBracket 493;
  RMul 110 3;
  RAdd 495 5;
  RLe 58 496;
  RBracket 497;
  RAdd 496 101;
  RLe 499 156;
  RBracket 500;
  REntry 17 [1; 496; 489];
  RMul 501 502;
  RMul 498 503;
  RMul 474 504;
  RMul 471 505;
  RMul 494 506;
  RMul 491 507;
  RMul 479 508;
  RMul 476 509;
  RMul 494 502;
  RMul 491 511;
  RMul 501 512;
  RMul 498 513;
  RMul 479 514;
  RMul 476 515;
  RMul 474 516;
  RMul 471 517;
  RNat 1;
  RLe 58 333;
  RBracket 520;
  RBracket 335;
  REntry 9 [];
  RMul 522 523;
  RMul 521 524;
  RMul 519 525;
  RMul 519 526;
  RAdd 330 326;
  RAdd 528 96;
  RDiv 529 326;
  RLe 319 530;
  RBracket 531;
  RMul 532 525;
  RMul 519 533;
  RMul 25 525;
  RMul 519 535;
  REq 534 536;
  RLe 58 318;
  RBracket 538;
  RMul 539 533;
  RMul 25 533;
  REq 540 541;
  REq 540 25;
  REq 25 540;
  RMul 303 525;
  RMul 539 545;
  RMul 539 535;
  REq 540 547;
  RMul 303 523;
  RMul 521 549;
  RAdd 530 101;
  RLe 551 319;
  RLe 530 318;
  RLe 58 324;
  RAdd 330 101;
  RLe 555 334;
  RMul 25 523;
  RMul 521 557;
  REq 525 558;
  REq 525 25;
  RMul 303 533;
  RMul 303 524;
  RLe 319 58;
  RLe 334 58;
  RMul 25 524;
  REq 525 565;
  RMap 0 506;
  RMul 474 514;
  RMul 471 568;
  REq 569 25;
  RMap 0 512;
  REq 514 25;
  RUse 171 [18; 156; 163; 1; 496; 489];
  RUse 13 [272; 110; 126; 5; 10; 1; 3; 8];
  REq 574 25;
  RUse 13 [272; 110; 126; 5; 10; 1; 232; 241];
  RMul 231 576;
  RMul 231 25;
  REq 577 578;
  RUse 13 [18; 110; 126; 66; 16; 150; 196; 197];
  RMul 440 580;
  RSum 421 429 581;
  RSum 431 439 582;
  RSum 58 126 583;
  RSum 58 110 584;
  RSum 58 59 585;
  REq 25 586;
  RMul 110 196;
  RAdd 588 66;
  RMul 126 197;
  RAdd 590 16;
  REntry 17 [150; 589; 591];
  RMul 440 592;
  RSum 421 429 593;
  RSum 431 439 594;
  RSum 58 126 595;
  RSum 58 110 596;
  RSum 58 59 597;
  REq 25 598;
  RAdd 402 66;
  RAdd 600 115;
  RAdd 601 117;
  RLe 58 602;
  RBracket 603;
  RAdd 602 101;
  RLe 605 122;
  RBracket 606;
  RMul 604 607;
  RMul 126 14;
  RAdd 609 16;
  RAdd 133 131;
  RAdd 610 611;
  RLe 58 612;
  RBracket 613;
  RAdd 612 101;
  RLe 615 138;
  RBracket 616;
  REntry 28 [141; 150; 602; 612];
  RAdd 495 600;
  RAdd 130 612;
  RAdd 620 420;
  RAdd 488 621;
  REntry 17 [150; 619; 622];
  RMul 618 623;
  RMul 617 624;
  RMul 614 625;
  RMul 608 626;
  RSum 421 429 627;
  RSum 431 439 628;
  RSum 58 126 629;
  RSum 58 110 630;
  RSum 58 59 631;
  RAdd 610 131;
  RAdd 633 133;
  RLe 58 634;
  RBracket 635;
  RAdd 634 101;
  RLe 637 138;
  RBracket 638;
  REntry 28 [141; 150; 602; 634];
  RMul 639 640;
  RMul 636 641;
  RMul 607 642;
  RMul 604 643;
  RMul 644 592;
  RSum 421 429 645;
  RSum 431 439 646;
  RSum 58 126 647;
  RSum 58 110 648;
  RSum 58 59 649;
  REq 632 25;
  RAdd 403 115;
  RAdd 652 117;
  RLe 58 653;
  RBracket 654;
  RAdd 653 101;
  RLe 656 122;
  RBracket 657;
  RMul 655 658;
  REntry 28 [141; 1; 653; 612];
  RAdd 495 403;
  REntry 17 [1; 661; 622];
  RMul 660 662;
  RMul 617 663;
  RMul 614 664;
  RMul 659 665;
  RSum 421 429 666;
  RMap 2 667;
  RMul 120 124;
  RMap 0 669;
  RVar 54;
  RAdd 609 671;
  RAdd 672 611;
  RLe 58 673;
  RBracket 674;
  RAdd 673 101;
  RLe 676 138;
  RBracket 677;
  REntry 28 [141; 1; 118; 673];
  RAdd 495 113;
  RAdd 130 673;
  RAdd 681 420;
  RAdd 488 682;
  REntry 17 [1; 680; 683];
  RMul 679 684;
  RMul 678 685;
  RMul 675 686;
  RMap 1 687;
  RMul 669 687;
  RSum 421 429 689;
  REq 25 690;
  RAdd 609 15;
  RAdd 692 611;
  RLe 58 693;
  RBracket 694;
  RAdd 693 101;
  RLe 696 138;
  RBracket 697;
  REntry 28 [141; 1; 118; 693];
  RAdd 130 693;
  RAdd 700 420;
  RAdd 488 701;
  REntry 17 [1; 680; 702];
  RMul 699 703;
  RMul 698 704;
  RMul 695 705;
  RSum 421 429 706;
  RMap 1 707;
  RMul 669 707;
  RSum 58 126 709;
  REq 25 710;
  RAdd 22 101;
  RLe 712 20;
  RLe 101 125;
  RMul 96 611;
  RAdd 425 715;
  RLe 716 427;
  RVar 17;
  RVar 2;
  RDiv 718 719;
  RVar 26;
  RDiv 721 719;
  RLe 720 722;
  RAdd 722 101;
  RLe 724 720;
  RLe 718 721;
  RLe 101 719;
  RLe 101 58;
  RMul 101 101;
  RAdd 424 715;
  RDiv 730 126;
  RLe 731 428;
  RLe 58 22;
  RLe 420 715;
  RVar 7;
  REntry 9 [735];
  RMul 519 736;
  RMul 519 737;
  RAdd 735 101;
  RVar 4;
  RLe 739 740;
  RBracket 741;
  RMul 742 736;
  RMul 519 743;
  RMul 25 736;
  RMul 519 745;
  REq 744 746;
  RVar 3;
  RLe 748 735;
  RBracket 749;
  RMul 750 743;
  RMul 25 743;
  REq 751 752;
  REq 751 25;
  REq 25 751;
  REntry 9 [14];
  RMap 1 756;
  REq 14 735;
  RBracket 758;
  RMul 759 756;
  RSum 748 740 760;
  REq 761 25;
  RMul 303 736;
  RMul 750 763;
  RMul 750 745;
  REq 751 765;
  RSum 748 740 303;
  RMul 303 767;
  RMap 0 303;
  RMap 1 303;
  RMul 303 756;
  RSum 748 740 771;
  RMul 303 303;
  RSum 748 740 773;
  REq 772 25;
  RAdd 740 101;
  RLe 776 739;
  RVar 25;
  RAdd 778 101;
  RLe 779 740;
  RLe 779 735;
  REq 778 735;
  RBracket 782;
  REntry 9 [778];
  RMul 783 784;
  RMul 25 784;
  REq 785 786;
  RMul 303 743;
  RLe 739 748;
  RLe 748 778;
  RLe 739 778;
  REq 735 778;
  RBracket 792;
  REq 783 25;
  RVar 55;
  RVar 56;
  RMul 312 796;
  RAdd 797 324;
  RVar 57;
  RAdd 798 799;
  RVar 58;
  RVar 59;
  RAdd 802 101;
  RMul 312 15;
  RAdd 804 324;
  RAdd 805 799;
  REq 14 806;
  RBracket 807;
  RMul 808 756;
  RMap 2 809;
  RMul 312 14;
  RAdd 811 16;
  RAdd 812 799;
  REq 15 813;
  RBracket 814;
  REntry 9 [15];
  RMul 815 816;
  RSum 801 803 817;
  RMap 2 818;
  RVar 60;
  REntry 9 [820];
  REq 820 800;
  RBracket 822;
  RMul 821 823;
  RMul 823 821;
  RMap 0 821;
  RAdd 811 324;
  RAdd 827 799;
  REq 820 828;
  RBracket 829;
  RMap 1 830;
  RMul 821 830;
  RSum 801 803 832;
  REq 25 833;
  RAdd 811 15;
  RAdd 835 799;
  REq 820 836;
  RBracket 837;
  RSum 801 803 838;
  RMap 1 839;
  RMul 821 839;
  RSum 58 312 841;
  REq 25 842;
  RSum 58 312 839;
  RMul 821 844;
  REq 845 25;
  RMul 844 821;
  REq 847 25;
  REq 16 836;
  RBracket 849;
  RSum 801 803 850;
  RSum 58 312 851;
  RMul 852 756;
  RSum 58 795 853;
  REq 854 25;
  RMul 96 799;
  RDiv 856 312;
  RLe 801 857;
  RLe 58 820;
  RAdd 820 856;
  RLe 856 860;
  RDiv 860 312;
  RLe 801 862;
  RAdd 795 96;
  RAdd 864 856;
  RDiv 865 312;
  RLe 866 802;
  RAdd 820 101;
  RLe 868 795;
  RLe 860 865;
  RLe 862 802;
  RVar 61;
  RAdd 872 856;
  RDiv 873 312;
  RLe 874 802;
  RAdd 874 101;
  RLe 876 803;
  RMod 872 320;
  RDiv 872 320;
  REntry 62 [14; 879];
  RMap 1 880;
  REntry 62 [324; 14];
  RMap 1 882;
  REq 324 878;
  RBracket 884;
  REq 14 879;
  RBracket 886;
  RMul 887 882;
  RSum 748 740 888;
  RMul 885 889;
  RMul 885 25;
  REq 890 891;
  RMap 0 885;
  RMap 1 888;
  REq 796 879;
  RBracket 895;
  RMul 885 896;
  REntry 62 [324; 796];
  RMul 897 898;
  RMul 896 898;
  RMul 885 900;
  RMul 320 796;
  RAdd 902 324;
  RLe 872 903;
  RLe 903 872;
  RMul 519 519;
  RVar 63;
  RLe 720 907;
  RAdd 907 101;
  RLe 909 720;
  RVar 64;
  RAdd 911 101;
  RLe 912 719;
  RMul 719 907;
  RAdd 914 911;
  REq 718 915;
  RLe 907 720;
  RAdd 720 101;
  RLe 918 907;
  RLe 58 911;
  REq 80 879;
  REq 796 796;
  RBracket 922;
  REq 796 80;
  RBracket 924;
  REq 925 519;
  RMul 519 896;
  RMul 519 25;
  REq 927 928;
  RMul 719 720;
  RMul 719 80;
  REq 930 931;
  RMod 718 719;
  RLe 933 911;
  RLe 911 933;
  REq 80 878;
  REq 324 324;
  RBracket 937;
  REq 324 80;
  RBracket 939;
  REq 940 519;
  RMul 25 896;
  REq 897 942;
  REq 897 25;
  REq 25 897;
  REq 872 903;
  REq 872 872;
  RBracket 947;
  REq 872 80;
  RBracket 949;
  REq 950 519;
  RBracket 946;
  REq 952 25;
  RLe 324 878;
  RLe 878 324;
  RLe 796 879;
  RLe 879 796;
  RAdd 872 101;
  RLe 958 903;
  RMul 320 80;
  REq 902 960;
  RAdd 58 101;
  RLe 962 58;
  RLe 58 58;
  RBracket 964;
  RMul 965 303;
  RMul 25 303;
  REq 303 967;
  REq 303 25;
  REq 25 303;
  RMul 303 897;
  RMul 965 897;
  RMul 25 897;
  REq 897 973;
  RMul 885 303;
  REq 897 891;
  REq 879 796;
  RBracket 977;
  REq 896 25;
  RMul 303 896;
  REq 878 324;
  RBracket 981;
  REq 885 25;
  RAdd 903 101;
  RLe 984 872;
  REq 903 872;
  RBracket 986;
  RMul 952 898;
  RMul 25 898;
  REq 988 989;
  REq 988 25;
  RMul 320 14;
  RAdd 992 324;
  REq 872 993;
  RBracket 994;
  RMul 995 882;
  RSum 748 740 996;
  REq 997 25;
  RAdd 992 15;
  REq 872 999;
  RBracket 1000;
  REntry 62 [15; 14];
  RMul 1001 1002;
  RSum 748 740 1003;
  RSum 58 320 1004;
  REq 1005 25;
  RMap 2 519;
  REq 872 836;
  RBracket 1008;
  RSum 801 803 1009;
  RSum 58 312 1010;
  REq 873 835;
  RBracket 1012;
  RMul 1013 519;
  RSum 801 803 1014;
  RSum 58 312 1015;
  REq 1011 25;
  REq 872 800;
  RBracket 1018;
  REq 873 798;
  RBracket 1020;
  REq 1019 25;
  REq 25 1011;
  RMod 873 312;
  REq 15 1024;
  RBracket 1025;
  REq 14 874;
  RBracket 1027;
  RMul 1026 1028;
  RSum 801 803 1029;
  RSum 58 312 1030;
  REq 1031 25;
  REq 25 844;
  RMul 519 821;
  RMul 25 821;
  REq 1034 1035;
  REq 821 25;
  RSum 58 795 756;
  REq 1038 25;
  REntry 28 [141; 1; 118; 14];
  RAdd 130 14;
  RAdd 1041 420;
  RAdd 488 1042;
  REntry 17 [1; 680; 1043];
  RMul 1040 1044;
  RMap 1 1045;
  RSum 58 138 1045;
  RMul 669 1047;
  RMul 669 25;
  REq 1048 1049;
  RAdd 117 115;
  RAdd 113 1051;
  RLe 58 1052;
  RBracket 1053;
  RAdd 1052 101;
  RLe 1055 122;
  RBracket 1056;
  REntry 28 [141; 1; 1052; 14];
  RAdd 114 1052;
  RAdd 1059 430;
  RAdd 495 1060;
  RMul 101 14;
  RAdd 130 1062;
  RAdd 1063 420;
  RAdd 488 1064;
  REntry 17 [1; 1061; 1065];
  RMul 1058 1066;
  RSum 58 138 1067;
  RMul 1057 1068;
  RMul 1054 1069;
  REq 1070 25;
  RAdd 21 101;
  RLe 1072 19;
  RLe 101 109;
  RMul 96 1051;
  RAdd 435 1075;
  RLe 1076 437;
  RAdd 434 1075;
  RDiv 1078 110;
  RLe 1079 438;
  RLe 58 21;
  RLe 430 1075;
  REntry 28 [141; 1; 15; 14];
  RAdd 114 15;
  RAdd 1084 430;
  RAdd 495 1085;
  REntry 17 [1; 1086; 1065];
  RMul 1083 1087;
  RSum 58 138 1088;
  RMap 1 1089;
  RMul 101 15;
  RAdd 114 1091;
  RAdd 1092 430;
  RAdd 495 1093;
  REntry 17 [1; 1094; 1065];
  RMul 1083 1095;
  RSum 58 138 1096;
  RSum 58 122 1097;
  RSum 58 122 1089;
  REq 1098 25;
  REntry 28 [141; 16; 15; 14];
  REntry 17 [16; 1094; 1065];
  RMul 1101 1102;
  RSum 58 138 1103;
  RSum 58 122 1104;
  RSum 58 59 1105;
  REq 1106 25;
  RMul 19 3;
  RAdd 1108 21;
  RMul 109 1109;
  RAdd 1110 1091;
  RAdd 1111 430;
  RMul 20 8;
  RAdd 1113 22;
  RMul 125 1114;
  RAdd 1115 1062;
  RAdd 1116 420;
  REntry 17 [16; 1112; 1117];
  RMul 1101 1118;
  RSum 58 138 1119;
  RSum 58 122 1120;
  RSum 58 59 1121;
  RMul 109 74;
  RVar 65;
  RMul 1124 15;
  RAdd 1123 1125;
  RAdd 1126 430;
  RMul 125 73;
  RVar 66;
  RMul 1129 14;
  RAdd 1128 1130;
  RAdd 1131 420;
  REntry 17 [16; 1127; 1132];
  RMul 1101 1133;
  RSum 58 138 1134;
  RSum 58 122 1135;
  RSum 58 59 1136;
  RDefine 67 1137 [(28, Some 4%nat); (17, Some 3%nat); (27, None); (34, None); (38, None); (31, None); (35, None); (65, None); (66, None); (33, None); (37, None); (39, None); (30, None); (29, None)];
  RUse 1138 [149; 18; 59; 122; 138; 109; 125; 101; 101; 117; 133; 141; 1109; 1114];
  RUse 1138 [149; 18; 59; 122; 138; 109; 125; 101; 101; 117; 133; 14; 15; 16];
  RMap 3 1140;
  RUse 13 [1141; 19; 20; 21; 22; 141; 3; 8];
  REq 1142 25;
  RUse 1138 [149; 272; 59; 122; 138; 109; 125; 101; 101; 117; 133; 14; 15; 16];
  RMap 3 1144;
  RUse 13 [1145; 19; 20; 21; 22; 141; 3; 8];
  REq 1146 25;
  RNum 112;
  RUse 1138 [149; 174; 92; 102; 102; 93; 93; 101; 101; 92; 92; 14; 15; 16];
  RMap 3 1149;
  RUse 13 [1150; 94; 94; 21; 22; 141; 3; 8];
  REq 1151 25;
  RAdd 172 92;
  RAdd 1153 92;
  RNum 6;
  RMul 101 1155;
  RMul 96 1156;
  RAdd 1154 1157;
  RAdd 1158 96;
  RDiv 1159 93;
  RAdd 1160 101;
  RAdd 220 101;
  RAdd 1162 101;
  RMul 101 93;
  RMul 96 1164;
  RAdd 1163 1165;
  RAdd 1166 96;
  RDiv 1167 101;
  RAdd 1168 101;
  RMul 93 93;
  RDiv 336 1170;
  RAdd 93 96;
  RMul 93 1172;
  RAdd 92 96;
  RMul 101 1174;
  RAdd 1173 1175;
  RAdd 1176 336;
  RDiv 1177 1170;
  RAdd 1178 101;
  RUse 147 [149; 92; 92; 93; 93; 101; 101; 93; 93; 21; 22; 141; 66; 16; 150; 15; 14];
  RUse 171 [18; 1148; 1148; 14; 15; 16];
  RMap 3 1181;
  RUse 13 [1182; 1170; 1170; 175; 176; 14; 15; 16];
  RMul 1170 15;
  RAdd 1184 175;
  RLe 1148 1185;
  RBracket 1186;
  RMul 1187 182;
  RAdd 1183 1188;
  RMul 1170 16;
  RAdd 1190 176;
  RLe 1148 1191;
  RBracket 1192;
  RMul 1193 189;
  RAdd 1189 1194;
  RMap 3 1195;
  RAdd 1148 1170;
  RAdd 1197 96;
  RDiv 1198 1170;
  RDiv 141 101;
  RMul 101 1200;
  RAdd 1201 150;
  RUse 171 [1196; 1199; 1199; 1202; 196; 197];
  RMul 1180 1203;
  RSum 1171 1179 1204;
  RSum 1171 1179 1205;
  RSum 58 1170 1206;
  RSum 58 1170 1207;
  RSum 58 101 1208;
  RUse 13 [1182; 94; 94; 175; 176; 14; 15; 16];
  RMul 94 15;
  RAdd 1211 175;
  RLe 1148 1212;
  RBracket 1213;
  RMul 1214 182;
  RAdd 1210 1215;
  RMul 94 16;
  RAdd 1217 176;
  RLe 1148 1218;
  RBracket 1219;
  RMul 1220 189;
  RAdd 1216 1221;
  RMap 3 1222;
  RAdd 1200 150;
  RUse 171 [1223; 220; 220; 1224; 196; 197];
  RMul 1180 1225;
  RSum 96 101 1226;
  RSum 96 101 1227;
  RSum 58 94 1228;
  RSum 58 94 1229;
  RSum 58 101 1230;
  RMul 1170 1199;
  RVar 68;
  RDiv 141 1233;
  RMul 59 1234;
  RAdd 1235 1;
  RUse 13 [264; 110; 126; 5; 10; 1236; 232; 241];
  RMul 249 1237;
  RMul 243 1238;
  RMul 240 1239;
  RMul 234 1240;
  RMul 231 1241;
  RUse 171 [274; 238; 247; 1236; 232; 241];
  RMul 231 1243;
  REq 1244 25;
  REq 25 1244;
  REntry 17 [1236; 280; 287];
  RMul 292 1247;
  RMul 289 1248;
  RMul 285 1249;
  RMul 282 1250;
  RMul 249 1251;
  RMul 243 1252;
  RMul 240 1253;
  RMul 234 1254;
  RMul 231 1255;
  RAdd 1256 303;
  RAdd 1257 303;
  REntry 47 [5; 10; 1236; 232; 241];
  RMul 243 1259;
  RMul 240 1260;
  RMul 234 1261;
  RMul 231 1262;
  RMul 303 1263;
  RMul 348 1263;
  RMul 25 1263;
  REq 1265 1266;
  REq 1265 25;
  RMul 347 1259;
  RMul 249 1269;
  RMul 243 1270;
  RMul 240 1271;
  RMul 234 1272;
  RMul 231 1273;
  REq 1274 25;
  RAdd 1257 1274;
  RAdd 1257 25;
  REq 1276 1277;
  REntry 46 [5; 10; 1236; 232; 241];
  RMul 249 1279;
  RMul 243 1280;
  RMul 234 1281;
  RMul 231 1282;
  RMul 303 1283;
  RMul 371 1283;
  RMul 25 1283;
  REq 1285 1286;
  REq 1285 25;
  RMul 370 1279;
  RMul 249 1289;
  RMul 243 1290;
  RMul 240 1291;
  RMul 234 1292;
  RMul 231 1293;
  REq 1294 25;
  RAdd 1256 1294;
  RAdd 1296 1274;
  RAdd 1256 25;
  RAdd 1298 1274;
  REq 1297 1299;
  RAdd 1251 1289;
  RAdd 1301 1269;
  RMul 249 1302;
  RMul 243 1303;
  RMul 240 1304;
  RMul 234 1305;
  RMul 231 1306;
  RAdd 1237 1289;
  RAdd 1308 1269;
  RMul 249 1309;
  RMul 243 1310;
  RMul 240 1311;
  RMul 234 1312;
  RMul 231 1313;
  RUse 171 [416; 238; 247; 1236; 232; 241];
  RMul 231 1315;
  REq 1316 25;
  RAdd 1235 150;
  RUse 171 [452; 238; 247; 1318; 196; 197];
  RMul 440 1319;
  RSum 421 429 1320;
  RSum 431 439 1321;
  RSum 58 126 1322;
  RSum 58 110 1323;
  RSum 58 59 1324;
  REq 25 1325;
  RUse 171 [461; 238; 247; 1318; 196; 197];
  RMul 440 1327;
  RSum 421 429 1328;
  RSum 431 439 1329;
  RSum 58 126 1330;
  RSum 58 110 1331;
  RSum 58 59 1332;
  REq 1333 25;
  RUse 13 [264; 110; 126; 5; 10; 1236; 3; 8];
  RMul 479 1335;
  RMul 476 1336;
  RMul 474 1337;
  RMul 471 1338;
  RUse 171 [274; 238; 247; 1236; 3; 8];
  REq 1340 25;
  REq 25 1340;
  REntry 17 [1236; 496; 489];
  RMul 501 1343;
  RMul 498 1344;
  RMul 474 1345;
  RMul 471 1346;
  RMul 494 1347;
  RMul 491 1348;
  RMul 479 1349;
  RMul 476 1350;
  RMul 494 1343;
  RMul 491 1352;
  RMul 501 1353;
  RMul 498 1354;
  RMul 479 1355;
  RMul 476 1356;
  RMul 474 1357;
  RMul 471 1358;
  RMap 0 1347;
  RMul 474 1355;
  RMul 471 1361;
  REq 1362 25;
  RMap 0 1353;
  REq 1355 25;
  RUse 171 [18; 156; 163; 1236; 496; 489];
  RUse 13 [272; 110; 126; 5; 10; 1236; 3; 8];
  REq 1367 25;
  RUse 13 [272; 110; 126; 5; 10; 1236; 232; 241];
  RMul 231 1369;
  REq 1370 578;
  REq 25 1369;
  RAdd 1235 14;
  RUse 171 [18; 156; 163; 1373; 15; 16];
  RMap 3 1374;
  RUse 13 [1375; 110; 126; 5; 10; 1; 232; 241];
  REq 1376 25;
  RMul 231 1376;
  REq 1378 578;
  RUse 1138 [149; 1375; 59; 122; 138; 109; 125; 101; 101; 117; 133; 14; 15; 16];
  RMap 3 1380;
  RUse 13 [1381; 19; 20; 21; 22; 141; 3; 8];
  REq 1382 25;
  RUse 1138 [149; 1375; 59; 122; 138; 109; 125; 101; 101; 117; 133; 141; 1109; 1114];
  REq 25 1382;
  RAdd 1235 16;
  REntry 17 [1386; 1127; 1132];
  RMul 1101 1387;
  RSum 58 138 1388;
  RSum 58 122 1389;
  RSum 58 59 1390;
  RDefine 69 1391 [(28, Some 4%nat); (17, Some 3%nat); (27, None); (68, None); (34, None); (38, None); (31, None); (35, None); (65, None); (66, None); (33, None); (37, None); (39, None); (30, None); (29, None)];
  RUse 1392 [149; 272; 59; 1233; 122; 138; 109; 125; 101; 101; 117; 133; 141; 1109; 1114];
  RUse 1392 [149; 272; 59; 1233; 122; 138; 109; 125; 101; 101; 117; 133; 14; 15; 16];
  RMap 3 1394;
  RUse 13 [1395; 19; 20; 21; 22; 141; 3; 8];
  REq 1396 25;
  RNum 56;
  RUse 1392 [149; 1182; 101; 101; 92; 92; 93; 93; 101; 101; 101; 101; 14; 15; 16];
  RMap 3 1399;
  RUse 13 [1400; 93; 93; 21; 22; 141; 3; 8];
  REq 1401 25;
  RAdd 1148 101;
  RAdd 1403 58;
  RAdd 1404 1165;
  RAdd 1405 96;
  RDiv 1406 93;
  RAdd 1407 101;
  RAdd 1162 58;
  RMul 96 729;
  RAdd 1409 1410;
  RAdd 1411 96;
  RDiv 1412 101;
  RAdd 1413 101;
  RNum 64;
  RDiv 336 1164;
  RMul 101 1172;
  RAdd 1417 1175;
  RAdd 1418 336;
  RDiv 1419 1164;
  RAdd 1420 101;
  RUse 147 [149; 92; 92; 101; 101; 101; 101; 93; 93; 21; 22; 141; 66; 16; 150; 15; 14];
  RUse 171 [18; 1398; 1398; 14; 15; 16];
  RMap 3 1423;
  RUse 13 [1424; 1164; 1164; 175; 176; 14; 15; 16];
  RMul 1164 15;
  RAdd 1426 175;
  RLe 1398 1427;
  RBracket 1428;
  RMul 1429 182;
  RAdd 1425 1430;
  RMul 1164 16;
  RAdd 1432 176;
  RLe 1398 1433;
  RBracket 1434;
  RMul 1435 189;
  RAdd 1431 1436;
  RMap 3 1437;
  RAdd 1398 1164;
  RAdd 1439 96;
  RDiv 1440 1164;
  RUse 171 [1438; 1441; 1441; 150; 196; 197];
  RMul 1422 1442;
  RSum 1416 1421 1443;
  RSum 1416 1421 1444;
  RSum 58 1164 1445;
  RSum 58 1164 1446;
  RSum 58 1415 1447;
  RUse 13 [1424; 93; 93; 175; 176; 14; 15; 16];
  RMul 93 15;
  RAdd 1450 175;
  RLe 1398 1451;
  RBracket 1452;
  RMul 1453 182;
  RAdd 1449 1454;
  RMul 93 16;
  RAdd 1456 176;
  RLe 1398 1457;
  RBracket 1458;
  RMul 1459 189;
  RAdd 1455 1460;
  RMap 3 1461;
  RUse 171 [1462; 220; 220; 150; 196; 197];
  RMul 1422 1463;
  RSum 96 93 1464;
  RSum 96 93 1465;
  RSum 58 93 1466;
  RSum 58 93 1467;
  RSum 58 1415 1468;
  RMul 1164 1441;
  RLe 101 101;
  RUse 1138 [149; 1424; 1415; 92; 92; 101; 101; 101; 101; 101; 101; 14; 15; 16];
  RMap 3 1472;
  RUse 13 [1473; 93; 93; 21; 22; 141; 3; 8];
  REq 1474 25;
  RAdd 1398 101;
  RAdd 1476 101;
  RAdd 1477 1165;
  RAdd 1478 96;
  RDiv 1479 101;
  RAdd 1480 101;
  RMul 93 101;
  RDiv 336 1482;
  RAdd 101 96;
  RMul 93 1484;
  RAdd 1485 1175;
  RAdd 1486 336;
  RDiv 1487 1482;
  RAdd 1488 101;
  RUse 147 [149; 92; 92; 93; 93; 101; 101; 101; 101; 58; 58; 141; 66; 16; 150; 15; 14];
  RUse 13 [1424; 1482; 1482; 175; 176; 14; 15; 16];
  RMul 1482 15;
  RAdd 1492 175;
  RLe 1398 1493;
  RBracket 1494;
  RMul 1495 182;
  RAdd 1491 1496;
  RMul 1482 16;
  RAdd 1498 176;
  RLe 1398 1499;
  RBracket 1500;
  RMul 1501 189;
  RAdd 1497 1502;
  RMap 3 1503;
  RAdd 1398 1482;
  RAdd 1505 96;
  RDiv 1506 1482;
  RUse 171 [1504; 1507; 1507; 150; 196; 197];
  RMul 1490 1508;
  RSum 1483 1489 1509;
  RSum 1483 1489 1510;
  RSum 58 1482 1511;
  RSum 58 1482 1512;
  RSum 58 1415 1513;
  RMul 1490 1463;
  RSum 96 101 1515;
  RSum 96 101 1516;
  RSum 58 93 1517;
  RSum 58 93 1518;
  RSum 58 1415 1519;
  RMul 1482 1507;
  RLe 962 101;
  RUse 1138 [149; 1424; 1415; 92; 92; 93; 93; 101; 101; 101; 101; 14; 15; 16];
  RMap 3 1523;
  RUse 13 [1524; 101; 101; 58; 58; 141; 3; 8];
  REq 1525 25;
  RDiv 1479 93;
  RAdd 1527 101;
  RMul 96 58;
  RDiv 1529 1482;
  RMul 101 1484;
  RAdd 1485 1531;
  RAdd 1532 1529;
  RDiv 1533 1482;
  RAdd 1534 101;
  RUse 147 [149; 101; 101; 93; 93; 58; 58; 101; 101; 58; 58; 141; 66; 16; 150; 15; 14];
  RMul 1536 1508;
  RSum 1530 1535 1537;
  RSum 1530 1535 1538;
  RSum 58 1482 1539;
  RSum 58 1482 1540;
  RSum 58 1415 1541;
  RMul 1536 1463;
  RSum 58 101 1543;
  RSum 58 101 1544;
  RSum 58 93 1545;
  RSum 58 93 1546;
  RSum 58 1415 1547;
  RUse 1138 [149; 1424; 1415; 101; 101; 93; 93; 101; 101; 58; 58; 14; 15; 16];
  RMap 3 1549;
  RUse 13 [1550; 101; 101; 58; 58; 141; 3; 8];
  REq 1551 25;
  RAdd 1398 58;
  RAdd 1553 58;
  RMul 101 58;
  RMul 96 1555;
  RAdd 1554 1556;
  RAdd 1557 96;
  RDiv 1558 93;
  RAdd 1559 101;
  RAdd 220 58;
  RAdd 1561 58;
  RAdd 1562 1556;
  RAdd 1563 96;
  RDiv 1564 101;
  RAdd 1565 101;
  REq 29 24;
  REq 41 34;
  REq 50 46;
  REq 56 52;
  REq 71 63;
  REq 90 83;
  RLe 1072 94;
  RLe 712 94;
  REq 1151 227;
  REq 1161 1148;
  REq 1169 220;
  RLe 1072 93;
  RLe 712 93;
  REq 1401 1231;
  REq 1408 1398;
  REq 1414 220;
  REq 1474 1469;
  REq 1481 1398;
  REq 1525 1520;
  REq 1528 220;
  REq 1551 1548;
  REq 1560 220;
  REq 1566 220].
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
  SRing 204 227;
  SRing 228 172;
  SCone 229 [(3%Z, [])] [];
  SCone 230 [(1%Z, [])] [];
  SUnfold 270 13;
  SUnfold 276 171;
  SRewrite 41 42 277 (24, Some 0%nat);
  SRing 276 276;
  SRewrite 43 44 278 (24, Some 0%nat);
  SRing 305 302;
  SRing 311 303;
  SAssume 313;
  SAssume 315;
  SCone 317 [(1%Z, [48]); (1%Z, [49]); (1%Z, [48; 49])] [];
  SInstantiate 50 [((48, None), 125); ((1, None), 20)];
  SRing 323 303;
  SAssume 321;
  SAssume 327;
  SAssume 328;
  SAssume 331;
  SCone 335 [(1%Z, [53]); (1%Z, [54]); (1%Z, [53; 55])] [(336, 56)];
  SAxiom bracket_not_le;
  SInstantiate 58 [((1, None), 330); ((2, None), 333)];
  SCut 57 59;
  SRing 339 339;
  SRewrite 60 61 341 (24, Some 0%nat);
  SRewrite 52 62 342 (24, Some 0%nat);
  SRing 343 303;
  SInstantiate 58 [((1, None), 319); ((2, None), 320)];
  SRewrite 65 61 345 (24, Some 0%nat);
  SRewrite 64 66 342 (24, Some 0%nat);
  SCases 321 63 67;
  SInstantiate 68 [((52, None), 126); ((53, None), 163); ((50, None), 247); ((49, None), 241); ((51, None), 10)];
  SCut 51 69;
  SRing 349 349;
  SRewrite 70 71 351 (24, Some 0%nat);
  SRewrite 47 72 352 (24, Some 0%nat);
  SRing 358 349;
  SRewrite 73 74 359 (24, Some 0%nat);
  SRing 360 360;
  SRewrite 75 76 362 (24, Some 0%nat);
  SRing 368 303;
  SInstantiate 50 [((48, None), 109); ((1, None), 19)];
  SInstantiate 68 [((52, None), 110); ((53, None), 156); ((50, None), 238); ((49, None), 232); ((51, None), 5)];
  SCut 79 80;
  SRing 372 372;
  SRewrite 81 82 374 (24, Some 0%nat);
  SRewrite 78 83 375 (24, Some 0%nat);
  SRing 381 372;
  SRewrite 84 85 382 (24, Some 0%nat);
  SRing 384 384;
  SRewrite 86 87 387 (24, Some 0%nat);
  SRing 394 384;
  SUnfold 401 13;
  SUnfold 418 171;
  SRewrite 90 91 419 (24, Some 0%nat);
  SRewrite 89 92 419 (24, Some 0%nat);
  SRewrite 88 93 419 (24, Some 0%nat);
  SRewrite 77 94 419 (24, Some 0%nat);
  SRewrite 46 95 419 (24, Some 0%nat);
  SRewrite 45 96 419 (24, Some 0%nat);
  SUnderSum 97 (36, None) 421 429;
  SUnderSum 98 (32, None) 431 439;
  SUnderSum 99 (16, None) 58 126;
  SUnderSum 100 (13, None) 58 110;
  SUnderSum 101 (8, None) 58 59;
  SRing 459 459;
  SRewrite 102 103 460 (24, Some 0%nat);
  SRing 468 468;
  SRewrite 104 105 469 (24, Some 0%nat);
  SUnfold 484 13;
  SUnfold 485 171;
  SRewrite 107 108 486 (24, Some 0%nat);
  SRing 485 485;
  SRewrite 109 110 487 (24, Some 0%nat);
  SRing 510 518;
  SRing 527 525;
  SAxiom bracket_le;
  SInstantiate 114 [((1, None), 319); ((2, None), 530)];
  SRing 534 534;
  SRewrite 115 116 537 (24, Some 0%nat);
  SInstantiate 114 [((1, None), 58); ((2, None), 318)];
  SRing 540 540;
  SRewrite 118 119 542 (24, Some 0%nat);
  SRewrite 117 120 543 (24, Some 0%nat);
  SRewrite 113 121 543 (24, Some 0%nat);
  SRewrite 122 119 544 (24, Some 0%nat);
  SRing 546 303;
  SInstantiate 58 [((1, None), 319); ((2, None), 530)];
  SRewrite 125 119 548 (24, Some 0%nat);
  SRewrite 124 126 543 (24, Some 0%nat);
  SRewrite 127 119 544 (24, Some 0%nat);
  SRing 550 303;
  SAssume 552;
  SCone 553 [(1%Z, [130])] [];
  SAssume 554;
  SAssume 553;
  SAxiom mod_high;
  SInstantiate 134 [((1, None), 529); ((2, None), 326)];
  SInstantiate 26 [((1, None), 529); ((2, None), 326)];
  SCone 337 [(1%Z, [132]); (1%Z, [133]); (1%Z, [135]); (1%Z, [55; 133])] [(336, 136)];
  SCut 131 137;
  SCone 556 [(1%Z, [138])] [];
  SInstantiate 58 [((1, None), 334); ((2, None), 330)];
  SCut 139 140;
  SRing 525 525;
  SRewrite 141 142 559 (24, Some 0%nat);
  SRewrite 129 143 560 (24, Some 0%nat);
  SRewrite 128 144 560 (24, Some 0%nat);
  SCases 531 123 145;
  SRing 561 303;
  SInstantiate 58 [((1, None), 58); ((2, None), 318)];
  SRewrite 148 119 542 (24, Some 0%nat);
  SRewrite 147 149 543 (24, Some 0%nat);
  SRewrite 150 119 544 (24, Some 0%nat);
  SRing 562 303;
  SAssume 563;
  SCone 564 [(1%Z, [54]); (1%Z, [153]); (1%Z, [55; 153])] [];
  SInstantiate 58 [((1, None), 58); ((2, None), 333)];
  SCut 154 155;
  SRewrite 156 142 566 (24, Some 0%nat);
  SRewrite 152 157 560 (24, Some 0%nat);
  SRewrite 151 158 560 (24, Some 0%nat);
  SCases 538 146 159;
  SInstantiate 160 [((52, None), 126); ((51, None), 10); ((49, None), 8); ((53, None), 163); ((9, Some 0%nat), 567)];
  SRing 569 508;
  SRewrite 161 162 570 (24, Some 0%nat);
  SInstantiate 160 [((52, None), 110); ((51, None), 5); ((49, None), 3); ((53, None), 156); ((9, Some 0%nat), 571)];
  SRewrite 163 164 572 (24, Some 0%nat);
  SRewrite 112 165 572 (24, Some 0%nat);
  SUnfold 573 171;
  SUnfold 574 13;
  SRewrite 167 168 575 (24, Some 0%nat);
  SRewrite 166 169 575 (24, Some 0%nat);
  SRewrite 111 170 575 (24, Some 0%nat);
  SInstantiate 171 [((12, None), 232); ((15, None), 241)];
  SCut 79 172;
  SCut 51 173;
  SRing 577 577;
  SRewrite 174 175 579 (24, Some 0%nat);
  SUnderSum 176 (36, None) 421 429;
  SUnderSum 177 (32, None) 431 439;
  SUnderSum 178 (16, None) 58 126;
  SUnderSum 179 (13, None) 58 110;
  SUnderSum 180 (8, None) 58 59;
  SUnfold 586 13;
  SRing 586 586;
  SRewrite 182 183 587 (24, Some 0%nat);
  SUnfold 598 147;
  SRing 598 598;
  SRewrite 185 186 599 (24, Some 0%nat);
  SRing 632 650;
  SRewrite 187 188 651 (24, Some 0%nat);
  SAxiom sum_swap;
  SInstantiate 190 [((3, None), 431); ((4, None), 439); ((5, None), 58); ((6, None), 126); ((9, Some 2%nat), 668)];
  SUnderSum 191 (13, None) 58 110;
  SUnderSum 192 (8, None) 58 59;
  SAxiom sum_factor;
  SInstantiate 194 [((3, None), 421); ((4, None), 429); ((8, Some 0%nat), 670); ((9, Some 1%nat), 688)];
  SRing 690 690;
  SRewrite 195 196 691 (24, Some 0%nat);
  SUnderSum 197 (54, None) 58 126;
  SInstantiate 194 [((3, None), 58); ((4, None), 126); ((8, Some 0%nat), 670); ((9, Some 1%nat), 708)];
  SRing 710 710;
  SRewrite 199 200 711 (24, Some 0%nat);
  SAssume 713;
  SAssume 714;
  SCone 717 [(1%Z, [202]); (1%Z, [203; 202])] [];
  SAssume 723;
  SAssume 725;
  SAssume 726;
  SAxiom mod_low;
  SInstantiate 208 [((1, None), 718)];
  SInstantiate 134 [((1, None), 721)];
  SAssume 727;
  SInstantiate 26 [((1, None), 718)];
  SInstantiate 26 [((1, None), 721)];
  SCone 728 [(1%Z, [207]); (1%Z, [209]); (1%Z, [210]); (1%Z, [206]); (1%Z, [211; 206])] [(729, 212); (336, 213)];
  SCone 723 [(1%Z, [206; 214]); (1%Z, [214])] [];
  SCases 723 205 215;
  SCases 723 205 216;
  SInstantiate 217 [((2, None), 126); ((17, None), 716); ((26, None), 427)];
  SCut 51 218;
  SCut 204 219;
  SCone 732 [(1%Z, [220])] [];
  SAssume 733;
  SCone 734 [(1%Z, [222]); (1%Z, [203; 222])] [];
  SInstantiate 217 [((2, None), 126); ((17, None), 420); ((26, None), 715)];
  SCut 51 224;
  SCut 223 225;
  SRing 738 736;
  SInstantiate 114 [((1, None), 739); ((2, None), 740)];
  SRing 744 744;
  SRewrite 228 229 747 (24, Some 0%nat);
  SInstantiate 114 [((1, None), 748); ((2, None), 735)];
  SRing 751 751;
  SRewrite 231 232 753 (24, Some 0%nat);
  SRewrite 230 233 754 (24, Some 0%nat);
  SRewrite 227 234 754 (24, Some 0%nat);
  SRewrite 235 232 755 (24, Some 0%nat);
  SAxiom sum_delta;
  SInstantiate 237 [((3, None), 748); ((4, None), 740); ((7, None), 735); ((9, Some 1%nat), 757)];
  SRewrite 236 238 762 (24, Some 0%nat);
  SRing 764 303;
  SInstantiate 58 [((1, None), 739); ((2, None), 740)];
  SRewrite 241 232 766 (24, Some 0%nat);
  SRewrite 240 242 754 (24, Some 0%nat);
  SRewrite 243 232 755 (24, Some 0%nat);
  SRing 768 303;
  SInstantiate 194 [((3, None), 748); ((4, None), 740); ((8, Some 0%nat), 769); ((9, Some 1%nat), 770)];
  SRing 772 774;
  SRewrite 246 247 775 (24, Some 0%nat);
  SRewrite 245 248 775 (24, Some 0%nat);
  SAssume 777;
  SAssume 780;
  SCone 781 [(1%Z, [250]); (1%Z, [251])] [];
  SAxiom bracket_not_eq;
  SInstantiate 253 [((1, None), 778); ((2, None), 735)];
  SCut 252 254;
  SRing 785 785;
  SRewrite 255 256 787 (24, Some 0%nat);
  SUnderSum 257 (25, None) 748 740;
  SRewrite 249 258 762 (24, Some 0%nat);
  SRewrite 244 259 762 (24, Some 0%nat);
  SCases 741 239 260;
  SRing 788 303;
  SInstantiate 58 [((1, None), 748); ((2, None), 735)];
  SRewrite 263 232 753 (24, Some 0%nat);
  SRewrite 262 264 754 (24, Some 0%nat);
  SRewrite 265 232 755 (24, Some 0%nat);
  SAssume 789;
  SAssume 790;
  SCone 791 [(1%Z, [267]); (1%Z, [268])] [];
  SInstantiate 253 [((1, None), 735); ((2, None), 778)];
  SCut 269 270;
  SRing 783 793;
  SRewrite 271 272 794 (24, Some 0%nat);
  SRewrite 273 256 787 (24, Some 0%nat);
  SUnderSum 274 (25, None) 748 740;
  SRewrite 249 275 762 (24, Some 0%nat);
  SRewrite 266 276 762 (24, Some 0%nat);
  SCases 749 261 277;
  SInstantiate 278 [((3, None), 58); ((4, None), 795); ((7, None), 800); ((9, Some 1%nat), 757)];
  SUnderSum 279 (56, None) 801 803;
  SUnderSum 280 (51, None) 58 312;
  SInstantiate 190 [((3, None), 58); ((4, None), 795); ((5, None), 801); ((6, None), 803); ((9, Some 2%nat), 810)];
  SUnderSum 282 (51, None) 58 312;
  SInstantiate 190 [((3, None), 58); ((4, None), 795); ((5, None), 58); ((6, None), 312); ((9, Some 2%nat), 819)];
  SRing 824 825;
  SUnderSum 285 (56, None) 801 803;
  SUnderSum 286 (51, None) 58 312;
  SInstantiate 194 [((3, None), 801); ((4, None), 803); ((8, Some 0%nat), 826); ((9, Some 1%nat), 831)];
  SRing 833 833;
  SRewrite 288 289 834 (24, Some 0%nat);
  SUnderSum 290 (51, None) 58 312;
  SInstantiate 194 [((3, None), 58); ((4, None), 312); ((8, Some 0%nat), 826); ((9, Some 1%nat), 840)];
  SRing 842 842;
  SRewrite 292 293 843 (24, Some 0%nat);
  SRewrite 291 294 846 (24, Some 0%nat);
  SRing 847 845;
  SRewrite 295 296 848 (24, Some 0%nat);
  SRewrite 287 297 848 (24, Some 0%nat);
  SUnderSum 298 (60, None) 58 795;
  SRewrite 284 299 855 (24, Some 0%nat);
  SRewrite 283 300 855 (24, Some 0%nat);
  SAssume 858;
  SAssume 859;
  SCone 861 [(1%Z, [303])] [];
  SInstantiate 217 [((2, None), 312); ((17, None), 856); ((26, None), 860)];
  SCut 304 305;
  SCone 863 [(1%Z, [302]); (1%Z, [306])] [];
  SAssume 867;
  SAssume 869;
  SCone 870 [(1%Z, [309])] [];
  SInstantiate 217 [((2, None), 312); ((17, None), 860); ((26, None), 865)];
  SCut 310 311;
  SCone 871 [(1%Z, [308]); (1%Z, [312])] [];
  SAssume 875;
  SCone 877 [(1%Z, [314])] [];
  SInstantiate 134 [((1, None), 872); ((2, None), 320)];
  SInstantiate 208 [((1, None), 872); ((2, None), 320)];
  SInstantiate 237 [((3, None), 58); ((4, None), 320); ((7, None), 878); ((9, Some 1%nat), 881)];
  SCut 317 318;
  SCut 316 319;
  SInstantiate 237 [((3, None), 748); ((4, None), 740); ((7, None), 879); ((9, Some 1%nat), 883)];
  SRing 890 890;
  SRewrite 321 322 892 (24, Some 0%nat);
  SInstantiate 194 [((3, None), 748); ((4, None), 740); ((8, Some 0%nat), 893); ((9, Some 1%nat), 894)];
  SRing 899 901;
  SAssume 904;
  SCone 904 [(1%Z, [326])] [];
  SAssume 905;
  SCone 905 [(1%Z, [328])] [];
  SAxiom antisymmetry;
  SInstantiate 330 [((1, None), 872); ((2, None), 903)];
  SCut 329 331;
  SCut 327 332;
  SRing 906 519;
  SAssume 908;
  SAssume 910;
  SAssume 913;
  SAssume 916;
  SCone 728 [(1%Z, [337]); (1%Z, [209]); (1%Z, [336]); (1%Z, [211; 336])] [(336, 338); (729, 212)];
  SCone 908 [(1%Z, [336; 339]); (1%Z, [339])] [];
  SCases 908 335 340;
  SCases 908 335 341;
  SAssume 917;
  SAssume 919;
  SAssume 920;
  SInstantiate 134 [((1, None), 718)];
  SCone 728 [(1%Z, [345]); (1%Z, [346]); (1%Z, [344]); (1%Z, [211; 344])] [(729, 338); (336, 212)];
  SCone 917 [(1%Z, [344; 347]); (1%Z, [347])] [];
  SCases 917 343 348;
  SCases 917 343 349;
  SInstantiate 330 [((1, None), 720); ((2, None), 907)];
  SCut 350 351;
  SCut 342 352;
  SInstantiate 353 [((2, None), 320); ((64, None), 324); ((17, None), 872); ((63, None), 796)];
  SRing 879 879;
  SRewrite 354 355 921 (24, None);
  SRing 923 519;
  SRewrite 356 357 926 (24, None);
  SRing 927 927;
  SRewrite 358 359 929 (24, Some 0%nat);
  SRing 930 930;
  SRewrite 353 361 932 (24, None);
  SCone 934 [] [(336, 338); (729, 212); (729, 362)];
  SCone 935 [] [(729, 338); (336, 212); (336, 362)];
  SInstantiate 330 [((1, None), 933); ((2, None), 911)];
  SCut 364 365;
  SCut 363 366;
  SInstantiate 367 [((2, None), 320); ((64, None), 324); ((17, None), 872); ((63, None), 796)];
  SRing 878 878;
  SRewrite 368 369 936 (24, None);
  SRing 938 519;
  SRewrite 370 371 941 (24, None);
  SRing 897 897;
  SRewrite 372 373 943 (24, Some 0%nat);
  SRewrite 360 374 944 (24, Some 0%nat);
  SRewrite 334 375 944 (24, Some 0%nat);
  SRewrite 376 373 945 (24, Some 0%nat);
  SAssume 946;
  SRing 948 519;
  SRewrite 378 379 951 (24, None);
  SRewrite 377 380 953 (24, Some 0%nat);
  SCut 333 381;
  SAssume 954;
  SCone 954 [(1%Z, [383])] [];
  SAssume 955;
  SCone 955 [(1%Z, [385])] [];
  SInstantiate 330 [((1, None), 324); ((2, None), 878)];
  SCut 386 387;
  SCut 384 388;
  SAssume 956;
  SCone 956 [(1%Z, [390])] [];
  SAssume 957;
  SCone 957 [(1%Z, [392])] [];
  SInstantiate 330 [((1, None), 796); ((2, None), 879)];
  SCut 393 394;
  SCut 391 395;
  SRing 773 303;
  SAssume 959;
  SInstantiate 26 [((1, None), 872); ((2, None), 320)];
  SAssume 884;
  SAssume 895;
  SRing 902 902;
  SRewrite 401 402 961 (24, None);
  SCone 728 [(1%Z, [398])] [(729, 399); (336, 400); (336, 403)];
  SCone 963 [(1%Z, [404])] [];
  SInstantiate 58 [((1, None), 58); ((2, None), 58)];
  SCut 405 406;
  SRing 303 966;
  SRewrite 407 408 968 (24, Some 0%nat);
  SRewrite 397 409 969 (24, Some 0%nat);
  SRing 303 303;
  SRewrite 410 411 970 (24, Some 0%nat);
  SRing 971 303;
  SRing 897 972;
  SRewrite 407 414 974 (24, Some 0%nat);
  SRewrite 413 415 944 (24, Some 0%nat);
  SRewrite 412 416 944 (24, Some 0%nat);
  SCut 396 417;
  SRing 975 303;
  SInstantiate 253 [((1, None), 796); ((2, None), 879)];
  SRewrite 420 373 976 (24, Some 0%nat);
  SRewrite 419 421 944 (24, Some 0%nat);
  SCases 957 418 422;
  SInstantiate 253 [((1, None), 879); ((2, None), 796)];
  SRing 896 978;
  SRewrite 424 425 979 (24, Some 0%nat);
  SRewrite 426 373 976 (24, Some 0%nat);
  SRewrite 419 427 944 (24, Some 0%nat);
  SCases 956 423 428;
  SCut 389 429;
  SRing 980 303;
  SInstantiate 253 [((1, None), 324); ((2, None), 878)];
  SRewrite 432 373 943 (24, Some 0%nat);
  SRewrite 431 433 944 (24, Some 0%nat);
  SCases 955 430 434;
  SInstantiate 253 [((1, None), 878); ((2, None), 324)];
  SRing 885 982;
  SRewrite 436 437 983 (24, Some 0%nat);
  SRewrite 438 373 943 (24, Some 0%nat);
  SRewrite 431 439 944 (24, Some 0%nat);
  SCases 954 435 440;
  SRewrite 441 373 945 (24, Some 0%nat);
  SInstantiate 253 [((1, None), 872); ((2, None), 903)];
  SRewrite 442 443 953 (24, Some 0%nat);
  SCases 905 382 444;
  SAssume 985;
  SCone 728 [(1%Z, [446])] [(336, 399); (729, 400); (729, 403)];
  SCone 963 [(1%Z, [447])] [];
  SCut 448 406;
  SRewrite 449 408 968 (24, Some 0%nat);
  SRewrite 397 450 969 (24, Some 0%nat);
  SRewrite 451 411 970 (24, Some 0%nat);
  SRewrite 449 414 974 (24, Some 0%nat);
  SRewrite 413 453 944 (24, Some 0%nat);
  SRewrite 452 454 944 (24, Some 0%nat);
  SCut 396 455;
  SCases 957 456 422;
  SCases 956 457 428;
  SCut 389 458;
  SCases 955 459 434;
  SCases 954 460 440;
  SRewrite 461 373 945 (24, Some 0%nat);
  SInstantiate 253 [((1, None), 903); ((2, None), 872)];
  SRing 952 987;
  SRewrite 463 464 953 (24, Some 0%nat);
  SRewrite 462 465 953 (24, Some 0%nat);
  SCases 904 445 466;
  SRing 988 988;
  SRewrite 467 468 990 (24, Some 0%nat);
  SRewrite 325 469 991 (24, Some 0%nat);
  SUnderSum 470 (56, None) 748 740;
  SRewrite 324 471 998 (24, Some 0%nat);
  SRewrite 323 472 998 (24, Some 0%nat);
  SUnderSum 473 (51, None) 58 320;
  SRewrite 320 474 1006 (24, Some 0%nat);
  SInstantiate 475 [((61, None), 873); ((50, None), 312); ((3, None), 801); ((4, None), 803); ((62, Some 2%nat), 1007)];
  SCut 315 476;
  SRing 1011 1016;
  SRewrite 477 478 1017 (24, Some 0%nat);
  SInstantiate 467 [((61, None), 873); ((50, None), 312)];
  SRing 1019 1021;
  SRewrite 480 481 1022 (24, Some 0%nat);
  SUnderSum 482 (56, None) 801 803;
  SUnderSum 483 (51, None) 58 312;
  SRing 1011 1011;
  SRewrite 484 485 1023 (24, Some 0%nat);
  SRewrite 479 486 1032 (24, Some 0%nat);
  SRewrite 487 484 1017 (24, Some 0%nat);
  SInstantiate 488 [((61, None), 820)];
  SCut 313 489;
  SCut 307 490;
  SRing 844 844;
  SRewrite 491 492 1033 (24, Some 0%nat);
  SRing 1034 1034;
  SRewrite 493 494 1036 (24, Some 0%nat);
  SRing 821 1034;
  SRewrite 495 496 1037 (24, Some 0%nat);
  SUnderSum 497 (60, None) 58 795;
  SRewrite 301 498 1039 (24, Some 0%nat);
  SRewrite 281 499 1039 (24, Some 0%nat);
  SInstantiate 500 [((55, None), 138); ((48, None), 126); ((57, None), 611); ((58, None), 421); ((59, None), 428); ((9, Some 1%nat), 1046)];
  SCut 51 501;
  SCut 226 502;
  SCut 221 503;
  SRing 1048 1048;
  SRewrite 504 505 1050 (24, Some 0%nat);
  SRing 1070 1048;
  SRewrite 506 507 1071 (24, Some 0%nat);
  SRewrite 201 508 1071 (24, Some 0%nat);
  SRewrite 198 509 1071 (24, Some 0%nat);
  SUnderSum 510 (32, None) 431 439;
  SUnderSum 511 (13, None) 58 110;
  SUnderSum 512 (8, None) 58 59;
  SAssume 1073;
  SAssume 1074;
  SCone 1077 [(1%Z, [514]); (1%Z, [515; 514])] [];
  SInstantiate 217 [((2, None), 110); ((17, None), 1076); ((26, None), 437)];
  SCut 79 517;
  SCut 516 518;
  SCone 1080 [(1%Z, [519])] [];
  SAssume 1081;
  SCone 1082 [(1%Z, [521]); (1%Z, [515; 521])] [];
  SInstantiate 217 [((2, None), 110); ((17, None), 430); ((26, None), 1075)];
  SCut 79 523;
  SCut 522 524;
  SInstantiate 500 [((55, None), 122); ((48, None), 110); ((57, None), 1051); ((58, None), 431); ((59, None), 438); ((9, Some 1%nat), 1090)];
  SCut 79 526;
  SCut 525 527;
  SCut 520 528;
  SRing 1098 1099;
  SRewrite 529 530 1100 (24, Some 0%nat);
  SUnderSum 531 (8, None) 58 59;
  SRewrite 513 532 1107 (24, Some 0%nat);
  SRewrite 193 533 1107 (24, Some 0%nat);
  SRing 1122 1106;
  SUnfold 1139 1138;
  SUnfold 1142 13;
  SRewrite 536 537 1143 (24, Some 0%nat);
  SRewrite 535 538 1143 (24, Some 0%nat);
  SRewrite 534 539 1143 (24, Some 0%nat);
  SRewrite 189 540 1143 (24, Some 0%nat);
  SRewrite 184 541 1143 (24, Some 0%nat);
  SInstantiate 542 [((17, Some 3%nat), 272)];
  SRing 1146 1146;
  SRewrite 543 544 1147 (24, Some 0%nat);
  SRewrite 181 545 1147 (24, Some 0%nat);
  SRewrite 106 546 1147 (24, Some 0%nat);
  SInstantiate 547 [((27, None), 92); ((70, None), 1148); ((71, None), 1148); ((42, None), 172); ((44, None), 172); ((19, None), 94); ((20, None), 94); ((65, None), 101); ((66, None), 101); ((34, None), 102); ((38, None), 102); ((33, None), 92); ((37, None), 92); ((31, None), 93); ((35, None), 93); ((21, None), 21); ((22, None), 22)];
  SCut 40 548;
  SCut 39 549;
  SCut 38 550;
  SRewrite 37 551 1152 (24, Some 0%nat);
  SRing 1161 1148;
  SRing 1169 220;
  SRing 1209 1231;
  SRing 1232 1148;
  SUnfold 1242 13;
  SUnfold 1244 171;
  SRewrite 557 558 1245 (24, Some 0%nat);
  SRing 1244 1244;
  SRewrite 559 560 1246 (24, Some 0%nat);
  SRing 1258 1256;
  SRing 1264 303;
  SRing 1265 1265;
  SRewrite 70 564 1267 (24, Some 0%nat);
  SRewrite 563 565 1268 (24, Some 0%nat);
  SRing 1274 1265;
  SRewrite 566 567 1275 (24, Some 0%nat);
  SRing 1276 1276;
  SRewrite 568 569 1278 (24, Some 0%nat);
  SRing 1284 303;
  SRing 1285 1285;
  SRewrite 81 572 1287 (24, Some 0%nat);
  SRewrite 571 573 1288 (24, Some 0%nat);
  SRing 1294 1285;
  SRewrite 574 575 1295 (24, Some 0%nat);
  SRing 1297 1297;
  SRewrite 576 577 1300 (24, Some 0%nat);
  SRing 1307 1297;
  SUnfold 1314 13;
  SUnfold 1316 171;
  SRewrite 580 581 1317 (24, Some 0%nat);
  SRewrite 579 582 1317 (24, Some 0%nat);
  SRewrite 578 583 1317 (24, Some 0%nat);
  SRewrite 570 584 1317 (24, Some 0%nat);
  SRewrite 562 585 1317 (24, Some 0%nat);
  SRewrite 561 586 1317 (24, Some 0%nat);
  SUnderSum 587 (36, None) 421 429;
  SUnderSum 588 (32, None) 431 439;
  SUnderSum 589 (16, None) 58 126;
  SUnderSum 590 (13, None) 58 110;
  SUnderSum 591 (8, None) 58 59;
  SRing 1325 1325;
  SRewrite 592 593 1326 (24, Some 0%nat);
  SRing 1333 1333;
  SRewrite 594 595 1334 (24, Some 0%nat);
  SUnfold 1339 13;
  SUnfold 1340 171;
  SRewrite 597 598 1341 (24, Some 0%nat);
  SRing 1340 1340;
  SRewrite 599 600 1342 (24, Some 0%nat);
  SRing 1351 1359;
  SInstantiate 160 [((52, None), 126); ((51, None), 10); ((49, None), 8); ((53, None), 163); ((9, Some 0%nat), 1360)];
  SRing 1362 1349;
  SRewrite 603 604 1363 (24, Some 0%nat);
  SInstantiate 160 [((52, None), 110); ((51, None), 5); ((49, None), 3); ((53, None), 156); ((9, Some 0%nat), 1364)];
  SRewrite 605 606 1365 (24, Some 0%nat);
  SRewrite 602 607 1365 (24, Some 0%nat);
  SUnfold 1366 171;
  SUnfold 1367 13;
  SRewrite 609 610 1368 (24, Some 0%nat);
  SRewrite 608 611 1368 (24, Some 0%nat);
  SRewrite 601 612 1368 (24, Some 0%nat);
  SInstantiate 613 [((12, None), 232); ((15, None), 241)];
  SCut 79 614;
  SCut 51 615;
  SRing 1370 1370;
  SRewrite 616 617 1371 (24, Some 0%nat);
  SUnderSum 618 (36, None) 421 429;
  SUnderSum 619 (32, None) 431 439;
  SUnderSum 620 (16, None) 58 126;
  SUnderSum 621 (13, None) 58 110;
  SUnderSum 622 (8, None) 58 59;
  SUnfold 1369 13;
  SRing 1369 1369;
  SRewrite 624 625 1372 (24, Some 0%nat);
  SUnfold 1376 13;
  SRewrite 626 627 1377 (24, Some 0%nat);
  SRing 1378 1378;
  SRewrite 628 629 1379 (24, Some 0%nat);
  SUnderSum 630 (36, None) 421 429;
  SUnderSum 631 (32, None) 431 439;
  SUnderSum 632 (16, None) 58 126;
  SUnderSum 633 (13, None) 58 110;
  SUnderSum 634 (8, None) 58 59;
  SInstantiate 542 [((17, Some 3%nat), 1375)];
  SRing 1382 1382;
  SRewrite 636 637 1383 (24, Some 0%nat);
  SUnfold 1384 1138;
  SUnfold 1382 13;
  SRewrite 639 640 1383 (24, Some 0%nat);
  SRewrite 641 637 1385 (24, Some 0%nat);
  SUnfold 1393 1392;
  SUnfold 1396 13;
  SRewrite 643 644 1397 (24, Some 0%nat);
  SRewrite 642 645 1397 (24, Some 0%nat);
  SRewrite 638 646 1397 (24, Some 0%nat);
  SRewrite 635 647 1397 (24, Some 0%nat);
  SRewrite 623 648 1397 (24, Some 0%nat);
  SRewrite 596 649 1397 (24, Some 0%nat);
  SInstantiate 650 [((27, None), 101); ((70, None), 1398); ((71, None), 1398); ((42, None), 1148); ((44, None), 1148); ((68, None), 101); ((19, None), 93); ((20, None), 93); ((65, None), 101); ((66, None), 101); ((34, None), 92); ((38, None), 92); ((33, None), 101); ((37, None), 101); ((31, None), 93); ((35, None), 93); ((21, None), 21); ((22, None), 22)];
  SCut 40 651;
  SCut 556 652;
  SRewrite 555 653 1402 (24, Some 0%nat);
  SRing 1408 1398;
  SRing 1414 220;
  SRing 1448 1469;
  SRing 1470 1398;
  SCone 1471 [] [];
  SInstantiate 547 [((27, None), 1415); ((70, None), 1398); ((71, None), 1398); ((42, None), 1398); ((44, None), 1398); ((19, None), 93); ((20, None), 93); ((65, None), 101); ((66, None), 101); ((34, None), 92); ((38, None), 92); ((33, None), 101); ((37, None), 101); ((31, None), 101); ((35, None), 101); ((21, None), 21); ((22, None), 22)];
  SCut 659 660;
  SCut 40 661;
  SCut 658 662;
  SRewrite 657 663 1475 (24, Some 0%nat);
  SRing 1481 1398;
  SRing 1514 1520;
  SRing 1521 1398;
  SCone 1522 [] [];
  SCone 964 [] [];
  SInstantiate 547 [((27, None), 1415); ((70, None), 220); ((71, None), 220); ((42, None), 1398); ((44, None), 1398); ((19, None), 101); ((20, None), 101); ((65, None), 101); ((66, None), 101); ((34, None), 92); ((38, None), 92); ((33, None), 101); ((37, None), 101); ((31, None), 93); ((35, None), 93); ((21, None), 58); ((22, None), 58)];
  SCut 669 670;
  SCut 659 671;
  SCut 40 672;
  SCut 668 673;
  SCut 667 674;
  SRewrite 666 675 1526 (24, Some 0%nat);
  SRing 1528 220;
  SRing 1542 1548;
  SInstantiate 547 [((27, None), 1415); ((70, None), 220); ((71, None), 220); ((42, None), 1398); ((44, None), 1398); ((19, None), 101); ((20, None), 101); ((65, None), 101); ((66, None), 101); ((34, None), 101); ((38, None), 101); ((33, None), 58); ((37, None), 58); ((31, None), 93); ((35, None), 93); ((21, None), 58); ((22, None), 58)];
  SCut 669 679;
  SCut 659 680;
  SCut 40 681;
  SCut 668 682;
  SCut 667 683;
  SRewrite 678 684 1552 (24, Some 0%nat);
  SRing 1560 220;
  SRing 1566 220].
Definition the_claims : list claim := [
  Build_claim [] 1567 5;
  Build_claim [] 1568 10;
  Build_claim [] 1569 15;
  Build_claim [] 1570 20;
  Build_claim [] 1571 25;
  Build_claim [] 1572 36;
  Build_claim [1081; 733; 1573; 1574] 1575 552;
  Build_claim [] 1576 553;
  Build_claim [] 1577 554;
  Build_claim [] 1576 553;
  Build_claim [] 1577 554;
  Build_claim [1081; 733; 1578; 1579] 1580 654;
  Build_claim [] 1581 655;
  Build_claim [] 1582 656;
  Build_claim [] 1581 655;
  Build_claim [] 1582 656;
  Build_claim [1081; 733; 1578; 1579] 1583 664;
  Build_claim [] 1584 665;
  Build_claim [] 1577 554;
  Build_claim [] 1584 665;
  Build_claim [] 1577 554;
  Build_claim [] 1585 676;
  Build_claim [] 1586 677;
  Build_claim [] 1582 656;
  Build_claim [] 1586 677;
  Build_claim [] 1582 656;
  Build_claim [] 1587 685;
  Build_claim [] 1588 686;
  Build_claim [] 1589 687;
  Build_claim [] 1588 686;
  Build_claim [] 1589 687].
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
  exact (fun R g1_ g2 m1 m2 o tau1 tau2 w x => claim_true sequents checked 6%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 46%positive, 5%nat, [place_0; place_1; place_2; place_3;
    place_4] => g1_ place_0 place_1 place_2 place_3 place_4 | 47%positive, 5%nat, [place_0; place_1; place_2;
    place_3; place_4] => g2 place_0 place_1 place_2 place_3 place_4 | 28%positive, 4%nat, [place_0; place_1;
    place_2; place_3] => w place_0 place_1 place_2 place_3 | 17%positive, 3%nat, [place_0; place_1; place_2]
    => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
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
  exact (fun R g1_ g2 m1 m2 o tau1 tau2 w x => claim_true sequents checked 11%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 46%positive, 5%nat, [place_0; place_1; place_2; place_3;
    place_4] => g1_ place_0 place_1 place_2 place_3 place_4 | 47%positive, 5%nat, [place_0; place_1; place_2;
    place_3; place_4] => g2 place_0 place_1 place_2 place_3 place_4 | 28%positive, 4%nat, [place_0; place_1;
    place_2; place_3] => w place_0 place_1 place_2 place_3 | 17%positive, 3%nat, [place_0; place_1; place_2]
    => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
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
  exact (fun R g1_ g2 m1 m2 o tau1 tau2 w x => claim_true sequents checked 16%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | 21%positive => tau1 | 22%positive => tau2 | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 46%positive, 5%nat, [place_0; place_1; place_2; place_3;
    place_4] => g1_ place_0 place_1 place_2 place_3 place_4 | 47%positive, 5%nat, [place_0; place_1; place_2;
    place_3; place_4] => g2 place_0 place_1 place_2 place_3 place_4 | 28%positive, 4%nat, [place_0; place_1;
    place_2; place_3] => w place_0 place_1 place_2 place_3 | 17%positive, 3%nat, [place_0; place_1; place_2]
    => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
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
  exact (fun R g1_ g2 m1 m2 o w x => claim_true sequents checked 21%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 46%positive, 5%nat, [place_0; place_1; place_2; place_3;
    place_4] => g1_ place_0 place_1 place_2 place_3 place_4 | 47%positive, 5%nat, [place_0; place_1; place_2;
    place_3; place_4] => g2 place_0 place_1 place_2 place_3 place_4 | 28%positive, 4%nat, [place_0; place_1;
    place_2; place_3] => w place_0 place_1 place_2 place_3 | 17%positive, 3%nat, [place_0; place_1; place_2]
    => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
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

Theorem theorem_27 : statement_27.
Proof.
  exact (fun R g1_ g2 m1 m2 o w x => claim_true sequents checked 26%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with 12%positive => m1 | 15%positive => m2 | 39%positive
    => o | _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with 46%positive, 5%nat, [place_0; place_1; place_2; place_3;
    place_4] => g1_ place_0 place_1 place_2 place_3 place_4 | 47%positive, 5%nat, [place_0; place_1; place_2;
    place_3; place_4] => g2 place_0 place_1 place_2 place_3 place_4 | 28%positive, 4%nat, [place_0; place_1;
    place_2; place_3] => w place_0 place_1 place_2 place_3 | 17%positive, 3%nat, [place_0; place_1; place_2]
    => x place_0 place_1 place_2 | _, _, _ => r0 end |}).
Qed.

Theorem theorem_28 : statement_28.
Proof.
  exact (fun R => claim_true sequents checked 27%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_29 : statement_29.
Proof.
  exact (fun R => claim_true sequents checked 28%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_30 : statement_30.
Proof.
  exact (fun R => claim_true sequents checked 29%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
Qed.

Theorem theorem_31 : statement_31.
Proof.
  exact (fun R => claim_true sequents checked 30%nat R
    (fun the_name the_scalar => the_scalar)
    {| integer_at := fun the_name => match the_name with _ => 0 end;
       tensor_at := fun the_name the_count the_places =>
         match the_name, the_count, the_places with _, _, _ => r0 end |}).
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

(** conv1: layer, as written and on cells of the grid. *)
Definition layer_7 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z -> Z -> R :=
  fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 224 224 v_3 v_4 v_5) 3 7 7 2 2 1 1 3 3 v_0 v_1 v_2.
Definition moved_7 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (in_cells : Z -> Z -> Z -> Z -> Z -> R) (tau1
  tau2 o m1 m2 : Z) : R :=
  SUM 0 <= v_0 < 3, SUM 0 <= v_1 < 8, SUM 0 <= v_2 < 8, SUM (-1) <= v_3 < 2, SUM (-1) <= v_4 < 2, bank w 7 7 2
    2 3 3 4 4 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 28
    28 v_0 (m1 + v_3) (m2 + v_4).

Lemma step_7 (R : semiring) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 8 8 224 224 in_cells x ->
  holds2 4 4 112 112 (moved_7 w in_cells) (layer_7 w x).
Proof.
  intros holds tau1 tau2 o m1 m2. intros.
  refine (eq_trans _ (eq_sym (theorem_7 R (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2 chan
    cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (8 * cell1 + phase1) + 1, 224] [*] in_cells
    phase1 phase2 chan cell1 cell2) m1 m2 o tau1 tau2 w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)))).
  cbv beta delta [moved_7 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** maxpool: layer, as written and on cells of the grid. *)
Definition layer_12 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z -> Z -> R :=
  fun v_0 v_1 v_2 => grouped w (fun v_3 v_4 v_5 => extend x 112 112 v_3 v_4 v_5) 1 1 3 3 2 2 1 1 1 1 v_0 v_1
    v_2.
Definition moved_12 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (in_cells : Z -> Z -> Z -> Z -> Z -> R) (tau1
  tau2 o m1 m2 : Z) : R :=
  SUM 0 <= v_0 < 1, SUM 0 <= v_1 < 4, SUM 0 <= v_2 < 4, SUM (-1) <= v_3 < 1, SUM (-1) <= v_4 < 1, bank w 3 3 2
    2 1 1 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 28
    28 ((o / 1) + v_0) (m1 + v_3) (m2 + v_4).

Lemma step_12 (R : semiring) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 4 4 112 112 in_cells x ->
  holds2 2 2 56 56 (moved_12 w in_cells) (layer_12 w x).
Proof.
  intros holds tau1 tau2 o m1 m2. intros.
  refine (eq_trans _ (eq_sym (theorem_12 R (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2 chan
    cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (4 * cell1 + phase1) + 1, 112] [*] in_cells
    phase1 phase2 chan cell1 cell2) m1 m2 o tau1 tau2 w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)))).
  cbv beta delta [moved_12 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** layer1.0.conv1: layer, as written and on cells of the grid. *)
Definition layer_17 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z -> Z -> R :=
  fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 56 56 v_3 v_4 v_5) 64 3 3 1 1 1 1 1 1 v_0 v_1 v_2.
Definition moved_17 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (in_cells : Z -> Z -> Z -> Z -> Z -> R) (tau1
  tau2 o m1 m2 : Z) : R :=
  SUM 0 <= v_0 < 64, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM (-1) <= v_3 < 2, SUM (-1) <= v_4 < 2, bank w 3 3
    1 1 1 1 2 2 tau1 tau2 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7)
    28 28 v_0 (m1 + v_3) (m2 + v_4).

Lemma step_17 (R : semiring) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 2 2 56 56 in_cells x ->
  holds2 2 2 56 56 (moved_17 w in_cells) (layer_17 w x).
Proof.
  intros holds tau1 tau2 o m1 m2. intros.
  refine (eq_trans _ (eq_sym (theorem_17 R (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2 chan
    cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (2 * cell1 + phase1) + 1, 56] [*] in_cells phase1
    phase2 chan cell1 cell2) m1 m2 o tau1 tau2 w x ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)))).
  cbv beta delta [moved_17 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** layer2.0.conv1: layer, as written and on cells of the grid. *)
Definition layer_22 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z -> Z -> R :=
  fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 56 56 v_3 v_4 v_5) 64 3 3 2 2 1 1 1 1 v_0 v_1 v_2.
Definition moved_22 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (in_cells : Z -> Z -> Z -> Z -> Z -> R) (phase1
  phase2 o m1 m2 : Z) : R :=
  SUM 0 <= v_0 < 64, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM (-1) <= v_3 < 1, SUM (-1) <= v_4 < 1, bank w 3 3
    2 2 1 1 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 28 28
    v_0 (m1 + v_3) (m2 + v_4).

Lemma step_22 (R : semiring) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 2 2 56 56 in_cells x ->
  holds2 1 1 28 28 (moved_22 w in_cells) (layer_22 w x).
Proof.
  intros holds phase1 phase2 o m1 m2. intros. assert (phase1 = 0) by lia; subst phase1. assert (phase2 = 0) by
    lia; subst phase2.
  refine (eq_trans _ (eq_sym (theorem_22 R (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2 chan
    cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (2 * cell1 + phase1) + 1, 56] [*] in_cells phase1
    phase2 chan cell1 cell2) m1 m2 o w x))).
  cbv beta delta [moved_22 clean2 bank extend phases].
  reads_alike holds.
Qed.

(** layer2.0.downsample: layer, as written and on cells of the grid. *)
Definition layer_27 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R) : Z -> Z -> Z -> R :=
  fun v_0 v_1 v_2 => conv w (fun v_3 v_4 v_5 => extend x 56 56 v_3 v_4 v_5) 64 1 1 2 2 1 1 0 0 v_0 v_1 v_2.
Definition moved_27 {R : semiring} (w : Z -> Z -> Z -> Z -> R) (in_cells : Z -> Z -> Z -> Z -> Z -> R) (phase1
  phase2 o m1 m2 : Z) : R :=
  SUM 0 <= v_0 < 64, SUM 0 <= v_1 < 2, SUM 0 <= v_2 < 2, SUM 0 <= v_3 < 1, SUM 0 <= v_4 < 1, bank w 1 1 2 2 0
    0 1 1 0 0 o v_1 v_2 v_0 v_3 v_4 [*] extend (fun v_5 v_6 v_7 => in_cells v_1 v_2 v_5 v_6 v_7) 28 28 v_0 (m1
    + v_3) (m2 + v_4).

Lemma step_27 (R : semiring) (w : Z -> Z -> Z -> Z -> R) (x : Z -> Z -> Z -> R)
  (in_cells : Z -> Z -> Z -> Z -> Z -> R) :
  holds2 2 2 56 56 in_cells x ->
  holds2 1 1 28 28 (moved_27 w in_cells) (layer_27 w x).
Proof.
  intros holds phase1 phase2 o m1 m2. intros. assert (phase1 = 0) by lia; subst phase1. assert (phase2 = 0) by
    lia; subst phase2.
  refine (eq_trans _ (eq_sym (theorem_27 R (fun phase1 phase2 chan cell1 cell2 => in_cells phase1 phase2 chan
    cell1 cell2) (fun phase1 phase2 chan cell1 cell2 => [<=: (2 * cell1 + phase1) + 1, 56] [*] in_cells phase1
    phase2 chan cell1 cell2) m1 m2 o w x))).
  cbv beta delta [moved_27 clean2 bank extend phases].
  reads_alike holds.
Qed.

Section Network.
(** What a place of a map holds. *)
Variable Value : Type.

(** image: Input(shape=(3, 224, 224)) *)
Variable input_image : Z -> Z -> Z -> Value.
Definition written_image (chan place1 place2 : Z) : Value :=
  input_image chan place1 place2.
Definition gridded_image (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  input_image chan (8 * cell1 + phase1) (8 * cell2 + phase2).
Lemma agree_image : holds2 8 8 224 224 gridded_image written_image.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_image, written_image. reflexivity. Qed.

(** conv1: Conv(in_channels=3, out_channels=64, kernel=(7, 7), stride=(2, 2), padding=((3, 3), (3, 3)),
    dilation=(1, 1), bias=False) *)
Variable semiring_conv1 : semiring.
Variable into_conv1 : Value -> semiring_conv1.
Variable w_conv1 : Z -> Z -> Z -> Z -> semiring_conv1.
Variable act_conv1 : Z -> Z -> Z -> semiring_conv1 -> Value.
Definition written_conv1 (chan place1 place2 : Z) : Value :=
  act_conv1 chan place1 place2 (layer_7 w_conv1 (fun chan place1 place2 => into_conv1 (written_image chan
    place1 place2)) chan place1 place2).
Definition gridded_conv1 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_conv1 chan (4 * cell1 + phase1) (4 * cell2 + phase2) (moved_7 w_conv1 (fun phase1 phase2 chan cell1
    cell2 => into_conv1 (gridded_image phase1 phase2 chan cell1 cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_conv1 : holds2 4 4 112 112 gridded_conv1 written_conv1.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_conv1, written_conv1. apply f_equal,
  (step_7 semiring_conv1 w_conv1 (fun chan place1 place2 => into_conv1 (written_image chan place1 place2))
  (fun phase1 phase2 chan cell1 cell2 => into_conv1 (gridded_image phase1 phase2 chan cell1 cell2))); try
  assumption. intros ? *. intros. apply (f_equal into_conv1), agree_image; assumption. Qed.

(** conv1.bn: BatchNorm(epsilon=1e-05) *)
Variable act_conv1_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_conv1_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_conv1_bn place1 place2 f0 chan = act_conv1_bn place1 place2 g0 chan.
Definition written_conv1_bn (chan place1 place2 : Z) : Value :=
  act_conv1_bn place1 place2 (fun chan => written_conv1 chan place1 place2) chan.
Definition gridded_conv1_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_conv1_bn (4 * cell1 + phase1) (4 * cell2 + phase2) (fun chan => gridded_conv1 phase1 phase2 chan cell1
    cell2) chan.
Lemma agree_conv1_bn : holds2 4 4 112 112 gridded_conv1_bn written_conv1_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_conv1_bn, written_conv1_bn. apply
  reads_conv1_bn; intros. now apply agree_conv1. Qed.

(** conv1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_conv1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_conv1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan = g0
  chan) ->
  forall chan : Z, act_conv1_relu place1 place2 f0 chan = act_conv1_relu place1 place2 g0 chan.
Definition written_conv1_relu (chan place1 place2 : Z) : Value :=
  act_conv1_relu place1 place2 (fun chan => written_conv1_bn chan place1 place2) chan.
Definition gridded_conv1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_conv1_relu (4 * cell1 + phase1) (4 * cell2 + phase2) (fun chan => gridded_conv1_bn phase1 phase2 chan
    cell1 cell2) chan.
Lemma agree_conv1_relu : holds2 4 4 112 112 gridded_conv1_relu written_conv1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_conv1_relu, written_conv1_relu. apply
  reads_conv1_relu; intros. now apply agree_conv1_bn. Qed.

(** maxpool: MaxPool(kernel=(3, 3), stride=(2, 2), padding=((1, 1), (1, 1)), dilation=(1, 1),
    ceil_mode=False) *)
Variable semiring_maxpool : semiring.
Variable into_maxpool : Value -> semiring_maxpool.
Variable w_maxpool : Z -> Z -> Z -> Z -> semiring_maxpool.
Variable act_maxpool : Z -> Z -> Z -> semiring_maxpool -> Value.
Definition written_maxpool (chan place1 place2 : Z) : Value :=
  act_maxpool chan place1 place2 (layer_12 w_maxpool (fun chan place1 place2 => into_maxpool
    (written_conv1_relu chan place1 place2)) chan place1 place2).
Definition gridded_maxpool (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_maxpool chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_12 w_maxpool (fun phase1 phase2 chan cell1
    cell2 => into_maxpool (gridded_conv1_relu phase1 phase2 chan cell1 cell2)) phase1 phase2 chan cell1
    cell2).
Lemma agree_maxpool : holds2 2 2 56 56 gridded_maxpool written_maxpool.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_maxpool, written_maxpool. apply f_equal,
  (step_12 semiring_maxpool w_maxpool (fun chan place1 place2 => into_maxpool (written_conv1_relu chan place1
  place2)) (fun phase1 phase2 chan cell1 cell2 => into_maxpool (gridded_conv1_relu phase1 phase2 chan cell1
  cell2))); try assumption. intros ? *. intros. apply (f_equal into_maxpool), agree_conv1_relu; assumption.
  Qed.

(** layer1.0.conv1: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1,
    1)), dilation=(1, 1), bias=False) *)
Variable semiring_layer1_0_conv1 : semiring.
Variable into_layer1_0_conv1 : Value -> semiring_layer1_0_conv1.
Variable w_layer1_0_conv1 : Z -> Z -> Z -> Z -> semiring_layer1_0_conv1.
Variable act_layer1_0_conv1 : Z -> Z -> Z -> semiring_layer1_0_conv1 -> Value.
Definition written_layer1_0_conv1 (chan place1 place2 : Z) : Value :=
  act_layer1_0_conv1 chan place1 place2 (layer_17 w_layer1_0_conv1 (fun chan place1 place2 =>
    into_layer1_0_conv1 (written_maxpool chan place1 place2)) chan place1 place2).
Definition gridded_layer1_0_conv1 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_conv1 chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_17 w_layer1_0_conv1 (fun phase1
    phase2 chan cell1 cell2 => into_layer1_0_conv1 (gridded_maxpool phase1 phase2 chan cell1 cell2)) phase1
    phase2 chan cell1 cell2).
Lemma agree_layer1_0_conv1 : holds2 2 2 56 56 gridded_layer1_0_conv1 written_layer1_0_conv1.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_conv1, written_layer1_0_conv1.
  apply f_equal, (step_17 semiring_layer1_0_conv1 w_layer1_0_conv1 (fun chan place1 place2 =>
  into_layer1_0_conv1 (written_maxpool chan place1 place2)) (fun phase1 phase2 chan cell1 cell2 =>
  into_layer1_0_conv1 (gridded_maxpool phase1 phase2 chan cell1 cell2))); try assumption. intros ? *. intros.
  apply (f_equal into_layer1_0_conv1), agree_maxpool; assumption. Qed.

(** layer1.0.conv1.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer1_0_conv1_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_0_conv1_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer1_0_conv1_bn place1 place2 f0 chan = act_layer1_0_conv1_bn place1 place2 g0 chan.
Definition written_layer1_0_conv1_bn (chan place1 place2 : Z) : Value :=
  act_layer1_0_conv1_bn place1 place2 (fun chan => written_layer1_0_conv1 chan place1 place2) chan.
Definition gridded_layer1_0_conv1_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_conv1_bn (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_0_conv1 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer1_0_conv1_bn : holds2 2 2 56 56 gridded_layer1_0_conv1_bn written_layer1_0_conv1_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_conv1_bn,
  written_layer1_0_conv1_bn. apply reads_layer1_0_conv1_bn; intros. now apply agree_layer1_0_conv1. Qed.

(** layer1.0.conv1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer1_0_conv1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_0_conv1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer1_0_conv1_relu place1 place2 f0 chan = act_layer1_0_conv1_relu place1 place2 g0
    chan.
Definition written_layer1_0_conv1_relu (chan place1 place2 : Z) : Value :=
  act_layer1_0_conv1_relu place1 place2 (fun chan => written_layer1_0_conv1_bn chan place1 place2) chan.
Definition gridded_layer1_0_conv1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_conv1_relu (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_0_conv1_bn
    phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer1_0_conv1_relu : holds2 2 2 56 56 gridded_layer1_0_conv1_relu written_layer1_0_conv1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_conv1_relu,
  written_layer1_0_conv1_relu. apply reads_layer1_0_conv1_relu; intros. now apply agree_layer1_0_conv1_bn.
  Qed.

(** layer1.0.conv2: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1,
    1)), dilation=(1, 1), bias=False) *)
Variable semiring_layer1_0_conv2 : semiring.
Variable into_layer1_0_conv2 : Value -> semiring_layer1_0_conv2.
Variable w_layer1_0_conv2 : Z -> Z -> Z -> Z -> semiring_layer1_0_conv2.
Variable act_layer1_0_conv2 : Z -> Z -> Z -> semiring_layer1_0_conv2 -> Value.
Definition written_layer1_0_conv2 (chan place1 place2 : Z) : Value :=
  act_layer1_0_conv2 chan place1 place2 (layer_17 w_layer1_0_conv2 (fun chan place1 place2 =>
    into_layer1_0_conv2 (written_layer1_0_conv1_relu chan place1 place2)) chan place1 place2).
Definition gridded_layer1_0_conv2 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_conv2 chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_17 w_layer1_0_conv2 (fun phase1
    phase2 chan cell1 cell2 => into_layer1_0_conv2 (gridded_layer1_0_conv1_relu phase1 phase2 chan cell1
    cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_layer1_0_conv2 : holds2 2 2 56 56 gridded_layer1_0_conv2 written_layer1_0_conv2.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_conv2, written_layer1_0_conv2.
  apply f_equal, (step_17 semiring_layer1_0_conv2 w_layer1_0_conv2 (fun chan place1 place2 =>
  into_layer1_0_conv2 (written_layer1_0_conv1_relu chan place1 place2)) (fun phase1 phase2 chan cell1 cell2 =>
  into_layer1_0_conv2 (gridded_layer1_0_conv1_relu phase1 phase2 chan cell1 cell2))); try assumption. intros ?
  *. intros. apply (f_equal into_layer1_0_conv2), agree_layer1_0_conv1_relu; assumption. Qed.

(** layer1.0.conv2.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer1_0_conv2_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_0_conv2_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer1_0_conv2_bn place1 place2 f0 chan = act_layer1_0_conv2_bn place1 place2 g0 chan.
Definition written_layer1_0_conv2_bn (chan place1 place2 : Z) : Value :=
  act_layer1_0_conv2_bn place1 place2 (fun chan => written_layer1_0_conv2 chan place1 place2) chan.
Definition gridded_layer1_0_conv2_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_conv2_bn (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_0_conv2 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer1_0_conv2_bn : holds2 2 2 56 56 gridded_layer1_0_conv2_bn written_layer1_0_conv2_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_conv2_bn,
  written_layer1_0_conv2_bn. apply reads_layer1_0_conv2_bn; intros. now apply agree_layer1_0_conv2. Qed.

(** layer1.0.add: Add() *)
Variable act_layer1_0_add : Z -> Z -> (Z -> Value) -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_0_add : forall (place1 place2 : Z) (f0 g0 f1 g1 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) -> (forall chan : Z, f1 chan = g1 chan) ->
  forall chan : Z, act_layer1_0_add place1 place2 f0 f1 chan = act_layer1_0_add place1 place2 g0 g1 chan.
Definition written_layer1_0_add (chan place1 place2 : Z) : Value :=
  act_layer1_0_add place1 place2 (fun chan => written_maxpool chan place1 place2) (fun chan =>
    written_layer1_0_conv2_bn chan place1 place2) chan.
Definition gridded_layer1_0_add (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_add (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_maxpool phase1 phase2 chan
    cell1 cell2) (fun chan => gridded_layer1_0_conv2_bn phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer1_0_add : holds2 2 2 56 56 gridded_layer1_0_add written_layer1_0_add.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_add, written_layer1_0_add. apply
  reads_layer1_0_add; intros. now apply agree_maxpool. now apply agree_layer1_0_conv2_bn. Qed.

(** layer1.0.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer1_0_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_0_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan =
  g0 chan) ->
  forall chan : Z, act_layer1_0_relu place1 place2 f0 chan = act_layer1_0_relu place1 place2 g0 chan.
Definition written_layer1_0_relu (chan place1 place2 : Z) : Value :=
  act_layer1_0_relu place1 place2 (fun chan => written_layer1_0_add chan place1 place2) chan.
Definition gridded_layer1_0_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_0_relu (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_0_add phase1 phase2
    chan cell1 cell2) chan.
Lemma agree_layer1_0_relu : holds2 2 2 56 56 gridded_layer1_0_relu written_layer1_0_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_0_relu, written_layer1_0_relu.
  apply reads_layer1_0_relu; intros. now apply agree_layer1_0_add. Qed.

(** layer1.1.conv1: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1,
    1)), dilation=(1, 1), bias=False) *)
Variable semiring_layer1_1_conv1 : semiring.
Variable into_layer1_1_conv1 : Value -> semiring_layer1_1_conv1.
Variable w_layer1_1_conv1 : Z -> Z -> Z -> Z -> semiring_layer1_1_conv1.
Variable act_layer1_1_conv1 : Z -> Z -> Z -> semiring_layer1_1_conv1 -> Value.
Definition written_layer1_1_conv1 (chan place1 place2 : Z) : Value :=
  act_layer1_1_conv1 chan place1 place2 (layer_17 w_layer1_1_conv1 (fun chan place1 place2 =>
    into_layer1_1_conv1 (written_layer1_0_relu chan place1 place2)) chan place1 place2).
Definition gridded_layer1_1_conv1 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_conv1 chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_17 w_layer1_1_conv1 (fun phase1
    phase2 chan cell1 cell2 => into_layer1_1_conv1 (gridded_layer1_0_relu phase1 phase2 chan cell1 cell2))
    phase1 phase2 chan cell1 cell2).
Lemma agree_layer1_1_conv1 : holds2 2 2 56 56 gridded_layer1_1_conv1 written_layer1_1_conv1.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_conv1, written_layer1_1_conv1.
  apply f_equal, (step_17 semiring_layer1_1_conv1 w_layer1_1_conv1 (fun chan place1 place2 =>
  into_layer1_1_conv1 (written_layer1_0_relu chan place1 place2)) (fun phase1 phase2 chan cell1 cell2 =>
  into_layer1_1_conv1 (gridded_layer1_0_relu phase1 phase2 chan cell1 cell2))); try assumption. intros ? *.
  intros. apply (f_equal into_layer1_1_conv1), agree_layer1_0_relu; assumption. Qed.

(** layer1.1.conv1.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer1_1_conv1_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_1_conv1_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer1_1_conv1_bn place1 place2 f0 chan = act_layer1_1_conv1_bn place1 place2 g0 chan.
Definition written_layer1_1_conv1_bn (chan place1 place2 : Z) : Value :=
  act_layer1_1_conv1_bn place1 place2 (fun chan => written_layer1_1_conv1 chan place1 place2) chan.
Definition gridded_layer1_1_conv1_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_conv1_bn (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_1_conv1 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer1_1_conv1_bn : holds2 2 2 56 56 gridded_layer1_1_conv1_bn written_layer1_1_conv1_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_conv1_bn,
  written_layer1_1_conv1_bn. apply reads_layer1_1_conv1_bn; intros. now apply agree_layer1_1_conv1. Qed.

(** layer1.1.conv1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer1_1_conv1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_1_conv1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer1_1_conv1_relu place1 place2 f0 chan = act_layer1_1_conv1_relu place1 place2 g0
    chan.
Definition written_layer1_1_conv1_relu (chan place1 place2 : Z) : Value :=
  act_layer1_1_conv1_relu place1 place2 (fun chan => written_layer1_1_conv1_bn chan place1 place2) chan.
Definition gridded_layer1_1_conv1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_conv1_relu (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_1_conv1_bn
    phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer1_1_conv1_relu : holds2 2 2 56 56 gridded_layer1_1_conv1_relu written_layer1_1_conv1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_conv1_relu,
  written_layer1_1_conv1_relu. apply reads_layer1_1_conv1_relu; intros. now apply agree_layer1_1_conv1_bn.
  Qed.

(** layer1.1.conv2: Conv(in_channels=64, out_channels=64, kernel=(3, 3), stride=(1, 1), padding=((1, 1), (1,
    1)), dilation=(1, 1), bias=False) *)
Variable semiring_layer1_1_conv2 : semiring.
Variable into_layer1_1_conv2 : Value -> semiring_layer1_1_conv2.
Variable w_layer1_1_conv2 : Z -> Z -> Z -> Z -> semiring_layer1_1_conv2.
Variable act_layer1_1_conv2 : Z -> Z -> Z -> semiring_layer1_1_conv2 -> Value.
Definition written_layer1_1_conv2 (chan place1 place2 : Z) : Value :=
  act_layer1_1_conv2 chan place1 place2 (layer_17 w_layer1_1_conv2 (fun chan place1 place2 =>
    into_layer1_1_conv2 (written_layer1_1_conv1_relu chan place1 place2)) chan place1 place2).
Definition gridded_layer1_1_conv2 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_conv2 chan (2 * cell1 + phase1) (2 * cell2 + phase2) (moved_17 w_layer1_1_conv2 (fun phase1
    phase2 chan cell1 cell2 => into_layer1_1_conv2 (gridded_layer1_1_conv1_relu phase1 phase2 chan cell1
    cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_layer1_1_conv2 : holds2 2 2 56 56 gridded_layer1_1_conv2 written_layer1_1_conv2.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_conv2, written_layer1_1_conv2.
  apply f_equal, (step_17 semiring_layer1_1_conv2 w_layer1_1_conv2 (fun chan place1 place2 =>
  into_layer1_1_conv2 (written_layer1_1_conv1_relu chan place1 place2)) (fun phase1 phase2 chan cell1 cell2 =>
  into_layer1_1_conv2 (gridded_layer1_1_conv1_relu phase1 phase2 chan cell1 cell2))); try assumption. intros ?
  *. intros. apply (f_equal into_layer1_1_conv2), agree_layer1_1_conv1_relu; assumption. Qed.

(** layer1.1.conv2.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer1_1_conv2_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_1_conv2_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer1_1_conv2_bn place1 place2 f0 chan = act_layer1_1_conv2_bn place1 place2 g0 chan.
Definition written_layer1_1_conv2_bn (chan place1 place2 : Z) : Value :=
  act_layer1_1_conv2_bn place1 place2 (fun chan => written_layer1_1_conv2 chan place1 place2) chan.
Definition gridded_layer1_1_conv2_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_conv2_bn (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_1_conv2 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer1_1_conv2_bn : holds2 2 2 56 56 gridded_layer1_1_conv2_bn written_layer1_1_conv2_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_conv2_bn,
  written_layer1_1_conv2_bn. apply reads_layer1_1_conv2_bn; intros. now apply agree_layer1_1_conv2. Qed.

(** layer1.1.add: Add() *)
Variable act_layer1_1_add : Z -> Z -> (Z -> Value) -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_1_add : forall (place1 place2 : Z) (f0 g0 f1 g1 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) -> (forall chan : Z, f1 chan = g1 chan) ->
  forall chan : Z, act_layer1_1_add place1 place2 f0 f1 chan = act_layer1_1_add place1 place2 g0 g1 chan.
Definition written_layer1_1_add (chan place1 place2 : Z) : Value :=
  act_layer1_1_add place1 place2 (fun chan => written_layer1_0_relu chan place1 place2) (fun chan =>
    written_layer1_1_conv2_bn chan place1 place2) chan.
Definition gridded_layer1_1_add (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_add (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_0_relu phase1 phase2
    chan cell1 cell2) (fun chan => gridded_layer1_1_conv2_bn phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer1_1_add : holds2 2 2 56 56 gridded_layer1_1_add written_layer1_1_add.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_add, written_layer1_1_add. apply
  reads_layer1_1_add; intros. now apply agree_layer1_0_relu. now apply agree_layer1_1_conv2_bn. Qed.

(** layer1.1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer1_1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer1_1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan =
  g0 chan) ->
  forall chan : Z, act_layer1_1_relu place1 place2 f0 chan = act_layer1_1_relu place1 place2 g0 chan.
Definition written_layer1_1_relu (chan place1 place2 : Z) : Value :=
  act_layer1_1_relu place1 place2 (fun chan => written_layer1_1_add chan place1 place2) chan.
Definition gridded_layer1_1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer1_1_relu (2 * cell1 + phase1) (2 * cell2 + phase2) (fun chan => gridded_layer1_1_add phase1 phase2
    chan cell1 cell2) chan.
Lemma agree_layer1_1_relu : holds2 2 2 56 56 gridded_layer1_1_relu written_layer1_1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer1_1_relu, written_layer1_1_relu.
  apply reads_layer1_1_relu; intros. now apply agree_layer1_1_add. Qed.

(** layer2.0.conv1: Conv(in_channels=64, out_channels=128, kernel=(3, 3), stride=(2, 2), padding=((1, 1),
    (1, 1)), dilation=(1, 1), bias=False) *)
Variable semiring_layer2_0_conv1 : semiring.
Variable into_layer2_0_conv1 : Value -> semiring_layer2_0_conv1.
Variable w_layer2_0_conv1 : Z -> Z -> Z -> Z -> semiring_layer2_0_conv1.
Variable act_layer2_0_conv1 : Z -> Z -> Z -> semiring_layer2_0_conv1 -> Value.
Definition written_layer2_0_conv1 (chan place1 place2 : Z) : Value :=
  act_layer2_0_conv1 chan place1 place2 (layer_22 w_layer2_0_conv1 (fun chan place1 place2 =>
    into_layer2_0_conv1 (written_layer1_1_relu chan place1 place2)) chan place1 place2).
Definition gridded_layer2_0_conv1 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_conv1 chan (1 * cell1 + phase1) (1 * cell2 + phase2) (moved_22 w_layer2_0_conv1 (fun phase1
    phase2 chan cell1 cell2 => into_layer2_0_conv1 (gridded_layer1_1_relu phase1 phase2 chan cell1 cell2))
    phase1 phase2 chan cell1 cell2).
Lemma agree_layer2_0_conv1 : holds2 1 1 28 28 gridded_layer2_0_conv1 written_layer2_0_conv1.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_conv1, written_layer2_0_conv1.
  apply f_equal, (step_22 semiring_layer2_0_conv1 w_layer2_0_conv1 (fun chan place1 place2 =>
  into_layer2_0_conv1 (written_layer1_1_relu chan place1 place2)) (fun phase1 phase2 chan cell1 cell2 =>
  into_layer2_0_conv1 (gridded_layer1_1_relu phase1 phase2 chan cell1 cell2))); try assumption. intros ? *.
  intros. apply (f_equal into_layer2_0_conv1), agree_layer1_1_relu; assumption. Qed.

(** layer2.0.conv1.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer2_0_conv1_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_0_conv1_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer2_0_conv1_bn place1 place2 f0 chan = act_layer2_0_conv1_bn place1 place2 g0 chan.
Definition written_layer2_0_conv1_bn (chan place1 place2 : Z) : Value :=
  act_layer2_0_conv1_bn place1 place2 (fun chan => written_layer2_0_conv1 chan place1 place2) chan.
Definition gridded_layer2_0_conv1_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_conv1_bn (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_0_conv1 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer2_0_conv1_bn : holds2 1 1 28 28 gridded_layer2_0_conv1_bn written_layer2_0_conv1_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_conv1_bn,
  written_layer2_0_conv1_bn. apply reads_layer2_0_conv1_bn; intros. now apply agree_layer2_0_conv1. Qed.

(** layer2.0.conv1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer2_0_conv1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_0_conv1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer2_0_conv1_relu place1 place2 f0 chan = act_layer2_0_conv1_relu place1 place2 g0
    chan.
Definition written_layer2_0_conv1_relu (chan place1 place2 : Z) : Value :=
  act_layer2_0_conv1_relu place1 place2 (fun chan => written_layer2_0_conv1_bn chan place1 place2) chan.
Definition gridded_layer2_0_conv1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_conv1_relu (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_0_conv1_bn
    phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer2_0_conv1_relu : holds2 1 1 28 28 gridded_layer2_0_conv1_relu written_layer2_0_conv1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_conv1_relu,
  written_layer2_0_conv1_relu. apply reads_layer2_0_conv1_relu; intros. now apply agree_layer2_0_conv1_bn.
  Qed.

(** layer2.0.conv2: Conv(in_channels=128, out_channels=128, kernel=(3, 3), stride=(1, 1), padding=((1, 1),
    (1, 1)), dilation=(1, 1), bias=False) *)
Variable act_layer2_0_conv2 : (Z -> Z -> Z -> Value) -> Z -> Z -> Z -> Value.
Hypothesis reads_layer2_0_conv2 : forall (f0 g0 : Z -> Z -> Z -> Value), (forall chan place1 place2 : Z, 0 <=
  place1 < 28 -> 0 <= place2 < 28 -> f0 chan place1 place2 = g0 chan place1 place2) ->
  forall chan place1 place2 : Z, act_layer2_0_conv2 f0 chan place1 place2 = act_layer2_0_conv2 g0 chan place1
    place2.
Definition written_layer2_0_conv2 (chan place1 place2 : Z) : Value :=
  act_layer2_0_conv2 written_layer2_0_conv1_relu chan place1 place2.
Definition gridded_layer2_0_conv2 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_conv2 (whole2 1 1 gridded_layer2_0_conv1_relu) chan (1 * cell1 + phase1) (1 * cell2 + phase2).
Lemma agree_layer2_0_conv2 : holds2 1 1 28 28 gridded_layer2_0_conv2 written_layer2_0_conv2.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_conv2, written_layer2_0_conv2.
  apply reads_layer2_0_conv2; intros. apply (whole2_holds 1 1 28 28); try lia; apply
  agree_layer2_0_conv1_relu. Qed.

(** layer2.0.conv2.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer2_0_conv2_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_0_conv2_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer2_0_conv2_bn place1 place2 f0 chan = act_layer2_0_conv2_bn place1 place2 g0 chan.
Definition written_layer2_0_conv2_bn (chan place1 place2 : Z) : Value :=
  act_layer2_0_conv2_bn place1 place2 (fun chan => written_layer2_0_conv2 chan place1 place2) chan.
Definition gridded_layer2_0_conv2_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_conv2_bn (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_0_conv2 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer2_0_conv2_bn : holds2 1 1 28 28 gridded_layer2_0_conv2_bn written_layer2_0_conv2_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_conv2_bn,
  written_layer2_0_conv2_bn. apply reads_layer2_0_conv2_bn; intros. now apply agree_layer2_0_conv2. Qed.

(** layer2.0.downsample: Conv(in_channels=64, out_channels=128, kernel=(1, 1), stride=(2, 2), padding=((0,
    0), (0, 0)), dilation=(1, 1), bias=False) *)
Variable semiring_layer2_0_downsample : semiring.
Variable into_layer2_0_downsample : Value -> semiring_layer2_0_downsample.
Variable w_layer2_0_downsample : Z -> Z -> Z -> Z -> semiring_layer2_0_downsample.
Variable act_layer2_0_downsample : Z -> Z -> Z -> semiring_layer2_0_downsample -> Value.
Definition written_layer2_0_downsample (chan place1 place2 : Z) : Value :=
  act_layer2_0_downsample chan place1 place2 (layer_27 w_layer2_0_downsample (fun chan place1 place2 =>
    into_layer2_0_downsample (written_layer1_1_relu chan place1 place2)) chan place1 place2).
Definition gridded_layer2_0_downsample (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_downsample chan (1 * cell1 + phase1) (1 * cell2 + phase2) (moved_27 w_layer2_0_downsample (fun
    phase1 phase2 chan cell1 cell2 => into_layer2_0_downsample (gridded_layer1_1_relu phase1 phase2 chan cell1
    cell2)) phase1 phase2 chan cell1 cell2).
Lemma agree_layer2_0_downsample : holds2 1 1 28 28 gridded_layer2_0_downsample written_layer2_0_downsample.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_downsample,
  written_layer2_0_downsample. apply f_equal, (step_27 semiring_layer2_0_downsample w_layer2_0_downsample (fun
  chan place1 place2 => into_layer2_0_downsample (written_layer1_1_relu chan place1 place2)) (fun phase1
  phase2 chan cell1 cell2 => into_layer2_0_downsample (gridded_layer1_1_relu phase1 phase2 chan cell1
  cell2))); try assumption. intros ? *. intros. apply (f_equal into_layer2_0_downsample), agree_layer1_1_relu;
  assumption. Qed.

(** layer2.0.downsample.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer2_0_downsample_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_0_downsample_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z,
  f0 chan = g0 chan) ->
  forall chan : Z, act_layer2_0_downsample_bn place1 place2 f0 chan = act_layer2_0_downsample_bn place1 place2
    g0 chan.
Definition written_layer2_0_downsample_bn (chan place1 place2 : Z) : Value :=
  act_layer2_0_downsample_bn place1 place2 (fun chan => written_layer2_0_downsample chan place1 place2) chan.
Definition gridded_layer2_0_downsample_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_downsample_bn (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan =>
    gridded_layer2_0_downsample phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer2_0_downsample_bn : holds2 1 1 28 28 gridded_layer2_0_downsample_bn
  written_layer2_0_downsample_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_downsample_bn,
  written_layer2_0_downsample_bn. apply reads_layer2_0_downsample_bn; intros. now apply
  agree_layer2_0_downsample. Qed.

(** layer2.0.add: Add() *)
Variable act_layer2_0_add : Z -> Z -> (Z -> Value) -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_0_add : forall (place1 place2 : Z) (f0 g0 f1 g1 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) -> (forall chan : Z, f1 chan = g1 chan) ->
  forall chan : Z, act_layer2_0_add place1 place2 f0 f1 chan = act_layer2_0_add place1 place2 g0 g1 chan.
Definition written_layer2_0_add (chan place1 place2 : Z) : Value :=
  act_layer2_0_add place1 place2 (fun chan => written_layer2_0_downsample_bn chan place1 place2) (fun chan =>
    written_layer2_0_conv2_bn chan place1 place2) chan.
Definition gridded_layer2_0_add (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_add (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_0_downsample_bn
    phase1 phase2 chan cell1 cell2) (fun chan => gridded_layer2_0_conv2_bn phase1 phase2 chan cell1 cell2)
    chan.
Lemma agree_layer2_0_add : holds2 1 1 28 28 gridded_layer2_0_add written_layer2_0_add.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_add, written_layer2_0_add. apply
  reads_layer2_0_add; intros. now apply agree_layer2_0_downsample_bn. now apply agree_layer2_0_conv2_bn. Qed.

(** layer2.0.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer2_0_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_0_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan =
  g0 chan) ->
  forall chan : Z, act_layer2_0_relu place1 place2 f0 chan = act_layer2_0_relu place1 place2 g0 chan.
Definition written_layer2_0_relu (chan place1 place2 : Z) : Value :=
  act_layer2_0_relu place1 place2 (fun chan => written_layer2_0_add chan place1 place2) chan.
Definition gridded_layer2_0_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_0_relu (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_0_add phase1 phase2
    chan cell1 cell2) chan.
Lemma agree_layer2_0_relu : holds2 1 1 28 28 gridded_layer2_0_relu written_layer2_0_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_0_relu, written_layer2_0_relu.
  apply reads_layer2_0_relu; intros. now apply agree_layer2_0_add. Qed.

(** layer2.1.conv1: Conv(in_channels=128, out_channels=128, kernel=(3, 3), stride=(1, 1), padding=((1, 1),
    (1, 1)), dilation=(1, 1), bias=False) *)
Variable act_layer2_1_conv1 : (Z -> Z -> Z -> Value) -> Z -> Z -> Z -> Value.
Hypothesis reads_layer2_1_conv1 : forall (f0 g0 : Z -> Z -> Z -> Value), (forall chan place1 place2 : Z, 0 <=
  place1 < 28 -> 0 <= place2 < 28 -> f0 chan place1 place2 = g0 chan place1 place2) ->
  forall chan place1 place2 : Z, act_layer2_1_conv1 f0 chan place1 place2 = act_layer2_1_conv1 g0 chan place1
    place2.
Definition written_layer2_1_conv1 (chan place1 place2 : Z) : Value :=
  act_layer2_1_conv1 written_layer2_0_relu chan place1 place2.
Definition gridded_layer2_1_conv1 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_conv1 (whole2 1 1 gridded_layer2_0_relu) chan (1 * cell1 + phase1) (1 * cell2 + phase2).
Lemma agree_layer2_1_conv1 : holds2 1 1 28 28 gridded_layer2_1_conv1 written_layer2_1_conv1.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_conv1, written_layer2_1_conv1.
  apply reads_layer2_1_conv1; intros. apply (whole2_holds 1 1 28 28); try lia; apply agree_layer2_0_relu. Qed.

(** layer2.1.conv1.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer2_1_conv1_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_1_conv1_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer2_1_conv1_bn place1 place2 f0 chan = act_layer2_1_conv1_bn place1 place2 g0 chan.
Definition written_layer2_1_conv1_bn (chan place1 place2 : Z) : Value :=
  act_layer2_1_conv1_bn place1 place2 (fun chan => written_layer2_1_conv1 chan place1 place2) chan.
Definition gridded_layer2_1_conv1_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_conv1_bn (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_1_conv1 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer2_1_conv1_bn : holds2 1 1 28 28 gridded_layer2_1_conv1_bn written_layer2_1_conv1_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_conv1_bn,
  written_layer2_1_conv1_bn. apply reads_layer2_1_conv1_bn; intros. now apply agree_layer2_1_conv1. Qed.

(** layer2.1.conv1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer2_1_conv1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_1_conv1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer2_1_conv1_relu place1 place2 f0 chan = act_layer2_1_conv1_relu place1 place2 g0
    chan.
Definition written_layer2_1_conv1_relu (chan place1 place2 : Z) : Value :=
  act_layer2_1_conv1_relu place1 place2 (fun chan => written_layer2_1_conv1_bn chan place1 place2) chan.
Definition gridded_layer2_1_conv1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_conv1_relu (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_1_conv1_bn
    phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer2_1_conv1_relu : holds2 1 1 28 28 gridded_layer2_1_conv1_relu written_layer2_1_conv1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_conv1_relu,
  written_layer2_1_conv1_relu. apply reads_layer2_1_conv1_relu; intros. now apply agree_layer2_1_conv1_bn.
  Qed.

(** layer2.1.conv2: Conv(in_channels=128, out_channels=128, kernel=(3, 3), stride=(1, 1), padding=((1, 1),
    (1, 1)), dilation=(1, 1), bias=False) *)
Variable act_layer2_1_conv2 : (Z -> Z -> Z -> Value) -> Z -> Z -> Z -> Value.
Hypothesis reads_layer2_1_conv2 : forall (f0 g0 : Z -> Z -> Z -> Value), (forall chan place1 place2 : Z, 0 <=
  place1 < 28 -> 0 <= place2 < 28 -> f0 chan place1 place2 = g0 chan place1 place2) ->
  forall chan place1 place2 : Z, act_layer2_1_conv2 f0 chan place1 place2 = act_layer2_1_conv2 g0 chan place1
    place2.
Definition written_layer2_1_conv2 (chan place1 place2 : Z) : Value :=
  act_layer2_1_conv2 written_layer2_1_conv1_relu chan place1 place2.
Definition gridded_layer2_1_conv2 (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_conv2 (whole2 1 1 gridded_layer2_1_conv1_relu) chan (1 * cell1 + phase1) (1 * cell2 + phase2).
Lemma agree_layer2_1_conv2 : holds2 1 1 28 28 gridded_layer2_1_conv2 written_layer2_1_conv2.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_conv2, written_layer2_1_conv2.
  apply reads_layer2_1_conv2; intros. apply (whole2_holds 1 1 28 28); try lia; apply
  agree_layer2_1_conv1_relu. Qed.

(** layer2.1.conv2.bn: BatchNorm(epsilon=1e-05) *)
Variable act_layer2_1_conv2_bn : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_1_conv2_bn : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) ->
  forall chan : Z, act_layer2_1_conv2_bn place1 place2 f0 chan = act_layer2_1_conv2_bn place1 place2 g0 chan.
Definition written_layer2_1_conv2_bn (chan place1 place2 : Z) : Value :=
  act_layer2_1_conv2_bn place1 place2 (fun chan => written_layer2_1_conv2 chan place1 place2) chan.
Definition gridded_layer2_1_conv2_bn (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_conv2_bn (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_1_conv2 phase1
    phase2 chan cell1 cell2) chan.
Lemma agree_layer2_1_conv2_bn : holds2 1 1 28 28 gridded_layer2_1_conv2_bn written_layer2_1_conv2_bn.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_conv2_bn,
  written_layer2_1_conv2_bn. apply reads_layer2_1_conv2_bn; intros. now apply agree_layer2_1_conv2. Qed.

(** layer2.1.add: Add() *)
Variable act_layer2_1_add : Z -> Z -> (Z -> Value) -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_1_add : forall (place1 place2 : Z) (f0 g0 f1 g1 : Z -> Value), (forall chan : Z, f0
  chan = g0 chan) -> (forall chan : Z, f1 chan = g1 chan) ->
  forall chan : Z, act_layer2_1_add place1 place2 f0 f1 chan = act_layer2_1_add place1 place2 g0 g1 chan.
Definition written_layer2_1_add (chan place1 place2 : Z) : Value :=
  act_layer2_1_add place1 place2 (fun chan => written_layer2_0_relu chan place1 place2) (fun chan =>
    written_layer2_1_conv2_bn chan place1 place2) chan.
Definition gridded_layer2_1_add (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_add (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_0_relu phase1 phase2
    chan cell1 cell2) (fun chan => gridded_layer2_1_conv2_bn phase1 phase2 chan cell1 cell2) chan.
Lemma agree_layer2_1_add : holds2 1 1 28 28 gridded_layer2_1_add written_layer2_1_add.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_add, written_layer2_1_add. apply
  reads_layer2_1_add; intros. now apply agree_layer2_0_relu. now apply agree_layer2_1_conv2_bn. Qed.

(** layer2.1.relu: Pointwise(name='relu', attributes=()) *)
Variable act_layer2_1_relu : Z -> Z -> (Z -> Value) -> Z -> Value.
Hypothesis reads_layer2_1_relu : forall (place1 place2 : Z) (f0 g0 : Z -> Value), (forall chan : Z, f0 chan =
  g0 chan) ->
  forall chan : Z, act_layer2_1_relu place1 place2 f0 chan = act_layer2_1_relu place1 place2 g0 chan.
Definition written_layer2_1_relu (chan place1 place2 : Z) : Value :=
  act_layer2_1_relu place1 place2 (fun chan => written_layer2_1_add chan place1 place2) chan.
Definition gridded_layer2_1_relu (phase1 phase2 chan cell1 cell2 : Z) : Value :=
  act_layer2_1_relu (1 * cell1 + phase1) (1 * cell2 + phase2) (fun chan => gridded_layer2_1_add phase1 phase2
    chan cell1 cell2) chan.
Lemma agree_layer2_1_relu : holds2 1 1 28 28 gridded_layer2_1_relu written_layer2_1_relu.
Proof. intros phase1 phase2 chan cell1 cell2. intros. unfold gridded_layer2_1_relu, written_layer2_1_relu.
  apply reads_layer2_1_relu; intros. now apply agree_layer2_1_add. Qed.

(** The theorem: output layer2.1.relu of the network on its grid, at each of its 28 x 28 places. *)
Theorem network_layer2_1_relu (chan place1 place2 : Z) : 0 <= place1 < 28 -> 0 <= place2 < 28 ->
  whole2 1 1 gridded_layer2_1_relu chan place1 place2 = written_layer2_1_relu chan place1 place2.
Proof. intros. apply (whole2_holds 1 1 28 28); try lia; apply agree_layer2_1_relu. Qed.

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
  Proved statement_27 theorem_27;
  Proved statement_28 theorem_28;
  Proved statement_29 theorem_29;
  Proved statement_30 theorem_30;
  Proved statement_31 theorem_31;
  Proved _ network_layer2_1_relu].
Print Assumptions all_theorems.
