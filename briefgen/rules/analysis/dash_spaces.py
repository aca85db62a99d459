"""The spaces around dashes in other languages, and the hyphens that wait for the second half of a word."""

import re
from collections.abc import Iterator

from briefgen.manuscript import FieldText
from briefgen.prose import PROSE_BLOCKS
from briefgen.rules.vocabulary.sentence_words import SENTENCE_WORDS
from briefgen.yamltext import Edit, Span

CLOSE = frozenset({"ca", "es"})
"""Languages whose dashes stand close to what they set apart: `—el mayor del norte—`."""

# Behind these, `Fracht- und Kriegsschiffe` may be meant.
_JOINING = {
    "da": "og|eller|samt", "de": "und|oder|bis|sowie|bzw|beziehungsweise", "nb": "og|eller|samt", "nl": "en|of",
    "no": "og|eller|samt", "sv": "och|eller|samt",
}  # fmt: skip
_NEAR = 60
_SHORTEST = 4
# A new sentence or paragraph between two dashes begins a new pair.
_BETWEEN_PAIRS = r"[.!?…][»”\"')]*\s|\n\s*\n"


def find_waiting(text: str, hyphen: Span, language: str) -> Span | None:
    """Return the words around a spaced hyphen that may wait for its second half: `Fracht - und`; None if it cannot."""
    words = _JOINING.get(language)
    after = re.match(rf" (?:{words})\.? ([^\W\d_]+)", text[hyphen.end : hyphen.end + _NEAR]) if words else None
    before = re.search(r"([^\W\d_]+) \Z", text[max(0, hyphen.start - _NEAR) : hyphen.start])
    if before is None or after is None:
        return None
    # Both halves are nouns with a capital, or neither is; “es ist gut - und es ist neu” goes on with a small word.
    are_alike = before[1][0].isupper() == after[1][0].isupper()
    if not are_alike or (
        after[1].islower() and (len(after[1]) < _SHORTEST or after[1] in SENTENCE_WORDS.get(language, ()))
    ):
        return None
    return Span(hyphen.start - len(before.group()), hyphen.end + after.start(1) - 1)


def set_dashes(text: str, spans: list[Span], dash: str, language: str) -> tuple[Edit, ...]:
    """Return the edits that put a dash in the place of each mark, with the spaces of the language around it."""
    return tuple(_set_close(text, spans, dash)) if language in CLOSE else tuple(Edit(span, dash) for span in spans)


def _set_close(text: str, spans: list[Span], dash: str) -> Iterator[Edit]:
    """Yield edits that drop the space behind an opening dash and before a closing one."""
    is_open, last = False, 0
    for span in spans:
        if re.search(_BETWEEN_PAIRS, text[last : span.start]):
            is_open = False
        before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        if before != " " or behind != " ":
            # A dash that stands close to one word tells what it is.
            is_open = behind.isspace() if before.isspace() != behind.isspace() else is_open
            yield Edit(span, dash)
        elif is_open:
            yield Edit(Span(span.start - 1, span.end), dash)
        else:
            yield Edit(Span(span.start, span.end + 1), dash)
        is_open, last = not is_open, span.end


def find_spaced(field: FieldText) -> tuple[list[Span], list[Span]]:
    """Return the dashes of a field in a language where they stand close, and those that have a space on both sides."""
    text = field.prose.visible
    # One at the beginning of a line introduces speech, or the entry of a list.
    found = [
        Span(*match.span())
        for block in field.prose.blocks
        if block.kind in PROSE_BLOCKS
        for match in re.compile(r"(?<=[^\n]{2})—").finditer(text, *block.span)
    ]
    spaced = [span for span in found if re.match(r"\S — \S", text[span.start - 2 : span.end + 2])]
    return found, spaced
