"""What gets printed, made from an issue and its publication."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.edition.compose import Printed, make_edition
    from briefgen.edition.slug import make_slug
    from briefgen.edition.types import Edition, Output, Pictures

__all__ = ["Edition", "Output", "Pictures", "Printed", "make_edition", "make_slug"]


def __getattr__(name: str) -> object:
    """Look a name up when it is first used: the process that prints the PDF needs the types and not the rest."""
    if name in {"Edition", "Output", "Pictures"}:
        from briefgen.edition import types as home  # noqa: PLC0415
    elif name == "make_slug":
        from briefgen.edition import slug as home  # type: ignore[no-redef]  # noqa: PLC0415
    elif name in {"Printed", "make_edition"}:
        from briefgen.edition import compose as home  # type: ignore[no-redef]  # noqa: PLC0415
    else:
        raise AttributeError(name)
    return getattr(home, name)
