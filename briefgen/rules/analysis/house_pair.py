"""Which curly quotation marks the outer quotations of an issue have, where a language has several."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.manuscript import FieldText
from briefgen.prose import PROSE_BLOCKS
from briefgen.prose.mark_roles import QuotedPart, has_marks
from briefgen.rules.vocabulary.language_conventions import PAIRS, conventions_of


def find_house_pair(items: Sequence[FieldText], language: str) -> str:
    """Return the pair that most outer quotations have, or that of the language."""
    default = conventions_of(language).quotes
    if language not in PAIRS:
        return default
    counts = Counter(_pair(part) for _, part in _outer_parts(items, language))
    return max(PAIRS[language], key=lambda pair: (counts[pair], pair == default))


def find_other_pairs(items: Sequence[FieldText], language: str) -> list[tuple[FieldText, QuotedPart]]:
    """Return the outer quotations with another pair than most have, in languages that quote with „.

    Elsewhere two pairs may stand for speech and titles. Where no quotation has a pair of the language, its marks may be
    those of the house.
    """
    pairs = PAIRS.get(language, ())
    if not pairs or pairs[0][0] != "„":
        return []
    house = find_house_pair(items, language)
    parts = list(_outer_parts(items, language))
    others = [each for each in parts if _pair(each[1]) != house and _is_even(each[1], pairs)]
    return others if len(others) < len(parts) - len(others) else []


def _is_even(part: QuotedPart, pairs: tuple[str, ...]) -> bool:
    """Return whether the marks of a quotation belong together in some language; T101 reports the others."""
    return _pair(part) in {"“”", "””", *pairs}


def _pair(part: QuotedPart) -> str:
    return f"{part.opening.mark}{part.closing.mark}"


def _outer_parts(items: Sequence[FieldText], language: str) -> Iterator[tuple[FieldText, QuotedPart]]:
    for item in items:
        for block in item.prose.blocks if has_marks(item.prose.visible) else ():
            if block.kind in PROSE_BLOCKS - {"quote"}:
                parts = item.prose.quoted_parts(block, PAIRS.get(language, ()))
                yield from ((item, part) for part in parts if not part.around)
