"""The messages between briefgen and its workers: a JSON head and files.

Nothing from the other side is executed or unpickled; a message consists of lengths, JSON and bytes.
"""

import json
import struct
from collections.abc import Mapping
from typing import IO

_LENGTH = struct.Struct(">I")
_LONGEST = 512 * 1024 * 1024
"""The maximum length of a part in bytes; real ones are much shorter, so anything longer is refused as noise."""


class ProtocolError(Exception):
    """The other side closed the connection, or wrote something that is not a message."""


class IncompleteError(Exception):
    """A word or a picture was lost between the page and the PDF; the message says which."""


def write_frame(stream: IO[bytes], head: Mapping[str, object], files: Mapping[str, bytes]) -> None:
    """Write a message.

    Raises:
        OSError: the other side has closed the connection.
    """
    sizes = [[name, len(content)] for name, content in files.items()]
    text = json.dumps({"head": head, "files": sizes}).encode()
    stream.write(_LENGTH.pack(len(text)) + text)
    stream.writelines(files.values())
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[dict[str, object], dict[str, bytes]]:
    """Read a message.

    Raises:
        ProtocolError: the message is truncated or invalid.
    """
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
