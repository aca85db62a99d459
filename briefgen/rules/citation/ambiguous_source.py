"""A typed citation that matches two sources from the same outlet and day.

Readers would be led to the wrong one. Sources that would look alike in print get the letters a, b, …: add the letter
to the citation, or cite by key.

Bad:
    briefs:
      - title: Guiyang Prepares
        body: |
          The Expo opens in May (China Daily, February 20).
    sources:
      expo: {outlet: China Daily, date: 2023-02-20}
      guests: {outlet: China Daily, date: 2023-02-20}

Reports:
    4:30 two sources match (China Daily, February 20)

Good:
    briefs:
      - title: Guiyang Prepares
        body: |
          The Expo opens in May (China Daily, February 20a).
    sources:
      expo: {outlet: China Daily, date: 2023-02-20}
      guests: {outlet: China Daily, date: 2023-02-20}
"""

from collections.abc import Iterator

from briefgen.citations import Citation, write_date, write_group, write_part
from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule

_COUNTS = {2: "two", 3: "three", 4: "four"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield typed citations that fit several sources."""
    letters = manuscript.resolver.letters
    for item, _, citation, resolution in manuscript.citations():
        if len(resolution.keys) < 2:  # noqa: PLR2004 - one source is not ambiguous
            continue
        count = _COUNTS.get(len(resolution.keys), str(len(resolution.keys)))
        language, date = manuscript.written_language(item.field), citation.date
        dated = [(key, date._replace(suffix=letters.get(key, ""))) for key in resolution.keys] if date else []
        choices = [f"`{write_date(each, language)}` for {key}" for key, each in dated]
        shown = write_group([write_part(citation.outlet, date or citation.document, language)], language)
        yield Finding(
            span=item.file_span(citation.span),
            message=f"{count} sources match {shown}",
            help=f"write {', '.join(choices)}" if _is_of_one_day(citation) else "cite one day for each source",
            related=tuple(
                Related(manuscript.document.nearest_span("sources", key), f"`{key}`") for key in resolution.keys
            ),
        )


def _is_of_one_day(citation: Citation) -> bool:
    """Return whether a letter would tell the sources apart: not in a range of days, and not for a document."""
    return citation.date is not None and citation.date.last is None


RULE = Rule("C103", "ambiguous-source", Severity.ERROR, check)
