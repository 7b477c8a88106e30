"""A reader of whole documents: what a paper claims, under which hypotheses, compared with theorems.

It takes ``proof.tex`` as text.  The source says in a remark which claim of the certificate each block prints; the
formula of the block has the value of the theorem's own term at random numbers, and the block's hypotheses are those of
the theorem, one by one.
"""

from __future__ import annotations

import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from latex_reader import Book, Value, split

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import VARIABLE, Key, Term
from symstride.proof.language.meaning import Environment, evaluate
from symstride.render.spelling import BOLD, spelled, stem

_MARKS = re.compile(r"\\(?:goodbrk|poorbrk) |\\textstyle ")
_MARKED = re.compile(r"^% (definitions|claim (?P<claim>\"[^\n]*\"))\n(?P<text>.*?)^% end$", re.MULTILINE | re.DOTALL)
_DISPLAYS = re.compile(
    r"\\(?:statement|defined|where|chainstart|chainstep)\{|(?<=\n)\$\\textstyle |(?<!\\)\\\["
    r"|\\begin\{(?:equation|align)"
)
_HYPOTHESES = re.compile(r"Let (\$.*?\$)\. Then", re.DOTALL)
POINTS = 60
"""Points at which hypotheses are compared."""
MOST_POINTS = 3_000
"""So many are tried where the hypotheses are hard to meet."""
COMPARED = 3
"""Of those that meet the hypotheses, how many the formulas are compared at."""


@dataclass(frozen=True)
class Block:
    """Formulas in order, the single hypotheses in front of them, and the claim they print; definitions have none."""

    claim: str
    hypotheses: tuple[str, ...]
    formulas: tuple[str, ...]


def without_marks(text: str) -> str:
    """LaTeX without its chances to break a line."""
    return _MARKS.sub("", text).strip()


def blocks_of(document: str) -> list[Block]:
    """The blocks of a document, in order; the proof of a claim belongs to the claim."""
    made: list[Block] = []
    for found in _MARKED.finditer(_body(document)):
        block = _block(json.loads(found["claim"] or '""'), found["text"])
        place = next((n for n, other in enumerate(made) if block.claim and other.claim == block.claim), len(made))
        if place < len(made):
            block = Block(block.claim, made[place].hypotheses, (*made[place].formulas, *block.formulas))
        made[place : place + 1] = [block]
    return made


def unclaimed(document: str) -> list[str]:
    """Formulas that are displayed, and that no block defines or claims."""
    return list(_displays(_MARKED.sub("", _body(document))))


def _body(document: str) -> str:
    return document.partition(r"\begin{document}")[2]


def _block(claim: str, text: str) -> Block:
    found = _HYPOTHESES.search(text)
    hypotheses = re.findall(r"\$([^$]*)\$", found[1]) if found else []
    single = tuple(part for h in hypotheses for part in single_formulas(without_marks(h)))
    return Block(claim, single, tuple(_displays(text)))


def _displays(text: str) -> Iterator[str]:
    for found in _DISPLAYS.finditer(text):
        if found[0].startswith((r"\[", r"\begin")):
            yield text[found.start() :].partition("\n\n")[0]
            continue
        if found[0].startswith("$"):
            yield without_marks(text[found.end() :].partition("$")[0])
            continue
        parts = list(_arguments(text, found.end() - 1))
        yield without_marks(parts[1] if "chain" in found[0] else parts[0])


def _arguments(text: str, start: int) -> Iterator[str]:
    """The arguments in braces that follow one another."""
    while text[start : start + 1] == "{":
        depth, end = 0, start
        while True:
            escaped = text[end - 1] == "\\"
            depth += ((text[end] == "{") - (text[end] == "}")) * (not escaped)
            end += 1
            if depth == 0:
                break
        yield text[start + 1 : end - 1]
        start = end


def single_formulas(hypothesis: str) -> list[str]:
    r"""x, y >= n as one formula for each letter, and a <= b < c as two."""
    left, sign, right = hypothesis.partition(r" \ge ")
    if sign:
        return [rf"{right} \le {letter}" for letter in split(left, ",")]
    terms = re.split(r" (\\le|<|=) ", hypothesis)
    return [" ".join(terms[n : n + 3]) for n in range(0, len(terms) - 2, 2)]


# ------------------------------------------------------------------------------------------------ comparing


def noise(seed: int, name: str) -> Callable[..., int]:
    """A function Z^n -> Z that looks random and is the same at every call."""
    return lambda *places: zlib.crc32(f"{seed} {name} {places}".encode()) % 11 - 5


@dataclass(frozen=True)
class Point:
    """Numbers for the free names of a theorem: what the reader and the kernel's term are evaluated at."""

    book: Book
    environment: Environment
    names: Mapping[str, Value]

    def meets(self, theorem: Theorem) -> bool:
        """Do the hypotheses hold here?"""
        return all(evaluate(h, self.environment) for h in theorem.hyps)


def points(
    theorem: Theorem,
    lines: Iterable[Term],
    definitions: Sequence[str],
    shorts: Sequence[str],
    rng: random.Random,
    axes: int = 1,
) -> list[Point]:
    """Random points for the names of a theorem and of the lines of its proof, some of which meet its hypotheses.

    Sizes are from 0 on, positions around it, tensors are noise; a bold letter is its letters' numbers.
    """
    known = sorted(theorem.concl.free.union(*(term.free for term in (*theorem.hyps, *lines))))
    made = [_point(known, definitions, shorts, rng, axes) for _ in range(POINTS)]
    while len(made) < MOST_POINTS and not any(p.meets(theorem) for p in made):
        made.append(_point(known, definitions, shorts, rng, axes))
    return made


def _in_bold(numbers: Mapping[str, int], axes: int) -> dict[str, tuple[int, ...]]:
    """s1, s2 together, under the name of s in bold."""
    found = {letter: [f"{letter}{n + 1}" for n in range(axes)] for letter in map(stem, numbers)}
    return {spelled(letter + BOLD): tuple(numbers[name] for name in names) for letter, names in found.items()
            if axes > 1 and all(name in numbers for name in names)}  # fmt: skip


def _point(
    keys: Sequence[Key], definitions: Sequence[str], shorts: Sequence[str], rng: random.Random, axes: int
) -> Point:
    seed = rng.randrange(10**6)
    numbers = {name: rng.choice(RANGES.get(stem(name), (-1, 0, 1, 2))) for name, kind in keys if kind == VARIABLE}
    tensors = {(name, n): noise(seed, spelled(name)) for name, n in keys if n != VARIABLE}
    placed = {name: value for name, value in numbers.items() if stem(name.rstrip("_")) in POSITIONS}
    sized = {name: value for name, value in numbers.items() if name not in placed}
    names: dict[str, Value] = {spelled(name): value for name, value in placed.items()} | _in_bold(placed, axes)
    sizes: dict[str, Value] = {spelled(name): value for name, value in sized.items()} | _in_bold(sized, axes)
    book = Book(sizes, {spelled(name): f for (name, _), f in tensors.items()}, axes=axes)
    for equation in shorts:
        symbol, _, value = equation.partition(" = ")
        if symbol not in {spelled(name) for name, _ in keys}:  # a lemma has a letter of its own there
            book.shorts[symbol] = value
    for equation in definitions:
        book.define(equation)
    functions = {name: noise(seed, spelled(name)) for name in ("act", *(name for name, _ in tensors))}
    book.functions.update({spelled(name): f for name, f in functions.items()})
    return Point(book, Environment(integers=numbers, tensors=tensors, functions=functions), names)


POSITIONS = ("o", "c", "m", "j", "t", "i", "u", "q", "v", "tau", "rho")
"""Letters of places: a definition that mentions one has it on its left side, while sizes are the same everywhere."""
RANGES: Mapping[str, Sequence[int]] = {
    "s": (0, 1, 1, 2, 2, 3), "a": (0, 1, 1, 2), "k": (1, 2), "dl": (-1, 0, 1, 1, 2), "C": (1, 2), "S": (0, 1, 2, 3),
    "C_in": (1, 2), "C_out": (0, 1, 2), "O": (0, 1, 2), "n": (0, 1, 2), "d": (-1, 0, 1, 1, 2),
}  # fmt: skip
"""Numbers for letters whose size makes sums long, or whose smallest values are what hypotheses exclude."""


def faults(block: Block, theorem: Theorem, sample: Sequence[Point], chain: Sequence[Term] = ()) -> list[str]:
    """What is wrong with a block: hypotheses that are not the theorem's, formulas that have another value."""
    found = _missing(block, theorem, [p for p in sample if not _divides_by_nothing(block, p)])
    inside = [p for p in sample if p.meets(theorem)]
    if not inside:
        return [*found, f"no point meets the hypotheses of {block.claim}"]
    for p in inside[:COMPARED]:
        found += _wrong(block, theorem, p)
    return found


def _divides_by_nothing(block: Block, p: Point) -> bool:
    """Does a hypothesis divide by what another one excludes?"""
    try:
        for hypothesis in block.hypotheses:
            p.book.holds(hypothesis, p.names)
    except ZeroDivisionError:
        return True
    return False


def _missing(block: Block, theorem: Theorem, sample: Sequence[Point]) -> list[str]:
    """Hypotheses compare by where they are true: as many printed ones as the theorem has, wherever that is."""
    printed = [
        (pattern, h) for h in block.hypotheses for pattern in zip(*(p.book.on_each_axis(h, p.names) for p in sample))
    ]
    asked = [(tuple(bool(evaluate(h, p.environment)) for p in sample), str(h)) for h in theorem.hyps]
    counts = [Counter(pattern for pattern, _ in rows) for rows in (printed, asked)]
    return [
        f"hypothesis of {block.claim}: {h}"
        for pattern, h in dict((*printed, *asked)).items()
        if counts[0][pattern] != counts[1][pattern]
    ]


def _wrong(block: Block, theorem: Theorem, p: Point) -> list[str]:
    statement, *chain = block.formulas
    concl = theorem.concl
    try:
        if concl.tag != "eq":
            ok = p.book.holds(statement, p.names) == evaluate(concl, p.environment) is True
            return [] if ok else [f"{block.claim}: {statement}"]
        left, right = sides(statement)
        values: list[Any] = [p.book.value(text, p.names) for text in (left, right, *chain)]
        wanted = [evaluate(side, p.environment) for side in concl.args]
    except (ZeroDivisionError, KeyError, ValueError) as why:
        return [f"{block.claim}: {type(why).__name__} {why} in {statement}"]
    return [] if set(values) == set(wanted) and len(set(values)) == 1 else [f"{block.claim}: {values} for {wanted}"]


def sides(equation: str) -> tuple[str, str]:
    """Left and right of the sign outside of all brackets."""
    depth = 0
    for n, char in enumerate(equation):
        depth += (char in "{[(") - (char in "}])")
        if depth == 0 and equation.startswith(" = ", n):
            return equation[:n], equation[n + 3 :]
    raise ValueError(f"no equation: {equation}")
