"""What a module asks for besides its input as it runs: the time, and random numbers.

No two runs need to agree on those, so a run that was like the graph says nothing of the next one.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from datetime import date
from types import FrameType, TracebackType
from typing import Any, Final

from symstride.errors import NotSupported

_CLOCKS: Final = frozenset({"today", "now", "utcnow", "fromtimestamp"})
_OF_THEIR_OWN: Final = ("torch", "logging", "threading", "warnings")
"""Packages that ask for the time on their own account."""

TAKEN_OUT: Final = ("numpy", "tolist", "_to_dlpack")
"""Methods of tensors that give their numbers to others than PyTorch, and that are no operators."""


class Watch:
    """``with Watch(asked) as watch:`` something runs; then ``watch.check()`` refuses what asked for time or chance.

    ``tensors`` are those whose methods in ``TAKEN_OUT`` were called.  No garbage is collected meanwhile, because that
    calls functions of others, which may look at the clock.
    """

    def __init__(self, asked: str) -> None:
        self.asked, self.questions, self.tensors = asked, list[str](), list[tuple[str, Any]]()

    def __enter__(self) -> Watch:
        self._before, self._profile, self._collects = _chance(), sys.getprofile(), gc.isenabled()
        gc.disable()
        sys.setprofile(self._see)
        return self

    def __exit__(self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None) -> None:
        sys.setprofile(self._profile)
        if self._collects:
            gc.enable()
        self.questions += [name for name, one in _chance().items() if one != self._before[name]]

    def _see(self, frame: FrameType, event: str, argument: Any) -> None:
        if event != "c_call":
            return
        name, owner = getattr(argument, "__name__", ""), getattr(argument, "__self__", None)
        if name in TAKEN_OUT and _home(frame) != "symstride":
            self.tensors.append((name, owner))
        asks = owner is time or (name in _CLOCKS and isinstance(owner, type) and issubclass(owner, date))
        if ((asks and name != "sleep") or argument is os.urandom) and _home(frame) not in _OF_THEIR_OWN:
            self.questions.append(f"{getattr(owner, '__name__', 'os')}.{name}")

    def check(self) -> None:
        """Raises ``NotSupported`` with the first question."""
        if self.questions:
            hint = "draw and take times outside; pass training=self.training to dropout, and call module.eval()"
            raise NotSupported(self.asked, "a forward that depends on its input alone", self.questions[0], hint)


def _home(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0]


def _chance() -> dict[str, Any]:
    """Where the generators of random numbers stand that everybody shares."""
    import numpy as np
    import torch

    shared: Any = np.random.get_state(legacy=False)
    return {
        "random numbers of Python": random.getstate(),
        "random numbers of NumPy": (shared["state"]["key"].tobytes(), shared["state"]["pos"]),
        "random numbers of PyTorch": torch.get_rng_state().numpy().tobytes(),
    }
