"""The publications to validate: where each comes from, and how it is built."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

from PIL import Image, ImageDraw

from tests.conformance.programs import run

ROOT = Path(__file__).resolve().parents[2]
NEWSLETTER = ROOT.parent / "shared" / "newsletter-133"

# Our own publication; the original newsletter, with keys and with typed citations; a small one whose citations are
# numbered notes; three in other languages.
NAMES = ("ours", "keyed", "typed", "notes", "german", "arabic", "chinese")


LISTS = ("authors", "outlets", "sources", "years")
"""The folders of a site with many pages of one kind."""
SITES = ("ours", "notes", "arabic", "chinese")
"""The publications whose lists are judged, too: those of the others differ from ours in their words only."""


@dataclass(frozen=True, slots=True)
class Built:
    """The folder of a publication, and the output folder of one build."""

    name: str
    source: Path
    output: Path

    @property
    def issues(self) -> list[Path]:
        """Return the output folder of each issue."""
        return sorted(page.parent for page in self.output.glob("[0-9]*/index.html"))

    @property
    def pages(self) -> list[Path]:
        """Return the web pages: those of the issues, and of each kind of page of the site one."""
        pages: dict[str, list[Path]] = {}
        for page in sorted(self.output.rglob("*.html")):
            folder = page.relative_to(self.output).parts[0]
            # A list and what it lists are two kinds.
            kind = f"{folder} {_name_kind(page.relative_to(self.output))}" if folder in LISTS else str(page)
            if folder not in LISTS or self.name in SITES:
                pages.setdefault(kind, []).append(page)
        # Not the first, which may have nothing but its title.
        return [max(kind, key=lambda page: page.stat().st_size) for kind in pages.values()]


def _name_kind(path: Path) -> str:
    """Tell a list from what it lists, and the sources of a year from one source."""
    parent = path.parent.name
    return f"{len(path.parts)}{' source' if parent.startswith('w-') else ''}"


def find_source(name: str, folder: Path) -> Path | None:
    """Find the publication `name`, or write it to `folder`; None if it needs `../shared`, which is missing."""
    if name == "ours":
        return ROOT
    if name == "notes":
        return Path(shutil.copytree(ROOT / "tests/conformance/notes", folder / name))
    if (ROOT / "tests/languages" / name).is_dir():
        return Path(shutil.copytree(ROOT / "tests/languages" / name, folder / name))
    text = NEWSLETTER / f"133-{name}.yaml"
    if not text.exists():
        return None
    issues = folder / name / "issues"
    issues.mkdir(parents=True)
    # The text is copied byte for byte; the picture is replaced for copyright reasons.
    shutil.copyfile(text, issues / text.name)
    draw_placeholder(issues / "images/133.png")
    return issues.parent


def draw_placeholder(path: Path) -> None:
    """Draw two flags side by side, in the size of a lead image."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", (1600, 820), "#d9d4c7")
    draw = ImageDraw.Draw(image)
    for left, colour in ((200, "#9b1c31"), (880, "#0b5c4a")):
        draw.rectangle((left, 180, left + 520, 520), fill=colour)
        draw.rectangle((left - 12, 180, left, 760), fill="#4b463c")
    image.save(path)


def run_briefgen(*arguments: str, cwd: Path) -> CompletedProcess[str]:
    """Run the command as a user would, and return its output."""
    return run(sys.executable, "-m", "briefgen", *arguments, cwd=cwd)


def build(name: str, source: Path, output: Path) -> Built:
    """Build all issues and the archive in the default formats; fail if there is an error."""
    done = run_briefgen("build", "--output", str(output), cwd=source)
    assert done.returncode == 0, f"briefgen build of {name} exits {done.returncode}\n{done.stdout}{done.stderr}"
    return Built(name, source, output)
