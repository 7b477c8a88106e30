"""The drawing of a network: every node is in it, boxes do not overlap, edges lead where they should."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import network_examples
import pytest
from network_examples import NETWORKS, network_of, residual, subject

from symstride.drawing.diagram import FOLDED_FROM, Diagram, diagram_of
from symstride.drawing.pictures.network import (
    PAGE,
    fitted,
    names_line,
    on_pages,
    on_screen,
    weight,
)
from symstride.drawing.scene import Box, Scene, Stroke, Word
from symstride.drawing.svg import svg
from symstride.drawing.tikz import tikz
from symstride.layers.layer import Conv
from symstride.network.graph import Builder
from symstride.network.grid.plan import plan
from symstride.network.operators import records as op
from symstride.network.words import title_of, visible
from symstride.theorem import prove

EXAMPLES = (*NETWORKS, "hostile")


def diagram(name: str) -> Diagram:
    return diagram_of(network_of(name), subject(name).plan)


def drawings(name: str) -> list[Scene]:
    return [on_screen(diagram(name)), *on_pages(diagram(name))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_node_is_in_one_box_and_in_the_drawing(name: str) -> None:
    titles = sorted(map(title_of, network_of(name).nodes))
    assert sorted(n for box in diagram(name).boxes for n in box.nodes) == titles
    assert sorted(names_in(on_screen(diagram(name)))) == titles
    assert sorted(n for page in on_pages(diagram(name)) for n in names_in(page)) == titles


def names_in(scene: Scene) -> list[str]:
    """The nodes that the boxes of a picture name under the mouse."""
    return [name for box in layers_in(scene) for name in box.hint.split("\n")]


def layers_in(scene: Scene) -> list[Box]:
    return [shape for shape in scene.shapes if isinstance(shape, Box) and shape.hint]


@pytest.mark.parametrize("name", [name for name in NETWORKS if name != "many blocks"])
def test_names_are_read_in_both_pictures(name: str) -> None:
    page = "".join(map(tikz, on_pages(diagram(name))))
    for box in diagram(name).boxes:
        assert box.nodes[0] in svg(on_screen(diagram(name)))
        assert box.nodes[0].replace("_", r"\_") in page


@pytest.mark.parametrize("name", EXAMPLES)
def test_boxes_do_not_overlap_and_stay_inside(name: str) -> None:
    for drawing in drawings(name):
        boxes = layers_in(drawing)
        assert all(b.x >= 0 and b.y >= 0 for b in boxes)
        assert all(b.x + b.width <= drawing.width and b.y + b.height <= drawing.height for b in boxes)
        assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


def overlap(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < min(a.width, b.width) and a.y < b.y + b.height and b.y < a.y + a.height


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_is_large_enough(name: str) -> None:
    for drawing in on_pages(diagram(name)):
        assert drawing.width <= PAGE[0]
        assert drawing.height <= PAGE[1]


@pytest.mark.parametrize("name", ["chain", "residual", "hourglass"])
def test_there_is_an_arrow_for_each_edge(name: str) -> None:
    made = diagram(name)
    arrows = [s for s in on_screen(made).shapes if isinstance(s, Stroke) and s.arrow]
    assert len(arrows) == sum(len(box.inputs) for box in made.boxes)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_line_crosses_a_box(name: str) -> None:
    """An edge that passes rows by has a column of its own."""
    for drawing in drawings(name):
        boxes = layers_in(drawing)
        lines = [s for s in drawing.shapes if isinstance(s, Stroke)]
        for line in lines:
            for (x, y), (u, v) in zip(line.points, line.points[1:], strict=False):
                assert not any(crosses(b, min(x, u), max(x, u), min(y, v), max(y, v)) for b in boxes), (line, name)


def crosses(box: Box, left: float, right: float, top: float, bottom: float) -> bool:
    inside = 0.05
    return (
        left < box.x + box.width - inside
        and right > box.x + inside
        and top < box.y + box.height - inside
        and bottom > box.y + inside
    )


def test_masks_stand_where_the_plan_has_them() -> None:
    steps = subject("chain").plan
    assert steps is not None
    tags = [s for s in on_screen(diagram("chain")).shapes if isinstance(s, Word) and s.text == "mask"]
    assert len(tags) == sum(edge.masked for edge in steps.edges) == 2


def test_phases_and_ways_are_said() -> None:
    texts = {s.text for s in on_screen(diagram("chain")).shapes if isinstance(s, Word)}
    assert {"3 channels of 33×33, 4×4 phases", "space-to-depth 4×4", "5 channels of 9×9", "output"} <= texts


def test_repeated_segments_are_drawn_once_in_long_networks() -> None:
    made = diagram("many blocks")
    assert len(made.boxes) > FOLDED_FROM
    assert [segment.times for segment in made.segments] == [1, 1, 12, 1]
    assert "12 times" in svg(on_screen(made))
    short = residual(2)
    assert {segment.times for segment in diagram_of(short, plan(short)).segments} == {1}


def test_what_differs_is_not_folded() -> None:
    """The block behind the stem and the one with a stride differ from the others in their channels or places."""
    made = diagram("many blocks")
    looks = [made.boxes[segment.boxes[-1]].look for segment in made.segments]
    assert len(set(looks)) == len(looks)


def test_a_network_that_is_too_large_goes_over_several_pages() -> None:
    """Layers of which no two are alike: columns are filled from top to bottom, and every layer is on one page."""
    build = Builder("long")
    x = build.input("x", (1, 9, 9))
    for n in range(130):
        x = build.add(Conv(n + 1, n + 2, (1, 1)), x, name=f"n{n}")
    made = diagram_of(build.network(x), None)
    pages = on_pages(made)
    assert len(pages) > 1
    assert all(page.width <= PAGE[0] and page.height <= PAGE[1] for page in pages)
    assert [name for page in pages for name in names_in(page)] == ["x", *(f"n{n}" for n in range(130))]


def test_what_is_drawn_smaller_is_smaller_in_all_its_parts() -> None:
    """Five branches are wider than a page: boxes and letters shrink alike."""
    build = Builder("wide")
    x = build.input("x", (1, 9, 9))
    ends = [build.add(Conv(1, n + 1, (3, 3), 1, 1), x, name=f"n{n}") for n in range(5)]
    network = build.network(build.add(op.Concat(), *ends, name="end"))
    (page,) = on_pages(diagram_of(network, None))
    screen = on_screen(diagram_of(network, None))
    assert screen.width > PAGE[0] >= page.width
    ratio = page.width / screen.width
    for small, large in zip(page.shapes, screen.shapes, strict=True):
        if isinstance(small, Word) and isinstance(large, Word):
            assert abs(small.size / large.size - ratio) < 0.01
        if isinstance(small, Box) and isinstance(large, Box):
            assert abs(small.width / large.width - ratio) < 0.01


def test_long_names_lose_their_middle() -> None:
    assert fitted("abcdefghij", 10) == "abcdefghij"
    assert fitted("abcdefghijk", 10) == "abcde…hijk"
    assert weight("中") == 9
    assert weight(fitted("中" * 30, 20)) <= 20
    assert names_line(["a" * 30, "b" * 30, "c"]) == "a" * 30 + " +2"


def test_hints_are_escaped() -> None:
    text = svg(on_screen(diagram("hostile")))
    assert "<script" not in text
    assert visible("\u202e") not in text.replace("&lt;", "<").replace("&gt;", ">") or "&lt;U+202E&gt;" in text


def test_a_drawing_that_is_too_wide_for_a_phone_is_told_in_words() -> None:
    build = Builder("wide")
    x = build.input("x", (1, 8, 8))
    parts = [build.add(Conv(1, 1, (n, n), 2, n // 2), x, name=f"branch{n}") for n in (1, 3, 5, 7)]
    theorem = prove(build.network(build.add(op.Concat(), *parts, name="joined")), scope="network")
    told = re.findall(r"<li>(.*)</li>", theorem.html().partition('<ul class="stack">')[2].partition("</ul>")[0])
    assert [re.findall(r"<code>(\w+)</code>", line) for line in told] == [
        ["x"], ["branch1"], ["branch3"], ["branch5"], ["branch7"], ["joined"]
    ]  # fmt: skip
    assert "concatenation [2, 3, 4, 5]" in told[-1]
    assert "stack" not in re.sub(r"(?s)<(style|script).*?</\1>", "", network_examples.theorem("hourglass").html())


def test_a_network_with_too_many_boxes_has_a_paper_without_a_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("symstride.drawing.diagram.MAX_BOXES", 2)
    found = prove(network_of("chain"), scope="network")
    found.save(tmp_path, pdf=False, fragment="mine", slides=True)
    assert not found.paper.diagram
    for name in ("proof.tex", "proof.html"):
        text = (tmp_path / name).read_text()
        assert "too many nodes for a drawing" in text
        assert "Figure 1" not in text
    assert "these nodes" not in (tmp_path / "theorem.tex").read_text()
    assert "The picture" not in (tmp_path / "slides.tex").read_text()
