"""A source whose address contains a different date.

One of the two was copied from another article, and readers who follow the citation find the wrong page. Many
publishers put the date of publication into their addresses. A difference of one day is allowed, for time zones and
late editions. If an address contains only the month, only the months are compared.

Bad:
    sources:
      expo: {outlet: China Daily, date: 2023-05-10, url: "https://www.chinadaily.com.cn/a/202305/05/WS6454.html"}

Reports:
    2:37 cited as May 10, but its address says May 5

Good:
    sources:
      expo: {outlet: China Daily, date: 2023-05-05, url: "https://www.chinadaily.com.cn/a/202305/05/WS6454.html"}
"""

from collections.abc import Iterator
from datetime import date, timedelta

from briefgen.citations import as_typed
from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import PartialDate
from briefgen.rules.analysis.address_dates import is_day_of_event, read_address
from briefgen.rules.analysis.addresses import find_addresses
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources whose date is not that of their address."""
    issue, document = manuscript.read_issue, manuscript.document
    for key, source, url in find_addresses(manuscript):
        if source.date is None or source.date.month is None:
            continue
        found = read_address(url, latest=issue.date.year + 1)
        if found is None or _agree(source.date, found):
            continue
        if found.earliest > source.date.earliest and is_day_of_event(url):
            continue
        style, language = manuscript.publication.style, manuscript.written_language()
        year = issue.date.year if source.date.year == found.year else 0
        cited, in_url = (as_typed(language.format_date(each, year=year, style=style)) for each in (source.date, found))
        yield Finding(
            span=document.value_span("sources", key, "date"),
            message=f"cited as {cited}, but its address says {in_url}",
            help="open the article, and correct the date or the address",
            related=(Related(document.value_span("sources", key, "url"), "the address"),),
        )


def _agree(cited: PartialDate, in_url: PartialDate) -> bool:
    """Return whether two dates may be at most one day apart."""
    one, other = _range(cited), _range(in_url)
    return one[0] <= other[1] + timedelta(1) and other[0] <= one[1] + timedelta(1)


def _range(day: PartialDate) -> tuple[date, date]:
    first = day.earliest
    if day.day is not None:
        return first, first
    return first, (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


RULE = Rule("C205", "url-date-mismatch", Severity.WARNING, check)
