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
from symstride.layers.expressions import parse_python, shown_source
from symstride.layers.integer import shown
from symstride.layers.lines.literals import dotted_name, literal, refuse_code
from symstride.layers.lines.meaning import MEANINGS
from symstride.layers.lines.others import Layer
from symstride.layers.lines.signatures import BY_NAME, REQUIRED, UNCOVERED, WORDS, Parameter, Signature

_ASKED = "read(text)"
_EXAMPLE = "paste one layer, for instance nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)"


def read(text: str) -> Layer:
    """The layer that a pasted line describes.

    Understands ``nn.Conv1d/2d/3d`` and ``F.conv1d/2d/3d`` (PyTorch), ``Conv1D/2D/3D`` and ``DepthwiseConv1D/2D``
    (Keras), ``nn.Conv`` and ``nnx.Conv`` (Flax), ``lax.conv_general_dilated`` (JAX), under their usual prefixes; and,
    with numbers throughout, transposed layers (``nn.ConvTranspose2d``, ``Conv2DTranspose``, Flax's ``ConvTranspose``),
    pools (``nn.MaxPool2d``, ``F.avg_pool2d``, ``MaxPooling2D``, ...), ``nn.Unfold`` and ``nn.Fold``.  An assignment, a
    prompt or ``return`` in front, ``model.add(...)`` or ``Sequential(...)`` around, and ``(x)`` or ``.to(device)``
    behind are allowed.  Names become SymPy symbols: ``nn.Conv2d(C, 64, kernel_size=k, stride=s)``.  What the line
    leaves open becomes ``C_in``, ``C_out``, ``k`` (``k1``, ``k2``, ... for several axes).

    Refuses with SpecError: anything that is not such a line, unknown or misspelt arguments, values that would have to
    be computed by running code.  Refuses with NotSupported: adaptive pools, reflecting padding, symbols in a transposed
    layer or a pool.
    """
    call = _constructor_call(_statement(text))
    signature = _signature(call)
    nodes = _match(call, signature)
    try:
        values = {name: literal(node, _parameter(signature, name)) for name, node in nodes.items()}
        _check_kinds(signature, values, len(call.args))
        return MEANINGS[signature.meaning](signature, _by_role(signature, values))
    except SymstrideError as error:
        asked = f"{_ASKED}, {signature.name}: {error.asked}"
        raise type(error)(asked, error.expected, error.got, error.hint) from None


# ---------------------------------------------------------------- the text

_PROMPT = re.compile(r"^[ \t]*(?:>>>|\.\.\.:?|In \[\d+\]:)[ \t]?", re.MULTILINE)
_PRINTED = re.compile(r"\s*\(\w+\):\s*")
"""What stands before a layer in the printed form of a PyTorch module: ``(conv1): ``."""


def _statement(text: object) -> ast.stmt:
    if isinstance(text, str):
        if not text.strip():
            raise SpecError(_ASKED, "one layer", "an empty text", _EXAMPLE)
        if _PROMPT.match(text):
            text = _PROMPT.sub("", text)
        text = _PRINTED.sub("", text, count=1) if _PRINTED.match(text) else text
    return parse_python(text, _ASKED)


# ---------------------------------------------------------------- the call

_SAME_MAP = frozenset({"to", "cuda", "cpu", "eval", "train", "requires_grad_", "float", "double", "half", "bfloat16"})
"""Methods of PyTorch that answer the layer itself, on another device, in another precision, in another mode."""


def _constructor_call(statement: ast.stmt) -> ast.Call:
    refuse_code(statement, _ASKED)
    node = _right_hand_side(statement)
    if isinstance(node, ast.Tuple) and len(node.elts) == 1:  # a comma behind, as copied from a list of layers
        node = node.elts[0]
    while isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Call):  # Conv2D(...)(x): the layer is applied, the tensor does not matter
            _check_plain_names(node)
            node = function
        elif isinstance(function, ast.Attribute) and function.attr == "add":  # model.add(Conv2D(...))
            node = _only_argument(node)
        elif isinstance(function, ast.Attribute) and isinstance(function.value, ast.Call):  # Conv2d(...).to(device)
            _check_method(function.attr, node)
            node = function.value
        elif dotted_name(function).rpartition(".")[2] == "Sequential" and _is_single(node.args, node.keywords):
            node = _content(node.args[0])
        else:
            return node
    raise SpecError(_ASKED, "one call of a layer's constructor", shown_source(statement), _EXAMPLE)


def _right_hand_side(statement: ast.stmt) -> ast.expr:
    if isinstance(statement, ast.Expr):
        return statement.value
    if isinstance(statement, ast.Return) and statement.value:
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


def _check_method(name: str, call: ast.Call) -> None:
    if name not in _SAME_MAP:
        got = f"a layer with .{name}(...) behind it"
        hint = _inside(call) or _EXAMPLE
        raise SpecError(_ASKED, "a layer, or one with .to(...), .eval() and the like", got, hint)


def _is_single(arguments: list[ast.expr], keywords: list[ast.keyword]) -> bool:
    """Whether it is one call, or a list of one."""
    node = _content(arguments[0]) if len(arguments) == 1 and not keywords else None
    return isinstance(node, ast.Call)


def _content(node: ast.expr) -> ast.expr:
    return node.elts[0] if isinstance(node, ast.List) and len(node.elts) == 1 else node


def _only_argument(call: ast.Call) -> ast.expr:
    if len(call.args) == 1 and not call.keywords:
        return call.args[0]
    raise SpecError(_ASKED, "one layer inside add(...)", shown_source(call), _EXAMPLE)


# ---------------------------------------------------------------- the signature


def _signature(call: ast.Call) -> Signature:
    name = dotted_name(call.func)
    if name in BY_NAME:
        return BY_NAME[name]
    for row in UNCOVERED:
        if re.fullmatch(row.pattern, name):
            raise NotSupported(_ASKED, "a convolution layer", f"{name}: {row.what}", row.hint)
    hint = _inside(call) or _applied(call) or _nearest(name) or _EXAMPLE
    raise SpecError(_ASKED, "a convolution of PyTorch, Keras or Flax", shown_source(call.func), hint)


def _inside(call: ast.Call) -> str:
    """What to try when the layer stands inside of something else; nothing when none does."""
    layers = [node for node in ast.walk(call) if isinstance(node, ast.Call) and dotted_name(node.func) in BY_NAME]
    if not layers:
        return ""
    if len(layers) == 1:
        return f"paste the layer alone: {shown_source(layers[0])}"
    return "paste its layers one at a time, or read the network: symstride.read(module, input_size)"


def _applied(call: ast.Call) -> str:
    """What to try when a layer is applied that was made elsewhere, as in ``self.conv(x)``."""
    owner, _, last = dotted_name(call.func).rpartition(".")
    applied = call.args and all(map(dotted_name, call.args)) and not call.keywords
    if applied and last.islower() and owner in ("", "self", "model"):
        return f"paste the line that makes the layer: {dotted_name(call.func)} = nn.Conv2d(...)"
    return ""


def _nearest(name: str) -> str:
    """The spelling that was meant: what ends alike, and of these the one that begins most alike."""
    begins, ends = name.partition(".")[0], name.rpartition(".")[2]
    for known in BY_NAME:  # nn.conv2d is nn.Conv2d; a constructor is never taken for a function
        if known.lower() == name.lower() and (ends.islower() or not known.rpartition(".")[2].islower()):
            return f"did you mean {known}?"
    near = difflib.get_close_matches(ends, {known.rpartition(".")[2]: None for known in BY_NAME}, n=1, cutoff=0.8)
    alike = [known for known in BY_NAME if known.rpartition(".")[2] in near]
    return _suggestion(name, [known for known in alike if known.startswith(f"{begins}.")] or alike, 0.0)


def _suggestion(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=cutoff)
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
    hint = _known_word(keyword.arg, signature) or _suggestion(keyword.arg, known) or f"it takes {_listed(signature)}"
    raise SpecError(_where(signature), f"an argument that {signature.name} has", keyword.arg, hint)


def _known_word(word: str, signature: Signature) -> str:
    """The parameter that another library calls so, if there is one."""
    names = [p.name for p in signature.parameters if p.role == WORDS.get(word, "nothing")]
    return f"did you mean {names[0]}?" if names else ""


def _listed(signature: Signature) -> str:
    return ", ".join(p.name for p in signature.parameters if p.role != "ignored")


_NUMBERS = frozenset({"in_channels", "out_channels", "kernel", "stride", "dilation", "groups", "depth_multiplier"})
"""The roles that neither a text nor a truth value can have."""


def _check_kinds(signature: Signature, values: Mapping[str, Any], positional: int) -> None:
    """Refuse values of the wrong kind; those that stand in another one's place, with the order of arguments."""
    for position, (name, value) in enumerate(values.items(), start=1):
        role = _parameter(signature, name).role
        kinds = {type(entry) for entry in _entries(value)}
        if role == "bias" and kinds != {bool}:
            expected, hint = "True or False", f"write {name}={bool(value)}"
        elif role in _NUMBERS and kinds & {bool, str}:
            expected, hint = "a number", "write a number, or a name without quotes"
        elif role == "padding" and bool in kinds:
            expected, hint = "a number or a word", "write a number"
        else:
            continue
        got = f"{shown(value)}, the argument number {position}" if position <= positional else shown(value)
        if position <= positional:
            hint = f"the order is {', '.join(p.name for p in signature.positional if p.role != 'ignored')}"
        raise SpecError(f"{name}=...", expected, got, hint)


def _entries(value: Any) -> Iterable[Any]:
    return [part for entry in value for part in _entries(entry)] if isinstance(value, tuple) else [value]


def _where(signature: Signature, name: str = "") -> str:
    return f"{_ASKED}, {signature.name}({name}{'=' if name else ''}...)"


def _by_role(signature: Signature, values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of each role, defaults filled in, and under ``"names"`` the symbols that the line uses."""
    roles = {p.role: values.get(p.name, p.default) for p in signature.parameters}
    return roles | {"names": frozenset(symbol.name for value in values.values() for symbol in _symbols(value))}


def _symbols(value: Any) -> Iterable[Any]:
    return [symbol for entry in _entries(value) for symbol in getattr(entry, "free_symbols", ())]
