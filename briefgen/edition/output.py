"""A rendered file."""

from msgspec import Struct


class Output(Struct, frozen=True):
    """A file to write to the issue's output folder."""

    path: str
    content: bytes
    remark: str = ""
    """A remark for the user, for example that the publication's own templates leave text out."""
