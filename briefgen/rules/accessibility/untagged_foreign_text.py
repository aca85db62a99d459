"""Han characters whose language cannot be determined.

Screen readers need the language to pronounce a word, and fonts need it to draw the right shapes. Most runs of Han
characters show by themselves whether they are simplified Chinese, traditional Chinese, Japanese or Korean. The rule
reports those that mix simplified and traditional characters or could be either, and those without kana in an item
that also contains Japanese. Set `language:` on the item to settle the question. In Chinese, Japanese and Korean items,
Han characters are in the language of the item: nothing is reported.

Bad:
    briefs:
      - title: Ships
        body: |
          The ministry (防衛省) spoke of ships (かんてい).

Reports:
    4:21 “防衛省” may be Chinese or Japanese

Good:
    briefs:
      - title: Ships
        language: ja
        body: |
          The ministry (防衛省) spoke of ships (かんてい).
"""

from collections.abc import Iterator
from itertools import groupby

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript, is_east_asian
from briefgen.markdown import blank
from briefgen.model.scripts import is_hanzi, is_kana, is_simplified, is_traditional, mixes_scripts
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

# Marks that repeat a character or lengthen a vowel belong to the run.
_MARKS = "\u3005\u30fc"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield runs that could be of two languages, one finding an item."""
    for item in manuscript.items:
        is_unknown = item.item.language is None and not is_east_asian(item.language)
        found = list(_undecided(item)) if is_unknown and item.prose.east_asian else []
        if found:
            (span, message), *others = found
            yield Finding(
                span=item.file_span(span),
                message=message,
                help="set `language:` on the item: `zh-Hans`, `zh-Hant` or `ja`",
                related=tuple(Related(item.file_span(other), said) for other, said in others),
            )


def _undecided(item: ItemText) -> Iterator[tuple[Span, str]]:
    """Yield each run once, with what it may be."""
    text = blank(item.prose.text, (each.span for each in item.prose.opaque if each.kind in {"code", "comment"}))
    runs: dict[str, int] = {}
    for span in item.prose.east_asian:
        for is_run, places in groupby(range(span.start, span.end), key=lambda place: _is_letter(text[place])):
            start, *rest = places
            if is_run:
                runs.setdefault(text[start : start + 1 + len(rest)], start)
    kana = {run for run in runs if any(map(is_kana, run))}
    for run, start in runs.items():
        span = Span(start, start + len(run))
        if run in kana:
            continue
        if mixes_scripts(run) or not (is_simplified(run) or is_traditional(run)):
            yield span, f"“{run}” is neither simplified nor traditional Chinese"
        elif kana:
            yield span, f"“{run}” may be Chinese or Japanese"


def _is_letter(character: str) -> bool:
    return is_hanzi(character) or is_kana(character) or character in _MARKS


RULE = Rule("A104", "untagged-foreign-text", Severity.NOTE, check)
