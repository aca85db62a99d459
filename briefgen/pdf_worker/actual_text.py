"""Says in the tags what was written, where the glyphs do not: in lines from right to left.

WeasyPrint writes glyphs in the order in which they are drawn, from left to right, and readers of the tags would read
Arabic aloud backwards.
"""

import re
from collections.abc import Callable
from typing import Any

import pydyf  # type: ignore[import-untyped]  # It publishes no types.
from weasyprint.formatting_structure.boxes import LineBox, TextBox

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def find_texts(box: Any, tags: Any) -> list[tuple[int, str]]:
    """Return the texts in the lines of a box before their tags are built: mark and words."""
    children = [part for child in box.children for part in (child.children if isinstance(child, LineBox) else (child,))]
    texts = [child for child in children if isinstance(child, TextBox)]
    return [(tags[text]["mcid"], text.text) for text in texts if text in tags]


def write_texts(texts: list[tuple[int, str]], nums: dict[int, Any], resolve: Callable[[bytes], Any]) -> None:
    """Write the words into the tags that hold nothing else."""
    if not any(_RIGHT_TO_LEFT.search(words) for _, words in texts):
        return
    by_tag: dict[bytes, str] = {}
    for mark, words in texts:
        # A link has one tag for several texts.
        by_tag[nums[mark]] = by_tag.get(nums[mark], "") + words
    for reference, words in by_tag.items():
        element = resolve(reference)
        if all(isinstance(kid, int) or resolve(kid).get("Type") == "/OBJR" for kid in element["K"]):
            element["ActualText"] = pydyf.String(words)
