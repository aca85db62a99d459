"""A rule: code, name, severity, check function, and documentation whose examples are tested."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript

Check = Callable[[Manuscript], Iterator[Finding]]
Merge = Callable[[Sequence[Finding]], Finding]

_PART = r"(?m)^(Bad|Reports|Fixed|Good):$"


class Example(Struct, frozen=True):
    """A fragment of an issue with its expected reports (`line:column message`) and the fixed fragment."""

    bad: str
    reports: tuple[str, ...]
    fixed: str = ""
    """The fragment after the rule's fix; empty if it has none."""
    good: str = ""
    """A corrected fragment, on which the rule reports nothing."""


class Rule(Struct, frozen=True, dict=True):
    """One rule.

    `check` yields findings; the runner adds code and severity. The docstring of its module is the documentation,
    and a test runs every example in it.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    needs_issue: bool = True
    """Whether it runs only on issues that parsed."""
    can_be_silenced: bool = True
    in_preview: bool = False
    languages: tuple[str, ...] | None = None
    """The languages it applies to, as primary subtags; None means all.

    The runner hides text in other languages from the rule.
    """
    more_in: tuple[str, ...] = ()
    """Where it applies to all languages, those in which it looks for more; its documentation says for what."""
    merge: Merge | None = None
    """Merges two or more findings with the same cause, once those that the author silenced are gone."""
    needs_spelling: bool = False
    """Whether it runs only if the spelling of the issue was checked, for which a program may be missing."""
    needs_mail: bool = False
    """Whether it runs only if the mail of the issue was measured, which most publications do not make."""
    is_opt_in: bool = False
    """Whether it only runs when selected by its exact code or name: it converts text that is not wrong."""

    @cached_property
    def _sections(self) -> tuple[tuple[str, str], ...]:
        import inspect  # noqa: PLC0415 - takes 5 ms, and only the documentation needs it

        text = inspect.cleandoc(inspect.getmodule(self.check).__doc__ or "")
        parts = re.split(_PART, text)
        heads = ["", *parts[1::2]]
        return tuple((head, inspect.cleandoc(body)) for head, body in zip(heads, parts[::2], strict=True))

    @property
    def summary(self) -> str:
        """The first paragraph of the documentation: one sentence that names the fault."""
        return self._sections[0][1].split("\n\n")[0]

    @property
    def reason(self) -> str:
        """The rest of the text before the examples: why it matters, and what the rule looks at."""
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
        """Return whether a `select` list includes this rule; an empty one includes all but preview and opt-in rules."""
        if self.is_opt_in:
            return any(word == self.name or word.upper() == self.code for word in words)
        return any(map(self.answers_to, words)) if words else not self.in_preview

    def answers_to(self, word: str) -> bool:
        """Return whether a word is this rule's name, its code, or a prefix of its code (`C1`)."""
        return word == self.name or (bool(word) and self.code.startswith(word.upper()))
