"""The control texts, by other authors, as issues, with the reports of the rules.

They lie in `../shared/` and are no part of the project. A report is known by its place: a hash of its words
and of what stands around them. So labels hold no text of others, and survive when lines move.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.compile.spelling import check_words
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.model import Outlets, Publication
from briefgen.rules import RULES, run_rules
from briefgen.yamltext import Document, parse_document, parse_text

NEWSLETTER = "newsletter-133"
AROUND = 30
SAMPLE = 20
# All briefs of a control text get the same title here.
_EVERY_RULE = tuple(rule.code for rule in RULES if rule.code != "S018")


@dataclass(frozen=True)
class Hit:
    """A report of a rule in a control text."""

    text: str
    """`plain/2015-12-02.md`, below `../shared/corpus/`. The two forms of newsletter 133 are one text: what both
    say alike is one report."""
    diagnostic: Diagnostic

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.diagnostic.code

    @property
    def place(self) -> str:
        """What it is known by in its text: ten hex digits, the same when lines above it move."""
        document, span = self.diagnostic.document.text, self.diagnostic.finding.span
        around = document[max(0, span.start - AROUND) : span.end + AROUND]
        known = "\0".join((self.code, self.text, " ".join(around.split())))
        return hashlib.sha256(known.encode()).hexdigest()[:10]


def find_hits(shared: Path) -> dict[str, list[Hit]]:
    """Return all reports of each rule that has any, those in preview included, sorted by place.

    So the first twenty are a sample that nobody chose, and one that a new text hardly changes.
    """
    hits: dict[str, dict[str, Hit]] = {}
    texts = list(read_controls(shared))
    misspellings = check_words(manuscript.document.text for _, manuscript in texts)
    for text, manuscript in texts:
        for diagnostic in run_rules(replace(manuscript, misspellings=misspellings), select=_EVERY_RULE):
            hit = Hit(text, diagnostic)
            hits.setdefault(hit.code, {}).setdefault(hit.place, hit)
    return {code: [found[place] for place in sorted(found)] for code, found in sorted(hits.items())}


def read_controls(shared: Path) -> Iterator[tuple[str, Manuscript]]:
    """Yield each control text, by name, as an issue."""
    for path in sorted((shared / "corpus" / "plain").glob("*.md")):
        issue = edition_as_issue(path.read_text(encoding="utf-8"), path.stem)
        yield f"plain/{path.name}", _read(issue, house="Data Is Plural")
    for path in sorted((shared / "corpus" / "cited").glob("*.md")):
        labels = json.loads(path.with_suffix(".labels.json").read_text(encoding="utf-8"))
        issue = analysis_as_issue(path.read_text(encoding="utf-8"), labels["issue_date"])
        yield f"cited/{path.name}", _read(issue)
    for path in sorted((shared / "newsletter-133").glob("*.yaml")):
        yield NEWSLETTER, _read(parse_document(path.read_bytes()), name=path.name)


@cache
def _outlets() -> Outlets:
    return load_shipped_outlets()


def _read(document: Document, *, name: str = "1-control.yaml", house: str = "") -> Manuscript:
    publication = Publication(name=house) if house else Publication()
    return read_manuscript(document, name, publication=publication, outlets=_outlets())


def edition_as_issue(text: str, day: str) -> Document:
    """Return an edition of briefs as an issue: the line of contents as summary, each section as a brief."""
    parts = re.split(r"\n{2,}", text)
    contents = next((part.strip("*\n") for part in parts if re.fullmatch(r"\*[^*]+\*\n*", part)), None)
    summary = f"summary: {json.dumps(contents, ensure_ascii=False)}\n" if contents else ""
    briefs = "".join(f"  - title: Brief\n    body: |\n{_indented(part, 6)}" for part in parts if part.startswith("__"))
    feature = "feature: {title: One, author: Jane, body: Words.}\n"
    return parse_text(f"number: 1\ndate: {day}\n{summary}{feature}briefs:\n{briefs}")


def analysis_as_issue(text: str, day: str) -> Document:
    """Return an analysis as the feature of an issue, its first heading as the title."""
    title, _, rest = text.removeprefix("# ").partition("\n")
    body = rest.strip("\n")
    summary = "summary: What an analysis says, and how far the sources that it names bear it out.\n"
    feature = f"feature:\n  title: {json.dumps(title, ensure_ascii=False)}\n  author: Jane\n  body: |\n"
    return parse_text(f"number: 1\ndate: {day}\n{summary}{feature}{_indented(body, 4)}")


def _indented(text: str, depth: int) -> str:
    return "".join(f"{' ' * depth}{line}\n" for line in text.split("\n"))
