"""Issues with payloads in their fields, as page and Markdown."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.edition.compose import PlacedPicture, make_edition
from briefgen.edition.edition import Edition
from briefgen.manuscript import ImageFact, Manuscript, read_manuscript
from briefgen.model import Publication
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import Templates
from briefgen.rules.run import run_rules
from briefgen.yamltext import parse_text
from tests.render.sample import make_pictures

TEMPLATES = Templates()
_PICTURE = "images/cranes.png"
_FRAME = {
    "number": 1,
    "date": "2023-05-12",
    "feature": {"title": "A feature", "author": "Jane", "body": "Words [@known]."},
    "sources": {"known": {"outlet": "Gazette", "date": "2023-05-01", "url": "https://known.example/"}},
}


class Outputs(Struct, frozen=True):
    """An issue's outputs as text."""

    page: str
    """The whole page without its styles and fonts."""
    markdown: str
    edition: Edition


def write_yaml(value: object) -> str:
    """Write a value as YAML on one line; characters that end a line in YAML are escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(one):04x}" if one in "\x7f\x85\u2028\u2029\ufeff" else one for one in written)


def write_issue(briefs: Sequence[Mapping[str, Any]], **fields: object) -> str:
    """Write an issue as YAML; each brief, correction and source is on a line of its own."""
    issue = {**_FRAME, **fields, "briefs": briefs}
    lines = []
    for key, value in issue.items():
        match value:
            case list() | tuple():
                lines += [f"{key}:", *(f"  - {write_yaml(one)}" for one in value)] if value else []
            case dict() if key == "sources":
                lines += [f"{key}:", *(f"  {name}: {write_yaml(one)}" for name, one in value.items())]
            case _:
                lines.append(f"{key}: {write_yaml(value)}")
    return "\n".join(lines) + "\n"


class Seeded(Struct, frozen=True):
    """The text of an issue with payloads, and the publication it is in."""

    text: str
    publication: Publication = Publication()


def read(seeded: Seeded) -> Manuscript:
    """Read an issue whose pictures are all there."""
    return read_manuscript(
        parse_text(seeded.text),
        "1-hostile.yaml",
        publication=seeded.publication,
        outlets=load_shipped_outlets(),
        images={_PICTURE: ImageFact(width=800, height=360)},
    )


def find_errors(manuscript: Manuscript) -> list[Diagnostic]:
    """Return the reports that stop a build."""
    return [one for one in run_rules(manuscript) if one.severity is Severity.ERROR]


def render(manuscript: Manuscript) -> Outputs:
    """Make the page and the Markdown of an issue."""
    edition = make_edition(manuscript, slug="1-hostile", pictures={(_PICTURE, None): PlacedPicture(_PICTURE, 800, 360)})
    page = render_html(edition, make_pictures(), TEMPLATES).content.decode()
    return Outputs(
        page[: page.index("<style>")] + page[page.index("</style>") + len("</style>") :],
        render_markdown(edition, TEMPLATES).content.decode(),
        edition,
    )


def batches(payloads: Iterable[str], size: int) -> Iterable[tuple[str, ...]]:
    """Cut payloads into batches."""
    every = tuple(payloads)
    return (every[start : start + size] for start in range(0, len(every), size))


# Where in a body a payload may be; each asks the renderers for something else.
PLACES: dict[str, Callable[[str], str]] = {
    "a body": lambda payload: payload,
    "code": lambda payload: f"A `{payload}` b.",
    "a block of code": lambda payload: f"Words.\n\n```\n{payload}\n\n{payload}\n\nlast\n```\n\nWords.",
    "code in a list": lambda payload: _indented("- Words.\n\n  ", f"```\n{payload}\n\n{payload}\n```"),
    "code behind a list": lambda payload: f"- Words.\n\n```\n{payload}\n\n{payload}\n```",
    "an item": lambda payload: _indented("- ", payload) + "\n- Words.",
    "a quotation": lambda payload: "> " + payload.replace("\n", "\n> "),
    "a heading": lambda payload: f"## {_line(payload)}\n\nWords.",
    "a cell": lambda payload: f"| a | b |\n| - | - |\n| {_line(payload)} | Words |",
    "emphasis": lambda payload: f"A *{_line(payload)}* **{_line(payload)}** b.",
    "the words of a link": lambda payload: f"[{_line(payload)}](https://link.example/)",
    "the title of a link": lambda payload: f"[words](https://link.example/ '{_line(payload)}')",
    "the target of a link": lambda payload: f"[words]({payload}) [words](<{_line(payload)}>)",
    "behind an address": lambda payload: f"https://link.example/{payload} www.link.example{payload}",
    "a note": lambda payload: _indented("Words.[^n]\n\n[^n]: ", payload),
    "code in a note": lambda payload: _indented("Words.[^n]\n\n[^n]: ", f"```\n{payload}\n```\n\n{payload}"),
    "behind a note": lambda payload: f"[^n]{payload} [^n]: {payload}\n\n[^n]: Words.",
    "between words": lambda payload: f"a*{payload}*b **c{payload}**d",
    "a picture": lambda payload: f"![{_line(payload)}](images/cranes.png '{_line(payload)}')",
}


def seed_bodies(place: str, payloads: Sequence[str]) -> Seeded:
    """Make an issue with one payload in each body."""
    return Seeded(write_issue([{"title": "Brief", "body": PLACES[place](payload)} for payload in payloads]))


# Each is called with payloads only, and stays the same object, so that what was counted can be kept.
BODIES = {place: partial(seed_bodies, place) for place in PLACES}


def seed_fields(payloads: Sequence[str]) -> Seeded:
    """Make an issue with payloads in every field of text; the fields of which there is one get the first."""
    lines = [_line(payload) for payload in payloads]
    first = lines[0]
    image = {"file": _PICTURE, "alt": first, "caption": first, "credit": first}
    briefs = [
        {
            "title": line,
            "deck": payload,
            "section": line,
            "author": {"name": line, "bio": payload, **({"url": "https://author.example/"} if at % 2 else {})},
            "image": {"file": _PICTURE, "alt": line, "caption": payload, "credit": line},
            "body": f"Words [@s{at}].",
        }
        for at, (payload, line) in enumerate(zip(payloads, lines, strict=True))
    ]
    sources = {
        f"s{at}": {
            "outlet": line,
            "author": line,
            "title": line,
            "translated_title": line,
            "date": "2023-05-01",
            **({"url": f"https://source.example/{at}"} if at % 2 else {}),
        }
        for at, line in enumerate(lines)
    }
    return Seeded(
        write_issue(
            briefs,
            summary=first,
            image=image,
            feature={"title": first, "deck": first, "authors": [first, first], "body": "Words."},
            sources=sources,
            corrections=[{"date": "2023-05-13", "text": payload} for payload in payloads],
        ),
        Publication(name=first, tagline=first, publisher=first),
    )


def _line(payload: str) -> str:
    return " ".join(payload.split())


def _indented(start: str, payload: str) -> str:
    return start + payload.replace("\n", "\n    " if "[^" in start else "\n  ")
