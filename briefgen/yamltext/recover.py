"""Reads on behind a fault: what a writer did is undone for a moment, and the rest of the text is read too."""

from collections.abc import Callable, Sequence

import yaml
from msgspec import Struct

from briefgen.yamltext.edits import Edit, apply_edits
from briefgen.yamltext.explain import explain_yaml_error
from briefgen.yamltext.sketch import Sketch
from briefgen.yamltext.slips import Slip, find_conflict, find_slips
from briefgen.yamltext.span import Span

MAX_ROUNDS = 20
# Undoing is tried slip by slip, and each trial parses the text again.
MAX_LENGTH = 64 * 1024
MAX_PARSES = 80

Parse = Callable[[str], yaml.YAMLError | None]
"""Returns what keeps a text from being parsed."""


class _Trials:
    """Parses texts, so many of them: a file full of slips must not keep anyone waiting."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self.left = MAX_PARSES

    def parse(self, text: str) -> yaml.YAMLError | None:
        self.left -= 1
        return self._parse(text)


class Recovery(Struct, frozen=True):
    """What was done to a text, in the order in which it was found, and the text without it."""

    slips: tuple[Slip, ...]
    text: str
    """As it would be read; still no YAML where not all was understood."""
    rounds: tuple[tuple[Edit, ...], ...]

    def place(self, span: Span) -> Span:
        """Return where in the text as it was written a span of the fixed one stands."""
        start, end = (_place(offset, self.rounds) for offset in span)
        return Span(start, max(start, end))


def recover(text: str, error: yaml.YAMLError, parse: Parse) -> Recovery:
    """Return what a writer did to a text that cannot be parsed."""
    trials = _Trials(parse)
    conflict = find_conflict(Sketch(text))
    if conflict is not None:
        return Recovery((conflict,), text, ())
    done = Recovery((), text, ())
    trouble: yaml.YAMLError | None = error
    for _ in range(MAX_ROUNDS if len(text) <= MAX_LENGTH else 0):
        found = _find_next(done.text, trouble, trials) if trouble is not None else []
        if not found:
            break
        edits = tuple(dict.fromkeys(edit for slip in found for edit in slip.edits))
        slips = tuple(_placed(slip, done, text) for slip in found)
        done = Recovery((*done.slips, *slips), apply_edits(done.text, edits), (*done.rounds, edits))
        trouble = trials.parse(done.text)
    if trouble is not None and not (done.slips and len(done.rounds) == MAX_ROUNDS):
        slip = _placed(Slip(*explain_yaml_error(done.text, trouble)), done, text)
        # Trouble on a line that was fixed for a moment is of our making.
        if _line(text, slip.span) not in {_line(text, edit.span) for each in done.slips for edit in each.edits}:
            done = Recovery((*done.slips, slip), done.text, done.rounds)
    return done


def _line(text: str, span: Span) -> int:
    return text.count("\n", 0, span.start)


def _find_next(text: str, error: yaml.YAMLError, trials: _Trials) -> list[Slip]:
    """Return what has to be undone so that the parser comes further; no slip among it could be left alone."""
    left = _left(text, error)
    for candidates in find_slips(text, _offset(text, error)):
        slips = _apart(candidates)
        if slips and trials.left > 0 and _left_after(text, slips, trials) < left:
            return _needed(text, slips, trials)
    return []


def _needed(text: str, slips: list[Slip], trials: _Trials) -> list[Slip]:
    """Leave out what need not be undone: it looks like a slip and is none."""
    kept, best = slips, _left_after(text, slips, trials)
    for slip in slips:
        if trials.left <= 0:
            break
        without = [each for each in kept if each is not slip]
        if _left_after(text, without, trials) <= best:
            kept = without
    return kept


def _apart(slips: Sequence[Slip]) -> list[Slip]:
    """Leave out what touches the words of another: its turn comes when that is undone."""
    kept: list[Slip] = []
    taken: list[Span] = []
    for slip in slips:
        spans = [edit.span for edit in slip.edits]
        if spans and all(span.end < other.start or other.end < span.start for span in spans for other in taken):
            kept.append(slip)
            taken += spans
    return kept


Left = tuple[int, int]
"""How many lines, and characters of a line, the parser did not get to."""


def _left_after(text: str, slips: Sequence[Slip], trials: _Trials) -> Left:
    fixed = apply_edits(text, (edit for slip in slips for edit in slip.edits))
    error = trials.parse(fixed)
    return _left(fixed, error) if error is not None else (-1, 0)


def _left(text: str, error: yaml.YAMLError) -> Left:
    at = _offset(text, error)
    end = text.find("\n", at)
    return text.count("\n", at), (end if end >= 0 else len(text)) - at


def _offset(text: str, error: yaml.YAMLError) -> int:
    """Return where the parser gave up; of a quotation that is never closed, where it begins."""
    is_endless = "end of stream" in str(getattr(error, "problem", ""))
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    mark = next((mark for mark in (marks[::-1] if is_endless else marks) if mark is not None), None)
    return min(mark.index, len(text)) if mark is not None else 0


def _placed(slip: Slip, done: Recovery, text: str) -> Slip:
    """Return a slip of a fixed text as one of the text that was written; edits of fixed words are no use there."""
    edits = tuple(Edit(done.place(edit.span), edit.text) for edit in slip.edits)
    same = all(new.span.of(text) == old.span.of(done.text) for new, old in zip(edits, slip.edits, strict=True))
    related = tuple((done.place(span), words) for span, words in slip.related)
    return slip._replace(span=done.place(slip.span), edits=edits if same else (), related=related)


def _place(offset: int, rounds: Sequence[tuple[Edit, ...]]) -> int:
    for edits in reversed(rounds):
        offset = _undone(offset, edits)
    return offset


def _undone(offset: int, edits: tuple[Edit, ...]) -> int:
    moved = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start = edit.span.start + moved
        if offset < start:
            break
        if offset < start + len(edit.text):
            return min(edit.span.start + offset - start, edit.span.end)
        moved += len(edit.text) - (edit.span.end - edit.span.start)
    return max(0, offset - moved)
