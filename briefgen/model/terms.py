"""The record of a list of house terms."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from briefgen.model.fields import Flag, Phrase, Text


class Spec(Struct, frozen=True, kw_only=True):
    """A test of a term: the list is refused when it fails."""

    from_text: Annotated[Text, Meta(description="A text as a writer may hand it in.")] = field(name="from")
    to: Annotated[Text, Meta(description="The same text with the house's term in it.")]


class Term(Struct, frozen=True, kw_only=True):
    """How the house writes something, and how it does not."""

    expected: Annotated[Phrase, Meta(description="What to write. A `*` takes what stood for the `*` of the pattern.")]
    patterns: Annotated[
        tuple[Phrase, ...],
        Meta(description="What to write otherwise; left out, `expected` with other capitals, spaces and hyphens."),
    ] = ()
    exceptions: Annotated[tuple[Phrase, ...], Meta(description="Longer phrases in which a pattern is right.")] = field(
        name="except", default=()
    )
    specs: Annotated[tuple[Spec, ...], Meta(description="Tests: a text handed in, and the same text put right.")] = ()
    severity: Annotated[
        Literal["error", "warning", "note"] | None, Meta(description="How loud the report is; left out, a warning.")
    ] = None
    safe: Annotated[Flag, Meta(description="`--fix` may write the term; left out, only `--unsafe-fixes` does.")] = False
    reason: Annotated[Text | None, Meta(description="Why; shown with the report.")] = None


class TermsFile(Struct, frozen=True, kw_only=True):
    """A `terms.yaml`."""

    terms: Annotated[tuple[Term, ...], Meta(description="What your house writes, entry by entry.")] = ()
