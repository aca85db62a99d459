"""Small issues for tests of rules, and the resulting reports."""

from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.newsroom import Newsroom
from briefgen.compile.prepared_mail import measure_for_rules
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import ImageFact, Manuscript, Sibling, read_manuscript
from briefgen.model import Outlet, Outlets, parse_publication
from briefgen.rules import RULES, run_rules
from briefgen.yamltext import apply_edits, parse_text

DOMAINS = {"NYT": ("nytimes.com",), "BBC": ("bbc.com", "bbc.co.uk")}
OUTLETS = Outlets(
    tuple(
        Outlet(id=name, name=name, domains=DOMAINS.get(name, ()))
        for name in ("NYT", "BBC", "NRC", "SCMP", "Xinhua", "China Daily", "PRC Embassy")
    )
)
PARTLY_IN_PREVIEW = {"E105", "N101", "T107"}
HEAD = "number: 133\ndate: 2023-05-12\nsummary: What a port, a council and a navy did this week, and why it matters.\n"


def read(
    text: str,
    *,
    publication: str = "{}",
    siblings: tuple[Sibling, ...] = (),
    images: dict[str, ImageFact] | None = None,
    path: str = "issues/133-kiel.yaml",
) -> Manuscript:
    """Return a manuscript; a text without a number gets the head of an issue below it."""
    whole = text if "number:" in text else text + HEAD
    record = parse_publication(parse_text(publication)).record
    assert record is not None, publication
    return read_manuscript(
        parse_text(whole), path, publication=record, outlets=OUTLETS, siblings=siblings, images=images
    )


def with_mail(manuscript: Manuscript, templates: Path | None = None) -> Manuscript:
    """Return a manuscript that knows its mail, as in a publication that makes mails."""
    newsroom = Newsroom(Path(), manuscript.publication, manuscript.outlets, is_publication=False)
    newsroom = newsroom if templates is None else replace(newsroom, root=templates.parent, is_publication=True)
    return measure_for_rules(manuscript, newsroom, "133-example", None)


def around(body: str, rest: str = "") -> str:
    """Return an issue whose feature has a body of a few lines."""
    lines = body.replace("\n", "\n    ")
    return f"feature:\n  title: One\n  author: Jane\n  body: |\n    {lines}\n{rest}"


def shown(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Return `line:column CODE severity message` of each."""
    return [
        f"{each.start.line}:{each.start.column} {each.code} {each.severity} {each.finding.message}"
        for each in diagnostics
    ]


def said_of(text: str, *codes: str, publication: str = "{}") -> list[str]:
    """Return what the rules of some codes say of an issue; without codes, what all of them say."""
    found = run_rules(read(text, publication=publication), select=_asked(*codes))
    return shown(tuple(each for each in found if not codes or each.code in codes))


def _asked(*codes: str) -> tuple[str, ...]:
    """Return what to select for rules to run: nothing, unless one of them, or some of its findings, are in preview."""
    return (
        codes if any(rule.in_preview or rule.code in PARTLY_IN_PREVIEW for rule in RULES if rule.code in codes) else ()
    )


def fixed(text: str, code: str, *, publication: str = "{}") -> str:
    """Return the issue after the fixes of one rule."""
    manuscript = read(text, publication=publication)
    fixes = [each.finding.fix for each in run_rules(manuscript, select=_asked(code)) if each.code == code]
    edits = [edit for fix in fixes if fix is not None for edit in fix.edits]
    return apply_edits(manuscript.document.text, edits).removesuffix(HEAD)
