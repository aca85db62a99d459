"""What the documentation says of commands, rules and files, made from the code; and where it stands in the pages.

A generated part of a page stands between `<!-- made from the code: NAME -->` and `<!-- end -->`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby

from typer.main import get_command
from typer.testing import CliRunner

from briefgen.cli.app import app
from briefgen.compile.workflow_scaffold import UNKNOWN, Host, make_workflows
from briefgen.model import ENGLISH, LABEL_NAMES, SchemaName, make_schema
from briefgen.rules import RULES, Rule
from briefgen.rules.precision_data import MEASURED
from briefgen.rules.rule_page import Part, fix_of, make_page, write_page
from briefgen.rules.vocabulary.language_conventions import name_languages
from tests.benchmarks.page import make_speed
from tests.docs.limits import make_limits

Schema = Mapping[str, object]

_PART = re.compile(r"(?P<head><!-- made from the code: (?P<name>\w+) -->\n).*?(?P<tail><!-- end -->)", re.DOTALL)


def fill(page: str) -> str:
    """Put what the code says now into the generated parts of a page."""
    return _PART.sub(lambda found: f"{found['head']}\n{MAKERS[found['name']]()}\n{found['tail']}", page)


# Commands.


def find_commands() -> dict[str, frozenset[str]]:
    """The commands there are, in order, each with the options it takes."""
    program = get_command(app)
    return {
        name: frozenset(option for parameter in command.params for option in parameter.opts if option.startswith("-"))
        for name, command in getattr(program, "commands", {}).items()
    }


def run_briefgen(*words: str) -> str:
    """What a command prints that needs no files, on a terminal of 80 columns."""
    result = CliRunner().invoke(app, list(words), prog_name="briefgen", env={"COLUMNS": "80"}, terminal_width=80)
    assert result.exit_code == 0, result.output
    return str(result.output)


def make_commands() -> str:
    """A section for each command: what it says when asked for help."""
    helps = {"briefgen": run_briefgen("--help")}
    helps |= {f"briefgen {name}": run_briefgen(name, "--help") for name in find_commands()}
    return "\n".join(f"## {name}\n\n```text\n{text.strip()}\n```\n" for name, text in helps.items())


# Rules.


_FIX_MARKS = {"": "", "safe": "`[*]`", "unsafe": "`[~]`", "both": "`[*]` `[~]`"}


def make_index() -> str:
    """A table of the rules of each family, with links to their pages."""
    return "\n".join(_family(name, list(rules)) for name, rules in groupby(RULES, key=_family_of))


def _family(name: str, rules: Sequence[Rule]) -> str:
    head = (
        "| code | name | severity | fix | preview | languages | right | reports |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |"
    )
    return "\n".join([f"## {name.capitalize()}", "", head, *map(_index_row, rules), ""])


def _family_of(rule: Rule) -> str:
    """The folder that a rule lies in."""
    return rule.check.__module__.split(".")[-2]


def _index_row(rule: Rule) -> str:
    right, labelled, *_ = MEASURED.get(rule.code, (0, 0))
    cells = (
        f"[{rule.code}](rules/{page_of(rule)})",
        f"`{rule.name}`",
        str(rule.severity),
        _FIX_MARKS[fix_of(rule)],
        "yes" if rule.in_preview else "",
        _languages(rule),
        f"{right} of {labelled}" if labelled else "",
        _cell(rule.summary),
    )
    return re.sub(" +", " ", f"| {' | '.join(cells)} |")


def _languages(rule: Rule) -> str:
    """The language that a rule is for, or how many it is for; nothing for all, unless some of it is for fewer."""
    if rule.more_in:
        return f"all, more in {len(rule.more_in)}"
    codes = rule.languages or ()
    return name_languages(codes) if len(codes) == 1 else f"{len(codes)} languages" if codes else ""


def page_of(rule: Rule) -> str:
    """The file of a rule's page, in `docs/rules/`."""
    return f"{rule.code}-{rule.name}.md"


def make_rule(rule: Rule) -> str:
    """A rule's page: the words that `briefgen rule` prints, in the same order."""
    title, *parts = make_page(rule, RULES)
    return f"{_format_part(title)}\n\n[All rules](../rules.md)\n\n{write_page(parts, _format_part)}"


def _format_part(part: Part) -> str:
    forms: dict[str, Callable[[str], str]] = {
        "title": "# {}".format,
        "head": "## {}".format,
        "label": "{}:".format,
        "text": _prose,
        "yaml": partial(_block, "yaml"),
        "markdown": partial(_block, "markdown"),
        "report": partial(_block, "text"),
        "rule": partial(re.sub, r"^(\S+) ([\w-]+):", r"- [\1 \2](\1-\2.md):"),
    }
    return forms[part.kind](part.text)


def _block(kind: str, text: str) -> str:
    mark = "`" * max([3, *(len(run) + 1 for run in re.findall("`{3,}", text))])
    return f"{mark}{kind}\n{text}\n{mark}"


def _prose(text: str) -> str:
    """Plain words as Markdown: what stands indented in them is an example."""
    return re.sub(
        r"(?:^ {4}.*(?:\n|\Z))+",
        lambda found: "```text\n" + re.sub("^ {4}", "", found.group(), flags=re.MULTILINE).rstrip("\n") + "\n```\n",
        text,
        flags=re.MULTILINE,
    ).rstrip("\n")


# Files.

NAMES = {
    "Person": "author",
    "BuildOptions": "build",
    "Validation": "validate",
    "Mail": "email",
    "Brief": "briefs",
    "PerFile": "per_file",
    "Spec": "specs",
}
_PATTERNS = (
    ("undated", "a date: `2023-05-12`, `2023-05`, `2023` or `undated`"),
    ("[Hh][Tt][Tt][Pp]", "a web address"),
    ("[Pp][Nn][Gg]", "a path to a PNG, JPEG or WebP: `images/kiel.jpg`"),
    ("[A-Za-z]{2,3}", "a language tag: `en`, `zh-Hans`, `pt-BR`"),
)
CONDITIONS = {
    ("feature", "author"): "yes, or `authors`",
    ("feature", "authors"): "yes, or `author`",
    ("image", "alt"): "yes ([A101](rules/A101-image-without-alt.md))",
    ("source", "date"): "yes ([C201](rules/C201-missing-date.md))",
}
"""The keys that one of two must be there of, or that a rule requires with an error; by group and key."""
_FORMATS = {"date": "a day: `2023-05-12`", "email": "a mail address", "uri": "a web address"}


def make_file(name: SchemaName) -> str:
    """The keys of a file, and of the groups of keys in it, from its JSON Schema."""
    schema = make_schema(name)
    groups = _mapping(schema.get("$defs", {}))
    parts = [_table(schema)]
    for title in _in_order(schema, groups):
        group = _mapping(groups[title])
        parts += [f"### {_title(title)}", _text(group.get("description")), _table(group, _title(title))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _in_order(schema: Schema, groups: Schema) -> list[str]:
    """The groups of keys as a reader meets them in the file."""
    found: list[str] = []
    for title in re.findall(r"#/\$defs/(\w+)", str(schema.get("properties", {}))):
        for name in (title, *_in_order(_mapping(groups[title]), groups)):
            if name not in found:
                found.append(name)
    return found


def _table(group: Schema, name: str = "") -> str:
    required = _sequence(group.get("required", ()))
    lines = ["| key | required | value | meaning |", "| --- | --- | --- | --- |"]
    for key, described in _mapping(group["properties"]).items():
        value = _mapping(described)
        needed = CONDITIONS.get((name, key), "yes" if key in required else "no")
        default = _default(value.get("default"))
        meaning = _text(value.get("description"))
        lines.append(f"| `{key}` | {needed} | {_value(value)}{default} | {_cell(meaning)} |")
    return "\n".join(lines)


def _value(value: Schema) -> str:
    """What may be written for a key, in words, the shortest form first."""
    choices = [_mapping(each) for each in _sequence(value.get("anyOf", ())) if _mapping(each).get("type") != "null"]
    if choices:
        return " or ".join(sorted(dict.fromkeys(map(_value, choices)), key=len))
    if "$ref" in value:
        title = _title(str(value["$ref"]).rpartition("/")[2])
        return f"a group of keys ([{title}](#{title}))"
    if "enum" in value:
        return ", ".join(f"`{each}`" for each in _sequence(value["enum"]))
    return _typed(value)


def _typed(value: Schema) -> str:
    kinds = value.get("type")
    match [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind != "null"]:
        case ["array", *alone]:
            entries = f"a list; each entry is {_value(_mapping(value['items']))}"
            return f"text or {entries}" if alone else entries
        case ["object"]:
            return f"a group of names; each has {_value(_mapping(value['additionalProperties']))}"
        case ["integer"]:
            return "a whole number"
        case ["boolean"]:
            return "`true` or `false`"
        case _:
            return _string(value)


def _string(value: Schema) -> str:
    pattern = str(value.get("pattern", ""))
    known = next((words for part, words in _PATTERNS if part in pattern), "")
    longest = f", at most {value['maxLength']} characters" if "maxLength" in value and not known else ""
    return known or _FORMATS.get(str(value.get("format")), "text") + longest


def _title(name: str) -> str:
    return NAMES.get(name, name.lower())


def _default(value: object) -> str:
    """The default, unless it is nothing, or the defaults of a group of keys, which have a table of their own."""
    match value:
        case str() if value:
            return f"; default `{value}`"
        case list() if value:
            return f"; default {', '.join(f'`{each}`' for each in value)}"
        case True:
            return "; default `true`"
        case _:
            return ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _mapping(value: object) -> Schema:
    return value if isinstance(value, dict) else {}


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def make_labels() -> str:
    """Every label with its words in English."""
    rows = (f"| `{name}` | `{getattr(ENGLISH, name)}` |" for name in LABEL_NAMES)
    return "\n".join(["", "| label | in English |", "| --- | --- |", *rows, ""])


# Workflows.


def make_workflow(host: Host) -> str:
    """The workflow that `init` writes, where it does not know the repository of briefgen."""
    [text] = make_workflows([host], UNKNOWN).values()
    return _block("yaml", text.rstrip("\n"))


MAKERS: Mapping[str, Callable[[], str]] = {
    "limits": make_limits,
    "speed": make_speed,
    "labels": make_labels,
    "commands": make_commands,
    "rules": make_index,
    "issue": lambda: make_file("issue"),
    "publication": lambda: make_file("publication"),
    "outlets": lambda: make_file("outlets"),
    "terms": lambda: make_file("terms"),
    "github": lambda: make_workflow("github"),
    "gitlab": lambda: make_workflow("gitlab"),
}
