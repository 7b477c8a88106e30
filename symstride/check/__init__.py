"""Checks beside the proof: on numbers, against loops that know only the layer, and on tensors at one size."""

from symstride.check.crosscheck import cross_check as cross_check
from symstride.check.instance import Instance as Instance
from symstride.check.instance import permutation_identity as permutation_identity
from symstride.check.instance import phase_identity as phase_identity
from symstride.check.instance import subsampling_identity as subsampling_identity
from symstride.check.reference import convolve as convolve
from symstride.check.reference import convolve_plain as convolve_plain
from symstride.check.report import CrossCheck as CrossCheck
from symstride.verdict import Kind as Kind
from symstride.verdict import Verdict as Verdict
from symstride.verdict import decided as decided
from symstride.verdict import proved as proved
from symstride.verdict import refuted as refuted
from symstride.verdict import sampled as sampled
from symstride.verdict import unknown as unknown
