"""A publication on disk: its settings, and the issue files in its folder."""

import os
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.compile.cache import Cache
from briefgen.compile.documents import format_path, is_folder, real_path
from briefgen.compile.errors import CommandError
from briefgen.compile.file_states import FileStates
from briefgen.compile.house_files import FILES, MOVED, PUBLICATION, load_outlets, load_publication, load_terms
from briefgen.compile.house_fonts import FONTS, load_fonts
from briefgen.compile.house_stylesheet import load_stylesheet
from briefgen.compile.parsed_issue import ParsedIssue, load_issue, make_sibling
from briefgen.compile.published_lock import PublishedLock, find_published_slug, load_lock
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.compile.stray_files import find_stray, report_folder, report_stray
from briefgen.diagnostics import Diagnostic
from briefgen.expressions import expression
from briefgen.manuscript import FileFact, OwnRegister, Sibling
from briefgen.model import Outlets, Publication
from briefgen.prose import Terms
from briefgen.render.house_style import HouseStyle

if TYPE_CHECKING:
    from briefgen.model.moved import MovedIssue

ISSUES = "issues"
TEMPLATES = "templates"

Spelled = Callable[[Publication], Mapping[str, tuple[str, ...]] | None]
"""Returns the misspelt words in a publication's issues; None if they were not checked."""


BASELINE = "baseline.json"


LOOK_BACK = 12


_NUMBERED = expression(r"(?P<number>\d{1,7})(?:[-_.].*)?\.ya?ml", re.IGNORECASE)


class Newsroom(Struct, frozen=True, dict=True):
    """A loaded publication: the folder with `issues/`; or the folder of a standalone issue, with defaults."""

    root: Path
    publication: Publication
    outlets: Outlets
    issue_paths: tuple[Path, ...] = ()
    """The issue files, ordered by the number in their names."""
    faults: tuple[Diagnostic, ...] = ()
    """The faults of publication.yaml, outlets.yaml, terms.yaml, moved.yaml and published.lock."""
    is_publication: bool = True
    terms: Terms = Terms()
    style: HouseStyle = HouseStyle()
    """The publication's own fonts, without refused ones."""
    own_register: OwnRegister | None = None
    """Its outlets.yaml, as far as a fix may add to it."""
    moved: "tuple[MovedIssue, ...]" = ()
    """Where its issues were before they were renamed."""
    published: PublishedLock = PublishedLock()
    """What readers have of its published issues."""
    states: FileStates | None = None
    """Of its files before they were read; None where nobody asks what was saved since."""
    cache: Cache | None = None

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

    @cached_property
    def _spelling(self) -> list[Spelled]:
        """What knows the misspelt words of this run, or nothing."""
        return []

    def use_spelling(self, spelled: Spelled) -> None:
        """Let the issues know their misspelt words."""
        self._spelling[:] = [spelled]

    @property
    def misspellings(self) -> Mapping[str, tuple[str, ...]] | None:
        """The misspelt words in the issues of this run, with corrections; None if spelling was not checked."""
        return self._spelling[0](self.publication) if self._spelling else None

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
        folder = self.root / TEMPLATES
        return folder if self.is_publication and folder.is_dir() else None

    @cached_property
    def _numbered(self) -> list[tuple[int, str, Path]]:
        """The issue files with their numbers and names, in their order."""
        return [(number_of(path), path.name, path) for path in self.issue_paths]

    @cached_property
    def _by_number(self) -> dict[int, list[Path]]:
        """The issue files by the numbers in their names."""
        named: dict[int, list[Path]] = {}
        for path in self.issue_paths:
            named.setdefault(number_of(path), []).append(path)
        return named

    def file_fact(self, path: Path) -> FileFact:
        """Return the facts about an issue file among the others of the publication."""
        alike = [each.name for each in self._by_number.get(number_of(path), ())]
        is_here = path.parent == self.issues_folder or real_path(path.parent) == self.issues_folder
        if path.name not in alike or not is_here:
            # It is in another folder, or not saved yet.
            return FileFact()
        published = self.published.find(find_published_slug(path)) if self.published.lines else ()
        return FileFact(tuple(name for name in alike if name != path.name), published)

    def neighbours(self, path: Path) -> tuple[Path, ...]:
        """Return the twelve issue files before another and the one after: those that rules about it look at."""
        number, name = number_of(path), path.name
        place = bisect_left(self._numbered, number, key=itemgetter(0))
        around = self._numbered[max(0, place - LOOK_BACK) : place + 2 + LOOK_BACK]
        others = [(their, other) for their, theirs, other in around if theirs != name]
        before = [other for their, other in others if their <= number]
        after = [other for their, other in others if their > number][:1]
        return (*before, *after)

    def find_number(self, number: int) -> Path:
        """Return the issue file with a number.

        Raises:
            CommandError: there is none, or several.
        """
        found = self._by_number.get(number, [])
        if len(found) == 1:
            return found[0]
        folder = format_path(self.issues_folder)
        if not found:
            have = ", ".join(str(number_of(path)) for path in self.issue_paths[-8:])
            message = f"no issue {number} in {folder}/"
            raise CommandError(message, f"there are {have}" if have else "`briefgen new TITLE` starts one")
        message = f"{len(found)} files have the number {number}: {', '.join(path.name for path in found)}"
        raise CommandError(message, "name the file you mean")


def _find_issues(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the issue files, ordered by their numbers, and folders that are named like issues."""
    with os.scandir(folder) as entries:
        named = [(is_folder(entry), folder / entry.name) for entry in entries if _NUMBERED.fullmatch(entry.name)]
    named.sort(key=lambda entry: (number_of(entry[1]), entry[1].name))
    return [path for is_folder, path in named if not is_folder], [path for is_folder, path in named if is_folder]


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


def load_newsroom(start: Path, *, cache: Cache | None = None, notes_states: bool = False) -> Newsroom:
    """Load the publication of a folder or issue file; a standalone issue gets default settings.

    With `notes_states`, the states of its files are noted before they are read.

    Raises:
        CommandError: a file cannot be read.
    """
    folder = start if start.is_dir() else start.parent
    root = find_root(real_path(folder))
    if root is None or (not start.is_dir() and not real_path(start).is_relative_to(root / ISSUES)):
        return Newsroom(
            real_path(folder), Publication(), load_shipped_outlets(cache), is_publication=False, cache=cache
        )
    states = FileStates() if notes_states else None
    if states is not None:
        states.note(root / ISSUES, root / TEMPLATES, root / FONTS)
    paths, misnamed = _find_issues(root / ISSUES)
    names = [path.name for path in paths]
    publication, faults = load_publication(root / ISSUES, names)
    outlets, own_register, outlet_faults = load_outlets(root / ISSUES, cache)
    terms, term_faults = load_terms(root / ISSUES)
    published, lock_faults = load_lock(root / ISSUES, paths)
    stray = [report_stray(file) for file in find_stray(root / ISSUES, FILES, frozenset(names))]
    stray += [report_folder(path) for path in misnamed]
    faces, font_faults = load_fonts(root, publication.build.fonts, root / ISSUES / PUBLICATION)
    if states is not None and publication.build.stylesheet:
        states.note(root / publication.build.stylesheet)
    stylesheet, style_faults = load_stylesheet(root, publication.build.stylesheet, root / ISSUES / PUBLICATION)
    moved, moved_faults = _load_moved(root / ISSUES, names)
    house_faults = (*font_faults, *style_faults, *outlet_faults, *term_faults)
    faults = (*faults, *house_faults, *moved_faults, *lock_faults, *stray)
    style = HouseStyle(faces, publication.build.system_fonts, stylesheet)
    return Newsroom(
        root,
        publication,
        outlets,
        tuple(paths),
        faults,
        terms=terms,
        style=style,
        own_register=own_register,
        published=published,
        states=states,
        moved=moved,
        cache=cache,
    )


def _load_moved(folder: Path, names: Sequence[str]) -> "tuple[tuple[MovedIssue, ...], tuple[Diagnostic, ...]]":
    if not (folder / MOVED).exists():
        return (), ()
    from briefgen.compile.moved_issues import load_moved  # noqa: PLC0415 - few publications have one

    return load_moved(folder, ((number_of(path), path.stem) for path in map(Path, names)))
