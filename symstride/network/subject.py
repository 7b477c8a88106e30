"""What a certificate about a network and its rewriting is about: its title, and the statements that it has to make.

Everything follows from plain JSON; no network is looked at (``network.claims`` works a subject out from one).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from symstride.errors import SpecError
from symstride.network.rest import Rest
from symstride.proof.kernel.replay import canonical
from symstride.proof.statements.places import place_statements
from symstride.proof.statements.request import LayerRequest
from symstride.proof.subject import Statement

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.network.grid.plan import Plan
    from symstride.network.table import LayerTable
    from symstride.proof.statements.operator import OperatorRequest
else:  # what hints say at run time; loaded where a certificate has one
    OperatorRequest = Any

FIELDS: Final = ("network", "scope", "sizes", "axes", "groups", "source", "rewritten")
"""What a certificate says about a network; of a model with nodes that are kept also ``kept``."""
SCOPES: Final[Mapping[str, str]] = {
    "layer": "equals its rewriting layer by layer",
    "network": "equals its form on the grid",
}
SIZES: Final = ("given", "multiples")
"""The sizes that the network has, or all that the step of the grid divides."""
MAX_AXES: Final = 8
"""Most spatial axes of a network that a certificate speaks of."""
HEADLINE: Final = r"f'(x) = f(x) \qquad \text{for all inputs } x \text{ and all weights}"
"""What is proved of a network ``f`` and its rewriting ``f'``, whose weights are copies of those of ``f``."""

_ASKED = "a network's certificate"
_AGAIN = "prove the network again"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Group:
    """Nodes with equal requests.  ``about`` is their request as plain JSON, read when it is wanted."""

    nodes: tuple[str, ...]
    about: Mapping[str, Any]

    @cached_property
    def request(self) -> LayerRequest | OperatorRequest:
        """What is claimed of each of the nodes; of a transposed layer of open size as of one with symbols."""
        if "operator" not in self.about:
            return LayerRequest.from_plain(self.about)
        from symstride.proof.statements.operator import OperatorRequest

        return OperatorRequest.from_plain(self.about)

    @property
    def at_every_size(self) -> bool:
        """Whether its nodes have open sizes, and the claim holds for all of them."""
        return self.request.input_size is None

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """What is claimed of each of the nodes; at every size also that the numbers of outputs agree."""
        request = self.request
        yield from request.steps() if isinstance(request, LayerRequest) else request.statements()
        if self.at_every_size:
            from symstride.proof.statements.every_size import outputs_at_every_size

            yield from outputs_at_every_size(request)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"nodes": list(self.nodes), "request": self.about}

    @classmethod
    def from_plain(cls, data: Any) -> Group:
        """The group that ``to_plain`` described."""
        if not isinstance(data, Mapping) or set(data) != {"nodes", "request"}:
            raise SpecError(_ASKED, "groups of nodes and request", repr(data)[:80], _AGAIN)
        nodes, about = data["nodes"], data["request"]
        if type(nodes) is not list or not nodes or not all(type(name) is str for name in nodes):
            raise SpecError(_ASKED, "names of nodes", repr(nodes)[:80], _AGAIN)
        if not isinstance(about, Mapping):
            raise SpecError(_ASKED, "a request", repr(about)[:80], _AGAIN)
        return cls(tuple(nodes), about)


@dataclass(frozen=True)
class NetworkSubject:
    """A network and its rewriting.

    ``axes`` are the numbers of axes of the values in phases, each once.  ``source`` and ``rewritten`` are digests of
    the two networks, or None where none was asked for.  ``network``, without weights and with plain names, is there
    where the subject was worked out from one, and not where it was read from a certificate.  ``kept`` is there for a
    model of which only the layers in ``groups`` are read, each with inputs of its own: everything else of it.
    """

    name: str
    scope: str
    sizes: str
    axes: tuple[int, ...]
    groups: tuple[Group, ...]
    source: str | None = None
    rewritten: str | None = None
    network: Network | None = field(default=None, compare=False, repr=False)
    kept: Rest | None = None

    @property
    def any_size(self) -> bool:
        """Whether all input sizes are meant that the step of the grid divides."""
        return self.sizes == "multiples"

    @cached_property
    def plan(self) -> Plan | None:
        """The network's plan, in the scope "network"."""
        from symstride.network.grid.plan import plan

        return plan(self.known_network) if self.scope == "network" else None

    @cached_property
    def table(self) -> LayerTable:
        """One row per layer that changes, and totals."""
        from symstride.network.table import layer_table

        return layer_table(self.known_network, self.plan)

    @property
    def known_network(self) -> Network:
        """The network; ``SpecError`` for a subject that was read from a certificate."""
        if self.network is None:
            hint = "prove the network itself: a certificate does not hold it"
            raise SpecError("a table of layers", "the network", "its certificate alone", hint)
        return self.network

    # ------------------------------------------------------------ the subject of a certificate

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        rows = [group.to_plain() for group in self.groups]
        values = (self.name, self.scope, self.sizes, list(self.axes), rows, self.source, self.rewritten)
        kept = {} if self.kept is None else {"kept": self.kept.to_plain()}
        return dict(zip(FIELDS, values, strict=True)) | kept

    @property
    def files(self) -> tuple[Path, ...]:
        """Those of the network, where it is known."""
        return () if self.network is None else self.network.files

    @property
    def headline(self) -> str:
        """The two networks give the same, which all claims together say."""
        return HEADLINE

    @property
    def title(self) -> str:
        """The network's name, the scope, and a fingerprint of all that ``about`` says, layers and sizes included."""
        layers, groups = sum(len(group.nodes) for group in self.groups), len(self.groups)
        sizes = ", for all sizes that its step divides" if self.any_size else ""
        if self.open_layers:
            sizes = f", {counted(self.open_layers, 'layer')} of it for all sizes"
        rest = "" if self.kept is None else f", {counted(len(self.kept.nodes), 'node')} kept"
        count = f"{counted(layers, 'layer')} in {counted(groups, 'group')}{rest}, sha256 {self.fingerprint}"
        what = "network" if self.kept is None else "model"
        return f"{what} {self.name!r} {SCOPES[self.scope]}{sizes} ({count})"

    @cached_property
    def open_layers(self) -> int:
        """How many layers have open sizes, of which the claims hold for all sizes."""
        if self.scope != "layer":
            return 0
        return sum(len(group.nodes) for group in self.groups if group.about.get("input", 0) is None)

    @property
    def fingerprint(self) -> str:
        """The first half of the SHA-256 of ``about``."""
        return hashlib.sha256(canonical(self.about).encode()).hexdigest()[:32]

    @property
    def details(self) -> tuple[str, ...]:
        """A line per group: its nodes, and their layer with everything that its claims depend on; then what is kept.

        In between how many layers are claimed to be equal at every size.
        """
        lines = tuple(f"{', '.join(group.nodes)}: {group.request.title}" for group in self.groups)
        if self.open_layers:
            count = counted(self.open_layers, "layer")
            lines += (f"sizes stay open: {count}, equal at every size at which they have outputs",)
        return lines if self.kept is None else (*lines, *self.kept.lines, *self.kept.provisos)

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Those about places, for each number of axes, then those about each group."""
        for d in self.axes:
            yield from place_claims(d).items()
        for group in self.groups:
            self._check(group)
            for name, statement in group.statements():
                yield f"{group.nodes[0]}: {name}", statement

    def _check(self, group: Group) -> None:
        """Refuse a layer that does not stand in a rewriting of this scope, for these sizes."""
        request, got = group.request, f"{group.nodes[0]}: {group.request.title}"[:300]
        if not isinstance(request, LayerRequest):
            if self.scope != "layer" or not _is_open(request) or any(a != 1 for a in request.phases):
                raise SpecError(_ASKED, "a transposed layer of open size by itself", got, _AGAIN)
            return
        sized = request.cells if self.any_size else request.has_numbers or (self.scope == "layer" and _is_open(request))
        if not sized:
            raise SpecError(_ASKED, f"sizes: {self.sizes}", got, _AGAIN)
        if self.scope == "layer" and not request.is_clean:
            raise SpecError(_ASKED, "clean ghosts, layer by layer", got, _AGAIN)
        in_phases = any(s * a != 1 for s, a in zip(request.layer.stride, request.phases, strict=True))
        if self.scope == "network" and (
            request.origin != "image" or (in_phases and request.layer.ndim not in self.axes)
        ):
            raise SpecError(_ASKED, f"phases of the image, on {self.axes} axes", got, _AGAIN)

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> NetworkSubject:
        """The subject in a certificate; ``SpecError`` when it is none, or names a node twice.

        Requests are not read yet: who compares claims one by one stops at the first that differs.
        """
        if set(data) - {"kept"} != set(FIELDS) or type(data["groups"]) is not list or not data["groups"]:
            raise SpecError(_ASKED, f"{', '.join(FIELDS)}, with groups", ", ".join(sorted(data))[:80], _AGAIN)
        name, scope, sizes, axes = (data[word] for word in ("network", "scope", "sizes", "axes"))
        if type(name) is not str:
            raise SpecError(_ASKED, "the network's name", repr(name)[:80], _AGAIN)
        if type(scope) is not str or scope not in SCOPES:
            raise SpecError(_ASKED, f"a scope: {' or '.join(SCOPES)}", repr(scope)[:80], _AGAIN)
        if type(sizes) is not str or sizes not in (SIZES if scope == "network" else SIZES[:1]):
            raise SpecError(_ASKED, f"sizes: {' or '.join(SIZES)}", f"{sizes!r}, scope {scope}"[:80], _AGAIN)
        known = type(axes) is list and all(type(d) is int and 1 <= d <= MAX_AXES for d in axes)
        if not known or sorted(set(axes)) != axes or (scope == "layer" and axes):
            raise SpecError(_ASKED, f"numbers of axes up to {MAX_AXES}, each once", repr(axes)[:80], _AGAIN)
        digests = [data[word] for word in ("source", "rewritten")]
        if not all(d is None or (type(d) is str and _DIGEST.fullmatch(d)) for d in digests):
            raise SpecError(_ASKED, "digests of 64 hexadecimal digits, or null", repr(digests)[:200], _AGAIN)
        groups = tuple(map(Group.from_plain, data["groups"]))
        _each_once("node", Counter(node for group in groups for node in group.nodes))
        _each_once("request", Counter(canonical(group.about) for group in groups))
        kept = Rest.from_plain(data["kept"]) if "kept" in data else None
        source, rewritten = digests
        return cls(name, scope, sizes, tuple(axes), groups, source, rewritten, None, kept)


def _is_open(request: LayerRequest | OperatorRequest) -> bool:
    """Whether it is a layer with numbers for all but its input size, which may be any."""
    told = not request.transposed if isinstance(request, LayerRequest) else request.transposed is not None
    return told and request.input_size is None and not request.symbols


def counted(number: int, what: str) -> str:
    """``1 layer``, ``2 layers``."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def _each_once(what: str, found: Counter[str]) -> None:
    twice = [name for name, times in found.items() if times > 1]
    if twice:
        raise SpecError(_ASKED, f"each {what} once", repr(twice[0])[:80], _AGAIN)


def place_claims(d: int) -> dict[str, Statement]:
    """What is claimed of values on d axes that are computed place by place."""
    return {f"{d} axes, {name}" if d > 1 else f"1 axis, {name}": claim for name, claim in place_statements(d).items()}
