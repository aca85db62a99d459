"""Error recovery: repairs a mistake temporarily, so that the rest of the text can be parsed and checked too."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

import yaml
from msgspec import Struct

from briefgen.yamltext.edits import Edit, apply_edits
from briefgen.yamltext.explain import explain_yaml_error
from briefgen.yamltext.sketch import Sketch
from briefgen.yamltext.slips import Slip, find_conflict, find_slips
from briefgen.yamltext.span import Span

MAX_ROUNDS = 20
# Repairs are tried one by one, and each attempt parses the text again.
MAX_LENGTH = 64 * 1024
MAX_PARSES = 80

Parse = Callable[[str], yaml.YAMLError | None]
"""Returns the parser's error for a text, or None if it parses."""


class _BudgetedParser:
    """A parser with a budget of attempts, so that a file full of slips does not take long."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self.remaining = MAX_PARSES

    def parse(self, text: str) -> yaml.YAMLError | None:
        self.remaining -= 1
        return self._parse(text)


class _Round:
    """The edits of one repair, which tell where in the text before it a place of the text after it was."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.span)
        self._starts: list[int] = []
        """Of each edit, in the text after the repair."""
        self._moved = [0]
        """By how much what stands behind so many edits has moved."""
        for edit in self._edits:
            self._starts.append(edit.span.start + self._moved[-1])
            self._moved.append(self._moved[-1] + len(edit.text) - (edit.span.end - edit.span.start))

    def map_back(self, offset: int) -> int:
        """Return the offset before the repair; within a repair, one in what it has replaced."""
        before = bisect_right(self._starts, offset)
        if before:
            edit, start = self._edits[before - 1], self._starts[before - 1]
            if offset < start + len(edit.text):
                return min(edit.span.start + offset - start, edit.span.end)
        return max(0, offset - self._moved[before])


class Recovery(Struct, frozen=True):
    """The slips found in a text, in order, and the text with all of them repaired."""

    slips: tuple[Slip, ...]
    text: str
    """The repaired text; it still does not parse if some slips were not recognized."""
    rounds: tuple[_Round, ...]

    def original_span(self, span: Span) -> Span:
        """Return the span in the original text that corresponds to a span in the repaired one."""
        start, end = span
        for each in reversed(self.rounds):
            start, end = each.map_back(start), each.map_back(end)
        return Span(start, max(start, end))


def recover(text: str, error: yaml.YAMLError, parse: Parse) -> Recovery:
    """Find the slips that keep a text from being parsed."""
    parser = _BudgetedParser(parse)
    conflict = find_conflict(Sketch(text))
    if conflict is not None:
        return Recovery((conflict,), text, ())
    done = Recovery((), text, ())
    pending: yaml.YAMLError | None = error
    for _ in range(MAX_ROUNDS if len(text) <= MAX_LENGTH else 0):
        found = _find_next(done.text, pending, parser) if pending is not None else []
        if not found:
            break
        edits = tuple(dict.fromkeys(edit for slip in found for edit in slip.edits))
        slips = tuple(_in_original(slip, done, text) for slip in found)
        done = Recovery((*done.slips, *slips), apply_edits(done.text, edits), (*done.rounds, _Round(edits)))
        pending = parser.parse(done.text)
    if pending is not None and not (done.slips and len(done.rounds) == MAX_ROUNDS):
        slip = _in_original(Slip(*explain_yaml_error(done.text, pending)), done, text)
        # An error on a line that we repaired temporarily may be our own doing.
        start = text.rfind("\n", 0, slip.span.start) + 1
        end = start + len(text[start:].partition("\n")[0])
        if not any(start <= edit.span.start <= end for each in done.slips for edit in each.edits):
            done = Recovery((*done.slips, slip), done.text, done.rounds)
    return done


def _find_next(text: str, error: yaml.YAMLError, parser: _BudgetedParser) -> list[Slip]:
    """Return the smallest set of slips whose repair lets the parser get further."""
    remaining = _remaining(text, error)
    for candidates in find_slips(text, _offset(text, error)):
        slips = _without_overlaps(candidates)
        if slips and parser.remaining > 0 and _remaining_after(text, slips, parser) < remaining:
            return _minimal(text, slips, parser)
    return []


def _minimal(text: str, slips: list[Slip], parser: _BudgetedParser) -> list[Slip]:
    """Drop slips that need no repair: they only look like slips."""
    kept, best = slips, _remaining_after(text, slips, parser)
    for slip in slips:
        if parser.remaining <= 0:
            break
        without = [each for each in kept if each is not slip]
        if _remaining_after(text, without, parser) <= best:
            kept = without
    return kept


def _without_overlaps(slips: Sequence[Slip]) -> list[Slip]:
    """Drop slips that overlap an earlier one; they are retried after it has been repaired."""
    kept: list[Slip] = []
    # One byte for each offset of the text: to compare each span with every other would take forever on many slips.
    taken = bytearray(1 + max((edit.span.end for slip in slips for edit in slip.edits), default=0))
    for slip in slips:
        spans = [edit.span for edit in slip.edits]
        if spans and all(taken.find(1, span.start, span.end + 1) < 0 for span in spans):
            kept.append(slip)
            for span in spans:
                taken[span.start : span.end + 1] = b"\1" * (span.end + 1 - span.start)
    return kept


Remaining = tuple[int, int]
"""How many lines, and characters of the last line, the parser did not reach."""


def _remaining_after(text: str, slips: Sequence[Slip], parser: _BudgetedParser) -> Remaining:
    fixed = apply_edits(text, (edit for slip in slips for edit in slip.edits))
    error = parser.parse(fixed)
    return _remaining(fixed, error) if error is not None else (-1, 0)


def _remaining(text: str, error: yaml.YAMLError) -> Remaining:
    at = _offset(text, error)
    end = text.find("\n", at)
    return text.count("\n", at), (end if end >= 0 else len(text)) - at


def _offset(text: str, error: yaml.YAMLError) -> int:
    """Return the offset where the parser stopped; for an unclosed quotation, the offset of its opening mark."""
    is_endless = "end of stream" in str(getattr(error, "problem", ""))
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    mark = next((mark for mark in (marks[::-1] if is_endless else marks) if mark is not None), None)
    return min(mark.index, len(text)) if mark is not None else 0


def _in_original(slip: Slip, done: Recovery, text: str) -> Slip:
    """Translate a slip from the repaired text to the original; drops edits that touch repaired text."""
    edits = tuple(Edit(done.original_span(edit.span), edit.text) for edit in slip.edits)
    same = all(new.span.of(text) == old.span.of(done.text) for new, old in zip(edits, slip.edits, strict=True))
    related = tuple((done.original_span(span), words) for span, words in slip.related)
    return slip._replace(span=done.original_span(slip.span), edits=edits if same else (), related=related)
