"""Texts of which nothing is printed, such as a title that is only a comment."""

from collections.abc import Iterable, Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.markdown import Element, Part, words_in
from briefgen.yamltext import Scalar

_HEADINGS = frozenset({"title", "section"})


def find_empty_texts(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the texts that are nothing but comments, which are left out."""
    for field in manuscript.fields:
        parts = field.prose.body.parts
        node = manuscript.document.node(*field.field)
        if not isinstance(node, Scalar) or words_in(parts, str).strip() or _has_picture(parts):
            continue
        key = next((step for step in reversed(field.field) if isinstance(step, str)), "")
        help_ = "write it, or delete the key: comments (`<!-- … -->`) are left out"
        severity = Severity.ERROR if key in _HEADINGS else None
        yield Finding(span=node.span, message=f"nothing of `{key}` is printed", help=help_, severity=severity)


def _has_picture(parts: Iterable[Part]) -> bool:
    elements = [part for part in parts if isinstance(part, Element)]
    return any(part.tag == "figure" or _has_picture(part.children) for part in elements)
