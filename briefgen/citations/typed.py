"""Typed citations, written as readers see them: `(China Daily, February 20; see SCMP, September 24, 2015)`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import east_asian
from briefgen.citations.citation import Citation, Group, Malformed
from briefgen.citations.outlet_names import names_document
from briefgen.citations.subject_names import has_its_day, is_common_noun, is_meeting, is_publisher, is_subject
from briefgen.citations.typed_dates import WITH_HANZI, DateReader, Order, may_have_date, order_of
from briefgen.citations.typed_parts import Part, PartReader
from briefgen.citations.typed_slips import SlipFinder, find_named_source
from briefgen.expressions import expression
from briefgen.languages import load_language
from briefgen.model import Outlets, fold_name
from briefgen.yamltext import Span

MAX_GROUP = 600
# Lists of more outlets without a date are mostly about the outlets.
MAX_UNDATED = 2

# An unknown name with an older date is more often that of a book, a person or a place.
RECENT = 3

# A day before this year is more often that of an event than of a source, unless the outlet is known.
OLD = 1950

_NEAR = 8
_TITLE_MARKS = '“"„«「『《'
_SQUARE = expression(r"\^?\[(?P<inside>[^\[\]\x00]{1,600})\]|[［【〔](?P<wide>[^［］【】〔〕\[\]\x00]{1,600})[］】〕]")
# Other systems' marks of a note: MediaWiki's, TeX's, and HTML's.
_NOTED = (
    r"<(?P<tag>ref|cite|sup|small|footnote|fn|note)(?:\s[^<>\x00]{0,100})?>(?P<inside>[^<>\x00]{1,600})</(?P=tag)>"
    r"|\\footnote\{(?P<tex>[^{}\x00]{1,600})\}|(?<!\{)\{(?P<curly>[^{}\x00]{1,600})\}(?!\})"
    r"|\{\{(?:[Cc]ite?[^{}|\x00]{0,20}\|)?(?P<wiki>[^{}\x00]{1,300})\}\}"
)
_FULL_WIDTH_MARKS = "，；（）"
_FULL_WIDTH = str.maketrans({"，": ", ", "；": "; ", "（": "(", "）": ")"})
# The marks of a language as ours, one character for one, so that places stay the same.
_MARKS = {
    **dict.fromkeys(("zh", "ja", "ko"), str.maketrans("，、､；（）　：", ",,,;() :")),
    "ar": str.maketrans("،؛", ",;"),
}
# The languages whose tag says which number of a date with slashes comes first; the default, `en`, does not.
_MONTH_FIRST = ("en-US", "en-PH", "zh", "ja", "ko", "hu")
_SLASHED = r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?:\d{4}|\d{2}))?(?![\d/])"
_LISTED = r"[;,]"
_UNSPACED = ("zh", "ja")
_COMMA = expression(r",\s*")


def find_typed(
    visible: str, outlets: Outlets, cited: frozenset[str], language: str, year: int = 0
) -> Iterator[Group | Malformed]:
    """Yield the typed groups of a body whose opaque parts are blanked out.

    `cited` holds the folded names of outlets of the issue's own sources; they count as outlets even if the
    register does not list them. `language` is the tag of the body's language, `year` that of the issue if it is known.
    """
    primary = language.partition("-")[0].lower()
    text = visible.translate(_MARKS[primary]) if primary in _MARKS else visible
    spans = list(_find_parentheses(text))
    if not spans:
        return
    dates = DateReader(primary, _order_in([span.of(text) for span in spans], language))
    reader = _Reader(PartReader(text, outlets, cited, dates), year)
    found = [(span, _restored(reader.read(span), visible, language)) for span in spans]
    yield from (each for _, each in found if each is not None)
    groups = [each for _, each in found if isinstance(each, Group)]
    named = {fold_name(citation.outlet) for group in groups for citation in group.citations if citation.date}
    again = _Reader(PartReader(text, outlets, cited | named, dates), year)
    yield from filter(None, (again.read_undated(span) for span, each in found if each is None))


def _restored(found: Group | Malformed | None, visible: str, language: str) -> Group | Malformed | None:
    """Return what was read with our marks with those of its language, in Chinese and Japanese."""
    if found is None or not language.startswith(_UNSPACED):
        return found
    if isinstance(found, Malformed):
        return _malformed_restored(found, visible, language)
    comma = load_language(language).labels.comma
    kept = (
        replace(each, lead=_COMMA.sub(comma, each.lead), trail=_COMMA.sub(comma, each.trail))
        for each in found.citations
    )
    return replace(found, citations=tuple(kept))


def _malformed_restored(found: Malformed, visible: str, language: str) -> Malformed:
    whole = found.span.of(visible)
    text = whole if len(found.text) == len(whole) else whole[1:-1]
    if not found.suggestion.startswith("("):
        return replace(found, text=text)
    written = _with_marks(found.suggestion, language)
    return replace(found, text=text, help=found.help.replace(found.suggestion, written), suggestion=written)


def _with_marks(written: str, language: str) -> str:
    """Return a group with our marks with those of a language, in Chinese and Japanese."""
    if not language.startswith(_UNSPACED):
        return written
    labels = load_language(language).labels
    return east_asian.with_marks(written, labels.comma, labels.between_parts, labels.group_open + labels.group_close)


def find_bracketed(visible: str, outlets: Outlets, cited: frozenset[str], language: str) -> Iterator[Malformed]:
    """Yield typed groups of known outlets in square brackets, as malformed."""
    noted = re.finditer(_NOTED, visible) if "<" in visible or "{" in visible else ()
    for match in (*_SQUARE.finditer(visible), *noted):
        inside = next(words for words in match.groupdict().values() if words and words != match.groupdict().get("tag"))
        plain = f"({inside.strip(' .')})"
        primary = language.partition("-")[0].lower()
        typed, plain = plain, plain.translate(_MARKS[primary]) if primary in _MARKS else plain
        dates = DateReader(primary, _order_in([plain], language))
        reader = _Reader(PartReader(plain, outlets, cited, dates))
        match _restored(reader.read(Span(0, len(plain))), typed, language):
            case Group(citations=citations) if all(reader.parts.is_known(each.outlet) for each in citations):
                suggestion = _with_marks(plain, language)
            case Malformed(suggestion=suggestion) if suggestion:
                pass
            case _:
                continue
        is_spaced = not language.startswith(_UNSPACED)
        gap = " " if is_spaced and match.start() and not visible[match.start() - 1].isspace() else ""
        help_ = f"write it in parentheses: `{suggestion}`"
        yield Malformed(Span(*match.span()), match.group(), help_, gap + suggestion)


def _order_in(parentheses: list[str], language: str) -> Order:
    """Return which number of a date with slashes comes first: as other such dates say, or the language."""
    slashed = (match for words in parentheses if "/" in words for match in re.finditer(_SLASHED, words))
    orders = {order_of(int(match["one"]), int(match["two"])) for match in slashed if match["one"] != match["two"]}
    orders.discard("")
    if orders:
        return orders.pop() if len(orders) == 1 else ""
    if language.startswith(_MONTH_FIRST):
        return "month"
    return "" if language.lower() == "en" else "day"


def _find_parentheses(text: str) -> Iterator[Span]:
    """Yield the spans of outermost parentheses, full-width ones included; one nested level is allowed.

    Each lies within one paragraph and has at most `MAX_GROUP` characters.
    """
    start, depth = 0, 0
    # A leading character class is found faster than an alternation.
    for match in re.finditer(r"[(（)）\n](?:(?<!\n)|[ \t]*\n)", text):
        mark = match.group()
        if mark in "(（":
            start, depth = (match.start(), 1) if depth in {0, 2} else (start, depth + 1)
        elif mark in ")）" and depth:
            depth -= 1
            if depth == 0 and match.end() - start <= MAX_GROUP:
                yield Span(start, match.end())
        else:
            depth = 0


class _Reader(Struct, frozen=True):
    """Parses the parentheses of one body."""

    parts: PartReader
    year: int = 0
    """The year of the issue; 0 if it is unknown."""

    @property
    def text(self) -> str:
        """The body."""
        return self.parts.text

    def read(self, span: Span) -> Group | Malformed | None:
        """Return the group in a parenthesis, a malformed citation, or None if it is neither."""
        inside = span.of(self.text)[1:-1]
        if not inside.strip() or "\x00" in inside:
            return None
        if inside[0] == "(" and inside[-1] == ")" and inside.count("(") == 1:
            return self._read_doubled(span)
        if any(mark in span.of(self.text) for mark in _FULL_WIDTH_MARKS):
            return self._read_full_width(span)
        if not may_have_date(inside):
            return find_named_source(self.parts, span)
        read = self.parts.read_all(span)
        slips = SlipFinder(self.parts)
        unparted = slips.find_unparted(span) if any(part.kind == "other" for part in read) else None
        return unparted or self._group(span, read) or slips.find_unparted(span) or slips.find(span, read)

    def _read_doubled(self, span: Span) -> Malformed | None:
        """Return a group in two pairs of parentheses as malformed: `((BBC, June 11))`."""
        inner = Span(span.start + 1, span.end - 1)
        if not isinstance(self.read(inner), Group):
            return None
        words = inner.of(self.text)
        return Malformed(span, span.of(self.text), f"one pair of parentheses is enough: `{words}`", words)

    def _group(self, span: Span, read: list[Part]) -> Group | None:
        """Build the group; None if it cites nothing, or if it may be about a place, a company or an event."""
        dated = [citation for part in read if part.kind == "dated" for citation in part.citations]
        documents = [part for part in read if part.kind == "document"]
        if not dated and not (documents and self._are_documents(read)):
            return None
        is_sure = any(map(self._is_sure, dated))
        is_sure = is_sure or any(map(self._is_near, dated))
        is_likely = is_sure or len(dated) > 1 or any(is_publisher(citation.outlet) for citation in dated)
        if dated and not is_sure and any(self._is_company(each.outlet) or _is_about(each) for each in dated):
            return None
        if dated and not is_sure and self.parts.dates.language != "en" and self._is_in_passing(dated):
            return None
        others = tuple(part.span for part in read if part.kind == "other")
        if (others and not is_likely) or any(not span.of(self.text) for span in others):
            return None
        return Group(span, "typed", tuple(each for part in read for each in part.citations), others)

    def _are_documents(self, read: list[Part]) -> bool:
        """Return whether parts without dates name documents of known outlets, or of outlets by their initials."""
        return all(
            citation.prefix or self.parts.is_known(citation.outlet) or citation.outlet.isupper()
            for part in read
            for citation in part.citations
        ) and all(part.kind != "other" for part in read)

    def _is_sure(self, citation: Citation) -> bool:
        """Return whether a part cites for certain: a known outlet, and not merely a company with a day."""
        if not self.parts.is_known(citation.outlet):
            return False
        has_year = citation.date is not None and citation.date.year is not None
        return self.parts.is_speaking(citation.outlet) or has_year or bool(citation.trail)

    def _is_near(self, citation: Citation) -> bool:
        """Return whether the outlet is misspelt, in Hanzi: nothing else tells an outlet there from other words."""
        is_hanzi = self.parts.dates.language in WITH_HANZI
        return is_hanzi and east_asian.is_slip_of(fold_name(citation.outlet), self.parts.cited)

    def _is_in_passing(self, dated: list[Citation]) -> bool:
        """Return whether unknown names with their dates are mentioned rather than cited: `Entwurf`, `Oaxaca, 2016`."""
        unknown = [each for each in dated if not (is_publisher(each.outlet) or self.parts.is_known(each.outlet))]
        return len(unknown) == len(dated) and all(
            is_common_noun(each.outlet)
            or (
                each.date is not None
                and each.date.year is not None
                and self.year - each.date.year > RECENT
                and not any(mark in each.lead for mark in _TITLE_MARKS)
            )
            for each in unknown
        )

    def _is_company(self, name: str) -> bool:
        return self.parts.is_known(name) and not self.parts.is_speaking(name)

    def read_undated(self, span: Span) -> Group | None:
        """Return a group of known outlets without any date: `(Al Jazeera)`, `(CSIS analysis)`; else None."""
        inside = span.of(self.text)[1:-1]
        if not inside.strip() or "\x00" in inside or any(mark in inside for mark in "()（）"):
            return None
        at, citations = span.start + 1, []
        for piece in re.split(_LISTED, inside):
            start = at + len(piece) - len(piece.lstrip())
            place = Span(start, max(start, at + len(piece.rstrip())))
            at += len(piece) + 1
            if not self._is_undated_outlet(piece.strip()):
                return None
            citations.append(Citation(place, outlet=" ".join(piece.split()), outlet_span=place))
        if len(citations) > MAX_UNDATED or _is_gloss(self.text, span, inside) or _follows_link(self.text, span):
            return None
        # Commas part them, so they are printed as typed.
        is_plain = len(citations) == 1
        return Group(span, "typed", tuple(replace(each, is_plain=is_plain) for each in citations))

    def _is_undated_outlet(self, words: str) -> bool:
        """Return whether words are a known outlet that publishes, or its document: `UNIFIL statement`."""
        if words.islower():
            return False
        if self.parts.is_speaking(words):
            return True
        name, _, last = words.rpartition(" ")
        return bool(name) and last[:1].islower() and names_document(last) and self.parts.is_known(name)

    def _read_full_width(self, span: Span) -> Malformed | None:
        """Return a citation with Chinese punctuation as malformed; None for a gloss in Hanzi."""
        plain = span.of(self.text).translate(_FULL_WIDTH)
        plain = re.sub(r"\s+", " ", plain).replace("; )", ")")
        again = _Reader(replace(self.parts, text=plain))
        found = again.read(Span(0, len(plain)))
        if isinstance(found, Group):
            return Malformed(
                span,
                span.of(self.text)[1:-1],
                "use commas, semicolons and parentheses of this alphabet",
                plain,
            )
        return None


def _is_about(citation: Citation) -> bool:
    """Return whether a part more likely says what happened when than who published it."""
    date = citation.date
    if date is None or names_document(citation.outlet) or any(mark in citation.lead for mark in _TITLE_MARKS):
        return False
    is_old = date.year is not None and date.year < OLD and date.day is not None and not is_publisher(citation.outlet)
    is_happening = (date.month is not None and is_meeting(citation.outlet)) or (
        date.day is not None and has_its_day(citation.outlet)
    )
    return is_old or is_happening or is_subject(citation.outlet)


def _follows_link(text: str, span: Span) -> bool:
    """Return whether a parenthesis stands right behind a link, whose outlet it names; links are blanked out."""
    return text[max(0, span.start - _NEAR) : span.start].rstrip(" ”\"’'*_.,").endswith("\x00")


def _is_gloss(text: str, span: Span, inside: str) -> bool:
    """Return whether a parenthesis only abbreviates the words before it: `the World Food Programme (WFP)`."""
    initials = [letter for letter in inside if letter.isupper()]
    before: Sequence[str] = re.findall(r"[^\W\d_][\w’'-]*", text[max(0, span.start - 120) : span.start])
    heads = [word[0].upper() for word in before if word[0].isupper()]
    return (len(initials) > 1 and heads[-len(initials) :] == initials) or (
        # The name itself stands right before it, as in `Xinhua (Xinhua News Agency)`.
        bool(before) and any(one.casefold() == before[-1].casefold() for one, _ in pairwise([*inside.split(), ""]))
    )
