"""`briefgen rule` and `briefgen schema`: what the files may hold, and what is said of them."""

import json

from briefgen.build.faults import CommandFault
from briefgen.cli.terminal import report
from briefgen.model import SchemaName, make_schema, nearest
from briefgen.rules import RULES, Rule, find_rule


def run_schema(name: SchemaName) -> None:
    """Print the JSON Schema of an issue, or of one of the files beside it."""
    report(json.dumps(make_schema(name), ensure_ascii=False, indent=2) + "\n")


def run_rule(name: str | None) -> None:
    """Print the page of a rule, or a line for each."""
    if name is None:
        report("".join(f"{each.code}  {each.severity:<8}  {each.name:<24}  {each.summary}\n" for each in RULES))
        return
    found = find_rule(name)
    if found is None:
        raise unknown_rule(name)
    report(format_rule(found))


def unknown_rule(word: str) -> CommandFault:
    """Return what to say of a word that names no rule."""
    close = nearest(word, [name for rule in RULES for name in (rule.code, rule.name)])
    return CommandFault(
        f"there is no rule `{word}`", f"did you mean `{close}`?" if close else "`briefgen rule` lists them"
    )


def format_rule(rule: Rule) -> str:
    """Return a rule's page as text."""
    parts = [f"{rule.code} {rule.name} ({rule.severity})", rule.summary, rule.reason]
    for example in rule.examples:
        parts += ["Bad:", _indented(example.bad), "Reports:", _indented("\n".join(example.reports))]
        parts += ["Fixed:", _indented(example.fixed)] if example.fixed else []
        parts += ["Good:", _indented(example.good)] if example.good else []
    if not rule.can_be_silenced:
        parts.append("This rule cannot be ignored.")
    return "\n\n".join(part for part in parts if part) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
