"""Random issues, assembled from the bad examples in the rules' documentation and from small pieces."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from hypothesis import strategies as st

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.manuscript import FileFact, ImageFact, Manuscript, Published, Sibling, read_manuscript
from briefgen.rules import RULES
from briefgen.yamltext import parse_text

OUTLETS = load_shipped_outlets()
PIECES = (
    *(
        "“",
        "”",
        "‘",
        "’",
        '"',
        " — ",
        " – ",
        " - ",
        "--",
        "  ",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\u200e",
        "e\u0301",
        "，",
    ),
    *(
        "雄",
        "（",
        ")",
        "(",
        "(NYT, May 8)",
        "(BBC, February 30)",
        "(NYT May 3)",
        "[@a]",
        "[@a; @a]",
        "[@nobody]",
        ".",
        ", ",
    ),
    *("\n\n", "\n\n- ", "\n\n> ", "\n\n## A\n\n", "\n\n#### A\n\n", "\n\n**Bold**\n\n", "the the ", "on in ", " In a "),
    *(
        "said ",
        "told the BBC ",
        "critics say ",
        "12 percent ",
        "$4 billion ",
        "this week ",
        "two days ago",
        "TK",
        "[sic] ",
    ),
    *("Friday, May 12 ", "05/12/23", "[a](https://example.org) ", "[here](https://example.org)", "<b>", "| a  | b |"),
    *("BRI ", "US ", "U.S. ", "sister city ties ", "sister-city tie ", "Guizhou province ", "Guizhou city ", "\u2028"),
    *(
        "Chengdu (重庆) ",
        "Romaszko ",
        "Romanszko ",
        "Xinhua ",
        "word ",
        "²/1/23 ",
        "<!-- briefgen: ignore T101 a -->\n\n",
    ),
)
URLS = ("http://www.nytimes.com/", "https://bit.ly/1", "https://x.com/a?utm_source=b", "https://a.org/2023/05/01/a", "")


def _documented() -> Iterator[dict[str, Any]]:
    for example in (example for rule in RULES for example in rule.examples):
        try:
            content = yaml.load(example.bad, Loader=yaml.BaseLoader)  # noqa: S506 - our own text, and all scalars stay strings
        except yaml.YAMLError:
            continue
        if isinstance(content, dict):
            yield content


def _bodies() -> Iterator[str]:
    for content in _documented():
        items = [content.get("feature"), *(content.get("briefs") or [])]
        yield from (str(item["body"]) for item in items if isinstance(item, dict) and "body" in item)


DOCUMENTED = tuple(_documented())
BODIES = tuple(dict.fromkeys(_bodies()))
SOURCES = tuple(
    source for content in DOCUMENTED for source in (content.get("sources") or {}).values() if isinstance(source, dict)
)
IMAGES = tuple(content["image"] for content in DOCUMENTED if isinstance(content.get("image"), dict))
SUMMARIES = tuple(content["summary"] for content in DOCUMENTED if isinstance(content.get("summary"), str))

_characters = st.characters(exclude_categories=("Cs", "Cc"))
texts = st.lists(st.sampled_from((*BODIES, *PIECES)) | st.text(_characters, max_size=6), min_size=1, max_size=12).map(
    lambda pieces: f"Words {''.join(pieces)}"
)
titles = texts.map(lambda text: " ".join(text.split()))
sources = st.dictionaries(
    st.sampled_from(("a", "nyt", "rfa", "li")),
    st.sampled_from(SOURCES)
    | st.fixed_dictionaries(
        {"outlet": st.sampled_from(("NYT", "The Times", "Twitter", "Wikipedia", "Nobody’s Gazette"))},
        optional={"date": st.sampled_from(("2023-05-10", "2023-06-01", "undated")), "url": st.sampled_from(URLS)},
    ),
    max_size=3,
)


@st.composite
def issues(draw: st.DrawFn) -> str:
    """Draw the text of an issue."""
    issue: dict[str, Any] = {
        "number": 133,
        "date": "2023-05-12",
        "feature": {"title": draw(titles), "author": "Jane", "body": draw(texts)},
        "briefs": [{"title": "Brief", "body": body} for body in draw(st.lists(texts, max_size=2))],
        "sources": draw(sources),
    }
    for key, values in (("image", IMAGES), ("summary", SUMMARIES)):
        if draw(st.booleans()) and values:
            issue[key] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        issue["ignore"] = [{"rule": draw(st.sampled_from([rule.code for rule in RULES])), "reason": "a test"}]
    if draw(st.booleans()):
        return _as_block(issue)
    return json.dumps(issue, ensure_ascii=False, indent=draw(st.sampled_from((None, 2))))


# It has changed since, whatever it says now.
PUBLISHED = Published("133-kiel", 0, "2023-05-12", (("feature", "0" * 12), ("brief", "0" * 12)))
paths = st.sampled_from(("issues/133-kiel.yaml", "134-kiel.yaml", "-"))


def read(text: str, path: str) -> Manuscript:
    """Read an issue with other issues around it, and an image that is not there."""
    return read_manuscript(
        parse_text(text),
        path,
        outlets=OUTLETS,
        images={"images/kiel.jpg": ImageFact(problem="there is no `images/kiel.jpg`")},
        siblings=(Sibling("131.yaml", 131, date(2023, 5, 5)),),
        file=FileFact(published=(PUBLISHED,)),
    )


def _as_block(issue: dict[str, Any]) -> str:
    """Write the feature as people do: its body below it, indented."""
    feature = issue.pop("feature")
    body = re.sub(r"[\r\x85\u2028\u2029\ufeff]", "", feature["body"])
    rest = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in issue.items())
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    return f"{rest}feature:\n  title: {json.dumps(feature['title'])}\n  author: Jane\n  body: |2\n{lines}"
