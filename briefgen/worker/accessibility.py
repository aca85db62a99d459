"""Adds what PDF/UA requires beyond WeasyPrint's own tags, while WeasyPrint builds them.

WeasyPrint 70 builds the tree of tags in one recursive function, box by box; `install` wraps it. The tests check the
result with an independent validator, so they will notice if a later version of WeasyPrint breaks this.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # It publishes no types.
from weasyprint.formatting_structure.boxes import MarginBox, ParentBox
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

from briefgen.worker.actual_text import find_texts, write_texts

_PRINT: Final = 4
"""The annotation flag that lets a link be printed (ISO 32000-1, table 165)."""

# WeasyPrint and pydyf carry no type hints, so boxes and PDF objects are `Any` here.
_Build = Callable[..., Iterator[Any]]


def install() -> None:
    """Wrap WeasyPrint's builder of tags; call this once per process."""
    build: _Build = tags._build_box_tree  # noqa: SLF001 - there is no public API to add a tag's language.

    def build_better(
        box: Any, parent: Any, pdf: Any, page_number: int, nums: dict[int, Any], *rest: Any
    ) -> Iterator[Any]:
        if isinstance(box, MarginBox):
            _build_artifact(build, (box, parent, pdf, page_number, nums, *rest))
            return
        real = box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001
        texts = find_texts(real, rest[-1]) if isinstance(real, ParentBox) else []
        for element in build(box, parent, pdf, page_number, nums, *rest):
            if real.element is not None and real.element_tag not in {"html", "body"}:
                _improve(real, element, pdf)
            yield element
        write_texts(texts, nums, lambda reference: _resolve(pdf, reference))

    tags._build_box_tree = build_better  # noqa: SLF001


def _build_artifact(build: _Build, arguments: tuple[Any, ...]) -> None:
    """Take a running head or a page number out of the reading order.

    WeasyPrint marks its text as content but does not add it to the tree. Here, the marks in the page's stream are
    replaced with those of a pagination artifact.
    """
    _, _, pdf, page_number, nums, *_ = arguments
    before = set(nums)
    list(build(*arguments))
    marked = set(nums) - before
    page = _resolve(pdf, pdf.page_references[page_number])
    tokens = _resolve(pdf, page["Contents"]).stream
    for index, token in enumerate(tokens):
        if isinstance(token, pydyf.Dictionary) and token.get("MCID") in marked:
            tokens[index - 1 : index + 1] = [b"/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
    # The table of marks is indexed by number, so a mark can be emptied but not removed.
    nums.update(dict.fromkeys(marked, "null"))


def _improve(box: Any, element: Any, pdf: Any) -> None:
    """Add the language, the tags of notes, and the description of a link to an element of the tree."""
    node = box.element
    classes = (node.get("class") or "").split()
    if language := node.get("lang"):
        element["Lang"] = pydyf.String(language)
    if link := box.link_annotation:
        link["F"] = _PRINT
        link["Contents"] = pydyf.String(_describe(node, link["A"]["URI"].string if "A" in link else ""))
        # A run of Hanzi inside a link has a separate annotation for its part of the link.
        element["S"] = "/Link"
    if "note" in classes and node.get("id") and element["S"] == "/P":
        element["S"], element["ID"] = "/Note", pydyf.String(f"{node.get('id')}-{element.number}")
    elif "call" in classes and element["S"] == "/NonStruct":
        element["S"] = "/Reference"
    element.is_rail = "rail" in classes and "below" not in classes
    _read_notes_after_their_text(element, pdf)


def _read_notes_after_their_text(element: Any, pdf: Any) -> None:
    """Move a rail, which is laid out before its paragraph, after the paragraph in the reading order."""
    kids = element["K"]
    for index in range(len(kids) - 1):
        if isinstance(kids[index], bytes) and getattr(_resolve(pdf, kids[index]), "is_rail", False):
            kids[index : index + 2] = [kids[index + 1], kids[index]]
            _resolve(pdf, kids[index + 1]).is_rail = False


def _resolve(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _describe(node: Any, address: str) -> str:
    """Return the description of a link: its text, and its URL if it leaves the document."""
    words = node.get("aria-label") or " ".join("".join(node.itertext()).split())
    if node.get("role") == "doc-noteref":
        return f"Note {words}"
    return f"{words} ({address})" if address and words not in address else address or words
