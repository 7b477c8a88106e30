"""A theorem in somebody's own paper: four classes, hostile letters, and not one warning more than without it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import network_examples
import pytest
import sympy

import symstride as ss
from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.render.engine import warnings
from symstride.render.latex import broken
from symstride.theorem import Theorem

k, s, p, d = sympy.symbols("k s p d", integer=True)
MADE: Mapping[str, Callable[[], Theorem]] = {
    "line": lambda: ss.prove(Conv(2, 3, k, s, p, ndim=1)),
    "dilated": lambda: ss.prove(Conv(2, 3, k, s, p, d, ndim=1)),
    "plane": lambda: ss.prove(Conv(3, 4, k, s, p, d, ndim=2), phases=2),
    "groups": lambda: ss.prove(Conv(4, 4, 3, 2, 1, groups=2, input_size=(9, 9), activation="relu")),
    "phases": lambda: ss.prove_general("phase-lemma", 2),
    "sub-pixel": lambda: ss.prove_general("sub-pixel", 1),
    "own": lambda: ss.Identity("sum(w[i]*x[i+n] for i in range(k))", "sum(w[i-n]*x[i] for i in range(n, k+n))").prove(),
}
HOSTS: Mapping[str, str] = {
    "amsart": r"\documentclass{amsart}\newtheorem{theorem}{Theorem}[section]LETTERS"
    r"\begin{document}\title{Hers}\maketitle\section{One}A sentence.INPUT\bibliographystyle{plain}BIB\end{document}",
    "IEEEtran": r"\documentclass{IEEEtran}LETTERS"
    r"\begin{document}\title{Hers}\maketitle\section{One}A sentence.INPUT\bibliographystyle{plain}BIB\end{document}",
    "llncs": r"\documentclass{llncs}LETTERS"
    r"\begin{document}\title{Hers}\author{She}\institute{Hers}\maketitle\section{One}A sentence.INPUT"
    r"\bibliographystyle{plain}BIB\end{document}",
    "beamer": r"\documentclass{beamer}\usetheme{Madrid}LETTERS"
    r"\begin{document}\begin{frame}[allowframebreaks]{Hers}A sentence.INPUT\end{frame}"
    r"\begin{frame}[allowframebreaks]{Sources}\bibliographystyle{plain}BIB\end{frame}\end{document}",
}
"""Papers of hers; her sections, letters and bibliography style."""
HOSTILE = {
    "x": r"z^{(0)}", "w": r"\boldsymbol{\theta}", "k": r"n_{\max}", "s": r"\sigma", "p": r"\pi'", "y": r"\mathcal{Y}",
    "u": r"x", "i": r"\imath", "X": r"\hat{z}", "W": r"\mathbf{W}_{\!1}", "c": r"d", "rho": r"r",
}  # fmt: skip
"""Letters with signs at them, of several letters, and swapped for one another."""


@cache
def made(name: str) -> Theorem:
    return MADE[name]()


def compiled(folder: Path, host: str, theorem: Theorem | None, letters: Mapping[str, str]) -> set[str]:
    """The warnings of the last run of her paper, with the theorem in it or without."""
    parts = {"LETTERS": "".join(rf"\newcommand{{\ss{name}}}{{{letter}}}" for name, letter in letters.items())}
    parts["LETTERS"] += r"\providecommand{\eqref}[1]{(\ref{#1})}\providecommand{\boldsymbol}[1]{\mathbf{#1}}"
    own = " ".join(rf"${{\ss{name}}}_{{{{\ss{name}}}_{{\ss{name}}}}}$" for name in letters)
    parts |= {"INPUT": rf" {own}", "BIB": ""}
    if theorem is not None:
        (folder / "theorem.tex").write_text(theorem.fragment(), encoding="utf-8")
        (folder / "theorem.bib").write_text(theorem.bibtex(), encoding="utf-8")
        parts["INPUT"] += r"\par See~\ref{thm:ss:theorem} and~\eqref{eq:ss:theorem}.\input{theorem}"
        parts["BIB"] = r"\bibliography{theorem}"
    source = re.sub("|".join(parts), lambda found: parts[found[0]], HOSTS[host])
    (folder / "hers.tex").write_text(source, encoding="utf-8")
    latex = ["pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "hers.tex"]
    for command in (latex, ["bibtex", "hers"], latex, latex) if theorem is not None else (latex, latex):
        environment = {**os.environ, "max_print_line": "1000"}
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=100, check=False, env=environment)
        assert done.returncode == 0, done.stdout.decode(errors="replace")[-3000:]
    return set(warnings((folder / "hers.log").read_text(encoding="utf-8", errors="replace")))


def in_her_paper(folder: Path, host: str, theorem: Theorem, letters: Mapping[str, str]) -> None:
    (folder / "alone").mkdir()
    without = compiled(folder / "alone", host, None, letters)
    assert compiled(folder, host, theorem, letters) <= without


def has_class(host: str) -> None:
    found = subprocess.run(["kpsewhich", f"{host}.cls"], capture_output=True, check=False, timeout=20)
    if found.returncode != 0:
        pytest.skip(f"{host}.cls is not installed; to get it: apt-get install texlive-publishers")


@pytest.mark.parametrize("host", HOSTS)
def test_it_compiles_in_her_paper(host: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    need("pdflatex")
    need("bibtex")
    has_class(host)
    in_her_paper(tmp_path, host, made("line"), HOSTILE)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", ["dilated", "plane", "groups"])
def test_more_theorems_compile_in_her_paper(host: str, name: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    test_every_theorem_compiles_in_her_paper(host, name, HOSTILE, tmp_path, need)


@pytest.mark.whole
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", [name for name in MADE if name != "line"])
@pytest.mark.parametrize("letters", [{}, HOSTILE], ids=["ours", "hers"])
def test_every_theorem_compiles_in_her_paper(
    host: str, name: str, letters: Mapping[str, str], tmp_path: Path, need: Callable[[str], str]
) -> None:
    need("pdflatex")
    need("bibtex")
    has_class(host)
    in_her_paper(tmp_path, host, made(name), letters)


# ------------------------------------------------------------------------------------------------ the text alone


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", MADE)
def test_it_displays_the_formulas_of_the_paper_and_no_others(name: str) -> None:
    """With our letters in place of the commands, what is displayed is what the paper displays for the theorem."""
    text = made(name).fragment()
    assert "documentclass" not in text
    assert "usepackage" not in text
    letters = dict(re.findall(r"\\providecommand\{\\ss(\w+)\}\{(\\?[A-Za-z]+)\}", text))
    read = [COMMAND.sub(lambda found: letters.get(found[1], found[0]), formula) for formula in FORMULA.findall(text)]
    document = made(name).document
    blocks = [block for name in ("setting", "theorem", "proof") for block in document.section(name)]
    known = [formula for block in blocks for formula in getattr(block, "formulas", ())]
    assert sorted(map(bare, read)) == sorted(map(bare, known))
    assert len(re.findall(r"\\begin\{equation\}", text)) == len(read)


COMMAND = re.compile(r"\\ss(\w+) ?")
FORMULA = re.compile(r"^  \\ssformula\{(?:\{\}=)?(.*)\}$", re.MULTILINE)


def bare(formula: str) -> str:
    """A formula without spaces, braces, chances to break and prefixes of what a host may lack."""
    plain = re.sub(r"(?<=\\)ss(?=text|boldsymbol)", "", broken(formula)).replace(r"\ssand", r"\text{ and }")
    plain = re.sub(r"\\sscases|\\(?:begin|end)\{cases\}| & | \\\\ ", "", plain)
    return re.sub(r"\\(?:ss)?(?:good|poor)brk|[\s{}]", "", plain)


def test_labels_and_commands_have_her_prefix() -> None:
    text = made("line").fragment(prefix="kong")
    assert set(re.findall(r"\\label\{\w+:(\w+):", text)) == {"kong"}
    assert r"\providecommand{\kongx}{x}" in text
    assert re.search(r"\\ss[A-Za-z]", text) is None
    labels = re.findall(r"\\label\{([^}]*)\}", text)
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"\\ref\{([^}]*)\}", text)) <= set(labels)


@pytest.mark.parametrize("prefix", ["", "s1", "a b", r"\x", "x" * 21])
def test_another_prefix_is_refused(prefix: str) -> None:
    with pytest.raises(SpecError, match="letters"):
        made("line").fragment(prefix=prefix)


def test_letters_are_what_the_commands_are_unless_she_says() -> None:
    text = made("line").fragment(letters=r"x=z,k=i,s=\sigma")
    said = dict(re.findall(r"\\providecommand\{\\ss(\w+)\}\{(.*)\}", text))
    assert (said["x"], said["k"], said["s"]) == ("z", "i", r"\sigma")
    assert said["i"] not in {"i", "z", r"\sigma"}
    assert text.partition(r"\makeatother")[2] == made("line").fragment().partition(r"\makeatother")[2]


def test_the_certificate_and_every_source_can_be_cited() -> None:
    theorem = made("line")
    entries = re.findall(r"^@\w+\{([^,]+),", theorem.bibtex(), re.MULTILINE)
    cited = set(re.findall(r"\\sscite\{([^}#]+)\}", theorem.fragment()))
    assert {key for group in cited for key in group.split(",")} <= set(entries)
    assert entries[0] == f"symstride-{theorem.digest[:12]}"
    digest = re.sub(r"\\\w+|\{\}", "", theorem.bibtex().partition("SHA-256 \\texttt{")[2].partition("}}")[0])
    assert digest == theorem.digest


# ------------------------------------------------------------------------------------------------ networks


@pytest.mark.parametrize("name", ["hourglass", "chain, layer by layer"])
def test_a_networks_fragment_displays_the_theorem_and_its_claims(name: str) -> None:
    text, document = network_examples.theorem(name).fragment(prefix="kong"), network_examples.document(name)
    letters = dict(re.findall(r"\\providecommand\{\\kong(\w+)\}\{(\\?[A-Za-z]+)\}", text))
    formulas = re.findall(r"^  \\kongformula\{(.*)\}$", text, re.MULTILINE)
    read = [re.sub(r"\\kong(\w+) ?", lambda found: letters.get(found[1], found[0]), each) for each in formulas]
    displayed = [bare(each.replace(r"\kong", r"\ss").replace("{kong", "{ss")) for each in read]
    blocks = [block for section in ("theorem", "proof") for block in document.section(section)]
    known = [formula for block in blocks for formula in getattr(block, "formulas", ())]
    assert sorted(displayed) == sorted(["f'(x)=f(x)", *map(bare, known)])
    labels = re.findall(r"\\label\{([^}]*)\}", text)
    assert (
        len(labels) == len(set(labels)) == len(formulas) + len(re.findall(r"\\begin\{kong(?:lemma|theorem)\}\[", text))
    )
    assert "Figure" not in text
    assert r"\ss" not in text


def test_a_networks_nodes_are_listed_with_what_they_read() -> None:
    nodes = network_examples.theorem("hourglass").fragment().partition("these nodes")[2].partition("sstheorem")[0]
    names = re.findall(r"\d\. \\texttt\{(\w+)\}", nodes)
    reads = re.findall(r"\[([\d, ]*)\]", nodes)
    assert names == ["sound", "in", "down", "up", "beside"]
    assert reads == ["1", "2", "3", "2, 4"]


@pytest.mark.full
@pytest.mark.parametrize("host", HOSTS)
def test_a_networks_theorem_compiles_in_her_paper(host: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    """Under names that no paper of hers has met."""
    test_every_networks_theorem_compiles_in_her_paper(host, "hostile", HOSTILE, tmp_path, need)


@pytest.mark.whole
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", ["hourglass", "many blocks", "chain, layer by layer", "residual"])
@pytest.mark.parametrize("letters", [{}, HOSTILE], ids=["ours", "hers"])
def test_every_networks_theorem_compiles_in_her_paper(
    host: str, name: str, letters: Mapping[str, str], tmp_path: Path, need: Callable[[str], str]
) -> None:
    need("pdflatex")
    need("bibtex")
    has_class(host)
    in_her_paper(tmp_path, host, network_examples.theorem(name), letters)
