"""Networks from PyTorch modules.  Needs ``pip install 'symstride[torch]'``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from symstride.adapters.torch.reading import read_module
from symstride.network.graph import Network


def from_torch(module: Any, input_size: Sequence[int] | Mapping[str, Sequence[int]]) -> Network:
    """The network of a live ``torch.nn.Module`` in ``eval()`` mode, for any batch size.

    ``input_size`` is the shape of the input without the batch: ``(3, 224, 224)``; for several inputs, one shape for
    each by the names that ``forward`` gives them: ``{"x": (3, 32, 32), "mask": (1, 32, 32)}``.  Other arguments of
    ``forward`` take their defaults.

    ``forward`` is run once by ``torch.fx`` with placeholders in place of tensors; it computes nothing, and the module
    is left as it was.  Weights are copied, so later training does not reach the network.  Nodes have the names that
    ``torch.fx`` gives them (``layer1_0_conv1``), and the module's own (``layer1.0.conv1``) as labels; two calls of one
    module share its weights.  Nothing is read from files.

    Refuses, by node name and type, what it does not know.  Also modules in training mode or with hooks, which the
    trace would not see; control flow that depends on tensors; batch normalisation by the statistics of the batch; and
    values that are changed in place and read again under another name.
    """
    return read_module(module, input_size)
