"""Forged certificates of equality are refused; and with any single check taken out of the checker, one is not.

A check is taken out of the code of its function, in memory.  An attack notices that when it is accepted then, or
refused by something else.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from time import perf_counter
from traceback import walk_tb
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from attacks import ATTACKS, GENUINE, Genuine
from certified_cases import cut, of, relus

from symstride.certifying.certificate import replay_equality
from symstride.equality.deciding import equal

CHECKER = [import_module(f"symstride.certifying.{name}")
           for name in ("certificate", "joining", "repeating", "settling", "sizes")]  # fmt: skip


CASES: dict[str, Genuine] = {**ATTACKS, **GENUINE}


def test_the_error_is_shared_among_what_is_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two segments that are decided are together no more often wrong than the certificate says."""
    asked: list[float] = []

    def noted(*sides: Any, error: float, **how: Any) -> Any:
        asked.append(error)
        return equal(*sides, error=error, **how)

    monkeypatch.setattr("symstride.equality.deciding.equal", noted)
    data = of((relus(4), relus(4)), *(cut(f"relu{n}", f"relu{n}", "decided") for n in (2, 4))) | {"error": 1e-3}
    report = replay_equality(data, relus(4), relus(4))
    assert asked == [0.5e-3, 0.5e-3]
    assert report.counts == {"decided": 2}
    assert all(0 < step.settled.error <= 0.5e-3 for step in report.steps)
    assert report.error == sum(step.settled.error for step in report.steps)


# ------------------------------------------------------------------------------------------------ one check less


@dataclass(frozen=True)
class Sabotage:
    """A function of the checker with one thing less: the line, and what is gone, a part of a condition perhaps."""

    module: ModuleType
    function: str
    line: int
    gone: str
    is_part: bool
    code: CodeType

    def __str__(self) -> str:
        return f"{self.module.__name__}:{self.line} {self.function}: {self.gone}"


def sabotages(module: ModuleType) -> Iterator[Sabotage]:
    """Each ``raise``, each call for its effect, and each part of an "and" or "or", left out by itself."""
    file = str(module.__file__)
    for holder in ast.parse(Path(file).read_text(encoding="utf-8")).body:
        for number in range(len(list(_places(holder)))):
            copy = deepcopy(holder)
            function, node, gone = list(_places(copy))[number]
            words = ast.unparse(gone)[:100]
            _leave_out(node, gone)
            code = _code_of(compile(ast.Module([copy], []), file, "exec"), function)
            yield Sabotage(module, function, gone.lineno, words, isinstance(gone, ast.expr), code)


def _places(holder: ast.stmt) -> Iterator[tuple[str, Any, Any]]:
    """(function, what holds it, what can be left out) in a function, or in those of a class."""
    for each in holder.body if isinstance(holder, ast.ClassDef) else [holder]:
        if isinstance(each, ast.FunctionDef):
            name = f"{holder.name}.{each.name}" if isinstance(holder, ast.ClassDef) else each.name
            yield from ((name, node, gone) for node, gone in _in_function(each))


def _in_function(function: ast.FunctionDef) -> Iterator[tuple[Any, Any]]:
    for node in ast.walk(function):
        for row in (getattr(node, name, None) for name in ("body", "orelse")):
            for one in row if isinstance(row, list) else ():
                if isinstance(one, ast.Raise) or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)):
                    yield row, one
        if isinstance(node, ast.BoolOp):
            yield from ((node, value) for value in node.values)


def _leave_out(holder: Any, gone: Any) -> None:
    """A part of an "and" is true instead, and one of an "or" false."""
    row = holder.values if isinstance(holder, ast.BoolOp) else holder
    other: Any = ast.Constant(isinstance(holder.op, ast.And)) if isinstance(holder, ast.BoolOp) else ast.Pass()
    row[next(number for number, one in enumerate(row) if one is gone)] = ast.copy_location(other, gone)


def _code_of(code: CodeType, name: str) -> CodeType:
    for part in name.split("."):
        code = next(each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == part)
    return code


def function_of(module: ModuleType, name: str) -> FunctionType:
    found: Any = module
    for part in name.split("."):
        found = found.__dict__[part]
    return getattr(found, "fget", found)  # of a property the function


@dataclass
class Course:
    """What comes out of one case, and what it runs of the checker.

    ``said`` is empty when it comes out as it has to, ``lines`` are those at which it is refused.
    """

    said: str = ""
    functions: set[str] = field(default_factory=set)
    lines: set[tuple[str, int]] = field(default_factory=set)
    seconds: float = 0.0


def course_of(case: Genuine) -> Course:
    files, found, start = {str(module.__file__) for module in CHECKER}, Course(), perf_counter()

    def watch(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_filename in files:
            found.functions.add(frame.f_code.co_qualname)

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        found.said, why = case.tried()
    finally:
        sys.settrace(before)
    errors = [] if why is None else [why, *([why.__context__] if why.__context__ else [])]
    found.lines = {(frame.f_code.co_qualname, line) for e in errors for frame, line in walk_tb(e.__traceback__)}
    found.seconds = perf_counter() - start
    return found


def is_noticed(sabotage: Sabotage, courses: Mapping[str, Course]) -> bool:
    """Whether a case comes out otherwise: those that are refused at the line are tried first, then the quick ones."""
    here = (sabotage.function, sabotage.line)
    names = [name for name in CASES if sabotage.function in courses[name].functions]
    names.sort(key=lambda name: (here not in courses[name].lines, courses[name].seconds))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(function_of(sabotage.module, sabotage.function), "__code__", sabotage.code)
        return any(CASES[name].tried()[0] for name in names)


UNREACHABLE = {
    "value.later(step) != moved[name]": "a hypothesis of the theorem that no known operator breaks",
}
"""Parts of checks that nothing known gets to, and why they stand there nevertheless."""

EVERY = [each for module in CHECKER for each in sabotages(module)]


def test_the_parts_that_nothing_gets_to_are_there() -> None:
    assert UNREACHABLE.keys() <= {each.gone for each in EVERY}


@pytest.mark.full
@pytest.mark.parametrize("are_parts", [False, True])
def test_each_attack_is_refused_in_its_words_and_without_any_single_check_one_is_not(are_parts: bool) -> None:
    """All in one test, since what the cases run is found out while they are tried."""
    courses = {name: course_of(case) for name, case in CASES.items()}
    assert {name: course.said for name, course in courses.items() if course.said} == {}
    tried = [each for each in EVERY if each.is_part is are_parts and each.gone not in UNREACHABLE]
    assert len(tried) > 60
    assert [str(each) for each in tried if not is_noticed(each, courses)] == []
