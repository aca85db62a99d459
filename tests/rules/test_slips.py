"""Slips that others collected: each is told where it was made, by the rule that knows it, and what is none is not."""

from functools import cache
from pathlib import Path

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import ImageFact, read_manuscript
from briefgen.model import Outlets, Publication
from briefgen.rules import run_rules
from briefgen.yamltext import parse_document
from tests.shared import shared_file

# Where the first report stands that the issue without the slip does not have.
TOLD = {
    "apostrophe-in-single": "20:21 S001",
    "author-and-authors": "7:3 S003",
    "author-brace-colon": "7:34 S001",
    "author-list": "7:11 S003",
    "body-bare-multi": "21:5 S001",
    "body-dedent-2nd-para": "15:3 S001",
    "body-empty": "12:9 S003",
    "body-gt": "12:9 S012",
    "body-not-indented": "13:1 S001",
    "brief-dash-missing": "20:5 S003",
    "brief-extra-field": "21:5 S002",
    "bullet-char": "13:5 S013",
    "correction-str": "40:14 S003",
    "curly-unbalanced-title": "20:12 T101",
    "curly-yaml-quotes-url": "39:10 S003",
    "date-impossible": "27:11 S003",
    "date-nd": "37:11 S003",
    "date-singledigit": "27:11 S003",
    "dup-key": "4:1 S001",
    "dup-source": "30:3 S001",
    "front-matter": "41:1 S001",
    "hash-in-title": "20:25 S011",
    "image-missing": "9:11 S010",
    "image-url": "9:11 S003",
    "image-wrong-dir": "9:11 S010",
    "key-capital": "6:3 S002",
    "latin1": "7:23 S001",
    "missing-author": "5:1 S003",
    "missing-end-quote": "6:10 S001",
    "missing-start-quote": "6:35 T101",
    "nbsp-indent": "6:1 S001",
    "no-colon": "3:1 S001",
    "no-space-after-colon-nested": "26:5 S001",
    "number-no": "1:9 S003",
    "number-text": "1:9 S003",
    "pipe-after-text": "12:11 S001",
    "source-headline": "38:5 S002",
    "source-key-space": "35:3 S003",
    "source-link": "39:5 S002",
    "sources-as-list": "25:3 S001",
    "sources-empty-braces": "24:10 S001",
    "summary-multi": "4:1 S001",
    "tab-indent": "6:1 S001",
    "text-for-list-briefs": "20:3 S003",
    "title-amp": "20:12 S001",
    "title-backtick": "20:12 S001",
    "title-brace": "20:12 S001",
    "title-dash-start": "20:12 S001",
    "title-gt": "20:12 S001",
    "title-null": "20:12 S003",
    "title-pct": "20:12 S001",
    "title-q": "38:12 S001",
    "title-quote-mid": "38:19 S001",
    "title-starts-percent": "20:23 S001",
    "title-starts-star": "20:12 S001",
    "title-starts-with-bracket": "20:12 S001",
    "title-tilde": "20:12 S003",
    "todo": "13:59 S005",
    "unquoted-colon-brief": "20:12 S001",
    "url-comma-two": "39:10 S003",
    "xxx": "13:58 S005",
}
NO_SLIPS = ("bom", "crlf", "outlet-the", "title-yes", "body-quoted", "url-hash", "source-key-number")
IMAGES = {
    "images/lock.png": ImageFact(width=1200, height=800),
    "images/lok.png": ImageFact(problem="there is no `images/lok.png`"),
    "lock.png": ImageFact(problem="there is no `lock.png`"),
}


@cache
def outlets() -> Outlets:
    return load_shipped_outlets()


@cache
def folder() -> Path:
    return shared_file("cases/slips")


def diagnose(name: str) -> tuple[Diagnostic, ...]:
    document = parse_document((folder() / f"{name}.yaml").read_bytes())
    publication = Publication(name="Harbor Notes")
    return run_rules(
        read_manuscript(document, "issues/7.yaml", publication=publication, outlets=outlets(), images=IMAGES)
    )


@cache
def known() -> frozenset[tuple[str, str]]:
    return frozenset((each.name, each.finding.message) for each in diagnose("base"))


def new_in(name: str) -> list[str]:
    """Return the places and rules of what is said of a slip alone."""
    return [
        f"{each.start.line}:{each.start.column} {each.code}"
        for each in diagnose(name)
        if (each.name, each.finding.message) not in known()
    ]


@pytest.mark.parametrize("name", TOLD)
def test_a_slip_is_reported_at_its_position(name: str) -> None:
    assert new_in(name)[:1] == [TOLD[name]]


@pytest.mark.parametrize("name", NO_SLIPS)
def test_text_without_slips_gives_no_reports(name: str) -> None:
    assert new_in(name) == []
