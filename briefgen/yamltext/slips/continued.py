"""A value that continues on the next line and contains a colon there, so YAML reads that line as a key."""

from briefgen.yamltext.edits import Edit
from briefgen.yamltext.quotation_marks import show, wrap
from briefgen.yamltext.sketch import Sketch
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span


def goes_on(sketch: Sketch, number: int) -> bool:
    """Return whether a line that looks like a key continues the value above it.

    Keys are lower-case words; a sentence continues with a capital letter or with several words.
    """
    line, above = sketch.lines[number], sketch.lines[number - 1] if number else None
    if above is None or line.dashes or not line.key or not line.value or number - 1 not in sketch.outer:
        return False
    is_sentence = line.key[0].isupper() or " " in line.key
    has_value = above.kind == "entry" and bool(above.plain) and above.value[0] not in "\"'[{|>"
    return is_sentence and has_value and line.margin >= above.margin


def find_continued(sketch: Sketch, number: int) -> Slip | None:
    """Find such a line, and quote the whole value."""
    if not goes_on(sketch, number):
        return None
    line, above = sketch.lines[number], sketch.lines[number - 1]
    whole = Span(above.value_span.start, line.words.end)
    quoted = wrap(f"{above.value} {line.words.of(sketch.text)}")
    message = f"the value of `{above.key}` continues here and contains `: `"
    return Slip(line.words, message, f"quote it all: `{show(above.key, quoted)}`", (Edit(whole, quoted),))
