"""Finds quotations whose marks do not belong together in their language, or repeat those around them."""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import FieldText
from briefgen.prose import PROSE_BLOCKS
from briefgen.prose.mark_roles import QuotedPart
from briefgen.rules.vocabulary.language_conventions import INNER
from briefgen.yamltext import Edit


def find_wrong_partners(item: FieldText, pairs: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the findings of a field; `pairs` are those of its language."""
    for block in item.prose.blocks:
        if block.kind in PROSE_BLOCKS | {"heading"}:
            parts = item.prose.quoted_parts(block, pairs)
            for part in parts:
                finding = _mismatch(item, part, pairs)
                if finding is not None:
                    yield finding
            yield from _find_nested(item, parts, pairs)


def _mismatch(item: FieldText, part: QuotedPart, pairs: tuple[str, ...]) -> Finding | None:
    """Return the finding for the mark of a quotation that is not the partner of the other."""
    opening, closing = part.opening.mark, part.closing.mark
    if f"{opening}{closing}" in pairs:
        return None
    right_end = next((pair[1] for pair in pairs if pair[0] == opening), "")
    right_start = next((pair[0] for pair in pairs if pair[1] == closing), "")
    if right_start and (not right_end or opening not in "„«»"):
        wrong, right, place = part.opening, right_start, "opening"
    elif right_end:
        wrong, right, place = part.closing, right_end, "closing"
    else:
        # Both are of another language: `quote-style` reports them.
        return None
    span = item.file_span(wrong.span)
    return Finding(
        span=span,
        message=f"{place} quotation mark {wrong.mark} does not match its partner",
        help=f"write {right}",
        fix=Fix(f"write {right}", (Edit(span, right),), is_safe=False),
    )


def _find_nested(item: FieldText, parts: tuple[QuotedPart, ...], pairs: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the first quotation of a block that has the marks of the one around it; Swedish may repeat them."""
    for part in parts:
        if part.around == part.opening.mark and "»»" not in pairs:
            marks = "‘…’" if part.opening.mark == "“" else INNER.get(item.language, "other marks")
            help_ = f"write {marks} around the inner one"
            span = item.file_span(part.opening.span)
            yield Finding(span=span, message="a quotation inside another has the same marks", help=help_)
            return
