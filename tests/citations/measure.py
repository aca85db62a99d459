"""Measures the scanner on real texts: `python -m tests.citations.measure` prints the figures.

The texts and labels lie in ../shared/corpus. A group is found when its two ends are those of the label.
"""

import json
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.citations import Scan, find_citations
from briefgen.markdown import parse_body
from briefgen.model import DateError
from tests.citations.register import shipped_outlets

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@dataclass(frozen=True)
class Score:
    """Groups found rightly, found wrongly and missed, with the words of the last two."""

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of the groups found that are citations."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the citations that was found."""
        return self.right / (self.right + len(self.missed))

    def __str__(self) -> str:
        """Return the figures on one line."""
        counts = f"{self.right} right, {len(self.wrong)} wrong, {len(self.missed)} missed"
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} ({counts})"


def scan(text: str, keys: Collection[str] = ()) -> Scan:
    """Scan a text with the shipped register."""
    return find_citations(parse_body(text), shipped_outlets(), keys=keys)


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of the corpus."""
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def measure_texts() -> Score:
    """Score the five analyses, whose citations are labelled with their places."""
    right, wrong, missed = 0, [], []
    for path in sorted((CORPUS / "cited").glob("*.labels.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))["groups"]
        text = path.with_name(path.name.replace(".labels.json", ".md")).read_text(encoding="utf-8")
        found = {(group.span.start, group.span.end) for group in scan(text).groups}
        wanted = {(label["start"], label["end"]) for label in labels if label["class"] == "citation"}
        others = {(label["start"], label["end"]) for label in labels} - wanted
        right += len(found & wanted)
        wrong += [text[slice(*place)] for place in sorted(found - wanted - others)]
        missed += [text[slice(*place)] for place in sorted(wanted - found)]
    return Score(right, tuple(wrong), tuple(missed))


def measure_groups() -> Score:
    """Score the recorded groups of several newsletters: outlets and dates must match the labels, item by item."""
    right = 0
    wrong: list[str] = []
    missed: list[str] = []
    for row in rows("groups.jsonl"):
        if row["class"] != "citation":
            continue
        read = [
            (citation.outlet, _dated(citation.date, int(row["period"][:4])))
            for group in scan(f"Something {row['raw']}.").groups
            for citation in group.citations
        ]
        if read == [(item["outlet"], item["date"]) for item in row["items"]]:
            right += 1
        else:
            (wrong if read else missed).append(row["raw"])
    return Score(right, tuple(wrong), tuple(missed))


def measure_lookalikes() -> tuple[int, tuple[str, ...]]:
    """Return how many parentheses look like citations and are none, and which of them are taken for one."""
    raw = [row["raw"] for row in rows("not-citations.jsonl")]
    return len(raw), tuple(each for each in raw if _reports(scan(f"Something {each}.")))


def _reports(found: Scan) -> bool:
    return bool(found.groups or found.malformed)


def _dated(date: Any, year: int) -> str:  # noqa: ANN401 - a typed date or None
    try:
        return str(date.with_year(year).to_date())
    except DateError:
        return ""


def main() -> None:
    """Print all figures, and the false and missed groups."""
    if not CORPUS.exists():
        sys.exit("needs ../shared/corpus, which is not part of the project")
    for name, score in (("five cited texts", measure_texts()), ("recorded groups", measure_groups())):
        _print(f"{name}: {score}")
        for kind, raws in (("wrong", score.wrong), ("missed", score.missed)):
            for raw in raws:
                _print(f"  {kind}: {raw}")
    count, taken = measure_lookalikes()
    _print(" ".join([f"look-alikes: {len(taken)} of {count} taken for citations", *taken]))


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
