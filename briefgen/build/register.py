"""The outlets register that comes with briefgen, kept parsed in a cache: reading it anew takes 50 ms."""

import json
from pathlib import Path
from typing import Any
from zlib import crc32

from briefgen.build.faults import CommandFault
from briefgen.model import Outlet, Outlets, parse_outlets
from briefgen.yamltext import MAX_REGISTER_NODES, parse_document

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "outlets.yaml"
# Part of the cache's name: count it up whenever an outlet gets another field.
_FORM = 1


def load_shipped_outlets(cache: Path | None = None) -> Outlets:
    """Load the register that comes with briefgen, through `cache` where there is one.

    Raises:
        CommandFault: it is damaged, which the tests of the register rule out.
    """
    content = _SHIPPED.read_bytes()
    if cache is None:
        return _parse(content)
    kept = cache / "outlets" / f"{_FORM}-{len(content)}-{crc32(content):08x}.json"
    try:
        return _restore(kept.read_bytes())
    except (OSError, ValueError, TypeError):
        outlets = _parse(content)
    from briefgen.build.writing import write_file  # noqa: PLC0415 - 8 ms that only the first run pays

    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_file(kept, json.dumps([_written(outlet) for outlet in outlets.entries]).encode())
    except OSError:
        # A cache that cannot be written costs time and nothing else.
        return outlets
    return outlets


def _parse(content: bytes) -> Outlets:
    reading = parse_outlets(parse_document(content, max_nodes=MAX_REGISTER_NODES))
    if reading.record is None:
        message = f"the shipped outlets register is damaged: {reading.faults[0].finding.message}"
        raise CommandFault(message, "install briefgen again")
    return Outlets(reading.record.outlets)


def _restore(content: bytes) -> Outlets:
    """Return the outlets as they were parsed: they were valid when they were written."""
    return Outlets(tuple(Outlet(**_tuples(fields)) for fields in json.loads(content)))


def _written(outlet: Outlet) -> dict[str, object]:
    """Return what an outlet's author wrote, without the defaults."""
    return {name: value for name, value in outlet._asdict().items() if value != outlet._field_defaults.get(name)}


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
