"""A definition that depends on something which is not its argument: instantiating that would not reach it."""

from collections.abc import Callable

import pytest
from soundness import check, refused

from symstride.proof.kernel.rules import instantiate, unfold
from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import entry, integer, tensor, use, variable

X = ("x", 1)
FORGERIES = {
    "on an integer": lambda: make("define", "D", entry("x", "i + s"), (X, variable("i"))),
    "on its index": lambda: make("define", "D", entry("x", "i"), (X,)),
    "on a tensor": lambda: make("define", "D", entry("x", "i"), (variable("i"),)),
    "on a tensor of another arity": lambda: make("define", "D", entry("x", 0, 0), (X,)),
    "on a variable called like its tensor": lambda: make("define", "D", entry("x", "x"), (X,)),
    "on an enclosing index": lambda: make("define", "D", make("entry", "x", make("bound", 0)), (X,)),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_it_is_refused(forge: Callable[[], object]) -> None:
    with refused("a definition is closed"):
        forge()


def test_all_parameters_are_arguments_so_substitution_reaches_them() -> None:
    definition = make("define", "D", entry("x", "s*i"), (X, variable("s"), variable("i")))
    equation = unfold(use(definition, tensor("x", 1), "s", "i"), definition)
    twice = instantiate(equation, ((variable("s"), integer(2)),))
    check(twice.concl.args[1] is entry("x", "2*i"), twice)
