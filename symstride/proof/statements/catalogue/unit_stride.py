"""A strided layer is one convolution of stride 1 and dilation 1, its channels and phases numbered by one index."""

from __future__ import annotations

from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import at_most, equal
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.merged import merged_conv, plain_conv

TITLE = "A strided layer is a unit-stride layer"
LINE = "a strided layer is one convolution with stride 1 and dilation 1, on more channels"
SOURCES = ("kong2017stride",)
FOLLOWS = ("single-layer",)
WORDS = {
    "channel_major": "The strided layer is the same convolution with stride 1 and dilation 1, on more channels.",
    "phase_major": "The strided layer is the same convolution with stride 1 and dilation 1, on more channels.",
}


def claims(d: int) -> Claims:
    """For d axes."""
    hyps = [f for s, dl in zip(names(d, "s"), names(d, "dl")) for f in (at_most(1, s), at_most(1, dl))]
    channel, phase = (equal(plain_conv(d), merged_conv(d, order)) for order in ("channel_major", "phase_major"))
    return {"channel_major": (hyps, channel), "phase_major": ([at_most(1, "C"), *hyps], phase)}
