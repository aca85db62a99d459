"""Prints a page to a PDF with WeasyPrint, which gets access only to the files of the job."""

import logging
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final
from urllib.parse import unquote
from urllib.request import OpenerDirector

import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefgen.worker import accessibility
from briefgen.worker.completeness import check_layout

_BASE_URL: Final = "asset:"
_MISSING: Final = re.compile(r"\(U\+([0-9A-F]+)\)")

accessibility.install()


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint publishes no types.
    """Returns the files of one job for `asset:` URLs, and refuses all other URLs."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        # The standard fetcher has handlers for files and network addresses; this one has none.
        OpenerDirector.__init__(self)
        self._fail_on_errors = False
        self._assets = assets

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return a file of the job.

        Raises:
            ValueError: the job has no such file; WeasyPrint logs this and continues.
        """
        del headers
        name = unquote(url)
        if name not in self._assets:
            raise ValueError(f"the page refers to something outside the issue: {url}")
        return URLFetcherResponse(url, body=self._assets[name])


class _MissingGlyphs(logging.Handler):
    """Collects the characters for which WeasyPrint finds no glyph, from its warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.characters: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(".notdef glyph") and (found := _MISSING.search(message)):
            self.characters.add(chr(int(found[1], 16)))


class PageLimitError(Exception):
    """The document has more pages than the job allows."""


def print_page(head: dict[str, object], files: dict[str, bytes]) -> tuple[dict[str, object], dict[str, bytes]]:
    """Return the number of pages and the characters that no font covers, and the PDF as the file `pdf`.

    Layout may raise any exception.

    Raises:
        IncompleteError: a word or a picture of the page would be lost.
        PageLimitError: the PDF would have too many pages.
    """
    glyphs = _MissingGlyphs()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(glyphs)
    logger.propagate = False
    try:
        page = weasyprint.HTML(
            string=files["html"].decode(),
            base_url=_BASE_URL,
            url_fetcher=AssetFetcher(files),
            media_type="print",
        )
        document = page.render(pdf_variant="pdf/ua-1")
        pages, allowed = len(document.pages), int(str(head["page_limit"]))
        if pages > allowed:
            raise PageLimitError(f"{pages} pages, and {allowed} are allowed")
        check_layout(page.etree_element, (each._page_box for each in document.pages))  # noqa: SLF001 - there is no public API for boxes
        identifier = sha256(str(head["identifier"]).encode() + files["html"]).hexdigest()[:32].encode()
        pdf = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    finally:
        logger.removeHandler(glyphs)
    return {"pages": pages, "missing": "".join(sorted(glyphs.characters))}, {"pdf": pdf}
