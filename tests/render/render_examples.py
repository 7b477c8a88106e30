"""Proofs that the tests of rendering print: the layers of the book, some symbolic ones, the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import sympy

from symstride.catalogue import CATALOGUE
from symstride.layers.layer import Conv
from symstride.proof.record import Proof
from symstride.proof.statements.request import request_of
from symstride.proof.theorems.catalogue import prove_theorem
from symstride.proof.theorems.layer_proof import prove_layer
from symstride.render.composition import document_of
from symstride.render.document import Document
from symstride.render.paper import Checks, Paper, paper_of

DIGEST = "0123456789abcdef" * 4

CHECKS = (
    Checks(
        "Against other implementations & friends",
        ("backend", "layer", "numbers", "verdict"),
        (
            ("numpy_2", "expanded", "int64", "agrees"),
            ("torch <b>2</b>", "strided", "float32", r"0.013 of 100% \of {the} $bound$"),
            ("onnxruntime", "expanded", "", "unknown: a_very_long_name_without_any_space_in_it"),
        ),
        "sampled: 2 cases, seed 0",
    ),
)
"""Numbers that came from somewhere, with every kind of character that must not reach LaTeX or HTML as it is."""


def small_checks(axes: int) -> tuple[Checks, ...]:
    """What the paper of a layer in symbols tells of checks: those of a small layer, as ``checks_of`` makes them."""
    kernel = " x ".join("3" * axes)
    told = f"2 channels in, 2 out, kernel {kernel}"
    identities = ("striding is subsampling of the tensor", "the tensor on phases is that of the bank")
    numbers = {
        "integers": "exact",
        "fractions": "exact",
        "float32": "within the rounding bound",
        "float64": "within the rounding bound",
    }
    return (
        Checks(
            "The tensor identity at a small size",
            ("identity", "agrees"),
            tuple((words, "every entry") for words in identities),
            f"at {told}",
        ),
        Checks("The expanded layer on numbers", ("numbers", "against"), tuple(numbers.items()), f"{told}; seed 0"),
    )


k, s, p, dl, C, D, a = sympy.symbols("k s p dl C_in C_out a", integer=True)


def layer(spec: Conv, phases: Any = 1, origin: str = "image", size: Any = None) -> Proof:
    return prove_layer(request_of(spec, phases, origin, "channel_major", size))


LAYERS: Mapping[str, Callable[[], Proof]] = {
    "keras": lambda: layer(Conv(3, 64, (3, 3), 2, "same", activation="relu", input_size=(64, 64))),
    "resnet": lambda: layer(Conv(3, 64, (7, 7), 2, 3, bias=False, input_size=(224, 224))),
    "alexnet": lambda: layer(Conv(3, 96, (11, 11), 4, 2, input_size=(224, 224))),
    "patches": lambda: layer(Conv(3, 768, (16, 16), 16, 0, input_size=(224, 224))),
    "shortcut": lambda: layer(Conv(256, 512, (1, 1), 2, 0, bias=False, input_size=(56, 56))),
    "depthwise": lambda: layer(Conv(64, 64, (3, 3), 2, 1, groups=64, bias=False, input_size=(112, 112))),
    "audio": lambda: layer(Conv(1, 512, 10, 5, bias=False, ndim=1, input_size=(16000,))),
    "video": lambda: layer(Conv(3, 64, (3, 7, 7), (1, 2, 2), (1, 3, 3), bias=False, input_size=(16, 112, 112))),
    "dilated": lambda: layer(Conv(16, 32, (3, 3), 2, 2, dilation=2, input_size=(64, 64))),
    "grouped": lambda: layer(Conv(4, 8, 3, 2, 1, groups=2, ndim=2), phases=2, size=(9, 9)),
    "circular": lambda: layer(Conv(4, 8, 3, 2, 1, ndim=1, padding_mode="circular"), phases=2, size=(12,)),
    "padded": lambda: layer(Conv(3, 64, (7, 7), 2, 3, input_size=(224, 224)), origin="padded"),
    "symbols": lambda: layer(Conv(C, 8, k, s, p, dl, ndim=2)),
    "symbols-3d": lambda: layer(Conv(C, 8, k, s, p, dl, ndim=3), phases=a),
    "unit": lambda: layer(Conv(3, 4, (3, 3), 1, 1, input_size=(8, 8)), phases=2),
    "all symbols, 1": lambda: layer(Conv(C, D, k, s, p, dl, ndim=1)),
    "all symbols, 2": lambda: layer(Conv(C, D, k, s, p, dl, ndim=2)),
    "all symbols, 3": lambda: layer(Conv(C, D, k, s, p, dl, ndim=3)),
    "wide": lambda: layer(Conv(1, 1, 64, 32, 0, ndim=1, input_size=(256,)), phases=2),
}

TERMS = [name for name, entry in CATALOGUE.items() if not entry.in_texts]
TEXTS = ("linearity", "resampling", "polyphase-matrices", "inner-padding")
"""Some of the theorems that are stated as texts."""

PROOFS: Mapping[str, Callable[[], Proof]] = {
    **LAYERS,
    **{f"{name}-{axes}": partial(prove_theorem, name, axes) for name in TERMS for axes in (1, 2, 3)},
    **{name: partial(prove_theorem, name, 1) for name in TEXTS},
}


@cache
def paper(name: str) -> Paper:
    """The paper about the proof of that name."""
    proof = PROOFS[name]()
    checks = () if name not in LAYERS else small_checks(proof.subject.layer.ndim) if proof.subject.symbols else CHECKS
    return paper_of(proof, checks, DIGEST, 1234, version="0.1.0")


@cache
def document(name: str) -> Document:
    """The same as blocks."""
    return document_of(paper(name))
