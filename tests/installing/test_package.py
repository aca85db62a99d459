"""The installed package: the README for the package index, and modules that only some systems have."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.app import build
from briefgen.worker.libraries import INSTALL_HINT
from tests.cli.conftest import ISSUE
from tests.docs.pages import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
POSIX_ONLY = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "readline", "crypt", "spwd")


def test_a_package_index_shows_no_dead_link_and_no_missing_picture() -> None:
    command = [sys.executable, "-m", "hatchling", "metadata", "readme"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "# briefgen" in shown
    assert len(re.findall(r"\[[^]]*]\(", README)) > 10
    assert re.findall(r"!?\[[^]]*]\((?!https?:|#)[^)]*\)", shown) == []


def test_the_readme_names_the_packages_that_messages_name() -> None:
    script = (ROOT / "run").read_text(encoding="utf-8")
    line = INSTALL_HINT.partition(": ")[2]
    assert line.startswith("sudo apt-get update && sudo apt-get install")
    assert line in README
    documented = " ".join((build.__doc__ or "").split())
    for package in (word for word in line.split() if word.startswith("lib")):
        assert package in script
        assert package in documented
    systems = INSTALL_HINT.partition(": ")[0].removeprefix("on ")
    assert systems == "Debian 12+ and Ubuntu 24.04+"
    assert systems in README
    assert systems in script
    assert systems in documented


@pytest.mark.parametrize("words", [["validate"], ["build", "-f", "html,markdown"]])
def test_modules_that_only_posix_has_are_not_needed_without_a_pdf(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues/7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        f"sys.modules.update(dict.fromkeys({POSIX_ONLY}))\n"
        f"sys.argv[1:] = {words}\n"
        "from briefgen.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
