"""Misspellings of two to four letters that are nothing else.

The program `typos` knows 1,284 words of up to four letters, most of which are also acronyms, names, words of other
languages or of code, such as “aer”, “habe”, “hda” and “ot”. These are the ones that were always a slip of the fingers
in 39 million words of newsletters, or were never seen there and stand for a word that everybody uses.
"""

SHORT_MISSPELLINGS = frozenset({
    "adn", "ahev", "ahve", "alos", "amde", "amke", "amny", "anbd", "andd", "anid", "aslo", "awya", "bakc", "bcak",
    "benn", "ceck", "cna", "coud", "culd", "donw", "dthe", "eahc", "ebst", "erly", "evry", "ewll", "fidn", "fo",
    "foir", "fomr", "fpr", "frmo", "fwe", "gien", "goig", "gorw", "haev", "hepl", "hihg", "hlep", "hsi", "htat",
    "hte", "htem", "hten", "htey", "htis", "hvae", "hve", "hwat", "iin", "inot", "itme", "iwll", "iwth", "jstu",
    "jsut", "kniw", "knwo", "konw", "kown", "laod", "liek", "lke", "lvoe", "mkae", "mnay", "moer", "mroe", "msot",
    "msut", "muhc", "nkow", "nto", "nver", "nwe", "oen", "oepn", "ofr", "oher", "olny", "onw", "onyl", "opne",
    "othr", "otu", "ouer", "owrk", "oyu", "oyur", "psot", "rhe", "rigt", "sedn", "seh", "shwo", "siad", "smae",
    "smal", "smoe", "sned", "soem", "sohw", "tahn", "taht", "tath", "teh", "tehm", "tehn", "tehy", "tgat", "tghe",
    "thme", "thn", "thna", "thne", "thre", "thsi", "tht", "thta", "thye", "tiem", "tihs", "tjat", "tje", "tkae",
    "tnan", "tne", "trun", "tthe", "twon", "uesd", "veiw", "veyr", "vrey", "vyer", "waht", "wehn", "whic", "whta",
    "wich", "wief", "wih", "wiht", "wirk", "witn", "wnat", "wnet", "woud", "wrod", "wrok", "wtih", "wuld", "yaer",
    "yera", "yhe", "yoiu", "yopu", "yoru", "ytou", "yuo", "yuor",
})  # fmt: skip
