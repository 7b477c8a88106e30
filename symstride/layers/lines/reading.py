"""A pasted line of PyTorch, Keras or Flax code becomes a layer.  The text is parsed, never compiled or evaluated.

Three steps: find the one call in the line; match its arguments with the constructor's signature; give them meaning.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.integer import parse_python, shown_source
from symstride.layers.layer import Conv
from symstride.layers.lines.literals import dotted_name, literal, refuse_code
from symstride.layers.lines.meaning import MEANINGS
from symstride.layers.lines.signatures import BY_NAME, NOT_YET, REQUIRED, Parameter, Signature

_ASKED = "read(text)"
_EXAMPLE = "paste one layer, for instance nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)"


def read(text: str) -> Conv:
    """The layer that a pasted line describes.

    Understands ``nn.Conv1d/2d/3d`` and ``F.conv1d/2d/3d`` (PyTorch), ``Conv1D/2D/3D`` and ``DepthwiseConv1D/2D``
    (Keras), ``nn.Conv`` and ``nnx.Conv`` (Flax), under their usual prefixes; an assignment in front, ``model.add(...)``
    around and ``(x)`` behind are allowed.  Names become SymPy symbols: ``nn.Conv2d(C, 64, kernel_size=k, stride=s)``.
    What the line leaves open becomes ``C_in``, ``C_out``, ``k`` (``k1``, ``k2``, ... for several axes).

    Refuses with SpecError: anything that is not such a line, unknown or misspelt arguments, values that would have to
    be computed by running code.  Refuses with NotSupported: transposed convolutions, pooling, reflecting padding.
    """
    call = _constructor_call(parse_python(text, _ASKED))
    signature = _signature(call)
    nodes = _match(call, signature)
    try:
        values = {name: literal(node, _parameter(signature, name)) for name, node in nodes.items()}
        return MEANINGS[signature.meaning](signature, _by_role(signature, values))
    except SymstrideError as error:
        asked = f"{_ASKED}, {signature.name}: {error.asked}"
        raise type(error)(asked, error.expected, error.got, error.hint) from None


# ---------------------------------------------------------------- the call


def _constructor_call(statement: ast.stmt) -> ast.Call:
    refuse_code(statement, _ASKED)
    node = _right_hand_side(statement)
    if isinstance(node, ast.Tuple) and len(node.elts) == 1:  # a comma behind, as copied from a list of layers
        node = node.elts[0]
    while isinstance(node, ast.Call):
        if isinstance(node.func, ast.Call):  # Conv2D(...)(x): the layer is applied, the tensor does not matter
            _check_plain_names(node)
            node = node.func
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "add":  # model.add(Conv2D(...))
            node = _only_argument(node)
        else:
            return node
    raise SpecError(_ASKED, "one call of a layer's constructor", shown_source(statement), _EXAMPLE)


def _right_hand_side(statement: ast.stmt) -> ast.expr:
    if isinstance(statement, ast.Expr):
        return statement.value
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and dotted_name(statement.targets[0]):
        return statement.value
    if isinstance(statement, ast.AnnAssign) and statement.value and dotted_name(statement.target):
        return statement.value
    raise SpecError(_ASKED, "a call, or name = call", shown_source(statement), _EXAMPLE)


def _check_plain_names(call: ast.Call) -> None:
    for node in [*call.args, *(keyword.value for keyword in call.keywords)]:
        if not dotted_name(node) and not isinstance(node, ast.Constant):
            raise SpecError(_ASKED, "a layer applied to named tensors", shown_source(node), "paste the layer alone")


def _only_argument(call: ast.Call) -> ast.expr:
    if len(call.args) == 1 and not call.keywords:
        return call.args[0]
    raise SpecError(_ASKED, "one layer inside add(...)", shown_source(call), _EXAMPLE)


# ---------------------------------------------------------------- the signature


def _signature(call: ast.Call) -> Signature:
    name = dotted_name(call.func)
    if name in BY_NAME:
        return BY_NAME[name]
    last = name.rpartition(".")[2]
    for pattern, what in NOT_YET:
        if re.fullmatch(pattern, last):
            raise NotSupported(_ASKED, "a convolution layer", f"{name}: {what}, not covered yet", _EXAMPLE)
    raise SpecError(
        _ASKED,
        "a convolution of PyTorch, Keras or Flax",
        shown_source(call.func),
        _suggestion(name, BY_NAME) or _EXAMPLE,
    )


def _suggestion(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else ""


def _parameter(signature: Signature, name: str) -> Parameter:
    return next(parameter for parameter in signature.parameters if parameter.name == name)


# ---------------------------------------------------------------- the arguments


def _match(call: ast.Call, signature: Signature) -> dict[str, ast.expr]:
    """The syntax tree given for each parameter, as Python itself would match them."""
    nodes = _positional(call, signature)
    for keyword in call.keywords:
        name = _known_keyword(keyword, signature)
        if name in nodes:
            raise SpecError(_where(signature, name), "each argument once", "it comes twice", f"drop one {name}")
        nodes[name] = keyword.value
    missing = [p.name for p in signature.parameters if p.default is REQUIRED and p.name not in nodes]
    if missing:
        example = f"add {missing[0]}=..."
        raise SpecError(_where(signature), f"the arguments {', '.join(missing)}", "a call without them", example)
    return nodes


def _positional(call: ast.Call, signature: Signature) -> dict[str, ast.expr]:
    names = [parameter.name for parameter in signature.positional]
    if any(isinstance(node, ast.Starred) for node in call.args):
        raise SpecError(_where(signature), "arguments written out", "*arguments", "write each argument out")
    if len(call.args) > len(names):
        hint = f"the order is {', '.join(names)}"
        raise SpecError(_where(signature), f"at most {len(names)} positional arguments", f"{len(call.args)}", hint)
    return dict(zip(names, call.args, strict=False))


def _known_keyword(keyword: ast.keyword, signature: Signature) -> str:
    known = [parameter.name for parameter in signature.parameters]
    if keyword.arg is None:
        raise SpecError(_where(signature), "arguments written out", "**arguments", "write each argument out")
    if keyword.arg in known:
        return keyword.arg
    hint = _suggestion(keyword.arg, known) or f"it takes {', '.join(known)}"
    raise SpecError(_where(signature), f"an argument that {signature.name} has", keyword.arg, hint)


def _where(signature: Signature, name: str = "") -> str:
    return f"{_ASKED}, {signature.name}({name}{'=' if name else ''}...)"


def _by_role(signature: Signature, values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of each role, defaults filled in, and under ``"names"`` the symbols that the line uses."""
    roles = {p.role: values.get(p.name, p.default) for p in signature.parameters}
    return roles | {"names": frozenset(symbol.name for value in values.values() for symbol in _symbols(value))}


def _symbols(value: Any) -> Iterable[Any]:
    if isinstance(value, tuple):
        return [symbol for entry in value for symbol in _symbols(entry)]
    return getattr(value, "free_symbols", ())
