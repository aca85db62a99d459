"""Building one issue: checked, made into an edition, rendered; nothing is written here."""

import re
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from briefgen.build.beside import Beside
from briefgen.build.loading import Newsroom, load_manuscript
from briefgen.build.press import Built, Press
from briefgen.build.writing import write_outputs
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import Manuscript
from briefgen.model import make_issue_slug
from briefgen.prose import find_excesses


def build_issue(newsroom: Newsroom, path: Path, press: Press) -> Built:
    """Check and render one issue; a draft is rendered in spite of errors, as long as it can be read at all.

    Raises:
        CommandFault: a template or the PDF failed for a reason that is not the author's.
    """
    manuscript = load_manuscript(newsroom, path)
    if press.worker is not None:
        manuscript = replace(manuscript, unprintable=_unprintable(manuscript))
    number = manuscript.issue.number if manuscript.issue else 0
    built = Built(path, make_issue_slug(path.stem, number), manuscript)
    checks = Beside(lambda: _check(newsroom, manuscript), shared=manuscript.document, at_once=press.checks_beside)
    may_print = press.checks_beside or not press.is_stopped(checks.result())
    if may_print and _can_be_rendered(manuscript):
        from briefgen.build.printing import print_issue  # noqa: PLC0415 - the renderers are loaded while rules run

        built = print_issue(built, newsroom, press)
    diagnostics = checks.result()
    if press.is_stopped(diagnostics):
        return replace(built, diagnostics=diagnostics, outputs=(), remarks=())
    return replace(built, diagnostics=diagnostics)


def _can_be_rendered(manuscript: Manuscript) -> bool:
    """Say whether there is an issue, and none that would keep the renderers busy for minutes; drafts are no better."""
    return manuscript.issue is not None and not any(
        excess for item in manuscript.items for excess in find_excesses(item.prose.text)
    )


def _check(newsroom: Newsroom, manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    from briefgen.rules import run_rules  # noqa: PLC0415 - the rules may be loaded by another process

    return (*newsroom.faults, *run_rules(manuscript))


def write_issue(built: Built, shelf: Path) -> Path:
    """Write an issue's outputs into its folder below `shelf`, all or none; return the folder.

    Raises:
        CommandFault: the folder cannot be written.
    """
    folder = shelf / built.slug
    write_outputs(folder, built.outputs, is_ours=is_ours(built.slug))
    return folder


def is_ours(slug: str) -> Callable[[str], bool]:
    """Return what tells a file of an issue's output folder that some build wrote from one that somebody put there."""
    ours = re.compile(
        rf"index\.html|email\.(?:html|txt)|{re.escape(slug)}\.(?:md|pdf|epub|txt|eml)|images/[^/]+\.(?:png|jpg)"
    )
    return lambda path: ours.fullmatch(path) is not None


def _unprintable(manuscript: Manuscript) -> frozenset[str]:
    from briefgen.render import missing_characters  # noqa: PLC0415 - asked where a PDF is made

    return missing_characters("".join(scalar.value for _, scalar in manuscript.texts))
