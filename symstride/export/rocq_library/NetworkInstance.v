(** * NetworkInstance: what a file about one network imports.

    Such a file writes a network down with its numbers, as it is and on its grid, and goes through it value by
    value.  Numbers are compared by computation; a wrong one leaves [false = true] there. *)
From Coq Require Export ZArith List Lia Bool.
From Symstride Require Export Instance NetworkValues.
Export ListNotations.
Open Scope Z_scope.

(** A checked table is what the layer of stride 1 copies its weights by. *)
Theorem copied_weights {B d} (L : layer B d) (a S lo hi : vec d) tb (X : vec d -> Z -> vec d -> B) tau o m :
  check (kernel L) (stride L) (dilation L) (padding L) a S lo hi tb = true -> (0 <= tau)%V -> (tau < a)%V ->
  run_unit L a X tau o m = if mask L (a*m + tau)%V then act L o (sum (reads L o) (fun c =>
    SUMV 0 <= rho < S, SUMV lo <= u < hi, pick (entries tb tau rho (u - lo)%V) (weight L o c) ** X rho c (m+u)%V))
  else pad L.
Proof.
  intros H Ht Ht'. destruct (check_spec d _ _ _ _ a S lo hi tb H) as (_ & _ & _ & ES & El & Eh).
  unfold run_unit. destruct mask; auto. f_equal. apply sum_ext; intros c _. rewrite <- ES, <- El, <- Eh.
  apply sumv_ext; intros rho Hr Hr'. apply sumv_ext; intros u Hu Hu'. f_equal. symmetry.
  now apply check_entries with (S := S) (hi := hi).
Qed.
(** The same for a transposed layer with [b] input phases. *)
Theorem copied_weights_transposed {B d} (L : layer B d) (b S lo hi : vec d) tb (X : vec d -> Z -> vec d -> B) rho o m :
  check (kernel L) (stride L) (dilation L) (padding L) b S lo hi tb = true -> (0 <= rho)%V -> (rho < S)%V ->
  run_unit_transposed L b X rho o m = if mask L (stride L * b * m + rho)%V then act L o (sum (reads L o) (fun c =>
    SUMV 0 <= tau < b, SUMV lo <= u < hi, pick (entries tb tau rho (u - lo)%V) (weight L o c) ** X tau c (m-u)%V))
  else pad L.
Proof.
  intros H Hr Hr'. destruct (check_spec d _ _ _ _ b S lo hi tb H) as (_ & _ & _ & ES & El & Eh).
  unfold run_unit_transposed. destruct mask; auto. f_equal. apply sum_ext; intros c _. rewrite <- El, <- Eh.
  apply sumv_ext; intros tau Ht Ht'. apply sumv_ext; intros u Hu Hu'. f_equal. symmetry.
  now apply check_entries with (S := S) (hi := hi).
Qed.
