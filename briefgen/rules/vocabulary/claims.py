"""Words of attribution: verbs of speech, and people without a name."""

# Verbs of speech in the forms that follow a name.
SAY_VERBS = (
    "said|says|say|told|tells|wrote|writes|reported|reports|claimed|claims|announced|announces|stated|states|"
    "revealed|reveals|confirmed|confirms|quoted|quotes|added|adds|argued|argues|warned|warns|noted|notes"
)
# After these the outlet is the speaker; “the BBC told” is about the BBC.
OUTLET_VERBS = "reported|reports|said|says|wrote|writes|revealed|reveals|claimed|claims|quoted|quotes|noted|notes"

# People identified only by their role.
VAGUE_PEOPLE = "critics|analysts|experts|observers|commentators|insiders|pundits|skeptics|sceptics"
VAGUE_VERBS = (
    "say|said|raise|raised|argue|argued|believe|believed|warn|warned|note|noted|claim|claimed|fear|feared|worry|"
    "worried|suggest|suggested|contend|contended|maintain|maintained|expect|expected|question|questioned|think|"
    "thought|agree|agreed|doubt|doubted|point|pointed|see|saw|insist|insisted|predict|predicted|complain|complained"
)
