"""Who can evaluate a convolution: one small module per framework, looked up by name.

=================  ====================================================  =======================================
backend            what computes                                         to get it
=================  ====================================================  =======================================
numpy              this package's tap-by-tap correlation                 always there
scipy              ``scipy.signal.convolve`` and ``upfirdn``             ``pip install 'symstride[scipy]'``
torch              ``torch.nn.functional.conv1d``, ``2d``, ``3d``        ``pip install 'symstride[torch]'``
jax                ``jax.lax.conv_general_dilated``                      ``pip install 'symstride[jax]'``
keras              ``keras.layers.Conv1D``, ``2D``, ``3D`` (Keras 3)     ``pip install 'symstride[keras,torch]'``
onnx_reference     Conv and ConvInteger in ONNX's reference evaluator    ``pip install 'symstride[onnx]'``
onnxruntime        the same models in ONNX Runtime                       ``pip install 'symstride[onnx]'``
=================  ====================================================  =======================================

A backend imports its framework inside its methods, so that asking for one that is not installed costs nothing and is
answered with its name.  A new backend is one class with ``@register`` in a module named below.
"""

from symstride.check.backends.jax import JaxBackend as JaxBackend
from symstride.check.backends.keras import KerasBackend as KerasBackend
from symstride.check.backends.numpy import NumpyBackend as NumpyBackend
from symstride.check.backends.onnx_reference import OnnxReferenceBackend as OnnxReferenceBackend
from symstride.check.backends.onnxruntime import OnnxRuntimeBackend as OnnxRuntimeBackend
from symstride.check.backends.registry import BACKENDS as BACKENDS
from symstride.check.backends.registry import Backend as Backend
from symstride.check.backends.registry import find as find
from symstride.check.backends.registry import register as register
from symstride.check.backends.scipy import ScipyBackend as ScipyBackend
from symstride.check.backends.torch import TorchBackend as TorchBackend
