"""The names before the date of a typed citation: outlets, authors, and titles in quotation marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from briefgen.citations import east_asian
from briefgen.citations.date_words import AND, AND_IN
from briefgen.citations.near_dates import find_near_date
from briefgen.citations.outlet_names import is_evidence, is_name, is_person, match_document
from briefgen.citations.subject_names import is_publisher
from briefgen.citations.typed_dates import WITH_HANZI, DateReader
from briefgen.model import Outlets, fold_name
from briefgen.yamltext import Span

# Strings, so that `re` compiles them on first use: most groups are keyed.
_POST = r"(?P<author>@\w{1,30}|[A-Z][\w.’' -]{1,40}?) on (?P<outlet>\S.*)"
_FOREIGN_POST = _POST.replace(" on ", " (?:on|en|auf|sur|no|na|em|su|op|på) ")
_VIA = r"(?:via|per|(?:as\s+)?(?:reported|cited|quoted)\s+(?:by|in)|according\s+to|citing)\s+(?P<outlet>\S.*)"
# May be a misspelt month with a day.
_WORD_NUMBER = r"[A-Z][a-z]+\.? \d{1,2}"
_CLOSING_MARKS = ",.’'"


def is_post(words: str) -> bool:
    """Return whether words name an author and a network, as typed citations may, in one of many languages."""
    return re.fullmatch(_FOREIGN_POST, words) is not None


class Name(NamedTuple):
    """An outlet named in a citation, with its span."""

    text: str
    span: Span
    author: str = ""
    lead_end: int = 0
    """Where the words before the outlet end; 0 if there are none."""


class Piece(NamedTuple):
    """What stands between two commas, or in quotation marks."""

    span: Span
    is_title: bool = False


class NameReader(Struct, frozen=True):
    """Reads the names in one text."""

    text: str
    outlets: Outlets
    cited: frozenset[str]
    """Folded names of outlets that the issue cites, which are outlets even if the register does not list them."""
    dates: DateReader = DateReader()

    def is_known(self, name: str) -> bool:
        """Return whether a name is a known outlet: cited in the issue, or in the register with its capitals."""
        return fold_name(name) in self.cited or self.outlets.is_written(name)

    def is_speaking(self, name: str) -> bool:
        """Return whether a name is a known outlet whose business is to publish, unlike that of a company."""
        if fold_name(name) in self.cited:
            return True
        return self.outlets.is_written(name) and any(outlet.kind != "company" for outlet in self.outlets.named(name))

    def read(self, pieces: list[Piece]) -> tuple[Name, ...]:
        """Return the outlets before a date: one, several that share the date, or one with its author and title."""
        plain = [piece.span for piece in pieces if not piece.is_title]
        if not plain:
            # Newspapers stand in such marks, too: 《人民日报》.
            is_outlet = len(pieces) == 1 and self.is_known(pieces[0].span.of(self.text).strip(_CLOSING_MARKS))
            return (self._name(pieces[0].span),) if is_outlet or self._is_hanzi_title(pieces) else ()
        whole = Span(plain[0].start, plain[-1].end)
        if len(pieces) == len(plain) and (self.is_known(whole.of(self.text)) or len(plain) == 1):
            return self._one(whole)
        if len(pieces) > len(plain):
            return self._titled(plain)
        with_author = self._with_author(*plain) if len(plain) == 2 else None  # noqa: PLR2004 - outlet and author
        if with_author is not None:
            return (with_author,)
        spans = [each for span in plain for each in self._joined(span)]
        if all(self.may_be_outlet(span.of(self.text)) for span in spans):
            return tuple(self._name(span) for span in spans)
        return ()

    def _with_author(self, first: Span, second: Span) -> Name | None:
        """Return a known outlet that stands next to its author, or behind somebody whom it quotes."""
        one, other = first.of(self.text), second.of(self.text)
        if self.is_known(one):
            is_author = not self.is_known(other) and (self._is_person(other) or other.startswith("@"))
            return Name(one, first, other) if is_author else None
        if self.is_known(other):
            return Name(other, second, one, second.start) if self._is_person(one) else None
        via = re.fullmatch(_VIA, other)
        if via is None or not self.is_known(via["outlet"]):
            return None
        start = second.start + via.start("outlet")
        return Name(via["outlet"], Span(start, second.end), lead_end=start)

    def _is_person(self, words: str) -> bool:
        """Return whether a name next to a known outlet is a person’s; in Hanzi, any that is no outlet’s may be."""
        if self.dates.language not in WITH_HANZI or is_person(words):
            return is_person(words)
        is_outlet = is_publisher(words) or east_asian.is_slip_of(fold_name(words), self.cited)
        return (
            not is_outlet
            and east_asian.is_person(words)
            and not any(map(self.is_known, re.split(east_asian.NAMES_MARK, words)))
        )

    def _is_hanzi_title(self, pieces: list[Piece]) -> bool:
        return len(pieces) == 1 and self.dates.language in WITH_HANZI and is_publisher(pieces[0].span.of(self.text))

    def _joined(self, span: Span) -> Iterator[Span]:
        """Yield the outlets that “and” joins, if both are known; else the span, without an “and” before it."""
        words = span.of(self.text)
        lead = re.match(rf"(?:{AND}|&)\s+", words)
        span = Span(span.start + lead.end(), span.end) if lead else span
        if self.dates.language in WITH_HANZI and not self.is_known(span.of(self.text)):
            dotted = self._joined_by_dots(span)
            if dotted:
                yield from dotted
                return
        joint = re.search(rf"\s+(?:and|{AND_IN.get(self.dates.language, 'and')}|&)\s+", span.of(self.text))
        if joint is not None and not self.is_known(span.of(self.text)):
            first = Span(span.start, span.start + joint.start())
            second = Span(span.start + joint.end(), span.end)
            if self.is_known(first.of(self.text)) and self.is_known(second.of(self.text)):
                yield from (first, second)
                return
        yield span

    def _joined_by_dots(self, span: Span) -> list[Span]:
        """Return the known outlets that dots join, `日本経済新聞・読売新聞`; empty if one is unknown."""
        ends = [
            span.start,
            *(
                at
                for match in re.compile(east_asian.NAMES_MARK).finditer(self.text, span.start, span.end)
                for at in match.span()
            ),
            span.end,
        ]
        spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=True)]
        return spans if len(spans) > 1 and all(self.is_known(each.of(self.text)) for each in spans) else []

    def _one(self, span: Span) -> tuple[Name, ...]:
        words = span.of(self.text)
        via = re.fullmatch(rf"[^,;()]{{1,80}}\s+{_VIA}", words)
        if via is not None and not self.is_known(words) and self.is_known(via["outlet"]):
            outlet = Span(span.start + via.start("outlet"), span.end)
            return (Name(via["outlet"], outlet, lead_end=outlet.start),)
        spans = tuple(self._joined(span))
        if len(spans) > 1:
            return tuple(map(self._name, spans))
        return (self._name(span),) if self.may_be_outlet(words) else ()

    def _titled(self, plain: list[Span]) -> tuple[Name, ...]:
        """Return the outlet of a work cited with its title: the last name, after those of the authors."""
        words = [span.of(self.text) for span in plain]
        outlet = words[-1].strip(_CLOSING_MARKS)
        if not self.may_be_outlet(outlet) or not all(self.is_known(each) or is_person(each) for each in words[:-1]):
            return ()
        author, start = ", ".join(words[:-1]), plain[-1].start
        return (Name(" ".join(outlet.split()), Span(start, start + len(outlet)), author, start),)

    def may_be_outlet(self, words: str) -> bool:
        """Return whether words may name an outlet, or evidence, or a document by its number."""
        if self.is_known(words):
            return True
        is_slip = re.fullmatch(_WORD_NUMBER, words) is not None and find_near_date(words) is not None
        return not is_slip and (
            is_name(words, self.dates) or is_evidence(words, self.dates) or match_document(words) is not None
        )

    def _is_post_on(self, name: str) -> bool:
        """Return whether people post on an outlet; “en Clarín” may also be said of an article."""
        if self.dates.language == "en":
            return self.outlets.is_written(name)
        return self.outlets.is_written(name) and any(each.kind == "social" for each in self.outlets.named(name))

    def _name(self, span: Span) -> Name:
        post = re.fullmatch(_POST if self.dates.language == "en" else _FOREIGN_POST, span.of(self.text))
        if post is not None and (self._is_post_on(post["outlet"]) or post["author"].startswith("@")):
            return Name(post["outlet"], Span(span.start + post.start("outlet"), span.end), post["author"])
        return Name(" ".join(span.of(self.text).split()), span)
