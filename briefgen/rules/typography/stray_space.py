"""Stray spaces: no-break spaces, spaces before a comma, a double space in mid-sentence; none where one belongs.

Word processors leave them behind. They keep lines from breaking where they should, and disturb search and copying.
There is one report for the whole issue, and in English, German, French, Spanish, Italian, Portuguese and Dutch one for
the spaces that are missing behind a comma or a full stop. Browsers print ordinary spaces in a row as one, so those
behind a full stop, a list marker or at the end of a line are left alone, and so are all of them where an issue has
more than one, or types two behind its full stops; a space before a face such as `;)` is fine. In English, no-break
spaces are fine next to a figure, after an abbreviation (“e.g.”), next to dashes and `«»` and before `%`. All other
languages keep words together with them (*33 Mrd. Euro*, *siglo XIX*, *Mme Roy*): there they count only in a text that
has more of them than of ordinary spaces, and ten at least, which was pasted from elsewhere. French takes a no-break
space before `; : ! ?` and inside `«»`.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour  opened on\u00a0Monday , in the rain. All cheered (NYT, May 8) ;)

Reports:
    4:18 3 stray spaces: two in a row, no-break, before “,”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday, in the rain. All cheered (NYT, May 8) ;)

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday,in the rain.All cheered (NYT, May 8).

Reports:
    4:29 2 spaces are missing behind a mark

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened on Monday, in the rain. All cheered (NYT, May 8).

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Er kostet 33\u00a0Mrd.\u00a0Euro, sagt Block\u00a0I. Das sind, wie Frau\u00a0Merkel sagt, viele (NYT, 8. Mai).

Bad:
    # publication.yaml: {language: fr}
    briefs:
      - title: Le port
        body: |
          Le port est ouvert ? Oui ! Il sera « utile » (NYT, May 8).

Reports:
    5:25 ordinary space where a no-break space belongs, 3 times

Fixed:
    # publication.yaml: {language: fr}
    briefs:
      - title: Le port
        body: |
          Le port est ouvert ? Oui ! Il sera « utile » (NYT, May 8).
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.analysis.run_on_words import find_run_on_words
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH, SPACED
from briefgen.yamltext import Edit, Span, SpanSet

_STRAY = expression(
    r"[ \u00a0](?:"
    r"(?<=\S.)(?:(?<=\u00a0)|(?= *\u00a0))(?P<run>[ \u00a0]+)(?=[^\s|])"
    r"|(?<=[^\W\d_].)(?P<double> +)(?=[^\W\d_A-Z])"
    r"|(?<=[ \n]\(.)(?P<open> *)(?=\w[^()]{0,200}[^()\s] ?\)(?:[\s,.;:]|$))"
    r"|(?<=[a-z.”].)(?P<close> *)(?=\)(?:[\s,.;:]|$))"
    # The `;` of a face, `;)`, may follow a space.
    r"|(?<=[a-z].)(?P<colon>)(?=: [a-z])"
    r"|(?<=[ \n(]“.)(?P<quote> *)(?=\w)"
    r"|(?<=[\w”’\")\]].)[ \u00a0]*(?=(?P<mark>[,;.!?])(?:\s|[”’“\"]|(?<!;)\)|$))"
    r"|(?<=\u00a0)(?<![\d\s%—–«].)(?<!\b\w\..)(?<!\b\w\w\..)(?P<nobreak>)(?![\s%—–«»:;!?\d]))"
)
# As the Imprimerie nationale requires: a thin space before `; ! ?`, a whole one before `:` and inside `«»`.
_FRENCH = expression(r"(?<=«) (?=\S)|(?<=\S) (?=[;:!?»](?![-()]))")
_THIN = "\u202f"
_FRENCH_MARKS = frozenset(";!?")
_FRENCH_KINDS = frozenset({*_FRENCH_MARKS, "colon"})
_NO_BREAK = frozenset({"nobreak"})
# Typesetters of other languages keep words together: `Mme Roy`, `siglo XIX`, `w 2023 r.`; so few are their work.
_FEW_TYPESET = 10
# More ordinary double spaces than these are a habit, not slips; so is a double space behind a full stop.
_FEW = 1
_TYPED_WIDE = r"[.!?][”\"’')]?  (?=[^\s|])"
_TRACES = ("  ", "\u00a0", "( ", "“ ", " : ", " )", " ,", " ;", " .", " !", " ?")
_KINDS = {
    "run": "two in a row",
    "double": "two in a row",
    "nobreak": "no-break",
    "breaking": "ordinary where a no-break one belongs",
    "open": "behind “(”",
    "quote": "behind “",
    "colon": "before “:”",
    "note": "before the mark of a note",
    "close": "before “)”",
    "before": "missing before a citation",
    "after": "missing after a citation",
}
_ALONE = {
    "run": "two spaces in a row",
    "double": "two spaces in a row",
    "nobreak": "no-break space",
    "breaking": "ordinary space where a no-break space belongs",
    "open": "space behind “(”",
    "quote": "space behind “",
    "colon": "space before “:”",
    "note": "space before the mark of a note",
    "close": "space before “)”",
    "before": "no space before the citation",
    "after": "no space after the citation",
}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all stray spaces of everything that is printed."""
    found = sorted(_find(manuscript))
    doubles = sum(kind == "double" for _, kind, _ in found)
    if doubles > _FEW or (doubles and any(re.search(_TYPED_WIDE, scalar.value) for _, scalar in manuscript.texts)):
        found = [each for each in found if each[1] != "double"]
    if found:
        spans = [span for span, _, _ in found]
        yield Finding(
            span=spans[0],
            message=_message([kind for _, kind, _ in found]),
            help="run `briefgen validate --fix`",
            related=tuple(Related(span, _alone(kind)) for span, kind, _ in found[1:]),
            fix=Fix("fix the spaces", tuple(Edit(span, text) for span, _, text in found), is_safe=True),
        )
    yield from _check_missing(manuscript)


def _check_missing(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all marks between two words without a space behind them."""
    found = sorted(find_run_on_words(manuscript), key=lambda each: each.field.file_span(each.span))
    if found:
        spans = [each.field.file_span(each.span) for each in found]
        edits = tuple(Edit(each.field.file_span(Span(each.at, each.at)), " ") for each in found)
        alone = f"no space after “{found[0].mark}”"
        yield Finding(
            span=spans[0],
            message=alone if len(found) == 1 else f"{len(found)} spaces are missing behind a mark",
            help="put one there",
            related=tuple(Related(span, "here too") for span in spans[1:]),
            fix=Fix("put a space there", edits, is_safe=False),
        )


def _find(manuscript: Manuscript) -> Iterator[tuple[Span, str, str]]:
    """Yield each stray space with its kind and what belongs in its place."""
    tables = {(*item.path, "body"): item for item in manuscript.items}
    for path, scalar in manuscript.texts:
        text = scalar.value
        language = manuscript.language_at(path)
        is_french = language == "fr"
        if not is_french and not any(trace in text for trace in _TRACES):
            continue
        item = tables.get(path)
        visible = item.prose.visible if item else text
        right = (_FRENCH_KINDS if is_french else frozenset()) | (
            _NO_BREAK if language not in ENGLISH and not _is_pasted(visible) else frozenset()
        )
        found = [one for one in _scan(visible) if one[1] not in right]
        # What separates citations is syntax, and printed as the language wants it.
        groups = SpanSet(group.span for group in item.groups) if item else SpanSet(())
        french = (one for one in _scan_french(visible) if not groups.covers(one[0])) if is_french else ()
        for span, kind, new in sorted([*found, *french]):
            yield manuscript.document.span(path, *span), kind, new
    for item in manuscript.items:
        for opaque in item.prose.opaque:
            before = item.prose.text[: opaque.span.start] if opaque.kind == "call" else ""
            if before.endswith(" ") and before.rstrip(" ")[-1:] not in {"", "\n", "|"}:
                yield item.file_span(Span(len(before.rstrip(" ")), len(before))), "note", ""
    has_notes = manuscript.publication.style.citations == "notes"
    for field in manuscript.citing_fields:
        for span, kind in _missing(field):
            # The mark of a note stands right behind its word.
            if not (has_notes and kind == "before"):
                yield field.file_span(span), kind, " "


def _is_pasted(text: str) -> bool:
    """Return whether most spaces of a text are no-break ones, as a word processor or a web page may leave them."""
    return text.count("\u00a0") > max(text.count(" "), _FEW_TYPESET - 1)


def _missing(field: FieldText) -> Iterator[tuple[Span, str]]:
    """Yield where a space is missing before or after a group, or after the stop behind it."""
    text = field.prose.text
    for group in field.groups:
        before = text[max(0, group.span.start - 1) : group.span.start]
        if before.isalpha() or (before.isdigit() and text[group.span.start] == "["):
            yield Span(group.span.start, group.span.start), "before"
        after = re.compile(r"[.!?,;]?(?=[^\W\d_]{2})").match(text, group.span.end)
        if after is not None:
            yield Span(after.end(), after.end()), "after"


def _scan_french(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield the spaces that French wants, where a line may break at them."""
    for match in _FRENCH.finditer(text):
        yield Span(*match.span()), "breaking", _THIN if text[match.end()] in _FRENCH_MARKS else "\u00a0"


def _scan(text: str) -> Iterator[tuple[Span, str, str]]:
    for match in _STRAY.finditer(text):
        kind = match["mark"] or match.lastgroup or ""
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        if kind in {"run", "double"} and "|" in line:
            continue
        yield Span(*match.span()), kind, " " if kind in {"run", "double", "nobreak"} else ""


def _alone(kind: str) -> str:
    return _ALONE.get(kind, f"space before “{kind}”")


def _message(kinds: list[str]) -> str:
    if len(kinds) == 1:
        return _alone(kinds[0])
    if set(kinds) == {"nobreak"}:
        return f"{len(kinds)} no-break spaces left by a word processor"
    if len(set(kinds)) == 1:
        return f"{_alone(kinds[0])}, {len(kinds)} times"
    names = dict.fromkeys(_KINDS.get(kind, f"before “{kind}”") for kind in kinds)
    return f"{len(kinds)} stray spaces: {', '.join(names)}"


RULE = Rule("T105", "stray-space", Severity.WARNING, check, languages=SPACED)
