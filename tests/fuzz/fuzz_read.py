"""Coverage-guided fuzzing of ``symstride.read``.

    python tests/fuzz/fuzz_read.py -max_total_time=60 [folder for new inputs] tests/fuzz/corpus/read

Needs atheris.  A crash is written to ``crash-*``; move it into ``tests/fuzz/corpus/read`` with the repair.
"""

from __future__ import annotations

from fuzz_run import run

if __name__ == "__main__":
    run("read", dictionary=True)
