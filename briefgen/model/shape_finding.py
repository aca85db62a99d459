"""A finding about the structure of a file."""

from typing import Literal

from msgspec import Struct

from briefgen.diagnostics import Finding
from briefgen.yamltext import Path

FaultRule = Literal["invalid-yaml", "unknown-key", "bad-field"]


class ShapeFinding(Struct, frozen=True):
    """A finding about the structure of a file, and the rule that reports it."""

    rule: FaultRule
    finding: Finding
    missing: Path = ()
    """The path of a key that is missing; empty for other faults."""
