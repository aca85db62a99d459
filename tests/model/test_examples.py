"""Values of the wrong kind are reported with an example for their key."""

import pytest

from briefgen.model import parse_issue, parse_outlets, parse_publication
from briefgen.yamltext import apply_edits, parse_text
from tests.model.test_renaming import ISSUE


def said_of(text: str) -> list[str]:
    document = parse_text(text)
    found = parse_issue(document).faults
    places = ((document.lines.position(fault.finding.span.start), fault.finding) for fault in found)
    return [f"{place.line}:{place.column} {finding.message}; {finding.help}" for place, finding in places]


IMAGE = "  image:\n    file: images/lock.png\n    alt: A gate.\n    credit: Inga Holt\n"
AUTHOR = "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}"
SOURCE = """\
  canal:
    outlet: NDR
    date: 2024-03-04
    title: Gate lifted out
    url: https://www.ndr.de/gate
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            IMAGE,
            "  image: images/lock.png\n",
            (
                "8:10 `feature.image` is text, expected a group of keys; "
                "write `image:` and, indented below it, `file: images/lock.png`"
            ),
        ),
        (
            IMAGE,
            "  image:\n    - file: images/lock.png\n",
            (
                "9:5 `feature.image` is a list, expected a group of keys; "
                "replace the `- ` with two spaces: there is one `image`, with its keys below it"
            ),
        ),
        (
            AUTHOR,
            "  author: [Inga Holt, Bo Lind]",
            (
                "7:11 `feature.author` is a list, expected a group of keys; "
                "list several under `authors`: `authors: [Inga Holt, Bo Lind]`"
            ),
        ),
        (
            AUTHOR,
            "  authors: Inga Holt",
            "7:12 `feature.authors` is text, expected a list; write it as a list: `authors: [Inga Holt]`",
        ),
        (
            AUTHOR,
            "  authors: {name: Inga Holt}",
            "7:13 `feature.authors` is a group of keys, expected a list; begin each entry with `- `: `- name: …`",
        ),
        (
            SOURCE,
            "  canal: NDR\n",
            (
                "16:10 `sources.canal` is text, expected a group of keys; "
                "write `canal:` and, indented below it, `outlet: NDR`"
            ),
        ),
        (
            SOURCE,
            "  canal: https://www.ndr.de/gate\n",
            (
                "16:10 `sources.canal` is text, expected a group of keys; "
                "write `canal:` and, indented below it, `outlet: …` and `url: https://www.ndr.de/gate`"
            ),
        ),
        (
            SOURCE,
            "  canal: {outlet: NDR, url: https://...}\n",
            "16:29 `sources.canal.url` is a placeholder; write the address, or delete the key until you have it",
        ),
        (
            SOURCE,
            "  - canal:\n    outlet: NDR\n",
            (
                "16:3 `sources` is a list, expected a group of keys; "
                "delete each `- `: each entry has its own key, such as `canal:`"
            ),
        ),
        (
            SOURCE,
            "  - key: canal\n    outlet: NDR\n",
            (
                "16:3 `sources` is a list, expected a group of keys; "
                "write the key instead of the dash: `canal:`, and the rest below it, indented"
            ),
        ),
        (
            SOURCE,
            "  canal:\n  outlet: NDR\n  date: 2024-03-04\n",
            (
                "16:3 `sources.canal` is empty, expected a group of keys; "
                "indent what belongs to `canal` further than `canal` itself: `outlet: …`"
            ),
        ),
        (
            SOURCE,
            "  canal:\n    outlet:NDR\n    date:2024-03-04\n",
            "17:5 `sources.canal` has no space after the colon of `outlet`, `date`; write `outlet: …`",
        ),
        (
            "sources:\n" + SOURCE,
            "sources: none\n",
            (
                "15:10 `sources` is text, expected a group of keys; "
                "write `sources:` and, indented below it, a key for each entry, each with `outlet: …`"
            ),
        ),
        (
            "\nsources:",
            "\nbriefs:\n  title: Barges Wait\n  body: Words.\n\nsources:",
            "16:3 `briefs` is a group of keys, expected a list; begin each entry with `- `: `- title: …`",
        ),
        (
            "\nsources:",
            "\ncorrections: Fixed.\nsources:",
            (
                "15:14 `corrections` is text, expected a list; "
                "write `corrections:`, with entries below it that begin with `- `: `- date: 2023-05-12`"
            ),
        ),
        (
            "\nsources:",
            "\ncorrections: [Fixed.]\nsources:",
            (
                "15:15 `corrections[1]` is text, expected a group of keys; "
                "write keys of its own: `date: 2023-05-12` and `text: Fixed.`"
            ),
        ),
        (
            "  title: The Lock",
            "  title: [The Lock]",
            '6:10 `feature.title` is a list, expected text; put it in quotation marks: `title: "[The Lock]"`',
        ),
        (
            "  title: The Lock",
            "  title: {The Lock}",
            '6:10 `feature.title` is a group of keys, expected text; put it in quotation marks: `title: "{The Lock}"`',
        ),
        (
            "  title: The Lock",
            "  title:\n    en: The Lock",
            "6:3 `feature.title` is a group of keys, expected text; write it on one line: `title: …`",
        ),
        (
            "  title: The Lock",
            "  title:\n    - The Lock",
            "7:5 `feature.title` is a list, expected text; keep one: `title: The Lock`",
        ),
        (
            "  title: The Lock",
            "  title: #1 Lock",
            '6:10 `feature.title` is empty, because `#` begins a comment; quote it: `title: "#1 Lock"`',
        ),
        ("number: 12", "number: #12", "1:9 `number` is empty, because `#` begins a comment; write `number: 12`"),
        ("number: 12", "number: No. 12", "1:9 `number` is “No. 12”, expected a whole number; write digits only: `12`"),
        (
            "summary: A lock is closed.",
            'summary: ""',
            "3:10 `summary` is empty; write it after the colon: `summary: …`, or delete the key",
        ),
        (
            "  body: |\n    The gate was lifted out [@canal].",
            "  body:\n    - The gate.\n    - Lifted out.",
            (
                "13:5 `feature.body` is a list, expected text; "
                "write `body: |`, and the list below it; paragraphs lose their dashes"
            ),
        ),
        (
            "  body: |\n    The gate was lifted out [@canal].",
            "  body: |",
            ("12:9 `feature.body` is empty; write `body: |`, and the text on the lines below it, indented"),
        ),
        (
            "    url:",
            "    archived: https://archive.org/gate\n    url:",
            (
                "20:15 `sources.canal.archived` is text, expected a group of keys; write `archived:` and, "
                "indented below it, `url: https://archive.org/gate` and `date: 2023-05-12`"
            ),
        ),
        ("feature:\n", "image:\nfeature:\n", ""),
        (
            "date: 2024-03-08",
            "date: [2024-03-08]",
            "2:7 `date` is a list, expected text; write it without brackets: `date: 2024-03-08`",
        ),
        (
            "\nsources:",
            "\nbriefs:\n  -\nsources:",
            (
                "16:4 `briefs[1]` is empty, expected a group of keys; "
                "write `title: …` and `body: …` after the dash, or delete it"
            ),
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_reported_with_an_example(old: str, new: str, said: str) -> None:
    assert old in ISSUE
    assert said_of(ISSUE.replace(old, new, 1)) == ([said] if said else [])


def test_a_missing_feature_is_reported_with_its_keys() -> None:
    [said] = said_of("number: 12\ndate: 2024-03-08\n")
    assert said == "1:1 `feature` is missing; write `feature:` and, indented below it, `title: …` and `body: …`"


@pytest.mark.parametrize(
    ("old", "new"),
    [("  title: The Lock", "  title: #1 Lock"), ("number: 12", "number: #12"), ("    outlet: NDR", "    outlet:NDR")],
)
def test_certain_corrections_are_safe_fixes(old: str, new: str) -> None:
    text = ISSUE.replace(old, new, 1)
    if "outlet" in old:
        text = text.replace("    date: 2024-03-04\n    title: Gate lifted out\n    url: https", "    url:https")
    [fault] = parse_issue(parse_text(text)).faults
    assert fault.finding.fix is not None
    assert fault.finding.fix.is_safe
    assert said_of(apply_edits(text, fault.finding.fix.edits)) == []


@pytest.mark.parametrize(("old", "new"), [("2024-03-04", "March 4, 2024"), ("https://www", "www"), ("12", "No. 12")])
def test_probable_corrections_are_unsafe_fixes(old: str, new: str) -> None:
    text = ISSUE.replace(old, new, 1)
    [fault] = parse_issue(parse_text(text)).faults
    assert fault.finding.fix is not None
    assert not fault.finding.fix.is_safe
    assert apply_edits(text, fault.finding.fix.edits) == ISSUE


def test_faults_of_the_other_files_are_reported_alike() -> None:
    [fault] = parse_outlets(parse_text("outlets:\n- {id: ndr, name: NDR, domains: ndr.de}\n")).faults
    assert fault.finding.help == "write it as a list: `domains: [ndr.de]`"
    [fault] = parse_publication(parse_text("style: inline\n")).faults
    assert fault.finding.help == "write `style:` and, indented below it, `citations: …` and `year: …`"
    [fault] = parse_publication(parse_text("acronyms: {known: {NATO: yes}}\n")).faults
    assert fault.finding.help == "write `known: […]`, with commas between the entries"
    [fault] = parse_publication(parse_text("build: {theme: [red]}\n")).faults
    assert fault.finding.help == "write a key of your own instead of each `- `: `key:`"
