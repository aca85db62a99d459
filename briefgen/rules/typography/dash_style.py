"""Two kinds of dash in one issue, or a hyphen used as a dash.

Readers take a hyphen for a compound, and a change of dashes for a change of meaning. The preferred dash is
`style.dash`, or the one customary in the language, or the one used most often in the issue, quotations included.
Dashes in quotations and titles of works, in quotation marks of any kind or in italics, are left alone, and those in
straight marks and italics are not counted in English. An en dash between figures or names does not count, nor does a
hyphen between months or days, nor two hyphens between figures, times, months or days, where an en dash belongs, nor a
hyphen between capitalized words, which may be one name, nor one before a figure, unless a clause stands before it
(“the vote of the council was close - 21 members”), nor one behind the first words of a list item, which it sets apart:
`- Kiel - a port`. There is one report for the whole issue. Spanish and Catalan dashes stand close to what they set
apart, and the fix sets them so. In German and Dutch, a hyphen before *und*, *oder*, *en* and the like may also wait
for its second half, and has a report of its own.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour — ten years late — is open – at last (NYT, May 8).

Reports:
    4:46 two kinds of dash in one issue: — 2 times, – 1 time

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour — ten years late — is open — at last (NYT, May 8).

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour — ten years late — is open (NYT, May 8). It was called "A Port – At Last" (NYT, May 9).

          - Kiel - a port with ships
          - Sep - Nov

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: El puerto
        body: |
          El puerto - el mayor del norte - abre hoy (NYT, 8 de mayo).

Reports:
    5:17 hyphen used as a dash, 2 times

Fixed:
    # publication.yaml: {language: es}
    briefs:
      - title: El puerto
        body: |
          El puerto —el mayor del norte— abre hoy (NYT, 8 de mayo).

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Im Hafen liegen Fracht - und Kriegsschiffe (NYT, 8. Mai).

Reports:
    5:23 a space before the hyphen: “Fracht - und”

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Im Hafen liegen Fracht- und Kriegsschiffe (NYT, 8. Mai).
"""

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity, plural
from briefgen.manuscript import Manuscript
from briefgen.prose import PROSE_BLOCKS, Block
from briefgen.rules.analysis.dash_spaces import CLOSE, find_waiting, set_dashes
from briefgen.rules.analysis.run_together import find_loss
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import DASHED, EN_DASHED, conventions_of
from briefgen.yamltext import Span

# A hyphen counts as a dash if it is between spaces and not next to a figure, or between a word in small letters and a
# figure with its noun: `was close - 21 members`; two hyphens, if they are next to a word.
_DASH = (
    r"—|--(?=[\w“‘\s])(?<=[\w”’\s]--)| –(?=\s)| -(?= [^\W\d])(?<=[^\W\d] -)"
    r"| -(?= [$£€]?\d[\d,.]*%? [a-z]{3,})(?<=[a-z] -)"
)
# Before a figure a hyphen is a dash only behind a clause of several words without figures: not in a range, a sum or a
# score, nor behind a label, as in `Total - 21 members`.
_FIGURE = r" [$£€]?\d"
_CLAUSE = r"(?:[a-z’]+ ){2}[a-z’]+ \Z"
_FEWEST_WORDS = 4
# Two hyphens between these are a range, `19:00--20:30`, which an em dash would not mend.
_RANGE_START, _RANGE_END = r"\d(?: ?[ap]\.?m\.?)? ?\Z", r" ?[$€£¥]?\d"
_CALENDAR = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
# A hyphen between capitalized words may part a name and its subtitle, or a double name: “Data Week - My Kind of Data”.
_NAME_BEFORE = r"(?<![\w-])[A-ZÀ-ÖØ-Þ][\w’.&]*[)*_\x00]* \Z"
_NAME_AFTER = r" [*_(]*(?!I\b|I’)[A-ZÀ-ÖØ-Þ]"
_OPTION_START, _OPTION = r"(?:\A|[\s(\[“\"'/])\Z", r"[a-z][\w-]*"
_SIGNATURE = r" [*_]*(?!I\b)[A-ZÀ-ÖØ-Þ][\w’.]*(?: (?:and |& )?[A-ZÀ-ÖØ-Þ][\w’]*\.?){0,2}[.*_ \n]*"
# In words and characters: what a hyphen sets apart from the rest of a list item.
_LABEL, _LONGEST = 8, 100
_HOUSE = {"em": "—", "en": "–"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for the dashes that are not the house's."""
    for language in dict.fromkeys(item.language for item in manuscript.items):
        yield from _judge(manuscript, language)


def _judge(manuscript: Manuscript, language: str) -> Iterator[Finding]:
    """Yield one finding for the items of one language, and one for each hyphen that may not be a dash."""
    dashes = list(_dashes(manuscript, language))
    text = manuscript.document.text
    found = []
    for each in dashes:
        mark, span, is_quoted = each
        waiting = find_waiting(text, span, language) if mark == "-" and not is_quoted else None
        if waiting is None:
            found.append(each)
            continue
        words = waiting.of(text)
        yield Finding(
            span=waiting,
            message=f"a space before the hyphen: “{words}”",
            help=f"write “{words.replace(' -', '-')}” if the two words share their second half, or a dash",
        )
    counts = Counter(mark for mark, _, _ in found)
    given = _HOUSE.get(manuscript.publication.style.dash or "") or conventions_of(language).dash
    # Of equals, the dash of the region: `en-GB` has a spaced en dash.
    is_en = counts["–"] > counts["—"] or (counts["–"] == counts["—"] and _has_en_dash(manuscript))
    house = given or ("–" if is_en else "—")
    wrong = [(mark, span) for mark, span, is_quoted in found if mark != house and not is_quoted]
    if wrong:
        spans = [span for _, span in wrong]
        yield Finding(
            span=spans[0],
            message=_message([mark for mark, _ in wrong], counts, house),
            help=_help(house, language, is_set=bool(manuscript.publication.style.dash)),
            related=tuple(Related(span, "here too") for span in spans[1:]),
            fix=Fix(f"write {house}", set_dashes(text, spans, house, language), is_safe=False),
        )


def _has_en_dash(manuscript: Manuscript) -> bool:
    """Return whether the newsletter's English is of a region where a dash is an en dash between spaces."""
    return bool(EN_DASHED.intersection(manuscript.publication.language.upper().split("-")[1:]))


def _dashes(manuscript: Manuscript, language: str) -> Iterator[tuple[str, Span, bool]]:
    """Yield the dashes of all bodies in a language: the mark, its place in the file, whether it is quoted."""
    # Where dashes stand close to the words, so do the wrong ones.
    pattern = rf"{_DASH}| –(?=[^\W\d_])|–(?=[\s,.;:])(?<=[^\W\d_]–)" if language in CLOSE else _DASH
    for item in manuscript.fields:
        # S012 reports lists that run together: their hyphens are no dashes.
        if item.language != language or find_loss(item) == "lines":
            continue
        text = item.prose.visible
        for block in item.prose.blocks:
            if block.kind in PROSE_BLOCKS:
                for match in re.compile(pattern).finditer(text, block.span.start, block.span.end):
                    mark = match.group().strip()
                    span = Span(match.end() - len(mark), match.end())
                    place, is_quoted = item.file_span(span), item.prose.is_quoted(span)
                    is_borrowed = manuscript.is_verbatim(place)
                    is_title = is_borrowed and not is_quoted and language == "en"
                    if not is_title and (not mark.startswith("-") or not _sets_apart(text, block, span)):
                        yield mark, place, is_quoted or is_borrowed


def _sets_apart(text: str, block: Block, span: Span) -> bool:
    """Return whether a hyphen stands in a range of days, months or figures, or after the first words of a list item."""
    before = text[max(block.span.start, span.start - _LONGEST) : span.start]
    after = text[span.end : span.end + _LONGEST]
    if span.end - span.start > 1:
        # An option of a program, as in `pass --help`, but not the first of a pair of dashes.
        if re.search(_OPTION_START, before) and (option := re.match(_OPTION, after)):
            return re.match(r"[^.\n]*\w--\s", after[option.end() :]) is None
        is_number = re.search(_RANGE_START, before) and re.match(_RANGE_END, after)
        return bool(is_number or (re.search(rf"\b{_CALENDAR}\.? ?\Z", before) and re.match(rf" ?{_CALENDAR}", after)))
    if re.match(_FIGURE, after):
        clause = re.split(r"[.!?,;:()] | -\s|\n", before)[-1]
        is_apart = block.kind == "paragraph" and text.count(" - ", block.span.start, block.span.end) == 1
        has_words = re.search(_CLAUSE, clause) and len(clause.split()) >= _FEWEST_WORDS
        return not (is_apart and has_words and not re.search(r"\d", clause))
    is_near = block.kind == "item" and span.start - block.span.start < _LONGEST
    is_first = is_near and not re.search(r"[.!?,;:] | -\s", before)
    is_range = re.search(rf"\b{_CALENDAR}\.? $", before) and re.match(rf" {_CALENDAR}", after)
    is_in_name = re.search(_NAME_BEFORE, before) and re.match(_NAME_AFTER, after)
    # Who signs an entry: `a fine book - Francois.`
    is_signed = re.fullmatch(_SIGNATURE, text[span.end : block.span.end]) is not None
    return bool(is_range or is_in_name or is_signed) or (is_first and len(before.split()) <= _LABEL)


def _help(house: str, language: str, *, is_set: bool) -> str:
    close = f", close to the words: {house}…{house}" if language in CLOSE else ""
    return f"write {house}{close}" + ("" if is_set else ", or set `style.dash`")


def _message(wrong: list[str], counts: Counter[str], house: str) -> str:
    if all(mark.startswith("-") for mark in wrong):
        return "hyphen used as a dash" + (f", {len(wrong)} times" if len(wrong) > 1 else "")
    marks = [house, *dict.fromkeys(mark for mark in wrong if mark != house)]
    counted = (f"{mark} {counts[mark]} {plural(counts[mark], 'time')}" for mark in marks if counts[mark])
    fault = "two kinds of dash in one issue" if counts[house] else "not the house dash"
    return f"{fault}: {', '.join(counted)}"


RULE = Rule("T108", "dash-style", Severity.WARNING, check, languages=DASHED)
