"""The cure for most values that YAML does not read as text: quotation marks around them."""

from briefgen.expressions import expression
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.quotation_marks import show, wrap
from briefgen.yamltext.sketch import Line
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

SIGNS = "*&!%@`,]}"
"""With one of these at its beginning, a value without quotation marks is not text."""
_ADDRESS = expression(
    r"(?:\[[^\]]*\]\(<?(?=https?://)|!\[[^\]]*\]\()(?P<linked>[^\s<>)]+)>?\)|`(?P<ticked>https?://[^\s`]+)`"
)


def quote_value(line: Line, message: str, span: Span | None = None) -> Slip:
    """Return a slip whose edit quotes the whole value."""
    value = line.plain or line.value
    place = Span(line.value_span.start, line.value_span.start + len(value))
    address = _ADDRESS.fullmatch(value)
    if address is not None:
        bare = address["linked"] or address["ticked"]
        return Slip(place, message, f"write the address alone: `{show(line.key, bare)}`", (Edit(place, bare),))
    quoted = wrap(value)
    return Slip(span or place, message, f"quote it: `{show(line.key, quoted)}`", (Edit(place, quoted),))
