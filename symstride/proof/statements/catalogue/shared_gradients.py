"""The gradient of a weight that a bank shares is the sum over its copies."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Gradients of shared weights"
LINE = "the gradient of a weight is the sum of the bank's gradients over its copies, one for each output phase"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma", "bank-entries", "gradient-weights")

BANK = {"bank(w)[tau, o, rho, c, u]": "sum([s*tau + dl*i - p == s*a*u + rho]*w[o, c, i] for i in range(k))"}
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
}

FALSE = {
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
