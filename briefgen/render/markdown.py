"""The issue as CommonMark, which any renderer turns into the words of the web page."""

import re
from typing import Final

from briefgen.edition.edition import Edition, Output
from briefgen.render.losses import check_markdown, check_output
from briefgen.render.templates import Templates

TEMPLATE: Final = "issue.md.j2"
_GAPS: Final = re.compile(r"\n{3,}")


def render_markdown(edition: Edition, templates: Templates) -> Output:
    """Render `<slug>.md`; raises `BrokenTemplateError` and `LostWordsError`.

    A title, a name or an address cannot become markup, because the environment escapes every value.
    """
    text = templates.render(TEMPLATE, "markdown", edition=edition)
    remark = check_output(check_markdown, text, edition, templates)
    return Output(f"{edition.slug}.md", (text.strip("\n") + "\n").encode(), remark)
