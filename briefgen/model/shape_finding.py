"""A finding about the structure of a file."""

from typing import Literal

from msgspec import Struct

from briefgen.diagnostics import Finding

FaultRule = Literal["invalid-yaml", "unknown-key", "bad-field"]


class ShapeFinding(Struct, frozen=True):
    """A finding about the structure of a file, and the rule that reports it."""

    rule: FaultRule
    finding: Finding
