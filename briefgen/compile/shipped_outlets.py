"""Loads the shipped register of outlets, with a cache, because parsing it takes 50 ms."""

from pathlib import Path
from zlib import crc32

from msgspec import json

from briefgen.compile.errors import CommandError
from briefgen.model import Outlets, parse_outlets
from briefgen.yamltext import MAX_REGISTER_NODES, parse_document

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "outlets.yaml"
# Part of the cache key: increment it whenever the fields of outlets change.
_FORM = 2


def load_shipped_outlets(cache: Path | None = None) -> Outlets:
    """Load the shipped register, using `cache` if given.

    Raises:
        CommandError: the register is damaged, which our tests rule out.
    """
    content = _SHIPPED.read_bytes()
    if cache is None:
        return _parse(content)
    kept = cache / "outlets" / f"{_FORM}-{len(content)}-{crc32(content):08x}.json"
    try:
        return json.decode(kept.read_bytes(), type=Outlets)
    except (OSError, ValueError):
        outlets = _parse(content)
    from briefgen.compile.atomic_file import cache_file  # noqa: PLC0415 - takes 8 ms, and only the first run needs it

    cache_file(kept, json.encode(outlets))
    return outlets


def _parse(content: bytes) -> Outlets:
    reading = parse_outlets(parse_document(content, max_nodes=MAX_REGISTER_NODES))
    if reading.record is None:
        message = f"the shipped outlets register is damaged: {reading.faults[0].finding.message}"
        raise CommandError(message, "install briefgen again")
    return Outlets(reading.record.outlets)
