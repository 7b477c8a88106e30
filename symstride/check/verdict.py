"""The outcome of a check, where checks look for it: ``symstride.verdict`` has what it is."""

from __future__ import annotations

from symstride.verdict import Kind as Kind
from symstride.verdict import Verdict as Verdict
from symstride.verdict import decided as decided
from symstride.verdict import proved as proved
from symstride.verdict import refuted as refuted
from symstride.verdict import sampled as sampled
from symstride.verdict import unknown as unknown
