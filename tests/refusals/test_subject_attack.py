"""No certificate is accepted whose printed subject describes another statement than the one that is rebuilt.

The title is never checked by the code that writes it.  Titles are compared with statements from outside: two subjects
that say different things must read differently, over every combination of some edits of a field and over random layers;
and for numbers, what a layer's title says is read back here, from its words, and calculated again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from random import Random
from typing import Any

import pytest
from forging import Data, text_of
from soundness import check, refused

from symstride import AveragePool, Conv, prove, prove_general
from symstride.errors import CertificateRejected, SpecError, SymstrideError
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.subject import NetworkSubject
from symstride.proof.kernel.terms import KernelError
from symstride.proof.statements.operator import OperatorRequest
from symstride.proof.statements.request import LayerRequest, request_of
from symstride.proof.subject import Subject
from symstride.replaying import replay


def network() -> Network:
    """On the grid: masks, ghosts that nobody reads, a transposed layer with groups, and a layer that comes twice."""
    build = Builder("victim")
    x = build.input("x", (2, 13))
    x = build.add(Conv(2, 4, (3,), stride=2, padding=1), x, name="first")
    x = build.add(op.MaxPool((2,), (2,), ((0, 0),), (1,)), build.add(op.Affine(), x, name="scaled"), name="pool")
    x = build.add(Conv(4, 4, (3,), padding=1), x, name="second")
    x = build.add(Conv(4, 4, (3,), padding=1), build.add(op.Affine(), x, name="again"), name="third")
    return build.network(build.add(ConvTranspose(4, 4, (3,), 2, groups=2), x, name="last"))


CERTIFICATES: Mapping[str, Callable[[], str]] = {
    "a layer": lambda: prove(Conv(2, 4, (3,), 2, 1, activation="relu"), input_size=9).certificate(),
    "a layer of any size, in phases": lambda: prove(Conv(4, 4, (3,), 2, 1, groups=2, bias=False), 2).certificate(),
    "a transposed layer of any size": lambda: prove(ConvTranspose(4, 4, (3,), 2, 1, 1, 1, groups=2)).certificate(),
    "a pool of any size, in phases": lambda: prove(AveragePool((3,), 2, 1), 2).certificate(),
    "a theorem": lambda: prove_general("phase-lemma", 1).certificate(),
    "a network, layer by layer": lambda: prove(network()).certificate(),
    "a network on the grid": lambda: prove(network(), scope="network").certificate(),
}


@cache
def text(name: str) -> str:
    return CERTIFICATES[name]()


def read(about: Data) -> Subject:
    """The subject with that ``about``; a field tells which kind it is."""
    kinds: Mapping[str, Any] = {"layer": LayerRequest, "operator": OperatorRequest, "groups": NetworkSubject}
    kind = next((made for field, made in kinds.items() if field in about), None)
    if kind is None:
        return prove_general(about["theorem"], about["axes"]).subject
    found: Subject = kind.from_plain(about)
    return found


def meant(about: Data) -> tuple[str, Any] | None:
    """The title and the statements of a subject, if there is one with that ``about``."""
    try:
        subject = read(about)
        return subject.title, tuple(subject.statements())
    except (SymstrideError, KernelError):
        return None


# ------------------------------------------------------------------------------------------------ edits

VALUES: Mapping[str, tuple[Any, ...]] = {
    "phases": ([1], [2], [3]), "origin": ("image", "padded"), "order": ("channel_major", "phase_major"),
    "input": (None, [9], [10], [13], [{"expr": "N"}]), "transposed": (False, True),
    "reasons": (["clean"], ["whole"], ["unread"], ["gaps"], ["masked"]),
    "in_channels": (2, 4, 6), "out_channels": (4, 8), "kernel": ([3], [2], [{"expr": "k"}]),
    "stride": ([2], [1], [3]), "padding": ([[1, 1]], [[1, 0]], [[0, 1]], "same"), "dilation": ([1], [2]),
    "groups": (1, 2), "bias": (True, False), "padding_mode": ("zeros", "circular"), "activation": (None, "relu"),
    "input_size": (None, [9]), "ndim": (1, 2), "scope": ("layer", "network"), "sizes": ("given", "multiples"),
    "axes": ([], [1], [2], [1, 2], 1, 2), "network": ("victim", "innocent"), "theorem": ("phase-lemma", "pooling"),
    "source": (None, "0" * 64, "1" * 64, "0" * 63), "rewritten": (None, "a" * 64, "A" * 64),
    "output_padding": ([0], [1], [2], [{"expr": "e"}]), "ceil_mode": (False, True), "count_include_pad": (False, True),
    "nodes": (["first"], ["pool"], ["second", "third"], ["other"]),
}  # fmt: skip
"""What each field of an ``about`` is set to."""


def places(x: Any) -> Iterator[tuple[Any, str]]:
    """Where the fields stand, of which there are values; ``groups`` of a network is a list and stands for itself."""
    for key, value in x.items() if isinstance(x, dict) else enumerate(x) if isinstance(x, list) else ():
        if key in VALUES and not (key == "groups" and isinstance(value, list)):
            yield x, key
        yield from places(value)


def edited(name: str, most: int) -> Iterator[Data]:
    """Every ``about`` in which up to that many fields are set to one of their values."""
    keys = [key for _, key in places(json.loads(text(name))["about"])]
    for count in range(1, most + 1):
        for where in combinations(range(len(keys)), count):
            for values in product(*(VALUES[keys[position]] for position in where)):
                yield with_fields(name, where, values)


def with_fields(name: str, where: Sequence[int], values: Sequence[Any]) -> Data:
    about = json.loads(text(name))["about"]
    fields = list(places(about))
    for position, value in zip(where, values, strict=True):
        holder, key = fields[position]
        holder[key] = value
    return about


def edited_at_random(name: str, rng: Random, count: int) -> Iterator[Data]:
    """One to four fields are set."""
    keys = [key for _, key in places(json.loads(text(name))["about"])]
    for _ in range(count):
        where = rng.sample(range(len(keys)), min(rng.randint(1, 4), len(keys)))
        yield with_fields(name, where, [rng.choice(VALUES[keys[position]]) for position in where])


def check_titles(subjects: Iterable[Data]) -> int:
    """Subjects with one title have the same statements; how many titles there are."""
    seen: dict[str, Any] = {}
    for about in subjects:
        found = meant(about)
        if found is not None:
            title, statements = found
            check(seen.setdefault(title, statements) == statements, "one title for two statements", title)
    return len(seen)


def attack(name: str, subjects: Iterable[Data]) -> int:
    """Give the genuine claims other subjects; how many of these say something else, and were refused for it."""
    data = json.loads(text(name))
    genuine, other = meant(data["about"]), 0
    assert genuine is not None
    for about in subjects:
        found = meant(about)
        if found is None or found[1] != genuine[1]:
            other += 1
            with refused("replay(certificate)", CertificateRejected):
                replay(text_of({**data, "about": about}))
        else:
            report = replay(text_of({**data, "about": about}))
            check(report.subject == found[0], "another title", report.subject)
            claims = tuple((claim.name, (claim.theorem.hyps, claim.theorem.concl)) for claim in report.claims)
            check(claims == found[1], report.subject)
    return other


@pytest.mark.parametrize("name", CERTIFICATES)
def test_the_genuine_certificate_is_accepted(name: str) -> None:
    check(replay(text(name)).about == json.loads(text(name))["about"])


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", CERTIFICATES)
def test_edited_subjects(name: str, rng: Random) -> None:
    check(attack(name, edited_at_random(name, rng, 12)) >= 3)
    check(check_titles(edited_at_random(name, rng, 100)) >= 2)


@pytest.mark.whole
@pytest.mark.parametrize("name", CERTIFICATES)
def test_all_edited_subjects(name: str, rng: Random) -> None:
    """One field at a time in the certificate; two at a time, all pairs, for the titles."""
    check(attack(name, edited(name, 1)) >= 3)
    check(check_titles(edited(name, 1 if "network" in name else 2)) >= 4)
    check(check_titles(edited_at_random(name, rng, 3000)) >= 4)


# ------------------------------------------------------------------------------------------------ random layers


def random_layer(rng: Random) -> LayerRequest | None:
    """Numbers that often agree with those of another, so that titles have a chance to be alike."""
    axes, groups = rng.choice([1, 1, 2]), rng.choice([1, 2])
    kernel, stride, dilation = ([rng.randint(1, most) for _ in range(axes)] for most in (3, 2, 2))
    padding = [(rng.randint(0, 1), rng.randint(0, 1)) for _ in range(axes)]
    bias, mode = rng.random() < 0.5, rng.choice(["zeros", "circular"])
    size = rng.choice([None, [rng.randint(4, 6) for _ in range(axes)]])
    try:
        layer = Conv(2 * groups, 2 * groups, kernel, stride, padding, dilation, groups, bias, mode)
        phases, order = rng.randint(1, 2), rng.choice(["channel_major", "phase_major"])
        return request_of(layer, phases, rng.choice(["image", "padded"]), order, size)
    except SymstrideError:
        return None


def test_layers_with_different_statements_have_different_titles(rng: Random) -> None:
    seen: dict[str, Any] = {}
    for _ in range(150):
        request = random_layer(rng)
        if request is not None:
            statements = tuple(request.statements())
            check(seen.setdefault(request.title, statements) == statements, request.title)
            read_back(request, dict(statements))
    check(len(seen) > 60, len(seen))


def read_back(request: LayerRequest, statements: Mapping[str, Any]) -> None:
    """The numbers that the title's words say, read back here, give the sizes and the table of the statements."""
    title, d = request.title, request.layer.ndim
    row = {word: numbers(title, rf"{word}=\(([^()]*)\)") for word in ("kernel", "stride", "dilation")}
    pads = numbers(title, r"padding=\(((?:\([^()]*\)[, ]*)+)\)")
    phases, size = numbers(title, r"phases \(([^()]*)\)"), numbers(title, r"input size \(([^()]*)\)")
    check((size == []) == ("every input size" in title), title)
    for n in range(d):
        k, s, dl, a = row["kernel"][n], row["stride"][n], row["dilation"][n], phases[n]
        low, high = pads[2 * n : 2 * n + 2]
        if size:
            outputs = (size[n] + low + high - dl * (k - 1) - 1) // s + 1
            check(str(statements[f"axis {n + 1}, outputs"][1]).endswith(f" = {outputs}"), title)
        low = 0 if "of the padded" in title else low
        for tau, rho in product(range(a), range(s * a)):
            taps = {
                (s * tau + dl * i - low) // (s * a): i for i in range(k) if (s * tau + dl * i - low) % (s * a) == rho
            }
            for u, i in taps.items():
                claim = statements.get(f"axis {n + 1}, tau {tau}, rho {rho}, u {u}")
                check(claim is None or str(claim[1]).endswith(f" = f[{i}]"), title, tau, rho, u)


def numbers(title: str, pattern: str) -> list[int]:
    found = re.search(pattern, title)
    return [] if found is None else list(map(int, re.findall(r"-?\d+", found[1])))


def test_a_title_that_leaves_something_out_would_be_noticed() -> None:
    one, other = (request_of(Conv(1, 1, (3,), 2), a, "image", "channel_major", None) for a in (1, 2))
    check(tuple(one.statements()) != tuple(other.statements()))
    check(one.title != other.title)
    with pytest.raises(BaseException, match="phases"):  # the reading above is one that can say no
        told_of(other, one.title)


def told_of(request: LayerRequest, title: str) -> None:
    told = numbers(title, r"phases \(([^()]*)\)")
    assert told == [int(a) for a in request.phases], f"phases {told}"


# ------------------------------------------------------------------------------------------------ sizes and bounds


def test_a_size_stands_in_one_place() -> None:
    """The layer carries its size, or it is asked for; both together are one value, or a refusal."""
    carried, asked = Conv(1, 1, (4,), 2, "same", input_size=(224,)), Conv(1, 1, (4,), 2, "same")
    check(prove(carried).certificate() == prove(asked, input_size=224).certificate())
    check(prove(carried, input_size=224).certificate() == prove(carried).certificate())
    check("input size (224,)" in prove(carried).replayed.subject)
    with pytest.raises(SpecError, match="the input size that the layer carries"):
        prove(carried, input_size=7)
    data = json.loads(prove(carried).certificate())
    for size in ([7], [224]):  # null is the only spelling
        data["about"]["layer"]["input_size"] = size
        with refused("replay(certificate)", CertificateRejected):
            replay(text_of(data))


def test_a_certificate_has_one_digest(tmp_path: Any) -> None:
    whole = text("a layer")
    file = tmp_path / "certificate.json"
    file.write_text(whole.rstrip("\n"), encoding="utf-8")
    found = {replay(given).digest for given in (whole, whole.rstrip("\n"), json.loads(whole), file)}
    check(len(found) == 1, found)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("first", ["n0", "first"])
def test_very_many_statements_are_not_built(first: str) -> None:
    """The claims of few layers under a subject that asks for those of thousands, none of them like another."""
    data = json.loads(text("a network, layer by layer"))
    (genuine, *_) = data["about"]["groups"]
    groups = [{"nodes": [first], "request": genuine["request"]}]
    for number in range(3000):
        layer = {**genuine["request"]["layer"], "kernel": [60 + number], "stride": [60]}
        request = {**genuine["request"], "layer": layer, "input": [10**6]}
        groups.append({"nodes": [f"m{number}"], "request": request})
    data["about"]["groups"] = groups
    with pytest.raises(CertificateRejected, match="3001 layers in 3001 groups"):
        replay(text_of(data))
