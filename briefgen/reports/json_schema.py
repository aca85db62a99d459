"""The structure of the JSON report, version 1, and its JSON Schema.

Other programs depend on it. Keys may be added; removing a key or changing its meaning requires a new version.
"""

from typing import Annotated, Any, Literal, TypedDict

from msgspec import Meta, json

VERSION: Literal[1] = 1


class PlaceShape(TypedDict):
    """A place in a file; lines and columns count from 1 in code points, the end is exclusive."""

    line: Annotated[int, Meta(ge=1, description="The line it begins on.")]
    column: Annotated[int, Meta(ge=1, description="The column it begins at.")]
    end_line: Annotated[int, Meta(ge=1, description="The line it ends on.")]
    end_column: Annotated[int, Meta(ge=1, description="The column behind its last character.")]


class EditShape(PlaceShape):
    """A part of the file that a fix replaces."""

    text: Annotated[str, Meta(description="What stands there afterwards.")]


class FixShape(TypedDict):
    """What would fix a diagnostic: all of its edits, or none."""

    safe: Annotated[bool, Meta(description="Whether `--fix` makes it; otherwise `--unsafe-fixes` does.")]
    title: Annotated[str, Meta(description="What the fix does, in a few words.")]
    edits: Annotated[list[EditShape], Meta(description="The parts of the file that it replaces.")]


class RelatedShape(PlaceShape):
    """Another place that belongs to a diagnostic, perhaps in another file."""

    path: Annotated[str, Meta(description="The file it is in.")]
    message: Annotated[str, Meta(description="What this place has to do with it.")]


class DiagnosticShape(PlaceShape):
    """What one rule says of one place."""

    code: Annotated[str, Meta(description="Of the rule: `C104`.")]
    name: Annotated[str, Meta(description="Of the rule: `unused-source`.")]
    severity: Annotated[Literal["error", "warning", "note"], Meta(description="How bad it is.")]
    path: Annotated[str, Meta(description="From the folder in which briefgen ran.")]
    message: Annotated[str, Meta(description="The fact, with the author’s words quoted.")]
    help: Annotated[str, Meta(description="One thing to do; may be empty.")]
    related: Annotated[list[RelatedShape], Meta(description="Other places that belong to it.")]
    fix: Annotated[FixShape | None, Meta(description="What would fix it, if briefgen knows.")]


class SummaryShape(TypedDict):
    """How much was found, and in how much."""

    errors: Annotated[int, Meta(ge=0, description="How many errors were found.")]
    warnings: Annotated[int, Meta(ge=0, description="How many warnings were found.")]
    notes: Annotated[int, Meta(ge=0, description="How many notes were found.")]
    issues: Annotated[int, Meta(ge=0, description="How many issues were checked.")]
    citations: Annotated[int, Meta(ge=0, description="How many citations they hold.")]
    sources: Annotated[int, Meta(ge=0, description="How many sources they list.")]


class ReportShape(TypedDict):
    """What `briefgen validate --output-format json` prints."""

    version: Annotated[Literal[1], Meta(description="Of this form.")]
    diagnostics: Annotated[list[DiagnosticShape], Meta(description="All that was found, in the order of the files.")]
    summary: Annotated[SummaryShape, Meta(description="How much was found, and in how much.")]


def make_report_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefgen report"}
    return head | json.schema(ReportShape)
