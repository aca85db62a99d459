"""`labels:` renames known labels, and reports unknown ones."""

from briefgen.model import parse_publication
from briefgen.yamltext import parse_text


def said(text: str) -> list[tuple[str, str]]:
    return [(fault.finding.message, fault.finding.help) for fault in parse_publication(parse_text(text)).faults]


def test_a_label_may_be_renamed() -> None:
    publication = parse_publication(parse_text("labels: {contents: This month}\n")).record
    assert publication is not None
    assert publication.labels == {"contents": "This month"}


def test_an_unknown_name_gets_the_nearest_one_proposed() -> None:
    assert said("labels: {content: This month}\n") == [("`content` is not a label", "did you mean `contents`?")]
    assert said("labels: {masthead: X}\n") == [("`masthead` is not a label", "docs/languages.md lists the labels")]
