"""A value whose variable is called like a bound index: the index has no name, so nothing is caught."""

from soundness import check

from symstride.proof.kernel.rules import axiom, instantiate
from symstride.proof.kernel.terms import VARIABLE, close_binder, make, names_of, open_binder, substitute, var
from symstride.proof.language.syntax import entry, integer, mapping, total, variable


def test_the_value_of_a_factor_stays_free() -> None:
    """sum_factor with c := T[v0], whatever the printed name of the index of the sum is."""
    theorem = instantiate(axiom("sum_factor"), ((("c", 0), mapping([], entry("T", "v0"))),))
    check(("v0", VARIABLE) in names_of([theorem.concl]), theorem)
    left = theorem.concl.args[0].args[2].args[0]
    check(left is entry("T", "v0"), left)


def test_an_inner_bound_stays_free() -> None:
    """sum_swap with lo2 := v0."""
    theorem = instantiate(axiom("sum_swap"), ((variable("lo2"), var("v0")),))
    check(("v0", VARIABLE) in names_of([theorem.concl]), theorem)


def test_substitution_under_a_sum() -> None:
    """(sum_v f[v + x]) with x := v is sum_w f[w + v]."""
    term = total("v", 0, 3, entry("f", "v + x"))
    result = substitute(term, {variable("x"): var("v")})
    check(result is total("w", 0, 3, entry("f", "w + v")), result)
    check(result is not total("v", 0, 3, entry("f", "v + v")))


def test_a_name_bound_from_under_another_sum() -> None:
    """sum_v sum_w g[v, w]: from inside, w is the nearest binder and v the next."""
    term = total("v", 0, 3, total("w", 0, 2, entry("g", "v", "w")))
    inner = make("sum", integer(0), integer(2), make("entry", "g", make("bound", 1), make("bound", 0)))
    check(term is make("sum", integer(0), integer(3), inner), term)


def test_a_map_put_under_a_sum_keeps_its_own_names() -> None:
    """f := (i -> T[i + v]) in sum_v f[v]."""
    result = substitute(total("v", 0, 3, entry("f", "v")), {("f", 1): mapping(["i"], entry("T", "i + v"))})
    check(result is total("w", 0, 3, entry("T", "w + v")), result)


def test_an_index_may_be_called_like_a_tensor() -> None:
    bound = close_binder(entry("v", "v"), ("v",))
    check(open_binder(bound, (integer(7),)) is entry("v", 7))
