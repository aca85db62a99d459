"""Finds the choice that another word stands for: `footnotes` for `notes`, `US Letter` for `letter`."""

import re
from collections.abc import Sequence

from briefgen.model.nearest import nearest

# By choice. A word may stand for choices of several keys, because only those of one key are considered at a time.
_WORDS = {
    # style
    "inline": "parentheses parenthetical brackets text author_date authordate in_text apa",
    "notes": "note footnote footnotes endnote endnotes numbered numbers superscript superscripts",
    "elide": "elided omit omitted never hide auto false no off",
    "always": "all true yes show full on",
    "written": "as_written text none unsorted given",
    "date": "dates by_date chronological chronologically oldest oldest_first time",
    "before": "inside in",
    "after": "outside out",
    "full": "long wide complete",
    "abbreviated": "abbr abbrev abbreviate short ap",
    "curly": "smart typographic typographical double “”",
    "straight": "ascii plain typewriter dumb",
    "em": "em_dash emdash mdash — long",
    "en": "en_dash endash ndash – short",
    "ap": "associated_press ap_style",
    "chicago": "cmos chicago_style chicago_manual",
    "label": "labelled labeled mark marked show true yes on",
    "ignore": "ignored hide none false no off",
    # build
    "a4": "din_a4 iso_a4 a_4 210x297 210x297mm",
    "letter": "usletter us_letter 8.5x11 8.5x11in ansi_a",
    "html": "web website page htm webpage web_page",
    "markdown": "md",
    "email": "mail eml e_mail newsletter",
    "text": "txt plain plaintext plain_text",
    "teaser": "excerpt excerpts summary summaries short links intro",
    "pdf": "print printed",
    "beside": "left right next next_to",
    "instead": "replace only alone",
    # severities
    "error": "errors fatal critical high",
    "warning": "warn warnings medium",
    "note": "notes info information hint hints notice low all",
    "off": "ignore ignored none no false disable disabled never silent 0",
    # outlets
    "wire": "agency news_agency newsagency wire_service newswire news_wire press_agency",
    "paper": "newspaper newspapers daily press",
    "broadcaster": "broadcast broadcasting tv television radio channel station podcast",
    "magazine": "periodical weekly monthly",
    "journal": "academic scholarly academic_journal",
    "think-tank": "institute research_institute",
    "government": "gov govt official ministry authority government_owned regierung gouvernement gobierno",
    "company": "corporate corporation business firm",
    "social": "social_media socialmedia social_network platform",
    "tertiary": "encyclopedia encyclopaedia wiki wikipedia reference dictionary",
    "aggregator": "portal news_portal",
    "website": "site blog web online online_only weblog website/blog",
    "state": "state_owned stateowned state_controlled state_media",
    "party": "party_owned party_controlled",
    "public": "public_service public_broadcaster licence_fee",
    "private": "private_company privately_owned commercial corporate independent publicly_traded listed company",
    "nonprofit": "non_profit not_for_profit nonprofit_org ngo foundation charity trust",
    "unknown": "unclear ? n/a",
    "none": "no false free open",
    "metered": "soft partial meter limited",
    "hard": "full subscription subscribers_only",
}  # fmt: skip
_MARKS = "“”‘’\"'`.,;: "


def find_choice(word: str, choices: Sequence[str]) -> str:
    """Return the choice that a word stands for or misspells, or ""."""
    folded = _fold(word)
    if not folded:
        return next((each for each in choices if word.strip() in _WORDS.get(each, "").split()), "")
    spelled = {_fold(each): each for each in choices}
    if folded in spelled:
        return spelled[folded]
    named = next((each for each in choices if folded in _WORDS.get(each, "").split()), "")
    # Of a word as short as `apa`, one letter too many makes another word.
    return named or (spelled.get(nearest(folded, spelled) or "", "") if len(folded) > 3 else "")  # noqa: PLR2004


def _fold(word: str) -> str:
    """Normalize a word: `US Letter` and `“us-letter”,` become `us_letter`."""
    return re.sub(r"[\s-]+", "_", word.strip(_MARKS)).casefold()
