"""What people see: taps by phase, with a dot for each structural zero."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import sympy

from symstride.algebra.bank import expand
from symstride.algebra.display import DOT, entry_latex, phase_taps
from symstride.layers.layer import Conv


def test_rows_are_the_table():
    bank = expand(Conv(1, 1, (3, 2), stride=2, padding=1))
    rows = phase_taps(bank)
    assert [(row.tau, row.rho) for row in rows] == [((0, 0), (r, q)) for r in (0, 1) for q in (0, 1)]
    assert rows[3].taps == ((0, 0), None, (2, 0), None)
    assert rows[0].taps == (None, None, None, (1, 1))
    assert phase_taps(bank, 2) == rows[:2]


def test_html_shows_every_tap_and_a_dot_for_every_zero():
    text = expand(Conv(1, 1, (3,), stride=2, padding=1), phases=2)._repr_html_()
    assert text.count(">w[") == 6
    assert text.count(DOT) == 2 * 4 * 2 - 6
    assert "4 input phases to 2, kernel 2, origin image" in text


def test_html_of_two_axes_has_a_matrix_for_each_pair_of_phases_and_says_how_many_it_leaves_out():
    text = expand(Conv(1, 1, (3, 3), stride=4, padding=1), phases=3)._repr_html_()
    assert "and 1232 more pairs of phases" in text
    assert text.count(r"\begin{bmatrix}") == 64
    whole = expand(Conv(1, 1, (3, 3), stride=2, padding=1))._repr_html_()
    assert r"\widetilde{W}_{0, 1} = \begin{bmatrix} \cdot &amp; \cdot \\ w_{1, 0} &amp; w_{1, 2} \end{bmatrix}" in whole


def test_the_closed_form_is_the_entry():
    """At numbers, the cases that are printed give what the table has."""
    layer = Conv(1, 1, (3,), stride=2, padding=1, dilation=3)
    bank = expand(layer, phases=2)
    text = entry_latex(bank)
    tap, condition = re.search(
        r"w\[o, c, \((.*)\) / 3\] & \\text\{if \} 3 \\mid (.*), \\; 0 \\le \2 \\le 6", text
    ).groups()
    assert tap == condition
    place = sympy.sympify(
        tap.replace(r"\rho", "rho").replace(r"\tau", "tau").replace(" ", "*").replace("*+*", "+").replace("*-*", "-")
    )
    for row in phase_taps(bank):
        for u, found in zip(range(int(bank.axes[0].umin), int(bank.axes[0].umax) + 1), row.taps):
            n = place.subs({"tau": row.tau[0], "rho": row.rho[0], "u": u})
            assert found == ((n // 3,) if n % 3 == 0 and 0 <= n <= 6 else None)


def test_latex_of_one_axis_is_an_array():
    text = expand(Conv(1, 1, (3,), stride=2, padding=1))._repr_latex_()
    assert r"(0, 0) & \cdot & w_{1}" in text
    assert r"(0, 1) & w_{0} & w_{2}" in text


def test_symbols_show_the_closed_form():
    bank = expand(Conv(1, 1, *sympy.symbols("k s"), ndim=1))
    assert r"\begin{cases}" in bank._repr_latex_()
    html = bank._repr_html_()
    assert "cases" in html
    assert ElementTree.fromstring(html).tag == "div"  # a "<" of the mathematics would open a tag
