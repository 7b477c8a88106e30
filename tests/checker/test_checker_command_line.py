"""The second checker under Node: what it prints, and with which exit code."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from checker_draft import Draft, Form, minus
from checker_tools import CHECKER

import symstride
from symstride.errors import CertificateRejected

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(need: Callable[[str], str]) -> Run:
    node = need("node")
    return lambda *words: subprocess.run(
        [node, str(CHECKER), *map(str, words)], capture_output=True, text=True, timeout=60, check=False
    )


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "certificate.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def claiming(*terms: Form) -> str:
    """t = t for each term, by ring."""
    draft = Draft()
    for n, t in enumerate(terms):
        draft.step("ring", t, t)
        draft.claim([], ("eq", t, t), n, f"claim {n}")
    return draft.text()


def test_a_proof_is_told_claim_by_claim(run: Run, tmp_path: Path) -> None:
    theorem = symstride.prove_general("phase-lemma", 1)
    done = run(written(tmp_path, theorem.certificate()))
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == f"PROVED: claims 1, steps {theorem.steps}, axioms used {len(theorem.replayed.axioms)}"
    assert "claim phase lemma" in lines
    assert "    if   0 <= tau, 1 <= a, 1 <= dl, 1 <= s, tau < a" in lines
    assert "    with phases(x[,], S, rho, c, m) := x[c, S*m + rho]" in lines


def test_a_refusal_says_where_and_why(run: Run, tmp_path: Path) -> None:
    text = symstride.prove_general("phase-lemma", 1).certificate().replace('["assume",', '["resume",', 1)
    done = run(written(tmp_path, text))
    assert done.returncode == 1
    assert done.stdout.startswith("REFUSED at steps[")
    assert "no such rule: resume" in done.stdout


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "character 0: expected a value, found the end"),
        (b"\xff\xfe", "cannot be read"),
        (b"\xef\xbb\xbf{}", "character 0"),
        (b"{}", "the fields are not format, about, terms, steps, claims"),
        (b'{"a":1,}', 'character 7: expected a string, found "}"'),
    ],
)
def test_a_file_that_is_no_certificate_is_refused(content: bytes, why: str, run: Run, tmp_path: Path) -> None:
    done = run(written(tmp_path, content))
    assert done.returncode == 1
    assert done.stdout.startswith(f"REFUSED at file: {why}")


FILES = {
    "as it is written": (lambda line: line + b"\n", True),
    "without its line end": (lambda line: line, True),
    "with a Windows line end": (lambda line: line + b"\r\n", False),
    "with an old Macintosh line end": (lambda line: line + b"\r", False),
    "with an empty line": (lambda line: line + b"\n\n", False),
    "with a byte order mark": (lambda line: b"\xef\xbb\xbf" + line, False),
    "in another encoding": (lambda line: line.decode().encode("utf-16"), False),
    "on two lines": (lambda line: line.replace(b",", b",\n", 1), False),
}
"""What may become of the bytes of a certificate on its way, and whether it still is one."""


@pytest.mark.parametrize("what", FILES)
def test_a_file_is_judged_alike_by_both_checkers(what: str, run: Run, tmp_path: Path) -> None:
    change, accepted = FILES[what]
    line = symstride.prove_general("phase-lemma", 1).certificate().rstrip("\n").encode()
    path = written(tmp_path, change(line))
    done = run(path)
    assert (done.returncode == 0) == accepted, done.stdout
    if accepted:
        symstride.replay(path)
        return
    assert done.stdout.startswith("REFUSED at file: ")
    with pytest.raises(CertificateRejected) as refusal:
        symstride.replay(path)
    assert refusal.value.where == "file"


def test_a_missing_file_is_no_proof(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path / "nothing.json")
    assert done.returncode == 1
    assert done.stdout.startswith("REFUSED at file: cannot be read")


@pytest.mark.parametrize("words", [[], ["--help"], ["a", "b"]])
def test_other_requests_are_told_the_usage(words: list[str], run: Run) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("usage: node checker.js certificate.json")


TEXTS = (
    (minus("x", ("add", "y", "z")), "x - (y + z)"),
    (("add", "x", -3), "x - 3"),
    (("mul", "x", -3), "x*(-3)"),
    (("mul", ("add", "x", 1), "y"), "(x + 1)*y"),
    (("mul", "x", ("mul", "y", "z")), "x*(y*z)"),
    (("div", ("mul", "x", "y"), ("add", "z", 1)), "(x*y) div (z + 1)"),
    (("div", ("div", "x", 2), 2), "(x div 2) div 2"),
    (("mul", ("entry", "c"), ("sum", 0, "n", ("entry", "w", "#0"))), "c[]*(sum(v0 in [0, n)) w[v0])"),
    (("add", ("sum", 0, "n", ("entry", "w", "#0")), ("nat", 1)), "(sum(v0 in [0, n)) w[v0]) + 1"),
    (("sum", 0, "n", ("sum", "#0", "v0", ("entry", "w", "#0", "#1"))),
     "sum(vv0 in [0, n)) sum(vv1 in [vv0, v0)) w[vv1, vv0]"),
    (("bracket", ("le", ("add", "x", 1), "y")), "[x < y]"),
    (("bracket", ("le", ("add", 1, "x"), "y")), "[1 + x <= y]"),
    (("apply", "f", ("nat", 2)), "f(2)"),
    (("use", ("define", "D", ("entry", "w", 1), [["w", 1]]), ("map", 1, ("entry", "x", "#0"))), "D(x)"),
    (("use", ("define", "D", ("entry", "w", 1), [["w", 1]]), ("map", 1, ("entry", "x", ("add", "#0", 1)))),
     "D((v0 -> x[v0 + 1]))"),
    (("use", ("define", "D", ("entry", "w", 1, 2), [["w", 2]]), ("map", 2, ("entry", "x", "#1", "#0"))),
     "D((v0, v1 -> x[v1, v0]))"),
)  # fmt: skip
"""Terms, and how the checker writes them."""


def test_plain_text_says_what_the_term_is(run: Run, tmp_path: Path) -> None:
    done = run(written(tmp_path, claiming(*(form for form, _ in TEXTS))))
    assert done.returncode == 0, done.stdout
    shown = [line.removeprefix("    then ") for line in done.stdout.splitlines() if line.startswith("    then ")]
    assert shown == [f"{text} = {text}" for _, text in TEXTS]
