"""The answer: equal, different or open; in words, with what makes it believable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias

from symstride.errors import SpecError
from symstride.verdict import Verdict, decided, refuted, unknown

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
    ``left`` and ``right`` are the two numbers there.
    """

    inputs: Mapping[str, NDArray[Any]]
    weights: Mapping[str, NDArray[Any]]
    output: int
    place: tuple[int, ...]
    left: float
    right: float

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        parts = [part for name, array in self.inputs.items() for part in _entries(name, array[0])] or ["every input 0"]
        if self.weights:
            listed = [part for name, array in self.weights.items() for part in _entries(name, array)]
            parts.append(", ".join(listed) or "every weight 0")
        where = f"output {self.output}{list(self.place)}"
        return f"at {', '.join(parts)}: {where} is {self.left:.9g} on the left, {self.right:.9g} on the right"


def _entries(name: str, array: NDArray[Any]) -> list[str]:
    places = list(zip(*(axis.tolist() for axis in array.nonzero()), strict=True))
    listed = [f"{name}{list(place)} = {array[place]:g}" for place in places[:SHOWN]]
    return [*listed, f"{len(places) - SHOWN:,} more of {name}"] if len(places) > SHOWN else listed


@dataclass(frozen=True)
class Equality:
    """Whether two networks are equal.

    ``status`` is "equal", "different" or "open".  ``scope`` says in words what "equal" is about: which inputs, weights
    and activations, and at which sizes.  ``error`` is the most with which "equal" is wrong, over the choice of
    ``seed``; it is a decision, never a proof.  "different" has a ``counterexample``, or ``reasons`` when shapes tell.
    "open" has ``reasons``.  ``where`` names the first value of the left that the right never has, where that is known.

    There is no truth value: ``if equal(a, b)`` raises ``TypeError``, for "open" is neither.
    """

    status: Status
    scope: str
    error: float = 0.0
    seed: int = 0
    reasons: tuple[str, ...] = ()
    where: str = ""
    counterexample: Separation | None = None
    sizes: Mapping[tuple[int, ...], Status] | None = None

    def __bool__(self) -> NoReturn:
        raise TypeError("Equality has no truth value: ask for .status, which is 'equal', 'different' or 'open'")

    @property
    def exit_code(self) -> int:
        """0 equal, 1 different, 3 open."""
        return EXIT_CODES[self.status]

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
        lines = [f"{self.status}: {self.scope}"]
        if self.status == "equal":
            lines[0] += f"; decided, wrong with probability at most {self.error:.1e} (seed {self.seed})"
        lines += self.reasons
        if self.where:
            lines.append(f"the first value of the left that the right never has: {self.where}")
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
            "scope": self.scope,
            "error": self.error if self.status == "equal" else None,
            "seed": self.seed,
            "reasons": list(self.reasons),
            "where": self.where or None,
            "counterexample": None if example is None else _as_data(example),
        }
        if self.sizes is not None:
            found["sizes"] = [{"size": list(size), "status": status} for size, status in self.sizes.items()]
        return found


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
