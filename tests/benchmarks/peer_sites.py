"""Writes an archive as a site for each peer, with settings that ask the least of it.

None builds feeds, a search or pages for tags; all but Pelican, which comes with a theme, get templates of one line.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.archives import Issue, format_front_matter

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
# Without a navigation, which its own themes write into each page: the time would grow with the square of the issues.
MKDOCS = """\
site_name: Synthetic Weekly
site_url: https://weekly.example.org/
theme: {name: null, custom_dir: theme}
plugins: []
nav: [index.md]
not_in_nav: /posts/
"""
MKDOCS_PAGE = (
    "<!doctype html><html><head><title>{{ page.title }}</title></head><body>{{ page.content }}</body></html>\n"
)
ELEVENTY = "export default (config) => config.addGlobalData('layout', 'page.njk')\n"
ELEVENTY_PAGE = "<!doctype html><html><head><title>{{ title }}</title></head><body>{{ content | safe }}</body></html>\n"
ELEVENTY_LIST = (
    "---\npermalink: index.html\n---\n"
    "{% for post in collections.all %}<a href='{{ post.url }}'>{{ post.data.title }}</a>{% endfor %}\n"
)


def write_pelican(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a site with Pelican's own theme."""
    _write(folder, {"pelicanconf.py": PELICAN})
    for issue in issues:
        # Its front matter knows no quotation marks.
        head, _, text = format_front_matter(issue).removeprefix("---\n").partition("---\n")
        _write(folder, {f"content/{issue.slug}.md": head.replace('"', "") + text})


def write_hugo(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a site for Hugo."""
    layouts = {"layouts/_default/single.html": HUGO_PAGE, "layouts/_default/list.html": HUGO_LIST}
    _write(folder, {"hugo.toml": HUGO, **layouts})
    for issue in issues:
        _write(folder, {f"content/posts/{issue.slug}.md": format_front_matter(issue)})


def write_mkdocs(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a site for MkDocs."""
    _write(folder, {"mkdocs.yml": MKDOCS, "theme/main.html": MKDOCS_PAGE})
    links = []
    for issue in issues:
        _write(folder, {f"docs/posts/{issue.slug}.md": format_front_matter(issue)})
        links.append(f"- [{issue.items[0].title}](posts/{issue.slug}.md)\n")
    _write(folder, {"docs/index.md": "".join(links)})


def write_eleventy(folder: Path, issues: Iterator[Issue]) -> None:
    """Write a site for Eleventy; the braces of its templates do not occur in the issues."""
    _write(folder, {"eleventy.config.js": ELEVENTY, "_includes/page.njk": ELEVENTY_PAGE, "index.njk": ELEVENTY_LIST})
    _write(folder, {"package.json": '{"type": "module"}\n'})
    for issue in issues:
        _write(folder, {f"posts/{issue.slug}.md": format_front_matter(issue)})


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
