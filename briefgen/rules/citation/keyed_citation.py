"""A keyed citation where the house wants typed ones; speaks only when it is selected by its own code or name.

`briefgen validate --fix --select keyed-citation` turns keyed groups into typed ones, each as the house prints it.
The sources stay, and what is printed stays the same. What would lose something is left, and the report says what.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [see @kiel, p. 3; @council].
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}
      council: {outlet: BBC, date: 2022-05-03}

Reports:
    4:29 “[see @kiel, p. 3; @council]” is keyed

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (see NYT, May 10, p. 3; BBC, May 3, 2022).
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}
      council: {outlet: BBC, date: 2022-05-03}
"""

from collections.abc import Iterator

from briefgen.citations import Group
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.conversion import Conversion, find_conversions, report, write_typed
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield every keyed group."""
    for item, conversion in find_conversions(manuscript, "keyed", lambda group: _convert(manuscript, group)):
        yield report(item, conversion, "type it out")


def _convert(manuscript: Manuscript, group: Group) -> Conversion:
    sources = manuscript.read_issue.sources
    keys = tuple(citation.key for citation in group.citations)
    for key in keys:
        if key not in sources:
            return Conversion(group, (), obstacle=f"there is no source `{key}`")
        if sources[key].date is None:
            return Conversion(group, (), obstacle=f"source `{key}` has no date")
    parts = [write_typed(manuscript, each, key) for each, key in zip(group.citations, keys, strict=True)]
    return Conversion(group, keys, f"({'; '.join(parts)})")


RULE = Rule("C110", "keyed-citation", Severity.NOTE, check, is_opt_in=True)
