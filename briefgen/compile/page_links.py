"""Puts the links to the issues before and after an issue into its page, without building it again."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.atomic_file import umask
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.manifest import OutputFile, OutputFolder
from briefgen.compile.staging import STAGE
from briefgen.model import Labels
from briefgen.render.page import render_around
from briefgen.render.site_form import Around, replace_around
from briefgen.render.templates import BrokenTemplateError, Templates

PAGE = "index.html"


def link_page(place: Path, folder: OutputFolder, around: Around, labels: Labels, templates: Templates) -> OutputFolder:
    """Let the page in an issue's output folder link to the issues around it; return the folder as it is then.

    A page whose template has no place for the links stays as it is.

    Raises:
        CommandError: the template failed, or the page cannot be written.
    """
    file = place / PAGE
    try:
        page = file.read_bytes()
        if sha256(page).hexdigest() != folder.files[PAGE].sha256:
            # Somebody has changed it since; the next build makes it anew.
            return folder
        linked = replace_around(page, render_around(around, labels, templates, "../"))
        if linked is None or linked == page:
            return replace(folder, around=around)
        _write(file, linked)
    except BrokenTemplateError as fault:
        raise CommandError(f"template {fault}", fault.hint or "fix the template, or remove it") from fault
    except OSError as error:
        message = f"cannot write {format_path(file)}: {(error.strerror or str(error)).lower()}"
        raise CommandError(message, "check the folder's rights and the free space") from error
    made = OutputFile(len(linked), sha256(linked).hexdigest())
    return replace(folder, around=around, files={**folder.files, PAGE: made})


def _write(file: Path, content: bytes) -> None:
    """Replace a file in one step."""
    stage = file.with_name(f"{STAGE}{file.name}")
    try:
        stage.write_bytes(content)
        stage.chmod(0o666 & ~umask())
        stage.replace(file)
    finally:
        # If this fails, the page is what it should be all the same.
        with suppress(OSError):
            stage.unlink(missing_ok=True)
