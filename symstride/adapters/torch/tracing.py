"""A PyTorch module as a graph of calls, by ``torch.fx``, without touching the module.

Two habits of ``torch.fx.Tracer`` are changed.  It stores constant tensors as new attributes of the module; here they
are kept aside.  And it takes ``x += y`` for ``x + y``, which forgets that ``x`` has changed for everybody who reads it;
here the call is ``operator.iadd``.
"""

from __future__ import annotations

import inspect
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from symstride.errors import NotSupported, SpecError

IN_PLACE = {
    "__iadd__": operator.iadd,
    "__isub__": operator.isub,
    "__imul__": operator.imul,
    "__itruediv__": operator.itruediv,
    "__ipow__": operator.ipow,
}
"""Python's assignments that change a tensor, by method."""


class CannotTrace(Exception):
    """There is no graph of a module, and why."""


@dataclass(frozen=True)
class Trace:
    """The calls in order (``torch.fx.Node``), constants that the module does not own, and the sizes of the inputs.

    ``defaults`` are the arguments of ``forward`` that keep their defaults.  ``tensors`` are the placeholders that stand
    for parameters, buffers and constants: what the module calls each, and the tensor.  ``batch`` is the batch size that
    the calls are for (None: any).
    """

    nodes: tuple[Any, ...]
    constants: Mapping[str, Any]
    sizes: Mapping[str, tuple[int, ...]]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    tensors: Mapping[str, tuple[str, Any]] = field(default_factory=dict)
    batch: int | None = None


def placeholders(module: Any, sizes: Mapping[str, tuple[int, ...]], defaults: Mapping[str, Any]) -> Trace:
    """The calls that ``forward`` makes by ``torch.fx``, which runs it on placeholders that are no tensors."""
    tracer = _tracer()
    try:
        graph = tracer.trace(module, dict(defaults))
    except Exception as why:  # forward is the user's code, and placeholders may break it in any way
        raise CannotTrace(f"{type(why).__name__}: {' '.join(str(why).split())[:160]}") from why
    return Trace(tuple(graph.nodes), tracer.constants, sizes, defaults)


def torch_module() -> Any:
    """PyTorch, or how to get it."""
    try:
        return import_module("torch")
    except ImportError:
        hint = "pip install 'symstride[torch]'"
        raise NotSupported("from_torch(module, ...)", "an installed torch", "none", hint) from None


def check_modules(module: Any) -> None:
    """Refuse modules that compute something else than their class says, or something else in training."""
    import torch

    home = torch.nn.modules.module
    if home._global_forward_hooks or home._global_forward_pre_hooks:
        hint = "remove what torch.nn.modules.module.register_module_forward_hook has added"
        expected = "no forward hooks of all modules, which a trace does not see"
        raise NotSupported("from_torch(module, ...)", expected, "hooks", hint)
    for name, part in module.named_modules():
        asked = f"from_torch, module {name or type(module).__name__!r} ({type(part).__name__})"
        if isinstance(part, torch.jit.ScriptModule):
            hint = "read the module that was given to torch.jit"
            raise NotSupported(asked, "a forward in Python", "a module of torch.jit", hint)
        if part.training:
            raise NotSupported(asked, "a module for inference", "one in training mode", "call module.eval() first")
        if part._forward_hooks or part._forward_pre_hooks:
            hint = "remove the hooks; torch.nn.utils.remove_weight_norm and its like write weights back"
            raise NotSupported(asked, "a module without forward hooks, which a trace does not see", "hooks", hint)
        if "forward" in vars(part) and type(part).__module__.startswith("torch.nn."):
            hint = "write a subclass with that forward"
            raise NotSupported(asked, "the forward of its class", "another one, set on the module itself", hint)
        tensors = (*part.parameters(recurse=False), *part.buffers(recurse=False))
        odd = [type(tensor).__name__ for tensor in tensors if type(tensor) not in (torch.Tensor, torch.nn.Parameter)]
        if odd:
            hint = "convert it to a tensor or parameter of PyTorch"
            raise NotSupported(asked, "tensors that compute what PyTorch's own compute", f"one of type {odd[0]}", hint)


def arguments(
    module: Any, input_size: Sequence[int] | Mapping[str, Sequence[int]]
) -> tuple[dict[str, tuple[int, ...]], dict[str, Any]]:
    """(sizes of the inputs, defaults of the other arguments) by the names of ``forward``."""
    listed = inspect.signature(module.forward).parameters
    asked = "from_torch(module, input_size)"
    named = [name for name, one in listed.items() if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]
    if not named:
        hint = "name the arguments of forward"
        raise NotSupported(asked, "a forward with named arguments", ", ".join(listed) or "none", hint)
    given = dict(input_size) if isinstance(input_size, Mapping) else {named[0]: input_size}
    sizes = {name: _size(name, size) for name, size in given.items()}
    unknown = sorted(set(sizes) - set(named))
    missing = [name for name in named if name not in sizes and listed[name].default is inspect.Parameter.empty]
    if unknown or missing:
        got = f"no argument {unknown[0]!r}" if unknown else f"no size for {missing[0]!r}"
        raise SpecError(asked, f"sizes of {', '.join(named)}", got, 'write {"x": (channels, height, width), ...}')
    return sizes, {name: listed[name].default for name in named if name not in sizes}


def _size(name: str, size: Any) -> tuple[int, ...]:
    listed = tuple(size) if isinstance(size, Sequence) and not isinstance(size, str) else ()
    if not listed or any(type(n) is not int or n < 1 for n in listed):
        hint = "leave the batch out: (channels, height, width)"
        raise SpecError("from_torch(module, input_size)", f"positive integers for {name!r}", repr(size)[:80], hint)
    return listed


def _tracer() -> Any:
    import torch
    import torch.fx

    class InPlace(torch.fx.Proxy):
        """A placeholder that says when it is assigned to."""

    for method, function in IN_PLACE.items():
        setattr(InPlace, method, _recorded(function))

    class Tracer(torch.fx.Tracer):
        """``torch.fx.Tracer`` that leaves the module alone."""

        proxy_buffer_attributes = True  # else arithmetic on buffers is done while tracing, in place too

        def __init__(self) -> None:
            super().__init__()
            self.constants: dict[str, Any] = {}

        def proxy(self, node: Any) -> Any:
            return InPlace(node, self)

        def create_arg(self, a: Any) -> Any:
            if not isinstance(a, torch.Tensor) or isinstance(a, torch.nn.Parameter) or self._owned(a):
                return super().create_arg(a)
            name = f"constant {len(self.constants)}"
            self.constants[name] = a
            return self.create_node("get_attr", name, (), {})

        def _owned(self, tensor: Any) -> bool:
            return any(tensor is one for one in self.root.buffers())

    return Tracer()


def _recorded(function: Any) -> Any:
    def method(self: Any, other: Any) -> Any:
        return self.tracer.create_proxy("call_function", function, (self, other), {})

    return method
