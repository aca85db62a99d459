"""Changing a text at spans, so that everything around them stays as the author left it."""

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.yamltext.span import Span


class Edit(NamedTuple):
    """Put `text` in the place of `span`; an empty span is an insertion."""

    span: Span
    text: str
    stacks: bool = False
    """An insertion that bears others of its kind at its place, such as one more entry at the end of a list."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made; insertions at one place come in the order in which they are given.

    Raises:
        ValueError: two edits touch the same words, so that their order would matter.
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
