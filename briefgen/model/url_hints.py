"""Suggests a correction for an invalid URL: in quotes or brackets, mistyped, without scheme, or two at once."""

import re
from typing import NamedTuple

from briefgen.expressions import expression
from briefgen.model.nearest import distance

_ADDRESS = r"https?://[^\s<>\"“”‘’`\]]+"
_WRAPPED = expression(
    rf"[<\"'“”‘’`(]+(?P<inner>{_ADDRESS}?)[>\"'“”‘’`)]+|\[[^\]]*\]\(<?(?P<linked>{_ADDRESS}?)>?\)|\[(?P<boxed>{_ADDRESS})\]"
)
_SEVERAL = expression(r"(?P<first>https?://[^\s,;]+)(?:\s*[,;]\s*|\s+(?:and|or|&|\|)?\s*)https?://")
# In the address of an archived copy, a mark such as `/` or `=` stands before the second one.
_GLUED = expression(r"(?P<first>https?://[^\s]+[^\W_])https?://[^\s/]")
# `https://https://`, `http://https//` and `https:https://`.
_TWICE = r"(?i)https?\s*[:;]?\s*/{0,2}\s*(?=https?://)"
_FILE_NAME = r"(?i)\s\S*\.(?:pdf|docx?|xlsx?|pptx?|csv|zip|jpe?g|png|gif|mp[34])\Z"
_JOINTS = "/-_?=&#.%+:"
_SLASHES = 3
_SCHEME = expression(r"(?P<scheme>[A-Za-z]{3,6})(?P<sign>\s*[:;]?\s*[/\\]{1,3}\s*|:\s*)(?P<rest>[^/\\\s].*)")
_DOI = expression(r"(?i)(?:doi:?\s*)?(?P<id>10\.\d{4,9}/\S+)")
_LABELLED = expression(rf"(?i)[a-z][a-z ]{{0,20}}:\s+(?P<address>{_ADDRESS})")
_ADDED = expression(rf"(?P<address>{_ADDRESS})\s+[(\[][^()\[\]]{{1,60}}[)\]]")
_ISBN = expression(r"(?i)(?:isbn(?:-1[03])?:?\s*)?(?:97[89][- ]?)?\d[\d -]{7,14}[\dx]")
_ARXIV = expression(r"(?i)arxiv:?\s*(?P<id>\d{4}\.\d{4,5}(?:v\d+)?)")
_HOST = expression(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#]\S*)?")
_MAIL = expression(r"(?:mailto:)?[^\s@/]+@[^\s@/]+\.[A-Za-z]{2,}")
_FILE = expression(r"(?i)(?:[A-Z]:\\|file:|~/|\.{0,2}/)")
_NOTHING = frozenset({"n/a", "na", "none", "-", "–", "—", "no", "unknown", "tba", "tbd", "print", "paywalled", "?"})
_FAR = 2


class AddressSlip(NamedTuple):
    """What is wrong with a URL, advice, and the correct value if that is certain."""

    message: str
    advice: str
    instead: str = ""


def find_address_slip(text: str) -> AddressSlip | None:
    """Return what is wrong with a URL, or None if no slip is recognized."""
    if re.match(r"(?i)https?://\S", text):
        return _wrapped(text) or _of_whole(text)
    return _wrapped(text) or _of_number(text) or _of_something_else(text) or _mistyped(text) or _without_scheme(text)


def _wrapped(text: str) -> AddressSlip | None:
    """Recognize an address in quotes or brackets, and one with words before or after it."""
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped is not None:
        bare = wrapped["inner"] or wrapped["linked"] or wrapped["boxed"]
        return AddressSlip("an address with marks around it", f"write it alone: `{bare}`", bare)
    for pattern, where in ((_LABELLED, "before"), (_ADDED, "after")):
        found = pattern.fullmatch(text)
        if found is not None:
            bare = found["address"]
            return AddressSlip(f"an address with words {where} it", f"write it alone: `{bare}`", bare)
    return None


def _of_number(text: str) -> AddressSlip | None:
    """Recognize a DOI, a number of arXiv and an ISBN."""
    if _ISBN.fullmatch(text):
        advice = "delete the key; write `print: true`, and the number in `note:`"
        return AddressSlip(f"“{text}”, which is not a web address", advice)
    for pattern, name, place in ((_DOI, "DOI", "doi.org"), (_ARXIV, "number of arXiv", "arxiv.org/abs")):
        found = pattern.fullmatch(text)
        if found is not None:
            whole = f"https://{place}/{found['id']}"
            return AddressSlip(f"a {name} without its address", f"write `{whole}`", whole)
    return None


def _of_something_else(text: str) -> AddressSlip | None:
    """Recognize `n/a`, and a mail address."""
    if text.casefold() in _NOTHING:
        advice = "delete the key; `print: true` says why there is no address"
        return AddressSlip(f"“{text}”, which is not a web address", advice)
    if _MAIL.fullmatch(text):
        return AddressSlip(f"“{text}”, a mail address", "write the address of a page, or delete the key")
    return None


def _of_whole(text: str) -> AddressSlip | None:
    twice = re.match(_TWICE, text)
    if twice is not None:
        bare = text[twice.end() :]
        return AddressSlip("an address that begins twice", f"write `{bare}`", bare)
    several = _SEVERAL.match(text) or _GLUED.match(text)
    if several is not None:
        first = several["first"].rstrip(".,;")
        return AddressSlip("two addresses in one value", f"keep one, such as `{first}`; each source has one address")
    if re.search(r"\s", text):
        return _with_space(text)
    bare = text.rstrip(",;…")
    if "…" in text[len(bare) :]:
        return AddressSlip("an address that was cut off at “…”", "copy the whole address from the browser")
    if bare != text:
        return AddressSlip(f"an address with “{text[len(bare) :]}” at its end", f"write it alone: `{bare}`", bare)
    return None


def _with_space(text: str) -> AddressSlip:
    """Describe an address with spaces: one was typed in it, it is part of a file's name, or words follow it."""
    message = "an address that contains a space"
    first, rest = re.split(r"\s+", text, maxsplit=1)
    joined = "".join(text.split())
    if re.search(_FILE_NAME, text):
        coded = re.sub(r"\s", "%20", text)
        return AddressSlip(message, f"delete it: `{joined}`; if it is part of the file’s name, write `{coded}`")
    if re.search(r"\s", rest) is None and (first[-1] in _JOINTS or not rest.isalpha() or first.count("/") < _SLASHES):
        return AddressSlip(message, f"delete it: `{joined}`; write `%20` only if the browser shows that", joined)
    if re.search(r"\s", rest) is None:
        return AddressSlip(message, f"delete it if the address goes on behind it: `{joined}`; if not, keep `{first}`")
    advice = (
        f"delete what is not part of the address: `{first}`; if the address goes on, copy it again from the browser"
    )
    return AddressSlip(message, advice)


def _mistyped(text: str) -> AddressSlip | None:
    """Recognize `htps://`, `https:/` and `https//`."""
    found = _SCHEME.fullmatch(text)
    if found is None or not _HOST.fullmatch(found["rest"]):
        return None
    scheme = found["scheme"].casefold()
    near = min(("https", "http"), key=lambda known: distance(scheme, known))
    # `ftp` is not a misspelling, although it is as far from `http` as `htps` is from `https`.
    if distance(scheme, near) > (_FAR if len(scheme) > 3 else 1):  # noqa: PLR2004 - two slips in three letters are too many
        return None
    suggestion = f"{near}://{found['rest']}"
    return AddressSlip(f"“{text}”, which is not a web address", f"write `{suggestion}`", suggestion)


def _without_scheme(text: str) -> AddressSlip | None:
    """Recognize a URL without `https://`, a local file, and other text without a scheme."""
    bare = text.lstrip("/")
    if _HOST.fullmatch(bare):
        return AddressSlip(f"“{text}”, which is not a web address", f"write `https://{bare}`", f"https://{bare}")
    if _FILE.match(text):
        return AddressSlip(f"“{text[:60]}”, a file of your own", "readers cannot open it: write the address of a page")
    if text.startswith("#"):
        advice = "write the address of the page before it; to refer to another item of the issue, name it in the text"
        return AddressSlip(f"“{text[:60]}”, a place within a page", advice)
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text):
        message = f"“{text[:60]}”, which is not a web address"
        return AddressSlip(message, "write the whole address, from `https://` on, as the browser shows it")
    return None
