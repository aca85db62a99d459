"""Archives beside other generators of sites: cold, unchanged, and with one change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import tee
from pathlib import Path

from tests.benchmarks.archives import Issue, format_front_matter, make_issues, write_briefgen
from tests.benchmarks.contests import Contest
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import Command

FORMATS = ("--format", "html,markdown")
PELICAN = """\
AUTHOR = SITENAME = "Synthetic Weekly"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = 10
"""
HUGO = "baseURL = 'https://weekly.example.org/'\ntitle = 'Synthetic Weekly'\ndisableKinds = ['taxonomy', 'term']\n"
HUGO_PAGE = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"
HUGO_LIST = (
    "<!doctype html><html><head><title>{{ .Title }}</title></head><body>"
    "{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}</body></html>\n"
)


def find_archive_contests(ground: Ground, peers: Path, count: int) -> Iterator[Contest]:
    """Yield what is measured on an archive of `count` issues; `peers` is a virtual environment with the peers."""
    root = ground.folder / f"synthetic-{count}"
    ours, pelican, hugo = lay_archives(root, count)
    dist, cache = ours / "dist", ground.folder / "home/.cache"
    build = replace(ground.command("build", *FORMATS), folder=ours)
    cold = replace(build, without=(dist, cache))
    one = replace(cold, arguments=(*cold.arguments, "--jobs", "1"))
    check = replace(ground.command("validate", "--exit-zero"), folder=ours)
    newest = max((ours / "issues").glob("[0-9]*.yaml"), key=lambda path: int(path.name.partition("-")[0]))
    alone = replace(build, arguments=(*build.arguments, "--force", "--output", root / "alone", newest))
    by_pelican = Command((peers / "bin/pelican", "--quiet"), pelican, ground.environment, without=(pelican / "output",))
    by_hugo = Command((peers / "bin/hugo", "--quiet"), hugo, ground.environment)
    yield Contest(
        f"{count} issues, html and markdown, all processors / Pelican", cold, by_pelican, time=0.8, memory=1.5
    )
    yield Contest(f"{count} issues, page and Markdown, one process / Pelican", one, by_pelican, time=1.3)
    yield Contest(f"validate {count} issues / Pelican building them", check, by_pelican, time=0.6)
    yield Contest(f"{count} unchanged issues / Hugo, unchanged", build, by_hugo, time=0.5)
    changed = replace(build, touching=newest)
    yield Contest(f"one of {count} issues changed / that issue alone", changed, alone, time=1.3)


def lay_archives(root: Path, count: int) -> Sequence[Path]:
    """Write the same archive for briefgen, Pelican and Hugo; return the three folders."""
    ours, pelican, hugo = (root / name for name in ("briefgen", "pelican", "hugo"))
    first, second, third = tee(make_issues(count), 3)
    write_briefgen(ours, first)
    write_pelican(pelican, second)
    write_hugo(hugo, third)
    return ours, pelican, hugo


def write_pelican(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a site with Pelican's own theme and without feeds."""
    (folder / "content").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(PELICAN, encoding="utf-8")
    for issue in issues:
        # Its front matter knows no quotation marks.
        head, _, text = format_front_matter(issue).removeprefix("---\n").partition("---\n")
        content = head.replace('"', "") + text
        (folder / "content" / f"{issue.slug}.md").write_text(content, encoding="utf-8")


def write_hugo(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a site with two templates of one line each."""
    for inner in ("content/posts", "layouts/_default"):
        (folder / inner).mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    (folder / "layouts/_default/single.html").write_text(HUGO_PAGE, encoding="utf-8")
    (folder / "layouts/_default/list.html").write_text(HUGO_LIST, encoding="utf-8")
    for issue in issues:
        (folder / "content/posts" / f"{issue.slug}.md").write_text(format_front_matter(issue), encoding="utf-8")
