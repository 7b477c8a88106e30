"""Running one target under atheris: the package is instrumented as it is imported, then libFuzzer has the process."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("symstride.layers", "symstride.proof", "symstride.replaying", "symstride.errors")


def run(name: str, dictionary: bool) -> None:
    """Fuzz the target of that name with the options of libFuzzer on the command line."""
    sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]
    import atheris

    with atheris.instrument_imports(include=list(PARTS)):
        from fuzz_targets import TARGETS, changed_certificate

    def one_input(data: bytes) -> None:
        try:
            TARGETS[name](data)
        except Exception:
            shown = changed_certificate(data) if name == "replay" and data[:1] != b"{" else repr(data)
            print(f"\ncrash of {name} on:\n{shown}", file=sys.stderr)
            raise

    options = [f"-dict={HERE / f'{name}.dict'}"] if dictionary else []
    atheris.Setup([sys.argv[0], *options, *sys.argv[1:]], one_input)
    atheris.Fuzz()
