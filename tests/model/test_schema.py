"""The JSON Schemas for editors accept and refuse the same files as briefgen."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # It publishes no types.
import pytest
import yaml

from briefgen.model import (
    SCHEMAS,
    Reading,
    SchemaName,
    make_schema,
    parse_issue,
    parse_outlets,
    parse_publication,
    parse_terms,
)
from briefgen.yamltext import Document, parse_text
from tests.model.test_reading import GOOD

ROOT = Path(__file__).parents[2]
SOURCE = "sources: {{a: {{outlet: NYT, {}}}}}\n"
READERS: dict[SchemaName, Callable[[Document], Reading[Any]]] = {
    "issue": parse_issue,
    "publication": parse_publication,
    "outlets": parse_outlets,
    "terms": parse_terms,
}


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: a date is a text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if resolver[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parts_of(schema: object) -> Iterator[dict[str, Any]]:
    """Yield a schema and all the schemas in it."""
    match schema:
        case dict():
            yield schema
            for part in schema.values():
                yield from parts_of(part)
        case list():
            for part in schema:
                yield from parts_of(part)


def errors_of(name: SchemaName, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(make_schema(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, EditorLoader))]  # noqa: S506 - a safe loader


@pytest.mark.parametrize("path", sorted((ROOT / "issues").glob("[0-9]*.yaml")), ids=lambda path: path.stem)
def test_the_sample_issues_are_accepted(path: Path) -> None:
    assert errors_of("issue", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_knows_its_keys_and_no_others(name: SchemaName) -> None:
    schema = make_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == f"briefgen {name}"
    groups = [part for part in parts_of(schema) if "properties" in part]
    assert groups[0] == schema
    assert all(group["additionalProperties"] is False and group["description"] for group in groups)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_a_description(name: SchemaName) -> None:
    keys = [(key, value) for part in parts_of(make_schema(name)) for key, value in part.get("properties", {}).items()]
    assert keys
    assert [key for key, value in keys if not value.get("description", "").endswith(".")] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_pattern_has_an_error_message_in_words(name: SchemaName) -> None:
    said = [part.get("patternErrorMessage", "") for part in parts_of(make_schema(name)) if "pattern" in part]
    assert said
    assert [words for words in said if not re.fullmatch(r"expected [^\\^]+; (?:write|fill) [^\\^]+", words)] == []


@pytest.mark.parametrize(
    ("name", "text", "of"),
    [
        ("issue", GOOD.replace("2023-05-12", "2023-05"), "date"),
        ("issue", GOOD + SOURCE.format("language: english!"), "language"),
        ("issue", GOOD + "image: {file: a.svg}\n", "file"),
        ("issue", GOOD + "sources: {'a b': {outlet: NYT}}\n", "sources"),
        ("publication", "email: {from: me}\n", "from"),
        ("publication", "build: {theme: {9: red}}\n", "theme"),
        ("terms", "terms: [{expected: 'a*b'}]\n", "expected"),
    ],
)
def test_editors_show_the_same_messages_as_briefgen(name: SchemaName, text: str, of: str) -> None:
    [fault] = READERS[name](parse_text(text)).faults
    key = next(part["properties"][of] for part in parts_of(make_schema(name)) if of in part.get("properties", {}))
    words = key.get("propertyNames", key)["patternErrorMessage"]
    expected = fault.finding.message.rpartition("expected ")[2]
    assert words.partition("; ")[0] == f"expected {expected}"
    # For keys of the author's choice and pictures, briefgen's advice is more specific.
    assert words.endswith(fault.finding.help) or of in {"sources", "file"}


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("author: Jane Doe", "authors: [Jane, {name: Bo}]"),
        GOOD.replace("One", "1984"),
        GOOD + "ignore: E107\n",
        GOOD + "ignore: [E107, {rule: C104, reason: why}]\n",
        GOOD + "briefs:\nsources:\ncorrections:\n",
        GOOD + "x-desk: {editor: Bo}\n",
        GOOD + "image: {file: images/a.png, alt: ''}\n",
        GOOD + SOURCE.format("date: 2023"),
        GOOD + SOURCE.format("date: 2023-05, dead: true"),
        GOOD + SOURCE.format("date: undated, suffix: b"),
        GOOD + "sources: {a: {outlet: NO}}\n",
    ],
)
def test_the_schema_accepts_all_that_briefgen_accepts(text: str) -> None:
    assert parse_issue(parse_text(text)).record is not None
    assert errors_of("issue", text) == []


@pytest.mark.parametrize(
    "text",
    [
        GOOD + "sumary: x\n",
        GOOD.replace("2023-05-12", "May 12"),
        GOOD.replace("2023-05-12", "2023-05"),
        GOOD.replace("133", "-1"),
        GOOD.replace("One", "''"),
        GOOD.replace("One", '"One\\nTwo"'),
        GOOD.replace("  author: Jane Doe\n", ""),
        GOOD.replace("author: Jane Doe", "author: Jane\n  authors: [Bo]"),
        GOOD + "image: {file: ../a.png}\n",
        GOOD + "image: {file: a.svg}\n",
        GOOD + "corrections: [{text: x}]\n",
        GOOD + "sources: {'a b': {outlet: NYT}}\n",
        GOOD + "sources: {a: {date: 2023}}\n",
        GOOD + SOURCE.format("url: 'javascript:x'"),
        GOOD + SOURCE.format("dead: 'yes'"),
        GOOD + SOURCE.format("suffix: abc"),
        GOOD + SOURCE.format("language: english!"),
    ],
)
def test_the_schema_refuses_all_that_briefgen_refuses(text: str) -> None:
    assert parse_issue(parse_text(text)).faults
    assert errors_of("issue", text)


def test_the_other_schemas_agree_too() -> None:
    entry = "per_file: [{files: 12*.yaml, ignore: [C1]}, {files: [a.yaml]}]"
    assert parse_publication(parse_text(f"validate: {{{entry}}}")).record is not None
    assert errors_of("publication", f"validate: {{{entry}}}") == []
    style = "style: {citations: notes}\nvalidate: {severity: {C104: off}}\n"
    assert parse_publication(parse_text(style)).record is not None
    assert errors_of("publication", style.replace("off", "'off'")) == []
    assert errors_of("publication", "style: {citations: footnotes}\n")
    outlets = "outlets:\n- {id: nyt, name: NYT, ownership: private}\n"
    assert parse_outlets(parse_text(outlets)).record is not None
    assert errors_of("outlets", outlets) == []
    assert errors_of("outlets", outlets.replace("private", "secret"))
    terms = "terms:\n- {expected: Taiwan Strait, patterns: [Taiwan Straits], specs: [{from: a, to: a}], safe: true}\n"
    assert parse_terms(parse_text(terms)).record is not None
    assert errors_of("terms", terms) == []
    assert errors_of("terms", terms.replace("Straits", "St*its"))
