"""A name shared by more than one outlet.

There is an American and an Australian `ABC News`, and `The Times` may be the one in London or the one in New York.
Without an address, readers cannot tell which is meant. Each name is reported once.

Bad:
    briefs:
      - title: Wagga Wagga Votes
        body: |
          The council reversed itself (ABC News, April 22, 2020).
    sources:
      wagga: {outlet: ABC News, date: 2020-04-22}

Reports:
    4:36 “ABC News” could be more than one outlet

Good:
    briefs:
      - title: Wagga Wagga Votes
        body: |
          The council reversed itself (ABC Australia, April 22, 2020).
    sources:
      wagga: {outlet: ABC Australia, date: 2020-04-22}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript, Mention
from briefgen.model import Outlet, fold_name, host_of
from briefgen.model.same_address import is_under
from briefgen.rules.rule import Rule

_SHOWN = 4


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each ambiguous name once."""
    unclear: dict[str, list[Mention]] = {}
    for mention in manuscript.mentions:
        if len(mention.outlets) > 1 and not _is_decided(manuscript, mention):
            unclear.setdefault(fold_name(mention.name), []).append(mention)
    for mentions in unclear.values():
        first, *others = mentions
        yield Finding(
            span=first.span,
            message=f"“{first.name}” could be more than one outlet",
            label=_choices(first.outlets),
            help="add a `url:` to the source, or name the outlet in full",
            related=tuple(Related(each.span, "here too") for each in others if each.citation),
        )


def _is_decided(manuscript: Manuscript, mention: Mention) -> bool:
    """Return whether the source's URL belongs to one of the outlets that the name may mean."""
    source = manuscript.read_issue.sources.get(mention.key)
    if source is None:
        return False
    if len(manuscript.outlets.named(source.outlet)) == 1:
        return True
    domains = [domain for outlet in mention.outlets for domain in outlet.domains]
    return source.url is not None and is_under(host_of(source.url), *domains)


def _choices(outlets: tuple[Outlet, ...]) -> str:
    *names, last = (outlet.name for outlet in outlets[:_SHOWN])
    return f"{', '.join(names)} or {last}?"


RULE = Rule("C404", "ambiguous-outlet", Severity.WARNING, check)
