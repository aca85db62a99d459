"""Renders an issue as CommonMark."""

from typing import Final

from briefgen.edition.edition import Edition
from briefgen.edition.output import Output
from briefgen.expressions import expression
from briefgen.render.losses import check_markdown, check_output
from briefgen.render.templates import Templates

TEMPLATE: Final = "issue.md.j2"
_GAPS: Final = expression(r"\n{3,}")


def render_markdown(edition: Edition, templates: Templates) -> Output:
    """Render `<slug>.md`.

    Titles, names and URLs cannot become markup, because the environment escapes every value.

    Raises:
        BrokenTemplateError: a template is missing or fails.
        LostWordsError: briefgen's own template leaves text out.
    """
    text = templates.render(TEMPLATE, "markdown", edition=edition)
    remark = check_output(check_markdown, text, edition, templates)
    return Output(f"{edition.slug}.md", (text.strip("\n") + "\n").encode(), remark)
