"""Renders the HTML of a mail: styles in its elements, links that lead out of it."""

import re
from typing import Final

from markupsafe import Markup
from msgspec import Struct

from briefgen.edition.edition import Edition, FormattedText, Picture
from briefgen.expressions import expression
from briefgen.model.contrast import lighten
from briefgen.model.theme_keys import DARK, DAY, INKS
from briefgen.render.anchors import replace_anchors
from briefgen.render.losses import check_mail, check_output
from briefgen.render.merge_tags import disarm_html
from briefgen.render.templates import Templates

TEMPLATE: Final = "email.html.j2"
_SHEET: Final = "css/email.css"
_STYLE_MARK: Final = "/* The style sheet stands here. */"
_NOTE: Final = expression(r"#[\w-]+-note-\d+")
_COLOUR: Final = expression(r"var\(--([a-z-]+)\)")
_COMMENT: Final = expression(r"/\*.*?\*/", re.DOTALL)
_CLASS: Final = expression(r"\.([a-z][\w-]*)")
_CLASSES: Final = expression(r'(?P<tag><[a-z][a-z0-9]*(?: [^\s=>"]+="[^"]*")*) class="(?P<names>[^"]*)"')
"""The classes of an element; quotation marks in text stay as they are, so it has to begin with the tag."""
_BLANK_LINES: Final = expression(r"(?<=>)\n[ \n]*\n(?=<)")
_HEX: Final = expression(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FULL_HEX: Final = expression(r"#[0-9a-fA-F]{6}")
_SHOWN: Final = 140
"""The most characters of a preheader that inboxes show; what follows must not be the beginning of the mail."""
_FILLER: Final = "\u2007\u034f "


class MailHtml(Struct, frozen=True):
    """The HTML of a mail, and a remark if the publication's own template leaves text out."""

    text: str
    remark: str = ""


def render_mail_html(edition: Edition, templates: Templates) -> MailHtml:
    """Return the HTML of a mail.

    Pictures have their addresses, or without those their paths in the issue's output folder.

    Raises:
        BrokenTemplateError: a template is missing or fails.
        LostWordsError: briefgen's own template leaves text out.
    """
    page = templates.render(
        TEMPLATE,
        "html",
        edition=edition,
        style=Markup(_STYLE_MARK),  # noqa: S704 - a constant of this module
        sources={picture.path: edition.mail.page + picture.path for picture in find_mail_pictures(edition)},
        adapt=lambda html: adapt_links(html, edition.mail.page),
        filler=_FILLER * max(0, _SHOWN - len(edition.mail.preheader)),
    )
    remark = check_output(check_mail, page, edition, templates)
    styled = page.replace(_STYLE_MARK, _fill_colours(templates.read(_SHEET), edition.theme), 1)
    return MailHtml(disarm_html(_inline(styled), edition.mail.merge_tags), remark)


def find_mail_pictures(edition: Edition) -> tuple[Picture, ...]:
    """Return the pictures that a mail shows, each once."""
    shown = (
        edition.masthead.logo,
        edition.masthead.dark_logo,
        edition.lead,
        *(picture for item in edition.items for picture in item.shown),
    )
    return tuple({picture.path: picture for picture in shown if picture is not None}.values())


def adapt_links(html: Markup | FormattedText, page: str) -> Markup:
    """Let links to places in the page lead there, since few programs follow one within a mail.

    References to notes, which stand below the item, become their numbers; without a page, so do all others.
    """

    def adapt(anchor: str, words: str) -> str:
        if not page or _NOTE.fullmatch(anchor):
            return words
        return f'<a href="{Markup.escape(page)}{anchor}">{words}</a>'

    return replace_anchors(html, adapt)


def _fill_colours(sheet: str, theme: tuple[tuple[str, str], ...]) -> str:
    """Fill in the colours, which many mail programs cannot look up; those that few know are left at the default."""
    own = {name: value.strip() for name, value in theme if _HEX.fullmatch(value.strip())}
    lightened = {name: lighten(value) for name, value in own.items() if name in INKS and _FULL_HEX.fullmatch(value)}
    colours = {**DAY, **{f"dark-{name}": value for name, value in (DARK | lightened).items()}, **own}
    return _COLOUR.sub(lambda found: colours.get(found[1], "inherit"), _COMMENT.sub("", sheet))


def _inline(page: str) -> str:
    """Write the rules of the style sheet into the elements; media queries stay."""
    import css_inline  # noqa: PLC0415 - only mails need it

    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, minify_css=True)
    page = inliner.inline(page)
    kept = frozenset(_CLASS.findall(page.partition("<style>")[2].partition("</style>")[0]))
    page = _CLASSES.sub(lambda found: _keep_classes(found, kept), page)
    return _BLANK_LINES.sub("\n", page) + "\n"


def _keep_classes(found: re.Match[str], kept: frozenset[str]) -> str:
    """Return the start of a tag with those of its classes that the style sheet still names."""
    names = " ".join(name for name in found["names"].split() if name in kept)
    return f'{found["tag"]} class="{names}"' if names else found["tag"]
