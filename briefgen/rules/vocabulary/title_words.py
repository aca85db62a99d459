"""Words whose capitals in titles depend on the style, for AP (2022) and The Chicago Manual (17th and 18th editions)."""

# Small in both styles, wherever they stand in the middle of a title.
ALWAYS_SMALL = frozenset({"a", "an", "and", "at", "for", "nor", "of", "or", "the"})
# Small as prepositions and conjunctions, and with a capital where they belong to a verb (“Stands By”, “To Be”).
MAY_BE_SMALL = frozenset({
    "as", "but", "by", "if", "in", "off", "on", "once", "out", "per", "so", "than", "to", "up", "versus", "via", "vs",
    "yet", "like", "near", "past", "plus", "till", "until", "round", "since", "down", "minus", "worth",
})  # fmt: skip
# With a capital in AP, which counts letters, and small in Chicago.
SHORT_PREPOSITIONS = frozenset({"amid", "from", "into", "onto", "upon", "with"})
# As these, but an adverb (“Takes Over”) or, from five letters on, the newer Chicago may want the capital.
LONG_PREPOSITIONS = frozenset({
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath",
    "beside", "between", "beyond", "despite", "during", "except", "inside", "outside", "over", "through", "throughout",
    "toward", "towards", "under", "underneath", "within", "without",
})  # fmt: skip
# Parts of names and of other languages keep their small letters.
OF_NAMES = frozenset({
    "abu", "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "et",
    "ibn", "la", "las", "le", "les", "los", "san", "ul", "und", "van", "vis", "von", "y", "zu",
})  # fmt: skip
# “The Hague”, “Plan A”: here a capital belongs to the name.
AFTER_THE = frozenset({
    "atlantic", "bahamas", "diplomat", "economist", "gambia", "guardian", "hague", "hill", "independent", "intercept",
    "nation", "times", "wire",
})  # fmt: skip
BEFORE_A = frozenset({"class", "grade", "group", "hepatitis", "influenza", "plan", "serie", "team", "type", "vitamin"})
