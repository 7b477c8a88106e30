"""How definitions are printed: a table of forms, and uses of definitions with their arguments sorted by letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from symstride.proof.kernel.terms import VARIABLE, Term, num
from symstride.proof.language import definitions, operators
from symstride.render.spelling import stem


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """How a definition is printed: ``head``, a subscript of the parameters ``below``, the ``shown`` ones in brackets.

    In the head ``@x`` stands for the map that is the parameter x; an ``accent`` goes on that map's own symbol instead.
    The other parameters are silent: uses with other values of them are other symbols, told apart by a number at ``@#``
    or by primes, and each is defined by itself.  A parameter ``below`` with a ``count`` is left out while all counts
    are 1: one phase needs no number.
    """

    head: str
    below: tuple[str, ...]
    shown: tuple[str, ...]
    count: Mapping[str, str] = field(default_factory=dict)
    accent: str = ""


FORMS: Final[Mapping[str, PrintedForm]] = {
    "conv": PrintedForm(r"(@w \star@# @x)", (), ("o", "j")),
    "transposed": PrintedForm(r"(@w \star^{*}@# @x)", (), ("o", "t")),
    "pool": PrintedForm(r"\mathrm{pool}@#(@x)", (), ("c", "j")),
    "grouped": PrintedForm(r"(@w \circledast@# @x)", (), ("o", "j")),
    "phases": PrintedForm("", ("rho",), ("c", "m"), {"rho": "S"}),
    "toeplitz": PrintedForm("T", (), ("o", "j", "c", "t")),
    "bank": PrintedForm(r"\widetilde{W}", ("tau", "rho"), ("o", "c", "u"), {"tau": "a"}),
    "window": PrintedForm(r"\widetilde{P}", ("tau", "rho"), ("u",), {"tau": "a"}),
    "extend": PrintedForm("", (), ("c", "t"), accent=r"\bar"),
    "wrap": PrintedForm("", (), ("c", "t"), accent=r"\mathring"),
}
"""Printed forms of the definitions, by name.  Any other definition is printed as its name with all its arguments."""

OUTPUTS: Final = ("conv", "grouped", "transposed", "pool")
"""Definitions whose values are outputs: a signal made from them is called y, its phases Y."""
SIGNAL: Final = "x"
"""The parameter of a definition that is a signal."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a definition: its integer arguments by letter, one value for each axis, and in order; its maps by
    name.

    ``name`` is that of a printed form only where the content is the form's own; ``title`` is what the definition is
    called, whatever it says.
    """

    name: str
    definition: Term
    values: Mapping[str, tuple[Term, ...]]
    maps: Mapping[str, Term]
    integers: tuple[Term, ...]

    @property
    def title(self) -> str:
        """The name of the definition."""
        return str(self.definition.args[0])

    @property
    def form(self) -> PrintedForm | None:
        """The printed form, if the definition has one and the parameters for it."""
        form = FORMS.get(self.name)
        return form if form is not None and set(form.shown) <= set(self.values) else None

    def silent(self, form: PrintedForm) -> tuple[str, ...]:
        """The letters that the form does not show."""
        return tuple(s for s in self.values if s not in (*form.below, *form.shown))

    def hides(self, form: PrintedForm, letter: str) -> bool:
        """Is this number of a phase left out, there being one phase only?"""
        counts = self.values.get(form.count.get(letter, ""), ())
        return bool(counts) and all(x is num(1) for x in counts) and all(x is num(0) for x in self.values[letter])


def read_use(term: Term) -> Use:
    """A ``use`` node with its arguments sorted by letter."""
    definition = term.args[0]
    values: dict[str, tuple[Term, ...]] = {}
    maps: dict[str, Term] = {}
    integers: list[Term] = []
    for (name, kind), argument in zip(definition.args[2], term.args[1:]):
        if kind == VARIABLE:
            integers.append(argument)
            values[stem(name)] = (*values.get(stem(name), ()), argument)
        else:
            maps[name] = argument
    return Use(_printed_name(definition), definition, values, maps, tuple(integers))


def _printed_name(definition: Term) -> str:
    """Its name; one that is called like a printed form and says something else gets a mark that no name has."""
    name: str = definition.args[0]
    known = _KNOWN.get(name)
    is_other = known is not None and all(known(d) is not definition for d in range(1, MAX_AXES + 1))
    return f"{name}{OF_ONES_OWN}" if is_other and not _is_bank(definition) else name


def _is_bank(definition: Term) -> bool:
    """Is it the bank, or the window, of a layer that is dilated on some axes only?"""
    letters = [name for name, _ in definition.args[2]]
    axes = sum(stem(name) == "k" for name in letters)
    dilated = tuple(dl in letters for dl in definitions.names(axes, "dl"))
    kinds = (definitions.bank, operators.window)
    return 1 <= axes <= MAX_AXES and any(kind(axes, dilated) is definition for kind in kinds)


_KNOWN: Final[Mapping[str, Callable[[int], Term]]] = {
    "conv": definitions.conv,
    "transposed": operators.transposed,
    "pool": operators.pool,
    "grouped": definitions.grouped_conv,
    "phases": definitions.phases,
    "toeplitz": operators.toeplitz,
    "bank": definitions.bank,
    "window": operators.window,
    "extend": definitions.extend,
    "wrap": definitions.wrap,
}
"""What the printed forms stand for, by the number of axes: a form belongs to a content, not to a name."""
MAX_AXES: Final = 9
OF_ONES_OWN: Final = " of one's own"
