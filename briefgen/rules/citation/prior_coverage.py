"""An address that one of the last twelve issues already cites.

Regular readers have seen it. That may be deliberate, but the editor should know, and may want to tell readers. Front
pages and background sources do not count. In preview, because it could not be measured: our own three issues share no
address, and no other archive with addresses was at hand.

Bad:
    # siblings: 132
    sources:
      kiel: {outlet: NYT, date: 2023-05-03, url: "https://nytimes.com/2023/05/03/kiel.html?smid=tw"}

Reports:
    3:3 `kiel` was already cited in issue 132

Good:
    # siblings: 132
    sources:
      qingdao: {outlet: NYT, date: 2023-05-09, url: "https://www.nytimes.com/2023/05/09/qingdao.html"}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.earlier_sources import find_earlier_listings
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each such source once, with the issues that cite it."""
    found: dict[str, list[tuple[int, Related]]] = {}
    for each in find_earlier_listings(manuscript):
        if each.by_address and not each.source.background and not each.listed.is_background:
            found.setdefault(each.key, []).append((each.sibling.number, each.related("cited here")))
    for key, places in found.items():
        yield Finding(
            span=manuscript.document.nearest_span("sources", key),
            message=f"`{key}` was already cited in issue {places[0][0]}",
            help="tell readers that they have seen it before, or cite something newer",
            related=tuple(place for _, place in places),
        )


RULE = Rule("C112", "prior-coverage", Severity.NOTE, check, in_preview=True)
