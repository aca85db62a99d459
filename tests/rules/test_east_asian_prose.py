"""Rules on prose know the letters, marks and headings of Japanese, Chinese and Korean."""

import pytest

from briefgen.diagnostics import Fix
from briefgen.rules import run_rules
from tests.rules.issues import around, read, said_of


def said(body: str, code: str, language: str = "ja") -> list[str]:
    return [line.split(" ", 3)[3] for line in said_of(around(body), code, publication=f"language: {language}")]


def fix_of(body: str, code: str, language: str = "ja") -> Fix:
    found = run_rules(read(around(body), publication=f"language: {language}"))
    (fix,) = (each.finding.fix for each in found if each.code == code)
    assert fix is not None
    return fix


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("ja", "新聞によると、船は10月に出る。"),
        ("ja-JP", "国と學、ふね。"),
        ("zh-Hans", "陶喆乘船。"),
        ("ko", "배(船舶)와 港湾學."),
    ],
)
def test_han_characters_of_the_language_need_no_tag(language: str, body: str) -> None:
    assert said(body, "A104", language) == []
    assert said("Ships (国國).", "A104", "en") != []


@pytest.mark.parametrize("sign", ["■", "◆", "●"])
def test_a_sign_before_a_single_line_marks_a_heading(sign: str) -> None:
    headings = f"{sign}港の今\n\n船が増えた。\n\n{sign}港の明日\n\n船は減る。"
    assert said(headings, "S013") == []
    entries = f"二つある。\n{sign}土砂\n{sign}補償"
    assert len(said(entries, "S013")) == 1
    assert fix_of(entries, "S013").is_safe is False
    assert fix_of("Two.\n● silt\n● sand", "S013", "en").is_safe is True


def test_middle_dots_before_several_lines_are_a_list() -> None:
    assert said("二つある。\n・土砂\n・補償", "S013") == ["2 lines begin with `・`, which is not a list in Markdown"]
    assert said("Two.\n・silt", "S013", "en") == []


@pytest.mark.parametrize(
    "body",
    [
        "「ここだ。\n\n「そこだ。\n\n「港だ」と言う。",
        "彼は語る。「ここだ。\n\nそこだ」と言う。",
        "1）土砂、2）補償、ア)資材。",
        "『「港」の話』（『船』）と【速報】。",
    ],
)
def test_brackets_over_paragraphs_and_numbers_are_paired(body: str) -> None:
    assert said(body, "T101") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("「ここで決める。都の担当者は語る。「遅い」との声。\n\n港の競争力」を測る。", ["「 is never", "」 was never"]),
        ("「競争力』を測る。", ["』 does not match"]),
        ("港（国連のLSCI、指数)を測る。", [") does not match"]),
        ("港(国連のLSCI、指数）を測る。", ["( does not match"]),
        ("港（国連のLSCIを測る。", ["（ is never"]),
        ("【速報が出た。", ["【 is never"]),
    ],
)
@pytest.mark.parametrize("language", ["ja", "zh-Hant", "ko"])
def test_full_width_brackets_need_partners(language: str, body: str, expected: list[str]) -> None:
    heard = said(body, "T101", language)
    assert len(heard) == len(expected)
    assert all(part in line for part, line in zip(expected, heard, strict=True))


@pytest.mark.parametrize(
    "body",
    [
        "記者の髙橋 さくらと佐藤 健一が、そう書いた。",
        "本当だろうか？　答えは5年後だ。TEU、COSCO、3、4。",
        "待てよ。。。と彼は言う、、、。１．５倍だ、と。",
        "題は「东京港疏浚，竞争还是合作」だ、と言う。船は、港は、空は、青い。",
        "ふねは うみへ。船は 海へ、人は 山へ、鳥は 空へ、魚は 川へ。",
        "船は速い，港は広い．人は多い，町は古い．",
        "出典:朝日 (火) で、a.b も c, d も見よ。",
    ],
)
def test_japanese_marks_and_spaces_that_are_right(body: str) -> None:
    assert said(body, "T110") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("船は速い、、と。", "“、、”"),
        ("船は速い、。", "“、。”"),
        ("一方,上海は違う。", "“,”"),
        ("一方，上海は違う。船は、港は、空は、青い。", "“，”"),
        ("船は速い．港は広い。人は多い。町は古い。", "“．”"),
        ("船は350万TEU．港は広い。人は多い。町は古い。", "“．”"),
        ("浚渫が　始まった。", "space"),
        ("東京 の港だ。", "space"),
        ("船は、 速い。", "space"),
        ("船は速い｡", "“｡”"),
    ],
)
def test_japanese_marks_and_spaces_that_are_wrong(body: str, expected: str) -> None:
    (heard,) = said(body, "T110")
    assert expected in heard


def test_chinese_marks_are_not_typed_twice() -> None:
    assert said("船很快。。港口很大，增长10%%。", "T110", "zh-Hans") == [
        "“。。”: two marks in a row",
        "“%%”: two marks in a row",
    ]
    assert said("我用iPhone、iPad（苹果)。", "T110", "zh-Hans") == []


PARAGRAPH = "十年の工事を経て、北の海岸に新しい港が開き、初めての船が夜に入った。"


@pytest.mark.parametrize("language", ["ja", "zh-Hant"])
def test_a_paragraph_pasted_twice_is_reported(language: str) -> None:
    assert said(f"{PARAGRAPH}\n\n船が来た。\n\n{PARAGRAPH}", "T104", language) == [
        "this paragraph is the same as the one in line 5"
    ]
    assert said("船が来た。\n\n誰も見ない。\n\n船が来た。", "T104", language) == []


def test_a_sentence_directly_repeated_is_reported() -> None:
    assert len(said(f"船が来た。{PARAGRAPH}{PARAGRAPH}", "T104")) == 1
    assert said("走れ。走れ。船が来た。", "T104") == []


def test_the_letters_of_an_item_without_a_citation_count() -> None:
    sources = "briefs:\n  - title: Two\n    body: |\n      Words (NYT, May 8) and (BBC, May 9).\n"
    text = around(PARAGRAPH * 2, sources)
    publication = "language: ja"
    (heard,) = said_of(text, "E101", publication=publication)
    assert heard.endswith("feature has no citation at all")
    assert said_of(around(PARAGRAPH, sources), "E101", publication=publication) == []
    (found,) = (each.finding for each in run_rules(read(text, publication=publication)) if each.code == "E101")
    assert found.label == "1 paragraph, 62 letters: none cited"


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("ja", "2026年2月29日に開く。", ["February 29 in 2026"]),
        ("ja", "４月３１日に開く。", ["April 31"]),
        ("ja", "令和6年2月29日、旧暦2月30日、4月31日間、「4月31日」、12月31日。", []),
        ("zh-Hans", "船于4月31日出港。农历2026年2月30日。", ["April 31"]),
        ("ko", "배는 13월 8일에 떠났다.", ["month 13"]),
    ],
)
def test_days_that_no_month_has(language: str, body: str, expected: list[str]) -> None:
    assert said(body, "D105", language) == [f"there is no {each}" for each in expected]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("ja", "午後13時75分に始まり、25時30分に終わる。", ["13時75分"]),
        ("zh-Hans", "会议13点75分开始，24时00分结束。", ["13点75分"]),
        ("ko", "회의는 25시 15분에 시작한다.", ["25시 15분"]),
    ],
)
def test_times_that_no_clock_shows(language: str, body: str, expected: list[str]) -> None:
    assert said(body, "D109", language) == [f"no clock shows “{each}”" for each in expected]
