"""Comparing networks with a certificate about them: the original, and the one without strides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from symstride.errors import SpecError, rejected
from symstride.network.subject import NetworkSubject

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.proof.subject import Subject

ASKED = "replay(certificate)"


def compare_networks(subject: Subject, original: Any, rewritten: Any) -> tuple[str, ...]:
    """Compare the networks with the subject, and answer with what was compared."""
    if not isinstance(subject, NetworkSubject):
        raise rejected("a certificate about a network", f"one about {subject.title}"[:300], "about")
    if original is None:
        hint = "pass both: replay(certificate, original, rewritten)"
        raise SpecError(ASKED, "the original beside the rewritten network", "the rewritten one alone", hint)
    first = network_in(original)
    said = [compare_original(subject, first)]
    if rewritten is not None:
        said.append(_compare_rewritten(subject, first, network_in(rewritten)))
    return tuple(said)


def network_in(given: Any) -> Network:
    """A network as it is, or the one in a model."""
    from symstride.network.graph import Network

    if isinstance(given, Network):
        return given
    from symstride.doors import read

    found = read(given, check=False)  # what is compared are networks, read by one reader
    if not isinstance(found, Network):
        raise SpecError(ASKED, "a network, or the path of an ONNX model", repr(given)[:80], "name a file in .onnx")
    return found


def compare_original(subject: NetworkSubject, network: Network) -> str:
    """Refuse a subject that is not this network's: its digest, and every layer that changes, with its numbers.

    Answers with what was compared, in words.
    """
    from symstride.network.claims import subject_of
    from symstride.network.digest import canonical_digest

    weights = bool(network.weights)
    if subject.source is not None and subject.source != canonical_digest(network, subject.any_size):
        weights = False  # proved without any, for all of them
        bare = canonical_digest(network.without_weights(), subject.any_size)
        if subject.source != bare:
            expected = f"the network with the digest {subject.source}"
            raise rejected(expected, f"{network.name!r}, which is another", "about.source")
    its_own = subject_of(network, subject.scope, subject.any_size)
    if Counter(_unnamed(its_own)) != Counter(_unnamed(subject)) or its_own.axes != subject.axes:
        raise rejected(f"every layer of {network.name!r} that changes", "other layers, or other numbers", "about")
    if subject.source is None:
        return f"original {network.name!r}: its layers are those of the certificate, which has no digest of it"
    how = "its weights included" if weights else "proved without weights, for all of them"
    return f"original {network.name!r}: the network of the certificate, {how}"


def _unnamed(subject: NetworkSubject) -> list[tuple[str, int]]:
    """Each request with the number of its nodes; what these are called does not matter."""
    from symstride.proof.kernel.replay import canonical

    return [(canonical(group.about), len(group.nodes)) for group in subject.groups]


def _compare_rewritten(subject: NetworkSubject, original: Network, rewritten: Network) -> str:
    """Refuse a network that is not the original without strides, or not the one that the certificate names."""
    from symstride.network.correspondence import check_correspondence
    from symstride.network.digest import canonical_digest

    if subject.rewritten is not None and subject.rewritten != canonical_digest(rewritten, subject.any_size):
        expected = f"the rewritten network with the digest {subject.rewritten}"
        raise rejected(expected, f"{rewritten.name!r}, which is another", "about.rewritten")
    found = check_correspondence(original, rewritten, subject.groups)
    figures = f"{found.nodes:,} nodes and {found.arrays:,} arrays of {found.bytes:,} bytes"
    which = "the network of the certificate, " if subject.rewritten is not None else ""
    return f"rewritten {rewritten.name!r}: {which}{figures} compared number by number with the original"
