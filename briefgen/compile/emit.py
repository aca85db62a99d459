"""Composes the edition of an issue and renders it in every format."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefgen.archive.content import make_content, pack_content
from briefgen.archive.entry import encode_entry, make_entry
from briefgen.compile.compiled_issue import CompiledIssue
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.loading import image_folder, load_manuscript
from briefgen.compile.newsroom import TEMPLATES, Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pictures import Gallery, load_gallery
from briefgen.edition.compose import list_languages, make_edition
from briefgen.edition.edition import Edition
from briefgen.edition.output import Output
from briefgen.languages import load_languages
from briefgen.model import make_issue_slug, nearest
from briefgen.render.house_style import HouseStyle
from briefgen.render.lost_words import LostWordsError
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.shipped import SHIPPED
from briefgen.render.templates import BrokenTemplateError, Templates

if TYPE_CHECKING:
    from briefgen.compile.prepared_mail import PreparedMail
    from briefgen.render.pdf import PdfResult
    from briefgen.render.pdf_process import PdfWorker


class ComposedEntry(NamedTuple):
    """What the site shows of an issue."""

    entry: bytes
    """Encoded."""
    content: bytes
    """Its texts in feeds, packed."""


def emit_outputs(
    compiled: CompiledIssue,
    newsroom: Newsroom,
    options: CompileOptions,
    gallery: Gallery,
    mail: "PreparedMail | None" = None,
) -> CompiledIssue:
    """Return an issue with its outputs and remarks; `mail` has its edition and mail, if they have been made already.

    Raises:
        CommandError: a template, the logo or the PDF failed, for a reason other than the issue.
    """
    logo = newsroom.publication.logo
    for unusable in (gallery.faults[file] for file in (logo.files if logo else ()) if file in gallery.faults):
        raise CommandError(f"the logo of the publication: {unusable.problem}", unusable.help)
    has_pdf = options.makes_pdf if options.has_pdf is None else options.has_pdf
    edition = (
        replace(mail.edition, pdf=f"{compiled.slug}.pdf" if has_pdf else "")
        if mail
        else make_edition(
            compiled.manuscript,
            slug=compiled.slug,
            pictures=gallery.printed,
            languages=load_languages(list_languages(compiled.manuscript), newsroom.publication.labels),
            is_draft=options.is_draft,
            has_pdf=has_pdf,
        )
    )
    templates = Templates(folder=newsroom.templates, cache=options.cache)
    outputs, remarks = [Output(path, content) for path, content in gallery.content.items()], []
    if newsroom.style.has_system_fonts:
        remarks.append("this machine's fonts may draw parts of it, so the output may differ on another machine")
    try:
        content = make_content(edition, templates)
        for output in _render_files(edition, options, gallery, templates, newsroom.style, mail):
            outputs.append(output)
            remarks.append(output.remark)
        if "pdf" in options.formats and options.worker is not None:
            result = _print_pdf(edition, gallery, templates, options.worker, newsroom.style)
            outputs.append(result.output)
            if result.plain_because:
                remarks.append(f"the PDF uses the plain layout, because the full one failed: {result.plain_because}")
    except LostWordsError as loss:
        raise _lost_words_error(loss, edition, newsroom) from loss
    except BrokenTemplateError as fault:
        raise _broken_template(fault) from fault
    return replace(
        compiled,
        outputs=tuple(outputs),
        remarks=tuple(filter(None, remarks)),
        entry=encode_entry(make_entry(edition, content)),
        content=pack_content(content),
    )


def compose_entry(newsroom: Newsroom, path: Path, options: CompileOptions) -> ComposedEntry | None:
    """Return the entry of an issue that need not be built; None if it cannot be read.

    Raises:
        CommandError: there is no such file, or a template failed.
    """
    manuscript = load_manuscript(newsroom, path, measures_mail=False)
    if manuscript.issue is None or manuscript.limit_faults:
        return None
    edition = make_edition(
        manuscript,
        slug=make_issue_slug(path.stem, manuscript.issue.number),
        pictures=load_gallery(
            image_folder(newsroom, path), manuscript, cache=options.cache, is_on_site=bool(options.shares)
        ).printed,
        languages=load_languages(list_languages(manuscript), newsroom.publication.labels),
    )
    try:
        content = make_content(edition, Templates(folder=newsroom.templates, cache=options.cache))
    except BrokenTemplateError as fault:
        raise _broken_template(fault) from fault
    return ComposedEntry(encode_entry(make_entry(edition, content)), pack_content(content))


def check_own_templates(newsroom: Newsroom) -> tuple[str, ...]:
    """Check a publication's own templates before anything is built; return warnings.

    Raises:
        CommandError: a template has a fault.
    """
    folder = newsroom.root / TEMPLATES
    if newsroom.is_publication and folder.is_symlink() and not folder.is_dir():
        message = f"`{format_path(folder)}` is a link that leads nowhere"
        raise CommandError(message, "remove it, or put your templates there")
    if newsroom.templates is None or newsroom.templates.samefile(SHIPPED):
        return ()
    from briefgen.render.template_checks import check_templates  # noqa: PLC0415 - only for custom templates

    stylesheet = PurePosixPath(newsroom.publication.build.stylesheet or "")
    known = [stylesheet.relative_to("templates").as_posix()] if stylesheet.is_relative_to("templates") else []
    try:
        return check_templates(newsroom.templates, nearest, known=known)
    except BrokenTemplateError as fault:
        raise _broken_template(fault) from fault


def _broken_template(fault: BrokenTemplateError) -> CommandError:
    return CommandError(f"template {fault}", fault.hint or "fix the template, or remove it to use the shipped one")


def _lost_words_error(loss: LostWordsError, edition: Edition, newsroom: Newsroom) -> CommandError:
    """Return the error for lost text: the publication's own style sheets may hide text, briefgen's may not."""
    if newsroom.templates is not None and not newsroom.templates.samefile(SHIPPED):
        hint = "if your own style sheet hides them, leave them out in the template instead; otherwise please report it"
        return CommandError(f"{edition.slug}: {loss}", hint)
    hint = "please report it with the issue; nothing was written"
    return CommandError(f"{edition.slug}: this is a bug in briefgen: {loss}", hint)


def _render_files(  # noqa: PLR0913, PLR0917 - everything that files are made of
    edition: Edition,
    options: CompileOptions,
    gallery: Gallery,
    templates: Templates,
    style: HouseStyle,
    mail: "PreparedMail | None",
) -> Iterator[Output]:
    """Yield what is rendered in this process, without the PDF."""
    if "html" in options.formats:
        site = options.site
        if site and edition.masthead.url and edition.lead is None:
            from briefgen.render.card import render_card  # noqa: PLC0415 - most issues have a picture to show instead

            card = render_card(edition, templates)
            site = replace(site, preview=card.path)
            yield card
        yield render_html(edition, gallery.content, templates, style, site)
    if "markdown" in options.formats:
        yield render_markdown(edition, templates)
    if "email" in options.formats:
        from briefgen.render.mail import render_mail  # noqa: PLC0415 - takes 20 ms, and few publications need it

        yield from render_mail(edition, gallery.content, templates, mail.html if mail else None)
    if "text" in options.formats:
        from briefgen.render.text import render_text  # noqa: PLC0415 - few publications need it

        yield render_text(edition, templates)


def _print_pdf(
    edition: Edition, gallery: Gallery, templates: Templates, worker: "PdfWorker", style: HouseStyle
) -> "PdfResult":
    from briefgen.render.pdf import render_pdf  # noqa: PLC0415 - takes 5 ms, and only PDFs need it
    from briefgen.render.pdf_process import PdfError  # noqa: PLC0415 - for the same reason

    try:
        return render_pdf(edition, gallery.content, templates, worker, style)
    except PdfError as fault:
        raise CommandError(f"{edition.slug}: {fault}", "`--format html,markdown` builds the rest") from fault
