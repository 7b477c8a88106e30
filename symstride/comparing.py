"""Comparing networks with a certificate about them: the original, and the one without strides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from symstride.errors import CertificateRejected, SpecError, rejected
from symstride.network.bits import same_numbers
from symstride.network.subject import NetworkSubject

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.network.model import Model
    from symstride.network.rest import Rest
    from symstride.proof.subject import Subject

ASKED = "replay(certificate)"


def compare_networks(subject: Subject, original: Any, rewritten: Any) -> tuple[str, ...]:
    """Compare the networks with the subject, and answer with what was compared."""
    if not isinstance(subject, NetworkSubject):
        raise rejected("a certificate about a network", f"one about {subject.title}"[:300], "about")
    if original is None:
        hint = "pass both: replay(certificate, original, rewritten)"
        raise SpecError(ASKED, "the original beside the rewritten network", "the rewritten one alone", hint)
    if subject.kept is not None:
        return tuple(_compare_models(subject, subject.kept, original, rewritten))
    first = network_in(original)
    said = [compare_original(subject, first) + _left_at_numbers(first.defaults)]
    if rewritten is not None:
        said.append(_compare_rewritten(subject, first, network_in(rewritten, first)))
    return tuple(said)


# ------------------------------------------------------------------------------------------------ models with a rest


def model_in(given: Any, scope: str, kept: Rest) -> Model:
    """A model as it is, or the one in a file, with the parts that the certificate names."""
    from symstride.doors import read
    from symstride.network.model import Model

    if isinstance(given, Model):
        return given
    try:
        return read(given, check=False, keep=scope, parts=kept.parts)
    except SpecError as why:
        if not why.asked.startswith("read(model, parts"):
            raise
        raise rejected(f"a part called {why.got!r}", why.expected, "about.kept") from None


def _compare_models(subject: NetworkSubject, kept: Rest, original: Any, rewritten: Any) -> Iterator[str]:
    """Refuse models that are not those of the certificate, or differ in more than in how layers are written."""
    first = model_in(original, subject.scope, kept)
    _compare_rest(kept, first)
    _compare_groups(subject, first.joint)
    if subject.source is not None and subject.source != first.digest:
        expected = f"the model with the digest {subject.source}"
        raise rejected(expected, f"{first.name!r}, which is another", "about.source")
    its = "" if subject.source is not None else ", of whose weights it says nothing"
    also = f"its layers{its}, and {len(kept.nodes):,} kept nodes{_left_at_numbers(first.defaults)}"
    yield f"original {first.name!r}: the model of the certificate, {also}"
    if rewritten is not None:
        yield _compare_fragments(subject, first, alike(rewritten, first))


def alike(given: Any, first: Model) -> Model:
    """The other model, cut where the first one is: a file, or one that is cut already."""
    from symstride.doors import read_alike
    from symstride.network.model import Model

    if not isinstance(given, Model):
        return read_alike(given, first)
    names = [[part.name for part in model.parts] for model in (first, given)]
    if names[0] != names[1] or first.rest.digest != given.rest.digest:
        raise rejected(f"a rest with the digest {first.rest.digest}", f"{given.rest.digest}", "rewritten")
    _check_defaults(first.defaults, given.defaults)
    return given


def _left_at_numbers(defaults: Sequence[str]) -> str:
    return f"; {len(defaults):,} inputs left at the numbers of the model, such as {defaults[0]!r}" if defaults else ""


def _check_defaults(original: Sequence[str], rewritten: Sequence[str]) -> None:
    """Refuse inputs of the second whose numbers a caller may replace: its arrays are then no copies, if he does."""
    free = sorted(set(rewritten) - set(original))
    if free:
        expected = f"inputs of the original, {len(original):,} of which have a number"
        got, hint = f"{free[0]!r}, an input with a number of its own", "leave it out of the inputs of the model"
        raise CertificateRejected(ASKED, expected, got[:200], hint, free[0][:80])


def _compare_rest(kept: Rest, model: Model) -> None:
    its = model.rest
    for expected, got in zip_longest(kept.nodes, its.nodes):
        if expected != got:
            place = (expected or got).name
            raise rejected(f"{expected or 'no more nodes'}"[:300], f"{got or 'no more nodes'}"[:300], place)
    left = [[(each.name, each.operator) for each in rest.left] for rest in (kept, its)]
    if (kept.digest, left[0], kept.declared, kept.parts) != (its.digest, left[1], its.declared, its.parts):
        raise rejected(f"a rest with the digest {kept.digest}", f"{its.digest}, in {model.name!r}", "about.kept")


def _compare_fragments(subject: NetworkSubject, first: Model, second: Model) -> str:
    from symstride.network.correspondence import check_correspondence
    from symstride.network.model import joint_network

    if subject.rewritten is not None and subject.rewritten != second.digest:
        expected = f"the rewritten model with the digest {subject.rewritten}"
        raise rejected(expected, f"{second.name!r}, which is another", "about.rewritten")
    claimed = {name: group for group in subject.groups for name in group.nodes}
    nodes = arrays = size = 0
    for one, other in zip(first.parts, second.parts, strict=True):
        alone, flat = (joint_network(part.name, [part]) for part in (one, other))
        mine = [replace(claimed[n.name], nodes=(n.name,)) for n in alone.nodes if n.name in claimed]
        found = check_correspondence(alone, flat, mine)
        nodes, arrays, size = nodes + found.nodes, arrays + found.arrays, size + found.bytes
    figures = f"{len(first.parts):,} layers, {nodes:,} nodes and {arrays:,} arrays of {size:,} bytes"
    count = len(first.open_parts)
    sizes = f", {count:,} of the layers as functions of their open sizes" if count else ""
    how = f"compared number by number with the original{sizes}"
    return f"rewritten {second.name!r}: {figures} {how}; all else is the same"


# ------------------------------------------------------------------------------------------------ networks


def network_in(given: Any, first: Network | None = None) -> Network:
    """A network as it is, or the one in a model.

    Of one that is read here, weights that the ``first`` network has under the same name, bit for bit, are held once.
    """
    from symstride.network.graph import Network

    if isinstance(given, Network):
        return given
    from symstride.doors import read

    found = read(given, check=False)  # what is compared are networks, read by one reader
    if not isinstance(found, Network):
        raise SpecError(ASKED, "a network, or the path of an ONNX model", repr(given)[:80], "name a file in .onnx")
    if first is None:
        return found
    known = {first.label(key): array for key, array in first.weights.items()}
    arrays = {key: (array, known.get(found.label(key))) for key, array in found.weights.items()}
    return found.with_weights(
        {
            key: array if other is None or not same_numbers(array, other) else other
            for key, (array, other) in arrays.items()
        }
    )


def compare_original(subject: NetworkSubject, network: Network) -> str:
    """Refuse a subject that is not this network's: its digest, and every layer that changes, with its numbers.

    Answers with what was compared, in words.
    """
    from symstride.network.digest import canonical_digest

    weights = bool(network.weights)
    if subject.source is not None and subject.source != canonical_digest(network, subject.any_size):
        weights = False  # proved without any, for all of them
        bare = canonical_digest(network.without_weights(), subject.any_size)
        if subject.source != bare:
            expected = f"the network with the digest {subject.source}"
            raise rejected(expected, f"{network.name!r}, which is another", "about.source")
    _compare_groups(subject, network)
    if subject.source is None:
        return f"original {network.name!r}: its layers are those of the certificate, which has no digest of it"
    how = "its weights included" if weights else "proved without weights, for all of them"
    return f"original {network.name!r}: the network of the certificate, {how}"


def _compare_groups(subject: NetworkSubject, network: Network) -> None:
    from symstride.network.claims import subject_of

    its_own = subject_of(network, subject.scope, subject.any_size)
    said = [Counter(_named(each) if subject.kept else _unnamed(each)) for each in (its_own, subject)]
    if said[0] != said[1] or its_own.axes != subject.axes:
        raise rejected(f"every layer of {network.name!r} that changes", "other layers, or other numbers", "about")


def _named(subject: NetworkSubject) -> list[tuple[str, int]]:
    """Each request with the names of its nodes, which are places in a model."""
    from symstride.proof.kernel.replay import canonical

    return [(canonical(group.to_plain()), 1) for group in subject.groups]


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
    _check_defaults(original.defaults, rewritten.defaults)
    found = check_correspondence(original, rewritten, subject.groups)
    figures = f"{found.nodes:,} nodes and {found.arrays:,} arrays of {found.bytes:,} bytes"
    which = "the network of the certificate, " if subject.rewritten is not None else ""
    return f"rewritten {rewritten.name!r}: {which}{figures} compared number by number with the original"
