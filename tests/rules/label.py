"""Lists the reports in control texts that nobody has judged yet, with what stands around them.

    python -m tests.rules.label [CODE ...]

Read each as a careful copy editor would, and write the verdict into `labels.yaml`: right, if the text is at
fault as the message says; otherwise wrong, with a reason in your own words.
"""

import sys
from pathlib import Path

from tests.rules.controls import SAMPLE, Hit, find_hits
from tests.rules.labels import read_labels

SHARED = Path(__file__).parents[2].parent / "shared"
AROUND = 240
LONGEST = 300


def main(codes: list[str]) -> None:
    """Print what is left to label, in the form of `labels.yaml`, with its context as a comment."""
    known = {label.place for labels in read_labels().values() for label in labels.entries}
    for code, hits in find_hits(SHARED).items():
        left = [hit for hit in hits[:SAMPLE] if hit.place not in known]
        if left and (not codes or code in codes):
            head = f"{code}:  # {left[0].diagnostic.name}: {len(left)} of {len(hits)} left to label"
            sys.stdout.write("\n".join([head, "  labels:", *map(show, left), ""]))


def show(hit: Hit) -> str:
    """Return a report with its surroundings and the line to write about it."""
    document, finding = hit.diagnostic.document, hit.diagnostic.finding
    words = finding.span.of(document.text)
    long = len(words) > LONGEST
    shown = f"{words[: LONGEST // 2]} … {words[-LONGEST // 2 :]}" if long else words
    before = document.text[max(0, finding.span.start - AROUND) : finding.span.start]
    after = document.text[finding.span.end : finding.span.end + AROUND]
    context = f"{before}⟦{shown}⟧{after}".replace("\n", "⏎")
    return (
        f"  # {finding.message} ({finding.help})\n"
        f"  # {context}\n"
        f'    - {{in: {hit.text}, place: "{hit.place}", right: true}}'
    )


if __name__ == "__main__":
    main(sys.argv[1:])
