"""A typed citation, for publications that prefer keys; runs only when selected by its own code or name.

`briefgen validate --fix --select typed-citation` turns typed groups into keyed ones, and the printed result is the
same. If a source must be added to the list, the fix is unsafe, because the typed date may be a slip. A group that
would lose something is left as it is, and the report says what.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (see NYT, May 10, p. 3; BBC, May 3).
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}
      council: {outlet: BBC, date: 2023-05-03}

Reports:
    4:29 typed citation: “(see NYT, May 10, p. 3; BBC, May 3)”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [see @kiel, p. 3; @council].
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}
      council: {outlet: BBC, date: 2023-05-03}
"""

from collections.abc import Iterator, Mapping

from briefgen.citations import Citation, Group, write_date
from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import fold_name
from briefgen.rules.analysis.conversion import Conversion, find_conversions, report, write_keyed
from briefgen.rules.analysis.new_sources import NewSource, plan_sources
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield every typed group."""
    new = plan_sources(manuscript)
    for item, conversion in find_conversions(
        manuscript, "typed", lambda item, group: _convert(manuscript, item, group, new)
    ):
        yield report(item, conversion, "cite by key")


def _convert(manuscript: Manuscript, item: ItemText, group: Group, new: Mapping[Citation, NewSource]) -> Conversion:
    keys, additions = [], []
    if group.remarks:
        return Conversion(group, (), obstacle="not every part of it is a citation")
    for citation in group.citations:
        found = manuscript.resolver.resolve(citation).keys
        addition = new.get(citation) if not found else None
        obstacle = _obstacle(manuscript, item, citation, found, addition)
        if obstacle:
            return Conversion(group, (), obstacle=obstacle)
        keys.append(addition.key if addition else found[0])
        additions += [addition] if addition else []
    parts = [write_keyed(citation, key) for citation, key in zip(group.citations, keys, strict=True)]
    return Conversion(group, tuple(keys), f"[{'; '.join(parts)}]", additions=tuple(additions))


def _obstacle(
    manuscript: Manuscript, item: ItemText, citation: Citation, keys: tuple[str, ...], addition: NewSource | None
) -> str:
    """Return why a part cannot be cited by key, or ""."""
    day = write_date(citation.date, manuscript.written_language(item.field)) if citation.date else citation.document
    shown = ", ".join(filter(None, (citation.outlet, day)))
    if citation.lacks_date:
        return f"“{shown}” has no date"
    kept = citation.lead or citation.trail.strip(" ,")
    if kept:
        return f"there is no place for “{kept}”"
    if len(keys) > 1:
        return f"{len(keys)} sources match “{shown}”"
    if not keys and addition is None:
        return f"“{shown}” has no source, and none can be added"
    author = addition.author if addition else manuscript.read_issue.sources[keys[0]].author
    if citation.author and fold_name(citation.author) != fold_name(author or ""):
        return f"its source does not name “{citation.author}” as author"
    return ""


RULE = Rule("C109", "typed-citation", Severity.NOTE, check, is_opt_in=True)
