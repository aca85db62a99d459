"""Names of months in other languages, for dates that authors copy from sources."""

import unicodedata

from briefgen.model.months import MONTHS

# From the CLDR, in lower case and without accents; a test compares them with it. Some languages have different forms
# inside dates and stand-alone. Names that mean different months in different languages are left out.
_NAMES = (
    (
        "januar janner janvier enero gennaio janeiro januari stycznia styczen января январь січня січень ledna leden "
        "tammikuuta tammikuu ocak ianuarie ιανουαριου ιανουαριοσ يناير ינואר"
    ),
    (
        "februar feber fevrier febrero febbraio fevereiro februari lutego luty февраля февраль лютого лютии unora unor "
        "helmikuuta helmikuu subat februarie φεβρουαριου φεβρουαριοσ فبراير פברואר"
    ),
    (
        "marz mars marzo marco maart marca marzec марта март березня березень brezna brezen marts maaliskuuta "
        "maaliskuu mart martie marcius μαρτιου μαρτιοσ maret مارس מרץ"
    ),
    (
        "april avril abril aprile kwietnia kwiecien апреля апрель квітня квітень dubna duben huhtikuuta huhtikuu "
        "nisan aprilie aprilis απριλιου απριλιοσ ابريل אפריל"
    ),
    (
        "mai mayo maggio maio mei maja maj мая маи травня травень kvetna kveten toukokuuta toukokuu mayıs majus μαιου "
        "μαιοσ مايو מאי"
    ),
    (
        "juni juin junio giugno junho czerwca czerwiec июня июнь червня червень cervna cerven kesakuuta kesakuu "
        "haziran iunie junius ιουνιου ιουνιοσ يونيو יוני"
    ),
    (
        "juli juillet julio luglio julho lipca lipiec июля июль липня липень cervence cervenec heinakuuta heinakuu "
        "temmuz iulie julius ιουλιου ιουλιοσ يوليو יולי"
    ),
    (
        "august aout agosto augustus sierpnia sierpien августа август серпня серпень srpna srpen augusti elokuuta "
        "elokuu agustos augusztus αυγουστου αυγουστοσ agustus اغسطس אוגוסט"
    ),
    (
        "september septembre septiembre settembre setembro wrzesnia wrzesien сентября сентябрь вересня вересень zari "
        "syyskuuta syyskuu eylul septembrie szeptember σεπτεμβριου σεπτεμβριοσ سبتمبر ספטמבר"
    ),
    (
        "oktober octobre octubre ottobre outubro pazdziernika pazdziernik октября октябрь жовтня жовтень rijna rijen "
        "lokakuuta lokakuu ekim octombrie οκτωβριου οκτωβριοσ اكتوبر אוקטובר"
    ),
    (
        "november novembre noviembre novembro listopada listopad ноября ноябрь листопада листопад listopadu "
        "marraskuuta marraskuu kasım noiembrie νοεμβριου νοεμβριοσ نوفمبر נובמבר"
    ),
    (
        "dezember decembre diciembre dicembre dezembro december grudnia grudzien декабря декабрь грудня грудень "
        "prosince prosinec desember joulukuuta joulukuu aralık decembrie δεκεμβριου δεκεμβριοσ ديسمبر דצמבר"
    ),
)
_SHORTEST = 3


def month_number(word: str) -> int:
    """Return the number of a month from its name or an abbreviation of at least three letters; 0 if unknown.

    English takes precedence: `mar` is March, whatever it means in other languages.
    """
    folded = _fold(word)
    if folded == "sept":
        return 9
    if folded.isascii() and len(folded) >= _SHORTEST:
        english = [number for number, name in enumerate(MONTHS, start=1) if name.casefold().startswith(folded)]
        if len(english) == 1:
            return english[0]
    exact = {number for number, names in enumerate(_NAMES, start=1) if folded in names.split()}
    abbreviated = {
        number for number, names in enumerate(_NAMES, start=1) for name in names.split() if name.startswith(folded)
    }
    matching = exact or (abbreviated if len(folded) >= _SHORTEST else set())
    return matching.pop() if len(matching) == 1 else 0


def _fold(word: str) -> str:
    """Normalize a name: lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each)).strip(".")
