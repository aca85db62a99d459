"""Resolves the issue arguments of a command: numbers, paths, or none for all issues."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.house_files import FILES
from briefgen.compile.newsroom import Newsroom, load_newsroom
from briefgen.compile.stray_files import find_stray

SUFFIXES = frozenset({".yaml", ".yml"})


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
        hints = [f"`{format_path(file.path)}` contains one: {file.advice}" for file in found]
        raise CommandError(
            message, (hints or ["`briefgen init` starts a publication, `briefgen new TITLE` an issue"])[0]
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
            raise CommandError(message, "it is checked along with the issues: run `briefgen validate`")
        if path.is_dir() or (not path.exists() and path.suffix.casefold() not in SUFFIXES):
            message = f"`{word}` is neither a number nor an issue file"
            raise CommandError(message, "name an issue as `133` or `issues/133-kiel.yaml`")
        if not path.exists():
            message = f"there is no `{word}`"
            raise CommandError(message, "check the name; capitals count")
        return self.newsroom(path), path
