"""The public names of this part, in one place, so that the package lists one module for them."""

from symstride.equality.deciding import equal as equal
from symstride.equality.region import InPhases as InPhases
from symstride.equality.region import valid_region as valid_region
from symstride.equality.verdict import Equality as Equality
