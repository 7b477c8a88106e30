"""What PyTorch runs: the operators behind a module, one after the other, against those behind the graph read from it.

A graph may miss a branch: placeholders are no tensors, and a module may ask whether it is being traced.  Numbers show
such a branch only where it changes them.  So the module runs and its graph runs, on the same input, and both have to
call the same operators on the same values in the same order.  What a module does with numbers outside of PyTorch is
nothing that a graph can show; a module that takes them out is refused, and so is one that asks for anything else than
its input.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from symstride.adapters.torch.outside import TAKEN_OUT as METHODS_TAKEN_OUT
from symstride.adapters.torch.outside import Watch
from symstride.errors import NotSupported

TAKEN_OUT: Final = ("_local_scalar_dense", "equal", "is_nonzero", "allclose", "nonzero", *METHODS_TAKEN_OUT)
"""Operators and methods that turn numbers of a tensor into numbers of Python, or into a shape."""

SAME_OBJECT: Final = ("alias", "detach", "lift", "lift_fresh", "lift_fresh_copy")
"""Operators that change nothing, and that a graph may have more of."""


@dataclass(frozen=True)
class Computed:
    """A tensor that depends on the input: which operator made it, and which of its results it is."""

    operator: int
    result: int


@dataclass(frozen=True)
class Operation:
    """One operator and its arguments, where computed tensors are named by what made them."""

    name: str
    arguments: Any


Recorded: TypeAlias = list[Operation]


@dataclass(frozen=True)
class Recorder:
    """Runs on ``inputs``, and keeps ``kept`` as they are: tensors that a change in place would change for good.

    ``mode`` makes the context to run in, such as ``torch.no_grad``.
    """

    asked: str
    inputs: Sequence[Any]
    kept: Sequence[Any]
    mode: Callable[[], AbstractContextManager[Any]]

    def record(self, action: Callable[..., Any]) -> Recorded:
        """The operators that ``action`` calls on the inputs and on what it computes of them."""
        owned = {tensor.untyped_storage().data_ptr() for tensor in self.kept}
        with self.mode():
            return _record(self.asked, action, self.inputs, owned)

    def compare(self, ran: Recorded, read: Recorded) -> None:
        """Refuse unless both are the same operators on the same values, and take no numbers out of PyTorch.

        Raises ``NotSupported`` with the first operator that differs.
        """
        taken = next((one.name for one in ran if one.name.split(".")[1] in TAKEN_OUT), None)
        if taken:
            hint = "decide by shapes and options, which are known when the module is read"
            raise NotSupported(self.asked, "a forward that decides nothing by the numbers of its tensors", taken, hint)
        for number in range(max(len(ran), len(read))):
            runs, reads = (each[number] if number < len(each) else None for each in (ran, read))
            if runs is None or reads is None or runs.name != reads.name or not _same(runs.arguments, reads.arguments):
                expected = f"{_words(runs)} as operator {number + 1}, as the module runs it"
                hint = "the module takes another way at times: write forward without that branch"
                raise NotSupported(self.asked, expected, _words(reads, runs), hint)


def _words(one: Operation | None, other: Operation | None = None) -> str:
    if one is None:
        return "the end"
    return f"{one.name} of other arguments" if other is not None and other.name == one.name else one.name


def _record(asked: str, action: Callable[..., Any], inputs: Sequence[Any], owned: set[int]) -> Recorded:
    import torch
    from torch.utils._python_dispatch import TorchDispatchMode
    from torch.utils.weak import WeakIdKeyDictionary

    found: Recorded = []
    given_to = [tensor.clone() for tensor in inputs]  # which may be changed in place
    computed: Any = WeakIdKeyDictionary()
    for number, tensor in enumerate(given_to):
        computed[tensor] = Computed(-1, number)

    def named(given: Any) -> Any:
        if isinstance(given, torch.Tensor):
            return computed.get(given, given)
        return tuple(map(named, given)) if isinstance(given, list | tuple) else given

    class Recording(TorchDispatchMode):  # type: ignore[no-untyped-call]  # -- PyTorch has no types there
        """Notes every operator with a computed argument."""

        def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            if torch.is_inference_mode_enabled():  # there PyTorch leaves it to a mode to take operators apart
                with self:
                    parts = func.decompose(*args, **(kwargs or {}))
                if parts is not NotImplemented:
                    return parts
            given = (named(args), tuple((name, named(one)) for name, one in sorted((kwargs or {}).items())))
            if func._schema.is_mutable and args and _storage(args[0]) in owned:
                hint = "write it out of place"
                raise NotSupported(asked, "constants that stay as they are", f"{func}, a change in place", hint)
            result = func(*args, **(kwargs or {}))
            if result is None or not _depends(given):  # assertions have no result
                return result
            name = str(func)
            if name.split(".")[1] in SAME_OBJECT or _is_whole(name, args, result):
                computed[result] = given[0][0]
                return result
            for place, tensor in enumerate(result if isinstance(result, list | tuple) else [result]):
                if isinstance(tensor, torch.Tensor):
                    computed[tensor] = Computed(len(found), place)
            found.append(Operation(name, given))
            return result

    with Watch(asked) as watch, Recording():  # type: ignore[no-untyped-call]  # -- PyTorch has no types there
        action(*given_to)
    watch.check()
    taken = (name for name, tensor in watch.tensors if computed.get(tensor) is not None)
    return [*found, *(Operation(f"Tensor.{name}", ()) for name in taken)]


def _storage(given: Any) -> int | None:
    import torch

    return given.untyped_storage().data_ptr() if isinstance(given, torch.Tensor) else None


def _depends(given: Any) -> bool:
    return any(map(_depends, given)) if isinstance(given, tuple) else isinstance(given, Computed)


def _is_whole(name: str, args: Any, result: Any) -> bool:
    """Whether it is a slice of everything, which PyTorch leaves out where it knows the size."""
    return name == "aten.slice.Tensor" and result.shape == args[0].shape and result.stride() == args[0].stride()


def _same(left: Any, right: Any) -> bool:
    import torch

    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(_same, left, right))
    if isinstance(left, torch.Tensor) and isinstance(right, torch.Tensor):
        alike = left.dtype == right.dtype and left.shape == right.shape
        return left is right or (alike and torch.allclose(left, right, rtol=0, atol=0, equal_nan=True))
    if isinstance(left, float) and isinstance(right, float):
        return left == right or (left != left and right != right)
    return type(left) is type(right) and bool(left == right)
