"""The sheets of a PDF as Poppler reads them: each word with its place, in points."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

_SHEET = re.compile(r'<page width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)">(?P<words>.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_MARGIN = 62
"""The height of the running heads and of the page numbers."""


@dataclass(frozen=True)
class Word:
    """A word, or the part of a hyphenated word on one line."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def covers(self, other: "Word") -> bool:
        """Whether two words of one height of line would be printed over each other."""
        apart = abs((self.top + self.bottom) - (other.top + other.bottom)) / 2
        return other.left < self.right - 1 and apart < 0.3 * min(self.bottom - self.top, other.bottom - other.top)


@dataclass(frozen=True)
class Sheet:
    """One page of a PDF."""

    width: float
    height: float
    words: tuple[Word, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word lies on the sheet."""
        return word.left >= 0 and word.top >= 0 and word.right <= self.width and word.bottom <= self.height

    @cached_property
    def body(self) -> tuple[Word, ...]:
        """The words between the running heads."""
        return tuple(word for word in self.words if _MARGIN < word.top < self.height - _MARGIN)

    @property
    def last_line(self) -> str:
        """The words at the lower end of the body."""
        lowest = max((word.bottom for word in self.body), default=0)
        return " ".join(word.text for word in self.body if word.bottom > lowest - 4)

    @property
    def overprinted(self) -> Iterator[tuple[str, str]]:
        """The pairs of words that are printed over each other."""
        words = sorted(self.words, key=lambda word: word.left)
        for place, word in enumerate(words):
            for other in words[place + 1 :]:
                if other.left >= word.right - 1:
                    break
                if word.covers(other):
                    yield word.text, other.text


def read_sheets(pdf: bytes) -> list[Sheet]:
    """Return the pages of a PDF."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    return [_read_sheet(found) for found in _SHEET.finditer(done.stdout.decode())]


def _read_sheet(found: re.Match[str]) -> Sheet:
    words = (
        Word(float(left), float(top), float(right), float(bottom), unescape(text))
        for left, top, right, bottom, text in _WORD.findall(found["words"])
    )
    return Sheet(float(found["width"]), float(found["height"]), tuple(words))
