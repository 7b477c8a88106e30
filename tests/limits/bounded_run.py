"""Runs requests that ask for much, each in a process of its own: within so many seconds and bytes, or it failed.

    python bounded_run.py NAME ...      the requests of ``large_requests.REQUESTS`` by name; all of them without a name

One line of JSON for each: the name, what came of it, the seconds, and how many bytes its process held at most.  The
processes are forked from one that has symstride loaded, so that a request costs no start.
"""

from __future__ import annotations

import faulthandler
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECONDS = 10
"""What any request may take of a processor's time, so that a busy machine changes nothing."""

BYTES = 1_000_000_000
"""What its process may hold."""

_SPARE = 700_000_000
"""Address space beyond ``BYTES``: libraries reserve more than they use."""


def answered(request: Callable[[], object]) -> dict[str, Any]:
    """What came of a request: an answer, or a refusal by its four parts."""
    from symstride.errors import SymstrideError

    try:
        request()
    except SymstrideError as why:
        parts = {"asked": why.asked, "expected": why.expected, "got": why.got, "hint": why.hint}
        return {"refused": type(why).__name__, **parts}
    return {"refused": ""}


def run(name: str, request: Callable[[], object]) -> dict[str, Any]:
    """The same in a child, which is stopped after ``SECONDS`` and may not allocate much more than ``BYTES``."""
    reading, writing = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if not child:
        os.close(reading)
        _limited(name)
        try:
            came = answered(request)
        except BaseException as why:  # noqa: BLE001 -- whatever it is, it is the finding
            came = {"raised": f"{type(why).__name__}: {why}"[:300]}
        os.write(writing, json.dumps(came).encode()[:60_000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        text = pipe.read()
    _, status, usage = os.wait4(child, 0)
    came = json.loads(text) if text and not status else {"raised": f"no answer, ended by {status}"}
    return {"name": name, "seconds": round(time.monotonic() - start, 1), "bytes": usage.ru_maxrss * 1024, **came}


def _limited(name: str) -> None:
    faulthandler.register(signal.SIGXCPU)  # says where it hangs; the hard limit ends it
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    with Path("/proc/self/statm").open() as file:
        held = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    if not name.startswith(("torch", "keras")):  # which reserve address space by the gigabyte
        resource.setrlimit(resource.RLIMIT_AS, (held + BYTES + _SPARE,) * 2)


def main(names: list[str]) -> None:
    from large_requests import REQUESTS

    os.environ.setdefault("KERAS_BACKEND", "torch")
    frameworks = [f for f in ("torch", "keras") if any(name.startswith(f) for name in names)]
    for module in ("symstride.theorem", "symstride.cli", "numpy", *frameworks):
        importlib.import_module(module)
    for name in names or REQUESTS:
        print(json.dumps(run(name, REQUESTS[name])), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
