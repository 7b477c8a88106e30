"""Numbers of a model that stay in its file: the model is read without them, and they are looked up where they lie.

A model in one file has its weights among everything else, and a reader of protocol buffers copies all of it.  Here the
large ones are stepped over: what is read says in their place where in the file they are, in the words that ONNX has for
numbers in other files (https://onnx.ai/onnx/repo-docs/ExternalData.html).  Everything else is handed on byte for byte,
what is not known here included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final, TypeAlias

LARGE: Final = 2**20
"""Numbers of more bytes than this lie apart from a model: in the file that it is read from, or in one beside it."""

MOST_FIELDS: Final = 1_000_000
MOST_ROWS: Final = 1_000
"""Fields of a graph, and of a tensor, that are stepped over one by one; a file with more is read as a whole."""

_TO_TENSORS: Final = (7, 5)
"""Fields by their numbers: the graph of a model, the initialisers of a graph."""

_RAW, _EXTERNAL, _LOCATION = 9, 13, 14
"""Fields of a tensor: its bytes, and the two that say where else they lie.

By the protocol of ONNX (https://onnx.ai/onnx/api/classes.html).
"""

_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5

_Pieces: TypeAlias = list[bytes | memoryview]


def model_bytes(file: Path) -> bytes:
    """The bytes of a model in which large initialisers of the main graph point into the file that it was read from.

    Those of the file itself where it has none, and where it is no model or one of very many fields.
    """
    if file.stat().st_size > LARGE:
        with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as mapped, memoryview(mapped) as d:
            try:
                return b"".join(_Stepping(d, file.name.encode("utf-8")).over(0, len(d), _TO_TENSORS))
            except ValueError:  # cut off, or no model at all, or a name that is no text
                pass
    return file.read_bytes()


@dataclass(frozen=True, slots=True)
class _Stepping:
    """Over the large tensors of ``data``, the bytes of the file ``name``."""

    data: memoryview
    name: bytes

    def over(self, start: int, stop: int, way: Sequence[int]) -> _Pieces:
        """The message between two places, without what is large in the messages that the fields of ``way`` lead to."""
        if not way:
            return self.tensor(start, stop)
        found: _Pieces = []
        done = start
        for begin, number, kind, place, end in self.fields(start, stop, MOST_FIELDS):
            if (number, kind) == (way[0], _LENGTH) and end - place > LARGE:
                inner = self.over(place, end, way[1:])
                found += [self.data[done:begin], _head(number, sum(map(len, inner))), *inner]
                done = end
        return [*found, self.data[done:stop]]

    def tensor(self, start: int, stop: int) -> _Pieces:
        """A tensor that says where its bytes lie; as it is where it has few, or says so already."""
        rows = list(self.fields(start, stop, MOST_ROWS))
        raw = [row for row in rows if row[1] == _RAW]
        if len(raw) != 1 or any(row[1] in (_EXTERNAL, _LOCATION) for row in rows):
            return [self.data[start:stop]]
        ((_, _, kind, place, end),) = raw
        if kind != _LENGTH or end - place <= LARGE:
            return [self.data[start:stop]]
        found: _Pieces = [self.data[row[0] : row[4]] for row in rows if row[1] != _RAW]
        for key, value in ((b"location", self.name), (b"offset", b"%d" % place), (b"length", b"%d" % (end - place))):
            entry = b"".join((_head(1, len(key)), key, _head(2, len(value)), value))
            found += [_head(_EXTERNAL, len(entry)), entry]
        return [*found, bytes([_LOCATION << 3 | _VARINT, 1])]

    def fields(self, start: int, stop: int, most: int) -> Iterator[tuple[int, int, int, int, int]]:
        """Of each field where it begins, its number and its kind, and where its value begins and ends."""
        place, count = start, 0
        while place < stop:
            begin, count = place, count + 1
            if count > most:
                raise ValueError("more fields than are looked at one by one")
            tag, place = self.varint(place, stop)
            number, kind = tag >> 3, tag & 7
            if kind == _LENGTH:
                length, place = self.varint(place, stop)
                end = place + length
            elif kind == _VARINT:
                _, end = self.varint(place, stop)
            elif kind in (_FIXED32, _FIXED64):
                end = place + (4 if kind == _FIXED32 else 8)
            else:
                raise ValueError("a group, which no model has")
            if end > stop or not number:
                raise ValueError("a field that is cut off")
            yield begin, number, kind, place, end
            place = end

    def varint(self, place: int, stop: int) -> tuple[int, int]:
        """A whole number, and where it ends."""
        found = 0
        for count, byte in enumerate(self.data[place : min(place + 10, stop)]):
            found |= (byte & 127) << (7 * count)
            if byte < 128:
                return found, place + count + 1
        raise ValueError("a number that is cut off")


def _head(number: int, length: int) -> bytes:
    """What stands in front of a field of so many bytes."""
    return _varint(number << 3 | _LENGTH) + _varint(length)


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])
