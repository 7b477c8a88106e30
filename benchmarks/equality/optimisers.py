"""What real optimisers make of small generated models and of the zoo: is it the same?  Differences are run."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import numpy as np

from benchmarks.equality.generated import generated
from symstride.equality.deciding import equal
from symstride.equality.verdict import Equality
from symstride.errors import SymstrideError
from symstride.network.digest import canonical_digest

_ORT = """
import onnxruntime as ort
options = ort.SessionOptions()
options.graph_optimization_level = ort.GraphOptimizationLevel.{level}
options.log_severity_level = 4
options.optimized_model_filepath = out
ort.InferenceSession(given, options, providers=["CPUExecutionProvider"])
"""

TOOLS: Mapping[str, str] = {
    "onnxoptimizer": "import onnx, onnxoptimizer\nonnx.save(onnxoptimizer.optimize(onnx.load(given)), out)",
    "onnxsim": "import onnx, onnxsim\nonnx.save(onnxsim.simplify(onnx.load(given))[0], out)",
    "onnxslim": "import onnx, onnxslim\nonnx.save(onnxslim.slim(onnx.load(given)), out)",
    "onnxscript": "import onnx, onnxscript.optimizer, onnxscript.rewriter\n"
    "onnx.save(onnxscript.rewriter.rewrite(onnxscript.optimizer.optimize(onnx.load(given))), out)",
    "onnxruntime, basic": _ORT.format(level="ORT_ENABLE_BASIC"),
    "onnxruntime, extended": _ORT.format(level="ORT_ENABLE_EXTENDED"),
}
"""Tool -> what is run with the two file names ``given`` and ``out``."""

PACKAGES = ("onnx", "onnxoptimizer", "onnxsim", "onnxslim", "onnxscript", "onnxruntime")

_MANY = """
import json, sys, traceback
tools = json.loads(sys.stdin.readline())
for line in sys.stdin:
    tool, given, out = json.loads(line)
    real = sys.stdout
    sys.stdout = sys.stderr
    try:
        exec(compile(tools[tool], tool, "exec"), {"given": given, "out": out})
        said = ""
    except Exception as why:
        said = f"{type(why).__name__}: {why}"
    sys.stdout = real
    print(json.dumps(said), flush=True)
"""
"""One process that runs a tool on one model after the other: starting it takes longer than most of the models."""

_VERSIONS = """
import json, sys
from importlib.metadata import version, PackageNotFoundError
found = {}
for name in json.loads(sys.stdin.readline()):
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
"""


class Tools:
    """A Python with the tools in it; ``python`` is its path."""

    def __init__(self, python: str) -> None:
        self.python = python
        self.process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [self.python, "-c", _MANY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True,
        )  # fmt: skip
        _pipe(process.stdin).write(json.dumps(dict(TOOLS)) + "\n")
        return process

    def run(self, tool: str, given: Path, out: Path) -> str:
        """What it said when it failed; empty when it wrote the model."""
        asked = _pipe(self.process.stdin)
        asked.write(json.dumps([tool, str(given), str(out)]) + "\n")
        asked.flush()
        line = _pipe(self.process.stdout).readline()
        if not line:  # it crashed, and takes this model with it
            self.process.wait()
            self.process = self._started()
            return "it crashed"
        said = json.loads(line)
        return str(said) or ("" if out.is_file() else "it wrote nothing")

    def versions(self) -> dict[str, str]:
        ran = subprocess.run(
            [self.python, "-c", _VERSIONS], input=json.dumps(PACKAGES) + "\n", capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        found: dict[str, str] = json.loads(ran.stdout)
        return found

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("a process without pipes")
    return stream


@dataclass
class Tally:
    """``counts[tool, outcome]``, seconds of reading and of deciding, and what was different or open, in words.

    Of the pairs ``decided`` were not the same as one before.
    """

    models: list[str] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    decided: int = 0
    words: list[str] = field(default_factory=list)
    reading: float = 0.0
    deciding: float = 0.0
    distances: list[float] = field(default_factory=list)

    def joined(self, data: Mapping[str, Any]) -> None:
        """Add what an earlier run found."""
        self.models = [*data["models"], *self.models]
        self.counts.update({(tool, outcome): n for tool, outcome, n in data["counts"]})
        self.decided += data["decided"]
        self.words = [*data["words"], *self.words]
        self.reading += data["reading"]
        self.deciding += data["deciding"]
        self.distances.append(data["largest distance"])


def campaign(
    models: Iterator[tuple[str, Any]], tools: Tools, seed: int, told: Callable[[str], None] = lambda line: None
) -> Tally:
    """Every tool on every model, each pair decided, and each difference run.

    Where two tools write the same network, node by node and number by number, it is decided once for both.
    """
    tally = Tally()
    for name, model in models:
        tally.models.append(name)
        with tempfile.TemporaryDirectory() as place:
            given = Path(place) / "in.onnx"
            given.write_bytes(model.SerializeToString())
            known = dict[str, Equality]()
            for tool in TOOLS:
                out = Path(place) / f"{len(tally.counts)}.onnx"
                said = tools.run(tool, given, out)
                outcome, words = ("tool failed", said) if said else _judged(given, out, seed, tally, known)
                tally.counts[tool, outcome] += 1
                if outcome not in ("equal", "equal up to rounding"):
                    tally.words.append(f"{name}, {tool}: {outcome}: {words}")
                told(f"{name}, {tool}: {outcome}")
                out.unlink(missing_ok=True)
    return tally


def _judged(given: Path, out: Path, seed: int, tally: Tally, known: dict[str, Equality]) -> tuple[str, str]:
    from symstride.doors import read

    began = time.perf_counter()
    try:
        left = read(given, check=False)
        sizes = {node.name: left.shapes[node.name] for node in left.inputs}  # what else a file declares is left aside
        sides = left, read(out, sizes, check=False)
    except SymstrideError as why:
        if not _loads(out):
            return "different: the file does not load", "ONNX Runtime refuses it"
        return "not read", f"{why.asked}: expected {why.expected}, got {why.got}"
    tally.reading += time.perf_counter() - began
    began = time.perf_counter()
    digest = canonical_digest(sides[1])
    if digest not in known:
        known[digest] = equal(*sides, seed=seed)
        tally.decided += 1
    verdict = known[digest]
    tally.deciding += time.perf_counter() - began
    tally.distances += [distance for _, distance in verdict.bound.values()]
    words = "; ".join(str(verdict).splitlines())
    if verdict.status == "equal":
        return "equal up to rounding" if verdict.is_rounded else "equal", words
    if verdict.status == "open":
        return "open" if _loads(out) else "different: the file does not load", words
    return ("different, run" if _reproduced(given, out, verdict) else "different, NOT reproduced"), words


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _loads(path: Path) -> bool:
    try:
        _session(path)
    except Exception:  # noqa: BLE001 -- onnxruntime has no class of its own for what a file may be refused for
        return False
    return True


def _reproduced(given: Path, out: Path, verdict: Any) -> bool:
    """Whether ONNX Runtime shows the difference when it runs both files on the counterexample's input."""
    if not _loads(out):
        return True
    example = verdict.counterexample
    found = []
    for path in (given, out):
        session = _session(path)
        shapes = [[n if isinstance(n, int) else 1 for n in x.shape] for x in session.get_inputs()]
        arrays = [np.zeros(s, np.float32) for s in shapes] if example is None else list(example.inputs.values())
        feeds = {x.name: np.asarray(a, np.float32) for x, a in zip(session.get_inputs(), arrays, strict=True)}
        try:
            found.append(session.run(None, feeds))
        except Exception:  # noqa: BLE001 -- as above; the original runs
            return path == out
    if any(a.shape != b.shape for a, b in zip(*found, strict=True)):
        return True
    if example is None:
        return False
    place = (0, *example.place)
    a, b = (outputs[example.output][place] for outputs in found)
    return bool(abs(float(a) - float(b)) > 0.5 * abs(example.left - example.right))


def generated_models(count: int, seed: int) -> Iterator[tuple[str, Any]]:
    for number in range(count):
        yield f"generated {number}", generated(number, seed)


def zoo_models(names: Sequence[str], seed: int, by: int) -> Iterator[tuple[str, Any]]:
    """Architectures with a ``by``-th of their channels, or a half where these are shuffled, on maps of 32x32.

    The models as they are, at their own size, when ``by`` is 1.
    """
    import zoo

    from symstride.adapters.onnx.door import to_model

    for name in names or zoo.NAMES:
        if by == 1:
            yield name, zoo.randomised(name, seed)
        else:
            yield name, to_model(zoo.thin(name, seed, by=min(by, 2) if name == "shufflenet" else by))


def measured(
    kind: str,
    models: Iterator[tuple[str, Any]],
    count: int,
    seed: int,
    python: str | None,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The data of a run on models of that kind; ``python`` has the tools.

    ``before`` is what a run on other models of that kind found, with the same tools; both together are the answer.
    """
    tools = Tools(python or sys.executable)
    began = time.monotonic()

    def told(line: str) -> None:
        print(f"{time.monotonic() - began:.0f} s: {line}", flush=True)

    try:
        tally = campaign(models, tools, seed, told)
        versions = tools.versions()
    finally:
        tools.close()
    seconds = time.monotonic() - began
    if before is not None:
        mine = {"kind": kind, "count": count, "seed": seed, "versions": versions}
        if any(before[key] != value for key, value in mine.items()) or not set(tally.models).isdisjoint(
            before["models"]
        ):
            raise SystemExit(f"what there is was measured otherwise, or on the same models: {before['versions']}")
        tally.joined(before)
        seconds += before["seconds"]
    return {
        "kind": kind,
        "models": tally.models,
        "count": count,
        "seed": seed,
        "versions": versions,
        "seconds": seconds,
        "decided": tally.decided,
        "counts": [[tool, outcome, n] for (tool, outcome), n in sorted(tally.counts.items())],
        "reading": tally.reading,
        "deciding": tally.deciding,
        "largest distance": max(tally.distances, default=0.0),
        "words": tally.words,
    }


def kept(data: dict[str, Any]) -> bool:
    """Whether every difference showed when both files were run."""
    return not any("NOT" in outcome for _, outcome, _ in data["counts"])


OUTCOMES = {
    "equal": ("equal",),
    "equal up to rounding": ("equal up to rounding",),
    "different, and run": ("different, run", "different: the file does not load"),
    "open": ("open", "not read"),
    "tool failed": ("tool failed",),
}
"""The columns of the table, and what is counted there."""


def page(data: dict[str, Any]) -> str:
    """The table of the docs."""
    counts = {(tool, outcome): n for tool, outcome, n in data["counts"]}
    lines = [f"| {data['kind']}, by | {' | '.join(OUTCOMES)} |", f"|---|{'---:|' * len(OUTCOMES)}"]
    for tool in TOOLS:
        cells = [sum(counts.get((tool, what), 0) for what in whats) for whats in OUTCOMES.values()]
        lines.append(f"| {tool} | {' | '.join(f'{n:,}' for n in cells)} |")
    ratio, far = data["deciding"] / max(data["reading"], 1e-9), data["largest distance"]
    lines += [
        "",
        f"{data['decided']:,} of the pairs were decided, the others are the same as one of these, number by number. "
        f"Deciding took {ratio:.1f} times as long as reading; folded arrays are at most {far:.1e} apart.",
    ]
    return "\n".join(lines) + "\n"
