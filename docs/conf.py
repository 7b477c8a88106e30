"""Sphinx configuration: Markdown pages, notebooks that are executed, and pages made from the program itself."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from docstrings import as_rest  # noqa: E402 -- lies beside this file
from pages import write_all  # noqa: E402 -- so does this

write_all(HERE / "generated")

project = "symstride"
author = "The symstride developers"
html_show_copyright = False
release = version = installed_version("symstride")
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc", "mathml"]
html_math_renderer = "mathml"  # pages load nothing from anywhere
exclude_patterns = ["_build", "jupyter_execute"]
html_theme = "furo"
html_title = "symstride"
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["formulas.css"]

# Markdown: mathematics between dollars, anchors at headings
myst_enable_extensions = ["dollarmath", "amsmath", "deflist", "colon_fence"]
myst_heading_anchors = 3

# notebooks: executed at every build, and an exception in a cell stops it
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # a slider is drawn where the notebook runs; here its first picture

# API pages: members in reading order, signatures as written
autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_preserve_defaults = True


def _plain_docstring(app: object, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    lines[:] = as_rest(lines)


def setup(app: Any) -> None:
    """Sphinx calls this once."""
    app.connect("autodoc-process-docstring", _plain_docstring)
