"""An address that leads to a front page, not to an article.

Tomorrow the front page will show something else, and nobody will find the claim again. Outlets of the kind `website`
in the register are cited as a whole and are not reported.

Bad:
    sources:
      expo: {outlet: China Daily, date: 2023-05-08, url: "https://www.chinadaily.com.cn/china/"}

Reports:
    2:54 this is a front page, not the article

Good:
    sources:
      expo: {outlet: China Daily, date: 2023-05-08, url: "https://www.chinadaily.com.cn/a/202305/08/WS6458.html"}
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.addresses import find_addresses
from briefgen.rules.analysis.hosts import SECTIONS, SHORTENERS
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield addresses of front pages and sections."""
    for key, source, url in find_addresses(manuscript):
        if _is_front_page(url) and not any(each.kind == "website" for each in manuscript.outlets.named(source.outlet)):
            yield Finding(
                span=manuscript.document.value_span("sources", key, "url"),
                message="this is a front page, not the article",
                help="paste the address of the article",
            )


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    path = parts.path.strip("/").casefold()
    # A fragment with a path in it is how pages made by scripts name their articles.
    if parts.query or "/" in path or "/" in parts.fragment or (parts.hostname or "") in SHORTENERS:
        return False
    stem, _, extension = path.partition(".")
    return not path or (stem in SECTIONS and extension in {"", "htm", "html", "shtml", "php", "asp", "aspx"})


RULE = Rule("C305", "homepage-as-source", Severity.WARNING, check)
