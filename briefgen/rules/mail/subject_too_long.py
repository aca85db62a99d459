"""An email subject that inboxes will cut.

Most inboxes show 40 to 60 characters, so put the news there. Two more are let pass. If an issue has no `subject:`, it
is made from the newsletter's name, the number and the feature's title; if the newsletter has no name yet, from the
title alone. Chinese and other wide characters count twice.

Bad:
    subject: "Strait & Steppe 133; Feature: China’s Sister-City Relationships in Focus; Briefs"

Reports:
    1:10 subject is 80 characters wide; most inboxes show 40 to 60

Good:
    subject: Sister cities under scrutiny; Xiong’an; two frigates
"""

import unicodedata
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule

# Two more than most inboxes show.
_MOST = 62


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield a subject that is too wide, given or made."""
    subject, document = manuscript.subject, manuscript.document
    cells = sum(map(_cells, subject))
    if cells > _MOST:
        is_given = manuscript.read_issue.subject is not None
        yield Finding(
            span=document.value_span("subject") if is_given else document.value_span("feature", "title"),
            message=f"subject is {cells} characters wide; most inboxes show 40 to 60",
            help="lead with the news, and cut the rest" if is_given else "add a `subject:` that leads with the news",
            label="" if is_given else f"made from the titles: “{subject}”",
        )


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


RULE = Rule("M101", "subject-too-long", Severity.WARNING, check)
