"""The publication's own register of outlets, as a file that a fix can add to."""

from msgspec import Struct

from briefgen.yamltext import Document


class OwnRegister(Struct, frozen=True):
    """The `outlets.yaml` of a publication; if there is no such file, its document is empty."""

    path: str
    """The path to show."""
    document: Document
