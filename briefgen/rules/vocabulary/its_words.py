"""Words around “it's” that show whether it is short for “it is”, or stands for “its”."""

# Before “its”, never before a clause that begins with “it is”.
PREPOSITIONS = frozenset({
    "across", "against", "along", "among", "around", "at", "behind", "between", "beyond", "by", "despite", "during",
    "for", "from", "in", "inside", "into", "near", "of", "on", "outside", "over", "per", "throughout", "through",
    "to", "toward", "towards", "under", "upon", "via", "with", "within",
})  # fmt: skip
# What may stand between “its” and a noun.
ADJECTIVES = frozenset({
    "annual", "biggest", "central", "chief", "current", "early", "final", "first", "former", "founding", "general",
    "highest", "key", "largest", "last", "latest", "local", "main", "major", "military", "national", "new", "newest",
    "next", "old", "oldest", "only", "original", "own", "public", "recent", "second", "senior", "strongest", "third",
    "top", "various",
})  # fmt: skip
# Verbs with an object, never with a clause that begins with “it is”.
VERBS = frozenset({
    "achieve", "achieved", "achieves", "announce", "announced", "announces", "build", "builds", "built", "celebrate",
    "celebrated", "celebrates", "celebrating", "change", "changed", "changes", "changing", "close", "closed",
    "closes", "complete", "completed", "completes", "cut", "cuts", "cutting", "double", "doubled", "doubles", "drop",
    "dropped", "drops", "expand", "expanded", "expands", "extend", "extended", "extends", "finish", "finished",
    "fulfil", "fulfill", "gave", "get", "gets", "give", "gives", "giving", "had", "has", "have", "having", "held",
    "hold", "holds", "host", "hosted", "hosts", "improve", "improved", "improves", "increase", "increased",
    "increases", "keep", "keeping", "keeps", "kept", "launch", "launched", "launches", "leave", "leaves", "leaving",
    "left", "lose", "loses", "losing", "lost", "lower", "lowered", "lowers", "made", "maintain", "maintained",
    "maintains", "make", "makes", "making", "mark", "marked", "marks", "maximise", "maximize", "move", "moved",
    "moves", "offer", "offered", "offers", "open", "opened", "opens", "protect", "protects", "publish", "published",
    "publishes", "pull", "pulled", "pulls", "put", "puts", "putting", "raise", "raised", "raises", "reach",
    "reached", "reaches", "reduce", "reduced", "reduces", "release", "released", "releases", "retain", "retained",
    "retains", "run", "runs", "sell", "selling", "sells", "share", "shared", "shares", "sold", "spend", "spends",
    "spent", "start", "started", "starts", "take", "takes", "taking", "took", "update", "updated", "updates", "use",
    "uses", "using", "win", "withdraw", "withdrew", "won",
})  # fmt: skip
# What may follow “it is”, and so no possessive for certain.
PREDICATES = frozenset({
    "a", "able", "about", "acceptable", "actually", "advisable", "afraid", "again", "alive", "all", "almost",
    "alone", "already", "alright", "also", "always", "amazing", "an", "and", "another", "any", "anyone",
    "apparently", "appropriate", "are", "arguable", "around", "as", "asleep", "at", "available", "awake", "aware",
    "back", "bad", "basically", "because", "been", "before", "best", "better", "between", "big", "bigger", "both",
    "bound", "but", "by", "came", "cannot", "certain", "certainly", "cheap", "cheaper", "clear", "clearly", "clever",
    "cold", "common", "compatible", "completely", "conceivable", "content", "cool", "crazy", "critical", "crucial",
    "currently", "dangerous", "dark", "debatable", "deep", "definitely", "desirable", "different", "difficult",
    "doable", "done", "down", "dry", "due", "each", "early", "easier", "easy", "either", "else", "enough",
    "entirely", "equal", "equivalent", "especially", "essential", "essentially", "even", "ever", "every", "everyone",
    "everywhere", "evident", "exactly", "expected", "expensive", "extremely", "fair", "fairly", "fake", "fantastic",
    "far", "fast", "feasible", "few", "fine", "first", "fit", "fixable", "for", "free", "from", "full", "fully",
    "fun", "funny", "gone", "gonna", "good", "got", "great", "had", "hard", "harder", "hardly", "harmful", "has",
    "have", "having", "he", "healthy", "heavy", "helpful", "her", "here", "hers", "high", "higher", "highly", "his",
    "home", "hot", "how", "i", "identical", "if", "illegal", "imperative", "important", "impossible", "in",
    "incredible", "incredibly", "inevitable", "inside", "into", "invisible", "irrelevant", "is", "it", "its", "just",
    "kind", "large", "larger", "last", "late", "lately", "legal", "less", "light", "like", "likely", "literally",
    "little", "long", "lot", "lovely", "low", "lower", "made", "mainly", "mandatory", "many", "maybe", "me", "meant",
    "merely", "mine", "more", "most", "mostly", "much", "my", "natural", "naturally", "near", "nearly", "necessary",
    "never", "new", "next", "nice", "no", "nobody", "none", "normal", "normally", "not", "nothing", "now", "nowhere",
    "null", "obvious", "obviously", "of", "off", "often", "ok", "okay", "old", "on", "once", "one", "only", "open",
    "optional", "or", "other", "our", "ours", "out", "over", "partly", "people", "perfect", "perfectly", "perhaps",
    "place", "plausible", "pleasant", "possible", "possibly", "practically", "predicted", "pretty", "probably",
    "quick", "quicker", "quickly", "quite", "random", "rare", "rarely", "rather", "ready", "real", "really",
    "reasonable", "relatively", "relevant", "responsible", "right", "sad", "safe", "safer", "said", "seen", "seldom",
    "set", "she", "short", "shown", "silly", "similar", "simple", "simpler", "simply", "since", "small", "smaller",
    "smart", "so", "some", "someone", "something", "sometimes", "somewhat", "somewhere", "soon", "sort", "sound",
    "still", "straightforward", "strange", "strong", "stupid", "such", "sufficient", "sunny", "super", "supposed",
    "sure", "surely", "taken", "terrible", "than", "that", "the", "their", "theirs", "them", "then", "there",
    "these", "they", "this", "those", "though", "through", "time", "to", "today", "tomorrow", "tonight", "too",
    "tough", "tricky", "true", "truly", "two", "typical", "typically", "unavailable", "unavoidable", "unbelievable",
    "uncertain", "unclear", "uncommon", "under", "understandable", "unfair", "unfortunately", "unknown", "unlikely",
    "untrue", "unusual", "up", "upon", "us", "used", "useful", "useless", "usual", "usually", "vague", "valid",
    "very", "visible", "vital", "warm", "was", "way", "we", "weak", "weird", "well", "were", "what", "whatever",
    "when", "where", "whether", "which", "while", "who", "whole", "why", "wise", "with", "within", "without",
    "wonderful", "workable", "worth", "worthwhile", "wrong", "yes", "yet", "you", "young", "your", "yours",
})  # fmt: skip
# Of these, what no clause has behind a preposition: “in it's first year”.
BEHIND_PREPOSITIONS = frozenset({
    "content", "first", "full", "home", "kind", "last", "most", "new", "next", "old", "people", "place", "way",
})  # fmt: skip
# Endings of adjectives and other words that may follow “it is”.
PREDICATE_ENDINGS = ("able", "ible", "ous", "ful", "less", "ic", "ive", "ant", "ing", "ed", "ly")
# Nouns with the ending of a verb or an adverb.
NOUNS = frozenset({
    "beginning", "building", "ceiling", "closing", "family", "housing", "meaning", "opening", "remaining",
    "setting", "supply", "underlying", "wing",
})  # fmt: skip
# What may follow an object, and a subject.
BEHIND_OBJECT = frozenset({
    "across", "after", "against", "and", "as", "at", "because", "before", "between", "but", "by", "during", "for",
    "from", "in", "into", "last", "next", "of", "on", "or", "over", "since", "this", "through", "to", "under",
    "until", "when", "while", "with",
})  # fmt: skip
# Words at the beginning of a clause.
CONJUNCTIONS = frozenset({
    "although", "and", "because", "before", "but", "if", "since", "so", "though", "unless", "until", "when",
    "where", "whether", "while",
})  # fmt: skip
