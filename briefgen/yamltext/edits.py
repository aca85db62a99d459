"""Edits of a text by span; everything outside the spans stays byte for byte as the author left it."""

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.yamltext.span import Span


class Edit(NamedTuple):
    """Replaces `span` with `text`; an empty span is an insertion."""

    span: Span
    text: str
    stacks: bool = False
    """Whether other insertions may be made at the same offset, as when several entries are appended to a list."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits applied; insertions at the same offset keep the given order.

    Raises:
        ValueError: two edits overlap.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: edit.span):
        if edit.span.start < done:
            message = f"edits overlap at {edit.span.start}"
            raise ValueError(message)
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done:]])
