"""Writes code such that every renderer shows it as it is, even one that does not know fences."""

import re

# Without fences, Python-Markdown reads a fenced block as a code span, which ends at a line that begins like this, and
# at a blank line; between blank lines, it reads inlines.
_BLOCK_START = r"(?m)<|^[ \t]*(?:[#>*+=:|_~{-]|\d+[.)]|\[[^\]\n]*\]:)"
# Python-Markdown takes this for a character reference, even in code. Where it is none, it takes the end tags in later
# code from elsewhere in the text.
HALF_REFERENCE = r"&#(?!(?:\d+|[xX][\da-fA-F]+)[^\da-fA-F])"
_INLINE = r"[\[*_`&!]"


def write_code(code: str, *, can_indent: bool) -> str:
    """Write a block of code: with fences, or indented if it could be read as markup between them.

    If it cannot be indented either, because it is in a list or begins with a blank line, each line is a code span.
    """
    # A carriage return ends a line as well.
    lines = re.sub(r"\r\n?", "\n", code).removesuffix("\n").split("\n")
    code = "\n".join(lines)
    has_gap = not all(map(str.strip, lines))
    if not re.search(_BLOCK_START, code) and not (has_gap and re.search(_INLINE, code)):
        ticks = fence(code, shortest=3)
        return "\n".join([ticks, *lines, ticks])
    if can_indent and lines[0].strip() and lines[-1].strip():
        return "\n".join(f"    {line}" if line.strip() else "" for line in lines)
    return "\\\n".join(write_code_span(line.strip()) for line in lines if line.strip())


def write_code_span(code: str) -> str:
    """Write a code span that is not empty."""
    ticks = fence(code, shortest=1)
    pad = " " if code.startswith(("`", " ")) or code.endswith(("`", " ")) else ""
    return ticks + pad + code + pad + ticks


def fence(code: str, *, shortest: int) -> str:
    """Return a run of backticks longer than any in the code."""
    return "`" * max(shortest, 1 + max(map(len, re.findall("`+", code)), default=0))
