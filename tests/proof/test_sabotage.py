"""Each sabotaged kernel is noticed by the tests that its table names, and the untouched one passes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sabotage import PACKAGE, SABOTAGES, Sabotage, copy_package, files, patched, run_tests
from soundness import check

QUICK = [
    next(s for s in SABOTAGES if s.why == why)
    for why in ("arity is a capture check", "the index in a bound of its own sum", "a claim with another conclusion")
]


def _label(sabotage: Sabotage) -> str:
    return f"{sabotage.file.removesuffix('.py')}: {sabotage.why}"


def _check_noticed(sabotage: Sabotage, folder: Path) -> None:
    home = copy_package(folder, sabotage)
    for name in sabotage.by:
        run = run_tests(home, (name,), "-x")
        check(run.noticed, sabotage.why, "was not noticed by", name, run.output[-1500:])


@pytest.mark.sampled(3)
@pytest.mark.parametrize("sabotage", QUICK, ids=_label)
def test_three_sabotages_are_noticed(sabotage: Sabotage, tmp_path: Path) -> None:
    _check_noticed(sabotage, tmp_path)


@pytest.mark.full
@pytest.mark.sampled(9, 9)
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("sabotage", SABOTAGES, ids=_label)
def test_every_sabotage_is_noticed(sabotage: Sabotage, tmp_path: Path) -> None:
    _check_noticed(sabotage, tmp_path)


@pytest.mark.full
@pytest.mark.timeout(1200)
def test_the_untouched_package_passes(tmp_path: Path) -> None:
    """Otherwise a sabotage would seem to be noticed whatever it does."""
    names = tuple(sorted({name for sabotage in SABOTAGES for name in sabotage.by}))
    run = run_tests(copy_package(tmp_path, None), names)
    check(run.code == 0, run.output[-3000:])


def test_the_copy_is_what_runs(tmp_path: Path) -> None:
    """A copy that cannot even be imported fails to run: neither passed nor noticed."""
    home = copy_package(tmp_path, None)
    (home / "symstride" / "proof" / "kernel" / "terms.py").write_text("this is no Python")
    run = run_tests(home, ("foreign_cut",))
    check(run.code not in (0, 1) and not run.noticed, run.output)


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=_label)
def test_the_table_fits_the_kernel(sabotage: Sabotage) -> None:
    """The old text stands there once, the new text is Python, and the tests exist."""
    source = (PACKAGE / "proof" / "kernel" / sabotage.file).read_text()
    compile(patched(source, sabotage), sabotage.file, "exec")
    check(len(files(sabotage.by)) >= 1)


def test_the_table_is_large_and_without_repetition() -> None:
    check(len(SABOTAGES) >= 100 and len({(s.file, s.old, s.new) for s in SABOTAGES}) == len(SABOTAGES), len(SABOTAGES))


def test_a_change_that_does_not_fit_is_an_error() -> None:
    sabotage = Sabotage("terms.py", "no such line", "", "", ())
    with pytest.raises(ValueError, match="0 times"):
        patched("x = 1", sabotage)
    with pytest.raises(ValueError, match="2 times"):
        patched("no such line, no such line", sabotage)
