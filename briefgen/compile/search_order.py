"""Brings what Pagefind leaves in the order of a hash table into an order, so that the same issues give the same bytes.

That is the order of the filters and of their values. The files are CBOR, compressed, and named after their content.
"""

import gzip
from collections.abc import Mapping
from hashlib import sha256

import msgspec

_MARK = b"pagefind_dcd"
_FILTER = "filter/"
_FILTER_ENDING = ".pf_filter"
_META_ENDING = ".pf_meta"
_DIGITS = 10

_Values = tuple[str, list[tuple[str, list[int]]]]
"""The name of a filter; each value, with the places of its pages in the list of pages."""
_Meta = tuple[str, object, object, list[tuple[str, str]], object, object]
"""A version, pages, parts of the index, filters with the names of their files, orders, and names of facts."""


def settle_order(files: Mapping[str, bytes], entry: str) -> dict[str, bytes]:
    """Return the files of an index, in which all that has no order of its own is sorted.

    `entry` is the path of the file that names the others. Files of another form than Pagefind 1.5 gives them stay as
    they are.
    """
    try:
        return _settle(dict(files), entry)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, KeyError, EOFError, OSError):
        return dict(files)


def _settle(files: dict[str, bytes], entry: str) -> dict[str, bytes]:
    renamed: dict[str, str] = {}
    for path in [path for path in files if path.endswith(_FILTER_ENDING)]:
        name, values = msgspec.convert(_unpack(files.pop(path)), type=_Values)
        content = _pack((name, sorted(values)))
        old = path.removeprefix(_FILTER).removesuffix(_FILTER_ENDING)
        renamed[old] = f"{old.partition('_')[0]}_{_digest(content)}"
        files[f"{_FILTER}{renamed[old]}{_FILTER_ENDING}"] = content
    contents = msgspec.json.decode(files[entry], type=dict[str, object])
    languages = msgspec.convert(contents["languages"], type=dict[str, dict[str, object]])
    for language in languages.values():
        path = f"pagefind.{language['hash']}{_META_ENDING}"
        version, pages, parts, filters, *others = msgspec.convert(_unpack(files.pop(path)), type=_Meta)
        named = sorted((name, renamed[file]) for name, file in filters)
        content = _pack((version, pages, parts, named, *others))
        language["hash"] = f"{str(language['hash']).partition('_')[0]}_{_digest(content)}"
        files[f"pagefind.{language['hash']}{_META_ENDING}"] = content
    return files | {entry: msgspec.json.encode(contents | {"languages": dict(sorted(languages.items()))})}


def _unpack(content: bytes) -> object:
    import cbor2  # noqa: PLC0415 - only sites with a search need it

    data = gzip.decompress(content)
    if not data.startswith(_MARK):
        raise ValueError("not a file of Pagefind")
    return cbor2.loads(data.removeprefix(_MARK))


def _pack(data: object) -> bytes:
    import cbor2  # noqa: PLC0415 - as above

    return gzip.compress(_MARK + cbor2.dumps(data), mtime=0)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:_DIGITS]
