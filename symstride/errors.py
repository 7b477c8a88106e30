"""One family of errors, split by what the reader can do about them.

Every message has four parts: what was asked, what was expected, what came, what to try.
"""

from __future__ import annotations


class SymstrideError(Exception):
    """The base of everything that symstride raises on purpose.

    ``asked`` names the call and the argument, ``expected`` the condition, ``got`` the value that came,
    ``hint`` what to try next.  ``exit_code`` is what the command line answers with.
    """

    exit_code = 2

    def __init__(self, asked: str, expected: str, got: str, hint: str) -> None:
        super().__init__(asked, expected, got, hint)
        self.asked, self.expected, self.got, self.hint = asked, expected, got, hint

    def __str__(self) -> str:
        return f"asked:    {self.asked}\nexpected: {self.expected}\ngot:      {self.got}\ntry:      {self.hint}"


def _shown(self: SymstrideError) -> list[str]:
    """What a notebook shows in place of a traceback, which would lead into code that is not the reader's."""
    return [f"{type(self).__name__}", *str(self).splitlines()]


class SpecError(SymstrideError, ValueError):
    """The request itself is wrong: a size, a shape, a name.  Change the request."""

    exit_code = 2
    _render_traceback_ = _shown


class NotSupported(SymstrideError):
    """The request makes sense and symstride refuses it: not covered, or too large."""

    exit_code = 3
    _render_traceback_ = _shown


class CertificateRejected(SymstrideError):
    """A certificate does not prove what it claims.  ``where`` is the place in the file, when there is one."""

    exit_code = 1
    _render_traceback_ = _shown

    def __init__(self, asked: str, expected: str, got: str, hint: str, where: str = "") -> None:
        super().__init__(asked, expected, got, hint)
        self.where = where


class InternalError(SymstrideError):
    """Our bug, not yours: a derivation that must succeed was refused by the kernel."""

    exit_code = 70  # as in sysexits.h: none of the codes that are an answer


def rejected(expected: str, got: str, where: str, hint: str = "") -> CertificateRejected:
    """A certificate that replay refuses."""
    again = "prove the theorem again and compare the digests; a certificate is never edited by hand"
    return CertificateRejected("replay(certificate)", expected, got, hint or again, where)
