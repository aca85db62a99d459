"""Known reports: an old archive starts clean, and only what is new, or stands in a touched sentence, speaks."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from msgspec import Struct, convert, to_builtins

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.rules.catalogue import find_rule

_END = re.compile(r"[.!?…][”’\"')\]]*\s|\n")


class Known(NamedTuple):
    """A report by what it is about: the file, the rule, and the sentence, whatever line it has come to stand on."""

    path: str
    code: str
    sentence: str
    """The first 16 hex digits of the SHA-256 of the sentence, folded."""


class Baseline(Struct, frozen=True):
    """How often each report is known."""

    counts: Counter[Known]

    def allowance(self) -> "Allowance":
        """Return what may pass in one run, which hands in its reports issue by issue."""
        return Allowance(Counter(self.counts))

    def to_json(self) -> object:
        """Return what is written to the file, sorted so that it changes little."""
        return to_builtins(_File(1, [_Entry(*known, count) for known, count in sorted(self.counts.items())]))


class _Entry(Struct, frozen=True):
    path: str
    code: str
    sentence: str
    count: int


class _File(Struct, frozen=True):
    version: Literal[1]
    entries: list[_Entry]


class Allowance:
    """How often each known report may still come before it is new."""

    def __init__(self, left: Counter[Known]) -> None:
        self.left = left

    def without_known(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the reports that are new; of two alike in one sentence, of which one is known, the second is new."""
        fresh = []
        for each in diagnostics:
            known = identify(each)
            if self.left[known] > 0 and can_be_known(each):
                self.left[known] -= 1
            else:
                fresh.append(each)
        return tuple(fresh)

    def find_unused(self, names: Collection[str]) -> Counter[Known]:
        """Return the entries of some files that no report has answered to; `names` are those that were checked."""
        return Counter({known: count for known, count in self.left.items() if known.path in names and count > 0})


def make_baseline(diagnostics: Iterable[Diagnostic]) -> Baseline:
    """Take every report that may be known for known; what cannot be silenced cannot be known either."""
    return Baseline(Counter(identify(each) for each in diagnostics if can_be_known(each)))


def parse_baseline(data: object) -> Baseline:
    """Read what `to_json` wrote.

    Raises:
        ValueError: it is something else.
    """
    entries = convert(data, _File).entries
    return Baseline(Counter({Known(each.path, each.code, each.sentence): each.count for each in entries}))


def identify(diagnostic: Diagnostic) -> Known:
    """Return what a report is known by."""
    text, span = diagnostic.document.text, diagnostic.finding.span
    begin = max((match.end() for match in _END.finditer(text, max(0, span.start - 2_000), span.start)), default=0)
    end = _END.search(text, span.end)
    sentence = " ".join(text[begin : end.start() + 1 if end else len(text)].split()).casefold()
    digest = hashlib.sha256(f"{sentence}".encode()).hexdigest()[:16]
    return Known(diagnostic.path.rpartition("/")[2], diagnostic.code, digest)


def can_be_known(diagnostic: Diagnostic) -> bool:
    """Return whether a report may go into a baseline: not an error that makes the newsletter come out wrong."""
    rule = find_rule(diagnostic.code)
    return diagnostic.severity is not Severity.ERROR and rule is not None and rule.can_be_silenced
