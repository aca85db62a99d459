"""A `#` after a space in an unquoted value, where YAML begins a comment.

The words after it are silently lost: “Silt Returns #2” is printed as “Silt Returns”. If a space follows the `#`, it
is taken for a real comment and not reported, unless one space is before it and a number follows that is no date, count
or size: “Pilot # 1 of the Coast”.

Bad:
    briefs:
      - title: Silt Returns #2
        body: |
          The basin fills within a season.

Reports:
    2:25 `#2` is read as a comment and dropped from `title`

Fixed:
    briefs:
      - title: "Silt Returns #2"
        body: |
          The basin fills within a season.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span, quote

# After `# `, a number continues the value; dates, times, sizes and counts begin a remark.
_NUMBER = (
    r"(?<=\S )# \d{1,3}(?![\d:/x×%]|[-.,]\d| ?(?:char|word|letter|sign|line|sec|min|hour|day|week|month|year|px|pixel|"
    r"kb|mb|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* ?\d*\b)).*?"
)
_CUT = expression(rf"[ \t]+(?P<words>#[^\s#].*?|{_NUMBER})[ \t]*$", re.MULTILINE)
_FIGURE = expression(r"#\d")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield comments that look like a part of the value before them."""
    text = manuscript.document.text
    for path, scalar in manuscript.texts:
        is_followed = scalar.style == "plain" and text.startswith((" ", "\t"), scalar.span.end)
        found = _CUT.match(text, scalar.span.end) if is_followed else None
        if found is None:
            continue
        words, key = found["words"], path[-1]
        place = Span(found.start("words"), found.end("words"))
        full_span = Span(scalar.span.start, place.end)
        quoted = quote(full_span.of(text))
        # A figure is hardly a remark; anything else may be one.
        way = "if it is a note, give it a line of its own" if words[1] == " " else "a comment has a space after the `#`"
        fix = Fix("put the value in quotation marks", (Edit(full_span, quoted),), is_safe=bool(_FIGURE.match(words)))
        yield Finding(
            span=place,
            message=f"`{words}` is read as a comment and dropped from `{key}`",
            help=f"quote it: `{key}: {quoted}`; {way}",
            fix=fix,
        )


RULE = Rule("S011", "comment-in-value", Severity.WARNING, check)
