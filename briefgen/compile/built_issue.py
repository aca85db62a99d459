"""What remains of an issue after its build: what gets told and remembered."""

from pathlib import Path

from msgspec import Struct

from briefgen.compile.issue_record import IssueRecord
from briefgen.compile.manifest import OutputFolder
from briefgen.manuscript import Published
from briefgen.reports.summary import Counts


class BuiltIssue(Struct, frozen=True):
    """What there is to say of an issue after its build."""

    path: Path
    slug: str
    report: str
    """What was found, formatted."""
    remarks: tuple[str, ...]
    counts: Counts
    is_stopped: bool
    """Whether something was found that prevents a build."""
    is_current: bool = False
    """Whether the last build of it still holds, so that nothing was done."""
    is_skipped: bool = False
    written: Path | None = None
    """The output folder, if it was written."""
    removed: tuple[str, ...] = ()
    """The files of earlier builds that were removed from it."""
    sizes: tuple[tuple[str, int], ...] = ()
    """The outputs that were written, and their sizes in bytes."""
    folder: OutputFolder | None = None
    """Its output folder, for the manifest; None if it was not built."""
    record: IssueRecord | None = None
    entry: bytes | None = None
    """What the site shows of it, encoded; None if it was not built."""
    published: Published | None = None
    """What readers have of it once its outputs are published; None of a draft or a sample."""
