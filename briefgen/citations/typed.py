"""Typed citations, written as readers see them: `(China Daily, February 20; see SCMP, September 24, 2015)`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations.citation import Citation, Group, Malformed
from briefgen.citations.place_names import is_place
from briefgen.citations.typed_dates import ONE, find_near_date, has_date, read_dates
from briefgen.model import Outlets, fold_name
from briefgen.yamltext import Span

MAX_GROUP = 600
MAX_OUTLET = 80

_PREFIX = re.compile(r"(?:see also|see|cf\.|e\.g\.,?|also|quoted in|cited in|citing|via)\s+", re.IGNORECASE)
_LOCATOR = re.compile(
    r",\s*(?:pp?\.|paras?\.|§|secs?\.|chs?\.|vols?\.|nos?\.|figs?\.|tables?|art\.|at)\s*\S[^;]*$",
    re.IGNORECASE,
)
_SQUARE = re.compile(r"\[(?P<inside>[^\[\]\x00]{1,600})\]")
_SOURCE = re.compile(r"(?:Sources?|Quelle|Source of \w+):\s*(?P<outlet>[^,;]{1,80})")
_FULL_WIDTH = str.maketrans({"，": ", ", "；": "; ", "（": "(", "）": ")"})

# Strings, so that `re` compiles them on first use: most groups are keyed.
_POST = r"(?P<author>@\w{1,30}|[A-Z][\w.’' -]{1,40}?) on (?P<outlet>\S.*)"
_PERSON = r"[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]+){1,2}"
_NEWSY = r"\b(?:TV|News|Times|Post|Daily|Press|Radio|Agency|Journal|Review|Magazine|Channel|Media|Today)\b|\d"
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\b"
_NAME_START = r"[^\W_a-z]|[a-z]\w*[.A-Z]|@\w"
# Words that start a clause, not a name.
_CLAUSE = (
    r"(?:The|A|An|In|On|At|By|As|From|Since|Until|Before|After|During|Between|For|With|About|Of|Born|Died|Founded|"
    r"Published|Released|Updated|Retrieved|Accessed|Day|Part|Chapter|Section|Table|Figure|Phase|Version|Scenario)\b"
)


class _Name(NamedTuple):
    """An outlet named in a citation, with its span."""

    text: str
    span: Span
    author: str = ""


def find_typed(visible: str, outlets: Outlets, cited: frozenset[str]) -> Iterator[Group | Malformed]:
    """Yield the typed groups of a body whose opaque parts are blanked out.

    `cited` holds the folded names of outlets of the issue's own sources; they count as outlets even if the
    register does not list them.
    """
    reader = _Reader(visible, outlets, cited)
    for span in _find_parentheses(visible):
        found = reader.read(span)
        if found is not None:
            yield found


def find_bracketed(visible: str, outlets: Outlets, cited: frozenset[str]) -> Iterator[Malformed]:
    """Yield typed groups of known outlets in square brackets, as malformed."""
    for match in _SQUARE.finditer(visible):
        plain = f"({match['inside']})"
        reader = _Reader(plain, outlets, cited)
        match reader.read(Span(0, len(plain))):
            case Group(citations=citations) if all(reader.is_known(each.outlet) for each in citations):
                suggestion = plain
            case Malformed(suggestion=suggestion) if suggestion:
                pass
            case _:
                continue
        yield Malformed(Span(*match.span()), match.group(), f"write it in parentheses: `{suggestion}`", suggestion)


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

    text: str
    outlets: Outlets
    cited: frozenset[str]

    def read(self, span: Span) -> Group | Malformed | None:
        """Return the group in a parenthesis, a malformed citation, or None if it is neither."""
        inside = span.of(self.text)[1:-1]
        if not inside.strip() or "\x00" in inside:
            return None
        if any(mark in span.of(self.text) for mark in "，；（）"):
            return self._read_full_width(span)
        parts = [self._read_part(part) for part in _split(self.text, span)]
        read = [part for part in parts if part]
        if len(read) == len(parts) or (read and self._may_share(span, parts)):
            return self._group(span, parts)
        return self._malformed(span)

    def _group(self, span: Span, parts: list[tuple[Citation, ...]]) -> Group | None:
        """Build the group; parts without a date get the next part's. Returns None if no part names an outlet."""
        citations: list[Citation] = []
        shared = parts[-1][0]
        for place, part in zip(reversed(list(_split(self.text, span))), reversed(parts), strict=True):
            if part:
                shared = part[0]
                citations[:0] = part
            else:
                name = self._clean(place)
                outlet = " ".join(name.of(self.text).split())
                inherited = replace(
                    shared, span=name, outlet=outlet, outlet_span=name, author="", locator="", prefix="", is_plain=False
                )
                citations.insert(0, inherited)
        known = any(self.is_known(citation.outlet) for citation in citations)
        if not known and any(is_place(citation.outlet) for citation in citations):
            return None
        return Group(span, "typed", tuple(citations))

    def _may_share(self, span: Span, parts: list[tuple[Citation, ...]]) -> bool:
        """Return whether the parts without a date may be names that share a later part's date."""
        names = [
            self._clean(place).of(self.text)
            for place, part in zip(_split(self.text, span), parts, strict=True)
            if not part
        ]
        return bool(parts[-1]) and all(_is_name(name) for name in names)

    def _clean(self, place: Span) -> Span:
        return _stripped(self.text, place)

    def is_known(self, name: str) -> bool:
        """Return whether a name is a known outlet: among the issue's sources, or in the register with its capitals."""
        return fold_name(name) in self.cited or self.outlets.is_written(name)

    def _read_part(self, place: Span) -> tuple[Citation, ...]:
        """Parse one part (prefix, outlet, date, locator) into a citation for each of its dates and names."""
        place = self._clean(place)
        start, end = place.start, place.end
        prefix = _PREFIX.match(self.text, start, end)
        start = prefix.end() if prefix else start
        locator = _LOCATOR.search(self.text, start, end)
        stop = locator.start() if locator else end
        for comma in re.finditer(r",\s*", self.text[start:stop]):
            dates = read_dates(self.text, start + comma.end(), stop)
            names = self._names(Span(start, start + comma.start())) if dates else ()
            if names:
                break
        else:
            return ()
        locator_text = locator.group().lstrip(", ").strip() if locator else ""
        citations = [
            Citation(
                place, outlet=name.text, outlet_span=name.span, date=date, date_span=Span(begin, finish),
                prefix=prefix.group().strip() if prefix else "", locator=locator_text, author=name.author,
                is_plain=len(names) == 1 and len(dates) == 1,
            )
            for name in names
            for date, begin, finish in dates
        ]  # fmt: skip
        return tuple(citations)

    def _names(self, span: Span) -> tuple[_Name, ...]:
        """Return the outlets before a date: one, several that share the date, or one with its author."""
        all_names = span.of(self.text)
        if self.is_known(all_names) or "," not in all_names:
            return (self._name(span),) if self.is_known(all_names) or _is_name(all_names) else ()
        spans, at = [], span.start
        for piece in all_names.split(","):
            spans.append(_stripped(self.text, Span(at, at + len(piece))))
            at += len(piece) + 1
        pieces = [piece.of(self.text) for piece in spans]
        if len(pieces) == 2 and not self.is_known(pieces[1]) and self._is_author(*pieces):  # noqa: PLR2004 - outlet and author
            return (_Name(pieces[0], spans[0], pieces[1]),)
        if all(self.is_known(piece) or _is_name(piece) for piece in pieces):
            return tuple(self._name(piece) for piece in spans)
        return ()

    def _name(self, span: Span) -> _Name:
        post = re.fullmatch(_POST, span.of(self.text))
        if post is not None and self.outlets.is_written(post["outlet"]):
            return _Name(post["outlet"], Span(span.start + post.start("outlet"), span.end), post["author"])
        return _Name(" ".join(span.of(self.text).split()), span)

    def _is_author(self, outlet: str, author: str) -> bool:
        return self.is_known(outlet) and bool(re.fullmatch(_PERSON, author)) and not re.search(_NEWSY, author)

    def _read_full_width(self, span: Span) -> Malformed | None:
        """Return a citation with Chinese punctuation as malformed; None for a gloss in Hanzi."""
        plain = span.of(self.text).translate(_FULL_WIDTH)
        plain = re.sub(r"\s+", " ", plain).replace("; )", ")")
        again = _Reader(plain, self.outlets, self.cited)
        found = again.read(Span(0, len(plain)))
        if isinstance(found, Group):
            return Malformed(
                span,
                span.of(self.text)[1:-1],
                "use commas, semicolons and parentheses of this alphabet",
                plain,
            )
        return None

    def _malformed(self, span: Span) -> Malformed | None:
        """Return a malformed citation if a parenthesis names a known outlet and something like a date, else None."""
        inside = span.of(self.text)[1:-1]
        outlet = next((name for name in self._leading_names(inside) if self.is_known(name)), "")
        if not outlet:
            return self._turned(span, inside)
        near = find_near_date(inside[len(outlet) :])
        if near is not None:
            at = len(outlet) + near.start
            fixed = inside[:at].rstrip(" ,") + ", " + near.written + inside[at + near.end - near.start :]
            return Malformed(span, inside, near.help, f"({fixed})" if near.written else "")
        if has_date(inside):
            suggestion = self._repaired(inside, outlet)
            help_ = f"write `{suggestion}`" if suggestion else "write `(Outlet, Month D, YYYY; Outlet, Month D)`"
            return Malformed(span, inside, help_, suggestion)
        return None

    def _turned(self, span: Span, inside: str) -> Malformed | None:
        """Report `(April 28, Reuters)`, and an outlet that is named as a source and has no date."""
        named = _SOURCE.fullmatch(inside)
        if named is not None and self.is_known(named["outlet"]):
            help_ = f"write its date, and nothing before the outlet: `({named['outlet']}, May 12)`"
            return Malformed(span, inside, help_)
        dated, comma, name = (part.strip() for part in inside.rpartition(","))
        if not comma or not self.is_known(name) or not read_dates(dated, 0, len(dated)):
            return None
        suggestion = f"({name}, {dated})"
        return Malformed(span, inside, f"write the outlet first: `{suggestion}`", suggestion)

    def _leading_names(self, inside: str) -> Iterator[str]:
        """Yield candidates for the outlet at the start of a parenthesis, longest first."""
        head = re.split(r"[,;]", inside, maxsplit=1)[0]
        dated = ONE.search(head)
        words = (head[: dated.start()] if dated and dated.start() else head).split()
        for count in range(len(words), 0, -1):
            yield " ".join(words[:count])

    def _repaired(self, inside: str, outlet: str) -> str:
        """Return the group with a missing comma inserted or an empty part removed, or "" if that does not help."""
        rest = inside[len(outlet) :].strip(" ,;")
        bare = re.sub(r"^(?:[–—:|/-]|(?:on|of|from)\b)\s*", "", rest)
        without_weekday = re.sub(rf"{_WEEKDAY}\.?,?\s+", "", inside)
        for words in (
            inside.strip(" ;,"),
            f"{outlet}, {rest}",
            f"{outlet}, {bare}",
            _semicolons(inside),
            without_weekday,
        ):
            attempt = f"({words})"
            reader = _Reader(attempt, self.outlets, self.cited)
            parts = [reader._read_part(part) for part in _split(attempt, Span(0, len(attempt)))]
            if all(parts) and all(citation.is_plain for part in parts for citation in part):
                return attempt
        return ""


def _semicolons(inside: str) -> str:
    """Replace commas between a date and the next outlet with semicolons."""
    return re.sub(r"((?:19|20)\d{2}|[A-Z][a-z]+ \d{1,2}),\s+(?=[A-Z])", r"\1; ", inside)


def _split(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a parenthesis between semicolons."""
    at = span.start + 1
    for part in text[span.start + 1 : span.end - 1].split(";"):
        yield Span(at, at + len(part))
        at += len(part) + 1


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _is_name(text: str) -> bool:
    """Return whether a text can be the name of an outlet: capitalised, short, no date, no clause, no quotation."""
    return (
        bool(text)
        and len(text) <= MAX_OUTLET
        and bool(re.match(_NAME_START, text.removeprefix("The ")))
        and not re.match(_CLAUSE, text.removeprefix("The "))
        and not re.match(_WEEKDAY, text)
        and not has_date(text)
        and not re.search(r"[“”\"!?:~%$+]|\d{3,}", text)
        and _mostly_capitalised(text)
    )


def _mostly_capitalised(text: str) -> bool:
    """Distinguish `National Knowledge Center on China` from `Released in early spring`."""
    words = [word for word in re.findall(r"[^\s/-]+", text) if word[0].isalpha()]
    small = [word for word in words if word[0].islower()]
    return len(small) * 2 <= len(words) or len(words) == 1
