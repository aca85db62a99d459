"""Archives beside other generators of sites: cold, unchanged, with one change, and growing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.archives import Issue, make_issues, write_briefgen
from tests.benchmarks.contests import Contest, Field, Growth, Pair
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import Command
from tests.benchmarks.peer_sites import write_eleventy, write_hugo, write_mkdocs, write_pelican
from tests.conformance.publications import ROOT

FORMATS = ("--format", "html,markdown")
ELEVENTY = ROOT / "tests/benchmarks/peers/node_modules/@11ty/eleventy/cmd.cjs"
WORKERS, ONE, CHECK = "briefgen, two workers", "briefgen, one process", "briefgen validate"
SEARCH = "briefgen, two workers, with the search"
WRITERS: Mapping[str, Callable[[Path, Iterator[Issue]], None]] = {
    "briefgen": write_briefgen,
    "Pelican": write_pelican,
    "MkDocs": write_mkdocs,
    "Eleventy": write_eleventy,
    "Hugo": write_hugo,
}


@dataclass(frozen=True, slots=True)
class Archive:
    """The same issues for briefgen and for each peer, each in a folder of its own."""

    ground: Ground
    peers: Path
    """A virtual environment with the peers that are Python packages."""
    root: Path
    issues: int

    @property
    def build(self) -> Command:
        """Return the command that builds page and Markdown, or finds them current."""
        return replace(self.ground.command("build", *FORMATS, "--jobs", "2"), folder=self.root / "briefgen")

    @property
    def cold(self) -> Command:
        """Return the same, with nothing built and nothing remembered."""
        return replace(self.build, without=(self.root / "briefgen/dist", self.ground.folder / "home/.cache"))

    @property
    def searchable(self) -> Command:
        """Return the same, with the search as well."""
        return replace(self.cold, environment={**self.cold.environment, **self.ground.search})

    @property
    def alone(self) -> Command:
        """Return the command that cold builds with one process."""
        command = replace(self.ground.command("build", *FORMATS, "--jobs", "1"), folder=self.root / "briefgen")
        return replace(command, without=self.cold.without)

    @property
    def check(self) -> Command:
        """Return the command that checks all issues."""
        return replace(self.ground.command("validate", "--exit-zero"), folder=self.root / "briefgen")

    @property
    def newest(self) -> Path:
        """Return the file of the last issue."""
        files = (self.root / "briefgen/issues").glob("[0-9]*.yaml")
        return max(files, key=lambda path: int(path.name.partition("-")[0]))

    def site(self, name: str, *arguments: str | Path, output: str = "") -> Command:
        """Return a peer's command, run in its folder; its `output` is removed before."""
        folder = self.root / name.lower()
        return Command(arguments, folder, self.ground.environment, without=(folder / output,) if output else ())

    @property
    def peer_commands(self) -> Mapping[str, Command]:
        """Return how each peer builds its site from nothing."""
        programs = self.peers / "bin"
        return {
            "Pelican": self.site("Pelican", programs / "pelican", "--quiet", output="output"),
            "MkDocs": self.site("MkDocs", programs / "mkdocs", "build", "--quiet", output="site"),
            "Eleventy": self.site("Eleventy", "node", ELEVENTY, "--quiet", output="_site"),
            "Hugo": self.site("Hugo", programs / "hugo", "--quiet", output="public"),
        }


def lay_sites(ground: Ground, peers: Path, issues: int) -> Archive:
    """Write the same archive for briefgen and all peers, unless it is there."""
    root = ground.folder / f"synthetic-{issues}"
    if not root.exists():
        for name, write in WRITERS.items():
            write(root / name.lower(), make_issues(issues))
    return Archive(ground, peers, root, issues)


def race_cold(archive: Archive) -> Field:
    """Return all programs that build an archive from nothing, and the peers that ours are compared with."""
    ours = {WORKERS: archive.cold, SEARCH: archive.searchable, ONE: archive.alone, CHECK: archive.check}
    pairs = (
        Pair("page and Markdown, checked, two workers / Pelican", WORKERS, "Pelican", time=0.8, memory=1.5),
        Pair("… one process / Pelican", ONE, "Pelican", time=1.3),
        *(Pair(f"… two workers / {peer}", WORKERS, peer) for peer in ("MkDocs", "Eleventy", "Hugo")),
        Pair("`validate` / Pelican building them", CHECK, "Pelican", time=0.6),
        Pair("two workers, with the search / without", SEARCH, WORKERS),
    )
    return Field(archive.issues, {**ours, **archive.peer_commands}, pairs)


def plot_cold(archive: Archive) -> Field:
    """Return the programs whose times are plotted, at a size that has no targets."""
    return Field(archive.issues, {WORKERS: archive.cold, SEARCH: archive.searchable, **archive.peer_commands})


def find_unchanged(archive: Archive, time: float) -> Contest:
    """Return the build of an archive that is current, beside Hugo over its own outputs."""
    by_hugo = replace(archive.peer_commands["Hugo"], without=())
    return Contest("unchanged / Hugo, unchanged", archive.build, by_hugo, time=time)


def find_changed(archive: Archive) -> Contest:
    """Return the build after a change to one issue, beside that of the issue alone."""
    newest, build = archive.newest, archive.build
    output = ("--force", "--output", archive.root / "alone", newest)
    alone = replace(build, arguments=(*build.arguments, *output))
    return Contest("one issue changed / that issue alone", replace(build, touching=newest), alone, time=1.3)


def find_archive_growth(small: Archive, large: Archive) -> Growth:
    """Return what tells whether the cost of an issue grows with the archive."""
    name = f"page and Markdown, {large.issues:,} issues / {small.issues:,}"
    return Growth(name, small.cold, large.cold, (small.issues, large.issues))
