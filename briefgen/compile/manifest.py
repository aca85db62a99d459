"""`dist/manifest.json`: what each issue's outputs were made from, and what is in them, as digests."""

import json
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from briefgen.compile.atomic_file import write_file
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.render.site_form import Around

MANIFEST = "manifest.json"
_LARGEST = 256 * 1024 * 1024


class OutputFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file in an issue's output folder."""

    size: int
    """In bytes."""
    sha256: str


class OutputFolder(Struct, frozen=True, forbid_unknown_fields=True):
    """The output folder of an issue."""

    source: str
    """The name of the issue's file."""
    inputs: str
    """The digest of all that the outputs were made from."""
    files: dict[str, OutputFile]
    links_pdf: bool = False
    """Whether the web page links to the PDF."""
    style: str = ""
    """The path of the style sheet that the web page shares with others; "" if it needs nothing from elsewhere."""
    around: Around | None = None
    """The issues that its web page links to as the ones before and after it; None if nobody has put them there yet."""
    entry: str = ""
    """The digest of what the site shows of the issue."""


class SiteFile(OutputFile, frozen=True, forbid_unknown_fields=True):
    """A file of the site."""

    inputs: str
    """The digest of what it was made from; "" if its name contains the digest of its content."""


class Site(Struct, frozen=True, forbid_unknown_fields=True):
    """The site around the issues: index, pages that all issues share, and the like."""

    inputs: str
    """The digest of all that it was made from; "" if it is not complete."""
    files: dict[str, SiteFile]
    """By path from the folder of the manifest."""


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """The output folders of a publication, by name."""

    issues: dict[str, OutputFolder] = {}
    site: Site | None = None
    generator: Literal["briefgen"] = "briefgen"
    version: Literal[1] = 1


def load_manifest(parent: Path) -> Manifest | None:
    """Load the manifest of a folder of outputs; None if there is none, or it is not one that we can use."""
    path = parent / MANIFEST
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            return None
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def write_manifest(parent: Path, manifest: Manifest) -> None:
    """Write the manifest to a folder of outputs, unless the one that is there says the same.

    Raises:
        CommandError: another program's file has that name, or it cannot be written.
    """
    if load_manifest(parent) == manifest:
        return
    path = parent / MANIFEST
    ordered = msgspec.structs.replace(manifest, issues=dict(sorted(manifest.issues.items())))
    content = (json.dumps(msgspec.to_builtins(ordered), indent=1, ensure_ascii=False) + "\n").encode()
    if not is_replaceable(path):
        message = f"`{format_path(path)}` is not briefgen's, so it was left as it is; the issues are written"
        raise CommandError(message, "move it, or name another folder with `--output`")
    try:
        write_file(path, content)
    except OSError as error:
        message = f"cannot write {format_path(path)}: {(error.strerror or str(error)).lower()}"
        raise CommandError(message, "check the folder's rights and the free space") from error


def is_replaceable(path: Path) -> bool:
    """Return whether a file is absent, a manifest of ours of whatever version, or no JSON, as nobody's manifest is."""
    if path.is_symlink() or path.is_dir():
        return False
    try:
        data = msgspec.json.decode(path.read_bytes())
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return True
    except OSError:
        return False
    return isinstance(data, dict) and data.get("generator") == "briefgen"
