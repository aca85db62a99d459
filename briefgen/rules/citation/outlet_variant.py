"""One outlet under two names.

Readers take them for two outlets. The register knows the names of each outlet. The preferred form is the one that the
register prints, if the issue uses it, and otherwise the one used most often in the issue. If all citations abbreviate
the name that all sources have in full (`FAZ` for Frankfurter Allgemeine Zeitung), nothing is reported: the name of the
source is printed.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (New York Times, May 10).
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}

Reports:
    4:30 “New York Times” here, “NYT” elsewhere

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10).
    sources:
      kiel: {outlet: NYT, date: 2023-05-10}
"""

from collections import Counter
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import Manuscript, Mention
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield names that are not the house form, each once."""
    by_outlet: dict[str, list[Mention]] = {}
    for mention in manuscript.mentions:
        if len(mention.outlets) == 1:
            by_outlet.setdefault(mention.outlets[0].name, []).append(mention)
    for name, mentions in by_outlet.items():
        counts = Counter(mention.name for mention in mentions)
        if _is_abbreviated(mentions):
            continue
        house = name if name in counts else counts.most_common(1)[0][0]
        for variant in counts:
            if variant != house:
                yield _report([each for each in mentions if each.name == variant], house, counts[house])


def _is_abbreviated(mentions: list[Mention]) -> bool:
    """Return whether all citations have the same abbreviation for the name that all sources have."""
    cited = {mention.name for mention in mentions if mention.citation is not None}
    listed = {mention.name for mention in mentions if mention.citation is None}
    if len(cited) != 1 or len(listed) != 1 or not all(mention.key for mention in mentions):
        return False
    [short], [full] = cited, listed
    return short.isupper() and len(short) < len(full)


def _report(mentions: list[Mention], house: str, times: int) -> Finding:
    first, *others = mentions
    edits = tuple(Edit(each.span, house) for each in mentions)
    often = f" {times} times" if times > 1 else ""
    return Finding(
        span=first.span,
        message=f"“{first.name}” here, “{house}”{often} elsewhere",
        help=f"write `{house}`",
        related=tuple(Related(each.span, "here too") for each in others),
        fix=Fix(f"write `{house}`", edits, is_safe=True),
    )


RULE = Rule("C401", "outlet-variant", Severity.WARNING, check)
