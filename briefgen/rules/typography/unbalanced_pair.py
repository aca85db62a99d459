"""A quotation mark, parenthesis or bracket without its partner.

Readers cannot tell the quoted words from ours. The rule pairs the marks of each paragraph in order, because equal
numbers of opening and closing marks prove nothing. In a quotation of several paragraphs, each begins with an opening
mark and only the last ends with a closing one. Titles, decks, captions, credits, bios, corrections and the summary are
checked too, including their straight marks. Parentheses and brackets are checked in all languages; quotation marks in
those with spaces between words, Chinese and Korean. In all of these but English, French, Chinese and Korean, the place
of a mark tells whether it opens or closes, and a mark with the partner of another language („so”) is reported. A
quotation inside another needs other marks. In Chinese, Japanese and Korean, `「」`, `『』`, `【】`, `《》` and `（）`
need their partners too, of the same width.

Bad:
    briefs:
      - title: Frigates Delivered
        body: |
          Song said that sea lanes are safe.” He called the ships “advanced.

Reports:
    4:41 closing quotation mark ” was never opened
    4:63 opening quotation mark “ is never closed

Good:
    briefs:
      - title: Frigates Delivered
        body: |
          Song said that “sea lanes are safe.” He called the ships “advanced.”

Bad:
    briefs:
      - title: Frigates Delivered
        body: |
          “We need a “step” forward,” Song said.

Reports:
    4:18 a quotation inside another has the same marks

Good:
    briefs:
      - title: Frigates Delivered
        body: |
          “We need a ‘step’ forward,” Song said.

Bad:
    # publication.yaml: {language: fr}
    briefs:
      - title: Deux frégates
        body: |
          Song les dit «\u00a0avancées. Elles sont «\u00a0neuves\u00a0».

Reports:
    5:20 opening quotation mark « is never closed

Good:
    # publication.yaml: {language: fr}
    briefs:
      - title: Deux frégates
        body: |
          Song les dit «\u00a0avancées\u00a0». Elles sont «\u00a0neuves\u00a0».

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Zwei Fregatten
        body: |
          Song nennt sie „modern”. Er sagt ,,ja“ und „nicht „alt“, aber laut“.

          Sie seien „neu, sagt er.

Reports:
    5:29 closing quotation mark ” does not match its partner
    5:40 opening quotation mark ,, does not match its partner
    5:57 a quotation inside another has the same marks
    7:17 opening quotation mark „ is never closed

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Zwei Fregatten
        body: |
          Song nennt sie „modern“. Er sagt „ja“ und „nicht ‚alt‘, aber laut“.

          Sie seien „neu“, sagt er.

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: Dos fragatas
        body: |
          Song las llama «avanzadas.

          Dice que son «nuevas”, que son «muy «grandes» y rápidas».

Reports:
    5:22 opening quotation mark « is never closed
    7:27 closing quotation mark ” does not match its partner
    7:43 a quotation inside another has the same marks

Good:
    # publication.yaml: {language: es}
    briefs:
      - title: Dos fragatas
        body: |
          Song las llama «avanzadas».

          Dice que son «nuevas», que son «muy “grandes” y rápidas».

Bad:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい船
        body: |
          社長は「船は速い』と述べた。乗員は「静かだと言う。

          国連（UN)も港の安全」を調べる（速報。

Reports:
    5:15 closing quotation mark 』 does not match its partner
    5:24 opening quotation mark 「 is never closed
    7:12 closing parenthesis ) does not match its partner
    7:18 closing quotation mark 」 was never opened
    7:23 opening parenthesis （ is never closed

Good:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい船
        body: |
          社長は「船は速い」と述べた。乗員は「静かだ」と言う。

          国連（UN）も港の「安全」を調べる（速報）。

Bad:
    briefs:
      - title: “Advanced Frigates Delivered
        body: |
          Song praised the ships.
      - title: Song Calls Them Advanced"
        deck: So modern (and nobody knows them.
        body: |
          Song praised the ships.

Reports:
    2:12 opening quotation mark “ is never closed
    5:36 a quotation mark " has no partner
    6:21 opening parenthesis ( is never closed

Good:
    briefs:
      - title: “Advanced” Frigates Delivered
        body: |
          Song praised the ships.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript, is_east_asian
from briefgen.prose import UnpairedMark
from briefgen.prose.mark_roles import MarkRole, find_roles
from briefgen.prose.unpaired_marks import CLOSING, GUILLEMETS, NAMES, OPENING, is_turned_round
from briefgen.rules.analysis.wide_marks import find_wide
from briefgen.rules.analysis.wrong_partners import find_wrong_partners
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ANGLED, CURLY, PAIRS, SPACED
from briefgen.yamltext import Path, Scalar, Span

_SHORT = frozenset({
    "title", "deck", "summary", "subject", "alt", "caption", "credit", "bio", "text", "outlet", "translated_title",
})  # fmt: skip
_MARK = expression('[„“”"]')
_CURLY = expression("[“”]")
_QUOTE = "quotation mark"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield loose marks."""
    for item in manuscript.fields:
        is_curly = item.language in CURLY
        pairs = PAIRS.get(item.language, ())
        wide, loose_marks = find_wide(item) if is_east_asian(item.language) else ([], _find_unpaired(item, pairs))
        yield from wide
        for loose in loose_marks:
            if loose.mark in "[]()" and item.malformed.holds(loose.span.start):
                # C101 tells how to write the citation.
                continue
            if loose.mark in "“”" and not is_curly and not pairs:
                continue
            yield Finding(
                span=item.file_span(loose.span),
                message=_message(loose),
                label=_label(loose),
                help=_help(loose, item.prose.text) if not pairs else _help_by_place(loose, pairs),
            )
        if pairs:
            yield from find_wrong_partners(item, pairs)
        elif is_curly:
            yield from _check_nested(item)
    for path, scalar in manuscript.texts:
        if path[-1] in _SHORT:
            yield from _check_short(manuscript, path, scalar)


def _find_unpaired(item: FieldText, pairs: tuple[str, ...]) -> Iterator[UnpairedMark]:
    if pairs:
        return item.prose.unpaired_by_place(pairs)
    return item.prose.unpaired_marks(GUILLEMETS if item.language in ANGLED else "“”")


def _check_nested(item: FieldText) -> Iterator[Finding]:
    """Yield double marks inside double marks, in blocks where each has its partner."""
    text = item.prose.visible
    for block in item.prose.blocks if text.count("“") > 1 else ():
        depth, inner = 0, None
        for mark in _CURLY.finditer(text, *block.span):
            depth += 1 if mark.group() == "“" else -1
            inner = mark if depth > 1 and inner is None else inner
            if depth < 0:
                break
        if inner is not None and depth == 0:
            span = item.file_span(Span(*inner.span()))
            message = "a quotation inside another has the same marks"
            yield Finding(span=span, message=message, help="write ‘…’ around the inner one")


def _check_short(manuscript: Manuscript, path: Path, scalar: Scalar) -> Iterator[Finding]:
    """Yield unpaired quotation marks in titles and captions; curly ones unless they were already checked."""
    if manuscript.field(path) is None and (pairs := PAIRS.get(manuscript.language_at(path))):
        yield from _check_short_by_place(manuscript, path, scalar.value, pairs)
        has_curly = False
    else:
        has_curly = "„" in scalar.value or manuscript.language_at(path) in CURLY
    opened: list[re.Match[str]] = []
    straight: list[re.Match[str]] = []
    for mark in _MARK.finditer(scalar.value):
        if mark.group() == '"':
            # After a figure, it closes an open quotation, or is the sign for inches.
            is_inches = scalar.value[: mark.start()][-1:].isdigit() and not straight
            straight = [] if straight or is_inches else [mark]
        elif manuscript.field(path) is not None or not has_curly:
            continue
        elif mark.group() == "„" or (mark.group() == "“" and not (opened and opened[-1].group() == "„")):
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            yield _loose(
                manuscript, path, mark, "closing quotation mark ” was never opened", "open it with “, or delete it"
            )
    for mark in opened:
        yield _loose(
            manuscript,
            path,
            mark,
            f"opening quotation mark {mark.group()} is never closed",
            f"close it with {'”' if mark.group() == '“' else '“'}, or delete it",
        )
    for mark in straight:
        yield _loose(
            manuscript,
            path,
            mark,
            'a quotation mark " has no partner',
            "write “…” around the words, or delete it",
        )


def _check_short_by_place(manuscript: Manuscript, path: Path, text: str, pairs: tuple[str, ...]) -> Iterator[Finding]:
    """Yield unpaired quotation marks in a text that is no field, where their places tell which open."""
    opened: list[MarkRole] = []
    loose: list[MarkRole] = []
    for role in find_roles(text, pairs):
        if role.is_opening:
            opened.append(role)
        elif opened:
            opened.pop()
        elif not text[max(0, role.span.start - 1) : role.span.start].isdigit():
            loose.append(role)
    # The partner may be a straight mark, which is reported, too, or is that of inches.
    for role in (*loose, *opened) if '"' not in text else ():
        mark = UnpairedMark(role.span, role.mark, role.is_opening)
        span = manuscript.document.span(path, *role.span)
        yield Finding(span=span, message=_message(mark), label=_label(mark), help=_help_by_place(mark, pairs))


def _loose(manuscript: Manuscript, path: Path, mark: re.Match[str], message: str, help_: str) -> Finding:
    span = manuscript.document.span(path, mark.start(), mark.end())
    return Finding(span=span, message=message, help=help_)


def _message(loose: UnpairedMark) -> str:
    if loose.is_opening:
        return f"opening {NAMES.get(loose.mark, _QUOTE)} {loose.mark} is never closed"
    return f"closing {NAMES.get(CLOSING.get(loose.mark, ''), _QUOTE)} {loose.mark} was never opened"


def _label(loose: UnpairedMark) -> str:
    if loose.mark not in (OPENING if loose.is_opening else CLOSING):
        # The partner depends on the language.
        return "no partner in the paragraph"
    if loose.is_opening:
        return f"no {OPENING[loose.mark]} after this in the paragraph"
    return f"no {CLOSING[loose.mark]} before this in the paragraph"


def _help_by_place(loose: UnpairedMark, pairs: tuple[str, ...]) -> str:
    """Return the advice on a mark whose partner depends on the language."""
    if loose.mark in "()[]":
        return _help(loose, "")
    partner = next((pair[loose.is_opening] for pair in pairs if pair[not loose.is_opening] == loose.mark), "")
    if loose.is_opening:
        return (
            f"close it with {partner} after the last quoted word" if partner else "close it after the last quoted word"
        )
    return f"write {partner} before the first quoted word" if partner else "find where the quoted words start"


def _help(loose: UnpairedMark, text: str) -> str:
    match loose.mark, loose.is_opening:
        case "”", _ if is_turned_round(text, loose.span.start):
            return "turn it round: “"
        case "“" | "«", _:
            return "close it after the last quoted word"
        case "”" | "»", _:
            return "find where the quoted words start"
        case mark, True:
            return f"close it with {OPENING[mark]}"
        case _:
            return f"open it with {CLOSING[loose.mark]}, or delete it"


RULE = Rule("T101", "unbalanced-pair", Severity.WARNING, check, more_in=(*SPACED, "ja", "ko", "zh"))
