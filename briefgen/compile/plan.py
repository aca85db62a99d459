"""What an issue's outputs and reports depend on, said in one place; its digest decides whether they are current.

Outputs depend on the issue's file and its name, its pictures, the publication's settings, fonts, templates and style
sheet, and on briefgen itself with the packages it uses. Reports depend on the neighbours that rules look at as well.
"""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec

import briefgen
from briefgen.compile.documents import format_path, is_unicode
from briefgen.compile.file_digests import FileDigests, digest_of
from briefgen.compile.house_files import OUTLETS, PUBLICATION, TERMS
from briefgen.compile.house_fonts import FONTS
from briefgen.compile.issue_record import IssueRecord, Neighbour
from briefgen.compile.loading import image_folder
from briefgen.compile.newsroom import TEMPLATES, Newsroom
from briefgen.compile.options import CompileOptions
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import Manuscript, Sibling, view_neighbour
from briefgen.render.shipped import SHIPPED


class Plan:
    """Tells of each issue of a publication whether its last build still holds, under some options."""

    def __init__(self, newsroom: Newsroom, options: CompileOptions, digests: FileDigests) -> None:
        self._newsroom = newsroom
        self._options = options
        self.digests = digests
        self._neighbours: dict[Path, str] = {}

    @property
    def is_certain(self) -> bool:
        """Whether all inputs are known; the fonts of the system are not."""
        return not self._newsroom.style.has_system_fonts

    def holds(self, record: IssueRecord, path: Path, *, is_named: bool) -> bool:
        """Return whether a new build of an issue would come to the same result; `is_named` is that of `FoundIssue`."""
        folder = image_folder(self._newsroom, path)
        return (
            self.is_certain
            and record.run == self.digest_run(path)
            and (not record.is_draft or is_named is not record.is_skipped)
            and record.own == self._own(path)
            and all(self.digests.of(folder / name) == digest for name, digest in record.images.items())
            and self._is_published_alike(record)
            and self._sees_the_same(record, path)
        )

    def _is_published_alike(self, record: IssueRecord) -> bool:
        """Return whether a rule would say the same of what readers have; what stops publishing is said again."""
        is_uncorrected = record.published is not None and self._newsroom.published.is_uncorrected(record.published)
        return record.is_uncorrected is is_uncorrected and not (is_uncorrected and self._options.publishes)

    def _sees_the_same(self, record: IssueRecord, path: Path) -> bool:
        neighbours = self._newsroom.neighbours(path)
        if [each.name for each in neighbours] != [each.name for each in record.neighbours]:
            return False
        changed = [
            (kept, other)
            for kept, other in zip(record.neighbours, neighbours, strict=True)
            if kept.digest != self._digest_neighbour(other)
        ]
        return all(kept.view == self._view(path, other) for kept, other in changed)

    def _digest_neighbour(self, path: Path) -> str:
        """Return the digest of an issue file, a neighbour of a dozen others, as it was when first asked for."""
        if path not in self._neighbours:
            self._neighbours[path] = self.digests.of(path)
        return self._neighbours[path]

    def _view(self, path: Path, other: Path) -> str:
        return _digest_view(self._newsroom.sibling(path), self._newsroom.sibling(other))

    def find_inputs(
        self, path: Path, manuscript: Manuscript, diagnostics: Sequence[Diagnostic]
    ) -> "FoundInputs | None":
        """Return what an issue that has just been compiled depends on; None if that cannot be told.

        What was saved while the build ran may not be what was read.
        """
        images = self._digest_images(path, manuscript)
        issues = (path, *self._newsroom.neighbours(path))
        folder = image_folder(self._newsroom, path)
        inputs = (*issues, *(folder / name for name in images), *self._house_files)
        states = self._newsroom.states
        if states is None or not self.is_certain:
            return None
        if not all(map(is_unicode, issues)) or not all(map(states.is_unchanged, inputs)):
            return None
        if not all(images.values()) or any(each.problem for each in manuscript.images.values()):
            return None
        mentioned = {each.path for diagnostic in diagnostics for each in diagnostic.finding.related}
        neighbours = tuple(
            Neighbour(
                other.name,
                digest := self.digests.of(other),
                digest if format_path(other) in mentioned else self._view(path, other),
            )
            for other in self._newsroom.neighbours(path)
        )
        own = self._own(path)
        return FoundInputs(own, images, neighbours, _digest_inputs(own, images))

    def digest_inputs(self, path: Path, manuscript: Manuscript) -> str:
        """Return the digest of what the outputs of an issue depend on."""
        return _digest_inputs(self._own(path), self._digest_images(path, manuscript))

    def _digest_images(self, path: Path, manuscript: Manuscript) -> dict[str, str]:
        folder = image_folder(self._newsroom, path)
        return {name: self.digests.of(folder / name) for name in sorted(self._names_of_images(manuscript))}

    def _names_of_images(self, manuscript: Manuscript) -> Iterator[str]:
        logo = self._newsroom.publication.logo
        yield from logo.files if logo else ()
        yield from manuscript.images

    def digest_run(self, path: Path) -> str:
        """Return the digest of what the reports depend on and the outputs do not."""
        options = self._options
        makes_mail = "email" in options.formats
        return digest_of([format_path(path), str(options.stops_at), f"{options.worker is not None} {makes_mail}"])

    def _own(self, path: Path) -> str:
        rivals = self._newsroom.file_fact(path).rivals
        return digest_of([self.shared, path.name, self.digests.of(path), *rivals])

    @cached_property
    def shared(self) -> str:
        """The digest of what all issues depend on."""
        draft = f"draft {self._options.is_draft}"
        return digest_of([draft, *_describe_program(self.digests), *self._describe_house()])

    @cached_property
    def _house_files(self) -> tuple[Path, ...]:
        """The files that belong to the publication, whether they are there or not."""
        newsroom = self._newsroom
        if not newsroom.is_publication:
            return ()
        files = [newsroom.issues_folder / name for name in (PUBLICATION, OUTLETS, TERMS)]
        files += [newsroom.root / name for name in (newsroom.publication.build.stylesheet,) if name]
        for folder in (TEMPLATES, FONTS):
            files += [newsroom.root / folder / name for name in _walk(newsroom.root / folder)]
        return tuple(files)

    def _describe_house(self) -> Iterator[str]:
        """Yield what belongs to the publication, as names and digests; of a link, where it leads."""
        for file in self._house_files:
            yield str(file.relative_to(self._newsroom.root))
            yield str(file.readlink()) if file.is_symlink() else self.digests.of(file)


class FoundInputs(msgspec.Struct, frozen=True):
    """What the outputs of an issue depend on, as digests; see `IssueRecord`."""

    own: str
    images: dict[str, str]
    neighbours: tuple[Neighbour, ...]
    inputs: str


def _digest_inputs(own: str, images: Mapping[str, str]) -> str:
    return digest_of([own, *(part for pair in images.items() for part in pair)])


def _digest_view(own: Sibling | None, other: Sibling | None) -> str:
    view = None if other is None else (other.number,) if own is None else view_neighbour(own, other)
    return sha256(msgspec.msgpack.encode(view)).hexdigest()


def _describe_program(digests: FileDigests) -> Iterator[str]:
    """Yield briefgen's own files with their digests, and the versions of what it uses."""
    package = Path(briefgen.__file__).parent
    for folder in dict.fromkeys((package, SHIPPED)):
        for name in _walk(folder):
            yield f"{folder.name}/{name}"
            yield digests.of(f"{folder}/{name}")
    yield f"{platform.python_implementation()} {sys.version}"
    # The folder of an installed distribution names it with its version.
    packages = Path(msgspec.__file__).parents[1]
    yield from sorted(entry.name for entry in os.scandir(packages) if entry.name.endswith(".dist-info"))
    spelling = shutil.which("typos")
    yield digests.of(Path(spelling)) if spelling else ""
    # Pango and HarfBuzz, which draw the PDF, come with the system.
    yield digests.of(Path("/usr/lib/os-release"))


def _walk(folder: Path) -> list[str]:
    """Return the paths of the files in a folder and below it, relative to it and without compiled modules."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        inner = place.removeprefix(str(folder)).lstrip("/")
        found += [f"{inner}/{name}" if inner else name for name in sorted(names)]
    return found
