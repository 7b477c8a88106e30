"""Texts that mean something else than they seem to: each is refused, or read as Python reads it.

Each of them once let a false identity be proved by some reader, or would let one.
"""

from __future__ import annotations

import pytest

import symstride as ss
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.verdict import Kind, Verdict


def decided(left: str, right: str, given: str = "", letters: str = "", axes: int = 1, **where: str) -> Verdict:
    return ss.Identity(left, right, given, {k.replace("__", "[") + "]": v for k, v in where.items()}, letters).decide(
        axes
    )


# ------------------------------------------------------------------------- read as Python reads them

RIGHT = {
    "else of an equation": ("x[i] if i == j else y[i]", "[i == j]*x[i] + [i < j]*y[i] + [j < i]*y[i]"),
    "or": ("[i == 0 or j == 0]", "[i == 0] + [i != 0]*[j == 0]"),
    "or in a sum": ("sum(x[q] for q in range(n) if q == 0 or q == 1)",
                    "sum(x[q] for q in range(n) if q == 0) + sum(x[q] for q in range(n) if q == 1)"),
    "not of and": ("[not (i == 0 and j == 0)]", "[i != 0] + [i == 0]*[j != 0]"),
    "not equal": ("[i != j]", "[i < j] + [j < i]"),
    "a chain": ("[0 <= i < n]", "[0 <= i]*[i < n]"),
    "a chain of !=": ("[i != j != k]", "[i != j]*[j != k]"),
    "an `if` between two `for`s": ("sum(x[q, r] for q in range(n) if q < m for r in range(q))",
                                   "sum([q < m]*sum(x[q, r] for r in range(q)) for q in range(n))"),
    "a range that runs backwards": ("sum(x[q] for q in range(3, 1))", "0"),
    "a negative divisor": ("x[(-7)//(-2)]*x[7 % (-2)]", "x[3]*x[-1]"),
    "power binds before minus": ("x[-2**2]", "x[-4]"),
    "a power of 0, whose base speaks of a letter": ("x[0]*sum(c for q in range(n))**0", "x[0]"),
    "comparison of sums": ("[i + 1 <= j]", "[i < j]"),
    "precedence of and": ("[i == 0 or i == 1 and j == 0]", "[i == 0] + [i == 1]*[j == 0]"),
    "an inner index of the same name in two sums": ("sum(x[q] for q in range(n))*sum(y[q] for q in range(n))",
                                                    "sum(x[q]*y[r] for q in range(n) for r in range(n))"),
}  # fmt: skip
WRONG = {
    "else of an equation": ("x[i] if i == j else y[i]", "[i == j]*x[i] + [j < i]*y[i]"),
    "or as and": ("[i == 0 or j == 0]", "[i == 0]*[j == 0]"),
    "or as plus": ("[i == 0 or j == 0]", "[i == 0] + [j == 0]"),
    "not of and": ("[not (i == 0 and j == 0)]", "[i != 0]*[j != 0]"),
    "!= as <": ("[i != j]", "[i < j]"),
    "power of a negative number": ("x[-2**2]", "x[4]"),
    "division towards 0": ("x[(-7)//2]", "x[-3]"),
    "remainder towards 0": ("x[(-7) % 2]", "x[-1]"),
    "Karr's sum": ("sum(x[q] for q in range(3, 1)) + sum(x[q] for q in range(1, 3))", "0"),
    "a function is not a product": ("f(x[0] + x[1])", "f(x[0]) + f(x[1])"),
    "2 is not 1 over (max, +) alone": ("x[0] + x[0]", "x[0]"),
    "squares are not idempotent": ("f(f(c))", "f(c)"),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right"), RIGHT.values(), ids=RIGHT)
def test_what_python_means_is_proved(left: str, right: str) -> None:
    assert decided(left, right).kind is Kind.PROVED


@pytest.mark.parametrize(("left", "right"), WRONG.values(), ids=WRONG)
def test_what_python_does_not_mean_is_refuted(left: str, right: str) -> None:
    assert decided(left, right).kind is Kind.REFUTED


# ------------------------------------------------------------------------- refused

REFUSED = {
    "a step of range": "sum(x[q] for q in range(0, n, 2))",
    "range without ends": "sum(x[q] for q in range())",
    "range by keyword": "sum(x[q] for q in range(stop=n))",
    "range of stars": "sum(x[q] for q in range(*n))",
    "sum with a start": "sum((x[q] for q in range(n)), c)",
    "sum with a start by keyword": "sum((x[q] for q in range(n)), start=c)",
    "sum of a list": "sum([x[0]])",
    "sum of a tensor": "sum(x)",
    "something else than range": "sum(x[q] for q in y)",
    "two targets": "sum(x[q] for q, r in range(n))",
    "an index that is bound twice": "sum(x[q] for q in range(n) for q in range(m))",
    "an index that is bound inside again": "sum(x[q]*sum(y[q] for q in range(2)) for q in range(n))",
    "a first range that speaks of its index": "sum(x[q] for q in range(q))",
    "a range that speaks of a later index": "sum(x[q] for q in range(2) for r in range(u) for u in range(3))",
    "a test that speaks of a later index": "sum(x[q] for q in range(2) if q < u for u in range(3))",
    "an index that is free outside": "x[q] + sum(x[q] for q in range(n))",
    "subtraction": "x[0] - x[1]",
    "a negative scalar": "-x[0]",
    "division of scalars": "x[0]/2",
    "floor division of scalars": "x[0]//2",
    "remainder of scalars": "x[0] % 2",
    "division of integers": "x[i/2]",
    "a float": "x[1.0]",
    "a float with an exponent": "x[1e3]",
    "a complex number": "x[1j]",
    "a hexadecimal number": "x[0x10]",
    "a number with _": "x[1_000]",
    "a keyword glued to a number": "x[0] if 1if 0 else 2",
    "a large number": "x[99999999999999999999]",
    "a large scalar": "99999999999999999999*x[0]",
    "a number of 5000 digits": "x[" + "9" * 3990 + "]",
    "True": "True*x[0]",
    "False as an index": "x[False]",
    "None": "x[None]",
    "a comparison as a number": "(i == j)*x[0]",
    "a comparison as an index": "x[i == j]",
    "a condition that is a number": "[i]",
    "a branch on a number": "x[0] if n else y[0]",
    "a branch on True": "x[0] if True else y[0]",
    "two conditions in a bracket": "[i == j, i == 0]",
    "an empty bracket": "[]",
    "a bracket with a generator": "[i == j for i in range(3)]",
    "an indexed bracket": "[i == j][0]",
    "a comparison of scalars": "[x[0] == y[0]]",
    "a comparison by is": "[i is j]",
    "a comparison by in": "[i in j]",
    "bits": "x[i & 1]",
    "inversion": "x[~i]",
    "matrix product": "x[0]@y[0]",
    "a shift": "x[1 << i]",
    "a power of an index": "x[2**i]",
    "a negative power": "x[i**(-1)]",
    "a power by a scalar": "x[0]**c",
    "a power of a power": "x[0]**2**3",
    "a huge power": "x[0]**1000",
    "an index as a scalar": "sum(q*x[q] for q in range(n))",
    "a parameter as a scalar": "n*x[n]",
    "two arities": "x[0] + x[0, 1]",
    "a tensor as a scalar": "x + x[0]",
    "a tensor as an integer": "x[y] + y[0]",
    "a function as a tensor": "f(x[0]) + f[0]",
    "a function as a scalar": "f(x[0]) + f",
    "a function of two": "f(c, c)",
    "a function of nothing": "f()",
    "a function by keyword": "f(c=c)",
    "a function of stars": "f(*c)",
    "a function at an integer": "f(i) + x[i]",
    "absolute values": "abs(c)",
    "max": "max(x[0], x[1])",
    "min in an index": "x[min(i, j)]",
    "len": "len(x)",
    "sum as a name": "sum[0]",
    "range as a name": "x[range]",
    "walrus": "(y := x[0])",
    "lambda": "(lambda: x[0])()",
    "an attribute": "x.shape[0]",
    "a dunder": "__import__(c)",
    "a string": "x['a']",
    "a comment": "x[0] # + x[1]",
    "a line that goes on": "x[0] \\\n + x[1]",
    "two expressions": "x[0]; x[1]",
    "an assignment": "x = y",
    "a slice": "x[0:2]",
    "an ellipsis": "x[...]",
    "no index": "x[()]",
    "stars in an index": "x[*i]",
    "an index of an index": "x[0][1]",
    "await": "await x",
    "yield": "(yield)",
    "async": "sum(x[q] async for q in range(n))",
    "a set": "{x[0]}",
    "a ligature that Python reads as fi": "\ufb01(c)",
    "a mathematical i that Python reads as i": "x[\U0001d456]",
    "Greek": "x[\u03c4]",
    "a digit of another script": "x[\u0663]",
    "a full-width bracket": "x\uff3b0]",
    "no break space": "x[0]\u00a0+ x[1]",
    "zero width": "x\u200b[0]",
    "right to left": "x[0]\u202e + x[1]",
    "an empty text": "  ",
    "no text": "",
    "an unfinished one": "x[0",
    "deep parentheses": "(" * 300 + "x[0]" + ")" * 300,
    "a deep sum": "f(" * 200 + "c" + ")" * 200,
    "a long one": "x[0]" + " + x[0]" * 2000,
    "a null byte": "x[0]\0",
    "a divisor that may be 0": "x[i//s]",
    "a divisor that is 0": "x[i//0]",
    "a remainder by what may be 0": "x[i % s]",
    "a divisor that an outer bracket does not keep from 0": "[1 <= s]*x[i//s]",
    "a divisor that is tested too late": "sum(x[i//q] for q in range(n) if i % q == 0 if 1 <= q)",
    "a divisor that a range may make 0": "sum(x[i//q] for q in range(n))",
    "a divisor that only the other branch keeps from 0": "x[0] if 1 <= s else x[i//s]",
    "a divisor that `or` does not keep from 0": "[1 <= s or i % s == 0]",
    "a divisor below a power of 0": "x[i//s]**0",
    "a divisor in a branch that is multiplied by 0": "0*x[i//s]",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_four_parts(text: str) -> None:
    for sides in ((text, "x[0]"), ("x[0]", text)):
        with pytest.raises(SymstrideError) as caught:
            ss.Identity(*sides)
        assert type(caught.value) in (SpecError, NotSupported)
        assert all((caught.value.asked, caught.value.expected, caught.value.got, caught.value.hint))
        assert len(str(caught.value)) < 1500


ACCEPTED_DIVISORS = {
    "a number": ("x[i//2]", ""), "given": ("x[i//s]", "1 <= s"), "below 0": ("x[i//s]", "s < 0"),
    "a product": ("x[i//(s*m)]", "1 <= s; 0 < m"), "by another one": ("x[i//s]", "0 <= i < s"),
    "tested first": ("sum(x[i//q] for q in range(n) if 1 <= q if i % q == 0)", ""),
    "by a range": ("sum(x[i//q] for q in range(1, n))", ""), "shifted": ("sum(x[i//(q + 1)] for q in range(n))", ""),
    "by a branch": ("x[i//s] if 1 <= s else 0", ""), "by the other branch": ("0 if s <= 0 else x[i//s]", ""),
    "by and": ("[1 <= s and i % s == 0]", ""), "by or": ("[s < 1 or i % s == 0]", ""),
    "given behind its use": ("x[0]", "1 <= n % s; 2 <= s"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "given"), ACCEPTED_DIVISORS.values(), ids=ACCEPTED_DIVISORS)
def test_a_divisor_that_cannot_be_0_is_read(text: str, given: str) -> None:
    assert ss.Identity(text, text, given).decide().kind is Kind.PROVED


def test_hypotheses_about_a_letter_do_not_speak_of_an_index_of_that_name() -> None:
    with pytest.raises(SpecError, match="a divisor that cannot be 0"):
        ss.Identity("D[0] + x[t]", "D[0] + x[t]", "1 <= t", {"D[t]": "x[7//t]"})


# ------------------------------------------------------------------------- definitions

WHERE = {
    "a name that a sum around its use binds": ("sum(D[q] for q in range(n))", {"D[t]": "x[t + q]"}),
    "the same behind another definition": ("sum(E[q] for q in range(n))", {"D[t]": "x[t + q]", "E[t]": "D[t]"}),
    "a sum over a letter that is free in the body": ("D[0]", {"D[t]": "x[q] + sum(x[q] for q in range(t))"}),
    "a sum over an index of the head": ("D[0]", {"D[t]": "sum(x[t] for t in range(3))"}),
    "itself": ("D[0]", {"D[t]": "D[t]"}),
    "a later one": ("D[0]", {"D[t]": "E[t]", "E[t]": "x[t]"}),
    "two of one name": ("D[0]", {"D[t]": "x[t]", "D[r]": "y[r]"}),
    "an index twice": ("D[0, 0]", {"D[t, t]": "x[t]"}),
    "a tensor twice": ("D(x, x)[0]", {"D(x, x)[t]": "x[t]"}),
    "a tensor that is an index": ("D(x)[0]", {"D(x)[x]": "y[x]"}),
    "a tensor that the body does not use": ("D(x)[0]", {"D(x)[t]": "y[t]"}),
    "without its tensors": ("D[0]", {"D(x)[t]": "x[t]"}),
    "with too many tensors": ("D(x, y)[0]", {"D(x)[t]": "x[t]"}),
    "tensors for none": ("D(x)[0]", {"D[t]": "x[t]"}),
    "too many indices": ("D[0, 1]", {"D[t]": "x[t]"}),
    "no indices": ("D", {"D[t]": "x[t]"}),
    "an expression for a tensor": ("D(x + y)[0]", {"D(x)[t]": "x[t]"}),
    "an entry for a tensor": ("D(x[0])[0]", {"D(x)[t]": "x[t]"}),
    "a tensor of another arity": ("D(w)[0] + w[0, 0]", {"D(x)[t]": "x[t]"}),
    "a definition of another arity": ("D(E)[0]", {"E[r, t]": "y[r + t]", "D(x)[t]": "x[t]"}),
    "a name that is an integer": ("D[0]", {"D[t]": "x[D]"}),
    "a name that is a tensor elsewhere": ("x[0] + D[0]", {"D[t]": "y[t]", "x[t]": "z[t, t]", "E[t]": "x[t, t]"}),
    "a tensor that another definition takes from outside": ("G(y)[0]", {"F[t]": "x[t]", "G(x)[t]": "F[t] + x[t]"}),
    "the same for a scalar": ("G(b)", {"F": "a + 1", "G(a)": "F*a"}),
    "a tensor that is a definition": ("D(y)[0]", {"up[t]": "x[t]", "D(up)[t]": "up[2*t]"}),
    "an index that another definition takes from outside": ("G[0]", {"F[t]": "x[t + j]", "G[j]": "F[0] + x[j]"}),
    "no head": ("D[0]", {"D[t] + 1": "x[t]"}),
    "a head with a number": ("D[0]", {"D[0]": "x[0]"}),
    "a head with an expression": ("D[0]", {"D[2*t]": "x[t]"}),
    "a head called sum": ("sum(x[q] for q in range(2))", {"sum[t]": "x[t]"}),
    "a head called range": ("x[0]", {"range(x)[t]": "x[t]"}),
    "a placeholder of two arities": ("x[0, 0] + D(w)[0]", {"D(x)[t]": "x[t]"}),
    "a divisor that is 0 for some index": ("D[2]", {"D[t]": "x[7//t]"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "where"), WHERE.values(), ids=WHERE)
def test_a_definition_is_refused(text: str, where: dict[str, str]) -> None:
    with pytest.raises(SymstrideError) as caught:
        ss.Identity(text, "0", where=where)
    assert type(caught.value) in (SpecError, NotSupported)


def test_a_definition_keeps_its_own_tensors() -> None:
    where = {"F[t]": "x[t]", "G(z)[t]": "F[t] + z[t]"}
    assert ss.Identity("G(y)[0]", "x[0] + y[0]", where=where).decide().kind is Kind.PROVED
    assert ss.Identity("G(F)[0]", "2*x[0]", where=where).decide().kind is Kind.PROVED
    assert ss.Identity("G(y)[0]", "2*y[0]", where=where).decide().kind is Kind.REFUTED


def test_a_definition_keeps_its_own_letters() -> None:
    where = {"late[t]": "x[t + j]", "y(x)[j]": "sum(x[j + i] for i in range(k))"}
    assert ss.Identity("y(late)[n]", "sum(x[n + i + j] for i in range(k))", where=where).decide().kind is Kind.PROVED
    assert ss.Identity("y(late)[n]", "sum(x[2*n + i] for i in range(k))", where=where).decide().kind is Kind.REFUTED


# ------------------------------------------------------------------------- letters

LETTERS = {
    "a copy that is there already": ("sum(x[i + i1] for i in range(k))", "i k", 2),
    "a copy that is a tensor": ("sum(x1[i]*x[i] for i in range(k))", "i k x", 2),
    "a copy that a definition uses": ("sum(x[i] for i in range(k1)) + x[k]", "k i", 2),
    "a tensor among them": ("x[i]", "x i", 1), "twice": ("x[i]", "i i", 1), "a keyword": ("x[i]", "i if-", 1),
    "a reserved name": ("x[i]", "i sum", 1), "a range that stands once": ("sum(x[c] for c in range(k))", "k", 2),
    "a tensor at two arities": ("x[i] + x[0]", "i", 2), "a letter as a scalar": ("i*x[i]", "i", 2),
    "no axes": ("x[i]", "i", 0), "ten axes": ("x[i]", "i", 10), "True axes": ("x[i]", "i", True),
}  # fmt: skip


@pytest.mark.parametrize(("text", "letters", "axes"), LETTERS.values(), ids=LETTERS)
def test_letters_are_refused(text: str, letters: str, axes: int) -> None:
    with pytest.raises(SymstrideError) as caught:
        ss.Identity(text, text, letters=letters).statement(axes)
    assert type(caught.value) in (SpecError, NotSupported)


def test_a_comparison_holds_on_every_axis() -> None:
    for left, right in (("[i != j]", "[i < j] + [j < i]"), ("[not (i <= j)]", "[j < i]")):
        assert decided(left, right, letters="i j").kind is Kind.PROVED
        assert decided(left, right, letters="i j", axes=2).kind is Kind.REFUTED
    assert decided("[i == j] + [i != j]", "1", letters="i j", axes=2).kind is Kind.PROVED
    assert decided("x[i] if i == j else 0", "x[j]*[i == j]", letters="i j", axes=3).kind is Kind.PROVED


# ------------------------------------------------------------------------- hypotheses

GIVEN = ("i == 0 or j == 0", "i != 0", "not i == 0", "i", "x[0] <= y[0]", "x[0] != y[0]", "x[0] == i", "i < j or",
         "1 <= 1 // s", "True", "[i == 0]", "i == 0, j == 0")  # fmt: skip


@pytest.mark.parametrize("given", GIVEN)
def test_a_hypothesis_is_refused(given: str) -> None:
    with pytest.raises(SymstrideError) as caught:
        ss.Identity("x[i + j] + y[i + s]", "x[i + j] + y[i + s]", given)
    assert type(caught.value) in (SpecError, NotSupported)


def test_hypotheses_on_scalars_are_scalars_where_their_names_are() -> None:
    identity = ss.Identity("a*x[0]", "b*x[0]", "a == b")
    (formula,), _ = identity.statement()
    assert [side.sort for side in formula.args] == ["S", "S"]
    assert ss.Identity("x[a]", "x[b]", "a == b").decide().kind is Kind.PROVED


def test_a_hypothesis_on_scalars_may_use_definitions() -> None:
    where = {"total(x)": "sum(x[i] for i in range(n))"}
    identity = ss.Identity("total(x)*y[0] + c", "c + y[0]", "total(x) == 1", where)
    assert identity.decide().kind is not Kind.REFUTED
    assert [f.tag for f in identity.statement()[0]] == ["eq"]


BOMBS = {
    "a polynomial for a divisor": ("x[i//((a + b + c + d + e)**16*(f + g + h + j + k)**16 + 1)]", "", {}),
    "a polynomial in a hypothesis": ("x[i//s]", "(a + b + c + d + e)**16*(f + g + h + j + k)**16 <= s*s", {}),
    "many cases": ("[" + " or ".join(f"(i == {n} and j != {n})" for n in range(40)) + "]", "", {}),
    "definitions that double": ("D39[0]", "", {f"D{n}[t]": f"D{n - 1}[t]*D{n - 1}[t + 1]" for n in range(1, 40)}),
    "powers of powers": ("((((x[0] + 1)**16)**16)**16)**16", "", {}),
    "a sum over a large term": ("sum(" * 20 + "((x[0] + 1)**16)**16*((y[0] + 1)**16)**16" * 3
                                + "".join(f" for q{n} in range(3))" for n in range(20)), "", {}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "given", "where"), BOMBS.values(), ids=BOMBS)
def test_reading_is_bounded(text: str, given: str, where: dict[str, str]) -> None:
    with pytest.raises(SymstrideError) as caught:
        ss.Identity(text, "x[0]", given, where)
    assert type(caught.value) in (SpecError, NotSupported)
