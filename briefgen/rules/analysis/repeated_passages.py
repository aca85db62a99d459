"""Finds paragraphs and sentences that were pasted twice."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.diagnostics import Finding, Related
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Block
from briefgen.rules.analysis.word_counts import count_letters, count_words
from briefgen.rules.vocabulary.language_conventions import UNSPACED
from briefgen.yamltext import Span

_ENDS = ".,;:!?”’)"
# Shorter ones may be a refrain, or the same line of an imprint.
_FEWEST_WORDS = 12
_COMMON = 5
_FEWEST_CHANGES = 2
_FEWEST_IN_SENTENCE = 6
# In characters: what stands between two copies of a sentence that were pasted by mistake.
_NEAR = 400
# Two entries of a list may say the same of two things: “accepted as stable by vote of 2 April”.
_FEWEST_IN_ENTRY = 25
# A block that begins with one of these is a formula.
_FORMULA = "\\$"
# Behind the stop may stand the end of a quotation; a citation stands before it. It matches without a stop, too: to try
# from each letter of a text that has none would take a square of steps.
_SENTENCE = r"[^。！？]++[。！？]*+[」』）]*+"
_FEWEST_LETTERS = 8


def find_paragraphs(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield paragraphs and entries of lists that were printed before, in the same item or another."""
    first: dict[str, Span] = {}
    begun: dict[tuple[str, ...], list[tuple[list[str], Span]]] = {}
    for item in (each for each in manuscript.fields if isinstance(each, ItemText)):
        for block in item.prose.blocks:
            written = block.span.of(item.prose.text).split() if block.kind in PROSE_BLOCKS else []
            words = [word.casefold() for word in written] if block.kind in PROSE_BLOCKS else []
            fewest = _FEWEST_IN_ENTRY if block.kind == "item" else _FEWEST_WORDS
            if not words or count_words(" ".join(words), item.language) < fewest:
                continue
            if words[-1].endswith(":") or words[0][0] in _FORMULA:
                continue
            place = item.file_span(Span(block.span.start, block.span.start + 1))
            earlier = first.setdefault(" ".join(words), place)
            if earlier != place:
                line = manuscript.document.lines.position(earlier.start).line
                yield Finding(
                    span=place,
                    message=f"this paragraph is the same as the one in line {line}",
                    help="delete one of the two",
                    related=(Related(earlier, "the other one"),),
                )
                continue
            ends = (tuple(words[:_COMMON]), tuple(words[-_COMMON:]))
            near = next(
                (at for end in ends for other, at in begun.get(end, ()) if _differ_little(written, other)), None
            )
            if near is not None:
                line = manuscript.document.lines.position(near.start).line
                yield Finding(
                    span=place,
                    message=f"this paragraph is nearly the same as the one in line {line}",
                    help="delete one of the two, if it is an earlier version",
                    related=(Related(near, "the other one"),),
                )
            for end in ends:
                begun.setdefault(end, []).append((written, place))


def find_sentences(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the sentence that was printed before; several are formulas, and one far from the other may be meant."""
    yield from _find_unspaced(manuscript)
    first: dict[tuple[str, ...], tuple[ItemText, Block, Span]] = {}
    found: list[tuple[Span, Span, bool]] = []
    for item in (each for each in manuscript.fields if isinstance(each, ItemText)):
        text = item.prose.text
        for span in item.prose.sentences:
            words = span.of(text).split()
            block = item.prose.block_at(span.start) if len(words) >= _FEWEST_IN_SENTENCE else None
            if block is None or block.kind != "paragraph" or not words[0][0].isupper():
                continue
            earlier, above, place = first.setdefault(tuple(" ".join(words).casefold().split()), (item, block, span))
            if place is span or (
                above is not block and above.span.of(earlier.prose.text).split() == block.span.of(text).split()
            ):
                continue
            if "\0" not in span.of(item.prose.visible) and not item.prose.is_quoted(span):
                # Not the two captions of a picture in HTML, nor a summary above the text.
                is_near = earlier is item and span.start - place.end < _NEAR and _is_prose_between(item, place, span)
                found.append((earlier.file_span(place), item.file_span(span), is_near))
    if len(found) == 1:
        one, other, is_near = found[0]
        yield _same_sentence(manuscript, one, other, in_preview=not is_near)


def _find_unspaced(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield a sentence that directly follows its like, in languages without spaces between sentences."""
    for item in manuscript.items:
        blocks = item.prose.blocks if item.language in UNSPACED else ()
        for block in blocks:
            if block.kind != "paragraph":
                continue
            sentences = [*re.compile(_SENTENCE).finditer(item.prose.visible, *block.span)]
            for one, other in pairwise(sentences):
                words = other.group().strip()
                if words == one.group().strip() and count_letters(words) >= _FEWEST_LETTERS:
                    first, second = (
                        each.start() + len(each.group()) - len(each.group().lstrip()) for each in (one, other)
                    )
                    places = (item.file_span(Span(at, at + 1)) for at in (first, second))
                    yield _same_sentence(manuscript, *places)


def _same_sentence(manuscript: Manuscript, one: Span, other: Span, *, in_preview: bool = False) -> Finding:
    line = manuscript.document.lines.position(one.start).line
    return Finding(
        span=Span(other.start, other.start + 1),
        message=f"this sentence is the same as the one in line {line}",
        help="delete one of the two",
        related=(Related(one, "the other one"),),
        in_preview=in_preview,
    )


def _is_prose_between(item: ItemText, one: Span, other: Span) -> bool:
    between = item.prose.text[one.start : other.end]
    return not re.search(r"=[\"']|\n\s*#|\{\{|<", between)


def _differ_little(words: list[str], other: list[str]) -> bool:
    """Return whether two paragraphs differ by a word or two in small letters; names and numbers make another text."""
    if abs(len(words) - len(other)) > _FEWEST_CHANGES:
        return False
    start = next((at for at, (one, two) in enumerate(zip(words, other, strict=False)) if one != two), None)
    if start is None:
        return len(words) != len(other)
    shared = min(len(words), len(other)) - start
    back = next((at for at in range(shared) if words[-1 - at] != other[-1 - at]), shared)
    changed = (words[start : len(words) - back], other[start : len(other) - back])
    return all(
        len(each) <= _FEWEST_CHANGES and all(word.strip(_ENDS).isalpha() and word.islower() for word in each)
        for each in changed
    )
