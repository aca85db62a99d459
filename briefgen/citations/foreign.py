r"""Citations in other systems' syntax, by keys of existing sources: `@key`, `(@key)`, `[key]`, `\cite{key}`."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from briefgen.citations.citation import Malformed
from briefgen.citations.month_names import MONTH
from briefgen.expressions import expression
from briefgen.markdown import blank
from briefgen.model import nearest
from briefgen.yamltext import Span

_KEY = r"[A-Za-z0-9](?:[A-Za-z0-9_.:/+-]*[A-Za-z0-9])?"
# LaTeX, Org mode and Pandoc's brackets; their content is read as keys.
_BRACKETED = expression(
    r"\\[a-z]{0,9}cite[a-z]{0,9}\*?(?:\[(?P<locator>[^\[\]\x00]{1,100})\])?\{(?P<tex>[^{}\x00]{1,300})\}"
    r"|\[(?:cite(?:/\w{1,20})?:|\^|[#＃%$&])?(?P<square>[^\[\]\x00]{1,300})\]"
    r"|[［【〔](?P<wide>[^\[\]［］【】〔〕\x00]{1,300})[］】〕]"
    r"|@?\((?P<round>[^()\[\]\x00]{1,300})\)|（(?P<full>[^()（）\[\]\x00]{1,300})）"
    # Wikipedia, BibDesk and reference managers.
    r"|\{\{(?:[Cc]ite?[^{}|\x00]{0,20}\|)?(?P<wiki>[^{}\x00]{1,100})\}\}"
    r"|<(?:ref|cite)>(?P<tag>[^<>\x00]{1,100})</(?:ref|cite)>|<ref name=\"?(?P<named>[^<>\"\x00]{1,100}?)\"?\s*/>"
    r"|\$@?(?P<dollars>[^$\s\x00]{1,64})\$|%(?P<percent>[^%\s\x00]{1,64})%"
    r"|(?<![\w#&§])[#§](?P<sign>[A-Za-z0-9][\w./+-]{0,62}[A-Za-z0-9])(?![\w-])"
    r"|\{(?P<curly>[^{}\x00]{1,300})\}"
)
# A string, like those below, so that `re` compiles it on first use.
_BARE = rf"(?P<open>\[-?)?(?<![\w.@＠/])(?:(?<!-)|(?<=\[-))[@＠](?P<brace>\{{)?(?P<key>{_KEY})(?(brace)\}})"
_LOCATOR = r"\s?\[(?P<words>[^\[\];@\x00]{0,99}\d[^\[\];@\x00]{0,99})\]"
# Behind a key without brackets: `@key, p. 6`.
_PLAIN_LOCATOR = (
    r"(?i),\s*(?P<words>(?:(?:pp?|chs?|chap|secs?|figs?|vols?|nos?|paras?|art)\.?|§)\s?\d+(?:[–-]\d+)?)(?![\w@])"
)
_PART = (
    r"(?i)\s*(?:(?:cite|citation|source|src|ref|reference|quelle)s?\s*(?::\s*|\s))?"
    rf"(?:(?P<prefix>see also|see|cf\.|e\.g\.,?|also)\s+)?(?P<at>[-+!]?@)?\{{?[\"'“”‘’]?(?P<key>{_KEY})[\"'“”‘’]?\}}?"
    r"(?:(?:\s*[,:|#][\s,:|#]*|\s+)(?:[-–—]\s+)?(?P<locator>[^@\s,:|#][^@]*))?[\s.?!:,]*"
)
_LOCATOR_START = r"(?i)\d|[ivxlc]+\b|[§¶]|(?:pp?|ch|chap|sec|fig|vol|no|para|art|at)\b"
_DATED = rf"(?i){MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?"
# Characters that Chinese or Japanese keyboards, or word processors, produce instead of ours.
_PLAIN = str.maketrans("＠；，、､：‐‑‒–—−", "@;,,,:------", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
# The brackets that people type in the place of ours.
_OPENING = frozenset("({（［【〔")
_CLOSING = frozenset(")}）］】〕")
_AFTER_AT = expression(r"@[\s:@]+(?=[A-Za-z0-9])")
_LATE_AT = expression(rf"(?P<key>{_KEY})@(?=\s*(?:[;,]|$))")
_SHORTEST_SLIP = 5
# The ways to separate several keys.
_LOOSE_PAGE = r"(?i);(?=\s*(?:pp?|chs?|chap|secs?|vols?|S)\.\s?\d)"
_ONE_WITH_PAGE = rf"(?i)\[\s*@(?P<key>{_KEY})\s*;\s*(?P<page>(?:pp?|chs?|chap|secs?|vols?|S)\.\s?\d[^;@\[\]]*?)\s*\]"
_EMPTY = expression(r"(?:pp?|ch|sec|vol|S)\.?$")
_PAGE_FIRST = expression(
    r"\s*(?P<locator>(?:pp?|ch|chap|sec|vol|S)\.?\s?\d[^,;@]{0,40}),\s*(?P<rest>[-+]?@.+)", re.DOTALL
)
# The words that stand for an `and` in the languages of our readers, before a key.
_AND = r",?\s+(?:and|et|und|y|e|och|og|en)\s+(?=-?@)|\s*[&/|]\s*(?=-?@)"
_SECOND = rf"(?:\s*[,&|+]\s*|\s+)(?:and\s+)?(?P<see>see )?(?P<key>{_KEY})(?=\s*(?:[],;&|+]|\s(?:and|see)\s))"
_SEPARATORS = (";", rf";|{_AND}", r";|,?\s+(?:and|&)\s+(?=-?@)|,?\s*(?=-?@)", r"[;,]")


class ForeignCitations(Struct, frozen=True):
    """Finds foreign citations; `keys` are the keys of the issue's sources."""

    keys: Collection[str]

    def find(self, text: str) -> Iterator[Malformed]:
        """Yield foreign citations in a text whose citations and opaque parts are blanked out."""
        found = list(self._find_bracketed(text))
        yield from found
        if "@" in text or "＠" in text:
            yield from self._find_bare(blank(text, (each.span for each in found)))

    def repair(self, group: str) -> str:
        """Return a bracketed group in our syntax, or "" if it is not all keys; at least one must have its `@`."""
        inside = re.sub(_LOOSE_PAGE, ",", group[1:-1]) if ";" in group else group[1:-1]
        plain = _plain(inside)
        found = self._read(inside, needs_at=True) or self._read(plain, needs_at=True)
        return found or (self._read(plain, needs_at=False) if "@" in plain else "")

    def guess(self, group: str) -> str:
        """Return what a bracketed group with one unknown key and a page behind a semicolon means, or ""."""
        page = re.fullmatch(_ONE_WITH_PAGE, group)
        if page is None:
            return ""
        return f"[@{nearest(page['key'], self.keys) or page['key']}, {page['page']}]"

    def repair_locator(self, group: str) -> str:
        """Return a group whose locator is the key of another source, `[@one, two]`, with both cited; or ""."""

        def cite(match: re.Match[str]) -> str:
            is_key = match["key"] in self.keys and match["key"][0].isalpha()
            return f"; {match['see'] or ''}@{match['key']}" if is_key else match.group()

        written = re.sub(_SECOND, cite, group)
        return written if written != group else ""

    def _find_bracketed(self, text: str) -> Iterator[Malformed]:
        for match in _BRACKETED.finditer(text):
            kind = "locator" if match.lastgroup is None else match.lastgroup
            locator = f", {match['locator']}" if match["locator"] else ""
            inside, needs_at = match[kind] + locator, kind in {"round", "full", "curly"}
            if kind == "round" and (match.group().startswith("@") or (inside in self.keys and _is_made(inside))):
                needs_at = False
            if kind == "sign" and not (inside in self.keys and _is_made(inside)):
                continue
            needs_at = needs_at and "@" not in inside
            readings = dict.fromkeys((inside, _plain(inside)))
            suggestion = next(filter(None, (self._read(each, needs_at=needs_at) for each in readings)), "")
            if suggestion:
                suggestion += _gap(text, match.end())
                yield Malformed(Span(*match.span()), match.group(), f"write `{suggestion.rstrip()}`", suggestion)

    def _find_bare(self, text: str) -> Iterator[Malformed]:
        for match in re.finditer(_BARE, text):
            key = self._longest(match["key"])
            if not key:
                continue
            end = match.start("key") + len(key) if match["key"].startswith(key) and key != match["key"] else match.end()
            is_open = bool(match["open"]) and not _is_closed(text, end)
            start = match.start() + (0 if is_open else len(match["open"] or ""))
            is_mixed = text[start - 1 : start] in _OPENING and not match["open"]
            locator = re.compile(_LOCATOR).match(text, end) or re.compile(_PLAIN_LOCATOR).match(text, end)
            end = locator.end() if locator else end
            suffix = f", {locator['words'].strip()}" if locator else ""
            if is_open and text[end : end + 1] in _CLOSING:
                # `[@key)`: the wrong bracket closes it.
                end += 1
            if is_mixed and text[end : end + 1] == "]":
                # `(@key]`: the wrong bracket opens it.
                start, end, is_open = start - 1, end + 1, True
            suggestion = f"[@{key}{suffix}]"
            is_bare = not (match["open"] or is_mixed or is_open)
            if is_bare and text[end : end + 1] == "]" and not _is_in_brackets(text, start):
                # `@key]`: nothing opens it.
                yield Malformed(Span(start, end + 1), text[start : end + 1], f"open it: `{suggestion}`", suggestion)
                continue
            help_ = (
                f"write `{suggestion}`"
                if text[start] in _OPENING
                else f"write `{suggestion}` after the claim it supports"
            )
            help_ = f"close it: `{suggestion}`" if is_open and text[start] == "[" else help_
            yield Malformed(Span(start, end), text[start:end], help_, suggestion + _gap(text, end))

    def _longest(self, key: str) -> str:
        """Return the longest prefix of a word that is a key, or "": `nyt` of `nyt-based`."""
        ends = [len(key), *(match.start() for match in reversed(list(re.finditer(r"[^A-Za-z0-9]", key))))]
        # The handle of an account has no hyphen.
        return (
            next((key[:end] for end in ends if key[:end] in self.keys), "") or ("-" in key and self._known(key)) or ""
        )

    def _known(self, key: str) -> str:
        """Return a key, or, if it cannot be a word of the text, the one that was meant by it; "" if there is none."""
        if key in self.keys:
            return key
        may_be_slip = len(key) >= _SHORTEST_SLIP and key[0].isalpha() and _is_made(key)
        return (may_be_slip and nearest(key, self.keys)) or ""

    def _read(self, inside: str, *, needs_at: bool) -> str:
        """Return the content of a bracket as a group in our syntax, or "" if it is not all keys of sources."""
        if needs_at and "@" not in inside:
            return ""
        splits = (tuple(each for each in re.split(separator, inside) if each.strip()) for separator in _SEPARATORS)
        for parts in dict.fromkeys(splits):
            read = [self._read_part(part, needs_at=needs_at) for part in parts]
            if read and all(read):
                return f"[{'; '.join(read)}]"
        return ""

    def _read_part(self, part: str, *, needs_at: bool) -> str:
        turned = _PAGE_FIRST.fullmatch(part)
        match = re.fullmatch(_PART, f"{turned['rest']}, {turned['locator']}" if turned else part)
        key = self._known(match["key"]) if match else ""
        if match is None or not key or (needs_at and not match["at"]):
            return ""
        locator = _EMPTY.sub("", " ".join((match["locator"] or "").replace("~", " ").split()))
        if locator and not re.match(_LOCATOR_START, locator):
            # A date belongs to the source, and is none of its pages.
            if not re.fullmatch(_DATED, locator):
                return ""
            locator = ""
        prefix = f"{match['prefix']} " if match["prefix"] else ""
        return f"{prefix}@{key}" + (f", {locator}" if locator else "")


def _is_in_brackets(text: str, at: int) -> bool:
    """Return whether a bracket is open at an offset of a line."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.rfind("[") > line.rfind("]")


def _is_made(key: str) -> bool:
    """Return whether a key cannot be a word of the text."""
    return re.search(r"[\d_.:/+-]", key) is not None


def _plain(inside: str) -> str:
    """Return the content of a bracket with look-alike characters replaced by ours."""
    plain = inside.translate(_PLAIN)
    return _LATE_AT.sub(r"@\g<key>", _AFTER_AT.sub("@", plain)) if "@" in plain else plain


def _is_closed(text: str, at: int) -> bool:
    """Return whether the next bracket in the paragraph is a closing one."""
    following = re.compile(r"[\[\]]|\x00\n\n").search(text, at)
    return following is not None and following.group() == "]"


def _gap(text: str, end: int) -> str:
    """Return a space if `[@key]` and what follows it would be parsed as a link, else ""."""
    return " " if text[end : end + 1] in {"(", "["} else ""
