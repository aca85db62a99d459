"""Words by which a text says that somebody said something, and by which it does not say who."""

# Verbs of speech in the forms that stand after a name.
SAY_VERBS = (
    "said|says|say|told|tells|wrote|writes|reported|reports|claimed|claims|announced|announces|stated|states|"
    "revealed|reveals|confirmed|confirms|quoted|quotes|added|adds|argued|argues|warned|warns|noted|notes"
)
# The house is the speaker only after these; “the BBC told” is about the BBC.
OUTLET_VERBS = "reported|reports|said|says|wrote|writes|revealed|reveals|claimed|claims|quoted|quotes|noted|notes"

# People who have a trade and no name.
VAGUE_PEOPLE = "critics|analysts|experts|observers|commentators|insiders|pundits|skeptics|sceptics"
VAGUE_VERBS = (
    "say|said|raise|raised|argue|argued|believe|believed|warn|warned|note|noted|claim|claimed|fear|feared|worry|"
    "worried|suggest|suggested|contend|contended|maintain|maintained|expect|expected|question|questioned|think|"
    "thought|agree|agreed|doubt|doubted|point|pointed|see|saw|insist|insisted|predict|predicted|complain|complained"
)
