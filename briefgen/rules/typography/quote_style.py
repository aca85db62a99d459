"""Two kinds of quotation marks in one issue.

Readers take a change of marks for a change of meaning. The preferred marks are those set by `style.quotes`. Otherwise,
if the issue has any curly marks, or all its apostrophes are curly, they are those of its language: German uses „…“,
French « … ». Where a language has several, as «…» and “…” in Spanish, those count that most quotations of the issue
have; and where it quotes with „, a quotation with other curly marks is reported. Where nearly all marks and most
apostrophes are straight, the curly ones are the slip. All wrong marks make one report that lists their places; inches
(5" shells) and the values of HTML (`type="map"`) do not count, nor do block quotations, code and the texts of links,
nor single marks around a name from code (‘text-align’). Single marks around outer quotations make another, unless one
pair alone stands around a plain word or two (‘safe’), or they are the newsletter's habit: many stand in the issue, or
the language is the English of Britain, Ireland, India, Australia, New Zealand or South Africa (`en-GB`), where papers
use both.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate” (NYT, May 8). He praised the "second dike".

Reports:
    4:70 straight and curly quotation marks mixed

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate” (NYT, May 8). He praised the “second dike”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate.” The ‘second dike,’ as he said, holds (NYT, May 8).

Reports:
    4:46 single quotation marks, not inside double ones

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate.” The “second dike,” as he said, holds (NYT, May 8).

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Er nennt es „gut“, „neu“ und “groß” (NYT, 8. Mai).

Reports:
    5:36 two kinds of quotation marks in one issue

Fixed:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Er nennt es „gut“, „neu“ und „groß“ (NYT, 8. Mai).

Good:
    # publication.yaml: {language: en-GB}
    briefs:
      - title: Harbour Opens
        body: |
          Its director called it “the gate.” The ‘second dike,’ as he said, holds (NYT, May 8).
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS
from briefgen.rules.analysis.house_marks import find_own, is_straight
from briefgen.rules.analysis.house_pair import find_house_pair, find_other_pairs
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import QUOTED
from briefgen.yamltext import Edit, Span

_SINGLE = r"‘(?:[^‘’]|’(?=\w)){2,60}’(?!\w)"
# A single word with a sign, a figure or a capital in it, or a name with its value.
_CODE = r"‘(?:[^\s’]*(?:[a-z\d][-_.:/=(][^\s’]|[a-z][A-Z\d])[^\s’]*|[a-z-]+: [\w.% -]+)’"
_SINGLES = "single quotation marks, not inside double ones"
_MIXED = "straight and curly quotation marks mixed"
_NOT_CURLY = "straight quotation marks where house style is curly"
# The regions whose papers use single marks for words and double ones for speech, or the reverse.
_REGIONS = frozenset({"GB", "IE", "IN", "AU", "NZ", "ZA", "PK", "LK", "KE", "NG", "SG", "HK", "MT"})
# More than these, or than one in four, are a habit.
_FEW, _HABIT = 2, 4
_LONGEST_NAME = 60
# One pair around so few plain words is a writer's doubt about a word, not a quotation.
_DOUBT = r"‘[a-z’-]+(?: [a-z’-]+){0,2}’"
_MAY_PRECEDE = " \n\u00a0([—–-/"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield quotation marks that are not those of the house."""
    for language in dict.fromkeys(item.language for item in manuscript.fields):
        items = [item for item in manuscript.fields if item.language == language]
        house = manuscript.publication.style.quotes or ""
        if house != "straight":
            yield from _find_others(items, language)
        yield from _judge(items, house, _marks_of(items, language), mixes_singles=_mixes_singles(manuscript))


def _find_others(items: list[FieldText], language: str) -> Iterator[Finding]:
    """Yield one finding for the quotations with curly marks of another kind than most have, where that is wrong."""
    found = find_other_pairs(items, language)
    if found:
        pair = find_house_pair(items, language)
        spots = [item.file_span(mark.span) for item, part in found for mark in (part.opening, part.closing)]
        edits = tuple(Edit(spot, mark) for spot, mark in zip(spots, pair * len(found), strict=True))
        yield Finding(
            span=spots[0],
            message="two kinds of quotation marks in one issue",
            help=f"write {pair[0]}…{pair[1]}",
            related=tuple(Related(spot, "here too") for spot in spots[2::2]),
            fix=Fix(f"write {pair[0]}…{pair[1]}", edits, is_safe=False),
        )


def _mixes_singles(manuscript: Manuscript) -> bool:
    """Return whether the newsletter's English has both single and double marks."""
    return bool(_REGIONS.intersection(manuscript.publication.language.upper().split("-")[1:]))


def _marks_of(items: list[FieldText], language: str) -> tuple[str, str]:
    """Return the opening and the closing mark of a quotation; French ones include a no-break space."""
    quotes = find_house_pair(items, language)
    return (f"{quotes[0]}\u00a0", f"\u00a0{quotes[1]}") if language == "fr" else (quotes[0], quotes[1])


def _judge(items: list[FieldText], house: str, marks: tuple[str, str], *, mixes_singles: bool) -> Iterator[Finding]:
    """Yield wrong quotation marks in the items of one language."""
    pair = "".join(marks).replace("\u00a0", "")
    doubles = sum(1 for item in items for _ in find_own(item, re.escape(pair[0])))
    code = "\n".join(_code_in(items))
    straights = [(item, at) for item in items for at in _places(item, '"') if not _is_from_code(item, at, code)]
    if house == "straight" or (not house and is_straight(items, len(straights), 2 * doubles)):
        places = [(item, at) for item in items for at in _places(item, pair)]
        message = "curly quotation marks where house style is straight" if house else _MIXED
        yield from _report(places, message, marks)
    elif house == "curly" or doubles or _has_curly_apostrophes(items):
        are_mixed = doubles or house != "curly"
        yield from _report(straights, _MIXED if are_mixed else _NOT_CURLY, marks)
    singles = [(item, span) for item in items for span in _singles(item)]
    if len(singles) == 1 and re.fullmatch(_DOUBT, singles[0][1].of(singles[0][0].prose.visible)):
        return
    is_slip = len(singles) <= min(max(doubles // _HABIT, _FEW), doubles)
    if pair == "“”" and house != "straight" and singles and is_slip and not mixes_singles:
        for item, span in singles:
            ends = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
            edits = tuple(Edit(item.file_span(end), mark) for end, mark in zip(ends, "“”", strict=True))
            yield Finding(
                span=item.file_span(span),
                message=_SINGLES,
                help="write “…”; single marks belong only inside double ones",
                fix=Fix("make them double", edits, is_safe=False),
                cause="singles",
            )


def _code_in(items: list[FieldText]) -> Iterator[str]:
    """Yield the code in the items, marked or not."""
    for item in items:
        yield from (each.span.of(item.prose.text) for each in item.prose.opaque if each.kind == "code")
        yield from (span.of(item.prose.text) for span in item.prose.unmarked_code)


def _is_from_code(item: FieldText, mark: Span, code: str) -> bool:
    """Return whether a straight mark stands at a word that has the same marks in the code: `"Clustering"`."""
    text = item.prose.visible
    after = re.match(r"\"[\w.-]+\"", text[mark.start : mark.start + _LONGEST_NAME])
    before = re.search(r"\"[\w.-]+\"\Z", text[max(0, mark.end - _LONGEST_NAME) : mark.end])
    return bool(code) and any(found is not None and found.group() in code for found in (after, before))


def _has_curly_apostrophes(items: list[FieldText]) -> bool:
    """Return whether all the apostrophes in the items are curly."""
    texts = [item.prose.visible for item in items]
    return any("’" in text for text in texts) and not any(re.search(r"\w'\w", text) for text in texts if "'" in text)


def _merge(found: Sequence[Finding]) -> Finding:
    return merge(found, f"{_SINGLES}, {len(found)} times")


def _places(item: FieldText, marks: str) -> Iterator[Span]:
    text = item.prose.visible
    if any(mark in text for mark in marks):
        # After a figure it means inches.
        found = find_own(item, rf"=\"[^\"\n]*\"|(?<!\d)[{marks}]|[“”„«»]")
        yield from (span for span in found if span.of(text) in marks)


def _report(places: list[tuple[FieldText, Span]], message: str, marks: tuple[str, str]) -> Iterator[Finding]:
    """Make one finding of all the marks; straight ones get curly ones in their place."""
    if not places:
        return
    spans = [item.file_span(span) for item, span in places]
    edits = tuple(Edit(spot, _curly(item, span, marks)) for spot, (item, span) in zip(spans, places, strict=True))
    are_straight = places[0][1].of(places[0][0].prose.text) == '"'
    yield Finding(
        span=spans[0],
        message=message,
        help=f"write {marks[0]}…{marks[1]}" if are_straight else 'write "…"',
        related=tuple(Related(spot, "here too") for spot in spans[1:]),
        fix=Fix("make them curly", edits, is_safe=True) if are_straight else None,
    )


def _curly(item: FieldText, span: Span, marks: tuple[str, str]) -> str:
    before = item.prose.text[span.start - 1 : span.start]
    return marks[0] if before in _MAY_PRECEDE else marks[1]


def _singles(item: FieldText) -> Iterator[Span]:
    """Yield the text between single marks that is not inside a quotation."""
    text = item.prose.visible
    if "‘" not in text:
        return
    for block in item.prose.blocks:
        if block.kind in PROSE_BLOCKS:
            for match in re.compile(_SINGLE).finditer(text, block.span.start, item.prose.certain_end(block)):
                span = Span(*match.span())
                is_code = re.fullmatch(_CODE, match.group()) is not None
                if text[span.start - 1 : span.start] in _MAY_PRECEDE and not is_code and not item.prose.is_quoted(span):
                    yield span


RULE = Rule("T102", "quote-style", Severity.WARNING, check, languages=QUOTED, merge=_merge)
