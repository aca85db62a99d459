"""A mistake that makes the YAML parser give up: its place, message, help, and the edits that undo it."""

from typing import NamedTuple

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.span import Span


class Slip(NamedTuple):
    """One mistake by the author; the edits undo it."""

    span: Span
    message: str
    """Lower case, no full stop."""
    help: str
    """One action."""
    edits: tuple[Edit, ...] = ()
    is_safe: bool = True
    """Whether the edits can be offered as a fix; unsafe ones only allow the rest of the file to be parsed."""
    related: tuple[tuple[Span, str], ...] = ()
