"""No other shift of the input is a shift of the output: one impulse tells."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Nothing else is a shift"
LINE = "an impulse shifted by n, where s does not divide n, gives an output that is no translate of the first one"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("equivariance",)

LAYER = {"delta[t]": "[t == 0]", "y(x)[j]": "sum(delta[i]*x[s*j + i] for i in range(k))"}
LETTERS = "i j k n q s t"

CLAIMS = {
    "a value 1 in every translate": Texts(
        "moved[-q]",
        "1",
        "1 <= k",
        {**LAYER, "moved[j]": "y(delta)[j + q]"},
        LETTERS,
        "The layer whose kernel is one impulse, applied to an impulse, gives 1 at 0; so its translate by $q$ has the "
        "value 1 at $-q$.",
    ),
    "the value 0 everywhere": Texts(
        "y(late)[j]",
        "0",
        "1 <= s; 1 <= n % s",
        {**LAYER, "late[t]": "delta[t - n]"},
        LETTERS,
        "The impulse at $n$, where $s$ does not divide $n$, gives 0 at every output: no translate of what the impulse "
        "at 0 gives.",
    ),
}

FALSE = {
    "where s divides n the output is not 0": Texts(
        "y(late)[j]", "0", "2 <= s; 1 <= k", {**LAYER, "late[t]": "delta[t - n]"}, LETTERS
    ),
    "an impulse at n does not give an impulse at n//s": Texts(
        "y(late)[j]", "[j == n//s]", "2 <= s; 1 <= k", {**LAYER, "late[t]": "delta[t - n]"}, LETTERS
    ),
}
