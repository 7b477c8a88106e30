"""What people see: taps by phase, with a dot for each structural zero."""

from __future__ import annotations

import re

import sympy

from symstride.algebra.bank import expand
from symstride.algebra.display import DOT, phase_taps
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
    assert text.count("w[") == 6
    assert text.count(DOT) == 2 * 4 * 2 - 6
    assert "4 input phases to 2, kernel 2, origin image" in text


def test_html_says_how_much_it_leaves_out():
    text = expand(Conv(1, 1, (3, 3), stride=4, padding=1), phases=3)._repr_html_()
    assert "and 1232 more pairs of phases" in text
    assert text.count("<tr>") == 1 + 64


def test_latex_of_one_axis_is_an_array():
    text = expand(Conv(1, 1, (3,), stride=2, padding=1))._repr_latex_()
    assert r"(0, 0) & \cdot & w_{1}" in text
    assert r"(0, 1) & w_{0} & w_{2}" in text


def test_symbols_show_the_closed_form():
    bank = expand(Conv(1, 1, *sympy.symbols("k s"), ndim=1))
    assert r"\begin{cases}" in bank._repr_latex_()
    html = bank._repr_html_()
    assert "cases" in html
    assert not re.search(r"<(?!/?(p|div)>)", html)  # a "<" of the mathematics would open a tag
