"""The kernel under ``python -O``, which removes every ``assert``: no side condition may be one.

Some forgeries of each kind, in a process of their own; ``python -O -m pytest tests/refusals`` runs all of them.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from soundness import check

import symstride
from symstride.proof.kernel import replay, terms
from symstride.proof.kernel import rules as kernel

SCRIPT = """
import copy, sys
from symstride.proof.kernel.rules import *
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.terms import *

if __debug__:
    sys.exit("not optimised")
num_0, num_1, v = num(0), num(1), var("v")
A, f = assume(make("le", var("a"), var("b"))), make("entry", "f", v)
one = make("nat", 1)
forgeries = [
    lambda: Theorem(None, frozenset(), make("le", num_1, num_0), ("x", ())),
    lambda: cut(A, assume(make("le", var("b"), var("a")))),
    lambda: cases(make("le", var("a"), var("b")), A, assume(make("le", var("b"), var("a")))),
    lambda: instantiate(axiom("sum_factor"), ((("c", 0), make("map", 1, make("entry", "f", make("bound", 0)))),)),
    lambda: ring(make("add", one, one), one),
    lambda: rewrite(A, A, A.concl, ("z", -1)),
    lambda: cone(make("le", var("b"), var("a")), ((-1, (A,)),), ()),
    lambda: cone(make("le", num_1, num_0), (), ()),
    lambda: under_sum(ring(f, f), ("v", -1), v, num_1),
    lambda: unfold(one, one),
    lambda: axiom("choice"),
    lambda: assume(make("le", make("bound", 0), num_1)),
    lambda: make("num", True),
    lambda: make("var", "a\\n"),
    lambda: make("define", "D", f, (("f", 1),)),
    lambda: copy.copy(A),
    lambda: replay('{"format":"symstride-certificate-1","about":{},"terms":[["num",1],["num",0],["le",0,1]],'
                   '"steps":[["cone",2,[],[]]],"claims":[["false",[],2,0]]}'),
]
for n, forgery in enumerate(forgeries):
    try:
        print("ACCEPTED", n, forgery())
    except KernelError as why:
        print("refused", n, why)
"""


@pytest.mark.parametrize("level", ["-O", "-OO"])
def test_forgeries_are_refused(level: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(symstride.__file__).resolve().parent.parent)}
    run = [sys.executable, level, "-c", SCRIPT]
    done = subprocess.run(run, env=env, capture_output=True, text=True, timeout=60)
    check(done.returncode == 0, done.stderr)
    check(done.stdout.count("refused") == 17 and "ACCEPTED" not in done.stdout, done.stdout)


@pytest.mark.parametrize("module", [terms, kernel, replay], ids=lambda m: m.__name__.split(".")[-1])
def test_nothing_trusted_is_an_assert(module: object) -> None:
    source = Path(str(module.__file__)).read_text()  # type: ignore[attr-defined]
    check(not any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source))))
    check("__debug__" not in source)
