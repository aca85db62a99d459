"""The shared state of parsing one body, and its limits.

All limits are counts, not times, so a body that passes on one machine passes on all. They keep the parsing time of
any body below five times that of a newsletter full of links of the same length.
"""

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from briefgen.yamltext import Span

if TYPE_CHECKING:
    from briefgen.markdown.definitions import Target
    from briefgen.markdown.tree import Opaque

MAX_LENGTH = 48_000
"""In characters; marks cannot encode larger offsets."""
MAX_DEPTH = 8
"""Maximum nesting of lists and quotations."""
MAX_NESTED = 20
"""Maximum nesting of emphasis."""
MAX_LINES = 3_000
MAX_CELLS = 2_000
MAX_EFFORT = 10_000_000
"""The maximum cost of inline parsing, in characters copied. Python-Markdown copies the whole text for every match, so
a match costs its length plus `EFFORT_OF_FIND`. Below: the cost of a delimiter, and of a pair of delimiter runs."""
EFFORT_OF_FIND = 8_000
EFFORT_OF_PAIR = 2_000
EFFORT_OF_MARK = 600


class LimitFault(Struct, frozen=True):
    """A limit that a body exceeds, and where."""

    span: Span
    message: str
    help: str


class MarkupFault(NamedTuple):
    """Markup without effect, which is printed literally or dropped."""

    span: Span
    message: str
    help: str
    note: str = ""
    """The label of a footnote without a reference, or of a reference without a note."""


class Picture(NamedTuple):
    """An image in Markdown; `span` covers all of it, `title` becomes the caption."""

    span: Span
    address: str
    alt: str
    title: str


class Reading:
    """State that is shared while a body is parsed."""

    def __init__(self) -> None:
        self.definitions: dict[str, Target] = {}
        self.notes: set[str] = set()
        """Labels of the author's footnotes."""
        self.called: dict[str, None] = {}
        """Labels of the referenced footnotes, in order."""
        self.opaque: list[Opaque] = []
        self.pictures: list[Picture] = []
        self.markup_faults: list[MarkupFault] = []
        self.limit_faults: list[LimitFault] = []
        self.cells = 0
        """The number of table cells so far."""
        self._effort = 0

    def report(self, span: Span, message: str, help_: str, *, note: str = "") -> None:
        """Record markup without effect."""
        self.markup_faults.append(MarkupFault(span, message, help_, note))

    def exceed(self, offset: int, message: str, help_: str = "split the item") -> None:
        """Record an exceeded limit, once per message."""
        if all(each.message != message for each in self.limit_faults):
            self.limit_faults.append(LimitFault(Span(offset, offset + 1), message, help_))

    @property
    def is_spent(self) -> bool:
        """Whether the effort limit is exceeded; the rest stays literal text."""
        return self._effort > MAX_EFFORT

    def spend(self, effort: int, offset: int) -> bool:
        """Add to the effort; return whether it is still within the limit."""
        self._effort += effort
        if self.is_spent:
            self.exceed(offset, "too many links, code spans and emphasis in one body")
        return not self.is_spent
