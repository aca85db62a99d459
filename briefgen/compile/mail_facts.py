"""Measures the mail of an issue, for the rules on mails."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from briefgen.expressions import expression
from briefgen.manuscript import MailFact
from briefgen.model.contrast import contrast
from briefgen.model.theme_keys import DARK

_LINK = expression(r'<a\b[^>]*?\bhref="([^"]*)"')
_IMAGE = expression(r"<img\b[^>]*>")
_COLOURED = expression(
    r'<(?P<tag>\w+)\b(?P<rest>[^>]*?\bstyle="(?:[^"]*;)?\s*color:\s*(?P<colour>#[0-9a-fA-F]{3,6}|black)\b[^>]*)>'
)
_CLASSES = expression(r'\bclass="([^"]*)"')
_DARK_MODE = expression(r"@media[^{}]*prefers-color-scheme:\s*dark[^{}]*\{(?P<rules>(?:[^{}]*\{[^{}]*\})*)")
_RULE = expression(r"(?P<selectors>[^{}]*)\{[^{}]*(?<![\w-])color:[^{}]*\}")
_NAME = expression(r"[\w-]+")
_VISIBLE = 3.0
"""The contrast below which large text is unreadable (WCAG 2.2)."""


def measure_mail(html: str, anchors: Sequence[str]) -> MailFact:
    """Measure the HTML of a mail; `anchors` are those of its items, in order."""
    return MailFact(
        size=len(html.encode()),
        items=tuple(_measure_items(html, anchors)),
        addresses=tuple(dict.fromkeys(map(unescape, _LINK.findall(html)))),
        pictures_without_alt=tuple(
            unescape(image.partition('src="')[2].partition('"')[0])
            for image in _IMAGE.findall(html)
            if not re.search(r"\balt(?:=|\b)", image)
        ),
        fixed_colours=tuple(dict.fromkeys(_find_fixed(html))),
    )


def _measure_items(html: str, anchors: Sequence[str]) -> Iterator[int]:
    starts = [html.find(f' id="{anchor}"') for anchor in anchors]
    if -1 in starts or starts != sorted(starts):
        return
    end = html.find(' id="', starts[-1] + 1)
    for start, after in zip(starts, (*starts[1:], end if end >= 0 else len(html)), strict=True):
        yield len(html[start:after].encode())


def _find_fixed(html: str) -> Iterator[str]:
    """Yield dark colours of elements whose colour no rule for dark mode sets, and that have no background."""
    rules = "".join(found["rules"] for found in _DARK_MODE.finditer(html))
    changed = {name for rule in _RULE.finditer(rules) for name in _NAME.findall(rule["selectors"])}
    for found in _COLOURED.finditer(html):
        classes = _CLASSES.search(found["rest"])
        names = {found["tag"], *(classes[1].split() if classes else ())}
        if names.isdisjoint(changed) and "background" not in found["rest"] and _is_dark(found["colour"]):
            yield found["colour"]


def _is_dark(colour: str) -> bool:
    return contrast(_channels(colour), _channels(DARK["paper"])) < _VISIBLE


def _channels(colour: str) -> tuple[float, float, float]:
    digits = "000000" if colour == "black" else colour[1:]
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits  # noqa: PLR2004 - `#abc`
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue
