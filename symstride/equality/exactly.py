"""``error=0`` of networks that are too large for it as a whole: each segment by itself, between cuts.

Cuts are found by chance, and are guesses; what is asked of each segment is not.  ``segments`` says why equal segments
make equal networks, and which pairs of nodes these are.  A segment is equal when both sides have the same nodes, or
when its normal forms are the same.
"""

from __future__ import annotations

from symstride.equality.algebra import Activation
from symstride.equality.cuts import Meeting
from symstride.equality.exact import same_forms
from symstride.equality.field import Weights
from symstride.equality.segments import cuts_of, is_same, pairs_of
from symstride.errors import NotSupported

MAX_SEGMENTS = 500
"""Segments whose normal forms are compared."""


def same_in_segments(meeting: Meeting, used: frozenset[int], weights: Weights, activation: Activation) -> None:
    """Refuse, with the first segment, two networks that are not the same segment by segment, between the cuts ``used``.

    Raises ``NotSupported``: that a segment differs says nothing of the whole, which may never give it such inputs.
    """
    networks, cuts = meeting.networks, cuts_of(meeting, used)
    pairs = [pair for pair in pairs_of(networks, cuts) if not is_same(networks, pair, cuts)]
    if len(pairs) > MAX_SEGMENTS:
        hint = "leave error=0 out, or compare at a smaller size"
        raise NotSupported("error=0", f"at most {MAX_SEGMENTS:,} segments to compare", f"{len(pairs):,}", hint)
    for pair in pairs:
        part = cuts.segment(networks, pair)
        asked = f"error=0, segment {' | '.join(part.end)}"[:200]
        hint = "leave error=0 out, or ask certify(..., error=0), which knows phases too"
        try:
            same = same_forms(part.left, part.right, weights, activation)
        except NotSupported as why:
            raise NotSupported(asked, why.expected, why.got, hint) from None
        if not same:
            raise NotSupported(asked, "the same normal forms", "others", hint)
