"""Any certificate as a Rocq file: its claims as ordinary propositions, which follow because Rocq runs the checker.

The library's folder ``Kernel`` has our kernel as a function, ``check``, with the theorem that whatever it accepts is
true in every commutative semiring.  ``certificate_file`` writes the rows of a certificate as data for ``check``, and in
front of them what is claimed, spelt with sums and integers, the definitions included.

Nothing here is trusted.  The propositions are printed from ``proof.statements``, which look at no derivation; Rocq
compares each with what the checked row means.  A wrong translation does not compile.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeAlias

from symstride.errors import rejected
from symstride.export.rocq_notation import binders, comment, named_apart, number, tensor, trimmed, whole, wrapped
from symstride.proof.kernel.terms import ARGUMENTS, VARIABLE, Key, Term, make, names_of, num
from symstride.proof.repeatable import ordered
from symstride.proof.subject import Subject
from symstride.replaying import replay, subject_of

AXIOM_NAMES: Final = ("a", "b", "lo", "hi", "lo2", "hi2", "e", "c", "f", "g")
"""The names that the kernel's axioms speak of, in the order in which ``Kernel/Rules.v`` numbers them from 1."""

_HOW_TO_READ: Final = """\
First what is claimed, then the certificate, then the proof: Rocq runs [check] on the certificate, and by [check_sound]
whatever it accepts is true.  Each proposition is compared with what the checked claim means.

R is any commutative semiring with [+] and [*]; / and mod are floor division.  SUM lo <= v < hi, t is a finite sum, r0
when hi <= lo.  [=: a, b] and [<=: a, b] are r1 where a = b or a <= b, and r0 elsewhere."""


def certificate_file(text: str) -> str:
    """The Rocq file that proves what a certificate, given as its text, claims.

    It is replayed first, by our own kernel and against the statements of its subject: ``CertificateRejected`` if that
    refuses it.  The same certificate gives the same text.
    """
    if not text.lstrip().startswith("{"):  # else it would be taken for a path
        raise rejected("the text of a certificate", repr(text[:40]), "file")
    return rocq_of_certificate(text, subject_of(replay(text).about))


def rocq_of_certificate(text: str, subject: Subject, more: More | None = None) -> str:
    """The file for the text of a certificate that was replayed, with the statements of its subject.

    ``more`` writes what follows from them, behind their theorems.
    """
    data = json.loads(text)
    rows = _Rows(data["terms"], data["steps"])
    claims = [
        Claimed(name, ordered(hyps), concl, step)
        for (name, (hyps, concl)), (*_, step) in zip(subject.statements(), data["claims"], strict=True)
    ]
    names = _Names([formula for claim in claims for formula in (*claim.hypotheses, claim.conclusion)])
    head = comment(f"{_described(subject)}\n\n{_HOW_TO_READ}")
    return trimmed(head + named_apart(names.all, lambda chosen: RocqText(rows, claims, names, chosen, more).text()))


def _described(subject: Subject) -> str:
    """The title, and the details where it does not have them all."""
    lines = wrapped(subject.title)
    if any(line not in subject.title for line in subject.details):
        lines += ["", *(part for line in subject.details for part in wrapped(line, "    "))]
    return "\n".join(lines)


More: TypeAlias = Callable[["RocqText"], "Further"]

# ------------------------------------------------------------------------------------------------ the certificate


@dataclass(frozen=True)
class Claimed:
    """One statement, with the position of the step that proves it."""

    name: str
    hypotheses: Sequence[Term]
    conclusion: Term
    step: int


@dataclass(frozen=True)
class _Rows:
    """The rows of a certificate as data of ``Kernel/Checker.v``: position n is referred to as n + 1."""

    terms: list[list[Any]]
    steps: list[list[Any]]
    numbers: dict[str, int] = field(default_factory=lambda: {name: n for n, name in enumerate(AXIOM_NAMES, start=1)})

    @cached_property
    def made(self) -> list[Term]:
        """The term of each row, in order."""
        made: list[Term] = []
        for tag, *args in self.terms:
            letters = ARGUMENTS[tag].replace("*", "I" * len(args))  # beyond the fixed ones all arguments are terms
            made.append(make(tag, *(self._argument(letter, x, made) for letter, x in zip(letters, args))))
        return made

    @staticmethod
    def _argument(letter: str, x: Any, made: list[Term]) -> Any:
        if letter == "P":
            return tuple((name, arity) for name, arity in x)
        return x if letter in "z#n$" else made[x]

    @cached_property
    def position(self) -> Mapping[Term, int]:
        """Where each term stands."""
        return {term: n for n, term in enumerate(self.made)}

    def name(self, name: str) -> int:
        """The number of a name, the same throughout the file."""
        return self.numbers.setdefault(name, len(self.numbers) + 1)

    def key(self, key: Sequence[Any]) -> str:
        name, arity = key
        return f"({self.name(name)}, {'None' if arity == VARIABLE else f'Some {arity}%nat'})"

    def term_rows(self) -> Iterator[str]:
        for tag, *x in self.terms:
            yield self._term_row(tag, x)

    def _term_row(self, tag: str, x: list[Any]) -> str:
        match tag:
            case "num" | "nat" | "bound":
                shown = [number(x[0])]
            case "var":
                shown = [str(self.name(x[0]))]
            case "entry":
                shown = [str(self.name(x[0])), _at_each(x[1:])]
            case "apply":
                shown = [str(self.name(x[0])), _at(x[1])]
            case "map":
                shown = [str(x[0]), _at(x[1])]
            case "define":
                shown = [str(self.name(x[0])), _at(x[1]), _list(map(self.key, x[2]))]
            case "use":
                shown = [_at(x[0]), _at_each(x[1:])]
            case _:  # add, mul, div, mod, bracket, sum, eq, le
                shown = list(map(_at, x))
        return " ".join([f"R{tag.capitalize()}", *shown])

    def step_rows(self) -> Iterator[str]:
        for rule, *x in self.steps:
            yield self._step_row(rule, x)

    def _step_row(self, rule: str, x: list[Any]) -> str:
        match rule:
            case "instantiate":
                values = (f"({self.key(row[:2])}, {_at(row[2])})" for row in x[1])
                return f"SInstantiate {_at(x[0])} {_list(values)}"
            case "rewrite":
                return f"SRewrite {_at(x[0])} {_at(x[1])} {_at(x[2])} {self.key(x[3])}"
            case "cone":
                products = _list(f"({n}%Z, {_at_each(theorems)})" for n, theorems in x[1])
                return f"SCone {_at(x[0])} {products} {_list(f'({_at(p)}, {_at(theorem)})' for p, theorem in x[2])}"
            case "under_sum":
                return f"SUnderSum {_at(x[0])} {self.key(x[1])} {_at(x[2])} {_at(x[3])}"
            case "axiom":
                return f"SAxiom {x[0]}"
        return " ".join([f"S{rule.capitalize()}", *map(_at, x)])  # assume, cut, cases, ring, unfold

    def claim_row(self, claim: Claimed) -> str:
        hypotheses = [self.position[formula] for formula in claim.hypotheses]
        return f"Build_claim {_at_each(hypotheses)} {_at(self.position[claim.conclusion])} {_at(claim.step)}"


def _at(position: int) -> str:
    return str(position + 1)


def _at_each(positions: Iterable[int]) -> str:
    return _list(map(_at, positions))


def _list(items: Iterable[str]) -> str:
    return f"[{'; '.join(items)}]"


# ------------------------------------------------------------------------------------------------ names


class _Names:
    """Every name of the statements, apart from one another: variables and tensors, functions, definitions.

    A name that stands for several things, in different statements, is given underscores where it is not a variable.
    """

    def __init__(self, formulas: Iterable[Term]) -> None:
        self.functions: dict[str, str] = {}
        self.definitions: dict[Term, str] = {}
        self.functions_of: dict[Term, tuple[str, ...]] = {}
        variables: dict[str, None] = {}
        seen = parts(formulas)
        for term in seen:
            variables.update(dict.fromkeys(name for name, _ in (term.args[2] if term.tag == "define" else term.free)))
        self.taken = set(variables)
        for term in seen:
            if term.tag == "apply" and term.args[0] not in self.functions:
                self.functions[term.args[0]] = self._fresh(term.args[0])
        for term in seen:
            if term.tag == "define":
                self.definitions[term] = self._fresh(term.args[0])
        self.all = (*variables, *self.functions.values(), *self.definitions.values())

    def _fresh(self, name: str) -> str:
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name

    def functions_in(self, *terms: Term) -> tuple[str, ...]:
        """The arbitrary functions that terms mention, definitions included, in order."""
        found: dict[str, None] = {}
        for term in terms:
            if term not in self.functions_of:
                own = [term.args[0]] if term.tag == "apply" else []
                inside = self.functions_in(*(x for x in term.args if type(x) is Term))
                self.functions_of[term] = tuple(dict.fromkeys([*own, *inside]))
            found.update(dict.fromkeys(self.functions_of[term]))
        return tuple(found)


def parts(formulas: Iterable[Term]) -> dict[Term, None]:
    """Every part of formulas once, parts first: a definition behind those that it uses."""
    seen: dict[Term, None] = {}
    for formula in formulas:
        _collect(formula, seen)
    return seen


def _collect(term: Term, seen: dict[Term, None]) -> None:
    if term not in seen:
        for x in term.args:
            if type(x) is Term:
                _collect(x, seen)
        seen[term] = None


# ------------------------------------------------------------------------------------------------ the file


@dataclass(frozen=True)
class Further:
    """What stands behind the claims' theorems, and the names of its own."""

    text: str
    theorems: Sequence[str]


@dataclass(frozen=True)
class RocqText:
    """The file, with the Rocq name ``chosen`` for each of ``names``; ``more`` writes what follows from its theorems."""

    rows: _Rows
    claims: Sequence[Claimed]
    names: _Names
    chosen: Mapping[str, str]
    more: More | None

    def text(self) -> str:
        further = self.more(self) if self.more else Further("", [])
        proved = [f"statement_{n} theorem_{n}" for n in range(1, len(self.claims) + 1)]
        terms, steps = ";\n  ".join(self.rows.term_rows()), ";\n  ".join(self.rows.step_rows())
        claims = ";\n  ".join(map(self.rows.claim_row, self.claims))
        return "\n".join([
            f"From Symstride.Kernel Require Import {'Composition' if self.more else 'Readable'}.",
            "Open Scope Z_scope.\n",
            *map(self.definition, self.names.definitions),
            *(self.statement(n, claim) for n, claim in enumerate(self.claims, start=1)),
            comment("The certificate: terms, steps and claims by position, as in its JSON text, names as numbers.")
            + "Open Scope positive_scope.\n"
            f"Definition the_terms : list row := [\n  {terms}].\n"
            f"Definition the_steps : list step := [\n  {steps}].\n"
            f"Definition the_claims : list claim := [\n  {claims}].\n"
            "Definition the_certificate := {| terms := the_terms; steps := the_steps; claims := the_claims |}.\n"
            "Open Scope Z_scope.\n",
            comment("Rocq runs the checker, once to see what it proves, and once more for the proof that it does.")
            + "Definition sequents : list sequent :=\n"
            "  Eval vm_compute in match check the_certificate with Some proved => proved | None => [] end.\n"
            "Lemma checked : check the_certificate = Some sequents.\n"
            "Proof. vm_cast_no_check (eq_refl (Some sequents)). Qed.\n\n"
            "Strategy opaque [sum_between bracket of_natural].\n",
            *(self.theorem(n, claim) for n, claim in enumerate(self.claims, start=1)),
            *filter(None, [further.text]),
            f"Definition all_theorems := {_proved([*proved, *(f'_ {name}' for name in further.theorems)])}.\n"
            "Print Assumptions all_theorems.\n",
        ])  # fmt: skip

    # ------------------------------------------------------------ definitions and statements

    def definition(self, definition: Term) -> str:
        _, body, parameters = definition.args
        given = self._binders(self.names.functions_in(body), parameters)
        head = f"Definition {self.name_of(definition)} {{R : semiring}}{given} : {_type_of(body)} :="
        return "\n".join([*wrapped(head), *wrapped(f"{self.show(body)}.", "  "), ""])

    def statement(self, n: int, claim: Claimed) -> str:
        given = self._binders(*self.free(claim))
        lines = [f"{self.show(formula)} ->" for formula in claim.hypotheses]
        shown = [*wrapped(f"forall (R : semiring){given},", "  ")]
        for line in (*lines, f"{self.show(claim.conclusion)}."):
            shown += wrapped(line, "  ")
        return comment(claim.name) + f"Definition statement_{n} : Prop :=\n" + "\n".join(shown) + "\n"

    def theorem(self, n: int, claim: Claimed) -> str:
        functions, keys = self.free(claim)
        given = " ".join(["R", *map(self.function, functions), *(self.chosen[name] for name, _ in keys)])
        numbers = [(f"{self.rows.name(name)}%positive", self.chosen[name], arity) for name, arity in keys]
        integers = "".join(f"{name} => {value} | " for name, value, arity in numbers if arity == VARIABLE)
        tensors = "".join(
            f"{name}, {arity}%nat, {_list(_places(arity))} => {' '.join([value, *_places(arity)])} | "
            for name, value, arity in numbers
            if arity != VARIABLE
        )
        applied = "".join(
            f"if Pos.eqb the_name {self.rows.name(f)} then {self.function(f)} the_scalar else " for f in functions
        )
        proof = [
            f"exact (fun {given} => claim_true sequents checked {n - 1}%nat R",
            f"  (fun the_name the_scalar => {applied}the_scalar)",
            f"  {{| integer_at := fun the_name => match the_name with {integers}_ => 0 end;",
            "     tensor_at := fun the_name the_count the_places =>",
            f"       match the_name, the_count, the_places with {tensors}_, _, _ => r0 end |}}).",
        ]
        lines = [part for line in proof for part in wrapped(line, "  ")]
        return f"Theorem theorem_{n} : statement_{n}.\nProof.\n" + "\n".join(lines) + "\nQed.\n"

    def free(self, claim: Claimed) -> tuple[tuple[str, ...], list[Key]]:
        """The arbitrary functions of a statement, and its free names."""
        formulas = (*claim.hypotheses, claim.conclusion)
        return self.names.functions_in(*formulas), sorted(names_of(formulas))

    def _binders(self, functions: Iterable[str], keys: Iterable[Key]) -> str:
        """Functions first, then what is free."""
        typed = [(self.function(f), "R -> R") for f in functions]
        return binders([*typed, *((self.chosen[name], kind(arity)) for name, arity in keys)])

    def function(self, name: str) -> str:
        return self.chosen[self.names.functions[name]]

    def name_of(self, definition: Term) -> str:
        return self.chosen[self.names.definitions[definition]]

    # ------------------------------------------------------------ terms

    def show(self, term: Term, bound: tuple[str, ...] = ()) -> str:
        """A term or a formula; ``bound`` are the names of the enclosing binders, innermost first."""
        tag, args = term.tag, term.args
        match tag:
            case "num":
                return number(args[0])
            case "nat":
                return ("r0", "r1")[args[0]] if args[0] < 2 else f"of_natural {args[0]}%N"
            case "var":
                return self.chosen[args[0]]
            case "bound":
                index: int = args[0]
                return bound[index]
            case "entry":
                return " ".join([self.chosen[args[0]], *(self.operand(x, bound) for x in args[1:])])
            case "apply":
                return f"{self.function(args[0])} {self.operand(args[1], bound)}"
            case "add" | "mul":
                return self._chain(term, bound)
            case "div" | "mod":
                sign = "/" if tag == "div" else tag
                return f"{self.operand(args[0], bound)} {sign} {self.operand(args[1], bound)}"
            case "bracket":
                compared = "=" if args[0].tag == "eq" else "<="
                return f"[{compared}: {', '.join(self.show(x, bound) for x in args[0].args)}]"
            case "sum":
                v, lo, hi = f"v_{len(bound)}", self.show(args[0], bound), self.show(args[1], bound)
                return whole(f"SUM {lo} <= {v} < {hi},") + f" {self.show(args[2], (v, *bound))}"
            case "map":
                return self._map(term, bound)
            case "use":
                return self._use(term, bound)
            case "eq":
                left, right = (self.show(x, bound) for x in args)
                return f"{left} = {right}" if args[0].sort == "I" else f"{left} =\n{right} :> R"
        if args[0].tag == "add" and args[0].args[1] is num(1):  # a + 1 <= b
            return f"{self.show(args[0].args[0], bound)} < {self.show(args[1], bound)}"
        return f"{self.show(args[0], bound)} <= {self.show(args[1], bound)}"

    def operand(self, term: Term, bound: tuple[str, ...] = ()) -> str:
        """The same, in parentheses unless it is one word or closes itself."""
        shown = self.show(term, bound)
        return shown if term.tag == "bracket" or re.fullmatch(r"\w+|\(-\d+\)", shown) else f"({shown})"

    def _chain(self, term: Term, bound: tuple[str, ...]) -> str:
        """A sum or a product of several, to the left; a product within a sum needs no parentheses."""
        (left, right), tag = term.args, term.tag
        sign = {"add": "+", "mul": "*"}[tag]
        if tag == "add" and right.sort == "I" and _is_negative(right):
            sign, right = "-", _negated(right)
        if tag == "mul" and left is num(-1):  # Rocq unfolds both to one function
            return f"- {self.operand(right, bound)}"
        sign = sign if term.sort == "I" else f"[{sign}]"
        free = ("mul",) if tag == "add" else ()
        return f"{self._part(left, bound, (tag, *free))} {sign} {self._part(right, bound, free)}"

    def _part(self, term: Term, bound: tuple[str, ...], free: tuple[str, ...]) -> str:
        """An operand of an operation that binds less than those of ``free``, and than a function at its arguments."""
        if term.tag in (*free, "entry", "apply", "use", "nat"):
            return self.show(term, bound)
        return self.operand(term, bound)

    def _map(self, term: Term, bound: tuple[str, ...]) -> str:
        count, body = term.args
        if body.tag == "entry" and [(x.tag, *x.args) for x in body.args[1:]] == [("bound", n) for n in range(count)]:
            return self.chosen[body.args[0]]
        names = tuple(f"v_{len(bound) + n}" for n in range(count))
        shown = self.show(body, (*names, *bound))
        return f"fun {' '.join(names)} => {shown}" if names else shown

    def _use(self, term: Term, bound: tuple[str, ...]) -> str:
        definition, *values = term.args
        functions = [self.function(f) for f in self.names.functions_in(definition.args[1])]
        plain = not functions and all(arity == VARIABLE for _, arity in definition.args[2])
        over = ["(R := R)"] if plain else []  # nothing else tells which semiring
        return " ".join([self.name_of(definition), *over, *functions, *(self.operand(x, bound) for x in values)])


def _is_negative(term: Term) -> bool:
    """Whether adding it is shown as subtracting."""
    return term is num(-1) or (term.tag == "mul" and term.args[0] is num(-1))


def _negated(term: Term) -> Term:
    return num(1) if term.tag == "num" else term.args[1]


def _proved(theorems: Iterable[str]) -> str:
    return "[\n  " + ";\n  ".join(f"Proved {theorem}" for theorem in theorems) + "]"


def kind(arity: int) -> str:
    """The type of a free name."""
    return "Z" if arity == VARIABLE else tensor(arity)


def _type_of(term: Term) -> str:
    return "Z" if term.sort == "I" else "R"


def _places(arity: int) -> list[str]:
    return [f"place_{n}" for n in range(arity)]
