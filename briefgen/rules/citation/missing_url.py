"""Sources without an address.

Nobody can check or open what has no address. `print: true` says that a source stands on paper only, and
`interview: true` that it was said to the author; neither needs one. One report for the whole list.

Bad:
    sources:
      nrc: {outlet: NRC, date: 2023-05-07}
      bbc: {outlet: BBC, date: 2022-11-03, url: "https://www.bbc.com/news/uk-63499601"}
      book: {outlet: SCMP, date: 2022, print: true}

Reports:
    1:1 1 of 3 sources has no url

Good:
    sources:
      nrc: {outlet: NRC, date: 2023-05-07, url: "https://www.nrc.nl/nieuws/a4164056"}
      book: {outlet: SCMP, date: 2022, print: true}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all sources that lack an address."""
    sources, document = manuscript.read_issue.sources, manuscript.document
    missing = [key for key, each in sources.items() if each.url is None and not (each.print or each.interview)]
    if missing:
        verb = "has" if len(missing) == 1 else "have"
        nouns = "source" if len(sources) == 1 else "sources"
        yield Finding(
            span=document.nearest_span("sources"),
            message=f"{len(missing)} of {len(sources)} {nouns} {verb} no url",
            help="add `url:`, or `print: true` to what stands on paper only",
            related=()
            if len(missing) == len(sources)
            else tuple(Related(document.nearest_span("sources", key), "no url") for key in missing),
        )


RULE = Rule("C301", "missing-url", Severity.WARNING, check)
