"""What may be the name of an outlet in a typed citation, and what a document."""

import re

from briefgen.citations.subject_names import is_subject
from briefgen.citations.typed_dates import DateReader

MAX_OUTLET = 80
MAX_WORDS_AFTER = 6

# Strings, so that `re` compiles them on first use: most groups are keyed.
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\b"
_NAME_START = (
    r"[^\W_a-z]|[a-z]\w*(?:\.\w|[A-Z])|@\w|(?:de|het|la|le|les|el|los|il)\s[A-Z]|(?:al|an|ar|as|ash|at|az|ed|el)-[A-Z]"
)
# Words that start a clause, not a name.
_CLAUSE = (
    r"(?:The|A|An|In|On|At|By|As|From|Since|Until|Before|After|During|Between|For|With|About|Of|Born|Died|Founded|"
    r"Published|Released|Updated|Retrieved|Accessed|Day|Part|Chapter|Section|Table|Figure|Phase|Version|Scenario|No\.|Nos\.|Vol\.|Fig\.)(?!\w)"
    # A part of a publication, by its number.
    r"|(?:Heft|Band|Ausgabe|Kapitel|Abschnitt|Teil|Abb|Abbildung|Tabelle|Nr|Núm|Número|Capítulo|Cap|Tomo|Tabla|Figura"
    r"|Sección|Numéro|Chapitre|Tableau|Tabela|Seção|Fascicolo|Capitolo|Nummer|Deel|[Nn]\.?[º°])\.?\s?\d"
    r"|(?:Le|La|Les|Un|Une|Der|Die|Das|Ein|Eine|El|Los|Las|Il|O|Os|De|Het|Een|Né|Née|Geboren|Nacido|Nascido|Dès"
    r"|Depuis|Seit|Desde)\s[^\W\d_A-ZÀ-ÝА-Я]"
)
_DOCUMENTS = (
    r"analys[ie]s|archives?|articles?|assessments?|blog|briefs?|briefings?|bulletins?|cables?|column|commentary"
    r"|communiqué|communique|correspondence|data|dataset|disclosures?|dispatch(?:es)?|documents?|editorial|edition|emails?"
    r"|estimates?|fact sheet|figures|filings?|findings|forecast|imagery|indictment|interviews?|investigation|issue"
    r"|leaks?|letter|memo|memorandum|memos|minutes|newsletter|notes?|notice|op-ed|outlook|papers?|podcast|polls?"
    r"|press release|press statement|publication|readout|records|release|reporting|reports?|research|review|special"
    r"|statements?|statistics|study|studies|summary|survey|testimony|text|transcripts?|translation|tweet|update|video"
    r"|website|white paper|yearbook|rapport|étude|communiqué de presse|entretien|bericht|studie|informe|estudio"
    r"|entrevista|relatório|raport|доклад|отчет|отчёт"
)
_EVIDENCE = (
    r"archives|assessment|communiqué|correspondence|data|documents|emails|estimates|figures|filings?|imagery|indictment"
    r"|interviews?|memos?|memorandum|minutes|press release|readout|records|report|reporting|reports|statements?"
    r"|statistics|study|survey|testimony|transcripts?"
)
_NUMBERED = (
    r"Advisory|Alert|Announcement|Assessment|Brief|Bulletin|Cable|Circular|Communiqué|Decision|Document|Fact Sheet"
    r"|Flash|Guidance|Handbook|Manual|Memo|Memorandum|Note|Notice|Notification|Paper|Press Release|Releases?|Reports?"
    r"|Statement|Study|Update|Warning|White Paper|Working Paper"
)
_DOCUMENT = (
    r"(?P<outlet>[A-Z][^\s,;]*(?:\s[A-Z&][^\s,;]*){0,5}?)\s"
    rf"(?P<document>(?:(?:[A-Z][a-z]+\s){{0,3}}(?:{_NUMBERED})\s(?:(?:No|Nr|nos)\.?\s?|#)?|(?:No|Nr|Issue|Vol)\.?\s|#)"
    r"(?P<mark>[\w/.#–-]*\d[\w/.–-]*))"
)
_SYMBOL = r"\s(?:[A-Z]+[/-])*[A-Z\d.-]*(?:/[A-Z\d.()-]+)+|\s\d{4}/\d+"
# A numbered plan with words behind it, a law by its name, and a day as an ordinal are no outlets.
_WORK = (
    r".*\b(?:No|Nr)\. ?\d+\s+[a-z].*|.*\s(?:Act|Bill|Treaty|Convention|Regulations|Directive)"
    r"|[A-Z][a-z]+ \d+(?:st|nd|rd|th)"
)
# Languages whose letters have no case: a Latin name among them may begin with a small letter.
_CASELESS = frozenset({"ar", "fa", "he", "ja", "ko", "zh"})
_SURNAME = r"(?:(?:de|da|di|van|von|bin|al|der|del) ){0,2}[A-ZÀ-Ý][\w’'-]+"
_PERSON = rf"(?:[A-Z]\.\s?){{0,3}}[A-ZÀ-Ý][\w’'-]+(?: [A-Z]\.?)?(?: {_SURNAME}){{1,2}}"
_PEOPLE = rf"{_PERSON}(?:(?:,| and| &|,? et) {_PERSON}){{0,3}}(?: et al\.?| and others)?"
_NO_PERSON = (
    r"\b(?:TV|News|Times|Post|Daily|Weekly|Press|Radio|Agency|Journal|Review|Magazine|Channel|Media|Today|Center|Centre"
    r"|Institute|Council|Foundation|Monitor|Watch|Bank|Ministry|University|Office|Department|Group|Forum|Quarterly"
    r"|Herald|Tribune|Gazette|Street|Affairs|Policy|Security|Defen[sc]e|International|National|Global|World)\b|\d"
)

_CLOCK = r"(?:[01]?\d|2[0-4])"
_HALF = r"\s?(?:[ap]\.?\s?m\.?|[ap]m|Uhr|hrs|hours|h|o[’']clock)"
_ZONE = r"\s(?:UTC|GMT|[A-Z]{1,4}T)(?:\s?[+–-]\d{1,2})?"
_TIME = rf"{_CLOCK}(?:[.:h][0-5]\d(?:{_HALF})?(?:{_ZONE})?|{_HALF}(?:{_ZONE})?|{_ZONE})"
_MOMENT = rf"(?i:noon|midnight)|(?:{_CLOCK}(?:[.:h][0-5]\d)?\s?[–—-]\s?)?{_TIME}"
_MONTHS = (
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?([^\W\d_]{3,12})\.?(?:(?:\s?[–—/-]\s?|\s(?:and|to)\s)([^\W\d_]{3,12})\.?)?"
)


def is_moment(text: str, dates: DateReader) -> bool:
    """Return whether a text is a month, or a time of day, and no name: `May`, `21.15 CET`."""
    if text[:1].isdigit() or text.casefold() in {"noon", "midnight"}:
        return re.fullmatch(_MOMENT, text) is not None
    months = re.fullmatch(_MONTHS, text)
    return months is not None and all(map(dates.is_month, filter(None, months.groups())))


def is_name(text: str, dates: DateReader) -> bool:
    """Return whether a text can be the name of an outlet: capitalised, short, no date, no clause, no quotation."""
    text = text.removesuffix(" et al.")
    return (
        bool(text)
        and len(text) <= MAX_OUTLET
        and bool(dates.language in _CASELESS or re.match(_NAME_START, text.removeprefix("The ")))
        and not re.match(_CLAUSE, text.removeprefix("The "))
        and not re.match(_WEEKDAY, text)
        and not re.fullmatch(_WORK, text)
        and not re.search(r"[“”«»„\"!?:~%$+=<>]|\d{3,}", text)
        and _is_mostly_capitalised(text)
        and not dates.has_date(text)
        and not is_moment(text, dates)
    )


def _is_mostly_capitalised(text: str) -> bool:
    """Distinguish `National Knowledge Center on China` from `Released in early spring`."""
    words = [word for word in re.findall(r"[^\s/-]+", text) if word[0].isalpha()]
    small = [word for word in words if word[0].islower()]
    return len(small) * 2 <= len(words) or len(words) == 1


def is_evidence(text: str, dates: DateReader) -> bool:
    """Return whether a phrase names evidence without an outlet: `congressional testimony`, `court filings`."""
    word = r"[^\W\d_][\w’'.-]*"
    shape = rf"(?!(?:the|a|an|in|on|at|by|as|no|its|their|his|her|of)\b){word}(?: {word}){{0,4}} (?:{_EVIDENCE})"
    return len(text) <= MAX_OUTLET and re.fullmatch(shape, text) is not None and not dates.has_date(text)


def names_document(text: str) -> bool:
    """Return whether words after a date or an outlet name a kind of document: `annual report`."""
    return re.search(rf"(?i)\b(?:{_DOCUMENTS})$", text) is not None


def match_document(text: str) -> re.Match[str] | None:
    """Match an outlet with a document of its own, by number: `CISA Advisory AA23-335A`."""
    found = re.fullmatch(_DOCUMENT, text) if any(map(str.isdigit, text)) else None
    return None if found is None or is_subject(found["outlet"]) else found


def is_symbol(text: str) -> bool:
    """Return whether the words after an outlet are the symbol of a document, which has no date: ` GOV/2025/24`."""
    return re.fullmatch(_SYMBOL, text) is not None


def is_person(text: str) -> bool:
    """Return whether a text looks like the name of a person, or of several."""
    return re.fullmatch(_PEOPLE, text) is not None and re.search(_NO_PERSON, text) is None
