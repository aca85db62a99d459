"""Makes the index of the search with the program Pagefind, in a folder of its own.

The program gets documents that we have written, by names that contain no word of an issue, and neither settings nor
environment. What it writes is read from that folder, so nothing of the site is touched before it has succeeded.
"""

import gzip
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.machinery import PathFinder
from pathlib import Path

import msgspec
from msgspec import Struct

from briefgen.compile.errors import CommandError
from briefgen.compile.search_order import settle_order
from briefgen.expressions import expression
from briefgen.render.scratch import ScratchFolder

SECONDS = 900.0
"""A net: the program needs a second for some hundred issues."""
ABSENT = "the site has no search, because `pagefind` is missing: `pip install pagefind-bin cbor2` installs it"
ENTRY = "pagefind-entry.json"
"""Names the other files of the index."""
SEARCH = "search/"
"""The folder of the index, in that of the site."""
_PACKAGE = "pagefind_bin"
_LEFT_OUT = "nav, .masthead, .skip, .kicker, .briefs > h2, .colophon, .address, .draft-notice"
"""What is on the pages of all issues, headings over several items, and addresses."""
_NEEDED = expression(
    r"pagefind(-worker)?\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.[\w-]+\.pagefind"
    r"|(index|fragment|filter|sort)/[\w-]+\.pf_(index|fragment|filter|sort)"
)
"""The program also writes ready-made forms for searching, which the site does not use."""
_LONGEST_REASON = 300
_ROOM = 1 << 16
"""Bytes. With less room left for temporary files, the last of them may be cut short."""


class SearchProgram(Struct, frozen=True):
    """The program that makes the index."""

    path: Path
    version: str


def find_program() -> SearchProgram | None:
    """Return the program where pip put it; None if it is not installed."""
    found = PathFinder.find_spec(_PACKAGE)
    if found is None or found.origin is None or PathFinder.find_spec("cbor2") is None:
        return None
    folder = Path(found.origin).parent
    program = folder / "pagefind"
    version = next((info.name for info in sorted(folder.parent.glob(f"{_PACKAGE}-*.dist-info"))), "")
    return SearchProgram(program, version) if program.is_file() else None


def is_of_index(path: str) -> bool:
    """Return whether a file in the folder of the search is one that the program writes."""
    return _NEEDED.fullmatch(path) is not None


def make_index(program: SearchProgram, documents: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    """Return the files of the index of documents by their paths, the one that names the others last.

    Each document is the HTML of an item, with the name of its file; `language` decides how words are stemmed.

    Raises:
        CommandError: the program failed, or it took too long.
        OSError: there is no room for temporary files, or they cannot be used.
    """
    with _scratch() as folder:
        # All in one folder, since making a folder takes longer than writing a document.
        (folder / "site").mkdir()
        for name, content in documents:
            (folder / "site" / f"{name}.html").write_bytes(content)
        _run(program, folder, language)
        made = folder / "search"
        paths = sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
        files = {path: (made / path).read_bytes() for path in paths if is_of_index(path)}
        has_room = shutil.disk_usage(folder).free >= _ROOM
    if ENTRY not in files:
        raise _fail(f"it wrote no `{ENTRY}`")
    if not has_room or not _is_whole(files):
        raise _fail("what it wrote is not whole, as on a full disk", "make room for temporary files, and build again")
    files = settle_order(files, ENTRY)
    return {path: files[path] for path in sorted(files, key=lambda path: path == ENTRY)}


@contextmanager
def _scratch() -> Iterator[Path]:
    """Make a temporary folder, and remove it."""
    try:
        import fcntl  # noqa: F401, PLC0415 - only available on POSIX; elsewhere, a killed run leaves its folder behind
    except ImportError:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    scratch = ScratchFolder()
    try:
        yield scratch.path
    finally:
        scratch.remove()


def _run(program: SearchProgram, folder: Path, language: str) -> None:
    command = [
        str(program.path),
        *("--site", "site", "--output-path", "search", "--keep-index-url", "--quiet"),
        *("--force-language", language, "--exclude-selectors", _LEFT_OUT),
    ]
    try:
        done = subprocess.run(  # noqa: S603 - the command contains no text of an issue
            command,
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _fail(f"it took more than {SECONDS / 60:.0f} minutes") from error
    except OSError as error:
        raise _fail((error.strerror or str(error)).lower()) from error
    if done.returncode != 0:
        said = " ".join(done.stdout.decode(errors="replace").split())
        raise _fail(said[-_LONGEST_REASON:] or f"it ended with code {done.returncode}")


def _is_whole(files: Mapping[str, bytes]) -> bool:
    """Return whether no file is empty or cut short: on a full disk, the program goes on and says nothing."""
    try:
        for path, content in files.items():
            if path == ENTRY:
                msgspec.json.decode(content)
            elif not path.endswith(".js"):
                gzip.decompress(content)
    except (msgspec.DecodeError, EOFError, OSError, zlib.error):
        return False
    return all(files.values())


def _fail(
    reason: str, way_out: str = "`pip install --upgrade --force-reinstall pagefind-bin` may help"
) -> CommandError:
    message = f"the index of the search was not made, because `pagefind` failed: {reason}"
    return CommandError(message, f"the rest of the site is written; {way_out}")
