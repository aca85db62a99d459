"""Cropping of pictures."""

import re
from typing import Annotated

from msgspec import Meta, Struct

from briefgen.model.fields import Focus, Ratio

_PLACES = {"left": 0.0, "top": 0.0, "centre": 0.5, "center": 0.5, "right": 1.0, "bottom": 1.0}
_ACROSS = frozenset({"left", "right"})
_DOWN = frozenset({"top", "bottom"})


class Crop(Struct, frozen=True, kw_only=True):
    """The part of a picture that is shown."""

    ratio: Annotated[Ratio, Meta(description="The width and height, as a ratio: `16:9`.")]
    focus: Annotated[
        Focus,
        Meta(description="The part to keep in view: `top`, `centre left`, or `30% 20%` (from the left, from the top)."),
    ] = "centre"

    def cut(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return the crop box (left, top, right, bottom) in pixels: the largest area with this ratio."""
        across, down = map(float, self.ratio.split(":"))
        wide = min(width, max(1, round(height * across / down)))
        high = min(height, max(1, round(width * down / across)))
        from_left, from_top = self._focus()
        left, top = round((width - wide) * from_left), round((height - high) * from_top)
        return left, top, left + wide, top + high

    def _focus(self) -> tuple[float, float]:
        """Return which share of the removed width and height lies left of and above the crop box, from 0 to 1."""
        if percents := re.findall(r"(\d+)%", self.focus):
            return int(percents[0]) / 100, int(percents[1]) / 100
        words = self.focus.split()
        across = next((word for word in words if word in _ACROSS), "centre")
        down = next((word for word in words if word in _DOWN), "centre")
        return _PLACES[across], _PLACES[down]
