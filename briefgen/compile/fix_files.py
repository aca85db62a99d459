"""Fixes issue files: applies fixes repeatedly until none is left, and writes the files atomically.

A fix may also add entries to the publication's outlets.yaml, which is written with the issue.
"""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compile.atomic_file import ChangedFileError, write_file
from briefgen.compile.documents import format_path, load_document
from briefgen.compile.errors import CommandError
from briefgen.compile.house_files import OUTLETS, read_outlets
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import Newsroom
from briefgen.diagnostics import Diagnostic, FileEdit
from briefgen.manuscript import Manuscript
from briefgen.reports.visible import show, show_diff_line
from briefgen.rules import choose_rules, run_rules
from briefgen.rules.apply_fixes import FixedText, applicable_fixes, apply_fixes
from briefgen.yamltext import MAX_REGISTER_NODES, Document, apply_edits, parse_text

# Each pass applies all fixes that do not conflict; real files need two or three passes.
MAX_PASSES = 20
_MARK = "\ufeff"


class FixedIssue(Struct, frozen=True):
    """An issue file after its fixes, not written yet."""

    path: Path
    before: Document
    manuscript: Manuscript
    """Parsed from the fixed text."""
    diagnostics: tuple[Diagnostic, ...]
    """The remaining diagnostics."""
    count: int
    """The number of fixes applied."""
    newsroom: Newsroom
    """The publication after the fixes, which may have added to its outlets.yaml; for the next issue."""
    register_before: Document | None = None
    """Its outlets.yaml before the fixes, if they changed it."""

    @property
    def after(self) -> str:
        """The fixed text."""
        return self.manuscript.document.text

    def diff(self) -> str:
        """Return the changes as a unified diff; empty if there are none."""
        return "".join(_diff(change) for change in self.changes())

    def changes(self) -> "Iterator[FileChange]":
        """Yield the files that the fixes change, the issue first."""
        if self.after != self.before.text:
            yield FileChange(self.path, self.before, self.after)
        register = self.newsroom.own_register
        if self.register_before is not None and register is not None:
            yield FileChange(_register_path(self.newsroom), self.register_before, register.document.text)


class FileChange(Struct, frozen=True):
    """A file before and after its fixes."""

    path: Path
    before: Document
    after: str


def fix_issue(
    newsroom: Newsroom, path: Path, *, unsafe: bool, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> FixedIssue:
    """Apply the fixes of an issue until none is left; does not write the file.

    Fixes that would make the file unparsable are not applied.

    Raises:
        CommandError: the selected rules undo each other's fixes, or there is no such file.
    """
    _refuse_opposite_rules(newsroom, select, ignore)
    document = before = load_document(path)
    register = newsroom.own_register
    count = 0
    for _ in range(MAX_PASSES):
        manuscript = load_manuscript(newsroom, path, document=document)
        diagnostics = run_rules(manuscript, select=select, ignore=ignore)
        following, fixed = _run_pass(document, diagnostics, unsafe=unsafe)
        extended = _add_to_register(newsroom, fixed.elsewhere)
        if extended is None:
            of_issue = [each for each in diagnostics if not _is_elsewhere(each)]
            following, fixed = _run_pass(document, of_issue, unsafe=unsafe)
            extended = newsroom
        if not fixed.count or (following.text == document.text and extended is newsroom):
            break
        document, newsroom, count = following, extended, count + fixed.count
    else:
        manuscript = load_manuscript(newsroom, path, document=document)
        diagnostics = run_rules(manuscript, select=select, ignore=ignore)
    changed = register.document if register is not None and register != newsroom.own_register else None
    return FixedIssue(path, before, manuscript, diagnostics, count, newsroom, changed)


def _is_elsewhere(diagnostic: Diagnostic) -> bool:
    fix = diagnostic.finding.fix
    return fix is not None and bool(fix.elsewhere)


def _register_path(newsroom: Newsroom) -> Path:
    return newsroom.issues_folder / OUTLETS


def _add_to_register(newsroom: Newsroom, edits: Sequence[FileEdit]) -> Newsroom | None:
    """Return the publication with its outlets.yaml edited; None if that would damage the file."""
    register = newsroom.own_register
    if not edits or register is None:
        return newsroom
    text = apply_edits(register.document.text, [each.edit for each in edits])
    document = parse_text(text, max_nodes=MAX_REGISTER_NODES)
    document = replace(document, has_byte_order_mark=register.document.has_byte_order_mark)
    outlets, own_register, faults = read_outlets(_register_path(newsroom), document, newsroom.outlets)
    return None if faults else replace(newsroom, outlets=outlets, own_register=own_register)


def _refuse_opposite_rules(newsroom: Newsroom, select: Sequence[str], ignore: Sequence[str]) -> None:
    """Refuse rules whose fixes undo each other."""
    chosen = choose_rules(newsroom.publication.validation, select=select, ignore=ignore)
    converting = [rule.name for rule in chosen if rule.is_opt_in]
    if len(converting) > 1:
        message = f"`{'` and `'.join(converting)}` undo each other"
        raise CommandError(message, "select one of the two")


def write_fixed(fixed: FixedIssue) -> None:
    """Write the fixed files atomically, unless one has changed since it was read.

    Raises:
        CommandError: a file has changed, or cannot be written; it is left as it is.
    """
    changes = tuple(fixed.changes())
    for change in changes:
        if _read_text(change.path) != change.before.text:
            raise _changed(change.path)
    for change in changes:
        mark = _MARK if change.before.has_byte_order_mark else ""
        try:
            write_file(change.path, (mark + change.after).encode(), expected=(mark + change.before.text).encode())
        except ChangedFileError as error:
            raise _changed(change.path) from error
        except OSError as error:
            message = f"cannot write `{format_path(change.path)}`: {error.strerror}"
            raise CommandError(message, "check the file's rights; it is unchanged") from error


def _changed(path: Path) -> CommandError:
    message = f"`{format_path(path)}` was changed while it was being fixed"
    return CommandError(message, "it is as it was saved; run the command again")


def _read_text(path: Path) -> str:
    return load_document(path, max_nodes=MAX_REGISTER_NODES).text if path.exists() else ""


def _run_pass(document: Document, diagnostics: Sequence[Diagnostic], *, unsafe: bool) -> tuple[Document, FixedText]:
    """Apply all fixes at once, or only the first that works alone if together they would break the file."""
    fixed = apply_fixes(document.text, diagnostics, unsafe=unsafe)
    following = parse_text(fixed.text)
    if _is_readable(following):
        return following, fixed
    for fix in applicable_fixes(diagnostics, unsafe=unsafe):
        alone = apply_fixes(document.text, [each for each in diagnostics if each.finding.fix == fix], unsafe=unsafe)
        following = parse_text(alone.text)
        if _is_readable(following) and (alone.elsewhere or following.text != document.text):
            return following, FixedText(alone.text, 1, alone.elsewhere)
    return document, FixedText(document.text, 0)


def _is_readable(document: Document) -> bool:
    return document.root is not None and not document.faults


def _diff(change: FileChange) -> str:
    name = show(format_path(change.path))
    # Lines as git and editors count them: other separators of lines are characters like any others.
    before, after = (list(StringIO(text, newline="\n")) for text in (change.before.text, change.after))
    return "".join(map(show_diff_line, _terminated(unified_diff(before, after, name, name))))


def _terminated(lines: Iterator[str]) -> Iterator[str]:
    """Terminate a last line that lacks a line break, and note that as diff does."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
