"""Each folder here holds an issue that shows one feature, and what it becomes; `./run golden` writes the latter."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.edition.compose import make_edition
from briefgen.edition.edition import Edition
from briefgen.manuscript import read_manuscript
from briefgen.model import parse_publication
from briefgen.render.mail_html import render_mail_html
from briefgen.render.markdown import render_markdown
from briefgen.render.templates import Templates
from briefgen.render.text import render_text
from briefgen.rules import run_rules
from briefgen.yamltext import parse_document

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/issue.yaml"))
MAILED = [HERE / "keyed-citations", HERE / "footnotes"]
# What would hide what there is to read: styles, empty lines, and what follows the preheader in place of the mail.
STYLED = re.compile(r' (?:style|width|cellpadding|cellspacing|border|align)="[^"]*"')
BLANK = re.compile(r"\n{2,}")
FILLER = re.compile("(?:\u2007\u034f )+")
Golden = Callable[[Path, str], None]


def read(case: Path) -> tuple[Edition, str]:
    """Return the edition of a case, and its reports, one per line."""
    settings = case / "publication.yaml"
    publication = parse_publication(parse_document(settings.read_bytes() if settings.exists() else b"")).record
    document = parse_document((case / "issue.yaml").read_bytes())
    manuscript = read_manuscript(document, "issue.yaml", publication=publication, outlets=load_shipped_outlets())
    said = "".join(
        f"{each.start.line}:{each.start.column} {each.code} {each.finding.message}\n" for each in run_rules(manuscript)
    )
    return make_edition(manuscript, slug=case.name, pictures={}), said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_issue_renders_to_its_golden_files(case: Path, golden: Golden) -> None:
    edition, said = read(case)
    golden(case / "body.html", "\n".join(item.html for item in edition.items) + "\n")
    golden(case / "issue.md", render_markdown(edition, Templates()).content.decode())
    golden(case / "issue.txt", render_text(edition, Templates()).content.decode())
    golden(case / "reported.txt", said)


@pytest.mark.parametrize("case", MAILED, ids=lambda case: case.name)
def test_an_issue_becomes_its_golden_mail(case: Path, golden: Golden) -> None:
    html = render_mail_html(read(case)[0], Templates()).text
    body = STYLED.sub("", html.partition("<body")[2].partition(">")[2].partition("</body>")[0])
    golden(case / "mail.html", FILLER.sub("", BLANK.sub("\n", body)).lstrip("\n"))
