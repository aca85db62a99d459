"""Straight and curly apostrophes in one issue.

Mixed apostrophes show which paragraphs came from elsewhere. The preferred one is set by `style.quotes`; otherwise it is
the one used most often in the issue, or the kind of its quotation marks where these are mixed too. All the others make
one report. Those in quotations and block quotations are left as others wrote them. Feet and minutes (5'10) do not
count, and quotation marks have a rule of their own, `quote-style`. `--fix` corrects them if `style.quotes` says which
one you prefer. An opening mark before a decade, ‘30s, is an apostrophe turned round by the word processor.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel’s harbour isn't ready, and Hamburg’s is.

Reports:
    4:25 straight and curly apostrophes mixed: ’ 2 times, ' 1 time

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel’s harbour isn’t ready, and Hamburg’s is.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel’s harbour was built in the ‘30s.

Reports:
    4:39 an opening mark in the place of an apostrophe: “‘30s”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel’s harbour was built in the ’30s.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity, plural
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.house_marks import find_apostrophes, prefers_straight
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import SPACED
from briefgen.yamltext import Edit, Scalar, Span, encode

_DECADE = Pattern(
    r"(?<![\w‘’])(?P<wrong>‘(?P<decade>\d0s))(?![\w’-])(?![^‘’\n]{0,80}’(?!\w))", literals=("‘",), reach=90
)
_HOUSE = {"curly": "’", "straight": "'"}
_OTHER = {"’": "'", "'": "’"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for the apostrophes that are not the house's, and one for each that is turned round."""
    yield from _check_mixed(manuscript)
    for found in find_own(manuscript, _DECADE):
        yield found.report("wrong", "an opening mark in the place of an apostrophe: {}", f"’{found['decade']}")


def _check_mixed(manuscript: Manuscript) -> Iterator[Finding]:
    counts = {mark: sum(item.prose.visible.count(mark) for item in manuscript.fields) for mark in _OTHER}
    given = _HOUSE.get(manuscript.publication.style.quotes or "")
    if not all(counts.values()) and (given is None or not counts[_OTHER[given]]):
        return
    found = {mark: list(_places(manuscript, mark)) for mark in _OTHER}
    if not all(found.values()) and given is None:
        return
    # Where quotation marks are mixed too, `quote-style` says which kind is right, and this rule says the same.
    is_straight = None if given else prefers_straight(manuscript)
    is_straight = len(found["'"]) > len(found["’"]) if is_straight is None else is_straight
    house = given or ("'" if is_straight else "’")
    wrong = found[_OTHER[house]]
    if wrong and (given or found[house]):
        yield _report(wrong, house, len(found[house]), is_given=given is not None)


def _places(manuscript: Manuscript, mark: str) -> Iterator[tuple[FieldText, Span]]:
    """Yield the apostrophes between letters; elsewhere, the mark may be a quotation mark."""
    yield from ((item, span) for item in manuscript.fields for span in find_apostrophes(item, mark))


def _report(wrong: list[tuple[FieldText, Span]], house: str, count: int, *, is_given: bool) -> Finding:
    spans = [item.file_span(span) for item, span in wrong]
    edits = tuple(Edit(place, _encoded(item, house)) for place, (item, _) in zip(spans, wrong, strict=True))
    kinds = [(house, count), (_OTHER[house], len(wrong))]
    counted = ", ".join(f"{mark} {many} {plural(many, 'time')}" for mark, many in kinds if many)
    fault = "straight and curly apostrophes mixed" if count else "not the house apostrophe"
    return Finding(
        span=spans[0],
        message=f"{fault}: {counted}",
        help=f"write {house}" + ("" if is_given else ", or set `style.quotes`"),
        related=tuple(Related(span, "here too") for span in spans[1:]),
        fix=Fix(f"write {house}", edits, is_safe=is_given),
    )


def _encoded(item: FieldText, mark: str) -> str:
    """Return a mark as the quotation marks around the value require."""
    node = item.document.node(*item.field)
    return encode(mark, node.style) if isinstance(node, Scalar) else mark


RULE = Rule("T122", "apostrophe-style", Severity.WARNING, check, languages=SPACED)
