"""Certificates as Rocq files: Rocq runs our kernel, proved there, and refuses what does not follow from the rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
import sympy
from rocqing import Rocq, one_line, refused_in
from toolbox import ROOT

import symstride as ss
from symstride.errors import CertificateRejected
from symstride.export.rocq_certificate import AXIOM_NAMES, certificate_file, rocq_of_certificate
from symstride.export.rocq_check import library_files
from symstride.export.rocq_notation import KEYWORDS
from symstride.network.operators import records as op
from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.rules import AXIOMS, Theorem, axiom, ring
from symstride.proof.kernel.terms import VARIABLE, Term, make, num, var
from symstride.proof.subject import Statement

pytestmark = pytest.mark.timeout(600)  # Rocq takes a minute of CPU time here, which a busy machine stretches

SHIFT = ss.Identity(
    "conv(w, late)[o, j]",
    "conv(w, x)[o, j + n]",
    where={
        "conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + i] for c in range(C) for i in range(k))",
        "late[c, t]": "x[c, t + s*n]",
    },
    letters="i k s j t n",
)
GIVEN = ss.Identity("sum(act(x[s*j]) for j in range(n))", "sum(act(x[j*t]) for j in range(n))", given="s == t; n <= 5")
PHASES = (ROOT / "proofs" / "phase-lemma-1d" / "certificate.json").read_text()
SMALL = ("phase-lemma-1d", "pooling-1d", "keras-introduction")


@dataclass(frozen=True)
class Claims:
    """A subject that consists of theorems, whatever they are."""

    theorems: Sequence[Theorem]
    title: str = "some theorems"
    details: tuple[str, ...] = ()

    def statements(self) -> Iterator[tuple[str, Statement]]:
        for n, theorem in enumerate(self.theorems):
            yield f"claim {n}", (theorem.hyps, theorem.concl)

    def text(self) -> str:
        """Their Rocq file."""
        named = {name: theorem for (name, _), theorem in zip(self.statements(), self.theorems, strict=True)}
        return rocq_of_certificate(certificate_text(named, {}), self)  # type: ignore[arg-type]


def same(left: Term, right: Term | None = None) -> Theorem:
    return ring(left, left if right is None else right)


# ------------------------------------------------------------------------- what Rocq accepts


def network_of_pads() -> ss.Network:
    """Circular padding and a strided layer: the library has no statement about the first."""
    build = ss.Builder("circular")
    x = build.input("x", (2, 12))
    x = build.add(ss.Conv(2, 3, (3,), 2, 1, padding_mode="circular"), x, name="ring")
    return build.network(build.add(op.AveragePool((2,), (2,), ((0, 0),), (1,)), x, name="mean"))


def symbols(*names: str) -> list[sympy.Symbol]:
    return [sympy.Symbol(name, integer=True) for name in names]


def theorems() -> Iterator[tuple[str, ss.Theorem]]:
    """One of each kind, and layers with all that a layer can have."""
    C, M, G, N, k, s, p = symbols("C", "M", "G", "N", "k", "s", "p")
    yield "an identity of two axes", SHIFT.prove(axes=2)
    yield "an identity with hypotheses", GIVEN.prove()
    yield "a network layer by layer", ss.prove(network_of_pads())
    yield "a theorem of the catalogue", ss.prove_general("merged-channels", 1)
    mixed = ss.Conv(4, 6, (3, 2), (2, 3), ((1, 2), (-1, 4)), (3, 1), groups=2, input_size=(17, 30))
    yield "groups, dilation, a negative padding, phases on one axis", ss.prove(mixed, phases=(2, 1))
    yield "circular padding", ss.prove(ss.Conv(2, 2, 3, 2, 1, ndim=1, padding_mode="circular", input_size=16))
    yield "padding that depends on the size", ss.prove(ss.Conv(3, 4, k, s, "same", ndim=1, input_size=N))
    padded = ss.Conv(C, M, (k, 2 * k + 1), (s, 2), ((p, 0), (1, 1)), groups=G)
    yield "the padded origin, expressions", ss.prove(padded, origin="padded")
    forall, exists, end, fun = symbols("forall", "exists", "end", "fun")
    yield "symbols called like Rocq's words", ss.prove(ss.Conv(forall, exists, 3, end, ndim=1), fun)


def test_every_theorem_has_a_file_that_compiles_without_axioms(rocq: Rocq) -> None:
    texts = {f"{name}.v": theorem.rocq() for name, theorem in theorems()}
    files = rocq.check(texts | {"the axioms.v": Claims([axiom(name) for name in AXIOMS]).text()})
    assert {name: str(file) for name, file in files.items() if not file.ok} == {}
    assert len(files) == len(texts) + 1


def test_certificates_are_checked_in_their_folders(rocq: Rocq) -> None:
    texts = {f"{name}/certificate.json": (ROOT / "proofs" / name / "certificate.json").read_text() for name in SMALL}
    files = rocq.check(texts)
    assert list(files) == sorted(texts)
    assert {name: str(file) for name, file in files.items() if not file.ok} == {}
    assert {name: file.claims for name, file in files.items()} == {
        name: len(ss.replay(text).claims) for name, text in texts.items()
    }


def test_rocq_says_itself_that_nothing_is_assumed(rocq: Rocq) -> None:
    assert rocq.output(GIVEN.prove().rocq()) == "Closed under the global context"


# ------------------------------------------------------------------------- names


HOSTILE = (*sorted(KEYWORDS), "R", "r0", "nat", "positive", "v_0", "the_terms", "theorem_1", "statement_1", "sequents",
           "check", "claim_true", "Some", "list", "row", "RNum", "all_theorems", "place_0", "fst", "plus", "S", "O",
           "Definition_", "if_", "Print", "Qed", "exact")  # fmt: skip
"""Keywords, words that a file uses itself, words of the library, and names that a renaming could run into."""


def test_names_that_rocq_or_the_file_needs_are_no_trouble(rocq: Rocq) -> None:
    theorems = []
    for name in HOSTILE:
        x, w = var(name), make("entry", name, var("i"), var("j"))
        body = make("apply", f"{name}_", make("entry", "w", var(name)))
        used = make("use", make("define", name, body, (("w", 1), (name, VARIABLE))), make("map", 1, make("nat", 2)), x)
        theorems += [same(make("add", x, num(0)), x), same(w), same(make("apply", name, make("nat", 3))), same(used)]
    (file,) = rocq.check({"names.v": Claims(theorems).text()}).values()
    assert file.ok, str(file)


def test_two_definitions_of_one_name_stay_two(rocq: Rocq) -> None:
    double, triple = (
        make("define", "times", make("mul", make("nat", n), make("entry", "x")), (("x", 0),)) for n in (2, 3)
    )
    y = make("map", 0, make("entry", "times_"))
    text = Claims([same(make("use", each, y)) for each in (double, triple)]).text()
    assert re.findall(r"Definition (times\w*) ", text) == ["times", "times__"]
    (file,) = rocq.check({"two.v": text}).values()
    assert file.ok, str(file)


def test_words_of_a_subject_cannot_leave_their_comment(rocq: Rocq) -> None:
    words = 'a *) Axiom wrong : False. (* "(*) b (*'
    text = Claims([axiom("division")], title=words, details=(f"{words}{words}", "c")).text()
    (file,) = rocq.check({"words.v": text}).values()
    assert file.ok, str(file)


def test_the_axioms_are_numbered_as_in_the_library() -> None:
    rules = (ROOT / "symstride/export/rocq_library/Kernel/Rules.v").read_text()
    assert re.findall(r"Definition n_(\w+) := (\d+)%positive", rules) == [
        (name, str(n)) for n, name in enumerate(AXIOM_NAMES, start=1)
    ]
    free = {name for hyps, concl in AXIOMS.values() for formula in (*hyps, concl) for name, _ in formula.free}
    assert free == set(AXIOM_NAMES)


# ------------------------------------------------------------------------- what a statement is worth


def test_the_chapter_quotes_the_library_and_the_file() -> None:
    page = (ROOT / "docs" / "replay.md").read_text()
    (example,) = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    names: dict[str, str] = {}
    exec(example, names)  # noqa: S102 -- the page's own example
    texts = [*library_files().values(), names["text"], "Closed under the global context"]
    blocks = re.findall(r"```text\n(.*?)```", page, flags=re.DOTALL)
    assert len(blocks) == 5
    for block in "\n".join(blocks).split("\n\n"):
        assert any(one_line(block) in one_line(text) for text in texts), block


# ------------------------------------------------------------------------- what Rocq refuses


def test_a_wrong_table_is_refused(rocq: Rocq) -> None:
    text = ss.prove(ss.Conv(2, 3, 3, 2, 1, ndim=1)).rocq()
    (statement,) = re.findall(r"rho 0, u 0 \*\)\nDefinition (statement_\d+) [^.]*=\s+f 1 ", text)
    wrong = re.sub(rf"(Definition {statement} [^.]*=\s+f) 1 ", r"\1 0 ", text)
    assert wrong != text
    assert refused_in(rocq, wrong)[0] == statement.replace("statement", "theorem")


EDITS = {
    "a hypothesis dropped": ("  1 <= s ->\n", ""),
    "a hypothesis weakened": ("  tau < a ->\n", "  tau <= a ->\n"),
    "a bound moved": ("SUM 0 <= v_1 < s * a,", "SUM 0 <= v_1 < s * a - 1,"),
    "a weight exchanged": ("[*] w o c ((", "[*] w c o (("),
    "another padding": ("x v_0 (s * j + dl * v_1 - p)", "x v_0 (s * j + dl * v_1 + p)"),
}


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_another_statement_does_not_follow(rocq: Rocq, old: str, new: str) -> None:
    text = certificate_file(PHASES)
    assert text.count(old) == 1
    where, problem = refused_in(rocq, text.replace(old, new))
    assert where == "theorem_1"
    assert "claim_true sequents checked" in problem


def rows_of(text: str, name: str) -> list[str]:
    (block,) = re.findall(rf"Definition {name} : list \w+ := \[\n(.*?)\]\.\n", text, flags=re.DOTALL)
    return [row.strip() for row in block.split(";\n")]


def with_row(text: str, name: str, n: int, row: str) -> str:
    rows = rows_of(text, name)
    changed = [*rows[:n], row, *rows[n + 1 :]]
    old, new = (";\n  ".join(each) for each in (rows, changed))
    assert text.count(f"[\n  {old}]") == 1
    return text.replace(f"[\n  {old}]", f"[\n  {new}]")


def test_rows_that_prove_nothing_are_refused_by_the_checker(rocq: Rocq) -> None:
    text = certificate_file(PHASES)
    claim, steps, terms = (rows_of(text, f"the_{name}") for name in ("claims", "steps", "terms"))
    cone = next(n for n, row in enumerate(steps) if row.startswith("SCone"))
    shared = next(n for n, row in enumerate(terms) if row.startswith("RSum"))
    (first, *rest) = re.findall(r"\d+", claim[0].split("]")[0])
    assert rest
    wrong = {
        "a claim without a hypothesis": with_row(text, "the_claims", 0, claim[0].replace(f"[{first}; ", "[")),
        "an inequality from nothing": with_row(text, "the_steps", cone, re.sub(r"\[.*", "[] []", steps[cone])),
        "a sum of another range": with_row(
            text, "the_terms", shared, re.sub(r"RSum (\d+) (\d+)", r"RSum \2 \1", terms[shared])
        ),
        "a rule in place of another": with_row(text, "the_steps", cone, "SAxiom antisymmetry"),
    }
    for why, changed in wrong.items():
        where, problem = refused_in(rocq, changed)
        assert where == "checked", why
        assert 'expected to have type "check the_certificate = Some sequents"' in problem, why


def test_the_claim_of_another_step_is_refused(rocq: Rocq) -> None:
    a, b = make("nat", 1), make("nat", 2)
    text = Claims([same(a), same(b)]).text()
    first, second = rows_of(text, "the_claims")
    where, _ = refused_in(rocq, with_row(text, "the_claims", 0, f"{first[:-1]}{second[-1]}"))
    assert where == "checked"


def test_what_replay_refuses_is_not_translated() -> None:
    edited = json.dumps(json.loads(PHASES) | {"about": {"theorem": "phase-lemma", "axes": 2}}, separators=(",", ":"))
    with pytest.raises(CertificateRejected):
        certificate_file(edited)
    with pytest.raises(CertificateRejected, match="the text of a certificate"):
        certificate_file("/dev/null")


def test_the_same_certificate_gives_the_same_text() -> None:
    text = certificate_file(PHASES)
    assert text == certificate_file(PHASES)
    assert all(line == line.rstrip() for line in text.splitlines())
