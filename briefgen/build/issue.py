"""Building one issue: checked, made into an edition, rendered; nothing is written here."""

import re
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from briefgen.build.loading import Newsroom, find_unprintable, image_folder, load_manuscript
from briefgen.build.pictures import Gallery, load_gallery
from briefgen.build.press import Built, Press
from briefgen.build.printing import print_issue
from briefgen.build.writing import write_outputs
from briefgen.manuscript import Manuscript
from briefgen.model import make_issue_slug
from briefgen.prose import find_excesses
from briefgen.rules import run_rules


def build_issue(newsroom: Newsroom, path: Path, press: Press) -> Built:
    """Check and render one issue; a draft is rendered in spite of errors, as long as it can be read at all.

    Raises:
        CommandFault: a template or the PDF failed for a reason that is not the author's.
    """
    manuscript = load_manuscript(newsroom, path)
    if press.worker is not None:
        manuscript = replace(manuscript, unprintable=find_unprintable(manuscript))
    gallery = Gallery({}, {}, {})
    if manuscript.issue is not None:
        gallery = load_gallery(image_folder(newsroom, path), manuscript.issue, newsroom.publication, cache=press.cache)
        # Some damage shows only when a picture is decoded, and a rule then reports it like any other.
        manuscript = replace(manuscript, images={**manuscript.images, **gallery.faults})
    number = manuscript.issue.number if manuscript.issue else 0
    diagnostics = (*newsroom.faults, *run_rules(manuscript))
    built = Built(path, make_issue_slug(path.stem, number), manuscript, diagnostics)
    if press.is_stopped(diagnostics) or not _can_be_rendered(manuscript):
        return built
    return print_issue(built, newsroom, press, gallery)


def _can_be_rendered(manuscript: Manuscript) -> bool:
    """Say whether there is an issue, and none that would keep the renderers busy for minutes; drafts are no better."""
    return manuscript.issue is not None and not any(
        excess for item in manuscript.items for excess in find_excesses(item.prose.text)
    )


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
