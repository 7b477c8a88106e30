"""The transposed layer by plain loops over its definition: the witness of what the package makes of one."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.layers.transposed import ConvTranspose


def transpose_plain(
    layer: ConvTranspose, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None = None
) -> NDArray[Any]:
    """The transposed layer by its definition: each product goes to the place that it belongs to, or to none.

        z[o, t] = b[o] + sum over c, j, i with stride*j + dilation*i - low = t of  w[c, o', i] * x[c, j]

    ``x`` has shape ``(batch, C, *N)``, ``w`` ``layer.weight_shape``, ``b`` ``(O,)`` or None; the result is an object
    array ``(batch, O, *T)``.
    """
    xs, ws = x.astype(object), w.astype(object)
    z = np.zeros((x.shape[0], layer.out_channels, *layer.output_size(x.shape[2:])), dtype=object)
    if b is not None:
        z += b.astype(object).reshape(-1, *(1,) * layer.ndim)
    for (n, c, *j), value in np.ndenumerate(xs):
        for o, *i in np.ndindex(*w.shape[1:]):
            rows = zip(layer.stride, j, layer.dilation, i, layer.padding, strict=True)
            t = [s * jj + dl * ii - low for s, jj, dl, ii, (low, _) in rows]
            if all(0 <= place < size for place, size in zip(t, z.shape[2:], strict=True)):
                z[n, (c // layer.in_per_group) * layer.out_per_group + o, *t] += ws[c, o, *i] * value
    return z
