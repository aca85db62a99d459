"""Writes the JSON Schemas that new files refer to, for editors."""

from pathlib import Path

from briefgen.compile.atomic_file import write_file
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError
from briefgen.model import SchemaName, make_schema
from briefgen.reports.visible import dump_json

SCHEMAS_FOLDER = "schemas"


# Editors resolve the path of the schema relative to the file.
MODELINE = "# yaml-language-server: $schema=../schemas/{name}.json\n"


def schema_path(folder: Path, name: SchemaName) -> Path:
    """Return the path of a schema in a publication."""
    return folder / SCHEMAS_FOLDER / f"{name}.json"


def format_schema(name: SchemaName) -> str:
    """Return a schema as the text of its file."""
    return dump_json(make_schema(name)) + "\n"


def renew_schema(root: Path) -> None:
    """Update the schema of issues: an older version may reject keys that are valid now."""
    path, text = schema_path(root, "issue"), format_schema("issue")
    if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
        write_new_file(path, text)


def write_new_file(path: Path, text: str) -> None:
    """Write a file and its missing parent folders.

    Raises:
        CommandError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode())
    except OSError as error:
        raise refuse_to_write(path, error) from error


def refuse_to_write(path: Path, error: OSError) -> CommandError:
    """Return what to say when the system does not let us write a file or folder."""
    message = f"cannot write {format_path(path)}: {(error.strerror or str(error)).lower()}"
    return CommandError(message, "check the folder's rights and the free space")
