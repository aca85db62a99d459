"""A dash or hyphen with a space on one side only: “open— at last”, “har- bour”; in Spanish, a dash with spaces inside.

One of the two spaces was forgotten, and readers take the dash for a hyphen or for the end of the sentence. All such
dashes make one report, with a fix that spaces them as the other dashes of the issue. A hyphen with a space behind it
comes from a line break in a PDF. Not reported are ranges, dashes at the beginning or end of a line, quotations, and
hyphens before a word such as “and”: “pre- and post-war”. These are English. Spanish and Catalan dashes stand close to
what they set apart: where most of an issue do, those with a space on both sides are reported.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour— ten years late — is open —at last.

Reports:
    4:18 a space on only one side of the dash, 2 times

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour — ten years late — is open — at last.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The govern- ment paid for it in pre- and post-war bonds.

Reports:
    4:11 a space inside “govern- ment”

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The government paid for it in pre- and post-war bonds.

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: Abre el puerto
        body: |
          El puerto —el mayor del norte— abre hoy. La ciudad — que paga — calla.

Reports:
    5:58 a space inside the dashes, 2 times

Fixed:
    # publication.yaml: {language: es}
    briefs:
      - title: Abre el puerto
        body: |
          El puerto —el mayor del norte— abre hoy. La ciudad —que paga— calla.
"""

import re
from collections.abc import Iterator
from string import ascii_letters

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Pattern
from briefgen.rules.analysis.dash_spaces import CLOSE, find_spaced, set_dashes
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

# Marks of emphasis may stand between the dash and its neighbours. “pre– and post-war” is suspended on purpose, and a
# dash after a full stop or a quotation introduces its author.
_LOPSIDED = Pattern(
    r"""(?x)
      (?P<before>[^\W\d_]|[,;”’)"'])[*_]*(?P<dash>[—–])[*_]*(?P<gap>[ ])[*_]*(?!(?:and|or|to|nor|versus)\b)(?=[\w“‘("'])
    | (?<=[^\W\d_]|[,;)])[*_]*(?P<space>[ ])[*_]*(?P<mark>[—–])[*_]*(?=[^\W\d_]|[“‘("'])""",
    literals=(
        *(f"{dash}{beside}" for dash in "—–" for beside in " *_"),
        *(f"{beside}{dash}" for dash in "—–" for beside in " *_"),
    ),
    reach=12,
)
_SPACED = Pattern(r"(?<=\S) [—–] (?=\S)", literals=(" — ", " – "), reach=4)
_CLOSED = Pattern(r"(?<=[^\s\d—–])[—–](?=[^\s\d—–])", literals=("—", "–"), reach=2)

# Behind these, a hyphen waits for its second half: “two- to three-year”, “left- as well as right-wing”.
_WAITING = (
    "and|or|nor|to|through|versus|vs|but|by|as|rather|than|instead|into|over|with|in|if|not|plus|even|und|oder|bis|et|"
    "ou|y|o|of|on|then"
)
_BROKEN = Pattern(
    rf"(?<![\w’'./@#-])(?P<word>(?P<start>[A-Za-z]{{2,}})-(?: |\n[ \t]*)(?!(?:{_WAITING})\b)(?P<end>[a-z]{{2,}}))"
    r"(?![\w/-])",
    literals=tuple(f"{letter}-{gap}" for letter in ascii_letters for gap in " \n"),
    reach=60,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all dashes with a space on one side, and one for each word that is broken."""
    yield from _check_dashes(manuscript)
    yield from _check_spaced(manuscript)
    for found in find_own(manuscript, _BROKEN, likely=_has_hyphen):
        if manuscript.language_at(found.path) not in ENGLISH:
            continue
        start, end = found["start"], found["end"]
        help_ = f"join it: “{start}{end}”, or “{start}-{end}” if the word has a hyphen"
        yield Finding(span=found.span("word"), message=f"a space inside “{start}- {end}”", help=help_)


def _has_hyphen(text: str) -> bool:
    return "- " in text or "-\n" in text


def _check_dashes(manuscript: Manuscript) -> Iterator[Finding]:
    english = [item for item in manuscript.fields if item.language in ENGLISH]
    found = [(item, match) for item in english for match in _find(item)]
    if not found:
        return
    texts = [item.prose.visible for item in english]
    spaced, closed = (sum(1 for text in texts for _ in style.finditer(text)) for style in (_SPACED, _CLOSED))
    spans = [item.file_span(_dash(match)) for item, match in found]
    edits = (_edit(item, match, is_spaced=spaced > closed) for item, match in found)
    count = f", {len(found)} times" if len(found) > 1 else ""
    yield Finding(
        span=spans[0],
        message=f"a space on only one side of the dash{count}",
        help="write a space on both sides" if spaced > closed else "write no space",
        related=tuple(Related(span, "here too") for span in spans[1:]),
        fix=Fix("space both sides alike", tuple(edits), is_safe=False),
    )


def _check_spaced(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for the dashes with spaces inside, where those of the language and the issue have none."""
    dashes: list[Span] = []
    spaced: list[Span] = []
    fields = [field for field in manuscript.fields if field.language in CLOSE]
    for field in fields:
        every, some = find_spaced(field)
        dashes += [field.file_span(span) for span in every]
        spaced += [field.file_span(span) for span in some if not field.prose.is_quoted(span)]
    if spaced and 2 * len(spaced) <= len(dashes):
        text = manuscript.document.text
        edits = set_dashes(text, dashes, "—", fields[0].language)
        count = f", {len(spaced)} times" if len(spaced) > 1 else ""
        yield Finding(
            span=spaced[0],
            message=f"a space inside the dashes{count}",
            help="write no space between the dash and what it sets apart",
            related=tuple(Related(span, "here too") for span in spaced[1:]),
            fix=Fix("delete the space", tuple(each for each in edits if each.span.of(text) != "—"), is_safe=False),
        )


def _find(item: FieldText) -> Iterator[re.Match[str]]:
    for block in item.prose.blocks:
        if block.kind in PROSE_BLOCKS:
            for match in _LOPSIDED.finditer(item.prose.visible, block.span.start, block.span.end):
                if not item.prose.is_quoted(_dash(match)):
                    yield match


def _dash(match: re.Match[str]) -> Span:
    return Span(*match.span("dash" if match["dash"] else "mark"))


def _edit(item: FieldText, match: re.Match[str], *, is_spaced: bool) -> Edit:
    """Return the edit that adds the missing space, or deletes the one there is."""
    if not is_spaced:
        return Edit(item.file_span(Span(*match.span("gap" if match["dash"] else "space"))), "")
    at = match.start("dash") if match["dash"] else match.end("mark")
    return Edit(item.file_span(Span(at, at)), " ")


RULE = Rule("T121", "lopsided-dash", Severity.WARNING, check, languages=(*ENGLISH, *sorted(CLOSE)))
