"""An address that is accepted is the same place for every reader."""

from urllib.parse import urlsplit

import ada_url
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import UrlError, host_of, parse_link, parse_url
from tests.shared import shared_rows


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://www.nytimes.com/2023/05/10/kiel.html", "https://www.nytimes.com/2023/05/10/kiel.html"),
        (" HTTPS://Example.ORG/A?b#c ", "https://example.org/A?b#c"),
        ("http://example.org:80/", "http://example.org/"),
        ("https://example.org:8443", "https://example.org:8443"),
        ("https://example.org:08443/", "https://example.org:8443/"),
        ("https://example.org:00443/", "https://example.org/"),
        ("https://example.org/a%zz雄", "https://example.org/a%25zz%E9%9B%84"),
        ("https://münchen.de/", "https://xn--mnchen-3ya.de/"),
        ("https://xn--mnchen-3ya.de/", "https://xn--mnchen-3ya.de/"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
    ],
)
def test_an_address_is_written_as_browsers_send_it(written: str, read: str) -> None:
    assert parse_url(written) == read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("example.org", "“example.org”, which is not a web address; write `https://example.org`"),
        (
            "https:/example.org",
            "“https:/example.org”, which is not a web address; write `https://example.org`",
        ),
        ("javascript:alert(1)", "an address that begins with `javascript:`; only http and https addresses are linked"),
        (
            "https://a b.org",
            "an address that contains a space; delete it: `https://ab.org`; write `%20` only if the browser shows that",
        ),
        ("https://a\\b.org", "an address that contains “\\”; copy the address again from the browser"),
        (
            "https://a@b.org",
            "an address that contains a user name; delete everything up to the @: readers would take it for the host",
        ),
        (
            "https://[::1]/",
            "at “[::1]”, which is not the name of a host; write the host by name: `https://example.org/`",
        ),
        (
            "https://ex%61mple.org/",
            "at “ex%61mple.org”, which is not the name of a host; write the host by name: `https://example.org/`",
        ),
        ("https://example.org:x/", "“x” is not a port; delete the colon and what follows it"),
        ("https://example.org:65536/", "“65536” is not a port; delete the colon and what follows it"),
        (
            "https://127.0.0.1/",
            "at “127.0.0.1”, which is not a public host name; cite an address that every reader can open",
        ),
        ("https://0x7f.1/", "at “0x7f.1”, which is not a public host name; cite an address that every reader can open"),
        (
            "https://localhost/",
            "at “localhost”, which is not a public host name; cite an address that every reader can open",
        ),
        (
            "https://nas.local/",
            "at “nas.local”, which is not a public host name; cite an address that every reader can open",
        ),
        (
            "https://xn--a.org/",
            "at “xn--a.org”, which is not the name of a host; copy the address again from the browser",
        ),
        (
            "https://a\u0300\u05d0.org/",
            "at “a\u0300\u05d0.org”, which is not the name of a host; copy the address again from the browser",
        ),
        (
            "https://example.org/" + "x" * 2048,
            "an address of 2068 characters; the limit is 2048: delete the tracking parameters",
        ),
    ],
)
def test_urls_that_programs_read_differently_are_refused(written: str, said: str) -> None:
    with pytest.raises(UrlError) as caught:
        parse_url(written)
    assert f"{caught.value}; {caught.value.hint}" == said


def test_links_may_lead_to_a_mailbox_and_to_nothing_else_than_the_web() -> None:
    assert parse_link("mailto:desk@example.org?subject=Kiel") == "mailto:desk@example.org?subject=Kiel"
    assert parse_link("https://Example.org") == "https://example.org"
    for address in ("", "/a", "#a", "ftp://example.org", "mailto:a b", "data:text/html,x"):
        with pytest.raises(UrlError):
            parse_link(address)


def test_the_host_of_an_address() -> None:
    assert host_of("https://example.org:8443/a") == "example.org"
    assert host_of("") == ""


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda rest: f"https://{rest}"))
def test_any_text_is_an_address_or_refused_and_an_address_stays_the_same(text: str) -> None:
    try:
        address = parse_url(text)
    except UrlError:
        return
    assert address.isascii()
    assert parse_url(address) == address
    assert urlsplit(address).hostname == host_of(address)


def test_recorded_attacks_are_accepted_or_refused_as_expected() -> None:
    for row in shared_rows("hostile/attacks/urls.jsonl"):
        try:
            host = host_of(parse_url(row["url"]))
        except UrlError:
            assert row["expect"] != "accept", row
        else:
            assert row["expect"] != "reject", row
            assert row["ascii_host"] in {None, host}, row


def test_no_address_of_the_browsers_own_suite_is_read_as_another_host() -> None:
    accepted = 0
    for row in shared_rows("hostile/url/urltestdata.jsonl"):
        try:
            address = parse_url(row["input"])
        except UrlError:
            continue
        accepted += 1
        assert not row.get("failure"), row
        assert f"{urlsplit(address).scheme}:" == row["protocol"], row
        assert host_of(address) == row["hostname"], row
    assert accepted >= 40


# What browsers map to other characters, drop, or refuse, and what they read as an IP address, a port or a user.
ODD = st.sampled_from([
    "a", "example", ".", "-", "xn--", "xn--mnchen-3ya", "xn--a", "Ⓐ", "①", "。", "．", "｡", "\u00ad", "\u200b",
    "\u200d", "\u2060", "\u202e", "\u2066", "\ufeff", "%61", "%2e", "%", "0x7f", "127", "017", "1", "１", "ﬁ", "ß", "ẞ",
    "İ", "ä",
    "日本", "\u0301", "\u05d0", "٣", "_", "@", "\\", "\t", "\n", ":", "[", "]", "org", "com", "℀", "⅓", "㎒", "·",
    "\u0640", "|", "^", "<", '"', "☃", "💩", "\u034f", "\ufe0f",
])  # fmt: skip
PORTS = st.sampled_from(
    ["", ":", ":0", ":00443", ":080", ":443", ":80", ":08443", ":65536", ":１", ":8 ", ":-1", ":1e3"]
)
ADDRESSES = st.builds(
    "{}://{}{}{}{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    st.lists(ODD | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6).map("".join),
    st.sampled_from(["", ".org", ".com"]),
    PORTS,
    st.sampled_from(["", "/", "/a?b#c", "?x", "#y", "/é%zz"]),
)


def check_as_a_browser(written: str) -> None:
    """Check that an address is refused, or leads where a browser goes with it as it is written, and shows that host."""
    try:
        address = parse_url(written)
    except UrlError:
        return
    browsers = ada_url.URL(written)
    assert (browsers.protocol, browsers.host) == (ada_url.URL(address).protocol, ada_url.URL(address).host)
    assert address.startswith(f"{browsers.protocol}//{browsers.host}")
    assert address.removeprefix(f"{browsers.protocol}//{browsers.host}")[:1] in {"", "/", "?", "#"}


@settings(max_examples=150)
@given(ADDRESSES)
def test_an_odd_address_is_refused_or_is_what_a_browser_makes_of_it(written: str) -> None:
    check_as_a_browser(written)


@pytest.mark.nightly
@settings(max_examples=20_000)
@given(ADDRESSES)
def test_many_odd_addresses_are_refused_or_are_what_a_browser_makes_of_them(written: str) -> None:
    check_as_a_browser(written)


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://ⓔxample.org", "example.org"),
        ("https://ex\u00adample。org", "example.org"),
        ("https://ﬁ．org", "fi.org"),
        ("https://а.com", "xn--80a.com"),
        ("https://ex\u200bample.org", None),
        ("https://\u202eexample.org", None),
        ("https://ex%61mple.org", None),
        ("https://127.1", None),
        ("https://0x7f000001", None),
        ("https://017700000001", None),
        ("https://１２７.0.0.1", None),
        ("https://apple.com@evil.example.org", None),
        ("https://evil.example.org\\@apple.com", None),
        ("https://exa\tmple.org", None),
    ],
)
def test_hosts_in_disguise_are_shown_as_they_are_or_refused(written: str, host: str | None) -> None:
    if host is None:
        with pytest.raises(UrlError):
            parse_url(written)
        return
    assert host_of(parse_url(written)) == host == ada_url.URL(written).host
