"""The plots: valid SVG, the same bytes for the same data, no fonts and no clock; and those of the docs are current."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from benchmarks.growth import draw
from benchmarks.growth.points import SWEEPS, points
from benchmarks.growth.series import COSTS

ROOT = Path(__file__).resolve().parent.parent.parent
DATA: Mapping[str, Any] = {
    "machine": "Measured by hand.",
    "rows": [
        asdict(point) | {cost.key: 1e-4 * (number + 1) * point.size * point.kernel for number, cost in enumerate(COSTS)}
        for point in points()
    ],
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed; pip install 'symstride[benchmarks]'")
    return dict(draw.drawings(DATA, "source"))


def test_a_plot_for_each_hyper_parameter_and_each_ground(drawn: Mapping[str, str]) -> None:
    assert len(drawn) == len(SWEEPS) * len(draw.SCHEMES)
    for text in drawn.values():
        root = ElementTree.fromstring(text)
        assert root.tag == f"{SVG}svg"
        assert len(list(root.iter(f"{SVG}path"))) > 50


def test_the_same_data_give_the_same_bytes(drawn: Mapping[str, str]) -> None:
    assert dict(draw.drawings(DATA, "source")) == drawn


def test_other_data_give_another_plot(drawn: Mapping[str, str]) -> None:
    rows = [row | {"prove": 2 * row["prove"]} for row in DATA["rows"]]
    assert dict(draw.drawings(DATA | {"rows": rows}, "source")) != drawn


def test_no_font_no_clock_no_ground_and_nothing_from_outside(drawn: Mapping[str, str]) -> None:
    for text in drawn.values():
        root = ElementTree.fromstring(text)
        assert not list(root.iter(f"{SVG}text"))
        assert not re.search(r"\b20\d\d-\d\d-\d\d\b", text)
        assert "dc:date" not in text
        ground = next(root.iter(f"{SVG}path"))  # matplotlib's first path is the figure's own rectangle
        assert re.search(r"fill: none|opacity: 0", ground.get("style", ""))
        assert not re.search(r"href=\"(?!#)", text)


def test_both_grounds_show_the_same(drawn: Mapping[str, str]) -> None:
    for sweep in SWEEPS:
        light, dark = (drawn[f"growth-{sweep.variable}-{scheme.name}.svg"] for scheme in draw.SCHEMES)
        places = [re.findall(r' d="[^"]*"', text) for text in (light, dark)]
        assert places[0] == places[1]
        assert light != dark


def test_every_cost_has_a_colour_that_reads_and_a_mark() -> None:
    grounds = {"light": "#ffffff", "dark": "#131416"}
    for scheme in draw.SCHEMES:
        assert set(scheme.colours) == set(draw.MARKERS) == {cost.key for cost in COSTS}
        for colour in (scheme.ink, *scheme.colours.values()):
            assert contrast(colour, grounds[scheme.name]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, which asks for 4.5 where text is small.  https://www.w3.org/TR/WCAG22/"""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < 4.5


@pytest.mark.parametrize("sweep", SWEEPS, ids=lambda sweep: sweep.variable)
def test_ticks_are_measured_values_apart(sweep: Any) -> None:
    kept = draw.thinned(sweep.values)
    assert set(kept) <= set(sweep.values)
    assert kept[0] == sweep.values[0]
    assert draw.thinned((1, 2, 3, 2048)) == [1, 2, 2048]


def test_the_plots_of_the_docs_show_the_data_of_the_repository() -> None:
    source = (ROOT / "benchmarks" / "growth.json").read_text(encoding="utf-8")
    for sweep in SWEEPS:
        for scheme in draw.SCHEMES:
            text = (ROOT / "docs" / "images" / f"growth-{sweep.variable}-{scheme.name}.svg").read_text(encoding="utf-8")
            assert draw.digest_of(source) in text


def test_the_summary_of_the_docs_shows_the_data_of_the_repository() -> None:
    from benchmarks.growth import summary

    data = json.loads((ROOT / "benchmarks" / "growth.json").read_text(encoding="utf-8"))
    assert (ROOT / "benchmarks" / "growth.md").read_text(encoding="utf-8") == summary.page(data)


def test_the_page_shows_every_plot_on_both_grounds() -> None:
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    for sweep in SWEEPS:
        for scheme in draw.SCHEMES:
            image = f"```{{image}} images/growth-{sweep.variable}-{scheme.name}.svg\n:class: only-{scheme.name}\n:alt: "
            assert image in page
