"""How other languages write the times of day: `25.15 Uhr`, `a las 25:15`, `à 25 h 15`."""

from briefgen.prose import Pattern

_START = r"(?<![\w.,:/$£€-])"
_BARE = r"(?P<hour>\d\d?)[:.](?P<minute>\d\d)(?![\d:%]|[.,]\d)"
_COLON = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?![\d:%]|[.,]\d)"
_DIGITS = tuple("0123456789０１２３４５６７８９")

TIMES = {
    "de": Pattern(rf"{_START}(?P<time>{_BARE}\sUhr)(?!\w)", literals=("Uhr",), also=_DIGITS, reach=12),
    "es": Pattern(
        rf"(?<!\w)(?:[Aa]|[Hh]asta|[Dd]esde|[Dd]e|[Ss]on|[Ss]obre)\slas?\s(?P<time>{_COLON})",
        literals=("la ", "las "), also=_DIGITS, reach=24,
    ),
    "fr": Pattern(
        r"(?<!\w)(?:[Àà]|[Vv]ers|[Dd]ès|[Jj]usqu[’']à)\s(?P<time>(?P<hour>\d\d?)\s?h\s?(?P<minute>\d\d))(?!\d)",
        literals=("h",), also=_DIGITS, reach=16,
    ),
    "it": Pattern(
        rf"(?<!\w)(?:[Aa]lle|[Dd]alle|ore)\s(?P<time>{_BARE})", literals=("lle ", "ore "), also=_DIGITS, reach=20
    ),
    # Japanese evenings go on: 25時 is one in the morning. Only its minutes are looked at.
    "ja": Pattern(
        r"(?<!\d)(?P<time>(?P<hour>\d\d?)時(?P<minute>\d\d)分)(?<![0-5０-５]\d分)",
        literals=("時",), also=_DIGITS, reach=12,
    ),
    "ko": Pattern(
        r"(?<!\d)(?P<time>(?P<hour>\d\d?)\s?시\s?(?P<minute>\d\d)분)", literals=("시",), also=_DIGITS, reach=12
    ),
    "zh": Pattern(
        r"(?<!\d)(?P<time>(?P<hour>\d\d?)[时時点點](?P<minute>\d\d)分)",
        literals=tuple("时時点點"), also=_DIGITS, reach=12,
    ),
    "nl": Pattern(rf"{_START}(?P<time>{_BARE}\suur)(?!\w)", literals=("uur",), also=_DIGITS, reach=12),
    "pt": Pattern(
        r"(?<!\w)[Àà]s\s(?P<time>(?P<hour>\d\d?)[:h](?P<minute>\d\d))(?![\d:%])", literals=("às ", "Às "),
        also=_DIGITS, reach=16,
    ),
}  # fmt: skip
