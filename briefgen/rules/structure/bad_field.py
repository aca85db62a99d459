"""A field that is missing, or that holds the wrong kind of value.

Without a date, for example, briefgen cannot tell which year to leave out of citations, and it cannot print a list
where text belongs. Values are read as people mean them: `no` is a word, and `0133` is refused rather than read as an
octal number. In terms.yaml, a term that fails its own spec is reported here too. A `language:` for which briefgen has
no labels gets a note.

Bad:
    date: May 12
    number: 0133

Reports:
    1:7 `date` is “May 12”, expected a date
    2:9 `number` is “0133”, which YAML can read as a different number

Good:
    date: 2023-05-12
    number: 133
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import ShapeFinding
from briefgen.rules.analysis.addresses import owner_of
from briefgen.rules.rule import Rule
from briefgen.yamltext import Scalar

# A string, so that `re` compiles it on first use.
_HOST = r"(?:https?://)?(?P<host>[^/?#:@\s]+)"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield fields that do not fit."""
    for fault in manuscript.faults:
        if fault.rule == RULE.name:
            yield _with_outlet(manuscript, fault)


def _with_outlet(manuscript: Manuscript, fault: ShapeFinding) -> Finding:
    """Return the finding for a fault; a missing outlet is named if the register knows the host of the address."""
    document, path = manuscript.document, fault.missing
    url = document.node(*path[:-1], "url") if path[:1] == ("sources",) and path[-1:] == ("outlet",) else None
    host = re.match(_HOST, url.value) if isinstance(url, Scalar) else None
    name = owner_of(manuscript, host["host"].casefold()) if host else ""
    return (
        replace(fault.finding, help=f"write `outlet: {name}`, if that is who published it") if name else fault.finding
    )


RULE = Rule("S003", "bad-field", Severity.ERROR, check, needs_issue=False, can_be_silenced=False)
