"""Measures the scanner on real texts: `python -m tests.citations.measure` prints the figures.

The texts and labels lie in ../shared/corpus. What counts is the part: one outlet with its date. A part is right if its
group stands where the label says, and outlet and date are those of the label; a date whose year the text leaves out
must leave it out too. The outlets that only newsletter 133 cites are taken out of the register, because the register
was begun with them.
"""

import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from briefgen.citations import Citation, Scan, TypedDate, find_citations
from briefgen.markdown import parse_body
from briefgen.model import Outlets
from tests.citations.register import shipped_outlets

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus"
INVENTED = Path(__file__).with_name("invented.yaml")
DATED = frozenset({"citation", "cross-reference"})
"""The classes of groups with a date in them, and of references to other issues."""
ALL = frozenset({*DATED, "citation-undated", "citation-in-prose"})
"""All classes of groups that cite: those without any date, and those inside a clause, too."""
FIRST_SEASON = 21
SEASONS = ("spring", "summer", "autumn", "winter")
# Outlet, year if typed, month, day, and the last day of a range.
Part = tuple[str, str, int, int, str]


@dataclass(frozen=True)
class Labelled:
    """A text with the spans of its groups: those that count, and those that are left out of the count."""

    text: str
    groups: tuple[tuple[int, int, tuple[Part, ...]], ...]
    others: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Score:
    """Parts read rightly; and those read wrongly and missed, in words."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        """Return the score of both together."""
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of the parts read that are labelled so."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the labelled parts that was read."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def labelled(self) -> int:
        """The number of labelled parts."""
        return self.right + len(self.missed)

    def __str__(self) -> str:
        """Return the figures on one line."""
        counts = f"{self.right} right, {len(self.wrong)} wrong, {len(self.missed)} missed"
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} ({counts})"


def scan(text: str, keys: Collection[str] = ()) -> Scan:
    """Scan a text with the shipped register."""
    return find_citations(parse_body(text), shipped_outlets(), keys=keys)


@cache
def register() -> Outlets:
    """Return the shipped register without the outlets that only newsletter 133 cites."""
    outlets = shipped_outlets()
    newsletter = json.loads((SHARED / "newsletter-133" / "citations.json").read_text(encoding="utf-8"))["groups"]
    elsewhere = {name for label in _labels() for name in _outlets_of([label])}
    kept = {outlet.id for name in elsewhere for outlet in outlets.named(name)}
    only = {outlet.id for name in _outlets_of(newsletter) for outlet in outlets.named(name)} - kept
    return Outlets(tuple(outlet for outlet in outlets.entries if outlet.id not in only))


def _outlets_of(groups: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield from (item["outlet"] for group in groups for item in group.get("items", ()))


def _labels() -> Iterator[dict[str, Any]]:
    yield from rows("groups.jsonl")
    for path in _texts():
        yield from json.loads(path.read_text(encoding="utf-8"))["groups"]


def _texts() -> list[Path]:
    return sorted((CORPUS / "cited").glob("*.labels.json"))


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of the corpus."""
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def measure_texts(classes: Collection[str] = DATED) -> Score:
    """Score the five analyses, whose citations are labelled with their places."""
    total = Score()
    for path in _texts():
        labels = json.loads(path.read_text(encoding="utf-8"))["groups"]
        text = path.with_name(path.name.replace(".labels.json", ".md")).read_text(encoding="utf-8")
        counted = tuple((each["start"], each["end"], read_label(each)) for each in labels if each["class"] in classes)
        others = frozenset((each["start"], each["end"]) for each in labels if each["class"] in ALL - set(classes))
        total += score(Labelled(text, counted, others), register())
    return total


def measure_groups(classes: Collection[str] = DATED) -> Score:
    """Score the recorded groups of several newsletters, each alone."""
    return sum((score(_alone(row, classes), register()) for row in rows("groups.jsonl")), Score())


def measure_lookalikes() -> tuple[int, Score]:
    """Return how many parentheses look like citations and are none, and what was read in them."""
    raws = [row["raw"] for row in rows("not-citations.jsonl")]
    labelled = (Labelled(f"Something {raw}.", (), frozenset()) for raw in raws)
    return len(raws), sum((score(each, register()) for each in labelled), Score())


def measure_all(classes: Collection[str] = DATED) -> Score:
    """Score all labels of the corpus together."""
    return measure_texts(classes) + measure_groups(classes) + measure_lookalikes()[1]


def measure_invented() -> dict[str, Score]:
    """Score the invented groups and look-alikes, each alone, by kind."""
    content = yaml.safe_load(INVENTED.read_text(encoding="utf-8"))
    scores = {}
    for kind, rows_ in content["groups"].items():
        scores[kind] = sum((_invented(row["text"], row.get("language", "en"), row["parts"]) for row in rows_), Score())
    for kind, rows_ in content["others"].items():
        shaped = [row if isinstance(row, dict) else {"text": row} for row in rows_]
        scores[kind] = sum((_invented(row["text"], row.get("language", "en"), []) for row in shaped), Score())
    return scores


def kinds(half: str) -> frozenset[str]:
    """Return the kinds of the invented `groups`, or of the `others`."""
    return frozenset(yaml.safe_load(INVENTED.read_text(encoding="utf-8"))[half])


def _invented(raw: str, language: str, parts: Sequence[tuple[str, str]]) -> Score:
    wanted = tuple(
        _part(outlet, _with_year(str(date)), is_inferred=_with_year(str(date)) != str(date)) for outlet, date in parts
    )
    groups = ((10, 10 + len(raw), wanted),) if wanted else ()
    return score(Labelled(f"Something {raw}.", groups, frozenset()), register(), language)


def _with_year(date: str) -> str:
    """Return an EDTF date with a year, `0000` if it has none: `0000-05-10` for `05-10`."""
    return "/".join(f"0000-{each}" if each[2:3] == "-" else each for each in date.split("/"))


def _alone(row: dict[str, Any], classes: Collection[str]) -> Labelled:
    text = f"Something {row['raw']}."
    place = (10, 10 + len(row["raw"]))
    if row["class"] in classes:
        return Labelled(text, ((*place, read_label(row)),), frozenset())
    return Labelled(text, (), frozenset({place} if row["class"] in ALL else ()))


def score(labelled: Labelled, outlets: Outlets, language: str = "en") -> Score:
    """Score the groups of one text."""
    found = {
        (group.span.start, group.span.end): tuple(map(read_citation, group.citations))
        for group in find_citations(parse_body(labelled.text), outlets, language=language).groups
    }
    total = Score()
    for start, end, parts in labelled.groups:
        wanted = Counter(parts)
        read = Counter(_as_labelled(part, wanted) for part in found.pop((start, end), ()))
        raw = labelled.text[start:end]
        total += Score(
            (read & wanted).total(),
            tuple(f"{part} in {raw}" for part in (read - wanted).elements()),
            tuple(f"{part} in {raw}" for part in (wanted - read).elements()),
        )
    false = (place for place in found if place not in labelled.others)
    return total + Score(
        wrong=tuple(f"{part} in {labelled.text[slice(*place)]}" for place in false for part in found[place])
    )


def _as_labelled(part: Part, wanted: Counter[Part]) -> Part:
    """Return a part that names a document with its outlet alone, if the label has it so."""
    alone = (part[0].partition("\0")[0], *part[1:])
    whole = (part[0].replace("\0", " "), *part[1:])
    return alone if alone in wanted else whole


def read_label(group: dict[str, Any]) -> tuple[Part, ...]:
    """Return the parts of a labelled group."""
    return tuple(
        _part(item["outlet"], (item["date"] or "").rstrip("?"), is_inferred=item["year_inferred"])
        if item["date"]
        else _part(item["outlet"], "", is_inferred=False)
        for item in group["items"]
    )


def _part(outlet: str, date: str, *, is_inferred: bool) -> Part:
    first, _, last = date.partition("/")
    year, month, day, *_ = (*first.split("-"), "", "")
    return (
        _plain(outlet),
        "" if is_inferred else year,
        int(month or 0),
        int(day or 0),
        last[5:],
    )


def read_citation(citation: Citation) -> Part:
    """Return a part as read, to be compared with a label."""
    date = citation.date or TypedDate()
    season = FIRST_SEASON + SEASONS.index(date.season) if date.season in SEASONS else 0
    last = "-".join(f"{each:02}" for each in date.last if each) if date.last else ""
    outlet = _plain(citation.outlet) + (f"\0{citation.document}" if citation.document else "")
    return (outlet, str(date.year or ""), date.month or season, date.day or 0, last)


def _plain(outlet: str) -> str:
    return " ".join(outlet.replace("’", "'").split())


def main() -> None:
    """Print all figures, and the false and missed parts."""
    if not CORPUS.exists():
        sys.exit("needs ../shared/corpus, which is not part of the project")
    count, lookalikes = measure_lookalikes()
    _print(f"look-alikes: {len(lookalikes.wrong)} parts read in {count}")
    for name, classes in (("dated groups", DATED), ("with groups without a date, and in clauses", ALL)):
        _print(f"five cited texts, {name}: {measure_texts(classes)}")
        _print(f"recorded groups, {name}: {measure_groups(classes)}")
        total = measure_all(classes)
        _print(f"all labels together, {name}: {total}")
        for kind, parts in (("wrong", total.wrong), ("missed", total.missed)):
            for part in parts:
                _print(f"  {kind}: {part}")

    invented = measure_invented()
    for kind, one in invented.items():
        for name, parts in (("wrong", one.wrong), ("missed", one.missed)):
            for part in parts:
                _print(f"  {kind}, {name}: {part}")
    _print(f"invented: {sum(invented.values(), Score())}")


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
