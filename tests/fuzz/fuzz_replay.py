"""Coverage-guided fuzzing of certificate replay: genuine certificates, changed as the fuzzer's bytes say.

    python tests/fuzz/fuzz_replay.py -max_total_time=60 [folder for new inputs] tests/fuzz/corpus/replay

Needs atheris.  A crash is written to ``crash-*``; the text of the certificate is printed.  Move that text into
``tests/fuzz/corpus/replay`` with the repair.
"""

from __future__ import annotations

from fuzz_run import run

if __name__ == "__main__":
    run("replay", dictionary=False)
