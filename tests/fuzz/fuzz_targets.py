"""What is fuzzed: ``read`` on any text, ``replay`` on any certificate.  A target raises when it has found a crash.

A crash is any exception that is not a SymstrideError, or an answer that contradicts itself.  Inputs are bytes, so that
a coverage-guided fuzzer can make them, and so that those worth keeping lie in ``corpus/`` as files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import cache
from typing import Any

from mutation import mutant

from symstride import Conv, SymstrideError, prove, prove_general, read, replay
from symstride.proof.kernel.replay import canonical

# ------------------------------------------------------------------------------------------------ read


def read_target(data: bytes) -> str:
    """A text is refused, or gives a layer, of which a ``Conv`` survives being written down.  Answers what happened."""
    text = data.decode("utf-8", "surrogateescape")  # bytes that are no UTF-8 become lone surrogates: hostile too
    try:
        layer = read(text)
    except SymstrideError as refusal:
        _four_parts(refusal)
        return "refused"
    if isinstance(layer, Conv) and Conv.from_dict(json.loads(json.dumps(layer.to_dict()))) != layer:
        raise AssertionError(f"not the same layer when written down and read: {layer!r}")
    return "read"


def _four_parts(refusal: SymstrideError) -> None:
    if not all(isinstance(part, str) and part for part in refusal.args[:4]):
        raise AssertionError(f"a refusal with an empty part: {refusal.args!r}")


# ------------------------------------------------------------------------------------------------ replay


def replay_target(data: bytes) -> str:
    """A certificate is rejected, or accepted with its claims compared.  Answers what happened.

    Data that starts with a brace is the certificate's text.  Other data says how to change a genuine certificate.
    """
    text = data.decode("utf-8", "surrogateescape") if data[:1] == b"{" else changed_certificate(data)
    try:
        replay(text)
    except SymstrideError as refusal:
        _four_parts(refusal)
        return "refused"
    return "accepted"


@cache
def genuine() -> tuple[str, ...]:
    """Certificates to change: small theorems of the catalogue, and two layers."""
    layers = ("nn.Conv1d(2, 4, 2, stride=2, padding=1)", "nn.Conv1d(2, 4, k, stride=s, padding=p)")
    general = [prove_general(name, 1).certificate() for name in ("boundaries", "subsampling", "phase-lemma")]
    return (*general, *(prove(read(line)).certificate() for line in layers))


class Tape(random.Random):
    """Random choices read from bytes, so that the fuzzer's coverage leads them; zeros when the bytes run out."""

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data, self._place = data, 0

    def _take(self, count: int) -> int:
        taken = self._data[self._place : self._place + count]
        self._place += count
        return int.from_bytes(taken, "big")

    def getrandbits(self, k: int) -> int:
        return self._take((k + 7) // 8) & ((1 << k) - 1)

    def random(self) -> float:
        return self._take(2) / 2**16


HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 7, 2**53, 2**63, 10**400, 0.5, float("inf"), "", "w", "s", "x" * 65, "é", "\x00",
    "\ud800", [], {}, [[]], {"expr": "2*s"}, {"expr": "s**s"}, {"expr": "1/0"}, "same", "circular",
)  # fmt: skip
"""Values to put into what a certificate says that it is about."""


def changed_certificate(data: bytes) -> str:
    """One to three changes to a genuine certificate: to its terms, steps and claims, or to what it is about."""
    tape = Tape(data)
    text = tape.choice(genuine())
    for _ in range(tape.randint(1, 3)):
        try:
            text = _change_about(text, tape) if tape.random() < 0.3 else mutant(text, tape)[0]
        except (ValueError, IndexError, KeyError, TypeError, AttributeError):
            break  # an earlier change has left nothing of the kind that this one changes
    return text


def _change_about(text: str, tape: Tape) -> str:
    data = json.loads(text)
    holder, key = tape.choice(list(_places(data, "about")))
    match tape.randint(0, 2):
        case 0:
            del holder[key]
        case 1:
            holder[key] = tape.choice(HOSTILE)
        case _ if isinstance(holder, dict):
            holder[tape.choice([*map(str, holder), "extra", ""])] = holder[key]
        case _:
            holder.insert(key, holder[key])
    try:
        return canonical(data)
    except ValueError:
        return json.dumps(data)  # infinities, which the certificate's own writer refuses


def _places(holder: Any, key: Any) -> list[tuple[Any, Any]]:
    inside = holder[key]
    keys = list(inside) if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else []
    return [(holder, key), *(place for each in keys for place in _places(inside, each))]


TARGETS: dict[str, Callable[[bytes], str]] = {"read": read_target, "replay": replay_target}
