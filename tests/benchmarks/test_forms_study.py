"""The study of three forms: each layer's forms compute the same, and the page shows what was measured and predicted."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from toolbox import ROOT

import symstride as ss
from benchmarks.forms import __main__ as command
from benchmarks.forms.layers import LAYERS, Case
from benchmarks.forms.measure import FORMS, predicted, ratios
from symstride.network.evaluate import evaluate

KEPT = ROOT / "benchmarks" / "forms.json"
SMALL = {
    "5 x 3 by 3": (ss.Conv(4, 6, (5, 3), 3, 1, groups=2, bias=False), (11, 10)),
    "by 4 on one axis": (ss.Conv(2, 3, (2,), 4, 1, bias=False), (14,)),
}


@pytest.mark.parametrize("name", SMALL)
def test_the_forms_are_run_as_they_are_counted(name: str) -> None:
    case = Case.of(*SMALL[name], batch=2)
    results = {}
    for form in FORMS:
        network = case.network(form)
        (results[form],) = evaluate(network, case.phases if form == "expanded" else case.x).values()
        assert ss.forms(network).totals.multiply_adds == getattr(case.forms, form).multiply_adds
    for form in FORMS[1:]:
        assert np.allclose(results[form], results["strided"], atol=1e-5)


def test_predictions_are_ratios_of_work_or_of_traffic() -> None:
    case = Case.of(*LAYERS["ViT patches, 16 x 16 by 16"], batch=1)
    forms = case.forms
    found = predicted(case, 1.0, 1e30)
    assert found["unit_stride time"] == found["unit_stride products"] == 209**2 / 14**2
    assert found["expanded time"] == found["expanded products"] == 1
    found = predicted(case, 1e30, 1.0)
    assert found["unit_stride time"] == forms.unit_stride.bytes() / forms.strided.bytes()


def test_other_results_are_not_measured() -> None:
    one, two = ((lambda: None, lambda n=n: np.full(3, float(n))) for n in (1, 2))
    with pytest.raises(SystemExit, match="expanded: another result"):
        ratios({"strided": one, "unit_stride": one, "expanded": two}, 1)


def test_the_page_is_what_was_measured() -> None:
    data = json.loads(KEPT.read_text())
    assert KEPT.with_suffix(".md").read_text() == command.page(data)
    assert [row["layer"] for row in data["rows"]] == list(LAYERS)
    for row in data["rows"]:
        layer, size = LAYERS[row["layer"]]
        forms = ss.forms(layer, size, origin="padded", drop_dead=True)
        for form in FORMS[1:]:
            expected = getattr(forms, form).multiply_adds / forms.strided.multiply_adds
            assert row["predicted"][f"{form} products"] == expected


@pytest.mark.full
def test_it_measures_and_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="pip install 'symstride[torch]'")
    pytest.importorskip("onnxruntime", reason="pip install 'symstride[onnx]'")
    monkeypatch.setattr("benchmarks.forms.measure.LAYERS", {**SMALL, **dict([next(iter(LAYERS.items()))])})
    assert command.main(["--device", "cpu", "--rounds", "1", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "forms.json").read_text())
    assert len(data["rows"]) == 3
    assert all(row["torch"]["expanded"] > 0 < row["onnxruntime"]["expanded"] for row in data["rows"])
    assert (tmp_path / "forms.md").read_text() == command.page(data)
