"""What is said of a file that has not the shape it should have."""

from typing import Literal

from msgspec import Struct

from briefgen.diagnostics import Finding

FaultRule = Literal["invalid-yaml", "unknown-key", "bad-field"]


class ShapeFinding(Struct, frozen=True):
    """A fault that keeps a file from being what it should be, and the rule that reports it."""

    rule: FaultRule
    finding: Finding
