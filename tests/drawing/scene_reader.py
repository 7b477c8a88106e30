"""What a reader sees in a scene: which word stands in which box, and where words get in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from symstride.drawing.look import STYLES
from symstride.drawing.scene import Box, Scene, Shape, Word, bounds

Corner = tuple[float, float]


class Spots(dict[tuple[int, int], str]):
    """Texts by their places; what lies within a twentieth of a millimetre is the same place."""

    def __init__(self, texts: Iterable[tuple[Corner, str]]) -> None:
        super().__init__((_square(*place), text) for place, text in texts)

    def at(self, x: float, y: float) -> str | None:
        """The text there, or None."""
        m, n = _square(x, y)
        return next((self[v, w] for v in (m, m - 1, m + 1) for w in (n, n - 1, n + 1) if (v, w) in self), None)


def _square(x: float, y: float) -> tuple[int, int]:
    return round(x * 20), round(y * 20)


def boxes(scene: Scene) -> Iterator[tuple[Box, str]]:
    """Each box with the word in its middle, or with nothing; of words there, the uppermost."""
    words = Spots(((word.x, word.y), word.text) for word in scene.shapes if isinstance(word, Word))
    for shape in scene.shapes:
        if isinstance(shape, Box):
            yield shape, words.at(shape.x + shape.width / 2, shape.y + shape.height / 2) or ""


def is_read(box: Box) -> bool:
    """Whether a place is one that is read in this frame."""
    return box.style.endswith("-on") and box.style != "out-on"


# ------------------------------------------------------------------------- layout


def faults(scene: Scene) -> list[str]:
    """Words that meet one another, that leave the picture, or that are wider than the box they stand in."""
    found = [f"frame {n}: {fault}" for n in range(scene.steps) for fault in _faults(scene.frame(n))]
    return list(dict.fromkeys(found))


def _faults(scene: Scene) -> Iterator[str]:
    seen = [(w, bounds(w)) for n, w in enumerate(scene.shapes) if _is_seen(w, scene.shapes[n + 1 :])]
    for n, (word, (left, top, right, bottom)) in enumerate(seen):
        if min(left, top) < -0.01 or right > scene.width + 0.01 or bottom > scene.height + 0.01:
            yield f"{word.text!r} leaves the picture"
        for other, (x, y, u, v) in seen[n + 1 :]:
            if min(right, u) - max(left, x) > 0.05 and min(bottom, v) - max(top, y) > 0.3:
                yield f"{word.text!r} meets {other.text!r}"
        for box in scene.shapes:
            tight = isinstance(box, Box) and (right - left > box.width + 0.1 or word.size > box.height + 0.1)
            if tight and STYLES[box.style].fill and _stands_in(word, box):
                yield f"{word.text!r} is wider than its box"


def _is_seen(word: Shape, above: Sequence[Shape]) -> bool:
    """Whether it is a word that nothing opaque hides."""
    return isinstance(word, Word) and not any(
        isinstance(box, Box) and STYLES[box.style].fill and STYLES[box.style].opacity == 1 and _inside(word, box)
        for box in above
    )


def _inside(word: Word, box: Box) -> bool:
    return box.x <= word.x <= box.x + box.width and box.y <= word.y <= box.y + box.height


def _stands_in(word: Word, box: Box) -> bool:
    return word.anchor == "middle" and _inside(word, box)
