"""`briefgen sources`: lists the sources of issues, for people and for other programs."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from briefgen.citations.bibliography import BibliographyEntry, make_bibliography
from briefgen.citations.bibliography_views import find_entries
from briefgen.citations.exports import format_bibtex, format_csv, format_csv_table, format_ris, make_csl
from briefgen.citations.source_identity import name_work
from briefgen.cli.environment import open_cache
from briefgen.cli.source_tables import list_lacking, list_outlets, list_places, list_sources
from briefgen.cli.terminal import columns, hand_over, report, say, wants_colour
from briefgen.compile.atomic_file import write_file
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.issue_arguments import SUFFIXES, find_issues
from briefgen.compile.listed_sources import ListedSources, load_listings
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.source_selection import find_lacking, select_by_date
from briefgen.diagnostics import plural
from briefgen.model import DateError, PartialDate, nearest, parse_date
from briefgen.reports.text_table import format_table
from briefgen.reports.visible import dump_json

TABLE, CSV = "table", "csv"
_BY_SUFFIX = {".csv": CSV, ".json": "csl-json", ".bib": "bibtex", ".ris": "ris"}
_WRITERS: dict[str, Callable[[Sequence[BibliographyEntry]], str]] = {
    CSV: format_csv,
    "csl-json": lambda entries: dump_json(make_csl(entries)) + "\n",
    "bibtex": format_bibtex,
    "ris": format_ris,
}
_DEFAULT_COLUMNS = 100


class SourcesOptions(Struct, frozen=True, kw_only=True):
    """The arguments of `briefgen sources`."""

    issues: tuple[str, ...]
    output_format: str | None
    output: Path | None
    missing: str | None
    outlets: bool
    cited_by: str | None
    since: str | None
    until: str | None


def run_sources(options: SourcesOptions) -> int:
    """Print or write a list of sources; return 1 if an issue could not be read, and its sources are not in it."""
    kind = _choose_format(options)
    since, until = _read_date(options.since, "--since"), _read_date(options.until, "--until")
    found = find_issues(options.issues, Path.cwd(), cache=open_cache())
    listed = load_listings(found)
    _say_left_out(listed)
    entries, undated = select_by_date(make_bibliography(listed.listings), since, until)
    if options.missing:
        entries = tuple(each for each in entries if find_lacking(each, options.missing))
    if options.cited_by is not None:
        entries = _find_cited(entries, options.cited_by)
    _write(options, kind, _format(options, kind, entries))
    if undated:
        say(f"{_count(undated, 'source')} without a date left out, because of `--since` or `--until`")
    if options.cited_by is not None and not options.issues:
        _say_pages(entries, found[0].newsroom)
    say(_summarize(entries, listed.issues, options))
    return int(bool(listed.unread))


def _choose_format(options: SourcesOptions) -> str:
    """Return the format that was asked for, by name or by the end of the file's name.

    Raises:
        CommandError: a table of outlets or of places is asked for in a format for sources.
    """
    suffix = options.output.suffix.casefold() if options.output else ""
    kind = options.output_format or _BY_SUFFIX.get(suffix, TABLE)
    view = "--outlets" if options.outlets else "--cited-by" if options.cited_by is not None else ""
    if view and kind not in {TABLE, CSV}:
        message = f"`{view}` makes a table, which {kind} cannot hold"
        raise CommandError(message, "write `--format csv`, or leave `--format` out")
    if options.outlets and options.cited_by is not None:
        raise CommandError("`--outlets` and `--cited-by` are two tables", "ask for one at a time")
    if options.output and suffix in SUFFIXES:
        message = f"`{format_path(options.output)}` would be a YAML file, as issues are"
        raise CommandError(message, "choose a name that ends in `.csv`, `.json`, `.bib`, `.ris` or `.txt`")
    return kind


def _read_date(text: str | None, option: str) -> PartialDate | None:
    if text is None:
        return None
    try:
        found = parse_date(text)
    except DateError as error:
        raise CommandError(f"`{option}`: {error}", error.hint) from error
    if found.year is None:
        raise CommandError(f"`{option}` needs a date", "write it like `2023-05-12`, `2023-05` or `2023`")
    return found


def _find_cited(entries: Sequence[BibliographyEntry], word: str) -> tuple[BibliographyEntry, ...]:
    """Return the sources that a key or an address means.

    Raises:
        CommandError: there is none.
    """
    found = find_entries(entries, word)
    if found:
        return found
    is_address = "/" in word
    close = None if is_address else nearest(word, {listing.key for each in entries for listing in each.listings})
    hint = f"did you mean `{close}`?" if close else "`briefgen sources` lists them, with their keys"
    raise CommandError(f"no source {'at' if is_address else 'has the key'} `{word}`", hint)


def _format(options: SourcesOptions, kind: str, entries: Sequence[BibliographyEntry]) -> str:
    if kind not in {TABLE, CSV}:
        return _WRITERS[kind](entries)
    if options.outlets:
        table = list_outlets(entries)
    elif options.cited_by is not None:
        table = list_places(entries)
    elif kind == CSV:
        return _WRITERS[kind](entries)
    else:
        table = list_lacking(entries, options.missing) if options.missing else list_sources(entries)
    if kind == CSV:
        headings = (heading.casefold().replace(" ", "_") for heading in table.headings)
        return format_csv_table(tuple(headings), table.rows)
    is_printed = options.output is None
    width = columns() if is_printed else _DEFAULT_COLUMNS
    return format_table(table.headings, table.rows, columns=width, colour=is_printed and wants_colour(sys.stdout))


def _write(options: SourcesOptions, kind: str, text: str) -> None:
    if options.output is not None:
        if not options.output.parent.is_dir():
            message = f"there is no folder `{format_path(options.output.parent)}/`"
            raise CommandError(message, "create it, or choose another")
        if options.output.is_dir():
            raise CommandError(f"`{format_path(options.output)}` is a folder", "name a file in it")
        write_file(options.output, text.encode())
        say(f"wrote {format_path(options.output)}")
    elif kind == TABLE:
        report(text)
    else:
        hand_over(text)


def _say_left_out(listed: ListedSources) -> None:
    """Say what is not in the list, even if nothing else is printed."""
    for each in listed.unread:
        say(f"could not be read: {each}")
    if listed.drafts:
        names = ", ".join(map(format_path, listed.drafts))
        say(f"{_count(len(listed.drafts), 'draft')} left out: {names}; name one to list its sources")
    if listed.without_source:
        number = listed.without_source
        say(f"{_count(number, 'citation')} without a source not listed; `briefgen validate` shows {_them(number)}")


def _say_pages(entries: Sequence[BibliographyEntry], newsroom: Newsroom) -> None:
    """Say where the site has pages of sources, if one was built in the usual folder: it has those that issues share."""
    home = newsroom.publication.url
    for entry in entries if home else ():
        page = f"sources/{name_work(entry.listings[0].identity)}/"
        if (newsroom.root / "dist" / page / "index.html").is_file():
            say(f"its page on the site: {str(home).rstrip('/')}/{page}")


def _summarize(entries: Sequence[BibliographyEntry], issues: int, options: SourcesOptions) -> str:
    kind = f" without {_NAMES[options.missing]}" if options.missing else ""
    citations = sum(each.citations for each in entries)
    uncited = sum(each.mark == "uncited" for each in entries)
    rest = f", {uncited:,} uncited" if uncited else ""
    counts = f"{_count(len(entries), 'source')}{kind}, {_count(citations, 'citation')}{rest}"
    listing = len({each.path for entry in entries for each in entry.listings})
    return f"{counts}, in {f'{listing:,} of ' if listing < issues else ''}{_count(issues, 'issue')}"


_NAMES = {
    "url": "an address",
    "date": "a date",
    "title": "a title",
    "author": "an author",
    "archive": "an archived copy",
    "language": "a language",
    "accessed": "an access date",
}


def _count(number: int, noun: str) -> str:
    return f"{number:,} {plural(number, noun)}"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"
