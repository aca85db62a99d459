"""A hostile branch, checked by the very commands of docs/ci.md: nothing of its house files has an effect."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import ISSUE, ROOT
from tests.docs.recipes import TAKING, WORKFLOW
from tests.fonts.making import make_font
from tests.hostile.odd_names import is_harmless

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")

STEPS = [
    step for step in WORKFLOW["jobs"]["check"]["steps"] if ".briefgen/run" in step.get("run", "") or step == TAKING
]
SHELLS = {"bash": ("bash", "--noprofile", "--norc", "-eo", "pipefail"), "": ("bash", "-e")}
SETTINGS = """\
name: {owner} Notes
logo: images/logo.png
build: {{formats: [html, markdown], stylesheet: house.css, fonts: [House.ttf]}}
"""
ITEM = "  - title: {title}\n    body: |\n      The basin is full [@signing].\n"
SECRET = "root:x:0:0:secret"  # noqa: S105 - of nobody
MARKS = ("Theirs", "theirs", "THEIRS", "pwned", SECRET)
# How a line of the log begins.
OURS = re.compile(
    r"git: |::(?:error|warning|notice) (?:file=(?:[\w./-]|%25|\\u)*,|title=)|wrote |Nothing to report\.|\d+ "
    r"|[\w./-]+: not built|indexed the issues for the search in |note: the site has no feeds and no site map, "
)
# What GitHub obeys; it takes a carriage return for the end of a line.
COMMANDS = re.compile(r"(?:^|[\r\n])\s*::(?!error|warning|notice)|##\[|##vso\[")


def picture(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def house(owner: str, colour: str) -> dict[str, bytes]:
    """Return the files of the house as it has them, or as somebody else would like them."""
    return {
        "issues/publication.yaml": SETTINGS.format(owner=owner).encode(),
        "issues/outlets.yaml": f"outlets:\n  - {{id: {owner.lower()}, name: {owner} Post, kind: paper}}\n".encode(),
        "issues/terms.yaml": f"terms:\n  - {{expected: {owner}, patterns: [dredgers]}}\n".encode(),
        "issues/images/logo.png": picture(colour),
        "templates/page.html.j2": f'{{% extends "briefgen/page.html.j2" %}}{{# {owner} #}}\n'.encode(),
        "templates/issue.md.j2": f'{owner}\n{{% include "briefgen/issue.md.j2" %}}\n'.encode(),
        "house.css": f".{owner} {{ color: {colour} }}\n".encode(),
        "fonts/House.ttf": make_font(family=owner),
        ".github/workflows/newsletter.yml": owner.encode(),
        ".gitattributes": f"# {owner}\n".encode(),
    }


def git(folder: Path, *words: str, stdin: bytes = b"") -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    command = ["git", *identity, *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, input=stdin).stdout.decode().strip()


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def commit(folder: Path) -> None:
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "x")


def graft(folder: Path, entries: list[tuple[str, str, bytes]]) -> None:
    """Commit entries that no file system would take: (mode, path, content)."""
    for mode, path, content in entries:
        entry = git(folder, "hash-object", "-w", "--stdin", stdin=content)
        git(folder, "update-index", "--add", "--cacheinfo", f"{mode},{entry},{path}")
    git(folder, "commit", "--quiet", "--message", "x")


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """The repository of the house, with a branch for a contribution checked out."""
    folder = tmp_path / "origin"
    folder.mkdir()
    git(folder, "init", "--quiet")
    write(folder, house("Ours", "red"))
    write(folder, {"issues/7-two-ports.yaml": ISSUE.encode(), "issues/images/quay.png": picture("blue")})
    commit(folder)
    git(folder, "checkout", "--quiet", "-b", "contribution")
    return folder


def check_out(origin: Path, name: str) -> Path:
    """Lay the base branch as the workflow does, with briefgen beside it."""
    git(origin, "update-ref", "refs/pull/5/head", "contribution")
    folder = origin.parent / name
    git(origin.parent, "clone", "--quiet", "--single-branch", "--branch", "main", str(origin), str(folder))
    write(folder, {".briefgen/run": f'#!/bin/sh\nexec {sys.executable} -m briefgen "$@"\n'.encode()})
    (folder / ".briefgen/run").chmod(0o755)
    return folder


def run_step(folder: Path, step: dict[str, str]) -> tuple[int, str]:
    """Run a step of the recipe as GitHub would; return its exit code and its log, which is held to the rules."""
    values = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "PUBLICATIONS": "."}
    script = folder.parent / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    done = subprocess.run(
        [*SHELLS[step.get("shell", "")], str(script)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env={**values, "CONTRIBUTION": "refs/pull/5/head", "BRIEFGEN_CACHE": str(folder.parent / "cache")},
    )
    log = done.stdout.decode(errors="replace")
    assert not COMMANDS.search(log), log
    assert is_harmless(log), log
    return done.returncode, log


def state(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder but git's own; a link is where it leads."""
    return {
        path.relative_to(folder).as_posix(): os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.relative_to(folder).parts[0] != ".git" and (path.is_symlink() or path.is_file())
    }


@pytest.mark.attacks
def test_only_the_issue_of_a_hostile_branch_reaches_the_page(origin: Path) -> None:
    issue = ISSUE.replace("briefs:\n", "briefs:\n" + ITEM.format(title="A Full Basin"))
    contribution = {
        "issues/7-two-ports.yaml": issue.encode(),
        "issues/images/quay.png": picture("green"),
        # It is a file, and no pattern that all pictures match, the logo too.
        "issues/images/*.png": picture("green"),
    }
    expected = check_out(origin, "expected")
    write(expected, contribution)
    write(origin, house("Theirs", "lime"))
    write(
        origin,
        {
            **contribution,
            "issues/images/LOGO-theirs.png": picture("lime"),
            "issues/Terms.yml": b"THEIRS\n",
            "issues/baseline.json": b"THEIRS\n",
            "issues/moved.yaml": b"THEIRS\n",
            ".briefgen/run": b"#!/bin/sh\necho ::pwned::\n",
            ".gitmodules": b'[submodule "x"]\n\tpath = issues/images/x\n\turl = ext::pwned\n',
            "templates/notes.css": b"THEIRS\n",
            "typos.toml": b"THEIRS\n",
        },
    )
    commit(origin)
    attributes = b"* text eol=crlf filter=theirs working-tree-encoding=UTF-16 ident\n"
    graft(origin, [("100644", f"{place}.gitattributes", attributes) for place in ("", "issues/", "issues/images/")])
    checkout = check_out(origin, "checkout")
    for folder, steps in ((expected, STEPS[1:]), (checkout, STEPS)):
        for step in steps:
            code, log = run_step(folder, step)
            assert code == 0, log
            assert [line for line in log.splitlines() if not OURS.match(line)] == []
            assert not any(mark in log for mark in MARKS), log
    assert state(checkout) == state(expected)
    page = (checkout / "built/7-two-ports/index.html").read_text(encoding="utf-8")
    assert "A Full Basin" in page
    assert "Ours Notes" in page
    styles = "".join(each.read_text(encoding="utf-8") for each in checkout.glob("built/assets/*.css"))
    assert ".Ours { color: red }" in styles
    assert not any(mark.encode() in content for content in state(checkout / "built").values() for mark in MARKS)


LINKS = {
    "issues/images/passwd.png": "/etc/passwd",
    "issues/images/secret.png": "../../../secret",
    "issues/images/settings.png": "../publication.yaml",
    "issues/images/loop.png": "loop.png",
    "issues/images/device.png": "/dev/zero",
    "issues/images/folder": "../../../",
    "issues/8-linked.yaml": "../../secret",
    "issues/9-house.yaml": "publication.yaml",
}


@pytest.mark.attacks
def test_links_of_a_hostile_branch_lead_nowhere(origin: Path) -> None:
    (origin.parent / "secret").write_text(SECRET, encoding="utf-8")
    for name, target in LINKS.items():
        (origin / name).symlink_to(target)
    pictures = [name.removeprefix("issues/") for name in LINKS if name.endswith(".png")]
    for number, name in enumerate([*pictures, "images/folder/secret"], start=10):
        text = f"image: {{file: {name}, alt: A dredger., credit: Ana Reyes}}\n"
        issue = ISSUE.replace("number: 7", f"number: {number}") + text
        write(origin, {f"issues/{number}-linked.yaml": issue.encode()})
    commit(origin)
    checkout = check_out(origin, "checkout")
    assert run_step(checkout, STEPS[0])[0] == 0
    code, log = run_step(checkout, STEPS[1])
    assert code == 1
    assert [line for line in log.splitlines() if not OURS.match(line)] == []
    for name in LINKS:
        assert name.endswith("folder") or f"`{name.removeprefix('issues/')}` cannot be read" in log, (name, log)
    code, said = run_step(checkout, STEPS[2])
    assert code == 1
    assert {path.parent.name for path in checkout.glob("built/[0-9]*/index.html")} == {"7-two-ports"}
    assert SECRET not in log + said
    assert not any(SECRET.encode() in content for content in state(checkout / "built").values())


def test_pictures_that_are_a_link_are_none(origin: Path) -> None:
    shutil.rmtree(origin / "issues/images")
    (origin / "issues/images").symlink_to("../fonts")
    commit(origin)
    checkout = check_out(origin, "checkout")
    assert run_step(checkout, STEPS[0])[0] == 0
    assert (checkout / "issues/images/logo.png").read_bytes() == picture("red")


FORGED = (
    "\n::add-mask::pwned",
    "\r::error::pwned",
    "\n  ::set-output name=x::pwned",
    "##[error]pwned",
    "##vso[task.complete]pwned",
    "\x1b]0;pwned\x07",
    "\u202epwned",
    "::stop-commands::pwned",
    "$(touch pwned)`id`;'\"",
    "--force",
    ":(top)house.css",
)


@pytest.mark.attacks
def test_names_of_a_hostile_branch_forge_no_line_of_the_log(origin: Path) -> None:
    names = [f"issues/images/{name}{end}" for name in FORGED for end in ("", ".png")]
    graft(
        origin,
        [
            *(("100644", name, picture("lime")) for name in names),
            *(("100644", f"issues/8{number}-{name}.yaml", b"x") for number, name in enumerate(FORGED)),
        ],
    )
    checkout = check_out(origin, "checkout")
    assert run_step(checkout, STEPS[0])[0] == 0
    assert len(list((checkout / "issues/images").iterdir())) == len(names) + 2
    code, log = run_step(checkout, STEPS[1])
    assert code in {1, 2}
    assert [line for line in log.splitlines() if not re.match(r"::error |\d+ errors|error: |  = help", line)] == []
    run_step(checkout, STEPS[2])
    assert not list(checkout.rglob("pwned"))


def test_names_that_git_complains_of_forge_none_either(origin: Path) -> None:
    # They are too long for any file system, so that git repeats them.
    graft(origin, [("100644", f"issues/images/{name}{'x' * 300}.png", b"") for name in FORGED])
    code, log = run_step(check_out(origin, "checkout"), STEPS[0])
    assert code != 0
    assert log.count("File name too long") == len(FORGED)
    assert all(line.startswith("git: ") for line in log.splitlines())


def test_a_branch_without_a_common_root_is_refused(origin: Path) -> None:
    git(origin, "checkout", "--quiet", "--orphan", "other")
    write(origin, {"other": b""})
    commit(origin)
    git(origin, "branch", "--force", "contribution", "other")
    code, log = run_step(check_out(origin, "checkout"), STEPS[0])
    assert code != 0, log
