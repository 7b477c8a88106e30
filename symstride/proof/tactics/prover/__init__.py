"""Identities of finite sums, proved without hints.

``prove_identity`` answers a chain of equations with reasons, made of kernel theorems; nothing here is trusted.

    polynomials   integer terms as polynomials: collecting, dividing
    numbers       numbers at which facts hold, so that nobody looks for what is false
    quotients     div and mod made simple
    remainders    what equations say about quotients and remainders
    integers      does this formula on integers follow from those?
    blocks        sums of guarded products; unfolding and multiplying out
    guards        what follows is dropped, what is impossible is 0
    deltas        sums over guards v = e, quotients and residues
    indices       solving for indices
    carrying      a block to another by a bijection of indices
    cases         a block cut in two; sums of few terms written out
    places        where to cut
    hypotheses    given equations of scalars
    cutting       several blocks: pairing, merging, cutting
    driver        the whole
"""

from symstride.proof.tactics.prover.driver import prove_identity as prove_identity
from symstride.proof.tactics.prover.outcome import WORK as WORK
from symstride.proof.tactics.prover.outcome import Chain as Chain
from symstride.proof.tactics.prover.outcome import Effort as Effort
from symstride.proof.tactics.prover.outcome import Exhausted as Exhausted
from symstride.proof.tactics.prover.outcome import Unproved as Unproved
