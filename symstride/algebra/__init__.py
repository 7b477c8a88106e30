"""What a layer means: the convolution tensor, operators on signals, and the expanded filter bank."""

from symstride.algebra.bank import Bank as Bank
from symstride.algebra.bank import expand as expand
from symstride.algebra.linear import Operator as Operator
from symstride.algebra.operators import shift as shift
from symstride.algebra.operators import space_to_depth as space_to_depth
from symstride.algebra.operators import subsampling as subsampling
from symstride.algebra.operators import unit_stride as unit_stride
from symstride.algebra.sizes import AxisBank as AxisBank
from symstride.algebra.tensor import convolution_tensor as convolution_tensor
from symstride.algebra.tensor import symbolic_weights as symbolic_weights
from symstride.algebra.transposed import TransposedBank as TransposedBank
from symstride.algebra.transposed import expand_transposed as expand_transposed
