(** * BankAxes: what stands where in the bank, for any number of axes: a product of one table per axis. *)
From Coq Require Import ZArith Lia List Bool.
From Symstride Require Export PhaseLemma Bank.
Open Scope Z_scope.

(** The tap at phase [rho] and offset [u], when there is one on every axis. *)
Fixpoint tap_indices {d} : vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> vec d -> option (vec d) :=
  match d with O => fun _ _ _ _ _ _ _ _ => Some tt
  | S d => fun k s dl p a tau rho u =>
      match tap_index (fst k) (fst s) (fst dl) (fst p) (fst a) (fst tau) (fst rho) (fst u),
            tap_indices (snd k) (snd s) (snd dl) (snd p) (snd a) (snd tau) (snd rho) (snd u) with
      | Some i, Some v => Some (i, v) | _, _ => None end end.

(** Closed form: an entry of the bank is the weight of that tap, or zero. *)
Theorem bank_channel_closed_form {A} {MA : CMon A} d : forall (k s dl p a : vec d) (w : vec d -> A) (tau rho u : vec d),
  (1 <= dl)%V ->
  bank_channel k s dl p a w tau rho u =
  match tap_indices k s dl p a tau rho u with Some i => w i | None => zero end.
Proof.
  induction d; simpl; intros k s dl p a w tau rho u Hd; auto.
  change (bank_axis (fst k) (fst s) (fst dl) (fst p) (fst a) (fun i => bank_channel (snd k) (snd s) (snd dl) (snd p)
    (snd a) (fun v => w (i, v)) (snd tau) (snd rho) (snd u)) (fst tau) (fst rho) (fst u) =
    match match tap_index (fst k) (fst s) (fst dl) (fst p) (fst a) (fst tau) (fst rho) (fst u),
            tap_indices (snd k) (snd s) (snd dl) (snd p) (snd a) (snd tau) (snd rho) (snd u) with
      | Some i, Some v => Some (i, v) | _, _ => None end with Some i => w i | None => zero end).
  rewrite bank_closed_form by tauto. destruct tap_index; auto. rewrite IHd by tauto. now destruct tap_indices.
Qed.
