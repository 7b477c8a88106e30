"""A certificate with its own idea of ``conv``: it proves what it says, so it is compared with our own."""

from forging import HYPOTHESES, PHASE_LEMMA, accepted, data_of, proved_phase_lemma, text_of
from soundness import check

from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import make
from symstride.proof.language.definitions import conv
from symstride.proof.language.syntax import NOTHING, tensor, use


def test_a_convolution_that_is_always_zero() -> None:
    """It has the right name and the right parameters, and is another term."""
    _, body, parameters = conv(1).args
    fake = make("define", "conv", make("mul", NOTHING, body), parameters)
    side = use(fake, tensor("w", 3), tensor("x", 2), "C", "k", "s", "dl", "p", "o", "j")
    claim = accepted(text_of(data_of(ring(side, side)))).claims["claim"]
    genuine = use(conv(1), *side.args[1:])
    check(str(claim.concl.args[0]) == str(genuine), "they print alike")
    check(claim.concl.args[0] is not genuine, "and are told apart")


def test_the_genuine_certificate_proves_the_independent_statement() -> None:
    claim = accepted(text_of(data_of(proved_phase_lemma()))).claims["claim"]
    check(claim.concl is PHASE_LEMMA and claim.hyps == frozenset(HYPOTHESES))
