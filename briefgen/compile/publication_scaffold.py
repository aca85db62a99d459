"""Starts a new publication; existing files are never touched."""

import shutil
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from briefgen.compile.atomic_file import umask
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.errors import CommandError
from briefgen.compile.house_files import OUTLETS, PUBLICATION
from briefgen.compile.newsroom import ISSUES
from briefgen.compile.schema_files import MODELINE, format_schema, refuse_to_write, schema_path, write_new_file
from briefgen.compile.staging import locked, make_stage
from briefgen.compile.workflow_scaffold import Host, Origin, find_origin, find_repository, make_workflows
from briefgen.languages import load_language
from briefgen.model import PartialDate, SchemaName, Style, parse_publication
from briefgen.render.held_signals import unbroken
from briefgen.yamltext import parse_document, quote

_SCHEMAS: tuple[SchemaName, ...] = ("issue", "publication", "outlets")

_PUBLICATION = """\
# The newsletter: masthead and house style. Every key may be left out; `briefgen schema publication` lists them all.
name: {name}
# tagline: The line below the name
# publisher: Who publishes it
language: {language}

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
_ATTRIBUTES = """\
# Two branches may publish: git keeps the lines of both.
issues/published.lock merge=union
"""


class NewPublication(NamedTuple):
    """What `init` has written, and what is left to do."""

    written: tuple[Path, ...]
    repository: Path | None = None
    """The root of the repository that the publication is a folder of: workflows belong there, so none was written."""
    unnamed: tuple[Path, ...] = ()
    """The workflows in which nobody has named the repository of briefgen yet."""


def _require_language(tag: str) -> None:
    """Raise an error if a publication cannot have a language."""
    fault = next(iter(parse_publication(parse_document(f"language: {quote(tag)}\n".encode())).faults), None)
    if fault is not None:
        raise CommandError(f"--language {tag}: {fault.finding.message}", fault.finding.help)


def init_publication(folder: Path, today: date, hosts: Collection[Host] = (), language: str = "en") -> NewPublication:
    """Create a publication that builds at once, with the workflows for some hosts.

    Raises:
        CommandError: there already is one, the folder cannot be written, or there is no such language.
    """
    _require_language(language)
    if (folder / ISSUES).exists():
        message = f"{format_path(folder / ISSUES)} already exists"
        raise CommandError(message, "name another folder, or `briefgen new TITLE` for the next issue")
    day = today - timedelta(days=2)
    previous = today - timedelta(days=400)
    typed = load_language(language).format_date(PartialDate.of(day), year=today.year, style=Style())
    first = _FIRST.format(date=today, previous=previous, month=f"{previous:%Y-%m}", day=day, typed=typed)
    name = "".join(each for each in real_path(folder).name if each.isprintable())
    name = quote(name.replace("-", " ").strip().title() or "Newsletter")
    issues = {
        PUBLICATION: MODELINE.format(name="publication") + _PUBLICATION.format(name=name, language=language),
        OUTLETS: MODELINE.format(name="outlets") + _OUTLETS,
        "1-first-issue.yaml": MODELINE.format(name="issue") + first,
    }
    files = {
        **{schema_path(folder, each): format_schema(each) for each in _SCHEMAS},
        folder / ".gitignore": _IGNORED,
        folder / ".gitattributes": _ATTRIBUTES,
    }
    repository = find_repository(real_path(folder)) if hosts else None
    is_inside = repository is not None and repository != real_path(folder)
    origin = find_origin() if hosts and not is_inside else Origin("", "")
    workflows = {} if is_inside else make_workflows(hosts, origin)
    files |= {folder / path: text for path, text in workflows.items()}
    new = {path: text for path, text in files.items() if not path.exists()}
    for path, text in new.items():
        write_new_file(path, text)
    _write_issues(folder, issues)
    unnamed = tuple(folder / path for path in workflows if folder / path in new and not origin.address)
    return NewPublication(
        (*(folder / ISSUES / name for name in issues), *new), repository if is_inside else None, unnamed
    )


def _write_issues(folder: Path, files: Mapping[str, str]) -> None:
    """Write the folder of issues as a whole, last of all: where a run was cut short, the next one begins again."""
    try:
        with locked(folder), unbroken():
            stage = make_stage(folder)
            try:
                stage.chmod(0o777 & ~umask())
                (stage / "images").mkdir()
                for name, text in files.items():
                    write_new_file(stage / name, text)
                stage.rename(folder / ISSUES)
            finally:
                shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise refuse_to_write(folder / ISSUES, error) from error
