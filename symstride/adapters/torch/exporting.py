"""A PyTorch module as a graph of ATen operators, by ``torch.export``: it runs ``forward`` on tensors without numbers.

Those are tensors for ``isinstance`` and know their shapes, so control flow on either mostly goes the way that it goes
when the module runs (https://docs.pytorch.org/docs/stable/export.html).  The batch stays open where ``forward`` allows.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from symstride.adapters.torch.tracing import CannotTrace, Trace

SAMPLES = 2
"""The batch on which a module is exported; export takes a batch of one for a number that never changes."""


def export(module: Any, sizes: Mapping[str, tuple[int, ...]], dtype: str) -> Trace:
    """The operators that ``forward`` calls, for any batch, or else for a batch of one.

    Before 2.6 PyTorch decomposed some of them as it exported.
    """
    import torch

    release = tuple(int(part) for part in torch.__version__.split(".")[:2])
    if release < (2, 6):
        raise CannotTrace(f"torch.export of PyTorch {torch.__version__}, before 2.6")
    try:
        return _traced(module, sizes, dtype, SAMPLES)
    except CannotTrace:
        return _traced(module, sizes, dtype, 1)


def _traced(module: Any, sizes: Mapping[str, tuple[int, ...]], dtype: str, batch: int) -> Trace:
    import torch

    device = next((tensor.device for tensor in (*module.parameters(), *module.buffers())), torch.device("cpu"))
    options: Any = {"dtype": getattr(torch, dtype), "device": device}
    given = {name: torch.zeros(batch, *size, **options) for name, size in sizes.items()}
    try:
        dim: Any = {0: torch.export.Dim.AUTO} if batch == SAMPLES else None
        with torch.no_grad(), quiet():
            program: Any = torch.export.export(
                module, (), given, dynamic_shapes=dict.fromkeys(given, dim), strict=False
            )
    except Exception as why:  # forward is the user's code, and export's refusals have no class of their own
        raise CannotTrace(f"{type(why).__name__}: {' '.join(str(why).split())[:160]}") from why
    if batch == SAMPLES and not _open(program):
        raise CannotTrace("a batch that forward does not leave open")
    signature = program.graph_signature
    names = {**signature.inputs_to_parameters, **signature.inputs_to_buffers,
             **signature.inputs_to_lifted_tensor_constants}  # fmt: skip
    known = {**dict(program.named_parameters()), **dict(program.named_buffers()), **program.constants}
    tensors = {place: (names[place], known[names[place]]) for place in names}
    return Trace(tuple(program.graph.nodes), {}, sizes, {}, tensors, None if batch == SAMPLES else batch)


def _open(program: Any) -> bool:
    """Whether the batch may be anything from 2 on: export has left it open, and has noted no condition on it."""
    given = {node.name: node.meta["val"] for node in program.graph.nodes if node.op == "placeholder"}
    batches = [given[name].shape[0] for name in program.graph_signature.user_inputs if name in given]
    bounds = [program.range_constraints.get(getattr(getattr(one, "node", None), "expr", None)) for one in batches]
    free = all(one is not None and one.lower <= SAMPLES and str(one.upper) == "int_oo" for one in bounds)
    return free and bool(bounds) and not getattr(program, "_guards_code", None)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Without what export says on its way to the answer: the answer is a graph or an exception."""
    logger, stream = logging.getLogger("torch"), warnings.catch_warnings()
    level = logger.level
    with stream:
        warnings.simplefilter("ignore")
        logger.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            logger.setLevel(level)
