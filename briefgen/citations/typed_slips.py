"""Typed citations with a slip: what is meant, and how to write it."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import east_asian
from briefgen.citations.citation import Malformed
from briefgen.citations.date_words import AND, YEAR
from briefgen.citations.month_names import MONTH
from briefgen.citations.near_dates import find_near_date
from briefgen.citations.outlet_names import is_symbol
from briefgen.citations.typed_dates import WITH_HANZI
from briefgen.citations.typed_parts import Part, PartReader
from briefgen.citations.written import write_example
from briefgen.yamltext import Span

# In place of a date: “(BBC, Tuesday)”, “(BBC, op. cit.)”, “(see BBC above)”.
_VAGUE = (
    r"(?i)(?:see\s+)?(?P<outlet>[^,;()]{1,80}?)(?:,\s*|\s+)(?:(?:on\s+|last\s+|this\s+)?"
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|yesterday|today|tonight|(?:last|this)\s+(?:week|month|year)|"
    r"op\.?\s?cit\.?|loc\.?\s?cit\.?|ibid\.?|above|(?:as\s)?cited\s+above|n\.?d\.?|no\s+date)\s*"
)
_NO_OUTLET = rf"\s*[,;]\s*(?:{MONTH}|{YEAR})\b"
_SOURCE = r"(?:Sources?|Quellen?|Fuentes?|Fontes?|Fonti|Bron|Source of \w+)\s?:\s*(?P<outlet>[^,;]{1,80})"
# Behind a word alone, only a known outlet shows that a source is named: `(from BBC, May 8)`, not `(from Kiel, May 8)`.
_LEAD = (
    r"(?i)(?:(?:sources?|src|refs?|references?|cited?|from|see|via|credit|quellen?|fuentes?|fontes?|fonti|bron)\s*[:.]|(?P<word>from|source|src))\s*"
    r"(?P<cited>[^\s:.].*)"
)
# The same in other languages: “(Reuters, gestern)”, “(EFE, ibíd.)”.
_FOREIGN_VAGUE = (
    r"(?i)(?P<outlet>[^,;()]{1,80}?),\s*(?:(?:el|am|le|la|na|no|il|op)\s+)?(?:(?:pasado|último|letzten?|vergangenen)\s+)?"
    r"(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:segunda|terça|quarta|quinta|sexta)-feira"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    r"|zondag)(?:\s+(?:pasado|passado|dernier|scorso))?|ayer|anteayer|hoy|gestern|vorgestern|heute|hier|avant-hier"
    r"|aujourd['’]hui|ontem|anteontem|hoje|ieri|l['’]altro\s+ieri|oggi|gisteren|vandaag|letzte\s+woche"
    r"|la\s+semana\s+pasada|semana\s+pasada|ib[ií]d(?:em|\.)?|íd(?:em|\.)|ebd\.?|ebenda|a\.\s?a\.\s?o\.?"
    r"|(?:op|loc|ob)\.?\s?cit\.?)\s*"
)
# A number of a paper without its day: `Nr. 19/2026`, `núm. 12`, `Der Spiegel 19/2026`.
_NUMBER = (
    r"(?i)(?P<outlet>[^,;()]{1,80}?),?\s+(?:(?:nr|no|nº|n\.?\s?[º°]|núm|num|heft|ausgabe|número|numéro|numero)\.?\s?"
    r"\d{1,4}(?:(?:/|,?\s+(?:del?\s+|von\s+)?)(?:19|20)?\d\d)?"
    r"|(?:1[3-9]|[2-5]\d)/(?:19|20)\d\d)(?:,[^,;()]{1,40})?\s*"
)
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\b"
_DATE_START = rf"{MONTH}|\b{YEAR}\b"
_FOREIGN_JOINT = (
    r"(?P<date>\d\.?\s(?:de\s)?[^\W\d_]{3,12}(?:\s(?:del?\s)?(?:19|20)\d\d)?)"
    rf"(?:,\s+|\s+(?:{AND}|[/&])\s+)(?=[^\W\d_a-zß-ÿ])"
)
_BEFORE_DAY = r"^(?:vom|v\.|am|del?|du|le|el|dal|do|em|van)\s+(?=\d)"


class SlipFinder(Struct, frozen=True):
    """Finds slips in the parentheses of one text."""

    parts: PartReader

    @property
    def _language(self) -> str:
        return self.parts.dates.language

    def find(self, span: Span, read: list[Part]) -> Malformed | None:
        """Return a malformed citation if a parenthesis names a known outlet and something like a date, else None."""
        inside = span.of(self.parts.text)[1:-1]
        if re.match(_NO_OUTLET, inside) and self.parts.dates.has_date(inside):
            date = " ".join(inside.strip(" ,;").split())
            return Malformed(span, inside, f"write the outlet before the date: `(Outlet, {date})`", "")
        outlet = next((name for name in _leading_names(inside) if self.parts.is_known(name)), "")
        if not outlet:
            return self._after_lead(span, inside) or find_named_source(self.parts, span)
        rest = inside[len(outlet) :]
        unnamed = find_named_source(self.parts, span) if self._language != "en" else None
        if unnamed is not None or is_symbol(rest) or any(part.kind == "document" for part in read):
            return unnamed
        near = find_near_date(rest, self._language)
        if near is not None:
            at = len(outlet) + near.start
            fixed = inside[:at].rstrip(" ,") + ", " + near.written + inside[at + near.end - near.start :]
            return Malformed(span, inside, near.help, f"({fixed})" if near.written else "")
        # If every part was read, it is not the form that is wrong: a company with a day is no source.
        if not self.parts.dates.has_date(inside) or all(part.kind == "dated" for part in read):
            return None
        suggestion = self._repaired(inside, outlet)
        return Malformed(span, inside, f"write `{suggestion or write_example(self._language)}`", suggestion)

    def find_unparted(self, span: Span) -> Malformed | None:
        """Return a citation in Hanzi with a slip in what parts it: `新華社5月11日`, `出典：新華社、5月11日`."""
        if self._language not in WITH_HANZI:
            return None
        inside = span.of(self.parts.text)[1:-1]
        attempt = f"({east_asian.repaired(inside, self.parts.is_known)})"
        if attempt == f"({inside})":
            return None
        parts = replace(self.parts, text=attempt).read_all(Span(0, len(attempt)))
        is_clear = all(
            part.kind == "dated" and all(self.parts.is_speaking(each.outlet) for each in part.citations)
            for part in parts
        )
        return Malformed(span, inside, f"write `{attempt}`", attempt) if is_clear else None

    def _after_lead(self, span: Span, inside: str) -> Malformed | None:
        """Return a citation with a word before its outlet as malformed: `(Source: Reuters, May 3)`."""
        lead = re.fullmatch(_LEAD, inside, re.DOTALL)
        attempt = f"({lead['cited']})" if lead else ""
        if not lead or not self._is_dated(attempt, is_known=bool(lead["word"])):
            return None
        return Malformed(span, inside, f"write `{' '.join(attempt.split())}`", attempt)

    def _is_dated(self, attempt: str, *, is_known: bool = False) -> bool:
        """Return whether all parts of a group are an outlet, if need be a known one, and a date."""
        parts = replace(self.parts, text=attempt).read_all(Span(0, len(attempt)))
        return all(
            part.kind == "dated"
            and all(each.is_plain and (not is_known or self.parts.is_known(each.outlet)) for each in part.citations)
            for part in parts
        )

    def _repaired(self, inside: str, outlet: str) -> str:
        """Return the group with a missing comma inserted or an empty part removed, or "" if that does not help."""
        rest = inside[len(outlet) :].strip(" ,;")
        bare = re.sub(r"^(?:[–—:|/.-]|(?:on|of|from)\b)\s*", "", rest)
        if self._language != "en":
            bare = re.sub(_BEFORE_DAY, "", bare)
        without_weekday = re.sub(rf"{_WEEKDAY}\.?,?\s+", "", inside)
        for words in (
            inside.strip(" ;,"),
            f"{outlet}, {rest}",
            f"{outlet}, {bare}",
            _semicolons(inside, self._language),
            without_weekday,
        ):
            attempt = f"({words})"
            if self._is_dated(attempt):
                return attempt
        return ""


def find_named_source(parts: PartReader, span: Span) -> Malformed | None:
    """Return an outlet that is named as a source and has no date, as malformed: `(Source: Reuters)`."""
    inside = span.of(parts.text)[1:-1]
    has_words = "," in inside or len(inside.split()) > 1
    vague = re.fullmatch(_VAGUE, inside) if has_words else None
    language = parts.dates.language
    if has_words and language != "en":
        vague = vague or re.fullmatch(_FOREIGN_VAGUE, inside) or re.fullmatch(_NUMBER, inside)
    if vague is None and has_words and language in WITH_HANZI:
        vague = re.fullmatch(east_asian.VAGUE, inside)
    if vague is not None and parts.is_speaking(vague["outlet"]):
        example = write_example(language, " ".join(vague["outlet"].split()))
        return Malformed(span, inside, f"write the date of the source: `{example}`")
    named = re.fullmatch(_SOURCE, inside) if ":" in inside else None
    if named is None or not parts.is_known(named["outlet"]):
        return None
    return Malformed(
        span, inside, f"write its date, and nothing before the outlet: `{write_example(language, named['outlet'])}`"
    )


def _leading_names(inside: str) -> Iterator[str]:
    """Yield candidates for the outlet at the start of a parenthesis, longest first."""
    head = re.split(r"[,;]", inside, maxsplit=1)[0]
    dated = re.search(_DATE_START, head)
    words = (head[: dated.start()] if dated and dated.start() else head).split()
    for count in range(len(words), 0, -1):
        yield " ".join(words[:count]).rstrip(" :|/–—")
    if words and words[0].endswith("."):
        yield words[0].rstrip(".")


def _semicolons(inside: str, language: str) -> str:
    """Replace commas between a date and the next outlet with semicolons; in other languages, an “and” or slash, too."""
    if language != "en":
        inside = re.sub(_FOREIGN_JOINT, r"\g<date>; ", inside)
    return re.sub(r"((?:19|20)\d{2}|[A-Z][a-z]+ \d{1,2}),\s+(?=(?:see |also ){0,2}[A-Z])", r"\1; ", inside)
