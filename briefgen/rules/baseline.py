"""Baselines: accepted diagnostics are hidden, so that in an old archive only new ones show.

An accepted diagnostic shows again when its sentence changes.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from msgspec import Struct, convert, to_builtins

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.expressions import expression
from briefgen.rules.catalogue import find_rule

_END = expression(r"[.!?…][”’\"')\]]*\s|\n")


class Fingerprint(NamedTuple):
    """Identifies a diagnostic by file, rule and sentence, independent of line numbers."""

    path: str
    code: str
    sentence: str
    """The first 16 hex digits of the SHA-256 of the sentence, case-folded."""


class Baseline(Struct, frozen=True):
    """The accepted diagnostics: how often each fingerprint is accepted."""

    counts: Counter[Fingerprint]

    def allowance(self) -> "Allowance":
        """Return a fresh allowance for one run, which filters diagnostics issue by issue."""
        return Allowance(Counter(self.counts))

    def to_json(self) -> object:
        """Return the data to write, sorted to keep diffs small."""
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
    """How many more times each fingerprint is accepted in this run."""

    def __init__(self, remaining: Counter[Fingerprint]) -> None:
        self.remaining = remaining

    def without_accepted(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the new diagnostics; if a fingerprint is accepted once, its second occurrence is new."""
        fresh = []
        for each in diagnostics:
            known = fingerprint(each)
            if self.remaining[known] > 0 and can_be_accepted(each):
                self.remaining[known] -= 1
            else:
                fresh.append(each)
        return tuple(fresh)

    def find_unused(self, names: Collection[str], *, idle: Collection[str] = ()) -> Counter[Fingerprint]:
        """Return the unused entries of the files in `names`, which must all have been checked.

        Entries of `idle` rules, which could not run, may still be needed.
        """
        unused = {known: count for known, count in self.remaining.items() if known.path in names and count > 0}
        return Counter({known: count for known, count in unused.items() if known.code not in idle})


def make_baseline(diagnostics: Iterable[Diagnostic]) -> Baseline:
    """Accept all diagnostics that can be accepted."""
    return Baseline(Counter(fingerprint(each) for each in diagnostics if can_be_accepted(each)))


def parse_baseline(data: object) -> Baseline:
    """Parse the data that `to_json` returned.

    Raises:
        ValueError: it has another structure.
    """
    entries = convert(data, _File).entries
    return Baseline(Counter({Fingerprint(each.path, each.code, each.sentence): each.count for each in entries}))


def fingerprint(diagnostic: Diagnostic) -> Fingerprint:
    """Return the fingerprint of a diagnostic."""
    text, span = diagnostic.document.text, diagnostic.finding.span
    begin = max((match.end() for match in _END.finditer(text, max(0, span.start - 2_000), span.start)), default=0)
    end = _END.search(text, span.end)
    sentence = " ".join(text[begin : end.start() + 1 if end else len(text)].split()).casefold()
    digest = hashlib.sha256(f"{sentence}".encode()).hexdigest()[:16]
    return Fingerprint(diagnostic.path.rpartition("/")[2], diagnostic.code, digest)


def can_be_accepted(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic can be accepted: it is not an error, and its rule can be silenced."""
    rule = find_rule(diagnostic.code)
    return diagnostic.severity is not Severity.ERROR and rule is not None and rule.can_be_silenced
