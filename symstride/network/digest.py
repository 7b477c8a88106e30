"""The digest of a network: SHA-256 of what it computes with, and of nothing else.

Counted are the operator of each node with all its attributes, which values it reads in which order, its weights bit for
bit, the shapes of the inputs, the element type and the batch.  Names, labels, the order of the nodes and the bytes of a
file are not; neither are nodes that no output depends on.

Each node has a digest of its own, over its operator, the digests of its inputs and those of its parameters in the order
of their roles; an input has its position among the inputs of the network, and no size for an axis that is open.
Everything is written with its kind and its
length in front, so that no two things are written alike: 1, 1.0, True and "1" differ, and so do 0.0 and -0.0.
"""

from __future__ import annotations

import struct
from dataclasses import fields
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from symstride.errors import SpecError
from symstride.network.graph import Network, Node
from symstride.network.operators.records import Input
from symstride.network.operators.shapes import parameters

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FORMAT = "symstride network 1"
_CHUNK = 2**16


def canonical_digest(network: Network, any_size: bool = False) -> str:
    """64 hexadecimal digits; equal for two networks when they are the same up to names and the order of nodes.

    A parameter without an array counts with its shape.  ``any_size`` leaves out how many places the inputs have, for
    claims about all sizes at once.  Linear in the size of the network; arrays are not copied.
    """
    position = {node.name: number for number, node in enumerate(network.inputs)}
    arrays: dict[str, bytes] = {}
    digests: dict[str, bytes] = {}
    for node in network.nodes:
        if isinstance(node.operator, Input):
            described: tuple[Any, ...] = (position[node.name], _input_shape(node.operator, any_size))
        else:
            roles = parameters(node.operator, network.input_shapes(node))
            for name, shape in zip(node.parameters, roles.values(), strict=True):
                if name not in arrays:
                    arrays[name] = array_digest(network.weights.get(name), shape)
            own = tuple((role, arrays[name]) for role, name in zip(roles, node.parameters, strict=True))
            described = (_fields(node), tuple(digests[name] for name in node.inputs), own)
        digests[node.name] = _hashed((type(node.operator).__name__, *described))
    inputs = tuple(digests[node.name] for node in network.inputs)
    outputs = tuple(digests[name] for name in network.outputs)
    return _hashed((_FORMAT, any_size, network.dtype, network.batch, inputs, outputs)).hex()


def array_digest(array: NDArray[Any] | None, shape: tuple[int, ...]) -> bytes:
    """The digest of a parameter: element type, shape and every bit; of its shape alone where there is no array."""
    if array is None:
        return _hashed(("absent", shape))
    import numpy as np

    found = sha256(encoded(("array", array.dtype.name, tuple(array.shape))))
    if array.dtype.hasobject:
        for number in array.flat:
            found.update(encoded(number))
    elif array.flags.c_contiguous and array.dtype.isnative:
        found.update(array.reshape(-1).view(np.uint8).data)
    elif array.size:
        flags: Any = ["external_loop", "buffered"]
        native = array.dtype.newbyteorder("=")
        for chunk in np.nditer(array, flags, ["readonly"], [native], "C", "equiv", buffersize=_CHUNK):
            found.update(np.ascontiguousarray(chunk).view(np.uint8).data)
    return found.digest()


def encoded(value: Any) -> bytes:
    """Nested tuples of plain data as bytes, each with its kind and length in front.  Refuses anything else."""
    parts, waiting = [], [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple | list):
            parts.append(b"t%d:" % len(part))
            waiting += reversed(part)
        else:
            kind, text = _plain(part)
            parts.append(b"%b%d:%b" % (kind, len(text), text))
    return b"".join(parts)


def _plain(value: Any) -> tuple[bytes, bytes]:
    if isinstance(value, bool) or value is None:
        return b"n", str(value).encode()
    if isinstance(value, str):
        return b"s", value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return b"x", value
    if isinstance(value, int):
        return b"i", b"%d" % value
    if isinstance(value, float):
        return b"f", struct.pack(">d", value)
    if isinstance(value, Fraction):
        return b"q", b"%d/%d" % (value.numerator, value.denominator)
    if hasattr(value, "dtype") and value.ndim == 0:  # a NumPy number
        return b"d", encoded((value.dtype.name, value.tobytes()))
    if getattr(value, "is_Integer", False):  # a number of sympy's
        return b"i", b"%d" % int(value)
    raise SpecError("canonical_digest(network)", "numbers and words", repr(value)[:80], "use plain numbers")


def _fields(node: Node) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, getattr(node.operator, field.name)) for field in fields(node.operator))


def _input_shape(operator: Input, any_size: bool) -> tuple[Any, ...]:
    if any_size and len(operator.shape) > 1:
        return operator.shape[0], len(operator.shape)
    return tuple(None if n in operator.open else size for n, size in enumerate(operator.shape))


def _hashed(value: tuple[Any, ...]) -> bytes:
    return sha256(encoded(value)).digest()
