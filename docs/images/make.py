"""Make phases.svg and proof-page.png:  ``python docs/images/make.py``  (needs a TeX, and pdftoppm from poppler-utils).

The first is the picture of a layer of three taps and stride 2.  For the second it proves the introductory Keras layer
into a temporary folder and takes the first page of proof.pdf.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from proofs.entries import LAYERS  # noqa: E402 -- the repository's own folder, made importable above

DOTS_PER_INCH = "110"


def main() -> None:
    """Draw; then prove, print, and cut out page one."""
    import symstride

    layer = symstride.Conv(1, 1, kernel=3, stride=2, padding=((0, 1),), bias=False)
    symstride.draw(layer, input_size=8).save(HERE / "phases.svg")
    entry = LAYERS[0]
    with tempfile.TemporaryDirectory() as folder:
        symstride.prove(symstride.read(entry.line), input_size=entry.input_size).save(folder, pdf=True)
        page = ["pdftoppm", "-png", "-r", DOTS_PER_INCH, "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*page, str(Path(folder) / "proof.pdf"), str(Path(folder) / "page")], check=True)
        shutil.copyfile(Path(folder) / "page.png", HERE / "proof-page.png")


if __name__ == "__main__":
    main()
