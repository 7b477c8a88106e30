r"""The notation of a claim about one layer inside a network: the array that the layer reads gets a letter.

That array, phases of the input with anything on its ghosts, mentions the phase that the sum around it runs over.  So it
is printed as X'_{\rho}, and ``arrays`` has its definition, in the words of the kernel's own term.
"""

from __future__ import annotations

from typing import Final

from symstride.proof.kernel.terms import Term, make, num
from symstride.render.forms import SIGNAL, PrintedForm, Use
from symstride.render.notation import ADD, BREAK, Head, Notation, plain
from symstride.render.parts import Names

ARRAY: Final = " array"
"""What ends the key of an extension of such an array."""


class GhostNotation(Notation):
    """Printing with a letter for each array that depends on the phase.

    ``arrays`` maps the letter to its definition, LaTeX with marks; ``extended`` to the definition of its extension.
    """

    def __init__(self, *args: object) -> None:
        self.arrays: dict[str, str] = {}
        self.extended: dict[str, str] = {}
        super().__init__(*args)  # type: ignore[arg-type]  # passed on as they are

    def key(self, used: Use) -> str:
        form = used.form
        if form is not None and form.accent and used.maps[SIGNAL].args[1].tag not in ("use", "entry"):
            return f"{used.name}{ARRAY}"
        return super().key(used)

    def _open_map(self, term: Term, names: Names) -> Head:
        chosen, body = self.opened(term)
        text = self._any(body, ADD, names | set(chosen))
        symbol = next((s for s, known in self.arrays.items() if known.endswith(text)), None) or self._new_symbol("X")
        phases = [make("var", key[0]) for key in sorted(term.free) if key[0] not in self.free]
        below = ",".join(plain(self._any(x, ADD, names)) for x in self.together(phases))
        head = Head(symbol, below)
        self.arrays.setdefault(symbol, f"{self._indexed(head, chosen)} = {BREAK}{text}")
        return head

    def _head(self, used: Use, form: PrintedForm, names: Names) -> Head:
        head = super()._head(used, form, names)
        if not self.key(used).endswith(ARRAY):
            return head
        self.applied.pop(head.symbol, None)  # its definition is made here
        chosen, _ = self.opened(used.maps[SIGNAL])
        inside = self._map(used.maps[SIGNAL], names)
        counts = used.values["N"]
        cells = [make("var", m) for m in chosen[-len(counts) :]]
        inside_cells = [(num(0), m, n) for m, n in zip(cells, counts, strict=True)]
        by_cases = self.cases(plain(self._indexed(inside, chosen)), inside_cells, names | set(chosen))
        equation = f"{self._indexed(head, chosen)} = {BREAK}{by_cases}"
        self.extended.setdefault(head.symbol, equation)
        return head

    def _indexed(self, head: Head, chosen: list[str]) -> str:
        return self._entry(str(head), [make("var", name) for name in chosen], frozenset(chosen))


class PlaceNotation(Notation):
    """The notation of a claim about what is computed place by place: Z for the phases of the value z.

    ``made`` has the definition of z, LaTeX with marks, once it has been printed.
    """

    def __init__(self, *args: object) -> None:
        self.made = ""
        super().__init__(*args)  # type: ignore[arg-type]  # passed on as they are

    def _phase_letter(self, signal: Term) -> str:
        n, body = signal.args
        if body.tag == "entry" and len(body.args) == n + 1:
            return super()._phase_letter(signal)
        chosen, opened = self.opened(signal)
        left = self._entry("z", [make("var", name) for name in chosen], frozenset(chosen))
        self.made = f"{left} = {BREAK}{self._any(opened, ADD, frozenset(chosen))}"
        return "Z"
