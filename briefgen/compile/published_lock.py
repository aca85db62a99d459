"""`issues/published.lock`: what readers have of each published issue, one line an issue, so that git can merge it.

A line has the name of the issue's output folder, the number of its corrections, the day it last changed, and a digest
of each of its parts. Where two branches have published one issue, a merge leaves two lines of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compile.documents import format_path, real_path
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import PARTS, Published, is_uncorrected
from briefgen.model import make_issue_slug
from briefgen.yamltext import Document, Span

LOCK = "published.lock"
MAX_BYTES = 8_000_000
MAX_FAULTS = 20
_ENTRY = rf"[a-z0-9-]+ \d{{1,6}} \d{{4}}-\d\d-\d\d(?: (?:{'|'.join(PARTS)}):[0-9a-f]{{12}})+"
_LINE = expression(_ENTRY)
# The whole file at once, since an archive has thousands of lines.
_FILE = expression(rf"(?:(?:#[^\n]*+|{_ENTRY})?(?:\n|\Z))*+")
_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class PublishedLock(Struct, frozen=True):
    """The lines of a publication's lock file, by the names of the issues' output folders."""

    lines: dict[str, tuple[str, ...]] = {}

    def find(self, slug: str) -> tuple[Published, ...]:
        """Return what readers have of an issue; nothing if it was never published."""
        return tuple(map(_parse_line, self.lines.get(slug, ())))

    def is_uncorrected(self, now: Published) -> bool:
        """Return whether an issue has changed since it was published without a correction."""
        return is_uncorrected(self.find(now.slug), now)


def load_lock(folder: Path, issues: Sequence[Path]) -> tuple[PublishedLock, tuple[Diagnostic, ...]]:
    """Load the lock file in a folder of issues, and report lines that cannot be read or whose issue is gone."""
    path = folder / LOCK
    try:
        text = decode_lock(read_lock(folder))
    except UnreadableFileError as error:
        if error.is_missing:
            return PublishedLock(), ()
        finding = Finding(span=Span(0, 0), message=str(error), help=error.hint, severity=Severity.ERROR)
        return PublishedLock(), (_diagnose(path, "", finding),)
    is_sound = _FILE.fullmatch(text) is not None
    lines = parse_lines(text, is_sound=is_sound)
    gone = lines.keys() - {each.stem for each in issues}
    gone = gone - set(map(find_published_slug, issues)) if gone else gone
    findings = [*(() if is_sound else _find_damage(text)), *(_find_gone(text, gone, issues) if gone else ())]
    more = len(findings) - MAX_FAULTS
    if more > 0:
        last = findings[MAX_FAULTS - 1]
        findings[MAX_FAULTS - 1] = replace(last, message=f"{last.message}, and {more:,} more lines have faults")
    return PublishedLock(lines), tuple(_diagnose(path, text, finding) for finding in findings[:MAX_FAULTS])


def find_published_slug(path: Path) -> str:
    """Return the name of an issue's output folder as far as the name of its file decides it."""
    return make_issue_slug(path.stem, 0)


def read_lock(folder: Path) -> bytes:
    """Return the lock file in a folder of issues.

    Raises:
        UnreadableFileError: it is missing, or must not be read.
    """
    return read_beneath(real_path(folder), LOCK, limit=MAX_BYTES)


def decode_lock(content: bytes) -> str:
    """Return the text of a lock file, as it is in git: with a line feed after each line."""
    return content.decode("utf-8", errors="replace").replace("\r\n", "\n")


def parse_lines(text: str, *, is_sound: bool = False) -> dict[str, tuple[str, ...]]:
    """Return the lines of each issue; those that cannot be read are left out, unless there are said to be none."""
    lines = [line for line in text.split("\n") if is_sound or _LINE.fullmatch(line)]
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line and line[0] != "#":
            slug = line[: line.index(" ")]
            found[slug] = (*found.get(slug, ()), line) if slug in found else (line,)
    return found


def _parse_line(line: str) -> Published:
    slug, corrections, modified, *parts = line.split(" ")
    pairs = (part.partition(":") for part in parts)
    return Published(slug, int(corrections), modified, tuple((kind, digest) for kind, _, digest in pairs))


def sort_key(slug: str) -> tuple[int, str]:
    """Return what orders the lines: the number of the issue."""
    number = slug.partition("-")[0]
    return (int(number) if number.isdecimal() else -1), slug


def _find_damage(text: str) -> Iterator[Finding]:
    for start, line in _walk(text):
        if not line or line.startswith("#") or _LINE.fullmatch(line):
            continue
        is_merge = line.startswith(_MARKS)
        shown = line if len(line) <= 40 else f"{line[:39]}…"  # noqa: PLR2004 - as much as tells it from other lines
        yield Finding(
            span=Span(start, start + len(line)),
            message="a merge has left its mark here" if is_merge else f"“{shown}” is no entry of a published issue",
            help="delete the lines with marks, and keep the others, from both sides"
            if is_merge
            else "take the line from git, or update briefgen if a newer version wrote it",
            severity=Severity.ERROR,
        )


def _find_gone(text: str, gone: Iterable[str], issues: Sequence[Path]) -> Iterator[Finding]:
    """Yield the first line of each issue that has no file any more; where its number has one, it was renamed."""
    left = set(gone)
    by_number = {sort_key(each.stem)[0]: each for each in issues}
    for start, line in _walk(text):
        slug = line.partition(" ")[0]
        if slug not in left:
            continue
        left.remove(slug)
        renamed = by_number.get(sort_key(slug)[0])
        yield Finding(
            span=Span(start, start + len(slug)),
            message=f"`{slug}` was published, but has no file",
            help=f"name `{renamed.name}` `{slug}.yaml` again, or write its new name here, and into `issues/moved.yaml` "
            f"`{slug}: {sort_key(slug)[0]}`, since links lead there"
            if renamed
            else "bring the file back, or delete the line if the issue was withdrawn",
        )


def _walk(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _diagnose(path: Path, text: str, finding: Finding) -> Diagnostic:
    # Imported late: loading the rules takes time, and such faults are rare.
    from briefgen.rules.structure import uncorrected_change  # noqa: PLC0415

    rule = uncorrected_change.RULE
    severity = finding.severity or rule.severity
    return Diagnostic(rule.code, rule.name, severity, format_path(path), finding, Document(text, None))
