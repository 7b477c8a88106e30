"""Running a PyTorch module, to compare it with the network that was read from it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from symstride.adapters.agreement import Array, by_node, called
from symstride.network.graph import Network


class TorchRunning:
    """The module on a copy, so that what it changes in itself as it runs stays there."""

    def __init__(self, module: Any, network: Network) -> None:
        self.module, self.network = module, network

    @cached_property
    def copied(self) -> Any:
        """The copy that runs."""
        return called("copying the module", lambda: copy.deepcopy(self.module))

    def __call__(self, arrays: Sequence[Array]) -> list[Array]:
        """Its outputs, those in lists and mappings in their order."""
        import torch

        names = [node.name for node in self.network.inputs]
        given = {name: torch.from_numpy(array.copy()) for name, array in zip(names, arrays, strict=True)}
        module = self.copied
        with torch.no_grad():
            found = called("running the module", lambda: module(**given))
        return [tensor.detach().cpu().numpy() for tensor in listed(found)]

    def inner(self, arrays: Sequence[Array]) -> dict[str, Array]:
        """What the modules inside give that are called once and give one tensor, by the nodes that they became."""
        import torch

        found: dict[str, list[Any]] = {}

        def noting(path: str) -> Callable[..., None]:
            def note(module: Any, given: Any, output: Any) -> None:
                is_one = isinstance(output, torch.Tensor)
                found.setdefault(path, []).append(output.detach().cpu().numpy().copy() if is_one else None)

            return note

        hooks = [part.register_forward_hook(noting(path)) for path, part in self.copied.named_modules() if path]
        try:
            self(arrays)
        finally:
            for hook in hooks:
                hook.remove()
        once = {path: values[0] for path, values in found.items() if len(values) == 1 and values[0] is not None}
        return by_node(self.network, once)


def listed(found: Any) -> list[Any]:
    """The tensors of an output, in the order of reading: those of a mapping, of a sequence, or one alone.

    None stands for an output that was not asked for.
    """
    if found is None:
        return []
    several = found.values() if isinstance(found, Mapping) else found if isinstance(found, list | tuple) else None
    return [found] if several is None else [tensor for one in several for tensor in listed(one)]
