"""A page number in a citation that is written in the wrong form, or a range of pages that runs backwards.

Readers of `pp. 33–31` cannot tell which pages are meant. In English, `p.` stands before one page and `pp.` before
several, with an en dash between the first and the last; a number alone looks like a day (“Guild, May, 12”). A hyphen
after `p.` is not reported, because pages of a manual may be called `p. 4-12`; nor is `p.` in other languages, some of
which use it for several pages.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt, p. 16–17]. Bonn waits [@nyt, pp. 14], and so does Mainz [@nyt, pp. 33–31].
          Trier [@nyt, page 12] and Worms [@nyt, 14] do not, nor Ulm [@nyt, pp. 5-7].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Reports:
    4:36 `p.` before several pages
    4:65 `pp.` before one page
    4:103 pages run backwards: “33–31”
    5:20 a page without `p.`: “page 12”
    5:46 a page without `p.`: “14”
    5:78 a hyphen in a range of pages: “5-7”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt, pp. 16–17]. Bonn waits [@nyt, p. 14], and so does Mainz [@nyt, pp. 31–33].
          Trier [@nyt, p. 12] and Worms [@nyt, p. 14] do not, nor Ulm [@nyt, pp. 5–7].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
"""

import re
from collections.abc import Iterator

from briefgen.citations import Citation
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

# Strings, so that `re` compiles them on first use: most citations have no page.
_RANGE = r"(?<![\w.–-])(?P<first>\d{1,5})(?P<dash>\s?[–-]\s?)(?P<last>\d{1,5})(?![\w–-]|\.\d)"
_SEVERAL = r"\b(?P<mark>p)\.\s?(?=\d+(?:\s?–\s?\d|,\s\d|\s(?:and|&)\s\d))"
_LIKE_P = ("page", "Page", "pg", "Pg", "p ", "pp ", "P.", "P ", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9")
# A number alone may be a year, or that of an issue.
_OTHER_FORM = (
    r",\s*(?P<words>(?:(?:pages?|pgs?\.?|pp?|P\.?)\s?)?"
    r"(?P<pages>(?!(?:19|20)\d\d\b)\d{1,4}(?:\s?(?:[–-]|,|and|&)\s?\d{1,4})*))\Z"
)
# Where house styles want an en dash between pages; French, Italian, Spanish and Portuguese ones want a hyphen.
_WITH_DASH = frozenset({"cs", "da", "de", "en", "fi", "nb", "nl", "no", "pl", "ru", "sv", "uk"})
_PAGES = r"\bpp\.\s?\Z"
_ONE = r"\b(?P<mark>pp)\.\s?\d+\Z"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield pages in the wrong form."""
    for item, _, citation, _ in manuscript.citations():
        if citation.locator[:1].isdigit() or citation.locator.startswith(_LIKE_P):
            yield from _check_form(item, citation)
        if "p" in citation.locator or "S" in citation.locator:
            text = citation.span.of(item.prose.text)
            start = text.rfind("@") + 1
            yield from _check(item, text, start, citation.span.start)


def _check_form(item: FieldText, citation: Citation) -> Iterator[Finding]:
    """Yield a page whose letter is missing or written in another way, in a keyed citation."""
    text = citation.span.of(item.prose.text)
    found = re.compile(_OTHER_FORM).search(text, text.rfind("@") + 1) if citation.key else None
    if found is None or item.language != "en":
        return
    several = re.search(r"\d\s?(?:[–-]|,|and|&)\s?\d", found["pages"]) is not None
    written = f"{'pp.' if several else 'p.'} {found['pages']}"
    place = item.file_span(Span(citation.span.start + found.start("words"), citation.span.start + found.end("words")))
    yield Finding(
        span=place,
        message=f"a page without `p.`: “{found['words']}”",
        help=f"write `{written}`",
        fix=Fix(f"write `{written}`", (Edit(place, written),), is_safe=False),
    )


def _check(item: FieldText, text: str, start: int, offset: int) -> Iterator[Finding]:
    pages = re.compile(r"\b(?:pp?|S)\.\s?\d").search(text, start)
    if pages is None:
        return
    if item.language == "en":
        for pattern, mark, what in ((_SEVERAL, "pp", "several pages"), (_ONE, "p", "one page")):
            found = re.compile(pattern).search(text, start)
            if found is not None:
                place = item.file_span(Span(offset + found.start("mark"), offset + found.end("mark") + 1))
                fix = Fix(f"write `{mark}.`", (Edit(place, f"{mark}."),), is_safe=False)
                message = f"`{found['mark']}.` before {what}"
                yield Finding(span=place, message=message, help=f"write `{mark}.`", fix=fix)
    for found in re.compile(_RANGE).finditer(text, pages.start()):
        first, last = found["first"], found["last"]
        # `123–28` is short for `123–128`.
        full = first[: max(0, len(first) - len(last))] + last
        has_dash = item.language in _WITH_DASH and "-" in found["dash"]
        if int(full) >= int(first) and has_dash and re.search(_PAGES, text[: found.start()]):
            place = item.file_span(Span(offset + found.start("dash"), offset + found.end("dash")))
            fix = Fix("write –", (Edit(place, "–"),), is_safe=False)
            message = f"a hyphen in a range of pages: “{found.group()}”"
            yield Finding(span=place, message=message, help="write an en dash: –", fix=fix)
        if int(full) < int(first):
            place = item.file_span(Span(offset + found.start(), offset + found.end()))
            written = f"{full}{found['dash']}{first}"
            yield Finding(
                span=place,
                message=f"pages run backwards: “{found.group()}”",
                help=f"check them against the source: `{written}`?",
                fix=Fix(f"write `{written}`", (Edit(place, written),), is_safe=False),
                severity=Severity.WARNING,
            )


RULE = Rule("C115", "page-locator", Severity.NOTE, check)
