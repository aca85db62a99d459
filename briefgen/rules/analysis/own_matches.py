"""Searches the newsletter's own words for a pattern."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.sic import is_sic
from briefgen.yamltext import Edit, Path, Scalar, Span, encode


class OwnMatch(Struct, frozen=True):
    """A match in the newsletter's own words."""

    match: re.Match[str]
    manuscript: Manuscript
    path: Path

    def __getitem__(self, group: str) -> str:
        """Return the text of a named group; "" if it took no part in the match."""
        return self.match[group] or ""

    def span(self, group: str | int = 0) -> Span:
        """Return the place of a group in the file."""
        return self.place(*self.match.span(group))

    def place(self, start: int, end: int) -> Span:
        """Translate offsets in the searched text to a place in the file."""
        return self.manuscript.document.span(self.path, start, end)

    def written(self, span: Span) -> str:
        """Return what the file says at a place, on one line."""
        return " ".join(span.of(self.manuscript.document.text).split())

    def edit(self, place: Span, text: str) -> Edit:
        """Return the edit that puts a text at a place, written as the quotation marks of the value require."""
        node = self.manuscript.document.node(*self.path)
        return Edit(place, encode(text, node.style) if isinstance(node, Scalar) else text)

    def report(self, group: str | int, message: str, instead: str) -> Finding:
        """Return a report on a group; in the message, `{}` stands for its words, and `instead` is what to write.

        The fix is unsafe, because it changes words or marks.
        """
        place, title = self.span(group), f"write “{instead}”"
        fix = Fix(title, (self.edit(place, instead),), is_safe=False)
        return Finding(span=place, message=message.format(f"“{self.written(place)}”"), help=title, fix=fix)


def find_own(
    manuscript: Manuscript,
    pattern: Pattern,
    *,
    likely: Callable[[str], bool] = bool,
    when: Callable[[re.Match[str]], object] = bool,
) -> Iterator[OwnMatch]:
    """Yield the matches outside quotations and emphasized text, such as titles of works, and not before `[sic]`.

    Only texts that are `likely` to have any are searched; `when` chooses among the matches.
    """
    for path, text in own_texts(manuscript):
        for match in pattern.finditer(text) if likely(text) else ():
            if when(match) and (found := as_own(manuscript, path, match)):
                yield found


def as_own(manuscript: Manuscript, path: Path, match: re.Match[str]) -> OwnMatch | None:
    """Return a match in a text of `own_texts`; None if it belongs to others, or its author meant it."""
    found = OwnMatch(match, manuscript, path)
    is_meant = is_sic(match.string, match.end()) or manuscript.is_verbatim(found.span())
    return None if is_meant else found
