"""The strided layer as literally a unit-stride layer: both sides are ``conv``, channel and phase merged into one.

With St = S_1*...*S_d input phases (S = s: one output phase), the merged input channel is

    q = c*St + rho  (channel_major, PyTorch's pixel_unshuffle)      or      q = rho*C + c  (phase_major, SpaceToDepth),

rho = (rho_1*S_2 + rho_2)*S_3 + ..., so c and the rho_n are quotients and remainders of q.

A grouped layer stays one: channel_major keeps the channels of a group together, and q counts within the group.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from symstride.proof.kernel.terms import Term, make, minus
from symstride.proof.language.definitions import PARAMETERS, conv, grouped_conv, names, per_axis, phases
from symstride.proof.language.syntax import Integer, integer, mapping, product, tensor, use
from symstride.proof.statements.axis import TAP_END, TAP_LOW, on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight


@cache
def plain_conv(d: int, dilated: Dilated = None) -> Term:
    """conv(w, x; C, k, s, dl, p)[o, m], the strided side."""
    parameters = ["C", *per_axis(d, *PARAMETERS), "o", *names(d, "m")]
    return at_its_dilation(d, dilated, use(conv(d), tensor("w", d + 2), tensor("x", d + 1), *parameters))


@cache
def plain_grouped(d: int, dilated: Dilated = None) -> Term:
    """grouped(w, x; C, O, k, s, dl, p)[o, m], the strided side."""
    parameters = ["C", "O", *per_axis(d, *PARAMETERS), "o", *names(d, "m")]
    return at_its_dilation(d, dilated, use(grouped_conv(d), tensor("w", d + 2), tensor("x", d + 1), *parameters))


@cache
def merged_grouped(d: int, dilated: Dilated = None) -> Term:
    """grouped(W', X'; C*St, O, K, 1, 1, -umin)[o, m], channel-major: stride 1 and dilation 1, the same groups."""
    order = "channel_major"
    outputs = use(grouped_conv(d), merged_weight(d, order, dilated), merged_input(d, order), *_unit(d, order, ["O"]))
    return at_its_dilation(d, dilated, outputs)


def _unit(d: int, order: str, groups: Sequence[str] = ()) -> list[Integer]:
    """The parameters of the unit-stride side: C*St, O if there are groups, K, 1, 1, -umin, o, m."""
    low, taps = tap_bounds(d)
    padding: Sequence[Term] = [make("mul", integer(-1), u) for u in low]
    return [merged_channels(d, order), *groups, *taps, *[1] * d, *[1] * d, *padding, "o", *names(d, "m")]


def channel_and_phases(d: int, order: str, q: Integer) -> tuple[Term, list[Term]]:
    """(c, [rho_1, ..., rho_d]) of a merged channel."""
    rest, steps = integer(q), [integer(s) for s in names(d, "s")]
    channel = rest
    if order == "phase_major":
        channel, rest = make("mod", rest, integer("C")), make("div", rest, integer("C"))
    rho: list[Term] = []
    for n in reversed(range(d)):
        if order == "phase_major" and n == 0:
            rho.insert(0, rest)
        else:
            rho.insert(0, make("mod", rest, steps[n]))
            rest = make("div", rest, steps[n])
    return (channel, rho) if order == "phase_major" else (rest, rho)


def tap_bounds(d: int) -> tuple[list[Term], list[Term]]:
    """umin and the number of taps K for each axis, with one output phase."""
    one = {"a": 1, "tau": 0}
    low = [on_axis(d, n, on_axis(1, 0, TAP_LOW, **one)) for n in range(d)]
    end = [on_axis(d, n, on_axis(1, 0, TAP_END, **one)) for n in range(d)]
    return low, [minus(e, u) for e, u in zip(end, low)]


def merged_weight(d: int, order: str, dilated: Dilated = None) -> Term:
    """(o, q, v) -> bank(w; k, s, dl, p, a = 1)[tau = 0, o, rho(q), c(q), v + umin]: the unit-stride layer's weights."""
    v, (low, _) = names(d, "v"), tap_bounds(d)
    c, rho = channel_and_phases(d, order, "q")
    letters: dict[str, Integer] = {"c": c}
    letters |= dict.fromkeys(names(d, "a"), 1) | dict.fromkeys(names(d, "tau"), 0)
    letters |= dict(zip(names(d, "rho"), rho))
    letters |= {u: make("add", integer(v[n]), low[n]) for n, u in enumerate(names(d, "u"))}
    return mapping(["o", "q", *v], weight(d, dilated, letters))


def merged_input(d: int, order: str) -> Term:
    """(q, n) -> phases(x; s)[rho(q), c(q), n]: the unit-stride layer's input channels."""
    c, rho = channel_and_phases(d, order, "q")
    n = names(d, "n")
    return mapping(["q", *n], use(phases(d), tensor("x", d + 1), *names(d, "s"), *rho, c, *n))


def merged_channels(d: int, order: str) -> Term:
    """The number of merged channels: S_1*...*S_d*C, in the order in which the sums are flattened."""
    steps = [integer(s) for s in names(d, "s")]
    if order == "channel_major":
        return product(*reversed(steps), integer("C"))
    return product(integer("C"), *reversed(steps))


@cache
def merged_conv(d: int, order: str, dilated: Dilated = None) -> Term:
    """conv(W', X'; C*St, K, 1, 1, -umin)[o, m]: the same definition, with stride 1 and dilation 1."""
    outputs = use(conv(d), merged_weight(d, order, dilated), merged_input(d, order), *_unit(d, order))
    return at_its_dilation(d, dilated, outputs)
