"""Han characters whose language nobody can tell.

Screen readers need to know what to read aloud, and fonts which shapes to draw. Simplified, traditional,
Japanese and Korean runs are told by their characters; reported are those that mix the Chinese scripts or
fit neither, and those of an item with Japanese in it that have no kana of their own. `language:` on the
item decides them.

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

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import blanked
from briefgen.rules.rule import Rule
from briefgen.rules.scripts import is_undecided, mixes_scripts
from briefgen.yamltext import Span

_KANA = "\u3041-\u3096\u30a1-\u30fa"
_RUN = rf"[\u3400-\u9fff{_KANA}\u3005\u30fc]+"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield runs that could be of two languages, one finding an item."""
    for item in manuscript.items:
        found = list(_undecided(item)) if item.prose.east_asian and item.item.language is None else []
        if found:
            (span, message), *others = found
            yield Finding(
                span=item.place(span),
                message=message,
                help="set `language:` on the item: `zh-Hans`, `zh-Hant` or `ja`",
                related=tuple(Related(item.place(other), said) for other, said in others),
            )


def _undecided(item: ItemText) -> Iterator[tuple[Span, str]]:
    """Yield each run once, with what it may be."""
    text = blanked(item.prose.text, (each.span for each in item.prose.opaque if each.kind in {"code", "comment"}))
    runs: dict[str, int] = {}
    for match in re.finditer(_RUN, text):
        runs.setdefault(match.group(), match.start())
    kana = {run for run in runs if re.search(f"[{_KANA}]", run)}
    for run, start in runs.items():
        span = Span(start, start + len(run))
        if run in kana:
            continue
        if is_undecided(run) or mixes_scripts(run):
            yield span, f"“{run}” is neither simplified nor traditional Chinese"
        elif kana:
            yield span, f"“{run}” may be Chinese or Japanese"


RULE = Rule("A104", "untagged-foreign-text", Severity.NOTE, check)
