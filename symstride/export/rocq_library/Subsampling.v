(** * Subsampling: a layer as a tensor, and striding as taking every [s]-th of its rows.

    Kong and Lucey, arXiv 1712.02502, section 3: multi-channel convolution is a tensor, and stride is a subsampling
    function applied to it. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export BoundaryAxes.
Open Scope Z_scope.

Section Subsampling.
Context {A B C : Type} {MA : CMon A} {MC : CMon C} {BL : Bil A B C} {d : nat}.

(** The convolution tensor: what output [(o, j)] takes from input [(c, t)].  For [s = 1] it is block Toeplitz.  The
    kernel writes one sum and one bracket per axis in turn; here the brackets stand together. *)
Definition toeplitz (k s dl p : vec d) (w : Z -> Z -> vec d -> A) (o : Z) (j : vec d) (c : Z) (t : vec d) : A :=
  SUMV 0 <= i < k, [: (t =? s*j + dl*i - p)%V :] w o c i.

(** Row [j] at stride [s] is row [s*j] at stride 1, among [M] rows: a sum with the subsampling matrix [[l = s*j]]. *)
Theorem striding_subsamples (k s dl p M : vec d) (w : Z -> Z -> vec d -> A) o j c t :
  (0 <= s*j)%V -> (s*j < M)%V ->
  toeplitz k s dl p w o j c t = SUMV 0 <= l < M, [: (l =? s*j)%V :] toeplitz k 1 dl p w o l c t.
Proof.
  intros Hj Hj'. rewrite pick_indices by auto. unfold toeplitz. apply sumv_ext; intros i _ _.
  replace (1 * (s*j))%V with (s*j)%V; auto. clear. revert s j.
  induction d; [reflexivity|]. intros [s ?] [j ?]; cbn [vmap2 vcst fst snd]. f_equal; auto. lia.
Qed.

(** The tensor, applied to a signal of [N] samples, is the layer on that signal, extended by a [zB] with which
    products vanish. *)
Theorem tensor_is_layer (n : Z) (k s dl p N : vec d) (w : Z -> Z -> vec d -> A) (x : Z -> vec d -> B) (zB : B) o j :
  (forall v : A, v ** zB = zero) ->
  (SUM 0 <= c < n, SUMV 0 <= t < N, toeplitz k s dl p w o j c t ** x c t) =
  conv n k s dl p w (fun c => extends zB N (x c)) o j.
Proof.
  intros Z0. apply sum_ext; intros c _. unfold toeplitz, conv_channel.
  transitivity (SUMV 0 <= i < k, SUMV 0 <= t < N, [: (t =? s*j + dl*i - p)%V :] (w o c i ** x c t)).
  { rewrite (sumv_swap d d 0%V k). apply sumv_ext; intros t _ _. rewrite sumv_mul.
    apply sumv_ext; intros i _ _. apply if_mul. }
  apply sumv_ext; intros i _ _. set (t := (s*j + dl*i - p)%V). unfold extends.
  destruct (insides N t) eqn:I.
  - apply insides_spec in I as [? ?]. now apply (pick_indices d 0%V N t (fun t => w o c i ** x c t)).
  - rewrite Z0. etransitivity; [|apply (sumv_zero d 0%V N)]. apply sumv_ext; intros v Hv Hv'.
    destruct (v =? t)%V eqn:E; auto. assert (v = t) by now apply veqb_spec. subst v.
    rewrite (proj2 (insides_spec d N t)) in I; [easy|auto].
Qed.
End Subsampling.
