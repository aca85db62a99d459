"""The pictures of an issue, re-encoded once and kept in a cache."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, json

from briefgen.compile.images import MAX_BYTES, PRINTED_WIDTH, encode_image
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.compile.writing import cache_file
from briefgen.edition.compose import PlacedPicture
from briefgen.model import Issue, Publication

# Part of the cache's key: count it up whenever the encoder gives other bytes.
_ENCODER = f"1-{PRINTED_WIDTH}"


class Gallery(Struct, frozen=True):
    """The pictures of one issue."""

    printed: dict[str, PlacedPicture]
    """By the path written in the issue."""
    content: dict[str, bytes]
    """By the path under the issue's output folder."""


def load_gallery(folder: Path, issue: Issue, publication: Publication, *, cache: Path | None) -> Gallery:
    """Load and re-encode the pictures of an issue; those that cannot be used are left out, for rules report them."""
    gallery = Gallery({}, {})
    for name in dict.fromkeys(_names(issue, publication)):
        try:
            content, width, height = _encode(folder, name, cache)
        except UnreadableFileError:
            continue
        path = _free_path(name, content, gallery)
        gallery.printed[name] = PlacedPicture(path, width, height)
        gallery.content[path] = content
    return gallery


def _names(issue: Issue, publication: Publication) -> Iterator[str]:
    if publication.logo:
        yield publication.logo
    for image in (issue.image, *(item.image for item in issue.items)):
        if image is not None:
            yield image.file


def _free_path(name: str, content: bytes, gallery: Gallery) -> str:
    """Return `images/NAME.jpg` with the ending of what it holds; a number tells two of one name apart."""
    stem = Path(name).stem
    ending = "png" if content.startswith(b"\x89PNG") else "jpg"
    path, number = f"images/{stem}.{ending}", 2
    while path in gallery.content and gallery.content[path] != content:
        path, number = f"images/{stem}-{number}.{ending}", number + 1
    return path


def _encode(folder: Path, name: str, cache: Path | None) -> tuple[bytes, int, int]:
    if cache is None:
        return encode_image(folder, name)
    original = read_beneath(folder, name, limit=MAX_BYTES)
    key = hashlib.sha256(original + _ENCODER.encode()).hexdigest()
    kept, facts = cache / "images" / key, cache / "images" / f"{key}.json"
    try:
        width, height = json.decode(facts.read_bytes(), type=tuple[int, int])
        return kept.read_bytes(), width, height
    except (OSError, ValueError):
        content, width, height = encode_image(folder, name)
    cache_file(kept, content)
    cache_file(facts, json.encode([width, height]))
    return content, width, height
