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

    ``forward`` is run by ``torch.export`` on tensors without numbers, so it may decide by shapes and types; where that
    fails, by ``torch.fx`` on placeholders.  Then the module and the graph that was found run several times, on one
    sample and on two, with gradients, without, and in inference mode, and have to call the same operators of PyTorch on
    the same values.  All of this happens to copies, and the module is left as it was.  Weights are copied too, so later
    training does not reach the network.

    Nodes are named after the modules that they are (``layer1_0_conv1``), with the module's own names as labels
    (``layer1.0.conv1``), and so are parameters; two calls of one module share its weights.  Where ``forward`` does not
    leave the batch open, the network is one for a batch of 1.  Nothing is read from files.

    Refuses, by node name and type, what it does not know.  Also modules in training mode or with hooks; control flow
    by the numbers of a tensor; a graph that runs otherwise than the module; modules that keep something else after each
    call, draw random numbers or ask for the time; batch normalisation by the statistics of the batch; and values that
    are changed in place and read again under another name.
    """
    return read_module(module, input_size)
