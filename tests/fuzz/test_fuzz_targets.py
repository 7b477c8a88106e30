"""Inputs that once crashed or come close, the genuine ones, and a seeded run without the fuzzer."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fuzz_targets import HOSTILE, TARGETS, Tape, changed_certificate, genuine, read_target, replay_target

CORPUS = Path(__file__).parent / "corpus"
KEPT = [(path.parent.name, path.name) for path in sorted(CORPUS.rglob("*")) if path.is_file()]


@pytest.mark.parametrize(("target", "name"), KEPT)
def test_a_kept_input(target: str, name: str) -> None:
    """The first word of the file's name says what has to become of it."""
    assert TARGETS[target]((CORPUS / target / name).read_bytes()) == name.partition("-")[0]


def test_every_target_has_inputs_of_both_kinds() -> None:
    kinds = Counter((target, name.partition("-")[0]) for target, name in KEPT)
    assert kinds["read", "read"] >= 5
    assert kinds["read", "refused"] >= 10
    assert kinds["replay", "refused"] >= 5


def test_genuine_certificates_are_accepted() -> None:
    assert {replay_target(text.encode()) for text in genuine()} == {"accepted"}


def test_changed_certificates_are_refused_without_a_crash(rng: random.Random) -> None:
    outcomes = Counter(replay_target(bytes([1]) + rng.randbytes(40)) for _ in range(300))
    assert outcomes["refused"] > 200, outcomes


def test_cut_and_spliced_texts_of_certificates(rng: random.Random) -> None:
    """Next to none is accepted: one whose change does not matter, such as the name of a variable that is replaced."""
    outcomes: Counter[str] = Counter()
    for text in genuine():
        for _ in range(40):
            start = rng.randrange(1, len(text))
            end = start + (1 if rng.random() < 0.5 else rng.randrange(1, len(text)))
            outcomes[replay_target((text[:start] + text[end:]).encode())] += 1
    assert outcomes["refused"] > 190, outcomes


LINES = [path.read_text() for path in sorted((CORPUS / "read").glob("read-*"))]
PIECES = "( ) , = . * ** ' \" [ ] { } 0 1 -1 2**70 k s :lambda: := \\ \n # é \x00 \ud800 None True 1e9 0x f'".split(" ")


def spoilt_lines(rng: random.Random, count: int) -> Iterator[str]:
    """Genuine lines with pieces put in, taken out, or exchanged with those of others."""
    for _ in range(count):
        line, other = rng.choice(LINES), rng.choice(LINES)
        start, end = sorted(rng.choices(range(len(line) + 1), k=2))
        yield rng.choice(
            [line[:start] + rng.choice(PIECES) + line[start:], line[:start] + line[end:], line[:start] + other[-end:]]
        )


def test_spoilt_lines_are_read_or_refused(rng: random.Random) -> None:
    outcomes = Counter(read_target(line.encode("utf-8", "surrogatepass")) for line in spoilt_lines(rng, 1500))
    assert min(outcomes["read"], outcomes["refused"]) > 50, outcomes


# ------------------------------------------------------------------------------------------------ the targets say no


def test_a_crash_of_read_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(text: str) -> Any:
        raise RecursionError

    monkeypatch.setattr("fuzz_targets.read", crashes)
    with pytest.raises(RecursionError):
        read_target(b"nn.Conv2d(3, 4, 5)")


def test_a_layer_that_changes_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from symstride import Conv

    monkeypatch.setattr(Conv, "from_dict", lambda data: None)
    with pytest.raises(AssertionError, match="not the same layer"):
        read_target(b"nn.Conv2d(3, 4, 5)")


def test_a_crash_of_replay_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(text: str) -> Any:
        raise KeyError("about")

    monkeypatch.setattr("fuzz_targets.replay", crashes)
    with pytest.raises(KeyError):
        replay_target(b"{}")


def test_a_tape_reads_its_bytes() -> None:
    assert [Tape(bytes([n])).randrange(16) for n in (0, 5, 15)] == [0, 5, 15]
    assert Tape(b"").randrange(1000) == 0
    assert len({changed_certificate(bytes([1, n]) * 20) for n in range(40)}) > 10


def test_every_hostile_value_can_be_written() -> None:
    for value in HOSTILE:
        json.dumps({"value": value})
