"""The expansion of a kernel to its bank, times its transpose, counts output phases."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The expansion is a multiple of an isometry"
LINE = "for the expansion E of a kernel to its bank, E^T E is a on each axis: one copy for every output phase"
SOURCES = ("kong2017stride",)
FOLLOWS = ("bank-entries", "shared-gradients")

BANK = {"bank(w)[tau, o, rho, c, u]": "sum([s*tau + dl*i - p == S*u + rho]*w[o, c, i] for i in range(k))"}
ENTRY = {
    "entry(w)[tau, o, rho, c, u]": "[0 == (S*u + rho - s*tau + p) % dl]*[0 <= (S*u + rho - s*tau + p)//dl < k]"
    "*w[o, c, (S*u + rho - s*tau + p)//dl]",
}
PHASES = "for tau in range(a)"
EVERY = f"{PHASES} for rho in range(S) for u in range((-p)//S, (s*(a - 1) + dl*(k - 1) - p)//S + 1)"
LETTERS = "S a dl i k n p rho s tau u"

CLAIMS = {
    "what stands at an entry": Texts(
        "bank(w)[tau, o, rho, c, u]",
        "entry(w)[tau, o, rho, c, u]",
        "1 <= dl",
        {**BANK, **ENTRY},
        LETTERS,
        "Let $E$ take a kernel to its bank with $S$ input phases; the phase lemma takes $S = s a$.  At each entry "
        "there is one weight or none, the one with $\\delta i = S u + \\rho - s \\tau + p$.",
    ),
    "E^T E": Texts(
        f"sum([s*tau + dl*n - p == S*u + rho]*entry(w)[tau, o, rho, c, u] {EVERY})",
        f"sum(w[o, c, n] {PHASES})",
        "0 <= s; 1 <= S; 1 <= dl; 0 <= n < k",
        ENTRY,
        "",
        "On one axis: the transpose $E^T$ adds up the entries that one weight was copied to.  Behind $E$ it "
        "gives each weight once for every output phase: $E^T E$ is $a$ times the identity.",
    ),
    "inner products": Texts(
        f"sum(bank(v)[tau, o, rho, c, u]*entry(w)[tau, o, rho, c, u] for o in range(B) for c in range(C) {EVERY})",
        f"sum(v[o, c, i]*w[o, c, i] for o in range(B) for c in range(C) for i in range(k) {PHASES})",
        "0 <= s; 1 <= S; 1 <= dl",
        {**BANK, **ENTRY},
        "",
        "On one axis: the bank of $v$ times the bank of $w$ is $v$ times $w$, once for every output phase.  "
        "The norm of a kernel grows by $\\sqrt{a}$ on each axis, and no two kernels have the same bank.",
    ),
    "the number of copies": Texts(
        f"sum([s*tau + dl*i - p == S*u + rho] {EVERY})",
        f"sum(1 {PHASES})",
        "0 <= s; 1 <= S; 0 <= dl; 0 <= i < k",
        letters=LETTERS,
        words="Each weight has as many copies in the bank as there are output phases.",
    ),
}

FALSE = {
    "each weight has more than one copy": Texts(
        f"sum([s*tau + dl*n - p == S*u + rho]*bank(w)[tau, o, rho, c, u] {EVERY})",
        "w[o, c, n]",
        "1 <= s; 1 <= S; 1 <= a; 1 <= dl; 0 <= n < k",
        BANK,
        LETTERS,
    ),
    "input phases are not what counts": Texts(
        f"sum([s*tau + dl*n - p == S*u + rho]*bank(w)[tau, o, rho, c, u] {EVERY})",
        "sum(w[o, c, n] for rho in range(S))",
        "1 <= s; 1 <= S; 1 <= a; 1 <= dl; 0 <= n < k",
        BANK,
        LETTERS,
    ),
    "without a dilation, taps fall on each other": Texts(
        f"sum([s*tau + dl*n - p == S*u + rho]*bank(w)[tau, o, rho, c, u] {EVERY})",
        f"sum(w[o, c, n] {PHASES})",
        "1 <= s; 1 <= S; 1 <= a; 0 <= dl; 0 <= n < k",
        BANK,
        LETTERS,
    ),
}
