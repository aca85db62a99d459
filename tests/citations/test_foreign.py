"""Citations in other systems' syntax that name a source are reported at their span, with the correct form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.citations import Malformed, find_citations
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.markdown import parse_body
from briefgen.yamltext import Edit, apply_edits

OUTLETS = load_shipped_outlets()
KEYS = ("nyt", "doe99", "port-survey", "a:b/c.2")
FORMS = (
    "@{}",
    "(@{})",
    "[{}]",
    "{{@{}}}",
    "[-@{}]",
    "@{} [p. 3]",
    "@{}[p. 3]",
    "[@{}] [p. 3]",
    "[@{}] (p. 3)",
    "[p. 3, @{}]",
    "[@{},, p. 3]",
    "[@{} - p. 3]",
    "[@{}: p. 3]",
    "[@{}|p. 3]",
    "[@{}, p.]",
    "[@{}?]",
    "[@“{}”]",
    "[@{}/@nyt]",
    "[see @{} and @nyt]",
    "[@{} und @nyt]",
    "[cite: @{}]",
    "[source: {}]",
    "[+@{}]",
    r"[\@{}]",
    "`[@{}]`",
    "[here](#{})",
    "[source](@{})",
    "{{{{{}}}}}",
    "{{{{cite|{}}}}}",
    "<ref>{}</ref>",
    '<ref name="{}"/>',
    "<cite>{}</cite>",
    "${}$",
    "%{}%",
    "@({})",
    "＠{}",
    "(see @{}, p. 3)",
    "(@{}; @nyt)",
    "[{}, p. 3]",
    "[{}; nyt]",
    "[^{}]",
    "@{{{}}}",
    "[cite:@{}]",
    "[@{}, @nyt]",
    r"\cite{{{}}}",
    r"\citep[p. 3]{{{}}}",
    r"\citet{{{},nyt}}",
)
WORDS = st.sampled_from(["Kiel waits", "“Now,” he said, and", "*Often*", "So (they say) it is", "[sic]", "1,000 t —"])
GAPS = st.sampled_from([".", " ", ", ", " (so)", "\n\n"])


def find(text: str) -> tuple[Malformed, ...]:
    return find_citations(parse_body(text), OUTLETS, keys=KEYS).malformed


@given(st.sampled_from(FORMS), st.sampled_from(KEYS), WORDS, WORDS, GAPS)
def test_foreign_citations_of_a_source_are_reported_and_their_fix_cites_it(
    form: str, key: str, before: str, after: str, gap: str
) -> None:
    written = form.format(key)
    text = f"{before} {written}{gap}{after}"
    [found] = find(text)
    assert found.span.of(text) == written
    fixed = apply_edits(text, [Edit(found.span, found.suggestion)])
    scan = find_citations(parse_body(fixed), OUTLETS, keys=KEYS)
    [group] = scan.groups
    assert scan.malformed == ()
    assert group.citations[0].key == key
    assert all(citation.key in KEYS for citation in group.citations)


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Kiel waits [@nyt. Bonn too.", "[@nyt", "[@nyt]"),
        ("Kiel waits [@nyt, p. 6. Bonn too.", "[@nyt, p. 6", "[@nyt, p. 6]"),
        ("Kiel waits @nyt, pp. 6–7.", "@nyt, pp. 6–7", "[@nyt, pp. 6–7]"),
        ("Kiel asked @nyt, page editors and all.", "@nyt", "[@nyt]"),
        ("Kiel waits (port-survey).", "(port-survey)", "[@port-survey]"),
        ("Kiel waits #port-survey.", "#port-survey", "[@port-survey]"),
        ("Kiel [said so](@nyt).", "[said so](@nyt)", "said so [@nyt]"),
        ("Kiel waits [-@nyt. Bonn too [@doe99].", "[-@nyt", "[@nyt]"),
        ("Kiel [“@nyt and] so on.", "@nyt", "[@nyt]"),
        ("The @nyt-based desk.", "@nyt", "[@nyt]"),
        ("Ask @nyt(now).", "@nyt", "[@nyt] "),
        ("Ask @nyt[sic] now.", "@nyt", "[@nyt] "),
        ("Kiel waits [BBC, May 10].", "[BBC, May 10]", "(BBC, May 10)"),
        ("Kiel waits [BBC May 10].", "[BBC May 10]", "(BBC, May 10)"),
        ("Kiel waits [[@nyt]].", "[[@nyt]]", "[@nyt]"),
        ("Kiel waits [[nyt]].", "[[nyt]]", "[@nyt]"),
        ("Kiel waits ［@nyt］.", "［@nyt］", "[@nyt]"),
        ("Kiel waits 【nyt；doe99】.", "【nyt；doe99】", "[@nyt; @doe99]"),
        ("Kiel waits （@nyt）.", "（@nyt）", "[@nyt]"),
        ("Kiel waits （@nyt、@doe99）.", "（@nyt、@doe99）", "[@nyt; @doe99]"),
        ("Kiel waits [@nyt］.", "[@nyt］", "[@nyt]"),
        ("Kiel waits ［@nyt].", "［@nyt]", "[@nyt]"),
        ("Kiel waits [@nyt、@doe99].", "[@nyt、@doe99]", "[@nyt; @doe99]"),
        ("Kiel waits [@nyt；@doe99、p. 3].", "[@nyt；@doe99、p. 3]", "[@nyt; @doe99, p. 3]"),
        ("Kiel waits [@nyt、12ページ].", "[@nyt、12ページ]", "[@nyt, 12ページ]"),
        ("Kiel waits [＠nyt].", "[＠nyt]", "[@nyt]"),
        ("Kiel waits \\[@nyt\\].", "\\[@nyt\\]", "[@nyt]"),
        ("Kiel waits [@ nyt].", "[@ nyt]", "[@nyt]"),
        ("Kiel waits [@port–survey].", "[@port–survey]", "[@port-survey]"),
        ("Kiel waits [nyt@].", "[nyt@]", "[@nyt]"),
        ("Kiel waits [#nyt].", "[#nyt]", "[@nyt]"),
        ("Kiel waits [@nyt](https://e.org).", "[@nyt](https://e.org)", "[@nyt]"),
        ("Kiel waits (BBC – May 28).", "(BBC – May 28)", "(BBC, May 28)"),
    ],
)
def test_each_is_mended_as_it_was_meant(text: str, written: str, meant: str) -> None:
    [found] = [each for each in find(text) if each.suggestion]
    assert (found.span.of(text), found.suggestion) == (written, meant)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kiel waits [1].", "[1]"),
        ("Kiel waits [2, 3–5].", "[2, 3–5]"),
        ("Kiel waits.² Bonn too.", "²"),
        ("In 2023¹ it fell.", "¹"),
        ("Kiel waits [①].", "[①]"),
        ("Kiel waits (ibid., p. 3).", "(ibid., p. 3)"),
        ("Kiel waits {Reuters, 2023 #12}.", "{Reuters, 2023 #12}"),
        ("Kiel waits (BBC, 5/6).", "(BBC, 5/6)"),
        ("Kiel waits (Source: BBC).", "(Source: BBC)"),
    ],
)
def test_foreign_citations_without_a_source_are_reported_without_a_fix(text: str, written: str) -> None:
    [found] = find(text)
    assert (found.span.of(text), found.suggestion) == (written, "")


@pytest.mark.parametrize(
    "text", ["A lake of 5 km² and 10³ m.", "E = mc² it is.", "See [1](https://e.org).", "A [sic] in [text]."]
)
def test_other_numbers_are_no_citations(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Write to desk@nyt or https://example.org/@nyt.",
        "Code `@nyt` and `[nyt]`, escaped \\@nyt and \\[nyt\\].",
        "A link to [nyt](https://example.org/nyt).",
        "He [the mayor] spoke [of @nobody], (@nobody) and [nobody].",
        "“He [Smith, May 10] said” [Washington, 2021].",
        "It cost $5 and $6, #nyt trended, and 5 %nyt was 6 %.",
        "So [@nyt] (it says) and [@nyt] [sic], as `x [@nyt] x` shows.",
        "The [nyt desk](https://example.org/#nyt) and §nyt.",
        "The (nyt) and {nyt} are words, and so is [nyt waits].",
    ],
)
def test_text_that_names_no_source_is_ignored(text: str) -> None:
    assert [each for each in find(text) if each.suggestion] == []
