"""Adds the original text to the tags of right-to-left lines, whose glyphs are in a different order.

WeasyPrint writes glyphs in visual order, from left to right, so a screen reader would read Arabic backwards.
"""

import re
from collections.abc import Callable
from typing import Any

import pydyf  # type: ignore[import-untyped]  # It publishes no types.
from weasyprint.formatting_structure.boxes import LineBox, TextBox

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def find_texts(box: Any, tags: Any) -> list[tuple[int, str]]:
    """Return the texts in the lines of a box, each with its mark; call this before their tags are built."""
    children = [part for child in box.children for part in (child.children if isinstance(child, LineBox) else (child,))]
    texts = [child for child in children if isinstance(child, TextBox)]
    return [(tags[text]["mcid"], text.text) for text in texts if text in tags]


def write_texts(texts: list[tuple[int, str]], nums: dict[int, Any], resolve: Callable[[bytes], Any]) -> None:
    """Add the text to tags that contain nothing else, if any of the text is right-to-left."""
    if not any(_RIGHT_TO_LEFT.search(words) for _, words in texts):
        return
    by_tag: dict[bytes, str] = {}
    for mark, words in texts:
        # The texts of a link share one tag.
        by_tag[nums[mark]] = by_tag.get(nums[mark], "") + words
    for reference, words in by_tag.items():
        element = resolve(reference)
        if all(isinstance(kid, int) or resolve(kid).get("Type") == "/OBJR" for kid in element["K"]):
            element["ActualText"] = pydyf.String(words)
