"""A strided layer is one convolution of stride 1 and dilation 1, its channels and phases numbered by one index."""

from __future__ import annotations

from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import at_most, equal
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.merged import merged_conv, plain_conv
from symstride.proof.statements.texts import Texts

TITLE = "A strided layer is a unit-stride layer"
LINE = "a strided layer is one convolution with stride 1 and dilation 1, on more channels"
SOURCES = ("kong2017stride",)
FOLLOWS = ("single-layer",)
WORDS = {
    "channel_major": "The strided layer is the same convolution with stride 1 and dilation 1, on more channels.",
    "phase_major": "The strided layer is the same convolution with stride 1 and dilation 1, on more channels.",
}
FALSE = {
    "the two orders of channels and phases are not the same": Texts(
        "sum(v[s*c + rho]*x[c, s*m + rho] for c in range(C) for rho in range(s))",
        "sum(v[C*rho + c]*x[c, s*m + rho] for c in range(C) for rho in range(s))",
        "1 <= s; 1 <= C",
    ),
}


def claims(d: int) -> Claims:
    """For d axes."""
    hyps = [f for s, dl in zip(names(d, "s"), names(d, "dl")) for f in (at_most(1, s), at_most(1, dl))]
    channel, phase = (equal(plain_conv(d), merged_conv(d, order)) for order in ("channel_major", "phase_major"))
    return {"channel_major": (hyps, channel), "phase_major": ([at_most(1, "C"), *hyps], phase)}
