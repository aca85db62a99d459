"""Slips in the name of an author: two names in one value, a mail address, capitals, the last name first, a “By”."""

import re

from briefgen.diagnostics import Finding, Fix
from briefgen.languages import has_labels, load_labels
from briefgen.manuscript import Manuscript
from briefgen.yamltext import Edit, Path, Scalar, quote

# Strings, so that `re` compiles them on first use: few names have their signs.
_AND = r"\s*[;/]\s*|,?\s+(?:and|&|und|et|y|og|och|with)\s+"
_BODY = (
    r"\b(?:Academy|Agency|Association|Board|Campus|Cent(?:er|re)|Chapter|Circle|Club|College|Committee|Company|Council"
    r"|Department|Desk|Division|Faculty|Foundation|Group|Inc|Institute|Labs?|Library|Ltd|Ministry|Museum|Network|Office"
    r"|Press|Project|School|Society|Team|Trust|Union|University)\b"
)
_PERSON = r"[^\W\d_a-z][\w.’'-]*(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w.’'-]*){1,3}"
_BY = r"\s*(?P<word>(?:By|BY|by):?) +(?=[^\W\d_a-z])"
_TURNED = r"(?P<last>[^\W\d_a-z][\w’'-]+), (?P<first>[^\W\d_a-z][\w’'-]+(?: [A-Z]\.?)?)"
_CAPITALS = r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){1,3}"
_MAIL = r"\s*[<(]?[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}[>)]?"


def find_byline_slip(manuscript: Manuscript, path: Path, scalar: Scalar, key: str) -> Finding | None:
    """Return the finding for the name of an author, of an item or of a source, that holds more than a name, or None."""
    found = _check_name(path, scalar, key, is_source=path[0] == "sources")
    return found or _check_by(manuscript, path, scalar, key)


def _check_name(path: Path, scalar: Scalar, key: str, *, is_source: bool) -> Finding | None:
    """Return the finding for a name that is more than one, has a mail address, or begins with the last name."""
    value = scalar.value.strip()
    mail, turned = (
        re.search(_MAIL, value) if "@" in value else None,
        re.fullmatch(_TURNED, value) if "," in value and " " not in value.partition(",")[0] else None,
    )
    if mail is not None:
        words = value[: mail.start()].strip(" ,")
        help_ = f"write the name alone: `{key}: {words}`" if words else "write the name"
        return Finding(span=scalar.span, message=f"`{key}` holds a mail address", help=help_)
    if turned is not None:
        name = f"{turned['first']} {turned['last']}"
        fix = Fix(f"write `{name}`", (Edit(scalar.span, name),), is_safe=False)
        return Finding(span=scalar.span, message=f"`{key}` has the last name first", help=f"write `{name}`", fix=fix)
    if is_source:
        return None
    if value.isupper() and re.fullmatch(_CAPITALS, value):
        help_ = f"write `{value.title()}`, unless that is how the name is written"
        return Finding(span=scalar.span, message=f"`{key}` is all in capitals: “{value}”", help=help_)
    names = [name for part in re.split(_AND, value) for name in part.split(", ")]
    # “Reading Circle, Kiel University”: one body, and the one that it belongs to.
    is_body = ", " in value and re.search(_BODY, value) and not re.search(_AND, value)
    if is_body or len(names) < 2 or not all(re.fullmatch(_PERSON, name) for name in names):  # noqa: PLR2004 - two are several
        return None
    listed = ", ".join(quote(name) if '"' in name else name for name in names)
    is_entry = isinstance(path[-1], int) or (len(path) > 1 and isinstance(path[-2], int) and key == "name")
    in_list = is_entry and "authors" in path
    help_ = "write each as an entry of its own" if in_list else f"list them: `authors: [{listed}]`"
    return Finding(span=scalar.span, message=f"`{key}` holds {len(names)} names", help=help_)


def _check_by(manuscript: Manuscript, path: Path, scalar: Scalar, key: str) -> Finding | None:
    """Return the finding for a name with the “By” before it that the byline adds."""
    language = manuscript.language_at(path)
    # “Von” may begin a last name, but hardly a first and a last name.
    word = re.escape(load_labels(language, {}).byline.partition("{")[0].strip()) if has_labels(language) else ""
    before = _BY if language == "en" else rf"\s*(?P<word>{word}:?) +(?=[^\W\d_a-z][\w’'-]+ [^\W\d_a-z])"
    found = re.match(before, scalar.value) if word else None
    if found is None:
        return None
    document = manuscript.document
    fix = Fix("delete it", (Edit(document.span(path, *found.span()), ""),), is_safe=False)
    message = f"“{found['word']}” at the start of `{key}`, which the byline adds"
    help_ = f"write the name alone: `{key}: {scalar.value[found.end() :].strip()}`"
    return Finding(span=document.span(path, *found.span("word")), message=message, help=help_, fix=fix)
