(** * Catalogue: what a file about one general theorem imports. *)
From Symstride Require Export Instance Subsampling SingleLayer FiniteLayer UnitStride TransposedAxes Pooling.
