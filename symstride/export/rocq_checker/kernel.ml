
(** val negb : bool -> bool **)

let negb = function
| true -> false
| false -> true

type nat =
| O
| S of nat

(** val fst : ('a1 * 'a2) -> 'a1 **)

let fst = function
| (x, _) -> x

(** val snd : ('a1 * 'a2) -> 'a2 **)

let snd = function
| (_, y) -> y

(** val length : 'a1 list -> nat **)

let rec length = function
| [] -> O
| _ :: l' -> S (length l')

type comparison =
| Eq
| Lt
| Gt

(** val compOpp : comparison -> comparison **)

let compOpp = function
| Eq -> Eq
| Lt -> Gt
| Gt -> Lt

(** val add : nat -> nat -> nat **)

let rec add n0 m =
  match n0 with
  | O -> m
  | S p -> S (add p m)

(** val sub : nat -> nat -> nat **)

let rec sub n0 m =
  match n0 with
  | O -> n0
  | S k -> (match m with
            | O -> n0
            | S l -> sub k l)

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

module Nat =
 struct
  (** val eqb : nat -> nat -> bool **)

  let rec eqb n0 m =
    match n0 with
    | O -> (match m with
            | O -> true
            | S _ -> false)
    | S n' -> (match m with
               | O -> false
               | S m' -> eqb n' m')

  (** val leb : nat -> nat -> bool **)

  let rec leb n0 m =
    match n0 with
    | O -> true
    | S n' -> (match m with
               | O -> false
               | S m' -> leb n' m')

  (** val ltb : nat -> nat -> bool **)

  let ltb n0 m =
    leb (S n0) m

  (** val compare : nat -> nat -> comparison **)

  let rec compare n0 m =
    match n0 with
    | O -> (match m with
            | O -> Eq
            | S _ -> Lt)
    | S n' -> (match m with
               | O -> Gt
               | S m' -> compare n' m')
 end

module Pos =
 struct
  (** val succ : positive -> positive **)

  let rec succ = function
  | XI p -> XO (succ p)
  | XO p -> XI p
  | XH -> XO XH

  (** val add : positive -> positive -> positive **)

  let rec add x y =
    match x with
    | XI p ->
      (match y with
       | XI q -> XO (add_carry p q)
       | XO q -> XI (add p q)
       | XH -> XO (succ p))
    | XO p ->
      (match y with
       | XI q -> XI (add p q)
       | XO q -> XO (add p q)
       | XH -> XI p)
    | XH -> (match y with
             | XI q -> XO (succ q)
             | XO q -> XI q
             | XH -> XO XH)

  (** val add_carry : positive -> positive -> positive **)

  and add_carry x y =
    match x with
    | XI p ->
      (match y with
       | XI q -> XI (add_carry p q)
       | XO q -> XO (add_carry p q)
       | XH -> XI (succ p))
    | XO p ->
      (match y with
       | XI q -> XO (add_carry p q)
       | XO q -> XI (add p q)
       | XH -> XO (succ p))
    | XH ->
      (match y with
       | XI q -> XI (succ q)
       | XO q -> XO (succ q)
       | XH -> XI XH)

  (** val pred_double : positive -> positive **)

  let rec pred_double = function
  | XI p -> XI (XO p)
  | XO p -> XI (pred_double p)
  | XH -> XH

  (** val mul : positive -> positive -> positive **)

  let rec mul x y =
    match x with
    | XI p -> add y (XO (mul p y))
    | XO p -> XO (mul p y)
    | XH -> y

  (** val compare_cont : comparison -> positive -> positive -> comparison **)

  let rec compare_cont r x y =
    match x with
    | XI p ->
      (match y with
       | XI q -> compare_cont r p q
       | XO q -> compare_cont Gt p q
       | XH -> Gt)
    | XO p ->
      (match y with
       | XI q -> compare_cont Lt p q
       | XO q -> compare_cont r p q
       | XH -> Gt)
    | XH -> (match y with
             | XH -> r
             | _ -> Lt)

  (** val compare : positive -> positive -> comparison **)

  let compare =
    compare_cont Eq

  (** val eqb : positive -> positive -> bool **)

  let rec eqb p q =
    match p with
    | XI p0 -> (match q with
                | XI q0 -> eqb p0 q0
                | _ -> false)
    | XO p0 -> (match q with
                | XO q0 -> eqb p0 q0
                | _ -> false)
    | XH -> (match q with
             | XH -> true
             | _ -> false)
 end

module N =
 struct
  (** val add : n -> n -> n **)

  let add n0 m =
    match n0 with
    | N0 -> m
    | Npos p -> (match m with
                 | N0 -> n0
                 | Npos q -> Npos (Pos.add p q))

  (** val mul : n -> n -> n **)

  let mul n0 m =
    match n0 with
    | N0 -> N0
    | Npos p -> (match m with
                 | N0 -> N0
                 | Npos q -> Npos (Pos.mul p q))

  (** val compare : n -> n -> comparison **)

  let compare n0 m =
    match n0 with
    | N0 -> (match m with
             | N0 -> Eq
             | Npos _ -> Lt)
    | Npos n' -> (match m with
                  | N0 -> Gt
                  | Npos m' -> Pos.compare n' m')

  (** val eqb : n -> n -> bool **)

  let eqb n0 m =
    match n0 with
    | N0 -> (match m with
             | N0 -> true
             | Npos _ -> false)
    | Npos p -> (match m with
                 | N0 -> false
                 | Npos q -> Pos.eqb p q)
 end

module Z =
 struct
  (** val double : z -> z **)

  let double = function
  | Z0 -> Z0
  | Zpos p -> Zpos (XO p)
  | Zneg p -> Zneg (XO p)

  (** val succ_double : z -> z **)

  let succ_double = function
  | Z0 -> Zpos XH
  | Zpos p -> Zpos (XI p)
  | Zneg p -> Zneg (Pos.pred_double p)

  (** val pred_double : z -> z **)

  let pred_double = function
  | Z0 -> Zneg XH
  | Zpos p -> Zpos (Pos.pred_double p)
  | Zneg p -> Zneg (XI p)

  (** val pos_sub : positive -> positive -> z **)

  let rec pos_sub x y =
    match x with
    | XI p ->
      (match y with
       | XI q -> double (pos_sub p q)
       | XO q -> succ_double (pos_sub p q)
       | XH -> Zpos (XO p))
    | XO p ->
      (match y with
       | XI q -> pred_double (pos_sub p q)
       | XO q -> double (pos_sub p q)
       | XH -> Zpos (Pos.pred_double p))
    | XH ->
      (match y with
       | XI q -> Zneg (XO q)
       | XO q -> Zneg (Pos.pred_double q)
       | XH -> Z0)

  (** val add : z -> z -> z **)

  let add x y =
    match x with
    | Z0 -> y
    | Zpos x' ->
      (match y with
       | Z0 -> x
       | Zpos y' -> Zpos (Pos.add x' y')
       | Zneg y' -> pos_sub x' y')
    | Zneg x' ->
      (match y with
       | Z0 -> x
       | Zpos y' -> pos_sub y' x'
       | Zneg y' -> Zneg (Pos.add x' y'))

  (** val opp : z -> z **)

  let opp = function
  | Z0 -> Z0
  | Zpos x0 -> Zneg x0
  | Zneg x0 -> Zpos x0

  (** val sub : z -> z -> z **)

  let sub m n0 =
    add m (opp n0)

  (** val mul : z -> z -> z **)

  let mul x y =
    match x with
    | Z0 -> Z0
    | Zpos x' ->
      (match y with
       | Z0 -> Z0
       | Zpos y' -> Zpos (Pos.mul x' y')
       | Zneg y' -> Zneg (Pos.mul x' y'))
    | Zneg x' ->
      (match y with
       | Z0 -> Z0
       | Zpos y' -> Zneg (Pos.mul x' y')
       | Zneg y' -> Zpos (Pos.mul x' y'))

  (** val compare : z -> z -> comparison **)

  let compare x y =
    match x with
    | Z0 -> (match y with
             | Z0 -> Eq
             | Zpos _ -> Lt
             | Zneg _ -> Gt)
    | Zpos x' -> (match y with
                  | Zpos y' -> Pos.compare x' y'
                  | _ -> Gt)
    | Zneg x' ->
      (match y with
       | Zneg y' -> compOpp (Pos.compare x' y')
       | _ -> Lt)

  (** val leb : z -> z -> bool **)

  let leb x y =
    match compare x y with
    | Gt -> false
    | _ -> true

  (** val ltb : z -> z -> bool **)

  let ltb x y =
    match compare x y with
    | Lt -> true
    | _ -> false

  (** val eqb : z -> z -> bool **)

  let eqb x y =
    match x with
    | Z0 -> (match y with
             | Z0 -> true
             | _ -> false)
    | Zpos p -> (match y with
                 | Zpos q -> Pos.eqb p q
                 | _ -> false)
    | Zneg p -> (match y with
                 | Zneg q -> Pos.eqb p q
                 | _ -> false)

  (** val pos_div_eucl : positive -> z -> z * z **)

  let rec pos_div_eucl a b =
    match a with
    | XI a' ->
      let (q, r) = pos_div_eucl a' b in
      let r' = add (mul (Zpos (XO XH)) r) (Zpos XH) in
      if ltb r' b
      then ((mul (Zpos (XO XH)) q), r')
      else ((add (mul (Zpos (XO XH)) q) (Zpos XH)), (sub r' b))
    | XO a' ->
      let (q, r) = pos_div_eucl a' b in
      let r' = mul (Zpos (XO XH)) r in
      if ltb r' b
      then ((mul (Zpos (XO XH)) q), r')
      else ((add (mul (Zpos (XO XH)) q) (Zpos XH)), (sub r' b))
    | XH -> if leb (Zpos (XO XH)) b then (Z0, (Zpos XH)) else ((Zpos XH), Z0)

  (** val div_eucl : z -> z -> z * z **)

  let div_eucl a b =
    match a with
    | Z0 -> (Z0, Z0)
    | Zpos a' ->
      (match b with
       | Z0 -> (Z0, a)
       | Zpos _ -> pos_div_eucl a' b
       | Zneg b' ->
         let (q, r) = pos_div_eucl a' (Zpos b') in
         (match r with
          | Z0 -> ((opp q), Z0)
          | _ -> ((opp (add q (Zpos XH))), (add b r))))
    | Zneg a' ->
      (match b with
       | Z0 -> (Z0, a)
       | Zpos _ ->
         let (q, r) = pos_div_eucl a' b in
         (match r with
          | Z0 -> ((opp q), Z0)
          | _ -> ((opp (add q (Zpos XH))), (sub b r)))
       | Zneg b' -> let (q, r) = pos_div_eucl a' (Zpos b') in (q, (opp r)))

  (** val div : z -> z -> z **)

  let div a b =
    let (q, _) = div_eucl a b in q

  (** val modulo : z -> z -> z **)

  let modulo a b =
    let (_, r) = div_eucl a b in r
 end

(** val nth : nat -> 'a1 list -> 'a1 -> 'a1 **)

let rec nth n0 l default =
  match n0 with
  | O -> (match l with
          | [] -> default
          | x :: _ -> x)
  | S m -> (match l with
            | [] -> default
            | _ :: t0 -> nth m t0 default)

(** val map : ('a1 -> 'a2) -> 'a1 list -> 'a2 list **)

let rec map f = function
| [] -> []
| a :: t0 -> (f a) :: (map f t0)

(** val fold_right : ('a2 -> 'a1 -> 'a1) -> 'a1 -> 'a2 list -> 'a1 **)

let rec fold_right f a0 = function
| [] -> a0
| b :: t0 -> f b (fold_right f a0 t0)

(** val existsb : ('a1 -> bool) -> 'a1 list -> bool **)

let rec existsb f = function
| [] -> false
| a :: l0 -> (||) (f a) (existsb f l0)

(** val forallb : ('a1 -> bool) -> 'a1 list -> bool **)

let rec forallb f = function
| [] -> true
| a :: l0 -> (&&) (f a) (forallb f l0)

(** val filter : ('a1 -> bool) -> 'a1 list -> 'a1 list **)

let rec filter f = function
| [] -> []
| x :: l0 -> if f x then x :: (filter f l0) else filter f l0

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

(** val integer_within : (name -> bool) -> nat -> integer -> bool **)

let rec integer_within allowed_integer d = function
| Num _ -> true
| Var x -> allowed_integer x
| Bound j -> Nat.ltb j d
| Add (s, t1) ->
  (&&) (integer_within allowed_integer d s)
    (integer_within allowed_integer d t1)
| Mul (s, t1) ->
  (&&) (integer_within allowed_integer d s)
    (integer_within allowed_integer d t1)
| Div (s, t1) ->
  (&&) (integer_within allowed_integer d s)
    (integer_within allowed_integer d t1)
| Mod (s, t1) ->
  (&&) (integer_within allowed_integer d s)
    (integer_within allowed_integer d t1)

(** val scalar_within :
    (name -> bool) -> (name -> nat -> bool) -> nat -> scalar -> bool **)

let scalar_within allowed_integer allowed_tensor =
  let rec scalar_within0 d = function
  | Nat _ -> true
  | SAdd (s, t1) -> (&&) (scalar_within0 d s) (scalar_within0 d t1)
  | SMul (s, t1) -> (&&) (scalar_within0 d s) (scalar_within0 d t1)
  | Entry (x, l) ->
    (&&) (allowed_tensor x (length l))
      (forallb (integer_within allowed_integer d) l)
  | Apply (_, s) -> scalar_within0 d s
  | Bracket (_, a, b) ->
    (&&) (integer_within allowed_integer d a)
      (integer_within allowed_integer d b)
  | Sum (lo, hi, t1) ->
    (&&)
      ((&&) (integer_within allowed_integer d lo)
        (integer_within allowed_integer d hi)) (scalar_within0 (S d) t1)
  | Use (_, _, a) -> arguments_within0 d a
  and arguments_within0 d = function
  | NoArgument -> true
  | IntegerFor (_, i, r) ->
    (&&) (integer_within allowed_integer d i) (arguments_within0 d r)
  | MapFor (_, n0, t0, r) ->
    (&&) (scalar_within0 (add n0 d) t0) (arguments_within0 d r)
  in scalar_within0

(** val arguments_within :
    (name -> bool) -> (name -> nat -> bool) -> nat -> arguments -> bool **)

let arguments_within allowed_integer allowed_tensor =
  let rec scalar_within0 d = function
  | Nat _ -> true
  | SAdd (s, t1) -> (&&) (scalar_within0 d s) (scalar_within0 d t1)
  | SMul (s, t1) -> (&&) (scalar_within0 d s) (scalar_within0 d t1)
  | Entry (x, l) ->
    (&&) (allowed_tensor x (length l))
      (forallb (integer_within allowed_integer d) l)
  | Apply (_, s) -> scalar_within0 d s
  | Bracket (_, a, b) ->
    (&&) (integer_within allowed_integer d a)
      (integer_within allowed_integer d b)
  | Sum (lo, hi, t1) ->
    (&&)
      ((&&) (integer_within allowed_integer d lo)
        (integer_within allowed_integer d hi)) (scalar_within0 (S d) t1)
  | Use (_, _, a) -> arguments_within0 d a
  and arguments_within0 d = function
  | NoArgument -> true
  | IntegerFor (_, i, r) ->
    (&&) (integer_within allowed_integer d i) (arguments_within0 d r)
  | MapFor (_, n0, t0, r) ->
    (&&) (scalar_within0 (add n0 d) t0) (arguments_within0 d r)
  in arguments_within0

(** val formula_within :
    (name -> bool) -> (name -> nat -> bool) -> formula -> bool **)

let formula_within allowed_integer allowed_tensor = function
| EqI (a, b) ->
  (&&) (integer_within allowed_integer O a)
    (integer_within allowed_integer O b)
| EqS (s, t0) ->
  (&&) (scalar_within allowed_integer allowed_tensor O s)
    (scalar_within allowed_integer allowed_tensor O t0)
| Le (a, b) ->
  (&&) (integer_within allowed_integer O a)
    (integer_within allowed_integer O b)

(** val lift_integer : nat -> nat -> integer -> integer **)

let rec lift_integer c by_ t0 = match t0 with
| Bound j -> if Nat.ltb j c then t0 else Bound (add j by_)
| Add (s, t1) -> Add ((lift_integer c by_ s), (lift_integer c by_ t1))
| Mul (s, t1) -> Mul ((lift_integer c by_ s), (lift_integer c by_ t1))
| Div (s, t1) -> Div ((lift_integer c by_ s), (lift_integer c by_ t1))
| Mod (s, t1) -> Mod ((lift_integer c by_ s), (lift_integer c by_ t1))
| _ -> t0

(** val lift_scalar : nat -> nat -> scalar -> scalar **)

let rec lift_scalar c by_ t0 = match t0 with
| Nat _ -> t0
| SAdd (s, t1) -> SAdd ((lift_scalar c by_ s), (lift_scalar c by_ t1))
| SMul (s, t1) -> SMul ((lift_scalar c by_ s), (lift_scalar c by_ t1))
| Entry (x, l) -> Entry (x, (map (lift_integer c by_) l))
| Apply (f, s) -> Apply (f, (lift_scalar c by_ s))
| Bracket (o, x, y) ->
  Bracket (o, (lift_integer c by_ x), (lift_integer c by_ y))
| Sum (lo, hi, t1) ->
  Sum ((lift_integer c by_ lo), (lift_integer c by_ hi),
    (lift_scalar (S c) by_ t1))
| Use (d, body, a) -> Use (d, body, (lift_arguments c by_ a))

(** val lift_arguments : nat -> nat -> arguments -> arguments **)

and lift_arguments c by_ = function
| NoArgument -> NoArgument
| IntegerFor (x, i, r) ->
  IntegerFor (x, (lift_integer c by_ i), (lift_arguments c by_ r))
| MapFor (x, n0, t0, r) ->
  MapFor (x, n0, (lift_scalar (add n0 c) by_ t0), (lift_arguments c by_ r))

(** val open_integer : nat -> integer list -> integer -> integer **)

let rec open_integer k vs t0 = match t0 with
| Bound j ->
  if Nat.ltb j k
  then t0
  else if Nat.ltb (sub j k) (length vs)
       then lift_integer O k (nth (sub j k) vs (Num Z0))
       else Bound (sub j (length vs))
| Add (s, t1) -> Add ((open_integer k vs s), (open_integer k vs t1))
| Mul (s, t1) -> Mul ((open_integer k vs s), (open_integer k vs t1))
| Div (s, t1) -> Div ((open_integer k vs s), (open_integer k vs t1))
| Mod (s, t1) -> Mod ((open_integer k vs s), (open_integer k vs t1))
| _ -> t0

(** val open_scalar : nat -> integer list -> scalar -> scalar **)

let rec open_scalar k vs t0 = match t0 with
| Nat _ -> t0
| SAdd (s, t1) -> SAdd ((open_scalar k vs s), (open_scalar k vs t1))
| SMul (s, t1) -> SMul ((open_scalar k vs s), (open_scalar k vs t1))
| Entry (x, l) -> Entry (x, (map (open_integer k vs) l))
| Apply (f, s) -> Apply (f, (open_scalar k vs s))
| Bracket (o, x, y) ->
  Bracket (o, (open_integer k vs x), (open_integer k vs y))
| Sum (lo, hi, t1) ->
  Sum ((open_integer k vs lo), (open_integer k vs hi),
    (open_scalar (S k) vs t1))
| Use (d, body, a) -> Use (d, body, (open_arguments k vs a))

(** val open_arguments : nat -> integer list -> arguments -> arguments **)

and open_arguments k vs = function
| NoArgument -> NoArgument
| IntegerFor (x, i, r) ->
  IntegerFor (x, (open_integer k vs i), (open_arguments k vs r))
| MapFor (x, n0, t0, r) ->
  MapFor (x, n0, (open_scalar (add n0 k) vs t0), (open_arguments k vs r))

(** val integer_given : arguments -> name -> integer option **)

let rec integer_given s x =
  match s with
  | NoArgument -> None
  | IntegerFor (y, i, r) -> if Pos.eqb x y then Some i else integer_given r x
  | MapFor (_, _, _, r) -> integer_given r x

(** val map_given : arguments -> name -> nat -> scalar option **)

let rec map_given s x n0 =
  match s with
  | NoArgument -> None
  | IntegerFor (_, _, r) -> map_given r x n0
  | MapFor (y, m, t0, r) ->
    if (&&) (Pos.eqb x y) (Nat.eqb n0 m) then Some t0 else map_given r x n0

(** val substitute_integer : arguments -> nat -> integer -> integer **)

let rec substitute_integer s d t0 = match t0 with
| Var x ->
  (match integer_given s x with
   | Some i -> lift_integer O d i
   | None -> t0)
| Add (u, t1) -> Add ((substitute_integer s d u), (substitute_integer s d t1))
| Mul (u, t1) -> Mul ((substitute_integer s d u), (substitute_integer s d t1))
| Div (u, t1) -> Div ((substitute_integer s d u), (substitute_integer s d t1))
| Mod (u, t1) -> Mod ((substitute_integer s d u), (substitute_integer s d t1))
| _ -> t0

(** val substitute_scalar : arguments -> nat -> scalar -> scalar **)

let rec substitute_scalar s d t0 = match t0 with
| Nat _ -> t0
| SAdd (u, t1) -> SAdd ((substitute_scalar s d u), (substitute_scalar s d t1))
| SMul (u, t1) -> SMul ((substitute_scalar s d u), (substitute_scalar s d t1))
| Entry (x, l) ->
  let l' = map (substitute_integer s d) l in
  (match map_given s x (length l) with
   | Some t1 -> open_scalar O l' (lift_scalar (length l) d t1)
   | None -> Entry (x, l'))
| Apply (f, u) -> Apply (f, (substitute_scalar s d u))
| Bracket (o, x, y) ->
  Bracket (o, (substitute_integer s d x), (substitute_integer s d y))
| Sum (lo, hi, t1) ->
  Sum ((substitute_integer s d lo), (substitute_integer s d hi),
    (substitute_scalar s (S d) t1))
| Use (d0, body, a) -> Use (d0, body, (substitute_arguments s d a))

(** val substitute_arguments : arguments -> nat -> arguments -> arguments **)

and substitute_arguments s d = function
| NoArgument -> NoArgument
| IntegerFor (x, i, r) ->
  IntegerFor (x, (substitute_integer s d i), (substitute_arguments s d r))
| MapFor (x, n0, t0, r) ->
  MapFor (x, n0, (substitute_scalar s (add n0 d) t0),
    (substitute_arguments s d r))

(** val substitute : arguments -> formula -> formula **)

let substitute s = function
| EqI (a, b) -> EqI ((substitute_integer s O a), (substitute_integer s O b))
| EqS (a, b) -> EqS ((substitute_scalar s O a), (substitute_scalar s O b))
| Le (a, b) -> Le ((substitute_integer s O a), (substitute_integer s O b))

(** val compare_lists :
    ('a1 -> 'a1 -> comparison) -> 'a1 list -> 'a1 list -> comparison **)

let rec compare_lists cmp l l' =
  match l with
  | [] -> (match l' with
           | [] -> Eq
           | _ :: _ -> Lt)
  | a :: l0 ->
    (match l' with
     | [] -> Gt
     | a' :: l'0 ->
       (match cmp a a' with
        | Eq -> compare_lists cmp l0 l'0
        | x -> x))

(** val integer_tag : integer -> positive **)

let integer_tag = function
| Num _ -> XH
| Var _ -> XO XH
| Bound _ -> XI XH
| Add (_, _) -> XO (XO XH)
| Mul (_, _) -> XI (XO XH)
| Div (_, _) -> XO (XI XH)
| Mod (_, _) -> XI (XI XH)

(** val compare_integers : integer -> integer -> comparison **)

let rec compare_integers s t0 =
  match s with
  | Num x ->
    (match t0 with
     | Num y -> Z.compare x y
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x0 -> x0))
  | Var x ->
    (match t0 with
     | Var y -> Pos.compare x y
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x0 -> x0))
  | Bound x ->
    (match t0 with
     | Bound y -> Nat.compare x y
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x0 -> x0))
  | Add (a, b) ->
    (match t0 with
     | Add (c, d) ->
       (match compare_integers a c with
        | Eq -> compare_integers b d
        | x -> x)
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Mul (a, b) ->
    (match t0 with
     | Mul (c, d) ->
       (match compare_integers a c with
        | Eq -> compare_integers b d
        | x -> x)
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Div (a, b) ->
    (match t0 with
     | Div (c, d) ->
       (match compare_integers a c with
        | Eq -> compare_integers b d
        | x -> x)
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Mod (a, b) ->
    (match t0 with
     | Mod (c, d) ->
       (match compare_integers a c with
        | Eq -> compare_integers b d
        | x -> x)
     | _ ->
       (match Pos.compare (integer_tag s) (integer_tag t0) with
        | Eq -> Gt
        | x -> x))

(** val compare_bools : bool -> bool -> comparison **)

let compare_bools a b =
  if a then if b then Eq else Gt else if b then Lt else Eq

(** val scalar_tag : scalar -> positive **)

let scalar_tag = function
| Nat _ -> XH
| SAdd (_, _) -> XO XH
| SMul (_, _) -> XI XH
| Entry (_, _) -> XO (XO XH)
| Apply (_, _) -> XI (XO XH)
| Bracket (_, _, _) -> XO (XI XH)
| Sum (_, _, _) -> XI (XI XH)
| Use (_, _, _) -> XO (XO (XO XH))

(** val compare_scalars : scalar -> scalar -> comparison **)

let rec compare_scalars s t0 =
  match s with
  | Nat x ->
    (match t0 with
     | Nat y -> N.compare x y
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x0 -> x0))
  | SAdd (a, b) ->
    (match t0 with
     | SAdd (c, d) ->
       (match compare_scalars a c with
        | Eq -> compare_scalars b d
        | x -> x)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x -> x))
  | SMul (a, b) ->
    (match t0 with
     | SMul (c, d) ->
       (match compare_scalars a c with
        | Eq -> compare_scalars b d
        | x -> x)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Entry (x, l) ->
    (match t0 with
     | Entry (y, m) ->
       (match Pos.compare x y with
        | Eq -> compare_lists compare_integers l m
        | x0 -> x0)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x0 -> x0))
  | Apply (f, a) ->
    (match t0 with
     | Apply (g, b) ->
       (match Pos.compare f g with
        | Eq -> compare_scalars a b
        | x -> x)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Bracket (o, a, b) ->
    (match t0 with
     | Bracket (p, c, d) ->
       (match compare_bools o p with
        | Eq ->
          (match compare_integers a c with
           | Eq -> compare_integers b d
           | x -> x)
        | x -> x)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Sum (a, b, s0) ->
    (match t0 with
     | Sum (c, d, t1) ->
       (match compare_integers a c with
        | Eq ->
          (match compare_integers b d with
           | Eq -> compare_scalars s0 t1
           | x -> x)
        | x -> x)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x -> x))
  | Use (d, b, a) ->
    (match t0 with
     | Use (e, c, a') ->
       (match Pos.compare d e with
        | Eq ->
          (match compare_arguments a a' with
           | Eq -> compare_scalars b c
           | x -> x)
        | x -> x)
     | _ ->
       (match Pos.compare (scalar_tag s) (scalar_tag t0) with
        | Eq -> Gt
        | x -> x))

(** val compare_arguments : arguments -> arguments -> comparison **)

and compare_arguments a b =
  match a with
  | NoArgument -> (match b with
                   | NoArgument -> Eq
                   | _ -> Lt)
  | IntegerFor (x, i, r) ->
    (match b with
     | NoArgument -> Gt
     | IntegerFor (y, j, q) ->
       (match Pos.compare x y with
        | Eq ->
          (match compare_integers i j with
           | Eq -> compare_arguments r q
           | x0 -> x0)
        | x0 -> x0)
     | MapFor (_, _, _, _) -> Lt)
  | MapFor (x, n0, t0, r) ->
    (match b with
     | MapFor (y, m, u, q) ->
       (match Pos.compare x y with
        | Eq ->
          (match Nat.compare n0 m with
           | Eq ->
             (match compare_scalars t0 u with
              | Eq -> compare_arguments r q
              | x0 -> x0)
           | x0 -> x0)
        | x0 -> x0)
     | _ -> Gt)

(** val compare_formulas : formula -> formula -> comparison **)

let compare_formulas f g =
  match f with
  | EqI (a, b) ->
    (match g with
     | EqI (c, d) ->
       (match compare_integers a c with
        | Eq -> compare_integers b d
        | x -> x)
     | _ -> Lt)
  | EqS (a, b) ->
    (match g with
     | EqI (_, _) -> Gt
     | EqS (c, d) ->
       (match compare_scalars a c with
        | Eq -> compare_scalars b d
        | x -> x)
     | Le (_, _) -> Lt)
  | Le (a, b) ->
    (match g with
     | Le (c, d) ->
       (match compare_integers a c with
        | Eq -> compare_integers b d
        | x -> x)
     | _ -> Gt)

(** val is_eq : comparison -> bool **)

let is_eq = function
| Eq -> true
| _ -> false

type 'a monomial = 'a list

type ('a, 'k) polynomial = ('a monomial * 'k) list

(** val multiply_monomials :
    ('a1 -> 'a1 -> comparison) -> 'a1 monomial -> 'a1 monomial -> 'a1 monomial **)

let rec multiply_monomials cmp m = match m with
| [] -> (fun m' -> m')
| a :: r ->
  let rec go m' = match m' with
  | [] -> m
  | a' :: r' ->
    (match cmp a a' with
     | Gt -> a' :: (go r')
     | _ -> a :: (multiply_monomials cmp r m'))
  in go

(** val add_polynomials :
    ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> 'a2) -> ('a2 -> bool) ->
    ('a1, 'a2) polynomial -> ('a1, 'a2) polynomial -> ('a1, 'a2) polynomial **)

let rec add_polynomials cmp kadd kz p = match p with
| [] -> (fun q -> q)
| p0 :: r ->
  let (m, c) = p0 in
  let rec go q = match q with
  | [] -> p
  | p1 :: q' ->
    let (m', c') = p1 in
    (match compare_lists cmp m m' with
     | Eq ->
       let s = kadd c c' in
       if kz s
       then add_polynomials cmp kadd kz r q'
       else (m, s) :: (add_polynomials cmp kadd kz r q')
     | Lt -> (m, c) :: (add_polynomials cmp kadd kz r q)
     | Gt -> (m', c') :: (go q'))
  in go

(** val multiply_by_monomial :
    ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> 'a2) -> ('a2 -> 'a2 -> 'a2)
    -> ('a2 -> bool) -> 'a1 monomial -> 'a2 -> ('a1, 'a2) polynomial -> ('a1,
    'a2) polynomial **)

let rec multiply_by_monomial cmp kadd kmul kz m c = function
| [] -> []
| p :: q' ->
  let (m', c') = p in
  add_polynomials cmp kadd kz (((multiply_monomials cmp m m'),
    (kmul c c')) :: []) (multiply_by_monomial cmp kadd kmul kz m c q')

(** val multiply_polynomials :
    ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> 'a2) -> ('a2 -> 'a2 -> 'a2)
    -> ('a2 -> bool) -> ('a1, 'a2) polynomial -> ('a1, 'a2) polynomial ->
    ('a1, 'a2) polynomial **)

let rec multiply_polynomials cmp kadd kmul kz p q =
  match p with
  | [] -> []
  | p0 :: p' ->
    let (m, c) = p0 in
    add_polynomials cmp kadd kz (multiply_by_monomial cmp kadd kmul kz m c q)
      (multiply_polynomials cmp kadd kmul kz p' q)

(** val constant : ('a2 -> bool) -> 'a2 -> ('a1, 'a2) polynomial **)

let constant kz k =
  if kz k then [] else ([], k) :: []

(** val constant_value : 'a2 -> ('a1, 'a2) polynomial -> 'a2 option **)

let constant_value k0 = function
| [] -> Some k0
| p0 :: l ->
  let (m, k) = p0 in
  (match m with
   | [] -> (match l with
            | [] -> Some k
            | _ :: _ -> None)
   | _ :: _ -> None)

(** val compare_polynomials :
    ('a1 -> 'a1 -> comparison) -> ('a2 -> 'a2 -> comparison) -> ('a1, 'a2)
    polynomial -> ('a1, 'a2) polynomial -> comparison **)

let compare_polynomials cmp kcmp =
  compare_lists (fun x y ->
    let (m, c) = x in
    let (m', c') = y in
    (match kcmp c c' with
     | Eq -> compare_lists cmp m m'
     | x0 -> x0))

type integer_polynomial = (integer, z) polynomial

(** val add_integers :
    integer_polynomial -> integer_polynomial -> integer_polynomial **)

let add_integers =
  add_polynomials compare_integers Z.add (Z.eqb Z0)

(** val multiply_integers :
    integer_polynomial -> integer_polynomial -> integer_polynomial **)

let multiply_integers =
  multiply_polynomials compare_integers Z.add Z.mul (Z.eqb Z0)

(** val integer_constant : z -> integer_polynomial **)

let integer_constant =
  constant (Z.eqb Z0)

(** val negate : integer_polynomial -> integer_polynomial **)

let negate p =
  map (fun mc -> ((fst mc), (Z.opp (snd mc)))) p

(** val integer_atom : integer -> integer_polynomial **)

let integer_atom t0 =
  ((t0 :: []), (Zpos XH)) :: []

(** val integer_monomial : integer list -> integer **)

let rec integer_monomial = function
| [] -> Num (Zpos XH)
| a :: m0 -> Mul (a, (integer_monomial m0))

(** val integer_term : integer_polynomial -> integer **)

let rec integer_term = function
| [] -> Num Z0
| p0 :: p1 ->
  let (m, c) = p0 in
  Add ((Mul ((Num c), (integer_monomial m))), (integer_term p1))

(** val normal_integer : integer -> integer_polynomial **)

let rec normal_integer t0 = match t0 with
| Num z0 -> integer_constant z0
| Add (a, b) -> add_integers (normal_integer a) (normal_integer b)
| Mul (a, b) -> multiply_integers (normal_integer a) (normal_integer b)
| Div (a, b) ->
  let p = normal_integer a in
  let q = normal_integer b in
  (match constant_value Z0 p with
   | Some x ->
     (match constant_value Z0 q with
      | Some y -> integer_constant (Z.div x y)
      | None -> integer_atom (Div ((integer_term p), (integer_term q))))
   | None -> integer_atom (Div ((integer_term p), (integer_term q))))
| Mod (a, b) ->
  let p = normal_integer a in
  let q = normal_integer b in
  (match constant_value Z0 p with
   | Some x ->
     (match constant_value Z0 q with
      | Some y -> integer_constant (Z.modulo x y)
      | None -> integer_atom (Mod ((integer_term p), (integer_term q))))
   | None -> integer_atom (Mod ((integer_term p), (integer_term q))))
| _ -> integer_atom t0

(** val renormed : integer -> integer **)

let renormed t0 =
  integer_term (normal_integer t0)

type scalar_polynomial = (scalar, n) polynomial

(** val add_scalars :
    scalar_polynomial -> scalar_polynomial -> scalar_polynomial **)

let add_scalars =
  add_polynomials compare_scalars N.add (N.eqb N0)

(** val multiply_scalars :
    scalar_polynomial -> scalar_polynomial -> scalar_polynomial **)

let multiply_scalars =
  multiply_polynomials compare_scalars N.add N.mul (N.eqb N0)

(** val scalar_constant : n -> scalar_polynomial **)

let scalar_constant =
  constant (N.eqb N0)

(** val scalar_atom : scalar -> scalar_polynomial **)

let scalar_atom t0 =
  ((t0 :: []), (Npos XH)) :: []

(** val scalar_monomial : scalar list -> scalar **)

let rec scalar_monomial = function
| [] -> Nat (Npos XH)
| a :: m0 -> SMul (a, (scalar_monomial m0))

(** val scalar_term : scalar_polynomial -> scalar **)

let rec scalar_term = function
| [] -> Nat N0
| p0 :: p1 ->
  let (m, c) = p0 in
  SAdd ((SMul ((Nat c), (scalar_monomial m))), (scalar_term p1))

(** val leading_negative : integer_polynomial -> bool **)

let leading_negative = function
| [] -> false
| p0 :: _ -> let (_, c) = p0 in Z.ltb c Z0

(** val normal_bracket : bool -> integer -> integer -> scalar_polynomial **)

let normal_bracket le a b =
  let d = add_integers (normal_integer b) (negate (normal_integer a)) in
  (match constant_value Z0 d with
   | Some z0 ->
     if if le then Z.leb Z0 z0 else Z.eqb Z0 z0
     then scalar_constant (Npos XH)
     else []
   | None ->
     scalar_atom (Bracket (le, (Num Z0),
       (integer_term
         (if (&&) (negb le) (leading_negative d) then negate d else d)))))

(** val normal_scalar : scalar -> scalar_polynomial **)

let rec normal_scalar = function
| Nat n0 -> scalar_constant n0
| SAdd (s, t1) -> add_scalars (normal_scalar s) (normal_scalar t1)
| SMul (s, t1) -> multiply_scalars (normal_scalar s) (normal_scalar t1)
| Entry (x, l) -> scalar_atom (Entry (x, (map renormed l)))
| Apply (f, s) -> scalar_atom (Apply (f, (scalar_term (normal_scalar s))))
| Bracket (le, a, b) -> normal_bracket le a b
| Sum (lo, hi, t1) ->
  scalar_atom (Sum ((renormed lo), (renormed hi),
    (scalar_term (normal_scalar t1))))
| Use (d, body, a) -> scalar_atom (Use (d, body, (normal_arguments a)))

(** val normal_arguments : arguments -> arguments **)

and normal_arguments = function
| NoArgument -> NoArgument
| IntegerFor (x, i, r) -> IntegerFor (x, (renormed i), (normal_arguments r))
| MapFor (x, n0, t0, r) ->
  MapFor (x, n0, (scalar_term (normal_scalar t0)), (normal_arguments r))

(** val same_polynomial : scalar_polynomial -> scalar_polynomial -> bool **)

let same_polynomial p q =
  is_eq (compare_polynomials compare_scalars N.compare p q)

type sequent = { hyps : formula list; concl : formula }

(** val same_formula : formula -> formula -> bool **)

let same_formula f g =
  is_eq (compare_formulas f g)

(** val member : formula -> formula list -> bool **)

let member f l =
  existsb (same_formula f) l

(** val remove : formula -> formula list -> formula list **)

let remove f l =
  filter (fun g -> negb (same_formula f g)) l

(** val union : formula list -> formula list -> formula list **)

let union l l' =
  fold_right (fun h acc -> if member h acc then acc else h :: acc) l' l

(** val less : integer -> integer -> formula **)

let less a b =
  Le ((Add (a, (Num (Zpos XH)))), b)

(** val yes_i : name -> bool **)

let yes_i _ =
  true

(** val yes_t : name -> nat -> bool **)

let yes_t _ _ =
  true

(** val closed : formula -> bool **)

let closed f =
  formula_within yes_i yes_t f

(** val assume : formula -> sequent **)

let assume f =
  { hyps = (f :: []); concl = f }

(** val cut : sequent -> sequent -> sequent option **)

let cut s t0 =
  if member s.concl t0.hyps
  then Some { hyps = (union s.hyps (remove s.concl t0.hyps)); concl =
         t0.concl }
  else None

(** val cases : formula -> sequent -> sequent -> sequent option **)

let cases f y n0 =
  match f with
  | Le (a, b) ->
    if same_formula y.concl n0.concl
    then Some { hyps = (union (remove f y.hyps) (remove (less b a) n0.hyps));
           concl = y.concl }
    else None
  | _ -> None

(** val instantiate : arguments -> sequent -> sequent **)

let instantiate s t0 =
  { hyps = (union (map (substitute s) t0.hyps) []); concl =
    (substitute s t0.concl) }

(** val nil_b : 'a1 list -> bool **)

let nil_b = function
| [] -> true
| _ :: _ -> false

(** val same_integer : integer -> integer -> bool **)

let same_integer s t0 =
  nil_b (add_integers (normal_integer s) (negate (normal_integer t0)))

(** val same_scalar : scalar -> scalar -> bool **)

let same_scalar s t0 =
  same_polynomial (normal_scalar s) (normal_scalar t0)

(** val ring_integers : integer -> integer -> sequent option **)

let ring_integers s t0 =
  if same_integer s t0
  then Some { hyps = []; concl = (EqI (s, t0)) }
  else None

(** val ring_scalars : scalar -> scalar -> sequent option **)

let ring_scalars s t0 =
  if same_scalar s t0 then Some { hyps = []; concl = (EqS (s, t0)) } else None

type key = name * nat option

(** val rewrite_filled :
    sequent -> sequent -> formula -> arguments -> arguments -> sequent option **)

let rewrite_filled q t0 f u v =
  if same_formula (substitute u f) t0.concl
  then Some { hyps = (union q.hyps t0.hyps); concl = (substitute v f) }
  else None

(** val rewrite : sequent -> sequent -> formula -> key -> sequent option **)

let rewrite q t0 f k =
  match q.concl with
  | EqI (a, b) ->
    let (x, o) = k in
    (match o with
     | Some _ -> None
     | None ->
       rewrite_filled q t0 f (IntegerFor (x, a, NoArgument)) (IntegerFor (x,
         b, NoArgument)))
  | EqS (a, b) ->
    let (x, o) = k in
    (match o with
     | Some n0 ->
       (match n0 with
        | O ->
          rewrite_filled q t0 f (MapFor (x, O, a, NoArgument)) (MapFor (x, O,
            b, NoArgument))
        | S _ -> None)
     | None -> None)
  | Le (_, _) -> None

(** val difference : integer -> integer -> integer_polynomial **)

let difference a b =
  add_integers (normal_integer b) (negate (normal_integer a))

type combination = integer_polynomial * formula list

(** val factors : sequent list -> combination option **)

let rec factors = function
| [] -> Some ((integer_constant (Zpos XH)), [])
| t0 :: r ->
  (match t0.concl with
   | Le (a, b) ->
     (match factors r with
      | Some c ->
        let (p, h) = c in
        Some ((multiply_integers (difference a b) p), (union t0.hyps h))
      | None -> None)
   | _ -> None)

(** val products : (z * sequent list) list -> combination option **)

let rec products = function
| [] -> Some ([], [])
| p :: r ->
  let (n0, ts) = p in
  if Z.ltb Z0 n0
  then (match factors ts with
        | Some c ->
          let (p0, h) = c in
          (match products r with
           | Some c0 ->
             let (q, h') = c0 in
             Some
             ((add_integers (multiply_integers (integer_constant n0) p0) q),
             (union h h'))
           | None -> None)
        | None -> None)
  else None

(** val equations : (integer * sequent) list -> combination option **)

let rec equations = function
| [] -> Some ([], [])
| p0 :: r ->
  let (p, t0) = p0 in
  (match t0.concl with
   | EqI (a, b) ->
     (match equations r with
      | Some c ->
        let (q, h) = c in
        Some
        ((add_integers
           (negate (multiply_integers (normal_integer p) (difference a b))) q),
        (union t0.hyps h))
      | None -> None)
   | _ -> None)

(** val cone :
    formula -> (z * sequent list) list -> (integer * sequent) list -> sequent
    option **)

let cone f ps qs =
  match f with
  | Le (a, b) ->
    (match products ps with
     | Some c ->
       let (p, h) = c in
       (match equations qs with
        | Some c0 ->
          let (q, h') = c0 in
          if nil_b (add_integers (difference a b) (negate (add_integers p q)))
          then Some { hyps = (union h h'); concl = f }
          else None
        | None -> None)
     | None -> None)
  | _ -> None

(** val all_but : name -> name -> bool **)

let all_but x y =
  negb (Pos.eqb y x)

(** val under_sum : sequent -> key -> integer -> integer -> sequent option **)

let under_sum t0 k lo hi =
  match t0.concl with
  | EqS (f, g) ->
    let (x, o) = k in
    (match o with
     | Some _ -> None
     | None ->
       let h = remove (Le (lo, (Var x))) (remove (less (Var x) hi) t0.hyps) in
       let bind0 = fun s -> Sum (lo, hi,
         (substitute_scalar (IntegerFor (x, (Bound O), NoArgument)) O s))
       in
       if (&&)
            ((&&)
              ((&&)
                ((&&) (integer_within (all_but x) O lo)
                  (integer_within (all_but x) O hi))
                (forallb (formula_within (all_but x) yes_t) h))
              (scalar_within yes_i yes_t O f)) (scalar_within yes_i yes_t O g)
       then Some { hyps = h; concl = (EqS ((bind0 f), (bind0 g))) }
       else None)
  | _ -> None

(** val keys : arguments -> key list **)

let rec keys = function
| NoArgument -> []
| IntegerFor (x, _, r) -> (x, None) :: (keys r)
| MapFor (x, n0, _, r) -> (x, (Some n0)) :: (keys r)

(** val key_eqb : key -> key -> bool **)

let key_eqb k l =
  let (x, o) = k in
  (match o with
   | Some n0 ->
     let (y, o0) = l in
     (match o0 with
      | Some m -> (&&) (Pos.eqb x y) (Nat.eqb n0 m)
      | None -> false)
   | None ->
     let (y, o0) = l in (match o0 with
                         | Some _ -> false
                         | None -> Pos.eqb x y))

(** val keys_eqb : key list -> key list -> bool **)

let rec keys_eqb k l =
  match k with
  | [] -> (match l with
           | [] -> true
           | _ :: _ -> false)
  | a :: k0 ->
    (match l with
     | [] -> false
     | b :: l0 -> (&&) (key_eqb a b) (keys_eqb k0 l0))

(** val has_i : key list -> name -> bool **)

let has_i ks x =
  existsb (key_eqb (x, None)) ks

(** val has_t : key list -> name -> nat -> bool **)

let has_t ks x n0 =
  existsb (key_eqb (x, (Some n0))) ks

(** val unfold_scalar : name -> scalar -> key list -> scalar -> scalar **)

let unfold_scalar d b ps =
  let rec unfold_scalar0 t0 = match t0 with
  | SAdd (s, t1) -> SAdd ((unfold_scalar0 s), (unfold_scalar0 t1))
  | SMul (s, t1) -> SMul ((unfold_scalar0 s), (unfold_scalar0 t1))
  | Apply (f, s) -> Apply (f, (unfold_scalar0 s))
  | Sum (lo, hi, t1) -> Sum (lo, hi, (unfold_scalar0 t1))
  | Use (d0, body, a) ->
    let a' = unfold_arguments a in
    if (&&) ((&&) (Pos.eqb d0 d) (keys_eqb (keys a') ps))
         (is_eq (compare_scalars body b))
    then substitute_scalar a' O body
    else Use (d0, body, a')
  | _ -> t0
  and unfold_arguments = function
  | NoArgument -> NoArgument
  | IntegerFor (x, i, r) -> IntegerFor (x, i, (unfold_arguments r))
  | MapFor (x, n0, t0, r) ->
    MapFor (x, n0, (unfold_scalar0 t0), (unfold_arguments r))
  in unfold_scalar0

(** val unfold_in_scalar :
    scalar -> name -> scalar -> key list -> sequent option **)

let unfold_in_scalar t0 d b ps =
  if scalar_within (has_i ps) (has_t ps) O b
  then Some { hyps = []; concl = (EqS (t0, (unfold_scalar d b ps t0))) }
  else None

(** val unfold_in_integer : integer -> sequent **)

let unfold_in_integer t0 =
  { hyps = []; concl = (EqI (t0, t0)) }

(** val n_a : positive **)

let n_a =
  XH

(** val n_b : positive **)

let n_b =
  XO XH

(** val n_lo : positive **)

let n_lo =
  XI XH

(** val n_hi : positive **)

let n_hi =
  XO (XO XH)

(** val n_lo2 : positive **)

let n_lo2 =
  XI (XO XH)

(** val n_hi2 : positive **)

let n_hi2 =
  XO (XI XH)

(** val n_e : positive **)

let n_e =
  XI (XI XH)

(** val n_c : positive **)

let n_c =
  XO (XO (XO XH))

(** val n_f : positive **)

let n_f =
  XI (XO (XO XH))

(** val n_g : positive **)

let n_g =
  XO (XI (XO XH))

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

(** val axiom : axiom_name -> sequent **)

let axiom n0 =
  let a = Var n_a in
  let b = Var n_b in
  let lo = Var n_lo in
  let hi = Var n_hi in
  let lo2 = Var n_lo2 in
  let hi2 = Var n_hi2 in
  let e = Var n_e in
  let inner = Bound O in
  let outer = Bound (S O) in
  let f = fun l -> Entry (n_f, l) in
  let g = Entry (n_g, (inner :: [])) in
  let c = Entry (n_c, []) in
  let total = fun t0 -> Sum (lo, hi, t0) in
  let seq = fun h k -> { hyps = h; concl = k } in
  (match n0 with
   | Antisymmetry -> seq ((Le (a, b)) :: ((Le (b, a)) :: [])) (EqI (a, b))
   | Division ->
     seq [] (EqI (a, (Add ((Mul (b, (Div (a, b)))), (Mod (a, b))))))
   | Mod_low ->
     seq ((Le ((Num (Zpos XH)), b)) :: []) (Le ((Num Z0), (Mod (a, b))))
   | Mod_high -> seq ((Le ((Num (Zpos XH)), b)) :: []) (less (Mod (a, b)) b)
   | Bracket_le ->
     seq ((Le (a, b)) :: []) (EqS ((Bracket (true, a, b)), (Nat (Npos XH))))
   | Bracket_not_le ->
     seq ((less b a) :: []) (EqS ((Bracket (true, a, b)), (Nat N0)))
   | Bracket_not_eq ->
     seq ((less a b) :: []) (EqS ((Bracket (false, a, b)), (Nat N0)))
   | Sum_delta ->
     seq ((Le (lo, e)) :: ((less e hi) :: [])) (EqS
       ((total (SMul ((Bracket (false, inner, e)), (f (inner :: []))))),
       (f (e :: []))))
   | Sum_swap ->
     seq [] (EqS ((total (Sum (lo2, hi2, (f (outer :: (inner :: [])))))),
       (Sum (lo2, hi2, (total (f (inner :: (outer :: []))))))))
   | Sum_factor ->
     seq [] (EqS ((total (SMul (c, (f (inner :: []))))), (SMul (c,
       (total (f (inner :: [])))))))
   | Sum_add ->
     seq [] (EqS ((total (SAdd ((f (inner :: [])), g))), (SAdd
       ((total (f (inner :: []))), (total g))))))

module PositiveMap =
 struct
  type key = positive

  type 'a tree =
  | Leaf
  | Node of 'a tree * 'a option * 'a tree

  type 'a t = 'a tree

  (** val empty : 'a1 t **)

  let empty =
    Leaf

  (** val find : key -> 'a1 t -> 'a1 option **)

  let rec find i = function
  | Leaf -> None
  | Node (l, o, r) ->
    (match i with
     | XI ii -> find ii r
     | XO ii -> find ii l
     | XH -> o)

  (** val add : key -> 'a1 -> 'a1 t -> 'a1 t **)

  let rec add i v = function
  | Leaf ->
    (match i with
     | XI ii -> Node (Leaf, None, (add ii v Leaf))
     | XO ii -> Node ((add ii v Leaf), None, Leaf)
     | XH -> Node (Leaf, (Some v), Leaf))
  | Node (l, o, r) ->
    (match i with
     | XI ii -> Node (l, o, (add ii v r))
     | XO ii -> Node ((add ii v l), o, r)
     | XH -> Node (l, (Some v), r))
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

(** val bind : 'a1 option -> ('a1 -> 'a2 option) -> 'a2 option **)

let bind o f =
  match o with
  | Some a -> f a
  | None -> None

(** val guard : bool -> 'a1 option -> 'a1 option **)

let guard b o =
  if b then o else None

(** val all : ('a1 -> 'a2 option) -> 'a1 list -> 'a2 list option **)

let rec all f = function
| [] -> Some []
| a :: l0 -> bind (f a) (fun b -> bind (all f l0) (fun r -> Some (b :: r)))

(** val integer_row :
    (positive -> object0 option) -> positive -> integer option **)

let integer_row t0 p =
  bind (t0 p) (fun o -> match o with
                        | OI t1 -> Some t1
                        | _ -> None)

(** val scalar_row :
    (positive -> object0 option) -> positive -> scalar option **)

let scalar_row t0 p =
  bind (t0 p) (fun o -> match o with
                        | OS t1 -> Some t1
                        | _ -> None)

(** val formula_row :
    (positive -> object0 option) -> positive -> formula option **)

let formula_row t0 p =
  bind (t0 p) (fun o -> match o with
                        | OF t1 -> Some t1
                        | _ -> None)

(** val two :
    (positive -> object0 option) -> (integer -> integer -> object0 option) ->
    (scalar -> scalar -> object0 option) -> positive -> positive -> object0
    option **)

let two t0 fi fs p q =
  bind (t0 p) (fun a ->
    bind (t0 q) (fun b ->
      match a with
      | OI s -> (match b with
                 | OI t1 -> fi s t1
                 | _ -> None)
      | OS s -> (match b with
                 | OS t1 -> fs s t1
                 | _ -> None)
      | _ -> None))

(** val arguments_of :
    (positive -> object0 option) -> key list -> positive list -> arguments
    option **)

let rec arguments_of t0 ks l =
  match ks with
  | [] -> (match l with
           | [] -> Some NoArgument
           | _ :: _ -> None)
  | k :: ks0 ->
    let (x, o) = k in
    (match o with
     | Some n0 ->
       (match l with
        | [] -> None
        | p :: l0 ->
          bind (t0 p) (fun o0 ->
            bind (arguments_of t0 ks0 l0) (fun r ->
              match o0 with
              | OM (m, t1) ->
                guard (Nat.eqb n0 m) (Some (MapFor (x, n0, t1, r)))
              | _ -> None)))
     | None ->
       (match l with
        | [] -> None
        | p :: l0 ->
          bind (integer_row t0 p) (fun i ->
            bind (arguments_of t0 ks0 l0) (fun r -> Some (IntegerFor (x, i,
              r))))))

(** val distinct : name list -> bool **)

let rec distinct = function
| [] -> true
| x :: l0 -> (&&) (negb (existsb (Pos.eqb x) l0)) (distinct l0)

(** val make : (positive -> object0 option) -> row -> object0 option **)

let make t0 = function
| RNum z0 -> Some (OI (Num z0))
| RVar x -> Some (OI (Var x))
| RBound j -> Some (OI (Bound j))
| RAdd (p, q) ->
  two t0 (fun s t1 -> Some (OI (Add (s, t1)))) (fun s t1 -> Some (OS (SAdd
    (s, t1)))) p q
| RMul (p, q) ->
  two t0 (fun s t1 -> Some (OI (Mul (s, t1)))) (fun s t1 -> Some (OS (SMul
    (s, t1)))) p q
| RDiv (p, q) ->
  two t0 (fun s t1 -> Some (OI (Div (s, t1)))) (fun _ _ -> None) p q
| RMod (p, q) ->
  two t0 (fun s t1 -> Some (OI (Mod (s, t1)))) (fun _ _ -> None) p q
| RNat n0 -> Some (OS (Nat n0))
| REntry (x, l) ->
  bind (all (integer_row t0) l) (fun l' -> Some (OS (Entry (x, l'))))
| RApply (f, p) -> bind (scalar_row t0 p) (fun s -> Some (OS (Apply (f, s))))
| RBracket p ->
  bind (formula_row t0 p) (fun f ->
    match f with
    | EqI (a, b) -> Some (OS (Bracket (false, a, b)))
    | EqS (_, _) -> None
    | Le (a, b) -> Some (OS (Bracket (true, a, b))))
| RSum (p, q, r0) ->
  bind (integer_row t0 p) (fun lo ->
    bind (integer_row t0 q) (fun hi ->
      bind (scalar_row t0 r0) (fun t1 -> Some (OS (Sum (lo, hi, t1))))))
| RMap (n0, p) -> bind (scalar_row t0 p) (fun t1 -> Some (OM (n0, t1)))
| RDefine (d, p, ks) ->
  bind (scalar_row t0 p) (fun t1 ->
    guard
      ((&&) (distinct (map fst ks))
        (scalar_within (has_i ks) (has_t ks) O t1)) (Some (OD (d, t1, ks))))
| RUse (p, l) ->
  bind (t0 p) (fun o ->
    match o with
    | OD (d, t1, ks) ->
      bind (arguments_of t0 ks l) (fun a -> Some (OS (Use (d, t1, a))))
    | _ -> None)
| REq (p, q) ->
  two t0 (fun s t1 -> Some (OF (EqI (s, t1)))) (fun s t1 -> Some (OF (EqS (s,
    t1)))) p q
| RLe (p, q) ->
  two t0 (fun s t1 -> Some (OF (Le (s, t1)))) (fun _ _ -> None) p q

(** val distinct_keys : key list -> bool **)

let rec distinct_keys = function
| [] -> true
| k :: l0 -> (&&) (negb (existsb (key_eqb k) l0)) (distinct_keys l0)

(** val subst_of :
    (positive -> object0 option) -> (key * positive) list -> arguments option **)

let subst_of t0 l =
  arguments_of t0 (map fst l) (map snd l)

(** val aclosed : arguments -> bool **)

let aclosed a =
  arguments_within yes_i yes_t O a

(** val infer :
    (positive -> object0 option) -> (positive -> sequent option) -> step ->
    sequent option **)

let infer t0 s = function
| SAssume f -> bind (formula_row t0 f) (fun f0 -> Some (assume f0))
| SCut (s1, t1) -> bind (s s1) (fun s2 -> bind (s t1) (fun t2 -> cut s2 t2))
| SCases (f, s1, t1) ->
  bind (formula_row t0 f) (fun f0 ->
    bind (s s1) (fun s2 -> bind (s t1) (fun t2 -> cases f0 s2 t2)))
| SInstantiate (t1, l) ->
  bind (s t1) (fun t2 ->
    bind (subst_of t0 l) (fun a ->
      guard ((&&) (distinct_keys (map fst l)) (aclosed a)) (Some
        (instantiate a t2))))
| SRing (p, q) ->
  bind (t0 p) (fun a ->
    bind (t0 q) (fun b ->
      match a with
      | OI s1 -> (match b with
                  | OI t1 -> ring_integers s1 t1
                  | _ -> None)
      | OS s1 -> (match b with
                  | OS t1 -> ring_scalars s1 t1
                  | _ -> None)
      | _ -> None))
| SRewrite (s1, t1, f, k) ->
  bind (s s1) (fun s2 ->
    bind (s t1) (fun t2 ->
      bind (formula_row t0 f) (fun f0 -> rewrite s2 t2 f0 k)))
| SCone (f, ps, qs) ->
  bind (formula_row t0 f) (fun f0 ->
    bind
      (all (fun nl -> bind (all s (snd nl)) (fun l -> Some ((fst nl), l))) ps)
      (fun ps0 ->
      bind
        (all (fun pt ->
          bind (integer_row t0 (fst pt)) (fun p ->
            bind (s (snd pt)) (fun t1 -> Some (p, t1)))) qs) (fun qs0 ->
        cone f0 ps0 qs0)))
| SUnderSum (t1, k, lo, hi) ->
  bind (s t1) (fun t2 ->
    bind (integer_row t0 lo) (fun lo0 ->
      bind (integer_row t0 hi) (fun hi0 -> under_sum t2 k lo0 hi0)))
| SUnfold (p, d) ->
  bind (t0 p) (fun o ->
    bind (t0 d) (fun d0 ->
      match o with
      | OI t1 ->
        (match d0 with
         | OD (_, _, _) -> Some (unfold_in_integer t1)
         | _ -> None)
      | OS t1 ->
        (match d0 with
         | OD (d1, b, ks) -> unfold_in_scalar t1 d1 b ks
         | _ -> None)
      | _ -> None))
| SAxiom n0 -> Some (axiom n0)

type 'a table = 'a PositiveMap.t

(** val get : 'a1 table -> positive -> 'a1 option **)

let get m p =
  PositiveMap.find p m

(** val make_terms :
    row list -> positive -> object0 table -> object0 table option **)

let rec make_terms l n0 m =
  match l with
  | [] -> Some m
  | r :: l0 ->
    bind (make (get m) r) (fun o ->
      make_terms l0 (Pos.succ n0) (PositiveMap.add n0 o m))

(** val make_steps :
    (positive -> object0 option) -> step list -> positive -> sequent table ->
    sequent table option **)

let rec make_steps t0 l n0 m =
  match l with
  | [] -> Some m
  | s :: l0 ->
    bind (infer t0 (get m) s) (fun u ->
      guard (forallb closed (u.concl :: u.hyps))
        (make_steps t0 l0 (Pos.succ n0) (PositiveMap.add n0 u m)))

(** val subset : formula list -> formula list -> bool **)

let subset l l' =
  forallb (fun f -> member f l') l

(** val no_twice : formula list -> bool **)

let rec no_twice = function
| [] -> true
| f :: l0 -> (&&) (negb (member f l0)) (no_twice l0)

(** val make_claim :
    (positive -> object0 option) -> (positive -> sequent option) -> claim ->
    sequent option **)

let make_claim t0 s c =
  bind (all (formula_row t0) c.c_hyps) (fun h ->
    bind (formula_row t0 c.c_concl) (fun k ->
      bind (s c.c_step) (fun u ->
        guard
          ((&&)
            ((&&) ((&&) (no_twice h) (subset u.hyps h)) (subset h u.hyps))
            (same_formula k u.concl)) (Some { hyps = h; concl = k }))))

(** val check : certificate -> sequent list option **)

let check c =
  bind (make_terms c.terms XH PositiveMap.empty) (fun m ->
    bind (make_steps (get m) c.steps XH PositiveMap.empty) (fun s ->
      all (make_claim (get m) (get s)) c.claims))
