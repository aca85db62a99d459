"""`briefgen build --format email,text`, and `briefgen validate` in publications that make mails."""

from pathlib import Path

from PIL import Image

from tests.cli.conftest import ISSUE, Run

FILES = {"email.html", "email.txt", "7-two-ports.eml", "7-two-ports.txt"}
LONG = "  body: |\n" + "    The ports signed on Tuesday [@signing].\n\n" * 900


def settings(newsroom: Path, more: str) -> None:
    (newsroom / "issues/publication.yaml").write_text(f"name: Harbor Notes\n{more}", encoding="utf-8")


def test_two_builds_give_the_same_mail(newsroom: Path, run: Run, tmp_path: Path) -> None:
    (newsroom / "issues/images").mkdir()
    Image.new("RGB", (40, 20), "#9b1c31").save(newsroom / "issues/images/red.png")
    issue = newsroom / "issues/7-two-ports.yaml"
    issue.write_text(
        ISSUE + "image: {file: images/red.png, alt: A red field twice as wide as high, credit: Ana Reyes}\n",
        encoding="utf-8",
    )
    run("build", "-f", "email,text", "-o", str(tmp_path / "one"))
    moved = newsroom.rename(tmp_path / "elsewhere")
    other = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
    run("build", "-f", "text,email", "-o", str(tmp_path / "two"), cwd=moved, **other)
    for name in FILES:
        assert (tmp_path / "one/7-two-ports" / name).read_bytes() == (tmp_path / "two/7-two-ports" / name).read_bytes()


def test_a_mail_stays_while_it_is_current(newsroom: Path, run: Run) -> None:
    folder, issue = newsroom / "dist/7-two-ports", newsroom / "issues/7-two-ports.yaml"
    run("build", "-f", "email")
    run("build", "-f", "html")
    assert (folder / "email.html").exists()
    (folder / "email.txt").unlink()
    done = run("build", "-f", "email,text")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in folder.iterdir()} == {*FILES, "index.html"}
    assert "wrote dist/7-two-ports/ (email.html " in done.stderr
    issue.write_text(ISSUE.replace("a loan", "a gift"), encoding="utf-8")
    done = run("build", "-f", "html")
    assert not (folder / "email.html").exists()
    assert "removed from dist/7-two-ports/: 7-two-ports.eml, 7-two-ports.txt, email.html, email.txt" in done.stderr


def test_reports_on_the_mail_come_with_it(newsroom: Path, run: Run) -> None:
    """An issue that is current for one format may have reports in another."""
    settings(newsroom, "validate: {severity: {missing-unsubscribe: warning}}\n")
    for formats, reports in (("html", 0), ("html,email", 1), ("html", 0)):
        assert run("build", "-f", formats).stdout.count("M107") == reports


def test_a_mail_that_is_too_long_is_reported_where_mails_are_made(newsroom: Path, run: Run) -> None:
    issue = newsroom / "issues/7-two-ports.yaml"
    issue.write_text(ISSUE.partition("  body: |\n")[0] + LONG + ISSUE[ISSUE.index("briefs:") :], encoding="utf-8")
    assert "M103" not in run("validate", "--select", "M103").stdout
    settings(newsroom, "build: {formats: [html, email]}\n")
    said = run("validate", "--select", "M103").stdout
    assert "Gmail cuts mail at 102 KB" in said
    assert "shorten “Two Ports Share a Dredger”" in said


def test_a_teaser_without_a_page_is_an_error(newsroom: Path, run: Run) -> None:
    settings(newsroom, "email: {body: teaser}\n")
    done = run("build", "-f", "email")
    assert done.returncode == 1
    assert "the mail is a teaser, but the publication has no `url`" in done.stdout


def test_a_broken_template_of_the_mail_is_named_with_its_line(newsroom: Path, run: Run) -> None:
    (newsroom / "templates").mkdir()
    (newsroom / "templates/email.html.j2").write_text("\n{{ edition.nothing }}\n", encoding="utf-8")
    settings(newsroom, "build: {formats: [email]}\n")
    assert run("validate").returncode == 0
    done = run("build")
    assert done.returncode == 2
    assert "error: template email.html.j2:2: " in done.stderr


def test_one_click_needs_an_address_that_takes_a_request(newsroom: Path, run: Run) -> None:
    settings(newsroom, "email: {one_click: true, unsubscribe: 'mailto:leave@example.org'}\n")
    assert "`email` has `one_click`, but no https address to `unsubscribe`" in run("validate").stdout
