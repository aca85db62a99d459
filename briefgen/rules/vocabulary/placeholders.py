"""Words that stand for something that is missing: `TK`, `TODO`, `[CHECK NAME]`."""

from briefgen.prose import Pattern

# Bare words count only in capitals: “todo” and “tk” are words of other languages.
PLACEHOLDER = Pattern(
    r"(?<=\w )(?:\[ ?\](?![(:\[])|\(\))|\$\{\w{1,40}\}|(?<=\w )_{3,}(?=[ .,;:%)])|\bXx{2,}\b"
    r"|\b(?:TK+|TODO|FIXME|XXX+)\b|\?{3,}|(?<!\])\[(?:citation needed|link|check|date|tk)\](?!\()|\blorem ipsum\b"
    # In brackets, a word in capitals is an instruction to the author, which the following words explain.
    r"|[(\[](?:CHECK|VERIFY|CONFIRM|CITE|SOURCE|INSERT|ADD|TBD|TBC|TBA|REWRITE|FACT-?CHECK|ASK"
    r"|FIX)\b[^()\[\]\n]{0,60}[)\]](?!\()"
    r"|[(\[][A-Z][\w’' -]{0,40} (?:HERE|TO COME)[)\]](?!\()"
    # What word processors print where a cross-reference leads nowhere.
    r"|\b(?:Error! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid)"
    r"|Fehler! (?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert|Hyperlink-Referenz ungültig)"
    r"|Erreur ! (?:Source du renvoi introuvable|Signet non défini))"
    r"|[(\[](?:source|cite|ref|reference|who|when|where|date|check|link)\?+[)\]]",
    literals=(
        "___", "tk", "todo", "fixme", "xxx", "???", "needed]", "[link]", "[check]", "[date]", "lorem",
        *(f"{mark}{word}" for mark in "([" for word in (
            "check", "verify", "confirm", "cite", "source", "insert", "add", "tbd", "tbc", "tba", "rewrite", "fact",
            "ask", "fix",
        )),
        "?)", "?]", "error! ", "fehler! ", "erreur ! ",
        "[]", "[ ]", "()", "${", " here)", " here]", " to come)", " to come]",
    ),
    ignores_case=True,
)  # fmt: skip
"""It also finds words in small letters, which are text unless they are in brackets."""
