"""What a writer did where YAML's parser gave up: its place, the fact, the way out and the edits that are it."""

from typing import NamedTuple

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.span import Span


class Slip(NamedTuple):
    """One thing a writer did; the edits undo it."""

    span: Span
    message: str
    """Lower case, no full stop."""
    help: str
    """One action."""
    edits: tuple[Edit, ...] = ()
    is_safe: bool = True
    """The edits are what everyone would do; what only lets the rest be read is not offered as a fix."""
    related: tuple[tuple[Span, str], ...] = ()
