"""Loads the shipped register of outlets, with a cache, because parsing it takes 50 ms."""

from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from msgspec import json

from briefgen.compile.cache import Cache
from briefgen.compile.errors import CommandError
from briefgen.model import Outlets, parse_outlets
from briefgen.yamltext import MAX_REGISTER_NODES, parse_document

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "outlets.yaml"
# Part of the cache key: increment it whenever the fields of outlets change.
_FORM = 2
_KIND = "outlets"


def load_shipped_outlets(cache: Cache | None = None) -> Outlets:
    """Load the shipped register, using `cache` if given.

    Raises:
        CommandError: the register is damaged, which our tests rule out.
    """
    content = _SHIPPED.read_bytes()
    if cache is None:
        return _parse(content)
    key = f"{_FORM} {sha256(content).hexdigest()}"
    kept = cache.read(_KIND, key)
    if kept is not None:
        with suppress(ValueError):
            return json.decode(kept, type=Outlets)
    outlets = _parse(content)
    cache.write(_KIND, key, json.encode(outlets))
    return outlets


# Whoever loads several publications without a cache on the disk parses it once.
@lru_cache(maxsize=1)
def _parse(content: bytes) -> Outlets:
    reading = parse_outlets(parse_document(content, max_nodes=MAX_REGISTER_NODES))
    if reading.record is None:
        message = f"the shipped outlets register is damaged: {reading.faults[0].finding.message}"
        raise CommandError(message, "install briefgen again")
    return Outlets(reading.record.outlets)
