"""Pages that are made from the program while the docs are built: rules, axioms, trust, commands, pictures."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from gallery import GALLERY
from rule_examples import EXAMPLES
from trusted import ROLES, ROOT, by_role, loaded_by_replay
from typeset import SIDES, figure_latex, sequent_latex

from symstride.catalogue import CATALOGUE, CatalogueEntry
from symstride.cli import VERBS
from symstride.cli.parser import Leave, parse
from symstride.proof.kernel.rules import AXIOMS, RULES, Rule, axiom
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.render.hypotheses import hypotheses_latex
from symstride.render.notation import Notation, plain
from symstride.render.references import cited

KINDS = {
    "theorem": "a theorem made before",
    "formula": "a formula: `a = b` or `a <= b`",
    "integer": "an integer term",
    "term": "an integer term or a scalar",
    "definition": "a definition",
    "key": "a free name: an integer variable, or a tensor with its number of indices",
    "name": "a name in text",
    "substitution": "pairs of a free name and what is put in its place",
    "products": "pairs of a positive number and theorems `a <= b`, whose differences are multiplied",
    "equations": "pairs of an integer term and a theorem `c = d` about integers",
}
"""What each kind of argument is, in words; the table in the kernel has the exact tests."""

AXIOM_WORDS = {
    "antisymmetry": "Two integers that bound each other are equal.",
    "division": "Every integer is divisor times quotient plus remainder; for divisor 0 by convention.",
    "mod_low": "A remainder is not negative when the divisor is at least 1.",
    "mod_high": "And it is less than the divisor.",
    "bracket_le": "The bracket of something true is 1.",
    "bracket_not_le": "The bracket of an inequality that fails is 0.",
    "bracket_not_eq": "The bracket of an equation that fails is 0; for `b < a` exchange its sides.",
    "sum_delta": "A sum over `[v = e]` picks the entry at `e`, when `e` is in range.",
    "sum_swap": "Two finite sums may be exchanged. The ranges are free variables, so each is the same for all terms.",
    "sum_factor": "A factor that does not depend on the index may be pulled out of a sum.",
    "sum_add": "The sum of two sums over one range.",
}
"""Each axiom in one sentence."""


def write_all(folder: Path) -> None:
    """Write every generated page below ``folder``."""
    pages = {f"rules/{name}.md": text for name, text in rule_pages()}
    pages |= {"axioms.md": axioms_page(), "trusted.md": trusted_page(), "catalogue.md": catalogue_page(CATALOGUE)}
    pages |= {"commands.md": commands_page(), "gallery.md": gallery_page()}
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:  # an untouched page is not built again
            path.write_text(text, encoding="utf-8")


def rule_pages() -> Iterator[tuple[str, str]]:
    """A page for each rule of the kernel, in the kernel's order."""
    same = RULES.keys() == EXAMPLES.keys()
    if not same:
        raise ValueError(f"rules and examples differ: {sorted(RULES.keys() ^ EXAMPLES.keys())}")
    for name, rule in RULES.items():
        yield name, rule_page(name, rule)


def rule_page(name: str, rule: Rule) -> str:
    """Figure, arguments, and one application with the theorem that it gives."""
    theorem = EXAMPLES[name]()
    arguments = "\n".join(f"{number}. *{kind}*: {KINDS[kind]}" for number, kind in enumerate(rule.kinds, start=1))
    return (
        f"# {name}\n\n"
        f"$$\n{figure_latex(name)}\n$$\n\n"
        f"{side_condition(name)}"
        "Premises stand above the line, the theorem that the rule makes below it. A side\n"
        "condition that fails raises `KernelError`. The kernel's docstring has it in plain characters:\n\n"
        f"```text\n{inspect.cleandoc(rule.figure)}\n```\n\n"
        f"## Arguments\n\n{arguments}\n\n"
        f"## Example\n\n```python\n{example_source(name)}\n```\n\n"
        f"makes the theorem\n\n$$\n{sequent_latex(theorem)}\n$$\n\n```text\n{theorem!r}\n```\n"
    )


def side_condition(name: str) -> str:
    """What else has to hold, as a paragraph, or nothing."""
    return f"where {SIDES[name]}.\n\n" if SIDES[name] else ""


def example_source(name: str) -> str:
    """The body of the example, without its signature."""
    _, _, body = inspect.getsource(EXAMPLES[name]).partition("\n")
    return textwrap.dedent(body).rstrip()


def axioms_page() -> str:
    """Every axiom with a sentence."""
    entries = "\n".join(axiom_section(name) for name in AXIOMS)
    return (
        "# The axioms\n\n"
        "Fixed statements with free names. The rule [instantiate](rules/instantiate.md) puts integers for the\n"
        "variables and maps for the tensors `f`, `g` and `c`, so each of them stands for all its cases. They hold in\n"
        "every commutative semiring; nothing subtracts or divides a scalar. The first four are about integers, the\n"
        "next three about brackets (`[P]` is 1 or 0), the last four about finite sums; over an empty range\n"
        "a sum is 0.\n\n"
        f"{entries}"
    )


def axiom_section(name: str) -> str:
    """What one axiom says: in a sentence, typeset, and as the kernel prints it."""
    theorem = axiom(name)
    written = ", ".join(map(str, AXIOMS[name][0])) + f" |- {AXIOMS[name][1]}"
    return f"## {name}\n\n{AXIOM_WORDS[name]}\n\n$$\n{sequent_latex(theorem)}\n$$\n\n```text\n{written.strip()}\n```\n"


BEHIND = {
    "a general theorem": "finite-layer-2d",
    "a layer": "resnet-conv1",
    "a network": "network-u-net",
}
"""Certificates of the book of proofs, by what they are about."""


def trusted_page() -> str:
    """Which files replay loads, what for, and how many lines of code they have."""
    found = {
        what: by_role(loaded_by_replay(ROOT / "proofs" / name / "certificate.json")) for what, name in BEHIND.items()
    }
    return (
        "# How many lines\n\n"
        "Lines of code that a fresh interpreter has loaded when it has replayed a certificate; blank lines,\n"
        "comments, docstrings and imports for type checkers alone do not count. These numbers are taken while the\n"
        "documentation is built.\n\n"
        f"| certificate about | {' | '.join(ROLES)} | together |\n|---|{'---:|' * (len(ROLES) + 1)}\n"
        + "".join(_totals(what, [sum(part.values()) for part in rows.values()]) for what, rows in found.items())
        + "".join(_files(what, rows) for what, rows in found.items())
    )


def _totals(what: str, lines: list[int]) -> str:
    """One row: the lines for each role, and their sum."""
    return f"| {what} | {' | '.join(f'{count:,}' for count in [*lines, sum(lines)])} |\n"


def _files(what: str, rows: Mapping[str, Mapping[str, int]]) -> str:
    """The modules behind one certificate, in the order of what they are trusted for."""
    lines = [f"| {role} | `{module}` | {count} |" for role, part in rows.items() for module, count in part.items()]
    table = "\n".join(["| for | module | lines |", "|---|---|---:|", *lines])
    return f"\n## {what[0].upper()}{what[1:]}\n\nThe certificate `proofs/{BEHIND[what]}`.\n\n{table}\n"


def catalogue_page(entries: Mapping[str, CatalogueEntry]) -> str:
    """All theorems by group: what they say, in words and in TeX for one axis, and what is false beside them."""
    page = (
        "# The catalogue of theorems\n\n"
        "Each is proved for all values of its letters by `ss.prove_general(name, axes)`, and decided on the numbers\n"
        "of its false neighbours when this page is built. The formulas are those for one axis.\n"
    )
    for group in dict.fromkeys(entry.group for entry in entries.values()):
        page += f"\n## {group}\n"
        for entry in entries.values():
            page += theorem_section(entry, entries) if entry.group == group else ""
    return page


def theorem_section(entry: CatalogueEntry, entries: Mapping[str, CatalogueEntry]) -> str:
    """One theorem: claims, sources, what it follows from and what follows from it, false neighbours."""
    lines = [f"### {entry.title}", f"`{entry.name}`: {entry.line}."]
    for name, (hyps, concl) in GeneralSubject(entry.name, 1).statements():
        notation = Notation([concl, *hyps])
        given = ", ".join(f"${plain(h)}$" for h in hypotheses_latex(hyps, notation))
        lines += [f"**{name[0].upper()}{name[1:]}.** {entry.words[name]}" + (f" Given {given}." if given else "")]
        lines += [f"$$\n{plain(notation(concl))}\n$$"]
        if name in entry.identities:
            texts = entry.identities[name]
            written = [
                f"{texts.left} == {texts.right}",
                *(f"where {head} = {body}" for head, body in texts.where.items()),
            ]
            lines += ["```text\n" + "\n".join(written) + "\n```"]
    lines += [f"*False:* {wrong}: {false.decide()}." for wrong, false in entry.false.items()]
    behind = [name for name, other in entries.items() if entry.name in other.follows]
    for words, names in (("Follows from", entry.follows), ("Behind", behind)):
        lines += [f"{words} {', '.join(f'`{name}`' for name in names)}."] if names else []
    lines += [f"Source: {reference.printed}" for reference in cited(entry.sources)]
    return "\n" + "\n\n".join(lines) + "\n"


def gallery_page() -> str:
    """Every picture of the gallery, with the line that draws it."""
    page = (
        "# Gallery\n\n"
        "What stride does, case by case, after the cases of Dumoulin and Visin, *A guide to convolution arithmetic\n"
        "for deep learning*, [arXiv 1603.07285](https://arxiv.org/abs/1603.07285). Theirs show the window on the\n"
        "input; here the same weights are seen at work on the phases too, where all windows move by one. A colour is\n"
        "a phase: pale places are there, strong ones are read now. Dots are structural zeros, dotted places are\n"
        "padding, hatched places are ghosts. Pictures stop under the mouse.\n"
    )
    for chapter, cases in GALLERY.items():
        page += f"\n## {chapter}\n"
        for title, case in cases.items():
            graphic = case()
            code = inspect.getsource(case).rpartition("return ")[2].strip()
            page += f"\n### {title}\n\n{inspect.cleandoc(case.__doc__ or '')}\n\n```python\n{code}\n```\n\n"
            page += f"<figure>{graphic.svg(page=True)}\n<figcaption>{escape(graphic.caption)}</figcaption></figure>\n"
    return page


def commands_page() -> str:
    """The help of the command and of each verb."""
    helps = "\n".join(f"## symstride {verb.name}\n\n```text\n{help_of(verb.name)}\n```\n" for verb in VERBS)
    return f"# The command line\n\n```text\n{help_of()}\n```\n\n{helps}"


def help_of(*words: str) -> str:
    """The help page that ``symstride WORDS --help`` prints."""
    try:
        parse([*words, "--help"], VERBS)
    except Leave as page:
        return page.text.rstrip()
    raise ValueError(f"no help page for {words}")
