"""What a layer is: one axis, one layer, and how to read one from a pasted line."""

from symstride.spec.axis import RESERVED as RESERVED
from symstride.spec.axis import Axis as Axis
from symstride.spec.axis import Integer as Integer
from symstride.spec.layer import Conv as Conv
from symstride.spec.layer import Cost as Cost
from symstride.spec.reading import read as read
from symstride.spec.transposed import ConvTranspose as ConvTranspose
