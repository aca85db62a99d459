"""What is said of a value that does not fit."""

from typing import Literal

Wanted = Literal["", "text", "list", "group"]


class FieldError(ValueError):
    """A value that does not fit; the message follows the name of the field, the hint proposes one action."""

    def __init__(self, message: str, hint: str = "", *, instead: str = "", wanted: Wanted = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.instead = instead
        """What was certainly meant."""
        self.wanted: Wanted = wanted
        """The kind of value that belongs there; whoever knows the file shows an example of it."""


def describe(value: object) -> str:
    """Say what kind of thing a value is, as the author would."""
    match value:
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case str() if value.strip():
            return "text"
        case _:
            return "empty"
