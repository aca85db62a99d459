"""A publication's additions to the design of page and PDF."""

from msgspec import Struct

from briefgen.fonts import HouseFace


class HouseStyle(Struct, frozen=True):
    """A publication's own fonts and CSS; its colours and font stacks are in the edition's theme."""

    faces: tuple[HouseFace, ...] = ()
    has_system_fonts: bool = False
    """Whether system fonts are used for Chinese, Japanese and Korean, and for characters that no other font covers."""
    stylesheet: str = ""
    """CSS to append to briefgen's."""


PLAIN = HouseStyle()
