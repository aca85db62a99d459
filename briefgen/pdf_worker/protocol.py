"""The messages between briefgen and the process that prints the PDF: a JSON head and some files.

Nothing that comes from the other side is executed or unpickled; a message is lengths, JSON and bytes.
"""

import json
import struct
from collections.abc import Mapping
from typing import IO

_LENGTH = struct.Struct(">I")
_LONGEST = 512 * 1024 * 1024
"""No message comes near this many bytes; a longer one is noise and is refused."""


class ProtocolError(Exception):
    """The other side hung up, or wrote something that is no message."""


class IncompleteError(Exception):
    """A word or a picture was lost between the page and the PDF; the message says which."""


def write_frame(stream: IO[bytes], head: Mapping[str, object], files: Mapping[str, bytes]) -> None:
    """Write one message; raises `OSError` when the other side is gone."""
    sizes = [[name, len(content)] for name, content in files.items()]
    text = json.dumps({"head": head, "files": sizes}).encode()
    stream.write(_LENGTH.pack(len(text)) + text)
    stream.writelines(files.values())
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[dict[str, object], dict[str, bytes]]:
    """Read one message; raises `ProtocolError` when it is cut short or is none."""
    length = _LENGTH.unpack(_read(stream, _LENGTH.size))[0]
    try:
        message = json.loads(_read(stream, length))
        head, sizes = dict(message["head"]), [(str(name), int(size)) for name, size in message["files"]]
    except (ValueError, KeyError, TypeError) as error:
        raise ProtocolError(str(error)) from error
    return head, {name: _read(stream, size) for name, size in sizes}


def _read(stream: IO[bytes], size: int) -> bytes:
    if not 0 <= size <= _LONGEST:
        raise ProtocolError(f"a part of {size} bytes")
    content = stream.read(size)
    if len(content) < size:
        raise ProtocolError("the other side hung up")
    return content
