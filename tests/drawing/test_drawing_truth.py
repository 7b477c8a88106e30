"""What is drawn is what the formula says: in every frame the pairs (weight, place) are those of plain loops."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from scene_reader import Spots, boxes, is_read

from symstride.algebra.bank import expand
from symstride.drawing.door import draw
from symstride.drawing.pictures import axis as axis_picture
from symstride.drawing.pictures import cells
from symstride.drawing.pictures import grid as grid_picture
from symstride.drawing.pictures.bank import axis_bank_scene
from symstride.drawing.scene import Scene, Word
from symstride.drawing.track import AxisTaps
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.operators.records import AveragePool, MaxPool
from symstride.network.operators.windows import counts, pool_output

Pair = tuple[object, ...]


def random_axis(rng: random.Random, widest: int = 9) -> tuple[int, int, int, int, int, int]:
    """(kernel, stride, dilation, low, high, size) of a layer that fits."""
    while True:
        k, s, d = rng.randint(1, widest), rng.randint(1, 5), rng.choice([1, 1, 2, 3])
        low, high = rng.randint(-1, d * k // 2), rng.randint(-1, d * k // 2)
        size = rng.randint(1, d * (k - 1) + 1 + 3 * s)
        if size + low + high >= d * (k - 1) + 1 and size + max(0, low) + max(0, high) <= 40:
            return k, s, d, low, high, size


def terms(k: int, s: int, d: int, low: int, size: int, j: int, circular: bool = False) -> list[tuple[int, int]]:
    """(tap, place) for each product of output j that is not with padding."""
    places = [(i, s * j + d * i - low) for i in range(k)]
    return sorted((i, n % size) for i, n in places if circular or 0 <= n < size)


# ------------------------------------------------------------------------- one axis


def rows_of(frame: Scene) -> list[list[tuple[str, int]]]:
    """For each row of places, from the top, the pairs (card, place under it that is read)."""
    places = Spots(((box.x, box.y), text) for box, text in boxes(frame) if is_read(box))
    rows: dict[float, list[tuple[str, int]]] = defaultdict(list)
    for box, text in boxes(frame):
        if box.style == "card":
            under = places.at(box.x, box.y + box.height)
            rows[round(box.y, 1)] += [(text, int(under))] if under is not None else []
    return [rows[y] for y in sorted(rows)]


def lit_places(frame: Scene) -> Counter[str]:
    return Counter(text for box, text in boxes(frame) if is_read(box))


def check_axis(scene: Scene, j: int, want: list[tuple[str, int]]) -> None:
    frame = scene.frame(j)
    upper, *lower = rows_of(frame)
    assert sorted(upper) == sorted(want)
    assert sorted(pair for row in lower for pair in row) == sorted(want)
    # nothing is strong that no card stands on: each place once above and once below
    assert lit_places(frame) == Counter(str(n) for n in {n for _, n in want} for _ in range(2))
    assert [text for box, text in boxes(frame) if box.style == "out-on"] == [str(j)]


@pytest.fixture
def large_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room enough for every number."""
    monkeypatch.setattr(axis_picture, "WIDTH", 900.0)
    monkeypatch.setattr(cells, "PAGE", 2_000.0)


@pytest.mark.usefixtures("large_cells")
@pytest.mark.parametrize("origin", ["image", "padded"])
@pytest.mark.parametrize("phases", [1, 2, 3])
def test_one_axis(phases: int, origin: str, rng: random.Random) -> None:
    for _ in range(12):
        k, s, d, low, high, size = random_axis(rng)
        layer = Conv(1, 1, k, s, ((low, high),), d, ndim=1)
        scene = draw(layer, "axis", input_size=size, phases=phases, origin=origin).scene
        assert scene.steps == layer.output_size(size)[0]
        for j in range(scene.steps):
            check_axis(scene, j, [(f"$w_{{{i}}}$", n) for i, n in terms(k, s, d, low, size, j)])


@pytest.mark.usefixtures("large_cells")
@pytest.mark.parametrize("size", [8, 12])
def test_a_circular_axis_reads_what_repeats(size: int) -> None:
    layer = Conv(1, 1, 5, 2, ((2, 2),), ndim=1, padding_mode="circular")
    scene = draw(layer, input_size=size, phases=2).scene
    for j in range(scene.steps):
        check_axis(scene, j, [(f"$w_{{{i}}}$", n) for i, n in terms(5, 2, 1, 2, size, j, circular=True)])


@pytest.mark.usefixtures("large_cells")
@pytest.mark.parametrize("ceil_mode", [False, True])
@pytest.mark.parametrize(("kind", "card"), [(MaxPool, r"$\max$"), (AveragePool, "$1$")])
def test_pools(kind: type[MaxPool | AveragePool], card: str, ceil_mode: bool, rng: random.Random) -> None:
    for _ in range(10):
        k, s = rng.randint(1, 5), rng.randint(1, 4)
        low, high, size = rng.randint(0, k // 2), rng.randint(0, k // 2), rng.randint(k, k + 3 * s)
        pool = kind((k,), (s,), ((low, high),), (1,), ceil_mode)
        scene = draw(pool, input_size=size).scene
        assert scene.steps == pool_output(pool, (size,))[0]
        for j in range(scene.steps):
            check_axis(scene, j, [(card, n) for _, n in terms(k, s, 1, low, size, j)])


def sum_in(scene: Scene, j: int) -> tuple[str, list[tuple[int, ...]]]:
    """The text of the sum in a frame, and the numbers of its products."""
    (text,) = (w.text for w in scene.frame(j).shapes if isinstance(w, Word) and w.text.startswith(f"$y_{{{j}}} ="))
    body = text.partition("= ")[2]
    return body, sorted(tuple(map(int, found)) for found in re.findall(r"w_\{(\d+)\}x_\{(\d+)\}", body))


def test_sums_have_the_products_of_the_formula(rng: random.Random) -> None:
    for _ in range(30):
        k, s, d, low, high, size = random_axis(rng, 4)
        scene = draw(Conv(1, 1, k, s, ((low, high),), d, ndim=1), input_size=size).scene
        for j in range(scene.steps if size < 25 else 0):
            body, found = sum_in(scene, j)
            assert found == terms(k, s, d, low, size, j)
            assert body.count("+") == max(0, len(found) - 1)


def test_means_are_divided_by_what_is_counted() -> None:
    for padded in (False, True):
        pool = AveragePool((3,), (2,), ((1, 1),), (1,), False, padded)
        scene = draw(pool, input_size=7).scene
        for j, divisor in enumerate(counts(pool, (7,))[0]):
            body, _ = sum_in(scene, j)
            assert body.endswith(f"/{divisor}$")
            assert sorted(map(int, re.findall(r"x_\{(\d+)\}", body))) == [n for _, n in terms(3, 2, 1, 1, 7, j)]


def test_a_phase_that_no_tap_reads_is_grey() -> None:
    scene = draw(Conv(1, 1, 1, 3, 0, ndim=1), input_size=9).scene
    grey = {text for box, text in boxes(scene.frame(0)) if box.style == "dead"}
    assert grey == {str(n) for n in range(9) if n % 3}


# ------------------------------------------------------------------------- two and three axes


def plane_pairs(frame: Scene, size: tuple[int, int]) -> tuple[list[Pair], list[Pair]]:
    """(weight, place) of the input's plane and of those of the phases, where a weight stands on a strong place."""
    named = list(boxes(frame))
    hinted = [box for box, _ in named if box.hint]
    assert len(hinted) == 2 * size[0] * size[1]
    strong = Spots(((box.x, box.y), word) for box, word in named if is_read(box))
    pairs = [(strong.at(box.x, box.y), box.hint) for box in hinted]
    split = size[0] * size[1]
    upper, lower = ([pair for pair in part if pair[0] is not None] for part in (pairs[:split], pairs[split:]))
    return upper, lower


@pytest.mark.parametrize("phases", [1, 2])
def test_two_axes(phases: int, rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_picture, "LEAST", 0.1)  # no name is left out
    for _ in range(8):
        kernel, stride = (rng.randint(1, 4), rng.randint(1, 4)), (rng.randint(1, 2), rng.randint(1, 3 - phases // 2))
        dilation = (rng.choice([1, 1, 2]), 1)
        low = tuple(rng.randint(0, k // 2) for k in kernel)
        size = tuple(d * (k - 1) + 1 + s for k, s, d in zip(kernel, stride, dilation, strict=True))
        layer = Conv(1, 1, kernel, stride, tuple((p, p) for p in low), dilation)
        scene = draw(layer, input_size=size, phases=phases).scene
        outputs = list(product(*map(range, layer.output_size(size))))
        assert scene.steps == len(outputs)
        for f, j in enumerate(outputs):
            each = [
                terms(k, s, d, p, n, m) for k, s, d, p, n, m in zip(kernel, stride, dilation, low, size, j, strict=True)
            ]
            want = sorted((f"$w_{{{i}{o}}}$", f"x[{n},{m}]") for (i, n), (o, m) in product(*each))
            upper, lower = plane_pairs(scene.frame(f), (size[0], size[1]))
            assert sorted(upper) == want
            assert sorted(lower) == want
            assert output_place(scene.frame(f)) == j


def output_place(frame: Scene) -> tuple[int, int]:
    """Which place of the output's plane is the one that is made now."""
    grey = [box for box, _ in boxes(frame) if box.style == "out"]
    (now,) = (box for box, _ in boxes(frame) if box.style == "out-on")
    left, top = min(b.x for b in grey), min(b.y for b in grey)
    return round((now.y - top) / now.height), round((now.x - left) / now.width)


def test_a_transposed_layer_of_two_axes(rng: random.Random) -> None:
    for _ in range(6):
        kernel, stride = (rng.randint(1, 3), rng.randint(1, 3)), (rng.randint(1, 3), rng.randint(1, 2))
        size, low = (rng.randint(1, 2), rng.randint(1, 3)), (rng.randint(0, 1), 0)
        layer = ConvTranspose(1, 1, kernel, stride, tuple((p, 0) for p in low))
        if any(s * (n - 1) + k - p < 1 for s, n, k, p in zip(stride, size, kernel, low, strict=True)):
            continue
        scene = draw(layer, input_size=size).scene
        outputs = list(product(*map(range, layer.output_size(size))))
        assert scene.steps == len(outputs)
        for f, t in enumerate(outputs):
            each = [
                [(i, j) for j in range(n) for i in range(k) if s * j + i - p == place]
                for k, s, n, p, place in zip(kernel, stride, size, low, t, strict=True)
            ]
            frame = scene.frame(f)
            places = Spots(((box.x, box.y), box.hint) for box, _ in boxes(frame) if box.hint.startswith("x"))
            found = [(text, places.at(box.x, box.y)) for box, text in boxes(frame) if is_read(box) and text]
            assert sorted(found) == sorted((f"$w_{{{i}{o}}}$", f"x[{n},{m}]") for (i, n), (o, m) in product(*each))
            made = Spots(((box.x, box.y), box.hint) for box, _ in boxes(frame) if box.hint.startswith("y"))
            strong = (box for box, text in boxes(frame) if box.style.endswith("-on") and not text)
            assert [made.at(box.x, box.y) for box in strong] == [f"y[{t[0]},{t[1]}]"] * 2


def test_three_axes(rng: random.Random) -> None:
    for _ in range(4):
        kernel, stride = tuple(rng.randint(1, 3) for _ in range(3)), tuple(rng.randint(1, 3) for _ in range(3))
        size = tuple(k + s for k, s in zip(kernel, stride, strict=True))
        scene = draw(Conv(1, 1, kernel, stride, 1), input_size=size).scene
        outputs = list(product(*map(range, Conv(1, 1, kernel, stride, 1).output_size(size))))
        assert scene.steps == len(outputs)
        for f, j in enumerate(outputs):
            each = [terms(k, s, 1, 1, n, m) for k, s, n, m in zip(kernel, stride, size, j, strict=True)]
            want = Counter(f"x[{z},{y},{x}]" for (_, z), (_, y), (_, x) in product(*each) for _ in range(2))
            frame = scene.frame(f)
            strong = Spots(((box.x, box.y), "read") for box, _ in boxes(frame) if is_read(box))
            read = (box.hint for box, _ in boxes(frame) if box.hint and strong.at(box.x, box.y))
            assert Counter(read) == want


# ------------------------------------------------------------------------- banks and matrices


def block_under(scene: Scene, head: Word, sizes: tuple[int, int]) -> list[str]:
    """The words in the boxes under a head, row by row; a dot is a structural zero."""
    entries = [(box, text) for box, text in boxes(scene) if box.hint.startswith("w[") or box.style == "empty"]
    side = entries[0][0].width
    inside = [
        (round(box.y, 1), round(box.x, 1), text)
        for box, text in entries
        if abs(box.x + side / 2 - head.x) < sizes[1] * side / 2 and 0 < box.y - head.y < sizes[0] * side + 3.5
    ]
    return [text for _, _, text in sorted(inside)]


def heads(scene: Scene) -> Iterator[tuple[Word, int, int]]:
    for shape in scene.shapes:
        found = re.fullmatch(r"\$\\tilde\{w\}_\{(\d)(\d)\}\$", shape.text) if isinstance(shape, Word) else None
        if isinstance(shape, Word) and found:
            yield shape, int(found[1]), int(found[2])


TWO_AXES = [((3, 3), (2, 2), 1), ((7, 7), (2, 2), 3), ((3, 5), (2, 3), 1), ((1, 2), (3, 2), 0)]


@pytest.mark.parametrize(("k", "s", "p"), TWO_AXES)
def test_the_bank_of_two_axes_is_the_table_that_runs(k: tuple[int, int], s: tuple[int, int], p: int) -> None:
    layer = Conv(1, 1, k, s, p)
    scene, bank = draw(layer, "bank").scene, expand(layer)
    found = list(heads(scene))
    assert len(found) == s[0] * s[1]
    for head, one, two in found:
        entries = bank.table[0, one * s[1] + two]
        names = [f"$w_{{{t // k[1]}{t % k[1]}}}$" if t >= 0 else r"$\cdot$" for t in entries.ravel().tolist()]
        assert block_under(scene, head, entries.shape) == names


@pytest.mark.parametrize("phases", [1, 2, 3])
@pytest.mark.parametrize(("k", "s", "p", "d"), [(3, 2, 1, 1), (7, 2, 3, 1), (5, 3, 2, 2), (1, 4, 0, 1)])
def test_the_bank_of_one_axis_is_the_table_that_runs(k: int, s: int, p: int, d: int, phases: int) -> None:
    layer = Conv(1, 1, k, s, p, d, ndim=1)
    scene, (axis,) = draw(layer, "bank", phases=phases).scene, expand(layer, phases).axes
    entries = [(round(b.y, 1), round(b.x, 1), t) for b, t in boxes(scene) if b.hint or b.style == "empty"]
    words = [text for _, _, text in sorted(entries)]
    table = [[f"$w_{{{t}}}$" if t >= 0 else r"$\cdot$" for t in row.ravel().tolist()] for row in axis.table]
    placed = [[f"$w_{{{t}}}$" if t >= 0 else r"$\cdot$" for t in row.T.ravel().tolist()] for row in axis.table]
    assert words == [text for rows in (placed, table) for row in rows for text in row]


def test_entries_of_matrices_are_taps(rng: random.Random) -> None:
    for phases in (1, 2):
        for _ in range(8):
            k, s, d, low, high, size = random_axis(rng, 5)
            layer = Conv(1, 1, k, s, ((low, high),), d, ndim=1)
            outputs = layer.output_size(size)[0]
            if size > 14 or s * outputs > 20:
                continue
            scene = draw(layer, "matrix", input_size=size, phases=phases).scene
            found = Counter((box.hint, text) for box, text in boxes(scene) if box.hint and box.style != "empty")
            unit = Counter(entries(k, 1, d, low, size, s * (outputs - 1) + 1))
            kept = Counter(entries(k, s, d, low, size, outputs))
            assert found == unit + kept + kept
            assert sum(1 for box, _ in boxes(scene) if box.hint) == size * (s * (outputs - 1) + 1 + 2 * outputs)


def entries(k: int, s: int, d: int, low: int, size: int, outputs: int) -> Iterator[tuple[str, str]]:
    for j in range(outputs):
        for i, n in terms(k, s, d, low, size, j):
            yield f"T[{j},{n}]", f"$w_{{{i}}}$"


# ------------------------------------------------------------------------- transposed layers


def test_a_transposed_axis(rng: random.Random) -> None:
    for _ in range(25):
        k, s, d, size = rng.randint(1, 6), rng.randint(1, 4), rng.choice([1, 1, 2, 3]), rng.randint(1, 5)
        low, high, more = rng.randint(-1, 2), rng.randint(-1, 2), rng.randint(0, 2)
        made = s * (size - 1) + d * (k - 1) + 1 - low - high + more
        if not 1 <= made <= 24:
            continue
        layer = ConvTranspose(1, 1, k, s, ((low, high),), d, more, ndim=1)
        scene = draw(layer, input_size=size).scene
        assert scene.steps == made
        for t in range(made):
            frame = scene.frame(t)
            places = Spots(((box.x, box.y), text) for box, text in boxes(frame) if box.style == "out")
            side = next(box.width for box, _ in boxes(frame) if box.style == "out")
            pairs = [
                (text, places.at(box.x, box.y - side))
                for box, text in boxes(frame)
                if is_read(box) and text.startswith("$w")
            ]
            want = [(f"$w_{{{i}}}$", str(j)) for j in range(size) for i in range(k) if s * j + d * i - low == t]
            assert sorted((w, n) for w, n in pairs if n is not None) == sorted(want)
            lit = [text for box, text in boxes(frame) if (is_read(box) or box.style == "out-on") and text == str(t)]
            assert len(lit) == 2  # once in its phase and once in the output


def test_a_bank_that_unfolds_ends_with_the_whole_one() -> None:
    taps = AxisTaps(expand(Conv(1, 1, 7, 3, 2, ndim=1), 2).axes[0])
    whole, unfolding = axis_bank_scene(taps), axis_bank_scene(taps, unfolding=True)
    assert (whole.steps, unfolding.steps) == (1, 1 + taps.phases)
    assert unfolding.frame(unfolding.still) == whole
    read = [sum(1 for box, _ in boxes(unfolding.frame(n)) if is_read(box)) for n in range(unfolding.steps)]
    each = [sum(tap is not None for tau in range(2) for _, tap in taps.taps(tau, rho)) for rho in range(taps.phases)]
    assert [b - a for a, b in pairwise(read)] == each
