"""A small reader of Python's notation for sums, for the tests of the prover alone.

    sum(w[i]*x[s*j + i] for i in range(k))      a finite sum; range(a, b), several `for`s, `if` conditions
    [0 <= t < N]                                an Iverson bracket (a list with one comparison); == <= < >= >
    a if P and Q else b                         [P]*[Q]*a + [not P]*b + [P]*[not Q]*b, for inequalities
    w[o, c, i]                                  an entry of a tensor, or a definition of `where` at these indices
    conv(w, up)[o, j]                           a definition at other tensors (names of tensors or of definitions)
    f(e)                                        an arbitrary function at a scalar;  c: a scalar; 2: a number

Integers: + - * // % and names.  ``axes(text, d, letters)`` copies the letters of one axis d times.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from symstride.proof.kernel.terms import VARIABLE, KernelError, Term, make, plus, require
from symstride.proof.language.syntax import (
    ONE,
    apply,
    at_most,
    below,
    bracket,
    define,
    entry,
    equal,
    integer,
    mapping,
    product,
    tensor,
    totals,
)


def axes(text: str, d: int, letters: Sequence[str]) -> str:
    """The text for d axes: every index, range, bracket and condition that mentions a letter stands once per axis."""
    if d == 1:
        return text
    return ast.unparse(_Axes(d, set(letters)).expression(ast.parse(text, mode="eval").body))


class _Axes:
    def __init__(self, d: int, letters: set[str]) -> None:
        self.d, self.letters = d, letters

    def mentions(self, node: ast.AST) -> bool:
        return any(isinstance(n, ast.Name) and n.id in self.letters for n in ast.walk(node))

    def copies(self, node: ast.AST) -> list[ast.AST]:
        if not self.mentions(node):
            return [node]
        out = []
        for n in range(1, self.d + 1):

            class Rename(ast.NodeTransformer):
                letters = self.letters

                def visit_Name(self, node, n=n):
                    return ast.Name(f"{node.id}{n}") if node.id in self.letters else node

            out.append(Rename().visit(ast.parse(ast.unparse(node), mode="eval").body))
        return out

    def expression(self, node: ast.AST) -> ast.AST:
        match node:
            case ast.Subscript():
                index = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
                index = [c for x in index for c in self.copies(x)]
                return ast.Subscript(node.value, ast.Tuple(index) if len(index) != 1 else index[0])
            case ast.Call(func=ast.Name(id="sum"), args=[ast.GeneratorExp(elt=elt, generators=generators)]):
                out = []
                for g in generators:
                    targets = self.copies(g.target)
                    ranges = self.copies(g.iter)
                    ranges = ranges * len(targets) if len(ranges) == 1 else ranges
                    out += [ast.comprehension(t, r, [], 0) for t, r in zip(targets, ranges, strict=True)]
                    out[-1].ifs = [c for x in g.ifs for c in self.copies(x)]
                return ast.Call(node.func, [ast.GeneratorExp(self.expression(elt), out)], [])
            case ast.List():
                out = [ast.List([c]) for x in node.elts for c in self.copies(x)]
                prod = out[0]
                for x in out[1:]:
                    prod = ast.BinOp(prod, ast.Mult(), x)
                return prod
            case ast.BinOp(left=a, op=op, right=b):
                return ast.BinOp(self.expression(a), op, self.expression(b))
            case ast.IfExp(test=test, body=a, orelse=b):
                parts = test.values if isinstance(test, ast.BoolOp) else [test]
                parts = [c for x in parts for c in self.copies(x)]
                test = parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts)
                return ast.IfExp(test, self.expression(a), self.expression(b))
            case ast.Call(func=f, args=args):
                return ast.Call(f, [self.expression(a) for a in args], [])
        return node


_FORMULAS = {
    ast.LtE: at_most,
    ast.Lt: below,
    ast.GtE: lambda a, b: at_most(b, a),
    ast.Gt: lambda a, b: below(b, a),
    ast.Eq: equal,
}


@dataclass(frozen=True)
class Defined:
    term: Term
    explicit: tuple[tuple[str, int], ...]
    implicit: tuple[tuple[str, int], ...]
    integers: tuple[str, ...]
    indices: tuple[str, ...]


class Notation:
    def __init__(self, where: Mapping[str, str] = {}, d: int = 1, letters: Sequence[str] = ()) -> None:
        self.defined: dict[str, Defined] = {}
        self.d, self.letters = d, letters
        for head, body in where.items():
            self._define(axes(head, d, letters), axes(body, d, letters))

    # ---------------------------------------------------------------- public
    def scalar(self, text: str) -> Term:
        return self._scalar(ast.parse(axes(text, self.d, self.letters), mode="eval").body)

    def formulas(self, text: str) -> list[Term]:
        """`1 <= s`, `0 <= r < s`, on integers (once per axis) or an equation of scalars `a[0] == 1`."""
        node = ast.parse(text, mode="eval").body
        nodes = _Axes(self.d, set(self.letters)).copies(node) if self.d > 1 else [node]
        return [f for n in nodes for f in self._conditions(n)]

    # ---------------------------------------------------------------- definitions
    def _define(self, head: str, body: str) -> None:
        node = ast.parse(head, mode="eval").body
        indices = tuple(x.id for x in self._indices(node))
        name, given = (
            (node.value.func.id, [a.id for a in node.value.args])
            if isinstance(node.value, ast.Call)
            else (node.value.id, [])
        )
        t = self._scalar(ast.parse(body, mode="eval").body)
        tensors = {key[0]: key for key in t.free if key[1] != VARIABLE}
        integers = tuple(sorted(key[0] for key in t.free if key[1] == VARIABLE and key[0] not in indices))
        explicit = tuple(tensors.pop(g) for g in given)
        implicit = tuple(sorted(tensors.values()))
        term = define(name, [*explicit, *implicit], [*integers, *indices], t)
        self.defined[name] = Defined(term, explicit, implicit, integers, indices)

    def _use(self, name: str, given: list[str] | None, indices: list[Term]) -> Term:
        D = self.defined[name]
        maps = [self._tensor(g, key[1]) for g, key in zip(given or [k[0] for k in D.explicit], D.explicit, strict=True)]
        maps += [tensor(*key) for key in D.implicit]
        return make("use", D.term, *maps, *(integer(x) for x in D.integers), *indices)

    def _tensor(self, name: str, arity: int) -> Term:
        if name not in self.defined:
            return tensor(name, arity)
        fresh = [f"q{n}_" for n in range(arity)]
        return mapping(fresh, self._use(name, None, [integer(x) for x in fresh]))

    # ---------------------------------------------------------------- expressions
    def _indices(self, node: ast.Subscript) -> list:
        return list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]

    def _integer(self, node: ast.AST) -> Term:
        return integer(ast.unparse(node))

    def _conditions(self, node: ast.AST) -> list[Term]:
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            return [f for v in node.values for f in self._conditions(v)]
        if not isinstance(node, ast.Compare):
            raise KernelError(f"not a condition: {ast.unparse(node)}")
        out, left = [], node.left
        for op, right in zip(node.ops, node.comparators):
            if _is_scalar(left) or _is_scalar(right):
                out.append(make("eq", self._scalar(left), self._scalar(right)))
            else:
                out.append(_FORMULAS[type(op)](self._integer(left), self._integer(right)))
            left = right
        return out

    def _scalar(self, node: ast.AST) -> Term:
        match node:
            case ast.Constant(value=int(n)):
                return make("nat", n)
            case ast.Name(id=name):
                return self._use(name, None, []) if name in self.defined else entry(name)
            case ast.BinOp(left=a, op=ast.Add(), right=b):
                return plus(self._scalar(a), self._scalar(b))
            case ast.BinOp(left=a, op=ast.Mult(), right=b):
                return make("mul", self._scalar(a), self._scalar(b))
            case ast.BinOp(left=a, op=ast.Pow(), right=ast.Constant(value=int(n))):
                return product(*[self._scalar(a)] * n) if n else ONE
            case ast.List(elts=[test]):
                return product(*map(bracket, self._conditions(test)))
            case ast.IfExp(test=test, body=a, orelse=b):
                tests, yes, no = self._conditions(test), self._scalar(a), self._scalar(b)
                out = product(*map(bracket, tests), yes)
                for n, f in enumerate(tests):
                    require(f.tag == "le", "only inequalities have one negation")
                    out = plus(out, product(*map(bracket, tests[:n]), bracket(below(f.args[1], f.args[0])), no))
                return out
            case ast.Subscript(value=ast.Name(id=name)):
                index = [self._integer(x) for x in self._indices(node)]
                return self._use(name, None, index) if name in self.defined else entry(name, *index)
            case ast.Subscript(value=ast.Call(func=ast.Name(id=name), args=args)):
                return self._use(name, [a.id for a in args], [self._integer(x) for x in self._indices(node)])
            case ast.Call(func=ast.Name(id="sum"), args=[ast.GeneratorExp(elt=elt, generators=generators)]):
                body = self._scalar(elt)
                for g in reversed(generators):
                    guards = [bracket(f) for test in g.ifs for f in self._conditions(test)]
                    bounds = [self._integer(x) for x in g.iter.args]
                    lo, hi = bounds if len(bounds) == 2 else (integer(0), bounds[0])
                    body = totals([(g.target.id, lo, hi)], product(*guards, body))
                return body
            case ast.Call(func=ast.Name(id=f), args=[a]):
                return apply(f, self._scalar(a))
        raise KernelError(f"not a scalar expression: {ast.unparse(node)}")


def _is_scalar(node: ast.AST) -> bool:
    return any(isinstance(n, (ast.Subscript, ast.Call)) for n in ast.walk(node))
