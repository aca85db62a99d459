"""The payloads of `../shared/hostile`, which is no part of the project: scripts, odd strings, code of templates."""

import json
import re
from functools import cache

from tests.shared import shared_file, shared_rows

_XSS = (
    ("h5sc", "payload"),
    ("loofah-html5lib-sanitizer", "input"),
    ("owasp-filter-evasion", "payload"),
    ("payloadbox", "payload"),
    ("payloadsallthethings-filter-bypass", "payload"),
)
_TEMPLATE_CODE = ("payloadsallthethings-ssti", "python-md-fences")


@cache
def scripts() -> tuple[str, ...]:
    """Return the payloads that are to run a script, each once."""
    rows = [str(row[key]) for name, key in _XSS for row in shared_rows(f"hostile/xss/{name}.jsonl")]
    values = json.loads(shared_file("hostile/xss/h5sc-payload-variables.json").read_text(encoding="utf-8"))
    filled = (re.sub(r"%(\w+)%", lambda found: str(values.get(found[1], found[0])), row) for row in rows)
    return tuple(dict.fromkeys(filled))


@cache
def odd_strings() -> tuple[str, ...]:
    """Return strings that programs have stumbled over."""
    return tuple(dict.fromkeys(str(row["s"]) for row in shared_rows("hostile/blns/blns.jsonl")))


@cache
def template_code() -> tuple[str, ...]:
    """Return the payloads that are to be run by a template engine."""
    rows = (str(row["payload"]) for name in _TEMPLATE_CODE for row in shared_rows(f"hostile/ssti/{name}.jsonl"))
    return tuple(dict.fromkeys(rows))


def kinds_of(payloads: tuple[str, ...]) -> tuple[str, ...]:
    """Return one payload of each kind: words and numbers do not make a kind, punctuation does."""
    kinds: dict[str, str] = {}
    for payload in payloads:
        kinds.setdefault(re.sub(r"\w+", "a", payload)[:60], payload)
    return tuple(kinds.values())


# One of each trick that a renderer once fell for, or might.
KINDS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<script>\n\nalert(1)</script>",
    "</code></pre><b onclick=alert(1)>x</b>",
    "`<img src=x onerror=alert(1)>`",
    "See https://example.org/a`<img src=x onerror=alert(1)>` now.",
    "http://localhost/a`<b>`",
    "<!-- x --><b>x</b><!-- y",
    "<?php x ?> <!doctype html> <![CDATA[x]]>",
    "&lt;b&gt; &#60;b> &amp;lt;b",
    "<b\nonclick=alert(1)>",
    "javascript:alert(1)",
    'javascript:alert(1) "title"',
    "[x](javascript:alert(1)) ![x](javascript:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[^brief-1-1]: javascript:alert(1)",
    ": javascript:alert(1)",
    "<javascript:alert(1)> <data:text/html,x>",
    "ftp://files.example.org/ //host.example/x gopher://x.example",
    "www.evil.example WWW.evil.example evil.com Evil.Com.cn a.evil.com_x xn--p1ai.xn--p1ai пример.рф",
    "tips@example.org xmpp:tips@example.org/x a@b_c.com a@b@c.org a@b.c- .a@b.co",
    "{: onclick=alert(1) } *x*{: onclick=alert(1) }",
    "{onclick=alert(1)}",
    "<div markdown=1>*x*</div>",
    "*[HTML]: <b>",
    "- [ ] a task",
    "!!! note\n    x",
    "~~~\n<b>\n~~~",
    "| a |\n| - |\n| <b> |",
    "x\n===\n---",
    "\\<b> \\\\<b> \\`<b>`",
    "``` x\n<b>",
    "\t<b>\n\n    <b>",
    "x\r<b>\r\r<b>",
    "{{ 7*7 }} {% x %} ${7*7} <%= 7*7 %>",
    "[[x]] $x$ ==x== ++x++ ^x^ :smile: @user #1 GH-1",
)
