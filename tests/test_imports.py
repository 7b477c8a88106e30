"""Imports run one way, trusted files stand alone, and heavy libraries load on first use.

The statements are read with ``ast``, wherever they stand: a function-level or type-only import is an arrow too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "symstride"

UPSTREAM: dict[str, frozenset[str]] = {}
"""For each part of the package, the parts that it may import from; each may import from itself."""

for _line in (
    "version     <-",
    "errors      <-",
    "limits      <- errors",
    "escaping    <-",
    "markup      <- errors",
    "verdict     <- errors",
    "layers      <- errors",
    "algebra     <- errors layers verdict",
    "proof       <- errors layers algebra",
    "network     <- errors layers algebra proof",  # beside the rest of proof
    "check       <- errors layers verdict algebra proof network adapters",
    "drawing     <- errors escaping layers algebra network",  # records of layers, plans of networks: nothing of proofs
    "render      <- version errors escaping layers algebra proof network adapters check replaying drawing",
    "export      <- version errors layers algebra proof network adapters check render replaying comparing",
    "adapters    <- errors layers network",  # doors for other people's models: they know layers, and nothing of proofs
    "doors       <- errors layers network adapters",
    "equality    <- errors layers verdict network check doors",  # the independent witness: no proofs
    "certifying  <- errors layers algebra network export doors equality replaying theorem",
    "comparing   <- errors proof network doors",
    "replaying   <- errors proof network comparing",
    "catalogue   <- proof identity",
    "theorem     <- errors layers verdict algebra proof network check render export adapters replaying comparing",
    "identity    <- errors verdict proof check render theorem",
    "theory      <- errors layers verdict algebra proof network theorem",
    "__init__    <- version errors layers verdict algebra proof network check drawing render export adapters doors "
    "equality certifying replaying theorem identity catalogue theory",
    "cli         <- errors layers verdict algebra proof network check drawing render export adapters doors equality "
    "certifying replaying theorem identity catalogue theory __init__",
    "__main__    <- cli",
):
    _part, _parts = _line.split("<-")
    UPSTREAM[_part.strip()] = frozenset(_parts.split())
for _part in UPSTREAM.keys() - {"version", "errors", "limits", "escaping", "markup"}:
    UPSTREAM[_part] |= {"limits", "markup"}  # everybody may refuse what is too large, and show a formula

FRAMEWORKS = frozenset({"torch", "onnx", "onnxruntime", "keras", "tensorflow", "jax", "jaxlib", "flax", "scipy", "z3"})
TRUSTED = ("proof/kernel/terms.py", "proof/kernel/polynomials.py", "proof/kernel/rules.py", "proof/kernel/replay.py")
"""The files that are to be trusted: the standard library, one another, and nothing else."""


@dataclass(frozen=True)
class Arrow:
    """``path:line`` imports ``module``; ``deep`` when it stands in a function or is for type checkers only.

    A deep import does not run while the module loads.
    """

    path: str
    line: int
    module: str
    deep: bool

    def __str__(self) -> str:
        return f"symstride/{self.path}:{self.line} imports {self.module}"


def part_of(path: str) -> str:
    """``layers/layer.py -> layers``, ``errors.py -> errors``."""
    return path.split("/")[0].removesuffix(".py")


def target_part(module: str) -> str | None:
    """The part of symstride that a dotted name lies in; None for other packages."""
    names = module.split(".")
    if names[0] != "symstride":
        return None
    return names[1] if len(names) > 1 else "__init__"


def arrows_in(source: str, path: str) -> Iterator[Arrow]:
    """Every import statement of one file, relative ones spelled out."""
    yield from _walk(ast.parse(source), path, deep=False)


def _walk(node: ast.AST, path: str, deep: bool) -> Iterator[Arrow]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Arrow(path, child.lineno, alias.name, deep)
        elif isinstance(child, ast.ImportFrom):
            for name in dict.fromkeys(_names_from(child, path)):
                yield Arrow(path, child.lineno, name, deep)
        else:
            yield from _walk(child, path, deep or _is_deep(child))


def _is_deep(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def _names_from(statement: ast.ImportFrom, path: str) -> list[str]:
    base = statement.module or ""
    if statement.level:
        folders = ["symstride", *path.split("/")[:-1]]
        base = ".".join([*folders[: len(folders) + 1 - statement.level], *filter(None, [base])])
    if base == "symstride":  # `from symstride import spec` names a part; `from symstride import Conv` the surface
        names = [alias.name for alias in statement.names]
        return [f"symstride.{name}" if name in UPSTREAM else "symstride" for name in names]
    inside = [f"{base}.{alias.name}" for alias in statement.names]
    return [name if _file_of(name) else base for name in inside]  # `from symstride.network import graph` names a file


def package_files() -> list[str]:
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@cache
def arrows() -> tuple[Arrow, ...]:
    return tuple(arrow for path in package_files() for arrow in arrows_in((PACKAGE / path).read_text(), path))


def backward(found: Sequence[Arrow]) -> list[str]:
    """The arrows that point from a part to one that is not upstream of it."""
    wrong = []
    for arrow in found:
        here, there = part_of(arrow.path), target_part(arrow.module)
        if there is not None and there != here and there not in UPSTREAM[here]:
            wrong.append(str(arrow))
    return wrong


def untrusted(found: Sequence[Arrow]) -> list[str]:
    """What the trusted files import beyond the standard library and each other."""
    friends = {"symstride." + path.removesuffix(".py").replace("/", ".") for path in TRUSTED}
    return [
        str(arrow)
        for arrow in found
        if arrow.path in TRUSTED
        and arrow.module not in friends
        and arrow.module.split(".")[0] not in sys.stdlib_module_names
    ]


def early_frameworks(found: Sequence[Arrow]) -> list[str]:
    """Frameworks imported while a module loads."""
    return [str(arrow) for arrow in found if arrow.module.split(".")[0] in FRAMEWORKS and not arrow.deep]


def test_every_part_of_the_package_has_its_place() -> None:
    assert {part_of(path) for path in package_files()} <= set(UPSTREAM)


def test_no_arrow_points_back() -> None:
    assert backward(arrows()) == []


def test_the_trusted_files_use_the_standard_library_and_each_other() -> None:
    assert untrusted(arrows()) == []


def test_frameworks_are_imported_inside_functions_only() -> None:
    assert early_frameworks(arrows()) == []


def circles(found: Sequence[Arrow], paths: list[str]) -> dict[str, set[str]]:
    """What is left of the files and what they import, deep or not, once those are taken away that need none of it."""
    needed = {path: set[str]() for path in paths}
    for arrow in found:
        file = _file_of(arrow.module)
        if file in needed and file != arrow.path:
            needed[arrow.path].add(file)
    while free := [path for path, needs in needed.items() if not needs & needed.keys()]:
        for path in free:
            del needed[path]
    return needed


def test_files_stand_in_an_order_in_which_each_needs_earlier_ones_only() -> None:
    assert circles(arrows(), package_files()) == {}


def _file_of(module: str) -> str:
    """The file that ``module`` loads from, inside the package; empty for other packages and for names in files."""
    first, *names = module.split(".")
    stem = "/".join(names)
    files = (f"{stem}.py", f"{stem}/__init__.py".lstrip("/")) if first == "symstride" else ()
    return next((file for file in files if (PACKAGE / file).is_file()), "")


def classes() -> list[str]:
    trees = (ast.parse((PACKAGE / path).read_text()) for path in package_files())
    return [node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]


def test_each_class_has_a_name_of_its_own() -> None:
    """The kernel's Theorem and the public one share theirs."""
    found = Counter(classes())
    assert {name for name, count in found.items() if count > 1} == {"Theorem"}
    assert found["Theorem"] == 2


# ------------------------------------------------------------------------- each check says no when it should


@pytest.mark.parametrize(
    ("path", "source", "check"),
    [
        ("layers/axis.py", "from symstride.algebra.bank import expand", backward),
        ("layers/axis.py", "def late():\n    import symstride.proof.kernel.rules", backward),
        ("layers/axis.py", "from ..algebra import bank", backward),
        ("proof/tactics/calculation.py", "if TYPE_CHECKING:\n    from symstride.render.latex import Page", backward),
        ("render/latex.py", "import symstride", backward),
        ("adapters/onnx/door.py", "from symstride import proof", backward),
        ("proof/kernel/rules.py", "import sympy", untrusted),
        ("proof/kernel/rules.py", "from symstride.proof.tactics.rewriting import under", untrusted),
        ("adapters/torch/door.py", "import torch.nn", early_frameworks),
        ("adapters/torch/door.py", "class A:\n    from onnx import helper", early_frameworks),
    ],
)
def test_the_checks_refuse(path: str, source: str, check: object) -> None:
    assert callable(check)
    assert len(check(list(arrows_in(source, path)))) == 1


def test_a_circle_is_found() -> None:
    paths = ["layers/axis.py", "layers/layer.py", "errors.py"]
    there = list(arrows_in("from symstride.layers.layer import Conv\nfrom symstride.errors import SpecError", paths[0]))
    back = "from symstride.layers.axis import Axis"
    assert set(circles([*there, *arrows_in(back, paths[1])], paths)) == set(paths[:2])
    assert circles(there, paths) == {}
    for late in (f"if TYPE_CHECKING:\n    {back}", f"def late():\n    {back}", "from symstride.layers import axis"):
        assert set(circles([*there, *arrows_in(late, paths[1])], paths)) == set(paths[:2])


def test_the_checks_let_pass() -> None:
    source = "import json\nfrom symstride.layers.axis import Axis\ndef late():\n    import torch"
    found = list(arrows_in(source, "algebra/bank.py"))
    assert [arrow.deep for arrow in found] == [False, False, True]
    assert backward(found) == untrusted(found) == early_frameworks(found) == []


# ------------------------------------------------------------------------- what loading brings in


def loaded_by(statement: str) -> set[str]:
    """Top-level packages outside the standard library that a fresh interpreter has loaded after ``statement``."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=PACKAGE.parent, timeout=60)
    return {name.split(".")[0] for name in done.stdout.split()} - sys.stdlib_module_names


def test_import_symstride_loads_sympy_at_most() -> None:
    assert loaded_by("import symstride") <= loaded_by("import sympy") | {"symstride"}


def test_the_kernel_loads_nothing() -> None:
    assert loaded_by("import symstride.proof.kernel.replay") <= loaded_by("import symstride")


def test_what_is_loaded_is_seen() -> None:
    assert "numpy" in loaded_by("import numpy")
