"""Diagnostics are compared by their fields, not by the document."""

from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.yamltext import Document, Span, parse_text


def diagnose(document: Document, message: str = "a fault") -> Diagnostic:
    return Diagnostic("X1", "x", Severity.NOTE, "7.yaml", Finding(span=Span(0, 1), message=message), document)


def test_two_that_say_the_same_are_one() -> None:
    one, other = diagnose(parse_text("a: b")), diagnose(parse_text("a: c"))
    assert one == other
    assert list(dict.fromkeys([one, other])) == [one]
    assert one != diagnose(one.document, "another fault")


def test_one_is_shown_without_its_text() -> None:
    assert "a fault" in repr(diagnose(parse_text("key: words")))
    assert "words" not in repr(diagnose(parse_text("key: words")))
