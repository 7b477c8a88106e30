(* symstride-check FILE...: checks certificates with the kernel that was extracted from Rocq, prints what they prove.
   symstride-check -q FILE...: prints a line for each, and no more.
   symstride-check -s: one certificate on each line of the input, one verdict on each line of the output.

   [check] in kernel.ml is proved sound.  What stands here reads JSON into its rows and prints the sequents that it
   answers with, from those sequents alone: these lines are to be believed. *)
open Kernel

exception Bad of string
let bad s = raise (Bad s)

(* ---- JSON: objects, arrays, strings without escapes of interest, integers, true, false, null *)
type json = Obj of (string * json) list | A of json list | Str of string | I of int | K of string

let parse text =
  let n = String.length text and i = ref 0 in
  let peek () = if !i < n then text.[!i] else bad "the text ends" in
  let next () = let c = peek () in incr i; c in
  let is_blank = function ' ' | '\n' | '\r' | '\t' -> true | _ -> false in
  let rec blank () = if !i < n && is_blank text.[!i] then (incr i; blank ()) in
  let expect c = if next () <> c then bad (Printf.sprintf "expected %c at %d" c (!i - 1)) in
  let word w v = String.iter expect w; v in
  let str () =
    expect '"';
    let b = Buffer.create 16 in
    let rec go () = match next () with
      | '"' -> Buffer.contents b
      | '\\' -> (let c = next () in Buffer.add_char b '\\'; Buffer.add_char b c; go ())
      | c -> Buffer.add_char b c; go () in
    go () in
  let rec value () =
    blank ();
    match peek () with
    | '{' -> incr i; blank (); if peek () = '}' then (incr i; Obj []) else
        let rec more acc = blank (); let k = str () in blank (); expect ':'; let v = value () in blank ();
          (match next () with
           | ',' -> more ((k, v) :: acc)
           | '}' -> Obj (List.rev ((k, v) :: acc))
           | _ -> bad "object") in
        more []
    | '[' -> incr i; blank (); if peek () = ']' then (incr i; A []) else
        let rec more acc = let v = value () in blank ();
          (match next () with ',' -> more (v :: acc) | ']' -> A (List.rev (v :: acc)) | _ -> bad "array") in
        more []
    | '"' -> Str (str ())
    | 't' -> word "true" (K "true") | 'f' -> word "false" (K "false") | 'n' -> word "null" (K "null")
    | _ ->
        let from = !i in
        if peek () = '-' then incr i;
        while !i < n && text.[!i] >= '0' && text.[!i] <= '9' do incr i done;
        if !i < n && (match text.[!i] with '.' | 'e' | 'E' -> true | _ -> false) then bad "not an integer";
        (match int_of_string_opt (String.sub text from (!i - from)) with Some k -> I k | None -> bad "number") in
  let v = value () in blank (); if !i <> n then bad "more text"; v

(* ---- numbers *)
let rec pos k = if k <= 1 then XH else if k land 1 = 1 then XI (pos (k / 2)) else XO (pos (k / 2))
let zed k = if k = 0 then Z0 else if k > 0 then Zpos (pos k) else Zneg (pos (-k))
let rec nat k = if k <= 0 then O else S (nat (k - 1))
let rec of_pos = function XH -> 1 | XO p -> 2 * of_pos p | XI p -> 2 * of_pos p + 1
let of_z = function Z0 -> 0 | Zpos p -> of_pos p | Zneg p -> - (of_pos p)
let rec of_nat : nat -> int = function O -> 0 | S n -> 1 + of_nat n

(* ---- names *)
let reserved = ["a"; "b"; "lo"; "hi"; "lo2"; "hi2"; "e"; "c"; "f"; "g"]
let names : (string, int) Hashtbl.t = Hashtbl.create 64
let texts : (int, string) Hashtbl.t = Hashtbl.create 64
let number s = match Hashtbl.find_opt names s with
  | Some k -> k
  | None -> let k = Hashtbl.length names + 1 in Hashtbl.add names s k; Hashtbl.add texts k s; k
let reset () = Hashtbl.reset names; Hashtbl.reset texts; List.iter (fun s -> ignore (number s)) reserved

let name = function Str s -> pos (number s) | _ -> bad "a name"
let text p = Hashtbl.find texts (of_pos p)

(* ---- rows *)
let natural = function I k when k >= 0 -> k | _ -> bad "a natural number"
let at j = pos (natural j + 1)
let small j = let k = natural j in if k > 100000 then bad "too large" else nat k
let key = function
  | A [n; I (-1)] -> (name n, None)
  | A [n; (I _ as a)] -> (name n, Some (small a))
  | _ -> bad "a key"
let list = function A l -> l | _ -> bad "a list"

let row = function
  | A [Str "num"; I k] -> RNum (zed k)
  | A [Str "var"; x] -> RVar (name x)
  | A [Str "bound"; j] -> RBound (small j)
  | A [Str "add"; p; q] -> RAdd (at p, at q)
  | A [Str "mul"; p; q] -> RMul (at p, at q)
  | A [Str "div"; p; q] -> RDiv (at p, at q)
  | A [Str "mod"; p; q] -> RMod (at p, at q)
  | A [Str "nat"; k] -> let k = natural k in RNat (if k = 0 then N0 else Npos (pos k))
  | A (Str "entry" :: x :: l) -> REntry (name x, List.map at l)
  | A [Str "apply"; f; p] -> RApply (name f, at p)
  | A [Str "bracket"; p] -> RBracket (at p)
  | A [Str "sum"; p; q; r] -> RSum (at p, at q, at r)
  | A [Str "map"; n; p] -> RMap (small n, at p)
  | A [Str "define"; d; p; A ks] -> RDefine (name d, at p, List.map key ks)
  | A (Str "use" :: d :: l) -> RUse (at d, List.map at l)
  | A [Str "eq"; p; q] -> REq (at p, at q)
  | A [Str "le"; p; q] -> RLe (at p, at q)
  | _ -> bad "a term row"

let axioms = ["antisymmetry", Antisymmetry; "division", Division; "mod_low", Mod_low; "mod_high", Mod_high;
  "bracket_le", Bracket_le; "bracket_not_le", Bracket_not_le; "bracket_not_eq", Bracket_not_eq;
  "sum_delta", Sum_delta; "sum_swap", Sum_swap; "sum_factor", Sum_factor; "sum_add", Sum_add]

let step = function
  | A [Str "assume"; f] -> SAssume (at f)
  | A [Str "cut"; s; t] -> SCut (at s, at t)
  | A [Str "cases"; f; s; t] -> SCases (at f, at s, at t)
  | A [Str "instantiate"; t; A l] ->
      SInstantiate (at t, List.map (function A [n; a; v] -> (key (A [n; a]), at v) | _ -> bad "a substitution") l)
  | A [Str "ring"; p; q] -> SRing (at p, at q)
  | A [Str "rewrite"; s; t; f; k] -> SRewrite (at s, at t, at f, key k)
  | A [Str "cone"; f; A ps; A qs] ->
      SCone (at f, List.map (function A [I n; A l] -> (zed n, List.map at l) | _ -> bad "products") ps,
             List.map (function A [p; t] -> (at p, at t) | _ -> bad "equations") qs)
  | A [Str "under_sum"; t; k; lo; hi] -> SUnderSum (at t, key k, at lo, at hi)
  | A [Str "unfold"; p; d] -> SUnfold (at p, at d)
  | A [Str "axiom"; Str n] -> (match List.assoc_opt n axioms with Some a -> SAxiom a | None -> bad "no such axiom")
  | _ -> bad "a step row"

let claim = function
  | A [Str n; A h; k; s] -> (n, { c_hyps = List.map at h; c_concl = at k; c_step = at s })
  | _ -> bad "a claim"

(* ---- the limits of the kernel in Python: size and height of a term, written out as a tree *)
let max_size = 200_000 and max_depth = 120
let limits rows =
  let n = Array.length rows in
  let size = Array.make n 1 and depth = Array.make n 1 in
  Array.iteri (fun k r ->
    let see p = let j = of_pos p - 1 in
      if j >= k then bad "a reference to something not made yet";
      size.(k) <- size.(k) + size.(j); depth.(k) <- max depth.(k) (depth.(j) + 1);
      if size.(k) > max_size || depth.(k) > max_depth then bad "term too large" in
    match r with
    | RNum _ | RVar _ | RBound _ | RNat _ -> ()
    | RAdd (p, q) | RMul (p, q) | RDiv (p, q) | RMod (p, q) | REq (p, q) | RLe (p, q) -> see p; see q
    | REntry (_, l) -> List.iter see l
    | RApply (_, p) | RBracket p | RMap (_, p) | RDefine (_, p, _) -> see p
    | RSum (p, q, r) -> see p; see q; see r
    | RUse (p, l) -> see p; List.iter see l) rows

let decode j =
  match j with
  | Obj ["format", Str "symstride-certificate-1"; "about", _; "terms", A ts; "steps", A ss; "claims", A cs] ->
      let cs = List.map claim cs in
      let names = List.map fst cs in
      if names = [] then bad "no claim is made";
      if List.length (List.sort_uniq compare names) < List.length names then bad "a claim has a name of its own";
      let rows = List.map row ts in
      limits (Array.of_list rows);
      (names, { terms = rows; steps = List.map step ss; claims = List.map snd cs })
  | _ -> bad "not a certificate"

let verify s =
  reset ();
  let ns, c = decode (parse s) in
  match check c with Some l -> List.combine ns l | None -> bad "refused"

(* ---- the sequents that were proved, as text *)
let definitions : (name * scalar, string) Hashtbl.t = Hashtbl.create 8
let rec i env : integer -> string = function
  | Num k -> string_of_int (of_z k)
  | Var x -> text x
  | Bound j -> List.nth env (of_nat j)
  | Add (a, Mul (Num (Zneg XH), b)) -> Printf.sprintf "(%s - %s)" (i env a) (i env b)
  | Add (a, b) -> Printf.sprintf "(%s + %s)" (i env a) (i env b)
  | Mul (a, b) -> Printf.sprintf "%s*%s" (i env a) (i env b)
  | Div (a, b) -> Printf.sprintf "(%s div %s)" (operand env a) (operand env b)
  | Mod (a, b) -> Printf.sprintf "(%s mod %s)" (operand env a) (operand env b)
and operand env t = match t with Mul _ -> Printf.sprintf "(%s)" (i env t) | _ -> i env t
let fresh env k = List.init k (fun j -> "v" ^ string_of_int (List.length env + j))
let rec s env = function
  | Nat N0 -> "0" | Nat (Npos p) -> string_of_int (of_pos p)
  | SAdd (a, b) -> Printf.sprintf "(%s + %s)" (s env a) (s env b)
  | SMul (a, b) -> Printf.sprintf "%s*%s" (s env a) (s env b)
  | Entry (x, []) -> text x
  | Entry (x, l) -> Printf.sprintf "%s[%s]" (text x) (String.concat ", " (List.map (i env) l))
  | Apply (f, t) -> Printf.sprintf "%s(%s)" (text f) (s env t)
  | Bracket (le, a, b) -> Printf.sprintf "[%s %s %s]" (i env a) (if le then "<=" else "=") (i env b)
  | Sum (lo, hi, t) -> let v = List.hd (fresh env 1) in
      Printf.sprintf "(sum %s <= %s < %s: %s)" (i env lo) v (i env hi) (s (v :: env) t)
  | Use (d, body, a) ->
      let vals = args env a and formal = params a in
      if not (Hashtbl.mem definitions (d, body)) then begin
        let head = Printf.sprintf "  %s(%s)" (text d) (String.concat ", " formal) in
        Hashtbl.add definitions (d, body) (Printf.sprintf "%s := %s" head (s [] body))
      end;
      Printf.sprintf "%s(%s)" (text d) (String.concat ", " vals)
and args env = function
  | NoArgument -> []
  | IntegerFor (_, t, r) -> i env t :: args env r
  | MapFor (_, n, t, r) -> let vs = fresh env (of_nat n) in
      Printf.sprintf "(%s -> %s)" (String.concat "," vs) (s (vs @ env) t) :: args env r
and params = function NoArgument -> [] | IntegerFor (x, _, r) | MapFor (x, _, _, r) -> text x :: params r
let f = function
  | EqI (a, b) -> i [] a ^ " = " ^ i [] b
  | EqS (a, b) -> s [] a ^ " = " ^ s [] b
  | Le (Add (a, Num (Zpos XH)), b) -> i [] a ^ " < " ^ i [] b
  | Le (a, b) -> i [] a ^ " <= " ^ i [] b

let sequent q =
  let hypotheses = String.concat ", " (List.map f q.hyps) in
  (if hypotheses = "" then "" else hypotheses ^ " ") ^ "|- " ^ f q.concl

(* ---- the program *)
let read file =
  let c = open_in_bin file in
  let t = really_input_string c (in_channel_length c) in
  close_in c; t

let refusal = function
  | Bad why -> why
  | Stack_overflow -> "nested too deeply"
  | Sys_error why -> why
  | other -> raise other

let answer line =
  match verify line with
  | proved -> Printf.sprintf "ok %d" (List.length proved)
  | exception why -> "no " ^ refusal why

let report quiet file =
  Hashtbl.reset definitions;
  match verify (read file) with
  | proved ->
      Printf.printf "%s: proved, %d claims\n" file (List.length proved);
      if not quiet then begin
        let lines = List.map (fun (name, q) -> Printf.sprintf "%s:\n  %s" name (sequent q)) proved in
        List.iter print_endline (List.sort compare (Hashtbl.fold (fun _ text all -> text :: all) definitions []));
        List.iter print_endline lines
      end;
      true
  | exception why -> Printf.printf "%s: refused (%s)\n" file (refusal why); false

let () =
  match List.tl (Array.to_list Sys.argv) with
  | ["-s"] -> (try while true do print_endline (answer (input_line stdin)) done with End_of_file -> ())
  | "-q" :: files -> exit (if List.for_all (fun ok -> ok) (List.map (report true) files) then 0 else 1)
  | files -> exit (if List.for_all (fun ok -> ok) (List.map (report false) files) then 0 else 1)
