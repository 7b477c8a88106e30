"""symstride proves things about stride in convolutional networks.

    import symstride as ss
    layer = ss.read("nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)")
    theorem = ss.prove(layer)
    theorem.save("proof")

Everything below loads on first use; ``import symstride`` itself is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from symstride.version import __version__ as __version__

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank as Bank
    from symstride.algebra.operators import shift as shift
    from symstride.algebra.operators import space_to_depth as space_to_depth
    from symstride.algebra.operators import subsampling as subsampling
    from symstride.algebra.operators import unit_stride as unit_stride
    from symstride.algebra.tensor import convolution_tensor as convolution_tensor
    from symstride.catalogue import CATALOGUE as CATALOGUE
    from symstride.certifying.certificate import replay_equality as replay_equality
    from symstride.certifying.making import certify as certify
    from symstride.check.crosscheck import cross_check as cross_check
    from symstride.check.reconstruction import perfect_reconstruction as perfect_reconstruction
    from symstride.doors import read as read
    from symstride.doors import write as write
    from symstride.drawing.door import draw as draw
    from symstride.equality.deciding import equal as equal
    from symstride.equality.region import InPhases as InPhases
    from symstride.equality.region import valid_region as valid_region
    from symstride.equality.verdict import Equality as Equality
    from symstride.errors import CertificateRejected as CertificateRejected
    from symstride.errors import InternalError as InternalError
    from symstride.errors import NotSupported as NotSupported
    from symstride.errors import SpecError as SpecError
    from symstride.errors import SymstrideError as SymstrideError
    from symstride.identity import Identity as Identity
    from symstride.layers.axis import Axis as Axis
    from symstride.layers.layer import Conv as Conv
    from symstride.layers.pools import AveragePool as AveragePool
    from symstride.layers.pools import MaxPool as MaxPool
    from symstride.layers.transposed import ConvTranspose as ConvTranspose
    from symstride.layers.transposed import output_padding as output_padding
    from symstride.network.expanding import expand as expand
    from symstride.network.graph import Builder as Builder
    from symstride.network.graph import Network as Network
    from symstride.network.model import Model as Model
    from symstride.network.rewriting.unstride import unstride as unstride
    from symstride.replaying import ReplayReport as ReplayReport
    from symstride.replaying import replay as replay
    from symstride.theorem import Theorem as Theorem
    from symstride.theorem import prove as prove
    from symstride.theorem import prove_general as prove_general
    from symstride.theory.coherence import coherence as coherence
    from symstride.theory.composition import compose as compose
    from symstride.theory.cost import forms as forms
    from symstride.theory.cost import no_worse as no_worse
    from symstride.theory.cost import overhead as overhead
    from symstride.theory.equivariance import equivariance as equivariance
    from symstride.theory.exact_values import singular_values as singular_values
    from symstride.theory.fields import receptive_field as receptive_field
    from symstride.theory.folding import folding as folding
    from symstride.theory.hoisting import hoist as hoist
    from symstride.theory.information import live_phases as live_phases
    from symstride.theory.information import null_space as null_space
    from symstride.theory.information import rank as rank
    from symstride.theory.information import unread as unread
    from symstride.theory.reads import reads as reads
    from symstride.theory.sharing import sharing as sharing
    from symstride.theory.spectrum import gram as gram
    from symstride.theory.spectrum import is_orthogonal as is_orthogonal
    from symstride.theory.spectrum import norm_bounds as norm_bounds
    from symstride.theory.spectrum import orthogonality as orthogonality
    from symstride.theory.spectrum import spectrum as spectrum
    from symstride.theory.translation import autocorrelation as autocorrelation
    from symstride.theory.translation import blurred as blurred
    from symstride.theory.translation import shift_defect as shift_defect
    from symstride.verdict import Verdict as Verdict

_NAMES = {
    "algebra.bank": "Bank",
    "algebra.operators": "shift space_to_depth subsampling unit_stride",
    "algebra.tensor": "convolution_tensor",
    "catalogue": "CATALOGUE",
    "certifying.certificate": "replay_equality",
    "certifying.making": "certify",
    "check.crosscheck": "cross_check",
    "check.reconstruction": "perfect_reconstruction",
    "verdict": "Verdict",
    "doors": "read write",
    "drawing.door": "draw",
    "equality.public": "Equality InPhases equal valid_region",
    "errors": "CertificateRejected InternalError NotSupported SpecError SymstrideError",
    "identity": "Identity",
    "layers.axis": "Axis",
    "layers.layer": "Conv",
    "layers.pools": "AveragePool MaxPool",
    "layers.transposed": "ConvTranspose output_padding",
    "network.public": "Builder Model Network expand unstride",
    "replaying": "ReplayReport replay",
    "theorem": "Theorem prove prove_general",
    "theory.public": "autocorrelation blurred coherence compose equivariance folding forms gram hoist is_orthogonal "
    "live_phases no_worse norm_bounds null_space orthogonality overhead rank reads receptive_field sharing "
    "shift_defect singular_values spectrum unread",
}
"""The public names that live in each module, with blanks between them."""

_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'symstride' has no attribute {name!r}")
    return globals().setdefault(name, getattr(import_module(f"symstride.{_HOMES[name]}"), name))


def __dir__() -> list[str]:
    return sorted(__all__)
