"""Entry point of inline parsing, with a fast path for text without markup."""

from briefgen.expressions import expression
from briefgen.markdown.marks import Source
from briefgen.markdown.reading import Reading
from briefgen.markdown.tree import Part

# Text without any of these contains no markup.
_MARKUP = expression(r"[\\`*_<]|~~|&#?\w+;|\][\[(]|\[\^|  \n")


def parse_inline(source: Source, reading: Reading) -> tuple[Part, ...]:
    """Parse inline content; opaque parts and markup faults are added to `reading`."""
    if not _MARKUP.search(source.text) and not (reading.definitions and "[" in source.text):
        return tuple(source.words(0, len(source.text)))
    # Importing Python-Markdown takes 12 ms, a tenth of checking an issue, and many issues have only text and citations.
    from briefgen.markdown.stage import run_stage  # noqa: PLC0415

    return run_stage(source, reading)
