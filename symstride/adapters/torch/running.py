"""Running a PyTorch module, to compare it with the network that was read from it."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from symstride.adapters.agreement import Array, called
from symstride.network.graph import Network


class TorchRunning:
    """The module on a copy, so that what it changes in itself as it runs stays there."""

    def __init__(self, module: Any, network: Network) -> None:
        self.module, self.names = module, [node.name for node in network.inputs]

    @cached_property
    def copied(self) -> Any:
        """The copy that runs."""
        return called("copying the module", lambda: copy.deepcopy(self.module))

    def __call__(self, arrays: Sequence[Array]) -> list[Array]:
        """Its outputs, those in lists and mappings in their order."""
        import torch

        given = {name: torch.from_numpy(array.copy()) for name, array in zip(self.names, arrays, strict=True)}
        module = self.copied
        with torch.no_grad():
            found = called("running the module", lambda: module(**given))
        return [tensor.detach().cpu().numpy() for tensor in listed(found)]


def listed(found: Any) -> list[Any]:
    """The tensors of an output, in the order of reading: those of a mapping, of a sequence, or one alone.

    None stands for an output that was not asked for.
    """
    if found is None:
        return []
    several = found.values() if isinstance(found, Mapping) else found if isinstance(found, list | tuple) else None
    return [found] if several is None else [tensor for one in several for tensor in listed(one)]
