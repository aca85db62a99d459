"""Loads a publication and its issues from disk."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compile.documents import format_path, load_document
from briefgen.compile.errors import CommandError
from briefgen.compile.house_files import FILES, PUBLICATION, load_outlets, load_publication, load_terms
from briefgen.compile.house_fonts import load_fonts
from briefgen.compile.house_stylesheet import load_stylesheet
from briefgen.compile.images import measure_image
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.compile.stray_files import find_stray, report_stray
from briefgen.diagnostics import Diagnostic
from briefgen.fonts import missing_characters
from briefgen.manuscript import MAX_IMAGES, ImageFact, ListedSource, Manuscript, Sibling, read_manuscript, shingle
from briefgen.model import Issue, Outlets, Publication, Reading, parse_issue
from briefgen.prose import Terms
from briefgen.render.house_style import HouseStyle
from briefgen.yamltext import Document, Mapping, Scalar

ISSUES = "issues"
BASELINE = "baseline.json"
SUFFIXES = frozenset({".yaml", ".yml"})
LOOK_BACK = 12

_NUMBERED = re.compile(r"(?P<number>\d{1,7})(?:[-_.].*)?\.ya?ml", re.IGNORECASE)


class Newsroom(Struct, frozen=True, dict=True):
    """A loaded publication: the folder with `issues/`; or the folder of a standalone issue, with defaults."""

    root: Path
    publication: Publication
    outlets: Outlets
    faults: tuple[Diagnostic, ...] = ()
    """The faults of publication.yaml, outlets.yaml and terms.yaml."""
    is_publication: bool = True
    terms: Terms = Terms()
    style: HouseStyle = HouseStyle()
    """The publication's own fonts, without refused ones."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def _siblings(self) -> dict[str, Sibling | None]:
        """Facts about recently read issues by file name, so that a run over all issues reads each only once."""
        return {}

    @cached_property
    def _parsed(self) -> "dict[Path, ParsedIssue]":
        """The issue parsed last as a sibling; in a run over all issues, it is needed next."""
        return {}

    def sibling(self, path: Path) -> Sibling | None:
        """Return the facts about another issue, or None if it does not parse."""
        if path.name not in self._siblings:
            self.remember(path, self._load_sibling(path))
        return self._siblings[path.name]

    def _load_sibling(self, path: Path) -> Sibling | None:
        self._parsed.clear()
        try:
            parsed = self._parsed[path] = load_issue(path)
        except CommandError:
            return None
        return make_sibling(path, parsed.document, parsed.reading.record)

    def parsed(self, path: Path) -> "ParsedIssue":
        """Return a parsed issue; if it has just been parsed as a sibling, that result is used once.

        Raises:
            CommandError: there is no such file.
        """
        return self._parsed.pop(path, None) or load_issue(path)

    def remember(self, path: Path, sibling: Sibling | None) -> None:
        """Cache facts about an issue; only about two dozen are kept, so memory does not grow with the archive."""
        self._siblings[path.name] = sibling
        while len(self._siblings) > 2 * LOOK_BACK:
            del self._siblings[next(iter(self._siblings))]

    @property
    def issues_folder(self) -> Path:
        """The folder with the issues; paths of images are relative to it."""
        return self.root / ISSUES if self.is_publication else self.root

    @property
    def baseline(self) -> Path:
        """The path of the baseline file."""
        return self.issues_folder / BASELINE

    @property
    def templates(self) -> Path | None:
        """The folder with the publication's own templates, or None."""
        folder = self.root / "templates"
        return folder if self.is_publication and folder.is_dir() else None

    @cached_property
    def issue_paths(self) -> tuple[Path, ...]:
        """The issue files, ordered by the number in their names."""
        if not self.is_publication:
            return ()
        found = _find_issues(self.issues_folder)
        return tuple(sorted(found, key=lambda path: (number_of(path), path.name)))

    def find_number(self, number: int) -> Path:
        """Return the issue file with a number.

        Raises:
            CommandError: there is none, or several.
        """
        found = [path for path in self.issue_paths if number_of(path) == number]
        if len(found) == 1:
            return found[0]
        folder = format_path(self.issues_folder)
        if not found:
            have = ", ".join(str(number_of(path)) for path in self.issue_paths[-8:])
            message = f"no issue {number} in {folder}/"
            raise CommandError(message, f"there are {have}" if have else "`briefgen new TITLE` begins one")
        message = f"issue {number} is there {len(found)} times: {', '.join(path.name for path in found)}"
        raise CommandError(message, "name the file")


def _find_issues(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _NUMBERED.fullmatch(path.name)]


def number_of(path: Path) -> int:
    """Return the number in the name of an issue file, or -1."""
    found = _NUMBERED.fullmatch(path.name)
    return int(found["number"]) if found else -1


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that contains `issues/`, or None."""
    for folder in (start, *start.parents):
        if folder.name == ISSUES and folder.is_dir() and _holds_issues(folder):
            return folder.parent
        if (folder / ISSUES).is_dir():
            return folder
    return None


def _holds_issues(folder: Path) -> bool:
    return (folder / PUBLICATION).exists() or any(_NUMBERED.fullmatch(path.name) for path in folder.iterdir())


def load_newsroom(start: Path, *, cache: Path | None = None) -> Newsroom:
    """Load the publication of a folder or issue file; a standalone issue gets default settings.

    Raises:
        CommandError: a file cannot be read.
    """
    folder = start if start.is_dir() else start.parent
    root = find_root(folder.resolve())
    if root is None or (not start.is_dir() and not start.resolve().is_relative_to(root / ISSUES)):
        return Newsroom(folder.resolve(), Publication(), load_shipped_outlets(cache), is_publication=False)
    names = [path.name for path in _find_issues(root / ISSUES)]
    publication, faults = load_publication(root / ISSUES, names)
    outlets, outlet_faults = load_outlets(root / ISSUES, cache)
    terms, term_faults = load_terms(root / ISSUES)
    stray = [report_stray(file) for file in find_stray(root / ISSUES, FILES, frozenset(names))]
    faces, font_faults = load_fonts(root, publication.build.fonts, root / ISSUES / PUBLICATION)
    stylesheet, style_faults = load_stylesheet(root, publication.build.stylesheet, root / ISSUES / PUBLICATION)
    faults = (*faults, *font_faults, *style_faults, *outlet_faults, *term_faults, *stray)
    style = HouseStyle(faces, publication.build.system_fonts, stylesheet)
    return Newsroom(root, publication, outlets, faults, terms=terms, style=style)


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
    return _parse(document)


def _parse(document: Document) -> ParsedIssue:
    reading = parse_issue(document)
    return ParsedIssue(reading.document, reading)


def load_manuscript(newsroom: Newsroom, path: Path, *, document: Document | None = None) -> Manuscript:
    """Load an issue as a manuscript, with image sizes and facts about its siblings.

    Raises:
        CommandError: there is no such file.
    """
    is_stored = document is None
    document, reading = newsroom.parsed(path) if document is None else _parse(document)
    if is_stored:
        newsroom.remember(path, make_sibling(path, document, reading.record))
    manuscript = read_manuscript(
        document,
        format_path(path),
        reading=reading,
        publication=newsroom.publication,
        outlets=newsroom.outlets,
        terms=newsroom.terms,
        siblings=tuple(load_siblings(newsroom, path)),
        images=dict(_measure_images(image_folder(newsroom, path), document)),
    )
    if "pdf" in newsroom.publication.build.formats:
        manuscript = replace(manuscript, undrawable=find_undrawable(manuscript, newsroom.style))
    return manuscript


def find_undrawable(manuscript: Manuscript, style: HouseStyle) -> frozenset[str]:
    """Return the characters in an issue that none of the publication's available fonts cover."""
    missing = missing_characters("".join(scalar.value for _, scalar in manuscript.texts), style.faces)
    if style.has_system_fonts:
        from briefgen.compile.system_fonts import undrawn_by_system  # noqa: PLC0415 - for those who ask for them

        return undrawn_by_system(missing)
    return missing


def image_folder(newsroom: Newsroom, path: Path) -> Path:
    """Return the folder that the paths of an issue's images are relative to."""
    return newsroom.issues_folder if newsroom.is_publication else path.parent.resolve()


def _measure_images(folder: Path, document: Document) -> Iterator[tuple[str, ImageFact]]:
    nodes = (node for path, node in document.walk() if path[-2:] == ("image", "file"))
    names = dict.fromkeys(node.value.strip() for node in nodes if isinstance(node, Scalar) and node.value.strip())
    for name in islice(names, MAX_IMAGES):
        yield name, measure_image(folder, name)


def load_siblings(newsroom: Newsroom, path: Path) -> Iterator[Sibling]:
    """Yield facts about the twelve issues before and the one after; skips those that do not parse.

    Their faults are reported when they are checked themselves.
    """
    number = number_of(path)
    place = bisect_left(newsroom.issue_paths, number, key=number_of)
    around = newsroom.issue_paths[max(0, place - LOOK_BACK) : place + 2 + LOOK_BACK]
    others = [other for other in around if other.name != path.name]
    before = [other for other in others if number_of(other) <= number]
    after = [other for other in others if number_of(other) > number][:1]
    for other in (*before, *after):
        sibling = newsroom.sibling(other)
        if sibling is not None:
            yield sibling


def make_sibling(path: Path, document: Document, issue: Issue | None) -> Sibling | None:
    """Return the facts that other issues need about an issue."""
    if issue is None or issue.draft:
        return None
    bodies = tuple((item.title.strip(), shingle(item.body)) for item in issue.items)
    return Sibling(format_path(path), issue.number, issue.date, bodies, tuple(_list_sources(document, issue)))


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


FoundIssue = tuple[Newsroom, Path]
"""An issue file with its publication."""


def find_issues(words: Sequence[str], here: Path, *, cache: Path | None = None) -> tuple[FoundIssue, ...]:
    """Resolve the issue arguments of a command to files with their publications.

    Arguments are issue numbers or paths; without any, all issues of the publication at or above `here`.

    Raises:
        CommandError: an argument matches no issue, or there are none.
    """
    newsrooms = _NewsroomCache(here, cache)
    if words:
        return tuple(dict.fromkeys(newsrooms.find(word) for word in words))
    newsroom = newsrooms.newsroom(here)
    if not newsroom.issue_paths:
        message = f"no issues in {format_path(newsroom.issues_folder)}/"
        found = (file for file in find_stray(newsroom.issues_folder, FILES, frozenset()) if file.is_issue)
        hints = [f"`{format_path(file.path)}` holds one: {file.advice}" for file in found]
        raise CommandError(
            message, (hints or ["`briefgen init` makes a publication, `briefgen new TITLE` an issue"])[0]
        )
    return tuple((newsroom, path) for path in newsroom.issue_paths)


class _NewsroomCache:
    """Loads each publication only once per command."""

    def __init__(self, here: Path, cache: Path | None) -> None:
        self.here = here
        self.cache = cache
        self.newsrooms: dict[Path, Newsroom] = {}

    def newsroom(self, start: Path) -> Newsroom:
        folder = start if start.is_dir() else start.parent
        if folder not in self.newsrooms:
            self.newsrooms[folder] = load_newsroom(start, cache=self.cache)
        return self.newsrooms[folder]

    def find(self, word: str) -> FoundIssue:
        if word.isdecimal() and not Path(word).exists():
            newsroom = self.newsroom(self.here)
            return newsroom, newsroom.find_number(int(word))
        path = Path(word)
        if path.name in FILES:
            message = f"`{word}` is not an issue"
            raise CommandError(message, "it is checked with every issue: `briefgen validate`")
        if path.is_dir() or (not path.exists() and path.suffix.casefold() not in SUFFIXES):
            message = f"`{word}` is neither a number nor an issue file"
            raise CommandError(message, "name an issue as `133` or `issues/133-kiel.yaml`")
        if not path.exists():
            message = f"there is no `{word}`"
            raise CommandError(message, "check the name; capitals count")
        return self.newsroom(path), path
