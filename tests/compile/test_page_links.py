"""The links to the issues around an issue are put into its page as it is."""

from hashlib import sha256
from pathlib import Path

from briefgen.compile.manifest import OutputFile, OutputFolder
from briefgen.compile.page_links import link_page
from briefgen.model import ENGLISH
from briefgen.render.site_form import Around, NeighbourLink
from briefgen.render.templates import Templates

PAGE = b"<p>before</p><!-- around -->old<!-- /around --><p>after</p>"
AROUND = Around(later=NeighbourLink("8-more", "No. 8", "Silt & <mud>"))


def write(place: Path, page: bytes) -> OutputFolder:
    (place / "index.html").write_bytes(page)
    return OutputFolder("7.yaml", "x", {"index.html": OutputFile(len(page), sha256(page).hexdigest())}, style="a.css")


def test_only_the_links_change(tmp_path: Path) -> None:
    folder = link_page(tmp_path, write(tmp_path, PAGE), AROUND, ENGLISH, Templates())
    page = (tmp_path / "index.html").read_bytes()
    assert page.startswith(b"<p>before</p><!-- around -->")
    assert page.endswith(b"<!-- /around --><p>after</p>")
    assert b'href="../8-more/index.html"' in page
    assert b"Silt &amp; &lt;mud&gt;" in page
    assert b"old" not in page
    assert folder.files["index.html"] == OutputFile(len(page), sha256(page).hexdigest())
    assert folder.around == AROUND
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_page_without_a_place_for_links_stays_as_it_is(tmp_path: Path) -> None:
    folder = link_page(tmp_path, write(tmp_path, b"<p>own template</p>"), AROUND, ENGLISH, Templates())
    assert (tmp_path / "index.html").read_bytes() == b"<p>own template</p>"
    assert folder.around == AROUND


def test_a_page_that_somebody_has_changed_is_left_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, PAGE)
    (tmp_path / "index.html").write_bytes(PAGE + b"mine")
    assert link_page(tmp_path, folder, AROUND, ENGLISH, Templates()) == folder
    assert (tmp_path / "index.html").read_bytes() == PAGE + b"mine"
