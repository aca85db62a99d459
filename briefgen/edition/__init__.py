"""What gets printed, made from an issue and its publication."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.edition.compose import Printed, make_edition, make_slug
    from briefgen.edition.types import Edition, Output, Pictures

__all__ = ["Edition", "Output", "Pictures", "Printed", "make_edition", "make_slug"]

_HOMES = {
    "Edition": "types",
    "Output": "types",
    "Pictures": "types",
    "Printed": "compose",
    "make_edition": "compose",
    "make_slug": "compose",
}


def __getattr__(name: str) -> object:
    """Import the module that holds `name`: the process that prints the PDF needs the types and not the rest."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"briefgen.edition.{_HOMES[name]}"), name)
