"""False neighbours of the theorems that are stated in terms, as texts: what is wrong, in words, and an identity.

Numbers refute each of them.  Theorems that are stated as texts have theirs in their own files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from symstride.proof.statements.texts import Texts

FALSE: Final[Mapping[str, Mapping[str, Texts]]] = {
    "bank-entries": {
        "a dilated kernel leaves no gaps in its bank": Texts(
            "bank(w)[tau, rho, u]",
            "[0 <= (S*u + rho - s*tau + p)//dl < k]*w[(S*u + rho - s*tau + p)//dl]",
            "1 <= S; 1 <= dl; 0 <= rho < S",
            {"bank(w)[tau, rho, u]": "sum([s*tau + dl*i - p == S*u + rho]*w[i] for i in range(k))"},
            "S s tau dl i p k u rho",
        ),
    },
    "boundaries": {
        "in the last cell some phases have ended and some have not": Texts(
            "[S*m + rho < M]*x[S*m + rho]", "[m < (M + S - 1)//S]*x[S*m + rho]", "1 <= S; 0 <= rho < S; 0 <= m"
        ),
    },
    "finite-layer": {
        "whole cells are enough: a last cell that the signal fills in part may be left out": Texts(
            "sum([0 <= s*j + i - p < N]*w[i]*x[s*j + i - p] for i in range(k))",
            "sum([0 <= s*u + rho + p < k]*w[s*u + rho + p]*[0 <= j + u < N//s]*x[s*(j + u) + rho] for rho in range(s) "
            "for u in range((-p)//s, (k - 1 - p)//s + 1))",
            "1 <= s",
            letters="i j k p rho s u N",
        ),
    },
    "phase-lemma": {
        "with padding the offsets do not begin at 0": Texts(
            "sum(w[i]*x[s*(a*m + tau) + dl*i - p] for i in range(k))",
            "sum(bank[tau, rho, u]*x[s*a*(m + u) + rho] for rho in range(s*a) "
            "for u in range((s*(a - 1) + dl*(k - 1) - p)//(s*a) + 1))",
            "1 <= s; 1 <= a; 0 <= dl; 0 <= tau < a; 0 <= p",
            {"bank[tau, rho, u]": "sum([s*tau + dl*i - p == s*a*u + rho]*w[i] for i in range(k))"},
            "i k s a dl p m tau rho u",
        ),
    },
    "pooling": {
        "pooling with a stride is not pooling of one phase": Texts(
            "sum(x[s*j + i] for i in range(k))", "sum(x[s*(j + u)] for u in range((k + s - 1)//s))", "1 <= s"
        ),
    },
    "single-layer": {
        "on phases of the image the kernel may be one longer than k/s, rounded up": Texts(
            "sum(w[i]*x[s*j + i - p] for i in range(k))",
            "sum([0 <= s*u + rho + p < k]*w[s*u + rho + p]*x[s*(j + u) + rho] for rho in range(s) "
            "for u in range((-p)//s, (-p)//s + (k + s - 1)//s))",
            "1 <= s",
            letters="i j k p rho s u",
        ),
    },
    "subsampling": {
        "striding the outputs is not striding the inputs": Texts(
            "sum(w[i]*x[s*j + i - p] for i in range(k))",
            "sum(w[i]*x[s*j + s*i - p] for i in range(k))",
            letters="i j k p s",
        ),
    },
    "transposed-layer": {
        "the cells are read backwards": Texts(
            "sum([0 == (s*m + rho - i) % s]*w[i]*x[(s*m + rho - i)//s] for i in range(k))",
            "sum([s*u + rho < k]*w[s*u + rho]*x[m + u] for u in range((k + s - 1)//s))",
            "1 <= s; 0 <= rho < s",
        ),
    },
    "unit-stride": {
        "the two orders of channels and phases are not the same": Texts(
            "sum(v[s*c + rho]*x[c, s*m + rho] for c in range(C) for rho in range(s))",
            "sum(v[C*rho + c]*x[c, s*m + rho] for c in range(C) for rho in range(s))",
            "1 <= s; 1 <= C",
        ),
    },
}
