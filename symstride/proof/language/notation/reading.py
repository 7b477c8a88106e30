"""Texts -> terms.  What Python means by a text is what the term says, or the text is refused with four parts."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import MAX_LITERAL, VARIABLE, KernelError, Key, Term, make, plus, var
from symstride.proof.language.notation.conditions import Condition, choice
from symstride.proof.language.notation.divisors import limited
from symstride.proof.language.notation.integers import IntegerReader, to_the
from symstride.proof.language.notation.names import DEFINITION, FUNCTION, INTEGER, Scope
from symstride.proof.language.notation.parsing import written
from symstride.proof.language.syntax import (
    ONE,
    apply,
    at_most,
    below,
    define,
    entry,
    mapping,
    tensor,
    totals,
    variable,
)

MAX_DEFINITIONS: Final = 64
MAX_WORK: Final = 5_000_000
"""Most work of one reading, in the kernel's own measure: some seconds."""

_BRACKET_HINT: Final = "write a condition as a bracket, [i == j], or as `a if i == j else b`"


@dataclass(frozen=True)
class Defined:
    """A definition that was read: its term, its parameters, and the letters of the statement that it uses freely."""

    term: Term
    explicit: tuple[Key, ...]
    implicit: tuple[Key, ...]
    integers: tuple[str, ...]
    arity: int
    letters: frozenset[str]


class TextReading(IntegerReader):
    """Reads the texts of one statement: all of them share their definitions, their hypotheses and their names.

    ``texts``: the scalars to read, by what they are called in messages, such as ``left``.  ``where``: definitions,
    head -> body, each of which may use those before it.  ``given``: hypotheses, one condition a text.  ``letters``
    stand once per axis.  Raises ``SpecError`` for what has no meaning, ``NotSupported`` for what is left out.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        where: Iterable[tuple[str, str]] = (),
        given: Sequence[str] = (),
        letters: Iterable[str] = (),
        axes: int = 1,
    ) -> None:
        super().__init__(letters, axes)
        self.defined: dict[str, Defined] = {}
        self._variables = 0
        self._parameters: set[str] = set()  # tensors of the head whose body is being read
        self.hypotheses: tuple[Term, ...] = ()
        """One formula for every comparison of ``given``, on every axis."""
        self.terms: dict[str, Term] = {}
        """The scalars that the texts stand for."""
        try:
            with limited(MAX_WORK):
                self._read(texts, where, given)
        except KernelError as why:
            hint = "give its parts names, in where, or prove it in parts"
            raise NotSupported(self.asked, "texts of moderate size", str(why), hint) from None

    def _read(self, texts: Mapping[str, str], where: Iterable[tuple[str, str]], given: Sequence[str]) -> None:
        """Names first, then the hypotheses, on which divisors depend, then definitions, then the texts."""
        nodes = {name: (self._parse(text, f"{name}, {text!r:.80}"), self.asked) for name, text in texts.items()}
        definitions = self._parsed_definitions(where)
        conditions = [(self._parse(text, f"given, {text!r:.80}"), self.asked) for text in given]
        self.letters.check(self._seen, "letters")
        for letter in sorted(self.letters.names):
            self.names.use(letter, INTEGER)
        for node in (*(node for node, _ in nodes.values()), *(body for _, body, _ in definitions)):
            self._scalars |= set(_scalar_names(node))
        links = [(link, asked) for node, asked in conditions for link in self._links(node, asked)]
        read = self._read_integers(links)
        for head, body, asked in definitions:
            self._define(head, body, asked)
        for n, (link, self.asked) in enumerate(links):
            if n not in read:
                read[n] = self._scalar_equation(link)
        self.hypotheses = tuple(dict.fromkeys(f for n in sorted(read) for f in read[n]))
        for name, (node, self.asked) in nodes.items():
            self.terms[name] = self._scalar(node, Scope(facts=self._facts))
        self._check_names()

    @property
    def free_letters(self) -> tuple[str, ...]:
        """The integers that the statement depends on, as the kernel calls them; a term may have lost some of them."""
        return tuple(sorted(copy for letter in self._free for copy in self.letters.copies(letter)))

    @property
    def bound_letters(self) -> tuple[str, ...]:
        """The letters that sums bind, for printing."""
        return tuple(sorted(self._bound))

    # ------------------------------------------------------------ texts

    def _check_names(self) -> None:
        """No sum binds a letter that is free in the statement."""
        both = self._bound & self._free
        if both:
            letter = min(both)
            hint = f"call the index of the sum otherwise; {letter} is free in the statement"
            raise SpecError("the statement", "one meaning for every letter", f"a sum over {letter}", hint)

    # ------------------------------------------------------------ definitions

    def _parsed_definitions(self, where: Iterable[tuple[str, str]]) -> list[tuple[ast.expr, ast.expr, str]]:
        pairs = list(where)
        if len(pairs) > MAX_DEFINITIONS:
            got = f"{len(pairs)} of them"
            raise NotSupported("where", f"at most {MAX_DEFINITIONS} definitions", got, "prove it in parts")
        found = []
        for head, body in pairs:
            asked = f"where, {head!r:.80}"
            node = self._parse(head, asked)
            found.append((node, self._parse(body, asked), asked))
            name = self._head_name(node)
            if name in self.heads:
                raise self._refused("one definition of every name", node, "call the second one otherwise")
            self.names.use(name, DEFINITION)
            self.heads[name] = node
        return found

    def _head_name(self, node: ast.expr) -> str:
        inner = node.value if isinstance(node, ast.Subscript) else node
        match inner.func if isinstance(inner, ast.Call) else inner:
            case ast.Name(id=name) if name not in ("sum", "range"):
                return name
        raise self._refused(
            "a head: y, y[j], y(x)[j]", node, "write the name, tensors that it depends on, and its indices"
        )

    def _head(self, node: ast.expr) -> tuple[list[str], list[str]]:
        """The tensors and the indices of a head."""
        inner, indices = node, list[ast.expr]()
        if isinstance(node, ast.Subscript):
            inner, indices = node.value, _elements(node.slice)
        given = list[ast.expr]()
        if isinstance(inner, ast.Call):
            given = inner.args
            if inner.keywords or not given:
                raise self._refused(
                    "tensors in the parentheses of a head", node, "write y(x)[j], or y[j] without tensors"
                )
        names = list[str]()
        for part in (*given, *indices):
            if not isinstance(part, ast.Name) or part.id in names:
                raise self._refused(
                    "a head with a new name for each tensor and index", node, "write it as in conv(w, x)[o, j]"
                )
            names.append(part.id)
        return names[: len(given)], names[len(given) :]

    def _define(self, head: ast.expr, body: ast.expr, asked: str) -> None:
        self.asked = asked
        tensors, letters = self._head(head)
        indices = [copy for letter in letters for copy in self.letters.copies(letter)]
        own = {variable(name) for name in indices}  # of which the hypotheses do not speak
        scope = Scope(facts=tuple(f for f in self._facts if not f.free & own))
        for letter in letters:
            self.names.use(letter, INTEGER)
            scope = scope.bind(letter, self.letters.copies(letter))
        free, bound = self._free, self._bound
        self._free, self._bound, self._parameters = set(), set(), set(tensors)
        term = self._scalar(body, scope)
        outside = frozenset(self._free)
        if self._bound & outside:
            raise self._refused(
                "one meaning for every letter", head, f"call the sum's {min(self._bound & outside)} otherwise"
            )
        self._free, self._bound, self._parameters = free, bound, set()
        keys = {key[0]: key for key in term.free if key[1] != VARIABLE}
        missing = [name for name in tensors if name not in keys]
        if missing:
            hint = f"leave {missing[0]} out of the head, or use it"
            raise self._refused("a body that uses every tensor of its head", head, hint)
        integers = tuple(sorted(name for name, arity in term.free if arity == VARIABLE and name not in indices))
        explicit = tuple(keys.pop(name) for name in tensors)
        implicit = tuple(sorted(keys.values()))
        name = self._head_name(head)
        made = define(name, [*explicit, *implicit], [*integers, *indices], term)
        self.defined[name] = Defined(made, explicit, implicit, integers, len(indices), outside)

    def _used(self, node: ast.expr, name: str, scope: Scope) -> Defined:
        """The definition of that name, which stands in front of its use; its free letters are not bound around it."""
        if name not in self.heads:
            raise self._refused("an entry of a tensor, or of a definition of where", node, f"{name} is no definition")
        definition = self.defined.get(name)
        if definition is None:
            raise self._refused(
                f"only definitions that stand before it, and {name} does not", node, f"write {name} further up"
            )
        caught = definition.letters & scope.bound.keys()
        if caught:
            letter = min(caught)
            got = f"{written(node, 60)}, where {letter} is bound, and {name} uses another {letter}"
            raise SpecError(self.asked, "one meaning for every letter", got, f"give {name} the index {letter} too")
        hidden = self._parameters.intersection(key[0] for key in definition.implicit)
        if hidden:
            tensor_ = min(hidden)
            got = f"{written(node, 60)}, where {tensor_} is a parameter, and {name} uses another {tensor_}"
            raise SpecError(self.asked, "one meaning for every name", got, f"rename {tensor_} in one of the two")
        self._free |= definition.letters
        return definition

    def _use(self, node: ast.expr, target: ast.expr, indices: Sequence[Term], scope: Scope) -> Term:
        """A definition, as ``target`` names it with its tensors, at some indices."""
        name, given = (target.func, target.args) if isinstance(target, ast.Call) else (target, [])
        if not isinstance(name, ast.Name) or (isinstance(target, ast.Call) and target.keywords):
            raise self._refused("a definition at tensors", node, "write it as in conv(w, x)[o, j]")
        definition = self._used(node, name.id, scope)
        if len(given) != len(definition.explicit) or len(indices) != definition.arity:
            head = written(self.heads[name.id])
            raise self._refused(f"{name.id} as its head says: {head}", node, "give it as many tensors and indices")
        maps = [self._map(node, key, scope) for node, key in zip(given, definition.explicit)]
        maps += [tensor(*key) for key in definition.implicit]
        return make("use", definition.term, *maps, *map(var, definition.integers), *indices)

    def _map(self, node: ast.expr, key: Key, scope: Scope) -> Term:
        """The argument for a tensor: the name of one, or a definition without its indices."""
        arity = key[1]
        match node:
            case ast.Name(id=name) if name not in self.heads:
                self.names.tensor(name, arity)
                return tensor(name, arity)
            case ast.Name(id=name) | ast.Call(func=ast.Name(id=name)) if name in self.heads:
                if self._used(node, name, scope).arity != arity:
                    raise self._refused(f"a tensor with {arity} indices for {key[0]}", node, "compare it with the head")
                fresh = self._fresh(arity)
                return mapping(fresh, self._use(node, node, tuple(map(var, fresh)), scope))
        raise self._refused(
            "tensors by name in the parentheses of a definition", node, "give this one a name, in where"
        )

    def _fresh(self, count: int) -> tuple[str, ...]:
        """Variables that no text uses; binders make them disappear again."""
        names = list[str]()
        while len(names) < count:
            self._variables += 1
            if (name := f"v{self._variables}_") not in self._seen:
                names.append(name)
        return tuple(names)

    def _scalar_equation(self, node: ast.Compare) -> tuple[Term, ...]:
        if not isinstance(node.ops[0], ast.Eq):
            raise self._refused("scalars compared by == alone", node, "a semiring has no order")
        scope = Scope(facts=self._facts)
        return (make("eq", self._scalar(node.left, scope), self._scalar(node.comparators[0], scope)),)

    # ------------------------------------------------------------ scalars

    def _scalar(self, node: ast.expr, scope: Scope) -> Term:
        match node:
            case ast.Constant(value=value) if type(value) is int:
                if value > MAX_LITERAL:
                    raise self._refused("numbers below 2**53", node, "use a letter")
                return make("nat", value)
            case ast.Name(id=name):
                return self._named_scalar(node, name, scope)
            case ast.BinOp(left=a, op=ast.Add(), right=b):
                return plus(self._scalar(a, scope), self._scalar(b, scope))
            case ast.BinOp(left=a, op=ast.Mult(), right=b):
                return make("mul", self._scalar(a, scope), self._scalar(b, scope))
            case ast.BinOp(left=a, op=ast.Pow(), right=exponent):
                return to_the(self._scalar(a, scope), self._power(exponent), ONE)
            case ast.List(elts=[test]):
                return self._condition(test, scope).times(ONE)
            case ast.IfExp(test=test, body=a, orelse=b):
                condition = self._condition(test, scope)
                yes = self._scalar(a, scope.knowing(condition.facts))
                return choice(condition, yes, self._scalar(b, scope.knowing(condition.negation.facts)))
            case ast.Subscript(value=target, slice=slice_):
                return self._entry(node, target, slice_, scope)
            case ast.Call(func=ast.Name(id="sum")):
                return self._sum(node, scope)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                return self._call(node, name, args, scope)
            case ast.BinOp(op=ast.Sub()) | ast.UnaryOp(op=ast.USub()):
                raise self._refused(
                    "scalars of a semiring, where nothing is subtracted", node, "move it to the other side"
                )
            case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
                raise self._refused("a scalar, not a truth value", node, _BRACKET_HINT)
            case ast.GeneratorExp():
                raise self._refused("a scalar", node, "write sum(...) around it")
        raise self._refused(
            "a scalar: entries, sums, products, brackets, functions", node, "see symstride.Identity for all of them"
        )

    def _named_scalar(self, node: ast.expr, name: str, scope: Scope) -> Term:
        if name in self.heads:
            return self._use(node, node, (), scope)
        if name in scope.bound or name in self.letters.names:
            hint = f"an integer n is the scalar sum(1 for i in range(n)); {name} counts or is counted"
            raise self._refused("a scalar, not an index", node, hint)
        self.names.tensor(name, 0)
        return entry(name)

    def _entry(self, node: ast.expr, target: ast.expr, slice_: ast.expr, scope: Scope) -> Term:
        parts = _elements(slice_)
        if not parts or any(isinstance(part, ast.Starred | ast.Slice) for part in parts):
            raise self._refused("indices one by one", node, "write x[c, t]; a tensor without indices is its name")
        indices = [term for part in parts for term in self._each(part, scope)]
        match target:
            case ast.Name(id=name) if name not in self.heads:
                self.names.tensor(name, len(indices))
                return entry(name, *indices)
            case ast.Name() | ast.Call():
                return self._use(node, target, indices, scope)
        raise self._refused("an entry of a tensor or of a definition", node, "write x[t] or conv(w, x)[o, j]")

    def _call(self, node: ast.expr, name: str, args: list[ast.expr], scope: Scope) -> Term:
        if name in self.heads:
            return self._use(node, node, (), scope)
        if len(args) != 1 or isinstance(args[0], ast.Starred | ast.GeneratorExp):
            raise self._refused(
                "functions of one scalar, as in relu(e)", node, "write f(a)*f(b), or define it in where"
            )
        self.names.use(name, FUNCTION)
        return apply(name, self._scalar(args[0], scope))

    # ------------------------------------------------------------ sums

    def _sum(self, node: ast.Call, scope: Scope) -> Term:
        match node:
            case ast.Call(args=[ast.GeneratorExp(elt=elt, generators=generators)], keywords=[]):
                self._check_targets(node, generators, scope)
                return self._sum_of(elt, generators, scope)
        raise self._refused("sum(... for i in range(n)), and nothing behind it", node, "add a start value by +")

    def _check_targets(self, node: ast.Call, generators: list[ast.comprehension], scope: Scope) -> None:
        """Every `for` binds one new letter, which nothing in front of it in the generator speaks of.

        Python would take such a letter for the one that is bound later, which has no value there; its first range it
        reads outside.
        """
        spoken, new = set[str](), set[str]()
        for part in generators:
            if not isinstance(part.target, ast.Name) or part.is_async:
                raise self._refused("one letter behind each `for`", node, "write for c in range(C) for i in range(k)")
            letter = part.target.id
            spoken |= {x.id for x in ast.walk(part.iter) if isinstance(x, ast.Name)}
            if letter in new or letter in scope.bound or letter in spoken:
                raise self._refused(
                    "a new letter behind each `for`", node, f"{letter} is in use there: take another one"
                )
            new.add(letter)
            spoken |= {x.id for test in part.ifs for x in ast.walk(test) if isinstance(x, ast.Name)}

    def _sum_of(self, elt: ast.expr, generators: list[ast.comprehension], scope: Scope) -> Term:
        if not generators:
            return self._scalar(elt, scope)
        first, *rest = generators
        letter = written(first.target)
        self.names.use(letter, INTEGER)
        low, high = self._bounds(first, letter, scope)
        variables = self._fresh(len(low))
        self._bound.add(letter)
        ranges = list(zip(variables, low, high))
        inside = [f for v, lo, hi in ranges for f in (at_most(lo, v), below(v, hi))]
        inner = scope.bind(letter, variables).knowing(inside)
        conditions = list[Condition]()
        for test in first.ifs:
            conditions.append(self._condition(test, inner))
            inner = inner.knowing(conditions[-1].facts)
        body = self._sum_of(elt, rest, inner)
        for condition in reversed(conditions):
            body = condition.times(body)
        return totals(ranges, body)

    def _bounds(self, part: ast.comprehension, letter: str, scope: Scope) -> tuple[list[Term], list[Term]]:
        """The ranges of one `for`, one for each axis."""
        match part.iter:
            case ast.Call(func=ast.Name(id="range"), args=[high], keywords=[]):
                ends = [ast.Constant(0), high]
            case ast.Call(func=ast.Name(id="range"), args=[low, high], keywords=[]):
                ends = [low, high]
            case _:
                hint = "sum over i and write s*i for a step of s"
                raise self._refused("range(b) or range(a, b) behind each `in`", part.iter, hint)
        if any(isinstance(end, ast.Starred) for end in ends):
            raise self._refused("range(b) or range(a, b)", part.iter, "write both ends")
        copies = self.letters.axes if letter in self.letters.names else 1
        if copies == 1 and self.letters.axes > 1 and any(map(self.letters.mentioned, ends)):
            raise self._refused(f"a range for {letter} that stands once", part.iter, f"add {letter} to letters")
        low_, high_ = ([self._integer(end, scope, axis) for axis in range(copies)] for end in ends)
        return low_, high_


def _elements(node: ast.expr) -> list[ast.expr]:
    return list(node.elts) if isinstance(node, ast.Tuple) else [node]


def _scalar_names(node: ast.AST) -> Iterator[str]:
    """The names that stand in a text where scalars stand; inside indices, bounds and conditions there are none."""
    match node:
        case ast.Name(id=name):
            yield name
        case ast.BinOp(left=a, op=ast.Pow()):
            yield from _scalar_names(a)
        case ast.BinOp(left=a, right=b) | ast.IfExp(body=a, orelse=b):
            yield from _scalar_names(a)
            yield from _scalar_names(b)
        case ast.Call(args=args):
            for argument in args:
                yield from _scalar_names(argument.elt if isinstance(argument, ast.GeneratorExp) else argument)
        case ast.Subscript(value=ast.Call(args=args)):
            for argument in args:
                yield from _scalar_names(argument)
