"""Parses URLs; accepts only those that browsers, mail clients and PDF readers interpret alike."""

import re
from string import ascii_letters, digits
from urllib.parse import quote, urlsplit

MAX_LENGTH = 2_048

# Characters that no URL may contain; other scripts' letters are allowed and percent-encoded below.
_UNSAFE = r"[\x00-\x20\x7f\\<>\"^`{|}\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffd]"
# Nearly all URLs contain nothing else.
_SAFE = frozenset(f"{ascii_letters}{digits}/?#[]@!$&'()*+,;=:%-._~")
# A single URL with nothing around it, which needs no check for typical slips.
_ONE_ADDRESS = r"(?i)https?://(?:(?!https?://)\S)*[^\s,;…]"
_SHAPE = r"(?i)(?P<scheme>https?)://(?P<authority>[^/?#]+)(?P<rest>[/?#].*)?"
# The last label starts with a letter: browsers read one that starts with a digit as an IP address.
_HOST = r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
_PRIVATE = r"(?:.*\.)?(?:localhost|local|internal|invalid|test|onion|arpa)"
_AROUND = ").]*'’”»!,;"
_MAIL = r"(?i)mailto:[A-Za-z0-9.!#$&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}(?:\?[A-Za-z0-9%=&._~+-]{0,500})?"
_KEPT = "/?#[]@!$&'()*+,;=:%-._~"
_PERCENT = r"%(?![0-9A-Fa-f]{2})"


class UrlError(ValueError):
    """A text that is not a public URL; `hint` proposes one action, `instead` is the correct value, if certain."""

    def __init__(self, message: str, hint: str, instead: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.instead = instead


def parse_url(text: str) -> str:
    """Normalize a URL: scheme and host in lower case, host in ASCII (IDNA), the rest percent-encoded.

    Raises:
        UrlError: it is not an `http` or `https` URL with a public host name, or browsers would not
            agree on the host.
    """
    text = text.strip()
    if len(text) > MAX_LENGTH:
        message = f"an address of {len(text)} characters"
        raise UrlError(message, f"the limit is {MAX_LENGTH}: delete the tracking parameters")
    _refuse_slip(text)
    bad = None if _SAFE.issuperset(text) else re.search(_UNSAFE, text)
    if bad is not None:
        shown = bad.group() if bad.group().isprintable() and not bad.group().isspace() else f"U+{ord(bad.group()):04X}"
        message = f"an address that contains “{shown}”"
        raise UrlError(message, "copy the address again from the browser")
    shape = re.fullmatch(_SHAPE, text)
    if shape is None:
        raise _shape_error(text)
    scheme = shape["scheme"].lower()
    if shape["authority"].lower().rstrip(":;") in {"http", "https"}:
        bare = f"https://{(shape['rest'] or '').lstrip('/')}"
        message = "an address that begins twice"
        raise UrlError(message, f"write `{bare}`", bare)
    host, port = _parse_authority(shape["authority"], default={"http": 80, "https": 443}[scheme])
    rest = quote(re.sub(_PERCENT, "%25", shape["rest"] or ""), safe=_KEPT)
    return f"{scheme}://{host}{port}{rest}"


def _refuse_slip(text: str) -> None:
    if re.fullmatch(_ONE_ADDRESS, text):
        return
    from briefgen.model.url_hints import find_address_slip  # noqa: PLC0415 - few URLs are mistyped

    slip = find_address_slip(text)
    if slip is not None:
        raise UrlError(slip.message, slip.advice, slip.instead)


def parse_link(text: str) -> str:
    """Normalize the target of a link in a body: a URL, or a `mailto:` address.

    Raises:
        UrlError: it is neither.
    """
    if "@" in text and re.fullmatch(_MAIL, text.strip()):
        return text.strip()
    return parse_url(text)


def host_of(url: str) -> str:
    """Return the host of a URL that `parse_url` returned."""
    return urlsplit(url).hostname or ""


def _shape_error(text: str) -> UrlError:
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
    if scheme is None:
        return UrlError(f"“{text}” is not a web address", "write the whole address, as the browser shows it")
    if scheme[1].lower() in {"http", "https"}:
        return UrlError(f"“{text}”, which has no host", "write two slashes and the host: `https://example.org/`")
    return UrlError(f"an address that begins with `{scheme[1]}:`", "only http and https addresses are linked")


def _parse_authority(authority: str, *, default: int) -> tuple[str, str]:
    """Split host and port; refuse syntax on which parsers disagree.

    Raises:
        UrlError: the host or port is ambiguous, invalid or not public.
    """
    if "@" in authority:
        message = "an address that contains a user name"
        raise UrlError(message, "delete everything up to the @: readers would take it for the host")
    if "%" in authority or "[" in authority:
        message = f"at “{authority}”, which is not the name of a host"
        raise UrlError(message, "write the host by name: `https://example.org/`")
    host, _, port = authority.partition(":")
    if ":" in authority and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536):  # noqa: PLR2004
        message = f"“{port}” is not a port"
        raise UrlError(message, "delete the colon and what follows it")
    if not host.strip(".…-_xX?"):
        raise UrlError("a placeholder", "write the address, or delete the key until you have it")
    name = _ascii_host(host)
    if not re.fullmatch(_HOST, name) or re.fullmatch(_PRIVATE, name):
        message = f"at “{host}”, which is not a public host name"
        bare = host.rstrip(_AROUND)
        hint = (
            f"delete `{host[len(bare) :]}` after `{bare}`" if bare != host and re.fullmatch(_HOST, bare.lower()) else ""
        )
        raise UrlError(message, hint or "cite an address that every reader can open")
    return name, "" if not port or int(port) == default else f":{int(port)}"


def _ascii_host(host: str) -> str:
    """Convert a host to ASCII as browsers do: `münchen.de` becomes `xn--mnchen-3ya.de`."""
    if host.isascii() and "xn--" not in host.lower():
        return host.lower()
    import idna  # noqa: PLC0415 - takes 10 ms, and few issues need it

    try:
        if host.isascii():
            idna.decode(host)
            return host.lower()
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        message = f"at “{host}”, which is not the name of a host"
        raise UrlError(message, "copy the address again from the browser") from error
