"""The same issue gives the same bytes wherever it is built, and no command reaches the network or others' files."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import ISSUE, ROOT
from tests.hostile.conftest import COMMAND, NOBODY, environment
from tests.hostile.faults import contents, need_strace

PICTURE = "image: {file: images/red.png, alt: A red field., credit: Ana Reyes}\n"
COMMANDS = (
    ("build", "--format", "all"),
    ("validate", "--output-format", "json"),
    ("validate", "--fix"),
    ("baseline",),
    ("new", "A Title"),
    ("init", "fresh"),
    ("rule",),
    ("schema", "issue"),
    ("--help",),
)
OPENED = re.compile(r'^\d+ +openat\([^"]*"(?P<path>[^"]*)"[^)]*\) = \d')
# What the system opens for any program, and where fonts and their settings are.
SYSTEM = (
    "/dev/", "/etc/fonts", "/etc/ld.so", "/etc/locale", "/etc/localtime", "/etc/mime.types", "/etc/gai.conf",
    "/etc/nsswitch.conf", "/etc/os-release", "/etc/passwd", "/etc/ssl/openssl.cnf", "/lib", "/proc/", "/sys/",
    "/usr/lib", "/usr/local/lib", "/usr/local/share/fonts", "/usr/share/fontconfig", "/usr/share/fonts",
    "/usr/share/locale", "/usr/share/zoneinfo", "/var/cache/fontconfig", "/usr/share/xml/fontconfig", "/usr/bin",
)  # fmt: skip
# `typos` reads lists of files to ignore, though it is given none.
OF_TYPOS = re.compile(r"/\.?gitconfig$|/git/(?:config|ignore)$|/\.config/git")


SETTINGS = "name: Harbor Notes\nurl: https://harbor.example/\n"


def make(root: Path) -> Path:
    """Make a publication with a picture, and a home with a secret."""
    folder = root / "newsroom"
    (folder / "issues/images").mkdir(parents=True)
    (root / "tmp").mkdir()
    (root / "home/.ssh").mkdir(parents=True)
    (root / "home/.ssh/id").write_text("secret", encoding="utf-8")
    (folder / "issues/publication.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "issues/7-two-ports.yaml").write_text(ISSUE + PICTURE, encoding="utf-8")
    Image.new("RGB", (400, 300), "red").save(folder / "issues/images/red.png")
    return folder


def values_of(root: Path) -> dict[str, str]:
    return {"HOME": str(root / "home"), "TMPDIR": str(root / "tmp"), "BRIEFGEN_CACHE": str(root / "cache")}


@pytest.mark.attacks
def test_no_command_reaches_the_network_or_files_of_others(tmp_path: Path) -> None:
    need_strace()
    folder = make(tmp_path)
    connections, foreign, opened = [], [], 0
    ours = (str(tmp_path), str(ROOT), sys.prefix, sys.base_prefix, str(Path(sys.base_prefix).resolve()))
    for words in COMMANDS:
        log = tmp_path / "strace.log"
        trace = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", str(log), "-e", "trace=%network,openat"]
        done = subprocess.run(
            [*trace, *COMMAND, *words],
            cwd=folder,
            capture_output=True,
            check=False,
            env=environment(**values_of(tmp_path)),
        )
        assert done.returncode in {0, 1}, done.stderr
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if "AF_INET" in line or "AF_NETLINK" in line:
                connections.append((words, line))
            found = OPENED.match(line)
            if found is not None:
                opened += 1
                path = found["path"]
                is_ours = (
                    not path.startswith("/")
                    or path == "/"
                    or path.startswith((*ours, *SYSTEM))
                    or OF_TYPOS.search(path)
                )
                if not is_ours or "/.ssh" in path:
                    foreign.append((words, path))
    print(
        f"G8: {len(COMMANDS)} commands, {opened} files opened: {len(connections)} connections, {len(foreign)} foreign"
    )
    assert connections == []
    assert foreign == []


# Each builds the same publication elsewhere: words before the command, and the environment.
VARIATIONS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "another folder": ((), {}),
    "a random hash": ((), {"PYTHONHASHSEED": "random"}),
    "another hash": ((), {"PYTHONHASHSEED": "4242"}),
    "Tokyo": ((), {"TZ": "Asia/Tokyo", "LC_ALL": "C"}),
    "Turkish": ((), {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "no encoding": ((), {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}),
    "one core": (("taskset", "1"), {}),
    "closed files": (("sh", "-c", 'umask 077; exec "$@"', "sh"), {}),
    "another user": (("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"), {}),
    "1980": (("faketime", "-f", "1980-02-01 00:00:00"), {}),
    "2037": (("faketime", "-f", "2037-12-31 23:59:59"), {}),
    "in 400 days": (("faketime", "-f", "+400d"), {}),
    "no network": (("unshare", "--net"), {}),
    "an old build time": ((), {"SOURCE_DATE_EPOCH": "1"}),
    "a poor environment": (("env", "-i", "PATH=/usr/bin:/bin", f"PYTHONPATH={ROOT}"), {}),
}


def build(root: Path, before: tuple[str, ...] = (), **values: str) -> dict[str, bytes]:
    folder = make(root)
    for path in (root, *root.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    done = subprocess.run(
        [*before, *COMMAND, "build", "--format", "all"],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**environment(**values_of(root)), **values},
    )
    assert done.returncode == 0, done.stderr
    return contents(folder / "dist")


def can(before: tuple[str, ...]) -> bool:
    """Return whether a command can be started so, and read briefgen."""
    if not before:
        return True
    if shutil.which(before[0]) is None:
        return False
    # The process that prints PDFs is started by the first one.
    script = "import subprocess, sys; open(sys.argv[1]); subprocess.run([sys.executable, '-c', ''], check=True)"
    words = [*before, sys.executable, "-c", script, str(ROOT / "briefgen/__init__.py")]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


@pytest.mark.attacks
def test_the_same_issue_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if parent.owner() == tmp_path.owner() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
    expected = build(tmp_path / "first", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
    site = {".css", ".js", ".svg", ".woff2", ".xml"}
    site |= {".pagefind", ".pf_filter", ".pf_fragment", ".pf_index", ".pf_meta"}
    outputs = {".eml", ".html", ".json", ".md", ".pdf", ".png", ".txt"}
    assert {Path(name).suffix for name in expected} == {"", *outputs, *site}
    assert {"feed.xml", "feeds/authors/ana-reyes.json"} < expected.keys()
    tried = [name for name, (before, _) in VARIATIONS.items() if can(before)]
    for name in tried:
        before, values = VARIATIONS[name]
        made = build(tmp_path / name.replace(" ", "-") / "some where", before, **values)
        different = [path for path in expected if made.get(path) != expected[path]]
        assert (name, different, made.keys()) == (name, [], expected.keys())
    print(
        f"G12: {len(tried)} of {len(VARIATIONS)} surroundings ({', '.join(tried)}), "
        f"{len(expected)} files: the same bytes"
    )
    assert len(tried) >= len(VARIATIONS) - 5


@pytest.mark.attacks
def test_what_is_published_has_the_usual_rights(tmp_path: Path) -> None:
    folder = make(tmp_path)
    for mask, mode in (("022", 0o644), ("077", 0o600)):
        done = subprocess.run(
            ["sh", "-c", f'umask {mask}; exec "$@"', "sh", *COMMAND, "build", "--force", "--format", "html"],
            cwd=folder,
            check=True,
            capture_output=True,
            env={**os.environ, **environment(**values_of(tmp_path))},
        )
        assert done.returncode == 0
        assert (folder / "dist/7-two-ports/index.html").stat().st_mode & 0o777 == mode
