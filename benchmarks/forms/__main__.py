"""Measure ten layers in their three forms, and write forms.json and forms.md."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.table import digits, machine, table

HERE = Path(__file__).resolve().parent.parent
ROUNDS = 40
BATCHES = {"cpu": 1, "cuda": 64}
RUNTIMES = {"torch": "PyTorch", "onnxruntime": "ONNX Runtime"}
TABLES = {"expanded": "Expanded on phases", "unit_stride": "With unit stride, then subsampled"}
"""What each table is about, and its caption."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.forms",
        description="Measure layers strided, with unit stride and then subsampled, and expanded on phases, in PyTorch "
        "and ONNX Runtime; on a GPU in PyTorch, where it finds one. Ratios in one run, beside what is predicted.",
    )
    parser.add_argument("--device", choices=("cpu", "cuda"), help="cuda where there is one, when left out")
    parser.add_argument("--batch", type=int, help="samples at a time (1, on a GPU 64)")
    parser.add_argument("--threads", type=int, default=1, help="threads on a CPU (1)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"the least of so many rounds counts ({ROUNDS})")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for forms.json and forms.md")
    arguments = parser.parse_args(words)
    import torch

    device = arguments.device or ("cuda" if torch.cuda.is_available() else "cpu")
    if device == "cuda" and not torch.cuda.is_available():
        parser.error("no GPU that PyTorch can use; leave --device out")
    from benchmarks.forms.measure import study

    data: dict[str, Any] = {
        "batch": arguments.batch or BATCHES[device],
        "machine": machine_of(device, arguments.threads),
        "rows": [],
    }
    for row in study(data["batch"], arguments.threads, arguments.rounds, device):
        for form, caption in TABLES.items():
            print(" | ".join((caption, *cells(row, form))), flush=True)
        data["rows"].append(row)
    name = "forms" if device == "cpu" else f"forms-{device}"
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / f"{name}.md").write_text(page(data), encoding="utf-8")
    return 0


def machine_of(device: str, threads: int) -> str:
    """What it was measured with."""
    import torch

    where = f"{threads} thread{'s' if threads != 1 else ''}"
    runtimes = f"PyTorch {torch.__version__}"
    if device == "cpu":
        import onnxruntime

        runtimes += f" and ONNX Runtime {onnxruntime.__version__}"
    else:
        where = torch.cuda.get_device_name()
    return f"float32, {runtimes}, {where}. {machine()}"


def page(data: Mapping[str, Any]) -> str:
    """A table for each form with what it was measured with."""
    rows: list[dict[str, Any]] = data["rows"]
    names = [name for runtime, name in RUNTIMES.items() if runtime in rows[0]]
    batch = f"{data['batch']} sample{'s' if data['batch'] != 1 else ''} at a time"
    tables = []
    for form, caption in TABLES.items():
        heads = ("layer", "products", "roofline", *names, *["sorting"] * (form == "expanded"))
        tables.append(
            f"**{caption}**, as ratios to the strided layer:\n\n{table(heads, (cells(row, form) for row in rows))}"
        )
    made = "Written by `python -m benchmarks.forms`."
    return "\n".join([*tables, f"Measured with {batch}, {data['machine']}\n", f"{made}\n"])


def cells(row: Mapping[str, Any], form: str) -> tuple[str, ...]:
    """A layer's name, and the ratios of one of its forms; of the expanded one, that of sorting into phases too."""
    found = [row["predicted"][f"{form} products"], row["predicted"][f"{form} time"]]
    found += [row[runtime][form] for runtime in RUNTIMES if runtime in row]
    found += [row["torch"]["split"]] if form == "expanded" else []
    return (str(row["layer"]).replace(" x ", " × "), *map(digits, found))


if __name__ == "__main__":
    sys.exit(main())
