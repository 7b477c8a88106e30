(** * TransposedAxes: the transposed phase lemma for any number of axes, by induction from one axis. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma BoundaryAxes Transposed.
Open Scope Z_scope.

(** One channel of the transposed layer. *)
Definition transposed_channel {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d}
  (k s dl p M : vec d) (w : vec d -> A) (x : vec d -> B) (t : vec d) : C :=
  SUMV 0 <= i < k, SUMV 0 <= j < M, [: (s*j + dl*i - p =? t)%V :] (w i ** x j).

(** The additive core, for one tap [i]. *)
Lemma sum_transposed_axes d : forall {C} {MC : CMon C} (k s dl p a M i rho m : vec d) (F : vec d -> C),
  (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= i)%V -> (i < k)%V -> (0 <= rho)%V -> (rho < s*a)%V ->
  (SUMV 0 <= j < M, [: (s*j + dl*i - p =? s*a*m + rho)%V :] F j) =
  SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    [: (s*tau + dl*i - p =? s*a*u + rho)%V :] [: insides M (a*(m-u) + tau)%V :] F (a*(m-u) + tau)%V.
Proof.
  induction d; intros C MC; [reflexivity|].
  intros [k k'] [s s'] [dl dl'] [p p'] [a a'] [M M'] [i i'] [r r'] [m m'] F [? ?] [? ?] [? ?] [? ?] [? ?] [? ?] [? ?].
  simpl in *. transitivity (SUM 0 <= j < M, [: s*j + dl*i - p =? s*a*m + r :]
    SUMV 0 <= j' < M', [: (s'*j' + dl'*i' - p' =? s'*a'*m' + r')%V :] F (j, j')).
  { apply sum_ext; intros j _. rewrite sumv_if. apply sumv_ext; intros j' _ _. now destruct (_ =? _), (_ =? _)%V. }
  rewrite (sum_transposed k s dl p a M _ i r m) by auto.
  apply sum_ext; intros t _. symmetry. rewrite sumv_sum. apply sum_ext; intros u _.
  rewrite (IHd _ _ k' s' dl' p' a' M' i' r' m' (fun j' => F (a*(m-u) + t, j'))) by auto.
  rewrite !sumv_if. apply sumv_ext; intros t' _ _. rewrite !sumv_if. apply sumv_ext; intros u' _ _.
  now destruct (_ =? _), (inside _ _), (_ =? _)%V, (insides _ _).
Qed.

(** The transposed phase lemma: the bank of the layer itself, with input and output phases exchanged and the offset
    negated.  [zB] is what the input holds outside its [M] places; products with it must vanish. *)
Theorem phase_lemma_transposed_axes {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d}
  (k s dl p a M : vec d) w (x : vec d -> B) (zB : B) (rho m : vec d) :
  (forall v : A, v ** zB = zero) -> (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= rho)%V -> (rho < s*a)%V ->
  transposed_channel k s dl p M w x (s*a*m + rho)%V =
  SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    bank_channel k s dl p a w tau rho u **
    (if insides M (a*(m-u)+tau)%V then x (a*(m-u) + tau)%V else zB).
Proof.
  intros Z0 Hs Ha Hd Hr Hr'; symmetry; unfold transposed_channel.
  transitivity (SUMV 0 <= i < k, SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    [: (s*tau + dl*i - p =? s*a*u + rho)%V :]
      (w i ** (if insides M (a*(m-u)+tau)%V then x (a*(m-u) + tau)%V else zB))).
  { rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros tau _ _.
    rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros u _ _.
    rewrite bank_channel_gathered, sumv_mul. apply sumv_ext; intros i _ _. apply if_mul. }
  apply sumv_ext; intros i Hi Hi'.
  rewrite (sum_transposed_axes d k s dl p a M i rho m (fun j => w i ** x j)) by auto.
  apply sumv_ext; intros tau _ _; apply sumv_ext; intros u _ _.
  destruct (_ =? _)%V; auto. now destruct (insides M _).
Qed.

(** The transposed layer with [n] input channels: the adjoint of the layer whose weights are [w c o].  The kernel writes
    the place [j] as a quotient, guarded by divisibility, and lets the input extend itself. *)
Definition transposed {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d}
  (n : Z) (k s dl p M : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B) (o : Z) (t : vec d) : C :=
  SUM 0 <= c < n, transposed_channel k s dl p M (w c o) (x c) t.

(** Its phases. *)
Corollary phase_lemma_transposed_layer {A B C} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d}
  (n : Z) (k s dl p a M : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B) (zB : B) (rho : vec d) o m :
  (forall v : A, v ** zB = zero) -> (1 <= s)%V -> (1 <= a)%V -> (0 <= dl)%V -> (0 <= rho)%V -> (rho < s*a)%V ->
  phases (s*a)%V (transposed n k s dl p M w x) rho o m =
  SUM 0 <= c < n, SUMV 0 <= tau < a, SUMV first s p a <= u < past k s dl p a,
    bank k s dl p a w tau c rho o u ** phases a (fun c => extends zB M (x c)) tau c (m-u)%V.
Proof.
  intros. apply sum_ext; intros c _.
  exact (phase_lemma_transposed_axes k s dl p a M (w c o) (x c) zB rho m ltac:(auto) ltac:(auto) ltac:(auto)
    ltac:(auto) ltac:(auto) ltac:(auto)).
Qed.
