"""What Substack, Mailchimp and WordPress put around a text, and what is copied with it."""

from briefgen.prose import Pattern

SERVICE_BUTTONS = Pattern(
    r"(?m:^)[ \t>*_#-]{0,8}\[?(?P<words>"
    r"(?:View|Read|Open) (?:this (?:email|newsletter|post) |it )?in (?:your |the |a )?(?:browser|app)"
    r"|Unsubscribe(?: (?:here|from this list))?|(?:Manage|Update) (?:your )?preferences"
    r"|Share this (?:post|newsletter|article)|Share [\w’' ]{1,40} by email|Leave a comment"
    r"|Subscribe now|Upgrade to paid"
    r"|Give a gift subscription|Refer a friend|Read more ?[»→]|Continue reading ?[»→]|Keep reading ?[»→])"
    r"[.!]?\]?(?:\([^()\s]{0,200}\))?[ \t*_.!]{0,8}(?m:$)",
    literals=(
        "in your browser", "in browser", "in the browser", "in a browser", "in your app", "in app", "in the app",
        "in a app", "unsubscribe", "your preferences", "manage preferences", "update preferences", "share this ",
        " by email", "leave a comment", "subscribe now", "upgrade to paid", "gift subscription", "refer a friend",
        "read more", "continue reading", "keep reading",
    ),
    reach=300,
    ignores_case=True,
)  # fmt: skip
"""The texts of buttons and links, where they are all of a line."""

SERVICE_PHRASES = Pattern(
    r"\bThanks for reading(?: [^.!?\n]{1,60})?[.!] (?:This post is public|Subscribe for free)\b[^\n\]*_]{0,80}"
    r"|\bSubscribe for free to receive new posts\b(?: and support my work)?"
    r"|\b(?:is a reader-supported publication\. To receive new posts)\b[^\n\]*_]{0,80}"
    r"|\bThis post is public so feel free to share it\b"
    r"|\bView this email in your browser\b"
    r"|\bYou(?:’re|'re| are) receiving this email because\b"
    r"|\bYou can update your preferences or unsubscribe\b"
    r"|\bThe post [^\n]{1,150} (?:first appeared|appeared first) on\b",
    literals=(
        "thanks for reading", "subscribe for free", "reader-supported", "this post is public", "in your browser",
        "receiving this email", "update your preferences", "appeared first on", "first appeared on",
    ),
    reach=300,
    ignores_case=True,
)  # fmt: skip
"""Their set phrases, which hardly anyone writes; a text may quote them."""
