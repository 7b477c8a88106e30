"""From the calls of a PyTorch module to a network, call by call."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from symstride.adapters.live.call import LiveCall, Value
from symstride.adapters.torch.aten import ATEN_VIEWS, arguments_of, reader_of, why_refused
from symstride.adapters.torch.call import BATCH, TorchCall
from symstride.adapters.torch.functions import CHANGELESS, FUNCTIONS, METHODS, REFUSED, VIEWS
from symstride.adapters.torch.graphs import dtype_of, traced
from symstride.adapters.torch.modules import MODULES, REFUSED_MODULES
from symstride.adapters.torch.tracing import IN_PLACE, Trace
from symstride.errors import SymstrideError
from symstride.network.graph import Builder, Network
from symstride.network.rewriting.foldings import fused_foldings, fused_shuffles, fused_transposes


def read_module(module: Any, input_size: Sequence[int] | Mapping[str, Sequence[int]]) -> Network:
    """The network of a module."""
    copied, trace = traced(module, input_size)
    build = Builder(type(module).__name__, dtype_of(module), trace.batch)
    reading = TorchReading(copied, trace, build)
    for number, node in enumerate(trace.nodes):
        reading.read(number, node)
    return fused_transposes(fused_foldings(fused_shuffles(reading.build.network(*reading.outputs))))


class TorchReading:
    """The calls read so far.

    ``values`` holds what each call gave: a ``Value``, a constant, or a tuple of them.  ``storage`` tells which of them
    may be views of one tensor, so that a change in place is a change of all.
    """

    def __init__(self, module: Any, traced: Trace, build: Builder) -> None:
        import torch

        self.module, self.traced, self.build = module, traced, build
        self.values: dict[Any, Any] = {}
        self.storage: dict[Any, Any] = {}
        self.order = {node: number for number, node in enumerate(traced.nodes)}
        self.needed = _needed(module, traced.nodes)
        self.wholes = _whole_modules(traced)
        self.inside = {node for whole in self.wholes.values() for node in whole.inside}
        self.outputs: list[str] = []
        self.labels: dict[int, tuple[Any, str]] = {}
        self.functions = {id(function): name for name in (*FUNCTIONS, *REFUSED) for function in _found(name)}
        self.modules = {getattr(torch.nn, name, None): name for name in MODULES}

    def read(self, number: int, node: Any) -> None:
        """One call.  Whatever goes wrong is said with its name and type."""
        call = self._call(node)
        try:
            if node.op == "placeholder":
                self.values[node] = self._input(node)
            elif node.op == "get_attr":
                self.values[node] = self._attribute(node.target)
            elif node.op == "output":
                self._output(call, self._argument(node.args[0]))
            elif node in self.wholes:
                self.values[node] = self._whole(call, self.wholes[node])
                self.storage[node] = node
            elif node in self.needed and node not in self.inside:
                self._run(call, number, node)
        except SymstrideError as why:
            if why.asked.startswith("from_torch"):
                raise
            raise type(why)(f"{call.asked}: {why.asked}", why.expected, why.got, why.hint) from None

    def _call(self, node: Any) -> TorchCall:
        owner, kind = "", str(node.target)
        if node.op == "call_module":
            owner, kind = kind, type(self.module.get_submodule(node.target)).__name__
        elif node.op == "call_function" and _schema(node) is not None:
            return self._operator_call(node)
        elif node.op == "call_function":
            kind = self.functions.get(id(node.target)) or str(getattr(node.target, "__name__", kind))
        elif node.op == "call_method":
            kind = f"Tensor.{kind}"
        return TorchCall("from_torch", self.build, node.name, kind, owner, self.labels)

    def _operator_call(self, node: Any) -> TorchCall:
        """The call of an operator: named after the module of torch.nn that it is, or inside of a module of the user."""
        path, kind = _place(node)
        name = _schema(node).name.removeprefix("aten::")
        if kind.startswith("torch.nn.modules."):
            kind = kind.rpartition(".")[2]
            own = path.replace(".", "_") or node.name
            return TorchCall("from_torch", self.build, own, kind, path, self.labels)
        owner = f"{path}.{node.name}" if path else ""
        return TorchCall("from_torch", self.build, node.name, name, owner, self.labels)

    # ------------------------------------------------------------ what is not a call

    def _input(self, node: Any) -> Any:
        if node.target in self.traced.tensors:
            return self._labelled(*self.traced.tensors[node.target])
        size = self.traced.sizes.get(node.target)
        if size is None:  # an argument that takes its default, which the trace has used already
            return None
        self.storage[node] = node
        return Value(self.build.input(node.target, size))

    def _attribute(self, target: str) -> Any:
        if target in self.traced.constants:
            return self.traced.constants[target].detach()
        found = reduce(getattr, target.split("."), self.module)
        return self._labelled(target, found) if hasattr(found, "detach") else found

    def _labelled(self, name: str, tensor: Any) -> Any:
        detached = tensor.detach()
        self.labels[id(detached)] = (detached, name)
        return detached

    def _output(self, call: LiveCall, given: Any) -> None:
        listed = given.values() if isinstance(given, Mapping) else given if isinstance(given, Sequence) else [given]
        for one in listed:
            if isinstance(one, Mapping | list | tuple):
                self._output(call, one)
            elif isinstance(one, Value):
                self.outputs.append(one.name)
            elif one is not None:  # an output that was not asked for
                got = repr(one)[:80]
                raise call.unsupported("outputs that depend on the input", got, "return tensors, or tuples of them")

    # ------------------------------------------------------------ calls

    def _run(self, call: TorchCall, number: int, node: Any) -> None:
        args, kwargs = self._argument(node.args), self._argument(node.kwargs)
        if node.op != "call_module" and not _depends((args, kwargs)):
            self.values[node] = self._folded(call, node, args, kwargs)
            return
        reader, given = self._reader(call, node)
        kwargs |= given
        if _schema(node) is not None:
            args, kwargs = arguments_of(call, _schema(node), reader, args, kwargs)
        try:
            bound = inspect.signature(reader).bind(call, *args, **kwargs).arguments
        except TypeError as why:
            raise call.unsupported("the arguments of inference", str(why)[:120], "leave the others out") from None
        changes = _changes(self.module, node, bound) and reader not in CHANGELESS
        source = next((one for one in node.all_input_nodes if one in self.storage), None)
        if changes:
            call.must(isinstance(args[0] if args else None, Value), "constants that stay as they are",
                      "a change in place", "write it out of place")  # fmt: skip
            self._check_unread(call, number, source)
        self.values[node] = reader(call, *args, **kwargs)
        if source is not None:
            self.storage[node] = self.storage[source] if changes or reader in (*VIEWS, *ATEN_VIEWS) else node

    def _reader(self, call: TorchCall, node: Any) -> tuple[Any, dict[str, Any]]:
        """Who reads the call, and what the module gives besides the call's own arguments."""
        if node.op == "call_module":
            part = self.module.get_submodule(node.target)
            if type(part) not in self.modules:
                reason = REFUSED_MODULES.get(call.kind, "replace it, or write its forward with supported calls")
                raise call.unsupported("a supported module of torch.nn", call.kind, reason)
            reader, names = MODULES[self.modules[type(part)]]
            return reader, {to: getattr(part, name) for to, name in names.items()}
        if _schema(node) is not None:
            operator = _schema(node).name.removeprefix("aten::")
            found = reader_of(operator)
            if found is None:
                raise call.unsupported("a supported operator", operator, why_refused(operator))
            return found, {}
        name = call.kind if node.op == "call_function" else call.kind.removesuffix("_")
        table = FUNCTIONS if node.op == "call_function" else METHODS
        known = id(node.target) in self.functions or node.op == "call_method"
        if not known or name not in table:
            reason = REFUSED.get(call.kind, "replace it by supported calls")
            raise call.unsupported("a supported function or method", call.kind, reason)
        return table[name], {}

    def _whole(self, call: TorchCall, whole: ReadWhole) -> Any:
        """A module whose operators are read as one."""
        if whole.function:
            return FUNCTIONS[f"torch.nn.functional.{whole.function}"](call, self.values[whole.source])
        reader, names = MODULES[whole.kind]
        part = self.module.get_submodule(whole.path)
        given = {to: getattr(part, name) for to, name in names.items()}
        for name, tensor in given.items():
            if hasattr(tensor, "detach"):
                given[name] = self._labelled(f"{whole.path}.{names[name]}".lstrip("."), tensor)
        return reader(call, self.values[whole.source], **given)

    def _argument(self, given: Any) -> Any:
        import torch.fx

        if isinstance(given, torch.fx.Node):
            return self.values[given]
        if isinstance(given, Mapping):
            return {name: self._argument(one) for name, one in given.items()}
        if isinstance(given, slice):
            return slice(*map(self._argument, (given.start, given.stop, given.step)))
        return tuple(map(self._argument, given)) if isinstance(given, tuple | list) else given

    def _folded(self, call: TorchCall, node: Any, args: Any, kwargs: Any) -> Any:
        """A call of constants is run by PyTorch itself: reshaped scales, sums of sizes."""
        if _changes(self.module, node, kwargs) and not all(isinstance(one, int | float) for one in args):
            raise call.unsupported("constants that stay as they are", "a change in place", "write it out of place")
        if "nondeterministic_seeded" in {tag.name for tag in getattr(node.target, "tags", ())}:
            raise call.unsupported("constants that are the same each time", "random numbers", "make it a buffer")
        function = getattr(args[0], node.target) if node.op == "call_method" else node.target
        try:
            return function(*(args[1:] if node.op == "call_method" else args), **kwargs)
        except (ArithmeticError, AttributeError, IndexError, RuntimeError, TypeError, ValueError) as why:
            got = f"{type(why).__name__}: {' '.join(str(why).split())[:120]}"
            raise call.wrong("a call that PyTorch can compute", got) from None

    def _check_unread(self, call: TorchCall, number: int, source: Any) -> None:
        """Nobody may read the old value, or a view of it, after it has changed."""
        group = [one for one, first in self.storage.items() if first is self.storage[source]]
        late = [user for one in group for user in one.users if self.order[user] > number]
        if late:
            hint = "write it out of place: inplace=False, x + y for x += y"
            raise call.unsupported("a value that nobody reads after its change in place", f"{late[0].name!r}", hint)


def _schema(node: Any) -> Any:
    """What an ATen operator says of itself; None for any other call."""
    return getattr(node.target, "_schema", None) if node.op == "call_function" else None


def _place(node: Any) -> tuple[str, str]:
    """Where in the module an operator is called: (path, type), ("", "") for the module itself."""
    stack = list((node.meta.get("nn_module_stack") or {}).values())
    path, kind = stack[-1] if stack else ("", "")
    return path, kind if isinstance(kind, str) else f"{kind.__module__}.{kind.__qualname__}"


@dataclass(frozen=True)
class ReadWhole:
    """A module of torch.nn, or a function, that PyTorch computes by several operators: where, and what it is given.

    ``inside`` are its operators but for the last, which gives its value.
    """

    path: str
    kind: str
    function: str
    source: Any
    inside: tuple[Any, ...]


def _whole_modules(trace: Trace) -> dict[Any, ReadWhole]:
    """The modules and functions that are read as a whole, by their last operator: of one value, of several operators.

    Of functions those that take nothing but the value, as nothing else is known of their arguments.
    """
    calls: dict[Any, list[Any]] = {}
    for node in trace.nodes:
        stack = node.meta.get("nn_module_stack") or {}
        home, _, kind = _place(node)[1].rpartition(".")
        if _schema(node) is None:
            continue
        if home.startswith("torch.nn.modules.") and kind in MODULES:
            calls.setdefault(("", kind, next(reversed(stack))), []).append(node)
        elif _function(node) in OF_ONE_VALUE:
            calls.setdefault((_function(node), "", node.meta["torch_fn"][0]), []).append(node)
    found = {}
    for (function, kind, _), nodes in calls.items():
        members = set(nodes)
        given: set[Any] = {one for node in nodes for one in node.all_input_nodes} - members
        sources = [one for one in given if one.name not in trace.tensors and _is_tensor(one)]
        left = [node for node in nodes if node is nodes[-1] or not members.issuperset(node.users)]
        path = _place(nodes[-1])[0]
        if len(nodes) > 1 and len(sources) == 1 and left == nodes[-1:] and not any(map(_is_change, nodes)):
            found[nodes[-1]] = ReadWhole(path, kind, function, sources[0], tuple(nodes[:-1]))
    return found


OF_ONE_VALUE = ("softsign",)
"""Functions of one value that PyTorch computes by several operators."""


def _function(node: Any) -> str:
    """The function of torch.nn.functional that calls an operator, as export notes it."""
    return str((node.meta.get("torch_fn") or ("", ""))[1]).removeprefix("function.")


def _is_tensor(node: Any) -> bool:
    return hasattr(node.meta.get("val"), "dtype")


def _is_change(node: Any) -> bool:
    return bool(_schema(node).is_mutable)


def _needed(module: Any, nodes: Sequence[Any]) -> set[Any]:
    """What the outputs depend on, and what changes a value.  The rest is sizes, assertions and values without a use."""
    found: set[Any] = set()
    for node in reversed(nodes):
        if node.op == "output" or node in found or (node.op.startswith("call") and _changes(module, node, {})):
            found.update((node, *node.all_input_nodes))
    return found


def _changes(module: Any, node: Any, bound: Mapping[str, Any]) -> bool:
    """Whether the call changes its first argument."""
    if node.op == "call_module":
        return bool(getattr(module.get_submodule(node.target), "inplace", False))
    if _schema(node) is not None:
        return _is_change(node) and node.target.__name__ != "detach_.default"
    name = node.target if isinstance(node.target, str) else getattr(node.target, "__name__", "")
    in_place = {**node.kwargs, **bound}.get("inplace", False)
    return bool(in_place) or node.target in IN_PLACE.values() or (name.endswith("_") and not name.endswith("__"))


def _depends(given: Any) -> bool:
    """Whether a value of the network is among the arguments, or the batch size."""
    if isinstance(given, Mapping):
        return any(map(_depends, given.values()))
    if isinstance(given, slice):
        return any(map(_depends, (given.start, given.stop, given.step)))
    return any(map(_depends, given)) if isinstance(given, tuple | list) else isinstance(given, Value) or given is BATCH


def _found(name: str) -> list[Any]:
    """The function of that dotted name and the one that works in place, where this PyTorch has them."""
    import operator

    import torch

    if name == "builtins.getattr":
        return [getattr]
    first, *path, last = name.split(".")
    home: Any = reduce(getattr, path, torch if first == "torch" else operator)
    in_place = f"{last}_" if first == "torch" else f"i{last}"
    return [getattr(home, each) for each in (last, in_place) if hasattr(home, each)]
