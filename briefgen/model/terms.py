"""The record of a list of house terms."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from briefgen.model.fields import Flag, Phrase, Text


class Spec(Struct, frozen=True, kw_only=True):
    """A test of a term. If it fails, the whole list is refused."""

    from_text: Annotated[Text, Meta(description="A text as a writer may submit it.")] = field(name="from")
    to: Annotated[Text, Meta(description="The same text, corrected.")]


class Term(Struct, frozen=True, kw_only=True):
    """How house style writes something, and what it avoids."""

    expected: Annotated[
        Phrase, Meta(description="What to write. A `*` stands for whatever the `*` in the pattern matched.")
    ]
    patterns: Annotated[
        tuple[Phrase, ...],
        Meta(description="What to avoid; by default `expected` with different capitals, spaces and hyphens."),
    ] = ()
    exceptions: Annotated[tuple[Phrase, ...], Meta(description="Longer phrases in which the pattern is right.")] = (
        field(name="except", default=())
    )
    specs: Annotated[tuple[Spec, ...], Meta(description="Tests, each a text before and after correction.")] = ()
    severity: Annotated[
        Literal["error", "warning", "note"] | None,
        Meta(description="The severity of the report; by default `warning`."),
    ] = None
    safe: Annotated[
        Flag, Meta(description="`--fix` may make this correction; by default only `--unsafe-fixes` does.")
    ] = False
    reason: Annotated[Text | None, Meta(description="Why; shown with the report.")] = None


class TermsFile(Struct, frozen=True, kw_only=True):
    """A `terms.yaml`."""

    terms: Annotated[tuple[Term, ...], Meta(description="The terms of your house style.")] = ()
