"""Names that English texts spell in several ways, from other scripts, and words that are no part of a name."""

_SPELLINGS = """
    Zelensky Zelenskyy Zelenskiy Zelenskii Zelenskyi
    Kyiv Kiev
    Kharkiv Kharkov
    Luhansk Lugansk
    Donbas Donbass
    Chernobyl Chornobyl
    Navalny Navalnyy Navalnyi
    Lukashenko Lukashenka
    Prigozhin Prigozhyn
    Khrushchev Khruschev Kruschev
    Gorbachev Gorbachov
    Dostoevsky Dostoyevsky Dostoevskii
    Tchaikovsky Tchaikovskii Chaikovsky
    Gaddafi Qaddafi Gadhafi Qadhafi Gadafi
    Hezbollah Hizbollah Hizballah Hezballah Hizbullah Hezbullah
    Houthi Huthi
    Houthis Huthis
    Qaeda Qaida Qaidah
    Shabaab Shabab
    Soleimani Suleimani Sulaimani
    Khashoggi Kashoggi
    Uyghur Uighur Uygur Uigur
    Uyghurs Uighurs Uygurs Uigurs
    Quran Koran
    Muslim Moslem
    Muslims Moslems
    Macau Macao
    Tehran Teheran
    Riyadh Riyad
    Jeddah Jidda Jiddah
    Fallujah Falluja
    Hodeidah Hodeida Hudaydah
    Kazakhstan Kazakstan
    Kyrgyzstan Kyrgizstan Kirghizstan
    Sharia Shariah
    Ramadan Ramadhan
    Rohingya Rohinga
"""
SPELLINGS = {
    word.lower(): words.lower().split()[0] for words in _SPELLINGS.strip().splitlines() for word in words.split()
}
"""The first spelling of a name by each of its spellings, in lower case."""

# Two places whose names are one letter apart, and that one text may well name both.
NAME_DOUBLETS = frozenset(map(frozenset, (
    ("bolton", "boston"), ("carlton", "charlton"), ("colombia", "columbia"), ("freiberg", "freiburg"),
    ("geneva", "genova"), ("hamburg", "homburg"),
)))  # fmt: skip

# Words with a capital that stand before a name or begin a sentence, and say nothing of whose name it is.
BESIDE_NAMES = frozenset({
    "a", "after", "ambassador", "an", "and", "as", "at", "because", "before", "both", "but", "by", "chairman",
    "chancellor", "congressman", "during", "dr", "for", "foreign", "former", "from", "general", "gov", "governor",
    "he", "her", "his", "however", "if", "in", "is", "its", "king", "last", "leader", "like", "mayor", "meanwhile",
    "minister", "mr", "mrs", "ms", "near", "of", "on", "or", "our", "president", "presidents", "prime", "prince",
    "princess", "prof", "professor", "queen", "rep", "secretary", "sen", "senator", "she", "since", "sir", "so",
    "that", "the", "their", "then", "these", "they", "this", "though", "to", "under", "until", "vice", "we", "what",
    "when", "where", "while", "with", "without",
})  # fmt: skip

# With and without a mark they are two words, or both usual.
MARKED_WORDS = frozenset({
    "cafe", "cliche", "coop", "decor", "elite", "expose", "facade", "fiance", "fiancee", "lame", "naive", "pate",
    "poke", "premiere", "regime", "resume", "role", "rose", "seance", "shell", "well", "were",
})  # fmt: skip
PREFIXES = frozenset({
    "anti", "bi", "by", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "hyper", "inter", "intra",
    "macro", "mega", "meta", "micro", "mid", "mini", "multi", "neo", "non", "over", "pan", "para", "post", "pre",
    "pro", "pseudo", "quasi", "re", "self", "semi", "socio", "sub", "super", "trans", "tri", "ultra", "un", "under",
    "vice", "well",
})  # fmt: skip
