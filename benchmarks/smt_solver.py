"""The integer lemmas of the package: z3 that decides them, the kernel's derivation of them, and its replay.

Both answer the same sequents: z3 is asked for integers that meet the hypotheses and break the conclusion, and finds
that there are none.  The two do different work.  z3 looks for an answer with nothing but the question; the derivation
follows a script that a person has written, and its result is a certificate, which the replay checks without the
script.  z3 leaves no proof that we check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from benchmarks.clock import rounds, timed_in_one_process
from benchmarks.record import Figure, Missing
from benchmarks.tools import installed, missing
from symstride.export.smt import is_integer_statement, smtlib
from symstride.proof import lemmas
from symstride.proof.kernel.rules import Theorem
from symstride.proof.repeatable import ordered

TOPIC = "z3 and the integer lemmas"
ROUNDS = 7
_PREPARE = """
from benchmarks.smt_solver import decide, lemmas, load_lemmas
from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.replay import replay
names = {names}
load_lemmas()
decide([])
"""
_DERIVE = "theorems = {name: lemmas.LEMMAS[name]() for name in names}"
_REPLAY = "replay(text)"
_DECIDE = "decide(theorems.values())"


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """All of them derived, and replayed, each against z3 that decides the same; imports are not counted."""
    names = [name for name, theorem in all_lemmas().items() if is_integer_statement(theorem.hyps, theorem.concl)]
    what = f"the {len(names)} integer lemmas of the package"
    if not installed("z3"):
        yield from missing(f"{what}, decided by z3", "z3")
        return
    prepare, write = _PREPARE.format(names=names), "text = certificate_text(theorems, {})"
    runs = [timed_in_one_process(prepare, (_DERIVE, write, _REPLAY, _DECIDE)) for _ in range(rounds(ROUNDS, quick))]
    derived, _, replayed, decided = (min(taken) for taken in zip(*runs, strict=True))
    yield Figure(f"{what}, derived by the kernel", derived, "z3 decides the same sequents", decided, topic=TOPIC)
    yield Figure(
        "the same, replayed from one certificate", replayed, "z3 decides the same sequents", decided, topic=TOPIC
    )


def all_lemmas() -> dict[str, Theorem]:
    """Every lemma of the package with its theorem, which is derived when it is first asked for."""
    load_lemmas()
    return {name: lemma() for name, lemma in lemmas.LEMMAS.items()}


def load_lemmas() -> None:
    """Import the modules that declare lemmas; nothing is derived by that."""
    for module in iter_modules(lemmas.__path__):
        import_module(f"{lemmas.__name__}.{module.name}")


def decide(theorems: Iterable[Theorem]) -> None:
    """Have z3 decide the sequents of the theorems; anything but "unsat" for one of them stops the run."""
    z3 = import_module("z3")
    for theorem in theorems:
        solver = z3.Solver()
        solver.from_string(smtlib(ordered(theorem.hyps), theorem.concl))
        if str(solver.check()) != "unsat":
            raise RuntimeError(f"z3 does not confirm {theorem}: nothing was measured")
