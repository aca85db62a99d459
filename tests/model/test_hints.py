"""Common wrong dates and URLs, and the proposed corrections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import UrlError, parse_date, parse_url
from briefgen.model.date_hints import suggest_date
from briefgen.model.url_hints import find_address_slip


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("March 8, 2024", "2024-03-08"),
        ("Mar. 8th, 2024", "2024-03-08"),
        ("8 March 2024", "2024-03-08"),
        ("8th of March, 2024", "2024-03-08"),
        ("Friday, March 8, 2024", "2024-03-08"),
        ("Sept 3, 2024", "2024-09-03"),
        ("2024 March 8", "2024-03-08"),
        ("March 2024", "2024-03"),
        ("2024/3/8", "2024-03-08"),
        ("2024-3", "2024-03"),
        ("2024-03-08T10:00Z", "2024-03-08"),
        ("20240308", "2024-03-08"),
        ("8.3.2024", "2024-03-08"),
        ("3/28/2024", "2024-03-28"),
        ("28/3/2024", "2024-03-28"),
        ("3/3/2024", "2024-03-03"),
        ("2024-28-03", "2024-03-28"),
        ("2024-03-08,", "2024-03-08"),
        ("n.d.", "undated"),
        ("No date", "undated"),
        ("forthcoming", "undated"),
        ("Spring 2024", "2024"),
        ("late summer 2024", "2024"),
        ("c. 2024", "2024"),
        ("2024?", "2024"),
        ("Q2 2024", "2024"),
        ("2023–2024", "2023"),
        ("2023/24", "2023"),
        ("the 2024", "2024"),
        ("early 2024", "2024"),
        ("© 2024", "2024"),
        ("Winter 2023/24", "2023"),
        ("2024–03–08", "2024-03-08"),
        ("8. März 2024", "2024-03-08"),
        ("Freitag, 8. März 2024", "2024-03-08"),
        ("vendredi 1er mars 2024", "2024-03-01"),
        ("8 de marzo de 2024", "2024-03-08"),
        ("8 марта 2024 г.", "2024-03-08"),
        ("8 marca 2024", "2024-03-08"),
        ("2024年3月8日（周五）", "2024-03-08"),
        ("令和6年3月8日", "2024-03-08"),
        ("2024년 3월 8일", "2024-03-08"),
        ("٨ مارس ٢٠٢٤", "2024-03-08"),
        ("Fri, 08 Mar 2024 09:00:00 +0000", "2024-03-08"),
        ("8. 3. 2024", "2024-03-08"),
        ("20240308120000", "2024-03-08"),
        ("Dezember 2023", "2023-12"),
        ("2O24-03-l8", "2024-03-18"),
        ("2024 - 03 - 08", "2024-03-08"),
        ("2024-03-08 (Fri)", "2024-03-08"),
        ("2024-03-08Z", "2024-03-08"),
        ("03/2024", "2024-03"),
        ("Mid-2024", "2024"),
        ("undatd", "undated"),
    ],
)
def test_a_date_that_is_certain_is_written_out(written: str, instead: str) -> None:
    hint = suggest_date(written, to_the_day=False)
    assert hint.instead == instead
    assert f"`{instead}`" in hint.advice


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("3/8/2024", "write `2024-03-08` or `2024-08-03`, whichever you mean"),
        ("8-Mar-24", "write the year with four digits: `2024-03-08`"),
        ("2024-03-08 to 2024-03-09", "write the first day alone: `2024-03-08`"),
        ("today", "write the day itself: `2023-05-12`"),
        ("May 9", "add the year, as in `2023-05-09`"),
        ("Tue 9 May", "add the year, as in `2023-05-09`"),
        ("May 9-10, 2024", "write the first day alone: `2024-05-09`"),
        ("2024-03-08, 2024-03-09", "write the first day alone: `2024-03-08`"),
        ("2024-03-08 updated 2024-03-09", "write the first day alone: `2024-03-08`"),
        ("soon", "write year, month, day: `2023-05-12`"),
        ("Juno 3, 2024", "write year, month, day: `2023-05-12`"),
        ("Ma 3, 2024", "write year, month, day: `2023-05-12`"),
        ("99/99/2024", "write year, month, day: `2023-05-12`"),
        ("February 30, 2024", "write year, month, day: `2023-05-12`"),
        ("2024-13", "write year, month, day: `2023-05-12`"),
    ],
)
def test_a_date_that_is_not_certain_is_left_to_its_author(written: str, advice: str) -> None:
    assert suggest_date(written, to_the_day=False) == ("", advice)


@pytest.mark.parametrize("written", ["n.d.", "Spring 2024", "2024?"])
def test_no_year_is_proposed_where_a_day_is_wanted(written: str) -> None:
    assert suggest_date(written, to_the_day=True) == ("", "write year, month, day: `2023-05-12`")


@given(
    st.text(max_size=20)
    | st.from_regex(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", fullmatch=True)
)
def test_proposals_are_valid_dates(text: str) -> None:
    instead = suggest_date(text, to_the_day=False).instead
    if instead and instead != "0000":
        parse_date(instead)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("www.kiel.de/gate", "https://www.kiel.de/gate"),
        ("//kiel.de", "https://kiel.de"),
        ("<https://kiel.de/gate>", "https://kiel.de/gate"),
        ("“https://kiel.de/gate”", "https://kiel.de/gate"),
        ("[the gate](https://kiel.de/gate)", "https://kiel.de/gate"),
        ("[https://kiel.de/gate]", "https://kiel.de/gate"),
        ("https:/kiel.de/gate", "https://kiel.de/gate"),
        ("https//kiel.de/gate", "https://kiel.de/gate"),
        ("htps://kiel.de/gate", "https://kiel.de/gate"),
        ("ttp://kiel.de/gate", "http://kiel.de/gate"),
        ("doi:10.1234/abc.5", "https://doi.org/10.1234/abc.5"),
        ("10.1234/abc.5", "https://doi.org/10.1234/abc.5"),
        ("https;//kiel.de/gate", "https://kiel.de/gate"),
        (r"https:\\kiel.de/gate", "https://kiel.de/gate"),
        ("https:// kiel.de/gate", "https://kiel.de/gate"),
        ("URL: https://kiel.de/gate", "https://kiel.de/gate"),
        ("https://kiel.de/gate (paywalled)", "https://kiel.de/gate"),
        ("https://kiel.de/gate,", "https://kiel.de/gate"),
        ("arXiv:2301.00001", "https://arxiv.org/abs/2301.00001"),
    ],
)
def test_an_address_that_is_certain_is_written_out(written: str, instead: str) -> None:
    slip = find_address_slip(written)
    assert slip is not None
    assert slip.instead == instead
    assert slip.advice.endswith(f"`{instead}`")
    assert parse_url(instead) == instead
    with pytest.raises(UrlError):
        parse_url(written)


@pytest.mark.parametrize(
    ("written", "message", "advice"),
    [
        (
            "https://kiel.de/a, https://kiel.de/b",
            "two addresses in one value",
            "keep one, such as `https://kiel.de/a`; each source has one address",
        ),
        (
            "https://kiel.de/a and https://kiel.de/b",
            "two addresses in one value",
            "keep one, such as `https://kiel.de/a`; each source has one address",
        ),
        (
            "https://kiel.de/the gate",
            "an address that contains a space",
            "delete it if the address goes on behind it: `https://kiel.de/thegate`; if not, keep `https://kiel.de/the`",
        ),
        ("n/a", "“n/a”, which is not a web address", "delete the key; `print: true` says why there is no address"),
        (
            "ISBN 978-3-16-148410-0",
            "“ISBN 978-3-16-148410-0”, which is not a web address",
            "delete the key; write `print: true`, and the number in `note:`",
        ),
        (
            "https://kiel.de/ga…",
            "an address that was cut off at “…”",
            "copy the whole address from the browser",
        ),
        ("desk@kiel.de", "“desk@kiel.de”, a mail address", "write the address of a page, or delete the key"),
        (r"C:\gate.pdf", r"“C:\gate.pdf”, a file of your own", "readers cannot open it: write the address of a page"),
        ("~/gate.pdf", "“~/gate.pdf”, a file of your own", "readers cannot open it: write the address of a page"),
        (
            "ja/newsletters/gate",
            "“ja/newsletters/gate”, which is not a web address",
            "write the whole address, from `https://` on, as the browser shows it",
        ),
        (
            "#the-gate",
            "“#the-gate”, a place within a page",
            "write the address of the page before it; to refer to another item of the issue, name it in the text",
        ),
        (
            "see the desk",
            "“see the desk”, which is not a web address",
            "write the whole address, from `https://` on, as the browser shows it",
        ),
    ],
)
def test_an_address_that_is_not_certain_is_left_to_its_author(written: str, message: str, advice: str) -> None:
    assert find_address_slip(written) == (message, advice, "")


@pytest.mark.parametrize("written", ["https://kiel.de/gate", "HTTPS://Kiel.de", "javascript:alert(1)", "ftp://kiel.de"])
def test_other_addresses_get_no_hint(written: str) -> None:
    assert find_address_slip(written) is None


@given(st.text(max_size=40))
def test_proposals_for_an_address_get_no_hint_themselves(text: str) -> None:
    slip = find_address_slip(text)
    if slip is not None and slip.instead:
        again = find_address_slip(slip.instead)
        assert again is None or again.instead != slip.instead
