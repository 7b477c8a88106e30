"""The gradient of a weight that a bank shares is the sum over its copies."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Gradients of shared weights"
LINE = "the gradient of a weight is the sum of the bank's gradients over its copies, one for each output phase"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma", "bank-entries", "gradient-weights")

BANK = {"bank(w)[tau, o, rho, c, u]": "sum([s*tau + dl*i - p == s*a*u + rho]*w[o, c, i] for i in range(k))"}
STEP = {
    "bank(w)[tau, o, rho, c, u]": "sum([s*tau + dl*i - p == S*u + rho]*w[o, c, i] for i in range(k))",
    "free[tau, o, rho, c, u]": "bank(w)[tau, o, rho, c, u] + h*G[tau, o, rho, c, u]",
    "back(V)[o, c, i]": "sum(V[tau, o, (s*tau + dl*i - p) % S, c, (s*tau + dl*i - p)//S] for tau in range(a))",
}
EVERY = "for tau in range(a) for rho in range(s*a) for u in range((-p)//(s*a), (s*(a - 1) + dl*(k - 1) - p)//(s*a) + 1)"
LETTERS = "a dl i k p rho s tau u"

CLAIMS = {
    "a change of the weights": Texts(
        f"sum(G[tau, o, rho, c, u]*bank(dw)[tau, o, rho, c, u] {EVERY})",
        "sum(dw[o, c, i]*sum(G[tau, o, (s*tau + dl*i - p) % (s*a), c, (s*tau + dl*i - p)//(s*a)] for tau in range(a)) "
        "for i in range(k))",
        "1 <= s; 1 <= a; 0 <= dl",
        BANK,
        LETTERS,
        "For each pair of channels: let $G$ be the gradient in the entries of the bank, taken as if each were free.  "
        "The gradient of the weight $w_i$ is the sum of $G$ over its copies: for output phase $\\tau$ the copy stands "
        "where $s \\tau + \\delta i - p$ has its remainder and its quotient by $s a$.",
    ),
    "the sum over its copies": Texts(
        f"sum(G[tau, o, rho, c, u]*[s*tau + dl*i - p == s*a*u + rho] {EVERY})",
        "sum(G[tau, o, (s*tau + dl*i - p) % (s*a), c, (s*tau + dl*i - p)//(s*a)] for tau in range(a))",
        "1 <= s; 1 <= a; 0 <= dl; 0 <= i < k",
        letters=LETTERS,
        words="The same for one weight: nothing but its copies has a part in it.",
    ),
    "one phase, no sum": Texts(
        "sum(G[rho, u]*sum([dl*i - p == s*u + rho]*dw[i] for i in range(k)) for rho in range(s) "
        "for u in range((-p)//s, (dl*(k - 1) - p)//s + 1))",
        "sum(dw[i]*G[(dl*i - p) % s, (dl*i - p)//s] for i in range(k))",
        "1 <= s; 0 <= dl",
        letters=LETTERS,
        words="With one output phase each weight has one copy: the bank is a reordering of the weights, and its "
        "gradient the same reordering.",
    ),
    "a gradient step": Texts(
        "bank(back(free))[tau, o, rho, c, u]",
        "bank(tied)[tau, o, rho, c, u]",
        "1 <= S; 1 <= dl",
        {**STEP, "tied[o, c, i]": "sum(w[o, c, i] for tau in range(a)) + h*back(G)[o, c, i]"},
        "S " + LETTERS,
        "Move every entry of the bank by $h G$, each by itself, where $h$ stands for minus the rate.  Sum the copies "
        "of each weight and spread the sums again: that is the number of copies times the nearest bank of a kernel.  "
        "It is the bank of the kernel that is moved by the gradients of its copies, $h$ times their sum, with each "
        "weight taken once per copy.  Divided by the number of copies: a step on the free bank, projected, is a step "
        "on the shared weights at the rate divided by the number of copies.",
    ),
}

FALSE = {
    "the rate is the same for the free bank and for the shared weights": Texts(
        "back(free)[o, c, i]",
        "sum(w[o, c, i] + h*back(G)[o, c, i] for tau in range(a))",
        "1 <= S; 1 <= dl; 0 <= i < k",
        STEP,
        "S " + LETTERS,
    ),
    "one copy is not all of them": Texts(
        f"sum(G[tau, o, rho, c, u]*[s*tau + dl*i - p == s*a*u + rho] {EVERY})",
        "G[0, o, (dl*i - p) % (s*a), c, (dl*i - p)//(s*a)]",
        "1 <= s; 1 <= a; 0 <= dl; 0 <= i < k",
        letters=LETTERS,
    ),
    "copies do not all stand at the same place": Texts(
        f"sum(G[tau, o, rho, c, u]*[s*tau + dl*i - p == s*a*u + rho] {EVERY})",
        "sum(G[tau, o, (dl*i - p) % (s*a), c, (dl*i - p)//(s*a)] for tau in range(a))",
        "1 <= s; 1 <= a; 0 <= dl; 0 <= i < k",
        letters=LETTERS,
    ),
}
