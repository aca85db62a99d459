"""Changing a text at spans, so that everything around them stays as the author left it."""

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.yamltext.span import Span


class Edit(NamedTuple):
    """Put `text` in the place of `span`; an empty span is an insertion."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made.

    Raises:
        ValueError: two edits touch the same words, so that their order would matter.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(set(edits)):
        if edit.span.start < done:
            message = f"edits overlap at {edit.span.start}"
            raise ValueError(message)
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done:]])
