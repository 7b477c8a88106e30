"""Convolutional sparse coding with a stride: on phases its dictionary has none."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Strided dictionaries"
LINE = "a signal made of atoms at every s-th place has phases that are made of the phases of the atoms at every place"
SOURCES = ("kong2017stride", "papyan2016working")
FOLLOWS = ("transposed-layer", "sub-pixel", "adjoint")

SYNTHESIS = {"signal[t]": "sum([t == s*j + i]*d[f, i]*z[f, j] for f in range(F) for i in range(k) for j in range(M))"}
ATOMS = {"D[rho, f, u]": "[s*u + rho < k]*d[f, s*u + rho]"}
TAPS = "range((k + s - 1)//s)"
LETTERS = "M i j k m rho s t u"

CLAIMS = {
    "synthesis": Texts(
        "signal[s*m + rho]",
        f"sum(D[rho, f, u]*z[f, m - u] for f in range(F) for u in {TAPS} if 0 <= m - u < M)",
        "1 <= s; 0 <= rho < s",
        {**SYNTHESIS, **ATOMS},
        LETTERS,
        "The signal puts the atom $d_f$ to the places $s j$ with the coefficients $z_{f,j}$.  Each of its phases is a "
        "unit-stride sum of the same phase of the atoms, with the same coefficients.",
    ),
    "analysis": Texts(
        "sum(d[f, i]*x[s*j + i] for i in range(k))",
        f"sum(D[rho, f, u]*X[rho, j + u] for rho in range(s) for u in {TAPS})",
        "1 <= s",
        {**ATOMS, "X[rho, m]": "x[s*m + rho]"},
        LETTERS,
        "How much a signal has in common with an atom at $s j$ is the sum over the phases, without a stride.",
    ),
    "a step of iterative thresholding": Texts(
        "shrink(z[f, j] + sum(d[f, i]*(x[s*j + i] + e*approx[s*j + i]) for i in range(k)))",
        f"shrink(z[f, j] + sum(D[rho, f, u]*(X[rho, j + u] + e*A[rho, j + u]) for rho in range(s) for u in {TAPS}))",
        "1 <= s",
        {
            **ATOMS,
            "approx[t]": "sum([0 == (t - i) % s]*d[f, i]*z[f, (t - i)//s] for f in range(F) for i in range(k))",
            "X[rho, m]": "x[s*m + rho]",
            "A[rho, m]": f"sum(D[rho, f, u]*z[f, m - u] for f in range(F) for u in {TAPS})",
        },
        LETTERS,
        "A pursuit corrects the coefficients by what the residual has in common with the atoms, and shrinks the "
        "result; with $e = -1$ the residual is the signal less its approximation.  Every step can be done on phases, "
        "so all of them can: the two pursuits find the same code.",
    ),
}

FALSE = {
    "an atom's first phase is not the atom": Texts(
        "signal[s*m + rho]",
        f"sum(D[0, f, u]*z[f, m - u] for f in range(F) for u in {TAPS} if 0 <= m - u < M)",
        "1 <= s; 0 <= rho < s",
        {**SYNTHESIS, **ATOMS},
        LETTERS,
    ),
    "the last phase needs its taps": Texts(
        "signal[s*m + rho]",
        "sum(D[rho, f, u]*z[f, m - u] for f in range(F) for u in range(k//s) if 0 <= m - u < M)",
        "1 <= s; 0 <= rho < s",
        {**SYNTHESIS, **ATOMS},
        LETTERS,
    ),
}
