"""The report for people: each diagnostic with its line of text, carets and help."""

from collections.abc import Iterable, Iterator

from briefgen.diagnostics import Diagnostic, Related, Severity
from briefgen.reports.terminal_width import cut_end, cut_start, width
from briefgen.reports.visible import show

DEFAULT_WIDTH = 100
_LEAST_WIDTH = 50
_SHARE_BEFORE = 0.45
_PLAIN_RELATED = frozenset({"also", "here too"})
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def format_full(diagnostics: Iterable[Diagnostic], *, columns: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """Format the report; `columns` is the width of the terminal in cells."""
    painter = _Painter(colour=colour, columns=max(columns, _LEAST_WIDTH))
    return "".join("\n".join(painter.lines(diagnostic)) + "\n\n" for diagnostic in diagnostics)


class _Painter:
    def __init__(self, *, colour: bool, columns: int) -> None:
        self.colour = colour
        self.columns = columns

    def lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        """Yield the lines for one diagnostic."""
        finding, start = diagnostic.finding, diagnostic.start
        head = self._paint(f"{diagnostic.severity}[{diagnostic.code}]", _COLOURS[diagnostic.severity])
        message = self._paint(show(finding.message), "1")
        yield f"{head} {diagnostic.name}{_mark(diagnostic)}: {message}"
        gutter = " " * len(str(start.line))
        arrow, bar = self._paint("-->", "34"), self._paint("|", "34")
        yield f"{gutter} {arrow} {show(diagnostic.path)}:{start.line}:{start.column}"
        yield f"{gutter} {bar}"
        excerpt, carets = self._excerpt(diagnostic, self.columns - len(gutter) - 3)
        number = self._paint(str(start.line), "34")
        yield f"{number} {bar} {excerpt}"
        label = f" {show(finding.label)}" if finding.label else ""
        yield f"{gutter} {bar} {self._paint(carets + label, _COLOURS[diagnostic.severity])}"
        for line in _related(diagnostic):
            yield f"{gutter} = {line}"
        if finding.help:
            yield f"{gutter} = {self._paint('help', '1;32')}: {show(finding.help)}"

    def _excerpt(self, diagnostic: Diagnostic, room: int) -> tuple[str, str]:
        """Return the line of the span, cut to `room` cells, and the carets below the span."""
        start, end = diagnostic.start, diagnostic.end
        line = diagnostic.document.lines.line(start.line)
        last = end.column - 1 if end.line == start.line else len(line)
        # A paragraph may be one line of thousands of characters: process only what may be visible.
        first = max(0, start.column - 1 - 2 * room)
        is_cut = first > 0 or len(line) > last + 2 * room
        before, words, after = (
            show(part)
            for part in (line[first : start.column - 1], line[start.column - 1 : last], line[last : last + 2 * room])
        )
        is_long = is_cut or width(before) + width(words) + width(after) > room
        before = cut_start(before, int(room * _SHARE_BEFORE)) if is_long else before
        shown = cut_end(words, max(room - width(before), 8))
        after = cut_end(after, max(room - width(before) - width(words), 0)) if shown == words else ""
        words = shown
        return (before + words + after).rstrip(), " " * width(before) + "^" * max(width(words), 1)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def _mark(diagnostic: Diagnostic) -> str:
    match diagnostic.finding.fix:
        case None:
            return ""
        case fix:
            return " [*]" if fix.is_safe else " [~]"


def _related(diagnostic: Diagnostic) -> Iterator[str]:
    places = [(related, _place(diagnostic, related)) for related in diagnostic.finding.related]
    plain = [place for related, place in places if related.message in _PLAIN_RELATED]
    if plain:
        yield f"also: {', '.join(plain)}"
    for related, place in places:
        if related.message not in _PLAIN_RELATED:
            yield f"{place}: {show(related.message)}"


def _place(diagnostic: Diagnostic, related: Related) -> str:
    if related.path:
        return show(related.path) if related.position is None else f"{show(related.path)}:{related.position.line}"
    position = diagnostic.document.lines.position(related.span.start)
    return f"{position.line}:{position.column}"
