"""Whether an English word begins with the sound of a vowel, which decides between “a” and “an”."""

import re
from typing import Literal

Sound = Literal["vowel", "consonant"]

# The names of these letters begin with a vowel: “an MP”.
_SPOKEN_VOWELS = frozenset("AEFHILMNORSX")
# Words of letters that everybody spells out, or everybody reads, though they might be the other.
_SPELLED_OUT = frozenset({
    "FBI", "FCC", "FDA", "FTC", "HIV", "HMRC", "HTML", "HTTP", "HTTPS", "LCD", "LGBT", "LGBTQ", "LLM", "LNG", "MBA",
    "MEP", "MLB", "MP", "MRI", "MSNBC", "MSP", "MVP", "NBA", "NDA", "NFL", "NGO", "NHL", "NHS", "NSA", "NYU", "RSS",
    "RSVP", "SMS", "SSD", "SSH", "SSL", "SUV", "XML",
})  # fmt: skip
_WITH_YOU = frozenset({
    "UAE", "UAW", "UCLA", "UEFA", "UFO", "UI", "UK", "UKIP", "UN", "UNESCO", "UNICEF", "US", "USB", "USDA", "USSR",
    "UV", "UX",
})  # fmt: skip
# An “h” that is silent, and words in which some leave it out.
_SILENT_H = r"(?:hour(?!i)|honest|honou?r(?!iu)|heir)"
_UNSURE_H = (
    r"h(?:abit|allucin|armon|aw|ebr|ellen|erb|ered|ero|ex|ilar|ispan|istor|omage|ors\b|otel|umanit|umble|ungar|ydr|yg|yp|"
    r"yster)"
)
_U_VOWEL = r"u(?:dder|gl|l[ct]|mb|mp|n(?:a(?!nim)|[b-hj-z]|i(?:[nm]|d(?!ad)))|p|r(?:b|g|n\b|n[es])|sh|tm|tt)"
_U_CONSONANT = (
    r"u(?:biq|krain|kulele|nani|ni(?:[cfloqtv]|son)|ran|ri[cn]|ruguay|s(?:ab|ag|e|in|u)|t(?:ah|en|er|il|op)|ganda)"
)
_CONSONANTS = "BCDGJKPQTVWYZ"
_NUMBER = r"[$£€]?(\d+)"
# Words in small letters that are read letter by letter.
_SPELLED = frozenset({"lan", "led", "mou", "roi", "sas", "sec", "seo", "sos", "ui", "ux"})


def find_first_sound(word: str) -> Sound | None:
    """Return the sound that a word, a figure or an acronym begins with; None where readers differ."""
    if word[0] in "$£€" or word[0].isdigit():
        return _of_number(word)
    stem = re.match(r"[^\W_]*", word)[0]  # type: ignore[index]  # an empty string matches
    rest = word[len(stem) :]
    if not stem.isascii() or not stem.isalpha():
        return None
    if len(stem) == 1:
        return _of_letter(stem, rest)
    if stem.isupper():
        return _of_acronym(stem)
    if stem[1:] != stem[1:].lower():
        return _of_brand(stem)
    return _of_word(stem.lower(), is_name=stem[0].isupper())


def _of_number(word: str) -> Sound | None:
    found = re.match(_NUMBER, word)
    if found is None or "/" in word:
        return None
    digits = found[1]
    if digits[0] == "8":
        return "vowel"
    if digits in {"11", "18"}:
        return "vowel"
    if digits[0] == "0" or (len(digits) == 4 and digits[:2] in {"11", "18"}):  # noqa: PLR2004 - “eleven hundred”
        return None
    return "consonant"


def _of_letter(letter: str, rest: str) -> Sound | None:
    """Return the sound of a letter that stands alone, or begins “X-ray” or “U.S.”."""
    if not rest and letter in "AIai":
        return None
    if (not rest and letter.islower()) or rest[:1] == "_":
        return None
    return "vowel" if letter.upper() in _SPOKEN_VOWELS else "consonant"


def _of_acronym(word: str) -> Sound | None:
    if word[0] in _CONSONANTS or word in _WITH_YOU:
        return "consonant"
    is_vowel = word[0] in "AEIO" and not re.match(r"AA|EU.|ONE|ONCE|OU|[IVX]+\Z", word)
    return "vowel" if is_vowel or word in _SPELLED_OUT else None


def _of_brand(word: str) -> Sound | None:
    """Return the sound of a word with capitals inside, whether it is read or spelled: “PhD”, “OpenAI”."""
    if word[0] in _CONSONANTS or word.startswith("One"):
        return "consonant"
    is_vowel = (word[0] in "AIO" and not word.startswith("Ou")) or word.startswith(("iPhone", "iPad", "iOS"))
    return "vowel" if is_vowel else None


def _of_word(word: str, *, is_name: bool) -> Sound | None:
    first = word[0]
    if first in "aeiou":
        return _of_vowel(word, is_name=is_name)
    if first == "h":
        if re.match(_SILENT_H, word):
            return "vowel"
        return None if re.match(_UNSURE_H, word) or word[1] not in "aeiouy" else "consonant"
    if word in _SPELLED:
        return None
    # Letters that are read one by one, such as “npm” and “nginx”, stand for no first sound of an English word.
    likely = {"f": "aeioulry", "l": "aeiouy", "m": "aeiouy", "n": "aeiouy", "r": "aeiouyh", "s": "aeiouychklmnpqtw"}
    onset = {**likely, "x": "e", "y": "aeiou"}.get(first)
    if (onset is not None and word[1] not in onset) or not re.search("[aeiouy]", word):
        return None
    return "consonant"


def _of_vowel(word: str, *, is_name: bool) -> Sound | None:
    match word[0]:
        case "e":
            return "consonant" if re.match("eu(?!ler)|ewe", word) else "vowel"
        case "i":
            return None if is_name and re.match("i[aeou](?!n|wa)", word) else "vowel"
        case "o":
            if re.fullmatch("one|once|ones|oneself|oneness", word):
                return "consonant"
            return None if re.match("ou[aij]|oa[^kfrst]", word) else "vowel"
        case "u":
            return "vowel" if re.match(_U_VOWEL, word) else "consonant" if re.match(_U_CONSONANT, word) else None
        case _:
            return "vowel"
