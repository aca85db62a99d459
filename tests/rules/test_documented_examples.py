"""Every example in a rule's documentation holds: bad reports that, the fix gives exactly fixed, good is silent."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from briefgen.compile.published_lock import PublishedLock, parse_lines
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import FileFact, ImageFact, ListedSource, OwnRegister, Sibling, read_manuscript
from briefgen.model import PartialDate, parse_outlets, parse_publication, parse_terms
from briefgen.prose import Terms
from briefgen.rules import RULES, Example, Rule, run_rules
from briefgen.yamltext import Position, apply_edits, parse_text
from tests.rules.issues import with_mail

SIBLINGS = {
    "132": Sibling(
        "issues/132-harbour.yaml",
        132,
        date(2023, 5, 5),
        sources=(
            ListedSource(
                Position(40, 3), "NYT", PartialDate(2023, 5, 3), url="https://www.nytimes.com/2023/05/03/kiel.html"
            ),
        ),
    )
}
NUMBERED = re.compile(r"# siblings: (?P<number>\d+)")
FILE = re.compile(r"# file: (?P<path>\S+)")
# What lies beside the issue of an example, in a comment on its first line.
BESIDE = re.compile(r"# (?P<name>publication|terms|outlets)\.yaml: (?P<content>.+)")
LOCK = re.compile(r"# published\.lock: (?P<line>.+)")
# Long examples are written short: `⟨words × 300⟩`.
REPEATED = re.compile(r"⟨(?P<words>.+?) × (?P<times>\d+)⟩")
OUTLETS = load_shipped_outlets()
# Appended below an example, so that its lines keep their numbers.
REQUIRED = {
    "number": "number: 133\n",
    "date": "date: 2023-05-12\n",
    "feature": "feature: {title: One, author: Jane Doe, body: Words.}\n",
}
# What `typos` says of the examples.
MISSPELLINGS = {"recieved": ("received",), "preceeding": ("preceding", "proceeding")}
# Rules that only speak of what a disk or a font holds get their examples from tests of their own.
WITHOUT_EXAMPLE = {"P101", "M105"}


def complete(fragment: str, *, is_broken: bool) -> str:
    """Return the fragment with the required keys it leaves out, below it."""
    missing = (
        ""
        if is_broken
        else "".join(lines for key, lines in REQUIRED.items() if not re.search(rf"^{key}:", fragment, re.MULTILINE))
    )
    whole = REPEATED.sub(lambda found: f"{found['words']} " * int(found["times"]), fragment)
    return f"{whole}\n{missing}"


def report(rule: Rule, text: str) -> tuple[Diagnostic, ...]:
    """Return what one rule says of a text."""
    named, numbered, locked = FILE.match(text), NUMBERED.match(text), LOCK.match(text)
    images = {
        "images/kiel-harbour.jpg": ImageFact(problem="there is no `images/kiel-harbour.jpg`"),
        "images/thumbnail.jpg": ImageFact(width=60, height=40),
    }
    path = named["path"] if named else "issues/133-example.yaml"
    beside = {found["name"]: found["content"] for found in BESIDE.finditer(text)}
    siblings = (SIBLINGS[numbered["number"]],) if numbered else ()
    publication = parse_publication(parse_text(beside.get("publication", "{}"))).record
    listed = parse_terms(parse_text(f"terms: {beside.get('terms', '[]')}")).record
    own = parse_outlets(parse_text(f"outlets: {beside.get('outlets', '[]')}"))
    assert publication is not None
    assert listed is not None
    assert own.record is not None
    manuscript = read_manuscript(
        parse_text(text),
        path,
        publication=publication,
        outlets=OUTLETS.extended(own.record.outlets),
        terms=Terms(listed.terms),
        images=images,
        siblings=siblings,
        file=FileFact(published=PublishedLock(parse_lines(locked["line"])).find("133-example")) if locked else None,
        own_register=OwnRegister("issues/outlets.yaml", own.document),
    )
    manuscript = replace(manuscript, misspellings=MISSPELLINGS)
    manuscript = with_mail(manuscript) if rule.needs_mail else manuscript
    select = [rule.code] if rule.in_preview or rule.is_opt_in else []
    return tuple(each for each in run_rules(manuscript, select=select) if each.code == rule.code)


def examples() -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(rule.examples, start=1):
            yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_summary_and_an_example(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.reason
    assert rule.examples or rule.code in WITHOUT_EXAMPLE
    assert all(example.fixed or example.good for example in rule.examples)


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_bad_examples_give_exactly_the_documented_reports(rule: Rule, example: Example) -> None:
    found = report(rule, complete(example.bad, is_broken=rule.code == "S001"))
    shown = [f"{each.start.line}:{each.start.column} {each.finding.message}" for each in found]
    assert shown == list(example.reports)


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_fixes_give_exactly_the_documented_text(rule: Rule, example: Example) -> None:
    text = complete(example.bad, is_broken=False)
    edits = [edit for each in report(rule, text) if each.finding.fix for edit in each.finding.fix.edits]
    if example.fixed:
        assert apply_edits(text, edits) == complete(example.fixed, is_broken=False)
        assert report(rule, complete(example.fixed, is_broken=False)) == ()
    else:
        assert edits == [] or example.good


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_good_is_silent(rule: Rule, example: Example) -> None:
    if example.good:
        assert report(rule, complete(example.good, is_broken=False)) == ()
