(** * Extract: the checker that is proved sound, as a program in OCaml. *)
From Symstride.Kernel Require Import Checker.
Require Import ExtrOcamlBasic.
Extraction "kernel.ml" check.
