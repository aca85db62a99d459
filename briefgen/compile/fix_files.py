"""Fixes issue files: applies fixes repeatedly until none is left, and writes the file atomically."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from pathlib import Path

from msgspec import Struct

from briefgen.compile.atomic_file import write_file
from briefgen.compile.documents import format_path, load_document
from briefgen.compile.errors import CommandError
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import Newsroom
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import Manuscript
from briefgen.reports.visible import show, show_diff_line
from briefgen.rules import choose_rules, run_rules
from briefgen.rules.apply_fixes import applicable_fixes, apply_fixes
from briefgen.yamltext import Document, parse_text

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

    @property
    def after(self) -> str:
        """The fixed text."""
        return self.manuscript.document.text

    def diff(self) -> str:
        """Return the changes as a unified diff; empty if there are none."""
        name = show(format_path(self.path))
        # Lines as git and editors count them: other separators of lines are characters like any others.
        before, after = (list(StringIO(text, newline="\n")) for text in (self.before.text, self.after))
        return "".join(map(show_diff_line, _terminated(unified_diff(before, after, name, name))))


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
    count = 0
    for _ in range(MAX_PASSES):
        manuscript = load_manuscript(newsroom, path, document=document)
        diagnostics = run_rules(manuscript, select=select, ignore=ignore)
        following, made = _run_pass(document, diagnostics, unsafe=unsafe)
        if not made or following.text == document.text:
            return FixedIssue(path, before, manuscript, diagnostics, count)
        document, count = following, count + made
    manuscript = load_manuscript(newsroom, path, document=document)
    return FixedIssue(path, before, manuscript, run_rules(manuscript, select=select, ignore=ignore), count)


def _refuse_opposite_rules(newsroom: Newsroom, select: Sequence[str], ignore: Sequence[str]) -> None:
    """Refuse rules whose fixes undo each other."""
    chosen = choose_rules(newsroom.publication.validation, select=select, ignore=ignore)
    converting = [rule.name for rule in chosen if rule.is_opt_in]
    if len(converting) > 1:
        message = f"`{'` and `'.join(converting)}` undo each other"
        raise CommandError(message, "select one of the two")


def write_fixed(fixed: FixedIssue) -> None:
    """Write a fixed file atomically, unless it has changed since it was read.

    Raises:
        CommandError: the file has changed, or cannot be written; it is left as it is.
    """
    if fixed.after == fixed.before.text:
        return
    shown = format_path(fixed.path)
    if load_document(fixed.path).text != fixed.before.text:
        message = f"`{shown}` was changed while it was being fixed"
        raise CommandError(message, "nothing was written; run the command again")
    mark = _MARK if fixed.before.has_byte_order_mark else ""
    try:
        write_file(fixed.path, (mark + fixed.after).encode())
    except OSError as error:
        message = f"cannot write `{shown}`: {error.strerror}"
        raise CommandError(message, "check the file's rights; it is unchanged") from error


def _run_pass(document: Document, diagnostics: Sequence[Diagnostic], *, unsafe: bool) -> tuple[Document, int]:
    """Apply all fixes at once, or only the first that works alone if together they would break the file."""
    fixed = apply_fixes(document.text, diagnostics, unsafe=unsafe)
    following = parse_text(fixed.text)
    if _is_readable(following):
        return following, fixed.count
    for fix in applicable_fixes(diagnostics, unsafe=unsafe):
        alone = [each for each in diagnostics if each.finding.fix == fix]
        following = parse_text(apply_fixes(document.text, alone, unsafe=unsafe).text)
        if _is_readable(following) and following.text != document.text:
            return following, 1
    return document, 0


def _is_readable(document: Document) -> bool:
    return document.root is not None and not document.faults


def _terminated(lines: Iterator[str]) -> Iterator[str]:
    """Terminate a last line that lacks a line break, and note that as diff does."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
