"""A rule: its code and name, how loudly it speaks, and the documentation that proves it."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript

Check = Callable[[Manuscript], Iterator[Finding]]

_PART = r"(?m)^(Bad|Reports|Fixed|Good):$"


class Example(Struct, frozen=True):
    """A fragment of an issue, what is reported of it (`line:column message`), and the fragment fixed."""

    bad: str
    reports: tuple[str, ...]
    fixed: str = ""
    """After the fix of the rule; empty when it has none."""
    good: str = ""
    """What to write instead, silent under the rule."""


class Rule(Struct, frozen=True, dict=True):
    """One thing a careful copy editor would say.

    `check` yields findings; the runner gives them code and severity. Its module's docstring is the
    documentation, and a test runs every example in it.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    needs_issue: bool = True
    """Runs only when the issue has the right shape."""
    can_be_silenced: bool = True
    in_preview: bool = False
    languages: tuple[str, ...] | None = None
    """The languages that it speaks for, as primary subtags; all when nothing is said.

    The runner hands the rule nothing in another language.
    """
    is_asked_for: bool = False
    """It converts what is no fault, and speaks only when it is selected by its own code or name."""

    @cached_property
    def _sections(self) -> tuple[tuple[str, str], ...]:
        import inspect  # noqa: PLC0415 - 5 ms for those who read the documentation, and for no others

        text = inspect.cleandoc(inspect.getmodule(self.check).__doc__ or "")
        parts = re.split(_PART, text)
        heads = ["", *parts[1::2]]
        return tuple((head, inspect.cleandoc(body)) for head, body in zip(heads, parts[::2], strict=True))

    @property
    def summary(self) -> str:
        """One sentence that names the fault."""
        return self._sections[0][1].split("\n\n")[0]

    @property
    def reason(self) -> str:
        """Why it costs the reader, and what the rule looks at."""
        return self._sections[0][1].partition("\n\n")[2]

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples of the documentation, in order."""
        found: list[Example] = []
        parts: dict[str, str] = {}
        for head, body in (*self._sections[1:], ("Bad", "")):
            if head == "Bad" and parts:
                reports = tuple(parts.get("Reports", "").splitlines())
                found.append(Example(parts["Bad"], reports, parts.get("Fixed", ""), parts.get("Good", "")))
                parts = {}
            parts[head] = body
        return tuple(found)

    def is_selected_by(self, words: Sequence[str]) -> bool:
        """Return whether a `select` means this rule; without words it means all but those that wait to be asked."""
        if self.is_asked_for:
            return any(word == self.name or word.upper() == self.code for word in words)
        return any(map(self.answers_to, words)) if words else not self.in_preview

    def answers_to(self, word: str) -> bool:
        """Return whether a word is this rule's code or name, or the beginning of its code (`C1`)."""
        return word == self.name or (bool(word) and self.code.startswith(word.upper()))
