"""Full-width punctuation among Latin letters, or half-width punctuation among Hanzi.

It comes with copied text and leaves a gap in the line. The script on both sides of the mark decides. The rule also
reports spaces inside a run of Hanzi, and pairs of brackets of different widths.

In Chinese and Japanese, it reports marks typed twice (`。。`), but no full-width ones between Latin letters. In
Japanese, which sets spaces between names, and some half-width marks at will, it reports half-width `｡ ､ ｢ ｣`, a Latin
comma or full stop between Japanese letters, `，` and `．` where most are `、` and `。`, and spaces beside a particle or
a mark.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Xi，Li and Cai came to Xiong’an (雄安,新区) on Monday (NYT, May 8).

Reports:
    4:9 full-width “，” between Latin letters
    4:41 half-width “,” between Hanzi

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Xi, Li and Cai came to Xiong’an (雄安，新区) on Monday (NYT, May 8).

Bad:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい船
        body: |
          船は、10％％速い。。しかし,乗客は 少ない。荷主は｢静かだ｣と言い、笑った。

Reports:
    5:12 “％％”: two marks in a row
    5:16 “。。”: two marks in a row
    5:21 half-width “,” between Japanese letters
    5:25 space inside a sentence
    5:33 half-width “｢” in Japanese
    5:37 half-width “｣” in Japanese

Fixed:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい船
        body: |
          船は、10％速い。しかし、乗客は少ない。荷主は「静かだ」と言い、笑った。
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model.scripts import FULL_WIDTH
from briefgen.prose import Prose
from briefgen.rules.analysis.east_asian_marks import find_doubled_marks, find_japanese_slips
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import PUNCTUATED, UNSPACED
from briefgen.yamltext import Edit, Span

_HALF = dict(zip("，；：！？。、（）", [*",;:!?.,()"], strict=True))
_FULL = dict(zip(",;:!?()", "，；：！？（）", strict=True))
# Stands for every character of the two scripts: to compile a class of them takes 5 ms.
_HAN = "\u4e00"
_LATIN = "A-Za-z\u00c0-\u024f0-9"
_FOUND = (
    rf"(?<=[{_LATIN}])(?P<full>[，；：！？。、])[ \u3000]?(?=[{_LATIN}])"
    rf"|(?<={_HAN})(?P<half>[,;:!?])[ ]?(?={_HAN})"
    rf"|(?<={_HAN})(?P<space>[ \u3000])(?={_HAN})"
    rf"|(?P<open>[(（]){_HAN}+(?P<close>[)）])"
)
# Around most Hanzi there is none of these, only parentheses, and nothing is compiled.
_TRACES = (*_HALF, "\u3000", *(f"{_HAN}{mark}" for mark in ",;:!? "))
# Only marks this close to a run of Hanzi or full-width marks are reported.
_CLOSE = 3


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield punctuation of the other script."""
    yield from find_japanese_slips(manuscript)
    for item in manuscript.fields:
        if item.language in UNSPACED:
            yield from find_doubled_marks(item)
        if item.language == "ja":
            continue
        spans = list(_surroundings(item.prose))
        words = _with_one_hanzi(item.prose.visible, spans) if spans else ""
        for span in spans:
            yield from _find(item, words, span)


def _with_one_hanzi(text: str, spans: list[Span]) -> str:
    """Return a text with one character in place of every Hanzi in some spans."""
    pieces, at = [], 0
    for span in spans:
        pieces.append(text[at : span.start])
        pieces += (_HAN if character in FULL_WIDTH else character for character in span.of(text))
        at = span.end
    return "".join((*pieces, text[at:]))


def _surroundings(prose: Prose) -> Iterator[Span]:
    """Yield the runs of Hanzi with their surroundings; runs close to each other are merged."""
    merged: list[Span] = []
    for run in prose.east_asian:
        span = Span(max(0, run.start - _CLOSE), min(len(prose.text), run.end + _CLOSE))
        if merged and span.start <= merged[-1].end:
            span = Span(merged.pop().start, span.end)
        merged.append(span)
    yield from merged


def _find(item: FieldText, text: str, within: Span) -> Iterator[Finding]:
    if not any(map(within.of(text).__contains__, _TRACES)):
        return
    for match in re.compile(_FOUND).finditer(text, within.start, within.end):
        kind = match.lastgroup
        if item.language in UNSPACED and (match["full"] or match["close"]):
            # `iPhone、iPad` is right there, and T101 pairs the brackets.
            continue
        if match["full"]:
            is_figure = text[match.start() - 1].isdigit() and text[match.end()].isdigit()
            new = _HALF[match["full"]] + ("" if is_figure else " ")
            span, message = Span(*match.span()), f"full-width “{match['full']}” between Latin letters"
        elif match["half"]:
            new, span = _FULL[match["half"]], Span(*match.span())
            message = f"half-width “{match['half']}” between Hanzi"
        elif match["space"]:
            new, span, message = "", Span(*match.span()), "space between Hanzi"
        elif kind == "close" and (match["open"] == "(") != (match["close"] == ")"):
            span, new = Span(*match.span("close")), ")" if match["open"] == "(" else "）"
            message = f"“{match['close']}” closes what “{match['open']}” opened"
        else:
            continue
        yield Finding(
            span=item.file_span(span),
            message=message,
            help=f"write “{new.strip()}”" if new.strip() else "delete it",
            fix=Fix("use the punctuation of the script around it", (Edit(item.file_span(span), new),), is_safe=True),
        )


RULE = Rule("T110", "cjk-punctuation", Severity.WARNING, check, languages=PUNCTUATED)
