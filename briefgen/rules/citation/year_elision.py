"""A typed date that omits its year although the source is from another, or gives the issue's own year.

Readers take a date without a year to be in the current year. briefgen prints the right form from the source, but your
text would be wrong wherever else it is used. With `style: {year: always}` the rule wants a year in every date.

Bad:
    briefs:
      - title: The Belt and Road
        body: |
          Sister cities serve it (China Daily, April 26).
    sources:
      li: {outlet: China Daily, date: 2019-04-26}

Reports:
    4:44 year left out, but the source is from 2019

Fixed:
    briefs:
      - title: The Belt and Road
        body: |
          Sister cities serve it (China Daily, April 26, 2019).
    sources:
      li: {outlet: China Daily, date: 2019-04-26}

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10, 2023).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Reports:
    4:43 2023 is the issue’s own year

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: El puerto
        body: |
          Kiel aplaza el plan (NYT, 10 de mayo de 2023b).
    sources:
      plan: {outlet: NYT, date: 2023-05-10}
      voto: {outlet: NYT, date: 2023-05-10}

Reports:
    5:47 2023 is the issue’s own year

Fixed:
    # publication.yaml: {language: es}
    briefs:
      - title: El puerto
        body: |
          Kiel aplaza el plan (NYT, 10 de mayo b).
    sources:
      plan: {outlet: NYT, date: 2023-05-10}
      voto: {outlet: NYT, date: 2023-05-10}
"""

import re
from collections.abc import Iterator

from briefgen.citations import Citation, TypedDate, is_read_as, write_date
from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import Source
from briefgen.rules.analysis.address_dates import read_address
from briefgen.rules.analysis.lateness import is_issue_late, is_too_late
from briefgen.rules.analysis.typed_years import add_year
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span

# The year with what joins it to the day: `, 2023`, ` 2023`, `/2023`, ` de 2023`, `2023年`.
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?|/)(?:19|20)\d{2}(?=[a-z]?$)|^(?:19|20)\d{2}\s?[年년]\s?"

_ISO = r"\d{4}-\d{1,2}-\d{1,2}"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield typed dates whose year is left out or written against the house's custom."""
    issue = manuscript.read_issue
    always = manuscript.publication.style.year == "always"
    places: list[Span] = []
    for item, _, citation, resolution in manuscript.citations():
        date = citation.date
        if date is None or date.is_undated or date.month is None:
            continue
        source = issue.sources.get(resolution.key)
        if date.year is None and resolution.year_differs and source is not None and source.date is not None:
            message = f"year left out, but the source is from {source.date.year}"
            # C203 reports these: the date of the issue or of the source is wrong.
            # So does C205 where the source's address agrees with the text.
            if is_too_late(source.date, issue) or _is_in_address(source, date, issue.date.year):
                continue
            if is_issue_late(issue):
                places.append(item.file_span(citation.date_span))
                continue
            yield _add(manuscript, item, citation, source.date.year or issue.date.year, message)
        elif date.year is None and always:
            yield _add(manuscript, item, citation, issue.date.year, "year left out; house style always prints it")
        elif date.year == issue.date.year and not always and date.day is not None:
            yield from _drop(manuscript, item, citation)
    if places:
        yield _doubt_issue(manuscript, places)


def _is_in_address(source: Source, date: TypedDate, year: int) -> bool:
    """Return whether the address of a source has a day that is cited without its year, in the issue's own year."""
    found = read_address(source.url, latest=year) if source.url else None
    return found is not None and (found.year, found.month, found.day) == (year, date.month, date.day)


def _doubt_issue(manuscript: Manuscript, places: list[Span]) -> Finding:
    """Return the finding for an issue that is a year or more newer than all of its sources."""
    issue = manuscript.read_issue
    dates = (source.date for source in issue.sources.values() if source.date and source.date.year is not None)
    newest = max(each.earliest for each in dates)
    own = manuscript.document.value_span("date")
    return Finding(
        span=own if own.start < own.end else places[0],
        message=f"the issue is dated {issue.date.year}, but cites sources of {newest.year} without their year",
        help="correct this date, if it is the one that is wrong; if it is right, write the year into each citation",
        related=tuple(Related(place, "cited here") for place in places),
    )


def _add(manuscript: Manuscript, item: FieldText, citation: Citation, year: int, message: str) -> Finding:
    place = item.file_span(citation.date_span)
    words = citation.date_span.of(item.prose.text)
    written = add_year(words, year)
    date = citation.date._replace(year=year) if citation.date else TypedDate()
    is_plain = citation.is_plain and is_read_as(written, date, manuscript.tag_at(item.field))
    fix = Fix(f"write `{written}`", (Edit(place, written),), is_safe=True) if is_plain else None
    return Finding(span=place, message=message, help=f"write `{written}`", fix=fix)


def _drop(manuscript: Manuscript, item: FieldText, citation: Citation) -> Iterator[Finding]:
    words, date = citation.date_span.of(item.prose.text), citation.date
    if date is not None and date.month and date.day and re.fullmatch(_ISO, words):
        written = write_date(date._replace(year=None), manuscript.written_language(item.field))
        place = item.file_span(citation.date_span)
        by_name = Fix(f"write `{written}`", (Edit(place, written),), is_safe=False)
        message = f"{date.year} is the issue’s own year"
        yield Finding(span=place, message=message, help=f"write `{written}`", fix=by_name)
        return
    year = re.search(_YEAR, words)
    if year is None:
        # In `10.05.2023` the year belongs to the form.
        return
    start = citation.date_span.start
    cut = Span(start + year.start(), start + year.end())
    digits = re.search(r"\d{4}", cut.of(item.prose.text))
    shown = Span(cut.start + digits.start(), cut.start + digits.end()) if digits else citation.date_span
    # Behind a word, a letter stands apart: `9 de mayo b`.
    before, after = words[: year.start()], words[year.end() :]
    between = " " if before and after and not before[-1].isdigit() else ""
    written = before + between + after
    yearless = date._replace(year=None) if date else TypedDate()
    is_plain = citation.is_plain and is_read_as(written, yearless, manuscript.tag_at(item.field))
    fix = Fix("leave the year out", (Edit(item.file_span(cut), between),), is_safe=True) if is_plain else None
    yield Finding(
        span=item.file_span(shown),
        message=f"{citation.date.year if citation.date else ''} is the issue’s own year",
        help=f"write `{written}`",
        fix=fix,
    )


RULE = Rule("C204", "year-elision", Severity.WARNING, check)
