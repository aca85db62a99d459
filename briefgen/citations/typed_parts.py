"""One part of a typed citation group: prefix, author and title, outlet, date, words after it, locator."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import east_asian
from briefgen.citations.citation import Citation
from briefgen.citations.outlet_names import (
    MAX_WORDS_AFTER,
    match_document,
    names_document,
)
from briefgen.citations.subject_names import is_publisher, is_subject
from briefgen.citations.typed_dates import WITH_HANZI, Dated, DateReader
from briefgen.citations.typed_names import Name, NameReader, Piece
from briefgen.model import Outlets
from briefgen.yamltext import Span

PartKind = Literal["dated", "document", "undated", "other"]

_PREFIX = r"(?i)(?:see also|see|cf\.|e\.g\.,?|also|quoted in|cited in|citing|via|per|according to)\s+"
# What newsletters in other languages write for “see”.
_FOREIGN_PREFIX = (
    r"(?i)(?:(?:d['’]après|selon|laut|nach|según|secondo|segundo|volgens|według)\s+"
    r"|(?:voir aussi|voir|siehe auch|siehe|vgl\. auch|vgl\.|s\. auch|véan?se también|véan?se|vid\.|ver también|ver"
    r"|veja(?:m-se)?(?: também)?|si vedano?|vedi(?: anche)?|cfr\.|zie ook|zie|zob\."
    r"|por\.|см\. также|см\.|див\.|انظر|ראו)\s+|(?:参见|參見|另见|另見|見|见|参照)[:：]?\s*)"
)
# Before a known outlet only: “(en Clarín, 3 de mayo)”, not “(en Medellín, 3 de mayo)”.
_PREFIX_OF_KNOWN = (
    r"(?i)(?:con (?:información|informaciones|datos) de|vía|via|en|in|im|bei|nach Angaben (?:von|der|des)"
    r"|mit (?:Material|Informationen) (?:von|der)|avec|com informações d[aeo]|com|con|citado (?:en|por|em)|zitiert nach"
    r"|cité (?:par|dans)|segundo [oa]|según (?:el|la)|selon (?:le|la)|secondo (?:il|la)"
    r"|(?:el |la |o |a |le |il |die |der )?(?:diario|periódico|agencia|revista|jornal|agência|agence|journal|quotidien"
    r"|giornale|quotidiano|agenzia|rivista|Agentur|Zeitung|Zeitschrift))\s+"
)
_LOCATOR = r"(?i),\s*(?:pp?\.|paras?\.|§|secs?\.|chs?\.|vols?\.|nos?\.|figs?\.|tables?|art\.|at)\s*\S[^;]*$"
# Strings, so that `re` compiles them on first use: most groups are keyed.
_FOREIGN_LOCATOR = (
    r",\s*(?:(?:S\.|Seiten?|с\.|стр\.|str\.|blz\.|págs?\.|páginas?|pages?|pagg?\.|pagin[ae])\s*\d[^;]*|[A-Z]\d{1,3})$"
)
# A title in quotation marks, or a comma.
_BREAK = r"[“\"„«「『《](?P<title>[^“”\"„«»「」『』《》]{1,300})[”\"“»」』》]\s*,?|,"
_IN_DIGITS = r"(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{4})"
_NUMBERED = (
    r"(?P<name>\S(?:[^,;]*?\S)?)(?:\s+(?:last\s+)?(?:accessed|retrieved|updated|published))?"
    rf"\s+(?={_IN_DIGITS}\s*$)"
)
# What joins an outlet to its day without a comma: `FAZ vom 3. Mai`.
_OF_DAY = r"(?P<name>\S(?:[^,;]*?\S)?)\s+(?:daté\s+)?(?:vom|v\.|del|du|dal|van)\s+(?=\d)"
_AFTER = r"(?:,\s*|\s+)(?P<words>[^\W\d_][^,;()]*)"


class Part(NamedTuple):
    """A part as read: its citations, one for each of its dates and outlets."""

    kind: PartKind
    span: Span
    citations: tuple[Citation, ...] = ()


class PartReader(Struct, frozen=True):
    """Parses the parts of the groups of one text."""

    text: str
    outlets: Outlets
    cited: frozenset[str]
    """Folded names of outlets that the issue cites, which are outlets even if the register does not list them."""
    dates: DateReader = DateReader()

    @property
    def names(self) -> NameReader:
        """The reader of the names in the parts."""
        return NameReader(self.text, self.outlets, self.cited, self.dates)

    def is_known(self, name: str) -> bool:
        """Return whether a name is a known outlet: in the register or cited elsewhere in the issue."""
        return self.names.is_known(name)

    def is_speaking(self, name: str) -> bool:
        """Return whether a name is a known outlet whose business is to publish, unlike that of a company."""
        return self.names.is_speaking(name)

    def read_all(self, span: Span) -> list[Part]:
        """Parse the parts of a parenthesis; a date alone is another one of the outlet before it."""
        parts: list[Part] = []
        for place in split_parts(self.text, span, is_hanzi=self.dates.language in WITH_HANZI):
            before = parts[-1] if parts and parts[-1].kind == "dated" else None
            part = (self._dates_alone(stripped(self.text, place), before) if before else None) or self._read(place)
            parts.append(part)
        return parts

    def _dates_alone(self, place: Span, before: Part) -> Part | None:
        """Read a part that is only a date: the second of `EDM, July 25; June 28`."""
        dates = self.dates.read(self.text, place.start, place.end)
        outlets = {citation.outlet_span for citation in before.citations}
        if not dates or dates[-1].end != place.end or len(outlets) != 1 or not _has_month(dates):
            return None
        model = before.citations[-1]
        return Part(
            "dated",
            place,
            tuple(
                replace(
                    model, span=place, date=each.date, date_span=Span(each.start, each.end), prefix="", locator="",
                    lead="", trail="", is_plain=False,
                )
                for each in dates
            ),
        )  # fmt: skip

    def _read(self, place: Span) -> Part:
        """Parse one part."""
        place = stripped(self.text, place)
        prefix = self._prefix(place)
        start = place.start + len(prefix)
        locator = self._locator(start, place.end)
        stop = locator.start() if locator else place.end
        pieces = self._pieces(start, stop)
        found = (
            self._dated(place, pieces, stop)
            or self._of_day(place, pieces, stop)
            or self._numbered(place, pieces)
            or self._date_first(place, pieces, stop)
        )
        if found:
            words = locator.group().lstrip(", ").strip() if locator else ""
            return Part("dated", place, tuple(_with(each, prefix.strip(), words) for each in found))
        return self._undated(place, Span(start, place.end), prefix.strip())

    def _prefix(self, place: Span) -> str:
        match = re.compile(_PREFIX).match(self.text, place.start, place.end)
        if match is None and self.dates.language != "en":
            known = self._prefix_of_known(place)
            match = None if known else re.compile(_FOREIGN_PREFIX).match(self.text, place.start, place.end)
            return match.group() if match else known
        return match.group() if match else ""

    def _prefix_of_known(self, place: Span) -> str:
        """Return a word that is a prefix only before a known outlet, unless it is a part of its name; or ""."""
        match = re.compile(_PREFIX_OF_KNOWN).match(self.text, place.start, place.end)
        if match is None:
            return ""
        name = re.split(r",|\s\d", self.text[place.start : place.end], maxsplit=1)[0]
        known = name[match.end() - place.start :].strip()
        return match.group() if self.is_known(known) and not self.is_known(name.strip()) else ""

    def _locator(self, start: int, end: int) -> re.Match[str] | None:
        match = re.compile(_LOCATOR).search(self.text, start, end)
        if match is None and self.dates.language != "en":
            match = re.compile(_FOREIGN_LOCATOR).search(self.text, start, end)
        if match is None and self.dates.language in WITH_HANZI:
            match = re.compile(east_asian.LOCATOR).search(self.text, start, end)
        return match

    def _pieces(self, start: int, stop: int) -> list[Piece]:
        """Split a part at its commas, but not those inside a title in quotation marks."""
        pieces: list[Piece] = []
        at = start
        for match in re.compile(_BREAK).finditer(self.text, start, stop):
            before = stripped(self.text, Span(at, match.start()))
            if before.start < before.end or (match["title"] is None and not (pieces and pieces[-1].is_title)):
                pieces.append(Piece(before))
            if match["title"] is not None:
                pieces.append(Piece(Span(match.start("title"), match.end("title")), is_title=True))
            at = match.end()
        rest = stripped(self.text, Span(at, stop))
        return [*pieces, Piece(rest)] if rest.start < rest.end or at > start else pieces

    def _dated(self, place: Span, pieces: list[Piece], stop: int) -> list[Citation]:
        """Read outlets, and then dates."""
        for number, piece in enumerate(pieces):
            if not number or piece.is_title:
                continue
            dates = self.dates.read(self.text, piece.span.start, stop)
            names = self.names.read(pieces[:number]) if dates else ()
            if names and self._may_follow(names, Span(dates[-1].end, stop)):
                return self._citations(place, names, dates, Span(dates[-1].end, stop))
        return []

    def _citations(self, place: Span, names: tuple[Name, ...], dates: tuple[Dated, ...], after: Span) -> list[Citation]:
        is_plain = len(names) == 1 and len(dates) == 1
        lead = Span(place.start, max(place.start, names[0].lead_end)).of(self.text) if is_plain else ""
        return [
            Citation(
                place, outlet=name.text, outlet_span=name.span, date=each.date, date_span=Span(each.start, each.end),
                author=name.author, lead=lead, trail=after.of(self.text) if is_plain else "", is_plain=is_plain,
            )
            for name in names
            for each in dates
        ]  # fmt: skip

    def _of_day(self, place: Span, pieces: list[Piece], stop: int) -> list[Citation]:
        """Read a known outlet that a word of another language joins to its day: `FAZ vom 3. Mai`."""
        if self.dates.language == "en" or not pieces or pieces[0].is_title:
            return []
        is_hanzi = self.dates.language in WITH_HANZI
        pattern = east_asian.OF_DAY if is_hanzi else _OF_DAY
        match = re.compile(pattern).match(self.text, pieces[0].span.start, pieces[0].span.end)
        dates = self.dates.read(self.text, match.end(), stop) if match else ()
        names = self.names.read([Piece(Span(*match.span("name")))]) if match and dates else ()
        if len(names) != 1 or not self.is_known(names[0].text):
            return []
        # Without that word, a comma is missing.
        if is_hanzi and not self.text.startswith("付", dates[-1].end):
            return []
        after = Span(dates[-1].end, stop)
        return self._citations(place, names, dates, after) if self._may_follow(names, after) else []

    def _numbered(self, place: Span, pieces: list[Piece]) -> list[Citation]:
        """Read outlets that stand right before a date in digits: `OCHA 25/03/2024, The Star 05/03/2024`."""
        found: list[Citation] = []
        if not any(mark in self.text[place.start : place.end] for mark in "/.-"):
            return []
        for piece in pieces:
            match = re.compile(_NUMBERED).match(self.text, piece.span.start, piece.span.end)
            dated = self.dates.read_number(self.text, match.end(), piece.span.end) if match else None
            names = self.names.read([Piece(Span(*match.span("name")))]) if match and dated else ()
            if dated is None or len(names) != 1 or dated.end != piece.span.end:
                return []
            if dated.date.year is None and not self.is_known(names[0].text):
                return []
            found += self._citations(place, names, (dated,), Span(dated.end, dated.end))
        is_alone = len(found) == 1
        return [each if is_alone else _alone(each) for each in found]

    def _date_first(self, place: Span, pieces: list[Piece], stop: int) -> list[Citation]:
        """Read a date, and then a known outlet: `August 22, 2014, BBC`."""
        has_break = any(mark in self.text[place.start : stop] for mark in (",", ": ", "付"))
        if not has_break or not pieces or pieces[0].is_title:
            return []
        dates = self.dates.read(self.text, pieces[0].span.start, stop)
        marks = r",\s*|\s*:\s+" + (f"|{east_asian.DAY_FIRST}" if self.dates.language in WITH_HANZI else "")
        comma = re.compile(marks).match(self.text, dates[-1].end, stop) if dates else None
        if comma is None:
            return []
        names = self.names.read(self._pieces(comma.end(), stop))
        if len(names) != 1 or len(dates) != 1:
            return []
        # In Hanzi, the end of a phrase may look like that of a name.
        is_hanzi = self.dates.language in WITH_HANZI
        if not self.is_known(names[0].text) and (is_hanzi or not is_publisher(names[0].text)):
            return []
        return self._citations(place, (names[0]._replace(lead_end=0),), dates, Span(stop, stop))

    def _may_follow(self, names: tuple[Name, ...], after: Span) -> bool:
        """Return whether the words after a date may belong to the citation: `June 2025 assessment`."""
        words = after.of(self.text)
        if not words.strip():
            return True
        if self.dates.language in WITH_HANZI and re.fullmatch(east_asian.AFTER_DAY, words.rstrip()):
            return any(self.is_speaking(name.text) for name in names)
        match = re.fullmatch(_AFTER, words.rstrip())
        if match is None or len(match["words"].split()) > MAX_WORDS_AFTER or self.dates.has_date(match["words"]):
            return False
        if names_document(match["words"]):
            return True
        return match["words"][0].islower() and any(self.is_speaking(name.text) for name in names)

    def _undated(self, place: Span, span: Span, prefix: str) -> Part:
        """Read a part without a date: a document, an outlet, or anything else."""
        words = span.of(self.text)
        document = match_document(words)
        if document is not None:
            outlet = Span(span.start + document.start("outlet"), span.start + document.end("outlet"))
            citation = Citation(
                place, outlet=outlet.of(self.text), outlet_span=outlet, prefix=prefix, document=document["document"]
            )
            return Part("document", place, (citation,))
        if self.names.may_be_outlet(words) and (self.is_known(words) or not is_subject(words)):
            citation = Citation(place, outlet=" ".join(words.split()), outlet_span=span, prefix=prefix)
            return Part("undated", place, (citation,))
        return Part("other", place)


def _has_month(dates: tuple[Dated, ...]) -> bool:
    return all(each.date.month for each in dates)


def _with(citation: Citation, prefix: str, locator: str) -> Citation:
    lead = citation.lead.removeprefix(prefix).strip() if citation.lead else ""
    return replace(citation, prefix=prefix, locator=locator, lead=lead)


def _alone(citation: Citation) -> Citation:
    """Return one of several citations that commas part, each with its own span."""
    start, end = citation.outlet_span.start, citation.date_span.end
    return replace(citation, span=Span(start, end), lead="", is_plain=False)


def stripped(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def split_parts(text: str, span: Span, *, is_hanzi: bool) -> Iterator[Span]:
    """Yield the parts of a parenthesis, white space included; a semicolon in a title parts nothing.

    In Japanese and Korean, the same comma may part outlet and date, and one source from the next.
    """
    at = span.start + 1
    mark = f";|{east_asian.PART_MARK}" if is_hanzi else ";"
    for match in re.compile(rf"[“„«「『《][^“”„«»「」『』《》\n]{{0,300}}[”“»」』》]|{mark}").finditer(
        text, at, span.end - 1
    ):
        if match.group() in ";,・／。":
            # A day before its outlet has the same comma behind it.
            if match.group() == "," and re.fullmatch(east_asian.ONLY_DATE, text[span.start + 1 : match.start()]):
                continue
            yield Span(at, match.start())
            at = match.end()
    yield Span(at, span.end - 1)
