"""`briefgen rule`: explains a rule, or lists all."""

from typing import Annotated

import typer

from briefgen.build.faults import CommandFault
from briefgen.cli.terminal import report
from briefgen.model import nearest
from briefgen.rules import RULES, Rule, find_rule


def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="[CODE|NAME]", help="Which rule; all are listed when left out.")
    ] = None,
) -> None:
    """Explain a rule, or list all rules."""
    if name is None:
        report("".join(f"{each.code}  {each.severity:<8}  {each.name:<24}  {each.summary}\n" for each in RULES))
        return
    found = find_rule(name)
    if found is None:
        close = nearest(name, [word for each in RULES for word in (each.code, each.name)])
        message = f"there is no rule `{name}`"
        raise CommandFault(message, f"did you mean `{close}`?" if close else "`briefgen rule` lists them")
    report(format_rule(found))


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
