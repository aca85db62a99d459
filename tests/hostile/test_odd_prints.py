"""G1: odd strings in every field are printed, or refused with a code: the PDF is made, and has the words of each."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conformance.publications import draw_placeholder
from tests.hostile.conftest import Start
from tests.hostile.inertness import accept
from tests.hostile.payloads import odd_strings
from tests.hostile.seeding import batches, seed_fields, write_yaml

SIZE = 20
"""Payloads in an issue, each in a brief, a source and a correction of its own."""
UNPRINTED = "\u034f"
"""Forbids to end a line before it; a title in which it stands before a word that no line can hold is not printed."""
_WORD = re.compile(r"[A-Za-z0-9]{2,}")
# What a line may be broken at or a page adds at its end, and what joins letters without being one.
_BREAK = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff‐-]+")


def print_issue(start: Start, newsroom: Path, payloads: tuple[str, ...]) -> tuple[int, str, str]:
    """Build the PDF of an issue with payloads; return the exit code, what was said, and the words of the PDF."""
    seeded = seed_fields(payloads)
    (newsroom / "issues/7-two-ports.yaml").unlink(missing_ok=True)
    (newsroom / "issues/1-hostile.yaml").write_text(seeded.text, encoding="utf-8", newline="")
    settings = {name: getattr(seeded.publication, name) for name in ("name", "tagline", "publisher")}
    lines = [f"{name}: {write_yaml(value)}\n" for name, value in settings.items()]
    (newsroom / "issues/publication.yaml").write_text("".join(lines), encoding="utf-8", newline="")
    done = start("build", "--draft", "--format", "pdf", "--force")
    said = done.stderr.decode("utf-8", "replace")
    pdf = next(iter(newsroom.glob("dist/*/*.pdf")), None)
    if pdf is None:
        return done.returncode, said, ""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout
    return done.returncode, said, _BREAK.sub("", text.decode("utf-8", "replace"))


def find_lost(payload: str, printed: str) -> list[str]:
    """Return the words of a payload that a PDF lacks."""
    return [word for word in _WORD.findall(_BREAK.sub(" ", payload)) if word not in printed]


@pytest.mark.nightly
def test_odd_strings_are_printed_as_they_are_or_refused(newsroom: Path, start: Start) -> None:
    draw_placeholder(newsroom / "issues/images/cranes.png")
    every = [text for text in odd_strings() if text.strip() and UNPRINTED not in text]
    printed, refused, faults = 0, [], []
    for batch in batches(every, SIZE):
        accepted = tuple(accept(seed_fields, batch))
        refused += [payload for payload in batch if payload not in accepted]
        code, said, words = print_issue(start, newsroom, accepted)
        lost = [(payload, words_lost) for payload in accepted if (words_lost := find_lost(payload, words))]
        printed += len(accepted) - len(lost)
        faults += [(payload, str(words_lost)) for payload, words_lost in lost]
        if code not in {0, 1} or "Traceback" in said or not words:
            faults.append((repr(accepted)[:200], f"{code}: {said[-500:]}"))
    print(f"G1: {len(every)} odd strings in all fields of PDFs: {printed} printed, {len(refused)} refused, {faults=}")
    assert not faults
    assert printed + len(refused) == len(every)


def test_words_that_a_pdf_lacks_are_found() -> None:
    assert find_lost("Kiel waits", "Kielstays") == ["waits"]
    assert find_lost("Kiel wa\u00adits", "Kielwaits") == []
