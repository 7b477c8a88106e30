"""From words to a verb and its arguments: ``argparse``, with errors of four parts and help that shows examples."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterable, Sequence
from typing import NoReturn, TypedDict

from symstride.cli.verb import Verb
from symstride.errors import SpecError

WIDTH = 100

_ABOUT = """\
Prove what a strided convolution layer is: the same as a layer without stride, on the phases of its input.
A small kernel checks each step of the proof, for all inputs and all weights."""

_EXIT_CODES = """\
exit codes:
  0  proved, or done
  1  refuted, or a check failed; the counterexample is printed
  2  the request could not be understood
  3  refused: not supported, or too large
  70 a bug of ours; 130, 143: stopped"""


class Leave(Exception):
    """The words asked for help or for the version: ``text`` is the page."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def parse(words: Sequence[str], verbs: Sequence[Verb]) -> argparse.Namespace:
    """The arguments, with ``verb`` among them.  Raises ``Leave`` for a help page, SpecError for a slip."""
    top = _top(verbs)
    arguments, unknown = top.parse_known_args(list(words))
    if unknown:
        arguments.page.error(f"no such argument: {' '.join(unknown)}")
    if arguments.verb is None:
        raise Leave(top.format_help())
    return arguments


class _Parser(argparse.ArgumentParser):
    """Never prints and never exits: pages leave by ``Leave``, slips by SpecError."""

    known: tuple[str, ...] = ()

    def error(self, message: str) -> NoReturn:
        raise SpecError(self.prog, _one_line(self.format_usage()), message, self._hint(message))

    def _hint(self, message: str) -> str:
        wrong = message.split("(choose")[0].split(":")[-1]
        if "(" in wrong and self.known:
            return "a layer comes after a verb, in quotes: symstride prove 'nn.Conv2d(3, 64, 7, stride=2)'"
        for word in re.findall(r"[\w-]+", wrong):
            near = difflib.get_close_matches(word, [*self.known, *self._option_string_actions], n=1)
            if near and near[0] != word:
                return f"did you mean {near[0]}? {self.prog} --help shows all of them"
        return f"{self.prog} --help shows examples; a pasted line is one word when it stands in quotes"


class _Page(argparse.Action):
    """``--help`` and ``--version``."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise Leave(_version() if self.dest == "version" else parser.format_help())


class _Format(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=WIDTH)


class _Shape(TypedDict):
    formatter_class: type[argparse.HelpFormatter]
    allow_abbrev: bool
    add_help: bool


# abbreviations are refused: --in could mean --input today and --in-channels tomorrow
_SHAPE: _Shape = {"formatter_class": _Format, "allow_abbrev": False, "add_help": False}


def _top(verbs: Sequence[Verb]) -> _Parser:
    top = _Parser("symstride", description=_ABOUT, epilog=f"{_first_examples(verbs)}\n\n{_EXIT_CODES}", **_SHAPE)
    top.known = tuple(verb.name for verb in verbs)
    _add_help(top)
    top.add_argument("--version", action=_Page, help="print the version")
    top.set_defaults(verb=None, page=top)
    entries = top.add_subparsers(metavar="VERB", title="verbs")
    for verb in verbs:
        examples = _examples(verb.examples)
        page = entries.add_parser(verb.name, help=verb.summary, description=verb.text, epilog=examples, **_SHAPE)
        page.set_defaults(verb=verb, page=page)
        verb.arguments(page)
        _add_help(page)
    return top


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action=_Page, help="show this page")


def _examples(examples: Iterable[tuple[str, str]]) -> str:
    return "examples:\n" + "\n".join(f"  # {words}\n  {command}" for command, words in examples)


def _first_examples(verbs: Iterable[Verb]) -> str:
    return _examples(verb.examples[0] for verb in verbs)


def _one_line(usage: str) -> str:
    return " ".join(usage.removeprefix("usage: ").split())


def _version() -> str:
    from symstride import __version__

    return f"symstride {__version__}\n"
