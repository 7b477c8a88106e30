"""Running Rocq over a folder of proofs: coqc compiles, coqchk checks what was compiled, and nothing is left behind.

The library is compiled once for each version of Rocq and kept in the user's cache.  Every program runs without a
shell, in a folder of its own, with a time limit; one that hangs is stopped with all its children.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Final

from symstride.errors import CertificateRejected, NotSupported, SpecError, rejected
from symstride.limits import check

LOGICAL_NAME: Final = "Symstride"
CERTIFICATE: Final = "certificate.json"
HOW_TO_GET: Final = (
    "install Rocq, formerly Coq (Debian and Ubuntu: apt-get install coq; elsewhere: https://rocq-prover.org/install), "
    "so that coqc and coqchk are on the PATH"
)
OUTPUT_LIMIT: Final = 20_000  # characters of a program's output that are read
SOURCES_LIMIT: Final = 100_000_000  # bytes of files that are compiled
_KEPT: Final = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "OCAMLPATH", "OCAMLFIND_CONF",
                "CAML_LD_LIBRARY_PATH", "COQLIB", "ROCQLIB")  # fmt: skip
_PROBE: Final = "From Coq Require Import ZArith Lia List Bool FMapPositive.\n"
"""What a file sees of the standard library alone; see ``_assumed``."""


# ------------------------------------------------------------------------------------------------ the report


@dataclass(frozen=True, slots=True)
class RocqFile:
    """What came of one file.  ``problem`` is empty when it compiled and was checked; ``axioms`` are what it assumes.

    ``claims`` is how many claims of a certificate it proves, and None for a Rocq file.
    """

    name: str
    seconds: float
    axioms: tuple[str, ...]
    problem: str
    claims: int | None = None

    @property
    def ok(self) -> bool:
        return not self.problem and not self.axioms

    def __str__(self) -> str:
        if self.problem:
            return f"{self.name}: refused after {self.seconds:.1f} s\n{self.problem}"
        assumed = f"assumes {', '.join(self.axioms)}" if self.axioms else "no axioms"
        done = "compiled" if self.claims is None else f"{self.claims:,} claims proved"
        return f"{self.name}: {done} in {self.seconds:.1f} s, {assumed}"


@dataclass(frozen=True, slots=True)
class RocqReport:
    """What Rocq says of a folder.

    ``version`` is Rocq's, ``library_seconds`` how long its library took (0 when it was compiled before), ``problem``
    what went wrong besides single files, and ``thorough`` whether the standard library was checked too.
    """

    version: str
    library_seconds: float
    files: tuple[RocqFile, ...]
    problem: str
    thorough: bool

    @property
    def ok(self) -> bool:
        return not self.problem and bool(self.files) and all(file.ok for file in self.files)

    @property
    def exit_code(self) -> int:
        """0 when everything compiled and nothing is assumed, else 1."""
        return 0 if self.ok else 1

    @property
    def axioms(self) -> tuple[str, ...]:
        """All that is assumed, each once."""
        return tuple(dict.fromkeys(axiom for file in self.files for axiom in file.axioms))

    def __str__(self) -> str:
        library = f"compiled in {self.library_seconds:.1f} s" if self.library_seconds else "compiled before"
        standard = "checked too" if self.thorough else "taken as it is installed"
        heading = f"Rocq {self.version}; our library {library}; the standard library {standard}"
        lines = [heading, *map(str, self.files)]
        if self.problem:
            lines.append(self.problem)
        elif self.ok:
            lines.append("all of it holds, with no axioms")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)


# ------------------------------------------------------------------------------------------------ the check


def check_folder(path: str | os.PathLike[str], timeout: float = 120.0, thorough: bool = False) -> RocqReport:
    """Compile every ``.v`` file under a folder (or one such file) and have the result checked for axioms.

    A ``certificate.json`` under the folder (or one certificate, however it is called) is replayed, written as a Rocq
    file (``rocq_certificate``) and compiled as the others are; what replay refuses is refused.

    ``timeout`` is in seconds, for each run of a program.  coqchk checks the library and the files; ``thorough`` has it
    check the standard library too, which takes half a minute more.  The folder is only read.

    A file that does not compile, a hung program and an axiom are in the report.  Raises ``NotSupported`` when coqc or
    coqchk is missing, ``SpecError`` when there is nothing to check.  Compiling a file is running it: Rocq commands can
    write files, so look at a file from a stranger first.
    """
    sources = _sources(Path(path))
    rocq = _Rocq(_program("coqc"), _program("coqchk"), timeout)
    texts, claims, refused = _translated(sources)
    try:
        report = _checked(rocq, texts, thorough)
    except _Stopped as why:
        report = RocqReport(rocq.seen, 0.0, (), str(why), thorough)
    files = (replace(file, claims=claims.get(file.name)) for file in report.files)
    return replace(report, files=(*files, *refused))


def library_files() -> dict[str, str]:
    """The files of the library by name, such as ``Kernel/Terms.v``, each after those that it needs.

    That is the order in ``_CoqProject``.
    """
    folder = resources.files("symstride.export").joinpath("rocq_library")
    order = folder.joinpath("_CoqProject").read_text(encoding="utf-8").split()
    return {name: folder.joinpath(name).read_text(encoding="utf-8") for name in order if name.endswith(".v")}


def _sources(path: Path) -> dict[str, bytes]:
    found = sorted([*path.rglob("*.v"), *path.rglob(CERTIFICATE)])
    if path.suffix in (".v", ".json") and path.is_file():
        found = [path]
    if not found:
        got = f"{path}: no .v file there, and no {CERTIFICATE}" if path.is_dir() else f"{path}: no such folder"
        hint = "symstride prove LAYER -o DIR writes a certificate, and with --rocq a Rocq file"
        raise SpecError("check_folder(path)", "a folder with Rocq files or certificates", got, hint)
    found = [file for file in found if file.is_file()]
    hint = "check the files of one proof at a time"
    check("check_folder(path)", sum(file.stat().st_size for file in found), SOURCES_LIMIT, "bytes of files", hint)
    root = path if path.is_dir() else path.parent
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


def _translated(sources: dict[str, bytes]) -> tuple[dict[str, bytes], dict[str, int], list[RocqFile]]:
    """The Rocq texts, with those of certificates; how many claims these make; the certificates that replay refuses."""
    from symstride.export.rocq_certificate import certificate_file

    texts: dict[str, bytes] = {}
    claims: dict[str, int] = {}
    refused: list[RocqFile] = []
    for name, content in sources.items():
        if name.endswith(".v"):
            texts[name] = content
            continue
        try:
            text = _utf8(content)
            texts[name], claims[name] = certificate_file(text).encode(), len(json.loads(text)["claims"])
        except CertificateRejected as why:
            refused.append(RocqFile(name, 0.0, (), f"replay refuses it: {why}"))
    return texts, claims, refused


def _utf8(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as why:
        raise rejected("a text in UTF-8", str(why)[:200], "file") from None


def _program(name: str) -> str:
    place = shutil.which(name)
    if place is None:
        raise NotSupported("check_folder(path)", f"the program {name}", "it is not on the PATH", HOW_TO_GET)
    return place


def _checked(rocq: _Rocq, sources: dict[str, bytes], thorough: bool) -> RocqReport:
    rocq.version()
    with tempfile.TemporaryDirectory(prefix="symstride-rocq-") as scratch:
        library, seconds = _library(rocq, Path(scratch, "library"))
        place = Path(scratch, "files")
        place.mkdir()
        numbered = enumerate(sources.items())
        files = [_compiled(rocq, library, place, f"File{n}", name, text) for n, (name, text) in numbered]
        checked, problem = _without_axioms(rocq, library, place, files, thorough)
    return RocqReport(rocq.seen, seconds, tuple(checked), problem, thorough)


def _compiled(rocq: _Rocq, library: Path, place: Path, module: str, name: str, text: bytes) -> tuple[str, RocqFile]:
    """One file, under a module name of ours: its own need not be a Rocq name."""
    (place / f"{module}.v").write_bytes(text)
    started = time.monotonic()
    try:
        problem = rocq.compile(place, f"{module}.v", library).replace(f"./{module}.v", name)
    except _Stopped as why:
        problem = str(why)
    return module, RocqFile(name, time.monotonic() - started, (), problem)


def _without_axioms(
    rocq: _Rocq, library: Path, place: Path, files: Sequence[tuple[str, RocqFile]], thorough: bool
) -> tuple[Iterator[RocqFile], str]:
    """The files with what they assume, and what coqchk said if it failed; all that compiled are checked in one run."""
    modules = [module for module, file in files if not file.problem]
    if not modules:
        return (file for _, file in files), ""
    ours = [*map(_module_of, library_files()), *modules]
    report, problem = rocq.check(place, library, ours, thorough)
    known = set() if thorough else _assumed((library / "probe.txt").read_text(encoding="utf-8"))
    assumed = sorted(_assumed(report) - known)

    def of(module: str, file: RocqFile) -> RocqFile:
        # what a file assumes itself is its own; what comes from elsewhere may stand behind any of them
        elsewhere = [axiom for axiom in assumed if axiom.split(".")[0] not in dict(files)]
        own = [axiom.removeprefix(f"{module}.") for axiom in assumed if axiom.startswith(f"{module}.")]
        return RocqFile(file.name, file.seconds, () if file.problem else (*own, *elsewhere), file.problem)

    return (of(module, file) for module, file in files), problem


def _module_of(name: str) -> str:
    """Kernel/Terms.v -> Symstride.Kernel.Terms"""
    return ".".join([LOGICAL_NAME, *Path(name).with_suffix("").parts])


def _assumed(report: str) -> set[str]:
    """Everything that coqchk lists as assumed: axioms, type-in-type, unsafe fixpoints, unchecked positivity.

    With the standard library taken as it is, a few of its sealed modules are listed as well; a file that does nothing
    but import it shows which.
    """
    return {line.strip() for line in report.splitlines() if re.fullmatch(r"    \S+", line)}


# ------------------------------------------------------------------------------------------------ the compiled library


def _library(rocq: _Rocq, fallback: Path) -> tuple[Path, float]:
    """The folder with the compiled library and the seconds that it took: 0 when an earlier run left it.

    Kept in the user's cache, under a digest of its text and of the Rocq that compiled it; ``fallback`` is used where
    there is no cache to write to.
    """
    kept = _cache() / rocq.fingerprint(library_files())
    if (kept / "complete").exists():
        return kept, 0.0
    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        building = Path(tempfile.mkdtemp(prefix=".building-", dir=kept.parent))
    except OSError:  # a home that cannot be written to: compile for this run alone
        fallback.mkdir()
        return fallback, _build(rocq, fallback)
    try:
        seconds = _build(rocq, building)
        try:
            building.rename(kept)
        except OSError:  # another run has put it there first
            if not (kept / "complete").exists():
                raise
        return kept, seconds
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path("~/.cache").expanduser())
    return Path(home, "symstride", "rocq")


def _build(rocq: _Rocq, folder: Path) -> float:
    started = time.monotonic()
    for name, text in (library_files() | {"Probe.v": _PROBE}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        problem = rocq.compile(folder, name, folder)
        if problem:
            raise _Stopped(f"the library does not compile with this Rocq:\n{problem}")
    report, problem = rocq.check(folder, folder, [f"{LOGICAL_NAME}.Probe"], thorough=False)
    if problem:
        raise _Stopped(problem)
    (folder / "probe.txt").write_text(report, encoding="utf-8")
    (folder / "complete").write_text("", encoding="utf-8")
    return time.monotonic() - started


# ------------------------------------------------------------------------------------------------ running programs


class _Stopped(Exception):
    """A program was stopped, or could not be started; the message says which and why."""


@dataclass
class _Rocq:
    """The two programs and how long each run may take.  ``seen`` is the version, once it has been asked for."""

    coqc: str
    coqchk: str
    timeout: float
    seen: str = "of unknown version"

    def version(self) -> None:
        """Ask for the version, which also tells whether coqc runs at all."""
        code, output = self.run(Path.cwd(), self.coqc, "-print-version")
        if code or not output.split():
            raise _Stopped(f"coqc -print-version failed: {output.strip()}")
        self.seen = output.split()[0]

    def fingerprint(self, library: dict[str, str]) -> str:
        """A digest of the library's text and of this Rocq: compiled files fit no other."""
        _, where = self.run(Path.cwd(), self.coqc, "-where")
        prelude = Path(where.strip(), "theories", "Init", "Prelude.vo")
        built = str(prelude.stat().st_mtime_ns) if prelude.exists() else ""
        parts = [self.seen, where, built, _PROBE, *library, *library.values()]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    def compile(self, place: Path, name: str, library: Path) -> str:
        """What coqc has to say against a file; empty when it compiles."""
        code, output = self.run(place, self.coqc, "-q", "-w", "none", "-Q", str(library), LOGICAL_NAME, f"./{name}")
        return "" if code == 0 else output.strip() or f"coqc ended with code {code}"

    def check(self, place: Path, library: Path, modules: Sequence[str], thorough: bool) -> tuple[str, str]:
        """coqchk's summary, and what it has to say against the modules; empty when it finds nothing wrong."""
        wanted = modules if thorough else [word for module in modules for word in ("-norec", module)]
        paths = ["-Q", str(library), LOGICAL_NAME, "-Q", ".", ""]
        try:
            code, output = self.run(place, self.coqchk, "-silent", "-o", *paths, *wanted)
        except _Stopped as why:
            return "", str(why)
        if code or "CONTEXT SUMMARY" not in output:
            return "", f"coqchk found something wrong:\n{output.strip()}"
        return output, ""

    def run(self, place: Path, *command: str) -> tuple[int, str]:
        """The exit code and the output of a program, which is stopped with all its children when its time is up."""
        name = Path(command[0]).name
        with tempfile.TemporaryFile() as output:
            try:
                process = subprocess.Popen(
                    command, cwd=place, env=_environment(), start_new_session=True,
                    stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                )  # fmt: skip
            except OSError as why:
                raise _Stopped(f"{name} could not be started ({why.strerror})") from None
            try:
                code = process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                raise _Stopped(f"{name} was stopped after {self.timeout:g} seconds") from None
            finally:
                if process.returncode is None:  # out of time, or interrupted
                    _stop(process)
            output.seek(0)
            return code, output.read(OUTPUT_LIMIT).decode(errors="replace")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a running program and everything it started: they form a session, whose number is the program's."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _environment() -> dict[str, str]:
    """Only what Rocq needs to find itself: a COQPATH could put another library in the way of ours."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | {"LC_ALL": "C.UTF-8"}
