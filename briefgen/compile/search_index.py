"""Makes the index of the search with the program Pagefind.

The program gets documents that we have written, by names that contain no word of an issue, and neither settings nor
environment. Its files come back as an answer, so nothing is written before it has succeeded.
"""

from collections.abc import Iterable
from importlib.machinery import PathFinder
from pathlib import Path

from msgspec import Struct

from briefgen.compile.errors import CommandError
from briefgen.compile.search_order import settle_order
from briefgen.compile.search_service import ServiceError, run_service
from briefgen.expressions import expression

SECONDS = 60.0
"""A net for each answer of the program, which takes less than a millisecond for a document."""
SECONDS_PER_DOCUMENT = 0.1
"""What is added for each when the index is made: the program needs some 2 ms."""
ABSENT = "the site has no search, because `pagefind` is missing: `pip install pagefind-bin cbor2` installs it"
ENTRY = "pagefind-entry.json"
"""Names the other files of the index."""
SEARCH = "search/"
"""The folder of the index, in that of the site."""
_PACKAGE = "pagefind_bin"
_LEFT_OUT = ("nav", ".masthead", ".skip", ".kicker", ".briefs > h2", ".colophon", ".address", ".draft-notice")
"""What is on the pages of all issues, headings over several items, and addresses."""
_NEEDED = expression(
    r"pagefind(-worker)?\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.[\w-]+\.pagefind"
    r"|(index|fragment|filter|sort)/[\w-]+\.pf_(index|fragment|filter|sort)"
)
"""The program also writes ready-made forms for searching, which the site does not use."""
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


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

    Each document is the HTML of an item, with the name of its file; their order decides the order of the index.
    `language` decides how words are stemmed.

    Raises:
        CommandError: the program failed, or it took too long.
    """
    settings = {"keep_index_url": True, "force_language": language, "exclude_selectors": _LEFT_OUT}
    try:
        with run_service(program.path, _ENVIRONMENT) as service:
            index = service.ask("NewIndex", SECONDS, config=settings).index_id
            allowed = SECONDS
            for name, content in documents:
                page = {"file_path": f"{name}.html", "file_contents": content.decode()}
                service.ask("AddFile", SECONDS, index_id=index, **page)
                allowed += SECONDS_PER_DOCUMENT
            made = service.ask("GetFiles", allowed, index_id=index).files
    except ServiceError as error:
        raise _fail(str(error)) from error
    files = {file.path: file.content for file in made if is_of_index(file.path)}
    if ENTRY not in files:
        reason = f"it made no `{ENTRY}`"
        raise _fail(reason)
    files = settle_order(files, ENTRY)
    return {path: files[path] for path in sorted(files, key=lambda path: (path == ENTRY, path))}


def _fail(reason: str) -> CommandError:
    message = f"the index of the search was not made, because `pagefind` failed: {reason}"
    way_out = "`pip install --upgrade --force-reinstall pagefind-bin` may help"
    return CommandError(message, f"the rest of the site is written; {way_out}")
