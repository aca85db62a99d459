"""Whether the outputs of an issue are as its last build left them, and are those that are wanted now."""

import os
from pathlib import Path

from msgspec import Struct

from briefgen.compile.file_digests import FileDigests
from briefgen.compile.issue_record import IssueRecord
from briefgen.compile.manifest import OutputFolder
from briefgen.compile.options import CompileOptions
from briefgen.compile.output_paths import IMAGES, is_ours, is_picture, output_paths

_IMAGES = IMAGES.rstrip("/")


def find_outputs(folder: Path) -> frozenset[str]:
    """Return the paths of the files in an issue's output folder that a build may have written."""
    ours = is_ours(folder.name)
    entries = _scan(folder)
    found = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    if any(entry.name == _IMAGES for entry in entries):
        found += [IMAGES + entry.name for entry in _scan(folder / _IMAGES) if entry.is_file(follow_symlinks=False)]
    return frozenset(filter(ours, found))


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


class CurrentOutputs(Struct, frozen=True):
    """The outputs in a folder, looked at under some options."""

    parent: Path
    """The folder with the output folders of the issues."""
    options: CompileOptions
    digests: FileDigests

    def are_current(self, record: IssueRecord, previous: OutputFolder) -> bool:
        """Return whether all outputs that are wanted were made from the inputs of a record, and are intact."""
        slug, options = record.slug, self.options
        wanted = self.wanted(slug)
        pictures = set(filter(is_picture, previous.files))
        has_pdf = options.makes_pdf or self.is_intact(slug, f"{slug}.pdf", previous)
        return (
            previous.inputs == record.inputs
            and wanted <= previous.files.keys()
            and ("html" not in options.formats or previous.links_pdf == has_pdf)
            and ("html" not in options.formats or bool(previous.style) == bool(options.shares))
            and all(self.is_intact(slug, path, previous) for path in wanted | pictures)
            and find_outputs(self.parent / slug) <= previous.files.keys()
        )

    def wanted(self, slug: str) -> frozenset[str]:
        """Return the paths of the formats that are made now."""
        formats = (each for each in self.options.formats if each != "pdf" or self.options.makes_pdf)
        return frozenset(path for each in formats for path in output_paths(slug, each))

    def is_intact(self, slug: str, path: str, previous: OutputFolder) -> bool:
        """Return whether a file is as its build has left it."""
        file = previous.files.get(path)
        # Making a `Path` of each takes longer than asking the system about it, and an archive has thousands.
        return file is not None and self.digests.of(os.path.join(self.parent, slug, path)) == file.sha256  # noqa: PTH118
