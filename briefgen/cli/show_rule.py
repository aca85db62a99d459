"""`briefgen rule`: prints the documentation of rules."""

from textwrap import fill

from briefgen.cli.terminal import report
from briefgen.compile.errors import CommandError
from briefgen.model import nearest
from briefgen.rules import RULES, Rule, find_rule
from briefgen.rules.rule_page import Part, make_page, write_page

COLUMNS = 100


def run_rule(name: str | None) -> None:
    """Print the page of a rule, or a list of all rules."""
    if name is None:
        report("".join(f"{each.code}  {each.severity:<8}  {each.name:<24}  {each.summary}\n" for each in RULES))
        return
    found = find_rule(name)
    if found is None:
        raise unknown_rule(name)
    report(format_rule(found))


def unknown_rule(word: str) -> CommandError:
    """Return the error for a word that matches no rule."""
    close = nearest(word, [name for rule in RULES for name in (rule.code, rule.name)])
    return CommandError(
        f"there is no rule `{word}`", f"did you mean `{close}`?" if close else "`briefgen rule` lists them"
    )


def format_rule(rule: Rule) -> str:
    """Return a rule's page as text."""
    return write_page(make_page(rule, RULES), _format_part)


def _format_part(part: Part) -> str:
    match part.kind:
        case "yaml" | "markdown" | "report":
            return "\n".join(f"    {line}".rstrip() for line in part.text.splitlines())
        case "label":
            return f"{part.text}:"
        case "head":
            return f"{part.text}\n{'-' * len(part.text)}"
        case "title":
            return part.text
        case "rule":
            return fill(f"- {part.text}", COLUMNS, subsequent_indent="  ", break_on_hyphens=False)
        case _:
            # Paragraphs from docstrings are already wrapped, and may contain examples.
            return part.text if "\n" in part.text else fill(part.text, COLUMNS, break_on_hyphens=False)
