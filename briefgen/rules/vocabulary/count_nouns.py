"""English nouns for what is counted, without those that also stand for several, such as “people” and “series”."""

# None of these is also a verb, or an adjective such as “official”.
NOUNS = frozenset({
    "airline", "airport", "animal", "artist", "author", "bridge", "building", "bus", "business", "camera", "candidate",
    "car", "child", "church", "citizen", "city", "club", "college", "colony", "committee", "company", "computer",
    "conflict", "country", "crisis", "critic", "department", "district", "doctor", "donor", "driver", "economist",
    "economy", "employee", "enemy", "engineer", "event", "example", "exporter", "factory", "family", "farm",
    "farmer", "ferry", "festival", "firm", "government", "hospital", "hotel", "idea", "importer", "industry",
    "inmate", "institution", "investor", "island", "journalist", "lake", "language", "law", "lawmaker", "lawyer",
    "leader", "lender", "library", "magazine", "manager", "member", "mile", "minister", "ministry",
    "mountain", "museum", "nation", "newspaper", "nurse", "officer", "opponent", "organisation",
    "organization", "owner", "park", "party", "person", "player", "politician", "problem", "producer", "product",
    "province", "refugee", "region", "river", "scientist", "seller", "shop", "singer", "soldier",
    "song", "spokesperson", "story", "student", "supplier", "teacher", "theatre", "theory", "thing", "town",
    "tourist", "tree", "university", "village", "visitor", "voter", "way", "weapon", "website", "woman", "worker",
    "writer",
})  # fmt: skip
# These are, too, so a number may be their subject: “at least 12 plan to come”.
VERBAL_NOUNS = frozenset({
    "attack", "bank", "battle", "book", "cause", "challenge", "course", "crop", "deal", "factor", "film", "goal",
    "house", "market", "mine", "mistake", "partner", "plan", "plane", "plant", "port", "programme", "project",
    "question", "reason", "report", "risk", "school", "ship", "source", "state", "storm", "street", "study", "tank",
    "threat", "tool", "train", "truck", "vessel", "witness",
})  # fmt: skip
IRREGULAR_PLURALS = {
    "bus": "buses", "business": "businesses", "child": "children", "church": "churches", "crisis": "crises",
    "person": "people", "spokesperson": "spokespeople", "witness": "witnesses", "woman": "women",
}  # fmt: skip


def plural_of(noun: str) -> str:
    """Return the plural of one of the nouns above, or of a unit."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeou" else f"{noun}s"


def plural_stem(plural: str) -> str:
    """Return the noun of a regular plural: `city` of `cities`; the word without its `s` if that is no noun."""
    for noun in (f"{plural[:-3]}y" if plural.endswith("ies") else "", plural[:-2], plural[:-1]):
        if noun in NOUNS or noun in VERBAL_NOUNS:
            return noun
    return plural[:-1]
