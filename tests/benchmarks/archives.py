"""Writes synthetic archives of a weekly newsletter, whose words differ from issue to issue, for briefgen and its peers.

An issue has the size of newsletter 133: a feature of three sections and four briefs, some 1,370 words in all, with 20
citations of as many sources. The same seed gives the same archive, on any machine.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from tests.conformance.publications import ROOT

FIRST_DAY = date(1985, 1, 4)
OUTLETS = ("Reuters", "AFP", "Financial Times", "The Economist", "Nikkei Asia", "Der Spiegel", "Le Monde", "BBC")
SMALL_WORDS = ("of", "the", "in", "and", "for", "with", "a few", "no", "all", "some", "more", "under")
PARAGRAPHS = (5, 5, 4)
"""Of each section of the feature."""
BRIEFS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A feature or a brief; in the paragraphs `[@key]` stands for a citation."""

    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading ("" for none) and paragraphs."""

    def body(self, cite: Callable[[str], str]) -> str:
        """Return the text as Markdown, with citations as `cite` writes them."""
        blocks = [block for heading, texts in self.sections for block in (f"## {heading}" * bool(heading), *texts)]
        return re.sub(r"\[@([^]]+)]", lambda found: cite(found[1]), "\n\n".join(filter(None, blocks)))


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of the archive."""

    number: int
    day: date
    items: tuple[Item, ...]
    sources: dict[str, dict[str, str]]

    @property
    def slug(self) -> str:
        """Return the name of its files."""
        return f"{self.number}-{'-'.join(self.items[0].title.lower().split())}"


def make_issues(count: int, *, seed: int = 133) -> Iterator[Issue]:
    """Yield the issues of an archive."""
    words = _find_words()
    for number in range(1, count + 1):
        yield _make_issue(number, words, random.Random(f"{seed}-{number}"))  # noqa: S311 - nothing secret


def _find_words() -> Sequence[str]:
    """Return the longer words in the bodies of our own issues, the most frequent first."""
    counts: dict[str, int] = {}
    for path in sorted((ROOT / "issues").glob("13?-*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - reads scalars as text
        bodies = [item["body"] for item in (data["feature"], *data["briefs"])]
        for word in re.findall(r"(?<![\w’@/.-])[a-z]{5,12}(?![\w’/-])", " ".join(bodies)):
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))


def _make_issue(number: int, words: Sequence[str], chance: random.Random) -> Issue:
    weights = [1 / (rank + 30) for rank in range(len(words))]
    day = FIRST_DAY + timedelta(weeks=number)
    sources: dict[str, dict[str, str]] = {}

    def phrase(least: int, most: int) -> str:
        drawn = list(dict.fromkeys(chance.choices(words, weights, k=chance.randint(least, most))))
        return " ".join(
            f"{chance.choice(SMALL_WORDS)} {word}" if place % 2 else word for place, word in enumerate(drawn)
        )

    def cite() -> str:
        key = f"source-{len(sources) + 1}"
        sources[key] = {
            "outlet": chance.choice(OUTLETS),
            "date": str(day - timedelta(days=chance.randint(1, 90))),
            "title": phrase(3, 6).capitalize(),
            "url": f"https://news.example.org/{number}/{chance.getrandbits(40):010x}",
        }
        return f"[@{key}]"

    def paragraph(*, cites: bool) -> str:
        sentences = [f"{phrase(6, 12).capitalize()}." for _ in range(chance.randint(3, 5))]
        return " ".join([*sentences, f"{phrase(5, 9).capitalize()} {cite()}."] if cites else sentences)

    def section(heading: str, length: int) -> tuple[str, tuple[str, ...]]:
        return heading, tuple(paragraph(cites=True) for _ in range(length))

    feature = Item(
        phrase(2, 4).capitalize(),
        tuple(section(phrase(2, 4).capitalize() if place else "", length) for place, length in enumerate(PARAGRAPHS)),
    )
    briefs = tuple(
        Item(phrase(3, 5).capitalize(), (("", (paragraph(cites=True), paragraph(cites=bool(place % 2)))),))
        for place in range(BRIEFS)
    )
    return Issue(number, day, (feature, *briefs), sources)


def write_briefgen(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a publication."""
    (folder / "issues").mkdir(parents=True)
    settings = {
        "name": "Synthetic Weekly",
        "url": "https://weekly.example.org",
        "build": {"formats": ["html", "markdown"]},
    }
    (folder / "issues/publication.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    for issue in issues:
        feature, *briefs = issue.items
        data = {
            "number": issue.number,
            "date": str(issue.day),
            "summary": f"{feature.title} and more.",
            "feature": {"title": feature.title, "author": "Staff Writer", "body": _Block(feature.body(_keyed))},
            "briefs": [{"title": brief.title, "body": _Block(brief.body(_keyed))} for brief in briefs],
            "sources": issue.sources,
        }
        text = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6)
        (folder / "issues" / f"{issue.slug}.yaml").write_text(text, encoding="utf-8")


def _keyed(key: str) -> str:
    return f"[@{key}]"


class _Block(str):
    """A text that YAML shows as a block."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes issues as people do."""


_Dumper.add_representer(_Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text + "\n", "|"))


def format_markdown(issue: Issue) -> str:
    """Return an issue as plain Markdown, with its citations as links, for generators that know no sources."""

    def link(key: str) -> str:
        source = issue.sources[key]
        return f"([{source['outlet']}, {source['date']}]({source['url']}))"

    texts = [f"# {item.title}\n\n{item.body(link)}" for item in issue.items]
    listed = [f"- {one['outlet']}, “{one['title']}”, {one['date']}, <{one['url']}>" for one in issue.sources.values()]
    return "\n\n".join([*texts, "# Sources", "\n".join(listed)]) + "\n"


def format_front_matter(issue: Issue, **more: str) -> str:
    """Return an issue as Markdown with YAML front matter."""
    head = {"title": issue.items[0].title, "date": str(issue.day), **more}
    lines = [f"{key}: {json.dumps(value)}" for key, value in head.items()]
    return "\n".join(["---", *lines, "---", "", format_markdown(issue)])
