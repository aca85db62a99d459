"""What the answers of chat assistants leave behind when they are copied: machine-readable marks, and set phrases."""

from briefgen.prose import Pattern

ASSISTANT_MARKS = Pattern(
    # ChatGPT's citations in several of its formats, its private-use signs included.
    r"[【\[]oaicite:\d{1,3}[】\]]|:contentReference\[oaicite:[^\]\n]{0,20}\](?:\{[^{}\n]{0,30}\})?"
    r"|\[oai_citation[:‡][^\[\]\n]{0,200}\](?:\([^()\s]{0,300}\))?"
    r"|【\d{1,3}(?::\d{1,3})?†[^【】\n]{0,80}】"
    r"|[\ue200-\ue2ff]?(?:file|navlist|news|image"
    r"|i)?cite[\ue200-\ue2ff]?(?:[\ue200-\ue2ff]?turn\d{1,3}[a-z]{2,12}\d{1,3})+[\ue200-\ue2ff]?"
    r"|\bturn\d{1,3}(?:search|view|news|image|file|fetch|academia|forecast|finance|sports)\d{1,3}\b"
    # Gemini's, Perplexity's and Grok's.
    r"|\[cite_start\]|\[cite: ?\d[\d, ]{0,40}\]|\[(?:web|file|source)[:_]\d{1,3}\]|<grok:render[^<>\n]{0,200}>"
    r"|\(attached_file:\d{1,3}\)|\[attached_image:\d{1,3}\]",
    literals=(
        "oaicite", "oai_citation", "†", *(f"turn{digit}" for digit in range(10)), "cite_start", "[cite:", "[web:",
        "[file:", "[source:", "[source_", "[web_", "[file_", "grok:render", "attached_",
    ),
    reach=500,
)  # fmt: skip
"""Marks that no writer types; they may stand anywhere, even in a quotation."""

_BETTER = "revised|rewritten|polished|edited|shortened|improved|updated"
_TEXT = "version|draft|text|paragraph"
ASSISTANT_PHRASES = Pattern(
    r"\bAs an? (?:AI|large) language model, (?:I|my)\b"
    r"|\b(?:As of|Up to) my (?:last|latest) (?:knowledge|training)(?: data)?(?: update| cutoff| cut-off)?"
    r"|\bmy knowledge cut-?off\b"
    r"|\bI hope this (?:draft|version|summary|rewrite|revision) (?:helps|works|meets)\b"
    r"|\b(?:Certainly|Sure|Of course|Absolutely)[!,] [Hh]ere(?:’s|'s| is| are) (?:a|an|the|your|some) (?:\w+ ){0,3}"
    r"(?:version|draft|summary|text|rewrite|paragraph|brief|article|newsletter|revision|translation)s?\b"
    r"|\bHere(?:’s|'s| is) (?:a|an|the|your) (?:\w+ ){0,2}"
    rf"(?:{_BETTER}) (?:{_TEXT})\b"
    r"|\bWould you like me to (?:\w+ ){0,2}(?:expand|shorten|rewrite|revise|add|make|adjust|continue|refine)\b"
    r"|\bLet me know if you(?:’d| would|'d) like (?:me to|any (?:changes|adjustments|edits))",
    literals=(
        "language model", "my last ", "my latest ", "knowledge cut", "hope this ", "! here", ", here", "like me to ",
        "let me know if ", *(f"{better} {text}" for better in _BETTER.split("|") for text in _TEXT.split("|")),
    ),
    reach=150,
    ignores_case=True,
)  # fmt: skip
"""What assistants say to the person who asked; a text may quote it."""
