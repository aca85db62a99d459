"""The terms of the house: how it writes what others write otherwise."""

from typing import Annotated, Literal

from pydantic.fields import Field
from pydantic.functional_validators import BeforeValidator

from briefgen.model.fields import Flag, OrShort, Phrase, Text, listed
from briefgen.model.record import Record

Phrases = Annotated[tuple[Phrase, ...], BeforeValidator(listed), OrShort(("null",))]


class Spec(Record):
    """A test of a term: the list is refused when it fails."""

    from_text: Annotated[Text, Field(alias="from")]
    """A text as a writer may hand it in."""
    to: Text
    """The same text with the house's term in it."""


class Term(Record):
    """How the house writes something, and how it does not."""

    expected: Phrase
    """What to write. A `*` takes what stood for the `*` of the pattern."""
    patterns: Phrases = ()
    """What to write otherwise; left out, `expected` with other capitals, spaces and hyphens."""
    exceptions: Annotated[Phrases, Field(alias="except")] = ()
    """Longer phrases in which a pattern is right."""
    specs: Annotated[tuple[Spec, ...], BeforeValidator(listed), OrShort(("null",))] = ()
    severity: Literal["error", "warning", "note"] | None = None
    """Left out, a warning."""
    safe: Flag = False
    """`--fix` may write the term; left out, only `--unsafe-fixes` does."""
    reason: Text | None = None
    """Why; shown with the report."""


class TermsFile(Record):
    """A `terms.yaml`."""

    terms: Annotated[tuple[Term, ...], BeforeValidator(listed), OrShort(("null",))] = ()
