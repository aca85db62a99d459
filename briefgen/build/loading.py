"""From disk to structure: the publication, its outlets, its issues and what lies beside them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from briefgen.build.faults import CommandFault
from briefgen.build.images import measure_image
from briefgen.build.reading import UnreadableError, read_beneath
from briefgen.build.register import load_shipped_outlets
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.manuscript import ImageFact, ListedSource, Manuscript, Sibling, read_manuscript, shingle
from briefgen.model import (
    Issue,
    Outlets,
    Publication,
    ShapeFault,
    parse_issue,
    parse_outlets,
    parse_publication,
)
from briefgen.rules import find_rule, unknown_words
from briefgen.rules.citation.addresses import normalised
from briefgen.rules.citation.known_sources import fold_headline
from briefgen.rules.structure.unusable_image import MAX_IMAGES
from briefgen.yamltext import MAX_REGISTER_NODES, Document, Fault, Mapping, Scalar, Span, parse_document

ISSUES = "issues"
PUBLICATION = "publication.yaml"
OUTLETS = "outlets.yaml"
BASELINE = "baseline.json"
SUFFIXES = frozenset({".yaml", ".yml"})
# More than a parse may take, so that the parser itself says that the file is too large.
MAX_READ = 8_000_000
LOOK_BACK = 12

_NUMBERED = re.compile(r"(?P<number>\d{1,7})(?:[-_.].*)?\.ya?ml", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Newsroom:
    """A publication's folder: the one that holds `issues/`, or a lone issue's folder with defaults for all."""

    root: Path
    publication: Publication
    outlets: Outlets
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with publication.yaml and outlets.yaml."""
    is_publication: bool = True

    _siblings: dict[str, Sibling | None] = field(default_factory=dict, repr=False)
    """What the last few issues are known by, so that a run over all reads each of them once."""

    def sibling(self, path: Path) -> Sibling | None:
        """Return what is known of another issue; nothing of one that cannot be read."""
        if path.name not in self._siblings:
            self.remember(path, _load_sibling(path))
        return self._siblings[path.name]

    def remember(self, path: Path, sibling: Sibling | None) -> None:
        """Keep what is known of an issue until two dozen others have come: memory does not grow with the archive."""
        self._siblings[path.name] = sibling
        while len(self._siblings) > 2 * LOOK_BACK:
            del self._siblings[next(iter(self._siblings))]

    @property
    def issues_folder(self) -> Path:
        """Where the issues lie; paths of images count from here, then from the root."""
        return self.root / ISSUES if self.is_publication else self.root

    @property
    def baseline(self) -> Path:
        """Where the reports stand that are let be."""
        return self.issues_folder / BASELINE

    @property
    def templates(self) -> Path | None:
        """The publication's own templates, if it has any."""
        folder = self.root / "templates"
        return folder if self.is_publication and folder.is_dir() else None

    @cached_property
    def issue_paths(self) -> tuple[Path, ...]:
        """The issues in order of the numbers in their names."""
        if not self.is_publication:
            return ()
        found = [path for path in self.issues_folder.iterdir() if _NUMBERED.fullmatch(path.name)]
        return tuple(sorted(found, key=lambda path: (number_of(path), path.name)))

    def find_number(self, number: int) -> Path:
        """Return the issue of a number.

        Raises:
            CommandFault: there is none, or several.
        """
        found = [path for path in self.issue_paths if number_of(path) == number]
        if len(found) == 1:
            return found[0]
        folder = format_path(self.issues_folder)
        if not found:
            have = ", ".join(str(number_of(path)) for path in self.issue_paths[-8:])
            message = f"no issue {number} in {folder}/"
            raise CommandFault(message, f"there are {have}" if have else "`briefgen new TITLE` begins one")
        message = f"issue {number} is there {len(found)} times: {', '.join(path.name for path in found)}"
        raise CommandFault(message, "name the file")


def number_of(path: Path) -> int:
    """Return the number in an issue's file name, or -1."""
    found = _NUMBERED.fullmatch(path.name)
    return int(found["number"]) if found else -1


def format_path(path: Path) -> str:
    """Return a path as short as it can be said from here, with slashes."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that holds `issues/`, as git finds its own."""
    for folder in (start, *start.parents):
        if folder.name == ISSUES and folder.is_dir() and _looks_like_issues(folder):
            return folder.parent
        if (folder / ISSUES).is_dir():
            return folder
    return None


def _looks_like_issues(folder: Path) -> bool:
    return (folder / PUBLICATION).exists() or any(_NUMBERED.fullmatch(path.name) for path in folder.iterdir())


def load_newsroom(start: Path, *, cache: Path | None = None) -> Newsroom:
    """Load the publication that a folder or an issue belongs to; a lone issue gets one of defaults.

    Raises:
        CommandFault: a file cannot be read.
    """
    folder = start if start.is_dir() else start.parent
    root = find_root(folder.resolve())
    if root is None or (not start.is_dir() and not start.resolve().is_relative_to(root / ISSUES)):
        return Newsroom(
            folder.resolve(), Publication.model_construct(), load_shipped_outlets(cache), is_publication=False
        )
    publication, faults = _load_publication(root)
    outlets, outlet_faults = _load_outlets(root, cache)
    return Newsroom(root, publication, outlets, (*faults, *outlet_faults))


def _load_publication(root: Path) -> tuple[Publication, tuple[Diagnostic, ...]]:
    path = root / ISSUES / PUBLICATION
    if not path.exists():
        return Publication.model_construct(), ()
    document = load_document(path)
    reading = parse_publication(document)
    faults = [_diagnose(path, document, fault) for fault in reading.faults]
    if reading.record is None:
        return Publication.model_construct(), tuple(faults)
    return reading.record, (*faults, *_diagnose_words(path, document, reading.record))


def _diagnose_words(path: Path, document: Document, publication: Publication) -> Iterator[Diagnostic]:
    """Yield the words under `validate:` that name no rule: most often they are misspelt, and silence nothing."""
    settings = publication.validation
    for key, words in (("select", settings.select), ("ignore", settings.ignore), ("severity", settings.severity)):
        for index, word in enumerate(words):
            if unknown_words([word]):
                step = word if key == "severity" else index
                span = document.key_span("validate", key, step) or document.nearest_span("validate", key)
                finding = Finding(span=span, message=f"there is no rule `{word}`", help="`briefgen rule` lists them")
                yield Diagnostic("S007", "bad-suppression", Severity.WARNING, format_path(path), finding, document)


def _load_outlets(root: Path, cache: Path | None) -> tuple[Outlets, tuple[Diagnostic, ...]]:
    shipped, path = load_shipped_outlets(cache), root / ISSUES / OUTLETS
    if not path.exists():
        return shipped, ()
    document = load_document(path, max_nodes=MAX_REGISTER_NODES)
    reading = parse_outlets(document)
    faults = tuple(_diagnose(path, document, fault) for fault in reading.faults)
    return (shipped.extended(reading.record.outlets) if reading.record else shipped), faults


def _diagnose(path: Path, document: Document, fault: ShapeFault) -> Diagnostic:
    rule = find_rule(fault.rule)
    code = rule.code if rule else ""
    return Diagnostic(code, fault.rule, Severity.ERROR, format_path(path), fault.finding, document)


def load_document(path: Path, **limits: int) -> Document:
    """Read a YAML file; one that must not be read, such as a link, is a document with that fault.

    Raises:
        CommandFault: there is no such file.
    """
    if path.is_dir():
        message = f"{format_path(path)} is a folder"
        raise CommandFault(message, "name an issue file in it, or run briefgen without one for all issues")
    try:
        content = read_beneath(path.parent.resolve(), path.name, limit=MAX_READ)
    except UnreadableError as error:
        if not error.is_missing:
            return Document("", None, (Fault(Span(0, 0), str(error), error.hint),))
        raise CommandFault(f"there is no `{format_path(path)}`", error.hint) from error
    except OSError as error:
        message = f"there is no `{format_path(path)}`"
        raise CommandFault(message, "check the name; capitals count") from error
    return parse_document(content, **limits)


def load_manuscript(newsroom: Newsroom, path: Path, *, document: Document | None = None) -> Manuscript:
    """Load an issue with the sizes of its images and what is known of the issues around it."""
    is_stored = document is None
    document = document if document is not None else load_document(path)
    manuscript = read_manuscript(
        document,
        format_path(path),
        publication=newsroom.publication,
        outlets=newsroom.outlets,
        siblings=tuple(load_siblings(newsroom, path)),
        images=dict(_measure_images(image_folder(newsroom, path), document)),
    )
    if is_stored:
        newsroom.remember(path, make_sibling(path, document, manuscript.issue) if manuscript.issue else None)
    return manuscript


def image_folder(newsroom: Newsroom, path: Path) -> Path:
    """Return where the images of an issue are looked for: beside it."""
    return newsroom.issues_folder if newsroom.is_publication else path.parent.resolve()


def _measure_images(folder: Path, document: Document) -> Iterator[tuple[str, ImageFact]]:
    nodes = (node for path, node in document.walk() if path[-2:] == ("image", "file"))
    names = dict.fromkeys(node.value.strip() for node in nodes if isinstance(node, Scalar) and node.value.strip())
    for name in islice(names, MAX_IMAGES):
        yield name, measure_image(folder, name)


def load_siblings(newsroom: Newsroom, path: Path) -> Iterator[Sibling]:
    """Yield what is known of the twelve issues before and of the one after; those that cannot be read are left out.

    They are reported by themselves.
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


def _load_sibling(path: Path) -> Sibling | None:
    try:
        document = load_document(path)
    except CommandFault:
        return None
    issue = parse_issue(document).record
    return make_sibling(path, document, issue) if issue else None


def make_sibling(path: Path, document: Document, issue: Issue) -> Sibling:
    """Return what the issues around it know of an issue."""
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
                fold_headline(source.title or ""),
                source.author or "",
                normalised(source.url) if source.url else "",
                is_background=source.background,
            )


Found = tuple[Newsroom, Path]
"""An issue with the newsroom it belongs to."""


def find_issues(words: Sequence[str], here: Path, *, cache: Path | None = None) -> tuple[Found, ...]:
    """Return the issues that the words of a command name, each with its newsroom.

    Words are numbers or paths; without any, all issues of the publication at or above `here`.

    Raises:
        CommandFault: a word names nothing, or there are no issues.
    """
    shelf = _Shelf(here, cache)
    if words:
        return tuple(dict.fromkeys(shelf.find(word) for word in words))
    newsroom = shelf.newsroom(here)
    if not newsroom.issue_paths:
        message = f"no issues in {format_path(newsroom.issues_folder)}/"
        raise CommandFault(message, "`briefgen init` makes a publication, `briefgen new TITLE` an issue")
    return tuple((newsroom, path) for path in newsroom.issue_paths)


class _Shelf:
    """The newsrooms of one call, each loaded once."""

    def __init__(self, here: Path, cache: Path | None) -> None:
        self.here = here
        self.cache = cache
        self.newsrooms: dict[Path, Newsroom] = {}

    def newsroom(self, start: Path) -> Newsroom:
        folder = start if start.is_dir() else start.parent
        if folder not in self.newsrooms:
            self.newsrooms[folder] = load_newsroom(start, cache=self.cache)
        return self.newsrooms[folder]

    def find(self, word: str) -> Found:
        if word.isdecimal() and not Path(word).exists():
            newsroom = self.newsroom(self.here)
            return newsroom, newsroom.find_number(int(word))
        path = Path(word)
        if path.name in {PUBLICATION, OUTLETS}:
            message = f"`{word}` is not an issue"
            raise CommandFault(message, "it is checked with every issue: `briefgen validate`")
        if path.is_dir() or (not path.exists() and path.suffix.casefold() not in SUFFIXES):
            message = f"`{word}` is neither a number nor an issue file"
            raise CommandFault(message, "name an issue as `133` or `issues/133-kiel.yaml`")
        if not path.exists():
            message = f"there is no `{word}`"
            raise CommandFault(message, "check the name; capitals count")
        return self.newsroom(path), path
