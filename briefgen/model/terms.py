"""The terms of the house: how it writes what others write otherwise."""

from typing import Annotated, Literal

from briefgen.model.fields import Flag, Phrase, Text
from briefgen.model.record import Record
from briefgen.model.shapes import Key


class Spec(Record):
    """A test of a term: the list is refused when it fails."""

    from_text: Annotated[Text, Key("from")]
    """A text as a writer may hand it in."""
    to: Text
    """The same text with the house's term in it."""


class Term(Record):
    """How the house writes something, and how it does not."""

    expected: Phrase
    """What to write. A `*` takes what stood for the `*` of the pattern."""
    patterns: tuple[Phrase, ...] = ()
    """What to write otherwise; left out, `expected` with other capitals, spaces and hyphens."""
    exceptions: Annotated[tuple[Phrase, ...], Key("except")] = ()
    """Longer phrases in which a pattern is right."""
    specs: tuple[Spec, ...] = ()
    severity: Literal["error", "warning", "note"] | None = None
    """Left out, a warning."""
    safe: Flag = False
    """`--fix` may write the term; left out, only `--unsafe-fixes` does."""
    reason: Text | None = None
    """Why; shown with the report."""


class TermsFile(Record):
    """A `terms.yaml`."""

    terms: tuple[Term, ...] = ()
