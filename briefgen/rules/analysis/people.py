"""The people of an issue, who wrote it or took its pictures, and where the texts name them in another spelling."""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from briefgen.expressions import expression
from briefgen.manuscript import Manuscript, find_bylines
from briefgen.rules.analysis.sic import is_sic
from briefgen.yamltext import Path, Span

# Both are reached only by issues with people whose given name or last name is in a text beside another word.
_WORD = expression(r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*(?![\w-])")
_LAST_WORD = expression(r"(?<![\w-])[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*\Z")
_PARTS = 2
_LONGEST = 40


class OtherSpelling(Struct, frozen=True):
    """A name that is nearly one of the people's."""

    span: Span
    """Its place in the file."""
    form: str
    usual: str
    times: int
    """How often the issue has the usual spelling."""


class _Place(Struct, frozen=True):
    path: Path
    text: str


def find_other_spellings(manuscript: Manuscript, is_slip: Callable[[str, str], bool]) -> Iterator[OtherSpelling]:
    """Yield each name in the texts, bylines and credits that is one slip away from the name of one of the people.

    `is_slip` compares two words, of which the other part of the name is the same.
    """
    named = list(_names(manuscript))
    people = dict.fromkeys(place.text for place in named)
    if not people:
        return
    texts = [(field, field.own_words) for field in manuscript.fields if field.name not in {"credit", "section"}]
    counts = Counter(place.text for place in named)
    for name in people:
        counts[name] += sum(text.count(name) for _, text in texts)
    for place in named:
        other = next((each for each in people if _is_other(place.text, each, is_slip)), None)
        if other is not None and counts[other] > counts[place.text]:
            span = manuscript.document.value_span(*place.path)
            yield OtherSpelling(span, place.text, other, counts[other])
    for field, text in texts:
        # A bio is compared with its own author.
        for name in people if field.name != "bio" else ():
            for span in _near(text, name):
                form = span.of(text)
                is_other = form not in people and _is_other(form, name, is_slip) and not is_sic(text, span.end)
                if is_other and not any(words.start <= span.start < words.end for words in field.verbatim):
                    yield OtherSpelling(field.file_span(span), form, name, counts[name])


def _names(manuscript: Manuscript) -> Iterator[_Place]:
    """Yield the names of authors and in credits, of two words."""
    issue = manuscript.read_issue
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        for author, person in find_bylines(path, item):
            inner = (*author, "name")
            yield from _place(inner if manuscript.document.node(*inner) else author, person.name)
    for field in manuscript.fields:
        if field.name == "credit":
            yield from _place(field.field, field.prose.text)


def _place(path: Path, name: str) -> Iterator[_Place]:
    words = name.split()
    if len(words) == _PARTS and all(_WORD.fullmatch(word) for word in words):
        yield _Place(path, " ".join(words))


def _is_other(form: str, name: str, is_slip: Callable[[str, str], bool]) -> bool:
    (first, last), (usual_first, usual_last) = form.split(), name.split()
    if first == usual_first:
        return last != usual_last and is_slip(last, usual_last)
    return last == usual_last and is_slip(first, usual_first)


def _near(text: str, name: str) -> Iterator[Span]:
    """Yield the places of names in a text that have one of the two words of a name, and not the other."""
    first, last = name.split()
    at = text.find(f"{first} ")
    while at >= 0:
        after = _WORD.match(text, at + len(first) + 1)
        if after is not None and after.group() != last and not text[max(0, at - 1) : at].isalnum():
            yield Span(at, at + len(first) + 1 + len(after.group().removesuffix("’s")))
        at = text.find(f"{first} ", at + 1)
    at = text.find(f" {last}")
    while at >= 0:
        begin = max(0, at - _LONGEST)
        before = _LAST_WORD.search(text[begin:at])
        end = at + 1 + len(last)
        if before is not None and before.group() != first and not text[end : end + 1].isalnum():
            yield Span(begin + before.start(), end)
        at = text.find(f" {last}", at + 1)
