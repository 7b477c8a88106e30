"""The certificate checker: derives theorems again from nothing but a JSON text.

    {"format": "symstride-certificate-1",
     "about":  what the file says that it is about; read by people and by the statement builder, never by the rules,
     "terms":  [[tag, argument, ...], ...]          arguments as in ``terms.ARGUMENTS``, terms by position,
     "steps":  [[rule, argument, ...], ...]         arguments as in ``kernel.RULES``, terms and steps by position,
     "claims": [[name, [hypothesis, ...], conclusion, step], ...]}

Positions refer backwards only.  Every step and every term must serve a claim, every claim must be exactly what its
step proves, and the text must be canonical: writing the parsed data again gives the same characters, which refuses
duplicate keys, floats, NaN, stray spaces and hidden escapes in one test.

No text is deep: ``MAX_NESTING`` is counted before the text is parsed, so that the verdict depends on no interpreter's
stack.  No text keeps the checker busy for long: all it does is charged to ``terms.METER``, a row, and every mention
of an earlier one, by its free names or hypotheses; a claim by the size of its formulas; substitutions and normal
forms by what they write down.  Together that may be ``MAX_WORK``.

A certificate proves what its claims say, definitions included, not what its file is called.  Compare the claims with
a statement that you built yourself (``symstride.proof.statements`` builds them from ``about``).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final, NoReturn

from symstride.proof.kernel.rules import RULES, Theorem
from symstride.proof.kernel.terms import (
    ARGUMENTS,
    MAX_MESSAGE,
    METER,
    KernelError,
    Key,
    Term,
    is_name,
    is_number,
    make,
    names_of,
    require,
)

FORMAT: Final = "symstride-certificate-1"
FIELDS: Final = ("format", "about", "terms", "steps", "claims")
MAX_BYTES: Final = 16 * 2**20
"""Longest certificate text that is looked at."""
MAX_NESTING: Final = 100
"""Most lists and objects around one value of the text."""
MAX_WORK: Final = 5_000_000
"""Most work, as ``terms.METER`` counts it, that all rows together may be: no short text runs long."""


class Refused(KernelError):
    """The certificate was refused at ``where``, for instance ``steps[12]``."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why[:MAX_MESSAGE]}")
        self.where, self.why = where, why


@dataclass(frozen=True, slots=True)
class Replay:
    """What a certificate proves: theorems by claim name, in order, and what was used for them.

    ``work`` is what checking it was, at most ``MAX_WORK``; the same in every replay.
    """

    about: Mapping[str, Any]
    claims: Mapping[str, Theorem]
    steps: int
    terms: int
    rules: Mapping[str, int]
    axioms: tuple[str, ...]
    work: int


def canonical(data: object) -> str:
    """The one text of the data: no spaces, ASCII only, keys in the order in which they stand."""
    return json.dumps(data, separators=(",", ":"), allow_nan=False)


def replay(text: str) -> Replay:
    """Check a certificate text.  Raises ``Refused``, saying where, if anything at all is amiss."""
    if type(text) is not str:
        raise Refused("file", "a certificate is a text")
    if len(text) > MAX_BYTES:
        raise Refused("file", f"longer than {MAX_BYTES} characters")
    METER.restart(MAX_WORK)
    try:
        require(_nesting(text) <= MAX_NESTING, "nested too deeply")
        data = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
        if canonical(data) != text.removesuffix("\n"):
            raise Refused("file", "not the canonical text of its data (duplicate keys, spaces or other spellings)")
        return _Checker(data).run()
    except Refused:
        raise
    except (RecursionError, MemoryError) as why:
        raise Refused("file", f"too deeply nested or too large ({type(why).__name__})") from None
    except (ValueError, KernelError) as why:
        raise Refused("file", f"not a certificate: {why}") from None
    finally:
        METER.restart()


_ESCAPE: Final = re.compile(r"\\.", re.DOTALL)
_NO_BRACKETS: Final = re.compile(r'"[^"]*"?|[^"\[\]{}]+')
"""A string without escapes, closed or not, or what stands between strings and brackets."""


def _nesting(text: str) -> int:
    """How many brackets are open at once, at most, those inside strings left out.

    Exact as far as the text is JSON: nothing outside a string has a backslash there.
    """
    brackets = _NO_BRACKETS.sub("", _ESCAPE.sub("", text))
    return max(accumulate(1 if bracket in "[{" else -1 for bracket in brackets), default=0)


def _no_float(text: str) -> NoReturn:
    raise KernelError(f"{text[:40]} is not an integer")


class _Checker:
    """One pass over a certificate; every malformed place raises ``KernelError``."""

    def __init__(self, data: Any) -> None:
        require(type(data) is dict and tuple(data) == FIELDS, "the fields are not", ", ".join(FIELDS))
        require(data["format"] == FORMAT, "the format is not", FORMAT)
        self.data = data
        self.terms: list[Term] = []
        self.steps: list[Theorem] = []
        self.used_terms: set[int] = set()
        self.used_steps: set[int] = set()

    def run(self) -> Replay:
        require(type(self.data["about"]) is dict, "about is not an object")
        _check_about(self.data["about"])
        self._each("terms", self.data["terms"], self._add_term)
        self._each("steps", self.data["steps"], self._add_step)
        claims: dict[str, Theorem] = {}
        self._each("claims", self.data["claims"], lambda row: self._claim(row, claims))
        require(len(claims) > 0, "no claim is made")
        require(len(self.used_terms) == len(self.terms), "a term serves nothing")
        require(len(self.used_steps) == len(self.steps), "a step serves nothing")
        rules = Counter(theorem.step[0] for theorem in self.steps)
        axioms = sorted({theorem.step[1][0] for theorem in self.steps if theorem.step[0] == "axiom"})
        counts = len(self.steps), len(self.terms), dict(rules)
        return Replay(self.data["about"], claims, *counts, tuple(axioms), METER.work)

    def _each(self, field: str, rows: Any, check: Callable[[Any], None]) -> None:
        for position, row in enumerate(_list(rows)):
            try:
                check(row)
            except KernelError as why:
                raise Refused(f"{field}[{position}]", str(why)) from None

    def _add_term(self, row: Any) -> None:
        term = self._term_row(row)
        self.terms.append(term)
        METER.spend(1 + len(term.free))

    def _add_step(self, row: Any) -> None:
        theorem = self._step_row(row)
        self.steps.append(theorem)
        METER.spend(1 + len(theorem.hyps))

    def _term(self, position: Any) -> Term:
        term = self.terms[_noted(self.terms, self.used_terms, position)]
        METER.spend(1 + len(term.free))
        return term

    def _step(self, position: Any) -> Theorem:
        theorem = self.steps[_noted(self.steps, self.used_steps, position)]
        METER.spend(1 + len(theorem.hyps))
        return theorem

    def _term_row(self, row: Any) -> Term:
        tag, *args = _row(row)
        letters = ARGUMENTS.get(tag)
        if letters is None:
            raise KernelError(f"no such node: {tag!r:.80}")
        if letters[-1] == "*":
            letters = letters[:-1] + "*" * (len(args) - len(letters) + 1)
        require(len(letters) == len(args), "wrong length for", tag)
        return make(tag, *(self._term_argument(letter, x) for letter, x in zip(letters, args)))

    def _term_argument(self, letter: str, x: Any) -> Any:
        if letter in "z#n$":
            return x
        return tuple(_key(pair) for pair in _list(x)) if letter == "P" else self._term(x)

    def _step_row(self, row: Any) -> Theorem:
        name, *args = _row(row)
        rule = RULES.get(name)
        if rule is None:
            raise KernelError(f"no such rule: {name!r:.80}")
        require(len(rule.kinds) == len(args), "wrong length for", name)
        return rule(*(self._step_argument(kind, x) for kind, x in zip(rule.kinds, args)))

    def _step_argument(self, kind: str, x: Any) -> Any:
        match kind:
            case "theorem":
                return self._step(x)
            case "name":
                return x
            case "key":
                return _key(x)
            case "substitution":
                return tuple(((row[0], row[1]), self._term(row[2])) for row in _rows(x, 3))
            case "products":
                return tuple((row[0], tuple(map(self._step, _list(row[1])))) for row in _rows(x, 2))
            case "equations":
                return tuple((self._term(row[0]), self._step(row[1])) for row in _rows(x, 2))
        return self._term(x)

    def _claim(self, row: Any, claims: dict[str, Theorem]) -> None:
        name, hyps, concl, step = _list(row, 4)
        require(_is_text(name) and name not in claims, "a claim has a name of its own")
        formulas = list(map(self._term, _list(hyps)))
        theorem = self._step(step)
        require(len(set(formulas)) == len(formulas), "a hypothesis is given twice")
        same = frozenset(formulas) == theorem.hyps and self._term(concl) is theorem.concl
        require(same, "the step proves another statement:", theorem)
        METER.spend(sum(f.size for f in (*theorem.hyps, theorem.concl)))
        require_one_meaning(theorem)
        claims[name] = theorem


def _noted(made: Sized, used: set[int], position: Any) -> int:
    """The position of an earlier row, noted as used; anything else is refused."""
    if type(position) is not int or not 0 <= position < len(made):
        raise KernelError(f"a reference to something not made yet: {position!r:.80}")
    used.add(position)
    return position


def _list(x: Any, length: int | None = None) -> list[Any]:
    require(type(x) is list and (length is None or len(x) == length), "malformed list")
    return x  # type: ignore[no-any-return]  # tested on the line above


def _rows(x: Any, width: int) -> list[list[Any]]:
    return [_list(row, width) for row in _list(x)]


def _row(x: Any) -> list[Any]:
    row = _list(x)
    require(len(row) > 0 and type(row[0]) is str, "a row begins with a name")
    return row


def _key(x: Any) -> Key:
    name, arity = _list(x, 2)
    return (name, arity)


def _is_text(x: Any) -> bool:
    return type(x) is str and x.isascii() and x.isprintable()


def _check_about(x: Any) -> None:
    """Printable ASCII, exact integers and names as keys: the same value for every JSON reader."""
    if type(x) is dict:
        require(all(map(is_name, x)), "about: a key is not a name")
        x = list(x.values())
    if type(x) is list:
        for item in x:
            _check_about(item)
    else:
        require(x is None or type(x) is bool or is_number(x) or _is_text(x), "about: not plain data")


def require_one_meaning(theorem: Theorem) -> None:
    """For the reader: in one statement every name means one variable, tensor, function or definition."""
    definitions: dict[str, Term] = {}
    functions: set[str] = set()
    seen: set[Term] = set()

    def visit(term: Term) -> None:
        if term in seen:
            return
        seen.add(term)
        if term.tag == "define":
            known = definitions.setdefault(term.args[0], term)
            require(known is term, "two definitions share the name", term.args[0])
        if term.tag == "apply":
            functions.add(term.args[0])
        for x in term.args:
            if type(x) is Term:
                visit(x)

    statement = (*theorem.hyps, theorem.concl)
    for formula in statement:
        visit(formula)
    names = [*definitions, *functions, *(name for name, _ in names_of(statement))]
    require(len(set(names)) == len(names), "one name means two things")
