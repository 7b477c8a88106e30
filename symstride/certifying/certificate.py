"""Certificates of equality: what they say, and how anyone repeats it from the two networks.

A certificate names both networks by their digests, and gives for each size the cuts, in an order in which each segment
reaches back to cuts in front of it, with the way in which the segment was settled (``settling``).  ``replay_equality``
reads the networks itself, goes through the cuts, settles every segment again in that way, and asks that the outputs are
reached.  So a certificate cannot say more than is true: what it leaves out, misplaces or calls otherwise is refused.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import Any, get_args

from symstride.certifying.joining import Cut, Held, Join
from symstride.certifying.repeating import Repeat, check_every_size
from symstride.certifying.settling import WAYS, SegmentAsked, Settled, Way, settled
from symstride.certifying.sizes import Pair, Weights, pair_of, sides_of
from symstride.errors import CertificateRejected, SymstrideError, rejected

FORMAT = "symstride equality 1"

MAX_BYTES = 2**28
"""What a certificate may have in its file."""

MAX_CUTS = 20_000
"""Cuts at all sizes together."""

_ACTIVATIONS = ("any", "zero", "relu")


@dataclass(frozen=True)
class SegmentReport:
    """One segment: what messages call its ends, and how it was settled."""

    left: str
    right: str
    settled: Settled

    def __str__(self) -> str:
        return f"{self.left} | {self.right}: {self.settled.way}, {self.settled.said}"


@dataclass(frozen=True)
class AtSize:
    """All segments at one size, in order; ``size`` is in words."""

    size: str
    steps: tuple[SegmentReport, ...]
    rounded: int = 0
    distance: float = 0.0


@dataclass(frozen=True)
class EqualityReport:
    """What a certificate of equality was found to show, size by size and segment by segment.

    ``error`` is the most with which something that was only decided is wrong; 0 where nothing was.  ``digest`` is the
    SHA-256 of the certificate.  ``repeats`` say, of a certificate for all sizes, how these follow from ``sizes``.
    """

    sizes: tuple[AtSize, ...]
    weights: Weights
    digest: str
    repeats: tuple[Repeat, ...] | None = None

    @property
    def steps(self) -> tuple[SegmentReport, ...]:
        """The segments of all sizes."""
        return tuple(step for each in self.sizes for step in each.steps)

    @property
    def error(self) -> float:
        return sum(step.settled.error for step in self.steps)

    @property
    def counts(self) -> Mapping[Way, int]:
        """How many segments were settled in each way; ways that were not taken are left out."""
        found = Counter(step.settled.way for step in self.steps)
        return {way: found[way] for way in WAYS if found[way]}

    @property
    def is_decided(self) -> bool:
        """Whether something is decided only, and may be wrong with the probability ``error``."""
        return any(step.settled.way == "decided" for step in self.steps)

    @property
    def scope(self) -> str:
        """What it is about: the two networks with their weights, and at which sizes."""
        at = [each.size for each in self.sizes]
        sizes = f"at {', '.join(at[:4])}" + (f" and {len(at) - 4:,} more sizes" if len(at) > 4 else "")
        if self.repeats is not None:
            step = "x".join(str(repeat.step) for repeat in self.repeats)
            sizes = (
                f"at all sizes at which both exist, by {len(at):,} of them that the others repeat in steps of {step}"
            )
        far = max(each.distance for each in self.sizes)
        count = max(each.rounded for each in self.sizes)
        rounding = f", {count:,} folded arrays taken for those of the left, at most {far:.1e} apart" if count else ""
        undefined = dict.fromkeys(name for step in self.steps for name in step.settled.undefined)
        wherever = f", wherever {', '.join(undefined)} give numbers" if undefined else ""
        return f"all inputs, these weights{rounding}{wherever}, {sizes}"

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines("\n".join([str(self), *self.lines]))

    def __str__(self) -> str:
        counted = ", ".join(f"{count:,} {way}" for way, count in self.counts.items())
        rounding = " up to rounding" if any(each.rounded for each in self.sizes) else ""
        chance = f"; wrong with probability at most {self.error:.1e}" if self.is_decided else "; nothing left to chance"
        return f"equal{rounding}: {self.scope}; segments: {counted}{chance}"

    @property
    def lines(self) -> Iterator[str]:
        """One line for each segment."""
        for each in self.sizes:
            for step in each.steps:
                yield str(step) if len(self.sizes) == 1 else f"at {each.size}: {step}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        segments = [
            {"size": each.size, "left": s.left, "right": s.right, "way": s.settled.way, "said": s.settled.said}
            for each in self.sizes
            for s in each.steps
        ]
        error = self.error if self.is_decided else 0.0
        return {"scope": self.scope, "counts": dict(self.counts), "error": error, "segments": segments}


def replay_equality(certificate: str | PathLike[str] | Mapping[str, Any], left: Any, right: Any) -> EqualityReport:
    """Settle every segment of a certificate again, from two networks, models, layers or pasted lines.

    The certificate is given as a file, as its text, or as its data.  Raises ``CertificateRejected``, whose ``where`` is
    the place, when the networks are others, a cut or a way is not what it says, or an output is not reached.
    """
    data, digest = _data_of(certificate)
    _check_keys(data, {"format", "weights", "activation", "error", "at", "repeats"}, "certificate")
    weights, activation, error = data["weights"], data["activation"], data["error"]
    if data["format"] != FORMAT or weights not in get_args(Weights) or activation not in _ACTIVATIONS:
        got = f"{data['format']!r}, {weights!r}, {activation!r}"[:200]
        raise rejected(f"{FORMAT!r}, how weights are read and what is known of activations", got, "certificate")
    if type(error) is not float or not 0 <= error < 1 or type(data["at"]) is not list or not data["at"]:
        raise rejected("an error of 0, or between 0 and 1, and at least one size", f"{error!r}"[:80], "certificate")
    sides = sides_of(left, right)
    entries = [_entry_of(each, f"at[{number}]") for number, each in enumerate(data["at"])]
    total = sum(len(entry["cuts"]) for entry in entries)
    if total > MAX_CUTS:
        raise rejected(f"at most {MAX_CUTS:,} cuts", f"{total:,}", "certificate")
    sizes = {entry["size"] for entry in entries}
    if len(sizes) != len(entries):
        raise rejected("each size once", "one of them twice", "at")
    repeats = _repeats_of(data["repeats"])
    asked = asked_of(weights, activation, error / max(1, total))
    found = []
    try:
        if repeats is not None:
            check_every_size(sides, repeats, sizes)
        for entry in entries:
            found.append(_repeated(pair_of(sides, entry["size"], weights), entry, asked))
    except CertificateRejected:
        raise
    except SymstrideError as why:  # of networks that are none at such sizes
        raise rejected(f"{why.expected}"[:200], why.got[:200], "networks") from None
    return EqualityReport(tuple(found), weights, digest, repeats)


def asked_of(weights: Weights, activation: Any, error: float) -> SegmentAsked:
    """What is asked of each segment; folded arrays are those of the left already, so they are symbols too."""
    return SegmentAsked("given" if weights == "given" else "symbolic", activation, error)


def size_of(pair: Pair) -> str:
    """The sizes of the inputs, in words."""
    return " and ".join("x".join(map(str, pair.left.shapes[node.name])) for node in pair.left.inputs)


def _repeated(pair: Pair, entry: Mapping[str, Any], asked: SegmentAsked) -> AtSize:
    for side, wanted, digest in zip(("left", "right"), entry["digests"], pair.digests, strict=True):
        if wanted != digest:
            raise rejected(f"the network with the digest {wanted}"[:100], f"one with {digest}", side)
    join = Join(pair.left, pair.right)
    steps = []
    for cut, way, theorems in entry["cuts"]:
        segment = join.segment(cut)
        steps.append(SegmentReport(*segment.titles, settled(segment, way, theorems, asked)))
        join.take(cut)
    missing = join.open_outputs()
    if missing:
        raise rejected("cuts that reach every output", f"none at {missing[0]!r}"[:200], "cuts")
    return AtSize(size_of(pair), tuple(steps), pair.rounded, pair.distance)


# ------------------------------------------------------------------------------------------------ reading and writing


def _entry_of(data: Any, where: str) -> dict[str, Any]:
    _check_keys(data, {"size", "left", "right", "cuts"}, where)
    size, digests, cuts = data["size"], (data["left"], data["right"]), data["cuts"]
    is_size = size is None or (_are(int, size) and bool(size) and min(size) >= 1)
    if not is_size or not _are(str, list(digests)) or type(cuts) is not list:
        raise rejected("a size, two digests and cuts", repr(data)[:200], where)
    rows = [_cut_of(cut, f"{where}.cuts[{number}]") for number, cut in enumerate(cuts)]
    return {"size": None if size is None else tuple(size), "digests": digests, "cuts": rows}


def _cut_of(data: Any, where: str) -> tuple[Cut, Way, list[Mapping[str, Any]]]:
    _check_keys(data, {"left", "right", "held", "way", "theorems"}, where)
    held, theorems = data["held"], data["theorems"]
    if not _are(str, [data["left"], data["right"]]) or data["way"] not in WAYS or not _are(dict, theorems):
        raise rejected(f"two ends, a way among {', '.join(WAYS)}, and theorems", repr(data)[:200], where)
    if held is None:
        return Cut(data["left"], data["right"]), data["way"], theorems
    _check_keys(held, {"cell", "order"}, where)
    cell = held["cell"]
    if not _are(int, cell) or not cell or held["order"] not in ("channel_major", "phase_major"):
        raise rejected("a cell and an order of phases", repr(held)[:200], where)
    return Cut(data["left"], data["right"], Held(tuple(cell), held["order"])), data["way"], theorems


def _repeats_of(data: Any) -> tuple[Repeat, ...] | None:
    if data is None:
        return None
    if not _are(dict, data) or not data:
        raise rejected("how sizes repeat along each axis", repr(data)[:200], "repeats")
    for each in data:
        _check_keys(each, {"step", "settled"}, "repeats")
        if type(each["step"]) is not int or not _are(int, each["settled"]) or not each["settled"] or each["step"] < 1:
            raise rejected("a step, and a size for each remainder", repr(each)[:200], "repeats")
    return tuple(Repeat(each["step"], tuple(each["settled"])) for each in data)


def _check_keys(data: Any, keys: set[str], where: str) -> None:
    if type(data) is not dict or set(data) != keys:
        got = ", ".join(sorted(data))[:200] if type(data) is dict else type(data).__name__
        raise rejected(f"an object with {', '.join(sorted(keys))}", got or "nothing", where)


def _are(kind: type, values: Any) -> bool:
    return type(values) is list and all(type(value) is kind for value in values)


def text_of(data: Mapping[str, Any]) -> str:
    """The text of a certificate, one for the same data."""
    return json.dumps(data, separators=(",", ":"), allow_nan=False) + "\n"


def is_one(path: Path) -> bool:
    """Whether a file begins as certificates of equality do; what else it holds ``replay_equality`` says."""
    try:
        with path.open("rb") as file:
            return f'{{"format":"{FORMAT}"'.encode() == file.read(len(FORMAT) + 12)
    except OSError:
        return False


def _data_of(certificate: str | PathLike[str] | Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    try:
        if isinstance(certificate, Mapping):
            text = text_of(certificate)
        elif isinstance(certificate, str) and certificate.lstrip().startswith("{"):
            text = certificate
        else:
            path = Path(certificate)
            if path.stat().st_size > MAX_BYTES:
                raise rejected(f"at most {MAX_BYTES:,} bytes", f"{path.stat().st_size:,}", "file")
            text = path.read_text(encoding="utf-8")
        data = json.loads(text, parse_constant=_no_number)
        if type(data) is not dict:
            raise rejected("a JSON object", type(data).__name__, "file")
        return data, sha256(text_of(data).encode()).hexdigest()
    except (OSError, TypeError, ValueError, RecursionError) as why:
        raise rejected("a certificate of equality, its text or its data", str(why)[:200], "file") from None


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")
