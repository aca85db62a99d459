"""A keyed citation, for publications that prefer typed ones; runs only when selected by its own code or name.

`briefgen validate --fix --select keyed-citation` turns keyed groups into typed ones, in house style. The sources
stay, and the printed result is the same. A group that would lose something is left as it is, and the report says
what.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [see @kiel, p. 3; @council].
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}
      council: {outlet: BBC, date: 2022-05-03}

Reports:
    4:29 keyed citation: “[see @kiel, p. 3; @council]”

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

from briefgen.citations import Group, write_group
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.conversion import Conversion, find_conversions, report, write_typed
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield every keyed group."""
    for item, conversion in find_conversions(
        manuscript, "keyed", lambda item, group: _convert(manuscript, item, group)
    ):
        yield report(item, conversion, "type it out")


def _convert(manuscript: Manuscript, item: ItemText, group: Group) -> Conversion:
    sources = manuscript.read_issue.sources
    keys = tuple(citation.key for citation in group.citations)
    for key in keys:
        if key not in sources:
            return Conversion(group, (), obstacle=f"there is no source `{key}`")
        if sources[key].date is None:
            return Conversion(group, (), obstacle=f"source `{key}` has no date")
    language = manuscript.written_language(item.field)
    parts = [write_typed(manuscript, each, key, language) for each, key in zip(group.citations, keys, strict=True)]
    return Conversion(group, keys, write_group(parts, language))


RULE = Rule("C110", "keyed-citation", Severity.NOTE, check, is_opt_in=True)
