"""Loads issues as manuscripts, with their images and siblings."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.documents import format_path, real_path
from briefgen.compile.images import measure_image
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.parsed_issue import make_sibling, to_parsed_issue
from briefgen.fonts import missing_characters
from briefgen.manuscript import MAX_IMAGES, ImageFact, Manuscript, Sibling, read_manuscript
from briefgen.model import make_issue_slug
from briefgen.render.house_style import HouseStyle
from briefgen.yamltext import Document, Scalar


def load_manuscript(
    newsroom: Newsroom, path: Path, *, document: Document | None = None, measures_mail: bool = True
) -> Manuscript:
    """Load an issue as a manuscript, with image sizes and facts about its siblings.

    `measures_mail` is for publications that make mails.

    Raises:
        CommandError: there is no such file.
    """
    is_stored = document is None
    document, reading = newsroom.parsed(path) if document is None else to_parsed_issue(document)
    if is_stored:
        newsroom.remember(path, make_sibling(path, document, reading.record))
    manuscript = read_manuscript(
        document,
        format_path(path),
        reading=reading,
        publication=newsroom.publication,
        outlets=newsroom.outlets,
        terms=newsroom.terms,
        siblings=tuple(load_siblings(newsroom, path)),
        file=newsroom.file_fact(path),
        own_register=newsroom.own_register,
        images=(images := dict(_measure_images(image_folder(newsroom, path), document))),
    )
    manuscript = replace(manuscript, misspellings=newsroom.misspellings)
    if "pdf" in newsroom.publication.build.formats:
        manuscript = replace(manuscript, undrawable=find_undrawable(manuscript, newsroom.style))
    for _, figure in islice(manuscript.body_pictures, MAX_IMAGES):
        name = figure.attribute("src")
        images[name] = images.get(name) or measure_image(image_folder(newsroom, path), name)
    if measures_mail and "email" in newsroom.publication.build.formats and manuscript.issue is not None:
        from briefgen.compile.prepared_mail import measure_for_rules  # noqa: PLC0415 - few publications make mails

        slug = make_issue_slug(path.stem, manuscript.issue.number)
        return measure_for_rules(manuscript, newsroom, slug, newsroom.cache)
    return manuscript


def find_undrawable(manuscript: Manuscript, style: HouseStyle) -> frozenset[str]:
    """Return the characters in an issue that none of the publication's available fonts cover."""
    missing = missing_characters("".join(scalar.value for _, scalar in manuscript.texts), style.faces)
    if style.has_system_fonts:
        from briefgen.compile.system_fonts import undrawn_by_system  # noqa: PLC0415 - only for publications that use system fonts

        return undrawn_by_system(missing)
    return missing


def image_folder(newsroom: Newsroom, path: Path) -> Path:
    """Return the folder that the paths of an issue's images are relative to."""
    return newsroom.issues_folder if newsroom.is_publication else real_path(path.parent)


def _measure_images(folder: Path, document: Document) -> Iterator[tuple[str, ImageFact]]:
    nodes = (node for path, node in document.walk() if path[-1:] == ("file",) and {"image", "images"} & set(path))
    names = dict.fromkeys(node.value.strip() for node in nodes if isinstance(node, Scalar) and node.value.strip())
    for name in islice(names, MAX_IMAGES):
        yield name, measure_image(folder, name)


def load_siblings(newsroom: Newsroom, path: Path) -> Iterator[Sibling]:
    """Yield facts about an issue's neighbours; skips those that do not parse.

    Their faults are reported when they are checked themselves.
    """
    for other in newsroom.neighbours(path):
        sibling = newsroom.sibling(other)
        if sibling is not None:
            yield sibling
