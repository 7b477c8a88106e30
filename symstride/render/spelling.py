"""Names in LaTeX: s1 as s with a subscript, dl as delta, and never two names alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

PRIME: Final = "_"
"""Names that end in underscores are printed with as many primes; the printer itself makes them."""

BOLD: Final = "_eachaxis"
"""Names that end in it, before the primes, stand for one integer on each axis and are printed in bold."""

LETTERS: Final[Mapping[str, str]] = {
    "dl": r"\delta", "tau": r"\tau", "rho": r"\rho", "act": r"\sigma", "sigma": r"\sigma", "alpha": r"\alpha",
    "beta": r"\beta", "gamma": r"\gamma", "delta": r"\delta", "epsilon": r"\epsilon", "theta": r"\theta",
    "kappa": r"\kappa", "lambda": r"\lambda", "mu": r"\mu", "nu": r"\nu", "pi": r"\pi", "phi": r"\phi", "psi": r"\psi",
    "umin": r"u_{\min}", "umax": r"u_{\max}", "omega": r"\omega", "eta": r"\eta",
    "zeta": r"\zeta", "xi": r"\xi", "chi": r"\chi",
}  # fmt: skip
"""Names that are not printed letter for letter; where two names would look alike, the later one is spelled out."""


def stem(name: str) -> str:
    """The letter of a numbered or a bold name: rho for rho2."""
    return name.removesuffix(BOLD).rstrip("0123456789")


def spelled(name: str) -> str:
    """A name in LaTeX: s1 as s_{1}, dl as delta, C_in as C_{in}, i_ as i'."""
    core = name.rstrip(PRIME)
    primes = "'" * (len(name) - len(core))
    if core.endswith(BOLD):
        letter = spelled(core[: -len(BOLD)])
        return (rf"\boldsymbol{{{letter}}}" if letter.startswith("\\") else rf"\mathbf{{{letter}}}") + primes
    head, _, tail = core.partition("_")
    letter = stem(head) or head
    digits = head[len(letter) :]
    below = (
        digits
        + ("," if digits and tail else "")
        + (tail if tail.isdigit() else rf"\mathrm{{{safe(tail)}}}" * bool(tail))
    )
    base = LETTERS.get(letter) or (letter if len(letter) == 1 else rf"\mathit{{{safe(letter)}}}")
    return base + (f"_{{{below}}}" if below else "") + primes


def safe(text: str) -> str:
    return text.replace("_", r"\_")


class Spelling:
    """Names to LaTeX, one to one: the first name that claims a symbol keeps it, a later one is spelled out."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._latex: dict[str, str] = {}
        self._owners: set[str] = set(taken)

    def __call__(self, name: str) -> str:
        if name not in self._latex:
            pretty = spelled(name)
            latex = pretty if pretty not in self._owners else rf"\mathtt{{{safe(name)}}}"
            self._owners.add(latex)
            self._latex[name] = latex
        return self._latex[name]

    def alias(self, name: str, latex: str) -> None:
        """Spell a name with a symbol that has been claimed for what it stands for."""
        self._latex[name] = latex

    def claims(self, latex: str) -> bool:
        """Claim a symbol for something that has no name; False when a name has it already."""
        if latex in self._owners:
            return False
        self._owners.add(latex)
        return True
