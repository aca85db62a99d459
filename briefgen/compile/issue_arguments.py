"""Which issues the words of a command mean: numbers, files, and folders of publications."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefgen.compile.cache import Cache
from briefgen.compile.documents import format_path, real_path
from briefgen.compile.errors import CommandError
from briefgen.compile.house_files import FILES
from briefgen.compile.newsroom import ISSUES, Newsroom, find_root, load_newsroom
from briefgen.compile.parsed_issue import load_issue
from briefgen.compile.stray_files import find_stray
from briefgen.model import make_issue_slug

SUFFIXES = frozenset({".yaml", ".yml"})


class FoundIssue(NamedTuple):
    """An issue file with its publication."""

    newsroom: Newsroom
    path: Path
    is_named: bool = False
    """Whether a word meant this very issue, and not a whole publication."""


def find_issues(words: Sequence[str], here: Path, *, cache: Cache | None = None) -> tuple[FoundIssue, ...]:
    """Return the issues that the words of a command name, each once.

    Words are numbers, paths of issues, or folders of publications, which mean all their issues; without any, all
    issues of the publication at or above `here`.

    Raises:
        CommandError: a word names nothing, or there are no issues.
    """
    newsrooms = _NewsroomCache(here, cache)
    found: dict[tuple[Path, str], FoundIssue] = {}
    find_real = functools.cache(real_path)
    for each in (one for word in words for one in newsrooms.find(word)) if words else _all_of(newsrooms.newsroom(here)):
        # An issue may be meant twice, by its number and in its folder.
        key = find_real(each.path.parent), each.path.name
        if key not in found or each.is_named:
            found[key] = each
    return tuple(found.values())


def refuse_collisions(found: Iterable[tuple[FoundIssue, Path]]) -> None:
    """Look at the folders that issues are written to, before anything is written.

    Raises:
        CommandError: two issues would be written to one.
    """
    taken: dict[tuple[Path, str], Path] = {}
    find_real = functools.cache(real_path)
    for each, parent in found:
        folder, slug = find_real(parent), find_slug(each.path)
        if (other := taken.setdefault((folder, slug), each.path)) != each.path:
            names = f"`{format_path(other)}` and `{format_path(each.path)}`"
            message = f"{names} would both be written to `{format_path(folder / slug)}/`"
            raise CommandError(message, "rename one, or build them into different folders with `--output`")


def find_slug(path: Path) -> str:
    """Return the name of an issue's output folder, before the issue is built."""
    slug = make_issue_slug(path.stem, 0)
    if slug == make_issue_slug(path.stem, 1):
        return slug
    # The name alone cannot be an address.
    issue = load_issue(path).reading.record
    return make_issue_slug(path.stem, issue.number if issue else 0)


def _all_of(newsroom: Newsroom) -> Iterator[FoundIssue]:
    if not newsroom.issue_paths:
        message = f"no issues in {format_path(newsroom.issues_folder)}/"
        stray = (file for file in find_stray(newsroom.issues_folder, FILES, frozenset()) if file.is_issue)
        hints = (f"`{format_path(file.path)}` contains one: {file.advice}" for file in stray)
        raise CommandError(message, next(hints, "`briefgen init` starts a publication, `briefgen new TITLE` an issue"))
    for path in newsroom.issue_paths:
        yield FoundIssue(newsroom, path)


class _NewsroomCache:
    """Loads each publication only once per command."""

    def __init__(self, here: Path, cache: Cache | None) -> None:
        self.here = here
        self.cache = cache
        self.newsrooms: dict[Path, Newsroom] = {}

    def newsroom(self, start: Path) -> Newsroom:
        folder = real_path(start if start.is_dir() else start.parent)
        if folder not in self.newsrooms:
            loaded = load_newsroom(start, cache=self.cache, notes_states=True)
            # Two folders may be one publication's: it is one all the same.
            known = (each for each in self.newsrooms.values() if _is_same(each, loaded))
            self.newsrooms[folder] = next(known, loaded)
        return self.newsrooms[folder]

    def find(self, word: str) -> Iterator[FoundIssue]:
        path = Path(word)
        if word.isdecimal() and not path.exists():
            newsroom = self.newsroom(self.here)
            yield FoundIssue(newsroom, newsroom.find_number(int(word)), is_named=True)
        elif path.is_dir():
            yield from _all_of(self.newsroom(_publication_at(path)))
        else:
            _check_file(path, word)
            yield FoundIssue(self.newsroom(path), path, is_named=True)


def _is_same(one: Newsroom, other: Newsroom) -> bool:
    return one.root == other.root and one.is_publication == other.is_publication


def _publication_at(folder: Path) -> Path:
    """Return a folder if it is a publication or its `issues/`; other folders inside a publication do not count.

    Raises:
        CommandError: it is neither.
    """
    root = find_root(real_path(folder))
    if root is not None and real_path(folder) in {root, root / ISSUES}:
        return folder
    inner = sorted(format_path(each.parent) for each in folder.glob(f"*/{ISSUES}") if each.is_dir())
    message = f"`{format_path(folder)}` is no publication: it holds no `{ISSUES}/`"
    hint = f"name those in it: {' '.join(inner)}" if inner else "name an issue as `133` or `issues/133-kiel.yaml`"
    raise CommandError(message, hint)


def _check_file(path: Path, word: str) -> None:
    if path.name in FILES:
        message = f"`{word}` is not an issue"
        raise CommandError(message, "it is checked along with the issues: run `briefgen validate`")
    if path.exists():
        return
    if path.suffix.casefold() not in SUFFIXES:
        message = f"`{word}` is neither a number nor an issue file"
        raise CommandError(message, "name an issue as `133` or `issues/133-kiel.yaml`, a publication as its folder")
    message = f"there is no `{word}`"
    raise CommandError(message, "check the name; capitals count")
