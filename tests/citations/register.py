"""The register of outlets that briefgen ships, for tests that read real text."""

from functools import cache
from pathlib import Path

from briefgen.model import Outlets, parse_outlets
from briefgen.yamltext import MAX_REGISTER_NODES, parse_document

REGISTER = Path(__file__).parents[2] / "briefgen" / "data" / "outlets.yaml"


@cache
def shipped_outlets() -> Outlets:
    """Return the shipped register, read once."""
    record = parse_outlets(parse_document(REGISTER.read_bytes(), max_nodes=MAX_REGISTER_NODES)).record
    assert record is not None
    return Outlets(record.outlets)
