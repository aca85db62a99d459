"""Writes a mail as a message, which a mail program opens ready to send and a server sends as it is."""

import unicodedata
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32, default
from email.utils import format_datetime, quote
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from briefgen.edition.edition import Edition, MailHead
from briefgen.render.merge_tags import disarm_html, disarm_text

_POLICY: Final = compat32.clone(linesep="\r\n")
_SUBTYPES: Final = {".png": "png", ".jpg": "jpeg"}
_LONGEST_WORD: Final = 60
"""The most letters of a word that a header's line has room for beside its name."""
_NOWHERE: Final = "briefgen.invalid"
"""The right side of identifiers in a publication that has neither a sender nor a website (RFC 6761)."""


class UnsafeMailError(Exception):
    """The message has other headers than it was given: a bug in briefgen; nothing is built."""


def write_message(edition: Edition, html: str, text: str, related: Mapping[str, bytes]) -> bytes:
    """Return the message: the text, then the HTML with the pictures that it shows from within, by path.

    Its date is noon of the issue's day, in UTC. Its identifiers depend on its content alone, so the same issue always
    gives the same bytes.

    Raises:
        UnsafeMailError: a header was injected.
    """
    digest = _digest(edition.mail, html, text, *related.values())
    host = edition.mail.host or _NOWHERE
    identifiers = {path: f"{_digest(path, digest)}@{host}" for path in related}
    for path, identifier in identifiers.items():
        shown = path.replace("&", "&amp;").replace('"', "&quot;")
        html = html.replace(disarm_html(f'src="{shown}"', edition.mail.merge_tags), f'src="cid:{identifier}"')
    content = _text_part("html", html)
    if related:
        pictures = [_picture_part(path, related[path], identifiers[path]) for path in related]
        content = _multipart("related", [content, *pictures], digest, (("type", "text/html"),))
    message = _multipart("alternative", [_text_part("plain", text), content], digest)
    head = [*_head(edition.mail, edition.masthead.date), ("Message-ID", f"<{digest}@{host}>")]
    for name, value in head:
        message[name] = value
    written = _to_bytes(message)
    _check_names(written, [name for name, _ in head])
    return written


def _head(mail: MailHead, day: str) -> Iterator[tuple[str, str]]:
    noon = datetime.combine(date.fromisoformat(day), time(12), UTC)
    # Mail programs open a message with this header for editing.
    yield "X-Unsent", "1"
    yield "Date", format_datetime(noon)
    if mail.from_address:
        yield "From", _address(mail.sender, mail.from_address)
    if mail.reply_to:
        yield "Reply-To", mail.reply_to
    yield "Subject", _words(disarm_text(_without_controls(mail.subject), mail.merge_tags), "Subject")
    if mail.unsubscribe:
        yield "List-Unsubscribe", f"<{mail.unsubscribe}>"
        if mail.is_one_click:
            yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


def _without_controls(text: str) -> str:
    # Python counts no space but the ordinary one as printable.
    kept = (each if each.isprintable() or unicodedata.category(each) == "Zs" else " " for each in text)
    return "".join(kept)


def _words(text: str, name: str) -> str:
    """Return a text for a header; everything that could be read as more than its characters is encoded."""
    return text if _is_plain(text) else Header(text, "utf-8", header_name=name).encode()


def _is_plain(text: str) -> bool:
    # Python's own parser decodes `=?…?=` in plain text, and what it finds may then become headers (CVE-2024-6923).
    return text.isascii() and "=?" not in text and all(len(word) <= _LONGEST_WORD for word in text.split(" "))


def _address(name: str, address: str) -> str:
    name = _without_controls(name)
    words = _words(name, "From")
    return f'"{quote(words)}" <{address}>' if _is_plain(name) else f"{words} <{address}>"


def _text_part(subtype: str, text: str) -> Message:
    part = Message(_POLICY)
    part["Content-Type"] = f'text/{subtype}; charset="utf-8"'
    plain = text.encode()
    quoted, encoded = b2a_qp(plain, istext=True), encodebytes(plain)
    is_quoted = len(quoted) <= len(encoded)
    part["Content-Transfer-Encoding"] = "quoted-printable" if is_quoted else "base64"
    part.set_payload((quoted if is_quoted else encoded).decode("ascii"))
    return part


def _picture_part(path: str, content: bytes, identifier: str) -> Message:
    part = Message(_POLICY)
    part["Content-Type"] = f"image/{_SUBTYPES[PurePosixPath(path).suffix]}"
    part["Content-Transfer-Encoding"] = "base64"
    part["Content-ID"] = f"<{identifier}>"
    part["Content-Disposition"] = "inline"
    part.set_payload(encodebytes(content).decode("ascii"))
    return part


def _multipart(
    subtype: str, parts: list[Message], digest: str, parameters: tuple[tuple[str, str], ...] = ()
) -> Message:
    message = Message(_POLICY)
    message["MIME-Version"] = "1.0"
    message.add_header(
        "Content-Type", f"multipart/{subtype}", boundary=f"={_digest(subtype, digest)}=", **dict(parameters)
    )
    message.set_payload([*parts])
    return message


def _to_bytes(message: Message) -> bytes:
    buffer = BytesIO()
    BytesGenerator(buffer, mangle_from_=False, policy=_POLICY).flatten(message)
    return buffer.getvalue()


def _check_names(written: bytes, names: list[str]) -> None:
    """Read the headers back, as a mail program would.

    Raises:
        UnsafeMailError: there are others than those that were written.
    """
    head = BytesHeaderParser(policy=default).parsebytes(written.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
    found = [*head.keys(), *(name for value in head.values() for name in _inner_names(str(value)))]
    if sorted(found) != sorted(["MIME-Version", "Content-Type", *names]):
        raise UnsafeMailError(f"the message would have the headers {', '.join(found)}")


def _inner_names(value: str) -> list[str]:
    """Return the names of headers that a decoded value would become if it were written again."""
    return [line.partition(":")[0] for line in value.splitlines()[1:]]


def _digest(*parts: object) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else repr(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()[:32]
