"""From a verdict to a certificate: the cuts that were found, and for each segment the strongest way that settles it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import lcm, prod
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from symstride.certifying.certificate import FORMAT, EqualityReport, asked_of, replay_equality, text_of
from symstride.certifying.joining import Cut, Held, Join, SegmentNetworks
from symstride.certifying.repeating import MOST, Repeat, check_fixed, existing, free_places, unsettled
from symstride.certifying.settling import WAYS, SegmentAsked, Settled, Way, settled, strided_sides
from symstride.certifying.sizes import ASKED, pair_of, sides_of
from symstride.equality.cuts import Decided, Meeting
from symstride.equality.deciding import LIKELY, Mode, equal
from symstride.equality.deciding import Asked as Activations
from symstride.equality.field import Field
from symstride.equality.sides import Side, Size, Sizes, common_size
from symstride.equality.verdict import Equality
from symstride.errors import CertificateRejected, NotSupported, SymstrideError
from symstride.network.evaluate import work_of
from symstride.network.inputs import check_apart
from symstride.network.operators import records as op


@dataclass(frozen=True)
class Certified:
    """Two networks that are equal, with a certificate of it.

    ``verdict`` is that of ``equal``, ``report`` says segment by segment what is proved and what is decided.  ``files``
    are those that the two were read from.
    """

    verdict: Equality
    report: EqualityReport
    text: str
    files: tuple[Path, ...] = ()

    def certificate(self) -> str:
        """The certificate, to be repeated by ``replay_equality``."""
        return self.text

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the certificate; the file is written beside and moved into place, which is none of ``files``."""
        from symstride.export.folder import write_together

        path = Path(path)
        check_apart(f"save({str(path)[:200]!r})", [path], self.files)
        return write_together(path.parent, {path.name: self.text.encode()})[0]

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        return "\n".join([str(self.report), *self.report.lines])


def certify(
    left: Any,
    right: Any,
    *,
    weights: Mode = "auto",
    sizes: Sizes | Literal["all"] = None,
    activation: Activations = "ladder",
    error: float = 1e-9,
    seed: int | None = None,
) -> Certified:
    """The verdict of ``equal`` with a certificate that says, segment by segment, what is proved and what is decided.

        ss.certify("model.onnx", "lowered.onnx").save("equal.json")

    The options are those of ``equal``, but that with ``error=0`` the verdict is one by chance nevertheless: it is where
    cuts are found, and the certificate then has no segment that is decided only.  Raises ``NotSupported`` when the two
    are not found equal, and where no certificate is to be had: at sizes of which one side has none, of models with
    nodes that no reader knows, and with ``error=0`` where a segment can only be decided.
    """
    sides_of(left, right)
    how: dict[str, Any] = {"weights": weights, "activation": activation, "seed": seed}
    verdict = equal(left, right, sizes=sizes, error=error or LIKELY, **how)
    if verdict.status != "equal":
        raise NotSupported(ASKED, "two networks that are equal", verdict.line[:300], "look at equal(left, right)")
    return certified(verdict, left, right, sizes=sizes, error=error, **how)


def certified(verdict: Equality, left: Any, right: Any, *, sizes: Any, error: float, **how: Any) -> Certified:
    """A certificate for a verdict that says "equal", with the options that it was asked with.

    With ``error=0`` the verdict was asked with another one, and no segment is decided only.
    """
    sides = sides_of(left, right)
    repeats = repeats_of(sides) if sizes == "all" else None
    listed = _sizes(verdict, sides, repeats)
    left_out = {"proved" if repeats is not None else "", "decided" if not error else ""}
    ways = tuple(way for way in WAYS if way not in left_out)
    made: list[dict[str, Any]] = []
    known: set[tuple[Any, Any]] = set()
    for size in listed:
        found = _split(verdict, sides, size, {**how, "error": error or LIKELY})
        if found.algebra is None or found.meeting is None:
            raise NotSupported(ASKED, "segments that are equal by themselves", "none", "ask equal(left, right) alone")
        known.add((found.algebra.weights, found.algebra.activation))
        made.append(_at(sides, size, found.meeting, found.used, found.algebra, error / len(listed), ways))
    if len(known) != 1:
        hint = "name weights= and activation="
        raise NotSupported(ASKED, "weights and activations that are read alike at all sizes", f"{known}"[:200], hint)
    ((mode, active),) = known
    data: dict[str, Any] = {"format": FORMAT, "weights": mode, "activation": active, "error": float(error)}
    steps = None if repeats is None else [{"step": each.step, "settled": list(each.settled)} for each in repeats]
    data["repeats"] = steps
    text = text_of({**data, "at": made})
    report = replay_equality(text, left, right)
    networks, _ = common_size(sides, listed[0])
    files = tuple(file for network in networks if network is not None for file in network.files)
    return Certified(verdict, report, text, files)


def _sizes(verdict: Equality, sides: tuple[Side, Side], repeats: Sequence[Repeat] | None) -> list[Size | None]:
    """The sizes of the certificate: those of the verdict, or of the box that the cutoffs ask for."""
    if repeats is not None:
        return list(existing(sides, repeats))
    return [None] if verdict.sizes is None else list(verdict.sizes)


def _split(verdict: Equality, sides: tuple[Side, Side], size: Size | None, how: dict[str, Any]) -> Decided:
    """The segments at one size."""
    if size is not None:
        verdict = equal(*(side.at(size) for side in sides), **how)
    if verdict.split is None:
        raise NotSupported(ASKED, "two networks that are equal", verdict.line[:300], "look at equal(left, right)")
    return verdict.split()


def _at(
    sides: tuple[Side, Side],
    size: Size | None,
    meeting: Meeting,
    used: frozenset[int],
    algebra: Field,
    error: float,
    ways: Sequence[Way],
) -> dict[str, Any]:
    """What the certificate says of one size."""
    pair = pair_of(sides, size, algebra.weights)
    join = Join(pair.left, pair.right)
    candidates = list(_candidates(meeting, used))
    share = error / (len(candidates) + len(pair.left.outputs))
    asked = asked_of(algebra.weights, algebra.activation, share)
    taken = list(_settled(join, candidates, asked, ways))
    for one, other in zip(pair.left.outputs, pair.right.outputs, strict=True):
        if pair.left.node(one).title in join.open_outputs():
            taken += _settled(join, [(Cut(one, other), True)], asked, ways)
    missing = join.open_outputs()
    if missing:
        expected = "segments that are settled one by one" + ("" if error else ", and none decided only")
        hint = "ask equal alone" if error else "leave error=0 out"
        raise NotSupported(ASKED, expected, f"none that reaches {missing[0]!r}"[:200], hint)
    return _as_data(pair.digests, size, taken)


def _settled(
    join: Join, candidates: Iterable[tuple[Cut, bool]], asked: SegmentAsked, ways: Sequence[Way]
) -> Iterator[tuple[Cut, Settled]]:
    """Those cuts whose segments are settled; one that need not be there is not decided only."""
    for cut, needed in candidates:
        try:
            segment = join.segment(cut)
        except CertificateRejected:  # known already
            continue
        how = best(segment, asked, [way for way in ways if needed or way != "decided"])
        if how is not None:
            join.take(cut)
            yield cut, how


MAX_EXACT = 100_000
"""Products of a segment whose normal forms are tried when it may be decided instead."""


_MOVED = (op.Input, op.Pad, op.SpaceToDepth, op.DepthToSpace, op.ChannelPermutation, op.Transpose, op.Reshape, op.Mask)
"""What holds a value once more without computing anything: segments may as well reach through it."""


def _candidates(meeting: Meeting, used: frozenset[int]) -> Iterator[tuple[Cut, bool]]:
    """Cuts in the order of the left: the first nodes of each class, which are needed, and others of that value."""
    left, right = meeting.networks
    holding: dict[int, list[str]] = defaultdict(list)
    for node in right.nodes:
        match = meeting.matches.get(node.name)
        if match is not None and match.is_cut:
            holding[match.print].append(node.name)
    place = [{node.name: number for number, node in enumerate(network.nodes)} for network in (left, right)]
    rows: list[tuple[tuple[int, int], Cut, bool]] = []
    first: dict[int, str] = {}
    for node in left.nodes:
        seen = meeting.prints[node.name]
        if seen not in used | meeting.inputs() or not holding[seen]:
            continue
        main = next((name for name in holding[seen] if not meeting.matches[name].relation.cell), holding[seen][0])
        for name in [main] if seen in first else holding[seen]:
            needed = seen not in first and name == main
            if needed or not isinstance(right.node(name).operator, _MOVED):
                relation = meeting.matches[name].relation
                held = Held(relation.cell, relation.order) if relation.cell else Held()
                rows.append(((place[0][node.name], place[1][name]), Cut(node.name, name, held), needed))
        first.setdefault(seen, node.name)
    for _, cut, needed in sorted(rows, key=lambda row: row[0]):
        yield cut, needed


# ------------------------------------------------------------------------------------------------ cutoffs


def repeats_of(sides: Sequence[Side]) -> tuple[Repeat, ...]:
    """The smallest sizes that are settled along each axis.  ``NotSupported`` where there are none, or too many."""
    check_fixed(sides)
    axes, step = _axes_and_step(sides)
    found: list[dict[int, int]] = [{} for _ in range(axes)]
    for n in range(1, MOST + 1):
        for axis, known in enumerate(found):
            if n % step not in known and not unsettled(sides, (n,) * axes, axis, step):
                known[n % step] = n
        if all(len(known) == step for known in found):
            return tuple(Repeat(step, tuple(known[r] for r in range(step))) for known in found)
    got = f"none up to {MOST} for some remainder of {step}"
    raise NotSupported("all sizes", "sizes from which on all are alike", got, "name the sizes")


def _axes_and_step(sides: Sequence[Side]) -> tuple[int, int]:
    for n in range(1, MOST + 1):
        made, _ = common_size(sides, (n,))
        if made[0] is not None and made[1] is not None:
            axes = max(len(made[0].shapes[node.name]) for node in made[0].inputs) - 1
            every = [free_places(network, axis) for axis in range(axes) for network in made if network is not None]
            return axes, lcm(*(value.need for values in every for value in values.values()))
    raise NotSupported("all sizes", "a size at which both sides exist", f"none up to {MOST}", "name the sizes")


# ------------------------------------------------------------------------------------------------ ways


def best(segment: SegmentNetworks, asked: SegmentAsked, ways: Sequence[Way] = WAYS) -> Settled | None:
    """The strongest of these ways that settles it, with the theorems that this takes; None where none does."""
    for way in ways:
        if way == "exact" and asked.error and _products(segment) > MAX_EXACT:
            continue
        if way == "proved":
            for theorems in _theorems(segment):
                return Settled(way, "", theorems)
            continue
        try:
            return settled(segment, way, (), asked)
        except CertificateRejected:
            continue
    return None


def _theorems(segment: SegmentNetworks) -> Iterator[tuple[str, ...]]:
    """Certificates for the sides with a stride or a dilation, on each scope in which they can be proved."""
    from symstride.theorem import prove

    for scope in ("layer", "network"):
        try:
            strided, target = strided_sides(segment)
            yield tuple(prove(side, scope=scope, rewritten=target).certificate() for side in strided)
        except SymstrideError:
            continue


def _products(segment: SegmentNetworks) -> int:
    return sum(prod(work_of(network, node)) for network in segment.networks for node in network.nodes if node.inputs)


# ------------------------------------------------------------------------------------------------ writing


def _as_data(digests: tuple[str, str], size: Size | None, cuts: Sequence[tuple[Cut, Settled]]) -> dict[str, Any]:
    """What a certificate says of one size."""
    return {
        "size": None if size is None else list(size),
        "left": digests[0],
        "right": digests[1],
        "cuts": [_cut__as_data(cut, how) for cut, how in cuts],
    }


def _cut__as_data(cut: Cut, how: Settled) -> dict[str, Any]:
    held = {"cell": list(cut.held.cell), "order": cut.held.order} if cut.held.cell else None
    theorems = [json.loads(text) if isinstance(text, str) else text for text in how.theorems]
    return {"left": cut.left, "right": cut.right, "held": held, "way": how.way, "theorems": theorems}
