"""Han characters: which of the two Chinese scripts they belong to."""

_NATIONAL = {"simplified": "gb2312", "traditional": "big5"}


def is_hanzi(character: str) -> bool:
    """Say whether a character is one of the 28,000 Hanzi that texts are written with."""
    return "\u3400" <= character <= "\u9fff"


def is_kana(character: str) -> bool:
    """Say whether a character is a letter of one of the two Japanese syllabaries."""
    return "\u3041" <= character <= "\u3096" or "\u30a1" <= character <= "\u30fa"


def is_undecided(han: str) -> bool:
    """Say whether neither script holds all characters of a run; those of both are taken for simplified ones."""
    return not any(_fits(han, encoding) for encoding in _NATIONAL.values())


def mixes_scripts(han: str) -> bool:
    """Say whether some characters are only simplified and others only traditional.

    GB 2312 (1980) holds the simplified characters, Big5 (1984) the traditional ones.
    """
    one, other = _NATIONAL.values()
    has_simplified = any(_fits(each, one) and not _fits(each, other) for each in han)
    return has_simplified and any(_fits(each, other) and not _fits(each, one) for each in han)


def _fits(han: str, encoding: str) -> bool:
    try:
        han.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
