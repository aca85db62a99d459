"""Sources with an address but no archived copy.

Pages change and vanish; a copy lets readers see what the author saw. Where the register calls an outlet volatile, as
it does social networks, governments and the media they control, this is a warning. Other pages are reported only in
issues that archive some of their sources. There is one report for the whole list.

Bad:
    sources:
      post: {outlet: Twitter, author: "@kielcity", date: 2023-05-10, url: "https://twitter.com/kielcity/status/1"}
      nrc: {outlet: NRC, date: 2023-05-07, url: "https://www.nrc.nl/nieuws/a4164056"}

Reports:
    2:3 1 source that may vanish has no archived copy

Good:
    sources:
      post:
        outlet: Twitter
        author: "@kielcity"
        date: 2023-05-10
        url: https://twitter.com/kielcity/status/1
        archived: {url: "https://web.archive.org/web/2023/https://twitter.com/kielcity/status/1", date: 2023-05-11}

Bad:
    sources:
      nrc: {outlet: NRC, date: 2023-05-07, url: "https://www.nrc.nl/nieuws/a4164056"}
      bbc:
        outlet: BBC
        date: 2022-11-03
        url: https://www.bbc.com/news/uk-63499601
        archived: {url: "https://archive.ph/Ab3c4", date: 2023-05-08}

Reports:
    2:3 1 source has no archived copy

Good:
    sources:
      nrc:
        outlet: NRC
        date: 2023-05-07
        url: https://www.nrc.nl/nieuws/a4164056
        archived: {url: "https://archive.ph/Xy1z2", date: 2023-05-08}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.addresses import find_addresses, is_archive
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the dead sources without a copy, and one finding for those that may vanish, or else for all without one."""
    for key, source in manuscript.read_issue.sources.items():
        if source.dead and source.archived is None:
            yield Finding(
                span=manuscript.document.nearest_span("sources", key, "dead"),
                message=f"source `{key}` is dead and has no archived copy, so it links to a page that is gone",
                help="add `archived: {url: …, date: …}`, or delete `dead: true`",
                severity=Severity.WARNING,
            )
    addresses = list(find_addresses(manuscript))
    bare = [(key, source) for key, source, url in addresses if source.archived is None and not is_archive(url)]
    volatile = [key for key, source in bare if _is_volatile(manuscript, source.outlet)]
    # A house that keeps no copies at all need not hear of it in every issue.
    keys = volatile or ([key for key, _ in bare] if len(bare) < len(addresses) else [])
    if keys:
        first, *others = (manuscript.document.nearest_span("sources", key) for key in keys)
        one = len(keys) == 1
        yield Finding(
            span=first,
            message=f"{len(keys)} {plural(len(keys), 'source')}{' that may vanish' if volatile else ''} "
            f"{'has' if one else 'have'} no archived copy",
            help="save it in a web archive, then add `archived: {url: …, date: …}`",
            related=tuple(Related(span, "this one too") for span in others),
            severity=Severity.WARNING if volatile else None,
        )


def _is_volatile(manuscript: Manuscript, outlet: str) -> bool:
    found = manuscript.outlets.named(outlet)
    return bool(found) and all(each.volatile or each.kind == "social" for each in found)


RULE = Rule("C306", "missing-archive", Severity.NOTE, check)
