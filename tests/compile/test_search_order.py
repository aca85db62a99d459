"""The order of the filters in the index of the search, which Pagefind leaves to chance."""

import gzip
import json

import cbor2

from briefgen.compile.search_order import settle_order

ENTRY = "pagefind-entry.json"
YEAR = ["year", [["2023", [1]], ["2024", [0]]]]
OUTLET = ["outlet", [["NYT", [0, 1]]]]


def pack(data: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(data))


def unpack(content: bytes) -> object:
    return cbor2.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))


def make(*, reverse: bool) -> dict[str, bytes]:
    """Return an index as Pagefind may write it; `reverse` tells two runs apart."""
    year = ["year", YEAR[1][::-1]] if reverse else YEAR
    named = [["year", f"en_y{reverse:d}"], ["outlet", "en_out"]]
    meta = ["1.5.2", [["en_a", 3]], [["a", "z", "en_i"]], named[::-1] if reverse else named, [], ["title"]]
    return {
        "fragment/en_a.pf_fragment": b"words",
        f"filter/en_y{reverse:d}.pf_filter": pack(year),
        "filter/en_out.pf_filter": pack(OUTLET),
        f"pagefind.en_m{reverse:d}.pf_meta": pack(meta),
        ENTRY: json.dumps(
            {"version": "1.5.2", "languages": {"en": {"hash": f"en_m{reverse:d}", "wasm": "en"}}}
        ).encode(),
    }


def test_two_runs_give_the_same_files() -> None:
    first, second = (settle_order(make(reverse=reverse), ENTRY) for reverse in (False, True))
    assert first == second
    assert make(reverse=False) != make(reverse=True)


def test_the_files_still_name_each_other() -> None:
    files = settle_order(make(reverse=True), ENTRY)
    entry = json.loads(files[ENTRY])
    assert entry["version"] == "1.5.2"
    meta = unpack(files[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    assert isinstance(meta, list)
    filters = [unpack(files[f"filter/{file}.pf_filter"]) for _, file in meta[3]]
    assert filters == [OUTLET, YEAR]
    assert files["fragment/en_a.pf_fragment"] == b"words"
    assert len(files) == 5


def test_files_of_another_form_stay_as_they_are() -> None:
    files = make(reverse=False)
    for odd in (pack(["year"]), pack({"year": 1}), gzip.compress(b"x"), b"x"):
        changed = files | {"filter/en_out.pf_filter": odd}
        assert settle_order(changed, ENTRY) == changed
    for odd in (b"{", b"{}", b'{"languages": {"en": {"hash": "en_x"}}}'):
        assert settle_order(files | {ENTRY: odd}, ENTRY) == files | {ENTRY: odd}
