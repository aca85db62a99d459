"""What writers do that makes a file no YAML: said at its place, in words of what they did, and undone by its fix."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import parse_issue
from briefgen.yamltext import Document, apply_edits, parse_document, parse_text
from tests.yamltext.test_parse import YAML_PIECES, spans_of

ISSUE = """\
number: 12
date: 2024-03-08
summary: A lock is closed for a season, and barges wait.

feature:
  title: The Lock at Brunsbüttel
  author: {name: Inga Holt, bio: Inga Holt writes on canals.}
  body: |
    The gate was lifted out on Monday [@canal].

    ## Who pays

    The federal waterways office pays.

briefs:
  - title: Barges Wait
    body: |
      Forty barges wait [@canal].

sources:
  canal:
    outlet: NDR
    date: 2024-03-04
    title: Gate lifted out
  office:
    outlet: WSV
    date: 2024-03-05
"""
# The line as it should be, as the writer left it, and what is said: `line:column fact; way out`.
SLIPS = {
    "a space is missing behind a colon": (
        "    outlet: NDR",
        "    outlet:NDR",
        "22:5 no space after the colon of `outlet`; write `outlet: NDR`",
    ),
    "and in the last line": (
        "    outlet: WSV\n    date: 2024-03-05",
        "    outlet: WSV\n    date:2024-03-05",
        "27:5 no space after the colon of `date`; write `date: 2024-03-05`",
    ),
    "behind a hyphen": (
        "  - title: Barges",
        "  -title: Barges",
        "16:3 no space after the hyphen; write `- `",
    ),
    "a colon is missing": (
        "summary: A lock",
        "summary A lock",
        "3:1 a line without a colon among the keys; write `summary: …` if `summary` is meant as the key",
    ),
    "behind a group": (
        "sources:\n",
        "sources\n",
        "20:1 a line without a colon among the keys; write `sources:`",
    ),
    "before a bar": (
        "    body: |",
        "    body |",
        "17:5 no colon after `body`; write `body: |`",
    ),
    "another sign for a colon": (
        "  title: The Lock at Brunsbüttel",
        "  title = The Lock",
        "6:9 `title` is followed by `=` instead of a colon; write `title: …`",
    ),
    "a wide colon": (
        "  title: The Lock at Brunsbüttel",
        "  title：The Lock",
        "6:8 `title` is followed by `：` instead of a colon; write `title: …`",
    ),
    "a key in Markdown": (
        "summary:",
        "**summary**:",
        "3:1 the key `summary` is written in Markdown; write `summary: …`",
    ),
    "a dash for a hyphen": (
        "  - title: Barges",
        "  – title: Barges",
        "16:3 the entry of a list begins with `–` instead of a hyphen; begin it with `- `",
    ),
    "an asterisk for a hyphen": (
        "  - title: Barges",
        "  * title: Barges",
        "16:3 the entry of a list begins with an asterisk instead of a hyphen; begin it with `- `",
    ),
    "a line drawn": (
        "sources:\n",
        "----------\nsources:\n",
        "20:1 a line of `---` is among the keys; delete it, or begin it with `#`",
    ),
    "a comment of another language": (
        "sources:\n",
        "// from the desk\nsources:\n",
        "20:1 this comment begins with `//`; begin it with `#`: `# from the desk`",
    ),
    "a value begins with a sign": (
        "  title: The Lock at Brunsbüttel",
        "  title: *The Lock* at Brunsbüttel",
        '6:10 an unquoted value begins with `*`; quote it: `title: "*The Lock* at Brunsbüttel"`',
    ),
    "with a backtick": (
        "  title: The Lock at Brunsbüttel",
        "  title: `The` Lock",
        '6:10 an unquoted value begins with a backtick; quote it: `title: "`The` Lock"`',
    ),
    "with a percent sign": (
        "  title: The Lock at Brunsbüttel",
        "  title: % of barges",
        '6:10 an unquoted value begins with `%`; quote it: `title: "% of barges"`',
    ),
    "with a bracket": (
        "  title: The Lock at Brunsbüttel",
        "  title: [Opinion] The Lock",
        '6:10 an unquoted value begins with `[`, which begins a list; quote it: `title: "[Opinion] The Lock"`',
    ),
    "with a brace": (
        "  title: The Lock at Brunsbüttel",
        "  title: {The Lock} Again",
        ('6:10 an unquoted value begins with `{`, which begins a group of keys; quote it: `title: "{The Lock} Again"`'),
    ),
    "with a bracket that is never closed": (
        "  title: The Lock at Brunsbüttel",
        "  title: [The Lock",
        '6:10 the bracket `[` opened here is never closed; quote it: `title: "[The Lock"`',
    ),
    "with an angle": (
        "  title: The Lock at Brunsbüttel",
        "  title: > The Lock",
        (
            "6:10 there is text on the same line as `>`, which begins a text on the lines below; "
            "delete the `>`: `title: The Lock`"
        ),
    ),
    "with a question mark": (
        "  title: The Lock at Brunsbüttel",
        "  title: ? The Lock",
        '6:10 an unquoted value begins with `? `; quote it: `title: "? The Lock"`',
    ),
    "with a hyphen": (
        "  title: The Lock at Brunsbüttel",
        "  title: - The Lock",
        '6:10 a value begins with `- `, which begins a list; quote it: `title: "- The Lock"`',
    ),
    "a colon within": (
        "  title: The Lock at Brunsbüttel",
        "  title: The Lock: A History",
        '6:10 an unquoted value contains `: `; quote it: `title: "The Lock: A History"`',
    ),
    "a colon at the end": (
        "  title: The Lock at Brunsbüttel",
        "  title: The Lock:",
        '6:10 an unquoted value ends with `:`; quote it: `title: "The Lock:"`',
    ),
    "words behind a quotation": (
        "  title: The Lock at Brunsbüttel",
        '  title: "The Lock" at Brunsbüttel',
        (
            "6:21 there is text after the closing quotation mark; "
            "write “…” inside the value, or put it in single marks: `title: '\"The Lock\" at Brunsbüttel'`"
        ),
    ),
    "a quotation within a quotation": (
        "  title: The Lock at Brunsbüttel",
        '  title: "The "Lock" at Brunsbüttel"',
        (
            "6:16 there is text after the closing quotation mark; "
            "write “…” inside the value, or put it in single marks: `title: 'The \"Lock\" at Brunsbüttel'`"
        ),
    ),
    "words behind a quotation in single marks": (
        "  title: The Lock at Brunsbüttel",
        "  title: 'The Lock' at Brunsbüttel",
        "6:21 there is text after the closing quotation mark; quote it all: `title: \"'The Lock' at Brunsbüttel\"`",
    ),
    "an apostrophe within single marks": (
        "  title: The Lock at Brunsbüttel",
        "  title: 'The Lock isn't back'",
        (
            "6:23 the apostrophe is read as the closing quotation mark; "
            'write ’, or other marks around the value: `title: "The Lock isn\'t back"`'
        ),
    ),
    "an apostrophe at the beginning": (
        "  title: The Lock at Brunsbüttel",
        "  title: '90s Lock",
        ('6:10 the apostrophe at the start of the value is read as a quotation mark; quote it: `title: "\'90s Lock"`'),
    ),
    "a comma behind a quotation": (
        "  title: The Lock at Brunsbüttel",
        '  title: "The Lock",',
        "6:20 a comma comes after the closing quotation mark; delete the comma, or move it inside",
    ),
    "a comma behind single marks": (
        "  title: The Lock at Brunsbüttel",
        "  title: 'The Lock',",
        "6:20 a comma comes after the closing quotation mark; delete the comma, or move it inside",
    ),
    "a quotation is never closed": (
        "  title: The Lock at Brunsbüttel",
        '  title: "The Lock',
        '6:10 the quotation mark " opened here is never closed; close it: `title: "The Lock"`',
    ),
    "or closed with another mark": (
        "  title: The Lock at Brunsbüttel",
        '  title: "The Lock”',
        '6:10 the quotation mark " opened here is never closed; replace ” with "',
    ),
    "a colon within braces": (
        "bio: Inga Holt writes on canals.",
        "bio: Inga writes: canals, locks",
        '7:34 the unquoted value of `bio` contains `: `; quote it: `bio: "Inga writes: canals, locks"`',
    ),
    "a quotation within braces": (
        "bio: Inga Holt writes on canals.",
        'bio: "Inga" writes',
        "7:34 there is text after the closing quotation mark; quote it all: `bio: '\"Inga\" writes'`",
    ),
    "a hash within braces": (
        "bio: Inga Holt writes on canals.",
        "bio: Inga is #1",
        '7:42 everything after ` #` is a comment, even the closing bracket; quote it: `"Inga is #1"`',
    ),
    "braces that are never closed": (
        "canals.}",
        "canals.",
        "7:11 the bracket `{` opened here is never closed; close it with `}`",
    ),
    "or closed with a bracket": (
        "canals.}",
        "canals.]",
        "7:61 the bracket `{` is closed with `]`; close it with `}`",
    ),
    "a comma behind braces": (
        "canals.}",
        "canals.},",
        "7:62 a comma comes after the closing bracket; delete the comma",
    ),
    "a link for an address": (
        "    title: Gate lifted out",
        "    url: [NDR](https://www.ndr.de/gate)",
        (
            "24:10 an unquoted value begins with `[`, which begins a list; "
            "write the address alone: `url: https://www.ndr.de/gate`"
        ),
    ),
    "a hash in a value of several lines": (
        "summary: A lock is closed for a season, and barges wait.",
        "summary: A lock is #1\n  and barges wait.",
        (
            "3:20 everything after ` #` is a comment, but the value goes on below it; "
            "put the whole value in quotation marks"
        ),
    ),
    "text on the line of the bar": (
        "  body: |\n    The gate",
        "  body: | The gate",
        "8:11 there is text on the same line as `|`; begin the text on the next line, indented",
    ),
    "a list on the line of its key": (
        "briefs:\n  - title",
        "briefs: - title: One\n  - title",
        "15:9 a list begins on the same line as its key; begin the list on the next line",
    ),
    "no bar": (
        "  body: |\n    The gate",
        "  body:\n    The gate",
        "8:3 `body` has text below it and no `|`; write `body: |`",
    ),
    "no bar before a citation": (
        "    body: |\n      Forty barges wait [@canal].",
        "    body:\n      [@canal] says: forty barges.",
        "17:5 `body` has text below it and no `|`; write `body: |`",
    ),
    "a body that is not indented": (
        "      Forty barges",
        "Forty barges",
        "18:1 the text of `body` is not indented; indent it by 6 spaces",
    ),
    "a line left of its body": (
        "    The federal",
        "  The federal",
        "13:3 this line is indented less than `body` to which it belongs; indent it by 4 spaces, like the lines above",
    ),
    "a heading left of its body": (
        "    ## Who pays",
        "  ## Who pays",
        "11:3 this line is indented less than `body` to which it belongs; indent it by 4 spaces, like the lines above",
    ),
    "a body that begins too far right": (
        "    The gate was",
        "        The gate was",
        "9:9 `body` is indented more in its first line than below; indent it by 4 spaces, like the lines below",
    ),
    "a text below its key": (
        "summary: A lock",
        "summary:\nA lock",
        (
            "4:1 the text of `summary` is not indented; "
            "write it after the colon: `summary: A lock is closed for a season, and barges wait.`"
        ),
    ),
    "braces above entries": (
        "sources:\n",
        "sources: {}\n",
        "20:10 `{}` says that `sources` is empty, but there are entries below it; delete `{}`",
    ),
    "a value above entries": (
        "sources:\n",
        "sources: none yet\n",
        (
            "20:10 `sources` has both the value “none yet” and keys below it; "
            "put the value under a key of its own below `sources:`, or line the keys up with `sources`"
        ),
    ),
    "a tab in an indent": (
        "  title: The Lock at Brunsbüttel",
        "\ttitle: The Lock",
        "6:1 there is a tab in the indentation; indent it by 2 spaces",
    ),
    "a tab behind a dash": (
        "  - title: Barges Wait",
        "  -\ttitle: Barges Wait",
        "16:4 a tab where YAML needs a plain space; replace it with plain spaces",
    ),
    "the first key of a source on the level of its name": (
        "    outlet: NDR",
        "  outlet: NDR",
        "22:3 `outlet` is further left than `date` in line 23, beside which it belongs; indent it by 4 spaces",
    ),
    "a value between two kinds of marks": (
        "    outlet: NDR",
        "    outlet: 'NDR\"",
        "22:13 the value opens with ' and closes with \"; use the same mark: `outlet: 'NDR'`",
    ),
    "a list in a body at the margin": (
        "    The gate was lifted out on Monday [@canal].\n\n    ## Who pays\n",
        "    The gate was lifted out on Monday [@canal].\n\n- the office pays half;\n",
        "11:1 this line is indented less than `body` to which it belongs; indent it by 4 spaces, like the lines above",
    ),
    "a source without its colon": (
        "  office:\n",
        "  office\n",
        "25:3 a line without a colon among the keys; write `office:`",
    ),
    "an open quotation mark in braces": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}",
        '  author: {name: "Inga Holt, bio: "Inga Holt writes on canals."}',
        '7:18 the quotation mark " opened here is never closed; close it: `name: "Inga Holt"`',
    ),
    "a bracket in a value in braces": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}",
        "  author: {name: Inga Holt [NDR], bio: Inga Holt writes on canals.}",
        '7:18 the unquoted value of `name` contains `[`; quote it: `name: "Inga Holt [NDR]"`',
    ),
    "a path with backslashes": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}",
        '  image: {file: "images\\mill.png", alt: A mill}',
        '7:24 a path has slashes, no backslashes; write `"images/mill.png"`',
    ),
    "a tab in the middle of a source": (
        "    date: 2024-03-04\n",
        "\tdate: 2024-03-04\n",
        "23:1 there is a tab in the indentation; indent it by 4 spaces",
    ),
    "tabs in a source": (
        "    outlet: NDR\n    date: 2024-03-04\n    title: Gate lifted out",
        "\toutlet: NDR\n\tdate: 2024-03-04\n\ttitle: Gate lifted out",
        "22:1 there is a tab in the indentation, here and in 2 more lines; use spaces",
    ),
    "a no-break space in an indent": (
        "  title: The Lock at Brunsbüttel",
        "\xa0 title: The Lock",
        "6:1 a no-break space where YAML needs a plain space; replace it with plain spaces",
    ),
    "behind a colon": (
        "    outlet: NDR",
        "    outlet:\xa0NDR",
        "22:12 a no-break space where YAML needs a plain space; replace it with plain spaces",
    ),
    "a key too far right": (
        "  author: {",
        "    author: {",
        "7:5 `author` is indented more than `title` above it; line it up with `title`: indent it by 2 spaces",
    ),
    "a key too far left": (
        "  author: {",
        " author: {",
        "7:2 this line does not line up with `title` at line 6; indent it by 2 spaces",
    ),
    "a key at the margin": (
        "    date: 2024-03-04\n",
        "date: 2024-03-04\n",
        "23:1 this line does not line up with `outlet` at line 22; indent it by 4 spaces",
    ),
    "the first source at the margin": (
        "  canal:\n",
        "canal:\n",
        "21:1 `canal` is further left than `office` in line 25, beside which it belongs; indent it by 2 spaces",
    ),
    "a source too far right": (
        "  office:\n",
        "   office:\n",
        "25:4 this line does not line up with `canal` at line 21; indent it by 2 spaces",
    ),
    "a key below a dash": (
        "    body: |\n      Forty",
        "  body: |\n      Forty",
        (
            "17:3 `body` is below the dash in line 16 but begins no entry; "
            "line it up with `title`: indent it by 4 spaces"
        ),
    ),
    "curly marks around a value": (
        "    title: Gate lifted out",
        "    title: “Gate: lifted out”",
        (
            "24:12 the marks “ and ” do not quote the value, which contains `: `; "
            'write straight ones: `title: "Gate: lifted out"`'
        ),
    ),
    "the marks of another language": (
        "    title: Gate lifted out",
        "    title: „Gate: lifted out“",
        (
            "24:12 the marks „ and “ do not quote the value, which contains `: `; "
            'write straight ones: `title: "Gate: lifted out"`'
        ),
    ),
    "an entry without a dash": (
        "\nsources:",
        "  title: Another\n    body: Words.\n\nsources:",
        "19:3 the list that begins at line 16 continues without `- `; begin the entry with `- `: `- title: …`",
    ),
    "a key of the file below a dash": (
        "\nsources:",
        "\n  sources:",
        (
            "20:3 `sources` is below the dash in line 16 but begins no entry; "
            "line it up with `briefs`: begin it at the left margin"
        ),
    ),
    "the first of three with a dash": (
        "  canal:\n",
        "  - canal:\n",
        "21:3 `canal` begins with a dash, but `office` below it does not; delete the dash",
    ),
    "the head of a group with a dash": (
        "  title: The Lock at Brunsbüttel\n",
        "  - title: The Lock\n",
        "6:3 `title` begins with a dash, but `author` below it does not; delete the dash",
    ),
    "a value that goes on with a colon": (
        "  - title: Barges Wait\n",
        "  - title: Barges\n  Wait: A Story\n",
        '17:3 the value of `title` continues here and contains `: `; quote it all: `title: "Barges Wait: A Story"`',
    ),
    "an indent of full-width spaces": (
        "  title: The Lock at Brunsbüttel",
        "\u3000title: The Lock",
        "6:1 a full-width space where YAML needs a plain space; replace it with plain spaces",
    ),
    "a stray colon": (
        "sources:\n",
        ":\nsources:\n",
        "20:1 `:` is on a line by itself among the keys; delete it",
    ),
    "the head of a table in TOML": (
        "feature:\n",
        "[feature]\n",
        "5:1 `[feature]` is a TOML table header; write `feature:`, and everything that belongs to it below, indented",
    ),
    "a brief among the sources": (
        "  office:\n",
        "  - title: A Brief\n    body: |\n      Words.\n  office:\n",
        "25:3 `- title` begins a brief, but is under `sources`; move it, with all its lines, to `briefs:`",
    ),
    "a comma that is missing in braces": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}\n",
        "  author: {name: Inga Holt title: Editor}\n",
        "7:27 a comma is missing before `title`; put one there",
    ),
    "a comma that is missing before a key that stands in braces alone": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}\n",
        "  author: {name: Inga Holt bio: Inga Holt writes on canals.}\n",
        "7:27 a comma is missing before `bio`; put one there",
    ),
    "a comma that is missing behind a quotation mark": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}\n",
        '  author: {name: "Inga Holt" bio: Inga Holt writes on canals.}\n',
        "7:29 a comma is missing before `bio`; put one there",
    ),
    "semicolons for commas": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}\n",
        '  author: {name: "Inga Holt"; bio: Inga Holt writes on canals.}\n',
        "7:29 a semicolon before `bio`, where a comma belongs; write commas between the keys",
    ),
    "parentheses for braces": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}\n",
        "  author: (name: Inga Holt, bio: Inga Holt writes on canals.)\n",
        "7:11 keys on one line stand between braces, not between parentheses; write `{name: …}`",
    ),
    "apostrophes in pairs for quotation marks": (
        "  author: {name: Inga Holt, bio: Inga Holt writes on canals.}\n",
        "  author: ''Inga Holt''\n",
        '7:11 two apostrophes are no double quotation mark; write `author: "Inga Holt"`',
    ),
    "a dash too many": (
        "  canal:\n",
        "  - canal:\n",
        "21:3 `canal` begins with a dash, but `office` below it does not; delete the dash",
    ),
    "and at the second": (
        "  office:\n",
        "  - office:\n",
        "25:3 `office` begins with a dash, but `canal` above it does not; delete the dash",
    ),
    "the first key is indented": (
        "number: 12",
        " number: 12",
        "1:2 `number` is indented, but the keys below it are not; begin it at the left margin",
    ),
    "a sign within braces": (
        "bio: Inga Holt writes",
        "bio: *Inga* writes",
        '7:34 the unquoted value of `bio` begins with `*`; quote it: `bio: "*Inga* writes on canals."`',
    ),
    "two hyphens for one": (
        "  - title: Barges",
        "  -- title: Barges",
        "16:3 the entry of a list begins with `--` instead of a hyphen; begin it with `- `",
    ),
    "a number for a hyphen": (
        "  - title: Barges",
        "  1. title: Barges",
        "16:3 the entry of a list begins with a number instead of a hyphen; begin it with `- `",
    ),
    "a line of dots": (
        "sources:\n",
        "...\nsources:\n",
        "20:1 a line of `...` is among the keys; delete it, or begin it with `#`",
    ),
    "a picture as in Markdown": (
        "    title: Gate lifted out",
        "    note: ![gate](images/gate.png)",
        "24:11 an unquoted value begins with `!`; write the address alone: `note: images/gate.png`",
    ),
    "a source under its citation": (
        "  office:\n",
        "  [@office]:\n",
        "25:3 a source is listed as `[@office]`, the way it is cited; write `office:`",
    ),
    "a key on the line of its group": (
        "  office:\n    outlet: WSV\n",
        "  office: outlet: WSV\n",
        (
            "25:11 `outlet` is on the same line as `office`, but its neighbours are below; "
            "begin `outlet: …` on a line of its own"
        ),
    ),
    "and without a space": (
        "  office:\n    outlet: WSV\n",
        "  office:outlet: WSV\n",
        "25:10 `outlet` is on the same line as `office`; begin `outlet: …` on a line of its own",
    ),
    "a value that goes on at the margin": (
        "summary: A lock is closed",
        "summary: A lock\nis closed",
        (
            "4:1 this line continues the value of `summary`, but is not indented; "
            "indent it by 2 spaces, or write both on one line"
        ),
    ),
    "a backslash": (
        "  title: The Lock at Brunsbüttel",
        '  title: "C:\\lock"',
        "6:13 this backslash begins no known escape; write `\\\\`, or use single quotation marks",
    ),
    "a line of unfinished words": (
        "    outlet: NDR\n",
        "    outlet: NDR\n    Words?\n",
        "23:5 a line without a colon among the keys; write `key: value`",
    ),
    "a conflict": (
        "date: 2024-03-08\n",
        "<<<<<<< HEAD\ndate: 2024-03-08\n=======\ndate: 2024-03-09\n>>>>>>> desk\n",
        ("2:1 version control left a merge conflict here; keep one version, and delete the three marker lines"),
    ),
    "half a conflict": (
        "date: 2024-03-08\n",
        "date: 2024-03-08\n>>>>>>> desk\n",
        "3:1 a line of a merge conflict is left here; delete it, and check the lines around it",
    ),
    "a question mark alone": (
        "    outlet: NDR",
        "    outlet: ?",
        "22:13 `?` is no value; write the value, or delete the key; put the sign in quotation marks if it is meant",
    ),
    "a hyphen alone": (
        "    title: Gate lifted out",
        "    title: -",
        "24:12 `-` is no value; write the value, or delete the key; put the sign in quotation marks if it is meant",
    ),
    "a template tag": (
        "sources:\n",
        "{% include desk %}\nsources:\n",
        "20:1 `{% include desk %}` is a template tag; delete it",
    ),
}
# Where the text does not say what was meant, nothing is changed.
UNCERTAIN = {
    "curly marks around a value",
    "the marks of another language",
    "the head of a table in TOML",
    "a brief among the sources",
    "a comma that is missing before a key that stands in braces alone",
    "a comma that is missing in braces",
    "a colon is missing",
    "behind a group",
    "a value above entries",
    "a key too far right",
    "a backslash",
    "a path with backslashes",
    "a source without its colon",
    "a line of unfinished words",
    "a conflict",
    "half a conflict",
    "a question mark alone",
    "a hyphen alone",
    "a template tag",
}
# Looks like a slip, and is none.
NO_SLIPS = {
    "an apostrophe": ("at Brunsbüttel", "at Brunsbüttel's Gate"),
    "an ampersand": ("The Lock", "Lock & Sons"),
    "a time": ("The Lock", "The Lock at 12:30"),
    "an address": ("    title: Gate lifted out", "    url: https://www.ndr.de/gate#top"),
    "a comment": ("sources:\n", "# All read.\nsources:  # in March\n"),
    "a value on two lines": ("summary: A lock is closed", "summary:\n  A lock\n  is closed"),
    "braces on several lines": ("{name: Inga Holt, bio: Inga Holt writes on canals.}", "{\n    name: Inga Holt,\n  }"),
    "a quotation on two lines": (
        "summary: A lock is closed for a season, and barges wait.",
        'summary: "A lock\n  waits."',
    ),
    "a list at the margin of its key": (
        "  - title: Barges Wait\n    body: |\n      Forty",
        "- title: Barges Wait\n  body: |\n    Forty",
    ),
    "a wider indent": (
        "    outlet: NDR\n    date: 2024-03-04\n    title:",
        "      outlet: NDR\n      date: 2024\n      title:",
    ),
    "a bar with a sign": ("  body: |\n", "  body: |-\n"),
    "an empty value": ("    title: Gate lifted out", "    title:"),
    "a hash in a body": ("    ## Who pays", "    # Who pays"),
    "what looks like a key in a body": ("    The federal", "    outlet:The federal"),
}


# These change where lines stand, and so what else is told of a slip beside them.
LAYOUT = {"a list at the margin of its key", "a wider indent", "a comment", "braces on several lines"}


def slip(*names: str) -> str:
    text = ISSUE
    for name in names:
        old, new, _ = SLIPS[name]
        text = text.replace(old, new, 1)
    return text


def said_of(document: Document) -> list[str]:
    places = ((document.lines.position(fault.span.start), fault) for fault in document.faults)
    return [
        f"{place.line}:{place.column} {fault.message.removeprefix('not valid YAML: ')}; {fault.help}"
        for place, fault in places
    ]


def without_places(said: str) -> str:
    return re.sub(r"^\d+:\d+ |(?<=line )\d+|;.*", "", said)


def test_the_issue_without_a_slip_is_read() -> None:
    assert parse_text(ISSUE).root is not None


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_reported_once_at_its_position(name: str) -> None:
    document = parse_text(slip(name))
    assert document.root is None
    assert said_of(document) == [SLIPS[name][2]]


@pytest.mark.parametrize("name", SLIPS)
def test_the_fix_of_a_slip_undoes_it(name: str) -> None:
    [fault] = parse_text(slip(name)).faults
    assert bool(fault.edits) == (name not in UNCERTAIN)
    if fault.edits:
        assert parse_text(apply_edits(slip(name), fault.edits)).root is not None


@pytest.mark.parametrize("name", NO_SLIPS)
def test_text_without_slips_is_parsed(name: str) -> None:
    old, new = NO_SLIPS[name]
    assert old in ISSUE
    assert said_of(parse_text(ISSUE.replace(old, new, 1))) == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_lookalike_is_no_slip_whatever_follows_it(name: str) -> None:
    """Of many lines that only look like slips, none is blamed for what another line does."""
    text = ISSUE
    for harmless, (old, new) in NO_SLIPS.items():
        if harmless not in LAYOUT:
            text = text.replace(old, new, 1)
    old, new, said = SLIPS[name]
    if old in text:
        told = said_of(parse_text(text.replace(old, new, 1)))
        assert [without_places(each) for each in told] == [without_places(said)]


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_number_sign_between_the_marks_begins_no_comment(mark: str) -> None:
    text = f"title: {mark}Berth #5 and # 6{mark}! # the last\n"
    [fault] = parse_text(text).faults
    assert fault.message == "not valid YAML: there is text after the closing quotation mark"
    assert text[fault.span.start : fault.span.end] == "!"
    [edit] = fault.edits
    assert text[edit.span.start : edit.span.end] == f"{mark}Berth #5 and # 6{mark}!"


def test_slips_in_several_places_are_told_together() -> None:
    names = ("a colon within", "a comma behind braces", "a key in Markdown", "a dash for a hyphen")
    document = parse_text(slip(*names))
    assert sorted(said_of(document)) == sorted(SLIPS[name][2] for name in names)
    fixed = apply_edits(document.text, (edit for fault in document.faults for edit in fault.edits))
    assert parse_text(fixed).root is not None


def test_faults_after_a_slip_are_reported_at_their_own_positions() -> None:
    text = slip("text on the line of the bar").replace("    outlet: WSV", "    outlet: WSV\n    outlet: BMDV")
    assert said_of(parse_text(text)) == [
        SLIPS["text on the line of the bar"][2],
        "26:5 `outlet` is written twice; keep one of the two",
    ]


def test_the_keys_of_an_entry_without_its_dash_make_one_report() -> None:
    text = ISSUE.replace("\nsources:", "    title: Another\n    body: Words.\n\nsources:")
    (said,) = said_of(parse_text(text))
    assert said.startswith("19:5 `title` is written twice; begin another entry with `- ` in place of the two spaces")


def test_slips_are_told_alike_with_other_line_breaks() -> None:
    for name in ("a colon within", "a line left of its body", "an entry without a dash", "tabs in a source"):
        crlf = parse_text(slip(name).replace("\n", "\r\n"))
        assert said_of(crlf) == [SLIPS[name][2]]
        assert parse_text(apply_edits(crlf.text, crlf.faults[0].edits)).root is not None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sorted(SLIPS)), min_size=1, max_size=3, unique=True))
def test_every_fix_cures_its_fault_and_adds_none(names: list[str]) -> None:
    document = parse_text(slip(*names))
    # Two slips together may be YAML again, and then the shape of the issue tells of them.
    assert document.faults or parse_issue(document).faults
    for fault in document.faults:
        if fault.edits:
            after = parse_text(apply_edits(document.text, fault.edits)).faults
            assert (fault.span.start, fault.message) not in [(each.span.start, each.message) for each in after]
            # What one slip hid may be told in its place.
            assert len(after) <= len(document.faults), fault.message


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        YAML_PIECES | st.sampled_from(["\n  ", "\n    ", "key: ", "- ", "–", "\u00a0", "•", "{}", " #"]), max_size=40
    )
)
def test_whatever_is_written_the_places_lie_in_it_and_the_fixes_can_be_made(pieces: list[str]) -> None:
    document = parse_text("".join(pieces))
    assert all(span.end <= len(document.text) for span in spans_of(document))
    for fault in document.faults:
        parse_text(apply_edits(document.text, fault.edits))


@pytest.mark.parametrize("line", ['- "x', "key: [x", "key: 'it's'", "\tkey: x", "- key:x", "key:\n  – x", "<<<<<<< x"])
def test_a_long_file_full_of_slips_is_read_in_good_time(line: str) -> None:
    assert parse_text(f"{line}\n" * 3_000).root is None


def _numbered(text: str) -> str:
    return "".join(f"{number:3} {line}\n" for number, line in enumerate(text.splitlines(), 1))


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (f"```yaml\n{ISSUE}```\n", "1:1 the file begins with a code fence; delete the lines of the fence"),
        (f"```\n{ISSUE}", "1:1 the file begins with a code fence; delete the lines of the fence"),
        (
            "".join(f"> {line}\n" for line in ISSUE.splitlines()),
            "1:1 every line begins with `>`, like a quoted mail; delete the signs",
        ),
        (_numbered(ISSUE), "1:1 every line begins with its number; copy the file without the numbers"),
    ],
)
def test_a_file_with_signs_around_it_is_told_at_once_and_freed_of_them(pasted: str, said: str) -> None:
    document = parse_text(pasted)
    assert said_of(document) == [said]
    assert parse_text(apply_edits(pasted, document.faults[0].edits)).root is not None


def test_a_source_that_is_indented_like_the_one_above_it_is_told_at_its_name() -> None:
    assert said_of(parse_text(ISSUE.replace("  office:\n", "    office:\n"))) == [
        (
            "25:5 `office` is indented as far as `outlet` below it; "
            "indent it less, or indent everything that belongs to `office` more"
        )
    ]


def test_a_comma_that_is_missing_between_quotations_is_told_there() -> None:
    assert said_of(parse_text('feature: {"title": "x" "body": "y"}\n')) == [
        "1:24 a comma is missing before this; put one there"
    ]


def test_a_space_that_only_looks_like_one_makes_a_key_of_a_value_with_a_colon() -> None:
    document = parse_text('feature:\n  title:\u00a0"Ports: A Ledger"\n')
    assert said_of(document) == ["2:9 a no-break space where YAML needs a plain space; replace it with a plain space"]
    assert parse_text(apply_edits(document.text, document.faults[0].edits)).root is not None


def test_such_a_space_in_the_first_key_of_an_entry_is_told_too() -> None:
    document = parse_text("briefs:\n  - title:\u00a0A Ferry Returns\n    body: |\n      It came.\n")
    assert said_of(document) == ["2:11 a no-break space where YAML needs a plain space; replace it with plain spaces"]
    assert parse_text(apply_edits(document.text, document.faults[0].edits)).root is not None


def test_a_sign_that_only_looks_like_the_bar_is_told_at_its_place() -> None:
    document = parse_text("feature:\n  body: ¦\n    Words.\n\n    | A | B |\n    | - | - |\n    | 1: 2 | 3 |\n")
    assert said_of(document) == ["2:9 `¦` is not the bar `|` that begins a text; write `body: |`"]
    assert parse_text(apply_edits(document.text, document.faults[0].edits)).root is not None


@pytest.mark.parametrize("sign", ["I", "l", "/", "!"])
def test_a_letter_in_the_place_of_the_bar_is_told_where_there_is_a_text_below(sign: str) -> None:
    document = parse_text(f"feature:\n  body: {sign}\n    Words.\n\n    - a: b\n")
    assert said_of(document) == [f"2:9 `{sign}` is not the bar `|` that begins a text; write `body: |`"]


def test_a_word_that_was_wrapped_to_the_margin_is_told_to_go_on_the_line_above() -> None:
    text = ISSUE.replace("  - title: Barges Wait\n", "  - title: Barges\nwait\n")
    [said] = said_of(parse_text(text))
    assert said.startswith("17:1 this line goes on the value of `title`, but is not indented; ")
    assert said.endswith("write it behind the line above: `…Barges wait`")


def test_a_file_in_utf_16_without_a_mark_is_named() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert said_of(parse_document(ISSUE.encode(encoding))) == [
            "1:1 the file is not UTF-8: UTF-16; save the file as UTF-8 in your editor"
        ]


def test_a_file_with_a_dash_too_many_is_told_so() -> None:
    text = "- name: Notes\n  tagline: All about locks\n"
    assert said_of(parse_text(text)) == [
        "1:1 the file is a list; delete the `- ` at the beginning, and line up the keys below it"
    ]
