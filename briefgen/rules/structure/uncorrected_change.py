"""A published issue that has changed without a correction.

Readers who quote or cite an issue rely on what they read. If it changes in silence, nobody can tell what it said
before, nor whether a mistake was ever admitted. `briefgen build --publish` keeps what readers have in
`issues/published.lock`; this rule compares texts, names, dates, sources and pictures with that. Templates, fonts and
house style do not count, nor do archived copies, `dead`, `accessed` and notes to editors.

A correction that the issue did not have then says what changed. Most newsrooms correct a typo without a word; mark such
a correction with `minor: true`, and it stays on record in the file without being printed. The rule is a warning, and an
error for `briefgen build --publish`. A line of `published.lock` that cannot be read is an error, and one whose issue is
gone a warning.

Bad:
    # published.lock: 133-example 0 2023-05-12 issue:2c858373acab feature:ff3c411894e9
    feature:
      title: Low Water
      author: Jane Doe
      body: The river fell by two metres.

Reports:
    3:10 the feature has changed since it was published, and no correction says so

Good:
    # published.lock: 133-example 0 2023-05-12 issue:2c858373acab feature:ff3c411894e9
    feature:
      title: Low Water
      author: Jane Doe
      body: The river fell by two metres.
    corrections:
      - {date: 2023-05-15, text: The river fell by two metres, not by three.}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript, describe_published, find_changes, is_uncorrected
from briefgen.rules.rule import Rule
from briefgen.yamltext import Path, Span

_NAMES = {
    "number": "the number, date, summary or image",
    "feature": "the feature",
    "briefs": "the list of briefs",
    "sources": "the list of sources",
    "corrections": "the list of corrections",
}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the first part that has changed, with the others as related places."""
    then = manuscript.file.published
    if not then or manuscript.read_issue.draft:
        return
    now = describe_published(manuscript, then[0].slug)
    if not is_uncorrected(then, now):
        return
    first, *others = min((find_changes(each, now) for each in then), key=len)
    yield Finding(
        span=_place(manuscript, first),
        message=f"{_name(first)} has changed since it was published, and no correction says so",
        help="say under `corrections:` what was wrong; add `minor: true` to that if it misled nobody",
        related=tuple(Related(_place(manuscript, path), f"{_name(path)} has changed as well") for path in others),
        severity=Severity.ERROR if manuscript.file.is_publishing else None,
    )


def _name(path: Path) -> str:
    return "this brief" if len(path) > 1 else _NAMES[str(path[0])]


def _place(manuscript: Manuscript, path: Path) -> Span:
    """Return the title of an item, or the key of another part; if that is gone, the issue's number."""
    document = manuscript.document
    if path == ("feature",) or len(path) > 1:
        return document.value_span(*path, "title")
    if path == ("number",):
        return document.value_span("number")
    return document.key_span(*path) or document.value_span("number")


RULE = Rule("S017", "uncorrected-change", Severity.WARNING, check)
