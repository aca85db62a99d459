"""The fixed parts of a rule's messages: the text outside quotations and numbers."""

import re

from briefgen.rules import RULES

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = "citation|copy|date|day|mention|month|parameter|source|space|time|week|word|year"
_FOLDS = (
    (re.compile("“[^”]*”?|`[^`]*`"), "“…”"),
    (re.compile(r"\([^()]*\)"), "(…)"),
    (re.compile(r"\bU\+[0-9A-F]+\b"), "#"),
    (re.compile(rf"\b(?:{_DAYS}|{_MONTHS})\b"), "#"),
    (re.compile(r"\d[\d,.]*\b"), "#"),
    (re.compile(r"#(?:,? #)+"), "#"),
    (re.compile(rf"\b({_UNITS})s\b"), r"\1"),
    (re.compile(r"\bcopies\b"), "copy"),
    (re.compile(r"\bhave\b"), "has"),
)
_PLACE = "province|city|county|prefecture|district|municipality|state"
_STRAY = (
    r"(?:no-break|ordinary where a no-break one belongs|two in a row|"
    r"before “…”|at the end of a line|where no line may break|"
    r"missing (?:before|after) a citation|behind “…”)"
)
_ONE_STRAY = (
    "no-break space(?: left by a word processor)?|two space in a row|space at the end of a line|"
    "space (?:before|behind) “…”|"
    "ordinary space where a no-break space belongs|no space (?:before|after) the citation"
)
# Messages of rules that their examples do not show.
_BESIDE = {
    "A104": r"“…” is neither simplified nor traditional Chinese",
    "C102": r"# citation but no “…”: none of them links anywhere|\(…\) names several outlets|"
    r"no source for \(…\): “…” is from “…”",
    "C103": r"(?:two|three|#) source match \(…\)",
    "C108": r"citation (?:stands between two sentences|(?:after|before) the full stop)|"
    r"two full stops after the citation|full stop before and after the citation",
    "C109": r"“…” cannot be converted: .+",
    "C110": r"“…” cannot be converted: .+",
    "C203": r"source is dated # (?:day|week|month|year)s? after the issue|"
    r"# of # sources? (?:is|are) dated after the (?:issue|cutoff)",
    "C204": r"the issue is dated #, but cites sources? of # without their year",
    "C306": r"source “…” is dead and has no archived copy, so it links to a page that is gone",
    "C303": r"tracking parameter in the address: [\w, ]+|# links with tracking parameter",
    "C401": r"“…” here, “…” # time elsewhere",
    "C403": r"source says .+, address is at \S+",
    "A103": r"this bold line is printed as the start of the paragraph below it|"
    r"# bold lines? (?:is|are) printed as the start of the paragraphs? below them|"
    r"bold paragraph used as a heading|# bold paragraphs used as headings|"
    r"heading level jumps from # to #(?: time)?",
    "A102": r"vague link text “…”|# links have vague texts, such as “…”",
    "N115": r"“…” (?:here|and # more), but # figures? like “…”",
    **dict.fromkeys(("N116", "N117"), r"“…” (?:here|and # more), but # figures? like “…”"),
    "T145": r"(?:a question|an exclamation) without [¿¡] before it|opening [¿¡] is never closed|a space behind [¿¡]|"
    r"[¿¡?!] where [¿¡?!] belongs",
    "T127": r"hyphen in a range of figures: “…”(?: and # more)?",
    "T132": r"“…” has a (?:Cyrillic|Greek) letter that looks like a Latin one: \S",
    "D107": r"“…” (?:here|and # more), but # date like “…”",
    "S020": r"section “…” here, “…” elsewhere",
    "N112": r"“…” (?:here|# time), “…” # time elsewhere",
    "E101": r"(?:brief|feature|# items) has no citation at all|none of the # items cites anything",
    "E103": r"quotation without a citation(?:, # time)?",
    "E106": r"(?P<outlet>.+) is the stated source, but no (?P=outlet) citation is in this paragraph",
    "E108": r"every citation here is to .+",
    "N101": r"“…” is never spelled out|# acronyms are never spelled out: (?:[A-Z]+, )*[A-Z]+ and [A-Z]+",
    "N102": r"“…” is explained (?:a second time|and never used again)",
    "N103": r"“…” (?:here|# time), “…” # time elsewhere|“…” has no full stop, though “…” has",
    "N106": rf"“…” is called both a (?:{_PLACE}) and a (?:{_PLACE})",
    "N107": r"“…” is given a second time|“…” is used for both .+ and .+",
    "S001": r"“…” is a list, but its # entr(?:y|ies) have no dashes|"
    r"not valid YAML: .+|a key begins with .+|an unquoted value begins with .+",
    "S002": r"no space after the colon of “…”|a comma ends the value of “…”, and “…” is read as a key",
    "S003": r"“…” .+|the line “…” is missing above this one",
    "S005": r"“…” reads like a remark to a colleague|"
    r"“…” is left from a newsletter service, which filled it in|"
    r"“…” stands where “…” belongs",
    "T107": r"paragraph breaks off in the middle of a sentence",
    "S009": r"“…” (?:is not an image|is not a link, because of the (?:space in|words behind) its address|"
    r"is printed as text|makes a heading of the paragraph above it|does not (?:begin|refer to) the note “…”|"
    r"is a caption without a picture)|a link without an address; its words are kept|a note without words|"
    r"the address of this link ends with “…”|this row has # cells?, but the table # columns?|"
    r"this line is right below a table, so it is printed as its last row|"
    r"this line is right below a quotation, so it is printed as a part of it|no row of hyphens for each column|"
    r"a caption is printed as a paragraph|code is printed as running text|"
    r"“…” is (?:shown as text|a part of the text here, not a key)|a (?:heading|link) without words.*|"
    r"another note has the label “…”, so this one is not printed|"
    r"nothing follows this heading|an image in a note is not printed|# lines of values between \w+ are no table",
    "S010": r"more than # (?:images|million pixels in the images|MB in the images) (?:in|of) one issue",
    "S016": r"“…” (?:holds # names|holds a mail address|has the last name first|ends with “…”|"
    r"has quotation marks around it)",
    "S006": r"issue # follows #",
    "S017": r"(?:the (?:number, date, summary or image|feature|list of (?:briefs|sources|corrections))|this brief) "
    r"has changed since it was published, and no correction says so",
    "S012": r"(?:“…”|text (?:in quotation marks|without “…”)) "
    r"runs the (?:line|paragraph|line break)s of “…” together",
    "S013": r"(?:# lines begin|a line begins) with (?:“…”|#.*), which is not a list in Markdown",
    "S007": r"“…” cannot be ignored",
    "T101": r"(?:opening|closing) (?:quotation mark|parenthesis|bracket) \S+ (?:is never closed|was never opened)|"
    r"(?:opening|closing) (?:quotation mark|parenthesis) \S+ does not match its partner|"
    r"a quotation mark \" has no partner",
    "T102": r"straight and curly quotation marks mixed|(?:straight|curly) quotation marks where house style is \w+|"
    r"single quotation marks, not inside double ones(?:, # time)?",
    "T103": r"invisible character # \(…\)(?:, # time)?|“…” is written as # characters",
    "T104": r"“…”: two marks in a row|this sentence is the same as the one in line #|"
    r"this paragraph is nearly the same as the one in line #",
    "T105": rf"# stray space: {_STRAY}(?:, {_STRAY})*|(?:# )?(?:{_ONE_STRAY})(?:, # time)?|"
    r"no space after “…”|# space are missing behind a mark",
    "T108": r"two kinds of dash in one issue: (?:(?:—|–|--|-) # time(?:, )?)+|hyphen used as a dash(?:, # time)?|"
    r"a space before the hyphen: “…”",
    "T113": r"an accent, \S, beside the letter it belongs to: “…”|"
    r"a character that was lost in a conversion|the letters “…” are one character, as in a PDF",
    "T116": r"“…”: the apostrophe belongs before the “…”",
    "T121": r"a space on only one side of the dash(?:, # time)?|a space inside the dashes(?:, # time)?",
    "T122": r"(?:straight and curly apostrophes mixed|not the house apostrophe): (?:[’'] # time(?:, )?)+",
    "T110": r"“…” closes what “…” opened",
}


def shape_of(message: str) -> str:
    """Replace quotations, numbers, dates and plurals with placeholders."""
    for pattern, plain in _FOLDS:
        message = pattern.sub(plain, message)
    return message


DOCUMENTED = {
    rule.code: frozenset(shape_of(line.partition(" ")[2]) for example in rule.examples for line in example.reports)
    for rule in RULES
}


def is_known(code: str, message: str) -> bool:
    """Return whether a message matches an example of its rule, or one of the few others."""
    shape = shape_of(message)
    return shape in DOCUMENTED[code] or re.fullmatch(_BESIDE.get(code, "(?!)"), shape) is not None


def quoted_in(message: str) -> list[str]:
    """Return the quotations in a message, without ellipsis and with white space folded."""
    words = [one or other for one, other in re.findall("“([^”]*)”|`([^`]*)`", message)]
    return [" ".join(part.split()) for each in words for part in each.split("…") if part.strip()]
