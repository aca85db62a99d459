"""An encyclopedia or a news aggregator cited as a source.

Its content comes from somewhere else and changes without notice; cite the article behind it. Each outlet is reported
once.

Bad:
    sources:
      kiel: {outlet: Wikipedia, date: 2023-05-03}

Reports:
    2:18 “Wikipedia” cited as a source

Good:
    sources:
      kiel: {outlet: NYT, date: 2023-05-03}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import fold_name
from briefgen.rules.rule import Rule

_KINDS = frozenset({"tertiary", "aggregator"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield outlets that only pass on what others published, each once."""
    seen: set[str] = set()
    for mention in manuscript.mentions:
        found = mention.outlets
        if found and all(outlet.kind in _KINDS for outlet in found) and fold_name(mention.name) not in seen:
            seen.add(fold_name(mention.name))
            yield Finding(
                span=mention.span,
                message=f"“{mention.name}” cited as a source",
                help="cite what it cites" if found[0].kind == "tertiary" else "cite the outlet that wrote it",
            )


RULE = Rule("C406", "tertiary-source", Severity.WARNING, check)
