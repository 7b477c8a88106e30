"""Statements in Python's own notation, read into terms: text is parsed and never run.

    sum(w[i]*x[s*j + i] for i in range(k))      a finite sum: range(b) or range(a, b), several `for`s, `if`s
    [0 <= t < N]                                an Iverson bracket: a list with one condition
    a if P else b                               a where P holds, b elsewhere; P of comparisons, `and`, `or`, `not`
    w[o, c, i]                                  an entry of a tensor, or of a definition at these indices
    conv(w, x)[o, j]                            the same of a definition at other tensors
    relu(e)                                     an arbitrary function at a scalar
    c, 2, e**2                                  a scalar, 1 + 1, e*e

Indices, bounds and comparisons are integers: names, numbers, + - * // % and small powers.  What Python means by a
text is what is read, and everything else is refused.  Brackets, arbitrary functions and scalars of any semiring are
the only additions to Python.  ``evaluate_text`` beside this package computes the same from the text alone.
"""
