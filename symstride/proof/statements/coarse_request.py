"""The statements about one layer inside a network on a coarse grid, at its numbers, from a description of it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from symstride.errors import NotSupported, SpecError
from symstride.proof.definitions import names
from symstride.proof.statements.coarse import Reading, Reason, coarse_hypotheses, coarse_sum
from symstride.proof.statements.layer import pixelwise, strided
from symstride.proof.statements.request import (
    LayerRequest,
    Statement,
    closed_statements,
    main_hypotheses,
    size_statements,
    values_of,
)
from symstride.proof.syntax import equal, variable
from symstride.proof.terms import KernelError, Key, Term, make, num, substitute
from symstride.proof.tidy import tidy

_AGAIN = "prove the network again"


@dataclass(frozen=True, slots=True)
class CoarseRequest:
    """A layer with the phases of its output, and per axis why the ghosts of its input do no harm.  Numbers only."""

    layer: LayerRequest
    reasons: tuple[Reason, ...]

    @property
    def outputs(self) -> tuple[int, ...]:
        """M per axis."""
        sizes = self.layer.layer.output_size(self.layer.input_size)
        return tuple(int(m) for m in sizes)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"layer": self.layer.to_plain(), "reasons": list(self.reasons)}

    @classmethod
    def from_plain(cls, data: Any) -> CoarseRequest:
        """The request that ``to_plain`` described; ``SpecError`` when it is not one."""
        if not isinstance(data, Mapping) or set(data) != {"layer", "reasons"} or not isinstance(data["reasons"], list):
            raise SpecError("a network's certificate", "a layer and reasons", repr(data)[:80], _AGAIN)
        request = LayerRequest.from_plain(data["layer"])
        if len(data["reasons"]) != request.layer.ndim or not all(r in get_args(Reason) for r in data["reasons"]):
            raise SpecError("a network's certificate", "a reason per axis", repr(data["reasons"])[:80], _AGAIN)
        return cls(request, tuple(data["reasons"]))


def coarse_values(request: CoarseRequest) -> dict[Key, Term]:
    """The value of every letter of the general statement: those of the layer, and M."""
    d = request.layer.layer.ndim
    return dict(values_of(request.layer)) | {variable(M): num(m) for M, m in zip(names(d, "M"), request.outputs)}


def coarse_statements(request: CoarseRequest) -> dict[str, Statement]:
    """The layer whatever stands on ghosts, any entry of its bank, and its sizes; by the name of the claim."""
    if request.layer.bank.symbols or request.layer.input_size is None:
        raise NotSupported("a proof about a layer on a coarse grid", "numbers", "symbols", "give the input size")
    try:
        return {
            "layer": _main(request),
            **closed_statements(request.layer),
            **size_statements(request.layer),
        }
    except KernelError as why:
        asked, expected = "a proof about this layer", "sizes whose sums and products stay below 2**53"
        raise NotSupported(asked, expected, str(why)[:200], "use smaller sizes") from None


def _main(request: CoarseRequest) -> Statement:
    form, values = request.layer.form, coarse_values(request)
    sides = (strided(form), pixelwise(form, coarse_sum(form, request.reasons)))
    concl = equal(*(tidy(substitute(side, values)) for side in sides))
    return frozenset([*main_hypotheses(request.layer), *ghost_hypotheses(request).values()]), concl


def ghost_hypotheses(request: CoarseRequest) -> dict[Term, Term]:
    """0 <= a*m + tau < M on the axes where it matters that only these outputs count: as instantiated, and as stated."""
    d, values = request.layer.layer.ndim, coarse_values(request)
    found = [substitute(f, values) for n in range(d) for f in coarse_hypotheses(Reading(d), n, request.reasons[n])]
    return {f: make(f.tag, *map(tidy, f.args)) for f in found if f.free}
