"""Findings, which rules yield, and diagnostics, which the rule runner makes of them."""

from enum import StrEnum
from typing import Self

from msgspec import Struct

from briefgen.yamltext import Document, Edit, Position, Span


class Severity(StrEnum):
    """How severe: an error makes an output wrong, a warning costs the reader something, a note is for the editor."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(self)

    def reaches(self, other: Self) -> bool:
        """Return whether this is at least as severe as `other`."""
        return self.rank >= other.rank


class Related(Struct, frozen=True):
    """A second location of a finding, with its own message; `path` is set if it is in another file."""

    span: Span
    message: str
    path: str = ""
    position: Position | None = None
    """Where it starts in the other file, whose text is not available when the finding is shown."""


class FileEdit(Struct, frozen=True):
    """An edit of another file, whose text is not available when the finding is shown."""

    path: str
    edit: Edit
    start: Position
    end: Position
    """Where the edit's span starts and ends in that file."""


class Fix(Struct, frozen=True):
    """Edits that fix a finding; a safe fix never changes a word."""

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool
    elsewhere: tuple[FileEdit, ...] = ()
    """Edits of another file of the publication; the fix makes all of its edits, or none."""


class Finding(Struct, frozen=True):
    """What a rule reports at one location."""

    span: Span
    message: str
    """The fact: in lower case, without a full stop, quoting the author's words."""
    help: str = ""
    """Proposes one action."""
    label: str = ""
    """A few words shown next to the carets that underline the span."""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    """Set only if it differs from the rule's severity."""
    cause: str = ""
    """Findings of one rule with the same cause become one report; "" if it is a report of its own."""
    in_preview: bool = False
    """Whether it is reported only if its rule was selected: it is right less often than the rule's other findings."""


class Diagnostic(Struct, frozen=True):
    """A finding with its rule's code and name, its severity and its file."""

    code: str
    name: str
    severity: Severity
    path: str
    finding: Finding
    document: Document

    def __eq__(self, other: object) -> bool:
        """Compare everything but the document, which is determined by the path."""
        return isinstance(other, Diagnostic) and self._identity == other._identity

    def __hash__(self) -> int:
        """Hash the fields that are compared."""
        return hash(self._identity)

    def __repr__(self) -> str:
        """Return the fields, without the text of the document."""
        return f"Diagnostic{self._identity}"

    @property
    def _identity(self) -> tuple[str, str, Severity, str, Finding]:
        return self.code, self.name, self.severity, self.path, self.finding

    @property
    def start(self) -> Position:
        """The position of the first character."""
        return self.document.lines.position(self.finding.span.start)

    @property
    def end(self) -> Position:
        """The position after the last character."""
        return self.document.lines.position(self.finding.span.end)

    @property
    def sort_key(self) -> tuple[str, int, str, int]:
        """Orders diagnostics by file, then offset, then code."""
        return self.path, self.finding.span.start, self.code, self.finding.span.end
