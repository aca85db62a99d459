"""What is known of a body, and found in it, while it is read; and how much of what it may hold.

All limits are counts: a body that passes on one machine passes on every other. They keep every body of its length
under five times what a newsletter full of links takes.
"""

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from briefgen.yamltext import Span

if TYPE_CHECKING:
    from briefgen.markdown.definitions import Target
    from briefgen.markdown.tree import Opaque

MAX_LENGTH = 65_000
"""In characters; the marks of a text go no further."""
MAX_DEPTH = 8
"""Of lists and quotations in each other."""
MAX_NESTED = 20
"""Of emphasis in emphasis."""
MAX_LINES = 3_000
MAX_CELLS = 2_000
MAX_EFFORT = 10_000_000
"""Python-Markdown copies a text for whatever it finds in it: each find costs the length of its text, and as much again
as one of `EFFORT_OF_FIND` characters. Below are what a bracket or a run of `*` costs, and two such runs that pair."""
EFFORT_OF_FIND = 8_000
EFFORT_OF_PAIR = 2_000
EFFORT_OF_MARK = 600


class LimitFault(Struct, frozen=True):
    """Something a body holds too much of, at the place where it becomes too much."""

    span: Span
    message: str
    help: str


class MarkupFault(NamedTuple):
    """A mark that leads nowhere, and is printed as it stands or not at all."""

    span: Span
    message: str
    help: str


class Reading:
    """The parts of a body share it while they are read."""

    def __init__(self) -> None:
        self.definitions: dict[str, Target] = {}
        self.notes: set[str] = set()
        """The labels of the author's notes."""
        self.called: dict[str, None] = {}
        """Those that are called, in order."""
        self.opaque: list[Opaque] = []
        self.markup_faults: list[MarkupFault] = []
        self.limit_faults: list[LimitFault] = []
        self._effort = 0

    def report(self, span: Span, message: str, help_: str) -> None:
        """Note a mark that leads nowhere."""
        self.markup_faults.append(MarkupFault(span, message, help_))

    def exceed(self, offset: int, message: str, help_: str = "split the item") -> None:
        """Note what there is too much of, once."""
        if all(each.message != message for each in self.limit_faults):
            self.limit_faults.append(LimitFault(Span(offset, offset + 1), message, help_))

    @property
    def is_spent(self) -> bool:
        """Whether more was found in the body's texts than it can afford; the rest is left as it stands."""
        return self._effort > MAX_EFFORT

    def spend(self, effort: int, offset: int) -> bool:
        """Note what a text costs, and say whether the body can afford it."""
        self._effort += effort
        if self.is_spent:
            self.exceed(offset, "more links, code and emphasis than are read in one body")
        return not self.is_spent
