"""What a layer is: one axis, one layer, and how to read one from a pasted line."""

from symstride.layers.axis import RESERVED as RESERVED
from symstride.layers.axis import Axis as Axis
from symstride.layers.axis import Integer as Integer
from symstride.layers.layer import Conv as Conv
from symstride.layers.layer import Cost as Cost
from symstride.layers.lines.reading import read as read
from symstride.layers.transposed import ConvTranspose as ConvTranspose
