"""Composes what the mail of an issue has besides its content."""

from briefgen.edition.edition import MailHead
from briefgen.manuscript import Manuscript
from briefgen.model import collapse_spaces, host_of, is_merge_tag


def make_mail_head(manuscript: Manuscript, slug: str) -> MailHead:
    """Compose the head of an issue's mail.

    Raises:
        ValueError: the issue could not be read.
    """
    issue, publication = manuscript.read_issue, manuscript.publication
    mail = publication.email
    page = f"{publication.url.rstrip('/')}/{slug}/" if publication.url else ""
    return MailHead(
        subject=collapse_spaces(manuscript.subject),
        preheader=collapse_spaces(issue.summary or ""),
        sender=(mail.name or publication.name).strip(),
        from_address=mail.from_address or "",
        reply_to=mail.reply_to or "",
        page=page,
        host=(mail.from_address or "").rpartition("@")[2] or host_of(page),
        unsubscribe=mail.unsubscribe or "",
        is_one_click=mail.one_click,
        merge_tags=(*mail.merge_tags, *_tags_in(mail.unsubscribe)),
        is_teaser=(issue.email.body or mail.body) == "teaser",
    )


def _tags_in(unsubscribe: str | None) -> tuple[str, ...]:
    return (unsubscribe,) if unsubscribe and is_merge_tag(unsubscribe) else ()
