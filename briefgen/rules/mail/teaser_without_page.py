"""A teaser that leads nowhere, because the publication has no address.

A teaser has the beginning of each item and a link to the rest on the web page. Without `url:` in publication.yaml,
there is no link, and readers cannot get to the rest.

Bad:
    email: {body: teaser}

Reports:
    1:15 the mail is a teaser, but the publication has no `url`

Good:
    # publication.yaml: {url: "https://news.example.org/"}
    email: {body: teaser}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield a teaser without a page."""
    own, publication = manuscript.read_issue.email.body, manuscript.publication
    if (own or publication.email.body) == "teaser" and not publication.url:
        document = manuscript.document
        yield Finding(
            span=document.value_span("email", "body") if own else document.nearest_span("number"),
            message="the mail is a teaser, but the publication has no `url`",
            help="add `url:` to publication.yaml, or send the whole issue with `email: {body: full}`",
        )


RULE = Rule("M108", "teaser-without-page", Severity.ERROR, check)
