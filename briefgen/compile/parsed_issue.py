"""Parsed issues, and the facts about them that other issues need."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefgen.compile.documents import format_path, load_document
from briefgen.manuscript import ListedSource, Sibling, find_acronyms, find_explained, shingle
from briefgen.model import Issue, Reading, parse_issue
from briefgen.yamltext import Document, Mapping

# What citations look like from afar: `(…, May 8)`, `(…, 8 mai 2023; …`; `[@key]`. Compiled when there is a sibling.
_TYPED = r"\([^()\n]{2,60}, (?:\d{1,2}\.? [^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2})(?:,? \d{4})?[);]"
_KEYED = r"\[@[^\[\]\n]{1,200}\](?!\()"
_CITING = 2


class ParsedIssue(NamedTuple):
    """An issue's document with the result of parsing it."""

    document: Document
    reading: Reading[Issue]


def load_issue(path: Path) -> ParsedIssue:
    """Load and parse an issue.

    Raises:
        CommandError: there is no such file.
    """
    document = load_document(path)
    return to_parsed_issue(document)


def to_parsed_issue(document: Document) -> ParsedIssue:
    """Parse the issue in a document."""
    reading = parse_issue(document)
    return ParsedIssue(reading.document, reading)


def make_sibling(path: Path, document: Document, issue: Issue | None) -> Sibling | None:
    """Return the facts that other issues need about an issue; None for a draft or an issue that did not parse."""
    if issue is None or issue.draft:
        return None
    bodies = tuple((item.title.strip(), shingle(item.body)) for item in issue.items)
    text = "\n\n".join(item.body for item in issue.items)
    return Sibling(
        format_path(path),
        issue.number,
        issue.date,
        bodies,
        tuple(_list_sources(document, issue)),
        find_acronyms(text),
        find_explained(text),
        cites=bool(issue.sources) or re.search(_KEYED, text) is not None or len(re.findall(_TYPED, text)) >= _CITING,
    )


def _list_sources(document: Document, issue: Issue) -> Iterator[ListedSource]:
    block = document.node("sources")
    for entry in block.entries if isinstance(block, Mapping) else ():
        source = issue.sources.get(entry.key.value)
        if source is not None:
            yield ListedSource(
                document.lines.position(entry.key.span.start),
                source.outlet,
                source.date,
                source.title or "",
                source.author or "",
                source.url or "",
                is_background=source.background,
            )
