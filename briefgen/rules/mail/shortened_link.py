"""A link in a mail that goes through a link shortener.

Spam filters distrust shortened links because they hide where they lead, and so should readers. When the service closes,
they are dead. Publications that make no mail are not checked.

Bad:
    briefs:
      - title: The Bill
        body: |
          The Senate has [the bill](https://bit.ly/3xYzAbC) again.

Reports:
    4:41 `bit.ly` hides where the link leads

Good:
    briefs:
      - title: The Bill
        body: |
          The Senate has [the bill](https://www.congress.gov/bill/1184) again.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import host_of
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_SHORTENERS = frozenset({
    "adf.ly", "bit.do", "bit.ly", "bl.ink", "buff.ly", "cutt.ly", "dlvr.it", "goo.gl", "ift.tt", "is.gd", "j.mp",
    "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at", "soo.gd", "t.co", "t.ly", "tiny.cc", "tinyurl.com",
    "trib.al", "v.gd", "wp.me",
})  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the first place of each such link."""
    for address in manuscript.mail.addresses if manuscript.mail else ():
        if address.startswith("http") and (host := host_of(address).removeprefix("www.")) in _SHORTENERS:
            # It may have been written without its scheme, or with capitals.
            place = manuscript.document.text.casefold().find(address.partition("://")[2].casefold())
            span = Span(place, place + len(address.partition("://")[2]))
            yield Finding(
                span=span if place >= 0 else manuscript.document.nearest_span("number"),
                message=f"`{host}` hides where the link leads",
                help="open it, and write the address that it leads to",
            )


RULE = Rule("M106", "shortened-link", Severity.WARNING, check, needs_mail=True)
