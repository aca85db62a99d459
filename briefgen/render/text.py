"""Renders an issue as plain text."""

from typing import Final

from briefgen.edition.edition import Edition
from briefgen.edition.output import Output
from briefgen.render.losses import check_output, check_text
from briefgen.render.plain_layout import PlainPage, tidy
from briefgen.render.templates import Templates

TEMPLATE: Final = "issue.txt.j2"


def render_text(edition: Edition, templates: Templates) -> Output:
    """Render `<slug>.txt`.

    Raises:
        BrokenTemplateError: a template is missing or fails.
        LostWordsError: briefgen's own template leaves text out.
    """
    text = templates.render(TEMPLATE, "text", edition=edition, medium="text", page=PlainPage(edition))
    remark = check_output(check_text, text, edition, templates)
    return Output(f"{edition.slug}.txt", tidy(text).encode(), remark)
