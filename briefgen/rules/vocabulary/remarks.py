"""Remarks to colleagues that were left in a text: `[Ole: is this right?]`, `(NB check)`, `@ole please check`."""

from briefgen.prose import Pattern

_NAME = r"[A-Z][\w’'.]{0,20}(?: [A-Z][\w’'.]{0,20})?(?:,? \d{1,2}[/.]\d{1,2})?"
_ORDER = (
    r"(?i:check|double[- ]?check|fact[- ]?check|verify|confirm|fix|ask|cut|move|delete|rephrase|reword|rewrite|expand|"
    r"shorten|tighten|clarify|add|insert|update|find|link|cite|source)"
)
_ASKED = (
    r"is|are|was|were|do|does|did|can|could|should|would|will|have|has|I|we|what|which|who|where|when|why|how|please|"
    rf"pls|not sure|any|maybe|{_ORDER}"
)
# What a text itself announces in brackets: `[Video: is this the end?]`, `[Read more: …]`.
_SHOWN = (
    r"(?!(?:Video|Audio|Watch|Listen|Read|See|Photo|Image|Source|Note|Update|Updated|Correction|Related|Poll|Quiz|"
    r"Disclosure|Disclaimer|Warning|Spoiler|Opinion|Podcast|Editor|Q|A)\b)"
)

REMARKS = Pattern(
    # In square brackets, which a text hardly uses for anything else: questions, orders, and words to somebody.
    rf"\[{_SHOWN}[^\[\]\n\x00@]{{1,80}}\?(?: ?[–—-] ?[A-Z][\w.]{{0,20}})?\](?![(\[:])"
    rf"|\[{_SHOWN}{_NAME} ?[:,–—-]+ ?(?:{_ASKED})\b[^\[\]\n\x00]{{0,120}}\](?![(\[:])"
    rf"|\[[A-Z]{{2,3}} \d{{1,2}}[/.]\d{{1,2}}:[^\[\]\n\x00]{{1,120}}\](?![(\[:])"
    r"|\[(?:awk(?:ward)?|not sure|to ?do|double[- ]?check|fact[- ]?check|verify|confirm|fix|ask|cut|move|delete"
    r"|rephrase|"
    r"reword|rewrite|expand|shorten|tighten|clarify|add|insert)\](?![(\[:])"
    rf"|\[(?:(?:please|pls) )?{_ORDER}(?: this| it| that| these| here| again| please)+[.!?]?\](?![(\[:])"
    r"|\[(?:(?i:please|pls) [^\[\]\n\x00]{1,80}|(?i:to ?do|nb|query|q|au"
    r"|note to \w+)[:,-] ?[^\[\]\n\x00]{1,120})\](?![(\[:])"
    r"|\[(?:needs?|missing|not sure|unsure)\b[^\[\]\n\x00]{0,60}\](?![(\[:])"
    r"|\[(?:\w+ ){0,2}(?:needed|missing)\](?![(\[:])"
    # In parentheses, only what nobody says to readers.
    rf"|\((?i:nb)[:,]? (?:please |pls )?(?:{_ORDER})\b[^()\n\x00]{{0,80}}\)"
    rf"|\({_SHOWN}{_NAME}: ?(?:{_ASKED})\b[^()\n\x00]{{0,120}}\?\)"
    rf"|\({_NAME}[:,] ?(?:please|pls) [^()\n\x00]{{1,120}}\)"
    r"|\((?:to ?do\b[^()\n\x00]{0,80}|sp\?|spelling\?|cut\?|sic\?|dates?\?|name\?|number\?)\)"
    rf"|\((?:{_ORDER}) (?:this|with [A-Z]\w+|w/ ?[A-Z]\w+|date|dates|name|names|figure|figures|numbers?|spelling"
    rf"|quote)\)"
    r"|[(\[]\?{1,2}[)\]](?<!\(\?\))"
    # Without brackets: to an account, to a name at the end of a paragraph, or behind the marks of a comment.
    rf"|(?<![\w.@/])\[?@[a-z][\w-]{{1,20}}[:,]? (?:please|pls|can you|could you|is this|do we|did you"
    rf"|{_ORDER})\b(?: [^\n\x00.?!\]]{{0,80}})?[?!]?\]?"
    rf"|(?<=[.?!\])”] )[A-Z]\w{{1,20}}: (?:please|pls) (?:{_ORDER})\b[^\n\x00]{{0,80}}"
    rf"|(?:(?<=\s)//+|>>(?<!>>>)>*+|<<(?<!<<<)<*+) ?(?:to ?do|tk|nb|please|{_ORDER})\b[^\n\x00]{{0,80}}"
    rf"|\{{(?:to ?do|tk|nb|please|{_ORDER})\b[^{{}}\n\x00]{{0,80}}\}}"
    rf"|(?:(?m:^)|(?<=[.?!\])”] )|(?<=\*\*))(?:CHECK|VERIFY|CONFIRM|CITE|REWRITE|EXPAND|CUT)(?: (?:THIS|IT|DATES?"
    rf"|NAMES?|FIGURES?|NUMBERS?|QUOTE|SOURCE|WITH [A-Z]+))?(?=[.:!?*]{{0,3}}[ \t]*(?:\n|\Z))",
    literals=(
        "[", "{", "@", "//", ">>", "<<", "?)", "(NB", "(nb", ": please", ", please", ": pls", ", pls",
        "(to do", "(todo",
        *(f"({word}" for word in (
            "check", "double", "fact", "verify", "confirm", "fix", "ask", "cut", "move", "delete", "reph",
            "rew", "expand",
            "shorten", "tighten", "clarify", "add", "insert", "update", "find", "link", "cite", "source",
        )),
        "CHECK", "VERIFY", "CONFIRM", "CITE", "REWRITE", "EXPAND", "CUT",
    ),
)  # fmt: skip
"""They are judged by a form that true texts do not have; those in quotations are the editor's words."""
