"""The program that knows misspelt words: when it is started, what it gets, and what is taken from its answer."""

import sys
from pathlib import Path

import pytest

from briefgen.compile import spelling
from briefgen.compile.issue_arguments import find_issues
from briefgen.compile.loading import load_manuscript
from briefgen.compile.spelling import SpellCheck, Spelling, check_words, start_spelling
from briefgen.rules import run_rules
from tests.cli.conftest import ISSUE

LOGS = "import os, pathlib, sys, time\nlog = pathlib.Path(__file__).with_suffix('.log')\nasked = sys.stdin.read()\n"


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    folder = tmp_path / "newsroom"
    (folder / "issues").mkdir(parents=True)
    write(folder, "language: en\n")
    for number, words in ((7, "The goverment recieved it."), (8, "A comittee met the goverment.")):
        text = ISSUE.replace("number: 7", f"number: {number}").replace("The basin fills within a season", words)
        (folder / f"issues/{number}-ports.yaml").write_text(text, encoding="utf-8")
    return folder


def write(folder: Path, settings: str) -> None:
    (folder / "issues/publication.yaml").write_text(f"name: Harbor Notes\n{settings}", encoding="utf-8")


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> Path:
    """Put a program in the place of `typos`, and return the file that it logs to."""
    program = folder / "typos"
    program.write_text(f"#!{sys.executable}\n{LOGS}{code}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(spelling, "_find_program", lambda: str(program))
    return folder / "typos.log"


def start(folder: Path, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Spelling:
    return start_spelling(find_issues([], folder), select=select, ignore=ignore)


def misspelt(folder: Path) -> list[str]:
    found = find_issues([], folder)
    start_spelling(found)
    manuscripts = [load_manuscript(newsroom, path) for newsroom, path, _ in found]
    diagnostics = [each for manuscript in manuscripts for each in run_rules(manuscript) if each.code == "T114"]
    return [each.finding.span.of(each.document.text) for each in diagnostics]


def test_the_real_program_finds_misspelt_words_at_their_places(newsroom: Path) -> None:
    assert misspelt(newsroom) == ["goverment", "recieved", "comittee", "goverment"]


def test_the_real_program_knows_kinds_of_english() -> None:
    words = ["behaviour", "analyze", "goverment"]
    assert check_words(words) == {"goverment": ("government",)}
    assert set(check_words(words, "en-us") or ()) == {"behaviour", "goverment"}
    assert set(check_words(words, "en-gb") or ()) == {"analyze", "goverment"}


@pytest.mark.parametrize("language", ["en-CA", "en-AU", "en-NZ", "en-IE", "en-IN", "en-ZA"])
def test_spellings_of_both_sides_of_the_atlantic_are_right_elsewhere(newsroom: Path, language: str) -> None:
    write(newsroom, f"language: {language}\n")
    path = newsroom / "issues/7-ports.yaml"
    words = "The goverment analyzed the licence and analysed the license of the centre"
    path.write_text(path.read_text(encoding="utf-8").replace("The goverment recieved it", words), encoding="utf-8")
    assert misspelt(newsroom) == ["goverment", "comittee", "goverment"]


def test_settings_of_the_program_near_the_issues_are_not_read(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (newsroom, newsroom / "issues"):
        (folder / "typos.toml").write_text('[default.extend-words]\ngoverment = "goverment"\n', encoding="utf-8")
        (folder / "_typos.toml").write_text("[default]\ncheck-file = false\n", encoding="utf-8")
    monkeypatch.chdir(newsroom / "issues")
    assert "goverment" in misspelt(newsroom)


def test_one_call_is_made_for_a_run_with_each_word_once(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = stand_in(monkeypatch, newsroom, "open(log, 'a').write(' '.join(sys.argv[1:]) + '|' + asked + '|')")
    assert misspelt(newsroom) == []
    arguments, words, rest = log.read_text(encoding="utf-8").split("|")
    assert rest == ""
    assert arguments == "--isolated --locale en --format json --color never -"
    assert words.split("\n") == sorted(set(words.split("\n")))
    assert {"goverment", "comittee", "recieved", "signed"} <= set(words.split("\n"))
    assert all(word.isalpha() and word.islower() for word in words.split("\n"))


@pytest.mark.parametrize(
    ("settings", "options"),
    [
        ("", {"ignore": ("T114",)}),
        ("", {"ignore": ("misspelling",)}),
        ("", {"select": ("C1",)}),
        ("validate: {ignore: [T1]}\n", {}),
        ("validate: {severity: {misspelling: off}}\n", {}),
        ("validate: {per_file: [{files: ['*.yaml'], ignore: [T114]}]}\n", {}),
        ("language: de\n", {}),
    ],
)
def test_the_program_is_not_started_where_the_rule_does_not_run(
    settings: str, options: dict[str, tuple[str, ...]], newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(newsroom, settings)
    log = stand_in(monkeypatch, newsroom, "log.write_text(asked)")
    started = start(newsroom, **options)
    assert started.corrections(find_issues([], newsroom)[0].newsroom.publication) is None
    assert started.remark == ""
    assert not log.exists()


def test_an_english_item_of_a_german_newsletter_is_checked(newsroom: Path) -> None:
    write(newsroom, "language: de\n")
    path = newsroom / "issues/7-ports.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- title: Silt Returns", "- title: Silt Returns\n    language: en"), encoding="utf-8")
    assert misspelt(newsroom) == ["goverment", "recieved"]


def test_a_missing_program_makes_one_remark_and_no_report(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_find_program", lambda: None)
    assert misspelt(newsroom) == []
    said: list[str] = []
    start(newsroom).report(said.append)
    assert said == ["spelling was not checked, because `typos` is missing: `pip install typos` installs it"]
    assert check_words(["goverment"]) is None


ANSWERS = [
    '{"type":"typo","typo":"goverment","corrections":["government"]}',
    '{"type":"typo","typo":"season","corrections":["<script>", "a\\nb", "", "sea\\u202eson", "x" ]}',
    '{"type":"typo","typo":"never-asked","corrections":["other"]}',
    '{"type":"typo","typo":"signed","corrections":"signet"}',
    '{"type":"typo","typo":["signed"],"corrections":["signet"]}',
    '{"type":"typo","typo":"loaned","corrections":["' + "y" * 500 + '"]}',
    '{"type":"typo","typo":"recieved","corrections":[' + ", ".join(f'"{one}"' for one in "abcdefghij") + "]}",
    "[" * 5000,
    "null",
    "not JSON",
    "\\xff\\xfe",
]


def test_an_answer_of_another_form_is_left_out(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = "\n".join(ANSWERS)
    stand_in(monkeypatch, newsroom, f"sys.stdout.write({answer!r}); sys.exit(2)")
    assert check_words(["goverment season signed loaned recieved"]) == {
        "goverment": ("government",),
        "season": ("x",),
        "recieved": ("a", "b", "c", "d", "e"),
    }


def test_an_endless_answer_is_cut(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "MAX_ANSWER", 300)
    stand_in(monkeypatch, newsroom, f"sys.stdout.write(({ANSWERS[0]!r} + '\\n') * 9_000); sys.exit(2)")
    assert check_words(["goverment"]) == {"goverment": ("government",)}


@pytest.mark.parametrize("code", ["sys.exit(78)", "os.abort()", "time.sleep(60)"])
def test_a_program_that_fails_makes_a_remark(code: str, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "SECONDS", 1.0)
    stand_in(monkeypatch, newsroom, code)
    found = find_issues([], newsroom)
    started = start_spelling(found)
    for newsroom_, path, _ in found:
        assert load_manuscript(newsroom_, path).misspellings is None
    assert started.remark.startswith("spelling was not checked, because `typos` failed")


def test_a_check_that_nobody_waits_for_is_ended(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, newsroom, "time.sleep(60)")
    with start(newsroom) as started:
        [check] = started._checks.values()
    assert check._process.returncode is not None


def test_a_program_that_cannot_be_started_makes_a_remark(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_find_program", lambda: str(newsroom / "nowhere"))
    assert misspelt(newsroom) == []
    assert start(newsroom).remark.startswith("spelling was not checked")


def test_the_check_gets_no_variables_of_ours(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "1")
    log = stand_in(monkeypatch, newsroom, "log.write_text(os.environ.get('SECRET', 'none'))")
    assert SpellCheck(str(newsroom / "typos"), ["word"], "en").read() == {}
    assert log.read_text(encoding="utf-8") == "none"


def test_words_that_are_too_many_to_ask_about_are_told(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with start(newsroom) as whole:
        assert not whole.remark
    monkeypatch.setattr(spelling, "MAX_WORDS", 5)
    with start(newsroom) as part:
        assert part.remark.startswith("spelling was checked in part")
