"""The documentation page of a rule, shared by the documentation and `briefgen rule`."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from briefgen.diagnostics import Severity
from briefgen.rules.ignore_example import write_comment, write_ignore
from briefgen.rules.precision import describe_precision
from briefgen.rules.precision_data import FIXES
from briefgen.rules.rule import Example, Rule
from briefgen.rules.vocabulary.language_conventions import name_languages

PartKind = Literal["title", "head", "label", "text", "yaml", "markdown", "report", "rule"]

_SEVERITIES = {
    Severity.ERROR: "An error: the issue would come out wrong, so it is not built until this is fixed.",
    Severity.WARNING: "A warning: readers would be worse served, but the issue is built all the same.",
    Severity.NOTE: "A note: something the editor may want to know.",
}
_FIXES = {
    "": "It has no fix.",
    "safe": "Its fix, marked [*], never changes a word; make it with `briefgen validate --fix`.",
    "unsafe": "Its fix, marked [~], may change the meaning; preview it with `--diff`, make it with `--unsafe-fixes`.",
    "both": "`--fix` makes fixes marked [*], which never change a word; `--unsafe-fixes` makes those marked [~] too.",
}


class Part(Struct, frozen=True):
    """A part of a page: a heading, a paragraph, an example, or a line about a related rule."""

    kind: PartKind
    text: str


def make_page(rule: Rule, rules: Sequence[Rule]) -> tuple[Part, ...]:
    """Return the parts of a rule's page; `rules` is the list of all rules."""
    return (
        Part("title", f"{rule.code} {rule.name}"),
        Part("text", rule.summary),
        *([Part("text", rule.reason)] if rule.reason else []),
        *([Part("text", _describe_languages(rule))] if rule.languages or rule.more_in else []),
        *(part for example in rule.examples for part in _example(example)),
        Part("head", "Severity and fix"),
        Part("text", _describe_severity(rule)),
        Part("head", "How to silence it"),
        *_silence(rule),
        Part("head", "How often it is right"),
        Part("text", describe_precision(rule.code)),
        *_neighbours(rule, rules),
    )


def _describe_languages(rule: Rule) -> str:
    if rule.more_in:
        return f"Languages: all; more is looked for in {name_languages(rule.more_in)}."
    return f"Languages: {name_languages(rule.languages or ())}."


def write_page(parts: Sequence[Part], form: Callable[[Part], str]) -> str:
    """Join the formatted parts with blank lines, except between related rules."""
    lines = "".join(form(part) + ("\n" if part.kind == "rule" else "\n\n") for part in parts)
    return lines.rstrip("\n") + "\n"


def fix_of(rule: Rule) -> str:
    """Return the kind of fixes a rule has: `safe`, `unsafe`, `both`, or ""."""
    return FIXES.get(rule.code, "")


def _example(example: Example) -> Iterator[Part]:
    yield from (Part("label", "Bad"), Part("yaml", example.bad))
    yield from (Part("label", "Reports"), Part("report", "\n".join(example.reports)))
    for label, text in (("Fixed", example.fixed), ("Good", example.good)):
        if text:
            yield from (Part("label", label), Part("yaml", text))


def _describe_severity(rule: Rule) -> str:
    preview = f"In preview: it runs only when selected, as with `--select {rule.code}`." if rule.in_preview else ""
    return " ".join(part for part in (_SEVERITIES[rule.severity], _FIXES[fix_of(rule)], preview) if part)


def _silence(rule: Rule) -> Iterator[Part]:
    if not rule.can_be_silenced:
        yield Part("text", "This rule cannot be silenced: whatever it reports has to be fixed.")
        return
    comment = write_comment(rule)
    if rule.needs_issue:
        yield from (Part("text", "With an entry in the issue file:"), Part("yaml", write_ignore(rule)))
    else:
        yield Part(
            "text",
            "It cannot be silenced in the issue file, because its reports mean that the file could not be read.",
        )
    if comment:
        yield Part("text", "Or, in a body, with a comment before the paragraph, which is never printed:")
        yield Part("markdown", comment)
    yield Part("text", f"Or, for all issues, with `validate: {{ignore: [{rule.name}]}}` in `publication.yaml`.")


def _neighbours(rule: Rule, rules: Sequence[Rule]) -> Iterator[Part]:
    """Yield the other rules whose codes share the first two characters: `C1` citation form, `C3` addresses."""
    others = [each for each in rules if each.code[:2] == rule.code[:2] and each is not rule]
    if others:
        yield Part("head", "Related rules")
        yield from (Part("rule", f"{each.code} {each.name}: {each.summary}") for each in others)
