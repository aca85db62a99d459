"""Finds code that is only indented: Markdown of other systems sets it as code, ours as a paragraph."""

import re
from collections.abc import Iterable

from briefgen.expressions import expression
from briefgen.markdown import Block
from briefgen.yamltext import Span

# Columns by which code is indented against the text above it.
_INDENT = 4
_KINDS = frozenset({"paragraph", "item", "quote"})
# What stands in code and console output, and seldom in prose: calls, assignments, prompts, generics, indices.
_SIGN = expression(
    r"[\w\]]\(|<-|->|=>|[=!<>]=|:=|\w=\S|\s=\s|[{}\\]|;\s*$|\[\[|\[\d|::|</?\w+|\s--?[a-z]|\w/\w+/|\w\.\w+\.\w|_\w|\$\w"
    r"|^[ \t]*(?:#+|\$|>{1,3}|//|%|[-+]{2,})[ \t]?\S|\s#\s|\t"
    r"|^[ \t]*(?:def|class|import|from|let|var|const|func|fn|return|sudo|git|pip|npm|cd|curl|docker|brew|apt)\s",
    re.MULTILINE,
)
# Console output in comments, as R prints it.
_OUTPUT = expression(r"[ \t]+##[ \t]+(?:\[\d+\]|>)[ \t]")
_REMARK = expression(r"(?m)(?:^|(?<=\s))(?:#+|//|--|%)[ \t].*$|\"[^\"\n]*\"|'[^'\n]*'")
# Five words in a row are a sentence.
_WORDS = expression(r"(?:(?<![\w.$_-])[A-Za-z]?[a-z’',]*[a-z]'?,? ){4}[a-z]{2,}")


def find_unmarked_code(text: str, visible: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Return the spans of paragraphs that are code by their look, in order; in `visible`, links are blanked out.

    All their lines are indented by four columns more than the text above them, as other systems mark code, and have a
    sign of code in them; a sentence is never code. Headings behind code are comments, such as the output of R.
    """
    found: list[Span] = []
    margin, after_code = 0, False
    for block in blocks:
        start = text.rfind("\n", 0, block.span.start) + 1
        before, words = text[start : block.span.start], visible[start : block.span.end]
        if block.kind in _KINDS and not before.strip():
            indent = _indent_of(text[start : block.span.end].split("\n"))
            is_code = indent >= margin + _INDENT and _SIGN.search(words) is not None
            after_code = is_code and not _WORDS.search(_REMARK.sub("", words))
            margin = margin if after_code else min(margin, indent)
        else:
            is_deep = not before.strip("# \t") and _indent_of([before]) >= margin + _INDENT
            # A comment in R or Python behind code: an indented `##` makes a heading.
            after_code = block.kind == "heading" and is_deep and (after_code or _OUTPUT.match(words) is not None)
            if not after_code:
                margin = len(before.expandtabs(_INDENT)) if block.kind in _KINDS else 0
        if after_code and block.span.end > block.span.start:
            found.append(block.span)
    return tuple(found)


def _indent_of(lines: Iterable[str]) -> int:
    """Return the smallest indent of lines, in columns."""
    wide = [line.expandtabs(_INDENT) for line in lines if line.strip()]
    return min((len(line) - len(line.lstrip()) for line in wide), default=0)
