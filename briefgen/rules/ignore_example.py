"""Generates an example of how to silence a rule, based on the rule's first example."""

import re

from briefgen.expressions import expression
from briefgen.rules.rule import Rule

_REASON = "why this is right here"
_PLACE = expression(r"(?P<line>\d+):\d+ ")


def write_ignore(rule: Rule) -> str:
    """Return the `ignore:` that silences a rule at its usual location: a source, an item, an image, or the issue."""
    entry = f"- {{rule: {rule.name}, reason: {_REASON}}}"
    match owner_of(rule):
        case ("sources", str(key)):
            return f"sources:\n  {key}:\n    # the other keys of the source\n    ignore:\n      {entry}"
        case ("briefs", _):
            return f"briefs:\n  - title: The Title of the Item\n    ignore:\n      {entry}"
        case (("feature" | "image") as owner, _):
            return f"{owner}:\n  # the other keys\n  ignore:\n    {entry}"
        case _:
            return f"ignore:\n  {entry}"


def write_comment(rule: Rule) -> str:
    """Return the comment that silences a rule in the next paragraph, or "" if the rule is not about paragraphs."""
    lines, at = _reported(rule)
    for line in reversed(lines[:at]):
        if re.match(r" +body: [|>]", line):
            return f"<!-- briefgen: ignore {rule.name} {_REASON} -->"
        if re.match(r" *(?:- )?\w+:", line):
            break
    return ""


def owner_of(rule: Rule) -> tuple[str, str]:
    """Return the top-level key that a rule's first example reports on, and the key below it (of a source)."""
    lines, at = _reported(rule)
    below = ""
    for line in reversed(lines[: at + 1]):
        top = re.match(r"(?P<key>\w+):", line)
        if top is not None:
            is_one = top["key"] in {"briefs", "feature", "image", "sources"} and bool(below)
            return (top["key"], below) if is_one else ("", "")
        inner = re.match(r"  (?:- )?(?P<key>[\w.-]+):", line)
        below = below or (inner["key"] if inner else "")
    return "", ""


def _reported(rule: Rule) -> tuple[list[str], int]:
    """Return the lines of the first example, and the index of the reported line; -1 if there is none."""
    example = rule.examples[0] if rule.examples else None
    place = _PLACE.match(example.reports[0]) if example and example.reports else None
    return (example.bad.splitlines(), int(place["line"]) - 1) if example and place else ([], -1)
