r"""Writes plain text so that no renderer of Markdown finds markup or addresses in it.

CommonMark needs few escapes. The others are for what renderers add: GFM and `linkify` make links of words that look
like addresses, Python-Markdown knows neither `\<` nor fences and gives elements attributes in braces.
"""

import re
from collections.abc import Iterator
from functools import cache

_MARKUP = r"[\\`*_\[\]{~|]|&(?=#|\w+;)|!(?=\[)|<(?=[A-Za-z/!?])"
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
# Behind the mark of a note: `[^1](a)` would be a link, and at the start of a line `[^1]:` define a note or a link.
_CALL = r"\[\^[^\[\]]*\]\Z"
_BEHIND_CALL = {"(": _CALL, ":": rf"(?:^|\n){_CALL}"}
# `linkify` takes a word for a host if it ends in one of these; `www.` is enough for GFM.
_TOP = (
    r"biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]{1,59}"
    r"|a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]"
    r"|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]"
    r"|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]"
    r"|v[aceginu]|w[fs]|y[et]|z[amw]"
)
# One escape for each is enough: no renderer finds an address with a scheme without `//`.
_ADDRESS = rf"(?i)/(?<!//)(?=/[^\s/])|\.(?=(?:{_TOP})(?![^\W_]))(?<=\S\.)|\.(?<=www\.)"
_LOCAL, _DOMAIN = "A-Za-z0-9.+_-", "A-Za-z0-9_-"
# Mail addresses as GFM finds them, and single `@` that may be part of one together with what is around the text.
_AT = rf"(?<![{_LOCAL}])[{_LOCAL}]*@(?=(?P<domain>[{_DOMAIN}]+(?:\.[{_DOMAIN}]+)*+)?)"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_AUTOLINK = rf"[{_LOCAL}]+@{_LABEL}(?:\.{_LABEL})+"
AROUND = 70
"""How many characters of the text around count: the longest ending of a host, and more."""


def escape_text(text: str, before: str = "", after: str = "", *, in_link: bool = False) -> str:
    """Escape a text inside a line; `before` and `after` are the text around it, with which it may form markup.

    Escapes that only prevent links are left out in the words of a link, which contain none in any renderer.
    """
    if in_link or "@" not in text:
        return _escape(text, before, after, in_link=in_link)
    before, after = before[-AROUND:], after[:AROUND]
    written, done, whole = "", 0, before + text + after
    for start, end, as_code in (*_mails(text, before, after), (len(text), len(text), None)):
        left, right = (
            whole[max(0, done + len(before) - AROUND) : done + len(before)],
            whole[start + len(before) : start + len(before) + AROUND],
        )
        written += _escape(text[done:start], left, right, in_link=False)
        if as_code is not None:
            written += f"`{text[start:end]}`" if as_code else f"<{text[start:end]}>"
        done = end
    return written


def _escape(text: str, before: str, after: str, *, in_link: bool) -> str:
    """Escape a text without mail addresses."""
    before, after = before[-AROUND:], after[:AROUND]
    places = set(_places(text, in_link=in_link))
    call = _BEHIND_CALL.get(text[:1])
    if call is not None and re.search(call, before):
        places.add(0)
    if "." not in text and "/" not in text and "&" not in text:
        # Of the text around, only a neighbour can make a mark of these characters.
        before, after = before[-1:], after[:1]
    if before or after:
        # Marks of emphasis may be left out, which joins the texts on both sides. Where they are not, each text counts
        # alone.
        around = (place - len(before) for place in _places(before + text + after, in_link=in_link))
        places |= {place for place in around if 0 <= place < len(text)}
    written, done = [], 0
    for place in sorted(places):
        written += [text[done:place], _ENTITIES.get(text[place], "\\" + text[place])]
        done = place + 1
    return "".join([*written, text[done:]])


def _places(text: str, *, in_link: bool) -> Iterator[int]:
    """Yield the offsets of characters that must be escaped."""
    yield from (found.start() for found in re.finditer(_MARKUP, text))
    if text[-1:] in {"<", "!"}:
        yield len(text) - 1
    if not in_link:
        yield from (found.start() for found in _addresses().finditer(text))


def _mails(text: str, before: str, after: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the span of each mail address, and whether it must be written as code.

    GFM looks for them after it has read escapes, so an escape does not help: what is an address for CommonMark is
    written as a link, anything else as code.
    """
    whole, done = before + text + after, 0
    for found in re.finditer(_AT, whole):
        start, at = found.start() - len(before), found.end() - len(before) - 1
        domain = (found["domain"] or "").rstrip("-_")
        end = at + 1 + len(domain)
        if not max(done, 0) <= at < len(text) or start == at or "." not in domain:
            continue
        if start < done or end > len(text):
            yield at, at + 1, True
            done = at + 1
        else:
            yield start, end, not re.fullmatch(_AUTOLINK, text[start:end])
            done = end


@cache
def _addresses() -> re.Pattern[str]:
    return re.compile(_ADDRESS)
