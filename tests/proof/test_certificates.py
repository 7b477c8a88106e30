"""Certificates: what is written is replayed to the same statements, and the same text is written every time."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from fuzzing import Prover, campaign
from soundness import check, lemmas, theorems

import symstride
from symstride.proof.certificate import certificate_text, derivation
from symstride.proof.kernel.replay import canonical, replay
from symstride.proof.kernel.rules import Theorem, axiom, instantiate
from symstride.proof.kernel.terms import make, num
from symstride.proof.language.syntax import entry, integer, mapping, variable
from symstride.proof.repeatable import digest


def _round_trip(name: str, theorem: Theorem) -> str:
    text = certificate_text({"claim": theorem}, {"theorem": name})
    result = replay(text)
    (again,) = result.claims.values()
    check(again.hyps == theorem.hyps and again.concl is theorem.concl, name, again)
    check(result.about == {"theorem": name})
    check(certificate_text({"claim": again}, {"theorem": name}) == text, "the replayed theorem is written otherwise")
    return text


def test_lemmas_survive_the_round_trip() -> None:
    for name, theorem in lemmas().items():
        _round_trip(name, theorem)


def test_theorems_survive_the_round_trip() -> None:
    for name, theorem in theorems().items():
        _round_trip(name, theorem)


@pytest.mark.full
def test_random_theorems_survive_the_round_trip(rng: Random) -> None:
    prover = Prover(rng, lemmas().values())
    campaign(prover, steps=300, samples=1)
    count = 0
    for theorem in prover.pool[len(prover.base) :]:
        text = certificate_text({"claim": theorem}, {})
        if "one name" not in str(_refusal(text)):
            _round_trip("random", theorem)
            count += 1
    check(count > 100, count)


def _refusal(text: str) -> Exception | None:
    try:
        replay(text)
    except Exception as why:  # noqa: BLE001  its text is what is wanted
        return why
    return None


def test_one_file_shares_the_steps_of_many_claims() -> None:
    proved = lemmas()
    together = replay(certificate_text(proved, {}))
    check(set(together.claims) == set(proved))
    apart = sum(replay(certificate_text({name: t}, {})).steps for name, t in proved.items())
    check(together.steps < 0.7 * apart, together.steps, apart)


def test_the_report_counts_what_was_used() -> None:
    theorem = lemmas()["empty_sum"]
    result = replay(certificate_text({"empty": theorem}, {}))
    check(sum(result.rules.values()) == result.steps)
    check(set(result.axioms) == {t.step[1][0] for t in derivation(theorem) if t.step[0] == "axiom"})
    check(result.terms > 0 and set(result.rules) <= {t.step[0] for t in derivation(theorem)})


def test_premises_come_first() -> None:
    seen: set[int] = set()
    for theorem in derivation(*lemmas().values()):
        name, args = theorem.step
        if name in ("cut", "rewrite"):
            check(all(id(premise) in seen for premise in args[:2]), theorem)
        seen.add(id(theorem))


# ------------------------------------------------------------------------------------------------ repeatable


def _many_new_hypotheses() -> Theorem:
    """Two hypotheses that no earlier step has written down: their order must not come from memory addresses."""
    values = ((variable("a"), integer("x + 1")), (variable("b"), integer("y*7")))
    return instantiate(axiom("antisymmetry"), values)


def _delta() -> Theorem:
    integers = tuple((variable(name), integer(x)) for name, x in (("lo", "p"), ("hi", "q"), ("e", "r")))
    return instantiate(axiom("sum_delta"), (*integers, (("f", 1), mapping(["i"], entry("w", "i + q")))))


@pytest.mark.parametrize("theorem", [_many_new_hypotheses, _delta], ids=["antisymmetry", "sum_delta"])
def test_the_text_does_not_depend_on_memory(theorem: Callable[[], Theorem]) -> None:
    texts, kept = set(), []
    for n in range(150):
        kept.append([bytearray(200) for _ in range(n % 17)])
        kept.append([make("le", make("var", f"v{n}"), num(j)) for j in range(n % 13)])
        texts.add(certificate_text({"claim": theorem()}, {}))
    check(len(texts) == 1, len(texts), "texts of one derivation")


SCRIPT = """
import sys
noise = [object() for _ in range(int(sys.argv[1]))]
from symstride.proof.certificate import certificate_text
from symstride.proof.repeatable import digest
from symstride.proof.lemmas import LEMMAS
from symstride.proof.theorems.catalogue import PROOFS, prove_theorem
if sys.argv[2] == "after other proofs":
    for name in reversed(PROOFS):
        prove_theorem(name, 3)
for name in PROOFS:
    for d in (1, 2):
        print(name, d, digest(certificate_text(prove_theorem(name, d).claims, {"theorem": name, "axes": d})))
"""


@pytest.mark.full
def test_every_process_writes_the_same_text() -> None:
    runs = [_digests(seed, noise, when) for seed, noise, when in (
        ("0", "0", "at once"), ("1", "1001", "after other proofs"), ("77", "54321", "at once"))]  # fmt: skip
    check(runs[0].count("\n") >= 8, runs[0])
    check(runs[0] == runs[1], "after other proofs", runs[0], runs[1])
    check(runs[0] == runs[2], "with another hash seed", runs[0], runs[2])


def _digests(hash_seed: str, noise: str, when: str) -> str:
    home = str(Path(symstride.__file__).resolve().parent.parent)
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": home}
    run = [sys.executable, "-c", SCRIPT, noise, when]
    return subprocess.run(run, env=env, capture_output=True, text=True, check=True, timeout=100).stdout


def test_the_digest_is_that_of_the_text() -> None:
    check(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


# ------------------------------------------------------------------------------------------------ canonical text


def test_the_text_is_canonical_ascii_on_one_line() -> None:
    text = certificate_text({"claim": lemmas()["div_unique"]}, {"note": "dots and commas, 7"})
    check(text.isascii() and text.endswith("}\n") and text.count("\n") == 1)
    check(canonical(json.loads(text)) + "\n" == text)


def test_replay_does_not_need_the_original() -> None:
    """The text alone: all terms of the derivation have been forgotten."""
    text = certificate_text({"claim": _delta()}, {})
    gc.collect()
    check("w[(r + q)]" in repr(replay(text).claims["claim"]))
