"""A use with an argument missing, too many, swapped, or of another kind."""

import pytest
from soundness import refused

from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import entry, integer, tensor, variable

D = make("define", "D", entry("x", "i"), (("x", 1), variable("i")))
X, N = tensor("x", 1), integer("i")
WRONG = {
    "none": (), "one missing": (X,), "the other missing": (N,), "too many": (X, N, N), "swapped": (N, X),
    "twice the tensor": (X, X), "twice the integer": (N, N), "a map of two indices": (tensor("x", 2), N),
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_arguments_that_do_not_fit(arguments: tuple[object, ...]) -> None:
    with refused("the arguments do not fit the parameters of D"):
        make("use", D, *arguments)


@pytest.mark.parametrize("argument", [entry("x", 0), D, None, 1], ids=["a scalar", "a definition", "None", "1"])
def test_arguments_of_no_kind(argument: object) -> None:
    with refused("use: wrong kind of argument"):
        make("use", D, argument, N)
