"""New publications and new issues; no words that are there already are ever touched."""

import json
from datetime import date, timedelta
from pathlib import Path

from briefgen.compile.documents import load_document
from briefgen.compile.errors import CommandError
from briefgen.compile.house_files import OUTLETS, PUBLICATION
from briefgen.compile.loading import ISSUES, Newsroom, number_of
from briefgen.compile.writing import write_file
from briefgen.model import MONTHS, Issue, SchemaName, make_schema, parse_issue, spell_slug
from briefgen.yamltext import quote

WEEK = timedelta(days=7)
SCHEMAS_FOLDER = "schemas"

# Editors look for the schema from the file on, and find it beside the folder of issues.
_MODELINE = "# yaml-language-server: $schema=../schemas/{name}.json\n"
_MADE: tuple[SchemaName, ...] = ("issue", "publication", "outlets")

_PUBLICATION = """\
# The newsletter: masthead and house style. Every key may be left out; `briefgen schema publication` lists them all.
name: {name}
# tagline: The line below the name
# publisher: Who publishes it
language: en

style:
  citations: inline        # or notes
  year: elide              # or always
  state_media: label       # or ignore

validate:
  # Delete this line to get a report on sources without an archived copy.
  ignore: [missing-archive]
"""

_FIRST = """\
# The first issue. Its texts are samples, reported until you replace them.
number: 1
date: {date}
summary: One or two sentences about this issue, for inboxes, feeds and search engines.

feature:
  title: A First Feature
  deck: A standfirst says in a sentence why readers should go on.
  author:
    name: Jane Doe
    bio: Jane Doe edits this newsletter.
  body: |
    A keyed citation is in brackets and refers to a source below [@handbook]. Several sources make one
    group [@handbook; see @guide, p. 3].

    ## A sub-heading

    A citation may also be typed as readers will see it; it finds its source by outlet and date
    (Style Council, {typed}).

briefs:
  - title: A First Brief
    body: |
      Briefs are short, and cite what they report [@guide].

sources:
  handbook:
    outlet: Editors’ Handbook
    date: {previous}
    title: How to cite
    url: https://example.org/handbook/citing
  guide:
    outlet: Writers’ Guide
    date: {month}
    title: Where the evidence goes
    url: https://example.org/guide/evidence
  council:
    outlet: Style Council
    date: {day}
    title: Dates in running text
    url: https://example.org/council/dates
"""

_OUTLETS = """\
# Your own outlets, for those not in the register that comes with briefgen. `briefgen schema outlets` lists the keys.
outlets:
  - id: editors-handbook
    name: Editors’ Handbook
    kind: website
  - id: writers-guide
    name: Writers’ Guide
    kind: website
  - id: style-council
    name: Style Council
    kind: website
"""

_IGNORED = "dist/\n"

_NEXT = """\
number: {number}
date: {date}
summary: TK

feature:
  title: {title}
  author:
    name: TK
    bio: TK
  body: |
    TK

briefs:
  - title: TK
    body: |
      TK

sources:
  # Give each source a short name of your own, and cite it by that name: [@kiel-council]
  # kiel-council:
  #   outlet: Kiel City Council
  #   date: {date}
  #   title: The headline as published
  #   url: https://example.org/
"""


def init_publication(folder: Path, today: date) -> tuple[Path, ...]:
    """Make a publication that builds at once; return the files that were written.

    Raises:
        CommandError: there is one already, or the folder cannot be written.
    """
    if (folder / ISSUES).exists():
        message = f"{folder / ISSUES} already exists"
        raise CommandError(message, "name another folder, or `briefgen new TITLE` for the next issue")
    day = today - timedelta(days=2)
    previous = today - timedelta(days=400)
    typed = f"{MONTHS[day.month - 1]} {day.day}" + ("" if day.year == today.year else f", {day.year}")
    first = _FIRST.format(date=today, previous=previous, month=f"{previous:%Y-%m}", day=day, typed=typed)
    name = quote(folder.resolve().name.replace("-", " ").title())
    files = {
        folder / ISSUES / PUBLICATION: _MODELINE.format(name="publication") + _PUBLICATION.format(name=name),
        folder / ISSUES / OUTLETS: _MODELINE.format(name="outlets") + _OUTLETS,
        folder / ISSUES / "1-first-issue.yaml": _MODELINE.format(name="issue") + first,
        **{_schema_path(folder, each): _write_out(each) for each in _MADE},
        folder / ".gitignore": _IGNORED,
    }
    new = {path: text for path, text in files.items() if not path.exists()}
    for path, text in new.items():
        _write(path, text)
    (folder / ISSUES / "images").mkdir(exist_ok=True)
    return tuple(new)


def new_issue(newsroom: Newsroom, title: str, today: date) -> Path:
    """Write the next issue, with its number and date, and the schema that it names; return its path.

    The date is as far from the last issue's as that one's was from the issue before, a week when there is
    only one.

    Raises:
        CommandError: the title has no letters, a file is in the way, or the last issue cannot be read.
    """
    slug = spell_slug(title) or "untitled"
    if not title.strip():
        message = "the title is empty"
        raise CommandError(message, 'write it in quotes: `briefgen new "Sister Cities in Focus"`')
    dated = [(number_of(path), issue.date) for path in newsroom.issue_paths[-2:] if (issue := _read(path)) is not None]
    numbers = [number_of(path) for path in newsroom.issue_paths]
    number = max(numbers, default=0) + 1
    path = newsroom.issues_folder / f"{number}-{slug}.yaml"
    if path.exists():
        message = f"{path} already exists"
        raise CommandError(message, "edit it, or give the new issue another title")
    text = _NEXT.format(number=number, date=_next_date([day for _, day in dated], today), title=quote(title.strip()))
    _write(path, _MODELINE.format(name="issue") + text)
    _renew_schema(newsroom.root)
    return path


def _schema_path(folder: Path, name: SchemaName) -> Path:
    return folder / SCHEMAS_FOLDER / f"{name}.json"


def _write_out(name: SchemaName) -> str:
    return json.dumps(make_schema(name), ensure_ascii=False, indent=2) + "\n"


def _renew_schema(root: Path) -> None:
    """Write the schema of issues again: that of an older briefgen would call keys wrong that are right by now."""
    path, text = _schema_path(root, "issue"), _write_out("issue")
    if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
        _write(path, text)


def _next_date(dates: list[date], today: date) -> date:
    if not dates:
        return today
    gap = dates[-1] - dates[0] if len(dates) > 1 else WEEK
    return dates[-1] + (gap if gap > timedelta(0) else WEEK)


def _read(path: Path) -> Issue | None:
    return parse_issue(load_document(path)).record


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode())
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise CommandError(message, "check the folder's rights") from error
