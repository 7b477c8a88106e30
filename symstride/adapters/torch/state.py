"""What a module could remember: all that its ``forward`` can reach, as plain data that is compared.

A module that counts its calls is no function of its input.  What it counts in may be an attribute, a list, an iterator,
a generator of random numbers, a class or a global variable.  So everything is listed that can be reached from the
module through attributes, items and classes, and through the global variables of ``forward``, of the functions that it
names and of those that these name, in code that is not of PyTorch, NumPy or the standard library.
"""

from __future__ import annotations

import hashlib
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Any, Final, TypeAlias

from symstride.limits import MAX_STATE, check

State: TypeAlias = Mapping[str, Any]
"""Where something is kept -> what it is: a number, a text, a digest."""

_PLAIN: Final = (type(None), bool, int, float, complex, str, bytes, type(...))
_OPAQUE: Final = (ModuleType, BuiltinFunctionType, CodeType)
_CODE: Final = (FunctionType, property, staticmethod, classmethod)
_HOUSEKEEPING: Final = ("__dict__", "__weakref__", "__doc__", "__module__", "__annotations__", "__abstractmethods__")
_KNOWN: Final = frozenset({"torch", "numpy", *sys.stdlib_module_names})
"""Packages whose own variables are not looked at."""


def state(asked: str, module: Any) -> State:
    """All that can be reached from the module, by where it is kept.

    Raises ``NotSupported`` where that is more than ``MAX_STATE`` objects.
    """
    walk = _Walk({id(tensor) for tensor in (*module.parameters(), *module.buffers())})
    walk.waiting.append(("", module))
    while walk.waiting:
        check(asked, len(walk.seen), MAX_STATE, "objects that forward can reach", "leave data out of the module")
        walk.visit(*walk.waiting.popleft())
    return walk.found


def first_difference(before: State, after: State, common: bool = False) -> str:
    """Where the two are not the same, or "" if they are; ``common`` looks at the places that both have.

    A copy has other places: what a module and a global variable share is there once, and twice beside a copy.
    """
    missing = object()
    places = before if common else {**before, **after}
    wrong = (where for where in places if not common or where in after)
    wrong = (where for where in wrong if before.get(where, missing) != after.get(where, missing))
    return next((where or "the module" for where in wrong), "")


class _Walk:
    """Everything found so far, and what waits to be looked at.

    ``owned`` are the parameters and buffers by identity, which have versions.  Methods wait in ``methods`` until a
    function that was reached names them: what only ``__init__`` or training calls is not reached.
    """

    def __init__(self, owned: set[int]) -> None:
        self.owned = owned
        self.found: dict[str, Any] = {}
        self.seen: dict[int, Any] = {}  # keeps what it names alive, so that no two things have one id
        self.waiting: deque[tuple[str, Any]] = deque()
        self.named, self.methods = {"forward", "__call__"}, dict[str, list[tuple[str, Any]]]()

    def visit(self, where: str, thing: Any) -> None:
        """One thing: what it is by itself is found, what it consists of waits."""
        if type(thing) in _PLAIN:
            self.found[where] = (type(thing), repr(thing) if type(thing) in (float, complex) else thing)
        elif id(thing) not in self.seen and not isinstance(thing, _OPAQUE):
            self.seen[id(thing)] = thing
            self.found[where], inside = self._parts(where, thing)
            self.waiting.extend((f"{where}{step}".lstrip("., "), one) for step, one in inside)

    def _parts(self, where: str, thing: Any) -> tuple[Any, Iterable[tuple[str, Any]]]:
        import numpy as np
        import torch

        if isinstance(thing, torch.Tensor):
            versioned = id(thing) in self.owned and not thing.is_inference()
            return ("tensor", id(thing), thing._version) if versioned else _numbers(thing), []
        if isinstance(thing, np.ndarray) and thing.dtype != object:
            return (thing.shape, str(thing.dtype), _digest(np.ascontiguousarray(thing))), []
        if isinstance(thing, dict):
            return len(thing), _items(thing)
        if isinstance(thing, list | tuple | deque | np.ndarray):
            return len(thing), [(f"[{number}]", one) for number, one in enumerate(thing)]
        if isinstance(thing, set | frozenset):
            plain = sorted(repr(one) for one in thing if type(one) in _PLAIN)
            return (len(thing), *plain), [("{}", one) for one in thing if type(one) not in _PLAIN]
        if isinstance(thing, property | staticmethod | classmethod):
            return "method", [("", getattr(thing, name, None)) for name in ("fget", "__func__")]
        if isinstance(thing, type):
            return thing.__qualname__, self._variables(where, thing)
        if isinstance(thing, MethodType):
            return "method", [(".__self__", thing.__self__), ("", thing.__func__)]
        if isinstance(thing, FunctionType):
            return thing.__qualname__, self._reached(thing)
        return type(thing).__qualname__, [*_attributes(thing), (f", class {type(thing).__name__}", type(thing))]

    def _variables(self, where: str, kind: type) -> Iterator[tuple[str, Any]]:
        """What a class of the user and the classes behind it define."""
        for one in kind.__mro__:
            for name, value in list(vars(one).items()) if _foreign(one.__module__) else ():
                if name in self.named or not isinstance(value, _CODE):
                    if name not in _HOUSEKEEPING:
                        yield f".{name}", value
                else:
                    self.methods.setdefault(name, []).append((f"{where}.{name}", value))

    def _reached(self, function: FunctionType) -> Iterator[tuple[str, Any]]:
        """What a function of the user may read and change besides its arguments."""
        inner = getattr(function, "__wrapped__", None)
        if inner is not None:
            yield ".__wrapped__", inner
        if not _foreign(function.__module__):
            return
        yield from ((f".{name}", value) for name, value in list(vars(function).items()))
        yield from ((f".__defaults__[{number}]", one) for number, one in enumerate(function.__defaults__ or ()))
        yield from ((f".__kwdefaults__[{name!r}]", one) for name, one in (function.__kwdefaults__ or {}).items())
        for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
            try:
                yield f".{name}", cell.cell_contents
            except ValueError:  # not assigned yet
                continue
        for name in sorted(_names(function.__code__)):
            self.waiting.extend(self.methods.pop(name, ()))
            self.named.add(name)
            if name in function.__globals__:
                yield f", global {name}", function.__globals__[name]


def _items(thing: dict[Any, Any]) -> Iterator[tuple[str, Any]]:
    for number, (key, one) in enumerate(list(thing.items())):
        where = repr(key) if type(key) in _PLAIN else f"key {number}"
        yield f"[{where}]"[:80], one
        if type(key) not in _PLAIN:
            yield f".{where}", key


def _numbers(tensor: Any) -> Any:
    import torch

    if tensor.is_meta or tensor.layout is not torch.strided:
        return (tuple(tensor.shape), str(tensor.dtype))
    flat = tensor.detach().cpu().contiguous().reshape(-1)
    return (tuple(tensor.shape), str(tensor.dtype), _digest(flat.view(torch.uint8).numpy() if flat.numel() else b""))


def _digest(array: Any) -> str:
    return hashlib.blake2b(memoryview(array).cast("B") if len(array) else b"", digest_size=16).hexdigest()


def _foreign(home: Any) -> bool:
    """Whether a module of Python is neither PyTorch's nor NumPy's nor the standard library's."""
    return isinstance(home, str) and home.partition(".")[0] not in _KNOWN


def _names(code: CodeType) -> set[str]:
    """The names that a function reads, its inner functions too."""
    inner = (one for one in code.co_consts if isinstance(one, CodeType))
    return set(code.co_names).union(*map(_names, inner))


def _attributes(thing: Any) -> Iterator[tuple[str, Any]]:
    """The attributes of an object; of one without any, or of a library, what a pickle would keep."""
    yield from ((f".{name}", value) for name, value in list(getattr(thing, "__dict__", {}).items()))
    for kind in type(thing).__mro__:
        slots = vars(kind).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(thing, name):
                yield f".{name}", getattr(thing, name)
    if not hasattr(thing, "__dict__") or not _foreign(type(thing).__module__):
        try:
            reduced = thing.__reduce_ex__(2)
        except Exception:  # noqa: BLE001  objects without a state of their own: locks, files
            return
        yield "", reduced if isinstance(reduced, str) else tuple(reduced[1:3])
