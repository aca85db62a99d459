"""House terms are found in all scripts, with exact spans and in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.model import Spec, Term, parse_terms
from briefgen.prose import Terms, find_term_faults
from briefgen.prose.term_search import MAX_PATTERNS, MAX_USES
from briefgen.yamltext import parse_text
from tests.growth import assert_linear


def read(text: str) -> tuple[Term, ...]:
    record = parse_terms(parse_text(f"terms: [{{{text}}}]")).record
    assert record is not None, text
    return record.terms


def corrected(term: str, text: str) -> str:
    return Terms(read(term)).correct(text)


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("expected: Taiwan Strait, patterns: [Taiwan Straits]", "the Taiwan Straits.", "the Taiwan Strait."),
        ("expected: WeChat", "Wechat, We-Chat, we chat, WECHAT", "WeChat, WeChat, WeChat, WeChat"),
        ("expected: WeChat", "WeChatter, aWechat", "WeChatter, aWechat"),
        ("expected: email, patterns: [e-mail]", "E-mail and e-mails; an e-mail", "Email and e-mails; an email"),
        ("expected: email*, patterns: [e-mail*]", "E-mail and e-mails", "Email and emails"),
        ("expected: organize*, patterns: [organise*]", "They organised; Organisers", "They organized; Organizers"),
        ("expected: sister-city *, patterns: [sister city *]", "a sister city tie", "a sister-city tie"),
        (
            "expected: special economic zone, patterns: [economic special zone]",
            "An Economic Special Zone; economic special\n  zone",
            "An Special Economic Zone; special economic zone",
        ),
        (
            "expected: special zone, patterns: [zone]",
            "the zone, the special zone",
            "the special zone, the special zone",
        ),
        ("expected: shore, patterns: [coast], except: [coast guard*]", "coast, coast guards", "shore, coast guards"),
        ("expected: PRC, patterns: [P.R.C.]", "the P.R.C.’s, p.r.c.", "the PRC’s, p.r.c."),
        ("expected: don’t, patterns: [do not]", "Do not; Do\n\nnot", "Don’t; Do\n\nnot"),
        ("expected: can’t, patterns: [can’t do]", "can't do it", "can’t it"),
        ("expected: 台湾海峡, patterns: [台海]", "在台海的船", "在台湾海峡的船"),
        ("expected: a, patterns: [b, b c]", "b c b", "a a"),
    ],
)
def test_a_text_is_written_as_the_house_would(term: str, text: str, expected: str) -> None:
    assert corrected(term, text) == expected


def test_of_two_terms_that_overlap_the_first_and_longest_wins() -> None:
    terms = (*read("expected: x, patterns: [b c]"), *read("expected: y, patterns: [a b, b]"))
    assert Terms(terms).correct("a b c; b c; b") == "y c; x; y"


@pytest.mark.parametrize(
    ("term", "path", "message"),
    [
        (
            "expected: a, patterns: [b], specs: [{from: b, to: a}, {from: c, to: a}]",
            ("terms", 0, "specs", 1, "to"),
            "`terms[1].specs[2]` fails: “c” becomes “c”",
        ),
        (
            "expected: a *, patterns: [b *, b]",
            ("terms", 0, "expected"),
            "`terms[1].expected` has a `*` that not every pattern has",
        ),
        ("expected: a*", ("terms", 0, "expected"), "`terms[1].expected` has a `*` that not every pattern has"),
    ],
)
def test_a_list_is_held_to_its_own_specs(term: str, path: tuple[str | int, ...], message: str) -> None:
    assert [(fault.path, fault.message) for fault in find_term_faults(read(term))] == [(path, message)]


def test_a_list_does_not_contradict_itself() -> None:
    house = "expected: Ministry of Defence, patterns: [Defence Ministry]"
    spelling = "expected: defense, patterns: [defence]"
    faults = find_term_faults((*read(house), *read(spelling)))
    assert [(fault.path, fault.message) for fault in faults] == [
        (("terms", 0, "expected"), "`terms[1].expected` becomes “Ministry of Defense” by `terms[2]`")
    ]
    assert list(find_term_faults((*read(house), *read(f"{spelling}, except: [Ministry of Defence]")))) == []


def test_a_list_holds_so_many_patterns_and_no_more() -> None:
    terms = tuple(term for number in range(MAX_PATTERNS + 1) for term in read(f"expected: word{number}"))
    assert [fault.message for fault in find_term_faults(terms)] == ["the list has 1,001 patterns, more than 1,000"]
    assert list(find_term_faults(terms[1:])) == []


@pytest.mark.parametrize(
    "phrase", ["a*b", "*a", "a**", "**", "*", "a  b", "‘’", "a" * 101, "a b c d e f g h i", "a\\nb"]
)
def test_invalid_phrases_are_refused(phrase: str) -> None:
    assert parse_terms(parse_text(f'terms: [{{expected: x, patterns: ["{phrase}"]}}]')).record is None


PHRASES = st.lists(st.sampled_from(["ab", "Ab", "a-b", "b*", "é", "台"]), min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(st.sampled_from(["ab", "Ab", "AB", "a-b", "b", "é", "台", " ", "  ", "\n", "\n\n", ".", "\0"])).map(
    "".join
)


@given(PHRASES, PHRASES, TEXTS)
def test_matches_are_complete_and_in_order(expected: str, pattern: str, text: str) -> None:
    term = Term(expected=expected.replace("*", ""), patterns=(pattern,))
    done = 0
    for use in Terms((term,)).find(text):
        assert done <= use.span.start < use.span.end
        assert (
            use.span.of(text)
            .split()[0]
            .casefold()
            .startswith(pattern.split(maxsplit=1)[0].casefold().removesuffix("*"))
        )
        done = use.span.end


@given(PHRASES, PHRASES)
def test_the_expected_term_is_never_corrected(expected: str, pattern: str) -> None:
    expected = expected.replace("*", "")
    assert Terms((Term(expected=expected, patterns=(pattern,)),)).correct(expected) == expected


@given(PHRASES, PHRASES, TEXTS.filter(str.strip))
def test_a_spec_passes_exactly_if_the_list_corrects_its_text(expected: str, pattern: str, text: str) -> None:
    term = Term(expected=expected.replace("*", ""), patterns=(pattern,))
    made = Terms((term,)).correct(text)
    for to, count in ((made, 0), (made + "!", 1)):
        spec = Spec(from_text=text, to=to)
        assert len(list(find_term_faults((replace(term, specs=(spec,)),)))) == count


def test_a_text_has_so_many_places_and_no_more() -> None:
    terms = read("expected: a, patterns: [b]") * 10
    assert len(Terms(terms).find("b " * 5_000)) == MAX_USES


@pytest.mark.parametrize("piece", ["a", "a ", "a\n", "aa-"])
def test_any_text_takes_linear_time(piece: str) -> None:
    words = ["a* a* a* b", "a a a a b", "aa* b", "* a b", "a* * * c"]
    terms = (*(Term(expected="x", patterns=(word,)) for word in words), Term(expected="a-a-a-a-a b"))
    assert_linear(lambda size: Terms(terms).find(piece * size + " b"), 24_000)
