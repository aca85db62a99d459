"""Validates the PDF with page-validation (PDF/UA-1), qpdf, and Poppler (fonts, reading order and Hanzi).

veraPDF is not used, so briefgen claims only what these programs check.
"""

import re
import shutil
from pathlib import Path

import page as page_validation
import pytest
import weasyprint

from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import ROOT, Built
from tests.conformance.words import find_blocks, find_notes, parse_page, read_text, squeeze


def find_ua_failures(pdf: Path) -> list[str]:
    """Run page-validation; return the failed rules of its PDF/UA-1 profile."""
    report = page_validation.validate_pdf(pdf, profile="ua1")
    assert report.is_compliant != bool(report.failures)
    return [f"{pdf.name}: {one.rule_id}: {one.message}" for one in report.failures]


def find_qpdf_findings(pdf: Path) -> list[str]:
    """Run qpdf; return errors and warnings about the structure of the file."""
    done = run("qpdf", "--check", pdf)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def find_font_faults(pdf: Path) -> list[str]:
    """Find fonts that are not embedded, or whose text cannot be extracted as Unicode."""
    rows = run("pdffonts", pdf).stdout.splitlines()[2:]
    if not rows:
        return [f"{pdf.name}: no fonts"]
    # The last columns are: emb sub uni object ID.
    return [f"{pdf.name}: {row}" for row in rows if row.split()[-5] != "yes" or row.split()[-3] != "yes"]


def read_structure(pdf: Path) -> str:
    """Return the text in the order of the tags, without white space."""
    lines = run("pdfinfo", "-struct-text", pdf).stdout.splitlines()
    return squeeze(" ".join(m[1] for line in lines if (m := re.fullmatch(r'\s*"(.*)"', line))))


def find_order_faults(pdf: Path, page: Path) -> list[str]:
    """Find titles, paragraphs and citations that the tags lack, or have in a different order than the page."""
    # The text of a PDF includes hyphens from hyphenation.
    text, tree = read_structure(pdf).replace("-", ""), parse_page(page)
    position, faults = (
        0,
        [f"{pdf.name}: missing: {note[:80]}" for note in find_notes(tree) if note.replace("-", "") not in text],
    )
    for block in (block.replace("-", "") for block in find_blocks(tree)):
        found = text.find(block, position)
        if found < 0:
            where = "out of order" if block in text else "missing"
            faults.append(f"{pdf.name}: {where}: {block[:80]}")
        else:
            position = found + len(block)
    return faults


def find_words_read_backwards(pdf: Path, page: Path) -> list[str]:
    """Find words of a right-to-left page that no tag contains in reading order."""
    plain = pdf.with_suffix(".qdf")
    run("qpdf", "--qdf", "--object-streams=disable", pdf, plain)
    found = re.findall(rb"/ActualText <feff([0-9a-f]+)>", plain.read_bytes())
    plain.unlink()
    text = " ".join(bytes.fromhex(one.decode()).decode("utf-16-be") for one in found)
    main = parse_page(page).find("body/main")
    assert main is not None
    # A word may consist of several texts with different tags.
    words = {word for part in main.itertext() for word in re.findall(r"[\u05d0-\u05ea\u0620-\u065f]+", part)}
    return [f"{pdf.name}: {word}" for word in sorted(words) if word not in text]


def find_lost_hanzi(pdf: Path, page: Path) -> list[str]:
    """Find runs of Hanzi on the page that `pdftotext` does not return."""
    body = parse_page(page).find("body")
    assert body is not None
    text = squeeze(run("pdftotext", pdf, "-").stdout)
    runs = set(re.findall(r"[\u3400-\u9fff]+", read_text(body)))
    return [f"{pdf.name}: {one}" for one in sorted(runs) if one not in text]


def pairs(publication: Built) -> list[tuple[Path, Path]]:
    found = [(issue / f"{issue.name}.pdf", issue / "index.html") for issue in publication.issues]
    assert found
    return found


def test_pdf_ua(publication: Built, verdict: Verdict) -> None:
    verdict("page-validation", [fault for pdf, _ in pairs(publication) for fault in find_ua_failures(pdf)])


def test_qpdf(publication: Built, verdict: Verdict) -> None:
    verdict("qpdf", [fault for pdf, _ in pairs(publication) for fault in find_qpdf_findings(pdf)])


def test_fonts(publication: Built, verdict: Verdict) -> None:
    verdict("pdffonts", [fault for pdf, _ in pairs(publication) for fault in find_font_faults(pdf)])


def test_reading_order(publication: Built, verdict: Verdict) -> None:
    # In right-to-left lines, Poppler returns glyphs in visual order and ignores ActualText.
    find = find_words_read_backwards if publication.name == "arabic" else find_order_faults
    verdict("pdfinfo", [fault for pdf, page in pairs(publication) for fault in find(pdf, page)])


def test_hanzi(publication: Built, verdict: Verdict) -> None:
    verdict("pdftotext", [fault for pdf, page in pairs(publication) for fault in find_lost_hanzi(pdf, page)])


# One of our fonts, so that the page needs no system font.
FACE = ROOT / "briefgen/fonts/pdf/NotoSerifSC_400Regular_subset.ttf"
PAGE = f"""<!doctype html><html lang="en"><head><title>A page</title><style>
@font-face {{ font-family: Face; src: url("{FACE.as_uri()}") }} body {{ font-family: Face }}
</style></head><body><main><article>
<h1>A title</h1><p>First words (NYT, May 10).</p><p>Second words, 雄安.</p></article></main></body></html>"""


@pytest.fixture
def sound(tmp_path: Path) -> tuple[Path, Path]:
    """Return a PDF/UA-1 file made by WeasyPrint alone, and its page."""
    return make_pdf(tmp_path, PAGE)


def make_pdf(folder: Path, text: str, **options: object) -> tuple[Path, Path]:
    pdf, page = folder / "x.pdf", folder / "index.html"
    page.write_text(PAGE, encoding="utf-8")
    weasyprint.HTML(string=text).write_pdf(pdf, **{"pdf_variant": "pdf/ua-1", **options})
    return pdf, page


def test_sound_pdf_passes(sound: tuple[Path, Path]) -> None:
    pdf, page = sound
    assert find_ua_failures(pdf) == []
    assert find_qpdf_findings(pdf) == []
    assert find_font_faults(pdf) == []
    assert find_order_faults(pdf, page) == []


def test_page_validation_sees_an_untagged_file(tmp_path: Path) -> None:
    pdf, _ = make_pdf(tmp_path, PAGE, pdf_variant=None)
    assert find_ua_failures(pdf)


def test_page_validation_sees_a_missing_glyph(tmp_path: Path) -> None:
    pdf, _ = make_pdf(tmp_path, PAGE.replace("Second", "\ue000"))
    assert "NOTDEF" in "\n".join(find_ua_failures(pdf))


def test_qpdf_sees_a_damaged_file(sound: tuple[Path, Path]) -> None:
    pdf, _ = sound
    pdf.write_bytes(pdf.read_bytes()[:-200])
    assert find_qpdf_findings(pdf)


def test_a_font_that_is_not_embedded_is_seen(tmp_path: Path) -> None:
    pdf = tmp_path / "x.pdf"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> >> >>",
        b"null",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, start=1))
    pdf.write_bytes(b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\n")
    assert "Helvetica" in "\n".join(find_font_faults(pdf))


def test_missing_and_moved_words_are_seen(tmp_path: Path) -> None:
    moved = PAGE.replace("<p>First words (NYT, May 10).</p>", "")
    moved = moved.replace("</article>", "<p>First words (NYT, May 10).</p></article>")
    assert "out of order" in "\n".join(find_order_faults(*make_pdf(tmp_path, moved)))
    lost = PAGE.replace("May 10", "")
    assert "missing" in "\n".join(find_order_faults(*make_pdf(tmp_path, lost)))


def test_words_that_are_read_backwards_are_seen(tmp_path: Path) -> None:
    pdf, page = make_pdf(tmp_path, PAGE)
    assert find_words_read_backwards(pdf, page) == []
    page.write_text(PAGE.replace("雄安", "שלום"), encoding="utf-8")
    assert find_words_read_backwards(pdf, page) == [f"{pdf.name}: שלום"]


def test_lost_hanzi_are_seen(tmp_path: Path) -> None:
    pdf, page = make_pdf(tmp_path, PAGE.replace("雄安", "□"))
    assert find_lost_hanzi(pdf, page)


def test_the_programs_are_there() -> None:
    missing = [name for name in ("qpdf", "pdffonts", "pdfinfo", "pdftotext") if not shutil.which(name)]
    assert not missing
