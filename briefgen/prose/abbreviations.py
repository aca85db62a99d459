"""Abbreviations whose full stop does not end a sentence; in lower case, without the final stop."""

ABBREVIATIONS = frozenset({
    "adm", "al", "approx", "apr", "art", "assn", "assoc", "aug", "ave", "bldg", "brig", "capt", "cf", "ch",
    "cmdr", "co", "col", "corp", "cpl", "dec", "dept", "dist", "dr", "e.g", "ed", "eds", "esp", "est", "etc",
    "feb", "fig", "figs", "fr", "gen", "gov", "hon", "i.e", "inc", "incl", "jan", "jr", "lt", "ltd", "maj",
    "mar", "messrs", "mr", "mrs", "ms", "mt", "mts", "no", "nos", "nov", "oct", "op", "p", "para", "paras",
    "ph.d", "pp", "prof", "pt", "pvt", "rep", "reps", "rev", "sec", "sen", "sens", "sept", "sgt", "sr", "st",
    "supt", "univ", "v", "viz", "vol", "vols", "vs",
})  # fmt: skip
