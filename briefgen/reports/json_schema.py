"""The structure of the JSON report, version 1, and its JSON Schema.

Other programs depend on it. Keys may be added; removing a key or changing its meaning requires a new version.
"""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from msgspec import Meta, json

VERSION: Literal[1] = 1


class PlaceShape(TypedDict):
    """A place in a file; lines and columns count from 1 in code points, the end is exclusive."""

    line: Annotated[int, Meta(ge=1, description="The line where it begins.")]
    column: Annotated[int, Meta(ge=1, description="The column where it begins.")]
    end_line: Annotated[int, Meta(ge=1, description="The line where it ends.")]
    end_column: Annotated[int, Meta(ge=1, description="The column after its last character.")]


class EditShape(PlaceShape):
    """A part of the file that a fix replaces."""

    text: Annotated[str, Meta(description="The text to put there.")]


class FileEditShape(EditShape):
    """A part of another file that a fix replaces."""

    path: Annotated[str, Meta(description="The path of the file, which may not exist yet.")]


class FixShape(TypedDict):
    """What would fix a diagnostic: all of its edits, or none."""

    safe: Annotated[bool, Meta(description="True if `--fix` makes the fix; false if only `--unsafe-fixes` does.")]
    title: Annotated[str, Meta(description="What the fix does, in a few words.")]
    edits: Annotated[list[EditShape], Meta(description="The parts of the file to replace.")]
    elsewhere: NotRequired[
        Annotated[list[FileEditShape], Meta(description="The parts of other files to replace; left out if none.")]
    ]


class RelatedShape(PlaceShape):
    """Another place that belongs to a diagnostic, perhaps in another file."""

    path: Annotated[str, Meta(description="The path of the file.")]
    message: Annotated[str, Meta(description="How this place is related.")]


class DiagnosticShape(PlaceShape):
    """What one rule says of one place."""

    code: Annotated[str, Meta(description="The code of the rule: `C104`.")]
    name: Annotated[str, Meta(description="The name of the rule: `unused-source`.")]
    severity: Annotated[Literal["error", "warning", "note"], Meta(description="The severity.")]
    path: Annotated[str, Meta(description="The path of the file, relative to the folder in which briefgen ran.")]
    message: Annotated[str, Meta(description="What is wrong.")]
    help: Annotated[str, Meta(description="What to do about it; may be empty.")]
    related: Annotated[list[RelatedShape], Meta(description="Other places that are related to it.")]
    fix: Annotated[FixShape | None, Meta(description="The fix, if there is one.")]


class SummaryShape(TypedDict):
    """Counts of the reports and of what was checked."""

    errors: Annotated[int, Meta(ge=0, description="The number of errors.")]
    warnings: Annotated[int, Meta(ge=0, description="The number of warnings.")]
    notes: Annotated[int, Meta(ge=0, description="The number of notes.")]
    issues: Annotated[int, Meta(ge=0, description="The number of issues checked.")]
    citations: Annotated[int, Meta(ge=0, description="The number of citations in them.")]
    sources: Annotated[int, Meta(ge=0, description="The number of sources in them.")]


class ReportShape(TypedDict):
    """What `briefgen validate --output-format json` prints."""

    version: Annotated[Literal[1], Meta(description="The version of this format.")]
    diagnostics: Annotated[list[DiagnosticShape], Meta(description="All reports, in the order of the files.")]
    summary: Annotated[SummaryShape, Meta(description="Counts of the reports and of what was checked.")]


def make_report_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefgen report"}
    return head | json.schema(ReportShape)
