"""The cases of the gallery: each function draws one, and its docstring says what is to be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import symstride as ss
from symstride.drawing.graphic import Graphic
from symstride.network.operators.records import AveragePool, MaxPool

# ------------------------------------------------------------------------- without stride


def no_padding() -> Graphic:
    """The usual convolution: one phase, so that nothing is sorted."""
    return ss.draw(ss.Conv(1, 1, (3, 3)), input_size=4)


def half_padding() -> Graphic:
    """Half padding keeps the size: as many outputs as places."""
    return ss.draw(ss.Conv(1, 1, (3, 3), padding=1), input_size=4)


def full_padding() -> Graphic:
    """Full padding: each place is read by every tap."""
    return ss.draw(ss.Conv(1, 1, (3, 3), padding=2), input_size=3)


# ------------------------------------------------------------------------- with stride


def no_padding_stride_two() -> Graphic:
    """Stride 2 on places sorted into four small images: each has its share of the taps, and all windows move by one."""
    return ss.draw(ss.Conv(1, 1, (3, 3), stride=2), input_size=5)


def padding_stride_two() -> Graphic:
    """With padding the first window begins before the input; its taps fall on other phases."""
    return ss.draw(ss.Conv(1, 1, (3, 3), stride=2, padding=1), input_size=6)


def half_padding_odd_input() -> Graphic:
    """An odd size: the last cells are filled in part.  Hatched places are ghosts, which hold 0."""
    return ss.draw(ss.Conv(1, 1, (3, 3), stride=2, padding=1), input_size=5)


def along_one_axis() -> Graphic:
    """The same along one axis, with the sum behind each output in the order of the phases."""
    return ss.draw(ss.Conv(1, 1, 3, stride=2, padding=1, ndim=1), input_size=8)


def large_kernel() -> Graphic:
    """The first layer of AlexNet along one axis: 11 taps, stride 4, and four short windows."""
    return ss.draw(ss.Conv(3, 64, (11, 11), stride=4, padding=2), "axis", input_size=27)


def stride_three() -> Graphic:
    """Nine phases: the hue tells the row's remainder, its strength the column's."""
    return ss.draw(ss.Conv(1, 1, (5, 5), stride=3, padding=1), input_size=9)


def axes_that_differ() -> Graphic:
    """Each axis has its own stride: two phases, one above the other."""
    return ss.draw(ss.Conv(1, 1, (3, 3), stride=(2, 1), padding=1), input_size=(6, 4))


# ------------------------------------------------------------------------- dead phases, dilation


def kernel_smaller_than_stride() -> Graphic:
    """Three of four phases are read by no tap: a stride 2 that follows a 1 x 1 kernel drops them."""
    return ss.draw(ss.Conv(1, 1, (1, 1), stride=2), input_size=6)


def dilation_that_shares_a_factor() -> Graphic:
    """Dilation 2 and stride 2: every tap falls on phase 0, and half of the input is never read."""
    return ss.draw(ss.Conv(1, 1, 3, stride=2, dilation=2, ndim=1), input_size=9)


def dilation_that_shares_none() -> Graphic:
    """Dilation 2 and stride 3 have no common factor: each phase gets one of the three taps."""
    return ss.draw(ss.Conv(1, 1, 3, stride=3, padding=2, dilation=2, ndim=1), input_size=10)


def dilation_in_the_plane() -> Graphic:
    """Dilation 2 without stride: one phase, and a window with holes."""
    return ss.draw(ss.Conv(1, 1, (3, 3), dilation=2), input_size=6)


# ------------------------------------------------------------------------- other phases


def phases_of_the_output() -> Graphic:
    """Two phases of the output: two sets of taps take turns, each on four phases of the input."""
    return ss.draw(ss.Conv(1, 1, 3, stride=2, padding=1, ndim=1), input_size=8, phases=2)


def phases_from_the_padding_on() -> Graphic:
    """Counted from the first padded place, the same taps need one place less than on the image's own cells."""
    return ss.draw(ss.Conv(1, 1, 4, stride=2, padding=1, ndim=1), input_size=8, origin="padded")


def an_input_that_repeats() -> Graphic:
    """Circular padding: places before the input are the last ones of it."""
    return ss.draw(ss.Conv(1, 1, 3, stride=2, padding=1, ndim=1, padding_mode="circular"), input_size=8)


# ------------------------------------------------------------------------- transposed layers


def transposed() -> Graphic:
    """A transposed layer without stride: the kernel is turned round."""
    return ss.draw(ss.ConvTranspose(1, 1, 3, ndim=1), input_size=4)


def transposed_stride_two() -> Graphic:
    """With stride 2, two unit-stride layers make the even and the odd outputs: sub-pixel convolution."""
    return ss.draw(ss.ConvTranspose(1, 1, 3, stride=2, ndim=1), input_size=4)


def transposed_in_the_plane() -> Graphic:
    """Two axes with stride 2: four kernels take turns, and each makes one phase of the output."""
    return ss.draw(ss.ConvTranspose(1, 1, (3, 3), stride=2), input_size=2)


def transposed_padding() -> Graphic:
    """Padding takes outputs away at both ends, so that the phases change places."""
    return ss.draw(ss.ConvTranspose(1, 1, 4, stride=2, padding=1, ndim=1), input_size=4)


def transposed_dead_phase() -> Graphic:
    """A kernel smaller than the stride leaves outputs that hold the bias alone."""
    return ss.draw(ss.ConvTranspose(1, 1, 2, stride=3, ndim=1), input_size=3)


# ------------------------------------------------------------------------- pools


def max_pool() -> Graphic:
    """The maximum over phases of maxima over shorter windows."""
    return ss.draw(MaxPool((3,), (2,), ((0, 0),), (1,)), input_size=9)


def average_pool() -> Graphic:
    """Sums by phases, divided by the number of places that count."""
    return ss.draw(AveragePool((3,), (2,), ((1, 1),), (1,)), input_size=7)


def pool_in_the_plane() -> Graphic:
    """A 2 x 2 pool of stride 2 reads one place of each of the four phases."""
    return ss.draw(MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)), input_size=6)


# ------------------------------------------------------------------------- banks, matrices, volumes


def bank_of_one_axis() -> Graphic:
    """The kernel on the cells of the grid, and the same columns sorted by phase."""
    return ss.draw(ss.Conv(1, 1, 7, stride=2, padding=3, ndim=1), "bank")


def bank_of_two_axes() -> Graphic:
    """The first layer of a ResNet: 49 weights in four matrices of 4 x 4."""
    return ss.draw(ss.Conv(3, 64, (7, 7), stride=2, padding=3), "bank")


def matrices() -> Graphic:
    """The layer as a matrix: one row in two, columns sorted, and the blocks are banded matrices again."""
    return ss.draw(ss.Conv(1, 1, 3, stride=2, padding=1, ndim=1), "matrix", input_size=8)


def three_axes() -> Graphic:
    """A volume slice by slice: eight phases, which are smaller volumes."""
    return ss.draw(ss.Conv(1, 1, (3, 3, 3), stride=2, padding=1), input_size=4)


GALLERY: Mapping[str, Mapping[str, Callable[[], Graphic]]] = {
    "Without stride": {
        "No padding": no_padding,
        "Half padding": half_padding,
        "Full padding": full_padding,
    },
    "With stride": {
        "No padding, stride 2": no_padding_stride_two,
        "Padding, stride 2": padding_stride_two,
        "Half padding, odd input": half_padding_odd_input,
        "Along one axis": along_one_axis,
        "A large kernel": large_kernel,
        "Stride 3": stride_three,
        "Axes that differ": axes_that_differ,
    },
    "Dead phases and dilation": {
        "A kernel smaller than the stride": kernel_smaller_than_stride,
        "Dilation that shares a factor with the stride": dilation_that_shares_a_factor,
        "Dilation that shares none": dilation_that_shares_none,
        "Dilation in the plane": dilation_in_the_plane,
    },
    "Other phases": {
        "Phases of the output": phases_of_the_output,
        "Phases from the padding on": phases_from_the_padding_on,
        "An input that repeats": an_input_that_repeats,
    },
    "Transposed layers": {
        "No stride": transposed,
        "Stride 2, transposed": transposed_stride_two,
        "Stride 2 in the plane, transposed": transposed_in_the_plane,
        "Stride 2 and padding, transposed": transposed_padding,
        "A kernel smaller than the stride, transposed": transposed_dead_phase,
    },
    "Pools": {
        "Maxima": max_pool,
        "Averages": average_pool,
        "Maxima in the plane": pool_in_the_plane,
    },
    "Banks, matrices and volumes": {
        "The bank of one axis": bank_of_one_axis,
        "The bank of two axes": bank_of_two_axes,
        "Matrices": matrices,
        "Three axes": three_axes,
    },
}
"""Every case under its title, in chapters."""
