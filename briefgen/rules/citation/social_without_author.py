"""A social media post cited without its author.

The network only carries the post: readers need to know who wrote it. The `author:` of the source is printed before
the name of the network.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          The harbor was empty (Twitter, April 21, 2020).
    sources:
      post: {outlet: Twitter, date: 2020-04-21}

Reports:
    4:29 post cited without its author

Good:
    briefs:
      - title: Kiel Waits
        body: |
          The harbor was empty (Twitter, April 21, 2020).
    sources:
      post: {outlet: Twitter, author: "@kielcity", date: 2020-04-21}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript, Mention
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield posts whose author neither the citation nor the source names, each source once."""
    seen: set[str] = set()
    for mention in manuscript.mentions:
        source = manuscript.read_issue.sources.get(mention.key)
        is_told = bool(mention.citation and mention.citation.author) or bool(source and source.author)
        is_post = any(outlet.kind == "social" for outlet in mention.outlets)
        if is_post and not is_told and not (mention.key and mention.key in seen):
            yield Finding(
                span=_place(mention),
                message="post cited without its author",
                label="whose post?",
                help=f'add `author: "@handle"` to the source; it prints “@handle on {mention.name}”',
            )
        # Who is named in one citation of a post need not be named in the list.
        seen.add(mention.key)


def _place(mention: Mention) -> Span:
    """Return the place of the whole part where it is a citation, else of the outlet in the list."""
    if mention.citation is None:
        return mention.span
    length = mention.citation.date_span.end - mention.citation.outlet_span.start
    return Span(mention.span.start, max(mention.span.end, mention.span.start + length))


RULE = Rule("C405", "social-without-author", Severity.WARNING, check)
