"""Prepares the measurements: an installed wheel, its peers, and one issue in the format of each."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypandoc
import yaml

from tests.benchmarks.measuring import Command
from tests.conformance.publications import NEWSLETTER, ROOT, draw_placeholder

# The lower bound for our commands: an empty Typer program, started like a script that pip installs.
BARE_TYPER = '''
"""A Typer program that does nothing."""

from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo("0.1.0")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=show_version, is_eager=True)] = False,
) -> None:
    """Do nothing."""


@app.command()
def validate(issue: Annotated[str, typer.Argument()] = "") -> None:
    """Do nothing with an issue."""
'''
START_BARE_TYPER = "import sys\nfrom bare_typer import app\nsys.exit(app())\n"


@dataclass(frozen=True, slots=True)
class Ground:
    """A folder with everything to be measured; `issue` is a file in the publication `newsroom`."""

    folder: Path
    issue: Path
    words: int

    @property
    def newsroom(self) -> Path:
        """Return the root of the publication."""
        return self.folder / "newsroom"

    def command(self, *arguments: str | Path, program: str | Path = "briefgen", **extra: str) -> Command:
        """Return a command, run in the newsroom; `program` is in the measured environment or a path."""
        path = self.folder / "venv/bin" / program
        return Command((path, *arguments), self.newsroom, {**self.environment, **extra})

    @property
    def environment(self) -> Mapping[str, str]:
        """Return the complete environment, so that settings of this machine do not affect only one side."""
        home = str(self.folder / "home")
        return {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}

    @property
    def search(self) -> Mapping[str, str]:
        """Return the variables with which briefgen finds the program for the search."""
        return {"PYTHONPATH": str(self.folder / "search")}

    @property
    def fonts(self) -> Mapping[str, str]:
        """Return the variables with which the `weasyprint` command finds our fonts."""
        return {"FONTCONFIG_FILE": str(self.folder / "fonts.conf")}


def lay_ground(folder: Path) -> Ground:
    """Build and install the wheel, and write one issue for briefgen, Pandoc and WeasyPrint."""
    (folder / "home").mkdir()
    issue = copy_issue(folder / "newsroom" / "issues")
    install_wheel(folder)
    data = yaml.load(issue.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - reads scalars as text
    words = sum(len(item["body"].split()) for item in [data["feature"], *data.get("briefs", [])])
    ground = Ground(folder, issue, words)
    write_for_pandoc(data, folder)
    write_for_weasyprint(ground)
    return ground


def copy_issue(issues: Path) -> Path:
    """Use the model newsletter if it is next to the checkout, else our own issue 133."""
    issues.mkdir(parents=True)
    model = NEWSLETTER / "133-keyed.yaml"
    if model.exists():
        draw_placeholder(issues / "images/133.png")
        return Path(shutil.copy(model, issues))
    shutil.copytree(ROOT / "issues", issues, dirs_exist_ok=True)
    return next(issues.glob("133-*.yaml"))


def lay_archive(ground: Ground, count: int) -> Path:
    """Write a publication with copies of the issue, each with the next number and a week later."""
    folder = ground.folder / f"archive-{count}"
    shutil.copytree(ground.newsroom, folder)
    issue = folder / "issues" / ground.issue.name
    text, rest = issue.read_text(encoding="utf-8"), issue.name.partition("-")[2]
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - reads scalars as text
    first, day = int(data["number"]), date.fromisoformat(data["date"])
    for step in range(count):
        numbered = re.sub(r"(?m)^number: .*", f"number: {first + step}", text, count=1)
        dated = re.sub(r"(?m)^date: .*", f"date: {day + timedelta(weeks=step)}", numbered, count=1)
        (issue.parent / f"{first + step}-{rest}").write_text(dated, encoding="utf-8")
    return folder


def install_wheel(folder: Path) -> None:
    """Install the package as users do, with bytecode, which a checkout may lack."""
    python = folder / "venv/bin/python"
    pip = (python, "-m", "pip", "install", "--quiet", "--no-deps")
    lock = ROOT / "requirements.lock"
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    run(sys.executable, "-m", "venv", folder / "venv")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", lock)
    run(*pip, "--no-index", next(folder.glob("*.whl")))
    site = next((folder / "venv/lib").glob("python*/site-packages"))
    # Peers make no search; it is timed apart.
    (folder / "search").mkdir()
    for part in sorted(site.glob("pagefind_bin*")):
        part.rename(folder / "search" / part.name)
    (site / "bare_typer.py").write_text(BARE_TYPER, encoding="utf-8")
    script = folder / "venv/bin/bare-typer"
    script.write_text(f"#!{python}\n{START_BARE_TYPER}", encoding="utf-8")
    script.chmod(0o755)
    run(python, "-m", "compileall", "-q", site)


def run(*command: str | Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def write_for_pandoc(data: Mapping[str, Any], folder: Path) -> None:
    """Write the issue as Pandoc's Markdown, whose citations look like ours, and its sources as CSL-JSON."""
    text = "\n\n".join(format_items(data))
    head = json.dumps({"title": data["feature"]["title"], "date": data["date"], "lang": "en"}, ensure_ascii=False)
    (folder / "issue.md").write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")
    sources = [format_source(key, source) for key, source in data["sources"].items()]
    (folder / "sources.json").write_text(json.dumps(sources, ensure_ascii=False), encoding="utf-8")


def format_items(data: Mapping[str, Any]) -> Iterator[str]:
    for item in [data["feature"], *data.get("briefs", [])]:
        yield f"# {item['title']}"
        author = item.get("author", {})
        if author:
            yield author if isinstance(author, str) else f"By {author['name']}"
        yield item["body"]


def format_source(key: str, source: Mapping[str, str]) -> dict[str, object]:
    parts = [int(part) for part in source.get("date", "").split("-") if part.isdigit()]
    return {
        "id": key,
        "type": "article-newspaper",
        "container-title": source["outlet"],
        "title": source.get("title", ""),
        "URL": source.get("url", ""),
        "issued": {"date-parts": [parts]} if parts else {"literal": "undated"},
    }


def find_pandoc() -> Path:
    return Path(pypandoc.get_pandoc_path())


# Runs briefgen in one process, without measuring it, and keeps each page that it passes to the PDF process.
KEEP_PAGES = """
import sys
from itertools import count
from pathlib import Path
from briefgen.render import pdf_process

folder, numbers, print_page = Path(sys.argv.pop(1)), count(1), pdf_process.PdfWorker.render

def keep(self, job):
    text, page = job.html, folder / f"{next(numbers):03}/page.html"
    for name, content in job.assets.items():
        path = page.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        text = text.replace(f"asset:{name}", name)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    return print_page(self, job)

pdf_process.PdfWorker.render = keep
from briefgen.cli import main
main()
"""


def keep_pages(ground: Ground, newsroom: Path, *arguments: str | Path) -> list[Path]:
    """Run a build of PDFs in a publication; return the pages that it prints, each with its pictures beside it."""
    script, folder = ground.folder / "keep_pages.py", newsroom / "pages"
    script.write_text(KEEP_PAGES, encoding="utf-8")
    done = subprocess.run(
        [ground.folder / "venv/bin/python", script, folder, *arguments, "--jobs", "1"],
        cwd=newsroom,
        env=ground.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    pages = sorted(folder.glob("*/page.html"))
    if not pages:
        sys.exit(f"no page to print\n{done.stdout}{done.stderr}")
    return pages


def write_for_weasyprint(ground: Ground) -> None:
    """Write the page that briefgen prints, with its pictures, and a configuration with our fonts.

    The `weasyprint` command gets the fontconfig of the machine with our fonts added, as if a user had installed them.
    """
    output = ground.folder / "kept"
    *_, page = keep_pages(ground, ground.newsroom, "build", ground.issue, "--format", "pdf", "--output", output)
    shutil.move(page.parent, ground.folder / "page")
    fonts = next((ground.folder / "venv/lib").glob("python*/site-packages/briefgen/fonts/pdf"))
    (ground.folder / "fonts.conf").write_text(
        textwrap.dedent(f"""\
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
            <fontconfig>
              <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
              <dir>{fonts}</dir>
              <cachedir>{ground.folder}/font-cache</cachedir>
            </fontconfig>
            """),
        encoding="utf-8",
    )
