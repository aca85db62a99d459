"""Suggests corrections for invalid languages, countries, hosts and image paths."""

import re
from math import gcd
from typing import NamedTuple

from briefgen.expressions import expression
from briefgen.model.language_hints import find_language

_COUNTRIES = {
    "AE": "united arab emirates, uae", "AT": "austria", "AU": "australia, aus", "BE": "belgium",
    "BR": "brazil, bra", "CA": "canada, can", "CH": "switzerland", "CN": "china, prc, chn",
    "CZ": "czechia, czech republic",
    "DE": "germany, deutschland, deu, ger", "DK": "denmark", "ES": "spain", "FI": "finland",
    "FR": "france, fra", "GB": "uk, u.k., united kingdom, britain, great britain, england, gbr, scotland, wales",
    "GR": "greece", "HK": "hong kong", "ID": "indonesia", "IE": "ireland", "IL": "israel", "IN": "india, ind",
    "INT": "international, world, global, un", "IR": "iran", "IT": "italy, ita", "JP": "japan, jpn",
    "KP": "north korea, dprk", "KR": "south korea, korea, rok", "MX": "mexico", "MY": "malaysia",
    "NL": "netherlands, holland",
    "NO": "norway", "NZ": "new zealand", "PH": "philippines", "PK": "pakistan", "PL": "poland", "PT": "portugal",
    "QA": "qatar", "RU": "russia, rus", "SA": "saudi arabia", "SE": "sweden", "SG": "singapore",
    "TR": "turkey, türkiye",
    "TW": "taiwan, roc", "UA": "ukraine, ukr", "US": "usa, u.s., united states, united states of america, america",
    "VN": "vietnam", "ZA": "south africa",
}  # fmt: skip
_FOREIGN_PICTURE = expression(r"(?i)\.(?:heic|heif|svg|gif|avif|tiff?|bmp|pdf|psd|ai|eps|raw|cr2|nef|jfif|jp2|docx?)$")
_PICTURE = expression(r"(?i)[^/\\?#]+\.(?:png|jpe?g|webp)(?=$|[?#])")
_ABSOLUTE = expression(r"(?i)^(?:[a-z]:[\\/]|\\\\|~/|/(?:users|home|mnt|var|tmp|private|volumes)/|file:)")
_BELOW = expression(r"(?:^|/)(?P<path>images/.*)$")


class Suggestion(NamedTuple):
    """Advice, and the correct value if that is certain; both may be empty."""

    advice: str
    instead: str = ""


NOTHING = Suggestion("")


def suggest_language(text: str) -> Suggestion:
    """Suggest the tag of a language given by name."""
    tag = find_language(text)
    if tag:
        return Suggestion(f"write `{tag}`", tag)
    if re.search(r"[,;/&]|\band\b", text):
        return Suggestion("write one tag, for most of the text: `en`, `zh-Hans`, `pt-BR`")
    return NOTHING


def suggest_country(text: str) -> Suggestion:
    """Suggest the code of a country given by name."""
    small = text.casefold().removeprefix("the ")
    code = next((code for code, names in _COUNTRIES.items() if small in names.split(", ")), "")
    if not code and re.fullmatch("[a-z]{2}|int", small):
        code = small.upper()
    return Suggestion(f"write `{code}`", code) if code else NOTHING


def suggest_key(text: str) -> Suggestion:
    """Say which letters a key may have, if it has others."""
    has_others = any(letter.isalpha() and not letter.isascii() for letter in text)
    return Suggestion("keys have Latin letters only, a–z: write it like `xinhua-big-data`") if has_others else NOTHING


def suggest_host(text: str) -> Suggestion:
    """Suggest the host of a URL."""
    bare = re.sub(r"(?i)^(?:[a-z]+://|\*\.|@)", "", text).partition("/")[0].partition(":")[0]
    is_host = re.fullmatch(r"(?:[^\s/:@.]+\.)+[^\s/:@.]{2,}", bare) is not None and bare != text
    return Suggestion(f"write the host alone: `{bare}`", bare) if is_host else NOTHING


def suggest_image(text: str) -> Suggestion:
    """Suggest where to put a picture, and its path."""
    if re.match(r"(?i)(?:https?:)?//|data:|www\.", text):
        name = _PICTURE.search(text)
        return Suggestion(f"save the picture in the publication, and name it: `images/{_name(name)}`")
    foreign = _FOREIGN_PICTURE.search(text)
    if foreign is not None:
        stem = text[: foreign.start()].replace("\\", "/").rpartition("/")[2] or "kiel"
        return Suggestion(f"save it as PNG, JPEG or WebP, and write `images/{stem}.jpg`")
    if not _PICTURE.search(text):
        return Suggestion("write its ending too: `images/kiel.jpg`") if "." not in text else NOTHING
    if _ABSOLUTE.match(text):
        return Suggestion(f"copy it into `images/`, and write `images/{_name(_PICTURE.search(text))}`")
    path = re.sub(r"^(?:\.{0,2}/)+", "", text.strip("“”‘’\"'<>[]").replace("\\", "/")).replace("/./", "/")
    path = path[: found.end()] if (found := _PICTURE.search(path)) else path
    below = _BELOW.search(path)
    path = below["path"] if below is not None else path
    return Suggestion(f"write it as seen from the folder of issues, with slashes: `{path}`", path if below else "")


def suggest_ratio(text: str) -> Suggestion:
    """Suggest a ratio for one written in another way: `16x9`, `16/9`, `square`, `16:9 top`."""
    if text.casefold() == "square":
        return Suggestion("write `1:1`", "1:1")
    found = re.fullmatch(r"(?P<wide>\d{1,5})\s*(?:[x×/:-]|by|zu)\s*(?P<high>\d{1,5})(?P<rest>\s+[a-z ]+)?", text)
    if found is None or not int(found["wide"]) or not int(found["high"]):
        return NOTHING
    common = gcd(int(found["wide"]), int(found["high"]))
    ratio = f"{int(found['wide']) // common}:{int(found['high']) // common}"
    if found["rest"]:
        return Suggestion(f'write `{{ratio: "{ratio}", focus: {found["rest"].strip()}}}`')
    return Suggestion(f"write `{ratio}`", ratio)


def suggest_theme_key(text: str) -> Suggestion:
    """Suggest the property meant by `Accent` or `accent_color`."""
    from briefgen.model.theme_keys import nearest_theme_key  # noqa: PLC0415 - only needed for a mistyped key

    meant = nearest_theme_key(text)
    return Suggestion(f"did you mean `{meant}`?") if meant else NOTHING


def suggest_email(text: str) -> Suggestion:
    """Suggest the address in `Desk <desk@example.org>` and `mailto:desk@example.org`."""
    found = re.search(r"[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", text)
    if found is None:
        return NOTHING
    several = "@" in text[found.end() :]
    advice = f"write {'one address' if several else 'the address alone'}: `{found.group()}`"
    return Suggestion(advice, "" if several else found.group())


def _name(found: re.Match[str] | None) -> str:
    return found.group() if found is not None else "kiel.jpg"
