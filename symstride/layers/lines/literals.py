"""Values written in a pasted line: numbers, names, words and lists of these.  Code is refused before all else."""

from __future__ import annotations

import ast
from typing import Any

import sympy

from symstride.errors import SpecError
from symstride.layers.expressions import arithmetic, shown_source
from symstride.layers.integer import check_name
from symstride.layers.lines.signatures import Parameter

_HARMLESS = (
    *(
        ast.Expr,
        ast.Return,
        ast.Assign,
        ast.AnnAssign,
        ast.Call,
        ast.keyword,
        ast.Starred,
        ast.Tuple,
        ast.List,
        ast.Dict,
    ),
    *(ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context),
    ast.Subscript,  # occurs in annotations and in arguments that are ignored; refused where a value is wanted
)
_WORDS = ("same", "valid", "causal", "circular", "zeros")


def refuse_code(tree: ast.AST, asked: str) -> None:
    """Refuse a line that holds anything but calls, names and literals, or a name that begins with an underscore."""
    for node in ast.walk(tree):
        if not isinstance(node, _HARMLESS):
            _refuse_node(node, f"{type(node).__name__} ", asked)
        identifier = getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "arg", None) or ""
        if str(identifier).startswith("__"):
            _refuse_node(node, "", asked)


def _refuse_node(node: ast.AST, kind: str, asked: str) -> None:
    hint = "write every value out: the line is read, not run"
    raise SpecError(asked, "a call with numbers, names, strings and lists", f"{kind}{shown_source(node)}", hint)


def dotted_name(node: ast.AST) -> str:
    """``a.b.c`` for a name or a chain of attributes, the empty string for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def literal(node: ast.expr, parameter: Parameter) -> Any:
    """The value of an argument as its role reads it: a Python value, a SymPy expression or a name."""
    if parameter.role == "ignored":
        return None
    if parameter.role in ("array", "bias_array"):
        return _array(node, parameter.name)
    if parameter.role in ("activation", "operator", "operator_class") and not isinstance(node, ast.Constant):
        return _named_function(node, parameter.name)
    if parameter.role in ("padding", "padding_mode") and dotted_name(node).lower() in _WORDS:
        asked, found = f"{parameter.name}=...", f"the name {dotted_name(node)}"
        raise SpecError(asked, "a number or a word in quotes", found, f"write {parameter.name}='{dotted_name(node)}'")
    return _value(node, f"{parameter.name}=...")


def _array(node: ast.expr, name: str) -> str | None:
    if isinstance(node, ast.Constant) and node.value is None:
        return None
    if dotted_name(node):
        return dotted_name(node)
    raise SpecError(
        f"{name}=...", "a tensor by its name", shown_source(node), "name the tensor, and paste the layer alone"
    )


def _named_function(node: ast.expr, name: str) -> str:
    if dotted_name(node):
        return dotted_name(node).rpartition(".")[2]
    raise SpecError(
        f"{name}=...", "a function by its name", shown_source(node), f"write {name}='relu', or leave it out"
    )


def _value(node: ast.expr, asked: str) -> Any:
    if isinstance(node, ast.Tuple | ast.List):
        return tuple(_value(entry, asked) for entry in node.elts)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | str | float | None):
        return node.value
    return arithmetic(node, asked, lambda name: sympy.Symbol(check_name(name, asked)))
