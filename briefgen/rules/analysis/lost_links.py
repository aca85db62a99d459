"""Links and images that are not printed as they were meant: dropped, without words, in a place that holds none."""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, ItemText
from briefgen.markdown import Opaque
from briefgen.model import UrlError, is_image_file, parse_link
from briefgen.rules.analysis.addresses import stray_end
from briefgen.yamltext import Edit, Span

_IMAGE_HELP = {
    True: "give it a paragraph of its own in the text, with an empty line before and after it",
    False: "save it into `issues/images/` and write `![what it shows](images/NAME.jpg)`",
}

# A bare address with a slip before its host.
_SLIPPED = expression(
    r"(?<![\w/.:])(?P<start>https?:/(?!/)|https?//|https?:(?=www\.)|https?;//|htt?p?s?:?//)(?P<rest>[\w-]+\.[\w.-]+[^\s()<>\[\]\x00]*)"
)

_MAIL = r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}"


def find_lost_links(text: FieldText) -> Iterator[Finding]:
    """Yield what is wrong with the links and images of a text, unless C101 reports it as a citation."""
    link_end = 0
    shown = {figure.span for figure in text.figures} if isinstance(text, ItemText) else set()
    for opaque in text.prose.opaque:
        span = text.file_span(opaque.span)
        if text.is_malformed_citation(opaque.span):
            continue
        if opaque.kind in {"address", "call"} and opaque.span.end <= link_end:
            yield Finding(span=span, message="the link around this is dropped", help="put one after the other")
        link_end = max(link_end, opaque.span.end if opaque.kind == "link" else 0)
        if opaque.kind == "image" and opaque.span not in shown:
            yield Finding(span=span, message=_lost_image(text, opaque), help=_IMAGE_HELP[is_image_file(opaque.address)])
        elif opaque.kind == "link" and opaque.span.of(text.prose.text).startswith("[]("):
            help_ = f"write words between the brackets: `[words]({opaque.address[:60]})`"
            yield Finding(span=span, message="a link without words is not shown", help=help_)
        elif opaque.kind == "link" and text.name == "title":
            yield Finding(span=span, message="a title cannot hold a link; its words are kept", help="link in the deck")
        elif opaque.kind in {"link", "definition"}:
            try:
                parse_link(opaque.address)
            except UrlError as error:
                yield _lost_link(text, opaque, error)
            else:
                yield from _check_end(text, opaque)


def _lost_image(text: FieldText, image: Opaque) -> str:
    """Return why an image is not shown."""
    if not isinstance(text, ItemText):
        return "an image in a field of text is not printed"
    if not is_image_file(image.address):
        return f"the image `{image.address[:60]}` is not printed: it is no file of the publication"
    is_in_note = any(note.span.start <= image.span.start < note.span.end for _, note in text.prose.body.notes)
    return f"an image in a {'note' if is_in_note else 'line of text'} is not printed"


def _lost_link(text: FieldText, link: Opaque, error: UrlError) -> Finding:
    """Return the finding for a link whose address browsers would not open."""
    span = text.file_span(link.span)
    if not link.address.strip("#"):
        help_ = "write the address between the parentheses, or delete the brackets and parentheses"
        return Finding(span=span, message="a link without an address; its words are kept", help=help_)
    at = link.span.of(text.prose.text).rfind(link.address)
    fix = None
    if error.instead and at >= 0:
        place = Span(link.span.start + at, link.span.start + at + len(link.address))
        edit = Edit(text.file_span(place), error.instead)
        fix = Fix(f"write `{error.instead}`", (edit,), is_safe=False)
    message = f"the link to `{link.address[:60]}` is dropped; its words are kept"
    if at >= 0 and re.fullmatch(_MAIL, link.address):
        place = Span(link.span.start + at, link.span.start + at + len(link.address))
        edit = Edit(text.file_span(place), f"mailto:{link.address}")
        help_ = f"write `mailto:{link.address[:80]}`"
        return Finding(span=span, message=message, help=help_, fix=Fix(help_, (edit,), is_safe=False))
    if is_image_file(link.address):
        written = link.span.of(text.prose.text)[:80]
        help_ = f"if it is an image, write `!` before it, in a paragraph of its own: `!{written}`"
        return Finding(span=span, message=message, help=help_)
    return Finding(span=span, message=message, help=error.hint, fix=fix)


def _check_end(text: FieldText, link: Opaque) -> Iterator[Finding]:
    """Yield the finding for a link whose address ends with a mark of the sentence around it."""
    marks = stray_end(link.address)
    at = link.span.of(text.prose.text).rfind(link.address)
    if not marks or at < 0:
        return
    end = link.span.start + at + len(link.address)
    place = text.file_span(Span(end - len(marks), end))
    yield Finding(
        span=place,
        message=f"the address of this link ends with `{marks}`",
        help="delete it, unless the page is at the longer address",
        fix=Fix("delete it", (Edit(place, ""),), is_safe=False),
    )


def find_slipped_addresses(text: FieldText) -> Iterator[Finding]:
    """Yield bare addresses that are none because of a slip at their beginning: `https:/kiel.de`, `http//kiel.de`."""
    visible = text.prose.visible
    for match in _SLIPPED.finditer(visible) if "/" in visible or ":www." in visible else ():
        rest = match["rest"].rstrip(".,;:!?”’\"'")
        written = f"https://{rest}"
        place = text.file_span(Span(match.start(), match.start("rest") + len(rest)))
        yield Finding(
            span=place,
            message=f"`{match['start']}{rest[:60]}` is no address",
            help=f"write `{written[:100]}`",
            fix=Fix("mend it", (Edit(place, written),), is_safe=False),
        )
