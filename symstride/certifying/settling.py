"""Five ways to settle a segment, from the strongest to the weakest.

``same``
    Both sides have one digest: the same operators with the same numbers on the same values, up to names.
``proved``
    A side has layers with a stride or a dilation, and there is a theorem of the kernel about them.  The other side has
    none, and is compared number by number with it (``network.correspondence``).  Where both sides have such layers,
    both are compared with one network that has none.
``compared``
    The same without a theorem: no side has such a layer, or none was asked for.
``exact``
    The normal forms of both sides are the same, term by term (``equality.exact``).
``decided``
    Both sides agree at random points of finite fields, drawn anew (``equality.deciding``).

The first three use nothing of what decides equality.  Each is done again when a certificate is checked.

All but the first are about numbers: a layer may multiply a place by 0 that another one does not read, and 0 times
infinity is none.  So they hold wherever maps that do not always give numbers give them, and ``Settled.undefined`` names
these maps, as the checker finds them in the segment.  What is *same* is the same without numbers, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, get_args

from symstride.certifying.joining import SegmentNetworks
from symstride.errors import CertificateRejected, SymstrideError, rejected
from symstride.network.correspondence import Correspondence, check_correspondence
from symstride.network.digest import canonical_digest
from symstride.network.finite import brings_numbers, partial_maps
from symstride.network.graph import Network
from symstride.network.lowest import reads_lowest
from symstride.network.rewriting.unstride import unstride
from symstride.replaying import replay

Way: TypeAlias = Literal["same", "proved", "compared", "exact", "decided"]

Theorem: TypeAlias = "str | Mapping[str, Any]"
"""A certificate of the kernel: its text, or its data."""

WAYS: tuple[Way, ...] = get_args(Way)


@dataclass(frozen=True, slots=True)
class SegmentAsked:
    """How the weights and the activations of a segment are read, and the error that deciding it may have, or 0."""

    weights: Literal["symbolic", "given"]
    activation: Literal["any", "zero", "relu"]
    error: float


@dataclass(frozen=True, slots=True)
class Settled:
    """How a segment was settled; ``said`` in words, ``error`` the most with which that is wrong.

    ``theorems`` are certificates of the kernel, for the left and for the right.  ``undefined`` are the maps that are
    taken to be applied where they give numbers only; none where all of them always do, or where that does not matter.
    """

    way: Way
    said: str
    theorems: tuple[Theorem, ...] = ()
    error: float = 0.0
    undefined: tuple[str, ...] = ()


def settled(segment: SegmentNetworks, way: Way, theorems: Sequence[Theorem], asked: SegmentAsked) -> Settled:
    """Settle a segment in that way.  ``CertificateRejected`` where it cannot be."""
    where = f"segment {' | '.join(segment.titles)}"[:200]
    shapes = [network.shapes[network.outputs[0]] for network in segment.networks]
    if shapes[0] != shapes[1]:
        raise rejected(f"ends of one shape, {shapes[0]}", f"{shapes[1]}", where)
    if way == "decided" and not asked.error:
        raise rejected("nothing that is decided only, where the error is 0", way, where)
    if (way == "proved") != bool(theorems):
        raise rejected("theorems where something is proved, and only there", f"{len(theorems)} of them, {way}", where)
    try:
        found = _CHECKS[way](segment, tuple(theorems), asked)
        return found if way == "same" else replace(found, undefined=_undefined(segment))
    except SymstrideError as why:
        raise rejected(f"a segment that is {way}: {why.expected}"[:300], why.got[:300], where) from None


def _undefined(segment: SegmentNetworks) -> tuple[str, ...]:
    """The maps that may give no number.  ``CertificateRejected`` where a node has infinity, or 0 for a divisor."""
    strange = [n for network in segment.networks for n in network.nodes if not brings_numbers(network, n)]
    if strange:
        raise rejected("numbers, and none of them a divisor of 0", f"others at {strange[0].title!r}", "segment")
    return partial_maps(*segment.networks)


# ------------------------------------------------------------------------------------------------ the ways


def _same(segment: SegmentNetworks, theorems: tuple[Theorem, ...], asked: SegmentAsked) -> Settled:
    digests = [canonical_digest(network) for network in segment.networks]
    if digests[0] != digests[1]:
        raise rejected(f"the digest {digests[0]}", digests[1], "segment")
    return Settled("same", "the same operators on the same values")


def _proved(segment: SegmentNetworks, theorems: tuple[Theorem, ...], asked: SegmentAsked) -> Settled:
    strided, target = strided_sides(segment)
    for side in strided:
        _check_numbers(side)
    if len(strided) != len(theorems):
        raise rejected(f"theorems for the {len(strided)} sides with a stride or a dilation", f"{len(theorems)}", "")
    reports = [replay(text, side, target) for text, side in zip(theorems, strided, strict=True)]
    claims, steps = sum(len(report.claims) for report in reports), sum(report.steps for report in reports)
    return Settled("proved", f"{claims:,} claims in {steps:,} steps, and compared number by number", theorems)


def strided_sides(segment: SegmentNetworks) -> tuple[list[Network], Network]:
    """The sides with a stride or a dilation, and the network without any that they are compared with."""
    strided = [network for network in segment.networks if network.strided]
    if not strided:
        raise rejected("a layer with a stride or a dilation", "none", "segment")
    plain = [network for network in segment.networks if not network.strided]
    return strided, plain[0] if plain else unstride(strided[1], "layer")


def _compared(segment: SegmentNetworks, theorems: tuple[Theorem, ...], asked: SegmentAsked) -> Settled:
    if any(network.strided for network in segment.networks):
        strided, target = strided_sides(segment)
        found = [_corresponding(side, target) for side in strided][-1]
    else:
        try:
            found = _corresponding(segment.left, segment.right)
        except CertificateRejected:  # what the one computes the other may compute too, beside more
            found = _corresponding(segment.right, segment.left)
    return Settled("compared", f"{found.nodes:,} nodes and {found.arrays:,} arrays, number by number")


def _corresponding(original: Network, other: Network) -> Correspondence:
    _check_numbers(original)
    return check_correspondence(original, other)


def _check_numbers(original: Network) -> None:
    """What an original computes counts as a number wherever the other one has it, be it with a weight of 0."""
    title = reads_lowest(original)
    if title:
        raise rejected("sums and products of numbers", f"minus infinity, which {title!r} reads", "segment")


def _exact(segment: SegmentNetworks, theorems: tuple[Theorem, ...], asked: SegmentAsked) -> Settled:
    from symstride.equality.exact import same_forms

    if not same_forms(segment.left, segment.right, asked.weights, asked.activation):
        raise rejected("the same normal forms", "others", "segment")
    return Settled("exact", "the same normal forms, term by term")


def _decided(segment: SegmentNetworks, theorems: tuple[Theorem, ...], asked: SegmentAsked) -> Settled:
    from symstride.equality.deciding import equal

    weights, activation = asked.weights, asked.activation
    verdict = equal(segment.left, segment.right, weights=weights, activation=activation, error=asked.error)
    if verdict.status != "equal":
        raise rejected("two sides that are equal", f"{verdict.status}: {'; '.join(verdict.reasons)}"[:200], "segment")
    said = f"wrong with probability at most {verdict.error:.1e}"
    return Settled("decided", said, error=verdict.error)


_CHECKS: Mapping[Way, Callable[[SegmentNetworks, tuple[Theorem, ...], SegmentAsked], Settled]] = {
    "same": _same,
    "proved": _proved,
    "compared": _compared,
    "exact": _exact,
    "decided": _decided,
}
