"""The result of compiling an issue."""

from pathlib import Path

from msgspec import Struct

from briefgen.diagnostics import Diagnostic
from briefgen.edition.output import Output
from briefgen.manuscript import Manuscript


class CompiledIssue(Struct, frozen=True):
    """A compiled issue; without outputs if diagnostics prevented rendering."""

    path: Path
    slug: str
    manuscript: Manuscript
    diagnostics: tuple[Diagnostic, ...] = ()
    outputs: tuple[Output, ...] = ()
    is_skipped: bool = False
    """Whether it was skipped because of `draft: true`."""
    entry: bytes | None = None
    """What the site shows of it, encoded."""
    remarks: tuple[str, ...] = ()
    """Remarks for the user, for example that the plain style sheet was used."""
