"""Which banks belong to a kernel: those that the ties leave as they are."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The ties of a bank"
LINE = "a bank belongs to a kernel exactly where its entries are tied: every output phase is the first one, moved on"
SOURCES = ("kong2017stride", "vaidyanathan1993multirate")
FOLLOWS = ("bank-entries", "expansion-transpose")

AXIS = "S s tau dl i p k u rho n"
BANK = {"bank(w)[tau, rho, u]": "sum([s*tau + dl*i - p == S*u + rho]*w[i] for i in range(k))"}
TIED = {
    "first(W)[n]": "W[0*n, n % S, n//S]",
    "kernel(W)[i]": "first(W)[dl*i - p]",
    "tied(W)[tau, rho, u]": "[0 == (S*u + rho - s*tau + p) % dl]*[0 <= (S*u + rho - s*tau + p)//dl < k]"
    "*first(W)[S*u + rho - s*tau]",
}

CLAIMS = {
    "the image of the expansion": Texts(
        "tied(bank(w))[tau, rho, u]",
        "bank(w)[tau, rho, u]",
        "1 <= S; 1 <= dl",
        {**BANK, **TIED},
        AXIS,
        "Take banks with $S$ input phases.  The ties copy the first output phase of a bank to all the others, moved "
        "on by $s$ places for each, and put 0 where no tap falls.  They leave the bank of a kernel as it is.",
    ),
    "nothing else": Texts(
        "[0 == (S*u + rho - s*tau + p) % dl]*[0 <= (S*u + rho - s*tau + p)//dl < k]*first[S*u + rho - s*tau]",
        "bank(kernel)[tau, rho, u]",
        "1 <= dl",
        {**BANK, "kernel[i]": "first[dl*i - p]"},
        AXIS,
        "Whatever stands in the first output phase, the ties make the bank of a kernel of it.  So the banks of kernels "
        "are the banks that the ties leave as they are: the image of the expansion is the kernel of the equations "
        "$W = \\mathrm{tied}(W)$.",
    ),
    "the kernel can be read off": Texts(
        "kernel(bank(w))[n]",
        "w[n]",
        "1 <= S; 1 <= dl; 0 <= n < k",
        {**BANK, **TIED},
        AXIS,
        "A kernel stands in the first output phase of its bank.",
    ),
    "pseudocirculant": Texts(
        "bank(w)[tau + 1, rho, u]",
        "bank(w)[tau, rho - s, u] if s <= rho else bank(w)[tau, rho - s + S, u - 1]",
        "",
        BANK,
        AXIS,
        "An output phase is the one before it, moved on by $s$ input phases; what leaves at the end "
        "comes in at the front, one place later.  For $s = 1$ and $S = a$ such a matrix of filters is called "
        "pseudocirculant.",
    ),
}

FALSE = {
    "circulant: without the delay at the front": Texts(
        "bank(w)[tau + 1, rho, u]",
        "bank(w)[tau, rho - s, u] if s <= rho else bank(w)[tau, rho - s + S, u]",
        "1 <= S",
        BANK,
        AXIS,
    ),
    "any bank": Texts("tied(W)[tau, rho, u]", "W[tau, rho, u]", "1 <= S; 1 <= dl", TIED, AXIS),
}
