"""Keeps a text from looking like an instruction to a mailing service, except for the merge tags that are named.

Services replace what stands between marks such as `{{` and `}}`, and many run it as a template. An author could
otherwise write `{{ subscriber.email }}` into an issue, and each reader's mail program would show something else.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

_OPENINGS: Final = r"\{(?=[{%#$])|\*(?=\|)|%(?=%|recipient\b)|<(?=%)|\[(?=\[)|\$(?=\{)|\#(?=\{)"
"""What opens a tag, in the services that people use, and in Liquid, Jinja and Go templates.

Each alternative begins with a plain character, so that Python skips to the next of them.
"""
_JOINER: Final = "\u2060"


def disarm_html(html: str, merge_tags: Sequence[str]) -> str:
    """Break what opens a tag with a character reference, which readers do not notice."""
    return _disarm(html, merge_tags, lambda found: f"&#{ord(found[0])};")


def disarm_text(text: str, merge_tags: Sequence[str]) -> str:
    """Break what opens a tag with a word joiner, which has no width."""
    return _disarm(text, merge_tags, lambda found: found[0] + _JOINER)


def _disarm(text: str, merge_tags: Sequence[str], replace: Callable[[re.Match[str]], str]) -> str:
    if not merge_tags:
        return re.sub(_OPENINGS, replace, text)
    named = "|".join(map(re.escape, sorted(merge_tags, key=len, reverse=True)))
    return re.sub(rf"(?P<named>{named})|{_OPENINGS}", lambda found: found["named"] or replace(found), text)
