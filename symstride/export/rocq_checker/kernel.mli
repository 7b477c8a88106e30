
val negb : bool -> bool

type nat =
| O
| S of nat

val fst : ('a1 * 'a2) -> 'a1

val snd : ('a1 * 'a2) -> 'a2

val length : 'a1 list -> nat

type comparison =
| Eq
| Lt
| Gt

val compOpp : comparison -> comparison

val add : nat -> nat -> nat

val sub : nat -> nat -> nat

type positive =
| XI of positive
| XO of positive
| XH

type n =
| N0
| Npos of positive

type z =
| Z0
| Zpos of positive
| Zneg of positive

module Nat :
 sig
  val eqb : nat -> nat -> bool

  val leb : nat -> nat -> bool

  val ltb : nat -> nat -> bool

  val compare : nat -> nat -> comparison
 end

module Pos :
 sig
  val succ : positive -> positive

  val add : positive -> positive -> positive

  val add_carry : positive -> positive -> positive

  val pred_double : positive -> positive

  val mul : positive -> positive -> positive

  val compare_cont : comparison -> positive -> positive -> comparison

  val compare : positive -> positive -> comparison

  val eqb : positive -> positive -> bool
 end

module N :
 sig
  val add : n -> n -> n

  val mul : n -> n -> n

  val compare : n -> n -> comparison

  val eqb : n -> n -> bool
 end

module Z :
 sig
  val double : z -> z

  val succ_double : z -> z

  val pred_double : z -> z

  val pos_sub : positive -> positive -> z

  val add : z -> z -> z

  val opp : z -> z

  val sub : z -> z -> z

  val mul : z -> z -> z

  val compare : z -> z -> comparison

  val leb : z -> z -> bool

  val ltb : z -> z -> bool

  val eqb : z -> z -> bool

  val pos_div_eucl : positive -> z -> z * z

  val div_eucl : z -> z -> z * z

  val div : z -> z -> z

  val modulo : z -> z -> z
 end

val nth : nat -> 'a1 list -> 'a1 -> 'a1

val map : ('a1 -> 'a2) -> 'a1 list -> 'a2 list

val fold_right : ('a2 -> 'a1 -> 'a1) -> 'a1 -> 'a2 list -> 'a1

val existsb : ('a1 -> bool) -> 'a1 list -> bool

val forallb : ('a1 -> bool) -> 'a1 list -> bool

val filter : ('a1 -> bool) -> 'a1 list -> 'a1 list

type name = positive

type integer =
| Num of z
| Var of name
| Bound of nat
| Add of integer * integer
| Mul of integer * integer
| Div of integer * integer
| Mod of integer * integer

type scalar =
| Nat of n
| SAdd of scalar * scalar
| SMul of scalar * scalar
| Entry of name * integer list
| Apply of name * scalar
| Bracket of bool * integer * integer
| Sum of integer * integer * scalar
| Use of name * scalar * arguments
and arguments =
| NoArgument
| IntegerFor of name * integer * arguments
| MapFor of name * nat * scalar * arguments

type formula =
| EqI of integer * integer
| EqS of scalar * scalar
| Le of integer * integer

val integer_within : (name -> bool) -> nat -> integer -> bool

val scalar_within :
  (name -> bool) -> (name -> nat -> bool) -> nat -> scalar -> bool

val arguments_within :
  (name -> bool) -> (name -> nat -> bool) -> nat -> arguments -> bool

val formula_within :
  (name -> bool) -> (name -> nat -> bool) -> formula -> bool

val lift_integer : nat -> nat -> integer -> integer

val lift_scalar : nat -> nat -> scalar -> scalar

val lift_arguments : nat -> nat -> arguments -> arguments

val open_integer : nat -> integer list -> integer -> integer

val open_scalar : nat -> integer list -> scalar -> scalar

val open_arguments : nat -> integer list -> arguments -> arguments

val integer_given : arguments -> name -> integer option

val map_given : arguments -> name -> nat -> scalar option

val substitute_integer : arguments -> nat -> integer -> integer

val substitute_scalar : arguments -> nat -> scalar -> scalar

val substitute_arguments : arguments -> nat -> arguments -> arguments

val substitute : arguments -> formula -> formula

val compare_lists :
  ('a1 -> 'a1 -> comparison) -> 'a1 list -> 'a1 list -> comparison

val integer_tag : integer -> positive

val compare_integers : integer -> integer -> comparison

val compare_bools : bool -> bool -> comparison

val scalar_tag : scalar -> positive

val compare_scalars : scalar -> scalar -> comparison

val compare_arguments : arguments -> arguments -> comparison

val compare_formulas : formula -> formula -> comparison

val is_eq : comparison -> bool

type 'a monomial = 'a list

type ('a, 'k) polynomial = ('a monomial * 'k) list

val multiply_monomials :
  ('a1 -> 'a1 -> comparison) -> 'a1 monomial -> 'a1 monomial -> 'a1 monomial

val add_polynomials :
  ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> 'a2) -> ('a2 -> bool) -> ('a1,
  'a2) polynomial -> ('a1, 'a2) polynomial -> ('a1, 'a2) polynomial

val multiply_by_monomial :
  ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> 'a2) -> ('a2 -> 'a2 -> 'a2) ->
  ('a2 -> bool) -> 'a1 monomial -> 'a2 -> ('a1, 'a2) polynomial -> ('a1, 'a2)
  polynomial

val multiply_polynomials :
  ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> 'a2) -> ('a2 -> 'a2 -> 'a2) ->
  ('a2 -> bool) -> ('a1, 'a2) polynomial -> ('a1, 'a2) polynomial -> ('a1,
  'a2) polynomial

val constant : ('a2 -> bool) -> 'a2 -> ('a1, 'a2) polynomial

val constant_value : 'a2 -> ('a1, 'a2) polynomial -> 'a2 option

val compare_polynomials :
  ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> comparison) -> ('a1, 'a2)
  polynomial -> ('a1, 'a2) polynomial -> comparison

type integer_polynomial = (integer, z) polynomial

val add_integers :
  integer_polynomial -> integer_polynomial -> integer_polynomial

val multiply_integers :
  integer_polynomial -> integer_polynomial -> integer_polynomial

val integer_constant : z -> integer_polynomial

val negate : integer_polynomial -> integer_polynomial

val integer_atom : integer -> integer_polynomial

val integer_monomial : integer list -> integer

val integer_term : integer_polynomial -> integer

val normal_integer : integer -> integer_polynomial

val renormed : integer -> integer

type scalar_polynomial = (scalar, n) polynomial

val add_scalars : scalar_polynomial -> scalar_polynomial -> scalar_polynomial

val multiply_scalars :
  scalar_polynomial -> scalar_polynomial -> scalar_polynomial

val scalar_constant : n -> scalar_polynomial

val scalar_atom : scalar -> scalar_polynomial

val scalar_monomial : scalar list -> scalar

val scalar_term : scalar_polynomial -> scalar

val leading_negative : integer_polynomial -> bool

val normal_bracket : bool -> integer -> integer -> scalar_polynomial

val normal_scalar : scalar -> scalar_polynomial

val normal_arguments : arguments -> arguments

val same_polynomial : scalar_polynomial -> scalar_polynomial -> bool

type sequent = { hyps : formula list; concl : formula }

val same_formula : formula -> formula -> bool

val member : formula -> formula list -> bool

val remove : formula -> formula list -> formula list

val union : formula list -> formula list -> formula list

val less : integer -> integer -> formula

val yes_i : name -> bool

val yes_t : name -> nat -> bool

val closed : formula -> bool

val assume : formula -> sequent

val cut : sequent -> sequent -> sequent option

val cases : formula -> sequent -> sequent -> sequent option

val instantiate : arguments -> sequent -> sequent

val nil_b : 'a1 list -> bool

val same_integer : integer -> integer -> bool

val same_scalar : scalar -> scalar -> bool

val ring_integers : integer -> integer -> sequent option

val ring_scalars : scalar -> scalar -> sequent option

type key = name * nat option

val rewrite_filled :
  sequent -> sequent -> formula -> arguments -> arguments -> sequent option

val rewrite : sequent -> sequent -> formula -> key -> sequent option

val difference : integer -> integer -> integer_polynomial

type combination = integer_polynomial * formula list

val factors : sequent list -> combination option

val products : (z * sequent list) list -> combination option

val equations : (integer * sequent) list -> combination option

val cone :
  formula -> (z * sequent list) list -> (integer * sequent) list -> sequent
  option

val all_but : name -> name -> bool

val under_sum : sequent -> key -> integer -> integer -> sequent option

val keys : arguments -> key list

val key_eqb : key -> key -> bool

val keys_eqb : key list -> key list -> bool

val has_i : key list -> name -> bool

val has_t : key list -> name -> nat -> bool

val unfold_scalar : name -> scalar -> key list -> scalar -> scalar

val unfold_in_scalar : scalar -> name -> scalar -> key list -> sequent option

val unfold_in_integer : integer -> sequent

val n_a : positive

val n_b : positive

val n_lo : positive

val n_hi : positive

val n_lo2 : positive

val n_hi2 : positive

val n_e : positive

val n_c : positive

val n_f : positive

val n_g : positive

type axiom_name =
| Antisymmetry
| Division
| Mod_low
| Mod_high
| Bracket_le
| Bracket_not_le
| Bracket_not_eq
| Sum_delta
| Sum_swap
| Sum_factor
| Sum_add

val axiom : axiom_name -> sequent

module PositiveMap :
 sig
  type key = positive

  type 'a tree =
  | Leaf
  | Node of 'a tree * 'a option * 'a tree

  type 'a t = 'a tree

  val empty : 'a1 t

  val find : key -> 'a1 t -> 'a1 option

  val add : key -> 'a1 -> 'a1 t -> 'a1 t
 end

type row =
| RNum of z
| RVar of name
| RBound of nat
| RAdd of positive * positive
| RMul of positive * positive
| RDiv of positive * positive
| RMod of positive * positive
| RNat of n
| REntry of name * positive list
| RApply of name * positive
| RBracket of positive
| RSum of positive * positive * positive
| RMap of nat * positive
| RDefine of name * positive * key list
| RUse of positive * positive list
| REq of positive * positive
| RLe of positive * positive

type object0 =
| OI of integer
| OS of scalar
| OF of formula
| OM of nat * scalar
| OD of name * scalar * key list

type step =
| SAssume of positive
| SCut of positive * positive
| SCases of positive * positive * positive
| SInstantiate of positive * (key * positive) list
| SRing of positive * positive
| SRewrite of positive * positive * positive * key
| SCone of positive * (z * positive list) list * (positive * positive) list
| SUnderSum of positive * key * positive * positive
| SUnfold of positive * positive
| SAxiom of axiom_name

type claim = { c_hyps : positive list; c_concl : positive; c_step : positive }

type certificate = { terms : row list; steps : step list; claims : claim list }

val bind : 'a1 option -> ('a1 -> 'a2 option) -> 'a2 option

val guard : bool -> 'a1 option -> 'a1 option

val all : ('a1 -> 'a2 option) -> 'a1 list -> 'a2 list option

val integer_row : (positive -> object0 option) -> positive -> integer option

val scalar_row : (positive -> object0 option) -> positive -> scalar option

val formula_row : (positive -> object0 option) -> positive -> formula option

val two :
  (positive -> object0 option) -> (integer -> integer -> object0 option) ->
  (scalar -> scalar -> object0 option) -> positive -> positive -> object0
  option

val arguments_of :
  (positive -> object0 option) -> key list -> positive list -> arguments
  option

val distinct : name list -> bool

val make : (positive -> object0 option) -> row -> object0 option

val distinct_keys : key list -> bool

val subst_of :
  (positive -> object0 option) -> (key * positive) list -> arguments option

val aclosed : arguments -> bool

val infer :
  (positive -> object0 option) -> (positive -> sequent option) -> step ->
  sequent option

type 'a table = 'a PositiveMap.t

val get : 'a1 table -> positive -> 'a1 option

val make_terms : row list -> positive -> object0 table -> object0 table option

val make_steps :
  (positive -> object0 option) -> step list -> positive -> sequent table ->
  sequent table option

val subset : formula list -> formula list -> bool

val no_twice : formula list -> bool

val make_claim :
  (positive -> object0 option) -> (positive -> sequent option) -> claim ->
  sequent option

val check : certificate -> sequent list option
