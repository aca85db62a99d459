"""Two sources with the same address.

Readers would take one article for two. The comparison ignores the scheme, `www.`, the fragment, a trailing slash and
tracking parameters. Other parameters count, because government sites tell pages apart by `?id=`.
If one of the two outlets has the address of another, `host-mismatch` reports that instead.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt; @times].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/2023/05/10/kiel.html"}
      times: {outlet: NYT, date: 2023-05-11, url: "http://nytimes.com/2023/05/10/kiel.html?utm_source=x"}

Reports:
    7:3 same address as `nyt`

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/2023/05/10/kiel.html"}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Source
from briefgen.model.same_address import normalised
from briefgen.rules.analysis.addresses import foreign_host
from briefgen.rules.rule import Rule

_HELP = "keep one of the two"
_CORRECT = "correct the address, which seems to be pasted from the other; if they are one source, keep one of the two"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources whose URL is already in the list."""
    first: dict[str, str] = {}
    for key, source in manuscript.read_issue.sources.items():
        if source.url is None:
            continue
        earlier = first.setdefault(normalised(source.url), key)
        if earlier == key:
            continue
        # C403 reports the one that has the address of another outlet, by mistake.
        pair = [manuscript.read_issue.sources[each] for each in (earlier, key)]
        if len({bool(foreign_host(manuscript, each)) for each in pair}) == 1:
            yield Finding(
                span=manuscript.document.nearest_span("sources", key),
                message=f"same address as `{earlier}`",
                help=_HELP if _is_same(*pair) else _CORRECT,
                related=(Related(manuscript.document.nearest_span("sources", earlier), "the other one"),),
            )


def _is_same(one: Source, other: Source) -> bool:
    """Return whether two sources may be one, to judge by what is said of both."""
    facts = [(each.title, each.date if each.date and each.date.year else None) for each in (one, other)]
    return not any(mine and its and mine != its for mine, its in zip(*facts, strict=True))


RULE = Rule("C105", "duplicate-source", Severity.WARNING, check)
