"""A mail without a link to unsubscribe.

Gmail and Yahoo ask for one in all mail to many readers, and the laws of most countries do. If your mailing service adds
its own link, name the service's merge tag, or silence this rule. Publications that make no mail are not checked.

Bad:
    number: 133

Reports:
    1:1 the mail has no link to unsubscribe

Good:
    # publication.yaml: {email: {unsubscribe: "{{ unsubscribe_url }}"}}
    number: 133

Bad:
    # publication.yaml: {email: {unsubscribe: "http://news.example.org/leave", from: news@example.org}}
    number: 133

Reports:
    2:1 the link to unsubscribe is not secure

Good:
    # publication.yaml: {email: {unsubscribe: "https://news.example.org/leave", from: news@example.org}}
    number: 133
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield a mail without such a link, and one whose link others may read."""
    address = manuscript.publication.email.unsubscribe or ""
    span = manuscript.document.nearest_span("number")
    if address.startswith("http:"):
        message = "the link to unsubscribe is not secure"
        yield Finding(span=span, message=message, help="write `https://` in `email: {unsubscribe: …}`")
    elif not address and manuscript.mail and not any("unsub" in each.casefold() for each in manuscript.mail.addresses):
        message = "the mail has no link to unsubscribe"
        yield Finding(span=span, message=message, help="add `email: {unsubscribe: …}` to publication.yaml")


RULE = Rule("M107", "missing-unsubscribe", Severity.NOTE, check, needs_mail=True)
