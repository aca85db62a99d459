"""How C402 adds an outlet to the publication's own register, and when it suggests a known one instead."""

import pytest

from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic
from briefgen.manuscript import OwnRegister, read_manuscript
from briefgen.model import parse_outlets
from briefgen.rules import run_rules
from briefgen.yamltext import Document, apply_edits, parse_text
from tests.rules.issues import HEAD, around

SHIPPED = load_shipped_outlets()
PORT = "a: {outlet: Port Survey, date: 2023-05-10, url: 'https://www.survey.example.org/sand'}"
KIEL = "b: {outlet: Kiel Harbour Gazette, date: 2023-05-11}"


def report(*sources: str, register: str | Document | None = "", body: str = "Words.") -> tuple[Diagnostic, ...]:
    listed = "".join(f"  {source}\n" for source in sources)
    document = parse_text(register) if isinstance(register, str) else register
    own = parse_outlets(document).record if document else None
    manuscript = read_manuscript(
        parse_text(around(body, f"sources:\n{listed}" if listed else "") + HEAD),
        "issues/133.yaml",
        outlets=SHIPPED.extended(own.outlets if own else ()),
        own_register=OwnRegister("issues/outlets.yaml", document) if document else None,
    )
    assert manuscript.issue is not None, manuscript.faults
    return tuple(each for each in run_rules(manuscript, select=["C402"]) if each.code == "C402")


def add(register: str, *sources: str) -> str:
    """Return the register with all that the fixes add."""
    fixes = [each.finding.fix for each in report(*sources, register=register)]
    assert all(fix is not None and not fix.edits and not fix.is_safe for fix in fixes)
    edits = dict.fromkeys(each.edit for fix in fixes if fix for each in fix.elsewhere)
    assert edits
    return apply_edits(register, edits)


ENTRY = "  - id: port-survey\n    name: Port Survey\n    domains: [survey.example.org]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"outlets:\n{ENTRY}"),
        ("# ours", f"# ours\noutlets:\n{ENTRY}"),
        ("# ours\n\n", f"# ours\n\noutlets:\n{ENTRY}"),
        ("outlets:\n", f"outlets:\n{ENTRY}"),
        ("outlets: []\n", f"outlets:\n{ENTRY}"),
        ("outlets: []  # none yet\n# end\n", f"outlets:  # none yet\n{ENTRY}# end\n"),
        ("outlets: ~", f"outlets:\n{ENTRY.rstrip()}"),
        (
            "---\noutlets:\n- id: a\n  name: A",
            "---\noutlets:\n- id: a\n  name: A\n" + ENTRY.replace("\n  ", "\n")[2:-1],
        ),
        ("outlets:\n  - {id: a, name: A}  # x\n", f"outlets:\n  - {{id: a, name: A}}  # x\n{ENTRY}"),
        (
            "outlets:\n  - id: a\n    name: A\n    # who owns it?\n\n    # nobody knows\n# end\n",
            f"outlets:\n  - id: a\n    name: A\n    # who owns it?\n\n    # nobody knows\n{ENTRY}# end\n",
        ),
        ("outlets:\n  - id: a\n    name: A\n    aliases:\n      - B\n      - C\n", "…"),
        (
            "outlets: [{id: a, name: A}]\n",
            "outlets: [{id: a, name: A}, {id: port-survey, name: Port Survey, domains: [survey.example.org]}]\n",
        ),
        (
            "outlets:\r\n  - id: a\r\n    name: A\r\n",
            "outlets:\r\n  - id: a\r\n    name: A\r\n" + ENTRY.replace("\n", "\r\n"),
        ),
        ("outlets:\n  -   id: port-survey\n      name: Survey of Ports\n", "port-survey-2"),
    ],
)
def test_an_entry_is_appended_and_nothing_is_lost(before: str, after: str) -> None:
    text = add(before, PORT)
    assert text == after.replace("…", before + ENTRY) if after != "port-survey-2" else after in text
    lines = [line for line in before.splitlines() if line.strip() and not line.startswith("outlets:")]
    assert [line for line in lines if line not in text.splitlines()] == [] or "[{" in before
    reading = parse_outlets(parse_text(text))
    assert reading.faults == ()
    assert reading.record is not None
    added = reading.record.outlets[-1]
    assert (added.name, added.domains) == ("Port Survey", ("survey.example.org",))
    assert not report(PORT, register=text)


@pytest.mark.parametrize(
    "before", ["", "outlets: []\n", "outlets:\n  - id: a\n    name: A\n", "outlets: [{id: a, name: A}]"]
)
def test_several_entries_are_appended_in_order(before: str) -> None:
    text = add(before, PORT, KIEL, "c: {outlet: '南: 方', date: 2023-05-12}")
    reading = parse_outlets(parse_text(text))
    assert reading.faults == ()
    assert reading.record is not None
    added = reading.record.outlets[-3:]
    assert [each.name for each in added] == ["Port Survey", "Kiel Harbour Gazette", "南: 方"]
    assert [each.domains for each in added[1:]] == [(), ()]
    assert len({each.id for each in reading.record.outlets}) == len(reading.record.outlets)


@pytest.mark.parametrize(
    ("sources", "register", "body"),
    [
        ([PORT], None, "Words."),
        ([PORT], "outlets: &a []\n", "Words."),
        ([PORT], "outlets: x\n", "Words."),
        ([PORT], "other: 1\n", "Words."),
        ([PORT], "  outlets: []\n", "Words."),
        ([PORT], "outlets:\n  - plain\n", "Words."),
        ([PORT], "outlets:\n  - name: |\n      A\n", "Words."),
        ([], "", "It is long known (Smith, 2006)."),
        (["a: {outlet: Beeb Monitor, date: 2023-05-10, url: 'https://monitor.bbc.co.uk/a'}"], "", "Words."),
        (["a: {outlet: South Chna Morning Post, date: 2023-05-10}"], "", "Words."),
    ],
)
def test_a_fix_that_could_be_wrong_is_not_offered(sources: list[str], register: str | None, body: str) -> None:
    found = report(*sources, register=register, body=body)
    assert found
    assert [each.finding.fix for each in found] == [None] * len(found)


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/web/2023/https://a.example/",
        "https://bit.ly/3abc",
        "https://medium.com/@port/sand",
        "https://port.substack.com/p/sand",
    ],
)
def test_a_host_that_belongs_to_no_outlet_is_left_out(url: str) -> None:
    source = f"a: {{outlet: Port Survey, date: 2023-05-10, url: '{url}'}}"
    assert add("", source) == "outlets:\n  - id: port-survey\n    name: Port Survey\n"


def test_the_name_is_written_as_the_source_has_it() -> None:
    [found] = report(PORT, body="It sank (The Port survey, May 10).")
    assert found.finding.fix is not None
    assert "name: Port Survey" in found.finding.fix.elsewhere[-1].edit.text


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Reuters Newswire Agency", ""),
        ("NBX", ""),
        ("NYP", ""),
        ("Ruter", "Reuters"),
        ("Reutres", "Reuters"),
        ("Xinua", "Xinhua"),
        ("Kyodoo", "Kyodo"),
        ("The Jakarta Posts", "The Jakarta Post"),
    ],
)
def test_a_suggestion_has_more_than_three_letters_in_common(name: str, meant: str) -> None:
    found = report(f"a: {{outlet: {name}, date: 2023-05-10}}")
    suggested = [each.finding.help.partition("“")[2].partition("”")[0] for each in found if "mean" in each.finding.help]
    assert suggested == ([meant] if meant else [])


def test_a_university_or_an_organization_that_says_something_is_a_speaker_not_a_source() -> None:
    body = "Amnesty International said so (BBC, May 9). Johns Hopkins University said so (BBC, May 9)."
    manuscript = read_manuscript(parse_text(around(body) + HEAD), "issues/133.yaml", outlets=SHIPPED)
    assert not [each for each in run_rules(manuscript, select=["E106"]) if each.code == "E106"]
