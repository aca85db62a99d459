"""Parts of a build, made on several machines, and their outputs put together."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import filterfalse
from pathlib import Path
from typing import TypeVar

from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.compile.manifest import Manifest, OutputFolder, load_manifest, write_manifest
from briefgen.compile.output_paths import is_ours
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.compile.writing import write_outputs
from briefgen.edition.output import Output
from briefgen.model import make_slug

Task = TypeVar("Task")
_LARGEST = 512 * 1024 * 1024
"""Of one output: a net, far above what a build writes."""


def choose_shard(tasks: Sequence[Task], shard: int, shards: int) -> Sequence[Task]:
    """Return part `shard` (from 1) of `shards`; its tasks follow one another, as neighbours share what they read."""
    return tasks[len(tasks) * (shard - 1) // shards : len(tasks) * shard // shards]


def merge_outputs(parts: Sequence[Path], parent: Path) -> Iterator[Path]:
    """Copy the outputs in several folders into one, and join their manifests; yield each issue's new folder.

    Raises:
        CommandError: a part has no manifest or a strange one, differs from it, or two parts differ on an issue.
    """
    manifests = [(part, _load(part)) for part in parts]
    before = load_manifest(parent) or Manifest()
    joined: dict[str, OutputFolder] = dict(before.issues)
    taken: dict[str, Path] = {}
    for part, manifest in manifests:
        for slug, folder in manifest.issues.items():
            other = taken.setdefault(slug, part)
            if other != part and joined[slug] != folder:
                message = f"`{format_path(other)}` and `{format_path(part)}` differ on {slug}"
                raise CommandError(message, "build all parts of one revision, with one version of briefgen")
            joined[slug] = folder
    for slug, part in taken.items():
        ours, files = is_ours(slug), joined[slug].files
        outputs = [Output(path, _read(part, f"{slug}/{path}", file.sha256)) for path, file in files.items()]
        yield write_outputs(parent / slug, outputs, is_ours=ours).folder
    write_manifest(
        parent, Manifest({slug: one for slug, one in joined.items() if (parent / slug).is_dir()}, before.site)
    )


def _load(part: Path) -> Manifest:
    manifest = load_manifest(part)
    if manifest is None:
        message = f"`{format_path(part)}` holds no manifest of a build"
        raise CommandError(message, "name the folders that `briefgen build --shard I/N --output DIR` wrote")
    for slug, folder in manifest.issues.items():
        strange = slug if make_slug(slug) != slug or not slug else next(filterfalse(is_ours(slug), folder.files), None)
        if strange is not None:
            # It comes from another machine, and would name where to write.
            message = f"the manifest in `{format_path(part)}` names `{strange}`, which no build writes"
            raise CommandError(message, "copy the part anew, or build it again")
    return manifest


def _read(part: Path, path: str, digest: str) -> bytes:
    """Return a file of a part, as its manifest describes it.

    Raises:
        CommandError: it is missing or has changed.
    """
    try:
        content = read_beneath(part, path, limit=_LARGEST)
    except UnreadableFileError as error:
        raise CommandError(str(error), "copy the part anew, or build it again") from error
    if sha256(content).hexdigest() != digest:
        message = f"`{format_path(part / path)}` is not what its manifest describes"
        raise CommandError(message, "copy the part anew, or build it again")
    return content
