"""Two networks in segments that are meant for all sizes: which pairs of nodes have to be equal, and made of what.

Cuts are found at one size, and are no more than a guess there.  A *pair* is a node of each side that are to have the
same value; its segment is what computes the two from cuts in front.  Let each segment be equal for whatever its inputs
are, at the sizes that these have at ``N``.  Then the two networks are equal at ``N``.

Proof.  By induction on the sum of the places of a pair's nodes in their networks.  What the left of a segment reads and
the right does not, or the other way about, may be anything, since the two agree for all inputs; so let them read the
same cuts.  Of such a cut the left reads a node in front of the pair's, and so does the right: these two are pairs
with the first node of the cut on the other side, and each of these pairs comes earlier.  By then all of them are known
to have the same value, which the two segments make the same of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from symstride.equality.cuts import Meeting, Relation, SegmentPair, Stops, between, needed
from symstride.errors import NotSupported
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op

Pair = tuple[str, str]
Networks = tuple[Network, Network]


@dataclass(frozen=True)
class Cuts:
    """Nodes that are taken to have the same value: for each side the first node of the left with that value.

    ``first`` is the first of the right for each of these, and ``inputs`` are those that come from outside.
    """

    left: Mapping[str, str]
    right: Mapping[str, str]
    first: Mapping[str, str]
    inputs: frozenset[str]

    def stops(self, pair: Pair) -> Stops:
        """Where the segment of that pair begins: at all cuts but its own."""
        own = self.left.get(pair[0])
        right = {name: (of, Relation()) for name, of in self.right.items() if of != own or of in self.inputs}
        return {name: of for name, of in self.left.items() if of != own or of in self.inputs}, right

    def segment(self, networks: Networks, pair: Pair) -> SegmentPair:
        """What computes the two nodes from the cuts in front of them."""
        return between(networks, self.stops(pair), pair, Relation())


def cuts_of(meeting: Meeting, used: frozenset[int]) -> Cuts:
    """The cuts of a meeting that are among ``used``, as far as both sides have them as they are, and the inputs."""
    left, right = meeting.networks
    outside = {meeting.prints[a.name]: (a.name, b.name) for a, b in zip(left.inputs, right.inputs, strict=True)}
    first: dict[int, str] = {seen: names[0] for seen, names in outside.items()}
    lefts = {name: name for name, _ in outside.values()}
    for node in left.nodes:
        seen = meeting.prints[node.name]
        if seen in used and seen not in outside:
            lefts[node.name] = first.setdefault(seen, node.name)
    rights = {other: name for name, other in outside.values()}
    for node in right.nodes:
        match = meeting.matches.get(node.name)
        is_plain = match is not None and match.is_cut and match.relation == Relation()
        if match is not None and is_plain and match.print in first and match.print not in outside:
            rights[node.name] = first[match.print]
    had = set(rights.values())
    firsts: dict[str, str] = {}
    for name, of in rights.items():
        firsts.setdefault(of, name)
    lefts = {name: of for name, of in lefts.items() if of in had}
    return Cuts(lefts, rights, firsts, frozenset(name for name, _ in outside.values()))


def pairs_of(networks: Networks, cuts: Cuts) -> dict[Pair, tuple[str, ...]]:
    """Each pair that has to be equal for the outputs to be so -> the cuts that its segment begins at."""
    found: dict[Pair, tuple[str, ...]] = {}
    waiting = list(zip(networks[0].outputs, networks[1].outputs, strict=True))
    while waiting:
        pair = waiting.pop()
        if pair in found:
            continue
        _check_computed(networks, pair)
        stops = cuts.stops(pair)
        read = [needed(network, end, at)[1] for network, end, at in zip(networks, pair, stops, strict=True)]
        of = [*(cuts.left[name] for name in read[0]), *(cuts.right[name] for name in read[1])]
        found[pair] = tuple(dict.fromkeys(of))
        waiting += [(name, cuts.first[cuts.left[name]]) for name in read[0] if cuts.left[name] not in cuts.inputs]
        waiting += [(cuts.right[name], name) for name in read[1] if cuts.right[name] not in cuts.inputs]
    order = {node.name: number for number, node in enumerate(networks[0].nodes)}
    return dict(sorted(found.items(), key=lambda item: order[item[0][0]]))


def _check_computed(networks: Networks, pair: Pair) -> None:
    for network, name in zip(networks, pair, strict=True):
        if not network.node(name).inputs:
            expected = "outputs that are computed"
            raise NotSupported("segments", expected, f"output {network.node(name).title!r} is an input", "leave it out")


# ------------------------------------------------------------------------------------------------ the same nodes


def is_same(networks: Networks, pair: Pair, cuts: Cuts) -> bool:
    """Whether both sides have the same operators and numbers between the same cuts, and numbers only.

    Such a segment is equal at every size, whatever its operators read.  A pool with a window of padding only gives
    minus infinity, which no cut may have; one that may have such a window is not the same in this sense.
    """
    stops = cuts.stops(pair)
    seen: set[Pair] = set()
    waiting = [pair]
    while waiting:
        names = waiting.pop()
        if names in seen:
            continue
        seen.add(names)
        one, other = networks[0].node(names[0]), networks[1].node(names[1])
        if not (_is_same_node(networks, one, other) and gives_numbers(one.operator)):
            return False
        for inputs in zip(one.inputs, other.inputs, strict=True):
            at = stops[0].get(inputs[0]), stops[1].get(inputs[1], (None,))[0]
            if at == (None, None):
                waiting.append(inputs)
            elif at[0] != at[1]:
                return False
    return True


def _is_same_node(networks: Networks, one: Node, other: Node) -> bool:
    if one.operator != other.operator or len(one.inputs) != len(other.inputs) or not one.inputs:
        return False
    if len(one.parameters) != len(other.parameters):
        return False
    arrays = zip(
        (networks[0].weights[name] for name in one.parameters),
        (networks[1].weights[name] for name in other.parameters),
        strict=True,
    )
    return all(a is b or (a.dtype == b.dtype and np.array_equal(a, b)) for a, b in arrays)


def gives_numbers(operator: object) -> bool:
    """Whether the operator gives numbers for numbers: no minus infinity, and no quotient by 0."""
    if isinstance(operator, op.Pad | op.Mask | op.Select):
        return isinstance(operator.fill, float | int) and bool(np.isfinite(operator.fill))
    if isinstance(operator, op.MaxPool | op.AveragePool):
        whole = all(0 <= n < k for k, pair in zip(operator.kernel, operator.padding, strict=True) for n in pair)
        return whole and all(n == 1 for n in getattr(operator, "dilation", (1,)))
    return not isinstance(operator, op.Quotient | op.Divide)


def names_in(cuts: Cuts, pairs: Iterable[Pair]) -> tuple[frozenset[str], frozenset[str]]:
    """The nodes of each side that have to be there at every size."""
    ends = list(pairs)
    return frozenset([*cuts.left, *(a for a, _ in ends)]), frozenset([*cuts.right, *(b for _, b in ends)])
