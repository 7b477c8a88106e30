"""Kernels with one check removed or one sign turned: the suites must notice each of them.

A sabotage is a change of text in a copy of the package; the tests named beside it run against the copy and have to
fail.  Random proofs hardly ever violate a side condition in a clever way, so most of these are noticed by a forgery
made for them, and some only by evaluating terms on numbers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import symstride

PACKAGE = Path(symstride.__file__).resolve().parent
TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent


@dataclass(frozen=True)
class Sabotage:
    """In ``file``, ``old`` becomes ``new``; ``why`` it must be noticed, ``by`` which test files it is."""

    file: str
    old: str
    new: str
    why: str
    by: tuple[str, ...]


def _of(file: str, *rows: tuple[str, str, str, str]) -> tuple[Sabotage, ...]:
    return tuple(Sabotage(file, old, new, why, tuple(by.split())) for old, new, why, by in rows)


TERMS = _of(
    "terms.py",
    # ------------------------------------------------------------------------ construction
    ("return type(x) is int and -MAX", "return isinstance(x, int) and -MAX",
     "True would be a number", "bool_for_int"),
    ("and -MAX_LITERAL <= x <= MAX_LITERAL", "",
     "numbers that JSON readers disagree on", "huge_integers"),
    ("NAME.fullmatch(x)", "NAME.match(x)",
     "a name might end in a newline", "names_with_line_ends"),
    ("return type(x) is str and NAME", "return isinstance(x, str) and NAME",
     "a name of another type could change its mind", "names_with_line_ends"),
    ("and len({key[0] for key in x}) == len(x)", "",
     "one parameter twice", "definition_parameters"),
    ('return type(term) is Term and term.sort == "L" and term.args[0] == key[1]',
     'return type(term) is Term and term.sort == "L"',
     "arity is a capture check", "arity_as_capture"),
    ('if key[1] == VARIABLE:\n        return is_term(term, "I")', 'if key[1] == VARIABLE:\n        return True',
     "a map for an integer", "value_of_another_sort"),
    ("require(size <= MAX_SIZE and depth <= MAX_DEPTH and len(free) <= MAX_NAMES, \"term too large\")",
     "require(depth <= MAX_DEPTH and len(free) <= MAX_NAMES, \"term too large\")",
     "2^60 nodes in sixty rows", "tree_bomb"),
    ("size <= MAX_SIZE and depth <= MAX_DEPTH and", "size <= MAX_SIZE and",
     "recursion would fail deep inside", "deep_nesting"),
    ("and len(free) <= MAX_NAMES", "",
     "sets of free names would fill the memory", "tree_bomb"),
    ("type(x) is int and 0 <= x <= MAX_ARITY", "type(x) is int and 0 <= x <= MAX_LITERAL",
     "a map of 2^53 indices hangs a message", "tree_bomb"),
    ("require(kids[0].sort == kids[1].sort, tag, \"mixes integers and scalars\")", "pass",
     "1 + f[1] has no meaning", "mixed_sorts"),
    ('require(kids[0].args[0].sort == "I", "a bracket holds a formula on integers")', "pass",
     "scalars have no decidable equality", "mixed_sorts"),
    ("loose = max(kids[0].loose, kids[1].loose, kids[2].loose - 1)", "loose = max(0, kids[2].loose - 1)",
     "a bound of a sum may have loose indices of its own", "loose_indices test_term_operations"),
    ("loose = max(0, loose - args[0])", "loose = 0",
     "a map may have loose indices of its own", "dependent_inner_range loose_indices"),
    ("loose == 0 and free <= set(args[2])", "loose == 0",
     "a definition with hidden dependence", "hidden_dependence_of_definition"),
    ("loose == 0 and free <= set(args[2])", "free <= set(args[2])",
     "a definition with a loose index", "hidden_dependence_of_definition"),
    ("fit = len(parameters) == len(args) - 1 and all(map(fits, parameters, args[1:]))", "fit = True",
     "arguments that do not fit", "definition_arguments"),
    ("free |= {(args[0], len(kids))}", "free |= {(args[0], 1)}",
     "tensors are told apart by arity", "hidden_dependence_of_definition"),
    # ------------------------------------------------------------------------ binders
    ("if node.loose <= depth:\n            return node\n        return make(\"bound\", node.args[0] + by)",
     "if node.loose == 0:\n            return node\n        return make(\"bound\", node.args[0] + by)",
     "lifting must leave bound indices alone", "test_term_operations"),
    ("return lift(values[j], depth) if j < n", "return values[j] if j < n",
     "a value put under binders is renumbered: open", "test_term_operations"),
    ('else make("bound", node.args[0] - n)', "else node",
     "indices beyond the opened binder move down", "test_term_operations"),
    ("return lift(values[node.args[0], VARIABLE], depth)", "return values[node.args[0], VARIABLE]",
     "a value put under binders is renumbered: variables", "test_term_operations"),
    ("open_binder(lift(values[key], depth).args[1], indices)", "open_binder(values[key].args[1], indices)",
     "a value put under binders is renumbered: maps", "test_term_operations"),
    ("indices = tuple(rebuild(x, leaf, depth) for x in node.args[1:])", "indices = node.args[1:]",
     "names inside the indices of a replaced tensor are replaced too", "test_term_operations"),
    ("(rebuild(x, leaf, depth) for x in node.args[1:])))", "node.args[1:]))",
     "uses inside the arguments of a use are unfolded too", "test_term_operations"),
    ('make("bound", depth + position[node.args[0], VARIABLE])', 'make("bound", position[node.args[0], VARIABLE])',
     "a name bound from under other binders", "test_term_operations variable_capture"),
    ("rebuild(body, leaf, depth + 1)", "rebuild(body, leaf, depth)",
     "a sum binds one index in its body", "test_term_operations"),
    ('make("sum", rebuild(lo, leaf, depth),', 'make("sum", rebuild(lo, leaf, depth + 1),',
     "a sum binds nothing in its bounds", "test_term_operations"),
    ("rebuild(args[1], leaf, depth + args[0])", "rebuild(args[1], leaf, depth + 1)",
     "a map binds as many indices as it has", "test_term_operations"),
    ('require(term.loose == 0, "only a term without loose indices can be bound")', "pass",
     "binding a term that has loose indices would catch them", "loose_indices"),
    # ------------------------------------------------------------------------ work
    ("if self.work > self.limit:", "if False:",
     "a short text that keeps the checker busy for days", "tree_bomb work_is_counted"),
    ("if self.work > self.limit:", "if self.work >= self.limit:",
     "a limit is the most that is allowed", "work_is_counted"),
    ("self.work, self.limit = 0, limit", "self.limit = limit",
     "one replay would pay for another", "test_work"),
    ("class Meter(local):", "class Meter:",
     "one thread would pay for another", "test_work"),
    ("    METER.spend(5 + len(args) + len(made.free))\n", "",
     "substitution is not free", "test_work tree_bomb work_is_counted"),
    ("5 + len(args) + len(made.free)", "5 + len(args)",
     "each new term has a set of names", "test_work"),
    ("    METER.spend(len(term.free))\n", "",
     "looking for names to replace is not free", "test_work work_is_counted"),
    ("        METER.spend(len(node.args))\n", "",
     "unfolding is not free", "test_work"),
    ('" ".join(map(str, message))[:MAX_MESSAGE]', '" ".join(map(str, message))',
     "messages of any length", "message_bomb"),
    # ------------------------------------------------------------------------ Python doors
    ('raise KernelError("terms are immutable")', "object.__setattr__(self, name, value)",
     "a term that is changed under a theorem", "assigned_attributes"),
    ('raise KernelError("terms are neither copied nor pickled; write a certificate")',
     "return object.__reduce_ex__(self, protocol)",
     "a copy of a term is not the term", "pickled_theorem"),
)  # fmt: skip

POLYNOMIALS = _of(
    "polynomials.py",
    ("quotient = x // y if y else 0", "quotient = int(x / y) if y else 0",
     "floor division, not truncation", "truncated_division test_term_operations"),
    ("quotient = x // y if y else 0", "quotient = x // y if y else x",
     "division by zero gives 0", "division_by_zero"),
    ('if formula.tag == "eq" and difference[0][1] < 0:', "if difference[0][1] < 0:",
     "the sign trick is wrong for <=", "sign_trick_on_at_most test_term_operations"),
    ('n == 0 if formula.tag == "eq" else n >= 0', 'n == 0 if formula.tag == "eq" else n > 0',
     "[a <= a] is 1", "test_term_operations"),
    ('return _atom("bracket", formula.tag, difference)', 'return _atom("bracket", "le", difference)',
     "[a = b] is not [a <= b]", "sign_trick_on_at_most"),
    ("total[monomial] = total.get(monomial, 0) + factor * c", "total[monomial] = total.get(monomial, 0) + c",
     "minus is not plus", "cone_combination test_term_operations"),
    ("powers[atom] = powers.get(atom, 0) + exponent", "powers[atom] = 1",
     "multiplication is not idempotent", "idempotence_by_ring"),
    ("total[product] = total.get(product, 0) + c * d", "total[product] = 1",
     "addition is not idempotent", "test_term_operations idempotence_by_ring"),
    ("return _atom(tag, *(normal(x)", 'args = args[1:] if tag == "sum" else args\n    return _atom(tag, *(normal(x)',
     "a sum depends on its lower bound", "reversed_sum_bounds"),
    ("return _atom(tag, *(normal(x)", 'tag = "entry" if tag == "apply" else tag\n    return _atom(tag, *(normal(x)',
     "a function is not a tensor", "function_for_tensor"),
    ("require(len(coefficients) <= MAX_POLYNOMIAL and small,", "require(small,",
     "a sum of monomials that fills the memory", "polynomial_bomb"),
    ("require(factors <= MAX_FACTORS, \"polynomial too large\")", "pass",
     "a product of long monomials that fills the memory", "polynomial_bomb"),
    ("all(c.bit_length() <= MAX_POLYNOMIAL for c in coefficients.values())", "True",
     "coefficients of a million bits", "polynomial_bomb"),
    ("    METER.spend(len(coefficients) + sum(map(len, coefficients)))\n", "",
     "writing a polynomial down is not free", "test_work"),
    ("len(coefficients) + sum(map(len, coefficients))", "len(coefficients)",
     "long monomials cost more than short ones", "test_work"),
    ("    METER.spend(len(p) * len(q) + factors)\n", "",
     "multiplying polynomials is not free", "test_work"),
    ("        METER.spend(term._form[1])\n", "",
     "the count would depend on what is remembered", "test_work"),
    ("    METER.spend(1)\n", "",
     "each node of a normal form costs something", "test_work"),
    ("difference = tuple((monomial, -c) for monomial, c in difference)",
     "difference = add_polynomials((), difference, -1)",
     "the count would depend on the order in which atoms were met", "test_work"),
)  # fmt: skip

KERNEL = _of(
    "rules.py",
    ('require(token is _TOKEN, "theorems are made by rules only")', "pass",
     "anybody could make theorems", "forged_token"),
    ('require(token is _TOKEN, "theorems are made by rules only")',
     'require(token == _TOKEN, "theorems are made by rules only")',
     "something equal to everything is not the token", "forged_token"),
    ('require(is_term(formula, "F") and formula.loose == 0, "not a closed formula:", formula)', "pass",
     "loose indices in theorems", "loose_indices"),
    ('require(len(hyps) <= MAX_HYPOTHESES, "too many hypotheses")', "pass",
     "hypotheses that fill the memory", "tree_bomb"),
    ('raise KernelError("theorems are neither copied nor pickled; replay the certificate")',
     "return object.__reduce_ex__(self, protocol)",
     "a theorem out of a pickle", "pickled_theorem"),
    ('require(RULES.get(self.name) is self, "not a rule of the kernel")', "pass",
     "rules of one's own", "added_rule"),
    ('require(admitted, f"{self.name} takes', 'require(True, f"{self.name} takes',
     "arguments of any kind", "negative_cone_coefficient bool_for_int"),
    ("lambda n: is_number(n) and n > 0,", "lambda n: is_number(n),",
     "a negative coefficient turns an inequality round", "negative_cone_coefficient"),
    ("    return type(x) is Theorem", '    return hasattr(x, "concl")',
     "a duck is no theorem", "subclassed_theorem"),
    # ------------------------------------------------------------------------ rules
    ('require(fact.concl in theorem.hyps, "cut: not a hypothesis of the second theorem:", fact.concl)', "pass",
     "cutting something else", "foreign_cut"),
    ("return fact.hyps | (theorem.hyps - {fact.concl}), theorem.concl",
     "return theorem.hyps - {fact.concl}, theorem.concl",
     "a cut keeps what the fact assumed", "foreign_cut test_rules_by_meaning"),
    ("return fact.hyps | (theorem.hyps - {fact.concl}), theorem.concl",
     "return (fact.hyps | theorem.hyps) - {fact.concl}, theorem.concl",
     "f |- f must keep f when it is cut with itself", "foreign_cut"),
    ('require(f.tag == "le" and yes.concl is no.concl,', 'require(f.tag == "le",',
     "two cases, two conclusions", "cases_that_do_not_cover"),
    ('require(f.tag == "le" and yes.concl is no.concl,', "require(yes.concl is no.concl,",
     "cases on an equation", "cases_that_do_not_cover"),
    ("(no.hyps - {less(b, a)})", "(no.hyps - {less(b, a), less(a, b)})",
     "a gap between the cases", "cases_that_do_not_cover"),
    ("(yes.hyps - {f}) |", "(yes.hyps - {f, less(a, b)}) |",
     "a gap between the cases", "cases_that_do_not_cover"),
    ('require(len(s) == len(values), "instantiate: a name is given twice")', "pass",
     "two values for one name", "name_given_twice"),
    ("require(fits(key, value) and value.loose == 0,", "require(fits(key, value),",
     "a value with a loose index is caught", "loose_indices dependent_inner_range"),
    ("require(fits(key, value) and value.loose == 0,", "require(value.loose == 0,",
     "arity is a capture check", "arity_as_capture"),
    ("return [substitute(h, s) for h in theorem.hyps], substitute(theorem.concl, s)",
     "return theorem.hyps, substitute(theorem.concl, s)",
     "hypotheses are instantiated too", "test_rules_by_meaning"),
    ("require(s.sort == t.sort and normal(s) == normal(t),", "require(normal(s) == normal(t),",
     "the integer 1 is not the scalar 1", "mixed_sorts"),
    ("require(s.sort == t.sort and normal(s) == normal(t),", "require(s.sort == t.sort,",
     "ring proves equal what normalises alike", "idempotence_by_ring swapped_taps"),
    ('require(equation.concl.tag == "eq", "rewrite: the first theorem is not an equation")', "pass",
     "rewriting with an inequality", "rewrite_elsewhere"),
    ('require(hole[1] == (VARIABLE if a.sort == "I" else 0), "rewrite: the hole has another sort")', "pass",
     "the hole has the sort of what fills it", "rewrite_elsewhere arity_as_capture"),
    ("require(filled(a) is theorem.concl,", "require(True,",
     "the template at a is the premise", "rewrite_elsewhere"),
    ("require(filled(a) is theorem.concl,", "require(filled(b) is theorem.concl,",
     "rewriting has a direction", "rewrite_elsewhere"),
    ("return equation.hyps | theorem.hyps, filled(b)", "return theorem.hyps, filled(b)",
     "rewriting keeps what the equation assumed", "test_rules_by_meaning"),
    ("return equation.hyps | theorem.hyps, filled(b)", "return equation.hyps, filled(b)",
     "rewriting keeps what the theorem assumed", "test_rules_by_meaning"),
    ('require(theorem.concl.tag == "le", "cone: a factor is not an inequality")', "pass",
     "an equation is no inequality", "cone_premises"),
    ('require(theorem.concl.tag == "eq" and theorem.concl.args[0].sort == "I",', "require(",
     "a scalar equation has no difference", "cone_premises"),
    ('require(theorem.concl.tag == "eq" and theorem.concl.args[0].sort == "I",', 'require(theorem.concl.tag == "eq",',
     "a scalar equation has no difference", "cone_premises"),
    ('require(f.tag == "le", "cone: the goal is not a <= b")', "pass",
     "a cone gives inequalities, not equations", "cone_premises"),
    ("require(_difference(f) == total,", "require(True,",
     "the combination is the goal", "cone_combination"),
    ("            hyps |= theorem.hyps\n        total = add_polynomials(total, product)",
     "        total = add_polynomials(total, product)",
     "a cone keeps what its inequalities assumed", "cone_combination test_rules_by_meaning"),
    ("_difference(theorem.concl)), -1)\n        hyps |= theorem.hyps", "_difference(theorem.concl)), -1)",
     "a cone keeps what its equations assumed", "cone_combination test_rules_by_meaning"),
    ("_difference(theorem.concl)), -1)", "_difference(theorem.concl)))",
     "the sign of an equation", "cone_combination"),
    ("require(scalars and v[1] == VARIABLE,", "require(v[1] == VARIABLE,",
     "there is no sum of integers", "sum_over_a_tensor_name"),
    ("require(scalars and v[1] == VARIABLE,", "require(scalars,",
     "a sum binds a variable, not a tensor", "sum_over_a_tensor_name"),
    ("for t in (lo, hi, *hyps)),", "for t in hyps),",
     "the index in a bound of its own sum", "index_in_bounds"),
    ("for t in (lo, hi, *hyps)),", "for t in (hi, *hyps)),",
     "the index in the lower bound of its own sum", "index_in_bounds"),
    ("for t in (lo, hi, *hyps)),", "for t in (lo, hi)),",
     "a hypothesis on the index leaks out of the sum", "hypothesis_leaks_from_sum"),
    ("hyps = theorem.hyps - {make(\"le\", lo, index), less(index, hi)}",
     "hyps = theorem.hyps - {make(\"le\", lo, index), less(index, hi), make(\"le\", index, hi)}",
     "hi itself is outside the range", "hypothesis_leaks_from_sum"),
    # ------------------------------------------------------------------------ axioms
    ('"mod_low": ((positive,), ', '"mod_low": ((), ',
     "a mod b is negative for negative b", "test_rules_by_meaning"),
    ('"mod_high": ((positive,), ', '"mod_high": ((), ',
     "a mod b is not below b for b <= 0", "test_rules_by_meaning"),
    ('"bracket_not_le": ((less(b, a),)', '"bracket_not_le": ((at_most(b, a),)',
     "[a <= a] is not 0", "test_rules_by_meaning"),
    ('"bracket_not_eq": ((less(a, b),)', '"bracket_not_eq": ((at_most(a, b),)',
     "[a = a] is not 0", "test_rules_by_meaning"),
    ('"sum_delta": ((at_most(lo, e), less(e, hi))', '"sum_delta": ((at_most(lo, e), at_most(e, hi))',
     "hi itself is outside the range", "test_rules_by_meaning"),
    ("total(total(f(inner, outer)), lo2, hi2)", "total(total(f(outer, inner)), lo2, hi2)",
     "swapping sums keeps each index in its place", "test_rules_by_meaning"),
    ('"antisymmetry": ((at_most(a, b), at_most(b, a))', '"antisymmetry": ((at_most(a, b),)',
     "a <= b alone is not a = b", "test_rules_by_meaning"),
    ("equal(a, plus(times(b, quotient), remainder))", "equal(a, plus(times(a, quotient), remainder))",
     "the division theorem", "test_rules_by_meaning"),
)  # fmt: skip

REPLAY = _of(
    "replay.py",
    ('if type(text) is not str:', "if not isinstance(text, str):",
     "a text of another type may change between two looks", "fields_of_a_certificate"),
    ('if canonical(data) != text.removesuffix("\\n"):', "if False:",
     "duplicate keys, spaces, other spellings", "duplicate_json_keys"),
    ("parse_float=_no_float, parse_constant=_no_float", "parse_constant=_no_float",
     "floats are not integers", "not_a_number_in_json float_for_int"),
    ('require(_nesting(text) <= MAX_NESTING, "nested too deeply")', "pass",
     "the interpreter's stack would decide what is too deep", "deep_nesting"),
    ("except (RecursionError, MemoryError) as why:", "except MemoryError as why:",
     "a caller with little stack left would see a crash", "deep_nesting"),
    ("require(type(data) is dict and tuple(data) == FIELDS,", "require(type(data) is dict and set(FIELDS) <= {*data},",
     "fields that nobody checks", "fields_of_a_certificate"),
    ('require(data["format"] == FORMAT, "the format is not", FORMAT)', "pass",
     "another format means something else", "fields_of_a_certificate"),
    ('require(len(claims) > 0, "no claim is made")', "pass",
     "success without a claim", "edited_certificate"),
    ('require(len(self.used_terms) == len(self.terms), "a term serves nothing")', "pass",
     "rows that serve nothing", "unused_rows"),
    ('require(len(self.used_steps) == len(self.steps), "a step serves nothing")', "pass",
     "steps that serve nothing", "unused_rows"),
    ("type(position) is not int or not 0 <= position < len(made)",
     "type(position) is not int or not position < len(made)",
     "references before the first row", "forward_references"),
    ("type(position) is not int or not 0", "not isinstance(position, int) or not 0",
     "true is not a position", "bool_for_int"),
    ("frozenset(formulas) == theorem.hyps and", "frozenset(formulas) >= theorem.hyps and",
     "a claim with more hypotheses than the step has", "edited_certificate"),
    ("frozenset(formulas) == theorem.hyps and", "frozenset(formulas) <= theorem.hyps and",
     "a claim without a hypothesis of the step", "edited_certificate missing_hypothesis"),
    (" and self._term(concl) is theorem.concl", " and self._term(concl) is not None",
     "a claim with another conclusion", "edited_certificate"),
    ('require(len(set(formulas)) == len(formulas), "a hypothesis is given twice")', "pass",
     "a claim has one spelling", "edited_certificate"),
    ('require(_is_text(name) and name not in claims,', "require(_is_text(name),",
     "two claims of one name", "edited_certificate"),
    ("return type(x) is str and x.isascii() and x.isprintable()", "return type(x) is str",
     "names that look alike, or that steer a terminal", "homoglyph_names edited_certificate"),
    ("        require_one_meaning(theorem)\n", "",
     "one name, two meanings in one statement", "one_name_two_meanings"),
    ('require(known is term, "two definitions share the name", term.args[0])', "pass",
     "two definitions of one name in one statement", "two_definitions_of_one_name"),
    ("METER.restart(MAX_WORK)\n", "METER.restart()\n",
     "a replay that may take any time", "tree_bomb work_is_counted"),
    ("    finally:\n        METER.restart()\n", "",
     "the limit of a replay would hold for whoever derives afterwards", "test_work"),
    ("        self.terms.append(term)\n        METER.spend(1 + len(term.free))\n",
     "        self.terms.append(term)\n",
     "rows of terms with many names are not free", "test_work"),
    ("        METER.spend(1 + len(term.free))\n        return term\n", "        return term\n",
     "mentions of terms with many names are not free", "test_work"),
    ("        self.steps.append(theorem)\n        METER.spend(1 + len(theorem.hyps))\n",
     "        self.steps.append(theorem)\n",
     "steps with many hypotheses are not free", "test_work"),
    ("        METER.spend(1 + len(theorem.hyps))\n        return theorem\n", "        return theorem\n",
     "mentions of many hypotheses are not free", "test_work work_is_counted"),
    ("METER.spend(sum(f.size for f in (*theorem.hyps, theorem.concl)))", "METER.spend(1)",
     "claims of one large theorem are not free", "test_work"),
    ("(*theorem.hyps, theorem.concl)))", "(theorem.concl,)))",
     "the hypotheses of a claim are read, too", "test_work"),
    ("require(len(letters) == len(args), \"wrong length for\", tag)", "pass",
     "rows with too many arguments", "edited_terms"),
    ('require(type(self.data["about"]) is dict, "about is not an object")', "pass",
     "a reader asks about for its fields", "fields_of_a_certificate"),
)  # fmt: skip

SABOTAGES = (*TERMS, *POLYNOMIALS, *KERNEL, *REPLAY)


@dataclass(frozen=True)
class Run:
    """What the tests said about a copy of the package."""

    code: int
    output: str

    @property
    def noticed(self) -> bool:
        """Tests ran, and at least one of them failed."""
        return self.code == 1 and "failed" in self.output


def patched(source: str, sabotage: Sabotage) -> str:
    """The source with the change; ``ValueError`` when its old text does not stand there exactly once."""
    if source.count(sabotage.old) != 1:
        raise ValueError(f"{sabotage.file} has {source.count(sabotage.old)} times: {sabotage.old}")
    return source.replace(sabotage.old, sabotage.new)


def copy_package(folder: Path, sabotage: Sabotage | None) -> Path:
    """A copy of the package, sabotaged; the folder to import it from."""
    shutil.copytree(PACKAGE, folder / "symstride", ignore=shutil.ignore_patterns("__pycache__"))
    if sabotage is not None:
        path = folder / "symstride" / "proof" / "kernel" / sabotage.file
        path.write_text(patched(path.read_text(), sabotage))
    return folder


def files(names: tuple[str, ...]) -> list[str]:
    """The test files of that name: refusals by their topic, others by their whole name."""
    found = [path for name in names for path in sorted(TESTS.glob(f"*/test_{name.removeprefix('test_')}.py"))]
    if len(found) != len(names):
        raise ValueError(f"no such test files: {names}")
    return list(map(str, found))


def run_tests(home: Path, names: tuple[str, ...], *options: str) -> Run:
    """Run test files against the package in ``home``, without their large runs: the quick ones have to notice.

    ``-P`` keeps the repository itself from the front of the path, where the untouched package lies.
    """
    env = {**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1", "SYMSTRIDE_FULL": "0"}
    pytest = [sys.executable, "-P", "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--tb=line"]
    place = ["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        [*pytest, *place, *options, *files(names)], env=env, cwd=home, capture_output=True, text=True, timeout=600
    )
    return Run(done.returncode, done.stdout + done.stderr)
