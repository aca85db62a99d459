"""Accepted findings of validators, each with a reason and a test that it still occurs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding of `judge` that contains `words`, and the reason for accepting it."""

    judge: str
    words: str
    reason: str


LET_STAND: tuple[LetStand, ...] = (
    LetStand(
        "sarif-multitool",
        "SARIF2005: runs[0].tool.driver: The tool 'briefgen' does not provide 'informationUri'",
        "briefgen has no address of its own until it is published; what a reader needs stands in each rule's help",
    ),
)
