"""The exception for an invalid field value, which becomes a `Fault`."""

from typing import Literal

Wanted = Literal["", "text", "list", "group"]


class FieldError(ValueError):
    """A value that is invalid for its field; the message continues the field's name, the hint proposes one action."""

    def __init__(
        self, message: str, hint: str = "", *, instead: str = "", wanted: Wanted = "", at: tuple[str | int, ...] = ()
    ) -> None:
        super().__init__(message)
        self.hint = hint
        self.instead = instead
        """The correct value, if that is certain."""
        self.wanted: Wanted = wanted
        """The kind of value that is expected; the caller, who knows the file, adds an example."""
        self.at = at
        """The path below a group at which the fault is shown, where it is not of the whole."""


def describe(value: object) -> str:
    """Return the kind of a value in the author's terms."""
    match value:
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case str() if value.strip():
            return "text"
        case _:
            return "empty"
