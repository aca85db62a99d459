"""A mail that is longer than Gmail shows.

Gmail hides everything after the first 102 KB of a mail behind a link that few readers follow, and the corrections and
the link to unsubscribe are at the end. briefgen measures the HTML of the finished mail and says how much of it each of
the longest items takes. Publications that make no mail are not checked. In the example, ⟨…⟩ stands for repeated text.

Bad:
    briefs:
      - {title: Monday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Tuesday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Wednesday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Thursday, body: ⟨I knew deep down that it was wrong. × 800⟩}

Reports:
    6:1 the mail is 120 KB; Gmail cuts mail at 102 KB

Good:
    briefs:
      - {title: Monday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Tuesday, body: ⟨I knew deep down that it was wrong. × 800⟩}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import MailFact, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_KB = 1024
_MOST = 102 * _KB
_SHOWN = 5


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for a mail that is too long, with its longest items."""
    mail = manuscript.mail
    if mail is None or mail.size <= _MOST:
        return
    longest = sorted(_items(manuscript, mail), key=lambda item: -item[1])
    yield Finding(
        span=manuscript.document.nearest_span("number"),
        message=f"the mail is {_format(mail.size)}; Gmail cuts mail at 102 KB",
        help=_advise([title for title, _, _ in _enough(longest, mail.size - _MOST)]),
        related=tuple(Related(span, _format(size)) for _, size, span in longest[:_SHOWN]),
    )


Item = tuple[str, int, Span]


def _items(manuscript: Manuscript, mail: MailFact) -> Iterator[Item]:
    """Yield title, bytes and place of each item."""
    for item, size in zip(manuscript.items, mail.items, strict=False):
        path = (*item.path, "title")
        field = manuscript.field(path)
        yield " ".join(item.item.title.split()) if field else "", size, manuscript.document.value_span(*path)


def _enough(longest: list[Item], excess: int) -> Iterator[Item]:
    """Yield the longest items until half of each would be enough."""
    for item in longest[:_SHOWN]:
        yield item
        excess -= item[1] // 2
        if excess <= 0:
            return


def _advise(titles: list[str]) -> str:
    what = " and ".join(f"“{title}”" for title in titles) or "it"
    return f"shorten {what}, or send only the beginnings with `email: {{body: teaser}}`"


def _format(size: int) -> str:
    return f"{-(-size // _KB)} KB"


RULE = Rule("M103", "email-clipped", Severity.WARNING, check, needs_mail=True)
