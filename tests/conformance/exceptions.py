"""What a judge says and we let stand, each with its reason and a test that it is still needed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding of `judge` that holds `words`, and why it stays."""

    judge: str
    words: str
    reason: str


LET_STAND: tuple[LetStand, ...] = (
    LetStand(
        judge="nu",
        words="Content Security Policy (meta tag): image “data:image/",
        reason="the checker does not know that `img-src data:` allows them (CSP 3, scheme-source); Chromium "
        "does, and what it blocks is an error on its console, which the browser judge reports",
    ),
)
