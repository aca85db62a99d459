"""What a publication adds to the looks of page and PDF."""

from msgspec import Struct

from briefgen.fonts import HouseFace


class HouseStyle(Struct, frozen=True):
    """Faces and rules of a publication's own; its colours and font lists are in the edition's theme."""

    faces: tuple[HouseFace, ...] = ()
    has_system_fonts: bool = False
    """The fonts of the computer draw Chinese, Japanese and Korean, and what is in no other face."""
    stylesheet: str = ""
    """CSS that follows all of briefgen's."""


PLAIN = HouseStyle()
