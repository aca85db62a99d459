"""Accepted findings of validators, each with a reason and a test that it still occurs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding of `judge` that contains `words`, and the reason for accepting it."""

    judge: str
    words: str
    reason: str


LET_STAND: tuple[LetStand, ...] = (
    LetStand(
        "sarif-multitool",
        "SARIF2005: runs[0].tool.driver: The tool 'briefgen' does not provide 'informationUri'",
        "briefgen has no address of its own until it is published; what a reader needs stands in each rule's help",
    ),
    LetStand(
        "nu",
        "blocked by “style-src” directive",
        "Nu reads pages from files, for which it knows no `'self'`; a browser loads the style sheets",
    ),
)


_EVERYWHERE = "each value that the mail uses is one that they do support"
_NO_SUCH_VALUE = "tests/render/test_mail.py sees to it that the mail has no such value"
_LANGUAGE = "no cell has one"
_READS_ON = "without it, the mail is whole and readable: it only looks plainer"
_FROM_ATTRIBUTE = "Outlook on Windows takes it from what the template says in attributes, or between `[if mso]`"
# By feature, as caniemail names it; the programs are those of Google, Apple, Yahoo, and Outlook on Windows.
MAIL_FEATURES = {
    "errors: gmail.mobile-webmail: <style> element": _READS_ON,
    "gmail.mobile-webmail: @media": _READS_ON,
    "outlook.windows: @media": _READS_ON,
    "gmail.mobile-webmail: display:none": "the preheader is one pixel high and has the colour of what is behind it",
    ": transform": "caniemail takes `text-transform` for it",
    ": aria-label attribute": "Yahoo names a mail by its subject, which the label repeats",
    ": <body> element": "it is replaced by an element with the same styles, or the table in it has them, too",
    ": height property": "it is `auto` for pictures, which Yahoo reads as their least height",
    ": max-width Partial. Doesn't work on `<table>`": "tables state their width in attributes, too",
    ": <style> element Partial. Not supported inside the `<body>`": "it stands in the head",
    ": <style> element Partial. Not supported with non Google": _READS_ON,
    ": <ul>, <ol> and <dl> Partial. The `reversed`": "no list is reversed",
    ": @media Partial. Not supported with non Google": _READS_ON,
    ": @media Partial. Does not support height": "it asks for the width and the colour scheme only",
    ": @media Partial. Only supports `screen`": "without the query for dark mode, Yahoo shows the light colours",
    ": display Partial. `fl": _NO_SUCH_VALUE,
    ": margin Partial. Negative values": _NO_SUCH_VALUE,
    ": text-align Partial. Flow-relative": _NO_SUCH_VALUE,
    ": text-decoration Partial. Not supported with non Google": "a link is still blue, or darker than its text",
    "gmail.mobile-webmail: dir attribute Buggy": "a newsletter that is written from right to left is meant to be so",
    ": background Partial. Does not support multiple": _NO_SUCH_VALUE,
    ": font-size Partial support. `rem`": _NO_SUCH_VALUE,
    ": font-weight Partial support. `<number>`": "weights are multiples of a hundred",
    "yahoo.android: lang attribute Not supported on `<td>`": _LANGUAGE,
    "yahoo.desktop-webmail: lang attribute Not supported on `<td>`": _LANGUAGE,
    "yahoo.ios: lang attribute Not supported on `<td>`": _LANGUAGE,
    ": role attribute Partial. Only works on the `<table>`": "other roles say again what the elements are",
    "outlook.windows: <style> element": "its rules stand before what they are for",
    "outlook.windows: <ul>, <ol> and <dl>": _EVERYWHERE,
    "outlook.windows: background ": _EVERYWHERE,
    "outlook.windows: border ": "a paragraph without the line at its side is still a correction",
    "outlook.windows: dir attribute": "no link has one",
    "outlook.windows: display": _FROM_ATTRIBUTE,
    "outlook.windows: font-size": _EVERYWHERE,
    "outlook.windows: font-weight": _EVERYWHERE,
    "outlook.windows: height attribute": "pictures have both, in pixels",
    "outlook.windows: letter-spacing": _EVERYWHERE,
    "outlook.windows: line-height": _FROM_ATTRIBUTE,
    "outlook.windows: margin": _EVERYWHERE,
    "outlook.windows: max-width": _FROM_ATTRIBUTE,
    "outlook.windows: padding": "what has none stands closer to its neighbours",
    "outlook.windows: text-align": _EVERYWHERE,
    "outlook.windows: text-decoration": _EVERYWHERE,
    "outlook.windows: text-transform": _EVERYWHERE,
    "outlook.windows: vertical-align": _EVERYWHERE,
    "outlook.windows: white-space": _READS_ON,
    "outlook.windows: width attribute": "pictures have both, in pixels",
    "outlook.windows: width property": _FROM_ATTRIBUTE,
}
LET_STAND += tuple(LetStand("caniemail", words, reason) for words, reason in MAIL_FEATURES.items())
LET_STAND += (
    LetStand("mail in a browser", "axe: landmark-one-main", "the mail program's own page has it, and a mail is inside"),
    LetStand("mail in a browser", "axe: region", "the mail is one article, which mail programs show inside a landmark"),
    LetStand("email-comb", "no element has", "rules for dark mode name parts that not every issue has"),
    LetStand("email-comb", "unused in a style sheet: #", "an item keeps its anchor, by which rule M103 measures it"),
)
