"""A placeholder such as `TK`, or a left-over of a chat assistant, is still in the text.

`TK`, `TODO`, `(CHECK)` and `[insert quote here]` mean that something is missing. Chat assistants mark what they write
with `:contentReference[oaicite:2]` or `【4†source】`, and say “As an AI language model, I …”. Readers would see all of
them in print. In quotations, words in brackets are the editor's and no placeholder. `???` behind a word or at the end
of a sentence is emphasis, and “a big TODO on our list” is a sentence. So is “dio TODO por su país” in Spanish,
Galician and Portuguese, where the word counts in brackets, alone or before a colon; and XXX is a number in “la XXX
Cumbre”. `[Topic][Link]` is left to S009. What newsletter services put around a text, as “View this email in your
browser” or a line with nothing but “Share this post”, is a warning: it may be meant. Merge tags that publication.yaml
names are meant. In German, Spanish and French, words for what is missing count in square brackets (`[Quelle fehlt]`,
`[por confirmar]`); in parentheses, they are a warning. Other instructions and remarks to colleagues are English.

Bad:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose TK percent in April.

Reports:
    4:20 “TK” left in the text

Good:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose 4 percent in April.

Bad:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose by [insert number], they say [add link]. :contentReference[oaicite:2]{index=2}

Reports:
    4:23 “[insert number]” left in the text
    4:49 “[add link]” left in the text
    4:61 “:contentReference[oaicite:2]{index=2}” is left from a chat assistant

Good:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose by 4 percent, they say, and “[the number] may grow.”

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Mehr Ausfuhren
        body: |
          Die Ausfuhren stiegen um [Zahl einsetzen]. Als KI-Sprachmodell kann ich das nicht prüfen.

Reports:
    5:32 “[Zahl einsetzen]” left in the text
    5:50 “Als KI-Sprachmodell kann ich” is left from a chat assistant

Good:
    # publication.yaml: {language: de}
    briefs:
      - title: Mehr Ausfuhren
        body: |
          Die Ausfuhren stiegen um vier Prozent.

Bad:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose by 4 percent.

          Subscribe for free to receive new posts and support my work.

          Share this post

Reports:
    6:7 “Subscribe for free to receive new posts and support my work” is left from a newsletter service
    8:7 “Share this post” is left from a newsletter service

Good:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose by 4 percent. Thanks for reading!
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.words_like_placeholders import is_ordinary_word
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.assistant_marks import ASSISTANT_MARKS, ASSISTANT_PHRASES
from briefgen.rules.vocabulary.field_codes import CITING, FIELD_CODES
from briefgen.rules.vocabulary.foreign_leftovers import FOREIGN_ASSISTANTS, FOREIGN_MISSING, FOREIGN_REMARKS
from briefgen.rules.vocabulary.placeholders import PLACEHOLDER
from briefgen.rules.vocabulary.remarks import REMARKS
from briefgen.rules.vocabulary.service_marks import SERVICE_BUTTONS, SERVICE_PHRASES, SERVICE_TAGS
from briefgen.yamltext import Edit, Path, Span, SpanSet

# What a text calls things that are not there yet; `[photo]` and `[link]` may name what is.
_THING = (
    r"names?|numbers?|amount|quote|quotation|headline|topic|company|city|email|author|month|year|price|percentage|"
    r"statistic|citation|date|place"
)
_SHOWN = r"photos?|picture|image|figures?|title|caption|text|url|source|link"
# Without brackets, crosses stand for a figure.
_CROSSES = ("xx", "nn ", "nn%")
# Instructions in small letters, and the names of things that are missing.
_MISSING = Pattern(
    r"\[(?:(?:insert|add|fill in|paste|check|verify|confirm|update|replace)\s+[^\[\]\n]{1,60}"
    rf"|(?:(?:your|first|last|full|company|exact)\s+)?(?:{_THING})|(?:{_THING}|{_SHOWN})\s*\?+"
    rf"|(?:{_THING}|{_SHOWN}) (?:here|to come|needed|missing|tk)|x{{2,}}|to come|pending"
    r"|placeholder(?: (?:for|text)\b[^\[\]\n]{0,60})?|more here"
    r"|to be (?:added|confirmed|written|checked|done)|link to [^\[\]\n]{1,40}"
    r"|(?:editors?|ed|eds|author|note to (?:self|editor))\s*[:.,]\s*(?:please |pls )?(?:check|verify|confirm|fix|add|"
    r"insert|update|rewrite|cut|move|is|are|can|could|do|does|should|what|which|who|where|when|why)\b"
    r"[^\[\]\n]{0,80})\](?![(\[:])"
    r"|\$xx+\b|(?<![\w-])(?:xx+|nn+)(?=\s?(?:%|percent\b|per cent\b|million\b|billion\b|thousand\b|people\b"
    r"|(?:years|months|weeks|days|hours|miles|kilometers|kilometres|euros|dollars|pounds|times|points)\b))",
    literals=("[", *_CROSSES),
    ignores_case=True,
)
# Fields that hold nothing but what someone left there for later.
_WHOLE = frozenset({"title", "deck", "name", "author", "caption", "credit", "section", "subject", "summary", "tagline"})
_NEEDED = frozenset({"title", "name", "author"})
_NOTHING = frozenset({
    "x", "xx", "tba", "tbc", "tbd", "n/a", "na", "none", "null", "title", "headline", "name", "author", "author name",
    "caption", "credit", "deck", "summary", "subject", "untitled", "new brief", "new issue", "new feature", "new item",
})  # fmt: skip
_BARE = expression(r"[A-Za-z]+")
_REACH = 40
_KNOWN = frozenset(
    ["citation needed", "link", "check", "date", "tk", "source", "cite", "ref", "reference", "who", "when", "where"]
)
# “A big TODO on our list”: with an article before it and a sentence that goes on, the word is a noun.
_TODO_NOUN = r"(?i)\b(?:an?|the|this|that|our|my|your|their|his|her|its|another|one|no|every)(?: [a-z][\w-]*){0,2} $"
_TODO_RUNS_ON = r"(?: (?:on|in|for|of|from|that|which|we|I|is|was|has|had|and|or|but|lists?|items?|notes?)\b|[.,;!?)])"
_ORDER = expression(r"[(\[](?P<word>[A-Za-z-]+)")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield placeholders in everything that is printed."""
    for path, scalar in manuscript.texts:
        if path[-1] in _WHOLE and path[0] != "sources" and _is_nothing(scalar.value.strip()):
            message = f"“{scalar.value.strip()}” stands where `{path[-1]}` belongs"
            yield Finding(
                span=scalar.span,
                message=message,
                help="write it" if path[-1] in _NEEDED else "write it, or delete the key",
            )
    bodies = {(*item.path, "body"): item.prose.visible for item in manuscript.items}
    for path, scalar in manuscript.texts:
        language = manuscript.language_at(path)
        found = list(_find_placeholders(bodies.get(path, scalar.value), language))
        for match in found:
            span = manuscript.document.span(path, *match.span())
            yield Finding(span=span, message=f"“{match.group()}” left in the text", help="fill it in, or cut it")
        told = frozenset(match.start() for match in found)
        yield from _check_text(manuscript, path, scalar.value, told)


def _find_placeholders(text: str, language: str) -> Iterator[re.Match[str]]:
    for match in PLACEHOLDER.finditer(text):
        word = match.group()
        is_attached = word.startswith("(") and text[: match.start()][-1:].isalnum()
        is_emphasis = word.startswith("???") and not _is_blank(text, Span(*match.span()))
        is_noun = word == "TODO" and _is_noun(text, match)
        is_text = is_attached or is_emphasis or is_noun or is_ordinary_word(language, text, match)
        if _is_meant(word) and not is_text:
            yield match


def _is_noun(text: str, todo: re.Match[str]) -> bool:
    """Return whether TODO is an ordinary noun, in a sentence that is complete with it."""
    before, after = text[max(0, todo.start() - _REACH) : todo.start()], text[todo.end() : todo.end() + _REACH]
    return bool(re.search(_TODO_NOUN, before) and re.match(_TODO_RUNS_ON, after))


def _find_missing(text: str) -> Iterator[re.Match[str]]:
    """Return the things that are missing; the brackets of citations by key cannot hold any."""
    has_brackets = text.count("[") > text.count("[@") + text.count("[see @")
    return _MISSING.finditer(text) if has_brackets or any(map(text.lower().__contains__, _CROSSES)) else iter(())


def _check_text(manuscript: Manuscript, path: Path, text: str, told: frozenset[int]) -> Iterator[Finding]:
    """Yield things that are missing, and the left-overs of chat assistants; `told` has the starts of placeholders."""
    field = manuscript.field(path)
    visible = field.prose.visible if field else text
    is_own = path[0] != "sources" and not (path[-1] in _WHOLE and _is_nothing(text.strip()))
    for match in _find_missing(visible) if is_own else ():
        span = Span(*match.span())
        is_cited = field is not None and field.malformed.covers(span)
        if is_cited or (field is not None and field.prose.is_quoted(span)) or match.start() in told:
            continue
        place = manuscript.document.span(path, *span)
        yield Finding(span=place, message=f"“{match.group()}” left in the text", help="fill it in, or cut it")
    code = [each.span for each in field.prose.opaque if each.kind == "code"] if field else []
    for match in ASSISTANT_MARKS.finditer(text):
        if any(span.start <= match.start() < span.end for span in code):
            continue
        place = manuscript.document.span(path, *match.span())
        gap = len(text[: match.start()]) - len(text[: match.start()].rstrip(" "))
        edit = Edit(manuscript.document.span(path, match.start() - gap, match.end()), "")
        yield _assistant(place, match.group(), Fix("delete it", (edit,), is_safe=False))
    for match in FIELD_CODES.finditer(visible):
        message = f"“{match.group()[:60]}” is left from a word processor"
        cites = any(mark in match.group() for mark in CITING)
        help_ = "cite the source: `[@key]`, or `(Outlet, May 12)`" if cites else "write the words that stood there"
        yield Finding(span=manuscript.document.span(path, *match.span()), message=message, help=help_)
    yield from _check_foreign(manuscript, path, field, told) if field and is_own else ()
    for match in ASSISTANT_PHRASES.finditer(visible):
        if field is None or not field.prose.is_quoted(Span(*match.span())):
            yield _assistant(manuscript.document.span(path, *match.span()), match.group())
    yield from _check_service(manuscript, path, field, code) if field else ()
    yield from _check_remarks(manuscript, path, field, told) if field and is_own else ()


def _check_foreign(manuscript: Manuscript, path: Path, field: FieldText, told: frozenset[int]) -> Iterator[Finding]:
    """Yield what is left in other languages: words for what is missing, remarks, and phrases of chat assistants."""
    words, verbatim = field.prose.visible, SpanSet(field.verbatim)
    missing, remarks = FOREIGN_MISSING.get(field.language), FOREIGN_REMARKS.get(field.language)
    severe = [(Severity.ERROR, match) for match in missing.finditer(words)] if missing else []
    light = [(Severity.WARNING, match) for match in remarks.finditer(words)] if remarks else []
    for severity, match in [*severe, *light]:
        span = Span(*match.span())
        if span.start in told or verbatim.covers(span) or field.malformed.covers(span):
            continue
        message = f"“{match.group()}” left in the text"
        place = manuscript.document.span(path, *span)
        yield Finding(span=place, message=message, help="fill it in, or cut it", severity=severity)
    for match in FOREIGN_ASSISTANTS.finditer(words):
        if not verbatim.covers(Span(*match.span())):
            yield _assistant(manuscript.document.span(path, *match.span()), match.group())


def _check_remarks(manuscript: Manuscript, path: Path, field: FieldText, told: frozenset[int]) -> Iterator[Finding]:
    """Yield remarks to colleagues; `told` has the starts of placeholders, which may be in them."""
    words = field.uncited
    missing = {match.start() for match in _find_missing(words)}
    for match in REMARKS.finditer(words):
        span = Span(*match.span())
        is_told = any(span.start <= start < span.end for start in (*told, *missing))
        is_citation = field.malformed.meets(span)
        if is_told or is_citation or field.prose.is_quoted(span):
            continue
        yield Finding(
            span=manuscript.document.span(path, *span),
            message=f"“{match.group()}” reads like a remark to a colleague",
            help="cut it; `<!-- … -->` around it keeps it out of print" if path[-1] == "body" else "cut it",
            severity=Severity.WARNING,
        )


def _check_service(manuscript: Manuscript, path: Path, field: FieldText, code: list[Span]) -> Iterator[Finding]:
    """Yield what newsletter services put around a text, which a newsletter may mean, or into it."""
    placeholders = {match.start() for match in _find_missing(field.prose.visible)}
    text = field.prose.text
    buttons = (Span(*match.span("words")) for match in SERVICE_BUTTONS.finditer(text))
    phrases = (Span(*match.span()) for match in SERVICE_PHRASES.finditer(text))
    told: list[Span] = []
    meant = manuscript.publication.email.merge_tags
    for match in SERVICE_TAGS.finditer(text):
        span = Span(*match.span())
        is_code = any(each.start <= span.start < each.end for each in code)
        if span.start not in placeholders and not is_code and match.group() not in meant:
            told.append(span)
            yield Finding(
                span=manuscript.document.span(path, *span),
                message=f"“{match.group()}” is left from a newsletter service, which filled it in",
                help="write the words themselves, or cut it; a tag in `email.merge_tags` may stay",
            )
    for span in (*buttons, *phrases):
        is_inside = any(each.start <= span.start < each.end for each in (*told, *code))
        if is_inside or field.prose.is_quoted(span):
            continue
        told.append(span)
        yield Finding(
            span=manuscript.document.span(path, span.start, span.end),
            message=f"“{span.of(text)}” is left from a newsletter service",
            help="delete it, unless you mean it",
            severity=Severity.WARNING,
        )


def _assistant(place: Span, words: str, fix: Fix | None = None) -> Finding:
    shown = "".join(each for each in words if each.isprintable())
    message = f"“{shown}” is left from a chat assistant"
    return Finding(span=place, message=message, help="delete it, and check what it came with", fix=fix)


def _is_nothing(words: str) -> bool:
    """Return whether a value only holds the place of another: `…`, `Title here`, `[headline]`."""
    small = words.casefold().removesuffix(" here")
    bare = next((small.removeprefix(start) for start in ("the ", "your ", "my ") if small.startswith(start)), small)
    is_bracketed = words.startswith("[") and words.endswith("]") and "](" not in words
    return bool(words) and (bare in _NOTHING or is_bracketed or not any(each.isalnum() for each in words))


def _is_blank(text: str, marks: Span) -> bool:
    """Return whether question marks stand for missing words: in brackets, alone, or between the words of a sentence."""
    before, after = text[: marks.start].rstrip(" *_"), text[marks.end :].lstrip(" *_")
    if text[marks.start - 1 : marks.start] not in {"", " ", "\n", "(", "[", "*", "_", "$", "€", "£", "“", "‘"}:
        return False
    if before[-1:] in {".", "!", "?"} and text[marks.start - 1 : marks.start] == " ":
        return True
    is_first, is_last = before[-1:] in {"", "\n", "(", "["}, after[:1] in {"", "\n", ")", "]"}
    return is_first or (not is_last and not after[0].isupper())


def _is_meant(words: str) -> bool:
    """Return whether words are a placeholder, not text; bare words and instructions count only in capitals."""
    if _BARE.fullmatch(words):
        return words.isupper() or words[1:].strip("x") == ""
    if words.casefold().strip("()[]").endswith((" here", " to come")):
        return words.isupper()
    # An announced thing may be open.
    if words.casefold().strip("()[]") == "tba":
        return False
    order = _ORDER.match(words)
    is_known = words.casefold().strip("()[]?") in _KNOWN
    return order is None or is_known or order["word"].isupper()


RULE = Rule("S005", "placeholder-left", Severity.ERROR, check, more_in=("en", *FOREIGN_MISSING))
