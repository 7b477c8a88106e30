"""Models with nodes that no theorem is about: how long a long chain takes from file to file, and how that grows."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.clock import cold, rounds
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing

ROUNDS = 3
LENGTHS = (5_000, 20_000)
LAYERS = 50
"""Dilated layers in the chain; all other nodes are kept."""

_CHAIN = (
    "import os, tempfile, numpy as np, onnx, symstride\n"
    "from onnx import helper, numpy_helper\n"
    "nodes, step = [], {length} // {layers}\n"
    "for n in range({length}):\n"
    "    read, made = f'v{{n}}', [f'v{{n + 1}}']\n"
    "    nodes.append(helper.make_node('Conv', [read, 'w'], made, dilations=[2, 2], pads=[2] * 4) if n % step == 0\n"
    "                 else helper.make_node('Erf', [read], made))\n"
    "value, w = helper.make_tensor_value_info, numpy_helper.from_array(np.ones((4, 4, 3, 3), np.float32), 'w')\n"
    "ends = [value('v0', 1, ['N', 4, 8, 8])], [value('v{length}', 1, None)]\n"
    "folder = tempfile.mkdtemp()\n"
    "first, second = (os.path.join(folder, name) for name in ('in.onnx', 'out.onnx'))\n"
    "onnx.save(helper.make_model(helper.make_graph(nodes, 'chain', *ends, [w]), ir_version=8,\n"
    "          opset_imports=[helper.make_opsetid('', 17)]), first)\n"
    "def there_and_back():\n"
    "    model = symstride.read(first, keep=True, check=False)\n"
    "    symstride.write(symstride.unstride(model), second)\n"
    "    symstride.replay(symstride.prove(model, rewritten=second).certificate(), first, second)"
)


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """From fresh interpreters; making the model is not counted."""
    what = f"a chain of {LENGTHS[1]:,} nodes, {LAYERS} of them dilated layers"
    yield from missing(what, "onnx") or _chains(what, quick)


def _chains(what: str, quick: bool) -> list[Figure | Missing]:
    codes = ((_CHAIN.format(length=length, layers=LAYERS), "there_and_back()") for length in LENGTHS)
    short, long = cold(*codes, rounds=rounds(ROUNDS, quick))
    few, many = LENGTHS
    each = f"the same, {few:,} nodes"
    return [
        Figure(f"{what}, read, written without dilation, proved, replayed from the files", long, each, short, 60, "s"),
        Figure(f"the same, {many:,} nodes, for each of them", long / many, f"{each}, for each", short / few, 1.5, "x"),
    ]
