"""Two models in ONNX Runtime, at its default optimisation and without any: what differs, and whose fault that is.

An optimiser may be wrong, and then a file is computed otherwise than it says.  So the run without optimisation decides:
where both files give the same there, and one of them something else at the default, the runtime is at fault; where
they differ there, what was written is wrong.

How far rounding takes numbers apart is measured: the first model is run again with every input and every weight moved
by one unit in the last place.  Other orders of summation and other algorithms cost a multiple of that, for which 64 is
allowed (N. J. Higham, Accuracy and Stability of Numerical Algorithms, SIAM 2002, chapters 3 and 23).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.files import load_model, numbers_outside, tensor_array
from symstride.errors import NotSupported
from symstride.limits import MAX_COMPUTED

Array: TypeAlias = NDArray[Any]
Feeds: TypeAlias = Mapping[str, Array]

ASKED: Final = "--verify ort"
SEED: Final = 1712
OTHER_ALGORITHMS: Final = 64
DRAWN: Final = 2
"""How many times random numbers are drawn; of each come four samples."""

SECONDS: Final = 600.0
"""How long one run may take."""

NONE: Final = "ORT_DISABLE_ALL"
LEVELS: Final = ("ORT_ENABLE_BASIC", "ORT_ENABLE_EXTENDED", "ORT_ENABLE_ALL")
"""The levels of optimisation, each with what the one before it does; the last one is the default."""

_KINDS: Final = {"float": "float32", "double": "float64"}
_HINT: Final = "leave --verify ort out, or write --verify equal"


@dataclass(frozen=True, slots=True)
class Apart:
    """One number of two runs: where it stands, what the run without optimisation gives, and what the other gives.

    ``level`` is the lowest level of optimisation at which it is another; empty where nothing is optimised.
    """

    place: str
    right: str
    wrong: str
    level: str = ""

    def __str__(self) -> str:
        return f"{self.wrong} for {self.place}, and not {self.right}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two models give in a runtime.

    ``rewriting`` is where they differ without optimisation, ``original`` and ``rewritten`` where each differs from
    itself at the default.  ``largest`` is the largest distance that was found and put down to rounding, and
    ``allowed`` what rounding may cost there, both in units of the largest number of their output.
    """

    runtime: str
    samples: int
    rewriting: Apart | None
    original: Apart | None
    rewritten: Apart | None
    largest: float
    allowed: float

    @property
    def fault(self) -> str:
        """Whose it is: "rewriting", "runtime", or empty where everything is the same."""
        if self.rewriting is not None:
            return "rewriting"
        return "runtime" if self.original is not None or self.rewritten is not None else ""

    def lines(self, original: str, rewritten: str) -> list[str]:
        """What was found, with these names for the two files."""
        if self.rewriting is not None:
            return [f"{self.runtime}, nothing optimised: {rewritten} gives {self.rewriting} as {original}"]
        how = f"largest difference {self.largest:.1e} of the largest number, {self.allowed:.1e} is rounding"
        on = f"on {self.samples} inputs"
        found = [
            (name, apart)
            for name, apart in ((original, self.original), (rewritten, self.rewritten))
            if apart is not None
        ]
        if not found:
            return [f"{self.runtime}: both files give the same {on}, optimised and not ({how})"]
        same = f"{self.runtime}, nothing optimised: both files give the same {on} ({how})"
        wrong = [f"{self.runtime} is at fault: from {a.level} on it gives {a} of {name}" for name, a in found]
        fine = [name for name in (original, rewritten) if name not in dict(found)]
        return [same, *wrong, *(f"{self.runtime} gives the same of {name}, optimised and not" for name in fine)]

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        rows = {"rewriting": self.rewriting, "original": self.original, "rewritten": self.rewritten}
        texts = {
            name: None if apart is None else {"level": apart.level, "said": str(apart)} for name, apart in rows.items()
        }
        return {"runtime": self.runtime, "samples": self.samples, "fault": self.fault, **texts,
                "largest": self.largest, "allowed": self.allowed}  # fmt: skip


def judged(original: Path, rewritten: Path) -> Judgement:
    """Run both files on zeros, on random numbers and on their opposites, and on numbers of one sign.

    Sizes that the second leaves open have to be the batch, which is 1.  Raises ``NotSupported`` where ONNX Runtime is
    not installed or does not run the original, and where that does not give the same twice.
    """
    if find_spec("onnxruntime") is None:
        raise NotSupported(ASKED, "onnxruntime, installed", "none", "pip install 'symstride[onnx]'")
    import onnxruntime

    try:
        feeds = _samples(_session(original, NONE)[0], _sizes(rewritten))
        plain = _run(original, NONE, feeds)
        comparing = _RunComparison(feeds, plain, _moved_run(original, feeds, plain))
    except _FailedError as why:
        raise NotSupported(ASKED, "an original that ONNX Runtime runs", str(why), _HINT) from None
    wrong = comparing.apart(rewritten, NONE)
    optimised = [None if wrong else comparing.lowest(path) for path in (original, rewritten)]
    name = f"ONNX Runtime {onnxruntime.__version__}"
    return Judgement(name, len(feeds), wrong, optimised[0], optimised[1], *comparing.most)


class _FailedError(Exception):
    """ONNX Runtime does not take a file, or does not come to an end with it, and what it says."""


def _session(path: Path, level: str, moved: Mapping[str, Array] | None = None) -> Any:
    """What runs the file, with other numbers for the weights ``moved``."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = getattr(onnxruntime.GraphOptimizationLevel, level)
    options.log_severity_level = 4
    held = {name: onnxruntime.OrtValue.ortvalue_from_numpy(array) for name, array in (moved or {}).items()}
    for name, value in held.items():
        options.add_initializer(name, value)
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as why:  # the runtime has no class of its own for what a model may be refused for
        raise _FailedError(_said(why)) from why
    return session, held


def _run(path: Path, level: str, feeds: Sequence[Feeds], moved: Mapping[str, Array] | None = None) -> list[list[Array]]:
    """The outputs for each sample."""
    import onnxruntime

    (session, _), options = _session(path, level, moved), onnxruntime.RunOptions()
    options.log_severity_level = 4
    timer = Timer(SECONDS, lambda: setattr(options, "terminate", True))
    timer.start()
    try:
        return [list(_arrays(session.run(None, dict(each), options))) for each in feeds]
    except Exception as why:
        raise _FailedError(_said(why)) from why
    finally:
        timer.cancel()


def _said(why: Exception) -> str:
    return f"{type(why).__name__}: {' '.join(str(why).split())}"[:200]


def _arrays(value: Any) -> Iterator[Array]:
    """The tensors of an output, which may be a sequence of some, or none."""
    if isinstance(value, list):
        for each in value:
            yield from _arrays(each)
    elif value is not None:
        yield np.asarray(value)


# ------------------------------------------------------------------------------------------------ samples


def _sizes(path: Path) -> dict[str, list[Any]]:
    """The shapes of the inputs of a file; of none where it is not taken, which is said where it is run."""
    try:
        return {given.name: given.shape for given in _session(path, NONE)[0].get_inputs()}
    except _FailedError:
        return {}


def _samples(session: Any, sizes: Mapping[str, list[Any]]) -> list[Feeds]:
    """Zeros, then random numbers of both signs, their opposites, and the same all of one sign; whole ones are 0 and 1.

    ``sizes`` are those of another file.
    """
    rng, rows = np.random.default_rng(SEED), [dict[str, Array]() for _ in range(1 + 4 * DRAWN)]
    for given in session.get_inputs():
        kind = given.type.removeprefix("tensor(").removesuffix(")")
        try:
            dtype = np.dtype(_KINDS.get(kind, kind))
        except TypeError:
            raise NotSupported(ASKED, "inputs of numbers", f"{given.name!r}, {given.type}"[:200], _HINT) from None
        pairs = zip(given.shape, sizes.get(given.name, given.shape), strict=False)
        shape = [next((n for n in pair if isinstance(n, int) and n > 0), None) for pair in pairs]
        if None in shape[1:]:
            got = f"{given.name!r} of shape {given.shape}"[:200]
            raise NotSupported(ASKED, "inputs with sizes, but for the batch", got, "give them: --input NAME=SIZE")
        whole = tuple(n or 1 for n in shape)
        rows[0][given.name] = np.zeros(whole, dtype)
        for number in range(0, 4 * DRAWN, 4):
            numbers = rng.standard_normal(whole) if dtype.kind == "f" else rng.integers(0, 2, whole)
            signs = (numbers, -numbers, abs(numbers), -abs(numbers)) if dtype.kind == "f" else (numbers,) * 4
            for row, array in zip(rows[1 + number :], signs, strict=False):
                row[given.name] = array.astype(dtype)
    return list(rows)


def _moved(array: Array, rng: np.random.Generator) -> Array:
    """Each number one unit in the last place up or down; whole numbers as they are, and zeros, which may be masks."""
    if array.dtype.kind != "f":
        return array
    ways = np.where(rng.integers(0, 2, array.shape) == 1, np.inf, -np.inf).astype(array.dtype)
    return np.where(array == 0, array, np.nextafter(array, ways))


def _moved_run(path: Path, feeds: Sequence[Feeds], plain: Sequence[Sequence[Array]]) -> list[list[Array]]:
    """What the model gives for numbers that are one unit in the last place away."""
    again = _run(path, NONE, [*feeds, *feeds])[len(feeds) :]  # a session begins with the same random numbers
    if any(not _alike(one, other).all() for one, other in _pairs(plain, again)):
        raise NotSupported(ASKED, "a model that gives the same twice", "other numbers each time", _HINT)
    rng = np.random.default_rng(SEED)
    others = [{name: _moved(array, rng) for name, array in each.items()} for each in feeds]
    found = _run(path, NONE, others, _weights(path, rng))
    if any(one.shape != other.shape for one, other in _pairs(plain, found)):
        got = "outputs of other shapes, for numbers that are one unit in the last place away"
        raise NotSupported(ASKED, "outputs whose shapes do not hang on rounding", got, _HINT)
    return found


def _weights(path: Path, rng: np.random.Generator) -> dict[str, Array]:
    """The weights of a file, moved; the first ones, as many as may be held in memory."""
    model, folder = load_model(path)
    found: dict[str, Array] = {}
    taken = 0
    for tensor in model.graph.initializer:
        if tensor.data_type not in (tensor.FLOAT, tensor.DOUBLE):
            continue
        taken += max(len(tensor.raw_data), numbers_outside(tensor) * 8)
        if taken > MAX_COMPUTED:
            break
        found[tensor.name] = _moved(np.array(tensor_array(tensor, folder)), rng)
    return found


# ------------------------------------------------------------------------------------------------ comparing


def _pairs(one: Sequence[Sequence[Array]], other: Sequence[Sequence[Array]]) -> Iterator[tuple[Array, Array]]:
    for row, other_row in zip(one, other, strict=True):
        yield from zip(row, other_row, strict=True)


def _alike(one: Array, other: Array) -> NDArray[np.bool_]:
    """Where two arrays have the same number, or none both; nowhere where their shapes differ."""
    if one.shape != other.shape:
        return np.zeros(1, bool)
    equal: NDArray[np.bool_] = one == other
    return equal if one.dtype.kind != "f" else equal | (np.isnan(one) & np.isnan(other))


def _distance(one: Array, other: Array) -> NDArray[np.float64]:
    """How far two arrays of one shape are apart, where both have numbers; elsewhere 0."""
    finite = np.isfinite(one) & np.isfinite(other)
    return np.abs(np.where(finite, one, 0).astype(np.float64) - np.where(finite, other, 0))


def _largest(array: Array) -> float:
    return float(np.abs(np.where(np.isfinite(array), array, 0)).max(initial=0))


class _RunComparison:
    """Other runs on the same samples, against the first; ``moved`` is what that gives for numbers a little away.

    ``most`` is the largest distance within rounding, and what was allowed there, of the largest number.
    """

    def __init__(
        self, feeds: Sequence[Feeds], plain: Sequence[Sequence[Array]], moved: Sequence[Sequence[Array]]
    ) -> None:
        self.feeds, self.plain, self.moved = feeds, plain, moved
        self.most = (0.0, 0.0)

    def lowest(self, path: Path) -> Apart | None:
        """Where the default differs, with the lowest level that does."""
        found = None
        for level in reversed(LEVELS):
            apart = self.apart(path, level)
            if apart is None:
                break
            found = apart
        return found

    def apart(self, path: Path, level: str) -> Apart | None:
        """The first number that is another one than rounding makes."""
        said = "" if level == NONE else level
        try:
            found = _run(path, level, self.feeds)
        except _FailedError as why:
            return Apart("all outputs", "numbers", str(why), said)
        for given, expected, moved in zip(found, self.plain, self.moved, strict=True):
            if len(given) != len(expected):
                return Apart("the outputs", f"{len(expected)} tensors", f"{len(given)}", said)
            for number, (one, other) in enumerate(zip(expected, given, strict=True)):
                place = self._place(one, other, moved[number])
                if place is not None:
                    return Apart(*_shown(number, place, one, other), said)
        return None

    def _place(self, one: Array, other: Array, moved: Array) -> tuple[int, ...] | None:
        """The first place where the numbers are others; whole numbers that rounding decides about are left out."""
        if one.shape != other.shape or one.dtype != other.dtype:
            return ()
        wrong = ~_alike(one, other)
        if one.dtype.kind == "f":
            largest = _largest(one)
            allowed = OTHER_ALGORITHMS * (_distance(one, moved).max(initial=0) + np.finfo(one.dtype).eps * largest)
            distance = _distance(one, other)
            wrong &= (distance > allowed) | ~(np.isfinite(one) & np.isfinite(other))
            share = float(distance.max(initial=0)) / (largest or 1.0)
            if not wrong.any() and share >= self.most[0]:
                self.most = (share, float(allowed) / (largest or 1.0))
        else:
            wrong &= _alike(one, moved)
        return tuple(int(n) for n in np.argwhere(wrong)[0]) if wrong.any() else None


def _shown(number: int, place: tuple[int, ...], one: Array, other: Array) -> tuple[str, str, str]:
    if one.shape != other.shape or one.dtype != other.dtype:
        return f"output {number}", f"{one.dtype} {one.shape}", f"{other.dtype} {other.shape}"
    where = f"output {number}" + (f" at {place}" if place else "")
    return (
        where,
        f"{one[place]:.6g}" if one.dtype.kind in "fiu" else str(one[place]),
        (f"{other[place]:.6g}" if other.dtype.kind in "fiu" else str(other[place])),
    )
