"""Parameters given twice, with two arities, of no arity, or not as a tuple."""

import pytest
from soundness import refused

from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import ONE

WRONG = {
    "twice": (("x", 1), ("x", 1)),
    "at two arities": (("x", 1), ("x", 2)),
    "as tensor and variable": (("x", 1), ("x", -1)),
    "arity -2": (("x", -2),),
    "arity true": (("x", True),),
    "arity 1.0": (("x", 1.0),),
    "a list": [("x", 1)],
    "a list inside": (["x", 1],),
    "no arity": (("x",),),
    "no name": ((1, 1),),
    "a bad name": (("x y", 1),),
    "too many indices": (("x", 65),),
    "nothing": None,
}


@pytest.mark.parametrize("parameters", WRONG.values(), ids=WRONG)
def test_it_is_refused(parameters: object) -> None:
    with refused("define: wrong kind of argument"):
        make("define", "D", ONE, parameters)
