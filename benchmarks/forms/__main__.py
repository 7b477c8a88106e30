"""Measure ten layers in their three forms, and write forms.json and forms.md."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.table import digits, machine, table

HERE = Path(__file__).resolve().parent.parent
ROUNDS = 40
BATCHES = {"cpu": 1, "cuda": 64}
HEADS = {
    "torch": (("PyTorch, subsampled", "unit_stride"), ("expanded", "expanded"), ("sorting", "split")),
    "onnxruntime": (("ONNX Runtime, subsampled", "unit_stride"), ("expanded", "expanded")),
}
"""For each runtime the heads of its columns, and the keys of its figures."""


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
        print(" | ".join(cells(row)), flush=True)
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
    """The table with what it was measured with."""
    rows: list[dict[str, Any]] = data["rows"]
    columns = [head for runtime in HEADS if runtime in rows[0] for head, _ in HEADS[runtime]]
    heads = ("layer", "products, subsampled", "expanded", "roofline, subsampled", "expanded", *columns)
    batch = f"{data['batch']} sample{'s' if data['batch'] != 1 else ''} at a time"
    command = "Written by `python -m benchmarks.forms`."
    return f"{table(heads, map(cells, rows))}\nMeasured with {batch}, {data['machine']}\n\n{command}\n"


def cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A layer's name, and its ratios."""
    return (str(row["layer"]).replace(" x ", " × "), *(digits(value) for value in _values(row)))


def _values(row: Mapping[str, Any]) -> Iterator[float]:
    for what in ("products", "time"):
        for form in ("unit_stride", "expanded"):
            yield row["predicted"][f"{form} {what}"]
    for runtime, columns in HEADS.items():
        for _, form in columns if runtime in row else ():
            yield row[runtime][form]


if __name__ == "__main__":
    sys.exit(main())
