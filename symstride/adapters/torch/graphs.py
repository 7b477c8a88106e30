"""The graph of a PyTorch module: by ``torch.export``, else by ``torch.fx``, and in each case the one that runs."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from symstride.adapters.agreement import CannotRun, called
from symstride.adapters.torch.exporting import SAMPLES, export
from symstride.adapters.torch.recording import Recorded, Recorder
from symstride.adapters.torch.state import first_difference, state
from symstride.adapters.torch.tracing import CannotTrace, Trace, arguments, check_modules, placeholders, torch_module
from symstride.errors import NotSupported, SpecError
from symstride.limits import MAX_SAMPLED

ASKED = "from_torch(module, ...)"
SEED = 1712


def traced(module: Any, input_size: Sequence[int] | Mapping[str, Sequence[int]]) -> tuple[Any, Trace]:
    """A copy of the module that shares its parameters and buffers, and the calls that ``forward`` makes.

    Each graph is compared with what runs, operator by operator, where the module has numbers.  Refuses modules of which
    there is no graph, and those that run otherwise than each of their graphs.
    """
    torch = torch_module()
    if not isinstance(module, torch.nn.Module):
        hint = "pass the live module; from_onnx reads files"
        raise SpecError(ASKED, "a torch.nn.Module", type(module).__name__, hint)
    check_modules(module)
    sizes, defaults = arguments(module, input_size)
    shared = _copied(module)
    ways: tuple[Callable[[], Trace], ...] = (
        lambda: export(shared, sizes, dtype_of(module)),
        lambda: placeholders(shared, sizes, defaults),
    )
    untraced: list[NotSupported] = []
    otherwise: list[NotSupported] = []
    for way in ways:
        try:
            trace = _unassigned(shared, way)
            fresh = _faithful(module)
            _unassigned(fresh, partial(_check_runs, fresh, shared, trace, dtype_of(module)))
        except CannotTrace as why:
            hint = "write forward without control flow, conversions and assignments that depend on numbers"
            untraced.append(NotSupported(ASKED, "a forward that torch.export or torch.fx can trace", str(why), hint))
        except NotSupported as why:
            otherwise.append(why)
        else:
            return shared, trace
    raise (otherwise + untraced)[0]


def dtype_of(module: Any) -> str:
    """The element type of the module's weights, which its inputs have too."""
    import torch

    floats = [tensor.dtype for tensor in (*module.parameters(), *module.buffers()) if tensor.is_floating_point()]
    name = str(floats[0] if floats else torch.get_default_dtype()).removeprefix("torch.")
    if name not in ("float16", "float32", "float64"):
        hint = "convert it: module.float()"
        raise NotSupported(ASKED, "weights of float16, float32 or float64", name, hint)
    return name


def _copied(module: Any) -> Any:
    """A copy for what ``forward`` may assign to attributes; the tensors are the module's own."""
    kept = {id(tensor): tensor for tensor in _tensors(module)}
    try:
        return copy.deepcopy(module, kept)
    except Exception as why:  # somebody else's objects, which may refuse to be copied in any way
        got = f"{type(why).__name__}: {' '.join(str(why).split())[:120]}"
        raise NotSupported(ASKED, "a module that copy.deepcopy can copy", got, "remove what it cannot") from why


def _faithful(module: Any) -> Any:
    """A copy that nobody has run; refused where copying changed something, as a ``__deepcopy__`` may."""
    copied = _copied(module)
    changed = first_difference(state(ASKED, module), state(ASKED, copied), common=True)
    if changed:
        hint = "remove the __deepcopy__ that changes it"
        raise NotSupported(ASKED, "a module whose copy is like it", f"another {changed}"[:120], hint)
    return copied


def _unassigned(module: Any, action: Callable[[], Any]) -> Any:
    """What the action gives; refused if the module has other parameters or buffers after it."""
    owned = {id(part): (part, dict(part._parameters), dict(part._buffers)) for part in module.modules()}
    try:
        return action()
    finally:
        changed = [part for part, *tables in owned.values() if not _are_same((part._parameters, part._buffers), tables)]
        for part in changed:
            part._parameters.update(owned[id(part)][1])
            part._buffers.update(owned[id(part)][2])
        if changed:
            got = f"an assignment to one of {type(changed[0]).__name__}"[:80]
            raise NotSupported(ASKED, "parameters and buffers that stay as they are", got, "keep no state in forward")


def _are_same(tables: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]) -> bool:
    return all(
        one.keys() == other.keys() and all(one[name] is other[name] for name in one)
        for one, other in zip(tables, before, strict=True)
    )


def _tensors(module: Any) -> list[Any]:
    return [*module.parameters(), *module.buffers()]


def _check_runs(module: Any, traced: Any, trace: Trace, dtype: str) -> None:
    """Refuse a graph that calls other operators than the module; where the module does not run, nothing is known.

    ``module`` is a copy that never ran.  It has to run as the graph does the first time and the second, after which it
    keeps nothing more; for one sample and for two; and whether or not PyTorch is there to differentiate.
    """
    import torch

    if any(tensor.is_meta for tensor in _tensors(module)):  # there are no numbers to run on
        return
    if _numbers(trace) > MAX_SAMPLED:  # the comparison of numbers has this limit too, and says so
        return
    runs = _by_name(module, trace), called_in_order(traced, trace)
    inputs = partial(_drawn, module, trace, dtype)
    _check_states(module, partial(_check_run, runs, inputs(trace.batch or 1), module))
    _check_run(runs, inputs(trace.batch or 1), module, torch.inference_mode)
    followed = [each.requires_grad_() for each in inputs(trace.batch or 1)]
    _check_run(runs, followed, module, torch.enable_grad)
    if not trace.batch:
        _check_run(runs, inputs(SAMPLES), module)


def _check_states(module: Any, run: Callable[[], bool]) -> None:
    """Run twice, and refuse a module that the second run changes."""
    if run():
        before = state(ASKED, module)
        run()
        changed = first_difference(before, state(ASKED, module))
        if changed:
            hint = "keep no state in forward"
            raise NotSupported(ASKED, "a module that a call leaves as the call before did", changed, hint)


def _drawn(module: Any, trace: Trace, dtype: str, batch: int) -> list[Any]:
    import torch

    device = next((tensor.device for tensor in _tensors(module)), torch.device("cpu"))
    draw = torch.Generator().manual_seed(SEED)
    sizes = ((batch, *size) for size in trace.sizes.values())
    return [torch.randn(*size, generator=draw).to(device, getattr(torch, dtype)) for size in sizes]


def _check_run(runs: Sequence[Callable[..., Any]], inputs: Sequence[Any], module: Any, mode: Any = None) -> bool:
    """Whether the module runs in that mode, ``torch.no_grad`` where it is None; refused if the graph runs otherwise."""
    import torch

    recorder = Recorder(ASKED, inputs, _tensors(module), mode or torch.no_grad)
    try:
        ran = _recorded("running the module", recorder, runs[0])
    except CannotRun:
        return False
    try:
        read = _recorded("running the graph", recorder, runs[1])
    except CannotRun as why:
        raise NotSupported(ASKED, "a graph that runs as the module does", str(why), "simplify forward") from None
    recorder.compare(ran, read)
    return True


def _recorded(asked: str, recorder: Recorder, action: Callable[..., Any]) -> Recorded:
    found: Recorded = called(asked, lambda: recorder.record(action))
    return found


def _numbers(trace: Trace) -> int:
    """How many numbers the values of an exported graph have, for the batch on which it was exported."""
    values = (node.meta.get("val") for node in trace.nodes if node.op == "call_function")
    shapes = ([n for n in value.shape if type(n) is int] for value in values if hasattr(value, "shape"))
    return SAMPLES * sum(map(math.prod, shapes))  # the batch is open, and no number


def _by_name(module: Any, trace: Trace) -> Callable[..., Any]:
    return lambda *inputs: module(**dict(zip(trace.sizes, inputs, strict=True)))


def called_in_order(module: Any, trace: Trace) -> Callable[..., Any]:
    """The calls of the trace as a function of the inputs, in their order."""
    import torch.fx

    def run(*inputs: Any) -> Any:
        given = {**trace.defaults, **dict(zip(trace.sizes, inputs, strict=True))}
        tensors = {name: tensor for name, (_, tensor) in trace.tensors.items()}

        class Running(torch.fx.Interpreter):
            """Runs the calls, with what the trace has kept aside."""

            def placeholder(self, target: Any, args: Any, kwargs: Any) -> Any:
                return tensors[target] if target in tensors else given.get(target)

            def fetch_attr(self, target: str) -> Any:
                return trace.constants[target] if target in trace.constants else super().fetch_attr(target)

        return Running(module, graph=trace.nodes[0].graph).run()

    return run
