"""The answer: equal, different or open; in words, with what makes it believable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias

from symstride.equality.cuts import CutPair, Decided, SegmentPair
from symstride.equality.repeats import AllSizes
from symstride.errors import SpecError
from symstride.verdict import Verdict, decided, refuted, unknown

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from symstride.network.graph import Network

Status: TypeAlias = Literal["equal", "different", "open"]

EXIT_CODES: Mapping[str, int] = {"equal": 0, "different": 1, "open": 3}
"""What the command line answers with; 2 is for what could not be understood."""

SHOWN = 4
"""Numbers of an input or of the weights that are printed."""


@dataclass(frozen=True)
class Separation:
    """Numbers for which two networks give different ones.

    ``inputs`` are arrays by the name of the left's input, with a batch of 1.  ``weights`` are the arrays that the left
    has in the place of its own, and the right has the same numbers in the place of equal ones; empty when the networks
    had their own weights.  ``output`` is the position of the output, ``place`` the place in it, without the batch, and
    ``left`` and ``right`` are the two numbers there.  ``networks`` are the two, with the weights that they have here.
    """

    inputs: Mapping[str, NDArray[Any]]
    weights: Mapping[str, NDArray[Any]]
    output: int
    place: tuple[int, ...]
    left: float
    right: float
    networks: tuple[Network, Network] | None = field(default=None, compare=False, repr=False)

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    @property
    def shapes(self) -> str:
        """The shapes of the inputs, without the batch."""
        return " and ".join("x".join(map(str, array.shape[1:])) for array in self.inputs.values())

    def replay(self, runtime: str = "onnxruntime") -> tuple[float, float]:
        """The two numbers again, as a runtime has them: "onnxruntime", "torch" or "numpy".

        Raises ``SpecError`` for other runtimes, and ``NotSupported`` where it is not installed or lacks an operator.
        """
        from symstride.equality.replaying import replayed

        return replayed(self._networks(), tuple(self.inputs.values()), (self.output, self.place), runtime)

    def save(self, folder: str | PathLike[str]) -> list[Path]:
        """Write two small ONNX models, the inputs, and a script that runs both and prints where they differ.

        The files are ``left.onnx``, ``right.onnx``, ``input.npz`` and ``run.py``; they are written beside and moved
        into the folder, which is made where there is none.
        """
        from symstride.equality.replaying import saved

        return saved(self._networks(), tuple(self.inputs.values()), (self.output, self.place), folder)

    def _networks(self) -> tuple[Network, Network]:
        if self.networks is None:
            hint = "take it from equal(...)"
            raise SpecError("Separation.networks", "the two networks with their weights", "none", hint)
        return self.networks

    @property
    def given(self) -> str:
        """Inputs and weights, as far as they are not 0."""
        parts = [part for name, array in self.inputs.items() for part in _entries(name, array[0])] or ["every input 0"]
        if self.weights:
            listed = [part for name, array in self.weights.items() for part in _entries(name, array)]
            parts.append(", ".join(listed) or "every weight 0")
        return ", ".join(parts)

    def __str__(self) -> str:
        where = f"output {self.output}{list(self.place)}"
        return f"at {self.given}: {where} is {self.left:.9g} on the left, {self.right:.9g} on the right"


def _told_apart(left: float, right: float) -> tuple[str, str]:
    """Two numbers with as many digits as it takes."""
    shown = ((f"{left:.{digits}g}", f"{right:.{digits}g}") for digits in (3, 6, 9))
    return next((pair for pair in shown if pair[0] != pair[1]), (repr(left), repr(right)))


def _entries(name: str, array: NDArray[Any]) -> list[str]:
    places = list(zip(*(axis.tolist() for axis in array.nonzero()), strict=True))
    listed = [f"{name}{list(place)} = {array[place]:g}" for place in places[:SHOWN]]
    return [*listed, f"{len(places) - SHOWN:,} more of {name}"] if len(places) > SHOWN else listed


@dataclass(frozen=True)
class Parting:
    """``left`` is the first node of the left whose value the right never has although it has all that the node reads.

    ``right`` is the node of the right that stands in its place, empty where none does; both are what messages call
    them.  ``part`` is what computes the two, from the cuts in front, where they have one shape, and ``example`` are
    numbers for which these two differ.  ``is_whole`` when that part is the networks themselves.  ``is_elsewhere`` when
    the right does have the value, but gives that of ``right`` in the place of it.
    """

    left: str
    right: str = ""
    part: SegmentPair | None = None
    example: Separation | None = None
    is_whole: bool = False
    is_elsewhere: bool = False

    def __str__(self) -> str:
        lines = [f"the first value of the left that the right never has: {self.left}"]
        if self.is_elsewhere:
            lines = [f"the right has the value of {self.left} of the left, and gives that of {self.right} in its place"]
        elif self.part is not None and not self.is_whole:
            begins = ", ".join(self.part.begins[:4]) or "the start"
            lines.append(f"the right has {self.right} in its place; both are computed from {begins}")
        elif self.right and self.part is None:
            lines.append(f"the right has {self.right} in its place, of another shape")
        if self.example is not None:
            lines.append(f"in that part alone, on {self.example.shapes}, {self.example}")
        return "\n".join(lines)


@dataclass(frozen=True, repr=False)
class Equality:
    """Whether two networks are equal.

    ``status`` is "equal", "different" or "open".  ``scope`` says in words what "equal" is about: which inputs, weights
    and activations, and at which sizes.  ``error`` is the most with which "equal" is wrong, over the choice of
    ``seed``; it is a decision, never a proof.  "different" has a ``counterexample``, or ``reasons`` when shapes tell.
    "open" has ``reasons``.  ``sizes`` are those that were gone through, and ``every`` is there when the answer is about
    all of them.

    ``cuts`` are the values that both have, as they are or in phases, and ``segments`` what lies between them, each
    decided for whatever its inputs are.  ``parting`` says where two networks that are not equal part, and ``where`` is
    the first value of the left that the right never has.  ``bound`` are arrays of the right that were taken for arrays
    of the left, folded perhaps, with the largest difference by the largest number.

    There is no truth value: ``if equal(a, b)`` raises ``TypeError``, for "open" is neither.
    """

    status: Status
    scope: str
    error: float = 0.0
    seed: int = 0
    reasons: tuple[str, ...] = ()
    counterexample: Separation | None = None
    sizes: Mapping[tuple[int, ...], Status] | None = None
    every: AllSizes | None = None
    bound: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    cuts: tuple[CutPair, ...] = ()
    parting: Parting | None = None
    split: Callable[[], Decided] | None = field(default=None, compare=False, repr=False)

    @property
    def where(self) -> str:
        """What messages call the first value of the left that the right never has; empty where that is not known."""
        return "" if self.parting is None else self.parting.left

    @cached_property
    def segments(self) -> tuple[SegmentPair, ...]:
        """What lies between the cuts of two equal networks, each segment decided for whatever its inputs are.

        Both networks are run once more for it, or several times.  A value that is the same only because of what stands
        in front of another cut has no segment of its own, and what ends with it begins further in front.
        """
        return () if self.split is None else self.split().segments

    def __bool__(self) -> NoReturn:
        raise TypeError("Equality has no truth value: ask for .status, which is 'equal', 'different' or 'open'")

    @property
    def is_rounded(self) -> bool:
        """Whether some array of the right was taken for one of the left that it is not to the last bit."""
        return any(distance > 0 for _, distance in self.bound.values())

    @property
    def exit_code(self) -> int:
        """0 equal, 1 different, 3 open."""
        return EXIT_CODES[self.status]

    @property
    def line(self) -> str:
        """The whole answer in one line: where they are equal, and the first numbers that show that they are not."""
        head = self.status if self.every is None else self.every.headline
        if self.is_rounded and head.startswith("equal"):
            head = head.replace("equal", "equal up to rounding", 1)
        if self.status == "equal":
            return f"{head}{self.every.proviso}" if self.every is not None else f"{head}: {self.scope}"
        example = self.counterexample
        if example is None:
            return f"{head}; {self.reasons[0]}"
        size = "" if self.every is None else f"at N = {self.first_size()}, "
        return f"{head}; {size}{example.given}: {' against '.join(_told_apart(example.left, example.right))}"

    def __repr__(self) -> str:
        return f"<Equality: {self.line[:200]}>"

    def first_size(self) -> str:
        """The first size with this status, of those that were gone through: ``2x3``."""
        found = [size for size, status in (self.sizes or {}).items() if status == self.status]
        return "x".join(map(str, min(found, key=lambda size: (sum(size), size)))) if found else ""

    def status_at(self, *size: int) -> Status | None:
        """The status at any size, of an answer for all sizes; None where one side does not exist.

        Raises ``SpecError`` for other answers.
        """
        if self.every is None or self.sizes is None or len(size) != len(self.every.repeats) or min(size) < 1:
            hint = 'ask equal(..., sizes="all"), and then for as many numbers as there are axes'
            raise SpecError("Equality.status_at(size)", "an answer for all sizes", f"size {size}", hint)
        return self.sizes.get(size) or self.sizes.get(self.every.stand_in(size))

    def to_verdict(self) -> Verdict:
        """The same as a ``check.Verdict``: decided, refuted or unknown."""
        if self.status == "equal":
            return decided(self.error, self.seed, self.scope)
        if self.status == "different":
            return refuted(self.counterexample or "; ".join(self.reasons))
        return unknown("; ".join(self.reasons))

    def __post_init__(self) -> None:
        missing = {
            "different": "a counterexample, or a reason" if not (self.counterexample or self.reasons) else "",
            "open": "a reason" if not self.reasons else "",
        }.get(self.status)
        if missing:
            raise SpecError(f"Equality, {self.status}", missing, "none", "say why")

    def __str__(self) -> str:
        rounding = " up to rounding" if self.is_rounded and self.status == "equal" else ""
        lines = [f"{self.status}{rounding}: {self.scope}"]
        if self.status == "equal":
            chance = f"decided, wrong with probability at most {self.error:.1e} (seed {self.seed})"
            lines[0] += f"; {chance if self.error else 'exact'}"
        lines += self.reasons
        if self.parting is not None:
            lines += str(self.parting).splitlines()
        if self.counterexample is not None:
            lines.append(str(self.counterexample))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        example = self.counterexample
        found: dict[str, Any] = {
            "status": self.status,
            "line": self.line,
            "scope": self.scope,
            "error": self.error if self.status == "equal" else None,
            "seed": self.seed,
            "reasons": list(self.reasons),
            "where": self.where or None,
            "parting": None if self.parting is None else _part_as_data(self.parting),
            "counterexample": None if example is None else _as_data(example),
            "cuts": [{"left": cut.left, "right": cut.right, "relation": str(cut.relation)} for cut in self.cuts],
            "bound": [{"right": name, "left": of, "distance": far} for name, (of, far) in self.bound.items()],
        }
        if self.sizes is not None:
            found["sizes"] = [{"size": list(size), "status": status} for size, status in self.sizes.items()]
        if self.every is not None:
            found["all_sizes"] = self.every.to_dict()
        return found


def _part_as_data(parting: Parting) -> dict[str, Any]:
    begins = [] if parting.part is None else list(parting.part.begins)
    example = None if parting.example is None else _as_data(parting.example)
    return {"left": parting.left, "right": parting.right or None, "begins": begins, "counterexample": example}


def _as_data(example: Separation) -> dict[str, Any]:
    return {
        "inputs": {name: _places(array[0]) for name, array in example.inputs.items()},
        "shapes": {name: list(array.shape[1:]) for name, array in example.inputs.items()},
        "weights": {name: _places(array) for name, array in example.weights.items()},
        "output": example.output,
        "place": list(example.place),
        "left": example.left,
        "right": example.right,
    }


def _places(array: NDArray[Any]) -> list[list[float]]:
    """What is not 0: the place, and the number last."""
    return [[*map(int, place), float(array[tuple(place)])] for place in zip(*array.nonzero(), strict=True)]
