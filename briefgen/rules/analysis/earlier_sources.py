"""Sources that earlier issues also list, matched by URL, or by outlet and headline if a URL is missing."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefgen.citations.source_identity import fold_title, is_article
from briefgen.diagnostics import Related
from briefgen.manuscript import ListedSource, Manuscript, Sibling
from briefgen.model import Source
from briefgen.model.same_address import normalised
from briefgen.model.scripts import is_hanzi
from briefgen.yamltext import Span

# Shorter headlines are not unique: “Morning briefing” is the headline of many articles.
_FEWEST_WORDS, _FEWEST_HANZI = 5, 10
# Cached, because each of the twelve later issues compares with an issue's sources.
_KEPT = 4_096


class EarlierListing(NamedTuple):
    """A source of the issue, and its listing in an earlier one."""

    key: str
    source: Source
    sibling: Sibling
    listed: ListedSource
    by_address: bool

    def related(self, message: str) -> Related:
        """Return the location in the earlier issue."""
        return Related(Span(0, 0), message, self.sibling.path, self.listed.position)


def find_earlier_listings(manuscript: Manuscript) -> Iterator[EarlierListing]:
    """Yield the sources that earlier issues list, the latest issue first."""
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
                yield EarlierListing(key, issue.sources[key], sibling, listed, by_address=True)
                continue
            key = headlines.get(headline) if headline else None
            # Different URLs mean different articles, even under the same headline.
            if key is not None and not (issue.sources[key].url and listed.url):
                source = issue.sources[key]
                if manuscript.outlets.ids(source.outlet) & manuscript.outlets.ids(listed.outlet):
                    yield EarlierListing(key, source, sibling, listed, by_address=False)


@lru_cache(_KEPT)
def fold_address(url: str) -> str:
    """Normalize a URL; drops the parts that do not distinguish articles, such as scheme and tracking parameters."""
    return normalised(url) if url else ""


@lru_cache(_KEPT)
def fold_headline(title: str) -> str:
    """Normalize a headline if it is long enough to identify one article, else return ""."""
    folded = fold_title(title)
    return folded if len(folded.split()) >= _FEWEST_WORDS or sum(map(is_hanzi, title)) >= _FEWEST_HANZI else ""
