"""Loads the pictures of an issue, re-encoded and cached."""

import hashlib
import struct
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from briefgen.compile.cache import Cache
from briefgen.compile.images import MAX_BYTES, PRINTED_WIDTH, SMALL_WIDTH, PictureDesk
from briefgen.compile.measuring import PNG
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.edition.compose import PlacedPicture
from briefgen.manuscript import MAX_IMAGE_BYTES, MAX_IMAGES, ImageFact, ImageTotals, Manuscript
from briefgen.model import Crop, Image

# Part of the cache key: increment it whenever the encoder's output changes.
_ENCODER = "4"
_KIND = "images"
_WORTH = 1.5 * SMALL_WIDTH
"""The width from which on a smaller copy is worth its file, in pixels."""
_SIZE = struct.Struct(">II")
_DIGITS = 12


class Gallery(Struct, frozen=True):
    """The pictures of one issue."""

    printed: dict[tuple[str, Crop | None], PlacedPicture]
    """By path in the issue, and crop."""
    content: dict[str, bytes]
    """By path in the issue's output folder."""
    faults: dict[str, ImageFact]
    """Problems of unusable pictures, by path in the issue."""


def load_gallery(folder: Path, manuscript: Manuscript, *, cache: Cache | None, is_on_site: bool = False) -> Gallery:
    """Load and re-encode the pictures of an issue, up to the maximum number.

    On a site, the names of the pictures contain a digest of what the author gave, so that browsers may keep them; and
    the picture that stands for the issue is there a second time, 800 pixels wide, if it is much wider.

    Raises:
        ValueError: the issue could not be read.
    """
    gallery, totals, printed = Gallery({}, {}, {}), ImageTotals(), 0
    cover = _find_cover(manuscript) if is_on_site else None
    with PictureDesk() as desk:
        for name, crop in islice(dict.fromkeys(_shown(manuscript)), MAX_IMAGES + 1):
            totals.add(manuscript.images.get(name))
            if totals.is_full:
                # A rule says so, and says where.
                break
            try:
                content, width, height = _encode(folder, name, crop, cache, desk)
                digest = f"-{_digest_given(folder, name, crop)}" if is_on_site else ""
                printed += len(content)
                if printed > MAX_IMAGE_BYTES:
                    raise _too_many_bytes(name)
            except UnreadableFileError as error:
                gallery.faults[name] = ImageFact(problem=str(error), help=error.hint)
                continue
            path = _free_path(Path(name).stem + digest, content, gallery)
            gallery.content[path] = content
            small = ""
            if cover and (name, crop) == (cover.file, cover.crop) and width >= _WORTH:
                content, *_ = _encode(folder, name, crop, cache, desk, width=SMALL_WIDTH)
                small = _free_path(f"{Path(name).stem}-{SMALL_WIDTH}{digest}", content, gallery)
                gallery.content[small] = content
            gallery.printed[name, crop] = PlacedPicture(path, width, height, small)
    return gallery


def load_picture(folder: Path, name: str, *, cache: Cache | None) -> tuple[bytes, int, int]:
    """Load and re-encode one picture; return its content, width and height.

    Raises:
        UnreadableFileError: it cannot be used.
    """
    with PictureDesk() as desk:
        return _encode(folder, name, None, cache, desk)


def _too_many_bytes(name: str) -> UnreadableFileError:
    message = f"with `{name}`, the images of one issue have more than {MAX_IMAGE_BYTES // 10**6} MB as they are printed"
    return UnreadableFileError(message, "save photographs as JPEG, or leave some images out")


def _shown(manuscript: Manuscript) -> Iterator[tuple[str, Crop | None]]:
    logo, issue = manuscript.publication.logo, manuscript.read_issue
    yield from ((file, None) for file in (logo.files if logo else ()))
    if issue.image is not None:
        yield issue.image.file, issue.image.crop
    yield from ((image.file, image.crop) for item in issue.items for _, image in item.pictures)
    yield from ((figure.attribute("src"), None) for _, figure in manuscript.body_pictures)


def _find_cover(manuscript: Manuscript) -> Image | None:
    """Return the picture that stands for an issue in lists: the lead picture, or else the first of the feature."""
    issue = manuscript.read_issue
    shown = (issue.image, *(image for _, image in issue.items[0].pictures))
    return next((image for image in shown if image is not None), None)


def _digest_given(folder: Path, name: str, crop: Crop | None) -> str:
    """Return the digest of a picture's file and crop.

    Not of what is made of them: a new encoder would give all pictures of an archive new addresses, and mails that were
    sent would show none.
    """
    original = hashlib.sha256(read_beneath(folder, name, limit=MAX_BYTES)).hexdigest()
    return hashlib.sha256(f"{original} {_describe(crop)}".encode()).hexdigest()[:_DIGITS]


def _describe(crop: Crop | None) -> str:
    return f"{crop.ratio} {crop.focus}" if crop else ""


def _free_path(stem: str, content: bytes, gallery: Gallery) -> str:
    """Return an unused path `images/STEM.jpg`, with the suffix of the actual format and a number if needed."""
    ending = "png" if content.startswith(PNG) else "jpg"
    path, number = f"images/{stem}.{ending}", 2
    while path in gallery.content and gallery.content[path] != content:
        path, number = f"images/{stem}-{number}.{ending}", number + 1
    return path


def _encode(  # noqa: PLR0913 - what a picture is made of
    folder: Path,
    name: str,
    crop: Crop | None,
    cache: Cache | None,
    desk: PictureDesk,
    *,
    width: int = PRINTED_WIDTH,
) -> tuple[bytes, int, int]:
    if cache is None:
        return desk.encode(folder, name, crop, width=width)
    original = read_beneath(folder, name, limit=MAX_BYTES)
    key = f"{hashlib.sha256(original).hexdigest()} {_ENCODER}-{width} {_describe(crop)}"
    kept = cache.read(_KIND, key)
    if kept is not None:
        return kept[_SIZE.size :], *_SIZE.unpack_from(kept)
    content, across, down = desk.encode(folder, name, crop, width=width)
    cache.write(_KIND, key, _SIZE.pack(across, down) + content)
    return content, across, down
