"""Sources that earlier issues list too: told by their address, or by outlet and headline where one has none."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefgen.diagnostics import Related
from briefgen.manuscript import ListedSource, Manuscript, Sibling
from briefgen.model import Source, fold_name
from briefgen.model.scripts import is_hanzi
from briefgen.rules.analysis.addresses import normalised
from briefgen.yamltext import Span

# “Morning briefing” is the headline of many articles, “Kiel stalls its plan for Qingdao” of one.
_FEWEST_WORDS, _FEWEST_HANZI = 5, 10
# An issue is asked for the folded forms of its sources by each of the twelve after it.
_KEPT = 4_096


class Encounter(NamedTuple):
    """A source of the issue, and the same in an earlier one."""

    key: str
    source: Source
    sibling: Sibling
    listed: ListedSource
    by_address: bool

    def related(self, message: str) -> Related:
        """Return the place in the earlier issue."""
        return Related(Span(0, 0), message, self.sibling.path, self.listed.position)


def find_encounters(manuscript: Manuscript) -> Iterator[Encounter]:
    """Yield every source that earlier issues list, with the latest of them first."""
    issue = manuscript.read_issue
    earlier = sorted(
        (each for each in manuscript.siblings if each.number < issue.number), key=lambda each: -each.number
    )
    if not earlier:
        return
    addresses = {fold_address(source.url): key for key, source in issue.sources.items() if source.url}
    headlines = {fold_headline(source.title): key for key, source in issue.sources.items() if source.title}
    for sibling in earlier:
        for listed in sibling.sources:
            address, headline = fold_address(listed.url), fold_headline(listed.title)
            key = addresses.get(address) if is_article(address) else None
            if key is not None:
                yield Encounter(key, issue.sources[key], sibling, listed, by_address=True)
                continue
            key = headlines.get(headline) if headline else None
            # Two addresses are two articles, whatever stands above them.
            if key is not None and not (issue.sources[key].url and listed.url):
                source = issue.sources[key]
                if manuscript.outlets.ids(source.outlet) & manuscript.outlets.ids(listed.outlet):
                    yield Encounter(key, source, sibling, listed, by_address=False)


def is_article(address: str) -> bool:
    """Return whether an address is more than a host: a front page shows something else every day."""
    return "/" in address or "?" in address


@lru_cache(_KEPT)
def fold_address(url: str) -> str:
    """Return an address without what does not tell two articles apart, such as scheme and tracking parameters."""
    return normalised(url) if url else ""


def fold_title(title: str) -> str:
    """Return the form under which headlines are compared: letters and figures only."""
    return " ".join(re.findall(r"\w+", fold_name(title).replace("'", "")))


@lru_cache(_KEPT)
def fold_headline(title: str) -> str:
    """Return a headline folded if it is long enough to be that of one article, else nothing."""
    folded = fold_title(title)
    return folded if len(folded.split()) >= _FEWEST_WORDS or sum(map(is_hanzi, title)) >= _FEWEST_HANZI else ""
