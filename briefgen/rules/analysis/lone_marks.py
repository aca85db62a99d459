"""Finds marks that lack their other half: of emphasis, of code, and the semicolon of a named character."""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding
from briefgen.expressions import expression
from briefgen.manuscript import FieldText
from briefgen.yamltext import Span

# A lone `_` at one end of words, or one that is left beside emphasis: `__so_`, `*so**`.
_STRAY = (
    r"(?<![\w./@#:\\_-])(?P<before>_)(?=[^\W\d_]+[\s.,;:!?”’)])|(?<=[^\W\d_])(?P<after>_)(?![\w./:@(-])"
    r"|(?<=\S)(?P<beside>\*{1,2})(?![\w*])"
)
# Named characters of HTML without the semicolon.
_ENTITY = expression(
    r"&(?:nbsp|amp|[mn]dash|hellip|quot|[lr][sd]quo|copy|euro|pound|[aeiouAEIOU](?:acute|grave|uml|circ)|ccedil)(?![\w;=])"
)
# Not the opening mark of TeX and typewriters: `so'.
_BACKTICK = expression(r"(?<![\w\\])`(?=[\w\"$./<(-])(?![^`'\n]{1,200}')|(?<=[\w\")>/])`(?!\w)")
# The handle of an account, which may end in `_`: `@BenoitPasquier_`.
_HANDLE = r"(?<![\w@])@\w+\Z"
_LONGEST_HANDLE = 40


def find_lone_marks(text: FieldText, words: str) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for each, with its kind; `words` is the visible text without other foreign marks."""
    yield from _find_stray(text, words)
    yield from _find_backticks(text)
    yield from _find_entities(text)


def _find_stray(text: FieldText, words: str) -> Iterator[tuple[str, Finding]]:
    """Yield single marks of emphasis that nothing pairs with, in a text without other foreign marks."""
    for match in re.finditer(_STRAY, words) if "_" in words or "*" in words else ():
        span = text.prose.body.shown.span(Span(*match.span()))
        written = span.of(text.prose.text)
        # An asterisk behind a word refers to a note below; behind emphasis it was meant to close it.
        if match.lastgroup == "beside" and text.prose.text[max(0, span.start - 1) : span.start] != "*":
            continue
        if written == "_" and re.search(_HANDLE, words[max(0, match.start() - _LONGEST_HANDLE) : match.start()]):
            continue
        line = words[words.rfind("\n", 0, match.start()) + 1 : match.end() + 200].partition("\n")[0]
        if match.lastgroup != "beside" and "://" in line:
            continue
        finding = Finding(
            span=text.file_span(span),
            message=f"`{written}` is shown as text",
            help=f"write as many `{written[0]}` on either side, or delete it; `\\{written[0]}` is a literal one",
        )
        yield "stray", finding


def _find_backticks(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield a backtick that nothing pairs with: the code that it begins, or ends, is shown as text."""
    words = text.prose.visible
    for block in text.prose.blocks if "`" in words else ():
        found = [*_BACKTICK.finditer(words, *block.span)]
        if len(found) == 1 and words.count("`", *block.span) == 1 and block.kind != "code":
            help_ = "write one before and one behind the code, or delete it"
            span = text.file_span(Span(*found[0].span()))
            yield "backtick", Finding(span=span, message="a backtick is shown as text", help=help_)


def _find_entities(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield named characters of HTML that lack their semicolon."""
    for match in _ENTITY.finditer(text.prose.visible) if "&" in text.prose.visible else ():
        help_ = f"write `{match.group()};`, or the character itself"
        span = text.file_span(Span(*match.span()))
        yield "entity", Finding(span=span, message=f"`{match.group()}` is shown as text", help=help_)
