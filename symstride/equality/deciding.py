"""``equal(left, right)``: are two networks equal, for all inputs, all weights and all activations?

Both are run at one random point of the algebra of ``field``; ``bound`` says how rarely different ones agree there.  A
difference has to show in ordinary numbers before it is called one.  What is neither is open, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from secrets import randbits
from typing import Any, Literal, TypeAlias

from symstride.equality.algebra import Activation
from symstride.equality.bound import Draw, draw
from symstride.equality.counterexample import COMPUTED, COPIED, PART_WORK, find, without_value
from symstride.equality.cutoffs import Building
from symstride.equality.cuts import Decided, Meeting, decided
from symstride.equality.deep import Ways, by_segments
from symstride.equality.every_size import at_every_size
from symstride.equality.exact import same_forms
from symstride.equality.exactly import same_in_segments
from symstride.equality.field import Field, Tuples, Weights
from symstride.equality.folded import Match, folded, matched
from symstride.equality.hashing import key
from symstride.equality.interpret import interpret
from symstride.equality.models import equal_models
from symstride.equality.parting import differing, parting
from symstride.equality.points import settled
from symstride.equality.scope import (
    LADDER,
    WORDS,
    few,
    has_activations,
    least_fills,
    partial_maps,
    strangers,
    weights_in_words,
)
from symstride.equality.sides import (
    ASKED,
    Side,
    Size,
    Sizes,
    another_order,
    as_wirings,
    common_size,
    is_about_a_model,
    paired,
    same_channels,
    sizes_of,
    with_stored_numbers,
)
from symstride.equality.verdict import Equality, Parting, Separation, Status
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network
from symstride.network.model import Model
from symstride.network.wiring import Wiring

Asked: TypeAlias = Literal["any", "zero", "relu", "ladder"]

Mode: TypeAlias = Literal["auto", "symbolic", "rounded", "given"]
"""What a caller may ask of weights; "auto" is one of the others, by what the arrays are."""

MODES: tuple[Mode, ...] = ("auto", "symbolic", "rounded", "given")

LIKELY = 1e-9
"""The error with which the field says whether normal forms are worth comparing."""

MAX_PARTS = 4
"""Sizes of the part in which two networks part that numbers are looked for at."""


@dataclass(frozen=True)
class Question:
    """What is asked of two networks.

    ``own`` are the weights that a counterexample may have, their own or others; when ``plain``, its numbers are made
    plain and the place where the two part is looked for.  ``inside`` of larger networks, outputs have to be numbers.
    """

    weights: Mode
    activation: Asked
    error: float
    seed: int
    own: tuple[bool, ...]
    plain: bool = True
    inside: bool = False

    @property
    def mode(self) -> Weights:
        """How weights are read, once that is settled."""
        return "symbolic" if self.weights == "auto" else self.weights


def equal(
    left: Any,
    right: Any,
    *,
    weights: Mode = "auto",
    sizes: Sizes | Literal["all"] = None,
    activation: Asked = "ladder",
    error: float = 1e-9,
    seed: int | None = None,
) -> Equality:
    """Whether two networks, models, layers or pasted lines compute the same.

        equal("model.onnx", "lowered.onnx")
        equal(network, unstride(network))
        equal("nn.Conv(64, (7, 7), strides=2, padding='SAME')", "nn.Conv2d(3, 64, 7, stride=2, padding=3)",
              sizes=range(1, 41))

    ``weights="symbolic"``: each number of a weight is an unknown, equal numbers are equal unknowns, and whole numbers
    up to 64 mean themselves.  ``"rounded"``: unknowns too, after maps of each channel were folded on both sides, and
    arrays of the right within 1e-5 of one of the left were taken for that one; the answer says which, and how far apart
    they are.  ``"given"``: the floats, exactly.  ``"auto"`` is symbolic, or rounded where the right has numbers that
    occur nowhere in the left.

    ``activation``: nothing is known of one but its name ("any"), some keep 0 ("zero"), and relu is the larger of x and
    0 too ("relu"); "ladder" takes the first that holds.  ``sizes`` are the sizes to go through, numbers or tuples;
    without, each side has the size that it declares.  ``sizes="all"`` is about all of them: those up to a cutoff are
    tried, and the others are like one of these (``every_size``).  A function that takes sizes to networks may stand
    for a side.  ``seed`` is drawn when it is left out.

    The answer "equal" is a decision: wrong with probability at most its ``error``, which is at most the one asked for.
    ``error=0`` compares normal forms themselves (``exact``), without any chance, where these are short enough: of the
    whole, or of each segment between values that both have as they are.
    It is about real numbers: rounding and overflow are left out.  Layers and files that are not understood raise
    ``SpecError``; whatever is understood and not covered is "open", with the reason.
    """
    _check(weights, activation, error, seed)
    drawn = randbits(63) if seed is None else seed
    listed = [] if sizes == "all" else sizes_of(sizes)

    def asked(sides: Sequence[Side]) -> Question:
        return Question(weights, activation, float(error), drawn, _own(sides))

    if isinstance(left, Model | Wiring) or isinstance(right, Model | Wiring):
        if sizes is not None:
            return _open(f"{_KEPT}, which is read for one size", drawn)
        return _at_models(left, right, weights, activation, error, drawn, _KEPT)
    try:
        sides = same_channels(Side(left), Side(right))
        if sides[0].is_layer and sides[1].is_layer:
            _check_weights(*sides)
        if sizes == "all":
            return _at_every_size(sides, asked(sides))
        if not listed:
            made, _ = common_size(sides, None)
            return _at(made, asked(sides))
        return _at_sizes(sides, listed, asked(sides))
    except SymstrideError as why:
        if sizes is None and is_about_a_model(why, left, right):
            return _at_models(left, right, weights, activation, error, drawn, _said(why))
        if not isinstance(why, NotSupported):
            raise
        return _open(_said(why), drawn)
    except MemoryError:
        return _open("the comparison takes more memory than there is", drawn)


_KEPT = "a model of which some nodes are kept, whatever they are"


def _at_models(left: Any, right: Any, weights: Mode, activation: Asked, error: float, seed: int, why: str) -> Equality:
    """The answer for models with nodes that no reader knows; ``why`` says which, where there is none."""
    try:
        pair = as_wirings(left, right)
        if pair is None:
            return _open(why if why != _KEPT else f"{_KEPT}, on one side alone", seed)
        if error == 0 or weights == "rounded":
            return _open(f"{why}; such models are compared by random points alone, as they are", seed)
        rungs = LADDER if activation == "ladder" else (activation,)
        return equal_models(pair, "given" if weights == "given" else "symbolic", rungs, error, seed, why)
    except NotSupported as other:
        return _open(_said(other), seed)
    except MemoryError:
        return _open("the comparison takes more memory than there is", seed)


def _check(weights: str, activation: str, error: float, seed: int | None) -> None:
    if weights not in MODES:
        expected = '"auto", "symbolic", "rounded" or "given"'
        raise SpecError("equal(weights=...)", expected, repr(weights)[:80], "choose one of them")
    if activation not in (*LADDER, "ladder"):
        expected = '"any", "zero", "relu" or "ladder"'
        raise SpecError("equal(activation=...)", expected, repr(activation)[:80], "choose one of them")
    if not isinstance(error, float | int) or (error != 0 and not 1e-30 <= error < 1):
        raise SpecError("equal(error=...)", "a probability of 1e-30 to 1, or 0", repr(error)[:80], "leave it out: 1e-9")
    if seed is not None and (type(seed) is not int or not 0 <= seed < 2**63):
        raise SpecError("equal(seed=...)", "a whole number below 2**63", repr(seed)[:80], "leave it out")


def _check_weights(left: Side, right: Side) -> None:
    """Two layers share their weights when these have the same shapes; else nobody said how they correspond."""
    layers = [side.known for side in (left, right) if isinstance(side.known, Conv | ConvTranspose)]
    if not layers:  # pools have no weights
        return
    if len(layers) == 1:
        raise NotSupported(ASKED, "two layers with weights, or two pools", "one of each", "compare them on numbers")
    shapes = [(layer.weight_shape, layer.bias) for layer in layers]
    if shapes[0] != shapes[1] or type(layers[0]) is not type(layers[1]):
        got = " and ".join(f"{shape}{' with bias' if bias else ''}" for shape, bias in shapes)
        hint = "build networks with symstride.Builder, and give them the arrays that correspond"
        raise NotSupported(ASKED, "layers of one kind, with weights of the same shapes", got, hint)


def _said(why: SymstrideError) -> str:
    return f"{why.asked}: expected {why.expected}, got {why.got}"


def _own(sides: Sequence[Side]) -> tuple[bool, ...]:
    """Which weights a counterexample may have: layers have none of their own."""
    return (False,) if any(side.is_layer for side in sides) else (True, False)


# ------------------------------------------------------------------------------------------------ several sizes


def _at_every_size(sides: Sequence[Side], asked: Question) -> Equality:
    def compare(size: Size, made: Sequence[Network | None], among: int, plain: bool) -> Equality:
        seed = key(asked.seed, *size) >> 1
        return _at(made, replace(asked, error=asked.error / among, seed=seed, plain=plain))

    def segmented(build: Building) -> Equality:
        how = _Segmented(asked)
        return replace(by_segments(build, how.ways), bound=how.arrays)

    return at_every_size(sides, compare, lambda sizes: _at_sizes(sides, sizes, asked), segmented, asked.seed)


class _Segmented:
    """What is asked of networks that are decided segment by segment, once it is settled how weights are read.

    ``arrays`` are those that were taken for others; the two networks have the same unknowns from then on.
    """

    def __init__(self, asked: Question) -> None:
        self.asked = asked
        self.arrays: Mapping[str, tuple[str, float]] = {}
        self.moved = ""
        self.ways = Ways(self.prepare, self.meet, self.inside, self.whole, self.said, asked.seed)

    def prepare(self, left: Network, right: Network) -> tuple[Network, Network]:
        self.moved, (right, why) = another_order(left, right), paired(left, right)
        left, right = with_stored_numbers(left), with_stored_numbers(right)
        why = why or _missing(left) or _missing(right)
        if why:
            raise NotSupported("all sizes", "sides that pair up", why, "name the sizes")
        if self.asked.weights == "auto":
            self.asked = replace(self.asked, weights="rounded" if strangers(left, right) else "symbolic")
        if self.asked.weights == "rounded":
            left, right = self._folded(left, right)
        partial = partial_maps(left, right)
        if partial:
            raise NotSupported("all sizes", "maps that have a number for each number", partial[2:], "name the sizes")
        return left, right

    def _folded(self, left: Network, right: Network) -> tuple[Network, Network]:
        """Both with maps of each channel folded, and arrays of the right taken for those of the left.

        Folding looks at padding, which therefore has to be the same at every size; and so have the arrays.
        """
        for node in (*left.nodes, *right.nodes):
            if isinstance(node.operator, Conv) and isinstance(node.operator.padding, str):
                got = f"{node.title!r}, with padding {node.operator.padding!r}"
                raise NotSupported("all sizes", "padding in numbers, where weights were computed", got, "write it out")
        match = matched(folded(left), folded(right))
        if self.arrays and self.arrays != match.arrays:
            raise NotSupported("all sizes", "the same arrays at every size", "others", "name the sizes")
        self.arrays = match.arrays
        return match.left, match.right

    def meet(self, networks: tuple[Network, Network]) -> tuple[Meeting, frozenset[int], bool]:
        """Where they meet; and of equal ones the cuts that hold on their own there."""
        asked = self.asked
        shapes = [[network.shapes[name] for name in network.outputs] for network in networks]
        for rung in LADDER if asked.activation == "ladder" else (asked.activation,):
            found = _decided(*networks, asked.mode, rung, LIKELY, key(asked.seed, "meet") >> 1)
            if found.same and shapes[0] == shapes[1]:
                return found.meeting, found.split().used, True
        return found.meeting, frozenset(found.meeting.classes()), False

    def inside(self, size: Size, made: Sequence[Network | None], among: int, plain: bool) -> Equality:
        seed = key(self.asked.seed, "segment", *size) >> 1
        how = replace(self.asked, weights=self.weights, error=self.asked.error / (2 * among))
        return _at(made, replace(how, seed=seed, own=(False,), plain=plain, inside=True))

    def whole(self, size: Size, made: Sequence[Network | None], among: int, plain: bool) -> Equality:
        error, seed = self.asked.error / (2 * among), key(self.asked.seed, "whole", *size) >> 1
        return _at(made, replace(self.asked, weights=self.weights, error=error, seed=seed, plain=plain))

    @property
    def weights(self) -> Mode:
        """How weights are read where they were folded already."""
        return "symbolic" if self.asked.weights == "rounded" else self.asked.weights

    def said(self, networks: tuple[Network, Network], scopes: Sequence[str]) -> str:
        """What the whole is equal for: the least that is enough for each segment."""
        left, right = networks
        rungs = LADDER if self.asked.activation == "ladder" else (self.asked.activation,)
        rung = next((rung for rung in reversed(rungs) if any(WORDS[rung] in scope for scope in scopes)), rungs[0])
        known = f", {WORDS[rung]}" if has_activations(left, right) else ""
        weights = weights_in_words([left], [right], self.asked.mode)
        return f"all inputs{weights}{_rounding(self.arrays)}{known}{self.moved}"


def _at_sizes(sides: Sequence[Side], listed: Sequence[Size], asked: Question) -> Equality:
    found: dict[Size, Status] = {}
    seed = asked.seed
    reasons: list[str] = []
    first: Equality | None = None
    worst = 0.0
    scopes: dict[str, None] = {}
    for number, size in enumerate(listed):
        try:
            made, why = common_size(sides, size)
            if made == [None, None]:
                continue
            if None in made:
                verdict = _open(f"only the {'right' if made[0] is None else 'left'} exists there: {why}", seed)
            else:
                plain = first is None or first.status != "different"  # only the first is shown
                each = replace(asked, error=asked.error / len(listed), seed=key(asked.seed, number) >> 1, plain=plain)
                verdict = _at(made, each)
        except NotSupported as why_not:
            verdict = _open(_said(why_not), seed)
        found[size] = verdict.status
        worst += verdict.error
        if verdict.status == "equal":
            scopes[verdict.scope.rsplit(", at ", 1)[0]] = None
        elif first is None or (verdict.status == "different" and first.status == "open"):
            first = replace(verdict, scope=f"first at N = {_written(size)}")
    if not found:
        return _open("no size that was asked for fits either side", seed)
    by = {status: [size for size in found if found[size] == status] for status in ("equal", "different", "open")}
    words = [f"{status} at {_listed(rows, list(found))}" for status, rows in by.items() if rows]
    scope = "; ".join(words) + (f"; {', or '.join(scopes)}" if scopes else "")
    if first is None:
        return Equality("equal", scope, worst, seed, sizes=found)
    reasons += first.reasons
    place = min(by[first.status], key=lambda size: (sum(size), size))
    reasons = [f"at N = {_written(place)}: {reason}" for reason in reasons] or [f"smallest size N = {_written(place)}"]
    status: Status = first.status
    example, part = first.counterexample, first.parting
    return Equality(status, scope, 0.0, seed, tuple(reasons), counterexample=example, parting=part, sizes=found)


def _open(reason: str, seed: int) -> Equality:
    return Equality("open", "nothing was compared", seed=seed, reasons=(reason,))


def _written(size: Size) -> str:
    return "x".join(map(str, size))


def _listed(some: Sequence[Size], every: Sequence[Size]) -> str:
    """Sizes in words: by the remainders that they leave, where these tell them apart and each was met twice."""
    if all(len(size) == 1 for size in every):
        numbers, among = {size[0] for size in some}, [size[0] for size in every]
        if len(numbers) == len(among):
            return f"all {len(among)} sizes N of {among[0]} to {among[-1]}" if len(among) > 1 else f"N = {among[0]}"
        for period in range(2, 13):
            rests = sorted({n % period for n in numbers})
            if numbers == {n for n in among if n % period in rests} and len(among) >= 2 * period:
                return f"N mod {period} = {' or '.join(map(str, rests))}, of N = {among[0]} to {among[-1]}"
    shown = [_written(size) for size in some]
    return "N = " + ", ".join(shown[:12]) + (f" and {len(shown) - 12:,} more" if len(shown) > 12 else "")


# ------------------------------------------------------------------------------------------------ one size


def _at(made: Sequence[Network | None], asked: Question) -> Equality:
    """The answer at one size."""
    left, right = made
    if left is None or right is None:
        return _open("there is no network on one side", asked.seed)
    moved, (right, why) = another_order(left, right), paired(left, right)
    left, right = with_stored_numbers(left), with_stored_numbers(right)
    why = why or _missing(left) or _missing(right)
    if why:
        return _open(why, asked.seed)
    at = f"{moved}, at " + " and ".join("x".join(map(str, left.shapes[node.name])) for node in left.inputs)
    shapes = [", ".join(str(network.shapes[name]) for name in network.outputs) for network in (left, right)]
    if shapes[0] != shapes[1]:
        reason = f"outputs of shapes {shapes[0]} on the left, {shapes[1]} on the right"
        part = _parted(left, right, asked) if asked.plain else None
        return Equality("different", f"all inputs{at}", seed=asked.seed, reasons=(reason,), parting=part)
    if asked.weights == "auto":
        asked = replace(asked, weights="rounded" if strangers(left, right) else "symbolic")
    try:
        return _compared(left, right, asked, at)
    except NotSupported:
        example = _separated(left, right, asked)  # numbers may show a difference where the field has no answer
        if example is None:
            raise
        part = _parted(left, right, asked) if asked.plain else None
        return Equality("different", f"all inputs{at}", seed=asked.seed, counterexample=example, parting=part)


def _parted(left: Network, right: Network, asked: Question) -> Parting | None:
    """Where they part, for networks of which the field has no answer but some values, or that shapes tell apart."""
    drawn, meeting = draw(asked.seed, 2), Meeting((left, right))
    try:
        algebra = Field(drawn, asked.mode, "zero")
        interpret(left, algebra, meeting.left)
        interpret(right, algebra, meeting.right)
        return parting(meeting, Field(drawn, asked.mode, "zero"))
    except NotSupported:
        return None


def _compared(left: Network, right: Network, asked: Question, at: str) -> Equality:
    originals, match = (left, right), Match(left, right, {})
    if asked.weights == "rounded":
        match = matched(folded(left), folded(right))
        left, right = match.left, match.right
    active = has_activations(left, right)
    rungs = (LADDER if asked.activation == "ladder" else (asked.activation,))[: None if active else 1]
    share = asked.error / len(rungs)  # each of them may be the one that is wrong
    for rung in rungs:
        known = f", {WORDS[rung]}" if active else ""
        weights = weights_in_words([left], [right], asked.mode)
        scope = f"all inputs{weights}{_rounding(match.arrays)}{known}{partial_maps(left, right)}{at}"
        found = _decided(left, right, asked.mode, rung, share or LIKELY, asked.seed, asked.inside)
        if found.same and (asked.error or _is_exact(found)):
            error = found.wrong + share * (len(rungs) - 1) if asked.error else 0.0
            verdict = Equality("equal", scope, error, asked.seed, bound=match.arrays, cuts=found.meeting.cuts())
            return _valued(originals, replace(verdict, split=found.split))
    part = _furthest(originals, found, asked, rung) if asked.plain else None
    example = _separated(*originals, asked)
    if example is not None:
        verdict = Equality("different", scope, seed=asked.seed, counterexample=example)
    else:
        said = "the normal forms differ, and no numbers were found that tell the two apart"
        reasons = (said, *_strange_in_words(left, right, asked), *least_fills(left, right))
        verdict = Equality("open", scope, seed=asked.seed, reasons=reasons)
    return replace(verdict, bound=match.arrays, cuts=found.meeting.cuts(), parting=part)


def _is_exact(found: Found) -> bool:
    """Whether normal forms are the same: of the whole, or segment by segment where these are too long."""
    try:
        return same_forms(*found.meeting.networks, found.weights, found.activation)
    except NotSupported:
        used = found.split().used
        if not used:
            raise
        same_in_segments(found.meeting, used, found.weights, found.activation)
        return True


def _furthest(originals: tuple[Network, Network], found: Found, asked: Question, rung: Activation) -> Parting | None:
    """Where they part, with numbers of that part.

    Where weights were folded, the networks are looked at as they are, too: what is folded on one side alone makes them
    part too early, and so does what is folded on neither.  The way that leads further along the left counts.
    """
    ways = [(found, asked)]
    if asked.weights == "rounded":
        plain = replace(asked, weights="symbolic")
        ways.append((_decided(*originals, "symbolic", rung, LIKELY, asked.seed, asked.inside), plain))
    order = {name: number for number, node in enumerate(originals[0].nodes) for name in (node.name, node.title)}
    best: tuple[int, Parting, Found, Question] | None = None
    for one, how in ways:
        part = parting(one.meeting, one.algebra(0))
        if part is not None and (best is None or order.get(part.left, 0) > best[0]):
            best = order.get(part.left, 0), part, one, how
    return None if best is None else replace(best[1], example=_part_example(*best[1:]))


def _part_example(part: Parting, found: Found, asked: Question) -> Separation | None:
    """Numbers that tell the two sides of the part apart in which the networks part, at the smallest size that does."""
    if part.part is None or part.is_whole:
        return None
    begins = [[node.name for node in network.inputs] for network in (part.part.left, part.part.right)]
    if begins[0] != begins[1]:  # one of them reads a value more
        return None
    tried = asked.own if asked.weights == "symbolic" else (True,)
    shaken = COMPUTED if asked.weights == "rounded" else COPIED
    for left, right in islice(differing(part.part, lambda: found.algebra(1)), MAX_PARTS):
        example = find(left, right, tried, asked.seed, shaken, PART_WORK)
        if example is not None:
            return example
    return None


def _valued(pair: tuple[Network, Network], verdict: Equality) -> Equality:
    """The verdict, unless one side has no number where the other has one: open, then."""
    why = without_value(*pair, verdict.seed) if partial_maps(*pair) else ""
    if not why:
        return verdict
    said = "the normal forms agree, but values that count for nothing are no numbers"
    return Equality("open", verdict.scope, seed=verdict.seed, reasons=(said, why))


def _separated(left: Network, right: Network, asked: Question) -> Separation | None:
    """Numbers that tell the two apart.  Where weights were computed from others, only the networks' own will do."""
    computed = asked.weights == "rounded" or (asked.mode == "symbolic" and bool(strangers(left, right)))
    others = asked.mode == "symbolic" and not computed
    tried = [own for own in asked.own if own or others] or [True]
    return find(left, right, tried, asked.seed, COMPUTED if computed else COPIED, plain=asked.plain)


def _strange_in_words(left: Network, right: Network, asked: Question) -> tuple[str, ...]:
    strange = strangers(left, right) if asked.weights != "given" else ()
    if not strange:
        return ()
    words = f"numbers of the right that the left has not, so that they are other unknowns: {few(strange)}"
    hint = 'weights="rounded" folds maps of each channel on both sides, and matches up to rounding'
    return (words, hint) if asked.weights == "symbolic" else (words,)


def _rounding(arrays: Mapping[str, tuple[str, float]]) -> str:
    """How many arrays were taken for others, and how far apart these are."""
    far = [distance for _, distance in arrays.values() if distance]
    if not far:
        return ""
    return f", {len(far)} arrays of the right taken for folded ones of the left, at most {max(far):.1e} apart"


def _missing(network: Network) -> str:
    lacking = [name for node in network.nodes for name in node.parameters if name not in network.weights]
    return f"a parameter without numbers: {network.label(lacking[0])}" if lacking else ""


@dataclass(frozen=True)
class Found:
    """What random points said: whether the outputs agree, and the most with which different ones do, ``wrong``.

    ``meeting`` holds the prints of the last point, which ``drawn`` is.
    """

    same: bool
    wrong: float
    drawn: Draw
    weights: Weights
    activation: Activation
    meeting: Meeting

    def algebra(self, turn: int) -> Field:
        """The algebra at that point for turn 0, and at others like it for other turns."""
        seed = key(self.drawn.seed, "turn", turn) if turn else self.drawn.seed
        return Field(replace(self.drawn, seed=seed), self.weights, self.activation)

    def split(self) -> Decided:
        """Each segment on its own, with fresh unknowns at the cuts."""
        return decided(self.meeting, lambda turn: self.algebra(turn + 1))


def _decided(
    left: Network,
    right: Network,
    weights: Weights,
    activation: Activation,
    error: float,
    seed: int,
    numbers: bool = False,
) -> Found:
    """Whether the outputs agree at random points; with ``numbers``, where none of them is minus infinity either."""
    meeting = Meeting((left, right))

    def outputs(algebra: Field) -> tuple[list[Tuples], list[Tuples]]:
        nonlocal meeting
        meeting = Meeting((left, right))
        return interpret(left, algebra, meeting.left), interpret(right, algebra, meeting.right)

    same, wrong, drawn = settled((left, right), outputs, weights, activation, error, seed, numbers)
    return Found(same, wrong, drawn, weights, activation, meeting)
