"""Something in the mail's HTML that mail programs do not show as it is meant.

briefgen's own template for mails is free of this; if you have one of your own, it is checked as it comes out: links
that are no whole addresses, which lead nowhere in a mail; pictures without an `alt` attribute, which most programs hide
at first; and dark text without a colour behind it or another one for dark mode, which is unreadable there. Publications
that make no mail are not checked.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule

_WHOLE = ("http://", "https://", "mailto:", "tel:")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what is wrong with the mail, whose place is not in the issue."""
    mail = manuscript.mail
    if mail is None:
        return
    span, tags = manuscript.document.nearest_span("number"), _merge_tags(manuscript)
    for address in mail.addresses:
        if not address.startswith((*_WHOLE, *tags)):
            message = f"the mail has a link to `{address}`, which leads nowhere in a mail"
            yield Finding(span=span, message=message, help="write the whole address in `templates/`")
    for address in mail.pictures_without_alt:
        message = f"the mail shows `{address}` without an alt text"
        yield Finding(span=span, message=message, help='add `alt` to it in `templates/`; `alt=""` for decoration')
    for colour in mail.fixed_colours:
        message = f"the mail has text in `{colour}`, which stays dark in dark mode"
        help_ = "give it a class and a colour for dark mode in `templates/css/email.css`"
        yield Finding(span=span, message=message, help=help_)


def _merge_tags(manuscript: Manuscript) -> tuple[str, ...]:
    mail = manuscript.publication.email
    return (*mail.merge_tags, *((mail.unsubscribe,) if mail.unsubscribe else ()))


RULE = Rule("M105", "fragile-mail", Severity.WARNING, check, needs_mail=True)
