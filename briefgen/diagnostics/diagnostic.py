"""Severity, fix, finding and diagnostic: what a rule says, and what the runner makes of it."""

from enum import StrEnum
from typing import Self

from msgspec import Struct

from briefgen.yamltext import Document, Edit, Position, Span


class Severity(StrEnum):
    """How bad: an error would come out wrong, a warning serves the reader worse, a note is for the editor."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(self)

    def reaches(self, other: Self) -> bool:
        """Say whether this is as bad as `other` or worse."""
        return self.rank >= other.rank


class Related(Struct, frozen=True):
    """Another place that belongs to the finding, with words of its own; `path` where it is in another file."""

    span: Span
    message: str
    path: str = ""
    position: Position | None = None
    """Where it begins in the other file, whose text is not at hand when the finding is shown."""


class Fix(Struct, frozen=True):
    """Edits that fix a finding; safe ones never touch a word."""

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool


class Finding(Struct, frozen=True):
    """What a rule says of one place."""

    span: Span
    message: str
    """The fact, lower case, no full stop, the author's words quoted."""
    help: str = ""
    """One action."""
    label: str = ""
    """A few words that stand beside the carets."""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    """Only where it differs from the rule's own."""


class Diagnostic(Struct, frozen=True):
    """A finding with the name of its rule, its severity and the file it is about."""

    code: str
    name: str
    severity: Severity
    path: str
    finding: Finding
    document: Document

    def __eq__(self, other: object) -> bool:
        """Say whether another says the same; the document behind it is the same where its path is."""
        return isinstance(other, Diagnostic) and self._said == other._said

    def __hash__(self) -> int:
        """Return the hash of what is said."""
        return hash(self._said)

    def __repr__(self) -> str:
        """Return what is said, without the text it is said of."""
        return f"Diagnostic{self._said}"

    @property
    def _said(self) -> tuple[str, str, Severity, str, Finding]:
        return self.code, self.name, self.severity, self.path, self.finding

    @property
    def start(self) -> Position:
        """Line and column of the first character."""
        return self.document.lines.position(self.finding.span.start)

    @property
    def end(self) -> Position:
        """Line and column after the last character."""
        return self.document.lines.position(self.finding.span.end)

    @property
    def sort_key(self) -> tuple[str, int, str, int]:
        """By file, then by place, then by code."""
        return self.path, self.finding.span.start, self.code, self.finding.span.end
