"""The ONNX backend's own node tests: read, rewritten without strides, written, run, and compared with their outputs."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pytest
import zoo
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.errors import NotSupported
from symstride.network.evaluate import evaluate
from symstride.network.rewriting.unstride import unstride

STRIDED = ("Conv", "ConvTranspose", "MaxPool", "AveragePool")
OTHERS = ("GlobalAveragePool", "GlobalMaxPool", "SpaceToDepth", "DepthToSpace", "BatchNormalization", "LRN", "Pad",
          "Softmax", "LogSoftmax", "Concat", "Flatten", "Relu", "Gemm", "Clip", "Reshape", "Sum", "Max", "Mul", "Add",
          "LeakyRelu", "Elu", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Softplus", "Softsign", "Dropout", "Abs",
          "Identity", "Transpose", "ReduceMean", "Exp", "Sqrt", "Neg", "Squeeze", "Unsqueeze", "MatMul",
          "PRelu", "Selu", "Celu", "ThresholdedRelu", "Shrink", "Mish", "Gelu", "Swish", "Erf", "Log", "Sin", "Cos",
          "Reciprocal", "Floor", "Ceil", "Round", "Sign", "Sub", "Div", "Pow", "Min", "Slice",
          "Gather", "Where")  # fmt: skip

WITH_CONSTANTS = ("Conv", "ConvTranspose", "BatchNormalization", "Gemm", "Clip", "Reshape", "Pad", "MatMul", "Dropout",
                  "ReduceMean", "Squeeze", "Unsqueeze", "PRelu", "Slice", "Gather")  # fmt: skip
"""Operators whose inputs behind the first are weights, shapes and the like."""

REFUSED: Mapping[str, str] = {
    "test_maxpool_with_argmax_2d_precomputed_pads": "the indices of the maxima are used too",
    "test_maxpool_with_argmax_2d_precomputed_strides": "the indices of the maxima are used too",
}
"""Node tests of strided operators that are refused, and why."""


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


_MODULES = {"BatchNormalization": "batch_normalization"}


@cache
def node_tests(operator: str) -> dict[str, Any]:
    """The cases of one operator.  They register themselves when their module is imported, which computes them all."""
    from onnx.backend.test.case import node

    with warnings.catch_warnings():  # some cases overflow or divide by zero on purpose
        warnings.simplefilter("ignore")
        import_module(f"onnx.backend.test.case.node.{_MODULES.get(operator, operator.lower())}")
    single = [case for case in node._NodeTestCases if len(case.model.graph.node) == 1]
    return {case.name: case for case in single if case.model.graph.node[0].op_type == operator}


def prepared(case: Any) -> tuple[Any, dict[str, NDArray[Any]]]:
    """The case's model with all inputs but the first as initialisers, and the arrays by name."""
    import onnx

    model = onnx.ModelProto.FromString(case.model.SerializeToString())
    arrays = {v.name: np.asarray(a) for v, a in zip(model.graph.input, case.data_sets[0][0], strict=True)}
    if model.graph.node[0].op_type in WITH_CONSTANTS:
        constants = list(arrays)[1:]
        model.graph.initializer.extend(onnx.numpy_helper.from_array(arrays[name], name) for name in constants)
        for value in [value for value in model.graph.input if value.name in constants]:
            model.graph.input.remove(value)
    return model, arrays


def passes(case: Any) -> int:
    """How many strided nodes the case had; its outputs came out of the rewritten model and of the interpreter."""
    model, arrays = prepared(case)
    network = from_onnx(model)
    flat = unstride(network)
    written = to_model(flat)
    assert not zoo.strided_nodes(written)
    feeds = {node.name: arrays[node.name] for node in network.inputs}
    ran, interpreted = zoo.session(written).run(None, feeds), list(evaluate(flat, feeds).values())
    for got, own, expected in zip(ran, interpreted, case.data_sets[0][1], strict=True):
        assert got.shape == own.shape == expected.shape
        for each in (got, own):
            np.testing.assert_allclose(each, expected, rtol=case.rtol, atol=max(case.atol, 1e-7), err_msg=case.name)
    return len(network.strided)


def of(*operators: str) -> list[Any]:
    return [case for operator in operators for case in node_tests(operator).values()]


def test_every_node_test_of_the_strided_operators() -> None:
    cases, strided = of(*STRIDED), 0
    assert len(cases) >= 40
    for case in cases:
        if case.name in REFUSED:
            with pytest.raises(NotSupported):
                from_onnx(prepared(case)[0])
        else:
            here = passes(case)
            assert here == len(zoo.strided_nodes(case.model)), case.name
            strided += here
    assert strided >= 20


def test_node_tests_of_other_operators_pass_or_are_refused() -> None:
    passed = 0
    for case in of(*OTHERS):
        try:
            from_onnx(prepared(case)[0])
        except (NotSupported, ValueError):  # other ranks, edge padding, training, ...: refused by name
            continue
        passes(case)
        passed += 1
    assert passed >= 110


def test_a_wrong_output_is_noticed() -> None:
    case = node_tests("Conv")["test_conv_with_strides_padding"]
    wrong = type(case)(**{**vars(case), "data_sets": [(case.data_sets[0][0], [case.data_sets[0][1][0] + 1])]})
    with pytest.raises(AssertionError):
        passes(wrong)
