"""Names that stand before a date without being outlets: companies, meetings, events, buildings, people."""

import re

from briefgen.citations.company_names import COMPANIES
from briefgen.citations.place_names import is_place


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What has a name and a day without publishing anything, by the last word of its name.
_THINGS = _words("""
    Airbase Airfield Airline Airlines Airport Airways Base Bay Beach Bridge Camp Canal Cathedral Church City County
    Creek Dam Depot Desert District Falls Field Garrison Gulf Harbor Harbour Heights Hospital Hotel Island Islands
    Lake Mall Mine Mosque Mountain Mountains Palace Park Peninsula Pipeline Plant Plaza Port Prefecture Prison
    Province Reef Refinery Reservoir River Sea Shipyard Shoal Square Stadium Station Strait Straits Synagogue Temple
    Terminal Theater Theatre Tower Tunnel Valley Village Volcano
""")
# What happens, in small letters too: `Wagner mutiny`.
_EVENTS = _words("""
    accord accords agreement armistice assassination attack attacks battle bombing ceasefire ceremony championship
    championships conference convention convoy coup crisis cup debate declaration disaster earthquake election
    elections exercise festival final games genocide incident inauguration insurrection intervention invasion launch
    massacre meeting mission mutiny negotiations offensive olympics pact parade plenum primary protest protests
    protocol raid referendum revolt revolution riot riots session siege strike strikes summit surge talks test
    treaty trial truce tsunami uprising visit vote war withdrawal accord bataille conférence élection élections
    guerre sommet traité gipfel krieg schlacht treffen urteil vertrag wahl batalla cumbre elecciones guerra tratado
    acordo batalha cúpula eleições bitwa szczyt traktat wojna wybory oorlog slag verdrag битва война выборы договор
    саммит війна саміт
""")
_ROLES = _words("""
    admiral ambassador analyst author candidate chair chairman chief co-founder commander director editor engineer
    envoy founder general governor head judge leader mayor member members minister officer owner president professor
    secretary senator spokesman spokesperson spokeswoman veteran victim victims
""")
# The last words of the names of companies.
_FIRMS = _words("""
    Aerospace Biotech Chemical Chemicals Co Co. Corp Corp. Corporation Electric Electronics Foods GmbH Holdings Inc
    Inc. Industries Line Lines Logistics Ltd Ltd. LLC LLP Marine Materials Microelectronics Motor Motors Oil
    Petroleum Pharma Pharmaceutical Pharmaceuticals PLC Railway Railways SA S.A. Semiconductor Semiconductors
    Shipbuilding Shipping Steel Systems Technologies Telecom Wireless
""")
# What may be a journal, and with a day is a gathering.
_GATHERINGS = _words("""
    Dialogue Expo Exposition Fair Forum Gathering Marathon Regatta Show Symposium Week Workshop
""")
# Verbs after a name: `Nasrallah killed`.
_VERBS = _words("""
    begins begun born dies ends hit falls fell hits joins killed lost opens shot struck sunk won
""")
# The first words of the names of operations, ships, laws and people with a title.
_FIRST = _words("""
    Operation Exercise Hurricane Typhoon Cyclone Storm Flight Hull USS HMS INS RFS Mount Lake Fort Camp Highway
    Route Pier Hall Room Apollo Soyuz Shenzhou Sen. Rep. Gov. President Premier Chancellor Gen. Adm. Admiral Col.
    Colonel Capt. Captain Major Lieutenant Judge King Queen Pope Prince Princess Minister Senator Representative
    Congressman Congresswoman Governor Ambassador Secretary Dr. Mr. Mrs. Ms. Sheikh Ayatollah Imam H.R. Sommet
    Traité Accord Guerre Bataille Conférence Élection Élections Gipfel Wahl Krieg Schlacht Vertrag Treffen Cumbre
    Tratado Guerra Batalla Elecciones Acordo Cúpula Eleições Batalha Szczyt Wojna Bitwa Traktat Wybory Verdrag
    Oorlog Саммит Война Битва Договор Выборы Саміт Війна
""")
_FIRST_TWO = ("Prime Minister ", "Crown Prince ", "Executive Order ", "Public Law ")
# `Bay of Pigs`, `Battle of Bakhmut`, `War in Donbas`.
_OF = (
    r"(?:Bay|City|Gulf|Isle|Port|Province|Sea|State|Strait|Straits|Town|Village) of\s"
    r"|(?P<event>[^\W\d_]+) (?:of|in|at|for)\s"
)
# Days of the calendar, units of armed forces, quarters, groups of states, and a politician’s party and state.
_OTHERS = (
    r"(?:\w+\s)?(?:Day|Eve|New Year)|Ramadan|Nowruz|Easter|Christmas|Eid(?: al-\w+)?|Diwali|Passover|Yom Kippur"
    r"|Rosh Hashanah|Tet|Juneteenth|Thanksgiving|Ashura|Arbaeen|Songkran|Hanukkah|Golden Week|Qingming"
    r"|\d+(?:st|nd|rd|th)\s(?:\w+\s)*(?:Army|Battalion|Brigade|Corps|Division|Fleet|Regiment|Squadron|Wing)"
    r"|[QH][1-4]|G\d+|BRICS\+?|S\.\s?\d+|[RDI]-[A-Z].*"
)
# In German, the last part of a word says what it is.
_COMPOUNDS = (
    "wahl", "wahlen", "gipfel", "treffen", "krieg", "vertrag", "konferenz", "anschlag", "angriff", "urteil",
    "sitzung", "rede",
)  # fmt: skip
# A meeting of two: Deng-Bush. Not Al-Monitor, Asia-Plus or Vesti-FM.
_TWO = (
    r"(?!(?:Al|An|As|Ash|Ad|Ar|At|El|Asia|Africa|Indo|Euro|Anglo|Inter|Ouest|Sud|Nord|East|West|North|South|Pro|Trans"
    r"|Agro|Bio|Tele|Radio|News|Pre|Post)[-–])"
    r"(?P<one>[A-Z][’'\w]*[a-z])[-–](?P<other>[A-Z][’'\w]*[a-z])"
)
# Words that only the name of a publisher has, in the languages of newsletters.
_PUBLISHING = _words("""
    TV News Times Post Daily Weekly Press Radio Agency Journal Review Magazine Media Today Herald Tribune Gazette
    Standard Observer Chronicle Monitor Bulletin Quarterly Institute Institut Center Centre Council Foundation
    University Ministry Office Bureau Department Committee Commission Bank Watch Report Reports Wire Insider Express
    Globe Mail Telegraph Mirror Sun Star Independent Zeitung Anzeiger Rundschau Presse Nachrichten Courrier Dépêche
    Diario Jornal Gazeta Kurier Dziennik Krant Dagblad
""")
_DOMAINS = (
    "com", "org", "net", "gov", "ru", "cn", "ua", "pl", "de", "fr", "uk", "info", "tv", "media", "io", "eu",
    "edu", "int", "ge", "by", "kz", "ir", "il", "in", "jp", "kr", "tw", "hk", "vn",
)  # fmt: skip
_HANZI_ENDS = (
    "报", "報", "社", "网", "網", "新闻", "新聞", "电视", "电视台", "電視", "電視台",
    "台", "杂志", "雜誌", "周刊", "週刊", "月刊", "季刊", "时报", "時報", "通讯", "通訊",
    "通信", "放送", "テレビ", "ニュース", "研究院", "研究所", "研究中心", "办公厅", "办公室",
    "辦公室", "协会", "協會", "学会", "學會", "基金会", "基金會", "部", "局", "署",
    "委员会", "委員會", "大学", "大學", "省", "庁", "誌", "紙", "评论", "評論", "财经",
    "財經", "财新", "財新", "观察", "觀察", "신문", "일보", "뉴스", "방송", "통신",
    "경제", "매일", "연구원", "연구소",
)  # fmt: skip
# `同社` and `本紙` name nobody.
_OURS = r"[同当本弊両各全一会自支神].?"
_FIRST_KANA = "\u3040"

# What is not called so by its publisher alone, in languages whose nouns may stand there with a capital.
_COMMON_NOUNS = _words("""
    Abstimmung Anhörung Antrag Auskunft Ausgabe Beschluss Brief Daten Entwurf Erhebung Erklärung Fassung Foto Gespräch
    Gesetz Grafik Gutachten Heft Interview Leserbrief Mitteilung Prognose Protokoll Quelle Rede Schätzung Stand
    Stellungnahme Umfrage Vorlage Zahlen Borrador Carta Censo Comunicado Datos Decreto Discurso Encuesta Entrevista
    Estudio Fotografía Gráfico Informe Ley Sentencia Arrêt Communiqué Discours Décret Entretien Étude Loi Photo Rapport
    Sondage Comunicado Estudo Lei Pesquisa Relatório Comunicato Discorso Intervista Legge Rapporto Sondaggio Studio
""")
_NOUN_ENDS = ("ausgabe", "bericht", "entwurf", "gespräch", "gutachten", "konferenz", "mitteilung", "studie", "umfrage")


def is_common_noun(name: str) -> bool:
    """Return whether a word of another language than English says what a text is, not who published it: `Studie`."""
    return name in _COMMON_NOUNS or (" " not in name and name.casefold().endswith(_NOUN_ENDS))


def is_subject(name: str) -> bool:
    """Return whether a name is that of a place, company, event or thing, which has a day and is no outlet."""
    bare = " ".join(name.removeprefix("The ").removeprefix("the ").split())
    if is_place(name) or bare in COMPANIES:
        return True
    first, last = bare.split(" ", 1)[0], bare.rsplit(" ", 1)[-1]
    return not is_publisher(bare) and (
        last.capitalize() in _THINGS
        or last.casefold() in _EVENTS
        or (last != bare and last.islower() and (last.endswith("ed") or last in _VERBS))
        or any(word.casefold() in _ROLES for word in bare.split()[1:-1])
        or (last != bare and (last in _ROLES or first in _FIRST or bare.startswith(_FIRST_TWO)))
        or (last == bare and bare.casefold().endswith(_COMPOUNDS))
        or _is_of_event(bare)
        or re.fullmatch(_OTHERS, bare) is not None
        # Hanzi have no capitals: any word may be a name, so that of an outlet must say so.
        or any(letter >= _FIRST_KANA and letter.isalpha() for letter in bare)
    )


def _is_of_event(name: str) -> bool:
    match = re.match(_OF, name)
    return match is not None and (match["event"] is None or match["event"].casefold() in _EVENTS)


def has_its_day(name: str) -> bool:
    """Return whether a name ends as those of companies and gatherings do: `Evergreen Marine`, `Boao Forum`.

    Journals may end so, too, but have no day.
    """
    last = name.rsplit(" ", 1)[-1]
    return last != name and (last in _FIRMS or last in _GATHERINGS) and not is_publisher(name)


def is_meeting(name: str) -> bool:
    """Return whether a name is that of a meeting of two; not of an outlet’s edition, as in `Interfax-Ukraine`."""
    two = re.fullmatch(_TWO, name)
    return two is not None and not is_publisher(name) and not any(map(is_place, two.groups()))


def is_publisher(name: str) -> bool:
    """Return whether a name says that it is a publisher’s: `Kiel Gazette`, `example.org`."""
    words = name.replace("-", " ").replace("’s", "").split()
    return (
        not _PUBLISHING.isdisjoint(words)
        or any("." in word[1:] and word.split("/")[0].rpartition(".")[2] in _DOMAINS for word in words)
        or (name.endswith(_HANZI_ENDS) and re.fullmatch(_OURS, name) is None)
    )
