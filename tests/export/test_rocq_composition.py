"""Whole networks as one theorem of Rocq: it compiles without axioms, is about the network, and no other one follows."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import numpy as np
import pytest
from rocqing import Rocq, changed, one_line, refused_in
from toolbox import ROOT

import symstride as ss
from proofs import networks
from symstride.export.rocq_certificate import certificate_file
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.grid.plan import plan
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


def of_pads() -> Network:
    """Padding by itself, averages of unequally many places, two inputs on one grid, a tail that reads it whole."""
    build = Builder("of pads")
    both = build.add(op.Add(), build.input("x", (2, 8)), build.input("z", (2, 8)), name="both")
    x = build.add(op.Pad(((2, 2),)), both, name="pad")
    x = build.add(conv(3, 2, 1), x, name="down")
    x = build.add(op.Pointwise("relu"), x, name="relu")
    x = build.add(average(3, 2, 1), x, name="mean")
    return build.network(x, build.add(op.GlobalPool("average"), x, name="all"))


def of_two_grids() -> Network:
    """What stands between them reads whole values; the names differ in a sign only."""
    build = Builder("of two grids")
    x = build.add(conv(3, 2, 1), build.input("x", (2, 9)), name="a.b")
    x = build.add(op.DepthToSpace((2,), "channel_major"), x, name="image")
    return build.network(build.add(Conv(1, 2, (3,), 3, 1), x, name="a_b"))


HOSTILE = (
    "Value",
    "end",
    "a.b",
    "a-b",
    "a b",
    'x *) Axiom wrong : False. (* "',
    "1",
    "\u00e9",
    "b_",
    "reads",
    "reads_reads",
)


def of_names() -> Network:
    """Nodes called like Rocq's words and the file's own, like each other but for a sign, and as a comment that ends."""
    build = Builder('names *) "')
    x = build.input("map", (2, 8))
    for n, name in enumerate(HOSTILE):
        x = build.add(conv(3, 2, 1) if n == 0 else conv(1) if n % 2 else op.Pointwise("relu"), x, name=name)
    return build.network(x)


MASKED = chain(conv(1), conv(3, 2, 1), size=7)

SMALL: dict[str, Callable[[], Network]] = {
    "everything": of_everything,
    "places": of_places,
    "three axes": of_three_axes,
    "two grids": of_two_grids,
    "pads": of_pads,
    "names": of_names,
    "masked": lambda: MASKED,
    "unread": lambda: chain(conv(1), conv(2, 2), size=7),
    "gaps": lambda: chain(conv(1), conv(2, 2, (0, 2), 2), size=7),
    "a transposed mask": lambda: chain(ConvTranspose(2, 2, (2,), 2, ndim=1), conv(1), conv(1, 4), size=7),
    "transposed ghosts": lambda: chain(conv(3, 2, 1), ConvTranspose(2, 2, (3,), 2), conv(3, 4), size=9),
    "a maximum first": lambda: chain(pool(3, 2, 1), conv(3, 2, 1), size=7),
    "averages": lambda: chain(average(2, 2), op.Pointwise("relu"), conv(2, 2), size=12),
}
LARGE: dict[str, Callable[[], Network]] = {
    "all-cnn-c": networks.all_cnn_c,
    "lenet": networks.lenet_5,
    "u-net": networks.small_u_net,
    "resnet": networks.resnet_18_half,
}
EACH = ("everything", "pads", "names")
"""What is tried on every occasion."""
MORE = [name for name in SMALL if name not in EACH]


def text_of(network: Network) -> str:
    return ss.prove(network, scope="network").rocq()


# ------------------------------------------------------------------------- what compiles


def compiles(rocq: Rocq, cases: dict[str, Callable[[], Network]]) -> None:
    files = rocq.check({f"{name.replace(' ', '-')}.v": text_of(make()) for name, make in cases.items()})
    assert {name: str(file) for name, file in files.items() if not file.ok} == {}
    assert len(files) == len(cases)


def test_networks_compile_without_axioms(rocq: Rocq) -> None:
    compiles(rocq, {name: SMALL[name] for name in EACH})


@pytest.mark.full
def test_more_networks_compile_without_axioms(rocq: Rocq) -> None:
    """Every other; large ones stand in proofs/, where each file is compiled."""
    compiles(rocq, {name: SMALL[name] for name in MORE[::2]})


@pytest.mark.whole
def test_all_networks_compile_without_axioms(rocq: Rocq) -> None:
    compiles(rocq, {name: SMALL[name] for name in MORE} | LARGE)


def test_there_is_a_theorem_for_every_output() -> None:
    for make in SMALL.values():
        network = make()
        text = text_of(network)
        theorems = re.findall(r"^Theorem (network_\w+)", text, flags=re.MULTILINE)
        assert len(theorems) == len(network.outputs)
        assert all(f"Proved _ {name}" in text for name in theorems)


def test_masks_stand_where_the_plan_has_them() -> None:
    for make in SMALL.values():
        network = make()
        masked = {e.consumer for e in plan(network).edges if e.masked}
        text = text_of(network)
        for edge in plan(network).edges:
            (step,) = re.findall(rf"gridded_{edge.consumer} .*?moved_(\d+)", text.replace(".", "_"), flags=re.DOTALL)[
                :1
            ]
            (moved,) = re.findall(rf"Definition moved_{step} .*?\.\n", text, flags=re.DOTALL)
            assert bool(re.search(r"\[<=: [^]]*\] \[\*\] \(?(\[<=|in_cells)", moved)) == (edge.consumer in masked)


def test_the_same_network_gives_the_same_text() -> None:
    assert text_of(of_everything()) == text_of(of_everything())
    assert all(not line.endswith(" ") for line in text_of(of_everything()).splitlines())


def test_the_page_quotes_files() -> None:
    phases = (ROOT / "proofs" / "phase-lemma-1d" / "certificate.json").read_text()
    layer = ss.prove(ss.Conv(2, 3, 3, 2, 1, ndim=1))
    texts = [certificate_file(phases), layer.rocq(), text_of(MASKED), (ROOT / "docs/own_words/OwnWords.v").read_text()]
    blocks = re.findall(r"```text\n(.*?)```", (ROOT / "docs" / "rocq.md").read_text(), flags=re.DOTALL)
    assert len(blocks) == 4
    for block in "\n".join(blocks).split("\n\n"):
        assert any(one_line(block) in one_line(text) for text in texts), block


@pytest.mark.parametrize("options", [{"scope": "layer"}, {"scope": "network", "any_size": True}])
def test_other_proofs_of_a_network_have_their_claims_alone(options: dict[str, object]) -> None:
    text = ss.prove(chain(conv(2, 2), size=8), **options).rocq()  # type: ignore[arg-type]
    assert "Section Network" not in text
    assert "Kernel Require Import Readable." in text


# ------------------------------------------------------------------------- the terms are the network


def at_numbers(network: Network, text: str, x: object) -> str:
    """The file with integers for values, in the semirings of integers and of (max, +), and no section."""
    claims, text = text.split("Section Network.")
    text = re.sub(r"^(Lemma|Theorem) .*?Qed\.\n", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^Hypothesis .*?\.\n(?=Definition)", "", text, flags=re.DOTALL | re.MULTILINE)
    text = text[: text.index("End Network.")]
    numbers = {"Value": "Z", "input_x": f"fun c t => numbers {row(x)} (9*c + t)"}
    for node in network.nodes:
        w, b = (*(network.weights[name] for name in node.parameters), None, None)[:2]
        act = "fun _ _ v => Z.max 0 v" if node.name == "positive" else "fun _ _ v => v"
        numbers |= {f"semiring_{node.name}": "integers", f"into_{node.name}": "fun v => v", f"act_{node.name}": act}
        if w is not None and b is not None:
            numbers[f"w_{node.name}"] = f"fun o c i => numbers {row(w)} (({w.shape[1]}*o + c)*{w.shape[2]} + i)"
            numbers[f"b_{node.name}"] = f"fun o => numbers {row(b)} o"
            if isinstance(node.operator, ConvTranspose):  # its bias is no claim's
                numbers[f"act_{node.name}"] = f"fun o _ v => v + numbers {row(b)} o"
    numbers |= OPERATORS
    for name, value in numbers.items():
        text = re.sub(rf"Variable {name} : (.*?)\.\n", rf"Definition {name} : \1 := {value}.\n", text, flags=re.DOTALL)
    assert "Variable" not in text
    return f"{claims}Definition numbers (l : list Z) (n : Z) := nth (Z.to_nat n) l 0.\n{text}"


OPERATORS = {
    "semiring_pool": "max_plus",
    "into_pool": "fun v => Some v",
    "w_pool": "fun _ _ _ => Some 0",
    "act_pool": "fun _ _ v => match v with Some v => v | None => 0 end",
    "act_positive": "fun _ f c => Z.max 0 (f c)",
    "act_wide": "fun _ f g h c => if c <? 4 then f c else if c <? 6 then g (c - 4) else h (c - 6)",
    "act_turned": "fun _ f c => f (numbers [9; 0; 8; 1; 7; 2; 6; 3; 5; 4] c)",
    "act_some": "fun _ f c => f (c + 3)",
    "act_total": "fun _ f g h c => f c + g c + h c",
}


def row(array: object) -> str:
    return "[" + "; ".join(f"({n})" for n in np.ravel(array).tolist()) + "]"


def test_both_forms_compute_the_network(rocq: Rocq, rng: random.Random) -> None:
    bare = of_everything()
    sizes = bare.parameter_shapes()
    arrays = {n: np.array([rng.randint(-9, 9) for _ in range(np.prod(s))]).reshape(s) for n, s in sizes.items()}
    network = bare.with_weights(arrays)
    x = np.array([rng.randint(-9, 9) for _ in range(18)]).reshape(1, 2, 9)
    text = at_numbers(network, text_of(bare), x)
    for name, values in evaluate(network, x).items():
        (phases,) = plan(network).grids[name].phases
        for channel, expected in enumerate(values[0]):
            places = f"[{'; '.join(map(str, range(len(expected))))}]"
            for term in (f"written_{name} {channel} j", f"whole1 {phases} gridded_{name} {channel} j"):
                text += f"Goal map (fun j => {term}) {places} = {row(expected)}. vm_compute. reflexivity. Qed.\n"
    (file,) = rocq.check({"Numbers.v": text}).values()
    assert file.ok, str(file)


# ------------------------------------------------------------------------- what does not compile


WRONG = {
    "another stride": ("3 2 1 1 v_0 v_1", "3 3 1 1 v_0 v_1", "step_10"),
    "another padding": ("3 2 1 1 v_0 v_1", "3 2 1 0 v_0 v_1", "step_10"),
    "other weights": ("bank w 3 2 1 1 0 o v_1 v_0 v_2 [*]", "bank w 3 2 1 1 0 o v_0 v_0 v_2 [*]", "step_10"),
    "no mask": ("[<=: 2 * v_4 + v_1 + 1, 7] [*] in_cells", "in_cells", "step_10"),
    "a mask for another size": ("2 * v_4 + v_1 + 1, 7] [*] in_cells", "2 * v_4 + v_1 + 1, 8] [*] in_cells", "step_10"),
    "another value": ("into_y1 (gridded_y0 ", "into_y1 (gridded_x ", "agree_y1"),
    "other phases": ("input_x chan (2 * cell1 + phase1)", "input_x chan (3 * cell1 + phase1)", "agree_x"),
    "a larger map": ("holds1 1 4 gridded_y1", "holds1 1 5 gridded_y1", "agree_y1"),
    "another channel": ("whole1 1 gridded_y1 chan place1 =", "whole1 1 gridded_y1 (chan + 1) place1 =", "network_y1"),
}  # fmt: skip


def test_a_network_without_its_mask_does_not_follow(rocq: Rocq) -> None:
    does_not_follow(rocq, *WRONG["no mask"])


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("what", sorted(WRONG))
def test_another_network_does_not_follow(rocq: Rocq, what: str) -> None:
    does_not_follow(rocq, *WRONG[what])


def does_not_follow(rocq: Rocq, old: str, new: str, lemma: str) -> None:
    """With other words in what stands behind the claims, Rocq stops at that lemma."""
    claims, network = text_of(MASKED).split("(** On 1 axes", 1)
    assert refused_in(rocq, f"{claims}(** On 1 axes{changed(network, old, new)}")[0] == lemma
