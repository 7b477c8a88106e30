"""The identities of the tests of the prover and the second checker's tools serve these tests too."""

import sys

from toolbox import ROOT

sys.path += [str(ROOT / "tests" / "checker"), str(ROOT / "tests" / "proof" / "prover")]
