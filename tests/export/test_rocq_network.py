"""Rocq files about whole networks: they compile without axioms, say what the network computes, refuse wrong ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from rocqing import DISAGREES, Rocq

from proofs import networks
from symstride.errors import NotSupported, SpecError
from symstride.export.rocq_network import network_rocq
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.grid.plan import Plan, plan
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator

pytestmark = pytest.mark.timeout(400)  # Rocq takes a minute of CPU time here, which a busy machine stretches


def chain(*operators: Operator, size: int, channels: int = 2) -> Network:
    """Along one axis; named x, y0, y1, ..., each fed with the one before."""
    build = Builder("chain")
    x = build.input("x", (channels, size))
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"y{number}")
    return build.network(x)


def conv(kernel: int, stride: int = 1, padding: object = 0, dilation: int = 1) -> Conv:
    return Conv(2, 2, (kernel,), stride, (padding,), dilation)  # type: ignore[arg-type]


def pool(kernel: int, stride: int, padding: int) -> op.MaxPool:
    return op.MaxPool((kernel,), (stride,), ((padding, padding),), (1,))


def average(kernel: int, stride: int, padding: int = 0) -> op.AveragePool:
    return op.AveragePool((kernel,), (stride,), ((padding, padding),), (1,))


def of_everything() -> Network:
    """One axis, with ghosts and masks: groups, a maximum, a transposed layer, branches, channels in other places."""
    build = Builder("of everything", dtype="int64")
    x = build.input("x", (2, 9))
    a = build.add(Conv(2, 4, (3,), 2, 1, groups=2), x, name="down")
    relu = build.add(op.Pointwise("relu"), a, name="positive")
    low = build.add(pool(3, 2, 1), relu, name="pool")
    up = build.add(ConvTranspose(4, 2, (3,), 2, 1, groups=2), low, name="up")
    wide = build.add(op.Concat(), relu, up, relu, name="wide")
    turned = build.add(op.ChannelPermutation((9, 0, 8, 1, 7, 2, 6, 3, 5, 4)), wide, name="turned")
    some = build.add(op.Channels(3, 6), turned, name="some")
    more = build.add(Conv(10, 3, (3,), 1, (2,), 2), turned, name="more")
    total = build.add(op.Add(), some, more, some, name="total")
    last = build.add(Conv(3, 2, (3,), 2, 1), total, name="last")
    return build.network(last, total)


def of_places() -> Network:
    """Two axes; every operator that works place by place, in front of a layer whose mask goes through all of them."""
    build = Builder("of places")
    x = build.input("x", (3, 7, 9))
    x = build.add(Conv(3, 4, (3, 2), (1, 3), 1), x, name="conv")
    x = build.add(op.Pixelwise("softmax"), build.add(op.BatchNorm(), x), name="shares")
    x = build.add(op.Multiply(), x, build.add(op.Affine(), x, name="affine"), name="product")
    x = build.add(op.Maximum(), x, build.add(op.ChannelGather((0, 0, 1, 2)), x, name="again"), name="most")
    x = build.add(op.PRelu(), x, name="slopes")
    x = build.add(op.Pointwise("tanh"), x, name="tanh")
    return build.network(build.add(Conv(4, 4, (3, 3), 2, 1), x, name="last"))


def of_three_axes() -> Network:
    build = Builder("three axes: 1, 2, 3")
    x = build.input("end", (1, 4, 5, 6))
    x = build.add(Conv(1, 2, (1, 2, 3), (1, 2, 2), 1), x, name="layer")
    x = build.add(op.Pointwise("relu"), x, name="layer.1")
    return build.network(build.add(op.MaxPool((2, 2, 2), (2, 1, 2), ((0, 0),) * 3, (1, 1, 1)), x, name="layer_1"))


def of_two_grids() -> Network:
    """What stands between them reads whole values; the names differ in a sign only."""
    build = Builder("of two grids")
    x = build.add(conv(3, 2, 1), build.input("x", (2, 9)), name="a.b")
    x = build.add(op.DepthToSpace((2,), "channel_major"), x, name="image")
    return build.network(build.add(Conv(1, 2, (3,), 3, 1), x, name="a_b"))


MASKED = chain(conv(1), conv(3, 2, 1), size=7)

CASES: dict[str, Callable[[], Network]] = {
    "all-cnn-c": networks.all_cnn_c,
    "lenet": networks.lenet_5,
    "u-net": networks.small_u_net,
    "resnet": networks.resnet_18_half,
    "everything": of_everything,
    "places": of_places,
    "three axes": of_three_axes,
    "two grids": of_two_grids,
    "masked": lambda: MASKED,
    "unread": lambda: chain(conv(1), conv(2, 2), size=7),
    "gaps": lambda: chain(conv(1), conv(2, 2, (0, 2), 2), size=7),
    "a transposed mask": lambda: chain(ConvTranspose(2, 2, (2,), 2, ndim=1), conv(1), conv(1, 4), size=7),
    "transposed ghosts": lambda: chain(conv(3, 2, 1), ConvTranspose(2, 2, (3,), 2), conv(3, 4), size=9),
    "a maximum first": lambda: chain(pool(3, 2, 1), conv(3, 2, 1), size=7),
    "averages": lambda: chain(average(2, 2), op.Pointwise("relu"), conv(2, 2), size=12),
}


def text_of(network: Network) -> str:
    return network_rocq(network, plan(network))


# ------------------------------------------------------------------------- what compiles


def test_every_network_compiles_without_axioms(rocq: Rocq) -> None:
    files = rocq.check({f"{name.replace(' ', '-')}.v": text_of(make()) for name, make in CASES.items()})
    assert {name: str(file) for name, file in files.items() if not file.ok} == {}
    assert len(files) == len(CASES)


def test_masks_stand_where_the_plan_has_them() -> None:
    assert {name: text_of(make()).count("(masked ") for name, make in CASES.items()} == {
        name: sum(edge.masked for edge in plan(make()).edges) for name, make in CASES.items()
    }
    assert text_of(MASKED).count("(masked ") == 1
    assert text_of(CASES["gaps"]()).count("(masked ") == 0


def test_the_same_network_gives_the_same_text() -> None:
    assert text_of(of_everything()) == text_of(of_everything())
    assert all(not line.endswith(" ") for line in text_of(of_everything()).splitlines())


# ------------------------------------------------------------------------- the terms are the network


INTEGERS = """\
#[local] Instance largest : Maximum Z := {| larger := Z.max; larger_comm := Z.max_comm;
  larger_assoc := Z.max_assoc; larger_self := Z.max_id |}.
Notation Weight := Z. Notation Value := Z. Notation Sum := Z.
Definition numbers (l : list Z) (n : Z) := nth (Z.to_nat n) l 0.
"""


def at_numbers(network: Network, text: str) -> str:
    """The file with integers for weights and values, nonsense on ghosts, and no section."""
    text = re.sub(r"Context .*?\.\n", INTEGERS, text, flags=re.DOTALL)
    text = re.sub(r"(Module|Section|End) \w+\.\n|Print .*\.|Local (?=Notation)", "", text)
    nonsense = r"Definition \1 (o : Z) (j : vec 1) : option Z := Some (777 + o)."
    text = re.sub(r"Variable (ghosts_\w+) : .*\.", nonsense, text)
    for node in network.nodes:
        parameters = dict(zip(("weight", "bias"), node.parameters, strict=False))
        if isinstance(node.operator, Conv | ConvTranspose):
            w, b = (network.weights[name] for name in parameters.values())
            place = f"(({w.shape[1]}*o + c)*{w.shape[2]} + fst i)"
            definition = f"Definition weight_{node.name} (o c : Z) (i : vec 1) := numbers {row(w)} {place}."
            text = re.sub(rf"Variable weight_{node.name} : .*\.", definition, text)
            value = f"v + numbers {row(b)} o"
            value = f"Z.max 0 ({value})" if node.name == "down" else value
            definition = f"Definition act_{node.name} (o v : Z) := {value}."
            text = re.sub(rf"Variable act_{node.name} : .*\.", definition, text)
    added = "".join(f"Definition {name} (o v w : Z) := v + w.\n" for name in ("part1_total", "act_total"))
    return re.sub(r"Variables \(part1_total act_total : .*\.\n", added, text)


def row(array: object) -> str:
    return "[" + "; ".join(f"({n})" for n in np.ravel(array).tolist()) + "]"


def test_both_terms_compute_the_network(rocq: Rocq, rng: random.Random) -> None:
    bare = of_everything()
    arrays = {n: np.array([rng.randint(-9, 9) for _ in range(np.prod(s))]).reshape(s) for n, s in shapes(bare).items()}
    network = bare.with_weights(arrays)
    x = np.array([rng.randint(-9, 9) for _ in range(18)]).reshape(1, 2, 9)
    image = f"Definition image (c : Z) (t : vec 1) : Z := numbers {row(x)} (9*c + fst t)."
    text = re.sub(r"Variable image : .*\.", image, at_numbers(network, text_of(network)))
    for name, values in evaluate(network, x).items():
        (phases,) = plan(network).grids[name].phases
        for channel, expected in enumerate(values[0]):
            places = f"List.map (fun j => Some j) {row(expected)}"
            grid = f"<[{phases}]>"
            unit = f"eval_unit on_grid_{name} {grid} (phases <[4]> x) (<[j]> mod {grid})%V {channel} (<[j]> / {grid})%V"
            for term in (f"eval written_{name} x {channel} <[j]>", unit):
                text += f"Goal List.map (fun j => {term}) (range 0 {len(expected)}) = {places}. by_computation. Qed.\n"
    (file,) = rocq.check({"Numbers.v": text}).values()
    assert file.ok, str(file)


def shapes(network: Network) -> dict[str, tuple[int, ...]]:
    return network.parameter_shapes()


# ------------------------------------------------------------------------- what does not compile


def stopped_at(rocq: Rocq, text: str) -> str:
    """The lemma at which Rocq finds two numbers that differ."""
    _, problem = rocq.refusal(text)
    assert DISAGREES in problem
    (line,) = re.findall(r"line (\d+)", problem)
    return re.findall(r"(?:Lemma|Theorem) (\w+)", "\n".join(text.splitlines()[: int(line)]))[-1]


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, text.count(old)
    return text.replace(old, new)


STRIDED = "conv_layer <[3]> <[2]> <[1]> <[1]> <[4]>"
"""The second layer of ``MASKED``: kernel, stride, dilation, padding, outputs."""


def test_a_wrong_stride_fails_at_the_size(rocq: Rocq) -> None:
    wrong = changed(text_of(MASKED), STRIDED, "conv_layer <[3]> <[3]> <[1]> <[1]> <[4]>")
    assert stopped_at(rocq, wrong) == "size_y1"


def test_a_wrong_stride_fails_on_the_grid(rocq: Rocq) -> None:
    network = chain(conv(1), pool(1, 2, 0), size=1)  # one place comes out whatever the stride, and a pool has no table
    wrong = changed(text_of(network), "<[1]> <[2]> <[1]> <[0]> <[1]>", "<[1]> <[3]> <[1]> <[0]> <[1]>")
    assert stopped_at(rocq, wrong) == "holds_y1"


def test_a_wrong_padding_fails_at_the_table(rocq: Rocq) -> None:
    wrong = changed(text_of(MASKED), STRIDED, "conv_layer <[3]> <[2]> <[1]> <[0]> <[4]>")
    wrong = changed(wrong, "(padding layer_y1)\n    <[1]> <[7]>", "(padding layer_y1)\n    <[2]> <[7]>")
    assert stopped_at(rocq, wrong) == "copies_y1"


def test_a_wrong_padding_alone_fails_at_the_size(rocq: Rocq) -> None:
    wrong = changed(text_of(MASKED), STRIDED, "conv_layer <[3]> <[2]> <[1]> <[3]> <[4]>")
    assert stopped_at(rocq, wrong) == "size_y1"


def without_masks(made: Plan) -> Plan:
    """The plan, sure that nobody reads a ghost."""
    edges = (replace(e, axes=tuple(replace(axis, decision="unread") for axis in e.axes)) for e in made.edges)
    return replace(made, edges=tuple(edges))


@pytest.mark.parametrize(
    ("network", "lemma"),
    [
        (MASKED, "holds_y1"),
        (chain(pool(3, 2, 1), conv(3, 2, 1), size=7), "holds_y0"),
        (of_everything(), "holds_pool"),
        (chain(conv(3, 2, 1), ConvTranspose(2, 2, (3,), 2, ndim=1), conv(3, 4, 2), size=9), "holds_y1"),
    ],
    ids=["a chain", "a maximum of the input", "branches", "a transposed layer"],
)
def test_a_mask_that_is_needed_cannot_go(rocq: Rocq, network: Network, lemma: str) -> None:
    assert stopped_at(rocq, network_rocq(network, without_masks(plan(network)))) == lemma


def test_a_transposed_layer_reads_ghosts(rocq: Rocq) -> None:
    network = chain(conv(1), ConvTranspose(2, 2, (2,), 2, output_padding=1), conv(1, 8), size=7)
    made = plan(network)
    assert made.edge("y1").masked
    assert stopped_at(rocq, network_rocq(network, without_masks(made))) == "holds_y1"


def test_a_mask_cannot_stand_for_another(rocq: Rocq) -> None:
    _, problem = rocq.refusal(changed(text_of(MASKED), "(masked <[7]> on_grid_y0)", "(masked <[8]> on_grid_y0)"))
    assert "is expected to have type" in problem


def test_a_wrong_table_fails_where_it_is_compared(rocq: Rocq) -> None:
    text = text_of(MASKED)
    assert stopped_at(rocq, changed(text, "[[[-1; 1]; [0; 2]]]", "[[[1; -1]; [0; 2]]]")) == "copies_y1"


def test_other_phases_fail(rocq: Rocq) -> None:
    made = plan(MASKED)
    grids = {**made.grids, "y0": replace(made.grids["y0"], phases=(3,))}
    assert stopped_at(rocq, network_rocq(MASKED, replace(made, grids=grids))) == "holds_y0"


# ------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("network", "got"),
    [
        (chain(op.Pad(((1, 0),)), conv(3, 2), size=8), "Pad"),
        (chain(replace(conv(3, 2, 1), padding_mode="circular"), size=8), "circular"),
        (chain(average(3, 2, 1), size=8), "2 to 3"),
        (chain(op.MaxPool((1,), (2,), ((1, 1),), (1,)), size=8), "padding only"),
        (chain(op.Pointwise("relu"), conv(3, 2, 1), size=7), "by what computes them"),
    ],
    ids=["Pad", "circular", "averages", "a maximum of nothing", "ghosts that stay 0"],
)
def test_what_is_not_covered_is_refused_by_name(network: Network, got: str) -> None:
    with pytest.raises(NotSupported, match=r"node 'y[01]'") as refused:
        text_of(network)
    assert got in str(refused.value)


def test_a_grid_from_two_values_is_refused() -> None:
    build = Builder()
    both = build.add(op.Add(), build.input("x", (2, 8)), build.input("z", (2, 8)))
    with pytest.raises(NotSupported, match="'x', 'z'"):
        text_of(build.network(build.add(conv(3, 2, 1), both)))


def test_a_network_without_strides_is_refused() -> None:
    with pytest.raises(SpecError, match="nothing to prove"):
        text_of(chain(conv(3), size=8))
