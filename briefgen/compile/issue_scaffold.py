"""Starts the next issue of a publication."""

from datetime import date, timedelta
from pathlib import Path

from briefgen.compile.documents import format_path, load_document
from briefgen.compile.errors import CommandError
from briefgen.compile.newsroom import Newsroom, number_of
from briefgen.compile.schema_files import MODELINE, renew_schema, write_new_file
from briefgen.model import Issue, parse_issue, spell_slug
from briefgen.yamltext import find_forbidden, format_character, quote

WEEK = timedelta(days=7)


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


def new_issue(newsroom: Newsroom, title: str, today: date) -> Path:
    """Write the next issue, with its number and date, and its schema; return the path.

    The interval to the last issue is the one between the last two, or a week if there is only one.

    Raises:
        CommandError: the title is empty or cannot be typed, the file exists, or the last issue cannot be read.
    """
    if (forbidden := next(find_forbidden(title), None)) is not None:
        message = f"the title contains {format_character(forbidden.of(title))}"
        raise CommandError(message, "leave it out")
    slug = spell_slug(title, newsroom.publication.language) or "untitled"
    if not title.strip():
        message = "the title is empty"
        raise CommandError(message, 'write it in quotes: `briefgen new "Sister Cities in Focus"`')
    dated = [(number_of(path), issue.date) for path in newsroom.issue_paths[-2:] if (issue := _read(path)) is not None]
    numbers = [number_of(path) for path in newsroom.issue_paths]
    number = max(numbers, default=0) + 1
    path = newsroom.issues_folder / f"{number}-{slug}.yaml"
    if path.exists():
        message = f"{format_path(path)} already exists"
        raise CommandError(message, "edit it, or give the new issue another title")
    text = _NEXT.format(number=number, date=_next_date([day for _, day in dated], today), title=quote(title.strip()))
    renew_schema(newsroom.root)
    write_new_file(path, MODELINE.format(name="issue") + text)
    return path


def _next_date(dates: list[date], today: date) -> date:
    if not dates:
        return today
    gap = dates[-1] - dates[0] if len(dates) > 1 else WEEK
    return dates[-1] + (gap if gap > timedelta(0) else WEEK)


def _read(path: Path) -> Issue | None:
    return parse_issue(load_document(path)).record
