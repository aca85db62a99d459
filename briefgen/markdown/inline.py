"""What stands in a line: words, and in few texts more than that."""

import re

from briefgen.markdown.marks import Source
from briefgen.markdown.reading import Reading
from briefgen.markdown.tree import Part

# What has none of these is only words.
_MEANT = re.compile(r"[\\`*_<]|~~|&#?\w+;|\][\[(]|\[\^|  \n")


def parse_inline(source: Source, reading: Reading) -> tuple[Part, ...]:
    """Return what a text is made of; what in it is no prose, or leads nowhere, is added to `reading`."""
    if not _MEANT.search(source.text) and not (reading.definitions and "[" in source.text):
        return tuple(source.words(0, len(source.text)))
    # Python-Markdown takes 12 ms to load, a tenth of checking an issue, and many issues hold only words and citations.
    from briefgen.markdown.stage import run_stage  # noqa: PLC0415

    return run_stage(source, reading)
