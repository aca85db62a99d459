"""An address that begins with http.

Pages sent over http can be read and changed on the way, and browsers warn about them. Most publishers offer the same
page over https, but some old government sites do not, so try it before you accept the fix.

Bad:
    sources:
      expo: {outlet: China Daily, date: 2023-05-08, url: "http://www.chinadaily.com.cn/a/202305/08/WS6458.html"}

Reports:
    2:55 address uses http, not https

Fixed:
    sources:
      expo: {outlet: China Daily, date: 2023-05-08, url: "https://www.chinadaily.com.cn/a/202305/08/WS6458.html"}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.addresses import find_addresses, written_address
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit

_SCHEME = "http:"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield addresses without encryption."""
    for key, _, url in find_addresses(manuscript):
        if not url.startswith(_SCHEME):
            continue
        written = written_address(manuscript, key)
        at = written.casefold().find(_SCHEME)
        place = manuscript.document.span(("sources", key, "url"), at, at + len(_SCHEME) - 1)
        yield Finding(
            span=place,
            message="address uses http, not https",
            help="try https, and use it if it works",
            fix=Fix("use `https`", (Edit(place, "https"),), is_safe=False),
        )


RULE = Rule("C302", "insecure-url", Severity.NOTE, check)
