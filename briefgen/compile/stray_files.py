"""Finds files that were probably meant for briefgen but are not read, because of their name or folder."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefgen.compile.documents import format_path, is_folder
from briefgen.diagnostics import Diagnostic, Finding
from briefgen.expressions import expression
from briefgen.model import make_slug
from briefgen.yamltext import Document, Span

# The first kilobytes of an issue contain its typical keys.
_HEAD = 8_192
# Look into at most so many files and folders.
MAX_LOOKS = 50
MAX_FOLDERS = 20

# File names to look at, next to the issues and elsewhere, where text files may contain mere examples of issues. A
# leading `_` or full stop means that a file is ignored on purpose.
_LIKELY = expression(r"(?i)^(?!readme)[^._].*\.(?:ya?ml|txt|md|json|toml)$")
_YAML = expression(r"(?i)^[^._].*\.ya?ml(?:\.txt)?$")
_ISSUE = expression(rb"(?m)^[ \t]*\"?(?:feature|briefs)\"?[ \t]*:")
_NUMBER = expression(rb"(?m)^[ \t{]*\"?number\"?[ \t]*:[ \t]*[\"'#]*(?P<number>\d{1,7})\b")
_LEADING = expression(r"(?P<number>\d{1,7})(?:[ _.-]+|$)")
_DATED = expression(r"\d{4}-\d\d-\d\d[ _.-]*")


class StrayFile(Struct, frozen=True):
    """A file that is not read, and the path under which it would be read."""

    path: Path
    meant: str

    is_issue: bool

    @property
    def advice(self) -> str:
        """Proposes a new name or folder."""
        return f"rename it `{self.meant}`" if "/" not in self.meant else f"move it to `{self.meant}`"


def find_stray(issues_folder: Path, read: frozenset[str], issues: frozenset[str]) -> Iterator[StrayFile]:
    """Yield stray files in the folder of issues, its parent, and its subfolders.

    `read` are the names of settings files, `issues` those of the issues that are read.
    """
    looks, known = 0, read | issues
    here = _list(issues_folder)
    inner = [issues_folder / each.name for each in here if is_folder(each) and each.name[:1] not in {".", "_"}]
    for folder in (issues_folder, issues_folder.parent, *inner[:MAX_FOLDERS]):
        is_here = folder == issues_folder
        for name in (each.name for each in (here if is_here else _list(folder))):
            if (is_here and name in known) or not (_LIKELY if is_here else _YAML).search(name):
                continue
            setting = next((each for each in read if _stem(each) == _stem(name).casefold()), "")
            looks += not setting
            if looks > MAX_LOOKS:
                return
            path = folder / name
            if meant := setting or _issue_name(path):
                yield StrayFile(path, meant if is_here else f"{issues_folder.name}/{meant}", is_issue=not setting)


def _list(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing if it is closed to us."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def report_stray(file: StrayFile) -> Diagnostic:
    """Return the diagnostic about a stray file."""
    message = (
        f"`{file.path.name}` contains an issue but is not read" if file.is_issue else f"`{file.path.name}` is not read"
    )
    return _report(file.path, message, file.advice)


def report_folder(path: Path) -> Diagnostic:
    """Return the diagnostic about a folder that is named like an issue."""
    return _report(path, f"`{path.name}` is not read: it is a folder", "rename it, or move the issue out of it")


def _report(path: Path, message: str, advice: str) -> Diagnostic:
    # Imported late: loading the rules takes time, and stray files are rare.
    from briefgen.rules.structure import unread_file  # noqa: PLC0415

    rule = unread_file.RULE
    finding = Finding(span=Span(0, 0), message=message, help=advice)
    return Diagnostic(rule.code, rule.name, rule.severity, format_path(path), finding, Document("", None))


def _stem(name: str) -> str:
    return re.sub(r"(?i)(?:\.ya?ml|\.json|\.toml)?(?:\.txt)?$", "", name)


def _issue_name(path: Path) -> str:
    """Return the correct name for a file that contains an issue, or ""."""
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        # Nobody can tell what is in it.
        return ""
    number = _NUMBER.search(head)
    if not _ISSUE.search(head):
        return ""
    if number is None:
        # In text files other than YAML, this may be an example.
        return f"NUMBER-{make_slug(_stem(path.name)) or 'issue'}.yaml" if _YAML.search(path.name) else ""
    words = re.sub(r"(?i)^(?:issue|no|nr|number|ausgabe)?[ _.-]*(?=\d)", "", _stem(path.name))
    leading = _LEADING.match(words)
    rest = words[leading.end() :] if leading and int(leading["number"]) == int(number["number"]) else words
    slug = make_slug(_DATED.sub("", rest))
    return f"{int(number['number'])}-{slug or 'issue'}.yaml"
