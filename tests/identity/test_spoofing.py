"""What is printed of an identity says what is proved: no name, word or text makes it look like something else."""

from __future__ import annotations

import re

import pytest

import symstride as ss
from symstride.errors import SpecError
from symstride.proof.statements.identity import IdentitySubject
from symstride.render.forms import FORMS

PRETENDERS = {
    "conv": "conv(w, x)[o, j]", "transposed": "transposed(w, x)[o, t]", "pool": "pool(x)[c, j]",
    "grouped": "grouped(w, x)[o, j]", "phases": "phases(x)[rho, c, m]", "toeplitz": "toeplitz(x)[o, j, c, t]",
    "bank": "bank(x)[tau, rho, o, c, u]", "window": "window(x)[tau, rho, u]", "extend": "extend(x)[c, t]",
    "wrap": "wrap(x)[c, t]",
}  # fmt: skip
"""Heads of definitions that are called like a printed form and say something else."""


def pretender(name: str) -> ss.Identity:
    head = PRETENDERS[name]
    tensors = re.findall(r"\w+", head.partition("(")[2].partition(")")[0])
    letters = re.findall(r"\w+", head.partition("[")[2])
    at = ", ".join("0" for _ in letters)
    entries = "*".join(f"{tensor}[{letters[-1]}]" for tensor in tensors)
    values = "*".join(f"{tensor}[0]" for tensor in tensors)
    return ss.Identity(f"{head.partition('[')[0]}[{at}]", values, where={head: entries})


@pytest.mark.parametrize("name", FORMS)
def test_a_definition_that_is_called_like_a_form_is_printed_by_its_name(name: str) -> None:
    theorem = pretender(name).prove()
    assert rf"\mathrm{{{name}}}[" in theorem.statement
    for sign in (r"\star", r"\widetilde", r"\bar", r"\mathring", r"\circledast", "X_"):
        assert sign not in theorem.statement
    assert theorem.latex()
    assert theorem.html()


def test_two_definitions_never_look_alike() -> None:
    for name in PRETENDERS:
        left = f"{name}_[t]*{name}_[t]"
        statement = ss.Identity(left, f"{name}[t]", where={f"{name}_[t]": "x[t]", f"{name}[t]": "x[t]*x[t]"}).prove()
        first, second = statement.statement.split(" = ")
        assert rf"\mathrm{{{name}\_}}[x, t]" in first
        assert rf"\mathrm{{{name}}}[x, t]" in second


NAMES = ("x1", "x_1", "x__1", "x_", "x", "x1_", "x_1_", "x_a", "xa", "dl", "delta", "tau", "tau_", "sigma", "act",
         "Sigma", "umin", "u_min", "rho1", "rho_1", "l", "I", "O", "o")  # fmt: skip
"""Names that are printed alike by some rule or other, if nobody takes care."""


def test_no_two_names_look_alike() -> None:
    entries = [f"{name}[{n}]" for n, name in enumerate(NAMES)]
    statement = ss.Identity(" + ".join(entries), " + ".join(reversed(entries))).prove().statement
    printed = [part.strip() for part in statement.partition(" = ")[0].split(" + ")]
    assert [part[part.rindex("[") :] for part in printed] == [f"[{n}]" for n in range(len(NAMES))]
    assert len({part[: part.rindex("[")] for part in printed}) == len(NAMES)


@pytest.mark.full
def test_indices_of_sums_keep_away_from_all_names() -> None:
    """Functions and definitions included."""
    for name in "ijlnqrvzkc":
        as_function = ss.Identity(f"sum({name}(x[u]) for u in range(3))", f"sum({name}(x[2 - u]) for u in range(3))")
        as_definition = ss.Identity(
            f"sum({name}[u] for u in range(3))",
            f"sum({name}[2 - u] for u in range(3))",
            where={f"{name}[u]": "x[u]*h[u]"},
        )
        for identity in (as_function, as_definition):
            statement = identity.prove().statement
            bound = set(re.findall(r"\\sum_\{(.*?)=", statement))
            assert bound
            assert name not in bound


def test_arguments_stand_in_the_order_of_the_head() -> None:
    theorem = ss.Identity("D[1, 2, 3]", "x[1]*y[2]*z[3]", where={"D[i1, j, i2]": "x[i1]*y[j]*z[i2]"}).prove()
    assert "1, 2, 3]" in theorem.statement


def test_copies_of_letters_meet_no_name() -> None:
    for right in ("x[i_1, i1]", "x[i1, i]"):
        with pytest.raises(SpecError, match="names of their own"):
            ss.Identity("x[i, i_1]", right, letters="i").subject(2).statement  # noqa: B018  it is read
    statement = ss.Identity("x[i, i_1]*c", "c*x[i, i_1]", letters="i").prove(2).statement
    inside = re.findall(r"x\[(.*?)\]", statement)[0].split(", ")
    assert len(set(inside)) == 3


def test_functions_are_quantified() -> None:
    """They may be any, even those with a well-known name."""
    tex = ss.Identity("exp(x[0] + y[0])", "exp(y[0] + x[0])").prove().latex()
    assert r"all functions $\mathit{exp}$" in tex


# ------------------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("left", "right", "line"),
    [
        ("x[0] if i == j else x[1]", "x[2]", "(x[0] if i == j else x[1]) == x[2]"),
        ("x[2]", "x[0] if i == j else x[1]", "x[2] == (x[0] if i == j else x[1])"),
        ("(x[0] if i == j else x[1])", "x[2]", "(x[0] if i == j else x[1]) == x[2]"),
        ("(x[0] if i == j else x[1])*(c if i < j else 1)", "0", "(x[0] if i == j else x[1])*(c if i < j else 1) == 0"),
        ("sum(x[i] for i in range(n) if i < 2)", "gif", "sum(x[i] for i in range(n) if i < 2) == gif"),
        ("[i == j]", "[j == i]", "[i == j] == [j == i]"),
    ],
)
def test_an_equation_is_printed_as_python_would_read_it(left: str, right: str, line: str) -> None:
    assert IdentitySubject(left, right).details[0] == line


def test_letters_that_look_like_others_are_refused() -> None:
    for text in ("\u0445[0]", "x[\u0456]", "\uff58[0]", "x\u200b[0]", "x[0]\u202e", "\u2211", "x\u0301[0]"):
        with pytest.raises(SpecError):
            ss.Identity(text, "x[0]")


# ------------------------------------------------------------------------- words

ATTACKS = (
    r"$\gdef\sum{\prod}$", r"$\def\le{\ge}x$", r"$\renewcommand{\sum}{\prod}$", r"$\let\sum\prod$", r"$\input{a}$",
    r"$^^5cgdef\sum{}$", r"$x \% y$", r"$a & b$", "$a % b$", r"$\end{document}$", "$#1$", "$x}{y$",
    r"$\csname x\endcsname$",
    r"$\immediate\write18{ls}$", r"$x \\ y$", r"$\catcode`\$=12$", "$\x07$", "a\x1fb", "a\x00b", "@nosuch@",
    r"@x}\input{y}@", "a\u202eb",
)  # fmt: skip


@pytest.mark.parametrize("words", ATTACKS)
@pytest.mark.parametrize("field", ["words", "title", "steps"])
def test_words_cannot_change_what_is_printed(field: str, words: str) -> None:
    with pytest.raises(SpecError, match=field):
        ss.Identity("x[0]*c", "c*x[0]", **{field: [("c*x[0]", words)] if field == "steps" else words})


@pytest.mark.parametrize("field", ["name", "title", "steps"])
@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\x1b[2Kb", "a\x85b", "a\u2028b"])
def test_names_are_one_line_of_what_can_be_seen(field: str, text: str) -> None:
    """The command line prints them in front of a verdict."""
    with pytest.raises(SpecError, match=f"{field} of printable characters"):
        ss.Identity("x[0]*c", "c*x[0]", **{field: [("c*x[0]", text)] if field == "steps" else text})
    assert ss.Identity("x[0]*c", "c*x[0]", words="two\nlines").prove().latex()


@pytest.mark.parametrize("source", ["nosuch", r"a}\input{b}", "", 3])
def test_sources_are_those_of_the_bibliography(source: object) -> None:
    with pytest.raises(SpecError, match="sources"):
        ss.Identity("x[0]*c", "c*x[0]", sources=[source])  # type: ignore[list-item]  # that is the point


def test_ordinary_words_and_formulas_are_printed() -> None:
    words = r"For $0 \le r < s$ and $\lfloor t / s \rfloor$: $\sum_{i=0}^{n-1} x_{i}'$, see @graham1994concrete@, *so*."
    identity = ss.Identity("x[0]*c", "c*x[0]", title="<b>&</b> \\input{a} %", words=words)
    theorem = identity.prove()
    assert r"$\lfloor t / s \rfloor$" in theorem.latex()
    assert r"\textbackslash{}input" in theorem.latex()
    assert "<b>&</b>" not in theorem.html()
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in theorem.html()


def test_the_picture_of_phases_is_left_to_theorems_about_phases() -> None:
    tex = ss.Identity("x[0]*c", "c*x[0]").prove().latex()
    assert "tikzpicture" not in tex
    assert "Letters" not in tex  # of which nothing is known
    assert "tikzpicture" in ss.prove_general("subsampling", 1).latex()


def test_a_report_says_what_was_written_and_lists_hypotheses() -> None:
    report = ss.replay(ss.Identity("x[t//s]*c", "c*x[t//s]", "1 <= s").prove().certificate())
    assert str(report).startswith("proved: the statement as written: x[t//s]*c == c*x[t//s]; given 1 <= s")
    assert report.details == ("x[t//s]*c == c*x[t//s]", "given 1 <= s")
    assert report.hypotheses == ("1 <= s",)
    summary = ss.Identity("x[t//s]*c", "c*x[t//s]", "1 <= s").prove().summary()
    assert "for all values of the free names, proved: for 1 <= s" in summary
