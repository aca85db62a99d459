"""A source that an earlier issue lists with a different date, outlet, headline or author.

One of the two is wrong, and readers who compare them cannot know which. The rule looks for the same address, or the
same outlet and headline, in up to twelve earlier issues. A less precise date, a longer headline, or an author named
in only one of the two is no contradiction.

Bad:
    # siblings: 132
    sources:
      kiel: {outlet: NYT, date: 2023-05-04, url: "https://www.nytimes.com/2023/05/03/kiel.html"}

Reports:
    3:29 issue 132 gives `kiel` a different date: 2023-05-03

Good:
    # siblings: 132
    sources:
      kiel: {outlet: NYT, date: 2023-05-03, url: "https://www.nytimes.com/2023/05/03/kiel.html"}
"""

import re
from collections.abc import Iterator

from briefgen.citations.source_identity import fold_title
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import PartialDate
from briefgen.rules.analysis.earlier_sources import EarlierListing, find_earlier_listings
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources that contradict an earlier issue; of several issues the latest is named."""
    seen: set[str] = set()
    for encounter in find_earlier_listings(manuscript):
        facts = list(_contradictions(manuscript, encounter))
        if not facts or encounter.key in seen:
            continue
        seen.add(encounter.key)
        differences = ", ".join(f"a different {field}: {there}" for field, there in facts)
        yield Finding(
            span=manuscript.document.value_span("sources", encounter.key, facts[0][0]),
            message=f"issue {encounter.sibling.number} gives `{encounter.key}` {differences}",
            help="check both, and correct the one that is wrong",
            related=(encounter.related("the same source"),),
        )


def _contradictions(manuscript: Manuscript, encounter: EarlierListing) -> Iterator[tuple[str, str]]:
    """Yield the fields that differ, with their values in the earlier issue."""
    source, listed, ids = encounter.source, encounter.listed, manuscript.outlets.ids
    if source.date and listed.date and _exclude(source.date, listed.date):
        yield "date", str(listed.date)
    if not ids(source.outlet) & ids(listed.outlet):
        yield "outlet", f"“{listed.outlet}”"
    here, there = fold_title(source.title or ""), fold_title(listed.title)
    if here and there and not (here.startswith(there) or there.startswith(here)):
        yield "title", f"“{listed.title}”"
    if source.author and listed.author and not _names(source.author) & _names(listed.author):
        yield "author", f"“{listed.author}”"


def _exclude(one: PartialDate, other: PartialDate) -> bool:
    """Return whether two dates contradict each other; an undated source does not contradict a date."""
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _names(author: str) -> set[str]:
    return set(re.findall(r"\w+", author.casefold()))


RULE = Rule("C111", "conflicting-source", Severity.WARNING, check)
