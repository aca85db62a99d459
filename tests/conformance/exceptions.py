"""What a judge says and we let stand, each with its reason; an exception that no longer applies fails."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding of `judge` that holds `words`, and why it stays."""

    judge: str
    words: str
    reason: str


LET_STAND: tuple[LetStand, ...] = ()
