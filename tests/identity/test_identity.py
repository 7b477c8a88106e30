"""Identities of one's own: proved, refuted, unknown; their theorems, certificates and papers."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from text_mutation import campaign

import symstride as ss
from symstride.check.falsify import Counterexample, Search
from symstride.errors import CertificateRejected, InternalError, NotSupported, SpecError
from symstride.proof.kernel.replay import canonical
from symstride.proof.statements.identity import IdentitySubject
from symstride.render.notation import Notation, plain
from symstride.verdict import Kind

CONV = {"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"}
LAYER = "i k s j dl p t n"
TRUE = {
    "equivariance": ss.Identity("conv(w, late)[o, j]", "conv(w, x)[o, j + n]", "",
                                {**CONV, "late[c, t]": "x[c, t + s*n]"}, LAYER),
    "polyphase": ss.Identity("sum(h[i]*x[t - i] for i in range(k))",
                             "sum(h[s*u + r]*x[t - s*u - r] for r in range(s) for u in range((k + s - 1)//s) "
                             "if s*u + r < k)",
                             "1 <= s", letters="i k s t r u"),
    "noble": ss.Identity("up(filtered)[t]", "sum(h[i]*up(x)[t - s*i] for i in range(k))", "1 <= s",
                         {"up(x)[t]": "[0 == t % s]*x[t//s]", "filtered[m]": "sum(h[i]*x[m - i] for i in range(k))"},
                         "i k s t m"),
    "reversal": ss.Identity("sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))"),
    "receptive field": ss.Identity("y(changed)[j]", "y(x)[j]", "0 <= dl",
                                   {"y(x)[j]": "relu(sum(w[i]*x[s*j + dl*i - p] for i in range(k)))",
                                    "changed[t]": "x[t] if s*j - p <= t and t <= s*j - p + dl*(k - 1) else z[t]"}),
    "scalars": ss.Identity("a*x[0] + c", "b*x[0] + c", "a == b; 1 <= s"),
}  # fmt: skip
FALSE = {
    "shift by n": ss.Identity("conv(w, late)[o, j]", "conv(w, x)[o, j + n]", "1 <= s",
                              {**CONV, "late[c, t]": "x[c, t + n]"}, LAYER),
    "floor": ss.Identity("sum(h[i]*x[t - i] for i in range(k))",
                         "sum(h[s*u + r]*x[t - s*u - r] for r in range(s) for u in range(k//s))", "1 <= s"),
    "off by one": ss.Identity("sum(f[i] for i in range(n))", "sum(f[n - i] for i in range(n))"),
    "a missing hypothesis": ss.Identity("sum(f[i] for i in range(0, n))", "f[0] + sum(f[i] for i in range(1, n))"),
    "swapped phases": ss.Identity("x[s*m + r]", "x[s*m + s - 1 - r]", "0 <= r < s"),
    "only over (max, +)": ss.Identity("c + c", "c"),
    "only over the integers": ss.Identity("2*f(c) + 0*x[0]", "f(c) + f(c) + [n == n]"),
    "a function is not linear": ss.Identity("relu(x[0] + x[1])", "relu(x[0]) + relu(x[1])"),
}  # fmt: skip


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", TRUE)
@pytest.mark.parametrize("axes", [1, 2])
def test_true_ones_are_proved_and_replayed(name: str, axes: int) -> None:
    identity = TRUE[name]
    verdict = identity.decide(axes)
    assert verdict.kind is Kind.PROVED
    theorem = identity.prove(axes)
    report = ss.replay(theorem.certificate())
    hypotheses, conclusion = identity.statement(axes)
    assert report.claims[0].theorem.concl is conclusion
    assert report.claims[0].theorem.hyps == frozenset(hypotheses)
    assert len(hypotheses) == len(verdict.hypotheses) + len(verdict.unneeded)
    assert report.subject.startswith("the statement as written: ")
    assert report.about == identity.about(axes)


def test_hypotheses_that_are_not_needed_are_named() -> None:
    verdict = TRUE["scalars"].decide()
    assert verdict.hypotheses == ("a == b",)
    assert verdict.unneeded == ("1 <= s",)
    assert "not needed: 1 <= s" in str(verdict)


def test_hypotheses_that_give_the_texts_a_meaning_are_needed() -> None:
    """The kernel divides by 0 as well, and gets something; Python, whose notation this is, has no number there."""
    verdict = ss.Identity("[n//k*k + n % k == n]", "1", given="k < 0; 0 <= n").decide()
    assert verdict.hypotheses == ("k < 0",)
    assert verdict.unneeded == ("0 <= n",)
    assert str(verdict) == "proved: for k < 0; not needed: 0 <= n"
    both = ss.Identity("[n//k*k + n % k == n]", "1", given="2 <= k; 1 <= k").decide()
    assert len(both.unneeded) == 1  # either of them is enough


@pytest.mark.parametrize("name", FALSE)
def test_false_ones_are_refuted_with_numbers(name: str) -> None:
    verdict = FALSE[name].decide()
    assert verdict.kind is Kind.REFUTED
    found = verdict.witness
    assert isinstance(found, Counterexample)
    assert found.left != found.right
    assert all(abs(n) <= 2 for n in found.integers.values())
    with pytest.raises(SpecError, match="an identity that holds"):
        FALSE[name].prove()


def test_the_plainest_numbers_are_found() -> None:
    found = FALSE["a missing hypothesis"].decide().witness
    assert isinstance(found, Counterexample)
    assert (dict(found.integers), found.left, found.right, dict(found.entries)) == ({"n": 0}, 0, 1, {"f[0]": 1})


def test_what_fails_only_without_cancellation_is_found_too() -> None:
    found = ss.Identity("x[0] + x[0]", "2*x[0] + [n < n]").decide()
    assert found.kind is Kind.PROVED
    found = ss.Identity("x[0]*x[0] + y[0]*y[0] + x[0]*y[0]", "x[0]*x[0] + y[0]*y[0]").decide()
    assert found.kind is Kind.REFUTED


def test_what_is_not_proved_is_unknown_and_says_what_was_left() -> None:
    identity = ss.Identity("sum(x[i] for i in range(n))", "sum(x[j] for j in range(n))", steps=["x[1]"])
    verdict = identity.decide()
    assert verdict.kind is Kind.UNKNOWN
    assert "what was left: sum(x[i] for i in range(n))" in verdict.reason
    assert "to try: " in verdict.reason
    with pytest.raises(NotSupported, match="a proof that is found without hints"):
        identity.prove()


def test_what_fails_under_a_hypothesis_on_scalars_is_found() -> None:
    verdict = ss.Identity("a*x[0]", "b*x[1]", "a == b; x[2] == 1").decide()
    assert verdict.kind is Kind.REFUTED
    assert isinstance(verdict.witness, Counterexample)
    assert verdict.witness.entries["a"] == verdict.witness.entries["b"]
    assert ss.Identity("a*x[0] + b*x[0]", "2*a*x[0]", "b == a").decide().kind is Kind.PROVED


def test_hypotheses_that_nothing_meets_are_said_so() -> None:
    for right in ("x[0]", "x[1]"):
        verdict = ss.Identity("x[0]", right, "n < 0; 0 < n").decide()
        assert verdict.kind is Kind.UNKNOWN
        assert "no numbers were found that meet the hypotheses n < 0; 0 < n" in verdict.reason


def test_steps_lead_the_way_and_carry_their_reasons() -> None:
    step = "sum(h[i]*x[n - 1 - i] for i in range(n))"
    identity = ss.Identity("sum(h[n - 1 - i]*x[i] for i in range(n))", "sum(x[n - 1 - i]*h[i] for i in range(n))",
                           steps=[(step, "from behind, $i$ to $n - 1 - i$")])  # fmt: skip
    reasons = [line.reason for line in identity.prove().propositions[0].lines]
    assert "from behind, $i$ to $n - 1 - i$" in reasons
    with pytest.raises(SpecError, match="step 1"):
        ss.Identity("x[0]", "x[0]", steps=["x[0] - x[0]"])


# ------------------------------------------------------------------------- arguments

BAD: dict[str, Callable[[], Any]] = {
    "left is a number": lambda: ss.Identity(1, "1"),  # type: ignore[arg-type]
    "where is a list": lambda: ss.Identity("1", "1", where=["x"]),  # type: ignore[arg-type]
    "a body is a number": lambda: ss.Identity("1", "1", where={"y[t]": 1}),  # type: ignore[dict-item]
    "given is a number": lambda: ss.Identity("1", "1", 1),  # type: ignore[arg-type]
    "given has a number": lambda: ss.Identity("1", "1", [1]),  # type: ignore[list-item]
    "steps are a text": lambda: ss.Identity("1", "1", steps="1"),
    "a step has three parts": lambda: ss.Identity("1", "1", steps=[("1", "2", "3")]),  # type: ignore[list-item]
    "words with an open mark": lambda: ss.Identity("1", "1", words="it costs $5"),
    "a title that is no text": lambda: ss.Identity("1", "1", title=3),  # type: ignore[arg-type]
    "half an axis": lambda: ss.Identity("1", "1").decide(1.0),  # type: ignore[arg-type]
    "no axes": lambda: ss.Identity("1", "1").decide(0),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_bad_arguments_are_refused(bad: Callable[[], Any]) -> None:
    with pytest.raises(SpecError) as caught:
        bad()
    assert all((caught.value.asked, caught.value.expected, caught.value.got, caught.value.hint))


def test_a_reader_that_disagrees_with_the_text_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    subject = IdentitySubject("x[i] + y[0]", "x[i] + y[0]")
    other = IdentitySubject("x[i] + y[1]", "x[i] + y[0]")
    monkeypatch.setattr(subject.reading, "terms", other.reading.terms)
    with pytest.raises(InternalError, match="a reader that agrees with the text"):
        Search(subject).counterexample()


# ------------------------------------------------------------------------- certificates


@cache
def certificate(name: str, axes: int) -> str:
    return TRUE[name].prove(axes).certificate()


@cache
def certificates() -> list[str]:
    return [certificate(name, 1) for name in TRUE] + [certificate("equivariance", 2), certificate("polyphase", 2)]


def test_mutated_texts_prove_nothing_else(rng: random.Random) -> None:
    outcome = campaign(certificates(), 80, rng)
    assert outcome.wrong == []
    assert outcome.counts["refused"] > 50


@pytest.mark.parametrize(
    "count", [pytest.param(1_000, marks=pytest.mark.full), pytest.param(20_000, marks=pytest.mark.whole)]
)
def test_many_mutated_texts_prove_nothing_else(count: int, rng: random.Random) -> None:
    outcome = campaign(certificates(), count, rng)
    assert outcome.wrong == []
    assert outcome.counts["refused"] > 0.75 * count


def test_a_changed_text_is_rejected() -> None:
    text = certificate("polyphase", 1)
    for old, new in (("1 <= s", "0 <= s"), ("(k + s - 1)//s", "(k + s)//s"), ("t - s*u - r", "t - s*u + r")):
        assert old in text
        with pytest.raises(CertificateRejected):
            ss.replay(text.replace(old, new))


ABOUT: dict[str, Callable[[dict[str, Any]], object]] = {
    "another claim": lambda data: data["claims"][0].__setitem__(0, "theorem"),
    "a title": lambda data: data["about"].__setitem__("title", "The Riemann hypothesis"),
    "the name of a theorem": lambda data: data["about"].__setitem__("theorem", "phase-lemma"),
    "no letters": lambda data: data["about"].pop("letters"),
    "one side": lambda data: data["about"]["identity"].pop(),
    "a side that is a number": lambda data: data["about"]["identity"].__setitem__(0, 0),
    "given as a text": lambda data: data["about"].__setitem__("given", "1 <= s"),
    "where as an object": lambda data: data["about"].__setitem__("where", {"y": "x"}),
    "axes as a text": lambda data: data["about"].__setitem__("axes", "1"),
    "axes as True": lambda data: data["about"].__setitem__("axes", True),
    "many axes": lambda data: data["about"].__setitem__("axes", 1000),
    "many hypotheses": lambda data: data["about"].__setitem__("given", ["1 <= s"] * 100),
    "many definitions": lambda data: data["about"].__setitem__("where", [[f"y{n}[t]", "x[t]"] for n in range(100)]),
    "a line end in a text": lambda data: data["about"]["identity"].__setitem__(0, "x[0]\n"),
    "a huge text": lambda data: data["about"]["identity"].__setitem__(0, "x[0]" + " + x[0]" * 9000),
    "a deep text": lambda data: data["about"]["identity"].__setitem__(0, "-" * 3000 + "x"),
    "a text that is run": lambda data: data["about"]["identity"].__setitem__(0, "__import__('os').abort()"),
}


@pytest.mark.parametrize("change", ABOUT.values(), ids=ABOUT)
def test_a_hostile_about_is_rejected(change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(certificate("polyphase", 1))
    change(data)
    with pytest.raises(CertificateRejected):
        ss.replay(canonical(data) + "\n")


def test_different_statements_have_different_titles() -> None:
    subjects = [identity.subject(axes) for identity in (*TRUE.values(), *FALSE.values()) for axes in (1, 2)]
    long = "x[0]" + " + x[0]" * 60
    subjects += [
        IdentitySubject(long, "x[0]"),
        IdentitySubject(long, "x[1]"),
        IdentitySubject(long, "x[0]", ("1 <= s",)),
    ]
    titles = [subject.title for subject in subjects if subject.axes == 1 or subject.letters]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= 360


def test_certificates_and_counterexamples_are_the_same_in_every_process() -> None:
    code = (
        "import symstride as ss\n"
        "print(ss.Identity('sum(f[i] for i in range(n))', 'sum(f[n - 1 - i] for i in range(n))').prove().digest)\n"
        "print(ss.Identity('relu(x[a] + x[b])', 'relu(x[a]) + relu(x[b])').decide())\n"
    )
    outputs = set()
    for seed in ("1", "77"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        command = [sys.executable, "-c", code]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=100)
        outputs.add(run.stdout)
    assert len(outputs) == 1


# ------------------------------------------------------------------------- papers


def test_a_definition_with_a_known_name_and_another_content_is_printed_as_what_it_is() -> None:
    twice = {"conv(w, x)[o, j]": "2*sum(w[o, c, i]*x[c, s*j + i] for c in range(C) for i in range(k))"}
    _, conclusion = ss.Identity("conv(w, x)[o, j]", "conv(w, x)[o, j]", where=twice).statement()
    assert r"\star" not in Notation([conclusion])(conclusion)


def test_the_paper_has_the_texts(tmp_path: Path) -> None:
    files = TRUE["noble"].prove(2).save(tmp_path, pdf=False)
    assert {file.name for file in files} >= {"proof.tex", "proof.html", "certificate.json"}
    page = (tmp_path / "proof.html").read_text()
    assert "As it was written" in page
    assert ss.replay(tmp_path / "certificate.json").about == TRUE["noble"].about(2)


def test_what_stands_for_an_index_is_printed_in_the_letters_of_both_lines() -> None:
    """As mathematics, on every face."""
    proved = ss.Identity("sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))").prove()
    (reason,) = [plain(step.reason) for step in proved.paper.results[0].steps]
    assert reason == "substitute indices: $i' = n - i - 1$; $i = n - i' - 1$; $i'$ is this line's $i$"
    general = ss.prove_general("adjoint", 1).paper.results[0].steps[1]
    assert plain(general.reason).startswith(r"substitute indices: $t = \delta i' + i s - p$; $i = \lfloor (t")
    for text in (proved.latex(), proved.html(), proved.fragment(), proved.slides(), proved.markdown()):
        assert "-1*" not in text.partition("<script")[0]
