"""Odd names of files, folders and words through every command: a line that is ours, and the right exit code."""

import json
import os
import re
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from briefgen.cli import run
from briefgen.cli.terminal import flush_streams, guard_streams
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import Start
from tests.hostile.odd_names import ODD_NAMES, is_harmless
from tests.seldom import seldom

FAULTY = ISSUE.replace("[@signing].", "[@nothing].").encode()
PICTURE = b"image: {file: images/absent.png, alt: A dredger., credit: Ana Reyes}\n"
REPORTS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")

# How a line begins that briefgen or its command line library prints.
OURS = re.compile(
    r"error|warning|note|  = help|\s*(?:-->|\d* \|| = )|\[[*~]\] \d+ fixable|\d+ (?:error|warning|note)"
    r"|Nothing to report|wrote |Before you push: |removed from |skipped |nothing to fix|\d+ fixed|no longer found"
    r"|not in the baseline|\t|Usage: |Try '|Error: |$|---|\+\+\+|@@|[ +-]|issues/|\./|\.\./|.*: not built; "
    r"|\\ No newline|indexed the issues for the search in |Next: "
)
# What CI systems obey: at the start of a line, or anywhere.
COMMANDS = re.compile(r"(?m)^\s*::|##\w*\[")
GITHUB = re.compile(r"::(?:error|warning|notice) (?:file=|title=)[^:]*::")


def printed(*words: bytes, lines: "re.Pattern[str] | None" = OURS) -> tuple[int, str]:
    """Run a command as in a process of its own; return its exit code and its standard output.

    What it prints is held to the rules; `lines` is how the lines of a report begin, None if it is not made of lines.
    """
    printed_out, printed_err = BytesIO(), BytesIO()
    with (
        redirect_stdout(TextIOWrapper(printed_out, encoding="utf-8")),
        redirect_stderr(TextIOWrapper(printed_err, encoding="utf-8")),
    ):
        guard_streams()
        code = run([os.fsdecode(word) for word in words])
        flush_streams()
        out, err = printed_out.getvalue().decode(), printed_err.getvalue().decode()
    assert code in {0, 1, 2}, (words, err)
    assert "Traceback" not in out + err, (words, err)
    assert is_harmless(out), (words, out)
    assert is_harmless(err), (words, err)
    assert not COMMANDS.search(err)
    assert lines is GITHUB or not COMMANDS.search(out), (words, out)
    for line in (*(out.split("\n") if lines else ()), *err.split("\n")):
        assert (lines or OURS).match(line) or OURS.match(line), (words, line)
    return code, out


def write(root: Path, path: bytes, content: bytes) -> None:
    """Write a file whose name may be any bytes."""
    place = root / os.fsdecode(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def cut(name: bytes) -> bytes:
    """Return a name with room for a number and an ending within 255 bytes."""
    return name[:235]


def make(root: Path, names: Sequence[bytes]) -> list[bytes]:
    """Make a publication with files of those names wherever one may be; return its issues."""
    write(root, b"issues/publication.yaml", b"name: Harbor Notes\nbuild: {formats: [html, markdown]}\n")
    issues = []
    for number, name in enumerate(names, start=7):
        issues.append(b"issues/%d-%s.yaml" % (number, cut(name)))
        # Looking for names like the missing one's takes time, which one issue of many may cost.
        picture = b"" if len(issues) > 1 else PICTURE
        write(root, issues[-1], FAULTY.replace(b"number: 7", b"number: %d" % number) + picture)
        write(root, b"issues/images/" + cut(name) + b".png", b"no picture")
        write(root, b"templates/" + cut(name) + b".css", b"p { color: red }")
    return issues


def lines_of(kind: str) -> "re.Pattern[str] | None":
    return GITHUB if kind == "github" else OURS if kind in {"full", "concise"} else None


def check_report(kind: str, out: str) -> None:
    """Read a report as its reader would."""
    if kind in {"json", "gitlab", "sarif"}:
        assert json.loads(out)
        # Other parsers are stricter about halves of characters.
        assert not re.search(
            r"(?<!\\)(?:\\\\)*\\ud[89a-f]",
            out.replace("\\ud83f\\udffe", "").replace("\\udbff\\udfff", "").replace("\\udb40\\udc41", ""),
        )
    if kind == "junit":
        ET.fromstring(out)  # noqa: S314 - briefgen's own output


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication in which every file has an odd name; files of one path are one."""
    root = tmp_path_factory.mktemp("odd") / "newsroom"
    make(root, [name for name in ODD_NAMES if b"/" not in name])
    return root


def test_there_are_enough_odd_names() -> None:
    assert len(ODD_NAMES) >= 150
    assert not any(b"/" in name or b"\0" in name for name in ODD_NAMES)


@pytest.mark.parametrize("kind", seldom(REPORTS, ("full", "github")))
def test_reports_on_files_with_odd_names_are_lines_of_ours(
    archive: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(archive)
    code, out = printed(b"validate", b"--output-format", kind.encode(), lines=lines_of(kind))
    assert code == 1
    check_report(kind, out)


@pytest.mark.attacks
def test_issues_with_odd_names_are_built(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    # Not all of them: no issue can be made of a file with a line break or a backslash in its name.
    assert printed(b"build", b"--draft", b"-f", b"markdown")[0] == 1
    assert len(list((archive / "dist").glob("*/*.md"))) == sum(
        b"\n" not in name and b"\\" not in name for name in ODD_NAMES
    )
    assert printed(b"validate", b"--diff", b"--select", b"typed-citation")[0] == 1
    assert printed(b"baseline")[0] == 0


@pytest.mark.attacks
def test_folders_with_odd_names_are_publications_like_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Every eighth name; the nightly test below takes them all.
    for name in ODD_NAMES[::8]:
        # As a shell would hand it on: `validate ./*`.
        root = tmp_path / os.fsdecode(cut(name))
        write(root, b"issues/7-two-ports.yaml", FAULTY)
        monkeypatch.chdir(tmp_path)
        _, out = printed(b"validate", b"--output-format", b"concise", b"./" + cut(name), lines=None)
        assert "error C102" in out
        assert not COMMANDS.search(out)
        monkeypatch.chdir(root)
        assert printed(b"build", b"-f", b"markdown", b"--draft", b"-o", b"out/" + name)[0] == 0


# What may stand before an odd word.
WORDS: tuple[tuple[bytes, ...], ...] = (
    (b"validate",),
    (b"rule",),
    (b"schema",),
    (b"validate", b"--select"),
    (b"build", b"-f"),
    (b"new", b"--"),
    (b"validate", b"--baseline"),
    (),
)


def test_odd_words_get_an_answer(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(newsroom)
    for turn, name in enumerate(ODD_NAMES):
        # Each name meets two commands here, and all of them in the nightly test.
        for words in (WORDS[turn % len(WORDS)], WORDS[turn // len(WORDS) % len(WORDS)]):
            printed(*words, name, lines=None)


def ids(name: bytes) -> str:
    return ascii(name[:24])


@pytest.mark.nightly
@pytest.mark.parametrize("name", ODD_NAMES, ids=ids)
def test_every_command_takes_a_publication_of_one_odd_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: bytes
) -> None:
    root = tmp_path / os.fsdecode(b"in-" + cut(name))
    [issue] = make(root, [name])
    write(root, b"issues/" + cut(name)[:200] + b" stray.yaml", FAULTY.replace(b"number: 7", b"number: 9"))
    monkeypatch.chdir(root)
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "cache"))
    is_read = b"\n" not in issue
    for kind in REPORTS:
        code, out = printed(b"validate", b"--output-format", kind.encode(), lines=lines_of(kind))
        assert code == (1 if is_read else 2)
        if is_read:
            check_report(kind, out)
    # A file with a backslash in its name is refused.
    is_built = b"\\" not in issue
    assert printed(b"build", b"--draft")[0] == (int(not is_built) if is_read else 2)
    assert printed(b"build", b"--draft", b"--", issue)[0] == int(not is_built)
    assert printed(b"validate", b"--fix", b"--select", b"typed-citation", b"--", issue)[0] in {0, 1}
    assert printed(b"baseline")[0] == (0 if is_read else 2)
    assert printed(b"init", b"new-" + cut(name))[0] == 0
    for words in WORDS:
        printed(*words, name, lines=None)
    monkeypatch.chdir(tmp_path)
    # By now `new` has written an issue, whose blanks are errors.
    code, out = printed(b"validate", b"--output-format", b"json", b"in-" + cut(name), lines=None)
    assert code == 1
    check_report("json", out)


@pytest.mark.parametrize("name", [b"\x1b]0;x\x07\n::error::x", "a\u202eb\U0001f600".encode(), b"caf\xe9"], ids=ids)
def test_a_pdf_is_made_of_an_issue_with_an_odd_name(start: Start, tmp_path: Path, name: bytes) -> None:
    root = tmp_path / os.fsdecode(b"in-" + name)
    write(root, b"issues/7-" + name.replace(b"\n", b"") + b".yaml", ISSUE.encode())
    done = start("build", "-f", "pdf", "-o", os.fsdecode(b"out-" + name), cwd=root)
    assert done.returncode == 0, done.stderr
    assert is_harmless(done.stderr.decode())
    assert len(list(root.glob("out-*/*/*.pdf"))) == 1


def test_a_diff_shows_what_a_terminal_would_obey_and_the_fix_writes_the_exact_bytes(
    newsroom: Path, start: Start
) -> None:
    path = newsroom / "issues/7-two-ports.yaml"
    odd = ISSUE.replace("(BBC, January 3)", "\u202ehard\u202c (BBC, January 3) to say\n    ::error::pwned", 1).encode()
    path.write_bytes(odd)
    words = ("validate", "--select", "typed-citation")
    diff = start(*words, "--diff").stdout.decode()
    assert "\\u{202e}hard\\u{202c} [@crews] to say" in diff
    assert "\n     \\u{3a}:error::pwned.\n" in diff
    assert is_harmless(diff)
    start(*words, "--fix")
    assert path.read_bytes() == odd.replace(b"(BBC, January 3)", b"[@crews]", 1)


def test_a_terminal_gets_our_colours_and_no_others(start: Start) -> None:
    done = start("validate", "\x1b[8mhidden\x1b[31m", FORCE_COLOR="1")
    assert b"\x1b[1;31merror\x1b[0m: `\\u{1b}[8mhidden" in done.stderr
    assert done.stderr.count(b"\x1b") == 2
