"""Weekdays and months in languages other than English, and how a date with a weekday is written in each.

The names are those of Unicode CLDR 48, wide and in the form used in dates; a test compares them. Polish, Russian and
Ukrainian weekdays also have the form that follows “on”.
"""

from msgspec import Struct


class Calendar(Struct, frozen=True):
    """The names of a language, and the words of its dates."""

    weekdays: tuple[str, ...]
    """From Monday to Sunday."""
    months: tuple[str, ...] = ()
    """In lower case; empty if months are numbers."""
    article: str = ""
    """What may stand between weekday and day, as a regular expression."""
    ordinal: str = ""
    """What may follow the day, likewise."""
    of: str = ""
    """The word before month and year, likewise."""
    short_weekdays: tuple[str, ...] = ()
    """The weekdays abbreviated, without their full stop."""
    other_weekdays: tuple[tuple[str, int], ...] = ()
    """More names of weekdays, with their place in the week."""
    numeric: str = ""
    """What stands between day, month and year in figures; empty if that is not looked at."""


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


CALENDARS = {
    "de": Calendar(
        _names("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
        _names("januar februar märz april mai juni juli august september oktober november dezember"),
        article="de[nmr] ",
        ordinal=r"\.",
        short_weekdays=_names("Mo Di Mi Do Fr Sa So"),
        other_weekdays=(("Sonnabend", 5),),
        numeric=".",
    ),
    "es": Calendar(
        _names("lunes martes miércoles jueves viernes sábado domingo"),
        _names("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        article="(?:el |día )",
        ordinal="[.º°]",
        of="del? ",
        short_weekdays=_names("lun mar mié jue vie sáb dom"),
        numeric="/",
    ),
    "fr": Calendar(
        _names("lundi mardi mercredi jeudi vendredi samedi dimanche"),
        _names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        article="le ",
        ordinal="er",
        short_weekdays=_names("lun mar mer jeu ven sam dim"),
        numeric="/",
    ),
    "it": Calendar(
        _names("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
        _names("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        ordinal="º|°",
        short_weekdays=_names("lun mar mer gio ven sab dom"),
        numeric="/",
    ),
    "nl": Calendar(
        _names("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
        _names("januari februari maart april mei juni juli augustus september oktober november december"),
        article="de ",
        short_weekdays=_names("ma di wo do vr za zo"),
    ),
    "pl": Calendar(
        _names("poniedziałek wtorek środa czwartek piątek sobota niedziela"),
        _names("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
    ),
    "pt": Calendar(
        _names("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
        _names("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        article="dia ",
        ordinal="[.º°]",
        of="de ",
        short_weekdays=_names("seg ter qua qui sex sáb dom"),
        numeric="/",
    ),
    "ru": Calendar(
        _names("понедельник вторник среда четверг пятница суббота воскресенье"),
        _names("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ),
    "uk": Calendar(
        _names("понеділок вівторок середа четвер пʼятниця субота неділя"),
        _names("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    ),
    "ja": Calendar(_names("月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日")),
    "ko": Calendar(_names("월요일 화요일 수요일 목요일 금요일 토요일 일요일")),
    "zh": Calendar(_names("星期一 星期二 星期三 星期四 星期五 星期六 星期日")),
}
