"""The pages of the documentation, and the anchors that GitHub gives their headings."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(
    path
    for path in (
        *sorted(ROOT.glob("*.md")),
        *sorted((ROOT / "docs").rglob("*.md")),
        ROOT / "issues/images/README.md",
        ROOT / "briefgen/fonts/README.md",
    )
    if path.exists()
)

FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,})(?P<kind>[^\n`]*)\n(?P<body>.*?)^(?P=mark)[ ]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+?)(?: +#+)?$", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]+)\)")
_CODE = re.compile(r"(?P<mark>`+)(?P<body>(?:(?!(?P=mark)).)+)(?P=mark)", re.DOTALL)


def name(path: Path) -> str:
    """Return the name of a page for messages: `docs/writers.md`."""
    return path.relative_to(ROOT).as_posix()


def find_links(text: str) -> Iterator[str]:
    """The targets of a page's links and pictures, those in examples left out."""
    plain = _CODE.sub("code", FENCE.sub("", text))
    # A picture may be the label of a link.
    for found in _LINK.finditer(plain):
        yield found["target"]
        yield from find_links(found["label"])


def find_anchors(text: str) -> frozenset[str]:
    """The anchors that GitHub gives the headings of a page; the second of two that agree gets `-1`."""
    anchors: list[str] = []
    for heading in _HEADING.finditer(FENCE.sub("", text)):
        words = _LINK.sub(r"\g<label>", heading["text"]).replace("`", "")
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        count = sum(1 for anchor in anchors if re.fullmatch(rf"{re.escape(slug)}(-\d+)?", anchor))
        anchors.append(f"{slug}-{count}" if slug in anchors else slug)
    return frozenset(anchors)
