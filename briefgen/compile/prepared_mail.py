"""Composes an issue's edition and its mail before the rules run, so that they see the mail that is sent."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from briefgen.compile.cache import Cache
from briefgen.compile.mail_facts import measure_mail
from briefgen.compile.newsroom import Newsroom
from briefgen.edition.compose import PlacedPicture, list_languages, make_edition
from briefgen.edition.edition import Edition
from briefgen.languages import load_languages
from briefgen.manuscript import MailFact, Manuscript
from briefgen.markdown import UnsafeHtmlError
from briefgen.model import Crop
from briefgen.render.lost_words import LostWordsError
from briefgen.render.mail_html import MailHtml, render_mail_html
from briefgen.render.templates import BrokenTemplateError, Templates


class PreparedMail(Struct, frozen=True):
    """The edition of an issue, the HTML of its mail, and what was measured on it."""

    edition: Edition
    html: MailHtml
    fact: MailFact


def prepare_mail(  # noqa: PLR0913 - all but two are keyword arguments
    manuscript: Manuscript,
    newsroom: Newsroom,
    *,
    slug: str,
    pictures: Mapping[tuple[str, Crop | None], PlacedPicture],
    cache: Cache | None,
    is_draft: bool = False,
) -> PreparedMail | None:
    """Render and measure the mail of an issue.

    None if the issue cannot be rendered, or if that fails, which a build reports when it renders it again.
    """
    if manuscript.issue is None or manuscript.limit_faults:
        return None
    try:
        edition = make_edition(
            manuscript,
            slug=slug,
            pictures=pictures,
            languages=load_languages(list_languages(manuscript), newsroom.publication.labels),
            is_draft=is_draft,
        )
        html = render_mail_html(edition, Templates(folder=newsroom.templates, cache=cache))
    except (BrokenTemplateError, LostWordsError, UnsafeHtmlError):
        return None
    return PreparedMail(edition, html, measure_mail(html.text, [item.id for item in edition.items]))


def measure_for_rules(manuscript: Manuscript, newsroom: Newsroom, slug: str, cache: Cache | None) -> Manuscript:
    """Return a manuscript that knows its mail, with the pictures in their original sizes."""
    pictures: dict[tuple[str, Crop | None], PlacedPicture] = {
        (name, None): PlacedPicture(f"images/{PurePosixPath(name).stem}.jpg", fact.width, fact.height)
        for name, fact in manuscript.images.items()
        if not fact.problem
    }
    prepared = prepare_mail(manuscript, newsroom, slug=slug, pictures=pictures, cache=cache)
    return manuscript.with_mail(prepared.fact) if prepared else manuscript
