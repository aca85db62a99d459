"""Renders the mail of an issue: as HTML and as text for a mailing service, and as a message that is ready to send."""

from typing import Final

from briefgen.edition.edition import Edition, Pictures
from briefgen.edition.output import Output
from briefgen.render.losses import check_mail_text, check_output
from briefgen.render.mail_html import MailHtml, find_mail_pictures, render_mail_html
from briefgen.render.mail_message import write_message
from briefgen.render.merge_tags import disarm_text
from briefgen.render.plain_layout import PlainPage, tidy
from briefgen.render.templates import Templates

TEXT_TEMPLATE: Final = "email.txt.j2"


def render_mail(
    edition: Edition, pictures: Pictures, templates: Templates, html: MailHtml | None = None
) -> tuple[Output, Output, Output]:
    """Render `email.html`, `email.txt` and `<slug>.eml`; `html` is the HTML, if it has been rendered already.

    Pictures are shown from the website, or else from within the message.

    Raises:
        BrokenTemplateError: a template is missing or fails.
        LostWordsError: briefgen's own templates leave text out.
        KeyError: `pictures` lacks a picture of the edition, which is a bug of the caller.
    """
    html = html or render_mail_html(edition, templates)
    text = templates.render(TEXT_TEMPLATE, "text", edition=edition, medium="email", page=PlainPage(edition))
    text_remark = check_output(check_mail_text, text, edition, templates)
    text = disarm_text(tidy(text), edition.mail.merge_tags)
    shown = () if edition.mail.page else find_mail_pictures(edition)
    related = {picture.path: pictures[picture.path] for picture in shown}
    message = write_message(edition, html.text, text, related)
    return (
        Output("email.html", html.text.encode(), html.remark),
        Output("email.txt", text.encode(), text_remark),
        Output(f"{edition.slug}.eml", message),
    )
