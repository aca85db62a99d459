"""Common English words that the typography rules need."""

# Function words: doubled, or capitalized in mid-sentence, they are slips.
FUNCTION_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does", "for", "from",
    "has", "have", "he", "his", "how", "i", "if", "in", "into", "is", "it", "its", "may", "more", "of", "on", "or",
    "our", "she", "should", "than", "that", "the", "their", "them", "these", "they", "this", "to", "was", "we", "were",
    "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your",
})  # fmt: skip

# May be doubled: for emphasis, or with two meanings (“all that that implies”, “gave her her due”).
MAY_DOUBLE = frozenset({
    "blah", "bye", "do", "far", "had", "her", "is", "it", "long", "many", "much", "really", "that", "very", "was",
    "you",
})  # fmt: skip

PREPOSITION_PAIRS = frozenset({
    ("at", "of"), ("by", "of"), ("by", "to"), ("by", "with"), ("for", "of"), ("from", "of"), ("from", "with"),
    ("in", "of"), ("of", "for"), ("of", "on"), ("of", "to"), ("of", "with"), ("on", "in"), ("on", "of"), ("to", "of"),
    ("with", "of"),
})  # fmt: skip
PREPOSITIONS = frozenset({"about", "at", "by", "for", "in", "of", "off", "on", "out", "over", "through", "to", "up"})
# A particle may belong to one of these, and a preposition follow: “carry on in”, “later on in”.
TAKES_PREPOSITION = frozenset({
    "and", "bring", "came", "carries", "carry", "come", "comes", "dreamt", "drag", "drags", "earlier", "early",
    "further", "get", "go", "goes", "goings", "gone", "got", "hang", "held", "hold", "holds", "keep", "kept", "later",
    "lead", "led", "live", "lives", "log", "made", "move", "moves", "pass", "put", "sign", "so", "stand", "take",
    "taken", "takes", "thought", "took", "tune", "turn", "went",
})  # fmt: skip
# Behind these, “on” says that something runs: “the lamp is always on in the hall”.
STANDS_BEFORE_ON = frozenset({
    "already", "also", "always", "are", "be", "been", "being", "constantly", "is", "left", "never", "now",
    "permanently", "remain", "remains", "stay", "stays", "still", "was", "were",
})  # fmt: skip

# Capitalized by mistake, by a word processor or a search and replace.
STRAY_CAPITALS = (
    "In|On|At|Of|To|For|From|By|With|And|But|Or|As|If|Is|Are|Was|Were|That|Which|While|When|Than|Its|Their|His|They|"
    "This|These|Into|Because|The"
)

# Verbs that introduce quoted speech and need a comma or a colon before it.
LEADING_VERBS = frozenset({
    "added", "adds", "admitted", "announced", "answered", "argued", "argues", "asked", "asks", "claimed", "claims",
    "commented", "concluded", "concludes", "continued", "declared", "declares", "emphasized", "explained", "explains",
    "insisted", "insists", "noted", "notes", "objected", "observed", "remarked", "repeated", "replied", "replies",
    "responded", "responds", "said", "say", "says", "stated", "states", "stressed", "stresses", "warned", "warns",
})  # fmt: skip

# Words of six letters or more that are one letter away from a name: “Person” and “Pearson”, “Matter” and “Mather”.
NEAR_NAMES = frozenset({
    "archer", "banker", "barber", "barker", "bishop", "butler", "carter", "cooler", "cooper", "dancer", "driver",
    "farmer", "fisher", "former", "garden", "gather", "hacker", "harder", "harvest", "hunter", "leader", "lesson",
    "manner", "market", "marking", "martial", "master", "matter", "miller", "morning", "mother", "number", "packer",
    "parson", "partial", "person", "planning", "porter", "reason", "season", "singer", "sister",
    "spender", "summer", "tanner", "turner", "walker", "warning", "weaver", "winner", "winter",
})  # fmt: skip
