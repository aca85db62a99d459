"""Which spellings `name-spelling` takes for one name, and which acronyms `acronym-mismatch` takes for slips."""

import pytest

from tests.rules.issues import around, said_of


def said(body: str, code: str, publication: str = "{}") -> list[str]:
    return [line.split(" ", 3)[3] for line in said_of(around(body), code, publication=publication)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tsai Ing-wen", "Tsai Ingwen"),
        ("Tsai Ing-wen", "Tsai Ing-Wen"),
        ("Xi’an", "Xian"),
        ("São Paulo", "Sao Paulo"),
        ("Erdoğan", "Erdogan"),
        ("Vučić", "Vucic"),
        ("Velázquez", "Velazquez"),
        ("YouTube", "Youtube"),
        ("Zelensky", "Zelenskyy"),
        ("Kyiv", "Kiev"),
        ("al-Qaeda", "al-Qaida"),
        ("Al-Qaeda", "al-Qaida"),
        ("Jamal Khashoggi", "Jamal Kashoggi"),
        ("Anna Kowalska", "Anna Kowalksa"),
        ("Flora Petersen", "Flora Peterson’s daughter"),
        ("Li Xiaolin", "Li Xiaolni"),
        ("the Central Government", "its government, the Central Goevrnment,"),
        ("the Kerala Police Act", "the Kerala Poliec Act"),
        ("Bombay High Court", "Bomaby High Court"),
    ],
)
def test_one_name_in_two_spellings_is_reported_once(one: str, other: str) -> None:
    body = f"The mayor met {one} here. They saw {one} and then saw {other} again."
    found = [line for code in ("N104", "N112") for line in said(body, code)]
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xi’an", "Xi'an"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Iran", "Iraq"),
        ("Mali", "Malis"),
        ("Niger", "Nigeria"),
        ("Georgia", "Georgian"),
        ("North Korea", "North Korean"),
        ("Ana Núñez", "Carlos Nunez"),
        ("Jon Snow", "John Snow"),
        ("Robert Petersen", "Rupert Petersen"),
        ("Christina Petersen", "Christine Petersen"),
        ("a public policy and Public Policy", "a public polity and Public Polity"),
        ("Wang Yiwei", "Wang Yiwen"),
        ("NATO", "Nato"),
        ("There", "THere"),
        ("Kyiv", "the Kiev Post"),
        ("Kyiv", "Chicken Kiev"),
        ("Résumé", "Resume"),
        ("Well", "We’ll"),
        ("Anti-Corruption", "Anticorruption"),
        ("US-China", "USChina"),
        ("High-level", "High-Level"),
        ("National Institute", "National Institutes"),
        ("Kyiv", "“Kiev”"),
        ("Kyiv", "*Kiev*"),
        ("Kyiv", "(The Kiev, May 8)"),
        ("Kyiv", "Kiev [sic]"),
        ("Četnici", "četnici"),
        ("GitHub", "Github.com"),
        ("Gómez", "Gomez, L."),
    ],
)
def test_other_names_and_other_words_are_not_one_name(one: str, other: str) -> None:
    assert said(f"The mayor met {one} here. They saw {one} and then saw {other} again.", "N112") == []


def test_a_name_in_three_spellings_is_reported_once_for_each_place() -> None:
    body = "Jamal Khashoggi wrote. Jamal Khashoggi and Jamal Kashoggi, and Kashoggi; the Quran, the Qur’an, the Koran."
    assert sorted(said(body, "N112")) == [
        "“Kashoggi” 2 times, “Khashoggi” 2 times elsewhere",
        "“Koran” here, “Qur’an” 1 time elsewhere",
        "“Quran” here, “Qur’an” 1 time elsewhere",
    ]


def test_the_known_spelling_is_right_however_rare() -> None:
    body = "She left Kiev. In Kiev it rained, but not in Kyiv."
    assert said(body, "N112") == ["“Kyiv” here, “Kiev” 2 times elsewhere"]
    known = "names: {known: [Kyiv]}"
    assert said(body, "N112", known) == ["“Kiev” 2 times, “Kyiv” 1 time elsewhere"]
    assert said(body, "N112", "names: {known: [Kyiv, Kiev]}") == []


def test_of_two_spellings_used_alike_the_one_with_accents_is_right() -> None:
    assert said("In Gdansk it rained. In Gdańsk it did not.", "N112") == ["“Gdansk” here, “Gdańsk” 1 time elsewhere"]


@pytest.mark.parametrize("words", ["Tsai Ing-Wen", "Youtube"])
def test_capitals_in_headings_are_of_their_style(words: str) -> None:
    body = f"## The {words}\n\nThey met Tsai Ing-wen on YouTube. Tsai Ing-wen and YouTube."
    assert said(body, "N112") == []


@pytest.mark.parametrize(
    ("words", "is_reported"),
    [
        ("Association of South-East Asian Nations (ASEN)", True),
        ("Shanghai Cooperation Organization (SOC)", True),
        ("Belt and Road Initiative (BIR). The BRI", True),
        ("National Development and Reform Commission (NDRE)", True),
        ("International Consortium of Investigative Journalists (ICIKJ)", True),
        ("Chinese People’s Association for Friendship with Foreign Countries (CPAFCF)", True),
        ("Association of South-East Asian Nations (ASEAN)", False),
        ("Chinese People’s Association for Friendship with Foreign Countries (CPAFFC)", False),
        ("PRC Ministry of State Security (MSS)", False),
        ("Centers for Disease Control and Prevention (CDC)", False),
        ("Doctors Without Borders (MSF)", False),
        ("Chinese Communist Party (CCP)", False),
        ("Security Service of Ukraine (SBU)", False),
        ("Directorate General for External Security (DGSE)", False),
        ("National Congress for the Defence of the People (CNDP)", False),
        ("French Research Institute of Science (FRIT)", False),
        ("People’s Liberation Army Navy (PLAN)", False),
        ("Tuberculosis Drugs Fund (TBDF)", False),
        ("Department of Defense Education Activity (DODEA)", False),
        ("Australian Strategic Policy Institute (ASPI)", False),
        ("Japan Aerospace Exploration Agency (JAXA)", False),
        ("Joint Staff Office (JOS)", False),
        ("National Development and Reform Commission (NDRE). The NDRE", False),
        ("“Association of South-East Asian Nations (ASEN)”", False),
        ("Association of South-East Asian Nations (ASEN [sic])", False),
        ("the ships (ASEN)", False),
    ],
)
def test_acronyms_one_slip_from_their_words_are_reported(words: str, is_reported: bool) -> None:  # noqa: FBT001
    assert bool(said(f"They met the {words} here.", "N111")) is is_reported


def test_an_acronym_that_the_house_knows_fits() -> None:
    body = "They met the Association of South-East Asian Nations (ASEN) here."
    assert said(body, "N111", "acronyms: {known: [ASEN]}") == []
