"""Words whose capitalization in titles depends on the style: AP (2022), The Chicago Manual (17th and 18th editions)."""

# In lower case in both styles, except at the start and end of a title.
ALWAYS_SMALL = frozenset({"a", "an", "and", "at", "for", "nor", "of", "or", "the"})
# In lower case as prepositions and conjunctions, capitalized as parts of verbs (“Stands By”, “To Be”).
MAY_BE_SMALL = frozenset({
    "as", "but", "by", "if", "in", "off", "on", "once", "out", "per", "so", "than", "to", "up", "versus", "via", "vs",
    "yet", "like", "near", "past", "plus", "till", "until", "round", "since", "down", "minus", "worth",
})  # fmt: skip
# Capitalized in AP, which counts letters; in lower case in Chicago.
SHORT_PREPOSITIONS = frozenset({"amid", "from", "into", "onto", "upon", "with"})
# Likewise, but capitalized as adverbs (“Takes Over”), and in newer editions of Chicago from five letters on.
LONG_PREPOSITIONS = frozenset({
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath",
    "beside", "between", "beyond", "despite", "during", "except", "inside", "outside", "over", "through", "throughout",
    "toward", "towards", "under", "underneath", "within", "without",
})  # fmt: skip
# Parts of names and foreign words stay in lower case.
OF_NAMES = frozenset({
    "abu", "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "et",
    "ibn", "la", "las", "le", "les", "los", "san", "ul", "und", "van", "vis", "von", "y", "zu",
})  # fmt: skip
# Capitalized as part of a name: “The Hague”, “Plan A”.
AFTER_THE = frozenset({
    "atlantic", "bahamas", "diplomat", "economist", "gambia", "guardian", "hague", "hill", "independent", "intercept",
    "nation", "times", "wire",
})  # fmt: skip
BEFORE_A = frozenset({"class", "grade", "group", "hepatitis", "influenza", "plan", "serie", "team", "type", "vitamin"})
# Capitalized in sentence case too, so they do not tell which case a heading is in; “may” and “march” are words.
DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
# Abbreviations that nobody capitalizes, such as units.
UNITS = frozenset({
    "aka", "am", "bn", "cm", "etc", "ft", "ha", "hz", "kb", "kg", "kph", "km", "kw", "lb", "lbs", "mg", "ml", "mm",
    "mn", "mph", "mw", "nm", "oz", "pm", "sq", "tn",
})  # fmt: skip
