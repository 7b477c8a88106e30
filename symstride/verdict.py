"""The outcome of a check, as a value: proved, decided, sampled, refuted or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from symstride.errors import SpecError


class Kind(Enum):
    """What a check can come to; the value explains the member."""

    PROVED = "holds whenever the hypotheses do"
    DECIDED = "holds, and that is wrong with a probability that is known"
    SAMPLED = "held in every case that was tried"
    REFUTED = "fails, and the witness shows where"
    UNKNOWN = "was not decided"


_EXIT_CODES = {Kind.PROVED: 0, Kind.DECIDED: 0, Kind.SAMPLED: 0, Kind.REFUTED: 1, Kind.UNKNOWN: 3}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Make one with ``proved``, ``decided``, ``sampled``, ``refuted`` or ``unknown``.

    Each asks for what makes it believable.
    """

    kind: Kind
    hypotheses: tuple[str, ...] = ()
    cases: int = 0
    seed: int | None = None
    witness: object = None
    reason: str = ""
    unneeded: tuple[str, ...] = ()
    """Hypotheses that were given, and without which the proof does as well."""
    error: float = 1.0
    """The most with which ``DECIDED`` is wrong, over the choice of ``seed``."""
    proviso: str = ""
    """What was not looked at, and why, where a reader would expect that it was."""

    def __post_init__(self) -> None:
        missing = {
            Kind.SAMPLED: "at least one case" if self.cases < 1 else "",
            Kind.DECIDED: "a seed and an error below 1" if self.seed is None or not 0 <= self.error < 1 else "",
            Kind.REFUTED: "a witness" if self.witness is None else "",
            Kind.UNKNOWN: "a reason" if not self.reason else "",
        }.get(self.kind)
        if missing:
            hint = "a check that saw nothing is unknown"
            raise SpecError(f"Verdict, {self.kind.name.lower()}", missing, "none", hint)

    @property
    def ok(self) -> bool:
        """Whether nothing speaks against the claim and something speaks for it."""
        return self.kind in (Kind.PROVED, Kind.DECIDED, Kind.SAMPLED)

    @property
    def exit_code(self) -> int:
        """What the command line answers with: 0 proved, decided or sampled, 1 refuted, 3 unknown."""
        return _EXIT_CODES[self.kind]

    def __bool__(self) -> bool:
        # without this every verdict would be true, refuted ones included
        return self.ok

    def __str__(self) -> str:
        return f"{self.kind.name.lower()}: {self._detail()}" + (f"; {self.proviso}" if self.proviso else "")

    def _repr_html_(self) -> str:
        from markupsafe import Markup

        sign = "✓" if self.ok else "✗" if self.kind is Kind.REFUTED else "?"
        said = str(self).removeprefix(f"{self.kind.name.lower()}: ")
        return Markup("<p><b>{} {}</b>: {}</p>").format(sign, self.kind.name.lower(), said)

    def _detail(self) -> str:
        if self.kind is Kind.PROVED:
            spare = f"; not needed: {'; '.join(self.unneeded)}" if self.unneeded else ""
            return (f"for {'; '.join(self.hypotheses)}" if self.hypotheses else "without hypotheses") + spare
        if self.kind is Kind.DECIDED:
            return (
                f"for {'; '.join(self.hypotheses)}; wrong with probability at most {self.error:.1e}, seed {self.seed}"
            )
        if self.kind is Kind.SAMPLED:
            return f"{self.cases:,} case{'s' if self.cases != 1 else ''}, seed {self.seed}"
        return str(self.witness) if self.kind is Kind.REFUTED else self.reason


def proved(*hypotheses: str, proviso: str = "") -> Verdict:
    """True for everything that the hypotheses allow."""
    return Verdict(Kind.PROVED, hypotheses=hypotheses, proviso=proviso)


def decided(error: float, seed: int, *hypotheses: str) -> Verdict:
    """True for everything that the hypotheses allow, unless the numbers that ``seed`` gives are unlucky ones."""
    return Verdict(Kind.DECIDED, hypotheses=hypotheses, seed=seed, error=error)


def sampled(cases: int, seed: int | None) -> Verdict:
    """True in ``cases`` cases, which ``seed`` makes again (None: the cases were not random)."""
    return Verdict(Kind.SAMPLED, cases=cases, seed=seed)


def refuted(witness: object) -> Verdict:
    """False; ``witness`` is the smallest counterexample found, and prints itself."""
    return Verdict(Kind.REFUTED, witness=witness)


def unknown(reason: str) -> Verdict:
    """Not decided, and why."""
    return Verdict(Kind.UNKNOWN, reason=reason)
