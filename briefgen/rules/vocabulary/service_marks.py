"""What Substack, Mailchimp and WordPress put around a text, and what is copied with it."""

from briefgen.prose import Pattern

SERVICE_BUTTONS = Pattern(
    r"(?m:^)[ \t>*_#-]{0,8}\[?(?P<words>"
    r"(?:View|Read|Open) (?:this (?:e-?mail|newsletter|post|issue|message|campaign) |it )?(?:in (?:your |the |a "
    r"|my )?(?:web )?(?:browser|app)|online|on the web)"
    r"|Unsubscribe(?: (?:here|from this list|instantly|at any time))?|(?:Manage|Update|Change|Edit) (?:your "
    r"|my )?(?:subscription|e-?mail)? ?(?:preferences|settings|subscription)"
    r"|(?:Email|Mail) not displaying correctly\??|Having trouble (?:viewing|reading) this (?:e-?mail|newsletter"
    r"|message)\??[^\n]{0,60}"
    r"|Forward (?:this |it )?(?:(?:e-?mail|newsletter|issue|post|message) )?to (?:a|your) (?:friend|colleague)s?"
    r"|Tell a friend"
    r"|(?<!# )(?:Subscribe|Share|Restack|Like & Restack|Back to top|Skip to content)"
    r"|(?:\d+ )?(?:Likes?|Comments?|Restacks?) ?∙ ?[^\n]{0,60}"
    r"|(?:Sent|Powered|Published) (?:with|by|on|via|from) (?:Substack|Mailchimp|beehiiv|Ghost|Buttondown|ConvertKit"
    r"|Kit|Revue|TinyLetter|Brevo|Sendinblue|MailerLite|Medium)"
    r"|Get more from [^\n]{1,60} in the Substack app|Pledge your support"
    r"|You(?:’re|'re| are) (?:on the free list|a free subscriber)[^\n]{0,80}"
    r"|Share this (?:post|newsletter|article|issue|e-?mail)|Share on (?:Facebook|Twitter|X|LinkedIn)|Tweet this"
    r"|Share [\w’' ]{1,40} by email|Leave a comment"
    r"|Subscribe now|Upgrade to paid"
    r"|Give a gift subscription|Refer a friend|Read more ?[»→]|Continue reading ?[»→]|Keep reading ?[»→])"
    r"[.!]?\]?(?:\([^()\s]{0,200}\))?[ \t*_.!]{0,8}(?m:$)",
    literals=(
        "in your browser", "in browser", "in the browser", "in a browser", "in app", "the app", "your app",
        "a app", "my app", "web app", "unsubscribe", "preferences",
        "share ", "leave a comment", "subscribe now", "upgrade to paid", "gift subscription",
        "refer a friend", "read more", "reading", " it online", "view online", "read online", "on the web",
        "not displaying", "having trouble", "forward this", "forward it", "forward to", "tell a friend", " ∙",
        "restack",
        "back to top", "skip to content", "\nsubscribe\n", "\nshare\n", "substack", "mailchimp", "beehiiv", "ghost",
        "buttondown", "convertkit", "with kit", "with revue", "tinyletter", "brevo", "sendinblue",
        "mailerlite", "on medium",
        "pledge your", "free list", "free subscriber", "share on", "tweet this", "settings", " subscription",
        "share this",
    ),
    reach=300,
    ignores_case=True,
)  # fmt: skip
"""The texts of buttons and links, where they are all of a line."""

_MAILING = (
    r"(?:(?:subscriber|contact|recipient|user|member|customer|person)[._:])?"
    r"(?:(?:first|last|full|given|family|user|display)[_. -]?name|[fl]name|e-?mail(?:[_ ]address)?|uniqid|"
    r"unsub(?:scribe)?(?:[_ ](?:url|link))?|current[_ ]year|view[_ ](?:in[_ ])?(?:browser|online)(?:[_ ](?:url"
    r"|link))?|list[_ ]address|archive)"
)
SERVICE_TAGS = Pattern(
    r"\*\|[A-Z][\w:. =-]{0,60}\|\*|<%=?[ ]?[\w.]{1,40}[ ]?%>"
    rf"|%{{1,2}}{_MAILING}%{{1,2}}|[{{\[][$!#]?{_MAILING}[}}\]](?!\()|\[\[{_MAILING}\]\]|##{_MAILING}##"
    rf"|\{{\{{\{{?[ ]?{_MAILING}(?:[ ]?\|[^{{}}\n]{{0,60}})?[ ]?\}}?\}}\}}|(?<![\w-])-{{1,2}}(?:FNAME|LNAME"
    rf"|FIRSTNAME)-{{1,2}}(?![\w-])",
    literals=(
        "*|", "<%", "{{", "{!", "{$", "{#", "[[", "-fname", "-lname", "-firstname",
        *(mark + word for mark in "[{%#" for word in (
            "first", "last", "full", "given", "family", "display", "fname", "lname", "email", "e-mail",
            "uniqid", "unsub",
            "subscriber", "contact", "recipient", "user", "member", "customer", "person", "current", "view",
            "list", "archive",
        )),
    ),
    reach=120,
    ignores_case=True,
)  # fmt: skip
"""The places that a mailing service would have filled in for each reader: `*|FNAME|*`, `{{ first_name }}`."""

SERVICE_PHRASES = Pattern(
    r"\bThanks for reading(?: [^.!?\n]{1,60})?[.!] (?:This post is public|Subscribe|Sign up)\b[^\n\]*_]{0,80}"
    r"|\bIf you (?:were|have been) forwarded this (?:e-?mail|newsletter)\b|\bWas this (?:e-?mail"
    r"|newsletter) forwarded to you\b"
    r"|\bForward(?:ed)? this (?:e-?mail|newsletter)(?:\? Subscribe| to a friend\b)"
    r"|\bYou received this (?:e-?mail|message|newsletter) because\b|\bNo longer want to receive (?:these"
    r"|our) e-?mails\b"
    r"|\bWant to change how you receive these e-?mails\b|\bOur mailing address is\b|\b(?:click"
    r"|tap) here to unsubscribe\b"
    r"|\bunsubscribe from this list\b|\bAdd us to your address book\b|\bThis e-?mail was sent to\b"
    r"|\bSubscribe for free to receive new posts\b(?: and support my work)?"
    r"|\b(?:is a reader-supported publication\. To receive new posts)\b[^\n\]*_]{0,80}"
    r"|\bThis post is public so feel free to share it\b"
    r"|\bView this email in your browser\b"
    r"|\bYou(?:’re|'re| are) receiving this email because\b"
    r"|\bYou can update your preferences or unsubscribe\b"
    r"|\bThe post [^\n]{1,150} (?:first appeared|appeared first) on\b",
    literals=(
        "thanks for reading", "forwarded", "forward this", "you received this", "no longer want", "want to change how",
        "mailing address", "unsubscribe", "address book", "email was sent", "e-mail was sent",
        "subscribe for free", "reader-supported", "this post is public", "in your browser",
        "receiving this email", "update your preferences", "appeared first on", "first appeared on",
    ),
    reach=300,
    ignores_case=True,
)  # fmt: skip
"""Their set phrases, which hardly anyone writes; a text may quote them."""
