"""Sources without an address.

Readers cannot check a source without an address. Mark a source that exists only on paper with `print: true`, and one
that was said to the author with `interview: true`; neither needs an address. There is one report for the whole list;
`briefgen sources --missing url` shows each of these sources, in one issue or in all.

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
            help="add `url:`, or `print: true` for sources that exist only on paper; "
            "`briefgen sources --missing url` lists them",
            related=()
            if len(missing) == len(sources)
            else tuple(Related(document.nearest_span("sources", key), "no url") for key in missing),
        )


RULE = Rule("C301", "missing-url", Severity.WARNING, check)
