"""Renders the web page, a single self-contained file, and the same page for the PDF."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final, Literal
from urllib.parse import quote

from markupsafe import Markup

from briefgen.edition.edition import Edition, Masthead, Picture, Pictures
from briefgen.edition.output import Output
from briefgen.fonts import subset_scripts
from briefgen.render.house_style import PLAIN, HouseStyle
from briefgen.render.losses import check_output, check_page
from briefgen.render.sheet_fit import fit_to_sheet
from briefgen.render.site_form import AROUND_END, AROUND_START, AROUND_TEMPLATE, Around, SiteForm
from briefgen.render.templates import Templates
from briefgen.render.theme import format_theme
from briefgen.render.webfonts import (
    add_families,
    format_faces,
    format_print_faces,
    format_subset_faces,
    format_system_rules,
    name_asset,
    name_house_asset,
    subset_house,
)

TEMPLATE: Final = "page.html.j2"
_WEB_SHEETS: Final = ("css/base.css", "css/screen.css")
MEDIA_TYPES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
_SCRIPT_UNSAFE: Final = str.maketrans({one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"})
_STYLE_MARK: Final = "/* The style sheets stand here. */"
_STYLE_PLACE: Final = f"<style>{_STYLE_MARK}"
"""Cannot occur in the text of an issue, where the angle bracket is escaped."""


def render_html(
    edition: Edition,
    pictures: Pictures,
    templates: Templates,
    house: HouseStyle = PLAIN,
    site: SiteForm | None = None,
) -> Output:
    """Render `index.html`, with style sheets, fonts and pictures embedded.

    As part of a site, the page embeds only the subsets of fonts that it alone needs.

    Raises:
        BrokenTemplateError: a template is missing or fails.
        LostWordsError: briefgen's own template leaves text out.
        KeyError: `pictures` lacks a picture of the edition, which is a bug of the caller.
    """
    shown = [picture.path for picture in find_pictures(edition)]
    small = dict.fromkeys(picture.small for picture in _shown(edition) if picture.small) if site else ()
    sources = _link_pictures([*shown, *small], edition.masthead, site) if site else _embed_pictures(shown, pictures)
    # The page is rendered without fonts first, because its text determines which fonts it needs.
    page = _render(edition, templates, medium="web", sources=sources, site=site)
    remark = check_output(check_page, page, edition, templates)
    texts = tuple(map(templates.read, list_web_sheets(edition.masthead.language)))
    named = _find_named((*texts, house.stylesheet), edition)
    if site:
        style = format_subset_faces(page, house, named)
    else:
        theme = format_house_theme(edition.theme, house)
        style = "\n".join(filter(None, [format_faces(page, house, named), *texts, theme, house.stylesheet]))
    return Output("index.html", page.replace(_STYLE_PLACE, f"<style>\n{style}\n", 1).encode(), remark)


def render_print_page(
    edition: Edition, templates: Templates, sheets: tuple[str, ...], house: HouseStyle = PLAIN
) -> tuple[str, dict[str, bytes]]:
    """Render the page for the PDF; return it with the fonts to pass along, by asset name.

    Pictures become `asset:` URLs, and only the given style sheets are used. The Latin fonts are installed for the
    PDF process. Fonts for other scripts and the publication's own are passed as small subsets, because reading the
    complete fonts would double the memory needed for a page of text.
    """
    sources = {picture.path: f"asset:{picture.path}" for picture in find_pictures(edition)}
    page = _render(edition, templates, medium="print", sources=sources)
    # Text that the publication's own templates leave out is their decision, and is reported for the web page.
    check_output(check_page, page, edition, templates)
    page = fit_to_sheet(page, edition.paper)
    texts = tuple(map(templates.read, (*sheets, *_sheets_of_edition(edition))))
    fonts = subset_scripts(page)
    house_fonts = list(subset_house(page, house.faces, _find_named((*texts, house.stylesheet), edition)))
    rules = format_print_faces(fonts, [face for face, _ in house_fonts])
    style = "\n".join(filter(None, [rules, *texts, format_house_theme(edition.theme, house), house.stylesheet]))
    html = page.replace(_STYLE_PLACE, f"<style>\n{style}\n", 1)
    assets = {name_asset(family): font for family, font in fonts.items()}
    return html, assets | {name_house_asset(face): font for face, font in house_fonts}


def _find_named(sheets: Sequence[str], edition: Edition) -> str:
    """Return all CSS that may name one of the publication's fonts."""
    return "\n".join([*sheets, *(value for _, value in edition.theme)])


def format_house_theme(theme: Sequence[tuple[str, str]], house: HouseStyle) -> str:
    """Return the CSS rules for a publication's colours and fonts."""
    rules = format_theme(add_families(theme, house.faces)), format_system_rules(theme, house)
    return "\n".join(filter(None, rules))


def _sheets_of_edition(edition: Edition) -> Iterator[str]:
    """Yield the style sheets that only some PDFs need."""
    yield from _sheets_of_language(edition.masthead.language)
    if edition.masthead.direction == "rtl":
        yield "css/rtl.css"
    if edition.paper != "a4":
        yield f"css/{edition.paper}.css"


def list_web_sheets(language: str) -> tuple[str, ...]:
    """Return the names of the style sheets of the web page, in a language."""
    return (*_WEB_SHEETS, *_sheets_of_language(language))


def _sheets_of_language(language: str) -> Iterator[str]:
    """Yield the style sheet for languages other than English, so that English pages stay small."""
    if language.partition("-")[0] != "en":
        yield "css/languages.css"


def _embed_pictures(paths: Sequence[str], pictures: Pictures) -> dict[str, str]:
    return {path: format_data_uri(path, pictures[path]) for path in paths}


def _link_pictures(paths: Sequence[str], masthead: Masthead, site: SiteForm) -> dict[str, str]:
    """Return the address of each picture; the pages of a site share the logo."""
    shared = ((masthead.logo, site.logo), (masthead.dark_logo, site.dark_logo))
    logos = {picture.path: site.root + address for picture, address in shared if picture and address}
    return {path: logos.get(path, quote(path)) for path in paths}


def render_around(around: Around, labels: object, templates: Templates, root: str) -> str:
    """Render the links from an issue to those before and after it; `labels` are those of the newsletter.

    Raises:
        BrokenTemplateError: the template fails.
    """
    return templates.render(AROUND_TEMPLATE, "html", around=around, labels=labels, root=root)


def _render(
    edition: Edition,
    templates: Templates,
    *,
    medium: Literal["web", "print"],
    sources: Mapping[str, str],
    site: SiteForm | None = None,
) -> str:
    json_ld = format_json_ld(edition.json_ld)
    return templates.render(
        TEMPLATE,
        "html",
        edition=edition,
        medium=medium,
        site=site,
        around=_format_around(edition, templates, site) if site else "",
        style=Markup(_STYLE_MARK),  # noqa: S704 - a constant of this module
        sources=sources,
        json_ld=json_ld,
        json_ld_hash=b64encode(sha256(json_ld.encode()).digest()).decode("ascii"),
    )


def _format_around(edition: Edition, templates: Templates, site: SiteForm) -> Markup:
    """Return the links to the issues around an edition, with the marks by which a build finds and replaces them."""
    links = render_around(site.around, edition.labels, templates, site.root)
    return Markup(f"{AROUND_START}{links}{AROUND_END}")  # noqa: S704 - the output of a template that escapes


def find_pictures(edition: Edition) -> tuple[Picture, ...]:
    """Return the pictures in an edition, each once, in the order of the page."""
    return tuple({picture.path: picture for picture in _shown(edition)}.values())


def _shown(edition: Edition) -> Iterator[Picture]:
    """Yield the pictures in an edition as often as they are shown: one may have a small copy in one place only."""
    first = (edition.masthead.logo, edition.masthead.dark_logo, edition.lead)
    yield from (picture for picture in first if picture is not None)
    yield from (picture for item in edition.items for picture in item.shown)


def format_data_uri(path: str, content: bytes) -> str:
    """Return a picture as a data URI."""
    media_type = MEDIA_TYPES[PurePosixPath(path).suffix.lower()]
    return f"data:{media_type};base64,{b64encode(content).decode('ascii')}"


def format_json_ld(data: Mapping[str, object]) -> Markup:
    """Serialize JSON so that it is safe inside a `script` element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_SCRIPT_UNSAFE))  # noqa: S704 - no remaining character can end a script
