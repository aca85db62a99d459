"""A publication before and after a command that changes files, and what must hold of it when the command fails."""

import json
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from tests.cli.conftest import ISSUE
from tests.hostile.conftest import COMMAND
from tests.hostile.faults import contents, surroundings, without_stages

MANIFEST = "dist/manifest.json"
AROUND = re.compile(rb'<nav class="around".*?</nav>', re.DOTALL)
OF_ISSUE = re.compile(r"(?:dist|elsewhere)/\d+-[^/]+")
SEARCH = "dist/search/"
SEARCH_PAGE, ENTRY = f"{SEARCH}index.html", f"{SEARCH}pagefind-entry.json"
NEWER = ISSUE.replace("Share a Dredger", "Share One Dredger").replace(" (BBC,", " -- (BBC,")
HTML = ("build", "--format", "html,markdown")
TYPED = ("validate", "--fix", "--select", "typed-citation")
COMMANDS: dict[str, tuple[str, ...]] = {
    "build": HTML,
    "build of a PDF": ("build", "--format", "all"),
    "build of something new": ("build", "--format", "markdown", "--output", "elsewhere"),
    "build --clean": (*HTML, "--clean"),
    "fix": TYPED,
    "fix that adds outlets": ("validate", "--fix", "--unsafe-fixes", "--select", "unknown-outlet"),
    "new": ("new", "A Title"),
    "init": ("init", "fresh"),
    "baseline": ("baseline", "--add"),
}


class Ground(Struct, frozen=True):
    """A publication before a command and after it, to be laid anew for each fault."""

    before: Path
    words: tuple[str, ...]
    expected: dict[str, bytes]

    def lay(self, at: Path) -> Path:
        """Copy the publication, its cache and an empty folder for temporary files; return the publication."""
        shutil.rmtree(at, ignore_errors=True)
        shutil.copytree(self.before, at, symlinks=True)
        return at / "newsroom"


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*COMMAND, *words], cwd=folder, capture_output=True, check=False, env=surroundings(folder), timeout=300
    )


def make_ground(at: Path, words: tuple[str, ...]) -> Ground:
    """Make a publication that was built, and changed since."""
    newsroom = at / "before/newsroom"
    (newsroom / "issues").mkdir(parents=True)
    (newsroom.parent / "tmp").mkdir()
    (newsroom / "issues/publication.yaml").write_text("name: Harbor Notes\n", encoding="utf-8")
    (newsroom / "issues/outlets.yaml").write_text("outlets:\n  - {id: harbor, name: Harbor Post}\n", encoding="utf-8")
    for number, text in ((7, ISSUE), (6, ISSUE.replace("number: 7", "number: 6"))):
        (newsroom / f"issues/{number}-two-ports.yaml").write_text(text, encoding="utf-8")
    assert run(newsroom, "build").returncode == 0
    assert run(newsroom, "baseline").returncode == 0
    (newsroom / "issues/6-two-ports.yaml").unlink()
    unknown = NEWER.replace("BBC", "Port News").replace("https://www.bbc.com/", "https://news.example.org/")
    text = NEWER if words == TYPED else unknown
    (newsroom / "issues/7-two-ports.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(newsroom.parent, at / "after", symlinks=True)
    done = run(at / "after/newsroom", *words)
    assert done.returncode in {0, 1}, done.stderr
    expected = contents(at / "after/newsroom")
    assert expected != contents(newsroom)
    return Ground(newsroom.parent, words, expected)


def whole(state: dict[str, bytes]) -> dict[str, object]:
    """Return what must be old or new as a whole: each file, and each folder of an issue's outputs."""
    units: dict[str, object] = {}
    for name, content in without_stages(state).items():
        found = OF_ISSUE.match(name)
        if found is None:
            units[name] = content
        else:
            folder = units.setdefault(found.group(), {})
            assert isinstance(folder, dict)
            # The page gets its links to the issues around it with the site, after the issue.
            folder[name] = AROUND.sub(b"", content)
    return units


def check_search(ground: Ground, laid: dict[str, bytes], now: dict[str, bytes], told: object) -> None:
    """See that all files of the index are there which its first file, old or new, names."""
    for state in (laid, ground.expected):
        if ENTRY in now and now[ENTRY] == state.get(ENTRY):
            index = {name: content for name, content in state.items() if name.startswith(SEARCH) and "." in name}
            assert index.items() - {(SEARCH_PAGE, state.get(SEARCH_PAGE))} <= now.items(), told
            return
    assert ENTRY not in now, told


def is_pythons(path: Path) -> bool:
    """Return whether a file is the one with which Python tries a folder for temporary files: four bytes, "blat"."""
    return path.is_file() and path.read_bytes() in {b"", b"blat"}


def names_what_is_there(ground: Ground, newsroom: Path) -> bool:
    """Return whether the files that the manifest names are there, with the digests that it gives.

    What `--clean` removes is gone before the manifest says so; the other way round, nobody would know whose it was.
    """
    manifest = json.loads((newsroom / MANIFEST).read_bytes())
    files = {path: file["sha256"] for path, file in manifest["site"]["files"].items()}
    for slug, issue in manifest["issues"].items():
        if f"dist/{slug}" not in ground.expected and not (newsroom / "dist" / slug).exists():
            continue
        files |= {f"{slug}/{path}": file["sha256"] for path, file in issue["files"].items()}
    return all(sha256((newsroom / "dist" / path).read_bytes()).hexdigest() == digest for path, digest in files.items())


def check_state(ground: Ground, newsroom: Path, laid: dict[str, bytes], told: object) -> bool:
    """See that each unit is as it was or as it should be; return whether nothing is as the command would have it."""
    check_search(ground, laid, contents(newsroom), told)
    before, after, now = whole(laid), whole(ground.expected), whole(contents(newsroom))
    for unit in before.keys() | after.keys() | now.keys():
        # A folder that is empty is neither old nor new, and harmless. Of a build that did not come to its end, the
        # manifest names what it has written beside what was there.
        is_known = now.get(unit) in (before.get(unit), after.get(unit)) or now[unit] == b"(a folder)"
        assert is_known or (unit == MANIFEST and names_what_is_there(ground, newsroom)), (unit, told)
    return now == before


def check_words(ground: Ground, newsroom: Path, laid: dict[str, bytes], code: int, err: str) -> None:
    """See that a command that was not killed has said what became of it, and that it is true."""
    told, now = (ground.words, code, err), whole(contents(newsroom))
    assert "Traceback" not in err, told
    if code not in {0, 1}:
        assert code == 2, told
        # Where, and a way out.
        assert re.search(r"^error: .+\n  = help: .+", err, re.MULTILINE), told
        if "unchanged" in err:
            # An empty folder for outputs, which was not there, harms nobody.
            added = {name for name, content in now.items() if content == b"(a folder)"} - laid.keys()
            assert {name: content for name, content in now.items() if name not in added} == whole(laid), told
    elif "not built; fix the errors" not in err:
        # A file that could not be read is an error of the issue, which keeps its outputs.
        assert now == whole(ground.expected), told


def check_again(ground: Ground, newsroom: Path, again: "subprocess.CompletedProcess[bytes]", told: object) -> None:
    """See that the same command, when nothing is in its way, does all and leaves nothing else."""
    told = (told, again.stderr.decode())
    is_begun = ground.words[0] == "init" and whole(contents(newsroom)) == whole(ground.expected)
    assert again.returncode in {0, 1} or is_begun, told
    if again.stderr.startswith(b"nothing to fix"):
        # What is left in a folder, the next run that writes into it removes.
        assert run(newsroom, "baseline").returncode == 0, told
        (newsroom / "issues/baseline.json").write_bytes(ground.expected["issues/baseline.json"])
    if "--format" in ground.words and again.stderr.startswith(b"1 issue is unchanged"):
        # What is left of the process that prints, the next build that prints removes.
        assert run(newsroom, *ground.words, "--force").returncode == 0, told
    check_clean(ground, newsroom, told)


def check_clean(ground: Ground, newsroom: Path, told: object) -> None:
    """See that all is as it should be, without a trace of a run that failed."""
    left = contents(newsroom)
    assert left == without_stages(left), told
    assert ground.expected.items() <= left.items(), told
    assert ground.words[0] == "new" or ground.expected == left, told
    assert [path.name for path in (newsroom.parent / "tmp").iterdir() if not is_pythons(path)] == [], told
